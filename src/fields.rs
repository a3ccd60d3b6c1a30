//! The names of the parts of all records, numbered: [`Field`] to name and back.
//!
//! The table is made by the compiler from the descriptions of the records, so there is no list of names to keep.

use std::cmp::Ordering;

use crate::{
    facts::Records,
    path::Field,
    policy::PolicyFile,
    shape::{Shape, Shaped},
};

/// Whatever has an address is part of one of these.
const DOCUMENTS: &[Shape] = &[Records::SHAPE, PolicyFile::SHAPE];

/// Room for the table while it is made. If it were too small, this would not compile.
const ROOM: usize = 2048;

/// Names in order, none twice.
struct Names {
    sorted: [&'static str; ROOM],
    count: usize,
}

const GATHERED: Names = {
    let mut names = Names { sorted: [""; ROOM], count: 0 };
    let mut rest = DOCUMENTS;
    while let [shape, others @ ..] = rest {
        names.gather(shape);
        rest = others;
    }
    names
};

/// The name of each field at its number.
#[expect(clippy::indexing_slicing, reason = "it only runs in a constant")]
static NAMES: [&str; GATHERED.count] = {
    let mut names = [""; GATHERED.count];
    let mut n = 0;
    while n < names.len() {
        names[n] = GATHERED.sorted[n];
        n += 1;
    }
    names
};

/// Fields are held in 16 bits.
const _: () = assert!(GATHERED.count <= u16::MAX as usize);

impl Names {
    /// Takes in the names of all parts of a value.
    const fn gather(&mut self, shape: &Shape) {
        match shape {
            Shape::Record(record) => {
                let mut rest = record.fields;
                while let [field, others @ ..] = rest {
                    self.insert(field.name);
                    self.gather(&field.shape);
                    rest = others;
                }
            }
            Shape::Map(keys, inner) => {
                let mut rest = keys.words;
                while let [(word, _), others @ ..] = rest {
                    self.insert(word);
                    rest = others;
                }
                self.gather(inner);
            }
            Shape::List(inner) | Shape::Nullable(inner) | Shape::Fact(inner) => self.gather(inner),
            _ => {}
        }
    }

    #[expect(clippy::indexing_slicing, reason = "it only runs in a constant")]
    const fn insert(&mut self, name: &'static str) {
        let Err(place) = find(self.sorted.split_at(self.count).0, name) else { return };
        let mut n = self.count;
        while n > place {
            self.sorted[n] = self.sorted[n - 1];
            n -= 1;
        }
        self.sorted[place] = name;
        self.count += 1;
    }
}

/// The place of a name, or the place where it belongs.
#[expect(clippy::indexing_slicing, reason = "the place lies between bounds that lie in the list")]
const fn find(sorted: &[&str], name: &str) -> Result<usize, usize> {
    let (mut low, mut high) = (0, sorted.len());
    while low < high {
        let middle = low + (high - low) / 2;
        match order(sorted[middle].as_bytes(), name.as_bytes()) {
            Ordering::Equal => return Ok(middle),
            Ordering::Less => low = middle + 1,
            Ordering::Greater => high = middle,
        }
    }
    Err(low)
}

/// How two texts are ordered; the standard one is not for constants.
const fn order(mut one: &[u8], mut other: &[u8]) -> Ordering {
    loop {
        match (one, other) {
            ([a, ..], [b, ..]) if *a < *b => return Ordering::Less,
            ([a, ..], [b, ..]) if *a > *b => return Ordering::Greater,
            ([_, one_rest @ ..], [_, other_rest @ ..]) => (one, other) = (one_rest, other_rest),
            ([], []) => return Ordering::Equal,
            ([], _) => return Ordering::Less,
            (_, []) => return Ordering::Greater,
        }
    }
}

impl Field {
    /// The field of that name, if a record has one; for constants there is [`field!`](crate::path::field).
    #[must_use]
    #[expect(clippy::cast_possible_truncation, reason = "the table is not that long")]
    pub const fn new(name: &str) -> Option<Self> {
        match find(&NAMES, name) {
            Ok(n) => Some(Self(n as u16)),
            Err(_) => None,
        }
    }

    /// Its name.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match NAMES.split_at_checked(self.0 as usize) {
            Some((_, [name, ..])) => name,
            _ => "",
        }
    }

    /// Every field of every record, by the alphabet.
    pub fn all() -> impl Iterator<Item = Self> {
        (0_u16..).zip(&NAMES).map(|(n, _)| Self(n))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::path::Path;

    fn depth(shape: Shape, names: &mut BTreeSet<&'static str>) -> usize {
        match shape {
            Shape::Record(record) => {
                let parts = record.fields.iter().map(|field| {
                    names.insert(field.name);
                    1 + depth(field.shape, names)
                });
                parts.max().unwrap_or_default()
            }
            Shape::List(inner) => 1 + depth(*inner, names),
            Shape::Map(keys, inner) => {
                names.extend(keys.words.iter().map(|(word, _)| *word));
                1 + depth(*inner, names)
            }
            Shape::Nullable(inner) | Shape::Fact(inner) => depth(*inner, names),
            // The one key that says what its number counts.
            Shape::Term => 1,
            _ => 0,
        }
    }

    #[test]
    fn every_name_has_a_number_and_no_address_is_too_deep() {
        let mut names = BTreeSet::new();
        for shape in DOCUMENTS {
            let deepest = depth(*shape, &mut names);
            assert!(deepest <= Path::DEPTH, "{deepest}");
        }
        assert!(names.iter().copied().eq(NAMES));
        for (field, name) in Field::all().zip(NAMES) {
            assert_eq!(field.as_str(), name);
            assert_eq!(Field::new(name), Some(field));
        }
        assert_eq!(Field::new("no such field"), None);
        assert_eq!(Field::new(""), None);
    }
}
