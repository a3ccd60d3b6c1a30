//! Civil days: constants, strict text, corresponding days of later months.

use core::fmt;
use core::str::FromStr;
use std::error::Error;

use chrono::{Datelike as _, Months, NaiveDate};
use serde::de::{Deserialize, Deserializer, Unexpected, Visitor};
use serde::ser::{Serialize, Serializer};

/// The earliest year that text may name.
pub(super) const FIRST_YEAR: i32 = 1900;
/// The latest year that text may name, and the latest in which a term may end.
pub(super) const LAST_YEAR: i32 = 2200;

/// A civil day written into the source code; an impossible one does not compile.
///
/// Year, month and day are constants. For days that come from outside, use [`parse_day`](crate::time::parse_day) or
/// [`NaiveDate::from_ymd_opt`](crate::time::NaiveDate::from_ymd_opt).
///
/// # Examples
///
/// ```
/// use oversight::time::{NaiveDate, date};
///
/// const ISSUED: NaiveDate = date!(2023, 4, 12);
/// assert_eq!(ISSUED.to_string(), "2023-04-12");
/// ```
///
/// ```compile_fail
/// use oversight::time::date;
///
/// let impossible = date!(2023, 2, 29);
/// ```
///
/// ```compile_fail
/// use oversight::time::date;
///
/// let year = 2023;
/// let not_constant = date!(year, 2, 28);
/// ```
#[macro_export]
macro_rules! date {
    ($year:expr, $month:expr, $day:expr $(,)?) => {
        const {
            let day = $crate::time::NaiveDate::from_ymd_opt($year, $month, $day);
            assert!(day.is_some(), "no such date");
            match day {
                ::core::option::Option::Some(day) => day,
                ::core::option::Option::None => $crate::time::NaiveDate::MIN,
            }
        }
    };
}
pub use crate::date;

/// The corresponding day `months` months later, or that month's last day where the month is too
/// short.
///
/// `None` only when the result lies beyond the days chrono can represent.
///
/// # Examples
///
/// ```
/// use oversight::time::{add_months, date};
///
/// assert_eq!(add_months(date!(2024, 1, 31), 1), Some(date!(2024, 2, 29)));
/// assert_eq!(add_months(date!(2024, 2, 29), 12), Some(date!(2025, 2, 28)));
/// assert_eq!(add_months(date!(2024, 2, 29), u32::MAX), None);
/// ```
#[must_use]
pub fn add_months(day: NaiveDate, months: u32) -> Option<NaiveDate> {
    day.checked_add_months(Months::new(months))
}

/// Reads a day written exactly `YYYY-MM-DD` in ASCII digits, its year in 1900..=2200.
///
/// Anything else gives `None`: missing leading zeros, spaces, other separators, full-width
/// digits, impossible days.
///
/// # Examples
///
/// ```
/// use oversight::time::{date, parse_day};
///
/// assert_eq!(parse_day("2024-05-06"), Some(date!(2024, 5, 6)));
/// assert_eq!(parse_day("2024-5-6"), None);
/// assert_eq!(parse_day("2023-02-29"), None);
/// ```
#[must_use]
pub fn parse_day(text: &str) -> Option<NaiveDate> {
    let &[c1, c2, y1, y2, b'-', m1, m2, b'-', d1, d2] = text.as_bytes() else { return None };
    let year = i32::try_from(two_digits(c1, c2)? * 100 + two_digits(y1, y2)?).ok()?;
    if !(FIRST_YEAR..=LAST_YEAR).contains(&year) {
        return None;
    }
    NaiveDate::from_ymd_opt(year, two_digits(m1, m2)?, two_digits(d1, d2)?)
}

/// The number written by two ASCII digits.
pub(super) fn two_digits(tens: u8, units: u8) -> Option<u32> {
    (tens.is_ascii_digit() && units.is_ascii_digit())
        .then(|| u32::from(tens - b'0') * 10 + u32::from(units - b'0'))
}

/// A civil day that serde reads and writes as strict text.
///
/// In JSON it is a string, `"2024-05-06"`, in the form [`parse_day`] takes. Days order by time. A
/// day whose year lies outside 1900..=2200 can be built in code and is written, but the text is
/// not read back.
///
/// # Examples
///
/// ```
/// use oversight::time::{Day, date};
///
/// let day: Day = "2024-05-06".parse()?;
/// assert_eq!(day, Day(date!(2024, 5, 6)));
/// assert_eq!(day.to_string(), "2024-05-06");
/// assert!("2024-05-06T09:30".parse::<Day>().is_err());
/// # Ok::<(), oversight::time::DayFormatError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(
    /// The day itself.
    pub NaiveDate,
);

