//! Periods of the calendar in which a duty returns, and pairs of powers that may not lie in one hand.

use chrono::{Datelike as _, Days};

use crate::{facts::PowerKind, shape::choice, time::NaiveDate};

choice! {
    /// A period of the calendar in which a duty falls due again.
    pub enum Period {
        /// A calendar year.
        Year => "year",
        /// A calendar half-year: January to June, July to December.
        HalfYear => "half_year",
        /// A calendar quarter.
        Quarter => "quarter",
        /// A calendar month.
        Month => "month",
    }
}

impl Period {
    const fn months(self) -> u32 {
        match self {
            Self::Year => 12,
            Self::HalfYear => 6,
            Self::Quarter => 3,
            Self::Month => 1,
        }
    }

    /// The period that a day lies in: its first and its last day.
    ///
    /// ```
    /// use oversight::{policy::Period, time::date};
    /// let half = Period::HalfYear.around(date!(2024, 6, 30)).unwrap();
    /// assert_eq!(half, (date!(2024, 1, 1), date!(2024, 6, 30)));
    /// ```
    #[must_use]
    pub fn around(self, day: NaiveDate) -> Option<(NaiveDate, NaiveDate)> {
        let months = self.months();
        let first = NaiveDate::from_ymd_opt(day.year(), day.month0() / months * months + 1, 1)?;
        let next = first.checked_add_months(chrono::Months::new(months))?;
        Some((first, next.checked_sub_days(Days::new(1))?))
    }

    /// The periods that end on a day or later and begin on another or earlier, in order.
    pub(crate) fn between(
        self,
        from: NaiveDate,
        until: NaiveDate,
    ) -> impl Iterator<Item = (NaiveDate, NaiveDate)> {
        let mut next = self.around(from);
        std::iter::from_fn(move || {
            let it = next.filter(|it| it.0 <= until)?;
            next = it.1.succ_opt().and_then(|day| self.around(day));
            Some(it)
        })
    }
}

choice! {
    /// Two kinds of power that the policy keeps out of one hand.
    pub enum PowerPair {
        /// Deciding and carrying out.
        DecisionExecution => "decision_execution",
        /// Deciding and supervising.
        DecisionSupervision => "decision_supervision",
        /// Carrying out and supervising.
        ExecutionSupervision => "execution_supervision",
    }
}

impl PowerPair {
    pub(crate) const fn kinds(self) -> [PowerKind; 2] {
        match self {
            Self::DecisionExecution => [PowerKind::Decision, PowerKind::Execution],
            Self::DecisionSupervision => [PowerKind::Decision, PowerKind::Supervision],
            Self::ExecutionSupervision => [PowerKind::Execution, PowerKind::Supervision],
        }
    }
}

choice! {
    /// Who owes a monthly return.
    pub enum ReturnUnit {
        /// Each person.
        Person => "person",
        /// Each department.
        Department => "department",
    }
}
