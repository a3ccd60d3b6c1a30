//! What is put for decision, of which category, and whether it was decided before.

use crate::{
    dossier::Occurrence,
    facts::{Body, Category, Fact, ItemKind, ItemResult},
    finding::{Missing, Why},
    outcome::Outcome,
    path::{Path, field},
    rule::{Context, ItemCase, MatterCase, Probe},
    time::{Moment, NaiveDate},
};
use std::cmp::Ordering;

/// Category of the item's matter; `None` where the matter is none of the catalogue or has none.
///
/// # Errors
///
/// `Undetermined` where it is not known.
pub(crate) fn category(
    case: &ItemCase<'_>,
    probe: &mut Probe<'_>,
) -> Result<Option<Category>, Outcome> {
    match case.matter() {
        Some(it) => {
            Ok(probe.need(&it.matter.category, || it.at().field(field!("category")))?.copied())
        }
        None => {
            probe.need(&case.item.matter, || case.at().field(field!("matter")))?;
            Ok(None)
        }
    }
}

/// The same without asking: `None` where it is not known either.
pub(crate) fn known_category(case: &ItemCase<'_>) -> Option<Category> {
    case.matter().and_then(|it| it.matter.category.known().copied())
}

/// Goes on where something was put to the vote of a meeting of this body. A review of a case is no vote, unless one
/// followed; an item that was only reported can have had none.
///
/// # Errors
///
/// `NotApplicable` for other meetings and items, `Undetermined` where a report is said to have been decided.
pub(crate) fn votable(
    case: &ItemCase<'_>,
    body: Body,
    probe: &mut Probe<'_>,
) -> Result<(), Outcome> {
    probe.reach(case.sitting.meeting.kind.body() == Some(body), Why::OtherKind)?;
    let decided =
        matches!(case.item.result, Fact::Known(ItemResult::Adopted | ItemResult::Rejected));
    let voted = decided || matches!(case.item.vote, Fact::Known(_));
    match case.item.kind {
        ItemKind::Decide => Ok(()),
        ItemKind::Inform if voted => {
            Err(probe.lack(Missing::Contradiction(case.at().field(field!("kind")))))
        }
        ItemKind::CaseReview if voted => Ok(()),
        ItemKind::Inform | ItemKind::CaseReview => Err(probe.not_applicable(Why::OtherKind)),
    }
}

/// Whether something was decided on the item.
///
/// # Errors
///
/// `NotApplicable` where nothing was, `Undetermined` where that is not known.
pub(crate) fn decided(case: &ItemCase<'_>, probe: &mut Probe<'_>) -> Result<(), Outcome> {
    let result = probe.need(&case.item.result, || case.at().field(field!("result")))?;
    let decided = matches!(result, Some(ItemResult::Adopted | ItemResult::Rejected));
    probe.reach(decided, Why::NotDecided)
}

