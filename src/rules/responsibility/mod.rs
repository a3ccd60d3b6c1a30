//! `RSP`: 两个责任, the responsibility for strict governance and who answers for it.

use chrono::Datelike as _;

use super::{BASE, duty};
use crate::{
    finding::Why,
    outcome::Outcome,
    rule::{PlanCase, Probe, Rule},
};

mod called_in;
mod case_review_four_steps;
mod plan_broken_down;
mod principal_in_plan;
mod yearly_plan;

#[doc(inline)]
pub use called_in::RULE as RSP004;
#[doc(inline)]
pub use case_review_four_steps::RULE as RSP006;
#[doc(inline)]
pub use plan_broken_down::RULE as RSP002;
#[doc(inline)]
pub use principal_in_plan::RULE as RSP008;
#[doc(inline)]
pub use yearly_plan::RULE as RSP001;

/// 听取履责汇报: the principal hears each member.
pub static RSP003: Rule = duty::rule::<{ duty::row("RSP003") }>();
/// 听取分管部门汇报: each member hears each department in his or her charge.
#[doc(alias = "一岗双责")]
pub static RSP005: Rule = duty::rule::<{ duty::row("RSP005") }>();
/// 研究全面从严治党: the Party group studies strict governance each half-year.
pub static RSP007: Rule = duty::rule::<{ duty::row("RSP007") }>();

/// The shelf, in code order.
pub static RULES: &[&Rule] = &[
    &yearly_plan::RULE,
    &plan_broken_down::RULE,
    &RSP003,
    &called_in::RULE,
    &RSP005,
    &case_review_four_steps::RULE,
    &RSP007,
    &principal_in_plan::RULE,
];

/// Goes on with a plan for a year of the measures that has begun and that was adopted; where it was not, RSP001 answers.
fn judged(case: &PlanCase<'_>, probe: &mut Probe<'_>) -> Result<(), Outcome> {
    let year = |day: chrono::NaiveDate| u32::try_from(day.year()).unwrap_or(0);
    let (cx, of) = (&case.cx, case.plan.year);
    probe.reach(year(cx.policy.measures_from()) <= of, Why::NotInForce)?;
    probe.reach(of <= year(cx.as_of), Why::AfterAsOf)?;
    let later = |on: chrono::NaiveDate| on > cx.as_of;
    let at = case.at().field("adoption");
    let adopted = probe.need(&case.plan.adoption, || at)?.is_some_and(|it| !later(it.on.0));
    probe.reach(adopted, Why::OtherRule)
}
