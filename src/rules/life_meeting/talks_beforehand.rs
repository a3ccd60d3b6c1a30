//! 会前谈心谈话: the talks that are due before the yearly meeting are complete.

use super::BASE;
use crate::{
    facts::{Body, Fact, LifeTalk, TalkPair},
    finding::{Breach, Missing, Why},
    law::{
        cite,
        instruments::{DEMOCRATIC_LIFE_MEETING_RULES, MEASURES},
    },
    norm::{Norm, Words, code},
    outcome::{Outcome, Severity},
    path::{Field, Path, field},
    rule::{Answer, Checks, Context, LifeMeetingCase, Part, Probe, Rule, UnitCase},
    time::NaiveDate,
};

/// 会前谈心谈话: the talks that are due before the yearly meeting are complete.
#[doc(alias = "谈心谈话")]
pub(super) static RULE: Rule = Rule {
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
    checks: Checks { life_meeting: Some(check), unit: Some(ahead), ..Checks::NONE },
};

/// A member that day: place in the register, the spell, and whether it was the principal.
#[derive(Clone, Copy)]
struct Member<'a> {
    person: u32,
    id: &'a str,
    spell: usize,
    leads: bool,
}

fn check(case: &LifeMeetingCase<'_>, probe: &mut Probe<'_>) -> Answer {
    super::yearly(case, probe)?;
    let (cx, day) = (&case.cx, case.day());
    let setting = &cx.policy.on(day).life_meeting_talks;
    let asked = probe.setting(setting)?;
    probe.reach(!asked.is_empty(), Why::NobodyNamed)?;
    let since = case.index().and_then(|it| it.before);
    each(cx, asked, day, |talk| {
        let (at, also) = talk.stands();
        probe.subject(talk.part().standing_at(at), |probe| {
            Ok(talked(case, &talk, since, (at, also), probe))
        });
    });
    Ok(probe.unless_opened(Why::NobodyConcerned))
}

/// Talks that are due before a meeting that is still to come.
fn ahead(case: &UnitCase<'_>, probe: &mut Probe<'_>) -> Answer {
    let cx = &case.cx;
    super::ahead(case, probe, |days, due, probe| {
        let setting = &cx.policy.on(cx.as_of).life_meeting_talks;
        let Some(asked) = &setting.value else {
            probe.subject(Part::of_period(days), |probe| {
                Err(probe.lack(Missing::Policy(setting.field)))
            });
            return;
        };
        each(cx, asked, cx.as_of, |talk| {
            let (at, _) = talk.stands();
            let part = talk.part().standing_at(at).in_period(days);
            probe.subject(part, |probe| Ok(probe.awaits(at, due)));
        });
    });
    Ok(probe.unless_opened(Why::OtherRule))
}

/// A talk between two members, or of a member with the head of a department in his or her charge.
#[derive(Clone, Copy)]
struct Talk<'a> {
    one: Member<'a>,
    with: With<'a>,
}

#[derive(Clone, Copy)]
enum With<'a> {
    Member(Member<'a>),
    Head { portfolio: usize, department: u32, id: &'a str },
}

impl<'a> Talk<'a> {
    /// By whom it is told apart: both of a pair in one order, whatever the order of the register.
    fn part(&self) -> Part<'a> {
        match self.with {
            With::Member(other) => {
                let (a, b) = (self.one.id.min(other.id), self.one.id.max(other.id));
                Part::new().person(a).person(b)
            }
            With::Head { id, .. } => Part::new().person(self.one.id).department(id),
        }
    }

    /// The spells that make it due.
    fn stands(&self) -> (Path, Option<Path>) {
        match self.with {
            With::Member(other) => {
                let first = if self.one.leads == other.leads {
                    self.one.id < other.id
                } else {
                    other.leads
                };
                let (cell, beside) = if first { (self.one, other) } else { (other, self.one) };
                let spell = |it: Member<'_>| spell(it, field!("memberships"), it.spell);
                (spell(cell), Some(spell(beside)))
            }
            With::Head { portfolio, .. } => {
                (spell(self.one, field!("portfolios"), portfolio), None)
            }
        }
    }
}

/// Each talk that is due by the register of a day.
fn each<'a>(cx: &Context<'a>, asked: &[TalkPair], day: NaiveDate, mut take: impl FnMut(Talk<'a>)) {
    let members = members(cx, day);
    for (n, pair) in asked.iter().enumerate() {
        // Named twice it is asked once.
        if asked.iter().take(n).any(|other| other == pair) {
            continue;
        }
        match pair {
            TalkPair::PrincipalMember => pairs(&members, true, &mut take),
            TalkPair::Members => pairs(&members, false, &mut take),
            TalkPair::DepartmentHead => heads(cx, &members, day, &mut take),
        }
    }
}

