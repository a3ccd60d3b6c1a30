//! Prints what the crate knows about itself: `cargo run --example catalogue -- [rules|dossier|policy|--json]`
//!
//! The page of rules and the data are two prints of one [`Catalogue`]. What outcomes a rule can have is read from its
//! conformance cases; all else stands in the crate.

use std::{fmt::Write as _, fs, path::Path, process::ExitCode};

use oversight::{
    law::{Basis, CLAUSES, Citation, Clause, Confidence, Reach, Unchecked},
    norm::{Code, Norm, Status, Words},
    outcome::{Modality, Outcome, Severity},
    policy::PARAMETERS,
    rule::Rule,
    rules, schema,
    time::Spell,
};
use serde::{Deserialize, Serialize};

const HELP: &str = "\
Prints what the crate knows about itself.

Usage: catalogue [rules] [--json]
       catalogue dossier|policy

  rules         every clause, family, rule and parameter (this is RULES.md)
  --json        the same as data: outcomes, clauses, families, rules, parameters
  dossier       the format of a dossier (this is docs/dossier.md)
  policy        the format of a policy file (this is docs/policy.md)
  -h, --help    this text

Exit codes: 0 printed, 2 wrong arguments or a conformance case that cannot be read.";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let page = match words.as_slice() {
        ["-h" | "--help"] => Ok(format!("{HELP}\n")),
        [] | ["rules"] => Catalogue::read().map(|it| it.page()),
        ["--json"] | ["rules", "--json"] => Catalogue::read().and_then(|it| it.json()),
        ["dossier"] => Ok(dossier_md()),
        ["policy"] => Ok(policy_md()),
        _ => Err(format!("unknown arguments: {}\n\n{HELP}", words.join(" "))),
    };
    match page {
        Ok(page) => {
            print!("{page}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::from(2)
        }
    }
}

/// docs/dossier.md.
pub(crate) fn dossier_md() -> String {
    format!("# The format of a dossier\n\n{}", schema::dossier_guide())
}

/// docs/policy.md.
pub(crate) fn policy_md() -> String {
    format!("# The format of a policy file\n\n{}", schema::policy_guide())
}

/// The families by the capitals of their codes. One without a rule is not printed.
const FAMILIES: &[(&str, Words)] = &[
    ("MTG", Words { zh: "党组会议", en: "meetings of the Party group" }),
    ("CMT", Words { zh: "检察委员会", en: "the procuratorial committee" }),
    ("PWR", Words { zh: "权力清单", en: "lists of powers" }),
    ("PRM", Words { zh: "选拔任用", en: "promotions" }),
    ("BIZ", Words { zh: "家属从业", en: "business of relatives" }),
    ("ITV", Words { zh: "三个规定", en: "interference" }),
    ("RCT", Words { zh: "整改", en: "rectification" }),
    ("DLM", Words { zh: "民主生活会", en: "democratic life meetings" }),
    ("RPT", Words { zh: "请示报告", en: "reporting upward" }),
    ("RSP", Words { zh: "一岗双责", en: "responsibilities" }),
    ("MUT", Words { zh: "互相监督", en: "mutual supervision" }),
    ("FAM", Words { zh: "家风", en: "family conduct" }),
    ("SUP", Words { zh: "对一把手的监督", en: "supervising the principal" }),
    ("ECO", Words { zh: "政治生态", en: "political ecology" }),
];

/// How a rule can end, in the order in which its cases are listed.
const OUTCOMES: [Meaning; 5] = [
    Meaning::of(Outcome::Compliant, "the facts show that the rule was kept"),
    Meaning::of(Outcome::Violated, "the facts show that the rule was not kept"),
    Meaning::of(
        Outcome::Undetermined,
        "a fact or a parameter that is needed is missing, facts contradict each other, or the law leaves the case open",
    ),
    Meaning::of(Outcome::NotApplicable, "the rule does not reach the subject"),
    Meaning::of(Outcome::Pending, "not yet done and not yet overdue"),
];

/// All there is to print.
#[derive(Serialize)]
pub(crate) struct Catalogue {
    outcomes: [Meaning; 5],
    clauses: Vec<ClauseEntry>,
    families: Vec<Family>,
    rules: Vec<RuleEntry>,
    parameters: Vec<Parameter>,
}

#[derive(Serialize)]
struct Meaning {
    outcome: Outcome,
    zh: &'static str,
    en: &'static str,
    when: &'static str,
}

