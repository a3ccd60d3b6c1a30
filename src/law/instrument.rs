//! One promulgated text, its versions, and how well it was seen.

use serde::Serialize;

use super::{Basis, Citation, ClauseNo, Confidence, Place};
use crate::time::NaiveDate;

/// 规范性文件: one promulgated text.
///
/// A caller's own rules may cite the caller's own instruments:
///
/// ```
/// use oversight::law::{Citation, cite, Instrument, InstrumentKind};
///
/// static HOUSE_RULES: Instrument =
///     Instrument::new("house_rules", "本院党组议事规则", "House rules", "本院党组", InstrumentKind::LocalPartyInstrument)
///         .with_articles(&[7]);
/// const CITE: Citation = cite!(HOUSE_RULES, article 7);
/// assert_eq!(CITE.to_string(), "《本院党组议事规则》第7条");
/// ```
#[doc(alias = "文件")]
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive] // may gain facts about a text, such as its number
pub struct Instrument {
    /// Short name in `snake_case`, stable for ever.
    pub key: &'static str,
    /// Title in Chinese, without the title marks 《》.
    pub zh: &'static str,
    /// Working title in English.
    pub en: &'static str,
    /// Who issued it, in Chinese.
    pub issuer: &'static str,
    /// What sort of text it is.
    pub kind: InstrumentKind,
    /// Its versions as far as known, oldest first; empty where no date is known.
    pub versions: &'static [Version],
    /// The article numbers that may be cited: those whose text was seen. Ascending.
    pub articles: &'static [u16],
    /// How well the text was seen.
    pub verified: Verified,
}

/// Cites an article or a clause in the source code; a place that does not exist or was never verified does not compile.
///
/// ```
/// use oversight::law::{Citation, cite, instruments::{CIVIL_SERVANTS_LAW, MEASURES}};
/// const CLAUSE: Citation = cite!(MEASURES, clause "1.3");
/// const ARTICLE: Citation = cite!(CIVIL_SERVANTS_LAW, article 76);
/// assert!(CLAUSE.render_en().to_string().ends_with(", clause 1.3"));
/// # let _ = ARTICLE;
/// ```
///
/// An article that is not among the [`articles`](crate::law::Instrument::articles) of the text:
///
/// ```compile_fail
/// use oversight::law::{Citation, cite, instruments};
/// const CITE: Citation = cite!(instruments::PROCURATORATE_ORGANIC_LAW, article 999);
/// # let _ = CITE;
/// ```
///
/// A clause of a text that has none:
///
/// ```compile_fail
/// use oversight::law::{Citation, cite, instruments::CIVIL_CODE};
/// const CITE: Citation = cite!(CIVIL_CODE, clause "1.3");
/// # let _ = CITE;
/// ```
#[macro_export]
macro_rules! cite {
    ($instrument:expr, $place:ident $number:literal) => {
        const {
            let place = $instrument.$place($number);
            assert!(place.is_some(), "no such place, or its number was not verified");
            match place {
                ::core::option::Option::Some(place) => place,
                ::core::option::Option::None => $instrument.whole(),
            }
        }
    };
}

impl Instrument {
    /// A text with no known dates and no articles that may be cited, from general knowledge.
    #[must_use]
    pub const fn new(
        key: &'static str,
        zh: &'static str,
        en: &'static str,
        issuer: &'static str,
        kind: InstrumentKind,
    ) -> Self {
        Self {
            key,
            zh,
            en,
            issuer,
            kind,
            versions: &[],
            articles: &[],
            verified: Verified::FromMemory,
        }
    }

    /// The same text with these versions, oldest first.
    #[must_use]
    pub const fn with_versions(self, versions: &'static [Version]) -> Self {
        Self { versions, ..self }
    }

    /// The same text with these articles open to citation.
    #[must_use]
    pub const fn with_articles(self, articles: &'static [u16]) -> Self {
        Self { articles, ..self }
    }

    /// The same text, seen as well as this.
    #[must_use]
    pub const fn with_verified(self, verified: Verified) -> Self {
        Self { verified, ..self }
    }

    /// Cites the text as a whole.
    #[must_use]
    pub const fn whole(&'static self) -> Citation {
        Citation::new(self, Place::Whole)
    }

