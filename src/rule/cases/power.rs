//! Lists of powers, acts under powers, and all acts on one matter.

use super::{MatterCase, Walk};
use crate::{
    dossier::ActIndex,
    facts::{Act, Matter, PowerList},
    path::{Path, field},
    policy::Parameters,
    rule::{Context, Runner, SubjectRef},
    shape::IdKind,
    time::NaiveDate,
};

/// A version of a list of powers under check.
#[derive(Debug, Clone, Copy)]
pub struct ListCase<'a> {
    /// What else there is.
    pub cx: Context<'a>,
    /// The list.
    pub list: &'a PowerList,
    /// Its address.
    pub at: Path,
    /// Its place among the lists of the dossier, where there is one with its identifier: that record is this one.
    pub(crate) place: Option<u32>,
    /// Whether it is checked alone, so that nothing in the index is its own.
    pub(crate) alone: bool,
    /// Places of the meeting and the item in which it was approved.
    pub(crate) item: Option<(u32, u32)>,
}

/// An act under check.
#[derive(Debug, Clone, Copy)]
pub struct ActCase<'a> {
    /// What else there is.
    pub cx: Context<'a>,
    /// The act.
    pub act: &'a Act,
    /// Its address.
    pub at: Path,
    /// The parameters of its day.
    pub parameters: &'a Parameters,
    pub(crate) index: &'a ActIndex,
}

impl<'a> ActCase<'a> {
    /// The day of the act.
    #[must_use]
    pub fn day(&self) -> NaiveDate {
        self.act.done_on.day()
    }

    /// Its matter, where it is known to have one.
    #[must_use]
    pub fn matter(&self) -> Option<MatterCase<'a>> {
        let (place, matter) = self.cx.matter(self.index.matter)?;
        Some(MatterCase { place, matter })
    }
}

/// A matter under check, over all acts on it.
#[derive(Debug, Clone, Copy)]
pub struct ThreadCase<'a> {
    /// What else there is.
    pub cx: Context<'a>,
    /// The matter.
    pub matter: &'a Matter,
    /// Its place in the catalogue.
    pub place: u32,
}

impl<'a> Walk<'a> for ListCase<'a> {
    fn walk(cx: Context<'a>, run: &mut impl Runner) {
        let index = cx.dossier.index();
        for (n, list) in (0u32..).zip(&cx.dossier.records().power_lists) {
            let at = Path::ROOT.field(field!("power_lists")).index(n as usize);
            let item = index.approvals.get(n as usize).copied().flatten();
            Self { cx, list, at, place: Some(n), alone: false, item }.judge(run);
        }
    }
}

impl ListCase<'_> {
    /// Hands it over. A list has many days; each rule asks which of them it is about.
    pub(crate) fn judge(&self, run: &mut impl Runner) {
        let (id, day) = (self.list.id.as_str(), self.cx.as_of);
        run.judge(self, SubjectRef::of(IdKind::PowerList, id, self.at, day));
    }
}

impl<'a> Walk<'a> for ActCase<'a> {
    fn walk(cx: Context<'a>, run: &mut impl Runner) {
        let acts = cx.dossier.records().acts.iter().zip(&cx.dossier.index().acts);
        for (n, (act, index)) in acts.enumerate() {
            let at = Path::ROOT.field(field!("acts")).index(n);
            let day = act.done_on.day();
            let case = Self { cx, act, at, parameters: cx.policy.on(day), index };
            run.judge(&case, SubjectRef::of(IdKind::Act, act.id.as_str(), at, day));
        }
    }
}

impl<'a> Walk<'a> for ThreadCase<'a> {
    fn walk(cx: Context<'a>, run: &mut impl Runner) {
        for (place, matter) in (0u32..).zip(&cx.dossier.records().matters) {
            // A matter is one on which somebody acted.
            if cx.dossier.index().acts_on(place).next().is_none() {
                continue;
            }
            let at = MatterCase { place, matter }.at();
            let subject = SubjectRef::of(IdKind::Matter, matter.id.as_str(), at, cx.as_of);
            run.judge(&Self { cx, matter, place }, subject);
        }
    }
}
