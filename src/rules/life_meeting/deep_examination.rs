//! 被问责作深刻检查: a member who was held to account makes a deep examination.

use super::{
    BASE,
    accounts::{self, Asked},
};
use crate::{
    facts::{AccountKind, ConcernKind},
    law::{
        cite,
        instruments::{DEMOCRATIC_LIFE_MEETING_RULES, MEASURES},
    },
    norm::{Norm, Words, code},
    outcome::Severity,
    rule::{Checks, Rule},
};

/// 被问责作深刻检查: a member who was held to account makes a deep examination.
pub(super) static RULE: Rule = Rule {
    norm: Norm {
        code: code!("DLM008"),
        slug: "deep-examination",
        title: Words { zh: "被问责作深刻检查", en: "Deep examination" },
        gist: Words {
            zh: "被问责的成员须在民主生活会上作出深刻检查。",
            en: "A member who was held to account makes a deep examination.",
        },
        cites: &[cite!(MEASURES, clause "2.1.4"), DEMOCRATIC_LIFE_MEETING_RULES.whole()],
        severity: Severity::Ordinary,
        remedy: Words { zh: "作深刻检查", en: "make the deep examination" },
        ..BASE
    },
    checks: Checks {
        concern: Some(|case, probe| accounts::owed(case, &ASKED, probe)),
        by_own_day: true,
        ..Checks::NONE
    },
};

/// What the rule asks.
const ASKED: Asked = Asked {
    kinds: &[ConcernKind::HeldToAccount],
    least: AccountKind::DeepExamination,
    also_last_year: false,
};