    /// Cites an article, or nothing if it is not among [`articles`](Self::articles); for constants there is
    /// [`cite!`](crate::law::cite).
    #[doc(alias = "条")]
    #[must_use]
    pub const fn article(&'static self, number: u16) -> Option<Citation> {
        if self.has_article(number) {
            Some(Citation::new(self, Place::Article(number)))
        } else {
            None
        }
    }

    /// Cites a clause of measures by its number, or nothing where there is no such clause or the text is of another kind
    /// than [`InstrumentKind::Measures`]; for constants there is [`cite!`](crate::law::cite).
    #[must_use]
    pub const fn clause(&'static self, number: &str) -> Option<Citation> {
        match (self.kind, ClauseNo::new(number)) {
            (InstrumentKind::Measures, Some(number)) => {
                Some(Citation::new(self, Place::Clause(number)))
            }
            _ => None,
        }
    }

    /// Whether the article is among those that may be cited.
    #[must_use]
    pub const fn has_article(&self, number: u16) -> bool {
        let mut left = self.articles;
        while let [first, rest @ ..] = left {
            if *first == number {
                return true;
            }
            left = rest;
        }
        false
    }

    /// The version of that day: the last one whose first day is not after it.
    ///
    /// Nothing if the text had no known version yet. A first day may be known only by month or year; see
    /// [`Version::surely_begun_on`].
    ///
    /// ```
    /// use oversight::{law::instruments::APPOINTMENT_REGULATIONS, time::date};
    ///
    /// let then = APPOINTMENT_REGULATIONS.in_version_on(date!(2016, 5, 4)).unwrap();
    /// assert_eq!(then.from, date!(2014, 1, 1));
    /// assert!(APPOINTMENT_REGULATIONS.in_version_on(date!(2000, 1, 1)).is_none());
    /// ```
    #[must_use]
    pub fn in_version_on(&self, day: NaiveDate) -> Option<&'static Version> {
        self.versions.iter().rev().find(|version| version.from <= day)
    }

    /// Whose word the text is.
    #[must_use]
    pub const fn basis(&self) -> Basis {
        match self.kind {
            InstrumentKind::Measures => Basis::Measures,
            InstrumentKind::StateLaw
            | InstrumentKind::AdministrativeRegulation
            | InstrumentKind::LocalRegulation
            | InstrumentKind::ProcuratorialRule
            | InstrumentKind::CourtRule
            | InstrumentKind::JointJudicialRule
            | InstrumentKind::Notice => Basis::StateLaw,
            InstrumentKind::PartyInstrument | InstrumentKind::LocalPartyInstrument => {
                Basis::PartyInstrument
            }
        }
    }
}

/// What sort of text an instrument is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive] // other sorts of text may come to be cited
pub enum InstrumentKind {
    /// The measures that this crate carries out 工作措施.
    Measures,
    /// A law 法律.
    StateLaw,
    /// A regulation of the State Council 行政法规.
    AdministrativeRegulation,
    /// A rule of a local government 地方政府规章.
    LocalRegulation,
    /// A central Party instrument 党内法规, 党内规范性文件, those issued jointly with state organs included.
    PartyInstrument,
    /// An instrument of a local Party organisation.
    LocalPartyInstrument,
    /// A rule of the Supreme People's Procuratorate 最高检.
    ProcuratorialRule,
    /// A rule of the Supreme People's Court 最高法.
    CourtRule,
    /// A rule that judicial and administrative organs issued together.
    JointJudicialRule,
    /// A notice 通知, such as the yearly one on holidays.
    Notice,
}

/// One version of a text.
///
/// ```
/// use oversight::{law::{Confidence, Precision, Version}, time::date};
///
/// let v = Version::in_month(date!(2022, 6, 1), Confidence::Verified, "issued");
/// assert_eq!(v.precision, Precision::Month);
/// assert!(!v.surely_begun_on(date!(2022, 6, 15)));
/// assert!(v.surely_begun_on(date!(2022, 7, 2)));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[non_exhaustive] // may gain a last day
pub struct Version {
    /// First day in force, or day of issue, as the note says. The first day of the month or year where no more is known.
    pub from: NaiveDate,
    /// How finely `from` is known.
    pub precision: Precision,
    /// How well `from` was seen.
    pub confidence: Confidence,
    /// What `from` is, and what changed.
    pub note: &'static str,
}

