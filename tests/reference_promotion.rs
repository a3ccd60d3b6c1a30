//! A second, naive reading of the contract for the stages, the four checks, the years in post and the public notice of a
//! promotion. It works on JSON with loops and shares nothing with the crate but the list of days off.
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

use std::{cmp::Ordering, collections::BTreeMap};

use chrono::{Days, Months};
use oversight::{
    Report, RuleSet,
    outcome::Outcome::{self, Compliant, Violated},
    time::{Calendar, NaiveDate, NotCoveredReason, Region, date, parse_day},
};
use proptest::{prelude::*, strategy::NewTree, test_runner::TestRunner};
use serde_json::{Value, json};
use support::{
    Case, Cases, Shrinking,
    naive::{
        Roll,
        Said::{self, Absent, Known, Unknown},
        hold, list, said, text,
    },
    outcomes,
};

/// Days of one form compare as text.
fn day(moment: &str) -> &str {
    &moment[..10]
}

/// By days; within one day by times where both are known.
fn order(a: &str, b: &str) -> Option<Ordering> {
    let time = |it: &str| it.get(11..16).map(|_| format!("{:0<8}", it[11..].replace(':', "")));
    match (day(a).cmp(day(b)), time(a), time(b)) {
        (Ordering::Equal, Some(a), Some(b)) => Some(a.cmp(&b)),
        (Ordering::Equal, _, _) => None,
        (order, _, _) => Some(order),
    }
}

/// The same day so many years later; of a leap day, the end of the month.
fn anniversary(day: &str, years: u64) -> String {
    let year = day[..4].parse::<u64>().unwrap() + years;
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let rest = if &day[5..] == "02-29" && !leap { "02-28" } else { &day[5..] };
    format!("{year:04}-{rest}")
}

fn next_day(day: &str) -> String {
    parse_day(day).unwrap().succ_opt().unwrap().to_string()
}

#[derive(Clone, Copy)]
struct Stage<'a> {
    begun: Said<&'a str>,
    ended: Said<&'a str>,
}

impl Stage<'_> {
    fn contradicts_itself(&self) -> bool {
        match (self.begun, self.ended) {
            (Known(begun), Known(ended)) => order(ended, begun) == Some(Ordering::Less),
            _ => false,
        }
    }
}

/// A check that was begun.
#[derive(Clone, Copy)]
struct Check<'a> {
    begun: &'a str,
    ended: Said<&'a str>,
}

const CHECKS: [&str; 4] = ["file", "personal_matters", "discipline", "complaints"];

/// One promotion with everything that is read from elsewhere.
struct Question<'a> {
    promotion: &'a Value,
    dossier: &'a Value,
    policy: &'a Value,
    as_of: &'a str,
    measures_from: &'a str,
}

impl<'a> Question<'a> {
    /// When something was done; what was done after the as-of day counts as not yet done.
    fn done(&self, record: &'a Value, key: &str) -> Said<&'a str> {
        match said(record, key) {
            Known(it) => match it.as_str().unwrap() {
                it if day(it) > self.as_of => Absent,
                it => Known(it),
            },
            Absent => Absent,
            Unknown => Unknown,
        }
    }

    fn stage(&self, key: &str, first: &str, last: &str) -> Stage<'a> {
        match said(self.promotion, key) {
            Known(it) => match self.done(it, first) {
                Known(begun) => Stage { begun: Known(begun), ended: self.done(it, last) },
                not_yet => Stage { begun: not_yet, ended: not_yet },
            },
            Absent => Stage { begun: Absent, ended: Absent },
            Unknown => Stage { begun: Unknown, ended: Unknown },
        }
    }

    /// Motion, recommendation, inspection, decision, appointment.
    fn stages(&self) -> [Stage<'a>; 5] {
        let appointed = self.done(self.promotion, "appointed_on");
        [
            self.stage("motion", "opened_on", "opened_on"),
            self.stage("recommendation", "started_on", "finished_on"),
            self.stage("inspection", "started_on", "finished_on"),
            self.stage("decision", "decided_on", "decided_on"),
            Stage { begun: appointed, ended: appointed },
        ]
    }

