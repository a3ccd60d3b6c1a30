//! 亲属企业与本单位: no business of a relative deals with the holder's institution.

use super::{
    BASE,
    ties::{self, Lasted, Meets},
};
use crate::{
    facts::{Fact, KinSet, Organ},
    finding::{Breach, Missing, Why},
    law::{cite, instruments::MEASURES},
    norm::{Norm, Words, code},
    outcome::{Modality, Outcome, Severity},
    path::{Path, field},
    rule::{Answer, Checks, InterestCase, Part, Probe, Rule},
    shape::IdKind,
    time::NaiveDate,
};

/// 亲属企业与本单位: no business of a relative deals with the holder's institution.
pub(super) static RULE: Rule = Rule {
    norm: Norm {
        code: code!("BIZ009"),
        slug: "own-counterparty",
        title: Words {
            zh: "亲属企业不得与本单位发生经济往来", en: "Not with the own institution"
        },
        gist: Words {
            zh: "配偶、子女及其配偶经营的企业不得与领导干部所在单位发生经济往来。",
            en: "A business of spouse, children or their spouses does not deal with the holder's institution.",
        },
        cites: &[cite!(MEASURES, clause "2.5.2")],
        modality: Modality::MustNot,
        severity: Severity::Serious,
        remedy: Words {
            zh: "终止往来，核查决策过程",
            en: "end the dealing and look into how it was decided",
        },
        ..BASE
    },
    checks: Checks { interest: Some(check), by_own_day: true, ..Checks::NONE },
};

fn check(case: &InterestCase<'_>, probe: &mut Probe<'_>) -> Answer {
    let open = ties::days(case, probe)?;
    let ties = ties::of(case, probe)?.filter(|it| KinSet::Business.contains(it.relation));
    probe.reach(ties.clone().next().is_some(), Why::NotInSet)?;
    // On some day the tie, the post and the interest all lasted.
    let mut common = Meets::No;
    for tie in ties.clone() {
        for seat in case.household.seats() {
            common = common.or(ties::lasts(case, &seat, &tie, None).and(ties::behaves(case, &[])));
        }
    }
    if matches!(common, Meets::No) {
        return Ok(ties::unless_open(Outcome::Compliant, open, probe));
    }
    contracts(case, probe);
    unstated(case, probe);
    let stated = match (case.interest.deals_with_institution, common) {
        (Fact::Known(true), Meets::Yes(day)) => ties::stands(case, day, None, probe),
        (Fact::Known(true), Meets::Open(lacks)) => lacks.tell(probe),
        (Fact::Known(_) | Fact::Absent, _) => Outcome::Compliant,
        // It may deal with it otherwise than by a contract on record.
        (Fact::Unknown, _) => probe.unknown(case.at().field(field!("deals_with_institution"))),
    };
    Ok(ties::unless_open(stated, open, probe))
}

/// Opens each contract of the institution with the business that was signed on a day on which tie, post and interest lasted. The
/// answer says whether one departs.
fn contracts(case: &InterestCase<'_>, probe: &mut Probe<'_>) -> bool {
    let cx = case.cx();
    let Some(code) = case.interest.credit_code else { return false };
    let mut any = false;
    for (n, day) in cx.dossier.index().contracts_with(code) {
        let judged = cx.policy.measures_from() <= day && day <= cx.as_of;
        let lasted = ties::lasted(case.interest, case.at(), (day, day));
        let Some(contract) = cx.dossier.records().contracts.get(n as usize) else { continue };
        if !judged || !common(case, day) || matches!(lasted, Lasted::No) {
            continue;
        }
        let at = Path::ROOT.field(field!("contracts")).index(n as usize);
        let part = Part::new().record(IdKind::Contract, contract.id.as_str()).on(day);
        let outcome = probe.subject(part, |probe| {
            Ok(match lasted {
                Lasted::No => Outcome::Compliant,
                Lasted::Open(at) => probe.unknown(at),
                Lasted::Yes(_) if ties::is_suspected(case.interest) => {
                    probe.lack(Missing::Suspected(case.at().field(field!("held"))))
                }
                Lasted::Yes(_) => match ties::behaves(case, &[]) {
                    Meets::No => Outcome::Compliant,
                    Meets::Open(lacks) => lacks.tell(probe),
                    Meets::Yes(_) => probe.breach_with(case.at(), Breach::Prohibited, |it| {
                        it.also.push(at);
                        it.who = Some(case.household.household.holder.as_str().into());
                    }),
                },
            })
        });
        any |= outcome == Outcome::Violated;
    }
    any
}

/// A contract of which nobody has said with whom it was may be with it. The first stands for all, of which there may be many.
fn unstated(case: &InterestCase<'_>, probe: &mut Probe<'_>) {
    let cx = case.cx();
    if case.interest.credit_code.is_none() {
        return;
    }
    let first = cx.dossier.index().unstated_contracts.iter().find(|(day, _)| {
        let judged = *day >= cx.policy.measures_from() && *day <= cx.as_of;
        let lasted = || ties::lasted(case.interest, case.at(), (*day, *day));
        judged && common(case, *day) && !matches!(lasted(), Lasted::No)
    });
    let Some((day, n)) = first else { return };
    let Some(contract) = cx.dossier.records().contracts.get(*n as usize) else { return };
    let at = Path::ROOT.field(field!("contracts")).index(*n as usize);
    let part = Part::new().record(IdKind::Contract, contract.id.as_str()).on(*day);
    probe.subject(part, |probe| Ok(probe.unknown(at.field(field!("counterparty")))));
}

/// Whether the tie and a post in this unit lasted on a day.
fn common(case: &InterestCase<'_>, day: NaiveDate) -> bool {
    let own = |it: &ties::Seat<'_>| it.organ == Organ::Own && it.from <= day && day <= it.until;
    let tied = |it: &ties::Tie| {
        KinSet::Business.contains(it.relation) && it.from <= day && day <= it.until
    };
    case.household.seats().any(|it| own(&it)) && ties::all(case).any(|it| tied(&it))
}
