//! Words for the data of findings, in both languages: one exhaustive match a type, so that a variant without words does
//! not compile.
//!
//! They state what stands in the records and what is asked, and judge nobody. They hold figures, days, addresses and
//! identifiers; never a name or a text of a record.

use std::{
    borrow::Cow,
    fmt::{self, Display, Write as _},
};

use super::WaiverState;
use crate::{
    facts::{
        AccountabilityKind, AppraisalGrade, Choice, Counterpart, DecisionForm, DirectField,
        Education, FamilyAbroad, MeetingKind, RecordFamily, Relation, SanctionKind, StatutoryPower,
        Topic,
    },
    finding::{
        Bar, Breach, Coverage, Decider, Denominator, Hinge, Missing, NotEntitled, Obstacle,
        OpenQuestion, Overlap, Overruled, Part, Pending, PostsOfKin, ReviewStep, Undetermined,
        Violation, Why,
    },
    law::Basis,
    norm::{Lang, Words},
    path::Path,
    policy::PowerPair,
};

const fn words(zh: &'static str, en: &'static str) -> Words {
    Words { zh, en }
}

impl Breach {
    /// What was found and what is asked.
    #[expect(clippy::too_many_lines, reason = "one arm a shape")]
    pub(super) fn say(&self, lang: Lang) -> Cow<'static, str> {
        match *self {
            Self::Missing => {
                lang.say(|| "应有记录，未见".into(), || "must be on record; is not".into())
            }
            Self::Prohibited => {
                lang.say(|| "不得有，记录中有".into(), || "must not be on record; is".into())
            }
            Self::ShouldPrecede { found, before } => lang.say(
                || format!("顺序居第{found}，应在第{before}之前"),
                || format!("stands in place {found}; it had to come before place {before}"),
            ),
            Self::NotAuthorised => lang.say(
                || "主持会议无委托或指定的记录".into(),
                || "presided without a mandate on record".into(),
            ),
            Self::AdoptedOver { what: Obstacle::NegativeReview } => lang.say(
                || "合法性审查为否定意见，仍宣布通过".into(),
                || "adopted over a negative legality review".into(),
            ),
            Self::AdoptedOver { what: Obstacle::NegativeList } => lang.say(
                || "负面清单所列事项，仍宣布通过".into(),
                || "adopted although an entry of a negative list forbids it".into(),
            ),
            Self::OutOfOrder { found, earliest } => lang.say(
                || format!("顺序居第{found}，最早可居第{earliest}"),
                || format!("stands in place {found}; place {earliest} is the earliest allowed"),
            ),
            Self::Late { due, done: Some(done) } => lang.say(
                || format!("最后期限{due}，完成于{done}"),
                || format!("due by {due}; done on {done}"),
            ),
            Self::Late { due, done: None } => lang.say(
                || format!("最后期限{due}，尚未完成"),
                || format!("due by {due}; not done"),
            ),
            Self::NotBefore { deadline, done } => lang.say(
                || format!("完成于{done}，应先于{deadline}的事项"),
                || format!("done on {done}; must come before what took place on {deadline}"),
            ),
            Self::TooFew { required, found, of, total } => lang.say(
                || format!("按{}{total}人计，实有{found}人，至少需{required}人", of.words().zh),
                || {
                    let (members, are) = (of.words().en, is_or_are(required));
                    format!(
                        "found {found} of {total} {members}; at least {required} {are} required"
                    )
                },
            ),
            Self::TooMany { allowed, found } => lang.say(
                || format!("实有{found}，至多可有{allowed}"),
                || format!("found {found}; at most {allowed} {} possible", is_or_are(allowed)),
            ),
            Self::Mismatch { of, declared, counted } => lang.say(
                || format!("{}载明{declared}，清点{counted}", of.map_or("", choice_zh)),
                || format!("{}declared {declared}; counted {counted}", of.map_or("", choice_en)),
            ),
            Self::DeclaredRejected { approve, required } => lang.say(
                || format!("宣布不通过，赞成{approve}票，{required}票即为通过"),
                || {
                    let are = is_or_are(required);
                    format!("declared rejected; {approve} in favour, {required} {are} enough")
                },
            ),
            Self::WrongBody { by } => lang.say(
                || format!("决定形式为{}，应由其他有权主体决定", by.words().zh),
                || format!("decided by {}; the competent body is another", by.words().en),
            ),
            Self::NotEntitled { why } => lang.say(
                || format!("此票不具投票资格：{}", why.words().zh),
                || format!("ballot without entitlement to vote: {}", why.words().en),
            ),
            Self::Interest { relation: None, took } => lang.say(
                || format!("该成员{}，议题涉及其本人，应回避", took.words().zh),
                || {
                    let took = took.words().en;
                    format!("the member {took}; the item concerns the member; recusal is asked")
                },
            ),
            Self::Interest { relation: Some(relation), took } => lang.say(
                || {
                    let (who, took) = (relation.words().zh, took.words().zh);
                    format!("该成员{took}，议题涉及其关系人（{who}），应回避")
                },
                || {
                    let (who, took) = (relation.words().en, took.words().en);
                    format!(
                        "the member {took}; the item concerns somebody tied to the member ({who}); \
                         recusal is asked"
                    )
                },
            ),
            Self::PutTogether { count } => lang.say(
                || format!("{count}项（人）合并表决，应逐项（逐人）表决"),
                || format!("{count} matters or candidates put to one vote; one vote each is asked"),
            ),
            Self::Divided { dissenting, present, by_minutes } => lang.say(
                || {
                    let noted = if by_minutes { "会议记录载明意见分歧较大，" } else { "" };
                    let of = Denominator::Present.words().zh;
                    format!("{noted}{of}{present}人中反对、未定或主张缓议{dissenting}人，当次会议仍付表决，应暂缓表决")
                },
                || {
                    let noted =
                        if by_minutes { "the minutes call the views divided; " } else { "" };
                    let of = Denominator::Present.words().en;
                    format!(
                        "{noted}against, undecided or for deferring: {dissenting} of {present} \
                         {of}; voted at that sitting; deferral is asked"
                    )
                },
            ),
            Self::OneMan { what } => lang.say(
                || format!("依个人意见，集体决定未照执行：{}", what.words().zh),
                || {
                    let what = what.words().en;
                    format!("collective decision not kept, on one person's word: {what}")
                },
            ),
            Self::Split { count, total_fen, threshold_fen } => lang.say(
                || {
                    let (total, threshold) = (Yuan(total_fen), Yuan(threshold_fen));
                    format!("{count}笔各低于大额标准，合计{total}元，大额标准{threshold}元")
                },
                || {
                    let (total, threshold) = (Yuan(total_fen), Yuan(threshold_fen));
                    format!(
                        "payments counted: {count}, each below the threshold; \
                         together CNY {total}; threshold CNY {threshold}"
                    )
                },
            ),
            Self::OutsideWindow { from, until: Some(until), done } => lang.say(
                || format!("应在{from}至{until}之间，实为{done}"),
                || format!("done on {done}; it had to be between {from} and {until}"),
            ),
            Self::OutsideWindow { from, until: None, done } => lang.say(
                || format!("不得早于{from}，实为{done}"),
                || format!("done on {done}; it could not be before {from}"),
            ),
            Self::Fewer { required, found } => lang.say(
                || format!("实有{found}，至少需{required}"),
                || format!("found {found}; at least {required} needed"),
            ),
            Self::Undeclared => lang.say(
                || "登记所示的事项未列入报告（拟认定瞒报，由人工确认）".into(),
                || "shown by a register, not in the declaration (proposed as omitted, for a person to confirm)".into(),
            ),
            Self::Understated { declared, found } => lang.say(
                || format!("报告为{declared}，登记所示为{found}（拟认定漏报，由人工确认）"),
                || {
                    format!(
                        "declared {declared}, the register shows {found} (proposed as understated, for a person to confirm)"
                    )
                },
            ),
            Self::Lasted { from, until: Some(until) } => lang.say(
                || format!("{from}起与职务并存，至{until}止"),
                || format!("stood beside the post from {from}; ended on {until}"),
            ),
            Self::Lasted { from, until: None } => lang.say(
                || format!("{from}起与职务并存"),
                || format!("stands beside the post from {from} on"),
            ),
            Self::Inspector { relation: None } => lang.say(
                || "考察人员即候选人本人，应回避".into(),
                || "the inspector is the candidate; avoidance is asked".into(),
            ),
            Self::Inspector { relation: Some(relation) } => lang.say(
                || format!("候选人与该考察人员有亲属关系（{}），应回避", relation.words().zh),
                || {
                    let who = relation.words().en;
                    format!("the candidate is kin of the inspector ({who}); avoidance is asked")
                },
            ),
            Self::NotOfThisCase => lang.say(
                || "属他人或其他轮次，应为本人本次".into(),
                || "of another person or round; one of this person and round is asked".into(),
            ),
            Self::Unresolved => lang.say(
                || "审核发现问题，届时未见查清".into(),
                || "a check found a problem; not resolved by then".into(),
            ),
            Self::Barred { by, until } => lang.say(
                || {
                    let by = by.zh();
                    until.map_or_else(
                        || format!("考察首日存在不得列为考察对象的情形：{by}"),
                        |day| format!("考察首日存在不得列为考察对象的情形：{by}，影响期至{day}"),
                    )
                },
                || {
                    let by = by.en();
                    until.map_or_else(
                        || format!("bar on the first day of the inspection: {by}"),
                        |day| format!("bar on the first day of the inspection: {by}, until {day}"),
                    )
                },
            ),
            Self::EducationBelow { required, found } => lang.say(
                || {
                    let (found, required) = (found.words().zh, required.words().zh);
                    format!("学历为{found}，一般应当为{required}以上")
                },
                || {
                    let (found, required) = (found.words().en, required.words().en);
                    format!("education: {found}; generally asked: {required} or above")
                },
            ),
            Self::PostingAvoidance { relation, posts } => lang.say(
                || {
                    let (who, posts) = (relation.words().zh, posts.words().zh);
                    format!("与该候选人有亲属关系者（{who}）任职，{posts}，应任职回避")
                },
                || {
                    let (who, posts) = (relation.words().en, posts.words().en);
                    format!("kin of the candidate ({who}) in post: {posts}; avoidance is asked")
                },
            ),
            Self::Rush { count, last_day } => lang.say(
                || format!("主要负责人离任日{last_day}前的规定时间内共决定提拔{count}人次，未见上级同意"),
                || {
                    format!(
                        "promotions in the window before the principal's last day, {last_day}: {count}; no approval by the superior on record"
                    )
                },
            ),
            Self::Unlisted => lang.say(
                || "不属该主体当日权力清单所列权力".into(),
                || "under none of the holder's powers in force that day".into(),
            ),
            Self::OverLimit { limit_fen, found_fen } => lang.say(
                || format!("金额{}元，权限上限{}元", Yuan(found_fen), Yuan(limit_fen)),
                || format!("sum CNY {}; the power goes up to CNY {}", Yuan(found_fen), Yuan(limit_fen)),
            ),
            Self::OutOfScope => lang.say(
                || "超出该项权力的范围".into(),
                || "outside the fields of the power".into(),
            ),
            Self::SameHand { pair } => lang.say(
                || {
                    let what = pair.map_or("决策、执行、监督", |it| it.words().zh);
                    format!("同一人在同一事项上兼行{what}")
                },
                || {
                    let what = pair.map_or("deciding, carrying out and supervising", |it| it.words().en);
                    format!("one person on one matter: {what}")
                },
            ),
            Self::Overlap { of } => lang.say(|| of.words().zh.into(), || of.words().en.into()),
            Self::BeyondHigherList => lang.say(
                || "省级清单当时未授予".into(),
                || "not given by the provincial list then in force".into(),
            ),
            Self::Withdrawn { power } => lang.say(
                || format!("清单取消了法定职权：{}", power.words().zh),
                || format!("the list takes a statutory power away: {}", power.words().en),
            ),
            Self::DirectCharge { field: Some(field) } => lang.say(
                || format!("主要负责人直接分管{}", field.words().zh),
                || format!("the principal has direct charge of {}", field.words().en),
            ),
            Self::DirectCharge { field: None } => lang.say(
                || "一名副职分管全部五个领域".into(),
                || "one deputy has charge of all five fields".into(),
            ),
            Self::NotDelegated => lang.say(
                || "授权未载明该项权力".into(),
                || "the delegation does not name the power".into(),
            ),
            Self::NotInForce => lang.say(|| "当日不在有效期内".into(), || "not in force that day".into()),
            Self::WrongAddressee => lang.say(
                || "请托人系书记，报告未送上级".into(),
                || "the secretary is the one who asked; no report to the superior".into(),
            ),
            Self::TooMild { required, found } => lang.say(
                || format!("已作{}，至少应为{}", found.words().zh, required.words().zh),
                || format!("what followed: {}; at least {} is asked", found.words().en, required.words().en),
            ),
            Self::ZeroRun { months } => lang.say(
                || format!("连续{months}个月零报告（仅为提示）"),
                || format!("zero returns for {months} months running (a signal, no more)"),
            ),
            Self::NotCovered { due: None, what } => lang.say(
                || format!("未包括{}", what.words().zh),
                || format!("does not take in {}", what.words().en),
            ),
            Self::NotCovered { due: Some(due), what } => lang.say(
                || format!("截至{due}的周期内，记录中未见{}", what.words().zh),
                || format!("no record of the period to {due} takes in {}", what.words().en),
            ),
            Self::StepMissing { step } => lang.say(
                || format!("缺少步骤：{}", step.words().zh),
                || format!("a step is missing: {}", step.words().en),
            ),
            Self::WrongChannel { principal: true } => lang.say(
                || "未向主要负责人反映，也未实名向上级检察院或者城区纪检监察机关反映".into(),
                || "not reported to the principal leader, nor by name to the superior procuratorate or the discipline organ".into(),
            ),
            Self::WrongChannel { principal: false } => lang.say(
                || "涉及主要负责人，未实名向上级检察院或者城区纪检监察机关反映".into(),
                || "about the principal leader; not reported by name to the superior procuratorate or the discipline organ".into(),
            ),
            Self::Bundled { count } => lang.say(
                || format!("一次请示列有{count}个事项，应当一事一请示"),
                || format!("one request names {count} matters; one each is asked"),
            ),
            Self::TooNear { found, required } => lang.say(
                || format!("两次会议相隔{found}天，政策要求至少{required}天"),
                || format!("days between two meetings: {found}; the policy asks for at least {required}"),
            ),
            Self::Even { count } => lang.say(
                || format!("组成人员{count}人，应为单数"),
                || format!("number of members: {count}; an odd number is asked"),
            ),
        }
    }
}

