//! Runs conformance cases: `cargo run --example conformance -- DIR…`
//!
//! A case is a JSON file with a name, an as-of day, a policy, a dossier and what is expected. Every `.json` file below
//! the folders is run; without a folder, those of this crate. The exit code is 0 where all hold, 1 where one does not,
//! 2 where one cannot be read.

use std::{
    fs,
    path::{Path, PathBuf},
    process::ExitCode,
};

use oversight::{
    RuleSet, facts::Dossier, outcome::Outcome, policy::Policy, report::Report, time::Day,
};
use serde::Deserialize;
use serde_json::value::RawValue;

const HELP: &str = "\
Runs conformance cases against the rules.

Usage: conformance [-q] [DIR|FILE]...

  -q, --quiet   print only the cases that do not hold
  -h, --help    this text

Without arguments it runs the cases in tests/conformance.
Exit codes: 0 all hold, 1 some do not, 2 some cannot be read.";

/// One case, as it stands in its file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    as_of: Day,
    #[serde(default)]
    policy: Option<Box<RawValue>>,
    dossier: Box<RawValue>,
    expect: Vec<Expectation>,
    /// Whether the codes that came out violated must be just the expected ones.
    #[serde(default)]
    exact: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Expectation {
    code: String,
    outcome: Outcome,
    at: Option<String>,
}

fn main() -> ExitCode {
    let (mut quiet, mut places) = (false, Vec::new());
    for argument in std::env::args().skip(1) {
        match argument.as_str() {
            "-h" | "--help" => {
                println!("{HELP}");
                return ExitCode::SUCCESS;
            }
            "-q" | "--quiet" => quiet = true,
            place if place.starts_with('-') => {
                eprintln!("unknown option {place}\n\n{HELP}");
                return ExitCode::from(2);
            }
            place => places.push(PathBuf::from(place)),
        }
    }
    if places.is_empty() {
        places.push(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/conformance"));
    }
    let mut files = Vec::new();
    let mut unreadable = 0_u32;
    for place in &places {
        if let Err(error) = gather(place, &mut files) {
            eprintln!("{}: {error}", place.display());
            unreadable += 1;
        }
    }
    files.sort();
    let rules = RuleSet::stable();
    let (mut held, mut failed) = (0_u32, 0_u32);
    for file in &files {
        match run(&rules, file) {
            Err(error) => {
                unreadable += 1;
                println!("unreadable  {}: {error}", file.display());
            }
            Ok((name, faults)) if faults.is_empty() => {
                held += 1;
                if !quiet {
                    println!("holds       {}: {name}", file.display());
                }
            }
            Ok((name, faults)) => {
                failed += 1;
                println!("FAILS       {}: {name}", file.display());
                for fault in faults {
                    println!("            {fault}");
                }
            }
        }
    }
    println!("{held} hold, {failed} do not, {unreadable} cannot be read");
    match (failed, unreadable) {
        (0, 0) => ExitCode::SUCCESS,
        (_, 0) => ExitCode::FAILURE,
        _ => ExitCode::from(2),
    }
}

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

/// The name of a case and what does not hold.
pub(crate) fn run(rules: &RuleSet, file: &Path) -> Result<(String, Vec<String>), String> {
    let text = fs::read_to_string(file).map_err(|error| error.to_string())?;
    let case: Case = serde_json::from_str(&text).map_err(|error| error.to_string())?;
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
    let results = results(&report);
    let mut faults = Vec::new();
    for it in &case.expect {
        let known = rules.norms().any(|norm| norm.code.as_str() == it.code);
        if !known {
            faults.push(format!("there is no rule {}", it.code));
            continue;
        }
        let meets = |found: &&Found| {
            found.code == it.code
                && found.outcome == it.outcome
                && it.at.as_ref().is_none_or(|at| found.at.contains(at))
        };
        if !results.iter().any(|found| meets(&found)) {
            faults.push(format!(
                "expected {} {}{}",
                it.code,
                it.outcome,
                it.at.as_ref().map_or_else(String::new, |at| format!(" at {at}"))
            ));
            for found in results.iter().filter(|found| found.code == it.code) {
                faults.push(format!("  found {} at {}", found.outcome, found.at.join(", ")));
            }
        }
    }
    if case.exact {
        for found in results.iter().filter(|it| it.outcome == Outcome::Violated) {
            let expected =
                |it: &Expectation| it.code == found.code && it.outcome == Outcome::Violated;
            if !case.expect.iter().any(expected) {
                faults.push(format!(
                    "not expected: {} violated at {}",
                    found.code,
                    found.at.join(", ")
                ));
            }
        }
    }
    Ok((case.name, faults))
}

/// One result with every address it can be known by.
struct Found {
    code: String,
    outcome: Outcome,
    at: Vec<String>,
}

fn results(report: &Report) -> Vec<Found> {
    let mut results: Vec<Found> = report
        .trace()
        .unwrap_or_default()
        .iter()
        .map(|it| Found {
            code: it.code.to_string(),
            outcome: it.outcome,
            at: vec![it.subject.to_string()],
        })
        .collect();
    results.extend(report.violations().map(|it| Found {
        code: it.norm.code.to_string(),
        outcome: Outcome::Violated,
        at: std::iter::once(&it.at).chain(&it.also).map(ToString::to_string).collect(),
    }));
    results.extend(report.undetermined().iter().flat_map(|it| {
        it.missing.iter().filter_map(|missing| {
            Some(Found {
                code: it.norm.code.to_string(),
                outcome: Outcome::Undetermined,
                at: vec![missing.path()?.to_string()],
            })
        })
    }));
    results.extend(report.pending().iter().map(|it| Found {
        code: it.norm.code.to_string(),
        outcome: Outcome::Pending,
        at: vec![it.at.to_string()],
    }));
    results
}
