//! Why a norm does not reach a subject.

use super::words;
use crate::{finding::Why, norm::Words};

impl Why {
    pub(in crate::report) const fn words(self) -> Words {
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

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{super::samples::sound, *};

    #[test]
    fn every_reason_has_words() {
        let reasons = Why::ALL.map(Why::words);
        for it in reasons {
            sound(it.zh, it.en);
        }
        assert_eq!(reasons.iter().map(|it| it.zh).collect::<BTreeSet<_>>().len(), Why::ALL.len());
    }
}
