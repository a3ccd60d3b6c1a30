//! The shape of the house: rooms look only downward, every rule is on its shelf, what is printed is fresh.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use oversight::{law::CLAUSES, policy::PARAMETERS, rules};
use serde_json::Value;

use catalogue::Catalogue;

#[allow(dead_code, reason = "the example has a main of its own")]
#[path = "../examples/catalogue.rs"]
mod catalogue;

/// Lowest first. A room may name only itself and rooms below it. Shape, error and json read and describe records before
/// there are any, schema prints what all of them look like.
const ROOMS: &[&str] = &[
    "time", "path", "outcome", "part", "shape", "error", "json", "law", "facts", "policy",
    "fields", "dossier", "norm", "finding", "report", "rule", "rules", "ruleset", "screen",
    "schema", "lib",
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn files(dir: &Path, out: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { files(&path, out) } else { out.push(path) }
    }
}

/// Rooms named after `crate::`, one by one or in a `use crate::{…}` tree; tests, comments and docs left out.
fn rooms_named(text: &str) -> BTreeSet<String> {
    let code: String = text
        .split("\n#[cfg(test)]\n")
        .next()
        .unwrap()
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .fold(String::new(), |all, line| all + line + "\n");
    let mut names = BTreeSet::new();
    for after in code.split("crate::").skip(1) {
        let Some(tree) = after.strip_prefix('{') else {
            names.insert(after.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect());
            continue;
        };
        let (mut depth, mut word) = (1, String::new());
        for c in tree.chars() {
            match c {
                '{' => depth += 1,
                '}' => depth -= 1,
                ':' | ',' if depth == 1 && !word.is_empty() => {
                    names.insert(std::mem::take(&mut word));
                }
                _ if depth == 1 && (c.is_alphanumeric() || c == '_') => word.push(c),
                _ => {}
            }
            if depth == 0 {
                names.insert(word);
                break;
            }
        }
    }
    names
}

#[test]
fn rooms_look_down() {
    let mut all = Vec::new();
    files(&root().join("src"), &mut all);
    for file in all {
        let inside = file.strip_prefix(root().join("src")).unwrap().with_extension("");
        let room = inside.components().next().unwrap().as_os_str().to_str().unwrap().to_owned();
        let here = ROOMS
            .iter()
            .position(|it| *it == room)
            .unwrap_or_else(|| panic!("{room} has no place"));
        for name in rooms_named(&fs::read_to_string(&file).unwrap()) {
            if let Some(there) = ROOMS.iter().position(|it| *it == name) {
                assert!(there <= here, "{} looks up at {name}", inside.display());
            }
        }
    }
}

#[test]
fn the_arrow_test_sees_an_upward_look() {
    assert!(rooms_named("use crate::{\n    facts::{A, B},\n    rules,\n};").contains("rules"));
    assert!(rooms_named("fn f() -> crate::report::Report {}").contains("report"));
    assert!(!rooms_named("// crate::report\n").contains("report"));
}

#[test]
fn every_rule_is_on_its_shelf() {
    let families = [
        "meeting",
        "committee",
        "power",
        "promotion",
        "business",
        "interference",
        "life_meeting",
        "reporting",
        "responsibility",
        "mutual",
        "family",
        "supervision",
        "rectification",
        "ecology",
    ];
    assert_eq!(rules::families().count(), families.len());
    for (code, family) in rules::families().zip(families) {
        let shelf: Vec<_> = rules::by_family(code).collect();
        let mut on_disk = Vec::new();
        files(&root().join("src/rules").join(family), &mut on_disk);
        on_disk.retain(|file| fs::read_to_string(file).unwrap().contains("static RULE: Rule"));
        // A duty that is only who, with whom, how often and with what is a row of the table, and a line on the shelf.
        let home = root().join("src/rules").join(family).join("mod.rs");
        let rows = fs::read_to_string(home).unwrap().matches(": Rule = duty::rule::<").count();
        assert_eq!(on_disk.len() + rows, shelf.len(), "{family}");
        let codes: Vec<_> = shelf.iter().map(|rule| rule.norm.code).collect();
        assert!(codes.windows(2).all(|pair| pair[0] < pair[1]), "{family} is not in code order");
    }
    assert_eq!(rules::all().count(), 156);
}

