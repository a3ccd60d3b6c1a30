//! What a record looks like: one description of each type serves the strict reader that lists every fault,
//! the JSON Schema and the printed guide to the format, so that they cannot drift apart.

use std::fmt;

use serde::{Deserializer, de};

use crate::time::{DateRange, Day, Moment, Region, Term};

/// The shape of one JSON value.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub enum Shape {
    /// An object with just these keys.
    Record(&'static RecordShape),
    /// One of these words.
    Choice(&'static ChoiceShape),
    /// A list, every element of one shape.
    List(&'static Shape),
    /// A value of this shape, or `null`, which says the same as leaving the key out.
    Nullable(&'static Shape),
    /// A fact: `null` says that there is none, a missing key that nobody knows.
    Fact(&'static Shape),
    /// An object whose keys are words of a choice.
    Map(&'static ChoiceShape, &'static Shape),
    /// The identifier of a record, given or referred to.
    Id(IdKind),
    /// Free text. It never reaches a finding.
    Text,
    /// `YYYY-MM-DD`.
    Day,
    /// `YYYY-MM-DD`, or `YYYY-MM-DDTHH:MM` where the time is known.
    Moment,
    /// A code of a national standard.
    Coded(&'static CodeShape),
    /// `{"working_days": 5}`, `{"calendar_days": 30}` or `{"months": 6}`.
    Term,
    /// `true` or `false`.
    Bool,
    /// A whole number from zero up to and including this.
    Whole(u64),
}

/// The shape of an object.
#[derive(Debug)]
#[non_exhaustive]
pub struct RecordShape {
    /// Name of the type.
    pub name: &'static str,
    /// What it is.
    pub doc: &'static str,
    /// Its keys, those that must be there first.
    pub fields: &'static [FieldShape],
    /// Pairs of days of which the second may not come before the first.
    pub ordered: &'static [(&'static str, &'static str)],
}

/// One key of an object.
#[derive(Debug)]
#[non_exhaustive]
pub struct FieldShape {
    /// The key.
    pub name: &'static str,
    /// What it means.
    pub doc: &'static str,
    /// Whether the key must be there.
    pub required: bool,
    /// What it holds.
    pub shape: Shape,
}

/// A closed set of words.
#[derive(Debug)]
#[non_exhaustive]
pub struct ChoiceShape {
    /// Name of the type.
    pub name: &'static str,
    /// What it is.
    pub doc: &'static str,
    /// The words, each with its meaning.
    pub words: &'static [(&'static str, &'static str)],
}

/// A text that must be a code of some standard.
#[non_exhaustive]
pub struct CodeShape {
    /// Name of the type.
    pub name: &'static str,
    /// What it is and how it is written.
    pub doc: &'static str,
    /// A regular expression of JSON Schema. Whatever the reader takes it accepts.
    pub pattern: &'static str,
    /// Some of the codes, each as it is written.
    pub samples: &'static [&'static str],
    /// Why a text is none of them.
    pub check: fn(&str) -> Result<(), &'static str>,
}

impl fmt::Debug for CodeShape {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Where the check lies in memory says nothing.
        f.debug_struct("CodeShape")
            .field("name", &self.name)
            .field("pattern", &self.pattern)
            .field("samples", &self.samples)
            .finish_non_exhaustive()
    }
}

/// What an identifier names. Identifiers of one kind are unique in a dossier.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum IdKind {
    /// A person of the register.
    Person,
    /// A department of the unit.
    Department,
    /// A matter.
    Matter,
    /// A meeting.
    Meeting,
    /// An item of a meeting.
    Item,
    /// A decision taken outside the minuted meetings.
    Decision,
    /// A payment.
    Payment,
    /// A promotion case.
    Promotion,
    /// A household.
    Household,
    /// A business interest.
    Interest,
    /// A contract of the institution.
    Contract,
    /// A complaint about ties with businesses.
    TiesComplaint,
    /// An inspection of ties with businesses.
    TiesInspection,
    /// A list of powers.
    PowerList,
    /// An act under a power.
    Act,
    /// A self-check of the lists of powers.
    ListCheck,
    /// An approach under the three rules.
    Approach,
    /// An omission under the three rules.
    Omission,
    /// A life meeting.
    LifeMeeting,
    /// An inspection by a higher organ.
    Inspection,
    /// A finding of an inspection.
    Finding,
    /// An activity.
    Activity,
    /// A concern of which a member owes an account.
    Concern,
    /// An event that calls for a special life meeting.
    SpecialCause,
    /// A Party branch.
    Branch,
    /// A yearly plan.
    Plan,
    /// A report on duties and integrity.
    AccountabilityReport,
    /// A request to a superior body.
    Request,
    /// A case that was opened against somebody.
    CaseFiling,
    /// An important case of misconduct.
    ImportantCase,
    /// A duty that was found unfulfilled.
    Shortfall,
    /// A breach of a member that another knew of.
    PeerBreach,
    /// A problem outside working hours that was referred.
    OffHoursProblem,
    /// A person or a department, as the owner of a task.
    Owner,
}

impl IdKind {
    /// The word for it in keys of subjects.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Department => "department",
            Self::Matter => "matter",
            Self::Meeting => "meeting",
            Self::Item => "item",
            Self::Decision => "decision",
            Self::Payment => "payment",
            Self::Promotion => "promotion",
            Self::Household => "household",
            Self::Interest => "interest",
            Self::Contract => "contract",
            Self::TiesComplaint => "ties_complaint",
            Self::TiesInspection => "ties_inspection",
            Self::PowerList => "power_list",
            Self::Act => "act",
            Self::ListCheck => "list_check",
            Self::Approach => "approach",
            Self::Omission => "omission",
            Self::LifeMeeting => "life_meeting",
            Self::Inspection => "inspection",
            Self::Finding => "finding",
            Self::Activity => "activity",
            Self::Concern => "concern",
            Self::SpecialCause => "special_cause",
            Self::Branch => "branch",
            Self::Plan => "plan",
            Self::AccountabilityReport => "accountability_report",
            Self::Request => "request",
            Self::CaseFiling => "case_filing",
            Self::ImportantCase => "important_case",
            Self::Shortfall => "shortfall",
            Self::PeerBreach => "peer_breach",
            Self::OffHoursProblem => "off_hours_problem",
            Self::Owner => "owner",
        }
    }

    /// The English word, for messages.
    #[must_use]
    pub const fn en(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Department => "department",
            Self::Matter => "matter",
            Self::Meeting => "meeting",
            Self::Item => "item",
            Self::Decision => "decision",
            Self::Payment => "payment",
            Self::Promotion => "promotion",
            Self::Household => "household",
            Self::Interest => "interest",
            Self::Contract => "contract",
            Self::TiesComplaint => "complaint",
            Self::TiesInspection => "inspection of ties",
            Self::PowerList => "list of powers",
            Self::Act => "act",
            Self::ListCheck => "self-check",
            Self::Approach => "approach",
            Self::Omission => "omission",
            Self::LifeMeeting => "life meeting",
            Self::Inspection => "inspection",
            Self::Finding => "finding",
            Self::Activity => "activity",
            Self::Concern => "concern",
            Self::SpecialCause => "event",
            Self::Branch => "Party branch",
            Self::Plan => "plan",
            Self::AccountabilityReport => "report",
            Self::Request => "request",
            Self::CaseFiling => "case filing",
            Self::ImportantCase => "important case",
            Self::Shortfall => "shortfall",
            Self::PeerBreach => "peer breach",
            Self::OffHoursProblem => "referred problem",
            Self::Owner => "person or department",
        }
    }
}

