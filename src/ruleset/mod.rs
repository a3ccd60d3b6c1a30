//! Choose rules and run them.

mod agenda;
mod alone;
mod gate;
mod run;

pub use agenda::{Agenda, AgendaEntry, AgendaState};
pub use alone::Record;
pub use gate::Gate;

use std::sync::Arc;

use crate::{
    dossier::Dossier,
    dossier::Index,
    error::{Error, Fault, FaultKind},
    facts::{ItemId, Meeting},
    norm::{Code, Norm, Status},
    path::{Path, Root, field},
    policy::Policy,
    report::{LeftOut, Report},
    rule::{Check, Checks, Context, MeetingCase, Shelves},
    rules::{self, NoSuchRule},
    time::NaiveDate,
};
use run::Run;

/// The rules to run, chosen once, shared freely and run as often as you like.
///
/// ```
/// use oversight::{RuleSet, facts::Records, dossier::Dossier, policy::Policy, time::date};
/// let rules = RuleSet::stable().without("MTG022", "kept by another system")?;
/// let dossier = Dossier::new(Records::new())?;
/// let report = rules.evaluate(&dossier, &Policy::default(), date!(2024, 6, 30));
/// assert_eq!(report.violations().len(), 0);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
pub struct RuleSet {
    rules: Vec<Chosen>,
    left_out: Vec<LeftOut>,
    shelves: Shelves,
}

/// A choice of rules that cannot be made. Nothing is left out or added in silence.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ChoiceError {
    /// The crate has no such rule.
    #[error(transparent)]
    NoSuchRule(#[from] NoSuchRule),
    /// The rule is not among those chosen.
    #[error("{0} is not among the rules chosen")]
    NotChosen(String),
    /// The rule is already among those chosen.
    #[error("{0} is already among the rules chosen")]
    AlreadyChosen(Code),
    /// A caller's own code that does not begin with `X`.
    #[error("{0} is none of a caller's own: those begin with `X`")]
    NotCallersOwn(Code),
    /// Text that is no version such as `0.1`, or one before the first.
    #[error("`{0}` is no version of the crate")]
    NoSuchVersion(String),
}

#[derive(Debug, Clone)]
struct Chosen {
    norm: &'static Norm,
    checks: Option<&'static Checks>,
    own: Option<Check>,
}

impl RuleSet {
    /// Every stable rule of the crate.
    #[must_use]
    pub fn stable() -> Self {
        Self::of(|norm| norm.status == Status::Stable)
    }

    /// None; to be filled with [`RuleSet::with`] and [`RuleSet::and`].
    #[must_use]
    pub fn none() -> Self {
        Self::of(|_| false)
    }

    fn of(keep: impl Fn(&Norm) -> bool) -> Self {
        let rules = rules::all()
            .filter(|rule| keep(&rule.norm))
            .map(|rule| Chosen { norm: &rule.norm, checks: Some(&rule.checks), own: None })
            .collect();
        Self { rules, left_out: Vec::new(), shelves: Shelves::default() }.shelved()
    }

    /// Lays the functions out by kind of subject.
    fn shelved(mut self) -> Self {
        self.shelves = Shelves::default();
        for (row, it) in self.rules.iter().enumerate() {
            if let Some(checks) = it.checks {
                self.shelves.add(row, it.norm, checks);
            }
            if let Some(check) = it.own.clone() {
                self.shelves.add_own(row, it.norm, check);
            }
        }
        self
    }

    /// Adds the rules that are on trial.
    #[must_use]
    pub fn with_preview(mut self) -> Self {
        for rule in rules::all().filter(|it| it.norm.status == Status::Preview) {
            if !self.has(rule.norm.code.as_str()) {
                self.rules.push(Chosen { norm: &rule.norm, checks: Some(&rule.checks), own: None });
            }
        }
        self.shelved()
    }

    /// Adds one rule of the crate by code.
    ///
    /// # Errors
    ///
    /// Where the crate has no such rule, or it is already chosen.
    pub fn and(mut self, code: &str) -> Result<Self, ChoiceError> {
        let rule = rules::find(code)?;
        if self.has(code) {
            return Err(ChoiceError::AlreadyChosen(rule.norm.code));
        }
        self.left_out.retain(|it| it.code != rule.norm.code);
        self.rules.push(Chosen { norm: &rule.norm, checks: Some(&rule.checks), own: None });
        Ok(self.shelved())
    }

    /// Leaves one rule out; the report says so, with the reason.
    ///
    /// # Errors
    ///
    /// Where there is no such rule, or it is not among those chosen.
    pub fn without(mut self, code: &str, reason: impl Into<String>) -> Result<Self, ChoiceError> {
        let found = self.rules.iter().position(|it| it.norm.code.as_str() == code);
        let Some(place) = found else {
            rules::find(code)?;
            return Err(ChoiceError::NotChosen(code.into()));
        };
        let gone = self.rules.remove(place);
        self.left_out.push(LeftOut { code: gone.norm.code, reason: reason.into() });
        Ok(self.shelved())
    }

