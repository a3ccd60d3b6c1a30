//! How a promotion case runs: its stages, its four checks, and what is not yet due.

use std::cmp::Ordering;

use crate::{
    facts::{Approval, Fact, FourChecks, FourMustCheck, Rank, approval},
    finding::{Breach, Missing, Why},
    outcome::Outcome,
    path::{Field, Path, field},
    rule::{Answer, Probe, PromotionCase},
    time::{Day, Moment, NaiveDate},
};

/// The rule's act happened on that day: on or after the first day of the measures.
///
/// # Errors
///
/// `NotApplicable` where it happened before.
pub(super) fn binds(
    case: &PromotionCase<'_>,
    day: NaiveDate,
    probe: &mut Probe<'_>,
) -> Result<(), Outcome> {
    probe.reach(day >= case.cx.policy.measures_from(), Why::NotInForce)
}

/// What happened after the as-of day had not yet happened on it.
pub(super) fn by_now(case: &PromotionCase<'_>, fact: Fact<Moment>) -> Fact<Moment> {
    match fact {
        Fact::Known(on) if on.day() > case.cx.as_of => Fact::Absent,
        other => other,
    }
}

/// When the case was decided, if it was by the as-of day.
pub(super) fn decided(case: &PromotionCase<'_>) -> Fact<Moment> {
    by_now(
        case,
        match &case.promotion.decision {
            Fact::Known(it) => Fact::Known(it.decided_on),
            Fact::Absent => Fact::Absent,
            Fact::Unknown => Fact::Unknown,
        },
    )
}

/// When the candidate was appointed, if that was by the as-of day.
pub(super) fn appointed(case: &PromotionCase<'_>) -> Fact<Moment> {
    by_now(case, case.promotion.appointed_on)
}

/// When the case was settled: decided, or, where it is on record that nothing was decided, appointed all the same.
pub(super) fn settled(case: &PromotionCase<'_>) -> Fact<Moment> {
    match case.promotion.decision {
        Fact::Absent => appointed(case),
        // As of today nothing was decided yet.
        Fact::Known(ref it) if it.decided_on.day() > case.cx.as_of => appointed(case),
        // Appointed before it was decided: PRM022 names that.
        Fact::Known(_) | Fact::Unknown => decided(case),
    }
}

/// Where it stands when the case was settled.
pub(super) fn settled_at(case: &PromotionCase<'_>) -> Path {
    if decided(case).is_absent() {
        case.at.field(field!("appointed_on"))
    } else {
        case.at.field(field!("decision")).field(field!("decided_on"))
    }
}

/// What would tell whether the case was settled.
pub(super) fn unsettled(case: &PromotionCase<'_>, probe: &mut Probe<'_>) -> Outcome {
    let decision = case.promotion.decision.is_unknown();
    probe.unknown(case.at.field(if decision { field!("decision") } else { field!("appointed_on") }))
}

/// The rule binds a case that was settled since the measures bind, or that still runs.
///
/// # Errors
///
/// `NotApplicable` where it was settled before, `Undetermined` where that is not known.
pub(super) fn reach(
    case: &PromotionCase<'_>,
    probe: &mut Probe<'_>,
) -> Result<Option<Moment>, Outcome> {
    match settled(case) {
        Fact::Known(on) => binds(case, on.day(), probe).map(|()| Some(on)),
        Fact::Absent => {
            if case.gate.is_some() {
                // Due by the decision, it may still be found out.
                probe.await_all();
            }
            binds(case, case.cx.as_of, probe).map(|()| None)
        }
        Fact::Unknown => Err(unsettled(case, probe)),
    }
}

/// Something is known to be lacking: a departure once the case was settled, awaited before.
pub(super) fn lacking(case: &PromotionCase<'_>, at: Path, probe: &mut Probe<'_>) -> Outcome {
    match settled(case) {
        Fact::Known(on) => probe.breach_with(at, Breach::Missing, |it| it.day = on.day()),
        Fact::Absent => probe.pending(at, None),
        Fact::Unknown => unsettled(case, probe),
    }
}

/// Something that may not be: a departure once the case was settled; before that it can still be put right.
pub(super) fn standing(
    case: &PromotionCase<'_>,
    at: Path,
    breach: Breach,
    probe: &mut Probe<'_>,
) -> Outcome {
    match settled(case) {
        Fact::Known(on) => probe.breach_with(at, breach, |it| it.day = on.day()),
        Fact::Absent => probe.pending(at, None),
        Fact::Unknown => unsettled(case, probe),
    }
}

