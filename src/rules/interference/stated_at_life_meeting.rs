//! 生活会说明: each leading cadre states how the three rules are kept.

use chrono::Datelike as _;

use super::{
    super::{
        life_meeting::{LastDay, last_day_of_meeting},
        periodic,
    },
    BASE,
};
use crate::{
    facts::{Body, Fact, LifeMeeting, LifeMeetingKind},
    finding::{Breach, Missing, Why},
    law::{cite, instruments::MEASURES},
    norm::{Norm, Words, code},
    outcome::{Outcome, Severity},
    path::{Path, field},
    rule::{Answer, Checks, Part, PersonCase, Probe, Rule, after},
    time::DateRange,
};

/// 生活会说明: each leading cadre states how the three rules are kept.
#[doc(alias = "民主生活会说明")]
pub(super) static RULE: Rule = Rule {
    norm: Norm {
        code: code!("ITV008"),
        slug: "stated-at-life-meeting",
        title: Words {
            zh: "在生活会上说明执行三个规定情况", en: "Stated at the life meeting"
        },
        gist: Words {
            zh: "领导干部每年在民主生活会或者组织生活会上说明执行三个规定的情况。",
            en: "Each year every leading cadre states at the democratic or organisational life meeting how the three rules were kept.",
        },
        cites: &[cite!(MEASURES, clause "2.4.2")],
        severity: Severity::Ordinary,
        remedy: Words { zh: "补作说明", en: "make the statement" },
        parameters: &["member_days_in_period"],
        ..BASE
    },
    checks: Checks { person: Some(check), by_own_day: true, ..Checks::NONE },
};

fn check(case: &PersonCase<'_>, probe: &mut Probe<'_>) -> Answer {
    let (cx, first) = (&case.cx, case.cx.policy.measures_from());
    probe.reach(first <= cx.as_of, Why::NotInForce)?;
    let led = case.person.spells_in(Body::PartyGroup).next().is_some();
    probe.reach(led, Why::NobodyConcerned)?;
    for year in first.year()..=cx.as_of.year() {
        let Some(days) = DateRange::year(year) else { continue };
        // By the register: on the year's last day, or as things stand while it runs.
        let last = days.until.map_or(cx.as_of, |end| end.min(cx.as_of));
        if case.person.belongs_to(Body::PartyGroup, last) {
            probe.subject(Part::of_period(days), |probe| of_year(case, days, year, probe));
        }
    }
    Ok(probe.unless_opened(Why::NobodyConcerned))
}

fn of_year(case: &PersonCase<'_>, days: DateRange, year: i32, probe: &mut Probe<'_>) -> Answer {
    let cx = &case.cx;
    let (start, end) = (days.from, days.until.unwrap_or(cx.as_of));
    // Who cannot have been a member for as many days as the policy asks is none of those in the year.
    let belongs = periodic::belongs(case, start, end) != Ok(false);
    probe.reach(belongs, Why::NobodyConcerned)?;
    let meetings = &cx.dossier.records().life_meetings;
    let places = cx.dossier.index().life_meetings_of(u32::try_from(year).unwrap_or(0));
    let held = |n: u32| -> Option<(u32, &LifeMeeting)> {
        let it = meetings.get(n as usize)?;
        (it.held_on.0 <= cx.as_of).then_some((n, it))
    };
    let (mut last, mut open, mut any, mut democratic) = (None, None, false, false);
    for (n, it) in places.filter_map(held) {
        any = true;
        democratic |= it.kind == LifeMeetingKind::Democratic;
        let at = Path::ROOT
            .field(field!("life_meetings"))
            .index(n as usize)
            .field(field!("stated_three_rules"));
        match &it.stated_three_rules {
            Fact::Known(list) if list.contains(&case.person.id) => {
                // Stated at the meeting for the year it is in time, whenever that was held.
                probe.falls_due(case.at(), end.max(it.held_on.0), Some((it.held_on.0, at)));
                return Ok(Outcome::Compliant);
            }
            Fact::Known(_) | Fact::Absent => last = last.max(Some((it.held_on.0, n))),
            Fact::Unknown => open = open.or(Some(at)),
        }
    }
    if !any {
        // It may still be held; where it was not, the rules on life meetings answer.
        let last = last_day_of_meeting(cx, u32::try_from(year).unwrap_or(0), end);
        let due = last.day();
        if let LastDay::Open(day, at) = last {
            if day < cx.as_of {
                // It may have been put off.
                return Ok(probe.unknown(at));
            }
        }
        probe.reach(due.is_none_or(|due| cx.as_of <= due), Why::OtherRule)?;
        return Ok(probe.awaits(case.at(), due));
    }
    probe.falls_due(case.at(), end, None);
    if let Some(at) = open {
        return Ok(probe.unknown(at));
    }
    if cx.as_of <= end {
        return Ok(probe.pending(case.at(), Some(end)));
    }
    periodic::belonged(case, start, end, probe)?;
    if !democratic {
        // The year's democratic life meeting is often held in the next one: it may still have been stated there.
        return Ok(probe.lack(Missing::FullRecord(Path::ROOT.field(field!("life_meetings")))));
    }
    let meeting = last.map(|it| Path::ROOT.field(field!("life_meetings")).index(it.1 as usize));
    Ok(probe.breach_with(case.at(), Breach::Missing, |it| {
        // Once the year is over, or its meeting was held, whichever is later.
        it.day = last.map_or(after(end), |it| it.0.max(after(end)));
        it.also.extend(meeting);
        it.who = Some(case.person.id.as_str().into());
    }))
}
