//! The gate: may a promotion case take its next step today?

#![allow(missing_docs, clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use std::collections::BTreeSet;

use oversight::{
    Error, Report, RuleSet,
    dossier::Dossier,
    facts::{Promotion, Step},
    policy::Policy,
    ruleset::Gate,
    time::{NaiveDate, date},
};
use serde_json::{Value, json};

/// The candidate, two inspectors and a register in which nothing stands in the way.
fn dossier(region: &str) -> Dossier {
    let dossier = json!({
        "unit": { "region": region, "departments": [ { "id": "d1", "work": "procuratorial" } ] },
        "people": [
            { "id": "k1", "appraisals": [ { "year": 2022, "grade": "competent" } ], "sanctions": null,
              "posts": [ { "title": "副主任", "from": "2020-05-01", "rank": "deputy_section", "counted_from": null,
                           "department": "d1", "office": "procurator", "reports_to": "p1" } ] },
            { "id": "p1", "memberships": [ { "body": "party_group", "role": "principal", "from": "2021-01-01" } ] },
            { "id": "v1" }, { "id": "v2" }
        ],
        "kinship": []
    });
    Dossier::from_json(&dossier.to_string()).unwrap()
}

fn policy() -> Policy {
    let policy = json!({ "parameters": {
        "years_deputy_section_to_section": [ { "value": 2 } ],
        "promotion_check_validity": [ { "value": { "months": 6 } } ]
    } });
    Policy::from_json(&policy.to_string()).unwrap()
}

/// A case that has gone through its recommendation and its inspection.
fn case() -> Value {
    let check = json!({ "started_on": "2023-03-01", "finished_on": "2023-03-20", "result": "clear", "signed": true });
    json!({
        "id": "c1", "candidate": "k1", "round": "2023-1",
        "current_rank": "deputy_section", "target_rank": "section", "key_post": false,
        "target_post": { "office": "procurator", "department": "d1", "reports_to": "p1", "has_probation": true },
        "vacancy": { "approved": 3, "filled": 2 },
        "motion": { "opened_on": "2023-03-01" },
        "recommendation": { "started_on": "2023-03-03", "finished_on": "2023-03-06" },
        "inspection": { "started_on": "2023-03-15", "finished_on": "2023-03-24", "inspectors": ["v1", "v2"],
                        "notice_on": "2023-03-10", "report_on": "2023-03-28" },
        "checks": { "file": check, "personal_matters": null, "discipline": check, "complaints": check },
        "complaints": null,
        "integrity_opinion": { "secretary_signed_on": "2023-04-03", "discipline_head_signed_on": "2023-04-04" },
        "family_conduct_appraised_on": "2023-04-04",
        "bars": null, "exception": null, "prior_reports": null,
        "business_clearing": { "matches": null },
        "documents": ["motion", "recommendation", "inspection"]
    })
}

fn ask(case: &Value, step: Step, on: NaiveDate, region: &str) -> Result<Report, Error> {
    let case: Promotion = serde_json::from_value(case.clone()).unwrap();
    RuleSet::stable().check(&Gate::new(&case, step), &dossier(region), &policy(), on)
}

fn at(case: &Value, step: Step, on: NaiveDate) -> Report {
    ask(case, step, on, "national").unwrap()
}

fn blocks(report: &Report) -> BTreeSet<String> {
    report.violations().map(|it| it.code().to_string()).collect()
}

fn missing(report: &Report) -> Vec<String> {
    report.undetermined().iter().map(|it| it.norm.code.to_string()).collect()
}

fn due(report: &Report) -> BTreeSet<(String, String, Option<NaiveDate>)> {
    let pending = report.pending().iter();
    pending.map(|it| (it.norm.code.to_string(), it.at.to_string(), it.due)).collect()
}

fn codes(codes: &[&str]) -> BTreeSet<String> {
    codes.iter().map(|it| (*it).to_owned()).collect()
}

fn with(at: &str, value: Value) -> Value {
    let mut case = case();
    let (parent, key) = at.rsplit_once('/').unwrap();
    case.pointer_mut(parent).unwrap()[key] = value;
    case
}

#[test]
fn a_case_in_order_may_be_decided() {
    let report = at(&case(), Step::Decision, date!(2023, 4, 10));
    assert_eq!((blocks(&report), missing(&report)), (codes(&[]), vec![]));
    assert!(Gate::is_open(&report));
    // The vote comes with the decision, the notice after it.
    let due = due(&report);
    assert!(due.contains(&("PRM016".into(), "/decision/item".into(), None)), "{due:?}");
    assert!(due.contains(&("PRM018".into(), "/notice".into(), None)), "{due:?}");
}

