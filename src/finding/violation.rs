//! One departure, and the parameters that it hinged on.

use std::{borrow::Cow, sync::Arc};

use serde::{Serialize, Serializer};

use super::{Breach, Fingerprint, Key, Subject};
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
    /// What departs: a meeting, an item, somebody's duty in a period.
    pub subject: Subject,
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
    /// Where in the subject it departs, with the names of parts in place of their numbers.
    pub(crate) place: Cow<'static, str>,
    /// Whether it is the first of the other facts that tells it apart, as several depart at one place.
    pub(crate) apart_by_also: bool,
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

    /// The identity of its subject.
    #[must_use]
    pub fn key(&self) -> Key {
        self.subject.key()
    }

    /// Its own identity: the key of its subject, the kind of departure, whom it concerns, and where in the subject it lies. Figures
    /// and days may change, records may be added, removed and put in another order, and it stays the same.
    ///
    /// All departures of a report have different ones.
    #[must_use]
    pub fn fingerprint(&self) -> Fingerprint {
        let (key, aspect) = (self.subject.key(), self.breach.aspect());
        let who = self.who.as_deref().unwrap_or_default();
        Fingerprint::of(&[key.as_str(), self.breach.as_str(), &aspect, who, &self.place])
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
