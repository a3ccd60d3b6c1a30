//! Looking ahead: what falls due in a window of days.

use std::{
    collections::HashSet,
    fmt::{self, Write as _},
};

use serde::{Serialize, Serializer, ser::SerializeStruct as _};

use super::RuleSet;
use crate::{
    facts::{Body, Dossier, Records},
    finding::{Coverage, DueNote, Missing, Undetermined},
    norm::{Lang, Norm},
    path::Path,
    policy::Policy,
    report::Report,
    rules::duty::{By, Owed, TABLE},
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
    /// What nothing above is about and what could not be dated, as the policy sets no limit or period or the calendar ends: each
    /// with what is missing. It may fall due in the window or not.
    pub undated: Vec<Undetermined>,
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
    /// Identifier of the person who owes it, where it is one: the principal of the day due, a member, the owner of a task, the
    /// holder of a household; of what an event started, the person whom the event concerns.
    pub who: Option<Box<str>>,
    /// Identifier of the member whom it is owed to: who is talked with, heard or visited.
    pub with: Option<Box<str>>,
    /// Identifier of the department that owes it, or that is to be heard.
    pub department: Option<Box<str>>,
    /// Address of the spell, term or fact that makes it fall due.
    pub at: Path,
    /// What of it, where several things are asked at once.
    pub what: Option<Coverage>,
    /// The day on which it was met, by the records up to the last day of the window.
    pub done: Option<NaiveDate>,
    /// Address of the record that shows it.
    pub on_record: Option<Path>,
    /// What it is the duty of, by identifiers where there are any.
    name: Vec<Box<str>>,
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

    /// A name that stays the same from run to run, and when other records are added or put in another order. It holds the day
    /// due where the duty returns with the calendar. Of parts of a record that have no identifier, such as the tasks of a
    /// plan, it holds the number.
    #[must_use]
    pub fn uid(&self) -> String {
        let mut uid = String::from(self.norm.code.as_str());
        for part in &self.name {
            uid.push('.');
            // What a calendar file cannot hold in a name, and what parts its parts.
            for c in part.chars() {
                if c.is_control() || c.is_whitespace() || matches!(c, '%' | '.' | '/') {
                    let _ = write!(uid, "%{:02X}", u32::from(c));
                } else {
                    uid.push(c);
                }
            }
        }
        uid + "@oversight"
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
        let of_record =
            self.entry.subject_id.as_deref().filter(|id| it.who.as_deref() != Some(*id));
        let same =
            |id: &&str| Some(*id) != it.with.as_deref() && Some(*id) != it.department.as_deref();
        let unit = self.entry.subject.to_string().is_empty();
        let record = it.name.get(1).map(AsRef::as_ref).filter(|_| unit && it.name.len() > 2);
        let ids = [it.who.as_deref(), it.with.as_deref(), it.department.as_deref()];
        let more = [of_record.filter(same), record];
        for id in ids.into_iter().chain(more).flatten() {
            write!(f, " [{}]", id.escape_debug())?;
        }
        Ok(())
    }
}

impl Serialize for AgendaEntry {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut it = serializer.serialize_struct("AgendaEntry", 14)?;
        it.serialize_field("uid", &self.uid())?;
        it.serialize_field("code", &self.norm.code)?;
        let clauses: Vec<String> = self.norm.clauses().map(|it| it.to_string()).collect();
        it.serialize_field("clauses", &clauses)?;
        it.serialize_field("due", &self.due)?;
        it.serialize_field("state", &self.state())?;
        it.serialize_field("subject", &self.subject)?;
        it.serialize_field("subject_id", &self.subject_id)?;
        it.serialize_field("who", &self.who)?;
        it.serialize_field("with", &self.with)?;
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
        let DueNote { norm, subject, at, due, done, who, what, department, year } = note;
        let (subject, subject_id) = (subject.at, subject.id);
        let owed = owed(norm, &subject, &at, due, records);
        let who = who.or_else(|| owed.who.map(Into::into));
        let name = name(&subject, subject_id.as_deref(), &at, records);
        let name = name.into_iter().chain(what.map(word).map(Into::into));
        // Of the unit, a person, a department, a branch or a household it returns with the calendar.
        let standing = ["", "/people/", "/unit/", "/households/"];
        let text = subject.to_string();
        let returns = standing
            .iter()
            .any(|it| if it.is_empty() { text.is_empty() } else { text.starts_with(it) });
        // Where the day may be put off the year says which it is.
        let when = year.map_or_else(|| due.to_string(), |year| year.to_string());
        let name = name.chain(returns.then(|| when.into())).collect();
        let with = owed.with.map(Into::into);
        let department = department.or_else(|| owed.department.map(Into::into));
        let (done, on_record) = done.unzip();
        Self {
            norm,
            due,
            subject,
            subject_id,
            who,
            with,
            department,
            at,
            what,
            done,
            on_record,
            name,
        }
    }

    /// What tells entries apart; of one duty what is said in more detail, and met, comes first.
    fn key(&self) -> (NaiveDate, &'static str, String, Vec<Box<str>>) {
        let whole = self.name.iter().filter(|it| self.what.map(word) != Some(it.as_ref()));
        (self.due, self.norm.code.as_str(), self.subject.to_string(), whole.cloned().collect())
    }
}

