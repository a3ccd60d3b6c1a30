//! A second, naive reading of the contract for acts under the lists of powers and for monthly returns. It works on JSON
//! and shares nothing with the crate but the list of days off.
//!
//! The comparison is one-sided, as the naive reading is coarser: where it is sure that a norm was kept or broken, the
//! crate must say so; where it is not, nothing is claimed. What was claimed is counted, so that silence is no success.

#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

mod support;

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike as _, Days, Months};
use oversight::{
    Report, RuleSet,
    finding::{Breach, Undetermined as Missed},
    outcome::Outcome::{self, Compliant, NotApplicable, Pending, Undetermined, Violated},
    time::{Calendar, NaiveDate, Region, date, parse_day},
};
use proptest::{prelude::*, strategy::NewTree, test_runner::TestRunner};
use serde_json::{Value, json};
use support::{
    Case, Cases, Shrinking, by_spot,
    naive::{
        Roll,
        Said::{self, Absent, Known, Unknown},
        Tri, all, any, hold, lasts, list, of, said, text,
    },
    outcomes, spot,
};

/// A word that is known, or nothing.
fn word<'a>(record: &'a Value, key: &str) -> Option<&'a str> {
    record.get(key).and_then(Value::as_str)
}

fn number(record: &Value, key: &str) -> Option<u64> {
    record.get(key).and_then(Value::as_u64)
}

/// Whether a list was in force; one of which no first day is known may have been.
fn in_force(list: &Value, day: &str) -> Tri {
    match said(list, "from") {
        Known(_) => Some(lasts(list, day)),
        Absent | Unknown if lasts(list, day) => None,
        Absent | Unknown => Some(false),
    }
}

/// Principal and chief procurator are one person in two offices.
fn office(holder: &str) -> &str {
    if holder == "chief_procurator" { "principal" } else { holder }
}

fn collective(holder: &str) -> bool {
    ["party_group", "procuratorial_committee"].contains(&holder)
}

/// One entry that gives the power at hand.
struct Gives<'a> {
    list: &'a Value,
    entry: &'a Value,
    in_force: Tri,
}

impl Gives<'_> {
    fn surely(&self) -> bool {
        self.in_force == Some(true) && text(self.list, "kind") != "provincial"
    }

    /// Whose list it stands in; lists of the three layers are nobody's alone.
    fn list_of(&self) -> Option<&str> {
        (text(self.list, "kind") == "power").then(|| list_holder(self.list))
    }

    /// Whether it surely is a power of this holder.
    fn is_own(&self, capacity: &str) -> bool {
        let given = word(self.entry, "holder").map(office) == Some(office(capacity));
        let listed = self.list_of().is_none_or(|it| office(it) == office(capacity));
        self.surely() && given && listed
    }

    /// Whether it surely is a power of some other single holder, in that holder's list or in those of the layers.
    fn is_anothers(&self, capacity: &str) -> bool {
        let other = |it: &str| !collective(it) && office(it) != office(capacity);
        self.surely()
            && word(self.entry, "holder").is_some_and(other)
            && self.list_of().is_none_or(other)
    }

    fn is_collective(&self) -> bool {
        self.surely() && word(self.entry, "holder").is_some_and(collective)
    }
}

fn list_holder(list: &Value) -> &str {
    word(list, "holder").unwrap_or("principal")
}

/// Whether one moment comes before another; within a day by times where both are known.
fn before(first: &str, second: &str) -> Tri {
    let (day, time) = first.split_at(10);
    let (other_day, other_time) = second.split_at(10);
    // Seconds are left aside.
    let minute = |it: &str| it.get(..6).map(str::to_owned);
    match (day == other_day, minute(time), minute(other_time)) {
        (false, ..) => Some(day < other_day),
        (true, Some(a), Some(b)) if a != b => Some(a < b),
        _ => None,
    }
}

/// One act with everything that is read from elsewhere.
struct Question<'a> {
    act: &'a Value,
    day: &'a str,
    dossier: &'a Value,
}

