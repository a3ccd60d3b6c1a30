//! 不超省级清单: a local list of case powers gives nothing that the provincial list does not.

use super::{
    BASE,
    lists::{self, Meets, fact},
};
use crate::{
    facts::{Fact, PowerEntry, PowerHolder, PowerLimit, PowerListKind, Text},
    finding::{Breach, Missing, Why},
    law::{
        cite,
        instruments::{JUDICIAL_RESPONSIBILITY_OPINION_2024, MEASURES, POWER_LIST_GUIDANCE_2017},
    },
    norm::{Norm, Words, code},
    outcome::{Modality, Outcome, Severity},
    path::{Path, field},
    rule::{Answer, Checks, ListCase, Part, Probe, Rule},
    time::NaiveDate,
};

/// 不超省级清单: a local list of case powers gives nothing that the provincial list does not.
#[doc(alias = "省级检察官权力清单")]
pub(super) static RULE: Rule = Rule {
    norm: Norm {
        code: code!("PWR014"),
        slug: "within-higher-list",
        title: Words { zh: "不超出省级清单", en: "Within the provincial list" },
        gist: Words {
            zh: "本院办案权力清单不得授予省级清单未授予的权力。",
            en: "A local list of case powers gives nothing that the provincial list then in force does not; what no list gives is the chief procurator's or the committee's.",
        },
        cites: &[
            cite!(MEASURES, clause "2.2.1"),
            POWER_LIST_GUIDANCE_2017.whole(),
            JUDICIAL_RESPONSIBILITY_OPINION_2024.whole(),
        ],
        modality: Modality::MustNot,
        severity: Severity::Ordinary,
        remedy: Words { zh: "按省级清单修订", en: "amend it by the provincial list" },
        ..BASE
    },
    checks: Checks { list: Some(check), by_own_day: true, ..Checks::NONE },
};

fn check(case: &ListCase<'_>, probe: &mut Probe<'_>) -> Answer {
    probe.reach(case.list.kind == PowerListKind::Layers, Why::OtherKind)?;
    lists::reach(case, probe)?;
    let at = case.at.field(field!("entries"));
    let entries = probe.need(&case.list.entries, || at)?.map_or(&[][..], Vec::as_slice);
    probe.reach(!entries.is_empty(), Why::NothingToRecord)?;
    // On each day on which the lists beside it change.
    let (from, until) = lists::judged(case);
    let lists = &case.cx.dossier.records().power_lists;
    let provincial = || lists.iter().filter(|it| it.kind == PowerListKind::Provincial);
    let began = provincial().filter_map(|it| Some(it.from.known()?.0));
    let ended = provincial().filter_map(|it| it.until?.0.succ_opt());
    let mut days: Vec<NaiveDate> =
        began.chain(ended).filter(|it| from < *it && *it <= until).collect();
    days.push(from);
    days.sort_unstable();
    days.dedup();
    for (k, it) in entries.iter().enumerate() {
        let at = at.index(k);
        probe.subject(Part::at(at), |probe| {
            if matches!(is_given(it, at), Meets::No) {
                return Ok(Outcome::Compliant);
            }
            let mut outcome = Outcome::Compliant;
            for day in &days {
                outcome = outcome.join(one(case, it, at, *day, probe));
                // From the first day on it is too much.
                if outcome == Outcome::Violated {
                    break;
                }
            }
            Ok(outcome)
        });
    }
    Ok(probe.unless_opened(Why::NothingToRecord))
}

/// Whether an entry gives a power that a higher list has to give: what no list gives remains to the chief procurator and the
/// committee.
fn is_given(it: &PowerEntry, at: Path) -> Meets {
    fact(&it.holder, at.field(field!("holder")), |it| {
        !it.is_collective() && !it.is_same(PowerHolder::ChiefProcurator)
    })
}

