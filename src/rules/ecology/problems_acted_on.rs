//! 问题有措施有责任人有时限: a problem that a joint meeting found has a measure with an owner and a date, and is not past it.

use super::BASE;
use crate::{
    facts::ActivityKind,
    finding::Why,
    law::{cite, instruments::MEASURES},
    norm::{Norm, Words, code},
    outcome::{Outcome, Severity},
    path::field,
    rule::{ActivityCase, Answer, Checks, Part, Probe, Rule},
    rules::tasks::Task,
};

/// 问题有措施有责任人有时限: a problem that a joint meeting found has a measure with an owner and a date, and is not past it.
pub(super) static RULE: Rule = Rule {
    norm: Norm {
        code: code!("ECO003"),
        slug: "problems-acted-on",
        title: Words { zh: "问题有措施有责任人有时限", en: "Problems are acted on" },
        gist: Words {
            zh: "联席会议发现的问题须有针对性措施，明确责任人和时限，并按期完成。",
            en: "A problem that a joint meeting found has a measure with an owner and a date, and is not past it.",
        },
        cites: &[cite!(MEASURES, clause "2.7")],
        severity: Severity::Ordinary,
        remedy: Words {
            zh: "明确责任人和时限并落实", en: "name owner and date, and see it done"
        },
        ..BASE
    },
    checks: Checks { activity: Some(check), by_own_day: true, ..Checks::NONE },
};

fn check(case: &ActivityCase<'_>, probe: &mut Probe<'_>) -> Answer {
    let (it, cx) = (case.activity, &case.cx);
    probe.reach(it.kind == ActivityKind::JointMeeting, Why::OtherKind)?;
    let held = super::dated(case, probe)?;
    let at = case.at().field(field!("problems"));
    let list = probe.need(&it.problems, || at)?.map_or(&[][..], Vec::as_slice);
    probe.reach(!list.is_empty(), Why::NothingToRecord)?;
    let bound = held >= cx.policy.measures_from();
    for (k, it) in list.iter().enumerate() {
        let (task, at) = (Task::from(it), at.index(k));
        // Found before the measures, it goes by its date.
        let due = it.due_on.known().is_some_and(|due| due.0 >= cx.policy.measures_from());
        if !bound && !due && !it.due_on.is_unknown() {
            continue;
        }
        probe.subject(Part::at(at), |probe| {
            let assigned = if bound { task.assigned(at, probe) } else { Outcome::NotApplicable };
            Ok(assigned.join(task.in_time(cx, Some(held), at, probe)))
        });
    }
    Ok(probe.unless_opened(Why::NotInForce))
}