impl<'a> Question<'a> {
    fn matter(&self) -> Said<&'a Value> {
        match said(self.act, "matter") {
            Known(id) => {
                let mut matters = list(self.dossier, "matters").iter();
                matters.find(|it| it["id"] == *id).map_or(Unknown, Known)
            }
            Absent => Absent,
            Unknown => Unknown,
        }
    }

    fn category(&self) -> Said<&'a Value> {
        match self.matter() {
            // That a matter is of no category is hardly said of any.
            Known(it) => word(it, "category").map_or(Unknown, |_| Known(&it["category"])),
            Absent => Absent,
            Unknown => Unknown,
        }
    }

    /// What a catalogue leaves to the chief procurator is left open.
    fn in_case(&self) -> Tri {
        if matches!(self.matter(), Known(it) if text(it, "competent_body") == "chief_procurator") {
            return None;
        }
        of(self.category(), |it| it == "case")
    }

    /// Somebody who acts alone.
    fn capacity(&self) -> Option<&'a str> {
        word(self.act, "capacity").filter(|it| !collective(it))
    }

    fn is_chief(&self) -> bool {
        self.capacity().map(office) == Some("principal")
    }

    fn own_act(&self) -> bool {
        matches!(said(self.act, "delegation"), Absent)
    }

    fn power_lists(&self) -> impl Iterator<Item = &'a Value> {
        list(self.dossier, "power_lists").iter().filter(|it| text(it, "kind") != "negative")
    }

    /// Every entry that gives the power and may be in force that day; none where not all of them are known.
    fn entries(&self) -> Option<Vec<Gives<'a>>> {
        let power = match said(self.act, "power") {
            Known(it) => it,
            Absent => return Some(Vec::new()),
            Unknown => return None,
        };
        let mut entries = Vec::new();
        for it in self.power_lists() {
            let in_force = in_force(it, self.day);
            if in_force == Some(false) {
                continue;
            }
            if matches!(said(it, "entries"), Unknown) {
                return None;
            }
            let these = list(it, "entries").iter().filter(|entry| entry["power"] == *power);
            entries.extend(these.map(|entry| Gives { list: it, entry, in_force }));
        }
        Some(entries)
    }

    /// Whether a list of this holder surely is in force.
    fn has_list(&self, capacity: &str) -> bool {
        // Of the chief procurator the list of the layers says what there is in cases.
        let layer = capacity == "procurator";
        self.power_lists().any(|it| {
            let own = match text(it, "kind") {
                "power" => office(list_holder(it)) == office(capacity),
                "layers" => layer,
                _ => false,
            };
            own && in_force(it, self.day) == Some(true)
        })
    }

    /// Whether the act is of the kind that the entry is of.
    fn of_its_kind(&self, gives: &Gives<'_>) -> bool {
        let kind = word(self.act, "kind");
        kind.is_some() && kind == word(gives.entry, "kind")
    }

    /// PWR005.
    fn within_list(&self) -> Option<Claim> {
        match said(self.act, "delegation") {
            // Another rule answers, where the giver has the power; but of what kind that is may hang on what is not known.
            Known(delegation) => {
                let entries = self.capacity().and_then(|_| self.entries()).unwrap_or_default();
                if let Some(giver) = word(delegation, "by") {
                    if !entries.iter().any(|it| it.is_own(giver)) {
                        return None;
                    }
                }
                return Some(Claim::Unbroken);
            }
            Unknown => return None,
            Absent => {}
        }
        let capacity = self.capacity()?;
        let entries = self.entries()?;
        if entries.iter().any(|it| it.is_own(capacity) && self.of_its_kind(it)) {
            let shared = entries.iter().any(|it| !it.is_own(capacity));
            return (!shared).then_some(Claim::Is(Compliant));
        }
        let case = if self.is_chief() { self.in_case()? } else { false };
        if let [it] = entries.as_slice() {
            if it.is_collective() {
                // Of another kind or sum it is not the collective's.
                let theirs = !case && self.of_its_kind(it) && self.in_range(it.entry);
                return theirs.then_some(Claim::NoFault);
            }
        }
        if !self.has_list(capacity) {
            return None;
        }
        if case {
            return entries.is_empty().then_some(Claim::NoFault);
        }
        let on_its_own = matches!(said(self.act, "decided_in"), Absent);
        let anothers = entries.iter().all(|it| it.is_anothers(capacity));
        (on_its_own && anothers).then_some(Claim::Is(Violated))
    }

    /// PWR006.
    fn within_limit(&self) -> Option<Claim> {
        if self.within_list() == Some(Claim::Is(Violated)) {
            return Some(Claim::NoFault);
        }
        let capacity = self.capacity()?;
        let entries = self.entries()?;
        let [it] = entries.as_slice() else { return None };
        if !self.own_act() || !it.is_own(capacity) || !self.of_its_kind(it) {
            return None;
        }
        // Whether the act is one that the entry is for, is asked of the sum and the fields together.
        let (sum, scope) = (self.sum_kept(it.entry)?, self.scope_kept(it.entry)?);
        let kept = all([Some(sum), Some(scope), self.steps(it.entry)]);
        if kept? {
            return Some(Claim::NoFault);
        }
        // What lies beyond an entry may remain to the chief procurator in a case.
        (!self.is_chief() || self.in_case() == Some(false)).then_some(Claim::Is(Violated))
    }

    fn sum_kept(&self, entry: &Value) -> Tri {
        let limit = match said(entry, "limit") {
            Known(it) => it,
            Absent => return Some(true),
            Unknown => return None,
        };
        let (least, highest) = (number(limit, "from_fen"), number(limit, "up_to_fen"));
        if least.is_none() && highest.is_none() {
            return Some(true);
        }
        match said(self.act, "amount_fen") {
            Known(sum) if highest.is_some_and(|it| it < sum.as_u64().unwrap()) => Some(false),
            // To lie below the least sum is hardly to exceed.
            Known(sum) if least.is_some_and(|it| sum.as_u64().unwrap() < it) => None,
            Known(_) => Some(true),
            Absent if least.is_none() => Some(true),
            Absent | Unknown => None,
        }
    }

    /// Whether the sum and the fields surely are those that the entry is for.
    fn in_range(&self, entry: &Value) -> bool {
        all([self.sum_kept(entry), self.scope_kept(entry)]) == Some(true)
    }

    fn scope_kept(&self, entry: &Value) -> Tri {
        let limit = match said(entry, "limit") {
            Known(it) => it,
            Absent => return Some(true),
            Unknown => return None,
        };
        if limit.get("scope").is_none() {
            return Some(true);
        }
        let fields = list(limit, "scope");
        match said(self.act, "scope") {
            Known(it) if !fields.is_empty() && !list(self.act, "scope").is_empty() => {
                Some(it.as_array().unwrap().iter().all(|it| fields.contains(it)))
            }
            _ => None,
        }
    }

    /// Whether each step that the entry asks for came before.
    fn steps(&self, entry: &Value) -> Tri {
        let asked = list(entry, "prior_steps");
        if asked.is_empty() {
            return Some(true);
        }
        let taken = match said(self.act, "steps") {
            Known(it) => it.as_array().unwrap(),
            Absent => return Some(false),
            Unknown => return None,
        };
        all(asked.iter().map(|step| {
            any(taken.iter().filter(|it| it["step"] == *step).map(|it| {
                match said(it, "taken_on") {
                    Known(on) => before(on.as_str().unwrap(), text(self.act, "done_on")),
                    Absent => Some(false),
                    Unknown => None,
                }
            }))
        }))
    }

    /// PWR007.
    fn red_line(&self) -> Option<Claim> {
        let capacity = self.capacity()?;
        let binding = list(self.dossier, "power_lists").iter().filter(|it| {
            text(it, "kind") == "negative" && office(list_holder(it)) == office(capacity)
        });
        let binding: Vec<_> = binding.map(|it| (it, in_force(it, self.day))).collect();
        let met = any(binding.iter().map(|(it, in_force)| {
            let items = match said(it, "items") {
                Known(items) => any(items.as_array().unwrap().iter().map(|it| self.meets(it))),
                Absent => Some(false),
                Unknown => None,
            };
            all([*in_force, items])
        }));
        if met? {
            return Some(Claim::Is(Violated));
        }
        binding.iter().any(|it| it.1 == Some(true)).then_some(Claim::NoFault)
    }

    /// Whether the act meets every condition of an item.
    fn meets(&self, item: &Value) -> Tri {
        let one_of = |key: &str, fact: Said<&Value>| match list(item, key) {
            [] => Some(true),
            words => of(fact, |it| words.contains(it)),
        };
        let least = number(item, "from_fen");
        let circumstances = match list(item, "circumstances") {
            [] => Some(true),
            words => any(words.iter().map(|it| self.circumstance(it))),
        };
        let subjects = match list(item, "subjects") {
            [] => Some(true),
            words => any(words.iter().map(|it| match it.as_str().unwrap() {
                "oneself" => self.concerns(|who, by| Some(who == by)),
                _ => self.concerns(|who, by| self.kin(who, by)),
            })),
        };
        all([
            one_of("powers", said(self.act, "power")),
            one_of("kinds", said(self.act, "kind")),
            one_of("categories", self.category()),
            match least {
                None => Some(true),
                Some(least) => of(said(self.act, "amount_fen"), |it| least <= it.as_u64().unwrap()),
            },
            subjects,
            circumstances,
        ])
    }

    /// What is recorded beside a collective decision, or of the chief procurator in a case, is no one-man rule for sure.
    fn circumstance(&self, asked: &Value) -> Tri {
        let there =
            of(said(self.act, "circumstances"), |it| it.as_array().unwrap().contains(asked));
        let sure = matches!(said(self.act, "decided_in"), Absent)
            && (!self.is_chief() || self.in_case() == Some(false));
        there.filter(|it| !*it || asked != "decided_alone" || sure)
    }

    fn concerns(&self, holds: impl Fn(&str, &str) -> Tri) -> Tri {
        let concerned = match said(self.act, "concerns") {
            Known(it) => it.as_array().unwrap(),
            Absent => return Some(false),
            Unknown => return None,
        };
        let by = match said(self.act, "by") {
            Known(it) => it.as_str().unwrap(),
            Absent | Unknown => return if concerned.is_empty() { Some(false) } else { None },
        };
        any(concerned.iter().map(|it| holds(it.as_str().unwrap(), by)))
    }

    /// The nearest kin are kin; who has no tie at all is none.
    fn kin(&self, who: &str, by: &str) -> Tri {
        if who == by {
            return None;
        }
        let ties = match said(self.dossier, "kinship") {
            Known(it) => it.as_array().unwrap(),
            Absent => return Some(false),
            Unknown => return None,
        };
        any(ties.iter().map(|tie| {
            let tied = [text(tie, "person"), text(tie, "relative")];
            if tied != [who, by] && tied != [by, who] {
                return Some(false);
            }
            let near = ["spouse", "parent", "child"].contains(&text(tie, "relation"));
            (near && lasts(tie, self.day)).then_some(true)
        }))
    }

    /// Whether nobody has said of what category the matter is, and who acted may be the chief procurator.
    fn may_be_a_case(&self) -> bool {
        let of_chief = !matches!(said(self.act, "capacity"), Known(it)
            if it != "principal" && it != "chief_procurator");
        let own = |it: &&Value| self.act.get("matter") == it.get("id");
        let matter = list(self.dossier, "matters").iter().find(own);
        of_chief && matter.is_none_or(|it| matches!(said(it, "category"), Unknown))
    }

    /// PWR008.
    fn alone(&self) -> Option<Claim> {
        if self.within_list() == Some(Claim::Is(Violated)) {
            return Some(Claim::NoFault);
        }
        let capacity = self.capacity()?;
        let entries = self.entries()?;
        let decides = word(self.act, "kind") == Some("decision");
        if self.is_chief() && self.in_case() == Some(true) && decides && self.own_act() {
            return Some(Claim::NoFault);
        }
        let [it] = entries.as_slice() else { return None };
        if it.is_own(capacity) {
            return Some(Claim::NoFault);
        }
        if !it.is_collective() || !self.own_act() || !self.in_range(it.entry) {
            return None;
        }
        if let Known(id) = said(self.act, "decided_in") {
            let rightly = self.rightly_decided(id, text(it.entry, "holder"));
            return (rightly && self.of_its_kind(it)).then_some(Claim::NoFault);
        }
        let alone = matches!(said(self.act, "decided_in"), Absent);
        let by_somebody = matches!(said(self.act, "by"), Known(_));
        let excepted = self.is_chief() && self.in_case() != Some(false);
        let otherwise = self.otherwise_decided(text(it.entry, "holder"));
        (alone && by_somebody && !excepted && !otherwise && decides && self.of_its_kind(it))
            .then_some(Claim::Is(Violated))
    }

    /// Whether the collective may have decided the matter by then, though the act does not say so.
    fn otherwise_decided(&self, holder: &str) -> bool {
        let same = |it: &Value| match (said(self.act, "matter"), said(it, "matter")) {
            (Known(one), Known(other)) => Some(one == other),
            (Absent, _) | (_, Absent) => Some(false),
            _ => None,
        };
        let refused = |it: &Value| ["rejected", "deferred"].contains(&text(it, "result"));
        let at_meetings = list(self.dossier, "meetings").iter().any(|meeting| {
            let day = &text(meeting, "held_on")[..10];
            let may = |it: &Value| match same(it) {
                Some(true) => day == self.day || !refused(it),
                it => it.is_none(),
            };
            text(meeting, "kind") == holder
                && day <= self.day
                && list(meeting, "items").iter().any(may)
        });
        let elsewhere = |it: &Value| same(it) != Some(false) && text(it, "form") != "one_person";
        at_meetings || list(self.dossier, "decisions").iter().any(elsewhere)
    }

    /// Whether the collective that holds the power adopted the item before.
    fn rightly_decided(&self, id: &Value, holder: &str) -> bool {
        list(self.dossier, "meetings").iter().any(|meeting| {
            text(meeting, "kind") == holder
                && &text(meeting, "held_on")[..10] < self.day
                && list(meeting, "items").iter().any(|it| {
                    it["id"] == *id
                        && ["", "decide"].contains(&text(it, "kind"))
                        && text(it, "result") == "adopted"
                        && it.get("matter").is_some()
                        && it.get("matter") == self.act.get("matter")
                })
        })
    }
}