#[test]
fn what_is_lacking_today_blocks_the_decision() {
    let on = date!(2023, 4, 10);
    for (at_, value, code) in [
        ("/checks/discipline/finished_on", Value::Null, "PRM006"),
        ("/checks/discipline/result", json!("problem"), "PRM007"),
        ("/checks/discipline/round", json!("2022-1"), "PRM009"),
        ("/checks/file", Value::Null, "PRM001"),
        ("/integrity_opinion/discipline_head_signed_on", Value::Null, "PRM010"),
        ("/recommendation", Value::Null, "PRM022"),
        ("/inspection", Value::Null, "PRM022"),
        ("/family_conduct_appraised_on", Value::Null, "PRM023"),
        ("/target_rank", json!("division"), "PRM013"),
    ] {
        let mut case = with(at_, value);
        if code == "PRM007" {
            case["checks"]["discipline"]["resolved_on"] = Value::Null;
        }
        let report = at(&case, Step::Decision, on);
        assert!(blocks(&report).contains(code), "{at_}: {:?}", blocks(&report));
        assert!(!Gate::is_open(&report));
        if at_ == "/recommendation" {
            // The inspection was held without it.
            continue;
        }
        // A day earlier nothing departed yet.
        let case: Promotion = serde_json::from_value(case).unwrap();
        let running =
            RuleSet::stable().check(&case, &dossier("national"), &policy(), on.pred_opt().unwrap());
        assert!(!blocks(&running.unwrap()).contains(code), "{at_}");
    }
}

#[test]
fn what_nobody_has_said_is_missing_and_named() {
    let mut case = case();
    case["checks"].as_object_mut().unwrap().remove("discipline");
    let report = at(&case, Step::Decision, date!(2023, 4, 10));
    assert_eq!(blocks(&report), codes(&[]));
    assert!(!Gate::is_open(&report));
    let named: BTreeSet<_> = (report.undetermined().iter())
        .flat_map(|it| it.missing.iter().filter_map(|it| Some(it.path()?.to_string())))
        .collect();
    assert_eq!(named, codes(&["/checks/discipline"]));
}

#[test]
fn what_came_in_today_is_in_time() {
    let case = with("/checks/discipline/finished_on", json!("2023-04-10"));
    assert!(Gate::is_open(&at(&case, Step::Decision, date!(2023, 4, 10))));
    let case = with("/checks/discipline/finished_on", json!("2023-04-10T17:59"));
    assert!(Gate::is_open(&at(&case, Step::Decision, date!(2023, 4, 10))));
}

#[test]
fn the_checks_are_due_on_the_day_the_recommendation_begins() {
    let mut case = case();
    for later in ["recommendation", "inspection", "decision", "notice", "appointed_on", "checks"] {
        case[later] = Value::Null;
    }
    case["documents"] = json!(["motion"]);
    let on = date!(2023, 3, 3);
    let report = at(&case, Step::Recommendation, on);
    assert!(Gate::is_open(&report), "{:?} {:?}", blocks(&report), missing(&report));
    assert!(due(&report).contains(&("PRM005".into(), "/checks".into(), Some(on))));
    // Without a vacancy it may not begin.
    case["vacancy"]["filled"] = json!(3);
    assert_eq!(blocks(&at(&case, Step::Recommendation, on)), codes(&["PRM021"]));
}

#[test]
fn a_bar_blocks_the_inspection() {
    let mut case = case();
    for later in ["inspection", "decision", "notice", "appointed_on"] {
        case[later] = Value::Null;
    }
    case["documents"] = json!(["motion", "recommendation"]);
    // Its notice comes before it, so it is missing; the inspectors come with it.
    let report = at(&case, Step::Inspection, date!(2023, 3, 15));
    assert_eq!((blocks(&report), missing(&report)), (codes(&[]), vec!["PRM015".to_owned()]));
    case["inspection"] = json!({ "started_on": "2023-03-15", "notice_on": "2023-03-10" });
    let report = at(&case, Step::Inspection, date!(2023, 3, 15));
    assert!(Gate::is_open(&report), "{:?} {:?}", blocks(&report), missing(&report));
    assert!(due(&report).iter().any(|it| it.1 == "/inspection/inspectors"));
    case["bars"] = json!({ "political_breach": false, "low_acceptance": false, "canvassing": true,
        "family": "home", "special_post": false, "other": false });
    let report = at(&case, Step::Inspection, date!(2023, 3, 15));
    assert_eq!(blocks(&report), codes(&["PRM011"]));
}

/// The case after it was decided; the item of its meeting is not in the dossier, which other rules would ask for.
fn decided(on: &str) -> Value {
    let mut case = with("/decision", json!({ "decided_on": on }));
    case["documents"] = json!(["motion", "recommendation", "inspection", "decision"]);
    case
}

