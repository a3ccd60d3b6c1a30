//! Promotions: one case from the motion to the appointment, with its four checks and its documents.

use super::{
    DepartmentId, Fact, ItemId, PersonId, PromotionId, Text,
    register::{Office, Rank},
};
use crate::law::codes::{DivisionCode, IndustryCode};
use crate::{
    path::{Field, field},
    shape::{choice, record},
    time::{Day, Moment, NaiveDate},
};

record! {
    /// One person's promotion, from the motion on. A stage that is `null` has not taken place; one that is left out nobody
    /// has said anything about.
    #[doc(alias = "干部选拔任用")]
    pub struct Promotion {
        /// Identifier, unique in the dossier.
        id: PromotionId,
        /// The candidate.
        candidate: PersonId,
        ..
        /// The round that the checks must be of: a key of your own, such as `2024-1`.
        round: Fact<Text>,
        /// Rank of the post that the candidate holds (职务层次); `staff` where it is below all of them. `null`: no post of a
        /// rank, as of somebody with a 职级 only.
        current_rank: Fact<Rank>,
        /// Rank of the post that is to be filled.
        target_rank: Fact<Rank>,
        /// Whether the post is one of the key posts to which a transfer is verified like a promotion (转任重要岗位).
        key_post: Fact<bool>,
        /// 职级 that the candidate holds, another axis than the rank of posts. Left out: none.
        current_grade: Option<Grade>,
        /// The post that is to be filled. `null`: none is named yet.
        target_post: Fact<TargetPost>,
        /// Posts of the kind on the day of the motion. `null`: nobody looked.
        vacancy: Fact<Vacancy>,
        /// 动议. `null`: there was none.
        motion: Fact<Motion>,
        /// 民主推荐. `null`: not yet, or none.
        recommendation: Fact<Recommendation>,
        /// 考察. `null`: not yet, or none.
        inspection: Fact<Inspection>,
        /// 讨论决定. `null`: not yet, or none.
        decision: Fact<PromotionDecision>,
        /// 任前公示. `null`: not yet, or none.
        notice: Fact<PublicNotice>,
        /// 任职. `null`: not yet, or none.
        appointed_on: Fact<Moment>,
        /// 凡提四必. `null`: none of the four was made.
        checks: Fact<FourChecks>,
        /// Petitions and tip-offs about the candidate. `null`: none.
        complaints: Fact<Vec<Complaint>>,
        /// The concluding opinion on integrity (廉洁自律结论性意见). `null`: none was given.
        integrity_opinion: Fact<IntegrityOpinion>,
        /// The appraisal of family conduct in the case. `null`: none.
        family_conduct_appraised_on: Fact<Day>,
        /// What bars the candidate on the first day of the inspection, beside appraisal grades and sanctions, which stand
        /// in the register. `null`: nothing.
        bars: Fact<Bars>,
        /// Service, grassroots work, posts and education, as the audited file has them on the day of the decision. `null`:
        /// nobody looked.
        qualifications: Fact<Qualifications>,
        /// 破格 or 越级提拔. `null`: the case is put as neither.
        exception: Fact<Exception>,
        /// Matters of the case that must be reported to the superior beforehand, 破格 and 越级 aside. `null`: there are none.
        prior_reports: Fact<Vec<PriorReport>>,
        /// The clearing of the family's business for the post that is to be filled, where another system did it. `null`: it
        /// was not done. Not read where the dossier holds the candidate's household: its interests are then judged.
        business_clearing: Fact<BusinessClearing>,
        /// 试用期 in the new post. `null`: none was set.
        probation: Fact<Probation>,
        /// Steps of which there is a document (全程纪实).
        documents: Fact<Vec<Step>>,
    }
}

record! {
    /// The post that is to be filled.
    pub struct TargetPost {
        ..
        /// The office that it holds in a procuratorate.
        office: Fact<Office>,
        /// The department it belongs to. `null`: none.
        department: Fact<DepartmentId>,
        /// The direct superior (直接上级). `null`: nobody of the register.
        reports_to: Fact<PersonId>,
        /// The area it has charge of (管辖地区). `null`: none.
        areas: Fact<Vec<DivisionCode>>,
        /// The industries that it supervises (业务范围). `null`: none.
        supervises: Fact<Vec<IndustryCode>>,
        /// Words of your own that bans may name it by.
        tags: Vec<Text>,
        /// People of the register whose direct superior its holder becomes. Left out: nobody.
        direct_reports: Vec<PersonId>,
        /// Whether the post has a year of probation (非选举产生、不由人大任命的内设机构领导职务). `null`: it has none.
        has_probation: Fact<bool>,
    }
}

