//! 集体讨论决定: the Party group decided on this candidate, and sat and voted as the meeting rules ask.

use std::cmp::Ordering;

use super::{BASE, process};
use crate::{
    facts::{Fact, ItemKind, ItemResult, MeetingKind},
    finding::{Breach, Missing},
    law::{
        cite,
        instruments::{APPOINTMENT_REGULATIONS, MEASURES},
    },
    norm::{Norm, Words, code},
    outcome::{Outcome, Severity},
    path::field,
    rule::{Answer, Checks, ItemCase, Probe, PromotionCase, Rule},
    rules::meeting::{majority_of_members, only_members_vote, quorum, recusal, vote_item_by_item},
};

/// 集体讨论决定: the Party group decided on this candidate, and sat and voted as the meeting rules ask.
#[doc(alias = "党组集体讨论决定")]
pub(super) static RULE: Rule = Rule {
    norm: Norm {
        code: code!("PRM016"),
        slug: "decided-collectively",
        title: Words { zh: "党组集体讨论决定", en: "Decided collectively" },
        gist: Words {
            zh: "须由党组会议就该人选作出决定，且该议题符合到会、表决资格、逐人表决、过半数和回避的规则。",
            en: "A meeting of the Party group decided on this candidate, and for the item keeps the rules on quorum, who votes, one by one, majority and recusal.",
        },
        cites: &[
            cite!(MEASURES, clause "2.6.2"),
            cite!(MEASURES, clause "2.2.2"),
            APPOINTMENT_REGULATIONS.whole(),
        ],
        severity: Severity::Serious,
        remedy: Words {
            zh: "提交党组会议重新讨论决定",
            en: "put the candidate before the Party group again",
        },
        parameters: &["suspended_members_count"],
        ..BASE
    },
    checks: Checks { promotion: Some(check), by_own_day: true, ..Checks::NONE },
};

fn check(case: &PromotionCase<'_>, probe: &mut Probe<'_>) -> Answer {
    process::reach(case, probe)?;
    let Some(decision) =
        probe.need(&case.promotion.decision, || case.at.field(field!("decision")))?
    else {
        return Ok(process::lacking(case, case.at.field(field!("decision")), probe));
    };
    let day = decision.decided_on.day();
    if day > case.cx.as_of {
        return Ok(process::lacking(case, case.at.field(field!("decision")), probe));
    }
    let at = case.at.field(field!("decision")).field(field!("item"));
    let item = probe.need(&decision.item, || at)?;
    let sitting = case.sitting();
    let sitting = sitting.as_ref().filter(|it| it.0.meeting.kind == MeetingKind::PartyGroup);
    let (Some(_), Some((sitting, number))) = (item, sitting) else {
        return Ok(probe.breach_with(at, Breach::Missing, |it| it.day = day));
    };
    let Some(item) = sitting.item(*number as usize) else {
        return Ok(probe.unknown(at));
    };
    if sitting.day() != day {
        // The decision and its meeting are not of one day.
        return Ok(probe.lack(Missing::Contradiction(
            case.at.field(field!("decision")).field(field!("decided_on")),
        )));
    }
    if decision.decided_on.order(sitting.meeting.held_on) == Some(Ordering::Less) {
        // Decided before the meeting began.
        let at = case.at.field(field!("decision")).field(field!("decided_on"));
        return Ok(probe.lack(Missing::Contradiction(at)));
    }
    if item.item.kind != ItemKind::Decide {
        // Only reported or reviewed.
        return Ok(probe.breach_with(at, Breach::Missing, |it| it.day = day));
    }
    let result = item.at().field(field!("result"));
    let adopted = match item.item.result {
        Fact::Known(ItemResult::Adopted) => Outcome::Compliant,
        Fact::Known(_) | Fact::Absent => {
            probe.breach_with(result, Breach::Missing, |it| it.day = day)
        }
        Fact::Unknown => probe.unknown(result),
    };
    let concerns = item.at().field(field!("concerns"));
    let about = match &item.item.concerns {
        Fact::Known(list) if list.contains(&case.promotion.candidate) => Outcome::Compliant,
        Fact::Known(_) | Fact::Absent => {
            probe.breach_with(concerns, Breach::Missing, |it| it.day = day)
        }
        Fact::Unknown => probe.unknown(concerns),
    };
    // What those rules find, they find of that day.
    probe.set_day(day);
    let rules: [fn(&ItemCase<'_>, &mut Probe<'_>) -> Answer; 5] = [
        quorum::check,
        only_members_vote::check,
        vote_item_by_item::check,
        majority_of_members::check,
        recusal::check,
    ];
    let kept = rules.into_iter().fold(Outcome::Compliant, |all, rule| {
        all.join(rule(&item, probe).unwrap_or_else(|outcome| outcome))
    });
    Ok(adopted.join(about).join(kept))
}
