//! 全程纪实: each step has a document.

use super::BASE;
use crate::{
    facts::{Fact, Step},
    finding::{Breach, Why},
    law::{
        cite,
        instruments::{APPOINTMENT_REGULATIONS, MEASURES},
    },
    norm::{Norm, Words, code},
    outcome::{Outcome, Severity},
    path::field,
    rule::{Answer, Checks, Part, Probe, PromotionCase, Rule},
};

/// 全程纪实: each step has a document.
#[doc(alias = "全程纪实")]
pub(super) static RULE: Rule = Rule {
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
    let at = case.at.field(field!("documents"));
    let first = case.cx.policy.measures_from();
    let binds = |step: &Step| match it.taken_on(*step) {
        Fact::Known(day) => day <= case.cx.as_of && day >= first,
        Fact::Absent => false,
        Fact::Unknown => true,
    };
    probe.reach(Step::ALL.iter().any(binds), Why::NothingToRecord)?;
    let documents = probe.need(&it.documents, || at)?.map_or(&[][..], Vec::as_slice);
    for step in Step::ALL.iter().copied() {
        let (kept, taken) = (documents.contains(&step), case.at.field(step.key()));
        let day = match it.taken_on(step) {
            Fact::Unknown => None,
            Fact::Known(day) if day <= case.cx.as_of && day >= first => Some(day),
            // A step that was not taken has no document yet.
            Fact::Known(_) | Fact::Absent => continue,
        };
        let stands = if day.is_some() { taken } else { case.at };
        let part = Part::new().word("step", step.as_str()).standing_at(stands);
        probe.subject(part, |probe| {
            Ok(match day {
                None => probe.unknown(taken),
                Some(_) if kept => Outcome::Compliant,
                Some(day) => probe.breach_with(at, Breach::Missing, |it| {
                    it.day = day;
                    it.also.push(taken);
                }),
            })
        });
    }
    Ok(probe.unless_opened(Why::NothingToRecord))
}
