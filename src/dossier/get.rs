//! What stands at an address: the records are written only along it, never as a whole.

use serde::{Serialize, Serializer, ser};
use serde_json::{Error, Value};

use super::Dossier;
use crate::path::{Path, Root, Step};

impl Dossier {
    /// What the records say at an address, as it stands in JSON; `None` where nothing stands there, where nobody has said,
    /// and where the address does not count from the dossier.
    ///
    /// It holds what the records hold, names and other text included, which findings and reports leave out.
    ///
    /// ```
    /// use oversight::{dossier::Dossier, path::{Path, field}};
    /// let dossier = Dossier::from_json(r#"{ "people": [ { "id": "p1" } ], "kinship": null }"#)?;
    /// let person = Path::ROOT.field(field!("people")).index(0);
    /// assert_eq!(dossier.get(&person.field(field!("id"))), Some("p1".into()));
    /// assert_eq!(dossier.get(&person.field(field!("rank"))), None);
    /// assert_eq!(dossier.get(&Path::ROOT.field(field!("kinship"))), Some(serde_json::Value::Null));
    /// # Ok::<(), oversight::Error>(())
    /// ```
    #[must_use]
    pub fn get(&self, at: &Path) -> Option<Value> {
        if at.root() != Root::Dossier {
            return None;
        }
        let steps: Vec<Step> = at.steps().collect();
        down(self.records(), &steps).ok().flatten()
    }
}

/// What stands there, if anything does.
type Found = Result<Option<Value>, Error>;

/// Writes what stands at the end of the steps.
fn down<T: Serialize + ?Sized>(value: &T, steps: &[Step]) -> Found {
    match steps.split_first() {
        None => serde_json::to_value(value).map(Some),
        Some((step, rest)) => value.serialize(Along { step: *step, steps, rest }),
    }
}

/// Goes one step into a value and leaves all its other parts unwritten.
#[derive(Clone, Copy)]
struct Along<'s> {
    step: Step,
    /// This step and those after it.
    steps: &'s [Step],
    /// Those after it.
    rest: &'s [Step],
}

/// The parts of a list or an object as they come by.
struct Parts<'s> {
    along: Along<'s>,
    /// How many have come by.
    passed: u32,
    /// Whether the key that came last is the one of the step.
    is_key: bool,
    found: Option<Value>,
}

impl<'s> Along<'s> {
    const fn parts(self) -> Parts<'s> {
        Parts { along: self, passed: 0, is_key: false, found: None }
    }

    fn named<T: Serialize + ?Sized>(self, name: &str, value: &T) -> Found {
        match self.step {
            Step::Field(field) if field.as_str() == name => down(value, self.rest),
            _ => Ok(None),
        }
    }
}

impl Parts<'_> {
    fn element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        if self.along.step == Step::Index(self.passed) {
            self.found = down(value, self.along.rest)?;
        }
        self.passed += 1;
        Ok(())
    }

    fn member<T: Serialize + ?Sized>(&mut self, name: &str, value: &T) -> Result<(), Error> {
        if let Some(found) = self.along.named(name, value)? {
            self.found = Some(found);
        }
        Ok(())
    }
}

impl<'s> Serializer for Along<'s> {
    type Ok = Option<Value>;
    type Error = Error;
    type SerializeSeq = Parts<'s>;
    type SerializeTuple = Parts<'s>;
    type SerializeTupleStruct = Parts<'s>;
    type SerializeTupleVariant = ser::Impossible<Option<Value>, Error>;
    type SerializeMap = Parts<'s>;
    type SerializeStruct = Parts<'s>;
    type SerializeStructVariant = ser::Impossible<Option<Value>, Error>;

    fn serialize_bool(self, _: bool) -> Found {
        Ok(None)
    }

    fn serialize_i8(self, _: i8) -> Found {
        Ok(None)
    }

    fn serialize_i16(self, _: i16) -> Found {
        Ok(None)
    }

    fn serialize_i32(self, _: i32) -> Found {
        Ok(None)
    }

    fn serialize_i64(self, _: i64) -> Found {
        Ok(None)
    }

    fn serialize_u8(self, _: u8) -> Found {
        Ok(None)
    }

    fn serialize_u16(self, _: u16) -> Found {
        Ok(None)
    }

    fn serialize_u32(self, _: u32) -> Found {
        Ok(None)
    }

    fn serialize_u64(self, _: u64) -> Found {
        Ok(None)
    }

    fn serialize_f32(self, _: f32) -> Found {
        Ok(None)
    }

    fn serialize_f64(self, _: f64) -> Found {
        Ok(None)
    }

    fn serialize_char(self, _: char) -> Found {
        Ok(None)
    }

    fn serialize_str(self, _: &str) -> Found {
        Ok(None)
    }

    fn serialize_bytes(self, _: &[u8]) -> Found {
        Ok(None)
    }