const fn choice_zh(choice: Choice) -> &'static str {
    match choice {
        Choice::Approve => "赞成票：",
        Choice::Oppose => "反对票：",
        Choice::Abstain => "弃权票：",
        Choice::Defer => "缓议票：",
    }
}

const fn choice_en(choice: Choice) -> &'static str {
    match choice {
        Choice::Approve => "ballots in favour: ",
        Choice::Oppose => "ballots against: ",
        Choice::Abstain => "abstentions: ",
        Choice::Defer => "ballots for putting it off: ",
    }
}

const fn is_or_are(n: u32) -> &'static str {
    if n == 1 { "is" } else { "are" }
}

impl Missing {
    /// What is missing.
    pub(super) fn say(&self, lang: Lang) -> Cow<'static, str> {
        match *self {
            Self::Fact(at) => lang.say(
                || format!("未载明：{}", Address(at, lang)),
                || format!("nothing stated at {}", Address(at, lang)),
            ),
            Self::Suspected(at) => lang.say(
                || format!("仅有线索，有待认定：{}", Address(at, lang)),
                || format!("only suspected, to be established: {}", Address(at, lang)),
            ),
            Self::Contradiction(at) => lang.say(
                || format!("记载自相矛盾或与他处不一：{}", Address(at, lang)),
                || format!("contradicts itself or what stands elsewhere: {}", Address(at, lang)),
            ),
            Self::TimeOfDay(at) => lang.say(
                || format!("需时刻以定同日先后：{}", Address(at, lang)),
                || format!("time of day needed for the order within a day: {}", Address(at, lang)),
            ),
            Self::FullRecord(at) => lang.say(
                || format!("记录不全或顺序不明：{}", Address(at, lang)),
                || format!("record is incomplete or unordered: {}", Address(at, lang)),
            ),
            Self::Policy(field) => lang.say(
                || format!("政策参数未设定：{field}"),
                || format!("policy field unset: {field}"),
            ),
            Self::Completeness { family, from, until } => lang.say(
                || format!("未声明{from}至{until}的{}完整", family.words().zh),
                || {
                    let family = family.words().en;
                    format!("no declaration that {family} are complete from {from} to {until}")
                },
            ),
            Self::Calendar { day, overlay: false } => lang.say(
                || format!("工作日历未涵盖{day}"),
                || format!("calendar of working days does not cover {day}"),
            ),
            Self::Calendar { day, overlay: true } => lang.say(
                || format!("工作日历缺{day}的地区节假日安排"),
                || format!("calendar lacks the region's holidays for {day}"),
            ),
            Self::More(count) => lang.say(
                || format!("另有同类事实{count}项"),
                || format!("and {count} more facts of the kind"),
            ),
            Self::OpenLaw(question) => lang.say(
                || format!("法规未予明确，待有权机关答复：{}", question.words().zh),
                || {
                    format!(
                        "left open by law, for an organ with the power to answer: {}",
                        question.words().en
                    )
                },
            ),
        }
    }
}

