//! 权力红线: nothing that a negative list forbids.

use super::{
    BASE,
    lists::{self, Meets},
};
use crate::{
    facts::{ActSubject, Fact, KinSet, NegativeItem, PowerList, PowerListKind},
    finding::{Breach, Why},
    law::{cite, instruments::MEASURES},
    norm::{Norm, Words, code},
    outcome::{Modality, Outcome, Severity},
    path::{Path, field},
    rule::{ActCase, Answer, Checks, Probe, Rule},
    rules::meets::fact,
};

/// 权力红线: nothing that a negative list forbids.
#[doc(alias = "负面清单")]
#[doc(alias = "权力红线")]
pub(super) static RULE: Rule = Rule {
    norm: Norm {
        code: code!("PWR007"),
        slug: "red-line",
        title: Words { zh: "不得触碰负面清单", en: "No red line is crossed" },
        gist: Words {
            zh: "用权行为不得属于约束该主体的负面清单事项；受委托人的行为是受委托人自己的行为。",
            en: "No act meets an item of a negative list in force that binds who acted; what a delegate does is the delegate's act.",
        },
        cites: &[cite!(MEASURES, clause "1.2.3")],
        modality: Modality::MustNot,
        severity: Severity::Serious,
        remedy: Words {
            zh: "停止并纠正，按程序核查",
            en: "stop it, put it right and look into it",
        },
        ..BASE
    },
    checks: Checks { act: Some(check), ..Checks::NONE },
};

fn check(case: &ActCase<'_>, probe: &mut Probe<'_>) -> Answer {
    let records = case.cx.dossier.records();
    let lists = || records.power_lists.iter().enumerate().filter(|it| is_negative(it.1));
    let now = |(n, it): (usize, &PowerList)| lists::in_force(it, lists::at(n), case.day());
    // Where none is in force PWR004 answers.
    let any = lists().any(|it| !matches!(now(it), Meets::No));
    probe.reach(any, Why::OtherRule)?;
    let at = case.at.field(field!("capacity"));
    let capacity = probe.need(&case.act.capacity, || at)?.copied();
    let binds = |it: &PowerList| capacity.is_some_and(|own| it.holder.is_same(own));
    let any = lists().any(|it| binds(it.1) && !matches!(now(it), Meets::No));
    probe.reach(any, Why::OtherRule)?;
    let mut outcome = Outcome::Compliant;
    for (n, list) in lists().filter(|it| binds(it.1)) {
        if list.items.is_unknown() && !matches!(now((n, list)), Meets::No) {
            outcome = outcome.join(probe.unknown(lists::at(n).field(field!("items"))));
        }
    }
    let index = &case.cx.dossier.index().powers;
    let mut judge = |(n, k): (u32, u32)| {
        let list = records.power_lists.get(n as usize).filter(|it| binds(it));
        let Some(list) = list else { return Outcome::Compliant };
        let Some(item) = list.items.elements().get(k as usize) else { return Outcome::Compliant };
        let at = lists::at(n as usize).field(field!("items")).index(k as usize);
        match now((n as usize, list)).and(matches(case, item)) {
            Meets::No => Outcome::Compliant,
            Meets::Open(lacks) => lacks.tell(probe),
            Meets::Yes(_) => probe.breach_with(case.at, Breach::Prohibited, |it| {
                it.also.push(at);
                // Each item that it matches is a line crossed.
                it.apart_by_also = true;
                it.who = case.act.by.known().map(|by| by.as_str().into());
            }),
        }
    };
    for it in &index.general_items {
        outcome = outcome.join(judge(*it));
    }
    match &case.act.power {
        Fact::Known(power) => {
            for it in index.items_of(records, power.as_str()) {
                outcome = outcome.join(judge(it));
            }
        }
        Fact::Absent => {}
        Fact::Unknown => {
            for it in index.items_with_powers() {
                outcome = outcome.join(judge(it));
            }
        }
    }
    if outcome == Outcome::Compliant {
        // A list that may not yet be in force may not reach the act at all.
        let now = lists().filter(|it| binds(it.1)).map(now).fold(Meets::No, Meets::or);
        if let Meets::Open(lacks) = now {
            return Ok(lacks.tell(probe));
        }
    }
    Ok(outcome)
}

fn is_negative(it: &PowerList) -> bool {
    it.kind == PowerListKind::Negative
}

/// Whether the act meets every condition that an item states.
fn matches(case: &ActCase<'_>, item: &NegativeItem) -> Meets {
    let (act, at) = (case.act, case.at);
    let mut all = Meets::ALWAYS;
    if !item.powers.is_empty() {
        all = all.and(fact(&act.power, at.field(field!("power")), |it| item.powers.contains(it)));
    }
    if !item.kinds.is_empty() {
        all = all.and(fact(&act.kind, at.field(field!("kind")), |it| item.kinds.contains(it)));
    }
    if !item.categories.is_empty() {
        all = all.and(match case.matter() {
            Some(it) => fact(&it.matter.category, it.at().field(field!("category")), |it| {
                item.categories.contains(it)
            }),
            None => fact(&act.matter, at.field(field!("matter")), |_| false),
        });
    }
    if let Some(from) = item.from_fen {
        all = all.and(fact(&act.amount_fen, at.field(field!("amount_fen")), |it| *it >= from));
    }
    if !item.circumstances.is_empty() {
        all = all.and(fact(&act.circumstances, at.field(field!("circumstances")), |list| {
            list.iter().any(|it| item.circumstances.contains(it))
        }));
    }
    if !item.subjects.is_empty() {
        let any = item.subjects.iter().map(|it| concerns(case, *it));
        all = all.and(any.fold(Meets::No, Meets::or));
    }
    all
}

/// Whether the act concerns who acted, or kin.
fn concerns(case: &ActCase<'_>, subject: ActSubject) -> Meets {
    let (act, at) = (case.act, case.at);
    if act.concerns.is_unknown() {
        return Meets::open(at.field(field!("concerns")));
    }
    let people = &case.index.concerns;
    if people.is_empty() {
        return Meets::No;
    }
    let by = match (case.index.by, &act.by) {
        (Some(by), _) => by,
        (None, Fact::Unknown) => return Meets::open(at.field(field!("by"))),
        (None, _) => return Meets::No,
    };
    match subject {
        ActSubject::Oneself => Meets::when(people.contains(&by)),
        ActSubject::Kin => {
            if !people.iter().any(|it| *it != by) {
                return Meets::No;
            }
            if case.cx.dossier.records().kinship.is_unknown() {
                return Meets::open(Path::ROOT.field(field!("kinship")));
            }
            let (day, set) = (case.day(), KinSet::PostingAvoidance);
            Meets::when(people.iter().any(|it| case.cx.kin(by, *it, day, day, set).is_some()))
        }
    }
}
