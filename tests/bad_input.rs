//! Bad input: always a clear error with every fault and its address, nothing lost, no panic.
#![allow(missing_docs, clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use oversight::{
    Error,
    dossier::Dossier,
    error::FaultKind,
    facts::{Body, Kinship, Meeting, MeetingKind, Membership, Person, Records, Relation},
    policy::Policy,
    time::{Day, date},
};

/// What the door says of a dossier, without the line that counts.
#[track_caller]
fn says(text: &str, expected: &[&str]) {
    let error = Dossier::from_json(text).unwrap_err();
    told(&error, expected);
}

#[track_caller]
fn told(error: &Error, expected: &[&str]) {
    let faults: Vec<String> = error.faults().iter().map(ToString::to_string).collect();
    assert_eq!(faults, expected);
    let count = if expected.len() == 1 {
        "1 fault in the input".into()
    } else {
        format!("{} faults in the input", expected.len())
    };
    let whole = error.to_string();
    assert!(whole.starts_with(&count) && faults.iter().all(|it| whole.contains(it)));
}

#[test]
fn wrong_types() {
    says(r#"{"people": {}}"#, &["/people (line 1, column 12): expected a list, found an object"]);
    says(
        r#"{"meetings": [7]}"#,
        &["/meetings/0 (line 1, column 15): expected an object, found a number"],
    );
    says(
        r#"{"people": [{"id": 7, "memberships": [{"body": true, "from": null}]}]}"#,
        &[
            "/people/0/id (line 1, column 20): expected a string (identifier: person), found a number",
            "/people/0/memberships/0/body (line 1, column 48): expected a word such as \"party_group\", found true or false",
            "/people/0/memberships/0/from (line 1, column 62): expected a string `YYYY-MM-DD`, found null",
        ],
    );
    says("[]", &["(whole document) (line 1, column 1): expected an object, found a list"]);
}

#[test]
fn unknown_and_missing_keys() {
    says(
        r#"{"metings": [], "meetings": [{"id": "m1", "held_on": "2024-05-06", "kind": "party_group", "itmes": []}]}"#,
        &[
            "/metings (line 1, column 2): unknown key `metings`; did you mean `meetings`?",
            "/meetings/0/itmes (line 1, column 91): unknown key `itmes`; did you mean `items`?",
        ],
    );
    says(
        r#"{"meetings": [{"id": "m1"}]}"#,
        &[
            "/meetings/0 (line 1, column 15): key `kind` is missing",
            "/meetings/0 (line 1, column 15): key `held_on` is missing",
        ],
    );
    says(r#"{"会议": []}"#, &["/会议 (line 1, column 2): unknown key `会议`"]);
    says(
        r#"{"people": [], "people": []}"#,
        &["/people (line 1, column 16): key `people` stands twice"],
    );
}

#[test]
fn identifiers() {
    says(
        r#"{"people": [{"id": "p1"}, {"id": "p1"}, {"id": ""}],
 "meetings": [{"id": "m1", "kind": "party_group", "held_on": "2024-05-06", "presider": "p9",
   "items": [{"id": "i1", "present": ["p1", "p8"], "matter": "x"}]}]}"#,
        &[
            "/people/1/id (line 1, column 34): person `p1` is already at /people/0/id",
            "/people/2/id (line 1, column 48): an identifier may not be empty",
            "/meetings/0/presider (line 2, column 88): no person `p9` in the dossier",
            "/meetings/0/items/0/present/1 (line 3, column 45): no person `p8` in the dossier",
            "/meetings/0/items/0/matter (line 3, column 62): no matter `x` in the dossier",
        ],
    );
    says(
        r#"{"people": [{"id": "p1"}], "meetings": [{"id": "m1", "kind": "party_group", "held_on": "2024-05-06",
 "items": [{"id": "i1", "present": ["p1", "p1"]}]}]}"#,
        &["/meetings/0/items/0/present/1 (line 2, column 43): `p1` stands twice in the list"],
    );
}

#[test]
fn days() {
    says(
        r#"{"meetings": [{"id": "m1", "kind": "party_group", "held_on": "2024-02-30"}, {"id": "m2", "kind": "party_group", "held_on": "2024-5-6"}]}"#,
        &[
            "/meetings/0/held_on (line 1, column 62): no such day or time; expected `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM`, from 1900 to 2200",
            "/meetings/1/held_on (line 1, column 124): no such day or time; expected `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM`, from 1900 to 2200",
        ],
    );
    says(
        r#"{"people": [{"id": "p1", "memberships": [{"body": "party_group", "from": "2024-02-01", "until": "2024-01-31"}]}]}"#,
        &["/people/0/memberships/0/until (line 1, column 97): lies before `from`"],
    );
}

#[test]
fn numbers() {
    says(
        r#"{"payments": [{"id": "a", "paid_on": "2024-05-06", "amount_fen": 18446744073709551616},
 {"id": "b", "paid_on": "2024-05-06", "amount_fen": -1}, {"id": "c", "paid_on": "2024-05-06", "amount_fen": 1.5}]}"#,
        &[
            "/payments/0/amount_fen (line 1, column 66): expected a whole number from 0 to 18446744073709551615",
            "/payments/1/amount_fen (line 2, column 53): expected a whole number from 0 to 18446744073709551615",
            "/payments/2/amount_fen (line 2, column 109): expected a whole number, found a number with a fraction",
        ],
    );
}