/// The word for what is asked among several things.
const fn word(what: Coverage) -> &'static str {
    match what {
        Coverage::Topic(topic) => topic.as_str(),
        Coverage::To(organ) => organ.as_str(),
    }
}

/// Who owes something, to whom or of which department.
#[derive(Default)]
struct OwedBy<'r> {
    who: Option<&'r str>,
    with: Option<&'r str>,
    department: Option<&'r str>,
}

fn owed<'r>(
    norm: &Norm,
    subject: &Path,
    at: &Path,
    due: NaiveDate,
    records: &'r Records,
) -> OwedBy<'r> {
    let text = subject.to_string();
    let place = |shelf: &str| -> Option<usize> {
        text.strip_prefix(shelf)?.split('/').next()?.parse().ok()
    };
    if let Some(household) = place("/households/").and_then(|n| records.households.get(n)) {
        return OwedBy { who: Some(household.holder.as_str()), ..OwedBy::default() };
    }
    let departments = records.unit.as_ref().map_or(&[][..], |unit| &unit.departments);
    if let Some(department) = place("/unit/departments/").and_then(|n| departments.get(n)) {
        return OwedBy { department: Some(department.id.as_str()), ..OwedBy::default() };
    }
    let person = place("/people/").and_then(|n| records.people.get(n)).map(|it| it.id.as_str());
    let duty = TABLE.iter().find(|duty| duty.norm.code == norm.code);
    let by_principal = duty.is_some_and(|it| matches!(it.by, By::Principal | By::WithPrincipal));
    // The secretary gives the report on duties and integrity.
    let secretary = ["RPT001", "RPT002"].contains(&norm.code.as_str());
    if by_principal || secretary {
        return OwedBy { who: principal(records, due), with: person, department: None };
    }
    // Who is appraised owes nothing.
    if duty.is_some_and(|it| it.owed == Owed::GroupAndMembers) {
        return OwedBy { with: person, ..OwedBy::default() };
    }
    OwedBy { who: person, with: None, department: portfolio(at, records) }
}

/// Who leads the Party group on a day.
fn principal(records: &Records, day: NaiveDate) -> Option<&str> {
    records.people.iter().find(|it| it.leads(Body::PartyGroup, day)).map(|it| it.id.as_str())
}

/// The department of a portfolio.
fn portfolio<'r>(at: &Path, records: &'r Records) -> Option<&'r str> {
    let at = at.to_string();
    let mut segments = at.strip_prefix("/people/")?.split('/');
    let person = records.people.get(segments.next()?.parse::<usize>().ok()?)?;
    let place = segments.next().filter(|it| *it == "portfolios").and(segments.next())?;
    Some(person.portfolios.get(place.parse::<usize>().ok()?)?.department.as_str())
}

/// Of which record it is the duty, and what of it: its list, its identifier, and where in it, by identifiers where there are any.
fn name(subject: &Path, subject_id: Option<&str>, at: &Path, records: &Records) -> Vec<Box<str>> {
    let (text, whole) = (subject.to_string(), at.to_string());
    let mut name: Vec<Box<str>> = Vec::new();
    // Identifiers are unique in one list.
    let shelf = text.split('/').rev().find(|it| !it.is_empty() && it.parse::<usize>().is_err());
    match (subject_id, shelf) {
        (Some(id), shelf) => name.extend([shelf.unwrap_or("unit").into(), id.into()]),
        (None, _) => name.push("unit".into()),
    }
    if let Some(department) = portfolio(at, records) {
        name.push(department.into());
        return name;
    }
    let within = whole.strip_prefix(&text).filter(|_| !text.is_empty());
    let rest = match within {
        // Of a person the spell says no more than the day due.
        Some(_) if text.starts_with("/people/") => String::new(),
        Some(within) => interest(within, &text, records),
        None => by_identifier(&whole, records),
    };
    name.extend(rest.split('/').filter(|it| !it.is_empty()).map(Into::into));
    name
}

