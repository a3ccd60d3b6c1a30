//! 亲清政商关系: inspected each year, and problems handled.

use super::BASE;
use crate::{
    facts::{RecordFamily, TiesProblem},
    finding::Why,
    law::{cite, instruments::MEASURES},
    norm::{Norm, Words, code},
    outcome::Severity,
    path::{Path, field},
    policy::{Period, Setting},
    rule::{Answer, Checks, Probe, Rule, UnitCase},
    rules::periodic,
};

/// 亲清政商关系: inspected each year, and problems handled.
#[doc(alias = "亲清政商关系")]
pub(super) static RULE: Rule = Rule {
    norm: Norm {
        code: code!("BIZ012"),
        slug: "clean-ties-inspected",
        title: Words { zh: "亲清政商关系监督检查", en: "Clean ties are inspected" },
        gist: Words {
            zh: "政治部每年对亲清政商关系进行监督检查，发现的问题及时处理。",
            en: "Each year the political department inspects ties with businesses, and a problem that it finds is handled.",
        },
        cites: &[cite!(MEASURES, clause "2.5.2")],
        severity: Severity::Ordinary,
        remedy: Words {
            zh: "补作检查，处理问题", en: "hold the inspection, handle the problem"
        },
        parameters: &["ties_problem_limit"],
        ..BASE
    },
    checks: Checks { unit: Some(check), by_own_day: true, ..Checks::NONE },
};

fn check(case: &UnitCase<'_>, probe: &mut Probe<'_>) -> Answer {
    let cx = &case.cx;
    probe.reach(cx.policy.measures_from() <= cx.as_of, Why::NotInForce)?;
    let shelf = Path::ROOT.field(field!("ties_inspections"));
    let inspections = cx.dossier.records().ties_inspections.iter().enumerate();
    let held = inspections.clone().map(|(n, it)| (it.held_on.0, shelf.index(n)));
    let family = RecordFamily::TiesInspections;
    periodic::held_each(*cx, |_| &YEARLY, &held, family, probe);
    // Problems that an inspection found are handled within the policy's limit.
    for (n, it) in inspections {
        let held = it.held_on.0;
        let found = periodic::Found { cx, held, limit: &cx.policy.on(held).ties_problem_limit };
        let done = |it: &TiesProblem| it.handled_on;
        found.each(&it.problems, shelf.index(n), (field!("handled_on"), done), probe);
    }
    Ok(probe.unless_opened(Why::NotInForce))
}

static YEARLY: Setting<Period> = Setting::fixed("", Period::Year);
