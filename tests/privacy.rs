//! Names and free texts of a dossier stand in no rendering of a report and in no `Debug`: findings hold identifiers alone.
//! Under the three rules that protects those who recorded, and those who only asked.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

mod support;

use oversight::{
    Lang, Report, RuleSet, Style,
    dossier::Dossier,
    facts::Records,
    shape::{Shape, Shaped},
};
use proptest::prelude::*;
use serde_json::{Value, json};
use support::{Case, Cases, settings};

/// Puts a text of its own into every place where a record may hold one. Words that lists and acts share stay equal.
fn mark(shape: Shape, value: &mut Value, marks: &mut Vec<String>) {
    match (shape, &mut *value) {
        (Shape::Record(record), Value::Object(object)) => {
            for field in record.fields {
                if let Some(value) = object.get_mut(field.name) {
                    mark(field.shape, value, marks);
                }
            }
        }
        (Shape::List(inner), Value::Array(list)) => {
            for value in list {
                mark(*inner, value, marks);
            }
        }
        (Shape::Fact(inner) | Shape::Nullable(inner), value) if !value.is_null() => {
            mark(*inner, value, marks);
        }
        (Shape::Text, Value::String(text)) => {
            let marked = format!("¤{text}¤");
            marks.push(marked.clone());
            *value = json!(marked);
        }
        _ => {}
    }
}

fn list<'a>(records: &'a mut Value, key: &str) -> Option<&'a mut Vec<Value>> {
    records.get_mut(key).and_then(Value::as_array_mut)
}

fn leaks(case: &Case) -> Vec<String> {
    let (mut records, mut marks) = (case.dossier.clone(), Vec::new());
    mark(Records::SHAPE, &mut records, &mut marks);
    // A name where the format has room for one: a person, a department, one who asked.
    for person in list(&mut records, "people").into_iter().flatten() {
        person["name"] = json!("¤姓名¤");
    }
    for approach in list(&mut records, "approaches").into_iter().flatten() {
        if let Some(Value::Object(asker)) = approach.get_mut("asker") {
            asker.insert("name".into(), json!("¤请托人¤"));
        }
        approach["content"] = json!("¤内容¤");
    }
    let dossier = Dossier::from_json(&records.to_string()).unwrap();
    let policy = case.policy();
    let mut report = Report::with_trace();
    RuleSet::stable().with_preview().evaluate_into(&dossier, &policy, case.as_of, &mut report);
    let texts = [
        ("Debug of the dossier", format!("{dossier:?}")),
        ("Debug of the report", format!("{report:?}")),
        ("JSON", serde_json::to_string(&report).unwrap()),
        ("Chinese", report.text(Style::plain(Lang::ZhCn), &policy).to_string()),
        ("English", report.text(Style::plain(Lang::En), &policy).to_string()),
    ];
    let kept = |it: &&(&str, String)| it.1.contains('¤');
    texts.iter().filter(kept).map(|it| it.0.to_owned()).collect()
}

proptest! {
    #![proptest_config(settings())]

    #[test]
    fn no_rendering_holds_a_text_of_the_dossier(case in Cases) {
        prop_assert_eq!(leaks(&case), Vec::<String>::new());
    }
}

/// The test above is about something: the generator fills such places.
#[test]
fn there_is_something_to_leak() {
    let mut rng = proptest::test_runner::TestRng::deterministic_rng(
        proptest::test_runner::RngAlgorithm::ChaCha,
    );
    let (mut texts, mut findings) = (0, 0);
    for _ in 0..50 {
        let case = support::case(&mut rng);
        let (mut records, mut marks) = (case.dossier.clone(), Vec::new());
        mark(Records::SHAPE, &mut records, &mut marks);
        texts += marks.len();
        findings += RuleSet::stable()
            .evaluate(&case.dossier(), &case.policy(), case.as_of)
            .violations()
            .filter(|it| ["ITV", "PWR", "RCT"].contains(&it.norm.code.family()))
            .count();
    }
    assert!(texts > 500 && findings > 50, "{texts} texts, {findings} findings");
}
