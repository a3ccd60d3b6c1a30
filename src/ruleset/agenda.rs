//! Looking ahead: what falls due in a window of days.

use std::fmt;

use serde::{Serialize, Serializer, ser::SerializeStruct as _};

use super::RuleSet;
use crate::{
    facts::{Dossier, Records},
    finding::{Coverage, DueNote},
    norm::{Lang, Norm},
    path::Path,
    policy::Policy,
    report::Report,
    time::NaiveDate,
};

/// Every duty that falls due in a window of days, by due day, rule and address.
///
/// ```
/// use oversight::{RuleSet, facts::Dossier, policy::Policy, time::date};
/// let dossier = Dossier::from_json(r#"{ "people": [], "activities": [
///     { "id": "a1", "kind": "joint_meeting", "held_on": "2024-05-06" } ] }"#)?;
/// let agenda = RuleSet::stable().agenda(&dossier, &Policy::default(), date!(2024, 6, 1), date!(2024, 12, 31));
/// let joint: Vec<_> = agenda.entries.iter().filter(|it| it.norm.code.as_str() == "ECO001").collect();
/// assert_eq!(joint.len(), 2);
/// assert_eq!((joint[0].due, joint[0].done), (date!(2024, 6, 30), Some(date!(2024, 5, 6))));
/// assert_eq!((joint[1].due, joint[1].done), (date!(2024, 12, 31), None));
/// # Ok::<(), oversight::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[doc(alias = "待办事项")]
#[non_exhaustive]
pub struct Agenda {
    /// First day of the window.
    pub from: NaiveDate,
    /// Last day of the window, itself included.
    pub to: NaiveDate,
    /// What falls due in it.
    pub entries: Vec<AgendaEntry>,
}

/// One duty that falls due.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct AgendaEntry {
    /// The norm: what is asked, in which clause, and what would satisfy it.
    pub norm: &'static Norm,
    /// The last day in time.
    pub due: NaiveDate,
    /// Address of the subject; the root where it is the unit.
    pub subject: Path,
    /// Identifier of the subject, where it has one.
    pub subject_id: Option<Box<str>>,
    /// Identifier of the person whom it concerns; `None` where it is the unit's, or a department's or branch's.
    pub who: Option<Box<str>>,
    /// Identifier of the department, where it is a duty to one.
    pub department: Option<Box<str>>,
    /// Address of the spell, term or fact that makes it fall due.
    pub at: Path,
    /// What of it, where several things are asked at once.
    pub what: Option<Coverage>,
    /// The day on which it was met, by the records up to the last day of the window.
    pub done: Option<NaiveDate>,
    /// Address of the record that shows it.
    pub on_record: Option<Path>,
    /// Where it stands, by identifiers in place of numbers where records have one.
    anchor: Box<str>,
}

/// How a duty stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum AgendaState {
    /// It was met in time.
    Kept,
    /// It was met after its day.
    Late,
    /// Nothing on record meets it.
    Open,
}

impl AgendaState {
    /// The word for it.
    #[must_use]
    pub const fn of(self, lang: Lang) -> &'static str {
        match self {
            Self::Kept => lang.of("已完成", "on record"),
            Self::Late => lang.of("逾期完成", "late"),
            Self::Open => lang.of("待办", "open"),
        }
    }
}

impl AgendaEntry {
    /// How it stands.
    #[must_use]
    pub fn state(&self) -> AgendaState {
        match self.done {
            Some(day) if day <= self.due => AgendaState::Kept,
            Some(_) => AgendaState::Late,
            None => AgendaState::Open,
        }
    }

    /// A name that stays the same from run to run, and when other records are added or put in another order.
    #[must_use]
    pub fn uid(&self) -> String {
        let id = self.subject_id.as_deref().unwrap_or("unit");
        let parts = [self.norm.code.as_str(), id, &self.anchor];
        let mut uid = parts.into_iter().filter(|it| !it.is_empty()).collect::<Vec<_>>().join(".");
        if let Some(what) = self.what {
            uid = format!("{uid}.{}", what.words().en.replace(' ', "-"));
        }
        format!("{uid}.{}@oversight", self.due)
    }

    /// What it is, in a line: the title, what of it, and whom it concerns.
    #[must_use]
    pub fn render(&self, lang: Lang) -> impl fmt::Display + '_ {
        Line { entry: self, lang }
    }
}

