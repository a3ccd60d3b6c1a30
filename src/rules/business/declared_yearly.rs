//! 每年报告: a declaration for each year, by its date.

use super::BASE;
use crate::{
    facts::RecordFamily,
    finding::{Breach, Hinge, Missing, Why},
    law::{
        cite,
        instruments::{MEASURES, PERSONAL_MATTERS_RULES},
    },
    norm::{Norm, Words, code},
    outcome::{Outcome, Severity},
    path::field,
    rule::{Answer, Checks, Due, HouseholdCase, Part, Probe, Rule, after},
    time::{DateRange, NaiveDate},
};
use chrono::Datelike as _;

/// 每年报告: a declaration for each year, by its date.
#[doc(alias = "报告个人有关事项")]
pub(super) static RULE: Rule = Rule {
    norm: Norm {
        code: code!("BIZ001"),
        slug: "declared-yearly",
        title: Words { zh: "每年报告亲属经商办企业情况", en: "Declared every year" },
        gist: Words {
            zh: "领导干部每年按期如实报告配偶、子女及其配偶经商办企业情况。",
            en: "The business of spouse, children and their spouses is declared for each year, by its date.",
        },
        cites: &[cite!(MEASURES, clause "2.5.1"), PERSONAL_MATTERS_RULES.whole()],
        severity: Severity::Ordinary,
        remedy: Words { zh: "补报", en: "make the declaration" },
        parameters: &["yearly_declaration_limit"],
        ..BASE
    },
    checks: Checks { household: Some(check), by_own_day: true, ..Checks::NONE },
};

fn check(case: &HouseholdCase<'_>, probe: &mut Probe<'_>) -> Answer {
    let it = case.household;
    let as_of = case.cx.as_of;
    let last = it.until.map_or(as_of, |day| day.0.min(as_of));
    // The duty for a year lies on who is bound on its last day, or as things stand while it runs.
    // A limit may be long: what is due before the measures is left out year by year.
    for year in it.from.0.year().max(1900)..=last.year() {
        let Some(days) = DateRange::year(year) else { continue };
        let Some(end) = days.until else { continue };
        if it.from.0 <= end && end.min(as_of) <= last {
            probe.subject(Part::of_period(days), |probe| of_year(case, end, probe));
        }
    }
    Ok(probe.unless_opened(Why::NothingToRecord))
}

fn of_year(case: &HouseholdCase<'_>, end: NaiveDate, probe: &mut Probe<'_>) -> Answer {
    let cx = &case.cx;
    let limit = &cx.policy.on(end).yearly_declaration_limit;
    let year = u32::try_from(end.year()).unwrap_or(0);
    let of_year = case.household.declarations.elements().iter();
    let of_year = of_year.filter(|it| it.year == Some(year)).map(|it| it.declared_on.0);
    let made = of_year.filter(|day| *day <= cx.as_of).min();
    probe.falls_due_after(
        cx,
        end,
        limit,
        case.at.field(field!("declarations")),
        made.map(|day| (day, case.at.field(field!("declarations")))),
    );
    if end >= cx.policy.measures_from() && made.is_some_and(|day| day <= end) {
        // Within the year itself it is in time whatever the limit is.
        return Ok(Outcome::Compliant);
    }
    if cx.as_of <= end && made.is_none() && !case.household.declarations.is_unknown() {
        // However long the limit is, the year itself still runs.
        let due = limit.value.and_then(|term| Due::of(cx, end, term).ok()?.last.ok());
        probe.reach(due.is_none_or(|due| due >= cx.policy.measures_from()), Why::NotInForce)?;
        return Ok(probe.pending(case.at.field(field!("declarations")), due));
    }
    let due = probe.due(cx, end, limit)?;
    if made.is_some_and(|day| day <= due.surely) && end >= cx.policy.measures_from() {
        return Ok(Outcome::Compliant);
    }
    let at = case.at.field(field!("declarations"));
    let is_open = made.is_none() && !case.household.declarations.is_unknown();
    if is_open && cx.policy.measures_from() <= cx.as_of && cx.as_of <= due.surely {
        return Ok(probe.pending(at, due.last.ok()));
    }
    let due = probe.covered(due.last)?;
    // A duty over a period that straddles the first day goes by its due day.
    probe.reach(due >= cx.policy.measures_from(), Why::NotInForce)?;
    if case.household.declarations.is_unknown() {
        return Ok(probe.unknown(at));
    }
    match made {
        Some(day) if day <= due => Ok(Outcome::Compliant),
        None if cx.as_of <= due => Ok(probe.pending(at, Some(due))),
        None if !case.household.declarations.is_absent()
            && !cx.dossier.is_complete(RecordFamily::Declarations, end, due) =>
        {
            let family = RecordFamily::Declarations;
            Ok(probe.lack(Missing::Completeness { family, from: end, until: due }))
        }
        done => Ok(probe.breach_with(at, Breach::Late { due, done }, |it| {
            it.day = after(due);
            it.hinges = vec![Hinge::of(limit)];
            it.who = Some(case.household.holder.as_str().into());
        })),
    }
}
