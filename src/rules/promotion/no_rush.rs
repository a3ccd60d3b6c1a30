//! 防止突击提拔: no run of promotions before the principal leaves.

use super::{BASE, process};
use crate::{
    facts::{Approval, Fact},
    finding::{Breach, Hinge, Missing, Why},
    law::{
        cite,
        instruments::{APPOINTMENT_REGULATIONS, MEASURES},
    },
    norm::{Norm, Words, code},
    outcome::{Modality, Outcome, Severity},
    path::{Path, field},
    rule::{Answer, Checks, Due, Probe, PromotionCase, Rule},
    time::{NaiveDate, Term},
};

/// 防止突击提拔: no run of promotions before the principal leaves.
#[doc(alias = "突击提拔")]
pub(super) static RULE: Rule = Rule {
    norm: Norm {
        code: code!("PRM027"),
        slug: "no-rush",
        title: Words { zh: "防止突击提拔", en: "No rush before a departure" },
        gist: Words {
            zh: "主要负责人已知即将离任的，在本单位设定的期限内未经上级同意不得多次提拔干部。",
            en: "Once it is known that the principal leaves, several promotions within the time that the policy sets need the superior's approval.",
        },
        cites: &[cite!(MEASURES, clause "2.6.2"), APPOINTMENT_REGULATIONS.whole()],
        modality: Modality::MustNot,
        severity: Severity::Advisory,
        remedy: Words {
            zh: "说明理由，报上级同意", en: "state the reason, and ask the superior"
        },
        parameters: &["rush_window", "rush_promotions"],
        ..BASE
    },
    checks: Checks { promotion: Some(check), by_own_day: true, ..Checks::NONE },
};

fn check(case: &PromotionCase<'_>, probe: &mut Probe<'_>) -> Answer {
    let on = match case.promotion.decision {
        Fact::Absent => process::appointed(case),
        Fact::Known(_) | Fact::Unknown => process::decided(case),
    };
    let decided = match on {
        Fact::Known(on) => on.day(),
        Fact::Absent => return Ok(probe.not_applicable(Why::NotDecided)),
        Fact::Unknown => return Ok(process::unsettled(case, probe)),
    };
    process::binds(case, decided, probe)?;
    let leavings = &case.cx.dossier.index().leavings;
    let start = leavings.partition_point(|it| it.last_day < decided);
    let parameters = case.cx.policy.on(decided);
    let window = parameters.rush_window.value;
    let due = |term| Due::of(&case.cx, decided, term);
    let mut outcome = Outcome::NotApplicable;
    for it in leavings.iter().skip(start) {
        // Principals who leave only after the window do not matter, nor do those after them.
        let beyond = window.is_some_and(|term| {
            due(term).is_ok_and(|due| due.last.is_ok_and(|last| last < it.last_day))
        });
        if beyond {
            outcome = outcome.join(Outcome::Compliant);
            break;
        }
        let at = Path::ROOT.field(field!("people")).index(it.person as usize);
        let at = at.field(field!("memberships")).index(it.membership as usize);
        let known_on = (case.cx.dossier.records().people.get(it.person as usize))
            .and_then(|person| person.memberships.get(it.membership as usize))
            .map_or(Fact::Unknown, |membership| membership.end_known_on);
        outcome = outcome.join(match known_on {
            Fact::Known(known) if known.0 <= decided => {
                rush(case, known.0, it.last_day, decided, at, probe)
                    .unwrap_or_else(|outcome| outcome)
            }
            // Nobody knew it on the day.
            Fact::Known(_) | Fact::Absent => Outcome::Compliant,
            Fact::Unknown => perhaps(case, it.last_day, decided, at, probe),
        });
    }
    if outcome == Outcome::NotApplicable {
        return Ok(probe.not_applicable(Why::NothingToRecord));
    }
    Ok(outcome)
}

/// Promotions on record in the window that were not approved, this one aside: surely, at most, and what would tell.
struct Others {
    surely: usize,
    at_most: usize,
    missing: Option<Missing>,
}

