//! What a business, a tie of kinship, a post and a ban have to do with each other: three-valued, day by day.

pub(crate) use crate::rules::meets::{Lacks, Meets, fact};
use crate::{
    facts::{
        Behaviour, Body, Fact, Holding, Interest, KinSet, Membership, Office, Organ, Post, Rank,
        RecordFamily, Relation, TargetPost, Text,
    },
    finding::{Breach, Hinge, Missing, Why},
    law::Basis,
    law::codes::{DivisionCode, IndustryCode},
    outcome::Outcome,
    path::{Path, field},
    policy::{Ban, BanFields, BusinessFacts, HolderFacts, Matched, is_none},
    rule::{Answer, HouseholdCase, InterestCase, Probe},
    time::NaiveDate,
};

/// A post, held or to be filled, with the days on which it counts.
#[derive(Clone, Copy)]
pub(crate) struct Seat<'p> {
    pub(crate) rank: Fact<Rank>,
    pub(crate) rank_at: Path,
    pub(crate) office: Fact<Office>,
    pub(crate) organ: Organ,
    pub(crate) tags: &'p [Text],
    pub(crate) areas: &'p Fact<Vec<DivisionCode>>,
    pub(crate) supervises: &'p Fact<Vec<IndustryCode>>,
    pub(crate) from: NaiveDate,
    pub(crate) until: NaiveDate,
    pub(crate) at: Path,
}

impl<'p> Seat<'p> {
    /// Of a post of the register.
    pub(crate) fn of(post: &'p Post, at: Path) -> Self {
        Self {
            rank: post.rank,
            rank_at: at.field(field!("rank")),
            office: post.office,
            organ: post.organ,
            tags: &post.tags,
            areas: &post.areas,
            supervises: &post.supervises,
            from: post.from.0,
            until: post.until.map_or(NaiveDate::MAX, |day| day.0),
            at,
        }
    }

    /// Of a seat in the procuratorial committee.
    pub(crate) fn of_committee(spell: &Membership, at: Path) -> Self {
        Self {
            rank: Fact::Unknown,
            rank_at: at,
            office: Fact::Known(Office::CommitteeMember),
            organ: Organ::Own,
            tags: &[],
            areas: &Fact::Absent,
            supervises: &Fact::Absent,
            from: spell.from.0,
            until: spell.until.map_or(NaiveDate::MAX, |day| day.0),
            at,
        }
    }

    /// Of a post that is to be filled, on one day.
    pub(crate) fn of_target(
        target: &'p TargetPost,
        rank: Fact<Rank>,
        rank_at: Path,
        day: NaiveDate,
        at: Path,
    ) -> Self {
        Self {
            rank,
            rank_at,
            office: target.office,
            organ: Organ::Own,
            tags: &target.tags,
            areas: &target.areas,
            supervises: &target.supervises,
            from: day,
            until: day,
            at,
        }
    }
}

impl<'p> Seat<'p> {
    /// As bans ask about it.
    pub(crate) const fn facts(&self) -> HolderFacts<'p> {
        HolderFacts { rank: self.rank, office: self.office, organ: self.organ, tags: self.tags }
    }
}

impl<'a> HouseholdCase<'a> {
    /// The holder's seats in the procuratorial committee.
    pub(crate) fn committee_seats(&self) -> impl Iterator<Item = Seat<'a>> + use<'a> {
        let place = self.index.holder as usize;
        let people = &self.cx.dossier.records().people;
        let spells = people.get(place).map_or(&[][..], |it| &it.memberships);
        let at = Path::ROOT.field(field!("people")).index(place).field(field!("memberships"));
        let own = spells.iter().enumerate();
        own.filter(|it| it.1.body == Body::ProcuratorialCommittee)
            .map(move |(n, spell)| Seat::of_committee(spell, at.index(n)))
    }

    /// The holder's posts.
    pub(crate) fn seats(&self) -> impl Iterator<Item = Seat<'a>> + use<'a> {
        let place = self.index.holder as usize;
        let posts = self.cx.dossier.records().people.get(place).map_or(&[][..], |it| &it.posts);
        let at = Path::ROOT.field(field!("people")).index(place).field(field!("posts"));
        posts.iter().enumerate().map(move |(n, post)| Seat::of(post, at.index(n)))
    }
}

/// A tie between the holder and the owner of an interest.
#[derive(Clone, Copy)]
pub(crate) struct Tie {
    /// What the owner is to the holder.
    pub(crate) relation: Relation,
    pub(crate) from: NaiveDate,
    pub(crate) until: NaiveDate,
}

/// Every tie between the holder and the owner.
pub(crate) fn all<'a>(case: &InterestCase<'a>) -> impl Iterator<Item = Tie> + Clone + use<'a> {
    between(case.household, case.owner)
}

