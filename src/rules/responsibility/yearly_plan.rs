//! 主体责任年度计划: for each year the Party group adopts a plan of the responsibility for strict governance by its date.

use chrono::Datelike as _;

use super::BASE;
use crate::{
    facts::{Fact, Plan, PlanAdopter, RecordFamily},
    finding::{Breach, Missing, Why},
    law::{
        cite,
        instruments::{MEASURES, PRIMARY_RESPONSIBILITY_RULES},
    },
    norm::{Norm, Words, code},
    outcome::{Outcome, Severity},
    path::{Path, field},
    rule::{Answer, Checks, Due, Part, Probe, Rule, UnitCase, after},
    rules::meets::{self, Meets},
    time::{DateRange, NaiveDate},
};

/// 主体责任年度计划: for each year the Party group adopts a plan of the responsibility for strict governance by its date.
#[doc(alias = "主体责任")]
pub(super) static RULE: Rule = Rule {
    norm: Norm {
        code: code!("RSP001"),
        slug: "yearly-plan",
        title: Words { zh: "主体责任年度计划", en: "A plan each year" },
        gist: Words {
            zh: "党组每年按时审议通过落实全面从严治党主体责任的年度计划。",
            en: "For each year the Party group adopts a plan of the responsibility for strict governance by its date.",
        },
        cites: &[cite!(MEASURES, clause "2.3.1"), PRIMARY_RESPONSIBILITY_RULES.whole()],
        severity: Severity::Ordinary,
        remedy: Words { zh: "审议通过年度计划", en: "adopt the plan" },
        parameters: &["yearly_plan_limit"],
        ..BASE
    },
    checks: Checks { unit: Some(check), by_own_day: true, ..Checks::NONE },
};

fn check(case: &UnitCase<'_>, probe: &mut Probe<'_>) -> Answer {
    let (cx, first) = (&case.cx, case.cx.policy.measures_from());
    probe.reach(first <= cx.as_of, Why::NotInForce)?;
    for year in first.year()..=cx.as_of.year() {
        let Some(days) = DateRange::year(year) else { continue };
        probe.subject(Part::of_period(days), |probe| of_year(case, year, probe));
    }
    Ok(probe.unless_opened(Why::NotInForce))
}

/// The day on which the Party group adopted a plan.
fn adopted(it: &Plan, at: Path) -> Meets {
    let at = at.field(field!("adoption"));
    match &it.adoption {
        Fact::Known(adoption) => {
            let by = meets::fact(&adoption.by, at.field(field!("by")), |by| {
                *by == PlanAdopter::PartyGroup
            });
            by.and(Meets::Yes(adoption.on.0))
        }
        Fact::Absent => Meets::No,
        Fact::Unknown => Meets::open(at),
    }
}

fn of_year(case: &UnitCase<'_>, year: i32, probe: &mut Probe<'_>) -> Answer {
    let (cx, records) = (&case.cx, case.cx.dossier.records());
    let days = NaiveDate::from_ymd_opt(year, 1, 1).and_then(|it| Some((it, it.pred_opt()?)));
    let Some((start, before)) = days else { return Ok(Outcome::NotApplicable) };
    let limit = &cx.policy.on(start).yearly_plan_limit;
    let shelf = Path::ROOT.field(field!("plans"));
    let due = limit.value.map(|term| Due::of(cx, before, term).and_then(|due| due.last));
    let is_late = |on: NaiveDate| due.and_then(Result::ok).is_some_and(|due| on > due);
    let (mut plans, mut best, mut open) = (0_u32, None, Meets::No);
    for n in cx.dossier.index().duties.plans_for(u32::try_from(year).unwrap_or(0)) {
        let Some(it) = cx.dossier.records().plans.get(n as usize) else { continue };
        plans += 1;
        // What was adopted after the as-of day, or late whoever adopted it, is open no more.
        let on = it.adoption.known().map(|it| it.on.0);
        if on.is_some_and(|on| on > cx.as_of) {
            continue;
        }
        match adopted(it, shelf.index(n as usize)) {
            Meets::Yes(day) if day <= cx.as_of => {
                // Of two adopted on one day the first by identifier, whatever their order on record.
                let name = (day, it.id.as_str());
                if best.is_none_or(|(best, _)| name < best) {
                    best = Some((name, n));
                }
            }
            lacks @ Meets::Open(_) if on.is_none_or(|on| !is_late(on)) => open = open.or(lacks),
            Meets::Open(_) | Meets::Yes(_) | Meets::No => {}
        }
    }
    let done = best.map(|it: ((NaiveDate, &str), u32)| it.0.0);
    let at = best.map_or(Path::ROOT, |it| shelf.index(it.1 as usize).field(field!("adoption")));
    if let Some(Ok(due)) = due {
        // One that was due before the measures is not theirs.
        probe.reach(due >= cx.policy.measures_from(), Why::NotInForce)?;
        probe.falls_due(Path::ROOT, due, done.map(|day| (day, at)));
    }
    if done.is_some_and(|day| day <= before) {
        return Ok(Outcome::Compliant);
    }
    let due = match probe.due(cx, before, limit) {
        Ok(due) => probe.covered(due.last)?,
        Err(outcome) => return Ok(outcome),
    };
    if done.is_some_and(|day| day <= due) {
        return Ok(Outcome::Compliant);
    }
    if let Meets::Open(lacks) = open {
        return Ok(lacks.tell(probe));
    }
    if done.is_none() && cx.as_of <= due {
        return Ok(probe.pending(Path::ROOT, Some(due)));
    }
    // A plan that is on record and was not adopted shows it by itself.
    let family = RecordFamily::Plans;
    if done.is_none() && plans == 0 && !cx.dossier.is_complete(family, start, due) {
        return Ok(probe.lack(Missing::Completeness { family, from: start, until: due }));
    }
    probe.hinge(limit);
    // Of several plans the first by identifier, whatever their order on record.
    let name = |n: &u32| records.plans.get(*n as usize).map(|it| it.id.as_str());
    let on_record = cx.dossier.index().duties.plans_for(u32::try_from(year).unwrap_or(0));
    let on_record = on_record.min_by_key(name);
    let at = match on_record.filter(|_| done.is_none()) {
        Some(n) => shelf.index(n as usize).field(field!("adoption")),
        None => at,
    };
    Ok(probe.breach_with(at, Breach::Late { due, done }, |it| it.day = after(due)))
}
