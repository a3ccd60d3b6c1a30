//! 第四季度召开或者经上级同意: the yearly meeting is held in the fourth quarter, or at another time with the superior's consent.

use chrono::Datelike as _;

use super::{BASE, is_yearly_meeting};
use crate::{
    facts::Fact,
    finding::{Breach, Why},
    law::{
        cite,
        instruments::{DEMOCRATIC_LIFE_MEETING_RULES, MEASURES},
    },
    norm::{Norm, Words, code},
    outcome::{Outcome, Severity},
    path::field,
    rule::{Answer, Checks, LifeMeetingCase, Part, Probe, Rule, UnitCase},
    time::{DateRange, NaiveDate},
};

/// 第四季度召开或者经上级同意: the yearly meeting is held in the fourth quarter, or at another time with the superior's consent.
pub(super) static RULE: Rule = Rule {
    norm: Norm {
        code: code!("DLM002"),
        slug: "in-season-or-agreed",
        title: Words { zh: "第四季度召开或者经上级同意", en: "In season, or agreed" },
        gist: Words {
            zh: "年度民主生活会一般在第四季度召开，提前或者推迟的须经上级同意。",
            en: "The yearly meeting is held in the fourth quarter, or at another time with the superior's consent.",
        },
        cites: &[cite!(MEASURES, clause "2.1.4"), DEMOCRATIC_LIFE_MEETING_RULES.whole()],
        severity: Severity::Advisory,
        remedy: Words {
            zh: "提前或者推迟的，报上级同意",
            en: "ask the superior's consent for another time",
        },
        ..BASE
    },
    checks: Checks { unit: Some(check), by_own_day: true, ..Checks::NONE },
};

fn check(case: &UnitCase<'_>, probe: &mut Probe<'_>) -> Answer {
    let (cx, records) = (case.cx, case.cx.dossier.records());
    let first = cx.policy.measures_from();
    // A meeting for a year may be held in the one before or after it.
    for year in first.year().saturating_sub(1)..=cx.as_of.year().saturating_add(1) {
        let Some(days) = DateRange::year(year) else { continue };
        let of_year = cx.dossier.index().life_meetings_of(u32::try_from(year).unwrap_or(0));
        let cases = of_year.filter_map(|place| {
            let life_meeting = records.life_meetings.get(place as usize)?;
            let case = LifeMeetingCase { cx, life_meeting, place };
            let judged = first <= case.day() && case.day() <= cx.as_of;
            (judged && is_yearly_meeting(life_meeting)).then_some(case)
        });
        let mut cases = cases.peekable();
        let Some(at) = cases.peek().map(LifeMeetingCase::at) else { continue };
        probe.subject(Part::of_period(days).standing_at(at), |probe| {
            Ok(cases.fold(Outcome::NotApplicable, |all, it| {
                probe.set_day(it.day());
                all.join(held_in_season(&it, probe).unwrap_or_else(|outcome| outcome))
            }))
        });
    }
    // Where none was held DLM001 answers.
    Ok(probe.unless_opened(Why::OtherRule))
}

fn held_in_season(case: &LifeMeetingCase<'_>, probe: &mut Probe<'_>) -> Answer {
    let (it, held) = (case.life_meeting, case.day());
    let year = i32::try_from(it.year).unwrap_or(i32::MAX);
    let quarter = NaiveDate::from_ymd_opt(year, 10, 1).zip(NaiveDate::from_ymd_opt(year, 12, 31));
    let Some((from, until)) = quarter else { return Ok(probe.not_applicable(Why::OtherKind)) };
    if from <= held && held <= until {
        return Ok(Outcome::Compliant);
    }
    let consents = case.cx.dossier.records().life_meeting_postponements.iter();
    let consents = consents.filter(|other| other.year == it.year && held > until);
    let mut given = consents.map(|it| it.given_on.0);
    let at = case.at().field(field!("consent"));
    Ok(match &it.consent {
        Fact::Known(consent) if consent.given_on.0 <= held => match consent.until {
            // Brought forward, it was held after the day consented to.
            Fact::Known(last) if held < from && last.0 < held => {
                let breach = Breach::OutsideWindow { from, until: Some(until), done: held };
                probe.breach(case.at().field(field!("held_on")), breach)
            }
            Fact::Unknown if held < from => probe.unknown(at.field(field!("until"))),
            _ => Outcome::Compliant,
        },
        _ if given.any(|day| day <= held) => Outcome::Compliant,
        Fact::Unknown => probe.unknown(at),
        // Whether it was held by the day consented to is DLM001's.
        Fact::Known(_) | Fact::Absent => {
            let breach = Breach::OutsideWindow { from, until: Some(until), done: held };
            probe.breach(case.at().field(field!("held_on")), breach)
        }
    })
}
