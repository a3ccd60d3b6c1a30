//! The tally: how often each rule ended in which way, so that every rule and subject is accounted for.

use crate::{finding::Why, norm::Norm, outcome::Outcome};

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
