//! Unknown, absent, known.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::{
    part::Part,
    shape::{Blank, Shape, Shaped, sealed::Sealed},
};

/// A fact that may be unknown, known not to exist, or known.
///
/// In JSON: a missing key, `null`, and a value. An unknown fact never becomes a verdict: where a rule needs it, the
/// outcome is `Undetermined` and names it.
///
/// ```
/// use oversight::facts::Fact;
/// let signed: Fact<bool> = true.into();
/// assert_eq!(signed.known(), Some(&true));
/// assert!(Fact::<bool>::default().is_unknown());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Fact<T> {
    /// Nobody has said. JSON: the key is missing.
    #[default]
    Unknown,
    /// It is on record that there is none. JSON: `null`.
    Absent,
    /// It is on record. JSON: the value.
    Known(T),
}

impl<T> Fact<T> {
    /// Whether nobody has said.
    #[must_use]
    pub const fn is_unknown(&self) -> bool {
        matches!(self, Self::Unknown)
    }

    /// Whether it is on record that there is none.
    #[must_use]
    pub const fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }

    /// The value, where there is one.
    #[must_use]
    pub const fn known(&self) -> Option<&T> {
        match self {
            Self::Known(value) => Some(value),
            Self::Unknown | Self::Absent => None,
        }
    }

    /// The same fact by reference.
    #[must_use]
    pub const fn as_ref(&self) -> Fact<&T> {
        match self {
            Self::Unknown => Fact::Unknown,
            Self::Absent => Fact::Absent,
            Self::Known(value) => Fact::Known(value),
        }
    }
}

impl<T> Fact<T> {
    /// The same fact with another value.
    ///
    /// ```
    /// use oversight::facts::Fact;
    /// assert_eq!(Fact::Known(3).map(|n| n > 2), Fact::Known(true));
    /// assert_eq!(Fact::<u32>::Absent.map(|n| n > 2), Fact::Absent);
    /// ```
    #[must_use]
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Fact<U> {
        match self {
            Self::Unknown => Fact::Unknown,
            Self::Absent => Fact::Absent,
            Self::Known(value) => Fact::Known(change(value)),
        }
    }

    /// Whether it is known, without what it is.
    pub(crate) const fn state(&self) -> Fact<()> {
        match self {
            Self::Unknown => Fact::Unknown,
            Self::Absent => Fact::Absent,
            Self::Known(_) => Fact::Known(()),
        }
    }
}

impl<T> Fact<Vec<T>> {
    /// The elements; none where the list is unknown or absent.
    #[must_use]
    pub fn elements(&self) -> &[T] {
        match self {
            Self::Known(list) => list,
            Self::Unknown | Self::Absent => &[],
        }
    }
}

impl<T> From<T> for Fact<T> {
    fn from(value: T) -> Self {
        Self::Known(value)
    }
}

impl<T> Blank for Fact<T> {
    fn blank() -> Self {
        Self::Unknown
    }

    fn is_blank(&self) -> bool {
        self.is_unknown()
    }
}

impl<T: Part> Part for Fact<T> {
    fn field(&self, key: &str) -> Option<&dyn Part> {
        self.known()?.field(key)
    }

    fn element(&self, n: usize) -> Option<&dyn Part> {
        self.known()?.element(n)
    }

    fn count(&self) -> usize {
        self.known().map_or(0, Part::count)
    }

    fn write(&self, out: &mut String) {
        match self {
            Self::Unknown => out.push('?'),
            Self::Absent => out.push('-'),
            Self::Known(it) => it.write(out),
        }
    }
}

impl<T: Shaped> Sealed for Fact<T> {}

impl<T: Shaped> Shaped for Fact<T> {
    const SHAPE: Shape = Shape::Fact(&T::SHAPE);
}

impl<T: Serialize> Serialize for Fact<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Known(value) => serializer.serialize_some(value),
            Self::Unknown | Self::Absent => serializer.serialize_none(),
        }
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Fact<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Option::<T>::deserialize(deserializer)?.map_or(Self::Absent, Self::Known))
    }
}