impl OpenQuestion {
    pub(super) const fn words(self) -> Words {
        match self {
            Self::RecusedInDenominator => words(
                "回避的成员是否计入应到会人数",
                "whether recused members count among those entitled to attend",
            ),
            Self::LastBesidePresider => words(
                "主要负责人到会而由他人主持时由谁末位表态",
                "who speaks last when the principal sits and another presides",
            ),
            Self::SecondView => words(
                "主要负责人表态后的再次表态是否计算",
                "whether a second view after the principal's counts",
            ),
            Self::BrokenYears => words(
                "同一层次任职年限中断后是否累计",
                "whether years in posts of one rank add up over a break",
            ),
        }
    }
}

impl Why {
    pub(super) const fn words(self) -> Words {
        match self {
            Self::OtherKind => {
                words("属其他种类的会议、议题或决定", "another kind of meeting, item or decision")
            }
            Self::NotInForce => words("不在规定施行期间", "outside the days in force"),
            Self::AfterAsOf => words("晚于基准日", "after the as-of day"),
            Self::NothingVoted => words("未付表决", "nothing was voted"),
            Self::NotDecided => {
                words("未作决定或决定方式不属所指", "nothing was decided, or not in the way meant")
            }
            Self::NotMajor => words("不属“三重一大”", "none of the three majors and one large"),
            Self::NobodyNamed => words("政策未列明人员或单位", "the policy names nobody"),
            Self::NothingToRecord => {
                words("无须记录、报请或报告", "nothing to record, refer or report")
            }
            Self::OtherRule => words("由另一规则核查", "another rule answers for it"),
            Self::NobodyConcerned => words("无所涉人员参与", "nobody took part of whom it speaks"),
            Self::NotInSet => {
                words("亲属关系不在所指范围", "the relation lies outside the set it speaks of")
            }
            Self::SwitchedOff => {
                words("政策未采用该可选规则", "an optional rule that the policy leaves off")
            }
            Self::BelowRank => words("职务层次未达到", "the rank lies below those it reaches"),
        }
    }
}

