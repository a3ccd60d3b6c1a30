//! Where: the address of a fact, held inline and printed as a JSON Pointer (RFC 6901).

use std::fmt;

use serde::{Serialize, Serializer};

/// The address of one fact in a dossier, such as `/meetings/3/items/0/statements/1`.
///
/// It is `Copy`, allocates nothing, and is only made when there is something to tell.
///
/// ```
/// use oversight::path::Path;
/// let at = Path::ROOT.field("meetings").index(3).field("held_on");
/// assert_eq!(at.to_string(), "/meetings/3/held_on");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Path {
    steps: [Step; Self::DEPTH],
    len: u8,
}

/// One step of an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// A named part.
    Field(&'static str),
    /// The nth part, counted from zero.
    Index(u32),
}

impl Path {
    /// The deepest address any record of this crate has.
    pub const DEPTH: usize = 8;

    /// The whole: a dossier, or a record that is checked alone.
    pub const ROOT: Self = Self { steps: [Step::Index(0); Self::DEPTH], len: 0 };

    /// The address of a named part. Deeper than [`Path::DEPTH`] an address stays where it is.
    #[must_use]
    pub const fn field(self, name: &'static str) -> Self {
        self.push(Step::Field(name))
    }

    /// The address of the nth part, counted from zero.
    #[must_use]
    #[expect(clippy::cast_possible_truncation, reason = "a list of four thousand million records")]
    pub const fn index(self, n: usize) -> Self {
        self.push(Step::Index(n as u32))
    }

    #[expect(clippy::indexing_slicing, reason = "the bound is tested in the line above")]
    const fn push(mut self, step: Step) -> Self {
        if (self.len as usize) < Self::DEPTH {
            self.steps[self.len as usize] = step;
            self.len += 1;
        }
        self
    }

    /// The steps, outermost first.
    pub fn steps(&self) -> impl Iterator<Item = Step> + '_ {
        self.steps.iter().take(usize::from(self.len)).copied()
    }

    /// Whether this address is `other` or lies inside it.
    #[must_use]
    pub fn is_within(&self, other: &Self) -> bool {
        self.len >= other.len && self.steps().zip(other.steps()).all(|(a, b)| a == b)
    }
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for step in self.steps() {
            match step {
                Step::Field(name) => write!(f, "/{name}")?,
                Step::Index(n) => write!(f, "/{n}")?,
            }
        }
        Ok(())
    }
}

impl fmt::Debug for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Path({self})")
    }
}

impl Serialize for Path {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn within_itself_and_its_parts_only() {
        let item = Path::ROOT.field("meetings").index(1);
        assert!(item.is_within(&item) && item.field("items").is_within(&item));
        assert!(item.is_within(&Path::ROOT));
        assert!(!Path::ROOT.field("meetings").index(12).is_within(&item));
        assert!(!item.is_within(&item.field("items")));
    }
}
