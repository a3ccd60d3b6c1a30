//! What became of a waiver.

use super::words;
use crate::{norm::Words, report::WaiverState};

impl WaiverState {
    pub(in crate::report) const fn words(self) -> Words {
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

#[cfg(test)]
mod tests {
    use super::{super::samples::sound, *};

    #[test]
    fn every_state_has_words() {
        let states = [
            WaiverState::Used,
            WaiverState::RanOut,
            WaiverState::MatchedNothing,
            WaiverState::NoSuchRule,
        ];
        for it in states.map(WaiverState::words) {
            sound(it.zh, it.en);
        }
    }
}
