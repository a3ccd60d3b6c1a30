//! 考察规范: two inspectors, a notice, a report, no kin.

use std::collections::BTreeSet;

use super::{BASE, process};
use crate::{
    facts::{Fact, Inspection, KinSet, Relation},
    finding::{Breach, Part, Why},
    law::instruments::{APPOINTMENT_REGULATIONS, CIVIL_SERVANTS_LAW, MEASURES},
    norm::{Code, Norm, Words},
    outcome::{Outcome, Severity},
    path::Path,
    rule::{Answer, Checks, Probe, PromotionCase, Rule},
    time::NaiveDate,
};

pub(super) static RULE: Rule = Rule {
    norm: Norm {
        code: Code::new("PRM015"),
        slug: "inspection-sound",
        title: Words { zh: "考察规范", en: "A sound inspection" },
        gist: Words {
            zh: "考察组不少于二人，有考察预告和考察材料，考察人员与考察对象无应当回避的亲属关系。",
            en: "There are at least two inspectors, a notice and a report, and no inspector is kin of the candidate within the avoidance set.",
        },
        cites: &[
            MEASURES.clause("2.6.2"),
            APPOINTMENT_REGULATIONS.whole(),
            CIVIL_SERVANTS_LAW.article(76),
        ],
        severity: Severity::Ordinary,
        remedy: Words {
            zh: "补办或重新考察", en: "complete the inspection or hold it again"
        },
        ..BASE
    },
    checks: Checks { promotion: Some(check), by_own_day: true, ..Checks::NONE },
};

fn check(case: &PromotionCase<'_>, probe: &mut Probe<'_>) -> Answer {
    let at = case.at.field("inspection");
    // Without an inspection PRM022 answers.
    let Some(inspection) = probe.need(&case.promotion.inspection, || at)? else {
        return Ok(probe.not_applicable(Why::OtherRule));
    };
    let day = inspection.started_on.day();
    probe.reach(day <= case.cx.as_of, Why::AfterAsOf)?;
    process::binds(case, day, probe)?;
    let inspectors = inspectors(case, inspection, at.field("inspectors"), probe);
    let notice = match inspection.notice_on {
        Fact::Known(_) => Outcome::Compliant,
        Fact::Absent => {
            probe.breach_with(at.field("notice_on"), Breach::Missing, |it| it.day = day)
        }
        Fact::Unknown => probe.unknown(at.field("notice_on")),
    };
    let report = process::day(inspection.report_on);
    let report = process::by_decision(case, report, at.field("report_on"), probe);
    Ok(inspectors.join(notice).join(report))
}

fn inspectors(
    case: &PromotionCase<'_>,
    inspection: &Inspection,
    at: Path,
    probe: &mut Probe<'_>,
) -> Outcome {
    let named = match probe.need(&inspection.inspectors, || at) {
        Ok(list) => list.map_or(&[][..], Vec::as_slice),
        Err(outcome) => return outcome,
    };
    let day = inspection.started_on.day();
    let mut outcome = Outcome::Compliant;
    let distinct: BTreeSet<_> = case.index.inspectors.iter().collect();
    let found = u32::try_from(distinct.len()).unwrap_or(u32::MAX);
    if found < 2 {
        let breach = Breach::Fewer { required: 2, found };
        outcome = outcome.join(probe.breach_with(at, breach, |it| it.day = day));
    }
    let records = case.cx.dossier.records();
    for (n, (place, id)) in case.index.inspectors.iter().zip(named).enumerate() {
        let relation = kin(case, *place, day);
        if let Some(relation) = relation {
            let breach = Breach::Interest { relation, took: Part::Present };
            outcome = outcome.join(probe.breach_with(at.index(n), breach, |it| {
                it.day = day;
                it.who = Some(id.as_str().into());
            }));
        } else if records.kinship.is_unknown() {
            outcome = outcome.join(probe.unknown(Path::ROOT.field("kinship")));
        }
    }
    outcome
}

/// What the candidate is to an inspector: `Some(None)` for being that person.
#[expect(clippy::option_option, reason = "the shape of `Breach::Interest`, where there is one")]
fn kin(case: &PromotionCase<'_>, inspector: u32, day: NaiveDate) -> Option<Option<Relation>> {
    if inspector == case.index.candidate {
        return Some(None);
    }
    let dossier = case.cx.dossier;
    let ties = dossier.records().kinship.elements();
    dossier.index().kin(inspector, case.index.candidate).find_map(|n| {
        let tie = ties.get(n as usize)?;
        let counts = tie.lasted_on(day) && KinSet::PostingAvoidance.contains(tie.relation);
        counts.then_some(Some(tie.relation))
    })
}
