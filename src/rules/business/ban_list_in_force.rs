//! 禁业清单: a list of bans is in force for holders of that kind.

use super::{BASE, ties};
use crate::{
    facts::{Fact, Office},
    finding::{Breach, Missing, Why},
    law::{cite, instruments::MEASURES},
    norm::{Norm, Words, code},
    outcome::{Outcome, Severity},
    path::{Root, field},
    policy::{Ban, BanFields, Matched},
    rule::{Answer, Checks, HouseholdCase, Part, Probe, Rule, UnitCase},
    time::NaiveDate,
};

/// 禁业清单: a list of bans is in force for holders of that kind.
#[doc(alias = "禁业清单")]
pub(super) static RULE: Rule = Rule {
    norm: Norm {
        code: code!("BIZ010"),
        slug: "ban-list-in-force",
        title: Words { zh: "有现行禁业清单", en: "A ban list is in force" },
        gist: Words {
            zh: "对该类职务须有现行有效的禁业清单。",
            en: "For holders of that kind a list of bans is in force.",
        },
        cites: &[cite!(MEASURES, clause "2.5.3")],
        severity: Severity::Ordinary,
        remedy: Words { zh: "制定或载入禁业清单", en: "draw up the list, or load it" },
        parameters: &["bans"],
        ..BASE
    },
    checks: Checks {
        unit: Some(of_unit),
        household: Some(of_household),
        by_own_day: true,
        ..Checks::NONE
    },
};

/// Offices by which holders are told apart, the highest first.
fn kinds() -> impl Iterator<Item = Kind> {
    let offices = Office::ALL.iter().copied().map(Kind::Office);
    offices.chain([Kind::NoOffice, Kind::Unstated])
}

/// A kind of holder: his or her highest office.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Office(Office),
    /// None of those that are told apart.
    NoOffice,
    /// Nobody has said it.
    Unstated,
}

impl Kind {
    fn as_str(self) -> &'static str {
        match self {
            Self::Office(office) => office.as_str(),
            Self::NoOffice => "none",
            Self::Unstated => "not_stated",
        }
    }

    /// The kind of a holder on a day; `None` without a post.
    fn of(case: &HouseholdCase<'_>, day: NaiveDate) -> Option<Self> {
        let office = |it: ties::Seat<'_>| match it.office {
            Fact::Known(office) => Self::Office(office),
            Fact::Absent => Self::NoOffice,
            Fact::Unknown => Self::Unstated,
        };
        let held = |kind: Self| seats(case, day).any(|it| office(it) == kind);
        let highest = Office::ALL.first().copied().map(Self::Office).filter(|it| held(*it));
        // Whose other office is not known may be of a higher kind.
        let unstated = Some(Self::Unstated).filter(|it| held(*it));
        highest.or(unstated).or_else(|| kinds().find(|it| held(*it)))
    }
}

/// The posts of a holder on a day.
fn seats<'a>(
    case: &HouseholdCase<'a>,
    day: NaiveDate,
) -> impl Iterator<Item = ties::Seat<'a>> + use<'a> {
    case.seats().filter(move |it| it.from <= day && day <= it.until)
}

fn of_unit(case: &UnitCase<'_>, probe: &mut Probe<'_>) -> Answer {
    let cx = case.cx;
    probe.reach(cx.as_of >= cx.policy.measures_from(), Why::NotInForce)?;
    for kind in kinds() {
        let holders = |kind: Kind| {
            let households = (0u32..).zip(&cx.dossier.records().households);
            let all = households.filter_map(move |it| HouseholdCase::of(cx, it.0));
            all.filter(move |it| Kind::of(it, cx.as_of) == Some(kind))
        };
        if let Some(first) = holders(kind).next() {
            let part = Part::new().word("office", kind.as_str()).standing_at(first.at);
            probe.subject(part, |probe| {
                of_kind(Some(kind), holders(kind), holders(Kind::Unstated), probe)
            });
        }
    }
    Ok(probe.unless_opened(Why::NobodyConcerned))
}

