//! What a check is given, a kind of subject each.

mod business;
mod collective;
mod duty;
mod interference;
mod payment;
mod power;
mod promotion;
mod rectification;

pub use business::{HouseholdCase, InterestCase};
pub use collective::{DecisionCase, ItemCase, MatterCase, MeetingCase};
pub use duty::*;
pub use interference::{ApproachCase, OmissionCase};
pub use payment::PaymentCase;
pub use power::{ActCase, ListCase, ThreadCase};
pub use promotion::PromotionCase;
pub use rectification::{FindingCase, InspectionCase};

use super::{Context, Runner};

/// How the records of one kind are walked over.
pub(super) trait Walk<'a> {
    /// Hands over each record of this kind, and the parts of it that are subjects of their own; nothing where another kind does.
    fn walk(_cx: Context<'a>, _run: &mut impl Runner) {}
}
