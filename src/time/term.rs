//! How long a duty may take.

use chrono::{Datelike as _, Days, NaiveDate};
use serde::{Deserialize, Serialize};

use super::calendar::{Calendar, NotCovered, NotCoveredReason};
use super::date::{LAST_YEAR, add_months};

/// How long a duty may take, counted from an event whose own day is not counted.
///
/// In JSON `{"working_days": 5}`, `{"calendar_days": 30}` or `{"months": 3}`.
///
/// # Examples
///
/// ```
/// use oversight::time::{Calendar, Term, date};
///
/// let calendar = Calendar::national();
/// // From Thursday: Friday, Sunday 23 April (a make-up day), Monday.
/// assert_eq!(Term::WorkingDays(3).due(date!(2023, 4, 20), &calendar)?, date!(2023, 4, 24));
/// assert_eq!(Term::CalendarDays(30).due(date!(2023, 4, 20), &calendar)?, date!(2023, 5, 20));
/// assert_eq!(Term::Months(1).due(date!(2024, 1, 31), &calendar)?, date!(2024, 2, 29));
/// # Ok::<(), oversight::time::NotCovered>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Term {
    /// So many working days.
    WorkingDays(u32),
    /// So many calendar days, days off included.
    CalendarDays(u32),
    /// So many months, ending on the corresponding day or the month's last day.
    Months(u32),
}

impl Term {
    /// The last day on which the duty is in time, for an event on `from`.
    ///
    /// The day of the event is not counted; a term of zero ends on `from` itself. Calendar days
    /// and months end where they end: moving an end that falls on a day off to the next working
    /// day is the rule of civil law (民法典 203), which reaches these duties by analogy only, and
    /// is not applied. They never consult the calendar.
    ///
    /// # Errors
    ///
    /// [`NotCovered`] when working days would have to be counted over days the calendar does not
    /// decide, or when calendar days or months would end after the year 2200
    /// ([`NotCoveredReason::TooFar`], with `from` as the day).
    ///
    /// # Examples
    ///
    /// ```
    /// use oversight::time::{Calendar, NotCoveredReason, Term, date};
    ///
    /// let far = Term::Months(u32::MAX).due(date!(2024, 1, 1), &Calendar::national());
    /// assert_eq!(far.map_err(|error| error.reason), Err(NotCoveredReason::TooFar));
    /// ```
    pub fn due(self, from: NaiveDate, calendar: &Calendar) -> Result<NaiveDate, NotCovered> {
        let end = match self {
            Self::WorkingDays(n) => return calendar.add_working_days(from, n),
            Self::CalendarDays(0) | Self::Months(0) => return Ok(from),
            Self::CalendarDays(n) => from.checked_add_days(Days::new(u64::from(n))),
            Self::Months(n) => add_months(from, n),
        };
        end.filter(|day| day.year() <= LAST_YEAR)
            .ok_or(NotCovered { day: from, reason: NotCoveredReason::TooFar })
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
mod tests {
    use proptest::prelude::*;

    use super::super::{Region, date};
    use super::*;

    #[test]
    fn json() {
        for (term, text) in [
            (Term::WorkingDays(5), r#"{"working_days":5}"#),
            (Term::CalendarDays(30), r#"{"calendar_days":30}"#),
            (Term::Months(3), r#"{"months":3}"#),
        ] {
            assert_eq!(serde_json::to_string(&term).unwrap(), text);
            assert_eq!(serde_json::from_str::<Term>(text).unwrap(), term);
        }
        for wrong in [
            r#"{"days":5}"#,
            r#"{"working_days":-1}"#,
            r#"{"working_days":1.5}"#,
            r#"{"working_days":"5"}"#,
            r#"{"working_days":5,"months":1}"#,
            r#"{"WorkingDays":5}"#,
            "5",
            "{}",
        ] {
            assert!(serde_json::from_str::<Term>(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn ends() {
        let national = Calendar::national();
        let due = |term: Term, from| term.due(from, &national);
        assert_eq!(due(Term::CalendarDays(30), date!(2024, 1, 1)), Ok(date!(2024, 1, 31)));
        // Ends on a Saturday and stays there.
        assert_eq!(due(Term::CalendarDays(5), date!(2024, 5, 13)), Ok(date!(2024, 5, 18)));
        assert_eq!(due(Term::Months(3), date!(2024, 11, 30)), Ok(date!(2025, 2, 28)));
        assert_eq!(due(Term::WorkingDays(5), date!(2026, 2, 12)), Ok(date!(2026, 2, 26)));
        for zero in [Term::WorkingDays(0), Term::CalendarDays(0), Term::Months(0)] {
            assert_eq!(due(zero, date!(1950, 1, 1)), Ok(date!(1950, 1, 1)));
        }
        let guangxi = Calendar::for_region(Region::Guangxi);
        assert_eq!(Term::WorkingDays(3).due(date!(2023, 4, 20), &guangxi), Ok(date!(2023, 4, 26)));
    }

    #[test]
    fn too_far() {
        let national = Calendar::national();
        let from = date!(2024, 1, 1);
        let far = Err(NotCovered { day: from, reason: NotCoveredReason::TooFar });
        assert_eq!(Term::CalendarDays(u32::MAX).due(from, &national), far);
        assert_eq!(Term::Months(u32::MAX).due(from, &national), far);
        assert_eq!(Term::Months(177 * 12).due(from, &national), far);
        assert_eq!(Term::Months(176 * 12).due(from, &national), Ok(date!(2200, 1, 1)));
        assert!(Term::WorkingDays(u32::MAX).due(from, &national).is_err());
        for term in [Term::CalendarDays(1), Term::Months(1), Term::WorkingDays(1)] {
            assert!(term.due(NaiveDate::MAX, &national).is_err());
        }
    }

    proptest! {
        #[test]
        fn never_panics_never_before(days in -80_000_000..80_000_000_i64, n: u32, kind in 0..3_u8) {
            let from = NaiveDate::default()
                .checked_add_signed(chrono::TimeDelta::days(days))
                .unwrap_or_default();
            let term = match kind {
                0 => Term::WorkingDays(n),
                1 => Term::CalendarDays(n),
                _ => Term::Months(n),
            };
            if let Ok(end) = term.due(from, &Calendar::national()) {
                prop_assert!(end >= from);
            }
        }
    }
}
