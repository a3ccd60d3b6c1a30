//! Looking ahead: what the agenda lists, and that its calendar file holds the same to a reader that is not ours.
#![cfg(feature = "ics")]
#![allow(missing_docs, clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use oversight::{
    Lang, RuleSet,
    dossier::Dossier,
    policy::Policy,
    ruleset::{Agenda, AgendaEntry, AgendaState},
    time::{NaiveDate, date},
};
use serde_json::{Value, json};

fn data(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/data").join(name);
    fs::read_to_string(path).unwrap()
}

fn agenda_of(dossier: &str, from: NaiveDate, to: NaiveDate) -> Agenda {
    let policy = Policy::from_json(&data("policy.json")).unwrap();
    RuleSet::stable().agenda(&Dossier::from_json(dossier).unwrap(), &policy, to, from, to)
}

fn sample(from: NaiveDate, to: NaiveDate) -> Agenda {
    agenda_of(&data("dossier.json"), from, to)
}

/// Properties of each event, as another reader finds them.
fn events(text: &str) -> Vec<BTreeMap<String, String>> {
    let calendars: Vec<_> = ical::IcalParser::new(text.as_bytes()).map(|it| it.unwrap()).collect();
    assert_eq!(calendars.len(), 1);
    let of_one = |it: &ical::parser::ical::component::IcalEvent| {
        it.properties
            .iter()
            .map(|it| (it.name.clone(), it.value.clone().unwrap_or_default()))
            .collect()
    };
    calendars[0].events.iter().map(of_one).collect()
}

/// What the file holds, unescaped.
fn plain(text: &str) -> String {
    text.replace("\\n", "\n").replace("\\,", ",").replace("\\;", ";").replace("\\\\", "\\")
}

/// The reader drops a space at which a line was folded.
fn spaceless(text: &str) -> String {
    text.chars().filter(|it| !it.is_whitespace()).collect()
}

#[test]
fn the_calendar_file_holds_what_the_agenda_says() {
    let agenda = sample(date!(2024, 1, 1), date!(2025, 3, 31));
    assert!(agenda.entries.len() > 300);
    for lang in [Lang::ZhCn, Lang::En] {
        let text = agenda.ics(lang);
        // The space that continues a line may come on top of the 75 octets.
        let longest = text.lines().map(str::len).max();
        assert!(longest <= Some(76), "a line is {longest:?} octets long");
        let events = events(&text);
        assert_eq!(events.len(), agenda.entries.len());
        for (event, it) in events.iter().zip(&agenda.entries) {
            assert_eq!(event["UID"], it.uid());
            assert_eq!(event["DTSTART"], it.due.format("%Y%m%d").to_string());
            assert_eq!(event["DTEND"], it.due.succ_opt().unwrap().format("%Y%m%d").to_string());
            let summary = it.render(lang).to_string();
            assert_eq!(spaceless(&plain(&event["SUMMARY"])), spaceless(&summary));
            let description = plain(&event["DESCRIPTION"]);
            assert!(spaceless(&description).contains(&spaceless(lang.pick(it.norm.gist))));
            assert!(spaceless(&description).contains(&spaceless(it.state.of(lang))));
            for clause in it.norm.clauses() {
                assert!(description.contains(&clause.to_string()));
            }
        }
    }
}

#[test]
fn names_are_one_for_each_entry() {
    for (from, to) in
        [(date!(2023, 1, 1), date!(2025, 12, 31)), (date!(2024, 10, 1), date!(2024, 12, 31))]
    {
        let agenda = sample(from, to);
        let names: Vec<String> = agenda.entries.iter().map(AgendaEntry::uid).collect();
        let twice: Vec<_> =
            names.iter().enumerate().filter(|(n, it)| names[..*n].contains(it)).collect();
        assert!(twice.is_empty(), "{twice:#?}");
    }
}

#[test]
fn names_and_states_stay_when_records_are_put_in_another_order() {
    let mut other: Value = serde_json::from_str(&data("dossier.json")).unwrap();
    for (_, list) in other.as_object_mut().unwrap() {
        if let Value::Array(list) = list {
            list.reverse();
        }
    }
    let (from, to) = (date!(2024, 1, 1), date!(2024, 12, 31));
    let told = |agenda: &Agenda| -> BTreeSet<_> {
        agenda.entries.iter().map(|it| (it.uid(), it.done)).collect()
    };
    assert_eq!(told(&sample(from, to)), told(&agenda_of(&other.to_string(), from, to)));
}

