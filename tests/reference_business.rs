//! A second, naive reading of the contract for bans on family business, what the holder supervises, leaving a business
//! and lawyers in the family. It works on JSON, day by day, and shares nothing with the crate but the list of days off.
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

use std::collections::BTreeMap;

use chrono::{Days, Months};
use oversight::{
    Report, RuleSet,
    outcome::Outcome::{self, Compliant, NotApplicable, Pending, Violated},
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
    outcomes,
};

/// Whether a word is one of a list that narrows nothing where it is empty.
fn narrowed(words: &[Value], fact: Said<&Value>) -> Tri {
    if words.is_empty() { Some(true) } else { of(fact, |it| words.contains(it)) }
}

/// The days from one to another, both included.
fn days(from: &str, until: &str) -> Vec<String> {
    let (mut at, until) = (parse_day(from).unwrap(), parse_day(until).unwrap());
    let mut days = Vec::new();
    while at <= until {
        days.push(at.to_string());
        at = at.succ_opt().unwrap();
    }
    days
}

/// An industry: the edition, then section and digits, of which zeros that divide nothing further are cut off.
fn industry(code: &str) -> (String, String) {
    let (edition, rest) = code.split_once(':').unwrap_or(("2017", code));
    let letter: String = rest.chars().filter(char::is_ascii_uppercase).collect();
    let mut digits = rest[letter.len()..].to_owned();
    while digits.len() > 2 && digits.ends_with('0') {
        digits.pop();
    }
    let letter = match (letter.is_empty(), digits.get(..2)) {
        (true, Some("13" | "30")) => "C".into(),
        (true, Some("70")) => "K".into(),
        (true, it) => panic!("which section {it:?} belongs to is not known here"),
        _ => letter,
    };
    (edition.into(), letter + &digits)
}

/// A place: pairs of zeros at the end are cut off.
fn division(code: &str) -> (String, String) {
    let mut code = code;
    while let Some(rest) = code.strip_suffix("00") {
        code = rest;
    }
    (String::new(), code.into())
}

type Code = (String, String);

/// Whether what is recorded lies within what is asked for; where it is coarser, that is open, as between two editions.
fn within(recorded: &Code, asked: &Code) -> Tri {
    if recorded.0 != asked.0 {
        None
    } else if recorded.1.starts_with(&asked.1) {
        Some(true)
    } else if asked.1.starts_with(&recorded.1) {
        None
    } else {
        Some(false)
    }
}

/// Whether one of the codes lies within one of those asked for.
fn one_within(recorded: Said<&Value>, asked: Said<&Value>, read: fn(&str) -> Code) -> Tri {
    let codes = |fact: Said<&Value>| match fact {
        Known(it) => {
            let codes = it.as_array().unwrap().iter();
            Some(codes.map(|it| read(it.as_str().unwrap())).collect::<Vec<_>>())
        }
        Absent => Some(Vec::new()),
        Unknown => None,
    };
    match (codes(recorded), codes(asked)) {
        (Some(recorded), Some(asked)) => {
            any(recorded.iter().flat_map(|a| asked.iter().map(|b| within(a, b))))
        }
        _ => None,
    }
}

/// What the person is to the relative, where the relative is this to the person; not every such relation has a word.
fn inverse(relation: &str) -> Option<&str> {
    Some(match relation {
        "parent" => "child",
        "child" => "parent",
        "grandparent" => "grandchild",
        "grandchild" => "grandparent",
        "parent_sibling" => "sibling_child",
        "sibling_child" => "parent_sibling",
        "spouse_parent" => "child_spouse",
        "child_spouse" => "spouse_parent",
        "spouse_sibling" => "sibling_spouse",
        "sibling_spouse" => "spouse_sibling",
        "collateral_spouse" => return None,
        mutual => mutual,
    })
}

const RANKS: [&str; 11] = [
    "staff",
    "deputy_section",
    "section",
    "deputy_division",
    "division",
    "deputy_bureau",
    "bureau",
    "deputy_minister",
    "minister",
    "deputy_national",
    "national",
];

fn rank(name: &str) -> usize {
    RANKS.iter().position(|it| *it == name).expect("a rank")
}

const LAWYERS: [&str; 4] =
    ["law_firm_partner", "law_firm_founder", "lawyer_for_party", "paid_legal_service"];

