//! Line and column of each value.

use std::collections::BTreeMap;

use serde_json::value::RawValue;

use super::raw::{Kind, decode, elements, members, offset};
use crate::error::Fault;

/// Gives each fault that has a pointer but no place its line and column, and puts all in the order of the text.
///
/// A pointer to something that is not there gets the place of the innermost value around it.
pub(crate) fn locate(text: &str, faults: &mut [Fault]) {
    let Ok(root) = serde_json::from_str::<&RawValue>(text) else { return };
    let mut tree = Node::default();
    for (n, fault) in faults.iter().enumerate().filter(|(_, fault)| fault.place.is_none()) {
        let mut node = &mut tree;
        for token in fault.pointer.split('/').skip(1) {
            node = node.inner.entry(token.replace("~1", "/").replace("~0", "~")).or_default();
        }
        node.faults.push(n);
    }
    let mut offsets = Vec::new();
    tree.resolve(text, root, &mut offsets);
    offsets.sort_unstable();
    let mut places = Places::new(text.as_bytes());
    for (offset, n) in offsets {
        if let Some(fault) = faults.get_mut(n) {
            fault.place = Some(places.at(offset));
        }
    }
    faults.sort_by_key(|fault| fault.place);
}

/// Pointers as a tree, so that each list and object on the way is taken apart once.
#[derive(Default)]
struct Node {
    inner: BTreeMap<String, Node>,
    faults: Vec<usize>,
}

impl Node {
    /// Collects the offset of each fault here and further in.
    fn resolve(&self, text: &str, raw: &RawValue, offsets: &mut Vec<(usize, usize)>) {
        let here = offset(text, raw);
        offsets.extend(self.faults.iter().map(|n| (here, *n)));
        if self.inner.is_empty() {
            return;
        }
        let mut named = BTreeMap::new();
        let mut listed = Vec::new();
        match Kind::of(raw) {
            Kind::Object => {
                for (key, value) in members(raw) {
                    let key = decode(key).ok();
                    if let Some((key, _)) = key.and_then(|it| self.inner.get_key_value(it.as_ref()))
                    {
                        named.entry(key.as_str()).or_insert(value);
                    }
                }
            }
            Kind::List => listed = elements(raw),
            _ => {}
        }
        for (token, node) in &self.inner {
            let nth = || listed.get(token.parse::<usize>().ok()?);
            match named.get(token.as_str()).or_else(nth) {
                Some(value) => node.resolve(text, value, offsets),
                None => node.lost(here, offsets),
            }
        }
    }

    /// What is not in the text gets the place of what should hold it.
    fn lost(&self, here: usize, offsets: &mut Vec<(usize, usize)>) {
        offsets.extend(self.faults.iter().map(|n| (here, *n)));
        for node in self.inner.values() {
            node.lost(here, offsets);
        }
    }
}

/// Lines and columns of offsets that only grow, so that the text is gone through once.
pub(super) struct Places<'t> {
    text: &'t [u8],
    offset: usize,
    line: usize,
    column: usize,
}

impl<'t> Places<'t> {
    pub(super) const fn new(text: &'t [u8]) -> Self {
        Self { text, offset: 0, line: 1, column: 1 }
    }

    pub(super) fn at(&mut self, offset: usize) -> (usize, usize) {
        for byte in self.text.get(self.offset..offset).unwrap_or_default() {
            if *byte == b'\n' {
                self.line += 1;
                self.column = 1;
            } else if starts_char(*byte) {
                self.column += 1;
            }
        }
        self.offset = self.offset.max(offset);
        (self.line, self.column)
    }
}

/// Whether a byte of UTF-8 begins a character.
pub(super) const fn starts_char(byte: u8) -> bool {
    byte & 0xC0 != 0x80
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::too_many_lines)]
mod tests {
    use super::*;
    use crate::error::FaultKind;

    #[test]
    fn places_for_faults_found_elsewhere() {
        let text = "{\"a~b/c\": {\"甲\":\n [10, {\"x\": 1}]},\n \"list\": []}";
        let fault = |pointer: &str| Fault::at(pointer, FaultKind::EmptyId);
        let mut faults = [
            fault("/list/4/x"),
            fault("/a~0b~1c/甲/1/x"),
            fault("/a~0b~1c/甲/1/y"),
            fault("/nowhere"),
            fault(""),
        ];
        locate(text, &mut faults);
        let placed = faults.each_ref().map(|it| (it.pointer.as_str(), it.place.unwrap()));
        assert_eq!(
            placed,
            [
                ("/nowhere", (1, 1)),
                ("", (1, 1)),
                ("/a~0b~1c/甲/1/y", (2, 7)),
                ("/a~0b~1c/甲/1/x", (2, 13)),
                ("/list/4/x", (3, 10)),
            ]
        );
        let mut none = [fault("/a")];
        locate("{", &mut none);
        assert_eq!(none[0].place, None);
    }
}
