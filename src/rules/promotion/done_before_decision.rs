//! 四项审核在讨论决定前完成: the four checks end before the decision.

use std::cmp::Ordering;

use super::{BASE, process};
use crate::{
    finding::{Breach, Missing},
    law::{
        cite,
        instruments::{MEASURES, SOUND_PROMOTION_OPINION_2016},
    },
    norm::{Norm, Words, code},
    outcome::{Outcome, Severity},
    path::field,
    rule::{Answer, Checks, Probe, PromotionCase, Rule},
    time::Moment,
};

/// 四项审核在讨论决定前完成: the four checks end before the decision.
#[doc(alias = "“凡提四必”在讨论决定前完成")]
pub(super) static RULE: Rule = Rule {
    norm: Norm {
        code: code!("PRM006"),
        slug: "done-before-decision",
        title: Words {
            zh: "“凡提四必”在讨论决定前完成",
            en: "The four checks end before the decision",
        },
        gist: Words {
            zh: "已启动的四项审核须在讨论决定前完成。",
            en: "Each of the four checks that was begun is finished before the decision.",
        },
        cites: &[cite!(MEASURES, clause "2.6.2"), SOUND_PROMOTION_OPINION_2016.whole()],
        severity: Severity::Serious,
        remedy: Words {
            zh: "完成审核后重新讨论决定", en: "finish the check and decide again"
        },
        ..BASE
    },
    checks: Checks { promotion: Some(check), by_own_day: true, ..Checks::NONE },
};

fn check(case: &PromotionCase<'_>, probe: &mut Probe<'_>) -> Answer {
    let settled = process::reach(case, probe)?;
    Ok(process::each(case, probe, |made, probe| {
        if process::begins_later(case, made.check) {
            // Not yet made, which PRM001–004 name.
            return Ok(Outcome::NotApplicable);
        }
        let at = made.at.field(field!("finished_on"));
        let finished = probe.need(&made.check.finished_on, || at)?.copied();
        let by_now = finished.is_some_and(|on| on.day() <= case.cx.as_of);
        if !by_now && made.check.started_on.is_absent() {
            // Never begun.
            return Ok(Outcome::NotApplicable);
        }
        let began = made.check.started_on.known();
        let ends_first = |on: Moment| began.is_some_and(|it| on.order(*it) == Some(Ordering::Less));
        if finished.is_some_and(ends_first) {
            return Ok(probe.lack(Missing::Contradiction(at)));
        }
        let Some(decided) = settled else {
            // The case still runs, and so may the check.
            return Ok(match finished {
                Some(_) if by_now => Outcome::Compliant,
                Some(_) | None => probe.pending(at, None),
            });
        };
        let due = decided.day();
        if made.check.started_on.is_unknown() && !by_now {
            // It may not have begun yet.
            return Ok(probe.unknown(made.at.field(field!("started_on"))));
        }
        Ok(match finished.map(|on| on.order(decided)) {
            Some(Some(Ordering::Less | Ordering::Equal)) => Outcome::Compliant,
            Some(None) => probe.lack(Missing::TimeOfDay(at)),
            Some(Some(Ordering::Greater)) | None => {
                let breach = Breach::Late { due, done: finished.map(Moment::day) };
                probe.breach_with(at, breach, |it| it.day = due)
            }
        })
    }))
}
