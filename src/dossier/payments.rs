//! Payments: what decided them, and groups of one project or payee.

use super::build::{Build, Ids};
use crate::{
    facts::{Fact, ItemResult, MeetingKind, Payment},
    path::{Path, field},
    shape::IdKind,
    time::NaiveDate,
};

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
    pub(super) fn of<'p>(
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

    pub(super) fn bounds_of(&self, payment: usize) -> Option<(usize, usize)> {
        let (first, last) = self.bounds.get(*self.place.get(payment)? as usize)?;
        Some((*first as usize, *last as usize))
    }
}

impl Build<'_> {
    pub(super) fn payments(&mut self) -> (Vec<Decided>, Vec<Option<(u32, u32)>>) {
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
    pub(super) fn adopted(&self, (meeting, item): (u32, u32), paid_on: NaiveDate) -> Decided {
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
}
