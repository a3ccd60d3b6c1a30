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

/// The shelf, in code order.
pub(super) static RULES: &[&Rule] = &[
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
