//! Every fault of a text that was refused, found along the shape of its type.

use std::{borrow::Cow, collections::HashMap, fmt::Write as _, ptr};

use serde_json::value::RawValue;

use super::{
    nearest::nearest,
    places::Places,
    raw::{Kind, decode, elements, members, offset},
    read::{refused, words_of},
};
use crate::{
    error::{Fault, FaultKind},
    shape::{ChoiceShape, FieldShape, IdKind, RecordShape, Shape},
    time::{Moment, parse_day},
};

/// The keys of a [`Shape::Term`], each with what its number counts.
pub(crate) const TERM_KEYS: &[&str] = &["working_days", "calendar_days", "months"];
/// The greatest number a [`Shape::Term`] holds.
pub(crate) const TERM_MAX: u64 = u32::MAX as u64;

const DAY_FORM: &str = "`YYYY-MM-DD`, from 1900 to 2200";
const MOMENT_FORM: &str = "`YYYY-MM-DD` or `YYYY-MM-DDTHH:MM`, from 1900 to 2200";
/// Every fault of a text, in its order.
///
/// Beside what a value itself shows, these are duplicate identifiers and identifiers that no record has. The latter
/// are told only where the shape has records of that kind and all of them could be read: a misspelt `people` is one
/// fault, not one more for each mention of a person.
pub(crate) fn faults(text: &str, shape: &Shape) -> Vec<Fault> {
    let root: &RawValue = match serde_json::from_str(text) {
        Ok(root) => root,
        Err(refusal) => return vec![refused(text, &refusal)],
    };
    let mut walk = Walk::new(text);
    walk.told = walk.kinds_of(*shape);
    walk.value(root, *shape, Spot::default());
    walk.finish()
}

/// A set of kinds of identifiers.
#[derive(Clone, Copy, Default)]
struct Kinds(u64);

impl Kinds {
    const fn one(kind: IdKind) -> Self {
        Self(1 << kind as u64)
    }

    const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    const fn has(self, kind: IdKind) -> bool {
        self.0 & Self::one(kind).0 != 0
    }
}

/// The kinds whose records a reference of this kind may name.
const fn targets(kind: IdKind) -> &'static [IdKind] {
    match kind {
        IdKind::Person => &[IdKind::Person],
        IdKind::Department => &[IdKind::Department],
        IdKind::Matter => &[IdKind::Matter],
        IdKind::Meeting => &[IdKind::Meeting],
        IdKind::Item => &[IdKind::Item],
        IdKind::Decision => &[IdKind::Decision],
        IdKind::Payment => &[IdKind::Payment],
        IdKind::Promotion => &[IdKind::Promotion],
        IdKind::Household => &[IdKind::Household],
        IdKind::Interest => &[IdKind::Interest],
        IdKind::Contract => &[IdKind::Contract],
        IdKind::TiesComplaint => &[IdKind::TiesComplaint],
        IdKind::TiesInspection => &[IdKind::TiesInspection],
        IdKind::PowerList => &[IdKind::PowerList],
        IdKind::Act => &[IdKind::Act],
        IdKind::ListCheck => &[IdKind::ListCheck],
        IdKind::Approach => &[IdKind::Approach],
        IdKind::Omission => &[IdKind::Omission],
        IdKind::LifeMeeting => &[IdKind::LifeMeeting],
        IdKind::Inspection => &[IdKind::Inspection],
        IdKind::Finding => &[IdKind::Finding],
        IdKind::Activity => &[IdKind::Activity],
        IdKind::Concern => &[IdKind::Concern],
        IdKind::SpecialCause => &[IdKind::SpecialCause],
        IdKind::Branch => &[IdKind::Branch],
        IdKind::Plan => &[IdKind::Plan],
        IdKind::AccountabilityReport => &[IdKind::AccountabilityReport],
        IdKind::Request => &[IdKind::Request],
        IdKind::CaseFiling => &[IdKind::CaseFiling],
        IdKind::ImportantCase => &[IdKind::ImportantCase],
        IdKind::Shortfall => &[IdKind::Shortfall],
        IdKind::PeerBreach => &[IdKind::PeerBreach],
        IdKind::OffHoursProblem => &[IdKind::OffHoursProblem],
        IdKind::Owner => &[IdKind::Person, IdKind::Department],
    }
}

/// What is known of a value from around it.
#[derive(Clone, Copy, Default)]
struct Spot {
    /// Whether `null` may stand there.
    nullable: bool,
    /// Whether an identifier there names its own record.
    own_id: bool,
}

/// A reference to a record that has not come up yet.
struct Reference<'t> {
    kind: IdKind,
    id: Cow<'t, str>,
    pointer: String,
    offset: usize,
}

