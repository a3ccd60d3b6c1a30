//! 一人一次一核: the checks are of this person and this round, and not stale.

use super::{BASE, process};
use crate::{
    facts::{Fact, FourMustCheck},
    finding::{Breach, Why},
    law::{
        cite,
        instruments::{MEASURES, SOUND_PROMOTION_OPINION_2016},
    },
    norm::{Norm, Words, code},
    outcome::{Outcome, Severity},
    path::{Path, field},
    rule::{Answer, Checks, Probe, PromotionCase, Rule},
};

/// 一人一次一核: the checks are of this person and this round, and not stale.
#[doc(alias = "审核针对本人本次选拔且未过期")]
pub(super) static RULE: Rule = Rule {
    norm: Norm {
        code: code!("PRM009"),
        slug: "checks-for-this-round",
        title: Words {
            zh: "审核针对本人本次选拔且未过期", en: "The checks are for this round"
        },
        gist: Words {
            zh: "四项审核须针对本人和本次选拔，自完成至讨论决定不超过政策规定的期限。",
            en: "Each of the four checks is of this person and this round, and from its end to the decision no older than the policy allows.",
        },
        cites: &[cite!(MEASURES, clause "2.6.2"), SOUND_PROMOTION_OPINION_2016.whole()],
        severity: Severity::Serious,
        remedy: Words { zh: "重新审核", en: "make the check again" },
        parameters: &["promotion_check_validity"],
        ..BASE
    },
    checks: Checks { promotion: Some(check), by_own_day: true, ..Checks::NONE },
};

fn check(case: &PromotionCase<'_>, probe: &mut Probe<'_>) -> Answer {
    let at = case.at.field(field!("checks"));
    if case.gate.is_some() {
        process::reach(case, probe)?;
    }
    let Some(checks) = probe.need(&case.promotion.checks, || at)? else {
        return Ok(probe.not_applicable(Why::NothingToRecord));
    };
    process::reach(case, probe)?;
    let mut outcome = Outcome::NotApplicable;
    for (name, fact) in checks.each() {
        let at = at.field(name);
        outcome = outcome.join(match fact {
            Fact::Known(check) => one(case, check, at, probe).unwrap_or_else(|outcome| outcome),
            Fact::Absent => Outcome::NotApplicable,
            Fact::Unknown => probe.unknown(at),
        });
    }
    if outcome == Outcome::NotApplicable {
        return Ok(probe.not_applicable(Why::NothingToRecord));
    }
    Ok(outcome)
}

fn one(case: &PromotionCase<'_>, check: &FourMustCheck, at: Path, probe: &mut Probe<'_>) -> Answer {
    let day = process::settled(case).known().map_or(case.cx.as_of, |on| on.day());
    if check.of.as_ref().is_some_and(|of| *of != case.promotion.candidate) {
        return Ok(
            probe.breach_with(at.field(field!("of")), Breach::NotOfThisCase, |it| it.day = day)
        );
    }
    match process::is_ours(case, check) {
        Some(true) => {}
        Some(false) => {
            return Ok(probe.breach_with(at.field(field!("round")), Breach::NotOfThisCase, |it| {
                it.day = day;
                it.also.push(case.at.field(field!("round")));
            }));
        }
        None => return Ok(probe.unknown(case.at.field(field!("round")))),
    }
    let decided = match process::decided(case) {
        Fact::Known(on) => on.day(),
        Fact::Absent => return Ok(Outcome::Compliant),
        Fact::Unknown => return Ok(probe.unknown(case.at.field(field!("decision")))),
    };
    let at = at.field(field!("finished_on"));
    // Unfinished, it cannot be stale: PRM006 names that.
    let Some(finished) = probe.need(&check.finished_on, || at)? else {
        return Ok(Outcome::Compliant);
    };
    if finished.day() >= decided {
        return Ok(Outcome::Compliant);
    }
    let limit = &case.cx.policy.on(decided).promotion_check_validity;
    let due = probe.due(&case.cx, finished.day(), limit)?;
    if decided <= due.surely {
        return Ok(Outcome::Compliant);
    }
    let due = probe.covered(due.last)?;
    if decided <= due {
        return Ok(Outcome::Compliant);
    }
    probe.hinge(limit);
    Ok(probe.breach_with(at, Breach::Late { due, done: Some(decided) }, |it| {
        it.day = decided;
        it.also.push(case.at.field(field!("decision")).field(field!("decided_on")));
    }))
}