/// Whether the Party group had decided the matter before: then another who deals with it afterwards takes nothing from
/// it. What it decided last counts: a later refusal or deferral ends the cover, a later confirmation gives none.
///
/// # Errors
///
/// `Compliant` where it had, `Undetermined` where it may have.
pub(crate) fn decided_before(
    cx: &Context<'_>,
    matter: Option<MatterCase<'_>>,
    when: Moment,
    probe: &mut Probe<'_>,
) -> Result<(), Outcome> {
    let Some(matter) = matter else { return Ok(()) };
    let (index, records) = (cx.dossier.index(), cx.dossier.records());
    let mut settled = Settled::default();
    let mut open: Option<Missing> = None;
    let items = index.items_about(matter.place, NaiveDate::MIN).map(|it| (it, true));
    let unplaced = index.unplaced_items(NaiveDate::MIN).map(|it| (it, false));
    let before = |it: &(Occurrence, bool)| it.0.day <= when.day();
    for (it, surely) in items.take_while(before).chain(unplaced.take_while(before)) {
        let Some((meeting, item)) = cx.dossier.item_at(it.meeting, it.item) else { continue };
        let order = meeting.held_on.order(when);
        if matches!(order, Some(Ordering::Equal | Ordering::Greater)) {
            continue;
        }
        let sitting = Path::ROOT.field(field!("meetings")).index(it.meeting as usize);
        let at = sitting.field(field!("items")).index(it.item as usize);
        match item.result {
            Fact::Unknown => open = open.or(Some(Missing::Fact(at.field(field!("result"))))),
            Fact::Known(ItemResult::Forwarded) | Fact::Absent => {}
            Fact::Known(_) if !surely => {
                open = open.or(Some(Missing::Fact(at.field(field!("matter")))));
            }
            Fact::Known(_) if order.is_none() => open = open.or(Some(Missing::TimeOfDay(at))),
            Fact::Known(result) => {
                settled.push(Settling {
                    when: meeting.held_on,
                    meeting: Some(it.meeting),
                    adopted: result == ItemResult::Adopted,
                    at: sitting.field(field!("held_on")),
                });
            }
        }
    }
    for n in index.party_group_decisions() {
        let Some(decision) = records.decisions.get(*n as usize) else { continue };
        let at = Path::ROOT.field(field!("decisions")).index(*n as usize);
        match (&decision.matter, decision.form, decision.decided_on.order(when)) {
            (_, _, Some(Ordering::Equal | Ordering::Greater)) | (Fact::Absent, ..) => {}
            (Fact::Known(id), ..) if *id != matter.matter.id => {}
            (Fact::Known(_), Fact::Known(_), Some(Ordering::Less)) => {
                settled.push(Settling {
                    when: decision.decided_on,
                    meeting: None,
                    adopted: true,
                    at: at.field(field!("decided_on")),
                });
            }
            (Fact::Unknown, ..) => open = open.or(Some(Missing::Fact(at.field(field!("matter"))))),
            (_, Fact::Unknown | Fact::Absent, _) => {
                open = open.or(Some(Missing::Fact(at.field(field!("form")))));
            }
            (_, _, None) => {
                open = open.or(Some(Missing::TimeOfDay(at.field(field!("decided_on")))));
            }
        }
    }
    if let Some(missing) = open {
        return Err(probe.lack(missing));
    }
    settled.reach(probe)
}

/// The Party group adopted a matter, or refused or deferred it.
#[derive(Clone, Copy)]
pub(super) struct Settling {
    when: Moment,
    /// Items of one meeting follow one another.
    meeting: Option<u32>,
    adopted: bool,
    at: Path,
}

/// What the Party group did with a matter on the last day on which it did anything.
#[derive(Default)]
pub(super) struct Settled(Vec<Settling>);

impl Settled {
    fn push(&mut self, it: Settling) {
        let day = |it: &Settling| it.when.day();
        match self.0.last_mut() {
            Some(last) if day(&it) < day(last) => {}
            // Items of one meeting come one after the other, and the later one counts.
            Some(last) if it.meeting.is_some() && last.meeting == it.meeting => *last = it,
            Some(last) if day(&it) > day(last) => {
                self.0.clear();
                self.0.push(it);
            }
            _ => self.0.push(it),
        }
    }

    /// Goes on where it was not adopted last.
    ///
    /// # Errors
    ///
    /// `Compliant` where it was, `Undetermined` where nobody knows what came last and it makes a difference.
    fn reach(&self, probe: &mut Probe<'_>) -> Result<(), Outcome> {
        // Of one day: what has an earlier time than another is not the last.
        let latest = self.0.iter().filter_map(|it| it.when.time()).max();
        let mut last =
            self.0.iter().filter(|it| it.when.time().is_none() || it.when.time() == latest);
        let Some(first) = last.next() else { return Ok(()) };
        let Some(other) = last.find(|it| it.adopted != first.adopted) else {
            return if first.adopted { Err(Outcome::Compliant) } else { Ok(()) };
        };
        let timed = first.when.time().is_some() && other.when.time().is_some();
        let missing = if timed { Missing::Contradiction } else { Missing::TimeOfDay };
        Err(probe.lack(missing(other.at)))
    }
}
