//! The one list of kinds of subject, and what is made of it: the functions of a rule, a caller's own check, the shelves of a
//! set of rules, and the walk over a dossier.

use std::{fmt, sync::Arc};

use super::{
    Answer, Context, Probe, Runner,
    cases::{
        AccountabilityReportCase, ActCase, ActivityCase, ApproachCase, AskedMatterCase, BranchCase,
        CaseFilingCase, ConcernCase, DecisionCase, DepartmentCase, FindingCase, HouseholdCase,
        ImportantCaseCase, InspectionCase, InterestCase, ItemCase, LifeMeetingCase, ListCase,
        MeetingCase, OffHoursProblemCase, OmissionCase, PaymentCase, PeerBreachCase, PersonCase,
        PlanCase, PromotionCase, RequestCase, ShortfallCase, SpecialCauseCase, ThreadCase,
        UnitCase, Walk,
    },
};
use crate::{law::instruments::MEASURES, norm::Norm};

/// Hands every kind of subject to a macro, in the order in which a report tells of them: its words, its name in [`Checks`], its
/// name in [`Check`], and its case.
macro_rules! kinds {
    ($then:ident) => {
        $then! {
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
            /// For each yearly plan.
            plan Plan PlanCase;
            /// For each matter of which a superior body must be asked.
            matter Matter AskedMatterCase;
            /// For each case that was opened against somebody.
            case_filing CaseFiling CaseFilingCase;
            /// For each important case of misconduct.
            important_case ImportantCase ImportantCaseCase;
            /// For each duty that was found unfulfilled.
            shortfall Shortfall ShortfallCase;
            /// For each breach of a member that another knew of.
            peer_breach PeerBreach PeerBreachCase;
            /// For each problem outside working hours that was referred.
            off_hours_problem OffHoursProblem OffHoursProblemCase;
            /// For each person of the register.
            person Person PersonCase;
            /// For each department of the unit.
            department Department DepartmentCase;
            /// For each Party branch.
            branch Branch BranchCase;
            /// Once for the unit.
            unit Unit UnitCase;
        }
    };
}

macro_rules! checks {
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
    };
}

macro_rules! own_check {
    ($( $(#[doc = $doc:literal])* $field:ident $Kind:ident $Case:ident; )+) => {
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

macro_rules! shelves {
    ($( $(#[doc = $doc:literal])* $field:ident $Kind:ident $Case:ident; )+) => {
        /// The functions of a set of rules by kind of subject.
        #[derive(Debug, Clone, Default)]
        pub(crate) struct Shelves {
            $( $field: Vec<Shelved<fn(&$Case<'_>, &mut Probe<'_>) -> Answer>>, )+
            own: Vec<Shelved<Check>>,
        }

        impl Shelves {
            /// Puts the functions of a rule where they belong; `row` is its row of the tally.
            pub(crate) fn add(&mut self, row: usize, norm: &'static Norm, checks: &Checks) {
                let by_own_day = checks.by_own_day;
                $( self.$field.extend(checks.$field.map(|check| Shelved {
                    on: Row::of(row, norm, by_own_day), check,
                })); )+
            }

            /// Adds a caller's own check.
            pub(crate) fn add_own(&mut self, row: usize, norm: &'static Norm, check: Check) {
                self.own.push(Shelved { on: Row::of(row, norm, false), check });
            }
        }

        $( impl Kind for $Case<'_> {
            fn each_check(&self, shelves: &Shelves, judge: &mut impl Judge) {
                for it in &shelves.$field {
                    judge.one(it.on, |probe| (it.check)(self, probe));
                }
                for it in &shelves.own {
                    if let Check::$Kind(check) = &it.check {
                        judge.one(it.on, |probe| check(self, probe));
                    }
                }
            }
        } )+
    };
}

macro_rules! walk {
    ($( $(#[doc = $doc:literal])* $field:ident $Kind:ident $Case:ident; )+) => {
        /// Hands over every subject of a dossier.
        pub(crate) fn walk<'a>(cx: Context<'a>, run: &mut impl Runner) {
            $( <$Case<'a> as Walk<'a>>::walk(cx, run); )+
        }
    };
}

kinds!(checks);
kinds!(own_check);
kinds!(shelves);
kinds!(walk);

/// A check on its shelf.
#[derive(Debug, Clone)]
struct Shelved<F> {
    on: Row,
    check: F,
}

/// The rule that a check belongs to.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Row {
    /// Its row of the tally.
    pub(crate) place: usize,
    pub(crate) norm: &'static Norm,
    /// See [`Checks::by_own_day`].
    pub(crate) by_own_day: bool,
    /// Whether it carries out the measures, whose first day the policy may set.
    pub(crate) of_measures: bool,
}

impl Row {
    fn of(place: usize, norm: &'static Norm, by_own_day: bool) -> Self {
        let of_measures = norm.cites.first().is_some_and(|it| it.instrument().key == MEASURES.key);
        Self { place, norm, by_own_day, of_measures }
    }
}

/// A case, with the checks of its kind.
pub(crate) trait Kind {
    /// Every check on this kind of subject, the crate's and the caller's own.
    fn each_check(&self, shelves: &Shelves, judge: &mut impl Judge);
}

/// What runs one check.
pub(crate) trait Judge {
    fn one(&mut self, on: Row, check: impl FnOnce(&mut Probe<'_>) -> Answer);
}
