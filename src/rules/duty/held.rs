//! Whether an activity that meets a duty was held in a period.

use super::{By, Duty, Owed};
use crate::{
    dossier::DutyIndex,
    facts::{Activity, Body, Fact, Membership, PersonId},
    finding::{Coverage, Missing},
    path::{Path, field},
    rule::{Context, PersonCase},
    rules::{
        meets::{self, Lacks, Meets},
        periodic::Span,
    },
    time::NaiveDate,
};

/// One cell of a duty: of the unit, of a member, or of a member and a department.
#[derive(Clone, Copy)]
pub(super) struct Cell<'a> {
    pub(super) cx: Context<'a>,
    pub(super) duty: &'static Duty,
    /// The spell that made the duty.
    pub(super) at: Path,
    /// Place of the person or the department that the activity must be with.
    pub(super) with: Option<u32>,
    /// The member whose cell it is.
    pub(super) holder: Option<&'a PersonCase<'a>>,
}

/// Whether something was held, when and where it is on record.
pub(super) enum Held {
    Yes { day: NaiveDate, at: Path },
    No,
    Open(Lacks),
}

/// So many facts that would tell are named, and no more.
const NAMED: usize = 8;

impl Cell<'_> {
    fn index(&self) -> &DutyIndex {
        &self.cx.dossier.index().duties
    }

    /// The earliest activity of a period that meets the duty.
    pub(super) fn held(&self, what: Option<Coverage>, span: Span<'_>) -> Held {
        let index = self.index();
        let until = span.until.min(self.cx.as_of);
        let (mut first, mut open): (Option<(NaiveDate, u32)>, Vec<Missing>) = (None, Vec::new());
        let mut note = |n: u32, met: Meets| match met {
            Meets::Yes(day) => first = Some(first.map_or((day, n), |it| it.min((day, n)))),
            Meets::Open(lacks) if open.len() < NAMED => open.extend(lacks.into_list()),
            Meets::Open(_) | Meets::No => {}
        };
        for kind in self.duty.kinds {
            match self.with {
                None => index
                    .of_kind(*kind, span.from, until)
                    .for_each(|n| note(n, self.meets(n, what, span.from, until))),
                Some(with) => {
                    let named = index.with_person(*kind, with, span.from, until);
                    named.for_each(|n| note(n, self.meets(n, what, span.from, until)));
                    let loose = index.loose(*kind, span.from, until);
                    loose.for_each(|n| note(n, self.meets(n, what, span.from, until)));
                }
            }
            for n in index.undated(*kind) {
                // It may lie in this period.
                let dated = match self.meets(n, what, span.from, until) {
                    Meets::No => continue,
                    Meets::Yes(_) => Meets::lack(self.undated(n)),
                    Meets::Open(lacks) => Meets::Open(lacks.with(vec![self.undated(n)].into())),
                };
                note(n, dated);
            }
        }
        match first {
            Some((day, n)) => Held::Yes { day, at: at(n) },
            None if open.is_empty() => Held::No,
            None => Held::Open(open.into()),
        }
    }

    fn activity(&self, n: u32) -> Option<&Activity> {
        self.cx.dossier.records().activities.get(n as usize)
    }

    /// What would tell on which day it was.
    fn undated(&self, n: u32) -> Missing {
        let at = at(n).field(field!("held_on"));
        match self.activity(n).map(|it| &it.held_on) {
            Some(Fact::Unknown) => Missing::Fact(at),
            // The record itself is without a day.
            _ => Missing::FullRecord(at),
        }
    }

    /// Whether an activity meets the duty on its day; one without a day, on some day from one to another.
    fn meets(&self, n: u32, what: Option<Coverage>, from: NaiveDate, until: NaiveDate) -> Meets {
        let Some(it) = self.activity(n) else { return Meets::No };
        let days = it.held_on.known().map_or((from, until), |day| (day.0, day.0));
        let day = it.held_on.known().map_or(NaiveDate::MIN, |day| day.0);
        let taken_in = match what {
            None => Meets::ALWAYS,
            Some(Coverage::Topic(topic)) => {
                meets::fact(&it.topics, at(n).field(field!("topics")), |list| list.contains(&topic))
            }
            Some(Coverage::To(organ)) => {
                meets::fact(&it.to, at(n).field(field!("to")), |list| list.contains(&organ))
            }
        };
        match self.by(n, it, days).and(taken_in) {
            Meets::Yes(_) => Meets::Yes(day),
            other => other,
        }
    }

    /// Whether it was held by and with those whom the duty asks for, as they were on one of these days.
    fn by(&self, n: u32, it: &Activity, (from, until): (NaiveDate, NaiveDate)) -> Meets {
        let index = self.index();
        let Some(people) = index.activities.get(n as usize) else { return Meets::No };
        let leads = |person: u32| index.leads(person, from, until);
        // Whoever led on those days; nobody is talked with, heard or visited by himself or herself.
        let led = || index.led(from, until).any(|it| Some(it) != self.with);
        match self.duty.by {
            By::Principal | By::WithPrincipal | By::AtPrincipal if !led() => return Meets::No,
            _ => {}
        }
        let with = at(n).field(field!("with"));
        let named = |it: &Fact<Vec<PersonId>>| match self.with {
            Some(with_whom) if people.with.contains(&with_whom) => Meets::ALWAYS,
            Some(_) if it.is_unknown() => Meets::open(with),
            Some(_) => Meets::No,
            None => Meets::ALWAYS,
        };
        let by = |holds: &dyn Fn(u32) -> bool| match (&it.by, people.by) {
            (Fact::Known(_), Some(by)) => Meets::when(holds(by)),
            (Fact::Unknown, _) => Meets::open(at(n).field(field!("by"))),
            (Fact::Known(_) | Fact::Absent, _) => Meets::No,
        };
        match self.duty.by {
            By::Anyone if self.duty.owed == Owed::GroupAndMembers => named(&it.with),
            By::Anyone => Meets::ALWAYS,
            By::Principal => {
                by(&|person| Some(person) != self.with && leads(person)).and(named(&it.with))
            }
            By::Holder => {
                let own = self.holder.map(|case| case.place);
                let department = self.department();
                let heard =
                    meets::fact(&it.departments, at(n).field(field!("departments")), |list| {
                        list.iter().any(|it| Some(it.as_str()) == department)
                    });
                by(&|person| Some(person) == own).and(heard)
            }
            By::WithPrincipal => {
                let own = self.with;
                let both = people.with.iter().copied().chain(people.by);
                let (mut member, mut principal) = (false, false);
                for person in both {
                    if Some(person) == own {
                        member = true;
                    } else if leads(person) {
                        principal = true;
                    }
                }
                lacking(n, it, u32::from(!member) + u32::from(!principal))
            }
            By::TwoMembers => {
                let belongs = |person: &u32| self.belongs(*person, from, until);
                let mut members = people.with.iter().copied().chain(people.by).filter(belongs);
                let count = match members.next() {
                    None => 2,
                    Some(first) => u32::from(!members.any(|it| it != first)),
                };
                match lacking(n, it, count) {
                    // On those days there were no two.
                    Meets::Open(_) if self.members(from, until).nth(1).is_none() => Meets::No,
                    other => other,
                }
            }
            By::AtPrincipal => {
                meets::fact(&it.with, with, |_| people.with.iter().any(|it| leads(*it)))
            }
        }
    }

    fn department(&self) -> Option<&str> {
        let departments = &self.cx.dossier.records().unit.as_ref()?.departments;
        departments.get(self.with? as usize).map(|it| it.id.as_str())
    }

    /// Those who belonged to the Party group on some day from one to another.
    fn members(&self, from: NaiveDate, until: NaiveDate) -> impl Iterator<Item = u32> + '_ {
        let count = u32::try_from(self.cx.dossier.records().people.len()).unwrap_or(u32::MAX);
        (0..count).filter(move |person| self.belongs(*person, from, until))
    }

    /// Whether a person belonged to the Party group on some day from one to another.
    fn belongs(&self, person: u32, from: NaiveDate, until: NaiveDate) -> bool {
        let people = &self.cx.dossier.records().people;
        people.get(person as usize).is_some_and(|it| {
            let mut spells = it.spells_in(Body::PartyGroup).map(Membership::spell);
            spells.any(|it| it.from <= until && it.until.is_none_or(|last| from <= last))
        })
    }
}

/// Of a talk so many are still to be named who took part.
fn lacking(n: u32, it: &Activity, count: u32) -> Meets {
    let (by, with) = (at(n).field(field!("by")), at(n).field(field!("with")));
    let open = |known: bool, at: Path| if known { Vec::new() } else { vec![Missing::Fact(at)] };
    match count {
        0 => Meets::ALWAYS,
        _ if it.with.is_unknown() => {
            let mut lacks = vec![Missing::Fact(with)];
            lacks.extend(open(!it.by.is_unknown(), by));
            Meets::Open(lacks.into())
        }
        1 if it.by.is_unknown() => Meets::open(by),
        _ => Meets::No,
    }
}

fn at(n: u32) -> Path {
    Path::ROOT.field(field!("activities")).index(n as usize)
}
