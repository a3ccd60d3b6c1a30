//! Screening in bulk: flat rows against the bans on business, compiled once.

use std::{
    collections::HashMap,
    hash::{BuildHasherDefault, DefaultHasher, Hash},
};

use serde::{Serialize, Serializer, ser::SerializeStruct as _};

use crate::{
    facts::{Behaviour, Fact, Holding, Office, Organ, Rank, Relation, Text},
    law::codes::{DivisionAliases, DivisionCode, IndustryCode, IndustryEdition},
    outcome::Outcome,
    policy::{Ban, BanFields, BusinessFacts, HolderFacts, Matched, Policy},
    shape::record,
    time::{Day, NaiveDate},
};

record! {
    /// One row: a holder's post, a relative and a business, as they stood on one day.
    pub struct ScreeningRow {
        /// The day.
        on: Day,
        ..
        /// A key of your own, echoed in the answer.
        id: Option<String>,
        /// What the relative is to the holder.
        relation: Fact<Relation>,
        /// Rank of the holder's post.
        rank: Fact<Rank>,
        /// Office of the holder's post.
        office: Fact<Office>,
        /// In which organ it is. Left out: in this unit.
        organ: Organ,
        /// The area that it has charge of. `null`: none.
        areas: Fact<Vec<DivisionCode>>,
        /// Words of your own that bans may name it by.
        tags: Vec<Text>,
        /// In what way the relative does business.
        behaviour: Fact<Behaviour>,
        /// In whose name the interest is held. Left out: in the relative's own.
        held: Holding,
        /// Industries of the business. `null`: none is recorded.
        industries: Fact<Vec<IndustryCode>>,
        /// Where it is. `null`: nowhere that is recorded.
        places: Fact<Vec<DivisionCode>>,
        /// Whether it deals with the holder's institution.
        deals_with_institution: Fact<bool>,
        /// Business scope in words.
        scope: Option<Text>,
    }
}

/// Bans compiled for screening: built once, shared between threads, and asked for any number of rows.
///
/// A row is held only against the bans that its industries and places lead to, so that the cost of a row hardly grows with
/// the number of bans. A row that meets no ban allocates nothing.
///
/// ```
/// use oversight::{outcome::Outcome, policy::Policy, screen::{Screen, ScreeningRow}};
/// let policy = Policy::from_json(r#"{ "bans": [ { "id": "lawyer", "regime": "检察官法", "relations": ["spouse"],
///     "offices": ["procurator"], "behaviours": ["law_firm_partner"], "area": "jurisdiction" } ] }"#)?;
/// let screen = Screen::new(&policy);
/// let row: ScreeningRow = serde_json::from_str(r#"{ "on": "2024-05-06", "relation": "spouse", "office": "procurator",
///     "areas": ["450103"], "behaviour": "law_firm_partner", "places": ["450103"] }"#).unwrap();
/// let answer = screen.screen(&row);
/// assert_eq!(answer.outcome, Outcome::Violated);
/// assert_eq!(answer.bans[0].id, "lawyer");
/// # Ok::<(), oversight::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Screen {
    bans: Vec<Ban>,
    first: NaiveDate,
    aliases: DivisionAliases,
    by_industry: Keyed<IndustryCode>,
    by_division: Keyed<DivisionCode>,
    /// Bans that name neither industries nor divisions, or that words may lead to.
    others: Vec<u32>,
}

/// Bans by the codes that they name.
#[derive(Debug, Clone)]
struct Keyed<T> {
    /// By each code named.
    at: Map<T>,
    /// By each level above a code named.
    below: Map<T>,
    all: Vec<u32>,
    /// Whether a code is of another edition, which no key finds.
    mixed: bool,
}

/// The order of a map with fixed keys is never read.
type Map<T> = HashMap<T, Vec<u32>, BuildHasherDefault<DefaultHasher>>;

/// A code with its levels, as a key.
trait Levels: Copy + Eq + Hash {
    /// Itself and the levels above it, coarsest first, in one spelling.
    fn levels(self) -> impl DoubleEndedIterator<Item = Self>;

    /// Whether a key finds what it has to do with.
    fn is_keyed(self) -> bool;
}

impl Levels for IndustryCode {
    fn levels(self) -> impl DoubleEndedIterator<Item = Self> {
        Self::levels(self)
    }

    fn is_keyed(self) -> bool {
        self.edition() == IndustryEdition::Y2017
    }
}

