//! The dossier's index: identifiers resolved once, so that rules compare seats and numbers instead of text.
//!
//! Making it is also where duplicate and dangling identifiers and disordered spells are found.

mod duties;

use std::collections::{BTreeMap, BTreeSet, HashMap};

pub(crate) use self::duties::{DutyIndex, LifeIndex};
use super::{
    Act, Approval, Body, BusinessState, CommitteeSeat, Completeness, Contract, Decision,
    DecisionForm, Fact, Household, Item, ItemKind, ItemResult, Meeting, MeetingKind, MemberRole,
    NegativeItem, Payment, Person, PowerHolder, PowerList, PowerListKind, Promotion, RecordFamily,
    Records, Text,
};
use crate::law::codes::CreditCode;
use crate::{
    error::{Fault, FaultKind},
    path::{Field, Path, Root, field},
    shape::IdKind,
    time::NaiveDate,
};

/// A set of members of one meeting's bench, by seat.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Seats(u128);

impl Seats {
    /// The most members a bench can tell apart.
    pub const MAX: usize = 128;
    /// Nobody.
    pub const NONE: Self = Self(0);

    /// Adds a seat; whether it was not there before.
    pub const fn insert(&mut self, seat: u8) -> bool {
        let bit = 1u128 << (seat & 127);
        let fresh = self.0 & bit == 0;
        self.0 |= bit;
        fresh
    }

    /// Whether the seat is in the set.
    #[must_use]
    pub const fn contains(self, seat: u8) -> bool {
        self.0 & (1u128 << (seat & 127)) != 0
    }

    /// How many.
    #[must_use]
    pub const fn len(self) -> u32 {
        self.0.count_ones()
    }

    /// Whether nobody is in it.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Those of `self` that are not in `other`.
    #[must_use]
    pub const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// Those in both.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// The seats, lowest first.
    pub fn iter(self) -> impl Iterator<Item = u8> {
        let mut left = self.0;
        std::iter::from_fn(move || {
            if left == 0 {
                return None;
            }
            #[expect(clippy::cast_possible_truncation, reason = "below 128")]
            let seat = left.trailing_zeros() as u8;
            left &= left - 1;
            Some(seat)
        })
    }
}

/// One member of a bench.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BenchMember {
    /// Place of the person in the register.
    pub person: u32,
    /// What the member is in the body.
    pub role: MemberRole,
    /// Kind of seat, where known.
    pub seat: Option<CommitteeSeat>,
    /// Whether suspended or in custody that day.
    pub restricted: bool,
}

/// Who is principal of a bench.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Principal {
    /// Nobody that day.
    Vacant,
    /// The member in this seat.
    Seat(u8),
    /// The register names several at once, which cannot be.
    Several,
}

/// The members of a body on the day of one meeting, by the register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bench {
    /// The members; their places are their seats.
    pub members: Vec<BenchMember>,
    /// The principal that day.
    pub principal: Principal,
    /// The presider, where known.
    pub presider: Option<Speaker>,
}

impl Bench {
    /// Everybody.
    #[must_use]
    pub fn all(&self) -> Seats {
        match self.members.len() {
            0 => Seats::NONE,
            n => Seats(u128::MAX >> (Seats::MAX - n.min(Seats::MAX))),
        }
    }

    /// Those who are suspended or in custody.
    #[must_use]
    pub fn restricted(&self) -> Seats {
        let mut seats = Seats::NONE;
        for (seat, member) in (0u8..).zip(&self.members) {
            if member.restricted {
                seats.insert(seat);
            }
        }
        seats
    }

    /// The member in a seat.
    #[must_use]
    pub fn member(&self, seat: u8) -> Option<&BenchMember> {
        self.members.get(usize::from(seat))
    }
}

/// Somebody who spoke, voted or presided: a member by seat, or somebody else.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Speaker {
    /// A member of the bench.
    Member(u8),
    /// No member that day.
    Outsider,
}

impl Speaker {
    const OUTSIDER: u8 = u8::MAX;

    const fn from_byte(byte: u8) -> Self {
        if byte == Self::OUTSIDER { Self::Outsider } else { Self::Member(byte) }
    }

    /// The seat, where it is a member.
    #[must_use]
    pub const fn seat(self) -> Option<u8> {
        match self {
            Self::Member(seat) => Some(seat),
            Self::Outsider => None,
        }
    }
}

/// One item with its identifiers resolved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ItemSeats {
    /// Place of its matter in the catalogue.
    pub matter: Option<u32>,
    /// Members in the room; `None` where nobody has said who was.
    pub present: Option<Seats>,
    /// How many people were in the room, members and others.
    pub people: u32,
    /// Members recorded as recused; empty where none or not known.
    pub recused: Seats,
    statements: Range,
    ballots: Range,
    concerns: Range,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Range {
    start: u32,
    end: u32,
}

impl Range {
    fn of<T>(self, all: &[T]) -> &[T] {
        all.get(self.start as usize..self.end as usize).unwrap_or(&[])
    }
}

/// One meeting with its identifiers resolved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct MeetingIndex {
    pub(crate) bench: Bench,
    items: Vec<ItemSeats>,
    seats: Vec<u8>,
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

/// A promotion case with its identifiers resolved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PromotionIndex {
    /// Place of the candidate in the register.
    pub(crate) candidate: u32,
    /// Places of the meeting and the item in which it was decided.
    pub(crate) item: Option<(u32, u32)>,
    /// Places of the inspectors in the register.
    pub(crate) inspectors: Vec<u32>,
}

/// A household with its identifiers resolved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct HouseholdIndex {
    /// Place of the holder in the register.
    pub(crate) holder: u32,
    /// Places of the owners of the interests in the register.
    pub(crate) owners: Vec<u32>,
    /// Entries of the declarations, in order: place of the interest, of the declaration, of the entry in it.
    entries: Vec<(u32, u32, u32)>,
}

impl HouseholdIndex {
    /// Declarations that list an interest: place of the declaration, of the entry in it.
    pub(crate) fn entries_of(&self, interest: u32) -> impl Iterator<Item = (u32, u32)> + '_ {
        let start = self.entries.partition_point(|it| it.0 < interest);
        let these = self.entries.iter().skip(start).take_while(move |it| it.0 == interest);
        these.map(|it| (it.1, it.2))
    }

    /// Places of the entries of a declaration that list an interest.
    pub(crate) fn entries_of_one(
        &self,
        interest: u32,
        declaration: u32,
    ) -> impl Iterator<Item = usize> + '_ {
        let key = (interest, declaration);
        let start = self.entries.partition_point(|it| (it.0, it.1) < key);
        let these = self.entries.iter().skip(start).take_while(move |it| (it.0, it.1) == key);
        these.map(|it| it.2 as usize)
    }
}

/// An act with its identifiers resolved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ActIndex {
    /// Place of who acted in the register.
    pub(crate) by: Option<u32>,
    /// Place of its matter in the catalogue.
    pub(crate) matter: Option<u32>,
    /// Places of the meeting and the item in which it was decided.
    pub(crate) item: Option<(u32, u32)>,
    /// Places of those whom it concerns in the register.
    pub(crate) concerns: Vec<u32>,
}

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

/// What lists say, by power.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct PowerIndex {
    /// Entries of local lists: list, entry; in the order of their powers.
    entries: Vec<(u32, u32)>,
    /// Entries of provincial lists: list, entry; in the order of their powers.
    provincial: Vec<(u32, u32)>,
    /// Items of negative lists that name powers: list, item, place of the power in it; in the order of the powers.
    items: Vec<(u32, u32, u32)>,
    /// Items of negative lists that name none: list, item.
    pub(crate) general_items: Vec<(u32, u32)>,
    /// Local lists of which nobody has said what they give.
    pub(crate) untold: Vec<u32>,
    /// Negative lists of which nobody has said what they forbid.
    pub(crate) untold_negative: Vec<u32>,
    /// Local lists, in the order of their series and first days; those without a known first day last in each.
    series: Vec<u32>,
}

