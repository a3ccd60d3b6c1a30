//! The subject of a check while it runs: references only; an identity is made of it when there is something to tell.

use std::borrow::Cow;

use crate::{
    finding::{Subject, SubjectName},
    norm::Code,
    part,
    path::{Path, Root, Step},
    shape::IdKind,
    time::{DateRange, NaiveDate},
};

/// What a record's part, or a duty, is told apart by; see [`Probe::subject`](super::Probe::subject).
///
/// ```
/// use oversight::{rule::Part, time::{DateRange, date}};
/// // A duty toward a member in a half-year.
/// let duty = Part::of_period(DateRange::between(date!(2024, 1, 1), date!(2024, 6, 30))).person("p3");
/// # let _ = duty;
/// ```
#[derive(Debug, Clone, Copy, Default)]
#[must_use]
pub struct Part<'s> {
    names: [Option<Name<'s>>; 2],
    period: Option<DateRange>,
    at: Option<Path>,
    named_by_place: bool,
    beside: Option<Path>,
    who: Option<&'s str>,
    day: Option<NaiveDate>,
}

#[derive(Debug, Clone, Copy)]
enum Name<'s> {
    Id(IdKind, &'s str),
    Word(&'static str, &'s str),
}

impl<'s> Part<'s> {
    /// The record itself; to be told apart by what follows.
    pub fn new() -> Self {
        Self::default()
    }

    /// A duty of one period.
    pub fn of_period(period: DateRange) -> Self {
        Self { period: Some(period), ..Self::default() }
    }

    /// A part of the record that stands in it at this address: an entry of a list, a task. What its record must state names
    /// it among the others.
    pub fn at(at: Path) -> Self {
        Self { at: Some(at), named_by_place: true, ..Self::default() }
    }

    /// The other of a pair, which is named by what stands there as well. It is one pair whichever of the two is named first.
    pub const fn beside(mut self, other: Path) -> Self {
        self.beside = Some(other);
        self
    }

    /// Told apart by the period too.
    pub const fn in_period(mut self, period: DateRange) -> Self {
        self.period = Some(period);
        self
    }

    /// Told apart by a person.
    pub fn person(self, id: &'s str) -> Self {
        self.named(Name::Id(IdKind::Person, id))
    }

    /// Told apart by a department.
    pub fn department(self, id: &'s str) -> Self {
        self.named(Name::Id(IdKind::Department, id))
    }

    /// Told apart by another record.
    pub fn record(self, kind: IdKind, id: &'s str) -> Self {
        self.named(Name::Id(kind, id))
    }

    /// Told apart by a word, such as the organ that something is owed to.
    pub fn word(self, what: &'static str, word: &'s str) -> Self {
        self.named(Name::Word(what, word))
    }

    /// Where it stands, where its name does not come from there.
    pub const fn standing_at(mut self, at: Path) -> Self {
        self.at = Some(at);
        self
    }

    /// Whom its departures concern that name nobody else.
    pub const fn of(mut self, who: Option<&'s str>) -> Self {
        self.who = who;
        self
    }

    /// The day of its departures that state none of their own.
    pub const fn on(mut self, day: NaiveDate) -> Self {
        self.day = Some(day);
        self
    }

    fn named(mut self, name: Name<'s>) -> Self {
        if let Some(slot) = self.names.iter_mut().find(|it| it.is_none()) {
            *slot = Some(name);
        }
        self
    }
}

/// The subject of a run.
#[derive(Debug, Clone, Copy)]
pub(crate) struct SubjectRef<'r> {
    pub(crate) kind: Option<IdKind>,
    pub(crate) id: Option<&'r str>,
    /// Address of the record.
    pub(crate) record: Path,
    /// Whom departures concern that name nobody else.
    pub(crate) who: Option<&'r str>,
    pub(crate) day: NaiveDate,
    /// What of the record, where it is not all of it.
    part: Option<&'r Part<'r>>,
}

impl<'r> SubjectRef<'r> {
    /// A record with an identifier, judged on a day.
    pub(crate) const fn of(kind: IdKind, id: &'r str, record: Path, day: NaiveDate) -> Self {
        Self { kind: Some(kind), id: Some(id), record, who: None, day, part: None }
    }

