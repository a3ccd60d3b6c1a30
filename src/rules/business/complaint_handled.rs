//! 投诉举报: complaints about ties with businesses are answered and dealt with.

use super::BASE;
use crate::{
    facts::{Fact, TiesComplaint},
    finding::{Breach, Missing, Why},
    law::{cite, instruments::MEASURES},
    norm::{Norm, Words, code},
    outcome::{Outcome, Severity},
    path::{Path, field},
    rule::{Answer, Checks, Part, Probe, Rule, UnitCase},
};

/// 投诉举报: complaints about ties with businesses are answered and dealt with.
pub(super) static RULE: Rule = Rule {
    norm: Norm {
        code: code!("BIZ011"),
        slug: "complaint-handled",
        title: Words { zh: "投诉举报及时处置", en: "Complaints are handled" },
        gist: Words {
            zh: "政治部收到的亲清政商关系投诉举报须及时答复并办结。",
            en: "A complaint to the political department about ties with businesses is answered in time and dealt with to a result.",
        },
        cites: &[cite!(MEASURES, clause "2.5.2")],
        severity: Severity::Ordinary,
        remedy: Words { zh: "答复并办结", en: "answer it and deal with it" },
        parameters: &["ties_complaint_limit"],
        ..BASE
    },
    checks: Checks { unit: Some(check), by_own_day: true, ..Checks::NONE },
};

fn check(case: &UnitCase<'_>, probe: &mut Probe<'_>) -> Answer {
    let complaints = &case.cx.dossier.records().ties_complaints;
    let shelf = Path::ROOT.field(field!("ties_complaints"));
    for (n, it) in complaints.iter().enumerate().filter(|it| it.1.received_on.0 <= case.cx.as_of) {
        let at = shelf.index(n);
        let part = Part::at(at).on(it.received_on.0);
        probe.subject(part, |probe| Ok(one(case, it, at, probe)));
    }
    Ok(probe.unless_opened(Why::NothingToRecord))
}

fn one(case: &UnitCase<'_>, it: &TiesComplaint, at: Path, probe: &mut Probe<'_>) -> Outcome {
    let (cx, received) = (&case.cx, it.received_on.0);
    let limit = &cx.policy.on(received).ties_complaint_limit;
    if let Err(outcome) = probe.straddles(cx, received, limit) {
        return outcome;
    }
    let done = match it.answered_on {
        Fact::Known(day) => Fact::Known(day.0),
        Fact::Absent => Fact::Absent,
        Fact::Unknown => Fact::Unknown,
    };
    if done.known().is_some_and(|day| *day < received) {
        return probe.lack(Missing::Contradiction(at.field(field!("answered_on"))));
    }
    let answered = probe.within(cx, received, &done, limit, at.field(field!("answered_on")));
    let on = done.known().copied().filter(|day| *day <= cx.as_of);
    let at = at.field(field!("with_result"));
    // A result is asked for once it was answered.
    let result = match (on, it.with_result) {
        (None, _) | (_, Fact::Known(true)) => Outcome::Compliant,
        (Some(on), Fact::Known(false) | Fact::Absent) => {
            probe.breach_with(at, Breach::Missing, |it| {
                it.day = on;
                // The time for the answer has nothing to do with it.
                it.hinges.clear();
            })
        }
        (Some(_), Fact::Unknown) => probe.unknown(at),
    };
    answered.join(result)
}
