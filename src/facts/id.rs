//! Identifiers and free text.

use std::{borrow::Borrow, fmt};

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::{
    part::Part,
    shape::{Blank, IdKind, Shape, Shaped, sealed::Sealed},
};

macro_rules! id {
    ($($(#[doc = $doc:literal])* $name:ident $kind:ident;)+) => {$(
        $(#[doc = $doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Box<str>);

        impl $name {
            /// The text of the identifier.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(text.into())
            }
        }

        impl From<String> for $name {
            fn from(text: String) -> Self {
                Self(text.into())
            }
        }

        impl Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(&self.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{:?}", self.0)
            }
        }

        impl Sealed for $name {}

        impl Shaped for $name {
            const SHAPE: Shape = Shape::Id(IdKind::$kind);
        }

        impl Part for $name {
            fn write(&self, out: &mut String) {
                out.push_str(&self.0);
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(&self.0)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                Box::<str>::deserialize(deserializer).map(Self)
            }
        }
    )+};
}

id! {
    /// A person of the register: a pseudonym of your choice, never a resident identity number.
    PersonId Person;
    /// A department of the unit.
    DepartmentId Department;
    /// A matter; the thread that ties items, decisions and payments about one thing together.
    MatterId Matter;
    /// A meeting.
    MeetingId Meeting;
    /// An item of a meeting. Unique in the whole dossier.
    ItemId Item;
    /// A decision taken outside the minuted meetings.
    DecisionId Decision;
    /// A payment.
    PaymentId Payment;
    /// A promotion case.
    PromotionId Promotion;
    /// A household around a post-holder.
    HouseholdId Household;
    /// A business interest of a relative. Unique in the whole dossier.
    InterestId Interest;
    /// A contract of the institution.
    ContractId Contract;
    /// A complaint about ties with businesses.
    TiesComplaintId TiesComplaint;
    /// An inspection of ties with businesses.
    TiesInspectionId TiesInspection;
    /// A list of powers, in one version.
    PowerListId PowerList;
    /// An act under a power.
    ActId Act;
    /// A self-check of the lists of powers.
    ListCheckId ListCheck;
    /// An approach under the three rules.
    ApproachId Approach;
    /// An omission under the three rules.
    OmissionId Omission;
    /// A life meeting.
    LifeMeetingId LifeMeeting;
    /// An inspection by a higher organ.
    InspectionId Inspection;
    /// A finding of an inspection. Unique in the whole dossier.
    FindingId Finding;
    /// An activity.
    ActivityId Activity;
    /// A concern of which a member owes an account.
    ConcernId Concern;
    /// An event that calls for a special life meeting.
    SpecialCauseId SpecialCause;
    /// A Party branch.
    BranchId Branch;
    /// A yearly plan.
    PlanId Plan;
    /// A report on duties and integrity.
    AccountabilityReportId AccountabilityReport;
    /// A request to a superior body.
    RequestId Request;
    /// A case that was opened against somebody.
    CaseFilingId CaseFiling;
    /// An important case of misconduct.
    ImportantCaseId ImportantCase;
    /// A duty that was found unfulfilled.
    ShortfallId Shortfall;
    /// A breach of a member that another knew of.
    PeerBreachId PeerBreach;
    /// A problem outside working hours that was referred.
    OffHoursProblemId OffHoursProblem;
    /// A person or a department that owns a task.
    OwnerId Owner;
}

/// Free text of a record: a title, a name, what somebody said. It is carried, never printed: `Debug` hides it,
/// and no finding holds it.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Text(Box<str>);

impl Text {
    /// The text itself.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        Self(text.into())
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        Self(text.into())
    }
}

impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("…")
    }
}

impl Sealed for Text {}

impl Shaped for Text {
    const SHAPE: Shape = Shape::Text;
}

/// Free text is never told: it stands by its digest.
impl Part for Text {
    fn write(&self, out: &mut String) {
        let text: &str = &self.0;
        text.to_owned().write(out);
    }
}

impl Blank for Text {
    fn blank() -> Self {
        Self("".into())
    }

    fn is_blank(&self) -> bool {
        self.0.is_empty()
    }
}

impl Serialize for Text {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Box::<str>::deserialize(deserializer).map(Self)
    }
}
