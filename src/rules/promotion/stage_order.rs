//! 程序完整有序: no stage missing, out of order or overlapping.

use std::cmp::Ordering;

use super::{BASE, process};
use crate::{
    facts::Fact,
    finding::{Breach, Missing, Why},
    law::{
        cite,
        instruments::{APPOINTMENT_REGULATIONS, CIVIL_SERVANTS_LAW, MEASURES},
    },
    norm::{Norm, Words, code},
    outcome::{Outcome, Severity},
    path::{Path, field},
    rule::{Answer, Checks, Probe, PromotionCase, Rule},
    time::{Moment, NaiveDate},
};

/// 程序完整有序: no stage missing, out of order or overlapping.
#[doc(alias = "程序完整、次序不乱")]
pub(super) static RULE: Rule = Rule {
    norm: Norm {
        code: code!("PRM022"),
        slug: "stage-order",
        title: Words { zh: "程序完整、次序不乱", en: "The stages in order" },
        gist: Words {
            zh: "动议、民主推荐、考察、讨论决定、任职依次进行，不得缺少、颠倒或交叉。",
            en: "Motion, recommendation, inspection, decision and appointment follow one another; none is missing, out of order or overlaps the next.",
        },
        cites: &[
            cite!(MEASURES, clause "2.6.2"),
            APPOINTMENT_REGULATIONS.whole(),
            cite!(CIVIL_SERVANTS_LAW, article 46),
        ],
        severity: Severity::Serious,
        remedy: Words { zh: "补充或重新履行程序", en: "complete or repeat the steps" },
        ..BASE
    },
    checks: Checks { promotion: Some(check), by_own_day: true, ..Checks::NONE },
};

fn check(case: &PromotionCase<'_>, probe: &mut Probe<'_>) -> Answer {
    let first = case.cx.policy.measures_from();
    let stages = stages(case);
    for it in &stages {
        probe.looks_at(&it.began, || it.at);
    }
    let mut outcome = Outcome::NotApplicable;
    for (n, stage) in stages.iter().enumerate() {
        let Some(next) = stages.get(n + 1) else { break };
        // The act is the later stage, which came too early or without this one.
        let since = |it: &&Stage| it.began.known().is_some_and(|on| on.day() >= first);
        let later = stages.iter().skip(n + 1).find(|it| !it.began.is_absent());
        // The next stage may be left open, and this one run into one after it.
        let run_into = run_into(stage, first, stages.iter().skip(n + 1));
        outcome = outcome.join(match stage.began {
            Fact::Absent => match later {
                Some(later) if since(&later) => {
                    probe.breach_with(stage.at, Breach::Missing, |it| {
                        it.day = later.began.known().map_or(case.cx.as_of, |on| on.day());
                    })
                }
                // Whether it was that one that came without it nobody has said.
                Some(later) if later.began.is_unknown() => probe.unknown(later.at),
                _ => Outcome::NotApplicable,
            },
            Fact::Unknown => probe.unknown(stage.at),
            Fact::Known(own) => match overtaken(own, first, stages.iter().skip(n + 1)) {
                Some((by, at)) => {
                    let breach = Breach::NotBefore { deadline: by.day(), done: own.day() };
                    probe.breach_with(stage.at, breach, |it| {
                        it.day = by.day();
                        it.also.push(at);
                    })
                }
                _ if run_into.is_some() => {
                    run_into.map_or(Outcome::Compliant, |later| follows(stage, later, probe))
                }
                // The next stage came before the measures did; whether this one ran into one after it may be open.
                _ if next.began.known().is_some_and(|on| on.day() < first) => {
                    if stage.ended.is_unknown() && stages.iter().skip(n + 2).any(|it| since(&it)) {
                        probe.unknown(stage.end)
                    } else {
                        Outcome::NotApplicable
                    }
                }
                // It came before the measures did, and nothing followed.
                _ if own.day() < first && next.began.is_absent() => Outcome::NotApplicable,
                _ => follows(stage, next, probe),
            },
        });
    }
    if let Some(last) = stages.last().filter(|it| it.began.is_unknown()) {
        outcome = outcome.join(probe.unknown(last.at));
    }
    if outcome == Outcome::NotApplicable {
        return Ok(probe.not_applicable(Why::NothingToRecord));
    }
    Ok(outcome)
}

