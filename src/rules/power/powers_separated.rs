//! 分权制衡: one matter is not decided, carried out and supervised in one hand.

use super::BASE;
use crate::{
    facts::{Act, Fact, PowerKind, index::Hand},
    finding::{Breach, Missing, Why},
    law::{cite, instruments::MEASURES},
    norm::{Norm, Words, code},
    outcome::{Modality, Outcome, Severity},
    path::Path,
    policy::PowerPair,
    rule::{Answer, Checks, Probe, Rule, ThreadCase},
    time::NaiveDate,
};

/// 分权制衡: one matter is not decided, carried out and supervised in one hand.
#[doc(alias = "不相容职责分离")]
pub static RULE: Rule = Rule {
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
    checks: Checks { thread: Some(check), by_own_day: true, ..Checks::NONE },
};

fn check(case: &ThreadCase<'_>, probe: &mut Probe<'_>) -> Answer {
    let (cx, index) = (&case.cx, case.cx.dossier.index());
    let (first, as_of) = (cx.policy.measures_from(), cx.as_of);
    probe.reach(first <= as_of, Why::NotInForce)?;
    let acts = &cx.dossier.records().acts;
    let own = || {
        let own = index.acts_on(case.place);
        let own = own.filter_map(|(by, n)| Some((by, n, acts.get(n as usize)?)));
        own.filter(|it| first <= it.2.done_on.day() && it.2.done_on.day() <= as_of)
    };
    // Acts of which nobody has said by whom, or on what matter.
    let mut stray = index.loose_hand(None);
    for (_, _, act) in own().filter(|it| it.2.by.is_unknown()) {
        stray = stray.join(Hand::of(act).unsure());
    }
    let (mut outcome, mut before) = (Outcome::Compliant, None);
    for by in own().filter_map(|it| it.0) {
        // Acts of one person stand together.
        if before.replace(by) != Some(by) {
            let of_one = own().filter(|it| it.0 == Some(by)).map(|it| (it.1, it.2));
            let told = own().filter(|it| it.0.is_none_or(|it| it == by)).map(|it| (it.1, it.2));
            outcome = outcome.join(of_person(case, by, &of_one, stray, probe, told));
        }
    }
    if outcome == Outcome::Compliant {
        let pairs = pairs(case, as_of);
        let may = |hand: Hand| hand.join(stray).may_be(|mask| breaks(mask, pairs).is_some());
        if may(Hand::default()) || index.loose_hands().any(may) {
            return Ok(tell(case, own().map(|it| (it.1, it.2)), probe));
        }
    }
    Ok(outcome)
}

/// Pairs that the policy keeps apart.
fn pairs<'a>(case: &ThreadCase<'a>, day: NaiveDate) -> &'a [PowerPair] {
    case.cx.policy.on(day).separated_powers.value.as_deref().unwrap_or(&[])
}

/// What a set of kinds in one hand breaks: all three, or a pair.
fn breaks(mask: u8, pairs: &[PowerPair]) -> Option<Broken> {
    if mask == Hand::ALL {
        return Some(Broken::All);
    }
    let both = |pair: &PowerPair| pair.kinds().iter().all(|it| mask & Hand::bit(*it) != 0);
    pairs.iter().find(|it| both(it)).copied().map(Broken::Pair)
}

/// What one hand may not hold.
#[derive(Clone, Copy)]
enum Broken {
    All,
    Pair(PowerPair),
}

fn of_person<'a>(
    case: &ThreadCase<'a>,
    by: u32,
    acts: &(impl Iterator<Item = (u32, &'a Act)> + Clone),
    stray: Hand,
    probe: &mut Probe<'_>,
    told: impl Iterator<Item = (u32, &'a Act)>,
) -> Outcome {
    let index = case.cx.dossier.index();
    let hand = acts.clone().fold(Hand::default(), |all, (_, act)| all.join(Hand::of(act)));
    // By the day on which the last of these kinds came to it.
    let day = |kind: PowerKind| {
        let of_kind = acts.clone().filter(|it| Hand::of(it.1).sure() == Hand::bit(kind));
        of_kind.map(|(n, act)| (act.done_on.day(), n)).min()
    };
    let kinds = PowerKind::ALL.iter().filter(|it| hand.sure() & Hand::bit(**it) != 0);
    let last = kinds.clone().filter_map(|it| day(*it)).max();
    let on = last.map_or(case.cx.as_of, |it| it.0);
    let pairs_then = pairs(case, on);
    let Some(broken) = breaks(hand.sure(), pairs_then) else {
        let whole = hand.join(stray).join(index.loose_hand(Some(by)));
        // What is surely in the hand was judged above, by the pairs of its own day.
        let (sure, pairs) = (hand.sure(), pairs(case, case.cx.as_of));
        let may = whole.may_be(|mask| mask != sure && breaks(mask, pairs).is_some());
        return if may { tell(case, told, probe) } else { Outcome::Compliant };
    };
    let pair = match broken {
        Broken::All => None,
        Broken::Pair(pair) => Some(pair),
    };
    let counts = |kind: &&PowerKind| pair.is_none_or(|pair| pair.kinds().contains(kind));
    let mut places: Vec<_> = kinds.filter(counts).filter_map(|it| day(*it)).collect();
    places.sort_unstable();
    let at = |n: u32| Path::ROOT.field("acts").index(n as usize);
    let Some((day, last)) = places.pop() else { return Outcome::Compliant };
    if pair.is_some() {
        probe.hinge(&case.cx.policy.on(day).separated_powers);
    }
    probe.breach_with(at(last), Breach::SameHand { pair }, |it| {
        it.day = day;
        it.also.extend(places.iter().map(|(_, n)| at(*n)));
        it.who = case.cx.person_id(by).map(Into::into);
    })
}

/// Names what nobody has said of these acts, and of those of no known matter.
fn tell<'a>(
    case: &ThreadCase<'a>,
    acts: impl Iterator<Item = (u32, &'a Act)>,
    probe: &mut Probe<'_>,
) -> Outcome {
    let records = &case.cx.dossier.records().acts;
    let loose = case.cx.dossier.index().loose_acts.iter();
    let loose = loose.filter_map(|n| Some((*n, records.get(*n as usize)?)));
    let mut left = 0;
    for (told, (n, act)) in acts.chain(loose).filter(|it| Hand::of(it.1).is_unsure()).enumerate() {
        if told >= 8 {
            left += 1;
            continue;
        }
        let at = Path::ROOT.field("acts").index(n as usize);
        let facts: [(&str, Fact<()>); 4] = [
            ("matter", act.matter.state()),
            ("by", act.by.state()),
            ("kind", act.kind.state()),
            ("decided_in", act.decided_in.state()),
        ];
        for (key, _) in facts.iter().filter(|it| it.1.is_unknown()) {
            probe.unknown(at.field(key));
        }
    }
    if left > 0 { probe.lack(Missing::More(left)) } else { Outcome::Undetermined }
}