record! {
    /// What bars a candidate on the first day of the inspection (不得列为考察对象). Appraisal grades and sanctions are
    /// read from the register.
    #[doc(alias = "不得列为考察对象")]
    pub struct Bars {
        ..
        /// A breach of political discipline and political rules (违反政治纪律和政治规矩).
        political_breach: Fact<bool>,
        /// Low acceptance among the people (群众公认度不高).
        low_acceptance: Fact<bool>,
        /// Canvassing or other acts outside the organisation (跑官、拉票等非组织行为).
        canvassing: Fact<bool>,
        /// Where the family lives. `null`: the candidate has none.
        family: Fact<FamilyAbroad>,
        /// Whether the post is a special one, which a family abroad does not bar.
        special_post: Fact<bool>,
        /// Another reason of the regulations.
        other: Fact<bool>,
    }
}

choice! {
    /// Where the candidate's family lives.
    pub enum FamilyAbroad {
        /// In the country.
        Home => "home",
        /// The spouse is at home; some or all children have emigrated. Or there is no spouse and some children have not.
        SomeChildren => "some_children",
        /// The spouse has emigrated (配偶已移居国（境）外).
        Spouse => "spouse",
        /// There is no spouse, and all children have emigrated.
        AllChildrenNoSpouse => "all_children_no_spouse",
    }
}

record! {
    /// What the audited file says on the day of the decision.
    pub struct Qualifications {
        ..
        /// The first day of service (工龄), as the file was verified to have it.
        work_started_on: Fact<Day>,
        /// Whole years of grassroots work (基层工作经历) on the day of the decision.
        grassroots_years: Fact<u32>,
        /// Posts held at the next lower level (下一级两个以上职位任职的经历).
        lower_posts: Fact<u32>,
        /// The highest education.
        education: Fact<Education>,
    }
}

choice! {
    /// Levels of education, from low to high.
    pub enum Education {
        /// Below 大专.
        BelowCollege => "below_college",
        /// 大专.
        College => "college",
        /// 大学本科.
        Bachelor => "bachelor",
        /// 研究生.
        Postgraduate => "postgraduate",
    }
}

record! {
    /// 破格 or 越级提拔: a promotion that a hard minimum, or the order of levels, would not allow.
    #[doc(alias = "破格提拔")]
    #[doc(alias = "越级提拔")]
    pub struct Exception {
        /// In what it is exceptional, one or more.
        kinds: Vec<ExceptionKind>,
        ..
        /// The day on which it was reported to the superior. `null`: it was not.
        reported_on: Fact<Day>,
        /// When the superior answered. `null`: not yet, or never.
        answered_on: Fact<Moment>,
        /// Whether the superior agreed. `null`: there is no answer.
        agreed: Fact<bool>,
        /// Whether the candidate was on probation (试用期) in the present post on the day of the decision.
        on_probation: Fact<bool>,
        /// The day from which the last promotion counts. `null`: there was none.
        last_promoted_on: Fact<Day>,
        /// Whether the last promotion, too, was an exception to the years in post. `null`: there was none.
        last_broke_years: Fact<bool>,
    }
}

choice! {
    /// What is exceptional in an exceptional promotion.
    pub enum ExceptionKind {
        /// 破格: the years in post are not met (任职年限).
        #[doc(alias = "破格")]
        YearsInPost => "years_in_post",
        /// 破格: another hard minimum is not met (工龄, 基层工作经历).
        BelowMinimum => "below_minimum",
        /// 越级: a level is skipped.
        #[doc(alias = "越级")]
        SkipsLevel => "skips_level",
    }
}

record! {
    /// A matter that must be reported to the superior, and answered, before it is discussed (事先报告).
    #[doc(alias = "事先报告")]
    pub struct PriorReport {
        /// What it is.
        matter: PriorMatter,
        ..
        /// The day on which it was reported. `null`: it was not.
        reported_on: Fact<Day>,
        /// When the superior answered. `null`: not yet, or never.
        answered_on: Fact<Moment>,
        /// Whether the superior agreed. `null`: there is no answer.
        agreed: Fact<bool>,
    }
}

