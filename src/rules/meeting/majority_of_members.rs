//! 应到会成员过半数通过: more than half of all members entitled to attend.

use super::BASE;
use crate::{
    facts::Body,
    law::{
        cite,
        instruments::{MEASURES, PARTY_GROUP_REGULATIONS},
    },
    norm::{Norm, Words, code},
    outcome::Severity,
    rule::{Answer, Checks, ItemCase, Probe, Rule},
    rules::collective,
};

/// 应到会成员过半数通过: more than half of all members entitled to attend.
#[doc(alias = "赞成票超过应到会成员半数")]
#[doc(alias = "过半数")]
pub(super) static RULE: Rule = Rule {
    norm: Norm {
        code: code!("MTG012"),
        slug: "majority-of-members",
        title: Words {
            zh: "赞成票超过应到会成员半数", en: "A majority of the members"
        },
        gist: Words {
            zh: "赞成票须超过应到会成员的半数，不以实到会人数计算；宣布通过而不足的不符。",
            en: "Adoption takes valid ballots in favour of more than half of the members entitled to attend, not of those present.",
        },
        cites: &[cite!(MEASURES, clause "2.2.2"), PARTY_GROUP_REGULATIONS.whole()],
        severity: Severity::Serious,
        remedy: Words {
            zh: "更正表决结果，重新表决",
            en: "correct the declared result and vote again",
        },
        parameters: &["suspended_members_count"],
        ..BASE
    },
    checks: Checks { item: Some(check), ..Checks::NONE },
};

pub(in crate::rules) fn check(case: &ItemCase<'_>, probe: &mut Probe<'_>) -> Answer {
    collective::votable(case, Body::PartyGroup, probe)?;
    collective::majority(case, probe)
}
