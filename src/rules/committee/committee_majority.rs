//! 检委会表决: more than half of all members.

use super::BASE;
use crate::{
    facts::Body,
    law::{
        Basis, cite,
        instruments::{MEASURES, PROCURATORIAL_COMMITTEE_RULES},
    },
    norm::{Norm, Words, code},
    outcome::Severity,
    rule::{Answer, Checks, ItemCase, Probe, Rule},
    rules::collective,
};

/// 检委会表决: more than half of all members.
#[doc(alias = "检委会决定须全体委员过半数同意")]
pub(super) static RULE: Rule = Rule {
    norm: Norm {
        code: code!("CMT002"),
        slug: "committee-majority",
        title: Words {
            zh: "检委会决定须全体委员过半数同意", en: "Majority of the committee"
        },
        gist: Words {
            zh: "检委会作出决定须经全体委员过半数同意，不以到会人数计算。",
            en: "Adoption takes more than half of all members, not of those present.",
        },
        cites: &[cite!(MEASURES, clause "2.2.2"), PROCURATORIAL_COMMITTEE_RULES.whole()],
        basis: Basis::StateLaw,
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

fn check(case: &ItemCase<'_>, probe: &mut Probe<'_>) -> Answer {
    collective::votable(case, Body::ProcuratorialCommittee, probe)?;
    collective::majority(case, probe)
}
