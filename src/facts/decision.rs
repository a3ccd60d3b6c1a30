//! Decisions that were not taken in a minuted meeting of this dossier.

use super::{DecisionId, Fact, MatterId, PersonId};
use crate::{
    shape::{choice, record},
    time::Moment,
};

record! {
    /// A decision on a matter that was not taken in one of the meetings of this dossier.
    #[doc(alias = "决定")]
    pub struct Decision {
        /// Identifier, unique in the dossier.
        id: DecisionId,
        /// When it was taken.
        decided_on: Moment,
        ..
        /// What it was about.
        matter: Fact<MatterId>,
        /// By whom, or in what form.
        form: Fact<DecisionForm>,
        /// The person who decided, where it was one.
        decider: Fact<PersonId>,
        /// The emergency that it was taken in. `null`: there was none.
        emergency: Fact<Emergency>,
    }
}

choice! {
    /// By whom, or in what form, a decision was taken.
    pub enum DecisionForm {
        /// By one person.
        #[doc(alias = "个人决定")]
        OnePerson => "one_person",
        /// By several people without any meeting, for instance by telephone.
        NoMeeting => "no_meeting",
        /// 传阅, 圈阅: by circulating papers.
        #[doc(alias = "圈阅")]
        Circulation => "circulation",
        /// 专题会议.
        #[doc(alias = "专题会议")]
        SpecialMeeting => "special_meeting",
        /// 检察长办公会.
        #[doc(alias = "检察长办公会")]
        ExecutiveMeeting => "executive_meeting",
        /// 党组会议.
        PartyGroupMeeting => "party_group_meeting",
        /// 检察委员会会议.
        CommitteeMeeting => "committee_meeting",
    }
}

record! {
    /// An emergency in which a decision was taken without the competent body.
    #[doc(alias = "紧急情况")]
    #[doc(alias = "临机处置")]
    pub struct Emergency {
        ..
        /// When the decision was reported to the competent body. `null`: it was not.
        reported_on: Fact<Moment>,
        /// When it was put before a meeting of the competent body. `null`: it was not.
        submitted_on: Fact<Moment>,
        /// What that body answered. `null`: nothing yet.
        answer: Fact<Answer>,
        /// Whether a decision that it refused was carried out all the same.
        carried_out_after_refusal: Fact<bool>,
    }
}

choice! {
    /// What a body answered.
    pub enum Answer {
        /// It approved.
        Approved => "approved",
        /// It refused.
        Refused => "refused",
    }
}