impl From<NaiveDate> for Day {
    fn from(day: NaiveDate) -> Self {
        Self(day)
    }
}

impl From<Day> for NaiveDate {
    fn from(day: Day) -> Self {
        day.0
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.0.year(), self.0.month(), self.0.day())
    }
}

impl FromStr for Day {
    type Err = DayFormatError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        parse_day(text).map(Self).ok_or(DayFormatError)
    }
}

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Text;

        impl Visitor<'_> for Text {
            type Value = Day;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(DAY_FORM)
            }

            fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Day, E> {
                parse_day(text)
                    .map(Day)
                    .ok_or_else(|| E::invalid_value(Unexpected::Str(text), &self))
            }
        }

        deserializer.deserialize_str(Text)
    }
}

const DAY_FORM: &str = "a day written YYYY-MM-DD, from 1900 to 2200";

/// The text was not a day in the strict form of [`parse_day`].
///
/// # Examples
///
/// ```
/// use oversight::time::{Day, DayFormatError};
///
/// assert_eq!("6 May 2024".parse::<Day>(), Err(DayFormatError));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct DayFormatError;

impl fmt::Display for DayFormatError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "expected {DAY_FORM}")
    }
}

impl Error for DayFormatError {}

/// Strict text for a [`NaiveDate`] field, for `#[serde(with = "oversight::time::day")]`.
///
/// The form is that of [`Day`]; chrono's own reader is laxer.
///
/// # Examples
///
/// ```
/// use oversight::time::{NaiveDate, date};
///
/// #[derive(serde::Deserialize)]
/// struct Record {
///     #[serde(with = "oversight::time::day")]
///     held_on: NaiveDate,
///     #[serde(with = "oversight::time::day::option", default)]
///     closed_on: Option<NaiveDate>,
/// }
///
/// let record: Record = serde_json::from_str(r#"{"held_on": "2024-05-06"}"#)?;
/// assert_eq!((record.held_on, record.closed_on), (date!(2024, 5, 6), None));
/// assert!(serde_json::from_str::<Record>(r#"{"held_on": "2024-5-6"}"#).is_err());
/// # Ok::<(), serde_json::Error>(())
/// ```
pub mod day {
    use chrono::NaiveDate;
    use serde::de::{Deserialize as _, Deserializer};
    use serde::ser::{Serialize as _, Serializer};

    use super::Day;

    /// Writes the day as `YYYY-MM-DD`.
    ///
    /// # Errors
    ///
    /// Those of the serializer.
    pub fn serialize<S: Serializer>(day: &NaiveDate, serializer: S) -> Result<S::Ok, S::Error> {
        Day(*day).serialize(serializer)
    }

    /// Reads a day in the form of [`parse_day`](super::parse_day).
    ///
    /// # Errors
    ///
    /// When the value is not a string in that form.
    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<NaiveDate, D::Error> {
        Day::deserialize(deserializer).map(NaiveDate::from)
    }

    /// The same for an `Option<NaiveDate>` field; add `default` to let the field be left out.
    pub mod option {
        use chrono::NaiveDate;
        use serde::de::{Deserialize as _, Deserializer};
        use serde::ser::{Serialize as _, Serializer};

        use super::super::Day;

        /// Writes the day as `YYYY-MM-DD`, or a null.
        ///
        /// # Errors
        ///
        /// Those of the serializer.
        // The signature is what serde's derive calls.
        #[allow(clippy::ref_option)]
        pub fn serialize<S: Serializer>(
            day: &Option<NaiveDate>,
            serializer: S,
        ) -> Result<S::Ok, S::Error> {
            day.map(Day).serialize(serializer)
        }