/// One walk through a text. It goes only as deep as the shape does.
struct Walk<'t> {
    text: &'t str,
    /// The address of the value at hand.
    pointer: String,
    /// Faults with their offsets.
    found: Vec<(usize, Fault)>,
    /// Where each identifier stood first.
    ids: HashMap<IdKind, HashMap<Cow<'t, str>, String>>,
    open: Vec<Reference<'t>>,
    /// Kinds that have records somewhere in the shape.
    told: Kinds,
    /// Kinds of which a record may have gone unread.
    unread: Kinds,
    kinds: HashMap<*const RecordShape, Kinds>,
    /// Whether the value at hand belongs to a key that stands twice, so that its identifiers naturally do too.
    again: bool,
}

impl<'t> Walk<'t> {
    fn new(text: &'t str) -> Self {
        Self {
            text,
            pointer: String::new(),
            found: Vec::new(),
            ids: HashMap::new(),
            open: Vec::new(),
            told: Kinds::default(),
            unread: Kinds::default(),
            kinds: HashMap::new(),
            again: false,
        }
    }

    fn finish(mut self) -> Vec<Fault> {
        for it in std::mem::take(&mut self.open) {
            let unread = targets(it.kind).iter().any(|kind| self.unread.has(*kind));
            if !unread && !self.is_known(it.kind, &it.id) {
                let kind = FaultKind::DanglingId { kind: it.kind, id: it.id.into_owned() };
                self.found.push((it.offset, Fault::at(it.pointer, kind)));
            }
        }
        self.found.sort_by_key(|(offset, _)| *offset);
        let mut places = Places::new(self.text.as_bytes());
        self.found
            .into_iter()
            .map(|(offset, fault)| Fault { place: Some(places.at(offset)), ..fault })
            .collect()
    }

    fn fault(&mut self, at: &RawValue, kind: FaultKind) {
        self.found.push((offset(self.text, at), Fault::at(&self.pointer, kind)));
    }

    /// Does something one step further in.
    fn inside<R>(&mut self, step: Step<'_>, act: impl FnOnce(&mut Self) -> R) -> R {
        let length = self.pointer.len();
        // Writing to a string cannot fail.
        let _ = match step {
            Step::Key(key) if key.contains(['~', '/']) => {
                write!(self.pointer, "/{}", key.replace('~', "~0").replace('/', "~1"))
            }
            Step::Key(key) => write!(self.pointer, "/{key}"),
            Step::Index(n) => write!(self.pointer, "/{n}"),
        };
        let done = act(self);
        self.pointer.truncate(length);
        done
    }

    fn value(&mut self, raw: &'t RawValue, shape: Shape, spot: Spot) {
        match (shape, Kind::of(raw)) {
            (Shape::Nullable(_) | Shape::Fact(_), Kind::Null) | (Shape::Bool, Kind::Bool) => {}
            (Shape::Nullable(inner) | Shape::Fact(inner), _) => {
                self.value(raw, *inner, Spot { nullable: true, ..spot });
            }
            (Shape::Record(record), Kind::Object) => self.record(raw, record),
            (Shape::Map(keys, inner), Kind::Object) => self.map(raw, keys, *inner),
            (Shape::Term, Kind::Object) => self.term(raw),
            (Shape::List(inner), Kind::List) => {
                for (n, element) in elements(raw).into_iter().enumerate() {
                    self.inside(Step::Index(n), |it| it.value(element, *inner, Spot::default()));
                }
            }
            (
                Shape::Choice(_)
                | Shape::Coded(_)
                | Shape::Id(_)
                | Shape::Text
                | Shape::Day
                | Shape::Moment,
                Kind::String,
            ) => self.string(raw, shape, spot),
            (Shape::Whole(max), Kind::Number) => self.whole(raw, max, spot),
            (_, kind) => {
                self.wrong(raw, shape, spot, kind.words());
                self.strings_in(raw);
            }
        }
    }

    fn wrong(&mut self, raw: &RawValue, shape: Shape, spot: Spot, found: &'static str) {
        let mut expected = expected(shape);
        if spot.nullable {
            expected.push_str(" or null");
        }
        self.fault(raw, FaultKind::WrongType { expected, found });
        self.leave_unread(shape, spot.own_id);
    }

