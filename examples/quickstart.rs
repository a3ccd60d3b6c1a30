//! The shortest use: one meeting, one report. `cargo run --example quickstart`

use oversight::{Error, Lang, RuleSet, Style, dossier::Dossier, policy::Policy, time::date};

fn main() -> Result<(), Error> {
    let dossier = Dossier::from_json(
        r#"{ "people": [
            { "id": "p1", "memberships": [ { "body": "party_group", "role": "principal", "from": "2021-03-01" } ] },
            { "id": "p2", "memberships": [ { "body": "party_group", "from": "2021-03-01" } ] },
            { "id": "p3", "memberships": [ { "body": "party_group", "from": "2021-03-01" } ] } ],
          "matters": [ { "id": "budget", "category": "decision" } ],
          "meetings": [ { "id": "m1", "kind": "party_group", "held_on": "2024-05-06", "presider": "p1", "items": [
            { "id": "i1", "matter": "budget", "present": ["p1", "p2"], "result": "adopted",
              "statements": [ { "by": "p1", "kind": "view" }, { "by": "p2", "kind": "view" } ],
              "vote": { "ballots": [ { "by": "p1", "choice": "approve" }, { "by": "p2", "choice": "approve" } ] } } ] } ] }"#,
    )?;
    let policy = Policy::default();
    let report = RuleSet::stable().evaluate(&dossier, &policy, date!(2024, 6, 30));
    for violation in report.violations() {
        println!("{} {} {}", violation.code(), violation.path(), violation.render(Lang::En));
    }
    println!("\n{}", report.text(Style::plain(Lang::ZhCn), &policy));
    Ok(())
}
