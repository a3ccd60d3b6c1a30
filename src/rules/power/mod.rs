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

#[doc(inline)]
pub use act_within_limit::RULE as PWR006;
#[doc(inline)]
pub use act_within_list::RULE as PWR005;
#[doc(inline)]
pub use collective_power_alone::RULE as PWR008;
#[doc(inline)]
pub use delegation_written::RULE as PWR012;
#[doc(inline)]
pub use entry_complete::RULE as PWR003;
#[doc(inline)]
pub use list_approved::RULE as PWR002;
#[doc(inline)]
pub use list_in_force::RULE as PWR001;
#[doc(inline)]
pub use list_self_check::RULE as PWR011;
#[doc(inline)]
pub use lists_consistent::RULE as PWR010;
#[doc(inline)]
pub use negative_list_in_force::RULE as PWR004;
#[doc(inline)]
pub use no_direct_charge::RULE as PWR013;
#[doc(inline)]
pub use powers_separated::RULE as PWR009;
#[doc(inline)]
pub use red_line::RULE as PWR007;
#[doc(inline)]
pub use statutory_powers_kept::RULE as PWR015;
#[doc(inline)]
pub use within_higher_list::RULE as PWR014;

/// The shelf, in code order.
pub static RULES: &[&Rule] = &[
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
