//! How something departs from what is asked: shapes with figures, and the small words of each shape.

use serde::Serialize;

use crate::{
    facts::{
        AccountabilityKind, AppraisalGrade, Choice, Counterpart, DecisionForm, DirectField,
        Education, FamilyAbroad, MeetingKind, Relation, SanctionKind, StatutoryPower, Topic,
    },
    policy::PowerPair,
    time::NaiveDate,
};

/// The shape of a departure, with its figures. Shapes are shared by all norms; they carry no names and no texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Breach {
    /// 应有而无: something that must be on record is not.
    Missing,
    /// 不得而有: something is on record that must not be.
    Prohibited,
    /// 次序不合: something stands at `found` and may stand no earlier than `earliest`, both counted from one.
    OutOfOrder {
        /// Where it stands.
        found: u32,
        /// The first place at which it may stand.
        earliest: u32,
    },
    /// 逾期: done late, or not done by the day due.
    Late {
        /// The last day in time.
        due: NaiveDate,
        /// The day on which it was done, if it was.
        done: Option<NaiveDate>,
    },
    /// 先后颠倒: done on a day on which it was too late, as it had to come before another.
    NotBefore {
        /// The day of what it had to precede.
        deadline: NaiveDate,
        /// The day on which it was done.
        done: NaiveDate,
    },
    /// 不在期间内: done outside the days in which it had to be done.
    OutsideWindow {
        /// The first day in time.
        from: NaiveDate,
        /// The last day in time; `None` where there is none yet.
        until: Option<NaiveDate>,
        /// The day on which it was done.
        done: NaiveDate,
    },
    /// 不足: fewer than needed, of no given whole.
    Fewer {
        /// At least this many.
        required: u32,
        /// There were this many.
        found: u32,
    },
    /// 次序不合: something stands at `found` and had to stand before `before`, both counted from one.
    ShouldPrecede {
        /// Where it stands.
        found: u32,
        /// The place that it had to precede.
        before: u32,
    },
    /// 无权主持: presided without being entitled to.
    NotAuthorised,
    /// 不顾反对而通过: adopted over this.
    AdoptedOver {
        /// Over what.
        what: Obstacle,
    },
    /// 人数不足: too few.
    TooFew {
        /// At least this many were needed.
        required: u32,
        /// There were this many.
        found: u32,
        /// Of how many.
        of: Denominator,
        /// How many those are.
        total: u32,
    },
    /// 票数超过人数: more than there can be.
    TooMany {
        /// At most this many.
        allowed: u32,
        /// There were this many.
        found: u32,
    },
    /// 数目不符: a declared number and a counted one differ.
    Mismatch {
        /// Of which kind of ballot, where it is one.
        of: Option<Choice>,
        /// As declared.
        declared: u32,
        /// As counted.
        counted: u32,
    },
    /// 结果与表决不符: declared rejected although enough voted for it.
    DeclaredRejected {
        /// Ballots in favour.
        approve: u32,
        /// This many were enough.
        required: u32,
    },
    /// 决策主体不符: decided by a body that is not competent.
    WrongBody {
        /// In what form, or by whom, it was decided.
        by: Decider,
    },
    /// 投票资格不符: a ballot by one who had none.
    NotEntitled {
        /// Why not.
        why: NotEntitled,
    },
    /// 未回避: one with an interest took part.
    Interest {
        /// What the person concerned is to the member; `None` where it is the member.
        relation: Option<Relation>,
        /// In what way the member took part.
        took: Part,
    },
    /// 捆绑表决: several put to one vote.
    PutTogether {
        /// How many.
        count: u32,
    },
    /// 意见分歧: divided, and voted all the same.
    Divided {
        /// Present members who were against, undecided or for deferring.
        dissenting: u32,
        /// Members present.
        present: u32,
        /// Whether the minutes themselves call the views divided.
        by_minutes: bool,
    },
    /// 个人改变集体决定: departed from on one person's word.
    OneMan {
        /// What was done.
        what: Overruled,
    },
    /// 拆分: the latest payments that together reach a threshold that each stays below.
    Split {
        /// How many payments, counted back until the threshold is reached.
        count: u32,
        /// The sum of these in fen.
        total_fen: u64,
        /// The threshold in fen.
        threshold_fen: u64,
    },
    /// 拟认定瞒报: an interest that no entry of the declaration lists. For a person to confirm.
    Undeclared,
    /// 拟认定漏报: less declared than the register shows. For a person to confirm.
    Understated {
        /// As declared.
        declared: u64,
        /// As the register shows.
        found: u64,
    },
    /// 与职务并存: an interest that stood beside the post.
    Lasted {
        /// From that day on.
        from: NaiveDate,
        /// Its last day, where it is over.
        until: Option<NaiveDate>,
    },
    /// 考察人员应回避: an inspector is the candidate, or kin.
    Inspector {
        /// What the candidate is to the inspector; `None` where it is the same person.
        relation: Option<Relation>,
    },
    /// 非本人本次: of another person or an earlier round.
    NotOfThisCase,
    /// 问题未查清: a problem was found and not resolved in time.
    Unresolved,
    /// 不得列为考察对象: a bar applied.
    Barred {
        /// Which.
        by: Bar,
        /// The last day of it; `None` where none is known.
        until: Option<NaiveDate>,
    },
    /// 低于一般要求的学历: below the education that is generally asked.
    EducationBelow {
        /// At least this.
        required: Education,
        /// This was found.
        found: Education,
    },
    /// 任职回避: kin in posts that they may not hold beside each other.
    PostingAvoidance {
        /// What the other is to the candidate.
        relation: Relation,
        /// How the posts stand to each other.
        posts: PostsOfKin,
    },
    /// 突击提拔: several promotions shortly before the principal leaves.
    Rush {
        /// How many, this one included.
        count: u32,
        /// The principal's last day.
        last_day: NaiveDate,
    },
    /// 不在权力清单内: under none of the holder's powers.
    Unlisted,
    /// 超出金额: over the power's limit.
    OverLimit {
        /// The highest sum of the power, in fen.
        limit_fen: u64,
        /// The sum of the act, in fen.
        found_fen: u64,
    },
    /// 超出范围: outside the power's fields.
    OutOfScope,
    /// 一人兼行: one person exercised several kinds of power on one matter.
    SameHand {
        /// The pair that the policy keeps apart; `None` where it was all three.
        pair: Option<PowerPair>,
    },
    /// 清单重叠: two lists or entries do not go together.
    Overlap {
        /// In what way.
        of: Overlap,
    },
    /// 超出上级清单: not given by the higher list.
    BeyondHigherList,
    /// 取消法定职权: a statutory power was taken away.
    Withdrawn {
        /// Which.
        power: StatutoryPower,
    },
    /// 直接分管: in direct charge of a field.
    DirectCharge {
        /// Of which; `None` where it was all five.
        field: Option<DirectField>,
    },
    /// 授权未及: the delegation does not name the power.
    NotDelegated,
    /// 不在有效期内: not in force on the day.
    NotInForce,
    /// 报告对象不符: not reported to whom it had to be.
    WrongAddressee,
    /// 追究不足: milder than what is asked.
    TooMild {
        /// At least this.
        required: AccountabilityKind,
        /// This was found.
        found: AccountabilityKind,
    },
    /// 连续零报告: zero returns running. A signal, no more.
    ZeroRun {
        /// For how many months.
        months: u32,
    },
    /// 内容或者对象未覆盖: what was held, in a period or once, leaves out something that it had to take in.
    NotCovered {
        /// The last day of the period, where it is one.
        due: Option<NaiveDate>,
        /// What it leaves out.
        what: Coverage,
    },
    /// 步骤缺失: a step of the review is missing.
    StepMissing {
        /// Which.
        step: ReviewStep,
    },
    /// 反映渠道不符: reported through none of the channels that count.
    WrongChannel {
        /// Whether the principal was one of them.
        principal: bool,
    },
    /// 一文多事: one request names several matters.
    Bundled {
        /// How many.
        count: u32,
    },
    /// 会议间隔过短: two meetings nearer than the policy's spacing.
    TooNear {
        /// Days between them.
        found: u32,
        /// At least so many.
        required: u32,
    },
    /// 组成人数为双数: an even number.
    Even {
        /// How many.
        count: u32,
    },
}