impl Decider {
    pub(super) const fn words(self) -> Words {
        match self {
            Self::Form(form) => form.words(),
            Self::Meeting(kind) => kind.words(),
        }
    }
}

impl Bar {
    const fn words(self) -> Words {
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

    fn zh(self) -> String {
        let words = self.words().zh;
        match self {
            Self::Appraisal(_) => format!("年度考核为{words}"),
            Self::StillAffectsUse(_) => format!("{words}，期满仍影响使用"),
            _ => words.into(),
        }
    }

    fn en(self) -> String {
        let words = self.words().en;
        match self {
            Self::Appraisal(_) => format!("yearly appraisal: {words}"),
            Self::StillAffectsUse(_) => format!("{words}, whose effect on use goes on"),
            _ => words.into(),
        }
    }
}

impl Overlap {
    const fn words(self) -> Words {
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

impl PowerPair {
    const fn words(self) -> Words {
        match self {
            Self::DecisionExecution => words("决策、执行", "deciding and carrying out"),
            Self::DecisionSupervision => words("决策、监督", "deciding and supervising"),
            Self::ExecutionSupervision => words("执行、监督", "carrying out and supervising"),
        }
    }
}

impl StatutoryPower {
    const fn words(self) -> Words {
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
    const fn words(self) -> Words {
        match self {
            Self::Finance => words("财务", "finance"),
            Self::Personnel => words("人事", "personnel"),
            Self::Construction => words("工程建设", "construction"),
            Self::Procurement => words("物资采购", "procurement"),
            Self::Approvals => words("行政审批", "approvals"),
        }
    }
}

impl AccountabilityKind {
    const fn words(self) -> Words {
        match self {
            Self::Reminder => words("提醒谈话", "a reminder"),
            Self::Warning => words("警告", "a warning"),
            Self::PublicCriticism => words("通报批评", "public criticism"),
            Self::Discipline => words("纪律处分", "discipline"),
        }
    }
}

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
    const fn words(self) -> Words {
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
    const fn words(self) -> Words {
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
    const fn words(self) -> Words {
        match self {
            Self::Report => words("书记通报案情", "the secretary's report"),
            Self::Reflection => words("分管成员检视反思", "the reflection of the member in charge"),
            Self::Comparison => words("其他成员对照查摆", "the comparison by another member"),
            Self::SummingUp => words("书记全面点评", "the secretary's summing-up"),
        }
    }
}

impl PostsOfKin {
    const fn words(self) -> Words {
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

impl AppraisalGrade {
    const fn words(self) -> Words {
        match self {
            Self::Incompetent => words("不称职", "incompetent"),
            Self::BasicallyCompetent => words("基本称职", "basically competent"),
            Self::Competent => words("称职", "competent"),
            Self::Excellent => words("优秀", "excellent"),
        }
    }
}

impl FamilyAbroad {
    const fn words(self) -> Words {
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

impl Education {
    const fn words(self) -> Words {
        match self {
            Self::BelowCollege => words("大专以下", "below college"),
            Self::College => words("大专", "college"),
            Self::Bachelor => words("大学本科", "bachelor"),
            Self::Postgraduate => words("研究生", "postgraduate"),
        }
    }
}

impl SanctionKind {
    const fn words(self) -> Words {
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

impl DecisionForm {
    pub(super) const fn words(self) -> Words {
        match self {
            Self::OnePerson => words("个人决定", "one person"),
            Self::NoMeeting => words("未经会议的数人决定", "several people without a meeting"),
            Self::Circulation => words("传阅（圈阅）", "circulating papers"),
            Self::SpecialMeeting => words("专题会议", "a special meeting"),
            Self::ExecutiveMeeting => words("检察长办公会", "an executive meeting"),
            Self::PartyGroupMeeting => words("党组会议", "a Party group meeting"),
            Self::CommitteeMeeting => words("检察委员会会议", "a procuratorial committee meeting"),
        }
    }
}

impl MeetingKind {
    pub(super) const fn words(self) -> Words {
        match self {
            Self::PartyGroup => words("党组会议", "a Party group meeting"),
            Self::ProcuratorialCommittee => {
                words("检察委员会会议", "a procuratorial committee meeting")
            }
            Self::Executive => words("检察长办公会", "an executive meeting"),
            Self::Special => words("专题会议", "a special meeting"),
            Self::DemocraticLife => words("民主生活会", "a democratic life meeting"),
            Self::OrganisationalLife => words("组织生活会", "an organisational life meeting"),
            Self::Joint => words("联席会议", "a joint meeting"),
            Self::Other => words("其他会议", "a meeting of another kind"),
        }
    }
}

impl NotEntitled {
    pub(super) const fn words(self) -> Words {
        match self {
            Self::NotMember => words("当日不是成员", "not a member on that day"),
            Self::Absent => words("成员未到场", "a member who was not present"),
            Self::Recused => words("成员已记录回避", "a member recorded as recused"),
            Self::Twice => words("同一成员的第二张票", "a second ballot of one member"),
        }
    }
}

impl Part {
    pub(super) const fn words(self) -> Words {
        match self {
            Self::Present => words("在场", "was present"),
            Self::Spoke => words("发言", "spoke"),
            Self::Voted => words("参加表决", "voted"),
        }
    }
}

impl Overruled {
    pub(super) const fn words(self) -> Words {
        match self {
            Self::Changed => words("被改变", "changed"),
            Self::SetAside => words("被搁置不用", "set aside"),
            Self::NotCarriedOut => words("未予执行", "not carried out"),
            Self::DeclaredOtherwise => {
                words("宣布的结果与表决不一致", "result declared otherwise than voted")
            }
            Self::CarriedOutAfterRefusal => {
                words("有权主体不同意后仍予执行", "carried out after the competent body refused")
            }
        }
    }
}

impl Denominator {
    pub(super) const fn words(self) -> Words {
        match self {
            Self::Entitled => words("应到会", "members entitled to attend"),
            Self::Present => words("实到会", "members present"),
        }
    }
}

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

impl RecordFamily {
    pub(super) const fn words(self) -> Words {
        match self {
            Self::Meetings => words("会议记录", "records of meetings"),
            Self::Decisions => words("会外决定记录", "records of decisions outside meetings"),
            Self::Declarations => words("家庭经商办企业报告", "declarations on family business"),
            Self::Contracts => words("本单位合同", "contracts of the institution"),
            Self::TiesInspections => {
                words("亲清政商关系监督检查", "inspections of ties with businesses")
            }
            Self::Payments => words("付款记录", "records of payments"),
            Self::PowerLists => words("权力清单和负面清单", "lists of powers"),
            Self::ListChecks => words("清单自查自纠", "self-checks of the lists of powers"),
            Self::MonthlyReturns => words("三个规定月报告", "monthly returns on the three rules"),
            Self::LifeMeetings => words("生活会记录", "records of life meetings"),
            Self::Activities => words("工作记录", "records of activities"),
            Self::AccountabilityReports => words("述责述廉记录", "reports on duties and integrity"),
            Self::Requests => words("请示记录", "requests to superior bodies"),
            Self::Plans => words("年度计划", "yearly plans"),
        }
    }
}

impl WaiverState {
    pub(super) const fn words(self) -> Words {
        match self {
            Self::Used => words("已适用", "used"),
            Self::RanOut => words("已过有效期", "ran out before the as-of day"),
            Self::MatchedNothing => words("无对应的不符情形", "matched nothing"),
            Self::NoSuchRule => {
                words("编码不属于已运行的规则", "its code is none of the rules that ran")
            }
        }
    }
}

/// Whose word a parameter is.
const fn basis_of_hinge(basis: Basis) -> Words {
    match basis {
        Basis::LocalDefault => words("本地政策默认值", "local policy default"),
        Basis::LocalPolicy => words("本单位政策", "local policy"),
        Basis::Measures | Basis::StateLaw | Basis::PartyInstrument => words(basis.zh(), basis.en()),
    }
}

impl Hinge {
    /// Whose word it is, the field, and where the policy says it is set.
    pub(super) fn render(&self, lang: Lang) -> impl Display {
        made(move |f| {
            write!(f, "{} {}", lang.pick(basis_of_hinge(self.basis)), self.field)?;
            match (&self.cite, lang) {
                (None, _) => Ok(()),
                (Some(cite), Lang::ZhCn) => write!(f, "（{}）", Clean(cite)),
                (Some(cite), Lang::En) => write!(f, " ({})", Clean(cite)),
            }
        })
    }
}

impl Violation {
    /// One line: what was found and what is asked, the person concerned, and the parameters it hinged on.
    ///
    /// It names people by identifier only, and holds no text of a record.
    #[must_use]
    pub fn render(&self, lang: Lang) -> impl Display {
        made(move |f| {
            let (colon, stop) = (colon(lang), stop(lang));
            write!(f, "{}{colon}{}", lang.pick(self.norm.title), self.breach.say(lang))?;
            if let Some(who) = &self.who {
                write!(f, "{stop}{}{colon}{}", lang.of("人员", "person"), Clean(who))?;
            }
            for hinge in &self.hinges {
                write!(f, "{stop}{}{colon}{}", lang.of("依据", "basis"), hinge.render(lang))?;
            }
            if self.waived_by.is_some() {
                write!(f, "{stop}{}", lang.of("已豁免", "waived"))?;
            }
            Ok(())
        })
    }
}

impl Undetermined {
    /// One line: what would settle it, one entry a missing fact.
    #[must_use]
    pub fn render(&self, lang: Lang) -> impl Display {
        made(move |f| {
            write!(f, "{}{}", lang.pick(self.norm.title), colon(lang))?;
            if self.missing.is_empty() {
                f.write_str(NOTHING_NAMED.of(lang))?;
            }
            for (n, missing) in self.missing.iter().enumerate() {
                write!(f, "{}{}", if n == 0 { "" } else { stop(lang) }, missing.say(lang))?;
            }
            Ok(())
        })
    }
}

impl Pending {
    /// One line: the day due, or that no day is set.
    #[must_use]
    pub fn render(&self, lang: Lang) -> impl Display {
        made(move |f| {
            write!(f, "{}{}", lang.pick(self.norm.title), colon(lang))?;
            match (self.due, lang) {
                (Some(due), Lang::ZhCn) => write!(f, "最后期限{due}"),
                (Some(due), Lang::En) => write!(f, "due by {due}"),
                (None, _) => f.write_str(NO_DAY_SET.of(lang)),
            }
        })
    }
}

/// A callers' own rule may be undecided without saying what is missing.
pub(super) const NOTHING_NAMED: Both = Both("未指明所缺", "what is missing is not named");
pub(super) const NO_DAY_SET: Both = Both("未定期限", "no day set");

/// Two fixed texts.
#[derive(Clone, Copy)]
pub(super) struct Both(&'static str, &'static str);

impl Both {
    pub(super) const fn of(self, lang: Lang) -> &'static str {
        lang.of(self.0, self.1)
    }
}

/// The colon of the language, with its space.
pub(super) const fn colon(lang: Lang) -> &'static str {
    lang.of("：", ": ")
}

/// What stands between the entries of a list.
pub(super) const fn stop(lang: Lang) -> &'static str {
    lang.of("；", "; ")
}

/// What a function prints.
pub(super) const fn made<F: Fn(&mut fmt::Formatter<'_>) -> fmt::Result>(print: F) -> Made<F> {
    Made(print)
}

pub(super) struct Made<F>(F);

impl<F: Fn(&mut fmt::Formatter<'_>) -> fmt::Result> Display for Made<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (self.0)(f)
    }
}

/// An address; the empty one says in words that it is the whole.
pub(super) struct Address(pub(super) Path, pub(super) Lang);

impl Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0 == Path::ROOT {
            f.write_str(self.1.of("（整份记录）", "(the whole record)"))
        } else {
            write!(f, "{}", self.0)
        }
    }
}

/// Text from outside on one line: characters that would break or turn the line, or drive a terminal, are written out.
pub(super) struct Clean<'a>(pub(super) &'a str);

impl Display for Clean<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for c in self.0.chars() {
            match c {
                '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
                    write!(f, "{}", c.escape_unicode())?;
                }
                c if c.is_control() => write!(f, "{}", c.escape_default())?,
                c => f.write_char(c)?,
            }
        }
        Ok(())
    }
}

/// Fen as yuan, with commas and two places: whole numbers only.
struct Yuan(u64);

impl Display for Yuan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let yuan = (self.0 / 100).to_string();
        for (n, digit) in yuan.chars().enumerate() {
            if n > 0 && (yuan.len() - n) % 3 == 0 {
                f.write_char(',')?;
            }
            f.write_char(digit)?;
        }
        write!(f, ".{:02}", self.0 % 100)
    }
}

