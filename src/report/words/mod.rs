//! Words for the data of findings, in both languages: a file a group of types, and one exhaustive match a type, so that a
//! variant without words does not compile.
//!
//! They state what stands in the records and what is asked, and judge nobody. They hold figures, days, addresses and
//! identifiers; never a name or a text of a record.

mod address;
mod breach;
mod duties;
mod entry;
mod evidence;
mod hinge;
mod line;
mod meetings;
mod missing;
mod money;
mod people;
mod powers;
mod records;
mod subject;
mod waiver;
mod why;

pub(super) use address::Address;
pub(super) use line::{Clean, NO_DAY_SET, NOTHING_NAMED, colon, made, stop};
pub(super) use subject::named;

use crate::norm::Words;

/// A text in both languages.
const fn words(zh: &'static str, en: &'static str) -> Words {
    Words { zh, en }
}

#[cfg(test)]
pub(super) mod samples;