struct Line<'a> {
    entry: &'a AgendaEntry,
    lang: Lang,
}

impl fmt::Display for Line<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let it = self.entry;
        write!(f, "{} {}", it.norm.code, self.lang.pick(it.norm.title))?;
        if let Some(what) = it.what {
            write!(f, "{}{}", self.lang.of("：", ": "), self.lang.pick(what.words()))?;
        }
        if let Some(id) = it.who.as_deref().or(it.subject_id.as_deref()) {
            write!(f, " [{}]", id.escape_debug())?;
        }
        match &it.department {
            Some(id) => write!(f, " [{}]", id.escape_debug()),
            None => Ok(()),
        }
    }
}

impl Serialize for AgendaEntry {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut it = serializer.serialize_struct("AgendaEntry", 13)?;
        it.serialize_field("uid", &self.uid())?;
        it.serialize_field("code", &self.norm.code)?;
        let clauses: Vec<String> = self.norm.clauses().map(|it| it.to_string()).collect();
        it.serialize_field("clauses", &clauses)?;
        it.serialize_field("due", &self.due)?;
        it.serialize_field("state", &self.state())?;
        it.serialize_field("subject", &self.subject)?;
        it.serialize_field("subject_id", &self.subject_id)?;
        it.serialize_field("who", &self.who)?;
        it.serialize_field("department", &self.department)?;
        it.serialize_field("at", &self.at)?;
        it.serialize_field("what", &self.what)?;
        it.serialize_field("done", &self.done)?;
        it.serialize_field("on_record", &self.on_record)?;
        it.end()
    }
}

impl AgendaEntry {
    fn of(note: DueNote, records: &Records) -> Self {
        let DueNote { norm, subject, subject_id, at, due, done, who, what } = note;
        let person = subject.to_string().starts_with("/people/");
        let who = who.or_else(|| subject_id.clone().filter(|_| person));
        let (done, on_record) = done.unzip();
        let anchor = anchor(&subject, &at, records).into();
        let department = portfolio(&at, records).map(Into::into);
        Self { norm, due, subject, subject_id, who, department, at, what, done, on_record, anchor }
    }

    /// What tells entries apart; of one duty what is said in more detail, and met, comes first.
    fn key(&self) -> (NaiveDate, &'static str, String, String) {
        (self.due, self.norm.code.as_str(), self.subject.to_string(), self.at.to_string())
    }
}

/// The department of a portfolio.
fn portfolio<'r>(at: &Path, records: &'r Records) -> Option<&'r str> {
    let at = at.to_string();
    let mut segments = at.strip_prefix("/people/")?.split('/');
    let person = records.people.get(segments.next()?.parse::<usize>().ok()?)?;
    let place = segments.next().filter(|it| *it == "portfolios").and(segments.next())?;
    Some(person.portfolios.get(place.parse::<usize>().ok()?)?.department.as_str())
}

/// An address within its subject, or by identifiers.
fn anchor(subject: &Path, at: &Path, records: &Records) -> String {
    let (subject, at) = (subject.to_string(), at.to_string());
    if let Some(within) = at.strip_prefix(&subject).filter(|_| !subject.is_empty()) {
        return within.trim_matches('/').replace('/', "-");
    }
    let mut segments = at.trim_matches('/').splitn(3, '/');
    let (shelf, number) = (segments.next().unwrap_or(""), segments.next().unwrap_or(""));
    // Of a return the owner and the day say which it is.
    if shelf == "monthly_returns" {
        return String::new();
    }
    let id = number.parse().ok().and_then(|n| id_of(records, shelf, n)).unwrap_or(number);
    let parts = [shelf, id, segments.next().unwrap_or("")];
    let parts = parts.into_iter().filter(|it| !it.is_empty()).collect::<Vec<_>>();
    parts.join("-").replace('/', "-")
}

/// The identifier of a record on a list of the dossier.
fn id_of<'r>(records: &'r Records, shelf: &str, n: usize) -> Option<&'r str> {
    macro_rules! shelves {
        ($($name:ident)+) => {
            match shelf {
                $( stringify!($name) => records.$name.get(n).map(|it| it.id.as_str()), )+
                _ => None,
            }
        };
    }
    shelves!(people matters meetings decisions payments promotions households contracts
        ties_complaints ties_inspections power_lists list_checks acts approaches omissions
        life_meetings oversight_inspections activities accountability_reports requests
        case_filings plans important_cases shortfalls peer_breaches off_hours_problems)
}

