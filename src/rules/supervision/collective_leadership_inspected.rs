//! 集体领导制度监督检查: how collective leadership is kept is inspected in each period, and a problem found is acted on.

use super::super::{duty, periodic};
use crate::{
    facts::{ActivityKind, Fact},
    finding::Why,
    path::field,
    rule::{ActivityCase, Answer, Part, Probe, Rule},
};

/// 集体领导制度监督检查: how collective leadership is kept is inspected in each period, and a problem found is acted on.
#[doc(alias = "集体领导")]
pub(super) static RULE: Rule = {
    let mut rule = duty::rule::<{ duty::row("SUP010") }>();
    rule.checks.activity = Some(problems);
    rule
};

/// Problems that an inspection found are acted on within the policy's limit.
fn problems(case: &ActivityCase<'_>, probe: &mut Probe<'_>) -> Answer {
    let (it, cx) = (case.activity, &case.cx);
    probe.reach(it.kind == ActivityKind::CollectiveLeadershipInspection, Why::OtherKind)?;
    let at = case.at().field(field!("problems"));
    let list = match &it.problems {
        Fact::Known(list) if list.is_empty() => {
            return Ok(probe.not_applicable(Why::NothingToRecord));
        }
        Fact::Absent => return Ok(probe.not_applicable(Why::NothingToRecord)),
        Fact::Known(list) => list,
        Fact::Unknown => {
            if let Fact::Known(held) = it.held_on {
                let limit = &cx.policy.on(held.0).collective_leadership_problem_limit;
                probe.straddles(cx, held.0, limit)?;
            }
            return Ok(probe.unknown(at));
        }
    };
    let day = case.at().field(field!("held_on"));
    let Some(held) = probe.need(&it.held_on, || day)?.map(|day| day.0) else {
        // A record without a day begins no term.
        return Ok(probe.lack(crate::finding::Missing::FullRecord(day)));
    };
    let limit = &cx.policy.on(held).collective_leadership_problem_limit;
    probe.straddles(cx, held, limit)?;
    for (k, it) in list.iter().enumerate() {
        let at = at.index(k);
        probe.subject(Part::at(at), |probe| {
            Ok(periodic::dealt_with(
                cx,
                held,
                it.done_on,
                limit,
                at.field(field!("done_on")),
                probe,
            ))
        });
    }
    Ok(probe.unless_opened(Why::NothingToRecord))
}