/// What versions of one list have in common.
pub(crate) fn series_of(list: &PowerList) -> (PowerListKind, Option<PowerHolder>) {
    let named = matches!(list.kind, PowerListKind::Power | PowerListKind::Negative);
    (list.kind, named.then_some(list.holder))
}

fn entry_at(records: &Records, (list, entry): (u32, u32)) -> &str {
    let list = records.power_lists.get(list as usize);
    let entry = list.and_then(|it| it.entries.elements().get(entry as usize));
    entry.map_or("", |it| it.power.as_str())
}

fn item_power(records: &Records, (list, item, power): (u32, u32, u32)) -> &str {
    let list = records.power_lists.get(list as usize);
    let item = list.and_then(|it| it.items.elements().get(item as usize));
    item.and_then(|it| it.powers.get(power as usize)).map_or("", Text::as_str)
}

impl PowerIndex {
    fn of(records: &Records) -> Self {
        let mut it = Self::default();
        for (n, list) in (0u32..).zip(&records.power_lists) {
            match list.kind {
                PowerListKind::Negative => {
                    it.untold_negative.extend(list.items.is_unknown().then_some(n));
                    for (k, item) in (0u32..).zip(list.items.elements()) {
                        let powers = (0u32..).zip(&item.powers);
                        it.items.extend(powers.map(|(p, _)| (n, k, p)));
                        if item.powers.is_empty() {
                            it.general_items.push((n, k));
                        }
                    }
                }
                PowerListKind::Provincial => {
                    it.provincial
                        .extend((0u32..).zip(list.entries.elements()).map(|(k, _)| (n, k)));
                }
                PowerListKind::Power | PowerListKind::Layers => {
                    it.untold.extend(list.entries.is_unknown().then_some(n));
                    it.entries.extend((0u32..).zip(list.entries.elements()).map(|(k, _)| (n, k)));
                }
            }
            if list.kind != PowerListKind::Provincial {
                it.series.push(n);
            }
        }
        it.entries.sort_by_key(|at| entry_at(records, *at));
        it.provincial.sort_by_key(|at| entry_at(records, *at));
        it.items.sort_by_key(|at| item_power(records, *at));
        let list = |n: u32| records.power_lists.get(n as usize);
        it.series.sort_by_key(|n| {
            list(*n).map(|it| (series_of(it), it.from.known().is_none(), it.from.known().copied()))
        });
        it
    }

    /// Entries of local lists that give a power: list, entry.
    pub(crate) fn entries_of<'r>(
        &'r self,
        records: &'r Records,
        power: &'r str,
    ) -> impl Iterator<Item = (u32, u32)> + 'r {
        let start = self.entries.partition_point(|at| entry_at(records, *at) < power);
        let these = self.entries.iter().skip(start).copied();
        these.take_while(move |at| entry_at(records, *at) == power)
    }

    /// Entries of provincial lists that give a power: list, entry.
    pub(crate) fn provincial_of<'r>(
        &'r self,
        records: &'r Records,
        power: &'r str,
    ) -> impl Iterator<Item = (u32, u32)> + 'r {
        let start = self.provincial.partition_point(|at| entry_at(records, *at) < power);
        let these = self.provincial.iter().skip(start).copied();
        these.take_while(move |at| entry_at(records, *at) == power)
    }

    /// Items of negative lists that name a power: list, item.
    pub(crate) fn items_of<'r>(
        &'r self,
        records: &'r Records,
        power: &'r str,
    ) -> impl Iterator<Item = (u32, u32)> + 'r {
        let start = self.items.partition_point(|at| item_power(records, *at) < power);
        let these = self.items.iter().skip(start).copied();
        let these = these.take_while(move |at| item_power(records, *at) == power);
        these.map(|it| (it.0, it.1))
    }

    /// Items of negative lists that name a power: list, item. One that names several comes as often.
    pub(crate) fn items_with_powers(&self) -> impl Iterator<Item = (u32, u32)> + '_ {
        self.items.iter().map(|it| (it.0, it.1))
    }

    /// Versions of one series, by first day.
    pub(crate) fn versions<'r>(
        &'r self,
        records: &'r Records,
        of: &PowerList,
    ) -> impl Iterator<Item = (u32, &'r PowerList)> + 'r {
        let wanted = series_of(of);
        let key = move |n: u32| records.power_lists.get(n as usize).map(series_of);
        let start = self.series.partition_point(|n| key(*n) < Some(wanted));
        let these = self.series.iter().skip(start).take_while(move |n| key(**n) == Some(wanted));
        these.filter_map(|n| Some((*n, records.power_lists.get(*n as usize)?)))
    }
}

/// When the principal of the Party group left, and from when on that was known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Leaving {
    pub(crate) last_day: NaiveDate,
    /// Places of the person and of the membership.
    pub(crate) person: u32,
    pub(crate) membership: u32,
}

/// An item put for decision to the Party group, and where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Occurrence {
    pub(crate) day: NaiveDate,
    pub(crate) meeting: u32,
    pub(crate) item: u32,
}

/// Whether a payment was decided by the Party group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Decided {
    /// On the day of the payment at the latest.
    Yes,
    /// Never, or only later, which does not cure it.
    No,
    Unknown,
}

/// Payments that may belong together, each group by day.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct PaymentGroups {
    /// Payments sorted by group, day and place.
    order: Vec<u32>,
    /// For each place of `order`, the first place of its group and the last of its day in the group.
    bounds: Vec<(u32, u32)>,
    /// For each payment, its place in `order`; `u32::MAX` where it is in no group.
    place: Vec<u32>,
    /// For each place of `order`, the sum of its group up to and with it: of what is not known to be decided, and of what
    /// is known not to be.
    sums: Vec<(u128, u128)>,
}

impl PaymentGroups {
    fn of<'p>(
        payments: &'p [Payment],
        decided: &[Decided],
        key: impl Fn(&'p Payment) -> Option<&'p str>,
    ) -> Self {
        let mut keyed: Vec<(&str, NaiveDate, u32)> = (0u32..)
            .zip(payments)
            .filter_map(|(n, it)| Some((key(it)?, it.paid_on.0, n)))
            .collect();
        keyed.sort_unstable();
        let mut it = Self { place: vec![u32::MAX; payments.len()], ..Self::default() };
        for group in keyed.chunk_by(|a, b| a.0 == b.0) {
            let first = u32::try_from(it.order.len()).unwrap_or(u32::MAX);
            let mut sum = (0, 0);
            for day in group.chunk_by(|a, b| a.1 == b.1) {
                let last = u32::try_from(it.order.len() + day.len() - 1).unwrap_or(u32::MAX);
                for (_, _, n) in day {
                    let amount =
                        payments.get(*n as usize).map_or(0, |it| u128::from(it.amount_fen));
                    match decided.get(*n as usize) {
                        Some(Decided::Yes) => {}
                        Some(Decided::No) => sum = (sum.0 + amount, sum.1 + amount),
                        Some(Decided::Unknown) | None => sum.0 += amount,
                    }
                    if let Some(slot) = it.place.get_mut(*n as usize) {
                        *slot = u32::try_from(it.order.len()).unwrap_or(u32::MAX);
                    }
                    it.order.push(*n);
                    it.bounds.push((first, last));
                    it.sums.push(sum);
                }
            }
        }
        it
    }

    /// The payments of this payment's group up to and with its day, earliest first.
    pub(crate) fn up_to(&self, payment: usize) -> &[u32] {
        self.bounds_of(payment)
            .and_then(|(first, last)| self.order.get(first..=last))
            .unwrap_or(&[])
    }

