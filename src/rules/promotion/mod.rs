//! `PRM`: 干部选拔任用, selection and promotion with 凡提四必, from the motion to the appointment.

use super::BASE;
use crate::rule::Rule;

mod business_ban_cleared;
mod checks_for_this_round;
mod complaints_checked;
mod decided_collectively;
mod discipline_opinion_heard;
mod done_before_decision;
mod exception_approved;
mod family_conduct_considered;
mod file_audited;
mod inspection_sound;
mod no_appointment_with_problem;
mod no_bar;
mod no_nomination_with_problem;
mod no_rush;
mod objections_settled;
mod personal_matters_verified;
mod posting_avoidance;
mod prior_report_answered;
mod probation;
mod process;
mod public_notice;
mod recommendation_valid;
mod record_of_process;
mod stage_order;
mod started_at_motion;
mod two_signatures;
mod vacancy;
mod years_in_post;

/// The shelf, in code order.
pub(super) static RULES: &[&Rule] = &[
    &file_audited::RULE,
    &personal_matters_verified::RULE,
    &discipline_opinion_heard::RULE,
    &complaints_checked::RULE,
    &started_at_motion::RULE,
    &done_before_decision::RULE,
    &no_nomination_with_problem::RULE,
    &no_appointment_with_problem::RULE,
    &checks_for_this_round::RULE,
    &two_signatures::RULE,
    &no_bar::RULE,
    &years_in_post::RULE,
    &exception_approved::RULE,
    &recommendation_valid::RULE,
    &inspection_sound::RULE,
    &decided_collectively::RULE,
    &prior_report_answered::RULE,
    &public_notice::RULE,
    &objections_settled::RULE,
    &probation::RULE,
    &vacancy::RULE,
    &stage_order::RULE,
    &family_conduct_considered::RULE,
    &business_ban_cleared::RULE,
    &record_of_process::RULE,
    &posting_avoidance::RULE,
    &no_rush::RULE,
];
