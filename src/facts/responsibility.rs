//! Reporting upward, the two responsibilities, and the members' oversight of each other.

use super::{
    Accountability, AccountabilityReportId, CaseFilingId, Counterpart, Fact, ImportantCaseId,
    ItemId, MatterId, OffHoursProblemId, OwnerId, PeerBreachId, PersonId, PlanId, RequestId,
    ShortfallId, Topic,
};
use crate::{
    shape::{choice, record},
    time::{Day, Moment},
};

record! {
    /// A report of the secretary on duties and integrity, given before a superior body.
    #[doc(alias = "述责述廉")]
    pub struct AccountabilityReport {
        /// Identifier, unique in the dossier.
        id: AccountabilityReportId,
        /// The year that is reported on.
        year: u32,
        /// The day of the sitting.
        held_on: Day,
        ..
        /// Before which bodies; two of a joint sitting that is recorded as such. `null`: before none.
        before: Fact<Vec<Counterpart>>,
        /// The day on which it was assessed (评议). `null`: it was not.
        assessed_on: Fact<Day>,
        /// The day on which it was published in some scope. `null`: it was not.
        published_on: Fact<Day>,
    }
}

record! {
    /// A request to a superior body (请示).
    #[doc(alias = "请示")]
    pub struct Request {
        /// Identifier, unique in the dossier.
        id: RequestId,
        /// The matters that it asks about.
        matters: Vec<MatterId>,
        ..
        /// When it was made. `null`: it was not sent.
        asked_on: Fact<Moment>,
        /// When it was answered. `null`: it was not.
        answered_on: Fact<Moment>,
    }
}

record! {
    /// A case was opened against somebody by a discipline or judicial organ (立案查处).
    #[doc(alias = "立案查处")]
    pub struct CaseFiling {
        /// Identifier, unique in the dossier.
        id: CaseFilingId,
        /// Against whom.
        person: PersonId,
        /// The day on which it was opened.
        opened_on: Day,
        ..
        /// The day on which it was reported to the superior procuratorate's Party group. `null`: it was not.
        reported_on: Fact<Day>,
    }
}

record! {
    /// The yearly plan of the responsibility for strict governance.
    #[doc(alias = "主体责任年度计划")]
    pub struct Plan {
        /// Identifier, unique in the dossier.
        id: PlanId,
        /// The year that it is for.
        year: u32,
        ..
        /// Its adoption. `null`: it was not adopted.
        adoption: Fact<PlanAdoption>,
        /// The tasks that it is broken down into. `null`: none.
        tasks: Fact<Vec<PlanTask>>,
    }
}

record! {
    /// A plan was adopted.
    pub struct PlanAdoption {
        /// The day.
        on: Day,
        ..
        /// By whom.
        by: Fact<PlanAdopter>,
    }
}

choice! {
    /// Who adopted a plan.
    pub enum PlanAdopter {
        /// 党组.
        PartyGroup => "party_group",
        /// Another meeting or somebody alone.
        Other => "other",
    }
}

record! {
    /// A task of a plan.
    pub struct PlanTask {
        ..
        /// The person or department that owns it. `null`: nobody.
        owner: Fact<OwnerId>,
        /// The last day for it. `null`: none was set.
        due_on: Fact<Day>,
        /// The day on which its result was recorded. `null`: there is no result.
        done_on: Fact<Day>,
        /// What it is about, as far as duties ask. `null`: none of these.
        topics: Fact<Vec<Topic>>,
    }
    named owner, due_on;
}

record! {
    /// An important case of misconduct that is to come before the Party group.
    #[doc(alias = "重要违纪违法案件")]
    pub struct ImportantCase {
        /// Identifier, unique in the dossier.
        id: ImportantCaseId,
        /// The day from which it is to be reviewed.
        established_on: Day,
        ..
        /// The member in charge of the field. `null`: nobody is.
        in_charge: Fact<PersonId>,
        /// The item of a Party group meeting in which it was reviewed. `null`: it was not.
        reviewed_in: Fact<ItemId>,
    }
}

record! {
    /// A member's duty was found unfulfilled.
    #[doc(alias = "责任落实不到位")]
    pub struct Shortfall {
        /// Identifier, unique in the dossier.
        id: ShortfallId,
        /// The member.
        person: PersonId,
        /// The day on which it was found.
        found_on: Day,
        ..
        /// The day on which the member was called in (约谈). `null`: the member was not.
        called_in_on: Fact<Day>,
    }
}

record! {
    /// A member knew, or is thought to have known, of a breach by another.
    #[doc(alias = "发现其他成员违纪行为")]
    pub struct PeerBreach {
        /// Identifier, unique in the dossier.
        id: PeerBreachId,
        /// The member whose breach it was; another than the one who knew.
        of: PersonId,
        /// The member who knew.
        known_by: PersonId,
        /// The day from which that member knew.
        known_on: Day,
        ..
        /// Whether a competent organ has established that he or she knew. `null`: it is only suspected.
        established: Fact<bool>,
        /// What he or she reported. `null`: nothing.
        reports: Fact<Vec<PeerReport>>,
        /// The day on which it was established that he or she concealed it. `null`: that was not established.
        concealment_established_on: Fact<Day>,
        /// How he or she was held to account for concealing it. `null`: not at all.
        accountability: Fact<Accountability>,
    }
}

record! {
    /// A report of a breach by another member.
    pub struct PeerReport {
        /// To whom.
        to: PeerReportAddressee,
        /// The day.
        on: Day,
        ..
        /// Whether it was made by name (实名).
        by_name: Fact<bool>,
    }
}

choice! {
    /// To whom a breach by another member was reported.
    pub enum PeerReportAddressee {
        /// 一把手.
        Principal => "principal",
        /// 上级检察院.
        SuperiorProcuratorate => "superior_procuratorate",
        /// 城区纪检监察机关.
        DisciplineOrgan => "discipline_organ",
        /// Somebody else.
        Other => "other",
    }
}

record! {
    /// A problem in somebody's conduct outside working hours that was referred to the unit. The crate watches nobody.
    #[doc(alias = "八小时以外")]
    pub struct OffHoursProblem {
        /// Identifier, unique in the dossier.
        id: OffHoursProblemId,
        /// Whose conduct.
        person: PersonId,
        /// The day on which it was referred.
        referred_on: Day,
        ..
        /// The day of the reminder or correction. `null`: there was none.
        followed_up_on: Fact<Day>,
    }
}
