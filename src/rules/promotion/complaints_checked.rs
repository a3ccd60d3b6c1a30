//! 凡提必查: specific and checkable complaints have a conclusion.

use super::{BASE, process};
use crate::{
    facts::{Complaint, Fact},
    finding::Why,
    law::{
        cite,
        instruments::{MEASURES, SOUND_PROMOTION_OPINION_2016},
    },
    norm::{Norm, Words, code},
    outcome::{Outcome, Severity},
    path::Path,
    rule::{Answer, Checks, Probe, PromotionCase, Rule},
};

/// 凡提必查: specific and checkable complaints have a conclusion.
#[doc(alias = "凡提必查")]
pub static RULE: Rule = Rule {
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
    let at = case.at.field("complaints");
    let Some(complaints) = probe.need(&case.promotion.complaints, || at)? else {
        return Ok(Outcome::Compliant);
    };
    if complaints.is_empty() {
        return Ok(Outcome::Compliant);
    }
    let mut outcome = probe.not_applicable(Why::NothingToRecord);
    for (n, it) in complaints.iter().enumerate().filter(|it| it.1.received_on.0 <= case.cx.as_of) {
        outcome = outcome.join(one(case, it, at.index(n), probe));
    }
    Ok(outcome)
}

fn one(case: &PromotionCase<'_>, it: &Complaint, at: Path, probe: &mut Probe<'_>) -> Outcome {
    let specific = match it.specific {
        Fact::Known(specific) => specific,
        Fact::Absent => false,
        Fact::Unknown => return probe.unknown(at.field("specific")),
    };
    if !specific {
        // Too vague to be checked.
        return Outcome::NotApplicable;
    }
    let at = at.field("concluded_on");
    process::by_decision(case, it.concluded_on, at, probe)
}
