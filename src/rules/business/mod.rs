//! `BIZ`: 亲属经商办企业与禁业清单, family business and the list of bans.

use super::BASE;
use crate::rule::Rule;

pub(crate) mod area_and_scope;
mod ban_list_in_force;
pub(crate) mod banned_business;
mod change_declared;
mod clean_ties_inspected;
mod complaint_handled;
mod declared_truthfully;
mod declared_yearly;
mod exit_or_step_down;
pub(crate) mod lawyer_relative;
pub(crate) mod no_sham_exit;
mod no_use_of_office;
mod own_counterparty;
pub(crate) mod ties;

#[doc(inline)]
pub use area_and_scope::RULE as BIZ005;
#[doc(inline)]
pub use ban_list_in_force::RULE as BIZ010;
#[doc(inline)]
pub use banned_business::RULE as BIZ004;
#[doc(inline)]
pub use change_declared::RULE as BIZ002;
#[doc(inline)]
pub use clean_ties_inspected::RULE as BIZ012;
#[doc(inline)]
pub use complaint_handled::RULE as BIZ011;
#[doc(inline)]
pub use declared_truthfully::RULE as BIZ003;
#[doc(inline)]
pub use declared_yearly::RULE as BIZ001;
#[doc(inline)]
pub use exit_or_step_down::RULE as BIZ006;
#[doc(inline)]
pub use lawyer_relative::RULE as BIZ008;
#[doc(inline)]
pub use no_sham_exit::RULE as BIZ007;
#[doc(inline)]
pub use no_use_of_office::RULE as BIZ013;
#[doc(inline)]
pub use own_counterparty::RULE as BIZ009;

/// The shelf, in code order.
pub static RULES: &[&Rule] = &[
    &declared_yearly::RULE,
    &change_declared::RULE,
    &declared_truthfully::RULE,
    &banned_business::RULE,
    &area_and_scope::RULE,
    &exit_or_step_down::RULE,
    &no_sham_exit::RULE,
    &lawyer_relative::RULE,
    &own_counterparty::RULE,
    &ban_list_in_force::RULE,
    &complaint_handled::RULE,
    &clean_ties_inspected::RULE,
    &no_use_of_office::RULE,
];