#[test]
fn the_agenda_agrees_with_the_report() {
    // Whatever is pending with a day due is on the agenda of the days to come.
    let as_of = date!(2024, 12, 31);
    let dossier = Dossier::from_json(&data("dossier.json")).unwrap();
    let policy = Policy::from_json(&data("policy.json")).unwrap();
    let rules = RuleSet::stable();
    let report = rules.evaluate(&dossier, &policy, as_of);
    let agenda = rules.agenda(&dossier, &policy, as_of, as_of, date!(2026, 12, 31));
    let listed: BTreeSet<_> = agenda.entries.iter().map(|it| (it.subject.key(), it.due)).collect();
    let mut counted = 0;
    for it in report.pending() {
        if let Some(due) = it.due {
            assert!(listed.contains(&(it.subject.key(), due)), "{} {}", it.norm.code, it.at);
            counted += 1;
        }
    }
    assert!(counted > 0);
}

#[test]
fn whatever_was_ever_awaited_in_a_year_is_on_its_agenda() {
    let dossier = Dossier::from_json(&data("dossier.json")).unwrap();
    let policy = Policy::from_json(&data("policy.json")).unwrap();
    let rules = RuleSet::stable();
    let (first, last) = (date!(2024, 1, 1), date!(2025, 6, 30));
    let agenda = rules.agenda(&dossier, &policy, last, first, last);
    let listed: BTreeSet<_> = agenda.entries.iter().map(|it| (it.subject.key(), it.due)).collect();
    let mut lacking = BTreeSet::new();
    for day in first.iter_days().step_by(7).take_while(|day| *day <= date!(2024, 12, 31)) {
        for it in rules.evaluate(&dossier, &policy, day).pending() {
            // Who left before the end of a period owes nothing for it after all.
            let stands = it.norm.parameters.contains(&"member_days_in_period");
            // The meeting for 2024 was put off while the old day was still to come.
            let put_off = it.norm.code.as_str() == "DLM001";
            // Nor does who is no longer bound at the end of a year owe a declaration for it.
            let stands = stands || it.norm.code.as_str() == "BIZ001";
            // What the meeting that was still to come needed is asked of the meeting itself since.
            let of_meeting = it.norm.code.family() == "DLM"
                && it.subject.kind.is_none()
                && it.subject.period.is_some();
            if let Some(due) =
                it.due.filter(|due| !stands && !put_off && !of_meeting && *due <= last)
            {
                if !listed.contains(&(it.subject.key(), due)) {
                    lacking.insert((it.subject.key(), due, day));
                }
            }
        }
    }
    assert!(lacking.is_empty(), "{lacking:#?}");
}

#[test]
fn the_agenda_says_who_owes_what_to_whom() {
    let dossier = json!({
        "unit": { "departments": [ { "id": "d1" } ] },
        "people": [
            { "id": "p1", "memberships": [ { "body": "party_group", "from": "2020-01-01", "role": "principal" } ] },
            { "id": "p2", "memberships": [ { "body": "party_group", "from": "2020-01-01" } ],
              "portfolios": [ { "department": "d1", "from": "2020-01-01" } ] } ],
        "plans": [ { "id": "y1", "year": 2024, "adoption": { "on": "2024-02-01", "by": "party_group" },
                     "tasks": [ { "owner": "p2", "due_on": "2024-06-30" } ] } ] })
    .to_string();
    let agenda = agenda_of(&dossier, date!(2024, 6, 30), date!(2024, 6, 30));
    let told: BTreeSet<String> =
        agenda.entries.iter().map(|it| it.render(Lang::En).to_string()).collect();
    for words in [
        "MUT004 Heart-to-heart talks [p1] [p2] 2024-H1",
        "RSP003 Members are heard [p1] [p2] 2024-H1",
        "RSP005 Departments are heard [p2] [d1] 2024-H1",
        "RSP002 The plan is broken down [p2] [y1]",
        "ECO001 A joint meeting each half-year 2024-H1",
    ] {
        assert!(told.contains(words), "{words}: {told:#?}");
    }
}

