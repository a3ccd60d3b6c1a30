//! 少数意见记录在卷: a minority view is on file.

use super::BASE;
use crate::{
    facts::{Body, ItemResult},
    finding::Why,
    law::{
        cite,
        instruments::{MEASURES, PROCURATORIAL_COMMITTEE_RULES},
    },
    norm::{Norm, Words, code},
    outcome::Severity,
    path::field,
    rule::{Answer, Checks, ItemCase, Probe, Rule},
    rules::collective::{self, Dissenting},
};

/// 少数意见记录在卷: a minority view is on file.
#[doc(alias = "少数委员意见记录在卷")]
pub(super) static RULE: Rule = Rule {
    norm: Norm {
        code: code!("CMT004"),
        slug: "minority-view-kept",
        title: Words { zh: "少数委员意见记录在卷", en: "The minority view is kept" },
        gist: Words {
            zh: "检委会少数委员的意见须记录在卷，载明何人、何意见。",
            en: "A minority view in the committee is on file, with whose it is and what it was.",
        },
        cites: &[cite!(MEASURES, clause "2.2.2"), PROCURATORIAL_COMMITTEE_RULES.whole()],
        severity: Severity::Ordinary,
        remedy: Words {
            zh: "补记少数意见并由本人确认",
            en: "add the view to the file and have its author confirm it",
        },
        ..BASE
    },
    checks: Checks { item: Some(check), ..Checks::NONE },
};

fn check(case: &ItemCase<'_>, probe: &mut Probe<'_>) -> Answer {
    collective::votable(case, Body::ProcuratorialCommittee, probe)?;
    let result = probe.need(&case.item.result, || case.at().field(field!("result")))?;
    match result {
        Some(result @ (ItemResult::Adopted | ItemResult::Rejected)) => {
            Ok(collective::dissent(case, Dissenting::Minority(*result), probe))
        }
        // Until something is decided no view is the minority's.
        _ => Ok(probe.not_applicable(Why::NotDecided)),
    }
}
