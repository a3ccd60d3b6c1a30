//! 分解工作任务并落实: a yearly plan is broken down into tasks, each with an owner and a date, and none is past it without a result.

use super::BASE;
use crate::{
    finding::Breach,
    law::{
        cite,
        instruments::{MEASURES, PRIMARY_RESPONSIBILITY_RULES},
    },
    norm::{Norm, Words, code},
    outcome::{Outcome, Severity},
    rule::{Answer, Checks, PlanCase, Probe, Rule},
    rules::tasks::Task,
};

/// 分解工作任务并落实: a yearly plan is broken down into tasks, each with an owner and a date, and none is past it without a result.
pub static RULE: Rule = Rule {
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
    super::judged(case, probe)?;
    let at = case.at().field("tasks");
    let tasks = probe.need(&case.plan.tasks, || at)?.map_or(&[][..], Vec::as_slice);
    if tasks.is_empty() {
        return Ok(probe.breach(at, Breach::Missing));
    }
    Ok(tasks.iter().enumerate().fold(Outcome::Compliant, |all, (k, it)| {
        let (task, at) = (Task::from(it), at.index(k));
        all.join(task.assigned(at, probe)).join(task.in_time(&case.cx, None, at, probe))
    }))
}
