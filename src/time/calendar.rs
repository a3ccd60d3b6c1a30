//! Which days are worked.

use core::fmt;
use std::error::Error;

use chrono::{Datelike as _, NaiveDate};
use serde::{Deserialize, Deserializer, Serialize};

use super::date::{Day, FIRST_YEAR, LAST_YEAR, date};

/// Where a calendar applies.
///
/// In JSON `"national"` or `"guangxi"`.
///
/// # Examples
///
/// ```
/// use oversight::time::Region;
///
/// assert_eq!(serde_json::to_string(&Region::Guangxi)?, r#""guangxi""#);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Region {
    /// The State Council's arrangement, with no local holidays.
    #[default]
    National,
    /// The same with Guangxi's own holiday 壮族三月三, fixed each year by the region.
    Guangxi,
}

impl Region {
    /// Whether the region's own holidays of the year could touch this day.
    ///
    /// The holiday has been set next to the lunar date, and has moved nearby make-up days both
    /// ways (in 2017 as far as nine days after it), so weekends are as open as weekdays.
    fn may_differ_on(self, day: NaiveDate) -> bool {
        match self {
            Self::National => false,
            Self::Guangxi => match for_year(&THIRD_OF_THIRD, day.year()) {
                Some(third) => day.signed_duration_since(third.0).num_days().abs() <= 10,
                // The third of the third lunar month falls between 23 March and 23 April.
                None => ((3, 13)..=(5, 3)).contains(&(day.month(), day.day())),
            },
        }
    }
}

/// By its word alone; a derived reader would also take an object for a word.
impl<'de> Deserialize<'de> for Region {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Word;
        impl serde::de::Visitor<'_> for Word {
            type Value = Region;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("`national` or `guangxi`")
            }

            fn visit_str<E: serde::de::Error>(self, word: &str) -> Result<Region, E> {
                match word {
                    "national" => Ok(Region::National),
                    "guangxi" => Ok(Region::Guangxi),
                    _ => Err(E::unknown_variant("another word", &["national", "guangxi"])),
                }
            }
        }
        deserializer.deserialize_str(Word)
    }
}

impl fmt::Display for Region {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::National => "national",
            Self::Guangxi => "Guangxi",
        })
    }
}

/// The working-day calendar of one region.
///
/// A calendar holds exceptions to Monday to Friday, year by year. Built in are the national years
/// 2020 to 2026, from the State Council's notices, and Guangxi's own days off of 2023. Further
/// years, corrections and regional days are added with [`with_year`](Self::with_year).
///
/// **A calendar refuses rather than guesses.** Every question that depends on a day it does not
/// know gives [`NotCovered`]: a day of a year without a national arrangement, or, in a region, a
/// day near the regional holiday of a year for which the region's own arrangement is missing. For
/// Guangxi that is the lunar third of the third month and the ten days either side of it.
///
/// A notice for one year may move days of the December before or the January after. The last
/// days of December of the last known year are therefore as known so far.
///
/// Queries do not allocate.
///
/// # Examples
///
/// ```
/// use oversight::time::{Calendar, NotCoveredReason, Region, date};
///
/// let national = Calendar::national();
/// // Sunday 23 April 2023 was a make-up working day, but a day off in Guangxi.
/// assert_eq!(national.is_working_day(date!(2023, 4, 23)), Ok(true));
/// let guangxi = Calendar::for_region(Region::Guangxi);
/// assert_eq!(guangxi.is_working_day(date!(2023, 4, 23)), Ok(false));
///
/// let unknown = national.is_working_day(date!(2031, 1, 1)).unwrap_err();
/// assert_eq!(unknown.reason, NotCoveredReason::YearUnknown);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Calendar {
    region: Region,
    /// Sorted by region and year, one entry each, the lists in each sorted.
    years: Vec<CalendarYear>,
}

impl Calendar {
    /// The national calendar with the years built in.
    ///
    /// # Examples
    ///
    /// ```
    /// use oversight::time::{Calendar, date};
    ///
    /// let calendar = Calendar::national();
    /// assert_eq!(calendar.count_working_days(date!(2023, 12, 31), date!(2024, 12, 31)), Ok(251));
    /// ```
    #[must_use]
    pub const fn national() -> Self {
        Self::for_region(Region::National)
    }

    /// The calendar of a region with the years built in.
    ///
    /// # Examples
    ///
    /// ```
    /// use oversight::time::{Calendar, Region, date};
    ///
    /// let calendar = Calendar::for_region(Region::Guangxi);
    /// assert_eq!(calendar.count_working_days(date!(2022, 12, 31), date!(2023, 12, 31)), Ok(247));
    /// // How Guangxi spent the holiday of 2025 is not built in.
    /// assert!(calendar.count_working_days(date!(2024, 12, 31), date!(2025, 12, 31)).is_err());
    /// ```
    #[must_use]
    pub const fn for_region(region: Region) -> Self {
        Self { region, years: Vec::new() }
    }

    /// The region this calendar answers for.
    ///
    /// # Examples
    ///
    /// ```
    /// use oversight::time::{Calendar, Region};
    ///
    /// assert_eq!(Calendar::national().region(), Region::National);
    /// ```
    #[must_use]
    pub const fn region(&self) -> Region {
        self.region
    }

    /// Adds a year's arrangement, or replaces the one held for that year and region.
    ///
    /// A national year replaces the built-in one as a whole. A regional year is laid over the
    /// national one: a day it names is as it says. An entry with empty lists is knowledge too: no
    /// exceptions that year. Arrangements of a region other than the calendar's are kept but not
    /// used.
    ///
    /// Where two years of one region name the same day, the later year's notice decides if it
    /// speaks of the December before, and otherwise the day's own year.
    ///
    /// # Errors
    ///
    /// [`CalendarError`] with every fault of the entry; see [`CalendarFaultKind`].
    ///
    /// # Examples
    ///
    /// ```
    /// use oversight::time::{Calendar, CalendarYear, Day, Region, date};
    ///
    /// let own_days = CalendarYear {
    ///     year: 2025,
    ///     region: Region::Guangxi,
    ///     off: vec![Day(date!(2025, 3, 31)), Day(date!(2025, 4, 1))],
    ///     worked: vec![],
    ///     source: "example, not the real arrangement".to_owned(),
    ///     published_on: None,
    /// };
    /// let calendar = Calendar::for_region(Region::Guangxi).with_year(own_days)?;
    /// assert_eq!(calendar.is_working_day(date!(2025, 3, 31)), Ok(false));
    /// assert_eq!(calendar.is_working_day(date!(2025, 4, 2)), Ok(true));
    /// # Ok::<(), oversight::time::CalendarError>(())
    /// ```
    pub fn with_year(mut self, mut year: CalendarYear) -> Result<Self, CalendarError> {
        let faults = year.faults();
        if !faults.is_empty() {
            return Err(CalendarError { year: year.year, region: year.region, faults });
        }
        year.off.sort_unstable();
        year.worked.sort_unstable();
        match self.find(year.region, year.year) {
            Ok(index) => {
                if let Some(held) = self.years.get_mut(index) {
                    *held = year;
                }
            }
            Err(index) => self.years.insert(index, year),
        }
        Ok(self)
    }

