//! 不记录追责: an omission that was established is answered for.

use super::BASE;
use crate::{
    facts::{AccountabilityKind, Fact},
    finding::{Breach, Missing},
    law::{
        cite,
        instruments::{INTERFERENCE_RECORDING_RULES_2019, MEASURES},
    },
    norm::{Norm, Words, code},
    outcome::{Outcome, Severity},
    path::field,
    rule::{Answer, Checks, OmissionCase, Probe, Rule, after},
};

/// 不记录追责: an omission that was established is answered for.
#[doc(alias = "责任追究")]
pub(super) static RULE: Rule = Rule {
    norm: Norm {
        code: code!("ITV007"),
        slug: "omission-accounted",
        title: Words { zh: "不记录不报告须追责", en: "Omissions are answered for" },
        gist: Words {
            zh: "经认定不记录、不报告或者不如实的，须在规定时间内追责：初次的予以警告、通报批评，两次以上的给予纪律处分。",
            en: "An omission that was established is followed by accountability within the policy's time: a warning the first time, discipline when repeated.",
        },
        cites: &[cite!(MEASURES, clause "2.4.2"), INTERFERENCE_RECORDING_RULES_2019.whole()],
        severity: Severity::Serious,
        remedy: Words { zh: "依规追责", en: "hold to account" },
        parameters: &["omission_accountability_limit"],
        ..BASE
    },
    checks: Checks { omission: Some(check), by_own_day: true, ..Checks::NONE },
};

fn check(case: &OmissionCase<'_>, probe: &mut Probe<'_>) -> Answer {
    let (it, cx) = (case.omission, &case.cx);
    let on = it.established_on.0;
    let limit = &cx.policy.on(on).omission_accountability_limit;
    probe.straddles(cx, on, limit)?;
    let at = case.at.field(field!("accountability"));
    let followed = it.accountability.as_ref().map(|what| what.on.0);
    if followed.known().is_some_and(|day| *day < on) {
        probe.falls_due_after(cx, on, limit, at, None);
        return Ok(probe.lack(Missing::Contradiction(at.field(field!("on")))));
    }
    let known = it.accountability.known().filter(|what| what.on.0 <= cx.as_of);
    let in_time = probe.in_time(cx, on, followed, limit, at);
    // What is too mild is none of what is asked.
    let mildest = if case.others.0 == 0 {
        AccountabilityKind::Warning
    } else {
        AccountabilityKind::Discipline
    };
    let enough = known.filter(|it| it.kind.known().is_none_or(|kind| *kind >= mildest));
    probe.falls_due_after(cx, on, limit, at, enough.map(|it| (it.on.0, at)));
    let (Some(what), Outcome::Compliant) = (known, in_time) else { return Ok(in_time) };
    // Of two that were established on one day one is the repeated one.
    let beside = case.others.1;
    let least = mildest;
    let most = if beside == 0 { least } else { AccountabilityKind::Discipline };
    match what.kind {
        Fact::Known(kind) if kind >= most => Ok(Outcome::Compliant),
        Fact::Known(kind) if kind >= least => {
            Ok(probe.lack(Missing::TimeOfDay(case.at.field(field!("established_on")))))
        }
        // What is too mild is none of what is asked, which may still follow.
        Fact::Known(found) => {
            let due = probe.due(cx, on, limit)?;
            if cx.as_of <= due.surely {
                return Ok(probe.pending(at, due.last.ok()));
            }
            let due = probe.covered(due.last)?;
            if cx.as_of <= due {
                return Ok(probe.pending(at, Some(due)));
            }
            probe.hinge(limit);
            let breach = Breach::TooMild { required: least, found };
            Ok(probe.breach_with(at.field(field!("kind")), breach, |found| {
                found.day = after(due);
                found.who = Some(it.person.as_str().into());
            }))
        }
        Fact::Absent | Fact::Unknown => Ok(probe.unknown(at.field(field!("kind")))),
    }
}
