//! 隐瞒不报连带追责: where it was established that a member concealed a breach, that member was held to account.

use super::BASE;
use crate::{
    facts::Fact,
    finding::{Missing, Why},
    law::{cite, instruments::MEASURES},
    norm::{Norm, Words, code},
    outcome::Severity,
    path::field,
    rule::{Answer, Checks, PeerBreachCase, Probe, Rule},
    rules::tasks,
};

/// 隐瞒不报连带追责: where it was established that a member concealed a breach, that member was held to account.
#[doc(alias = "连带责任")]
pub(super) static RULE: Rule = Rule {
    norm: Norm {
        code: code!("MUT003"),
        slug: "joint-liability",
        title: Words { zh: "隐瞒不报连带追责", en: "Concealment is answered for" },
        gist: Words {
            zh: "经认定隐瞒不报的，须连带追究隐瞒者的责任。",
            en: "Where it was established that a member concealed a breach, that member was held to account.",
        },
        cites: &[cite!(MEASURES, clause "2.1.1")],
        severity: Severity::Serious,
        remedy: Words { zh: "依规追责", en: "hold to account" },
        ..BASE
    },
    checks: Checks { peer_breach: Some(check), by_own_day: true, ..Checks::NONE },
};

fn check(case: &PeerBreachCase<'_>, probe: &mut Probe<'_>) -> Answer {
    let (it, cx) = (case.peer, &case.cx);
    let at = case.at().field(field!("concealment_established_on"));
    let on = probe.need(&it.concealment_established_on, || at)?.map(|day| day.0);
    let Some(on) = on.filter(|day| *day <= cx.as_of) else {
        return Ok(probe.not_applicable(Why::NothingToRecord));
    };
    probe.reach(on >= cx.policy.measures_from(), Why::NotInForce)?;
    probe.reach(super::both_are_members(case), Why::NobodyConcerned)?;
    probe.set_day(on);
    if on < it.known_on.0 {
        return Ok(probe.lack(Missing::Contradiction(at)));
    }
    // Only who is established to have known can have concealed it.
    let known = case.at().field(field!("established"));
    match it.established {
        Fact::Known(true) => {}
        Fact::Known(false) => return Ok(probe.lack(Missing::Contradiction(known))),
        Fact::Absent => return Ok(probe.lack(Missing::Suspected(known))),
        Fact::Unknown => return Ok(probe.unknown(known)),
    }
    let done = it.accountability.as_ref().map(|it| it.on.0);
    Ok(tasks::done_at_all(cx, (on, done), case.at().field(field!("accountability")), probe))
}
