//! Meetings, as their minutes tell them, with their items and what became of what was decided.

use super::{Fact, ItemId, MatterId, MeetingId, OwnerId, PersonId, Text, Vote};
use crate::{
    shape::{Blank, choice, record},
    time::{Day, Moment},
};

choice! {
    /// A collective body whose members the register names.
    pub enum Body {
        /// 党组.
        #[doc(alias = "党组")]
        PartyGroup => "party_group",
        /// 检察委员会.
        #[doc(alias = "检委会")]
        ProcuratorialCommittee => "procuratorial_committee",
    }
}

record! {
    /// One sitting, as its minutes tell it.
    #[doc(alias = "会议")]
    pub struct Meeting {
        /// Identifier, unique in the dossier.
        id: MeetingId,
        /// What kind of meeting it was.
        kind: MeetingKind,
        /// When it was held: the day, with the time it began where that is known.
        held_on: Moment,
        ..
        /// Who presided.
        presider: Fact<PersonId>,
        /// By what right one who is not the principal presided. `null`: by none.
        presider_authority: Fact<PresiderAuthority>,
        /// When the agenda was sent to the members in writing. `null`: it was not.
        agenda_circulated_on: Fact<Moment>,
        /// The minutes. `null`: there are none.
        minutes: Fact<Minutes>,
        /// Its items, in the order taken.
        items: Vec<Item>,
    }
}

choice! {
    /// What kind of meeting it was.
    pub enum MeetingKind {
        /// 党组会议.
        #[doc(alias = "党组会议")]
        PartyGroup => "party_group",
        /// 检察委员会会议.
        #[doc(alias = "检委会会议")]
        ProcuratorialCommittee => "procuratorial_committee",
        /// 检察长办公会.
        #[doc(alias = "检察长办公会")]
        Executive => "executive",
        /// 专题会议.
        #[doc(alias = "专题会议")]
        Special => "special",
        /// 民主生活会.
        #[doc(alias = "民主生活会")]
        DemocraticLife => "democratic_life",
        /// 组织生活会.
        #[doc(alias = "组织生活会")]
        OrganisationalLife => "organisational_life",
        /// 联席会议.
        #[doc(alias = "联席会议")]
        Joint => "joint",
        /// Any other meeting.
        Other => "other",
    }
}

impl MeetingKind {
    /// The body that sits in a meeting of this kind, where it is one whose members the register names.
    #[must_use]
    pub const fn body(self) -> Option<Body> {
        match self {
            Self::PartyGroup => Some(Body::PartyGroup),
            Self::ProcuratorialCommittee => Some(Body::ProcuratorialCommittee),
            _ => None,
        }
    }
}

choice! {
    /// By what right one who is not the principal presides.
    pub enum PresiderAuthority {
        /// The principal entrusted him or her.
        EntrustedByPrincipal => "entrusted_by_principal",
        /// The superior Party organisation named him or her while the post is vacant.
        NamedBySuperior => "named_by_superior",
    }
}

record! {
    /// The minutes of a meeting.
    #[doc(alias = "会议记录")]
    pub struct Minutes {
        ..
        /// The day they were signed. `null`: they are not signed.
        signed_on: Fact<Day>,
        /// The day they were archived. `null`: they are not archived.
        archived_on: Fact<Day>,
        /// Number in the archive.
        archive_number: Option<Text>,
    }
}

record! {
    /// One question put to a meeting. A heading of the agenda under which several people are each voted on is
    /// several items; one question with several measures is one.
    #[doc(alias = "议题")]
    pub struct Item {
        /// Identifier, unique in the dossier.
        id: ItemId,
        ..
        /// What was done with it. Left out: it was put for decision.
        kind: ItemKind,
        /// The matter it is about. `null`: it is none of the catalogue.
        matter: Fact<MatterId>,
        /// Everyone in the room for this item, at the vote, or at the discussion where nothing was voted: members and
        /// others alike. Who of them is a member, the register says. `null`: no attendance was recorded.
        present: Fact<Vec<PersonId>>,
        /// Members who are recorded as having withdrawn from this item for an interest of theirs.
        recusals: Vec<PersonId>,
        /// The people the item is about or whose interests it touches: the candidates, the one disciplined, the owner of the
        /// supplier. `null`: none.
        concerns: Fact<Vec<PersonId>>,
        /// Whether it stood on the agenda that was circulated beforehand; `false` where it was raised on the spot.
        on_agenda: Fact<bool>,
        /// Who was consulted on it. `null`: nobody.
        consulted: Fact<Vec<Consultation>>,
        /// When it was talked over beforehand (酝酿). `null`: it was not.
        deliberated_on: Fact<Moment>,
        /// What was said on it, in the order in which it was said. `null`: the minutes hold none of it.
        statements: Fact<Vec<Statement>>,
        /// Set where the statements are known not to be all that was said.
        statements_incomplete: bool,
        /// Set where the order of the statements is not known.
        statements_unordered: bool,
        /// Set where the minutes themselves call the views divided (意见分歧较大).
        called_divided: bool,
        /// The vote. `null`: nothing was voted.
        vote: Fact<Vote>,
        /// The declared result. `null`: the minutes hold none.
        result: Fact<ItemResult>,
        /// The different views that the minutes hold. `null`: none.
        dissents: Fact<Vec<Dissent>>,
        /// The legality review it had. `null`: it had none.
        legality_review: Fact<LegalityReview>,
        /// The entries of negative lists that forbid what was proposed. `null`: none does.
        forbidden_by: Fact<Vec<Text>>,
        /// Who carries it out, and by when. `null`: nobody was named.
        follow_up: Fact<FollowUp>,
        /// Later departures from what was decided. `null`: none.
        departures: Fact<Vec<Departure>>,
        /// The chief procurator's referral upward of what the committee decided. `null`: none.
        referral: Fact<Referral>,
        /// The day on which a deferred item was closed without being taken up again. `null`: it was not.
        closed_on: Fact<Day>,
        /// Where a meeting that is not competent decided it: the emergency in which it did. `null`: there was none.
        emergency: Fact<super::Emergency>,
    }
}

