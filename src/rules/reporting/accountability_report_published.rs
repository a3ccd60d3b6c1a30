//! 述责述廉报告公开: a report on duties and integrity is published in some scope.

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

/// 述责述廉报告公开: a report on duties and integrity is published in some scope.
pub(super) static RULE: Rule = Rule {
    norm: Norm {
        code: code!("RPT004"),
        slug: "accountability-report-published",
        title: Words { zh: "述责述廉报告公开", en: "The report is published" },
        gist: Words {
            zh: "述责述廉报告须在一定范围内公开。",
            en: "A report on duties and integrity is published in some scope.",
        },
        cites: &[cite!(MEASURES, clause "1.4.2"), INNER_PARTY_OVERSIGHT_REGULATIONS.whole()],
        severity: Severity::Ordinary,
        remedy: Words { zh: "在一定范围内公开", en: "publish it in some scope" },
        ..BASE
    },
    checks: Checks { accountability_report: Some(check), ..Checks::NONE },
};

fn check(case: &AccountabilityReportCase<'_>, probe: &mut Probe<'_>) -> Answer {
    super::is_given(case, probe)?;
    let (done, at) =
        (case.report.published_on.map(|day| day.0), case.at().field(field!("published_on")));
    Ok(tasks::done_at_all(&case.cx, (case.report.held_on.0, done), at, probe))
}