        /// Reads a day in the form of [`parse_day`](crate::time::parse_day), or a null.
        ///
        /// # Errors
        ///
        /// When the value is neither null nor a string in that form.
        pub fn deserialize<'de, D: Deserializer<'de>>(
            deserializer: D,
        ) -> Result<Option<NaiveDate>, D::Error> {
            Ok(Option::<Day>::deserialize(deserializer)?.map(NaiveDate::from))
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn strict_text() {
        assert_eq!(parse_day("1900-01-01"), Some(date!(1900, 1, 1)));
        assert_eq!(parse_day("2200-12-31"), Some(date!(2200, 12, 31)));
        assert_eq!(parse_day("2024-02-29"), Some(date!(2024, 2, 29)));
        for wrong in [
            "",
            "2024-5-6",
            "2024-05-6",
            " 2024-05-06",
            "2024-05-06 ",
            "2024/05/06",
            "20240506",
            "+2024-05-06",
            "2024-05-06Z",
            "2024-05-06T00:00",
            "1899-12-31",
            "2201-01-01",
            "2023-02-29",
            "2024-13-01",
            "2024-00-10",
            "2024-01-00",
            "2024-04-31",
            "0000-00-00",
            "２０２４-05-06",
            "2024-0５-06",
            "2024−05−06",
            "-024-05-06",
            "2024-+5-06",
            "2024-05-0a",
            "2024-05-06\n",
            "二〇二四年",
        ] {
            assert_eq!(parse_day(wrong), None, "{wrong:?}");
            assert_eq!(wrong.parse::<Day>(), Err(DayFormatError), "{wrong:?}");
            let json = serde_json::to_string(wrong).unwrap();
            assert!(serde_json::from_str::<Day>(&json).is_err(), "{wrong:?}");
        }
    }

    #[test]
    fn json_is_a_string_only() {
        assert_eq!(serde_json::to_string(&Day(date!(2024, 5, 6))).unwrap(), r#""2024-05-06""#);
        for wrong in ["20240506", "null", "[2024,5,6]", "{}", "true"] {
            assert!(serde_json::from_str::<Day>(wrong).is_err(), "{wrong}");
        }
        let error = serde_json::from_str::<Day>(r#""2024-5-6""#).unwrap_err().to_string();
        assert!(error.contains("YYYY-MM-DD"), "{error}");
    }

    #[test]
    fn months_end_on_the_corresponding_day() {
        for (from, months, to) in [
            (date!(2024, 8, 31), 1, date!(2024, 9, 30)),
            (date!(2024, 8, 31), 6, date!(2025, 2, 28)),
            (date!(2023, 8, 31), 6, date!(2024, 2, 29)),
            (date!(2024, 2, 29), 48, date!(2028, 2, 29)),
            (date!(2024, 12, 15), 1, date!(2025, 1, 15)),
            (date!(2024, 5, 6), 0, date!(2024, 5, 6)),
        ] {
            assert_eq!(add_months(from, months), Some(to));
        }
        assert_eq!(add_months(NaiveDate::MAX, 1), None);
        assert_eq!(add_months(date!(2024, 1, 1), u32::MAX), None);
    }

    #[test]
    fn with_module() {
        #[derive(Debug, PartialEq, serde::Serialize, serde::Deserialize)]
        #[serde(deny_unknown_fields)]
        struct Both {
            #[serde(with = "day")]
            one: NaiveDate,
            #[serde(with = "day::option", default)]
            other: Option<NaiveDate>,
        }
        let both = Both { one: date!(2024, 5, 6), other: Some(date!(2024, 5, 7)) };
        let json = serde_json::to_string(&both).unwrap();
        assert_eq!(json, r#"{"one":"2024-05-06","other":"2024-05-07"}"#);
        assert_eq!(serde_json::from_str::<Both>(&json).unwrap(), both);
        let none: Both = serde_json::from_str(r#"{"one":"2024-05-06","other":null}"#).unwrap();
        assert_eq!(none.other, None);
        assert!(serde_json::from_str::<Both>(r#"{"one":"2024-05-06","other":"x"}"#).is_err());
    }

    proptest! {
        #[test]
        fn text_round_trips(days in 0..109_938_u64) {
            let day = Day(date!(1900, 1, 1) + chrono::Days::new(days));
            prop_assert_eq!(day.to_string().parse::<Day>(), Ok(day));
            prop_assert_eq!(day.to_string(), day.0.to_string());
        }

        #[test]
        fn any_text_is_handled(text in ".{0,12}") {
            if let Some(day) = parse_day(&text) {
                prop_assert_eq!(Day(day).to_string(), text);
            }
        }
    }
}
