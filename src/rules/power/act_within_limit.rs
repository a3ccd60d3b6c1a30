//! 不超权限: an act keeps within the sum, the fields and the prior steps of its power.

use std::cmp::{Ordering, Reverse};

use super::{
    BASE,
    grants::{self, Grant, Meets},
};
use crate::{
    facts::{Fact, PowerHolder, PowerLimit, Text},
    finding::{Breach, Missing, Why},
    law::{cite, instruments::MEASURES},
    norm::{Norm, Words, code},
    outcome::{Modality, Outcome, Severity},
    path::{Path, field},
    rule::{ActCase, Answer, Checks, Probe, Rule},
    rules::meets::Lacks,
    time::NaiveDate,
};

/// 不超权限: an act keeps within the sum, the fields and the prior steps of its power.
#[doc(alias = "超越权限")]
pub(super) static RULE: Rule = Rule {
    norm: Norm {
        code: code!("PWR006"),
        slug: "act-within-limit",
        title: Words { zh: "在权限内用权", en: "Acts within the limit" },
        gist: Words {
            zh: "用权行为不得超出该项权力的金额和范围，前置程序须先行完成。",
            en: "An act keeps within the sum and the fields of its power, and the steps that the entry asks for come first.",
        },
        cites: &[cite!(MEASURES, clause "1.2.3")],
        modality: Modality::MustNot,
        severity: Severity::Serious,
        remedy: Words {
            zh: "报有权主体重新决定，补正程序",
            en: "put it before whoever has the power; make up the steps",
        },
        ..BASE
    },
    checks: Checks { act: Some(check), ..Checks::NONE },
};

/// How an act departs from one entry. Of several the first in this order is told, whatever the order of the entries.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Departure {
    /// It lies in fields that the entry is not for; those fields by name, with their places.
    OutOfScope(Vec<(String, Path)>),
    /// A step was never taken.
    StepMissing(Path),
    /// A step came after it.
    StepLate(NaiveDate, Path),
    /// It lies over the highest sum. Over several ranges of one power it is the highest that it goes over; where one range holds the
    /// sum, its fields and steps tell more than another range's end.
    Over(Reverse<u64>),
}

impl Departure {
    /// What departs, and where that is seen.
    fn told(self, case: &ActCase<'_>) -> (Breach, Vec<Path>) {
        match self {
            Self::OutOfScope(fields) => {
                (Breach::OutOfScope, fields.into_iter().map(|it| it.1).collect())
            }
            Self::StepMissing(at) => (Breach::Missing, vec![at]),
            Self::StepLate(done, at) => {
                (Breach::NotBefore { deadline: case.day(), done }, vec![at])
            }
            Self::Over(Reverse(limit_fen)) => {
                let found_fen = case.act.amount_fen.known().copied().unwrap_or(0);
                let at = case.at.field(field!("amount_fen"));
                (Breach::OverLimit { limit_fen, found_fen }, vec![at])
            }
        }
    }
}

/// How an act stands to one entry.
enum Fit {
    /// It lies below the least sum of the entry.
    Below,
    /// It lies over its highest.
    Over(u64),
    /// It lies within; the rest is kept, or not, with where that is seen, or open.
    Within(Result<(), Departure>),
    /// That is open.
    Open(Lacks),
}

