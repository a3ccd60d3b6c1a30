//! 先请示后行动: a matter that must be asked for is acted on only after the request and its answer; an answer covers only the matters that its request names, and a request that bundles several is noted.

use std::cmp::Ordering;

use super::BASE;
use crate::{
    facts::{Fact, MatterId, RecordFamily, Request},
    finding::{Breach, Missing, Why},
    law::{
        cite,
        instruments::{MEASURES, REQUEST_AND_REPORT_REGULATIONS},
    },
    norm::{Norm, Words, code},
    outcome::{Outcome, Severity},
    path::{Path, field},
    rule::{Answer, AskedMatterCase, Checks, Probe, RequestCase, Rule},
    time::Moment,
};

/// 先请示后行动: a matter that must be asked for is acted on only after the request and its answer; an answer covers only the matters that its request names, and a request that bundles several is noted.
#[doc(alias = "请示")]
#[doc(alias = "一事一请示")]
pub(super) static RULE: Rule = Rule {
    norm: Norm {
        code: code!("RPT006"),
        slug: "asked-before-acting",
        title: Words { zh: "先请示后行动", en: "Asked before acting" },
        gist: Words {
            zh: "应当请示的事项，须在请示并得到答复后实施；答复只及于请示所列事项，一次请示列多个事项的作提示。",
            en: "A matter that must be asked for is acted on only after the request and its answer; an answer covers only the matters that its request names, and a request that bundles several is noted.",
        },
        cites: &[cite!(MEASURES, clause "1.2.2"), REQUEST_AND_REPORT_REGULATIONS.whole()],
        severity: Severity::Serious,
        remedy: Words {
            zh: "停止实施并补报，一事一请示",
            en: "stop and report; ask for one matter at a time",
        },
        ..BASE
    },
    checks: Checks {
        matter: Some(check),
        request: Some(bundled),
        by_own_day: true,
        ..Checks::NONE
    },
};

/// One request names one matter.
fn bundled(case: &RequestCase<'_>, probe: &mut Probe<'_>) -> Answer {
    let (it, cx) = (case.request, &case.cx);
    let asked =
        probe.need(&it.asked_on, || case.at().field(field!("asked_on")))?.map(|on| on.day());
    let Some(asked) = asked.filter(|day| *day <= cx.as_of) else {
        return Ok(probe.not_applicable(Why::NothingToRecord));
    };
    probe.reach(asked >= cx.policy.measures_from(), Why::NotInForce)?;
    let mut matters: Vec<&str> = it.matters.iter().map(MatterId::as_str).collect();
    matters.sort_unstable();
    matters.dedup();
    let count = u32::try_from(matters.len()).unwrap_or(u32::MAX);
    Ok(match count {
        0 => probe.not_applicable(Why::NothingToRecord),
        1 => Outcome::Compliant,
        _ => {
            probe.breach_with(case.at().field(field!("matters")), Breach::Bundled { count }, |it| {
                it.severity = Severity::Advisory;
                it.day = asked;
            })
        }
    })
}

fn check(case: &AskedMatterCase<'_>, probe: &mut Probe<'_>) -> Answer {
    let cx = &case.cx;
    let shown = case.at().field(field!("acted_on"));
    let Some(acted) = probe.need(&case.matter.acted_on, || shown)?.copied() else {
        return Ok(probe.not_applicable(Why::NothingToRecord));
    };
    probe.reach(acted.day() >= cx.policy.measures_from(), Why::NotInForce)?;
    probe.reach(acted.day() <= cx.as_of, Why::AfterAsOf)?;
    probe.set_day(acted.day());
    let shelf = Path::ROOT.field(field!("requests"));
    let (mut open, mut vain) = (Vec::new(), None);
    let mut found: Option<(&str, Breach, Path)> = None;
    for n in cx.dossier.index().duties.requests_about(case.place) {
        let Some(it) = cx.dossier.records().requests.get(n as usize) else { continue };
        let at = shelf.index(n as usize);
        match stand(it, acted, at) {
            Stand::InTime => return Ok(Outcome::Compliant),
            Stand::Vain(missing) => vain = vain.or(Some(missing)),
            Stand::Open(missing) => open.push(missing),
            // Of several the first by identifier, whatever their order on record.
            Stand::TooLate(breach, at) if found.is_none_or(|known| it.id.as_str() < known.0) => {
                found = Some((it.id.as_str(), breach, at));
            }
            Stand::NotSent | Stand::TooLate(..) => {}
        }
    }
    if !open.is_empty() {
        return Ok(open
            .into_iter()
            .fold(Outcome::Undetermined, |all, it| all.join(probe.lack(it))));
    }
    if let Some((_, breach, at)) = found {
        return Ok(probe.breach_with(at, breach, |it| it.also.push(shown)));
    }
    let (family, from) = (RecordFamily::Requests, cx.policy.measures_from());
    if !cx.dossier.is_complete(family, from, acted.day()) {
        if let Some(missing) = vain {
            return Ok(probe.lack(missing));
        }
        return Ok(probe.lack(Missing::Completeness { family, from, until: acted.day() }));
    }
    Ok(probe.breach(shown, Breach::Missing))
}

/// How a request stands to the first act.
enum Stand {
    /// Made and answered before it.
    InTime,
    /// It was not sent.
    NotSent,
    /// It was not sent, or not answered.
    Vain(Missing),
    Open(Missing),
    TooLate(Breach, Path),
}

fn stand(it: &Request, acted: Moment, at: Path) -> Stand {
    let (asked, answered) = (at.field(field!("asked_on")), at.field(field!("answered_on")));
    // One that is not before the act is too late, whatever else nobody has said of it.
    let late = |on: Moment| on.order(acted).is_some_and(Ordering::is_gt);
    for (on, at) in [(it.answered_on, answered), (it.asked_on, asked)] {
        if let Some(on) = on.known().filter(|on| late(**on)) {
            let breach = Breach::NotBefore { deadline: acted.day(), done: on.day() };
            return Stand::TooLate(breach, at);
        }
    }
    let order = it.asked_on.known().zip(it.answered_on.known()).map(|(a, b)| a.order(*b));
    match (it.asked_on, it.answered_on) {
        (Fact::Absent, Fact::Known(_)) => Stand::Open(Missing::Contradiction(asked)),
        (Fact::Absent, Fact::Absent) => Stand::NotSent,
        (Fact::Known(_), Fact::Absent) => Stand::TooLate(Breach::Missing, answered),
        // Not sent or not answered, it is none that counts.
        (Fact::Unknown, Fact::Absent) => Stand::Vain(Missing::Fact(asked)),
        (Fact::Unknown, _) => Stand::Open(Missing::Fact(asked)),
        (Fact::Known(_) | Fact::Absent, Fact::Unknown) => Stand::Open(Missing::Fact(answered)),
        (Fact::Known(_), Fact::Known(_)) if order.flatten().is_some_and(Ordering::is_gt) => {
            Stand::Open(Missing::Contradiction(answered))
        }
        (Fact::Known(on), Fact::Known(then)) => {
            if on.order(acted).is_none() {
                Stand::Open(Missing::TimeOfDay(asked))
            } else if then.order(acted).is_none() {
                Stand::Open(Missing::TimeOfDay(answered))
            } else {
                Stand::InTime
            }
        }
    }
}
