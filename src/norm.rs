//! What is asked: a norm, apart from the code that checks it.

use std::{borrow::Cow, fmt};

use serde::{Serialize, Serializer};

use crate::{
    law::{Basis, Citation, ClauseNo, Reach, Unchecked},
    outcome::{Modality, Severity},
    time::Spell,
};

/// A stable name of a norm, such as `MTG009`: never reused, renumbered or given another meaning.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Code(&'static str);

/// A code written into the source; what is not three capitals and three digits does not compile.
///
/// ```
/// use oversight::norm::{Code, code};
/// const OWN: Code = code!("XHR001");
/// assert!(OWN.is_callers_own());
/// ```
///
/// ```compile_fail
/// use oversight::norm::{Code, code};
/// const OWN: Code = code!("XHR1");
/// # let _ = OWN;
/// ```
#[macro_export]
macro_rules! code {
    ($text:expr) => {
        const {
            let code = $crate::norm::Code::new($text);
            assert!(code.is_some(), "a code is three capitals and three digits");
            match code {
                ::core::option::Option::Some(code) => code,
                ::core::option::Option::None => $crate::norm::Code::BLANK,
            }
        }
    };
}
pub use crate::code;

impl Code {
    /// What stands in the arm of [`code!`] that the compiler has ruled out.
    #[doc(hidden)]
    pub const BLANK: Self = Self("AAA000");

    /// Three capitals and three digits, or nothing; for constants there is [`code!`]. Callers' own codes begin with `X`.
    #[must_use]
    pub const fn new(text: &'static str) -> Option<Self> {
        match text.as_bytes() {
            [b'A'..=b'Z', b'A'..=b'Z', b'A'..=b'Z', b'0'..=b'9', b'0'..=b'9', b'0'..=b'9'] => {
                Some(Self(text))
            }
            _ => None,
        }
    }

    /// The text of the code.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        self.0
    }

    /// The family: the three capitals.
    #[must_use]
    pub fn family(self) -> &'static str {
        self.0.get(..3).unwrap_or(self.0)
    }

    /// Whether it is a caller's own.
    #[must_use]
    pub fn is_callers_own(self) -> bool {
        self.0.starts_with('X')
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.0)
    }
}

impl fmt::Debug for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

impl Serialize for Code {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.0)
    }
}

/// Words in both languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub struct Words {
    /// In Chinese.
    pub zh: &'static str,
    /// In English.
    pub en: &'static str,
}

/// Where a norm is in its life.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Status {
    /// Its outcomes are a promise.
    Stable,
    /// On trial: its outcomes may change, and it runs only where asked for.
    Preview,
}

/// Everything about a requirement except the code that checks it.
///
/// Plain static data, so that a caller can write one in a `static`.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Norm {
    /// Stable name.
    pub code: Code,
    /// Readable name, free to improve.
    pub slug: &'static str,
    /// Title.
    pub title: Words,
    /// What it asks, in our own words.
    pub gist: Words,
    /// Where it stands: first the clause of the measures, then what else carries it.
    pub cites: &'static [Citation],
    /// Whose word it is.
    pub basis: Basis,
    /// How far records can show that it was kept.
    pub reach: Reach,
    /// Its force.
    pub modality: Modality,
    /// How grave a departure is; some departures of a norm are graver.
    pub severity: Severity,
    /// The days on which it binds. The policy's day of adoption of the measures applies beside it.
    pub in_force: Spell,
    /// Where it is in its life.
    pub status: Status,
    /// Version of the crate that first had it.
    pub since: &'static str,
    /// What to do about a departure.
    pub remedy: Words,
    /// Fields of the policy that it reads.
    pub parameters: &'static [&'static str],
    /// What its words ask that the check does not see.
    pub unchecked: &'static [Unchecked],
}

impl Norm {
    /// The clauses of the measures that it carries out.
    pub fn clauses(&self) -> impl Iterator<Item = ClauseNo> + '_ {
        self.cites.iter().filter_map(|cite| cite.clause_no())
    }
}

impl PartialEq for Norm {
    fn eq(&self, other: &Self) -> bool {
        self.code == other.code
    }
}

impl Eq for Norm {}

/// Language of what people read.
///
/// Exhaustive on purpose: a new language must be written everywhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Lang {
    /// Simplified Chinese.
    #[default]
    ZhCn,
    /// English.
    En,
}

impl Lang {
    /// The words in this language.
    #[must_use]
    pub const fn pick(self, words: Words) -> &'static str {
        match self {
            Self::ZhCn => words.zh,
            Self::En => words.en,
        }
    }

    /// One of two texts.
    #[must_use]
    pub const fn of<'a>(self, zh: &'a str, en: &'a str) -> &'a str {
        match self {
            Self::ZhCn => zh,
            Self::En => en,
        }
    }

    /// One of two sentences made on the spot.
    pub(crate) fn say(
        self,
        zh: impl FnOnce() -> String,
        en: impl FnOnce() -> String,
    ) -> Cow<'static, str> {
        match self {
            Self::ZhCn => Cow::Owned(zh()),
            Self::En => Cow::Owned(en()),
        }
    }
}
