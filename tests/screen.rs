//! Screening: what was compiled answers as the list would, ban by ban.

#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

mod support;

use std::collections::BTreeSet;

use oversight::{
    facts::{Behaviour, Fact, Holding},
    law::codes::{DivisionCode, IndustryCode},
    outcome::Outcome,
    policy::{Ban, BanArea, Policy},
    screen::{Screen, ScreeningRow},
    shape::Shaped,
};
use proptest::test_runner::{RngAlgorithm, TestRng};

/// Yes, no, or open.
type Tri = Option<bool>;

fn both(conditions: &[Tri]) -> Tri {
    if conditions.contains(&Some(false)) {
        Some(false)
    } else if conditions.contains(&None) {
        None
    } else {
        Some(true)
    }
}

fn of<T>(fact: &Fact<T>, holds: impl Fn(&T) -> bool) -> Tri {
    match fact {
        Fact::Known(it) => Some(holds(it)),
        Fact::Absent => Some(false),
        Fact::Unknown => None,
    }
}

fn one_within<T: Copy>(
    own: &Fact<Vec<T>>,
    asked: &[T],
    within: impl Fn(T, T) -> Option<bool>,
) -> Tri {
    let own = match own {
        Fact::Known(own) => own,
        Fact::Absent => return Some(false),
        // Nothing lies within what is none, whatever it is.
        Fact::Unknown => return asked.is_empty().then_some(false),
    };
    let answers: Vec<Tri> =
        own.iter().flat_map(|a| asked.iter().map(|b| within(*a, *b)).collect::<Vec<_>>()).collect();
    if answers.contains(&Some(true)) {
        Some(true)
    } else if answers.contains(&None) {
        None
    } else {
        Some(false)
    }
}

/// One ban and one row, read as the format says.
fn naive(ban: &Ban, row: &ScreeningRow, policy: &Policy) -> Tri {
    let day = row.on.0;
    let in_force = ban.from.is_none_or(|it| it.0 <= day)
        && ban.until.is_none_or(|it| day <= it.0)
        && policy.measures_from() <= day;
    let behaves = of(&row.behaviour, |it| {
        if ban.behaviours.is_empty() {
            !matches!(it, Behaviour::ListedShares | Behaviour::Employment)
        } else {
            ban.behaviours.contains(it)
        }
    });
    let mut all = vec![
        Some(in_force),
        of(&row.relation, |it| ban.relations.contains(it)),
        if row.held == Holding::NomineeSuspected { None } else { Some(true) },
        Some(ban.organs.is_empty() || ban.organs.contains(&row.organ)),
        Some(ban.post_tags.is_empty() || ban.post_tags.iter().any(|it| row.tags.contains(it))),
        behaves,
    ];
    if !ban.offices.is_empty() {
        all.push(of(&row.office, |it| ban.offices.contains(it)));
    }
    if ban.lowest_rank.is_some() || ban.highest_rank.is_some() {
        all.push(of(&row.rank, |it| {
            ban.lowest_rank.is_none_or(|low| low <= *it)
                && ban.highest_rank.is_none_or(|high| *it <= high)
        }));
    }
    if !ban.industries.is_empty() || !ban.keywords.is_empty() {
        let by_code = if ban.industries.is_empty() {
            Some(false)
        } else {
            one_within(&row.industries, &ban.industries, IndustryCode::within)
        };
        let scope = row.scope.as_ref().map_or("", |it| it.as_str());
        let hinted = ban.keywords.iter().any(|it| scope.contains(it.as_str()));
        all.push(if by_code != Some(true) && hinted { None } else { by_code });
    }
    if !ban.divisions.is_empty() {
        all.push(one_within(&row.places, &ban.divisions, DivisionCode::within));
    }
    if ban.area == BanArea::Jurisdiction {
        all.push(match &row.areas {
            Fact::Known(areas) => one_within(&row.places, areas, DivisionCode::within),
            Fact::Absent => Some(false),
            // What lies nowhere lies in no area, whichever it is.
            Fact::Unknown
                if row.places.is_absent() || row.places.known().is_some_and(Vec::is_empty) =>
            {
                Some(false)
            }
            Fact::Unknown => None,
        });
    }
    if ban.with_institution {
        all.push(of(&row.deals_with_institution, |it| *it));
    }
    both(&all)
}

