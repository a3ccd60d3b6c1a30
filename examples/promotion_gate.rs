//! What stands between a promotion case and its next step: `cargo run --example promotion_gate -- --help`

use std::{fs, path::PathBuf, process::ExitCode};

use oversight::{
    Lang, Report, RuleSet,
    dossier::Dossier,
    facts::{Promotion, Step},
    policy::Policy,
    ruleset::Gate,
    time::{NaiveDate, date, parse_day},
};

const HELP: &str = "\
Tells, for promotion cases and a day, what stands between each and its next step.

Usage: promotion_gate [OPTION]... [CASE]...

A CASE is the identifier of a promotion in the dossier. Without one every case that is not closed by that day is told
in a line.

  --on DAY           the day, YYYY-MM-DD; 2024-12-31 where left out
  --step STEP        the step to ask for: motion, recommendation, inspection, decision, notice, appointment;
                     the next one where left out
  --dossier FILE     the dossier; the sample year in examples/data where left out
  --policy FILE      the policy; of the sample year where that is used, else the crate's own defaults
  --lang zh|en       language of the text; zh where left out
  -h, --help         this text

Exit codes: 0 every case asked for may take the step, 1 one may not or something is missing, 2 input unusable.";

struct Options {
    cases: Vec<String>,
    on: NaiveDate,
    step: Option<Step>,
    dossier: Option<PathBuf>,
    policy: Option<PathBuf>,
    lang: Lang,
}

fn main() -> ExitCode {
    let options = match parse(std::env::args().skip(1)) {
        Ok(Some(options)) => options,
        Ok(None) => {
            println!("{HELP}");
            return ExitCode::SUCCESS;
        }
        Err(words) => {
            eprintln!("promotion_gate: {words}; see --help");
            return ExitCode::from(2);
        }
    };
    match run(&options) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(words) => {
            eprintln!("promotion_gate: {words}");
            ExitCode::from(2)
        }
    }
}

fn parse(mut arguments: impl Iterator<Item = String>) -> Result<Option<Options>, String> {
    let mut options = Options {
        cases: Vec::new(),
        on: date!(2024, 12, 31),
        step: None,
        dossier: None,
        policy: None,
        lang: Lang::ZhCn,
    };
    while let Some(argument) = arguments.next() {
        let (name, given) = match argument.split_once('=') {
            Some((name, value)) if name.starts_with("--") => (name.to_owned(), Some(value.into())),
            _ => (argument, None),
        };
        let mut value = || given.clone().or_else(|| arguments.next()).ok_or("it needs a value");
        let mut at = |name: &str| value().map_err(|words| format!("{name}: {words}"));
        match name.as_str() {
            "-h" | "--help" => return Ok(None),
            "--on" => {
                let text = at("--on")?;
                options.on = parse_day(&text).ok_or(format!("--on: no such day {text}"))?;
            }
            "--step" => {
                let text = at("--step")?;
                let step = Step::ALL.iter().copied().find(|it| it.as_str() == text);
                options.step = Some(step.ok_or(format!("--step: no such step {text}"))?);
            }
            "--dossier" => options.dossier = Some(at("--dossier")?.into()),
            "--policy" => options.policy = Some(at("--policy")?.into()),
            "--lang" => {
                options.lang = match at("--lang")?.as_str() {
                    "zh" | "zh-CN" => Lang::ZhCn,
                    "en" => Lang::En,
                    other => return Err(format!("--lang: zh or en, not {other}")),
                };
            }
            other if other.starts_with('-') => return Err(format!("unknown option {other}")),
            other => options.cases.push(other.into()),
        }
    }
    Ok(Some(options))
}

