//! 一把手带头自我批评: the principal leader's self-criticism is the first; that the principal speaks last never applies here.

use super::BASE;
use crate::{
    facts::Fact,
    finding::{Breach, Missing, Why},
    law::{
        cite,
        instruments::{DEMOCRATIC_LIFE_MEETING_RULES, MEASURES},
    },
    norm::{Norm, Words, code},
    outcome::{Outcome, Severity},
    path::{Path, field},
    rule::{Answer, Checks, LifeMeetingCase, Probe, Rule},
};

/// 一把手带头自我批评: the principal leader's self-criticism is the first; that the principal speaks last never applies here.
#[doc(alias = "批评与自我批评")]
pub(super) static RULE: Rule = Rule {
    norm: Norm {
        code: code!("DLM004"),
        slug: "principal-leads",
        title: Words {
            zh: "一把手带头自我批评", en: "The principal leads in self-criticism"
        },
        gist: Words {
            zh: "一把手带头开展自我批评；末位表态的要求不适用于民主生活会。",
            en: "The principal leader's self-criticism is the first; that the principal speaks last never applies here.",
        },
        cites: &[cite!(MEASURES, clause "2.1.4"), DEMOCRATIC_LIFE_MEETING_RULES.whole()],
        severity: Severity::Ordinary,
        remedy: Words {
            zh: "一把手带头开展自我批评", en: "let the principal leader begin"
        },
        ..BASE
    },
    checks: Checks { life_meeting: Some(check), ..Checks::NONE },
};

fn check(case: &LifeMeetingCase<'_>, probe: &mut Probe<'_>) -> Answer {
    super::democratic(case, probe)?;
    let duties = &case.cx.dossier.index().duties;
    let mut principals = duties.principals_on(case.day());
    let Some(principal) = principals.next() else {
        return Ok(probe.not_applicable(Why::NobodyConcerned));
    };
    if principals.any(|it| it != principal) {
        // Two at once cannot be.
        return Ok(probe.lack(Missing::Contradiction(Path::ROOT.field(field!("people")))));
    }
    let Some(index) = case.index() else { return Ok(Outcome::NotApplicable) };
    let at = case.at().field(field!("self_criticisms"));
    probe.need(&case.life_meeting.self_criticisms, || at)?;
    match index.self_criticisms.iter().position(|it| *it == principal) {
        Some(0) => return Ok(Outcome::Compliant),
        Some(found) => {
            let found = u32::try_from(found + 1).unwrap_or(u32::MAX);
            let breach = Breach::ShouldPrecede { found, before: 1 };
            return Ok(probe.breach_with(at, breach, |it| {
                it.who = case.cx.person_id(principal).map(Into::into);
            }));
        }
        None => {}
    }
    if index.self_criticisms.is_empty() && super::is_special(case) {
        return Ok(probe.not_applicable(Why::NothingToRecord));
    }
    // One who was not there cannot have begun.
    match &case.life_meeting.present {
        Fact::Known(_) if !index.attended(principal) => {
            return Ok(probe.not_applicable(Why::NobodyConcerned));
        }
        Fact::Unknown => return Ok(probe.unknown(case.at().field(field!("present")))),
        Fact::Known(_) | Fact::Absent => {}
    }
    Ok(probe.breach_with(at, Breach::Missing, |it| {
        it.who = case.cx.person_id(principal).map(Into::into);
    }))
}
