//! 凡提必审: the personnel file is audited.

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

/// 凡提必审: the personnel file is audited.
#[doc(alias = "凡提必审")]
pub(super) static RULE: Rule = Rule {
    norm: Norm {
        code: code!("PRM001"),
        slug: "file-audited",
        title: Words { zh: "干部档案凡提必审", en: "The file is audited" },
        gist: Words {
            zh: "干部档案须经审核，有结论并签字。",
            en: "The personnel file is audited, with a result and a signature.",
        },
        cites: &[cite!(MEASURES, clause "2.6.2"), SOUND_PROMOTION_OPINION_2016.whole()],
        severity: Severity::Serious,
        remedy: Words { zh: "补审档案并签字", en: "have the file audited and signed" },
        ..BASE
    },
    checks: Checks { promotion: Some(check), by_own_day: true, ..Checks::NONE },
};

fn check(case: &PromotionCase<'_>, probe: &mut Probe<'_>) -> Answer {
    process::made(case, Which::File, true, probe)
}
