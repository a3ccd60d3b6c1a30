//! A rule: a norm, and the plain functions that check it; and what they are given to look at.

use std::{collections::HashSet, fmt, sync::Arc};

use crate::{
    facts::{
        AccountabilityReport, Act, Activity, Approach, Bench, Body, Branch, CaseFiling, Category,
        CompetentBody, Concern, Decision, Department, Dossier, Fact, Household, ImportantCase,
        InspectionFinding, Interest, Item, ItemKind, ItemSeats, KinSet, LifeMeeting, Matter,
        Meeting, OffHoursProblem, Omission, OversightInspection, Payment, PeerBreach, Person, Plan,
        PowerList, Promotion, Relation, Request, Shortfall, Speaker, SpecialCause, Step,
        index::{ActIndex, DecisionIndex, HouseholdIndex, LifeIndex, MeetingIndex, PromotionIndex},
    },
    finding::{
        Breach, Coverage, DueNote, Hinge, Missing, OpenQuestion, Pending, Undetermined, Violation,
        Why,
    },
    norm::Norm,
    outcome::Outcome,
    path::Path,
    policy::{Parameters, Policy, Setting},
    report::{Report, Trace},
    time::{Calendar, NaiveDate, NotCovered, Term},
};

/// How a check ends: an outcome, or an early exit with one. Both count alike, so that `?` may be used freely.
pub type Answer = Result<Outcome, Outcome>;

/// A norm and the functions that check it.
#[derive(Debug)]
pub struct Rule {
    /// What is asked.
    pub norm: Norm,
    /// How it is checked, by kind of subject.
    pub checks: Checks,
}