fn between<'a>(
    case: &HouseholdCase<'a>,
    owner: u32,
) -> impl Iterator<Item = Tie> + Clone + use<'a> {
    let records = case.cx.dossier.records();
    let holder = &case.household.holder;
    case.cx.dossier.index().kin(case.index.holder, owner).filter_map(move |n| {
        let tie = records.kinship.elements().get(n as usize)?;
        let own = tie.person == *holder;
        Some(Tie {
            relation: match (own, tie.relation) {
                (true, relation) => relation,
                // The spouse of the other's kin is not the other's spouse's kin.
                (false, Relation::CollateralSpouse) => Relation::Other,
                (false, relation) => relation.inverse(),
            },
            from: tie.from.map_or(NaiveDate::MIN, |day| day.0),
            until: tie.until.map_or(NaiveDate::MAX, |day| day.0),
        })
    })
}

/// Every tie, where kinship is on record.
///
/// # Errors
///
/// `Undetermined` where it is not.
pub(crate) fn of<'a>(
    case: &InterestCase<'a>,
    probe: &mut Probe<'_>,
) -> Result<impl Iterator<Item = Tie> + Clone + use<'a>, Outcome> {
    if case.cx().dossier.records().kinship.is_unknown() {
        return Err(probe.unknown(Path::ROOT.field(field!("kinship"))));
    }
    Ok(all(case))
}

/// Whether the owner ever was kin of the holder within a set.
pub(crate) fn ever(case: &HouseholdCase<'_>, owner: u32, set: KinSet) -> bool {
    between(case, owner).any(|it| set.contains(it.relation))
}

/// What the owner was to the holder on a day, within a set.
///
/// # Errors
///
/// `Undetermined` where kinship is not on record.
pub(crate) fn relation(
    case: &HouseholdCase<'_>,
    owner: Option<u32>,
    day: NaiveDate,
    set: KinSet,
    probe: &mut Probe<'_>,
) -> Result<Option<Relation>, Outcome> {
    if case.cx.dossier.records().kinship.is_unknown() {
        return Err(probe.unknown(Path::ROOT.field(field!("kinship"))));
    }
    let Some(owner) = owner else { return Ok(None) };
    let found = between(case, owner)
        .find(|it| set.contains(it.relation) && it.from <= day && day <= it.until);
    Ok(found.map(|it| it.relation))
}

/// Whether an interest lasted on some day from one to another, both included.
pub(crate) enum Lasted {
    /// From that day on.
    Yes(NaiveDate),
    No,
    Open(Path),
}

/// Whether an interest lasted on some day from one to another, both included.
pub(crate) fn lasted(it: &Interest, at: Path, (start, end): (NaiveDate, NaiveDate)) -> Lasted {
    if start > end {
        return Lasted::No;
    }
    let first = match it.from {
        Fact::Known(day) => Some(day.0),
        Fact::Absent => Some(NaiveDate::MIN),
        Fact::Unknown => None,
    };
    let last = match it.until {
        Fact::Known(day) => Some(day.0),
        Fact::Absent => Some(NaiveDate::MAX),
        Fact::Unknown => None,
    };
    if first.is_some_and(|day| day > end) || last.is_some_and(|day| day < start) {
        return Lasted::No;
    }
    match (first, last) {
        (Some(first), Some(_)) => Lasted::Yes(first.max(start)),
        (Some(first), None) if first >= start => Lasted::Yes(first),
        (Some(_), None) => Lasted::Open(at.field(field!("until"))),
        // It lasted on its last day.
        (None, Some(last)) if last <= end => Lasted::Yes(last),
        (None, _) => Lasted::Open(at.field(field!("from"))),
    }
}

/// Goes on where the interest may have lasted on some day that is judged; where that is open, with the fact that would tell.
///
/// # Errors
///
/// `NotApplicable` where it did not.
pub(crate) fn days(
    case: &InterestCase<'_>,
    probe: &mut Probe<'_>,
) -> Result<Option<Path>, Outcome> {
    let (first, as_of) = (case.cx().policy.measures_from(), case.cx().as_of);
    let began_later = case.interest.from.known().is_some_and(|day| day.0 > as_of);
    probe.reach(!began_later, Why::AfterAsOf)?;
    probe.looks_at(&case.interest.from, || case.at().field(field!("from")));
    probe.looks_at(&case.interest.until, || case.at().field(field!("until")));
    probe.looks_at(&case.interest.behaviour, || case.at().field(field!("behaviour")));
    match lasted(case.interest, case.at(), (first, as_of)) {
        Lasted::No => Err(probe.not_applicable(Why::NotInForce)),
        Lasted::Open(at) => Ok(Some(at)),
        Lasted::Yes(_) => Ok(None),
    }
}

