//! 凡提必查: specific and checkable complaints have a conclusion.

use std::cmp::Ordering;

use super::{BASE, process};
use crate::{
    facts::{Complaint, Fact},
    finding::{Breach, Missing, Why},
    law::{
        cite,
        instruments::{MEASURES, SOUND_PROMOTION_OPINION_2016},
    },
    norm::{Norm, Words, code},
    outcome::{Outcome, Severity},
    path::{Path, field},
    rule::{Answer, Checks, Part, Probe, PromotionCase, Rule},
    time::Moment,
};

/// 凡提必查: specific and checkable complaints have a conclusion.
#[doc(alias = "凡提必查")]
pub(super) static RULE: Rule = Rule {
    norm: Norm {
        code: code!("PRM004"),
        slug: "complaints-checked",
        title: Words {
            zh: "线索具体的信访举报凡提必查", en: "Complaints are checked"
        },
        gist: Words {
            zh: "线索具体、有可查性的信访举报须有核查结论。",
            en: "A complaint that is specific and can be checked has a conclusion.",
        },
        cites: &[cite!(MEASURES, clause "2.6.2"), SOUND_PROMOTION_OPINION_2016.whole()],
        severity: Severity::Serious,
        remedy: Words { zh: "核查并作出结论", en: "look into it and conclude" },
        ..BASE
    },
    checks: Checks { promotion: Some(check), by_own_day: true, ..Checks::NONE },
};

fn check(case: &PromotionCase<'_>, probe: &mut Probe<'_>) -> Answer {
    process::reach(case, probe)?;
    let at = case.at.field(field!("complaints"));
    let Some(complaints) = probe.need(&case.promotion.complaints, || at)? else {
        return Ok(Outcome::Compliant);
    };
    if complaints.is_empty() {
        return Ok(Outcome::Compliant);
    }
    for (n, it) in complaints.iter().enumerate().filter(|it| it.1.received_on.0 <= case.cx.as_of) {
        let at = at.index(n);
        probe.subject(Part::at(at), |probe| Ok(one(case, it, at, probe)));
    }
    Ok(probe.unless_opened(Why::NothingToRecord))
}

fn one(case: &PromotionCase<'_>, it: &Complaint, at: Path, probe: &mut Probe<'_>) -> Outcome {
    let specific = match it.specific {
        Fact::Known(specific) => specific,
        Fact::Absent => false,
        Fact::Unknown => return probe.unknown(at.field(field!("specific"))),
    };
    if !specific {
        // Too vague to be checked.
        return probe.not_applicable(Why::NothingToRecord);
    }
    let received = it.received_on.0;
    let concluded_at = at.field(field!("concluded_on"));
    let is_before = |on: Fact<Moment>| on.known().is_some_and(|on| on.day() < received);
    let settled = process::settled(case);
    if is_before(settled) && is_before(process::appointed(case)) {
        // None of the case's.
        return probe.not_applicable(Why::NothingToRecord);
    }
    if is_before(it.concluded_on) {
        return probe.lack(Missing::Contradiction(concluded_at));
    }
    match settled {
        Fact::Known(on) if received > on.day() => after_the_decision(case, it, concluded_at, probe),
        Fact::Known(on) if received == on.day() => {
            let concluded = it.concluded_on.known().and_then(|done| done.order(on));
            match concluded {
                Some(Ordering::Less | Ordering::Equal) => Outcome::Compliant,
                // Whether it came before the decision that day, days alone do not tell; nor need they, where it had no
                // conclusion at the appointment.
                _ => match after_the_decision(case, it, concluded_at, probe) {
                    Outcome::Compliant | Outcome::Pending => {
                        probe.lack(Missing::TimeOfDay(at.field(field!("received_on"))))
                    }
                    outcome => outcome,
                },
            }
        }
        _ => process::by_decision(case, it.concluded_on, concluded_at, probe),
    }
}

/// What came in after the decision is concluded before the appointment.
fn after_the_decision(
    case: &PromotionCase<'_>,
    it: &Complaint,
    at: Path,
    probe: &mut Probe<'_>,
) -> Outcome {
    let appointed = match process::appointed(case) {
        Fact::Known(on) => on,
        Fact::Absent => {
            return match process::by_now(case, it.concluded_on) {
                Fact::Known(_) => Outcome::Compliant,
                Fact::Absent => probe.pending(at, None),
                Fact::Unknown => probe.unknown(at),
            };
        }
        Fact::Unknown => return probe.unknown(case.at.field(field!("appointed_on"))),
    };
    let done = match it.concluded_on {
        Fact::Known(done) => done.order(appointed),
        Fact::Absent => Some(Ordering::Greater),
        Fact::Unknown => return probe.unknown(at),
    };
    match done {
        Some(Ordering::Less | Ordering::Equal) => Outcome::Compliant,
        _ if it.received_on.0 == appointed.day() => {
            probe.lack(Missing::TimeOfDay(case.at.field(field!("appointed_on"))))
        }
        None => probe.lack(Missing::TimeOfDay(at)),
        Some(Ordering::Greater) => {
            let done = it.concluded_on.known().map(|on| on.day());
            let breach = Breach::Late { due: appointed.day(), done };
            probe.breach_with(at, breach, |it| it.day = appointed.day())
        }
    }
}
