//! 对有关问题作出说明: a member gives an account of each personal matter, public complaint or inspection finding since the last yearly meeting; inquiries are DLM006's.

use super::{
    BASE,
    accounts::{self, Asked},
};
use crate::{
    facts::{AccountKind, ConcernKind},
    law::{
        cite,
        instruments::{DEMOCRATIC_LIFE_MEETING_RULES, INNER_PARTY_OVERSIGHT_REGULATIONS, MEASURES},
    },
    norm::{Norm, Words, code},
    outcome::Severity,
    rule::{Checks, Rule},
};

/// 对有关问题作出说明: a member gives an account of each personal matter, public complaint or inspection finding since the last yearly meeting; inquiries are DLM006's.
pub(super) static RULE: Rule = Rule {
    norm: Norm {
        code: code!("DLM005"),
        slug: "four-matters-explained",
        title: Words { zh: "对有关问题作出说明", en: "Matters are explained" },
        gist: Words {
            zh: "领导班子成员对上次年度民主生活会以来的个人有关事项、群众反映、巡视巡察反馈的问题作出说明（谈话函询由DLM006回答）。",
            en: "A member gives an account of each personal matter, public complaint or inspection finding since the last yearly meeting; inquiries are DLM006's.",
        },
        cites: &[
            cite!(MEASURES, clause "2.1.4"),
            DEMOCRATIC_LIFE_MEETING_RULES.whole(),
            INNER_PARTY_OVERSIGHT_REGULATIONS.whole(),
        ],
        severity: Severity::Ordinary,
        remedy: Words { zh: "作出说明", en: "give the account" },
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
    kinds: &[
        ConcernKind::PersonalMatter,
        ConcernKind::PublicComplaint,
        ConcernKind::InspectionFinding,
    ],
    least: AccountKind::Explanation,
    also_last_year: false,
};
