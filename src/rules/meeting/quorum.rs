//! 到会人数: enough members were present.

use super::BASE;
use crate::{
    facts::{Body, Category, ItemKind},
    finding::Why,
    law::{
        Unchecked, cite,
        instruments::{APPOINTMENT_REGULATIONS, MEASURES, PARTY_GROUP_REGULATIONS},
    },
    norm::{Norm, Words, code},
    outcome::Severity,
    rule::{Answer, Checks, ItemCase, Probe, Rule},
    rules::collective::{self, Share},
};

const ORDINARY: Share = Share::at_least(1, 2);
const STRICT: Share = Share::at_least(2, 3);

/// 到会人数: enough members were present.
#[doc(alias = "到会人数符合规定")]
pub(super) static RULE: Rule = Rule {
    norm: Norm {
        code: code!("MTG006"),
        slug: "quorum",
        title: Words { zh: "到会人数符合规定", en: "Quorum" },
        gist: Words {
            zh: "一般事项须有应到会成员半数以上到会，干部任免和处分党员须有三分之二以上到会；按每一议题计算。",
            en: "At least half of the members entitled to attend are present, at least two thirds for personnel and Party discipline; counted item by item.",
        },
        cites: &[
            cite!(MEASURES, clause "2.2.2"),
            PARTY_GROUP_REGULATIONS.whole(),
            APPOINTMENT_REGULATIONS.whole(),
        ],
        severity: Severity::Serious,
        remedy: Words {
            zh: "到会人数不足所作决定无效，须重新召开会议",
            en: "hold the meeting again with enough members",
        },
        parameters: &["suspended_members_count"],
        unchecked: &[Unchecked {
            zh: "选择反对者缺席的时间开会",
            en: "a date chosen because opponents were away",
        }],
        ..BASE
    },
    checks: Checks { item: Some(check), ..Checks::NONE },
};

pub(in crate::rules) fn check(case: &ItemCase<'_>, probe: &mut Probe<'_>) -> Answer {
    // A review of a case is discussed by the Party group; what is only reported needs no quorum of its own.
    let discussed = case.item.kind != ItemKind::Inform;
    let here = case.sitting.meeting.kind.body() == Some(Body::PartyGroup);
    probe.reach(here && discussed, Why::OtherKind)?;
    let known = case.matter().is_some_and(|it| !it.matter.category.is_unknown())
        || case.item.matter.is_absent();
    let shares: &[Share] = match collective::known_category(case) {
        Some(Category::Personnel | Category::PartyDiscipline) => &[STRICT],
        _ if known => &[ORDINARY],
        // The kind of matter is not known: decided only where both shares answer alike.
        _ => &[ORDINARY, STRICT],
    };
    collective::quorum(case, probe, shares, |probe| match collective::category(case, probe) {
        Ok(_) => crate::outcome::Outcome::Undetermined,
        Err(outcome) => outcome,
    })
}
