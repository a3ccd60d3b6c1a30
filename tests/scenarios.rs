//! The sample year: what its README says was planted is just what the report says, in words that hold no names.
#![allow(missing_docs, clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use std::{collections::BTreeSet, fs, path::Path};

use oversight::{
    Lang, Report, RuleSet, Style,
    dossier::Dossier,
    outcome::Outcome,
    policy::Policy,
    time::{NaiveDate, date},
};
use serde_json::Value;

fn data(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/data").join(name);
    fs::read_to_string(path).unwrap()
}

fn audit() -> (Dossier, Policy, Report) {
    let dossier = Dossier::from_json(&data("dossier.json")).unwrap();
    let policy = Policy::from_json(&data("policy.json")).unwrap();
    let mut report = Report::with_trace();
    RuleSet::stable().evaluate_into(&dossier, &policy, date!(2024, 12, 31), &mut report);
    (dossier, policy, report)
}

/// Cells of the table below a heading of the README, without their backquotes.
fn table(heading: &str) -> Vec<Vec<String>> {
    let text = data("README.md");
    let section = text.split("\n## ").find(|it| it.starts_with(heading)).unwrap();
    section
        .lines()
        .filter(|line| line.starts_with('|'))
        .skip(2)
        .map(|line| line.split('|').map(|it| it.trim().replace('`', "")).collect())
        .collect()
}

/// Rule and address, as planted and as reported.
fn compare(heading: &str, reported: impl Iterator<Item = (String, String)>) {
    let planted: BTreeSet<(String, String)> =
        table(heading).into_iter().map(|row| (row[1].clone(), row[3].clone())).collect();
    let reported: BTreeSet<(String, String)> = reported.collect();
    let missed: Vec<_> = planted.difference(&reported).collect();
    let extra: Vec<_> = reported.difference(&planted).collect();
    assert!(
        missed.is_empty() && extra.is_empty(),
        "{heading}\nmissed: {missed:#?}\nextra: {extra:#?}"
    );
}

#[test]
fn the_report_finds_just_what_was_planted() {
    let (_, _, report) = audit();
    compare(
        "Planted breaches",
        report.violations().map(|it| (it.code().to_string(), it.path().to_string())),
    );
    compare(
        "Running",
        report.pending().iter().map(|it| (it.norm.code.to_string(), it.at.to_string())),
    );
    let gaps: BTreeSet<(String, String)> =
        table("Planted gaps").into_iter().map(|row| (row[1].clone(), row[2].clone())).collect();
    let reported: BTreeSet<(String, String)> = report
        .undetermined()
        .iter()
        .map(|it| {
            (it.norm.code.to_string(), it.subject.id.as_deref().unwrap_or("the unit").to_owned())
        })
        .collect();
    assert_eq!(gaps, reported);
}

/// Rules asked of the unit alone, once: broken here, kept as of an earlier day …
const OF_THE_UNIT: [(NaiveDate, &[&str]); 2] = [
    (
        date!(2023, 12, 31),
        &[
            "BIZ011", "BIZ012", "PWR001", "PWR011", "FAM003", "MUT005", "RPT008", "RSP001",
            "RSP007", "SUP001", "SUP008", "PRM027",
        ],
    ),
    (date!(2024, 11, 30), &["CMT007", "PWR004", "PWR013"]),
];

/// … or, where it was the first year that broke them, under measures that bind later.
const OF_THE_FIRST_YEAR: [&str; 12] = [
    "DLM001", "ECO001", "FAM004", "FAM005", "RPT001", "RPT002", "RPT005", "SUP002", "SUP003",
    "SUP005", "SUP006", "SUP009",
];

