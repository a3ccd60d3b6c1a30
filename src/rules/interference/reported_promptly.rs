//! 及时报告: a record is reported to the secretary in time.

use super::{BASE, asked, is_secretary};
use crate::{
    facts::{ApproachReport, Fact, ReportAddressee},
    finding::{Missing, Why},
    law::{
        cite,
        instruments::{INTERFERENCE_RECORDING_RULES_2019, MEASURES},
    },
    norm::{Norm, Words, code},
    outcome::{Outcome, Severity},
    path::field,
    rule::{Answer, ApproachCase, Checks, Probe, Rule},
    rules::meets::Meets,
    time::NaiveDate,
};

/// 及时报告: a record is reported to the secretary in time.
#[doc(alias = "及时报告")]
pub(super) static RULE: Rule = Rule {
    norm: Norm {
        code: code!("ITV003"),
        slug: "reported-promptly",
        title: Words { zh: "及时向书记报告", en: "Reported promptly" },
        gist: Words {
            zh: "受请托人记录后须在规定时间内向院党组书记报告；请托人系书记的，向谁报告由另一规则核查。",
            en: "What was recorded is reported to the secretary within the policy's time, counted from the approach; where the secretary is the one who asked, to whom it goes is another rule's.",
        },
        cites: &[cite!(MEASURES, clause "2.4.1"), INTERFERENCE_RECORDING_RULES_2019.whole()],
        severity: Severity::Ordinary,
        remedy: Words { zh: "立即报告", en: "report it" },
        parameters: &["approach_report_limit"],
        ..BASE
    },
    checks: Checks { approach: Some(check), by_own_day: true, ..Checks::NONE },
};

fn check(case: &ApproachCase<'_>, probe: &mut Probe<'_>) -> Answer {
    let (it, at, cx) = (case.approach, case.at, &case.cx);
    let recorded = probe.need(&it.recorded_on, || at.field(field!("recorded_on")))?;
    // Without a record ITV001 answers.
    let Some(recorded) = recorded.map(|day| day.0) else {
        return Ok(probe.not_applicable(Why::OtherRule));
    };
    probe.reach(recorded <= cx.as_of, Why::AfterAsOf)?;
    let on = asked(case, probe)?;
    let limit = &cx.policy.on(on).approach_report_limit;
    probe.straddles(cx, on, limit)?;
    // The secretary has nobody in the unit to report to.
    let own = is_secretary(case, case.people.0, on);
    probe.reach(!matches!(own, Meets::Yes(_)), Why::NobodyConcerned)?;
    let at = at.field(field!("reports"));
    let early = it.reports.elements().iter().position(|it| it.on.0 < on);
    if let Some(n) = early {
        return Ok(probe.lack(Missing::Contradiction(at.index(n).field(field!("on")))));
    }
    let first = |counts: &dyn Fn(&ApproachReport) -> bool| -> Fact<NaiveDate> {
        match &it.reports {
            Fact::Known(list) => {
                let days = list.iter().filter(|it| counts(it)).map(|it| it.on.0);
                days.filter(|day| *day <= cx.as_of).min().map_or(Fact::Absent, Fact::Known)
            }
            Fact::Absent => Fact::Absent,
            Fact::Unknown => Fact::Unknown,
        }
    };
    let to_secretary = first(&|it| it.to == ReportAddressee::Secretary);
    let to_anybody = first(&|_| true);
    match super::asked_by_secretary(case) {
        Meets::No => Ok(probe.within(cx, on, &to_secretary, limit, at)),
        // To whom it went is then ITV004's.
        Meets::Yes(_) => Ok(probe.within(cx, on, &to_anybody, limit, at)),
        Meets::Open(lacks) => {
            let outcome = probe.within(cx, on, &to_secretary, limit, at);
            let alike = match outcome {
                // In time to the secretary it is in time whoever asked.
                Outcome::Compliant => true,
                Outcome::Violated => {
                    let due = probe.due(cx, on, limit)?;
                    let in_time = |day: &NaiveDate| due.last.is_ok_and(|due| *day <= due);
                    !to_anybody.known().is_some_and(in_time)
                }
                _ => to_secretary == to_anybody,
            };
            Ok(if alike { outcome } else { lacks.tell(probe) })
        }
    }
}
