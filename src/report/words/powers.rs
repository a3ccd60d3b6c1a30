//! Powers, the lists that give them and the fields that they reach.

use super::words;
use crate::{
    facts::{DirectField, StatutoryPower},
    finding::Overlap,
    norm::Words,
    policy::PowerPair,
};

impl StatutoryPower {
    pub(super) const fn words(self) -> Words {
        match self {
            Self::LeadTheProcuratorate => words("领导本院工作", "leading the procuratorate"),
            Self::DecideMajorCaseMatters => {
                words("决定重大办案事项", "deciding major matters in cases")
            }
            Self::ProposeAppointments => words("提请任免", "proposing appointments"),
            Self::DirectAdministration => words("管理行政工作", "directing administration"),
        }
    }
}

impl DirectField {
    pub(super) const fn words(self) -> Words {
        match self {
            Self::Finance => words("财务", "finance"),
            Self::Personnel => words("人事", "personnel"),
            Self::Construction => words("工程建设", "construction"),
            Self::Procurement => words("物资采购", "procurement"),
            Self::Approvals => words("行政审批", "approvals"),
        }
    }
}

impl PowerPair {
    pub(super) const fn words(self) -> Words {
        match self {
            Self::DecisionExecution => words("决策、执行", "deciding and carrying out"),
            Self::DecisionSupervision => words("决策、监督", "deciding and supervising"),
            Self::ExecutionSupervision => words("执行、监督", "carrying out and supervising"),
        }
    }
}

impl Overlap {
    pub(super) const fn words(self) -> Words {
        match self {
            Self::Versions => words(
                "同一清单的两个版本同时有效",
                "two versions of one list are in force together",
            ),
            Self::BothLists => words(
                "同一权力既列入权力清单又列入负面清单",
                "the power stands on the power list and on the negative list",
            ),
            Self::Layers => words("同一权力由两个层级决定", "two layers decide the same power"),
            Self::Ranges => words(
                "同一权力的两项范围交叉或前后不一",
                "two entries of the power have ranges that meet",
            ),
        }
    }
}
