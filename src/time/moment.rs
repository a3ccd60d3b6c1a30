//! Days with a time of day where it is known.

use core::cmp::Ordering;
use core::fmt;
use core::str::FromStr;
use std::error::Error;

use chrono::{NaiveDate, NaiveTime, Timelike as _};
use serde::de::{Deserialize, Deserializer, Unexpected, Visitor};
use serde::ser::{Serialize, Serializer};

use super::date::{Day, parse_day, two_digits};

/// A day, with the time of day where a record gives it.
///
/// As text and in JSON: `2024-05-06`, `2024-05-06T09:30` or `2024-05-06T09:30:00`, local time
/// with no offset, the year in 1900..=2200. Text is strict: leading zeros, a capital `T`, hours
/// 00 to 23, no fractions of a second, no spaces.
///
/// There is no total order, since two moments on one day may not be comparable: use
/// [`order`](Self::order).
///
/// # Examples
///
/// ```
/// use oversight::time::{Moment, NaiveTime, date};
///
/// let vote: Moment = "2024-05-06T09:30".parse()?;
/// assert_eq!(vote.day(), date!(2024, 5, 6));
/// assert_eq!(vote.time(), NaiveTime::from_hms_opt(9, 30, 0));
/// assert_eq!(vote.to_string(), "2024-05-06T09:30");
/// assert!("2024-05-06T09:30Z".parse::<Moment>().is_err());
/// # Ok::<(), oversight::time::MomentFormatError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Moment {
    on: NaiveDate,
    at: Option<NaiveTime>,
}

/// A time that no record can give: [`Moment::at`] cuts to whole seconds.
const CLOSING: Option<NaiveTime> = NaiveTime::from_hms_nano_opt(23, 59, 59, 1_999_999_999);

impl Moment {
    /// Some time on this day.
    ///
    /// # Examples
    ///
    /// ```
    /// use oversight::time::{Moment, date};
    ///
    /// assert_eq!(Moment::on(date!(2024, 5, 6)).time(), None);
    /// ```
    #[must_use]
    pub const fn on(day: NaiveDate) -> Self {
        Self { on: day, at: None }
    }

    /// This time of this day, cut to the whole second.
    ///
    /// # Examples
    ///
    /// ```
    /// use oversight::time::{Moment, NaiveTime, date};
    ///
    /// let start = Moment::at(date!(2024, 5, 6), NaiveTime::from_hms_opt(9, 30, 15).unwrap());
    /// assert_eq!(start.to_string(), "2024-05-06T09:30:15");
    /// ```
    #[must_use]
    pub const fn at(day: NaiveDate, time: NaiveTime) -> Self {
        // Text carries whole seconds only, so a finer value would not survive a round trip.
        let seconds = time.signed_duration_since(NaiveTime::MIN).num_seconds();
        // A leap second at the end of the day counts as second 86 400; it becomes the one before.
        let seconds = if seconds < 86_400 { seconds } else { 86_399 };
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // in 0..86_400
        let at = NaiveTime::from_num_seconds_from_midnight_opt(seconds as u32, 0);
        Self { on: day, at }
    }

    /// The end of this day, after all else that happened on it, whatever its time. Read and written it is the day.
    pub(crate) const fn closing(day: NaiveDate) -> Self {
        Self { on: day, at: CLOSING }
    }

    fn is_closing(self) -> bool {
        self.at.is_some() && self.at == CLOSING
    }

    /// The day.
    ///
    /// # Examples
    ///
    /// ```
    /// use oversight::time::{Moment, date};
    ///
    /// assert_eq!(Moment::on(date!(2024, 5, 6)).day(), date!(2024, 5, 6));
    /// ```
    #[must_use]
    pub const fn day(self) -> NaiveDate {
        self.on
    }

    /// The time of day, where it is known; never finer than a second.
    ///
    /// # Examples
    ///
    /// ```
    /// use oversight::time::{Moment, NaiveTime, date};
    ///
    /// let moment = Moment::at(date!(2024, 5, 6), NaiveTime::MIN);
    /// assert_eq!(moment.time(), Some(NaiveTime::MIN));
    /// ```
    #[must_use]
    pub fn time(self) -> Option<NaiveTime> {
        self.at.filter(|_| !self.is_closing())
    }

