//! Every conformance case holds, and every rule has cases of each outcome.
#![allow(missing_docs, clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use std::{collections::BTreeSet, fs, path::Path};

use oversight::{Report, RuleSet, dossier::Dossier, policy::Policy, rules, time::Day};

#[path = "../examples/conformance/cases/mod.rs"]
mod runner;

fn cases() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/conformance")
}

#[test]
fn every_case_holds() {
    let mut files = Vec::new();
    runner::gather(&cases(), &mut files).unwrap();
    files.sort();
    assert!(files.len() >= 4 * rules::all().count());
    let set = RuleSet::stable();
    let mut faults = Vec::new();
    for file in &files {
        let wrong = match runner::run(&set, file) {
            Ok(it) if it.faults.is_empty() => continue,
            Ok(it) => format!("{}: {}\n  {}", file.display(), it.name, it.faults.join("\n  ")),
            Err(error) => error,
        };
        faults.push(wrong);
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

/// What a waiver, a comparison of two reports or a calendar goes by.
#[test]
fn no_two_subjects_of_a_case_have_one_key_and_no_two_findings_one_fingerprint() {
    let mut files = Vec::new();
    runner::gather(&cases(), &mut files).unwrap();
    let set = RuleSet::stable();
    let (mut faults, mut subjects, mut findings) = (Vec::new(), 0, 0);
    for file in &files {
        let case: serde_json::Value =
            serde_json::from_str(&fs::read_to_string(file).unwrap()).unwrap();
        let dossier = Dossier::from_json(&case["dossier"].to_string()).unwrap();
        let policy = match &case["policy"] {
            serde_json::Value::Null => Policy::default(),
            policy => Policy::from_json(&policy.to_string()).unwrap(),
        };
        let as_of: Day = serde_json::from_value(case["as_of"].clone()).unwrap();
        let mut report = Report::with_trace();
        set.evaluate_into(&dossier, &policy, as_of.0, &mut report);
        let mut keys = BTreeSet::new();
        for it in report.trace().unwrap() {
            subjects += 1;
            let key = it.subject.key().to_string();
            if !keys.insert(key.clone()) {
                faults.push(format!("{}: {key}", file.display()));
            }
        }
        let mut fingerprints = BTreeSet::new();
        for it in report.violations() {
            findings += 1;
            if !fingerprints.insert(it.fingerprint().to_string()) {
                faults.push(format!("{}: {} {:?}", file.display(), it.key(), it.breach));
            }
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
    // Otherwise it was about nothing.
    assert!(subjects > 100_000 && findings > 4_000, "{subjects} subjects, {findings} findings");
}

#[test]
fn every_rule_has_a_case_of_each_outcome() {
    let folders: BTreeSet<String> = fs::read_dir(cases())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    let codes: BTreeSet<String> = rules::all().map(|rule| rule.norm.code.to_string()).collect();
    assert_eq!(folders, codes);
    for code in codes {
        for name in ["compliant", "violated", "undetermined", "not_applicable"] {
            let file = cases().join(&code).join(name).with_extension("json");
            let text = fs::read_to_string(&file)
                .unwrap_or_else(|error| panic!("{}: {error}", file.display()));
            let case: serde_json::Value = serde_json::from_str(&text).unwrap();
            let expected = case["expect"]
                .as_array()
                .unwrap()
                .iter()
                .any(|it| it["code"] == *code && it["outcome"] == name && it["not"] != true);
            assert!(expected, "{} expects no {name} of {code}", file.display());
        }
    }
}
