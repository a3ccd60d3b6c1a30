//! 清单一致: no power on both lists, with two layers, or twice.

use super::{
    BASE,
    lists::{self, Meets},
};
use crate::{
    dossier::series_of,
    facts::{
        Fact, NegativeItem, PowerEntry, PowerHolder, PowerKind, PowerLimit, PowerList,
        PowerListKind,
    },
    finding::{Breach, Overlap, Why},
    law::{cite, instruments::MEASURES},
    norm::{Norm, Words, code},
    outcome::{Outcome, Severity},
    path::{Field, Path, field},
    rule::{Answer, Checks, ListCase, Part, Probe, Rule},
};

/// 清单一致: no power on both lists, with two layers, or twice.
#[doc(alias = "清单交叉重叠")]
pub(super) static RULE: Rule = Rule {
    norm: Norm {
        code: code!("PWR010"),
        slug: "lists-consistent",
        title: Words { zh: "清单前后一致", en: "Lists are consistent" },
        gist: Words {
            zh: "同一权力不得既列入权力清单又列入负面清单，不得由两个层级决定，同一权力的各项范围不得交叉。",
            en: "No power stands on both lists, is decided by two layers, or is given by two entries whose ranges meet.",
        },
        cites: &[cite!(MEASURES, clause "1.2.3"), cite!(MEASURES, clause "2.2.1")],
        severity: Severity::Ordinary,
        remedy: Words { zh: "修订清单，消除重叠", en: "amend the lists" },
        ..BASE
    },
    checks: Checks { list: Some(check), by_own_day: true, ..Checks::NONE },
};

fn check(case: &ListCase<'_>, probe: &mut Probe<'_>) -> Answer {
    probe.reach(case.list.kind != PowerListKind::Provincial, Why::OtherKind)?;
    lists::reach(case, probe)?;
    if case.list.kind == PowerListKind::Negative {
        return forbidden_and_given(case, probe);
    }
    let at = case.at.field(field!("entries"));
    let entries = probe.need(&case.list.entries, || at)?.map_or(&[][..], Vec::as_slice);
    probe.reach(!entries.is_empty(), Why::NothingToRecord)?;
    let index = &case.cx.dossier.index().powers;
    // A list that is checked alone is in no index.
    let mut alone: Vec<usize> = Vec::new();
    if case.alone {
        alone.extend(0..entries.len());
        alone.sort_by_key(|k| entries.get(*k).map(|it| it.power.as_str()));
    }
    let power = |k: &usize| entries.get(*k).map(|it| it.power.as_str());
    for (k, entry) in entries.iter().enumerate() {
        let it = Own { entry, number: k, at: at.index(k) };
        let own = Some(entry.power.as_str());
        let first = alone.partition_point(|k| power(k) < own);
        for k in alone.iter().skip(first).take_while(|k| power(k) == own) {
            within(case, &it, *k, probe);
        }
        given_and_forbidden(case, &it, probe);
        given_twice(case, &it, probe);
    }
    let untold = untold(case, &index.untold, field!("entries"), probe).join(untold(
        case,
        &index.untold_negative,
        field!("items"),
        probe,
    ));
    Ok(untold)
}

/// A pair is told at one of its two lists, whichever comes first by identifier; of a list that is checked alone, there.
fn is_told_here(case: &ListCase<'_>, other: &PowerList) -> bool {
    case.alone || case.list.id <= other.id
}

/// Lists beside it of which nobody has said what they hold.
fn untold(case: &ListCase<'_>, which: &[u32], key: Field, probe: &mut Probe<'_>) -> Outcome {
    let lists = &case.cx.dossier.records().power_lists;
    let others = which.iter().filter(|n| Some(**n) != case.place);
    others.fold(Outcome::Compliant, |all, n| {
        let at = lists::at(*n as usize);
        let Some(other) = lists.get(*n as usize) else { return all };
        if series_of(other) == series_of(case.list) {
            return all;
        }
        all.join(match lists::together(case, other, at) {
            Meets::No => Outcome::Compliant,
            Meets::Open(lacks) => lacks.tell(probe),
            Meets::Yes(_) => probe.unknown(at.field(key)),
        })
    })
}

/// One of the list's own entries.
struct Own<'a> {
    entry: &'a PowerEntry,
    number: usize,
    at: Path,
}