    /// Which comes first.
    ///
    /// By days; on one day by times where both are known. `None` on one day where either time is
    /// unknown: the records do not tell.
    ///
    /// # Examples
    ///
    /// ```
    /// use core::cmp::Ordering;
    /// use oversight::time::Moment;
    ///
    /// let order = |a: &str, b: &str| Some(a.parse::<Moment>().ok()?.order(b.parse().ok()?));
    /// assert_eq!(order("2024-05-06", "2024-05-07T08:00"), Some(Some(Ordering::Less)));
    /// assert_eq!(order("2024-05-06T09:00", "2024-05-06T08:00"), Some(Some(Ordering::Greater)));
    /// assert_eq!(order("2024-05-06", "2024-05-06T08:00"), Some(None));
    /// ```
    #[must_use]
    pub fn order(self, other: Self) -> Option<Ordering> {
        match self.on.cmp(&other.on) {
            Ordering::Equal if self.is_closing() || other.is_closing() => {
                Some(self.is_closing().cmp(&other.is_closing()))
            }
            Ordering::Equal => Some(self.at?.cmp(&other.at?)),
            by_day => Some(by_day),
        }
    }
}

impl From<NaiveDate> for Moment {
    fn from(day: NaiveDate) -> Self {
        Self::on(day)
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Day(self.on).fmt(f)?;
        let Some(time) = self.time() else { return Ok(()) };
        write!(f, "T{:02}:{:02}", time.hour(), time.minute())?;
        if time.second() == 0 { Ok(()) } else { write!(f, ":{:02}", time.second()) }
    }
}

impl FromStr for Moment {
    type Err = MomentFormatError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        parse_moment(text).ok_or(MomentFormatError)
    }
}

fn parse_moment(text: &str) -> Option<Moment> {
    let Some((day, time)) = text.split_once('T') else { return parse_day(text).map(Moment::on) };
    let (hour, minute, second) = match *time.as_bytes() {
        [h1, h2, b':', m1, m2] => (two_digits(h1, h2)?, two_digits(m1, m2)?, 0),
        [h1, h2, b':', m1, m2, b':', s1, s2] => {
            (two_digits(h1, h2)?, two_digits(m1, m2)?, two_digits(s1, s2)?)
        }
        _ => return None,
    };
    let time = NaiveTime::from_hms_opt(hour, minute, second)?;
    Some(Moment::at(parse_day(day)?, time))
}

impl Serialize for Moment {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Moment {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Text;

        impl Visitor<'_> for Text {
            type Value = Moment;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(MOMENT_FORM)
            }

            fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Moment, E> {
                parse_moment(text).ok_or_else(|| E::invalid_value(Unexpected::Str(text), &self))
            }
        }

        deserializer.deserialize_str(Text)
    }
}

const MOMENT_FORM: &str =
    "a moment written YYYY-MM-DD, YYYY-MM-DDThh:mm or YYYY-MM-DDThh:mm:ss, from 1900 to 2200";

/// The text was not a [`Moment`] in its strict form.
///
/// # Examples
///
/// ```
/// use oversight::time::{Moment, MomentFormatError};
///
/// assert_eq!("2024-05-06 09:30".parse::<Moment>(), Err(MomentFormatError));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct MomentFormatError;

impl fmt::Display for MomentFormatError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "expected {MOMENT_FORM}")
    }
}

impl Error for MomentFormatError {}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
mod tests {
    use proptest::prelude::*;

    use super::super::date;
    use super::*;

    fn moment(text: &str) -> Moment {
        text.parse().unwrap()
    }

