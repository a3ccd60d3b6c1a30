//! 家风考察: family conduct is appraised in the case.

use super::{BASE, process};
use crate::{
    law::{cite, instruments::MEASURES},
    norm::{Norm, Words, code},
    outcome::Severity,
    path::field,
    rule::{Answer, Checks, Probe, PromotionCase, Rule},
};

/// 家风考察: family conduct is appraised in the case.
#[doc(alias = "考察家风情况")]
pub(super) static RULE: Rule = Rule {
    norm: Norm {
        code: code!("PRM023"),
        slug: "family-conduct-considered",
        title: Words { zh: "考察家风情况", en: "Family conduct is considered" },
        gist: Words {
            zh: "选拔任用中须有家风情况的评价记录。",
            en: "The case holds an appraisal of family conduct.",
        },
        cites: &[cite!(MEASURES, clause "1.5.2")],
        severity: Severity::Ordinary,
        remedy: Words { zh: "补充家风情况评价", en: "add the appraisal" },
        ..BASE
    },
    checks: Checks { promotion: Some(check), by_own_day: true, ..Checks::NONE },
};

fn check(case: &PromotionCase<'_>, probe: &mut Probe<'_>) -> Answer {
    process::reach(case, probe)?;
    let at = case.at.field(field!("family_conduct_appraised_on"));
    probe.looks_at(&case.promotion.family_conduct_appraised_on, || at);
    Ok(process::by_decision_day(case, case.promotion.family_conduct_appraised_on, at, probe))
}