macro_rules! subjects {
    ($( $(#[doc = $doc:literal])* $field:ident $Kind:ident $Case:ident; )+) => {
        /// Functions by kind of subject. A rule reaches the kinds that it has a function for.
        #[derive(Clone, Copy)]
        pub struct Checks {
            $( $(#[doc = $doc])* pub $field: Option<fn(&$Case<'_>, &mut Probe<'_>) -> Answer>, )+
            /// Set where the subject's own day does not decide whether the norm bound: the check asks it of the due day, or of
            /// the day of a later act.
            pub by_own_day: bool,
        }

        impl Checks {
            /// For no subject at all; to be filled with `..Checks::NONE`.
            pub const NONE: Self = Self { $( $field: None, )+ by_own_day: false };

            /// The kinds of subject that it has a function for, each with its words.
            pub fn subjects(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
                [$( self.$field.is_some().then_some((stringify!($field), concat!($($doc, "\n"),*))), )+]
                    .into_iter()
                    .flatten()
            }
        }

        impl fmt::Debug for Checks {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_set().entries(self.subjects().map(|(kind, _)| kind)).finish()
            }
        }

        /// A caller's own check of one kind of subject.
        #[derive(Clone)]
        #[non_exhaustive]
        pub enum Check {
            $( $(#[doc = $doc])*
            $Kind(Arc<dyn Fn(&$Case<'_>, &mut Probe<'_>) -> Answer + Send + Sync>), )+
        }

        impl Check {
            $( $(#[doc = $doc])*
            #[must_use]
            pub fn $field(
                check: impl Fn(&$Case<'_>, &mut Probe<'_>) -> Answer + Send + Sync + 'static,
            ) -> Self {
                Self::$Kind(Arc::new(check))
            } )+
        }

        impl fmt::Debug for Check {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                match self {
                    $( Self::$Kind(_) => f.write_str(stringify!($Kind)), )+
                }
            }
        }
    };
}

subjects! {
    /// For each meeting.
    meeting Meeting MeetingCase;
    /// For each item of a meeting.
    item Item ItemCase;
    /// For each decision taken outside the minuted meetings.
    decision Decision DecisionCase;
    /// For each payment.
    payment Payment PaymentCase;
    /// For each promotion case.
    promotion Promotion PromotionCase;
    /// For each household.
    household Household HouseholdCase;
    /// For each business interest of a relative.
    interest Interest InterestCase;
    /// For each version of a list of powers.
    list List ListCase;
    /// For each act under a power.
    act Act ActCase;
    /// For each matter on which somebody acted, over all acts on it.
    thread Thread ThreadCase;
    /// For each approach under the three rules.
    approach Approach ApproachCase;
    /// For each omission under the three rules.
    omission Omission OmissionCase;
    /// For each inspection by a higher organ.
    inspection Inspection InspectionCase;
    /// For each finding of such an inspection.
    finding Finding FindingCase;
    /// For each activity.
    activity Activity ActivityCase;
    /// For each life meeting.
    life_meeting LifeMeeting LifeMeetingCase;
    /// For each thing of which a member owes an account at the life meeting.
    concern Concern ConcernCase;
    /// For each event that calls for a special life meeting.
    special_cause SpecialCause SpecialCauseCase;
    /// For each report on duties and integrity.
    accountability_report AccountabilityReport AccountabilityReportCase;
    /// For each request to a superior body.
    request Request RequestCase;
    /// For each matter of which a superior body must be asked.
    matter Matter AskedMatterCase;
    /// For each case that was opened against somebody.
    case_filing CaseFiling CaseFilingCase;
    /// For each yearly plan.
    plan Plan PlanCase;
    /// For each important case of misconduct.
    important_case ImportantCase ImportantCaseCase;
    /// For each duty that was found unfulfilled.
    shortfall Shortfall ShortfallCase;
    /// For each breach of a member that another knew of.
    peer_breach PeerBreach PeerBreachCase;
    /// For each problem outside working hours that was referred.
    off_hours_problem OffHoursProblem OffHoursProblemCase;
    /// For each Party branch.
    branch Branch BranchCase;
    /// For each person of the register.
    person Person PersonCase;
    /// For each department of the unit.
    department Department DepartmentCase;
    /// Once for the unit.
    unit Unit UnitCase;
}

/// What every check may look at.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// All records.
    pub dossier: &'a Dossier,
    /// All parameters.
    pub policy: &'a Policy,
    /// The day as of which is judged.
    pub as_of: NaiveDate,
}

impl<'a> Context<'a> {
    /// The calendar of the unit's region.
    #[must_use]
    pub fn calendar(&self) -> &'a Calendar {
        self.policy.calendar(self.dossier.region())
    }

    /// A matter by its place in the catalogue.
    fn matter(&self, place: Option<u32>) -> Option<(u32, &'a Matter)> {
        let place = place?;
        Some((place, self.dossier.records().matters.get(place as usize)?))
    }

    /// What a person is to another on some day from one to another, both included, within a set of kin, whichever side
    /// the tie is recorded from.
    #[must_use]
    pub fn kin(
        &self,
        of: u32,
        person: u32,
        from: NaiveDate,
        until: NaiveDate,
        set: KinSet,
    ) -> Option<Relation> {
        let ties = self.dossier.records().kinship.elements();
        let id = self.person_id(of)?;
        self.dossier.index().kin(of, person).find_map(|n| {
            let tie = ties.get(n as usize)?;
            let counts = tie.lasted_in(from, until) && set.contains(tie.relation);
            let own = tie.person.as_str() == id;
            counts.then_some(if own { tie.relation } else { tie.relation.inverse() })
        })
    }

    /// Identifier of a person by place in the register.
    #[must_use]
    pub fn person_id(&self, place: u32) -> Option<&'a str> {
        self.dossier.records().people.get(place as usize).map(|it| it.id.as_str())
    }
}

/// A meeting under check.
#[derive(Debug, Clone, Copy)]
pub struct MeetingCase<'a> {
    /// What else there is.
    pub cx: Context<'a>,
    /// The meeting.
    pub meeting: &'a Meeting,
    /// Its address.
    pub at: Path,
    /// The parameters of its day.
    pub parameters: &'a Parameters,
    pub(crate) index: &'a MeetingIndex,
}

impl<'a> MeetingCase<'a> {
    /// The day it was held.
    #[must_use]
    pub fn day(&self) -> NaiveDate {
        self.meeting.held_on.day()
    }

    /// The members of its body that day, by the register.
    #[must_use]
    pub fn bench(&self) -> &'a Bench {
        &self.index.bench
    }
}

