//! The catalogue of matters: what is decided on.

use super::{DepartmentId, Fact, MatterId, Text};
use crate::{
    shape::{choice, record},
    time::Moment,
};

record! {
    /// One matter that is decided on, in whatever meetings or otherwise. Items, decisions and payments refer to it.
    #[doc(alias = "事项")]
    #[doc(alias = "三重一大")]
    pub struct Matter {
        /// Identifier, unique in the dossier.
        id: MatterId,
        ..
        /// What it is called. Carried for you, never printed by this crate.
        title: Option<Text>,
        /// What kind of matter it is.
        category: Fact<Category>,
        /// The sum at stake, in fen (分). For `funds`, it decides whether the sum is large.
        amount_fen: Fact<u64>,
        /// The department and field it belongs to.
        department: Fact<DepartmentId>,
        /// The body that the catalogue names as competent for a major decision. Left out: the Party group. Personnel,
        /// projects and large sums are the Party group's whatever a catalogue says.
        competent_body: Option<CompetentBody>,
        /// At and above this sum in fen the matter is a large one 大额. Left out: the policy's threshold of the day.
        threshold_fen: Option<u64>,
        /// Who must be consulted before the meeting. Left out: those the policy names for the category.
        consult: Option<Vec<Text>>,
        /// Set where a superior body must be asked (请示) before it is acted on.
        must_ask: bool,
        /// When it was first acted on. `null`: it was not. Used only where a superior body must be asked.
        acted_on: Fact<Moment>,
    }
}

choice! {
    /// What kind of matter it is.
    pub enum Category {
        /// 重大决策: a major decision.
        #[doc(alias = "重大决策")]
        Decision => "decision",
        /// 重要干部任免: appointment or removal of cadres.
        #[doc(alias = "重要干部任免")]
        Personnel => "personnel",
        /// 重大项目安排: a major project.
        #[doc(alias = "重大项目")]
        Project => "project",
        /// 资金使用: a use of money; a large sum 大额 at or above the threshold.
        #[doc(alias = "大额度资金")]
        Funds => "funds",
        /// 处分党员: Party discipline against a member.
        #[doc(alias = "处分党员")]
        PartyDiscipline => "party_discipline",
        /// 个案: an individual case in the hands of the procuratorate.
        #[doc(alias = "个案")]
        Case => "case",
        /// Anything else.
        Other => "other",
    }
}

choice! {
    /// A body that a catalogue may name as competent.
    pub enum CompetentBody {
        /// 党组.
        PartyGroup => "party_group",
        /// 检察委员会.
        ProcuratorialCommittee => "procuratorial_committee",
        /// 检察长, deciding alone within the law.
        ChiefProcurator => "chief_procurator",
    }
}
