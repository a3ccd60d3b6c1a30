//! 不同意见如实记录: dissent is on record with whose it is and what it was.

use super::BASE;
use crate::{
    facts::Body,
    law::{Unchecked, cite, instruments::MEASURES},
    norm::{Norm, Words, code},
    outcome::Severity,
    rule::{Answer, Checks, ItemCase, Probe, Rule},
    rules::collective::{self, Dissenting},
};

/// 不同意见如实记录: dissent is on record with whose it is and what it was.
#[doc(alias = "不同意见如实记录")]
pub(super) static RULE: Rule = Rule {
    norm: Norm {
        code: code!("MTG014"),
        slug: "dissent-recorded",
        title: Words { zh: "不同意见如实记录", en: "Dissent is recorded" },
        gist: Words {
            zh: "反对、弃权、缓议和发言不同意的，记录须载明何人、何意见；无记名投票的，载明票数和发言中的不同意见。",
            en: "Who voted against, abstained, asked to defer or spoke against is on record with what it was; of a secret ballot, the counts and the spoken dissent.",
        },
        cites: &[cite!(MEASURES, clause "2.2.2")],
        severity: Severity::Ordinary,
        remedy: Words {
            zh: "补记不同意见并由本人确认",
            en: "add the dissent to the minutes and have its author confirm it",
        },
        unchecked: &[Unchecked {
            zh: "未发言也未投反对票的保留意见",
            en: "reservations neither spoken nor voted",
        }],
        ..BASE
    },
    checks: Checks { item: Some(check), ..Checks::NONE },
};

fn check(case: &ItemCase<'_>, probe: &mut Probe<'_>) -> Answer {
    collective::votable(case, Body::PartyGroup, probe)?;
    Ok(collective::dissent(case, Dissenting::All, probe))
}