    /// Where a year's arrangement comes from: the national one for [`Region::National`], a
    /// region's own for that region.
    ///
    /// `None` when the calendar does not hold that arrangement.
    ///
    /// # Examples
    ///
    /// ```
    /// use oversight::time::{Calendar, Region, date};
    ///
    /// let notice = Calendar::national().notice(Region::National, 2026).map(|n| n.published_on);
    /// assert_eq!(notice, Some(Some(date!(2025, 11, 4))));
    /// ```
    #[must_use]
    pub fn notice(&self, region: Region, year: i32) -> Option<Notice<'_>> {
        self.table(region, year).map(|table| table.notice)
    }

    /// Whether the calendar can say of this day whether it is worked.
    ///
    /// # Examples
    ///
    /// ```
    /// use oversight::time::{Calendar, date};
    ///
    /// assert!(Calendar::national().covers(date!(2026, 12, 31)));
    /// assert!(!Calendar::national().covers(date!(2027, 1, 1)));
    /// ```
    #[must_use]
    pub fn covers(&self, day: NaiveDate) -> bool {
        self.is_working_day(day).is_ok()
    }

    /// Whether this day is worked.
    ///
    /// # Errors
    ///
    /// [`NotCovered`] when the calendar does not know.
    ///
    /// # Examples
    ///
    /// ```
    /// use oversight::time::{Calendar, date};
    ///
    /// let calendar = Calendar::national();
    /// assert_eq!(calendar.is_working_day(date!(2026, 2, 14)), Ok(true)); // a make-up Saturday
    /// assert_eq!(calendar.is_working_day(date!(2026, 2, 16)), Ok(false)); // Spring Festival
    /// ```
    pub fn is_working_day(&self, day: NaiveDate) -> Result<bool, NotCovered> {
        let year = day.year();
        if self.table(Region::National, year).is_none() {
            return Err(NotCovered { day, reason: NotCoveredReason::YearUnknown });
        }
        if self.region != Region::National {
            if self.region.may_differ_on(day) && self.table(self.region, year).is_none() {
                return Err(NotCovered { day, reason: NotCoveredReason::OverlayMissing });
            }
            if let Some(worked) = self.stated(self.region, day) {
                return Ok(worked);
            }
        }
        Ok(self.stated(Region::National, day).unwrap_or_else(|| !is_weekend(day)))
    }

    /// The `n`-th working day after `from`; `from` itself is not counted, and `n` = 0 gives it
    /// back whether it is worked or not.
    ///
    /// The inverse of [`count_working_days`](Self::count_working_days): the count after `from`
    /// through the result is `n`.
    ///
    /// # Errors
    ///
    /// [`NotCovered`] for the first day after `from`, through the result, that the calendar does
    /// not know. Days beyond the result do not matter.
    ///
    /// # Examples
    ///
    /// ```
    /// use oversight::time::{Calendar, date};
    ///
    /// let calendar = Calendar::national();
    /// // Friday 13 and Saturday 14 February 2026 are worked, then nine days are off.
    /// assert_eq!(calendar.add_working_days(date!(2026, 2, 13), 2), Ok(date!(2026, 2, 24)));
    /// ```
    pub fn add_working_days(&self, from: NaiveDate, n: u32) -> Result<NaiveDate, NotCovered> {
        self.walk(from, n, |day| day.succ_opt())
    }

    /// The `n`-th working day before `from`; `from` itself is not counted, and `n` = 0 gives it
    /// back whether it is worked or not.
    ///
    /// # Errors
    ///
    /// [`NotCovered`] for the first day met, going back from `from` through the result, that the
    /// calendar does not know.
    ///
    /// # Examples
    ///
    /// ```
    /// use oversight::time::{Calendar, date};
    ///
    /// let calendar = Calendar::national();
    /// assert_eq!(calendar.subtract_working_days(date!(2026, 2, 24), 2), Ok(date!(2026, 2, 13)));
    /// ```
    pub fn subtract_working_days(&self, from: NaiveDate, n: u32) -> Result<NaiveDate, NotCovered> {
        self.walk(from, n, |day| day.pred_opt())
    }

    /// How many working days lie after `after`, through `through`: the first not counted, the
    /// second counted.
    ///
    /// Zero when `through` is not later than `after`, whatever the calendar knows.
    ///
    /// # Errors
    ///
    /// [`NotCovered`] for the first day in that stretch that the calendar does not know.
    ///
    /// # Examples
    ///
    /// ```
    /// use oversight::time::{Calendar, date};
    ///
    /// let calendar = Calendar::national();
    /// assert_eq!(calendar.count_working_days(date!(2026, 2, 13), date!(2026, 2, 24)), Ok(2));
    /// assert_eq!(calendar.count_working_days(date!(2026, 2, 24), date!(2026, 2, 13)), Ok(0));
    /// ```
    pub fn count_working_days(
        &self,
        after: NaiveDate,
        through: NaiveDate,
    ) -> Result<u32, NotCovered> {
        let mut count = 0;
        let mut day = after;
        while day < through {
            // A later day exists, since `through` is one.
            day = day.succ_opt().unwrap_or(through);
            count += u32::from(self.is_working_day(day)?);
        }
        Ok(count)
    }

    /// The `n`-th working day from `from` on, `from` itself being the first if it is worked;
    /// `n` = 0 gives `from` back.
    ///
    /// The way a public notice is usually counted: put up on a working day, that day is the first.
    /// The stricter way, which does not count it, is [`add_working_days`](Self::add_working_days).
    ///
    /// # Errors
    ///
    /// [`NotCovered`] for the first day from `from` through the result that the calendar does not
    /// know.
    ///
    /// # Examples
    ///
    /// ```
    /// use oversight::time::{Calendar, Region, date};
    ///
    /// let put_up = date!(2023, 4, 20);
    /// let national = Calendar::national();
    /// assert_eq!(national.nth_working_day_counting(put_up, 5), Ok(date!(2023, 4, 25)));
    /// let guangxi = Calendar::for_region(Region::Guangxi);
    /// assert_eq!(guangxi.nth_working_day_counting(put_up, 5), Ok(date!(2023, 4, 27)));
    /// ```
    pub fn nth_working_day_counting(
        &self,
        from: NaiveDate,
        n: u32,
    ) -> Result<NaiveDate, NotCovered> {
        if n == 0 {
            return Ok(from);
        }
        let counted = u32::from(self.is_working_day(from)?);
        self.add_working_days(from, n - counted)
    }

    /// Steps from day to day until `n` working days have been met.
    ///
    /// Ends for every `n`: only a few centuries can be covered.
    fn walk(
        &self,
        from: NaiveDate,
        n: u32,
        step: impl Fn(NaiveDate) -> Option<NaiveDate>,
    ) -> Result<NaiveDate, NotCovered> {
        let mut day = from;
        let mut left = n;
        while left > 0 {
            day = step(day).ok_or(NotCovered { day, reason: NotCoveredReason::TooFar })?;
            left -= u32::from(self.is_working_day(day)?);
        }
        Ok(day)
    }

    /// What the region's notices say of this day, if they name it.
    fn stated(&self, region: Region, day: NaiveDate) -> Option<bool> {
        let year = day.year();
        let says = |year| self.table(region, year).and_then(|table| table.says(day));
        // Only around the turn of the year can another year's notice name the day.
        let by_next = if day.month() == 12 { says(year + 1) } else { None };
        by_next
            .or_else(|| says(year))
            .or_else(|| if day.month() == 1 { says(year - 1) } else { None })
    }

    fn table(&self, region: Region, year: i32) -> Option<Table<'_>> {
        match self.find(region, year) {
            Ok(index) => self.years.get(index).map(CalendarYear::table),
            Err(_) => builtin(region, year),
        }
    }

    fn find(&self, region: Region, year: i32) -> Result<usize, usize> {
        self.years.binary_search_by_key(&(region, year), |held| (held.region, held.year))
    }
}

