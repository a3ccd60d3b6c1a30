//! When: days, moments, spells, terms and the working-day calendar.
//!
//! Nothing here reads a clock. A caller says which day it is asking about, so the same records
//! always give the same answer.
//!
//! * [`date`] and [`Day`]: a civil day, as a constant and as strict text.
//! * [`Moment`]: a day, with the time of day where a record gives it.
//! * [`Spell`]: a run of days, both ends included, possibly with no announced end.
//! * [`Term`]: how long a duty may take, in working days, calendar days or months.
//! * [`Calendar`]: which days are worked, nationally or in one region.
//!
//! Text is strict everywhere: a day is written `YYYY-MM-DD` in ASCII digits with leading zeros,
//! and its year lies in 1900..=2200.

mod calendar;
mod date;
mod moment;
mod range;
mod spell;
mod term;

pub use calendar::{
    Calendar, CalendarError, CalendarFault, CalendarFaultKind, CalendarYear, NotCovered,
    NotCoveredReason, Notice, Region,
};
pub use chrono::{NaiveDate, NaiveTime};
pub use date::{Day, DayFormatError, add_months, date, day, parse_day};
pub use moment::{Moment, MomentFormatError};
pub use range::{DateRange, DateRangeError};
pub use spell::Spell;
pub use term::Term;
