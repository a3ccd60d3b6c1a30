//! 逐项表决: each item and each candidate is voted on its own.

use super::BASE;
use crate::{
    facts::{Body, Category, Fact},
    finding::{Breach, Why},
    law::{
        Unchecked, cite,
        instruments::{APPOINTMENT_REGULATIONS, MEASURES, PARTY_GROUP_REGULATIONS},
    },
    norm::{Norm, Words, code},
    outcome::{Modality, Outcome, Severity},
    path::field,
    rule::{Answer, Checks, ItemCase, Probe, Rule},
    rules::collective,
};

/// 逐项表决: each item and each candidate is voted on its own.
#[doc(alias = "逐项表决、逐人表决")]
pub(super) static RULE: Rule = Rule {
    norm: Norm {
        code: code!("MTG011"),
        slug: "vote-item-by-item",
        title: Words { zh: "逐项表决、逐人表决", en: "Item by item" },
        gist: Words {
            zh: "多个议题或多名人选不得合并为一次表决。",
            en: "Several items, or several candidates, are not put to one vote.",
        },
        cites: &[
            cite!(MEASURES, clause "2.2.2"),
            PARTY_GROUP_REGULATIONS.whole(),
            APPOINTMENT_REGULATIONS.whole(),
        ],
        modality: Modality::MustNot,
        severity: Severity::Ordinary,
        remedy: Words {
            zh: "逐项（逐人）重新表决", en: "vote again on each item or candidate"
        },
        unchecked: &[Unchecked {
            zh: "同一议题内的多项措施按一次表决处理",
            en: "several measures of one question are one vote",
        }],
        ..BASE
    },
    checks: Checks { item: Some(check), ..Checks::NONE },
};

pub(in crate::rules) fn check(case: &ItemCase<'_>, probe: &mut Probe<'_>) -> Answer {
    collective::votable(case, Body::PartyGroup, probe)?;
    let at = case.at();
    let vote = probe.need(&case.item.vote, || at.field(field!("vote")))?;
    let Some(vote) = vote else { return Ok(probe.not_applicable(Why::NothingVoted)) };
    let personnel = collective::known_category(case) == Some(Category::Personnel);
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let others = vote.with_items.iter().filter(|it| **it != case.item.id).count();
    let items = if others == 0 {
        Outcome::Compliant
    } else {
        let breach = Breach::PutTogether { count: count(others + 1) };
        probe.breach_with(at.field(field!("vote")).field(field!("with_items")), breach, |it| {
            if personnel {
                it.severity = Severity::Serious;
            }
        })
    };
    Ok(items.join(candidates(case, vote.one_by_one, probe).unwrap_or_else(|outcome| outcome)))
}

fn candidates(case: &ItemCase<'_>, one_by_one: Fact<bool>, probe: &mut Probe<'_>) -> Answer {
    let at = case.at();
    if one_by_one == Fact::Known(true) {
        return Ok(Outcome::Compliant);
    }
    if case.item.concerns.known().is_some_and(|it| it.len() < 2) || case.item.concerns.is_absent() {
        return Ok(Outcome::Compliant);
    }
    if collective::category(case, probe)? != Some(Category::Personnel) {
        return Ok(Outcome::Compliant);
    }
    let Some(people) = probe.need(&case.item.concerns, || at.field(field!("concerns")))? else {
        return Ok(Outcome::Compliant);
    };
    let at = at.field(field!("vote")).field(field!("one_by_one"));
    probe.need(&one_by_one, || at)?;
    let count = u32::try_from(people.len()).unwrap_or(u32::MAX);
    Ok(probe.breach_with(at, Breach::PutTogether { count }, |it| {
        it.severity = Severity::Serious;
        it.also.push(case.at().field(field!("concerns")));
    }))
}
