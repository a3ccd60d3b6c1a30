//! 责任落实不到位及时约谈: a duty found unfulfilled is followed by the member being called in within the limit.

use super::{super::periodic, BASE};
use crate::{
    law::{cite, instruments::MEASURES},
    norm::{Norm, Words, code},
    outcome::Severity,
    path::field,
    rule::{Answer, Checks, Probe, Rule, ShortfallCase},
};

/// 责任落实不到位及时约谈: a duty found unfulfilled is followed by the member being called in within the limit.
#[doc(alias = "约谈")]
pub(super) static RULE: Rule = Rule {
    norm: Norm {
        code: code!("RSP004"),
        slug: "called-in",
        title: Words {
            zh: "责任落实不到位及时约谈", en: "Called in when falling short"
        },
        gist: Words {
            zh: "发现班子成员责任落实不到位的，须在规定时间内约谈。",
            en: "A duty found unfulfilled is followed by the member being called in within the limit.",
        },
        cites: &[cite!(MEASURES, clause "2.3.2")],
        severity: Severity::Ordinary,
        remedy: Words { zh: "及时约谈", en: "call the member in" },
        parameters: &["call_in_limit"],
        ..BASE
    },
    checks: Checks { shortfall: Some(check), by_own_day: true, ..Checks::NONE },
};

fn check(case: &ShortfallCase<'_>, probe: &mut Probe<'_>) -> Answer {
    let (it, cx) = (case.shortfall, &case.cx);
    let on = it.found_on.0;
    let limit = &cx.policy.on(on).call_in_limit;
    probe.straddles(cx, on, limit)?;
    let at = case.at().field(field!("called_in_on"));
    Ok(periodic::dealt_with(cx, on, it.called_in_on, limit, at, probe))
}