/// An item under check.
#[derive(Debug, Clone, Copy)]
pub struct ItemCase<'a> {
    /// The meeting it is an item of.
    pub sitting: &'a MeetingCase<'a>,
    /// The item.
    pub item: &'a Item,
    /// Its place in the meeting.
    pub number: usize,
    pub(crate) at: Path,
    /// Who took part, by seat.
    pub seats: &'a ItemSeats,
}

impl<'a> ItemCase<'a> {
    /// Its address.
    #[must_use]
    #[inline]
    pub const fn at(&self) -> Path {
        self.at
    }

    /// The day of its meeting.
    #[must_use]
    pub fn day(&self) -> NaiveDate {
        self.sitting.day()
    }

    /// The parameters of that day.
    #[must_use]
    pub const fn parameters(&self) -> &'a Parameters {
        self.sitting.parameters
    }

    /// Whether it was put for decision to a meeting of this body.
    #[must_use]
    pub fn is_before(&self, body: Body) -> bool {
        self.item.kind == ItemKind::Decide && self.sitting.meeting.kind.body() == Some(body)
    }

    /// Its matter, where it is known to have one.
    #[must_use]
    pub fn matter(&self) -> Option<MatterCase<'a>> {
        let (place, matter) = self.sitting.cx.matter(self.seats.matter)?;
        Some(MatterCase { place, matter })
    }

    /// Who made each statement, in the order of the record.
    #[must_use]
    pub fn speakers(&self) -> impl ExactSizeIterator<Item = Speaker> + 'a {
        self.sitting.index.statements(self.seats)
    }

    /// Who cast each ballot, in the order of the record; of a vote without names, the voters.
    #[must_use]
    pub fn voters(&self) -> impl ExactSizeIterator<Item = Speaker> + 'a {
        self.sitting.index.ballots(self.seats)
    }

    /// Places in the register of the people whom the item concerns.
    #[must_use]
    pub fn concerns(&self) -> &'a [u32] {
        self.sitting.index.concerns(self.seats)
    }

    /// Identifier of the person in a seat.
    #[must_use]
    pub fn person_id(&self, seat: u8) -> Option<&'a str> {
        let member = self.sitting.bench().member(seat)?;
        self.sitting.cx.person_id(member.person)
    }
}

/// A matter of the catalogue and where it stands.
#[derive(Debug, Clone, Copy)]
pub struct MatterCase<'a> {
    /// Its place in the catalogue.
    pub place: u32,
    /// The matter.
    pub matter: &'a Matter,
}

impl MatterCase<'_> {
    /// Its address.
    #[must_use]
    pub fn at(&self) -> Path {
        Path::ROOT.field("matters").index(self.place as usize)
    }
}

/// A decision taken outside the minuted meetings, under check.
#[derive(Debug, Clone, Copy)]
pub struct DecisionCase<'a> {
    /// What else there is.
    pub cx: Context<'a>,
    /// The decision.
    pub decision: &'a Decision,
    /// Its address.
    pub at: Path,
    /// The parameters of its day.
    pub parameters: &'a Parameters,
    pub(crate) index: DecisionIndex,
}

impl<'a> DecisionCase<'a> {
    /// The day it was taken.
    #[must_use]
    pub fn day(&self) -> NaiveDate {
        self.decision.decided_on.day()
    }

    /// Its matter, where it is known to have one.
    #[must_use]
    pub fn matter(&self) -> Option<MatterCase<'a>> {
        let (place, matter) = self.cx.matter(self.index.matter)?;
        Some(MatterCase { place, matter })
    }

    /// Place in the register of the one who decided.
    #[must_use]
    pub const fn decider(&self) -> Option<u32> {
        self.index.decider
    }
}

/// A payment under check.
#[derive(Debug, Clone, Copy)]
pub struct PaymentCase<'a> {
    /// What else there is.
    pub cx: Context<'a>,
    /// The payment.
    pub payment: &'a Payment,
    /// Its place among the payments.
    pub number: usize,
    /// The parameters of its day.
    pub parameters: &'a Parameters,
}

