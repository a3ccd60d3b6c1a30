//! Whether enough voted for it.

use super::{Entitled, Share, Ways, unattended};
use crate::{
    dossier::{Seats, Speaker},
    facts::{Choice, Fact, ItemResult, Tally, Vote, VoteMethod},
    finding::{Breach, Denominator, Missing, Why},
    outcome::Outcome,
    path::field,
    rule::{Answer, ItemCase, Probe},
};

/// Ballots in favour: those that certainly are valid, and those that may be.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Approvals {
    /// By name.
    Named {
        /// Members whose ballot in favour is valid.
        sure: Seats,
        /// These and those whose ballot may be.
        possible: Seats,
    },
    /// Counts only.
    Counted {
        /// Ballots in favour.
        approve: u32,
        /// All ballots.
        cast: u64,
        /// Members who surely had one to cast.
        sure: Seats,
        /// Members who may have had one; `None` for anybody.
        possible: Option<Seats>,
    },
}

impl Approvals {
    /// The ballots in favour of an item, its vote given.
    ///
    /// # Errors
    ///
    /// `Undetermined` where there are neither ballots nor counts.
    pub(crate) fn of(
        case: &ItemCase<'_>,
        vote: &Vote,
        probe: &mut Probe<'_>,
    ) -> Result<Self, Outcome> {
        let at = || case.at().field(field!("vote"));
        match ballots(vote) {
            Fact::Known(list) => {
                let (mut approve, mut other, mut unsure) = (Seats::NONE, Seats::NONE, Seats::NONE);
                for (ballot, voter) in list.iter().zip(case.voters()) {
                    let Speaker::Member(seat) = voter else { continue };
                    if case.seats.recused.contains(seat) {
                        continue;
                    }
                    match case.seats.present {
                        Some(present) if !present.contains(seat) => continue,
                        Some(_) => {}
                        None => {
                            unsure.insert(seat);
                        }
                    }
                    let side =
                        if ballot.choice == Choice::Approve { &mut approve } else { &mut other };
                    side.insert(seat);
                }
                // Of a member who voted both ways at most one ballot counts, and which is not known.
                Ok(Self::Named { sure: approve.without(other).without(unsure), possible: approve })
            }
            Fact::Absent => match probe.need(&vote.tally, || at().field(field!("tally")))? {
                Some(tally) => Ok(Self::counted(case, vote, tally)),
                None => Err(probe.lack(Missing::Contradiction(at()))),
            },
            Fact::Unknown => Err(probe.unknown(at().field(field!("ballots")))),
        }
    }

    /// Of counts without names, only as many can be valid as there were people with a ballot to cast.
    fn counted(case: &ItemCase<'_>, vote: &Vote, tally: &Tally) -> Self {
        let here = case.seats.present.map(|present| present.without(case.seats.recused));
        let named = (!vote.voters.is_empty()).then(|| voters(case).without(case.seats.recused));
        let (sure, possible) = match (here, named) {
            (Some(here), Some(named)) => (named.and(here), Some(named.and(here))),
            (Some(here), None) => (here, Some(here)),
            // Who was in the room is not known, so any of them may be invalid.
            (None, named) => (Seats::NONE, named),
        };
        Self::Counted { approve: tally.approve, cast: tally.total(), sure, possible }
    }

    /// The least and the most ballots in favour that are valid, of the members so counted. Ballots of people who had none
    /// to cast may be among those in favour or not.
    fn bounds(self, way: Entitled) -> (u32, u32) {
        match self {
            Self::Named { sure, possible } => {
                (sure.and(way.members).len(), possible.and(way.members).len())
            }
            Self::Counted { approve, cast, sure, possible } => {
                let narrow = |n: u64| u32::try_from(n).unwrap_or(u32::MAX);
                let valid = |seats: Seats| u64::from(seats.and(way.members).len()).min(cast);
                let most = possible.map_or(cast, valid);
                (approve.saturating_sub(narrow(cast - valid(sure))), approve.min(narrow(most)))
            }
        }
    }

