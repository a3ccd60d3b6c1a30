//! A second, naive reading of the contract for the rules on attendance, votes, the order of speaking and dissent. It
//! works on JSON with loops and shares nothing with the crate; both must agree on random meetings.

#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

mod support;

use std::collections::BTreeMap;

use oversight::{
    Report, RuleSet,
    outcome::Outcome::{self, Compliant, NotApplicable, Undetermined, Violated},
};
use proptest::prelude::*;
use serde_json::Value;
use support::{Case, Cases, outcomes, settings};

/// A fact: nobody has said, there is none, or it is known.
#[derive(Clone, Copy)]
enum Said<'a> {
    Unknown,
    None,
    Known(&'a Value),
}
use Said::{Known, Unknown};

fn said<'a>(record: &'a Value, key: &str) -> Said<'a> {
    match record.get(key) {
        None => Unknown,
        Some(Value::Null) => Said::None,
        Some(value) => Known(value),
    }
}

fn text<'a>(record: &'a Value, key: &str) -> &'a str {
    record.get(key).and_then(Value::as_str).unwrap_or("")
}

fn list<'a>(record: &'a Value, key: &str) -> &'a [Value] {
    record.get(key).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

fn names<'a>(record: &'a Value, key: &str) -> Vec<&'a str> {
    list(record, key).iter().filter_map(Value::as_str).collect()
}

fn flag(record: &Value, key: &str) -> bool {
    record.get(key) == Some(&Value::Bool(true))
}

/// Whether a spell with `from` and `until` covers a day; days of one form compare as text.
fn covers(spell: &Value, day: &str) -> bool {
    text(spell, "from") <= day && (text(spell, "until").is_empty() || day <= text(spell, "until"))
}

/// One item with everything that is read from elsewhere.
struct Question<'a> {
    item: &'a Value,
    meeting: &'a Value,
    dossier: &'a Value,
    /// Members of the body that day.
    members: Vec<&'a str>,
    suspended: Vec<&'a str>,
    principals: Vec<&'a str>,
    recused: Vec<&'a str>,
    /// Whether suspended members count, in each reading that is open.
    suspended_count: Vec<bool>,
}

impl<'a> Question<'a> {
    /// Who is entitled to attend, with the recused left in and left out, in each reading that is open.
    fn benches(&self) -> Vec<Bench<'a>> {
        let mut all = Vec::new();
        for count in &self.suspended_count {
            let entitled: Vec<&str> = self
                .members
                .iter()
                .copied()
                .filter(|it| *count || !self.suspended.contains(it))
                .collect();
            let without = entitled.iter().filter(|it| !self.recused.contains(it)).count();
            for n in [entitled.len(), without] {
                all.push(Bench { entitled: entitled.clone(), n });
            }
        }
        all
    }

    /// Whether there are members, but all of them are recused, or suspended and not counted; the contract has nothing on
    /// it.
    fn nobody_entitled(&self) -> bool {
        !self.members.is_empty() && self.benches().iter().any(|it| it.n == 0)
    }

    /// Whether somebody was in the room; `None` where nobody has said.
    fn in_room(&self, who: &str) -> Option<bool> {
        match said(self.item, "present") {
            // `null`: no attendance was recorded, so nobody has said either.
            Unknown | Said::None => None,
            Known(_) => Some(names(self.item, "present").contains(&who)),
        }
    }

    /// Members who were in the room and had not withdrawn.
    fn taking_part(&self) -> Option<Vec<&'a str>> {
        let mut all = Vec::new();
        for who in &self.members {
            if self.in_room(who)? && !self.recused.contains(who) {
                all.push(*who);
            }
        }
        Some(all)
    }

    fn category(&self) -> Said<'a> {
        match said(self.item, "matter") {
            Known(id) => {
                let matter = list(self.dossier, "matters").iter().find(|it| it["id"] == *id);
                said(matter.expect("no dangling matter"), "category")
            }
            other => other,
        }
    }
}

struct Bench<'a> {
    entitled: Vec<&'a str>,
    n: usize,
}

/// All readings kept, none kept, or it depends on the reading.
fn all(readings: &[bool]) -> Outcome {
    if readings.iter().all(|it| *it) {
        Compliant
    } else if readings.iter().any(|it| *it) {
        Undetermined
    } else {
        Violated
    }
}

