//! Runs conformance cases: `cargo run --example conformance -- DIR…`
//!
//! A case is a JSON file with a name, an as-of day, a policy, a dossier and what is expected. Every `.json` file below
//! the folders is run; without a folder, those of this crate. The exit code is 0 where all hold, 1 where one does not,
//! 2 where one cannot be read. What a case may expect stands in `cases/case.rs`.

use std::{
    path::{Path, PathBuf},
    process::ExitCode,
};

use oversight::RuleSet;

mod cases;

const HELP: &str = "\
Runs conformance cases against the rules.

Usage: conformance [-q] [DIR|FILE]...

  -q, --quiet   print only the cases that do not hold
  -h, --help    this text

Without arguments it runs the cases in tests/conformance.

Each entry of `expect` has a code and an outcome, and may have: at (an address), due (a day), missing (addresses and
fields of the policy that are among those named), period (2024, 2024-H1, 2024-Q3, 2024-05, or its first and last day),
key (of the subject), not (true: there is no such result).

Exit codes: 0 all hold, 1 some do not, 2 some cannot be read.";

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
        if let Err(error) = cases::gather(place, &mut files) {
            eprintln!("{}: {error}", place.display());
            unreadable += 1;
        }
    }
    files.sort();
    let rules = RuleSet::stable();
    let (mut held, mut failed) = (0_u32, 0_u32);
    for file in &files {
        match cases::run(&rules, file) {
            Err(error) => {
                unreadable += 1;
                println!("unreadable  {error}");
            }
            Ok(verdict) if verdict.faults.is_empty() => {
                held += 1;
                if !quiet {
                    println!("holds       {}: {}", file.display(), verdict.name);
                }
            }
            Ok(verdict) => {
                failed += 1;
                println!("FAILS       {}: {}", file.display(), verdict.name);
                for line in verdict.faults {
                    println!("            {line}");
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