choice! {
    /// What must be reported beforehand, 破格 and 越级 aside.
    pub enum PriorMatter {
        /// A near relative of a leader of the unit is promoted (领导干部近亲属).
        NearRelative => "near_relative",
        /// Promotions shortly before the principal leaves (主要领导即将离任).
        BeforeDeparture => "before_departure",
        /// Many posts are changed at a time (集中调整).
        Batch => "batch",
        /// Somebody is used again after a sanction (受处分处理后重新使用).
        AfterSanction => "after_sanction",
        /// Another matter.
        Other => "other",
    }
}

record! {
    /// The clearing of the family's business for the post that is to be filled.
    pub struct BusinessClearing {
        ..
        /// What was found to stand against the post. `null`: nothing.
        matches: Fact<Vec<BusinessMatch>>,
    }
}

record! {
    /// A business of the family that may not stand beside the post (经商办企业禁业).
    pub struct BusinessMatch {
        /// The day on which it was found.
        found_on: Day,
        ..
        /// When it was cleared: the relative left the business, or it was found to be none. `null`: it stands.
        cleared_on: Fact<Moment>,
    }
}

record! {
    /// 试用期 in the new post.
    #[doc(alias = "试用期")]
    pub struct Probation {
        /// Its first day.
        from: Day,
        ..
        /// When the candidate was confirmed in the post. `null`: not yet.
        confirmed_on: Fact<Moment>,
        /// The day of the assessment at its end. `null`: there was none.
        assessed_on: Fact<Day>,
    }
}

choice! {
    /// 综合管理类公务员职级, from low to high: an axis of its own beside the rank of posts.
    #[doc(alias = "职级")]
    pub enum Grade {
        /// 二级科员.
        ClerkSecond => "clerk_second",
        /// 一级科员.
        ClerkFirst => "clerk_first",
        /// 四级主任科员.
        OfficerFourth => "officer_fourth",
        /// 三级主任科员.
        OfficerThird => "officer_third",
        /// 二级主任科员.
        OfficerSecond => "officer_second",
        /// 一级主任科员.
        OfficerFirst => "officer_first",
        /// 四级调研员.
        ConsultantFourth => "consultant_fourth",
        /// 三级调研员.
        ConsultantThird => "consultant_third",
        /// 二级调研员.
        ConsultantSecond => "consultant_second",
        /// 一级调研员.
        ConsultantFirst => "consultant_first",
        /// 二级巡视员.
        InspectorSecond => "inspector_second",
        /// 一级巡视员.
        InspectorFirst => "inspector_first",
    }
}

record! {
    /// Posts of the kind on the day of the motion.
    #[doc(alias = "职数")]
    pub struct Vacancy {
        /// Posts that are approved.
        approved: u32,
        /// Posts that are filled.
        filled: u32,
        ..
    }
}

record! {
    /// 动议: the motion that opens the case.
    #[doc(alias = "动议")]
    pub struct Motion {
        /// When it opened.
        opened_on: Moment,
        ..
    }
}

record! {
    /// 民主推荐: the recommendation.
    #[doc(alias = "民主推荐")]
    pub struct Recommendation {
        /// When it began.
        started_on: Moment,
        ..
        /// When its result stood. `null`: it has none.
        finished_on: Fact<Moment>,
    }
}

record! {
    /// 考察: the inspection of the candidate.
    #[doc(alias = "考察")]
    pub struct Inspection {
        /// When it began.
        started_on: Moment,
        ..
        /// When it ended. `null`: it has not.
        finished_on: Fact<Moment>,
        /// The inspectors.
        inspectors: Fact<Vec<PersonId>>,
        /// The day of its notice (考察预告). `null`: there was none.
        notice_on: Fact<Day>,
        /// The day of its report. `null`: there is none.
        report_on: Fact<Day>,
    }
}

record! {
    /// 讨论决定: the decision on the candidate.
    #[doc(alias = "讨论决定")]
    pub struct PromotionDecision {
        /// When it was taken.
        decided_on: Moment,
        ..
        /// The item of a Party-group meeting in which it was. `null`: it was in none.
        item: Fact<ItemId>,
    }
}

