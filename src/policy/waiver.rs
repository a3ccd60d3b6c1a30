//! Waivers: a finding stays a finding, marked as waived.

use std::collections::BTreeMap;

use crate::{
    error::{Fault, FaultKind},
    facts::{DepartmentId, PersonId},
    path::{Path, field},
    shape::record,
    time::{DateRange, Day, NaiveDate},
};

record! {
    /// Somebody with the power to do so has accepted departures: of one rule or a family, of one subject, of a person or a department,
    /// in a period, or of the whole body. Where several of these are given, all must fit.
    #[doc(alias = "豁免")]
    pub struct Waiver {
        /// Code of the rule, such as `MTG009`, or a family, such as `MTG`.
        code: String,
        /// Why.
        reason: String,
        /// Who approved it.
        approved_by: String,
        ..
        /// The subject by its key, such as `MTG009/item:i7`, by its key without the code (`item:i7`), or by the identifier of its record.
        /// Never a place in a list, which moves when records are inserted.
        subject: Option<String>,
        /// The person whom the departure concerns, or whose duty it is or is owed to.
        person: Option<PersonId>,
        /// The department.
        department: Option<DepartmentId>,
        /// The period in which the subject lies, such as `2024-H1`; where the subject is of no period, the day of the departure.
        period: Option<DateRange>,
        /// The whole body: every subject of the rule or family.
        whole_body: bool,
        /// Last as-of day on which it counts, itself included. Left out: no end.
        until: Option<Day>,
    }
}

impl Waiver {
    /// Whether it still counts on that day.
    #[must_use]
    pub fn counts_on(&self, day: NaiveDate) -> bool {
        self.until.is_none_or(|until| day <= until.0)
    }

    /// Whether it is for this rule.
    #[must_use]
    pub fn is_for(&self, code: &str) -> bool {
        self.code == code || code.get(..3) == Some(self.code.as_str())
    }

    /// What it is for, as its policy names it.
    #[must_use]
    pub fn named(&self) -> String {
        let names = [
            self.subject.clone(),
            self.person.as_ref().map(ToString::to_string),
            self.department.as_ref().map(ToString::to_string),
            self.period.map(|it| it.to_string()),
            self.whole_body.then(|| "*".to_owned()),
        ];
        names.into_iter().flatten().collect::<Vec<_>>().join(" ")
    }

    pub(super) fn faults(&self, at: Path, faults: &mut Vec<Fault>) {
        let mut fault = |at: Path, words: &str| {
            faults.push(Fault::at(at, FaultKind::NotAllowed(words.to_owned())));
        };
        for (name, text) in [
            (field!("code"), &self.code),
            (field!("reason"), &self.reason),
            (field!("approved_by"), &self.approved_by),
        ] {
            if text.trim().is_empty() {
                fault(at.field(name), "a waiver says what it waives, why, and who approved it");
            }
        }
        if let Some(subject) = &self.subject {
            if subject.trim().is_empty() {
                fault(
                    at.field(field!("subject")),
                    "a subject is named by its key; for every subject of a rule write `whole_body`",
                );
            } else if subject.starts_with('/') {
                fault(at.field(field!("subject")), &moved(subject));
            }
        }
        let named = [
            self.subject.is_some(),
            self.person.is_some(),
            self.department.is_some(),
            self.period.is_some(),
        ];
        let narrowed = named.contains(&true);
        if narrowed == self.whole_body {
            let words = if narrowed {
                "a waiver for the whole body names no subject, person, department or period"
            } else {
                "a waiver names a subject, a person, a department or a period, or is for the `whole_body`"
            };
            fault(at, words);
        }
    }
}

/// What to write in place of a place in a list.
fn moved(pointer: &str) -> String {
    let mut lists = pointer.split('/').filter(|it| !it.is_empty() && it.parse::<u64>().is_err());
    let word = lists.next_back().map_or("record", singular);
    format!(
        "a place in a list moves when records are inserted: write the key of the subject, here `{word}:` and the identifier that \
         stands at {pointer}, such as `{word}:x1` (a report tells every key)"
    )
}