    /// Only rules that a version of the crate already had, such as `"0.1"`, so that an upgrade adds none. The report names
    /// those that are left out.
    ///
    /// # Errors
    ///
    /// Where the text is no version of two or three numbers, or lies before the first.
    pub fn as_shipped_in(mut self, version: &str) -> Result<Self, ChoiceError> {
        let wanted = release(version)
            .filter(|it| *it >= (0, 1))
            .ok_or_else(|| ChoiceError::NoSuchVersion(version.into()))?;
        let newer = |it: &Chosen| it.own.is_none() && release(it.norm.since) > Some(wanted);
        for it in self.rules.iter().filter(|it| newer(it)) {
            let reason = format!("shipped in {}, after {version}", it.norm.since);
            self.left_out.push(LeftOut { code: it.norm.code, reason });
        }
        self.rules.retain(|it| !newer(it));
        Ok(self.shelved())
    }

    /// Adds a rule of the caller's own; its code begins with `X`.
    ///
    /// See `examples/own_rule.rs`.
    ///
    /// # Errors
    ///
    /// Where the code does not begin with `X`, or is already among those chosen.
    pub fn with(mut self, norm: &'static Norm, check: Check) -> Result<Self, ChoiceError> {
        if !norm.code.is_callers_own() {
            return Err(ChoiceError::NotCallersOwn(norm.code));
        }
        if self.has(norm.code.as_str()) {
            return Err(ChoiceError::AlreadyChosen(norm.code));
        }
        self.rules.push(Chosen { norm, checks: None, own: Some(check) });
        Ok(self.shelved())
    }

    /// The norms of the rules, in order.
    #[must_use]
    pub fn norms(&self) -> impl ExactSizeIterator<Item = &'static Norm> + '_ {
        self.rules.iter().map(|it| it.norm)
    }

    fn has(&self, code: &str) -> bool {
        self.rules.iter().any(|it| it.norm.code.as_str() == code)
    }

    /// Runs every rule over every record as of a day, that day included.
    pub fn evaluate(&self, dossier: &Dossier, policy: &Policy, as_of: NaiveDate) -> Report {
        let mut report = Report::new();
        self.evaluate_into(dossier, policy, as_of, &mut report);
        report
    }

    /// The same into a report that is used again: over records that keep every norm it then allocates nothing.
    pub fn evaluate_into(
        &self,
        dossier: &Dossier,
        policy: &Policy,
        as_of: NaiveDate,
        report: &mut Report,
    ) {
        Run::new(self, Context { dossier, policy, as_of }, report).dossier();
    }

    /// Runs over many dossiers; the reports stand in the order of the dossiers. With the feature `rayon` on every core.
    #[must_use]
    pub fn evaluate_many(
        &self,
        dossiers: &[Dossier],
        policy: &Policy,
        as_of: NaiveDate,
    ) -> Vec<Report> {
        #[cfg(feature = "rayon")]
        {
            use rayon::prelude::*;
            dossiers.par_iter().map(|it| self.evaluate(it, policy, as_of)).collect()
        }
        #[cfg(not(feature = "rayon"))]
        dossiers.iter().map(|it| self.evaluate(it, policy, as_of)).collect()
    }

    /// Checks one record alone, for instance a meeting before its minutes are signed, a household, a list of powers, a promotion
    /// case, or the [`Gate`] before its next step. Register, matters, kinship and other records come from the dossier, which need not hold this one;
    /// addresses begin at the record.
    ///
    /// # Errors
    ///
    /// Every identifier of the record that the dossier does not have, with its address.
    pub fn check(
        &self,
        record: &impl Record,
        dossier: &Dossier,
        policy: &Policy,
        as_of: NaiveDate,
    ) -> Result<Report, Error> {
        let mut report = Report::with_trace();
        record.check_alone(self, Context { dossier, policy, as_of }, &mut report)?;
        Ok(report)
    }

    /// Checks one item of a meeting alone, without the rules on the meeting as a whole.
    ///
    /// # Errors
    ///
    /// As [`RuleSet::check`]; also where the meeting has no such item.
    pub fn check_item(
        &self,
        meeting: &Meeting,
        item: &ItemId,
        dossier: &Dossier,
        policy: &Policy,
        as_of: NaiveDate,
    ) -> Result<Report, Error> {
        let Some(number) = meeting.items.iter().position(|it| it.id == *item) else {
            let id = item.as_str().into();
            let kind = FaultKind::DanglingId { kind: crate::shape::IdKind::Item, id };
            return Err(Error::from_faults(vec![Fault::at(
                Path::of(Root::Meeting).field(field!("items")),
                kind,
            )]));
        };
        let index = Index::of_meeting(dossier.records(), meeting).map_err(Error::from_faults)?;
        let mut report = Report::with_trace();
        let cx = Context { dossier, policy, as_of };
        let mut run = Run::alone(self, cx, &mut report, meeting);
        MeetingCase::of(cx, meeting, &index, Path::of(Root::Meeting)).judge(&mut run, Some(number));
        run.finish(false);
        Ok(report)
    }
}

/// The first two numbers of a version.
fn release(version: &str) -> Option<(u64, u64)> {
    let numbers: Option<Vec<u64>> = version.split('.').map(|it| it.parse().ok()).collect();
    match numbers?.as_slice() {
        [major, minor] | [major, minor, _] => Some((*major, *minor)),
        _ => None,
    }
}

/// `RuleSet` is shared between threads; this does not compile otherwise.
#[allow(dead_code, reason = "a promise kept by the compiler")]
const fn shared<T: Send + Sync>() {}
const _: () = shared::<RuleSet>();
const _: () = shared::<Arc<Dossier>>();
const _: () = shared::<Policy>();
