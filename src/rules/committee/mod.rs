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

#[doc(inline)]
pub use committee_leader_last::RULE as CMT003;
#[doc(inline)]
pub use committee_majority::RULE as CMT002;
#[doc(inline)]
pub use committee_quorum::RULE as CMT001;
#[doc(inline)]
pub use disagreement_referred::RULE as CMT005;
#[doc(inline)]
pub use minority_view_kept::RULE as CMT004;
#[doc(inline)]
pub use odd_membership::RULE as CMT007;
#[doc(inline)]
pub use right_body::RULE as CMT006;

/// The shelf, in code order.
pub static RULES: &[&Rule] = &[
    &committee_quorum::RULE,
    &committee_majority::RULE,
    &committee_leader_last::RULE,
    &minority_view_kept::RULE,
    &disagreement_referred::RULE,
    &right_body::RULE,
    &odd_membership::RULE,
];
