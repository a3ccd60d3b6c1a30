//! Random small dossiers and policies, made from the shapes that the crate publishes, so that a new key or kind of
//! record is generated without a change here; what is tuned by hand only makes the interesting cases frequent.
//!
//! Values are JSON. A failing case shrinks by leaving out keys and elements as long as the door accepts the rest.

#![allow(dead_code)] // Each test binary uses its own part.

pub(crate) mod naive;

use std::{collections::BTreeMap, fmt};

use oversight::{
    dossier::Dossier,
    facts::{Activity, DepartmentWork, Interest, Post, Rank, Records, Sanction},
    finding::{Subject, SubjectName, Why},
    outcome::Outcome,
    policy::{Ban, ParameterValues, Policy},
    report::Report,
    shape::{FieldShape, IdKind, RecordShape, Shape, Shaped},
    time::{NaiveDate, date},
};
use proptest::{
    prelude::RngCore,
    strategy::{NewTree, Strategy, ValueTree},
    test_runner::{RngSeed, TestRng, TestRunner},
};
use serde_json::{Map, Value, json};

/// The settings of every property: the same 256 cases each time; other and more cases by `PROPTEST_CASES`. A failing case
/// is printed, not filed.
pub(crate) fn settings() -> proptest::test_runner::Config {
    let more = std::env::var_os("PROPTEST_CASES").is_some();
    proptest::test_runner::Config {
        rng_seed: if more { RngSeed::Random } else { RngSeed::Fixed(2023) },
        failure_persistence: None,
        max_shrink_iters: 20_000,
        ..proptest::test_runner::Config::default()
    }
}

/// One random case.
#[derive(Clone, PartialEq)]
pub(crate) struct Case {
    pub(crate) dossier: Value,
    /// The same dossier, of which some facts are unknown.
    pub(crate) poorer: Value,
    pub(crate) policy: Value,
    pub(crate) as_of: NaiveDate,
    /// Choices that a property makes for itself.
    pub(crate) seed: u64,
}

impl Case {
    pub(crate) fn dossier(&self) -> Dossier {
        read(&self.dossier)
    }

    pub(crate) fn policy(&self) -> Policy {
        Policy::from_json(&self.policy.to_string()).expect("a sound policy")
    }
}

impl fmt::Debug for Case {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut known = Vec::new();
        facts(Records::SHAPE, &self.dossier, "", &mut known);
        known.retain(|at| self.poorer.pointer(at).is_none());
        write!(
            f,
            "\nas of {}\npolicy {}\ndossier {:#}\nunknown in the poorer one: {known:?}\nseed {}\n",
            self.as_of, self.policy, self.dossier, self.seed
        )
    }
}

pub(crate) fn read(dossier: &Value) -> Dossier {
    Dossier::from_json(&dossier.to_string()).unwrap_or_else(|error| panic!("{error}\n{dossier:#}"))
}

/// How a rule ended for a subject.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Ended {
    pub(crate) code: &'static str,
    pub(crate) outcome: Outcome,
    pub(crate) why: Option<Why>,
    /// Where the subject stands, and the record that it is or is a part of.
    pub(crate) at: String,
    pub(crate) record: String,
}

/// How every rule ended for every subject, by the key of the subject.
pub(crate) fn by_key(report: &Report) -> BTreeMap<String, Ended> {
    let trace = report.trace().expect("a report with a trace");
    let mut all = BTreeMap::new();
    for it in trace {
        let ended = Ended {
            code: it.code.as_str(),
            outcome: it.outcome,
            why: it.why,
            at: it.subject.at.to_string(),
            record: it.subject.record.to_string(),
        };
        let key = it.subject.key().to_string();
        assert!(all.insert(key.clone(), ended).is_none(), "{key} is the key of two subjects");
    }
    all
}

/// The same by code, place and what else tells a subject apart. Parts that have no identifier of their own are named by facts, so
/// that their keys change where a fact is filled in, and their places do not.
pub(crate) fn by_place(report: &Report) -> BTreeMap<String, Ended> {
    let trace = report.trace().expect("a report with a trace");
    let keys = by_key(report).into_values();
    let mut sorted: Vec<_> = trace.iter().collect();
    sorted.sort_by_key(|it| it.subject.key());
    let places = sorted.into_iter().map(|it| {
        let subject = &it.subject;
        let names: Vec<_> =
            subject.names.iter().filter(|it| !matches!(it, SubjectName::Part(_))).collect();
        let period = subject.period.map(|it| it.to_string());
        let named = subject.names.len() == names.len();
        let at = if named { String::new() } else { subject.at.to_string() };
        format!("{} {} {at} {names:?} {period:?}", it.code, subject.record)
    });
    places.zip(keys).collect()
}

/// Where a subject stands in words of the records alone: the address of its record, what names it there, and the first day of its
/// period.
pub(crate) fn spot(subject: &Subject) -> String {
    let mut spot = subject.record.to_string();
    for it in &subject.names {
        spot.push('#');
        match it {
            SubjectName::Id(_, id) => spot.push_str(id),
            SubjectName::Word(_, word) => spot.push_str(word),
            SubjectName::Part(part) => spot.push_str(part),
            _ => {}
        }
    }
    if let Some(period) = subject.period {
        spot.push('#');
        spot.push_str(&period.from.to_string());
    }
    spot
}

/// How every rule ended for each subject that is more than a record, by code and the words of the records.
pub(crate) fn by_spot(report: &Report) -> BTreeMap<(String, String), Outcome> {
    let trace = report.trace().expect("a report with a trace");
    let parts =
        trace.iter().filter(|it| !it.subject.names.is_empty() || it.subject.period.is_some());
    parts.map(|it| ((it.code.to_string(), spot(&it.subject)), it.outcome)).collect()
}

/// How every rule ended for every record, all its subjects joined, by code and address of the record.
pub(crate) fn outcomes(report: &Report) -> BTreeMap<(String, String), Outcome> {
    let trace = report.trace().expect("a report with a trace");
    let mut all = BTreeMap::new();
    for it in trace {
        let slot = all.entry((it.code.to_string(), it.subject.record.to_string()));
        let slot = slot.or_insert(Outcome::NotApplicable);
        *slot = it.outcome.join(*slot);
    }
    all
}

/// Addresses of every fact that the dossier states, be it a value or `null`.
pub(crate) fn facts(shape: Shape, value: &Value, at: &str, found: &mut Vec<String>) {
    match (shape, value) {
        (Shape::Record(record), Value::Object(object)) => {
            for field in record.fields {
                let Some(value) = object.get(field.name) else { continue };
                let at = format!("{at}/{}", field.name);
                // Of an item that was only reported or reviewed, leaving these out says that there was none.
                let undecided = record.name == "Item"
                    && object.contains_key("kind")
                    && object["kind"] != "decide"
                    && matches!(field.name, "vote" | "result");
                if matches!(field.shape, Shape::Fact(_)) && !undecided {
                    found.push(at.clone());
                }
                facts(field.shape, value, &at, found);
            }
        }
        (Shape::List(inner), Value::Array(list)) => {
            for (n, value) in list.iter().enumerate() {
                facts(*inner, value, &format!("{at}/{n}"), found);
            }
        }
        (Shape::Fact(inner) | Shape::Nullable(inner), value) => facts(*inner, value, at, found),
        _ => {}
    }
}

