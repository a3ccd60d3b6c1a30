//! Three-valued conditions: what rules on spells of ties, posts, lists and acts put together.

use crate::{
    facts::Fact, finding::Missing, outcome::Outcome, path::Path, rule::Probe, time::NaiveDate,
};

/// Facts that would settle something.
#[derive(Debug, Clone)]
pub(crate) struct Lacks(Vec<Missing>);

impl From<Vec<Missing>> for Lacks {
    fn from(list: Vec<Missing>) -> Self {
        Self(list)
    }
}

impl Lacks {
    /// Names them.
    pub(crate) fn tell(self, probe: &mut Probe<'_>) -> Outcome {
        self.0.into_iter().fold(Outcome::Undetermined, |all, at| all.join(probe.lack(at)))
    }

    /// These and others.
    pub(crate) fn with(mut self, other: Self) -> Self {
        self.0.extend(other.0);
        self
    }
}

/// Whether conditions are met: from which day on, or what would tell.
#[derive(Debug, Clone)]
pub(crate) enum Meets {
    /// They are, from that day on.
    Yes(NaiveDate),
    /// One of them surely is not.
    No,
    /// That is open.
    Open(Lacks),
}

impl Lacks {
    /// The facts themselves.
    pub(crate) fn into_list(self) -> Vec<Missing> {
        self.0
    }
}

impl Meets {
    pub(crate) const ALWAYS: Self = Self::Yes(NaiveDate::MIN);

    /// Nobody has said what stands there.
    pub(crate) fn open(at: Path) -> Self {
        Self::lack(Missing::Fact(at))
    }

    /// This would tell.
    pub(crate) fn lack(missing: Missing) -> Self {
        Self::Open(Lacks(vec![missing]))
    }

    /// As something known has it.
    pub(crate) const fn when(met: bool) -> Self {
        if met { Self::ALWAYS } else { Self::No }
    }

    /// The contrary. The day is not kept.
    pub(crate) fn not(self) -> Self {
        match self {
            Self::Yes(_) => Self::No,
            Self::No => Self::ALWAYS,
            open @ Self::Open(_) => open,
        }
    }

    /// Both: one that is not met settles it.
    pub(crate) fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::No, _) | (_, Self::No) => Self::No,
            (Self::Yes(a), Self::Yes(b)) => Self::Yes(a.max(b)),
            (Self::Open(a), Self::Open(b)) => Self::Open(a.with(b)),
            (open @ Self::Open(_), Self::Yes(_)) | (Self::Yes(_), open @ Self::Open(_)) => open,
        }
    }

    /// One of the two: one that is met settles it.
    pub(crate) fn or(self, other: Self) -> Self {
        match (self, other) {
            (Self::Yes(a), Self::Yes(b)) => Self::Yes(a.min(b)),
            (yes @ Self::Yes(_), _) | (_, yes @ Self::Yes(_)) => yes,
            (Self::Open(a), Self::Open(b)) => Self::Open(a.with(b)),
            (open @ Self::Open(_), Self::No) | (Self::No, open @ Self::Open(_)) => open,
            (Self::No, Self::No) => Self::No,
        }
    }
}

/// Whether something holds of a fact; not of one that is absent.
pub(crate) fn fact<T>(fact: &Fact<T>, at: Path, holds: impl FnOnce(&T) -> bool) -> Meets {
    match fact {
        Fact::Known(it) => Meets::when(holds(it)),
        Fact::Absent => Meets::No,
        Fact::Unknown => Meets::open(at),
    }
}
