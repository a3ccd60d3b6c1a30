//! 检委会到会人数: more than half of all members.

use super::BASE;
use crate::{
    facts::Body,
    finding::Why,
    law::{
        Basis, cite,
        instruments::{MEASURES, PROCURATORATE_ORGANIC_LAW},
    },
    norm::{Norm, Words, code},
    outcome::{Outcome, Severity},
    rule::{Answer, Checks, ItemCase, Probe, Rule},
    rules::collective::{self, MAJORITY},
};

/// 检委会到会人数: more than half of all members.
#[doc(alias = "检委会到会委员过半数")]
pub(super) static RULE: Rule = Rule {
    norm: Norm {
        code: code!("CMT001"),
        slug: "committee-quorum",
        title: Words { zh: "检委会到会委员过半数", en: "Quorum of the committee" },
        gist: Words {
            zh: "检委会会议须有全体委员过半数到会，恰为半数不足。",
            en: "More than half of all members are present; half is not enough.",
        },
        cites: &[cite!(MEASURES, clause "2.2.2"), cite!(PROCURATORATE_ORGANIC_LAW, article 32)],
        basis: Basis::StateLaw,
        severity: Severity::Serious,
        remedy: Words {
            zh: "重新召开检委会会议",
            en: "hold the meeting again with enough members",
        },
        parameters: &["suspended_members_count"],
        ..BASE
    },
    checks: Checks { item: Some(check), ..Checks::NONE },
};

fn check(case: &ItemCase<'_>, probe: &mut Probe<'_>) -> Answer {
    probe.reach(case.is_before(Body::ProcuratorialCommittee), Why::OtherKind)?;
    collective::quorum(case, probe, &[MAJORITY], |_| Outcome::Undetermined)
}
