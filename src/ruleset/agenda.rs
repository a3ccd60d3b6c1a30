//! Looking ahead: what falls due in a window of days.

use std::{borrow::Cow, collections::HashSet, fmt};

use serde::{Serialize, Serializer, ser::SerializeStruct as _};

use super::RuleSet;
use crate::{
    dossier::Dossier,
    facts::{Body, Records},
    finding::{Coverage, DueNote, Missing, Subject, SubjectName, Undetermined},
    norm::{Lang, Norm},
    path::{Path, Step, field},
    policy::Policy,
    report::Report,
    rules::duty::{By, Owed, TABLE},
    shape::IdKind,
    time::NaiveDate,
};

/// Every duty that falls due in a window of days, by due day, rule and subject.
///
/// ```
/// use oversight::{RuleSet, dossier::Dossier, policy::Policy, ruleset::AgendaState, time::date};
/// let dossier = Dossier::from_json(r#"{ "people": [], "activities": [
///     { "id": "a1", "kind": "joint_meeting", "held_on": "2024-05-06" } ] }"#)?;
/// let (today, from, to) = (date!(2024, 8, 1), date!(2024, 6, 1), date!(2024, 12, 31));
/// let agenda = RuleSet::stable().agenda(&dossier, &Policy::default(), today, from, to);
/// let joint: Vec<_> = agenda.entries.iter().filter(|it| it.norm.code.as_str() == "ECO001").collect();
/// assert_eq!(joint.len(), 2);
/// assert_eq!((joint[0].due, joint[0].done), (date!(2024, 6, 30), Some(date!(2024, 5, 6))));
/// assert_eq!((joint[1].due, joint[1].state), (date!(2024, 12, 31), AgendaState::Upcoming));
/// assert_eq!(joint[1].subject.key().as_str(), "ECO001/unit/2024-H2");
/// # Ok::<(), oversight::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[doc(alias = "待办事项")]
#[non_exhaustive]
pub struct Agenda {
    /// The day as of which it was made: what was due before it and is not on record is overdue.
    pub as_of: NaiveDate,
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
    /// The norm: what is asked, and in which clause.
    pub norm: &'static Norm,
    /// The last day in time.
    pub due: NaiveDate,
    /// What it is the duty of, with the identity that reports and waivers use too.
    pub subject: Subject,
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
    /// The day on which it was met, by the records up to the as-of day.
    pub done: Option<NaiveDate>,
    /// Address of the record that shows it.
    pub on_record: Option<Path>,
    /// How it stands on the as-of day.
    pub state: AgendaState,
    /// Where in the subject it lies, with the names of parts in place of their numbers.
    place: Cow<'static, str>,
}

/// How a duty stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum AgendaState {
    /// It was met in time.
    Kept,
    /// It was met after its day.
    Late,
    /// Its day is over, and nothing on record meets it.
    Overdue,
    /// Its day is the as-of day or lies after it, and nothing on record meets it yet.
    Upcoming,
}

impl AgendaState {
    /// The word for it.
    #[must_use]
    pub const fn of(self, lang: Lang) -> &'static str {
        match self {
            Self::Kept => lang.of("已完成", "on record"),
            Self::Late => lang.of("逾期完成", "late"),
            Self::Overdue => lang.of("已逾期", "overdue"),
            Self::Upcoming => lang.of("待办", "upcoming"),
        }
    }

    /// Whether nothing on record meets it.
    #[must_use]
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Overdue | Self::Upcoming)
    }
}

impl AgendaEntry {
    /// A name that stays the same from run to run, and when other records are added or put in another order: the key of its
    /// subject, and what of it where several things fall due.
    #[must_use]
    pub fn uid(&self) -> String {
        let mut uid = self.subject.key().to_string();
        // Of a record as a whole several things may fall due.
        let whole = self.subject.names.is_empty() && self.subject.period.is_none();
        if whole && !self.place.is_empty() {
            uid.push('#');
            uid.push_str(&self.place);
        }
        if let Some(what) = self.what {
            uid.push('#');
            uid.push_str(word(what));
        }
        uid + "@oversight"
    }

    /// What it is, in a line: the title, what of it, whom it concerns, and the period.
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
        let mut told: Vec<&str> = Vec::new();
        let people = [it.who.as_deref(), it.with.as_deref(), it.department.as_deref()];
        let named = it.subject.names.iter().filter_map(|name| match name {
            SubjectName::Id(_, id) => Some(&**id),
            // Words and parts are told by what is asked and by the address.
            SubjectName::Word(..) | SubjectName::Part(_) => None,
        });
        for id in people.into_iter().flatten().chain(it.subject.id.as_deref()).chain(named) {
            if !told.contains(&id) {
                told.push(id);
                write!(f, " [{}]", id.escape_debug())?;
            }
        }
        it.subject.period.map_or(Ok(()), |period| write!(f, " {period}"))
    }
}

