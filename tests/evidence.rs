//! What outcomes rested on: kept on request, for every subject, with addresses that resolve and words in both languages.
#![allow(missing_docs, clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use std::fs;

use oversight::{
    Dossier, Lang, Report, RuleSet,
    finding::{Denominator, Evidence, FactState},
    outcome::Outcome,
    policy::Policy,
    time::{NaiveDate, date},
};
use serde_json::{Value, json};

fn told(dossier: &Value, policy: &str, as_of: NaiveDate) -> Report {
    let dossier = Dossier::from_json(&dossier.to_string()).unwrap();
    let policy = Policy::from_json(policy).unwrap();
    let mut report = Report::with_evidence();
    RuleSet::stable().evaluate_into(&dossier, &policy, as_of, &mut report);
    report
}

/// Seven members, of whom so many are present for an item on the matter of that category.
fn sitting(present: usize, category: &str) -> Value {
    let people: Vec<Value> = (1..=7)
        .map(|n| {
            let role = if n == 1 { "principal" } else { "member" };
            json!({ "id": format!("p{n}"), "memberships": [ { "body": "party_group", "role": role, "from": "2021-03-01" } ] })
        })
        .collect();
    let present: Vec<String> = (1..=present).map(|n| format!("p{n}")).collect();
    json!({ "people": people, "matters": [ { "id": "x1", "category": category } ],
        "meetings": [ { "id": "m1", "kind": "party_group", "held_on": "2024-05-06",
            "items": [ { "id": "i1", "matter": "x1", "present": present } ] } ] })
}

fn of<'r>(report: &'r Report, code: &str) -> &'r [Evidence] {
    let trace = report.trace().unwrap();
    &trace.iter().find(|it| it.code.as_str() == code).unwrap().evidence
}

/// Brief, table T2: two thirds of 7 are 5.
#[test]
fn a_quorum_that_is_kept_says_by_how_many() {
    let report = told(&sitting(5, "personnel"), "{}", date!(2024, 6, 30));
    let count = Evidence::Count { required: 5, found: 5, of: Denominator::Entitled, total: 7 };
    assert!(of(&report, "MTG006").contains(&count), "{:?}", of(&report, "MTG006"));
    let en = report.explain("MTG006", "item:i1", Lang::En).unwrap().to_string();
    for line in [
        "MTG006 Quorum\n",
        "subject: i1  /meetings/0/items/0\n",
        "key: MTG006/item:i1\n",
        "outcome: compliant\n",
        "- found 5 of 7 members entitled to attend; at least 5 are required: met",
    ] {
        assert!(en.contains(line), "{line}\n{en}");
    }
    let zh = report.explain("MTG006", "MTG006/item:i1", Lang::ZhCn).unwrap().to_string();
    for line in
        ["标识：MTG006/item:i1\n", "结论：符合\n", "- 按应到会7人计，实有5人，至少需5人：达到"]
    {
        assert!(zh.contains(line), "{line}\n{zh}");
    }
}

/// Half of 7 is 4.
#[test]
fn the_share_is_that_of_the_category() {
    let report = told(&sitting(4, "project"), "{}", date!(2024, 6, 30));
    let count = Evidence::Count { required: 4, found: 4, of: Denominator::Entitled, total: 7 };
    assert!(of(&report, "MTG006").contains(&count), "{:?}", of(&report, "MTG006"));
    // Without a category only both shares together settle it, so the harder one is told.
    let mut unknown = sitting(6, "project");
    unknown["matters"][0].as_object_mut().unwrap().remove("category");
    let report = told(&unknown, "{}", date!(2024, 6, 30));
    let count = Evidence::Count { required: 5, found: 6, of: Denominator::Entitled, total: 7 };
    assert!(of(&report, "MTG006").contains(&count), "{:?}", of(&report, "MTG006"));
}

#[test]
fn a_departure_and_what_is_open_are_explained_too() {
    let report = told(&sitting(3, "project"), "{}", date!(2024, 6, 30));
    let en = report.explain("MTG006", "item:i1", Lang::En).unwrap().to_string();
    assert!(en.contains("outcome: violated\n- found 3 of 7 members"), "{en}");
    let en = report.explain("MTG012", "item:i1", Lang::En).unwrap().to_string();
    assert!(en.contains("outcome: undetermined\n- "), "{en}");
    assert!(en.contains("fact /meetings/0/items/0/result: nobody has said"), "{en}");
    let result = Evidence::Fact {
        at: "/meetings/0/items/0/result".parse().unwrap(),
        state: FactState::Unknown,
    };
    assert!(of(&report, "MTG012").contains(&result));
    assert!(report.explain("MTG006", "item:i2", Lang::En).is_none());
    assert!(report.explain("MTG999", "item:i1", Lang::En).is_none());
}

