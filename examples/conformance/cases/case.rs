//! A case as it stands in its file, and what it may expect.

use std::fmt;

use oversight::{
    outcome::Outcome,
    policy::PARAMETERS,
    time::{DateRange, Day},
};
use serde::Deserialize;
use serde_json::value::RawValue;

/// One case. A key that is not known is refused.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Case {
    pub(super) name: String,
    pub(super) as_of: Day,
    #[serde(default)]
    pub(super) policy: Option<Box<RawValue>>,
    pub(super) dossier: Box<RawValue>,
    pub(super) expect: Vec<Expectation>,
    /// Whether the codes that came out violated must be just the expected ones.
    #[serde(default)]
    pub(super) exact: bool,
}

/// What must have come out: one result of this code and outcome that has all else that is said here.
#[derive(Deserialize)]
#[serde(try_from = "Written")]
pub(super) struct Expectation {
    pub(super) code: String,
    pub(super) outcome: Outcome,
    /// An address that the result can be known by: its subject, the fact that departs or is awaited, another fact that
    /// shows it, or one that is missing.
    pub(super) at: Option<String>,
    /// The period of the subject.
    pub(super) period: Option<DateRange>,
    /// The key of the subject.
    pub(super) key: Option<String>,
    /// The last day in time of what is late, not covered or awaited.
    pub(super) due: Option<Day>,
    /// Addresses of facts and fields of the policy that are all among what is missing.
    pub(super) missing: Vec<String>,
    /// Turned round: there is no such result.
    pub(super) not: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    code: String,
    outcome: Outcome,
    at: Option<String>,
    period: Option<DateRange>,
    key: Option<String>,
    due: Option<Day>,
    missing: Option<Vec<String>>,
    #[serde(default)]
    not: bool,
}

impl TryFrom<Written> for Expectation {
    type Error = String;

    /// Refuses what no result can ever have: turned round, it would always hold.
    fn try_from(it: Written) -> Result<Self, String> {
        let Written { code, outcome, at, period, key, due, missing, not } = it;
        if let Some(at) = at.as_ref().filter(|it| !is_address(it)) {
            return Err(format!("`at` of {code}: {at} is no address, which begins with /"));
        }
        if key.as_ref().is_some_and(String::is_empty) {
            return Err(format!("`key` of {code} is empty"));
        }
        if due.is_some() && !matches!(outcome, Outcome::Violated | Outcome::Pending) {
            return Err(format!("`due` of {code}: what is {outcome} has no day due"));
        }
        if missing.is_some() && outcome != Outcome::Undetermined {
            return Err(format!("`missing` of {code}: of what is {outcome} nothing is missing"));
        }
        if missing.as_ref().is_some_and(Vec::is_empty) {
            return Err(format!("`missing` of {code} names nothing"));
        }
        let missing = missing.unwrap_or_default();
        if let Some(name) = missing.iter().find(|it| !is_address(it) && !is_policy_field(it)) {
            return Err(format!("`missing` of {code}: {name} is no address and no policy field"));
        }
        Ok(Self { code, outcome, at, period, key, due, missing, not })
    }
}

/// The whole dossier has the empty address.
fn is_address(text: &str) -> bool {
    text.is_empty() || text.starts_with('/')
}

fn is_policy_field(name: &str) -> bool {
    // The bans are a list, where the parameters are values of a day.
    name == "bans" || PARAMETERS.iter().any(|it| it.field == name)
}

impl fmt::Display for Expectation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let no = if self.not { "no " } else { "" };
        write!(f, "expected {no}{} {}", self.code, self.outcome)?;
        if let Some(at) = &self.at {
            write!(f, " at {}", if at.is_empty() { "the whole record" } else { at })?;
        }
        if let Some(period) = &self.period {
            write!(f, ", period {period}")?;
        }
        if let Some(key) = &self.key {
            write!(f, ", key {key}")?;
        }
        if let Some(due) = self.due {
            write!(f, ", due {due}")?;
        }
        if !self.missing.is_empty() {
            write!(f, ", missing {}", self.missing.join("; "))?;
        }
        Ok(())
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Expectation, String> {
        serde_json::from_str(text).map_err(|error| error.to_string())
    }

    #[test]
    fn every_key_is_read_and_told() {
        let all = r#"{"code": "MTG015", "outcome": "undetermined", "at": "", "period": "2024-H1", "key": "m1",
            "missing": ["/meetings/0/minutes", "bans"], "not": true}"#;
        assert_eq!(
            read(all).unwrap().to_string(),
            "expected no MTG015 undetermined at the whole record, period 2024-H1, \
             key m1, missing /meetings/0/minutes; bans"
        );
        let due =
            r#"{"code": "MTG015", "outcome": "pending", "at": "/meetings/0", "due": "2024-05-06"}"#;
        assert_eq!(
            read(due).unwrap().to_string(),
            "expected MTG015 pending at /meetings/0, due 2024-05-06"
        );
    }

    #[test]
    fn what_cannot_be_meant_is_refused() {
        for (more, words) in [
            (r#""outcome": "violated", "add": "/meetings/0""#, "unknown field `add`"),
            (r#""outcome": "violated", "at": "meetings/0""#, "meetings/0 is no address"),
            (r#""outcome": "violated", "key": """#, "`key` of MTG015 is empty"),
            (r#""outcome": "violated", "due": "2024-5-6""#, "expected"),
            (r#""outcome": "compliant", "due": "2024-05-06""#, "compliant has no day due"),
            (r#""outcome": "violated", "missing": ["bans"]"#, "nothing is missing"),
            (r#""outcome": "undetermined", "missing": []"#, "names nothing"),
            (r#""outcome": "undetermined", "missing": ["bams"]"#, "bams is no address and no"),
            (r#""outcome": "violated", "period": "2024-H3""#, "is no period"),
        ] {
            let text = format!(r#"{{"code": "MTG015", {more}}}"#);
            let error = read(&text).err().unwrap();
            assert!(error.contains(words), "{error}");
        }
    }
}