/// Leaves out the key or element at an address; whether there was one.
pub(crate) fn leave_out(value: &mut Value, at: &str) -> bool {
    let Some((parent, last)) = at.rsplit_once('/') else { return false };
    match value.pointer_mut(parent) {
        Some(Value::Object(object)) => object.remove(last).is_some(),
        Some(Value::Array(list)) => match last.parse() {
            Ok(n) if n < list.len() => {
                list.remove(n);
                true
            }
            _ => false,
        },
        _ => false,
    }
}

/// Addresses of every key and element, outermost first.
fn addresses(value: &Value) -> Vec<String> {
    let mut found = vec![String::new()];
    let mut next = 0;
    while next < found.len() {
        let at = found[next].clone();
        match value.pointer(&at) {
            Some(Value::Object(object)) => {
                found.extend(object.keys().map(|it| format!("{at}/{it}")));
            }
            Some(Value::Array(list)) => found.extend((0..list.len()).map(|n| format!("{at}/{n}"))),
            _ => {}
        }
        next += 1;
    }
    found.remove(0);
    found
}

/// Random cases.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Cases;

impl Strategy for Cases {
    type Tree = Shrinking;
    type Value = Case;

    fn new_tree(&self, runner: &mut TestRunner) -> NewTree<Self> {
        Ok(Shrinking::of(case(runner.rng())))
    }
}

/// A case that becomes smaller by leaving things out, one at a time.
#[derive(Debug, Clone)]
pub(crate) struct Shrinking {
    case: Case,
    before: Option<Case>,
    next: usize,
    progress: bool,
}

impl Shrinking {
    pub(crate) const fn of(case: Case) -> Self {
        Self { case, before: None, next: 0, progress: false }
    }
}

impl ValueTree for Shrinking {
    type Value = Case;

    fn current(&self) -> Case {
        self.case.clone()
    }

    fn simplify(&mut self) -> bool {
        // What was left out before is not needed for the failure.
        self.progress |= self.before.take().is_some();
        loop {
            let Some(smaller) = smaller(&self.case, self.next) else {
                if !self.progress {
                    return false;
                }
                (self.next, self.progress) = (0, false);
                continue;
            };
            let sound = Dossier::from_json(&smaller.dossier.to_string()).is_ok()
                && Dossier::from_json(&smaller.poorer.to_string()).is_ok()
                && Policy::from_json(&smaller.policy.to_string()).is_ok();
            if smaller != self.case && sound {
                self.before = Some(std::mem::replace(&mut self.case, smaller));
                return true;
            }
            self.next += 1;
        }
    }

    fn complicate(&mut self) -> bool {
        let Some(before) = self.before.take() else { return false };
        self.case = before;
        self.next += 1;
        self.simplify()
    }
}

/// The nth way to make a case smaller.
fn smaller(case: &Case, mut n: usize) -> Option<Case> {
    let mut smaller = case.clone();
    let keys = addresses(&case.dossier);
    if let Some(at) = keys.get(n) {
        leave_out(&mut smaller.dossier, at);
        leave_out(&mut smaller.poorer, at);
        return Some(smaller);
    }
    n -= keys.len();
    let keys = addresses(&case.policy);
    if let Some(at) = keys.get(n) {
        leave_out(&mut smaller.policy, at);
        return Some(smaller);
    }
    n -= keys.len();
    let mut known = Vec::new();
    facts(Records::SHAPE, &case.dossier, "", &mut known);
    let at = known.get(n)?;
    let (parent, key) = at.rsplit_once('/')?;
    let value = case.dossier.pointer(at)?.clone();
    if let Some(Value::Object(object)) = smaller.poorer.pointer_mut(parent) {
        object.entry(key.to_owned()).or_insert(value);
    }
    Some(smaller)
}

/// One random case.
pub(crate) fn case(rng: &mut TestRng) -> Case {
    let base = date!(2022, 11, 20) + days(rng.next_u32() % 700);
    let mut make = Make {
        rng,
        pool: Vec::new(),
        focus: base,
        sizes: Sizes::default(),
        next_item: 0,
        next_finding: 0,
    };
    make.pool = (0..6).map(|_| base + days(make.below(80))).collect();
    let mut dossier = make.dossier();
    make.let_promotions_meet(&mut dossier);
    make.let_promotions_climb(&mut dossier);
    make.let_households_do_business(&mut dossier);
    make.let_powers_meet(&mut dossier);
    make.let_oversight_meet(&mut dossier);
    make.let_duties_meet(&mut dossier);
    let_promotions_end_after_they_begin(&mut dossier);
    let poorer = make.poorer(&dossier);
    let policy = make.policy();
    let after = if make.chance(85) { days(80 + make.below(300)) } else { days(make.below(100)) };
    Case { dossier, poorer, policy, as_of: base + after, seed: rng.next_u64() }
}

/// A random record of a shape, and a random policy, of days that meet.
pub(crate) fn rows_and_policy(shape: Shape, rng: &mut TestRng, count: u32) -> (Vec<Value>, Value) {
    let base = date!(2023, 6, 1);
    let mut make = Make {
        rng,
        pool: vec![base],
        focus: base,
        sizes: Sizes::default(),
        next_item: 0,
        next_finding: 0,
    };
    make.pool = (0..6).map(|_| base + days(make.below(200))).collect();
    let rows = (0..count).map(|_| make.of_shape(shape)).collect();
    let mut policy = make.policy();
    // More bans than a household meets, many of them by industry or place.
    let mut bans: Vec<Value> = Vec::new();
    for n in 0..make.below(40) {
        let mut ban = make.of_shape(Ban::SHAPE);
        ban["id"] = json!(format!("ban{n}"));
        if ban["relations"].as_array().is_none_or(Vec::is_empty) {
            ban["relations"] = json!(["spouse", "child", "parent", "sibling"]);
        }
        if let Some(ban) = ban.as_object_mut() {
            for key in ["highest_rank", "post_tags", "offices", "organs", "from", "until"] {
                if make.chance(70) || key == "highest_rank" {
                    ban.remove(key);
                }
            }
        }
        bans.push(ban);
    }
    policy["bans"] = Value::Array(bans);
    (rows, policy)
}

fn days(n: u32) -> chrono::Days {
    chrono::Days::new(u64::from(n))
}

/// What ended before it began has no history that filling in facts could approach.
fn let_promotions_end_after_they_begin(dossier: &mut Value) {
    let promotions = dossier.get_mut("promotions").and_then(Value::as_array_mut);
    for promotion in promotions.into_iter().flatten() {
        let checks = promotion.get_mut("checks").and_then(Value::as_object_mut);
        for check in checks.into_iter().flat_map(serde_json::Map::values_mut) {
            in_order(check, "started_on", "finished_on");
        }
        for (stage, from, to) in [
            ("recommendation", "started_on", "finished_on"),
            ("inspection", "started_on", "report_on"),
            ("notice", "from", "until"),
            ("probation", "from", "confirmed_on"),
        ] {
            if let Some(stage) = promotion.get_mut(stage) {
                in_order(stage, from, to);
            }
        }
        for (list, from, to) in [
            ("/complaints", "received_on", "concluded_on"),
            ("/notice/objections", "raised_on", "concluded_on"),
            ("/business_clearing/matches", "found_on", "cleared_on"),
        ] {
            let list = promotion.pointer_mut(list).and_then(Value::as_array_mut);
            for it in list.into_iter().flatten() {
                in_order(it, from, to);
            }
        }
    }
}

/// Swaps two days of which the second comes before the first.
fn in_order(record: &mut Value, first: &str, second: &str) {
    let day = |key: &str| record.get(key).and_then(Value::as_str).map(ToOwned::to_owned);
    let (Some(from), Some(to)) = (day(first), day(second)) else { return };
    if to < from {
        // One of the two may hold no time.
        let cut = |text: &str, like: &str| text[..text.len().min(like.len())].to_owned();
        record[first] = json!(cut(&to, &from));
        record[second] = json!(cut(&from, &to));
    }
}