/// A negative list: what it forbids altogether is given by no list.
fn forbidden_and_given(case: &ListCase<'_>, probe: &mut Probe<'_>) -> Answer {
    let at = case.at.field(field!("items"));
    let items = probe.need(&case.list.items, || at)?.map_or(&[][..], Vec::as_slice);
    probe.reach(!items.is_empty(), Why::NothingToRecord)?;
    let records = case.cx.dossier.records();
    let index = &case.cx.dossier.index().powers;
    for (k, item) in items.iter().enumerate() {
        for power in &item.powers {
            for (n, e) in index.entries_of(records, power.as_str()) {
                let Some((list, entry)) = lists::entry(records, (n, e)) else { continue };
                let there = lists::at(n as usize);
                let both = lists::together(case, list, there);
                let same = is_on_both(case.list, item, list, entry, lists::entry_at((n, e)));
                let places = (at.index(k), lists::entry_at((n, e)));
                if is_told_here(case, list) {
                    tell(both.and(same), Overlap::BothLists, places, probe);
                }
            }
        }
    }
    let untold = if items.iter().any(|it| !it.powers.is_empty()) {
        untold(case, &index.untold, field!("entries"), probe)
    } else {
        Outcome::Compliant
    };
    Ok(untold)
}

/// A power list: what it gives no negative list forbids altogether.
fn given_and_forbidden(case: &ListCase<'_>, own: &Own<'_>, probe: &mut Probe<'_>) {
    let records = case.cx.dossier.records();
    for (n, k) in case.cx.dossier.index().powers.items_of(records, own.entry.power.as_str()) {
        let Some(list) = records.power_lists.get(n as usize) else { continue };
        let Some(item) = list.items.elements().get(k as usize) else { continue };
        let there = lists::at(n as usize);
        let both = lists::together(case, list, there);
        let same = is_on_both(list, item, case.list, own.entry, own.at);
        let there = there.field(field!("items")).index(k as usize);
        if is_told_here(case, list) {
            tell(both.and(same), Overlap::BothLists, (own.at, there), probe);
        }
    }
}

/// Whether an item that states nothing but the power, its kind and a sum forbids all that an entry gives its holder.
fn is_on_both(
    negative: &PowerList,
    item: &NegativeItem,
    list: &PowerList,
    entry: &PowerEntry,
    at: Path,
) -> Meets {
    let more =
        !(item.categories.is_empty() && item.subjects.is_empty() && item.circumstances.is_empty());
    if more || !item.powers.contains(&entry.power) {
        return Meets::No;
    }
    let holder = lists::held_by(list, entry, at, |it| it.is_same(negative.holder));
    let kind = if item.kinds.is_empty() {
        Meets::ALWAYS
    } else {
        lists::fact(&entry.kind, at.field(field!("kind")), |it| item.kinds.contains(it))
    };
    let sum = match item.from_fen {
        None => Meets::ALWAYS,
        Some(from) => match &entry.limit {
            Fact::Known(limit) => Meets::when(limit.from_fen.unwrap_or(0) >= from),
            Fact::Absent => Meets::when(from == 0),
            Fact::Unknown => Meets::open(at.field(field!("limit"))),
        },
    };
    holder.and(kind).and(sum)
}

/// No other entry gives the same power to another layer, or over a range that meets its own.
fn given_twice(case: &ListCase<'_>, own: &Own<'_>, probe: &mut Probe<'_>) {
    let records = case.cx.dossier.records();
    let index = &case.cx.dossier.index().powers;
    let power = own.entry.power.as_str();
    for (n, k) in index.entries_of(records, power) {
        let Some((list, entry)) = lists::entry(records, (n, k)) else { continue };
        if Some(n) == case.place {
            if !case.alone {
                within(case, own, k as usize, probe);
            }
        } else if series_of(list) != series_of(case.list) {
            let (there, at) = (lists::at(n as usize), lists::entry_at((n, k)));
            let both = lists::together(case, list, there);
            let other = Other { list, entry, at, within: false };
            let (meets, of) = pair(case, own, &other, &both);
            if is_told_here(case, list) {
                tell(meets, of, (own.at, at), probe);
            }
        }
    }
}

/// Another entry of the same list; each two are one pair.
fn within(case: &ListCase<'_>, own: &Own<'_>, k: usize, probe: &mut Probe<'_>) {
    let Some(entry) = case.list.entries.elements().get(k).filter(|_| k < own.number) else {
        return;
    };
    let at = case.at.field(field!("entries")).index(k);
    let other = Other { list: case.list, entry, at, within: true };
    let both = Meets::Yes(lists::judged(case).0);
    let (meets, of) = pair(case, own, &other, &both);
    tell(meets, of, (own.at, at), probe);
}

/// Another entry of the same power.
struct Other<'a> {
    list: &'a PowerList,
    entry: &'a PowerEntry,
    at: Path,
    /// Whether it stands in the same list.
    within: bool,
}

