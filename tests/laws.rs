//! Laws that hold for every dossier and every policy.

#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

mod support;

use std::collections::{BTreeMap, BTreeSet};

use oversight::{
    Lang, Report, RuleSet, Style,
    dossier::Dossier,
    facts::{Records, Step},
    finding::Missing,
    outcome::Outcome,
    path::{Field, Path, field},
    policy::PARAMETERS,
    rule::Checks,
    rules,
    ruleset::Gate,
    shape::{Shape, Shaped},
    time::{NaiveDate, parse_day},
};
use proptest::{
    prelude::*,
    test_runner::{RngAlgorithm, TestRng},
};
use serde_json::{Value, json};
use support::{Case, Cases, Ended, by_key, by_place, leave_out, mix, read, settings, shuffle};

/// Every rule, with the trace.
fn run(dossier: &Dossier, case: &Case) -> Report {
    let mut report = Report::with_trace();
    everything().evaluate_into(dossier, &case.policy(), case.as_of, &mut report);
    report
}

fn everything() -> RuleSet {
    RuleSet::stable().with_preview()
}

type Told = BTreeMap<String, Ended>;

/// Decided outcomes of the one that are others in the other. A subject that was decided stays one; a new one was not settled
/// before, so that its record, or another subject of it, was undetermined.
fn overturned(poorer: &Told, richer: &Told) -> Vec<String> {
    let mut faults = Vec::new();
    // Holders whose office nobody had said are a kind of their own until somebody does: then each is of another.
    let unstated = |key: &str| key.starts_with("BIZ010 ") && key.contains("not_stated");
    let broken =
        |all: &Told| all.values().any(|it| it.code == "BIZ010" && it.outcome == Outcome::Violated);
    for (key, before) in poorer.iter().filter(|it| it.1.outcome.is_decided()) {
        if unstated(key) {
            if before.outcome == Outcome::Violated && !broken(richer) {
                faults.push(format!("{key} violated is no more of any kind"));
            }
            continue;
        }
        match richer.get(key) {
            Some(after) if after.outcome == before.outcome => {}
            // A run of months may turn out to have begun earlier or later; it is the run all the same.
            _ if before.code == "ITV009"
                && richer.values().any(|it| {
                    it.code == "ITV009" && it.at == before.at && it.outcome == before.outcome
                }) => {}
            Some(after) => {
                faults.push(format!("{key} {} became {}", before.outcome, after.outcome));
            }
            // Nobody was concerned; now there is somebody, each by himself or herself.
            None if before.outcome == Outcome::NotApplicable => {}
            None => faults.push(format!("{key} {} is no more", before.outcome)),
        }
    }
    let open: BTreeSet<_> = (poorer.values())
        .filter(|it| it.outcome == Outcome::Undetermined)
        .map(|it| (it.code, &it.record))
        .collect();
    for (key, after) in richer.iter().filter(|it| it.1.outcome == Outcome::Violated) {
        // Where a parent record is missing the rule on the parent answers.
        let unsettled = |(code, record): &(&str, &String)| {
            let within = after.record.strip_prefix(record.as_str());
            within
                .is_some_and(|rest| *code == after.code || (!rest.is_empty() && !record.is_empty()))
        };
        let same_run = |it: &Ended| it.code == "ITV009" && it.at == after.at && *it == *after;
        let of_no_kind = after.code == "BIZ010" && broken(poorer);
        if !poorer.contains_key(key)
            && !of_no_kind
            && !open.iter().any(unsettled)
            && !poorer.values().any(same_run)
        {
            faults.push(format!("{key} violated came from nowhere"));
        }
    }
    faults
}

/// Lists whose order says nothing; statements are one where their order is not known.
fn unordered(record: &str, key: &str, object: &serde_json::Map<String, Value>) -> bool {
    match (record, key) {
        ("Meeting", "items") | ("LifeMeeting", "self_criticisms") => false,
        ("Item", "statements") => object.get("statements_unordered") == Some(&Value::Bool(true)),
        _ => true,
    }
}

fn permute(shape: Shape, value: &mut Value, state: &mut u64) {
    match (shape, value) {
        (Shape::Record(record), Value::Object(object)) => {
            for field in record.fields {
                let free = unordered(record.name, field.name, object);
                let Some(value) = object.get_mut(field.name) else { continue };
                permute(field.shape, value, state);
                if let (Value::Array(list), true) = (value, free) {
                    shuffle(list, state);
                }
            }
        }
        (Shape::List(inner), Value::Array(list)) => {
            for value in list {
                permute(*inner, value, state);
            }
        }
        (Shape::Fact(inner) | Shape::Nullable(inner), value) => permute(*inner, value, state),
        _ => {}
    }
}

