//! When something is due.

use super::Context;
use crate::{
    finding::Coverage,
    time::{NaiveDate, NotCovered, Term},
};

/// More of what falls due.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct DueOf<'w> {
    /// What of it, where several things are asked at once.
    pub(crate) what: Option<Coverage>,
    /// Who owes it.
    pub(crate) who: Option<&'w str>,
    /// The department that owes it.
    pub(crate) department: Option<&'w str>,
}

/// When something is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Due {
    /// A day on which it is in time whatever the calendar: as many days on as the term has working days, or its last day
    /// as counted.
    pub surely: NaiveDate,
    /// The last day in time: of a term in days or months, its last day as counted, or the next working day where that is a
    /// day off and the policy moves it on.
    pub last: Result<NaiveDate, NotCovered>,
}

impl Due {
    /// When a term from a day ends.
    ///
    /// # Errors
    ///
    /// Where it ends beyond the days that the crate counts.
    pub fn of(cx: &Context<'_>, from: NaiveDate, term: Term) -> Result<Self, NotCovered> {
        let calendar = cx.calendar();
        if let Term::WorkingDays(days) = term {
            // A working day takes a day at least.
            let surely = Term::CalendarDays(days).due(from, calendar)?;
            return Ok(Self { surely, last: term.due(from, calendar) });
        }
        let counted = term.due(from, calendar)?;
        let moves = cx.policy.on(from).term_end_moves_to_working_day.value == Some(true);
        let last = if moves {
            calendar.is_working_day(counted).and_then(|working| {
                if working { Ok(counted) } else { calendar.add_working_days(counted, 1) }
            })
        } else {
            Ok(counted)
        };
        Ok(Self { surely: counted, last })
    }
}

/// The day after, on which what was due is late.
pub(crate) fn after(day: NaiveDate) -> NaiveDate {
    day.succ_opt().unwrap_or(day)
}
