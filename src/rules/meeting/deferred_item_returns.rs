//! 缓议事项: what was put off comes back or is closed.

use std::cmp::Ordering;

use super::BASE;
use crate::{
    dossier::Occurrence,
    facts::{Body, Fact, ItemKind, ItemResult, RecordFamily},
    finding::{Breach, Missing, Why},
    law::{cite, instruments::MEASURES},
    norm::{Norm, Words, code},
    outcome::{Modality, Outcome, Severity},
    path::{Path, field},
    rule::{Answer, Checks, ItemCase, Probe, Rule, after},
    time::NaiveDate,
};

/// 缓议事项: what was put off comes back or is closed.
#[doc(alias = "缓议事项按期再议或办结")]
pub(super) static RULE: Rule = Rule {
    norm: Norm {
        code: code!("MTG022"),
        slug: "deferred-item-returns",
        title: Words { zh: "缓议事项按期再议或办结", en: "A deferred item returns" },
        gist: Words {
            zh: "缓议的事项须在规定期限内再次上会或办结。",
            en: "An item that was put off is taken up again or closed within the set time.",
        },
        cites: &[cite!(MEASURES, clause "2.2.2")],
        modality: Modality::Should,
        severity: Severity::Advisory,
        remedy: Words {
            zh: "列入近期议程或说明不再研究的原因",
            en: "put it on a coming agenda, or record why it is closed",
        },
        parameters: &["deferred_item_limit"],
        ..BASE
    },
    checks: Checks { item: Some(check), by_own_day: true, ..Checks::NONE },
};

fn check(case: &ItemCase<'_>, probe: &mut Probe<'_>) -> Answer {
    probe.reach(case.is_before(Body::PartyGroup), Why::OtherKind)?;
    let limit = &case.parameters().deferred_item_limit;
    probe.straddles(&case.sitting.cx, case.day(), limit)?;
    let at = case.at();
    let result = probe.need(&case.item.result, || at.field(field!("result")))?;
    probe.reach(result == Some(&ItemResult::Deferred), Why::NotDecided)?;
    let as_of = case.sitting.cx.as_of;
    let again = TakenUp::find(case, as_of);
    if again.surely.is_some_and(|day| day <= case.day()) {
        return Ok(Outcome::Compliant);
    }
    // Closed before it was put off: whether and when it really was is not known.
    let contradicts = case.item.closed_on.known().is_some_and(|day| day.0 < case.day());
    let closed = match case.item.closed_on {
        _ if contradicts => Fact::Unknown,
        Fact::Known(day) if day.0 <= as_of => Fact::Known(day.0),
        Fact::Known(_) | Fact::Absent => Fact::Absent,
        Fact::Unknown => Fact::Unknown,
    };
    let done = closed.known().copied().into_iter().chain(again.surely).min();
    probe.falls_due_after(
        &case.sitting.cx,
        case.day(),
        limit,
        at.field(field!("result")),
        done.map(|day| (day, at.field(field!("result")))),
    );
    if done.is_some_and(|day| day <= case.day()) {
        return Ok(Outcome::Compliant);
    }
    let due = probe.due(&case.sitting.cx, case.day(), limit)?;
    if done.is_some_and(|day| day <= due.surely) {
        return Ok(Outcome::Compliant);
    }
    // What may have been done in time, if what is not known were so.
    let mut open = Outcome::Compliant;
    if closed.is_unknown() {
        let missing = if contradicts { Missing::Contradiction } else { Missing::Fact };
        open = open.join(probe.lack(missing(at.field(field!("closed_on")))));
    }
    if case.item.matter.known().is_none() {
        // Without a matter nobody can tell whether a later item is the same.
        open = open.join(probe.unknown(at.field(field!("matter"))));
    }
    let last = due.last.ok();
    let in_time = |day: NaiveDate| last.is_none_or(|last| day <= last);
    if let Some((day, missing)) = again.possibly.filter(|it| in_time(it.0)) {
        if done.is_none_or(|done| day < done) {
            open = open.join(probe.lack(missing));
        }
    }
    if open == Outcome::Undetermined {
        return Ok(open);
    }
    if done.is_none() && as_of <= last.unwrap_or(due.surely) {
        return Ok(probe.pending(at.field(field!("result")), last));
    }
    let due = probe.covered(due.last)?;
    if done.is_some_and(|day| day <= due) {
        return Ok(Outcome::Compliant);
    }
    let (family, from) = (RecordFamily::Meetings, case.day());
    if !case.sitting.cx.dossier.is_complete(family, from, due) {
        return Ok(probe.lack(Missing::Completeness { family, from, until: due }));
    }
    probe.hinge(limit);
    Ok(probe.breach_with(at.field(field!("result")), Breach::Late { due, done }, |it| {
        it.day = after(due);
    }))
}

/// The first day on which the matter came before the Party group again.
struct TakenUp {
    surely: Option<NaiveDate>,
    /// If what is not known were so.
    possibly: Option<(NaiveDate, Missing)>,
}

impl TakenUp {
    fn find(case: &ItemCase<'_>, as_of: NaiveDate) -> Self {
        let mut it = Self { surely: None, possibly: None };
        let Some(matter) = case.matter() else { return it };
        let dossier = case.sitting.cx.dossier;
        let index = dossier.index();
        let held = case.sitting.meeting.held_on;
        let place = |of: Occurrence| {
            let meeting = Path::ROOT.field(field!("meetings")).index(of.meeting as usize);
            meeting.field(field!("items")).index(of.item as usize)
        };
        // The rest of the same meeting, which need not be in the dossier.
        let rest = case.sitting.meeting.items.iter().enumerate().skip(case.number + 1);
        for (n, item) in rest.filter(|it| it.1.kind == ItemKind::Decide) {
            if item.matter == case.item.matter {
                it.surely = Some(case.day());
                return it;
            }
            if item.matter.is_unknown() && it.possibly.is_none() {
                let at = case.sitting.at.field(field!("items")).index(n).field(field!("matter"));
                it.possibly = Some((case.day(), Missing::Fact(at)));
            }
        }
        let elsewhere = |of: &Occurrence| {
            dossier
                .item_at(of.meeting, of.item)
                .is_some_and(|it| it.0.id != case.sitting.meeting.id)
        };
        for of in index.items_about(matter.place, case.day()).filter(elsewhere) {
            if of.day > as_of {
                break;
            }
            let Some((meeting, _)) = dossier.item_at(of.meeting, of.item) else { continue };
            match held.order(meeting.held_on) {
                Some(Ordering::Less) => {
                    it.surely = Some(of.day);
                    break;
                }
                None => it.possibly = Some((of.day, Missing::TimeOfDay(place(of)))),
                Some(Ordering::Equal | Ordering::Greater) => {}
            }
        }
        let unplaced = index.unplaced_items(case.day()).find(|of| of.day <= as_of && elsewhere(of));
        if let (None, Some(of)) = (&it.possibly, unplaced) {
            it.possibly = Some((of.day, Missing::Fact(place(of).field(field!("matter")))));
        }
        it
    }
}