/// What writing leaves out: what stands for a missing key.
fn normalise(shape: Shape, value: &mut Value) {
    match (shape, value) {
        (Shape::Record(record), Value::Object(object)) => {
            for field in record.fields {
                let Some(value) = object.get_mut(field.name) else { continue };
                normalise(field.shape, value);
                let blank = match (field.shape, &*value) {
                    (Shape::List(_), Value::Array(list)) => list.is_empty(),
                    (Shape::Nullable(_), value) => value.is_null(),
                    (Shape::Bool, value) => *value == false,
                    (Shape::Whole(_), value) => *value == 0,
                    (Shape::Choice(_), value) if field.name == "holder" => *value == "principal",
                    (Shape::Choice(_), value) => {
                        ["member", "decide", "own", "own_name", "any", "yearly"]
                            .iter()
                            .any(|it| *value == *it)
                    }
                    _ => false,
                };
                if blank && !field.required {
                    object.remove(field.name);
                }
            }
        }
        (Shape::List(inner), Value::Array(list)) => {
            for value in list {
                normalise(*inner, value);
            }
        }
        (Shape::Fact(inner) | Shape::Nullable(inner), value) => normalise(*inner, value),
        _ => {}
    }
}

#[test]
fn random_cases_reach_every_outcome_of_every_rule() {
    // Otherwise the laws below would be about nothing.
    let mut rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let mut reached = BTreeSet::new();
    for _ in 0..6000 {
        let case = support::case(&mut rng);
        for it in by_key(&run(&case.dossier(), &case)).values() {
            reached.insert((it.code, it.outcome));
        }
    }
    let mut never = Vec::new();
    for norm in everything().norms() {
        for outcome in Outcome::ALL.into_iter().filter(|it| *it != Outcome::Pending) {
            if !reached.contains(&(norm.code.as_str(), outcome)) {
                never.push(format!("{} {outcome}", norm.code));
            }
        }
    }
    assert!(never.is_empty(), "{never:?}");
    assert!(reached.iter().any(|it| it.1 == Outcome::Pending));
}

fn filling_in_facts(case: &Case) -> Vec<String> {
    overturned(&by_place(&run(&read(&case.poorer), case)), &by_place(&run(&case.dossier(), case)))
}

fn declaring_completeness(case: &Case) -> Vec<String> {
    let (mut poorer, mut state) = (case.dossier.clone(), case.seed);
    if let Some(list) = poorer.get_mut("complete").and_then(Value::as_array_mut) {
        list.retain(|_| mix(&mut state) % 3 == 0);
    }
    overturned(&by_place(&run(&read(&poorer), case)), &by_place(&run(&case.dossier(), case)))
}

fn setting_parameters(case: &Case) -> Vec<String> {
    let (mut poorer, mut state) = (case.clone(), case.seed);
    for it in PARAMETERS.iter().filter(|it| it.default.is_none()) {
        if mix(&mut state) % 2 == 0 {
            leave_out(&mut poorer.policy, &format!("/parameters/{}", it.field));
        }
    }
    let dossier = case.dossier();
    let mut decided = by_key(&run(&dossier, &poorer));
    // A duty that began before the measures is judged by its own day until the policy says when it ends; and minutes that
    // are missing are a departure at once until it says by when they must be archived.
    let first = case.policy().measures_from();
    let straddles = |it: &Ended| {
        // Duties of a household or of the unit have no day of their own to tell them by.
        ["MTG015", "BIZ002", "BIZ006", "BIZ011", "BIZ012"].contains(&it.code)
            || began(&case.dossier, &it.record).is_some_and(|day| day < first)
    };
    decided.retain(|_, it| !straddles(it));
    let mut set = by_key(&run(&dossier, case));
    set.retain(|_, it| !straddles(it));
    // What was done for one who belonged for a part of a period is kept, until the policy says that so short a part counts
    // for nothing.
    decided.retain(|key, it| {
        let norm = &rules::find(it.code).unwrap().norm;
        let by_days = norm.parameters.contains(&"member_days_in_period");
        let none = set.get(key).is_none_or(|it| it.outcome == Outcome::NotApplicable);
        !(by_days && it.outcome == Outcome::Compliant && none)
    });
    overturned(&decided, &set)
}

/// The day of the meeting or decision that an address lies in.
fn began(dossier: &Value, at: &str) -> Option<NaiveDate> {
    let end = at.match_indices('/').nth(2).map_or(at.len(), |it| it.0);
    let record = dossier.pointer(&at[..end])?;
    let keys = [
        "held_on",
        "decided_on",
        "handed_over_on",
        "established_on",
        "asked_on",
        "known_on",
        "found_on",
        "referred_on",
        "opened_on",
    ];
    let day = keys.iter().find_map(|key| record.get(*key))?.as_str()?;
    parse_day(&day[..10])
}

