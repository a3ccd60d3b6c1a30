//! 整改清单: a democratic life meeting leaves a list of what to put right, and no item is past its date.

use super::BASE;
use crate::{
    finding::{Breach, Why},
    law::{
        cite,
        instruments::{DEMOCRATIC_LIFE_MEETING_RULES, MEASURES},
    },
    norm::{Norm, Words, code},
    outcome::Severity,
    path::field,
    rule::{Answer, Checks, LifeMeetingCase, Part, Probe, Rule},
    rules::tasks::Task,
};

/// 整改清单: a democratic life meeting leaves a list of what to put right, and no item is past its date.
pub(super) static RULE: Rule = Rule {
    norm: Norm {
        code: code!("DLM014"),
        slug: "action-list",
        title: Words { zh: "整改清单", en: "A list of what to put right" },
        gist: Words {
            zh: "民主生活会须形成整改清单，各项按期完成。",
            en: "A democratic life meeting leaves a list of what to put right, and no item is past its date.",
        },
        cites: &[cite!(MEASURES, clause "2.1.4"), DEMOCRATIC_LIFE_MEETING_RULES.whole()],
        severity: Severity::Ordinary,
        remedy: Words {
            zh: "形成整改清单并按期落实",
            en: "draw up the list, and see its items done",
        },
        ..BASE
    },
    checks: Checks { life_meeting: Some(check), unit: Some(super::awaited), ..Checks::NONE },
};

fn check(case: &LifeMeetingCase<'_>, probe: &mut Probe<'_>) -> Answer {
    super::democratic(case, probe)?;
    let at = case.at().field(field!("actions"));
    let drawn_up = case.life_meeting.actions.elements().first().map(|_| (case.day(), at));
    probe.falls_due(at, case.day(), drawn_up);
    let list = probe.need(&case.life_meeting.actions, || at)?.map_or(&[][..], Vec::as_slice);
    if list.is_empty() {
        return Ok(probe.breach(at, Breach::Missing));
    }
    for (k, it) in list.iter().enumerate() {
        let at = at.index(k);
        probe.subject(Part::at(at), |probe| {
            Ok(Task::from(it).in_time(&case.cx, Some(case.day()), at, probe))
        });
    }
    Ok(probe.unless_opened(Why::NothingToRecord))
}
