//! The schemas and the doors agree on real documents, in both directions.
#![cfg(feature = "schema")]
#![allow(missing_docs, clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use std::{fs, path::Path};

use jsonschema::Validator;
use oversight::{Report, RuleSet, dossier::Dossier, policy::Policy, schema, time::date};
use serde_json::{Value, json};

fn validator(schema: &Value) -> Validator {
    jsonschema::validator_for(schema).unwrap()
}

fn files(dir: &Path, out: &mut Vec<std::path::PathBuf>) {
    for entry in fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, out);
        } else if path.extension().is_some_and(|it| it == "json") {
            out.push(path);
        }
    }
}

fn read(path: &Path) -> Value {
    serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

/// What the door takes the schema accepts; and the report on it meets its own schema.
#[test]
fn real_documents() {
    let (dossiers, policies, reports) = (
        validator(&schema::dossier_schema()),
        validator(&schema::policy_schema()),
        validator(&schema::report_schema()),
    );
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut cases = Vec::new();
    files(&root.join("tests/conformance"), &mut cases);
    let sample = root.join("examples/data");
    let mut documents =
        vec![(read(&sample.join("dossier.json")), read(&sample.join("policy.json")))];
    documents.extend(cases.iter().map(|path| {
        let case = read(path);
        (case["dossier"].clone(), case.get("policy").cloned().unwrap_or_else(|| json!({})))
    }));
    let rules = RuleSet::stable();
    let mut report = Report::with_trace();
    for (dossier, policy) in documents {
        assert!(dossiers.is_valid(&dossier), "{dossier}");
        assert!(policies.is_valid(&policy), "{policy}");
        let dossier = Dossier::from_json(&dossier.to_string()).unwrap();
        let policy = Policy::from_json(&policy.to_string()).unwrap();
        rules.evaluate_into(&dossier, &policy, date!(2024, 12, 31), &mut report);
        let value = serde_json::to_value(&report).unwrap();
        if let Some(error) = reports.iter_errors(&value).next() {
            panic!("{error} at {}", error.instance_path());
        }
    }
}

/// One change at a time to a real document: the schema and the door both refuse it.
#[test]
fn what_the_schema_rejects_the_door_rejects() {
    let schema = validator(&schema::dossier_schema());
    let good = json!({
        "people": [{ "id": "p1", "memberships": [{ "body": "party_group", "from": "2024-01-31" }] }],
        "meetings": [{ "id": "m1", "kind": "party_group", "held_on": "2024-05-06T09:30", "items": [{ "id": "i1",
            "vote": { "tally": { "approve": 3 } }, "result": null }] }],
        "payments": [{ "id": "x1", "paid_on": "2024-02-29", "amount_fen": 5 }],
    });
    assert!(schema.is_valid(&good) && Dossier::from_json(&good.to_string()).is_ok());
    let changes = [
        ("/people/0/id", json!("")),
        ("/people/0/id", json!(7)),
        ("/people/0/memberships/0/body", json!("party")),
        ("/people/0/memberships/0/from", json!("2024-02-30")),
        ("/people/0/memberships/0/from", json!("2024-1-31")),
        ("/people/0/memberships", json!(null)),
        ("/meetings/0/held_on", json!("2024-05-06T24:00")),
        ("/meetings/0/held_on", json!("2024-05-06 09:30")),
        ("/meetings/0/items/0/result", json!("passed")),
        ("/meetings/0/items/0/vote/tally/approve", json!(-1)),
        ("/meetings/0/items/0/vote/tally/approve", json!(1.5)),
        ("/meetings/0/items/0/vote", json!({ "talley": null })),
        ("/payments/0/paid_on", json!("2023-02-29")),
        ("/payments/0/amount_fen", json!("5")),
        ("/payments/0", json!({ "id": "x1" })),
        ("/meetings", json!({})),
    ];
    for (pointer, value) in changes {
        let mut bad = good.clone();
        *bad.pointer_mut(pointer).unwrap() = value.clone();
        assert!(!schema.is_valid(&bad), "the schema takes {value} at {pointer}");
        assert!(
            Dossier::from_json(&bad.to_string()).is_err(),
            "the door takes {value} at {pointer}"
        );
    }
    let mut extra = good;
    extra["people"][0]["age"] = json!(50);
    assert!(!schema.is_valid(&extra) && Dossier::from_json(&extra.to_string()).is_err());
}