/// What a report says of each subject, by its key: how it ended, and every finding with its fingerprint and whether it was waived.
fn identities(report: &Report) -> BTreeMap<String, (Outcome, Vec<(String, bool)>)> {
    let mut all: BTreeMap<String, (Outcome, Vec<(String, bool)>)> =
        by_key(report).into_iter().map(|(key, it)| (key, (it.outcome, Vec::new()))).collect();
    for it in report.violations() {
        let of_subject = all.get_mut(it.key().as_str()).unwrap();
        of_subject.1.push((it.fingerprint().to_string(), it.waived_by.is_some()));
    }
    for it in all.values_mut() {
        it.1.sort();
    }
    all
}

fn changing_the_order(case: &Case) -> Vec<String> {
    let (mut other, mut state) = (case.dossier.clone(), case.seed);
    permute(Records::SHAPE, &mut other, &mut state);
    let before = identities(&run(&case.dossier(), case));
    let after = identities(&run(&read(&other), case));
    differences(&before, &after, &format!("in another order {other:#}"))
}

fn differences<T: PartialEq + std::fmt::Debug>(
    before: &BTreeMap<String, T>,
    after: &BTreeMap<String, T>,
    how: &str,
) -> Vec<String> {
    let keys: BTreeSet<_> = before.keys().chain(after.keys()).collect();
    keys.into_iter()
        .filter(|key| before.get(*key) != after.get(*key))
        .map(|key| format!("{key} {:?} became {:?} {how}", before.get(key), after.get(key)))
        .collect()
}

/// Records that have nothing to do with any other, put before all others of their lists.
fn inserting_records(case: &Case) -> Vec<String> {
    let mut other = case.dossier.clone();
    let day = case.as_of - chrono::Days::new(1 + case.seed % 300);
    let mut first = |list: &str, record: Value| {
        let records = other.as_object_mut().unwrap().entry(list).or_insert_with(|| json!([]));
        if let Some(records) = records.as_array_mut() {
            records.insert(0, record);
        }
    };
    first("people", json!({ "id": "inserted-p" }));
    first("matters", json!({ "id": "inserted-t", "category": "other" }));
    first(
        "payments",
        json!({ "id": "inserted-m", "paid_on": "2020-01-02", "amount_fen": 1, "project": "inserted", "payee": "inserted" }),
    );
    first(
        "promotions",
        json!({ "id": "inserted-r", "candidate": "inserted-p", "decision": null, "appointed_on": null }),
    );
    let meeting = json!({ "id": "inserted-e", "kind": "other", "held_on": day, "items": [
        { "id": "inserted-i", "kind": "inform", "matter": "inserted-t" } ] });
    first("meetings", meeting);
    let before = identities(&run(&case.dossier(), case));
    let mut after = identities(&run(&read(&other), case));
    after.retain(|key, _| !key.contains("inserted-"));
    differences(&before, &after, "after records were inserted")
}

/// Duties of a period are judged alike whether earlier periods are asked about or not.
fn asking_one_period_alone(case: &Case) -> Vec<String> {
    let dossier = case.dossier();
    let whole = run(&dossier, case);
    // A year's plan may have been due the day before the year, and is then none of the measures that begin with it.
    let of_periods = |report: &Report| -> Vec<(String, Option<NaiveDate>, Outcome)> {
        let trace = report.trace().unwrap().iter();
        let periods = trace.filter_map(|it| {
            let period = it.subject.period.filter(|_| it.code.as_str() != "RSP001")?;
            period.until.map(|_| (it.subject.key().to_string(), Some(period.from), it.outcome))
        });
        periods.collect()
    };
    let all = of_periods(&whole);
    let starts: BTreeSet<_> = all.iter().filter_map(|it| it.1).collect();
    let first = case.policy().measures_from();
    let mut faults = Vec::new();
    for start in starts.into_iter().filter(|it| *it > first).take(3) {
        let mut alone = case.clone();
        alone.policy["measures_from"] = json!(start.to_string());
        let told: BTreeMap<_, _> =
            of_periods(&run(&dossier, &alone)).into_iter().map(|it| (it.0, it.2)).collect();
        for (key, _, outcome) in all.iter().filter(|it| it.1 == Some(start)) {
            if told.get(key) != Some(outcome) {
                faults.push(format!(
                    "{key} {outcome} is {:?} when asked from {start}",
                    told.get(key)
                ));
            }
        }
    }
    faults
}