/// The first of the later stages that began since the measures bind and before this one did, whenever it ended.
fn overtaken<'s>(
    own: Moment,
    first: NaiveDate,
    mut later: impl Iterator<Item = &'s Stage>,
) -> Option<(Moment, Path)> {
    later.find_map(|it| {
        let by = *it.began.known()?;
        (by.day() >= first && own.order(by) == Some(Ordering::Greater)).then_some((by, it.at))
    })
}

/// One stage: when it began and when it ended.
struct Stage {
    at: Path,
    began: Fact<Moment>,
    ended: Fact<Moment>,
    /// The address of its end.
    end: Path,
}

fn stages(case: &PromotionCase<'_>) -> [Stage; 5] {
    let it = case.promotion;
    let began = |fact: Fact<Moment>| process::by_now(case, fact);
    let motion = map(&it.motion, |it| Fact::Known(it.opened_on));
    let decision = map(&it.decision, |it| Fact::Known(it.decided_on));
    let stage = |name, began, ended, end| {
        let at = case.at.field(name);
        Stage { at, began, ended, end: at.field(end) }
    };
    let (appointed, at) = (process::appointed(case), case.at.field(field!("appointed_on")));
    [
        // A motion has no recorded end: what follows may not come before it.
        stage(field!("motion"), began(motion), motion, field!("opened_on")),
        stage(
            field!("recommendation"),
            began(map(&it.recommendation, |it| Fact::Known(it.started_on))),
            began(map(&it.recommendation, |it| it.finished_on)),
            field!("finished_on"),
        ),
        stage(
            field!("inspection"),
            began(map(&it.inspection, |it| Fact::Known(it.started_on))),
            began(map(&it.inspection, |it| it.finished_on)),
            field!("finished_on"),
        ),
        stage(field!("decision"), began(decision), decision, field!("decided_on")),
        Stage { at, began: appointed, ended: appointed, end: at },
    ]
}

fn map<T>(fact: &Fact<T>, get: impl FnOnce(&T) -> Fact<Moment>) -> Fact<Moment> {
    match fact {
        Fact::Known(it) => get(it),
        Fact::Absent => Fact::Absent,
        Fact::Unknown => Fact::Unknown,
    }
}

/// The first of the later stages that began since the measures bind and before this one had ended.
fn run_into<'s>(
    stage: &Stage,
    first: NaiveDate,
    mut later: impl Iterator<Item = &'s Stage>,
) -> Option<&'s Stage> {
    let end = match stage.ended {
        Fact::Known(ended) => {
            // One that ended before it began tells nothing.
            let own = stage.began.known();
            Some(ended)
                .filter(|_| own.is_none_or(|own| ended.order(*own) != Some(Ordering::Less)))?
        }
        Fact::Absent => {
            return later.find(|it| it.began.known().is_some_and(|on| on.day() >= first));
        }
        Fact::Unknown => return None,
    };
    later.find(|it| {
        let began = it.began.known().filter(|on| on.day() >= first);
        began.is_some_and(|began| end.order(*began) == Some(Ordering::Greater))
    })
}

/// Whether the next stage, if it began, did so when this one had ended.
fn follows(stage: &Stage, next: &Stage, probe: &mut Probe<'_>) -> Outcome {
    let began = match next.began {
        Fact::Known(began) => began,
        // Nothing follows yet.
        Fact::Absent => return Outcome::Compliant,
        Fact::Unknown => return probe.unknown(next.at),
    };
    let at = stage.end;
    let ended = match stage.ended {
        Fact::Known(ended) => ended,
        Fact::Unknown => return probe.unknown(at),
        Fact::Absent => {
            let breach = Breach::Late { due: began.day(), done: None };
            return probe.breach_with(at, breach, |it| it.day = began.day());
        }
    };
    if stage.began.known().is_some_and(|own| ended.order(*own) == Some(Ordering::Less)) {
        // It ended before it began.
        return probe.lack(Missing::Contradiction(at));
    }
    match ended.order(began) {
        Some(Ordering::Less | Ordering::Equal) => Outcome::Compliant,
        Some(Ordering::Greater) => {
            let breach = Breach::NotBefore { deadline: began.day(), done: ended.day() };
            probe.breach_with(at, breach, |it| {
                it.day = began.day();
                it.also.push(next.at);
            })
        }
        None => probe.lack(Missing::TimeOfDay(at)),
    }
}
