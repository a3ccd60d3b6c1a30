//! The norms themselves: a folder a family, a file a rule, a shelf that lists them.

mod business;
mod collective;
mod committee;
pub(crate) mod duty;
mod ecology;
mod family;
mod interference;
mod life_meeting;
mod major;
mod meeting;
mod meets;
mod mutual;
mod periodic;
mod power;
mod promotion;
mod rectification;
mod reporting;
mod responsibility;
mod supervision;
mod tasks;
mod topics;

pub use major::{Major, major};

use crate::{
    law::{Basis, ClauseNo, Reach, cite, instruments::MEASURES},
    norm::{Code, Norm, Status, Words, code},
    outcome::{Modality, Severity},
    rule::Rule,
    time::{Spell, date},
};

/// What most norms of the measures have in common; each states the rest itself.
const BASE: Norm = Norm {
    code: code!("AAA000"),
    slug: "",
    title: Words { zh: "", en: "" },
    gist: Words { zh: "", en: "" },
    cites: &[cite!(MEASURES, clause "2.2.2")],
    basis: Basis::Measures,
    reach: Reach::Checked,
    modality: Modality::Must,
    severity: Severity::Ordinary,
    in_force: Spell::since(date!(2023, 1, 1)),
    status: Status::Stable,
    since: "0.1.0",
    remedy: Words { zh: "", en: "" },
    parameters: &[],
    unchecked: &[],
};

/// Every shelf, in the order of the contract.
static SHELVES: &[&[&Rule]] = &[
    meeting::RULES,
    committee::RULES,
    power::RULES,
    promotion::RULES,
    business::RULES,
    interference::RULES,
    life_meeting::RULES,
    reporting::RULES,
    responsibility::RULES,
    mutual::RULES,
    family::RULES,
    supervision::RULES,
    rectification::RULES,
    ecology::RULES,
];

/// A code that once was a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Retired {
    /// The code.
    pub code: &'static str,
    /// Version of the crate that no longer has it.
    pub since: &'static str,
    /// What became of it.
    pub instead: Words,
}

/// Codes that once were rules; none so far.
pub static RETIRED: &[Retired] = &[];

/// No rule has this code.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum NoSuchRule {
    /// It once was a rule.
    #[error("{code} was retired in {}: {}", retired.since, retired.instead.en)]
    Retired {
        /// The code.
        code: String,
        /// What became of it.
        retired: Retired,
    },
    /// It never was one.
    #[error("there is no rule {code}{}", near.map_or_else(String::new, |it| format!("; did you mean {it}?")))]
    Unknown {
        /// The code as asked for.
        code: String,
        /// A code that it may have been meant for.
        near: Option<Code>,
    },
}

/// The rule of a code.
///
/// # Errors
///
/// Says what became of a retired code, and the nearest code to an unknown one.
///
/// ```
/// use oversight::rules;
/// assert_eq!(rules::find("MTG009").unwrap().norm.slug, "leader-speaks-last");
/// let error = rules::find("mtg9").unwrap_err();
/// assert_eq!(error.to_string(), "there is no rule mtg9; did you mean MTG009?");
/// ```
pub fn find(code: &str) -> Result<&'static Rule, NoSuchRule> {
    if let Some(rule) = all().find(|rule| rule.norm.code.as_str() == code) {
        return Ok(rule);
    }
    if let Some(retired) = RETIRED.iter().find(|it| it.code == code) {
        return Err(NoSuchRule::Retired { code: code.into(), retired: *retired });
    }
    let near = all()
        .map(|rule| rule.norm.code)
        .find(|it| plain(it.as_str()) == plain(code))
        .or_else(|| all().find(|rule| rule.norm.slug == code).map(|rule| rule.norm.code));
    Err(NoSuchRule::Unknown { code: code.into(), near })
}

/// A code without what people get wrong in it: case, hyphens, leading zeros.
fn plain(code: &str) -> String {
    let letters = code.chars().filter(char::is_ascii_alphabetic);
    let digits: String = code.chars().filter(char::is_ascii_digit).collect();
    letters
        .map(|it| it.to_ascii_uppercase())
        .chain(digits.trim_start_matches('0').chars())
        .collect()
}

/// The rules that carry out a clause of the measures, such as `2.2.2`.
///
/// ```
/// use oversight::rules;
/// assert!(rules::rules_under("2.2.3").any(|rule| rule.norm.code.as_str() == "MTG018"));
/// assert_eq!(rules::rules_under("9.9").count(), 0);
/// ```
pub fn rules_under(clause: &str) -> impl Iterator<Item = &'static Rule> {
    let no = clause.parse().ok();
    all().filter(move |rule| no.is_some_and(|no: ClauseNo| rule.norm.clauses().any(|it| it == no)))
}

/// The families, each by its three capitals, in the order of the contract.
pub fn families() -> impl Iterator<Item = &'static str> {
    SHELVES.iter().filter_map(|shelf| Some(shelf.first()?.norm.code.family()))
}

/// The rules of a family, such as `MTG`, in code order; none where there is no such family.
///
/// ```
/// use oversight::rules;
/// assert_eq!(rules::by_family("CMT").count(), 7);
/// assert_eq!(rules::by_family("ABC").count(), 0);
/// ```
pub fn by_family(family: &str) -> impl Iterator<Item = &'static Rule> {
    let of = |shelf: &&&[&Rule]| shelf.first().is_some_and(|it| it.norm.code.family() == family);
    let shelf = SHELVES.iter().find(of).copied().unwrap_or(&[]);
    shelf.iter().copied()
}

/// Every rule, in the order of the contract.
pub fn all() -> impl Iterator<Item = &'static Rule> {
    SHELVES.iter().flat_map(|shelf| shelf.iter().copied())
}
