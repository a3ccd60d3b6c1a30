//! 亲清政商关系: inspected each year, and problems handled.

use super::BASE;
use crate::{
    facts::{Fact, RecordFamily},
    finding::{Breach, Missing, Why},
    law::{cite, instruments::MEASURES},
    norm::{Norm, Words, code},
    outcome::{Outcome, Severity},
    path::Path,
    rule::{Answer, Checks, Probe, Rule, UnitCase, after},
    time::NaiveDate,
};
use chrono::Datelike as _;

/// 亲清政商关系: inspected each year, and problems handled.
#[doc(alias = "亲清政商关系")]
pub static RULE: Rule = Rule {
    norm: Norm {
        code: code!("BIZ012"),
        slug: "clean-ties-inspected",
        title: Words { zh: "亲清政商关系监督检查", en: "Clean ties are inspected" },
        gist: Words {
            zh: "政治部每年对亲清政商关系进行监督检查，发现的问题及时处理。",
            en: "Each year the political department inspects ties with businesses, and a problem that it finds is handled.",
        },
        cites: &[cite!(MEASURES, clause "2.5.2")],
        severity: Severity::Ordinary,
        remedy: Words {
            zh: "补作检查，处理问题", en: "hold the inspection, handle the problem"
        },
        parameters: &["ties_problem_limit"],
        ..BASE
    },
    checks: Checks { unit: Some(check), by_own_day: true, ..Checks::NONE },
};

fn check(case: &UnitCase<'_>, probe: &mut Probe<'_>) -> Answer {
    let (first, as_of) = (case.cx.policy.measures_from(), case.cx.as_of);
    probe.reach(first <= as_of, Why::NotInForce)?;
    let inspections = &case.cx.dossier.records().ties_inspections;
    let mut outcome = problems(case, probe);
    // The period ends with the year; one that began before the measures goes by its last day.
    for year in first.year()..=as_of.year() {
        let days = NaiveDate::from_ymd_opt(year, 1, 1).zip(NaiveDate::from_ymd_opt(year, 12, 31));
        let Some((from, until)) = days else { continue };
        let held = |day: NaiveDate| from <= day && day <= until && day <= as_of;
        if inspections.iter().any(|it| held(it.held_on.0)) {
            outcome = outcome.join(Outcome::Compliant);
        } else if as_of <= until {
            outcome = outcome.join(probe.pending(Path::ROOT, Some(until)));
        } else if case.cx.dossier.is_complete(RecordFamily::TiesInspections, from, until) {
            let breach = Breach::Late { due: until, done: None };
            outcome =
                outcome.join(probe.breach_with(Path::ROOT, breach, |it| it.day = after(until)));
        } else {
            let family = RecordFamily::TiesInspections;
            outcome = outcome.join(probe.lack(Missing::Completeness { family, from, until }));
        }
    }
    if outcome == Outcome::NotApplicable {
        return Ok(probe.not_applicable(Why::NotInForce));
    }
    Ok(outcome)
}

/// Problems that an inspection found are handled: by the next inspection, or by the policy's limit.
fn problems(case: &UnitCase<'_>, probe: &mut Probe<'_>) -> Outcome {
    let cx = &case.cx;
    let shelf = Path::ROOT.field("ties_inspections");
    let mut outcome = Outcome::NotApplicable;
    for (n, it) in cx.dossier.records().ties_inspections.iter().enumerate() {
        let held = it.held_on.0;
        let limit = &cx.policy.on(held).ties_problem_limit;
        if held > cx.as_of || probe.straddles(cx, held, limit).is_err() {
            continue;
        }
        let at = shelf.index(n).field("problems");
        outcome = outcome.join(match &it.problems {
            Fact::Known(list) => {
                list.iter().enumerate().fold(Outcome::Compliant, |all, (k, it)| {
                    let done = match it.handled_on {
                        Fact::Known(day) => Fact::Known(day.0),
                        Fact::Absent => Fact::Absent,
                        Fact::Unknown => Fact::Unknown,
                    };
                    let at = at.index(k).field("handled_on");
                    if done.known().is_some_and(|day| *day < held) {
                        return all.join(probe.lack(Missing::Contradiction(at)));
                    }
                    all.join(probe.within(cx, held, &done, limit, at))
                })
            }
            Fact::Absent => Outcome::Compliant,
            Fact::Unknown => probe.unknown(at),
        });
    }
    outcome
}