record! {
    /// 任前公示: the public notice before the appointment.
    #[doc(alias = "任前公示")]
    pub struct PublicNotice {
        /// Its first day, which counts.
        from: Day,
        ..
        /// Its last day, itself included. `null`: it runs on.
        until: Fact<Day>,
        /// Objections raised in it. `null`: none.
        objections: Fact<Vec<Objection>>,
    }
}

record! {
    /// An objection raised in the notice.
    pub struct Objection {
        /// The day on which it was raised.
        raised_on: Day,
        ..
        /// When it was concluded. `null`: it was not.
        concluded_on: Fact<Moment>,
    }
}

record! {
    /// 凡提四必: the four checks before any promotion.
    #[doc(alias = "凡提四必")]
    pub struct FourChecks {
        ..
        /// 档案凡提必审: the audit of the personnel file. `null`: not made.
        file: Fact<FourMustCheck>,
        /// 个人有关事项报告凡提必核: the verification of the report on personal matters. `null`: not made.
        personal_matters: Fact<FourMustCheck>,
        /// 纪检监察机关意见凡提必听: the discipline organ's opinion. `null`: not asked for.
        discipline: Fact<FourMustCheck>,
        /// 信访举报凡提必查: the look into petitions and tip-offs. `null`: not made.
        complaints: Fact<FourMustCheck>,
    }
}

record! {
    /// One of the four checks.
    pub struct FourMustCheck {
        ..
        /// Whom it was of. Left out: the candidate.
        of: Option<PersonId>,
        /// The round it was of. Left out: the round of the case.
        round: Option<Text>,
        /// The day on which it began; for the discipline opinion, on which it was asked for.
        started_on: Fact<Moment>,
        /// The day on which it ended; for the discipline opinion, of the written reply. `null`: it has not.
        finished_on: Fact<Moment>,
        /// What it found. `null`: nothing yet.
        result: Fact<CheckResult>,
        /// Whether it is signed; for the discipline opinion, whether the reply is in writing and of the competent organ.
        signed: Fact<bool>,
        /// The day on which a problem that it found was resolved. `null`: it was not.
        resolved_on: Fact<Moment>,
    }
}

choice! {
    /// What a check found.
    pub enum CheckResult {
        /// Nothing that stands in the way.
        Clear => "clear",
        /// A problem.
        Problem => "problem",
    }
}

record! {
    /// A petition or tip-off about the candidate.
    #[doc(alias = "信访举报")]
    pub struct Complaint {
        /// The day on which it came in.
        received_on: Day,
        ..
        /// Whether it is specific and can be checked (线索具体、有可查性).
        specific: Fact<bool>,
        /// The day of its conclusion. `null`: there is none.
        concluded_on: Fact<Moment>,
    }
}

record! {
    /// The concluding opinion on the candidate's integrity, with its two signatures (双签字).
    #[doc(alias = "双签字")]
    pub struct IntegrityOpinion {
        ..
        /// The day of the secretary's signature. `null`: it is lacking.
        secretary_signed_on: Fact<Day>,
        /// The day of the signature of the head of the discipline organ. `null`: it is lacking.
        discipline_head_signed_on: Fact<Day>,
    }
}

choice! {
    /// A step of which the process keeps a document.
    #[doc(alias = "全程纪实")]
    pub enum Step {
        /// 动议.
        Motion => "motion",
        /// 民主推荐.
        Recommendation => "recommendation",
        /// 考察.
        Inspection => "inspection",
        /// 讨论决定.
        Decision => "decision",
        /// 任前公示.
        Notice => "notice",
        /// 任职.
        Appointment => "appointment",
    }
}

impl FourChecks {
    /// The four, each with its key.
    #[must_use]
    pub const fn each(&self) -> [(Field, &Fact<FourMustCheck>); 4] {
        [
            (field!("file"), &self.file),
            (field!("personal_matters"), &self.personal_matters),
            (field!("discipline"), &self.discipline),
            (field!("complaints"), &self.complaints),
        ]
    }
}

/// What the superior said to something reported beforehand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Approval {
    /// Agreed, and in time.
    Yes,
    /// Refused, not in time, or never asked.
    No,
    /// Nobody has said.
    Unknown,
}

