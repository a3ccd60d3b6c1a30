//! 全程纪实: each step has a document.

use super::BASE;
use crate::{
    facts::Step,
    finding::{Breach, Why},
    law::{
        cite,
        instruments::{APPOINTMENT_REGULATIONS, MEASURES},
    },
    norm::{Norm, Words, code},
    outcome::{Outcome, Severity},
    rule::{Answer, Checks, Probe, PromotionCase, Rule},
    time::NaiveDate,
};

/// 全程纪实: each step has a document.
#[doc(alias = "全程纪实")]
pub static RULE: Rule = Rule {
    norm: Norm {
        code: code!("PRM025"),
        slug: "record-of-process",
        title: Words { zh: "全程纪实", en: "A record of the process" },
        gist: Words {
            zh: "每一环节须有文书记录。",
            en: "Each step that was taken has a document.",
        },
        cites: &[cite!(MEASURES, clause "2.6.1"), APPOINTMENT_REGULATIONS.whole()],
        severity: Severity::Ordinary,
        remedy: Words { zh: "补充该环节记录", en: "add the document of the step" },
        ..BASE
    },
    checks: Checks { promotion: Some(check), by_own_day: true, ..Checks::NONE },
};

fn check(case: &PromotionCase<'_>, probe: &mut Probe<'_>) -> Answer {
    let it = case.promotion;
    let as_of = case.cx.as_of;
    let taken = |on: Option<NaiveDate>| on.is_some_and(|day| day <= as_of);
    let steps = [
        (
            Step::Motion,
            "motion",
            it.motion.is_unknown(),
            it.motion.known().map(|it| it.opened_on.day()),
        ),
        (
            Step::Recommendation,
            "recommendation",
            it.recommendation.is_unknown(),
            it.recommendation.known().map(|it| it.started_on.day()),
        ),
        (
            Step::Inspection,
            "inspection",
            it.inspection.is_unknown(),
            it.inspection.known().map(|it| it.started_on.day()),
        ),
        (
            Step::Decision,
            "decision",
            it.decision.is_unknown(),
            it.decision.known().map(|it| it.decided_on.day()),
        ),
        (Step::Notice, "notice", it.notice.is_unknown(), it.notice.known().map(|it| it.from.0)),
        (
            Step::Appointment,
            "appointed_on",
            it.appointed_on.is_unknown(),
            it.appointed_on.known().map(|it| it.day()),
        ),
    ];
    let at = case.at.field("documents");
    let documents = probe.need(&it.documents, || at)?.map_or(&[][..], Vec::as_slice);
    let first = case.cx.policy.measures_from();
    let (mut outcome, mut perhaps) = (Outcome::NotApplicable, None);
    for (step, name, unknown, on) in steps {
        let kept = documents.contains(&step);
        if unknown && !kept {
            outcome = outcome.join(probe.unknown(case.at.field(name)));
        } else if unknown {
            // Whether it was taken or not, its document is there.
            perhaps = Some(name);
        } else if let Some(day) = on.filter(|day| taken(Some(*day)) && *day >= first) {
            outcome = outcome.join(if kept {
                Outcome::Compliant
            } else {
                probe.breach_with(at, Breach::Missing, |it| {
                    it.day = day;
                    it.also.push(case.at.field(name));
                })
            });
        }
    }
    if let (Outcome::NotApplicable, Some(name)) = (outcome, perhaps) {
        return Ok(probe.unknown(case.at.field(name)));
    }
    if outcome == Outcome::NotApplicable {
        return Ok(probe.not_applicable(Why::NothingToRecord));
    }
    Ok(outcome)
}
