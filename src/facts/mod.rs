//! What happened: the records a public body keeps, one file per kind.
//!
//! A part of a record that may be unknown is a [`Fact`]; the register (people, their posts and kin) and the
//! catalogue of matters are lists that say what they hold. [`Records`] carries all of them; a [`Dossier`](crate::Dossier) is these records checked and indexed.

mod activity;
mod decision;
mod fact;
mod household;
mod id;
mod interference;
mod kinship;
mod life_meeting;
mod matter;
mod meeting;
mod payment;
mod power;
mod promotion;
mod records;
mod rectification;
mod register;
mod responsibility;
mod vote;

pub use activity::{Activity, ActivityKind, Counterpart, Topic, VisitPurpose};
pub use decision::{Answer, Decision, DecisionForm, Emergency};
pub use fact::Fact;
pub use household::{
    Behaviour, BusinessExit, BusinessState, Contract, Declaration, DeclaredInterest, ExitKind,
    FamilyChange, FamilyMatter, Favour, Holding, Household, Interest, TiesComplaint,
    TiesInspection, TiesProblem,
};
pub use id::{
    AccountabilityReportId, ActId, ActivityId, ApproachId, BranchId, CaseFilingId, ConcernId,
    ContractId, DecisionId, DepartmentId, FindingId, HouseholdId, ImportantCaseId, InspectionId,
    InterestId, ItemId, LifeMeetingId, ListCheckId, MatterId, MeetingId, OffHoursProblemId,
    OmissionId, OwnerId, PaymentId, PeerBreachId, PersonId, PlanId, PowerListId, PromotionId,
    RequestId, ShortfallId, SpecialCauseId, Text, TiesComplaintId, TiesInspectionId,
};
pub use interference::{
    Accountability, AccountabilityKind, Approach, ApproachChannel, ApproachClass, ApproachReport,
    ApproachResponse, Asker, InterferenceArea, MonthlyReturn, Omission, ReportAddressee,
    Suppression,
};
pub use kinship::{KinSet, Kinship, Relation};
pub use life_meeting::{
    Absentee, AccountKind, Concern, ConcernKind, LifeAccount, LifeMeeting, LifeMeetingKind,
    LifeMeetingPostponement, LifeMeetingSession, LifeTalk, SeasonConsent, SpecialCause,
    SpecialCauseKind, TalkPair,
};
pub use matter::{Category, CompetentBody, Matter};
pub use meeting::{
    Authority, Body, Consultation, Departure, DepartureKind, Dissent, FollowUp, Item, ItemKind,
    ItemResult, LegalityReview, Meeting, MeetingKind, Minutes, PresiderAuthority, Referral,
    ReferredTo, Stance, Statement, StatementKind,
};
pub use payment::Payment;
pub use power::{
    Act, ActStep, ActSubject, Circumstance, Delegation, ListApproval, ListApprover, ListCheck,
    ListProblem, NegativeItem, PowerEntry, PowerHolder, PowerKind, PowerLimit, PowerList,
    PowerListKind, StatutoryPower,
};
pub(crate) use promotion::{Approval, approval};
pub use promotion::{
    Bars, BusinessClearing, BusinessMatch, CheckResult, Complaint, Education, Exception,
    ExceptionKind, FamilyAbroad, FourChecks, FourMustCheck, Grade, Inspection, IntegrityOpinion,
    Motion, Objection, PriorMatter, PriorReport, Probation, Promotion, PromotionDecision,
    PublicNotice, Qualifications, Recommendation, Step, TargetPost, Vacancy,
};
pub use records::{Completeness, RecordFamily, Records, Unit};
pub use rectification::{InspectionFinding, OversightInspection, RectificationItem};
pub use register::{
    Appraisal, AppraisalGrade, Branch, BranchMembership, CommitteeSeat, Department, DepartmentWork,
    DirectField, Leave, MemberRole, Membership, Office, Organ, Person, Portfolio, Post, Rank,
    Restriction, RestrictionKind, Sanction, SanctionKind,
};
pub use responsibility::{
    AccountabilityReport, CaseFiling, ImportantCase, OffHoursProblem, PeerBreach, PeerReport,
    PeerReportAddressee, Plan, PlanAdopter, PlanAdoption, PlanTask, Request, Shortfall,
};
pub use vote::{Ballot, Choice, Tally, Vote, VoteMethod};