/// Whether every case asked for may take its step.
fn run(options: &Options) -> Result<bool, String> {
    let sample = |name| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("examples/data").join(name);
    let dossier_file = options.dossier.clone().unwrap_or_else(|| sample("dossier.json"));
    let dossier = Dossier::from_json(&read(&dossier_file)?)
        .map_err(|error| format!("{}: {error}", dossier_file.display()))?;
    let policy = match (&options.policy, &options.dossier) {
        (Some(file), _) => Some(file.clone()),
        (None, None) => Some(sample("policy.json")),
        (None, Some(_)) => None,
    };
    let policy = match policy {
        Some(file) => Policy::from_json(&read(&file)?)
            .map_err(|error| format!("{}: {error}", file.display()))?,
        None => Policy::default(),
    };
    let rules = RuleSet::stable();
    let promotions = &dossier.records().promotions;
    let mut asked: Vec<&Promotion> = Vec::new();
    for id in &options.cases {
        let found = promotions.iter().find(|it| it.id.as_str() == id);
        asked.push(found.ok_or(format!("there is no case {id}"))?);
    }
    let brief = asked.is_empty();
    if brief {
        asked.extend(promotions.iter().filter(|it| it.next_step(options.on).is_some()));
    }
    let mut open = true;
    for case in asked {
        let Some(step) = options.step.or_else(|| case.next_step(options.on)) else {
            println!("{}: {}", case.id.as_str(), say(options.lang, "已任职", "appointed"));
            continue;
        };
        let gate = Gate::new(case, step);
        let report = match rules.check(&gate, &dossier, &policy, options.on) {
            Ok(report) => report,
            // The step was taken before: of one case an error, in a list a line.
            Err(error) if brief => {
                println!("{}: {error}", case.id.as_str());
                continue;
            }
            Err(error) => return Err(format!("{}: {error}", case.id.as_str())),
        };
        open &= Gate::is_open(&report);
        heading(case, step, options, &report);
        if !brief {
            tell(options.lang, &report);
        }
    }
    Ok(open)
}

fn read(file: &PathBuf) -> Result<String, String> {
    fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))
}

fn say<'w>(lang: Lang, zh: &'w str, en: &'w str) -> &'w str {
    if lang == Lang::En { en } else { zh }
}

fn name(lang: Lang, step: Step) -> &'static str {
    let zh = match step {
        Step::Motion => "动议",
        Step::Recommendation => "民主推荐",
        Step::Inspection => "考察",
        Step::Decision => "讨论决定",
        Step::Notice => "任前公示",
        Step::Appointment => "任职",
        _ => return step.as_str(),
    };
    say(lang, zh, step.as_str())
}

fn heading(case: &Promotion, step: Step, options: &Options, report: &Report) {
    let lang = options.lang;
    let answer = if Gate::is_open(report) {
        say(lang, "可以进行", "may be taken")
    } else if report.violations().any(|it| it.waived_by.is_none()) {
        say(lang, "不得进行", "is blocked")
    } else {
        say(lang, "尚待查明", "cannot be answered yet")
    };
    println!(
        "{} · {} · {}: {answer} ({} {}, {} {}, {} {})",
        case.id.as_str(),
        options.on,
        name(lang, step),
        say(lang, "不符", "blocking"),
        report.violations().len(),
        say(lang, "待核", "missing"),
        report.undetermined().len(),
        say(lang, "待办", "to do"),
        report.pending().len(),
    );
}

fn tell(lang: Lang, report: &Report) {
    let section = |zh, en| println!("\n{}", say(lang, zh, en));
    if report.violations().len() > 0 {
        section("不符", "What blocks it");
    }
    for it in report.violations() {
        println!("  {} {} · {}", it.code(), it.path(), it.render(lang));
    }
    if !report.undetermined().is_empty() {
        section("待核", "What is missing");
    }
    for it in report.undetermined() {
        println!("  {} {}", it.norm.code, it.render(lang));
    }
    if !report.pending().is_empty() {
        section("待办：尚可补办，或随该环节完成", "What is still to do, or comes with the step");
    }
    for it in report.pending() {
        println!("  {} {} · {}", it.norm.code, it.at, it.render(lang));
    }
    println!();
}
