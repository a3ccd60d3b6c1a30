//! How fast promotions are judged, and how much that allocates: `cargo bench --bench promotion`
//!
//! - `family_on_one_case`: the 27 PRM rules on one case that was decided by a meeting, kept and broken, into a report
//!   that is used again.
//! - `linear`: the same over 100, 1 000 and 10 000 cases of as many candidates.
//! - `gate`: one case checked before its decision, as a form would ask, index and answer included.
#![allow(missing_docs, clippy::unwrap_used, clippy::indexing_slicing)]

use divan::{AllocProfiler, Bencher, black_box, counter::ItemsCount};
use oversight::{
    Report, RuleSet,
    dossier::Dossier,
    facts::{Promotion, Step},
    policy::Policy,
    ruleset::Gate,
    time::{NaiveDate, date},
};
use serde_json::{Value, json};

#[global_allocator]
static ALLOCATIONS: AllocProfiler = AllocProfiler::system();

const AS_OF: NaiveDate = date!(2024, 12, 31);
const MEMBERS: usize = 7;

fn main() {
    divan::main();
}

/// A case from the motion to the appointment; broken, the checks are late, the opinion is of an earlier round, the notice is
/// short and an inspector is missing.
fn case(n: usize, kept: bool) -> Value {
    let started = if kept { "2024-03-01" } else { "2024-03-20" };
    let round = if kept { "2024-1" } else { "2023-1" };
    let until = if kept { "2024-04-30" } else { "2024-04-25" };
    let inspectors = if kept { json!(["p1", "p2"]) } else { json!(["p1"]) };
    let check = json!({ "started_on": started, "finished_on": "2024-03-25", "result": "clear", "signed": true });
    let mut discipline = check.clone();
    discipline["round"] = json!(round);
    json!({
        "id": format!("c{n}"), "candidate": format!("k{n}"), "round": "2024-1",
        "current_rank": "section", "target_rank": "deputy_division", "key_post": false,
        "target_post": { "office": "committee_member", "department": null, "reports_to": "p0", "has_probation": false },
        "vacancy": { "approved": 3, "filled": 2 },
        "motion": { "opened_on": "2024-03-01" },
        "recommendation": { "started_on": "2024-03-05", "finished_on": "2024-03-06" },
        "inspection": { "started_on": "2024-03-11", "finished_on": "2024-03-22", "inspectors": inspectors,
                        "notice_on": "2024-03-07", "report_on": "2024-03-28" },
        "decision": { "decided_on": "2024-04-22", "item": format!("i{n}") },
        "notice": { "from": "2024-04-23", "until": until, "objections": null },
        "appointed_on": "2024-05-10",
        "checks": { "file": check, "personal_matters": check, "discipline": discipline, "complaints": check },
        "complaints": [ { "received_on": "2024-03-08", "specific": true, "concluded_on": "2024-03-20" } ],
        "integrity_opinion": { "secretary_signed_on": "2024-04-03", "discipline_head_signed_on": "2024-04-04" },
        "family_conduct_appraised_on": "2024-04-04",
        "bars": { "political_breach": false, "low_acceptance": false, "canvassing": false, "family": "home",
                  "special_post": false, "other": false },
        "qualifications": { "work_started_on": "2010-07-01", "grassroots_years": 6, "lower_posts": 2, "education": "bachelor" },
        "exception": null, "prior_reports": null,
        "business_clearing": { "matches": null },
        "probation": null,
        "documents": ["motion", "recommendation", "inspection", "decision", "notice", "appointment"]
    })
}

fn dossier(cases: usize, kept: bool) -> Value {
    let members: Vec<String> = (0..MEMBERS).map(|n| format!("p{n}")).collect();
    let mut people: Vec<Value> = (members.iter().enumerate())
        .map(|(n, id)| {
            let role = if n == 0 { "principal" } else { "member" };
            json!({ "id": id, "memberships": [ { "body": "party_group", "from": "2021-01-01", "role": role } ] })
        })
        .collect();
    people.extend((0..cases).map(|n| {
        json!({
            "id": format!("k{n}"), "sanctions": null,
            "appraisals": [ { "year": 2022, "grade": "competent" }, { "year": 2023, "grade": "excellent" } ],
            "posts": [
                { "title": "副主任", "from": "2015-04-01", "until": "2019-12-31", "rank": "deputy_section", "counted_from": null },
                { "title": "主任", "from": "2020-01-01", "rank": "section", "counted_from": "2019-12-16", "office": "procurator", "reports_to": "p1" } ]
        })
    }));
    let ballots: Vec<Value> =
        members.iter().map(|it| json!({ "by": it, "choice": "approve" })).collect();
    let items: Vec<Value> = (0..cases)
        .map(|n| {
            json!({ "id": format!("i{n}"), "matter": "staff", "concerns": [format!("k{n}")], "present": members,
                    "vote": { "ballots": ballots, "one_by_one": true }, "result": "adopted" })
        })
        .collect();
    json!({
        "people": people, "kinship": [], "matters": [ { "id": "staff", "category": "personnel" } ],
        "meetings": [ { "id": "m", "kind": "party_group", "held_on": "2024-04-22", "presider": "p0", "items": items } ],
        "promotions": (0..cases).map(|n| case(n, kept)).collect::<Vec<_>>()
    })
}

fn policy() -> Policy {
    let text = r#"{"parameters":{"promotion_check_validity":[{"value":{"months":6}}]}}"#;
    Policy::from_json(text).unwrap()
}

/// The rules on promotions alone.
fn family() -> RuleSet {
    RuleSet::stable()
        .norms()
        .filter(|norm| norm.code.family() == "PRM")
        .fold(RuleSet::none(), |set, norm| set.and(norm.code.as_str()).unwrap())
}

fn run(bencher: Bencher<'_, '_>, cases: usize, kept: bool) {
    let (rules, policy) = (family(), policy());
    let dossier = Dossier::from_json(&dossier(cases, kept).to_string()).unwrap();
    let mut report = Report::new();
    rules.evaluate_into(&dossier, &policy, AS_OF, &mut report);
    assert_eq!(Gate::is_open(&report), kept, "{:?}", report.undetermined().first());
    bencher.counter(ItemsCount::new(cases)).bench_local(|| {
        rules.evaluate_into(black_box(&dossier), &policy, AS_OF, &mut report);
    });
}

#[divan::bench(args = [true, false])]
fn family_on_one_case(bencher: Bencher<'_, '_>, kept: bool) {
    run(bencher, 1, kept);
}

#[divan::bench(args = [100, 1_000, 10_000])]
fn linear(bencher: Bencher<'_, '_>, cases: usize) {
    run(bencher, cases, true);
}

#[divan::bench]
fn gate(bencher: Bencher<'_, '_>) {
    let (rules, policy) = (family(), policy());
    let dossier = Dossier::from_json(&dossier(1, true).to_string()).unwrap();
    let mut case = case(0, true);
    for later in ["decision", "notice", "appointed_on"] {
        case[later] = Value::Null;
    }
    let case: Promotion = serde_json::from_value(case).unwrap();
    let on = date!(2024, 4, 22);
    bencher.counter(ItemsCount::new(1_usize)).bench_local(|| {
        let gate = Gate::new(black_box(&case), Step::Decision);
        rules.check(&gate, &dossier, &policy, on).unwrap()
    });
}
