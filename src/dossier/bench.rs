//! Who sits on the bench of a meeting: its members by seat, its principal, its presider.

use super::build::Build;
use super::meetings::{MeetingIndex, Range, range};
use crate::{
    error::FaultKind,
    facts::{Body, CommitteeSeat, MemberRole},
    path::{Path, field},
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
    pub(super) const OUTSIDER: u8 = u8::MAX;

    pub(super) const fn from_byte(byte: u8) -> Self {
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
    pub(super) statements: Range,
    pub(super) ballots: Range,
    pub(super) concerns: Range,
}

impl Build<'_> {
    pub(super) fn spells_of(&self, body: Option<Body>) -> Vec<(u32, u32)> {
        self.spells.iter().filter(|it| Some(it.0) == body).map(|it| (it.1, it.2)).collect()
    }

    pub(super) fn spell_days(
        &self,
        (person, spell): (u32, u32),
    ) -> Option<(NaiveDate, Option<NaiveDate>)> {
        let spell = self.records.people.get(person as usize)?.memberships.get(spell as usize)?;
        Some((spell.from.0, spell.until.map(|day| day.0)))
    }

    pub(super) fn spell_covers(&self, person: u32, spell: u32, day: NaiveDate) -> bool {
        self.spell_days((person, spell))
            .is_some_and(|(from, until)| from <= day && until.is_none_or(|until| day <= until))
    }

    /// The members of the spells on the bench; spells of one person are one member, the principal's first.
    pub(super) fn bench(&mut self, at: Path, day: NaiveDate, spells: &[(u32, u32)]) -> Bench {
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

    pub(super) fn seats_of<'i>(
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

    pub(super) fn seat_at(&self, place: u32) -> u8 {
        self.seat_of.get(place as usize).copied().unwrap_or(Speaker::OUTSIDER)
    }

    pub(super) fn seat(&mut self, person: &str, at: Path) -> u8 {
        self.person_at(person, at).map_or(Speaker::OUTSIDER, |place| self.seat_at(place))
    }
}
