//! 事先报告: what must be reported beforehand is decided after the answer.

use super::{BASE, process};
use crate::{
    finding::Why,
    law::{
        Unchecked, cite,
        instruments::{APPOINTMENT_REGULATIONS, MEASURES},
    },
    norm::{Norm, Words, code},
    outcome::Severity,
    path::field,
    rule::{Answer, Checks, Part, Probe, PromotionCase, Rule},
};

/// 事先报告: what must be reported beforehand is decided after the answer.
#[doc(alias = "有关事项事先报告")]
pub(super) static RULE: Rule = Rule {
    norm: Norm {
        code: code!("PRM017"),
        slug: "prior-report-answered",
        title: Words { zh: "事先报告事项经答复", en: "Prior reports are answered" },
        gist: Words {
            zh: "近亲属提拔、离任前提拔、集中调整、处分后重新使用等须事先报告的，未经答复同意不得讨论决定。",
            en: "A matter that must be reported beforehand, such as a near relative, promotions before a departure, many changes at a time, or use after a sanction, is decided only after the superior answered and agreed.",
        },
        cites: &[cite!(MEASURES, clause "2.6.2"), APPOINTMENT_REGULATIONS.whole()],
        severity: Severity::Serious,
        remedy: Words {
            zh: "报上级答复后重新讨论决定",
            en: "report it, and decide again after the answer",
        },
        unchecked: &[Unchecked {
            zh: "是否属于须事先报告的事项，以记录所列为准",
            en: "whether a matter must be reported is taken from the record",
        }],
        ..BASE
    },
    checks: Checks { promotion: Some(check), by_own_day: true, ..Checks::NONE },
};

fn check(case: &PromotionCase<'_>, probe: &mut Probe<'_>) -> Answer {
    process::reach(case, probe)?;
    let at = case.at.field(field!("prior_reports"));
    let reports = probe.need(&case.promotion.prior_reports, || at)?.map_or(&[][..], Vec::as_slice);
    probe.reach(!reports.is_empty(), Why::NothingToRecord)?;
    for (n, it) in reports.iter().enumerate() {
        let at = at.index(n);
        probe.subject(Part::at(at), |probe| {
            Ok(process::answered(case, it.answered_on, it.agreed, at, probe))
        });
    }
    Ok(probe.unless_opened(Why::NothingToRecord))
}