#[test]
fn compiled_bans_answer_as_the_list_does() {
    let mut rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let mut reached = BTreeSet::new();
    for _ in 0..300 {
        let (rows, policy) = support::rows_and_policy(ScreeningRow::SHAPE, &mut rng, 40);
        let policy = Policy::from_json(&policy.to_string()).unwrap();
        let screen = Screen::new(&policy);
        let rows: Vec<ScreeningRow> =
            rows.into_iter().map(|it| serde_json::from_value(it).unwrap()).collect();
        let answers = screen.screen_all(&rows);
        for (row, answer) in rows.iter().zip(answers) {
            let naively: Vec<Tri> =
                screen.bans().iter().map(|it| naive(it, row, &policy)).collect();
            let met: Vec<&str> = (screen.bans().iter().zip(&naively))
                .filter(|it| *it.1 == Some(true))
                .map(|it| it.0.id.as_str())
                .collect();
            let found: Vec<&str> = answer.bans.iter().map(|it| it.id.as_str()).collect();
            assert_eq!(found, met, "{row:?}");
            assert_eq!(answer.missing.is_empty(), !naively.contains(&None), "{row:?}");
            let expected = match (met.is_empty(), naively.contains(&None)) {
                (false, _) => Outcome::Violated,
                (true, true) => Outcome::Undetermined,
                (true, false) => Outcome::Compliant,
            };
            assert_eq!(answer.outcome, expected);
            reached.insert(answer.outcome);
        }
    }
    assert_eq!(reached.len(), 3);
}

#[test]
fn a_regime_can_be_left_out() {
    let text = include_str!("../examples/bans/sample.json");
    let screen = Screen::new(&Policy::from_json(text).unwrap());
    let all = screen.bans().len();
    let left = screen.without_regime("检察官法（样例）");
    assert_eq!(left.bans().len(), all - 1);
    let row: ScreeningRow = serde_json::from_str(
        r#"{ "on": "2024-05-06", "relation": "spouse", "office": "procurator", "rank": "section", "areas": ["450103"],
             "behaviour": "law_firm_partner", "industries": ["L7231"], "places": ["450103"],
             "deals_with_institution": false }"#,
    )
    .unwrap();
    assert_eq!(left.screen(&row).outcome, Outcome::Compliant);
}

#[test]
fn old_codes_of_places_are_found_by_what_they_have_become() {
    // Until 2021 the district had another code.
    let policy = |changes: &str| {
        let text = format!(
            r#"{{ "division_changes": [{changes}], "bans": [ {{ "id": "b", "regime": "r", "relations": ["spouse"],
                 "divisions": ["330102"] }} ] }}"#
        );
        Policy::from_json(&text).unwrap()
    };
    let change = r#"{ "old": "330104", "new": "330102", "from": "2021-04-09" }"#;
    let row: ScreeningRow = serde_json::from_str(
        r#"{ "on": "2024-05-06", "relation": "spouse", "behaviour": "partnership", "places": ["330104"] }"#,
    )
    .unwrap();
    assert_eq!(Screen::new(&policy("")).screen(&row).outcome, Outcome::Compliant);
    assert_eq!(Screen::new(&policy(change)).screen(&row).outcome, Outcome::Violated);
    let circle =
        r#"{ "division_changes": [ { "old": "330104", "new": "330104", "from": "2021-04-09" } ] }"#;
    assert_eq!(Policy::from_json(circle).unwrap_err().faults()[0].pointer, "/division_changes/0");
}

#[test]
fn numbers_are_no_codes() {
    let row = r#"{ "on": "2024-05-06", "industries": [1311] }"#;
    assert!(serde_json::from_str::<ScreeningRow>(row).is_err());
    let row = r#"{ "on": "2024-05-06", "industries": ["K1311"] }"#;
    let error = serde_json::from_str::<ScreeningRow>(row).unwrap_err();
    assert!(error.to_string().contains("letter"), "{error}");
}
