//! 变化报告: a change is declared within its limit.

use super::{BASE, ties};
use crate::{
    facts::{Fact, Interest, KinSet, RecordFamily},
    finding::{Missing, Why},
    law::{
        cite,
        instruments::{MEASURES, PERSONAL_MATTERS_RULES},
    },
    norm::{Norm, Words, code},
    outcome::{Outcome, Severity},
    path::Path,
    policy::Setting,
    rule::{Answer, Checks, Due, HouseholdCase, Probe, Rule},
    time::{Day, NaiveDate, Term},
};

/// 变化报告: a change is declared within its limit.
pub static RULE: Rule = Rule {
    norm: Norm {
        code: code!("BIZ002"),
        slug: "change-declared",
        title: Words { zh: "变化情况及时报告", en: "Changes are declared" },
        gist: Words {
            zh: "家事八项变化三十日内报告；新增经商办企业情况按本单位期限及时报告。",
            en: "A change among the eight family matters is declared within thirty days; new business within the limit that the policy sets.",
        },
        cites: &[cite!(MEASURES, clause "2.5.1"), PERSONAL_MATTERS_RULES.whole()],
        severity: Severity::Ordinary,
        remedy: Words { zh: "补报", en: "make the declaration" },
        parameters: &["family_change_limit", "business_change_limit"],
        ..BASE
    },
    checks: Checks { household: Some(check), by_own_day: true, ..Checks::NONE },
};

fn check(case: &HouseholdCase<'_>, probe: &mut Probe<'_>) -> Answer {
    let it = case.household;
    let at = case.at.field("family_changes");
    let family = match &it.family_changes {
        Fact::Known(list) => {
            list.iter().enumerate().fold(Outcome::NotApplicable, |all, (n, it)| {
                let limit = &case.cx.policy.on(it.on.0).family_change_limit;
                let done = day(it.declared_on);
                all.join(declared(
                    case,
                    it.on.0,
                    done,
                    limit,
                    at.index(n).field("declared_on"),
                    probe,
                ))
            })
        }
        Fact::Absent => Outcome::NotApplicable,
        Fact::Unknown => probe.unknown(at),
    };
    let at = case.at.field("interests");
    let business = match &it.interests {
        Fact::Known(list) => {
            list.iter().enumerate().fold(Outcome::NotApplicable, |all, (n, it)| {
                all.join(business(case, n, it, probe).unwrap_or_else(|outcome| outcome))
            })
        }
        Fact::Absent => Outcome::NotApplicable,
        Fact::Unknown => probe.unknown(at),
    };
    let outcome = family.join(business);
    if outcome == Outcome::NotApplicable {
        return Ok(probe.not_applicable(Why::NothingToRecord));
    }
    Ok(outcome)
}

fn day(fact: Fact<Day>) -> Fact<NaiveDate> {
    match fact {
        Fact::Known(day) => Fact::Known(day.0),
        Fact::Absent => Fact::Absent,
        Fact::Unknown => Fact::Unknown,
    }
}

/// A change on a day on which the holder was bound, within its limit.
fn declared(
    case: &HouseholdCase<'_>,
    on: NaiveDate,
    done: Fact<NaiveDate>,
    limit: &Setting<Term>,
    at: Path,
    probe: &mut Probe<'_>,
) -> Outcome {
    let it = case.household;
    let bound = it.from.0 <= on && it.until.is_none_or(|until| on <= until.0);
    if !bound || on > case.cx.as_of {
        return Outcome::NotApplicable;
    }
    match probe.straddles(&case.cx, on, limit) {
        Ok(()) => probe.within(&case.cx, on, &done, limit, at),
        Err(outcome) => outcome,
    }
}

/// New business of spouse, children and their spouses.
fn business(case: &HouseholdCase<'_>, n: usize, it: &Interest, probe: &mut Probe<'_>) -> Answer {
    let at = case.at.field("interests").index(n);
    // What began before all records was there at the first declaration.
    let Some(from) = probe.need(&it.from, || at.field("from"))?.map(|day| day.0) else {
        return Ok(Outcome::NotApplicable);
    };
    if from < case.household.from.0 || from > case.cx.as_of {
        return Ok(Outcome::NotApplicable);
    }
    match ties::relation(case, case.owner(n), from, KinSet::Business, probe)? {
        Some(_) => {}
        None => return Ok(Outcome::NotApplicable),
    }
    let limit = &case.cx.policy.on(from).business_change_limit;
    let listed = match case.first_declared(n) {
        Some(day) => Fact::Known(day),
        None if case.household.declarations.is_unknown() => Fact::Unknown,
        None => Fact::Absent,
    };
    if listed.is_absent() {
        if ties::is_suspected(it) {
            return Ok(probe.lack(Missing::Suspected(at.field("held"))));
        }
        unlisted(case, from, limit, probe)?;
    }
    let at = if listed.is_unknown() { case.at.field("declarations") } else { at };
    Ok(declared(case, from, listed, limit, at, probe))
}

/// Goes on where it is on record that no declaration lists it.
fn unlisted(
    case: &HouseholdCase<'_>,
    from: NaiveDate,
    limit: &Setting<Term>,
    probe: &mut Probe<'_>,
) -> Result<(), Outcome> {
    let at = case.at.field("declarations");
    for (n, it) in case.household.declarations.elements().iter().enumerate() {
        if it.entries.is_unknown() && it.declared_on.0 >= from {
            return Err(probe.unknown(at.index(n).field("entries")));
        }
    }
    let Some(term) = limit.value else { return Ok(()) };
    let overdue = Due::of(&case.cx, from, term)
        .is_ok_and(|due| due.last.is_ok_and(|last| last < case.cx.as_of));
    let (family, until) = (RecordFamily::Declarations, case.cx.as_of);
    let known =
        case.household.declarations.is_absent() || case.cx.dossier.is_complete(family, from, until);
    if overdue && !known {
        return Err(probe.lack(Missing::Completeness { family, from, until }));
    }
    Ok(())
}
