//! 讲清谈话函询情况: a talk-or-letter inquiry closed this year or last as credible is clarified at a meeting since; once is enough.

use super::{
    BASE,
    accounts::{self, Asked},
};
use crate::{
    facts::{AccountKind, ConcernKind},
    law::{
        cite,
        instruments::{DEMOCRATIC_LIFE_MEETING_RULES, DISCIPLINE_WORK_RULES, MEASURES},
    },
    norm::{Norm, Words, code},
    outcome::Severity,
    rule::{Checks, Rule},
};

/// 讲清谈话函询情况: a talk-or-letter inquiry closed this year or last as credible is clarified at a meeting since; once is enough.
pub(super) static RULE: Rule = Rule {
    norm: Norm {
        code: code!("DLM006"),
        slug: "inquiry-clarified",
        title: Words { zh: "讲清谈话函询情况", en: "Inquiries are clarified" },
        gist: Words {
            zh: "本年度或者上年度谈话函询予以采信了结的，本人须在了结之后的民主生活会上讲清，讲过一次即可。",
            en: "A talk-or-letter inquiry closed this year or last as credible is clarified at a meeting since; once is enough.",
        },
        cites: &[
            cite!(MEASURES, clause "2.1.4"),
            DEMOCRATIC_LIFE_MEETING_RULES.whole(),
            DISCIPLINE_WORK_RULES.whole(),
        ],
        severity: Severity::Ordinary,
        remedy: Words { zh: "在会上讲清", en: "clarify it at the meeting" },
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
    kinds: &[ConcernKind::CredibleInquiry],
    least: AccountKind::Explanation,
    also_last_year: true,
};
