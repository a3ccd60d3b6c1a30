//! 分权制衡: one matter is not decided, carried out and supervised in one hand.

use super::BASE;
use crate::{
    facts::{Act, Fact, ItemResult, PowerKind},
    finding::{Breach, Hinge, Missing, Why},
    law::{cite, instruments::MEASURES},
    norm::{Norm, Words, code},
    outcome::{Modality, Outcome, Severity},
    path::{Path, field},
    policy::PowerPair,
    rule::{Answer, Checks, Context, Part, Probe, Rule, ThreadCase, UnitCase},
    time::NaiveDate,
};

/// 分权制衡: one matter is not decided, carried out and supervised in one hand.
#[doc(alias = "不相容职责分离")]
pub(super) static RULE: Rule = Rule {
    norm: Norm {
        code: code!("PWR009"),
        slug: "powers-separated",
        title: Words { zh: "决策、执行、监督相分离", en: "Powers are kept apart" },
        gist: Words {
            zh: "同一事项的决策、执行、监督不得集于一人；政策另有规定的，其中两项也不得兼行。",
            en: "One matter is not decided, carried out and supervised by one person, nor two of these where the policy keeps the pair apart.",
        },
        cites: &[cite!(MEASURES, clause "1.2.3")],
        modality: Modality::MustNot,
        severity: Severity::Serious,
        remedy: Words {
            zh: "另行确定执行人或监督人",
            en: "let another carry it out or supervise it",
        },
        parameters: &["separated_powers"],
        ..BASE
    },
    checks: Checks { thread: Some(check), unit: Some(of_unit), by_own_day: true, ..Checks::NONE },
};

/// What an act put into the hand of who did it.
#[derive(Clone, Copy)]
struct Deed<'r> {
    act: Place<'r>,
    by: Option<u32>,
    day: NaiveDate,
    /// Kinds that it may be of.
    kinds: u8,
    /// Whether it surely is of its kind, by that person and on that matter.
    sure: bool,
}

/// An act: of two of one day the first by identifier comes first, whatever the order of the records.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Place<'r> {
    id: &'r str,
    n: u32,
}

const ALL: u8 = 0b111;

const fn bit(kind: PowerKind) -> u8 {
    match kind {
        PowerKind::Decision => 0b001,
        PowerKind::Execution => 0b010,
        PowerKind::Supervision => 0b100,
    }
}

impl<'r> Deed<'r> {
    /// `None` where it put nothing into anybody's hand, or on no day that is judged.
    fn of(cx: &Context<'r>, n: u32) -> Option<Self> {
        let day = |act: &Act| act.done_on.day();
        let act = cx.dossier.records().acts.get(n as usize)?;
        let index = cx.dossier.index().acts.get(n as usize)?;
        let judged = cx.policy.measures_from() <= day(act) && day(act) <= cx.as_of;
        if !judged || act.by.is_absent() || act.matter.is_absent() {
            return None;
        }
        let kinds = match act.kind {
            Fact::Known(kind) => bit(kind),
            Fact::Absent => 0,
            Fact::Unknown => ALL,
        };
        // What a collective decided is nobody's alone.
        let (kinds, open) = match collectively(cx, act, index.item) {
            Some(true) => (kinds & !bit(PowerKind::Decision), false),
            Some(false) => (kinds, false),
            None => (kinds, kinds & bit(PowerKind::Decision) != 0),
        };
        let day = day(act);
        let said = !act.by.is_unknown() && !act.matter.is_unknown();
        let sure = said && !open && kinds.is_power_of_two();
        let act = Place { id: act.id.as_str(), n };
        (kinds != 0).then_some(Self { act, by: index.by, day, kinds, sure })
    }
}

/// Whether a decision was a collective's.
fn collectively(cx: &Context<'_>, act: &Act, item: Option<(u32, u32)>) -> Option<bool> {
    let capacity = match act.capacity {
        Fact::Known(capacity) => Some(capacity.is_collective()),
        Fact::Absent => Some(false),
        Fact::Unknown => None,
    };
    let decided = match (&act.decided_in, item) {
        (Fact::Absent, _) => Some(false),
        (Fact::Known(_), Some((meeting, item))) => {
            let item = cx.dossier.item_at(meeting, item).map(|it| it.1.result);
            match item {
                Some(Fact::Known(result)) => Some(result == ItemResult::Adopted),
                Some(Fact::Absent) => Some(false),
                Some(Fact::Unknown) | None => None,
            }
        }
        (Fact::Known(_) | Fact::Unknown, _) => None,
    };
    match (capacity, decided) {
        (Some(true), _) | (_, Some(true)) => Some(true),
        (Some(false), Some(false)) => Some(false),
        _ => None,
    }
}

