//! Meetings, their items and decisions taken elsewhere, with what was put to the Party group and when.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::bench::{Bench, ItemSeats, Seats, Speaker};
use super::build::{Build, Ids};
use super::index::Index;
use crate::{
    error::{Fault, FaultKind},
    facts::{
        Body, Decision, Fact, Item, ItemId, ItemKind, Meeting, MeetingKind, PersonId, Records,
        VoteMethod,
    },
    path::{Path, Root, field},
    shape::IdKind,
    time::NaiveDate,
};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Range {
    start: u32,
    end: u32,
}

impl Range {
    pub(super) fn of<T>(self, all: &[T]) -> &[T] {
        all.get(self.start as usize..self.end as usize).unwrap_or(&[])
    }
}

/// One meeting with its identifiers resolved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct MeetingIndex {
    pub(crate) bench: Bench,
    items: Vec<ItemSeats>,
    pub(super) seats: Vec<u8>,
    people: Vec<u32>,
}

impl MeetingIndex {
    pub(crate) fn item(&self, n: usize) -> Option<&ItemSeats> {
        self.items.get(n)
    }

    /// Who made each statement, in the order of the record.
    pub(crate) fn statements(
        &self,
        item: &ItemSeats,
    ) -> impl ExactSizeIterator<Item = Speaker> + '_ {
        item.statements.of(&self.seats).iter().map(|byte| Speaker::from_byte(*byte))
    }

    /// Who cast each ballot, in the order of the record; of a vote without named ballots, the voters.
    pub(crate) fn ballots(&self, item: &ItemSeats) -> impl ExactSizeIterator<Item = Speaker> + '_ {
        item.ballots.of(&self.seats).iter().map(|byte| Speaker::from_byte(*byte))
    }

    /// Places in the register of those whom the item concerns.
    pub(crate) fn concerns(&self, item: &ItemSeats) -> &[u32] {
        item.concerns.of(&self.people)
    }
}

/// A decision with its identifiers resolved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct DecisionIndex {
    pub(crate) matter: Option<u32>,
    pub(crate) decider: Option<u32>,
}

/// An item put for decision to the Party group, and where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Occurrence {
    pub(crate) day: NaiveDate,
    pub(crate) meeting: u32,
    pub(crate) item: u32,
}

/// Items put for decision to the Party group, by matter and of no known matter, each in order.
pub(super) fn put_to_the_party_group(
    records: &Records,
    meetings: &[MeetingIndex],
) -> (Vec<(u32, Occurrence)>, Vec<Occurrence>) {
    let (mut occurrences, mut unplaced) = (Vec::new(), Vec::new());
    let of_party_group = |it: &(u32, &Meeting)| it.1.kind == MeetingKind::PartyGroup;
    for (m, meeting) in (0u32..).zip(&records.meetings).filter(of_party_group) {
        let resolved = meetings.get(m as usize).map_or(&[][..], |it| &it.items);
        for ((i, item), seats) in (0u32..).zip(&meeting.items).zip(resolved) {
            let it = Occurrence { day: meeting.held_on.day(), meeting: m, item: i };
            match (item.kind, seats.matter) {
                (ItemKind::Decide, Some(matter)) => occurrences.push((matter, it)),
                (ItemKind::Decide, None) if item.matter.is_unknown() => unplaced.push(it),
                _ => {}
            }
        }
    }
    occurrences.sort_unstable();
    unplaced.sort_unstable();
    (occurrences, unplaced)
}

pub(super) fn range(start: usize, end: usize) -> Range {
    let narrow = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    Range { start: narrow(start), end: narrow(end) }
}

