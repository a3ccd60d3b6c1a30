//! Makes up rows for `screen`: `cargo run --release --example generate_rows -- --help`

use std::{
    io::{self, BufWriter, Write},
    process::ExitCode,
};

use oversight::{
    facts::{Behaviour, Fact, Holding, Office, Rank, Relation},
    law::codes::{DivisionCode, IndustryCode},
    screen::ScreeningRow,
    time::NaiveDate,
};

const HELP: &str = "\
Makes up rows for screening: one JSON object a line on standard output. The same seed makes the same bytes.

Usage: generate_rows [OPTION]...

  --rows N    how many rows; 1000000 where left out
  --seed N    the seed; 1 where left out
  -h, --help  this text

No row is about anybody. Codes are well formed, but may name no place and no industry that there is. Against the sample
list in examples/bans most rows are clean, a few in a hundred meet a ban, and a few lack a fact that would tell.

Exit codes: 0 written, 2 not.";

struct Options {
    rows: u64,
    seed: u64,
}

fn main() -> ExitCode {
    let options = match parse(std::env::args().skip(1)) {
        Ok(Some(options)) => options,
        Ok(None) => {
            println!("{HELP}");
            return ExitCode::SUCCESS;
        }
        Err(words) => {
            eprintln!("generate_rows: {words}; see --help");
            return ExitCode::from(2);
        }
    };
    match write(&options, io::stdout().lock()) {
        // Whoever reads has seen enough.
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            eprintln!("generate_rows: {error}");
            ExitCode::from(2)
        }
        _ => ExitCode::SUCCESS,
    }
}

fn parse(mut arguments: impl Iterator<Item = String>) -> Result<Option<Options>, String> {
    let mut options = Options { rows: 1_000_000, seed: 1 };
    while let Some(argument) = arguments.next() {
        let mut number = |name: &str| {
            let text = arguments.next().ok_or(format!("{name} needs a value"))?;
            text.parse().map_err(|_| format!("{name}: a whole number, not {text}"))
        };
        match argument.as_str() {
            "-h" | "--help" => return Ok(None),
            "--rows" => options.rows = number("--rows")?,
            "--seed" => options.seed = number("--seed")?,
            other => return Err(format!("unknown option {other}")),
        }
    }
    Ok(Some(options))
}

fn write(options: &Options, output: impl Write) -> io::Result<()> {
    let mut output = BufWriter::with_capacity(1 << 16, output);
    let mut chance = Chance(options.seed);
    for n in 1..=options.rows {
        let mut row = chance.row().ok_or_else(|| io::Error::other("no such day"))?;
        row.id = Some(format!("row-{n:07}"));
        serde_json::to_writer(&mut output, &row)?;
        output.write_all(b"\n")?;
    }
    output.flush()
}

const RELATIONS: &[(u32, Relation)] = &[
    (35, Relation::Spouse),
    (30, Relation::Child),
    (14, Relation::ChildSpouse),
    (9, Relation::Parent),
    (9, Relation::Sibling),
    (3, Relation::ChildSpouseParent),
];

const RANKS: &[(u32, Rank)] = &[
    (400, Rank::Staff),
    (230, Rank::DeputySection),
    (180, Rank::Section),
    (100, Rank::DeputyDivision),
    (60, Rank::Division),
    (20, Rank::DeputyBureau),
    (8, Rank::Bureau),
    (2, Rank::DeputyMinister),
];

const OFFICES: &[(u32, Office)] = &[
    (1, Office::ChiefProcurator),
    (3, Office::DeputyChiefProcurator),
    (6, Office::CommitteeMember),
    (45, Office::Procurator),
    (5, Office::OtherLeader),
    (40, Office::Other),
];

const BEHAVIOURS: &[(u32, Behaviour)] = &[
    (250, Behaviour::Employment),
    (180, Behaviour::ListedShares),
    (180, Behaviour::IndividualBusiness),
    (150, Behaviour::UnlistedInvestment),
    (80, Behaviour::SeniorPostPrivate),
    (50, Behaviour::SoleProprietorship),
    (40, Behaviour::Partnership),
    (15, Behaviour::FarmersCooperative),
    (12, Behaviour::PrivateEquity),
    (8, Behaviour::LawFirmPartner),
    (7, Behaviour::PaidLegalService),
    (5, Behaviour::SeniorPostForeign),
    (23, Behaviour::OtherBusiness),
];

