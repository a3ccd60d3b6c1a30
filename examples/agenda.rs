//! What falls due: `cargo run --example agenda -- --help`

use std::{
    fs,
    io::{self, Write},
    path::{Path, PathBuf},
    process::ExitCode,
};

use oversight::{
    Lang, RuleSet,
    dossier::Dossier,
    policy::Policy,
    ruleset::{Agenda, AgendaEntry, AgendaState},
    time::{NaiveDate, date, parse_day},
};

const HELP: &str = "\
Lists what falls due in a window of days, by month: of whom, under which clause, by when, and what is on record.

Usage: agenda [OPTION]... [DIR|FILE]

A FILE is a dossier in JSON; a DIR holds dossier.json and, where there is one, policy.json. Without either it is the
sample year in examples/data.

  --as-of DAY        the day as of which it is said what is overdue, YYYY-MM-DD; the first day of the window where left out
  --from DAY         first day of the window, YYYY-MM-DD; 2024-10-01 where left out
  --to DAY           last day of the window; 2024-12-31 where left out
  --policy FILE      the policy of the body
  --open             only what nothing on record meets
  --who ID           only what this person owes or is owed
  --lang zh|en       language of the text; zh where left out
  --format FORMAT    text (where left out); json: the agenda as data; ics: an iCalendar file (feature `ics`)
  -h, --help         this text

Exit codes: 0 done, 2 input unusable.";

#[derive(Clone, Copy, PartialEq)]
enum Format {
    Text,
    Json,
    Ics,
}

struct Options {
    input: PathBuf,
    policy: Option<PathBuf>,
    as_of: Option<NaiveDate>,
    from: NaiveDate,
    to: NaiveDate,
    open: bool,
    who: Option<String>,
    lang: Lang,
    format: Format,
}

fn main() -> ExitCode {
    let result = match parse(std::env::args().skip(1)) {
        Ok(Some(options)) => run(&options),
        Ok(None) => {
            println!("{HELP}");
            return ExitCode::SUCCESS;
        }
        Err(words) => Err(format!("{words}; see --help")),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(words) => {
            eprintln!("agenda: {words}");
            ExitCode::from(2)
        }
    }
}

fn parse(mut arguments: impl Iterator<Item = String>) -> Result<Option<Options>, String> {
    let mut options = Options {
        input: Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/data"),
        policy: None,
        as_of: None,
        from: date!(2024, 10, 1),
        to: date!(2024, 12, 31),
        open: false,
        who: None,
        lang: Lang::ZhCn,
        format: Format::Text,
    };
    let mut named = false;
    while let Some(argument) = arguments.next() {
        let mut value = || arguments.next().ok_or(format!("{argument} needs a value"));
        let day = |text: String| parse_day(&text).ok_or(format!("no such day {text}"));
        match argument.as_str() {
            "-h" | "--help" => return Ok(None),
            "--as-of" => options.as_of = Some(day(value()?)?),
            "--from" => options.from = day(value()?)?,
            "--to" => options.to = day(value()?)?,
            "--policy" => options.policy = Some(value()?.into()),
            "--open" => options.open = true,
            "--who" => options.who = Some(value()?),
            "--lang" => {
                options.lang = match value()?.as_str() {
                    "zh" | "zh-CN" => Lang::ZhCn,
                    "en" => Lang::En,
                    other => return Err(format!("--lang: zh or en, not {other}")),
                };
            }
            "--format" => {
                options.format = match value()?.as_str() {
                    "text" => Format::Text,
                    "json" => Format::Json,
                    "ics" => Format::Ics,
                    other => return Err(format!("--format: text, json or ics, not {other}")),
                };
            }
            other if other.starts_with('-') => return Err(format!("unknown option {other}")),
            other if !named => {
                named = true;
                options.input = other.into();
            }
            other => return Err(format!("one dossier, not also {other}")),
        }
    }
    if options.to < options.from {
        return Err("--to lies before --from".into());
    }
    Ok(Some(options))
}

