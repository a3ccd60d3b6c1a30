//! We could not run: what is wrong with an input, every fault of it with its address.

use std::fmt;

use crate::shape::IdKind;

/// An input that cannot be used. It lists every fault, never only the first.
///
/// Faults name addresses, keys and identifiers; values of records are not repeated, as they may hold personal data.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub struct Error {
    faults: Vec<Fault>,
}

/// One fault of an input.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Fault {
    /// JSON Pointer to the faulty value; empty for the whole document.
    pub pointer: String,
    /// Line and column in the text, both from one, columns counted in characters; `None` where there was no text.
    pub place: Option<(usize, usize)>,
    /// What is wrong.
    pub kind: FaultKind,
}

/// What is wrong with a value. Will grow with the format.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum FaultKind {
    /// The text is not JSON; the reader's own words.
    Syntax(String),
    /// The text is not UTF-8, from this byte on.
    NotUtf8(usize),
    /// The text begins with a byte-order mark.
    ByteOrderMark,
    /// The input could not be read; the system's own words.
    Unreadable(String),
    /// A key that the record does not have; the nearest one that it has, where one is near.
    UnknownKey {
        /// The key as it stands.
        key: String,
        /// A key of the record that it may have been meant for.
        meant: Option<&'static str>,
    },
    /// A key that stands twice in one object.
    DuplicateKey(String),
    /// A key that must be there and is not.
    MissingKey(&'static str),
    /// A value of another kind.
    WrongType {
        /// What belongs there.
        expected: String,
        /// What stands there.
        found: &'static str,
    },
    /// A word outside the closed set.
    UnknownWord {
        /// The words that are allowed.
        allowed: Vec<&'static str>,
    },
    /// A day or time that does not exist or is not written as it must be.
    BadDate {
        /// How it must be written.
        expected: &'static str,
    },
    /// A text that is no code of its standard.
    BadCode {
        /// Name of the type of code.
        code: &'static str,
        /// Why it is none.
        reason: &'static str,
    },
    /// A whole number outside its bounds.
    OutOfRange {
        /// The greatest that is allowed; the least is zero.
        max: u64,
    },
    /// Text that is not valid, for instance a lone surrogate.
    BadText(String),
    /// An empty identifier.
    EmptyId,
    /// An identifier that another record of the kind has.
    DuplicateId {
        /// Of which kind.
        kind: IdKind,
        /// The identifier.
        id: String,
        /// Where it stood first.
        first: String,
    },
    /// An identifier that no record has.
    DanglingId {
        /// Of which kind.
        kind: IdKind,
        /// The identifier.
        id: String,
    },
    /// The same identifier twice in one list.
    Repeated(String),
    /// A day that lies before another that it may not precede.
    BeforeStart {
        /// Key of the day that it may not precede.
        start: &'static str,
    },
    /// More members of a body on one day than the crate can tell apart.
    TooManyMembers {
        /// The greatest number it can.
        max: usize,
    },
    /// A value that its field does not allow; in plain words.
    NotAllowed(String),
}

impl Error {
    /// An error of these faults. A door never makes one of none; if it did, it would say so.
    pub(crate) fn from_faults(faults: Vec<Fault>) -> Self {
        Self { faults }
    }

    /// An error of one fault of the whole document.
    #[cfg(feature = "json")]
    pub(crate) fn whole(kind: FaultKind, place: Option<(usize, usize)>) -> Self {
        Self { faults: vec![Fault { pointer: String::new(), place, kind }] }
    }

    /// The faults themselves.
    #[must_use]
    pub fn into_faults(self) -> Vec<Fault> {
        self.faults
    }

    /// Every fault, in the order of the text.
    #[must_use]
    pub fn faults(&self) -> &[Fault] {
        &self.faults
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.faults.len() {
            1 => f.write_str("1 fault in the input")?,
            n => write!(f, "{n} faults in the input")?,
        }
        for fault in &self.faults {
            write!(f, "\n  {fault}")?;
        }
        Ok(())
    }
}

impl Fault {
    /// A fault at an address, without a place in a text.
    pub(crate) fn at(pointer: impl fmt::Display, kind: FaultKind) -> Self {
        Self { pointer: pointer.to_string(), place: None, kind }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.pointer.is_empty() {
            f.write_str("(whole document)")?;
        } else {
            f.write_str(&self.pointer)?;
        }
        if let Some((line, column)) = self.place {
            write!(f, " (line {line}, column {column})")?;
        }
        write!(f, ": {}", self.kind)
    }
}

impl fmt::Display for FaultKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Syntax(words) => write!(f, "not valid JSON: {words}"),
            Self::NotUtf8(byte) => write!(f, "not UTF-8 from byte {byte} on"),
            Self::ByteOrderMark => {
                f.write_str("begins with a byte-order mark; save it without one")
            }
            Self::Unreadable(words) => write!(f, "cannot be read: {words}"),
            Self::UnknownKey { key, meant: None } => write!(f, "unknown key `{key}`"),
            Self::UnknownKey { key, meant: Some(meant) } => {
                write!(f, "unknown key `{key}`; did you mean `{meant}`?")
            }
            Self::DuplicateKey(key) => write!(f, "key `{key}` stands twice"),
            Self::MissingKey(key) => write!(f, "key `{key}` is missing"),
            Self::WrongType { expected, found } => write!(f, "expected {expected}, found {found}"),
            Self::UnknownWord { allowed } => {
                f.write_str("expected one of")?;
                for (n, word) in allowed.iter().enumerate() {
                    write!(f, "{} `{word}`", if n == 0 { "" } else { "," })?;
                }
                Ok(())
            }
            Self::BadDate { expected } => write!(f, "no such day or time; expected {expected}"),
            Self::BadCode { code, reason } => write!(f, "not of the type {code}: {reason}"),
            Self::OutOfRange { max } => write!(f, "expected a whole number from 0 to {max}"),
            Self::BadText(words) => write!(f, "text that cannot be read: {words}"),
            Self::EmptyId => f.write_str("an identifier may not be empty"),
            Self::DuplicateId { kind, id, first } => {
                write!(f, "{} `{id}` is already at {first}", kind.en())
            }
            Self::DanglingId { kind, id } => write!(f, "no {} `{id}` in the dossier", kind.en()),
            Self::Repeated(id) => write!(f, "`{id}` stands twice in the list"),
            Self::BeforeStart { start } => write!(f, "lies before `{start}`"),
            Self::TooManyMembers { max } => {
                write!(f, "more than {max} members of the body on the day of the meeting")
            }
            Self::NotAllowed(words) => f.write_str(words),
        }
    }
}
