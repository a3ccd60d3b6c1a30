//! Bans on business 禁业清单: data of the user, each with whom, which relatives, what and where.

use crate::{
    error::{Fault, FaultKind},
    facts::{Behaviour, Fact, Office, Organ, Rank, Relation, Text},
    law::codes::{DivisionAliases, DivisionCode, IndustryCode},
    path::{Field, Path, field},
    shape::{choice, record},
    time::{Day, NaiveDate, Term},
};

record! {
    /// One ban: what is left out does not narrow it.
    #[doc(alias = "禁业清单")]
    #[doc(alias = "禁业范围")]
    pub struct Ban {
        /// Identifier, unique in the list.
        id: String,
        /// The rules that it is part of, such as `检察官法`. Printed with a finding.
        regime: String,
        /// Kin whom it reaches, seen from the holder.
        relations: Vec<Relation>,
        ..
        /// Holders of these offices.
        offices: Vec<Office>,
        /// Holders of a post of this rank or above.
        lowest_rank: Option<Rank>,
        /// Holders of a post of this rank or below.
        highest_rank: Option<Rank>,
        /// Posts in these organs.
        organs: Vec<Organ>,
        /// Posts with one of these tags.
        post_tags: Vec<Text>,
        /// Ways of doing business; left out, any that is business.
        behaviours: Vec<Behaviour>,
        /// Industries, each with all below it.
        industries: Vec<IndustryCode>,
        /// Words of a business scope that point to a banned business where its codes do not. A hit is no more than a
        /// suspicion, which somebody must look into.
        keywords: Vec<Text>,
        /// Where.
        area: BanArea,
        /// Divisions, each with all below it, beside the `area`.
        divisions: Vec<DivisionCode>,
        /// Only business that deals with the holder's institution.
        with_institution: bool,
        /// First day of the ban. Left out: no beginning.
        from: Option<Day>,
        /// Last day of it, itself included. Left out: no end.
        until: Option<Day>,
        /// Within what time after it was found the relative must have left, or the holder moved.
        exit_limit: Option<Term>,
    }
    order from <= until;
}

choice! {
    /// Where a ban holds.
    pub enum BanArea {
        /// Everywhere, or in the divisions that the ban names.
        Any => "any",
        /// In the areas of the holder's post.
        Jurisdiction => "jurisdiction",
    }
}

impl crate::shape::Blank for BanArea {
    fn blank() -> Self {
        Self::Any
    }

    fn is_blank(&self) -> bool {
        *self == Self::Any
    }
}

impl Ban {
    /// Whether it is in force on some day from one to another; the days on which it is.
    #[must_use]
    pub fn days(&self) -> (NaiveDate, NaiveDate) {
        let from = self.from.map_or(NaiveDate::MIN, |day| day.0);
        (from, self.until.map_or(NaiveDate::MAX, |day| day.0))
    }

    pub(super) fn faults(list: &[Self], at: Path, faults: &mut Vec<Fault>) {
        let mut seen = std::collections::BTreeMap::new();
        for (n, it) in list.iter().enumerate() {
            let at = at.index(n);
            let mut fault = |key: Field, words: String| {
                faults.push(Fault::at(at.field(key), FaultKind::NotAllowed(words)));
            };
            if it.id.trim().is_empty() {
                fault(field!("id"), "a ban has an identifier".into());
            } else if let Some(first) = seen.insert(it.id.as_str(), n) {
                fault(field!("id"), format!("ban {first} of the list has the same identifier"));
            }
            if it.regime.trim().is_empty() {
                fault(field!("regime"), "a ban names the rules that it is part of".into());
            }
            if it.relations.is_empty() {
                fault(field!("relations"), "a ban reaches at least one relation".into());
            }
            if it.lowest_rank.zip(it.highest_rank).is_some_and(|(low, high)| high < low) {
                fault(field!("highest_rank"), "it lies below the lowest rank".into());
            }
            if it.from.zip(it.until).is_some_and(|(from, until)| until < from) {
                fault(field!("until"), "it lies before the first day".into());
            }
        }
    }
}

/// Facts that a ban asks for, as a set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct BanFields(u8);

impl BanFields {
    pub(crate) const OFFICE: Self = Self(1);
    pub(crate) const RANK: Self = Self(2);
    pub(crate) const BEHAVIOUR: Self = Self(4);
    pub(crate) const INDUSTRIES: Self = Self(8);
    pub(crate) const PLACES: Self = Self(16);
    pub(crate) const AREAS: Self = Self(32);
    pub(crate) const DEALING: Self = Self(64);
    pub(crate) const SCOPE: Self = Self(128);

