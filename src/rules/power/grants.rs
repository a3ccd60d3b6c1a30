//! What lists give to those who act.

use super::lists;
pub(super) use crate::rules::meets::Meets;
use crate::{
    facts::{Category, CompetentBody, Fact, PowerEntry, PowerHolder, PowerList, PowerListKind},
    path::{Path, field},
    rule::ActCase,
    rules::{major::is_chiefs_own, meets::fact},
    time::NaiveDate,
};

/// An entry of a local list that gives a power on the day of an act.
pub(super) struct Grant<'a> {
    pub(super) list: &'a PowerList,
    pub(super) entry: &'a PowerEntry,
    pub(super) at: Path,
    pub(super) in_force: Meets,
}

/// Entries of local lists that give a power and are, or may be, in force on the day of an act.
pub(super) fn of<'a>(
    case: &ActCase<'a>,
    power: &'a str,
) -> impl Iterator<Item = Grant<'a>> + use<'a> {
    let (records, day) = (case.cx.dossier.records(), case.day());
    let entries = case.cx.dossier.index().powers.entries_of(records, power);
    entries.filter_map(move |place| {
        let (list, entry) = lists::entry(records, place)?;
        let in_force = lists::in_force(list, lists::at(place.0 as usize), day);
        let grant = Grant { list, entry, at: lists::entry_at(place), in_force };
        (!matches!(grant.in_force, Meets::No)).then_some(grant)
    })
}

/// Whether a list that may give any power may be in force on the day of an act: nobody has said what it holds.
pub(super) fn untold(case: &ActCase<'_>) -> Meets {
    let lists = &case.cx.dossier.records().power_lists;
    let untold = case.cx.dossier.index().powers.untold.iter();
    untold.fold(Meets::No, |all, n| {
        let at = lists::at(*n as usize);
        let list = lists.get(*n as usize);
        let now = list.map_or(Meets::No, |it| lists::in_force(it, at, case.day()));
        all.or(now.and(Meets::open(at.field(field!("entries")))))
    })
}

impl Grant<'_> {
    /// Whether it is held by one of whom something holds.
    pub(super) fn is_held_by(&self, holds: impl FnOnce(PowerHolder) -> bool) -> Meets {
        lists::held_by(self.list, self.entry, self.at, holds)
    }

    /// Whether the act is of the kind that the entry gives.
    pub(super) fn is_of_kind(&self, case: &ActCase<'_>) -> Meets {
        match (self.entry.kind, case.act.kind) {
            (Fact::Known(given), Fact::Known(done)) => Meets::when(given == done),
            // An entry or an act that states no kind says nothing against it.
            (Fact::Absent, _) | (_, Fact::Absent) => Meets::ALWAYS,
            (Fact::Unknown, _) => Meets::open(self.at.field(field!("kind"))),
            (_, Fact::Unknown) => Meets::open(case.at.field(field!("kind"))),
        }
    }

    /// Whether a collective has the power for an act of this kind and sum: then PWR008 answers.
    pub(super) fn is_collective_for(&self, case: &ActCase<'_>) -> Meets {
        let held = self.is_held_by(PowerHolder::is_collective);
        held.and(self.counts_for(case))
    }

    /// Whether it gives its power for an act of this kind and sum.
    pub(super) fn counts_for(&self, case: &ActCase<'_>) -> Meets {
        self.in_force.clone().and(self.is_of_kind(case)).and(self.holds_sum(case))
    }

    /// Whether the sum of the act lies within the entry's.
    pub(super) fn holds_sum(&self, case: &ActCase<'_>) -> Meets {
        let limit = match &self.entry.limit {
            Fact::Known(limit) => limit,
            Fact::Absent => return Meets::ALWAYS,
            Fact::Unknown => return Meets::open(self.at.field(field!("limit"))),
        };
        let (from, up_to) = (limit.from_fen, limit.up_to_fen);
        if from.is_none() && up_to.is_none() {
            return Meets::ALWAYS;
        }
        let holds = |sum: u64| from.is_none_or(|it| it <= sum) && up_to.is_none_or(|it| sum <= it);
        match case.act.amount_fen {
            Fact::Known(sum) => Meets::when(holds(sum)),
            Fact::Absent => Meets::when(holds(0)),
            Fact::Unknown => Meets::open(case.at.field(field!("amount_fen"))),
        }
    }
}

/// Whether an act is the chief procurator's in a case, where what no list gives remains to that office.
pub(super) fn is_chiefs_case(case: &ActCase<'_>, capacity: PowerHolder) -> Meets {
    is_chiefs(case, capacity, |category, _| category == Category::Case)
}

/// Whether an act is on a matter that is the chief procurator's own, by the same predicate as what must be decided
/// collectively.
pub(super) fn is_chiefs_matter(case: &ActCase<'_>, capacity: PowerHolder) -> Meets {
    is_chiefs(case, capacity, is_chiefs_own)
}

fn is_chiefs(
    case: &ActCase<'_>,
    capacity: PowerHolder,
    own: impl Fn(Category, Option<CompetentBody>) -> bool,
) -> Meets {
    if !capacity.is_same(PowerHolder::ChiefProcurator) {
        return Meets::No;
    }
    match case.matter() {
        Some(it) => fact(&it.matter.category, it.at().field(field!("category")), |category| {
            own(*category, it.matter.competent_body)
        }),
        None => fact(&case.act.matter, case.at.field(field!("matter")), |_| false),
    }
}

/// Whether a list of the holder is in force on the day of an act.
pub(super) fn has_list(case: &ActCase<'_>, capacity: PowerHolder) -> Meets {
    let lists = case.cx.dossier.records().power_lists.iter().enumerate();
    let own = lists.filter(|(_, it)| match it.kind {
        PowerListKind::Power => it.holder.is_same(capacity),
        PowerListKind::Layers => {
            capacity.is_layer() || capacity == PowerHolder::DeputyChiefProcurator
        }
        PowerListKind::Negative | PowerListKind::Provincial => false,
    });
    // The list of the layers says what the chief procurator may do in cases, and nothing of the rest.
    let says = |it: &PowerList| match it.kind {
        PowerListKind::Layers => {
            let chief = capacity.is_same(PowerHolder::ChiefProcurator);
            if chief { is_chiefs_case(case, capacity) } else { Meets::ALWAYS }
        }
        _ => Meets::ALWAYS,
    };
    let now = own.map(|(n, it)| lists::in_force(it, lists::at(n), case.day()).and(says(it)));
    now.fold(Meets::No, Meets::or)
}

/// Whether the Party group decided anything before that the act, were its matter known, might rest on.
pub(super) fn may_be_covered(case: &ActCase<'_>) -> bool {
    let (index, day) = (case.cx.dossier.index(), case.day());
    index.first_decision().is_some_and(|first: NaiveDate| first <= day)
        || !index.party_group_decisions().is_empty()
}
