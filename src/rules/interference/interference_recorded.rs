//! 逢问必录: an approach that another source knows of was recorded by the one approached.

use super::{BASE, asked};
use crate::{
    facts::Fact,
    finding::Missing,
    law::{
        cite,
        instruments::{INTERFERENCE_RECORDING_RULES_2019, MEASURES},
    },
    norm::{Norm, Words, code},
    outcome::{Outcome, Severity},
    path::field,
    rule::{Answer, ApproachCase, Checks, Probe, Rule},
};

/// 逢问必录: an approach that another source knows of was recorded by the one approached.
#[doc(alias = "逢问必录")]
pub(super) static RULE: Rule = Rule {
    norm: Norm {
        code: code!("ITV001"),
        slug: "interference-recorded",
        title: Words { zh: "过问干预须如实记录", en: "Approaches are recorded" },
        gist: Words {
            zh: "他处反映的过问、干预、插手，受请托人须在规定时间内如实记录。",
            en: "An approach that another source knows of was recorded by the one approached, by the policy's day.",
        },
        cites: &[cite!(MEASURES, clause "2.4.1"), INTERFERENCE_RECORDING_RULES_2019.whole()],
        severity: Severity::Serious,
        remedy: Words { zh: "补录并说明情况", en: "record it and say why it was not" },
        parameters: &["approach_record_limit"],
        ..BASE
    },
    checks: Checks { approach: Some(check), by_own_day: true, ..Checks::NONE },
};

fn check(case: &ApproachCase<'_>, probe: &mut Probe<'_>) -> Answer {
    let it = case.approach;
    let on = asked(case, probe)?;
    let limit = &case.cx.policy.on(on).approach_record_limit;
    probe.straddles(&case.cx, on, limit)?;
    let (recorded, at) = (it.recorded_on.map(|day| day.0), case.at.field(field!("recorded_on")));
    if recorded.known().is_some_and(|day| *day < on) {
        return Ok(probe.lack(Missing::Contradiction(at)));
    }
    let known = recorded.known().is_some();
    if known && matches!(it.known_otherwise, Fact::Absent | Fact::Known(false)) {
        // Only the record itself knows of it; whether it was reported in time is ITV003's.
        return Ok(Outcome::Compliant);
    }
    let outcome = probe.within(&case.cx, on, &recorded, limit, at);
    if known && it.known_otherwise.is_unknown() && outcome != Outcome::Compliant {
        return Ok(probe.unknown(case.at.field(field!("known_otherwise"))));
    }
    Ok(outcome)
}