const PROCURATORS: [&str; 4] =
    ["chief_procurator", "deputy_chief_procurator", "committee_member", "procurator"];

/// One interest with everything that is read from elsewhere.
struct Question<'a> {
    interest: &'a Value,
    holder: &'a str,
    dossier: &'a Value,
    policy: &'a Value,
    as_of: &'a str,
    measures_from: &'a str,
    /// Every day from the first of the measures to the as-of day.
    days: &'a [String],
}

/// Something that an interest may meet: a ban, what the holder supervises, or the bar on lawyers.
struct Bar<'a> {
    /// Kin whom it reaches, seen from the holder.
    relations: Vec<&'a str>,
    /// The ban, with its days.
    ban: &'a Value,
    /// Whether the interest is of the kind, but for what hangs on the post.
    kind: Tri,
    /// Posts: whether the bar reaches their holder, and whether the interest meets what hangs on them.
    posts: Vec<(&'a Value, Tri, Tri)>,
}

impl<'a> Question<'a> {
    fn of_holder(&self, key: &str) -> &'a [Value] {
        let mut people = list(self.dossier, "people").iter();
        people.find(|it| text(it, "id") == self.holder).map_or(&[], |it| list(it, key))
    }

    fn posts(&self) -> &'a [Value] {
        self.of_holder("posts")
    }

    fn lasts(&self, day: &str) -> Tri {
        let (from, until) = (said(self.interest, "from"), said(self.interest, "until"));
        let on_that_day = |it: Said<&Value>| matches!(it, Known(it) if it == day).then_some(true);
        let begun = match from {
            Known(it) => Some(it.as_str().unwrap() <= day),
            Absent => Some(true),
            // On its last day it had begun.
            Unknown => on_that_day(until),
        };
        let not_ended = match until {
            Known(it) => Some(day <= it.as_str().unwrap()),
            Absent => Some(true),
            Unknown => on_that_day(from),
        };
        all([begun, not_ended])
    }

    /// Whether any tie of the two is on record.
    fn kin(&self) -> bool {
        let both = [self.holder, text(self.interest, "owner")];
        list(self.dossier, "kinship").iter().any(|it| {
            let tied = [text(it, "person"), text(it, "relative")];
            tied == both || tied == [both[1], both[0]]
        })
    }

    /// Whether the owner is one of these to the holder, by the ties that are asked for.
    fn tied(&self, relations: &[&str], counts: impl Fn(&Value) -> bool) -> Tri {
        let ties = match said(self.dossier, "kinship") {
            Known(it) => it.as_array().unwrap(),
            Absent => return Some(false),
            Unknown => return None,
        };
        let owner = text(self.interest, "owner");
        any(ties.iter().filter(|it| counts(it)).map(|tie| {
            let relation = text(tie, "relation");
            match (text(tie, "person"), text(tie, "relative")) {
                (person, relative) if person == self.holder && relative == owner => {
                    Some(relations.contains(&relation))
                }
                (person, relative) if person == owner && relative == self.holder => {
                    match inverse(relation) {
                        Some(it) => Some(relations.contains(&it)),
                        None if relations.contains(&relation) => None,
                        None => Some(false),
                    }
                }
                _ => Some(false),
            }
        }))
    }

    /// Whether the interest, a post that the bar reaches, a tie and the bar all last; where `met`, the interest also
    /// is of the kind.
    fn on(&self, day: &str, bar: &Bar<'_>, met: bool) -> Tri {
        let posts = bar.posts.iter().filter(|it| lasts(it.0, day));
        all([
            Some(lasts(bar.ban, day)),
            if met { bar.kind } else { Some(true) },
            self.lasts(day),
            self.tied(&bar.relations, |tie| lasts(tie, day)),
            any(posts.map(|it| all([it.1, if met { it.2 } else { Some(true) }]))),
        ])
    }

    /// Whether the relative is in the business and the holder in a post so that the bar is met, whatever their tie.
    fn both_stay(&self, day: &str, bar: &Bar<'_>) -> Tri {
        let posts = bar.posts.iter().filter(|it| lasts(it.0, day));
        all([self.lasts(day), any(posts.map(|it| all([it.1, it.2])))])
    }

    fn behaves(&self, words: &[&str]) -> Tri {
        of(said(self.interest, "behaviour"), |it| words.contains(&it.as_str().unwrap()))
    }

    fn does_business(&self) -> Tri {
        let none = ["listed_shares", "employment"];
        of(said(self.interest, "behaviour"), |it| !none.contains(&it.as_str().unwrap()))
    }

    /// Whether it deals with the institution; a contract may say so too.
    fn deals(&self) -> Tri {
        let deals = of(said(self.interest, "deals_with_institution"), |it| *it == true);
        deals.filter(|it| *it || list(self.dossier, "contracts").is_empty())
    }

    fn ban(&self, ban: &'a Value) -> Bar<'a> {
        let words = |key: &str| list(ban, key).iter().map(|it| it.as_str().unwrap());
        let asked = |key: &str, read: fn(&str) -> Code| match list(ban, key) {
            [] => Some(true),
            _ => one_within(said(self.interest, key_of_interest(key)), said(ban, key), read),
        };
        let behaviours: Vec<&str> = words("behaviours").collect();
        let with = ban.get("with_institution") == Some(&json!(true));
        let kind = all([
            if behaviours.is_empty() { self.does_business() } else { self.behaves(&behaviours) },
            // What words point to beside the codes is left open.
            match asked("industries", industry) {
                it if list(ban, "keywords").is_empty() => it,
                it => it.filter(|it| *it && !list(ban, "industries").is_empty()),
            },
            asked("divisions", division),
            if with { self.deals() } else { Some(true) },
        ]);
        let reaches = |post: &Value| {
            let organ = if text(post, "organ").is_empty() { "own" } else { text(post, "organ") };
            let (lowest, highest) = (text(ban, "lowest_rank"), text(ban, "highest_rank"));
            let (tags, named) = (list(post, "tags"), list(ban, "post_tags"));
            let ranked = of(said(post, "rank"), |it| {
                let own = rank(it.as_str().unwrap());
                (lowest.is_empty() || rank(lowest) <= own)
                    && (highest.is_empty() || own <= rank(highest))
            });
            all([
                narrowed(list(ban, "offices"), said(post, "office")),
                if lowest.is_empty() && highest.is_empty() { Some(true) } else { ranked },
                narrowed(list(ban, "organs"), Known(&json!(organ))),
                Some(named.is_empty() || named.iter().any(|it| tags.contains(it))),
            ])
        };
        let lies = |post: &Value| match text(ban, "area") {
            "jurisdiction" => {
                one_within(said(self.interest, "places"), said(post, "areas"), division)
            }
            _ => Some(true),
        };
        let posts = self.posts().iter().map(|it| (it, reaches(it), lies(it))).collect();
        Bar { relations: words("relations").collect(), ban, kind, posts }
    }

    fn bans(&self) -> Option<Vec<Bar<'a>>> {
        let bans = self.policy.get("bans")?.as_array()?;
        Some(bans.iter().map(|it| self.ban(it)).collect())
    }

    fn suspected(&self) -> bool {
        text(self.interest, "held") == "nominee_suspected"
    }

    /// Whether one of the bars was met on a day under the measures; `reached` says whether the interest is of a kind
    /// that they are about.
    fn judge(&self, bars: &[Bar<'_>], reached: Tri) -> Option<Claim> {
        if self.suspected() {
            return None;
        }
        let met =
            any(bars.iter().flat_map(|bar| self.days.iter().map(|it| self.on(it, bar, true))));
        if met? {
            return Some(Claim::Is(Violated));
        }
        if bars.iter().all(|it| self.tied(&it.relations, |_| true) == Some(false)) {
            return Some(Claim::Is(NotApplicable));
        }
        // Without kin, or over before the measures, it is not reached; otherwise it may be kept.
        any(self.days.iter().map(|it| self.lasts(it)))?;
        if matches!(said(self.dossier, "kinship"), Unknown) {
            return None;
        }
        // Whether an interest is left alone or beyond reach may hang on what is not known.
        let reached = all([
            reached,
            any(bars.iter().flat_map(|bar| self.days.iter().map(|it| self.on(it, bar, false)))),
        ]);
        let scope_known = bars.iter().all(|it| it.posts.iter().all(|it| it.1.is_some()));
        // Each bar is asked about by itself: one that may or may not reach the holder is open, met or not.
        let each_known = bars.iter().all(|bar| {
            let known = |it: &(&Value, Tri, Tri)| it.1.is_some();
            bar.posts.iter().all(known) || self.tied(&bar.relations, |_| true) == Some(false)
        });
        if reached? {
            return each_known.then_some(Claim::Is(Compliant));
        }
        scope_known.then_some(Claim::NoFault)
    }

    /// BIZ004.
    fn banned_business(&self) -> Option<Claim> {
        let bans = self.bans()?;
        if bans.iter().all(|it| it.posts.iter().all(|it| it.1 == Some(false))) {
            return Some(Claim::Is(NotApplicable));
        }
        self.judge(&bans, Some(true))
    }

    /// BIZ005.
    fn area_and_scope(&self) -> Option<Claim> {
        let business = self.does_business();
        let supervised = |post: &Value| {
            all([
                one_within(said(self.interest, "places"), said(post, "areas"), division),
                one_within(said(self.interest, "industries"), said(post, "supervises"), industry),
            ])
        };
        let bar = Bar {
            relations: vec!["spouse", "child", "child_spouse"],
            ban: &Value::Null,
            kind: business,
            posts: self.posts().iter().map(|it| (it, Some(true), supervised(it))).collect(),
        };
        self.judge(&[bar], business)
    }

    /// BIZ008.
    fn lawyer_relative(&self) -> Option<Claim> {
        let lawyer = self.behaves(&LAWYERS);
        // The unit's own division may be left out, but never is there none.
        let division_of_unit = match text(&self.dossier["unit"], "division") {
            "" => None,
            it => Some(json!([it])),
        };
        let area = division_of_unit.as_ref().map_or(Unknown, Known);
        let procurator = |post: &Value| {
            let own = ["", "own"].contains(&text(post, "organ"));
            let office = of(said(post, "office"), |it| PROCURATORS.contains(&it.as_str().unwrap()));
            all([Some(own), office])
        };
        let on_committee = self.of_holder("memberships").iter();
        let on_committee = on_committee.filter(|it| text(it, "body") == "procuratorial_committee");
        let mut posts: Vec<_> =
            self.posts().iter().map(|it| (it, procurator(it), Some(true))).collect();
        posts.extend(on_committee.map(|it| (it, Some(true), Some(true))));
        let bar = Bar {
            relations: vec!["spouse", "parent", "child"],
            ban: &Value::Null,
            kind: all([lawyer, one_within(said(self.interest, "places"), area, division)]),
            posts,
        };
        self.judge(&[bar], lawyer)
    }

    /// BIZ007.
    fn sham_exit(&self) -> Option<Claim> {
        let exit = match said(self.interest, "exit") {
            Known(it) => it,
            Absent => return Some(Claim::NoFault),
            Unknown => return None,
        };
        let on = text(exit, "on");
        if on < self.measures_from || self.as_of < on {
            return Some(Claim::NoFault);
        }
        match said(self.dossier, "kinship") {
            Known(_) if self.kin() => {}
            Known(_) | Absent => return Some(Claim::Is(NotApplicable)),
            Unknown => return None,
        }
        if self.suspected() {
            return None;
        }
        match (said(exit, "how"), said(exit, "established")) {
            (Known(how), _) if how == "real" => Some(Claim::Is(Compliant)),
            (Known(_), Known(it)) => {
                Some(Claim::Is(if *it == true { Violated } else { Compliant }))
            }
            _ => None,
        }
    }

    /// The value of a parameter on a day: the last that began by then.
    fn parameter(&self, name: &str, on: &str) -> Said<&'a Value> {
        let entries = list(&self.policy["parameters"], name);
        let begun = entries.iter().filter(|it| text(it, "from") <= on);
        begun.max_by_key(|it| text(it, "from")).map_or(Absent, |it| said(it, "value"))
    }

    /// A parameter that has one value from the day it was found on; whose day decides where it changes meanwhile, the
    /// contract does not say.
    fn steady(&self, name: &str, found: &str) -> Said<&'a Value> {
        match (self.parameter(name, found), self.parameter(name, self.as_of)) {
            (Known(it), Known(later)) if it == later => Known(it),
            (Absent, Absent) => Absent,
            _ => Unknown,
        }
    }

    /// The last day on which to leave.
    fn due(&self, ban: &'a Value, found: &str) -> Option<String> {
        let terms = (said(ban, "exit_limit"), self.steady("business_exit_limit", found));
        let ((Known(limit), _) | (_, Known(limit))) = terms else { return None };
        let calendar = Calendar::for_region(match text(&self.dossier["unit"], "region") {
            "guangxi" => Region::Guangxi,
            _ => Region::National,
        });
        let works = |day: NaiveDate| match self.policy.get("holidays") {
            None => calendar.is_working_day(day).ok(),
            Some(_) => None,
        };
        let number = |key: &str| limit.get(key).and_then(Value::as_u64);
        let mut at = parse_day(found)?;
        if let Some(mut left) = number("working_days") {
            while left > 0 {
                at = at.succ_opt()?;
                left -= u64::from(works(at)?);
            }
            return Some(at.to_string());
        }
        at = match (number("calendar_days"), number("months")) {
            (Some(n), _) => at + Days::new(n),
            (_, n) => at + Months::new(u32::try_from(n?).ok()?),
        };
        match self.steady("term_end_moves_to_working_day", found) {
            Known(it) if *it == true => {
                while !works(at)? {
                    at = at.succ_opt()?;
                }
            }
            Unknown => return None,
            _ => {}
        }
        Some(at.to_string())
    }

    /// BIZ006.
    fn exit_or_step_down(&self) -> Option<Claim> {
        let bans = self.bans()?;
        let ties_known = !matches!(said(self.dossier, "kinship"), Unknown);
        if self.suspected() || self.days.is_empty() || !ties_known && !bans.is_empty() {
            return None;
        }
        let met: Vec<Tri> =
            bans.iter().map(|bar| any(self.days.iter().map(|it| self.on(it, bar, true)))).collect();
        let never_met = met.iter().all(|it| *it == Some(false));
        let found = match said(self.interest, "found_on") {
            Known(it) if it.as_str().unwrap() <= self.as_of => it.as_str().unwrap(),
            Known(_) | Absent => return Some(Claim::NoFault),
            Unknown => return never_met.then_some(Claim::NoFault),
        };
        if never_met {
            // What was met before the measures may be due under them.
            return (self.measures_from <= found).then_some(Claim::NoFault);
        }
        let mut answers = Vec::new();
        for (bar, met) in bans.iter().zip(&met) {
            if *met != Some(false) {
                answers.push(
                    self.left_in_time(bar, found)
                        .filter(|it| *met == Some(true) || *it == Violated),
                );
            }
        }
        if answers.contains(&Some(Violated)) {
            Some(Claim::Is(Violated))
        } else if answers.contains(&None) {
            None
        } else {
            Some(Claim::Is(if answers.contains(&Some(Pending)) { Pending } else { Compliant }))
        }
    }

    /// For one ban that was found.
    fn left_in_time(&self, bar: &Bar<'a>, found: &str) -> Option<Outcome> {
        let due = self.due(bar.ban, found)?;
        let due = due.as_str();
        if due < self.measures_from || !lasts(bar.ban, found) {
            return None;
        }
        let stays =
            |until: &str| days(found, until).iter().all(|it| self.on(it, bar, true) == Some(true));
        if due < self.as_of && stays(due) {
            return Some(Violated);
        }
        let mut ends = ["from", "until"].iter().map(|it| said(self.interest, it));
        if ends.any(|it| matches!(it, Unknown)) {
            return None;
        }
        if self.as_of <= due && stays(self.as_of) {
            return Some(Pending);
        }
        // Left, and not come back.
        let left = days(due.min(self.as_of), self.as_of);
        let left = left.iter().all(|it| self.both_stay(it, bar) == Some(false));
        let mut by_then = self.days.iter().filter(|it| it.as_str() <= found);
        let rightly_found = by_then.any(|it| self.on(it, bar, true) == Some(true));
        (left && rightly_found).then_some(Compliant)
    }
}

