//! 向上级检察院党组述责述廉: for each report year the secretary reports on duties and integrity to the superior procuratorate's Party group; a joint sitting of both superiors, recorded as such, counts for both.

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

/// 向上级检察院党组述责述廉: for each report year the secretary reports on duties and integrity to the superior procuratorate's Party group; a joint sitting of both superiors, recorded as such, counts for both.
#[doc(alias = "述责述廉")]
pub(super) static RULE: Rule = Rule {
    norm: Norm {
        code: code!("RPT001"),
        slug: "accountability-report-superior",
        title: Words {
            zh: "向上级检察院党组述责述廉",
            en: "Accountability report to the superior",
        },
        gist: Words {
            zh: "党组书记每个报告年度向上级检察院党组述责述廉；两个上级联合召开并如此记载的会议，对两处都算。",
            en: "For each report year the secretary reports on duties and integrity to the superior procuratorate's Party group; a joint sitting of both superiors, recorded as such, counts for both.",
        },
        cites: &[cite!(MEASURES, clause "1.4.2"), INNER_PARTY_OVERSIGHT_REGULATIONS.whole()],
        severity: Severity::Ordinary,
        remedy: Words { zh: "向上级检察院党组述责述廉", en: "give the report" },
        parameters: &["accountability_report_limit"],
        ..BASE
    },
    checks: Checks {
        unit: Some(|case, probe| super::given(case, Counterpart::SuperiorProcuratorate, probe)),
        by_own_day: true,
        ..Checks::NONE
    },
};