impl Serialize for AgendaEntry {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut it = serializer.serialize_struct("AgendaEntry", 16)?;
        it.serialize_field("uid", &self.uid())?;
        it.serialize_field("code", &self.norm.code)?;
        let clauses: Vec<String> = self.norm.clauses().map(|it| it.to_string()).collect();
        it.serialize_field("clauses", &clauses)?;
        it.serialize_field("due", &self.due)?;
        it.serialize_field("state", &self.state)?;
        it.serialize_field("key", &self.subject.key())?;
        it.serialize_field("subject", &self.subject.at)?;
        it.serialize_field("subject_id", &self.subject.id)?;
        it.serialize_field("period", &self.subject.period)?;
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
    fn of(note: DueNote, records: &Records, as_of: NaiveDate) -> Self {
        let DueNote { norm, subject, at, due, done, who, what, department, place } = note;
        let owed = owed(norm, &subject, due, records);
        let who = who.or_else(|| owed.who.map(Into::into));
        let with = owed.with.map(Into::into);
        let department = department.or_else(|| owed.department.map(Into::into));
        // What comes later is not on record yet.
        let (done, on_record) = done.filter(|it| it.0 <= as_of).unzip();
        let state = match done {
            Some(day) if day <= due => AgendaState::Kept,
            Some(_) => AgendaState::Late,
            None if due < as_of => AgendaState::Overdue,
            None => AgendaState::Upcoming,
        };
        Self { norm, due, subject, who, with, department, at, what, done, on_record, state, place }
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

fn owed<'r>(norm: &Norm, subject: &'r Subject, due: NaiveDate, records: &'r Records) -> OwedBy<'r> {
    let department = subject.departments().next();
    if subject.kind == Some(IdKind::Household) {
        let mut steps = subject.record.steps();
        let place = match (steps.next(), steps.next()) {
            (Some(Step::Field(list)), Some(Step::Index(n))) if list == field!("households") => n,
            _ => return OwedBy::default(),
        };
        let household = records.households.get(place as usize);
        return OwedBy { who: household.map(|it| it.holder.as_str()), ..OwedBy::default() };
    }
    let person = subject.people().next();
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
    // A talk between two members is owed by both.
    OwedBy { who: person, with: subject.people().nth(1), department }
}

/// Who leads the Party group on a day.
fn principal(records: &Records, day: NaiveDate) -> Option<&str> {
    records.people.iter().find(|it| it.leads(Body::PartyGroup, day)).map(|it| it.id.as_str())
}

impl RuleSet {
    /// Every duty that falls due from one day to another, both included: of each person and body, with its clause, its due
    /// day, how it stands on the as-of day, and what is on record.
    ///
    /// It reads the outcomes of the rules as of the last day of the window, or of the as-of day where that is later, so that
    /// membership, portfolios and consents count as the register has them on that day. Duties that return with the calendar are
    /// those of every period that ends in the window; duties that an event started are those whose event is on record. What has
    /// no day due is not listed; what could not be dated, as the policy sets no limit or the calendar of working days ends, is told
    /// in [`Agenda::undated`].
    #[must_use]
    pub fn agenda(
        &self,
        dossier: &Dossier,
        policy: &Policy,
        as_of: NaiveDate,
        from: NaiveDate,
        to: NaiveDate,
    ) -> Agenda {
        let mut report = Report { dues: Some(Vec::new()), ..Report::new() };
        self.evaluate_into(dossier, policy, to.max(as_of), &mut report);
        let notes = report.dues.take().into_iter().flatten();
        let due = notes.filter(|it| from <= it.due && it.due <= to);
        let mut entries: Vec<_> = due
            .map(|it| AgendaEntry::of(it, dossier.records(), as_of))
            .map(|it| ((it.due, it.norm.code, it.uid()), it))
            .collect();
        entries.sort_by(|(a, one), (b, other)| {
            // Of one duty what was met comes first.
            a.cmp(b).then_with(|| one.done.is_none().cmp(&other.done.is_none()))
        });
        entries.dedup_by(|(b, _), (a, _)| a == b);
        let entries: Vec<AgendaEntry> = entries.into_iter().map(|it| it.1).collect();
        let dated: HashSet<_> = entries.iter().map(|it| it.subject.key()).collect();
        // Fields that say until when, or how often.
        let open = |it: &Missing| match it {
            Missing::Policy(field) => {
                ["_limit", "_period", "_by"].iter().any(|end| field.ends_with(end))
            }
            Missing::Calendar { .. } => true,
            _ => false,
        };
        let undated = report.undetermined.into_iter().filter(|it| it.missing.iter().any(open));
        let undated = undated.filter(|it| !dated.contains(&it.subject.key()));
        Agenda { as_of, from, to, entries, undated: undated.collect() }
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
            format!("{}{}", lang.of("办理：", "to do: "), lang.pick(it.norm.gist)),
            format!("{}{}{on_record}", lang.of("状态：", "state: "), it.state.of(lang)),
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
