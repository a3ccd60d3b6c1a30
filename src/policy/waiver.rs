//! Waivers: a finding stays a finding, marked as waived.

use crate::{
    error::{Fault, FaultKind},
    path::Path,
    shape::record,
    time::{Day, NaiveDate},
};

record! {
    /// Somebody with the power to do so has accepted one departure.
    #[doc(alias = "豁免")]
    pub struct Waiver {
        /// Code of the rule, such as `MTG009`.
        code: String,
        /// The subject: its address in the dossier (`/meetings/3/items/0`), the address of the finding, or its identifier.
        subject: String,
        /// Why.
        reason: String,
        /// Who approved it.
        approved_by: String,
        ..
        /// Last as-of day on which it counts, itself included. Left out: no end.
        until: Option<Day>,
    }
}

impl Waiver {
    /// Whether it still counts on that day.
    #[must_use]
    pub fn counts_on(&self, day: NaiveDate) -> bool {
        self.until.is_none_or(|until| day <= until.0)
    }

    pub(super) fn faults(&self, at: Path, faults: &mut Vec<Fault>) {
        for (name, text) in [
            ("code", &self.code),
            ("subject", &self.subject),
            ("reason", &self.reason),
            ("approved_by", &self.approved_by),
        ] {
            if text.trim().is_empty() {
                let words = "a waiver says what it waives, why, and who approved it".into();
                faults.push(Fault::at(at.field(name), FaultKind::NotAllowed(words)));
            }
        }
    }
}
