//! The dossier: all records of one unit, checked and indexed.

use super::{
    AccountabilityReport, Act, Activity, Approach, Branch, CaseFiling, Concern, Contract, Decision,
    Department, Fact, Household, ImportantCase, Item, Kinship, LifeMeeting,
    LifeMeetingPostponement, ListCheck, Matter, Meeting, MonthlyReturn, OffHoursProblem, Omission,
    OversightInspection, Payment, PeerBreach, Person, Plan, PowerList, Promotion, Request,
    Shortfall, SpecialCause, Text, TiesComplaint, TiesInspection, index::Index,
};
#[cfg(feature = "json")]
use crate::json;
use crate::law::codes::DivisionCode;
use crate::{
    error::Error,
    shape::{choice, record},
    time::{Day, NaiveDate, Region},
};

record! {
    /// All records of one unit, as they stand in JSON.
    #[doc(alias = "卷宗")]
    pub struct Records {
        ..
        /// The unit.
        unit: Option<Unit>,
        /// The register of people.
        people: Vec<Person>,
        /// Ties of kinship between people of the register. Known, the list is taken to hold every tie that matters.
        kinship: Fact<Vec<Kinship>>,
        /// The catalogue of matters.
        matters: Vec<Matter>,
        /// Meetings.
        meetings: Vec<Meeting>,
        /// Decisions taken outside these meetings.
        decisions: Vec<Decision>,
        /// Payments.
        payments: Vec<Payment>,
        /// Promotion cases.
        promotions: Vec<Promotion>,
        /// Households of post-holders.
        households: Vec<Household>,
        /// Contracts of the institution.
        contracts: Vec<Contract>,
        /// Complaints to the political department about ties with businesses.
        ties_complaints: Vec<TiesComplaint>,
        /// Inspections of ties with businesses.
        ties_inspections: Vec<TiesInspection>,
        /// Lists of powers, each in each version.
        power_lists: Vec<PowerList>,
        /// Self-checks of these lists.
        list_checks: Vec<ListCheck>,
        /// Acts under powers.
        acts: Vec<Act>,
        /// Approaches under the three rules.
        approaches: Vec<Approach>,
        /// Monthly returns on the three rules.
        monthly_returns: Vec<MonthlyReturn>,
        /// Omissions under the three rules that were established.
        omissions: Vec<Omission>,
        /// Democratic and organisational life meetings.
        life_meetings: Vec<LifeMeeting>,
        /// Consents to hold a yearly democratic life meeting later.
        life_meeting_postponements: Vec<LifeMeetingPostponement>,
        /// What members owe an account of at the life meeting.
        concerns: Vec<Concern>,
        /// Events that call for a special life meeting.
        special_causes: Vec<SpecialCause>,
        /// Inspections by higher organs.
        oversight_inspections: Vec<OversightInspection>,
        /// Talks, reports heard, visits, training, inspections and other activities that recurring duties ask for.
        activities: Vec<Activity>,
        /// Reports of the secretary on duties and integrity.
        accountability_reports: Vec<AccountabilityReport>,
        /// Requests to superior bodies.
        requests: Vec<Request>,
        /// Cases that were opened against somebody.
        case_filings: Vec<CaseFiling>,
        /// Yearly plans of the responsibility for strict governance.
        plans: Vec<Plan>,
        /// Important cases of misconduct that are to come before the Party group.
        important_cases: Vec<ImportantCase>,
        /// Duties of members that were found unfulfilled.
        shortfalls: Vec<Shortfall>,
        /// Breaches of members that others knew of.
        peer_breaches: Vec<PeerBreach>,
        /// Problems in somebody's conduct outside working hours that were referred.
        off_hours_problems: Vec<OffHoursProblem>,
        /// For which families and periods nothing is missing. Only there is a missing record a breach.
        complete: Vec<Completeness>,
    }
}

record! {
    /// The public body.
    #[doc(alias = "单位")]
    pub struct Unit {
        ..
        /// Name. Carried for you, never printed by this crate.
        name: Option<Text>,
        /// Whose public holidays apply. Left out: the national calendar.
        region: Option<Region>,
        /// The division whose procuratorate it is (GB/T 2260).
        division: Option<DivisionCode>,
        /// Its departments.
        departments: Vec<Department>,
        /// Its Party branches.
        branches: Vec<Branch>,
    }
}

record! {
    /// A declaration that no record of a family is missing in a period.
    #[doc(alias = "完整性声明")]
    pub struct Completeness {
        /// Which records.
        family: RecordFamily,
        /// First day.
        from: Day,
        /// Last day, itself included.
        until: Day,
        ..
    }
    order from <= until;
}

