//! 会后报告上级: a democratic life meeting is reported to the superior within the limit.

use super::{super::periodic, BASE};
use crate::{
    law::{
        cite,
        instruments::{DEMOCRATIC_LIFE_MEETING_RULES, MEASURES},
    },
    norm::{Norm, Words, code},
    outcome::Severity,
    path::field,
    rule::{Answer, Checks, LifeMeetingCase, Probe, Rule},
};

/// 会后报告上级: a democratic life meeting is reported to the superior within the limit.
pub(super) static RULE: Rule = Rule {
    norm: Norm {
        code: code!("DLM010"),
        slug: "reported-after",
        title: Words { zh: "会后报告上级", en: "Reported afterwards" },
        gist: Words {
            zh: "民主生活会后须在规定时间内向上级报告情况。",
            en: "A democratic life meeting is reported to the superior within the limit.",
        },
        cites: &[cite!(MEASURES, clause "2.1.4"), DEMOCRATIC_LIFE_MEETING_RULES.whole()],
        severity: Severity::Ordinary,
        remedy: Words { zh: "报告上级", en: "report it" },
        parameters: &["life_meeting_report_limit"],
        ..BASE
    },
    checks: Checks { life_meeting: Some(check), by_own_day: true, ..Checks::NONE },
};

fn check(case: &LifeMeetingCase<'_>, probe: &mut Probe<'_>) -> Answer {
    super::democratic(case, probe)?;
    let (cx, held) = (&case.cx, case.day());
    let limit = &cx.policy.on(held).life_meeting_report_limit;
    probe.straddles(cx, held, limit)?;
    let (done, at) = (case.life_meeting.reported_on, case.at().field(field!("reported_on")));
    Ok(periodic::dealt_with(cx, held, done, limit, at, probe))
}