/// Where an interest says what a ban asks for.
fn key_of_interest(key: &str) -> &str {
    if key == "divisions" { "places" } else { key }
}

/// What the naive reading is sure of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Claim {
    Is(Outcome),
    /// The norm was kept, or does not reach the interest.
    NoFault,
}

impl Claim {
    fn holds(self, found: Option<Outcome>) -> bool {
        match self {
            Self::Is(outcome) => found == Some(outcome),
            Self::NoFault => matches!(found, Some(Compliant | NotApplicable)),
        }
    }
}

type Claims = BTreeMap<(&'static str, String), Claim>;

/// What is surely so, by code and address.
fn claims(case: &Case) -> Claims {
    let as_of = case.as_of.to_string();
    let measures_from = match text(&case.policy, "measures_from") {
        "" => "2023-01-01",
        it => it,
    };
    let days = days(measures_from, &as_of);
    let mut claims = Claims::new();
    if !list(&case.policy, "division_changes").is_empty() {
        return claims;
    }
    for (n, household) in list(&case.dossier, "households").iter().enumerate() {
        for (k, interest) in list(household, "interests").iter().enumerate() {
            let q = Question {
                interest,
                holder: text(household, "holder"),
                dossier: &case.dossier,
                policy: &case.policy,
                as_of: &as_of,
                measures_from,
                days: &days,
            };
            let all = [
                ("BIZ004", q.banned_business()),
                ("BIZ005", q.area_and_scope()),
                ("BIZ006", q.exit_or_step_down()),
                ("BIZ007", q.sham_exit()),
                ("BIZ008", q.lawyer_relative()),
            ];
            for (code, claim) in all {
                let at = format!("/households/{n}/interests/{k}");
                claims.extend(claim.map(|it| ((code, at), it)));
            }
            // Each ban that was met is told by itself.
            for ban in q.bans().into_iter().flatten() {
                let id = text(ban.ban, "id");
                if q.judge(&[ban], Some(true)) == Some(Claim::Is(Violated)) {
                    let at = format!("/households/{n}/interests/{k}#{id}");
                    claims.insert(("BIZ004", at), Claim::Is(Violated));
                }
            }
        }
    }
    claims
}

fn differing(case: &Case, claims: &Claims) -> Vec<String> {
    let mut report = Report::with_trace();
    let rules = RuleSet::stable();
    rules.evaluate_into(&case.dossier(), &case.policy(), case.as_of, &mut report);
    let mut found = outcomes(&report);
    found.extend(by_spot(&report));
    let mut differing = Vec::new();
    for ((code, at), claimed) in claims {
        let found = found.get(&((*code).to_owned(), at.clone()));
        if !claimed.holds(found.copied()) {
            differing.push(format!("{code} claimed {claimed:?} found {found:?} at {at}"));
        }
    }
    differing
}

fn judge(case: &Case, claimed: &mut dyn FnMut((&'static str, Claim))) -> Vec<String> {
    let claims = claims(case);
    for ((code, _), claim) in &claims {
        claimed((code, *claim));
    }
    differing(case, &claims)
}

#[test]
fn the_crate_agrees_with_a_naive_reading() {
    let named = ["BIZ004", "BIZ005", "BIZ008"].map(|code| (code, Claim::Is(Violated)));
    hold(&Cases, 256, &named, judge);
}

#[test]
fn it_agrees_on_families_in_business() {
    let mut named = vec![("BIZ006", Claim::Is(Pending))];
    for code in ["BIZ004", "BIZ005", "BIZ006", "BIZ007", "BIZ008"] {
        named.extend([(code, Claim::Is(Compliant)), (code, Claim::Is(Violated))]);
        named.push((code, Claim::NoFault));
    }
    for code in ["BIZ004", "BIZ005", "BIZ007", "BIZ008"] {
        named.push((code, Claim::Is(NotApplicable)));
    }
    hold(&Families, 256, &named, judge);
}

/// Random cases of one holder whose relatives mostly do what bans are about, on days that meet or just miss each other.
#[derive(Debug)]
struct Families;

impl Strategy for Families {
    type Tree = Shrinking;
    type Value = Case;

    fn new_tree(&self, runner: &mut TestRunner) -> NewTree<Self> {
        Ok(Shrinking::of(family(runner.rng().next_u64())))
    }
}

struct Dice {
    state: u64,
    /// Days near which things begin and end.
    pool: Vec<NaiveDate>,
    as_of: NaiveDate,
    /// Whether most things last and bans are broad.
    plain: bool,
}

impl Roll for Dice {
    const ONE_IN: u64 = 50;

    fn state(&mut self) -> &mut u64 {
        &mut self.state
    }
}

impl Dice {
    /// One or two of a list.
    fn some(&mut self, from: &[&str]) -> Value {
        let mut some = vec![self.mostly(from)];
        if self.chance(20) {
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

    /// A first day, a last day, both or none.
    fn spell(&mut self, record: &mut Value, begins: u64, ends: u64) {
        let (a, b) = (self.day(), self.day());
        let share = if self.plain { 4 } else { 1 };
        let (begins, ends) = (self.chance(begins / share), self.chance(ends / share));
        if begins {
            record["from"] = json!(if ends { a.min(b) } else { a }.to_string());
        }
        if ends {
            record["until"] = json!(if begins { a.max(b) } else { a }.to_string());
        }
    }

    fn post(&mut self) -> Value {
        let mut post = json!({ "title": "检察官", "from": "2019-05-06" });
        self.spell(&mut post, 40, 50);
        let office = self.mostly(&["procurator", "deputy_chief_procurator", "other"]);
        self.put(&mut post, "office", json!(office));
        let rank = self.mostly(&["section", "deputy_section", "deputy_division"]);
        self.put(&mut post, "rank", json!(rank));
        let areas = self.some(&PLACES);
        self.put(&mut post, "areas", areas);
        let supervises = self.some(&INDUSTRIES);
        self.put(&mut post, "supervises", supervises);
        if self.chance(30) {
            post["organ"] = json!(self.mostly(&["own", "superior", "subordinate"]));
        }
        if self.chance(60) {
            post["tags"] = self.some(&["刑检", "人事"]);
        }
        post
    }

    fn tie(&mut self, owner: &str) -> Value {
        let relation = self.mostly(&RELATIONS);
        let mut tie = match inverse(relation) {
            Some(inverse) if self.chance(25) => {
                json!({ "person": owner, "relative": "p0", "relation": inverse })
            }
            _ => json!({ "person": "p0", "relative": owner, "relation": relation }),
        };
        if self.chance(3) {
            tie = json!({ "person": owner, "relative": "p0", "relation": "collateral_spouse" });
        }
        self.spell(&mut tie, 25, 25);
        tie
    }

    fn interest(&mut self, n: usize) -> Value {
        let owner = self.pick(&["p1", "p2", "p3"]);
        let mut interest = json!({ "id": format!("b{n}"), "owner": owner });
        let behaviour = if self.chance(35) {
            self.pick(&LAWYERS)
        } else {
            self.mostly(&["unlisted_investment", "partnership", "employment", "listed_shares"])
        };
        self.put(&mut interest, "behaviour", json!(behaviour));
        if self.chance(10) {
            interest["held"] =
                json!(self.pick(&["own_name", "nominee_established", "nominee_suspected"]));
        }
        let industries = self.some(&INDUSTRIES);
        self.put(&mut interest, "industries", industries);
        let places = self.some(&PLACES);
        self.put(&mut interest, "places", places);
        let deals = self.chance(60);
        self.put(&mut interest, "deals_with_institution", json!(deals));
        let state = self.mostly(&["active", "dormant", "deregistering"]);
        self.put(&mut interest, "state", json!(state));
        let mut spell = json!({ "from": null, "until": null });
        let (begins, ends) = self.pick(&[(80, 50), (20, 20)]);
        self.spell(&mut spell, begins, ends);
        for key in ["from", "until"] {
            let day = spell[key].clone();
            self.put(&mut interest, key, day);
        }
        let found = match self.below(10) {
            0 => Value::Null,
            1..=4 => json!((self.as_of - Days::new(self.below(100))).to_string()),
            _ => json!(self.day().to_string()),
        };
        self.put(&mut interest, "found_on", found);
        let mut exit = Value::Null;
        if self.chance(50) {
            let how = self.mostly(&["nominee", "real", "hidden_holding", "former_spouse"]);
            exit = json!({ "on": self.day().to_string() });
            self.put(&mut exit, "how", json!(how));
            let established = self.chance(60);
            self.put(&mut exit, "established", json!(established));
        }
        self.put(&mut interest, "exit", exit);
        interest
    }

    fn term(&mut self) -> Value {
        match self.below(4) {
            0 => json!({ "months": self.below(4) }),
            1 => json!({ "working_days": self.below(30) }),
            _ => json!({ "calendar_days": self.below(120) }),
        }
    }

    fn ban(&mut self, n: usize) -> Value {
        let mut relations = vec!["spouse", "child", "child_spouse"];
        if self.chance(40) {
            relations = vec![self.pick(&RELATIONS), self.pick(&RELATIONS)];
            relations.dedup();
        }
        let mut ban = json!({ "id": format!("ban{n}"), "regime": "样例", "relations": relations });
        let narrowings = [
            ("offices", json!(["procurator", "deputy_chief_procurator"])),
            ("organs", json!(["own"])),
            ("post_tags", json!(["刑检"])),
            ("lowest_rank", json!("section")),
            ("highest_rank", json!("section")),
            ("behaviours", json!(["unlisted_investment", "law_firm_partner", "employment"])),
            ("industries", self.some(&INDUSTRIES)),
            ("divisions", self.some(&PLACES)),
            ("area", json!("jurisdiction")),
            ("with_institution", json!(true)),
        ];
        for (key, value) in narrowings {
            if self.chance(if self.plain { 5 } else { 20 }) {
                ban[key] = value;
            }
        }
        self.spell(&mut ban, 25, 25);
        if self.chance(60) {
            ban["exit_limit"] = self.term();
        }
        ban
    }
}

const INDUSTRIES: [&str; 9] =
    ["K7010", "K701", "K70", "K", "7010", "K7020", "C1311", "2011:K7010", "C30"];
const PLACES: [&str; 7] = ["450103", "450100", "4501", "45", "450102", "450203", "110105"];
const RELATIONS: [&str; 8] = [
    "spouse",
    "child",
    "child_spouse",
    "parent",
    "spouse_parent",
    "sibling",
    "former_spouse",
    "collateral_spouse",
];

fn family(seed: u64) -> Case {
    let mut dice = Dice { state: seed, pool: Vec::new(), as_of: date!(2022, 11, 1), plain: false };
    dice.plain = dice.chance(40);
    let base = dice.as_of + Days::new(dice.below(250));
    let after = if dice.chance(75) { 380 + dice.below(40) } else { dice.below(380) };
    dice.as_of = base + Days::new(after);
    dice.pool = (0..6).map(|_| base + Days::new(dice.below(400))).collect();

    let posts: Value = (0..=dice.below(3)).map(|_| dice.post()).collect();
    let mut kinship = Vec::new();
    for owner in ["p1", "p2", "p3"] {
        for _ in 0..dice.pick(&[0, 1, 1, 1, 1, 2]) {
            kinship.push(dice.tie(owner));
        }
    }
    let count = 1 + usize::try_from(dice.below(3)).unwrap();
    let interests: Value = (0..count).map(|n| dice.interest(n)).collect();
    let mut unit = json!({ "region": dice.pick(&["national", "guangxi"]) });
    let division = dice.mostly(&PLACES);
    if dice.chance(95) {
        unit["division"] = json!(division);
    }
    let mut dossier = json!({
        "unit": unit,
        "people": [{ "id": "p0", "posts": posts }, { "id": "p1" }, { "id": "p2" }, { "id": "p3" }],
        "households": [{ "id": "h", "holder": "p0", "from": "2021-06-01", "interests": interests }],
    });
    dice.put(&mut dossier, "kinship", json!(kinship));

    let mut policy = json!({ "parameters": {} });
    if dice.chance(20) {
        let entry = json!({ "value": dice.chance(70) });
        policy["parameters"]["term_end_moves_to_working_day"] = json!([entry]);
    }
    if dice.chance(60) {
        let mut entries = vec![json!({ "value": dice.term() })];
        if dice.chance(20) {
            let value = if dice.chance(70) { dice.term() } else { Value::Null };
            entries.push(json!({ "value": value, "from": dice.day().to_string() }));
        }
        policy["parameters"]["business_exit_limit"] = json!(entries);
    }
    if dice.chance(96) {
        let count = usize::try_from(dice.below(3)).unwrap() + usize::from(dice.chance(90));
        policy["bans"] = (0..count).map(|n| dice.ban(n)).collect();
    }
    if dice.chance(8) {
        policy["measures_from"] = json!(dice.day().to_string());
    }
    Case { poorer: dossier.clone(), dossier, policy, as_of: dice.as_of, seed }
}
