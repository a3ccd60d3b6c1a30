//! 发现成员违纪及时反映: a breach that a member is established, by a competent organ, to have known of is reported by him or her within the limit; where that is only suspected nothing is decided.

use super::BASE;
use crate::{
    facts::Fact,
    finding::{Missing, Why},
    law::{
        cite,
        instruments::{INNER_PARTY_OVERSIGHT_REGULATIONS, MEASURES},
    },
    norm::{Norm, Words, code},
    outcome::Severity,
    path::field,
    rule::{Answer, Checks, Due, PeerBreachCase, Probe, Rule},
};

/// 发现成员违纪及时反映: a breach that a member is established, by a competent organ, to have known of is reported by him or her within the limit; where that is only suspected nothing is decided.
pub(super) static RULE: Rule = Rule {
    norm: Norm {
        code: code!("MUT001"),
        slug: "peer-breach-reported",
        title: Words { zh: "发现成员违纪及时反映", en: "Breaches of peers are reported" },
        gist: Words {
            zh: "领导班子成员经有权机关认定知道其他成员有违纪行为的，须在规定时间内反映；仅属怀疑知情的不作认定。",
            en: "A breach that a member is established, by a competent organ, to have known of is reported by him or her within the limit; where that is only suspected nothing is decided.",
        },
        cites: &[cite!(MEASURES, clause "2.1.1"), INNER_PARTY_OVERSIGHT_REGULATIONS.whole()],
        severity: Severity::Serious,
        remedy: Words { zh: "及时反映", en: "report it" },
        parameters: &["peer_report_limit"],
        ..BASE
    },
    checks: Checks { peer_breach: Some(check), by_own_day: true, ..Checks::NONE },
};

fn check(case: &PeerBreachCase<'_>, probe: &mut Probe<'_>) -> Answer {
    let (it, cx) = (case.peer, &case.cx);
    let known = it.known_on.0;
    let limit = &cx.policy.on(known).peer_report_limit;
    probe.straddles(cx, known, limit)?;
    probe.reach(super::both_are_members(case), Why::NobodyConcerned)?;
    let at = case.at().field(field!("established"));
    match it.established {
        Fact::Known(true) => {}
        Fact::Known(false) => return Ok(probe.not_applicable(Why::NothingToRecord)),
        Fact::Absent => return Ok(probe.lack(Missing::Suspected(at))),
        Fact::Unknown => return Ok(probe.unknown(at)),
    }
    // Whether it went the right way is MUT002's.
    let first = match &it.reports {
        Fact::Known(list) => {
            let days = || list.iter().map(|it| it.on.0).filter(|day| *day <= cx.as_of);
            let since = days().filter(|day| *day >= known).min();
            let term = limit.value.and_then(|term| Due::of(cx, known, term).ok()?.last.ok());
            let late = since.is_none_or(|day| day > known && term.is_none_or(|due| day > due));
            if late && days().any(|day| day < known) {
                // Nobody reports what he or she does not yet know.
                return Ok(probe.lack(Missing::Contradiction(case.at().field(field!("reports")))));
            }
            since.map_or(Fact::Absent, Fact::Known)
        }
        Fact::Absent => Fact::Absent,
        Fact::Unknown => Fact::Unknown,
    };
    Ok(probe.within(cx, known, &first, limit, case.at().field(field!("reports"))))
}
