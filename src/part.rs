//! Walking into records along an address, and telling the parts of a list apart without counting them.
//!
//! A place in a list changes when something is inserted before it. What names a part instead is its identifier, or what its
//! record must state.

use std::fmt::Write as _;

use crate::{
    path::{Path, Step},
    time::{DateRange, Day, Moment, Region, Term},
};

/// A value of a record that an address may lead to or through.
pub(crate) trait Part {
    /// The value under a key.
    fn field(&self, _key: &str) -> Option<&dyn Part> {
        None
    }

    /// The nth element of a list.
    fn element(&self, _n: usize) -> Option<&dyn Part> {
        None
    }

    /// How many elements a list has.
    fn count(&self) -> usize {
        0
    }

    /// The whole value as text, the same for equal values, in whatever order their lists stand, and different for different
    /// ones. Free text stands in it by its digest alone.
    fn write(&self, out: &mut String);

    /// What names it among others of its list; the answer says whether no other can have that name.
    fn write_name(&self, out: &mut String) -> bool {
        self.write(out);
        false
    }
}

macro_rules! shown {
    ($($name:ty),+) => {$(
        impl Part for $name {
            fn write(&self, out: &mut String) {
                // Writing to a string cannot fail.
                let _ = write!(out, "{self}");
            }
        }
    )+};
}

shown!(bool, u32, u64, Day, Moment, DateRange);

impl Part for Term {
    fn write(&self, out: &mut String) {
        let _ = write!(out, "{self:?}");
    }
}

impl Part for Region {
    fn write(&self, out: &mut String) {
        let _ = write!(out, "{self:?}");
    }
}

impl Part for String {
    fn write(&self, out: &mut String) {
        write_digest(self, out);
    }
}

impl<T: Part> Part for Vec<T> {
    fn element(&self, n: usize) -> Option<&dyn Part> {
        self.get(n).map(|it| it as &dyn Part)
    }

    fn count(&self) -> usize {
        self.len()
    }

    fn write(&self, out: &mut String) {
        let text = |it: &T| {
            let mut text = String::new();
            it.write(&mut text);
            text
        };
        // The order in which a record lists things is no part of what it states.
        let mut texts: Vec<String> = self.iter().map(text).collect();
        texts.sort_unstable();
        for it in texts {
            out.push_str(&it);
            out.push('.');
        }
    }
}

impl<T: Part> Part for Option<T> {
    fn field(&self, key: &str) -> Option<&dyn Part> {
        self.as_ref()?.field(key)
    }

    fn element(&self, n: usize) -> Option<&dyn Part> {
        self.as_ref()?.element(n)
    }

    fn count(&self) -> usize {
        self.as_ref().map_or(0, Part::count)
    }

    fn write(&self, out: &mut String) {
        match self {
            Some(it) => it.write(out),
            None => out.push('-'),
        }
    }
}

/// A short digest, so that text which nobody may read still tells two things apart: sixteen letters and digits, the same on
/// every machine.
pub(crate) fn digest(parts: &[&str]) -> String {
    const LETTERS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
    // FNV-1a of 128 bits, of which eighty are kept; each part ends with a byte that no text holds.
    let bytes = parts.iter().flat_map(|it| it.bytes().chain([0xFF]));
    let hash = bytes.fold(0x6c62_272e_07bb_0142_62b8_2175_6295_c58d_u128, |hash, byte| {
        (hash ^ u128::from(byte)).wrapping_mul(0x0000_0000_0100_0000_0000_0000_0000_013b)
    });
    let folded = hash ^ (hash >> 80);
    (0..16)
        .filter_map(|n| LETTERS.get(((folded >> (n * 5)) & 31) as usize))
        .map(|letter| char::from(*letter))
        .collect()
}

fn write_digest(text: &str, out: &mut String) {
    out.push('#');
    out.extend(digest(&[text]).chars().take(8));
}

/// Writes an address, counted from a value, with the names of the parts of lists in place of their numbers. The first steps may
/// be left out.
pub(crate) fn write_named(root: &dyn Part, address: &Path, skip: usize, out: &mut String) {
    let mut value = Some(root);
    for (n, step) in address.steps().enumerate() {
        match step {
            Step::Field(key) => {
                let key = key.as_str();
                value = value.and_then(|it| it.field(key));
                if n >= skip {
                    out.push('/');
                    out.push_str(key);
                }
            }
            Step::Index(place) => {
                let list = value;
                value = value.and_then(|it| it.element(place as usize));
                if n >= skip {
                    out.push('/');
                    match (list, value) {
                        (Some(list), Some(element)) => write_element(list, element, place, out),
                        // An address that leads nowhere has nothing that could name it.
                        _ => {
                            let _ = write!(out, "{place}");
                        }
                    }
                }
            }
        }
    }
}

/// Writes what names an element among those of its list; of several that the name does not tell apart, also which it is in the
/// order of all that they state, so that the order of the list says nothing.
fn write_element(list: &dyn Part, element: &dyn Part, place: u32, out: &mut String) {
    let mut name = String::new();
    let unique = element.write_name(&mut name);
    escape(&name, out);
    if unique {
        return;
    }
    let mut whole: Option<String> = None;
    let mut before = 0;
    for n in 0..list.count() {
        let Some(other) = list.element(n).filter(|_| n != place as usize) else { continue };
        let mut its = String::new();
        other.write_name(&mut its);
        if its != name {
            continue;
        }
        let own = whole.get_or_insert_with(|| {
            let mut own = String::new();
            element.write(&mut own);
            own
        });
        its.clear();
        other.write(&mut its);
        // Those that state the very same may change places.
        before += u32::from(its < *own || (its == *own && n < place as usize));
    }
    if before > 0 || name.is_empty() {
        let _ = write!(out, "~{}", before + 1);
    }
}

/// Writes a name so that what separates names does not stand in it.
pub(crate) fn escape(name: &str, out: &mut String) {
    for c in name.chars() {
        if c == '/' || c == '%' || c == '~' || c.is_control() || c.is_whitespace() {
            let mut bytes = [0; 4];
            for byte in c.encode_utf8(&mut bytes).bytes() {
                let _ = write!(out, "%{byte:02X}");
            }
        } else {
            out.push(c);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_digest_is_the_same_everywhere() {
        assert_eq!(digest(&["MTG009", "item:i1"]).len(), 16);
        assert_ne!(digest(&["a", "b"]), digest(&["ab"]));
        assert_ne!(digest(&["a", ""]), digest(&["", "a"]));
        assert_eq!(digest(&["a"]), digest(&["a"]));
    }

    #[test]
    fn what_separates_names_is_escaped() {
        let mut out = String::new();
        escape("a/b c%~党", &mut out);
        assert_eq!(out, "a%2Fb%20c%25%7E党");
    }
}
