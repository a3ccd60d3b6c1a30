//! Putting right what inspections found (整改).

use super::{Fact, FindingId, InspectionId, OwnerId, Text};
use crate::{shape::record, time::Day};

record! {
    /// An inspection by a higher organ (巡视巡察, 检务督察, 审计) that handed over what it found.
    #[doc(alias = "巡视巡察")]
    pub struct OversightInspection {
        /// Identifier, unique in the dossier.
        id: InspectionId,
        /// The day on which the findings were handed over.
        handed_over_on: Day,
        ..
        /// What it found. `null`: nothing.
        findings: Fact<Vec<InspectionFinding>>,
        /// The day of the report back on what was put right. `null`: there is none.
        feedback_on: Fact<Day>,
    }
}

record! {
    /// One finding.
    #[doc(alias = "巡视巡察反馈问题")]
    pub struct InspectionFinding {
        /// Identifier, unique in the dossier.
        id: FindingId,
        ..
        /// What is to be done about it. `null`: nothing was set down.
        items: Fact<Vec<RectificationItem>>,
    }
}

record! {
    /// One thing to be done about a finding.
    #[doc(alias = "整改清单")]
    pub struct RectificationItem {
        ..
        /// The person or department that owns it. `null`: nobody.
        owner: Fact<OwnerId>,
        /// The last day for it. `null`: none was set.
        due_on: Fact<Day>,
        /// The day on which it was marked done. `null`: it is not done.
        done_on: Fact<Day>,
        /// Evidence of that. `null` or an empty list: none.
        evidence: Fact<Vec<Text>>,
    }
    named owner, due_on;
}
