//! Lists of powers and acts: which entries and items speak of a power, and what was done on a matter.

use super::build::{Build, Ids};
use super::index::Index;
use crate::{
    error::{Fault, FaultKind},
    facts::{NegativeItem, PowerHolder, PowerList, PowerListKind, Records, Text},
    path::{Path, Root, field},
    shape::IdKind,
};

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

pub(super) fn entry_at(records: &Records, (list, entry): (u32, u32)) -> &str {
    let list = records.power_lists.get(list as usize);
    let entry = list.and_then(|it| it.entries.elements().get(entry as usize));
    entry.map_or("", |it| it.power.as_str())
}

pub(super) fn item_power(records: &Records, (list, item, power): (u32, u32, u32)) -> &str {
    let list = records.power_lists.get(list as usize);
    let item = list.and_then(|it| it.items.elements().get(item as usize));
    item.and_then(|it| it.powers.get(power as usize)).map_or("", Text::as_str)
}

impl PowerIndex {
    pub(super) fn of(records: &Records) -> Self {
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

/// Whether an item of a negative list states any condition.
pub(super) fn states_anything(it: &NegativeItem) -> bool {
    let lists = it.powers.is_empty() && it.kinds.is_empty() && it.categories.is_empty();
    let more = it.subjects.is_empty() && it.circumstances.is_empty();
    !(lists && more && it.from_fen.is_none())
}

impl Index {
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
}

impl Build<'_> {
    pub(super) fn power_lists(&mut self) -> Vec<Option<(u32, u32)>> {
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
    pub(super) fn power_list(&mut self, list: &PowerList, at: Path) -> Option<(u32, u32)> {
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

    pub(super) fn acts(&mut self) -> Vec<ActIndex> {
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
}