fn check(case: &ThreadCase<'_>, probe: &mut Probe<'_>) -> Answer {
    let (cx, index) = (&case.cx, case.cx.dossier.index());
    probe.reach(cx.policy.measures_from() <= cx.as_of, Why::NotInForce)?;
    let judged = |n: u32| {
        let act = cx.dossier.records().acts.get(n as usize);
        act.is_some_and(|it| {
            cx.policy.measures_from() <= it.done_on.day() && it.done_on.day() <= cx.as_of
        })
    };
    let own = || index.acts_on(case.place).filter_map(|(_, n)| Deed::of(cx, n));
    let loose = || index.loose_acts.iter().filter_map(|(_, n)| Deed::of(cx, *n));
    if !index.acts_on(case.place).any(|it| judged(it.1)) {
        // Acts of which nobody has said on what matter they were may be on this one.
        let mut may = index.loose_acts.iter().map(|it| it.1).filter(|n| judged(*n)).peekable();
        if may.peek().is_none() {
            return Ok(probe.not_applicable(Why::NotInForce));
        }
        for n in may.by_ref().take(8) {
            probe.unknown(
                Path::ROOT.field(field!("acts")).index(n as usize).field(field!("matter")),
            );
        }
        let left = u32::try_from(may.count()).unwrap_or(u32::MAX);
        return Ok(if left > 0 { probe.lack(Missing::More(left)) } else { Outcome::Undetermined });
    }
    let of = |by: Option<u32>| {
        own().chain(loose()).filter(move |it| it.by.is_none() || (by.is_some() && it.by == by))
    };
    let mut before = None;
    for by in index.acts_on(case.place).filter(|it| judged(it.1)).filter_map(|it| it.0) {
        // Acts of one person stand together.
        if before.replace(by) == Some(by) {
            continue;
        }
        let person = cx.person_id(by).unwrap_or_default();
        probe.subject(Part::new().person(person), |probe| {
            let sure = own().filter(|it| it.sure && it.by == Some(by));
            let outcome = of_person(case, by, &sure, probe);
            Ok(if outcome != Outcome::Violated && is_open(cx, &of(Some(by))) {
                tell(case, probe)
            } else {
                outcome
            })
        });
    }
    // Acts on no known matter may be on this one, and those of nobody known may be anybody's.
    let acted = |by: u32| own().any(|it| it.by == Some(by));
    let mut before = None;
    for by in loose().filter_map(|it| it.by) {
        if before.replace(by) != Some(by) && !acted(by) && is_open(cx, &of(Some(by))) {
            return Ok(tell(case, probe));
        }
    }
    if is_open(cx, &of(None)) {
        return Ok(tell(case, probe));
    }
    Ok(probe.unless_opened(Why::NobodyConcerned))
}

/// Acts of which nobody has said on what matter they were may together be on one on which none is known yet. With those on which
/// some are, they are asked about there.
fn of_unit(case: &UnitCase<'_>, probe: &mut Probe<'_>) -> Answer {
    let (cx, index) = (&case.cx, case.cx.dossier.index());
    let matters = 0..u32::try_from(cx.dossier.records().matters.len()).unwrap_or(u32::MAX);
    let mut untouched = matters.filter(|n| index.acts_on(*n).next().is_none());
    if index.loose_acts.is_empty()
        || cx.as_of < cx.policy.measures_from()
        || untouched.next().is_none()
    {
        return Ok(probe.asked_elsewhere());
    }
    let loose = || index.loose_acts.iter().filter_map(|(_, n)| Deed::of(cx, *n));
    let of = |by: Option<u32>| {
        loose().filter(move |it| it.by.is_none() || (by.is_some() && it.by == by))
    };
    let mut people: Vec<_> = loose().map(|it| it.by).collect();
    people.dedup();
    if people.into_iter().any(|by| is_open(cx, &of(by))) {
        return Ok(name(cx, index.loose_acts.iter().map(|it| it.1), probe));
    }
    Ok(probe.asked_elsewhere())
}

/// Pairs that the policy keeps apart.
fn pairs<'a>(cx: &Context<'a>, day: NaiveDate) -> &'a [PowerPair] {
    cx.policy.on(day).separated_powers.value.as_deref().unwrap_or(&[])
}

/// Whether more facts may show that one hand held too much.
fn is_open<'r>(cx: &Context<'_>, deeds: &(impl Iterator<Item = Deed<'r>> + Clone)) -> bool {
    let unsure = || deeds.clone().filter(|it| !it.sure);
    let sure = deeds.clone().filter(|it| it.sure).fold(0, |all, it| all | it.kinds);
    let (may, count) = unsure().fold((0, 0), |all, it| (all.0 | it.kinds, all.1 + 1u32));
    let lacking = ALL & !sure;
    if lacking & !may == 0 && lacking.count_ones() <= count {
        return true;
    }
    if count == 0 {
        return false;
    }
    // Each act as the later of two; so many are of each kind before it, surely and perhaps.
    let mut by_day: Vec<_> = deeds.clone().collect();
    by_day.sort_unstable_by_key(|it| (it.day, it.act));
    let mut seen = [[0u32; 8]; 2];
    for it in by_day {
        for pair in pairs(cx, it.day) {
            let [one, other] = pair.kinds().map(bit);
            let meets = |kinds: u8| {
                (it.kinds & one != 0 && kinds & other != 0)
                    || (it.kinds & other != 0 && kinds & one != 0)
            };
            let earlier = |unsure: usize| {
                let counts = seen.get(unsure).into_iter().flatten();
                (0u8..).zip(counts).any(|(kinds, count)| *count > 0 && meets(kinds))
            };
            if earlier(1) || (!it.sure && earlier(0)) {
                return true;
            }
        }
        let counts = seen.get_mut(usize::from(!it.sure));
        if let Some(count) = counts.and_then(|it2| it2.get_mut(usize::from(it.kinds))) {
            *count += 1;
        }
    }
    false
}

