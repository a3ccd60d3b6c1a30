//! Parameters: values with a history.

use std::{fmt, marker::PhantomData, sync::Arc};

use serde::{
    Deserialize, Deserializer, Serialize,
    de::{Error as _, MapAccess, Visitor},
};

use super::{Period, PowerPair, ReturnUnit};
use crate::{
    error::{Fault, FaultKind},
    facts::{PowerHolder, TalkPair, Text},
    law::{Basis, Confidence},
    part::Part,
    path::{Path, field},
    shape::{Blank, FieldShape, Key, RecordShape, Shape, Shaped, record, sealed::Sealed},
    time::{Day, NaiveDate, Term, date},
};

/// One value of a parameter and the day it starts to hold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Entry<T> {
    /// The value; `null` ends what held before.
    pub value: Option<T>,
    /// First day on which it holds. Left out: from the beginning.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<Day>,
    /// Where it is set.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cite: Option<String>,
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Entry<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Keys<T>(PhantomData<T>);
        impl<'de, T: Deserialize<'de>> Visitor<'de> for Keys<T> {
            type Value = Entry<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object (Entry)")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Entry<T>, A::Error> {
                let (mut value, mut from, mut cite) = (None, None, None);
                let twice = |name| Err(A::Error::duplicate_field(name));
                while let Some(key) = map.next_key_seed(Key { names: ENTRY, guess: 0 })? {
                    match key {
                        0 if value.is_some() => return twice("value"),
                        0 => value = Some(map.next_value()?),
                        1 if from.is_some() => return twice("from"),
                        1 => from = Some(map.next_value()?),
                        _ if cite.is_some() => return twice("cite"),
                        _ => cite = Some(map.next_value()?),
                    }
                }
                let value = value.ok_or_else(|| A::Error::missing_field("value"))?;
                Ok(Entry { value, from: from.flatten(), cite: cite.flatten() })
            }
        }
        deserializer.deserialize_struct("Entry", ENTRY, Keys(PhantomData))
    }
}

const ENTRY: &[&str] = &["value", "from", "cite"];

impl<T> Part for Entry<T> {
    fn write(&self, out: &mut String) {
        out.push_str(&self.from.map_or_else(|| "-".to_owned(), |day| day.to_string()));
    }
}

impl<T: Shaped> Sealed for Entry<T> {}

impl<T: Shaped> Shaped for Entry<T> {
    const SHAPE: Shape = Shape::Record(&RecordShape {
        name: "Entry",
        doc: "One value of a parameter and the day it starts to hold.",
        fields: &[
            FieldShape {
                name: "value",
                doc: "The value; `null` ends what held before.",
                required: true,
                shape: Shape::Nullable(&T::SHAPE),
            },
            FieldShape {
                name: "from",
                doc: "First day on which it holds. Left out: from the beginning.",
                required: false,
                shape: Shape::Nullable(&Shape::Day),
            },
            FieldShape {
                name: "cite",
                doc: "Where it is set.",
                required: false,
                shape: Shape::Nullable(&Shape::Text),
            },
        ],
        ordered: &[],
    });
}

record! {
    /// A share in whole numbers, such as one third: `{"num": 1, "den": 3}`.
    pub struct Ratio {
        /// The upper number.
        num: u32,
        /// The lower number; not zero and not less than the upper.
        den: u32,
        ..
    }
}

impl Ratio {
    /// Whether `part` of `whole` is at or over this share.
    ///
    /// ```
    /// use oversight::policy::Ratio;
    /// let third = Ratio::new(1_u32, 3_u32);
    /// assert!(third.is_reached(3, 9));
    /// assert!(!third.is_reached(2, 9));
    /// ```
    #[must_use]
    pub fn is_reached(&self, part: u32, whole: u32) -> bool {
        whole > 0 && u64::from(part) * u64::from(self.den) >= u64::from(whole) * u64::from(self.num)
    }
}

impl fmt::Display for Ratio {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.num, self.den)
    }
}