#[cfg(test)]
pub(super) mod samples {
    use super::*;
    use crate::time::date;

    /// One of every shape, and every part of each.
    pub(in crate::report) fn breaches() -> Vec<Breach> {
        let (day, later) = (date!(2024, 5, 6), date!(2024, 5, 10));
        let mut all = vec![
            Breach::Missing,
            Breach::Prohibited,
            Breach::OutOfOrder { found: 2, earliest: 5 },
            Breach::Late { due: day, done: Some(later) },
            Breach::Late { due: day, done: None },
            Breach::NotBefore { deadline: day, done: later },
            Breach::TooFew { required: 5, found: 4, of: Denominator::Entitled, total: 7 },
            Breach::TooFew { required: 1, found: 0, of: Denominator::Present, total: 1 },
            Breach::TooMany { allowed: 7, found: 9 },
            Breach::Mismatch { of: None, declared: 5, counted: 4 },
            Breach::Mismatch { of: Some(Choice::Oppose), declared: 5, counted: 4 },
            Breach::ShouldPrecede { found: 4, before: 2 },
            Breach::NotAuthorised,
            Breach::AdoptedOver { what: Obstacle::NegativeReview },
            Breach::AdoptedOver { what: Obstacle::NegativeList },
            Breach::DeclaredRejected { approve: 5, required: 4 },
            Breach::PutTogether { count: 3 },
            Breach::Divided { dissenting: 3, present: 7, by_minutes: false },
            Breach::Divided { dissenting: 1, present: 7, by_minutes: true },
            Breach::Split { count: 3, total_fen: 1_234_567, threshold_fen: 1_000_000 },
            Breach::Even { count: 8 },
            Breach::OutsideWindow { from: date!(2024, 3, 1), until: None, done: date!(2024, 2, 1) },
            Breach::OutsideWindow {
                from: date!(2024, 3, 1),
                until: Some(date!(2024, 3, 9)),
                done: date!(2024, 4, 1),
            },
            Breach::Fewer { required: 2, found: 1 },
            Breach::Undeclared,
            Breach::Understated { declared: 100, found: 300 },
            Breach::Lasted { from: day, until: None },
            Breach::Lasted { from: day, until: Some(later) },
            Breach::Inspector { relation: None },
            Breach::Inspector { relation: Some(Relation::Cousin) },
            Breach::NotOfThisCase,
            Breach::Unresolved,
            Breach::EducationBelow { required: Education::Bachelor, found: Education::College },
            Breach::EducationBelow { required: Education::College, found: Education::BelowCollege },
            Breach::Rush { count: 3, last_day: later },
        ];
        all.extend(of_powers());
        all.extend(
            [Bar::PoliticalBreach, Bar::LowAcceptance, Bar::Canvassing, Bar::Other]
                .map(|by| Breach::Barred { by, until: None }),
        );
        let appraisal = |it: &AppraisalGrade| Bar::Appraisal(*it);
        all.extend(
            (AppraisalGrade::ALL.iter().map(appraisal))
                .chain(FamilyAbroad::ALL.iter().map(|it| Bar::FamilyAbroad(*it)))
                .chain(SanctionKind::ALL.iter().map(|it| Bar::StillAffectsUse(*it)))
                .map(|by| Breach::Barred { by, until: None }),
        );
        all.extend(
            SanctionKind::ALL
                .iter()
                .map(|it| Breach::Barred { by: Bar::Sanction(*it), until: Some(later) }),
        );
        all.extend(
            [
                PostsOfKin::SuperiorAndSubordinate,
                PostsOfKin::SameSuperior,
                PostsOfKin::SensitiveWork,
                PostsOfKin::Offices,
                PostsOfKin::SameDepartment,
                PostsOfKin::AdjacentLevels,
            ]
            .map(|posts| Breach::PostingAvoidance { relation: Relation::Sibling, posts }),
        );
        all.extend(DecisionForm::ALL.iter().map(|it| Breach::WrongBody { by: Decider::Form(*it) }));
        all.extend(
            MeetingKind::ALL.iter().map(|it| Breach::WrongBody { by: Decider::Meeting(*it) }),
        );
        all.extend(
            [NotEntitled::NotMember, NotEntitled::Absent, NotEntitled::Recused, NotEntitled::Twice]
                .map(|why| Breach::NotEntitled { why }),
        );
        for took in [Part::Present, Part::Spoke, Part::Voted] {
            all.push(Breach::Interest { relation: None, took });
            all.extend(
                Relation::ALL.iter().map(|it| Breach::Interest { relation: Some(*it), took }),
            );
        }
        all.extend(
            [
                Overruled::Changed,
                Overruled::SetAside,
                Overruled::NotCarriedOut,
                Overruled::DeclaredOtherwise,
                Overruled::CarriedOutAfterRefusal,
            ]
            .map(|what| Breach::OneMan { what }),
        );
        all
    }