fn addresses_that_lead_nowhere(case: &Case) -> Vec<String> {
    let report = run(&case.dossier(), case);
    let there = |at: &str| case.dossier.pointer(at).is_some();
    let mut told: Vec<(&str, &str, Path)> = Vec::new();
    for it in report.violations() {
        let code = it.norm.code.as_str();
        told.extend([(code, "subject", it.subject.at), (code, "at", it.at)]);
        told.extend(it.also.iter().map(|at| (code, "also", *at)));
    }
    for it in report.pending() {
        let code = it.norm.code.as_str();
        told.extend([(code, "subject", it.subject.at), (code, "pending", it.at)]);
    }
    let mut faults = Vec::new();
    for it in report.undetermined() {
        let code = it.norm.code.as_str();
        told.push((code, "subject", it.subject.at));
        if it.missing.is_empty() {
            faults.push(format!("{code} names nothing that would settle {}", it.subject.key()));
        }
        for missing in &it.missing {
            match (missing, missing.path()) {
                // It names a key that nobody has given, in a record that is there.
                (Missing::Fact(at), _) => {
                    let at = at.to_string();
                    // `null` says that there is none, and a register or list may lack an entry.
                    let empty = |it: &Value| it.is_null() || it.is_array();
                    if !case.dossier.pointer(&at).is_none_or(empty) {
                        faults.push(format!("{code} wants {at}, which is known"));
                    }
                    if !there(at.rsplit_once('/').map_or("", |it| it.0)) {
                        faults.push(format!("{code} wants {at}, of which there is no record"));
                    }
                }
                (_, Some(at)) => told.push((code, "missing", at)),
                (_, None) => {}
            }
        }
    }
    for (code, what, at) in told {
        if !there(&at.to_string()) {
            faults.push(format!("{code} {what} {at} is not there"));
        }
    }
    faults
}

/// Whether the records hold a day after the as-of day.
fn foresees(value: &Value, case: &Case) -> bool {
    match value {
        Value::Object(object) => object.iter().any(|(key, value)| {
            // The end of a spell and the day due may lie ahead.
            !matches!(key.as_str(), "until" | "due_on") && foresees(value, case)
        }),
        Value::Array(list) => list.iter().any(|value| foresees(value, case)),
        Value::String(text) => text
            .get(..10)
            .and_then(|day| day.parse().ok())
            .is_some_and(|day: NaiveDate| day > case.as_of),
        _ => false,
    }
}

/// Whether an address is that of a promotion whose decision is still to come.
fn decided_later(dossier: &Dossier, subject: &str, as_of: NaiveDate) -> bool {
    let n = subject.strip_prefix("/promotions/").and_then(|n| n.parse::<usize>().ok());
    let case = n.and_then(|n| dossier.records().promotions.get(n));
    case.is_some_and(|it| it.decision.known().is_some_and(|it| it.decided_on.day() > as_of))
}

fn violated_no_longer(case: &Case) -> Vec<String> {
    let mut later = case.clone();
    later.as_of = case.as_of + chrono::Days::new(1 + case.seed % 400);
    let dossier = case.dossier();
    let (before, after) = (by_key(&run(&dossier, case)), by_key(&run(&dossier, &later)));
    before
        .iter()
        .filter(|(_, it)| it.outcome == Outcome::Violated)
        // These judge how things stand on the as-of day, not an act.
        .filter(|(key, it)| it.code != "BIZ010" && it.code != "PWR013" && *key != "CMT007/unit")
        .filter(|(key, _)| after.get(*key).is_none_or(|it| it.outcome != Outcome::Violated))
        // Minutes that are signed after the as-of day are unsigned on it, and a check that begins after it is not yet
        // made; none of these rules has a limit of its own. What is put right after it without evidence is RCT003's from then on,
        // and a return may be corrected.
        .filter(|(_, it)| {
            ![
                "MTG015", "PRM001", "PRM002", "PRM003", "RCT002", "ITV009", "RPT003", "RPT004",
                "MUT003",
            ]
            .contains(&it.code)
                || !foresees(&case.dossier, case)
        })
        // A meeting for the year that is still to come may be the one at which it was stated.
        .filter(|(_, it)| it.code != "ITV008" || !foresees(&case.dossier, case))
        // What was first reported elsewhere may yet be reported where it counts.
        .filter(|(_, it)| it.code != "MUT002" || !foresees(&case.dossier, case))
        // Who was appointed before the decision was so without one until it came.
        .filter(|(_, it)| !decided_later(&dossier, &it.record, case.as_of))
        .map(|(key, _)| {
            format!("{key} became {:?} on {}", after.get(key).map(|it| it.outcome), later.as_of)
        })
        .collect()
}

/// What is told of a record alone beside what is told of it in its dossier, by keys.
/// Rules that ask about these records of a dossier as about one subject, whatever its record.
const TOGETHER: [&str; 2] = ["PRM027", "BIZ010"];