/// MTG006 and CMT001.
fn quorum(q: &Question<'_>, committee: bool) -> Option<Outcome> {
    if q.members.is_empty() {
        // A meeting of a body without members contradicts the register.
        return Some(Undetermined);
    }
    if q.nobody_entitled() {
        return None;
    }
    let mut kept = Vec::new();
    for bench in q.benches() {
        let (mut a, n) = (0, bench.n);
        for who in &bench.entitled {
            match q.in_room(who) {
                None => return Some(Undetermined),
                Some(there) => a += usize::from(there && !q.recused.contains(who)),
            }
        }
        let (half, two_thirds) = (2 * a >= n, 3 * a >= 2 * n);
        if committee {
            kept.push(2 * a > n);
            continue;
        }
        match q.category() {
            Known(it) if it == "personnel" || it == "party_discipline" => kept.push(two_thirds),
            Unknown => kept.extend([half, two_thirds]),
            _ => kept.push(half),
        }
    }
    Some(all(&kept))
}

/// The least and the most valid ballots in favour, `None` where nothing can be said.
fn in_favour(q: &Question<'_>, vote: &Value, bench: &Bench<'_>) -> Option<(usize, usize)> {
    let valid = |who: &str| {
        if !bench.entitled.contains(&who) || q.recused.contains(&who) {
            return Some(false);
        }
        q.in_room(who)
    };
    if let Known(ballots) = said(vote, "ballots") {
        let mut by: BTreeMap<&str, Vec<bool>> = BTreeMap::new();
        for ballot in ballots.as_array().unwrap() {
            by.entry(text(ballot, "by")).or_default().push(text(ballot, "choice") == "approve");
        }
        let (mut least, mut most) = (0, 0);
        for (who, choices) in by {
            let valid = valid(who);
            // Of two ballots by one member at most one is valid, and nobody has said which.
            most += usize::from(valid != Some(false) && choices.iter().any(|it| *it));
            least += usize::from(valid == Some(true) && choices.iter().all(|it| *it));
        }
        return Some((least, most));
    }
    let secret = matches!(said(vote, "method"), Known(it) if it == "secret_ballot");
    if matches!(said(vote, "ballots"), Unknown) && !secret {
        return None;
    }
    let Known(tally) = said(vote, "tally") else { return None };
    let approve = usize::try_from(tally["approve"].as_u64().unwrap()).unwrap();
    // Ballots without names: some of those in favour may be of people who had none.
    let total = usize::try_from(counts(tally).iter().sum::<u64>()).unwrap();
    let voters = names(vote, "voters");
    let (mut certain, mut possible, mut seen) = (0, 0, Vec::new());
    for who in if voters.is_empty() { &bench.entitled } else { &voters } {
        if !seen.contains(who) {
            certain += usize::from(valid(who) == Some(true));
            possible += usize::from(valid(who) != Some(false));
        }
        seen.push(*who);
    }
    let doubtful = total.saturating_sub(certain);
    let least = approve.saturating_sub(doubtful);
    Some((least, approve.min(possible)))
}

const CHOICES: [&str; 4] = ["approve", "oppose", "abstain", "defer"];

fn counts(tally: &Value) -> [u64; 4] {
    CHOICES.map(|choice| tally.get(choice).and_then(Value::as_u64).unwrap_or(0))
}

/// Whether the list of voters and the counts contradict each other; what then follows the contract does not say.
fn voters_contradict(vote: &Value) -> bool {
    let total: u64 = vote.get("tally").map_or(0, |it| counts(it).iter().sum());
    !names(vote, "voters").is_empty() && total != names(vote, "voters").len() as u64
}

/// Whether more than half of all members entitled to attend voted for it.
fn carried(q: &Question<'_>, vote: &Value) -> Outcome {
    let mut kept = Vec::new();
    for bench in q.benches() {
        let Some((least, most)) = in_favour(q, vote, &bench) else { return Undetermined };
        kept.extend([2 * least > bench.n, 2 * most > bench.n]);
    }
    all(&kept)
}

/// MTG012 and CMT002.
fn majority(q: &Question<'_>) -> Option<Outcome> {
    if q.nobody_entitled() || q.item.get("vote").is_some_and(voters_contradict) {
        return None;
    }
    Some(match said(q.item, "result") {
        Unknown => Undetermined,
        Known(result) if result == "adopted" && q.members.is_empty() => Undetermined,
        Known(result) if result == "adopted" => match said(q.item, "vote") {
            Known(vote) => carried(q, vote),
            Unknown => Undetermined,
            // Adopted with no ballot at all.
            Said::None => Violated,
        },
        _ => NotApplicable,
    })
}