impl PaymentCase<'_> {
    /// Its address.
    #[must_use]
    pub fn at(&self) -> Path {
        Path::ROOT.field("payments").index(self.number)
    }
}

/// A promotion case under check.
#[derive(Debug, Clone, Copy)]
pub struct PromotionCase<'a> {
    /// What else there is.
    pub cx: Context<'a>,
    /// The case.
    pub promotion: &'a Promotion,
    /// Its address.
    pub at: Path,
    pub(crate) index: &'a PromotionIndex,
    /// Its place among the promotions of the dossier, where it is one of them.
    pub(crate) place: Option<u32>,
    /// The step that it is about to take, where that is the question.
    pub(crate) gate: Option<Step>,
}

impl<'a> PromotionCase<'a> {
    /// The candidate, and where he or she stands in the register.
    pub(crate) fn candidate(&self) -> Option<(&'a Person, Path)> {
        let place = self.index.candidate as usize;
        let person = self.cx.dossier.records().people.get(place)?;
        Some((person, Path::ROOT.field("people").index(place)))
    }

    /// The item in which it was decided, as the meeting rules see it.
    pub(crate) fn sitting(&self) -> Option<(MeetingCase<'a>, u32)> {
        let (meeting, item) = self.index.item?;
        let records = self.cx.dossier.records();
        let place = meeting as usize;
        let meeting = records.meetings.get(place)?;
        let index = self.cx.dossier.index().meetings.get(place)?;
        let at = Path::ROOT.field("meetings").index(place);
        let parameters = self.cx.policy.on(meeting.held_on.day());
        Some((MeetingCase { cx: self.cx, meeting, at, parameters, index }, item))
    }
}

impl<'a> MeetingCase<'a> {
    /// One of its items.
    pub(crate) fn item<'s>(&'s self, number: usize) -> Option<ItemCase<'s>>
    where
        'a: 's,
    {
        let item = self.meeting.items.get(number)?;
        let seats = self.index.item(number)?;
        let at = self.at.field("items").index(number);
        Some(ItemCase { sitting: self, item, number, at, seats })
    }
}

/// A household under check.
#[derive(Debug, Clone, Copy)]
pub struct HouseholdCase<'a> {
    /// What else there is.
    pub cx: Context<'a>,
    /// The household.
    pub household: &'a Household,
    /// Its address.
    pub at: Path,
    pub(crate) index: &'a HouseholdIndex,
}

impl<'a> HouseholdCase<'a> {
    /// A household of the dossier.
    pub(crate) fn of(cx: Context<'a>, place: u32) -> Option<Self> {
        let household = cx.dossier.records().households.get(place as usize)?;
        let index = cx.dossier.index().households.get(place as usize)?;
        let at = Path::ROOT.field("households").index(place as usize);
        Some(Self { cx, household, at, index })
    }

    /// One of its interests.
    pub(crate) fn interest<'s>(&'s self, number: usize) -> Option<InterestCase<'s>>
    where
        'a: 's,
    {
        let interest = self.household.interests.elements().get(number)?;
        let owner = *self.index.owners.get(number)?;
        Some(InterestCase { household: self, interest, number, owner })
    }

    /// Place of the owner of one of its interests in the register.
    pub(crate) fn owner(&self, number: usize) -> Option<u32> {
        self.index.owners.get(number).copied()
    }

    /// The first day on which an interest was declared.
    pub(crate) fn first_declared(&self, number: usize) -> Option<NaiveDate> {
        let declarations = self.household.declarations.elements();
        let listed = self.index.entries_of(u32::try_from(number).unwrap_or(u32::MAX));
        listed.filter_map(|it| Some(declarations.get(it.0 as usize)?.declared_on.0)).min()
    }
}

/// A business interest under check.
#[derive(Debug, Clone, Copy)]
pub struct InterestCase<'a> {
    /// The household it belongs to.
    pub household: &'a HouseholdCase<'a>,
    /// The interest.
    pub interest: &'a Interest,
    /// Its place in the household.
    pub number: usize,
    pub(crate) owner: u32,
}

impl<'a> InterestCase<'a> {
    /// What else there is.
    #[must_use]
    pub const fn cx(&self) -> &'a Context<'a> {
        &self.household.cx
    }

