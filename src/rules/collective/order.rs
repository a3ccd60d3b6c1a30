//! Who spoke, and in which order.

use super::attendance;
use crate::{
    dossier::{Principal, Seats},
    facts::{Statement, StatementKind},
    finding::{Breach, Missing},
    outcome::Outcome,
    path::{Path, field},
    rule::{ItemCase, Probe},
};

/// What the order of views shows beside one leader.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Order {
    /// How many members stated a view.
    pub(crate) views: u32,
    /// Place of the leader's first view among the statements, and among first views, from one.
    pub(crate) leader: Option<(usize, u32)>,
    /// Place of the first first view of another after it.
    pub(crate) first_after: Option<usize>,
    /// Whether another's second view follows it.
    pub(crate) second_after: bool,
    /// Who was last to state a first view.
    pub(crate) last: Option<u8>,
    /// Who of the others was.
    pub(crate) last_of_rest: Option<u8>,
    /// Those who stated a view.
    pub(crate) spoke: Seats,
}

impl Order {
    /// Only views of members in the room who were not recused count: an absent member's letter is none, and neither is
    /// a report or a procedural remark.
    pub(crate) fn of(case: &ItemCase<'_>, statements: &[Statement], leader: u8) -> Self {
        let mut it = Self::default();
        for (n, seat, _) in views(case, statements) {
            let fresh = it.spoke.insert(seat);
            if fresh {
                it.views += 1;
                it.last = Some(seat);
            }
            if seat == leader {
                if fresh {
                    it.leader = Some((n, it.views));
                }
            } else if fresh {
                it.last_of_rest = Some(seat);
                if it.leader.is_some() && it.first_after.is_none() {
                    it.first_after = Some(n);
                }
            } else if it.leader.is_some() {
                it.second_after = true;
            }
        }
        it
    }
}

/// Views on the substance before the vote, by members in the room who were not recused: place, seat, statement.
pub(crate) fn views<'s>(
    case: &ItemCase<'s>,
    statements: &'s [Statement],
) -> impl Iterator<Item = (usize, u8, &'s Statement)> {
    let here = case.seats.present.unwrap_or_default().without(case.seats.recused);
    views_of(case, statements, here)
}

/// The same by any of these members.
pub(crate) fn views_of<'s>(
    case: &ItemCase<'s>,
    statements: &'s [Statement],
    members: Seats,
) -> impl Iterator<Item = (usize, u8, &'s Statement)> {
    statements.iter().zip(case.speakers()).enumerate().filter_map(move |(n, (it, speaker))| {
        let seat = speaker.seat()?;
        let counts = it.kind == StatementKind::View && !it.after_vote && members.contains(seat);
        counts.then_some((n, seat, it))
    })
}

/// Those of the members who stated a view before the vote.
pub(crate) fn spoke(case: &ItemCase<'_>, statements: &[Statement], members: Seats) -> Seats {
    let mut spoke = Seats::NONE;
    for (_, seat, _) in views_of(case, statements, members) {
        spoke.insert(seat);
    }
    spoke
}

/// What an item's statements and attendance are, for rules that need both.
///
/// # Errors
///
/// `Undetermined` where one is not known, or the principal of the day is not.
pub(crate) fn floor<'a>(
    case: &ItemCase<'a>,
    probe: &mut Probe<'_>,
) -> Result<(&'a [Statement], Seats), Outcome> {
    let statements = probe.need(&case.item.statements, || case.at().field(field!("statements")));
    let present = attendance(case, probe);
    let statements = statements?.map_or(&[][..], Vec::as_slice);
    let present = present?;
    if case.sitting.bench().principal == Principal::Several {
        return Err(probe.lack(Missing::Contradiction(Path::ROOT.field(field!("people")))));
    }
    Ok((statements, present))
}

/// The leader stated a view before another did.
pub(crate) fn spoke_early(
    case: &ItemCase<'_>,
    leader: u8,
    order: &Order,
    probe: &mut Probe<'_>,
) -> Outcome {
    let at = case.at().field(field!("statements"));
    let (place, found) = order.leader.unwrap_or_default();
    probe.breach_with(at.index(place), Breach::OutOfOrder { found, earliest: order.views }, |it| {
        it.also.extend(order.first_after.map(|n| at.index(n)));
        it.who = case.person_id(leader).map(Into::into);
    })
}