fn is_weekend(day: NaiveDate) -> bool {
    day.weekday().num_days_from_monday() >= 5
}

/// Where a year's arrangement comes from.
///
/// # Examples
///
/// ```
/// use oversight::time::{Calendar, Region};
///
/// let calendar = Calendar::national();
/// let notice = calendar.notice(Region::National, 2023).map(|notice| notice.source);
/// assert_eq!(notice, Some("国办发明电〔2022〕16号"));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Notice<'a> {
    /// The notice, by its document number where it is known.
    pub source: &'a str,
    /// The day it was issued or published, where it is known.
    pub published_on: Option<NaiveDate>,
}

/// One year's exceptions, each list sorted.
#[derive(Clone, Copy)]
struct Table<'a> {
    off: &'a [Day],
    worked: &'a [Day],
    notice: Notice<'a>,
}

impl Table<'_> {
    fn says(&self, day: NaiveDate) -> Option<bool> {
        if self.off.binary_search(&Day(day)).is_ok() {
            Some(false)
        } else if self.worked.binary_search(&Day(day)).is_ok() {
            Some(true)
        } else {
            None
        }
    }
}

/// One year's arrangement for one region: the exceptions to Monday to Friday.
///
/// In JSON every field but `published_on` must be given, and none may be added.
///
/// # Examples
///
/// ```
/// use oversight::time::{Calendar, CalendarYear};
///
/// let year: CalendarYear = serde_json::from_str(
///     r#"{
///         "year": 2027, "region": "national",
///         "off": ["2027-01-01"], "worked": [],
///         "source": "example, not the real arrangement"
///     }"#,
/// )?;
/// assert!(Calendar::national().with_year(year).is_ok());
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CalendarYear {
    /// The year arranged, in 1900..=2200.
    pub year: i32,
    /// Where it applies.
    pub region: Region,
    /// Days off that would be worked otherwise. Nationally these are weekdays; in a region they
    /// may also be weekend days that the nation works.
    pub off: Vec<Day>,
    /// Days worked that would be off otherwise. Nationally these are Saturdays and Sundays.
    pub worked: Vec<Day>,
    /// The notice the arrangement comes from; not blank.
    pub source: String,
    /// The day the notice was issued or published, where it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published_on: Option<Day>,
}

impl CalendarYear {
    fn table(&self) -> Table<'_> {
        Table {
            off: &self.off,
            worked: &self.worked,
            notice: Notice {
                source: &self.source,
                published_on: self.published_on.map(NaiveDate::from),
            },
        }
    }

    fn faults(&self) -> Vec<CalendarFault> {
        let mut faults = Vec::new();
        let mut fault = |field, index, kind| faults.push(CalendarFault { field, index, kind });
        if !(FIRST_YEAR..=LAST_YEAR).contains(&self.year) {
            fault("year", None, CalendarFaultKind::YearOutOfRange);
        }
        if self.source.trim().is_empty() {
            fault("source", None, CalendarFaultKind::BlankSource);
        }
        for (field, days) in [("off", &self.off), ("worked", &self.worked)] {
            let mut seen = std::collections::BTreeSet::new();
            for (index, day) in days.iter().enumerate() {
                let mut fault = |kind| fault(field, Some(index), kind);
                if !self.may_name(day.0) {
                    fault(CalendarFaultKind::OutsideYear);
                }
                if !seen.insert(day) {
                    fault(CalendarFaultKind::Repeated);
                }
                if self.region == Region::National {
                    match (field, is_weekend(day.0)) {
                        ("off", true) => fault(CalendarFaultKind::OffOnWeekend),
                        ("worked", false) => fault(CalendarFaultKind::WorkedOnWeekday),
                        _ => {}
                    }
                }
            }
        }
        let off: std::collections::BTreeSet<_> = self.off.iter().collect();
        for (index, _) in self.worked.iter().enumerate().filter(|(_, day)| off.contains(day)) {
            fault("worked", Some(index), CalendarFaultKind::AlsoOff);
        }
        faults
    }

    /// Whether the day lies in the year, the December before or the January after.
    fn may_name(&self, day: NaiveDate) -> bool {
        match i64::from(day.year()) - i64::from(self.year) {
            0 => true,
            1 => day.month() == 1,
            -1 => day.month() == 12,
            _ => false,
        }
    }
}

/// A year's arrangement that [`Calendar::with_year`] refused, with every fault found.
///
/// # Examples
///
/// ```
/// use oversight::time::{Calendar, CalendarFaultKind, CalendarYear, Day, Region, date};
///
/// let year = CalendarYear {
///     year: 2027,
///     region: Region::National,
///     off: vec![Day(date!(2027, 1, 2)), Day(date!(2029, 1, 1))],
///     worked: vec![],
///     source: "example".to_owned(),
///     published_on: None,
/// };
/// let error = Calendar::national().with_year(year).unwrap_err();
/// let kinds: Vec<_> = error.faults.iter().map(|f| (f.field, f.index, f.kind)).collect();
/// assert_eq!(
///     kinds,
///     [
///         ("off", Some(0), CalendarFaultKind::OffOnWeekend),
///         ("off", Some(1), CalendarFaultKind::OutsideYear),
///     ]
/// );
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct CalendarError {
    /// The year of the entry.
    pub year: i32,
    /// The region of the entry.
    pub region: Region,
    /// All its faults, at least one: those of `year` and `source`, then of the lists.
    pub faults: Vec<CalendarFault>,
}

