//! Laws that hold for every dossier and every policy.

#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

mod support;

use std::collections::{BTreeMap, BTreeSet, HashMap};

use oversight::{
    Lang, Report, RuleSet, Style,
    facts::{Dossier, Records},
    finding::Missing,
    outcome::Outcome,
    path::Path,
    policy::PARAMETERS,
    rules,
    shape::{Shape, Shaped},
};
use proptest::{
    prelude::*,
    test_runner::{RngAlgorithm, TestRng},
};
use serde_json::Value;
use support::{Case, Cases, mix, outcomes, read, settings, shuffle};

/// Every rule, with the trace.
fn run(dossier: &Dossier, case: &Case) -> Report {
    let mut report = Report::with_trace();
    everything().evaluate_into(dossier, &case.policy(), case.as_of, &mut report);
    report
}

fn everything() -> RuleSet {
    RuleSet::stable().with_preview()
}

/// Fails where a decided outcome of the one is another in the other.
fn never_overturned(
    poorer: &BTreeMap<(String, String), Outcome>,
    richer: &BTreeMap<(String, String), Outcome>,
) -> Result<(), TestCaseError> {
    for (which, outcome) in poorer.iter().filter(|it| it.1.is_decided()) {
        let now = richer[which];
        prop_assert!(now == *outcome, "{which:?}: {outcome} became {now}");
    }
    Ok(())
}

/// Identifier of what stands at an address; the address itself where it has none.
fn id_at(dossier: &Value, at: &str) -> String {
    let id = dossier.pointer(at).and_then(|it| it.get("id")).and_then(Value::as_str);
    id.unwrap_or(at).to_owned()
}

/// Outcomes by code and identifier, sorted.
fn by_id(report: &Report, dossier: &Value) -> Vec<(String, String, Outcome)> {
    let mut list: Vec<_> = outcomes(report)
        .into_iter()
        .map(|((code, at), outcome)| (code, id_at(dossier, &at), outcome))
        .collect();
    list.sort();
    list
}

/// Lists whose order says nothing; statements are one where their order is not known.
fn unordered(record: &str, key: &str, object: &serde_json::Map<String, Value>) -> bool {
    match (record, key) {
        ("Meeting", "items") => false,
        ("Item", "statements") => object.get("statements_unordered") == Some(&Value::Bool(true)),
        _ => true,
    }
}

fn permute(shape: Shape, value: &mut Value, state: &mut u64) {
    match (shape, value) {
        (Shape::Record(record), Value::Object(object)) => {
            for field in record.fields {
                let free = unordered(record.name, field.name, object);
                let Some(value) = object.get_mut(field.name) else { continue };
                permute(field.shape, value, state);
                if let (Value::Array(list), true) = (value, free) {
                    shuffle(list, state);
                }
            }
        }
        (Shape::List(inner), Value::Array(list)) => {
            for value in list {
                permute(*inner, value, state);
            }
        }
        (Shape::Fact(inner) | Shape::Nullable(inner), value) => permute(*inner, value, state),
        _ => {}
    }
}

/// What writing leaves out: what stands for a missing key.
fn normalise(shape: Shape, value: &mut Value) {
    match (shape, value) {
        (Shape::Record(record), Value::Object(object)) => {
            for field in record.fields {
                let Some(value) = object.get_mut(field.name) else { continue };
                normalise(field.shape, value);
                let blank = match (field.shape, &*value) {
                    (Shape::List(_), Value::Array(list)) => list.is_empty(),
                    (Shape::Nullable(_), value) => value.is_null(),
                    (Shape::Bool, value) => *value == false,
                    (Shape::Whole(_), value) => *value == 0,
                    (Shape::Choice(_), value) => *value == "member" || *value == "decide",
                    _ => false,
                };
                if blank && !field.required {
                    object.remove(field.name);
                }
            }
        }
        (Shape::List(inner), Value::Array(list)) => {
            for value in list {
                normalise(*inner, value);
            }
        }
        (Shape::Fact(inner) | Shape::Nullable(inner), value) => normalise(*inner, value),
        _ => {}
    }
}

#[test]
fn random_cases_reach_every_outcome_of_every_rule() {
    // Otherwise the laws below would be about nothing.
    let mut rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let mut reached = BTreeSet::new();
    for _ in 0..3000 {
        let case = support::case(&mut rng);
        for ((code, _), outcome) in outcomes(&run(&case.dossier(), &case)) {
            reached.insert((code, outcome));
        }
    }
    let mut never = Vec::new();
    for norm in everything().norms() {
        for outcome in Outcome::ALL.into_iter().filter(|it| *it != Outcome::Pending) {
            if !reached.contains(&(norm.code.to_string(), outcome)) {
                never.push(format!("{} {outcome}", norm.code));
            }
        }
    }
    assert!(never.is_empty(), "{never:?}");
    assert!(reached.iter().any(|it| it.1 == Outcome::Pending));
}

