//! How it ends: the five outcomes, the force of a norm, and how grave a departure is.

use std::fmt;

use serde::{Deserialize, Serialize};

/// What the records show about one norm and one subject.
///
/// The order is the order of joining: the outcome of a whole is the greatest outcome of its parts.
/// Exhaustive on purpose: a caller should have to think again if there were ever a sixth.
///
/// ```
/// use oversight::outcome::Outcome::{Compliant, Undetermined, Violated};
/// assert_eq!(Compliant.join(Undetermined), Undetermined);
/// assert_eq!(Undetermined.join(Violated), Violated);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// 不适用: the norm does not reach this subject.
    NotApplicable,
    /// 符合: the facts show that the norm was kept.
    Compliant,
    /// 待办: not yet done and not yet overdue.
    Pending,
    /// 待核: a needed fact is missing or contradictory, or the law leaves the case open.
    Undetermined,
    /// 不符: the facts show that the norm was not kept.
    Violated,
}

impl Outcome {
    /// All five, in the order of joining.
    pub const ALL: [Self; 5] =
        [Self::NotApplicable, Self::Compliant, Self::Pending, Self::Undetermined, Self::Violated];

    /// The outcome of two parts together: the greater.
    #[must_use]
    pub fn join(self, other: Self) -> Self {
        self.max(other)
    }

    /// Whether the facts settled it: no further fact may overturn it.
    #[must_use]
    pub const fn is_decided(self) -> bool {
        matches!(self, Self::NotApplicable | Self::Compliant | Self::Violated)
    }

    /// The Chinese word.
    #[must_use]
    pub const fn zh(self) -> &'static str {
        match self {
            Self::NotApplicable => "不适用",
            Self::Compliant => "符合",
            Self::Pending => "待办",
            Self::Undetermined => "待核",
            Self::Violated => "不符",
        }
    }

    /// The English word.
    #[must_use]
    pub const fn en(self) -> &'static str {
        match self {
            Self::NotApplicable => "not applicable",
            Self::Compliant => "compliant",
            Self::Pending => "pending",
            Self::Undetermined => "undetermined",
            Self::Violated => "violated",
        }
    }
}

impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.en())
    }
}

/// The force of a norm. Exhaustive on purpose, as the instruments know no fourth.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Modality {
    /// 应当, 必须.
    Must,
    /// 不得, 严禁.
    MustNot,
    /// 一般应当.
    Should,
}

/// How grave a departure is. Exhaustive on purpose, and ordered from light to grave.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// 提示: worth a look.
    Advisory,
    /// 一般: to be put right.
    Ordinary,
    /// 严重: a void decision, a red line, a bar on promotion.
    Serious,
}

impl Severity {
    /// From grave to light, as reports are read.
    pub const GRAVEST_FIRST: [Self; 3] = [Self::Serious, Self::Ordinary, Self::Advisory];

    /// The Chinese word.
    #[must_use]
    pub const fn zh(self) -> &'static str {
        match self {
            Self::Advisory => "提示",
            Self::Ordinary => "一般",
            Self::Serious => "严重",
        }
    }

    /// The English word.
    #[must_use]
    pub const fn en(self) -> &'static str {
        match self {
            Self::Advisory => "advisory",
            Self::Ordinary => "ordinary",
            Self::Serious => "serious",
        }
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.en())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn joining_is_taking_the_greatest() {
        for (n, a) in Outcome::ALL.into_iter().enumerate() {
            for (m, b) in Outcome::ALL.into_iter().enumerate() {
                assert_eq!(a.join(b), Outcome::ALL[n.max(m)]);
            }
        }
    }
}
