//! Households, their interests and declarations, and contracts of the institution.

use super::build::{Build, Ids};
use super::index::Index;
use crate::{
    error::{Fault, FaultKind},
    facts::{BusinessState, Contract, Fact, Household, Records},
    law::codes::CreditCode,
    path::{Path, Root, field},
    shape::IdKind,
    time::NaiveDate,
};

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

/// Households by place of the holder.
pub(super) fn holders(households: &[HouseholdIndex]) -> Vec<(u32, u32)> {
    let mut all: Vec<_> = (0u32..).zip(households).map(|(n, it)| (it.holder, n)).collect();
    all.sort_unstable();
    all
}

/// Contracts of which nobody has said with whom: by day, of one day by identifier.
pub(super) fn unstated_contracts(records: &Records) -> Vec<(NaiveDate, u32)> {
    let unstated = (0u32..).zip(&records.contracts).filter(|it| it.1.counterparty.is_unknown());
    let mut all: Vec<_> = unstated.map(|(n, it)| (it.signed_on.0, it.id.as_str(), n)).collect();
    all.sort_unstable();
    all.into_iter().map(|(day, _, n)| (day, n)).collect()
}

/// Contracts by the code of the other side.
pub(super) fn contracts(records: &Records) -> Vec<(CreditCode, NaiveDate, u32)> {
    let stated = |(n, it): (u32, &Contract)| Some((*it.counterparty.known()?, it.signed_on.0, n));
    let mut all: Vec<_> = (0u32..).zip(&records.contracts).filter_map(stated).collect();
    all.sort_unstable();
    all
}

impl Index {
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
}

impl Build<'_> {
    pub(super) fn households(&mut self) -> Vec<HouseholdIndex> {
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
    pub(super) fn household(
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
    pub(super) fn interest(&mut self, id: &str, interests: &Ids<'_>, at: Path) -> Option<u32> {
        let place = interests.get(id).copied();
        if place.is_none() {
            self.fault(at, FaultKind::DanglingId { kind: IdKind::Interest, id: id.into() });
        }
        place
    }

    /// Where an interest of this identifier stands first.
    pub(super) fn interest_at(&self, id: &str) -> Option<Path> {
        let shelf = Path::ROOT.field(field!("households"));
        self.records.households.iter().enumerate().find_map(|(n, it)| {
            let k = it.interests.elements().iter().position(|it| it.id.as_str() == id)?;
            Some(shelf.index(n).field(field!("interests")).index(k).field(field!("id")))
        })
    }

    /// Contracts, complaints and inspections: their identifiers.
    pub(super) fn ties(&mut self) {
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
}