/// The value of one parameter on one day, and whose word it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Setting<T> {
    /// The field of the policy.
    pub field: &'static str,
    /// The value; `None` while it is unset.
    pub value: Option<T>,
    /// Whose word it is.
    pub basis: Basis,
    /// Where the policy says it is set.
    pub cite: Option<Arc<str>>,
    /// The first day on which the value holds; `None` where no beginning is given.
    pub since: Option<NaiveDate>,
}

impl<T> Setting<T> {
    /// A value that is no parameter, where a parameter is asked for.
    pub(crate) const fn fixed(field: &'static str, value: T) -> Self {
        Self { field, value: Some(value), basis: Basis::Measures, cite: None, since: None }
    }
}

/// What a parameter is, for the catalogue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct ParameterInfo {
    /// The field of the policy.
    pub field: &'static str,
    /// What it means.
    pub doc: &'static str,
    /// Its default, in words; `None` where it has none and a rule that needs it is `Undetermined`.
    pub default: Option<&'static str>,
    /// Whose word its default is; `LocalDefault` too where it has none, as no instrument sets it.
    pub basis: Basis,
    /// How sure its default is.
    pub confidence: Confidence,
}

/// Whose word a default is: nobody's but this crate's, unless it is said.
macro_rules! basis {
    () => {
        Basis::LocalDefault
    };
    ($basis:ident) => {
        Basis::$basis
    };
}

