//! Powers: the lists that give and forbid them, and what was done under them.

use super::{ActId, Category, Fact, ItemId, ListCheckId, MatterId, PersonId, PowerListId, Text};
use crate::{
    shape::{Blank, choice, record},
    time::{Day, Moment},
};

record! {
    /// One version of a list of powers, or of what is forbidden. Versions of one list have the same kind and holder.
    #[doc(alias = "权力清单")]
    #[doc(alias = "负面清单")]
    pub struct PowerList {
        /// Identifier, unique in the dossier.
        id: PowerListId,
        /// What kind of list it is.
        kind: PowerListKind,
        ..
        /// Whose list it is; of the three layers and of a provincial list it is not read. Left out: the principal's.
        holder: PowerHolder,
        /// Its version. `null`: it has none.
        version: Fact<Text>,
        /// First day in force. `null`: none is stated.
        from: Fact<Day>,
        /// Last day in force, itself included. Left out: it is open.
        until: Option<Day>,
        /// How it was approved. `null`: it was not.
        approval: Fact<ListApproval>,
        /// The powers that it gives; of a negative list they are not read. `null`: none.
        entries: Fact<Vec<PowerEntry>>,
        /// What a negative list forbids; of other lists they are not read. `null`: nothing.
        items: Fact<Vec<NegativeItem>>,
        /// Statutory powers of the chief procurator that the list says are no longer the chief procurator's.
        withdraws: Vec<StatutoryPower>,
    }
    order from <= until;
}

choice! {
    /// What kind of list it is.
    pub enum PowerListKind {
        /// 权力清单: the powers of one holder.
        Power => "power",
        /// 负面清单: what one holder may not do.
        Negative => "negative",
        /// 检察委员会、检察长、检察官权力清单: the powers of the three layers in cases.
        #[doc(alias = "三层权力清单")]
        Layers => "layers",
        /// The uniform list of the provincial procuratorate.
        #[doc(alias = "省级检察院权力清单")]
        Provincial => "provincial",
    }
}

choice! {
    /// Who holds a power, or acts under one.
    pub enum PowerHolder {
        /// 一把手, in the Party group and in the unit.
        Principal => "principal",
        /// Another member of the leading group.
        LeadingGroupMember => "leading_group_member",
        /// 部门负责人.
        DepartmentHead => "department_head",
        /// 党组: a collective.
        PartyGroup => "party_group",
        /// 检察委员会: a collective, and the first layer in cases.
        ProcuratorialCommittee => "procuratorial_committee",
        /// 检察长: the second layer in cases. The same person as the principal.
        ChiefProcurator => "chief_procurator",
        /// 副检察长.
        DeputyChiefProcurator => "deputy_chief_procurator",
        /// 检察官: the third layer in cases.
        Procurator => "procurator",
        /// Anybody else.
        Other => "other",
    }
}

impl PowerHolder {
    /// Whether it is a collective body.
    #[must_use]
    pub const fn is_collective(self) -> bool {
        matches!(self, Self::PartyGroup | Self::ProcuratorialCommittee)
    }

    /// Whether it is one of the three layers that decide in cases.
    #[must_use]
    pub const fn is_layer(self) -> bool {
        matches!(self, Self::ProcuratorialCommittee | Self::ChiefProcurator | Self::Procurator)
    }

    /// Whether both are the same: principal and chief procurator are one person in two offices.
    ///
    /// ```
    /// use oversight::facts::PowerHolder;
    /// assert!(PowerHolder::Principal.is_same(PowerHolder::ChiefProcurator));
    /// assert!(!PowerHolder::Principal.is_same(PowerHolder::Procurator));
    /// ```
    #[must_use]
    pub const fn is_same(self, other: Self) -> bool {
        let first = matches!(self, Self::Principal | Self::ChiefProcurator);
        let second = matches!(other, Self::Principal | Self::ChiefProcurator);
        (first && second) || self as u8 == other as u8
    }
}

impl Blank for PowerHolder {
    fn blank() -> Self {
        Self::Principal
    }

    fn is_blank(&self) -> bool {
        *self == Self::Principal
    }
}

record! {
    /// How a list was approved.
    pub struct ListApproval {
        ..
        /// By whom. Not read where `item` is given.
        by: Fact<ListApprover>,
        /// The item of a meeting of this dossier in which it was.
        item: Option<ItemId>,
    }
}

choice! {
    /// Who approved a list.
    pub enum ListApprover {
        /// A meeting of the Party group (党组会议).
        PartyGroupMeeting => "party_group_meeting",
        /// Another meeting.
        OtherMeeting => "other_meeting",
        /// One person.
        OnePerson => "one_person",
    }
}

record! {
    /// One power of a list.
    #[doc(alias = "权力事项")]
    pub struct PowerEntry {
        /// Which power: a word of your own, the same in every list and act.
        power: Text,
        ..
        /// Deciding, carrying out or supervising. `null`: none is stated.
        kind: Fact<PowerKind>,
        /// What it rests on. `null`: nothing is stated.
        basis: Fact<Text>,
        /// Who holds it. `null`: nobody is named.
        holder: Fact<PowerHolder>,
        /// Steps of its procedure. `null`: none is stated.
        procedure: Fact<Vec<Text>>,
        /// How far it goes. `null`: no limit is stated.
        limit: Fact<PowerLimit>,
        /// Steps that must have been taken before it is exercised.
        prior_steps: Vec<Text>,
    }
    named power, kind, holder;
}

choice! {
    /// 决策、执行、监督: the three kinds of power that the measures tell apart.
    pub enum PowerKind {
        /// 决策.
        Decision => "decision",
        /// 执行.
        Execution => "execution",
        /// 监督.
        Supervision => "supervision",
    }
}

