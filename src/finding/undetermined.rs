//! What could not be decided.

use super::{Missing, Subject};
use crate::norm::Norm;

/// What could not be decided, and what would settle it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Undetermined {
    /// The norm.
    pub norm: &'static Norm,
    /// What could not be decided of.
    pub subject: Subject,
    /// What would settle it.
    pub missing: Vec<Missing>,
}