    /// Those of powers and of the three rules.
    fn of_powers() -> Vec<Breach> {
        let mut all = vec![
            Breach::Unlisted,
            Breach::OverLimit { limit_fen: 5_000_000, found_fen: 5_000_001 },
            Breach::OutOfScope,
            Breach::SameHand { pair: None },
            Breach::BeyondHigherList,
            Breach::DirectCharge { field: None },
            Breach::NotDelegated,
            Breach::NotInForce,
            Breach::WrongAddressee,
            Breach::TooMild {
                required: AccountabilityKind::Discipline,
                found: AccountabilityKind::Warning,
            },
            Breach::ZeroRun { months: 12 },
            Breach::WrongChannel { principal: true },
            Breach::WrongChannel { principal: false },
            Breach::TooNear { found: 1, required: 30 },
            Breach::Bundled { count: 2 },
        ];
        let due = date!(2024, 6, 30);
        let topics = Topic::ALL.iter().map(|it| Coverage::Topic(*it));
        let all_of = topics.chain(Counterpart::ALL.iter().map(|it| Coverage::To(*it)));
        all.extend(all_of.map(|what| Breach::NotCovered { due: Some(due), what }));
        all.extend(
            Topic::ALL
                .iter()
                .map(|it| Breach::NotCovered { due: None, what: Coverage::Topic(*it) }),
        );
        all.extend(
            [
                ReviewStep::Report,
                ReviewStep::Reflection,
                ReviewStep::Comparison,
                ReviewStep::SummingUp,
            ]
            .map(|step| Breach::StepMissing { step }),
        );
        all.extend(PowerPair::ALL.iter().map(|it| Breach::SameHand { pair: Some(*it) }));
        all.extend(StatutoryPower::ALL.iter().map(|it| Breach::Withdrawn { power: *it }));
        all.extend(DirectField::ALL.iter().map(|it| Breach::DirectCharge { field: Some(*it) }));
        let mild = |it: &AccountabilityKind| Breach::TooMild {
            required: AccountabilityKind::Warning,
            found: *it,
        };
        all.extend(AccountabilityKind::ALL.iter().map(mild));
        all.extend(
            [Overlap::Versions, Overlap::BothLists, Overlap::Layers, Overlap::Ranges]
                .map(|of| Breach::Overlap { of }),
        );
        all
    }

