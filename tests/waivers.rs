//! Waivers: what each may name, what it then waives, and what is refused with which words.
#![allow(missing_docs, clippy::unwrap_used, clippy::indexing_slicing)]

use oversight::{Dossier, Report, RuleSet, policy::Policy, report::WaiverState, time::date};
use serde_json::{Value, json};

/// Two items in which the principal speaks first: MTG009 twice.
fn records() -> Value {
    let item = |id: &str| {
        json!({ "id": id, "present": ["p1", "p2"], "statements": [
            { "by": "p1", "kind": "view" }, { "by": "p2", "kind": "view" } ] })
    };
    json!({
        "people": [
            { "id": "p1", "memberships": [ { "body": "party_group", "role": "principal", "from": "2021-03-01" } ] },
            { "id": "p2", "memberships": [ { "body": "party_group", "from": "2021-03-01" } ] } ],
        "complete": [ { "family": "activities", "from": "2023-01-01", "until": "2024-12-31" } ],
        "meetings": [ { "id": "m1", "kind": "party_group", "held_on": "2024-05-06", "presider": "p1",
            "items": [ item("i1"), item("i2") ] } ] })
}

fn run(records: &Value, waivers: &Value) -> Report {
    let dossier = Dossier::from_json(&records.to_string()).unwrap();
    let policy = Policy::from_json(&json!({ "waivers": waivers }).to_string()).unwrap();
    RuleSet::stable().evaluate(&dossier, &policy, date!(2024, 12, 31))
}

/// Keys of what is waived of a rule.
fn waived(report: &Report, code: &str) -> Vec<String> {
    let of = report.violations().filter(|it| it.code().as_str() == code && it.waived_by.is_some());
    of.map(|it| it.key().to_string()).collect()
}

fn waiver(code: &str, named: &Value) -> Value {
    let mut it = json!({ "code": code, "reason": "急件", "approved_by": "上级党组" });
    it.as_object_mut().unwrap().extend(named.as_object().unwrap().clone());
    json!([it])
}

#[test]
fn a_waiver_names_a_subject_in_three_ways() {
    for named in ["MTG009/item:i2", "item:i2", "i2"] {
        let report = run(&records(), &waiver("MTG009", &json!({ "subject": named })));
        assert_eq!(waived(&report, "MTG009"), ["MTG009/item:i2"], "{named}");
        assert_eq!(report.waivers()[0].state, WaiverState::Used);
    }
    // The code in the key is that of the rule.
    let report = run(&records(), &waiver("MTG009", &json!({ "subject": "MTG006/item:i2" })));
    assert!(waived(&report, "MTG009").is_empty());
    assert_eq!(report.waivers()[0].state, WaiverState::MatchedNothing);
}

#[test]
fn a_waiver_stays_with_its_item_when_one_is_inserted_before_it() {
    let mut more = records();
    let items = more["meetings"][0]["items"].as_array_mut().unwrap();
    let mut other = items[0].clone();
    other["id"] = "i0".into();
    items.insert(0, other);
    let report = run(&more, &waiver("MTG009", &json!({ "subject": "MTG009/item:i1" })));
    assert_eq!(waived(&report, "MTG009"), ["MTG009/item:i1"]);
    assert_eq!(report.violations().filter(|it| it.code().as_str() == "MTG009").count(), 3);
}

#[test]
fn a_person_a_family_a_period_and_the_whole_body() {
    let all = ["MTG009/item:i1", "MTG009/item:i2"];
    for (code, named, expected) in [
        ("MTG009", json!({ "person": "p1" }), &all[..]),
        ("MTG009", json!({ "person": "p2" }), &[]),
        ("MTG", json!({ "person": "p1" }), &all),
        ("PRM", json!({ "person": "p1" }), &[]),
        ("MTG009", json!({ "period": "2024-H1" }), &all),
        ("MTG009", json!({ "period": "2024-H2" }), &[]),
        ("MTG009", json!({ "whole_body": true }), &all),
        ("MTG009", json!({ "whole_body": true, "until": "2024-12-30" }), &[]),
        ("MTG009", json!({ "subject": "i1", "person": "p1", "period": "2024" }), &all[..1]),
        ("MTG009", json!({ "subject": "i1", "person": "p2" }), &[]),
    ] {
        let report = run(&records(), &waiver(code, &named));
        assert_eq!(waived(&report, "MTG009"), expected, "{code} {named}");
    }
}

#[test]
fn one_half_year_is_waived_without_the_other() {
    // Nobody heard from p2 in either half of 2023: MUT004 is of each half-year by itself.
    let report = run(&records(), &json!([]));
    let halves: Vec<String> = report
        .violations()
        .filter(|it| it.code().as_str() == "MUT004" && it.subject.period.is_some())
        .map(|it| it.key().to_string())
        .filter(|it| it.contains("2023-"))
        .collect();
    assert_eq!(halves, ["MUT004/person:p2/2023-H1", "MUT004/person:p2/2023-H2"]);
    let report = run(&records(), &waiver("MUT004", &json!({ "subject": halves[0] })));
    assert_eq!(waived(&report, "MUT004"), halves[..1]);
    let report =
        run(&records(), &waiver("MUT004", &json!({ "person": "p2", "period": "2023-H2" })));
    assert_eq!(waived(&report, "MUT004"), halves[1..]);
}

#[test]
fn what_is_refused_says_what_to_write() {
    for (named, words) in [
        (
            json!({ "subject": "/meetings/0/items/1" }),
            "such as `item:x1` (a report tells every key)",
        ),
        (json!({ "subject": "/people/3" }), "such as `person:x1` (a report tells every key)"),
        (json!({ "subject": "" }), "for every subject of a rule write `whole_body`"),
        (
            json!({}),
            "names a subject, a person, a department or a period, or is for the `whole_body`",
        ),
        (
            json!({ "whole_body": true, "person": "p1" }),
            "a waiver for the whole body names no subject",
        ),
        (json!({ "period": "2024-H3" }), "no period such as 2024-H1"),
    ] {
        let policy = json!({ "waivers": waiver("MTG009", &named) }).to_string();
        let error = Policy::from_json(&policy).unwrap_err().to_string();
        assert!(error.contains(words), "{named}: {error}");
        assert!(error.contains("/waivers/0"), "{error}");
    }
}