fn others(case: &PromotionCase<'_>, known: NaiveDate, last_day: NaiveDate, term: Term) -> Others {
    let first = case.cx.policy.measures_from().max(known);
    let within = |day: NaiveDate| {
        let last = Due::of(&case.cx, day, term).ok().and_then(|it| it.last.ok());
        day >= first && last.is_some_and(|last| last >= last_day)
    };
    let until = last_day.min(case.cx.as_of);
    let found = case.cx.dossier.index().rushes.within(within, until);
    let is_own = |place: u32| case.place == Some(place);
    // The case itself is among those of its day.
    let own = case.place.and_then(|place| {
        let own = case.cx.dossier.records().promotions.get(place as usize)?;
        let day = match &own.decision {
            Fact::Known(it) => Some(it.decided_on.day()),
            Fact::Absent if own.appointed_on.is_absent() => return None,
            Fact::Absent => own.appointed_on.known().map(|on| on.day()),
            Fact::Unknown => None,
        };
        let counted = day.is_none_or(|day| within(day) && day <= until);
        counted.then(|| (day, own.departure_approved()))
    });
    let (own_surely, own_perhaps, own_undated) = match own {
        Some((None, _)) if case.place.is_some() => (0, 0, 1),
        Some((Some(_), Approval::No)) => (1, 0, 0),
        Some((Some(_), Approval::Unknown)) => (0, 1, 0),
        _ => (0, 0, 0),
    };
    let shelf = Path::ROOT.field(field!("promotions"));
    let path = |place: u32, name| Missing::Fact(shelf.index(place as usize).field(name));
    let missing = (found.perhaps.iter().map(|it| it.1).find(|it| !is_own(*it)))
        .map(|it| path(it, field!("prior_reports")))
        .or_else(|| {
            let it = found.undated.iter().copied().find(|it| !is_own(*it));
            it.map(|it| path(it, field!("decision")))
        });
    let surely = found.surely.len().saturating_sub(own_surely);
    let perhaps = found.perhaps.len().saturating_sub(own_perhaps);
    let undated = found.undated.len().saturating_sub(own_undated);
    Others { surely, at_most: surely + perhaps + undated, missing }
}

/// Whether this case is one of several in the window.
fn rush(
    case: &PromotionCase<'_>,
    known: NaiveDate,
    last_day: NaiveDate,
    decided: NaiveDate,
    at: Path,
    probe: &mut Probe<'_>,
) -> Answer {
    let own = case.promotion.departure_approved();
    if own == Approval::Yes {
        return Ok(Outcome::Compliant);
    }
    let parameters = case.cx.policy.on(decided);
    let several = *probe.setting(&parameters.rush_promotions)?;
    let due = probe.due(&case.cx, decided, &parameters.rush_window)?;
    if probe.covered(due.last)? < last_day {
        return Ok(Outcome::Compliant);
    }
    let term = *probe.setting(&parameters.rush_window)?;
    let others = others(case, known, last_day, term);
    let several = usize::try_from(several).unwrap_or(usize::MAX);
    if others.at_most + 1 < several {
        return Ok(Outcome::Compliant);
    }
    if own == Approval::Unknown {
        return Ok(probe.unknown(case.at.field(field!("prior_reports"))));
    }
    if others.surely + 1 < several {
        let missing =
            others.missing.unwrap_or(Missing::Fact(case.at.field(field!("prior_reports"))));
        return Ok(probe.lack(missing));
    }
    let count = u32::try_from(others.surely + 1).unwrap_or(u32::MAX);
    Ok(probe.breach_with(process::settled_at(case), Breach::Rush { count, last_day }, |it| {
        it.day = decided;
        it.also.push(at.field(field!("until")));
        // Two principals may leave on one day.
        it.apart_by_also = true;
        it.hinges =
            vec![Hinge::of(&parameters.rush_window), Hinge::of(&parameters.rush_promotions)];
    }))
}

/// Nobody has said when the end was known: that matters where it would be a rush if it was.
fn perhaps(
    case: &PromotionCase<'_>,
    last_day: NaiveDate,
    decided: NaiveDate,
    at: Path,
    probe: &mut Probe<'_>,
) -> Outcome {
    if case.promotion.departure_approved() == Approval::Yes {
        return Outcome::Compliant;
    }
    let parameters = case.cx.policy.on(decided);
    if let (Some(several), Some(term)) =
        (parameters.rush_promotions.value, parameters.rush_window.value)
    {
        let others = others(case, NaiveDate::MIN, last_day, term);
        if others.at_most + 1 < usize::try_from(several).unwrap_or(usize::MAX) {
            return Outcome::Compliant;
        }
    }
    probe.unknown(at.field(field!("end_known_on")))
}
