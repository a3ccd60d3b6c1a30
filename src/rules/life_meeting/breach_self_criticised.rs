//! 存在违纪问题作自我批评: a member with an established breach criticises himself or herself for it.

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

/// 存在违纪问题作自我批评: a member with an established breach criticises himself or herself for it.
pub(super) static RULE: Rule = Rule {
    norm: Norm {
        code: code!("DLM007"),
        slug: "breach-self-criticised",
        title: Words {
            zh: "存在违纪问题作自我批评", en: "Breaches are self-criticised"
        },
        gist: Words {
            zh: "经认定存在违纪问题的成员，须在民主生活会上作自我批评。",
            en: "A member with an established breach criticises himself or herself for it.",
        },
        cites: &[cite!(MEASURES, clause "2.1.4"), DEMOCRATIC_LIFE_MEETING_RULES.whole()],
        severity: Severity::Ordinary,
        remedy: Words { zh: "作自我批评", en: "make the self-criticism" },
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
    kinds: &[ConcernKind::EstablishedBreach],
    least: AccountKind::SelfCriticism,
    also_last_year: false,
};