fn check(case: &ActCase<'_>, probe: &mut Probe<'_>) -> Answer {
    let act = case.act;
    let power = probe.need(&act.power, || case.at.field(field!("power")))?;
    let Some(power) = power else { return Ok(probe.not_applicable(Why::OtherRule)) };
    let mut relevant = grants::untold(case);
    let mut open = match relevant.clone() {
        Meets::Open(lacks) => Some(lacks),
        Meets::Yes(_) | Meets::No => None,
    };
    // An entry that the act departs from, should it be the holder's.
    let mut doubt: Option<Lacks> = None;
    let mut departs: Option<(Departure, Path)> = None;
    for it in grants::of(case, power.as_str()) {
        let concerned = concerns(case, &it);
        if matches!(concerned, Meets::No) {
            continue;
        }
        let surely = matches!(concerned, Meets::Yes(_));
        let fit = fit(case, &it);
        let keeps = match fit {
            Fit::Within(Ok(())) if surely => return Ok(Outcome::Compliant),
            Fit::Within(Err(how)) if surely => {
                departs = first_of(departs, (how, it.at));
                None
            }
            Fit::Over(limit_fen) if surely => {
                departs = first_of(departs, (Departure::Over(Reverse(limit_fen)), it.at));
                None
            }
            Fit::Open(lacks) => Some(Meets::Open(lacks)),
            Fit::Within(Ok(())) => Some(concerned.clone()),
            // Below its least sum an act does not go over it.
            Fit::Below => None,
            Fit::Within(Err(_)) | Fit::Over(_) => {
                if let (false, Meets::Open(lacks)) = (surely, &concerned) {
                    doubt = Some(lacks.clone());
                }
                None
            }
        };
        if let Some(Meets::Open(lacks)) = keeps {
            open = Some(match open {
                Some(all) => all.with(lacks),
                None => lacks,
            });
        }
        relevant = relevant.or(concerned);
    }
    // Without an entry that gives it PWR005 answers.
    match (relevant, open, departs) {
        (Meets::No, ..) => Ok(probe.not_applicable(Why::OtherRule)),
        // What remains to the chief procurator in cases has no highest sum.
        (_, None, Some((Departure::Over(_), _))) if !matches!(lawful(case), Meets::No) => {
            Ok(match lawful(case) {
                Meets::Open(lacks) => lacks.tell(probe),
                Meets::Yes(_) | Meets::No => Outcome::Compliant,
            })
        }
        (_, None, Some((how, entry))) => {
            let (breach, seen) = how.told(case);
            let (at, others) = seen.split_first().unwrap_or((&case.at, &[]));
            Ok(probe.breach_with(*at, breach, |it| {
                it.also.extend(others);
                it.also.push(entry);
                it.who = act.by.known().map(|by| by.as_str().into());
            }))
        }
        (Meets::Open(lacks), None, None) | (_, Some(lacks), _) => Ok(lacks.tell(probe)),
        (Meets::Yes(_), None, None) => Ok(doubt.map_or(Outcome::Compliant, |it| it.tell(probe))),
    }
}

fn first_of(known: Option<(Departure, Path)>, it: (Departure, Path)) -> Option<(Departure, Path)> {
    known.filter(|known| known.0 <= it.0).or(Some(it))
}

/// Whether it is an entry of the holder, of who delegated the power, or of a collective.
fn concerns(case: &ActCase<'_>, grant: &Grant<'_>) -> Meets {
    let capacity = match case.act.capacity {
        Fact::Known(capacity) => grant.is_held_by(|holder| holder.is_same(capacity)),
        Fact::Absent => Meets::No,
        Fact::Unknown => Meets::open(case.at.field(field!("capacity"))),
    };
    let at = case.at.field(field!("delegation"));
    let delegated = match &case.act.delegation {
        Fact::Known(it) => match it.by {
            Fact::Known(giver) => grant.is_held_by(|holder| holder.is_same(giver)),
            Fact::Absent => Meets::No,
            Fact::Unknown => Meets::open(at.field(field!("by"))),
        },
        Fact::Absent => Meets::No,
        Fact::Unknown => Meets::open(at),
    };
    let collective = grant.is_held_by(PowerHolder::is_collective).and(lawful(case).not());
    capacity.or(collective).or(delegated).and(grant.in_force.clone())
}

/// Whether it is the chief procurator's own in a case: then no collective's entry speaks of it.
fn lawful(case: &ActCase<'_>) -> Meets {
    match case.act.capacity {
        Fact::Known(capacity) => grants::is_chiefs_case(case, capacity),
        Fact::Absent => Meets::No,
        Fact::Unknown => match grants::is_chiefs_case(case, PowerHolder::ChiefProcurator) {
            Meets::No => Meets::No,
            Meets::Yes(_) | Meets::Open(_) => Meets::open(case.at.field(field!("capacity"))),
        },
    }
}