    /// Whether the motion opens only after the as-of day.
    fn in_the_future(&self) -> bool {
        match said(self.promotion, "motion") {
            Known(it) => day(text(it, "opened_on")) > self.as_of,
            _ => false,
        }
    }

    /// When it was decided or, where nothing was decided, when the candidate was appointed.
    fn settled(&self) -> Option<&'a str> {
        let on = match (said(self.promotion, "decision"), said(self.promotion, "appointed_on")) {
            (Known(it), _) => text(it, "decided_on"),
            (Absent, Known(it)) => it.as_str().unwrap(),
            _ => return None,
        };
        (self.measures_from <= day(on) && day(on) <= self.as_of).then_some(on)
    }

    /// Whether a check is of this person and round.
    fn of_this_case(&self, check: &Value) -> Option<bool> {
        let (of, round) = (text(check, "of"), text(check, "round"));
        if !of.is_empty() && of != text(self.promotion, "candidate") {
            return Some(false);
        }
        if round.is_empty() {
            return Some(true);
        }
        match said(self.promotion, "round") {
            Known(it) => Some(it == round),
            // A check of a round in a case of none.
            _ => None,
        }
    }

    /// The four checks as far as they count for this case; one that was not begun was not made.
    fn checks(&self) -> Vec<Said<Check<'a>>> {
        let checks = match said(self.promotion, "checks") {
            Known(it) => it,
            Absent => return Vec::new(),
            Unknown => return vec![Unknown],
        };
        let mut all = Vec::new();
        for name in CHECKS {
            let check = match said(checks, name) {
                Known(it) => it,
                Absent => continue,
                Unknown => {
                    all.push(Unknown);
                    continue;
                }
            };
            let run = Stage {
                begun: self.done(check, "started_on"),
                ended: self.done(check, "finished_on"),
            };
            match (self.of_this_case(check), run.begun, run.ended) {
                // Another's counts for PRM009 only.
                (Some(false), _, _) | (Some(true), Absent, Absent) => {}
                (Some(true), Known(begun), ended) if !run.contradicts_itself() => {
                    all.push(Known(Check { begun, ended }));
                }
                _ => all.push(Unknown),
            }
        }
        all
    }

    /// The value of a parameter on a day: the last that began by then. Not in the policy: unknown; unset: absent.
    fn parameter(&self, name: &str, on: &str) -> Said<&'a Value> {
        let entries = list(&self.policy["parameters"], name);
        let begun = entries.iter().filter(|it| text(it, "from") <= on);
        begun.max_by_key(|it| text(it, "from")).map_or(Unknown, |it| said(it, "value"))
    }

    fn number(&self, name: &str, on: &str, default: u64) -> Option<u64> {
        match self.parameter(name, on) {
            Known(it) => it.as_u64(),
            Absent => None,
            Unknown => Some(default),
        }
    }
}

/// Whether a stage surely came before a later one, which then did not begin without it.
fn before(earlier: Stage<'_>, later: Stage<'_>) -> Option<bool> {
    let (from, to) = match (earlier.begun, later.begun) {
        (_, Absent) => return Some(true),
        (Absent, Known(_)) => return Some(false),
        (Known(from), Known(to)) => (from, to),
        _ => return None,
    };
    if earlier.contradicts_itself() || later.contradicts_itself() {
        return None;
    }
    if order(from, to) == Some(Ordering::Greater) {
        return Some(false);
    }
    match earlier.ended {
        // It runs on while the later one has begun.
        Absent => Some(false),
        Unknown => None,
        // Two at the very same time: the contract does not say.
        Known(end) => match order(end, to)? {
            Ordering::Less => Some(true),
            Ordering::Equal => None,
            Ordering::Greater => Some(false),
        },
    }
}

