//! What is not yet done and not yet overdue.

use super::Subject;
use crate::{norm::Norm, path::Path, time::NaiveDate};

/// What is not yet done and not yet overdue.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Pending {
    /// The norm.
    pub norm: &'static Norm,
    /// What is awaited of.
    pub subject: Subject,
    /// Address of the fact that is awaited.
    pub at: Path,
    /// The last day in time; `None` where no instrument sets one.
    pub due: Option<NaiveDate>,
}
