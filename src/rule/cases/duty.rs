//! Records of what duties ask for, people, departments and branches that owe something, and the unit as a whole.

use super::Walk;
use crate::{
    dossier::LifeIndex,
    facts::{
        AccountabilityReport, Activity, Branch, CaseFiling, Concern, Department, ImportantCase,
        LifeMeeting, Matter, OffHoursProblem, PeerBreach, Person, Plan, Request, Shortfall,
        SpecialCause,
    },
    path::{Path, field},
    policy::Parameters,
    rule::{Context, Runner, SubjectRef},
    shape::IdKind,
    time::NaiveDate,
};

/// A case for each record of a plain list: its words, its name, the record, its list, and where it is told apart from the unit
/// and the as-of day, whom a departure concerns and the day that is judged.
macro_rules! plain_cases {
    ($(
        $(#[doc = $doc:literal])*
        $Case:ident $field:ident $Record:ident $kind:ident on $($shelf:ident).+ $(, of $who:expr)? $(, on $day:expr)?
            $(, where $holds:expr)?;
    )+) => {$(
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
                Path::ROOT$( .field(field!(stringify!($shelf))) )+.index(self.place as usize)
            }
        }

        impl<'a> Walk<'a> for $Case<'a> {
            fn walk(cx: Context<'a>, run: &mut impl Runner) {
                for (place, $field) in (0u32..).zip(list!(cx.dossier.records(), $($shelf).+)) {
                    $( if !$holds($field) { continue; } )?
                    let case = Self { cx, $field, place };
                    #[allow(unused_mut, unused_assignments, reason = "only some kinds say it")]
                    let (mut who, mut day): (Option<&str>, NaiveDate) = (None, cx.as_of);
                    $( who = Some($who($field)); )?
                    $( if let Some(own) = $day($field) { day = own; } )?
                    let id = $field.id.as_str();
                    let subject = SubjectRef::of(IdKind::$kind, id, case.at(), day);
                    run.judge(&case, subject.concerning(who));
                }
            }
        }
    )+};
}

/// A list of the dossier, or of its unit.
macro_rules! list {
    ($records:expr, unit.$list:ident) => {
        $records.unit.as_ref().map_or(&[][..], |unit| &unit.$list)
    };
    ($records:expr, $list:ident) => {
        &$records.$list
    };
}

plain_cases! {
    /// An activity under check.
    ActivityCase activity Activity Activity on activities,
        on |it: &Activity| it.held_on.known().map(|on| on.0);
    /// A life meeting under check.
    LifeMeetingCase life_meeting LifeMeeting LifeMeeting on life_meetings,
        on |it: &LifeMeeting| Some(it.held_on.0);
    /// Something of which a member owes an account, under check.
    ConcernCase concern Concern Concern on concerns,
        of |it: &'a Concern| it.person.as_str(), on |it: &Concern| Some(it.arose_on.0);
    /// An event that calls for a special life meeting, under check.
    SpecialCauseCase special_cause SpecialCause SpecialCause on special_causes,
        on |it: &SpecialCause| Some(it.arose_on.0);
    /// A report on duties and integrity under check.
    AccountabilityReportCase report AccountabilityReport AccountabilityReport on accountability_reports,
        on |it: &AccountabilityReport| Some(it.held_on.0);
    /// A request under check.
    RequestCase request Request Request on requests,
        on |it: &Request| it.asked_on.known().map(|on| on.day());
    /// A yearly plan under check.
    PlanCase plan Plan Plan on plans;
    /// A matter of which a superior body must be asked, under check.
    AskedMatterCase matter Matter Matter on matters, where |it: &Matter| it.must_ask;
    /// A case that was opened against somebody, under check.
    CaseFilingCase filing CaseFiling CaseFiling on case_filings,
        of |it: &'a CaseFiling| it.person.as_str(), on |it: &CaseFiling| Some(it.opened_on.0);
    /// An important case under check.
    ImportantCaseCase case ImportantCase ImportantCase on important_cases,
        on |it: &ImportantCase| Some(it.established_on.0);
    /// A duty that was found unfulfilled, under check.
    ShortfallCase shortfall Shortfall Shortfall on shortfalls,
        of |it: &'a Shortfall| it.person.as_str(), on |it: &Shortfall| Some(it.found_on.0);
    /// A breach of a member that another knew of, under check.
    PeerBreachCase peer PeerBreach PeerBreach on peer_breaches,
        of |it: &'a PeerBreach| it.known_by.as_str(), on |it: &PeerBreach| Some(it.known_on.0);
    /// A referred problem under check.
    OffHoursProblemCase problem OffHoursProblem OffHoursProblem on off_hours_problems,
        of |it: &'a OffHoursProblem| it.person.as_str(),
        on |it: &OffHoursProblem| Some(it.referred_on.0);
    /// A person of the register under check.
    PersonCase person Person Person on people;
    /// A department of the unit under check.
    DepartmentCase department Department Department on unit.departments;
    /// A Party branch of the unit under check.
    BranchCase branch Branch Branch on unit.branches;
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

impl<'a> Walk<'a> for UnitCase<'a> {
    fn walk(cx: Context<'a>, run: &mut impl Runner) {
        let case = Self { cx, parameters: cx.policy.on(cx.as_of) };
        run.judge(&case, SubjectRef::unit(cx.as_of));
    }
}
