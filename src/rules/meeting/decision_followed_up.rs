//! 决定督办: an adopted decision has an owner and a date, and a result by it.

use super::BASE;
use crate::{
    facts::{Body, Fact, ItemResult, OwnerId},
    finding::{Breach, Missing, Why},
    law::{Unchecked, cite, instruments::MEASURES},
    norm::{Norm, Words, code},
    outcome::{Outcome, Severity},
    path::field,
    rule::{Answer, Checks, DueOf, ItemCase, Probe, Rule, after},
};

/// 决定督办: an adopted decision has an owner and a date, and a result by it.
#[doc(alias = "决定有责任人、有时限、有结果")]
pub(super) static RULE: Rule = Rule {
    norm: Norm {
        code: code!("MTG024"),
        slug: "decision-followed-up",
        title: Words {
            zh: "决定有责任人、有时限、有结果", en: "Decisions are followed up"
        },
        gist: Words {
            zh: "通过的决定须明确责任人和完成时限，并在时限前有办理结果。",
            en: "An adopted decision has an owner and a date, and a result by that date.",
        },
        cites: &[cite!(MEASURES, clause "2.2.2")],
        severity: Severity::Ordinary,
        remedy: Words {
            zh: "明确责任人和时限并督办",
            en: "name an owner and a date, and follow it up",
        },
        unchecked: &[Unchecked { zh: "办理结果的质量", en: "how good the result is" }],
        ..BASE
    },
    checks: Checks { item: Some(check), by_own_day: true, ..Checks::NONE },
};

fn check(case: &ItemCase<'_>, probe: &mut Probe<'_>) -> Answer {
    probe.reach(case.is_before(Body::PartyGroup), Why::OtherKind)?;
    let at = case.at();
    let result = probe.need(&case.item.result, || at.field(field!("result")))?;
    probe.reach(result == Some(&ItemResult::Adopted), Why::NotDecided)?;
    let at = at.field(field!("follow_up"));
    // Of a decision before the measures only the due day can lie after their first day.
    let first = case.sitting.cx.policy.measures_from();
    let early = case.day() < first;
    let Some(follow_up) = probe.need(&case.item.follow_up, || at)? else {
        probe.reach(!early, Why::NotInForce)?;
        return Ok(probe.breach(at, Breach::Missing));
    };
    if early {
        let due = probe.need(&follow_up.due_on, || at.field(field!("due_on")))?;
        probe.reach(due.is_some_and(|due| due.0 >= first), Why::NotInForce)?;
    }
    let owner = match follow_up.owner {
        _ if early => Outcome::Compliant,
        Fact::Known(_) => Outcome::Compliant,
        Fact::Absent => probe.breach(at.field(field!("owner")), Breach::Missing),
        Fact::Unknown => probe.unknown(at.field(field!("owner"))),
    };
    let due = match follow_up.due_on {
        Fact::Known(due) => due.0,
        Fact::Absent => {
            return Ok(owner.join(probe.breach(at.field(field!("due_on")), Breach::Missing)));
        }
        Fact::Unknown => return Ok(owner.join(probe.unknown(at.field(field!("due_on"))))),
    };
    let as_of = case.sitting.cx.as_of;
    if due < case.day() {
        // Due before it was decided.
        return Ok(owner.join(probe.lack(Missing::Contradiction(at.field(field!("due_on"))))));
    }
    let at = at.field(field!("done_on"));
    let done = follow_up.done_on.known().map(|day| day.0).filter(|day| *day <= as_of);
    let named = follow_up.owner.known().map(OwnerId::as_str);
    let people = &case.sitting.cx.dossier.records().people;
    let who = named.filter(|id| people.iter().any(|it| it.id.as_str() == *id));
    let department = named.filter(|_| who.is_none());
    // Done before it was decided is not done.
    let noted = done.filter(|day| case.day() <= *day).map(|day| (day, at));
    probe.falls_due_of(at, due, noted, DueOf { who, department, ..DueOf::default() });
    let done = match follow_up.done_on {
        // Done before it was decided.
        Fact::Known(day) if day.0 < case.day() => probe.lack(Missing::Contradiction(at)),
        Fact::Known(day) if day.0 <= due && day.0 <= as_of => Outcome::Compliant,
        Fact::Known(day) if day.0 <= as_of => {
            let breach = Breach::Late { due, done: Some(day.0) };
            probe.breach_with(at, breach, |it| it.day = after(due))
        }
        Fact::Unknown => probe.unknown(at),
        // Not done on the as-of day, whatever came later.
        Fact::Known(_) | Fact::Absent if as_of <= due => probe.pending(at, Some(due)),
        Fact::Known(_) | Fact::Absent => {
            probe.breach_with(at, Breach::Late { due, done: None }, |it| it.day = after(due))
        }
    };
    Ok(owner.join(done))
}
