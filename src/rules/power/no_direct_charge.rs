//! 五个不直接分管: an optional rule.

use super::{
    BASE,
    lists::{Meets, fact},
};
use crate::{
    facts::{Body, DirectField, Fact, MemberRole, Office, Organ, Person, Post},
    finding::{Breach, Why},
    law::{cite, instruments::MEASURES},
    norm::{Norm, Words, code},
    outcome::{Modality, Outcome, Severity},
    path::{Path, field},
    rule::{Answer, Checks, Part, Probe, Rule, UnitCase},
    time::NaiveDate,
};

/// 五个不直接分管: an optional rule.
#[doc(alias = "五个不直接分管")]
pub(super) static RULE: Rule = Rule {
    norm: Norm {
        code: code!("PWR013"),
        slug: "no-direct-charge",
        title: Words { zh: "五个不直接分管", en: "No direct charge of five fields" },
        gist: Words {
            zh: "政策采用该制度的，“一把手”不直接分管财务、人事、工程建设、物资采购和行政审批，一名副职也不得全部分管。",
            en: "Where the policy adopts it, the principal has no direct charge of finance, personnel, construction, procurement or approvals, and no deputy has charge of all five.",
        },
        cites: &[cite!(MEASURES, clause "1.2.3")],
        modality: Modality::MustNot,
        severity: Severity::Ordinary,
        remedy: Words { zh: "调整分工", en: "change the portfolios" },
        parameters: &["no_direct_charge"],
        ..BASE
    },
    checks: Checks { unit: Some(check), by_own_day: true, ..Checks::NONE },
};

fn check(case: &UnitCase<'_>, probe: &mut Probe<'_>) -> Answer {
    let (cx, day) = (&case.cx, case.cx.as_of);
    probe.reach(cx.policy.measures_from() <= day, Why::NotInForce)?;
    let asked = probe.setting(&case.parameters.no_direct_charge)?;
    probe.reach(*asked, Why::SwitchedOff)?;
    probe.hinge(&case.parameters.no_direct_charge);
    let records = cx.dossier.records();
    let mut members = cx.dossier.index().members_on(records, Body::PartyGroup, day).peekable();
    if members.peek().is_none() {
        return Ok(probe.unknown(Path::ROOT.field(field!("people"))));
    }
    let mut last = None;
    for (place, role) in members {
        // Spells of one person stand next to each other.
        if role == MemberRole::Principal && last.replace(place) != Some(place) {
            open(case, place as usize, probe, principal);
        }
    }
    for (place, person) in records.people.iter().enumerate() {
        let asked = match is_deputy(case, person, place) {
            Meets::Yes(_) => true,
            // Who may be one is asked about only where it matters.
            Meets::Open(_) => has_all(case, person, charges(place)) != Some(false),
            Meets::No => false,
        };
        if asked && !leads(person, day) {
            open(case, place, probe, deputy);
        }
    }
    Ok(probe.unless_opened(Why::NobodyConcerned))
}

/// Opens a person as a subject.
fn open(
    case: &UnitCase<'_>,
    place: usize,
    probe: &mut Probe<'_>,
    check: impl FnOnce(&UnitCase<'_>, usize, &mut Probe<'_>) -> Outcome,
) {
    let Some(person) = case.cx.dossier.records().people.get(place) else { return };
    let at = Path::ROOT.field(field!("people")).index(place);
    let part = Part::new().person(person.id.as_str()).standing_at(at);
    probe.subject(part, |probe| Ok(check(case, place, probe)));
}

/// Whether somebody leads the Party group, and is asked about as the principal.
fn leads(person: &Person, day: NaiveDate) -> bool {
    person.leads(Body::PartyGroup, day)
}

/// Whether somebody has charge of all five fields; `None` where that is open.
fn has_all(case: &UnitCase<'_>, person: &Person, at: Path) -> Option<bool> {
    let all = || fields(case, person, at);
    let has =
        |field: &DirectField| all().any(|it| it.1.known().is_some_and(|list| list.contains(field)));
    if DirectField::ALL.iter().all(has) {
        return Some(true);
    }
    (!all().any(|it| it.1.is_unknown())).then_some(false)
}

