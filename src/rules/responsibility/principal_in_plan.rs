//! 监督一把手和班子列入年度计划: supervising the principal leader and the leading group is an item of the yearly plan.

use super::BASE;
use crate::{
    facts::{Fact, Topic},
    finding::{Breach, Coverage, Why},
    law::{cite, instruments::MEASURES},
    norm::{Norm, Words, code},
    outcome::{Outcome, Severity},
    path::field,
    rule::{Answer, Checks, PlanCase, Probe, Rule},
    rules::meets::{self, Meets},
};

/// 监督一把手和班子列入年度计划: supervising the principal leader and the leading group is an item of the yearly plan.
pub(super) static RULE: Rule = Rule {
    norm: Norm {
        code: code!("RSP008"),
        slug: "principal-in-plan",
        title: Words {
            zh: "监督一把手和班子列入年度计划", en: "Supervision is in the plan"
        },
        gist: Words {
            zh: "对一把手和领导班子的监督列入年度计划。",
            en: "Supervising the principal leader and the leading group is an item of the yearly plan.",
        },
        cites: &[cite!(MEASURES, clause "3.1"), cite!(MEASURES, clause "1.2.1")],
        severity: Severity::Ordinary,
        remedy: Words { zh: "列入年度计划", en: "take it into the plan" },
        ..BASE
    },
    checks: Checks { plan: Some(check), by_own_day: true, ..Checks::NONE },
};

fn check(case: &PlanCase<'_>, probe: &mut Probe<'_>) -> Answer {
    let bound = super::judged(case, probe)?;
    probe.reach(bound, Why::NotInForce)?;
    let at = case.at().field(field!("tasks"));
    let tasks = probe.need(&case.plan.tasks, || at)?.map_or(&[][..], Vec::as_slice);
    let mut outcome = Outcome::Compliant;
    for topic in [Topic::Principal, Topic::LeadingGroup] {
        let named = tasks.iter().enumerate().map(|(k, it)| {
            let has = |list: &Vec<Topic>| list.contains(&topic);
            match &it.topics {
                Fact::Absent => Meets::No,
                topics => meets::fact(topics, at.index(k).field(field!("topics")), has),
            }
        });
        outcome = outcome.join(match named.fold(Meets::No, Meets::or) {
            Meets::Yes(_) => Outcome::Compliant,
            Meets::Open(lacks) => lacks.tell(probe),
            Meets::No => {
                let what = Coverage::Topic(topic);
                probe.breach(at, Breach::NotCovered { due: None, what })
            }
        });
    }
    Ok(outcome)
}
