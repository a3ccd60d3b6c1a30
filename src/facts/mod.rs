//! What happened: the records a public body keeps, one file per kind.
//!
//! A part of a record that may be unknown is a [`Fact`]; the register (people, their posts and kin) and the
//! catalogue of matters are lists that say what they hold. [`Dossier`] carries all of them, checked and indexed.

mod decision;
mod dossier;
mod fact;
mod id;
pub(crate) mod index;
mod kinship;
mod matter;
mod meeting;
mod payment;
mod promotion;
mod register;
mod vote;

pub use decision::{Answer, Decision, DecisionForm, Emergency};
pub use dossier::{Completeness, Dossier, RecordFamily, Records, Unit};
pub use fact::Fact;
pub use id::{
    DecisionId, DepartmentId, ItemId, MatterId, MeetingId, OwnerId, PaymentId, PersonId,
    PromotionId, Text,
};
pub use index::{Bench, BenchMember, ItemSeats, Principal, Seats, Speaker};
pub use kinship::{KinSet, Kinship, Relation};
pub use matter::{Category, CompetentBody, Matter};
pub use meeting::{
    Authority, Body, Consultation, Departure, DepartureKind, Dissent, FollowUp, Item, ItemKind,
    ItemResult, LegalityReview, Meeting, MeetingKind, Minutes, PresiderAuthority, Referral,
    ReferredTo, Stance, Statement, StatementKind,
};
pub use payment::Payment;
pub use promotion::{
    CheckResult, Complaint, FourChecks, FourMustCheck, Inspection, IntegrityOpinion, Motion,
    Objection, Promotion, PromotionDecision, PublicNotice, Rank, Recommendation, Step, Vacancy,
};
pub use register::{
    CommitteeSeat, Department, MemberRole, Membership, Person, Portfolio, Post, Restriction,
    RestrictionKind,
};
pub use vote::{Ballot, Choice, Tally, Vote, VoteMethod};