#[test]
fn texts() {
    says(
        "\u{feff}{}",
        &[
            "(whole document) (line 1, column 1): begins with a byte-order mark; save it without one",
        ],
    );
    let error = Dossier::from_json(r#"{"people": [{"id": "p1", "name": "\ud800"}]}"#).unwrap_err();
    assert_eq!(error.faults()[0].pointer, "/people/0/name");
    assert!(matches!(error.faults()[0].kind, FaultKind::BadText(_)), "{error}");
    let error = Dossier::from_json(r#"{"people": [{"id": "p1""#).unwrap_err();
    assert!(matches!(error.faults()[0].kind, FaultKind::Syntax(_)), "{error}");
    assert_eq!(error.faults()[0].place, Some((1, 23)));
    let error = Dossier::from_slice(b"{\"people\": \"\xff\"}").unwrap_err();
    told(&error, &["(whole document) (line 1, column 13): not UTF-8 from byte 12 on"]);
    assert!(Dossier::from_json("").is_err());
    assert!(Dossier::from_json("null").is_err());
}

#[test]
fn deep_nesting_is_an_error_and_no_overflow() {
    for open in ["[", "{\"people\":"] {
        let error = Dossier::from_json(&open.repeat(100_000)).unwrap_err();
        assert!(!error.faults().is_empty());
    }
    let deep = format!(r#"{{"meetings": {}1{}}}"#, "[".repeat(50_000), "]".repeat(50_000));
    assert!(Dossier::from_json(&deep).is_err());
}

#[test]
fn empty_lists_are_fine() {
    let text = r#"{"people": [], "kinship": [], "matters": [], "meetings": [], "decisions": [], "payments": [], "complete": []}"#;
    assert!(Dossier::from_json(text).is_ok());
    assert!(Dossier::from_json("{}").is_ok());
}

/// Every one of many faults is told, and many records are read.
#[test]
fn huge_lists() {
    let many = 50_000;
    let people: Vec<String> = (0..many).map(|n| format!(r#"{{"id": {n}}}"#)).collect();
    let error =
        Dossier::from_json(&format!(r#"{{"people": [{}]}}"#, people.join(","))).unwrap_err();
    assert_eq!(error.faults().len(), many);
    let people: Vec<String> = (0..many).map(|n| format!(r#"{{"id": "p{n}"}}"#)).collect();
    let dossier = Dossier::from_json(&format!(r#"{{"people": [{}]}}"#, people.join(","))).unwrap();
    assert_eq!(dossier.records().people.len(), many);
}

/// A body may have at most 128 members on one day; more is said, never cut off.
#[test]
fn too_large_a_body() {
    let mut records = Records::new();
    for n in 0..129 {
        let mut person = Person::new(format!("p{n}"));
        person.memberships.push(Membership::new(Body::PartyGroup, Day(date!(2020, 1, 1))));
        records.people.push(person);
    }
    records.meetings.push(Meeting::new("m1", MeetingKind::PartyGroup, date!(2024, 5, 6)));
    let error = Dossier::new(records.clone()).unwrap_err();
    told(
        &error,
        &["/meetings/0/held_on: more than 128 members of the body on the day of the meeting"],
    );
    records.people.pop();
    assert!(Dossier::new(records).is_ok());
}

#[test]
fn records_built_by_a_program_are_checked_too() {
    let mut records = Records::new();
    for id in ["p1", "p3", "p3"] {
        records.people.push(Person::new(id));
    }
    records.kinship =
        vec![Kinship::new("p1", "p1", Relation::Spouse), Kinship::new("p1", "p2", Relation::Child)]
            .into();
    told(
        &Dossier::new(records).unwrap_err(),
        &[
            "/people/2/id: person `p3` is already at /people/1/id",
            "/kinship/0/relative: nobody is his or her own relative",
            "/kinship/1/relative: no person `p2` in the dossier",
        ],
    );
}

#[test]
fn a_secret_ballot_has_no_names() {
    says(
        r#"{"people": [{"id": "p1"}], "meetings": [{"id": "m1", "kind": "party_group", "held_on": "2024-05-06",
 "items": [{"id": "i1", "vote": {"method": "secret_ballot", "ballots": [{"by": "p1", "choice": "approve"}]}}]}]}"#,
        &[
            "/meetings/0/items/0/vote/ballots (line 2, column 72): a secret ballot has no ballots by name; use `voters` and `tally`",
        ],
    );
}

#[test]
fn policies() {
    let error = Policy::from_json(
        r#"{"parameters": {"divided_threshold": [{"value": {"num": 2, "den": 0}}],
  "large_sum_threshold_fen": [{"value": 5, "from": "2024-01-01"}, {"value": 6, "from": "2024-01-01"}]},
 "waivers": [{"code": "MTG009", "subject": "i1", "reason": " ", "approved_by": "x"}]}"#,
    )
    .unwrap_err();
    told(
        &error,
        &[
            "/parameters/divided_threshold/0/value (line 1, column 49): a share lies above zero and at most at one",
            "/parameters/large_sum_threshold_fen/1 (line 2, column 67): another value of this parameter holds from the same day",
            "/waivers/0/reason (line 3, column 60): a waiver says what it waives, why, and who approved it",
        ],
    );
    let error = Policy::from_json(r#"{"parameters": {"large_sum_threshold": []}}"#).unwrap_err();
    told(
        &error,
        &[
            "/parameters/large_sum_threshold (line 1, column 17): unknown key `large_sum_threshold`; did you mean `large_sum_threshold_fen`?",
        ],
    );
}

struct Broken;

impl std::io::Read for Broken {
    fn read(&mut self, _: &mut [u8]) -> std::io::Result<usize> {
        Err(std::io::Error::other("the disk is gone"))
    }
}

#[test]
fn a_reader_that_fails() {
    told(
        &Dossier::from_reader(Broken).unwrap_err(),
        &["(whole document): cannot be read: the disk is gone"],
    );
}
