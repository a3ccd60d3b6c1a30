//! 向城区区委述责述廉: for each report year the secretary reports on duties and integrity to the district committee; this is a second duty.

use super::BASE;
use crate::{
    facts::Counterpart,
    law::{
        cite,
        instruments::{INNER_PARTY_OVERSIGHT_REGULATIONS, MEASURES},
    },
    norm::{Norm, Words, code},
    outcome::Severity,
    rule::{Checks, Rule},
};

/// 向城区区委述责述廉: for each report year the secretary reports on duties and integrity to the district committee; this is a second duty.
#[doc(alias = "述责述廉")]
pub(super) static RULE: Rule = Rule {
    norm: Norm {
        code: code!("RPT002"),
        slug: "accountability-report-committee",
        title: Words {
            zh: "向城区区委述责述廉",
            en: "Accountability report to the district committee",
        },
        gist: Words {
            zh: "党组书记每个报告年度向城区区委述责述廉；这是另一项义务。",
            en: "For each report year the secretary reports on duties and integrity to the district committee; this is a second duty.",
        },
        cites: &[cite!(MEASURES, clause "1.4.2"), INNER_PARTY_OVERSIGHT_REGULATIONS.whole()],
        severity: Severity::Ordinary,
        remedy: Words { zh: "向城区区委述责述廉", en: "give the report" },
        parameters: &["accountability_report_limit"],
        ..BASE
    },
    checks: Checks {
        unit: Some(|case, probe| super::given(case, Counterpart::DistrictCommittee, probe)),
        by_own_day: true,
        ..Checks::NONE
    },
};
