//! 变化报告: a change is declared within its limit.

use super::{BASE, ties};
use crate::{
    facts::{Fact, Interest, KinSet, RecordFamily},
    finding::{Breach, Hinge, Missing, Why},
    law::{
        cite,
        instruments::{MEASURES, PERSONAL_MATTERS_RULES},
    },
    norm::{Norm, Words, code},
    outcome::{Outcome, Severity},
    path::field,
    rule::{Answer, Checks, HouseholdCase, Part, Probe, Rule, after},
    time::{Day, NaiveDate},
};

/// 变化报告: a change is declared within its limit.
pub(super) static RULE: Rule = Rule {
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
    let at = case.at.field(field!("family_changes"));
    let mut open = Outcome::NotApplicable;
    match &it.family_changes {
        Fact::Known(list) => {
            for (n, it) in list.iter().enumerate().filter(|(_, it)| is_bound(case, it.on.0)) {
                let at = at.index(n);
                probe.subject(Part::at(at).on(it.on.0), |probe| {
                    let limit = &case.cx.policy.on(it.on.0).family_change_limit;
                    probe.straddles(&case.cx, it.on.0, limit)?;
                    let done = day(it.declared_on);
                    let at = at.field(field!("declared_on"));
                    Ok(probe.within(&case.cx, it.on.0, &done, limit, at))
                });
            }
        }
        Fact::Absent => {}
        Fact::Unknown => open = probe.unknown(at),
    }
    let at = case.at.field(field!("interests"));
    match &it.interests {
        Fact::Known(list) => {
            for (n, it) in list.iter().enumerate().filter(|(n, it)| may_be_new(case, *n, it)) {
                let part = Part::at(at.index(n));
                probe.subject(part, |probe| business(case, n, it, probe));
            }
        }
        Fact::Absent => {}
        Fact::Unknown => open = probe.unknown(at),
    }
    if open == Outcome::Undetermined {
        return Ok(open);
    }
    Ok(probe.unless_opened(Why::NothingToRecord))
}

/// Whether the holder was bound on a day by now.
fn is_bound(case: &HouseholdCase<'_>, on: NaiveDate) -> bool {
    let it = case.household;
    it.from.0 <= on && it.until.is_none_or(|until| on <= until.0) && on <= case.cx.as_of
}

/// Whether an interest may be a change: one that began while the holder was bound, of somebody whose business is declared.
fn may_be_new(case: &HouseholdCase<'_>, n: usize, it: &Interest) -> bool {
    let over = it.until.known().is_some_and(|day| day.0 < case.household.from.0);
    let kinship = &case.cx.dossier.records().kinship;
    let never = case
        .owner(n)
        .is_none_or(|owner| !kinship.is_unknown() && !ties::ever(case, owner, KinSet::Business));
    // What began before all records was there at the first declaration.
    let began = match it.from {
        Fact::Known(from) => is_bound(case, from.0),
        Fact::Absent => false,
        Fact::Unknown => true,
    };
    !over && !never && began
}

fn day(fact: Fact<Day>) -> Fact<NaiveDate> {
    match fact {
        Fact::Known(day) => Fact::Known(day.0),
        Fact::Absent => Fact::Absent,
        Fact::Unknown => Fact::Unknown,
    }
}

/// New business of spouse, children and their spouses.
fn business(case: &HouseholdCase<'_>, n: usize, it: &Interest, probe: &mut Probe<'_>) -> Answer {
    let (cx, household) = (&case.cx, case.household);
    let at = case.at.field(field!("interests")).index(n);
    let Some(from) = probe.need(&it.from, || at.field(field!("from")))?.map(|day| day.0) else {
        return Ok(probe.not_applicable(Why::NothingToRecord));
    };
    probe.set_day(from);
    let limit = &cx.policy.on(from).business_change_limit;
    probe.straddles(cx, from, limit)?;
    if ties::relation(case, case.owner(n), from, KinSet::Business, probe)?.is_none() {
        return Ok(probe.not_applicable(Why::NotInSet));
    }
    // Listed shares and employment are no business.
    match it.behaviour {
        Fact::Known(behaviour) if behaviour.is_business() => {}
        Fact::Known(_) | Fact::Absent => return Ok(probe.not_applicable(Why::OtherKind)),
        Fact::Unknown => return Ok(probe.unknown(at.field(field!("behaviour")))),
    }
    let declarations = household.declarations.elements();
    let listed = case.first_declared(n).filter(|day| *day <= cx.as_of);
    probe.falls_due_after(cx, from, limit, at, listed.map(|day| (day, at)));
    if household.declarations.is_unknown() {
        return Ok(probe.unknown(case.at.field(field!("declarations"))));
    }
    if listed.is_some_and(|day| day <= from) {
        return Ok(Outcome::Compliant);
    }
    let due = probe.due(cx, from, limit)?;
    let due = probe.covered(due.last)?;
    match listed {
        Some(day) if day <= due => return Ok(Outcome::Compliant),
        None if cx.as_of <= due => return Ok(probe.pending(at, Some(due))),
        _ => {}
    }
    if ties::is_suspected(it) {
        return Ok(probe.lack(Missing::Suspected(at.field(field!("held")))));
    }
    for (n, it) in declarations.iter().enumerate() {
        if it.entries.is_unknown() && it.declared_on.0 <= due.min(cx.as_of) {
            let at = case.at.field(field!("declarations")).index(n);
            return Ok(probe.unknown(at.field(field!("entries"))));
        }
    }
    let family = RecordFamily::Declarations;
    if !household.declarations.is_absent() && !cx.dossier.is_complete(family, from, due) {
        return Ok(probe.lack(Missing::Completeness { family, from, until: due }));
    }
    Ok(probe.breach_with(at, Breach::Late { due, done: listed }, |it| {
        it.day = after(due);
        it.hinges = vec![Hinge::of(limit)];
        it.who = Some(household.holder.as_str().into());
    }))
}
