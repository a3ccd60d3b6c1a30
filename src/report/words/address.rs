//! Addresses.

use std::fmt::{self, Display};

use crate::{norm::Lang, path::Path};

/// An address; the empty one says in words that it is the whole.
pub(in crate::report) struct Address(pub(in crate::report) Path, pub(in crate::report) Lang);

impl Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.is_whole() {
            f.write_str(self.1.of("（整份记录）", "(the whole record)"))
        } else {
            write!(f, "{}", self.0)
        }
    }
}
