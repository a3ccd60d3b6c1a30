//! What was recorded and returned under the three rules, and what inspections found.

use std::collections::HashMap;

use super::build::{Build, Ids};
use super::index::Index;
use crate::{
    error::FaultKind,
    facts::Fact,
    path::{Path, field},
    shape::IdKind,
    time::NaiveDate,
};

/// A monthly return: whose it is, the month, the day it was handed in, its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct ReturnIndex {
    /// Place of the department or the person.
    pub(crate) owner: u32,
    /// Year and month.
    pub(crate) month: (u32, u32),
    pub(crate) submitted_on: NaiveDate,
    pub(crate) place: u32,
}

pub(super) fn returns_of(all: &[ReturnIndex], owner: u32) -> &[ReturnIndex] {
    let start = all.partition_point(|it| it.owner < owner);
    let end = all.partition_point(|it| it.owner <= owner);
    all.get(start..end).unwrap_or(&[])
}

impl Index {
    /// Returns of a department, by month and day.
    pub(crate) fn returns_of_department(&self, place: u32) -> &[ReturnIndex] {
        returns_of(&self.department_returns, place)
    }

    /// Returns of a person, by month and day.
    pub(crate) fn returns_of_person(&self, place: u32) -> &[ReturnIndex] {
        returns_of(&self.person_returns, place)
    }
}

impl Build<'_> {
    pub(super) fn approaches(&mut self) -> Vec<(u32, Option<u32>)> {
        let records = self.records;
        let shelf = Path::ROOT.field(field!("approaches"));
        let mut ids = Ids::with_capacity(records.approaches.len());
        let mut done = Vec::with_capacity(records.approaches.len());
        for (n, it) in (0u32..).zip(&records.approaches) {
            Self::define(&mut self.faults, &mut ids, IdKind::Approach, it.id.as_str(), n, shelf);
            let at = shelf.index(n as usize);
            if it.recorded_on.is_absent() && it.known_otherwise == Fact::Known(false) {
                let words = "what nobody recorded is known from another source".into();
                self.fault(at.field(field!("known_otherwise")), FaultKind::NotAllowed(words));
            }
            let approached = self.person_at(it.approached.as_str(), at.field(field!("approached")));
            let asker = match it.asker.known().map(|it| &it.person) {
                Some(Fact::Known(id)) => {
                    self.person_at(id.as_str(), at.field(field!("asker")).field(field!("person")))
                }
                _ => None,
            };
            if let Some(Fact::Known(id)) = it.suppression.known().map(|it| &it.by) {
                self.person_at(id.as_str(), at.field(field!("suppression")).field(field!("by")));
            }
            done.push((approached.unwrap_or(u32::MAX), asker));
        }
        done
    }

    /// For each omission, how many of the same person were established before it, and how many beside it that day.
    pub(super) fn omissions(&mut self) -> Vec<(u32, u32)> {
        let records = self.records;
        let shelf = Path::ROOT.field(field!("omissions"));
        let mut ids = Ids::with_capacity(records.omissions.len());
        let mut order = Vec::with_capacity(records.omissions.len());
        for (n, it) in (0u32..).zip(&records.omissions) {
            Self::define(&mut self.faults, &mut ids, IdKind::Omission, it.id.as_str(), n, shelf);
            let at = shelf.index(n as usize);
            let person = self.person_at(it.person.as_str(), at.field(field!("person")));
            order.push((person, it.established_on.0, n));
        }
        order.sort_unstable();
        let mut done = vec![(0, 0); order.len()];
        for of_one in order.chunk_by(|a, b| a.0 == b.0) {
            let mut earlier = 0;
            for of_day in of_one.chunk_by(|a, b| a.1 == b.1) {
                let count = u32::try_from(of_day.len()).unwrap_or(u32::MAX);
                for it in of_day {
                    if let Some(slot) = done.get_mut(it.2 as usize) {
                        *slot = (earlier, count - 1);
                    }
                }
                earlier += count;
            }
        }
        done
    }

    /// Returns of departments and of people, in order.
    pub(super) fn returns(&mut self) -> (Vec<ReturnIndex>, Vec<ReturnIndex>) {
        let records = self.records;
        let shelf = Path::ROOT.field(field!("monthly_returns"));
        let (mut departments, mut people) = (Vec::new(), Vec::new());
        for (n, it) in (0u32..).zip(&records.monthly_returns) {
            let at = shelf.index(n as usize);
            if !(1..=12).contains(&it.month) {
                let words = "a month is a number from 1 to 12".into();
                self.fault(at.field(field!("month")), FaultKind::NotAllowed(words));
            }
            if it.department.is_some() == it.person.is_some() {
                let words = "a return is of either a department or a person".into();
                self.fault(at, FaultKind::NotAllowed(words));
            }
            let new = |owner| ReturnIndex {
                owner,
                month: (it.year, it.month),
                submitted_on: it.submitted_on.0,
                place: n,
            };
            if let Some(id) = &it.department {
                self.department(id.as_str(), at.field(field!("department")));
                departments.extend(self.departments.get(id.as_str()).copied().map(new));
            }
            if let Some(id) = &it.person {
                people.extend(self.person_at(id.as_str(), at.field(field!("person"))).map(new));
            }
        }
        // Of two that were handed in on one day the one that says less is taken, whatever their order.
        let order = |it: &ReturnIndex| {
            let own = records.monthly_returns.get(it.place as usize);
            let said = own.map(|it| match it.approaches {
                Fact::Unknown => (0, 0),
                Fact::Absent => (1, 0),
                Fact::Known(count) => (2, count),
            });
            (it.owner, it.month, it.submitted_on, said, it.place)
        };
        departments.sort_unstable_by_key(order);
        people.sort_unstable_by_key(order);
        (departments, people)
    }

    /// Inspections: their identifiers.
    pub(super) fn oversight(&mut self) {
        let records = self.records;
        let mut ids = Ids::new();
        let mut findings: HashMap<&str, Path> = HashMap::new();
        let shelf = Path::ROOT.field(field!("oversight_inspections"));
        for (n, it) in (0u32..).zip(&records.oversight_inspections) {
            Self::define(&mut self.faults, &mut ids, IdKind::Inspection, it.id.as_str(), n, shelf);
            let shelf = shelf.index(n as usize).field(field!("findings"));
            for (k, it) in it.findings.elements().iter().enumerate() {
                let (id, at) = (it.id.as_str(), shelf.index(k).field(field!("id")));
                if id.trim().is_empty() {
                    self.fault(at, FaultKind::EmptyId);
                } else if let Some(first) = findings.insert(id, at) {
                    let (kind, first) = (IdKind::Finding, first.to_string());
                    self.fault(at, FaultKind::DuplicateId { kind, id: id.into(), first });
                }
                for (i, item) in it.items.elements().iter().enumerate() {
                    if let Fact::Known(owner) = &item.owner {
                        let at =
                            shelf.index(k).field(field!("items")).index(i).field(field!("owner"));
                        self.owner(owner.as_str(), at);
                    }
                }
            }
        }
    }
}