/// A type with a shape. Nobody outside implements it: the strict reader and the schema trust what a shape says.
///
/// ```compile_fail
/// use oversight::shape::{Shape, Shaped};
/// struct Mine;
/// impl Shaped for Mine {
///     const SHAPE: Shape = Shape::Bool;
/// }
/// ```
pub trait Shaped: sealed::Sealed {
    /// Its shape.
    const SHAPE: Shape;
}

pub(crate) mod sealed {
    /// Only this crate says what has a shape.
    pub trait Sealed {}
}
use sealed::Sealed;

/// A part of a record that may be left out, and what leaving it out means.
pub(crate) trait Blank {
    /// The value that stands for a missing key.
    fn blank() -> Self;

    /// Whether the key is left out when written.
    fn is_blank(&self) -> bool;
}

impl<T: Shaped> Sealed for Vec<T> {}

impl<T: Shaped> Shaped for Vec<T> {
    const SHAPE: Shape = Shape::List(&T::SHAPE);
}

impl<T> Blank for Vec<T> {
    fn blank() -> Self {
        Self::new()
    }

    fn is_blank(&self) -> bool {
        self.is_empty()
    }
}

impl<T: Shaped> Sealed for Option<T> {}

/// Left out and `null` say the same: none.
impl<T: Shaped> Shaped for Option<T> {
    const SHAPE: Shape = Shape::Nullable(&T::SHAPE);
}

