//! A clause of the measures and its number.

use std::{error, fmt, str::FromStr};

use serde::{Serialize, Serializer};

use super::{CLAUSES, Citation, Place, instruments::MEASURES};

/// The number of one of the 35 clauses of the measures: `2.2.2` is part 二, section （二）, item 2.
///
/// Sections 1.3 and 2.7 have no items, and part 3 has no sections. Numbers are ordered as the measures print them.
///
/// ```
/// use oversight::law::{ClauseNo, clause_no};
///
/// const NO: ClauseNo = clause_no!("2.2.2");
/// assert_eq!(NO.to_string(), "2.2.2");
/// assert_eq!(NO.outline().to_string(), "二（二）2");
/// assert_eq!("2.2.2".parse(), Ok(NO));
/// assert!("2.2.9".parse::<ClauseNo>().is_err());
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClauseNo {
    part: u8,
    /// Zero where the part has no sections.
    section: u8,
    /// Zero where the section has no items.
    item: u8,
}

/// The number of a clause of the measures, written into the source code; one that is none of the 35 does not compile.
///
/// ```compile_fail
/// use oversight::law::{ClauseNo, clause_no};
/// const NO: ClauseNo = clause_no!("2.2.9");
/// # let _ = NO;
/// ```
#[macro_export]
macro_rules! clause_no {
    ($number:expr) => {
        const {
            let number = $crate::law::ClauseNo::new($number);
            assert!(number.is_some(), "the measures have no such clause");
            match number {
                ::core::option::Option::Some(number) => number,
                ::core::option::Option::None => $crate::law::ClauseNo::FIRST,
            }
        }
    };
}

impl ClauseNo {
    #[doc(hidden)]
    pub const FIRST: Self = Self { part: 1, section: 1, item: 1 };

    /// The clause of that number, or nothing where it is none of the 35; for constants there is [`clause_no!`].
    #[must_use]
    pub const fn new(text: &str) -> Option<Self> {
        let (part, section, item) = match text.as_bytes() {
            [b'3', b'.', item] => (b'3', b'0', *item),
            [part, b'.', section] => (*part, *section, b'0'),
            [part, b'.', section, b'.', item] => (*part, *section, *item),
            _ => return None,
        };
        // Part 3 is written without a section, so `3.0.1` is no number.
        if section == b'0' && text.len() != 3 {
            return None;
        }
        let first_and_last = match (part, section) {
            (b'1', b'3') | (b'2', b'7') => (b'0', b'0'),
            (b'2', b'4' | b'6') => (b'1', b'2'),
            (b'1', b'1' | b'2' | b'4' | b'5') | (b'2', b'2' | b'5') | (b'3', b'0') => (b'1', b'3'),
            (b'2', b'1' | b'3') => (b'1', b'4'),
            _ => return None,
        };
        // `1.3.0` is no number either: a section without items ends at the section.
        if item < first_and_last.0 || item > first_and_last.1 || (item == b'0' && text.len() != 3) {
            return None;
        }
        Some(Self { part: part - b'0', section: section - b'0', item: item - b'0' })
    }

    /// The part, 1 to 3.
    #[must_use]
    pub const fn part(self) -> u8 {
        self.part
    }

    /// The section within the part, if the part has sections.
    #[must_use]
    pub const fn section(self) -> Option<u8> {
        if self.section == 0 { None } else { Some(self.section) }
    }

    /// The item within the section or part, if it has items.
    #[must_use]
    pub const fn item(self) -> Option<u8> {
        if self.item == 0 { None } else { Some(self.item) }
    }

    /// The number as the measures print it: 二（二）2.
    #[must_use]
    pub const fn outline(self) -> Outline {
        Outline(self)
    }

    /// Cites the clause.
    #[must_use]
    pub const fn cite(self) -> Citation {
        Citation::new(&MEASURES, Place::Clause(self))
    }

    /// What the catalogue says of the clause. Always something: a test holds that the catalogue is whole.
    #[must_use]
    pub fn clause(self) -> Option<&'static Clause> {
        CLAUSES.iter().find(|clause| clause.no == self)
    }
}

impl fmt::Display for ClauseNo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.part)?;
        if let Some(section) = self.section() {
            write!(f, ".{section}")?;
        }
        if let Some(item) = self.item() {
            write!(f, ".{item}")?;
        }
        Ok(())
    }
}

impl fmt::Debug for ClauseNo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for ClauseNo {
    type Err = ParseClauseNoError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::new(text).ok_or(ParseClauseNoError(()))
    }
}

impl Serialize for ClauseNo {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// The text is the number of no clause of the measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ParseClauseNoError(());

impl fmt::Display for ParseClauseNoError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(
            "the measures have no clause of that number; numbers look like 2.2.2, 1.3 or 3.1",
        )
    }
}

