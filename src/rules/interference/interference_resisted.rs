//! 不得办理: what was classed as intervention or meddling was not granted.

use super::{BASE, asked};
use crate::{
    facts::{ApproachClass, ApproachResponse},
    finding::{Breach, Why},
    law::{
        cite,
        instruments::{INTERFERENCE_RECORDING_RULES_2019, MEASURES},
    },
    norm::{Norm, Words, code},
    outcome::{Modality, Outcome, Severity},
    path::field,
    rule::{Answer, ApproachCase, Checks, Probe, Rule},
};

/// 不得办理: what was classed as intervention or meddling was not granted.
#[doc(alias = "抵制干预")]
pub(super) static RULE: Rule = Rule {
    norm: Norm {
        code: code!("ITV006"),
        slug: "interference-resisted",
        title: Words { zh: "抵制干预插手", en: "Interference is resisted" },
        gist: Words {
            zh: "认定为干预、插手的请托不得办理。",
            en: "What was classed as intervention or meddling is not granted. Being asked is neutral.",
        },
        cites: &[cite!(MEASURES, clause "2.4.2"), INTERFERENCE_RECORDING_RULES_2019.whole()],
        modality: Modality::MustNot,
        severity: Severity::Serious,
        remedy: Words {
            zh: "纠正已办事项并报告", en: "undo what was granted, and report it"
        },
        ..BASE
    },
    checks: Checks { approach: Some(check), by_own_day: true, ..Checks::NONE },
};

fn check(case: &ApproachCase<'_>, probe: &mut Probe<'_>) -> Answer {
    let (it, at, cx) = (case.approach, case.at, &case.cx);
    let class = probe.need(&it.class, || at.field(field!("class")))?;
    // An inquiry, or what nobody classed, is no interference.
    let interfered = matches!(class, Some(ApproachClass::Intervention | ApproachClass::Meddling));
    probe.reach(interfered, Why::OtherKind)?;
    let on = asked(case, probe)?;
    probe.reach(on >= cx.policy.measures_from(), Why::NotInForce)?;
    probe.set_day(on);
    match probe.need(&it.response, || at.field(field!("response")))? {
        Some(ApproachResponse::Granted) => {
            Ok(probe.breach_with(at.field(field!("response")), Breach::Prohibited, |found| {
                found.also.push(at.field(field!("class")));
                found.who = Some(it.approached.as_str().into());
            }))
        }
        Some(_) => Ok(Outcome::Compliant),
        // What was done nobody wrote down: ITV002 tells.
        None => Ok(probe.unknown(at.field(field!("response")))),
    }
}
