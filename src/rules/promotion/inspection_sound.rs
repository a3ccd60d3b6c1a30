//! 考察规范: two inspectors, a notice, a report, no kin.

use super::{BASE, process};
use crate::{
    facts::{Fact, Inspection, KinSet},
    finding::{Breach, Missing, Why},
    law::{
        cite,
        instruments::{APPOINTMENT_REGULATIONS, CIVIL_SERVANTS_LAW, MEASURES},
    },
    norm::{Norm, Words, code},
    outcome::{Outcome, Severity},
    path::{Path, field},
    rule::{Answer, Checks, Probe, PromotionCase, Rule},
};

/// 考察规范: two inspectors, a notice, a report, no kin.
#[doc(alias = "考察规范")]
pub(super) static RULE: Rule = Rule {
    norm: Norm {
        code: code!("PRM015"),
        slug: "inspection-sound",
        title: Words { zh: "考察规范", en: "A sound inspection" },
        gist: Words {
            zh: "考察组不少于二人，有考察预告和考察材料，考察人员与考察对象无应当回避的亲属关系。",
            en: "There are at least two inspectors, a notice and a report, and no inspector is kin of the candidate within the avoidance set.",
        },
        cites: &[
            cite!(MEASURES, clause "2.6.2"),
            APPOINTMENT_REGULATIONS.whole(),
            cite!(CIVIL_SERVANTS_LAW, article 76),
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
    let at = case.at.field(field!("inspection"));
    // Without an inspection PRM022 answers.
    let Some(inspection) = probe.need(&case.promotion.inspection, || at)? else {
        return Ok(probe.not_applicable(Why::OtherRule));
    };
    let day = inspection.started_on.day();
    probe.reach(day <= case.cx.as_of, Why::AfterAsOf)?;
    if day < case.cx.policy.measures_from() {
        // Of one that began before the measures, the report falls due with the decision.
        process::reach(case, probe)?;
        return Ok(report(case, inspection, at.field(field!("report_on")), probe));
    }
    let inspectors = inspectors(case, inspection, at.field(field!("inspectors")), probe);
    let notice = match inspection.notice_on {
        Fact::Known(on) if on.0 <= case.cx.as_of => Outcome::Compliant,
        Fact::Known(_) => probe.pending(at.field(field!("notice_on")), None),
        Fact::Absent => {
            probe.breach_with(at.field(field!("notice_on")), Breach::Missing, |it| it.day = day)
        }
        Fact::Unknown => probe.unknown(at.field(field!("notice_on"))),
    };
    let report = report(case, inspection, at.field(field!("report_on")), probe);
    Ok(inspectors.join(notice).join(report))
}

fn report(
    case: &PromotionCase<'_>,
    inspection: &Inspection,
    at: Path,
    probe: &mut Probe<'_>,
) -> Outcome {
    if inspection.report_on.known().is_some_and(|on| on.0 < inspection.started_on.day()) {
        return probe.lack(Missing::Contradiction(at));
    }
    process::by_decision_day(case, inspection.report_on, at, probe)
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
    let first = case.index.inspectors.first();
    let two = case.index.inspectors.iter().any(|it| Some(it) != first);
    if !two {
        // One person named twice is one.
        let found = u32::from(first.is_some());
        let breach = Breach::Fewer { required: 2, found };
        outcome = outcome.join(probe.breach_with(at, breach, |it| it.day = day));
    }
    let records = case.cx.dossier.records();
    // Kin on any day of the inspection.
    let until = match process::by_now(case, inspection.finished_on) {
        Fact::Known(on) => on.day(),
        Fact::Absent | Fact::Unknown => case.cx.as_of,
    };
    let candidate = case.index.candidate;
    for (n, (place, id)) in case.index.inspectors.iter().zip(named).enumerate() {
        let own = *place == candidate;
        let kin = case.cx.kin(*place, candidate, day, day, KinSet::PostingAvoidance);
        let later = case.cx.kin(*place, candidate, day, until, KinSet::PostingAvoidance);
        if own || kin.is_some() || (later.is_some() && !inspection.finished_on.is_unknown()) {
            let breach = Breach::Inspector { relation: later };
            outcome = outcome.join(probe.breach_with(at.index(n), breach, |it| {
                it.day = day;
                it.who = Some(id.as_str().into());
            }));
        } else if records.kinship.is_unknown() {
            outcome = outcome.join(probe.unknown(Path::ROOT.field(field!("kinship"))));
        } else if later.is_some() {
            let at = case.at.field(field!("inspection")).field(field!("finished_on"));
            outcome = outcome.join(probe.unknown(at));
        }
    }
    outcome
}
