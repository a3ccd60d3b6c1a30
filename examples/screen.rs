//! Screens rows against a list of bans, as a filter: `cargo run --release --example screen -- --help`

use std::{
    fs,
    io::{self, BufRead as _, BufReader, BufWriter, Write},
    path::{Path, PathBuf},
    process::ExitCode,
    time::Instant,
};

use oversight::{
    outcome::Outcome,
    policy::Policy,
    screen::{Screen, ScreeningRow},
};
use serde_json::{Value, json};

const HELP: &str = "\
Screens rows against a list of bans: one JSON object a line in, one a line out, in the same order.

Usage: screen [OPTION]... [FILE]

  FILE               rows; standard input where left out or -
  --policy FILE      a policy file with `bans`; the sample list in examples/bans where left out
  --without REGIME   leave out the bans of a regime; may be given again
  --quiet            no progress and no totals on standard error
  -h, --help         this text

A row that cannot be read becomes a line that says why: {\"id\": …, \"line\": …, \"error\": …}; the stream goes on.
Every other line is {\"id\": …, \"outcome\": …, \"bans\": [{\"id\": …, \"regime\": …}], \"missing\": [key, …]}.

Exit codes: 0 every row was read, 1 some could not be, 2 no rows or no policy to work with.";

struct Options {
    rows: Option<PathBuf>,
    policy: PathBuf,
    without: Vec<String>,
    quiet: bool,
}

fn main() -> ExitCode {
    let options = match parse(std::env::args().skip(1)) {
        Ok(Some(options)) => options,
        Ok(None) => {
            println!("{HELP}");
            return ExitCode::SUCCESS;
        }
        Err(words) => {
            eprintln!("screen: {words}; see --help");
            return ExitCode::from(2);
        }
    };
    match run(&options) {
        Ok(0) => ExitCode::SUCCESS,
        Ok(_) => ExitCode::FAILURE,
        Err(words) => {
            eprintln!("screen: {words}");
            ExitCode::from(2)
        }
    }
}

fn parse(mut arguments: impl Iterator<Item = String>) -> Result<Option<Options>, String> {
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/bans/sample.json");
    let mut options = Options { rows: None, policy: sample, without: Vec::new(), quiet: false };
    while let Some(argument) = arguments.next() {
        let mut value = |name: &str| arguments.next().ok_or(format!("{name} needs a value"));
        match argument.as_str() {
            "-h" | "--help" => return Ok(None),
            "--policy" => options.policy = value("--policy")?.into(),
            "--without" => options.without.push(value("--without")?),
            "--quiet" => options.quiet = true,
            "-" => options.rows = None,
            other if other.starts_with("--") => return Err(format!("unknown option {other}")),
            other if options.rows.is_none() => options.rows = Some(other.into()),
            other => return Err(format!("one file of rows, not also {other}")),
        }
    }
    Ok(Some(options))
}

/// How many rows could not be read.
fn run(options: &Options) -> Result<u64, String> {
    let name = options.policy.display();
    let text = fs::read_to_string(&options.policy).map_err(|error| format!("{name}: {error}"))?;
    let policy = Policy::from_json(&text).map_err(|error| format!("{name}: {error}"))?;
    if policy.bans().is_none() {
        return Err(format!("{name} holds no bans"));
    }
    let screen = options
        .without
        .iter()
        .fold(Screen::new(&policy), |screen, regime| screen.without_regime(regime));
    let input: Box<dyn io::Read> = match &options.rows {
        Some(file) => {
            Box::new(fs::File::open(file).map_err(|error| format!("{}: {error}", file.display()))?)
        }
        None => Box::new(io::stdin()),
    };
    let totals = filter(&screen, input, io::stdout().lock(), options.quiet);
    let totals = match totals {
        // Whoever reads has seen enough.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => return Ok(0),
        totals => totals.map_err(|error| error.to_string())?,
    };
    if !options.quiet {
        eprintln!("{totals}");
    }
    Ok(totals.unread)
}

/// What went through.
#[derive(Default)]
struct Totals {
    rows: u64,
    violated: u64,
    undetermined: u64,
    unread: u64,
    seconds: f64,
}

impl std::fmt::Display for Totals {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        #[expect(clippy::cast_precision_loss, reason = "a rate for people")]
        let rate = self.rows as f64 / self.seconds.max(1e-9);
        write!(
            f,
            "{} rows: {} violated, {} undetermined, {} unreadable; {rate:.0} rows a second",
            self.rows, self.violated, self.undetermined, self.unread
        )
    }
}

fn filter(
    screen: &Screen,
    input: impl io::Read,
    output: impl Write,
    quiet: bool,
) -> io::Result<Totals> {
    let start = Instant::now();
    let mut input = BufReader::with_capacity(1 << 16, input);
    let mut output = BufWriter::with_capacity(1 << 16, output);
    let mut totals = Totals::default();
    let mut line = Vec::new();
    loop {
        line.clear();
        if input.read_until(b'\n', &mut line)? == 0 {
            break;
        }
        totals.rows += 1;
        answer(screen, &line, &mut totals, &mut output)?;
        // Whoever feeds block by block waits for the answers to a block.
        if input.buffer().is_empty() {
            output.flush()?;
        }
        if !quiet && totals.rows % 1_000_000 == 0 {
            eprintln!("{} rows", totals.rows);
        }
    }
    output.flush()?;
    totals.seconds = start.elapsed().as_secs_f64();
    Ok(totals)
}

/// One line out for one line in.
fn answer(
    screen: &Screen,
    line: &[u8],
    totals: &mut Totals,
    output: &mut impl Write,
) -> io::Result<()> {
    let row = match serde_json::from_slice::<ScreeningRow>(line) {
        Ok(row) => row,
        Err(error) => {
            totals.unread += 1;
            let id = serde_json::from_slice::<Value>(line).ok();
            let id = id.and_then(|it| it.get("id").cloned()).unwrap_or(Value::Null);
            let words = json!({ "id": id, "line": totals.rows, "error": error.to_string() });
            return writeln!(output, "{words}");
        }
    };
    let screened = screen.screen(&row);
    match screened.outcome {
        Outcome::Violated => totals.violated += 1,
        Outcome::Undetermined => totals.undetermined += 1,
        _ => {}
    }
    write!(output, "{{\"id\":")?;
    serde_json::to_writer(&mut *output, &row.id)?;
    write!(output, ",")?;
    // The answer's own object, without its opening brace.
    let rest = serde_json::to_string(&screened)?;
    writeln!(output, "{}", rest.trim_start_matches('{'))
}
