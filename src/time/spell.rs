//! Runs of days.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A run of days, both ends included: how long a norm is in force, a post is held, a relation
/// lasts.
///
/// In JSON `{"from": "2024-05-06", "until": "2024-08-01"}`; `until` may be left out or null.
/// Days are strict text as in [`Day`](super::Day). Reading does not check that the ends are in
/// order; see [`is_ordered`](Self::is_ordered).
///
/// # Examples
///
/// ```
/// use oversight::time::{Spell, date};
///
/// let membership = Spell::between(date!(2023, 3, 1), date!(2024, 2, 29));
/// assert!(membership.covers(date!(2024, 2, 29)));
/// assert!(!membership.covers(date!(2024, 3, 1)));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Spell {
    /// First day, included.
    #[serde(with = "super::date::day")]
    pub from: NaiveDate,
    /// Last day, included; `None` while no end has been announced.
    #[serde(with = "super::date::day::option", default, skip_serializing_if = "Option::is_none")]
    pub until: Option<NaiveDate>,
}

impl Spell {
    /// From this day on, with no announced end.
    ///
    /// # Examples
    ///
    /// ```
    /// use oversight::time::{Spell, date};
    ///
    /// assert!(Spell::since(date!(2019, 1, 1)).covers(date!(2199, 1, 1)));
    /// ```
    #[must_use]
    pub const fn since(from: NaiveDate) -> Self {
        Self { from, until: None }
    }

    /// From the one day through the other, both included.
    ///
    /// Ends in the wrong order give a spell that covers nothing; see
    /// [`is_ordered`](Self::is_ordered).
    ///
    /// # Examples
    ///
    /// ```
    /// use oversight::time::{Spell, date};
    ///
    /// let one_day = Spell::between(date!(2024, 5, 6), date!(2024, 5, 6));
    /// assert!(one_day.covers(date!(2024, 5, 6)));
    /// ```
    #[must_use]
    pub const fn between(from: NaiveDate, until: NaiveDate) -> Self {
        Self { from, until: Some(until) }
    }

    /// Whether `day` falls inside, ends included.
    ///
    /// # Examples
    ///
    /// ```
    /// use oversight::time::{Spell, date};
    ///
    /// let spell = Spell::between(date!(2024, 1, 1), date!(2024, 1, 31));
    /// assert!(spell.covers(date!(2024, 1, 1)) && spell.covers(date!(2024, 1, 31)));
    /// assert!(!spell.covers(date!(2023, 12, 31)));
    /// ```
    #[must_use]
    pub fn covers(&self, day: NaiveDate) -> bool {
        self.from <= day && self.until.is_none_or(|last| day <= last)
    }

    /// Whether some day falls inside both.
    ///
    /// # Examples
    ///
    /// ```
    /// use oversight::time::{Spell, date};
    ///
    /// let old = Spell::between(date!(2020, 1, 1), date!(2023, 12, 31));
    /// assert!(!old.overlaps(&Spell::since(date!(2024, 1, 1))));
    /// assert!(old.overlaps(&Spell::since(date!(2023, 12, 31))));
    /// ```
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        // The later of the two first days is in both, or no day is.
        let start = self.from.max(other.from);
        self.covers(start) && other.covers(start)
    }

    /// Whether the last day, if there is one, is not before the first.
    ///
    /// # Examples
    ///
    /// ```
    /// use oversight::time::{Spell, date};
    ///
    /// assert!(Spell::since(date!(2024, 5, 6)).is_ordered());
    /// assert!(!Spell::between(date!(2024, 5, 6), date!(2024, 5, 5)).is_ordered());
    /// ```
    #[must_use]
    pub fn is_ordered(&self) -> bool {
        self.until.is_none_or(|last| self.from <= last)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
mod tests {
    use proptest::prelude::*;

    use super::super::date;
    use super::*;

    #[test]
    fn json() {
        let open = Spell::since(date!(2024, 5, 6));
        assert_eq!(serde_json::to_string(&open).unwrap(), r#"{"from":"2024-05-06"}"#);
        for text in [r#"{"from":"2024-05-06"}"#, r#"{"from":"2024-05-06","until":null}"#] {
            assert_eq!(serde_json::from_str::<Spell>(text).unwrap(), open);
        }
        let closed = Spell::between(date!(2024, 5, 6), date!(2024, 5, 7));
        let text = serde_json::to_string(&closed).unwrap();
        assert_eq!(serde_json::from_str::<Spell>(&text).unwrap(), closed);
        for wrong in [
            r#"{"from":"2024-5-6"}"#,
            r#"{"from":"2024-05-06","until":"2024-05-06T09:30"}"#,
            r#"{"from":"2024-05-06","to":"2024-05-07"}"#,
            r#"{"until":"2024-05-06"}"#,
        ] {
            assert!(serde_json::from_str::<Spell>(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn disordered_covers_and_overlaps_nothing() {
        let wrong = Spell::between(date!(2024, 5, 6), date!(2024, 5, 4));
        assert!(!wrong.is_ordered());
        for day in 3..8 {
            assert!(!wrong.covers(NaiveDate::from_ymd_opt(2024, 5, day).unwrap()));
        }
        assert!(!wrong.overlaps(&Spell::since(date!(2020, 1, 1))));
        assert!(!wrong.overlaps(&wrong));
        assert!(!Spell::since(date!(2024, 5, 5)).overlaps(&wrong));
    }

    fn spell() -> impl Strategy<Value = Spell> {
        let day = |n| date!(2024, 1, 1) + chrono::Days::new(n);
        (0..30_u64, proptest::option::of(0..30_u64))
            .prop_map(move |(from, until)| Spell { from: day(from), until: until.map(day) })
    }

    proptest! {
        #[test]
        fn overlap_means_a_common_day(a in spell(), b in spell()) {
            let common = date!(2024, 1, 1)
                .iter_days()
                .take(31)
                .any(|day| a.covers(day) && b.covers(day));
            prop_assert_eq!(a.overlaps(&b), common);
            prop_assert_eq!(b.overlaps(&a), common);
        }
    }
}
