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

/// The shelf, in code order.
pub(super) static RULES: &[&Rule] = &[
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