/// The fields of the departments that somebody has charge of that day, each with where the charge stands.
fn fields<'a>(
    case: &UnitCase<'a>,
    person: &'a Person,
    at: Path,
) -> impl Iterator<Item = (Path, Fact<&'a [DirectField]>, Path)> + 'a {
    let (cx, day) = (case.cx, case.cx.as_of);
    let records = cx.dossier.records();
    let held = person.portfolios.iter().enumerate().filter(move |it| it.1.spell().covers(day));
    held.filter_map(move |(n, it)| {
        let place = cx.dossier.index().department(records, it.department.as_str())?;
        let department = records.unit.as_ref()?.departments.get(place)?;
        let there = Path::ROOT.field(field!("unit")).field(field!("departments")).index(place);
        let fields = department.direct_fields.as_ref().map(Vec::as_slice);
        Some((at.index(n), fields, there.field(field!("direct_fields"))))
    })
}

fn charges(place: usize) -> Path {
    Path::ROOT.field(field!("people")).index(place).field(field!("portfolios"))
}

fn principal(case: &UnitCase<'_>, place: usize, probe: &mut Probe<'_>) -> Outcome {
    let Some(person) = case.cx.dossier.records().people.get(place) else {
        return Outcome::Compliant;
    };
    let mut outcome = Outcome::Compliant;
    for (charge, fields, there) in fields(case, person, charges(place)) {
        match fields {
            Fact::Known(list) => {
                for field in DirectField::ALL.iter().filter(|it| list.contains(it)) {
                    let breach = Breach::DirectCharge { field: Some(*field) };
                    outcome = outcome.join(probe.breach_with(charge, breach, |it| {
                        it.who = Some(person.id.as_str().into());
                    }));
                }
            }
            Fact::Absent => {}
            Fact::Unknown => outcome = outcome.join(probe.unknown(there)),
        }
    }
    outcome
}

/// A deputy, by membership or by office, does not have charge of all five.
fn deputy(case: &UnitCase<'_>, place: usize, probe: &mut Probe<'_>) -> Outcome {
    let Some(person) = case.cx.dossier.records().people.get(place) else {
        return Outcome::Compliant;
    };
    let at = charges(place);
    let Some(surely) = has_all(case, person, at).map_or(Some(false), |all| all.then_some(true))
    else {
        return Outcome::Compliant;
    };
    match (is_deputy(case, person, place), surely) {
        (Meets::No, _) => Outcome::Compliant,
        (Meets::Open(lacks), _) => lacks.tell(probe),
        (Meets::Yes(_), true) => {
            probe.breach_with(at, Breach::DirectCharge { field: None }, |it| {
                it.who = Some(person.id.as_str().into());
            })
        }
        (Meets::Yes(_), false) => {
            let open = fields(case, person, at).filter(|it| it.1.is_unknown());
            open.fold(Outcome::Compliant, |all, it| all.join(probe.unknown(it.2)))
        }
    }
}

fn is_deputy(case: &UnitCase<'_>, person: &Person, place: usize) -> Meets {
    let day = case.cx.as_of;
    let member = person.memberships.iter().filter(|it| it.spell().covers(day));
    if member.clone().any(|it| it.role == MemberRole::Deputy) {
        return Meets::ALWAYS;
    }
    if member.clone().any(|it| it.role == MemberRole::Principal) {
        return Meets::No;
    }
    let posts = Path::ROOT.field(field!("people")).index(place).field(field!("posts"));
    let held = person.posts.iter().enumerate();
    let held = held.filter(|it| it.1.organ == Organ::Own && it.1.spell().covers(day));
    let is = |(n, it): (usize, &Post)| {
        fact(&it.office, posts.index(n).field(field!("office")), |it| {
            *it == Office::DeputyChiefProcurator
        })
    };
    held.map(is).fold(Meets::No, Meets::or)
}
