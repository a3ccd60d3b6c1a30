//! Choose rules and run them.

mod agenda;
mod gate;

pub use agenda::{Agenda, AgendaEntry, AgendaState};
pub use gate::Gate;

use std::sync::Arc;

use crate::{
    error::{Error, Fault, FaultKind},
    facts::{
        Dossier, Household, ItemId, Meeting, PowerList,
        index::{Index, MeetingIndex},
    },
    finding::{Missing, Why},
    law::instruments::MEASURES,
    norm::{Code, Norm, Status},
    outcome::Outcome,
    path::Path,
    policy::Policy,
    report::{LeftOut, Report, TallyRow, Trace, WaiverNote, WaiverState},
    rule::{
        AccountabilityReportCase, ActCase, ActivityCase, Answer, ApproachCase, AskedMatterCase,
        BranchCase, CaseFilingCase, Check, Checks, ConcernCase, Context, DecisionCase,
        DepartmentCase, FindingCase, HouseholdCase, ImportantCaseCase, InspectionCase,
        InterestCase, ItemCase, LifeMeetingCase, ListCase, MeetingCase, OffHoursProblemCase,
        OmissionCase, PaymentCase, PeerBreachCase, PersonCase, PlanCase, Probe, PromotionCase,
        RequestCase, ShortfallCase, SpecialCauseCase, SubjectRef, ThreadCase, UnitCase,
    },
    rules::{self, NoSuchRule},
    time::NaiveDate,
};

/// The rules to run, chosen once, shared freely and run as often as you like.
///
/// ```
/// use oversight::{RuleSet, facts::{Dossier, Records}, policy::Policy, time::date};
/// let rules = RuleSet::stable().without("MTG022", "kept by another system")?;
/// let dossier = Dossier::new(Records::new())?;
/// let report = rules.evaluate(&dossier, &Policy::default(), date!(2024, 6, 30));
/// assert_eq!(report.violations().len(), 0);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
pub struct RuleSet {
    rules: Vec<Chosen>,
    left_out: Vec<LeftOut>,
    shelves: Shelves,
    own: Vec<(usize, Check)>,
}

/// A choice of rules that cannot be made. Nothing is left out or added in silence.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ChoiceError {
    /// The crate has no such rule.
    #[error(transparent)]
    NoSuchRule(#[from] NoSuchRule),
    /// The rule is not among those chosen.
    #[error("{0} is not among the rules chosen")]
    NotChosen(String),
    /// The rule is already among those chosen.
    #[error("{0} is already among the rules chosen")]
    AlreadyChosen(Code),
    /// A caller's own code that does not begin with `X`.
    #[error("{0} is none of a caller's own: those begin with `X`")]
    NotCallersOwn(Code),
    /// Text that is no version such as `0.1`, or one before the first.
    #[error("`{0}` is no version of the crate")]
    NoSuchVersion(String),
}

macro_rules! shelves {
    ($($field:ident $Case:ident,)+) => {
        /// The functions of the crate by kind of subject.
        #[derive(Debug, Clone, Default)]
        struct Shelves {
            $( $field: Vec<Shelved<fn(&$Case<'_>, &mut Probe<'_>) -> Answer>>, )+
        }

        impl Shelves {
            fn add(&mut self, row: usize, norm: &'static Norm, checks: &Checks) {
                let by_own_day = checks.by_own_day;
                $( self.$field.extend(checks.$field.map(|check| Shelved {
                    row, norm, by_own_day, check,
                })); )+
            }
        }
    };
}

shelves! {
    meeting MeetingCase,
    item ItemCase,
    decision DecisionCase,
    payment PaymentCase,
    promotion PromotionCase,
    household HouseholdCase,
    interest InterestCase,
    list ListCase,
    act ActCase,
    thread ThreadCase,
    approach ApproachCase,
    omission OmissionCase,
    inspection InspectionCase,
    finding FindingCase,
    activity ActivityCase,
    life_meeting LifeMeetingCase,
    concern ConcernCase,
    special_cause SpecialCauseCase,
    accountability_report AccountabilityReportCase,
    request RequestCase,
    matter AskedMatterCase,
    case_filing CaseFilingCase,
    plan PlanCase,
    important_case ImportantCaseCase,
    shortfall ShortfallCase,
    peer_breach PeerBreachCase,
    off_hours_problem OffHoursProblemCase,
    branch BranchCase,
    person PersonCase,
    department DepartmentCase,
    unit UnitCase,
}