/// Leaves out what names an interest that is not there.
fn drop_dangling(households: &mut Value, count: u32) {
    let there = |it: &Value| {
        let id = it["interest"].as_str().and_then(|id| id.strip_prefix('b')?.parse::<u32>().ok());
        id.is_some_and(|n| n < count)
    };
    for household in households.as_array_mut().into_iter().flatten() {
        if let Some(Value::Array(favours)) = household.get_mut("favours") {
            favours.retain(there);
        }
        let declarations = household.get_mut("declarations").and_then(Value::as_array_mut);
        for declaration in declarations.into_iter().flatten() {
            if let Some(Value::Array(entries)) = declaration.get_mut("entries") {
                entries.retain(there);
            }
        }
    }
}

#[derive(Debug, Default, Clone)]
struct Sizes {
    /// Members of the Party group; they stand first in the register.
    members: u32,
    people: u32,
    departments: u32,
    matters: u32,
    items: Vec<u32>,
    /// Interests of each household.
    interests: Vec<u32>,
    branches: u32,
    concerns: u32,
    life_meetings: u32,
}

struct Make<'r> {
    rng: &'r mut TestRng,
    /// Days on which things happen.
    pool: Vec<NaiveDate>,
    /// The day of the record at hand.
    focus: NaiveDate,
    sizes: Sizes,
    next_item: u32,
    next_finding: u32,
}

/// Sums and texts from small pools, so that they meet.
const SUMS: [u64; 6] = [0, 30, 40, 60, 100, 120];
const TEXTS: [&str; 3] = ["甲", "乙", "丙"];
const TIMES: [&str; 5] = ["", "", "T08:30", "T09:00", "T14:00:30"];

/// Ranks of the posts of a district and of those above.
const RANKS: [&str; 6] =
    ["staff", "deputy_section", "section", "section", "deputy_division", "division"];