/// PRM022.
fn stage_order(q: &Question<'_>) -> Option<Outcome> {
    let stages = q.stages();
    let mut days = stages.iter().flat_map(|it| [it.begun, it.ended]);
    let before_measures = days.any(|it| matches!(it, Known(it) if day(it) < q.measures_from));
    let open = match (stages[3].begun, stages[4].begun) {
        (Unknown, _) | (Absent, Unknown) => true,
        _ => matches!(stages[0].begun, Unknown),
    };
    if q.in_the_future() || before_measures || open {
        // Whether the measures reach the case at all may hang on what is not known.
        return None;
    }
    let mut sure = matches!(stages[0].begun, Known(_));
    for (n, earlier) in stages.iter().enumerate() {
        for (m, later) in stages.iter().enumerate().skip(n + 1) {
            // What came first without it may have come before the measures.
            let open = stages[n + 1..m].iter().any(|it| matches!(it.begun, Unknown));
            match before(*earlier, *later) {
                Some(false) if open && matches!(earlier.begun, Absent) => sure = false,
                Some(true) => {}
                Some(false) => return Some(Violated),
                None => sure = false,
            }
        }
        sure &= !earlier.contradicts_itself() && !matches!(earlier.ended, Unknown);
    }
    sure.then_some(Compliant)
}

/// PRM005.
fn started_at_motion(q: &Question<'_>) -> Option<Outcome> {
    let [motion, recommendation, rest @ ..] = q.stages();
    let early_stage = |it: Said<&str>| matches!(it, Known(it) if day(it) < q.measures_from);
    if q.in_the_future() || early_stage(motion.begun) || early_stage(recommendation.begun) {
        return None;
    }
    // Later stages without a recommendation: when it would have begun is not known.
    // On the day it begins a check may still be due.
    let mut sure = matches!(recommendation.begun, Known(it) if day(it) != q.as_of)
        || matches!(recommendation.begun, Absent)
            && rest.iter().all(|it| matches!(it.begun, Absent));
    let (mut kept, mut broken) = (0, 0);
    for check in q.checks() {
        let Known(check) = check else {
            sure = false;
            continue;
        };
        let begun = day(check.begun);
        let early = match motion.begun {
            Known(it) => Some(begun < day(it)),
            _ => None,
        };
        let late = match recommendation.begun {
            Known(it) => Some(begun > day(it)),
            Absent => Some(false),
            Unknown => None,
        };
        match (early, late) {
            _ if begun < q.measures_from => sure = false,
            (_, Some(true)) | (Some(true), Some(false)) => broken += 1,
            (Some(false), Some(false)) => kept += 1,
            _ => sure = false,
        }
    }
    sum(sure, kept, broken)
}

/// PRM006.
fn done_before_decision(q: &Question<'_>) -> Option<Outcome> {
    let settled = q.settled()?;
    let (mut sure, mut kept, mut broken) = (true, 0, 0);
    for check in q.checks() {
        let Known(check) = check else {
            sure = false;
            continue;
        };
        let begun_before = order(check.begun, settled) == Some(Ordering::Less);
        let ended = match check.ended {
            Known(it) => order(it, settled),
            Absent if begun_before => Some(Ordering::Greater),
            _ => None,
        };
        match ended {
            Some(Ordering::Greater) => broken += 1,
            Some(Ordering::Less) => kept += 1,
            _ => sure = false,
        }
    }
    sum(sure, kept, broken)
}

/// One broken is enough; where there was nothing to keep, nothing is claimed.
fn sum(sure: bool, kept: u32, broken: u32) -> Option<Outcome> {
    match (broken, sure && kept > 0) {
        (0, true) => Some(Compliant),
        (0, false) => None,
        _ => Some(Violated),
    }
}

