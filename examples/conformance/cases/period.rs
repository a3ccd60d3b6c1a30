//! The period of a subject as a case says it.

use std::fmt;

use oversight::time::{Day, NaiveDate};
use serde::Deserialize;

/// A first and a last day, however they are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(try_from = "Written")]
pub(super) struct Period {
    pub(super) first: NaiveDate,
    pub(super) last: NaiveDate,
}

#[derive(Deserialize)]
#[serde(
    untagged,
    expecting = "a period is text such as 2024, 2024-H1, 2024-Q3 or 2024-05, or has a `first` and a `last` day"
)]
enum Written {
    Text(String),
    Days(FirstAndLast),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FirstAndLast {
    first: Day,
    last: Day,
}

impl TryFrom<Written> for Period {
    type Error = String;

    fn try_from(written: Written) -> Result<Self, String> {
        match written {
            Written::Text(text) => Self::named(&text).ok_or_else(|| {
                format!("a period is 2024, 2024-H1, 2024-Q3 or 2024-05, in such a form; not {text}")
            }),
            Written::Days(FirstAndLast { first, last }) if first <= last => {
                Ok(Self { first: first.0, last: last.0 })
            }
            Written::Days(FirstAndLast { first, last }) => {
                Err(format!("a period cannot end on {last} before it begins on {first}"))
            }
        }
    }
}

impl Period {
    /// A year, a half-year, a quarter or a month.
    fn named(text: &str) -> Option<Self> {
        let (year, part) = text.split_once('-').unwrap_or((text, "H0"));
        let digits =
            |it: &str, count| it.len() == count && it.bytes().all(|digit| digit.is_ascii_digit());
        if !digits(year, 4) {
            return None;
        }
        let year: i32 = year.parse().ok()?;
        let (first_month, months) = match part {
            "H0" if !text.contains('-') => (1, 12),
            "H1" => (1, 6),
            "H2" => (7, 6),
            "Q1" => (1, 3),
            "Q2" => (4, 3),
            "Q3" => (7, 3),
            "Q4" => (10, 3),
            month if digits(month, 2) => (month.parse().ok()?, 1),
            _ => return None,
        };
        let first = NaiveDate::from_ymd_opt(year, first_month, 1)?;
        let next = match first_month + months {
            13 => NaiveDate::from_ymd_opt(year + 1, 1, 1),
            month => NaiveDate::from_ymd_opt(year, month, 1),
        };
        Some(Self { first, last: next?.pred_opt()? })
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}..{}", self.first, self.last)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn however_a_period_is_written_it_has_a_first_and_a_last_day() {
        for (written, days) in [
            (r#""2024""#, "2024-01-01..2024-12-31"),
            (r#""2024-H1""#, "2024-01-01..2024-06-30"),
            (r#""2024-H2""#, "2024-07-01..2024-12-31"),
            (r#""2024-Q3""#, "2024-07-01..2024-09-30"),
            (r#""2024-Q4""#, "2024-10-01..2024-12-31"),
            (r#""2024-02""#, "2024-02-01..2024-02-29"),
            (r#""2024-12""#, "2024-12-01..2024-12-31"),
            (r#"{"first": "2024-03-05", "last": "2024-03-05"}"#, "2024-03-05..2024-03-05"),
        ] {
            assert_eq!(serde_json::from_str::<Period>(written).unwrap().to_string(), days);
        }
        for written in [
            r#""24""#,
            r#""2024-""#,
            r#""2024-H0""#,
            r#""2024-H3""#,
            r#""2024-Q5""#,
            r#""2024-13""#,
            r#""2024-5""#,
            r#""2024-00""#,
            r#""2024-05-06""#,
            "2024",
            r#"{"first": "2024-03-05"}"#,
            r#"{"first": "2024-03-05", "last": "2024-03-04"}"#,
            r#"{"first": "2024-03-05", "last": "2024-03-06", "to": 1}"#,
        ] {
            assert!(serde_json::from_str::<Period>(written).is_err(), "{written}");
        }
    }
}
