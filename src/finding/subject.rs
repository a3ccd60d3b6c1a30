//! What an outcome is about: a record, a named part of one, or a duty of somebody in a period.

use std::{borrow::Cow, fmt};

use serde::{Serialize, Serializer};

use crate::{
    norm::Code,
    part::{self, digest},
    path::Path,
    shape::IdKind,
    time::DateRange,
};

/// What one outcome of one rule is about: the smallest thing of which the rule's question can be asked.
///
/// Its [key](Subject::key) is its identity: it says which records and people it is about and which period, never a place in a
/// list, so it stays the same when records are added, removed or put in another order. Its address says where it stands in
/// this dossier.
#[derive(Debug, Clone, PartialEq, Eq)]
#[doc(alias = "对象")]
#[non_exhaustive]
pub struct Subject {
    /// Code of the rule.
    pub code: Code,
    /// What kind of record it is, or is a part of; `None` where it is the unit.
    pub kind: Option<IdKind>,
    /// Identifier of that record, where it has one.
    pub id: Option<Box<str>>,
    /// What of it, or whose: people, departments and other records, or the name of a part.
    pub names: Vec<SubjectName>,
    /// The period of a duty, or the days that it is about.
    pub period: Option<DateRange>,
    /// Where it stands: the record, or the part of it.
    pub at: Path,
    /// Where the record stands that it is, or is a part of.
    pub record: Path,
}

/// One name by which a subject is told apart from others of its record.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum SubjectName {
    /// The identifier of a record, a person or a department.
    Id(IdKind, Box<str>),
    /// A word, and what it is a word for, such as the holder of a list of powers.
    Word(&'static str, Cow<'static, str>),
    /// A part of the record by its keys and by what names it, such as `tasks/p3,2024-06-30`.
    Part(Box<str>),
}

/// The identity of a subject as text, such as `MTG009/item:i7` or `MUT004/person:p3/2024-H1`: the code, the record, what of it, and
/// the period. It is the same on every machine and from run to run.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[doc(alias = "标识")]
pub struct Key(Box<str>);

impl Key {
    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The text without the code, by which a waiver for a whole family names a subject.
    #[must_use]
    pub fn without_code(&self) -> &str {
        self.0.split_once('/').map_or("", |it| it.1)
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl Serialize for Key {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl Subject {
    /// Its identity.
    #[must_use]
    pub fn key(&self) -> Key {
        let mut key = self.code.as_str().to_owned();
        match (self.kind, &self.id) {
            (Some(kind), Some(id)) => write_id(kind, id, &mut key),
            (Some(kind), None) => {
                key.push('/');
                key.push_str(kind.as_str());
            }
            (None, _) => key.push_str("/unit"),
        }
        for name in &self.names {
            match name {
                SubjectName::Id(kind, id) => write_id(*kind, id, &mut key),
                SubjectName::Word(what, word) => {
                    key.push('/');
                    key.push_str(what);
                    key.push(':');
                    part::escape(word, &mut key);
                }
                SubjectName::Part(name) => {
                    key.push('/');
                    key.push_str(name);
                }
            }
        }
        if let Some(period) = self.period {
            key.push('/');
            key.push_str(&period.to_string());
        }
        Key(key.into())
    }

    /// Identifiers of the people that it is or is about, as far as its identity names them.
    pub fn people(&self) -> impl Iterator<Item = &str> {
        self.ids(IdKind::Person)
    }

    /// Identifiers of the departments that it is or is about.
    pub fn departments(&self) -> impl Iterator<Item = &str> {
        self.ids(IdKind::Department)
    }

    fn ids(&self, wanted: IdKind) -> impl Iterator<Item = &str> {
        let own = self.id.as_deref().filter(move |_| self.kind == Some(wanted));
        let named = self.names.iter().filter_map(move |it| match it {
            SubjectName::Id(kind, id) if *kind == wanted => Some(&**id),
            _ => None,
        });
        own.into_iter().chain(named)
    }
}

fn write_id(kind: IdKind, id: &str, out: &mut String) {
    out.push('/');
    out.push_str(kind.as_str());
    out.push(':');
    part::escape(id, out);
}

/// The identity of a finding, short and printable: the key of its subject, the kind of departure, and what tells several
/// departures of one subject apart.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[doc(alias = "指纹")]
pub struct Fingerprint(Box<str>);

impl Fingerprint {
    pub(super) fn of(parts: &[&str]) -> Self {
        Self(digest(parts).into())
    }

    /// The text: sixteen letters and digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl Serialize for Fingerprint {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}