/// Every rule on one kind of subject, the crate's and the caller's own.
macro_rules! judge {
    ($run:ident, $field:ident $Kind:ident, $case:expr, $subject:expr) => {
        let (case, subject) = ($case, $subject);
        for it in &$run.rules.shelves.$field {
            $run.one(it.row, it.norm, it.by_own_day, subject, |probe| (it.check)(case, probe));
        }
        for (row, norm, check) in $run.own() {
            if let Check::$Kind(check) = check {
                $run.one(row, norm, false, subject, |probe| check(case, probe));
            }
        }
    };
}

/// The same on each record of a list: whom a departure concerns, and the day that is judged.
macro_rules! judge_each {
    (
        $run:ident, $field:ident $Kind:ident $Case:ident { $record:ident } of $list:expr,
        $who:expr, $day:expr
    ) => {
        for (place, $record) in (0u32..).zip($list) {
            let case = $Case { cx: $run.cx, $record, place };
            let (id, who, day) = (Some($record.id.as_str()), $who, $day);
            let subject = SubjectRef { at: &case.at(), id, who, day };
            judge!($run, $field $Kind, &case, subject);
        }
    };
}

#[derive(Debug, Clone)]
struct Shelved<F> {
    /// Its row of the tally.
    row: usize,
    norm: &'static Norm,
    by_own_day: bool,
    check: F,
}

#[derive(Debug, Clone)]
struct Chosen {
    norm: &'static Norm,
    checks: Option<&'static Checks>,
    own: Option<Check>,
}

/// A record that can be checked before it is in a dossier.
pub trait Record: sealed::Sealed {
    #[doc(hidden)]
    fn check_alone(
        &self,
        rules: &RuleSet,
        cx: Context<'_>,
        report: &mut Report,
    ) -> Result<(), Error>;
}

mod sealed {
    pub trait Sealed {}
    impl Sealed for crate::facts::Meeting {}
}

impl Record for Meeting {
    fn check_alone(
        &self,
        rules: &RuleSet,
        cx: Context<'_>,
        report: &mut Report,
    ) -> Result<(), Error> {
        let index = Index::of_meeting(cx.dossier.records(), self).map_err(Error::from_faults)?;
        let mut run = Run::new(rules, cx, report);
        run.meeting(self, &index, Path::ROOT, None);
        run.finish(false);
        Ok(())
    }
}

impl sealed::Sealed for Household {}

impl Record for Household {
    fn check_alone(
        &self,
        rules: &RuleSet,
        cx: Context<'_>,
        report: &mut Report,
    ) -> Result<(), Error> {
        let index = Index::of_household(cx.dossier.records(), self).map_err(Error::from_faults)?;
        let case = HouseholdCase { cx, household: self, at: Path::ROOT, index: &index };
        let mut run = Run::new(rules, cx, report);
        run.household(&case);
        run.finish(false);
        Ok(())
    }
}

impl sealed::Sealed for PowerList {}

impl Record for PowerList {
    fn check_alone(
        &self,
        rules: &RuleSet,
        cx: Context<'_>,
        report: &mut Report,
    ) -> Result<(), Error> {
        let item = Index::of_list(cx.dossier.records(), self).map_err(Error::from_faults)?;
        let mut run = Run::new(rules, cx, report);
        let mut lists = (0u32..).zip(&cx.dossier.records().power_lists);
        let place = lists.find(|it| it.1.id == self.id).map(|it| it.0);
        run.list(&ListCase { cx, list: self, at: Path::ROOT, place, alone: true, item });
        run.finish(false);
        Ok(())
    }
}

impl RuleSet {
    /// Every stable rule of the crate.
    #[must_use]
    pub fn stable() -> Self {
        Self::of(|norm| norm.status == Status::Stable)
    }

    /// None; to be filled with [`RuleSet::with`] and [`RuleSet::and`].
    #[must_use]
    pub fn none() -> Self {
        Self::of(|_| false)
    }

    fn of(keep: impl Fn(&Norm) -> bool) -> Self {
        let rules = rules::all()
            .filter(|rule| keep(&rule.norm))
            .map(|rule| Chosen { norm: &rule.norm, checks: Some(&rule.checks), own: None })
            .collect();
        Self { rules, left_out: Vec::new(), shelves: Shelves::default(), own: Vec::new() }.shelved()
    }

