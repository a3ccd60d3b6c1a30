//! The results of a report, each with all that a case can know it by.

use std::{collections::BTreeSet, fmt};

use oversight::{
    finding::{Breach, Key, Missing, Subject},
    norm::Code,
    outcome::Outcome,
    path::Path,
    report::Report,
    time::{DateRange, NaiveDate},
};

/// How many of a list are told.
const TOLD: usize = 3;

/// One result.
pub(super) struct Found {
    pub(super) code: Code,
    pub(super) outcome: Outcome,
    pub(super) key: Key,
    pub(super) period: Option<DateRange>,
    subject: String,
    /// Other addresses that it can be known by.
    places: Vec<String>,
    pub(super) due: Option<NaiveDate>,
    /// What is missing: an address, a field of the policy, or else its form in the report.
    missing: Vec<String>,
}

impl Found {
    /// Every address that it can be known by, the subject's first.
    pub(super) fn addresses(&self) -> impl Iterator<Item = &str> {
        std::iter::once(&self.subject).chain(&self.places).map(String::as_str)
    }

    pub(super) fn misses(&self, name: &str) -> bool {
        self.missing.iter().any(|it| it == name)
    }
}

/// Every result of a report that keeps its trace.
pub(super) fn results(report: &Report) -> Vec<Found> {
    let mut told = BTreeSet::new();
    let mut results = Vec::new();
    for it in report.violations() {
        let mut found = Found::of(&it.subject, Outcome::Violated);
        found.known_by(std::iter::once(it.at).chain(it.also.iter().copied()));
        found.due = last_day_in_time(&it.breach);
        results.push(found);
    }
    for it in report.undetermined() {
        let mut found = Found::of(&it.subject, Outcome::Undetermined);
        found.known_by(it.missing.iter().filter_map(Missing::path));
        found.missing = it.missing.iter().map(named).collect();
        results.push(found);
    }
    for it in report.pending() {
        let mut found = Found::of(&it.subject, Outcome::Pending);
        found.known_by(std::iter::once(it.at));
        found.due = it.due;
        results.push(found);
    }
    told.extend(results.iter().map(|it| (it.key.clone(), it.outcome)));
    // The trace also holds what the report tells in full.
    let silent = report.trace().unwrap_or_default().iter();
    let silent = silent.map(|it| Found::of(&it.subject, it.outcome));
    results.extend(silent.filter(|it| !told.contains(&(it.key.clone(), it.outcome))));
    results
}

impl Found {
    fn of(subject: &Subject, outcome: Outcome) -> Self {
        Self {
            code: subject.code,
            outcome,
            key: subject.key(),
            period: subject.period,
            subject: subject.at.to_string(),
            places: others(subject.at, std::iter::once(subject.record)),
            due: None,
            missing: Vec::new(),
        }
    }

    fn known_by(&mut self, places: impl Iterator<Item = Path>) {
        let places = places.map(|it| it.to_string()).filter(|it| *it != self.subject);
        self.places.extend(places);
    }
}

fn others(subject: Path, places: impl Iterator<Item = Path>) -> Vec<String> {
    places.filter(|it| *it != subject).map(|it| it.to_string()).collect()
}

/// The last day on which what departs would have been in time, where the departure has one.
const fn last_day_in_time(breach: &Breach) -> Option<NaiveDate> {
    match *breach {
        Breach::Late { due, .. } => Some(due),
        Breach::OutsideWindow { until, .. } => until,
        Breach::NotCovered { due, .. } => due,
        _ => None,
    }
}

fn named(missing: &Missing) -> String {
    match missing {
        Missing::Policy(field) => (*field).to_owned(),
        other => match other.path() {
            Some(at) => at.to_string(),
            None => serde_json::to_string(other).unwrap_or_else(|_| format!("{other:?}")),
        },
    }
}

impl fmt::Display for Found {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "found {} {} at {}", self.key, self.outcome, shown(&self.subject))?;
        // Those of what is undetermined are told as missing.
        if !self.places.is_empty() && self.missing.is_empty() {
            write!(f, " ({})", few(&self.places))?;
        }
        if let Some(due) = self.due {
            write!(f, ", due {due}")?;
        }
        if !self.missing.is_empty() {
            write!(f, ", missing {}", few(&self.missing))?;
        }
        Ok(())
    }
}

fn shown(address: &str) -> &str {
    if address.is_empty() { "the whole record" } else { address }
}

/// The first of a list on one line, and how many more there are.
fn few(list: &[String]) -> String {
    let first: Vec<_> = list.iter().take(TOLD).map(|it| shown(it)).collect();
    let first = first.join("; ");
    match list.len().saturating_sub(TOLD) {
        0 => first,
        more => format!("{first}; and {more} more"),
    }
}
