//! 防止“带病提拔”: an unresolved problem stands in the way.

use super::{BASE, process};
use crate::{
    facts::Fact,
    finding::Why,
    law::{
        cite,
        instruments::{MEASURES, SOUND_PROMOTION_OPINION_2016},
    },
    norm::{Norm, Words, code},
    outcome::{Modality, Severity},
    path::field,
    rule::{Answer, Checks, Probe, PromotionCase, Rule},
};

/// 防止“带病提拔”: an unresolved problem stands in the way.
#[doc(alias = "防止“带病提拔”")]
pub(super) static RULE: Rule = Rule {
    norm: Norm {
        code: code!("PRM008"),
        slug: "no-appointment-with-problem",
        title: Words { zh: "防止“带病提拔”", en: "No appointment with a problem" },
        gist: Words {
            zh: "四项审核发现的问题未查清前，不得任职。",
            en: "A candidate with an unresolved problem in any of the four checks is not appointed.",
        },
        cites: &[cite!(MEASURES, clause "2.6.2"), SOUND_PROMOTION_OPINION_2016.whole()],
        modality: Modality::MustNot,
        severity: Severity::Serious,
        remedy: Words {
            zh: "依规处理任职决定",
            en: "deal with the appointment as the rules provide",
        },
        ..BASE
    },
    checks: Checks { promotion: Some(check), by_own_day: true, ..Checks::NONE },
};

fn check(case: &PromotionCase<'_>, probe: &mut Probe<'_>) -> Answer {
    let reached = process::appointed(case);
    let by = *match &reached {
        Fact::Unknown => return Ok(probe.unknown(case.at.field(field!("appointed_on")))),
        Fact::Absent => return Ok(probe.not_applicable(Why::NotDecided)),
        Fact::Known(on) => on,
    };
    process::binds(case, by.day(), probe)?;
    Ok(process::each(case, probe, |made, probe| process::unresolved(&made, by, probe)))
}
