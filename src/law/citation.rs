//! One place in one instrument.

use std::fmt;

use serde::{Serialize, Serializer, ser::SerializeStruct};

use super::{ClauseNo, Instrument};

/// 引用: one place in one instrument.
///
/// Made only by [`Instrument::whole`], [`Instrument::article`], [`Instrument::clause`] and their run-time kin, so that an
/// article that nobody verified cannot be printed. `Display` is Chinese; [`render_en`](Self::render_en) is English.
///
/// ```
/// use oversight::law::{Citation, cite, instruments};
///
/// const CITE: Citation = cite!(instruments::CIVIL_CODE, article 1259);
/// assert_eq!(CITE.to_string(), "《中华人民共和国民法典》第1259条");
/// assert_eq!(CITE.render_en().to_string(), "Civil Code, art. 1259");
/// ```
#[doc(alias = "依据条款")]
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Citation {
    instrument: &'static Instrument,
    place: Place,
}

impl Citation {
    pub(super) const fn new(instrument: &'static Instrument, place: Place) -> Self {
        Self { instrument, place }
    }

    /// The text cited.
    #[must_use]
    pub const fn instrument(self) -> &'static Instrument {
        self.instrument
    }

    /// Where in it.
    #[must_use]
    pub const fn place(self) -> Place {
        self.place
    }

    /// The clause cited, if it is one.
    #[must_use]
    pub const fn clause_no(self) -> Option<ClauseNo> {
        match self.place {
            Place::Clause(no) => Some(no),
            Place::Whole | Place::Article(_) => None,
        }
    }

    /// The citation in English.
    #[must_use]
    pub fn render_en(self) -> impl fmt::Display + Copy {
        English(self)
    }
}

/// 《title》 and the place.
impl fmt::Display for Citation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "《{}》{}", self.instrument.zh, self.place)
    }
}

/// The key and the place, since an instrument in full would drown whatever holds it.
impl fmt::Debug for Citation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Citation({}, {})", self.instrument.key, PlaceKey(self.place))
    }
}

/// `{ instrument, title, place, verified }`, where place is `whole`, `article 32` or `clause 2.2.2`.
impl Serialize for Citation {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut out = serializer.serialize_struct("Citation", 4)?;
        out.serialize_field("instrument", self.instrument.key)?;
        out.serialize_field("title", self.instrument.zh)?;
        out.serialize_field("place", &PlaceKey(self.place))?;
        out.serialize_field("verified", &self.instrument.verified)?;
        out.end()
    }
}

#[derive(Clone, Copy)]
struct English(Citation);

impl fmt::Display for English {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.instrument.en)?;
        match self.0.place {
            Place::Whole => Ok(()),
            Place::Article(number) => write!(f, ", art. {number}"),
            Place::Clause(no) => write!(f, ", clause {no}"),
        }
    }
}

/// Where in an instrument.
///
/// Exhaustive on purpose: printing a place is one match.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// The whole text.
    Whole,
    /// 第几条.
    Article(u16),
    /// A clause of the measures.
    Clause(ClauseNo),
}

/// As Chinese prints it after the title: nothing, 第32条, 二（二）2.
impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Whole => Ok(()),
            Self::Article(number) => write!(f, "第{number}条"),
            Self::Clause(no) => write!(f, "{}", no.outline()),
        }
    }
}

/// The form for machines, the same in every language.
struct PlaceKey(Place);

impl fmt::Display for PlaceKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Place::Whole => f.write_str("whole"),
            Place::Article(number) => write!(f, "article {number}"),
            Place::Clause(no) => write!(f, "clause {no}"),
        }
    }
}

impl Serialize for PlaceKey {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
mod tests {
    use super::*;
    use crate::law::{
        cite,
        instruments::{CENTRAL_OPINION_2021, MEASURES, PROCURATORATE_ORGANIC_LAW},
    };

    const CLAUSE: Citation = cite!(MEASURES, clause "2.2.2");
    const ARTICLE: Citation = cite!(PROCURATORATE_ORGANIC_LAW, article 32);
    const WHOLE: Citation = CENTRAL_OPINION_2021.whole();

    #[test]
    fn prints_in_chinese() {
        assert_eq!(
            CLAUSE.to_string(),
            "《对青秀区人民检察院“一把手”和领导班子监督的工作措施》二（二）2"
        );
        assert_eq!(ARTICLE.to_string(), "《中华人民共和国人民检察院组织法》第32条");
        assert_eq!(WHOLE.to_string(), "《中共中央关于加强对“一把手”和领导班子监督的意见》");
    }

    #[test]
    fn prints_in_english() {
        assert!(CLAUSE.render_en().to_string().ends_with(", clause 2.2.2"));
        assert_eq!(
            ARTICLE.render_en().to_string(),
            "Organic Law of the People's Procuratorates, art. 32"
        );
        assert_eq!(WHOLE.render_en().to_string(), CENTRAL_OPINION_2021.en);
    }

    #[test]
    fn is_data_for_machines() {
        assert_eq!(
            serde_json::to_value(ARTICLE).unwrap(),
            serde_json::json!({
                "instrument": "procuratorate_organic_law",
                "title": "中华人民共和国人民检察院组织法",
                "place": "article 32",
                "verified": "in_text",
            })
        );
        assert_eq!(serde_json::to_value(CLAUSE).unwrap()["place"], "clause 2.2.2");
        assert_eq!(serde_json::to_value(WHOLE).unwrap()["place"], "whole");
        assert_eq!(format!("{CLAUSE:?}"), "Citation(measures, clause 2.2.2)");
    }
}
