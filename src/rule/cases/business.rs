//! Households of post-holders, and the business interests in them.

use super::Walk;
use crate::{
    dossier::HouseholdIndex,
    facts::{Household, Interest},
    path::{Path, field},
    rule::{Context, Runner, SubjectRef},
    shape::IdKind,
    time::NaiveDate,
};

/// A household under check.
#[derive(Debug, Clone, Copy)]
pub struct HouseholdCase<'a> {
    /// What else there is.
    pub cx: Context<'a>,
    /// The household.
    pub household: &'a Household,
    /// Its address.
    pub at: Path,
    pub(crate) index: &'a HouseholdIndex,
}

impl<'a> HouseholdCase<'a> {
    /// A household of the dossier.
    pub(crate) fn of(cx: Context<'a>, place: u32) -> Option<Self> {
        let household = cx.dossier.records().households.get(place as usize)?;
        let index = cx.dossier.index().households.get(place as usize)?;
        let at = Path::ROOT.field(field!("households")).index(place as usize);
        Some(Self { cx, household, at, index })
    }

    /// One of its interests.
    pub(crate) fn interest<'s>(&'s self, number: usize) -> Option<InterestCase<'s>>
    where
        'a: 's,
    {
        let interest = self.household.interests.elements().get(number)?;
        let owner = *self.index.owners.get(number)?;
        Some(InterestCase { household: self, interest, number, owner })
    }

    /// Place of the owner of one of its interests in the register.
    pub(crate) fn owner(&self, number: usize) -> Option<u32> {
        self.index.owners.get(number).copied()
    }

    /// The first day on which an interest was declared.
    pub(crate) fn first_declared(&self, number: usize) -> Option<NaiveDate> {
        let declarations = self.household.declarations.elements();
        let listed = self.index.entries_of(u32::try_from(number).unwrap_or(u32::MAX));
        listed.filter_map(|it| Some(declarations.get(it.0 as usize)?.declared_on.0)).min()
    }
}

/// A business interest under check.
#[derive(Debug, Clone, Copy)]
pub struct InterestCase<'a> {
    /// The household it belongs to.
    pub household: &'a HouseholdCase<'a>,
    /// The interest.
    pub interest: &'a Interest,
    /// Its place in the household.
    pub number: usize,
    pub(crate) owner: u32,
}

impl<'a> InterestCase<'a> {
    /// What else there is.
    #[must_use]
    pub const fn cx(&self) -> &'a Context<'a> {
        &self.household.cx
    }

    /// Places of the entries of a declaration that list it.
    pub(crate) fn entries_in(&self, declaration: usize) -> impl Iterator<Item = usize> + 'a {
        let place = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        self.household.index.entries_of_one(place(self.number), place(declaration))
    }

    /// Its address.
    #[must_use]
    pub const fn at(&self) -> Path {
        self.household.at.field(field!("interests")).index(self.number)
    }
}

impl<'a> Walk<'a> for HouseholdCase<'a> {
    fn walk(cx: Context<'a>, run: &mut impl Runner) {
        for n in (0u32..).zip(&cx.dossier.records().households).map(|it| it.0) {
            if let Some(case) = Self::of(cx, n) {
                case.judge(run);
            }
        }
    }
}

impl HouseholdCase<'_> {
    /// Hands over the household and its interests. It has many days; each rule asks which of them it is about.
    pub(crate) fn judge(&self, run: &mut impl Runner) {
        let (id, day) = (self.household.id.as_str(), self.cx.as_of);
        run.judge(self, SubjectRef::of(IdKind::Household, id, self.at, day));
        for number in 0..self.household.interests.elements().len() {
            let Some(case) = self.interest(number) else { continue };
            let id = case.interest.id.as_str();
            run.judge(&case, SubjectRef::of(IdKind::Interest, id, case.at(), day));
        }
    }
}

/// An interest is handed over by its household.
impl<'a> Walk<'a> for InterestCase<'a> {}
