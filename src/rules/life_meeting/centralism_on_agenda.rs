//! 民主集中制列入民主生活会: how democratic centralism is kept is among the topics of the yearly meeting.

use super::{super::topics, BASE};
use crate::{
    facts::Topic,
    law::{cite, instruments::MEASURES},
    norm::{Norm, Words, code},
    outcome::Severity,
    path::field,
    rule::{Answer, Checks, LifeMeetingCase, Probe, Rule},
};

/// 民主集中制列入民主生活会: how democratic centralism is kept is among the topics of the yearly meeting.
pub(super) static RULE: Rule = Rule {
    norm: Norm {
        code: code!("DLM009"),
        slug: "centralism-on-agenda",
        title: Words {
            zh: "民主集中制列入民主生活会", en: "Democratic centralism is taken up"
        },
        gist: Words {
            zh: "执行民主集中制的情况纳入年度民主生活会内容。",
            en: "How democratic centralism is kept is among the topics of the yearly meeting.",
        },
        cites: &[cite!(MEASURES, clause "1.3")],
        severity: Severity::Ordinary,
        remedy: Words { zh: "列入会议内容", en: "take it up" },
        ..BASE
    },
    checks: Checks { life_meeting: Some(check), unit: Some(super::awaited), ..Checks::NONE },
};

fn check(case: &LifeMeetingCase<'_>, probe: &mut Probe<'_>) -> Answer {
    super::yearly(case, probe)?;
    let at = case.at().field(field!("topics"));
    topics::taken_in(&case.life_meeting.topics, &[Topic::DemocraticCentralism], at, probe)
}
