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
    rule::{Answer, ApproachCase, Checks, Probe, Rule},
    rules::meets::Meets,
};

/// 向上报告: where the secretary asked, the report goes to the superior.
#[doc(alias = "向上级报告")]
pub static RULE: Rule = Rule {
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
    let (it, at, cx) = (case.approach, case.at.field("reports"), &case.cx);
    let reports = probe.need(&it.reports, || at)?.map_or(&[][..], Vec::as_slice);
    let made = || reports.iter().enumerate().filter(|it| it.1.on.0 <= cx.as_of);
    // Without a report ITV003 answers.
    let Some(first) = made().map(|it| it.1.on.0).min() else {
        return Ok(probe.not_applicable(Why::OtherRule));
    };
    let on = asked(case, probe)?;
    probe.reach(first.max(on) >= cx.policy.measures_from(), Why::NotInForce)?;
    let secretary = super::asked_by_secretary(case);
    probe.reach(!matches!(secretary, Meets::No), Why::OtherKind)?;
    let upward = made().any(|it| it.1.to == ReportAddressee::Superior);
    let by = it.asker.known().map(|it| &it.person);
    match secretary {
        Meets::No => Ok(Outcome::NotApplicable),
        Meets::Open(lacks) => Ok(lacks.tell(probe)),
        Meets::Yes(_) if upward => Ok(Outcome::Compliant),
        Meets::Yes(_) => Ok(probe.breach_with(at, Breach::WrongAddressee, |it| {
            it.day = first;
            it.also.push(case.at.field("asker"));
            if let Some(Fact::Known(by)) = by {
                it.who = Some(by.as_str().into());
            }
        })),
    }
}
