//! 述责述廉接受评议: a report on duties and integrity that was given is assessed.

use super::BASE;
use crate::{
    law::{
        cite,
        instruments::{INNER_PARTY_OVERSIGHT_REGULATIONS, MEASURES},
    },
    norm::{Norm, Words, code},
    outcome::Severity,
    path::field,
    rule::{AccountabilityReportCase, Answer, Checks, Probe, Rule},
    rules::tasks,
};

/// 述责述廉接受评议: a report on duties and integrity that was given is assessed.
pub(super) static RULE: Rule = Rule {
    norm: Norm {
        code: code!("RPT003"),
        slug: "accountability-report-assessed",
        title: Words { zh: "述责述廉接受评议", en: "The report is assessed" },
        gist: Words {
            zh: "述责述廉须接受评议。",
            en: "A report on duties and integrity that was given is assessed.",
        },
        cites: &[cite!(MEASURES, clause "1.4.2"), INNER_PARTY_OVERSIGHT_REGULATIONS.whole()],
        severity: Severity::Ordinary,
        remedy: Words { zh: "组织评议", en: "have it assessed" },
        ..BASE
    },
    checks: Checks { accountability_report: Some(check), ..Checks::NONE },
};

fn check(case: &AccountabilityReportCase<'_>, probe: &mut Probe<'_>) -> Answer {
    super::is_given(case, probe)?;
    let (done, at) =
        (case.report.assessed_on.map(|day| day.0), case.at().field(field!("assessed_on")));
    Ok(tasks::done_at_all(&case.cx, (case.report.held_on.0, done), at, probe))
}