    /// Lays the functions out by kind of subject.
    fn shelved(mut self) -> Self {
        self.shelves = Shelves::default();
        self.own.clear();
        for (row, it) in self.rules.iter().enumerate() {
            if let Some(checks) = it.checks {
                self.shelves.add(row, it.norm, checks);
            }
            self.own.extend(it.own.clone().map(|check| (row, check)));
        }
        self
    }

    /// Adds the rules that are on trial.
    #[must_use]
    pub fn with_preview(mut self) -> Self {
        for rule in rules::all().filter(|it| it.norm.status == Status::Preview) {
            if !self.has(rule.norm.code.as_str()) {
                self.rules.push(Chosen { norm: &rule.norm, checks: Some(&rule.checks), own: None });
            }
        }
        self.shelved()
    }

    /// Adds one rule of the crate by code.
    ///
    /// # Errors
    ///
    /// Where the crate has no such rule, or it is already chosen.
    pub fn and(mut self, code: &str) -> Result<Self, ChoiceError> {
        let rule = rules::find(code)?;
        if self.has(code) {
            return Err(ChoiceError::AlreadyChosen(rule.norm.code));
        }
        self.left_out.retain(|it| it.code != rule.norm.code);
        self.rules.push(Chosen { norm: &rule.norm, checks: Some(&rule.checks), own: None });
        Ok(self.shelved())
    }

    /// Leaves one rule out; the report says so, with the reason.
    ///
    /// # Errors
    ///
    /// Where there is no such rule, or it is not among those chosen.
    pub fn without(mut self, code: &str, reason: impl Into<String>) -> Result<Self, ChoiceError> {
        let found = self.rules.iter().position(|it| it.norm.code.as_str() == code);
        let Some(place) = found else {
            rules::find(code)?;
            return Err(ChoiceError::NotChosen(code.into()));
        };
        let gone = self.rules.remove(place);
        self.left_out.push(LeftOut { code: gone.norm.code, reason: reason.into() });
        Ok(self.shelved())
    }

    /// Only rules that a version of the crate already had, such as `"0.1"`, so that an upgrade adds none. The report names
    /// those that are left out.
    ///
    /// # Errors
    ///
    /// Where the text is no version of two or three numbers, or lies before the first.
    pub fn as_shipped_in(mut self, version: &str) -> Result<Self, ChoiceError> {
        let wanted = release(version)
            .filter(|it| *it >= (0, 1))
            .ok_or_else(|| ChoiceError::NoSuchVersion(version.into()))?;
        let newer = |it: &Chosen| it.own.is_none() && release(it.norm.since) > Some(wanted);
        for it in self.rules.iter().filter(|it| newer(it)) {
            let reason = format!("shipped in {}, after {version}", it.norm.since);
            self.left_out.push(LeftOut { code: it.norm.code, reason });
        }
        self.rules.retain(|it| !newer(it));
        Ok(self.shelved())
    }

    /// Adds a rule of the caller's own; its code begins with `X`.
    ///
    /// See `examples/own_rule.rs`.
    ///
    /// # Errors
    ///
    /// Where the code does not begin with `X`, or is already among those chosen.
    pub fn with(mut self, norm: &'static Norm, check: Check) -> Result<Self, ChoiceError> {
        if !norm.code.is_callers_own() {
            return Err(ChoiceError::NotCallersOwn(norm.code));
        }
        if self.has(norm.code.as_str()) {
            return Err(ChoiceError::AlreadyChosen(norm.code));
        }
        self.rules.push(Chosen { norm, checks: None, own: Some(check) });
        Ok(self.shelved())
    }

    /// The norms of the rules, in order.
    #[must_use]
    pub fn norms(&self) -> impl ExactSizeIterator<Item = &'static Norm> + '_ {
        self.rules.iter().map(|it| it.norm)
    }

    fn has(&self, code: &str) -> bool {
        self.rules.iter().any(|it| it.norm.code.as_str() == code)
    }

    /// Runs every rule over every record as of a day, that day included.
    pub fn evaluate(&self, dossier: &Dossier, policy: &Policy, as_of: NaiveDate) -> Report {
        let mut report = Report::new();
        self.evaluate_into(dossier, policy, as_of, &mut report);
        report
    }

    /// The same into a report that is used again: over records that keep every norm it then allocates nothing.
    pub fn evaluate_into(
        &self,
        dossier: &Dossier,
        policy: &Policy,
        as_of: NaiveDate,
        report: &mut Report,
    ) {
        Run::new(self, Context { dossier, policy, as_of }, report).dossier();
    }