/// The provincial lists in force on a day give the power together, to the same layer and no less.
fn one(
    case: &ListCase<'_>,
    entry: &PowerEntry,
    at: Path,
    day: NaiveDate,
    probe: &mut Probe<'_>,
) -> Outcome {
    let records = case.cx.dossier.records();
    let mut open = match case.list.from {
        // Since when it is in force nobody has said; on its last day it is.
        Fact::Unknown if day < lists::last_day(case.list) => {
            Meets::open(case.at.field(field!("from")))
        }
        _ => is_given(entry, at),
    };
    let mut any = Meets::No;
    let provincial = records.power_lists.iter().enumerate();
    for (n, list) in provincial.filter(|it| it.1.kind == PowerListKind::Provincial) {
        let now = lists::in_force(list, lists::at(n), day);
        any = any.or(now.clone());
        if list.entries.is_unknown() {
            open = open.and(now.and(Meets::open(lists::at(n).field(field!("entries")))).not());
        }
    }
    if matches!(any, Meets::No) {
        // Without the provincial list nobody can tell.
        return probe.lack(Missing::Fact(Path::ROOT.field(field!("power_lists"))));
    }
    let power = entry.power.as_str();
    let same = || {
        let all = case.cx.dossier.index().powers.provincial_of(records, power);
        all.filter_map(|place| {
            let (list, higher) = lists::entry(records, place)?;
            let now = lists::in_force(list, lists::at(place.0 as usize), day);
            let counts = now.and(is_alike(higher, lists::entry_at(place), entry, at));
            Some((counts, higher, lists::entry_at(place)))
        })
    };
    let surely = |it: &Meets| matches!(it, Meets::Yes(_));
    let may = |it: &Meets| !matches!(it, Meets::No);
    let limits = |counts: &dyn Fn(&Meets) -> bool, widest: bool| -> Vec<PowerLimit> {
        let these = same().filter(|it| counts(&it.0));
        these
            .filter_map(|(_, higher, _)| match &higher.limit {
                Fact::Known(limit) => Some(limit.clone()),
                Fact::Absent => Some(PowerLimit::new()),
                // Unknown it may be as wide as can be, or give nothing.
                Fact::Unknown => widest.then(PowerLimit::new),
            })
            .collect()
    };
    let (given, widest) = (limits(&surely, false), limits(&may, true));
    let outcome = match &entry.limit {
        Fact::Known(limit) => (is_within(limit, &given), is_within(limit, &widest)),
        Fact::Absent => {
            let whole = PowerLimit::new();
            (is_within(&whole, &given), is_within(&whole, &widest))
        }
        // Where nothing is given it is too much, however narrow.
        Fact::Unknown => (is_within(&PowerLimit::new(), &given), !widest.is_empty()),
    };
    match outcome {
        (true, _) => Outcome::Compliant,
        (false, true) => {
            let mut lacks = Meets::No;
            for (counts, higher, there) in same() {
                lacks = lacks.or(match counts {
                    Meets::Open(_) => counts,
                    Meets::Yes(_) if higher.limit.is_unknown() => {
                        Meets::open(there.field(field!("limit")))
                    }
                    Meets::Yes(_) | Meets::No => Meets::No,
                });
            }
            if entry.limit.is_unknown() {
                lacks = lacks.or(Meets::open(at.field(field!("limit"))));
            }
            match lacks {
                Meets::Open(lacks) => lacks.tell(probe),
                Meets::Yes(_) | Meets::No => probe.unknown(at.field(field!("limit"))),
            }
        }
        // It is too much only where a provincial list is surely in force that day.
        (false, false) => match any.and(open) {
            Meets::No => Outcome::Compliant,
            Meets::Open(lacks) => lacks.tell(probe),
            Meets::Yes(_) => probe.breach_with(at, Breach::BeyondHigherList, |it| it.day = day),
        },
    }
}

/// Whether a provincial entry gives a power of the same kind to the same layer.
fn is_alike(higher: &PowerEntry, higher_at: Path, entry: &PowerEntry, at: Path) -> Meets {
    let layer = match (entry.holder, higher.holder) {
        (Fact::Known(a), Fact::Known(b)) => Meets::when(a == b),
        (Fact::Absent, _) | (_, Fact::Absent) => Meets::No,
        (Fact::Unknown, _) => Meets::open(at.field(field!("holder"))),
        (_, Fact::Unknown) => Meets::open(higher_at.field(field!("holder"))),
    };
    let kind = match (entry.kind, higher.kind) {
        (Fact::Known(a), Fact::Known(b)) => Meets::when(a == b),
        // Where no kind is stated it speaks of all.
        (Fact::Absent, _) | (_, Fact::Absent) => Meets::ALWAYS,
        (Fact::Unknown, _) => Meets::open(at.field(field!("kind"))),
        (_, Fact::Unknown) => Meets::open(higher_at.field(field!("kind"))),
    };
    layer.and(kind)
}

/// Whether what one limit allows is allowed by others together: in each of its fields every sum.
fn is_within(it: &PowerLimit, whole: &[PowerLimit]) -> bool {
    match it.fields() {
        None => has_sums(it, whole, None),
        Some(fields) => fields.iter().all(|field| has_sums(it, whole, Some(field))),
    }
}

fn has_sums(it: &PowerLimit, whole: &[PowerLimit], field: Option<&Text>) -> bool {
    let holds = |limit: &&PowerLimit| match (limit.fields(), field) {
        (None, _) => true,
        (Some(fields), Some(field)) => fields.contains(field),
        (Some(_), None) => false,
    };
    let (mut sum, last) = (it.from_fen.unwrap_or(0), it.up_to_fen.unwrap_or(u64::MAX));
    loop {
        let reaching = whole.iter().filter(holds).filter(|it| it.from_fen.unwrap_or(0) <= sum);
        let top = reaching.map(|it| it.up_to_fen.unwrap_or(u64::MAX)).max();
        match top.filter(|top| sum <= *top) {
            Some(top) if top >= last => return true,
            Some(top) => sum = top + 1,
            None => return false,
        }
    }
}
