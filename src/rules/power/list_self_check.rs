//! 清单自查: the lists are checked each period, and problems put right.

use super::BASE;
use crate::{
    facts::{ListProblem, RecordFamily},
    finding::Why,
    law::{cite, instruments::MEASURES},
    norm::{Norm, Words, code},
    outcome::Severity,
    path::{Path, field},
    rule::{Answer, Checks, Probe, Rule, UnitCase},
    rules::periodic,
};

/// 清单自查: the lists are checked each period, and problems put right.
#[doc(alias = "自查自纠")]
pub(super) static RULE: Rule = Rule {
    norm: Norm {
        code: code!("PWR011"),
        slug: "list-self-check",
        title: Words { zh: "清单落实情况自查自纠", en: "The lists are self-checked" },
        gist: Words {
            zh: "党组每个周期对清单落实情况自查自纠，发现的问题及时纠正。",
            en: "In each period the Party group checks for itself how the lists are kept, and a problem found is put right.",
        },
        cites: &[cite!(MEASURES, clause "1.2.3")],
        severity: Severity::Ordinary,
        remedy: Words {
            zh: "开展自查，纠正问题",
            en: "hold the self-check, put the problem right",
        },
        parameters: &["list_check_period", "list_problem_limit"],
        ..BASE
    },
    checks: Checks { unit: Some(check), by_own_day: true, ..Checks::NONE },
};

fn check(case: &UnitCase<'_>, probe: &mut Probe<'_>) -> Answer {
    let cx = &case.cx;
    probe.reach(cx.policy.measures_from() <= cx.as_of, Why::NotInForce)?;
    probe.hinge(&case.parameters.list_check_period);
    let shelf = Path::ROOT.field(field!("list_checks"));
    let checks = cx.dossier.records().list_checks.iter().enumerate();
    let held = checks.clone().map(|(n, it)| (it.held_on.0, shelf.index(n)));
    let period = |day| &cx.policy.on(day).list_check_period;
    periodic::held_each(*cx, period, &held, RecordFamily::ListChecks, probe);
    // Problems that a self-check found are put right within the policy's limit.
    for (n, it) in checks {
        let held = it.held_on.0;
        let found = periodic::Found { cx, held, limit: &cx.policy.on(held).list_problem_limit };
        let done = |it: &ListProblem| it.put_right_on;
        found.each(&it.problems, shelf.index(n), (field!("put_right_on"), done), probe);
    }
    Ok(probe.unless_opened(Why::NotInForce))
}