choice! {
    /// What was done with an item.
    pub enum ItemKind {
        /// It was put for decision.
        Decide => "decide",
        /// It was only reported or studied; nothing was to be decided, so that a vote and a result that are left out say
        /// that there was none.
        Inform => "inform",
        /// 审议重要违纪违法案件: the review of an important case, in which the secretary speaks first and last; a vote and a
        /// result that are left out say that there was none.
        #[doc(alias = "审议重要违纪违法案件")]
        CaseReview => "case_review",
    }
}

impl Blank for ItemKind {
    fn blank() -> Self {
        Self::Decide
    }

    fn is_blank(&self) -> bool {
        *self == Self::Decide
    }
}

choice! {
    /// The declared result of an item.
    pub enum ItemResult {
        /// 通过.
        Adopted => "adopted",
        /// 不通过.
        Rejected => "rejected",
        /// 暂缓表决, 缓议: put off.
        #[doc(alias = "暂缓表决")]
        Deferred => "deferred",
        /// Passed on to the competent body; nothing was decided.
        Forwarded => "forwarded",
    }
}

record! {
    /// Somebody's opinion sought before the meeting.
    #[doc(alias = "征求意见")]
    pub struct Consultation {
        /// Whose opinion was sought; the same key as in the policy's lists.
        party: Text,
        ..
        /// When it was sought.
        on: Fact<Moment>,
    }
}

record! {
    /// One turn of speech on an item.
    #[doc(alias = "发言")]
    pub struct Statement {
        /// Who spoke.
        by: PersonId,
        /// To what end.
        kind: StatementKind,
        ..
        /// The side taken. `null`: none.
        stance: Fact<Stance>,
        /// Set where it was made after the vote.
        after_vote: bool,
    }
}

choice! {
    /// What a turn of speech does.
    pub enum StatementKind {
        /// 表态: it states a view on the substance.
        #[doc(alias = "表态")]
        View => "view",
        /// 汇报: it introduces or reports.
        Report => "report",
        /// It opens, closes or leads the discussion and takes no side.
        Procedural => "procedural",
        /// The written view of a member who was not in the room; it is no view at the meeting.
        Letter => "letter",
        /// 检视反思: of a case review, by the member in charge.
        Reflection => "reflection",
        /// 对照查摆: of a case review, by another member.
        Comparison => "comparison",
        /// 点评: of a case review, the secretary's summing-up.
        SummingUp => "summing_up",
    }
}

choice! {
    /// The side a view takes.
    pub enum Stance {
        /// In favour.
        Approve => "approve",
        /// Against.
        Oppose => "oppose",
        /// Undecided.
        Undecided => "undecided",
        /// For putting it off.
        Defer => "defer",
    }
}

record! {
    /// A different view as the minutes hold it.
    #[doc(alias = "不同意见")]
    pub struct Dissent {
        /// Whose view.
        by: PersonId,
        ..
        /// What it was. `null`: the minutes do not say.
        content: Fact<Text>,
    }
}

choice! {
    /// What a legality review found.
    pub enum LegalityReview {
        /// Lawful.
        Passed => "passed",
        /// Lawful under conditions.
        Conditional => "conditional",
        /// Unlawful.
        Negative => "negative",
    }
}

record! {
    /// Who carries out what was decided.
    #[doc(alias = "督办")]
    pub struct FollowUp {
        ..
        /// A person or a department. `null`: nobody was named.
        owner: Fact<OwnerId>,
        /// The day by which it is to be done, itself included. `null`: none was set.
        due_on: Fact<Day>,
        /// The day on which its result was recorded. `null`: there is no result.
        done_on: Fact<Day>,
    }
    named owner, due_on;
}

record! {
    /// A departure from what a meeting decided.
    pub struct Departure {
        /// What was done to the decision.
        kind: DepartureKind,
        /// When.
        on: Moment,
        ..
        /// On whose authority.
        authority: Fact<Authority>,
        /// The person on whose word it was, where it was one person's.
        person: Fact<PersonId>,
    }
}

choice! {
    /// What was done to a decision.
    pub enum DepartureKind {
        /// It was changed.
        Changed => "changed",
        /// It was set aside.
        SetAside => "set_aside",
        /// It was not carried out.
        NotCarriedOut => "not_carried_out",
        /// The result was declared otherwise than the vote had it.
        DeclaredOtherwise => "declared_otherwise",
    }
}

choice! {
    /// On whose authority a decision was departed from.
    pub enum Authority {
        /// One person's word.
        OnePerson => "one_person",
        /// A new decision of the body itself.
        SameBody => "same_body",
        /// A decision of a superior organ, or the answer to a referral.
        Superior => "superior",
    }
}

record! {
    /// The chief procurator's referral of what the committee decided.
    #[doc(alias = "报请上级")]
    pub struct Referral {
        /// When it was referred.
        referred_on: Moment,
        ..
        /// To whom.
        to: Fact<ReferredTo>,
        /// The day of the answer. `null`: there is none yet.
        answered_on: Fact<Day>,
    }
}

choice! {
    /// To whom a committee's outcome is referred.
    pub enum ReferredTo {
        /// 上一级人民检察院.
        SuperiorProcuratorate => "superior_procuratorate",
        /// 同级人民代表大会常务委员会; open to major matters, not to cases.
        CongressCommittee => "congress_committee",
    }
}
