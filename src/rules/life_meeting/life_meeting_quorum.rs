//! 民主生活会到会人数: at least two thirds of the members take part in a democratic life meeting.

use super::BASE;
use crate::{
    facts::Body,
    finding::{Breach, Denominator, Missing, Why},
    law::{
        cite,
        instruments::{DEMOCRATIC_LIFE_MEETING_RULES, MEASURES},
    },
    norm::{Norm, Words, code},
    outcome::{Outcome, Severity},
    path::field,
    rule::{Answer, Checks, LifeMeetingCase, Probe, Rule},
};

/// 民主生活会到会人数: at least two thirds of the members take part in a democratic life meeting.
pub(super) static RULE: Rule = Rule {
    norm: Norm {
        code: code!("DLM003"),
        slug: "life-meeting-quorum",
        title: Words { zh: "民主生活会到会人数", en: "Enough take part" },
        gist: Words {
            zh: "民主生活会到会人数须达到应到会人数的三分之二。",
            en: "At least two thirds of the members take part in a democratic life meeting.",
        },
        cites: &[cite!(MEASURES, clause "2.1.4"), DEMOCRATIC_LIFE_MEETING_RULES.whole()],
        severity: Severity::Serious,
        remedy: Words {
            zh: "到会人数不足的，另行召开", en: "hold it again with enough members"
        },
        parameters: &["suspended_members_count"],
        ..BASE
    },
    checks: Checks { life_meeting: Some(check), ..Checks::NONE },
};

/// Members and those of them who took part.
#[derive(Clone, Copy, Default)]
struct Count {
    total: u32,
    present: u32,
}

impl Count {
    fn add(&mut self, attended: bool) {
        self.total += 1;
        self.present += u32::from(attended);
    }

    /// Whether two thirds took part, in whole numbers.
    const fn suffices(self) -> bool {
        3 * self.present >= 2 * self.total
    }
}

fn check(case: &LifeMeetingCase<'_>, probe: &mut Probe<'_>) -> Answer {
    super::democratic(case, probe)?;
    let (cx, day) = (&case.cx, case.day());
    super::attendance(case, probe)?;
    let Some(index) = case.index() else { return Ok(Outcome::NotApplicable) };
    let people = &cx.dossier.records().people;
    let (mut all, mut able) = (Count::default(), Count::default());
    let members = cx.dossier.index().members_on(cx.dossier.records(), Body::PartyGroup, day);
    // Spells of one person stand together.
    let mut last = None;
    for (person, _) in members {
        if last.replace(person) == Some(person) {
            continue;
        }
        let attended = index.attended(person);
        all.add(attended);
        if people.get(person as usize).is_some_and(|it| !it.restricted_on(day)) {
            able.add(attended);
        }
    }
    probe.reach(all.total > 0, Why::NobodyConcerned)?;
    let setting = &cx.policy.on(day).suspended_members_count;
    let counted = match setting.value {
        Some(true) => all,
        None if all.suffices() != able.suffices() => {
            return Ok(probe.lack(Missing::Policy(setting.field)));
        }
        // Both ways come to the same.
        Some(false) | None => able,
    };
    if counted.suffices() {
        return Ok(Outcome::Compliant);
    }
    if all.total != able.total && setting.value.is_some() {
        probe.hinge(setting);
    }
    let breach = Breach::TooFew {
        required: (2 * counted.total).div_ceil(3),
        found: counted.present,
        of: Denominator::Entitled,
        total: counted.total,
    };
    Ok(probe.breach(case.at().field(field!("present")), breach))
}
