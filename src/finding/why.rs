//! Why a norm does not reach a subject.

use serde::Serialize;

/// Why a norm does not reach a subject.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Why {
    /// It speaks of another kind of meeting, item or decision.
    OtherKind,
    /// The act lies before the first day of the norm or of the measures, or after its last.
    NotInForce,
    /// The act lies after the as-of day.
    AfterAsOf,
    /// Nothing was voted.
    NothingVoted,
    /// Nothing was decided, or not in the way the norm speaks of.
    NotDecided,
    /// The matter is none of the 三重一大.
    NotMajor,
    /// The policy names nobody.
    NobodyNamed,
    /// There is nothing that would have to be recorded, referred or reported.
    NothingToRecord,
    /// Another rule answers for it.
    OtherRule,
    /// Nobody took part of whom it speaks.
    NobodyConcerned,
    /// The rank lies below those that it reaches.
    BelowRank,
    /// The relation lies outside the set of kin that it speaks of.
    NotInSet,
    /// It is an optional rule, and the policy leaves it off.
    SwitchedOff,
}

impl Why {
    /// Every reason.
    pub const ALL: [Self; 13] = [
        Self::OtherKind,
        Self::NotInForce,
        Self::AfterAsOf,
        Self::NothingVoted,
        Self::NotDecided,
        Self::NotMajor,
        Self::NobodyNamed,
        Self::NothingToRecord,
        Self::OtherRule,
        Self::NobodyConcerned,
        Self::BelowRank,
        Self::NotInSet,
        Self::SwitchedOff,
    ];
}