impl Index {
    /// The index of one meeting that is checked against a dossier without being in it.
    pub(crate) fn of_meeting(
        records: &Records,
        meeting: &Meeting,
    ) -> Result<MeetingIndex, Vec<Fault>> {
        let mut build = Build::new(records);
        build.register();
        build.matters();
        // The dossier itself is sound; what is found from here on is the meeting's.
        build.faults.clear();
        let own = |it: &ItemId| meeting.items.iter().any(|item| item.id == *it);
        let others = |it: &Item| it.vote.known().is_some_and(|it| !it.with_items.iter().all(own));
        if meeting.items.iter().any(others) {
            // Items of other meetings are looked up only where this one names them.
            for (m, meeting) in (0u32..).zip(&records.meetings) {
                for (n, item) in (0u32..).zip(&meeting.items) {
                    build.items.insert(item.id.as_str(), (m, n));
                }
            }
        }
        if meeting.id.as_str().trim().is_empty() {
            build.fault(Path::of(Root::Meeting).field(field!("id")), FaultKind::EmptyId);
        }
        let mut seen: HashMap<&str, usize> = HashMap::new();
        for (n, item) in meeting.items.iter().enumerate() {
            let (id, at) = (item.id.as_str(), Path::of(Root::Meeting).field(field!("items")));
            if id.trim().is_empty() {
                build.fault(at.index(n).field(field!("id")), FaultKind::EmptyId);
            } else if let Some(first) = seen.insert(id, n) {
                let first = at.index(first).field(field!("id")).to_string();
                let kind = FaultKind::DuplicateId { kind: IdKind::Item, id: id.into(), first };
                build.fault(at.index(n).field(field!("id")), kind);
            }
            build.items.insert(id, (u32::MAX, u32::try_from(n).unwrap_or(u32::MAX)));
        }
        let mut active: Vec<_> = build.spells_of(meeting.kind.body());
        active.retain(|(person, spell)| build.spell_covers(*person, *spell, meeting.held_on.day()));
        let index = build.meeting(Path::of(Root::Meeting), meeting, &active);
        if build.faults.is_empty() { Ok(index) } else { Err(build.faults) }
    }

    /// The first day on which the Party group had anything put to it for decision.
    pub(crate) fn first_decision(&self) -> Option<NaiveDate> {
        let placed = self.occurrences.iter().map(|it| it.1.day).min();
        placed.into_iter().chain(self.unplaced.first().map(|it| it.day)).min()
    }

    /// Items about a matter that were put for decision to the Party group from a day on, earliest first.
    pub(crate) fn items_about(
        &self,
        matter: u32,
        from: NaiveDate,
    ) -> impl Iterator<Item = Occurrence> + '_ {
        let start = self.occurrences.partition_point(|it| (it.0, it.1.day) < (matter, from));
        let these = self.occurrences.iter().skip(start).take_while(move |it| it.0 == matter);
        these.map(|it| it.1)
    }

    /// Decisions that the Party group took, or may have taken, in meetings that are not in the dossier.
    pub(crate) fn party_group_decisions(&self) -> &[u32] {
        &self.party_group_decisions
    }

    /// Items put for decision to the Party group from a day on, of which nobody has said what they are about.
    pub(crate) fn unplaced_items(&self, from: NaiveDate) -> impl Iterator<Item = Occurrence> + '_ {
        let start = self.unplaced.partition_point(|it| it.day < from);
        self.unplaced.iter().skip(start).copied()
    }
}

