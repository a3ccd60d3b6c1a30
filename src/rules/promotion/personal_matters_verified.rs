//! 凡提必核: the report on personal matters is verified.

use super::{
    BASE,
    process::{self, Which},
};
use crate::{
    facts::{Fact, Grade, Promotion, Rank},
    finding::Why,
    law::{
        cite,
        instruments::{
            MEASURES, PERSONAL_MATTERS_VERIFICATION_RULES, SOUND_PROMOTION_OPINION_2016,
        },
    },
    norm::{Norm, Words, code},
    outcome::{Outcome, Severity},
    path::field,
    rule::{Answer, Checks, Probe, PromotionCase, Rule},
};

/// 凡提必核: the report on personal matters is verified.
#[doc(alias = "凡提必核")]
pub(super) static RULE: Rule = Rule {
    norm: Norm {
        code: code!("PRM002"),
        slug: "personal-matters-verified",
        title: Words {
            zh: "个人有关事项报告凡提必核", en: "Personal matters are verified"
        },
        gist: Words {
            zh: "现任或拟任县处级副职以上以及转任重要岗位的，个人有关事项报告须经查核，有结论。",
            en: "For a present or target rank of 县处级副职 or above, and for transfers to key posts, the report on personal matters is verified, with a result.",
        },
        cites: &[
            cite!(MEASURES, clause "2.6.2"),
            SOUND_PROMOTION_OPINION_2016.whole(),
            PERSONAL_MATTERS_VERIFICATION_RULES.whole(),
        ],
        severity: Severity::Serious,
        remedy: Words { zh: "补作查核", en: "have the report verified" },
        ..BASE
    },
    checks: Checks { promotion: Some(check), by_own_day: true, ..Checks::NONE },
};

/// Whether the candidate surely is one of those whose report is verified.
pub(super) fn surely_reached(promotion: &Promotion) -> bool {
    let high = |rank: Fact<Rank>| rank.known().is_some_and(|it| *it >= Rank::DeputyDivision);
    // 非领导职务 of the same level report their personal matters as well.
    promotion.current_grade.is_some_and(|it| it >= Grade::ConsultantFourth)
        || high(promotion.current_rank)
        || high(promotion.target_rank)
        || promotion.key_post == Fact::Known(true)
}

fn check(case: &PromotionCase<'_>, probe: &mut Probe<'_>) -> Answer {
    let promotion = case.promotion;
    if case.gate.is_some() {
        process::reach(case, probe)?;
    }
    if !surely_reached(promotion) {
        let mut open = Outcome::NotApplicable;
        for (name, unknown) in [
            (field!("current_rank"), promotion.current_rank.is_unknown()),
            (field!("target_rank"), promotion.target_rank.is_unknown()),
            (field!("key_post"), promotion.key_post.is_unknown()),
        ] {
            if unknown {
                open = open.join(probe.unknown(case.at.field(name)));
            }
        }
        return Ok(open.join(probe.not_applicable(Why::BelowRank)));
    }
    process::made(case, Which::PersonalMatters, false, probe)
}
