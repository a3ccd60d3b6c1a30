//! 书面授权: a delegated power needs a written delegation in force.

use super::BASE;
use crate::{
    facts::{Delegation, Fact, PersonId},
    finding::{Breach, Why},
    law::{
        cite,
        instruments::{MEASURES, POWER_LIST_GUIDANCE_2017},
    },
    norm::{Norm, Words, code},
    outcome::{Outcome, Severity},
    path::{Path, field},
    rule::{ActCase, Answer, Checks, Probe, Rule},
};

/// 书面授权: a delegated power needs a written delegation in force.
#[doc(alias = "书面授权")]
pub(super) static RULE: Rule = Rule {
    norm: Norm {
        code: code!("PWR012"),
        slug: "delegation-written",
        title: Words { zh: "授权须有书面依据", en: "Delegations are in writing" },
        gist: Words {
            zh: "受委托行使权力须有当日有效的书面授权。",
            en: "A delegated power is exercised on a written delegation in force.",
        },
        cites: &[cite!(MEASURES, clause "2.2.1"), POWER_LIST_GUIDANCE_2017.whole()],
        severity: Severity::Ordinary,
        remedy: Words {
            zh: "补办书面授权或者重新决定",
            en: "put the delegation in writing, or decide anew",
        },
        ..BASE
    },
    checks: Checks { act: Some(check), ..Checks::NONE },
};

fn check(case: &ActCase<'_>, probe: &mut Probe<'_>) -> Answer {
    let at = case.at.field(field!("delegation"));
    let Some(delegation) = probe.need(&case.act.delegation, || at)? else {
        return Ok(probe.not_applicable(Why::OtherKind));
    };
    let who = case.act.by.known().map(PersonId::as_str);
    let written = match delegation.written {
        Fact::Known(true) => Outcome::Compliant,
        Fact::Known(false) | Fact::Absent => {
            probe.breach_with(at.field(field!("written")), Breach::Missing, |it| {
                it.who = who.map(Into::into);
            })
        }
        Fact::Unknown => probe.unknown(at.field(field!("written"))),
    };
    Ok(written
        .join(in_force(case, delegation, at, probe))
        .join(covers(case, delegation, at, probe)))
}

/// In force on the day of the act.
fn in_force(case: &ActCase<'_>, it: &Delegation, at: Path, probe: &mut Probe<'_>) -> Outcome {
    let day = case.day();
    let who = case.act.by.known().map(PersonId::as_str);
    let days = [
        (field!("from"), it.from.map(|from| from.0 <= day)),
        (field!("until"), it.until.map(|until| day <= until.0)),
    ];
    days.into_iter().fold(Outcome::Compliant, |all, (key, in_time)| {
        all.join(match in_time {
            // Without an end it is open; without a first day it was given before.
            Fact::Known(true) | Fact::Absent => Outcome::Compliant,
            Fact::Known(false) => probe.breach_with(at.field(key), Breach::NotInForce, |it| {
                it.who = who.map(Into::into);
            }),
            Fact::Unknown => probe.unknown(at.field(key)),
        })
    })
}

/// For the power that was exercised.
fn covers(case: &ActCase<'_>, it: &Delegation, at: Path, probe: &mut Probe<'_>) -> Outcome {
    if it.powers.is_empty() {
        return Outcome::Compliant;
    }
    match &case.act.power {
        Fact::Known(power) if it.powers.contains(power) => Outcome::Compliant,
        Fact::Known(_) | Fact::Absent => {
            probe.breach_with(at.field(field!("powers")), Breach::NotDelegated, |it| {
                it.who = case.act.by.known().map(|by| by.as_str().into());
            })
        }
        Fact::Unknown => probe.unknown(case.at.field(field!("power"))),
    }
}