/// The rank that the candidate holds and the one of the post to be filled.
///
/// # Errors
///
/// `Undetermined` where nobody has said, and where there is none: posts do not tell what a 职级 without one is worth.
pub(super) fn ranks(
    case: &PromotionCase<'_>,
    probe: &mut Probe<'_>,
) -> Result<(Rank, Rank), Outcome> {
    probe.looks_at(&case.promotion.current_rank, || case.at.field(field!("current_rank")));
    probe.looks_at(&case.promotion.target_rank, || case.at.field(field!("target_rank")));
    let mut rank = |fact: Fact<Rank>, name| match fact {
        Fact::Known(rank) => Ok(rank),
        Fact::Absent => Err(probe.lack(Missing::FullRecord(case.at.field(name)))),
        Fact::Unknown => Err(probe.unknown(case.at.field(name))),
    };
    let current = rank(case.promotion.current_rank, field!("current_rank"));
    let target = rank(case.promotion.target_rank, field!("target_rank"));
    Ok((current?, target?))
}

/// What would tell whether an answer came in time and agreed.
pub(super) const fn open_answer(
    answered_on: Fact<Moment>,
    agreed: Fact<bool>,
    at: Path,
) -> Missing {
    match (answered_on, agreed) {
        (Fact::Unknown, _) => Missing::Fact(at.field(field!("answered_on"))),
        (_, Fact::Unknown) => Missing::Fact(at.field(field!("agreed"))),
        _ => Missing::TimeOfDay(at.field(field!("answered_on"))),
    }
}

/// The superior's answer to what must be reported beforehand: before the case was settled, and in favour.
pub(super) fn answered(
    case: &PromotionCase<'_>,
    answered_on: Fact<Moment>,
    agreed: Fact<bool>,
    at: Path,
    probe: &mut Probe<'_>,
) -> Outcome {
    let settled = match settled(case) {
        Fact::Known(on) => on,
        Fact::Absent => {
            let came = match answered_on {
                Fact::Known(on) if on.day() <= case.cx.as_of => match agreed {
                    Fact::Known(true) => return Outcome::Compliant,
                    Fact::Known(false) | Fact::Absent => field!("agreed"),
                    Fact::Unknown => return probe.unknown(at.field(field!("agreed"))),
                },
                Fact::Known(_) | Fact::Absent => field!("answered_on"),
                Fact::Unknown => return probe.unknown(at.field(field!("answered_on"))),
            };
            return probe.pending(at.field(came), None);
        }
        Fact::Unknown => return unsettled(case, probe),
    };
    match approval(answered_on, agreed, Some(settled)) {
        Approval::Yes => Outcome::Compliant,
        Approval::Unknown => probe.lack(open_answer(answered_on, agreed, at)),
        Approval::No => {
            let due = settled.day();
            let late =
                answered_on.known().filter(|it| it.order(settled) == Some(Ordering::Greater));
            let (name, breach) = match (late, answered_on) {
                (Some(done), _) => {
                    (field!("answered_on"), Breach::Late { due, done: Some(done.day()) })
                }
                (None, Fact::Absent) => (field!("answered_on"), Breach::Missing),
                // Refused, and decided all the same.
                (None, _) => (field!("agreed"), Breach::Missing),
            };
            probe.breach_with(at.field(name), breach, |it| {
                it.day = due;
                it.also.push(settled_at(case));
            })
        }
    }
}

/// Something that had to be done by the decision: awaited before it, late after it, and what was done late stays late. It
/// is in time on the day of the decision, unless both times are known and say otherwise.
pub(super) fn by_decision(
    case: &PromotionCase<'_>,
    done: Fact<Moment>,
    at: Path,
    probe: &mut Probe<'_>,
) -> Outcome {
    let done = match done {
        Fact::Known(done) => done,
        Fact::Absent => return lacking(case, at, probe),
        Fact::Unknown => return probe.unknown(at),
    };
    match settled(case) {
        Fact::Known(on) => match done.order(on) {
            Some(Ordering::Less | Ordering::Equal) => Outcome::Compliant,
            None => probe.lack(Missing::TimeOfDay(at)),
            Some(Ordering::Greater) => {
                let breach = Breach::Late { due: on.day(), done: Some(done.day()) };
                probe.breach_with(at, breach, |it| it.day = on.day())
            }
        },
        Fact::Absent if done.day() <= case.cx.as_of => Outcome::Compliant,
        Fact::Absent => probe.pending(at, None),
        Fact::Unknown => unsettled(case, probe),
    }
}