    #[test]
    fn text_forms() {
        for (text, shown) in [
            ("2024-05-06", "2024-05-06"),
            ("2024-05-06T09:30", "2024-05-06T09:30"),
            ("2024-05-06T09:30:00", "2024-05-06T09:30"),
            ("2024-05-06T00:00:01", "2024-05-06T00:00:01"),
            ("2024-05-06T23:59:59", "2024-05-06T23:59:59"),
        ] {
            assert_eq!(moment(text).to_string(), shown);
            let json = serde_json::to_string(&moment(text)).unwrap();
            assert_eq!(json, format!("{shown:?}"));
            assert_eq!(serde_json::from_str::<Moment>(&json).unwrap(), moment(text));
        }
        assert_eq!(Moment::from(date!(2024, 5, 6)), moment("2024-05-06"));
    }

    #[test]
    fn strict_text() {
        for wrong in [
            "",
            "T",
            "2024-5-6",
            "2024-05-06T",
            "2024-05-06T9:30",
            "2024-05-06T09",
            "2024-05-06 09:30",
            "2024-05-06t09:30",
            "2024-05-06T09:30Z",
            "2024-05-06T09:30+08:00",
            "2024-05-06T09:30:00.0",
            "2024-05-06T24:00",
            "2024-05-06T23:60",
            "2024-05-06T23:59:60",
            "2024-05-06T09:30:0",
            "2024-05-06TT9:30",
            "2024-05-06T09：30",
            "2024-05-06T+9:30",
            "1899-05-06T09:30",
            "2201-05-06T09:30",
            "2023-02-29T09:30",
            " 2024-05-06T09:30",
            "2024-05-06T09:30 ",
            "T09:30",
        ] {
            assert_eq!(wrong.parse::<Moment>(), Err(MomentFormatError), "{wrong:?}");
            let json = serde_json::to_string(wrong).unwrap();
            assert!(serde_json::from_str::<Moment>(&json).is_err(), "{wrong:?}");
        }
        for wrong in ["1714953600", "null", "{}", r#"["2024-05-06"]"#] {
            assert!(serde_json::from_str::<Moment>(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn whole_seconds() {
        let fine = NaiveTime::from_hms_milli_opt(9, 30, 15, 750).unwrap();
        assert_eq!(Moment::at(date!(2024, 5, 6), fine), moment("2024-05-06T09:30:15"));
        let leap = NaiveTime::from_hms_milli_opt(23, 59, 59, 1500).unwrap();
        assert_eq!(Moment::at(date!(2024, 5, 6), leap), moment("2024-05-06T23:59:59"));
    }

    #[test]
    fn order_within_a_day_needs_both_times() {
        let (day, nine, ten) =
            (moment("2024-05-06"), moment("2024-05-06T09:00"), moment("2024-05-06T10:00"));
        assert_eq!(nine.order(ten), Some(Ordering::Less));
        assert_eq!(ten.order(nine), Some(Ordering::Greater));
        assert_eq!(nine.order(nine), Some(Ordering::Equal));
        assert_eq!(day.order(nine), None);
        assert_eq!(nine.order(day), None);
        assert_eq!(day.order(day), None);
        assert_eq!(ten.order(moment("2024-05-07")), Some(Ordering::Less));
        assert_eq!(moment("2024-05-07").order(ten), Some(Ordering::Greater));
    }

    proptest! {
        #[test]
        fn round_trips_and_reverses(
            days in 0..400_u64,
            seconds in proptest::option::of(0..86_400_u32),
            other in 0..400_u64,
        ) {
            let on = |n| date!(2024, 1, 1) + chrono::Days::new(n);
            let moment = match seconds {
                Some(s) => Moment::at(
                    on(days),
                    NaiveTime::from_num_seconds_from_midnight_opt(s, 0).unwrap(),
                ),
                None => Moment::on(on(days)),
            };
            prop_assert_eq!(moment.to_string().parse(), Ok(moment));
            let other = Moment::on(on(other));
            prop_assert_eq!(moment.order(other), other.order(moment).map(Ordering::reverse));
        }

        #[test]
        fn any_text_is_handled(text in "[0-9T: -]{0,22}") {
            if let Ok(moment) = text.parse::<Moment>() {
                prop_assert!(text.starts_with(&moment.to_string()));
            }
        }
    }
}