    fn record(&mut self, raw: &'t RawValue, record: &'static RecordShape) {
        let mut values: Vec<Option<&'t RawValue>> = vec![None; record.fields.len()];
        let mut guess = 0;
        for (raw_key, value) in members(raw) {
            let key = match decode(raw_key) {
                Ok(key) => key,
                Err(refusal) => {
                    self.unreadable_key(raw_key, value, &refusal);
                    self.leave_unread(Shape::Record(record), false);
                    continue;
                }
            };
            // Keys mostly come in the order of the declaration, so that place is tried first.
            let place = match record.fields.get(guess) {
                Some(field) if field.name == key => Some(guess),
                _ => record.fields.iter().position(|field| field.name == key),
            };
            let known = place.and_then(|n| Some((n, record.fields.get(n)?, values.get_mut(n)?)));
            let Some((n, field, slot)) = known else {
                let meant = nearest(&key, record.fields.iter().map(|field| field.name));
                self.unknown_key(raw_key, value, &key, meant);
                let meant = record.fields.iter().find(|field| Some(field.name) == meant);
                if let Some(field) = meant {
                    self.leave_unread(field.shape, field.name == "id");
                }
                continue;
            };
            guess = n + 1;
            let twice = slot.is_some();
            slot.get_or_insert(value);
            self.member(twice, &key, raw_key, value, field.shape, field.name == "id");
        }
        let value_of = |name: &str| {
            let n = record.fields.iter().position(|field| field.name == name)?;
            values.get(n).copied().flatten()
        };
        for field in record.fields.iter().filter(|it| it.required && value_of(it.name).is_none()) {
            self.fault(raw, FaultKind::MissingKey(field.name));
            self.leave_unread(field.shape, field.name == "id");
        }
        for (start, end) in record.ordered.iter().copied() {
            let (Some(first), Some(second)) = (value_of(start), value_of(end)) else { continue };
            let order = moment(second).and_then(|it| it.order(moment(first)?));
            if order.is_some_and(std::cmp::Ordering::is_lt) {
                let kind = FaultKind::BeforeStart { start };
                self.inside(Step::Key(end), |it| it.fault(second, kind));
            }
        }
    }

    fn map(&mut self, raw: &'t RawValue, keys: &'static ChoiceShape, inner: Shape) {
        let mut seen = vec![false; keys.words.len()];
        for (raw_key, value) in members(raw) {
            let key = match decode(raw_key) {
                Ok(key) => key,
                Err(refusal) => {
                    self.unreadable_key(raw_key, value, &refusal);
                    self.leave_unread(inner, false);
                    continue;
                }
            };
            let place = keys.words.iter().position(|(word, _)| *word == key);
            if let Some(slot) = place.and_then(|n| seen.get_mut(n)) {
                let twice = std::mem::replace(slot, true);
                self.member(twice, &key, raw_key, value, inner, false);
            } else {
                let meant = nearest(&key, keys.words.iter().map(|(word, _)| *word));
                self.unknown_key(raw_key, value, &key, meant);
                self.leave_unread(inner, false);
            }
        }
    }

    fn term(&mut self, raw: &'t RawValue) {
        let mut seen = vec![false; TERM_KEYS.len()];
        let mut empty = true;
        for (raw_key, value) in members(raw) {
            empty = false;
            let key = match decode(raw_key) {
                Ok(key) => key,
                Err(refusal) => {
                    self.unreadable_key(raw_key, value, &refusal);
                    continue;
                }
            };
            let place = TERM_KEYS.iter().position(|it| *it == key);
            if let Some(slot) = place.and_then(|n| seen.get_mut(n)) {
                let twice = std::mem::replace(slot, true);
                self.member(twice, &key, raw_key, value, Shape::Whole(TERM_MAX), false);
            } else {
                let meant = nearest(&key, TERM_KEYS.iter().copied());
                self.unknown_key(raw_key, value, &key, meant);
            }
        }
        if empty {
            self.wrong(raw, Shape::Term, Spot::default(), "an empty object");
        } else if seen.iter().filter(|it| **it).count() > 1 {
            self.wrong(raw, Shape::Term, Spot::default(), "several keys");
        }
    }

    /// The value of a key that belongs there, though perhaps not twice.
    fn member(
        &mut self,
        twice: bool,
        key: &str,
        raw_key: &RawValue,
        value: &'t RawValue,
        shape: Shape,
        own_id: bool,
    ) {
        self.inside(Step::Key(key), |it| {
            if twice {
                it.fault(raw_key, FaultKind::DuplicateKey(key.to_owned()));
            }
            let before = it.again;
            it.again |= twice;
            it.value(value, shape, Spot { nullable: false, own_id });
            it.again = before;
        });
    }

    fn unknown_key(
        &mut self,
        raw_key: &RawValue,
        value: &RawValue,
        key: &str,
        meant: Option<&'static str>,
    ) {
        self.inside(Step::Key(key), |it| {
            it.fault(raw_key, FaultKind::UnknownKey { key: key.to_owned(), meant });
            it.strings_in(value);
        });
    }

    fn unreadable_key(
        &mut self,
        raw_key: &RawValue,
        value: &RawValue,
        refusal: &serde_json::Error,
    ) {
        self.fault(raw_key, FaultKind::BadText(format!("in a key, {}", words_of(refusal))));
        self.strings_in(value);
    }

