//! 权力清单: a list of powers is in force for each required holder.

use super::{
    BASE,
    lists::{self, Meets},
};
use crate::{
    facts::{PowerHolder, PowerList, PowerListKind, RecordFamily},
    finding::{Breach, Missing, Why},
    law::{cite, instruments::MEASURES},
    norm::{Norm, Words, code},
    outcome::{Outcome, Severity},
    path::Path,
    rule::{Answer, Checks, Probe, Rule, UnitCase},
    time::NaiveDate,
};

/// 权力清单: a list of powers is in force for each required holder.
#[doc(alias = "权力清单")]
pub static RULE: Rule = Rule {
    norm: Norm {
        code: code!("PWR001"),
        slug: "list-in-force",
        title: Words { zh: "有现行权力清单", en: "A power list is in force" },
        gist: Words {
            zh: "须制定权力清单的主体始终有现行有效的权力清单。",
            en: "Each holder who must have one has a power list in force, on the as-of day and on every day since the measures.",
        },
        cites: &[cite!(MEASURES, clause "1.2.3"), cite!(MEASURES, clause "2.2.1")],
        severity: Severity::Ordinary,
        remedy: Words {
            zh: "制定并发布权力清单",
            en: "draw up the power list and put it in force",
        },
        parameters: &["power_list_holders"],
        ..BASE
    },
    checks: Checks { unit: Some(check), by_own_day: true, ..Checks::NONE },
};

fn check(case: &UnitCase<'_>, probe: &mut Probe<'_>) -> Answer {
    let cx = &case.cx;
    let first = cx.policy.measures_from();
    probe.reach(first <= cx.as_of, Why::NotInForce)?;
    let mut outcome = Outcome::NotApplicable;
    // Whose lists are asked for is a matter of the day.
    for (from, until, parameters) in cx.policy.pieces(first, cx.as_of) {
        let setting = &parameters.power_list_holders;
        outcome = outcome.join(match &setting.value {
            Some(holders) => {
                holders.iter().enumerate().fold(Outcome::NotApplicable, |all, (n, it)| {
                    // Named twice it is asked once.
                    if holders.iter().take(n).any(|other| other == it) {
                        return all;
                    }
                    all.join(of_holder(case, *it, (from, until), probe))
                })
            }
            None => probe.lack(Missing::Policy(setting.field)),
        });
    }
    if outcome == Outcome::NotApplicable {
        return Ok(probe.not_applicable(Why::NobodyNamed));
    }
    Ok(outcome)
}

/// Whether it is a list that a holder must have: of the three layers, the list of the layers.
fn is_of(list: &PowerList, holder: PowerHolder) -> bool {
    match list.kind {
        PowerListKind::Power => list.holder.is_same(holder),
        PowerListKind::Layers => holder.is_layer(),
        PowerListKind::Negative | PowerListKind::Provincial => false,
    }
}

/// Every one of these days a list was in force.
fn of_holder(
    case: &UnitCase<'_>,
    holder: PowerHolder,
    (from, until): (NaiveDate, NaiveDate),
    probe: &mut Probe<'_>,
) -> Outcome {
    let lists = &case.cx.dossier.records().power_lists;
    let own = || lists.iter().enumerate().filter(|it| is_of(it.1, holder));
    let (mut day, mut outcome) = (from, Outcome::Compliant);
    while day <= until {
        let known = || own().filter_map(|(_, it)| Some((it.from.known()?.0, lists::last_day(it))));
        if let Some(last) = known().filter(|it| it.0 <= day && day <= it.1).map(|it| it.1).max() {
            let Some(next) = last.succ_opt() else { break };
            day = next;
            continue;
        }
        // Nothing is known to be in force from here to the day before the next list.
        let next = known().map(|it| it.0).filter(|from| *from > day).min();
        let end = next.and_then(|it| it.pred_opt()).map_or(until, |it| it.min(until));
        outcome = outcome.join(gap(case, own(), (day, end), probe));
        let Some(next) = next else { break };
        day = next;
    }
    outcome
}

fn gap<'a>(
    case: &UnitCase<'_>,
    own: impl Iterator<Item = (usize, &'a PowerList)>,
    (from, until): (NaiveDate, NaiveDate),
    probe: &mut Probe<'_>,
) -> Outcome {
    // A list of which nobody has said since when it is in force may cover the days up to its last one.
    let open = own.filter(|(_, it)| it.from.known().is_none() && from <= lists::last_day(it));
    let (mut outcome, mut covered) = (Outcome::Compliant, None);
    for (n, it) in open {
        let last = lists::last_day(it).min(until);
        covered = covered.max(Some(last));
        if let Meets::Open(lacks) = lists::in_force(it, lists::at(n), last) {
            outcome = outcome.join(lacks.tell(probe));
        }
    }
    let from = match covered {
        Some(last) => match last.succ_opt().filter(|next| *next <= until) {
            Some(next) => next,
            None => return outcome,
        },
        None => from,
    };
    let family = RecordFamily::PowerLists;
    outcome.join(match case.cx.dossier.index().first_complete_day(family, from, until) {
        Some(day) => probe.breach_with(Path::ROOT, Breach::Missing, |it| it.day = day),
        None => probe.lack(Missing::Completeness { family, from, until }),
    })
}
