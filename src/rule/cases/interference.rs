//! What was recorded under the three rules.

use super::Walk;
use crate::{
    facts::{Approach, Omission},
    path::{Path, field},
    rule::{Context, Runner, SubjectRef},
    shape::IdKind,
};

/// An approach under check.
#[derive(Debug, Clone, Copy)]
pub struct ApproachCase<'a> {
    /// What else there is.
    pub cx: Context<'a>,
    /// The approach.
    pub approach: &'a Approach,
    /// Its address.
    pub at: Path,
    /// Places in the register of the one approached and, where known, of the one who asked.
    pub(crate) people: (u32, Option<u32>),
}

/// An omission under check.
#[derive(Debug, Clone, Copy)]
pub struct OmissionCase<'a> {
    /// What else there is.
    pub cx: Context<'a>,
    /// The omission.
    pub omission: &'a Omission,
    /// Its address.
    pub at: Path,
    /// How many of the same person were established before it, and how many beside it that day.
    pub(crate) others: (u32, u32),
}

impl<'a> Walk<'a> for ApproachCase<'a> {
    fn walk(cx: Context<'a>, run: &mut impl Runner) {
        let approaches = cx.dossier.records().approaches.iter();
        for (n, (approach, people)) in approaches.zip(&cx.dossier.index().approaches).enumerate() {
            let at = Path::ROOT.field(field!("approaches")).index(n);
            let case = Self { cx, approach, at, people: *people };
            let subject = SubjectRef::of(IdKind::Approach, approach.id.as_str(), at, cx.as_of);
            run.judge(&case, subject.concerning(Some(approach.approached.as_str())));
        }
    }
}

impl<'a> Walk<'a> for OmissionCase<'a> {
    fn walk(cx: Context<'a>, run: &mut impl Runner) {
        let omissions = cx.dossier.records().omissions.iter();
        for (n, (omission, others)) in omissions.zip(&cx.dossier.index().omissions).enumerate() {
            let at = Path::ROOT.field(field!("omissions")).index(n);
            let case = Self { cx, omission, at, others: *others };
            let (id, day) = (omission.id.as_str(), omission.established_on.0);
            let subject = SubjectRef::of(IdKind::Omission, id, at, day);
            run.judge(&case, subject.concerning(Some(omission.person.as_str())));
        }
    }
}
