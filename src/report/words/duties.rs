//! What a recurring duty takes in, whom it is owed to, and what follows where it was not kept.

use super::words;
use crate::{
    facts::{AccountabilityKind, Counterpart, Topic},
    finding::{Coverage, ReviewStep},
    norm::Words,
};

impl Coverage {
    /// What it is called.
    #[must_use]
    pub const fn words(self) -> Words {
        match self {
            Self::Topic(topic) => topic.words(),
            Self::To(counterpart) => counterpart.words(),
        }
    }
}

impl Topic {
    pub(super) const fn words(self) -> Words {
        match self {
            Self::PoliticalLoyalty => words("对党忠诚", "political loyalty"),
            Self::Development => words("新发展理念和高质量发展", "the development concept"),
            Self::CentralDecisions => {
                words("落实党中央重大决策部署", "the carrying out of central decisions")
            }
            Self::DemocraticCentralism => words("民主集中制", "democratic centralism"),
            Self::FamilyConduct => words("家庭家教家风", "family conduct"),
            Self::GoodExamples => words("先进典型", "good examples"),
            Self::BadExamples => words("反面案例", "bad examples"),
            Self::Principal => words("主要负责人", "the principal leader"),
            Self::LeadingGroup => words("领导班子", "the leading group"),
            Self::Integrity => words("党风廉政", "integrity"),
            Self::Ideology => words("意识形态", "ideology"),
            Self::WholeStaff => words("全院干警政治生态状况", "the whole staff"),
            Self::KeyPosts => words("关键岗位和重点职位", "key posts"),
        }
    }
}

impl Counterpart {
    pub(super) const fn words(self) -> Words {
        match self {
            Self::SuperiorProcuratorate => {
                words("上级检察院党组", "the superior procuratorate's Party group")
            }
            Self::DistrictCommittee => words("城区党委", "the district committee"),
            Self::DisciplineOrgan => words("纪检监察机关", "the discipline organ"),
            Self::Police => words("公安机关", "the police"),
            Self::Other => words("其他机关", "another organ"),
        }
    }
}

impl ReviewStep {
    pub(super) const fn words(self) -> Words {
        match self {
            Self::Report => words("书记通报案情", "the secretary's report"),
            Self::Reflection => words("分管成员检视反思", "the reflection of the member in charge"),
            Self::Comparison => words("其他成员对照查摆", "the comparison by another member"),
            Self::SummingUp => words("书记全面点评", "the secretary's summing-up"),
        }
    }
}

impl AccountabilityKind {
    pub(super) const fn words(self) -> Words {
        match self {
            Self::Reminder => words("提醒谈话", "a reminder"),
            Self::Warning => words("警告", "a warning"),
            Self::PublicCriticism => words("通报批评", "public criticism"),
            Self::Discipline => words("纪律处分", "discipline"),
        }
    }
}