impl error::Error for ParseClauseNoError {}

/// A clause number as the measures print it; see [`ClauseNo::outline`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Outline(ClauseNo);

impl fmt::Display for Outline {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(han(self.0.part))?;
        if let Some(section) = self.0.section() {
            write!(f, "（{}）", han(section))?;
        }
        if let Some(item) = self.0.item() {
            write!(f, "{item}")?;
        }
        Ok(())
    }
}

/// No part or section goes beyond seven.
const fn han(number: u8) -> &'static str {
    match number {
        1 => "一",
        2 => "二",
        3 => "三",
        4 => "四",
        5 => "五",
        6 => "六",
        7 => "七",
        _ => "〇",
    }
}

/// One clause of the measures, in our own words.
///
/// ```
/// use oversight::law::{Reach, clause};
///
/// let clause = clause("2.2.2").unwrap();
/// assert_eq!(clause.reach, Reach::Checked);
/// assert!(!clause.unchecked.is_empty());
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive] // may gain facts about a clause
pub struct Clause {
    /// Its number.
    pub no: ClauseNo,
    /// Short title in Chinese.
    pub zh: &'static str,
    /// Short title in English.
    pub en: &'static str,
    /// What it asks, in Chinese; not its wording.
    pub gist_zh: &'static str,
    /// What it asks, in English; not its wording.
    pub gist_en: &'static str,
    /// How far records can show that it was kept.
    pub reach: Reach,
    /// What of the clause no rule sees, and why.
    pub unchecked: &'static [Unchecked],
    /// A remark on how the clause is read.
    pub note: Option<Note>,
}

/// 可查程度: how far records can show that a clause or a norm was kept.
///
/// Says what the requirement is like, not which rules a release of the crate ships. Exhaustive on purpose.
#[doc(alias = "可查程度")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Reach {
    /// Facts decide whether what is asked was done, and done as asked.
    Checked,
    /// Evidenced only by a record of activity: that something took place, not what it was worth.
    RecordOnly,
    /// Nothing to check: a principle. No clause of the measures is one from end to end; what of a clause is principle
    /// stands among its [`Unchecked`].
    Principle,
}

impl Reach {
    /// Chinese label.
    #[must_use]
    pub const fn zh(self) -> &'static str {
        match self {
            Self::Checked => "可核查",
            Self::RecordOnly => "仅凭工作记录",
            Self::Principle => "原则性要求",
        }
    }

    /// English label.
    #[must_use]
    pub const fn en(self) -> &'static str {
        match self {
            Self::Checked => "checked",
            Self::RecordOnly => "by record of activity only",
            Self::Principle => "principle",
        }
    }
}

/// 未查部分: something that is asked and that no rule sees, with the reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub struct Unchecked {
    /// In Chinese.
    pub zh: &'static str,
    /// In English.
    pub en: &'static str,
}

/// A remark in both languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub struct Note {
    /// In Chinese.
    pub zh: &'static str,
    /// In English.
    pub en: &'static str,
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
mod tests {
    use super::*;
    use crate::cite;

    #[test]
    fn numbers_are_read_strictly() {
        for text in [
            "",
            "1",
            "3",
            "1.1",
            "2.2",
            "1.3.0",
            "1.3.1",
            "2.7.1",
            "2.8",
            "3.0.1",
            "3.1.1",
            "3.0",
            "3.4",
            "1.6.1",
            "2.2.0",
            "2.2.4",
            "2.4.3",
            "02.2.2",
            "2.2.2.",
            "2.2.2 ",
            "２.２.２",
            "2.2.22",
            "4.1",
            "0.0.0",
            "1.1.:",
        ] {
            assert!(text.parse::<ClauseNo>().is_err(), "{text:?} was read");
        }
        assert!("9.9.9".parse::<ClauseNo>().unwrap_err().to_string().contains("2.2.2"));
    }

    #[test]
    fn numbers_print_as_they_are_read() {
        for (text, outline) in
            [("2.2.2", "二（二）2"), ("1.3", "一（三）"), ("2.7", "二（七）"), ("3.1", "三1")]
        {
            let no: ClauseNo = text.parse().unwrap();
            assert_eq!(no.to_string(), text);
            assert_eq!(no.outline().to_string(), outline);
            assert_eq!(serde_json::to_string(&no).unwrap(), format!("\"{text}\""));
        }
    }

    #[test]
    fn numbers_know_their_parts() {
        let no = clause_no!("3.2");
        assert_eq!((no.part(), no.section(), no.item()), (3, None, Some(2)));
        let no = clause_no!("1.3");
        assert_eq!((no.part(), no.section(), no.item()), (1, Some(3), None));
        assert_eq!(no.cite(), cite!(MEASURES, clause "1.3"));
    }
}