impl<T> Blank for Option<T> {
    fn blank() -> Self {
        None
    }

    fn is_blank(&self) -> bool {
        self.is_none()
    }
}

impl Sealed for bool {}

impl Shaped for bool {
    const SHAPE: Shape = Shape::Bool;
}

impl Sealed for u32 {}

impl Shaped for u32 {
    const SHAPE: Shape = Shape::Whole(u32::MAX as u64);
}

impl Sealed for u64 {}

impl Shaped for u64 {
    const SHAPE: Shape = Shape::Whole(u64::MAX);
}

impl Blank for u32 {
    fn blank() -> Self {
        0
    }

    fn is_blank(&self) -> bool {
        *self == 0
    }
}

impl Blank for bool {
    fn blank() -> Self {
        false
    }

    fn is_blank(&self) -> bool {
        !*self
    }
}

impl Sealed for Day {}

impl Shaped for Day {
    const SHAPE: Shape = Shape::Day;
}

impl Sealed for DateRange {}

impl Shaped for DateRange {
    const SHAPE: Shape = Shape::Coded(&CodeShape {
        name: "DateRange",
        doc: "A period: `2024`, `2024-H1`, `2024-Q3`, `2024-05`, `2024-05-06`, `2024-05-06..2024-06-30` or `2024-05-06..`.",
        pattern: "^[0-9]{4}(-(H[12]|Q[1-4]|[01][0-9](-[0-3][0-9](\\.\\.([0-9]{4}-[01][0-9]-[0-3][0-9])?)?)?))?$",
        samples: &[
            "2024",
            "2024-H1",
            "2024-Q3",
            "2024-05",
            "2024-05-06",
            "2024-05-06..2024-06-30",
            "2024-05-06..",
        ],
        check: |text| {
            text.parse::<DateRange>().map(drop).map_err(|_| "it is no period such as 2024-H1")
        },
    });
}

impl Sealed for Moment {}

impl Shaped for Moment {
    const SHAPE: Shape = Shape::Moment;
}

impl Sealed for Term {}

impl Shaped for Term {
    const SHAPE: Shape = Shape::Term;
}

impl Sealed for Region {}

impl Shaped for Region {
    const SHAPE: Shape = Shape::Choice(&ChoiceShape {
        name: "Region",
        doc: "Whose public holidays apply beside the national ones.",
        words: &[
            ("national", "The national calendar alone."),
            ("guangxi", "Guangxi, with the two days of 三月三."),
        ],
    });
}

/// Reads a key and answers its number. Keys mostly come in the order of the declaration, so the guess is tried first.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Key {
    pub(crate) names: &'static [&'static str],
    pub(crate) guess: usize,
}

impl<'de> de::DeserializeSeed<'de> for Key {
    type Value = usize;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<usize, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl de::Visitor<'_> for Key {
    type Value = usize;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key of the record")
    }

    fn visit_str<E: de::Error>(self, key: &str) -> Result<usize, E> {
        if self.names.get(self.guess) == Some(&key) {
            return Ok(self.guess);
        }
        self.names
            .iter()
            .position(|name| *name == key)
            .ok_or_else(|| E::unknown_field(key, self.names))
    }
}