fn fit(case: &ActCase<'_>, grant: &Grant<'_>) -> Fit {
    let none = PowerLimit::new();
    let limit = match &grant.entry.limit {
        Fact::Known(limit) => limit,
        Fact::Absent => &none,
        Fact::Unknown => return open_at(grant.at.field(field!("limit"))),
    };
    let bounded = limit.from_fen.is_some() || limit.up_to_fen.is_some();
    let sum = match case.act.amount_fen {
        Fact::Known(sum) => sum,
        Fact::Unknown if bounded => {
            // Whatever the sum, a step that lacks is lacking, unless the act lies below the entry's least one.
            let rest = within(case, grant, limit.fields());
            let fails = matches!(rest, Fit::Within(Err(_))) && limit.from_fen.is_none();
            return if fails { rest } else { open_at(case.at.field(field!("amount_fen"))) };
        }
        Fact::Absent | Fact::Unknown => 0,
    };
    if limit.from_fen.is_some_and(|from| sum < from) && case.act.amount_fen.known().is_some() {
        return Fit::Below;
    }
    if let Some(limit) = limit.up_to_fen.filter(|up_to| sum > *up_to) {
        return Fit::Over(limit);
    }
    within(case, grant, limit.fields())
}

fn open_at(at: Path) -> Fit {
    Fit::Open(Lacks::from(vec![Missing::Fact(at)]))
}

/// Its fields, and the steps before it.
fn within(case: &ActCase<'_>, grant: &Grant<'_>, scope: Option<&[Text]>) -> Fit {
    let at = case.at.field(field!("scope"));
    let mut open = Vec::new();
    if let Some(scope) = scope {
        match &case.act.scope {
            Fact::Known(fields) => {
                // All that lie outside, the first by name before the others, whatever their order.
                let outside = fields.iter().enumerate().filter(|it| !scope.contains(it.1));
                let mut outside: Vec<_> =
                    outside.map(|(n, it)| (it.as_str().to_owned(), at.index(n))).collect();
                outside.sort_unstable();
                if !outside.is_empty() {
                    return Fit::Within(Err(Departure::OutOfScope(outside)));
                }
            }
            Fact::Absent => {}
            Fact::Unknown => open.push(Missing::Fact(at)),
        }
    }
    let steps = case.at.field(field!("steps"));
    // A step that was never taken before one that came too late, whatever the order in which they are asked for.
    let mut late: Option<(NaiveDate, Path)> = None;
    for asked in &grant.entry.prior_steps {
        match taken(case, asked) {
            Taken::Met(Meets::Yes(_)) => {}
            Taken::Met(Meets::Open(lacks)) => open.extend(lacks.into_list()),
            Taken::Met(Meets::No) => return Fit::Within(Err(Departure::StepMissing(steps))),
            Taken::Late(done, at) => {
                late = late.filter(|known| known.0 <= done).or(Some((done, at)));
            }
        }
    }
    if let Some((done, at)) = late {
        return Fit::Within(Err(Departure::StepLate(done, at)));
    }
    if open.is_empty() { Fit::Within(Ok(())) } else { Fit::Open(Lacks::from(open)) }
}

/// How a step stands to the act.
enum Taken {
    /// Whether it was taken before.
    Met(Meets),
    /// It was taken, but later.
    Late(NaiveDate, Path),
}

/// Whether a step was taken before the act.
fn taken(case: &ActCase<'_>, asked: &Text) -> Taken {
    let at = case.at.field(field!("steps"));
    let steps = match &case.act.steps {
        Fact::Known(steps) => steps,
        Fact::Absent => return Taken::Met(Meets::No),
        Fact::Unknown => return Taken::Met(Meets::open(at)),
    };
    let (mut met, mut late) = (Meets::No, None);
    for (n, it) in steps.iter().enumerate().filter(|it| it.1.step == *asked) {
        let at = at.index(n).field(field!("taken_on"));
        met = met.or(match it.taken_on {
            Fact::Known(on) => match on.order(case.act.done_on) {
                Some(Ordering::Less | Ordering::Equal) => return Taken::Met(Meets::ALWAYS),
                Some(Ordering::Greater) => {
                    let first = late.is_none_or(|it: (NaiveDate, Path)| on.day() < it.0);
                    late = if first { Some((on.day(), at)) } else { late };
                    Meets::No
                }
                None => Meets::lack(Missing::TimeOfDay(at)),
            },
            Fact::Absent => Meets::No,
            Fact::Unknown => Meets::open(at),
        });
    }
    match (met, late) {
        (Meets::No, Some((done, at))) => Taken::Late(done, at),
        (met, _) => Taken::Met(met),
    }
}
