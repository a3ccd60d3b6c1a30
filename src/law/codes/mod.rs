//! Codes that national standards give to industries, places and organisations, and changes of the codes of places.
//!
//! They are read strictly from text and kept in one canonical form. Codes of industries and places are matched by their
//! levels alone, without a table of what exists: where one of two codes is too coarse to say, the answer is `None`.

use std::fmt;

/// Why a text is no code: an enum, its words and the rest of an error.
macro_rules! reasons {
    (
        $(#[doc = $doc:literal])*
        pub enum $name:ident {
            $( $(#[doc = $vdoc:literal])* $variant:ident => $words:literal, )+
        }
    ) => {
        $(#[doc = $doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum $name {
            $( $(#[doc = $vdoc])* $variant, )+
        }

        impl $name {
            /// The reason in plain words. They do not repeat the text.
            #[must_use]
            pub const fn reason(self) -> &'static str {
                match self { $(Self::$variant => $words),+ }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(self.reason())
            }
        }

        impl Error for $name {}
    };
}

/// What all codes have in common, given `read` and `Display`: other ways to read one, `Debug`, `serde`, [`Shaped`].
macro_rules! coded {
    ($name:ident $error:ident, $doc:literal, $pattern:expr, $samples:expr) => {
        impl $name {
            /// The code that a text writes, if it is one; parse the text instead to learn why it is none.
            #[must_use]
            pub fn new(text: &str) -> Option<Self> {
                Self::read(text).ok()
            }
        }

        impl FromStr for $name {
            type Err = $error;

            fn from_str(text: &str) -> Result<Self, $error> {
                Self::read(text)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(self, f)
            }
        }

        impl Sealed for $name {}

        impl Shaped for $name {
            const SHAPE: Shape = Shape::Coded(&CodeShape {
                name: stringify!($name),
                doc: $doc,
                pattern: $pattern,
                samples: $samples,
                check: |text| Self::read(text).map(drop).map_err($error::reason),
            });
        }

        impl Part for $name {
            fn write(&self, out: &mut String) {
                use fmt::Write as _;
                // Writing to a string cannot fail.
                let _ = write!(out, "{self}");
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct Text;
                impl de::Visitor<'_> for Text {
                    type Value = $name;

                    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                        f.write_str(concat!("a string (", stringify!($name), ")"))
                    }

                    fn visit_str<E: de::Error>(self, text: &str) -> Result<$name, E> {
                        $name::read(text).map_err(E::custom)
                    }
                }
                deserializer.deserialize_str(Text)
            }
        }
    };
}

/// Prints bytes that are ASCII by construction, up to the first that is zero.
fn pad(bytes: &[u8], f: &mut fmt::Formatter<'_>) -> fmt::Result {
    f.pad(std::str::from_utf8(filled(bytes)).map_err(|_| fmt::Error)?)
}

/// The bytes before the first that is zero: shorter codes are kept with zero bytes behind.
fn filled(bytes: &[u8]) -> &[u8] {
    bytes.split(|byte| *byte == 0).next().unwrap_or_default()
}

/// Whether what is recorded lies in what is asked about, by prefix; `None` where it is recorded more coarsely.
fn inside(recorded: &[u8], asked: &[u8]) -> Option<bool> {
    if recorded.starts_with(asked) {
        Some(true)
    } else if asked.starts_with(recorded) {
        None
    } else {
        Some(false)
    }
}

/// The number that two ASCII digits write.
const fn number([tens, units]: [u8; 2]) -> u8 {
    (tens - b'0') * 10 + (units - b'0')
}
mod credit;
mod division;
mod industry;

pub use credit::{CreditCode, CreditCodeError};
pub use division::{DivisionAliases, DivisionChange, DivisionCode, DivisionCodeError, Resolved};
pub use industry::{IndustryCode, IndustryCodeError, IndustryEdition};

#[cfg(test)]
mod tests;
