//! What an outcome rested on, where a report is made to keep it.

use serde::Serialize;

use super::{Denominator, Hinge};
use crate::{facts::Fact, path::Path, time::NaiveDate};

/// One thing that an outcome rested on.
///
/// It is noted where a check asks for it: a fact or a parameter that the check cannot do without, a number held against the
/// number that is needed, a last day in time. What a check merely leafs through to find its subject is not noted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[doc(alias = "判断依据")]
#[non_exhaustive]
pub enum Evidence {
    /// A fact that the check asked for.
    Fact {
        /// Where it stands.
        at: Path,
        /// What is on record there.
        state: FactState,
    },
    /// A parameter that the check asked for.
    Parameter {
        /// Which one, and whose word it is.
        hinge: Hinge,
        /// Whether it has a value.
        set: bool,
        /// The first day on which that holds; `None` where no beginning is given.
        since: Option<NaiveDate>,
    },
    /// A number held against the number that is needed.
    Count {
        /// At least this many are needed.
        required: u32,
        /// There are this many.
        found: u32,
        /// Of how many.
        of: Denominator,
        /// How many those are.
        total: u32,
    },
    /// A last day in time.
    Due {
        /// The last day in time, itself included.
        due: NaiveDate,
        /// When it was done by the as-of day, if it was.
        done: Option<NaiveDate>,
    },
}

/// What stands on record of a fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum FactState {
    /// A value.
    Known,
    /// That there is none.
    Absent,
    /// Nothing: nobody has said.
    Unknown,
}

impl FactState {
    pub(crate) const fn of<T>(fact: &Fact<T>) -> Self {
        match fact {
            Fact::Known(_) => Self::Known,
            Fact::Absent => Self::Absent,
            Fact::Unknown => Self::Unknown,
        }
    }
}
