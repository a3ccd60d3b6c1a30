//! How fast acts are held against lists of powers, and how much that allocates: `cargo bench --bench powers`
//!
//! - `acts`: the PWR rules over 100, 1 000 and 10 000 acts that keep them, into a report that is used again.
//! - `entries`: 1 000 such acts beside lists of 10, 1 000 and 10 000 entries: the time must hardly grow.
//! - `broken`: 1 000 acts over the limit of their power.
#![allow(missing_docs, clippy::unwrap_used, clippy::indexing_slicing)]

use divan::{AllocProfiler, Bencher, black_box, counter::ItemsCount};
use oversight::{
    Report, RuleSet,
    dossier::Dossier,
    policy::Policy,
    time::{NaiveDate, date},
};
use serde_json::{Value, json};

#[global_allocator]
static ALLOCATIONS: AllocProfiler = AllocProfiler::system();

const AS_OF: NaiveDate = date!(2024, 12, 31);

fn main() {
    divan::main();
}

/// Acts on as many matters, each under one of the powers of a list and with its prior step.
fn dossier(acts: usize, entries: usize, kept: bool) -> Value {
    let entry = |n: usize| {
        json!({ "power": format!("power {n}"), "kind": "decision", "basis": "办法", "holder": "principal",
                "procedure": ["会签"], "limit": { "up_to_fen": 5_000_000 }, "prior_steps": ["会签"] })
    };
    let act = |n: usize| {
        let amount = if kept { 4_000_000 } else { 6_000_000 };
        json!({ "id": format!("a{n}"), "done_on": "2024-05-06T10:00", "by": "p0", "capacity": "principal",
                "power": format!("power {}", n % entries), "kind": "decision", "matter": format!("m{n}"),
                "amount_fen": amount, "scope": null, "delegation": null, "decided_in": null, "concerns": ["p1"],
                "circumstances": null, "steps": [ { "step": "会签", "taken_on": "2024-05-05" } ] })
    };
    json!({
        "people": [ { "id": "p0", "memberships": [ { "body": "party_group", "from": "2021-01-01", "role": "principal" } ] },
                    { "id": "p1" } ],
        "kinship": [],
        "matters": (0..acts).map(|n| json!({ "id": format!("m{n}"), "category": "other" })).collect::<Vec<_>>(),
        "power_lists": [
            { "id": "l1", "kind": "power", "version": "1", "from": "2022-01-01", "approval": { "by": "party_group_meeting" },
              "entries": (0..entries).map(entry).collect::<Vec<_>>() },
            { "id": "l2", "kind": "negative", "version": "1", "from": "2022-01-01", "approval": { "by": "party_group_meeting" },
              "items": [ { "circumstances": ["decided_alone"] }, { "subjects": ["oneself", "kin"] },
                         { "powers": ["power 0"], "from_fen": 5_000_001 } ] } ],
        "list_checks": [ { "id": "c1", "held_on": "2023-11-01", "problems": null },
                         { "id": "c2", "held_on": "2024-11-01", "problems": null } ],
        "acts": (0..acts).map(act).collect::<Vec<_>>()
    })
}

/// The rules on powers alone.
fn family() -> RuleSet {
    RuleSet::stable()
        .norms()
        .filter(|norm| norm.code.family() == "PWR")
        .fold(RuleSet::none(), |set, norm| set.and(norm.code.as_str()).unwrap())
}

fn run(bencher: Bencher<'_, '_>, acts: usize, entries: usize, kept: bool) {
    let (rules, policy) = (family(), Policy::default());
    let dossier = Dossier::from_json(&dossier(acts, entries, kept).to_string()).unwrap();
    let mut report = Report::new();
    rules.evaluate_into(&dossier, &policy, AS_OF, &mut report);
    assert_eq!(report.violations().len() >= acts, !kept, "{:?}", report.violations().next());
    assert!(report.undetermined().is_empty(), "{:?}", report.undetermined().first());
    bencher.counter(ItemsCount::new(acts)).bench_local(|| {
        rules.evaluate_into(black_box(&dossier), &policy, AS_OF, &mut report);
    });
}

#[divan::bench(args = [100, 1_000, 10_000])]
fn acts(bencher: Bencher<'_, '_>, acts: usize) {
    run(bencher, acts, 10, true);
}

#[divan::bench(args = [10, 1_000, 10_000])]
fn entries(bencher: Bencher<'_, '_>, entries: usize) {
    run(bencher, 1_000, entries, true);
}

#[divan::bench]
fn broken(bencher: Bencher<'_, '_>) {
    run(bencher, 1_000, 10, false);
}