    /// Places of the entries of a declaration that list it.
    pub(crate) fn entries_in(&self, declaration: usize) -> impl Iterator<Item = usize> + 'a {
        let place = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        self.household.index.entries_of_one(place(self.number), place(declaration))
    }

    /// Its address.
    #[must_use]
    pub const fn at(&self) -> Path {
        self.household.at.field("interests").index(self.number)
    }
}

/// A version of a list of powers under check.
#[derive(Debug, Clone, Copy)]
pub struct ListCase<'a> {
    /// What else there is.
    pub cx: Context<'a>,
    /// The list.
    pub list: &'a PowerList,
    /// Its address.
    pub at: Path,
    /// Its place among the lists of the dossier, where there is one with its identifier: that record is this one.
    pub(crate) place: Option<u32>,
    /// Whether it is checked alone, so that nothing in the index is its own.
    pub(crate) alone: bool,
    /// Places of the meeting and the item in which it was approved.
    pub(crate) item: Option<(u32, u32)>,
}

/// An act under check.
#[derive(Debug, Clone, Copy)]
pub struct ActCase<'a> {
    /// What else there is.
    pub cx: Context<'a>,
    /// The act.
    pub act: &'a Act,
    /// Its address.
    pub at: Path,
    /// The parameters of its day.
    pub parameters: &'a Parameters,
    pub(crate) index: &'a ActIndex,
}

impl<'a> ActCase<'a> {
    /// The day of the act.
    #[must_use]
    pub fn day(&self) -> NaiveDate {
        self.act.done_on.day()
    }

    /// Its matter, where it is known to have one.
    #[must_use]
    pub fn matter(&self) -> Option<MatterCase<'a>> {
        let (place, matter) = self.cx.matter(self.index.matter)?;
        Some(MatterCase { place, matter })
    }
}

/// A matter under check, over all acts on it.
#[derive(Debug, Clone, Copy)]
pub struct ThreadCase<'a> {
    /// What else there is.
    pub cx: Context<'a>,
    /// The matter.
    pub matter: &'a Matter,
    /// Its place in the catalogue.
    pub place: u32,
}

/// An approach under check.
#[derive(Debug, Clone, Copy)]
pub struct ApproachCase<'a> {
    /// What else there is.
    pub cx: Context<'a>,
    /// The approach.
    pub approach: &'a Approach,
    /// Its address.
    pub at: Path,
    /// Places in the register of the one approached and, where known, of the one who asked.
    pub(crate) people: (u32, Option<u32>),
}

/// An omission under check.
#[derive(Debug, Clone, Copy)]
pub struct OmissionCase<'a> {
    /// What else there is.
    pub cx: Context<'a>,
    /// The omission.
    pub omission: &'a Omission,
    /// Its address.
    pub at: Path,
    /// How many of the same person were established before it, and how many beside it that day.
    pub(crate) others: (u32, u32),
}

/// An inspection by a higher organ under check.
#[derive(Debug, Clone, Copy)]
pub struct InspectionCase<'a> {
    /// What else there is.
    pub cx: Context<'a>,
    /// The inspection.
    pub inspection: &'a OversightInspection,
    /// Its address.
    pub at: Path,
}

/// A finding of an inspection under check.
#[derive(Debug, Clone, Copy)]
pub struct FindingCase<'a> {
    /// What else there is.
    pub cx: Context<'a>,
    /// The inspection that made it.
    pub inspection: &'a OversightInspection,
    /// The finding.
    pub finding: &'a InspectionFinding,
    /// Its address.
    pub at: Path,
}

macro_rules! plain_cases {
    ($( $(#[doc = $doc:literal])* $Case:ident $field:ident $Record:ident on $($shelf:literal)/+; )+) => {$(
        $(#[doc = $doc])*
        #[derive(Debug, Clone, Copy)]
        pub struct $Case<'a> {
            /// What else there is.
            pub cx: Context<'a>,
            /// The record.
            pub $field: &'a $Record,
            /// Its place on its list.
            pub place: u32,
        }

        impl $Case<'_> {
            /// Its address.
            #[must_use]
            pub fn at(&self) -> Path {
                Path::ROOT$( .field($shelf) )+.index(self.place as usize)
            }
        }
    )+};
}

