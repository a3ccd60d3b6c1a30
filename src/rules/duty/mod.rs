//! Recurring duties: who owes what, to or with whom, how often, with which contents, shown by which activity. Each is a row of
//! one [`TABLE`] and a norm of its own; all share one check.

mod held;
mod table;

pub(crate) use table::{By, Duty, Every, Owed, TABLE};

use held::{Cell, Held};

use super::periodic::{self, Span};
use crate::{
    facts::{Body, MemberRole, Membership, RecordFamily},
    finding::{Breach, Coverage, Hinge, Missing, Why},
    norm::Norm,
    outcome::Outcome,
    path::{Path, field},
    rule::{Answer, Checks, DueOf, Part, PersonCase, Probe, Rule, UnitCase, after},
};

/// Place of the row of a code; past the last row where there is none, which [`rule`] does not compile with.
pub(super) const fn row(code: &str) -> usize {
    let (mut place, mut rows): (usize, &[Duty]) = (0, &TABLE);
    while let [first, rest @ ..] = rows {
        if same(first.norm.code.as_str().as_bytes(), code.as_bytes()) {
            break;
        }
        (place, rows) = (place + 1, rest);
    }
    place
}

const fn same(mut a: &[u8], mut b: &[u8]) -> bool {
    while let ([x, more @ ..], [y, others @ ..]) = (a, b) {
        if *x != *y {
            return false;
        }
        (a, b) = (more, others);
    }
    a.is_empty() && b.is_empty()
}

/// The rule of a row.
#[allow(clippy::indexing_slicing, reason = "a place that is no row's does not compile")]
pub(super) const fn rule<const N: usize>() -> Rule {
    const { assert!(N < TABLE.len(), "no row of the table has this code") };
    let (unit, person): (bool, bool) = match TABLE[N].owed {
        Owed::Unit => (true, false),
        Owed::Members | Owed::Portfolios => (false, true),
        Owed::GroupAndMembers => (true, true),
    };
    let norm: Norm = TABLE[N].norm;
    let mut checks = Checks { by_own_day: true, ..Checks::NONE };
    if unit {
        checks.unit = Some(of_unit::<N>);
    }
    if person {
        checks.person = Some(of_person::<N>);
    }
    Rule { norm, checks }
}

fn of_unit<const N: usize>(case: &UnitCase<'_>, probe: &mut Probe<'_>) -> Answer {
    TABLE.get(N).map_or(Ok(Outcome::NotApplicable), |duty| unit(duty, case, probe))
}

fn of_person<const N: usize>(case: &PersonCase<'_>, probe: &mut Probe<'_>) -> Answer {
    TABLE.get(N).map_or(Ok(Outcome::NotApplicable), |duty| person(duty, case, probe))
}

fn unit(duty: &'static Duty, case: &UnitCase<'_>, probe: &mut Probe<'_>) -> Answer {
    let cx = case.cx;
    probe.reach(cx.policy.measures_from() <= cx.as_of, Why::NotInForce)?;
    for stretch in periodic::stretches(cx, |day| duty.setting(cx.policy.on(day))) {
        let Some(span) = stretch.period(probe, |_, _| true) else { continue };
        let cell = Cell { cx, duty, at: Path::ROOT, with: None, holder: None };
        cell.open(span.part(), span, probe);
    }
    Ok(probe.unless_opened(Why::NobodyConcerned))
}

fn person(duty: &'static Duty, case: &PersonCase<'_>, probe: &mut Probe<'_>) -> Answer {
    let cx = case.cx;
    probe.reach(cx.policy.measures_from() <= cx.as_of, Why::NotInForce)?;
    let of_group = |it: &Membership| it.body == Body::PartyGroup;
    probe.reach(case.person.memberships.iter().any(of_group), Why::NobodyConcerned)?;
    let spells = || case.person.memberships.iter().enumerate().filter(|it| of_group(it.1));
    for stretch in periodic::stretches(cx, |day| duty.setting(cx.policy.on(day))) {
        let belonged = |from, last| {
            spells().any(|it| it.1.from.0 <= last && it.1.until.is_none_or(|until| from <= until.0))
        };
        let Some(span) = stretch.period(probe, belonged) else { continue };
        // By the register: on the period's last day, or as things stand while it runs.
        let last = span.until.min(cx.as_of);
        let Some(m) = case.person.spell_on(Body::PartyGroup, last) else { continue };
        let leads = |it: (usize, &Membership)| {
            it.1.role == MemberRole::Principal && it.1.spell().covers(last)
        };
        if duty.owed != Owed::GroupAndMembers && spells().any(leads) {
            continue;
        }
        if matches!(duty.by, By::Principal | By::WithPrincipal)
            && !cx.dossier.index().duties.has_principal(span.from, span.until)
        {
            continue;
        }
        let own = Cell { cx, duty, at: case.at(), with: Some(case.place), holder: Some(case) };
        // Who cannot have been a member for as many days as the policy asks is none of those in the period.
        if periodic::belongs(case, span.from, span.until) == Ok(false) {
            probe.subject(span.part(), |probe| Ok(probe.not_applicable(Why::NobodyConcerned)));
            continue;
        }
        if duty.owed != Owed::Portfolios {
            let at = case.at().field(field!("memberships")).index(m);
            Cell { at, ..own }.open(span.part(), span, probe);
            continue;
        }
        let portfolios = case.person.portfolios.iter().enumerate();
        let assigned = || portfolios.clone().filter(|it| it.1.spell().covers(last));
        for (k, it) in assigned() {
            let records = cx.dossier.records();
            let id = it.department.as_str();
            // In charge by two spells it is heard once.
            if assigned().any(|(n, other)| n < k && other.department == it.department) {
                continue;
            }
            let department = cx.dossier.index().department(records, id);
            let named = records.unit.as_ref().map_or(&[][..], |unit| &unit.departments);
            if !department.and_then(|n| named.get(n)).is_some_and(|it| it.exists_on(last)) {
                continue;
            }
            let with = department.and_then(|n| u32::try_from(n).ok());
            let at = case.at().field(field!("portfolios")).index(k);
            Cell { at, with, ..own }.open(span.part().department(id), span, probe);
        }
    }
    Ok(probe.unless_opened(Why::NobodyConcerned))
}

