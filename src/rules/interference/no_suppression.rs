//! 不得打击报复: nobody stops or punishes a recorder.

use super::{BASE, asked};
use crate::{
    facts::Fact,
    finding::{Breach, Missing, Why},
    law::{
        cite,
        instruments::{INTERFERENCE_RECORDING_RULES_2019, MEASURES},
    },
    norm::{Norm, Words, code},
    outcome::{Modality, Outcome, Severity},
    path::field,
    rule::{Answer, ApproachCase, Checks, Probe, Rule},
};

/// 不得打击报复: nobody stops or punishes a recorder.
#[doc(alias = "打击报复")]
pub(super) static RULE: Rule = Rule {
    norm: Norm {
        code: code!("ITV010"),
        slug: "no-suppression",
        title: Words { zh: "不得阻止或者打击报复记录人", en: "No suppression" },
        gist: Words {
            zh: "任何人不得阻止记录，不得打击报复记录人。",
            en: "Nobody keeps a recorder from recording, or punishes it.",
        },
        cites: &[cite!(MEASURES, clause "2.4.2"), INTERFERENCE_RECORDING_RULES_2019.whole()],
        modality: Modality::MustNot,
        severity: Severity::Serious,
        remedy: Words {
            zh: "纠正并追责，保护记录人",
            en: "put it right, hold to account, protect the recorder",
        },
        ..BASE
    },
    checks: Checks { approach: Some(check), by_own_day: true, ..Checks::NONE },
};

fn check(case: &ApproachCase<'_>, probe: &mut Probe<'_>) -> Answer {
    let (it, cx) = (case.approach, &case.cx);
    let at = case.at.field(field!("suppression"));
    let Some(found) = probe.need(&it.suppression, || at)? else {
        // Nothing of the kind is on record of an approach in the time of the measures.
        let on = asked(case, probe)?;
        probe.reach(on >= cx.policy.measures_from(), Why::NotInForce)?;
        return Ok(Outcome::Compliant);
    };
    let on = match probe.need(&found.on, || at.field(field!("on")))? {
        Some(day) => day.0,
        None => return Ok(probe.unknown(at.field(field!("on")))),
    };
    probe.reach(on <= cx.as_of, Why::AfterAsOf)?;
    probe.reach(on >= cx.policy.measures_from(), Why::NotInForce)?;
    Ok(match found.established {
        Fact::Known(true) => probe.breach_with(at, Breach::Prohibited, |it| {
            it.day = on;
            // It does not concern the recorder.
            it.who = found.by.known().map(|by| by.as_str().into());
        }),
        Fact::Known(false) => Outcome::Compliant,
        Fact::Absent => probe.lack(Missing::Suspected(at.field(field!("established")))),
        Fact::Unknown => probe.unknown(at.field(field!("established"))),
    })
}
