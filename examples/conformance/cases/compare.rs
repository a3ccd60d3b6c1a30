//! What a case expects beside what came out; where they differ, a few lines that say how.

use std::{cmp::Reverse, collections::BTreeSet};

use oversight::outcome::Outcome;

use super::{
    case::{Case, Expectation},
    found::Found,
};

/// How many results are told beside what was expected.
const TOLD: usize = 3;

/// What does not hold of a case, line by line.
pub(super) fn faults(case: &Case, codes: &BTreeSet<&str>, results: &[Found]) -> Vec<String> {
    let mut lines = Vec::new();
    for it in &case.expect {
        if codes.contains(it.code.as_str()) {
            explain(it, results, &mut lines);
        } else {
            lines.push(format!("there is no rule {}", it.code));
        }
    }
    if case.exact {
        let expected = |found: &&Found| {
            let same = |it: &Expectation| {
                !it.not && it.outcome == Outcome::Violated && it.code == found.code.as_str()
            };
            case.expect.iter().any(same)
        };
        let surplus: Vec<_> = (results.iter())
            .filter(|it| it.outcome == Outcome::Violated && !expected(it))
            .collect();
        tell(&surplus, |it| format!("not expected: {} {it}", it.code), &mut lines);
    }
    lines
}

/// Where an expectation does not hold: the expectation, then what came out instead.
fn explain(expected: &Expectation, results: &[Found], lines: &mut Vec<String>) {
    let of_code = || results.iter().filter(|it| it.code.as_str() == expected.code);
    let meeting: Vec<_> = of_code().filter(|it| meets(expected, it)).collect();
    if meeting.is_empty() == expected.not {
        return;
    }
    lines.push(expected.to_string());
    if expected.not {
        tell(&meeting, |it| format!("  {it}"), lines);
        return;
    }
    let mut nearest: Vec<_> = of_code().collect();
    nearest.sort_by_key(|it| (Reverse(nearness(expected, it)), Reverse(it.outcome)));
    if nearest.is_empty() {
        lines.push(format!("  found no result of {}", expected.code));
    }
    tell(&nearest, |it| format!("  {it}"), lines);
}

/// Whether a result of the expected code has all else that is expected.
fn meets(expected: &Expectation, found: &Found) -> bool {
    found.outcome == expected.outcome
        && expected.key.as_ref().is_none_or(|key| found.key.as_str() == key)
        && expected.period.is_none_or(|period| found.period == Some(period))
        && expected.at.as_ref().is_none_or(|at| found.addresses().any(|it| it == at))
        && expected.due.is_none_or(|due| found.due == Some(due.0))
        && expected.missing.iter().all(|it| found.misses(it))
}

/// How near a result comes: the place tells most, then the outcome, then what hangs on it.
fn nearness(expected: &Expectation, found: &Found) -> u32 {
    let place = expected.at.as_ref().map_or(0, |at| {
        if found.addresses().any(|it| it == at) {
            8
        } else if found.addresses().any(|it| is_within(it, at) || is_within(at, it)) {
            4
        } else {
            0
        }
    });
    let outcome = if found.outcome == expected.outcome { 2 } else { 0 };
    let day = expected.due.is_some_and(|due| found.due == Some(due.0));
    let missing = expected.missing.iter().any(|it| found.misses(it));
    let same = expected.key.as_ref().is_some_and(|key| found.key.as_str() == key)
        || expected.period.is_some() && found.period == expected.period;
    place + outcome + if same { 8 } else { 0 } + u32::from(day || missing)
}

/// Whether an address lies below another. Everything lies in the whole record, which is therefore near to nothing.
fn is_within(address: &str, whole: &str) -> bool {
    !whole.is_empty() && address.strip_prefix(whole).is_some_and(|rest| rest.starts_with('/'))
}

/// The first results, each on its line, and how many more there are. What reads alike is told once.
fn tell(found: &[&Found], line: impl Fn(&Found) -> String, lines: &mut Vec<String>) {
    let mut told: Vec<String> = found.iter().map(|it| line(it)).collect();
    told.dedup();
    let more = told.len().saturating_sub(TOLD);
    lines.extend(told.into_iter().take(TOLD));
    if more > 0 {
        lines.push(format!("  and {more} more"));
    }
}
