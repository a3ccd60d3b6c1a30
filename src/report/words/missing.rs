//! What would settle an open question.

use std::borrow::Cow;

use super::{address::Address, words};
use crate::{
    finding::{Missing, OpenQuestion},
    norm::{Lang, Words},
};

impl Missing {
    /// What is missing.
    pub(in crate::report) fn say(&self, lang: Lang) -> Cow<'static, str> {
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
    const fn words(self) -> Words {
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

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{
        super::samples::{self, sound},
        *,
    };

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
}