impl Meaning {
    const fn of(outcome: Outcome, when: &'static str) -> Self {
        Self { outcome, zh: outcome.zh(), en: outcome.en(), when }
    }
}

#[derive(Serialize)]
struct ClauseEntry {
    #[serde(flatten)]
    clause: &'static Clause,
    rules: Vec<Code>,
}

#[derive(Serialize)]
struct Family {
    code: &'static str,
    zh: &'static str,
    en: &'static str,
    rules: Vec<Code>,
}

#[derive(Serialize)]
struct RuleEntry {
    code: Code,
    slug: &'static str,
    title: Words,
    gist: Words,
    subjects: Vec<Subject>,
    cites: Vec<Cite>,
    basis: Basis,
    reach: Reach,
    modality: Modality,
    severity: Severity,
    in_force: Spell,
    status: Status,
    since: &'static str,
    outcomes: Vec<Shown>,
    parameters: Vec<Parameter>,
    remedy: Words,
    unchecked: &'static [Unchecked],
}

/// A kind of subject that a rule is asked of.
#[derive(Serialize)]
struct Subject {
    kind: &'static str,
    words: String,
}

#[derive(Serialize)]
struct Cite {
    #[serde(flatten)]
    source: Citation,
    zh: String,
    en: String,
}

/// An outcome of a rule and the case that shows it.
#[derive(Serialize)]
struct Shown {
    outcome: Outcome,
    case: String,
    name: String,
}

#[derive(Clone, Serialize)]
struct Parameter {
    field: &'static str,
    doc: String,
    default: Option<&'static str>,
    /// Whose word the default is, where there is one.
    basis: Option<Basis>,
    confidence: Confidence,
}

/// What is needed of a conformance case.
#[derive(Deserialize)]
struct Case {
    name: String,
    expect: Vec<Expectation>,
}

#[derive(Deserialize)]
struct Expectation {
    code: String,
    outcome: Outcome,
    /// What must not come out shows nothing that does.
    #[serde(default)]
    not: bool,
}

