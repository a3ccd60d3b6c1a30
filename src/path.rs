//! Where: the address of a fact, held inline in small numbers and printed as a JSON Pointer (RFC 6901).
//!
//! The names of the steps, and with them reading and printing, come from the descriptions of the records: they stand in
//! the private room `fields`, higher up, as records are made of nothing that has an address.

use std::fmt;

/// The address of one fact, such as `/meetings/3/items/0/statements/1`, and the kind of document that it counts from.
///
/// It is `Copy`, allocates nothing, and is only made when there is something to tell.
///
/// Addresses are ordered by root and then step by step: names by the alphabet and before numbers, numbers by size. Where one
/// ends it counts as if it went on with zeros, so that it stands after its named parts and before its numbered ones.
///
/// ```
/// use oversight::path::{Path, field};
/// let at = Path::ROOT.field(field!("meetings")).index(3).field(field!("held_on"));
/// assert_eq!(at.to_string(), "/meetings/3/held_on");
/// assert_eq!("/meetings/3/held_on".parse(), Ok(at));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Path {
    root: Root,
    /// Those behind the last one are number zero.
    steps: [Packed; Self::DEPTH],
    len: u8,
}

/// An address is copied into every finding.
const _: () = assert!(size_of::<Path>() <= 40);

/// What an address counts from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Root {
    /// The records of a unit.
    Dossier,
    /// A meeting that is checked alone, or one of its items.
    Meeting,
    /// A household that is checked alone.
    Household,
    /// A list of powers that is checked alone.
    PowerList,
    /// A promotion case that is checked alone.
    Promotion,
    /// A policy file.
    Policy,
}

impl Root {
    /// The list of a dossier that holds records of this kind.
    pub(crate) const fn list(self) -> Option<&'static str> {
        match self {
            Self::Meeting => Some("meetings"),
            Self::Household => Some("households"),
            Self::PowerList => Some("power_lists"),
            Self::Promotion => Some("promotions"),
            Self::Dossier | Self::Policy => None,
        }
    }
}

/// The name of a part of some record, held as a number. In source it is written [`field!`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Field(pub(crate) u16);

impl Field {
    /// What stands in the arm of [`field!`] that the compiler has ruled out.
    #[doc(hidden)]
    pub const BLANK: Self = Self(0);
}

/// A field written into the source; a name that no record has does not compile.
///
/// ```
/// use oversight::path::{Field, field};
/// const WHEN: Field = field!("held_on");
/// assert_eq!(WHEN.as_str(), "held_on");
/// ```
///
/// ```compile_fail
/// use oversight::path::{Field, field};
/// const WHEN: Field = field!("hold_on");
/// # let _ = WHEN;
/// ```
#[macro_export]
macro_rules! field {
    ($name:expr) => {
        const {
            let field = $crate::path::Field::new($name);
            assert!(field.is_some(), "no record has a field of this name");
            match field {
                ::core::option::Option::Some(field) => field,
                ::core::option::Option::None => $crate::path::Field::BLANK,
            }
        }
    };
}
pub use crate::field;

/// One step of an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// A named part.
    Field(Field),
    /// The nth part, counted from zero.
    Index(u32),
}

/// A step in one number: fields as they are numbered, places in lists above them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Packed(u32);

impl Packed {
    const FIRST: u32 = 1 << 31;

    const fn field(field: Field) -> Self {
        Self(field.0 as u32)
    }

    const fn index(n: u32) -> Self {
        Self(Self::FIRST | n)
    }

    const fn step(self) -> Step {
        match self.0.checked_sub(Self::FIRST) {
            Some(n) => Step::Index(n),
            #[expect(clippy::cast_possible_truncation, reason = "it was made of a field")]
            None => Step::Field(Field(self.0 as u16)),
        }
    }
}

/// Why a text is no address.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum PathError {
    /// It is not empty and does not begin with a slash.
    #[error("an address is empty or begins with `/`")]
    NoSlash,
    /// A step is the name of no part of any record.
    #[error("no record has a field `{0}`")]
    UnknownField(String),
    /// A number is not written as this crate writes it.
    #[error("the number `{0}` in an address has zeros in front")]
    LeadingZero(String),
    /// A number is greater than any place in a list.
    #[error("the number `{0}` in an address is greater than {max}", max = Path::LAST_INDEX)]
    TooGreat(String),
    /// It has more steps than any address.
    #[error("an address has at most {max} steps", max = Path::DEPTH)]
    TooDeep,
}

impl Path {
    /// The deepest address any record of this crate has.
    pub const DEPTH: usize = 8;

    /// The greatest number of a step.
    pub const LAST_INDEX: u32 = Packed::FIRST - 1;