    fn string(&mut self, raw: &'t RawValue, shape: Shape, spot: Spot) {
        let text = match decode(raw) {
            Ok(text) => text,
            Err(refusal) => {
                self.fault(raw, FaultKind::BadText(words_of(&refusal)));
                self.leave_unread(shape, spot.own_id);
                return;
            }
        };
        match shape {
            Shape::Choice(choice) if choice.words.iter().all(|(word, _)| *word != text) => {
                let allowed = choice.words.iter().map(|(word, _)| *word).collect();
                self.fault(raw, FaultKind::UnknownWord { allowed });
            }
            Shape::Day if parse_day(&text).is_none() => {
                self.fault(raw, FaultKind::BadDate { expected: DAY_FORM });
            }
            Shape::Moment if text.parse::<Moment>().is_err() => {
                self.fault(raw, FaultKind::BadDate { expected: MOMENT_FORM });
            }
            Shape::Coded(code) => {
                if let Err(reason) = (code.check)(&text) {
                    self.fault(raw, FaultKind::BadCode { code: code.name, reason });
                }
            }
            Shape::Id(_) if text.is_empty() => self.fault(raw, FaultKind::EmptyId),
            Shape::Id(kind) if spot.own_id => self.define(raw, kind, text),
            Shape::Id(kind) => self.refer(raw, kind, text),
            _ => {}
        }
    }

    fn define(&mut self, raw: &RawValue, kind: IdKind, id: Cow<'t, str>) {
        let ids = self.ids.entry(kind).or_default();
        match ids.get(&id) {
            None => {
                ids.insert(id, self.pointer.clone());
            }
            Some(_) if self.again => {}
            Some(first) => {
                let first = first.clone();
                self.fault(raw, FaultKind::DuplicateId { kind, id: id.into_owned(), first });
            }
        }
    }

    fn refer(&mut self, raw: &RawValue, kind: IdKind, id: Cow<'t, str>) {
        let told = targets(kind).iter().all(|kind| self.told.has(*kind));
        if told && !self.is_known(kind, &id) {
            let (pointer, offset) = (self.pointer.clone(), offset(self.text, raw));
            self.open.push(Reference { kind, id, pointer, offset });
        }
    }

    fn is_known(&self, kind: IdKind, id: &str) -> bool {
        targets(kind).iter().filter_map(|kind| self.ids.get(kind)).any(|ids| ids.contains_key(id))
    }

    /// A whole number is written in digits alone: the reader takes `5.0` and `5e0` for none, and so does the walk.
    fn whole(&mut self, raw: &RawValue, max: u64, spot: Spot) {
        let digits = raw.get();
        if digits.contains(['e', 'E']) {
            self.wrong(raw, Shape::Whole(max), spot, "a number with an exponent");
        } else if digits.contains('.') {
            self.wrong(raw, Shape::Whole(max), spot, "a number with a fraction");
        } else if digits.parse::<u64>().map_or(true, |n| n > max) {
            self.fault(raw, FaultKind::OutOfRange { max });
        }
    }

    /// Strings of a value that is not gone into any further; they must be valid all the same.
    fn strings_in(&mut self, raw: &RawValue) {
        let text = raw.get();
        let start = offset(self.text, raw);
        let mut from = 0;
        while let Some(open) = text.get(from..).and_then(|rest| rest.find('"')) {
            let open = from + open;
            let mut end = open + 1;
            let mut escaped = false;
            for byte in text.bytes().skip(end) {
                end += 1;
                match byte {
                    _ if escaped => escaped = false,
                    b'\\' => escaped = true,
                    b'"' => break,
                    _ => {}
                }
            }
            let string = text.get(open..end).unwrap_or_default();
            if string.contains("\\u") {
                if let Err(refusal) = serde_json::from_str::<String>(string) {
                    let kind = FaultKind::BadText(words_of(&refusal));
                    self.found.push((start + open, Fault::at(&self.pointer, kind)));
                }
            }
            from = end;
        }
    }

    /// Notes that a value of this shape could not be read, and with it perhaps records that others refer to.
    fn leave_unread(&mut self, shape: Shape, own_id: bool) {
        let kinds = match shape {
            Shape::Id(kind) if own_id => Kinds::one(kind),
            _ => self.kinds_of(shape),
        };
        self.unread = self.unread.and(kinds);
    }

    /// The kinds of records that a value of this shape may hold.
    fn kinds_of(&mut self, shape: Shape) -> Kinds {
        match shape {
            Shape::Record(record) => {
                if let Some(kinds) = self.kinds.get(&ptr::from_ref(record)) {
                    return *kinds;
                }
                let kinds = record.fields.iter().fold(Kinds::default(), |kinds, field| {
                    kinds.and(match field {
                        FieldShape { name: "id", shape: Shape::Id(kind), .. } => Kinds::one(*kind),
                        _ => self.kinds_of(field.shape),
                    })
                });
                self.kinds.insert(ptr::from_ref(record), kinds);
                kinds
            }
            Shape::List(inner)
            | Shape::Nullable(inner)
            | Shape::Fact(inner)
            | Shape::Map(_, inner) => self.kinds_of(*inner),
            _ => Kinds::default(),
        }
    }
}

