//! Who decided, who was in the room and who voted, and what became of the decision.

use super::words;
use crate::{
    facts::{DecisionForm, MeetingKind},
    finding::{Decider, Denominator, NotEntitled, Overruled, Part},
    norm::Words,
};

impl Decider {
    pub(super) const fn words(self) -> Words {
        match self {
            Self::Form(form) => form.words(),
            Self::Meeting(kind) => kind.words(),
        }
    }
}

impl DecisionForm {
    pub(super) const fn words(self) -> Words {
        match self {
            Self::OnePerson => words("个人决定", "one person"),
            Self::NoMeeting => words("未经会议的数人决定", "several people without a meeting"),
            Self::Circulation => words("传阅（圈阅）", "circulating papers"),
            Self::SpecialMeeting => words("专题会议", "a special meeting"),
            Self::ExecutiveMeeting => words("检察长办公会", "an executive meeting"),
            Self::PartyGroupMeeting => words("党组会议", "a Party group meeting"),
            Self::CommitteeMeeting => words("检察委员会会议", "a procuratorial committee meeting"),
        }
    }
}

impl MeetingKind {
    pub(super) const fn words(self) -> Words {
        match self {
            Self::PartyGroup => words("党组会议", "a Party group meeting"),
            Self::ProcuratorialCommittee => {
                words("检察委员会会议", "a procuratorial committee meeting")
            }
            Self::Executive => words("检察长办公会", "an executive meeting"),
            Self::Special => words("专题会议", "a special meeting"),
            Self::DemocraticLife => words("民主生活会", "a democratic life meeting"),
            Self::OrganisationalLife => words("组织生活会", "an organisational life meeting"),
            Self::Joint => words("联席会议", "a joint meeting"),
            Self::Other => words("其他会议", "a meeting of another kind"),
        }
    }
}

impl Denominator {
    pub(super) const fn words(self) -> Words {
        match self {
            Self::Entitled => words("应到会", "members entitled to attend"),
            Self::Present => words("实到会", "members present"),
        }
    }
}

impl NotEntitled {
    pub(super) const fn words(self) -> Words {
        match self {
            Self::NotMember => words("当日不是成员", "not a member on that day"),
            Self::Absent => words("成员未到场", "a member who was not present"),
            Self::Recused => words("成员已记录回避", "a member recorded as recused"),
            Self::Twice => words("同一成员的第二张票", "a second ballot of one member"),
        }
    }
}

impl Part {
    pub(super) const fn words(self) -> Words {
        match self {
            Self::Present => words("在场", "was present"),
            Self::Spoke => words("发言", "spoke"),
            Self::Voted => words("参加表决", "voted"),
        }
    }
}

impl Overruled {
    pub(super) const fn words(self) -> Words {
        match self {
            Self::Changed => words("被改变", "changed"),
            Self::SetAside => words("被搁置不用", "set aside"),
            Self::NotCarriedOut => words("未予执行", "not carried out"),
            Self::DeclaredOtherwise => {
                words("宣布的结果与表决不一致", "result declared otherwise than voted")
            }
            Self::CarriedOutAfterRefusal => {
                words("有权主体不同意后仍予执行", "carried out after the competent body refused")
            }
        }
    }
}
