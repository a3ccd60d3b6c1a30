//! 限期退出: the relative leaves, or the holder steps down, by the limit.

use super::{
    BASE,
    ties::{self, Meets},
};
use crate::{
    finding::{Breach, Missing, Why},
    law::{
        cite,
        instruments::{MEASURES, RELATIVE_BUSINESS_RULES},
    },
    norm::{Norm, Words, code},
    outcome::{Outcome, Severity},
    path::field,
    policy::Ban,
    rule::{Answer, Checks, Due, InterestCase, Part, Probe, Rule, after},
    time::NaiveDate,
};

/// 限期退出: the relative leaves, or the holder steps down, by the limit.
pub(super) static RULE: Rule = Rule {
    norm: Norm {
        code: code!("BIZ006"),
        slug: "exit-or-step-down",
        title: Words { zh: "限期退出或者调整职务", en: "Leave, or step down" },
        gist: Words {
            zh: "发现禁业情形后，亲属须在限期内退出，或者领导干部调整职务。",
            en: "Once it was found that a ban applies, the relative leaves the business within the limit, or the holder the post.",
        },
        cites: &[cite!(MEASURES, clause "2.5.3"), RELATIVE_BUSINESS_RULES.whole()],
        severity: Severity::Serious,
        remedy: Words {
            zh: "督促退出，或调整其职务",
            en: "press for the exit, or move the holder",
        },
        parameters: &["bans", "business_exit_limit"],
        ..BASE
    },
    checks: Checks { interest: Some(check), by_own_day: true, ..Checks::NONE },
};

fn check(case: &InterestCase<'_>, probe: &mut Probe<'_>) -> Answer {
    if case.cx().policy.bans().is_some_and(<[Ban]>::is_empty) {
        return Ok(probe.not_applicable(Why::OtherRule));
    }
    let at = case.at().field(field!("found_on"));
    if case.interest.found_on.is_unknown() && never(case) {
        // Whenever it was found, there was nothing to leave.
        return Ok(probe.not_applicable(Why::OtherRule));
    }
    let found = probe.need(&case.interest.found_on, || at)?.map(|day| day.0);
    let Some(found) = found.filter(|day| *day <= case.cx().as_of) else {
        return Ok(probe.not_applicable(Why::NothingToRecord));
    };
    let Some(bans) = case.cx().policy.bans() else {
        return Ok(probe.lack(Missing::Policy("bans")));
    };
    let ties = ties::of(case, probe)?;
    for ban in bans.iter().filter(|it| it.days().0 <= found && found <= it.days().1) {
        let met = |day| ties::meets_on(case, ban, day, &ties);
        let (now, ever) = (met(found), before(case, ban, found, &ties));
        if matches!((&now, &ever), (Meets::No, Meets::No)) {
            continue;
        }
        probe.subject(Part::new().word("ban", &ban.id).on(found), |probe| {
            Ok(match (now, ever) {
                (Meets::Yes(_), ever) => match (left(case, ban, found, met, probe), ever) {
                    // Left before the measures.
                    (Ok(Outcome::Compliant), Meets::No) => probe.not_applicable(Why::NotInForce),
                    (Ok(outcome) | Err(outcome), _) => outcome,
                },
                // Gone when it was found.
                (Meets::No, Meets::Yes(_) | Meets::No) => Outcome::Compliant,
                (Meets::No, Meets::Open(lacks)) => lacks.tell(probe),
                (Meets::Open(lacks), ever) => {
                    // Met or gone when it was found, it was gone by the limit.
                    let kept = match left(case, ban, found, met, probe) {
                        Ok(Outcome::Compliant) => matches!(ever, Meets::Yes(_)),
                        _ => false,
                    };
                    if kept { Outcome::Compliant } else { lacks.tell(probe) }
                }
            })
        });
    }
    // What was found met no ban that day: BIZ004 tells.
    Ok(probe.unless_opened(Why::OtherRule))
}

/// Whether surely no ban was met on any day that is judged.
fn never(case: &InterestCase<'_>) -> bool {
    let cx = case.cx();
    if cx.dossier.records().kinship.is_unknown() {
        return false;
    }
    let ties = ties::all(case);
    let met = |ban| matches!(before(case, ban, cx.as_of, &ties), Meets::No);
    cx.policy.bans().is_some_and(|bans| bans.iter().all(met))
}

/// Whether the ban was met on some day that is judged, by the day it was found.
fn before(
    case: &InterestCase<'_>,
    ban: &Ban,
    found: NaiveDate,
    ties: &(impl Iterator<Item = ties::Tie> + Clone),
) -> Meets {
    let mut whole = Meets::No;
    for seat in case.household.seats() {
        for tie in ties.clone().filter(|it| ban.relations.contains(&it.relation)) {
            let met = ties::meets(case, ban, &seat, &tie);
            whole = whole.or(ties::scope(case, ban, &seat).and(met));
        }
    }
    match whole {
        Meets::Yes(day) if day > found => Meets::No,
        whole => whole,
    }
}

/// Whether by the limit the ban is met no more: the relative has left, or the holder moved, the day before at the latest.
fn left(
    case: &InterestCase<'_>,
    ban: &Ban,
    found: NaiveDate,
    met: impl Fn(NaiveDate) -> Meets,
    probe: &mut Probe<'_>,
) -> Answer {
    let cx = case.cx();
    let limit = &cx.policy.on(found).business_exit_limit;
    let Some(term) = ban.exit_limit.or(limit.value) else {
        // Gone on the very next day it is in time whatever the limit is.
        return Ok(match met(after(found)) {
            Meets::No if found < cx.as_of => Outcome::Compliant,
            _ => probe.lack(Missing::Policy(limit.field)),
        });
    };
    let due = probe.covered(Due::of(cx, found, term))?;
    let last = match due.last {
        Ok(last) => last,
        // In time whatever the calendar.
        Err(_) if due.surely <= cx.as_of && matches!(met(due.surely), Meets::No) => {
            return Ok(Outcome::Compliant);
        }
        Err(_) if cx.as_of <= due.surely => return Ok(probe.pending(case.at(), None)),
        Err(not_covered) => return probe.covered(Err(not_covered)),
    };
    // Found before the measures, it goes by the day due.
    probe.reach(last >= cx.policy.measures_from(), Why::NotInForce)?;
    let judged = last.min(cx.as_of);
    let lacks = match met(judged) {
        Meets::No => {
            // Of a holder who moved there is no other day than that by which the ban is met no more.
            let until = case.interest.until.known().map(|day| day.0).filter(|day| *day <= judged);
            let until = until.map(|day| (day, case.at().field(field!("until"))));
            probe.falls_due(case.at(), last, until.or(Some((judged, case.at()))));
            return Ok(Outcome::Compliant);
        }
        _ if cx.as_of <= last => {
            probe.falls_due(case.at(), last, None);
            return Ok(probe.pending(case.at(), Some(last)));
        }
        Meets::Open(lacks) => Some(lacks),
        Meets::Yes(_) => None,
    };
    let done = case.interest.until.known().map(|day| after(day.0)).filter(|day| *day <= cx.as_of);
    probe.falls_due(case.at(), last, done.map(|day| (day, case.at().field(field!("until")))));
    if let Some(lacks) = lacks {
        return Ok(lacks.tell(probe));
    }
    Ok(probe.breach_with(case.at(), Breach::Late { due: last, done }, |it| {
        it.day = after(last);
        it.hinges = vec![ties::hinge(ban)];
        it.who = Some(case.household.household.holder.as_str().into());
    }))
}