/// A parameter that has one value from the beginning on; whose day decides where it changes, is not asked here.
fn steady<'a>(policy: &'a Value, name: &str) -> Said<&'a Value> {
    let entries = list(&policy["parameters"], name);
    let Some(first) = entries.first() else { return Absent };
    let value = &first["value"];
    let begins = entries.iter().any(|it| it.get("from").is_none());
    if !begins || entries.iter().any(|it| it["value"] != *value) {
        return Unknown;
    }
    if value.is_null() { Absent } else { Known(value) }
}

const KINDS: [&str; 3] = ["decision", "execution", "supervision"];

/// PWR009, for one matter.
fn separated(case: &Case, matter: &Value, measures_from: &str, as_of: &str) -> Option<Claim> {
    // Kinds of power that surely lie, and that may lie, in the hand of each.
    let mut surely: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    let mut maybe: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    let mut by_anybody: BTreeSet<&str> = BTreeSet::new();
    let mut touched = false;
    let of_it = |act: &&Value| act.get("matter") == Some(&matter["id"]);
    let within = |act: &&Value| {
        let day = &text(act, "done_on")[..10];
        measures_from <= day && day <= as_of
    };
    let mut acts = list(&case.dossier, "acts").iter().filter(of_it);
    // A matter on which nobody acted is no subject; on which nobody did in these days, others of no known matter may tell.
    if !acts.any(|act| within(&act)) {
        return None;
    }
    for act in list(&case.dossier, "acts") {
        match said(act, "matter") {
            Known(it) if *it == matter["id"] => {}
            Unknown => {}
            Known(_) | Absent => continue,
        }
        touched = true;
        let kinds = match said(act, "kind") {
            Known(it) => vec![it.as_str().unwrap()],
            Absent => continue,
            Unknown => KINDS.to_vec(),
        };
        let by = match said(act, "by") {
            Known(it) => it.as_str().unwrap(),
            Absent => continue,
            Unknown => {
                by_anybody.extend(kinds);
                continue;
            }
        };
        maybe.entry(by).or_default().extend(&kinds);
        let day = &text(act, "done_on")[..10];
        let within = measures_from <= day && day <= as_of;
        let alone = matches!(said(act, "decided_in"), Absent);
        let capacity = word(act, "capacity").is_some_and(|it| !collective(it));
        if let (Known(_), [kind], true) =
            (said(act, "matter"), kinds.as_slice(), within && alone && capacity)
        {
            surely.entry(by).or_default().insert(kind);
        }
    }
    for it in list(&case.dossier, "decisions") {
        if matches!(said(it, "matter"), Known(id) if *id != matter["id"]) {
            continue;
        }
        match said(it, "decider") {
            Known(by) => drop(maybe.entry(by.as_str().unwrap()).or_default().insert("decision")),
            Absent => {}
            Unknown => drop(by_anybody.insert("decision")),
        }
    }
    if surely.values().any(|it| it.len() == 3) {
        return Some(Claim::Is(Violated));
    }
    let pairs: Vec<&Value> = match steady(&case.policy, "separated_powers") {
        Known(it) => it.as_array().unwrap().iter().collect(),
        Absent => Vec::new(),
        Unknown => return None,
    };
    let forbidden = |hand: &BTreeSet<&str>| {
        hand.len() == 3
            || pairs.iter().any(|it| {
                let (one, other) = it.as_str().unwrap().split_once('_').unwrap();
                hand.contains(one) && hand.contains(other)
            })
    };
    if surely.values().any(forbidden) {
        return Some(Claim::Is(Violated));
    }
    maybe.entry("").or_default();
    let none = maybe.values().all(|it| !forbidden(&it.union(&by_anybody).copied().collect()));
    (touched && none).then_some(Claim::NoFault)
}