/// A household that is checked alone is asked about by itself. In a dossier it is asked about with those of its kind.
fn of_household(case: &HouseholdCase<'_>, probe: &mut Probe<'_>) -> Answer {
    if case.at.root() == Root::Dossier {
        return Ok(probe.asked_elsewhere());
    }
    let day = case.cx.as_of;
    probe.reach(day >= case.cx.policy.measures_from(), Why::NotInForce)?;
    probe.reach(seats(case, day).next().is_some(), Why::NobodyConcerned)?;
    of_kind(None, std::iter::once(*case), std::iter::empty(), probe)
}

fn of_kind<'a>(
    kind: Option<Kind>,
    holders: impl Iterator<Item = HouseholdCase<'a>>,
    perhaps: impl Iterator<Item = HouseholdCase<'a>>,
    probe: &mut Probe<'_>,
) -> Answer {
    let (mut all, mut without) = (Outcome::Compliant, Vec::new());
    for case in holders {
        let Some(bans) = case.cx.policy.bans() else {
            return Ok(probe.lack(Missing::Policy("bans")));
        };
        match reached(&case, bans, None, probe) {
            Outcome::Violated => without.push(case.at),
            outcome => all = all.join(outcome),
        }
    }
    let Some((first, others)) = without.split_first() else {
        // One who may be of this kind as well, and whom no list would reach, leaves it open.
        if let Some(Kind::Office(office)) = kind {
            for case in perhaps {
                all = all.join(may_lack(&case, office, probe));
            }
        }
        return Ok(all);
    };
    Ok(probe.breach_with(*first, Breach::Missing, |it| {
        it.also.extend(others);
        // It is the list that is missing, whoever holds such an office.
        it.place = "bans".into();
    }))
}

/// Of a holder whose office nobody has said: undetermined where it may be this one without a ban that reaches him or her.
fn may_lack(case: &HouseholdCase<'_>, office: Office, probe: &mut Probe<'_>) -> Outcome {
    let day = case.cx.as_of;
    let higher = |it: ties::Seat<'_>| it.office.known().is_some_and(|held| *held < office);
    if seats(case, day).any(higher) {
        return Outcome::Compliant;
    }
    let mut open = seats(case, day).filter(|it| it.office.is_unknown());
    let (Some(first), second) = (open.next(), open.next()) else { return Outcome::Compliant };
    let assumed = second.is_none().then_some(office);
    let bans = case.cx.policy.bans().unwrap_or_default();
    match reached(case, bans, assumed, probe) {
        Outcome::Compliant => Outcome::Compliant,
        _ => probe.unknown(first.at.field(field!("office"))),
    }
}

/// Whether a ban in force reaches the holder.
/// What is assumed stands for an office that nobody has said.
fn reached(
    case: &HouseholdCase<'_>,
    bans: &[Ban],
    assumed: Option<Office>,
    probe: &mut Probe<'_>,
) -> Outcome {
    let day = case.cx.as_of;
    let mut lacks = Vec::new();
    for mut seat in seats(case, day) {
        probe.looks_at(&seat.office, || seat.at.field(field!("office")));
        probe.looks_at(&seat.rank, || seat.rank_at);
        if let Some(office) = assumed.filter(|_| seat.office.is_unknown()) {
            seat.office = Fact::Known(office);
        }
        for ban in bans {
            let (from, until) = ban.days();
            if from <= day && day <= until {
                let open = |fields: BanFields| {
                    let office =
                        fields.has(BanFields::OFFICE).then(|| seat.at.field(field!("office")));
                    let rank = fields.has(BanFields::RANK).then_some(seat.rank_at);
                    office.into_iter().chain(rank)
                };
                match ban.reaches(&seat.facts()) {
                    Matched::Yes => return Outcome::Compliant,
                    Matched::No => {}
                    Matched::Open(fields) => lacks.extend(open(fields)),
                }
            }
        }
    }
    if lacks.is_empty() {
        return Outcome::Violated;
    }
    lacks.into_iter().fold(Outcome::Undetermined, |all, at| all.join(probe.unknown(at)))
}