/// Codes and slugs are a promise: this list only grows.
#[test]
fn the_set_of_codes_is_frozen() {
    let codes: Vec<String> = rules::all()
        .map(|rule| format!("{} {} {}", rule.norm.code, rule.norm.slug, rule.norm.severity))
        .collect();
    insta::assert_snapshot!(codes.join("\n"));
    let unique: BTreeSet<_> = rules::all().map(|rule| rule.norm.code).collect();
    assert_eq!(unique.len(), codes.len());
    let slugs: BTreeSet<_> = rules::all().map(|rule| rule.norm.slug).collect();
    assert_eq!(slugs.len(), codes.len());
}

#[test]
fn every_norm_says_what_it_must() {
    let mut fields: BTreeSet<_> = PARAMETERS.iter().map(|it| it.field).collect();
    // A list, where the others are values of a day.
    fields.insert("bans");
    for rule in rules::all() {
        let norm = &rule.norm;
        for words in [norm.title, norm.gist, norm.remedy] {
            assert!(!words.zh.is_empty() && !words.en.is_empty(), "{}", norm.code);
        }
        assert!(norm.clauses().next().is_some(), "{} carries out no clause", norm.code);
        assert!(norm.cites[0].clause_no().is_some(), "{} names the measures first", norm.code);
        for field in norm.parameters {
            assert!(
                fields.contains(field),
                "{} reads {field}, which is no field of the policy",
                norm.code
            );
        }
        assert_ne!(format!("{:?}", rule.checks), "{}", "{} reaches nothing", norm.code);
    }
    assert_eq!(CLAUSES.len(), 35);
}

/// Fragments: no capital at the beginning but of a name, no full stop at the end, no verdicts about people.
#[test]
fn words_are_data_not_accusations() {
    let forbidden = ["guilt", "illegal", "offend", "crime", "culprit", "违法者", "有罪", "犯罪"];
    for rule in rules::all() {
        let norm = &rule.norm;
        for text in [
            norm.title.zh,
            norm.title.en,
            norm.gist.zh,
            norm.gist.en,
            norm.remedy.zh,
            norm.remedy.en,
        ] {
            for word in forbidden {
                assert!(!text.contains(word), "{}: {text}", norm.code);
            }
        }
        assert!(!norm.remedy.en.ends_with('.') && !norm.title.en.ends_with('.'), "{}", norm.code);
    }
}

#[test]
fn printed_pages_are_fresh() {
    for (file, fresh) in [
        ("RULES.md", Catalogue::read().unwrap().page()),
        ("docs/dossier.md", catalogue::dossier_md()),
        ("docs/policy.md", catalogue::policy_md()),
    ] {
        let kept = fs::read_to_string(root().join(file)).unwrap();
        assert!(kept == fresh, "{file} is stale: see cargo run --example catalogue -- --help");
    }
}

/// RULES.md as it is printed, and the same as data.
fn page_and_data() -> (String, Value) {
    let catalogue = Catalogue::read().unwrap();
    (catalogue.page(), serde_json::from_str(&catalogue.json().unwrap()).unwrap())
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap()
}

fn list(value: &Value) -> &[Value] {
    value.as_array().unwrap()
}

/// Targets of the links of a page.
fn links(page: &str) -> Vec<&str> {
    page.split("](").skip(1).map(|rest| rest.split(')').next().unwrap()).collect()
}

/// What a page says under a heading, its subheadings included.
fn under<'a>(page: &'a str, heading: &str) -> &'a str {
    let level = heading.split(' ').next().unwrap().len();
    let (_, rest) = page.split_once(&format!("\n{heading}\n")).unwrap();
    let ends = (1..=level).filter_map(|it| rest.find(&format!("\n{} ", "#".repeat(it))));
    &rest[..ends.min().unwrap_or(rest.len())]
}

#[test]
fn every_rule_links_a_case_that_keeps_it_and_one_that_breaks_it() {
    let (page, data) = page_and_data();
    for rule in list(&data["rules"]) {
        let code = text(&rule["code"]);
        let shown = under(&page, &format!("#### {code}"));
        for outcome in ["compliant", "violated"] {
            let case = list(&rule["outcomes"]).iter().find(|it| it["outcome"] == outcome);
            let case = text(&case.unwrap_or_else(|| panic!("{code}: no {outcome} case"))["case"]);
            assert!(root().join(case).is_file(), "{case}");
            assert!(shown.contains(&format!("[{outcome}]({case}): ")), "{case}");
        }
    }
}

