//! A range of days that names a subject: a period of the calendar, or the days from one on.

use std::{fmt, str::FromStr};

use chrono::{Datelike as _, NaiveDate};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::{Spell, add_months, parse_day};

/// Days from one to another, both included, or from one on, written as people name them: `2024`, `2024-H1`, `2024-Q3`, `2024-05`,
/// `2024-05-06`, else `2024-05-06..2024-06-30`, or `2024-05-06..` where no end is set.
///
/// ```
/// use oversight::time::{DateRange, date};
/// let half = DateRange::between(date!(2024, 1, 1), date!(2024, 6, 30));
/// assert_eq!(half.to_string(), "2024-H1");
/// assert_eq!("2024-H1".parse(), Ok(half));
/// assert!(half.covers(date!(2024, 6, 30)) && half.is_within(&"2024".parse().unwrap()));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[doc(alias = "期间")]
pub struct DateRange {
    /// First day.
    pub from: NaiveDate,
    /// Last day, itself included; `None` where no end is set.
    pub until: Option<NaiveDate>,
}

/// Text that is no range of days.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "`{0}` is no period: write 2024, 2024-H1, 2024-Q3, 2024-05, 2024-05-06, 2024-05-06..2024-06-30 or 2024-05-06.."
)]
pub struct DateRangeError(String);

impl DateRange {
    /// From one day to another, both included.
    #[must_use]
    pub const fn between(from: NaiveDate, until: NaiveDate) -> Self {
        Self { from, until: Some(until) }
    }

    /// From a day on.
    #[must_use]
    pub const fn since(from: NaiveDate) -> Self {
        Self { from, until: None }
    }

    /// One day.
    #[must_use]
    pub const fn on(day: NaiveDate) -> Self {
        Self::between(day, day)
    }

    /// A calendar year.
    #[must_use]
    pub fn year(year: i32) -> Option<Self> {
        Self::months(year, 1, 12)
    }

    /// So many months of a year from one on.
    fn months(year: i32, first: u32, count: u32) -> Option<Self> {
        let from = NaiveDate::from_ymd_opt(year, first, 1)?;
        Some(Self::between(from, add_months(from, count)?.pred_opt()?))
    }

    /// Whether a day lies in it.
    #[must_use]
    pub fn covers(&self, day: NaiveDate) -> bool {
        self.from <= day && self.until.is_none_or(|until| day <= until)
    }

    /// Whether all of it lies in another.
    #[must_use]
    pub fn is_within(&self, other: &Self) -> bool {
        other.from <= self.from
            && match (self.until, other.until) {
                (_, None) => true,
                (Some(own), Some(last)) => own <= last,
                (None, Some(_)) => false,
            }
    }
}

impl From<Spell> for DateRange {
    fn from(spell: Spell) -> Self {
        Self { from: spell.from, until: spell.until }
    }
}

impl fmt::Display for DateRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(until) = self.until else { return write!(f, "{}..", self.from) };
        let (year, month) = (self.from.year(), self.from.month());
        let is = |first, count| Self::months(year, first, count).as_ref() == Some(self);
        if self.from == until {
            write!(f, "{until}")
        } else if is(1, 12) {
            write!(f, "{year:04}")
        } else if is(month, 1) {
            write!(f, "{year:04}-{month:02}")
        } else if month % 6 == 1 && is(month, 6) {
            write!(f, "{year:04}-H{}", month / 6 + 1)
        } else if month % 3 == 1 && is(month, 3) {
            write!(f, "{year:04}-Q{}", month / 3 + 1)
        } else {
            write!(f, "{}..{until}", self.from)
        }
    }
}

impl FromStr for DateRange {
    type Err = DateRangeError;

    fn from_str(text: &str) -> Result<Self, DateRangeError> {
        read(text).ok_or_else(|| DateRangeError(text.chars().take(40).collect()))
    }
}

fn read(text: &str) -> Option<DateRange> {
    let day = |text: &str| parse_day(text);
    if let Some((from, until)) = text.split_once("..") {
        let from = day(from)?;
        if until.is_empty() {
            return Some(DateRange::since(from));
        }
        return Some(DateRange::between(from, day(until)?)).filter(|it| it.until >= Some(from));
    }
    if let Some(day) = day(text) {
        return Some(DateRange::on(day));
    }
    let (year, rest) = match text.split_once('-') {
        Some((year, rest)) => (year, Some(rest)),
        None => (text, None),
    };
    if year.len() != 4 || !year.bytes().all(|it| it.is_ascii_digit()) {
        return None;
    }
    let year: i32 = year.parse().ok().filter(|it| (1900..=2200).contains(it))?;
    match rest.map(str::as_bytes) {
        None => DateRange::months(year, 1, 12),
        Some([b'H', half @ b'1'..=b'2']) => {
            DateRange::months(year, u32::from(half - b'1') * 6 + 1, 6)
        }
        Some([b'Q', quarter @ b'1'..=b'4']) => {
            DateRange::months(year, u32::from(quarter - b'1') * 3 + 1, 3)
        }
        Some([tens @ b'0'..=b'1', ones @ b'0'..=b'9']) => {
            DateRange::months(year, u32::from(tens - b'0') * 10 + u32::from(ones - b'0'), 1)
        }
        Some(_) => None,
    }
}

impl Serialize for DateRange {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for DateRange {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Text;
        impl de::Visitor<'_> for Text {
            type Value = DateRange;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a period such as 2024-H1")
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<DateRange, E> {
                text.parse().map_err(E::custom)
            }
        }
        deserializer.deserialize_str(Text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::date;

    #[test]
    fn written_and_read_alike() {
        for text in [
            "2024",
            "2024-H1",
            "2024-H2",
            "2024-Q1",
            "2024-Q4",
            "2024-02",
            "2023-12",
            "2024-02-29",
            "2024-01-01..2024-06-29",
            "2024-01-01..",
        ] {
            let range: DateRange = text.parse().unwrap();
            assert_eq!(range.to_string(), text);
        }
        assert_eq!(
            "2024-02".parse(),
            Ok(DateRange::between(date!(2024, 2, 1), date!(2024, 2, 29)))
        );
    }

    #[test]
    fn what_is_no_period() {
        for text in [
            "",
            "24",
            "2024-",
            "2024-H3",
            "2024-h1",
            "2024-Q0",
            "2024-13",
            "2024-00",
            "2023-02-29",
            "2024-06-30..2024-01-01",
            "..2024-01-01",
            "２０２４",
            "2024-H1 ",
            "1899",
            "+024",
        ] {
            assert!(text.parse::<DateRange>().is_err(), "{text}");
        }
    }

    #[test]
    fn within() {
        let year: DateRange = "2024".parse().unwrap();
        assert!("2024-H2".parse::<DateRange>().unwrap().is_within(&year));
        assert!(!DateRange::since(date!(2024, 1, 1)).is_within(&year));
        assert!(
            DateRange::since(date!(2024, 1, 1)).is_within(&DateRange::since(date!(2023, 1, 1)))
        );
    }
}