/// The people in whose hand all three kinds of power on one matter surely lay, each by an act of a known kind that no
/// collective decided.
fn hands<'a>(
    case: &'a Case,
    matter: &Value,
    measures_from: &str,
    as_of: &str,
) -> BTreeSet<&'a str> {
    let mut held: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for act in list(&case.dossier, "acts") {
        let day = &text(act, "done_on")[..10];
        let own = act.get("matter") == Some(&matter["id"]) && measures_from <= day && day <= as_of;
        let alone = matches!(said(act, "decided_in"), Absent)
            && word(act, "capacity").is_some_and(|it| !collective(it));
        if let (true, Known(kind), Known(by)) = (own && alone, said(act, "kind"), said(act, "by")) {
            held.entry(by.as_str().unwrap()).or_default().insert(kind.as_str().unwrap());
        }
    }
    held.into_iter().filter(|it| it.1.len() == KINDS.len()).map(|it| it.0).collect()
}

/// How one month stands.
enum Month {
    Open,
    /// Nothing is owed, or nothing to find fault with.
    Harmless,
    Kept,
    Running,
    Pending,
    Late(NaiveDate, NaiveDate),
    /// Whether the records of it are complete.
    Missing(NaiveDate, Tri),
}

/// ITV005, for one department or person.
struct Returns<'a> {
    case: &'a Case,
    key: &'a str,
    owner: &'a Value,
    measures_from: NaiveDate,
}