    pub(crate) const fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    pub(crate) const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// Whether a ban matches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Matched {
    /// It does.
    Yes,
    /// It surely does not.
    No,
    /// These facts would tell.
    Open(BanFields),
}

impl Matched {
    const fn when(met: bool) -> Self {
        if met { Self::Yes } else { Self::No }
    }

    /// Both: one that does not hold settles it.
    pub(crate) const fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::No, _) | (_, Self::No) => Self::No,
            (Self::Open(a), Self::Open(b)) => Self::Open(a.with(b)),
            (Self::Open(a), Self::Yes) | (Self::Yes, Self::Open(a)) => Self::Open(a),
            (Self::Yes, Self::Yes) => Self::Yes,
        }
    }

    fn of<T>(fact: &Fact<T>, field: BanFields, holds: impl FnOnce(&T) -> bool) -> Self {
        match fact {
            Fact::Known(it) => Self::when(holds(it)),
            Fact::Absent => Self::No,
            Fact::Unknown => Self::Open(field),
        }
    }

    /// Whether one of the recorded codes lies within one of those asked for; recorded more coarsely, it is open.
    fn within<T: Copy>(
        own: &Fact<Vec<T>>,
        field: BanFields,
        asked: &[T],
        lies: impl Fn(T, T) -> Option<bool>,
    ) -> Self {
        if asked.is_empty() {
            return Self::No;
        }
        let own = match own {
            Fact::Known(list) => list,
            Fact::Absent => return Self::No,
            Fact::Unknown => return Self::Open(field),
        };
        let mut coarse = false;
        for (a, b) in own.iter().flat_map(|a| asked.iter().map(move |b| (*a, *b))) {
            match lies(a, b) {
                Some(true) => return Self::Yes,
                Some(false) => {}
                None => coarse = true,
            }
        }
        if coarse { Self::Open(field) } else { Self::No }
    }
}

/// A holder's post, as bans ask about it.
#[derive(Clone, Copy)]
pub(crate) struct HolderFacts<'a> {
    pub(crate) rank: Fact<Rank>,
    pub(crate) office: Fact<Office>,
    pub(crate) organ: Organ,
    pub(crate) tags: &'a [Text],
}

/// A business, as bans ask about it.
#[derive(Clone, Copy)]
pub(crate) struct BusinessFacts<'a> {
    pub(crate) behaviour: Fact<Behaviour>,
    pub(crate) industries: &'a Fact<Vec<IndustryCode>>,
    pub(crate) places: &'a Fact<Vec<DivisionCode>>,
    pub(crate) deals_with_institution: Fact<bool>,
    pub(crate) scope: Option<&'a Text>,
    pub(crate) aliases: &'a DivisionAliases,
}

impl BusinessFacts<'_> {
    /// Whether it is one of these ways of doing business; of none given, whether it is business at all.
    pub(crate) fn behaves(&self, among: &[Behaviour]) -> Matched {
        Matched::of(&self.behaviour, BanFields::BEHAVIOUR, |it| {
            if among.is_empty() { it.is_business() } else { among.contains(it) }
        })
    }

    /// Whether it is in one of these divisions.
    pub(crate) fn lies_in(&self, areas: &Fact<Vec<DivisionCode>>) -> Matched {
        match areas {
            Fact::Known(areas) => {
                let lies = |a, b| self.lies(a, b);
                Matched::within(self.places, BanFields::PLACES, areas, lies)
            }
            Fact::Absent => Matched::No,
            // What is nowhere lies in no area.
            Fact::Unknown if is_none(self.places) => Matched::No,
            Fact::Unknown => Matched::Open(BanFields::AREAS),
        }
    }

    /// Whether a place lies in an area, by what their codes have become.
    fn lies(&self, place: DivisionCode, area: DivisionCode) -> Option<bool> {
        self.aliases.newest(place).within(self.aliases.newest(area))
    }

    /// Whether its scope in words mentions one of these.
    fn mentions(&self, keywords: &[Text]) -> bool {
        let scope = self.scope.map_or("", Text::as_str);
        !keywords.is_empty() && keywords.iter().any(|it| mentions(scope, it.as_str()))
    }

    /// Whether it is of one of these industries.
    pub(crate) fn belongs_to(&self, industries: &[IndustryCode]) -> Matched {
        Matched::within(self.industries, BanFields::INDUSTRIES, industries, IndustryCode::within)
    }
}

