//! 不得以集体决策名义集体违规: form does not cure content.

use super::BASE;
use crate::{
    facts::{Body, Fact, ItemResult, LegalityReview},
    finding::{Breach, Obstacle, Why},
    law::{
        Unchecked, cite,
        instruments::{GOVERNMENT_SANCTIONS_LAW, MEASURES},
    },
    norm::{Norm, Words, code},
    outcome::{Modality, Outcome, Severity},
    path::field,
    rule::{Answer, Checks, ItemCase, Probe, Rule},
};

/// 不得以集体决策名义集体违规: form does not cure content.
#[doc(alias = "不得以集体决策名义集体违规")]
pub(super) static RULE: Rule = Rule {
    norm: Norm {
        code: code!("MTG019"),
        slug: "no-collective-breach",
        title: Words { zh: "不得以集体决策名义集体违规", en: "No collective breach" },
        gist: Words {
            zh: "会议不得通过负面清单禁止的事项，也不得在合法性审查为否定意见时通过。",
            en: "The meeting does not adopt what an entry of a negative list forbids, nor over a negative legality review.",
        },
        cites: &[cite!(MEASURES, clause "2.2.3"), cite!(GOVERNMENT_SANCTIONS_LAW, article 10)],
        modality: Modality::MustNot,
        severity: Severity::Serious,
        remedy: Words {
            zh: "停止执行，重新研究并纠正",
            en: "stop carrying it out, and take the matter up again",
        },
        unchecked: &[Unchecked {
            zh: "未列入负面清单也未经审查的违法内容",
            en: "unlawful content that no list holds and no review saw",
        }],
        ..BASE
    },
    checks: Checks { item: Some(check), ..Checks::NONE },
};

fn check(case: &ItemCase<'_>, probe: &mut Probe<'_>) -> Answer {
    probe.reach(case.is_before(Body::PartyGroup), Why::OtherKind)?;
    let at = case.at();
    let result = probe.need(&case.item.result, || at.field(field!("result")))?;
    probe.reach(result == Some(&ItemResult::Adopted), Why::NotDecided)?;
    let over = |what| Breach::AdoptedOver { what };
    let review = at.field(field!("legality_review"));
    let reviewed = match case.item.legality_review {
        Fact::Known(LegalityReview::Negative) => {
            probe.breach_with(review, over(Obstacle::NegativeReview), |it| {
                it.also.push(at.field(field!("result")));
            })
        }
        Fact::Known(_) | Fact::Absent => Outcome::Compliant,
        Fact::Unknown => probe.unknown(review),
    };
    let listed = at.field(field!("forbidden_by"));
    let forbidden = match &case.item.forbidden_by {
        Fact::Known(entries) if !entries.is_empty() => {
            probe.breach_with(listed, over(Obstacle::NegativeList), |it| {
                it.also.push(at.field(field!("result")));
            })
        }
        Fact::Known(_) | Fact::Absent => Outcome::Compliant,
        Fact::Unknown => probe.unknown(listed),
    };
    Ok(reviewed.join(forbidden))
}
