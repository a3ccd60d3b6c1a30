//! `DLM`: 民主生活会, the democratic life meeting, and 组织生活会 beside it.

use super::BASE;
use crate::{
    facts::{Fact, LifeMeeting, LifeMeetingKind, LifeMeetingSession},
    finding::{Missing, Why},
    outcome::Outcome,
    path::{Path, field},
    rule::{Answer, Context, LifeMeetingCase, Part, Probe, Rule, UnitCase},
    time::{DateRange, NaiveDate},
};
use chrono::Datelike as _;

mod absentee_in_writing;
mod accounts;
mod action_list;
mod breach_self_criticised;
mod centralism_on_agenda;
mod deep_examination;
mod four_matters_explained;
mod held_yearly;
mod in_season_or_agreed;
mod inquiry_clarified;
mod life_meeting_quorum;
mod organisational_life_meeting;
mod principal_leads;
mod reported_after;
mod special_session;
mod talks_beforehand;

/// The shelf, in code order.
pub(super) static RULES: &[&Rule] = &[
    &held_yearly::RULE,
    &in_season_or_agreed::RULE,
    &life_meeting_quorum::RULE,
    &principal_leads::RULE,
    &four_matters_explained::RULE,
    &inquiry_clarified::RULE,
    &breach_self_criticised::RULE,
    &deep_examination::RULE,
    &centralism_on_agenda::RULE,
    &reported_after::RULE,
    &special_session::RULE,
    &talks_beforehand::RULE,
    &absentee_in_writing::RULE,
    &action_list::RULE,
    &organisational_life_meeting::RULE,
];

/// What is due before a yearly meeting that is still to come: each year whose meeting has not been held yet, and by when it has
/// to be.
fn ahead(
    case: &UnitCase<'_>,
    probe: &mut Probe<'_>,
    mut take: impl FnMut(DateRange, Option<NaiveDate>, &mut Probe<'_>),
) {
    let (cx, records) = (&case.cx, case.cx.dossier.records());
    let first = cx.policy.measures_from().year();
    for year in cx.as_of.year().saturating_sub(1).max(first)..=cx.as_of.year() {
        let Some(days) = DateRange::year(year) else { continue };
        let Some(end) = days.until else { continue };
        let of = u32::try_from(year).unwrap_or(0);
        let held = cx.dossier.index().life_meetings_of(of).any(|n| {
            let meeting = records.life_meetings.get(n as usize);
            meeting.is_some_and(|it| is_yearly_meeting(it) && it.held_on.0 <= cx.as_of)
        });
        let due = last_day(cx, of, end, cx.as_of).day();
        if !held && due.is_none_or(|due| cx.as_of <= due) {
            take(days, due, probe);
        }
    }
}

/// What the yearly meeting that is still to come has to take in or to leave behind.
fn awaited(case: &UnitCase<'_>, probe: &mut Probe<'_>) -> Answer {
    ahead(case, probe, |days, due, probe| {
        probe.subject(Part::of_period(days), |probe| Ok(probe.awaits(Path::ROOT, due)));
    });
    Ok(probe.unless_opened(Why::OtherRule))
}

/// Goes on with a democratic life meeting.
fn democratic(case: &LifeMeetingCase<'_>, probe: &mut Probe<'_>) -> Result<(), Outcome> {
    probe.reach(case.life_meeting.kind == LifeMeetingKind::Democratic, Why::OtherKind)
}

/// Goes on with a yearly democratic life meeting.
fn yearly(case: &LifeMeetingCase<'_>, probe: &mut Probe<'_>) -> Result<(), Outcome> {
    democratic(case, probe)?;
    probe.reach(!is_special(case), Why::OtherKind)
}

fn is_special(case: &LifeMeetingCase<'_>) -> bool {
    case.life_meeting.session == LifeMeetingSession::Special
}

/// Goes on where it is on record who took part.
fn attendance(case: &LifeMeetingCase<'_>, probe: &mut Probe<'_>) -> Result<(), Outcome> {
    let at = case.at().field(field!("present"));
    match &case.life_meeting.present {
        Fact::Known(_) => Ok(()),
        Fact::Absent => Err(probe.lack(Missing::FullRecord(at))),
        Fact::Unknown => Err(probe.unknown(at)),
    }
}

/// The last day by which the yearly meeting of a year has to be held.
pub(super) enum LastDay {
    /// That day.
    Day(NaiveDate),
    /// The superior consented and named no day.
    Unset,
    /// Nobody has said what was consented to for a meeting that is still to come; else it would be that day.
    Open(NaiveDate, Path),
}

impl LastDay {
    /// The last day that is known.
    pub(super) const fn day(&self) -> Option<NaiveDate> {
        match self {
            Self::Day(day) | Self::Open(day, _) => Some(*day),
            Self::Unset => None,
        }
    }
}

/// The last day by which the yearly meeting of a year has to be held, as things stand on the as-of day.
pub(super) fn last_day_of_meeting(cx: &Context<'_>, year: u32, end: NaiveDate) -> LastDay {
    last_day(cx, year, end, cx.as_of)
}

/// The last day in time, by consents that were given while it was still in time, and on a day or earlier.
fn last_day(cx: &Context<'_>, year: u32, end: NaiveDate, by: NaiveDate) -> LastDay {
    let records = cx.dossier.records();
    let listed = records.life_meeting_postponements.iter().filter(|it| it.year == year);
    let mut all: Vec<(NaiveDate, Option<NaiveDate>)> =
        listed.map(|it| (it.given_on.0, Some(it.until.0))).collect();
    let mut open = None;
    for n in cx.dossier.index().life_meetings_of(year) {
        let Some(it) = records.life_meetings.get(n as usize).filter(|it| is_yearly_meeting(it))
        else {
            continue;
        };
        // A consent that stands with a meeting yet to come is one as well.
        let to_come = it.held_on.0 > cx.as_of;
        let at =
            Path::ROOT.field(field!("life_meetings")).index(n as usize).field(field!("consent"));
        match &it.consent {
            Fact::Known(consent) => match consent.until {
                Fact::Known(until) => all.push((consent.given_on.0, Some(until.0))),
                Fact::Absent if to_come => all.push((consent.given_on.0, None)),
                Fact::Unknown if to_come && consent.given_on.0 <= by => {
                    open = open.or(Some(at.field(field!("until"))));
                }
                Fact::Absent | Fact::Unknown => {}
            },
            Fact::Unknown if to_come => open = open.or(Some(at)),
            Fact::Absent | Fact::Unknown => {}
        }
    }
    all.retain(|it| it.0 <= by);
    all.sort_unstable();
    let mut due = end;
    for (given, until) in all {
        // What was late by then stays so.
        if given <= due {
            match until {
                Some(until) => due = due.max(until),
                None => return LastDay::Unset,
            }
        }
    }
    open.map_or(LastDay::Day(due), |at| LastDay::Open(due, at))
}

fn is_yearly_meeting(it: &LifeMeeting) -> bool {
    it.kind == LifeMeetingKind::Democratic && it.session == LifeMeetingSession::Yearly
}
