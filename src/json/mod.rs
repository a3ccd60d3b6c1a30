//! The door for JSON text: strict reading in one pass, and every fault of a text that is refused.
//!
//! A sound text is read once, straight into the records. Only a refused one is walked again, level by level along
//! the [`Shape`](crate::shape::Shape) of its type, so that each fault is told with its pointer, line and column.

mod nearest;
mod places;
mod raw;
mod read;
mod walk;

pub(crate) use places::locate;
pub(crate) use read::{all_of, read, utf8};
#[cfg(test)]
pub(crate) use walk::faults;
#[cfg(feature = "schema")]
pub(crate) use walk::{TERM_KEYS, TERM_MAX};

/// Records small enough to try every fault on.
#[cfg(test)]
#[allow(unreachable_pub, reason = "records are public, and so is what they are made of")]
mod samples {
    use serde::{
        Deserialize, Deserializer,
        de::{DeserializeOwned, MapAccess, Visitor},
    };

    use super::{faults, read};
    use crate::{
        facts::{Decision, DepartmentId, Fact, OwnerId, PersonId, Relation, Text},
        shape::{Shape, Shaped, record, sealed::Sealed},
        time::{Day, Term},
    };

    #[derive(Debug)]
    pub struct Kin;

    impl crate::part::Part for Kin {
        fn write(&self, out: &mut String) {
            out.push_str("kin");
        }
    }

    impl Sealed for Kin {}

    impl Shaped for Kin {
        const SHAPE: Shape = match Relation::SHAPE {
            Shape::Choice(words) => Shape::Map(words, &Shape::Whole(7)),
            other => other,
        };
    }

    impl<'de> Deserialize<'de> for Kin {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            struct Strict;
            impl<'de> Visitor<'de> for Strict {
                type Value = Kin;
                fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                    f.write_str("an object")
                }
                fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Kin, A::Error> {
                    let mut seen = std::collections::HashSet::new();
                    while let Some((key, value)) = map.next_entry::<Relation, u32>()? {
                        if value > 7 || !seen.insert(key) {
                            return Err(serde::de::Error::custom("no"));
                        }
                    }
                    Ok(Kin)
                }
            }
            deserializer.deserialize_map(Strict)
        }
    }

    impl PartialEq for Kin {
        fn eq(&self, _: &Self) -> bool {
            true
        }
    }
    impl Eq for Kin {}
    impl serde::Serialize for Kin {
        fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            serializer.serialize_unit()
        }
    }
    impl Clone for Kin {
        fn clone(&self) -> Self {
            Self
        }
    }

    record! {
        /// Somebody.
        pub struct One {
            /// Its identifier.
            id: PersonId,
            ..
            /// A name.
            name: Option<Text>,
            /// First day.
            from: Option<Day>,
            /// Last day.
            until: Option<Day>,
            /// A time limit.
            limit: Option<Term>,
            /// A count.
            count: u32,
            /// A sum.
            amount_fen: Option<u64>,
            /// Yes or no.
            known: bool,
            /// The one before.
            before: Fact<PersonId>,
            /// Relatives by kind.
            kin: Option<Kin>,
        }
        order from <= until;
    }

    record! {
        /// All.
        pub struct All {
            ..
            /// Everybody.
            people: Vec<One>,
            /// Decisions.
            decisions: Vec<Decision>,
            /// Whose it is; nothing here defines departments.
            owner: Fact<OwnerId>,
            /// Not checked either.
            department: Fact<DepartmentId>,
        }
    }

    /// Every fault of a text, as it is printed.
    pub fn told<T: DeserializeOwned + Shaped>(text: &str) -> Vec<String> {
        match read::<T>(text) {
            Ok(_) => faults(text, &T::SHAPE).iter().map(ToString::to_string).collect(),
            Err(error) => error.faults().iter().map(ToString::to_string).collect(),
        }
    }

    /// The faults of one person of the list.
    pub fn of_one(text: &str) -> Vec<String> {
        told::<All>(&format!("{{\"people\": [\n{text}\n]}}"))
    }
}
