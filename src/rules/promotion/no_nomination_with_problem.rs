//! 防止“带病提名”: an unresolved problem stands in the way.

use super::{BASE, process};
use crate::{
    facts::{Fact, ItemKind, MeetingKind, Step},
    finding::{Missing, Why},
    law::{
        cite,
        instruments::{MEASURES, SOUND_PROMOTION_OPINION_2016},
    },
    norm::{Norm, Words, code},
    outcome::{Modality, Severity},
    path::field,
    rule::{Answer, Checks, Probe, PromotionCase, Rule},
};

/// 防止“带病提名”: an unresolved problem stands in the way.
#[doc(alias = "防止“带病提名”")]
pub(super) static RULE: Rule = Rule {
    norm: Norm {
        code: code!("PRM007"),
        slug: "no-nomination-with-problem",
        title: Words { zh: "防止“带病提名”", en: "No nomination with a problem" },
        gist: Words {
            zh: "四项审核发现的问题未查清前，不得提交党组讨论决定。",
            en: "A candidate with an unresolved problem in any of the four checks is not put before the Party group for decision.",
        },
        cites: &[cite!(MEASURES, clause "2.6.2"), SOUND_PROMOTION_OPINION_2016.whole()],
        modality: Modality::MustNot,
        severity: Severity::Serious,
        remedy: Words {
            zh: "暂缓提交，查清问题",
            en: "hold the case back until the problem is resolved",
        },
        ..BASE
    },
    checks: Checks { promotion: Some(check), by_own_day: true, ..Checks::NONE },
};

fn check(case: &PromotionCase<'_>, probe: &mut Probe<'_>) -> Answer {
    let reached = process::decided(case);
    let by = *match &reached {
        Fact::Unknown => return Ok(probe.unknown(case.at.field(field!("decision")))),
        Fact::Absent => return Ok(probe.not_applicable(Why::NotDecided)),
        Fact::Known(on) => on,
    };
    process::binds(case, by.day(), probe)?;
    // About to be put before it: that is the question.
    if case.gate == Some(Step::Decision) {
        return Ok(process::each(case, probe, |made, probe| process::unresolved(&made, by, probe)));
    }
    // Put before the Party group: in an item of one of its meetings.
    let item = case.promotion.decision.known().map(|it| &it.item);
    match item {
        Some(Fact::Unknown) | None => {
            return Ok(probe.unknown(case.at.field(field!("decision")).field(field!("item"))));
        }
        Some(Fact::Absent) => return Ok(probe.not_applicable(Why::NotDecided)),
        Some(Fact::Known(_)) => {}
    }
    let item_at = case.at.field(field!("decision")).field(field!("item"));
    let Some((sitting, number)) = case.sitting() else { return Ok(probe.unknown(item_at)) };
    probe.reach(sitting.meeting.kind == MeetingKind::PartyGroup, Why::NotDecided)?;
    let Some(item) = sitting.item(number as usize) else { return Ok(probe.unknown(item_at)) };
    probe.reach(item.item.kind == ItemKind::Decide, Why::NotDecided)?;
    match &item.item.concerns {
        Fact::Known(list) if list.contains(&case.promotion.candidate) => {}
        Fact::Unknown => return Ok(probe.unknown(item.at().field(field!("concerns")))),
        // About somebody else, which PRM016 names.
        Fact::Known(_) | Fact::Absent => return Ok(probe.not_applicable(Why::OtherRule)),
    }
    if sitting.day() != by.day() {
        // The decision and its meeting are not of one day.
        let at = case.at.field(field!("decision")).field(field!("decided_on"));
        return Ok(probe.lack(Missing::Contradiction(at)));
    }
    Ok(process::each(case, probe, |made, probe| process::unresolved(&made, by, probe)))
}
