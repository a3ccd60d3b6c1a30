//! 民主推荐结果一年内有效: a recommendation and its age.

use std::cmp::Ordering;

use super::{BASE, process};
use crate::{
    finding::{Breach, Missing},
    law::{
        cite,
        instruments::{APPOINTMENT_REGULATIONS, MEASURES},
    },
    norm::{Norm, Words, code},
    outcome::{Outcome, Severity},
    path::field,
    rule::{Answer, Checks, Probe, PromotionCase, Rule},
    time::{Moment, add_months},
};

/// 民主推荐结果一年内有效: a recommendation and its age.
#[doc(alias = "民主推荐结果有效")]
pub(super) static RULE: Rule = Rule {
    norm: Norm {
        code: code!("PRM014"),
        slug: "recommendation-valid",
        title: Words { zh: "民主推荐结果有效", en: "A valid recommendation" },
        gist: Words {
            zh: "须有民主推荐，其结果在讨论决定时不超过一年。",
            en: "There is a recommendation, whose result is no older than a year at the decision.",
        },
        cites: &[cite!(MEASURES, clause "2.6.2"), APPOINTMENT_REGULATIONS.whole()],
        severity: Severity::Ordinary,
        remedy: Words { zh: "重新进行民主推荐", en: "hold a recommendation again" },
        ..BASE
    },
    checks: Checks { promotion: Some(check), by_own_day: true, ..Checks::NONE },
};

fn check(case: &PromotionCase<'_>, probe: &mut Probe<'_>) -> Answer {
    let settled = process::reach(case, probe)?;
    let at = case.at.field(field!("recommendation"));
    let recommendation = probe.need(&case.promotion.recommendation, || at)?;
    // One that begins after the as-of day, or after the case was settled, was none.
    let too_late = |on: Moment| settled.is_some_and(|by| on.order(by) == Some(Ordering::Greater));
    let begun = recommendation
        .filter(|it| it.started_on.day() <= case.cx.as_of && !too_late(it.started_on));
    let Some(recommendation) = begun else {
        return Ok(process::lacking(case, at, probe));
    };
    let at = at.field(field!("finished_on"));
    // One that ended after the case was settled is PRM022's.
    let finished = match settled {
        Some(_) => recommendation.finished_on,
        None => process::by_now(case, recommendation.finished_on),
    };
    let Some(finished) = probe.need(&finished, || at)? else {
        return Ok(process::lacking(case, at, probe));
    };
    if finished.order(recommendation.started_on) == Some(Ordering::Less) {
        return Ok(probe.lack(Missing::Contradiction(at)));
    }
    let Some(decided) = settled.map(Moment::day) else { return Ok(Outcome::Compliant) };
    // By the calendar: the corresponding day of the next year is still in time.
    match add_months(finished.day(), 12) {
        Some(due) if decided > due => {
            Ok(probe.breach_with(at, Breach::Late { due, done: Some(decided) }, |it| {
                it.day = decided;
                it.also.push(process::settled_at(case));
            }))
        }
        _ => Ok(Outcome::Compliant),
    }
}
