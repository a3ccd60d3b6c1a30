//! A whole dossier under every rule: `cargo bench --bench whole`
//!
//! - `sample_year`: the sample year in examples/data, all rules, into a report that is used again; the items are its records,
//!   with items of meetings, findings and interests.
//! - `duties`: recurring duties of 9 members over 1, 4 and 16 years of talks, hearings, visits and meetings that keep them; the items are
//!   the activities.
//! - `agenda`: what falls due in the sample year.
#![allow(missing_docs, clippy::unwrap_used, clippy::indexing_slicing)]

use std::{fs, path::Path};

use divan::{AllocProfiler, Bencher, black_box, counter::ItemsCount};
use oversight::{
    Report, RuleSet,
    dossier::Dossier,
    facts::ActivityKind,
    law::Reach,
    policy::Policy,
    rules,
    time::{NaiveDate, date},
};
use serde_json::{Value, json};

#[global_allocator]
static ALLOCATIONS: AllocProfiler = AllocProfiler::system();

fn main() {
    divan::main();
}

fn sample() -> (Dossier, Policy, usize) {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/data");
    let text = fs::read_to_string(data.join("dossier.json")).unwrap();
    let value: Value = serde_json::from_str(&text).unwrap();
    let nested = |it: &Value, key: &str| it[key].as_array().map_or(0, Vec::len);
    let count = value
        .as_object()
        .unwrap()
        .values()
        .filter_map(Value::as_array)
        .flatten()
        .map(|it| 1 + nested(it, "items") + nested(it, "findings") + nested(it, "interests"))
        .sum();
    let policy = fs::read_to_string(data.join("policy.json")).unwrap();
    (Dossier::from_json(&text).unwrap(), Policy::from_json(&policy).unwrap(), count)
}

#[divan::bench]
fn sample_year(bencher: Bencher) {
    let (dossier, policy, count) = sample();
    let (rules, mut report) = (RuleSet::stable(), Report::new());
    bencher.counter(ItemsCount::new(count)).bench_local(|| {
        rules.evaluate_into(black_box(&dossier), &policy, date!(2024, 12, 31), &mut report);
    });
}

#[divan::bench]
fn agenda(bencher: Bencher) {
    let (dossier, policy, count) = sample();
    let rules = RuleSet::stable();
    bencher.counter(ItemsCount::new(count)).bench_local(|| {
        rules.agenda(
            black_box(&dossier),
            &policy,
            date!(2024, 12, 31),
            date!(2024, 1, 1),
            date!(2024, 12, 31),
        )
    });
}

/// Years in which every duty of the table is met.
fn years(years: i32) -> Value {
    let members: Vec<String> = (0..9).map(|n| format!("p{n}")).collect();
    let people: Vec<Value> = (0..9)
        .map(|n| {
            let role = if n == 0 { "principal" } else { "member" };
            let portfolios = if n == 0 { json!([]) } else { json!([{ "department": format!("d{n}"), "from": "2020-01-01" }]) };
            json!({ "id": format!("p{n}"), "portfolios": portfolios,
                    "memberships": [ { "body": "party_group", "from": "2020-01-01", "role": role } ] })
        })
        .collect();
    let departments: Vec<Value> = (1..9).map(|n| json!({ "id": format!("d{n}") })).collect();
    let mut activities = Vec::new();
    for year in 2023..2023 + years {
        for month in [3, 9] {
            let day = format!("{year}-{month:02}-10");
            for kind in ActivityKind::ALL {
                let mut add = |by: &str, with: &Value, departments: &Value| {
                    activities.push(json!({ "id": format!("a{}", activities.len()), "kind": kind.as_str(), "held_on": day,
                        "by": by, "with": with, "departments": departments, "problems": null,
                        "to": ["superior_procuratorate", "district_committee", "discipline_organ", "police"],
                        "met": ["spouse"], "purposes": ["difficulties", "thoughts", "family_style", "integrity_risks"],
                        "topics": ["political_loyalty", "development", "central_decisions", "democratic_centralism",
                            "family_conduct", "good_examples", "bad_examples", "leading_group", "integrity", "ideology",
                            "whole_staff", "key_posts"] }));
                };
                match kind.as_str() {
                    "heart_to_heart_talk" | "member_heard" | "home_visit" => {
                        for member in &members[1..] {
                            add("p0", &json!([member]), &Value::Null);
                        }
                    }
                    "department_heard" => {
                        for (n, member) in members.iter().enumerate().skip(1) {
                            add(member, &Value::Null, &json!([format!("d{n}")]));
                        }
                    }
                    _ => add("p0", &json!(members), &Value::Null),
                }
            }
        }
    }
    json!({ "unit": { "departments": departments }, "people": people, "activities": activities })
}

#[divan::bench(args = [1, 4, 16])]
fn duties(bencher: Bencher, count: i32) {
    let value = years(count);
    let dossier = Dossier::from_json(&value.to_string()).unwrap();
    // The duties that a record of activity shows to be met.
    let duties = rules::all().filter(|it| it.norm.reach == Reach::RecordOnly);
    let rules: RuleSet =
        duties.fold(RuleSet::none(), |rules, it| rules.and(it.norm.code.as_str()).unwrap());
    let as_of = NaiveDate::from_ymd_opt(2022 + count, 12, 31).unwrap();
    let (policy, mut report) = (Policy::default(), Report::new());
    rules.evaluate_into(&dossier, &policy, as_of, &mut report);
    assert_eq!(report.violations().len() + report.undetermined().len() + report.pending().len(), 0);
    let activities = value["activities"].as_array().unwrap().len();
    bencher.counter(ItemsCount::new(activities)).bench_local(|| {
        rules.evaluate_into(black_box(&dossier), &policy, as_of, &mut report);
    });
}