fn run(options: &Options) -> Result<(), String> {
    let read =
        |path: &Path| fs::read_to_string(path).map_err(|it| format!("{}: {it}", path.display()));
    let folder = options.input.is_dir();
    let file = if folder { options.input.join("dossier.json") } else { options.input.clone() };
    let beside = options.input.join("policy.json");
    let policy = options.policy.clone().or_else(|| (folder && beside.is_file()).then_some(beside));
    let dossier = Dossier::from_json(&read(&file)?)
        .map_err(|error| format!("{}: {error}", file.display()))?;
    let policy = match policy {
        Some(path) => Policy::from_json(&read(&path)?)
            .map_err(|error| format!("{}: {error}", path.display()))?,
        None => Policy::default(),
    };
    if let Some(who) = &options.who {
        if !dossier.records().people.iter().any(|it| it.id.as_str() == who) {
            return Err(format!("--who: nobody in the register has the identifier {who}"));
        }
    }
    let (from, to) = (options.from, options.to);
    let as_of = options.as_of.unwrap_or(from);
    let mut agenda = RuleSet::stable().agenda(&dossier, &policy, as_of, from, to);
    agenda.entries.retain(|it| {
        (!options.open || it.state.is_open())
            && options
                .who
                .as_deref()
                .is_none_or(|who| [&it.who, &it.with].into_iter().flatten().any(|id| **id == *who))
    });
    if let Some(who) = options.who.as_deref() {
        agenda.undated.retain(|it| it.subject.id.as_deref() == Some(who));
    }
    let mut out = io::stdout().lock();
    let written = match options.format {
        Format::Text => text(&agenda, options.lang, &mut out),
        Format::Json => serde_json::to_writer_pretty(&mut out, &agenda)
            .map_err(io::Error::from)
            .and_then(|()| writeln!(out)),
        Format::Ics => write!(out, "{}", ics(&agenda, options.lang)?),
    };
    // A reader that has seen enough is no failure.
    written.or_else(|it| match it.kind() {
        io::ErrorKind::BrokenPipe => Ok(()),
        _ => Err(it.to_string()),
    })
}

fn text(agenda: &Agenda, lang: Lang, out: &mut impl Write) -> io::Result<()> {
    let count = agenda.entries.len();
    let of = |state| agenda.entries.iter().filter(|it| it.state == state).count();
    let (kept, late) = (of(AgendaState::Kept), of(AgendaState::Late));
    let (overdue, upcoming) = (of(AgendaState::Overdue), of(AgendaState::Upcoming));
    let (as_of, from, to) = (agenda.as_of, agenda.from, agenda.to);
    let head = match lang {
        Lang::ZhCn => format!(
            "{from}至{to}到期{count}项：已完成{kept}，逾期完成{late}，已逾期{overdue}，待办{upcoming}（截至{as_of}）"
        ),
        Lang::En => format!(
            "falling due from {from} to {to}: {count} (on record {kept}, late {late}, overdue {overdue}, upcoming {upcoming}, \
             as of {as_of})"
        ),
    };
    writeln!(out, "{head}")?;
    let month = |it: &AgendaEntry| it.due.format("%Y-%m").to_string();
    let mut last = String::new();
    for it in &agenda.entries {
        if month(it) != last {
            last = month(it);
            writeln!(out, "\n{last}")?;
        }
        let clauses: Vec<String> = it.norm.clauses().map(|it| it.to_string()).collect();
        let state = it.state.of(lang);
        writeln!(out, "  {}  {}  {} ({})", it.due, state, it.render(lang), clauses.join(", "))?;
        match (it.done, it.on_record) {
            (Some(day), Some(at)) => writeln!(out, "      {day}  {at}")?,
            _ => writeln!(out, "      {}", lang.pick(it.norm.gist))?,
        }
    }
    if agenda.undated.is_empty() {
        return Ok(());
    }
    let count = agenda.undated.len();
    let words = match lang {
        Lang::ZhCn => format!("因政策未设期限或者工作日历未及而无法定期：{count}项"),
        Lang::En => {
            format!("not to be dated, as the policy sets no limit or the calendar ends: {count}")
        }
    };
    writeln!(out, "\n{words}")?;
    for it in &agenda.undated {
        writeln!(out, "  {}  {}", it.subject.key(), it.render(lang))?;
    }
    Ok(())
}

#[cfg(feature = "ics")]
#[expect(clippy::unnecessary_wraps, reason = "without the feature there is none")]
fn ics(agenda: &Agenda, lang: Lang) -> Result<String, String> {
    Ok(agenda.ics(lang))
}

#[cfg(not(feature = "ics"))]
fn ics(_: &Agenda, _: Lang) -> Result<String, String> {
    Err("an iCalendar file needs the feature `ics`: cargo run --features ics --example agenda"
        .into())
}