fn of_person<'r>(
    case: &ThreadCase<'_>,
    by: u32,
    sure: &(impl Iterator<Item = Deed<'r>> + Clone),
    probe: &mut Probe<'_>,
) -> Outcome {
    // The day on which each kind came to the hand.
    let first = |kind: &PowerKind| {
        let of_kind = sure.clone().filter(|it| it.kinds == bit(*kind));
        of_kind.map(|it| (it.day, it.act)).min()
    };
    let [decision, execution, supervision] =
        [PowerKind::Decision, PowerKind::Execution, PowerKind::Supervision].map(|it| first(&it));
    let at = |act: Place<'_>| Path::ROOT.field(field!("acts")).index(act.n as usize);
    let mut told = |pair, mut places: Vec<(NaiveDate, Place<'r>)>| {
        places.sort_unstable();
        let Some((day, last)) = places.pop() else { return Outcome::Compliant };
        probe.breach_with(at(last), Breach::SameHand { pair }, |it| {
            it.day = day;
            it.also.extend(places.iter().map(|it| at(it.1)));
            it.who = case.cx.person_id(by).map(Into::into);
            if pair.is_some() {
                it.hinges.push(Hinge::of(&case.cx.policy.on(day).separated_powers));
            }
        })
    };
    if let (Some(a), Some(b), Some(c)) = (decision, execution, supervision) {
        return told(None, vec![a, b, c]);
    }
    let cx = &case.cx;
    // Each act as the later of two.
    let mut found: Option<(NaiveDate, Place<'r>, (NaiveDate, Place<'r>), PowerPair)> = None;
    for it in sure.clone() {
        for pair in pairs(cx, it.day) {
            let [one, other] = pair.kinds();
            let earlier = match it.kinds {
                kinds if kinds == bit(one) => first(&other),
                kinds if kinds == bit(other) => first(&one),
                _ => None,
            };
            if let Some(earlier) = earlier.filter(|earlier| earlier.0 <= it.day) {
                let now = (it.day, it.act, earlier, *pair);
                if found.is_none_or(|known| (now.0, now.1) < (known.0, known.1)) {
                    found = Some(now);
                }
            }
        }
    }
    match found {
        Some((day, act, earlier, pair)) => told(Some(pair), vec![earlier, (day, act)]),
        None => Outcome::Compliant,
    }
}

/// Names what nobody has said of the acts on the matter, and of those on no known one.
fn tell(case: &ThreadCase<'_>, probe: &mut Probe<'_>) -> Outcome {
    let index = case.cx.dossier.index();
    let own = index.acts_on(case.place).map(|it| it.1);
    name(&case.cx, own.chain(index.loose_acts.iter().map(|it| it.1)), probe)
}

/// Names what nobody has said of these acts.
fn name(cx: &Context<'_>, all: impl Iterator<Item = u32>, probe: &mut Probe<'_>) -> Outcome {
    let (index, records) = (cx.dossier.index(), cx.dossier.records());
    let mut left = 0;
    for (told, n) in all.filter(|n| Deed::of(cx, *n).is_some_and(|it| !it.sure)).enumerate() {
        let Some(act) = records.acts.get(n as usize) else { continue };
        if told >= 8 {
            left += 1;
            continue;
        }
        let at = Path::ROOT.field(field!("acts")).index(n as usize);
        let decided = act.kind.is_unknown() || act.kind == Fact::Known(PowerKind::Decision);
        let facts = [
            (field!("matter"), act.matter.is_unknown()),
            (field!("by"), act.by.is_unknown()),
            (field!("kind"), act.kind.is_unknown()),
            (field!("capacity"), decided && act.capacity.is_unknown()),
            (field!("decided_in"), decided && act.decided_in.is_unknown()),
        ];
        for (key, _) in facts.iter().filter(|it| it.1) {
            probe.unknown(at.field(*key));
        }
        let result = index.acts.get(n as usize).and_then(|it| it.item);
        if let Some((m, i)) = result.filter(|_| decided) {
            let item = cx.dossier.item_at(m, i);
            if item.is_some_and(|it| it.1.result.is_unknown()) {
                let at =
                    Path::ROOT.field(field!("meetings")).index(m as usize).field(field!("items"));
                probe.unknown(at.index(i as usize).field(field!("result")));
            }
        }
    }
    if left > 0 { probe.lack(Missing::More(left)) } else { Outcome::Undetermined }
}
