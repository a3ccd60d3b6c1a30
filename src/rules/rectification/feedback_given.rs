//! 整改反馈: what was put right is reported back.

use super::{super::periodic, BASE};
use crate::{
    finding::Why,
    law::{
        cite,
        instruments::{INSPECTION_TOUR_REGULATIONS, MEASURES},
    },
    norm::{Norm, Words, code},
    outcome::Severity,
    path::field,
    rule::{Answer, Checks, InspectionCase, Probe, Rule},
};

/// 整改反馈: what was put right is reported back.
#[doc(alias = "整改情况反馈")]
pub(super) static RULE: Rule = Rule {
    norm: Norm {
        code: code!("RCT004"),
        slug: "feedback-given",
        title: Words { zh: "按期反馈整改情况", en: "Reported back" },
        gist: Words {
            zh: "自问题移交之日起，须在规定时间内向巡视巡察机关反馈整改情况。",
            en: "What was put right is reported back to the inspecting organ within the policy's time, counted from the day on which the findings were handed over.",
        },
        cites: &[cite!(MEASURES, clause "1.3"), INSPECTION_TOUR_REGULATIONS.whole()],
        severity: Severity::Ordinary,
        remedy: Words { zh: "反馈整改情况", en: "report back" },
        parameters: &["rectification_feedback_limit"],
        ..BASE
    },
    checks: Checks { inspection: Some(check), by_own_day: true, ..Checks::NONE },
};

fn check(case: &InspectionCase<'_>, probe: &mut Probe<'_>) -> Answer {
    let (it, cx) = (case.inspection, &case.cx);
    let on = it.handed_over_on.0;
    let limit = &cx.policy.on(on).rectification_feedback_limit;
    probe.straddles(cx, on, limit)?;
    // Where nothing was found there is nothing to report back.
    let at = case.at.field(field!("findings"));
    let findings = probe.need(&it.findings, || at)?;
    probe.reach(findings.is_some_and(|it| !it.is_empty()), Why::NothingToRecord)?;
    let at = case.at.field(field!("feedback_on"));
    Ok(periodic::dealt_with(cx, on, it.feedback_on, limit, at, probe))
}