/// Where it is open whether the interest is reached at all, what is kept is open too.
pub(crate) fn unless_open(outcome: Outcome, open: Option<Path>, probe: &mut Probe<'_>) -> Outcome {
    match open {
        Some(at) if outcome == Outcome::Compliant => probe.unknown(at),
        _ => outcome,
    }
}

/// Runs a check where the interest may have lasted on some day that is judged.
pub(crate) fn reached(
    case: &InterestCase<'_>,
    probe: &mut Probe<'_>,
    check: impl FnOnce(&mut Probe<'_>) -> Answer,
) -> Answer {
    let open = days(case, probe)?;
    let outcome = check(probe)?;
    Ok(unless_open(outcome, open, probe))
}

/// Whether it is only suspected that an interest held in another's name is the relative's.
pub(crate) fn is_suspected(it: &Interest) -> bool {
    it.held == Holding::NomineeSuspected
}

/// Whether the interest lasted beside a seat, a tie and, where there is one, a ban.
pub(crate) fn lasts(
    case: &InterestCase<'_>,
    seat: &Seat<'_>,
    tie: &Tie,
    ban: Option<&Ban>,
) -> Meets {
    let cx = case.cx();
    let (first, last) = ban.map_or((NaiveDate::MIN, NaiveDate::MAX), Ban::days);
    let start = seat.from.max(tie.from).max(first).max(cx.policy.measures_from());
    let end = seat.until.min(tie.until).min(last).min(cx.as_of);
    match lasted(case.interest, case.at(), (start, end)) {
        Lasted::No => Meets::No,
        Lasted::Open(at) => Meets::open(at),
        Lasted::Yes(_) if is_suspected(case.interest) => {
            Meets::lack(Missing::Suspected(case.at().field(field!("held"))))
        }
        Lasted::Yes(day) => Meets::Yes(day),
    }
}

/// The business of an interest, as bans ask about it.
fn business<'a>(case: &InterestCase<'a>) -> BusinessFacts<'a> {
    let it = case.interest;
    BusinessFacts {
        behaviour: it.behaviour,
        industries: &it.industries,
        places: &it.places,
        deals_with_institution: dealing(case),
        scope: it.scope.as_ref(),
        aliases: case.cx().policy.division_aliases(),
    }
}

/// Whether the business deals with the institution: by a contract with its code, or as the interest has it.
fn dealing(case: &InterestCase<'_>) -> Fact<bool> {
    let (cx, it) = (case.cx(), case.interest);
    let stated = it.deals_with_institution;
    let Some(code) = it.credit_code else { return stated };
    let index = cx.dossier.index();
    if index.contracts_with(code).any(|(_, day)| day <= cx.as_of) {
        return Fact::Known(true);
    }
    let whole =
        cx.dossier.is_complete(RecordFamily::Contracts, cx.policy.measures_from(), cx.as_of);
    match stated {
        Fact::Known(true) => stated,
        // A contract may be with it of which nobody has said with whom it was.
        _ if index.unstated_contracts.first().is_some_and(|it| it.0 <= cx.as_of) => Fact::Unknown,
        Fact::Unknown if whole => Fact::Known(false),
        stated => stated,
    }
}

/// What matched, with the addresses of what is open.
fn addressed(case: &InterestCase<'_>, seat: Option<&Seat<'_>>, matched: Matched) -> Meets {
    let fields = match matched {
        Matched::Yes => return Meets::ALWAYS,
        Matched::No => return Meets::No,
        Matched::Open(fields) => fields,
    };
    let at = case.at();
    let own = [
        (BanFields::BEHAVIOUR, field!("behaviour")),
        (BanFields::INDUSTRIES, field!("industries")),
        (BanFields::PLACES, field!("places")),
        (BanFields::DEALING, field!("deals_with_institution")),
    ];
    let mut lacks: Vec<Path> =
        own.iter().filter(|it| fields.has(it.0)).map(|it| at.field(it.1)).collect();
    if let Some(seat) = seat {
        lacks.extend(fields.has(BanFields::OFFICE).then(|| seat.at.field(field!("office"))));
        lacks.extend(fields.has(BanFields::RANK).then_some(seat.rank_at));
        lacks.extend(fields.has(BanFields::AREAS).then(|| seat.at.field(field!("areas"))));
    }
    let mut lacks: Vec<Missing> = lacks.into_iter().map(Missing::Fact).collect();
    // A word of a text is a suspicion.
    let hinted = fields.has(BanFields::SCOPE);
    lacks.extend(hinted.then(|| Missing::Suspected(at.field(field!("scope")))));
    if fields.has(BanFields::DEALING) && !case.interest.deals_with_institution.is_unknown() {
        // What the interest says of it is known; a contract is not.
        lacks.retain(|it| *it != Missing::Fact(at.field(field!("deals_with_institution"))));
        let n = case.cx().dossier.index().unstated_contracts.first();
        let contract = |n: u32| Path::ROOT.field(field!("contracts")).index(n as usize);
        lacks.extend(n.map(|n| Missing::Fact(contract(n.1).field(field!("counterparty")))));
    }
    Meets::Open(Lacks::from(lacks))
}