/// Classes (大类) of GB/T 4754-2017.
const CLASSES: &[(u32, u64)] = &[
    (150, 51),
    (200, 52),
    (80, 62),
    (70, 72),
    (60, 73),
    (50, 65),
    (50, 13),
    (40, 26),
    (40, 50),
    (40, 47),
    (40, 54),
    (30, 1),
    (30, 80),
    (30, 70),
    (30, 83),
    (20, 34),
    (15, 90),
    (25, 66),
];

const PROVINCES: &[(u32, u64)] =
    &[(30, 45), (10, 44), (10, 43), (8, 31), (8, 11), (8, 33), (8, 51), (8, 37), (5, 52), (5, 61)];

/// A splitmix64 generator: small, and the same on every machine.
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number from `low` to `high`, both included.
    fn between(&mut self, low: u64, high: u64) -> u64 {
        low + self.next() % (high - low + 1)
    }

    /// Whether something happens that happens so many times in a thousand.
    fn permille(&mut self, times: u64) -> bool {
        self.between(1, 1000) <= times
    }

    /// One of a list by its weights.
    fn of<T: Copy>(&mut self, list: &[(u32, T)]) -> Option<T> {
        let all: u64 = list.iter().map(|it| u64::from(it.0)).sum();
        let mut left = self.between(1, all);
        for (weight, it) in list {
            match left.checked_sub(u64::from(*weight)) {
                None | Some(0) => return Some(*it),
                Some(rest) => left = rest,
            }
        }
        None
    }

    /// A fact that nobody has said in a few rows of a thousand.
    fn known<T>(&mut self, unknown: u64, fact: impl Into<Fact<T>>) -> Fact<T> {
        if self.permille(unknown) { Fact::Unknown } else { fact.into() }
    }

    fn county(&mut self) -> Option<String> {
        let province = self.of(PROVINCES)?;
        let city = if matches!(province, 11 | 31) { 1 } else { self.between(1, 9) };
        Some(format!("{province}{city:02}{:02}", self.between(2, 12)))
    }

    fn industry(&mut self) -> Option<IndustryCode> {
        let class = self.of(CLASSES)?;
        let full = format!("{class:02}{}{}", self.between(1, 9), self.between(1, 9));
        // Some are recorded coarsely.
        let length = match self.between(1, 1000) {
            1..=10 => 2,
            11..=40 => 3,
            _ => 4,
        };
        IndustryCode::new(full.get(..length)?)
    }

    /// The area of the holder's post, and a place of business, often in it.
    fn area_and_place(&mut self) -> Option<(DivisionCode, DivisionCode)> {
        let home = self.county()?;
        let away = self.county()?;
        let near = format!("{}{:02}", home.get(..4)?, self.between(2, 12));
        let place = match self.between(1, 100) {
            1..=45 => &home,
            46..=70 => &near,
            _ => &away,
        };
        let coarse = if self.permille(15) { 4 } else { 6 };
        let level = match self.between(1, 100) {
            1..=78 => 6,
            79..=96 => 4,
            _ => 2,
        };
        let area = DivisionCode::new(home.get(..level)?)?;
        Some((area, DivisionCode::new(place.get(..coarse)?)?))
    }

    /// A row without an id.
    fn row(&mut self) -> Option<ScreeningRow> {
        let year = 2023 + i32::from(self.permille(500));
        let ordinal = u32::try_from(self.between(1, 365)).ok()?;
        let mut row = ScreeningRow::new(NaiveDate::from_yo_opt(year, ordinal)?);
        let (area, place) = self.area_and_place()?;
        row.relation = self.of(RELATIONS)?.into();
        let (rank, office) = (self.of(RANKS)?, self.of(OFFICES)?);
        row.rank = self.known(5, rank);
        row.office = self.known(5, office);
        row.areas = self.known(5, vec![area]);
        if area.to_string().starts_with("31") {
            row.tags.push("上海".into());
        }
        let behaviour = self.of(BEHAVIOURS)?;
        row.behaviour = self.known(8, behaviour);
        if self.permille(4) {
            row.held = Holding::NomineeSuspected;
        }
        let mut industries = vec![self.industry()?];
        if self.permille(80) {
            industries.push(self.industry()?);
        }
        let industries = if self.permille(10) { Fact::Absent } else { Fact::Known(industries) };
        row.industries = self.known(10, industries);
        let places = if self.permille(5) { Fact::Absent } else { Fact::Known(vec![place]) };
        row.places = self.known(8, places);
        let deals = self.permille(30);
        row.deals_with_institution = self.known(12, deals);
        Some(row)
    }
}
