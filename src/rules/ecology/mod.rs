//! `ECO`: 政治生态, the half-yearly joint meeting on integrity and ideology.

use super::{BASE, duty};
use crate::{
    finding::Missing,
    outcome::Outcome,
    path::field,
    rule::{ActivityCase, Probe, Rule},
    time::NaiveDate,
};

mod both_subjects;
mod key_posts;
mod problems_acted_on;
mod spacing;

/// 联席会议: there is one in each calendar half-year.
#[doc(alias = "联席会议")]
static ECO001: Rule = duty::rule::<{ duty::row("ECO001") }>();

/// The shelf, in code order.
pub(super) static RULES: &[&Rule] =
    &[&ECO001, &both_subjects::RULE, &problems_acted_on::RULE, &key_posts::RULE, &spacing::RULE];

/// The day of a meeting; one without a day may lie before the measures.
fn dated(case: &ActivityCase<'_>, probe: &mut Probe<'_>) -> Result<NaiveDate, Outcome> {
    let at = case.at().field(field!("held_on"));
    match probe.need(&case.activity.held_on, || at)? {
        Some(day) => Ok(day.0),
        None => Err(probe.lack(Missing::FullRecord(at))),
    }
}
