//! Kin, education, appraisals, measures and what else bars a candidate.

use super::words;
use crate::{
    facts::{AppraisalGrade, Education, FamilyAbroad, Relation, SanctionKind},
    finding::{Bar, PostsOfKin},
    norm::Words,
};

impl Relation {
    pub(super) const fn words(self) -> Words {
        match self {
            Self::Spouse => words("配偶", "spouse"),
            Self::FormerSpouse => words("前配偶", "former spouse"),
            Self::Parent => words("父母", "parent"),
            Self::Child => words("子女", "child"),
            Self::Grandparent => words("祖父母、外祖父母", "grandparent"),
            Self::Grandchild => words("孙子女、外孙子女", "grandchild"),
            Self::Sibling => words("兄弟姐妹", "sibling"),
            Self::ParentSibling => words("伯叔姑舅姨", "sibling of a parent"),
            Self::SiblingChild => words("侄、甥", "child of a sibling"),
            Self::Cousin => words("堂、表兄弟姐妹", "cousin"),
            Self::SpouseParent => words("配偶的父母", "parent of the spouse"),
            Self::ChildSpouse => words("子女的配偶", "spouse of a child"),
            Self::ChildSpouseParent => words("子女配偶的父母", "parent of a child's spouse"),
            Self::SpouseSibling => words("配偶的兄弟姐妹", "sibling of the spouse"),
            Self::SpouseSiblingSpouse => {
                words("配偶的兄弟姐妹的配偶", "spouse of a sibling of the spouse")
            }
            Self::SiblingSpouse => words("兄弟姐妹的配偶", "spouse of a sibling"),
            Self::CollateralSpouse => {
                words("其他旁系血亲的配偶", "spouse of another collateral relative")
            }
            Self::CloseAssociate => words("特定关系人", "close associate"),
            Self::Other => words("其他关系", "another relation"),
        }
    }
}

impl Education {
    pub(super) const fn words(self) -> Words {
        match self {
            Self::BelowCollege => words("大专以下", "below college"),
            Self::College => words("大专", "college"),
            Self::Bachelor => words("大学本科", "bachelor"),
            Self::Postgraduate => words("研究生", "postgraduate"),
        }
    }
}

impl AppraisalGrade {
    pub(super) const fn words(self) -> Words {
        match self {
            Self::Incompetent => words("不称职", "incompetent"),
            Self::BasicallyCompetent => words("基本称职", "basically competent"),
            Self::Competent => words("称职", "competent"),
            Self::Excellent => words("优秀", "excellent"),
        }
    }
}

impl FamilyAbroad {
    pub(super) const fn words(self) -> Words {
        match self {
            Self::Home => words("家庭成员在国内", "family in the country"),
            Self::SomeChildren => words("部分子女已移居国（境）外", "some children abroad"),
            Self::Spouse => words("配偶已移居国（境）外", "spouse abroad"),
            Self::AllChildrenNoSpouse => {
                words("没有配偶，子女均已移居国（境）外", "no spouse and all children abroad")
            }
        }
    }
}

impl SanctionKind {
    pub(super) const fn words(self) -> Words {
        match self {
            Self::Admonition => words("诫勉", "admonition"),
            Self::PartyWarning => words("党内警告", "Party warning"),
            Self::SeriousPartyWarning => words("党内严重警告", "serious Party warning"),
            Self::RemovalFromPartyPosts => words("撤销党内职务", "removal from Party posts"),
            Self::PartyProbation => words("留党察看", "probation within the Party"),
            Self::OfficialWarning => words("政务警告", "official warning"),
            Self::Demerit => words("政务记过", "demerit"),
            Self::SeriousDemerit => words("政务记大过", "serious demerit"),
            Self::GradeReduction => words("政务降级", "reduction in grade"),
            Self::Dismissal => words("政务撤职", "dismissal from post"),
            Self::OrderedResignation => words("责令辞职、免职", "ordered resignation or removal"),
            Self::Demotion => words("降职", "demotion"),
            Self::Disqualification => {
                words("取消考察对象资格", "loss of the standing of a candidate")
            }
            Self::Other => words("其他处分处理", "another measure"),
        }
    }
}

impl Bar {
    pub(super) const fn words(self) -> Words {
        match self {
            Self::PoliticalBreach => {
                words("政治纪律和政治规矩方面的情形", "political discipline and political rules")
            }
            Self::LowAcceptance => words("群众公认度不高", "low acceptance among the people"),
            Self::Appraisal(grade) => grade.words(),
            Self::Canvassing => words("非组织行为", "canvassing"),
            Self::FamilyAbroad(family) => family.words(),
            Self::Sanction(kind) | Self::StillAffectsUse(kind) => kind.words(),
            Self::Other => words("其他情形", "another reason of the regulations"),
        }
    }

    pub(super) fn zh(self) -> String {
        let words = self.words().zh;
        match self {
            Self::Appraisal(_) => format!("年度考核为{words}"),
            Self::StillAffectsUse(_) => format!("{words}，期满仍影响使用"),
            _ => words.into(),
        }
    }

    pub(super) fn en(self) -> String {
        let words = self.words().en;
        match self {
            Self::Appraisal(_) => format!("yearly appraisal: {words}"),
            Self::StillAffectsUse(_) => format!("{words}, whose effect on use goes on"),
            _ => words.into(),
        }
    }
}

impl PostsOfKin {
    pub(super) const fn words(self) -> Words {
        match self {
            Self::SuperiorAndSubordinate => {
                words("与拟任职务有直接上下级领导关系", "one is the direct superior of the other")
            }
            Self::SameSuperior => {
                words("与拟任职务双方直接隶属于同一领导", "both have the same direct superior")
            }
            Self::SensitiveWork => words(
                "一方担任领导职务，一方从事人事、纪检、审计或财务工作",
                "one leads the unit, the other does personnel, discipline, audit or finance work",
            ),
            Self::Offices => words(
                "与拟任职务在同一检察院不得同时担任",
                "offices that kin may not hold in one procuratorate",
            ),
            Self::SameDepartment => {
                words("双方为同一业务部门检察员", "procurators of one department")
            }
            Self::AdjacentLevels => words(
                "双方为上下相邻两级检察院的检察长、副检察长",
                "chief procurators or deputies of adjacent levels",
            ),
        }
    }
}