/// MTG009.
fn speaking_order(q: &Question<'_>) -> Option<Outcome> {
    if q.members.is_empty() {
        return None;
    }
    if q.principals.len() > 1 {
        return Some(Undetermined);
    }
    let statements = match said(q.item, "statements") {
        Unknown => return Some(Undetermined),
        Said::None if flag(q.item, "statements_incomplete") => return None,
        _ => list(q.item, "statements"),
    };
    let said_by_members = |it: &&Value| {
        text(it, "kind") == "view" && q.members.contains(&text(it, "by")) && !flag(it, "after_vote")
    };
    if !flag(q.item, "statements_incomplete") && !statements.iter().any(|it| said_by_members(&it)) {
        // Whoever was there, no member stated a view.
        return Some(NotApplicable);
    }
    let Some(room) = q.taking_part() else { return Some(Undetermined) };
    // Substantive views before the vote, by members who took part.
    let mut views: Vec<&str> = Vec::new();
    for it in statements {
        if said_by_members(&it) && room.contains(&text(it, "by")) {
            views.push(text(it, "by"));
        }
    }
    if flag(q.item, "statements_incomplete") {
        return Some(Undetermined);
    }
    let mut order: Vec<&str> = Vec::new();
    for by in &views {
        if !order.contains(by) {
            order.push(*by);
        }
    }
    if order.is_empty() {
        return Some(NotApplicable);
    }
    if order.len() == 1 {
        return Some(Compliant);
    }
    let principal = q.principals.first().copied().filter(|it| room.contains(it));
    let presider = match said(q.meeting, "presider") {
        Known(it) => it.as_str().unwrap(),
        // Who has to be last is not known, unless it is the principal whoever presides.
        _ => return if principal.is_some() { None } else { Some(Undetermined) },
    };
    if !room.contains(&presider) {
        // One who presided without being there, or is no member: the contract does not say.
        return None;
    }
    let (last, beside) = match principal {
        Some(principal) if principal != presider => (principal, Some(presider)),
        Some(principal) => (principal, None),
        None => (presider, None),
    };
    if !order.contains(&last) && !beside.is_some_and(|it| order.contains(&it)) {
        // Who kept silent precedes nobody; that is MTG008's.
        return Some(Compliant);
    }
    if flag(q.item, "statements_unordered") {
        return Some(Undetermined);
    }
    let rest: Vec<&str> = order.iter().copied().filter(|it| *it != last).collect();
    let end = order.last().copied().unwrap();
    let outcome = match beside {
        // The two instruments name different people.
        Some(beside) if end == last && rest.last() == Some(&beside) => Compliant,
        Some(beside) if end != last && end != beside => Violated,
        Some(_) => Undetermined,
        None if end != last => Violated,
        None => Compliant,
    };
    // A second view after that of the one who has to be last leaves it open.
    let first = views.iter().position(|it| *it == last);
    let second = first.is_some_and(|n| views[n..].iter().any(|it| *it != last));
    Some(if outcome == Compliant && second { Undetermined } else { outcome })
}

