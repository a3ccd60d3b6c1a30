//! Meetings, their items, decisions taken elsewhere, and the matters that all of them are about.

use super::Walk;
use crate::{
    dossier::{Bench, ItemSeats, Speaker},
    dossier::{DecisionIndex, MeetingIndex},
    facts::{Body, Decision, Item, ItemKind, Matter, Meeting},
    path::{Path, field},
    policy::Parameters,
    rule::{Context, Runner, SubjectRef},
    shape::IdKind,
    time::NaiveDate,
};

/// A meeting under check.
#[derive(Debug, Clone, Copy)]
pub struct MeetingCase<'a> {
    /// What else there is.
    pub cx: Context<'a>,
    /// The meeting.
    pub meeting: &'a Meeting,
    /// Its address.
    pub at: Path,
    /// The parameters of its day.
    pub parameters: &'a Parameters,
    pub(crate) index: &'a MeetingIndex,
}

impl<'a> MeetingCase<'a> {
    /// The day it was held.
    #[must_use]
    pub fn day(&self) -> NaiveDate {
        self.meeting.held_on.day()
    }

    /// The members of its body that day, by the register.
    #[must_use]
    pub fn bench(&self) -> &'a Bench {
        &self.index.bench
    }
}

/// An item under check.
#[derive(Debug, Clone, Copy)]
pub struct ItemCase<'a> {
    /// The meeting it is an item of.
    pub sitting: &'a MeetingCase<'a>,
    /// The item.
    pub item: &'a Item,
    /// Its place in the meeting.
    pub number: usize,
    pub(crate) at: Path,
    /// Who took part, by seat.
    pub seats: &'a ItemSeats,
}

impl<'a> ItemCase<'a> {
    /// Its address.
    #[must_use]
    #[inline]
    pub const fn at(&self) -> Path {
        self.at
    }

    /// The day of its meeting.
    #[must_use]
    pub fn day(&self) -> NaiveDate {
        self.sitting.day()
    }

    /// The parameters of that day.
    #[must_use]
    pub const fn parameters(&self) -> &'a Parameters {
        self.sitting.parameters
    }

    /// Whether it was put for decision to a meeting of this body.
    #[must_use]
    pub fn is_before(&self, body: Body) -> bool {
        self.item.kind == ItemKind::Decide && self.sitting.meeting.kind.body() == Some(body)
    }

    /// Its matter, where it is known to have one.
    #[must_use]
    pub fn matter(&self) -> Option<MatterCase<'a>> {
        let (place, matter) = self.sitting.cx.matter(self.seats.matter)?;
        Some(MatterCase { place, matter })
    }

    /// Who made each statement, in the order of the record.
    #[must_use]
    pub fn speakers(&self) -> impl ExactSizeIterator<Item = Speaker> + 'a {
        self.sitting.index.statements(self.seats)
    }

    /// Who cast each ballot, in the order of the record; of a vote without names, the voters.
    #[must_use]
    pub fn voters(&self) -> impl ExactSizeIterator<Item = Speaker> + 'a {
        self.sitting.index.ballots(self.seats)
    }

    /// Places in the register of the people whom the item concerns.
    #[must_use]
    pub fn concerns(&self) -> &'a [u32] {
        self.sitting.index.concerns(self.seats)
    }

    /// Identifier of the person in a seat.
    #[must_use]
    pub fn person_id(&self, seat: u8) -> Option<&'a str> {
        let member = self.sitting.bench().member(seat)?;
        self.sitting.cx.person_id(member.person)
    }
}

/// A matter of the catalogue and where it stands.
#[derive(Debug, Clone, Copy)]
pub struct MatterCase<'a> {
    /// Its place in the catalogue.
    pub place: u32,
    /// The matter.
    pub matter: &'a Matter,
}

impl MatterCase<'_> {
    /// Its address.
    #[must_use]
    pub fn at(&self) -> Path {
        Path::ROOT.field(field!("matters")).index(self.place as usize)
    }
}

/// A decision taken outside the minuted meetings, under check.
#[derive(Debug, Clone, Copy)]
pub struct DecisionCase<'a> {
    /// What else there is.
    pub cx: Context<'a>,
    /// The decision.
    pub decision: &'a Decision,
    /// Its address.
    pub at: Path,
    /// The parameters of its day.
    pub parameters: &'a Parameters,
    pub(crate) index: DecisionIndex,
}

impl<'a> DecisionCase<'a> {
    /// The day it was taken.
    #[must_use]
    pub fn day(&self) -> NaiveDate {
        self.decision.decided_on.day()
    }

    /// Its matter, where it is known to have one.
    #[must_use]
    pub fn matter(&self) -> Option<MatterCase<'a>> {
        let (place, matter) = self.cx.matter(self.index.matter)?;
        Some(MatterCase { place, matter })
    }

    /// Place in the register of the one who decided.
    #[must_use]
    pub const fn decider(&self) -> Option<u32> {
        self.index.decider
    }
}

impl<'a> Walk<'a> for MeetingCase<'a> {
    fn walk(cx: Context<'a>, run: &mut impl Runner) {
        let records = cx.dossier.records();
        let shelf = Path::ROOT.field(field!("meetings"));
        for (n, (meeting, index)) in
            records.meetings.iter().zip(&cx.dossier.index().meetings).enumerate()
        {
            Self::of(cx, meeting, index, shelf.index(n)).judge(run, None);
        }
    }
}

impl<'a> MeetingCase<'a> {
    /// A meeting, whether it stands in the dossier or alone.
    pub(crate) fn of(
        cx: Context<'a>,
        meeting: &'a Meeting,
        index: &'a MeetingIndex,
        at: Path,
    ) -> Self {
        Self { cx, meeting, at, parameters: cx.policy.on(meeting.held_on.day()), index }
    }

    /// Hands over the meeting and its items, or only one of them.
    pub(crate) fn judge(&self, run: &mut impl Runner, only: Option<usize>) {
        let day = self.day();
        if only.is_none() {
            let id = self.meeting.id.as_str();
            run.judge(self, SubjectRef::of(IdKind::Meeting, id, self.at, day));
        }
        for number in 0..self.meeting.items.len() {
            if only.is_some_and(|only| only != number) {
                continue;
            }
            let Some(case) = self.item(number) else { continue };
            let id = case.item.id.as_str();
            run.judge(&case, SubjectRef::of(IdKind::Item, id, case.at, day));
        }
    }

    /// One of its items.
    pub(crate) fn item<'s>(&'s self, number: usize) -> Option<ItemCase<'s>>
    where
        'a: 's,
    {
        let item = self.meeting.items.get(number)?;
        let seats = self.index.item(number)?;
        let at = self.at.field(field!("items")).index(number);
        Some(ItemCase { sitting: self, item, number, at, seats })
    }
}

/// An item is handed over by its meeting.
impl<'a> Walk<'a> for ItemCase<'a> {}

impl<'a> Walk<'a> for DecisionCase<'a> {
    fn walk(cx: Context<'a>, run: &mut impl Runner) {
        let records = cx.dossier.records();
        let shelf = Path::ROOT.field(field!("decisions"));
        for (n, (decision, index)) in
            records.decisions.iter().zip(&cx.dossier.index().decisions).enumerate()
        {
            let (at, day) = (shelf.index(n), decision.decided_on.day());
            let case = Self { cx, decision, at, parameters: cx.policy.on(day), index: *index };
            let id = decision.id.as_str();
            run.judge(&case, SubjectRef::of(IdKind::Decision, id, at, day));
        }
    }
}