impl RuleSet {
    /// Every duty that falls due from one day to another, both included: of each person and body, with its clause, its due
    /// day, and what is on record by the last day of the window.
    ///
    /// Duties that return with the calendar are those of every period that ends in the window; duties that an event
    /// started are those whose event is on record. What has no day due is not among them, nor what the rules cannot
    /// date because the policy sets no limit.
    #[must_use]
    pub fn agenda(
        &self,
        dossier: &Dossier,
        policy: &Policy,
        from: NaiveDate,
        to: NaiveDate,
    ) -> Agenda {
        let mut report = Report { dues: Some(Vec::new()), ..Report::new() };
        let mut entries = Vec::new();
        // On the last day of the window it is on record what was done in it; on the first, what is then still to come.
        for day in [to, from] {
            self.evaluate_into(dossier, policy, day, &mut report);
            let notes = report.dues.iter_mut().flat_map(|it| it.drain(..));
            let due = notes.filter(|it| from <= it.due && it.due <= to);
            let found: Vec<_> = due
                .map(|it| AgendaEntry::of(it, dossier.records()))
                .map(|it| (it.key(), day != to, it))
                .collect();
            entries.extend(found);
        }
        let what = |it: &AgendaEntry| it.what.map(|it| it.words().en);
        entries.sort_by(|(a, early, one), (b, late, other)| {
            a.cmp(b)
                // Parts before the whole, what was met before what was not.
                .then_with(|| one.what.is_none().cmp(&other.what.is_none()))
                .then_with(|| what(one).cmp(&what(other)))
                .then_with(|| early.cmp(late))
                .then_with(|| one.done.is_none().cmp(&other.done.is_none()))
                .then_with(|| one.done.cmp(&other.done))
        });
        entries.dedup_by(|(b, _, other), (a, _, one)| {
            // The same said again, or said of the whole beside its parts.
            a == b && (one.what == other.what || other.what.is_none())
        });
        Agenda { from, to, entries: entries.into_iter().map(|it| it.2).collect() }
    }
}

#[cfg(feature = "ics")]
mod ics {
    use chrono::NaiveTime;
    use icalendar::{Calendar, Component as _, Event, EventLike as _};

    use super::{Agenda, AgendaEntry, Lang};

    impl Agenda {
        /// The agenda as an iCalendar file: an all-day event on each due day, with the stable name of its entry.
        ///
        /// The file is the same to the byte from run to run; its time stamp is the first day of the window.
        #[must_use]
        pub fn ics(&self, lang: Lang) -> String {
            let mut calendar = Calendar::empty();
            calendar
                .append_property(("VERSION", "2.0"))
                .append_property(("PRODID", "-//oversight//agenda//EN"))
                .append_property(("CALSCALE", "GREGORIAN"))
                .name(lang.of("监督事项", "Oversight agenda"));
            for it in &self.entries {
                calendar.push(event(self, it, lang));
            }
            calendar.to_string()
        }
    }

    fn event(agenda: &Agenda, it: &AgendaEntry, lang: Lang) -> Event {
        let clauses: Vec<String> = it.norm.clauses().map(|it| it.to_string()).collect();
        let on_record = it.on_record.map_or(String::new(), |at| format!(" ({at})"));
        let description = [
            format!("{} {}", lang.of("条款", "clause"), clauses.join(", ")),
            lang.pick(it.norm.gist).to_owned(),
            format!("{}{}", lang.of("办理：", "to do: "), lang.pick(it.norm.remedy)),
            format!("{}{}{on_record}", lang.of("状态：", "state: "), it.state().of(lang)),
        ];
        let mut event = Event::new();
        event
            .uid(&it.uid())
            .summary(&it.render(lang).to_string())
            .description(&description.join("\n"))
            .timestamp(agenda.from.and_time(NaiveTime::MIN).and_utc())
            .starts(it.due)
            // The end of an event is the first day that is none of it.
            .ends(it.due.succ_opt().unwrap_or(it.due))
            .add_property("CATEGORIES", it.norm.code.as_str())
            .add_property("TRANSP", "TRANSPARENT");
        event.done()
    }
}
