//! 五个不直接分管: an optional rule.

use super::BASE;
use crate::{
    facts::{Body, DepartmentWork, DirectField, Fact, MemberRole, Person},
    finding::{Breach, Why},
    law::{cite, instruments::MEASURES},
    norm::{Norm, Words, code},
    outcome::{Modality, Outcome, Severity},
    path::Path,
    rule::{Answer, Checks, Probe, Rule, UnitCase},
};

/// 五个不直接分管: an optional rule.
#[doc(alias = "五个不直接分管")]
pub static RULE: Rule = Rule {
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
    let members = cx.dossier.index().members_on(records, Body::PartyGroup, day);
    let mut outcome = Outcome::NotApplicable;
    for (place, role) in members {
        let Some(person) = records.people.get(place as usize) else { continue };
        let at = Path::ROOT.field("people").index(place as usize).field("portfolios");
        outcome = outcome.join(if role == MemberRole::Principal {
            principal(case, person, at, probe)
        } else {
            deputy(case, person, at, probe)
        });
    }
    if outcome == Outcome::NotApplicable {
        return Ok(probe.unknown(Path::ROOT.field("people")));
    }
    Ok(outcome)
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
        let there = Path::ROOT.field("unit").field("departments").index(place);
        let fields = match (&department.direct_fields, department.work) {
            (Fact::Known(list), _) => Fact::Known(&list[..]),
            (Fact::Absent, _) => Fact::Known(&[][..]),
            // What its work is tells that much of it.
            (Fact::Unknown, Fact::Known(DepartmentWork::Finance)) => {
                Fact::Known(&[DirectField::Finance][..])
            }
            (Fact::Unknown, Fact::Known(DepartmentWork::Personnel)) => {
                Fact::Known(&[DirectField::Personnel][..])
            }
            (Fact::Unknown, _) => Fact::Unknown,
        };
        Some((at.index(n), fields, there.field("direct_fields")))
    })
}

fn principal(case: &UnitCase<'_>, person: &Person, at: Path, probe: &mut Probe<'_>) -> Outcome {
    let mut outcome = Outcome::Compliant;
    for (charge, fields, there) in fields(case, person, at) {
        match fields {
            Fact::Known(list) => {
                for field in list {
                    let breach = Breach::DirectCharge { field: Some(*field) };
                    outcome = outcome.join(probe.breach_with(charge, breach, |it| {
                        it.who = Some(person.id.as_str().into());
                    }));
                }
            }
            Fact::Absent | Fact::Unknown => outcome = outcome.join(probe.unknown(there)),
        }
    }
    outcome
}

fn deputy(case: &UnitCase<'_>, person: &Person, at: Path, probe: &mut Probe<'_>) -> Outcome {
    let all = || fields(case, person, at);
    let has =
        |field: &DirectField| all().any(|it| it.1.known().is_some_and(|list| list.contains(field)));
    if DirectField::ALL.iter().all(has) {
        return probe.breach_with(at, Breach::DirectCharge { field: None }, |it| {
            it.who = Some(person.id.as_str().into());
        });
    }
    let open = all().filter(|it| it.1.is_unknown());
    open.fold(Outcome::Compliant, |all, it| all.join(probe.unknown(it.2)))
}
