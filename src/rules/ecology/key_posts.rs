//! 关键岗位重点职位: a joint meeting considers key posts.

use super::{super::topics, BASE};
use crate::{
    facts::{ActivityKind, Topic},
    finding::Why,
    law::{cite, instruments::MEASURES},
    norm::{Norm, Words, code},
    outcome::Severity,
    path::field,
    rule::{ActivityCase, Answer, Checks, Probe, Rule},
};

/// 关键岗位重点职位: a joint meeting considers key posts.
pub(super) static RULE: Rule = Rule {
    norm: Norm {
        code: code!("ECO004"),
        slug: "key-posts",
        title: Words { zh: "关键岗位重点职位", en: "Key posts are considered" },
        gist: Words {
            zh: "联席会议须考虑对关键岗位、重点职位的管理监督。",
            en: "A joint meeting considers key posts.",
        },
        cites: &[cite!(MEASURES, clause "2.7")],
        severity: Severity::Advisory,
        remedy: Words { zh: "研究关键岗位、重点职位", en: "consider key posts" },
        ..BASE
    },
    checks: Checks { activity: Some(check), ..Checks::NONE },
};

fn check(case: &ActivityCase<'_>, probe: &mut Probe<'_>) -> Answer {
    probe.reach(case.activity.kind == ActivityKind::JointMeeting, Why::OtherKind)?;
    super::dated(case, probe)?;
    let at = case.at().field(field!("topics"));
    topics::taken_in(&case.activity.topics, &[Topic::KeyPosts], at, probe)
}
