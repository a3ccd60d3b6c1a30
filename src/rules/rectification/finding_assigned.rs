//! 整改责任: each finding has something to be done, by somebody, by a day.

use super::BASE;
use crate::{
    facts::{Fact, RectificationItem},
    finding::{Breach, Why},
    law::{
        cite,
        instruments::{INSPECTION_TOUR_REGULATIONS, MEASURES},
    },
    norm::{Norm, Words, code},
    outcome::{Outcome, Severity},
    path::field,
    rule::{Answer, Checks, FindingCase, InspectionCase, Probe, Rule},
    rules::meets::Meets,
};

/// 整改责任: each finding has something to be done, by somebody, by a day.
#[doc(alias = "整改台账")]
pub(super) static RULE: Rule = Rule {
    norm: Norm {
        code: code!("RCT001"),
        slug: "finding-assigned",
        title: Words { zh: "整改事项有责任主体和时限", en: "Findings are assigned" },
        gist: Words {
            zh: "巡视巡察等指出的每个问题须有整改事项，载明责任主体和时限。",
            en: "For each inspection finding something is to be done, with an owner and a date.",
        },
        cites: &[cite!(MEASURES, clause "1.3"), INSPECTION_TOUR_REGULATIONS.whole()],
        severity: Severity::Ordinary,
        remedy: Words { zh: "明确责任主体和时限", en: "name owner and date" },
        ..BASE
    },
    checks: Checks { finding: Some(check), inspection: Some(check_inspection), ..Checks::NONE },
};

/// Whether there are findings at all; each is judged by itself.
fn check_inspection(case: &InspectionCase<'_>, probe: &mut Probe<'_>) -> Answer {
    let at = case.at.field(field!("findings"));
    let findings = probe.need(&case.inspection.findings, || at)?.map_or(0, Vec::len);
    let why = if findings == 0 { Why::NothingToRecord } else { Why::OtherKind };
    Ok(probe.not_applicable(why))
}

fn check(case: &FindingCase<'_>, probe: &mut Probe<'_>) -> Answer {
    let at = case.at.field(field!("items"));
    let items = probe.need(&case.finding.items, || at)?.map_or(&[][..], Vec::as_slice);
    let assigned = |(n, it): (usize, &RectificationItem)| {
        let at = at.index(n);
        stated(&it.owner, at.field(field!("owner")))
            .and(stated(&it.due_on, at.field(field!("due_on"))))
    };
    // One item with both is enough.
    let any = items.iter().enumerate().map(assigned).fold(Meets::No, Meets::or);
    Ok(match any {
        Meets::Yes(_) => Outcome::Compliant,
        Meets::Open(lacks) => lacks.tell(probe),
        Meets::No => probe.breach(at, Breach::Missing),
    })
}

fn stated<T>(fact: &Fact<T>, at: crate::path::Path) -> Meets {
    crate::rules::meets::fact(fact, at, |_| true)
}
