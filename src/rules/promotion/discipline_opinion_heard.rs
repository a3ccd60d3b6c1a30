//! 凡提必听: the discipline organ is heard in writing.

use super::{
    BASE,
    process::{self, Which},
};
use crate::{
    law::{
        cite,
        instruments::{MEASURES, SOUND_PROMOTION_OPINION_2016},
    },
    norm::{Norm, Words, code},
    outcome::Severity,
    rule::{Answer, Checks, Probe, PromotionCase, Rule},
};

/// 凡提必听: the discipline organ is heard in writing.
#[doc(alias = "凡提必听")]
pub(super) static RULE: Rule = Rule {
    norm: Norm {
        code: code!("PRM003"),
        slug: "discipline-opinion-heard",
        title: Words {
            zh: "纪检监察机关意见凡提必听", en: "The discipline organ is heard"
        },
        gist: Words {
            zh: "须有有管辖权的纪检监察机关书面答复；尚未答复不等于没有意见。",
            en: "The competent discipline organ has replied in writing; a pending reply is not one of no objection.",
        },
        cites: &[cite!(MEASURES, clause "2.6.2"), SOUND_PROMOTION_OPINION_2016.whole()],
        severity: Severity::Serious,
        remedy: Words {
            zh: "取得书面答复后再行研究",
            en: "obtain the written reply before going on",
        },
        ..BASE
    },
    checks: Checks { promotion: Some(check), by_own_day: true, ..Checks::NONE },
};

fn check(case: &PromotionCase<'_>, probe: &mut Probe<'_>) -> Answer {
    process::made(case, Which::Discipline, true, probe)
}
