//! 议题会前确定: the agenda is fixed beforehand.

use std::cmp::Ordering;

use super::BASE;
use crate::{
    facts::{Body, Category, Fact},
    finding::{Breach, Missing, Violation, Why},
    law::{
        Unchecked, cite,
        instruments::{MEASURES, PARTY_GROUP_REGULATIONS},
    },
    norm::{Norm, Words, code},
    outcome::{Outcome, Severity},
    path::field,
    rule::{Answer, Checks, ItemCase, Probe, Rule},
    rules::collective,
};

/// 议题会前确定: the agenda is fixed beforehand.
#[doc(alias = "议题会前确定并书面送达")]
pub(super) static RULE: Rule = Rule {
    norm: Norm {
        code: code!("MTG005"),
        slug: "agenda-fixed-beforehand",
        title: Words {
            zh: "议题会前确定并书面送达", en: "The agenda is fixed beforehand"
        },
        gist: Words {
            zh: "议题须列入会前书面送达的议程，不得临时动议；涉及干部任免的从严。",
            en: "An item stands on the agenda circulated beforehand and is not raised on the spot; personnel items weigh more.",
        },
        cites: &[cite!(MEASURES, clause "2.2.2"), PARTY_GROUP_REGULATIONS.whole()],
        severity: Severity::Ordinary,
        remedy: Words {
            zh: "撤回临时议题，按程序列入下次会议",
            en: "take the item back and put it on the agenda of a later meeting",
        },
        unchecked: &[Unchecked {
            zh: "提前多少天送达：规定未明确",
            en: "how many days beforehand: no instrument says",
        }],
        ..BASE
    },
    checks: Checks { item: Some(check), ..Checks::NONE },
};

fn check(case: &ItemCase<'_>, probe: &mut Probe<'_>) -> Answer {
    probe.reach(case.is_before(Body::PartyGroup), Why::OtherKind)?;
    let personnel = collective::known_category(case) == Some(Category::Personnel);
    let graver = |it: &mut Violation| {
        if personnel {
            it.severity = Severity::Serious;
        }
    };
    let at = case.at().field(field!("on_agenda"));
    probe.looks_at(&case.item.on_agenda, || at);
    let listed = match case.item.on_agenda {
        Fact::Known(true) => Outcome::Compliant,
        Fact::Unknown => probe.unknown(at),
        Fact::Known(false) | Fact::Absent => probe.breach_with(at, Breach::Missing, graver),
    };
    let at = case.sitting.at.field(field!("agenda_circulated_on"));
    let held = case.sitting.meeting.held_on;
    probe.looks_at(&case.sitting.meeting.agenda_circulated_on, || at);
    let circulated = match case.sitting.meeting.agenda_circulated_on {
        Fact::Known(on) => match on.order(held) {
            Some(Ordering::Less) => Outcome::Compliant,
            Some(_) => {
                let breach = Breach::NotBefore { deadline: held.day(), done: on.day() };
                probe.breach_with(at, breach, graver)
            }
            None => probe.lack(Missing::TimeOfDay(at)),
        },
        Fact::Unknown => probe.unknown(at),
        Fact::Absent => probe.breach_with(at, Breach::Missing, graver),
    };
    Ok(listed.join(circulated))
}