/// Those who could talk: members that day who were not suspended or in custody.
fn members<'a>(cx: &Context<'a>, day: NaiveDate) -> Vec<Member<'a>> {
    let mut all: Vec<Member<'a>> = Vec::new();
    for (n, person) in (0u32..).zip(&cx.dossier.records().people) {
        let Some(spell) = person.spell_on(Body::PartyGroup, day) else { continue };
        if person.restricted_on(day) {
            continue;
        }
        let leads = person.leads(Body::PartyGroup, day);
        all.push(Member { person: n, id: person.id.as_str(), spell, leads });
    }
    all
}

fn pairs<'a>(members: &[Member<'a>], with_principal: bool, take: &mut impl FnMut(Talk<'a>)) {
    for (k, one) in members.iter().enumerate() {
        for other in members.iter().skip(k + 1) {
            let counts = match (one.leads, other.leads) {
                (true, false) | (false, true) => with_principal,
                (false, false) => !with_principal,
                (true, true) => false,
            };
            if counts {
                take(Talk { one: *one, with: With::Member(*other) });
            }
        }
    }
}

fn heads<'a>(
    cx: &Context<'a>,
    members: &[Member<'a>],
    day: NaiveDate,
    take: &mut impl FnMut(Talk<'a>),
) {
    let records = cx.dossier.records();
    let named = records.unit.as_ref().map_or(&[][..], |unit| &unit.departments);
    for member in members {
        let Some(person) = records.people.get(member.person as usize) else { continue };
        for (portfolio, it) in person.portfolios.iter().enumerate() {
            let before = person.portfolios.iter().take(portfolio);
            let mut before = before.filter(|other| other.spell().covers(day));
            // In charge by two spells it has one head.
            if !it.spell().covers(day) || before.any(|other| other.department == it.department) {
                continue;
            }
            let place = cx.dossier.index().department(records, it.department.as_str());
            // One that was not there that day had no head.
            let place = place.filter(|n| named.get(*n).is_some_and(|it| it.exists_on(day)));
            let Some(department) = place.and_then(|n| u32::try_from(n).ok()) else { continue };
            let id = it.department.as_str();
            take(Talk { one: *member, with: With::Head { portfolio, department, id } });
        }
    }
}

fn spell(member: Member<'_>, list: Field, k: usize) -> Path {
    Path::ROOT.field(field!("people")).index(member.person as usize).field(list).index(k)
}

/// Whether such a talk was held by the day of the meeting, and after the meeting before it.
fn talked(
    case: &LifeMeetingCase<'_>,
    talk: &Talk<'_>,
    since: Option<NaiveDate>,
    (cell, beside): (Path, Option<Path>),
    probe: &mut Probe<'_>,
) -> Outcome {
    let at = case.at().field(field!("talks"));
    let Some(index) = case.index() else { return Outcome::NotApplicable };
    let mut lacking: Option<Missing> = None;
    let mut held = |k: usize| {
        match case.life_meeting.talks.elements().get(k).map(|it: &LifeTalk| it.on) {
            // What was talked over before the last meeting was for that one.
            Some(Fact::Known(on)) => {
                return on.0 <= case.day() && since.is_none_or(|day| day < on.0);
            }
            Some(Fact::Unknown) => {
                lacking = lacking.take().or(Some(Missing::Fact(at.index(k).field(field!("on")))));
            }
            // The record of the talk is without a day.
            Some(Fact::Absent) => {
                lacking = lacking.take().or(Some(Missing::FullRecord(at.index(k))));
            }
            None => {}
        }
        false
    };
    let day = |k: &usize| {
        let talk = case.life_meeting.talks.elements().get(*k);
        talk.and_then(|it| it.on.known()).map(|on| on.0)
    };
    // The first of them shows it, whatever their order on record.
    let found = match talk.with {
        With::Member(other) => {
            index.talks_between(talk.one.person, other.person).filter(|k| held(*k)).min_by_key(day)
        }
        With::Head { department, .. } => {
            index.head_talks(talk.one.person, department).filter(|k| held(*k)).min_by_key(day)
        }
    };
    let done = found.and_then(|k| Some((day(&k)?, at.index(k))));
    probe.falls_due(cell, case.day(), done);
    if found.is_some() {
        return Outcome::Compliant;
    }
    if case.life_meeting.talks.is_unknown() {
        return probe.unknown(at);
    }
    if let Some(missing) = lacking {
        return probe.lack(missing);
    }
    probe.hinge(&case.cx.policy.on(case.day()).life_meeting_talks);
    probe.breach_with(cell, Breach::Missing, |it| {
        // A talk between two is nobody's alone; with a head of department it is the member's.
        it.who = beside.is_none().then(|| talk.one.id.into());
        it.also.extend(beside);
        it.also.push(case.at());
    })
}
