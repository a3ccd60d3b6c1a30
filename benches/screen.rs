//! How fast rows are screened, and how much that allocates: `cargo bench --bench screen`
//!
//! - `one_thread`: a clean row against 10, 100 and 1 000 bans by industry.
//! - `two_threads`: the same, the rows shared out between two threads.
//! - `hit`: a row that meets a ban.
#![allow(missing_docs, clippy::unwrap_used, clippy::indexing_slicing)]

use divan::{AllocProfiler, Bencher, black_box, counter::ItemsCount};
use oversight::{
    policy::Policy,
    screen::{Screen, ScreeningRow},
};
use serde_json::{Value, json};

#[global_allocator]
static ALLOCATIONS: AllocProfiler = AllocProfiler::system();

const ROWS: usize = 1_000;

fn main() {
    divan::main();
}

/// So many bans, each on one subclass of manufacturing, trade or services in the area of the post.
fn screen(bans: usize) -> Screen {
    let classes: Vec<u32> = (13..=43).chain(51..=52).chain(61..=75).collect();
    let bans: Vec<Value> = (0..bans)
        .map(|n| {
            let code = classes[n % classes.len()] * 100 + 10 + u32::try_from(n / classes.len()).unwrap() % 90;
            json!({ "id": format!("b{n}"), "regime": "r", "relations": ["spouse", "child", "child_spouse"],
                    "industries": [format!("{code}")], "area": "jurisdiction" })
        })
        .collect();
    Screen::new(&Policy::from_json(&json!({ "bans": bans }).to_string()).unwrap())
}

/// Rows of all kinds of industries, in another area than the holder's.
fn rows(area: &str) -> Vec<ScreeningRow> {
    let classes: Vec<u32> = (13..=43).chain(51..=52).chain(61..=75).collect();
    (0..ROWS)
        .map(|n| {
            let code = classes[n % classes.len()] * 100 + 11 + u32::try_from(n).unwrap() % 80;
            serde_json::from_value(json!({ "on": "2024-05-06", "relation": "spouse", "rank": "section",
                "office": "procurator", "areas": [area], "behaviour": "unlisted_investment",
                "industries": [format!("{code}")], "places": ["440305"], "deals_with_institution": false }))
            .unwrap()
        })
        .collect()
}

#[divan::bench(args = [10, 100, 1_000])]
fn one_thread(bencher: Bencher<'_, '_>, bans: usize) {
    let (screen, rows) = (screen(bans), rows("450103"));
    bencher.counter(ItemsCount::new(ROWS)).bench_local(|| {
        rows.iter().filter(|it| screen.screen(black_box(it)).bans.is_empty()).count()
    });
}

#[divan::bench(args = [10, 100, 1_000])]
fn two_threads(bencher: Bencher<'_, '_>, bans: usize) {
    let (screen, rows) = (screen(bans), rows("450103"));
    bencher.counter(ItemsCount::new(ROWS * 100)).bench_local(|| {
        std::thread::scope(|scope| {
            let work: Vec<_> = (0..2)
                .map(|_| {
                    scope.spawn(|| {
                        let mut clean = 0;
                        for _ in 0..50 {
                            let met =
                                |it: &&ScreeningRow| screen.screen(black_box(it)).bans.is_empty();
                            clean += rows.iter().filter(met).count();
                        }
                        clean
                    })
                })
                .collect();
            work.into_iter().map(|it| it.join().unwrap()).sum::<usize>()
        })
    });
}

#[divan::bench]
fn hit(bencher: Bencher<'_, '_>) {
    let (screen, rows) = (screen(1_000), rows("440305"));
    let row = rows.iter().find(|it| !screen.screen(it).bans.is_empty()).unwrap();
    bencher.counter(ItemsCount::new(1_usize)).bench_local(|| screen.screen(black_box(row)));
}
