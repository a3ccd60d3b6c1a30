//! 会前充分酝酿: talked over before the meeting.

use std::cmp::Ordering;

use super::BASE;
use crate::{
    facts::Body,
    finding::{Breach, Missing, Why},
    law::{Unchecked, cite, instruments::MEASURES},
    norm::{Norm, Words, code},
    outcome::{Outcome, Severity},
    path::field,
    rule::{Answer, Checks, ItemCase, Probe, Rule},
};

/// 会前充分酝酿: talked over before the meeting.
#[doc(alias = "会前充分酝酿")]
pub(super) static RULE: Rule = Rule {
    norm: Norm {
        code: code!("MTG004"),
        slug: "deliberate-beforehand",
        title: Words { zh: "会前充分酝酿", en: "Talked over beforehand" },
        gist: Words {
            zh: "上会前须有酝酿记录。",
            en: "Before the meeting it is on record that the item was talked over.",
        },
        cites: &[cite!(MEASURES, clause "2.2.2")],
        severity: Severity::Ordinary,
        remedy: Words {
            zh: "补充酝酿情况说明，今后会前留存记录",
            en: "record what was talked over, and keep such a record before each meeting",
        },
        unchecked: &[Unchecked {
            zh: "酝酿是否充分", en: "whether it was talked over thoroughly"
        }],
        ..BASE
    },
    checks: Checks { item: Some(check), ..Checks::NONE },
};

fn check(case: &ItemCase<'_>, probe: &mut Probe<'_>) -> Answer {
    probe.reach(case.is_before(Body::PartyGroup), Why::OtherKind)?;
    let at = case.at().field(field!("deliberated_on"));
    let held = case.sitting.meeting.held_on;
    let Some(on) = probe.need(&case.item.deliberated_on, || at)? else {
        return Ok(probe.breach(at, Breach::Missing));
    };
    Ok(match on.order(held) {
        Some(Ordering::Less) => Outcome::Compliant,
        Some(_) => probe.breach(at, Breach::NotBefore { deadline: held.day(), done: on.day() }),
        None => probe.lack(Missing::TimeOfDay(at)),
    })
}
