//! 按期整改: what is to be done is done by its date.

use super::{BASE, evidence, person, untold};
use crate::{
    facts::{Fact, OwnerId, RectificationItem},
    finding::{Breach, Why},
    law::{
        cite,
        instruments::{INSPECTION_TOUR_REGULATIONS, MEASURES},
    },
    norm::{Norm, Words, code},
    outcome::{Outcome, Severity},
    path::{Path, field},
    rule::{Answer, Checks, DueOf, FindingCase, Part, Probe, Rule, after},
};

/// 按期整改: what is to be done is done by its date.
#[doc(alias = "整改时限")]
pub(super) static RULE: Rule = Rule {
    norm: Norm {
        code: code!("RCT002"),
        slug: "put-right-in-time",
        title: Words { zh: "按期完成整改", en: "Put right in time" },
        gist: Words {
            zh: "整改事项须在时限前完成。",
            en: "What is to be done about a finding is done by its date.",
        },
        cites: &[cite!(MEASURES, clause "1.3"), INSPECTION_TOUR_REGULATIONS.whole()],
        severity: Severity::Ordinary,
        remedy: Words {
            zh: "完成整改并说明逾期原因", en: "do it, and say why it is late"
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
    // Where there is no item RCT001 answers.
    Ok(probe.unless_opened(Why::OtherRule))
}

fn one(case: &FindingCase<'_>, it: &RectificationItem, at: Path, probe: &mut Probe<'_>) -> Answer {
    let cx = &case.cx;
    let Some(due) = probe.need(&it.due_on, || at.field(field!("due_on")))?.map(|day| day.0) else {
        // Without a date RCT001 answers.
        return Ok(probe.not_applicable(Why::OtherRule));
    };
    probe.reach(due >= cx.policy.measures_from(), Why::NotInForce)?;
    let done = it.done_on.known().map(|day| day.0).filter(|day| *day <= cx.as_of);
    let owner = DueOf {
        who: person(case, it),
        department: it.owner.known().map(OwnerId::as_str).filter(|_| person(case, it).is_none()),
        ..DueOf::default()
    };
    let noted = done.map(|day| (day, at.field(field!("done_on"))));
    probe.falls_due_of(at.field(field!("done_on")), due, noted, owner);
    if it.done_on.is_unknown() {
        return Ok(probe.unknown(at.field(field!("done_on"))));
    }
    match done {
        Some(day) if day <= due => return Ok(Outcome::Compliant),
        None if cx.as_of <= due => return Ok(probe.pending(at.field(field!("done_on")), Some(due))),
        None => {}
        // Marked done without evidence it is RCT003's alone.
        Some(_) => match evidence(it) {
            Fact::Known(()) => {}
            Fact::Absent => return Ok(Outcome::Compliant),
            Fact::Unknown => return Ok(probe.unknown(at.field(field!("evidence")))),
        },
    }
    Ok(probe.breach_with(at.field(field!("done_on")), Breach::Late { due, done }, |found| {
        found.day = after(due);
        found.who = person(case, it).map(Into::into);
    }))
}
