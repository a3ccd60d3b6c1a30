//! 双签字: the concluding opinion on integrity has two signatures.

use super::{BASE, process};
use crate::{
    law::{
        cite,
        instruments::{MEASURES, SOUND_PROMOTION_OPINION_2016},
    },
    norm::{Norm, Words, code},
    outcome::{Outcome, Severity},
    path::field,
    rule::{Answer, Checks, Probe, PromotionCase, Rule},
};

/// 双签字: the concluding opinion on integrity has two signatures.
#[doc(alias = "双签字")]
pub(super) static RULE: Rule = Rule {
    norm: Norm {
        code: code!("PRM010"),
        slug: "two-signatures",
        title: Words { zh: "廉洁自律结论性意见双签字", en: "Two signatures" },
        gist: Words {
            zh: "廉洁自律结论性意见须由党组书记和纪检机构负责人签字。",
            en: "The concluding opinion on integrity is signed by the secretary and by the head of the discipline organ.",
        },
        cites: &[cite!(MEASURES, clause "2.6.2"), SOUND_PROMOTION_OPINION_2016.whole()],
        severity: Severity::Serious,
        remedy: Words { zh: "补签", en: "have the missing signature given" },
        ..BASE
    },
    checks: Checks { promotion: Some(check), by_own_day: true, ..Checks::NONE },
};

fn check(case: &PromotionCase<'_>, probe: &mut Probe<'_>) -> Answer {
    process::reach(case, probe)?;
    let at = case.at.field(field!("integrity_opinion"));
    let Some(opinion) = probe.need(&case.promotion.integrity_opinion, || at)? else {
        return Ok(process::lacking(case, at, probe));
    };
    let mut outcome = Outcome::Compliant;
    for (name, signed) in [
        (field!("secretary_signed_on"), opinion.secretary_signed_on),
        (field!("discipline_head_signed_on"), opinion.discipline_head_signed_on),
    ] {
        let at = at.field(name);
        outcome = outcome.join(process::by_decision_day(case, signed, at, probe));
    }
    Ok(outcome)
}
