//! 破格、越级提拔: approved beforehand, and within its limits.

use super::{BASE, process};
use crate::{
    facts::{Exception, ExceptionKind, Fact, Rank},
    finding::{Breach, Hinge, Missing, Why},
    law::{
        cite,
        instruments::{APPOINTMENT_REGULATIONS, MEASURES},
    },
    norm::{Norm, Words, code},
    outcome::{Outcome, Severity},
    path::{Path, field},
    rule::{Answer, Checks, Probe, PromotionCase, Rule},
    time::add_months,
};

/// 破格、越级提拔: approved beforehand, and within its limits.
#[doc(alias = "破格提拔")]
#[doc(alias = "越级提拔")]
pub(super) static RULE: Rule = Rule {
    norm: Norm {
        code: code!("PRM013"),
        slug: "exception-approved",
        title: Words { zh: "破格、越级提拔须事先批复", en: "Exceptions are approved" },
        gist: Words {
            zh: "破格或越级提拔须事先取得上级批复；试用期内、上次提拔不满一年、连续在任职年限上破格、越过一级以上的，不得破格。",
            en: "A promotion by exception or over a level has the superior's answer beforehand; there is none on probation, within a year of the last promotion, on the years in post twice running, or over more than one level.",
        },
        cites: &[cite!(MEASURES, clause "2.6.2"), APPOINTMENT_REGULATIONS.whole()],
        severity: Severity::Serious,
        remedy: Words {
            zh: "报上级批复，超出限制的不予提拔",
            en: "ask the superior; beyond the limits, do not promote",
        },
        parameters: &["years_between_exceptions"],
        ..BASE
    },
    checks: Checks { promotion: Some(check), by_own_day: true, ..Checks::NONE },
};

/// At most one level is skipped.
const LEVELS_SKIPPED: u32 = 1;

fn check(case: &PromotionCase<'_>, probe: &mut Probe<'_>) -> Answer {
    process::reach(case, probe)?;
    let at = case.at.field(field!("exception"));
    let skipped = match case.promotion.target_rank {
        // Nothing lies between it and those who hold no leading post.
        Fact::Known(target) if target <= Rank::DeputySection => Ok(0),
        _ => process::ranks(case, probe)
            .map(|(current, target)| current.levels_to(target).saturating_sub(1)),
    };
    let levels = match skipped {
        Ok(found) if found > LEVELS_SKIPPED => {
            let breach = Breach::TooMany { allowed: LEVELS_SKIPPED, found };
            process::standing(case, case.at.field(field!("target_rank")), breach, probe)
        }
        Ok(_) => Outcome::Compliant,
        Err(open) => open,
    };
    let exception = match &case.promotion.exception {
        Fact::Known(it) if !it.kinds.is_empty() => it,
        Fact::Unknown => return Ok(levels.join(probe.unknown(at))),
        Fact::Known(_) | Fact::Absent => {
            // Years that fall short of a minimum are PRM012's where the case is put as no exception.
            return Ok(match skipped {
                Err(open) => open,
                Ok(0) => probe.not_applicable(Why::OtherKind),
                Ok(_) => levels.join(process::lacking(case, at, probe)),
            });
        }
    };
    let answer = process::answered(case, exception.answered_on, exception.agreed, at, probe);
    // An answer to something else is none to a level skipped.
    let named = exception.kinds.contains(&ExceptionKind::SkipsLevel);
    let level = match skipped {
        Ok(1..) if !named => process::lacking(case, at.field(field!("kinds")), probe),
        _ => Outcome::Compliant,
    };
    Ok(answer.join(level).join(levels).join(limits(case, exception, at, probe)))
}

fn limits(
    case: &PromotionCase<'_>,
    exception: &Exception,
    at: Path,
    probe: &mut Probe<'_>,
) -> Outcome {
    let mut none = |name, fact: &Fact<bool>| match fact {
        Fact::Known(true) => process::standing(case, at.field(name), Breach::Prohibited, probe),
        Fact::Known(false) | Fact::Absent => Outcome::Compliant,
        Fact::Unknown => probe.unknown(at.field(name)),
    };
    let on_probation = none(field!("on_probation"), &exception.on_probation);
    let twice = if exception.kinds.contains(&ExceptionKind::YearsInPost) {
        none(field!("last_broke_years"), &exception.last_broke_years)
    } else {
        Outcome::Compliant
    };
    on_probation.join(twice).join(since_last(case, exception, at, probe))
}

/// Not within a year of the last promotion.
fn since_last(
    case: &PromotionCase<'_>,
    exception: &Exception,
    at: Path,
    probe: &mut Probe<'_>,
) -> Outcome {
    let at = at.field(field!("last_promoted_on"));
    let last = match exception.last_promoted_on {
        Fact::Known(last) => last.0,
        Fact::Absent => return Outcome::Compliant,
        Fact::Unknown => return probe.unknown(at),
    };
    let (settled, day) = match process::settled(case) {
        Fact::Known(on) => (true, on.day()),
        Fact::Absent => (false, case.cx.as_of),
        Fact::Unknown => return process::unsettled(case, probe),
    };
    if settled && last > day {
        return probe.lack(Missing::Contradiction(at));
    }
    let setting = &case.cx.policy.on(day).years_between_exceptions;
    let Some(years) = setting.value else {
        return probe.lack(Missing::Policy(setting.field));
    };
    let from = years.checked_mul(12).and_then(|months| add_months(last, months));
    if from.is_some_and(|from| from <= day) {
        return Outcome::Compliant;
    }
    if !settled {
        return probe.pending(at, None);
    }
    let from = from.unwrap_or(crate::time::NaiveDate::MAX);
    probe.breach_with(at, Breach::OutsideWindow { from, until: None, done: day }, |it| {
        it.day = day;
        it.hinges = vec![Hinge::of(setting)];
        it.also.push(process::settled_at(case));
    })
}