/// The same of something of which only the day counts: it is in time on the day of the decision itself.
pub(super) fn by_decision_day(
    case: &PromotionCase<'_>,
    done: Fact<Day>,
    at: Path,
    probe: &mut Probe<'_>,
) -> Outcome {
    let same_day = match (done, settled(case)) {
        (Fact::Known(done), Fact::Known(on)) => done.0 == on.day(),
        _ => false,
    };
    if same_day {
        return Outcome::Compliant;
    }
    let done = match done {
        Fact::Known(day) => Fact::Known(Moment::on(day.0)),
        Fact::Absent => Fact::Absent,
        Fact::Unknown => Fact::Unknown,
    };
    by_decision(case, done, at, probe)
}

/// One of the four checks of this case, with its address.
pub(super) struct Made<'a> {
    pub(super) check: &'a FourMustCheck,
    pub(super) at: Path,
}

/// How it stands with one of the four checks.
pub(super) enum Found<'a> {
    /// It was made, of this candidate and this round.
    Made(Made<'a>),
    /// It is known not to have been made; the address says where that stands.
    NotMade(Path),
    /// It was of another person or an earlier round, which PRM009 names.
    Other,
    /// Not known; the probe knows what is missing.
    Unknown,
}

/// Which of the four.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Which {
    File,
    PersonalMatters,
    Discipline,
    Complaints,
}

impl Which {
    pub(super) const ALL: [Self; 4] =
        [Self::File, Self::PersonalMatters, Self::Discipline, Self::Complaints];

    const fn of(self, checks: &FourChecks) -> (Field, &Fact<FourMustCheck>) {
        match self {
            Self::File => (field!("file"), &checks.file),
            Self::PersonalMatters => (field!("personal_matters"), &checks.personal_matters),
            Self::Discipline => (field!("discipline"), &checks.discipline),
            Self::Complaints => (field!("complaints"), &checks.complaints),
        }
    }
}

/// One of the four checks.
pub(super) fn find<'a>(case: &PromotionCase<'a>, which: Which, probe: &mut Probe<'_>) -> Found<'a> {
    let at = case.at.field(field!("checks"));
    let checks = match &case.promotion.checks {
        Fact::Known(checks) => checks,
        Fact::Absent => return Found::NotMade(at),
        Fact::Unknown => {
            probe.unknown(at);
            return Found::Unknown;
        }
    };
    let (name, fact) = which.of(checks);
    let at = at.field(name);
    let check = match fact {
        Fact::Known(check) => check,
        Fact::Absent => return Found::NotMade(at),
        Fact::Unknown => {
            probe.unknown(at);
            return Found::Unknown;
        }
    };
    probe.looks_at(fact, || at);
    match is_ours(case, check) {
        Some(true) => Found::Made(Made { check, at }),
        Some(false) => Found::Other,
        None => {
            probe.unknown(case.at.field(field!("round")));
            Found::Unknown
        }
    }
}

/// Whether a check begins after the as-of day, and nothing on record says that it ended by then.
pub(super) fn begins_later(case: &PromotionCase<'_>, check: &FourMustCheck) -> bool {
    let later = |fact: &Fact<Moment>| fact.known().map(|on| on.day() > case.cx.as_of);
    later(&check.started_on) == Some(true) && later(&check.finished_on) != Some(false)
}

/// Whether a check was of this candidate and this round; `None` where the round of the case is not known.
pub(super) fn is_ours(case: &PromotionCase<'_>, check: &FourMustCheck) -> Option<bool> {
    if check.of.as_ref().is_some_and(|of| *of != case.promotion.candidate) {
        return Some(false);
    }
    match (&check.round, &case.promotion.round) {
        (None, _) => Some(true),
        (Some(round), Fact::Known(ours)) => Some(round == ours),
        (Some(_), Fact::Unknown | Fact::Absent) => None,
    }
}

