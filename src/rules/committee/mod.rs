//! `CMT`: 检察委员会, how the procuratorial committee sits and decides.

use super::BASE;
use crate::rule::Rule;

mod committee_leader_last;
mod committee_majority;
mod committee_quorum;
mod disagreement_referred;
mod minority_view_kept;
mod odd_membership;
mod right_body;

/// The shelf, in code order.
pub(super) static RULES: &[&Rule] = &[
    &committee_quorum::RULE,
    &committee_majority::RULE,
    &committee_leader_last::RULE,
    &minority_view_kept::RULE,
    &disagreement_referred::RULE,
    &right_body::RULE,
    &odd_membership::RULE,
];