/// Whether an answer came before a moment and agreed. `None`: before which moment is not known.
pub(crate) fn approval(
    answered_on: Fact<Moment>,
    agreed: Fact<bool>,
    by: Option<Moment>,
) -> Approval {
    use std::cmp::Ordering;
    if matches!(agreed, Fact::Known(false) | Fact::Absent) {
        return Approval::No;
    }
    let answered = match (answered_on, by) {
        (Fact::Absent, _) => return Approval::No,
        (Fact::Unknown, _) | (Fact::Known(_), None) => return Approval::Unknown,
        (Fact::Known(answered), Some(by)) => answered.order(by),
    };
    match (answered, agreed) {
        (Some(Ordering::Greater), _) => Approval::No,
        (Some(Ordering::Less | Ordering::Equal), Fact::Known(true)) => Approval::Yes,
        _ => Approval::Unknown,
    }
}

impl Step {
    /// Where it stands in the case.
    pub(crate) const fn key(self) -> Field {
        match self {
            Self::Motion => field!("motion"),
            Self::Recommendation => field!("recommendation"),
            Self::Inspection => field!("inspection"),
            Self::Decision => field!("decision"),
            Self::Notice => field!("notice"),
            Self::Appointment => field!("appointed_on"),
        }
    }
}

impl Promotion {
    /// The first day of a step; absent where it was not taken.
    ///
    /// ```
    /// use oversight::{facts::{Fact, Promotion, Step}, time::date};
    /// let mut case = Promotion::new("c1", "p1");
    /// case.appointed_on = Fact::Known(date!(2024, 5, 6).into());
    /// assert_eq!(case.taken_on(Step::Appointment), Fact::Known(date!(2024, 5, 6)));
    /// assert_eq!(case.taken_on(Step::Motion), Fact::Unknown);
    /// ```
    #[must_use]
    pub fn taken_on(&self, step: Step) -> Fact<NaiveDate> {
        fn day<T>(fact: &Fact<T>, of: impl FnOnce(&T) -> NaiveDate) -> Fact<NaiveDate> {
            match fact {
                Fact::Known(it) => Fact::Known(of(it)),
                Fact::Absent => Fact::Absent,
                Fact::Unknown => Fact::Unknown,
            }
        }
        match step {
            Step::Motion => day(&self.motion, |it| it.opened_on.day()),
            Step::Recommendation => day(&self.recommendation, |it| it.started_on.day()),
            Step::Inspection => day(&self.inspection, |it| it.started_on.day()),
            Step::Decision => day(&self.decision, |it| it.decided_on.day()),
            Step::Notice => day(&self.notice, |it| it.from.0),
            Step::Appointment => day(&self.appointed_on, |it| it.day()),
        }
    }

    /// The step after the last one that was taken by the end of a day; none once the candidate is appointed.
    ///
    /// ```
    /// use oversight::{facts::{Fact, Motion, Promotion, Step}, time::date};
    /// let mut case = Promotion::new("c1", "p1");
    /// case.motion = Fact::Known(Motion::new(date!(2024, 3, 1)));
    /// assert_eq!(case.next_step(date!(2024, 3, 20)), Some(Step::Recommendation));
    /// assert_eq!(case.next_step(date!(2024, 2, 20)), Some(Step::Motion));
    /// ```
    #[must_use]
    pub fn next_step(&self, day: NaiveDate) -> Option<Step> {
        let taken = |step: &Step| self.taken_on(*step).known().is_some_and(|on| *on <= day);
        match Step::ALL.iter().rposition(taken) {
            Some(last) => Step::ALL.get(last + 1).copied(),
            None => Step::ALL.first().copied(),
        }
    }

    /// When it was decided. Appointed without a decision, the candidate was promoted all the same.
    pub(crate) fn carried_out(&self) -> Option<Moment> {
        match &self.decision {
            Fact::Known(it) => Some(it.decided_on),
            Fact::Absent => self.appointed_on.known().copied(),
            Fact::Unknown => None,
        }
    }

    /// Whether the superior agreed beforehand to a promotion shortly before the principal leaves.
    pub(crate) fn departure_approved(&self) -> Approval {
        let reports = match &self.prior_reports {
            Fact::Known(reports) => reports,
            Fact::Absent => return Approval::No,
            Fact::Unknown => return Approval::Unknown,
        };
        let by = self.carried_out();
        let mut all = Approval::No;
        for it in reports.iter().filter(|it| it.matter == PriorMatter::BeforeDeparture) {
            match approval(it.answered_on, it.agreed, by) {
                Approval::Yes => return Approval::Yes,
                Approval::Unknown => all = Approval::Unknown,
                Approval::No => {}
            }
        }
        all
    }
}