#[derive(Clone, Copy)]
enum Step<'k> {
    Key(&'k str),
    Index(usize),
}

/// What belongs at a value, in plain words.
fn expected(shape: Shape) -> String {
    match shape {
        Shape::Record(_) | Shape::Map(..) => "an object".into(),
        Shape::Choice(choice) => {
            let word = choice.words.first().map_or("", |(word, _)| word);
            format!("a word such as \"{word}\"")
        }
        Shape::List(_) => "a list".into(),
        Shape::Nullable(inner) | Shape::Fact(inner) => expected(*inner) + " or null",
        Shape::Id(kind) => format!("a string (identifier: {})", kind.en()),
        Shape::Text => "a string".into(),
        Shape::Day => "a string `YYYY-MM-DD`".into(),
        Shape::Moment => "a string `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM`".into(),
        Shape::Coded(code) => {
            format!("a string such as \"{}\"", code.samples.first().unwrap_or(&code.name))
        }
        Shape::Term => format!("an object with one of the keys `{}`", TERM_KEYS.join("`, `")),
        Shape::Bool => "true or false".into(),
        Shape::Whole(_) => "a whole number".into(),
    }
}

/// The day or moment that a value holds, if it is one.
fn moment(raw: &RawValue) -> Option<Moment> {
    if Kind::of(raw) == Kind::String { decode(raw).ok()?.parse().ok() } else { None }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::too_many_lines)]
mod tests {
    use std::fmt::Write as _;

    use proptest::prelude::*;

    use super::{
        super::{
            locate, read,
            samples::{All, of_one, told},
        },
        *,
    };
    use crate::{
        facts::{Meeting, Records},
        shape::Shaped,
    };

