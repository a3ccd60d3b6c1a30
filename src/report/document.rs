//! The report as a document: which keys it has, in which order, in any format of serde.

use std::collections::BTreeMap;

use serde::{Serialize, Serializer, ser::SerializeStruct};

use super::{Report, TallyRow, Trace};
use crate::finding::{Pending, Subject, Undetermined, Violation, Why};

impl Serialize for Report {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut it = serializer.serialize_struct("Report", 10)?;
        it.serialize_field("crate_version", env!("CARGO_PKG_VERSION"))?;
        it.serialize_field("as_of", &self.as_of.to_string())?;
        it.serialize_field("outcome", &self.outcome())?;
        it.serialize_field("violations", &self.violations)?;
        it.serialize_field("undetermined", &self.undetermined)?;
        it.serialize_field("pending", &self.pending)?;
        it.serialize_field("tally", &self.tally.rows)?;
        it.serialize_field("waivers", &self.waivers)?;
        it.serialize_field("left_out", &self.left_out)?;
        match &self.trace {
            Some(trace) => it.serialize_field("trace", trace)?,
            None => it.skip_field("trace")?,
        }
        it.end()
    }
}

impl Serialize for TallyRow {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let reasons: BTreeMap<Why, u64> =
            Why::ALL.into_iter().zip(self.not_applicable).filter(|(_, count)| *count > 0).collect();
        let mut it = serializer.serialize_struct("TallyRow", 7)?;
        it.serialize_field("code", &self.norm.code)?;
        it.serialize_field("compliant", &self.compliant)?;
        it.serialize_field("pending", &self.pending)?;
        it.serialize_field("undetermined", &self.undetermined)?;
        it.serialize_field("violated", &self.violated)?;
        it.serialize_field("waived", &self.waived)?;
        it.serialize_field("not_applicable", &reasons)?;
        it.end()
    }
}

impl Serialize for Violation {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut it = serializer.serialize_struct("Violation", 16)?;
        it.serialize_field("code", &self.norm.code)?;
        it.serialize_field("fingerprint", &self.fingerprint())?;
        it.serialize_field("severity", &self.severity)?;
        self.subject.write(&mut it)?;
        it.serialize_field("at", &self.at)?;
        it.serialize_field("also", &self.also)?;
        it.serialize_field("breach", &self.breach)?;
        it.serialize_field("day", &self.day.to_string())?;
        it.serialize_field("who", &self.who)?;
        it.serialize_field("hinges", &self.hinges)?;
        it.serialize_field("waived_by", &self.waived_by)?;
        it.serialize_field("cites", &self.norm.cites)?;
        it.serialize_field("remedy", &self.norm.remedy)?;
        it.end()
    }
}

impl Serialize for Undetermined {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut it = serializer.serialize_struct("Undetermined", 6)?;
        it.serialize_field("code", &self.norm.code)?;
        self.subject.write(&mut it)?;
        it.serialize_field("missing", &self.missing)?;
        it.end()
    }
}

impl Serialize for Pending {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut it = serializer.serialize_struct("Pending", 7)?;
        it.serialize_field("code", &self.norm.code)?;
        self.subject.write(&mut it)?;
        it.serialize_field("at", &self.at)?;
        it.serialize_field("due", &self.due.map(|day| day.to_string()))?;
        it.end()
    }
}

impl Subject {
    /// What a document says of a subject: its identity, its address, and the parts of its identity.
    fn write<S: SerializeStruct>(&self, it: &mut S) -> Result<(), S::Error> {
        it.serialize_field("key", &self.key())?;
        it.serialize_field("subject", &self.at)?;
        it.serialize_field("subject_id", &self.id)?;
        it.serialize_field("period", &self.period)
    }
}

impl Serialize for Trace {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut it = serializer.serialize_struct("Trace", 8)?;
        it.serialize_field("code", &self.code)?;
        self.subject.write(&mut it)?;
        it.serialize_field("outcome", &self.outcome)?;
        match self.why {
            Some(why) => it.serialize_field("why", &why)?,
            None => it.skip_field("why")?,
        }
        if self.evidence.is_empty() {
            it.skip_field("evidence")?;
        } else {
            it.serialize_field("evidence", &self.evidence)?;
        }
        it.end()
    }
}