record! {
    /// How far a power goes.
    pub struct PowerLimit {
        ..
        /// The least sum in fen that it is for, itself included. Left out: none.
        from_fen: Option<u64>,
        /// The highest sum in fen, itself included. Left out: none.
        up_to_fen: Option<u64>,
        /// Fields, in words of your own, that it is for. Left out or empty: all.
        scope: Option<Vec<Text>>,
    }
}

impl PowerLimit {
    /// The fields that it is for; `None` for all of them, also where an empty list names none.
    #[must_use]
    pub fn fields(&self) -> Option<&[Text]> {
        self.scope.as_deref().filter(|it| !it.is_empty())
    }
}

record! {
    /// Something that a negative list forbids: what meets every condition that is stated. At least one is.
    pub struct NegativeItem {
        ..
        /// Exercising one of these powers.
        powers: Vec<Text>,
        /// Acts of one of these kinds.
        kinds: Vec<PowerKind>,
        /// Acts on a matter of one of these categories.
        categories: Vec<Category>,
        /// Acts on at least this sum in fen.
        from_fen: Option<u64>,
        /// Acts that concern one of these.
        subjects: Vec<ActSubject>,
        /// Acts in one of these circumstances.
        circumstances: Vec<Circumstance>,
    }
    named powers, kinds, categories, subjects, circumstances, from_fen;
}

choice! {
    /// Whom an act concerns.
    pub enum ActSubject {
        /// The one who acted.
        Oneself => "oneself",
        /// Kin of the one who acted, as for recusal.
        Kin => "kin",
    }
}

choice! {
    /// Circumstances that lists of this kind speak of.
    pub enum Circumstance {
        /// 个人决定“三重一大”事项.
        DecidedAlone => "decided_alone",
        /// 先于他人表态、定调.
        SpokeBeforeOthers => "spoke_before_others",
        /// 临时动议增加议题.
        AgendaItemAdded => "agenda_item_added",
        /// 改变集体决定.
        CollectiveDecisionChanged => "collective_decision_changed",
        /// 直接分管财务、人事、工程建设、物资采购、行政审批.
        DirectCharge => "direct_charge",
        /// 干预插手案件、项目、招投标、人事.
        Interfered => "interfered",
        /// 泄露秘密.
        ConfidentialDisclosed => "confidential_disclosed",
        /// 化整为零: split so as to avoid a collective decision or a tender.
        ProjectSplit => "project_split",
        /// Another one that the list itself describes.
        Other => "other",
    }
}

choice! {
    /// Powers that the law gives to the chief procurator and no local list can take away.
    #[doc(alias = "检察长法定职权")]
    pub enum StatutoryPower {
        /// 领导本院工作.
        LeadTheProcuratorate => "lead_the_procuratorate",
        /// 决定重大办案事项.
        DecideMajorCaseMatters => "decide_major_case_matters",
        /// 提请任免.
        ProposeAppointments => "propose_appointments",
        /// 管理行政工作.
        DirectAdministration => "direct_administration",
    }
}

record! {
    /// Something that was done under a power.
    #[doc(alias = "用权行为")]
    pub struct Act {
        /// Identifier, unique in the dossier.
        id: ActId,
        /// When.
        done_on: Moment,
        ..
        /// By whom.
        by: Fact<PersonId>,
        /// In what capacity of his or her own, also where it was on another's delegation.
        capacity: Fact<PowerHolder>,
        /// Which power was exercised. `null`: none of any list.
        power: Fact<Text>,
        /// Whether it was deciding, carrying out or supervising. `null`: none of these.
        kind: Fact<PowerKind>,
        /// On what matter. `null`: on none of the catalogue.
        matter: Fact<MatterId>,
        /// The sum, in fen. `null`: there was none.
        amount_fen: Fact<u64>,
        /// Fields that it lay in, in the words of the lists. `null`: none.
        scope: Fact<Vec<Text>>,
        /// The delegation that it rested on. `null`: it was the holder's own act.
        delegation: Fact<Delegation>,
        /// Steps that were taken before. `null`: none.
        steps: Fact<Vec<ActStep>>,
        /// The item of a meeting in which it was decided collectively. `null`: it was not.
        decided_in: Fact<ItemId>,
        /// People whom it concerns. `null`: nobody of the register.
        concerns: Fact<Vec<PersonId>>,
        /// Circumstances. `null`: none of these.
        circumstances: Fact<Vec<Circumstance>>,
    }
}

record! {
    /// A step that comes before an act.
    pub struct ActStep {
        /// Which, in the words of the list.
        step: Text,
        ..
        /// When it was taken. `null`: it was not.
        taken_on: Fact<Moment>,
    }
}

record! {
    /// A delegation of powers.
    #[doc(alias = "授权委托")]
    pub struct Delegation {
        ..
        /// Who gave it.
        by: Fact<PowerHolder>,
        /// Whether it is in writing. `null`: it is not.
        written: Fact<bool>,
        /// First day. `null`: none is stated.
        from: Fact<Day>,
        /// Last day, itself included. `null`: it is open.
        until: Fact<Day>,
        /// The powers that it names. Left out: all of its giver.
        powers: Vec<Text>,
    }
    order from <= until;
}

record! {
    /// A self-check of how the lists are kept (自查自纠).
    #[doc(alias = "自查自纠")]
    pub struct ListCheck {
        /// Identifier, unique in the dossier.
        id: ListCheckId,
        /// The day on which it was held.
        held_on: Day,
        ..
        /// Problems that it found. `null`: none.
        problems: Fact<Vec<ListProblem>>,
    }
}

record! {
    /// A problem that a self-check found.
    pub struct ListProblem {
        ..
        /// The day on which it was put right. `null`: it was not.
        put_right_on: Fact<Day>,
    }
}