#[test]
fn a_window_holds_both_its_days_and_no_other() {
    let dossier = json!({ "people": [], "activities": [
        { "id": "a1", "kind": "joint_meeting", "held_on": "2024-05-06" } ] })
    .to_string();
    let of = |from, to| {
        let agenda = agenda_of(&dossier, from, to);
        let joint = agenda.entries.iter().filter(|it| it.norm.code.as_str() == "ECO001");
        joint.map(|it| (it.due, it.state)).collect::<Vec<_>>()
    };
    let (june, december) = (date!(2024, 6, 30), date!(2024, 12, 31));
    assert_eq!(of(june, june), [(june, AgendaState::Kept)]);
    assert_eq!(of(june.succ_opt().unwrap(), december), [(december, AgendaState::Upcoming)]);
    assert_eq!(of(date!(2024, 7, 1), date!(2024, 12, 30)), []);
}

fn entries_of(dossier: &Value, code: &str, from: NaiveDate, to: NaiveDate) -> Vec<AgendaEntry> {
    let policy = Policy::from_json(r#"{ "measures_from": "2023-01-01" }"#).unwrap();
    let dossier = Dossier::from_json(&dossier.to_string()).unwrap();
    let mut agenda = RuleSet::stable().agenda(&dossier, &policy, to, from, to);
    agenda.entries.retain(|it| it.norm.code.as_str() == code);
    agenda.entries
}

#[test]
fn two_years_that_fall_due_on_one_day_are_two() {
    let dossier = json!({ "people": [],
        "life_meeting_postponements": [ { "year": 2023, "given_on": "2023-12-15", "until": "2024-12-31" } ],
        "life_meetings": [ { "id": "l1", "kind": "democratic", "year": 2024, "held_on": "2024-12-10" } ] });
    let found = entries_of(&dossier, "DLM001", date!(2024, 12, 1), date!(2024, 12, 31));
    let told: BTreeSet<_> = found.iter().map(|it| (it.uid(), it.state.of(Lang::En))).collect();
    let expected =
        [("DLM001/unit/2023@oversight", "upcoming"), ("DLM001/unit/2024@oversight", "on record")];
    assert_eq!(told, expected.map(|(name, state)| (name.to_owned(), state)).into());
}

#[test]
fn a_department_in_charge_by_two_spells_is_heard_once() {
    let spells = json!([ { "department": "d1", "from": "2023-01-01", "until": "2024-06-30" }, { "department": "d1", "from": "2024-06-30" } ]);
    let dossier = json!({ "unit": { "departments": [ { "id": "d1" } ] }, "people": [
        { "id": "p1", "memberships": [ { "body": "party_group", "from": "2020-01-01", "role": "principal" } ] },
        { "id": "p2", "memberships": [ { "body": "party_group", "from": "2020-01-01" } ], "portfolios": spells } ] });
    let found = entries_of(&dossier, "RSP005", date!(2024, 6, 30), date!(2024, 6, 30));
    assert_eq!(found.len(), 1);
    // Who is appraised owes nothing.
    let found = entries_of(&dossier, "SUP007", date!(2024, 12, 31), date!(2024, 12, 31));
    let told: Vec<_> = found.iter().map(|it| (it.who.as_deref(), it.with.as_deref())).collect();
    assert_eq!(told, [(None, Some("p1")), (None, Some("p2")), (None, None)]);
}

#[test]
fn names_of_odd_identifiers_stay_apart_and_fit_a_calendar_file() {
    let ids = ["a b", "a%20b", "a.b", "a/b", "a\r\nEND:VEVENT", "案件"];
    let filings: Vec<Value> = ids
        .iter()
        .map(|id| json!({ "id": id, "person": "p1", "opened_on": "2024-05-06", "reported_on": null }))
        .collect();
    let dossier = json!({ "case_filings": filings, "people": [
        { "id": "p1", "memberships": [ { "body": "party_group", "from": "2020-01-01", "role": "principal" } ] } ] });
    let found = entries_of(&dossier, "RPT007", date!(2024, 5, 1), date!(2024, 5, 31));
    let names: BTreeSet<String> = found.iter().map(AgendaEntry::uid).collect();
    assert_eq!(names.len(), ids.len());
    assert!(
        names.iter().all(|it| !it.contains(char::is_whitespace) && !it.contains(char::is_control))
    );
}