impl Ban {
    /// Whether it reaches the holder of a post.
    pub(crate) fn reaches(&self, holder: &HolderFacts<'_>) -> Matched {
        let tagged =
            self.post_tags.is_empty() || self.post_tags.iter().any(|it| holder.tags.contains(it));
        let organ = self.organs.is_empty() || self.organs.contains(&holder.organ);
        let office = if self.offices.is_empty() {
            Matched::Yes
        } else {
            Matched::of(&holder.office, BanFields::OFFICE, |it| self.offices.contains(it))
        };
        let rank = if self.lowest_rank.is_none() && self.highest_rank.is_none() {
            Matched::Yes
        } else {
            Matched::of(&holder.rank, BanFields::RANK, |it| {
                self.lowest_rank.is_none_or(|low| low <= *it)
                    && self.highest_rank.is_none_or(|high| *it <= high)
            })
        };
        Matched::when(tagged && organ).and(office).and(rank)
    }

    /// Whether a business is one that it bans, for a holder whose areas those are.
    pub(crate) fn covers(
        &self,
        business: &BusinessFacts<'_>,
        areas: &Fact<Vec<DivisionCode>>,
    ) -> Matched {
        let mut all = business.behaves(&self.behaviours);
        if !self.industries.is_empty() || !self.keywords.is_empty() {
            let by_code = if self.industries.is_empty() {
                Matched::No
            } else {
                business.belongs_to(&self.industries)
            };
            // What a text says weighs less than a code.
            all = all.and(match by_code {
                Matched::No | Matched::Open(_) if business.mentions(&self.keywords) => {
                    Matched::Open(BanFields::SCOPE)
                }
                by_code => by_code,
            });
        }
        if !self.divisions.is_empty() {
            let field = BanFields::PLACES;
            let lies = |a, b| business.lies(a, b);
            all = all.and(Matched::within(business.places, field, &self.divisions, lies));
        }
        if self.area == BanArea::Jurisdiction {
            all = all.and(business.lies_in(areas));
        }
        if self.with_institution {
            let field = BanFields::DEALING;
            all = all.and(Matched::of(&business.deals_with_institution, field, |it| *it));
        }
        all
    }
}

/// Whether it is on record that there is none.
pub(crate) fn is_none<T>(list: &Fact<Vec<T>>) -> bool {
    list.is_absent() || list.known().is_some_and(Vec::is_empty)
}

/// Openings of a clause that takes its content out of a scope.
const EXCEPT: [&str; 7] = ["不含", "不包括", "不得", "禁止", "严禁", "除", "不从事"];

/// Whether a business scope mentions a keyword in a clause that does not take it out again: `不含房地产开发` does not
/// mention `房地产`.
fn mentions(scope: &str, keyword: &str) -> bool {
    if keyword.is_empty() {
        return false;
    }
    // A clause ends with its sentence; an exception inside brackets ends with them.
    scope.split(['；', ';', '。', '\n']).any(|clause| {
        let mut excepted = false;
        clause.split(['（', '(']).enumerate().any(|(depth, part)| {
            let (inside, after) = match part.split_once(['）', ')']) {
                Some((inside, after)) if depth > 0 => (inside, after),
                _ => (part, ""),
            };
            let inside = said(inside, keyword, &mut excepted);
            if depth > 0 && !after.is_empty() {
                excepted = false;
            }
            inside || said(after, keyword, &mut excepted)
        })
    })
}

/// Whether a part of a clause mentions a keyword before an exception; one goes on to the end of the part.
fn said(part: &str, keyword: &str, excepted: &mut bool) -> bool {
    part.split(['、', '，', ',']).any(|item| {
        let item = item.trim();
        *excepted |= EXCEPT.iter().any(|it| item.starts_with(it));
        // `除…外` closes its own exception.
        let closes = item.ends_with('外') || item.ends_with("除外");
        let said = !*excepted && !item.ends_with("除外") && item.contains(keyword);
        if closes {
            *excepted = false;
        }
        said
    })
}

#[cfg(test)]
mod tests {
    use super::mentions;

    #[test]
    fn a_scope_mentions_what_it_does_not_take_out() {
        for (scope, keyword, expected) in [
            ("房地产开发；物业管理", "房地产", true),
            ("建筑材料销售；不含房地产开发", "房地产", false),
            ("建筑工程（不含房地产开发、爆破）；广告", "房地产", false),
            ("建筑工程（不含房地产开发、爆破）、广告", "广告", true),
            ("除烟草零售外、食品销售", "烟草", false),
            ("除烟草零售外、食品销售", "食品", true),
            ("食品销售，不得经营烟草", "烟草", false),
            ("禁止经营烟草、酒类；食品", "酒类", false),
            ("禁止经营烟草、酒类；食品", "食品", true),
            ("烟草制品除外的零售、烟草专卖", "烟草专卖", true),
            ("", "烟草", false),
            ("烟草零售", "", false),
            ("咨询(房地产经纪)", "房地产", true),
        ] {
            assert_eq!(mentions(scope, keyword), expected, "{scope} {keyword}");
        }
    }
}
