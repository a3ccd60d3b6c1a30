//! What falls due and on which day, for an agenda.

use std::borrow::Cow;

use super::{Coverage, Subject};
use crate::{norm::Norm, path::Path, time::NaiveDate};

/// A duty that falls due on a day, and whether it was met by the as-of day. Kept only for an agenda.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct DueNote {
    pub(crate) norm: &'static Norm,
    pub(crate) subject: Subject,
    pub(crate) at: Path,
    pub(crate) due: NaiveDate,
    pub(crate) done: Option<(NaiveDate, Path)>,
    pub(crate) who: Option<Box<str>>,
    /// What of it, where several things are asked at once.
    pub(crate) what: Option<Coverage>,
    pub(crate) department: Option<Box<str>>,
    /// Where in the subject it lies, with the names of parts in place of their numbers.
    pub(crate) place: Cow<'static, str>,
}
