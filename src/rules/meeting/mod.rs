//! `MTG`: 党组会议, how the Party group sits and decides.

use super::BASE;
use crate::rule::Rule;

mod agenda_fixed_beforehand;
mod consult_beforehand;
mod convened_by_principal;
mod decision_followed_up;
mod defer_when_divided;
mod deferred_item_returns;
mod deliberate_beforehand;
mod dissent_recorded;
mod emergency_reported;
mod everyone_speaks;
mod leader_speaks_last;
pub(in crate::rules) mod majority_of_members;
mod minutes_archived;
mod no_collective_breach;
mod no_one_man_rule;
mod no_private_domain;
mod no_splitting;
mod no_substitute_meeting;
pub(in crate::rules) mod only_members_vote;
pub(in crate::rules) mod quorum;
pub(in crate::rules) mod recusal;
mod submit_to_party_group;
mod tally_true;
pub(in crate::rules) mod vote_item_by_item;

#[doc(inline)]
pub use agenda_fixed_beforehand::RULE as MTG005;
#[doc(inline)]
pub use consult_beforehand::RULE as MTG003;
#[doc(inline)]
pub use convened_by_principal::RULE as MTG017;
#[doc(inline)]
pub use decision_followed_up::RULE as MTG024;
#[doc(inline)]
pub use defer_when_divided::RULE as MTG010;
#[doc(inline)]
pub use deferred_item_returns::RULE as MTG022;
#[doc(inline)]
pub use deliberate_beforehand::RULE as MTG004;
#[doc(inline)]
pub use dissent_recorded::RULE as MTG014;
#[doc(inline)]
pub use emergency_reported::RULE as MTG021;
#[doc(inline)]
pub use everyone_speaks::RULE as MTG008;
#[doc(inline)]
pub use leader_speaks_last::RULE as MTG009;
#[doc(inline)]
pub use majority_of_members::RULE as MTG012;
#[doc(inline)]
pub use minutes_archived::RULE as MTG015;
#[doc(inline)]
pub use no_collective_breach::RULE as MTG019;
#[doc(inline)]
pub use no_one_man_rule::RULE as MTG018;
#[doc(inline)]
pub use no_private_domain::RULE as MTG020;
#[doc(inline)]
pub use no_splitting::RULE as MTG023;
#[doc(inline)]
pub use no_substitute_meeting::RULE as MTG002;
#[doc(inline)]
pub use only_members_vote::RULE as MTG007;
#[doc(inline)]
pub use quorum::RULE as MTG006;
#[doc(inline)]
pub use recusal::RULE as MTG016;
#[doc(inline)]
pub use submit_to_party_group::RULE as MTG001;
#[doc(inline)]
pub use tally_true::RULE as MTG013;
#[doc(inline)]
pub use vote_item_by_item::RULE as MTG011;

/// The shelf, in code order.
pub static RULES: &[&Rule] = &[
    &submit_to_party_group::RULE,
    &no_substitute_meeting::RULE,
    &consult_beforehand::RULE,
    &deliberate_beforehand::RULE,
    &agenda_fixed_beforehand::RULE,
    &quorum::RULE,
    &only_members_vote::RULE,
    &everyone_speaks::RULE,
    &leader_speaks_last::RULE,
    &defer_when_divided::RULE,
    &vote_item_by_item::RULE,
    &majority_of_members::RULE,
    &tally_true::RULE,
    &dissent_recorded::RULE,
    &minutes_archived::RULE,
    &recusal::RULE,
    &convened_by_principal::RULE,
    &no_one_man_rule::RULE,
    &no_collective_breach::RULE,
    &no_private_domain::RULE,
    &emergency_reported::RULE,
    &deferred_item_returns::RULE,
    &no_splitting::RULE,
    &decision_followed_up::RULE,
];