/// A closed set of words as an enum: `serde`, [`Shaped`] and `ALL` from one list.
macro_rules! choice {
    (
        $(#[doc = $doc:literal])*
        $(#[doc(alias = $alias:literal)])*
        pub enum $name:ident {
            $( $(#[doc = $vdoc:literal])* $(#[doc(alias = $valias:literal)])* $variant:ident => $word:literal, )+
        }
    ) => {
        $(#[doc = $doc])*
        $(#[doc(alias = $alias)])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum $name {
            $( $(#[doc = $vdoc])* $(#[doc(alias = $valias)])* $variant, )+
        }

        impl $name {
            /// Every one, in the order of the declaration.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word that stands for it in JSON.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }

            fn from_word(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$variant),)+ _ => None }
            }
        }

        impl $crate::shape::sealed::Sealed for $name {}

        impl $crate::shape::Shaped for $name {
            const SHAPE: $crate::shape::Shape = $crate::shape::Shape::Choice(&$crate::shape::ChoiceShape {
                name: stringify!($name),
                doc: concat!($($doc, "\n"),*),
                words: &[$(($word, concat!($($vdoc, "\n"),*))),+],
            });
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl $crate::part::Part for $name {
            fn write(&self, out: &mut String) {
                out.push_str(self.as_str());
            }
        }

        impl ::serde::Serialize for $name {
            fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<D: ::serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct Word;
                impl ::serde::de::Visitor<'_> for Word {
                    type Value = $name;

                    fn expecting(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                        f.write_str(concat!("one of the words of ", stringify!($name)))
                    }

                    fn visit_str<E: ::serde::de::Error>(self, word: &str) -> Result<$name, E> {
                        $name::from_word(word).ok_or_else(|| E::invalid_value(::serde::de::Unexpected::Other("another word"), &self))
                    }
                }
                deserializer.deserialize_str(Word)
            }
        }
    };
}
pub(crate) use choice;

/// A record: a struct whose keys before `..` must be there and whose keys after it may be left out.
///
/// It gives `new` (the keys that must be there), strict `serde` both ways, [`Shaped`] and the walk into its parts from one list.
/// Among others of its list its identifier names it, or the keys after `named`, or those that must be there.
macro_rules! record {
    (
        $(#[doc = $doc:literal])*
        $(#[doc(alias = $alias:literal)])*
        pub struct $name:ident {
            $( $(#[doc = $rdoc:literal])* $req:ident: $rty:ty, )*
            ..
            $( $(#[doc = $odoc:literal])* $opt:ident: $oty:ty, )*
        }
        $( order $first:ident <= $second:ident; )*
        $( named $($key:ident),+; )?
    ) => {
        $(#[doc = $doc])*
        $(#[doc(alias = $alias)])*
        #[derive(Debug, Clone, PartialEq, Eq)]
        #[non_exhaustive]
        pub struct $name {
            $( $(#[doc = $rdoc])* pub $req: $rty, )*
            $( $(#[doc = $odoc])* pub $opt: $oty, )*
        }

        impl $name {
            /// A record of which only this is known.
            #[must_use]
            #[allow(clippy::new_without_default, dead_code, reason = "a blank record is seldom meant, nor is a test's built")]
            pub fn new($($req: impl Into<$rty>),*) -> Self {
                Self {
                    $( $req: $req.into(), )*
                    $( $opt: $crate::shape::Blank::blank(), )*
                }
            }
        }

        impl $crate::shape::sealed::Sealed for $name {}

        impl $crate::shape::Shaped for $name {
            const SHAPE: $crate::shape::Shape = $crate::shape::Shape::Record(&$crate::shape::RecordShape {
                name: stringify!($name),
                doc: concat!($($doc, "\n"),*),
                fields: &[
                    $( $crate::shape::FieldShape {
                        name: stringify!($req),
                        doc: concat!($($rdoc, "\n"),*),
                        required: true,
                        shape: <$rty as $crate::shape::Shaped>::SHAPE,
                    }, )*
                    $( $crate::shape::FieldShape {
                        name: stringify!($opt),
                        doc: concat!($($odoc, "\n"),*),
                        required: false,
                        shape: <$oty as $crate::shape::Shaped>::SHAPE,
                    }, )*
                ],
                ordered: &[$((stringify!($first), stringify!($second))),*],
            });
        }

        impl $crate::part::Part for $name {
            fn field(&self, key: &str) -> Option<&dyn $crate::part::Part> {
                match key {
                    $( stringify!($req) => Some(&self.$req), )*
                    $( stringify!($opt) => Some(&self.$opt), )*
                    _ => None,
                }
            }

            fn write(&self, out: &mut String) {
                let parts: &[&dyn $crate::part::Part] = &[$(&self.$req,)* $(&self.$opt,)*];
                for it in parts {
                    it.write(out);
                    out.push(',');
                }
            }

            fn write_name(&self, out: &mut String) -> bool {
                let given: &[(&str, &dyn $crate::part::Part)] = &[$($( (stringify!($key), &self.$key) ),+)?];
                let stated: &[(&str, &dyn $crate::part::Part)] = &[$( (stringify!($req), &self.$req), )*];
                if let Some((_, id)) = stated.iter().find(|it| it.0 == "id") {
                    id.write(out);
                    return true;
                }
                let named = if given.is_empty() { stated } else { given };
                for (n, (_, it)) in named.iter().enumerate() {
                    if n > 0 {
                        out.push('+');
                    }
                    it.write(out);
                }
                false
            }
        }

        impl ::serde::Serialize for $name {
            fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                use ::serde::ser::SerializeStruct as _;
                let written = 0 $( + { let _ = stringify!($req); 1 } )*
                    $( + usize::from(!$crate::shape::Blank::is_blank(&self.$opt)) )*;
                let mut it = serializer.serialize_struct(stringify!($name), written)?;
                $( it.serialize_field(stringify!($req), &self.$req)?; )*
                $( if !$crate::shape::Blank::is_blank(&self.$opt) {
                    it.serialize_field(stringify!($opt), &self.$opt)?;
                } )*
                it.end()
            }
        }

        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<D: ::serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                const NAMES: &[&str] = &[$(stringify!($req),)* $(stringify!($opt),)*];
                struct Keys;
                impl<'de> ::serde::de::Visitor<'de> for Keys {
                    type Value = $name;

                    fn expecting(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                        f.write_str(concat!("an object (", stringify!($name), ")"))
                    }

                    #[allow(unused_assignments, unused_mut, unused_variables, reason = "the last key of a record")]
                    fn visit_map<A: ::serde::de::MapAccess<'de>>(self, mut map: A) -> Result<$name, A::Error> {
                        use ::serde::de::Error as _;
                        $( let mut $req: Option<$rty> = None; )*
                        $( let mut $opt: Option<$oty> = None; )*
                        let mut guess = 0;
                        while let Some(key) = map.next_key_seed($crate::shape::Key { names: NAMES, guess })? {
                            guess = key + 1;
                            let mut at = 0;
                            $(
                                if key == at {
                                    if $req.is_some() {
                                        return Err(A::Error::duplicate_field(stringify!($req)));
                                    }
                                    $req = Some(map.next_value()?);
                                    continue;
                                }
                                at += 1;
                            )*
                            $(
                                if key == at {
                                    if $opt.is_some() {
                                        return Err(A::Error::duplicate_field(stringify!($opt)));
                                    }
                                    $opt = Some(map.next_value()?);
                                    continue;
                                }
                                at += 1;
                            )*
                        }
                        Ok($name {
                            $( $req: match $req {
                                Some(value) => value,
                                None => return Err(A::Error::missing_field(stringify!($req))),
                            }, )*
                            $( $opt: $opt.unwrap_or_else($crate::shape::Blank::blank), )*
                        })
                    }
                }
                deserializer.deserialize_struct(stringify!($name), NAMES, Keys)
            }
        }
    };
}
pub(crate) use record;