macro_rules! parameters {
    (
        $( $(#[doc = $doc:literal])*
        $name:ident: $ty:ty, $default:expr, $words:expr, $confidence:ident
            $(, of $basis:ident)? $(, from $day:expr => $later:expr)?; )+
    ) => {
        record! {
            /// Values that the body sets, each a list of values with their first days.
            pub struct ParameterValues {
                ..
                $( $(#[doc = $doc])* $name: Vec<Entry<$ty>>, )+
            }
        }

        /// Every parameter as it is in force on one day.
        #[derive(Debug, Clone, PartialEq, Eq)]
        #[non_exhaustive]
        pub struct Parameters {
            $( $(#[doc = $doc])* pub $name: Setting<$ty>, )+
        }

        impl Default for Parameters {
            fn default() -> Self {
                Self { $( $name: Setting {
                    field: stringify!($name),
                    value: $default,
                    basis: basis!($($basis)?),
                    cite: None,
                    since: None,
                }, )+ }
            }
        }

        /// Every parameter there is.
        pub static PARAMETERS: &[ParameterInfo] = &[$( ParameterInfo {
            field: stringify!($name),
            doc: concat!($($doc, "\n"),*),
            default: $words,
            basis: basis!($($basis)?),
            confidence: Confidence::$confidence,
        }, )+];

        impl ParameterValues {
            /// Resolves the histories into one list of days, each with every parameter in force from then on.
            pub(super) fn resolve(
                &self,
                mut before: Parameters,
                at: Path,
                faults: &mut Vec<Fault>,
            ) -> (Parameters, Vec<(NaiveDate, Parameters)>) {
                let mut days: Vec<NaiveDate> = Vec::new();
                $( history(&self.$name, at.field(field!(stringify!($name))), &mut days, faults);
                   $( let _ = $doc; )* )+
                // An instrument was changed while the body had set nothing of its own.
                $( $( if let Some(day) = changed(&self.$name, $day) {
                    days.push(day);
                } )? )+
                days.sort_unstable();
                days.dedup();
                $( set(&mut before.$name, &self.$name, None); )+
                let mut resolved = Vec::with_capacity(days.len());
                let mut current = before.clone();
                for day in days {
                    $( $( if changed(&self.$name, $day) == Some(day) {
                        current.$name.value = Some($later);
                        current.$name.since = Some(day);
                    } )? )+
                    $( set(&mut current.$name, &self.$name, Some(day)); )+
                    resolved.push((day, current.clone()));
                }
                (before, resolved)
            }
        }
    };
}

parameters! {
    /// At and above this sum, in fen, a use of money is a large one 大额. Unsettled: it is set locally.
    large_sum_threshold_fen: u64, None, None, Unsettled;
    /// Whether members who are suspended or in custody count among those entitled to attend. Unset: both ways are computed.
    suspended_members_count: bool, None, None, Unsettled;
    /// The share of those present at and over which views that are against, undecided or for deferring make an item divided.
    divided_threshold: Ratio, Some(Ratio { num: 1, den: 3 }), Some("1/3"), EnginePolicy;
    /// Who must be consulted before a major decision. An empty list: nobody.
    consult_decision: Vec<Text>, None, None, Unsettled;
    /// Who must be consulted before a personnel decision. An empty list: nobody.
    consult_personnel: Vec<Text>, None, None, Unsettled;
    /// Who must be consulted before a decision on a project. An empty list: nobody.
    consult_project: Vec<Text>, None, None, Unsettled;
    /// Who must be consulted before a decision on money. An empty list: nobody.
    consult_funds: Vec<Text>, None, None, Unsettled;
    /// Who must be consulted before a decision on Party discipline. An empty list: nobody.
    consult_party_discipline: Vec<Text>, None, None, Unsettled;
    /// Who must be consulted before a decision on anything else. An empty list: nobody.
    consult_other: Vec<Text>, None, None, Unsettled;
    /// Within what time after the meeting its minutes must be archived.
    minutes_archive_limit: Term, None, None, Unsettled;
    /// Within what time a decision taken in an emergency must be reported.
    emergency_report_limit: Term, None, None, Unsettled;
    /// Within what time a decision taken in an emergency must be put before the competent body.
    emergency_submit_limit: Term, None, None, Unsettled;
    /// Within what time a deferred item must be taken up again or closed.
    deferred_item_limit: Term, None, None, Unsettled;
    /// Payments of one project or payee whose days differ by at most this many belong together.
    splitting_window_days: u32, None, None, Unsettled;
    /// Whether a term in calendar days or months that ends on a day off runs on to the next working day, as in civil
    /// law; there only by analogy.
    term_end_moves_to_working_day: bool, Some(false), Some("false"), EnginePolicy;
    /// For how long one of the four checks before a promotion counts, from its end to the decision.
    promotion_check_validity: Term, None, None, Unsettled;
    /// Working days that the public notice before an appointment must last.
    public_notice_working_days: u32, Some(5), Some("5"), SeenElsewhere, of PartyInstrument;
    /// Whether the first day of a public notice counts as one of its working days.
    public_notice_counts_first_day: bool, Some(true), Some("true"), EnginePolicy;
    /// For how many years before the inspection a grade of 基本称职 or below bars a candidate: the last year since the text of
    /// 2019, any of the last three before.
    appraisal_bar_years: u32, Some(3), Some("1; before 2019-03-03: 3"), FromMemory, of PartyInstrument,
        from date!(2019, 3, 3) => 1;
    /// Months for which 诫勉 bars a promotion.
    bar_months_admonition: u32, Some(6), Some("6"), FromMemory, of PartyInstrument;
    /// Months for which 党内警告 does.
    bar_months_party_warning: u32, Some(12), Some("12"), SeenElsewhere, of PartyInstrument;
    /// Months for which 党内严重警告 does.
    bar_months_serious_party_warning: u32, Some(12), Some("18; before 2016-01-01: 12"), FromMemory, of PartyInstrument,
        from date!(2016, 1, 1) => 18;
    /// Months for which 撤销党内职务 does.
    bar_months_removal_from_party_posts: u32, Some(24), Some("24"), SeenElsewhere, of PartyInstrument;
    /// Months for which 留党察看 does after the rights were restored; until then it always does.
    bar_months_after_party_probation: u32, Some(24), Some("24"), FromMemory, of PartyInstrument;
    /// Months for which 政务警告 does.
    bar_months_official_warning: u32, Some(6), Some("6"), Verified, of StateLaw;
    /// Months for which 政务记过 does.
    bar_months_demerit: u32, Some(12), Some("12"), Verified, of StateLaw;
    /// Months for which 政务记大过 does.
    bar_months_serious_demerit: u32, Some(18), Some("18"), Verified, of StateLaw;
    /// Months for which 政务降级 does.
    bar_months_grade_reduction: u32, Some(24), Some("24"), Verified, of StateLaw;
    /// Months for which 政务撤职 does.
    bar_months_dismissal: u32, Some(24), Some("24"), Verified, of StateLaw;
    /// Months for which 责令辞职、免职 bars any leading post.
    bar_months_ordered_resignation: u32, Some(12), Some("12"), FromMemory, of PartyInstrument;
    /// Months for which 责令辞职、免职 bars a post above the former level.
    bar_months_ordered_resignation_above: u32, Some(24), Some("24"), FromMemory, of PartyInstrument;
    /// Months for which 降职 does.
    bar_months_demotion: u32, Some(24), Some("24"), FromMemory, of PartyInstrument;
    /// Months for which losing the standing of a candidate over an untrue report does.
    bar_months_disqualification: u32, Some(12), Some("12"), FromMemory, of PartyInstrument;
    /// Years of service that a promotion to a post of 县处级 needs.
    service_years_for_division: u32, Some(5), Some("5"), FromMemory, of PartyInstrument;
    /// Years of grassroots work that a promotion to a post of 县处级 needs.
    grassroots_years_for_division: u32, Some(2), Some("2"), FromMemory, of PartyInstrument;
    /// Years in deputy posts before a promotion to the full post of the level, from 县处级 on.
    years_deputy_to_full: u32, Some(2), Some("2"), SeenElsewhere, of PartyInstrument;
    /// Years in full posts before a promotion to the deputy post of the next level, from 县处级 on.
    years_full_to_next_deputy: u32, Some(3), Some("3"), SeenElsewhere, of PartyInstrument;
    /// Years as 乡科级副职 before a promotion to 乡科级正职. The regulations leave it to the provinces.
    years_deputy_section_to_section: u32, None, None, Unsettled;
    /// Years below 乡科级副职 before a promotion to it. The regulations leave it to the provinces.
    years_staff_to_deputy_section: u32, None, None, Unsettled;
    /// Posts at the next lower level that a promotion to 县处级 or above generally needs (一般应当).
    lower_posts_generally: u32, Some(2), Some("2"), FromMemory, of PartyInstrument;
    /// Years in which a candidate who was promoted may not be promoted by exception (破格).
    years_between_exceptions: u32, Some(1), Some("1"), SeenElsewhere, of PartyInstrument;
    /// Years of probation in a new post that has one.
    probation_years: u32, Some(1), Some("1"), SeenElsewhere, of PartyInstrument;
    /// Within what time after the end of a year the declaration on the family's business for it is due.
    yearly_declaration_limit: Term, Some(Term::CalendarDays(31)), Some("31 calendar days: by 31 January"), Verified, of PartyInstrument;
    /// Within what time a change among the eight family matters must be declared.
    family_change_limit: Term, Some(Term::CalendarDays(30)), Some("30 calendar days"), FromMemory, of PartyInstrument;
    /// Within what time new business of the family must be declared (及时).
    business_change_limit: Term, None, None, Unsettled;
    /// Within what time after it was found that a ban applies the relative must have left, or the holder moved, where the ban
    /// does not say.
    business_exit_limit: Term, None, None, Unsettled;
    /// Within what time a complaint about ties with businesses must be answered.
    ties_complaint_limit: Term, None, None, Unsettled;
    /// Within what time a problem that an inspection of ties found must be handled.
    ties_problem_limit: Term, Some(Term::Months(3)), Some("3 months"), EnginePolicy;
    /// Whose lists of powers must be in force: the measures ask for the principal's.
    power_list_holders: Vec<PowerHolder>, Some(vec![PowerHolder::Principal]), Some("the principal"), EnginePolicy;
    /// In each of which periods a self-check of the lists is held.
    list_check_period: Period, Some(Period::Year), Some("year"), EnginePolicy;
    /// Within what time a problem that a self-check found must be put right.
    list_problem_limit: Term, Some(Term::Months(3)), Some("3 months"), EnginePolicy;
    /// Pairs of powers that may not lie in one hand on one matter, beside all three.
    separated_powers: Vec<PowerPair>, Some(Vec::new()), Some("none"), EnginePolicy;
    /// Whether the five fields are kept from the principal's direct charge, and from one deputy's together (五个不直接分管). An
    /// optional rule: the measures do not impose it.
    no_direct_charge: bool, Some(false), Some("false"), EnginePolicy;
    /// Within what time one who was approached under the three rules must have recorded it.
    approach_record_limit: Term, Some(Term::WorkingDays(5)), Some("5 working days"), EnginePolicy;
    /// Within what time after an approach it must be reported.
    approach_report_limit: Term, Some(Term::WorkingDays(5)), Some("5 working days"), EnginePolicy;
    /// Who owes a monthly return on the three rules.
    monthly_return_by: ReturnUnit, None, None, Unsettled;
    /// Within what time after the end of a month its return is due.
    monthly_return_limit: Term, None, None, Unsettled;
    /// Whether somebody who is on leave or seconded for a whole month owes no return for it.
    monthly_return_leave_excepted: bool, None, None, Unsettled;
    /// Within what time after an omission was established accountability must have followed.
    omission_accountability_limit: Term, None, None, Unsettled;
    /// For how many days of a period one must have been a member to count as one in it, where the member was not for all of it.
    member_days_in_period: u32, None, None, Unsettled;
    /// How many zero returns running are a long run.
    long_zero_run_months: u32, Some(12), Some("12"), EnginePolicy;
    /// Within what time after findings were handed over it must be reported back what was put right.
    rectification_feedback_limit: Term, None, None, Unsettled;
    /// In each of which periods the principal talks with each member (经常).
    talk_period: Period, Some(Period::HalfYear), Some("half_year"), EnginePolicy;
    /// In each of which periods members exchange views (经常).
    views_exchange_period: Period, Some(Period::HalfYear), Some("half_year"), EnginePolicy;
    /// In each of which periods the principal hears each member (定期).
    member_report_period: Period, Some(Period::HalfYear), Some("half_year"), EnginePolicy;
    /// In each of which periods a member hears each department in his or her charge (定期).
    department_report_period: Period, Some(Period::HalfYear), Some("half_year"), EnginePolicy;
    /// In each of which periods the principal visits the home of each member.
    home_visit_period: Period, Some(Period::Year), Some("year"), EnginePolicy;
    /// In each of which periods there is a meeting with families (定期).
    family_symposium_period: Period, Some(Period::Year), Some("year"), EnginePolicy;
    /// In each of which periods daily or special supervision is aimed at the principal.
    principal_supervision_period: Period, Some(Period::Year), Some("year"), EnginePolicy;
    /// In each of which periods the political department supervises within its functions.
    functional_supervision_period: Period, Some(Period::Year), Some("year"), EnginePolicy;
    /// In each of which periods the keeping of collective leadership is inspected.
    collective_leadership_inspection_period: Period, Some(Period::Year), Some("year"), EnginePolicy;
    /// Within what time a problem that such an inspection found must be acted on.
    collective_leadership_problem_limit: Term, Some(Term::Months(3)), Some("3 months"), EnginePolicy;
    /// In each of which periods there is coordination with discipline and police organs.
    coordination_period: Period, Some(Period::Year), Some("year"), EnginePolicy;
    /// In each of which periods a branch holds its organisational life meeting.
    organisational_life_period: Period, Some(Period::Year), Some("year"), FromMemory;
    /// Which talks are due before the yearly democratic life meeting. An empty list: none.
    life_meeting_talks: Vec<TalkPair>,
        Some(vec![TalkPair::PrincipalMember, TalkPair::Members, TalkPair::DepartmentHead]),
        Some("principal and members, members among themselves, members and heads of their departments"), FromMemory;
    /// Within what time after a democratic life meeting it must be reported to the superior.
    life_meeting_report_limit: Term, Some(Term::CalendarDays(15)), Some("15 calendar days"), FromMemory;
    /// Within what time after the end of a year the report on duties and integrity for it must have been given.
    accountability_report_limit: Term, Some(Term::Months(3)), Some("3 months: by 31 March"), EnginePolicy;
    /// Within what time after a case was opened against the principal the superior Party group must be told (及时).
    case_report_limit: Term, Some(Term::WorkingDays(1)), Some("1 working day"), EnginePolicy;
    /// Within what time after the beginning of a year its plan must be adopted, counted from the last day of the year before.
    yearly_plan_limit: Term, Some(Term::Months(3)), Some("3 months: by 31 March"), EnginePolicy;
    /// Within what time after a duty was found unfulfilled the member must be called in (及时).
    call_in_limit: Term, Some(Term::CalendarDays(30)), Some("30 calendar days"), EnginePolicy;
    /// Within what time a member must report another's breach of which he or she knows (及时).
    peer_report_limit: Term, None, None, Unsettled;
    /// Within what time a problem outside working hours that was referred must meet with a reminder or correction (及时).
    off_hours_limit: Term, None, None, Unsettled;
    /// Two joint meetings on political ecology whose days differ by fewer days than this are too near.
    joint_meeting_spacing_days: u32, Some(30), Some("30"), EnginePolicy;
    /// The time before the principal leaves in which several promotions are a rush (突击提拔).
    rush_window: Term, None, None, Unsettled;
    /// How many promotions in that time are several.
    rush_promotions: u32, Some(2), Some("2"), EnginePolicy;
    /// Whether the order in which members of the procuratorial committee speak is checked beside the chief procurator's place.
    /// An optional rule: the order is remembered, not verified.
    committee_order_checked: bool, Some(false), Some("false"), FromMemory;
}

impl Parameters {
    /// Switches on what the default profile leaves off.
    pub(super) const fn turn_optional_rules_on(&mut self) {
        self.committee_order_checked.value = Some(true);
        self.no_direct_charge.value = Some(true);
    }
}

/// Notes the days of a history; two values from the same day and values that make no sense are faults.
fn history<T: Sound>(
    entries: &[Entry<T>],
    at: Path,
    days: &mut Vec<NaiveDate>,
    faults: &mut Vec<Fault>,
) {
    let mut seen = std::collections::BTreeSet::new();
    for (n, entry) in entries.iter().enumerate() {
        let day = entry.from.map(|day| day.0);
        if !seen.insert(day) {
            let words = "another value of this parameter holds from the same day".into();
            faults.push(Fault::at(at.index(n), FaultKind::NotAllowed(words)));
        }
        days.extend(day);
        if let Some(words) = entry.value.as_ref().and_then(Sound::fault) {
            faults.push(Fault::at(
                at.index(n).field(field!("value")),
                FaultKind::NotAllowed(words.into()),
            ));
        }
    }
}

/// The day on which the default changes, unless the body set a value of its own by then.
fn changed<T>(entries: &[Entry<T>], day: NaiveDate) -> Option<NaiveDate> {
    entries.iter().all(|it| it.from.is_some_and(|from| from.0 > day)).then_some(day)
}

/// Takes over the value that starts to hold on a day, if there is one.
fn set<T: Clone>(setting: &mut Setting<T>, entries: &[Entry<T>], day: Option<NaiveDate>) {
    if let Some(entry) = entries.iter().find(|it| it.from.map(|day| day.0) == day) {
        setting.value.clone_from(&entry.value);
        setting.basis = Basis::LocalPolicy;
        setting.cite = entry.cite.as_deref().map(Arc::from);
        setting.since = day;
    }
}

/// A value that may make no sense although its type allows it.
trait Sound {
    fn fault(&self) -> Option<&'static str> {
        None
    }
}

impl Sound for u64 {}
impl Sound for u32 {}
impl Sound for bool {}
impl Sound for Term {}
impl Sound for Vec<Text> {}
impl Sound for Vec<PowerHolder> {}
impl Sound for Vec<PowerPair> {}
impl Sound for Vec<TalkPair> {}
impl Sound for Period {}
impl Sound for ReturnUnit {}

impl Sound for Ratio {
    fn fault(&self) -> Option<&'static str> {
        (self.den == 0 || self.num == 0 || self.num > self.den)
            .then_some("a share lies above zero and at most at one")
    }
}

impl Blank for String {
    fn blank() -> Self {
        Self::new()
    }

    fn is_blank(&self) -> bool {
        self.is_empty()
    }
}

impl Sealed for String {}

impl Shaped for String {
    const SHAPE: Shape = Shape::Text;
}