impl Returns<'_> {
    /// Whether a return is owed for a month.
    fn owes(&self, first: NaiveDate, last: NaiveDate) -> Tri {
        let day = |it: NaiveDate| it.to_string();
        let days: Vec<String> = first.iter_days().take_while(|it| *it <= last).map(day).collect();
        if self.key == "department" {
            let there = days.iter().filter(|it| lasts(self.owner, it)).count();
            return share(there, days.len());
        }
        let on = |records: &[Value], day: &str| records.iter().any(|it| lasts(it, day));
        let own = |it: &&Value| ["", "own"].contains(&text(it, "organ"));
        let own: Vec<Value> = list(self.owner, "posts").iter().filter(own).cloned().collect();
        let posted = days.iter().filter(|it| on(&own, it)).count();
        let member = days.iter().any(|it| on(list(self.owner, "memberships"), it));
        let restricted = !list(self.owner, "restrictions").is_empty();
        match share(posted, days.len()) {
            Some(true) if !restricted => Some(true),
            Some(false) if !member => Some(false),
            _ => None,
        }
    }

    /// Whether somebody is excepted who is on leave; on one leave for the whole month, that is.
    fn away(&self, first: NaiveDate, last: NaiveDate) -> Tri {
        if self.key == "department" {
            return Some(false);
        }
        let [first, last] = [first, last].map(|it| it.to_string());
        let away = match said(self.owner, "leaves") {
            Known(it) => {
                let meets = |it: &Value| {
                    let until = text(it, "until");
                    text(it, "from") <= last.as_str()
                        && (until.is_empty() || first.as_str() <= until)
                };
                let met: Vec<_> = it.as_array().unwrap().iter().filter(|it| meets(it)).collect();
                match met.as_slice() {
                    [] => Some(false),
                    [it] => Some(lasts(it, &first) && lasts(it, &last)),
                    _ => None,
                }
            }
            Absent => Some(false),
            Unknown => None,
        };
        let excepted = match steady(&self.case.policy, "monthly_return_leave_excepted") {
            Known(it) => Some(*it == true),
            Absent | Unknown => None,
        };
        all([away, excepted])
    }

    /// The last day for the return of a month.
    fn due(&self, last: NaiveDate) -> Option<NaiveDate> {
        let Known(limit) = steady(&self.case.policy, "monthly_return_limit") else { return None };
        let calendar = Calendar::for_region(match text(&self.case.dossier["unit"], "region") {
            "guangxi" => Region::Guangxi,
            _ => Region::National,
        });
        let works = |day: NaiveDate| match self.case.policy.get("holidays") {
            None => calendar.is_working_day(day).ok(),
            Some(_) => None,
        };
        let mut at = last;
        if let Some(mut left) = number(limit, "working_days") {
            while left > 0 {
                at = at.succ_opt()?;
                left -= u64::from(works(at)?);
            }
            return Some(at);
        }
        at = match number(limit, "calendar_days") {
            Some(n) => at.checked_add_days(Days::new(n))?,
            // From the end of a shorter month, months may end on its day or at an end.
            None if last.day() < 31 => return None,
            None => {
                at.checked_add_months(Months::new(number(limit, "months")?.try_into().ok()?))?
            }
        };
        match steady(&self.case.policy, "term_end_moves_to_working_day") {
            Known(it) if *it == true => {
                while !works(at)? {
                    at = at.succ_opt()?;
                }
            }
            Unknown => return None,
            _ => {}
        }
        Some(at)
    }

    fn month(&self, first: NaiveDate) -> Month {
        let as_of = self.case.as_of;
        let last = first + Months::new(1) - Days::new(1);
        let owes = self.owes(first, last);
        if owes == Some(false) {
            return Month::Harmless;
        }
        let Some(due) = self.due(last) else { return Month::Open };
        if due < self.measures_from {
            return Month::Harmless;
        }
        let days = list(&self.case.dossier, "monthly_returns").iter().filter(|it| {
            it.get(self.key) == self.owner.get("id")
                && number(it, "year") == Some(u64::from(first.year().unsigned_abs()))
                && number(it, "month") == Some(u64::from(first.month()))
        });
        let days: Vec<NaiveDate> =
            days.map(|it| parse_day(text(it, "submitted_on")).unwrap()).collect();
        // Handed in before the month was over, or after the day of looking.
        if days.iter().any(|it| *it <= last || as_of < *it) {
            return Month::Open;
        }
        let away = self.away(first, last);
        let bound = owes == Some(true) && self.measures_from <= last && away.is_some();
        match days.iter().min() {
            Some(on) if *on <= due => {
                if bound {
                    Month::Kept
                } else {
                    Month::Harmless
                }
            }
            _ if !bound => Month::Open,
            Some(_) if away == Some(true) => Month::Harmless,
            None if away == Some(true) => {
                let over = due < as_of && self.complete(first) == Some(true);
                if over { Month::Harmless } else { Month::Open }
            }
            Some(on) => Month::Late(due, *on),
            None if as_of <= last => Month::Running,
            None if as_of <= due => Month::Pending,
            None => Month::Missing(due, self.complete(first)),
        }
    }

    /// Whether nothing is missing from the month to the day of looking.
    fn complete(&self, first: NaiveDate) -> Tri {
        let declared = list(&self.case.dossier, "complete").iter();
        let declared: Vec<&Value> =
            declared.filter(|it| text(it, "family") == "monthly_returns").collect();
        let days = [first.to_string(), self.case.as_of.to_string()];
        if declared.iter().any(|it| days.iter().all(|day| lasts(it, day))) {
            return Some(true);
        }
        declared.is_empty().then_some(false)
    }

    fn months(&self) -> Vec<(NaiveDate, Month)> {
        let mut first = self.measures_from.with_day(1).unwrap() - Months::new(14);
        let mut months = Vec::new();
        while first <= self.case.as_of {
            months.push((first, self.month(first)));
            first = first + Months::new(1);
        }
        months
    }

    /// What is sure of each month, by its first day.
    fn by_month(&self) -> Vec<(NaiveDate, Claim)> {
        let sure = |it: (NaiveDate, Month)| {
            let claim = match it.1 {
                Month::Late(due, done) => Claim::Late(due, done),
                Month::Missing(due, Some(true)) => Claim::Missing(due),
                Month::Missing(_, Some(false)) => Claim::Is(Undetermined),
                Month::Pending => Claim::Is(Pending),
                Month::Kept => Claim::Is(Compliant),
                Month::Open | Month::Harmless | Month::Running | Month::Missing(..) => return None,
            };
            Some((it.0, claim))
        };
        self.months().into_iter().filter_map(sure).collect()
    }

    fn claims(&self) -> Vec<Claim> {
        let months: Vec<Month> = self.months().into_iter().map(|it| it.1).collect();
        let faults: Vec<Claim> = months
            .iter()
            .filter_map(|it| match it {
                Month::Late(due, done) => Some(Claim::Late(*due, *done)),
                Month::Missing(due, Some(true)) => Some(Claim::Missing(*due)),
                _ => None,
            })
            .collect();
        let is = |which: fn(&Month) -> bool| months.iter().any(which);
        if !faults.is_empty() {
            return faults;
        }
        if is(|it| matches!(it, Month::Open | Month::Missing(_, None))) {
            return Vec::new();
        }
        if is(|it| matches!(it, Month::Missing(..))) {
            return vec![Claim::Is(Undetermined)];
        }
        let (running, kept) =
            (is(|it| matches!(it, Month::Running)), is(|it| matches!(it, Month::Kept)));
        if is(|it| matches!(it, Month::Pending)) {
            return vec![Claim::Is(Pending)];
        }
        match (running, kept) {
            (false, true) => vec![Claim::Is(Compliant)],
            (true, true) => vec![Claim::SoFar],
            (true, false) => Vec::new(),
            (false, false) => vec![Claim::NoFault],
        }
    }
}

/// Whether all are, or none is.
fn share(some: usize, of: usize) -> Tri {
    if some == of {
        Some(true)
    } else if some == 0 {
        Some(false)
    } else {
        None
    }
}

/// What the naive reading is sure of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Claim {
    Is(Outcome),
    /// The norm was kept, or does not reach the subject.
    NoFault,
    /// Not broken, though it may be open.
    Unbroken,
    /// Kept up to now; what runs on may be pending.
    SoFar,
    /// Due on the one day, done on the other.
    Late(NaiveDate, NaiveDate),
    /// Due on that day and not done.
    Missing(NaiveDate),
}

impl Claim {
    fn holds(self, found: Option<Outcome>, late: &[(NaiveDate, Option<NaiveDate>)]) -> bool {
        match self {
            Self::Is(outcome) => found == Some(outcome),
            Self::NoFault => matches!(found, Some(Compliant | NotApplicable)),
            Self::Unbroken => found.is_some_and(|it| it != Violated),
            Self::SoFar => matches!(found, Some(Compliant | Pending)),
            Self::Late(due, done) => found == Some(Violated) && late.contains(&(due, Some(done))),
            Self::Missing(due) => found == Some(Violated) && late.contains(&(due, None)),
        }
    }

    /// Without a fault, but perhaps open.
    const fn unless_open(self) -> Self {
        match self {
            Self::NoFault | Self::Is(Compliant | NotApplicable) => Self::Unbroken,
            other => other,
        }
    }