    #[test]
    fn one_message_for_each_kind_of_fault() {
        for (text, message) in [
            (
                r#"{"id": "a", "Known": true}"#,
                "/people/0/Known (line 2, column 13): unknown key `Known`; did you mean `known`?",
            ),
            (
                r#"{"id": "a", "amountFen": 1}"#,
                "/people/0/amountFen (line 2, column 13): unknown key `amountFen`; did you mean `amount_fen`?",
            ),
            (
                r#"{"id": "a", "nmae": null}"#,
                "/people/0/nmae (line 2, column 13): unknown key `nmae`; did you mean `name`?",
            ),
            (
                r#"{"id": "a", "countt": 1}"#,
                "/people/0/countt (line 2, column 13): unknown key `countt`; did you mean `count`?",
            ),
            (
                r#"{"id": "a", "weight": 1}"#,
                "/people/0/weight (line 2, column 13): unknown key `weight`",
            ),
            (r#"{"id": "a", "姓名": 1}"#, "/people/0/姓名 (line 2, column 13): unknown key `姓名`"),
            (
                r#"{"id": "a", "a/b~c": 1}"#,
                "/people/0/a~1b~0c (line 2, column 13): unknown key `a/b~c`",
            ),
            (
                r#"{"id": "a", "id": "a"}"#,
                "/people/0/id (line 2, column 13): key `id` stands twice",
            ),
            (r#"{"name": "x"}"#, "/people/0 (line 2, column 1): key `id` is missing"),
            (
                r#"{"id": 1}"#,
                "/people/0/id (line 2, column 8): expected a string (identifier: person), found a number",
            ),
            (
                r#"{"id": null}"#,
                "/people/0/id (line 2, column 8): expected a string (identifier: person), found null",
            ),
            (r#"{"id": ""}"#, "/people/0/id (line 2, column 8): an identifier may not be empty"),
            (
                r#"{"id": "a", "name": []}"#,
                "/people/0/name (line 2, column 21): expected a string or null, found a list",
            ),
            (
                r#"{"id": "a", "known": null}"#,
                "/people/0/known (line 2, column 22): expected true or false, found null",
            ),
            (
                r#"{"id": "a", "known": "yes"}"#,
                "/people/0/known (line 2, column 22): expected true or false, found a string",
            ),
            (r#""a""#, "/people/0 (line 2, column 1): expected an object, found a string"),
            (
                r#"{"id": "a", "from": true}"#,
                "/people/0/from (line 2, column 21): expected a string `YYYY-MM-DD` or null, found true or false",
            ),
            (
                r#"{"id": "a", "from": "2024-02-30"}"#,
                "/people/0/from (line 2, column 21): no such day or time; expected `YYYY-MM-DD`, from 1900 to 2200",
            ),
            (
                r#"{"id": "a", "from": "2024-01-02", "until": "2024-01-01"}"#,
                "/people/0/until (line 2, column 44): lies before `from`",
            ),
            (
                r#"{"id": "a", "count": -1}"#,
                "/people/0/count (line 2, column 22): expected a whole number from 0 to 4294967295",
            ),
            (
                r#"{"id": "a", "count": 4294967296}"#,
                "/people/0/count (line 2, column 22): expected a whole number from 0 to 4294967295",
            ),
            (
                r#"{"id": "a", "amount_fen": 18446744073709551616}"#,
                "/people/0/amount_fen (line 2, column 27): expected a whole number from 0 to 18446744073709551615",
            ),
            (
                r#"{"id": "a", "count": 1.0}"#,
                "/people/0/count (line 2, column 22): expected a whole number, found a number with a fraction",
            ),
            (
                r#"{"id": "a", "count": 1e400}"#,
                "/people/0/count (line 2, column 22): expected a whole number, found a number with an exponent",
            ),
            (
                r#"{"id": "a", "amount_fen": "1"}"#,
                "/people/0/amount_fen (line 2, column 27): expected a whole number or null, found a string",
            ),
            (
                r#"{"id": "a", "name": "\ud800"}"#,
                "/people/0/name (line 2, column 21): text that cannot be read: unexpected end of hex escape",
            ),
            (
                r#"{"id": "a", "name": "\udc00x"}"#,
                "/people/0/name (line 2, column 21): text that cannot be read: lone leading surrogate in hex escape",
            ),
            (
                r#"{"id": "a", "\udc00x": 1}"#,
                "/people/0 (line 2, column 13): text that cannot be read: in a key, lone leading surrogate in hex escape",
            ),
            (
                r#"{"id": "a", "before": "b"}"#,
                "/people/0/before (line 2, column 23): no person `b` in the dossier",
            ),
            (
                r#"{"id": "a"}, {"id": "a"}"#,
                "/people/1/id (line 2, column 21): person `a` is already at /people/0/id",
            ),
            (
                r#"{"id": "a", "limit": 5}"#,
                "/people/0/limit (line 2, column 22): expected an object with one of the keys `working_days`, `calendar_days`, `months` or null, found a number",
            ),
            (
                r#"{"id": "a", "limit": {}}"#,
                "/people/0/limit (line 2, column 22): expected an object with one of the keys `working_days`, `calendar_days`, `months`, found an empty object",
            ),
            (
                r#"{"id": "a", "limit": {"months": 1, "working_days": 1}}"#,
                "/people/0/limit (line 2, column 22): expected an object with one of the keys `working_days`, `calendar_days`, `months`, found several keys",
            ),
            (
                r#"{"id": "a", "limit": {"months": 1, "months": 1}}"#,
                "/people/0/limit/months (line 2, column 36): key `months` stands twice",
            ),
            (
                r#"{"id": "a", "limit": {"month": 1}}"#,
                "/people/0/limit/month (line 2, column 23): unknown key `month`; did you mean `months`?",
            ),
            (
                r#"{"id": "a", "limit": {"months": null}}"#,
                "/people/0/limit/months (line 2, column 33): expected a whole number, found null",
            ),
            (
                r#"{"id": "a", "kin": {"Child": 1}}"#,
                "/people/0/kin/Child (line 2, column 21): unknown key `Child`; did you mean `child`?",
            ),
            (
                r#"{"id": "a", "kin": {"child": 8}}"#,
                "/people/0/kin/child (line 2, column 30): expected a whole number from 0 to 7",
            ),
            (
                r#"{"id": "a", "kin": {"child": 1, "child": 1}}"#,
                "/people/0/kin/child (line 2, column 33): key `child` stands twice",
            ),
        ] {
            assert_eq!(of_one(text), [message], "{text}");
        }
    }

    #[test]
    fn faults_of_real_records() {
        for (text, message) in [
            (
                r#"{"decisions": [{"id": "d", "decided_on": "2024-05-06T24:00"}]}"#,
                "/decisions/0/decided_on (line 1, column 42): no such day or time; expected `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM`, from 1900 to 2200",
            ),
            (
                r#"{"decisions": [{"id": "d", "decided_on": "2024-05-06", "form": "fax", "emergency": {"answer": "approved"}}]}"#,
                "/decisions/0/form (line 1, column 64): expected one of `one_person`, `no_meeting`, `circulation`, `special_meeting`, `executive_meeting`, `party_group_meeting`, `committee_meeting`",
            ),
            (
                r#"{"decisions": [{"id": "d", "decided_on": "2024-05-06", "form": 1}]}"#,
                "/decisions/0/form (line 1, column 64): expected a word such as \"one_person\" or null, found a number",
            ),
            (
                r#"{"meetings": [{"id": "m", "kind": "joint", "held_on": "2024-05-06", "items": [{"id": "i", "follow_up": {"owner": "x"}}]}]}"#,
                "/meetings/0/items/0/follow_up/owner (line 1, column 114): no person or department `x` in the dossier",
            ),
            (
                r#"{"meetings": [{"id": "m", "kind": "joint", "held_on": "2024-05-06", "items": [{"id": "i", "vote": {"with_items": ["i", "j"]}}]}]}"#,
                "/meetings/0/items/0/vote/with_items/1 (line 1, column 120): no item `j` in the dossier",
            ),
            (
                r#"{"people": [{"id": "a", "posts": [{"title": "t", "from": "2024-05-06", "department": "x"}]}]}"#,
                "/people/0/posts/0/department (line 1, column 86): no department `x` in the dossier",
            ),
            (
                r#"{"complete": [{"family": "payments", "from": "2024-05-06", "until": "2024-05-05"}]}"#,
                "/complete/0/until (line 1, column 69): lies before `from`",
            ),
        ] {
            assert_eq!(told::<Records>(text), [message], "{text}");
        }
        let owners = r#"{"unit": {"departments": [{"id": "x"}]}, "people": [{"id": "p"}], "meetings": [{"id": "m",
            "kind": "joint", "held_on": "2024-05-06", "items": [{"id": "i", "follow_up": {"owner": "x"}},
            {"id": "j", "follow_up": {"owner": "p"}}]}]}"#;
        assert_eq!(told::<Records>(owners), Vec::<String>::new());
        // A meeting alone names people of a register that is elsewhere.
        let alone = r#"{"id": "m", "kind": "joint", "held_on": "2024-05-06", "presider": "p"}"#;
        assert_eq!(told::<Meeting>(alone), Vec::<String>::new());
    }

    #[test]
    fn every_fault_in_the_order_of_the_text() {
        let text = r#"{
  "people": [
    {"id": "甲", "count": "x", "before": "zz"},
    {"idd": 1, "\ud800": "\udfff"},
    {"id": "甲", "weight": {"deep": ["\ud800x", "fine", "a\"\\\udc00"]}},
    7
  ],
  "decisions": [{"decided_on": "never"}],
  "decisions": []
}"#;
        assert_eq!(
            told::<All>(text),
            [
                "/people/0/count (line 3, column 26): expected a whole number, found a string",
                "/people/1 (line 4, column 5): key `id` is missing",
                "/people/1/idd (line 4, column 6): unknown key `idd`",
                "/people/1 (line 4, column 16): text that cannot be read: in a key, unexpected end of hex escape",
                "/people/1 (line 4, column 26): text that cannot be read: lone leading surrogate in hex escape",
                "/people/2/id (line 5, column 12): person `甲` is already at /people/0/id",
                "/people/2/weight (line 5, column 17): unknown key `weight`",
                "/people/2/weight (line 5, column 37): text that cannot be read: unexpected end of hex escape",
                "/people/2/weight (line 5, column 56): text that cannot be read: lone leading surrogate in hex escape",
                "/people/3 (line 6, column 5): expected an object, found a number",
                "/decisions/0 (line 8, column 17): key `id` is missing",
                "/decisions/0/decided_on (line 8, column 32): no such day or time; expected `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM`, from 1900 to 2200",
                "/decisions (line 9, column 3): key `decisions` stands twice",
            ]
        );
    }