impl fmt::Display for CalendarError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "calendar year {} ({}): ", self.year, self.region)?;
        for (index, fault) in self.faults.iter().enumerate() {
            let comma = if index == 0 { "" } else { "; " };
            write!(f, "{comma}{fault}")?;
        }
        Ok(())
    }
}

impl Error for CalendarError {}

/// One fault of a year's arrangement.
///
/// # Examples
///
/// ```
/// use oversight::time::{CalendarFault, CalendarFaultKind};
///
/// let fault =
///     CalendarFault { field: "off", index: Some(3), kind: CalendarFaultKind::Repeated };
/// assert_eq!(fault.to_string(), "off[3]: the day is listed twice");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct CalendarFault {
    /// The field of [`CalendarYear`], by its name.
    pub field: &'static str,
    /// The place in the list, from 0; `None` where the field is not a list.
    pub index: Option<usize>,
    /// What is wrong.
    pub kind: CalendarFaultKind,
}

impl fmt::Display for CalendarFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.field)?;
        if let Some(index) = self.index {
            write!(f, "[{index}]")?;
        }
        write!(f, ": {}", self.kind)
    }
}

/// What can be wrong with a year's arrangement.
///
/// # Examples
///
/// ```
/// use oversight::time::CalendarFaultKind;
///
/// assert_eq!(CalendarFaultKind::BlankSource.to_string(), "no source is given");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum CalendarFaultKind {
    /// The year is not in 1900..=2200.
    YearOutOfRange,
    /// The source is empty or blank.
    BlankSource,
    /// The day lies neither in the year nor in the December before or the January after.
    OutsideYear,
    /// The day was listed before in the same list.
    Repeated,
    /// The day is listed both as off and as worked.
    AlsoOff,
    /// A national day off that is a Saturday or Sunday, so no exception.
    OffOnWeekend,
    /// A national make-up day that is a weekday, so no exception.
    WorkedOnWeekday,
}

impl fmt::Display for CalendarFaultKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::YearOutOfRange => "the year is not from 1900 to 2200",
            Self::BlankSource => "no source is given",
            Self::OutsideYear => {
                "the day is not in the year, the December before or the January after"
            }
            Self::Repeated => "the day is listed twice",
            Self::AlsoOff => "the day is listed as off too",
            Self::OffOnWeekend => "a weekend day is off anyway",
            Self::WorkedOnWeekday => "a weekday is worked anyway",
        })
    }
}

/// A question about working days that the calendar cannot answer.
///
/// In JSON `{"day": "2027-01-01", "reason": "year_unknown"}`.
///
/// # Examples
///
/// ```
/// use oversight::time::{Calendar, NotCovered, NotCoveredReason, Region, date};
///
/// // Counting runs into the regional holiday of a year whose arrangement is not built in.
/// let calendar = Calendar::for_region(Region::Guangxi);
/// assert_eq!(
///     calendar.add_working_days(date!(2026, 4, 7), 5),
///     Err(NotCovered { day: date!(2026, 4, 9), reason: NotCoveredReason::OverlayMissing }),
/// );
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NotCovered {
    /// The first day met that is not known; for [`NotCoveredReason::TooFar`] the last day that
    /// could be reached or the day counted from.
    #[serde(with = "super::date::day")]
    pub day: NaiveDate,
    /// Why.
    pub reason: NotCoveredReason,
}

impl fmt::Display for NotCovered {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let day = Day(self.day);
        match self.reason {
            NotCoveredReason::YearUnknown => {
                write!(f, "no working-day arrangement is known for the year of {day}")
            }
            NotCoveredReason::OverlayMissing => {
                write!(f, "the region's own holidays around {day} are not known")
            }
            NotCoveredReason::TooFar => write!(f, "the count from {day} leads too far"),
        }
    }
}

impl Error for NotCovered {}

/// Why a calendar cannot answer.
///
/// In JSON `"year_unknown"`, `"overlay_missing"` or `"too_far"`.
///
/// # Examples
///
/// ```
/// use oversight::time::{Calendar, NotCoveredReason, date};
///
/// let error = Calendar::national().is_working_day(date!(2019, 12, 31)).unwrap_err();
/// assert_eq!(error.reason, NotCoveredReason::YearUnknown);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum NotCoveredReason {
    /// There is no national arrangement for the year.
    YearUnknown,
    /// The region's own days off of that year are missing, and the day lies where they may fall.
    OverlayMissing,
    /// The result lies beyond the year 2200, or beyond the days that can be represented.
    TooFar,
}

/// First year of [`NATIONAL`] and of [`THIRD_OF_THIRD`].
const FIRST_BUILTIN: i32 = 2020;

/// The entry of a table that starts with [`FIRST_BUILTIN`].
fn for_year<T>(table: &[T], year: i32) -> Option<&T> {
    table.get(usize::try_from(year.checked_sub(FIRST_BUILTIN)?).ok()?)
}

fn builtin(region: Region, year: i32) -> Option<Table<'static>> {
    match region {
        Region::National => for_year(&NATIONAL, year).copied(),
        Region::Guangxi => (year == 2023).then_some(GUANGXI_2023),
    }
}

/// Days of one year from numbers such as 1231, which must ascend.
#[allow(clippy::panic, clippy::indexing_slicing)] // Runs at compile time only.
const fn days<const N: usize>(year: i32, month_days: [u32; N]) -> [Day; N] {
    let mut days = [Day(NaiveDate::MIN); N];
    let mut i = 0;
    while i < N {
        assert!(i == 0 || month_days[i - 1] < month_days[i], "not ascending");
        let day = NaiveDate::from_ymd_opt(year, month_days[i] / 100, month_days[i] % 100);
        assert!(day.is_some(), "no such date");
        if let Some(day) = day {
            days[i] = Day(day);
        }
        i += 1;
    }
    days
}

const fn notice(source: &'static str, issued: NaiveDate) -> Notice<'static> {
    Notice { source, published_on: Some(issued) }
}

/// The third day of the third lunar month.
static THIRD_OF_THIRD: [Day; 8] = [
    Day(date!(2020, 3, 26)),
    Day(date!(2021, 4, 14)),
    Day(date!(2022, 4, 3)),
    Day(date!(2023, 4, 22)),
    Day(date!(2024, 4, 11)),
    Day(date!(2025, 3, 31)),
    Day(date!(2026, 4, 19)),
    Day(date!(2027, 4, 9)),
];

const GUANGXI_2023: Table<'static> = Table {
    off: &const { days(2023, [421, 423]) },
    worked: &[],
    notice: Notice {
        source: "广西壮族自治区人民政府办公厅关于2023年“壮族三月三”放假的通知（自治区政府令第98号）",
        published_on: None,
    },
};

