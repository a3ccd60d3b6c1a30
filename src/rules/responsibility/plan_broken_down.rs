//! 分解工作任务并落实: a yearly plan is broken down into tasks, each with an owner and a date, and none is past it without a result.

use super::BASE;
use crate::{
    finding::{Breach, Why},
    law::{
        cite,
        instruments::{MEASURES, PRIMARY_RESPONSIBILITY_RULES},
    },
    norm::{Norm, Words, code},
    outcome::{Outcome, Severity},
    path::field,
    rule::{Answer, Checks, Part, PlanCase, Probe, Rule},
    rules::tasks::Task,
};

/// 分解工作任务并落实: a yearly plan is broken down into tasks, each with an owner and a date, and none is past it without a result.
pub(super) static RULE: Rule = Rule {
    norm: Norm {
        code: code!("RSP002"),
        slug: "plan-broken-down",
        title: Words { zh: "分解工作任务并落实", en: "The plan is broken down" },
        gist: Words {
            zh: "年度计划须分解为工作任务，每项任务有责任人和时限，并按期取得结果。",
            en: "A yearly plan is broken down into tasks, each with an owner and a date, and none is past it without a result.",
        },
        cites: &[cite!(MEASURES, clause "2.3.1"), PRIMARY_RESPONSIBILITY_RULES.whole()],
        severity: Severity::Ordinary,
        remedy: Words {
            zh: "分解任务，明确责任人和时限",
            en: "name tasks, owners and dates, and see them done",
        },
        ..BASE
    },
    checks: Checks { plan: Some(check), by_own_day: true, ..Checks::NONE },
};

fn check(case: &PlanCase<'_>, probe: &mut Probe<'_>) -> Answer {
    let (bound, first) = (super::judged(case, probe)?, case.cx.policy.measures_from());
    let at = case.at().field(field!("tasks"));
    let tasks = probe.need(&case.plan.tasks, || at)?.map_or(&[][..], Vec::as_slice);
    if tasks.is_empty() {
        probe.reach(bound, Why::NotInForce)?;
        return Ok(probe.breach(at, Breach::Missing));
    }
    for (k, it) in tasks.iter().enumerate() {
        let (task, at) = (Task::from(it), at.index(k));
        // Of a plan from before the measures, tasks go by their dates.
        let due = it.due_on.is_unknown() || it.due_on.known().is_some_and(|due| due.0 >= first);
        if !bound && !due {
            continue;
        }
        probe.subject(Part::at(at), |probe| {
            let assigned = if bound { task.assigned(at, probe) } else { Outcome::NotApplicable };
            Ok(assigned.join(task.in_time(&case.cx, None, at, probe)))
        });
    }
    Ok(probe.unless_opened(Why::NotInForce))
}