#[test]
fn a_parameter_says_whose_word_it_is_and_what_is_unset_that_it_is() {
    let mut unset = sitting(5, "project");
    unset["meetings"][0]["items"][0]["result"] = "deferred".into();
    let policy = r#"{ "parameters": { "deferred_item_limit": [ { "value": { "months": 3 }, "from": "2024-02-01", "cite": "议事规则" } ] } }"#;
    for (policy, set) in [("{}", false), (policy, true)] {
        let report = told(&unset, policy, date!(2024, 6, 30));
        let asked = of(&report, "MTG022").iter().any(|it| {
            let Evidence::Parameter { hinge, set: it, since } = it else { return false };
            let day = set.then_some(date!(2024, 2, 1));
            hinge.field == "deferred_item_limit" && *it == set && *since == day
        });
        assert!(asked, "{:?}", of(&report, "MTG022"));
        let told = report.explain("MTG022", "item:i1", Lang::En).unwrap().to_string();
        assert_eq!(
            told.contains("deferred_item_limit (议事规则), since 2024-02-01"),
            set,
            "{told}"
        );
    }
}

#[test]
fn the_sample_year_is_kept_whole_and_told_no_otherwise() {
    let data = |name: &str| {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/data");
        fs::read_to_string(path.join(name)).unwrap()
    };
    let dossier = Dossier::from_json(&data("dossier.json")).unwrap();
    let policy = Policy::from_json(&data("policy.json")).unwrap();
    let (mut plain, mut report) = (Report::new(), Report::with_evidence());
    let as_of = date!(2024, 12, 31);
    RuleSet::stable().evaluate_into(&dossier, &policy, as_of, &mut plain);
    RuleSet::stable().evaluate_into(&dossier, &policy, as_of, &mut report);
    assert!(plain.violations().eq(report.violations()));
    assert_eq!(plain.undetermined(), report.undetermined());
    assert_eq!(plain.pending(), report.pending());
    assert_eq!(plain.tally(), report.tally());
    let trace = report.trace().unwrap();
    let subjects: u64 =
        plain.tally().rows().iter().map(oversight::report::TallyRow::subjects).sum();
    assert_eq!(trace.len() as u64, subjects);
    let whole: Value = serde_json::to_value(dossier.records()).unwrap();
    let mut noted = 0;
    for it in trace {
        for (n, evidence) in it.evidence.iter().enumerate() {
            assert!(!it.evidence[..n].contains(evidence), "{} twice", it.subject.key());
            noted += 1;
            let Evidence::Fact { at, state } = evidence else { continue };
            let there = whole.pointer(&at.to_string());
            let as_told = match state {
                FactState::Known => there.is_some_and(|it| !it.is_null()),
                FactState::Absent => there.is_none_or(Value::is_null),
                FactState::Unknown => there.is_none(),
            };
            assert!(as_told, "{} {at}: {state:?}", it.code);
        }
    }
    assert!(noted > trace.len() / 4, "{noted}");
    // Printing every one would be slow and show no more.
    for it in trace.iter().step_by(97) {
        let key = it.subject.key();
        for lang in [Lang::ZhCn, Lang::En] {
            let text = report.explain(it.code.as_str(), key.as_str(), lang).unwrap().to_string();
            assert!(text.contains(key.as_str()), "{text}");
        }
    }
    let kept = trace.iter().filter(|it| it.outcome == Outcome::Compliant);
    assert!(kept.filter(|it| !it.evidence.is_empty()).count() > 500);
}

#[test]
fn a_report_that_is_used_again_forgets() {
    let dossier = Dossier::from_json(&sitting(5, "project").to_string()).unwrap();
    let rules = RuleSet::stable();
    let (policy, as_of) = (Policy::default(), date!(2024, 6, 30));
    let mut report = Report::with_evidence();
    rules.evaluate_into(&dossier, &policy, as_of, &mut report);
    let first = report.clone();
    rules.evaluate_into(&dossier, &policy, as_of, &mut report);
    assert!(report == first);
}