    /// Runs over many dossiers; the reports stand in the order of the dossiers. With the feature `rayon` on every core.
    #[must_use]
    pub fn evaluate_many(
        &self,
        dossiers: &[Dossier],
        policy: &Policy,
        as_of: NaiveDate,
    ) -> Vec<Report> {
        #[cfg(feature = "rayon")]
        {
            use rayon::prelude::*;
            dossiers.par_iter().map(|it| self.evaluate(it, policy, as_of)).collect()
        }
        #[cfg(not(feature = "rayon"))]
        dossiers.iter().map(|it| self.evaluate(it, policy, as_of)).collect()
    }

    /// Checks one record alone, for instance a meeting before its minutes are signed, a household, a list of powers, a promotion
    /// case, or the [`Gate`] before its next step. Register, matters, kinship and other records come from the dossier, which need not hold this one;
    /// addresses begin at the record.
    ///
    /// # Errors
    ///
    /// Every identifier of the record that the dossier does not have, with its address.
    pub fn check(
        &self,
        record: &impl Record,
        dossier: &Dossier,
        policy: &Policy,
        as_of: NaiveDate,
    ) -> Result<Report, Error> {
        let mut report = Report::with_trace();
        record.check_alone(self, Context { dossier, policy, as_of }, &mut report)?;
        Ok(report)
    }

    /// Checks one item of a meeting alone, without the rules on the meeting as a whole.
    ///
    /// # Errors
    ///
    /// As [`RuleSet::check`]; also where the meeting has no such item.
    pub fn check_item(
        &self,
        meeting: &Meeting,
        item: &ItemId,
        dossier: &Dossier,
        policy: &Policy,
        as_of: NaiveDate,
    ) -> Result<Report, Error> {
        let Some(number) = meeting.items.iter().position(|it| it.id == *item) else {
            let id = item.as_str().into();
            let kind = FaultKind::DanglingId { kind: crate::shape::IdKind::Item, id };
            return Err(Error::from_faults(vec![Fault::at(Path::ROOT.field("items"), kind)]));
        };
        let index = Index::of_meeting(dossier.records(), meeting).map_err(Error::from_faults)?;
        let mut report = Report::with_trace();
        let mut run = Run::new(self, Context { dossier, policy, as_of }, &mut report);
        run.meeting(meeting, &index, Path::ROOT, Some(number));
        run.finish(false);
        Ok(report)
    }
}

/// The first two numbers of a version.
fn release(version: &str) -> Option<(u64, u64)> {
    let numbers: Option<Vec<u64>> = version.split('.').map(|it| it.parse().ok()).collect();
    match numbers?.as_slice() {
        [major, minor] | [major, minor, _] => Some((*major, *minor)),
        _ => None,
    }
}

/// One run.
struct Run<'a, 'r> {
    rules: &'a RuleSet,
    cx: Context<'a>,
    report: &'r mut Report,
    /// Addresses of a step that is only about to be taken: what nobody has said of it is awaited.
    awaited: Option<[Path; 3]>,
    /// Room for missing facts, used again for every rule and subject.
    missing: Vec<Missing>,
}

impl<'a, 'r> Run<'a, 'r> {
    fn new(rules: &'a RuleSet, cx: Context<'a>, report: &'r mut Report) -> Self {
        report.clear();
        report.as_of = cx.as_of;
        report.tally.rows.extend(rules.rules.iter().map(|it| TallyRow::new(it.norm)));
        report.left_out.extend(rules.left_out.iter().cloned());
        Self { rules, cx, report, awaited: None, missing: Vec::new() }
    }

