//! 民主推荐结果一年内有效: a recommendation and its age.

use super::{BASE, process};
use crate::{
    facts::Fact,
    finding::{Breach, Why},
    law::instruments::{APPOINTMENT_REGULATIONS, MEASURES},
    norm::{Code, Norm, Words},
    outcome::{Outcome, Severity},
    rule::{Answer, Checks, Probe, PromotionCase, Rule},
    time::add_months,
};

pub(super) static RULE: Rule = Rule {
    norm: Norm {
        code: Code::new("PRM014"),
        slug: "recommendation-valid",
        title: Words { zh: "民主推荐结果有效", en: "A valid recommendation" },
        gist: Words {
            zh: "须有民主推荐，其结果在讨论决定时不超过一年。",
            en: "There is a recommendation, whose result is no older than a year at the decision.",
        },
        cites: &[MEASURES.clause("2.6.2"), APPOINTMENT_REGULATIONS.whole()],
        severity: Severity::Ordinary,
        remedy: Words { zh: "重新进行民主推荐", en: "hold a recommendation again" },
        ..BASE
    },
    checks: Checks { promotion: Some(check), by_own_day: true, ..Checks::NONE },
};

fn check(case: &PromotionCase<'_>, probe: &mut Probe<'_>) -> Answer {
    let decided = match process::decided(case) {
        Fact::Unknown => return Ok(probe.unknown(case.at.field("decision"))),
        Fact::Absent => return Ok(probe.not_applicable(Why::NotDecided)),
        Fact::Known(on) => on.day(),
    };
    process::binds(case, decided, probe)?;
    let at = case.at.field("recommendation");
    let Some(recommendation) = probe.need(&case.promotion.recommendation, || at)? else {
        return Ok(probe.breach_with(at, Breach::Missing, |it| it.day = decided));
    };
    let at = at.field("finished_on");
    let Some(finished) = probe.need(&recommendation.finished_on, || at)? else {
        return Ok(probe.breach_with(at, Breach::Missing, |it| it.day = decided));
    };
    // By the calendar: the corresponding day of the next year is still in time.
    match add_months(finished.day(), 12) {
        Some(due) if decided > due => {
            Ok(probe.breach_with(at, Breach::Late { due, done: Some(decided) }, |it| {
                it.day = decided;
                it.also.push(case.at.field("decision").field("decided_on"));
            }))
        }
        _ => Ok(Outcome::Compliant),
    }
}