impl Levels for DivisionCode {
    fn levels(self) -> impl DoubleEndedIterator<Item = Self> {
        Self::levels(self)
    }

    fn is_keyed(self) -> bool {
        true
    }
}

impl<T: Levels> Keyed<T> {
    fn new() -> Self {
        Self { at: Map::default(), below: Map::default(), all: Vec::new(), mixed: false }
    }

    fn add(&mut self, ban: u32, codes: &[T]) {
        self.all.push(ban);
        for code in codes {
            self.mixed |= !code.is_keyed();
            let mut levels = code.levels().rev();
            if let Some(own) = levels.next() {
                self.at.entry(own).or_default().push(ban);
            }
            for above in levels {
                let list = self.below.entry(above).or_default();
                if list.last() != Some(&ban) {
                    list.push(ban);
                }
            }
        }
    }

    /// Every ban that codes may have to do with; some more than once.
    fn each(&self, codes: &Fact<Vec<T>>, now: impl Fn(T) -> T, mut ask: impl FnMut(u32)) {
        let codes = match codes {
            Fact::Known(codes) => codes,
            Fact::Absent => return,
            Fact::Unknown => return self.all.iter().copied().for_each(ask),
        };
        if self.mixed || codes.iter().any(|it| !it.is_keyed()) {
            return self.all.iter().copied().for_each(ask);
        }
        for code in codes {
            let mut own = now(*code);
            for level in own.levels() {
                self.at.get(&level).into_iter().flatten().copied().for_each(&mut ask);
                own = level;
            }
            // Recorded more coarsely than these bans.
            self.below.get(&own).into_iter().flatten().copied().for_each(&mut ask);
        }
    }
}

/// How a row ended.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Screened<'s> {
    /// Violated where it meets a ban, undetermined where a fact is missing that would tell, else compliant.
    pub outcome: Outcome,
    /// The bans that it meets, in the order of the list.
    pub bans: Vec<&'s Ban>,
    /// Keys of the row that would settle whether it meets others.
    pub missing: Vec<&'static str>,
}

impl Serialize for Screened<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        /// A ban by name.
        #[derive(Serialize)]
        struct Named<'s> {
            id: &'s str,
            regime: &'s str,
        }
        let bans: Vec<_> =
            self.bans.iter().map(|it| Named { id: &it.id, regime: &it.regime }).collect();
        let mut it = serializer.serialize_struct("Screened", 3)?;
        it.serialize_field("outcome", &self.outcome)?;
        it.serialize_field("bans", &bans)?;
        it.serialize_field("missing", &self.missing)?;
        it.end()
    }
}

/// Keys of a row, with the facts that they hold.
const KEYS: [(BanFields, &str); 8] = [
    (BanFields::RANK, "rank"),
    (BanFields::OFFICE, "office"),
    (BanFields::AREAS, "areas"),
    (BanFields::BEHAVIOUR, "behaviour"),
    (BanFields::INDUSTRIES, "industries"),
    (BanFields::PLACES, "places"),
    (BanFields::DEALING, "deals_with_institution"),
    (BanFields::SCOPE, "scope"),
];

impl Screen {
    /// The bans of a policy; none where it has none.
    #[must_use]
    pub fn new(policy: &Policy) -> Self {
        let bans = policy.bans().unwrap_or_default().to_vec();
        Self::of(bans, policy.measures_from(), policy.division_aliases().clone())
    }

    /// The same without the bans of one regime.
    #[must_use]
    pub fn without_regime(self, regime: &str) -> Self {
        let kept = self.bans.into_iter().filter(|it| it.regime != regime).collect();
        Self::of(kept, self.first, self.aliases)
    }

    fn of(bans: Vec<Ban>, first: NaiveDate, aliases: DivisionAliases) -> Self {
        let (mut by_industry, mut by_division) = (Keyed::new(), Keyed::new());
        let mut others = Vec::new();
        for (n, ban) in (0u32..).zip(&bans) {
            if !ban.keywords.is_empty() {
                others.push(n);
            } else if !ban.industries.is_empty() {
                by_industry.add(n, &ban.industries);
            } else if !ban.divisions.is_empty() {
                let now: Vec<_> = ban.divisions.iter().map(|it| aliases.newest(*it)).collect();
                by_division.add(n, &now);
            } else {
                others.push(n);
            }
        }
        Self { bans, first, aliases, by_industry, by_division, others }
    }