    fn dossier(mut self) {
        let records = self.cx.dossier.records();
        let index = self.cx.dossier.index();
        let shelf = Path::ROOT.field("meetings");
        for (n, (meeting, index)) in records.meetings.iter().zip(&index.meetings).enumerate() {
            self.meeting(meeting, index, shelf.index(n), None);
        }
        let shelf = Path::ROOT.field("decisions");
        for (n, (decision, index)) in records.decisions.iter().zip(&index.decisions).enumerate() {
            let at = shelf.index(n);
            let day = decision.decided_on.day();
            let parameters = self.cx.policy.on(day);
            let case = DecisionCase { cx: self.cx, decision, at, parameters, index: *index };
            let subject = SubjectRef { at: &at, id: Some(decision.id.as_str()), who: None, day };
            judge!(self, decision Decision, &case, subject);
        }
        let shelf = Path::ROOT.field("payments");
        for (number, payment) in records.payments.iter().enumerate() {
            let at = shelf.index(number);
            let day = payment.paid_on.0;
            let parameters = self.cx.policy.on(day);
            let case = PaymentCase { cx: self.cx, payment, number, parameters };
            let subject = SubjectRef { at: &at, id: Some(payment.id.as_str()), who: None, day };
            judge!(self, payment Payment, &case, subject);
        }
        let shelf = Path::ROOT.field("promotions");
        for (n, (promotion, index)) in
            (0u32..).zip(records.promotions.iter().zip(&index.promotions))
        {
            let at = shelf.index(n as usize);
            let (cx, place) = (self.cx, Some(n));
            self.promotion(&PromotionCase { cx, promotion, at, index, place, gate: None });
        }
        for n in (0u32..).zip(&records.households).map(|it| it.0) {
            if let Some(case) = HouseholdCase::of(self.cx, n) {
                self.household(&case);
            }
        }
        self.powers();
        self.oversight();
        self.duties();
        self.events();
        self.people();
        let case = UnitCase { cx: self.cx, parameters: self.cx.policy.on(self.cx.as_of) };
        let subject = SubjectRef { at: &Path::ROOT, id: None, who: None, day: self.cx.as_of };
        judge!(self, unit Unit, &case, subject);
        self.finish(true);
    }

    /// Lists of powers, and what was done under them.
    fn powers(&mut self) {
        let (cx, records) = (self.cx, self.cx.dossier.records());
        let index = cx.dossier.index();
        for (n, list) in (0u32..).zip(&records.power_lists) {
            let at = Path::ROOT.field("power_lists").index(n as usize);
            let item = index.approvals.get(n as usize).copied().flatten();
            self.list(&ListCase { cx, list, at, place: Some(n), alone: false, item });
        }
        for (n, (act, index)) in records.acts.iter().zip(&index.acts).enumerate() {
            let at = Path::ROOT.field("acts").index(n);
            let day = act.done_on.day();
            let case = ActCase { cx, act, at, parameters: cx.policy.on(day), index };
            let subject = SubjectRef { at: &at, id: Some(act.id.as_str()), who: None, day };
            judge!(self, act Act, &case, subject);
        }
        for (place, matter) in (0u32..).zip(&records.matters) {
            // A matter is one on which somebody acted.
            if index.acts_on(place).next().is_none() {
                continue;
            }
            let at = Path::ROOT.field("matters").index(place as usize);
            let case = ThreadCase { cx, matter, place };
            let subject =
                SubjectRef { at: &at, id: Some(matter.id.as_str()), who: None, day: cx.as_of };
            judge!(self, thread Thread, &case, subject);
        }
    }

    /// A version of a list of powers.
    fn list(&mut self, case: &ListCase<'_>) {
        // It has many days; each rule asks which of them it is about.
        let (id, day) = (Some(case.list.id.as_str()), self.cx.as_of);
        let subject = SubjectRef { at: &case.at, id, who: None, day };
        judge!(self, list List, case, subject);
    }

    /// What was recorded under the three rules, what inspections found, and what people and departments owe.
    fn oversight(&mut self) {
        let (cx, records) = (self.cx, self.cx.dossier.records());
        let (index, day) = (cx.dossier.index(), cx.as_of);
        for (n, (approach, people)) in records.approaches.iter().zip(&index.approaches).enumerate()
        {
            let at = Path::ROOT.field("approaches").index(n);
            let case = ApproachCase { cx, approach, at, people: *people };
            let who = Some(approach.approached.as_str());
            let subject = SubjectRef { at: &at, id: Some(approach.id.as_str()), who, day };
            judge!(self, approach Approach, &case, subject);
        }
        for (n, (omission, others)) in records.omissions.iter().zip(&index.omissions).enumerate() {
            let at = Path::ROOT.field("omissions").index(n);
            let case = OmissionCase { cx, omission, at, others: *others };
            let id = Some(omission.id.as_str());
            let who = Some(omission.person.as_str());
            let subject = SubjectRef { at: &at, id, who, day: omission.established_on.0 };
            judge!(self, omission Omission, &case, subject);
        }
        for (n, inspection) in records.oversight_inspections.iter().enumerate() {
            let at = Path::ROOT.field("oversight_inspections").index(n);
            let (id, day) = (Some(inspection.id.as_str()), inspection.handed_over_on.0);
            let case = InspectionCase { cx, inspection, at };
            let subject = SubjectRef { at: &at, id, who: None, day };
            judge!(self, inspection Inspection, &case, subject);
            for (k, finding) in inspection.findings.elements().iter().enumerate() {
                let at = at.field("findings").index(k);
                let case = FindingCase { cx, inspection, finding, at };
                let subject = SubjectRef { at: &at, id: Some(finding.id.as_str()), who: None, day };
                judge!(self, finding Finding, &case, subject);
            }
        }
    }