impl Catalogue {
    /// Gathers everything; says which case cannot be read.
    pub(crate) fn read() -> Result<Self, String> {
        let parameters = parameters();
        let codes = |rules: &mut dyn Iterator<Item = &'static Rule>| -> Vec<Code> {
            rules.map(|rule| rule.norm.code).collect()
        };
        let family = |code| {
            let named = FAMILIES.iter().find(|it| it.0 == code);
            let Words { zh, en } = named.map_or(Words { zh: "", en: "" }, |it| it.1);
            Family { code, zh, en, rules: codes(&mut rules::by_family(code)) }
        };
        Ok(Self {
            outcomes: OUTCOMES,
            clauses: CLAUSES
                .iter()
                .map(|clause| {
                    let rules = codes(&mut rules::rules_under(&clause.no.to_string()));
                    ClauseEntry { clause, rules }
                })
                .collect(),
            families: rules::families().map(family).collect(),
            rules: rules::all().map(|it| entry(it, &parameters)).collect::<Result<_, _>>()?,
            parameters,
        })
    }

    /// The data.
    pub(crate) fn json(&self) -> Result<String, String> {
        let text = serde_json::to_string_pretty(self).map_err(|error| error.to_string())?;
        Ok(text + "\n")
    }

    /// RULES.md.
    pub(crate) fn page(&self) -> String {
        let mut md = String::new();
        // Writing to a string cannot fail.
        let _ = self.write(&mut md);
        md
    }

    fn write(&self, md: &mut String) -> std::fmt::Result {
        writeln!(md, "# Rules\n")?;
        writeln!(
            md,
            "Printed from the norms by `cargo run --example catalogue`; a test fails when it is stale."
        )?;
        writeln!(
            md,
            "Gists are in our own words. What a rule or a clause leaves unchecked is said beside it."
        )?;
        writeln!(
            md,
            "With `-- --json` it prints the same as data. [Clauses](#by-clause) · [families](#by-family) · \
             [parameters](#parameters)\n"
        )?;
        self.write_outcomes(md)?;
        self.write_clauses(md)?;
        writeln!(md, "\n## By family\n")?;
        writeln!(md, "| Family | Rules |\n| --- | --- |")?;
        for it in &self.families {
            let heading = it.heading();
            writeln!(md, "| [{heading}](#{}) | {} |", anchor(&heading), it.rules.len())?;
        }
        for family in &self.families {
            writeln!(md, "\n### {}\n", family.heading())?;
            writeln!(md, "| Code | Slug | Title | Severity |\n| --- | --- | --- | --- |")?;
            let rules = || self.rules.iter().filter(|it| it.code.family() == family.code);
            for RuleEntry { code, slug, title, severity, .. } in rules() {
                writeln!(
                    md,
                    "| {} | `{slug}` | {} · {} | {severity} |",
                    link(*code),
                    title.zh,
                    title.en
                )?;
            }
            rules().try_for_each(|rule| rule.write(md))?;
        }
        self.write_parameters(md)
    }

    fn write_outcomes(&self, md: &mut String) -> std::fmt::Result {
        writeln!(md, "## Outcomes\n")?;
        writeln!(
            md,
            "Under each rule stand the outcomes that its conformance cases show, each with one case that is run by the tests.\n"
        )?;
        writeln!(md, "| Outcome | When |\n| --- | --- |")?;
        for it in &self.outcomes {
            writeln!(md, "| {} {} | {} |", it.en, it.zh, it.when)?;
        }
        Ok(())
    }

    fn write_clauses(&self, md: &mut String) -> std::fmt::Result {
        writeln!(md, "\n## By clause\n")?;
        writeln!(md, "| Clause | What it asks | Reach | Rules |\n| --- | --- | --- | --- |")?;
        for ClauseEntry { clause, rules } in &self.clauses {
            let codes: Vec<String> = rules.iter().copied().map(link).collect();
            let codes = if codes.is_empty() { "none".to_owned() } else { codes.join(" ") };
            let (no, zh, en) = (clause.no, clause.zh, clause.gist_en);
            writeln!(md, "| {no} {zh} | {en} | {} | {codes} |", clause.reach.en())?;
        }
        writeln!(md, "\n### What of a clause no rule sees\n")?;
        for ClauseEntry { clause, .. } in &self.clauses {
            for it in clause.unchecked {
                writeln!(md, "- {}: {} {}", clause.no, it.en, it.zh)?;
            }
        }
        Ok(())
    }

    fn write_parameters(&self, md: &mut String) -> std::fmt::Result {
        writeln!(md, "\n## Parameters\n")?;
        writeln!(
            md,
            "A field without a default is unset until the body sets it, and a rule that needs it is undetermined.\n"
        )?;
        writeln!(
            md,
            "| Field of the policy | Meaning | Default | Basis | How sure |\n| --- | --- | --- | --- | --- |"
        )?;
        for it in &self.parameters {
            let default = it.default.unwrap_or("unset");
            let basis = it.basis.map_or("set locally", Basis::en);
            let (field, doc, sure) = (it.field, &it.doc, it.confidence.en());
            writeln!(md, "| `{field}` | {doc} | {default} | {basis} | {sure} |")?;
        }
        Ok(())
    }
}

impl Family {
    fn heading(&self) -> String {
        format!("{} {} {}", self.code, self.zh, self.en).trim_end().to_owned()
    }
}

impl RuleEntry {
    fn write(&self, md: &mut String) -> std::fmt::Result {
        writeln!(md, "\n#### {}\n", self.code)?;
        let Self { slug, title, gist, severity, remedy, .. } = self;
        writeln!(md, "`{slug}` · {} · {} · {severity}\n", title.zh, title.en)?;
        writeln!(md, "{}  \n{}\n", gist.en, gist.zh)?;
        let subjects: Vec<&str> = self.subjects.iter().map(|it| it.words.as_str()).collect();
        writeln!(md, "- Asked: {}", subjects.join("; "))?;
        for Cite { source, zh, en } in &self.cites {
            writeln!(md, "- Cites {zh} ({en}; {})", source.instrument().verified.en())?;
        }
        write!(
            md,
            "- Basis: {}; reach: {}; in force from {}",
            self.basis.en(),
            self.reach.en(),
            self.in_force.from
        )?;
        if let Some(until) = self.in_force.until {
            write!(md, " until {until}")?;
        }
        writeln!(md, "; since {}", self.since)?;
        if self.status != Status::Stable {
            writeln!(md, "- On trial: runs only where asked for, and its outcomes may change")?;
        }
        writeln!(md, "- Outcomes:")?;
        for it in &self.outcomes {
            writeln!(md, "  - [{}]({}): {}", it.outcome, it.case, it.name)?;
        }
        if !self.parameters.is_empty() {
            writeln!(md, "- Parameters:")?;
        }
        for it in &self.parameters {
            match (it.default, it.basis) {
                (Some(default), Some(basis)) => writeln!(
                    md,
                    "  - `{}`: default {default} ({}; {})",
                    it.field,
                    basis.en(),
                    it.confidence.en()
                )?,
                _ => writeln!(
                    md,
                    "  - `{}`: no default, set locally ({})",
                    it.field,
                    it.confidence.en()
                )?,
            }
        }
        writeln!(md, "- Remedy: {} ({})", remedy.en, remedy.zh)?;
        for it in self.unchecked {
            writeln!(md, "- Not checked: {} ({})", it.en, it.zh)?;
        }
        Ok(())
    }
}

