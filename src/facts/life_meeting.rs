//! The democratic and the organisational life meeting, and what members owe an account of there.

use super::{
    BranchId, ConcernId, DepartmentId, Fact, FollowUp, LifeMeetingId, PersonId, SpecialCauseId,
    Topic,
};
use crate::{
    shape::{Blank, choice, record},
    time::Day,
};

record! {
    /// A democratic or organisational life meeting.
    #[doc(alias = "民主生活会")]
    #[doc(alias = "组织生活会")]
    pub struct LifeMeeting {
        /// Identifier, unique in the dossier.
        id: LifeMeetingId,
        /// What kind of meeting.
        kind: LifeMeetingKind,
        /// The year that it is for.
        year: u32,
        /// The day on which it was held.
        held_on: Day,
        ..
        /// Of a democratic one: whether it is the yearly one. Left out: it is.
        session: LifeMeetingSession,
        /// Of an organisational one: the branch whose meeting it was. Left out: nobody has said.
        branch: Option<BranchId>,
        /// The superior's consent to hold it outside the usual season. `null`: there was none.
        consent: Fact<SeasonConsent>,
        /// Everyone who took part. Who of them is a member, the register says. `null`: no attendance was recorded.
        present: Fact<Vec<PersonId>>,
        /// What it was about, as far as duties ask. `null`: none of these.
        topics: Fact<Vec<Topic>>,
        /// Who criticised himself or herself, in the order in which they spoke. `null`: nobody did.
        self_criticisms: Fact<Vec<PersonId>>,
        /// What was explained, criticised in oneself, or examined deeply, concern by concern, also in writing. `null`: nothing.
        accounts: Fact<Vec<LifeAccount>>,
        /// Talks held before it. `null`: none.
        talks: Fact<Vec<LifeTalk>>,
        /// What became of those who were absent; the list is taken at its word. `null`: nothing was done about them.
        absentees: Fact<Vec<Absentee>>,
        /// The list of what to put right (整改清单), taken at its word. `null` or an empty list: there is none.
        actions: Fact<Vec<FollowUp>>,
        /// The day on which it was reported to the superior. `null`: it was not.
        reported_on: Fact<Day>,
        /// Leading cadres who stated how they keep the three rules. `null`: nobody did.
        stated_three_rules: Fact<Vec<PersonId>>,
    }
}

choice! {
    /// What kind of life meeting.
    pub enum LifeMeetingKind {
        /// 民主生活会.
        Democratic => "democratic",
        /// 组织生活会.
        Organisational => "organisational",
    }
}

choice! {
    /// Whether a democratic life meeting is the yearly one.
    pub enum LifeMeetingSession {
        /// The yearly one.
        Yearly => "yearly",
        /// 专题民主生活会 on an event that calls for it.
        Special => "special",
    }
}

impl Blank for LifeMeetingSession {
    fn blank() -> Self {
        Self::Yearly
    }

    fn is_blank(&self) -> bool {
        *self == Self::Yearly
    }
}

record! {
    /// The superior's consent to hold a life meeting at another time.
    pub struct SeasonConsent {
        /// The day of the consent.
        given_on: Day,
        ..
        /// The last day by which it may be held, that day included. `null`: the consent names none.
        until: Fact<Day>,
    }
    order given_on <= until;
}

record! {
    /// The superior agreed that the yearly democratic life meeting of a year may be held later; for one not held yet.
    pub struct LifeMeetingPostponement {
        /// The year that the meeting is for.
        year: u32,
        /// The day of the consent.
        given_on: Day,
        /// The last day by which it may be held, that day included.
        until: Day,
        ..
    }
    order given_on <= until;
}

record! {
    /// Something of which a member owes an account at the life meeting.
    #[doc(alias = "需说明事项")]
    pub struct Concern {
        /// Identifier, unique in the dossier.
        id: ConcernId,
        /// The member.
        person: PersonId,
        /// The day on which it arose; of an inquiry or a breach, on which it was closed or established.
        arose_on: Day,
        ..
        /// What it is. `null`: none of these.
        kind: Fact<ConcernKind>,
    }
}

choice! {
    /// What a member owes an account of.
    pub enum ConcernKind {
        /// 个人有关事项.
        PersonalMatter => "personal_matter",
        /// 群众反映.
        PublicComplaint => "public_complaint",
        /// 巡视巡察反馈.
        InspectionFinding => "inspection_finding",
        /// 谈话函询 closed as credible (予以采信了结).
        CredibleInquiry => "credible_inquiry",
        /// 存在违纪问题: an established breach, also one that an inquiry led to.
        EstablishedBreach => "established_breach",
        /// 被问责: held to account.
        HeldToAccount => "held_to_account",
    }
}

record! {
    /// One account that a member gave.
    pub struct LifeAccount {
        /// Who gave it.
        by: PersonId,
        ..
        /// Of what. `null`: of none of the concerns on record.
        concern: Fact<ConcernId>,
        /// In what way. `null`: the minutes do not say.
        kind: Fact<AccountKind>,
    }
}

choice! {
    /// How a member accounted for something, from slight to deep.
    pub enum AccountKind {
        /// 作出说明.
        Explanation => "explanation",
        /// 自我批评.
        SelfCriticism => "self_criticism",
        /// 深刻检查.
        DeepExamination => "deep_examination",
    }
}

record! {
    /// A talk held before a life meeting, with either another person or the head of a department.
    #[doc(alias = "会前谈心谈话")]
    pub struct LifeTalk {
        /// One of the two.
        one: PersonId,
        ..
        /// The other, where it is a person of the register.
        other: Option<PersonId>,
        /// The department whose head was the other.
        department: Option<DepartmentId>,
        /// The day. `null`: the record does not say.
        on: Fact<Day>,
    }
    named one, other, department;
}

record! {
    /// What became of somebody who was absent from a life meeting.
    pub struct Absentee {
        /// Who.
        person: PersonId,
        ..
        /// Whether something was sent in writing.
        in_writing: Fact<bool>,
        /// The day on which the criticism was passed on. `null`: it was not.
        told_on: Fact<Day>,
    }
}

record! {
    /// An event that calls for a special democratic life meeting.
    #[doc(alias = "专题民主生活会")]
    pub struct SpecialCause {
        /// Identifier, unique in the dossier.
        id: SpecialCauseId,
        /// The day of the event.
        arose_on: Day,
        ..
        /// What it was. `null`: the record does not say.
        kind: Fact<SpecialCauseKind>,
        /// The special session about it. `null`: there was none.
        session: Fact<LifeMeetingId>,
    }
}

choice! {
    /// Events that call for a special session.
    pub enum SpecialCauseKind {
        /// An important or general problem in the group.
        GroupProblem => "group_problem",
        /// A major decision that failed.
        DecisionFailure => "decision_failure",
        /// An emergency that was handled badly.
        Emergency => "emergency",
        /// An important problem found by discipline organs, inspection or audit.
        InspectionProblem => "inspection_problem",
        /// A case of discipline or law.
        DisciplineCase => "discipline_case",
    }
}

choice! {
    /// Talks that are due before the yearly democratic life meeting.
    pub enum TalkPair {
        /// Between the principal and each member.
        PrincipalMember => "principal_member",
        /// Between each two members.
        Members => "members",
        /// Between each member and the head of each department in his or her charge.
        DepartmentHead => "department_head",
    }
}
