//! 家访记录完整: a visit is recorded with its date, the family met and its four purposes: difficulties, thoughts, family style, integrity risks.

use super::BASE;
use crate::{
    facts::{ActivityKind, Fact},
    finding::{Breach, Why},
    law::{cite, instruments::MEASURES},
    norm::{Norm, Words, code},
    outcome::{Outcome, Severity},
    path::field,
    rule::{ActivityCase, Answer, Checks, Probe, Rule},
};

/// 家访记录完整: a visit is recorded with its date, the family met and its four purposes: difficulties, thoughts, family style, integrity risks.
pub(super) static RULE: Rule = Rule {
    norm: Norm {
        code: code!("FAM002"),
        slug: "visit-complete",
        title: Words { zh: "家访记录完整", en: "Visits are fully recorded" },
        gist: Words {
            zh: "家访记录须载明日期、见到的家属和四项目的：解难事、解心结、识家风、查风险。",
            en: "A visit is recorded with its date, the family met and its four purposes: difficulties, thoughts, family style, integrity risks.",
        },
        cites: &[cite!(MEASURES, clause "1.5.2")],
        severity: Severity::Advisory,
        remedy: Words { zh: "补全家访记录", en: "complete the record of the visit" },
        ..BASE
    },
    checks: Checks { activity: Some(check), ..Checks::NONE },
};

fn check(case: &ActivityCase<'_>, probe: &mut Probe<'_>) -> Answer {
    let it = case.activity;
    probe.reach(it.kind == ActivityKind::HomeVisit, Why::OtherKind)?;
    let at = case.at();
    probe.looks_at(&it.held_on, || at.field(field!("held_on")));
    probe.looks_at(&it.met, || at.field(field!("met")));
    probe.looks_at(&it.purposes, || at.field(field!("purposes")));
    let day = match it.held_on {
        Fact::Known(_) => Outcome::Compliant,
        Fact::Absent => probe.breach(at.field(field!("held_on")), Breach::Missing),
        // It may lie before the measures, or be still to come.
        Fact::Unknown => return Ok(probe.unknown(at.field(field!("held_on")))),
    };
    let met = match &it.met {
        Fact::Known(list) if !list.is_empty() => Outcome::Compliant,
        Fact::Known(_) | Fact::Absent => probe.breach(at.field(field!("met")), Breach::Missing),
        Fact::Unknown => probe.unknown(at.field(field!("met"))),
    };
    let at = at.field(field!("purposes"));
    let purposes = match &it.purposes {
        Fact::Known(list) => {
            let all = crate::facts::VisitPurpose::ALL;
            let stated = all.iter().filter(|it| list.contains(it)).count();
            let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
            if stated == all.len() {
                Outcome::Compliant
            } else if stated == 0 {
                probe.breach(at, Breach::Missing)
            } else {
                let (required, found) = (count(all.len()), count(stated));
                probe.breach(at, Breach::Fewer { required, found })
            }
        }
        Fact::Absent => probe.breach(at, Breach::Missing),
        Fact::Unknown => probe.unknown(at),
    };
    Ok(day.join(met).join(purposes))
}