    /// The whole dossier.
    pub const ROOT: Self = Self::of(Root::Dossier);

    /// The whole of a document.
    #[must_use]
    pub const fn of(root: Root) -> Self {
        Self { root, steps: [Packed::index(0); Self::DEPTH], len: 0 }
    }

    /// What it counts from.
    #[must_use]
    pub const fn root(&self) -> Root {
        self.root
    }

    /// Whether it is the whole of what it counts from.
    #[must_use]
    pub const fn is_whole(&self) -> bool {
        self.len == 0
    }

    /// The address of a named part. Deeper than [`Path::DEPTH`] an address stays where it is.
    #[must_use]
    pub const fn field(self, name: Field) -> Self {
        self.push(Packed::field(name))
    }

    /// The address of the nth part, counted from zero; beyond [`Path::LAST_INDEX`] that of the last.
    /// Deeper than [`Path::DEPTH`] an address stays where it is.
    #[must_use]
    #[expect(clippy::cast_possible_truncation, reason = "the bound is tested in the same line")]
    pub const fn index(self, n: usize) -> Self {
        let n = if n < Self::LAST_INDEX as usize { n as u32 } else { Self::LAST_INDEX };
        self.push(Packed::index(n))
    }

    #[expect(clippy::indexing_slicing, reason = "the bound is tested in the line above")]
    const fn push(mut self, step: Packed) -> Self {
        if (self.len as usize) < Self::DEPTH {
            self.steps[self.len as usize] = step;
            self.len += 1;
        }
        self
    }

    /// The steps, outermost first.
    pub fn steps(&self) -> impl Iterator<Item = Step> + '_ {
        self.steps.iter().take(usize::from(self.len)).map(|it| it.step())
    }

    /// Whether this address is `other` or lies inside it. Addresses that count from different kinds never do.
    #[must_use]
    pub fn is_within(&self, other: &Self) -> bool {
        self.root == other.root
            && self.len >= other.len
            && self.common(other) == usize::from(other.len)
    }

    /// How many of the first steps of two addresses are the same.
    pub(crate) fn common(&self, other: &Self) -> usize {
        let both = self.steps.iter().zip(&other.steps).take(usize::from(self.len.min(other.len)));
        both.take_while(|(a, b)| a == b).count()
    }

    /// Reads the address that [`fmt::Display`] prints; what it counts from is not printed.
    ///
    /// ```
    /// use oversight::path::{Path, PathError, Root, field};
    /// let at = Path::from_pointer(Root::Meeting, "/items/0")?;
    /// assert_eq!(at, Path::of(Root::Meeting).field(field!("items")).index(0));
    /// assert!(Path::from_pointer(Root::Meeting, "/items/00").is_err());
    /// # Ok::<(), PathError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Names that no record has, numbers that are written otherwise than this crate does, more than [`Path::DEPTH`] steps.
    pub fn from_pointer(root: Root, text: &str) -> Result<Self, PathError> {
        let mut at = Self::of(root);
        if text.is_empty() {
            return Ok(at);
        }
        for token in text.strip_prefix('/').ok_or(PathError::NoSlash)?.split('/') {
            if usize::from(at.len) == Self::DEPTH {
                return Err(PathError::TooDeep);
            }
            let is_number = !token.is_empty() && token.bytes().all(|it| it.is_ascii_digit());
            at = at.push(if is_number { number(token)? } else { name(token)? });
        }
        Ok(at)
    }
}

fn number(token: &str) -> Result<Packed, PathError> {
    if token.len() > 1 && token.starts_with('0') {
        return Err(PathError::LeadingZero(token.to_owned()));
    }
    match token.parse() {
        Ok(n) if n <= Path::LAST_INDEX => Ok(Packed::index(n)),
        _ => Err(PathError::TooGreat(token.to_owned())),
    }
}

fn name(token: &str) -> Result<Packed, PathError> {
    let field = Field::new(token).ok_or_else(|| PathError::UnknownField(token.to_owned()))?;
    Ok(Packed::field(field))
}

impl std::str::FromStr for Path {
    type Err = PathError;

    /// An address that counts from a dossier; for others there is [`Path::from_pointer`].
    fn from_str(text: &str) -> Result<Self, PathError> {
        Self::from_pointer(Root::Dossier, text)
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
        match self.root {
            Root::Dossier => write!(f, "Path({self})"),
            root => write!(f, "Path({root:?} {self})"),
        }
    }
}

impl fmt::Display for Field {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Debug for Field {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl serde::Serialize for Path {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// An address that counts from a dossier.
impl<'de> serde::Deserialize<'de> for Path {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Pointer;
        impl serde::de::Visitor<'_> for Pointer {
            type Value = Path;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("the address of a fact, such as `/meetings/0`")
            }

            fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Path, E> {
                text.parse().map_err(E::custom)
            }
        }
        deserializer.deserialize_str(Pointer)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn within_itself_and_its_parts_only() {
        let item = Path::ROOT.field(field!("meetings")).index(1);
        assert!(item.is_within(&item) && item.field(field!("items")).is_within(&item));
        assert!(item.is_within(&Path::ROOT));
        assert!(!Path::ROOT.field(field!("meetings")).index(12).is_within(&item));
        assert!(!item.is_within(&item.field(field!("items"))));
        let alone = Path::of(Root::Meeting).field(field!("items"));
        assert!(alone.is_within(&Path::of(Root::Meeting)) && !alone.is_within(&Path::ROOT));
        assert_ne!(alone, Path::ROOT.field(field!("items")));
    }

    #[test]
    fn order_by_steps() {
        let meetings = Path::ROOT.field(field!("meetings"));
        assert!(Path::ROOT.field(field!("acts")).index(9) < meetings);
        assert!(meetings.index(9) < meetings.index(10));
        assert!(meetings.index(9).field(field!("items")) < meetings.index(10));
        assert!(meetings < meetings.index(0));
        assert!(meetings.index(0).field(field!("items")) < meetings.index(0));
        assert!(meetings.index(usize::MAX) < Path::of(Root::Meeting));
    }

    #[test]
    fn too_deep_or_too_far_stays() {
        let deepest = (0..Path::DEPTH).fold(Path::ROOT, super::Path::index);
        assert_eq!(deepest.field(field!("id")), deepest);
        assert_eq!(Path::ROOT.index(usize::MAX).to_string(), "/2147483647");
    }

    #[test]
    fn what_is_no_address() {
        for (text, message) in [
            ("meetings", "an address is empty or begins with `/`"),
            ("/", "no record has a field ``"),
            ("/meetings/", "no record has a field ``"),
            ("/metings", "no record has a field `metings`"),
            ("/meetings/-1", "no record has a field `-1`"),
            ("/meetings/+1", "no record has a field `+1`"),
            ("/meetings/١", "no record has a field `١`"),
            ("/meetings/01", "the number `01` in an address has zeros in front"),
            ("/meetings/00", "the number `00` in an address has zeros in front"),
            (
                "/meetings/2147483648",
                "the number `2147483648` in an address is greater than 2147483647",
            ),
            ("/0/1/2/3/4/5/6/7/8", "an address has at most 8 steps"),
        ] {
            assert_eq!(text.parse::<Path>().unwrap_err().to_string(), message, "{text}");
        }
        assert_eq!("".parse(), Ok(Path::ROOT));
        assert_eq!("/0".parse(), Ok(Path::ROOT.index(0)));
    }

    fn any_path() -> impl Strategy<Value = Path> {
        let roots = vec![Root::Dossier, Root::Meeting, Root::Household, Root::PowerList];
        let root = prop::sample::select(roots).prop_map(Path::of);
        let field = any::<prop::sample::Index>().prop_map(|it| {
            let all: Vec<Field> = Field::all().collect();
            Packed::field(all[it.index(all.len())])
        });
        let index = prop_oneof![0..20_u32, 0..=Path::LAST_INDEX].prop_map(Packed::index);
        let steps = prop::collection::vec(prop_oneof![field, index], 0..=Path::DEPTH);
        (root, steps).prop_map(|(root, steps)| steps.into_iter().fold(root, Path::push))
    }

    proptest! {
        #[test]
        fn what_is_printed_is_read_back(at in any_path()) {
            let text = at.to_string();
            prop_assert_eq!(Path::from_pointer(at.root(), &text), Ok(at));
            prop_assert_eq!(text.parse::<Path>().is_ok_and(|it| it == at), at.root() == Root::Dossier);
        }

        #[test]
        fn only_what_would_be_printed_is_read(text in prop_oneof!["\\PC{0,40}", "(/([a-z_]{0,8}|meetings|id|[0-9]{1,11})){0,10}"]) {
            if let Ok(at) = text.parse::<Path>() {
                prop_assert_eq!(at.to_string(), text);
            }
        }
    }

    #[cfg(feature = "json")]
    #[test]
    fn through_serde() {
        let at = Path::ROOT.field(field!("meetings")).index(3);
        let text = serde_json::to_string(&at).unwrap();
        assert_eq!(text, r#""/meetings/3""#);
        assert_eq!(serde_json::from_str::<Path>(&text).unwrap(), at);
        assert!(serde_json::from_str::<Path>(r#""/metings""#).is_err());
        assert!(serde_json::from_str::<Path>("3").is_err());
    }
}
