//! The dossier: all records of one unit, checked and indexed. Rules ask it in the words of the domain; a file a family holds its
//! part of the index and how that is made.

mod bench;
mod build;
mod duties;
#[cfg(feature = "json")]
mod get;
mod households;
mod index;
mod interference;
mod meetings;
mod payments;
mod powers;
mod promotions;
mod register;

pub use bench::{Bench, BenchMember, ItemSeats, Principal, Seats, Speaker};
pub(crate) use {
    duties::{DutyIndex, LifeIndex},
    households::HouseholdIndex,
    index::{Index, key_of},
    interference::ReturnIndex,
    meetings::{DecisionIndex, MeetingIndex, Occurrence},
    payments::{Decided, PaymentGroups},
    powers::{ActIndex, series_of},
    promotions::{Leaving, PromotionIndex},
};

#[cfg(feature = "json")]
use crate::json;
use crate::{
    error::Error,
    facts::{Item, Meeting, RecordFamily, Records},
    time::{NaiveDate, Region},
};

/// The records of one unit, checked and indexed: what the rules are run over.
///
/// It can only be made through a door that lists every fault of its records, so the rules never meet one.
///
/// ```
/// use oversight::{Dossier, facts::{Person, Records}};
/// let mut records = Records::new();
/// records.people.push(Person::new("p1"));
/// let dossier = Dossier::new(records)?;
/// assert_eq!(dossier.records().people.len(), 1);
/// # Ok::<(), oversight::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Dossier {
    records: Records,
    index: Index,
}

impl Dossier {
    /// Checks and indexes records that a program built.
    ///
    /// # Errors
    ///
    /// Every duplicate and dangling identifier and every spell that ends before it begins, each with its address.
    pub fn new(records: Records) -> Result<Self, Error> {
        let index = Index::of(&records).map_err(Error::from_faults)?;
        Ok(Self { records, index })
    }

    /// Reads, checks and indexes records from JSON text.
    ///
    /// # Errors
    ///
    /// Every fault of the text with its JSON Pointer, line and column: what is not JSON, unknown and missing keys, wrong
    /// types and words, impossible days, duplicate and dangling identifiers, spells that end before they begin.
    ///
    /// ```
    /// use oversight::Dossier;
    /// let error = Dossier::from_json(r#"{ "people": [ { "id": 7 } ], "metings": [] }"#).unwrap_err();
    /// assert_eq!(error.faults().len(), 2);
    /// assert_eq!(error.faults()[0].pointer, "/people/0/id");
    /// ```
    #[cfg(feature = "json")]
    pub fn from_json(text: &str) -> Result<Self, Error> {
        let records: Records = json::read(text)?;
        match Index::of(&records) {
            Ok(index) => Ok(Self { records, index }),
            Err(mut faults) => {
                json::locate(text, &mut faults);
                Err(Error::from_faults(faults))
            }
        }
    }

    /// The same from bytes.
    ///
    /// # Errors
    ///
    /// As [`Dossier::from_json`]; also where the bytes are not UTF-8.
    #[cfg(feature = "json")]
    pub fn from_slice(bytes: &[u8]) -> Result<Self, Error> {
        Self::from_json(json::utf8(bytes)?)
    }

    /// The same from a reader.
    ///
    /// # Errors
    ///
    /// As [`Dossier::from_slice`]; also where the reader fails.
    #[cfg(feature = "json")]
    pub fn from_reader(reader: impl std::io::Read) -> Result<Self, Error> {
        Self::from_slice(&json::all_of(reader)?)
    }

    /// The records as they came in.
    #[must_use]
    pub const fn records(&self) -> &Records {
        &self.records
    }

    /// The records again, for changing them.
    #[must_use]
    pub fn into_records(self) -> Records {
        self.records
    }

    /// Whose public holidays apply.
    #[must_use]
    pub fn region(&self) -> Region {
        self.records.unit.as_ref().and_then(|unit| unit.region).unwrap_or(Region::National)
    }

    /// Whether it is declared that no record of the family is missing from `from` to `until`, both included.
    /// Declarations that join or overlap count together.
    #[must_use]
    pub fn is_complete(&self, family: RecordFamily, from: NaiveDate, until: NaiveDate) -> bool {
        from > until || self.index.is_complete(family, from, until)
    }

    pub(crate) const fn index(&self) -> &Index {
        &self.index
    }

    /// The item at a place of the index.
    pub(crate) fn item_at(&self, meeting: u32, item: u32) -> Option<(&Meeting, &Item)> {
        let meeting = self.records.meetings.get(meeting as usize)?;
        Some((meeting, meeting.items.get(item as usize)?))
    }
}

impl PartialEq for Dossier {
    fn eq(&self, other: &Self) -> bool {
        self.records == other.records
    }
}

impl Eq for Dossier {}