#[test]
fn the_data_says_what_the_page_says() {
    let (page, data) = page_and_data();

    let by_clause = under(&page, "## By clause");
    let rows: Vec<&str> = by_clause
        .lines()
        .filter(|it| it.starts_with("| ") && !it.contains("---"))
        .skip(1)
        .collect();
    let clauses = list(&data["clauses"]);
    assert_eq!(rows.len(), CLAUSES.len());
    assert_eq!(clauses.len(), CLAUSES.len());
    for ((row, clause), known) in rows.iter().zip(clauses).zip(CLAUSES) {
        assert_eq!(text(&clause["no"]), known.no.to_string());
        assert!(row.starts_with(&format!("| {} {} |", known.no, known.zh)), "{row}");
        let codes: Vec<String> = list(&clause["rules"])
            .iter()
            .map(|it| format!("#{}", text(it).to_lowercase()))
            .collect();
        assert_eq!(links(row), codes);
        for it in list(&clause["unchecked"]) {
            assert!(by_clause.contains(&format!("- {}: {}", known.no, text(&it["en"]))));
        }
    }

    let rules = list(&data["rules"]);
    let codes: Vec<&str> = rules.iter().map(|it| text(&it["code"])).collect();
    let headings: Vec<&str> = page.lines().filter_map(|it| it.strip_prefix("#### ")).collect();
    assert_eq!(headings, codes);
    assert!(codes.iter().copied().eq(rules::all().map(|rule| rule.norm.code.as_str())));
    let shelved = list(&data["families"]).iter().flat_map(|it| list(&it["rules"]));
    assert!(shelved.map(text).eq(codes));
    for family in list(&data["families"]) {
        let [code, zh, en] = ["code", "zh", "en"].map(|it| text(&family[it]));
        assert!(!zh.is_empty() && !en.is_empty(), "the family {code} has no name");
        let index = under(&page, &format!("### {code} {zh} {en}"));
        for it in list(&family["rules"]) {
            let row = format!("| [{0}](#{1}) |", text(it), text(it).to_lowercase());
            assert!(index.contains(&row), "{row}");
        }
    }

    for rule in rules {
        let shown = under(&page, &format!("#### {}", text(&rule["code"])));
        let cases: Vec<&str> = list(&rule["outcomes"]).iter().map(|it| text(&it["case"])).collect();
        assert_eq!(links(shown), cases);
        let says = |words: &str| {
            assert!(shown.contains(words), "{}: {words}", text(&rule["code"]));
        };
        for words in ["title", "gist", "remedy"].map(|it| &rule[it]) {
            says(text(&words["zh"]));
            says(text(&words["en"]));
        }
        for it in list(&rule["subjects"]) {
            says(text(&it["words"]));
        }
        for it in list(&rule["cites"]) {
            says(&format!("- Cites {} ({}; ", text(&it["zh"]), text(&it["en"])));
        }
        for it in list(&rule["parameters"]) {
            let default = it["default"]
                .as_str()
                .map_or_else(|| "no default, set locally".to_owned(), |it| format!("default {it}"));
            says(&format!("  - `{}`: {default} (", text(&it["field"])));
            assert_eq!(it["default"].is_null(), it["basis"].is_null());
        }
        for it in list(&rule["unchecked"]) {
            says(&format!("- Not checked: {} ({})", text(&it["en"]), text(&it["zh"])));
        }
    }

    let table = under(&page, "## Parameters");
    for it in list(&data["parameters"]) {
        assert!(table.contains(&format!("\n| `{}` |", text(&it["field"]))));
    }
}

#[test]
fn the_links_of_the_rules_lead_somewhere() {
    let page = fs::read_to_string(root().join("RULES.md")).unwrap();
    let mut anchors = BTreeSet::new();
    for line in page.lines().filter(|it| it.starts_with('#')) {
        let heading = line.trim_start_matches('#').trim_start().to_lowercase();
        let anchor: String = heading
            .chars()
            .filter_map(|it| match it {
                ' ' => Some('-'),
                '-' | '_' => Some(it),
                _ => it.is_alphanumeric().then_some(it),
            })
            .collect();
        assert!(anchors.insert(anchor), "two headings are alike: {line}");
    }
    let links = links(&page);
    assert!(links.len() > 2 * rules::all().count());
    for link in links {
        match link.strip_prefix('#') {
            Some(anchor) => assert!(anchors.contains(anchor), "{link}"),
            None => assert!(root().join(link).is_file(), "{link}"),
        }
    }
}
