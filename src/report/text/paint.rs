//! Colours of a terminal.

use crate::outcome::{Outcome, Severity};

/// A colour of the terminal.
#[derive(Clone, Copy)]
pub(super) enum Paint {
    Bold,
    Dim,
    Red,
    Yellow,
    Green,
    Cyan,
    Magenta,
}

impl Paint {
    pub(super) const fn code(self) -> &'static str {
        match self {
            Self::Bold => "1",
            Self::Dim => "2",
            Self::Red => "1;31",
            Self::Yellow => "33",
            Self::Green => "32",
            Self::Cyan => "36",
            Self::Magenta => "35",
        }
    }

    pub(super) const fn of_severity(severity: Severity) -> Self {
        match severity {
            Severity::Serious => Self::Red,
            Severity::Ordinary => Self::Yellow,
            Severity::Advisory => Self::Cyan,
        }
    }

    pub(super) const fn of_outcome(outcome: Outcome) -> Self {
        match outcome {
            Outcome::NotApplicable => Self::Dim,
            Outcome::Compliant => Self::Green,
            Outcome::Pending => Self::Cyan,
            Outcome::Undetermined => Self::Magenta,
            Outcome::Violated => Self::Red,
        }
    }
}