/// MTG013.
fn tally_true(q: &Question<'_>) -> Option<Outcome> {
    let vote = match said(q.item, "vote") {
        Unknown => return Some(Undetermined),
        Said::None => return Some(NotApplicable),
        Known(it) => it,
    };
    let recused_in_room = q.recused.iter().any(|it| names(q.item, "present").contains(it));
    if q.members.is_empty() || q.nobody_entitled() || voters_contradict(vote) || recused_in_room {
        return None;
    }
    let mut parts = Vec::new();
    let secret = matches!(said(vote, "method"), Known(it) if it == "secret_ballot");
    let counts =
        |it: &Value| CHOICES.map(|choice| it.get(choice).and_then(Value::as_u64).unwrap_or(0));
    let ballots = list(vote, "ballots");
    let cast = CHOICES
        .map(|choice| ballots.iter().filter(|it| text(it, "choice") == choice).count() as u64);
    // Tally and ballots agree.
    parts.push(match (said(vote, "tally"), said(vote, "ballots")) {
        (Known(tally), Known(_)) if counts(tally) == cast => Compliant,
        (Known(_), Known(_)) => Violated,
        (Unknown, _) => Undetermined,
        (_, Unknown) if !secret => Undetermined,
        _ => Compliant,
    });
    // No more ballots than members who were there. Where it is known whose they are, MTG007 names each that is too
    // many, and the contract does not say whether this rule names them as well.
    let names_known = !names(vote, "voters").is_empty()
        || match said(vote, "ballots") {
            Known(_) => true,
            Unknown => !secret,
            Said::None => false,
        };
    let there = q.taking_part().map(|it| it.len() as u64);
    let total = match said(vote, "tally") {
        Known(tally) => Some(counts(tally).iter().sum::<u64>()),
        _ => matches!(said(vote, "ballots"), Known(_)).then(|| cast.iter().sum()),
    };
    parts.push(match (there, total) {
        (Some(there), Some(total)) if total <= there => Compliant,
        _ if names_known => return None,
        (Some(_), Some(_)) => Violated,
        _ => Undetermined,
    });
    // What carried is not declared rejected.
    parts.push(match said(q.item, "result") {
        Unknown => match carried(q, vote) {
            Violated => Compliant,
            _ => Undetermined,
        },
        Known(result) if result == "rejected" => match carried(q, vote) {
            Compliant => Violated,
            Violated => Compliant,
            other => other,
        },
        _ => Compliant,
    });
    parts.into_iter().max()
}

/// MTG014.
fn dissent_recorded(q: &Question<'_>) -> Option<Outcome> {
    if matches!(said(q.item, "statements"), Said::None) && flag(q.item, "statements_incomplete") {
        return None;
    }
    let dissents = list(q.item, "dissents");
    for (n, it) in dissents.iter().enumerate() {
        if dissents[..n].iter().any(|other| other["by"] == it["by"]) {
            // One member's view twice, perhaps once without content: the contract does not say.
            return None;
        }
    }
    // Whether the minutes hold who and what.
    let held = |by: &str| match (
        said(q.item, "dissents"),
        dissents.iter().find(|it| text(it, "by") == by),
    ) {
        (Unknown, _) => Undetermined,
        (_, None) => Violated,
        (_, Some(it)) => match said(it, "content") {
            Unknown => Undetermined,
            Said::None => Violated,
            Known(_) => Compliant,
        },
    };
    let mut parts = Vec::new();
    // What was spoken.
    if matches!(said(q.item, "statements"), Unknown) || flag(q.item, "statements_incomplete") {
        parts.push(Undetermined);
    }
    for it in list(q.item, "statements") {
        let by = text(it, "by");
        if text(it, "kind") != "view" || !q.members.contains(&by) {
            continue;
        }
        match said(it, "stance") {
            Known(stance) if stance == "oppose" || stance == "defer" => parts.push(held(by)),
            Unknown if held(by) != Compliant => parts.push(Undetermined),
            _ => {}
        }
    }
    // What was voted.
    match said(q.item, "vote") {
        Unknown => parts.push(Undetermined),
        Said::None => {}
        Known(vote) => {
            let tally = said(vote, "tally");
            let against = |tally: &Value| {
                CHOICES[1..]
                    .iter()
                    .map(|it| tally.get(it).and_then(Value::as_u64).unwrap_or(0))
                    .sum::<u64>()
            };
            match (said(vote, "method"), said(vote, "ballots")) {
                (Known(method), _) if method == "secret_ballot" => match tally {
                    Known(tally) if against(tally) > 0 => parts.push(Compliant),
                    Known(_) => {}
                    _ => parts.push(Undetermined),
                },
                (_, Known(ballots)) => {
                    for it in ballots.as_array().unwrap() {
                        if text(it, "choice") != "approve" && q.members.contains(&text(it, "by")) {
                            parts.push(held(text(it, "by")));
                        }
                    }
                }
                (_, Unknown) => parts.push(Undetermined),
                (method, Said::None) => match tally {
                    Known(tally) if against(tally) == 0 => {}
                    Known(tally) => {
                        let of_members =
                            || dissents.iter().filter(|it| q.members.contains(&text(it, "by")));
                        let full =
                            of_members().filter(|it| matches!(said(it, "content"), Known(_)));
                        let open = of_members().any(|it| matches!(said(it, "content"), Unknown));
                        let unknown = matches!(said(q.item, "dissents"), Unknown);
                        parts.push(match full.count() as u64 >= against(tally) {
                            true => Compliant,
                            // It may have been a secret ballot.
                            false if open || unknown || !matches!(method, Known(_)) => Undetermined,
                            false => Violated,
                        });
                    }
                    _ => parts.push(Undetermined),
                },
            }
        }
    }
    Some(parts.into_iter().max().unwrap_or(NotApplicable))
}

