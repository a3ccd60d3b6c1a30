//! Whose word a requirement or a number is, and how well its source was seen.

use serde::{Deserialize, Serialize};

/// 依据层级: whose word a requirement or a number is.
///
/// Exhaustive on purpose: a caller who prints or filters by basis should hear of a new one from the compiler.
///
/// ```
/// use oversight::law::Basis;
///
/// assert_eq!(Basis::LocalDefault.zh(), "本库默认值");
/// assert!(Basis::LocalDefault.is_local());
/// ```
#[doc(alias = "依据")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// The measures themselves say it.
    Measures,
    /// A law, a regulation or a rule of a state organ says it.
    StateLaw,
    /// A Party instrument 党内法规或党内文件 says it.
    PartyInstrument,
    /// No instrument says it: a default of this crate, flagged as such, which a policy may change.
    LocalDefault,
    /// A value that the policy of the user set.
    LocalPolicy,
}

impl Basis {
    /// Chinese label.
    #[must_use]
    pub const fn zh(self) -> &'static str {
        match self {
            Self::Measures => "工作措施",
            Self::StateLaw => "国家法律法规",
            Self::PartyInstrument => "党内法规文件",
            Self::LocalDefault => "本库默认值",
            Self::LocalPolicy => "本单位设定",
        }
    }

    /// English label.
    #[must_use]
    pub const fn en(self) -> &'static str {
        match self {
            Self::Measures => "the measures",
            Self::StateLaw => "state law",
            Self::PartyInstrument => "Party instrument",
            Self::LocalDefault => "local policy default",
            Self::LocalPolicy => "local policy",
        }
    }

    /// Whether no instrument stands behind it, so that a finding that hinged on it must say so.
    #[must_use]
    pub const fn is_local(self) -> bool {
        matches!(self, Self::LocalDefault | Self::LocalPolicy)
    }
}

/// 核对程度: how well the source of a statement was seen when it was written into this crate.
///
/// Exhaustive on purpose, like [`Basis`].
///
/// ```
/// use oversight::law::Confidence;
///
/// assert!(Confidence::Verified.may_be_fixed());
/// assert!(!Confidence::Unsettled.may_be_fixed());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Confidence {
    /// The statement was seen in the text of its source.
    Verified,
    /// Seen, but in a mirror, a commentary, an older version or a local implementing text.
    SeenElsewhere,
    /// General knowledge; the original is to be read again before it is relied on.
    FromMemory,
    /// Uncertain, or not public: never fixed in code.
    Unsettled,
    /// No instrument says it: a sensible choice of this crate that an administrator may change.
    EnginePolicy,
}

impl Confidence {
    /// Chinese label.
    #[must_use]
    pub const fn zh(self) -> &'static str {
        match self {
            Self::Verified => "已核对原文",
            Self::SeenElsewhere => "见于转载或旧文本",
            Self::FromMemory => "凭一般了解，待核对",
            Self::Unsettled => "未定或未公开",
            Self::EnginePolicy => "本库约定",
        }
    }

    /// English label.
    #[must_use]
    pub const fn en(self) -> &'static str {
        match self {
            Self::Verified => "verified in the text",
            Self::SeenElsewhere => "seen in a mirror or an older text",
            Self::FromMemory => "from general knowledge, to be verified",
            Self::Unsettled => "unsettled or not public",
            Self::EnginePolicy => "choice of this crate",
        }
    }

    /// Whether a number so sourced may stand in code; the others must be parameters of a policy.
    #[must_use]
    pub const fn may_be_fixed(self) -> bool {
        !matches!(self, Self::Unsettled | Self::EnginePolicy)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
mod tests {
    use super::*;

    #[test]
    fn bases_are_named_in_snake_case() {
        assert_eq!(
            serde_json::to_string(&Basis::PartyInstrument).unwrap(),
            r#""party_instrument""#
        );
        assert_eq!(
            serde_json::from_str::<Basis>(r#""local_default""#).unwrap(),
            Basis::LocalDefault
        );
        assert_eq!(
            serde_json::to_string(&Confidence::SeenElsewhere).unwrap(),
            r#""seen_elsewhere""#
        );
    }

    #[test]
    fn only_the_last_two_are_local() {
        let all = [
            Basis::Measures,
            Basis::StateLaw,
            Basis::PartyInstrument,
            Basis::LocalDefault,
            Basis::LocalPolicy,
        ];
        assert_eq!(all.map(Basis::is_local), [false, false, false, true, true]);
        assert!(all.iter().all(|b| !b.zh().is_empty() && !b.en().is_empty()));
    }
}
