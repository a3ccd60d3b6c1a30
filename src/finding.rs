//! What is wrong, what is missing, what is not yet due: data, not prose.

use std::sync::Arc;

use serde::{Serialize, Serializer};

use crate::{
    facts::{
        AccountabilityKind, AppraisalGrade, Choice, Counterpart, DecisionForm, DirectField,
        Education, FamilyAbroad, MeetingKind, RecordFamily, Relation, SanctionKind, StatutoryPower,
        Topic,
    },
    law::Basis,
    norm::Norm,
    outcome::Severity,
    path::Path,
    policy::{PowerPair, Setting},
    time::{NaiveDate, NotCovered, NotCoveredReason},
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

/// A parameter that an outcome hinged on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Hinge {
    /// The field of the policy.
    pub field: &'static str,
    /// Whose word it is.
    pub basis: Basis,
    /// Where the policy says it is set.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "cite")]
    pub cite: Option<Arc<str>>,
}

impl Hinge {
    /// What a departure that hinges on a parameter says of it.
    pub(crate) fn of<T>(setting: &Setting<T>) -> Self {
        Self { field: setting.field, basis: setting.basis, cite: setting.cite.clone() }
    }
}

#[expect(clippy::ref_option, reason = "the signature that serde calls")]
fn cite<S: Serializer>(cite: &Option<Arc<str>>, serializer: S) -> Result<S::Ok, S::Error> {
    cite.as_deref().serialize(serializer)
}

/// One departure: which norm, where, what was found and what was asked.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Violation {
    /// The norm.
    pub norm: &'static Norm,
    /// Address of the subject: the meeting, item, decision or payment.
    pub subject: Path,
    /// Identifier of the subject, where it has one.
    pub subject_id: Option<Box<str>>,
    /// Address of the fact that departs.
    pub at: Path,
    /// Addresses of the other facts that show it.
    pub also: Vec<Path>,
    /// How it departs.
    pub breach: Breach,
    /// How grave it is.
    pub severity: Severity,
    /// The day of the departure.
    pub day: NaiveDate,
    /// Identifier of the person concerned, where it is one.
    pub who: Option<Box<str>>,
    /// The parameters it hinged on.
    pub hinges: Vec<Hinge>,
    /// Place of the waiver in the policy, where it was waived.
    pub waived_by: Option<usize>,
}

/// A fact, a value or an answer of the law that would settle what could not be decided.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Missing {
    /// Nobody has said.
    Fact(Path),
    /// What is on record here contradicts itself or what stands elsewhere.
    Contradiction(Path),
    /// The order of this and what it is compared with, on one day, is not known without times.
    TimeOfDay(Path),
    /// What stands at this address is only suspected and would have to be established.
    Suspected(Path),
    /// The record at this address is known to be incomplete or unordered.
    FullRecord(Path),
    /// A field of the policy that is unset.
    Policy(&'static str),
    /// A declaration that no record of the family is missing in these days.
    Completeness {
        /// Which records.
        family: RecordFamily,
        /// First day.
        from: NaiveDate,
        /// Last day.
        until: NaiveDate,
    },
    /// Days of which the calendar knows too little.
    Calendar {
        /// The first such day.
        day: NaiveDate,
        /// Whether the region's own holidays are what is missing.
        overlay: bool,
    },
    /// So many more facts of the kind named before it.
    More(u32),
    /// A question that the law leaves open; an organ with the power to do so must answer it.
    OpenLaw(OpenQuestion),
}

impl Missing {
    /// The address of the fact, where it is one that is missing.
    #[must_use]
    pub const fn path(&self) -> Option<Path> {
        match self {
            Self::Fact(at)
            | Self::Contradiction(at)
            | Self::TimeOfDay(at)
            | Self::Suspected(at)
            | Self::FullRecord(at) => Some(*at),
            Self::Policy(_)
            | Self::Completeness { .. }
            | Self::Calendar { .. }
            | Self::More(_)
            | Self::OpenLaw(_) => None,
        }
    }

    /// What a calendar did not cover.
    #[must_use]
    pub const fn calendar(not_covered: NotCovered) -> Self {
        Self::Calendar {
            day: not_covered.day,
            overlay: matches!(not_covered.reason, NotCoveredReason::OverlayMissing),
        }
    }
}

/// A question that the law leaves open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum OpenQuestion {
    /// Whether recused members stay in the denominator.
    RecusedInDenominator,
    /// Who speaks last when the principal sits and another presides.
    LastBesidePresider,
    /// Whether a second view after the principal's counts.
    SecondView,
    /// Whether years in posts of one rank add up over a break.
    BrokenYears,
}

/// What could not be decided, and what would settle it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Undetermined {
    /// The norm.
    pub norm: &'static Norm,
    /// Address of the subject.
    pub subject: Path,
    /// Identifier of the subject, where it has one.
    pub subject_id: Option<Box<str>>,
    /// What would settle it.
    pub missing: Vec<Missing>,
}

/// What is not yet done and not yet overdue.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Pending {
    /// The norm.
    pub norm: &'static Norm,
    /// Address of the subject.
    pub subject: Path,
    /// Identifier of the subject, where it has one.
    pub subject_id: Option<Box<str>>,
    /// Address of the fact that is awaited.
    pub at: Path,
    /// The last day in time; `None` where no instrument sets one.
    pub due: Option<NaiveDate>,
}

/// Why a norm does not reach a subject.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Why {
    /// It speaks of another kind of meeting, item or decision.
    OtherKind,
    /// The act lies before the first day of the norm or of the measures, or after its last.
    NotInForce,
    /// The act lies after the as-of day.
    AfterAsOf,
    /// Nothing was voted.
    NothingVoted,
    /// Nothing was decided, or not in the way the norm speaks of.
    NotDecided,
    /// The matter is none of the 三重一大.
    NotMajor,
    /// The policy names nobody.
    NobodyNamed,
    /// There is nothing that would have to be recorded, referred or reported.
    NothingToRecord,
    /// Another rule answers for it.
    OtherRule,
    /// Nobody took part of whom it speaks.
    NobodyConcerned,
    /// The rank lies below those that it reaches.
    BelowRank,
    /// The relation lies outside the set of kin that it speaks of.
    NotInSet,
    /// It is an optional rule, and the policy leaves it off.
    SwitchedOff,
}

impl Why {
    /// Every reason.
    pub const ALL: [Self; 13] = [
        Self::OtherKind,
        Self::NotInForce,
        Self::AfterAsOf,
        Self::NothingVoted,
        Self::NotDecided,
        Self::NotMajor,
        Self::NobodyNamed,
        Self::NothingToRecord,
        Self::OtherRule,
        Self::NobodyConcerned,
        Self::BelowRank,
        Self::NotInSet,
        Self::SwitchedOff,
    ];
}

/// A duty that falls due on a day, and whether it was met by the as-of day. Kept only for an agenda.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct DueNote {
    pub(crate) norm: &'static Norm,
    pub(crate) subject: Path,
    pub(crate) subject_id: Option<Box<str>>,
    pub(crate) at: Path,
    pub(crate) due: NaiveDate,
    pub(crate) done: Option<(NaiveDate, Path)>,
    pub(crate) who: Option<Box<str>>,
    /// What of it, where several things are asked at once.
    pub(crate) what: Option<Coverage>,
    pub(crate) department: Option<Box<str>>,
    pub(crate) year: Option<u32>,
}
