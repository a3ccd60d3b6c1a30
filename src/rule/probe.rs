//! What a check writes on: departures, missing facts, what is awaited, and why a rule does not reach a subject.

use std::{borrow::Cow, collections::HashSet, fmt};

use super::{
    Answer, Context, Due, DueOf, Part, SubjectRef, after,
    subject::{Roots, place},
};
use crate::{
    facts::Fact,
    finding::{
        Breach, Denominator, DueNote, Evidence, FactState, Hinge, Missing, OpenQuestion, Pending,
        Subject, Undetermined, Violation, Why,
    },
    norm::Norm,
    outcome::Outcome,
    path::Path,
    policy::{Departure, Policy, Setting},
    report::{Report, Trace},
    time::{NaiveDate, NotCovered, Term},
};

/// The waiver that counts for a departure.
fn waiver_of(it: &Violation, policy: &Policy, as_of: NaiveDate) -> Option<usize> {
    let key = it.subject.key();
    let people: Vec<&str> = it.subject.people().chain(it.who.as_deref()).collect();
    let departments: Vec<&str> = it.subject.departments().collect();
    let departure = Departure {
        code: it.norm.code.as_str(),
        key: key.as_str(),
        id: it.subject.id.as_deref(),
        people: &people,
        departments: &departments,
        period: it.subject.period,
        day: it.day,
    };
    policy.waiver_of(&departure, as_of)
}

/// So many are compared one by one rather than hashed.
const FEW: usize = 8;

/// What a check writes on: departures, missing facts, what is awaited, and why a rule does not reach a subject.
pub struct Probe<'r> {
    norm: &'static Norm,
    /// Its row of the tally.
    row: usize,
    subject: SubjectRef<'r>,
    run: Shared<'r>,
    report: &'r mut Report,
    missing: &'r mut Vec<Missing>,
    /// Where what belongs to this subject begins.
    first: Marks,
    /// Where what it rests on begins: with what the record as a whole was asked before it was opened.
    rests_from: usize,
    hinges: [Option<Hinge>; 3],
    why: Why,
    /// Whether parts of the subject were opened, each of which has an outcome of its own.
    opened: bool,
    /// Addresses of a step that is only about to be taken.
    pub(crate) awaited: Option<&'r [Path; 3]>,
    /// Whether whatever is lacking is awaited.
    awaits_all: bool,
}

/// What all subjects of a run share.
#[derive(Clone, Copy)]
pub(crate) struct Shared<'r> {
    pub(crate) policy: &'r Policy,
    pub(crate) roots: Roots<'r>,
}

/// How far the lists of a report were filled.
#[derive(Debug, Clone, Copy)]
struct Marks {
    violations: usize,
    pending: usize,
    missing: usize,
    dues: usize,
    evidence: usize,
}

impl Marks {
    fn of(report: &Report, missing: &[Missing]) -> Self {
        Self {
            violations: report.violations.len(),
            pending: report.pending.len(),
            missing: missing.len(),
            dues: report.dues.as_ref().map_or(0, Vec::len),
            evidence: report.evidence.as_ref().map_or(0, Vec::len),
        }
    }
}

impl fmt::Debug for Probe<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Probe")
            .field("code", &self.norm.code)
            .field("subject", &self.subject)
            .finish_non_exhaustive()
    }
}

impl<'r> Probe<'r> {
    pub(crate) fn new(
        norm: &'static Norm,
        row: usize,
        subject: SubjectRef<'r>,
        run: Shared<'r>,
        report: &'r mut Report,
        missing: &'r mut Vec<Missing>,
    ) -> Self {
        let first = Marks::of(report, missing);
        Self {
            norm,
            row,
            subject,
            run,
            first,
            rests_from: first.evidence,
            report,
            missing,
            hinges: [None, None, None],
            why: Why::OtherKind,
            opened: false,
            awaited: None,
            awaits_all: false,
        }
    }