    /// One of everything that may be missing.
    pub(in crate::report) fn missing() -> Vec<Missing> {
        let (from, until) = (date!(2024, 1, 1), date!(2024, 12, 31));
        let at = Path::ROOT.field("meetings").index(0).field("held_on");
        let mut all = vec![
            Missing::Fact(at),
            Missing::Fact(Path::ROOT),
            Missing::Contradiction(at),
            Missing::Suspected(at),
            Missing::TimeOfDay(at),
            Missing::FullRecord(at),
            Missing::Policy("large_sum_threshold_fen"),
            Missing::Calendar { day: until, overlay: false },
            Missing::Calendar { day: until, overlay: true },
            Missing::OpenLaw(OpenQuestion::RecusedInDenominator),
            Missing::OpenLaw(OpenQuestion::LastBesidePresider),
            Missing::OpenLaw(OpenQuestion::SecondView),
            Missing::OpenLaw(OpenQuestion::BrokenYears),
            Missing::More(3),
        ];
        all.extend(RecordFamily::ALL.iter().map(|it| Missing::Completeness {
            family: *it,
            from,
            until,
        }));
        all
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::time::date;

    /// Words that accuse or judge.
    const FORBIDDEN: &[&str] = &[
        "guilt",
        "illegal",
        "unlawful",
        "offen",
        "crime",
        "criminal",
        "culprit",
        "wrongdo",
        "corrupt",
        "abuse",
        "fault",
        "违法",
        "有罪",
        "罪",
        "违纪",
        "违规",
        "嫌疑",
        "滥用",
        "责任人",
        "擅自",
        "腐败",
    ];

    fn han(text: &str) -> bool {
        text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c))
    }

    fn sound(zh: &str, en: &str) {
        assert!(han(zh), "{zh}");
        assert!(!zh.ends_with(['。', '.']) && !zh.contains('\n'), "{zh}");
        assert!(!en.is_empty() && !han(en) && !en.ends_with('.') && !en.contains('\n'), "{en}");
        assert!(!en.starts_with(|c: char| c.is_uppercase()), "{en}");
        for word in FORBIDDEN {
            assert!(!zh.contains(word) && !en.to_lowercase().contains(word), "{word}: {zh} / {en}");
        }
    }

    #[test]
    fn every_breach_has_words() {
        // A new shape does not compile here until it has a sample.
        let number = |it: &Breach| match it {
            Breach::Missing => 0,
            Breach::Prohibited => 1,
            Breach::OutOfOrder { .. } => 2,
            Breach::Late { .. } => 3,
            Breach::NotBefore { .. } => 4,
            Breach::TooFew { .. } => 5,
            Breach::TooMany { .. } => 6,
            Breach::Mismatch { .. } => 7,
            Breach::DeclaredRejected { .. } => 8,
            Breach::WrongBody { .. } => 9,
            Breach::NotEntitled { .. } => 10,
            Breach::Interest { .. } => 11,
            Breach::PutTogether { .. } => 12,
            Breach::Divided { .. } => 13,
            Breach::OneMan { .. } => 14,
            Breach::Split { .. } => 15,
            Breach::Even { .. } => 16,
            Breach::ShouldPrecede { .. } => 17,
            Breach::NotAuthorised => 18,
            Breach::AdoptedOver { .. } => 19,
            Breach::OutsideWindow { .. } => 20,
            Breach::Fewer { .. } => 21,
            Breach::Barred { .. } => 22,
            Breach::EducationBelow { .. } => 23,
            Breach::PostingAvoidance { .. } => 24,
            Breach::Rush { .. } => 25,
            Breach::Inspector { .. } => 26,
            Breach::NotOfThisCase => 27,
            Breach::Unresolved => 28,
            Breach::Undeclared => 29,
            Breach::Understated { .. } => 30,
            Breach::Lasted { .. } => 31,
            Breach::Unlisted => 32,
            Breach::OverLimit { .. } => 33,
            Breach::OutOfScope => 34,
            Breach::SameHand { .. } => 35,
            Breach::Overlap { .. } => 36,
            Breach::BeyondHigherList => 37,
            Breach::Withdrawn { .. } => 38,
            Breach::DirectCharge { .. } => 39,
            Breach::NotInForce => 40,
            Breach::WrongAddressee => 41,
            Breach::TooMild { .. } => 42,
            Breach::ZeroRun { .. } => 43,
            Breach::NotDelegated => 44,
            Breach::NotCovered { .. } => 45,
            Breach::StepMissing { .. } => 46,
            Breach::WrongChannel { .. } => 47,
            Breach::TooNear { .. } => 48,
            Breach::Bundled { .. } => 49,
        };
        let all = samples::breaches();
        assert_eq!(all.iter().map(number).collect::<BTreeSet<_>>(), (0..=49).collect());
        for it in &all {
            sound(&it.say(Lang::ZhCn), &it.say(Lang::En));
        }
        // Different figures give different words, except that a meeting may be told in two ways.
        let texts: BTreeSet<_> = all.iter().map(|it| it.say(Lang::ZhCn)).collect();
        assert_eq!(texts.len(), all.len() - 4, "four forms are also kinds of meeting");
    }

    #[test]
    fn everything_missing_has_words() {
        let number = |it: &Missing| match it {
            Missing::Fact(_) => 0,
            Missing::Contradiction(_) => 1,
            Missing::TimeOfDay(_) => 2,
            Missing::FullRecord(_) => 3,
            Missing::Policy(_) => 4,
            Missing::Completeness { .. } => 5,
            Missing::Calendar { .. } => 6,
            Missing::OpenLaw(_) => 7,
            Missing::More(_) => 8,
            Missing::Suspected(_) => 9,
        };
        let all = samples::missing();
        assert_eq!(all.iter().map(number).collect::<BTreeSet<_>>(), (0..=9).collect());
        for lang in [Lang::ZhCn, Lang::En] {
            let texts: BTreeSet<_> = all.iter().map(|it| it.say(lang)).collect();
            assert_eq!(texts.len(), all.len());
        }
        for it in &all {
            sound(&it.say(Lang::ZhCn), &it.say(Lang::En));
        }
    }

    #[test]
    fn every_reason_and_state_has_words() {
        let reasons = Why::ALL.map(Why::words);
        let states = [
            WaiverState::Used,
            WaiverState::RanOut,
            WaiverState::MatchedNothing,
            WaiverState::NoSuchRule,
        ];
        for it in reasons.into_iter().chain(states.map(WaiverState::words)) {
            sound(it.zh, it.en);
        }
        assert_eq!(reasons.iter().map(|it| it.zh).collect::<BTreeSet<_>>().len(), Why::ALL.len());
    }

    #[test]
    fn figures_are_told_with_what_they_are_of() {
        let quorum = Breach::TooFew { required: 5, found: 4, of: Denominator::Entitled, total: 7 };
        assert_eq!(quorum.say(Lang::ZhCn), "按应到会7人计，实有4人，至少需5人");
        assert_eq!(
            quorum.say(Lang::En),
            "found 4 of 7 members entitled to attend; at least 5 are required"
        );
        let late = Breach::Late { due: date!(2024, 5, 6), done: Some(date!(2024, 5, 10)) };
        assert_eq!(late.say(Lang::En), "due by 2024-05-06; done on 2024-05-10");
        let split = Breach::Split { count: 3, total_fen: 1_234_567, threshold_fen: 1_000_000 };
        assert_eq!(
            split.say(Lang::ZhCn),
            "3笔各低于大额标准，合计12,345.67元，大额标准10,000.00元"
        );
        assert!(split.say(Lang::En).contains("together CNY 12,345.67; threshold CNY 10,000.00"));
    }

    #[test]
    fn fen_are_told_in_yuan() {
        let table = [
            (0, "0.00"),
            (7, "0.07"),
            (100, "1.00"),
            (99_999, "999.99"),
            (100_000, "1,000.00"),
            (1_234_567, "12,345.67"),
            (100_000_000, "1,000,000.00"),
            (u64::MAX, "184,467,440,737,095,516.15"),
        ];
        for (fen, yuan) in table {
            assert_eq!(Yuan(fen).to_string(), yuan);
        }
    }

    #[test]
    fn text_from_outside_stays_on_its_line() {
        let nasty = "会\n议\u{1b}[31m\u{202e}\u{2028}1";
        assert_eq!(Clean(nasty).to_string(), "会\\n议\\u{1b}[31m\\u{202e}\\u{2028}1");
    }
}