    fn serialize_none(self) -> Found {
        Ok(None)
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Found {
        down(value, self.steps)
    }

    fn serialize_unit(self) -> Found {
        Ok(None)
    }

    fn serialize_unit_struct(self, _: &'static str) -> Found {
        Ok(None)
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, _: &'static str) -> Found {
        Ok(None)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Found {
        down(value, self.steps)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Found {
        self.named(variant, value)
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Parts<'s>, Error> {
        Ok(self.parts())
    }

    fn serialize_tuple(self, _: usize) -> Result<Parts<'s>, Error> {
        Ok(self.parts())
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Parts<'s>, Error> {
        Ok(self.parts())
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, Error> {
        Err(ser::Error::custom("no record holds a choice with parts"))
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Parts<'s>, Error> {
        Ok(self.parts())
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Parts<'s>, Error> {
        Ok(self.parts())
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStructVariant, Error> {
        Err(ser::Error::custom("no record holds a choice with parts"))
    }
}

impl ser::SerializeSeq for Parts<'_> {
    type Ok = Option<Value>;
    type Error = Error;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        self.element(value)
    }

    fn end(self) -> Found {
        Ok(self.found)
    }
}

impl ser::SerializeTuple for Parts<'_> {
    type Ok = Option<Value>;
    type Error = Error;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        self.element(value)
    }

    fn end(self) -> Found {
        Ok(self.found)
    }
}

impl ser::SerializeTupleStruct for Parts<'_> {
    type Ok = Option<Value>;
    type Error = Error;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        self.element(value)
    }

    fn end(self) -> Found {
        Ok(self.found)
    }
}

impl ser::SerializeMap for Parts<'_> {
    type Ok = Option<Value>;
    type Error = Error;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Error> {
        let key = serde_json::to_value(key)?;
        self.is_key = matches!(self.along.step, Step::Field(it) if key == it.as_str());
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        if self.is_key {
            self.found = down(value, self.along.rest)?;
        }
        Ok(())
    }

    fn end(self) -> Found {
        Ok(self.found)
    }
}

impl ser::SerializeStruct for Parts<'_> {
    type Ok = Option<Value>;
    type Error = Error;

    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        key: &'static str,
        value: &T,
    ) -> Result<(), Error> {
        self.member(key, value)
    }

    fn end(self) -> Found {
        Ok(self.found)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{RuleSet, finding::Missing, path::field, policy::Policy, time::date};

    const YEAR: &str = include_str!("../../examples/data/dossier.json");
    const POLICY: &str = include_str!("../../examples/data/policy.json");

    /// Every address inside a value that the table of fields can say.
    fn all_in(value: &Value, at: Path, found: &mut Vec<Path>) {
        found.push(at);
        match value {
            Value::Object(members) => {
                for (key, inner) in members {
                    // What a term counts is no part of it.
                    if let Some(field) = crate::path::Field::new(key) {
                        all_in(inner, at.field(field), found);
                    }
                }
            }
            Value::Array(list) => {
                for (n, inner) in list.iter().enumerate() {
                    all_in(inner, at.index(n), found);
                }
            }
            _ => {}
        }
    }

    #[test]
    fn as_the_pointer_into_the_whole() {
        let dossier = Dossier::from_json(YEAR).unwrap();
        let whole = serde_json::to_value(dossier.records()).unwrap();
        let mut all = Vec::new();
        all_in(&whole, Path::ROOT, &mut all);
        // Every eleventh: each is looked for from the beginning.
        assert!(all.len() > 2000);
        for at in all.iter().step_by(11) {
            let pointed = whole.pointer(&at.to_string());
            assert!(pointed.is_some(), "{at}");
            assert_eq!(dossier.get(at).as_ref(), pointed, "{at}");
        }
    }

    #[test]
    fn every_address_of_every_finding() {
        let dossier = Dossier::from_json(YEAR).unwrap();
        let whole = serde_json::to_value(dossier.records()).unwrap();
        let policy = Policy::from_json(POLICY).unwrap();
        let report = RuleSet::stable().evaluate(&dossier, &policy, date!(2024, 12, 31));
        let mut addresses = Vec::new();
        for it in report.violations() {
            addresses.extend([it.subject.at, it.at]);
            addresses.extend(&it.also);
        }
        for it in report.undetermined() {
            addresses.push(it.subject.at);
            addresses.extend(it.missing.iter().filter_map(Missing::path));
        }
        for it in report.pending() {
            addresses.extend([it.subject.at, it.at]);
        }
        assert!(addresses.len() > 100);
        for at in addresses {
            assert_eq!(dossier.get(&at).as_ref(), whole.pointer(&at.to_string()), "{at}");
        }
    }

    #[test]
    fn nothing_there() {
        let dossier = Dossier::from_json(r#"{"people": [{"id": "p"}]}"#).unwrap();
        let people = Path::ROOT.field(field!("people"));
        assert_eq!(dossier.get(&people.index(0)), Some(serde_json::json!({"id": "p"})));
        for at in [
            people.index(1),
            people.field(field!("id")),
            Path::ROOT.index(0),
            people.index(0).index(0),
            people.index(0).field(field!("id")).field(field!("id")),
            people.index(0).field(field!("posts")),
            Path::of(Root::Meeting),
            Path::of(Root::Policy).field(field!("people")),
        ] {
            assert_eq!(dossier.get(&at), None, "{at:?}");
        }
    }
}
