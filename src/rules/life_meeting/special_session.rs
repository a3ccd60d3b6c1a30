//! 专题民主生活会: an event that calls for a special democratic life meeting had one.

use super::BASE;
use crate::{
    facts::{LifeMeeting, LifeMeetingKind, LifeMeetingSession},
    finding::{Breach, Missing},
    law::{
        cite,
        instruments::{DEMOCRATIC_LIFE_MEETING_RULES, MEASURES},
    },
    norm::{Norm, Words, code},
    outcome::{Outcome, Severity},
    path::{Path, field},
    rule::{Answer, Checks, Probe, Rule, SpecialCauseCase},
};

/// 专题民主生活会: an event that calls for a special democratic life meeting had one.
#[doc(alias = "专题民主生活会")]
pub(super) static RULE: Rule = Rule {
    norm: Norm {
        code: code!("DLM011"),
        slug: "special-session",
        title: Words { zh: "专题民主生活会", en: "Special sessions" },
        gist: Words {
            zh: "出现重要或者普遍性问题、决策重大失误、突发事件处置失当、纪检巡视审计发现重要问题、发生违纪违法案件的，须召开专题民主生活会。",
            en: "An event that calls for a special democratic life meeting had one.",
        },
        cites: &[cite!(MEASURES, clause "2.1.4"), DEMOCRATIC_LIFE_MEETING_RULES.whole()],
        severity: Severity::Ordinary,
        remedy: Words { zh: "召开专题民主生活会", en: "hold the special session" },
        ..BASE
    },
    checks: Checks { special_cause: Some(check), ..Checks::NONE },
};

fn check(case: &SpecialCauseCase<'_>, probe: &mut Probe<'_>) -> Answer {
    let (it, cx) = (case.special_cause, &case.cx);
    let at = case.at().field(field!("session"));
    // What it was matters only where nothing followed.
    let missing = |at: Path, probe: &mut Probe<'_>| {
        if it.kind.is_unknown() {
            probe.unknown(case.at().field(field!("kind")))
        } else {
            probe.breach(at, Breach::Missing)
        }
    };
    let is_special = |it: &&LifeMeeting| {
        it.kind == LifeMeetingKind::Democratic && it.session == LifeMeetingSession::Special
    };
    let Some(_) = probe.need(&it.session, || at)? else {
        return Ok(missing(at, probe));
    };
    let place = cx.dossier.index().duties.sessions.get(case.place as usize).copied().flatten();
    let session = place.and_then(|n| cx.dossier.records().life_meetings.get(n as usize));
    let Some(session) = session else { return Ok(probe.unknown(at)) };
    let held = session.held_on.0;
    Ok(if !is_special(&session) {
        missing(at, probe)
    } else if held < it.arose_on.0 {
        probe.lack(Missing::Contradiction(at))
    } else if held > cx.as_of {
        probe.pending(at, None)
    } else {
        Outcome::Compliant
    })
}