plain_cases! {
    /// An activity under check.
    ActivityCase activity Activity on "activities";
    /// A life meeting under check.
    LifeMeetingCase life_meeting LifeMeeting on "life_meetings";
    /// Something of which a member owes an account, under check.
    ConcernCase concern Concern on "concerns";
    /// An event that calls for a special life meeting, under check.
    SpecialCauseCase special_cause SpecialCause on "special_causes";
    /// A report on duties and integrity under check.
    AccountabilityReportCase report AccountabilityReport on "accountability_reports";
    /// A request under check.
    RequestCase request Request on "requests";
    /// A matter of which a superior body must be asked, under check.
    AskedMatterCase matter Matter on "matters";
    /// A case that was opened against somebody, under check.
    CaseFilingCase filing CaseFiling on "case_filings";
    /// A yearly plan under check.
    PlanCase plan Plan on "plans";
    /// An important case under check.
    ImportantCaseCase case ImportantCase on "important_cases";
    /// A duty that was found unfulfilled, under check.
    ShortfallCase shortfall Shortfall on "shortfalls";
    /// A breach of a member that another knew of, under check.
    PeerBreachCase peer PeerBreach on "peer_breaches";
    /// A referred problem under check.
    OffHoursProblemCase problem OffHoursProblem on "off_hours_problems";
    /// A person of the register under check.
    PersonCase person Person on "people";
    /// A department of the unit under check.
    DepartmentCase department Department on "unit" / "departments";
    /// A Party branch of the unit under check.
    BranchCase branch Branch on "unit" / "branches";
}

impl<'a> LifeMeetingCase<'a> {
    /// The day it was held.
    #[must_use]
    pub fn day(&self) -> NaiveDate {
        self.life_meeting.held_on.0
    }

    pub(crate) fn index(&self) -> Option<&'a LifeIndex> {
        self.cx.dossier.index().duties.lives.get(self.place as usize)
    }
}

/// The unit under check.
#[derive(Debug, Clone, Copy)]
pub struct UnitCase<'a> {
    /// What else there is.
    pub cx: Context<'a>,
    /// The parameters of the as-of day.
    pub parameters: &'a Parameters,
}

/// Whether a matter is one of the 三重一大.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Major {
    /// It is.
    Yes,
    /// It is not.
    No,
}

/// What a check writes on: departures, missing facts, what is awaited, and why a rule does not reach a subject.
#[derive(Debug)]
pub struct Probe<'r> {
    norm: &'static Norm,
    subject: SubjectRef<'r>,
    report: &'r mut Report,
    missing: &'r mut Vec<Missing>,
    first_violation: usize,
    first_pending: usize,
    hinges: [Option<Hinge>; 3],
    why: Why,
    /// Addresses of a step that is only about to be taken.
    pub(crate) awaited: Option<[Path; 3]>,
}

/// The subject of a run: its address is only made when there is something to tell.
#[derive(Debug, Clone, Copy)]
pub(crate) struct SubjectRef<'r> {
    pub(crate) at: &'r Path,
    pub(crate) id: Option<&'r str>,
    /// Whom departures concern that name nobody else.
    pub(crate) who: Option<&'r str>,
    pub(crate) day: NaiveDate,
}

impl SubjectRef<'_> {
    pub(crate) const fn path(&self) -> Path {
        *self.at
    }
}

impl<'r> Probe<'r> {
    pub(crate) fn new(
        norm: &'static Norm,
        subject: SubjectRef<'r>,
        report: &'r mut Report,
        missing: &'r mut Vec<Missing>,
    ) -> Self {
        Self {
            norm,
            subject,
            first_violation: report.violations.len(),
            first_pending: report.pending.len(),
            report,
            missing,
            hinges: [None, None, None],
            why: Why::OtherKind,
            awaited: None,
        }
    }

