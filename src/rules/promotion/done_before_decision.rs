//! 四项审核在讨论决定前完成: the four checks end before the decision.

use std::cmp::Ordering;

use super::{BASE, process};
use crate::{
    facts::Fact,
    finding::{Breach, Missing, Why},
    law::instruments::{MEASURES, SOUND_PROMOTION_OPINION_2016},
    norm::{Code, Norm, Words},
    outcome::{Outcome, Severity},
    rule::{Answer, Checks, Probe, PromotionCase, Rule},
    time::Moment,
};

pub(super) static RULE: Rule = Rule {
    norm: Norm {
        code: Code::new("PRM006"),
        slug: "done-before-decision",
        title: Words {
            zh: "“凡提四必”在讨论决定前完成",
            en: "The four checks end before the decision",
        },
        gist: Words {
            zh: "已启动的四项审核须在讨论决定前完成。",
            en: "Each of the four checks that was begun is finished before the decision.",
        },
        cites: &[MEASURES.clause("2.6.2"), SOUND_PROMOTION_OPINION_2016.whole()],
        severity: Severity::Serious,
        remedy: Words {
            zh: "完成审核后重新讨论决定", en: "finish the check and decide again"
        },
        ..BASE
    },
    checks: Checks { promotion: Some(check), by_own_day: true, ..Checks::NONE },
};

fn check(case: &PromotionCase<'_>, probe: &mut Probe<'_>) -> Answer {
    let decided = process::decided(case);
    let decided = *match &decided {
        Fact::Unknown => return Ok(probe.unknown(case.at.field("decision"))),
        Fact::Absent => return Ok(probe.not_applicable(Why::NotDecided)),
        Fact::Known(on) => on,
    };
    process::binds(case, decided.day(), probe)?;
    Ok(process::each(case, probe, |made, probe| {
        let at = made.at.field("finished_on");
        let due = decided.day();
        let finished = probe.need(&made.check.finished_on, || at)?;
        let late = |done: Option<Moment>| Breach::Late { due, done: done.map(Moment::day) };
        Ok(match finished.map(|on| on.order(decided)) {
            Some(Some(Ordering::Less | Ordering::Equal)) => Outcome::Compliant,
            Some(None) => probe.lack(Missing::TimeOfDay(at)),
            Some(Some(Ordering::Greater)) | None => {
                probe.breach_with(at, late(finished.copied()), |it| {
                    it.day = due;
                    it.also.push(case.at.field("decision").field("decided_on"));
                })
            }
        })
    }))
}