impl Breach {
    /// The word for its shape, as in a document.
    #[must_use]
    pub const fn as_str(&self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::Prohibited => "prohibited",
            Self::OutOfOrder { .. } => "out_of_order",
            Self::Late { .. } => "late",
            Self::NotBefore { .. } => "not_before",
            Self::OutsideWindow { .. } => "outside_window",
            Self::Fewer { .. } => "fewer",
            Self::ShouldPrecede { .. } => "should_precede",
            Self::NotAuthorised => "not_authorised",
            Self::AdoptedOver { .. } => "adopted_over",
            Self::TooFew { .. } => "too_few",
            Self::TooMany { .. } => "too_many",
            Self::Mismatch { .. } => "mismatch",
            Self::DeclaredRejected { .. } => "declared_rejected",
            Self::WrongBody { .. } => "wrong_body",
            Self::NotEntitled { .. } => "not_entitled",
            Self::Interest { .. } => "interest",
            Self::PutTogether { .. } => "put_together",
            Self::Divided { .. } => "divided",
            Self::OneMan { .. } => "one_man",
            Self::Split { .. } => "split",
            Self::Undeclared => "undeclared",
            Self::Understated { .. } => "understated",
            Self::Lasted { .. } => "lasted",
            Self::Inspector { .. } => "inspector",
            Self::NotOfThisCase => "not_of_this_case",
            Self::Unresolved => "unresolved",
            Self::Barred { .. } => "barred",
            Self::EducationBelow { .. } => "education_below",
            Self::PostingAvoidance { .. } => "posting_avoidance",
            Self::Rush { .. } => "rush",
            Self::Unlisted => "unlisted",
            Self::OverLimit { .. } => "over_limit",
            Self::OutOfScope => "out_of_scope",
            Self::SameHand { .. } => "same_hand",
            Self::Overlap { .. } => "overlap",
            Self::BeyondHigherList => "beyond_higher_list",
            Self::Withdrawn { .. } => "withdrawn",
            Self::DirectCharge { .. } => "direct_charge",
            Self::NotDelegated => "not_delegated",
            Self::NotInForce => "not_in_force",
            Self::WrongAddressee => "wrong_addressee",
            Self::TooMild { .. } => "too_mild",
            Self::ZeroRun { .. } => "zero_run",
            Self::NotCovered { .. } => "not_covered",
            Self::StepMissing { .. } => "step_missing",
            Self::WrongChannel { .. } => "wrong_channel",
            Self::Bundled { .. } => "bundled",
            Self::TooNear { .. } => "too_near",
            Self::Even { .. } => "even",
        }
    }

    /// What of it is a kind and not a figure: two departures of one subject that differ in it are two, while figures may change and
    /// the departure stays the same.
    pub(crate) fn aspect(&self) -> String {
        match self {
            Self::AdoptedOver { what, .. } => format!("{what:?}"),
            Self::Mismatch { of, .. } => format!("{of:?}"),
            Self::WrongBody { by, .. } => format!("{by:?}"),
            Self::NotEntitled { why, .. } => format!("{why:?}"),
            Self::Interest { took, .. } => format!("{took:?}"),
            Self::OneMan { what, .. } => format!("{what:?}"),
            Self::Barred { by, .. } => format!("{by:?}"),
            Self::PostingAvoidance { posts, .. } => format!("{posts:?}"),
            Self::SameHand { pair, .. } => format!("{pair:?}"),
            Self::Overlap { of, .. } => format!("{of:?}"),
            Self::Withdrawn { power, .. } => format!("{power:?}"),
            Self::DirectCharge { field, .. } => format!("{field:?}"),
            Self::NotCovered { what, .. } => format!("{what:?}"),
            Self::StepMissing { step, .. } => format!("{step:?}"),
            _ => String::new(),
        }
    }
}

