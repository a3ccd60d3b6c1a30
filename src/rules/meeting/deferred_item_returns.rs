//! 缓议事项: what was put off comes back or is closed.

use super::BASE;
use crate::{
    facts::{Body, Fact, ItemKind, ItemResult, RecordFamily},
    finding::{Breach, Missing, Why},
    law::instruments::MEASURES,
    norm::{Code, Norm, Words},
    outcome::{Modality, Outcome, Severity},
    rule::{Answer, Checks, ItemCase, Probe, Rule, after},
    time::NaiveDate,
};

pub(super) static RULE: Rule = Rule {
    norm: Norm {
        code: Code::new("MTG022"),
        slug: "deferred-item-returns",
        title: Words { zh: "缓议事项按期再议或办结", en: "A deferred item returns" },
        gist: Words {
            zh: "缓议的事项须在规定期限内再次上会或办结。",
            en: "An item that was put off is taken up again or closed within the set time.",
        },
        cites: &[MEASURES.clause("2.2.2")],
        modality: Modality::Should,
        severity: Severity::Advisory,
        remedy: Words {
            zh: "列入近期议程或说明不再研究的原因",
            en: "put it on a coming agenda, or record why it is closed",
        },
        parameters: &["deferred_item_limit"],
        ..BASE
    },
    checks: Checks { item: Some(check), ..Checks::NONE },
};

fn check(case: &ItemCase<'_>, probe: &mut Probe<'_>) -> Answer {
    probe.reach(case.is_before(Body::PartyGroup), Why::OtherKind)?;
    let at = case.at();
    let result = probe.need(&case.item.result, || at.field("result"))?;
    probe.reach(result == Some(&ItemResult::Deferred), Why::NotDecided)?;
    let as_of = case.sitting.cx.as_of;
    let closed = match case.item.closed_on {
        Fact::Known(day) if day.0 <= as_of => Fact::Known(day.0),
        Fact::Known(_) | Fact::Absent => Fact::Absent,
        Fact::Unknown => Fact::Unknown,
    };
    let returned = returned(case, as_of);
    let done = match (closed.known(), returned) {
        (Some(closed), Some(returned)) => Some((*closed).min(returned)),
        (closed, returned) => closed.copied().or(returned),
    };
    if done == Some(case.day()) {
        return Ok(Outcome::Compliant);
    }
    let limit = &case.parameters().deferred_item_limit;
    let term = *probe.setting(limit)?;
    let due = probe.covered(term.due(case.day(), case.sitting.cx.calendar()))?;
    probe.hinge(limit);
    match done {
        Some(day) if day <= due => return Ok(Outcome::Compliant),
        None if as_of <= due && case.item.matter.known().is_some() && !closed.is_unknown() => {
            return Ok(probe.pending(at.field("result"), Some(due)));
        }
        _ => {}
    }
    // It was not done in time as far as the records go; what they may lack decides whether that is so.
    let mut open = Outcome::Compliant;
    if closed.is_unknown() {
        open = open.join(probe.unknown(at.field("closed_on")));
    }
    match case.item.matter {
        Fact::Unknown => open = open.join(probe.unknown(at.field("matter"))),
        // Without a matter nobody can tell whether a later item is the same.
        Fact::Absent if as_of > due => open = open.join(probe.unknown(at.field("matter"))),
        Fact::Absent | Fact::Known(_) => {}
    }
    if open == Outcome::Undetermined {
        return Ok(open);
    }
    if as_of <= due {
        return Ok(probe.pending(at.field("result"), Some(due)));
    }
    let (family, from) = (RecordFamily::Meetings, after(case.day()));
    if !case.sitting.cx.dossier.is_complete(family, from, due) {
        return Ok(probe.lack(Missing::Completeness { family, from, until: due }));
    }
    Ok(probe.breach_with(at.field("result"), Breach::Late { due, done }, |it| it.day = after(due)))
}

/// The first day on which a later meeting of the Party group took the matter up again.
fn returned(case: &ItemCase<'_>, as_of: NaiveDate) -> Option<NaiveDate> {
    let matter = case.matter()?;
    let dossier = case.sitting.cx.dossier;
    let later = dossier.index().later(matter.place, case.day());
    later.iter().find_map(|(_, day, meeting, item)| {
        let (_, item) = dossier.item_at(*meeting, *item)?;
        (item.kind == ItemKind::Decide && *day <= as_of).then_some(*day)
    })
}