/// An address in a household, with interests by their identifiers.
fn interest(within: &str, household: &str, records: &Records) -> String {
    let named = || {
        let n = household.strip_prefix("/households/")?.parse::<usize>().ok()?;
        let (place, rest) = match within.strip_prefix("/interests/")?.split_once('/') {
            Some((place, rest)) => (place, rest),
            None => (within.strip_prefix("/interests/")?, ""),
        };
        let interests = records.households.get(n)?.interests.elements();
        let id = interests.get(place.parse::<usize>().ok()?)?.id.as_str();
        Some(format!("{id}/{rest}"))
    };
    named().unwrap_or_else(|| within.to_owned())
}

/// An address that begins with a list of the dossier.
fn by_identifier(at: &str, records: &Records) -> String {
    let mut segments = at.trim_matches('/').splitn(3, '/');
    let (shelf, number) = (segments.next().unwrap_or(""), segments.next().unwrap_or(""));
    // Of a return the owner and the day say which it is.
    if shelf == "monthly_returns" {
        return String::new();
    }
    let id = number.parse().ok().and_then(|n| id_of(records, shelf, n)).unwrap_or(number);
    // An identifier may hold anything.
    let id = id.replace('%', "%25").replace('/', "%2F");
    format!("{id}/{shelf}/{}", segments.next().unwrap_or(""))
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
    /// started are those whose event is on record. Membership, portfolios and consents count as the register has them on the last
    /// day of the window. What has no day due is not listed; what could not be dated, as the policy sets no limit or the
    /// calendar of working days ends, is told in [`Agenda::undated`].
    #[must_use]
    pub fn agenda(
        &self,
        dossier: &Dossier,
        policy: &Policy,
        from: NaiveDate,
        to: NaiveDate,
    ) -> Agenda {
        let mut report = Report { dues: Some(Vec::new()), ..Report::new() };
        self.evaluate_into(dossier, policy, to, &mut report);
        let notes = report.dues.take().into_iter().flatten();
        let due = notes.filter(|it| from <= it.due && it.due <= to);
        let mut entries: Vec<_> =
            due.map(|it| AgendaEntry::of(it, dossier.records())).map(|it| (it.key(), it)).collect();
        entries.sort_by(|(a, one), (b, other)| {
            a.cmp(b)
                // Parts before the whole, what was met before what was not.
                .then_with(|| one.what.is_none().cmp(&other.what.is_none()))
                .then_with(|| one.what.map(word).cmp(&other.what.map(word)))
                .then_with(|| one.done.is_none().cmp(&other.done.is_none()))
                .then_with(|| one.done.cmp(&other.done))
        });
        entries.dedup_by(|(b, other), (a, one)| {
            // The same said again, or said of the whole beside its parts.
            a == b && (one.what == other.what || other.what.is_none())
        });
        let entries: Vec<AgendaEntry> = entries.into_iter().map(|it| it.1).collect();
        let dated: HashSet<_> = entries.iter().map(|it| (it.norm.code, it.subject)).collect();
        // Fields that say until when, or how often.
        let open = |it: &Missing| match it {
            Missing::Policy(field) => {
                ["_limit", "_period", "_by"].iter().any(|end| field.ends_with(end))
            }
            Missing::Calendar { .. } => true,
            _ => false,
        };
        let undated = report.undetermined.into_iter().filter(|it| it.missing.iter().any(open));
        let undated = undated.filter(|it| !dated.contains(&(it.norm.code, it.subject.at)));
        Agenda { from, to, entries, undated: undated.collect() }
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
        let on_record = it.done.zip(it.on_record);
        let on_record = on_record.map_or(String::new(), |(day, at)| format!(" {day} ({at})"));
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
            // One that was met is newer than the same while it was open.
            .sequence(u32::from(it.done.is_some()))
            .add_property("CATEGORIES", it.norm.code.as_str())
            .add_property("TRANSP", "TRANSPARENT");
        event.done()
    }
}