/// What the contract says of every item that the rules of this file speak of.
fn expected(case: &Case) -> BTreeMap<(String, String), Outcome> {
    let dossier = &case.dossier;
    let measures_from =
        case.policy.get("measures_from").and_then(Value::as_str).unwrap_or("2023-01-01");
    let mut answers = BTreeMap::new();
    for (m, meeting) in list(dossier, "meetings").iter().enumerate() {
        let day = &text(meeting, "held_on")[..10];
        let body = text(meeting, "kind");
        let out_of_time = day < measures_from || day > case.as_of.to_string().as_str();
        for (i, item) in list(meeting, "items").iter().enumerate() {
            let spells = |person: &'_ Value| -> Vec<Value> {
                let spells = list(person, "memberships").iter();
                spells.filter(|it| text(it, "body") == body && covers(it, day)).cloned().collect()
            };
            let people = list(dossier, "people");
            let mut q = Question {
                item,
                meeting,
                dossier,
                members: Vec::new(),
                suspended: Vec::new(),
                principals: Vec::new(),
                recused: names(item, "recusals"),
                suspended_count: match parameter(&case.policy, "suspended_members_count", day) {
                    Some(Value::Bool(count)) => vec![*count],
                    _ => vec![true, false],
                },
            };
            for person in people {
                let spells = spells(person);
                if spells.is_empty() {
                    continue;
                }
                q.members.push(text(person, "id"));
                if spells.iter().any(|it| text(it, "role") == "principal") {
                    q.principals.push(text(person, "id"));
                }
                if list(person, "restrictions").iter().any(|it| covers(it, day)) {
                    q.suspended.push(text(person, "id"));
                }
            }
            let decided = matches!(text(item, "kind"), "" | "decide");
            let mut answer =
                |code: &str, of: &str, outcome: &dyn Fn(&Question<'_>) -> Option<Outcome>| {
                    // An item that was only reported on has nothing to vote; what holds if it was voted all the same, the
                    // contract does not say.
                    if body == of && !decided {
                        return;
                    }
                    let reached = !out_of_time && body == of;
                    if let Some(outcome) = if reached { outcome(&q) } else { Some(NotApplicable) } {
                        answers
                            .insert((code.to_owned(), format!("/meetings/{m}/items/{i}")), outcome);
                    }
                };
            answer("MTG006", "party_group", &|q| quorum(q, false));
            answer("MTG012", "party_group", &majority);
            answer("MTG009", "party_group", &speaking_order);
            answer("MTG013", "party_group", &tally_true);
            answer("MTG014", "party_group", &dissent_recorded);
            answer("CMT001", "procuratorial_committee", &|q| quorum(q, true));
            answer("CMT002", "procuratorial_committee", &majority);
        }
    }
    answers
}

/// The value of a parameter on a day: the last that began by then.
fn parameter<'a>(policy: &'a Value, name: &str, day: &str) -> Option<&'a Value> {
    let entries = list(policy.get("parameters")?, name);
    let begun = entries.iter().filter(|it| text(it, "from") <= day);
    begun.max_by_key(|it| text(it, "from")).map(|it| &it["value"])
}

fn differing(case: &Case) -> Vec<String> {
    let mut report = Report::with_trace();
    let rules = RuleSet::stable();
    rules.evaluate_into(&case.dossier(), &case.policy(), case.as_of, &mut report);
    let found = outcomes(&report);
    expected(case)
        .into_iter()
        .filter(|(which, outcome)| {
            // Where there is no dissent to record, the rule is kept or does not reach the item; the contract has both.
            let idle =
                which.0 == "MTG014" && *outcome == NotApplicable && found[which] == Compliant;
            found[which] != *outcome && !idle
        })
        .map(|(which, outcome)| {
            format!("{} expected {outcome} found {} at {}", which.0, found[&which], which.1)
        })
        .collect()
}

proptest! {
    #![proptest_config(settings())]

    #[test]
    fn the_crate_agrees_with_a_naive_reading(case in Cases) {
        let none: &[String] = &[];
        prop_assert_eq!(differing(&case), none);
    }
}
