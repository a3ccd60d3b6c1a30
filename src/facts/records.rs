//! All records of one unit as they stand in JSON, the unit itself, and what is declared complete.

use super::{
    AccountabilityReport, Act, Activity, Approach, Branch, CaseFiling, Concern, Contract, Decision,
    Department, Fact, Household, ImportantCase, Kinship, LifeMeeting, LifeMeetingPostponement,
    ListCheck, Matter, Meeting, MonthlyReturn, OffHoursProblem, Omission, OversightInspection,
    Payment, PeerBreach, Person, Plan, PowerList, Promotion, Request, Shortfall, SpecialCause,
    Text, TiesComplaint, TiesInspection,
};
use crate::law::codes::DivisionCode;
use crate::{
    shape::{choice, record},
    time::{Day, Region},
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
