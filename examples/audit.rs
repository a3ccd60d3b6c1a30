//! Audits dossiers: `cargo run --example audit -- --help`

use std::{
    fs,
    io::{self, IsTerminal as _, Read as _, Write as _},
    path::{Path, PathBuf},
    process::ExitCode,
    time::{SystemTime, UNIX_EPOCH},
};

use oversight::{
    Lang, Report, RuleSet, Style,
    dossier::Dossier,
    outcome::Severity,
    policy::Policy,
    time::{NaiveDate, date, parse_day},
};

const HELP: &str = "\
Audits dossiers of a public body against the rules.

Usage: audit [OPTION]... [PATH]...

A PATH is a dossier in JSON, a folder of dossiers, or - for standard input. In a folder every .json file is a
dossier but policy.json, which is its policy. Without a PATH the sample year in examples/data is audited.

  --as-of DAY        judge as of this day, YYYY-MM-DD; today where left out (the sample year: 2024-12-31)
  --policy FILE      the policy of the body; the crate's own defaults where left out
  --lang zh|en       language of the text; zh where left out
  --format text|json text for people, or one JSON object a line: {\"file\": …, \"report\": …}
  --fail-on LEVEL    exit with 1 on findings of this level or graver:
                     serious, ordinary, advisory (where left out), or undetermined
  --explain KEY      instead of the report, how one rule ended for one subject and what that rested on; the key is
                     that of a report, such as MTG006/item:m2024-03-i2
  --color WHEN       auto (where left out: only on a terminal), always, never
  -h, --help         this text

Exit codes: 0 kept, 1 findings at that level, 2 input unusable.";

/// What the caller asks for.
struct Options {
    paths: Vec<PathBuf>,
    as_of: Option<NaiveDate>,
    policy: Option<PathBuf>,
    lang: Lang,
    json: bool,
    fail_on: FailOn,
    colour: bool,
    explain: Option<String>,
}

#[derive(Clone, Copy, PartialEq)]
enum FailOn {
    Severity(Severity),
    Undetermined,
}

fn main() -> ExitCode {
    let options = match parse(std::env::args().skip(1)) {
        Ok(Some(options)) => options,
        Ok(None) => {
            println!("{HELP}");
            return ExitCode::SUCCESS;
        }
        Err(words) => {
            eprintln!("audit: {words}; see --help");
            return ExitCode::from(2);
        }
    };
    match run(&options) {
        Ok(false) => ExitCode::SUCCESS,
        Ok(true) => ExitCode::FAILURE,
        Err(words) => {
            eprintln!("audit: {words}");
            ExitCode::from(2)
        }
    }
}

fn parse(arguments: impl Iterator<Item = String>) -> Result<Option<Options>, String> {
    let mut options = Options {
        paths: Vec::new(),
        as_of: None,
        policy: None,
        lang: Lang::ZhCn,
        json: false,
        fail_on: FailOn::Severity(Severity::Advisory),
        colour: io::stdout().is_terminal(),
        explain: None,
    };
    let mut arguments = arguments.peekable();
    while let Some(argument) = arguments.next() {
        let (name, value) = match argument.split_once('=') {
            Some((name, value)) if name.starts_with("--") => {
                (name.to_owned(), Some(value.to_owned()))
            }
            _ => (argument, None),
        };
        let mut value = |name: &str| {
            value.clone().or_else(|| arguments.next()).ok_or(format!("{name} needs a value"))
        };
        match name.as_str() {
            "-h" | "--help" => return Ok(None),
            "--as-of" => {
                let text = value("--as-of")?;
                let day = parse_day(&text).ok_or(format!("--as-of: no such day {text}"))?;
                options.as_of = Some(day);
            }
            "--policy" => options.policy = Some(value("--policy")?.into()),
            "--lang" => {
                options.lang = match value("--lang")?.as_str() {
                    "zh" | "zh-CN" => Lang::ZhCn,
                    "en" => Lang::En,
                    other => return Err(format!("--lang: zh or en, not {other}")),
                };
            }
            "--format" => {
                options.json = match value("--format")?.as_str() {
                    "text" => false,
                    "json" => true,
                    other => return Err(format!("--format: text or json, not {other}")),
                };
            }
            "--explain" => options.explain = Some(value("--explain")?),
            "--fail-on" => {
                options.fail_on = match value("--fail-on")?.as_str() {
                    "serious" => FailOn::Severity(Severity::Serious),
                    "ordinary" => FailOn::Severity(Severity::Ordinary),
                    "advisory" => FailOn::Severity(Severity::Advisory),
                    "undetermined" => FailOn::Undetermined,
                    other => return Err(format!("--fail-on: no such level {other}")),
                };
            }
            "--color" => {
                options.colour = match value("--color")?.as_str() {
                    "auto" => io::stdout().is_terminal(),
                    "always" => true,
                    "never" => false,
                    other => return Err(format!("--color: auto, always or never, not {other}")),
                };
            }
            "-" => options.paths.push("-".into()),
            other if other.starts_with('-') => return Err(format!("unknown option {other}")),
            other => options.paths.push(other.into()),
        }
    }
    Ok(Some(options))
}

/// Audits every dossier; whether there were findings at the level asked for.
fn run(options: &Options) -> Result<bool, String> {
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/data");
    let (paths, as_of) = if options.paths.is_empty() {
        (vec![sample], options.as_of.unwrap_or(date!(2024, 12, 31)))
    } else {
        (options.paths.clone(), options.as_of.map_or_else(today, Ok)?)
    };
    let given = options.policy.as_deref().map(read_policy).transpose()?;
    let mut work: Vec<(PathBuf, Option<PathBuf>)> = Vec::new();
    for path in &paths {
        gather(path, &mut work)?;
    }
    let rules = RuleSet::stable();
    let mut report =
        if options.explain.is_some() { Report::with_evidence() } else { Report::new() };
    let mut explained = false;
    let mut unusable = Vec::new();
    let mut found = false;
    let mut policies: Vec<(PathBuf, Policy)> = Vec::new();
    for (n, (path, policy)) in work.iter().enumerate() {
        if work.len() > 1 {
            eprintln!("[{}/{}] {}", n + 1, work.len(), path.display());
        }
        let dossier = match read(path).and_then(|bytes| {
            Dossier::from_slice(&bytes).map_err(|error| format!("{}: {error}", path.display()))
        }) {
            Ok(dossier) => dossier,
            Err(words) => {
                // The others are still audited; the exit code tells that one was not.
                eprintln!("audit: {words}");
                unusable.push(path);
                continue;
            }
        };
        let default = Policy::default();
        let policy = match (&given, policy) {
            (Some(policy), _) => policy,
            (None, Some(file)) => {
                if policies.last().is_none_or(|it| it.0 != *file) {
                    policies.push((file.clone(), read_policy(file)?));
                }
                policies.last().map_or(&default, |it| &it.1)
            }
            (None, None) => &default,
        };
        rules.evaluate_into(&dossier, policy, as_of, &mut report);
        if let Some(key) = &options.explain {
            let code = key.split('/').next().unwrap_or(key);
            if let Some(told) = report.explain(code, key, options.lang) {
                explained = true;
                println!("{told}");
            }
            continue;
        }
        found |= fails(&report, options.fail_on);
        match print(options, path, &report, policy, work.len() > 1) {
            // Whoever reads has seen enough.
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => return Ok(found),
            printed => printed.map_err(|error| error.to_string())?,
        }
    }
    if work.is_empty() {
        return Err("no dossier found".into());
    }
    if let (Some(key), false) = (&options.explain, explained) {
        return Err(format!("--explain: no rule was asked about {key}; a report gives every key"));
    }
    if unusable.is_empty() {
        Ok(found)
    } else {
        Err(format!("{} of {} dossiers could not be used", unusable.len(), work.len()))
    }
}

/// Today in China, by the clock of this machine: the library itself reads none.
fn today() -> Result<NaiveDate, String> {
    let seconds =
        SystemTime::now().duration_since(UNIX_EPOCH).map_err(|error| error.to_string())?;
    let days = (seconds.as_secs() + 8 * 3600) / 86_400;
    date!(1970, 1, 1)
        .checked_add_days(chrono::Days::new(days))
        .ok_or_else(|| "the clock of this machine is off".into())
}

/// Dossiers below a path, each with the policy that lies beside it in a folder.
fn gather(path: &Path, work: &mut Vec<(PathBuf, Option<PathBuf>)>) -> Result<(), String> {
    if !path.is_dir() {
        work.push((path.to_owned(), None));
        return Ok(());
    }
    let entries = fs::read_dir(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let mut files: Vec<PathBuf> = entries.filter_map(|it| Some(it.ok()?.path())).collect();
    files.sort();
    let policy = files.iter().find(|it| it.ends_with("policy.json")).cloned();
    for file in files {
        if file.is_dir() {
            gather(&file, work)?;
        } else if file.extension().is_some_and(|it| it == "json") && Some(&file) != policy.as_ref()
        {
            work.push((file, policy.clone()));
        }
    }
    Ok(())
}

fn read(path: &Path) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    let read = if path == Path::new("-") {
        io::stdin().read_to_end(&mut bytes).map(|_| ())
    } else {
        fs::read(path).map(|it| bytes = it)
    };
    read.map(|()| bytes).map_err(|error| format!("{}: {error}", path.display()))
}

fn read_policy(path: &Path) -> Result<Policy, String> {
    let bytes = read(path)?;
    let text = String::from_utf8(bytes).map_err(|error| format!("{}: {error}", path.display()))?;
    Policy::from_json(&text).map_err(|error| format!("{}: {error}", path.display()))
}

fn fails(report: &Report, level: FailOn) -> bool {
    let least = match level {
        FailOn::Severity(severity) => severity,
        FailOn::Undetermined => Severity::Advisory,
    };
    report.gravest().is_some_and(|gravest| gravest >= least)
        || (level == FailOn::Undetermined && !report.undetermined().is_empty())
}

fn print(
    options: &Options,
    path: &Path,
    report: &Report,
    policy: &Policy,
    many: bool,
) -> io::Result<()> {
    let mut out = io::stdout().lock();
    if options.json {
        let line = serde_json::json!({ "file": path, "report": report });
        return writeln!(out, "{line}");
    }
    if many {
        writeln!(out, "==== {}", path.display())?;
    }
    let mut style = Style::plain(options.lang);
    style.colour = options.colour;
    writeln!(out, "{}", report.text(style, policy))
}