    /// What was done and what followed, as far as duties of reporting, leading and living ask. A record with a day of its own
    /// is judged on it, others as of the as-of day.
    fn duties(&mut self) {
        let (cx, records) = (self.cx, self.cx.dossier.records());
        let as_of = cx.as_of;
        judge_each!(self, activity Activity ActivityCase { activity } of &records.activities,
            None, activity.held_on.known().map_or(as_of, |on| on.0));
        judge_each!(self, life_meeting LifeMeeting LifeMeetingCase { life_meeting } of &records.life_meetings,
            None, life_meeting.held_on.0);
        judge_each!(self, concern Concern ConcernCase { concern } of &records.concerns,
            Some(concern.person.as_str()), concern.arose_on.0);
        judge_each!(self, special_cause SpecialCause SpecialCauseCase { special_cause } of &records.special_causes,
            None, special_cause.arose_on.0);
        judge_each!(self, accountability_report AccountabilityReport AccountabilityReportCase { report }
            of &records.accountability_reports, None, report.held_on.0);
        judge_each!(self, request Request RequestCase { request } of &records.requests,
            None, request.asked_on.known().map_or(as_of, |on| on.day()));
        judge_each!(self, plan Plan PlanCase { plan } of &records.plans, None, as_of);
        for (place, matter) in (0u32..).zip(&records.matters).filter(|it| it.1.must_ask) {
            let case = AskedMatterCase { cx, matter, place };
            let id = Some(matter.id.as_str());
            let subject = SubjectRef { at: &case.at(), id, who: None, day: as_of };
            judge!(self, matter Matter, &case, subject);
        }
    }

    /// Events that something had to follow.
    fn events(&mut self) {
        let records = self.cx.dossier.records();
        judge_each!(self, case_filing CaseFiling CaseFilingCase { filing } of &records.case_filings,
            Some(filing.person.as_str()), filing.opened_on.0);
        judge_each!(self, important_case ImportantCase ImportantCaseCase { case } of &records.important_cases,
            None, case.established_on.0);
        judge_each!(self, shortfall Shortfall ShortfallCase { shortfall } of &records.shortfalls,
            Some(shortfall.person.as_str()), shortfall.found_on.0);
        judge_each!(self, peer_breach PeerBreach PeerBreachCase { peer } of &records.peer_breaches,
            Some(peer.known_by.as_str()), peer.known_on.0);
        judge_each!(self, off_hours_problem OffHoursProblem OffHoursProblemCase { problem }
            of &records.off_hours_problems, Some(problem.person.as_str()), problem.referred_on.0);
    }

    /// What people, departments and branches owe.
    fn people(&mut self) {
        let (cx, records) = (self.cx, self.cx.dossier.records());
        let as_of = cx.as_of;
        let departments = records.unit.as_ref().map_or(&[][..], |unit| &unit.departments);
        let branches = records.unit.as_ref().map_or(&[][..], |unit| &unit.branches);
        judge_each!(self, person Person PersonCase { person } of &records.people, None, as_of);
        judge_each!(self, department Department DepartmentCase { department } of departments, None, as_of);
        judge_each!(self, branch Branch BranchCase { branch } of branches, None, as_of);
    }