impl Build<'_> {
    pub(super) fn meetings(&mut self) -> Vec<MeetingIndex> {
        let records = self.records;
        let shelf = Path::ROOT.field(field!("meetings"));
        let mut ids = Ids::with_capacity(records.meetings.len());
        let count = records.meetings.iter().map(|it| it.items.len()).sum();
        self.items.reserve(count);
        for (n, meeting) in (0u32..).zip(&records.meetings) {
            Self::define(
                &mut self.faults,
                &mut ids,
                IdKind::Meeting,
                meeting.id.as_str(),
                n,
                shelf,
            );
            for (k, item) in (0u32..).zip(&meeting.items) {
                let at = |n: u32, k: u32| {
                    shelf
                        .index(n as usize)
                        .field(field!("items"))
                        .index(k as usize)
                        .field(field!("id"))
                };
                let id = item.id.as_str();
                if id.trim().is_empty() {
                    self.fault(at(n, k), FaultKind::EmptyId);
                } else if let Some((m, i)) = self.items.insert(id, (n, k)) {
                    let first = at(m, i).to_string();
                    let kind = FaultKind::DuplicateId { kind: IdKind::Item, id: id.into(), first };
                    self.fault(at(n, k), kind);
                }
            }
        }
        self.sweep(shelf)
    }

    /// The bench changes only where a spell begins or ends, so the meetings of a body are visited by day beside the
    /// beginnings and ends of its spells.
    pub(super) fn sweep(&mut self, shelf: Path) -> Vec<MeetingIndex> {
        let records = self.records;
        let mut done: Vec<Option<MeetingIndex>> = vec![None; records.meetings.len()];
        for body in [None, Some(Body::PartyGroup), Some(Body::ProcuratorialCommittee)] {
            let mut meetings: Vec<(usize, &Meeting)> =
                records.meetings.iter().enumerate().filter(|it| it.1.kind.body() == body).collect();
            meetings.sort_by_key(|it| it.1.held_on.day());
            let mut spells = self.spells_of(body);
            spells.sort_by_key(|it| self.spell_days(*it).map(|days| days.0));
            let mut begins = spells.into_iter().peekable();
            let mut active: BTreeSet<(u32, u32)> = BTreeSet::new();
            let mut ends: BTreeMap<NaiveDate, Vec<(u32, u32)>> = BTreeMap::new();
            let mut on_bench: Vec<(u32, u32)> = Vec::new();
            let mut stale = true;
            for (n, meeting) in meetings {
                let day = meeting.held_on.day();
                while let Some(spell) =
                    begins.next_if(|it| self.spell_days(*it).is_some_and(|days| days.0 <= day))
                {
                    active.insert(spell);
                    stale = true;
                    if let Some((_, Some(last))) = self.spell_days(spell) {
                        ends.entry(last).or_default().push(spell);
                    }
                }
                while let Some(entry) = ends.first_entry().filter(|it| *it.key() < day) {
                    for spell in entry.remove() {
                        active.remove(&spell);
                    }
                    stale = true;
                }
                if stale {
                    on_bench = active.iter().copied().collect();
                    stale = false;
                }
                let index = self.meeting(shelf.index(n), meeting, &on_bench);
                if let Some(slot) = done.get_mut(n) {
                    *slot = Some(index);
                }
            }
        }
        done.into_iter().flatten().collect()
    }

    pub(super) fn meeting(
        &mut self,
        at: Path,
        meeting: &Meeting,
        spells: &[(u32, u32)],
    ) -> MeetingIndex {
        let mut bench = self.bench(at, meeting.held_on.day(), spells);
        for (seat, member) in (0u8..).zip(&bench.members) {
            if let Some(slot) = self.seat_of.get_mut(member.person as usize) {
                *slot = seat;
            }
        }
        if let Fact::Known(presider) = &meeting.presider {
            let byte = self.seat(presider.as_str(), at.field(field!("presider")));
            bench.presider = Some(Speaker::from_byte(byte));
        }
        let turns = |it: &Item| {
            it.statements.elements().len()
                + it.vote
                    .known()
                    .map_or(0, |vote| vote.ballots.elements().len().max(vote.voters.len()))
        };
        let mut index = MeetingIndex {
            bench,
            items: Vec::with_capacity(meeting.items.len()),
            seats: Vec::with_capacity(meeting.items.iter().map(turns).sum()),
            people: Vec::new(),
        };
        for (n, item) in meeting.items.iter().enumerate() {
            let seats = self.item(at.field(field!("items")).index(n), item, &mut index);
            index.items.push(seats);
        }
        for member in &index.bench.members {
            if let Some(slot) = self.seat_of.get_mut(member.person as usize) {
                *slot = Speaker::OUTSIDER;
            }
        }
        index
    }

    pub(super) fn item(&mut self, at: Path, item: &Item, index: &mut MeetingIndex) -> ItemSeats {
        let present = item.present.known().map(|list| {
            let mut seats = Seats::NONE;
            let mut outsiders: Vec<(&str, usize)> = Vec::new();
            for (n, person) in list.iter().enumerate() {
                let byte = self.seat(person.as_str(), at.field(field!("present")).index(n));
                let fresh = match Speaker::from_byte(byte) {
                    Speaker::Member(seat) => seats.insert(seat),
                    Speaker::Outsider => {
                        outsiders.push((person.as_str(), n));
                        true
                    }
                };
                if !fresh {
                    let kind = FaultKind::Repeated(person.as_str().into());
                    self.fault(at.field(field!("present")).index(n), kind);
                }
            }
            outsiders.sort_unstable();
            for pair in outsiders.windows(2) {
                if let [(first, _), (second, n)] = pair {
                    if first == second {
                        let kind = FaultKind::Repeated((*second).into());
                        self.fault(at.field(field!("present")).index(*n), kind);
                    }
                }
            }
            seats
        });
        let mut recused = Seats::NONE;
        for (n, person) in item.recusals.iter().enumerate() {
            let byte = self.seat(person.as_str(), at.field(field!("recusals")).index(n));
            if let Speaker::Member(seat) = Speaker::from_byte(byte) {
                if !recused.insert(seat) {
                    let kind = FaultKind::Repeated(person.as_str().into());
                    self.fault(at.field(field!("recusals")).index(n), kind);
                }
            }
        }
        let statements =
            self.seats_of(item.statements.elements().iter().map(|it| it.by.as_str()), index, |n| {
                at.field(field!("statements")).index(n).field(field!("by"))
            });
        let vote = item.vote.known();
        let ballots = match vote {
            Some(vote) if vote.ballots.known().is_none() => {
                let voters = vote.voters.iter().map(PersonId::as_str);
                let at = at.field(field!("vote")).field(field!("voters"));
                let range = self.seats_of(voters, index, |n| at.index(n));
                // Where ballots may yet be named, nobody is known to have voted.
                if vote.names_unknown() { Range::default() } else { range }
            }
            Some(vote) => {
                if vote.method == Fact::Known(VoteMethod::SecretBallot) {
                    let words = "a secret ballot has no ballots by name; use `voters` and `tally`";
                    let at = at.field(field!("vote")).field(field!("ballots"));
                    self.fault(at, FaultKind::NotAllowed(words.into()));
                }
                self.seats_of(vote.ballots.elements().iter().map(|it| it.by.as_str()), index, |n| {
                    at.field(field!("vote")).field(field!("ballots")).index(n).field(field!("by"))
                })
            }
            None => Range::default(),
        };
        if let Some(vote) = vote {
            for (n, id) in vote.with_items.iter().enumerate() {
                let at = at.field(field!("vote")).field(field!("with_items")).index(n);
                self.item_ref(id.as_str(), at);
            }
        }
        let start = index.people.len();
        let mut seen = BTreeSet::new();
        for (n, person) in item.concerns.elements().iter().enumerate() {
            let at = at.field(field!("concerns")).index(n);
            let Some(place) = self.person_at(person.as_str(), at) else { continue };
            if !seen.insert(place) {
                self.fault(at, FaultKind::Repeated(person.as_str().into()));
            }
            index.people.push(place);
        }
        let concerns = range(start, index.people.len());
        self.aftermath(at, item);
        ItemSeats {
            matter: match &item.matter {
                Fact::Known(id) => self.matter(id.as_str(), at.field(field!("matter"))),
                Fact::Unknown | Fact::Absent => None,
            },
            present,
            people: item
                .present
                .known()
                .map_or(0, |it| u32::try_from(it.len()).unwrap_or(u32::MAX)),
            recused,
            statements,
            ballots,
            concerns,
        }
    }

    /// What was recorded after the meeting.
    pub(super) fn aftermath(&mut self, at: Path, item: &Item) {
        for (n, it) in item.dissents.elements().iter().enumerate() {
            self.person_at(
                it.by.as_str(),
                at.field(field!("dissents")).index(n).field(field!("by")),
            );
        }
        for (n, it) in item.departures.elements().iter().enumerate() {
            if let Fact::Known(person) = &it.person {
                let at = at.field(field!("departures")).index(n).field(field!("person"));
                self.person_at(person.as_str(), at);
            }
        }
        if let Some(Fact::Known(owner)) = item.follow_up.known().map(|it| &it.owner) {
            self.owner(owner.as_str(), at.field(field!("follow_up")).field(field!("owner")));
        }
    }

    pub(super) fn decisions(&mut self) -> Vec<DecisionIndex> {
        let records = self.records;
        let shelf = Path::ROOT.field(field!("decisions"));
        let mut ids = Ids::with_capacity(records.decisions.len());
        let mut done = Vec::with_capacity(records.decisions.len());
        for (n, it) in (0u32..).zip(&records.decisions) {
            Self::define(&mut self.faults, &mut ids, IdKind::Decision, it.id.as_str(), n, shelf);
            done.push(self.decision(shelf.index(n as usize), it));
        }
        done
    }

    pub(super) fn decision(&mut self, at: Path, it: &Decision) -> DecisionIndex {
        DecisionIndex {
            matter: match &it.matter {
                Fact::Known(id) => self.matter(id.as_str(), at.field(field!("matter"))),
                Fact::Unknown | Fact::Absent => None,
            },
            decider: match &it.decider {
                Fact::Known(id) => self.person_at(id.as_str(), at.field(field!("decider"))),
                Fact::Unknown | Fact::Absent => None,
            },
        }
    }
}