    #[test]
    fn one_misspelt_list_is_one_fault() {
        let text = r#"{"poeple": [{"id": "a"}], "people": [{"id": "b", "before": "a"}]}"#;
        assert_eq!(
            told::<All>(text),
            ["/poeple (line 1, column 2): unknown key `poeple`; did you mean `people`?"]
        );
        let text =
            r#"{"people": [{"id": "a"}], "people": [{"id": "a"}, {"id": "b", "before": "a"}]}"#;
        assert_eq!(told::<All>(text), ["/people (line 1, column 27): key `people` stands twice"]);
    }

    #[test]
    fn deep_nesting() {
        let open = "[".repeat(100_000);
        let message = &told::<All>(&open)[0];
        assert_eq!(
            message,
            "(whole document) (line 1, column 100000): not valid JSON: EOF while parsing a list"
        );
        let closed = open + &"]".repeat(100_000);
        assert_eq!(
            told::<All>(&closed),
            ["(whole document) (line 1, column 1): expected an object, found a list"]
        );
        assert_eq!(
            of_one(&closed),
            ["/people/0 (line 2, column 1): expected an object, found a list"]
        );
        let unknown = format!(r#"{{"id": "a", "weight": {closed}}}"#);
        assert_eq!(
            of_one(&unknown),
            ["/people/0/weight (line 2, column 13): unknown key `weight`"]
        );
        let objects = "{\"people\":".repeat(100_000);
        assert!(told::<All>(&objects)[0].ends_with("EOF while parsing a value"));
    }

    #[test]
    fn huge_lists() {
        // On one line, so that counting columns anew for each fault would show.
        let mut text = String::from("{\"people\": [");
        for n in 0..200_000 {
            let _ = write!(
                text,
                "{}{{\"id\": \"p{n}\", \"before\": \"缺\"}}",
                if n == 0 { "" } else { "," }
            );
        }
        text.push_str("]}");
        let found = faults(&text, &All::SHAPE);
        assert_eq!(found.len(), 200_000);
        assert!(found.iter().all(|it| matches!(it.kind, FaultKind::DanglingId { .. })));
        assert!(found.is_sorted_by_key(|it| it.place));

        let mut again: Vec<_> =
            found.iter().map(|it| Fault { place: None, ..it.clone() }).rev().collect();
        locate(&text, &mut again);
        assert_eq!(again, found);

        let numbers = format!("{{\"people\": [{}0]}}", "0,".repeat(199_999));
        assert_eq!(told::<All>(&numbers).len(), 200_000);
        let keys = format!("{{{}\"people\": []}}", "\"peoplex\": 0,".repeat(50_000));
        assert_eq!(faults(&keys, &All::SHAPE).len(), 50_000);
        assert_eq!(told::<All>("{\"people\": []}"), Vec::<String>::new());
    }

    #[test]
    fn codes() {
        type Change = crate::law::codes::DivisionChange;
        assert_eq!(
            told::<Vec<Change>>(
                r#"[{"old": "330104", "new": "330102", "from": "2021-04-09"},
                {"old": "990104", "new": 330102, "from": "2021-04-09"}]"#
            ),
            [
                "/1/old (line 2, column 25): not of the type DivisionCode: the first two digits are no province (省级行政区)",
                "/1/new (line 2, column 42): expected a string such as \"450103\", found a number",
            ]
        );
        assert_eq!(
            told::<Option<crate::law::codes::IndustryCode>>("[]"),
            [
                "(whole document) (line 1, column 1): expected a string such as \"C1311\" or null, found a list"
            ]
        );
        assert!(read::<Option<crate::law::codes::IndustryCode>>("\"\\u00431311\"").is_ok());
    }

