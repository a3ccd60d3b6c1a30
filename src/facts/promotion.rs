//! Promotions: one case from the motion to the appointment, with its four checks and its documents.

use super::{Fact, ItemId, PersonId, PromotionId, Text};
use crate::{
    shape::{choice, record},
    time::{Day, Moment},
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
        /// Rank of the post that the candidate holds (职务层次).
        current_rank: Fact<Rank>,
        /// Rank of the post that is to be filled.
        target_rank: Fact<Rank>,
        /// Whether the post is one of the key posts to which a transfer is verified like a promotion (转任重要岗位).
        key_post: Fact<bool>,
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
        /// Steps of which there is a document (全程纪实).
        documents: Fact<Vec<Step>>,
    }
}

choice! {
    /// 领导职务层次: levels of leading posts, from low to high. 职级 are another axis.
    #[doc(alias = "职务层次")]
    pub enum Rank {
        /// Below 乡科级副职.
        Staff => "staff",
        /// 乡科级副职.
        DeputySection => "deputy_section",
        /// 乡科级正职.
        Section => "section",
        /// 县处级副职.
        DeputyDivision => "deputy_division",
        /// 县处级正职.
        Division => "division",
        /// 厅局级副职.
        DeputyBureau => "deputy_bureau",
        /// 厅局级正职.
        Bureau => "bureau",
        /// 省部级副职.
        DeputyMinister => "deputy_minister",
        /// 省部级正职.
        Minister => "minister",
        /// 国家级副职.
        DeputyNational => "deputy_national",
        /// 国家级正职.
        National => "national",
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
    pub const fn each(&self) -> [(&'static str, &Fact<FourMustCheck>); 4] {
        [
            ("file", &self.file),
            ("personal_matters", &self.personal_matters),
            ("discipline", &self.discipline),
            ("complaints", &self.complaints),
        ]
    }
}
