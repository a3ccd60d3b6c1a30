//! 限期退出: the relative leaves, or the holder steps down, by the limit.

use super::{
    BASE,
    ties::{self, Meets},
};
use crate::{
    facts::Fact,
    finding::{Breach, Missing, Why},
    law::{
        cite,
        instruments::{MEASURES, RELATIVE_BUSINESS_RULES},
    },
    norm::{Norm, Words, code},
    outcome::{Outcome, Severity},
    policy::Ban,
    rule::{Answer, Checks, Due, InterestCase, Probe, Rule, after},
    time::NaiveDate,
};

/// 限期退出: the relative leaves, or the holder steps down, by the limit.
pub static RULE: Rule = Rule {
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
    let at = case.at().field("found_on");
    let found = probe.need(&case.interest.found_on, || at)?.map(|day| day.0);
    let Some(found) = found.filter(|day| *day <= case.cx().as_of) else {
        return Ok(probe.not_applicable(Why::NothingToRecord));
    };
    let Some(bans) = case.cx().policy.bans() else {
        return Ok(probe.lack(Missing::Policy("bans")));
    };
    let ties = ties::of(case, probe)?;
    let mut outcome = Outcome::NotApplicable;
    for ban in bans {
        for seat in case.household.seats() {
            for tie in ties.clone().filter(|it| ban.relations.contains(&it.relation)) {
                outcome = outcome.join(
                    match ties::scope(case, ban, &seat).and(ties::meets(case, ban, &seat, &tie)) {
                        Meets::No => Outcome::NotApplicable,
                        Meets::Open(lacks) => lacks.tell(probe),
                        Meets::Yes(_) => {
                            left(case, ban, found, &seat, probe).unwrap_or_else(|it| it)
                        }
                    },
                );
            }
        }
    }
    if outcome == Outcome::NotApplicable {
        // What was found met no ban: BIZ004 tells.
        return Ok(probe.not_applicable(Why::OtherRule));
    }
    Ok(outcome)
}

/// Whether by the limit the relative had left, or the holder moved.
fn left(
    case: &InterestCase<'_>,
    ban: &Ban,
    found: NaiveDate,
    seat: &ties::Seat<'_>,
    probe: &mut Probe<'_>,
) -> Answer {
    let cx = case.cx();
    let limit = &cx.policy.on(found).business_exit_limit;
    let due = match ban.exit_limit {
        Some(term) => Some(term),
        None => limit.value,
    };
    let due = match due {
        Some(term) => {
            let due = probe.covered(Due::of(cx, found, term))?;
            Some(probe.covered(due.last)?)
        }
        None => None,
    };
    // Found before the measures, it goes by the day due.
    let counts = due.unwrap_or(found) >= cx.policy.measures_from();
    probe.reach(counts, Why::NotInForce)?;
    // Gone from the day after the last one.
    let moved = Some(seat.until).filter(|day| *day < NaiveDate::MAX).map(after);
    let in_time = |day: NaiveDate| day <= due.unwrap_or(found) && day <= cx.as_of;
    if moved.is_some_and(in_time) {
        return Ok(Outcome::Compliant);
    }
    let left = match case.interest.until {
        Fact::Known(day) => Some(after(day.0)),
        Fact::Absent => None,
        Fact::Unknown => return Ok(probe.unknown(case.at().field("until"))),
    };
    if left.is_some_and(in_time) {
        return Ok(Outcome::Compliant);
    }
    let Some(due) = due else { return Ok(probe.lack(Missing::Policy(limit.field))) };
    let at = case.at();
    if cx.as_of <= due {
        return Ok(probe.pending(at, Some(due)));
    }
    let done = left.into_iter().chain(moved).min().filter(|day| *day <= cx.as_of);
    Ok(probe.breach_with(at, Breach::Late { due, done }, |it| {
        it.day = after(due);
        it.hinges = vec![ties::hinge(ban)];
        it.who = Some(case.household.household.holder.as_str().into());
    }))
}