    const SEED: &str = r#"{"people": [{"id": "a", "name": "\ud83d\ude00", "from": "2024-01-01", "until": null,
        "limit": {"months": 3}, "count": 12, "amount_fen": 5, "known": true, "before": "a", "kin": {"child": 7}}],
        "decisions": [{"id": "d", "decided_on": "2024-05-06T10:00", "emergency": {"answer": "approved"}}], "owner": null}"#;
    const PIECES: &[&str] = &[
        "",
        " ",
        "0",
        "1",
        "-",
        ".",
        "e",
        "\"",
        ",",
        ":",
        "[",
        "]",
        "{",
        "}",
        "null",
        "true",
        "\\",
        "\\ud800",
        "x",
        "\"id\"",
        "\"id\": \"b\",",
        "\"x\": 1,",
        "{}",
        "[]",
        "1.0",
        "99999999999",
        "甲",
        "\n",
    ];

    fn structural(fault: &Fault) -> bool {
        !matches!(
            fault.kind,
            FaultKind::EmptyId
                | FaultKind::DuplicateId { .. }
                | FaultKind::DanglingId { .. }
                | FaultKind::BeforeStart { .. }
        )
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4000))]

        #[test]
        fn the_walk_and_the_reader_agree(
            edits in prop::collection::vec((0..SEED.len(), 0..12_usize, 0..PIECES.len()), 1..3)
        ) {
            let mut text = SEED.to_owned();
            for (from, length, piece) in edits {
                let from = from.min(text.len());
                let until = (from + length).min(text.len());
                if text.is_char_boundary(from) && text.is_char_boundary(until) {
                    text.replace_range(from..until, PIECES[piece]);
                }
            }
            let found = faults(&text, &All::SHAPE);
            let refused = serde_json::from_str::<All>(&text).is_err();
            prop_assert_eq!(found.iter().any(structural), refused, "{} {:?}", text, found);
            prop_assert!(found.is_sorted_by_key(|it| it.place));
            prop_assert!(found.iter().all(|it| it.place.is_some()));
        }

        #[test]
        fn any_text_is_handled(text in "[\\[\\]{}:,\"\\\\a-du0-9.e \n-]{0,40}") {
            let refused = serde_json::from_str::<All>(&text).is_err();
            prop_assert_eq!(faults(&text, &All::SHAPE).iter().any(structural), refused);
        }
    }
}
