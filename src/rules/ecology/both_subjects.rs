//! 联席会议内容完整: a joint meeting takes up integrity and ideology, and analyses the whole staff.

use super::{super::topics, BASE};
use crate::{
    facts::{ActivityKind, Topic},
    finding::Why,
    law::{
        cite,
        instruments::{IDEOLOGY_RESPONSIBILITY_RULES, MEASURES},
    },
    norm::{Norm, Words, code},
    outcome::Severity,
    path::field,
    rule::{ActivityCase, Answer, Checks, Probe, Rule},
};

/// 联席会议内容完整: a joint meeting takes up integrity and ideology, and analyses the whole staff.
pub(super) static RULE: Rule = Rule {
    norm: Norm {
        code: code!("ECO002"),
        slug: "both-subjects",
        title: Words { zh: "联席会议内容完整", en: "Both subjects are taken up" },
        gist: Words {
            zh: "联席会议须研究党风廉政和意识形态两方面，并分析全院干警政治生态状况。",
            en: "A joint meeting takes up integrity and ideology, and analyses the whole staff.",
        },
        cites: &[cite!(MEASURES, clause "2.7"), IDEOLOGY_RESPONSIBILITY_RULES.whole()],
        severity: Severity::Ordinary,
        remedy: Words { zh: "补充研究", en: "take up what was left out" },
        ..BASE
    },
    checks: Checks { activity: Some(check), ..Checks::NONE },
};

fn check(case: &ActivityCase<'_>, probe: &mut Probe<'_>) -> Answer {
    probe.reach(case.activity.kind == ActivityKind::JointMeeting, Why::OtherKind)?;
    super::dated(case, probe)?;
    let at = case.at().field(field!("topics"));
    topics::taken_in(
        &case.activity.topics,
        &[Topic::Integrity, Topic::Ideology, Topic::WholeStaff],
        at,
        probe,
    )
}
