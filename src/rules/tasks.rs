//! Things to be done by somebody by a day: of plans, of what meetings resolve to put right, of problems found.

use crate::{
    facts::{Fact, FollowUp, OwnerId, PlanTask},
    finding::{Breach, Missing},
    outcome::Outcome,
    path::{Path, field},
    rule::{Context, DueOf, Probe, after},
    time::{Day, NaiveDate},
};

/// One of them.
#[derive(Clone, Copy)]
pub(super) struct Task<'a> {
    owner: &'a Fact<OwnerId>,
    due_on: &'a Fact<Day>,
    done_on: &'a Fact<Day>,
}

impl<'a> From<&'a FollowUp> for Task<'a> {
    fn from(it: &'a FollowUp) -> Self {
        Self { owner: &it.owner, due_on: &it.due_on, done_on: &it.done_on }
    }
}

impl<'a> From<&'a PlanTask> for Task<'a> {
    fn from(it: &'a PlanTask) -> Self {
        Self { owner: &it.owner, due_on: &it.due_on, done_on: &it.done_on }
    }
}

impl Task<'_> {
    /// Whether it has an owner and a date.
    pub(super) fn assigned(&self, at: Path, probe: &mut Probe<'_>) -> Outcome {
        stated(self.owner, at.field(field!("owner")), probe).join(stated(
            self.due_on,
            at.field(field!("due_on")),
            probe,
        ))
    }

    /// Whether it was done by its date, and not before the day on which it arose; a date before the measures is not asked.
    pub(super) fn in_time(
        &self,
        cx: &Context<'_>,
        since: Option<NaiveDate>,
        at: Path,
        probe: &mut Probe<'_>,
    ) -> Outcome {
        let due = match self.due_on {
            // What it arose from came later.
            Fact::Known(due) if since.is_some_and(|since| due.0 < since) => {
                return probe.lack(Missing::Contradiction(at.field(field!("due_on"))));
            }
            Fact::Known(due) if due.0 >= cx.policy.measures_from() => due.0,
            Fact::Known(_) | Fact::Absent => return Outcome::Compliant,
            Fact::Unknown => return probe.unknown(at.field(field!("due_on"))),
        };
        let at = at.field(field!("done_on"));
        let done = self.done_on.known().map(|day| day.0).filter(|day| *day <= cx.as_of);
        let contradicts = done.zip(since).is_some_and(|(done, since)| done < since);
        let noted = done.filter(|_| !contradicts).map(|day| (day, at));
        let who = self.person(cx);
        let department = self.owner.known().map(OwnerId::as_str).filter(|_| who.is_none());
        let owner = DueOf { who, department, ..DueOf::default() };
        probe.falls_due_of(at, due, noted, owner);
        if self.done_on.is_unknown() {
            return probe.unknown(at);
        }
        if contradicts {
            return probe.lack(Missing::Contradiction(at));
        }
        match done {
            Some(day) if day <= due => Outcome::Compliant,
            None if cx.as_of <= due => probe.pending(at, Some(due)),
            _ => probe.breach_with(at, Breach::Late { due, done }, |it| {
                it.day = after(due);
                it.who = self.person(cx).map(Into::into);
            }),
        }
    }

    /// Who owns it, where it is a person and no department.
    fn person<'c>(&self, cx: &Context<'c>) -> Option<&'c str> {
        let owner = self.owner.known()?.as_str();
        let people = &cx.dossier.records().people;
        people.iter().map(|it| it.id.as_str()).find(|it| *it == owner)
    }
}

fn stated<T>(fact: &Fact<T>, at: Path, probe: &mut Probe<'_>) -> Outcome {
    match fact {
        Fact::Known(_) => Outcome::Compliant,
        Fact::Absent => probe.breach(at, Breach::Missing),
        Fact::Unknown => probe.unknown(at),
    }
}

/// Whether something that has no day due was done by the as-of day, and not before what it followed.
pub(super) fn done_at_all(
    cx: &Context<'_>,
    (since, done): (NaiveDate, Fact<NaiveDate>),
    at: Path,
    probe: &mut Probe<'_>,
) -> Outcome {
    match done {
        Fact::Known(day) if day < since => probe.lack(Missing::Contradiction(at)),
        Fact::Known(day) if day <= cx.as_of => Outcome::Compliant,
        // What came later was not there on the as-of day.
        Fact::Known(_) | Fact::Absent => probe.breach(at, Breach::Missing),
        Fact::Unknown => probe.unknown(at),
    }
}
