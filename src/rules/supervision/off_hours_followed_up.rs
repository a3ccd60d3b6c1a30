//! 八小时以外问题及时提醒纠正: a problem in the principal leader's conduct outside working hours that was referred meets with a reminder or correction within the limit; only what was referred is seen.

use super::{super::periodic, BASE};
use crate::{
    finding::Why,
    law::{cite, instruments::MEASURES},
    norm::{Norm, Words, code},
    outcome::Severity,
    path::field,
    rule::{Answer, Checks, OffHoursProblemCase, Probe, Rule},
};

/// 八小时以外问题及时提醒纠正: a problem in the principal leader's conduct outside working hours that was referred meets with a reminder or correction within the limit; only what was referred is seen.
#[doc(alias = "八小时以外")]
pub(super) static RULE: Rule = Rule {
    norm: Norm {
        code: code!("SUP004"),
        slug: "off-hours-followed-up",
        title: Words {
            zh: "八小时以外问题及时提醒纠正", en: "Referred problems are followed up"
        },
        gist: Words {
            zh: "移送的一把手八小时以外的问题，须在规定时间内提醒或者纠正；本库只看已经移送的问题。",
            en: "A problem in the principal leader's conduct outside working hours that was referred meets with a reminder or correction within the limit; only what was referred is seen.",
        },
        cites: &[cite!(MEASURES, clause "1.4.1")],
        severity: Severity::Ordinary,
        remedy: Words { zh: "及时提醒、纠正", en: "remind or correct" },
        parameters: &["off_hours_limit"],
        ..BASE
    },
    checks: Checks { off_hours_problem: Some(check), by_own_day: true, ..Checks::NONE },
};

fn check(case: &OffHoursProblemCase<'_>, probe: &mut Probe<'_>) -> Answer {
    let (it, cx) = (case.problem, &case.cx);
    let on = it.referred_on.0;
    let limit = &cx.policy.on(on).off_hours_limit;
    probe.straddles(cx, on, limit)?;
    let duties = &cx.dossier.index().duties;
    let person = duties.off_hours.get(case.place as usize).copied();
    let leads = person.is_some_and(|person| duties.is_principal(person, on));
    probe.reach(leads, Why::NobodyConcerned)?;
    let at = case.at().field(field!("followed_up_on"));
    Ok(periodic::dealt_with(cx, on, it.followed_up_on, limit, at, probe))
}
