//! What to tell: what departs, what could not be decided, what falls due, and a tally that accounts for every rule and
//! subject.

mod document;
mod tally;
mod text;
mod words;

use serde::Serialize;

pub use tally::{Tally, TallyRow};
pub use text::{Explanation, Style, TextOf};

use crate::{
    finding::{DueNote, Evidence, Pending, Subject, Undetermined, Violation, Why},
    norm::Code,
    outcome::{Outcome, Severity},
    policy::Policy,
    time::NaiveDate,
};

/// What a run has to tell.
///
/// The same dossier, policy, rules and as-of day give the same report to the byte.
#[derive(Debug, Clone, PartialEq, Eq)]
#[must_use]
pub struct Report {
    pub(crate) as_of: NaiveDate,
    pub(crate) violations: Vec<Violation>,
    pub(crate) undetermined: Vec<Undetermined>,
    pub(crate) pending: Vec<Pending>,
    pub(crate) tally: Tally,
    pub(crate) waivers: Vec<WaiverNote>,
    pub(crate) left_out: Vec<LeftOut>,
    pub(crate) trace: Option<Vec<Trace>>,
    /// What the subject that is being checked rests on, where it is kept.
    pub(crate) evidence: Option<Vec<Evidence>>,
    /// What falls due, where an agenda is made of it.
    pub(crate) dues: Option<Vec<DueNote>>,
}

/// A waiver that should be looked at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub struct WaiverNote {
    /// Its place among the waivers of the policy.
    pub index: usize,
    /// What became of it.
    pub state: WaiverState,
}

/// What became of a waiver.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum WaiverState {
    /// It waived at least one finding.
    Used,
    /// Its last day lies before the as-of day, so it waived nothing.
    RanOut,
    /// No finding matched it.
    MatchedNothing,
    /// Its code is none of the rules that ran.
    NoSuchRule,
}

/// A rule that the caller left out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct LeftOut {
    /// Its code.
    pub code: Code,
    /// Why.
    pub reason: String,
}

/// One rule and one subject, with how it ended.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Trace {
    /// The rule.
    pub code: Code,
    /// What the rule was asked about.
    pub subject: Subject,
    /// How it ended.
    pub outcome: Outcome,
    /// Why the rule does not reach the subject, where it does not.
    pub why: Option<Why>,
    /// What the outcome rested on, each once, in the order asked; empty unless the report was made [with
    /// evidence](Report::with_evidence).
    pub evidence: Vec<Evidence>,
}

impl Report {
    /// An empty report, to be filled by `RuleSet::evaluate_into` again and again.
    pub const fn new() -> Self {
        Self {
            as_of: NaiveDate::MIN,
            violations: Vec::new(),
            undetermined: Vec::new(),
            pending: Vec::new(),
            tally: Tally { rows: Vec::new() },
            waivers: Vec::new(),
            left_out: Vec::new(),
            trace: None,
            evidence: None,
            dues: None,
        }
    }

    /// The same, which also keeps how every rule ended for every subject.
    pub fn with_trace() -> Self {
        Self { trace: Some(Vec::new()), ..Self::new() }
    }

    /// The same, which also keeps what every outcome rested on. It costs time and memory only where it is asked for.
    pub fn with_evidence() -> Self {
        Self { evidence: Some(Vec::new()), ..Self::with_trace() }
    }

    /// The day as of which it was made.
    #[must_use]
    pub const fn as_of(&self) -> NaiveDate {
        self.as_of
    }

    /// Every departure, waived ones included.
    #[must_use]
    pub fn violations(&self) -> impl ExactSizeIterator<Item = &Violation> {
        self.violations.iter()
    }

    /// Departures of this severity that nobody waived.
    pub fn violations_of(&self, severity: Severity) -> impl Iterator<Item = &Violation> {
        self.violations.iter().filter(move |it| it.severity == severity && it.waived_by.is_none())
    }

    /// What could not be decided.
    #[must_use]
    pub fn undetermined(&self) -> &[Undetermined] {
        &self.undetermined
    }

    /// What is not yet done and not yet overdue.
    #[must_use]
    pub fn pending(&self) -> &[Pending] {
        &self.pending
    }

    /// The tally.
    #[must_use]
    pub const fn tally(&self) -> &Tally {
        &self.tally
    }

    /// What became of the policy's waivers.
    #[must_use]
    pub fn waivers(&self) -> &[WaiverNote] {
        &self.waivers
    }

    /// Rules that the caller left out, with the reason.
    #[must_use]
    pub fn left_out(&self) -> &[LeftOut] {
        &self.left_out
    }

    /// How every rule ended for every subject, where the report was made to keep it.
    #[must_use]
    pub fn trace(&self) -> Option<&[Trace]> {
        self.trace.as_deref()
    }

    /// The outcome of the whole: the greatest of all. Waived departures stay `Violated`.
    #[must_use]
    pub fn outcome(&self) -> Outcome {
        Outcome::ALL
            .into_iter()
            .rev()
            .find(|outcome| self.tally.total(*outcome) > 0)
            .unwrap_or(Outcome::NotApplicable)
    }

    /// The gravest departure that nobody waived.
    #[must_use]
    pub fn gravest(&self) -> Option<Severity> {
        self.violations.iter().filter(|it| it.waived_by.is_none()).map(|it| it.severity).max()
    }

    /// Empties it and keeps its room.
    pub fn clear(&mut self) {
        self.violations.clear();
        self.undetermined.clear();
        self.pending.clear();
        self.tally.rows.clear();
        self.waivers.clear();
        self.left_out.clear();
        if let Some(trace) = &mut self.trace {
            trace.clear();
        }
        if let Some(evidence) = &mut self.evidence {
            evidence.clear();
        }
        if let Some(dues) = &mut self.dues {
            dues.clear();
        }
    }

    /// The report as text for people; see [`TextOf`].
    #[must_use]
    pub fn text<'a>(&'a self, style: Style, policy: &'a Policy) -> TextOf<'a> {
        TextOf::new(self, style, policy)
    }
}

impl Default for Report {
    fn default() -> Self {
        Self::new()
    }
}

#[cfg(test)]
mod sample;