impl Make<'_> {
    /// Some interests are a near relative's, of a holder in post, in the area and the business of the post.
    fn let_households_do_business(&mut self, dossier: &mut Value) {
        let mut households = dossier["households"].clone();
        for household in households.as_array_mut().into_iter().flatten() {
            let holder = household["holder"].clone();
            if self.chance(50) {
                household["declarations"] = json!([
                    { "declared_on": "2023-01-15", "year": 2022, "entries": null },
                    { "declared_on": "2024-01-20", "year": 2023, "entries": null },
                    { "declared_on": "2025-01-10", "year": 2024, "entries": null }
                ]);
            }
            let interests = household.get_mut("interests").and_then(Value::as_array_mut);
            for interest in interests.into_iter().flatten() {
                if self.chance(40) || interest["owner"] == holder {
                    continue;
                }
                let relation = self.pick(&["spouse", "child", "child_spouse", "parent", "sibling"]);
                let tie = json!({ "person": holder, "relative": interest["owner"], "relation": relation });
                if let Some(Value::Array(ties)) = dossier.get_mut("kinship") {
                    ties.push(tie);
                }
                let behaviour =
                    self.pick(&["unlisted_investment", "law_firm_partner", "partnership"]);
                interest["behaviour"] = json!(behaviour);
                interest["industries"] = json!(["C1311"]);
                interest["places"] = json!(["450103"]);
                interest["from"] = json!("2020-02-01");
                drop(interest.as_object_mut().and_then(|it| it.remove("held")));
                interest["state"] = json!("active");
                if self.chance(60) {
                    interest["until"] = Value::Null;
                } else if interest["until"].is_string() {
                    interest["until"] = json!(self.pick(&self.pool.clone()).to_string());
                }
                let people = dossier["people"].as_array_mut();
                let person = people.into_iter().flatten().find(|it| it["id"] == holder);
                if let Some(person) = person {
                    person["posts"] = json!([{ "title": "检察官", "from": "2020-01-01", "office": "procurator",
                        "rank": "section", "areas": ["4501"], "supervises": ["C13"] }]);
                }
                dossier["unit"]["division"] = json!("4501");
            }
        }
        dossier["households"] = households;
    }

    /// Lists give the few powers that acts exercise, and state what the door asks of them.
    fn let_powers_meet(&mut self, dossier: &mut Value) {
        const POWERS: [&str; 3] = ["用印", "采购", "不起诉"];
        const HOLDERS: [&str; 5] =
            ["principal", "chief_procurator", "procurator", "party_group", "leading_group_member"];
        let lists = dossier.get_mut("power_lists").and_then(Value::as_array_mut);
        for list in lists.into_iter().flatten() {
            list["kind"] =
                json!(self.pick(&["power", "power", "negative", "layers", "provincial"]));
            if self.chance(70) {
                list["from"] = json!(self.pick(&["2022-03-01", "2023-01-01", "2023-06-01"]));
            }
            if self.chance(70) {
                drop(list.as_object_mut().and_then(|it| it.remove("until")));
            } else if list["until"].as_str() < list["from"].as_str() {
                drop(list.as_object_mut().and_then(|it| it.remove("until")));
            }
            if self.chance(70) {
                drop(list.as_object_mut().and_then(|it| it.remove("holder")));
            }
            if self.chance(50) {
                drop(list.as_object_mut().and_then(|it| it.remove("withdraws")));
            }
            for entry in list.get_mut("entries").and_then(Value::as_array_mut).into_iter().flatten()
            {
                entry["power"] = json!(self.pick(&POWERS));
                if self.chance(70) {
                    entry["holder"] = json!(self.pick(&HOLDERS));
                }
                if self.chance(60) {
                    drop(entry.as_object_mut().and_then(|it| it.remove("prior_steps")));
                }
                if let Some(limit) = entry.get_mut("limit").filter(|it| it.is_object()) {
                    if limit["up_to_fen"].as_u64() < limit["from_fen"].as_u64() {
                        drop(limit.as_object_mut().and_then(|it| it.remove("up_to_fen")));
                    }
                }
            }
            for item in list.get_mut("items").and_then(Value::as_array_mut).into_iter().flatten() {
                if self.chance(50) {
                    *item = json!({});
                }
                match self.below(3) {
                    0 => item["powers"] = json!([self.pick(&POWERS)]),
                    1 => item["circumstances"] = json!(["decided_alone"]),
                    _ => item["subjects"] = json!([self.pick(&["oneself", "kin"])]),
                }
            }
        }
        let acts = dossier.get_mut("acts").and_then(Value::as_array_mut);
        for act in acts.into_iter().flatten() {
            if self.chance(75) {
                act["power"] = json!(self.pick(&POWERS));
            }
            if self.chance(70) {
                act["capacity"] = json!(self.pick(&HOLDERS));
            }
            if self.chance(60) {
                act["delegation"] = Value::Null;
            } else if let Some(it) = act.get_mut("delegation").filter(|it| it.is_object()) {
                if self.chance(60) {
                    drop(it.as_object_mut().and_then(|it| it.remove("powers")));
                }
            }
            if self.chance(40) {
                act["decided_in"] = Value::Null;
            }
            if self.chance(40) {
                act["matter"] = json!("m0");
            }
            if self.chance(40) {
                act["by"] = json!("p0");
            }
        }
    }

    /// Returns of real months, life meetings of the years at hand, approaches that were recorded and reported.
    fn let_oversight_meet(&mut self, dossier: &mut Value) {
        let (departments, people) = (self.sizes.departments, self.sizes.people);
        let mut returns = Vec::new();
        for n in 0..self.below(3) {
            let (owner, id) = if self.chance(60) {
                ("department", format!("d{}", self.below(departments)))
            } else {
                ("person", format!("p{}", self.below(people)))
            };
            let first = self.below(16) + n;
            for month in first..first + 1 + self.below(14) {
                if self.chance(8) {
                    continue;
                }
                let (year, month) = (2023 + month / 12, month % 12 + 1);
                let (later, next) = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
                let day = self.pick(&[1, 3, 5, 20]);
                let mut it = json!({ "year": year, "month": month,
                    "submitted_on": format!("{later}-{next:02}-{day:02}") });
                it[owner] = json!(id);
                match self.below(10) {
                    0 => {}
                    1 => it["approaches"] = json!(2),
                    _ => it["approaches"] = json!(0),
                }
                returns.push(it);
            }
        }
        dossier["monthly_returns"] = Value::Array(returns);
        if self.chance(60) {
            for family in ["monthly_returns", "list_checks", "power_lists"] {
                if self.chance(70) {
                    let it =
                        json!({ "family": family, "from": "2022-06-01", "until": "2026-12-31" });
                    if let Some(list) = dossier.get_mut("complete").and_then(Value::as_array_mut) {
                        list.push(it);
                    }
                }
            }
        }
        let meetings = dossier.get_mut("life_meetings").and_then(Value::as_array_mut);
        for meeting in meetings.into_iter().flatten() {
            let year = self.pick(&[2022, 2023, 2024]);
            meeting["year"] = json!(year);
            meeting["held_on"] = json!(format!("{year}-12-{:02}", 1 + self.below(28)));
        }
        let approaches = dossier.get_mut("approaches").and_then(Value::as_array_mut);
        for approach in approaches.into_iter().flatten() {
            if self.chance(60) {
                let on = self.pick(&self.pool.clone());
                approach["asked_on"] = json!(on.to_string());
                if self.chance(80) {
                    approach["recorded_on"] = json!((on + days(self.below(12))).to_string());
                }
                if self.chance(80) {
                    let to = self.pick(&["secretary", "secretary", "superior"]);
                    approach["reports"] =
                        json!([{ "to": to, "on": (on + days(self.below(12))).to_string() }]);
                }
            }
            if self.chance(40) {
                approach["asker"] = json!({ "person": "p0" });
            }
            if approach.get("recorded_on").is_some_and(Value::is_null) {
                drop(approach.as_object_mut().and_then(|it| it.remove("known_otherwise")));
            }
            if self.chance(60) {
                approach["suppression"] = Value::Null;
            }
        }
        let inspections = dossier.get_mut("oversight_inspections").and_then(Value::as_array_mut);
        for inspection in inspections.into_iter().flatten() {
            in_order(inspection, "handed_over_on", "feedback_on");
        }
    }

    #[expect(clippy::too_many_lines, reason = "one passage a kind of record")]
    /// Talks, reports, visits and meetings about the days at hand, by and with members; years that are judged.
    fn let_duties_meet(&mut self, dossier: &mut Value) {
        let shape = Activity::SHAPE;
        let people = self.sizes.people;
        if let Some(Value::Array(list)) = dossier.get_mut("activities") {
            for n in 0..self.below(12) {
                let Shape::Record(record) = shape else { unreachable!("a record") };
                let mut it = self.record(record, &["id"]);
                it["id"] = json!(format!("more{n}"));
                list.push(it);
            }
            for it in list {
                if self.chance(80) {
                    let day = self.pick(&[
                        "2023-03-01",
                        "2023-08-15",
                        "2024-02-28",
                        "2024-06-30",
                        "2024-07-01",
                    ]);
                    it["held_on"] = json!(day);
                }
                if self.chance(50) {
                    it["by"] = json!("p0");
                }
                if self.chance(60) {
                    let with: Vec<String> = (0..people).map(|n| format!("p{n}")).collect();
                    it["with"] = json!(with);
                }
                if self.chance(40) {
                    let all = [
                        "heart_to_heart_talk",
                        "home_visit",
                        "joint_meeting",
                        "member_heard",
                        "department_heard",
                        "graded_appraisal",
                        "work_report",
                        "collective_leadership_inspection",
                    ];
                    it["kind"] = json!(self.pick(&all));
                }
                if self.chance(20) {
                    it["purposes"] =
                        json!(["difficulties", "thoughts", "family_style", "integrity_risks"]);
                    it["met"] = json!(["spouse"]);
                }
                if self.chance(30) {
                    it["topics"] = json!([
                        "good_examples",
                        "bad_examples",
                        "family_conduct",
                        "integrity",
                        "ideology",
                        "whole_staff",
                        "key_posts",
                        "leading_group",
                        "central_decisions",
                        "democratic_centralism"
                    ]);
                    it["to"] = json!([
                        "superior_procuratorate",
                        "district_committee",
                        "discipline_organ",
                        "police"
                    ]);
                    it["problems"] = Value::Null;
                }
            }
        }
        for family in ["activities", "life_meetings", "plans", "accountability_reports", "requests"]
        {
            if self.chance(50) {
                let it = json!({ "family": family, "from": "2022-06-01", "until": "2026-12-31" });
                if let Some(list) = dossier.get_mut("complete").and_then(Value::as_array_mut) {
                    list.push(it);
                }
            }
        }
        for key in ["plans", "accountability_reports", "life_meeting_postponements"] {
            let list = dossier.get_mut(key).and_then(Value::as_array_mut);
            for it in list.into_iter().flatten() {
                let year = self.pick(&[2022, 2023, 2024]);
                it["year"] = json!(year);
                if key == "accountability_reports" {
                    if self.chance(70) {
                        it["before"] = json!(["superior_procuratorate", "district_committee"]);
                    }
                    it["held_on"] = json!(format!("{}-0{}-15", year + 1, 1 + self.below(5)));
                }
                if key == "plans" && self.chance(60) {
                    it["adoption"] = json!({ "on": format!("{year}-0{}-15", 1 + self.below(5)), "by": "party_group" });
                }
            }
        }
        let meetings = dossier.get_mut("life_meetings").and_then(Value::as_array_mut);
        for it in meetings.into_iter().flatten() {
            if self.chance(30) {
                let year = it["year"].as_u64().unwrap_or(2023) + 1;
                it["held_on"] = json!(format!("{year}-02-10"));
            }
            if self.chance(70) {
                it["kind"] = json!("democratic");
                drop(it.as_object_mut().and_then(|it| it.remove("session")));
            }
            for talk in it.get_mut("talks").and_then(Value::as_array_mut).into_iter().flatten() {
                if let Some(talk) = talk.as_object_mut() {
                    let other = if self.chance(50) { "other" } else { "department" };
                    drop((talk.remove("other"), talk.remove("department")));
                    let name = if other == "other" { "p1" } else { "d0" };
                    talk.insert(
                        other.into(),
                        json!(if people > 1 || other != "other" { name } else { "p0" }),
                    );
                }
            }
        }
        // A case is reviewed step by step, which chance alone would hardly ever bring about.
        let item = dossier.pointer("/meetings/0/items/0/id").cloned();
        let cases = dossier.get_mut("important_cases").and_then(Value::as_array_mut);
        let case = cases.and_then(|it| it.first_mut());
        if let (Some(id), Some(case), true) = (item, case, self.chance(50)) {
            case["reviewed_in"] = id;
            case["established_on"] = json!("2023-02-01");
            case["in_charge"] = Value::Null;
            let members = self.sizes.members;
            if let Some(meeting) = dossier.pointer_mut("/meetings/0") {
                meeting["kind"] = json!("party_group");
                let item = &mut meeting["items"][0];
                if let Some(item) = item.as_object_mut() {
                    item.remove("statements_incomplete");
                    item.remove("statements_unordered");
                }
                item["present"] = json!((0..members).map(|n| format!("p{n}")).collect::<Vec<_>>());
                let mut said = vec![json!({ "by": "p0", "kind": "report" })];
                said.extend(
                    (1..members).map(|n| json!({ "by": format!("p{n}"), "kind": "comparison" })),
                );
                said.push(json!({ "by": "p0", "kind": "summing_up" }));
                item["statements"] = Value::Array(said);
            }
        }
        if people == 1 {
            dossier["peer_breaches"] = json!([]);
        }
        let peers = dossier.get_mut("peer_breaches").and_then(Value::as_array_mut);
        for it in peers.into_iter().flatten() {
            if self.chance(60) {
                it["established"] = json!(true);
            }
            if it["of"] == it["known_by"] {
                it["of"] = json!(if it["known_by"] == "p0" { "p1" } else { "p0" });
            }
        }
        let matters = dossier.get_mut("matters").and_then(Value::as_array_mut);
        for it in matters.into_iter().flatten() {
            if self.chance(30) {
                it["must_ask"] = json!(true);
            }
        }
    }

    /// Promotions mostly climb one level and come without a bar, or every one would be refused for the same reasons.
    fn let_promotions_climb(&mut self, dossier: &mut Value) {
        let promotions = dossier.get_mut("promotions").and_then(Value::as_array_mut);
        for promotion in promotions.into_iter().flatten() {
            if self.chance(75) {
                let rank = self.below(5) as usize;
                let words = Rank::ALL;
                promotion["current_rank"] = json!(words[rank].as_str());
                promotion["target_rank"] = json!(words[rank + 1].as_str());
            }
            if self.chance(60) {
                promotion["bars"] = Value::Null;
            }
            if self.chance(40) {
                promotion["exception"] = Value::Null;
            }
            if self.chance(30) {
                promotion["prior_reports"] = Value::Null;
            }
        }
    }

    /// Some promotions are decided by a meeting that is about them, which chance alone would hardly ever bring about.
    fn let_promotions_meet(&mut self, dossier: &mut Value) {
        let (Some(mut promotions), Some(mut meetings)) =
            (dossier.get("promotions").cloned(), dossier.get("meetings").cloned())
        else {
            return;
        };
        for promotion in promotions.as_array_mut().into_iter().flatten() {
            let candidate = promotion["candidate"].clone();
            let Some(decision) = promotion.get_mut("decision").filter(|it| it.is_object()) else {
                continue;
            };
            let meetings = meetings.as_array_mut().map(Vec::as_mut_slice).unwrap_or_default();
            let mine = self.below(u32::try_from(meetings.len()).unwrap_or(0)) as usize;
            let Some(meeting) = meetings.get_mut(mine).filter(|it| it["items"][0].is_object())
            else {
                continue;
            };
            if self.chance(30) {
                continue;
            }
            decision["decided_on"] = meeting["held_on"].clone();
            let item = &mut meeting["items"][0];
            decision["item"] = item["id"].clone();
            item["concerns"] = json!([candidate]);
            item["result"] = json!("adopted");
        }
        dossier["promotions"] = promotions;
        dossier["meetings"] = meetings;
    }

    fn below(&mut self, n: u32) -> u32 {
        self.rng.next_u32() % n.max(1)
    }

    fn chance(&mut self, percent: u32) -> bool {
        self.below(100) < percent
    }

    fn pick<T: Clone>(&mut self, from: &[T]) -> T {
        let n = self.below(u32::try_from(from.len()).expect("a small pool"));
        from[n as usize].clone()
    }

    fn day(&mut self) -> NaiveDate {
        match self.below(10) {
            0..=3 => self.focus - days(6) + days(self.below(7)),
            4..=6 => self.focus + days(self.below(14)),
            7 | 8 => self.pick(&self.pool.clone()),
            _ => date!(2022, 6, 1) + days(self.below(1300)),
        }
    }

    fn moment(&mut self, day: NaiveDate) -> Value {
        let time = self.pick(&TIMES);
        json!(format!("{day}{time}"))
    }

    fn id(&mut self, kind: IdKind) -> Value {
        let s = self.sizes.clone();
        let (letter, count) = match kind {
            IdKind::Person => ("p", s.people),
            IdKind::Department => ("d", s.departments),
            IdKind::Matter => ("m", s.matters),
            IdKind::Item => ("i", s.items.iter().sum()),
            IdKind::Interest => ("b", s.interests.iter().sum()),
            IdKind::Branch => ("branch", s.branches),
            IdKind::Concern => ("concerns-", s.concerns),
            IdKind::LifeMeeting => ("life_meetings-", s.life_meetings),
            IdKind::Owner if self.below(3) == 0 => ("d", self.sizes.departments),
            IdKind::Owner => ("p", self.sizes.people),
            IdKind::Finding => {
                // Nothing refers to it; it names itself.
                self.next_finding += 1;
                return json!(format!("finding{}", self.next_finding));
            }
            other => panic!("nothing refers to a {} so far", other.en()),
        };
        json!(format!("{letter}{}", self.below(count)))
    }

    /// Whether there is anything that an identifier of this kind could name.
    fn nameable(&self, shape: Shape) -> bool {
        match shape {
            Shape::Id(IdKind::Item) => self.sizes.items.iter().sum::<u32>() > 0,
            Shape::Id(IdKind::Interest) => self.sizes.interests.iter().sum::<u32>() > 0,
            Shape::Id(IdKind::Branch) => self.sizes.branches > 0,
            Shape::Id(IdKind::Concern) => self.sizes.concerns > 0,
            Shape::Id(IdKind::LifeMeeting) => self.sizes.life_meetings > 0,
            // Entries of declarations and favours name interests.
            Shape::Record(record) => {
                let named = record.fields.iter().filter(|it| it.required);
                named.into_iter().all(|it| self.nameable(it.shape))
            }
            Shape::List(inner) | Shape::Fact(inner) | Shape::Nullable(inner) => {
                self.nameable(*inner)
            }
            _ => true,
        }
    }

    fn value(&mut self, shape: Shape) -> Value {
        match shape {
            Shape::Record(record) => self.record(record, &[]),
            Shape::Choice(choice) => json!(self.pick(choice.words).0),
            Shape::List(inner) => {
                let mut list = Vec::new();
                for _ in 0..self.below(4) {
                    let value = self.value(*inner);
                    // Nobody is twice in one room.
                    if !matches!(inner, Shape::Id(_)) || !list.contains(&value) {
                        list.push(value);
                    }
                }
                Value::Array(list)
            }
            Shape::Nullable(inner) | Shape::Fact(inner) => self.value(*inner),
            Shape::Id(kind) => self.id(kind),
            Shape::Text => json!(self.pick(&TEXTS)),
            Shape::Coded(code) => json!(self.pick(code.samples)),
            Shape::Day => json!(self.day().to_string()),
            Shape::Moment => {
                let day = self.day();
                self.moment(day)
            }
            Shape::Term => {
                let unit = self.pick(&["working_days", "calendar_days", "months"]);
                json!({ unit: self.below(if unit == "months" { 3 } else { 12 }) })
            }
            Shape::Bool => json!(self.chance(50)),
            Shape::Whole(max) if max > u64::from(u32::MAX) => json!(self.pick(&SUMS)),
            Shape::Whole(_) => json!(self.below(9)),
            other => panic!("no values of {other:?} so far"),
        }
    }

    /// A record: what must be there, and of the rest a part; some keys are made elsewhere.
    fn record(&mut self, shape: &RecordShape, elsewhere: &[&str]) -> Value {
        let happens = |field: &FieldShape| {
            field.required
                && matches!(
                    field.name,
                    "held_on"
                        | "decided_on"
                        | "paid_on"
                        | "done_on"
                        | "handed_over_on"
                        | "established_on"
                )
        };
        if shape.fields.iter().any(happens) {
            self.focus = self.pick(&self.pool.clone());
        }
        let mut object = Map::new();
        for field in shape.fields {
            if elsewhere.contains(&field.name) || !self.nameable(field.shape) {
                continue;
            }
            let value = if happens(field) {
                let focus = self.focus;
                if matches!(field.shape, Shape::Day) {
                    json!(focus.to_string())
                } else {
                    self.moment(focus)
                }
            } else if field.required {
                self.value(field.shape)
            } else {
                let (unknown, absent) = match (field.shape, field.name) {
                    (Shape::Fact(_), "emergency" | "departures" | "forbidden_by" | "referral") => {
                        (7, 60)
                    }
                    (Shape::Fact(_), _) => (8, 12),
                    (Shape::Nullable(_), _) => (50, 5),
                    (Shape::Bool, _) => (88, 0),
                    _ => (50, 0),
                };
                match self.below(100) {
                    n if n < unknown => continue,
                    n if n < unknown + absent => Value::Null,
                    _ => self.value(field.shape),
                }
            };
            object.insert(field.name.into(), value);
        }
        for (first, second) in shape.ordered {
            if let (Some(from), Some(until)) =
                (object.get(*first).cloned(), object.get(*second).cloned())
            {
                if !from.is_null() && !until.is_null() && until.as_str() < from.as_str() {
                    object.insert((*first).into(), until);
                    object.insert((*second).into(), from);
                }
            }
        }
        Value::Object(object)
    }

    fn dossier(&mut self) -> Value {
        let members = 1 + self.below(9);
        self.sizes = Sizes {
            members,
            people: members + self.below(4),
            departments: 1 + self.below(3),
            matters: 1 + self.below(4),
            items: (0..self.below(4)).map(|_| self.below(4)).collect(),
            interests: (0..self.below(3)).map(|_| self.below(3)).collect(),
            branches: self.below(3),
            concerns: self.below(5),
            life_meetings: self.below(5),
        };
        let Shape::Record(records) = Records::SHAPE else { unreachable!() };
        let mut dossier = Map::new();
        for field in records.fields {
            let list = match field.shape {
                Shape::List(inner) => Some(*inner),
                _ => None,
            };
            let value = match (field.name, list) {
                ("unit", _) => self.unit(),
                ("people", _) => (0..self.sizes.people).map(|n| self.person(n)).collect(),
                ("kinship", _) if self.chance(10) => continue,
                ("kinship", _) if self.chance(5) => Value::Null,
                ("kinship", _) => self.kinship(field.shape),
                ("meetings", Some(inner)) => self.meetings(inner),
                ("households", Some(inner)) => self.households(inner),
                ("matters", Some(inner)) => self.list(inner, self.sizes.matters, "m"),
                ("concerns", Some(inner)) => self.list(inner, self.sizes.concerns, "concerns-"),
                ("life_meetings", Some(inner)) => {
                    self.list(inner, self.sizes.life_meetings, "life_meetings-")
                }
                ("payments", Some(inner)) => {
                    let count = self.below(7);
                    self.list(inner, count, "y")
                }
                (_, Some(inner)) => {
                    let count = self.below(4);
                    self.list(inner, count, &format!("{}-", field.name))
                }
                _ => continue,
            };
            dossier.insert(field.name.into(), value);
        }
        Value::Object(dossier)
    }

    /// Records of one kind, with identifiers where they have one.
    fn list(&mut self, shape: Shape, count: u32, letter: &str) -> Value {
        (0..count)
            .map(|n| {
                let Shape::Record(record) = shape else { unreachable!("records only") };
                let mut value = self.record(record, &["id"]);
                if record.fields.iter().any(|it| it.name == "id") {
                    value["id"] = json!(format!("{letter}{n}"));
                }
                value
            })
            .collect()
    }

    fn unit(&mut self) -> Value {
        let mut departments: Vec<Value> =
            (0..self.sizes.departments).map(|n| json!({ "id": format!("d{n}") })).collect();
        for department in &mut departments {
            if self.chance(80) {
                department["work"] = self.value(DepartmentWork::SHAPE);
            }
            let fields = ["finance", "personnel", "construction", "procurement", "approvals"];
            match self.below(4) {
                0 => {}
                1 => department["direct_fields"] = Value::Null,
                2 => department["direct_fields"] = json!(fields),
                _ => department["direct_fields"] = json!([self.pick(&fields)]),
            }
        }
        let branches: Vec<Value> =
            (0..self.sizes.branches).map(|n| json!({ "id": format!("branch{n}") })).collect();
        let mut unit = json!({ "departments": departments, "branches": branches });
        if self.chance(50) {
            unit["region"] = json!(self.pick(&["national", "guangxi"]));
        }
        unit
    }

    fn kinship(&mut self, shape: Shape) -> Value {
        let mut list = self.value(shape);
        if let Value::Array(ties) = &mut list {
            ties.retain(|tie| tie["person"] != tie["relative"]);
        }
        list
    }

    fn households(&mut self, shape: Shape) -> Value {
        let Shape::Record(record) = shape else { unreachable!("a record") };
        let (mut list, mut next) = (Vec::new(), 0);
        for (n, count) in self.sizes.interests.clone().into_iter().enumerate() {
            let mut household = self.record(record, &["id", "interests"]);
            household["id"] = json!(format!("h{n}"));
            household["from"] = json!("2021-06-01");
            match self.below(10) {
                0 => {}
                1 => household["interests"] = Value::Null,
                _ => {
                    let interests = (0..count).map(|_| {
                        let mut interest = self.of_shape(Interest::SHAPE);
                        interest["id"] = json!(format!("b{next}"));
                        if interest["state"] == "deregistered" && interest["until"].is_null() {
                            interest["state"] = json!("dormant");
                        }
                        next += 1;
                        interest
                    });
                    household["interests"] = interests.collect();
                }
            }
            list.push(household);
        }
        // Numbers that no household holds stand for none that could be named.
        let mut value = Value::Array(list);
        drop_dangling(&mut value, next);
        value
    }

    /// A spell that mostly lasts.
    fn spell(&mut self) -> Map<String, Value> {
        let long = self.chance(80);
        let from = if long { date!(2020, 1, 1) } else { self.pick(&self.pool.clone()) };
        let mut spell = Map::new();
        spell.insert("from".into(), json!(from.to_string()));
        if self.chance(15) {
            let until = self.pick(&self.pool.clone()).max(from);
            spell.insert("until".into(), json!(until.to_string()));
        }
        spell
    }

    fn person(&mut self, n: u32) -> Value {
        let mut memberships = Vec::new();
        for (body, share) in [("party_group", 100), ("procuratorial_committee", 60)] {
            if !self.chance(if n < self.sizes.members { share } else { share - 60 }) {
                continue;
            }
            for _ in 0..if self.chance(5) { 2 } else { 1 } {
                let mut spell = self.spell();
                spell.insert("body".into(), json!(body));
                let principal = if n == 0 { 93 } else { 3 };
                if self.chance(principal) {
                    spell.insert("role".into(), json!("principal"));
                } else if self.chance(30) {
                    spell.insert("role".into(), json!(self.pick(&["deputy", "member"])));
                }
                match self.below(3) {
                    0 => {}
                    1 => drop(spell.insert("seat".into(), Value::Null)),
                    _ => {
                        let seat = self.pick(&["full_time", "without_office", "leadership"]);
                        spell.insert("seat".into(), json!(seat));
                    }
                }
                match self.below(3) {
                    0 => {}
                    1 => drop(spell.insert("end_known_on".into(), Value::Null)),
                    _ => {
                        let known = self.pick(&self.pool.clone()) - days(self.below(90));
                        spell.insert("end_known_on".into(), json!(known.to_string()));
                    }
                }
                memberships.push(Value::Object(spell));
            }
        }
        let mut person = json!({ "id": format!("p{n}"), "memberships": memberships });
        if self.chance(40) {
            let mut spell = self.spell();
            spell.insert("department".into(), self.id(IdKind::Department));
            person["portfolios"] = json!([spell]);
        }
        if self.chance(10) {
            let mut spell = self.spell();
            spell.insert("kind".into(), json!(self.pick(&["suspended", "in_custody"])));
            person["restrictions"] = json!([spell]);
        }
        if self.chance(60) {
            person["posts"] = (0..=self.below(2)).map(|_| self.post()).collect();
        }
        if self.chance(85) {
            person["appraisals"] = self.appraisals();
        }
        match self.below(10) {
            0 => {}
            1..=4 => person["sanctions"] = Value::Null,
            _ => {
                person["sanctions"] =
                    (0..self.below(3)).map(|_| self.of_shape(Sanction::SHAPE)).collect();
            }
        }
        person
    }

    fn of_shape(&mut self, shape: Shape) -> Value {
        let Shape::Record(record) = shape else { unreachable!("a record") };
        self.record(record, &[])
    }

    /// A post that mostly has a rank near those of the promotions, held for a few years.
    fn post(&mut self) -> Value {
        let mut post = self.of_shape(Post::SHAPE);
        let from = date!(2019, 6, 1) + days(self.below(1500));
        post["from"] = json!(from.to_string());
        if post["counted_from"].is_string() {
            post["counted_from"] = json!((from - days(self.below(40))).to_string());
        }
        if self.chance(70) {
            post["rank"] = json!(self.pick(&RANKS));
        }
        if self.chance(70) {
            drop(post.as_object_mut().and_then(|it| it.remove("until")));
        } else if post["until"].is_string() {
            post["until"] = json!((from + days(self.below(1200))).to_string());
        }
        post
    }

    fn appraisals(&mut self) -> Value {
        let mut list = Vec::new();
        for year in 2021..2025 {
            let grade = self.pick(&["competent", "competent", "excellent", "basically_competent"]);
            match self.below(10) {
                0 => {}
                1 => list.push(json!({ "year": year })),
                2 => list.push(json!({ "year": year, "grade": null })),
                _ => list.push(json!({ "year": year, "grade": grade })),
            }
        }
        Value::Array(list)
    }

    fn meetings(&mut self, shape: Shape) -> Value {
        let Shape::Record(record) = shape else { unreachable!("a record") };
        let sizes = self.sizes.items.clone();
        let mut meetings = Vec::new();
        for (n, count) in sizes.into_iter().enumerate() {
            let mut meeting = self.record(record, &["id", "items"]);
            meeting["id"] = json!(format!("t{n}"));
            if self.chance(80) {
                let kind = self.pick(&["party_group", "party_group", "procuratorial_committee"]);
                meeting["kind"] = json!(kind);
            }
            if self.chance(75) {
                meeting["presider"] = json!("p0");
            }
            let items =
                record.fields.iter().find(|it| it.name == "items").expect("a meeting has items");
            let Shape::List(Shape::Record(item)) = items.shape else {
                unreachable!("items are a list")
            };
            let items = (0..count).map(|_| self.item(item)).collect();
            meeting["items"] = Value::Array(items);
            meetings.push(meeting);
        }
        Value::Array(meetings)
    }

    /// An item that mostly is a proper one: people attend, speak, the principal last, and vote.
    fn item(&mut self, shape: &RecordShape) -> Value {
        let mut item = self.record(shape, &["id"]);
        item["id"] = json!(format!("i{}", self.next_item));
        self.next_item += 1;
        if self.chance(85) {
            drop(item.as_object_mut().and_then(|it| it.remove("kind")));
        }
        if !self.chance(25) {
            drop(item.as_object_mut().and_then(|it| it.remove("recusals")));
        }
        let attendance = self.pick(&[100, 100, 90, 70, 45]);
        let mut present: Vec<Value> = Vec::new();
        for n in 0..self.sizes.people {
            let share = if n < self.sizes.members { attendance } else { 25 };
            if self.chance(share) {
                present.push(json!(format!("p{n}")));
            }
        }
        let recused: Vec<Value> = item["recusals"].as_array().cloned().unwrap_or_default();
        if self.chance(80) {
            present.retain(|it| !recused.contains(it));
        }
        if self.chance(80) {
            item["present"] = json!(present);
        }
        if self.chance(75) {
            item["statements"] = self.statements(&present);
        }
        if self.chance(75) {
            item["vote"] = self.vote(&present);
        } else if let Some(vote) = item.get_mut("vote") {
            unname_secret_ballots(vote);
        }
        if self.chance(40) {
            item["result"] = json!("adopted");
        }
        if self.chance(30) {
            self.dissents(&mut item);
        }
        item
    }

    fn statements(&mut self, present: &[Value]) -> Value {
        let mut list: Vec<Value> = Vec::new();
        for by in present.iter().skip(1).chain(present.first()) {
            if self.chance(8) {
                continue;
            }
            let kind = if self.chance(85) { "view" } else { self.pick(&["report", "procedural"]) };
            let mut statement = json!({ "by": by, "kind": kind });
            match self.below(20) {
                0 => {}
                1 => statement["stance"] = Value::Null,
                n if n < 16 => statement["stance"] = json!("approve"),
                _ => statement["stance"] = json!(self.pick(&["oppose", "undecided", "defer"])),
            }
            if self.chance(5) {
                statement["after_vote"] = json!(true);
            }
            list.push(statement);
            if self.chance(10) {
                let by = self.id(IdKind::Person);
                let kind = self.pick(&["view", "view", "report", "procedural"]);
                list.push(
                    json!({ "by": by, "kind": kind, "stance": self.pick(&["approve", "oppose"]) }),
                );
            }
        }
        if list.len() > 1 && self.chance(25) {
            let n = self.below(u32::try_from(list.len()).expect("a short list"));
            let moved = list.remove(n as usize);
            list.insert(0, moved);
        }
        Value::Array(list)
    }

    fn vote(&mut self, present: &[Value]) -> Value {
        let mut vote = Map::new();
        let bias = self.pick(&[95, 95, 80, 50, 20]);
        let (mut ballots, mut counts) = (Vec::new(), [0_u32; 4]);
        let words = ["approve", "oppose", "abstain", "defer"];
        for by in present {
            if self.chance(8) {
                continue;
            }
            let choice = if self.chance(bias) { 0 } else { self.below(4) };
            counts[choice as usize] += 1;
            ballots.push(json!({ "by": by, "choice": words[choice as usize] }));
        }
        if self.chance(15) {
            let by = self.id(IdKind::Person);
            let choice = self.below(4);
            counts[choice as usize] += 1;
            ballots.push(json!({ "by": by, "choice": words[choice as usize] }));
        }
        if self.chance(15) {
            counts[self.below(4) as usize] += 1;
        }
        if self.chance(85) {
            let mut tally = Map::new();
            for (word, count) in words.iter().zip(counts) {
                if *word == "approve" || count > 0 || self.chance(20) {
                    tally.insert((*word).into(), json!(count));
                }
            }
            vote.insert("tally".into(), Value::Object(tally));
        } else if self.chance(50) {
            vote.insert("tally".into(), Value::Null);
        }
        if self.chance(90) {
            let method = self.pick(&["oral", "show_of_hands", "signed_ballot", "secret_ballot"]);
            vote.insert("method".into(), json!(method));
        }
        match self.below(10) {
            0 => {}
            1 | 2 => drop(vote.insert("ballots".into(), Value::Null)),
            _ => drop(vote.insert("ballots".into(), Value::Array(ballots))),
        }
        if self.chance(20) {
            let voters: Vec<Value> = (0..self.below(4)).map(|_| self.id(IdKind::Person)).collect();
            vote.insert("voters".into(), Value::Array(voters));
        }
        if self.chance(10) {
            vote.insert("with_items".into(), json!([self.id(IdKind::Item)]));
        }
        match self.below(4) {
            0 => {}
            1 => drop(vote.insert("one_by_one".into(), Value::Null)),
            _ => drop(vote.insert("one_by_one".into(), json!(self.chance(60)))),
        }
        let mut vote = Value::Object(vote);
        unname_secret_ballots(&mut vote);
        vote
    }

    /// Minutes that hold every different view that was voted or spoken, or all but one.
    fn dissents(&mut self, item: &mut Value) {
        let mut who: Vec<Value> = Vec::new();
        let ballots = item["vote"]["ballots"].as_array().cloned().unwrap_or_default();
        let statements = item["statements"].as_array().cloned().unwrap_or_default();
        for it in ballots.iter().chain(&statements) {
            let side = it.get("choice").or(it.get("stance")).and_then(Value::as_str);
            if side.is_some_and(|it| it != "approve") && !who.contains(&it["by"]) {
                who.push(it["by"].clone());
            }
        }
        if self.chance(15) {
            who.pop();
        }
        item["dissents"] = who
            .into_iter()
            .map(|by| match self.below(12) {
                0 => json!({ "by": by }),
                1 => json!({ "by": by, "content": null }),
                _ => json!({ "by": by, "content": "不同意" }),
            })
            .collect();
    }

    /// Leaves some facts out: a few, a tenth or many of them.
    fn poorer(&mut self, dossier: &Value) -> Value {
        let mut known = Vec::new();
        facts(Records::SHAPE, dossier, "", &mut known);
        let mut poorer = dossier.clone();
        let few = 300 / u32::try_from(known.len()).expect("a small dossier").max(3);
        let share = self.pick(&[few, few, 10, 35]);
        for at in known {
            // Declarations name what stands in it.
            if !at.ends_with("/interests") && self.chance(share) {
                leave_out(&mut poorer, &at);
            }
        }
        poorer
    }

    fn policy(&mut self) -> Value {
        let Shape::Record(parameters) = ParameterValues::SHAPE else { unreachable!() };
        let mut values = Map::new();
        for field in parameters.fields {
            let Shape::List(Shape::Record(entry)) = field.shape else { unreachable!() };
            let Some(Shape::Nullable(shape)) =
                entry.fields.iter().find(|it| it.name == "value").map(|it| it.shape)
            else {
                unreachable!()
            };
            if self.chance(30) {
                continue;
            }
            let mut entries = vec![json!({ "value": self.setting(field.name, *shape) })];
            if self.chance(15) {
                let from = self.pick(&self.pool.clone()).to_string();
                entries.push(json!({ "value": self.setting(field.name, *shape), "from": from }));
            }
            values.insert(field.name.into(), Value::Array(entries));
        }
        let mut policy = json!({ "parameters": values });
        if self.chance(70) {
            let bans = (0..self.below(4)).map(|n| {
                let mut ban = self.of_shape(Ban::SHAPE);
                ban["id"] = json!(format!("ban{n}"));
                if ban["relations"].as_array().is_none_or(Vec::is_empty) {
                    ban["relations"] = json!(["spouse", "child", "child_spouse", "parent"]);
                }
                for rank in ["lowest_rank", "highest_rank"] {
                    if self.chance(80) {
                        drop(ban.as_object_mut().and_then(|it| it.remove(rank)));
                    }
                }
                drop(ban.as_object_mut().and_then(|it| it.remove("highest_rank")));
                if self.chance(40) {
                    ban = json!({ "id": ban["id"], "regime": "本院", "relations": ban["relations"],
                        "exit_limit": { "months": 1 + self.below(3) } });
                }
                ban
            });
            policy["bans"] = bans.collect();
        }
        if self.chance(15) {
            policy["profile"] = json!(self.pick(&["default", "optional_rules"]));
        }
        if self.chance(10) {
            policy["measures_from"] = json!(self.pick(&self.pool.clone()).to_string());
        }
        if self.chance(15) {
            let code = self.pick(&["MTG006", "MTG009", "MTG012", "MTG015", "MTG023", "MTG"]);
            let mut waiver = json!({ "code": code, "reason": "试点", "approved_by": "党组" });
            let (key, value) = self.pick(&[
                ("subject", json!("item:i0")),
                ("subject", json!("t0")),
                ("subject", json!("MTG015/meeting:m0")),
                ("person", json!("p1")),
                ("department", json!("d0")),
                ("period", json!("2024-H1")),
                ("whole_body", json!(true)),
            ]);
            waiver[key] = value;
            policy["waivers"] = json!([waiver]);
        }
        policy
    }

    fn setting(&mut self, name: &str, shape: Shape) -> Value {
        match name {
            _ if self.chance(3) => Value::Null,
            "divided_threshold" => {
                let (num, den) = self.pick(&[(1, 3), (1, 2), (1, 1), (2, 3)]);
                json!({ "num": num, "den": den })
            }
            "appraisal_bar_years" | "rush_promotions" => json!(self.below(4)),
            "long_zero_run_months" => json!(2 + self.below(8)),
            "member_days_in_period" => json!(self.pick(&[1, 90, 183])),
            "monthly_return_limit" | "omission_accountability_limit" => {
                json!({ "calendar_days": 3 + self.below(20) })
            }
            "power_list_holders" if self.chance(60) => json!(["principal"]),
            "list_check_period" if self.chance(50) => json!("year"),
            "no_direct_charge" => json!(self.chance(70)),
            "rush_window" => json!({ "months": 1 + self.below(6) }),
            _ if name.starts_with("bar_months") => json!(self.below(30)),
            "splitting_window_days" => json!(self.pick(&[0, 5, 30, 90])),
            _ => self.value(shape),
        }
    }
}

/// The door refuses named ballots in a secret ballot.
fn unname_secret_ballots(vote: &mut Value) {
    if vote["method"] == "secret_ballot" {
        if let Some(object) = vote.as_object_mut() {
            object.remove("ballots");
        }
    }
}

/// The next of a row of numbers that look random; for choices that must not depend on the runner.
pub(crate) fn mix(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mut z = *state;
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

/// Puts a list into another order.
pub(crate) fn shuffle(list: &mut [Value], state: &mut u64) {
    for n in (1..list.len()).rev() {
        let other = usize::try_from(mix(state) % (n as u64 + 1)).expect("below n");
        list.swap(n, other);
    }
}