    /// The bans, in the order of the list.
    #[must_use]
    pub fn bans(&self) -> &[Ban] {
        &self.bans
    }

    /// Holds one row against the bans.
    #[must_use]
    pub fn screen<'s>(&'s self, row: &ScreeningRow) -> Screened<'s> {
        let mut hits: Vec<u32> = Vec::new();
        let mut open = None;
        let mut ask = |n: u32| {
            let Some(ban) = self.bans.get(n as usize) else { return };
            match self.meets(ban, row) {
                Match::No => {}
                Match::Yes => {
                    if !hits.contains(&n) {
                        hits.push(n);
                    }
                }
                Match::Open(lacks) => {
                    open = Some(open.map_or(lacks, |it: Lacks| it.with(lacks)));
                }
            }
        };
        self.others.iter().copied().for_each(&mut ask);
        self.by_industry.each(&row.industries, |it| it, &mut ask);
        self.by_division.each(&row.places, |it| self.aliases.newest(it), &mut ask);
        hits.sort_unstable();
        let bans: Vec<&Ban> = hits.iter().filter_map(|n| self.bans.get(*n as usize)).collect();
        let missing = open.map_or_else(Vec::new, Lacks::keys);
        let outcome = match (bans.is_empty(), missing.is_empty()) {
            (false, _) => Outcome::Violated,
            (true, false) => Outcome::Undetermined,
            (true, true) => Outcome::Compliant,
        };
        Screened { outcome, bans, missing }
    }

    /// Holds many rows against the bans; the answers stand in the order of the rows. With the feature `rayon` on every core.
    #[must_use]
    pub fn screen_all<'s>(&'s self, rows: &[ScreeningRow]) -> Vec<Screened<'s>> {
        #[cfg(feature = "rayon")]
        {
            use rayon::prelude::*;
            rows.par_iter().map(|it| self.screen(it)).collect()
        }
        #[cfg(not(feature = "rayon"))]
        rows.iter().map(|it| self.screen(it)).collect()
    }

    fn meets(&self, ban: &Ban, row: &ScreeningRow) -> Match {
        let (from, until) = ban.days();
        let day = row.on.0;
        if day < from || until < day || day < self.first {
            return Match::No;
        }
        let mut lacks = Lacks::default();
        match &row.relation {
            Fact::Known(relation) if ban.relations.contains(relation) => {}
            Fact::Known(_) | Fact::Absent => return Match::No,
            Fact::Unknown => lacks.relation = true,
        }
        lacks.held = row.held == Holding::NomineeSuspected;
        let holder =
            HolderFacts { rank: row.rank, office: row.office, organ: row.organ, tags: &row.tags };
        let business = BusinessFacts {
            behaviour: row.behaviour,
            industries: &row.industries,
            places: &row.places,
            deals_with_institution: row.deals_with_institution,
            scope: row.scope.as_ref(),
            aliases: &self.aliases,
        };
        match ban.reaches(&holder).and(ban.covers(&business, &row.areas)) {
            Matched::No => return Match::No,
            Matched::Yes => {}
            Matched::Open(fields) => lacks.fields = Some(fields),
        }
        if lacks.relation || lacks.held || lacks.fields.is_some() {
            Match::Open(lacks)
        } else {
            Match::Yes
        }
    }
}

/// How a row stands to a ban.
enum Match {
    Yes,
    No,
    Open(Lacks),
}

/// What would tell.
#[derive(Debug, Clone, Copy, Default)]
struct Lacks {
    relation: bool,
    held: bool,
    fields: Option<BanFields>,
}

impl Lacks {
    fn with(self, other: Self) -> Self {
        let fields = match (self.fields, other.fields) {
            (Some(a), Some(b)) => Some(a.with(b)),
            (a, b) => a.or(b),
        };
        Self { relation: self.relation || other.relation, held: self.held || other.held, fields }
    }

    fn keys(self) -> Vec<&'static str> {
        let mut keys = Vec::new();
        keys.extend(self.relation.then_some("relation"));
        keys.extend(self.held.then_some("held"));
        let fields = self.fields.unwrap_or_default();
        keys.extend(KEYS.iter().filter(|it| fields.has(it.0)).map(|it| it.1));
        keys
    }
}

/// `Screen` is shared between threads; this does not compile otherwise.
#[allow(dead_code, reason = "a promise kept by the compiler")]
const fn shared<T: Send + Sync>() {}
const _: () = shared::<Screen>();
