//! `PWR`: 权力清单和负面清单, lists of powers and what is done under them.

use super::BASE;
use crate::rule::Rule;

mod act_within_limit;
mod act_within_list;
mod collective_power_alone;
mod delegation_written;
mod entry_complete;
mod grants;
mod list_approved;
mod list_in_force;
mod list_self_check;
mod lists;
mod lists_consistent;
mod negative_list_in_force;
mod no_direct_charge;
mod powers_separated;
mod red_line;
mod runs;
mod statutory_powers_kept;
mod within_higher_list;

/// The shelf, in code order.
pub(super) static RULES: &[&Rule] = &[
    &list_in_force::RULE,
    &list_approved::RULE,
    &entry_complete::RULE,
    &negative_list_in_force::RULE,
    &act_within_list::RULE,
    &act_within_limit::RULE,
    &red_line::RULE,
    &collective_power_alone::RULE,
    &powers_separated::RULE,
    &lists_consistent::RULE,
    &list_self_check::RULE,
    &delegation_written::RULE,
    &no_direct_charge::RULE,
    &within_higher_list::RULE,
    &statutory_powers_kept::RULE,
];