/// The word for one record of a list in keys.
fn singular(list: &str) -> &str {
    match list {
        "people" => "person",
        "branches" => "branch",
        "peer_breaches" => "peer_breach",
        "oversight_inspections" => "inspection",
        "approaches" => "approach",
        _ => list
            .strip_suffix("ies")
            .map_or_else(|| list.strip_suffix('s').unwrap_or(list), |_| list),
    }
}

/// What of a departure a waiver is held against.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Departure<'d> {
    pub(crate) code: &'d str,
    /// The key of the subject, the code included.
    pub(crate) key: &'d str,
    /// The identifier of its record.
    pub(crate) id: Option<&'d str>,
    pub(crate) people: &'d [&'d str],
    pub(crate) departments: &'d [&'d str],
    pub(crate) period: Option<DateRange>,
    pub(crate) day: NaiveDate,
}

/// The waivers of a policy by what they name, so that looking for one costs the same however many there are.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct WaiverIndex {
    by_code: BTreeMap<String, OfCode>,
}

#[derive(Debug, Clone, PartialEq, Default)]
struct OfCode {
    by_subject: BTreeMap<String, Vec<usize>>,
    by_person: BTreeMap<String, Vec<usize>>,
    by_department: BTreeMap<String, Vec<usize>>,
    others: Vec<usize>,
}

impl WaiverIndex {
    pub(super) fn of(waivers: &[Waiver]) -> Self {
        let mut index = Self::default();
        for (n, it) in waivers.iter().enumerate() {
            let of_code = index.by_code.entry(it.code.clone()).or_default();
            let list = if let Some(subject) = &it.subject {
                of_code.by_subject.entry(subject.clone()).or_default()
            } else if let Some(person) = &it.person {
                of_code.by_person.entry(person.as_str().to_owned()).or_default()
            } else if let Some(department) = &it.department {
                of_code.by_department.entry(department.as_str().to_owned()).or_default()
            } else {
                &mut of_code.others
            };
            list.push(n);
        }
        index
    }

    /// The first waiver that fits and still counts.
    pub(super) fn find(
        &self,
        waivers: &[Waiver],
        departure: &Departure<'_>,
        as_of: NaiveDate,
    ) -> Option<usize> {
        let family = departure.code.get(..3).unwrap_or(departure.code);
        let bare = departure.key.split_once('/').map_or("", |it| it.1);
        let subjects = [Some(departure.key), Some(bare), departure.id];
        let mut fit = None::<usize>;
        for of_code in [departure.code, family].iter().filter_map(|it| self.by_code.get(*it)) {
            let by_subject = subjects.iter().flatten().filter_map(|it| of_code.by_subject.get(*it));
            let by_person = departure.people.iter().filter_map(|it| of_code.by_person.get(*it));
            let by_department =
                departure.departments.iter().filter_map(|it| of_code.by_department.get(*it));
            let named = by_subject.chain(by_person).chain(by_department).flatten();
            let found = named
                .chain(&of_code.others)
                .copied()
                .filter(|n| {
                    waivers.get(*n).is_some_and(|it| it.counts_on(as_of) && it.fits(departure))
                })
                .min();
            fit = match (fit, found) {
                (Some(one), Some(other)) => Some(one.min(other)),
                (one, other) => one.or(other),
            };
        }
        fit
    }
}

impl Waiver {
    /// Whether all that it names beside its subject fits.
    fn fits(&self, departure: &Departure<'_>) -> bool {
        let person = |it: &PersonId| departure.people.contains(&it.as_str());
        let department = |it: &DepartmentId| departure.departments.contains(&it.as_str());
        let period = |it: &DateRange| match departure.period {
            Some(own) => own.is_within(it),
            None => it.covers(departure.day),
        };
        self.person.as_ref().is_none_or(person)
            && self.department.as_ref().is_none_or(department)
            && self.period.as_ref().is_none_or(period)
    }
}