    const fn kind(self) -> &'static str {
        match self {
            Self::Is(Compliant) => "compliant",
            Self::Is(Violated) => "violated",
            Self::Is(Undetermined) => "undetermined",
            Self::Is(Pending) => "pending",
            Self::Is(NotApplicable) => "not applicable",
            Self::NoFault => "no fault",
            Self::Unbroken => "unbroken",
            Self::SoFar => "kept so far",
            Self::Late(..) => "late",
            Self::Missing(_) => "missing",
        }
    }
}

/// What is surely so, by code and address.
type Claims = BTreeSet<(&'static str, String, Claim)>;

fn claims(case: &Case) -> Claims {
    let as_of = case.as_of.to_string();
    let measures_from = match text(&case.policy, "measures_from") {
        "" => "2023-01-01",
        it => it,
    };
    let mut claims = Claims::new();
    for (n, act) in list(&case.dossier, "acts").iter().enumerate() {
        let day = &text(act, "done_on")[..10];
        if as_of.as_str() < day {
            continue;
        }
        let q = Question { act, day, dossier: &case.dossier };
        let reached = measures_from <= day;
        let all = [
            ("PWR005", q.within_list()),
            ("PWR006", q.within_limit()),
            ("PWR007", q.red_line()),
            // Kept, or none of its business where the matter is a case that is the chief procurator's own: that is open.
            ("PWR008", q.alone().map(|it| if q.may_be_a_case() { it.unless_open() } else { it })),
        ];
        for (code, claim) in all {
            let claim = if reached { claim } else { Some(Claim::Is(NotApplicable)) };
            claims.extend(claim.map(|it| (code, format!("/acts/{n}"), it)));
        }
    }
    for (n, matter) in list(&case.dossier, "matters").iter().enumerate() {
        let claim = separated(case, matter, measures_from, &as_of);
        claims.extend(claim.map(|it| ("PWR009", format!("/matters/{n}"), it)));
        // Each hand that surely held too much is told by itself.
        let hands = hands(case, matter, measures_from, &as_of).into_iter();
        let violated = Claim::Is(Violated);
        claims.extend(hands.map(|by| ("PWR009", format!("/matters/{n}#{by}"), violated)));
    }
    let (key, owners, at) = match steady(&case.policy, "monthly_return_by") {
        Known(it) if it == "department" => {
            ("department", list(&case.dossier["unit"], "departments"), "/unit/departments")
        }
        Known(_) => ("person", list(&case.dossier, "people"), "/people"),
        Absent | Unknown => return claims,
    };
    for (n, owner) in owners.iter().enumerate() {
        let measures_from = parse_day(measures_from).unwrap();
        let returns = Returns { case, key, owner, measures_from };
        claims.extend(returns.claims().into_iter().map(|it| ("ITV005", format!("{at}/{n}"), it)));
        let by_month = returns.by_month().into_iter();
        claims.extend(by_month.map(|(day, it)| ("ITV005", format!("{at}/{n}#{day}"), it)));
    }
    claims
}

fn differing(case: &Case, claims: &Claims) -> Vec<String> {
    let mut report = Report::with_trace();
    let rules = RuleSet::stable();
    rules.evaluate_into(&case.dossier(), &case.policy(), case.as_of, &mut report);
    let mut found = outcomes(&report);
    found.extend(by_spot(&report));
    let mut late: BTreeMap<(String, String), Vec<_>> = BTreeMap::new();
    for it in report.violations() {
        if let Breach::Late { due, done } = it.breach {
            for at in BTreeSet::from([it.subject.at.to_string(), spot(&it.subject)]) {
                late.entry((it.norm.code.to_string(), at)).or_default().push((due, done));
            }
        }
    }
    let mut differing = Vec::new();
    for (code, at, claimed) in claims {
        let key = ((*code).to_owned(), at.clone());
        let found = found.get(&key).copied();
        let late = late.get(&key).map_or(&[][..], Vec::as_slice);
        if !claimed.holds(found, late) {
            let of_it = |it: &&Missed| {
                it.norm.code.to_string() == *code && it.subject.at.to_string() == *at
            };
            let missing: Vec<_> =
                report.undetermined().iter().filter(of_it).map(|it| &it.missing).collect();
            differing.push(format!(
                "{code} claimed {claimed:?} found {found:?} {late:?} {missing:?} at {at}"
            ));
        }
    }
    differing
}

fn judge(case: &Case, claimed: &mut dyn FnMut((&'static str, &'static str))) -> Vec<String> {
    let claims = claims(case);
    for (code, _, claim) in &claims {
        claimed((code, claim.kind()));
    }
    differing(case, &claims)
}

#[test]
fn the_crate_agrees_with_a_naive_reading() {
    let named = [
        ("PWR005", "no fault"),
        ("PWR005", "not applicable"),
        ("PWR009", "no fault"),
        ("ITV005", "missing"),
    ];
    hold(&Cases, 256, &named, judge);
}

#[test]
fn it_agrees_on_powers_and_returns() {
    let mut named = vec![("PWR005", "compliant")];
    for code in ["PWR005", "PWR006", "PWR007", "PWR008", "PWR009"] {
        named.extend([(code, "violated"), (code, "no fault")]);
    }
    let returns = ["late", "missing", "compliant", "pending", "undetermined", "kept so far"];
    named.extend(returns.map(|it| ("ITV005", it)));
    named.push(("ITV005", "no fault"));
    hold(&Powers, 256, &named, judge);
}

/// Random cases of a few acts under a few lists, and of returns handed in about the day they were due.
#[derive(Debug)]
struct Powers;

impl Strategy for Powers {
    type Tree = Shrinking;
    type Value = Case;

    fn new_tree(&self, runner: &mut TestRunner) -> NewTree<Self> {
        Ok(Shrinking::of(powers(runner.rng().next_u64())))
    }
}

struct Dice {
    state: u64,
    /// Days near which things begin and end.
    pool: Vec<NaiveDate>,
    as_of: NaiveDate,
}

const POWERS: [&str; 6] = ["用印", "采购", "不起诉", "任免", "接待", "公开"];
const FIELDS: [&str; 3] = ["办公", "基建", "技术"];
const STEPS: [&str; 2] = ["集体讨论", "合法性审查"];
const SUMS: [u64; 5] = [0, 40, 60, 100, 101];
const CIRCUMSTANCES: [&str; 3] = ["decided_alone", "interfered", "project_split"];
const HOLDERS: [&str; 7] = [
    "principal",
    "chief_procurator",
    "procurator",
    "leading_group_member",
    "party_group",
    "procuratorial_committee",
    "department_head",
];

impl Roll for Dice {
    const ONE_IN: u64 = 40;

    fn state(&mut self) -> &mut u64 {
        &mut self.state
    }
}

impl Dice {
    /// One or two of a list.
    fn some(&mut self, from: &[&str]) -> Value {
        let mut some = vec![self.pick(from)];
        if self.chance(25) {
            some.push(self.pick(from));
        }
        some.dedup();
        json!(some)
    }

    /// A day of the pool, the one before or the one after.
    fn day(&mut self) -> NaiveDate {
        let day = self.pick(&self.pool.clone());
        match self.below(4) {
            0 => day - Days::new(1),
            1 => day + Days::new(1),
            _ => day,
        }
    }

    fn moment(&mut self) -> Value {
        let time = self.pick(&["", "", "T08:30", "T09:00", "T14:00:30"]);
        json!(format!("{}{time}", self.day()))
    }

    fn entry(&mut self, holder: &str) -> Value {
        let mut entry = json!({ "power": self.pick(&POWERS) });
        let holder = if self.chance(70) { holder } else { self.pick(&HOLDERS) };
        self.put(&mut entry, "holder", json!(holder));
        let kind = self.mostly(&KINDS);
        self.put(&mut entry, "kind", json!(kind));
        let mut limit = json!({});
        let bounded = if collective(holder) { 15 } else { 50 };
        if self.chance(bounded) {
            let (a, b) = (self.pick(&SUMS), self.pick(&SUMS));
            limit["up_to_fen"] = json!(a.max(b));
            if self.chance(20) {
                limit["from_fen"] = json!(a.min(b));
            }
        }
        if self.chance(bounded) {
            limit["scope"] = self.some(&FIELDS);
        }
        self.put(&mut entry, "limit", limit);
        if self.chance(40) {
            entry["prior_steps"] = self.some(&STEPS);
        }
        entry
    }

    fn item(&mut self) -> Value {
        let mut item = json!({});
        let conditions = [
            ("powers", self.some(&POWERS)),
            ("kinds", self.some(&KINDS)),
            ("categories", self.some(&["case", "funds", "personnel"])),
            ("from_fen", json!(self.pick(&SUMS))),
            ("subjects", self.some(&["oneself", "kin"])),
            ("circumstances", self.some(&CIRCUMSTANCES)),
        ];
        let (sure, more) = (self.below(6), self.pick(&[0, 0, 30]));
        for (n, (key, value)) in (0..).zip(conditions) {
            if n == sure || self.chance(more) {
                item[key] = value;
            }
        }
        item
    }

    fn power_list(&mut self, n: usize) -> Value {
        let kind = self.pick(&["power", "power", "power", "negative", "negative", "layers"]);
        let kind = if self.chance(5) { "provincial" } else { kind };
        let mut it = json!({ "id": format!("l{n}"), "kind": kind });
        let holder = self.pick(&HOLDERS);
        let holder = if self.chance(50) { "principal" } else { holder };
        if holder != "principal" || self.chance(30) {
            it["holder"] = json!(holder);
        }
        let from = if self.chance(65) { date!(2021, 5, 1) } else { self.day() };
        self.put(&mut it, "from", json!(from.to_string()));
        if self.chance(20) {
            it["until"] = json!(self.day().max(from).to_string());
        }
        let layer = self.pick(&["chief_procurator", "procurator", "procuratorial_committee"]);
        let holder = if ["layers", "provincial"].contains(&kind) { layer } else { holder };
        let entries = (0..=self.below(3)).map(|_| self.entry(holder)).collect();
        self.put(&mut it, "entries", entries);
        let items = (0..=self.below(2)).map(|_| self.item()).collect();
        self.put(&mut it, "items", items);
        it
    }

    fn act(&mut self, n: usize) -> Value {
        let mut act = json!({ "id": format!("a{n}"), "done_on": self.moment() });
        let by = self.mostly(&["p0", "p1", "p2"]);
        self.put(&mut act, "by", json!(by));
        let capacity = if self.chance(40) { "principal" } else { self.pick(&HOLDERS) };
        self.put(&mut act, "capacity", json!(capacity));
        let power = if self.chance(5) { Value::Null } else { json!(self.pick(&POWERS)) };
        self.put(&mut act, "power", power);
        let kind = self.mostly(&KINDS);
        let kind = if self.chance(40) { self.pick(&KINDS) } else { kind };
        self.put(&mut act, "kind", json!(kind));
        let matter = self.mostly(&["m0", "m1"]);
        self.put(&mut act, "matter", json!(matter));
        let sum = self.pick(&SUMS);
        self.put(&mut act, "amount_fen", json!(sum));
        let scope = self.some(&FIELDS);
        self.put(&mut act, "scope", scope);
        let mut delegation = Value::Null;
        if self.chance(12) {
            delegation = json!({ "by": "principal", "written": self.chance(70),
                "from": "2022-01-01", "until": null });
        }
        self.put(&mut act, "delegation", delegation);
        let mut steps = Vec::new();
        for step in STEPS {
            if self.chance(70) {
                let mut it = json!({ "step": step });
                let on = if self.chance(50) { json!("2022-02-01") } else { self.moment() };
                self.put(&mut it, "taken_on", on);
                steps.push(it);
            }
        }
        self.put(&mut act, "steps", json!(steps));
        let decided = match self.below(5) {
            0 => json!(self.pick(&["i0", "i1", "i2"])),
            _ => Value::Null,
        };
        self.put(&mut act, "decided_in", decided);
        let concerns = if self.chance(50) { Value::Null } else { self.some(&["p0", "p1", "p2"]) };
        self.put(&mut act, "concerns", concerns);
        let circumstances = if self.chance(50) { Value::Null } else { self.some(&CIRCUMSTANCES) };
        self.put(&mut act, "circumstances", circumstances);
        act
    }

    /// Lets an act be under an entry of a list: the holder's own, or a collective's in somebody's hand.
    fn follow(&mut self, act: &mut Value, lists: &[Value]) {
        let local = |it: &&Value| ["power", "layers"].contains(&text(it, "kind"));
        let lists: Vec<&Value> = lists.iter().filter(local).collect();
        if lists.is_empty() {
            return;
        }
        let entries = list(self.pick(&lists), "entries");
        if entries.is_empty() {
            return;
        }
        let entry = self.pick(entries);
        let holder = text(&entry, "holder");
        act["power"] = entry["power"].clone();
        act["delegation"] = Value::Null;
        if let Some(kind) = word(&entry, "kind") {
            act["kind"] = json!(kind);
        }
        if collective(holder) {
            if self.chance(70) {
                act["matter"] = json!("m1");
            }
            act["capacity"] =
                json!(self.mostly(&["leading_group_member", "procurator", "principal"]));
            act["decided_in"] = if self.chance(75) { Value::Null } else { json!("i0") };
        } else if !holder.is_empty() {
            act["capacity"] = json!(holder);
        }
    }

    fn meeting(&mut self, n: usize) -> Value {
        let kind = self.pick(&["party_group", "procuratorial_committee"]);
        let mut item = json!({ "id": format!("i{n}"), "matter": self.mostly(&["m0", "m1"]) });
        let result = self.mostly(&["adopted", "rejected", "deferred"]);
        self.put(&mut item, "result", json!(result));
        let held = if self.chance(50) { json!("2022-03-01") } else { self.moment() };
        json!({ "id": format!("g{n}"), "kind": kind, "held_on": held, "items": [item] })
    }

    /// A person who may have left, been away or not yet come.
    fn person(&mut self, n: usize) -> Value {
        let mut person = json!({ "id": format!("p{n}") });
        if self.chance(85) {
            let mut post = json!({ "title": "检察官", "from": "2019-05-06" });
            if self.chance(30) {
                post["until"] = json!(self.end().to_string());
            }
            person["posts"] = json!([post]);
        }
        let mut leaves = Value::Null;
        if self.chance(40) {
            let from = self.day();
            let mut leave = json!({ "from": from.to_string() });
            if self.chance(80) {
                leave["until"] = json!((from + Days::new(self.below(70))).to_string());
            }
            leaves = json!([leave]);
        }
        self.put(&mut person, "leaves", leaves);
        person
    }

    /// The end of a month, or any day.
    fn end(&mut self) -> NaiveDate {
        let day = self.day();
        if self.chance(85) { day.with_day(1).unwrap() - Days::new(1) } else { day }
    }

    /// Returns of one owner from the autumn of 2022 on.
    fn returns(&mut self, key: &str, id: &str, returns: &mut Vec<Value>) {
        let (missed, late) = self.pick(&[(0, 0), (0, 0), (0, 0), (0, 8), (8, 0), (8, 8)]);
        let mut first = date!(2022, 10, 1);
        while first <= self.as_of {
            let next = first + Months::new(1);
            let mut on = next + Days::new(self.below(3));
            if self.chance(late) {
                on = next + Days::new(self.below(40));
            }
            if on <= self.as_of && !self.chance(missed) {
                let mut it = json!({ "year": first.year(), "month": first.month(),
                    "submitted_on": on.to_string() });
                it[key] = json!(id);
                self.put(&mut it, "approaches", json!(0));
                returns.push(it);
            }
            first = next;
        }
    }
}

fn powers(seed: u64) -> Case {
    let mut dice = Dice { state: seed, pool: Vec::new(), as_of: date!(2022, 12, 1) };
    let base = dice.as_of + Days::new(dice.below(150));
    dice.pool = (0..6).map(|_| base + Days::new(dice.below(120))).collect();
    let after = if dice.chance(80) { 120 + dice.below(100) } else { dice.below(120) };
    dice.as_of = base + Days::new(after);
    if dice.chance(35) {
        dice.as_of = dice.as_of.with_day(1).unwrap() + Days::new(dice.below(9));
    }

    let mut departments = Vec::new();
    for n in 0..2 {
        let mut it = json!({ "id": format!("d{n}") });
        if dice.chance(40) {
            it["until"] = json!(dice.end().to_string());
        }
        departments.push(it);
    }
    let people: Value = (0..3).map(|n| dice.person(n)).collect();
    let mut matters = Vec::new();
    for n in 0..2 {
        let mut it = json!({ "id": format!("m{n}") });
        let category = dice.pick(&["case", "funds", "personnel", "other"]);
        dice.put(&mut it, "category", json!(category));
        matters.push(it);
    }
    let meetings: Value = (0..3).map(|n| dice.meeting(n)).collect();
    let count = 1 + usize::try_from(dice.below(4)).unwrap();
    let lists: Value = (0..count).map(|n| dice.power_list(n)).collect();
    let count = 1 + usize::try_from(dice.below(6)).unwrap();
    let mut acts: Vec<Value> = (0..count).map(|n| dice.act(n)).collect();
    for act in &mut acts {
        if dice.chance(55) {
            dice.follow(act, lists.as_array().unwrap());
        }
    }
    let (key, ids) =
        dice.pick(&[("department", vec!["d0", "d1"]), ("person", vec!["p0", "p1", "p2"])]);
    let mut returns = Vec::new();
    for id in ids {
        dice.returns(key, id, &mut returns);
    }
    let mut dossier = json!({
        "unit": { "region": dice.pick(&["national", "guangxi"]), "departments": departments },
        "people": people,
        "matters": matters,
        "meetings": meetings,
        "power_lists": lists,
        "acts": acts,
        "monthly_returns": returns,
    });
    if dice.chance(50) {
        let from = dice.mostly(&["2022-01-01", "2023-03-01"]);
        dossier["complete"] =
            json!([{ "family": "monthly_returns", "from": from, "until": "2026-12-31" }]);
    }
    if dice.chance(20) {
        dossier["decisions"] = json!([{ "id": "c0", "decided_on": dice.moment(),
            "matter": dice.pick(&["m0", "m1"]), "form": "one_person", "decider": "p0" }]);
    }
    let mut ties = Vec::new();
    if dice.chance(50) {
        let relation = dice.pick(&["spouse", "child", "cousin"]);
        ties.push(json!({ "person": "p0", "relative": "p1", "relation": relation }));
    }
    dice.put(&mut dossier, "kinship", json!(ties));

    let mut policy = json!({ "parameters": {} });
    let by = if dice.chance(95) { key } else { "person" };
    policy["parameters"]["monthly_return_by"] = json!([{ "value": by }]);
    let limit = match dice.below(4) {
        0 => json!({ "working_days": dice.below(8) }),
        1 => json!({ "months": 1 }),
        _ => json!({ "calendar_days": 2 + dice.below(14) }),
    };
    policy["parameters"]["monthly_return_limit"] = json!([{ "value": limit }]);
    if dice.chance(70) {
        let excepted = dice.chance(60);
        policy["parameters"]["monthly_return_leave_excepted"] = json!([{ "value": excepted }]);
    }
    if dice.chance(20) {
        policy["parameters"]["term_end_moves_to_working_day"] = json!([{ "value": true }]);
    }
    if dice.chance(40) {
        let pairs =
            dice.some(&["decision_execution", "decision_supervision", "execution_supervision"]);
        policy["parameters"]["separated_powers"] = json!([{ "value": pairs }]);
    }
    if dice.chance(8) {
        policy["measures_from"] = json!(dice.day().to_string());
    }
    Case { poorer: dossier.clone(), dossier, policy, as_of: dice.as_of, seed }
}
