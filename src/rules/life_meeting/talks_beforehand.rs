//! 会前谈心谈话: the talks that are due before the yearly meeting are complete.

use super::BASE;
use crate::{
    facts::{Body, Fact, LifeTalk, MemberRole, Membership, TalkPair},
    finding::{Breach, Missing, Why},
    law::{
        cite,
        instruments::{DEMOCRATIC_LIFE_MEETING_RULES, MEASURES},
    },
    norm::{Norm, Words, code},
    outcome::{Outcome, Severity},
    path::Path,
    rule::{Answer, Checks, LifeMeetingCase, Probe, Rule},
};

/// 会前谈心谈话: the talks that are due before the yearly meeting are complete.
#[doc(alias = "谈心谈话")]
pub static RULE: Rule = Rule {
    norm: Norm {
        code: code!("DLM012"),
        slug: "talks-beforehand",
        title: Words { zh: "会前谈心谈话", en: "Talks beforehand" },
        gist: Words {
            zh: "年度民主生活会前须完成政策规定的谈心谈话。",
            en: "The talks that are due before the yearly meeting are complete.",
        },
        cites: &[cite!(MEASURES, clause "2.1.4"), DEMOCRATIC_LIFE_MEETING_RULES.whole()],
        severity: Severity::Ordinary,
        remedy: Words { zh: "补齐谈心谈话", en: "hold the talks that are lacking" },
        parameters: &["life_meeting_talks"],
        ..BASE
    },
    checks: Checks { life_meeting: Some(check), ..Checks::NONE },
};

/// A member that day: place in the register, the spell, and whether it was the principal.
#[derive(Clone, Copy)]
struct Member {
    person: u32,
    spell: usize,
    leads: bool,
}

fn check(case: &LifeMeetingCase<'_>, probe: &mut Probe<'_>) -> Answer {
    super::yearly(case, probe)?;
    let (cx, day) = (&case.cx, case.day());
    let setting = &cx.policy.on(day).life_meeting_talks;
    let due = probe.setting(setting)?;
    probe.reach(!due.is_empty(), Why::NobodyNamed)?;
    let members = members(case);
    let mut outcome = Outcome::NotApplicable;
    for pair in due {
        outcome = outcome.join(match pair {
            TalkPair::PrincipalMember => pairs(case, &members, true, probe),
            TalkPair::Members => pairs(case, &members, false, probe),
            TalkPair::DepartmentHead => heads(case, &members, probe),
        });
    }
    if outcome == Outcome::NotApplicable {
        return Ok(probe.not_applicable(Why::NobodyConcerned));
    }
    Ok(outcome)
}

/// Those who could talk: members that day who were not suspended or in custody.
fn members(case: &LifeMeetingCase<'_>) -> Vec<Member> {
    let day = case.day();
    let mut all: Vec<Member> = Vec::new();
    for (n, person) in (0u32..).zip(&case.cx.dossier.records().people) {
        let of_group =
            |it: &(usize, &Membership)| it.1.body == Body::PartyGroup && it.1.spell().covers(day);
        let mut spells = person.memberships.iter().enumerate().filter(of_group).peekable();
        let Some(&(spell, _)) = spells.peek() else { continue };
        if person.restricted_on(day) {
            continue;
        }
        let leads = spells.any(|it| it.1.role == MemberRole::Principal);
        all.push(Member { person: n, spell, leads });
    }
    all
}

fn pairs(
    case: &LifeMeetingCase<'_>,
    members: &[Member],
    with_principal: bool,
    probe: &mut Probe<'_>,
) -> Outcome {
    let mut outcome = Outcome::NotApplicable;
    for (k, one) in members.iter().enumerate() {
        for other in members.iter().skip(k + 1) {
            let counts = match (one.leads, other.leads) {
                (true, false) | (false, true) => with_principal,
                (false, false) => !with_principal,
                (true, true) => false,
            };
            if !counts {
                continue;
            }
            let Some(index) = case.index() else { continue };
            let (cell, beside) = if one.leads { (other, one) } else { (one, other) };
            let at = spell(cell, "memberships", cell.spell);
            let also = spell(beside, "memberships", beside.spell);
            let talks = index.talks_between(one.person, other.person);
            outcome = outcome.join(talked(case, talks, (cell, at), Some(also), probe));
        }
    }
    outcome
}

fn heads(case: &LifeMeetingCase<'_>, members: &[Member], probe: &mut Probe<'_>) -> Outcome {
    let (cx, day) = (&case.cx, case.day());
    let mut outcome = Outcome::NotApplicable;
    for member in members {
        let Some(person) = cx.dossier.records().people.get(member.person as usize) else {
            continue;
        };
        for (k, it) in person.portfolios.iter().enumerate() {
            if !it.spell().covers(day) {
                continue;
            }
            let place = cx.dossier.index().department(cx.dossier.records(), it.department.as_str());
            let named =
                cx.dossier.records().unit.as_ref().map_or(&[][..], |unit| &unit.departments);
            // One that was not there that day had no head.
            let place = place.filter(|n| named.get(*n).is_some_and(|it| it.exists_on(day)));
            let department = place.and_then(|n| u32::try_from(n).ok());
            let (Some(index), Some(department)) = (case.index(), department) else { continue };
            let talks = index.head_talks(member.person, department);
            let at = spell(member, "portfolios", k);
            outcome = outcome.join(talked(case, talks, (member, at), None, probe));
        }
    }
    outcome
}

fn spell(member: &Member, list: &'static str, k: usize) -> Path {
    Path::ROOT.field("people").index(member.person as usize).field(list).index(k)
}

/// Whether one of these talks was held by the day of the meeting.
fn talked(
    case: &LifeMeetingCase<'_>,
    talks: impl Iterator<Item = usize>,
    (member, cell): (&Member, Path),
    beside: Option<Path>,
    probe: &mut Probe<'_>,
) -> Outcome {
    let at = case.at().field("talks");
    // What was talked over before the last meeting was for that one.
    let since = case.index().and_then(|it| it.before);
    let mut open = None;
    for k in talks {
        match case.life_meeting.talks.elements().get(k).map(|it: &LifeTalk| it.on) {
            Some(Fact::Known(on)) if on.0 <= case.day() && since.is_none_or(|day| day < on.0) => {
                return Outcome::Compliant;
            }
            Some(Fact::Unknown) => open = open.or(Some(Missing::Fact(at.index(k).field("on")))),
            // The record of the talk is without a day.
            Some(Fact::Absent) => open = open.or(Some(Missing::FullRecord(at.index(k)))),
            Some(Fact::Known(_)) | None => {}
        }
    }
    if case.life_meeting.talks.is_unknown() {
        return probe.unknown(at);
    }
    if let Some(missing) = open {
        return probe.lack(missing);
    }
    probe.hinge(&case.cx.policy.on(case.day()).life_meeting_talks);
    probe.breach_with(cell, Breach::Missing, |it| {
        // A talk between two is nobody's alone; with a head of department it is the member's.
        it.who = case.cx.person_id(member.person).filter(|_| beside.is_none()).map(Into::into);
        it.also.extend(beside);
        it.also.push(case.at());
    })
}
