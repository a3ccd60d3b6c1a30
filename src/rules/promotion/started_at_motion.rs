//! 动议环节即启动: the four checks begin with the motion.

use super::{
    BASE, personal_matters_verified,
    process::{self, Found, Made, Which},
};
use crate::{
    facts::{Fact, Step},
    finding::{Breach, Missing, Why},
    law::{
        Unchecked, cite,
        instruments::{APPOINTMENT_REGULATIONS, MEASURES, SOUND_PROMOTION_OPINION_2016},
    },
    norm::{Norm, Words, code},
    outcome::{Outcome, Severity},
    path::field,
    rule::{Answer, Checks, Probe, PromotionCase, Rule},
    time::NaiveDate,
};

/// 动议环节即启动: the four checks begin with the motion.
#[doc(alias = "动议环节即启动“凡提四必”")]
pub(super) static RULE: Rule = Rule {
    norm: Norm {
        code: code!("PRM005"),
        slug: "started-at-motion",
        title: Words {
            zh: "动议环节即启动“凡提四必”",
            en: "The four checks begin with the motion",
        },
        gist: Words {
            zh: "四项审核自动议启动之日起、至民主推荐开始之日止启动；比全国规定更严，以本措施为准。",
            en: "Each of the four checks begins between the day the motion opened and the day the recommendation began, both included; stricter than the national regulations, the measures decide.",
        },
        cites: &[
            cite!(MEASURES, clause "2.6.2"),
            APPOINTMENT_REGULATIONS.whole(),
            SOUND_PROMOTION_OPINION_2016.whole(),
        ],
        severity: Severity::Serious,
        remedy: Words {
            zh: "说明启动时间不符的原因，重新履行程序",
            en: "record why it began at another time, and repeat the step",
        },
        unchecked: &[Unchecked {
            zh: "全国条例将其置于考察环节并允许提前",
            en: "the national regulations place the checks in the inspection and allow earlier ones",
        }],
        ..BASE
    },
    checks: Checks { promotion: Some(check), by_own_day: true, ..Checks::NONE },
};

fn check(case: &PromotionCase<'_>, probe: &mut Probe<'_>) -> Answer {
    let promotion = case.promotion;
    let until = match &promotion.recommendation {
        Fact::Known(it) if it.started_on.day() <= case.cx.as_of => Fact::Known(it.started_on.day()),
        Fact::Known(_) | Fact::Absent => Fact::Absent,
        Fact::Unknown => Fact::Unknown,
    };
    let made = process::each(case, probe, |made, probe| one(case, &made, until, probe));
    if case.gate != Some(Step::Recommendation) {
        return Ok(made);
    }
    // The recommendation is about to begin: what was not begun is due today.
    Ok(Which::ALL.into_iter().fold(made, |all, which| match process::find(case, which, probe) {
        Found::NotMade(at) if is_owed(case, which) => {
            all.join(probe.pending(at, Some(case.cx.as_of)))
        }
        _ => all,
    }))
}

/// Whether the case surely needs the check.
fn is_owed(case: &PromotionCase<'_>, which: Which) -> bool {
    match which {
        Which::File | Which::Discipline => true,
        Which::PersonalMatters => personal_matters_verified::surely_reached(case.promotion),
        Which::Complaints => {
            let complaints = case.promotion.complaints.elements();
            complaints.iter().any(|it| it.specific == Fact::Known(true))
        }
    }
}

fn one(
    case: &PromotionCase<'_>,
    made: &Made<'_>,
    until: Fact<NaiveDate>,
    probe: &mut Probe<'_>,
) -> Answer {
    let at = made.at.field(field!("started_on"));
    let Some(started) = probe.need(&made.check.started_on, || at)? else {
        if process::by_now(case, made.check.finished_on).is_absent() {
            // Never begun, which PRM001–004 name.
            return Ok(Outcome::NotApplicable);
        }
        // Ended, but never begun: no record to judge by.
        return Ok(probe.lack(Missing::Contradiction(at)));
    };
    let done = started.day();
    probe.reach(!process::begins_later(case, made.check), Why::AfterAsOf)?;
    // One that opens after the as-of day is none yet.
    let motion = match &case.promotion.motion {
        Fact::Known(it) if it.opened_on.day() > case.cx.as_of => &Fact::Absent,
        other => other,
    };
    let from = motion.known().map(|it| it.opened_on.day());
    let outside = |from| Breach::OutsideWindow { from, until: until.known().copied(), done };
    let since = case.cx.policy.measures_from();
    if let Some(last) = until.known().filter(|last| done > **last && done >= since) {
        // Too late whenever the motion was.
        return Ok(probe.breach_with(at, outside(from.unwrap_or(*last)), |it| {
            it.day = done;
            it.also.push(case.at.field(field!("recommendation")).field(field!("started_on")));
        }));
    }
    let Some(motion) = probe.need(motion, || case.at.field(field!("motion")))? else {
        if until.is_unknown() && done >= since {
            return Ok(probe.unknown(case.at.field(field!("recommendation"))));
        }
        // Without a motion PRM022 answers.
        return Ok(probe.not_applicable(Why::OtherRule));
    };
    let from = motion.opened_on.day();
    process::binds(case, from.max(done), probe)?;
    if done < from {
        return Ok(probe.breach_with(at, outside(from), |it| {
            it.day = done;
            it.also.push(case.at.field(field!("motion")).field(field!("opened_on")));
        }));
    }
    Ok(match until {
        Fact::Unknown => probe.unknown(case.at.field(field!("recommendation"))),
        Fact::Known(_) | Fact::Absent => Outcome::Compliant,
    })
}
