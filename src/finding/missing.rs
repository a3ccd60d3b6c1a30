//! What would settle an open question: a fact, a value of the policy, an answer of the law.

use serde::Serialize;

use crate::{
    facts::RecordFamily,
    path::Path,
    time::{NaiveDate, NotCovered, NotCoveredReason},
};

/// A fact, a value or an answer of the law that would settle what could not be decided.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Missing {
    /// Nobody has said.
    Fact(Path),
    /// What is on record here contradicts itself or what stands elsewhere.
    Contradiction(Path),
    /// The order of this and what it is compared with, on one day, is not known without times.
    TimeOfDay(Path),
    /// What stands at this address is only suspected and would have to be established.
    Suspected(Path),
    /// The record at this address is known to be incomplete or unordered.
    FullRecord(Path),
    /// A field of the policy that is unset.
    Policy(&'static str),
    /// A declaration that no record of the family is missing in these days.
    Completeness {
        /// Which records.
        family: RecordFamily,
        /// First day.
        from: NaiveDate,
        /// Last day.
        until: NaiveDate,
    },
    /// Days of which the calendar knows too little.
    Calendar {
        /// The first such day.
        day: NaiveDate,
        /// Whether the region's own holidays are what is missing.
        overlay: bool,
    },
    /// So many more facts of the kind named before it.
    More(u32),
    /// A question that the law leaves open; an organ with the power to do so must answer it.
    OpenLaw(OpenQuestion),
}

impl Missing {
    /// The address of the fact, where it is one that is missing.
    #[must_use]
    pub const fn path(&self) -> Option<Path> {
        match self {
            Self::Fact(at)
            | Self::Contradiction(at)
            | Self::TimeOfDay(at)
            | Self::Suspected(at)
            | Self::FullRecord(at) => Some(*at),
            Self::Policy(_)
            | Self::Completeness { .. }
            | Self::Calendar { .. }
            | Self::More(_)
            | Self::OpenLaw(_) => None,
        }
    }

    /// What a calendar did not cover.
    #[must_use]
    pub const fn calendar(not_covered: NotCovered) -> Self {
        Self::Calendar {
            day: not_covered.day,
            overlay: matches!(not_covered.reason, NotCoveredReason::OverlayMissing),
        }
    }
}

/// A question that the law leaves open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum OpenQuestion {
    /// Whether recused members stay in the denominator.
    RecusedInDenominator,
    /// Who speaks last when the principal sits and another presides.
    LastBesidePresider,
    /// Whether a second view after the principal's counts.
    SecondView,
    /// Whether years in posts of one rank add up over a break.
    BrokenYears,
}