/// Each of the four that was made, joined; those that were not made or were of somebody else are other rules' to name.
pub(super) fn each(
    case: &PromotionCase<'_>,
    probe: &mut Probe<'_>,
    mut test: impl FnMut(Made<'_>, &mut Probe<'_>) -> Answer,
) -> Outcome {
    let mut outcome = Outcome::NotApplicable;
    for which in Which::ALL {
        outcome = outcome.join(match find(case, which, probe) {
            Found::Made(made) => test(made, probe).unwrap_or_else(|outcome| outcome),
            Found::NotMade(_) | Found::Other => Outcome::NotApplicable,
            Found::Unknown => Outcome::Undetermined,
        });
    }
    if outcome == Outcome::NotApplicable {
        return probe.not_applicable(Why::NothingToRecord);
    }
    outcome
}

/// Whether one of the four was made with a result, and a signature where one is asked.
pub(super) fn made(
    case: &PromotionCase<'_>,
    which: Which,
    signature: bool,
    probe: &mut Probe<'_>,
) -> Answer {
    reach(case, probe)?;
    let made = match find(case, which, probe) {
        Found::Made(made) if begins_later(case, made.check) => {
            return Ok(lacking(case, made.at.field(field!("started_on")), probe));
        }
        Found::Made(made) => made,
        Found::NotMade(at) => return Ok(lacking(case, at, probe)),
        Found::Other => return Ok(probe.not_applicable(Why::OtherRule)),
        Found::Unknown => return Ok(Outcome::Undetermined),
    };
    let result = match made.check.result {
        Fact::Known(_) => by_the_as_of_day(case, &made, probe),
        Fact::Absent => lacking(case, made.at.field(field!("result")), probe),
        Fact::Unknown => probe.unknown(made.at.field(field!("result"))),
    };
    let signed = match made.check.signed {
        // What is not there needs no signature.
        _ if !signature || made.check.result.is_absent() => Outcome::Compliant,
        Fact::Known(true) => Outcome::Compliant,
        Fact::Known(false) | Fact::Absent => lacking(case, made.at.field(field!("signed")), probe),
        Fact::Unknown => probe.unknown(made.at.field(field!("signed"))),
    };
    Ok(result.join(signed))
}

/// Whether a check that has a result had it by the as-of day. One that ended after the case was settled is PRM006's.
fn by_the_as_of_day(case: &PromotionCase<'_>, made: &Made<'_>, probe: &mut Probe<'_>) -> Outcome {
    let ended = made.at.field(field!("finished_on"));
    match made.check.finished_on {
        Fact::Known(on) if on.day() <= case.cx.as_of => Outcome::Compliant,
        Fact::Unknown => probe.unknown(ended),
        Fact::Known(_) if settled(case).is_absent() => probe.pending(ended, None),
        Fact::Known(_) | Fact::Absent => match made.check.started_on {
            Fact::Unknown => probe.unknown(made.at.field(field!("started_on"))),
            Fact::Known(_) | Fact::Absent => Outcome::Compliant,
        },
    }
}

/// A problem that a check found and that was not resolved by a moment.
pub(super) fn unresolved(made: &Made<'_>, by: Moment, probe: &mut Probe<'_>) -> Answer {
    use crate::facts::CheckResult;
    let result = made.at.field(field!("result"));
    let in_time = |on: &Moment| matches!(on.order(by), Some(Ordering::Less | Ordering::Equal));
    if made.check.resolved_on.known().is_some_and(in_time) {
        return Ok(Outcome::Compliant);
    }
    match probe.need(&made.check.result, || result)? {
        Some(CheckResult::Problem) => {}
        Some(CheckResult::Clear) | None => return Ok(Outcome::Compliant),
    }
    let at = made.at.field(field!("resolved_on"));
    let resolved = probe.need(&made.check.resolved_on, || at)?;
    Ok(match resolved.map(|on| on.order(by)) {
        Some(Some(Ordering::Less | Ordering::Equal)) => Outcome::Compliant,
        Some(None) => probe.lack(Missing::TimeOfDay(at)),
        Some(Some(Ordering::Greater)) | None => {
            probe.breach_with(result, Breach::Unresolved, |it| {
                it.day = by.day();
                it.also.push(at);
            })
        }
    })
}
