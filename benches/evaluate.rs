//! How fast a run is, and how much it allocates: `cargo bench`
//!
//! - `family`: the whole MTG family on one meeting of nine members and three items, kept and broken, into a report that
//!   is used again.
//! - `from_bytes`: JSON to typed records by bare `serde_json`, beside the door that also checks and indexes them, beside
//!   the same with a run of every rule.
//! - `linear`: every rule over 100, 1 000 and 10 000 meetings.
//! - `floor`: quorum, speaking order and majority, by the crate and written by hand for just these records.
#![allow(missing_docs, clippy::unwrap_used, clippy::indexing_slicing)]

use std::fmt::Write as _;

use divan::{AllocProfiler, Bencher, black_box, counter::ItemsCount};
use oversight::{
    Report, RuleSet,
    dossier::Dossier,
    facts::{Choice, Records, StatementKind},
    policy::Policy,
    time::{NaiveDate, date},
};

#[global_allocator]
static ALLOCATIONS: AllocProfiler = AllocProfiler::system();

const AS_OF: NaiveDate = date!(2024, 12, 31);
const MEMBERS: usize = 9;
const ITEMS: usize = 3;

fn main() {
    divan::main();
}

/// Meetings that keep every rule, or break those on agenda, order, majority, tally, dissent and follow-up.
fn json(meetings: usize, kept: bool) -> String {
    let mut text = String::from(r#"{"people":["#);
    for n in 0..MEMBERS {
        let role = if n == 0 { r#","role":"principal""# } else { "" };
        let comma = if n == 0 { "" } else { "," };
        write!(
            text,
            r#"{comma}{{"id":"p{n}","memberships":[{{"body":"party_group","from":"2021-01-01"{role}}}]}}"#
        )
        .unwrap();
    }
    text.push_str(r#"],"kinship":[],"matters":[{"id":"plan","category":"decision"}],"meetings":["#);
    let everyone: Vec<String> = (0..MEMBERS).map(|n| format!(r#""p{n}""#)).collect();
    for m in 0..meetings {
        if m > 0 {
            text.push(',');
        }
        write!(
            text,
            r#"{{"id":"m{m}","kind":"party_group","held_on":"2024-05-06","presider":"p0","agenda_circulated_on":"2024-04-30","minutes":{{"signed_on":"2024-05-07","archived_on":"2024-05-08"}},"items":["#
        )
        .unwrap();
        for i in 0..ITEMS {
            if i > 0 {
                text.push(',');
            }
            item(&mut text, m, i, &everyone, kept);
        }
        text.push_str("]}");
    }
    text.push_str("]}");
    text
}

fn item(text: &mut String, m: usize, i: usize, everyone: &[String], kept: bool) {
    // The principal last, or first.
    let order: Vec<usize> =
        if kept { (1..MEMBERS).chain([0]).collect() } else { (0..MEMBERS).collect() };
    let against = if kept { 1 } else { 5 };
    let choice = |n: usize| if n > 0 && n <= against { "oppose" } else { "approve" };
    let statements: Vec<String> = order
        .iter()
        .map(|n| format!(r#"{{"by":"p{n}","kind":"view","stance":"{}"}}"#, choice(*n)))
        .collect();
    let ballots: Vec<String> =
        (0..MEMBERS).map(|n| format!(r#"{{"by":"p{n}","choice":"{}"}}"#, choice(n))).collect();
    let dissents = if kept { r#"[{"by":"p1","content":"risk"}]"# } else { "null" };
    let approve = if kept { MEMBERS - against } else { MEMBERS };
    let oppose = MEMBERS - approve;
    write!(
        text,
        r#"{{"id":"i{m}.{i}","matter":"plan","present":[{}],"concerns":null,"on_agenda":{kept},"consulted":null,"deliberated_on":"2024-05-02","statements":[{}],"vote":{{"method":"show_of_hands","ballots":[{}],"tally":{{"approve":{approve},"oppose":{oppose}}}}},"result":"adopted","dissents":{dissents},"legality_review":"passed","forbidden_by":null,"follow_up":{},"departures":null}}"#,
        everyone.join(","),
        statements.join(","),
        ballots.join(","),
        if kept { r#"{"owner":"p1","due_on":"2024-06-30","done_on":"2024-06-20"}"# } else { "null" },
    )
    .unwrap();
}

fn policy() -> Policy {
    Policy::from_json(
        r#"{"parameters":{"consult_decision":[{"value":[]}],"minutes_archive_limit":[{"value":{"working_days":10}}],
            "deferred_item_limit":[{"value":{"months":3}}]}}"#,
    )
    .unwrap()
}

/// The rules of the Party group alone.
fn family() -> RuleSet {
    RuleSet::stable()
        .norms()
        .filter(|norm| norm.code.family() == "MTG")
        .fold(RuleSet::none(), |set, norm| set.and(norm.code.as_str()).unwrap())
}

#[divan::bench(args = [true, false])]
fn family_on_one_meeting(bencher: Bencher<'_, '_>, kept: bool) {
    let (rules, policy) = (family(), policy());
    let dossier = Dossier::from_json(&json(1, kept)).unwrap();
    let mut report = Report::new();
    rules.evaluate_into(&dossier, &policy, AS_OF, &mut report);
    assert_eq!(report.violations().len() == 0 && report.undetermined().is_empty(), kept);
    bencher.counter(ItemsCount::new(ITEMS)).bench_local(|| {
        rules.evaluate_into(black_box(&dossier), &policy, AS_OF, &mut report);
    });
}

mod from_bytes {
    use super::{
        AS_OF, Bencher, Dossier, ITEMS, ItemsCount, Records, Report, RuleSet, black_box, json,
        policy,
    };

    const MEETINGS: [usize; 2] = [1, 100];

    #[divan::bench(args = MEETINGS)]
    fn a_bare_serde_json(bencher: Bencher<'_, '_>, meetings: usize) {
        let text = json(meetings, true);
        bencher
            .counter(ItemsCount::new(meetings * ITEMS))
            .bench_local(|| serde_json::from_str::<Records>(black_box(&text)).unwrap());
    }

    #[divan::bench(args = MEETINGS)]
    fn b_checked_and_indexed(bencher: Bencher<'_, '_>, meetings: usize) {
        let text = json(meetings, true);
        bencher
            .counter(ItemsCount::new(meetings * ITEMS))
            .bench_local(|| Dossier::from_json(black_box(&text)).unwrap());
    }

    #[divan::bench(args = MEETINGS)]
    fn c_and_every_rule_run(bencher: Bencher<'_, '_>, meetings: usize) {
        let (rules, policy, text) = (RuleSet::stable(), policy(), json(meetings, true));
        let mut report = Report::new();
        bencher.counter(ItemsCount::new(meetings * ITEMS)).bench_local(|| {
            let dossier = Dossier::from_json(black_box(&text)).unwrap();
            rules.evaluate_into(&dossier, &policy, AS_OF, &mut report);
            dossier
        });
    }
}

#[divan::bench(args = [100, 1_000, 10_000])]
fn linear(bencher: Bencher<'_, '_>, meetings: usize) {
    let (rules, policy) = (RuleSet::stable(), policy());
    let dossier = Dossier::from_json(&json(meetings, true)).unwrap();
    let mut report = Report::new();
    rules.evaluate_into(&dossier, &policy, AS_OF, &mut report);
    bencher.counter(ItemsCount::new(meetings * ITEMS)).bench_local(|| {
        rules.evaluate_into(black_box(&dossier), &policy, AS_OF, &mut report);
    });
}

mod floor {
    use super::{
        AS_OF, Bencher, Choice, Dossier, ITEMS, ItemsCount, Records, Report, RuleSet,
        StatementKind, black_box, json, policy,
    };

    const THREE: [&str; 3] = ["MTG006", "MTG009", "MTG012"];

    #[divan::bench]
    fn a_by_the_crate(bencher: Bencher<'_, '_>) {
        let rules = THREE.into_iter().fold(RuleSet::none(), |set, code| set.and(code).unwrap());
        let policy = policy();
        let dossier = Dossier::from_json(&json(1, true)).unwrap();
        let mut report = Report::new();
        bencher.counter(ItemsCount::new(ITEMS)).bench_local(|| {
            rules.evaluate_into(black_box(&dossier), &policy, AS_OF, &mut report);
        });
    }

    /// What a programmer would write for these very records: everyone a member, nobody recused, no unknown facts.
    #[divan::bench]
    fn b_by_hand(bencher: Bencher<'_, '_>) {
        let records = serde_json::from_str::<Records>(&json(1, true)).unwrap();
        bencher.counter(ItemsCount::new(ITEMS)).bench_local(|| {
            let records = black_box(&records);
            let members = records.people.len();
            let principal = &records.people[0].id;
            let mut broken = 0;
            for item in &records.meetings[0].items {
                let present = item.present.elements().len();
                broken += usize::from(2 * present < members);
                let mut views =
                    item.statements.elements().iter().filter(|it| it.kind == StatementKind::View);
                let last = views.next_back().is_some_and(|it| it.by == *principal);
                broken += usize::from(!last);
                let vote = item.vote.known().unwrap();
                let yes = vote.ballots.elements().iter().filter(|it| it.choice == Choice::Approve);
                broken += usize::from(2 * yes.count() <= members);
            }
            broken
        });
    }
}
