//! A rule: a norm, and the plain functions that check it; and what they are given to look at.

mod cases;
mod context;
mod due;
mod kinds;
mod probe;
mod subject;

pub use cases::{
    AccountabilityReportCase, ActCase, ActivityCase, ApproachCase, AskedMatterCase, BranchCase,
    CaseFilingCase, ConcernCase, DecisionCase, DepartmentCase, FindingCase, HouseholdCase,
    ImportantCaseCase, InspectionCase, InterestCase, ItemCase, LifeMeetingCase, ListCase,
    MatterCase, MeetingCase, OffHoursProblemCase, OmissionCase, PaymentCase, PeerBreachCase,
    PersonCase, PlanCase, PromotionCase, RequestCase, ShortfallCase, SpecialCauseCase, ThreadCase,
    UnitCase,
};
pub use context::Context;
pub use due::Due;
pub(crate) use due::{DueOf, after};
pub use kinds::{Check, Checks};
pub(crate) use kinds::{Judge, Kind, Row, Shelves, walk};
pub use probe::Probe;
pub(crate) use probe::Shared;
pub use subject::Part;
pub(crate) use subject::{Roots, SubjectRef};

use crate::{norm::Norm, outcome::Outcome};

/// How a check ends: an outcome, or an early exit with one. Both count alike, so that `?` may be used freely.
pub type Answer = Result<Outcome, Outcome>;

/// A norm and the functions that check it.
#[derive(Debug)]
pub struct Rule {
    /// What is asked.
    pub norm: Norm,
    /// How it is checked, by kind of subject.
    pub checks: Checks,
}

/// A run, which is handed every subject.
pub(crate) trait Runner {
    /// Every check on this subject.
    fn judge(&mut self, case: &impl Kind, subject: SubjectRef<'_>);
}