#[test]
fn every_rule_is_kept_and_broken_somewhere() {
    let (_, _, report) = audit();
    for row in report.tally().rows() {
        assert!(row.violated > 0, "{} is broken nowhere", row.norm.code);
        // One committee, one political department, one principal: asked once, of the unit, a rule cannot be both.
        let code = row.norm.code.as_str();
        let mut of_the_unit = OF_THE_UNIT.iter().flat_map(|it| it.1).chain(&OF_THE_FIRST_YEAR);
        assert!(row.compliant > 0 || of_the_unit.any(|it| *it == code), "{code} is kept nowhere");
    }
    let (dossier, policy, _) = audit();
    let kept = |report: &Report, codes: &[&str]| {
        for code in codes {
            assert!(report.tally().of(code).unwrap().of(Outcome::Compliant) > 0, "{code}");
        }
    };
    for (day, codes) in OF_THE_UNIT {
        kept(&RuleSet::stable().evaluate(&dossier, &policy, day), codes);
    }
    let later = data("policy.json").replace(r#""2023-01-01""#, r#""2024-07-01""#);
    let later = Policy::from_json(&later).unwrap();
    kept(&RuleSet::stable().evaluate(&dossier, &later, date!(2024, 12, 31)), &OF_THE_FIRST_YEAR);
}

#[test]
fn the_year_is_as_large_as_it_says() {
    let (dossier, _, _) = audit();
    let records = dossier.records();
    assert!(records.meetings.len() >= 24);
    assert!(records.meetings.iter().map(|it| it.items.len()).sum::<usize>() >= 120);
    let members = records.people.iter().filter(|it| !it.memberships.is_empty()).count();
    assert_eq!(members, 11);
    assert!(records.promotions.len() >= 14);
    assert!(records.households.len() >= 11);
    assert!(records.power_lists.len() >= 10);
    assert!(records.acts.len() >= 250);
    assert!(records.approaches.len() >= 15);
    assert_eq!(records.oversight_inspections.len(), 2);
    assert!(records.life_meetings.len() >= 12);
    assert!(records.concerns.len() >= 13);
    assert!(records.special_causes.len() >= 3);
    assert!(records.activities.len() >= 130);
    assert!(records.accountability_reports.len() >= 4);
    assert!(records.requests.len() >= 6);
    assert!(records.case_filings.len() >= 3);
    assert!(records.plans.len() >= 3);
    assert!(records.important_cases.len() >= 5);
    assert!(records.shortfalls.len() >= 5);
    assert!(records.peer_breaches.len() >= 10);
    assert!(records.off_hours_problems.len() >= 5);
    // Two years of returns, of five departments at least.
    let returns = |department: &str| {
        let own = records.monthly_returns.iter();
        own.filter(|it| it.department.as_ref().is_some_and(|it| it.as_str() == department)).count()
    };
    for department in ["dep-politics", "dep-1", "dep-3", "dep-finance", "dep-oversight"] {
        assert_eq!(returns(department), 24, "{department}");
    }
}

/// Everything a dossier holds that may be a name or free text.
fn free_texts(value: &Value, texts: &mut BTreeSet<String>) {
    match value {
        Value::Object(fields) => {
            for (key, value) in fields {
                match value {
                    Value::String(text)
                        if [
                            "name",
                            "title",
                            "content",
                            "archive_number",
                            "project",
                            "payee",
                            "party",
                            "scope",
                            "version",
                            "power",
                            "basis",
                            "step",
                        ]
                        .contains(&key.as_str()) =>
                    {
                        texts.insert(text.clone());
                    }
                    Value::Array(list)
                        if ["scope", "procedure", "prior_steps", "powers", "evidence"]
                            .contains(&key.as_str())
                            && list.iter().all(Value::is_string) =>
                    {
                        texts.extend(list.iter().filter_map(Value::as_str).map(str::to_owned));
                    }
                    // Titles of posts are terms of art, which the law's own words hold too.
                    _ if key == "posts" => {}
                    _ => free_texts(value, texts),
                }
            }
        }
        Value::Array(list) => list.iter().for_each(|it| free_texts(it, texts)),
        _ => {}
    }
}

#[test]
fn no_rendering_of_a_report_holds_a_name() {
    let (_, policy, report) = audit();
    let mut texts = BTreeSet::new();
    free_texts(&serde_json::from_str(&data("dossier.json")).unwrap(), &mut texts);
    // A department may be called what the law calls it.
    let law =
        serde_json::to_string(&oversight::rules::all().map(|it| &it.norm).collect::<Vec<_>>())
            .unwrap();
    texts.retain(|text| !law.contains(text));
    assert!(texts.len() > 40);
    let renderings = [
        report.text(Style::plain(Lang::ZhCn), &policy).to_string(),
        report.text(Style::plain(Lang::En), &policy).to_string(),
        format!("{report:?}"),
        serde_json::to_string(&report).unwrap(),
        report.violations().map(|it| it.render(Lang::ZhCn).to_string()).collect(),
    ];
    for text in texts {
        for rendering in &renderings {
            assert!(!rendering.contains(&text), "a rendering holds a free text of the dossier");
        }
    }
}

#[test]
fn debug_of_a_dossier_holds_no_name() {
    let (dossier, _, _) = audit();
    let mut texts = BTreeSet::new();
    free_texts(&serde_json::from_str(&data("dossier.json")).unwrap(), &mut texts);
    let debug = format!("{dossier:?}");
    for text in texts {
        assert!(!debug.contains(&format!("\"{text}\"")), "Debug prints a free text");
    }
}

#[test]
fn the_report_as_people_read_it() {
    let (_, policy, report) = audit();
    insta::assert_snapshot!(
        "report_zh",
        report.text(Style::plain(Lang::ZhCn), &policy).to_string()
    );
    insta::assert_snapshot!("report_en", report.text(Style::plain(Lang::En), &policy).to_string());
}

#[test]
fn every_finding_of_the_year_has_an_identity_of_its_own() {
    let (_, _, report) = audit();
    let prints: BTreeSet<_> =
        report.violations().map(oversight::finding::Violation::fingerprint).collect();
    assert_eq!(prints.len(), report.violations().len());
    // Sixteen letters and digits, the same on every machine.
    let alike = |it: &str| it.len() == 16 && it.bytes().all(|c| c.is_ascii_alphanumeric());
    assert!(prints.iter().all(|it| alike(it.as_str())));
}