/// The denominator of a share. 应到会 and 实到会 must not be confused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Denominator {
    /// 应到会: members entitled to attend.
    Entitled,
    /// 实到会: members present.
    Present,
}

/// What stood in the way of an adoption.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Obstacle {
    /// A negative legality review.
    NegativeReview,
    /// An entry of a negative list.
    NegativeList,
}

/// Who or what decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Decider {
    /// A form outside the minuted meetings.
    Form(DecisionForm),
    /// A minuted meeting of this kind.
    Meeting(MeetingKind),
}

/// Why somebody had no ballot.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum NotEntitled {
    /// No member by the register on that day, be it an observer or not.
    NotMember,
    /// A member who was not in the room.
    Absent,
    /// A member recorded as recused.
    Recused,
    /// A second ballot of the same member.
    Twice,
}

/// How somebody took part in an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// Was in the room.
    Present,
    /// Spoke.
    Spoke,
    /// Voted.
    Voted,
}

/// In what way lists or entries do not go together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Overlap {
    /// Two versions of one list are in force together.
    Versions,
    /// A power is given, and forbidden as well.
    BothLists,
    /// Two layers decide the same power.
    Layers,
    /// Two entries of one power have ranges that meet.
    Ranges,
}

/// What an activity had to take in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Coverage {
    /// A topic.
    Topic(Topic),
    /// An organ that had to be reported to, or worked with.
    To(Counterpart),
}

/// The four steps in which the Party group reviews an important case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ReviewStep {
    /// 书记通报案情.
    Report,
    /// 分管成员检视反思.
    Reflection,
    /// 其他成员对照查摆.
    Comparison,
    /// 书记全面点评.
    SummingUp,
}

/// What bars a candidate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Bar {
    /// A breach of political discipline and political rules.
    PoliticalBreach,
    /// Low acceptance among the people.
    LowAcceptance,
    /// The grade of a yearly appraisal.
    Appraisal(AppraisalGrade),
    /// Canvassing.
    Canvassing,
    /// The family has emigrated.
    FamilyAbroad(FamilyAbroad),
    /// A measure whose bar still runs.
    Sanction(SanctionKind),
    /// A measure whose bar ran out and that still affects the use of the person.
    StillAffectsUse(SanctionKind),
    /// Another reason of the regulations.
    Other,
}

/// How the posts of two who are kin stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum PostsOfKin {
    /// One is the direct superior of the other.
    SuperiorAndSubordinate,
    /// Both have the same direct superior.
    SameSuperior,
    /// One leads the unit, the other does its personnel, discipline, audit or finance work.
    SensitiveWork,
    /// Two of chief procurator, deputy chief procurators and members of the committee; or one of the former two and a
    /// procurator of the same procuratorate.
    Offices,
    /// Procurators of one department.
    SameDepartment,
    /// Chief procurators or deputies of adjacent levels.
    AdjacentLevels,
}

/// What one person's word did to a collective decision.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Overruled {
    /// Changed it.
    Changed,
    /// Set it aside.
    SetAside,
    /// Kept it from being carried out.
    NotCarriedOut,
    /// Declared the result otherwise than the vote had it.
    DeclaredOtherwise,
    /// Carried out what the competent body had refused.
    CarriedOutAfterRefusal,
}