    /// The most that this payment's group can come to from a day up to and with its own, in fen: of what is not known to be
    /// decided, and of what is known not to be.
    pub(crate) fn most(
        &self,
        payment: usize,
        payments: &[Payment],
        from: NaiveDate,
    ) -> (u128, u128) {
        let Some((first, last)) = self.bounds_of(payment) else { return (0, 0) };
        let group = self.order.get(first..=last).unwrap_or(&[]);
        let early = group
            .partition_point(|n| payments.get(*n as usize).is_some_and(|it| it.paid_on.0 < from));
        let sum = |at: usize| self.sums.get(at).copied().unwrap_or_default();
        let before = if early == 0 { (0, 0) } else { sum(first + early - 1) };
        (sum(last).0 - before.0, sum(last).1 - before.1)
    }

    fn bounds_of(&self, payment: usize) -> Option<(usize, usize)> {
        let (first, last) = self.bounds.get(*self.place.get(payment)? as usize)?;
        Some((*first as usize, *last as usize))
    }
}

/// Identifiers resolved.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Index {
    pub(crate) meetings: Vec<MeetingIndex>,
    pub(crate) decisions: Vec<DecisionIndex>,
    pub(crate) decided: Vec<Decided>,
    pub(crate) promotions: Vec<PromotionIndex>,
    pub(crate) households: Vec<HouseholdIndex>,
    /// For each list of powers, the places of the meeting and the item that approved it.
    pub(crate) approvals: Vec<Option<(u32, u32)>>,
    pub(crate) powers: PowerIndex,
    pub(crate) acts: Vec<ActIndex>,
    /// Acts by matter: matter, who acted, act.
    acts_on: Vec<(u32, Option<u32>, u32)>,
    /// Acts of which nobody has said on what matter they were: who acted, act; in order.
    pub(crate) loose_acts: Vec<(Option<u32>, u32)>,
    /// For each approach, the places of the one approached and, where known, of the one who asked.
    pub(crate) approaches: Vec<(u32, Option<u32>)>,
    /// For each omission, how many of the same person were established before it, and how many beside it that day.
    pub(crate) omissions: Vec<(u32, u32)>,
    /// What recurring duties look up.
    pub(crate) duties: DutyIndex,
    /// Returns of departments, in order.
    department_returns: Vec<ReturnIndex>,
    /// Returns of people, in order.
    person_returns: Vec<ReturnIndex>,
    /// Life meetings: year and place, in order.
    life_meetings: Vec<(u32, u32)>,
    /// Households by place of the holder.
    household_of: Vec<(u32, u32)>,
    /// Contracts by the code of the other side: day and place.
    contracts: Vec<(CreditCode, NaiveDate, u32)>,
    /// Contracts of which nobody has said with whom they were: day and place, in order.
    pub(crate) unstated_contracts: Vec<(NaiveDate, u32)>,
    /// For each payment, the places of the meeting and the item that it names.
    pub(crate) decided_by: Vec<Option<(u32, u32)>>,
    pub(crate) by_project: PaymentGroups,
    pub(crate) by_payee: PaymentGroups,
    pub(crate) all_payments: PaymentGroups,
    /// Whether there are payments whose project or payee nobody has said.
    pub(crate) loose_payments: bool,
    /// Ties of kinship: the lesser place, the greater place, the place of the tie.
    kin: Vec<(u32, u32, u32)>,
    /// The same seen from each side: a person, the other, the place of the tie.
    ties: Vec<(u32, u32, u32)>,
    /// Places of the departments, by identifier.
    departments: Vec<u32>,
    /// Ends of spells as the principal of the Party group, earliest first.
    pub(crate) leavings: Vec<Leaving>,
    /// Days on which promotions were decided that the superior had not approved as ones before a departure, in order.
    pub(crate) rushes: Rushes,
    /// Items put for decision to the Party group, by matter, day and place.
    occurrences: Vec<(u32, Occurrence)>,
    /// Those of which nobody has said what matter they are about, by day and place.
    unplaced: Vec<Occurrence>,
    /// Decisions that the Party group took, or may have taken, in meetings that are not in the dossier.
    party_group_decisions: Vec<u32>,
    /// Spells as members: body, person, place in the person's list.
    spells: Vec<(Body, u32, u32)>,
    /// Days for which records are declared complete, by family, joined and in order.
    complete: Vec<(RecordFamily, NaiveDate, NaiveDate)>,
}

/// Promotions that were decided without the approval that one shortly before the principal leaves needs.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Rushes {
    /// Surely without: day and place of the case, in order.
    surely: Vec<(NaiveDate, u32)>,
    /// Nobody has said whether it was approved, in order.
    perhaps: Vec<(NaiveDate, u32)>,
    /// Cases of which nobody has said whether and when they were decided.
    undated: Vec<u32>,
}

/// Those of a window.
pub(crate) struct RushesOf<'r> {
    pub(crate) surely: &'r [(NaiveDate, u32)],
    pub(crate) perhaps: &'r [(NaiveDate, u32)],
    /// Of whatever day.
    pub(crate) undated: &'r [u32],
}

impl Rushes {
    fn of(records: &Records) -> Self {
        let mut it = Self::default();
        for (n, promotion) in (0u32..).zip(&records.promotions) {
            let on = match &promotion.decision {
                Fact::Known(decision) => decision.decided_on.day(),
                Fact::Absent => match promotion.appointed_on {
                    Fact::Known(on) => on.day(),
                    Fact::Absent => continue,
                    Fact::Unknown => {
                        it.undated.push(n);
                        continue;
                    }
                },
                Fact::Unknown => {
                    it.undated.push(n);
                    continue;
                }
            };
            match promotion.departure_approved() {
                Approval::Yes => {}
                Approval::No => it.surely.push((on, n)),
                Approval::Unknown => it.perhaps.push((on, n)),
            }
        }
        it.surely.sort_unstable();
        it.perhaps.sort_unstable();
        it
    }

    /// Those of the days of which something holds that, once it holds, holds of all later days, up to and with a day.
    fn range(
        all: &[(NaiveDate, u32)],
        from: impl Fn(NaiveDate) -> bool,
        until: NaiveDate,
    ) -> &[(NaiveDate, u32)] {
        let first = all.partition_point(|it| !from(it.0));
        let end = all.partition_point(|it| it.0 <= until);
        all.get(first..end).unwrap_or(&[])
    }

    pub(crate) fn within(
        &self,
        from: impl Fn(NaiveDate) -> bool,
        until: NaiveDate,
    ) -> RushesOf<'_> {
        let surely = Self::range(&self.surely, &from, until);
        let perhaps = Self::range(&self.perhaps, &from, until);
        RushesOf { surely, perhaps, undated: &self.undated }
    }
}