fn link(code: Code) -> String {
    format!("[{code}](#{})", anchor(code.as_str()))
}

/// The anchor that a heading gets where the page is read.
fn anchor(heading: &str) -> String {
    let kept = |c: &char| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_');
    heading.to_lowercase().chars().filter(kept).collect::<String>().replace(' ', "-")
}

/// Docs of the source on one line.
fn one_line(doc: &str) -> String {
    doc.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn parameters() -> Vec<Parameter> {
    // A list of the policy, where the others are values of a day.
    let bans = Parameter {
        field: "bans",
        doc: "Bans on business: whom they reach, which relatives, what and where.".to_owned(),
        default: None,
        basis: None,
        confidence: Confidence::Unsettled,
    };
    let all = PARAMETERS.iter().map(|it| Parameter {
        field: it.field,
        doc: one_line(it.doc),
        default: it.default,
        basis: it.default.map(|_| it.basis),
        confidence: it.confidence,
    });
    all.chain([bans]).collect()
}

fn entry(rule: &'static Rule, known: &[Parameter]) -> Result<RuleEntry, String> {
    // In full, so that a field that a norm gains is not forgotten here.
    let Norm {
        code,
        slug,
        title,
        gist,
        cites,
        basis,
        reach,
        modality,
        severity,
        in_force,
        status,
        since,
        remedy,
        parameters,
        unchecked,
    } = rule.norm;
    let cite =
        |it: &Citation| Cite { source: *it, zh: it.to_string(), en: it.render_en().to_string() };
    let parameter = |field: &&'static str| {
        let found = known.iter().find(|it| it.field == *field).cloned();
        found.ok_or_else(|| format!("{code} reads {field}, which is no field of the policy"))
    };
    let subject = |(kind, doc)| {
        let mut words = one_line(doc).trim_end_matches('.').to_owned();
        if let Some(first) = words.get_mut(..1) {
            first.make_ascii_lowercase();
        }
        Subject { kind, words }
    };
    Ok(RuleEntry {
        code,
        slug,
        title,
        gist,
        subjects: rule.checks.subjects().map(subject).collect(),
        cites: cites.iter().map(cite).collect(),
        basis,
        reach,
        modality,
        severity,
        in_force,
        status,
        since,
        outcomes: outcomes(code)?,
        parameters: parameters.iter().map(parameter).collect::<Result<_, _>>()?,
        remedy,
        unchecked,
    })
}

/// The outcomes that the cases of a rule show: each by the case of its name, or else by the first that expects it.
fn outcomes(code: Code) -> Result<Vec<Shown>, String> {
    let folder = format!("tests/conformance/{code}");
    let cases = cases(&folder).map_err(|error| format!("{folder}: {error}"))?;
    let shown = |meaning: &Meaning| {
        let outcome = meaning.outcome;
        let own = format!("{}.json", meaning.en.replace(' ', "_"));
        let expects =
            |it: &Expectation| it.code == code.as_str() && it.outcome == outcome && !it.not;
        let (file, case) = cases
            .iter()
            .filter(|(_, case)| case.expect.iter().any(expects))
            .min_by_key(|(file, _)| *file != own)?;
        Some(Shown { outcome, case: format!("{folder}/{file}"), name: case.name.clone() })
    };
    Ok(OUTCOMES.iter().filter_map(shown).collect())
}

/// The cases of a folder by name of file.
fn cases(folder: &str) -> std::io::Result<Vec<(String, Case)>> {
    let mut cases = Vec::new();
    for entry in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(folder))? {
        let path = entry?.path();
        if path.extension().is_some_and(|it| it == "json") {
            let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let case = serde_json::from_slice(&fs::read(&path)?)
                .map_err(|error| std::io::Error::other(format!("{file}: {error}")))?;
            cases.push((file, case));
        }
    }
    cases.sort_by(|one: &(String, Case), other| one.0.cmp(&other.0));
    Ok(cases)
}
