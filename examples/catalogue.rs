//! Prints what the crate knows about itself: `cargo run --example catalogue -- [rules|dossier|policy] [--json]`

use std::{fmt::Write as _, process::ExitCode};

use oversight::{
    law::CLAUSES,
    policy::PARAMETERS,
    rules::{self, SHELVES},
    schema,
};

const HELP: &str = "\
Prints what the crate knows about itself.

Usage: catalogue [rules|dossier|policy] [--json]

  rules         every clause and every rule (this is RULES.md)
  dossier       the format of a dossier (this is docs/dossier.md)
  policy        the format of a policy file (this is docs/policy.md)
  --json        clauses, rules and parameters as data
  -h, --help    this text";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["-h" | "--help"] => println!("{HELP}"),
        [] | ["rules"] => print!("{}", rules_md()),
        ["dossier"] => print!("{}", dossier_md()),
        ["policy"] => print!("{}", policy_md()),
        ["--json"] | ["rules", "--json"] => println!("{}", json()),
        _ => {
            eprintln!("unknown arguments: {}\n\n{HELP}", words.join(" "));
            return ExitCode::from(2);
        }
    }
    ExitCode::SUCCESS
}

/// docs/dossier.md.
pub(crate) fn dossier_md() -> String {
    format!("# The format of a dossier\n\n{}", schema::dossier_guide())
}

/// docs/policy.md.
pub(crate) fn policy_md() -> String {
    format!("# The format of a policy file\n\n{}", schema::policy_guide())
}

/// Everything as data.
pub(crate) fn json() -> String {
    let rules: Vec<_> = rules::all().map(|rule| &rule.norm).collect();
    let all = serde_json::json!({ "clauses": CLAUSES, "rules": rules, "parameters": PARAMETERS });
    format!("{all:#}")
}

/// RULES.md: by clause, then by family.
pub(crate) fn rules_md() -> String {
    let mut md = String::new();
    // Writing to a string cannot fail.
    let _ = write_rules(&mut md);
    md
}

fn write_rules(md: &mut String) -> std::fmt::Result {
    writeln!(md, "# Rules\n")?;
    writeln!(
        md,
        "Printed from the norms by `cargo run --example catalogue`; a test fails when it is stale."
    )?;
    writeln!(
        md,
        "Gists are in our own words. What a rule or a clause leaves unchecked is said beside it.\n"
    )?;
    writeln!(md, "## By clause\n")?;
    writeln!(md, "| Clause | What it asks | Reach | Rules so far |\n| --- | --- | --- | --- |")?;
    for clause in CLAUSES {
        let codes: Vec<String> = rules::rules_under(&clause.no.to_string())
            .map(|rule| {
                format!("[{0}](#{1})", rule.norm.code, rule.norm.code.as_str().to_lowercase())
            })
            .collect();
        let codes = if codes.is_empty() { "none yet".to_owned() } else { codes.join(" ") };
        let (no, zh, en) = (clause.no, clause.zh, clause.gist_en);
        writeln!(md, "| {no} {zh} | {en} | {} | {codes} |", clause.reach.en())?;
    }
    writeln!(md, "\n### What of a clause no rule sees\n")?;
    for clause in CLAUSES.iter().filter(|it| !it.unchecked.is_empty()) {
        for it in clause.unchecked {
            writeln!(md, "- {}: {} {}", clause.no, it.en, it.zh)?;
        }
    }
    for shelf in SHELVES {
        let Some(first) = shelf.first() else { continue };
        writeln!(md, "\n## {}\n", first.norm.code.family())?;
        for rule in *shelf {
            write_rule(md, rule)?;
        }
    }
    writeln!(md, "## Parameters\n")?;
    writeln!(
        md,
        "| Field of the policy | Meaning | Default | How sure |\n| --- | --- | --- | --- |"
    )?;
    for it in PARAMETERS {
        let doc = it.doc.split_whitespace().collect::<Vec<_>>().join(" ");
        let default = it.default.unwrap_or("unset: a rule that needs it is undetermined");
        writeln!(md, "| `{}` | {doc} | {default} | {} |", it.field, it.confidence.en())?;
    }
    Ok(())
}

fn write_rule(md: &mut String, rule: &oversight::rule::Rule) -> std::fmt::Result {
    let norm = &rule.norm;
    writeln!(md, "### {}\n", norm.code)?;
    writeln!(md, "`{}` · {} · {} · {}\n", norm.slug, norm.title.zh, norm.title.en, norm.severity)?;
    writeln!(md, "{}  \n{}\n", norm.gist.en, norm.gist.zh)?;
    writeln!(md, "- Asked of: {:?}", rule.checks)?;
    for cite in norm.cites {
        let verified = cite.instrument().verified.en();
        writeln!(md, "- Cites {cite} ({}; {verified})", cite.render_en())?;
    }
    writeln!(
        md,
        "- Basis: {}; in force from {}; since {}",
        norm.basis.en(),
        norm.in_force.from,
        norm.since
    )?;
    if !norm.parameters.is_empty() {
        let fields: Vec<String> = norm.parameters.iter().map(|it| format!("`{it}`")).collect();
        writeln!(md, "- Parameters: {}", fields.join(", "))?;
    }
    writeln!(md, "- Remedy: {} ({})", norm.remedy.en, norm.remedy.zh)?;
    for it in norm.unchecked {
        writeln!(md, "- Not checked: {} ({})", it.en, it.zh)?;
    }
    let case = |name: &str| format!("tests/conformance/{}/{name}.json", norm.code);
    writeln!(md, "- Cases: [kept]({}), [broken]({})\n", case("compliant"), case("violated"))
}