    /// The unit as a whole.
    pub(crate) const fn unit(day: NaiveDate) -> Self {
        Self { kind: None, id: None, record: Path::ROOT, who: None, day, part: None }
    }

    /// Whom departures concern that name nobody else.
    pub(crate) const fn concerning(mut self, who: Option<&'r str>) -> Self {
        self.who = who;
        self
    }

    /// What of it a check opens. A part of a part is told apart by the inner one alone.
    pub(super) fn narrowed<'s>(&'s self, part: &'s Part<'s>) -> SubjectRef<'s> {
        SubjectRef {
            who: part.who.or(self.who),
            day: part.day.unwrap_or(self.day),
            part: Some(part),
            ..*self
        }
    }

    /// Where it stands.
    pub(crate) fn at(&self) -> Path {
        self.part.and_then(|it| it.at).unwrap_or(self.record)
    }

    /// Whether it is a pair, of which either may be named first.
    pub(crate) fn is_pair(&self) -> bool {
        self.part.is_some_and(|it| it.beside.is_some())
    }

    /// The subject with its identity.
    pub(crate) fn told(&self, code: Code, roots: Roots<'_>) -> Subject {
        let mut names = Vec::new();
        if let Some(it) = self.part {
            if it.named_by_place {
                let pair = [it.at, it.beside].into_iter().flatten();
                // Of a pair both are named from the dossier on, so that it has one name.
                let from = if it.beside.is_some() { None } else { Some(&self.record) };
                let named = |at: Path| {
                    let own = place(roots, from, &at);
                    match (from, at.root().list(), self.id) {
                        (None, Some(list), Some(id)) => {
                            let mut whole = format!("{list}/");
                            part::escape(id, &mut whole);
                            Box::from(whole + "/" + &own)
                        }
                        _ => own.into(),
                    }
                };
                names.extend(pair.map(|at| SubjectName::Part(named(at))));
                names.sort();
            }
            names.extend(it.names.iter().flatten().map(|name| match name {
                Name::Id(kind, id) => SubjectName::Id(*kind, (*id).into()),
                Name::Word(what, word) => SubjectName::Word(what, (*word).to_owned().into()),
            }));
        }
        // A pair belongs to neither of its two records.
        let own = !self.is_pair();
        Subject {
            code,
            kind: self.kind.filter(|_| own),
            id: self.id.filter(|_| own).map(Into::into),
            names,
            period: self.part.and_then(|it| it.period),
            at: self.at(),
            record: self.record,
        }
    }
}

/// What addresses count from: the dossier, or a record that is checked alone beside it.
#[derive(Clone, Copy)]
pub(crate) struct Roots<'r> {
    pub(crate) dossier: &'r dyn part::Part,
    pub(crate) alone: Option<&'r dyn part::Part>,
}

impl<'r> Roots<'r> {
    fn of(self, at: &Path) -> &'r dyn part::Part {
        self.alone.filter(|_| at.root() != Root::Dossier).unwrap_or(self.dossier)
    }
}

/// Where a fact stands: in a record, or, where it stands elsewhere, in the dossier; by names and not by numbers.
pub(super) fn place(roots: Roots<'_>, record: Option<&Path>, at: &Path) -> Cow<'static, str> {
    // Steps that it has in common with its record say nothing.
    let skip = record.filter(|it| it.root() == at.root()).map_or(0, |record| record.common(at));
    let mut rest = at.steps().skip(skip);
    // Most often it is the record itself or one of its fields, which needs no look at the records.
    let one = match (rest.next(), rest.next()) {
        (None, _) => return Cow::Borrowed(""),
        (Some(Step::Field(key)), None) => Some(key.as_str()),
        _ => None,
    };
    if let Some(key) = one {
        return Cow::Borrowed(key);
    }
    let mut place = String::with_capacity(48);
    part::write_named(roots.of(at), at, skip, &mut place);
    place.trim_start_matches('/').to_owned().into()
}