impl Index {
    pub(crate) fn of(records: &Records) -> Result<Self, Vec<Fault>> {
        let mut build = Build::new(records);
        build.register();
        let kin = build.kinship();
        build.matters();
        let meetings = build.meetings();
        let decisions = build.decisions();
        let (decided, decided_by) = build.payments();
        let promotions = build.promotions();
        let households = build.households();
        build.ties();
        let approvals = build.power_lists();
        let acts = build.acts();
        let approaches = build.approaches();
        let omissions = build.omissions();
        let (department_returns, person_returns) = build.returns();
        build.oversight();
        let duties = build.duties();
        build.declarations();
        if !build.faults.is_empty() {
            return Err(build.faults);
        }
        let (occurrences, unplaced) = put_to_the_party_group(records, &meetings);
        let may_be = |it: &Decision| {
            matches!(it.form, Fact::Unknown | Fact::Known(DecisionForm::PartyGroupMeeting))
        };
        let party_group_decisions: Vec<u32> =
            (0u32..).zip(&records.decisions).filter(|it| may_be(it.1)).map(|it| it.0).collect();
        let payments = &records.payments;
        let by_project = PaymentGroups::of(payments, &decided, |it| key_of(&it.project));
        let by_payee = PaymentGroups::of(payments, &decided, |it| key_of(&it.payee));
        let all_payments = PaymentGroups::of(payments, &decided, |_| Some(""));
        let loose = |it: &Payment| it.project.is_unknown() || it.payee.is_unknown();
        let loose_payments = payments.iter().any(loose);
        let mut ties: Vec<_> =
            kin.iter().flat_map(|it| [(it.0, it.1, it.2), (it.1, it.0, it.2)]).collect();
        ties.sort_unstable();
        let named = records.unit.as_ref().map_or(&[][..], |unit| &unit.departments);
        let mut departments: Vec<u32> = (0u32..).zip(named).map(|it| it.0).collect();
        departments.sort_unstable_by_key(|n| named.get(*n as usize).map(|it| it.id.as_str()));
        Ok(Self {
            meetings,
            decisions,
            decided,
            promotions,
            approvals,
            powers: PowerIndex::of(records),
            acts_on: {
                let known = |(n, it): (u32, &ActIndex)| Some((it.matter?, it.by, n));
                let mut all: Vec<_> = (0u32..).zip(&acts).filter_map(known).collect();
                all.sort_unstable();
                all
            },
            loose_acts: {
                let loose = |it: &(u32, (&Act, &ActIndex))| it.1.0.matter.is_unknown();
                let all = (0u32..).zip(records.acts.iter().zip(&acts)).filter(loose);
                let mut all: Vec<_> = all.map(|(n, it)| (it.1.by, n)).collect();
                all.sort_unstable();
                all
            },
            acts,
            approaches,
            omissions,
            duties,
            department_returns,
            person_returns,
            life_meetings: {
                let all = (0u32..).zip(&records.life_meetings);
                let mut all: Vec<_> = all.map(|(n, it)| (it.year, n)).collect();
                all.sort_unstable();
                all
            },
            household_of: holders(&households),
            households,
            contracts: contracts(records),
            unstated_contracts: {
                let unstated = |it: &(u32, &Contract)| it.1.counterparty.is_unknown();
                let all = (0u32..).zip(&records.contracts).filter(unstated);
                let mut all: Vec<_> = all.map(|(n, it)| (it.signed_on.0, n)).collect();
                all.sort_unstable();
                all
            },
            decided_by,
            by_project,
            by_payee,
            all_payments,
            loose_payments,
            kin,
            ties,
            departments,
            leavings: leavings(records),
            rushes: Rushes::of(records),
            occurrences,
            unplaced,
            party_group_decisions,
            spells: build.spells,
            complete: joined(&records.complete),
        })
    }

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
        let own = |it: &super::ItemId| meeting.items.iter().any(|item| item.id == *it);
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

    /// The index of one household that is checked against a dossier without being in it.
    pub(crate) fn of_household(
        records: &Records,
        household: &Household,
    ) -> Result<HouseholdIndex, Vec<Fault>> {
        let mut build = Build::new(records);
        build.register();
        // The dossier itself is sound; what is found from here on is the household's.
        build.faults.clear();
        if household.id.as_str().trim().is_empty() {
            build.fault(Path::of(Root::Household).field(field!("id")), FaultKind::EmptyId);
        }
        let mut interests = Ids::new();
        let shelf = Path::of(Root::Household).field(field!("interests"));
        for (n, it) in (0u32..).zip(household.interests.elements()) {
            let id = it.id.as_str();
            Build::define(&mut build.faults, &mut interests, IdKind::Interest, id, n, shelf);
        }
        let index = build.household(household, Path::of(Root::Household), &interests, 0);
        if build.faults.is_empty() { Ok(index) } else { Err(build.faults) }
    }

    /// The index of one promotion case that is checked against a dossier without being in it.
    pub(crate) fn of_promotion(
        records: &Records,
        promotion: &Promotion,
    ) -> Result<PromotionIndex, Vec<Fault>> {
        let mut build = Build::new(records);
        build.register();
        // The dossier itself is sound; what is found from here on is the case's.
        build.faults.clear();
        if promotion.decision.known().is_some_and(|it| it.item.known().is_some()) {
            for (m, meeting) in (0u32..).zip(&records.meetings) {
                for (n, item) in (0u32..).zip(&meeting.items) {
                    build.items.insert(item.id.as_str(), (m, n));
                }
            }
        }
        if promotion.id.as_str().trim().is_empty() {
            build.fault(Path::of(Root::Promotion).field(field!("id")), FaultKind::EmptyId);
        }
        let index = build.promotion(promotion, Path::of(Root::Promotion));
        if build.faults.is_empty() { Ok(index) } else { Err(build.faults) }
    }

    /// What stands behind one list of powers that is checked against a dossier without being in it.
    pub(crate) fn of_list(
        records: &Records,
        list: &PowerList,
    ) -> Result<Option<(u32, u32)>, Vec<Fault>> {
        let mut build = Build::new(records);
        if list.approval.known().is_some_and(|it| it.item.is_some()) {
            for (m, meeting) in (0u32..).zip(&records.meetings) {
                for (n, item) in (0u32..).zip(&meeting.items) {
                    build.items.insert(item.id.as_str(), (m, n));
                }
            }
        }
        if list.id.as_str().trim().is_empty() {
            build.fault(Path::of(Root::PowerList).field(field!("id")), FaultKind::EmptyId);
        }
        let item = build.power_list(list, Path::of(Root::PowerList));
        if build.faults.is_empty() { Ok(item) } else { Err(build.faults) }
    }

    /// Acts on a matter, those of one person together: who acted, act.
    pub(crate) fn acts_on(
        &self,
        matter: u32,
    ) -> impl Iterator<Item = (Option<u32>, u32)> + Clone + '_ {
        let start = self.acts_on.partition_point(|it| it.0 < matter);
        let these = self.acts_on.iter().skip(start).take_while(move |it| it.0 == matter);
        these.map(|it| (it.1, it.2))
    }

    /// The first day on which the Party group had anything put to it for decision.
    pub(crate) fn first_decision(&self) -> Option<NaiveDate> {
        let placed = self.occurrences.iter().map(|it| it.1.day).min();
        placed.into_iter().chain(self.unplaced.first().map(|it| it.day)).min()
    }

    /// The first day in a period for which records of a family are declared complete.
    pub(crate) fn first_complete_day(
        &self,
        family: RecordFamily,
        from: NaiveDate,
        until: NaiveDate,
    ) -> Option<NaiveDate> {
        let of_family = self.complete.iter().filter(|it| it.0 == family);
        let mut meeting = of_family.filter(|it| it.1 <= until && from <= it.2);
        meeting.next().map(|it| it.1.max(from))
    }

    /// Returns of a department, by month and day.
    pub(crate) fn returns_of_department(&self, place: u32) -> &[ReturnIndex] {
        returns_of(&self.department_returns, place)
    }

    /// Returns of a person, by month and day.
    pub(crate) fn returns_of_person(&self, place: u32) -> &[ReturnIndex] {
        returns_of(&self.person_returns, place)
    }

    /// Places of the life meetings of a year.
    pub(crate) fn life_meetings_of(&self, year: u32) -> impl Iterator<Item = u32> + '_ {
        let start = self.life_meetings.partition_point(|it| it.0 < year);
        self.life_meetings.iter().skip(start).take_while(move |it| it.0 == year).map(|it| it.1)
    }

    /// Ties between two people of the register, by place.
    pub(crate) fn kin(&self, a: u32, b: u32) -> impl Iterator<Item = u32> + Clone + '_ {
        let pair = (a.min(b), a.max(b));
        let start = self.kin.partition_point(|it| (it.0, it.1) < pair);
        self.kin.iter().skip(start).take_while(move |it| (it.0, it.1) == pair).map(|it| it.2)
    }

    /// Those with whom a person has ties: place in the register, place of the tie.
    pub(crate) fn kin_of(&self, person: u32) -> impl Iterator<Item = (u32, u32)> + '_ {
        let start = self.ties.partition_point(|it| it.0 < person);
        let these = self.ties.iter().skip(start).take_while(move |it| it.0 == person);
        these.map(|it| (it.1, it.2))
    }

    /// Places of the households of a holder.
    pub(crate) fn households_of(&self, holder: u32) -> impl Iterator<Item = u32> + '_ {
        let start = self.household_of.partition_point(|it| it.0 < holder);
        let these = self.household_of.iter().skip(start).take_while(move |it| it.0 == holder);
        these.map(|it| it.1)
    }

    /// Contracts with a business: place and day.
    pub(crate) fn contracts_with(
        &self,
        code: CreditCode,
    ) -> impl Iterator<Item = (u32, NaiveDate)> + '_ {
        let start = self.contracts.partition_point(|it| it.0 < code);
        let these = self.contracts.iter().skip(start).take_while(move |it| it.0 == code);
        these.map(|it| (it.2, it.1))
    }

    /// The place of a department.
    pub(crate) fn department(&self, records: &Records, id: &str) -> Option<usize> {
        let named = records.unit.as_ref().map_or(&[][..], |unit| &unit.departments);
        let key = |n: &u32| named.get(*n as usize).map(|it| it.id.as_str());
        let place = self.departments.binary_search_by(|n| key(n).cmp(&Some(id))).ok()?;
        self.departments.get(place).map(|n| *n as usize)
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

    /// Whether records of the family are declared complete from one day to another, both included.
    pub(crate) fn is_complete(
        &self,
        family: RecordFamily,
        from: NaiveDate,
        until: NaiveDate,
    ) -> bool {
        let after = self.complete.partition_point(|it| (it.0, it.1) <= (family, from));
        let last = after.checked_sub(1).and_then(|n| self.complete.get(n));
        last.is_some_and(|it| it.0 == family && until <= it.2)
    }

    /// Members of a body on a day: place in the register, and role.
    pub(crate) fn members_on<'r>(
        &'r self,
        records: &'r Records,
        body: Body,
        day: NaiveDate,
    ) -> impl Iterator<Item = (u32, MemberRole)> + 'r {
        self.spells.iter().filter(move |it| it.0 == body).filter_map(move |it| {
            let spell = records.people.get(it.1 as usize)?.memberships.get(it.2 as usize)?;
            spell.spell().covers(day).then_some((it.1, spell.role))
        })
    }

    /// Whether the register knows any member of the body, on whatever day.
    pub(crate) fn has_body(&self, body: Body) -> bool {
        self.spells.iter().any(|it| it.0 == body)
    }
}

