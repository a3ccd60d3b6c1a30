//! Lists of powers, day by day: when they are in force, and what an entry gives to whom.

pub(super) use crate::rules::meets::{Meets, fact};
use crate::{
    facts::{Fact, PowerEntry, PowerHolder, PowerList, PowerListKind, Records},
    finding::{Missing, Why},
    outcome::Outcome,
    path::{Path, field},
    rule::{ListCase, Probe},
    time::NaiveDate,
};

/// Address of a list.
pub(super) fn at(list: usize) -> Path {
    Path::ROOT.field(field!("power_lists")).index(list)
}

/// Address of an entry.
pub(super) fn entry_at((list, entry): (u32, u32)) -> Path {
    at(list as usize).field(field!("entries")).index(entry as usize)
}

/// An entry and its list.
pub(super) fn entry(
    records: &Records,
    (list, entry): (u32, u32),
) -> Option<(&PowerList, &PowerEntry)> {
    let list = records.power_lists.get(list as usize)?;
    Some((list, list.entries.elements().get(entry as usize)?))
}

/// The last day of a list.
pub(super) fn last_day(list: &PowerList) -> NaiveDate {
    list.until.map_or(NaiveDate::MAX, |day| day.0)
}

/// Whether a list is in force on a day.
pub(super) fn in_force(list: &PowerList, at: Path, day: NaiveDate) -> Meets {
    if last_day(list) < day {
        return Meets::No;
    }
    match list.from {
        Fact::Known(from) => Meets::when(from.0 <= day),
        // A list without a first day: PWR002 tells.
        Fact::Absent => Meets::lack(Missing::FullRecord(at.field(field!("from")))),
        Fact::Unknown => Meets::open(at.field(field!("from"))),
    }
}

/// Goes on where the list is in force on some day that is judged.
///
/// # Errors
///
/// `NotApplicable` where it is not, `Undetermined` where nobody has said since when it is.
pub(super) fn reach(case: &ListCase<'_>, probe: &mut Probe<'_>) -> Result<(), Outcome> {
    let (from, until) = judged(case);
    probe.reach(case.cx.policy.measures_from() <= until, Why::NotInForce)?;
    probe.reach(from <= until, Why::AfterAsOf)?;
    // What departs does so from its first day on.
    if from <= until {
        probe.set_day(from);
    }
    // What ends by then is surely in force on its last day.
    if case.list.from.is_unknown() && case.cx.as_of < last_day(case.list) {
        return Err(probe.unknown(case.at.field(field!("from"))));
    }
    Ok(())
}

/// The first and the last day that is judged on which the list may be in force.
pub(super) fn judged(case: &ListCase<'_>) -> (NaiveDate, NaiveDate) {
    let first = case.cx.policy.measures_from();
    let from = case.list.from.known().map_or(first, |day| day.0.max(first));
    (from, last_day(case.list).min(case.cx.as_of))
}

/// Whether another list is in force beside this one on some day that is judged, and from which day on.
pub(super) fn together(case: &ListCase<'_>, other: &PowerList, at: Path) -> Meets {
    let (from, until) = judged(case);
    let last = last_day(other).min(until);
    let start = other.from.known().map_or(from, |day| day.0.max(from));
    if last < start {
        return Meets::No;
    }
    let stated = |list: &PowerList, at: Path| match list.from {
        Fact::Known(_) => Meets::Yes(start),
        Fact::Absent => Meets::lack(Missing::FullRecord(at.field(field!("from")))),
        Fact::Unknown => Meets::open(at.field(field!("from"))),
    };
    stated(case.list, case.at).and(stated(other, at))
}

/// Who holds the power of an entry: in a holder's own list the holder, where the entry names nobody.
pub(super) fn holder(list: &PowerList, entry: &PowerEntry) -> Fact<PowerHolder> {
    match entry.holder {
        Fact::Absent if list.kind == PowerListKind::Power => Fact::Known(list.holder),
        stated => stated,
    }
}

/// Whether it is held by one of whom something holds.
pub(super) fn held_by(
    list: &PowerList,
    entry: &PowerEntry,
    at: Path,
    holds: impl FnOnce(PowerHolder) -> bool,
) -> Meets {
    fact(&holder(list, entry), at.field(field!("holder")), |it| holds(*it))
}