/// Whether it is one of these ways of doing business; of none given, whether it is business at all.
pub(crate) fn behaves(case: &InterestCase<'_>, among: &[Behaviour]) -> Meets {
    addressed(case, None, business(case).behaves(among))
}

/// Whether the business is in one of these divisions.
pub(crate) fn lies_in(case: &InterestCase<'_>, areas: &Fact<Vec<DivisionCode>>, at: Path) -> Meets {
    if areas.is_unknown() && !is_none(&case.interest.places) {
        return Meets::open(at);
    }
    addressed(case, None, business(case).lies_in(areas))
}

/// Whether the business is of one of these industries.
pub(crate) fn belongs_to(
    case: &InterestCase<'_>,
    industries: &Fact<Vec<IndustryCode>>,
    at: Path,
) -> Meets {
    match industries {
        Fact::Known(asked) => addressed(case, None, business(case).belongs_to(asked)),
        Fact::Absent => Meets::No,
        Fact::Unknown if is_none(&case.interest.industries) => Meets::No,
        Fact::Unknown => Meets::open(at),
    }
}

/// Whether a ban reaches the holder of a seat.
pub(crate) fn scope(case: &InterestCase<'_>, ban: &Ban, seat: &Seat<'_>) -> Meets {
    addressed(case, Some(seat), ban.reaches(&seat.facts()))
}

/// Whether the interest meets a ban beside a seat and a tie.
pub(crate) fn meets(case: &InterestCase<'_>, ban: &Ban, seat: &Seat<'_>, tie: &Tie) -> Meets {
    let covered = ban.covers(&business(case), seat.areas);
    lasts(case, seat, tie, Some(ban)).and(addressed(case, Some(seat), covered))
}

/// Whether the interest meets a ban on one day, whatever the days that are judged.
pub(crate) fn meets_on(
    case: &InterestCase<'_>,
    ban: &Ban,
    day: NaiveDate,
    ties: &(impl Iterator<Item = Tie> + Clone),
) -> Meets {
    let (from, until) = ban.days();
    let mut whole = Meets::No;
    if day < from || until < day {
        return whole;
    }
    let now = match lasted(case.interest, case.at(), (day, day)) {
        Lasted::No => return whole,
        Lasted::Open(at) => Meets::open(at),
        Lasted::Yes(_) if is_suspected(case.interest) => {
            Meets::lack(Missing::Suspected(case.at().field(field!("held"))))
        }
        Lasted::Yes(_) => Meets::ALWAYS,
    };
    for seat in case.household.seats().filter(|it| it.from <= day && day <= it.until) {
        let reaches = |tie: &Tie| {
            ban.relations.contains(&tie.relation) && tie.from <= day && day <= tie.until
        };
        if ties.clone().any(|tie| reaches(&tie)) {
            let covered = ban.covers(&business(case), seat.areas);
            let covered = addressed(case, Some(&seat), covered);
            whole = whole.or(scope(case, ban, &seat).and(covered).and(now.clone()));
        }
    }
    whole
}

/// The ban that a departure goes back to.
pub(crate) fn hinge(ban: &Ban) -> Hinge {
    let cite = format!("{} {}", ban.regime, ban.id);
    Hinge { field: "bans", basis: Basis::LocalPolicy, cite: Some(cite.into()) }
}

/// A departure: the interest stands, from a day on, to its last one.
pub(crate) fn stands(
    case: &InterestCase<'_>,
    day: NaiveDate,
    ban: Option<&Ban>,
    probe: &mut Probe<'_>,
) -> Outcome {
    let until = case.interest.until.known().map(|day| day.0);
    probe.breach_with(case.at(), Breach::Lasted { from: day, until }, |it| {
        it.day = day;
        it.hinges.extend(ban.map(hinge));
        it.who = Some(case.household.household.holder.as_str().into());
    })
}

/// How one ban ended for an interest.
pub(crate) fn tell(
    case: &InterestCase<'_>,
    ban: &Ban,
    meets: Meets,
    probe: &mut Probe<'_>,
) -> Outcome {
    match meets {
        Meets::No => Outcome::Compliant,
        Meets::Open(lacks) => lacks.tell(probe),
        Meets::Yes(day) => stands(case, day, Some(ban), probe),
    }
}