#[test]
fn the_notice_tells_when_it_ends() {
    // T14: five working days from 2023-04-20, with the days off of Guangxi and without, and over the Spring Festival of 2026.
    for (from, region, last) in [
        (date!(2023, 4, 20), "national", date!(2023, 4, 25)),
        (date!(2023, 4, 20), "guangxi", date!(2023, 4, 27)),
        (date!(2026, 2, 13), "national", date!(2026, 2, 26)),
    ] {
        let case = decided("2023-04-17");
        let report = ask(&case, Step::Notice, from, region).unwrap();
        let pending = due(&report);
        let expected = ("PRM018".into(), "/notice/until".into(), Some(last));
        assert!(pending.contains(&expected), "{pending:?}");

        // Up to that day is enough, a day less is not.
        for (until, enough) in [(last, true), (last.pred_opt().unwrap(), false)] {
            let mut case = decided("2023-04-17");
            case["notice"] =
                json!({ "from": from.to_string(), "until": until.to_string(), "objections": null });
            case["documents"].as_array_mut().unwrap().push(json!("notice"));
            let day = last.succ_opt().unwrap();
            let report = ask(&case, Step::Appointment, day, region).unwrap();
            assert_eq!(blocks(&report).contains("PRM018"), !enough, "{from} {region} {until}");
        }
    }
}

#[test]
fn a_running_notice_and_an_open_objection_block_the_appointment() {
    let mut case = decided("2023-04-10");
    case["notice"] = json!({ "from": "2023-04-11", "until": "2023-04-17",
        "objections": [ { "raised_on": "2023-04-12", "concluded_on": null } ] });
    case["documents"] = json!(["motion", "recommendation", "inspection", "decision", "notice"]);
    let report = at(&case, Step::Appointment, date!(2023, 4, 17));
    assert_eq!(blocks(&report), codes(&["PRM018", "PRM019"]));
    case["notice"]["objections"][0]["concluded_on"] = json!("2023-04-18");
    let report = at(&case, Step::Appointment, date!(2023, 4, 18));
    assert_eq!(blocks(&report), codes(&[]));
    // The probation is set with the appointment.
    assert!(due(&report).iter().any(|it| it.0 == "PRM020" && it.1 == "/probation"));
}

#[test]
fn a_case_alone_is_counted_with_those_on_record_and_once() {
    let promotion = |id: &str, day: &str| json!({ "id": id, "candidate": "k1", "decision": { "decided_on": day }, "prior_reports": null });
    let records = |promotions: &[Value]| {
        let spell = json!({ "body": "party_group", "role": "principal", "from": "2019-05-06",
            "until": "2024-04-30", "end_known_on": "2024-04-01" });
        let records = json!({
            "people": [ { "id": "k1" }, { "id": "p1", "memberships": [spell] } ],
            "promotions": promotions
        });
        Dossier::from_json(&records.to_string()).unwrap()
    };
    let policy =
        json!({ "parameters": { "rush_window": [ { "value": { "calendar_days": 30 } } ] } });
    let policy = Policy::from_json(&policy.to_string()).unwrap();
    let rushed = |case: &Value, dossier: &Dossier| {
        let case: Promotion = serde_json::from_value(case.clone()).unwrap();
        let report = RuleSet::stable().check(&case, dossier, &policy, date!(2024, 6, 30)).unwrap();
        report.violations().any(|it| it.code().as_str() == "PRM027")
    };
    let (first, second) = (promotion("r1", "2024-04-10"), promotion("r2", "2024-04-12"));
    assert!(!rushed(&second, &records(&[])));
    assert!(!rushed(&second, &records(std::slice::from_ref(&second))), "it is counted once");
    assert!(rushed(&second, &records(std::slice::from_ref(&first))));
    assert!(rushed(&second, &records(&[first.clone(), second.clone()])));
    // One that the superior agreed to beforehand is no part of the rush that others are, nor is it said of one that may be.
    let (others, mut third) = ([first.clone(), second.clone()], promotion("r3", "2024-04-15"));
    assert!(rushed(&third, &records(&others)));
    third["prior_reports"] = json!([ { "matter": "before_departure", "reported_on": "2024-04-03",
        "answered_on": "2024-04-08", "agreed": true } ]);
    assert!(!rushed(&third, &records(&others)));
    third.as_object_mut().unwrap().remove("prior_reports");
    assert!(!rushed(&third, &records(&others)));
    // What stands in the dossier under its identifier is replaced by it.
    let other = promotion("r2", "2024-03-01");
    assert!(!rushed(&other, &records(&[promotion("r1", "2024-04-10"), second])));
}

#[test]
fn a_step_that_was_taken_is_no_question() {
    let error = ask(&case(), Step::Inspection, date!(2023, 4, 10), "national").unwrap_err();
    assert_eq!(error.faults().len(), 1);
    assert_eq!(error.faults()[0].pointer, "/inspection");
    // On the day itself it is judged as the last thing of that day.
    let report = at(&case(), Step::Inspection, date!(2023, 3, 15));
    assert_eq!(blocks(&report), codes(&[]));
}

#[test]
fn a_dangling_identifier_is_named() {
    let mut case = case();
    case["candidate"] = json!("nobody");
    case["target_post"]["reports_to"] = json!("no one");
    let error = ask(&case, Step::Decision, date!(2023, 4, 10), "national").unwrap_err();
    let pointers: BTreeSet<_> = error.faults().iter().map(|it| it.pointer.clone()).collect();
    assert_eq!(pointers, codes(&["/candidate", "/target_post/reports_to"]));
}
