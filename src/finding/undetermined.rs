//! What could not be decided.

use super::Missing;
use crate::{norm::Norm, path::Path};

/// What could not be decided, and what would settle it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Undetermined {
    /// The norm.
    pub norm: &'static Norm,
    /// Address of the subject.
    pub subject: Path,
    /// Identifier of the subject, where it has one.
    pub subject_id: Option<Box<str>>,
    /// What would settle it.
    pub missing: Vec<Missing>,
}