fn alone_and_whole(alone: &Report, whole: &Told, record: &str, how: &str) -> Vec<String> {
    let within = |at: &str| {
        at.strip_prefix(record).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    let of_record = |told: &Told, inside: &dyn Fn(&str) -> bool| -> BTreeMap<String, Outcome> {
        let these = told.iter().filter(|it| inside(&it.1.record) && !TOGETHER.contains(&it.1.code));
        these.map(|(key, it)| (key.clone(), it.outcome)).collect()
    };
    differences(&of_record(whole, &within), &of_record(&by_key(alone), &|_| true), how)
}

fn judged_otherwise_alone(case: &Case) -> Vec<String> {
    let (dossier, policy) = (case.dossier(), case.policy());
    let whole = by_key(&run(&dossier, case));
    let mut faults = Vec::new();
    for (n, meeting) in dossier.records().meetings.iter().enumerate() {
        // The dossier may hold the meeting already, but the call is made for one that it does not hold.
        let mut without = dossier.records().clone();
        without.meetings.remove(n);
        let without = Dossier::new(without).ok();
        for (held, from) in [("alone, held", Some(&dossier)), ("not held", without.as_ref())] {
            let Some(from) = from else { continue };
            let report = everything().check(meeting, from, &policy, case.as_of).unwrap();
            faults.extend(alone_and_whole(&report, &whole, &format!("/meetings/{n}"), held));
        }
    }
    faults
}

fn promotions_judged_otherwise_alone(case: &Case) -> Vec<String> {
    let (dossier, policy) = (case.dossier(), case.policy());
    let whole = by_key(&run(&dossier, case));
    let mut faults = Vec::new();
    for (n, promotion) in dossier.records().promotions.iter().enumerate() {
        let mut without = dossier.records().clone();
        without.promotions.remove(n);
        let without = Dossier::new(without).unwrap();
        for (held, from) in [("alone, held", &dossier), ("not held", &without)] {
            let report = everything().check(promotion, from, &policy, case.as_of).unwrap();
            faults.extend(alone_and_whole(&report, &whole, &format!("/promotions/{n}"), held));
            // A case is part of a rush only where there is one before that departure, and of none where there surely is none.
            let departures = by_key(&report).into_values().filter(|it| it.code == "PRM027");
            for it in departures.filter(|it| it.at.starts_with("/people/")) {
                let same = |other: &&Ended| other.code == it.code && other.at == it.at;
                let other = whole.values().find(same).map(|it| it.outcome);
                let agrees = match it.outcome {
                    Outcome::Violated => other == Some(Outcome::Violated),
                    Outcome::Compliant => other.is_some(),
                    _ => other.is_some_and(|it| it != Outcome::Compliant),
                };
                if !agrees {
                    let (at, outcome) = (&it.at, it.outcome);
                    faults.push(format!("PRM027 {at} {outcome} {held}, in the whole {other:?}"));
                }
            }
        }
    }
    faults
}

fn households_judged_otherwise_alone(case: &Case) -> Vec<String> {
    let (dossier, policy) = (case.dossier(), case.policy());
    let whole = by_key(&run(&dossier, case));
    let mut faults = Vec::new();
    for (n, household) in dossier.records().households.iter().enumerate() {
        // Entries may name interests of other households, which the call does not have.
        let Ok(report) = everything().check(household, &dossier, &policy, case.as_of) else {
            continue;
        };
        faults.extend(alone_and_whole(&report, &whole, &format!("/households/{n}"), "alone"));
        // Whom no list reaches makes one missing for the kind.
        let violated = |told: &Told| {
            told.values().any(|it| it.code == "BIZ010" && it.outcome == Outcome::Violated)
        };
        if violated(&by_key(&report)) && !violated(&whole) {
            faults.push(format!("BIZ010 /households/{n} violated alone, and not in the whole"));
        }
    }
    faults
}

fn lists_judged_otherwise_alone(case: &Case) -> Vec<String> {
    let (dossier, policy) = (case.dossier(), case.policy());
    let whole = by_key(&run(&dossier, case));
    let mut faults = Vec::new();
    for (n, list) in dossier.records().power_lists.iter().enumerate() {
        let mut without = dossier.records().clone();
        without.power_lists.remove(n);
        let without = Dossier::new(without).unwrap();
        for (held, from) in [("alone, held", &dossier), ("not held", &without)] {
            let report = everything().check(list, from, &policy, case.as_of).unwrap();
            // A pair is told at one of its lists, here it may be the other.
            let pairs = |told: &Told| -> Told {
                let own = format!("/power_lists/{}/", list.id);
                let of_list = |key: &str| key.starts_with("PWR010/unit/") && key.contains(&own);
                told.iter()
                    .filter(|it| of_list(it.0))
                    .map(|(key, it)| (key.clone(), it.clone()))
                    .collect()
            };
            let outcomes = |told: Told| -> BTreeMap<String, Outcome> {
                told.into_iter().map(|(key, it)| (key, it.outcome)).collect()
            };
            let alone = by_key(&report);
            // What is open of a pair the other list tells of itself.
            let settled = |told: Told| -> Told {
                told.into_iter().filter(|it| it.1.outcome != Outcome::Undetermined).collect()
            };
            let (before, after) = (settled(pairs(&whole)), settled(pairs(&alone)));
            faults.extend(differences(&outcomes(before), &outcomes(after), held));
            let others = |told: &Told| -> Told {
                told.iter()
                    .filter(|it| it.1.code != "PWR010")
                    .map(|(key, it)| (key.clone(), it.clone()))
                    .collect()
            };
            let record = format!("/power_lists/{n}");
            let mut of_list = others(&whole);
            of_list.retain(|_, it| it.record == record);
            faults.extend(differences(&outcomes(of_list), &outcomes(others(&alone)), held));
        }
    }
    faults
}

/// What departs today is not cured by going on; and what is only about to happen is never called missing.
fn cured_by_going_on(case: &Case) -> Vec<String> {
    let (dossier, policy) = (case.dossier(), case.policy());
    let whole = by_key(&run(&dossier, case));
    let mut faults = Vec::new();
    for (n, promotion) in dossier.records().promotions.iter().enumerate() {
        let days = [
            promotion.motion.known().map(|it| it.opened_on.day()),
            promotion.recommendation.known().map(|it| it.started_on.day()),
            promotion.inspection.known().map(|it| it.started_on.day()),
            promotion.decision.known().map(|it| it.decided_on.day()),
            promotion.notice.known().map(|it| it.from.0),
            promotion.appointed_on.known().map(|it| it.day()),
        ];
        for (k, step) in Step::ALL.iter().enumerate() {
            // A step that was taken, or is made up for after a later one, changes what was lacking.
            if days.iter().skip(k).flatten().any(|day| *day <= case.as_of) {
                continue;
            }
            let gate = Gate::new(promotion, *step);
            let Ok(report) = everything().check(&gate, &dossier, &policy, case.as_of) else {
                continue;
            };
            for (key, now) in by_key(&report) {
                let before = whole.get(&key).map(|it| it.outcome);
                if before == Some(Outcome::Violated) && now.outcome != Outcome::Violated {
                    faults.push(format!("{key} is {} before {step} of {n}", now.outcome));
                }
            }
        }
    }
    faults
}

/// What is awaited on a day and not on the agenda from that day on, and names that two entries have.
fn not_on_the_agenda(case: &Case) -> Vec<String> {
    let (dossier, policy) = (case.dossier(), case.policy());
    let until = case.as_of + chrono::Days::new(400);
    let agenda = everything().agenda(&dossier, &policy, case.as_of, case.as_of, until);
    let listed: BTreeSet<_> = agenda.entries.iter().map(|it| (it.subject.key(), it.due)).collect();
    let mut faults = Vec::new();
    for it in run(&dossier, case).pending() {
        // Who belongs or has a portfolio, and whether a day was put off, may be otherwise by the end of the period.
        let stands = it.norm.parameters.contains(&"member_days_in_period")
                || it.norm.code.family() == "DLM"
                // Nor does who is no longer bound at the end of a year owe a declaration for it.
                || it.norm.code.as_str() == "BIZ001";
        if let Some(due) = it.due.filter(|due| !stands && *due <= until) {
            if !listed.contains(&(it.subject.key(), due)) {
                faults.push(format!("{} due {due} is not listed", it.subject.key()));
            }
        }
    }
    let mut names = BTreeSet::new();
    for it in &agenda.entries {
        if !names.insert(it.uid()) {
            faults.push(format!("{} is the name of two", it.uid()));
        }
        if it.due < case.as_of || until < it.due || it.done.is_some_and(|day| day > until) {
            faults.push(format!("{} lies outside the window", it.uid()));
        }
    }
    faults
}

/// Where every record stands that one of these checks is asked about.
fn records_asked(dossier: &Dossier, checks: &Checks) -> Vec<Path> {
    let records = dossier.records();
    let mut all = Vec::new();
    let mut shelf = |asked: bool, list: Field, count: usize| {
        if asked {
            all.extend((0..count).map(|n| Path::ROOT.field(list).index(n)));
        }
    };
    shelf(checks.meeting.is_some(), field!("meetings"), records.meetings.len());
    shelf(checks.decision.is_some(), field!("decisions"), records.decisions.len());
    shelf(checks.payment.is_some(), field!("payments"), records.payments.len());
    shelf(checks.promotion.is_some(), field!("promotions"), records.promotions.len());
    shelf(checks.household.is_some(), field!("households"), records.households.len());
    shelf(checks.list.is_some(), field!("power_lists"), records.power_lists.len());
    shelf(checks.act.is_some(), field!("acts"), records.acts.len());
    shelf(checks.approach.is_some(), field!("approaches"), records.approaches.len());
    shelf(checks.omission.is_some(), field!("omissions"), records.omissions.len());
    let inspections = &records.oversight_inspections;
    shelf(checks.inspection.is_some(), field!("oversight_inspections"), inspections.len());
    shelf(checks.person.is_some(), field!("people"), records.people.len());
    shelf(checks.activity.is_some(), field!("activities"), records.activities.len());
    shelf(checks.life_meeting.is_some(), field!("life_meetings"), records.life_meetings.len());
    shelf(checks.concern.is_some(), field!("concerns"), records.concerns.len());
    shelf(checks.special_cause.is_some(), field!("special_causes"), records.special_causes.len());
    let reports = &records.accountability_reports;
    shelf(checks.accountability_report.is_some(), field!("accountability_reports"), reports.len());
    shelf(checks.request.is_some(), field!("requests"), records.requests.len());
    shelf(checks.case_filing.is_some(), field!("case_filings"), records.case_filings.len());
    shelf(checks.plan.is_some(), field!("plans"), records.plans.len());
    let important = &records.important_cases;
    shelf(checks.important_case.is_some(), field!("important_cases"), important.len());
    shelf(checks.shortfall.is_some(), field!("shortfalls"), records.shortfalls.len());
    shelf(checks.peer_breach.is_some(), field!("peer_breaches"), records.peer_breaches.len());
    let problems = &records.off_hours_problems;
    shelf(checks.off_hours_problem.is_some(), field!("off_hours_problems"), problems.len());
    let unit = Path::ROOT.field(field!("unit"));
    let (departments, branches) =
        (records.unit.as_ref()).map_or((0, 0), |it| (it.departments.len(), it.branches.len()));
    if checks.department.is_some() {
        all.extend((0..departments).map(|n| unit.field(field!("departments")).index(n)));
    }
    if checks.branch.is_some() {
        all.extend((0..branches).map(|n| unit.field(field!("branches")).index(n)));
    }
    let parts = |list: Field, n: usize, inner: Field, count: usize| {
        (0..count).map(move |k| Path::ROOT.field(list).index(n).field(inner).index(k))
    };
    if checks.item.is_some() {
        for (n, it) in records.meetings.iter().enumerate() {
            all.extend(parts(field!("meetings"), n, field!("items"), it.items.len()));
        }
    }
    if checks.interest.is_some() {
        for (n, it) in records.households.iter().enumerate() {
            let count = it.interests.elements().len();
            all.extend(parts(field!("households"), n, field!("interests"), count));
        }
    }
    if checks.finding.is_some() {
        for (n, it) in inspections.iter().enumerate() {
            let count = it.findings.elements().len();
            all.extend(parts(field!("oversight_inspections"), n, field!("findings"), count));
        }
    }
    if checks.unit.is_some() {
        all.push(Path::ROOT);
    }
    all
}

const NONE: &[String] = &[];

proptest! {
    #![proptest_config(settings())]

    #[test]
    fn filling_in_a_fact_overturns_nothing(case in Cases) {
        prop_assert_eq!(filling_in_facts(&case), NONE);
    }

    #[test]
    fn declaring_completeness_overturns_nothing(case in Cases) {
        prop_assert_eq!(declaring_completeness(&case), NONE);
    }

    #[test]
    fn setting_an_unset_parameter_overturns_nothing(case in Cases) {
        prop_assert_eq!(setting_parameters(&case), NONE);
    }

    #[test]
    fn the_order_of_independent_records_changes_no_outcome(case in Cases) {
        prop_assert_eq!(changing_the_order(&case), NONE);
    }

    #[test]
    fn an_unrelated_record_changes_nothing(case in Cases) {
        prop_assert_eq!(inserting_records(&case), NONE);
    }

    #[test]
    fn a_period_alone_is_judged_as_among_others(case in Cases) {
        prop_assert_eq!(asking_one_period_alone(&case), NONE);
    }

    #[test]
    fn a_report_is_the_same_to_the_byte(case in Cases, other in Cases) {
        let (dossier, policy, rules) = (case.dossier(), case.policy(), everything());
        let written = |report: &Report| {
            let text = |lang| report.text(Style::plain(lang), &policy).to_string();
            (serde_json::to_string(report).unwrap(), text(Lang::ZhCn), text(Lang::En))
        };
        let first = written(&rules.evaluate(&dossier, &policy, case.as_of));
        prop_assert_eq!(&first, &written(&rules.evaluate(&dossier, &policy, case.as_of)));
        prop_assert_eq!(&first, &written(&everything().evaluate(&case.dossier(), &policy, case.as_of)));
        // A report that was used for something else before.
        let mut report = Report::new();
        rules.evaluate_into(&other.dossier(), &other.policy(), other.as_of, &mut report);
        rules.evaluate_into(&dossier, &policy, case.as_of, &mut report);
        prop_assert_eq!(&first, &written(&report));
    }

    #[test]
    fn every_address_leads_somewhere(case in Cases) {
        prop_assert_eq!(addresses_that_lead_nowhere(&case), NONE);
    }

    #[test]
    fn records_survive_writing_and_reading(case in Cases) {
        let dossier = case.dossier();
        let written = serde_json::to_value(dossier.records()).unwrap();
        let mut normal = case.dossier.clone();
        normalise(Records::SHAPE, &mut normal);
        prop_assert_eq!(&written, &normal);
        prop_assert_eq!(&read(&written), &dossier);
        let unchecked: Records = serde_json::from_value(case.dossier.clone()).unwrap();
        prop_assert_eq!(&Dossier::new(unchecked).unwrap(), &dossier);
    }

    #[test]
    fn every_rule_and_subject_is_accounted_for(case in Cases) {
        let (dossier, report) = (case.dossier(), run(&case.dossier(), &case));
        let trace = report.trace().unwrap();
        let keys: BTreeSet<_> = trace.iter().map(|it| it.subject.key()).collect();
        prop_assert_eq!(keys.len(), trace.len());
        let prints: BTreeSet<_> = report.violations().map(oversight::finding::Violation::fingerprint).collect();
        let twice: Vec<_> = report.violations().filter(|it| {
            report.violations().filter(|other| other.fingerprint() == it.fingerprint()).count() > 1
        }).map(|it| (it.key(), it.breach, it.at)).collect();
        prop_assert_eq!(prints.len(), report.violations().len(), "{:?}", twice);
        prop_assert_eq!(report.tally().rows().len(), everything().norms().len());
        for row in report.tally().rows() {
            let code = row.norm.code;
            let traced = trace.iter().filter(|it| it.code == code);
            prop_assert_eq!(row.subjects(), traced.clone().count() as u64, "{}", code);
            for outcome in Outcome::ALL {
                let count = traced.clone().filter(|it| it.outcome == outcome).count();
                prop_assert_eq!(row.of(outcome), count as u64, "{} {}", code, outcome);
            }
            // Every record of a kind that it reaches is asked about, as a whole or in its parts.
            // Of these two a record that stands in a dossier is asked about together with its like.
            if TOGETHER.contains(&code.as_str()) {
                continue;
            }
            let asked: BTreeSet<_> = traced.clone().map(|it| it.subject.record).collect();
            for record in records_asked(&dossier, &rules::find(code.as_str()).unwrap().checks) {
                // Of the unit it asks only where acts stand on no known matter.
                let of_unit = code.as_str() == "PWR009" && record == Path::ROOT;
                prop_assert!(of_unit || asked.contains(&record), "{} {}", code, record);
            }
        }
        // What is told belongs to the outcome, and nothing that was found is untold.
        let told = |outcome| -> BTreeSet<_> {
            trace.iter().filter(|it| it.outcome == outcome).map(|it| it.subject.key()).collect()
        };
        let violated: BTreeSet<_> = report.violations().map(oversight::finding::Violation::key).collect();
        prop_assert_eq!(violated, told(Outcome::Violated));
        let undetermined: Vec<_> = report.undetermined().iter().map(|it| it.subject.key()).collect();
        prop_assert_eq!(undetermined.len(), told(Outcome::Undetermined).len());
        prop_assert_eq!(BTreeSet::from_iter(undetermined), told(Outcome::Undetermined));
        let pending: BTreeSet<_> = report.pending().iter().map(|it| it.subject.key()).collect();
        prop_assert_eq!(pending, told(Outcome::Pending));
        let greatest = trace.iter().map(|it| it.outcome).max().unwrap_or(Outcome::NotApplicable);
        prop_assert_eq!(report.outcome(), greatest);
    }

    #[test]
    fn what_is_awaited_is_on_the_agenda(case in Cases) {
        prop_assert_eq!(not_on_the_agenda(&case), NONE);
    }

    #[test]
    fn what_is_violated_stays_violated(case in Cases) {
        prop_assert_eq!(violated_no_longer(&case), NONE);
    }

    #[test]
    fn a_meeting_alone_is_judged_as_in_its_dossier(case in Cases) {
        prop_assert_eq!(judged_otherwise_alone(&case), NONE);
    }

    #[test]
    fn a_promotion_alone_is_judged_as_in_its_dossier(case in Cases) {
        prop_assert_eq!(promotions_judged_otherwise_alone(&case), NONE);
    }

    #[test]
    fn a_household_alone_is_judged_as_in_its_dossier(case in Cases) {
        prop_assert_eq!(households_judged_otherwise_alone(&case), NONE);
    }

    #[test]
    fn a_list_alone_is_judged_as_in_its_dossier(case in Cases) {
        prop_assert_eq!(lists_judged_otherwise_alone(&case), NONE);
    }

    #[test]
    fn going_on_cures_nothing(case in Cases) {
        prop_assert_eq!(cured_by_going_on(&case), NONE);
    }

}
