//! 不超省级清单: a local list of case powers gives nothing that the provincial list does not.

use super::{
    BASE,
    lists::{self, Meets},
};
use crate::{
    facts::{Fact, PowerEntry, PowerHolder, PowerLimit, PowerListKind},
    finding::{Breach, Missing, Why},
    law::{
        cite,
        instruments::{JUDICIAL_RESPONSIBILITY_OPINION_2024, MEASURES, POWER_LIST_GUIDANCE_2017},
    },
    norm::{Norm, Words, code},
    outcome::{Modality, Outcome, Severity},
    path::Path,
    rule::{Answer, Checks, ListCase, Probe, Rule},
    time::NaiveDate,
};

/// 不超省级清单: a local list of case powers gives nothing that the provincial list does not.
#[doc(alias = "省级检察官权力清单")]
pub static RULE: Rule = Rule {
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
    let at = case.at.field("entries");
    let entries = probe.need(&case.list.entries, || at)?.map_or(&[][..], Vec::as_slice);
    probe.reach(!entries.is_empty(), Why::NothingToRecord)?;
    // What no list gives remains to the chief procurator and the committee.
    let given = |it: &PowerEntry| {
        let residual =
            |it: &PowerHolder| it.is_collective() || it.is_same(PowerHolder::ChiefProcurator);
        !it.holder.is_absent() && !it.holder.known().is_some_and(residual)
    };
    let mut outcome = Outcome::Compliant;
    for (k, entry) in entries.iter().enumerate().filter(|it| given(it.1)) {
        outcome = outcome.join(one(case, entry, at.index(k), probe));
    }
    if outcome == Outcome::Compliant && entries.iter().any(given) {
        outcome = covered(case, probe);
    }
    Ok(outcome)
}

/// Each provincial list that is in force beside it gives the power as well, to the same layer and no less.
fn one(case: &ListCase<'_>, entry: &PowerEntry, at: Path, probe: &mut Probe<'_>) -> Outcome {
    let records = case.cx.dossier.records();
    let lists = records.power_lists.iter().enumerate();
    let mut outcome = Outcome::Compliant;
    for (n, list) in lists.filter(|it| it.1.kind == PowerListKind::Provincial) {
        let there = lists::at(n);
        let both = lists::together(case, list, there);
        if matches!(both, Meets::No) {
            continue;
        }
        if list.entries.is_unknown() {
            outcome = outcome.join(probe.unknown(there.field("entries")));
            continue;
        }
        let power = entry.power.as_str();
        let same = case.cx.dossier.index().powers.provincial_of(records, power);
        let gives = same.filter(|it| it.0 as usize == n).filter_map(|it| {
            let (_, higher) = lists::entry(records, it)?;
            Some(gives(higher, lists::entry_at(it), entry, at))
        });
        let gives = gives.fold(Meets::No, Meets::or);
        outcome = outcome.join(match both.and(gives.not()) {
            Meets::No => Outcome::Compliant,
            Meets::Open(lacks) => lacks.tell(probe),
            Meets::Yes(day) => probe.breach_with(at, Breach::BeyondHigherList, |it| {
                it.day = day;
                it.also.push(there);
            }),
        });
    }
    outcome
}

/// Whether a provincial entry gives at least what a local one does.
fn gives(higher: &PowerEntry, higher_at: Path, entry: &PowerEntry, at: Path) -> Meets {
    let layer = match (entry.holder, higher.holder) {
        (Fact::Known(a), Fact::Known(b)) => Meets::when(a == b),
        (_, Fact::Absent) => Meets::No,
        (Fact::Unknown, _) => Meets::open(at.field("holder")),
        (_, Fact::Unknown) => Meets::open(higher_at.field("holder")),
        (Fact::Absent, _) => Meets::ALWAYS,
    };
    let limit = match (&entry.limit, &higher.limit) {
        (_, Fact::Absent) => Meets::ALWAYS,
        (Fact::Known(a), Fact::Known(b)) => Meets::when(is_within(a, b)),
        (Fact::Absent, Fact::Known(b)) => Meets::when(is_within(&PowerLimit::new(), b)),
        (Fact::Unknown, _) => Meets::open(at.field("limit")),
        (_, Fact::Unknown) => Meets::open(higher_at.field("limit")),
    };
    layer.and(limit)
}

fn is_within(it: &PowerLimit, whole: &PowerLimit) -> bool {
    let top = |it: &PowerLimit| it.up_to_fen.unwrap_or(u64::MAX);
    let sums = whole.from_fen.unwrap_or(0) <= it.from_fen.unwrap_or(0) && top(it) <= top(whole);
    let fields = match (&it.scope, &whole.scope) {
        (_, None) => true,
        (None, Some(_)) => false,
        (Some(it), Some(whole)) => it.iter().all(|field| whole.contains(field)),
    };
    sums && fields
}

/// A provincial list is on record for each day on which it was in force.
fn covered(case: &ListCase<'_>, probe: &mut Probe<'_>) -> Outcome {
    let lists = &case.cx.dossier.records().power_lists;
    let (from, until) = lists::judged(case);
    let provincial = || lists.iter().filter(|it| it.kind == PowerListKind::Provincial);
    let mut day: NaiveDate = from;
    while day <= until {
        let last = provincial()
            .filter(|it| it.from.known().is_some_and(|from| from.0 <= day))
            .map(lists::last_day)
            .max();
        match last.filter(|last| day <= *last) {
            Some(last) => match last.succ_opt() {
                Some(next) => day = next,
                None => break,
            },
            None => return probe.lack(Missing::FullRecord(Path::ROOT.field("power_lists"))),
        }
    }
    Outcome::Compliant
}
