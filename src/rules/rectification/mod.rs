//! `RCT`: 整改, putting right what inspections found.

use super::BASE;
use crate::{
    facts::{Fact, RectificationItem},
    finding::Why,
    path::field,
    rule::{Answer, FindingCase, InspectionCase, Probe, Rule},
};

mod feedback_given;
mod finding_assigned;
mod put_right_in_time;
mod put_right_with_evidence;

/// The shelf, in code order.
pub(super) static RULES: &[&Rule] = &[
    &finding_assigned::RULE,
    &put_right_in_time::RULE,
    &put_right_with_evidence::RULE,
    &feedback_given::RULE,
];

/// An inspection of which nobody has said what it found. Under the measures RCT001 tells; of one before them an item may yet be
/// due under them.
fn untold(case: &InspectionCase<'_>, probe: &mut Probe<'_>) -> Answer {
    let it = case.inspection;
    probe.reach(it.findings.is_unknown(), Why::OtherKind)?;
    probe.reach(it.handed_over_on.0 < case.cx.policy.measures_from(), Why::OtherRule)?;
    Ok(probe.unknown(case.at.field(field!("findings"))))
}

/// Whether there is evidence that an item was done.
fn evidence(it: &RectificationItem) -> Fact<()> {
    match &it.evidence {
        Fact::Known(list) if list.is_empty() => Fact::Absent,
        other => other.state(),
    }
}

/// Who owns an item, where it is a person and no department.
fn person<'a>(case: &FindingCase<'a>, it: &'a RectificationItem) -> Option<&'a str> {
    let owner = it.owner.known()?.as_str();
    let people = &case.cx.dossier.records().people;
    people.iter().any(|it| it.id.as_str() == owner).then_some(owner)
}
