//! 整改佐证: what is marked done has evidence.

use super::{BASE, evidence, person, untold};
use crate::{
    facts::{Fact, RectificationItem},
    finding::{Breach, Why},
    law::{
        cite,
        instruments::{INSPECTION_TOUR_REGULATIONS, MEASURES},
    },
    norm::{Norm, Words, code},
    outcome::{Outcome, Severity},
    path::{Path, field},
    rule::{Answer, Checks, FindingCase, Part, Probe, Rule},
};

/// 整改佐证: what is marked done has evidence.
#[doc(alias = "纸面整改")]
pub(super) static RULE: Rule = Rule {
    norm: Norm {
        code: code!("RCT003"),
        slug: "put-right-with-evidence",
        title: Words { zh: "整改完成须有佐证", en: "Put right with evidence" },
        gist: Words {
            zh: "标记完成的整改事项须有佐证材料。",
            en: "What is marked done has evidence.",
        },
        cites: &[cite!(MEASURES, clause "1.3"), INSPECTION_TOUR_REGULATIONS.whole()],
        severity: Severity::Serious,
        remedy: Words {
            zh: "补充佐证，否则恢复未完成状态",
            en: "add the evidence, or mark it undone",
        },
        ..BASE
    },
    checks: Checks {
        finding: Some(check),
        inspection: Some(untold),
        by_own_day: true,
        ..Checks::NONE
    },
};

fn check(case: &FindingCase<'_>, probe: &mut Probe<'_>) -> Answer {
    let at = case.at.field(field!("items"));
    let items = probe.need(&case.finding.items, || at)?.map_or(&[][..], Vec::as_slice);
    for (n, it) in items.iter().enumerate() {
        let at = at.index(n);
        probe.subject(Part::at(at), |probe| one(case, it, at, probe));
    }
    Ok(probe.unless_opened(Why::NothingToRecord))
}

fn one(case: &FindingCase<'_>, it: &RectificationItem, at: Path, probe: &mut Probe<'_>) -> Answer {
    let done = probe.need(&it.done_on, || at.field(field!("done_on")))?.map(|day| day.0);
    // It is the marking that is judged.
    let (first, as_of) = (case.cx.policy.measures_from(), case.cx.as_of);
    let Some(done) = done.filter(|day| first <= *day && *day <= as_of) else {
        return Ok(probe.not_applicable(Why::NothingToRecord));
    };
    Ok(match evidence(it) {
        Fact::Known(()) => Outcome::Compliant,
        Fact::Absent => probe.breach_with(at.field(field!("evidence")), Breach::Missing, |found| {
            found.day = done;
            found.also.push(at.field(field!("done_on")));
            found.who = person(case, it).map(Into::into);
        }),
        Fact::Unknown => probe.unknown(at.field(field!("evidence"))),
    })
}