fn pair(case: &ListCase<'_>, own: &Own<'_>, other: &Other<'_>, both: &Meets) -> (Meets, Overlap) {
    let kinds = match (own.entry.kind, other.entry.kind) {
        (Fact::Known(a), Fact::Known(b)) => Meets::when(a == b),
        (Fact::Absent, _) | (_, Fact::Absent) => Meets::No,
        (Fact::Unknown, _) => Meets::open(own.at.field(field!("kind"))),
        (_, Fact::Unknown) => Meets::open(other.at.field(field!("kind"))),
    };
    let both = both.clone().and(kinds);
    if matches!(both, Meets::No) {
        return (Meets::No, Overlap::Ranges);
    }
    // Both are of one kind: where one says it, the other is of it too.
    let decides = match (own.entry.kind, other.entry.kind) {
        (Fact::Known(kind), _) | (_, Fact::Known(kind)) => Meets::when(kind == PowerKind::Decision),
        _ => Meets::open(own.at.field(field!("kind"))),
    };
    let (mine, yours) =
        (lists::holder(case.list, own.entry), lists::holder(other.list, other.entry));
    let layers = match (mine, yours) {
        (Fact::Known(a), Fact::Known(b)) => Meets::when(a.is_layer() && b.is_layer() && a != b),
        (Fact::Absent, _) | (_, Fact::Absent) => Meets::No,
        (Fact::Known(a), _) if !a.is_layer() => Meets::No,
        (_, Fact::Known(b)) if !b.is_layer() => Meets::No,
        (Fact::Unknown, _) => Meets::open(own.at.field(field!("holder"))),
        (_, Fact::Unknown) => Meets::open(other.at.field(field!("holder"))),
    };
    // The same grant written down in two lists agrees with itself.
    let same = match (mine, yours) {
        _ if other.within => Meets::No,
        (Fact::Known(a), Fact::Known(b)) if !PowerHolder::is_same(a, b) => Meets::No,
        (Fact::Absent, _) | (_, Fact::Absent) => Meets::No,
        (Fact::Unknown, _) => Meets::open(own.at.field(field!("holder"))),
        (_, Fact::Unknown) => Meets::open(other.at.field(field!("holder"))),
        (Fact::Known(_), Fact::Known(_)) => same_limit(own, other),
    };
    let layers = layers.and(decides);
    let ranges = meet(own, other).and(same.not());
    let of = if matches!(layers, Meets::Yes(_)) { Overlap::Layers } else { Overlap::Ranges };
    (both.and(layers.or(ranges)), of)
}

fn same_limit(own: &Own<'_>, other: &Other<'_>) -> Meets {
    match (&own.entry.limit, &other.entry.limit) {
        (Fact::Unknown, _) => Meets::open(own.at.field(field!("limit"))),
        (_, Fact::Unknown) => Meets::open(other.at.field(field!("limit"))),
        (Fact::Known(a), Fact::Known(b)) => Meets::when(same_range(a, b)),
        (a, b) => Meets::when(a == b),
    }
}

/// Whether two limits hold the same sums and fields, in whatever order the fields are written.
fn same_range(a: &PowerLimit, b: &PowerLimit) -> bool {
    let fields = |one: &PowerLimit, other: &PowerLimit| match (one.fields(), other.fields()) {
        (Some(one), Some(other)) => one.iter().all(|it| other.contains(it)),
        (None, None) => true,
        _ => false,
    };
    (a.from_fen, a.up_to_fen) == (b.from_fen, b.up_to_fen) && fields(a, b) && fields(b, a)
}

/// Whether two ranges meet, in sums and in fields.
fn meet(own: &Own<'_>, other: &Other<'_>) -> Meets {
    let whole = PowerLimit::new();
    let limit = |fact: &Fact<PowerLimit>| match fact {
        Fact::Known(limit) => Some(limit.clone()),
        Fact::Absent => Some(whole.clone()),
        Fact::Unknown => None,
    };
    let Some(a) = limit(&own.entry.limit) else {
        return Meets::open(own.at.field(field!("limit")));
    };
    let Some(b) = limit(&other.entry.limit) else {
        return Meets::open(other.at.field(field!("limit")));
    };
    let top = |it: &PowerLimit| it.up_to_fen.unwrap_or(u64::MAX);
    let sums = a.from_fen.unwrap_or(0).max(b.from_fen.unwrap_or(0)) <= top(&a).min(top(&b));
    let fields = match (a.fields(), b.fields()) {
        (Some(a), Some(b)) => a.iter().any(|it| b.contains(it)),
        _ => true,
    };
    Meets::when(sums && fields)
}

/// Opens a pair that meets, or may meet.
fn tell(meets: Meets, of: Overlap, (at, also): (Path, Path), probe: &mut Probe<'_>) {
    if matches!(meets, Meets::No) {
        return;
    }
    probe.subject(Part::at(at).beside(also), |probe| {
        Ok(match meets {
            Meets::No => Outcome::Compliant,
            Meets::Open(lacks) => lacks.tell(probe),
            Meets::Yes(day) => probe.breach_with(at, Breach::Overlap { of }, |it| {
                it.day = day;
                it.also.push(also);
            }),
        })
    });
}
