//! 一把手被立案及时报告: a case opened against one who was the principal leader on the day of opening is reported to the superior Party group within the limit.

use super::{super::periodic, BASE};
use crate::{
    finding::Why,
    law::{cite, instruments::MEASURES},
    norm::{Norm, Words, code},
    outcome::Severity,
    path::field,
    rule::{Answer, CaseFilingCase, Checks, Probe, Rule},
};

/// 一把手被立案及时报告: a case opened against one who was the principal leader on the day of opening is reported to the superior Party group within the limit.
#[doc(alias = "立案查处")]
pub(super) static RULE: Rule = Rule {
    norm: Norm {
        code: code!("RPT007"),
        slug: "case-reported",
        title: Words {
            zh: "一把手被立案及时报告", en: "A case against the principal is reported"
        },
        gist: Words {
            zh: "一把手被立案查处的，须在规定时间内报告上级检察院党组；以立案当日的职务为准。",
            en: "A case opened against one who was the principal leader on the day of opening is reported to the superior Party group within the limit.",
        },
        cites: &[cite!(MEASURES, clause "1.4.3")],
        severity: Severity::Serious,
        remedy: Words {
            zh: "报告上级检察院党组",
            en: "report to the superior procuratorate's Party group",
        },
        parameters: &["case_report_limit"],
        ..BASE
    },
    checks: Checks { case_filing: Some(check), by_own_day: true, ..Checks::NONE },
};

fn check(case: &CaseFilingCase<'_>, probe: &mut Probe<'_>) -> Answer {
    let (it, cx) = (case.filing, &case.cx);
    let on = it.opened_on.0;
    let limit = &cx.policy.on(on).case_report_limit;
    probe.straddles(cx, on, limit)?;
    let duties = &cx.dossier.index().duties;
    let person = duties.filings.get(case.place as usize).copied();
    let led = person.is_some_and(|person| duties.is_principal(person, on));
    probe.reach(led, Why::NobodyConcerned)?;
    let at = case.at().field(field!("reported_on"));
    Ok(periodic::dealt_with(cx, on, it.reported_on, limit, at, probe))
}
