//! What the naive readings share: JSON read as facts, three-valued conditions, dice, and the loop that holds what a reading
//! claims against the crate. It shares nothing with the crate itself.

use std::{cell::RefCell, collections::BTreeMap, fmt::Debug};

use proptest::{prelude::*, test_runner::TestRunner};
use serde_json::Value;

use super::{Case, mix, settings};

/// A fact: it is known, it is on record that there is none, or nobody has said.
#[derive(Clone, Copy)]
pub(crate) enum Said<T> {
    Known(T),
    Absent,
    Unknown,
}

pub(crate) fn said<'a>(record: &'a Value, key: &str) -> Said<&'a Value> {
    match record.get(key) {
        None => Said::Unknown,
        Some(Value::Null) => Said::Absent,
        Some(value) => Said::Known(value),
    }
}

pub(crate) fn text<'a>(record: &'a Value, key: &str) -> &'a str {
    record.get(key).and_then(Value::as_str).unwrap_or("")
}

pub(crate) fn list<'a>(record: &'a Value, key: &str) -> &'a [Value] {
    record.get(key).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

/// Days of one form compare as text; a first or last day that is left out is none.
pub(crate) fn lasts(record: &Value, day: &str) -> bool {
    let until = text(record, "until");
    text(record, "from") <= day && (until.is_empty() || day <= until)
}

/// Yes, no, or open.
pub(crate) type Tri = Option<bool>;

pub(crate) fn all(conditions: impl IntoIterator<Item = Tri>) -> Tri {
    let mut answer = Some(true);
    for condition in conditions {
        match condition {
            Some(false) => return Some(false),
            None => answer = None,
            Some(true) => {}
        }
    }
    answer
}

pub(crate) fn any(conditions: impl IntoIterator<Item = Tri>) -> Tri {
    all(conditions.into_iter().map(|it| it.map(|it| !it))).map(|it| !it)
}

/// What is on record not to be there meets no condition.
pub(crate) fn of(fact: Said<&Value>, holds: impl Fn(&Value) -> bool) -> Tri {
    match fact {
        Said::Known(it) => Some(holds(it)),
        Said::Absent => Some(false),
        Said::Unknown => None,
    }
}

/// Random choices that a seed decides.
pub(crate) trait Roll {
    /// Of so many values one is left unknown, and one is on record as none.
    const ONE_IN: u64;

    fn state(&mut self) -> &mut u64;

    fn below(&mut self, n: u64) -> u64 {
        mix(self.state()) % n.max(1)
    }

    fn chance(&mut self, percent: u64) -> bool {
        self.below(100) < percent
    }

    fn pick<T: Clone>(&mut self, from: &[T]) -> T {
        from[usize::try_from(self.below(from.len() as u64)).unwrap()].clone()
    }

    /// The first of the list more often than not.
    fn mostly<T: Clone>(&mut self, from: &[T]) -> T {
        if self.chance(60) { from[0].clone() } else { self.pick(from) }
    }

    /// Mostly the value; at times there is none, or nobody has said.
    fn put(&mut self, record: &mut Value, key: &str, value: Value) {
        match self.below(Self::ONE_IN) {
            0 => {}
            1 => record[key] = Value::Null,
            _ => record[key] = value,
        }
    }
}

/// Nothing differs in any case, and each claim of those named is made at least once in so many cases. `judge` notes what a
/// reading claims of a case and gives what differs.
pub(crate) fn hold<K: Ord + Debug>(
    strategy: &impl Strategy<Value = Case>,
    one_in: u32,
    named: &[K],
    judge: impl Fn(&Case, &mut dyn FnMut(K)) -> Vec<String>,
) {
    let made: RefCell<BTreeMap<K, u32>> = RefCell::default();
    let config = settings();
    let least = config.cases / one_in;
    let result = TestRunner::new(config).run(strategy, |case| {
        let none: &[String] = &[];
        let differing = judge(&case, &mut |claim| {
            *made.borrow_mut().entry(claim).or_default() += 1;
        });
        prop_assert_eq!(differing, none);
        Ok(())
    });
    if let Err(error) = result {
        panic!("{error}");
    }
    let made = made.into_inner();
    for claim in named {
        let times = made.get(claim).copied().unwrap_or(0);
        assert!(times >= least, "{claim:?} was claimed {times} times only, of all: {made:?}");
    }
}