    /// Opens a part of the record, or a duty of a period, as a subject of its own: it is checked, closed and counted by itself, so
    /// that nothing of it hides what belongs to another. The answer is its outcome, which belongs to it alone.
    ///
    /// Where a check has opened any, the record as a whole counts only where something departs, is missing or awaited beside
    /// them; see [`Probe::unless_opened`].
    pub fn subject(
        &mut self,
        part: Part<'_>,
        check: impl FnOnce(&mut Probe<'_>) -> Answer,
    ) -> Outcome {
        self.opened = true;
        let before = Marks::of(self.report, self.missing);
        let subject = self.subject.narrowed(&part);
        let mut probe = Probe {
            norm: self.norm,
            row: self.row,
            subject,
            run: self.run,
            first: before,
            rests_from: self.rests_from,
            report: &mut *self.report,
            missing: &mut *self.missing,
            hinges: self.hinges.clone(),
            why: self.why,
            opened: false,
            awaited: self.awaited,
            awaits_all: self.awaits_all,
        };
        let answer = check(&mut probe);
        let outcome = probe.close(answer);
        // What the record as a whole has told so far stays at the end, where it is looked for.
        let own = before.violations - self.first.violations;
        let told = self.report.violations.get_mut(self.first.violations..);
        if let Some(told) = told {
            told.rotate_left(own);
        }
        self.first.violations = self.report.violations.len() - own;
        let own = before.pending - self.first.pending;
        let told = self.report.pending.get_mut(self.first.pending..);
        if let Some(told) = told {
            told.rotate_left(own);
        }
        self.first.pending = self.report.pending.len() - own;
        outcome
    }

    /// The outcome of the record itself where no part of it was opened: not applicable, for this reason.
    pub const fn unless_opened(&mut self, why: Why) -> Outcome {
        self.not_applicable(why)
    }

    /// What the rule asks of this record it asks of another subject: the record is none of its own.
    pub(crate) const fn asked_elsewhere(&mut self) -> Outcome {
        self.opened = true;
        Outcome::Compliant
    }

    /// Ends a check: keeps what belongs to the outcome, drops the rest, counts.
    pub(crate) fn close(&mut self, answer: Answer) -> Outcome {
        let outcome = match answer {
            Ok(outcome) | Err(outcome) => outcome,
        };
        let quiet = outcome <= Outcome::Compliant && !self.opened && !self.told_anything();
        if quiet && self.report.trace.is_none() {
            // Most checks end here: there is nothing to keep or to drop.
            if let Some(row) = self.report.tally.rows.get_mut(self.row) {
                row.count(outcome, self.why, false);
            }
            return outcome;
        }
        if self.opened && outcome <= Outcome::Compliant {
            // Its parts have told.
            self.report.violations.truncate(self.first.violations);
            self.report.pending.truncate(self.first.pending);
            self.missing.truncate(self.first.missing);
            self.rested_on();
            return outcome;
        }
        let mut waived = false;
        if outcome == Outcome::Violated {
            waived = self.close_violations();
        } else {
            self.report.violations.truncate(self.first.violations);
        }
        if outcome == Outcome::Undetermined {
            let missing = self.distinct_missing();
            let subject = self.told();
            self.report.undetermined.push(Undetermined { norm: self.norm, subject, missing });
        }
        self.missing.truncate(self.first.missing);
        self.note_dues(outcome);
        if outcome != Outcome::Pending {
            self.report.pending.truncate(self.first.pending);
        }
        if let Some(row) = self.report.tally.rows.get_mut(self.row) {
            row.count(outcome, self.why, waived);
        }
        if self.report.trace.is_some() {
            let why = (outcome == Outcome::NotApplicable).then_some(self.why);
            let (code, subject, evidence) = (self.norm.code, self.told(), self.rested_on());
            if let Some(trace) = &mut self.report.trace {
                trace.push(Trace { code, subject, outcome, why, evidence });
            }
        }
        outcome
    }

    /// Whether anything was noted that may have to be kept or dropped.
    fn told_anything(&self) -> bool {
        self.report.violations.len() != self.first.violations
            || self.report.pending.len() != self.first.pending
            || self.missing.len() != self.first.missing
    }

    /// What is awaited or late falls due, whether the check noted it or not.
    fn note_dues(&mut self, outcome: Outcome) {
        let Some(dues) = &self.report.dues else { return };
        let noted: Vec<(Path, NaiveDate)> =
            dues.iter().skip(self.first.dues).map(|it| (it.at, it.due)).collect();
        let awaited = self.report.pending.iter().skip(self.first.pending);
        let awaited = awaited.filter_map(|it| Some((it.at, it.due?, None)));
        let late = self.report.violations.iter().skip(self.first.violations);
        let late = late.filter_map(|it| match it.breach {
            Breach::Late { due, done } => Some((it.at, due, done.map(|day| (day, it.at)))),
            _ => None,
        });
        let more: Vec<_> = match outcome {
            Outcome::Pending => awaited.collect(),
            Outcome::Violated => late.chain(awaited).collect(),
            _ => return,
        };
        for (at, due, done) in more {
            if !noted.iter().any(|it| it.0 == at || it.1 == due) {
                self.falls_due(at, due, done);
            }
        }
    }

    /// Gives the departures of this subject their places and looks for waivers; the answer says whether all are waived.
    fn close_violations(&mut self) -> bool {
        let (policy, as_of) = (self.run.policy, self.report.as_of);
        let mut waived = true;
        for it in self.report.violations.iter_mut().skip(self.first.violations) {
            if it.place.is_empty() && !self.subject.is_pair() {
                let other = it.also.first().filter(|_| it.apart_by_also);
                let at = other.unwrap_or(&it.at);
                it.place = place(self.run.roots, Some(&self.subject.record), at);
            }
            if !policy.waivers().is_empty() {
                it.waived_by = waiver_of(it, policy, as_of);
            }
            waived &= it.waived_by.is_some();
        }
        waived
    }

    /// Takes what this subject rested on, each once.
    fn rested_on(&mut self) -> Vec<Evidence> {
        let mut rested = Vec::new();
        if let Some(noted) = &mut self.report.evidence {
            for it in noted.iter().skip(self.rests_from) {
                if !rested.contains(it) {
                    rested.push(it.clone());
                }
            }
            noted.truncate(self.first.evidence);
        }
        rested
    }

    /// Notes what the outcome rests on, where the report keeps it.
    fn rests_on(&mut self, evidence: impl FnOnce() -> Evidence) {
        if let Some(noted) = &mut self.report.evidence {
            noted.push(evidence());
        }
    }

    /// Notes a number held against the number that is needed.
    pub(crate) fn counts(&mut self, found: u32, required: u32, of: Denominator, total: u32) {
        self.rests_on(|| Evidence::Count { required, found, of, total });
    }

    /// What is missing of this subject, each once.
    fn distinct_missing(&mut self) -> Vec<Missing> {
        let missing = self.missing.split_off(self.first.missing);
        let mut distinct: Vec<Missing> = Vec::with_capacity(missing.len());
        if missing.len() <= FEW {
            for it in missing {
                if !distinct.contains(&it) {
                    distinct.push(it);
                }
            }
        } else {
            let mut seen = HashSet::with_capacity(missing.len());
            distinct.extend(missing.into_iter().filter(|it| seen.insert(it.clone())));
        }
        distinct
    }

    /// The subject with its identity.
    fn told(&self) -> Subject {
        self.subject.told(self.norm.code, self.run.roots)
    }

    /// What is lacking from here on is awaited, wherever it stands.
    pub(crate) const fn await_all(&mut self) {
        self.awaits_all = true;
    }

    /// The day of the departures that follow and state none of their own.
    pub(crate) const fn set_day(&mut self, day: NaiveDate) {
        self.subject.day = day;
    }

    /// Address of the subject.
    #[must_use]
    pub fn at(&self) -> Path {
        self.subject.at()
    }

    /// The norm does not reach this subject.
    pub const fn not_applicable(&mut self, why: Why) -> Outcome {
        self.why = why;
        Outcome::NotApplicable
    }

    /// Goes on only where the norm reaches the subject.
    ///
    /// # Errors
    ///
    /// `NotApplicable` where it does not.
    pub fn reach(&mut self, reaches: bool, why: Why) -> Result<(), Outcome> {
        if reaches { Ok(()) } else { Err(self.not_applicable(why)) }
    }

    /// A departure. The answer is `Violated`.
    pub fn breach(&mut self, at: Path, breach: Breach) -> Outcome {
        self.breach_with(at, breach, |_| {})
    }

    /// A departure with more to tell about it: who, which day, how grave, what else shows it.
    pub fn breach_with(
        &mut self,
        at: Path,
        breach: Breach,
        more: impl FnOnce(&mut Violation),
    ) -> Outcome {
        let mut violation = Violation {
            norm: self.norm,
            subject: self.told(),
            at,
            also: Vec::new(),
            breach,
            severity: self.norm.severity,
            day: self.subject.day,
            who: self.subject.who.map(Into::into),
            hinges: self.hinges.iter().flatten().cloned().collect(),
            waived_by: None,
            place: Cow::Borrowed(""),
            apart_by_also: false,
        };
        more(&mut violation);
        self.report.violations.push(violation);
        Outcome::Violated
    }

    /// Takes back the last departure, which is told in other words.
    pub(crate) fn retract(&mut self) {
        if self.report.violations.len() > self.first.violations {
            self.report.violations.pop();
        }
    }

    /// Notes that what follows hinges on a parameter, so that a departure says whose word it is.
    pub fn hinge<T>(&mut self, setting: &Setting<T>) {
        let noted = |it: &Option<Hinge>| it.as_ref().is_none_or(|it| it.field == setting.field);
        if let Some(slot) = self.hinges.iter_mut().find(|it| noted(it)) {
            *slot = Some(Hinge::of(setting));
        }
    }

    /// Something would settle it. The answer is `Undetermined`.
    pub fn lack(&mut self, missing: Missing) -> Outcome {
        let awaited = |at: &Path| {
            let within = |all: &[Path; 3]| all.iter().any(|it| at.is_within(it));
            self.awaits_all || self.awaited.is_some_and(within)
        };
        if let Some(at) = missing.path().filter(awaited) {
            return self.pending(at, None);
        }
        self.missing.push(missing);
        Outcome::Undetermined
    }

    /// Nobody has said what stands at this address.
    pub fn unknown(&mut self, at: Path) -> Outcome {
        self.lack(Missing::Fact(at))
    }

    /// The law leaves it open.
    pub fn open(&mut self, question: OpenQuestion) -> Outcome {
        self.lack(Missing::OpenLaw(question))
    }

    /// A fact the check cannot do without: `None` where it is on record that there is none.
    ///
    /// # Errors
    ///
    /// `Undetermined` where nobody has said.
    #[inline]
    pub fn need<'f, T>(
        &mut self,
        fact: &'f Fact<T>,
        at: impl FnOnce() -> Path,
    ) -> Result<Option<&'f T>, Outcome> {
        match fact {
            Fact::Known(value) if self.report.evidence.is_none() => Ok(Some(value)),
            Fact::Absent if self.report.evidence.is_none() => Ok(None),
            _ => self.need_noted(fact, at()),
        }
    }

    /// The same, noting what was read, or that nobody has said.
    #[cold]
    fn need_noted<'f, T>(&mut self, fact: &'f Fact<T>, at: Path) -> Result<Option<&'f T>, Outcome> {
        self.rests_on(|| Evidence::Fact { at, state: FactState::of(fact) });
        match fact {
            Fact::Known(value) => Ok(Some(value)),
            Fact::Absent => Ok(None),
            Fact::Unknown => Err(self.unknown(at)),
        }
    }

    /// Notes a fact that the outcome hangs on, where the check looks at it in its own way.
    pub fn looks_at<T>(&mut self, fact: &Fact<T>, at: impl FnOnce() -> Path) {
        self.rests_on(|| Evidence::Fact { at: at(), state: FactState::of(fact) });
    }

    /// Notes a parameter that the outcome hangs on, where the check can do without it.
    pub fn reads<T>(&mut self, setting: &Setting<T>) {
        self.rests_on(|| Evidence::Parameter {
            hinge: Hinge::of(setting),
            set: setting.value.is_some(),
            since: setting.since,
        });
    }

    /// A parameter the check cannot do without.
    ///
    /// # Errors
    ///
    /// `Undetermined`, naming the field, where it is unset.
    pub fn setting<'s, T>(&mut self, setting: &'s Setting<T>) -> Result<&'s T, Outcome> {
        self.reads(setting);
        match &setting.value {
            Some(value) => Ok(value),
            None => Err(self.lack(Missing::Policy(setting.field))),
        }
    }

    /// What the calendar answers.
    ///
    /// # Errors
    ///
    /// `Undetermined` where it does not cover the days.
    pub fn covered<T>(&mut self, day: Result<T, NotCovered>) -> Result<T, Outcome> {
        day.map_err(|not_covered| self.lack(Missing::calendar(not_covered)))
    }

    /// Whether what falls due is noted, for an agenda.
    pub(crate) const fn notes_dues(&self) -> bool {
        self.report.dues.is_some()
    }

    /// Notes for an agenda that a duty falls due on a day, and when and where it was met.
    pub(crate) fn falls_due(&mut self, at: Path, due: NaiveDate, done: Option<(NaiveDate, Path)>) {
        self.falls_due_of(at, due, done, DueOf::default());
    }

    /// The same of one thing among several that are asked at once, or of what somebody owes.
    pub(crate) fn falls_due_of(
        &mut self,
        at: Path,
        due: NaiveDate,
        done: Option<(NaiveDate, Path)>,
        more: DueOf<'_>,
    ) {
        let as_of = self.report.as_of;
        self.rests_on(|| Evidence::Due {
            due,
            done: done.map(|it| it.0).filter(|day| *day <= as_of),
        });
        let who = more.who.or(self.subject.who);
        if self.report.dues.is_none() {
            return;
        }
        let subject = self.told();
        let place = place(self.run.roots, Some(&self.subject.record), &at);
        if let Some(dues) = &mut self.report.dues {
            dues.push(DueNote {
                norm: self.norm,
                subject,
                who: who.map(Into::into),
                at,
                due,
                done,
                what: more.what,
                department: more.department.map(Into::into),
                place,
            });
        }
    }

    /// The same of what has to be done within a term from a day.
    pub(crate) fn falls_due_after(
        &mut self,
        cx: &Context<'_>,
        from: NaiveDate,
        limit: &Setting<Term>,
        at: Path,
        done: Option<(NaiveDate, Path)>,
    ) {
        if self.notes_dues() {
            let due = limit.value.and_then(|term| Due::of(cx, from, term).ok()?.last.ok());
            if let Some(due) = due.filter(|due| *due >= cx.policy.measures_from()) {
                self.falls_due(at, due, done);
            }
        }
    }

    /// Not yet done and not yet overdue, and on the agenda where it has a day. The answer is `Pending`.
    pub(crate) fn awaits(&mut self, at: Path, due: Option<NaiveDate>) -> Outcome {
        if let Some(due) = due {
            self.falls_due(at, due, None);
        }
        self.pending(at, due)
    }

    /// Not yet done and not yet overdue. The answer is `Pending`.
    pub fn pending(&mut self, at: Path, due: Option<NaiveDate>) -> Outcome {
        let subject = self.told();
        self.report.pending.push(Pending { norm: self.norm, subject, at, due });
        Outcome::Pending
    }

    /// When something is due that had to be done within a term from a day.
    ///
    /// # Errors
    ///
    /// `Undetermined` where the term is unset or the calendar does not cover its days.
    pub fn due(
        &mut self,
        cx: &Context<'_>,
        from: NaiveDate,
        limit: &Setting<Term>,
    ) -> Result<Due, Outcome> {
        let term = *self.setting(limit)?;
        self.covered(Due::of(cx, from, term))
    }

    /// For duties that began before the measures bound: judged where their last day is on or after the first day of the
    /// measures; where no term is set, by the day of the act.
    ///
    /// # Errors
    ///
    /// `NotApplicable` where the norm did not yet bind.
    pub fn straddles(
        &mut self,
        cx: &Context<'_>,
        from: NaiveDate,
        limit: &Setting<Term>,
    ) -> Result<(), Outcome> {
        let first = cx.policy.measures_from();
        if from >= first {
            return Ok(());
        }
        let due = limit.value.and_then(|term| Due::of(cx, from, term).ok());
        let last = due.map(|due| due.last.unwrap_or(due.surely));
        self.reach(last.is_some_and(|last| last >= first), Why::NotInForce)
    }

    /// Judges something that had to be done within a term from a day: kept on its last day, late from the next;
    /// what was done late stays a departure. Done on the very day it is in time whatever the term is, so that an
    /// unset term is then not needed.
    pub fn within(
        &mut self,
        cx: &Context<'_>,
        from: NaiveDate,
        done: &Fact<NaiveDate>,
        limit: &Setting<Term>,
        at: Path,
    ) -> Outcome {
        // What the records say was done after the as-of day was not yet done on it.
        let done = match done {
            Fact::Known(day) if *day > cx.as_of => Fact::Absent,
            other => *other,
        };
        self.falls_due_after(cx, from, limit, at, done.known().map(|day| (*day, at)));
        self.in_time(cx, from, done, limit, at)
    }

    /// The same, of what is noted elsewhere as falling due.
    pub(crate) fn in_time(
        &mut self,
        cx: &Context<'_>,
        from: NaiveDate,
        done: Fact<NaiveDate>,
        limit: &Setting<Term>,
        at: Path,
    ) -> Outcome {
        // What the records say was done after the as-of day was not yet done on it.
        let done = match done {
            Fact::Known(day) if day > cx.as_of => Fact::Absent,
            other => other,
        };
        if done.known().is_some_and(|day| *day <= from) {
            return Outcome::Compliant;
        }
        let due = self.due(cx, from, limit);
        if done.is_unknown() {
            return self.unknown(at);
        }
        let due = match due {
            Ok(due) => due,
            Err(outcome) => return outcome,
        };
        if let Ok(due) = due.last {
            self.rests_on(|| Evidence::Due { due, done: done.known().copied() });
        }
        match done {
            Fact::Known(day) if day <= due.surely => return Outcome::Compliant,
            Fact::Absent if cx.as_of <= due.surely => return self.pending(at, due.last.ok()),
            Fact::Known(_) | Fact::Absent | Fact::Unknown => {}
        }
        let due = match self.covered(due.last) {
            Ok(due) => due,
            Err(outcome) => return outcome,
        };
        let done = done.known().copied();
        match done {
            Some(day) if day <= due => Outcome::Compliant,
            None if cx.as_of <= due => self.pending(at, Some(due)),
            _ => {
                self.hinge(limit);
                self.breach_with(at, Breach::Late { due, done }, |it| it.day = after(due))
            }
        }
    }
}
