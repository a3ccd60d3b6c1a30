//! What is wrong, what is missing, what is not yet due: data, not prose.

mod breach;
mod due;
mod evidence;
mod missing;
mod pending;
mod subject;
mod undetermined;
mod violation;
mod why;

pub(crate) use due::DueNote;
pub use {
    breach::{
        Bar, Breach, Coverage, Decider, Denominator, NotEntitled, Obstacle, Overlap, Overruled,
        Part, PostsOfKin, ReviewStep,
    },
    evidence::{Evidence, FactState},
    missing::{Missing, OpenQuestion},
    pending::Pending,
    subject::{Fingerprint, Key, Subject, SubjectName},
    undetermined::Undetermined,
    violation::{Hinge, Violation},
    why::Why,
};