choice! {
    /// A family of records.
    pub enum RecordFamily {
        /// Meetings and their items.
        Meetings => "meetings",
        /// Decisions taken outside meetings.
        Decisions => "decisions",
        /// Payments.
        Payments => "payments",
        /// Declarations on the family's business.
        Declarations => "declarations",
        /// Contracts of the institution.
        Contracts => "contracts",
        /// Inspections of ties with businesses.
        TiesInspections => "ties_inspections",
        /// Lists of powers.
        PowerLists => "power_lists",
        /// Self-checks of the lists of powers.
        ListChecks => "list_checks",
        /// Monthly returns on the three rules.
        MonthlyReturns => "monthly_returns",
        /// Life meetings, and consents to hold them at another time.
        LifeMeetings => "life_meetings",
        /// Activities.
        Activities => "activities",
        /// Reports on duties and integrity.
        AccountabilityReports => "accountability_reports",
        /// Requests to superior bodies.
        Requests => "requests",
        /// Yearly plans.
        Plans => "plans",
    }
}

/// The records of one unit, checked and indexed: what the rules are run over.
///
/// It can only be made through a door that lists every fault of its records, so the rules never meet one.
///
/// ```
/// use oversight::facts::{Dossier, Person, Records};
/// let mut records = Records::new();
/// records.people.push(Person::new("p1"));
/// let dossier = Dossier::new(records)?;
/// assert_eq!(dossier.records().people.len(), 1);
/// # Ok::<(), oversight::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Dossier {
    records: Records,
    index: Index,
}

impl Dossier {
    /// Checks and indexes records that a program built.
    ///
    /// # Errors
    ///
    /// Every duplicate and dangling identifier and every spell that ends before it begins, each with its address.
    pub fn new(records: Records) -> Result<Self, Error> {
        let index = Index::of(&records).map_err(Error::from_faults)?;
        Ok(Self { records, index })
    }

    /// Reads, checks and indexes records from JSON text.
    ///
    /// # Errors
    ///
    /// Every fault of the text with its JSON Pointer, line and column: what is not JSON, unknown and missing keys, wrong
    /// types and words, impossible days, duplicate and dangling identifiers, spells that end before they begin.
    ///
    /// ```
    /// use oversight::facts::Dossier;
    /// let error = Dossier::from_json(r#"{ "people": [ { "id": 7 } ], "metings": [] }"#).unwrap_err();
    /// assert_eq!(error.faults().len(), 2);
    /// assert_eq!(error.faults()[0].pointer, "/people/0/id");
    /// ```
    #[cfg(feature = "json")]
    pub fn from_json(text: &str) -> Result<Self, Error> {
        let records: Records = json::read(text)?;
        match Index::of(&records) {
            Ok(index) => Ok(Self { records, index }),
            Err(mut faults) => {
                json::locate(text, &mut faults);
                Err(Error::from_faults(faults))
            }
        }
    }

    /// The same from bytes.
    ///
    /// # Errors
    ///
    /// As [`Dossier::from_json`]; also where the bytes are not UTF-8.
    #[cfg(feature = "json")]
    pub fn from_slice(bytes: &[u8]) -> Result<Self, Error> {
        Self::from_json(json::utf8(bytes)?)
    }

    /// The same from a reader.
    ///
    /// # Errors
    ///
    /// As [`Dossier::from_slice`]; also where the reader fails.
    #[cfg(feature = "json")]
    pub fn from_reader(reader: impl std::io::Read) -> Result<Self, Error> {
        Self::from_slice(&json::all_of(reader)?)
    }

    /// The records as they came in.
    #[must_use]
    pub const fn records(&self) -> &Records {
        &self.records
    }

    /// The records again, for changing them.
    #[must_use]
    pub fn into_records(self) -> Records {
        self.records
    }

    /// Whose public holidays apply.
    #[must_use]
    pub fn region(&self) -> Region {
        self.records.unit.as_ref().and_then(|unit| unit.region).unwrap_or(Region::National)
    }

    /// Whether it is declared that no record of the family is missing from `from` to `until`, both included.
    /// Declarations that join or overlap count together.
    #[must_use]
    pub fn is_complete(&self, family: RecordFamily, from: NaiveDate, until: NaiveDate) -> bool {
        from > until || self.index.is_complete(family, from, until)
    }

    pub(crate) const fn index(&self) -> &Index {
        &self.index
    }

    /// The item at a place of the index.
    pub(crate) fn item_at(&self, meeting: u32, item: u32) -> Option<(&Meeting, &Item)> {
        let meeting = self.records.meetings.get(meeting as usize)?;
        Some((meeting, meeting.items.get(item as usize)?))
    }
}

impl PartialEq for Dossier {
    fn eq(&self, other: &Self) -> bool {
        self.records == other.records
    }
}

impl Eq for Dossier {}
