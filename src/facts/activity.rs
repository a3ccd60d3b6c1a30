//! What was done to oversee and to lead: talks, reports heard, visits, meetings with families, training, inspections,
//! studies and the like. Most recurring duties are shown by one of these.

use super::{ActivityId, DepartmentId, Fact, FollowUp, PersonId, Relation};
use crate::{
    shape::{choice, record},
    time::Day,
};

record! {
    /// Something that was done once, on a day, by somebody, with or about somebody.
    #[doc(alias = "工作记录")]
    pub struct Activity {
        /// Identifier, unique in the dossier.
        id: ActivityId,
        /// What kind of activity.
        kind: ActivityKind,
        ..
        /// The day. `null`: the record does not say.
        held_on: Fact<Day>,
        /// Who held it: who talked, heard, visited or reported. `null`: nobody of the register.
        by: Fact<PersonId>,
        /// With or about whom: who was talked with, heard, visited, appraised, or was aimed at. `null`: nobody of the register.
        with: Fact<Vec<PersonId>>,
        /// The departments that were heard. `null`: none.
        departments: Fact<Vec<DepartmentId>>,
        /// To or with which organs. `null`: none.
        to: Fact<Vec<Counterpart>>,
        /// What it was about, as far as duties ask. Whom supervision is aimed at, `with` says. `null`: none of these.
        topics: Fact<Vec<Topic>>,
        /// Problems that it found, each with what was set down about it: of a joint meeting owner, date and result; of an inspection
        /// of collective leadership the day on which it was acted on, within the policy's limit. `null`: none.
        problems: Fact<Vec<FollowUp>>,
        /// Of a home visit: the relatives who were met. `null` or an empty list: none.
        met: Fact<Vec<Relation>>,
        /// Of a home visit: what it served. `null` or an empty list: nothing is stated.
        purposes: Fact<Vec<VisitPurpose>>,
    }
}

choice! {
    /// Kinds of activity.
    pub enum ActivityKind {
        /// 谈心谈话: a talk, whoever of the two is recorded as having held it.
        HeartToHeartTalk => "heart_to_heart_talk",
        /// 相互提醒、交换意见 between members.
        ViewsExchanged => "views_exchanged",
        /// 听取履责汇报: a member was heard on how the responsibility for strict governance is carried out.
        MemberHeard => "member_heard",
        /// 听取分管部门汇报: the head of a department was heard on the staff's discipline and integrity.
        DepartmentHeard => "department_heard",
        /// 研究全面从严治党: the Party group studied strict governance.
        GovernanceStudy => "governance_study",
        /// 入户廉政家访.
        HomeVisit => "home_visit",
        /// 家属座谈会: a meeting with families.
        FamilySymposium => "family_symposium",
        /// 学习培训.
        Training => "training",
        /// 警示教育, 正反典型教育.
        WarningEducation => "warning_education",
        /// 日常监督.
        DailySupervision => "daily_supervision",
        /// 专项监督.
        SpecialSupervision => "special_supervision",
        /// 政治监督: a self-check, reminder or appraisal of political loyalty and the like (自查自纠、提醒督促、考核评价).
        PoliticalCheck => "political_check",
        /// 检务督察.
        AffairsInspection => "affairs_inspection",
        /// 内部审计, which the measures print as 内容审计.
        InternalAudit => "internal_audit",
        /// 分级分类考核: an appraisal by level and kind.
        GradedAppraisal => "graded_appraisal",
        /// 政治部职能监督: functional supervision by the political department.
        FunctionalSupervision => "functional_supervision",
        /// 总结经验: practice was summed up.
        PracticeSummary => "practice_summary",
        /// 集体领导制度执行情况监督检查: how collective leadership was kept was inspected.
        CollectiveLeadershipInspection => "collective_leadership_inspection",
        /// 请示报告工作: a report on the work as a whole to a superior body.
        WorkReport => "work_report",
        /// 沟通协调: coordination with discipline, police or other organs on feedback about misconduct.
        Coordination => "coordination",
        /// 党风廉政、意识形态工作联席会议.
        JointMeeting => "joint_meeting",
        /// Something else.
        Other => "other",
    }
}

choice! {
    /// Organs that are reported to or worked with.
    pub enum Counterpart {
        /// 上级检察院党组.
        SuperiorProcuratorate => "superior_procuratorate",
        /// 城区党委、城区区委.
        DistrictCommittee => "district_committee",
        /// 纪检监察机关.
        DisciplineOrgan => "discipline_organ",
        /// 公安机关.
        Police => "police",
        /// Another one.
        Other => "other",
    }
}

choice! {
    /// What something was about, as far as duties ask.
    pub enum Topic {
        /// 对党忠诚.
        PoliticalLoyalty => "political_loyalty",
        /// 新发展理念、高质量发展.
        Development => "development",
        /// 落实党中央重大决策部署.
        CentralDecisions => "central_decisions",
        /// 民主集中制.
        DemocraticCentralism => "democratic_centralism",
        /// 家庭家教家风.
        FamilyConduct => "family_conduct",
        /// 先进典型.
        GoodExamples => "good_examples",
        /// 反面案例.
        BadExamples => "bad_examples",
        /// The principal leader 一把手.
        Principal => "principal",
        /// The leading group 领导班子 as a whole.
        LeadingGroup => "leading_group",
        /// 党风廉政.
        Integrity => "integrity",
        /// 意识形态.
        Ideology => "ideology",
        /// 全院干警政治生态状况: an analysis of the whole staff.
        WholeStaff => "whole_staff",
        /// 关键岗位、重点职位.
        KeyPosts => "key_posts",
    }
}

choice! {
    /// What a home visit serves.
    pub enum VisitPurpose {
        /// 掌握家境、解难事: the family's difficulties.
        Difficulties => "difficulties",
        /// 掌握思想、解心结: thoughts.
        Thoughts => "thoughts",
        /// 体察家风家教: the family's style.
        FamilyStyle => "family_style",
        /// 排查廉政风险: integrity risks.
        IntegrityRisks => "integrity_risks",
    }
}
