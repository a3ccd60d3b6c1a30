//! What to tell: what departs, what could not be decided, what falls due, and a tally that accounts for every rule and
//! subject.

mod render;
mod words;

use std::collections::BTreeMap;

use serde::{Serialize, Serializer, ser::SerializeStruct};

pub use render::{Style, TextOf};

use crate::{
    finding::{DueNote, Pending, Undetermined, Violation, Why},
    norm::{Code, Norm},
    outcome::{Outcome, Severity},
    path::Path,
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
    /// What falls due, where an agenda is made of it.
    pub(crate) dues: Option<Vec<DueNote>>,
}

/// How many times each outcome was reached, rule by rule.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tally {
    pub(crate) rows: Vec<TallyRow>,
}

/// The tally of one rule.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct TallyRow {
    /// The rule's norm.
    pub norm: &'static Norm,
    /// Subjects for which it was kept.
    pub compliant: u64,
    /// Subjects for which something is not yet due.
    pub pending: u64,
    /// Subjects for which it could not be decided.
    pub undetermined: u64,
    /// Subjects for which it was not kept, the waived ones included.
    pub violated: u64,
    /// Those of the violated all of whose departures were waived.
    pub waived: u64,
    /// Subjects that it does not reach, by reason, in the order of [`Why::ALL`].
    pub not_applicable: [u64; Why::ALL.len()],
}

impl TallyRow {
    pub(crate) const fn new(norm: &'static Norm) -> Self {
        Self {
            norm,
            compliant: 0,
            pending: 0,
            undetermined: 0,
            violated: 0,
            waived: 0,
            not_applicable: [0; Why::ALL.len()],
        }
    }

    /// Subjects with this outcome.
    #[must_use]
    pub fn of(&self, outcome: Outcome) -> u64 {
        match outcome {
            Outcome::NotApplicable => self.not_applicable.iter().sum(),
            Outcome::Compliant => self.compliant,
            Outcome::Pending => self.pending,
            Outcome::Undetermined => self.undetermined,
            Outcome::Violated => self.violated,
        }
    }

    /// All subjects that the rule was asked about.
    #[must_use]
    pub fn subjects(&self) -> u64 {
        Outcome::ALL.iter().map(|outcome| self.of(*outcome)).sum()
    }

    pub(crate) fn count(&mut self, outcome: Outcome, why: Why, waived: bool) {
        match outcome {
            Outcome::NotApplicable => {
                if let Some(slot) = self.not_applicable.get_mut(why as usize) {
                    *slot += 1;
                }
            }
            Outcome::Compliant => self.compliant += 1,
            Outcome::Pending => self.pending += 1,
            Outcome::Undetermined => self.undetermined += 1,
            Outcome::Violated => {
                self.violated += 1;
                self.waived += u64::from(waived);
            }
        }
    }
}

impl Tally {
    /// One row a rule, in the order of the rules.
    #[must_use]
    pub fn rows(&self) -> &[TallyRow] {
        &self.rows
    }

    /// The row of a rule.
    #[must_use]
    pub fn of(&self, code: &str) -> Option<&TallyRow> {
        self.rows.iter().find(|row| row.norm.code.as_str() == code)
    }

    /// All rules together.
    #[must_use]
    pub fn total(&self, outcome: Outcome) -> u64 {
        self.rows.iter().map(|row| row.of(outcome)).sum()
    }
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
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Trace {
    /// The rule.
    pub code: Code,
    /// Address of the subject.
    pub subject: Path,
    /// How it ended.
    pub outcome: Outcome,
    /// Why the rule does not reach the subject, where it does not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub why: Option<Why>,
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
            dues: None,
        }
    }

    /// The same, which also keeps how every rule ended for every subject.
    pub fn with_trace() -> Self {
        Self { trace: Some(Vec::new()), ..Self::new() }
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

impl Serialize for Report {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut it = serializer.serialize_struct("Report", 10)?;
        it.serialize_field("crate_version", env!("CARGO_PKG_VERSION"))?;
        it.serialize_field("as_of", &self.as_of.to_string())?;
        it.serialize_field("outcome", &self.outcome())?;
        it.serialize_field("violations", &self.violations)?;
        it.serialize_field("undetermined", &self.undetermined)?;
        it.serialize_field("pending", &self.pending)?;
        it.serialize_field("tally", &self.tally.rows)?;
        it.serialize_field("waivers", &self.waivers)?;
        it.serialize_field("left_out", &self.left_out)?;
        match &self.trace {
            Some(trace) => it.serialize_field("trace", trace)?,
            None => it.skip_field("trace")?,
        }
        it.end()
    }
}

impl Serialize for TallyRow {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let reasons: BTreeMap<Why, u64> =
            Why::ALL.into_iter().zip(self.not_applicable).filter(|(_, count)| *count > 0).collect();
        let mut it = serializer.serialize_struct("TallyRow", 7)?;
        it.serialize_field("code", &self.norm.code)?;
        it.serialize_field("compliant", &self.compliant)?;
        it.serialize_field("pending", &self.pending)?;
        it.serialize_field("undetermined", &self.undetermined)?;
        it.serialize_field("violated", &self.violated)?;
        it.serialize_field("waived", &self.waived)?;
        it.serialize_field("not_applicable", &reasons)?;
        it.end()
    }
}

impl Serialize for Violation {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut it = serializer.serialize_struct("Violation", 13)?;
        it.serialize_field("code", &self.norm.code)?;
        it.serialize_field("severity", &self.severity)?;
        it.serialize_field("subject", &self.subject)?;
        it.serialize_field("subject_id", &self.subject_id)?;
        it.serialize_field("at", &self.at)?;
        it.serialize_field("also", &self.also)?;
        it.serialize_field("breach", &self.breach)?;
        it.serialize_field("day", &self.day.to_string())?;
        it.serialize_field("who", &self.who)?;
        it.serialize_field("hinges", &self.hinges)?;
        it.serialize_field("waived_by", &self.waived_by)?;
        it.serialize_field("cites", &self.norm.cites)?;
        it.serialize_field("remedy", &self.norm.remedy)?;
        it.end()
    }
}

impl Serialize for Undetermined {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut it = serializer.serialize_struct("Undetermined", 4)?;
        it.serialize_field("code", &self.norm.code)?;
        it.serialize_field("subject", &self.subject)?;
        it.serialize_field("subject_id", &self.subject_id)?;
        it.serialize_field("missing", &self.missing)?;
        it.end()
    }
}

impl Serialize for Pending {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut it = serializer.serialize_struct("Pending", 5)?;
        it.serialize_field("code", &self.norm.code)?;
        it.serialize_field("subject", &self.subject)?;
        it.serialize_field("subject_id", &self.subject_id)?;
        it.serialize_field("at", &self.at)?;
        it.serialize_field("due", &self.due.map(|day| day.to_string()))?;
        it.end()
    }
}