    /// Ends a check: keeps what belongs to the outcome, drops the rest, counts.
    pub(crate) fn close(&mut self, answer: Answer, row: usize, policy: &Policy) -> Outcome {
        let outcome = match answer {
            Ok(outcome) | Err(outcome) => outcome,
        };
        let report = &mut *self.report;
        let mut waived = false;
        if outcome == Outcome::Violated {
            waived = true;
            for it in report.violations.iter_mut().skip(self.first_violation) {
                if !policy.waivers().is_empty() {
                    let (subject, at) = (it.subject.to_string(), it.at.to_string());
                    let id = it.subject_id.as_deref().unwrap_or(&subject);
                    let code = it.norm.code.as_str();
                    it.waived_by = policy.waiver_of(code, &[&subject, &at, id], report.as_of);
                }
                waived &= it.waived_by.is_some();
            }
        } else {
            report.violations.truncate(self.first_violation);
        }
        if outcome == Outcome::Undetermined {
            let mut seen = HashSet::with_capacity(self.missing.len());
            self.missing.retain(|it| seen.insert(it.clone()));
            let missing = std::mem::take(self.missing);
            report.undetermined.push(Undetermined {
                norm: self.norm,
                subject: self.subject.path(),
                subject_id: self.subject.id.map(Into::into),
                missing,
            });
        }
        self.missing.clear();
        if outcome != Outcome::Pending {
            report.pending.truncate(self.first_pending);
        }
        if let Some(row) = report.tally.rows.get_mut(row) {
            row.count(outcome, self.why, waived);
        }
        if let Some(trace) = &mut report.trace {
            let why = (outcome == Outcome::NotApplicable).then_some(self.why);
            trace.push(Trace { code: self.norm.code, subject: self.subject.path(), outcome, why });
        }
        outcome
    }

    /// What is lacking from here on is awaited, wherever it stands.
    pub(crate) const fn await_all(&mut self) {
        self.awaited = Some([Path::ROOT; 3]);
    }

    /// The day of the departures that follow and state none of their own.
    pub(crate) const fn set_day(&mut self, day: NaiveDate) {
        self.subject.day = day;
    }

