//! `ITV`: 三个规定, what is recorded and reported of approaches. People in these records are the most sensitive of all: findings
//! hold identifiers only.

use super::BASE;
use crate::{
    facts::{Body, Fact},
    finding::Why,
    outcome::Outcome,
    path::field,
    policy::Period,
    rule::{ApproachCase, Probe, Rule},
    rules::meets::Meets,
    time::NaiveDate,
};

mod interference_recorded;
mod interference_resisted;
mod long_zero_run;
mod monthly_return;
mod no_suppression;
mod omission_accounted;
mod record_complete;
mod reported_promptly;
mod right_addressee;
mod stated_at_life_meeting;

/// The shelf, in code order.
pub(super) static RULES: &[&Rule] = &[
    &interference_recorded::RULE,
    &record_complete::RULE,
    &reported_promptly::RULE,
    &right_addressee::RULE,
    &monthly_return::RULE,
    &interference_resisted::RULE,
    &omission_accounted::RULE,
    &stated_at_life_meeting::RULE,
    &long_zero_run::RULE,
    &no_suppression::RULE,
];

/// The day of an approach.
///
/// # Errors
///
/// `Undetermined` where nobody has said, or the record does not; `NotApplicable` after the as-of day.
fn asked(case: &ApproachCase<'_>, probe: &mut Probe<'_>) -> Result<NaiveDate, Outcome> {
    let at = case.at.field(field!("asked_on"));
    let Some(on) = probe.need(&case.approach.asked_on, || at)? else {
        return Err(probe.unknown(at));
    };
    probe.reach(on.0 <= case.cx.as_of, Why::AfterAsOf)?;
    Ok(on.0)
}

/// Whether somebody is the secretary by the register on a day.
fn is_secretary(case: &ApproachCase<'_>, person: u32, day: NaiveDate) -> Meets {
    let records = case.cx.dossier.records();
    let person = records.people.get(person as usize);
    Meets::when(person.is_some_and(|it| it.leads(Body::PartyGroup, day)))
}

/// Whether the secretary asked, by the register on the day of asking or on that of the first report.
fn asked_by_secretary(case: &ApproachCase<'_>) -> Meets {
    let (it, at) = (case.approach, case.at.field(field!("asker")));
    let person = match &it.asker {
        Fact::Known(asker) => &asker.person,
        // Who asked the record does not say: ITV002 tells.
        Fact::Absent | Fact::Unknown => return Meets::open(at),
    };
    let place = match (person, case.people.1) {
        (Fact::Known(_), Some(place)) => place,
        (Fact::Absent, _) => return Meets::No,
        (Fact::Known(_) | Fact::Unknown, _) => return Meets::open(at.field(field!("person"))),
    };
    let made = it.reports.elements().iter().map(|it| it.on.0).min();
    let days = it.asked_on.known().map(|day| day.0).into_iter().chain(made);
    let days = days.filter(|day| *day <= case.cx.as_of);
    let met = days.map(|day| is_secretary(case, place, day)).fold(Meets::No, Meets::or);
    match met {
        Meets::No if it.asked_on.is_unknown() => Meets::open(case.at.field(field!("asked_on"))),
        Meets::No if it.reports.is_unknown() => Meets::open(case.at.field(field!("reports"))),
        met => met,
    }
}

/// Months from one day to another: first and last day of each.
fn months(from: NaiveDate, until: NaiveDate) -> impl Iterator<Item = (NaiveDate, NaiveDate)> {
    Period::Month.between(from, until)
}