impl Version {
    /// A version whose day is known.
    #[must_use]
    pub const fn on_day(from: NaiveDate, confidence: Confidence, note: &'static str) -> Self {
        Self { from, precision: Precision::Day, confidence, note }
    }

    /// A version known by its month; give the first day of it.
    #[must_use]
    pub const fn in_month(from: NaiveDate, confidence: Confidence, note: &'static str) -> Self {
        Self { from, precision: Precision::Month, confidence, note }
    }

    /// A version known by its year; give the first day of it.
    #[must_use]
    pub const fn in_year(from: NaiveDate, confidence: Confidence, note: &'static str) -> Self {
        Self { from, precision: Precision::Year, confidence, note }
    }

    /// Whether the version had begun on that day whichever day of the known month or year was its first.
    ///
    /// Errs on the side of no: every month counts as 31 days, every year as 366.
    #[must_use]
    pub fn surely_begun_on(&self, day: NaiveDate) -> bool {
        let slack = match self.precision {
            Precision::Day => 0,
            Precision::Month => 30,
            Precision::Year => 365,
        };
        day.signed_duration_since(self.from).num_days() >= slack
    }
}

/// How finely a date is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Precision {
    /// The day is known.
    Day,
    /// Only the month.
    Month,
    /// Only the year.
    Year,
}

/// 核对情况: how well the text of an instrument was seen when this crate was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Verified {
    /// The full text was read.
    InText,
    /// Parts were seen, or a mirror, an older version or a commentary.
    SeenElsewhere,
    /// General knowledge only.
    FromMemory,
    /// The text is not published: at most its existence or a summary is known.
    NotPublic,
}

impl Verified {
    /// Chinese label.
    #[must_use]
    pub const fn zh(self) -> &'static str {
        match self {
            Self::InText => "已读全文",
            Self::SeenElsewhere => "见于转载、节选或旧文本",
            Self::FromMemory => "凭一般了解，待核对",
            Self::NotPublic => "全文未公开",
        }
    }

    /// English label.
    #[must_use]
    pub const fn en(self) -> &'static str {
        match self {
            Self::InText => "read in full text",
            Self::SeenElsewhere => "seen in a mirror, in part or in an older text",
            Self::FromMemory => "from general knowledge, to be verified",
            Self::NotPublic => "text not public",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{law::instruments, time::date};

    #[test]
    fn versions_switch_on_their_first_day() {
        let found = |y, m, d| {
            instruments::DISCIPLINE_REGULATIONS
                .in_version_on(NaiveDate::from_ymd_opt(y, m, d).unwrap())
                .map(|v| v.from)
        };
        assert_eq!(found(2023, 12, 31), Some(date!(2018, 1, 1)));
        assert_eq!(found(2024, 1, 1), Some(date!(2024, 1, 1)));
        assert_eq!(found(2010, 1, 1), None);
    }

    #[test]
    fn a_coarse_first_day_is_sure_only_after_its_month_or_year() {
        let month = Version::in_month(date!(2022, 6, 1), Confidence::Verified, "");
        assert!(!month.surely_begun_on(date!(2022, 6, 30)));
        assert!(month.surely_begun_on(date!(2022, 7, 1)));
        let year = Version::in_year(date!(2020, 1, 1), Confidence::Verified, "");
        assert!(!year.surely_begun_on(date!(2020, 12, 30)));
        assert!(year.surely_begun_on(date!(2020, 12, 31)));
        let day = Version::on_day(date!(2021, 3, 27), Confidence::Verified, "");
        assert!(day.surely_begun_on(date!(2021, 3, 27)));
        assert!(!day.surely_begun_on(date!(2021, 3, 26)));
    }

    #[test]
    fn an_article_that_was_not_verified_cannot_be_cited() {
        assert!(instruments::PROCURATORATE_ORGANIC_LAW.article(32).is_some());
        assert!(instruments::PROCURATORATE_ORGANIC_LAW.article(31).is_none());
        assert!(instruments::APPOINTMENT_REGULATIONS.article(24).is_none());
    }
}
