//! `RPT`: 请示报告, reporting upward.

use chrono::{Datelike as _, NaiveDate};

use super::{BASE, duty};
use crate::{
    facts::{Counterpart, Fact, RecordFamily},
    finding::{Breach, Missing, Why},
    outcome::Outcome,
    path::{Path, field},
    rule::{AccountabilityReportCase, Answer, Due, Part, Probe, Rule, UnitCase, after},
    time::DateRange,
};

mod accountability_report_assessed;
mod accountability_report_committee;
mod accountability_report_published;
mod accountability_report_superior;
mod asked_before_acting;
mod case_reported;

/// 请示报告: the work is reported to both superiors each year.
#[doc(alias = "请示报告")]
static RPT005: Rule = duty::rule::<{ duty::row("RPT005") }>();
/// 沟通协调: there is coordination with discipline and police organs.
static RPT008: Rule = duty::rule::<{ duty::row("RPT008") }>();

/// The shelf, in code order.
pub(super) static RULES: &[&Rule] = &[
    &accountability_report_superior::RULE,
    &accountability_report_committee::RULE,
    &accountability_report_assessed::RULE,
    &accountability_report_published::RULE,
    &RPT005,
    &asked_before_acting::RULE,
    &case_reported::RULE,
    &RPT008,
];

/// Goes on with a report that was given before one of the two superiors.
fn is_given(case: &AccountabilityReportCase<'_>, probe: &mut Probe<'_>) -> Result<(), Outcome> {
    let superiors = [Counterpart::SuperiorProcuratorate, Counterpart::DistrictCommittee];
    let before = probe.need(&case.report.before, || case.at().field(field!("before")))?;
    let given = before.is_some_and(|it| superiors.iter().any(|body| it.contains(body)));
    probe.reach(given, Why::OtherRule)
}

/// Whether the report on each year was given before a body by the day due. The year that is reported on and the day of the
/// sitting are two things.
fn given(case: &UnitCase<'_>, body: Counterpart, probe: &mut Probe<'_>) -> Answer {
    let (cx, first) = (&case.cx, case.cx.policy.measures_from());
    probe.reach(first <= cx.as_of, Why::NotInForce)?;
    for year in first.year()..=cx.as_of.year() {
        let Some(days) = DateRange::year(year) else { continue };
        let (start, end) = (days.from, days.until.unwrap_or(days.from));
        probe
            .subject(Part::of_period(days), |probe| of_year(case, body, (year, start, end), probe));
    }
    Ok(probe.unless_opened(Why::NotInForce))
}

fn of_year(
    case: &UnitCase<'_>,
    body: Counterpart,
    (year, start, end): (i32, NaiveDate, NaiveDate),
    probe: &mut Probe<'_>,
) -> Answer {
    let cx = &case.cx;
    let limit = &cx.policy.on(end).accountability_report_limit;
    let due = limit.value.map(|term| Due::of(cx, end, term).and_then(|due| due.last));
    let shelf = Path::ROOT.field(field!("accountability_reports"));
    let (mut given, mut open, mut contradicts) = (None, None, None);
    let last = due.and_then(Result::ok);
    let year = u32::try_from(year).unwrap_or(0);
    for n in cx.dossier.index().duties.reports_on(year) {
        let Some(it) = cx.dossier.records().accountability_reports.get(n as usize) else {
            continue;
        };
        let (at, on) = (shelf.index(n as usize), it.held_on.0);
        if on > cx.as_of {
            continue;
        }
        match &it.before {
            Fact::Known(bodies) if !bodies.contains(&body) => {}
            Fact::Absent => {}
            // Nobody reports on a year that has not begun.
            _ if on < start => contradicts = Some(at.field(field!("held_on"))),
            Fact::Known(_) => given = given.or(Some((on, at))),
            // Late it is whatever body it was.
            Fact::Unknown if last.is_some_and(|last| on > last) => {}
            Fact::Unknown => open = open.or(Some(at.field(field!("before")))),
        }
    }
    if let Some(due) = last {
        probe.falls_due(Path::ROOT, due, given);
    }
    // One that was given in the year itself is in time whatever the limit is.
    if given.is_some_and(|it| it.0 <= end) {
        return Ok(Outcome::Compliant);
    }
    if given.is_none() {
        if let Some(at) = open {
            return Ok(probe.unknown(at));
        }
        if let Some(at) = contradicts {
            return Ok(probe.lack(Missing::Contradiction(at)));
        }
    }
    // The year that runs may still be reported on, however long the limit is.
    if given.is_none() && cx.as_of <= end {
        return Ok(probe.pending(Path::ROOT, last));
    }
    let due = probe.due(cx, end, limit)?;
    let due = probe.covered(due.last)?;
    let done = given.map(|it| it.0);
    if done.is_some_and(|day| day <= due) {
        return Ok(Outcome::Compliant);
    }
    if let (Some(_), Some(at)) = (done, open) {
        // Another sitting may have been in time.
        return Ok(probe.unknown(at));
    }
    if let Some(at) = contradicts {
        return Ok(probe.lack(Missing::Contradiction(at)));
    }
    if done.is_none() && cx.as_of <= due {
        return Ok(probe.pending(Path::ROOT, Some(due)));
    }
    let family = RecordFamily::AccountabilityReports;
    if done.is_none() && !cx.dossier.is_complete(family, start, due) {
        return Ok(probe.lack(Missing::Completeness { family, from: start, until: due }));
    }
    probe.hinge(limit);
    let at = given.map_or(Path::ROOT, |it| it.1.field(field!("held_on")));
    Ok(probe.breach_with(at, Breach::Late { due, done }, |it| it.day = after(due)))
}