    /// The caller's own checks.
    fn own(&self) -> impl Iterator<Item = (usize, &'static Norm, &'a Check)> + use<'a> {
        let rules = self.rules;
        rules.own.iter().filter_map(|(row, check)| Some((*row, rules.rules.get(*row)?.norm, check)))
    }

    /// A household and its interests.
    fn household(&mut self, case: &HouseholdCase<'_>) {
        // It has many days; each rule asks which of them it is about.
        let (id, day) = (Some(case.household.id.as_str()), self.cx.as_of);
        let subject = SubjectRef { at: &case.at, id, who: None, day };
        judge!(self, household Household, case, subject);
        for number in 0..case.household.interests.elements().len() {
            let Some(case) = case.interest(number) else { continue };
            let (id, at) = (Some(case.interest.id.as_str()), case.at());
            let subject = SubjectRef { at: &at, id, who: None, day };
            judge!(self, interest Interest, &case, subject);
        }
    }

    /// A promotion case.
    fn promotion(&mut self, case: &PromotionCase<'_>) {
        // A case has many days; each rule asks which of them it is about.
        let (id, day) = (Some(case.promotion.id.as_str()), self.cx.as_of);
        let subject = SubjectRef { at: &case.at, id, who: None, day };
        judge!(self, promotion Promotion, case, subject);
    }

    /// A meeting and its items, or only one of them.
    fn meeting(&mut self, meeting: &Meeting, index: &MeetingIndex, at: Path, only: Option<usize>) {
        let day = meeting.held_on.day();
        let case =
            MeetingCase { cx: self.cx, meeting, at, parameters: self.cx.policy.on(day), index };
        if only.is_none() {
            let subject = SubjectRef { at: &at, id: Some(meeting.id.as_str()), who: None, day };
            judge!(self, meeting Meeting, &case, subject);
        }
        for (number, item) in meeting.items.iter().enumerate() {
            if only.is_some_and(|only| only != number) {
                continue;
            }
            let Some(seats) = index.item(number) else { continue };
            let at = at.field("items").index(number);
            let case = ItemCase { sitting: &case, item, number, at, seats };
            let subject = SubjectRef { at: &at, id: Some(item.id.as_str()), who: None, day };
            judge!(self, item Item, &case, subject);
        }
    }

    /// One rule and one subject.
    fn one(
        &mut self,
        row: usize,
        norm: &'static Norm,
        by_own_day: bool,
        subject: SubjectRef<'_>,
        check: impl FnOnce(&mut Probe<'_>) -> Answer,
    ) {
        if let Some(why) = self.not_reached(norm, by_own_day, subject.day) {
            if let Some(row) = self.report.tally.rows.get_mut(row) {
                row.count(Outcome::NotApplicable, why, false);
            }
            if let Some(trace) = &mut self.report.trace {
                trace.push(Trace {
                    code: norm.code,
                    subject: subject.path(),
                    outcome: Outcome::NotApplicable,
                    why: Some(why),
                });
            }
            return;
        }
        let mut probe = Probe::new(norm, subject, self.report, &mut self.missing);
        probe.awaited = self.awaited;
        let answer = check(&mut probe);
        probe.close(answer, row, self.cx.policy);
    }

    /// Whether the act lies outside the days on which the norm binds, or after the as-of day.
    fn not_reached(&self, norm: &Norm, by_own_day: bool, day: NaiveDate) -> Option<Why> {
        // The day of adoption that the policy gives takes the place of the measures' own first day.
        let of_measures = norm.cites.first().is_some_and(|it| it.instrument().key == MEASURES.key);
        let from = if of_measures { self.cx.policy.measures_from() } else { norm.in_force.from };
        if (day < from && !by_own_day) || norm.in_force.until.is_some_and(|until| day > until) {
            Some(Why::NotInForce)
        } else {
            (day > self.cx.as_of).then_some(Why::AfterAsOf)
        }
    }

    /// Says what became of the waivers.
    fn finish(self, whole: bool) {
        for (index, waiver) in self.cx.policy.waivers().iter().enumerate() {
            let used = self.report.violations.iter().any(|it| it.waived_by == Some(index));
            let ran = self.rules.norms().any(|norm| norm.code.as_str() == waiver.code);
            let state = if used {
                WaiverState::Used
            } else if !whole {
                // Of one record alone nobody can tell whether a waiver is for another.
                continue;
            } else if !ran {
                WaiverState::NoSuchRule
            } else if waiver.counts_on(self.cx.as_of) {
                WaiverState::MatchedNothing
            } else {
                WaiverState::RanOut
            };
            self.report.waivers.push(WaiverNote { index, state });
        }
    }
}

/// `RuleSet` is shared between threads; this does not compile otherwise.
#[allow(dead_code, reason = "a promise kept by the compiler")]
const fn shared<T: Send + Sync>() {}
const _: () = shared::<RuleSet>();
const _: () = shared::<Arc<Dossier>>();
const _: () = shared::<Policy>();