    /// Whether more than half of the members, so counted, voted for it; `None` where that is not known.
    pub(crate) fn carry(self, way: Entitled) -> Option<bool> {
        let (least, most) = self.bounds(way);
        match (MAJORITY.is_met(least, way), MAJORITY.is_met(most, way)) {
            (true, _) => Some(true),
            (_, false) => Some(false),
            _ => None,
        }
    }

    /// How many, at the most, of the members so counted.
    pub(crate) fn most(self, way: Entitled) -> u32 {
        self.bounds(way).1
    }

    /// How many, at the least, of the members so counted.
    pub(crate) fn least(self, way: Entitled) -> u32 {
        self.bounds(way).0
    }

    /// Whether it is not known which ballots are valid, so counted.
    fn is_unsure(self, way: Entitled) -> bool {
        let (least, most) = self.bounds(way);
        least != most
    }
}

/// Members among those who are recorded as having cast ballots without names.
pub(super) fn voters(case: &ItemCase<'_>) -> Seats {
    let mut voted = Seats::NONE;
    for seat in case.voters().filter_map(Speaker::seat) {
        voted.insert(seat);
    }
    voted
}

/// More than half of the members entitled to attend.
pub(crate) const MAJORITY: Share = Share::more_than(1, 2);

/// Ballots by name. A secret ballot has none, so that there their absence is known.
pub(crate) fn ballots(vote: &Vote) -> Fact<&[crate::facts::Ballot]> {
    match &vote.ballots {
        Fact::Known(list) => Fact::Known(list),
        Fact::Unknown if vote.method == Fact::Known(VoteMethod::SecretBallot) => Fact::Absent,
        Fact::Unknown => Fact::Unknown,
        Fact::Absent => Fact::Absent,
    }
}

/// Whether the vote carried the item, by every way to count; `None` where that is not known, and the probe then knows
/// what would settle it.
pub(crate) fn carried(
    case: &ItemCase<'_>,
    vote: Option<&Vote>,
    probe: &mut Probe<'_>,
) -> Result<Option<(bool, Approvals, Entitled)>, Outcome> {
    let ways = Ways::of(case, probe)?;
    let approvals = match vote {
        Some(vote) => Approvals::of(case, vote, probe)?,
        // Nothing was voted, so nobody voted for it.
        None => Approvals::Counted { approve: 0, cast: 0, sure: Seats::NONE, possible: None },
    };
    match ways.agree(|way| approvals.carry(way)) {
        Some(carried) => Ok(Some((carried, approvals, ways.strict()))),
        None => {
            if ways.iter().any(|way| approvals.is_unsure(way)) {
                let at = case.at();
                if case.seats.present.is_none() {
                    unattended(case, probe);
                } else {
                    let named = matches!(approvals, Approvals::Named { .. });
                    let name = if named { field!("ballots") } else { field!("tally") };
                    probe.lack(Missing::Contradiction(at.field(field!("vote")).field(name)));
                }
            }
            ways.lack(case, probe);
            Ok(None)
        }
    }
}

/// Whether what was declared adopted had more than half of the members.
pub(crate) fn majority(case: &ItemCase<'_>, probe: &mut Probe<'_>) -> Answer {
    let at = case.at();
    match probe.need(&case.item.result, || case.at().field(field!("result")))? {
        Some(ItemResult::Adopted) => {}
        _ => return Ok(probe.not_applicable(Why::NotDecided)),
    }
    let vote = probe.need(&case.item.vote, || case.at().field(field!("vote")))?;
    match carried(case, vote, probe)? {
        Some((true, approvals, way)) => {
            let least = approvals.least(way);
            probe.counts(least, MAJORITY.least(way), Denominator::Entitled, way.number);
            Ok(Outcome::Compliant)
        }
        Some((false, approvals, way)) => Ok(probe.breach_with(
            at.field(field!("result")),
            Breach::TooFew {
                required: MAJORITY.least(way),
                found: approvals.most(way),
                of: Denominator::Entitled,
                total: way.number,
            },
            |it| it.also.push(at.field(field!("vote"))),
        )),
        None => Ok(Outcome::Undetermined),
    }
}
