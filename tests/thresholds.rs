//! Tables T1 and T2 through the doors: every number of members from 1 to 25, every attendance, every number of votes.
#![allow(missing_docs, clippy::unwrap_used, clippy::indexing_slicing)]

use oversight::{
    RuleSet, dossier::Dossier, outcome::Outcome, policy::Policy, report::Report, time::date,
};
use serde_json::{Value, json};

/// A meeting of `n` members, of whom `present` are there and `yes` of those vote in favour; declared adopted.
fn meeting(body: &str, category: &str, n: usize, present: usize, yes: usize) -> Report {
    let people: Vec<Value> = (0..n)
        .map(|k| json!({ "id": format!("p{k}"), "memberships": [{ "body": body, "from": "2020-01-01" }] }))
        .collect();
    let here: Vec<String> = (0..present).map(|k| format!("p{k}")).collect();
    let ballots: Vec<Value> = here
        .iter()
        .enumerate()
        .map(|(k, by)| json!({ "by": by, "choice": if k < yes { "approve" } else { "abstain" } }))
        .collect();
    let dossier = json!({
        "people": people,
        "matters": [{ "id": "x", "category": category }],
        "meetings": [{ "id": "m", "kind": body, "held_on": "2024-05-06", "items": [{
            "id": "i", "matter": "x", "present": here, "vote": { "ballots": ballots }, "result": "adopted" }] }],
    });
    let dossier = Dossier::from_json(&dossier.to_string()).unwrap();
    RuleSet::stable().evaluate(&dossier, &Policy::default(), date!(2024, 12, 31))
}

fn outcome(report: &Report, code: &str) -> Outcome {
    let row = report.tally().of(code).unwrap();
    Outcome::ALL.into_iter().find(|it| row.of(*it) > 0).unwrap()
}

#[track_caller]
fn expect(report: &Report, code: &str, kept: bool, what: &str) {
    let expected = if kept { Outcome::Compliant } else { Outcome::Violated };
    assert_eq!(outcome(report, code), expected, "{code}: {what}");
}

#[test]
fn attendance() {
    for n in 1..=25 {
        for a in 0..=n {
            let what = format!("{a} of {n}");
            expect(&meeting("party_group", "decision", n, a, 0), "MTG006", 2 * a >= n, &what);
            for category in ["personnel", "party_discipline"] {
                expect(&meeting("party_group", category, n, a, 0), "MTG006", 3 * a >= 2 * n, &what);
            }
            expect(
                &meeting("procuratorial_committee", "case", n, a, 0),
                "CMT001",
                2 * a > n,
                &what,
            );
        }
    }
}

#[test]
fn votes() {
    for n in 1..=25 {
        for yes in 0..=n {
            let what = format!("{yes} of {n}");
            expect(&meeting("party_group", "decision", n, n, yes), "MTG012", 2 * yes > n, &what);
            expect(
                &meeting("procuratorial_committee", "case", n, n, yes),
                "CMT002",
                2 * yes > n,
                &what,
            );
        }
    }
}

/// The vectors below table T2.
#[test]
fn vectors() {
    // Half of an even number is a quorum, but nothing can pass with it.
    let report = meeting("party_group", "decision", 6, 3, 3);
    expect(&report, "MTG006", true, "3 of 6");
    expect(&report, "MTG012", false, "3 of 6");
    expect(&meeting("party_group", "personnel", 7, 4, 4), "MTG006", false, "4 of 7, personnel");
    expect(
        &meeting("party_group", "decision", 8, 6, 4),
        "MTG012",
        false,
        "4 of the 6 present of 8",
    );
    expect(&meeting("party_group", "decision", 7, 5, 3), "MTG012", false, "3 for, 2 abstain, of 7");
}
