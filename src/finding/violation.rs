//! One departure, and the parameters that it hinged on.

use std::sync::Arc;

use serde::{Serialize, Serializer};

use super::Breach;
use crate::{
    law::Basis,
    norm::{Code, Norm},
    outcome::Severity,
    path::Path,
    policy::Setting,
    time::NaiveDate,
};

/// One departure: which norm, where, what was found and what was asked.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Violation {
    /// The norm.
    pub norm: &'static Norm,
    /// Address of the subject: the meeting, item, decision or payment.
    pub subject: Path,
    /// Identifier of the subject, where it has one.
    pub subject_id: Option<Box<str>>,
    /// Address of the fact that departs.
    pub at: Path,
    /// Addresses of the other facts that show it.
    pub also: Vec<Path>,
    /// How it departs.
    pub breach: Breach,
    /// How grave it is.
    pub severity: Severity,
    /// The day of the departure.
    pub day: NaiveDate,
    /// Identifier of the person concerned, where it is one.
    pub who: Option<Box<str>>,
    /// The parameters it hinged on.
    pub hinges: Vec<Hinge>,
    /// Place of the waiver in the policy, where it was waived.
    pub waived_by: Option<usize>,
}

impl Violation {
    /// The code of the norm.
    #[must_use]
    pub const fn code(&self) -> Code {
        self.norm.code
    }

    /// Address of the fact that departs.
    #[must_use]
    pub const fn path(&self) -> Path {
        self.at
    }
}

/// A parameter that an outcome hinged on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Hinge {
    /// The field of the policy.
    pub field: &'static str,
    /// Whose word it is.
    pub basis: Basis,
    /// Where the policy says it is set.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "cite")]
    pub cite: Option<Arc<str>>,
}

impl Hinge {
    /// What a departure that hinges on a parameter says of it.
    pub(crate) fn of<T>(setting: &Setting<T>) -> Self {
        Self { field: setting.field, basis: setting.basis, cite: setting.cite.clone() }
    }
}

#[expect(clippy::ref_option, reason = "the signature that serde calls")]
fn cite<S: Serializer>(cite: &Option<Arc<str>>, serializer: S) -> Result<S::Ok, S::Error> {
    cite.as_deref().serialize(serializer)
}
