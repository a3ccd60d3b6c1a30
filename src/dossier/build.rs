//! Making the index, where duplicate and dangling identifiers and disordered spells are found.

use std::collections::HashMap;

use super::bench::Speaker;
use crate::{
    error::{Fault, FaultKind},
    facts::{Body, Records},
    path::{Field, Path, field},
    shape::IdKind,
    time::NaiveDate,
};

pub(super) type Ids<'r> = HashMap<&'r str, u32>;

pub(super) struct Build<'r> {
    pub(super) records: &'r Records,
    pub(super) people: Ids<'r>,
    pub(super) departments: Ids<'r>,
    pub(super) matters: Ids<'r>,
    pub(super) items: HashMap<&'r str, (u32, u32)>,
    pub(super) spells: Vec<(Body, u32, u32)>,
    pub(super) faults: Vec<Fault>,
    /// The place after the person found last: lists mostly name people in the order of the register.
    next: usize,
    /// Seats by place in the register, of the meeting at hand.
    pub(super) seat_of: Vec<u8>,
}

impl<'r> Build<'r> {
    pub(super) fn new(records: &'r Records) -> Self {
        Self {
            records,
            people: HashMap::with_capacity(records.people.len()),
            departments: HashMap::new(),
            matters: HashMap::with_capacity(records.matters.len()),
            items: HashMap::new(),
            spells: Vec::new(),
            faults: Vec::new(),
            next: 0,
            seat_of: vec![Speaker::OUTSIDER; records.people.len()],
        }
    }

    pub(super) fn fault(&mut self, at: Path, kind: FaultKind) {
        self.faults.push(Fault::at(at, kind));
    }

    /// Notes an identifier; a duplicate or empty one is a fault.
    pub(super) fn define(
        faults: &mut Vec<Fault>,
        ids: &mut Ids<'r>,
        kind: IdKind,
        id: &'r str,
        place: u32,
        shelf: Path,
    ) {
        let at = shelf.index(place as usize).field(field!("id"));
        if id.trim().is_empty() {
            faults.push(Fault::at(at, FaultKind::EmptyId));
        } else if let Some(first) = ids.insert(id, place) {
            let first = shelf.index(first as usize).field(field!("id")).to_string();
            faults.push(Fault::at(at, FaultKind::DuplicateId { kind, id: id.into(), first }));
        }
    }

    pub(super) fn ordered(&mut self, at: Path, from: Option<NaiveDate>, until: Option<NaiveDate>) {
        self.in_order(at, (field!("from"), from), (field!("until"), until));
    }

    pub(super) fn in_order(
        &mut self,
        at: Path,
        (start, first): (Field, Option<NaiveDate>),
        (end, second): (Field, Option<NaiveDate>),
    ) {
        if first.zip(second).is_some_and(|(first, second)| second < first) {
            self.fault(at.field(end), FaultKind::BeforeStart { start: start.as_str() });
        }
    }

    /// A person or a department.
    pub(super) fn owner(&mut self, id: &str, at: Path) {
        if !self.people.contains_key(id) && !self.departments.contains_key(id) {
            self.fault(at, FaultKind::DanglingId { kind: IdKind::Owner, id: id.into() });
        }
    }

    pub(super) fn declarations(&mut self) {
        let records = self.records;
        for (n, it) in records.complete.iter().enumerate() {
            let at = Path::ROOT.field(field!("complete")).index(n);
            self.ordered(at, Some(it.from.0), Some(it.until.0));
        }
    }

    pub(super) fn find_person(&mut self, id: &str) -> Option<u32> {
        let guess = self.next;
        let place = match self.records.people.get(guess) {
            Some(person) if person.id.as_str() == id => u32::try_from(guess).ok()?,
            _ => *self.people.get(id)?,
        };
        self.next = place as usize + 1;
        Some(place)
    }

    pub(super) fn person_at(&mut self, id: &str, at: Path) -> Option<u32> {
        let place = self.find_person(id);
        if place.is_none() {
            self.fault(at, FaultKind::DanglingId { kind: IdKind::Person, id: id.into() });
        }
        place
    }

    pub(super) fn department(&mut self, id: &str, at: Path) {
        if !self.departments.contains_key(id) {
            self.fault(at, FaultKind::DanglingId { kind: IdKind::Department, id: id.into() });
        }
    }

    pub(super) fn matter(&mut self, id: &str, at: Path) -> Option<u32> {
        let place = self.matters.get(id).copied();
        if place.is_none() {
            self.fault(at, FaultKind::DanglingId { kind: IdKind::Matter, id: id.into() });
        }
        place
    }

    pub(super) fn item_ref(&mut self, id: &str, at: Path) -> Option<(u32, u32)> {
        let place = self.items.get(id).copied();
        if place.is_none() {
            self.fault(at, FaultKind::DanglingId { kind: IdKind::Item, id: id.into() });
        }
        place
    }
}