/// Households by place of the holder.
fn holders(households: &[HouseholdIndex]) -> Vec<(u32, u32)> {
    let mut all: Vec<_> = (0u32..).zip(households).map(|(n, it)| (it.holder, n)).collect();
    all.sort_unstable();
    all
}

fn returns_of(all: &[ReturnIndex], owner: u32) -> &[ReturnIndex] {
    let start = all.partition_point(|it| it.owner < owner);
    let end = all.partition_point(|it| it.owner <= owner);
    all.get(start..end).unwrap_or(&[])
}

/// Items put for decision to the Party group, by matter and of no known matter, each in order.
fn put_to_the_party_group(
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

/// Contracts by the code of the other side.
fn contracts(records: &Records) -> Vec<(CreditCode, NaiveDate, u32)> {
    let stated = |(n, it): (u32, &Contract)| Some((*it.counterparty.known()?, it.signed_on.0, n));
    let mut all: Vec<_> = (0u32..).zip(&records.contracts).filter_map(stated).collect();
    all.sort_unstable();
    all
}

/// Ends of spells as the principal of the Party group, earliest first.
fn leavings(records: &Records) -> Vec<Leaving> {
    let mut all = Vec::new();
    for (person, it) in (0u32..).zip(&records.people) {
        let mut spells: Vec<_> = (0u32..)
            .zip(&it.memberships)
            .filter(|it| it.1.body == Body::PartyGroup && it.1.role == MemberRole::Principal)
            .collect();
        spells.sort_by_key(|it| it.1.from);
        // The last day of all that began up to and with each.
        let mut reach = NaiveDate::MIN;
        let reaches: Vec<NaiveDate> = (spells.iter())
            .map(|it| {
                reach = reach.max(it.1.until.map_or(NaiveDate::MAX, |until| until.0));
                reach
            })
            .collect();
        for (membership, it) in &spells {
            let Some(last) = it.until else { continue };
            // Who goes on in another spell does not leave.
            let next = last.0.succ_opt().unwrap_or(last.0);
            let begun = spells.partition_point(|it| it.1.from.0 <= next);
            let goes_on =
                begun.checked_sub(1).and_then(|n| reaches.get(n)).is_some_and(|it| *it > last.0);
            if !goes_on {
                all.push(Leaving { last_day: last.0, person, membership: *membership });
            }
        }
    }
    all.sort_unstable();
    all
}

/// Declarations of completeness in order, those that touch or overlap joined.
fn joined(declarations: &[Completeness]) -> Vec<(RecordFamily, NaiveDate, NaiveDate)> {
    let mut sorted: Vec<_> =
        declarations.iter().map(|it| (it.family, it.from.0, it.until.0)).collect();
    sorted.sort_unstable();
    let mut joined: Vec<(RecordFamily, NaiveDate, NaiveDate)> = Vec::with_capacity(sorted.len());
    for it in sorted {
        match joined.last_mut() {
            Some(last) if last.0 == it.0 && last.2.succ_opt().is_none_or(|next| it.1 <= next) => {
                last.2 = last.2.max(it.2);
            }
            _ => joined.push(it),
        }
    }
    joined
}

/// The key of a project or payee; an empty one ties nothing together.
pub(crate) fn key_of(fact: &Fact<Text>) -> Option<&str> {
    fact.known().map(Text::as_str).filter(|it| !it.is_empty())
}

type Ids<'r> = HashMap<&'r str, u32>;

struct Build<'r> {
    records: &'r Records,
    people: Ids<'r>,
    departments: Ids<'r>,
    matters: Ids<'r>,
    items: HashMap<&'r str, (u32, u32)>,
    spells: Vec<(Body, u32, u32)>,
    faults: Vec<Fault>,
    /// The place after the person found last: lists mostly name people in the order of the register.
    next: usize,
    /// Seats by place in the register, of the meeting at hand.
    seat_of: Vec<u8>,
}

