//! 民主生活会每年召开: for each year there is a yearly democratic life meeting, held in it or by the day to which the superior consented; a special session does not count.

use chrono::Datelike as _;

use super::{BASE, LastDay, is_yearly_meeting, last_day};
use crate::{
    facts::{Fact, LifeMeeting, RecordFamily},
    finding::{Breach, Missing, Why},
    law::{
        cite,
        instruments::{DEMOCRATIC_LIFE_MEETING_RULES, MEASURES},
    },
    norm::{Norm, Words, code},
    outcome::{Outcome, Severity},
    path::{Path, field},
    rule::{Answer, Checks, Part, Probe, Rule, UnitCase, after},
    time::{DateRange, NaiveDate},
};

/// 民主生活会每年召开: for each year there is a yearly democratic life meeting, held in it or by the day to which the superior consented; a special session does not count.
#[doc(alias = "民主生活会")]
pub(super) static RULE: Rule = Rule {
    norm: Norm {
        code: code!("DLM001"),
        slug: "held-yearly",
        title: Words { zh: "民主生活会每年召开", en: "Held every year" },
        gist: Words {
            zh: "领导班子每年召开一次年度民主生活会，在当年或者经上级同意的日期前召开；专题民主生活会不计。",
            en: "For each year there is a yearly democratic life meeting, held in it or by the day to which the superior consented; a special session does not count.",
        },
        cites: &[cite!(MEASURES, clause "2.1.4"), DEMOCRATIC_LIFE_MEETING_RULES.whole()],
        severity: Severity::Ordinary,
        remedy: Words { zh: "召开年度民主生活会", en: "hold the yearly meeting" },
        ..BASE
    },
    checks: Checks { unit: Some(check), by_own_day: true, ..Checks::NONE },
};

fn check(case: &UnitCase<'_>, probe: &mut Probe<'_>) -> Answer {
    let (cx, first) = (&case.cx, case.cx.policy.measures_from());
    probe.reach(first <= cx.as_of, Why::NotInForce)?;
    for year in first.year()..=cx.as_of.year() {
        let Some(days) = DateRange::year(year) else { continue };
        probe.subject(Part::of_period(days), |probe| Ok(of_year(case, year, probe)));
    }
    Ok(probe.unless_opened(Why::NotInForce))
}

/// How a meeting stands to the day by which it had to be held.
enum Stand {
    InTime,
    Late,
    Open(Path),
}

fn stand(it: &LifeMeeting, start: NaiveDate, due: Option<NaiveDate>, at: Path) -> Stand {
    let (held, at) = (it.held_on.0, at.field(field!("consent")));
    let in_time = |day: NaiveDate| due.is_none_or(|due| day <= due);
    if start <= held && in_time(held) {
        return Stand::InTime;
    }
    match &it.consent {
        Fact::Unknown => Stand::Open(at),
        // A consent that was given when it was late already cures nothing.
        Fact::Known(consent) if consent.given_on.0 <= held && in_time(consent.given_on.0) => {
            match consent.until {
                Fact::Known(until) if held <= until.0 => Stand::InTime,
                // A consent that names no day sets none.
                Fact::Absent => Stand::InTime,
                Fact::Known(_) => Stand::Late,
                Fact::Unknown => Stand::Open(at.field(field!("until"))),
            }
        }
        Fact::Known(_) | Fact::Absent => Stand::Late,
    }
}

fn of_year(case: &UnitCase<'_>, year: i32, probe: &mut Probe<'_>) -> Outcome {
    let (cx, records) = (&case.cx, case.cx.dossier.records());
    let days = NaiveDate::from_ymd_opt(year, 1, 1).zip(NaiveDate::from_ymd_opt(year, 12, 31));
    let Some((start, end)) = days else { return Outcome::NotApplicable };
    let year = u32::try_from(year).unwrap_or(0);
    let last = last_day(cx, year, end, cx.as_of);
    let shelf = Path::ROOT.field(field!("life_meetings"));
    let (mut late, mut open) = (None::<(NaiveDate, &str, Path)>, None);
    for n in cx.dossier.index().life_meetings_of(year) {
        let Some(it) = records.life_meetings.get(n as usize) else { continue };
        if !is_yearly_meeting(it) || it.held_on.0 > cx.as_of {
            continue;
        }
        let at = shelf.index(n as usize);
        // What was consented to only after it was held it had no consent for.
        match stand(it, start, last_day(cx, year, end, it.held_on.0).day(), at) {
            Stand::InTime => {
                let due = last.day().unwrap_or(it.held_on.0);
                probe.falls_due(Path::ROOT, due, Some((it.held_on.0, at)));
                return Outcome::Compliant;
            }
            // One that was held before the year is none of it.
            Stand::Late if it.held_on.0 < start => {}
            Stand::Late => {
                // Of two on one day the first by identifier, whatever their order on record.
                let this = (it.held_on.0, it.id.as_str(), at.field(field!("held_on")));
                late = Some(late.filter(|it| (it.0, it.1) <= (this.0, this.1)).unwrap_or(this));
            }
            Stand::Open(at) => open = Some(at),
        }
    }
    let late = late.map(|(day, _, at)| (day, at));
    if let Some(due) = last.day() {
        probe.falls_due(Path::ROOT, due, late);
    }
    if let Some(at) = open {
        return probe.unknown(at);
    }
    let due = match last {
        LastDay::Unset if late.is_none() => return probe.pending(Path::ROOT, None),
        LastDay::Unset => end,
        LastDay::Day(due) | LastDay::Open(due, _) if cx.as_of <= due => {
            return probe.pending(Path::ROOT, Some(due));
        }
        LastDay::Open(_, at) if late.is_none() => return probe.unknown(at),
        LastDay::Day(due) | LastDay::Open(due, _) => due,
    };
    let family = RecordFamily::LifeMeetings;
    if late.is_none() && !cx.dossier.is_complete(family, start, due) {
        return probe.lack(Missing::Completeness { family, from: start, until: due });
    }
    let done = late.map(|it| it.0);
    let at = late.map_or(Path::ROOT, |it| it.1);
    probe.breach_with(at, Breach::Late { due, done }, |it| it.day = after(due))
}