    /// Address of the subject.
    #[must_use]
    pub fn subject(&self) -> Path {
        self.subject.path()
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
            subject: self.subject.path(),
            subject_id: self.subject.id.map(Into::into),
            at,
            also: Vec::new(),
            breach,
            severity: self.norm.severity,
            day: self.subject.day,
            who: self.subject.who.map(Into::into),
            hinges: self.hinges.iter().flatten().cloned().collect(),
            waived_by: None,
        };
        more(&mut violation);
        self.report.violations.push(violation);
        Outcome::Violated
    }

    /// Takes back the last departure, which is told in other words.
    pub(crate) fn retract(&mut self) {
        if self.report.violations.len() > self.first_violation {
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
        if let (Some(awaited), Some(at)) = (&self.awaited, missing.path()) {
            if awaited.iter().any(|it| at.is_within(it)) {
                return self.pending(at, None);
            }
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
    pub fn need<'f, T>(
        &mut self,
        fact: &'f Fact<T>,
        at: impl FnOnce() -> Path,
    ) -> Result<Option<&'f T>, Outcome> {
        match fact {
            Fact::Known(value) => Ok(Some(value)),
            Fact::Absent => Ok(None),
            Fact::Unknown => Err(self.unknown(at())),
        }
    }

    /// A parameter the check cannot do without.
    ///
    /// # Errors
    ///
    /// `Undetermined`, naming the field, where it is unset.
    pub fn setting<'s, T>(&mut self, setting: &'s Setting<T>) -> Result<&'s T, Outcome> {
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
        let who = more.who.or(self.subject.who);
        if let Some(dues) = &mut self.report.dues {
            dues.push(DueNote {
                norm: self.norm,
                subject: self.subject.path(),
                subject_id: self.subject.id.map(Into::into),
                who: who.map(Into::into),
                at,
                due,
                done,
                what: more.what,
                department: more.department.map(Into::into),
                year: more.year,
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

    /// Not yet done and not yet overdue. The answer is `Pending`.
    pub fn pending(&mut self, at: Path, due: Option<NaiveDate>) -> Outcome {
        self.report.pending.push(Pending {
            norm: self.norm,
            subject: self.subject.path(),
            subject_id: self.subject.id.map(Into::into),
            at,
            due,
        });
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

/// More of what falls due.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct DueOf<'w> {
    /// What of it, where several things are asked at once.
    pub(crate) what: Option<Coverage>,
    /// Who owes it.
    pub(crate) who: Option<&'w str>,
    /// The department that owes it.
    pub(crate) department: Option<&'w str>,
    /// The year that it is for, where it returns yearly and its day may be put off.
    pub(crate) year: Option<u32>,
}

/// When something is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Due {
    /// A day on which it is in time whatever the calendar: as many days on as the term has working days, or its last day
    /// as counted.
    pub surely: NaiveDate,
    /// The last day in time: of a term in days or months, its last day as counted, or the next working day where that is a
    /// day off and the policy moves it on.
    pub last: Result<NaiveDate, NotCovered>,
}

impl Due {
    /// When a term from a day ends.
    ///
    /// # Errors
    ///
    /// Where it ends beyond the days that the crate counts.
    pub fn of(cx: &Context<'_>, from: NaiveDate, term: Term) -> Result<Self, NotCovered> {
        let calendar = cx.calendar();
        if let Term::WorkingDays(days) = term {
            // A working day takes a day at least.
            let surely = Term::CalendarDays(days).due(from, calendar)?;
            return Ok(Self { surely, last: term.due(from, calendar) });
        }
        let counted = term.due(from, calendar)?;
        let moves = cx.policy.on(from).term_end_moves_to_working_day.value == Some(true);
        let last = if moves {
            calendar.is_working_day(counted).and_then(|working| {
                if working { Ok(counted) } else { calendar.add_working_days(counted, 1) }
            })
        } else {
            Ok(counted)
        };
        Ok(Self { surely: counted, last })
    }
}

/// The day after, on which what was due is late.
pub(crate) fn after(day: NaiveDate) -> NaiveDate {
    day.succ_opt().unwrap_or(day)
}

/// Whether a matter is the chief procurator's own to decide: cases, and what a catalogue names. The law gives some decisions
/// to the chief procurator alone.
pub(crate) fn is_chiefs_own(category: Category, competent: Option<CompetentBody>) -> bool {
    let named = competent == Some(CompetentBody::ChiefProcurator);
    category == Category::Case || (category == Category::Decision && named)
}

/// Whether a matter is one of the 三重一大 on a day: the one predicate of what must be decided collectively.
///
/// # Errors
///
/// `Undetermined`, naming what is missing.
pub fn major(
    matter: Option<MatterCase<'_>>,
    reference: &Fact<crate::facts::MatterId>,
    at: impl FnOnce() -> Path,
    parameters: &Parameters,
    probe: &mut Probe<'_>,
) -> Result<Major, Outcome> {
    let Some(case) = matter else {
        return match probe.need(reference, at)? {
            // A matter outside the catalogue is none of its categories.
            None | Some(_) => Ok(Major::No),
        };
    };
    let category = probe.need(&case.matter.category, || case.at().field("category"))?;
    match category {
        None | Some(Category::Other | Category::Case | Category::PartyDiscipline) => Ok(Major::No),
        Some(category) if is_chiefs_own(*category, case.matter.competent_body) => Ok(Major::No),
        Some(Category::Decision | Category::Personnel | Category::Project) => Ok(Major::Yes),
        Some(Category::Funds) => {
            let amount = probe.need(&case.matter.amount_fen, || case.at().field("amount_fen"));
            let threshold = match case.matter.threshold_fen {
                Some(threshold) => Ok(threshold),
                None => probe.setting(&parameters.large_sum_threshold_fen).copied(),
            };
            let (amount, threshold) = (amount?, threshold?);
            if case.matter.threshold_fen.is_none() {
                probe.hinge(&parameters.large_sum_threshold_fen);
            }
            let Some(amount) = amount else {
                // Money without a sum is no record to judge by.
                let at = case.at().field("amount_fen");
                return Err(probe.lack(Missing::Contradiction(at)));
            };
            // 以上 includes the number itself.
            Ok(if *amount >= threshold { Major::Yes } else { Major::No })
        }
    }
}
