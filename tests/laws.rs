//! Laws that hold for every dossier and every policy.

#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

mod support;

use std::collections::{BTreeMap, BTreeSet};

use oversight::{
    Lang, Report, RuleSet, Style,
    facts::{Dossier, Records, Step},
    finding::Missing,
    outcome::Outcome,
    path::Path,
    policy::PARAMETERS,
    rules,
    ruleset::Gate,
    shape::{Shape, Shaped},
    time::{NaiveDate, parse_day},
};
use proptest::{
    prelude::*,
    test_runner::{RngAlgorithm, TestRng},
};
use serde_json::Value;
use support::{Case, Cases, leave_out, mix, outcomes, read, settings, shuffle};

/// Every rule, with the trace.
fn run(dossier: &Dossier, case: &Case) -> Report {
    let mut report = Report::with_trace();
    everything().evaluate_into(dossier, &case.policy(), case.as_of, &mut report);
    report
}

fn everything() -> RuleSet {
    RuleSet::stable().with_preview()
}

type Outcomes = BTreeMap<(String, String), Outcome>;

/// Decided outcomes of the one that are others in the other.
fn overturned(poorer: &Outcomes, richer: &Outcomes) -> Vec<String> {
    poorer
        .iter()
        .filter(|(which, outcome)| outcome.is_decided() && richer[which] != **outcome)
        .map(|(which, outcome)| {
            format!("{} {outcome} became {} at {}", which.0, richer[which], which.1)
        })
        .collect()
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
        ("Meeting", "items") | ("LifeMeeting", "self_criticisms") => false,
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
                    (Shape::Choice(_), value) if field.name == "holder" => *value == "principal",
                    (Shape::Choice(_), value) => {
                        ["member", "decide", "own", "own_name", "any", "yearly"]
                            .iter()
                            .any(|it| *value == *it)
                    }
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
    for _ in 0..6000 {
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

fn filling_in_facts(case: &Case) -> Vec<String> {
    overturned(&outcomes(&run(&read(&case.poorer), case)), &outcomes(&run(&case.dossier(), case)))
}

fn declaring_completeness(case: &Case) -> Vec<String> {
    let (mut poorer, mut state) = (case.dossier.clone(), case.seed);
    if let Some(list) = poorer.get_mut("complete").and_then(Value::as_array_mut) {
        list.retain(|_| mix(&mut state) % 3 == 0);
    }
    overturned(&outcomes(&run(&read(&poorer), case)), &outcomes(&run(&case.dossier(), case)))
}

fn setting_parameters(case: &Case) -> Vec<String> {
    let (mut poorer, mut state) = (case.clone(), case.seed);
    for it in PARAMETERS.iter().filter(|it| it.default.is_none()) {
        if mix(&mut state) % 2 == 0 {
            leave_out(&mut poorer.policy, &format!("/parameters/{}", it.field));
        }
    }
    let dossier = case.dossier();
    let mut decided = outcomes(&run(&dossier, &poorer));
    // A duty that began before the measures is judged by its own day until the policy says when it ends; and minutes that
    // are missing are a departure at once until it says by when they must be archived.
    let first = case.policy().measures_from();
    decided.retain(|(code, at), _| {
        // Duties of a household or of the unit have no day of their own to tell them by.
        !["MTG015", "BIZ002", "BIZ006", "BIZ011", "BIZ012"].contains(&code.as_str())
            && began(&case.dossier, at).is_none_or(|day| day >= first)
    });
    let set = outcomes(&run(&dossier, case));
    // What was done for one who belonged for a part of a period is kept, until the policy says that so short a part counts
    // for nothing.
    decided.retain(|which, outcome| {
        let norm = &rules::find(&which.0).unwrap().norm;
        let by_days = norm.parameters.contains(&"member_days_in_period");
        !(by_days && *outcome == Outcome::Compliant && set[which] == Outcome::NotApplicable)
    });
    overturned(&decided, &set)
}

/// The day of the meeting or decision that an address lies in.
fn began(dossier: &Value, at: &str) -> Option<NaiveDate> {
    let end = at.match_indices('/').nth(2).map_or(at.len(), |it| it.0);
    let record = dossier.pointer(&at[..end])?;
    let keys = [
        "held_on",
        "decided_on",
        "handed_over_on",
        "established_on",
        "asked_on",
        "known_on",
        "found_on",
        "referred_on",
        "opened_on",
    ];
    let day = keys.iter().find_map(|key| record.get(*key))?.as_str()?;
    parse_day(&day[..10])
}

fn changing_the_order(case: &Case) -> Vec<String> {
    let (mut other, mut state) = (case.dossier.clone(), case.seed);
    permute(Records::SHAPE, &mut other, &mut state);
    let before = by_id(&run(&case.dossier(), case), &case.dossier);
    let after = by_id(&run(&read(&other), case), &other);
    assert_eq!(before.len(), after.len());
    let differing = before.iter().zip(&after).filter(|(before, after)| before != after);
    differing
        .map(|(before, after)| {
            format!(
                "{} {} became {} for {}, in another order {other:#}",
                before.0, before.2, after.2, before.1
            )
        })
        .collect()
}

fn addresses_that_lead_nowhere(case: &Case) -> Vec<String> {
    let report = run(&case.dossier(), case);
    let there = |at: &str| case.dossier.pointer(at).is_some();
    let mut told: Vec<(&str, &str, Path)> = Vec::new();
    for it in report.violations() {
        let code = it.norm.code.as_str();
        told.extend([(code, "subject", it.subject.at), (code, "at", it.at)]);
        told.extend(it.also.iter().map(|at| (code, "also", *at)));
    }
    for it in report.pending() {
        let code = it.norm.code.as_str();
        told.extend([(code, "subject", it.subject.at), (code, "pending", it.at)]);
    }
    let mut faults = Vec::new();
    for it in report.undetermined() {
        let code = it.norm.code.as_str();
        told.push((code, "subject", it.subject.at));
        if it.missing.is_empty() {
            faults.push(format!("{code} names nothing that would settle {}", it.subject.key()));
        }
        for missing in &it.missing {
            match (missing, missing.path()) {
                // It names a key that nobody has given, in a record that is there.
                (Missing::Fact(at), _) => {
                    let at = at.to_string();
                    // `null` says that there is none, and a register or list may lack an entry.
                    let empty = |it: &Value| it.is_null() || it.is_array();
                    if !case.dossier.pointer(&at).is_none_or(empty) {
                        faults.push(format!("{code} wants {at}, which is known"));
                    }
                    if !there(at.rsplit_once('/').map_or("", |it| it.0)) {
                        faults.push(format!("{code} wants {at}, of which there is no record"));
                    }
                }
                (_, Some(at)) => told.push((code, "missing", at)),
                (_, None) => {}
            }
        }
    }
    for (code, what, at) in told {
        if !there(&at.to_string()) {
            faults.push(format!("{code} {what} {at} is not there"));
        }
    }
    faults
}

/// Whether the records hold a day after the as-of day.
fn foresees(value: &Value, case: &Case) -> bool {
    match value {
        Value::Object(object) => object.iter().any(|(key, value)| {
            // The end of a spell and the day due may lie ahead.
            !matches!(key.as_str(), "until" | "due_on") && foresees(value, case)
        }),
        Value::Array(list) => list.iter().any(|value| foresees(value, case)),
        Value::String(text) => text
            .get(..10)
            .and_then(|day| day.parse().ok())
            .is_some_and(|day: NaiveDate| day > case.as_of),
        _ => false,
    }
}

/// Whether an address is that of a promotion whose decision is still to come.
fn decided_later(dossier: &Dossier, subject: &str, as_of: NaiveDate) -> bool {
    let n = subject.strip_prefix("/promotions/").and_then(|n| n.parse::<usize>().ok());
    let case = n.and_then(|n| dossier.records().promotions.get(n));
    case.is_some_and(|it| it.decision.known().is_some_and(|it| it.decided_on.day() > as_of))
}

fn violated_no_longer(case: &Case) -> Vec<String> {
    let mut later = case.clone();
    later.as_of = case.as_of + chrono::Days::new(1 + case.seed % 400);
    let dossier = case.dossier();
    let (before, after) = (outcomes(&run(&dossier, case)), outcomes(&run(&dossier, &later)));
    before
        .iter()
        // A rule on the unit, and BIZ010, judge how things stand on the as-of day, not an act.
        .filter(|((_, subject), outcome)| **outcome == Outcome::Violated && !subject.is_empty())
        .filter(|((code, _), _)| code != "BIZ010")
        .filter(|(which, _)| after[which] != Outcome::Violated)
        // Minutes that are signed after the as-of day are unsigned on it, and a check that begins after it is not yet
        // made; none of these rules has a limit of its own. What is put right after it without evidence is RCT003's from then on,
        // and a return may be corrected.
        .filter(|((code, _), _)| {
            ![
                "MTG015", "PRM001", "PRM002", "PRM003", "RCT002", "ITV009", "RPT003", "RPT004",
                "MUT003",
            ]
            .contains(&code.as_str())
                || !foresees(&case.dossier, case)
        })
        // A meeting for the year that is still to come may be the one at which it was stated.
        .filter(|((code, _), _)| code != "ITV008" || !foresees(&case.dossier, case))
        // What was first reported elsewhere may yet be reported where it counts.
        .filter(|((code, _), _)| code != "MUT002" || !foresees(&case.dossier, case))
        // Who was appointed before the decision was so without one until it came.
        .filter(|((_, subject), _)| !decided_later(&dossier, subject, case.as_of))
        .map(|(which, _)| {
            format!("{} became {} on {} at {}", which.0, after[which], later.as_of, which.1)
        })
        .collect()
}

fn judged_otherwise_alone(case: &Case) -> Vec<String> {
    let (dossier, policy) = (case.dossier(), case.policy());
    let whole = outcomes(&run(&dossier, case));
    let mut faults = Vec::new();
    for (n, meeting) in dossier.records().meetings.iter().enumerate() {
        // The dossier may hold the meeting already, but the call is made for one that it does not hold.
        let mut without = dossier.records().clone();
        without.meetings.remove(n);
        let without = Dossier::new(without).ok();
        for (held, from) in [("held", Some(&dossier)), ("not held", without.as_ref())] {
            let Some(from) = from else { continue };
            let report = everything().check(meeting, from, &policy, case.as_of).unwrap();
            let alone = outcomes(&report);
            let at = format!("/meetings/{n}");
            let within = whole.iter().filter_map(|((code, subject), outcome)| {
                let rest = subject.strip_prefix(&at)?;
                (rest.is_empty() || rest.starts_with('/')).then_some((code, rest, outcome))
            });
            assert_eq!(within.clone().count(), alone.len());
            for (code, rest, outcome) in within {
                let now = alone[&(code.clone(), rest.to_owned())];
                if now != *outcome {
                    faults.push(format!("{code} {outcome} is {now} alone, {held}, at {at}{rest}"));
                }
            }
        }
    }
    faults
}

fn promotions_judged_otherwise_alone(case: &Case) -> Vec<String> {
    let (dossier, policy) = (case.dossier(), case.policy());
    let whole = outcomes(&run(&dossier, case));
    let mut faults = Vec::new();
    for (n, promotion) in dossier.records().promotions.iter().enumerate() {
        let mut without = dossier.records().clone();
        without.promotions.remove(n);
        let without = Dossier::new(without).unwrap();
        for (held, from) in [("held", &dossier), ("not held", &without)] {
            let report = everything().check(promotion, from, &policy, case.as_of).unwrap();
            for ((code, _), now) in outcomes(&report) {
                let outcome = whole[&(code.clone(), format!("/promotions/{n}"))];
                if now != outcome {
                    faults.push(format!("{code} {outcome} is {now} alone, {held}, of {n}"));
                }
            }
        }
    }
    faults
}

fn households_judged_otherwise_alone(case: &Case) -> Vec<String> {
    let (dossier, policy) = (case.dossier(), case.policy());
    let whole = outcomes(&run(&dossier, case));
    let mut faults = Vec::new();
    for (n, household) in dossier.records().households.iter().enumerate() {
        // Entries may name interests of other households, which the call does not have.
        let Ok(report) = everything().check(household, &dossier, &policy, case.as_of) else {
            continue;
        };
        for ((code, at), now) in outcomes(&report) {
            let outcome = whole[&(code.clone(), format!("/households/{n}{at}"))];
            if now != outcome {
                faults.push(format!("{code} {outcome} is {now} alone, at {n}{at}"));
            }
        }
    }
    faults
}

fn lists_judged_otherwise_alone(case: &Case) -> Vec<String> {
    let (dossier, policy) = (case.dossier(), case.policy());
    let whole = outcomes(&run(&dossier, case));
    let mut faults = Vec::new();
    for (n, list) in dossier.records().power_lists.iter().enumerate() {
        let mut without = dossier.records().clone();
        without.power_lists.remove(n);
        let without = Dossier::new(without).unwrap();
        for (held, from) in [("held", &dossier), ("not held", &without)] {
            let report = everything().check(list, from, &policy, case.as_of).unwrap();
            for ((code, _), now) in outcomes(&report) {
                let outcome = whole[&(code.clone(), format!("/power_lists/{n}"))];
                if now != outcome {
                    faults.push(format!("{code} {outcome} is {now} alone, {held}, of {n}"));
                }
            }
        }
    }
    faults
}

/// What departs today is not cured by going on; and what is only about to happen is never called missing.
fn cured_by_going_on(case: &Case) -> Vec<String> {
    let (dossier, policy) = (case.dossier(), case.policy());
    let whole = outcomes(&run(&dossier, case));
    let mut faults = Vec::new();
    for (n, promotion) in dossier.records().promotions.iter().enumerate() {
        let days = [
            promotion.motion.known().map(|it| it.opened_on.day()),
            promotion.recommendation.known().map(|it| it.started_on.day()),
            promotion.inspection.known().map(|it| it.started_on.day()),
            promotion.decision.known().map(|it| it.decided_on.day()),
            promotion.notice.known().map(|it| it.from.0),
            promotion.appointed_on.known().map(|it| it.day()),
        ];
        for (k, step) in Step::ALL.iter().enumerate() {
            // A step that was taken, or is made up for after a later one, changes what was lacking.
            if days.iter().skip(k).flatten().any(|day| *day <= case.as_of) {
                continue;
            }
            let gate = Gate::new(promotion, *step);
            let Ok(report) = everything().check(&gate, &dossier, &policy, case.as_of) else {
                continue;
            };
            for ((code, _), now) in outcomes(&report) {
                let before = whole[&(code.clone(), format!("/promotions/{n}"))];
                if before == Outcome::Violated && now != Outcome::Violated {
                    faults.push(format!("{code} is {now} before {step} of {n}"));
                }
            }
        }
    }
    faults
}

/// What is awaited on a day and not on the agenda from that day on, and names that two entries have.
fn not_on_the_agenda(case: &Case) -> Vec<String> {
    let (dossier, policy) = (case.dossier(), case.policy());
    let until = case.as_of + chrono::Days::new(400);
    let agenda = everything().agenda(&dossier, &policy, case.as_of, until);
    let listed: BTreeSet<_> =
        agenda.entries.iter().map(|it| (it.norm.code, it.subject, it.due)).collect();
    let mut faults = Vec::new();
    for it in run(&dossier, case).pending() {
        // Who belongs or has a portfolio, and whether a day was put off, may be otherwise by the end of the period.
        let stands =
            it.norm.parameters.contains(&"member_days_in_period") || it.norm.code.family() == "DLM";
        if let Some(due) = it.due.filter(|due| !stands && *due <= until) {
            if !listed.contains(&(it.norm.code, it.subject.at, due)) {
                faults.push(format!("{} due {due} at {} is not listed", it.norm.code, it.at));
            }
        }
    }
    let mut names = BTreeSet::new();
    for it in &agenda.entries {
        if !names.insert(it.uid()) {
            faults.push(format!("{} is the name of two", it.uid()));
        }
        if it.due < case.as_of || until < it.due || it.done.is_some_and(|day| day > until) {
            faults.push(format!("{} lies outside the window", it.uid()));
        }
    }
    faults
}

const NONE: &[String] = &[];

proptest! {
    #![proptest_config(settings())]

    #[test]
    fn filling_in_a_fact_overturns_nothing(case in Cases) {
        prop_assert_eq!(filling_in_facts(&case), NONE);
    }

    #[test]
    fn declaring_completeness_overturns_nothing(case in Cases) {
        prop_assert_eq!(declaring_completeness(&case), NONE);
    }

    #[test]
    fn setting_an_unset_parameter_overturns_nothing(case in Cases) {
        prop_assert_eq!(setting_parameters(&case), NONE);
    }

    #[test]
    fn the_order_of_independent_records_changes_no_outcome(case in Cases) {
        prop_assert_eq!(changing_the_order(&case), NONE);
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
        prop_assert_eq!(addresses_that_lead_nowhere(&case), NONE);
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
        let interests = records.households.iter().map(|it| it.interests.elements().len()).sum();
        let items: usize = records.meetings.iter().map(|it| it.items.len()).sum();
        let findings = records.oversight_inspections.iter().map(|it| it.findings.elements().len()).sum();
        let acted = |id: &oversight::facts::MatterId| records.acts.iter().any(|it| it.matter.known() == Some(id));
        let threads = records.matters.iter().filter(|it| acted(&it.id)).count();
        let trace = report.trace().unwrap();
        let distinct: BTreeSet<_> = trace.iter().map(|it| (it.code, it.subject.at)).collect();
        prop_assert_eq!(distinct.len(), trace.len());
        prop_assert_eq!(report.tally().rows().len(), everything().norms().len());
        for row in report.tally().rows() {
            let (code, checks) = (row.norm.code, rules::find(row.norm.code.as_str()).unwrap().checks);
            let kinds = [
                (checks.meeting.is_some(), records.meetings.len()),
                (checks.item.is_some(), items),
                (checks.decision.is_some(), records.decisions.len()),
                (checks.payment.is_some(), records.payments.len()),
                (checks.promotion.is_some(), records.promotions.len()),
                (checks.household.is_some(), records.households.len()),
                (checks.interest.is_some(), interests),
                (checks.list.is_some(), records.power_lists.len()),
                (checks.act.is_some(), records.acts.len()),
                (checks.thread.is_some(), threads),
                (checks.approach.is_some(), records.approaches.len()),
                (checks.omission.is_some(), records.omissions.len()),
                (checks.inspection.is_some(), records.oversight_inspections.len()),
                (checks.finding.is_some(), findings),
                (checks.person.is_some(), records.people.len()),
                (checks.department.is_some(), records.unit.as_ref().map_or(0, |it| it.departments.len())),
                (checks.activity.is_some(), records.activities.len()),
                (checks.life_meeting.is_some(), records.life_meetings.len()),
                (checks.concern.is_some(), records.concerns.len()),
                (checks.special_cause.is_some(), records.special_causes.len()),
                (checks.accountability_report.is_some(), records.accountability_reports.len()),
                (checks.request.is_some(), records.requests.len()),
                (checks.matter.is_some(), records.matters.iter().filter(|it| it.must_ask).count()),
                (checks.case_filing.is_some(), records.case_filings.len()),
                (checks.plan.is_some(), records.plans.len()),
                (checks.important_case.is_some(), records.important_cases.len()),
                (checks.shortfall.is_some(), records.shortfalls.len()),
                (checks.peer_breach.is_some(), records.peer_breaches.len()),
                (checks.off_hours_problem.is_some(), records.off_hours_problems.len()),
                (checks.branch.is_some(), records.unit.as_ref().map_or(0, |it| it.branches.len())),
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
            trace.iter().filter(|it| it.outcome == outcome).map(|it| (it.code, it.subject.at)).collect()
        };
        let violated: BTreeSet<_> = report.violations().map(|it| (it.norm.code, it.subject.at)).collect();
        prop_assert_eq!(violated, told(Outcome::Violated));
        let undetermined: Vec<_> = report.undetermined().iter().map(|it| (it.norm.code, it.subject.at)).collect();
        prop_assert_eq!(undetermined.len(), told(Outcome::Undetermined).len());
        prop_assert_eq!(BTreeSet::from_iter(undetermined), told(Outcome::Undetermined));
        let pending: BTreeSet<_> = report.pending().iter().map(|it| (it.norm.code, it.subject.at)).collect();
        prop_assert_eq!(pending, told(Outcome::Pending));
        let greatest = trace.iter().map(|it| it.outcome).max().unwrap_or(Outcome::NotApplicable);
        prop_assert_eq!(report.outcome(), greatest);
    }

    #[test]
    fn what_is_awaited_is_on_the_agenda(case in Cases) {
        prop_assert_eq!(not_on_the_agenda(&case), NONE);
    }

    #[test]
    fn what_is_violated_stays_violated(case in Cases) {
        prop_assert_eq!(violated_no_longer(&case), NONE);
    }

    #[test]
    fn a_meeting_alone_is_judged_as_in_its_dossier(case in Cases) {
        prop_assert_eq!(judged_otherwise_alone(&case), NONE);
    }

    #[test]
    fn a_promotion_alone_is_judged_as_in_its_dossier(case in Cases) {
        prop_assert_eq!(promotions_judged_otherwise_alone(&case), NONE);
    }

    #[test]
    fn a_household_alone_is_judged_as_in_its_dossier(case in Cases) {
        prop_assert_eq!(households_judged_otherwise_alone(&case), NONE);
    }

    #[test]
    fn a_list_alone_is_judged_as_in_its_dossier(case in Cases) {
        prop_assert_eq!(lists_judged_otherwise_alone(&case), NONE);
    }

    #[test]
    fn going_on_cures_nothing(case in Cases) {
        prop_assert_eq!(cured_by_going_on(&case), NONE);
    }

}