impl<'r> Build<'r> {
    fn new(records: &'r Records) -> Self {
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

    fn fault(&mut self, at: Path, kind: FaultKind) {
        self.faults.push(Fault::at(at, kind));
    }

    /// Notes an identifier; a duplicate or empty one is a fault.
    fn define(
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

    fn ordered(&mut self, at: Path, from: Option<NaiveDate>, until: Option<NaiveDate>) {
        self.in_order(at, (field!("from"), from), (field!("until"), until));
    }

    fn in_order(
        &mut self,
        at: Path,
        (start, first): (Field, Option<NaiveDate>),
        (end, second): (Field, Option<NaiveDate>),
    ) {
        if first.zip(second).is_some_and(|(first, second)| second < first) {
            self.fault(at.field(end), FaultKind::BeforeStart { start: start.as_str() });
        }
    }

    fn register(&mut self) {
        let shelf = Path::ROOT.field(field!("unit")).field(field!("departments"));
        let departments = self.records.unit.as_ref().map_or(&[][..], |unit| &unit.departments);
        for (n, it) in (0u32..).zip(departments) {
            Self::define(
                &mut self.faults,
                &mut self.departments,
                IdKind::Department,
                it.id.as_str(),
                n,
                shelf,
            );
            let at = shelf.index(n as usize);
            self.ordered(at, it.from.map(|day| day.0), it.until.map(|day| day.0));
        }
        let shelf = Path::ROOT.field(field!("people"));
        for (n, person) in (0u32..).zip(&self.records.people) {
            Self::define(
                &mut self.faults,
                &mut self.people,
                IdKind::Person,
                person.id.as_str(),
                n,
                shelf,
            );
            self.person(n, person, shelf.index(n as usize));
        }
        // Superiors may stand later in the register.
        for (n, person) in self.records.people.iter().enumerate() {
            for (k, post) in person.posts.iter().enumerate() {
                if let Fact::Known(superior) = &post.reports_to {
                    let at =
                        shelf.index(n).field(field!("posts")).index(k).field(field!("reports_to"));
                    self.person_at(superior.as_str(), at);
                }
            }
        }
    }

    fn person(&mut self, n: u32, person: &Person, at: Path) {
        for (k, it) in (0u32..).zip(&person.memberships) {
            self.spells.push((it.body, n, k));
            let at = at.field(field!("memberships")).index(k as usize);
            self.ordered(at, Some(it.from.0), it.until.map(|day| day.0));
        }
        for (k, it) in person.posts.iter().enumerate() {
            let at = at.field(field!("posts")).index(k);
            self.ordered(at, Some(it.from.0), it.until.map(|day| day.0));
            let counted = it.counted_from.known().map(|day| day.0);
            self.in_order(at, (field!("counted_from"), counted), (field!("from"), Some(it.from.0)));
            if let Some(department) = &it.department {
                self.department(department.as_str(), at.field(field!("department")));
            }
        }
        for (k, it) in person.sanctions.elements().iter().enumerate() {
            let at = at.field(field!("sanctions")).index(k);
            let until = it.bar_until.map(|day| day.0);
            let imposed = Some(it.imposed_on.0);
            self.in_order(at, (field!("imposed_on"), imposed), (field!("bar_until"), until));
            let restored = it.restored_on.known().map(|day| day.0);
            self.in_order(at, (field!("imposed_on"), imposed), (field!("restored_on"), restored));
        }
        for (k, it) in person.portfolios.iter().enumerate() {
            let at = at.field(field!("portfolios")).index(k);
            self.ordered(at, Some(it.from.0), it.until.map(|day| day.0));
            self.department(it.department.as_str(), at.field(field!("department")));
        }
        for (k, it) in person.leaves.elements().iter().enumerate() {
            let at = at.field(field!("leaves")).index(k);
            self.ordered(at, Some(it.from.0), it.until.map(|day| day.0));
        }
        for (k, it) in person.restrictions.iter().enumerate() {
            let at = at.field(field!("restrictions")).index(k);
            self.ordered(at, Some(it.from.0), it.until.map(|day| day.0));
        }
    }

    fn kinship(&mut self) -> Vec<(u32, u32, u32)> {
        let records = self.records;
        let mut kin = Vec::new();
        for (n, tie) in (0u32..).zip(records.kinship.elements()) {
            let at = Path::ROOT.field(field!("kinship")).index(n as usize);
            let a = self.person_at(tie.person.as_str(), at.field(field!("person")));
            let b = self.person_at(tie.relative.as_str(), at.field(field!("relative")));
            self.ordered(at, tie.from.map(|day| day.0), tie.until.map(|day| day.0));
            if let (Some(a), Some(b)) = (a, b) {
                if a == b {
                    let words = "nobody is his or her own relative".into();
                    self.fault(at.field(field!("relative")), FaultKind::NotAllowed(words));
                }
                kin.push((a.min(b), a.max(b), n));
            }
        }
        kin.sort_unstable();
        kin
    }

    fn matters(&mut self) {
        let shelf = Path::ROOT.field(field!("matters"));
        for (n, it) in (0u32..).zip(&self.records.matters) {
            Self::define(
                &mut self.faults,
                &mut self.matters,
                IdKind::Matter,
                it.id.as_str(),
                n,
                shelf,
            );
            if let Fact::Known(department) = &it.department {
                self.department(
                    department.as_str(),
                    shelf.index(n as usize).field(field!("department")),
                );
            }
        }
    }

    fn meetings(&mut self) -> Vec<MeetingIndex> {
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
    fn sweep(&mut self, shelf: Path) -> Vec<MeetingIndex> {
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

    fn spells_of(&self, body: Option<Body>) -> Vec<(u32, u32)> {
        self.spells.iter().filter(|it| Some(it.0) == body).map(|it| (it.1, it.2)).collect()
    }

    fn spell_days(&self, (person, spell): (u32, u32)) -> Option<(NaiveDate, Option<NaiveDate>)> {
        let spell = self.records.people.get(person as usize)?.memberships.get(spell as usize)?;
        Some((spell.from.0, spell.until.map(|day| day.0)))
    }

    fn spell_covers(&self, person: u32, spell: u32, day: NaiveDate) -> bool {
        self.spell_days((person, spell))
            .is_some_and(|(from, until)| from <= day && until.is_none_or(|until| day <= until))
    }

    /// The members of the spells on the bench; spells of one person are one member, the principal's first.
    fn bench(&mut self, at: Path, day: NaiveDate, spells: &[(u32, u32)]) -> Bench {
        let records = self.records;
        let mut members: Vec<BenchMember> = Vec::with_capacity(spells.len().min(Seats::MAX));
        for (person, spell) in spells {
            let Some(it) = records.people.get(*person as usize) else { continue };
            let Some(spell) = it.memberships.get(*spell as usize) else { continue };
            let member = BenchMember {
                person: *person,
                role: spell.role,
                seat: spell.seat.known().copied(),
                restricted: it.restricted_on(day),
            };
            let full = members.len() == Seats::MAX;
            match members.last_mut() {
                Some(last) if last.person == *person => {
                    last.role = last.role.min(member.role);
                    // Spells that do not name one kind of seat leave open which it was.
                    if last.seat != member.seat {
                        last.seat = None;
                    }
                }
                _ if full => {
                    self.fault(
                        at.field(field!("held_on")),
                        FaultKind::TooManyMembers { max: Seats::MAX },
                    );
                    break;
                }
                _ => members.push(member),
            }
        }
        let mut principals =
            (0u8..).zip(&members).filter(|it| it.1.role == MemberRole::Principal).map(|it| it.0);
        let principal = match (principals.next(), principals.next()) {
            (None, _) => Principal::Vacant,
            (Some(seat), None) => Principal::Seat(seat),
            (Some(_), Some(_)) => Principal::Several,
        };
        Bench { members, principal, presider: None }
    }

    fn meeting(&mut self, at: Path, meeting: &Meeting, spells: &[(u32, u32)]) -> MeetingIndex {
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

    fn item(&mut self, at: Path, item: &Item, index: &mut MeetingIndex) -> ItemSeats {
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
                let voters = vote.voters.iter().map(super::PersonId::as_str);
                let at = at.field(field!("vote")).field(field!("voters"));
                let range = self.seats_of(voters, index, |n| at.index(n));
                // Where ballots may yet be named, nobody is known to have voted.
                if vote.names_unknown() { Range::default() } else { range }
            }
            Some(vote) => {
                if vote.method == Fact::Known(super::VoteMethod::SecretBallot) {
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
    fn aftermath(&mut self, at: Path, item: &Item) {
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

    fn decisions(&mut self) -> Vec<DecisionIndex> {
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

    fn decision(&mut self, at: Path, it: &Decision) -> DecisionIndex {
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

    fn promotions(&mut self) -> Vec<PromotionIndex> {
        let records = self.records;
        let shelf = Path::ROOT.field(field!("promotions"));
        let mut ids = Ids::with_capacity(records.promotions.len());
        let mut done = Vec::with_capacity(records.promotions.len());
        for (n, it) in (0u32..).zip(&records.promotions) {
            let id = it.id.as_str();
            Self::define(&mut self.faults, &mut ids, IdKind::Promotion, id, n, shelf);
            done.push(self.promotion(it, shelf.index(n as usize)));
        }
        done
    }

    fn promotion(&mut self, it: &Promotion, at: Path) -> PromotionIndex {
        let candidate = self.person_at(it.candidate.as_str(), at.field(field!("candidate")));
        let item = match it.decision.known().map(|it| &it.item) {
            Some(Fact::Known(id)) => {
                self.item_ref(id.as_str(), at.field(field!("decision")).field(field!("item")))
            }
            _ => None,
        };
        let mut inspectors = Vec::new();
        let named = it.inspection.known().map_or(&[][..], |it| it.inspectors.elements());
        for (k, person) in named.iter().enumerate() {
            let at = at.field(field!("inspection")).field(field!("inspectors")).index(k);
            inspectors.extend(self.person_at(person.as_str(), at));
        }
        let checks = it.checks.known();
        for (name, check) in checks.into_iter().flat_map(super::FourChecks::each) {
            if let Some(of) = check.known().and_then(|it| it.of.as_ref()) {
                self.person_at(
                    of.as_str(),
                    at.field(field!("checks")).field(name).field(field!("of")),
                );
            }
        }
        if let Fact::Known(post) = &it.target_post {
            let at = at.field(field!("target_post"));
            if let Fact::Known(superior) = &post.reports_to {
                self.person_at(superior.as_str(), at.field(field!("reports_to")));
            }
            for (k, person) in post.direct_reports.iter().enumerate() {
                self.person_at(person.as_str(), at.field(field!("direct_reports")).index(k));
            }
            if let Fact::Known(department) = &post.department {
                self.department(department.as_str(), at.field(field!("department")));
            }
        }
        let candidate = candidate.unwrap_or(u32::MAX);
        PromotionIndex { candidate, item, inspectors }
    }

    fn households(&mut self) -> Vec<HouseholdIndex> {
        let records = self.records;
        let shelf = Path::ROOT.field(field!("households"));
        let (mut ids, mut interests) = (Ids::new(), Ids::new());
        // Declarations and favours may name any interest, so all are noted first.
        let mut next = 0;
        for (n, it) in (0u32..).zip(&records.households) {
            Self::define(&mut self.faults, &mut ids, IdKind::Household, it.id.as_str(), n, shelf);
            let at = shelf.index(n as usize).field(field!("interests"));
            for (k, interest) in it.interests.elements().iter().enumerate() {
                let (id, at) = (interest.id.as_str(), at.index(k).field(field!("id")));
                if id.trim().is_empty() {
                    self.fault(at, FaultKind::EmptyId);
                } else if interests.insert(id, next).is_some() {
                    let kind = IdKind::Interest;
                    let first = self.interest_at(id).unwrap_or(at).to_string();
                    self.fault(at, FaultKind::DuplicateId { kind, id: id.into(), first });
                }
                next += 1;
            }
        }
        let (mut done, mut first) = (Vec::with_capacity(records.households.len()), 0);
        for (n, it) in records.households.iter().enumerate() {
            done.push(self.household(it, shelf.index(n), &interests, first));
            first += u32::try_from(it.interests.elements().len()).unwrap_or(0);
        }
        done
    }

    /// One household; its interests are numbered from `first` on among those that may be named.
    fn household(
        &mut self,
        it: &Household,
        at: Path,
        interests: &Ids<'_>,
        first: u32,
    ) -> HouseholdIndex {
        self.ordered(at, Some(it.from.0), it.until.map(|day| day.0));
        let holder =
            self.person_at(it.holder.as_str(), at.field(field!("holder"))).unwrap_or(u32::MAX);
        let own = it.interests.elements();
        let mut owners = Vec::with_capacity(own.len());
        for (k, interest) in own.iter().enumerate() {
            let at = at.field(field!("interests")).index(k);
            let (from, until) = (interest.from.known(), interest.until.known());
            self.ordered(at, from.map(|day| day.0), until.map(|day| day.0));
            let gone = interest.state == Fact::Known(BusinessState::Deregistered);
            if gone && interest.until.is_absent() {
                let words = "a business that is deregistered has a last day".into();
                self.fault(at.field(field!("until")), FaultKind::NotAllowed(words));
            }
            let owner = self.person_at(interest.owner.as_str(), at.field(field!("owner")));
            owners.push(owner.unwrap_or(u32::MAX));
        }
        let mut entries = Vec::new();
        for (d, declaration) in (0u32..).zip(it.declarations.elements()) {
            for (e, entry) in (0u32..).zip(declaration.entries.elements()) {
                let at =
                    at.field(field!("declarations")).index(d as usize).field(field!("entries"));
                let at = at.index(e as usize).field(field!("interest"));
                if let Some(place) = self.interest(entry.interest.as_str(), interests, at) {
                    entries.extend(place.checked_sub(first).map(|place| (place, d, e)));
                }
            }
        }
        entries.sort_unstable();
        for (f, favour) in it.favours.elements().iter().enumerate() {
            let at = at.field(field!("favours")).index(f).field(field!("interest"));
            self.interest(favour.interest.as_str(), interests, at);
        }
        HouseholdIndex { holder, owners, entries }
    }

    /// The number of an interest among all.
    fn interest(&mut self, id: &str, interests: &Ids<'_>, at: Path) -> Option<u32> {
        let place = interests.get(id).copied();
        if place.is_none() {
            self.fault(at, FaultKind::DanglingId { kind: IdKind::Interest, id: id.into() });
        }
        place
    }

    /// Where an interest of this identifier stands first.
    fn interest_at(&self, id: &str) -> Option<Path> {
        let shelf = Path::ROOT.field(field!("households"));
        self.records.households.iter().enumerate().find_map(|(n, it)| {
            let k = it.interests.elements().iter().position(|it| it.id.as_str() == id)?;
            Some(shelf.index(n).field(field!("interests")).index(k).field(field!("id")))
        })
    }

    /// Contracts, complaints and inspections: their identifiers.
    fn ties(&mut self) {
        let records = self.records;
        let mut ids = Ids::new();
        let shelf = Path::ROOT.field(field!("contracts"));
        for (n, it) in (0u32..).zip(&records.contracts) {
            Self::define(&mut self.faults, &mut ids, IdKind::Contract, it.id.as_str(), n, shelf);
        }
        let mut ids = Ids::new();
        let shelf = Path::ROOT.field(field!("ties_complaints"));
        for (n, it) in (0u32..).zip(&records.ties_complaints) {
            let id = it.id.as_str();
            Self::define(&mut self.faults, &mut ids, IdKind::TiesComplaint, id, n, shelf);
        }
        let mut ids = Ids::new();
        let shelf = Path::ROOT.field(field!("ties_inspections"));
        for (n, it) in (0u32..).zip(&records.ties_inspections) {
            let id = it.id.as_str();
            Self::define(&mut self.faults, &mut ids, IdKind::TiesInspection, id, n, shelf);
        }
    }

    fn power_lists(&mut self) -> Vec<Option<(u32, u32)>> {
        let records = self.records;
        let mut ids = Ids::new();
        let shelf = Path::ROOT.field(field!("list_checks"));
        for (n, it) in (0u32..).zip(&records.list_checks) {
            Self::define(&mut self.faults, &mut ids, IdKind::ListCheck, it.id.as_str(), n, shelf);
        }
        let mut ids = Ids::with_capacity(records.power_lists.len());
        let shelf = Path::ROOT.field(field!("power_lists"));
        let mut done = Vec::with_capacity(records.power_lists.len());
        for (n, it) in (0u32..).zip(&records.power_lists) {
            Self::define(&mut self.faults, &mut ids, IdKind::PowerList, it.id.as_str(), n, shelf);
            done.push(self.power_list(it, shelf.index(n as usize)));
        }
        done
    }

    /// The item that approved a list.
    fn power_list(&mut self, list: &PowerList, at: Path) -> Option<(u32, u32)> {
        self.ordered(at, list.from.known().map(|day| day.0), list.until.map(|day| day.0));
        for (n, entry) in list.entries.elements().iter().enumerate() {
            let at = at.field(field!("entries")).index(n);
            if entry.power.as_str().trim().is_empty() {
                let words = "an entry names its power".into();
                self.fault(at.field(field!("power")), FaultKind::NotAllowed(words));
            }
            let sums = entry.limit.known().and_then(|it| it.from_fen.zip(it.up_to_fen));
            if sums.is_some_and(|(from, up_to)| up_to < from) {
                let words = "it lies below the least sum".into();
                let at = at.field(field!("limit")).field(field!("up_to_fen"));
                self.fault(at, FaultKind::NotAllowed(words));
            }
        }
        for (n, item) in list.items.elements().iter().enumerate() {
            for (k, power) in item.powers.iter().enumerate() {
                if power.as_str().trim().is_empty() {
                    let words = "an item names the power".into();
                    let at = at.field(field!("items")).index(n).field(field!("powers")).index(k);
                    self.fault(at, FaultKind::NotAllowed(words));
                }
            }
            if !states_anything(item) {
                let words = "an item states at least one condition".into();
                self.fault(at.field(field!("items")).index(n), FaultKind::NotAllowed(words));
            }
        }
        let item = list.approval.known()?.item.as_ref()?;
        self.item_ref(item.as_str(), at.field(field!("approval")).field(field!("item")))
    }

    fn acts(&mut self) -> Vec<ActIndex> {
        let records = self.records;
        let shelf = Path::ROOT.field(field!("acts"));
        let mut ids = Ids::with_capacity(records.acts.len());
        let mut done = Vec::with_capacity(records.acts.len());
        for (n, it) in (0u32..).zip(&records.acts) {
            Self::define(&mut self.faults, &mut ids, IdKind::Act, it.id.as_str(), n, shelf);
            let at = shelf.index(n as usize);
            if let Some(delegation) = it.delegation.known() {
                let (from, until) = (delegation.from.known(), delegation.until.known());
                let at = at.field(field!("delegation"));
                self.ordered(at, from.map(|day| day.0), until.map(|day| day.0));
            }
            let mut concerns = Vec::with_capacity(it.concerns.elements().len());
            for (k, person) in it.concerns.elements().iter().enumerate() {
                concerns
                    .extend(self.person_at(person.as_str(), at.field(field!("concerns")).index(k)));
            }
            let by =
                it.by.known().and_then(|id| self.person_at(id.as_str(), at.field(field!("by"))));
            let matter = it.matter.known();
            let matter = matter.and_then(|id| self.matter(id.as_str(), at.field(field!("matter"))));
            let item = it.decided_in.known();
            let item =
                item.and_then(|id| self.item_ref(id.as_str(), at.field(field!("decided_in"))));
            done.push(ActIndex { by, matter, item, concerns });
        }
        done
    }

    fn approaches(&mut self) -> Vec<(u32, Option<u32>)> {
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
    fn omissions(&mut self) -> Vec<(u32, u32)> {
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
    fn returns(&mut self) -> (Vec<ReturnIndex>, Vec<ReturnIndex>) {
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
        departments.sort_unstable();
        people.sort_unstable();
        (departments, people)
    }

    /// Inspections: their identifiers.
    fn oversight(&mut self) {
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

    /// A person or a department.
    fn owner(&mut self, id: &str, at: Path) {
        if !self.people.contains_key(id) && !self.departments.contains_key(id) {
            self.fault(at, FaultKind::DanglingId { kind: IdKind::Owner, id: id.into() });
        }
    }

    fn payments(&mut self) -> (Vec<Decided>, Vec<Option<(u32, u32)>>) {
        let records = self.records;
        let shelf = Path::ROOT.field(field!("payments"));
        let mut ids = Ids::with_capacity(records.payments.len());
        let mut done = Vec::with_capacity(records.payments.len());
        let mut items = Vec::with_capacity(records.payments.len());
        for (n, it) in (0u32..).zip(&records.payments) {
            let id = it.id.as_str();
            Self::define(&mut self.faults, &mut ids, IdKind::Payment, id, n, shelf);
            let item = it.decided_by.known().and_then(|id| {
                let at = shelf.index(n as usize).field(field!("decided_by"));
                self.item_ref(id.as_str(), at)
            });
            items.push(item);
            done.push(match (&it.decided_by, item) {
                (Fact::Absent, _) => Decided::No,
                (_, Some(item)) => self.adopted(item, it.paid_on.0),
                (Fact::Known(_) | Fact::Unknown, None) => Decided::Unknown,
            });
        }
        (done, items)
    }

    /// Whether the item was adopted by the Party group by the day of a payment.
    fn adopted(&self, (meeting, item): (u32, u32), paid_on: NaiveDate) -> Decided {
        let Some(meeting) = self.records.meetings.get(meeting as usize) else {
            return Decided::Unknown;
        };
        let Some(item) = meeting.items.get(item as usize) else { return Decided::Unknown };
        if meeting.kind != MeetingKind::PartyGroup || meeting.held_on.day() > paid_on {
            return Decided::No;
        }
        match item.result {
            Fact::Known(ItemResult::Adopted) => Decided::Yes,
            Fact::Unknown => Decided::Unknown,
            Fact::Known(_) | Fact::Absent => Decided::No,
        }
    }

    fn declarations(&mut self) {
        let records = self.records;
        for (n, it) in records.complete.iter().enumerate() {
            let at = Path::ROOT.field(field!("complete")).index(n);
            self.ordered(at, Some(it.from.0), Some(it.until.0));
        }
    }

    fn seats_of<'i>(
        &mut self,
        people: impl Iterator<Item = &'i str>,
        index: &mut MeetingIndex,
        at: impl Fn(usize) -> Path,
    ) -> Range {
        let start = index.seats.len();
        for (n, person) in people.enumerate() {
            let byte = match self.find_person(person) {
                Some(place) => self.seat_at(place),
                None => self.seat(person, at(n)),
            };
            index.seats.push(byte);
        }
        range(start, index.seats.len())
    }

    fn seat_at(&self, place: u32) -> u8 {
        self.seat_of.get(place as usize).copied().unwrap_or(Speaker::OUTSIDER)
    }

    fn seat(&mut self, person: &str, at: Path) -> u8 {
        self.person_at(person, at).map_or(Speaker::OUTSIDER, |place| self.seat_at(place))
    }

    fn find_person(&mut self, id: &str) -> Option<u32> {
        let guess = self.next;
        let place = match self.records.people.get(guess) {
            Some(person) if person.id.as_str() == id => u32::try_from(guess).ok()?,
            _ => *self.people.get(id)?,
        };
        self.next = place as usize + 1;
        Some(place)
    }

    fn person_at(&mut self, id: &str, at: Path) -> Option<u32> {
        let place = self.find_person(id);
        if place.is_none() {
            self.fault(at, FaultKind::DanglingId { kind: IdKind::Person, id: id.into() });
        }
        place
    }

    fn department(&mut self, id: &str, at: Path) {
        if !self.departments.contains_key(id) {
            self.fault(at, FaultKind::DanglingId { kind: IdKind::Department, id: id.into() });
        }
    }

    fn matter(&mut self, id: &str, at: Path) -> Option<u32> {
        let place = self.matters.get(id).copied();
        if place.is_none() {
            self.fault(at, FaultKind::DanglingId { kind: IdKind::Matter, id: id.into() });
        }
        place
    }

    fn item_ref(&mut self, id: &str, at: Path) -> Option<(u32, u32)> {
        let place = self.items.get(id).copied();
        if place.is_none() {
            self.fault(at, FaultKind::DanglingId { kind: IdKind::Item, id: id.into() });
        }
        place
    }
}

/// Whether an item of a negative list states any condition.
fn states_anything(it: &NegativeItem) -> bool {
    let lists = it.powers.is_empty() && it.kinds.is_empty() && it.categories.is_empty();
    let more = it.subjects.is_empty() && it.circumstances.is_empty();
    !(lists && more && it.from_fen.is_none())
}

fn range(start: usize, end: usize) -> Range {
    let narrow = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    Range { start: narrow(start), end: narrow(end) }
}
