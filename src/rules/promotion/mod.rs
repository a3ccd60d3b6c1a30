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

#[doc(inline)]
pub use business_ban_cleared::RULE as PRM024;
#[doc(inline)]
pub use checks_for_this_round::RULE as PRM009;
#[doc(inline)]
pub use complaints_checked::RULE as PRM004;
#[doc(inline)]
pub use decided_collectively::RULE as PRM016;
#[doc(inline)]
pub use discipline_opinion_heard::RULE as PRM003;
#[doc(inline)]
pub use done_before_decision::RULE as PRM006;
#[doc(inline)]
pub use exception_approved::RULE as PRM013;
#[doc(inline)]
pub use family_conduct_considered::RULE as PRM023;
#[doc(inline)]
pub use file_audited::RULE as PRM001;
#[doc(inline)]
pub use inspection_sound::RULE as PRM015;
#[doc(inline)]
pub use no_appointment_with_problem::RULE as PRM008;
#[doc(inline)]
pub use no_bar::RULE as PRM011;
#[doc(inline)]
pub use no_nomination_with_problem::RULE as PRM007;
#[doc(inline)]
pub use no_rush::RULE as PRM027;
#[doc(inline)]
pub use objections_settled::RULE as PRM019;
#[doc(inline)]
pub use personal_matters_verified::RULE as PRM002;
#[doc(inline)]
pub use posting_avoidance::RULE as PRM026;
#[doc(inline)]
pub use prior_report_answered::RULE as PRM017;
#[doc(inline)]
pub use probation::RULE as PRM020;
#[doc(inline)]
pub use public_notice::RULE as PRM018;
#[doc(inline)]
pub use recommendation_valid::RULE as PRM014;
#[doc(inline)]
pub use record_of_process::RULE as PRM025;
#[doc(inline)]
pub use stage_order::RULE as PRM022;
#[doc(inline)]
pub use started_at_motion::RULE as PRM005;
#[doc(inline)]
pub use two_signatures::RULE as PRM010;
#[doc(inline)]
pub use vacancy::RULE as PRM021;
#[doc(inline)]
pub use years_in_post::RULE as PRM012;

/// The shelf, in code order.
pub static RULES: &[&Rule] = &[
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
