//! 向上报告: where the secretary asked, the report goes to the superior.

use super::{BASE, asked};
use crate::{
    facts::{Fact, ReportAddressee},
    finding::{Breach, Why},
    law::{
        cite,
        instruments::{INTERFERENCE_RECORDING_RULES_2019, MEASURES},
    },
    norm::{Norm, Words, code},
    outcome::{Outcome, Severity},
    path::field,
    rule::{Answer, ApproachCase, Checks, Probe, Rule},
    rules::meets::Meets,
};

/// 向上报告: where the secretary asked, the report goes to the superior.
#[doc(alias = "向上级报告")]
pub(super) static RULE: Rule = Rule {
    norm: Norm {
        code: code!("ITV004"),
        slug: "right-addressee",
        title: Words { zh: "请托人系书记的向上级报告", en: "The right addressee" },
        gist: Words {
            zh: "请托人系院党组书记的，须向上级报告。",
            en: "Where the one who asked is the secretary, by the register on the day of asking or of reporting, the report goes to the superior.",
        },
        cites: &[cite!(MEASURES, clause "2.4.1"), INTERFERENCE_RECORDING_RULES_2019.whole()],
        severity: Severity::Serious,
        remedy: Words {
            zh: "向上级检察院报告", en: "report it to the superior procuratorate"
        },
        ..BASE
    },
    checks: Checks { approach: Some(check), by_own_day: true, ..Checks::NONE },
};

fn check(case: &ApproachCase<'_>, probe: &mut Probe<'_>) -> Answer {
    let (it, at, cx) = (case.approach, case.at.field(field!("reports")), &case.cx);
    let by = it.asker.known().map(|it| &it.person);
    // Somebody outside the register is not the secretary.
    probe.reach(by != Some(&Fact::Absent), Why::OtherKind)?;
    let reports = probe.need(&it.reports, || at)?.map_or(&[][..], Vec::as_slice);
    let made = || reports.iter().filter(|it| it.on.0 <= cx.as_of);
    // Without a report ITV003 answers.
    probe.reach(made().next().is_some(), Why::OtherRule)?;
    let secretary = super::asked_by_secretary(case);
    probe.reach(!matches!(secretary, Meets::No), Why::OtherKind)?;
    let on = asked(case, probe)?;
    let limit = &cx.policy.on(on).approach_report_limit;
    probe.straddles(cx, on, limit)?;
    let upward = made().filter(|it| it.to == ReportAddressee::Superior).map(|it| it.on.0).min();
    let settled = match secretary {
        Meets::Open(lacks) => Err(lacks),
        Meets::Yes(_) | Meets::No => Ok(()),
    };
    if upward.is_some_and(|day| made().all(|it| day <= it.on.0)) {
        // First of all to the superior; whether that was in time is ITV003's.
        return Ok(settled.map_or_else(|lacks| lacks.tell(probe), |()| Outcome::Compliant));
    }
    let upward = upward.map_or(Fact::Absent, Fact::Known);
    let outcome = match probe.within(cx, on, &upward, limit, at) {
        Outcome::Violated => {
            probe.retract();
            probe.hinge(limit);
            probe.breach_with(at, Breach::WrongAddressee, |it| {
                it.day = made().map(|it| it.on.0).min().unwrap_or(on);
                it.also.push(case.at.field(field!("asker")));
                it.who = by.and_then(|it| it.known()).map(|by| by.as_str().into());
            })
        }
        outcome => outcome,
    };
    Ok(settled.map_or_else(|lacks| lacks.tell(probe), |()| outcome))
}