/// The State Council's arrangements, each naming only exceptions to Monday to Friday.
static NATIONAL: [Table<'static>; 7] = [
    // The second notice lengthened the Spring Festival: 31 January off, and 1 February, a
    // Saturday that the first notice had worked, off again.
    Table {
        off: &const {
            days(
                2020,
                [
                    101, 124, 127, 128, 129, 130, 131, 406, 501, 504, 505, 625, 626, 1001, 1002,
                    1005, 1006, 1007, 1008,
                ],
            )
        },
        worked: &const { days(2020, [119, 426, 509, 628, 927, 1010]) },
        notice: notice("国办发明电〔2019〕16号、国办发明电〔2020〕1号", date!(2020, 1, 26)),
    },
    Table {
        off: &const {
            days(
                2021,
                [
                    101, 211, 212, 215, 216, 217, 405, 503, 504, 505, 614, 920, 921, 1001, 1004,
                    1005, 1006, 1007,
                ],
            )
        },
        worked: &const { days(2021, [207, 220, 425, 508, 918, 926, 1009]) },
        notice: notice("国办发明电〔2020〕27号", date!(2020, 11, 25)),
    },
    Table {
        off: &const {
            days(
                2022,
                [
                    103, 131, 201, 202, 203, 204, 404, 405, 502, 503, 504, 603, 912, 1003, 1004,
                    1005, 1006, 1007,
                ],
            )
        },
        worked: &const { days(2022, [129, 130, 402, 424, 507, 1008, 1009]) },
        notice: notice("国办发明电〔2021〕11号", date!(2021, 10, 25)),
    },
    Table {
        off: &const {
            days(
                2023,
                [
                    102, 123, 124, 125, 126, 127, 405, 501, 502, 503, 622, 623, 929, 1002, 1003,
                    1004, 1005, 1006,
                ],
            )
        },
        worked: &const { days(2023, [128, 129, 423, 506, 625, 1007, 1008]) },
        notice: notice("国办发明电〔2022〕16号", date!(2022, 12, 8)),
    },
    Table {
        off: &const {
            days(
                2024,
                [
                    101, 212, 213, 214, 215, 216, 404, 405, 501, 502, 503, 610, 916, 917, 1001,
                    1002, 1003, 1004, 1007,
                ],
            )
        },
        worked: &const { days(2024, [204, 218, 407, 428, 511, 914, 929, 1012]) },
        notice: notice("国办发明电〔2023〕7号", date!(2023, 10, 25)),
    },
    Table {
        off: &const {
            days(
                2025,
                [
                    101, 128, 129, 130, 131, 203, 204, 404, 501, 502, 505, 602, 1001, 1002, 1003,
                    1006, 1007, 1008,
                ],
            )
        },
        worked: &const { days(2025, [126, 208, 427, 928, 1011]) },
        notice: notice("国办发明电〔2024〕12号", date!(2024, 11, 12)),
    },
    Table {
        off: &const {
            days(
                2026,
                [
                    101, 102, 216, 217, 218, 219, 220, 223, 406, 501, 504, 505, 619, 925, 1001,
                    1002, 1005, 1006, 1007,
                ],
            )
        },
        worked: &const { days(2026, [104, 214, 228, 509, 920, 1010]) },
        notice: notice("国办发明电〔2025〕7号", date!(2025, 11, 4)),
    },
];

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn on(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    fn national() -> Calendar {
        Calendar::national()
    }

    fn guangxi() -> Calendar {
        Calendar::for_region(Region::Guangxi)
    }

    fn entry(year: i32, region: Region, off: &[NaiveDate], worked: &[NaiveDate]) -> CalendarYear {
        CalendarYear {
            year,
            region,
            off: off.iter().copied().map(Day).collect(),
            worked: worked.iter().copied().map(Day).collect(),
            source: "test".to_owned(),
            published_on: None,
        }
    }

    fn year_unknown<T>(day: NaiveDate) -> Result<T, NotCovered> {
        Err(NotCovered { day, reason: NotCoveredReason::YearUnknown })
    }

    fn overlay_missing<T>(day: NaiveDate) -> Result<T, NotCovered> {
        Err(NotCovered { day, reason: NotCoveredReason::OverlayMissing })
    }

    #[test]
    fn working_days_of_each_year() {
        for (year, count) in [
            (2020, 249),
            (2021, 250),
            (2022, 249),
            (2023, 249),
            (2024, 251),
            (2025, 248),
            (2026, 248),
        ] {
            // The day before is not counted, so for 2020 it need not be covered.
            let counted = national().count_working_days(on(year - 1, 12, 31), on(year, 12, 31));
            assert_eq!(counted, Ok(count), "{year}");
        }
        assert_eq!(guangxi().count_working_days(date!(2022, 12, 31), date!(2023, 12, 31)), Ok(247));
    }

    #[test]
    fn tables_hold_only_exceptions() {
        for (table, year) in NATIONAL.iter().zip(FIRST_BUILTIN..) {
            assert!(table.off.iter().all(|day| !is_weekend(day.0) && day.0.year() == year));
            assert!(table.worked.iter().all(|day| is_weekend(day.0) && day.0.year() == year));
            let issued = table.notice.published_on.unwrap();
            assert!(issued < on(year, 2, 1), "{year}");
        }
        for (third, year) in THIRD_OF_THIRD.iter().zip(FIRST_BUILTIN..) {
            assert_eq!(third.0.year(), year);
            assert!((on(year, 3, 23)..=on(year, 4, 23)).contains(&third.0));
        }
    }

    #[test]
    fn public_notice_vectors() {
        let (april, february) = (date!(2023, 4, 20), date!(2026, 2, 13));
        assert_eq!(national().nth_working_day_counting(april, 5), Ok(date!(2023, 4, 25)));
        assert_eq!(guangxi().nth_working_day_counting(april, 5), Ok(date!(2023, 4, 27)));
        assert_eq!(national().nth_working_day_counting(february, 5), Ok(date!(2026, 2, 26)));
        assert_eq!(guangxi().nth_working_day_counting(february, 5), Ok(date!(2026, 2, 26)));
        // Not counting the first day gives one working day more.
        assert_eq!(national().add_working_days(april, 5), Ok(date!(2023, 4, 26)));
        assert_eq!(guangxi().add_working_days(april, 5), Ok(date!(2023, 4, 28)));
        assert_eq!(national().add_working_days(february, 5), Ok(date!(2026, 2, 27)));
        // From a day off both ways agree.
        let saturday = date!(2024, 5, 18);
        assert_eq!(national().nth_working_day_counting(saturday, 1), Ok(date!(2024, 5, 20)));
        assert_eq!(national().add_working_days(saturday, 1), Ok(date!(2024, 5, 20)));
        assert_eq!(national().nth_working_day_counting(saturday, 0), Ok(saturday));
    }

    #[test]
    fn lengthened_spring_festival_of_2020() {
        for (day, worked) in [(30, false), (31, false)] {
            assert_eq!(national().is_working_day(on(2020, 1, day)), Ok(worked));
        }
        for (day, worked) in [(1, false), (2, false), (3, true)] {
            assert_eq!(national().is_working_day(on(2020, 2, day)), Ok(worked));
        }
    }

    #[test]
    fn outside_the_years_known() {
        let (first, last) = (date!(2020, 1, 1), date!(2026, 12, 31));
        let (before, after) = (date!(2019, 12, 31), date!(2027, 1, 1));
        assert_eq!(national().is_working_day(before), year_unknown(before));
        assert_eq!(national().is_working_day(after), year_unknown(after));
        assert_eq!(national().is_working_day(first), Ok(false));
        assert_eq!(national().is_working_day(last), Ok(true));
        assert_eq!(national().add_working_days(date!(2026, 12, 30), 1), Ok(last));
        assert_eq!(national().add_working_days(date!(2026, 12, 30), 2), year_unknown(after));
        assert_eq!(national().add_working_days(first, u32::MAX), year_unknown(after));
        assert_eq!(national().subtract_working_days(date!(2020, 1, 3), 1), Ok(date!(2020, 1, 2)));
        assert_eq!(national().subtract_working_days(date!(2020, 1, 3), 2), year_unknown(before));
        assert_eq!(national().nth_working_day_counting(last, 1), Ok(last));
        assert_eq!(national().nth_working_day_counting(last, 2), year_unknown(after));
        assert_eq!(national().nth_working_day_counting(after, 1), year_unknown(after));
        assert_eq!(
            national().count_working_days(date!(2026, 12, 31), date!(2027, 2, 1)),
            year_unknown(after)
        );
        // Nothing is asked of the calendar here.
        assert_eq!(national().add_working_days(after, 0), Ok(after));
        assert_eq!(national().subtract_working_days(after, 0), Ok(after));
        assert_eq!(national().count_working_days(after, after), Ok(0));
        assert_eq!(national().count_working_days(NaiveDate::MAX, NaiveDate::MIN), Ok(0));
    }

    #[test]
    fn ends_of_time() {
        for calendar in [national(), guangxi()] {
            for day in [NaiveDate::MIN, NaiveDate::MAX] {
                assert_eq!(calendar.is_working_day(day), year_unknown(day));
            }
            let far = |day| Err(NotCovered { day, reason: NotCoveredReason::TooFar });
            assert_eq!(calendar.add_working_days(NaiveDate::MAX, 1), far(NaiveDate::MAX));
            assert_eq!(calendar.subtract_working_days(NaiveDate::MIN, 1), far(NaiveDate::MIN));
            assert!(calendar.count_working_days(NaiveDate::MIN, NaiveDate::MAX).is_err());
            for year in [i32::MIN, i32::MAX] {
                assert_eq!(calendar.notice(Region::Guangxi, year), None);
                assert_eq!(calendar.notice(Region::National, year), None);
            }
        }
    }

    #[test]
    fn missing_regional_days_are_not_guessed() {
        // 11 April 2024, ten days either side: 1 to 21 April.
        for day in 1..=21 {
            let day = on(2024, 4, day);
            assert_eq!(guangxi().is_working_day(day), overlay_missing(day));
        }
        for day in [date!(2024, 3, 31), date!(2024, 4, 22)] {
            assert_eq!(guangxi().is_working_day(day), national().is_working_day(day));
        }
        let (march, april) = (date!(2024, 3, 28), date!(2024, 4, 1));
        assert_eq!(guangxi().add_working_days(march, 1), Ok(date!(2024, 3, 29)));
        assert_eq!(guangxi().add_working_days(march, 2), overlay_missing(april));
        assert_eq!(guangxi().count_working_days(march, date!(2024, 3, 31)), Ok(1));
        assert_eq!(guangxi().count_working_days(march, date!(2024, 5, 31)), overlay_missing(april));
        assert_eq!(
            guangxi().subtract_working_days(date!(2024, 4, 23), 2),
            overlay_missing(date!(2024, 4, 21))
        );
        // A day inside that is not itself counted does no harm.
        assert_eq!(guangxi().add_working_days(date!(2024, 4, 21), 1), Ok(date!(2024, 4, 22)));
        assert!(guangxi().nth_working_day_counting(date!(2024, 4, 21), 1).is_err());
        // 2023 is known, and the nation never waits for the region.
        assert!((12..=30).all(|day| guangxi().covers(on(2023, 4, day))));
        assert!((1..=30).all(|day| national().covers(on(2024, 4, day))));
    }

    #[test]
    fn regional_days_settle_their_year_only() {
        let none = guangxi().with_year(entry(2025, Region::Guangxi, &[], &[])).unwrap();
        assert_eq!(none.count_working_days(date!(2024, 12, 31), date!(2025, 12, 31)), Ok(248));
        assert!(!none.covers(date!(2024, 4, 11)) && !none.covers(date!(2026, 4, 19)));
        // A make-up day moved by the region, as it did in 2017.
        let moved = guangxi()
            .with_year(entry(
                2024,
                Region::Guangxi,
                &[date!(2024, 4, 7), date!(2024, 4, 8)],
                &[date!(2024, 4, 20)],
            ))
            .unwrap();
        assert_eq!(moved.is_working_day(date!(2024, 4, 7)), Ok(false));
        assert_eq!(moved.is_working_day(date!(2024, 4, 8)), Ok(false));
        assert_eq!(moved.is_working_day(date!(2024, 4, 20)), Ok(true));
        assert_eq!(moved.is_working_day(date!(2024, 4, 28)), Ok(true));
        assert_eq!(moved.count_working_days(date!(2023, 12, 31), date!(2024, 12, 31)), Ok(250));
        // The regional list alone does not make the year known.
        let ahead = guangxi().with_year(entry(2027, Region::Guangxi, &[], &[])).unwrap();
        assert_eq!(ahead.is_working_day(date!(2027, 4, 9)), year_unknown(date!(2027, 4, 9)));
        // A national calendar keeps it without using it.
        let unused =
            national().with_year(entry(2024, Region::Guangxi, &[date!(2024, 4, 11)], &[])).unwrap();
        assert_eq!(unused.is_working_day(date!(2024, 4, 11)), Ok(true));
        assert!(unused.notice(Region::Guangxi, 2024).is_some());
    }

    #[test]
    fn further_years_need_not_be_adjacent() {
        let calendar =
            national().with_year(entry(2030, Region::National, &[date!(2030, 1, 1)], &[])).unwrap();
        assert_eq!(calendar.is_working_day(date!(2030, 1, 1)), Ok(false));
        assert_eq!(calendar.is_working_day(date!(2030, 1, 2)), Ok(true));
        assert_eq!(
            calendar.add_working_days(date!(2026, 12, 31), 1),
            year_unknown(date!(2027, 1, 1))
        );
        assert_eq!(
            calendar.subtract_working_days(date!(2030, 1, 2), 1),
            year_unknown(date!(2029, 12, 31))
        );
        // Where the lunar date is not tabled, every day it could fall near is open.
        let region = guangxi().with_year(entry(2030, Region::National, &[], &[])).unwrap();
        assert!(region.covers(date!(2030, 3, 12)) && region.covers(date!(2030, 5, 4)));
        assert!(!region.covers(date!(2030, 3, 13)) && !region.covers(date!(2030, 5, 3)));
    }

    #[test]
    fn later_entries_win() {
        let all_weekdays = entry(2024, Region::National, &[], &[]);
        let calendar = national().with_year(all_weekdays.clone()).unwrap();
        assert_eq!(calendar.is_working_day(date!(2024, 1, 1)), Ok(true));
        assert_eq!(calendar.is_working_day(date!(2024, 4, 7)), Ok(false));
        assert_eq!(calendar.notice(Region::National, 2024).unwrap().source, "test");
        let again = entry(2024, Region::National, &[date!(2024, 1, 2), date!(2024, 1, 1)], &[]);
        let calendar = calendar.with_year(again.clone()).unwrap();
        assert_eq!(calendar.is_working_day(date!(2024, 1, 1)), Ok(false));
        assert_eq!(calendar.is_working_day(date!(2024, 1, 2)), Ok(false));
        assert_eq!(calendar, national().with_year(again).unwrap());
        assert_ne!(calendar, national().with_year(all_weekdays).unwrap());
        let overlay = guangxi().with_year(entry(2023, Region::Guangxi, &[], &[])).unwrap();
        assert_eq!(overlay.is_working_day(date!(2023, 4, 21)), Ok(true));
    }

    #[test]
    fn notices_reach_over_the_turn_of_the_year() {
        let saturday = date!(2026, 12, 26);
        let calendar = national()
            .with_year(entry(
                2027,
                Region::National,
                &[date!(2026, 12, 31), date!(2027, 1, 1), date!(2028, 1, 3)],
                &[saturday],
            ))
            .unwrap();
        assert_eq!(calendar.is_working_day(saturday), Ok(true));
        assert_eq!(calendar.is_working_day(date!(2026, 12, 31)), Ok(false));
        // It names a day of 2028 without making that year known.
        assert!(!calendar.covers(date!(2028, 1, 3)));
        let calendar = calendar.with_year(entry(2028, Region::National, &[], &[])).unwrap();
        assert_eq!(calendar.is_working_day(date!(2028, 1, 3)), Ok(false));
        // The later notice wins in December, the year's own in January.
        let calendar = national()
            .with_year(entry(2026, Region::National, &[date!(2027, 1, 4)], &[saturday]))
            .unwrap()
            .with_year(entry(2027, Region::National, &[date!(2026, 12, 28)], &[date!(2027, 1, 2)]))
            .unwrap();
        assert_eq!(calendar.is_working_day(saturday), Ok(true));
        assert_eq!(calendar.is_working_day(date!(2026, 12, 28)), Ok(false));
        assert_eq!(calendar.is_working_day(date!(2027, 1, 2)), Ok(true));
        assert_eq!(calendar.is_working_day(date!(2027, 1, 4)), Ok(false));
    }

    #[test]
    fn every_fault_is_listed() {
        use CalendarFaultKind as Kind;
        let mut wrong = entry(
            2027,
            Region::National,
            &[date!(2027, 1, 1), date!(2027, 1, 2), date!(2027, 1, 1), date!(2026, 11, 30)],
            &[date!(2027, 1, 4), date!(2028, 2, 5), date!(2027, 1, 2)],
        );
        wrong.source = " \u{3000}".to_owned();
        let error = national().with_year(wrong).unwrap_err();
        let faults: Vec<_> = error.faults.iter().map(|f| (f.field, f.index, f.kind)).collect();
        assert_eq!(
            faults,
            [
                ("source", None, Kind::BlankSource),
                ("off", Some(1), Kind::OffOnWeekend),
                ("off", Some(2), Kind::Repeated),
                ("off", Some(3), Kind::OutsideYear),
                ("worked", Some(0), Kind::WorkedOnWeekday),
                ("worked", Some(1), Kind::OutsideYear),
                ("worked", Some(2), Kind::AlsoOff),
            ]
        );
        let text = error.to_string();
        assert!(text.starts_with("calendar year 2027 (national): source: no source"), "{text}");
        assert!(text.contains("; worked[1]: the day is not in the year"), "{text}");
        for year in [i32::MIN, 1899, 2201, i32::MAX] {
            let error = national().with_year(entry(year, Region::National, &[], &[])).unwrap_err();
            assert_eq!(error.faults.len(), 1);
            assert_eq!(error.faults[0].kind, Kind::YearOutOfRange);
        }
        // In a region a weekend day the nation works may be off, and nothing is odd in that.
        let sunday = entry(2024, Region::Guangxi, &[date!(2024, 4, 7)], &[]);
        assert!(guangxi().with_year(sunday).is_ok());
    }

    #[test]
    fn built_in_years_pass_their_own_checks() {
        let mut calendar = guangxi();
        let tables = NATIONAL
            .iter()
            .zip(FIRST_BUILTIN..)
            .map(|(table, year)| (Region::National, year, *table))
            .chain([(Region::Guangxi, 2023, GUANGXI_2023)]);
        for (region, year, table) in tables {
            calendar = calendar
                .with_year(CalendarYear {
                    year,
                    region,
                    off: table.off.to_vec(),
                    worked: table.worked.to_vec(),
                    source: table.notice.source.to_owned(),
                    published_on: table.notice.published_on.map(Day),
                })
                .unwrap();
        }
        for day in date!(2020, 1, 1).iter_days().take_while(|day| *day <= date!(2026, 12, 31)) {
            assert_eq!(calendar.is_working_day(day), guangxi().is_working_day(day));
        }
        for year in 2020..=2026 {
            let held = calendar.notice(Region::National, year);
            assert_eq!(held, national().notice(Region::National, year));
        }
    }

    #[test]
    fn json_of_a_year_is_strict() {
        let good = r#"{"year":2024,"region":"guangxi","off":["2024-04-11"],"worked":[],"source":"s","published_on":"2024-03-22"}"#;
        let year: CalendarYear = serde_json::from_str(good).unwrap();
        assert_eq!(year.region, Region::Guangxi);
        assert_eq!(serde_json::to_string(&year).unwrap(), good);
        let cases = [
            (r#""source":"s""#, r#""source":"s","note":"x""#),
            (r#""guangxi""#, r#""Guangxi""#),
            (r#""guangxi""#, r#""guangdong""#),
            (r#""2024-04-11""#, r#""2024-4-11""#),
            (r#""2024-04-11""#, "20240411"),
            (r#""worked":[],"#, ""),
            (r#""off":["2024-04-11"],"#, ""),
            (r#""year":2024"#, r#""year":"2024""#),
            (r#","source":"s""#, ""),
            (r#""2024-03-22""#, r#""2024-03-22T09:00""#),
        ];
        for (from, to) in cases {
            let wrong = good.replacen(from, to, 1);
            assert_ne!(wrong, good);
            assert!(serde_json::from_str::<CalendarYear>(&wrong).is_err(), "{wrong}");
        }
        let undated = good.replace(r#","published_on":"2024-03-22""#, "");
        assert_eq!(serde_json::from_str::<CalendarYear>(&undated).unwrap().published_on, None);
    }

    #[test]
    fn not_covered_speaks() {
        let error = NotCovered { day: date!(2027, 1, 1), reason: NotCoveredReason::YearUnknown };
        let json = r#"{"day":"2027-01-01","reason":"year_unknown"}"#;
        assert_eq!(serde_json::to_string(&error).unwrap(), json);
        assert_eq!(serde_json::from_str::<NotCovered>(json).unwrap(), error);
        for reason in [
            NotCoveredReason::YearUnknown,
            NotCoveredReason::OverlayMissing,
            NotCoveredReason::TooFar,
        ] {
            assert!(NotCovered { reason, ..error }.to_string().contains("2027-01-01"));
        }
    }

    /// The national calendar, and a region all of whose years are settled.
    fn calendars() -> [Calendar; 2] {
        let mut region = guangxi();
        for (third, year) in THIRD_OF_THIRD.iter().zip(FIRST_BUILTIN..) {
            let next = third.0.succ_opt().unwrap();
            region = region.with_year(entry(year, Region::Guangxi, &[third.0, next], &[])).unwrap();
        }
        [national(), region]
    }

    fn any_day() -> impl Strategy<Value = NaiveDate> {
        (0..2557_u64).prop_map(|n| date!(2020, 1, 1) + chrono::Days::new(n))
    }

    proptest! {
        #[test]
        fn add_and_count_are_inverse(from in any_day(), n in 0..400_u32) {
            for calendar in calendars() {
                if let Ok(end) = calendar.add_working_days(from, n) {
                    prop_assert!(end >= from);
                    prop_assert!(n == 0 || calendar.is_working_day(end).unwrap());
                    prop_assert_eq!(calendar.count_working_days(from, end), Ok(n));
                } else {
                    let left = calendar.count_working_days(from, date!(2026, 12, 31)).unwrap();
                    prop_assert!(left < n);
                }
            }
        }

        #[test]
        fn count_then_add_gives_the_last_working_day(a in any_day(), b in any_day()) {
            for calendar in calendars() {
                let count = calendar.count_working_days(a, b).unwrap();
                let end = calendar.add_working_days(a, count).unwrap();
                prop_assert!(end <= b.max(a));
                prop_assert_eq!(calendar.count_working_days(end, b), Ok(0));
            }
        }

        #[test]
        fn subtract_is_the_inverse(from in any_day(), n in 1..400_u32) {
            for calendar in calendars() {
                if let Ok(start) = calendar.subtract_working_days(from, n) {
                    prop_assert!(start < from);
                    prop_assert!(calendar.is_working_day(start).unwrap());
                    if calendar.is_working_day(from).unwrap() {
                        prop_assert_eq!(calendar.add_working_days(start, n), Ok(from));
                        prop_assert_eq!(calendar.count_working_days(start, from), Ok(n));
                    }
                }
            }
        }

        #[test]
        fn monotone(a in any_day(), b in any_day(), n in 0..60_u32, m in 0..60_u32) {
            let (a, b, n, m) = (a.min(b), a.max(b), n.min(m), n.max(m));
            for calendar in calendars() {
                if let Ok(last) = calendar.add_working_days(b, m) {
                    prop_assert!(calendar.add_working_days(a, m).unwrap() <= last);
                    prop_assert!(calendar.add_working_days(b, n).unwrap() <= last);
                }
            }
        }

        #[test]
        fn counting_the_first_day(from in any_day(), n in 1..60_u32) {
            for calendar in calendars() {
                if let Ok(end) = calendar.nth_working_day_counting(from, n) {
                    prop_assert!(calendar.is_working_day(end).unwrap());
                    let days = from.iter_days().take_while(|day| *day <= end);
                    let worked = days.filter(|day| calendar.is_working_day(*day).unwrap()).count();
                    prop_assert_eq!(u32::try_from(worked), Ok(n));
                }
            }
        }

        /// Whatever the region arranges, an answer given without knowing it stands.
        #[test]
        fn answers_without_the_overlay_stand(
            from in any_day(),
            n in 0..40_u32,
            shift in -9..9_i64,
        ) {
            let mut informed = guangxi();
            for (third, year) in THIRD_OF_THIRD.iter().zip(FIRST_BUILTIN..).filter(|x| x.1 != 2023) {
                let day = third.0 + chrono::TimeDelta::days(shift);
                let off = [day, day.succ_opt().unwrap()];
                informed = informed.with_year(entry(year, Region::Guangxi, &off, &[])).unwrap();
            }
            if let Ok(end) = guangxi().add_working_days(from, n) {
                prop_assert_eq!(informed.add_working_days(from, n), Ok(end));
            }
            if let Ok(end) = guangxi().subtract_working_days(from, n) {
                prop_assert_eq!(informed.subtract_working_days(from, n), Ok(end));
            }
        }

        #[test]
        fn never_panics(day in -90_000_000..90_000_000_i64, n: u32) {
            let day = NaiveDate::default()
                .checked_add_signed(chrono::TimeDelta::days(day))
                .unwrap_or(NaiveDate::MAX);
            for calendar in [national(), guangxi()] {
                let _ = calendar.is_working_day(day);
                let _ = calendar.add_working_days(day, n);
                let _ = calendar.subtract_working_days(day, n);
                let _ = calendar.nth_working_day_counting(day, n);
                let _ = calendar.count_working_days(day, date!(2024, 1, 1));
                let _ = calendar.count_working_days(date!(2024, 1, 1), day);
            }
        }
    }
}
