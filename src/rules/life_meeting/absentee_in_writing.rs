//! 缺席成员书面发言并告知批评意见: an absent member sends something in writing, and the criticism is passed on afterwards.

use super::BASE;
use crate::{
    facts::{Body, Fact},
    finding::{Breach, Missing, Why},
    law::{
        cite,
        instruments::{DEMOCRATIC_LIFE_MEETING_RULES, MEASURES},
    },
    norm::{Norm, Words, code},
    outcome::{Outcome, Severity},
    path::{Path, field},
    rule::{Answer, Checks, LifeMeetingCase, Part, Probe, Rule},
    rules::meets::{self, Meets},
};

/// 缺席成员书面发言并告知批评意见: an absent member sends something in writing, and the criticism is passed on afterwards.
pub(super) static RULE: Rule = Rule {
    norm: Norm {
        code: code!("DLM013"),
        slug: "absentee-in-writing",
        title: Words {
            zh: "缺席成员书面发言并告知批评意见", en: "Absentees write, and are told"
        },
        gist: Words {
            zh: "因故缺席的成员须提交书面发言，会后须将批评意见转告本人。",
            en: "An absent member sends something in writing, and the criticism is passed on afterwards.",
        },
        cites: &[cite!(MEASURES, clause "2.1.4"), DEMOCRATIC_LIFE_MEETING_RULES.whole()],
        severity: Severity::Ordinary,
        remedy: Words {
            zh: "补交书面发言，转告批评意见",
            en: "have it in writing, and pass the criticism on",
        },
        ..BASE
    },
    checks: Checks { life_meeting: Some(check), ..Checks::NONE },
};

fn check(case: &LifeMeetingCase<'_>, probe: &mut Probe<'_>) -> Answer {
    super::democratic(case, probe)?;
    super::attendance(case, probe)?;
    let day = case.day();
    let Some(index) = case.index() else { return Ok(Outcome::NotApplicable) };
    for (n, person) in (0u32..).zip(&case.cx.dossier.records().people) {
        let Some(spell) = person.spell_on(Body::PartyGroup, day) else { continue };
        // Who is suspended or in custody cannot be asked.
        if index.attended(n) || person.restricted_on(day) {
            continue;
        }
        let cell = Path::ROOT
            .field(field!("people"))
            .index(n as usize)
            .field(field!("memberships"))
            .index(spell);
        let part = Part::new().person(person.id.as_str()).standing_at(cell);
        probe.subject(part, |probe| Ok(absent(case, (n, cell), probe)));
    }
    Ok(probe.unless_opened(Why::NobodyConcerned))
}

fn absent(case: &LifeMeetingCase<'_>, (n, cell): (u32, Path), probe: &mut Probe<'_>) -> Outcome {
    let (it, list) = (case.life_meeting, case.at().field(field!("absentees")));
    let who = || case.cx.person_id(n).map(Into::into);
    let entries = || {
        let places = case.index().into_iter().flat_map(|it| it.absentee(n));
        places.filter_map(|k| Some((list.index(k), it.absentees.elements().get(k)?)))
    };
    let Some((first, _)) = entries().next() else {
        if it.absentees.is_unknown() {
            return probe.unknown(list);
        }
        return probe.breach_with(cell, Breach::Missing, |it| {
            it.who = who();
            it.also.push(case.at());
        });
    };
    // Where there are several records of one absence, one that shows it is enough.
    let written = entries().map(|(at, it)| {
        meets::fact(&it.in_writing, at.field(field!("in_writing")), |written| *written)
    });
    let written = match written.fold(Meets::No, Meets::or) {
        Meets::Yes(_) => Outcome::Compliant,
        Meets::Open(lacks) => lacks.tell(probe),
        Meets::No => {
            let at = first.field(field!("in_writing"));
            probe.breach_with(at, Breach::Missing, |it| {
                it.who = who();
                // Which of several records of one absence comes first says nothing.
                it.place = "in_writing".into();
            })
        }
    };
    let told = entries().map(|(at, it)| match it.told_on {
        // Nobody is told of a criticism before it is made.
        Fact::Known(day) if day.0 < case.day() => {
            Meets::lack(Missing::Contradiction(at.field(field!("told_on"))))
        }
        Fact::Known(day) => Meets::Yes(day.0),
        Fact::Absent => Meets::No,
        Fact::Unknown => Meets::open(at.field(field!("told_on"))),
    });
    let at = first.field(field!("told_on"));
    written.join(match told.fold(Meets::No, Meets::or) {
        Meets::Yes(day) if day <= case.cx.as_of => Outcome::Compliant,
        // It was passed on after the as-of day.
        Meets::Yes(_) => probe.pending(first, None),
        Meets::Open(lacks) => lacks.tell(probe),
        Meets::No => probe.breach_with(at, Breach::Missing, |it| {
            it.who = who();
            it.place = "told_on".into();
        }),
    })
}
