//! What an outcome rested on.

use std::borrow::Cow;

use super::{address::Address, words};
use crate::{
    finding::{Breach, Evidence, FactState},
    norm::{Lang, Words},
};

impl FactState {
    const fn words(self) -> Words {
        match self {
            Self::Known => words("有记录", "on record"),
            Self::Absent => words("记录载明没有", "on record that there is none"),
            Self::Unknown => words("无人说明", "nobody has said"),
        }
    }
}

impl Evidence {
    /// What was asked for, and what was there.
    pub(in crate::report) fn say(&self, lang: Lang) -> Cow<'static, str> {
        match self {
            Self::Fact { at, state } => {
                let (at, state) = (Address(*at, lang), lang.pick(state.words()));
                lang.say(|| format!("事实 {at}：{state}"), || format!("fact {at}: {state}"))
            }
            Self::Parameter { hinge, set, since } => {
                let named = hinge.render(lang);
                let since = since.map_or(String::new(), |day| {
                    lang.say(|| format!("，自{day}起"), || format!(", since {day}")).into_owned()
                });
                let unset = if *set { "" } else { lang.of("：未设定", ": unset") };
                lang.say(
                    || format!("参数 {named}{since}{unset}"),
                    || format!("parameter {named}{since}{unset}"),
                )
            }
            Self::Count { required, found, of, total } => {
                let (required, found, of, total) = (*required, *found, *of, *total);
                let told = Breach::TooFew { required, found, of, total }.say(lang);
                let met = found >= required;
                lang.say(
                    || format!("{told}：{}", if met { "达到" } else { "未达到" }),
                    || format!("{told}: {}", if met { "met" } else { "not met" }),
                )
            }
            Self::Due { due, done } => match done {
                Some(done) => lang.say(
                    || format!("期限{due}，完成于{done}"),
                    || format!("due by {due}; done on {done}"),
                ),
                None => lang.say(
                    || format!("期限{due}，截至基准日未完成"),
                    || format!("due by {due}; not done by the as-of day"),
                ),
            },
        }
    }
}