impl Cell<'_> {
    /// Opens the duty of a period: one of each organ that it is owed to, else one, which has to take in each of its topics.
    fn open(&self, part: Part<'_>, span: Span<'_>, probe: &mut Probe<'_>) {
        // Of the group and its members the contents are the group's.
        let group = self.duty.owed == Owed::GroupAndMembers && self.holder.is_some();
        let asked = if group { &[][..] } else { self.duty.takes_in };
        let mut organs = asked.iter().filter_map(|it| match it {
            Coverage::To(organ) => Some((*it, organ.as_str())),
            Coverage::Topic(_) => None,
        });
        if let Some((first, organ)) = organs.next() {
            for (what, organ) in std::iter::once((first, organ)).chain(organs) {
                let part = part.word("to", organ);
                probe.subject(part, |probe| Ok(self.judge(&[what], span, probe)));
            }
            return;
        }
        probe.subject(part, |probe| Ok(self.judge(asked, span, probe)));
    }

    /// Whether the duty was met in a period, with each thing that it had to take in.
    fn judge(&self, asked: &[Coverage], span: Span<'_>, probe: &mut Probe<'_>) -> Outcome {
        if self.duty.only_if_held {
            match self.held(None, span) {
                Held::Yes { .. } => {}
                Held::Open(lacks) => {
                    probe.falls_due(self.at, span.until, None);
                    return lacks.tell(probe);
                }
                Held::No => {
                    probe.falls_due(self.at, span.until, None);
                    // What is not held yet may still take it in; where nothing was held another rule answers.
                    return if self.cx.as_of <= span.until {
                        probe.pending(self.at, Some(span.until))
                    } else {
                        probe.not_applicable(Why::OtherRule)
                    };
                }
            }
        }
        let all = asked.iter().map(Some);
        let none = asked.is_empty().then_some(None);
        all.chain(none).fold(Outcome::NotApplicable, |all, what| {
            all.join(self.met(what.copied(), span, probe))
        })
    }

    fn met(&self, what: Option<Coverage>, span: Span<'_>, probe: &mut Probe<'_>) -> Outcome {
        let (cx, until) = (&self.cx, span.until);
        let held = self.held(what, span);
        let done = if let Held::Yes { day, at } = held { Some((day, at)) } else { None };
        probe.falls_due_of(self.at, until, done, DueOf { what, ..DueOf::default() });
        match held {
            Held::Yes { .. } => return Outcome::Compliant,
            Held::Open(lacks) => return lacks.tell(probe),
            Held::No if cx.as_of <= until => return probe.pending(self.at, Some(until)),
            Held::No => {}
        }
        if let Some(case) = self.holder {
            if let Err(outcome) = periodic::belonged(case, span.from, until, probe) {
                return outcome;
            }
        }
        let family = RecordFamily::Activities;
        if !cx.dossier.is_complete(family, span.from, until) {
            return probe.lack(Missing::Completeness { family, from: span.from, until });
        }
        let breach = match what {
            Some(what) => Breach::NotCovered { due: Some(until), what },
            None => Breach::Late { due: until, done: None },
        };
        probe.breach_with(self.at, breach, |it| {
            it.day = after(until);
            // What the principal or the unit left undone is no departure of the member's, whom the address names.
            let own = self.holder.filter(|_| self.duty.owed == Owed::Portfolios);
            it.who = own.map(|case| case.person.id.as_str().into());
            if matches!(self.duty.every, Every::Set(_)) {
                it.hinges.push(Hinge::of(span.setting));
            }
        })
    }
}
