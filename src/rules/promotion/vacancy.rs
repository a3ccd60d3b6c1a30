//! 职数: a vacancy within the approved number.

use super::{BASE, process};
use crate::{
    finding::{Breach, Missing, Why},
    law::{
        cite,
        instruments::{APPOINTMENT_REGULATIONS, MEASURES},
    },
    norm::{Norm, Words, code},
    outcome::{Outcome, Severity},
    path::field,
    rule::{Answer, Checks, Probe, PromotionCase, Rule},
};

/// 职数: a vacancy within the approved number.
#[doc(alias = "有空缺职数")]
pub(super) static RULE: Rule = Rule {
    norm: Norm {
        code: code!("PRM021"),
        slug: "vacancy",
        title: Words { zh: "有空缺职数", en: "A vacancy" },
        gist: Words {
            zh: "动议之日须有核定职数内的空缺。",
            en: "On the day of the motion there is a vacancy within the approved number of posts.",
        },
        cites: &[cite!(MEASURES, clause "2.6.2"), APPOINTMENT_REGULATIONS.whole()],
        severity: Severity::Serious,
        remedy: Words { zh: "停止选拔或核减", en: "stop the case, or free a post" },
        ..BASE
    },
    checks: Checks { promotion: Some(check), by_own_day: true, ..Checks::NONE },
};

fn check(case: &PromotionCase<'_>, probe: &mut Probe<'_>) -> Answer {
    let at = case.at.field(field!("vacancy"));
    let motion = probe.need(&case.promotion.motion, || case.at.field(field!("motion")))?;
    // Without a motion PRM022 answers.
    let Some(motion) = motion else { return Ok(probe.not_applicable(Why::OtherRule)) };
    let day = motion.opened_on.day();
    probe.reach(day <= case.cx.as_of, Why::AfterAsOf)?;
    process::binds(case, day, probe)?;
    let Some(vacancy) = probe.need(&case.promotion.vacancy, || at)? else {
        // Nobody looked whether there was one.
        return Ok(probe.lack(Missing::FullRecord(at)));
    };
    if vacancy.filled < vacancy.approved {
        return Ok(Outcome::Compliant);
    }
    let breach =
        Breach::TooMany { allowed: vacancy.approved, found: vacancy.filled.saturating_add(1) };
    Ok(probe.breach_with(at.field(field!("filled")), breach, |it| it.day = day))
}
