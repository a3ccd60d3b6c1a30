//! What was found and what is asked, one arm a shape of departure.

use std::borrow::Cow;

use super::money::Yuan;
use crate::{
    facts::Choice,
    finding::{Breach, Denominator, Obstacle},
    norm::Lang,
};

impl Breach {
    /// What was found and what is asked.
    #[expect(clippy::too_many_lines, reason = "one arm a shape")]
    pub(in crate::report) fn say(&self, lang: Lang) -> Cow<'static, str> {
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

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{
        super::samples::{self, sound},
        *,
    };
    use crate::time::date;

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
}
