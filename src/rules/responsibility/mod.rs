//! `RSP`: 两个责任, the responsibility for strict governance and who answers for it.

use chrono::Datelike as _;

use super::{BASE, duty};
use crate::{
    facts::PlanAdopter,
    finding::Why,
    outcome::Outcome,
    path::field,
    rule::{Due, PlanCase, Probe, Rule},
    time::NaiveDate,
};

mod called_in;
mod case_review_four_steps;
mod plan_broken_down;
mod principal_in_plan;
mod yearly_plan;

/// 听取履责汇报: the principal hears each member.
static RSP003: Rule = duty::rule::<{ duty::row("RSP003") }>();
/// 听取分管部门汇报: each member hears each department in his or her charge.
#[doc(alias = "一岗双责")]
static RSP005: Rule = duty::rule::<{ duty::row("RSP005") }>();
/// 研究全面从严治党: the Party group studies strict governance each half-year.
static RSP007: Rule = duty::rule::<{ duty::row("RSP007") }>();

/// The shelf, in code order.
pub(super) static RULES: &[&Rule] = &[
    &yearly_plan::RULE,
    &plan_broken_down::RULE,
    &RSP003,
    &called_in::RULE,
    &RSP005,
    &case_review_four_steps::RULE,
    &RSP007,
    &principal_in_plan::RULE,
];

/// Goes on with a plan for a year that has begun and that was adopted; where it was not, RSP001 answers. Whether the measures
/// bound it: it was adopted, or due to be, on their first day or later.
fn judged(case: &PlanCase<'_>, probe: &mut Probe<'_>) -> Result<bool, Outcome> {
    let (cx, first) = (&case.cx, case.cx.policy.measures_from());
    let of = i32::try_from(case.plan.year).unwrap_or(i32::MAX);
    probe.reach(of <= cx.as_of.year(), Why::AfterAsOf)?;
    let at = case.at().field(field!("adoption"));
    let adoption = probe.need(&case.plan.adoption, || at)?.filter(|it| it.on.0 <= cx.as_of);
    let Some(adoption) = adoption else {
        return Err(probe.not_applicable(Why::OtherRule));
    };
    let by = probe.need(&adoption.by, || at.field(field!("by")))?;
    probe.reach(by == Some(&PlanAdopter::PartyGroup), Why::OtherRule)?;
    let adopted = adoption.on.0;
    probe.set_day(adopted);
    let start = NaiveDate::from_ymd_opt(of, 1, 1).and_then(|it| Some((it, it.pred_opt()?)));
    let due = start.and_then(|(start, before)| {
        let term = cx.policy.on(start).yearly_plan_limit.value?;
        Due::of(cx, before, term).ok()?.last.ok()
    });
    Ok(adopted >= first || due.is_some_and(|due| due >= first))
}
