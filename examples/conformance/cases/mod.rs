//! Conformance cases: found, read, run and compared with what they expect. The example and the tests share this module.

mod case;
mod compare;
mod found;

use std::{
    fs,
    path::{Path, PathBuf},
};

use oversight::{RuleSet, dossier::Dossier, policy::Policy, report::Report};

use case::Case;

/// What came of a case.
pub(crate) struct Verdict {
    pub(crate) name: String,
    /// What does not hold, line by line; empty where all holds.
    pub(crate) faults: Vec<String>,
}

/// The case files at a place: the file itself, or every `.json` file below the folder.
pub(crate) fn gather(place: &Path, files: &mut Vec<PathBuf>) -> std::io::Result<()> {
    if place.is_dir() {
        for entry in fs::read_dir(place)? {
            gather(&entry?.path(), files)?;
        }
    } else if place.extension().is_some_and(|it| it == "json") {
        files.push(place.to_owned());
    } else {
        fs::metadata(place)?;
    }
    Ok(())
}

/// Runs the case of a file. What cannot be read is told with the name of the file.
pub(crate) fn run(rules: &RuleSet, file: &Path) -> Result<Verdict, String> {
    fs::read_to_string(file)
        .map_err(|error| error.to_string())
        .and_then(|text| judge(rules, &text))
        .map_err(|error| format!("{}: {error}", file.display()))
}

fn judge(rules: &RuleSet, text: &str) -> Result<Verdict, String> {
    let case: Case = serde_json::from_str(text).map_err(|error| error.to_string())?;
    let dossier =
        Dossier::from_json(case.dossier.get()).map_err(|error| format!("dossier: {error}"))?;
    let policy = match &case.policy {
        Some(policy) => {
            Policy::from_json(policy.get()).map_err(|error| format!("policy: {error}"))?
        }
        None => Policy::default(),
    };
    let mut report = Report::with_trace();
    rules.evaluate_into(&dossier, &policy, case.as_of.0, &mut report);
    let codes = rules.norms().map(|norm| norm.code.as_str()).collect();
    let faults = compare::faults(&case, &codes, &found::results(&report));
    Ok(Verdict { name: case.name, faults })
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    /// The faults of a case of this crate that expects something else than it does.
    fn faults(file: &str, expect: &Value, exact: bool) -> Vec<String> {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/conformance").join(file);
        let mut case: Value = serde_json::from_str(&fs::read_to_string(file).unwrap()).unwrap();
        case["expect"] = expect.clone();
        case["exact"] = exact.into();
        judge(&RuleSet::stable(), &case.to_string()).unwrap().faults
    }

    #[test]
    fn a_day_due_is_compared() {
        let expect = |due: &str| {
            let expect = json!([{
                "code": "MUT004", "outcome": "pending", "at": "/people/1", "due": due,
            }]);
            faults("MUT004/pending.json", &expect, false)
        };
        assert_eq!(expect("2024-06-30"), Vec::<String>::new());
        let lines = expect("2024-06-29");
        assert_eq!(lines[0], "expected MUT004 pending at /people/1, due 2024-06-29");
        assert!(
            lines[1].starts_with("  found MUT004/person:m1/2024-H1 pending at /people/1"),
            "{lines:?}"
        );
        assert!(lines[1].ends_with(", due 2024-06-30"), "{lines:?}");
        assert!(lines.len() <= 5, "{lines:?}");
    }

    #[test]
    fn what_is_missing_is_compared() {
        let expect = |missing: &[&str]| {
            let expect = json!([{
                "code": "MTG001", "outcome": "undetermined", "missing": missing,
            }]);
            faults("MTG001/undetermined_threshold_unset.json", &expect, false)
        };
        assert_eq!(expect(&["large_sum_threshold_fen"]), Vec::<String>::new());
        let lines = expect(&["large_sum_threshold_fen", "/meetings/7"]);
        assert_eq!(
            lines[0],
            "expected MTG001 undetermined, missing large_sum_threshold_fen; /meetings/7"
        );
        assert!(lines[1].contains(", missing large_sum_threshold_fen"), "{lines:?}");
    }

    #[test]
    fn what_must_not_come_out_is_told_where_it_does() {
        let expect = |outcome: &str, at: &str| {
            let expect = json!([{"code": "MUT004", "outcome": outcome, "at": at, "not": true}]);
            faults("MUT004/pending.json", &expect, false)
        };
        assert_eq!(expect("violated", "/people/1"), Vec::<String>::new());
        assert_eq!(expect("pending", "/people/77"), Vec::<String>::new());
        let lines = expect("pending", "/people/1");
        assert_eq!(lines[0], "expected no MUT004 pending at /people/1");
        assert!(
            lines[1].starts_with("  found MUT004/person:m1/2024-H1 pending at /people/1"),
            "{lines:?}"
        );
    }

    #[test]
    fn what_must_not_come_out_is_not_expected() {
        let expect = json!([{"code": "MTG006", "outcome": "violated", "at": "/x", "not": true}]);
        let lines = faults("MTG006/violated.json", &expect, true);
        assert!(lines[0].starts_with("not expected: "), "{lines:?}");
        assert!(lines.iter().any(|it| it.contains("found MTG006/item:i1 violated")), "{lines:?}");
    }

    #[test]
    fn the_subject_is_compared_by_key_and_period() {
        let expect = |key: &str, period: &str| {
            let expect = json!([{
                "code": "MUT004", "outcome": "pending", "key": key, "period": period,
            }]);
            faults("MUT004/pending.json", &expect, false)
        };
        assert_eq!(expect("MUT004/person:m1/2024-H1", "2024-H1"), Vec::<String>::new());
        let lines = expect("MUT004/person:m1/2023-H1", "2024-H1");
        assert!(lines[1].contains("MUT004/person:m1/2024-H1"), "{lines:?}");
        assert!(!expect("MUT004/person:m1/2024-H1", "2024").is_empty());
    }

    #[test]
    fn the_nearest_results_come_first_and_few_are_told() {
        let expect = json!([{"code": "MUT004", "outcome": "violated", "at": "/people/1"}]);
        let lines = faults("MUT004/pending.json", &expect, false);
        assert_eq!(lines[0], "expected MUT004 violated at /people/1");
        assert!(
            lines[1].starts_with("  found MUT004/person:m1/2024-H1 pending at /people/1"),
            "{lines:?}"
        );
        let expect = json!([{"code": "MTG999", "outcome": "violated"}]);
        assert_eq!(faults("MUT004/pending.json", &expect, false), ["there is no rule MTG999"]);
    }

    #[test]
    fn an_unknown_key_is_refused_with_the_name_of_the_file() {
        let file =
            std::env::temp_dir().join(format!("oversight-unknown-key-{}.json", std::process::id()));
        let expect = json!([{"code": "MTG006", "outcome": "violated", "adress": "/meetings/0"}]);
        let case = json!({"name": "n", "as_of": "2024-06-30", "dossier": {}, "expect": expect});
        fs::write(&file, case.to_string()).unwrap();
        let error = run(&RuleSet::stable(), &file).err().unwrap();
        fs::remove_file(&file).unwrap();
        assert!(error.starts_with(&file.display().to_string()), "{error}");
        assert!(error.contains("unknown field `adress`"), "{error}");
    }
}