/// PRM009, but for the age of a check: one begun before the decision is of another person or round.
fn checks_for_this_round(q: &Question<'_>) -> Option<Outcome> {
    let settled = q.settled()?;
    let Known(checks) = said(q.promotion, "checks") else { return None };
    for name in CHECKS {
        let Known(check) = said(checks, name) else { continue };
        let Known(begun) = q.done(check, "started_on") else { continue };
        let reached = q.measures_from <= day(begun) && order(begun, settled)? == Ordering::Less;
        if reached && q.of_this_case(check) == Some(false) {
            return Some(Violated);
        }
    }
    None
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

fn rank(name: &Value) -> usize {
    RANKS.iter().position(|it| name == it).expect("a rank")
}

/// Whether the years in posts of the present rank are met, for one level up, from 县处级 on.
fn years_met(q: &Question<'_>) -> Option<bool> {
    let settled = day(q.settled()?);
    let current = match (said(q.promotion, "current_rank"), said(q.promotion, "target_rank")) {
        (Known(current), Known(target)) if rank(target) == rank(current) + 1 => rank(current),
        _ => return None,
    };
    if current < 2 {
        return None;
    }
    let years = match current % 2 {
        0 => q.number("years_full_to_next_deputy", settled, 3)?,
        _ => q.number("years_deputy_to_full", settled, 2)?,
    };
    let candidate = text(q.promotion, "candidate");
    let person = list(q.dossier, "people").iter().find(|it| text(it, "id") == candidate).unwrap();
    // Posts of the rank: the day from which years count, the first day, the day after the last.
    let mut posts: Vec<(&str, &str, String)> = Vec::new();
    for post in list(person, "posts") {
        let from = text(post, "from");
        match said(post, "rank") {
            _ if from > settled => continue,
            Known(it) if rank(it) == current => {}
            Known(it) if rank(it) > current => return None,
            Known(_) | Absent => continue,
            Unknown => return None,
        }
        let counted = match said(post, "counted_from") {
            Known(it) => it.as_str().unwrap(),
            Absent => from,
            Unknown => return None,
        };
        let after = match text(post, "until") {
            "" => "9999".to_owned(),
            until => next_day(until),
        };
        posts.push((counted, from, after));
    }
    // From the day of the decision back, post by post.
    let mut first = settled;
    let mut chain = posts.iter().filter(|it| it.2.as_str() > settled).collect::<Vec<_>>();
    while let Some(earliest) = chain.iter().map(|it| it.1).min() {
        first = first.min(earliest);
        chain = posts.iter().filter(|it| it.1 < first && it.2.as_str() >= first).collect();
    }
    // Whether a later post may count from before the first one, the contract does not say.
    let counted = posts.iter().filter(|it| it.1 >= first).map(|it| it.0).min()?;
    let of_first = posts.iter().filter(|it| it.1 == first).map(|it| it.0).max()?;
    let met = |from: &str| anniversary(from, years).as_str() <= settled;
    if met(counted) || met(of_first) {
        return (met(counted) && met(of_first)).then_some(true);
    }
    // Nor whether spells with a gap add up.
    let days = |from: &str, until: &str| Some(between(parse_day(from)?, parse_day(until)?));
    let mut most = days(counted, settled)?;
    let mut broken = false;
    for (counted, _, after) in posts.iter().filter(|it| it.1 < first) {
        most += days(counted, after)?;
        broken = true;
    }
    (!broken || most + 2 < 365 * years).then_some(false)
}

/// Whether every other minimum, hard or soft, is surely met for whatever target.
fn otherwise_qualified(q: &Question<'_>) -> Option<bool> {
    let settled = day(q.settled()?);
    let Known(file) = said(q.promotion, "qualifications") else { return None };
    let at_least = |key: &str, parameter: &str, default: u64| {
        let needed = q.number(parameter, settled, default)?;
        Some(file.get(key)?.as_u64()? >= needed)
    };
    let service = q.number("service_years_for_division", settled, 5)?;
    let work = file.get("work_started_on")?.as_str()?;
    Some(
        anniversary(work, service).as_str() <= settled
            && at_least("grassroots_years", "grassroots_years_for_division", 2)?
            && at_least("lower_posts", "lower_posts_generally", 2)?
            && matches!(text(file, "education"), "bachelor" | "postgraduate"),
    )
}

/// PRM012, where the case is put as no exception.
fn years_in_post(q: &Question<'_>) -> Option<Outcome> {
    if !matches!(said(q.promotion, "exception"), Absent) {
        return None;
    }
    if !years_met(q)? {
        return Some(Violated);
    }
    otherwise_qualified(q)?.then_some(Compliant)
}

/// How many days from one to another, both included, are worked: the least and the most.
fn working_days(region: Region, from: &str, until: &str) -> Option<(u64, u64)> {
    let calendar = Calendar::for_region(region);
    let (mut least, mut most) = (0, 0);
    let (mut at, until) = (parse_day(from)?, parse_day(until)?);
    while at <= until {
        match calendar.is_working_day(at) {
            Ok(true) => (least, most) = (least + 1, most + 1),
            Ok(false) => {}
            Err(gap) if gap.reason == NotCoveredReason::OverlayMissing => most += 1,
            Err(_) => return None,
        }
        at = at.succ_opt()?;
    }
    Some((least, most))
}

/// PRM018, where the candidate was decided on and appointed later.
fn public_notice(q: &Question<'_>) -> Option<Outcome> {
    let [_, _, _, decision, appointment] = q.stages();
    let (Known(decided), Known(appointed)) = (decision.begun, appointment.begun) else {
        return None;
    };
    let (decided, appointed) = (day(decided), day(appointed));
    if decided >= appointed || decided < q.measures_from || q.policy.get("holidays").is_some() {
        return None;
    }
    // The contract does not say whose day decides on a parameter that changes meanwhile.
    let number = |on| q.number("public_notice_working_days", on, 5);
    let counts_first = |on| match q.parameter("public_notice_counts_first_day", on) {
        Known(it) => it.as_bool(),
        Absent => None,
        Unknown => Some(true),
    };
    let needed = number(decided)?;
    if needed == 0 || number(appointed) != Some(needed) {
        return None;
    }
    let notice = match said(q.promotion, "notice") {
        Known(it) => it,
        Absent => return Some(Violated),
        Unknown => return None,
    };
    let from = text(notice, "from");
    if from > appointed {
        return Some(Violated);
    }
    if from < q.measures_from {
        return None;
    }
    let until = match said(notice, "until") {
        Known(it) => it.as_str().unwrap(),
        Absent => return Some(Violated),
        Unknown => return None,
    };
    if until < from {
        return None;
    }
    if until >= appointed || until < decided {
        return Some(Violated);
    }
    let skipped = match (counts_first(decided)?, counts_first(appointed)?) {
        (true, true) => false,
        (false, false) => true,
        _ => return None,
    };
    let region = match text(&q.dossier["unit"], "region") {
        "guangxi" => Region::Guangxi,
        _ => Region::National,
    };
    // What lies before the decision is no notice of it.
    let first = if skipped && from >= decided { next_day(from) } else { from.max(decided).into() };
    let (least, most) = working_days(region, &first, until)?;
    if most < needed {
        Some(Violated)
    } else {
        (least >= needed && from > decided).then_some(Compliant)
    }
}

type Claims = BTreeMap<(&'static str, String), Outcome>;

/// What is surely so, by code and address.
fn claims(case: &Case) -> Claims {
    let as_of = case.as_of.to_string();
    let mut claims = Claims::new();
    for (n, promotion) in list(&case.dossier, "promotions").iter().enumerate() {
        let measures_from = text(&case.policy, "measures_from");
        let q = Question {
            promotion,
            dossier: &case.dossier,
            policy: &case.policy,
            as_of: &as_of,
            measures_from: if measures_from.is_empty() { "2023-01-01" } else { measures_from },
        };
        let all = [
            ("PRM005", started_at_motion(&q)),
            ("PRM006", done_before_decision(&q)),
            ("PRM009", checks_for_this_round(&q)),
            ("PRM012", years_in_post(&q)),
            ("PRM018", public_notice(&q)),
            ("PRM022", stage_order(&q)),
        ];
        for (code, claim) in all {
            claims.extend(claim.map(|it| ((code, format!("/promotions/{n}")), it)));
        }
    }
    claims
}

fn differing(case: &Case, claims: &Claims) -> Vec<String> {
    let mut report = Report::with_trace();
    let rules = RuleSet::stable();
    rules.evaluate_into(&case.dossier(), &case.policy(), case.as_of, &mut report);
    let found = outcomes(&report);
    let mut differing = Vec::new();
    for ((code, at), claimed) in claims {
        let found = found.get(&((*code).to_owned(), at.clone()));
        if found != Some(claimed) {
            differing.push(format!("{code} claimed {claimed} found {found:?} at {at}"));
        }
    }
    differing
}

fn judge(case: &Case, claimed: &mut dyn FnMut((&'static str, Outcome))) -> Vec<String> {
    let claims = claims(case);
    for ((code, _), outcome) in &claims {
        claimed((code, *outcome));
    }
    differing(case, &claims)
}

#[test]
fn the_crate_agrees_with_a_naive_reading() {
    let named = ["PRM005", "PRM006", "PRM018", "PRM022"].map(|code| (code, Violated));
    hold(&Cases, 32, &named, judge);
}

#[test]
fn it_agrees_on_promotions_that_mostly_go_their_way() {
    let both = ["PRM005", "PRM006", "PRM012", "PRM018", "PRM022"];
    let mut named = vec![("PRM009", Violated)];
    for code in both {
        named.extend([(code, Compliant), (code, Violated)]);
    }
    hold(&Orderly, 32, &named, judge);
}

/// Random cases of one promotion that mostly takes its steps in order, near the limits; chance alone hardly ever does.
#[derive(Debug)]
struct Orderly;

impl Strategy for Orderly {
    type Tree = Shrinking;
    type Value = Case;

    fn new_tree(&self, runner: &mut TestRunner) -> NewTree<Self> {
        Ok(Shrinking::of(orderly(runner.rng().next_u64())))
    }
}

struct Dice(u64);

impl Roll for Dice {
    const ONE_IN: u64 = 60;

    fn state(&mut self) -> &mut u64 {
        &mut self.0
    }
}

impl Dice {
    fn some_days(&mut self, n: u64) -> Days {
        Days::new(self.below(n))
    }

    /// Mostly a later day, sometimes the same, rarely an earlier one.
    fn after(&mut self, day: NaiveDate) -> NaiveDate {
        match self.below(40) {
            0 => day - Days::new(1) - self.some_days(4),
            1..=3 => day,
            _ => day + Days::new(1) + self.some_days(4),
        }
    }

    fn moment(&mut self, day: NaiveDate) -> Value {
        let time = self.pick(&["", "", "T08:30", "T14:00:30"]);
        json!(format!("{day}{time}"))
    }

    /// One of the four checks, begun and ended about when it should.
    fn check(&mut self, motion: NaiveDate, recommended: NaiveDate, decided: NaiveDate) -> Value {
        let begun = match self.below(30) {
            0 => motion - Days::new(1) - self.some_days(3),
            1 => recommended + Days::new(1) + self.some_days(3),
            _ => motion + self.some_days(between(motion, recommended) + 1),
        };
        let ended = match self.below(20) {
            0 => decided + Days::new(1) + self.some_days(3),
            _ => begun + self.some_days(between(begun, decided) + 1),
        };
        let mut check = json!({ "result": "clear", "signed": true });
        let (begun, ended) = (self.moment(begun), self.moment(ended.max(begun)));
        self.put(&mut check, "started_on", begun);
        self.put(&mut check, "finished_on", ended);
        if self.chance(5) {
            check["of"] = json!(self.pick(&["p0", "p1"]));
        }
        if self.chance(8) {
            check["round"] = json!(self.pick(&["甲", "乙"]));
        }
        check
    }

    /// Posts of one rank from about so many years before a day on, after one of the rank below.
    fn posts(&mut self, rank: usize, decided: NaiveDate, years: u64) -> Value {
        let start = decided - Months::new(u32::try_from(12 * years).unwrap());
        let start = match self.below(8) {
            0..=2 => start,
            3 => start + Days::new(1),
            4 => start - Days::new(1),
            5 => start + self.some_days(200),
            _ => start - self.some_days(400),
        };
        let first = if self.chance(40) { start + self.some_days(20) } else { start };
        let second = first + Days::new(1) + self.some_days(between(first, decided));
        let gap = if self.chance(10) { self.some_days(5) } else { Days::new(0) };
        let last = (second - Days::new(1) - gap).max(first);
        let before = start - Days::new(1);
        let lower = json!({
            "title": "科长", "rank": RANKS[rank - 1], "counted_from": null,
            "from": (before - Days::new(900)).to_string(), "until": before.to_string(),
        });
        let mut earlier =
            json!({ "title": "副处长", "from": first.to_string(), "until": last.to_string() });
        let counted = if first == start { Value::Null } else { json!(start.to_string()) };
        self.put(&mut earlier, "counted_from", counted);
        self.put(&mut earlier, "rank", json!(RANKS[rank]));
        let mut present = json!({ "title": "处长", "from": second.to_string() });
        self.put(&mut present, "counted_from", Value::Null);
        self.put(&mut present, "rank", json!(RANKS[rank]));
        if self.chance(30) {
            let until = (decided - Days::new(1) + self.some_days(20)).max(second);
            present["until"] = json!(until.to_string());
        }
        json!([present, lower, earlier])
    }

    fn qualifications(&mut self) -> Value {
        let mut file =
            json!({ "work_started_on": "2000-07-01", "grassroots_years": 6, "lower_posts": 3 });
        let education = if self.chance(95) { "bachelor" } else { "below_college" };
        self.put(&mut file, "education", json!(education));
        if self.chance(5) {
            file["grassroots_years"] = json!(1);
        }
        file
    }

    /// Sometimes a value of the policy's own, sometimes another from a day on.
    fn set(&mut self, parameters: &mut Value, name: &str, values: &[Value], from: NaiveDate) {
        if !self.chance(30) {
            return;
        }
        let places = values.len() as u64;
        let mut value = || values[usize::try_from(self.below(places)).unwrap()].clone();
        let mut entries = vec![json!({ "value": value() })];
        let later = value();
        if self.chance(25) {
            let from = from - Days::new(5) + self.some_days(10);
            entries.push(json!({ "value": later, "from": from.to_string() }));
        }
        parameters[name] = Value::Array(entries);
    }
}

fn between(from: NaiveDate, until: NaiveDate) -> u64 {
    u64::try_from(until.signed_duration_since(from).num_days()).unwrap_or(0)
}

fn orderly(seed: u64) -> Case {
    let mut dice = Dice(seed);
    let motion = date!(2023, 1, 5) + dice.some_days(900);
    let recommended = dice.after(motion);
    let result = dice.after(recommended);
    let inspected = dice.after(result);
    let found = dice.after(inspected);
    let decided = dice.after(found);
    let noticed = dice.after(decided);
    let until = noticed + dice.some_days(13);
    let appointed = dice.after(until);

    let mut parameters = json!({});
    let years = [json!(1), json!(2), json!(3), json!(4), Value::Null];
    dice.set(&mut parameters, "years_deputy_to_full", &years, decided);
    dice.set(&mut parameters, "years_full_to_next_deputy", &years, decided);
    let numbers = [json!(3), json!(5), json!(7)];
    dice.set(&mut parameters, "public_notice_working_days", &numbers, decided);
    let ways = [json!(true), json!(false), Value::Null];
    dice.set(&mut parameters, "public_notice_counts_first_day", &ways, decided);
    let mut policy = json!({ "parameters": parameters });
    if dice.chance(4) {
        policy["measures_from"] = json!((motion + dice.some_days(30)).to_string());
    }

    let mut promotion = json!({ "id": "r", "candidate": "p0", "round": "甲" });
    let mut stages = vec![("motion", json!({ "opened_on": dice.moment(motion) }))];
    let mut recommendation = json!({ "started_on": dice.moment(recommended) });
    let result = dice.moment(result);
    dice.put(&mut recommendation, "finished_on", result);
    stages.push(("recommendation", recommendation));
    let mut inspection = json!({ "started_on": dice.moment(inspected) });
    let found = dice.moment(found);
    dice.put(&mut inspection, "finished_on", found);
    stages.push(("inspection", inspection));
    stages.push(("decision", json!({ "decided_on": dice.moment(decided) })));
    let mut notice = json!({ "from": noticed.to_string() });
    dice.put(&mut notice, "until", json!(until.to_string()));
    stages.push(("notice", notice));
    stages.push(("appointed_on", dice.moment(appointed)));
    let taken = if dice.chance(10) { dice.below(6) } else { 6 };
    for (n, (key, stage)) in (0..).zip(stages) {
        // A case that still runs.
        dice.put(&mut promotion, key, if n < taken { stage } else { Value::Null });
    }

    let mut checks = json!({});
    for name in CHECKS {
        let check = dice.check(motion, recommended, decided);
        dice.put(&mut checks, name, check);
    }
    dice.put(&mut promotion, "checks", checks);

    let rank = 2 + usize::try_from(dice.below(4)).unwrap();
    let (name, default) =
        if rank % 2 == 0 { ("years_full_to_next_deputy", 3) } else { ("years_deputy_to_full", 2) };
    let years = policy["parameters"][name][0]["value"].as_u64().unwrap_or(default);
    let posts = dice.posts(rank, decided, years);
    dice.put(&mut promotion, "current_rank", json!(RANKS[rank]));
    dice.put(&mut promotion, "target_rank", json!(RANKS[rank + 1]));
    let qualifications = dice.qualifications();
    dice.put(&mut promotion, "qualifications", qualifications);
    dice.put(&mut promotion, "exception", Value::Null);

    let dossier = json!({
        "unit": { "region": dice.pick(&["national", "guangxi"]) },
        "people": [{ "id": "p0", "posts": posts }, { "id": "p1" }],
        "promotions": [promotion],
    });
    let as_of = if dice.chance(90) { date!(2026, 6, 30) } else { motion + dice.some_days(60) };
    Case { poorer: dossier.clone(), dossier, policy, as_of, seed }
}

fn outcome(code: &str, dossier: Value, as_of: NaiveDate) -> Outcome {
    let case = Case { poorer: dossier.clone(), dossier, policy: json!({}), as_of, seed: 0 };
    let mut report = Report::with_trace();
    RuleSet::stable().evaluate_into(&case.dossier(), &case.policy(), as_of, &mut report);
    outcomes(&report)[&(code.to_owned(), "/promotions/0".to_owned())]
}

/// A notice put up the day after the decision.
fn notice(region: &str, from: NaiveDate, until: NaiveDate) -> Outcome {
    let (decided, appointed) = (from - Days::new(1), until + Days::new(1));
    let dossier = json!({
        "unit": { "region": region },
        "people": [{ "id": "p" }],
        "promotions": [{
            "id": "r", "candidate": "p",
            "decision": { "decided_on": decided.to_string() },
            "notice": { "from": from.to_string(), "until": until.to_string(), "objections": null },
            "appointed_on": appointed.to_string(),
        }],
    });
    outcome("PRM018", dossier, date!(2026, 6, 30))
}

/// The vectors below table T14.
#[test]
fn the_fifth_working_day() {
    for (region, name, from, fifth) in [
        (Region::National, "national", date!(2023, 4, 20), date!(2023, 4, 25)),
        (Region::Guangxi, "guangxi", date!(2023, 4, 20), date!(2023, 4, 27)),
        (Region::National, "national", date!(2026, 2, 13), date!(2026, 2, 26)),
    ] {
        let eve = fifth - Days::new(1);
        let count = |until: NaiveDate| working_days(region, &from.to_string(), &until.to_string());
        assert_eq!((count(eve), count(fifth)), (Some((4, 4)), Some((5, 5))), "{name} {from}");
        assert_eq!(notice(name, from, fifth), Compliant, "{name} {from} to {fifth}");
        assert_eq!(notice(name, from, eve), Violated, "{name} {from} to {eve}");
    }
}

/// A full post of the level below since a day, a deputy post of 县处级 decided on another.
fn promoted(counted_from: NaiveDate, decided: NaiveDate) -> Outcome {
    let dossier = json!({
        "people": [{ "id": "p", "posts": [{
            "title": "科长", "from": counted_from.to_string(), "rank": "section", "counted_from": null,
        }] }],
        "promotions": [{
            "id": "r", "candidate": "p", "current_rank": "section", "target_rank": "deputy_division",
            "decision": { "decided_on": decided.to_string() },
            "qualifications": {
                "work_started_on": "2000-07-01", "grassroots_years": 6, "lower_posts": 3,
                "education": "bachelor",
            },
            "exception": null,
        }],
    });
    outcome("PRM012", dossier, date!(2026, 6, 30))
}

/// Trap 20: anniversaries, not blocks of 365 days; a leap day's is the end of the month.
#[test]
fn three_years_in_post() {
    for (from, full) in [
        (date!(2021, 3, 20), date!(2024, 3, 20)),
        (date!(2020, 2, 29), date!(2023, 2, 28)),
        (date!(2020, 3, 1), date!(2023, 3, 1)),
    ] {
        assert_eq!(promoted(from, full), Compliant, "{from} to {full}");
        let eve = full - Days::new(1);
        assert_eq!(promoted(from, eve), Violated, "{from} to {eve}");
    }
}