proptest! {
    #![proptest_config(settings())]

    #[test]
    fn filling_in_a_fact_overturns_nothing(case in Cases) {
        let poorer = outcomes(&run(&read(&case.poorer), &case));
        let richer = outcomes(&run(&case.dossier(), &case));
        never_overturned(&poorer, &richer)?;
    }

    #[test]
    fn declaring_completeness_overturns_nothing(case in Cases) {
        let mut poorer = case.dossier.clone();
        let mut state = case.seed;
        if let Some(list) = poorer.get_mut("complete").and_then(Value::as_array_mut) {
            list.retain(|_| mix(&mut state) % 3 == 0);
        }
        let poorer = outcomes(&run(&read(&poorer), &case));
        never_overturned(&poorer, &outcomes(&run(&case.dossier(), &case)))?;
    }

    #[test]
    fn setting_an_unset_parameter_overturns_nothing(case in Cases) {
        let mut poorer = case.clone();
        let mut state = case.seed;
        for it in PARAMETERS.iter().filter(|it| it.default.is_none()) {
            if mix(&mut state) % 2 == 0 {
                support::leave_out(&mut poorer.policy, &format!("/parameters/{}", it.field));
            }
        }
        let dossier = case.dossier();
        never_overturned(&outcomes(&run(&dossier, &poorer)), &outcomes(&run(&dossier, &case)))?;
    }

    #[test]
    fn the_order_of_independent_records_changes_no_outcome(case in Cases) {
        let (mut other, mut state) = (case.dossier.clone(), case.seed);
        permute(Records::SHAPE, &mut other, &mut state);
        let before = by_id(&run(&case.dossier(), &case), &case.dossier);
        let after = by_id(&run(&read(&other), &case), &other);
        for (before, after) in before.iter().zip(&after) {
            prop_assert_eq!(before, after, "in another order: {:#}", other);
        }
        prop_assert_eq!(before.len(), after.len());
    }

    #[test]
    fn a_report_is_the_same_to_the_byte(case in Cases, other in Cases) {
        let (dossier, policy, rules) = (case.dossier(), case.policy(), everything());
        let written = |report: &Report| {
            let text = |lang| report.text(Style::plain(lang), &policy).to_string();
            (serde_json::to_string(report).unwrap(), text(Lang::ZhCn), text(Lang::En))
        };
        let first = written(&rules.evaluate(&dossier, &policy, case.as_of));
        prop_assert_eq!(&first, &written(&rules.evaluate(&dossier, &policy, case.as_of)));
        prop_assert_eq!(&first, &written(&everything().evaluate(&case.dossier(), &policy, case.as_of)));
        // A report that was used for something else before.
        let mut report = Report::new();
        rules.evaluate_into(&other.dossier(), &other.policy(), other.as_of, &mut report);
        rules.evaluate_into(&dossier, &policy, case.as_of, &mut report);
        prop_assert_eq!(&first, &written(&report));
    }

    #[test]
    fn every_address_leads_somewhere(case in Cases) {
        let report = run(&case.dossier(), &case);
        let leads = |code: &str, what: &str, at: Path| {
            let at = at.to_string();
            let there = case.dossier.pointer(&at).is_some();
            prop_assert!(there, "{code}: {what} {at} is not there");
            Ok(())
        };
        for it in report.violations() {
            let code = it.norm.code.as_str();
            leads(code, "subject", it.subject)?;
            leads(code, "at", it.at)?;
            for at in &it.also {
                leads(code, "also", *at)?;
            }
        }
        for it in report.pending() {
            leads(it.norm.code.as_str(), "subject", it.subject)?;
            leads(it.norm.code.as_str(), "pending", it.at)?;
        }
        for it in report.undetermined() {
            let code = it.norm.code.as_str();
            leads(code, "subject", it.subject)?;
            prop_assert!(!it.missing.is_empty(), "{code}: nothing would settle {}", it.subject);
            for missing in &it.missing {
                if let Missing::Fact(at) = missing {
                    // It names a key that nobody has given, in a record that is there.
                    let at = at.to_string();
                    let parent = at.rsplit_once('/').map_or("", |it| it.0);
                    prop_assert!(case.dossier.pointer(&at).is_none(), "{code}: {at} is known");
                    prop_assert!(case.dossier.pointer(parent).is_some(), "{code}: no {parent}");
                } else if let Some(at) = missing.path() {
                    leads(code, "missing", at)?;
                }
            }
        }
    }

    #[test]
    fn records_survive_writing_and_reading(case in Cases) {
        let dossier = case.dossier();
        let written = serde_json::to_value(dossier.records()).unwrap();
        let mut normal = case.dossier.clone();
        normalise(Records::SHAPE, &mut normal);
        prop_assert_eq!(&written, &normal);
        prop_assert_eq!(&read(&written), &dossier);
        let unchecked: Records = serde_json::from_value(case.dossier.clone()).unwrap();
        prop_assert_eq!(&Dossier::new(unchecked).unwrap(), &dossier);
    }

    #[test]
    fn every_rule_and_subject_is_accounted_for(case in Cases) {
        let (dossier, report) = (case.dossier(), run(&case.dossier(), &case));
        let records = dossier.records();
        let items: usize = records.meetings.iter().map(|it| it.items.len()).sum();
        let trace = report.trace().unwrap();
        let distinct: BTreeSet<_> = trace.iter().map(|it| (it.code, it.subject)).collect();
        prop_assert_eq!(distinct.len(), trace.len());
        prop_assert_eq!(report.tally().rows().len(), everything().norms().len());
        for row in report.tally().rows() {
            let (code, checks) = (row.norm.code, rules::find(row.norm.code.as_str()).unwrap().checks);
            let kinds = [
                (checks.meeting.is_some(), records.meetings.len()),
                (checks.item.is_some(), items),
                (checks.decision.is_some(), records.decisions.len()),
                (checks.payment.is_some(), records.payments.len()),
                (checks.unit.is_some(), 1),
            ];
            let subjects: usize = kinds.iter().filter(|it| it.0).map(|it| it.1).sum();
            prop_assert_eq!(row.subjects(), subjects as u64, "{}", code);
            let traced = trace.iter().filter(|it| it.code == code);
            prop_assert_eq!(traced.clone().count(), subjects, "{}", code);
            for outcome in Outcome::ALL {
                let count = traced.clone().filter(|it| it.outcome == outcome).count();
                prop_assert_eq!(row.of(outcome), count as u64, "{} {}", code, outcome);
            }
        }
        // What is told belongs to the outcome, and nothing that was found is untold.
        let told = |outcome| -> BTreeSet<_> {
            trace.iter().filter(|it| it.outcome == outcome).map(|it| (it.code, it.subject)).collect()
        };
        let violated: BTreeSet<_> = report.violations().map(|it| (it.norm.code, it.subject)).collect();
        prop_assert_eq!(violated, told(Outcome::Violated));
        let undetermined: Vec<_> = report.undetermined().iter().map(|it| (it.norm.code, it.subject)).collect();
        prop_assert_eq!(undetermined.len(), told(Outcome::Undetermined).len());
        prop_assert_eq!(BTreeSet::from_iter(undetermined), told(Outcome::Undetermined));
        let pending: BTreeSet<_> = report.pending().iter().map(|it| (it.norm.code, it.subject)).collect();
        prop_assert_eq!(pending, told(Outcome::Pending));
        let greatest = trace.iter().map(|it| it.outcome).max().unwrap_or(Outcome::NotApplicable);
        prop_assert_eq!(report.outcome(), greatest);
    }

    #[test]
    fn what_is_violated_stays_violated(case in Cases) {
        let mut later = case.clone();
        later.as_of = case.as_of + chrono::Days::new(1 + case.seed % 400);
        let dossier = case.dossier();
        let (before, after) = (outcomes(&run(&dossier, &case)), outcomes(&run(&dossier, &later)));
        // A rule on the unit judges how things stand on the as-of day, not an act.
        let acts = before.iter().filter(|it| !it.0.1.is_empty());
        for (which, _) in acts.filter(|it| *it.1 == Outcome::Violated) {
            let now = after[which];
            prop_assert!(now == Outcome::Violated, "{which:?} became {now} on {}", later.as_of);
        }
    }

    #[test]
    fn a_meeting_alone_is_judged_as_in_its_dossier(case in Cases) {
        let (dossier, policy) = (case.dossier(), case.policy());
        let whole = outcomes(&run(&dossier, &case));
        for (n, meeting) in dossier.records().meetings.iter().enumerate() {
            // The dossier may hold the meeting already; the call is made for one that does not.
            let mut without = dossier.records().clone();
            without.meetings.remove(n);
            let without = Dossier::new(without).ok();
            for from in [Some(&dossier), without.as_ref()].into_iter().flatten() {
                let report = everything().check(meeting, from, &policy, case.as_of);
                let Ok(report) = report else {
                    // Its vote names an item of another meeting that is not in the dossier.
                    continue;
                };
                let alone = outcomes(&report);
                let at = format!("/meetings/{n}");
                let within: HashMap<_, _> = whole
                    .iter()
                    .filter_map(|((code, subject), outcome)| {
                        let rest = subject.strip_prefix(&at)?;
                        let inside = rest.is_empty() || rest.starts_with('/');
                        inside.then(|| ((code.clone(), rest.to_owned()), *outcome))
                    })
                    .collect();
                prop_assert_eq!(within.len(), alone.len());
                for (which, outcome) in alone {
                    let held = std::ptr::eq(from, &dossier);
                    prop_assert_eq!(within[&which], outcome, "{:?}, held {}", which, held);
                }
            }
        }
    }
}
