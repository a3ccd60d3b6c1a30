//! 重要案件四步审议: an important case comes before a Party group meeting in four steps: the secretary reports, the member in charge reflects, every other member present compares, the secretary sums up.

use super::BASE;
use crate::{
    dossier::Principal,
    facts::{Fact, MeetingKind, StatementKind},
    finding::{Breach, Decider, Missing, ReviewStep, Why},
    law::{cite, instruments::MEASURES},
    norm::{Norm, Words, code},
    outcome::{Outcome, Severity},
    path::{Path, field},
    rule::{Answer, Checks, ImportantCaseCase, ItemCase, MeetingCase, Probe, Rule},
};

/// 重要案件四步审议: an important case comes before a Party group meeting in four steps: the secretary reports, the member in charge reflects, every other member present compares, the secretary sums up.
#[doc(alias = "审议重要违纪违法案件")]
pub(super) static RULE: Rule = Rule {
    norm: Norm {
        code: code!("RSP006"),
        slug: "case-review-four-steps",
        title: Words {
            zh: "重要案件四步审议", en: "Important cases are reviewed in four steps"
        },
        gist: Words {
            zh: "重要违纪违法案件须经党组会审议：书记通报案情，分管成员检视反思，其他成员对照查摆，书记全面点评。",
            en: "An important case comes before a Party group meeting in four steps: the secretary reports, the member in charge reflects, every other member present compares, the secretary sums up.",
        },
        cites: &[cite!(MEASURES, clause "2.3.4")],
        severity: Severity::Ordinary,
        remedy: Words {
            zh: "提请党组会审议，补足步骤",
            en: "put it before the Party group, in all four steps",
        },
        ..BASE
    },
    checks: Checks { important_case: Some(check), ..Checks::NONE },
};

fn check(case: &ImportantCaseCase<'_>, probe: &mut Probe<'_>) -> Answer {
    let cx = case.cx;
    let at = case.at().field(field!("reviewed_in"));
    let Some(_) = probe.need(&case.case.reviewed_in, || at)? else {
        return Ok(probe.breach(at, Breach::Missing));
    };
    let place = cx.dossier.index().duties.cases.get(case.place as usize).and_then(|it| it.1);
    let Some((m, i)) = place else { return Ok(probe.unknown(at)) };
    let records = cx.dossier.records();
    let meeting = records.meetings.get(m as usize);
    let Some((meeting, index)) = meeting.zip(cx.dossier.index().meetings.get(m as usize)) else {
        return Ok(probe.unknown(at));
    };
    let day = meeting.held_on.day();
    if day > cx.as_of {
        return Ok(probe.pending(at, None));
    }
    if meeting.kind != MeetingKind::PartyGroup {
        let by = Decider::Meeting(meeting.kind);
        return Ok(probe.breach(at, Breach::WrongBody { by }));
    }
    if day < case.case.established_on.0 {
        return Ok(probe.lack(Missing::Contradiction(at)));
    }
    let here = Path::ROOT.field(field!("meetings")).index(m as usize);
    let sitting = MeetingCase { cx, meeting, at: here, parameters: cx.policy.on(day), index };
    let Some(item) = sitting.item(i as usize) else { return Ok(probe.unknown(at)) };
    probe.set_day(day);
    review(case, &item, probe)
}

/// Who owes a step.
struct Owed {
    step: ReviewStep,
    seat: u8,
}

fn review(case: &ImportantCaseCase<'_>, item: &ItemCase<'_>, probe: &mut Probe<'_>) -> Answer {
    let at = item.at().field(field!("statements"));
    let Some(statements) = probe.need(&item.item.statements, || at)? else {
        return Ok(probe.breach(at, Breach::Missing));
    };
    let bench = item.sitting.bench();
    let principal = match bench.principal {
        Principal::Seat(seat) => seat,
        // Without a secretary nobody can take the first and the last step.
        Principal::Vacant => return Ok(probe.not_applicable(Why::NobodyConcerned)),
        Principal::Several => {
            return Ok(probe.lack(Missing::Contradiction(Path::ROOT.field(field!("people")))));
        }
    };
    let mut outcome = Outcome::Compliant;
    let in_charge = match &case.case.in_charge {
        Fact::Known(_) => {
            let places = case.cx.dossier.index().duties.cases.get(case.place as usize);
            let person = places.and_then(|it| it.0);
            let mut seats = (0u8..).zip(&bench.members);
            let seat = seats.find(|it| Some(it.1.person) == person).map(|it| it.0);
            if seat.is_none() {
                // One who did not belong to the group that day could not reflect in it.
                let at = case.at().field(field!("in_charge"));
                outcome = outcome.join(probe.lack(Missing::Contradiction(at)));
            }
            seat
        }
        Fact::Absent => None,
        Fact::Unknown => {
            outcome = outcome.join(probe.unknown(case.at().field(field!("in_charge"))));
            None
        }
    };
    let mut owed = vec![Owed { step: ReviewStep::Report, seat: principal }];
    owed.extend(in_charge.map(|seat| Owed { step: ReviewStep::Reflection, seat }));
    let spoke = |kind: StatementKind, seat: u8| {
        let mut made = statements.iter().zip(item.speakers());
        made.any(|(said, by)| said.kind == kind && by.seat() == Some(seat))
    };
    let others = || {
        let seats = (0u8..).zip(&bench.members).map(|it| it.0);
        seats.filter(|seat| *seat != principal && Some(*seat) != in_charge)
    };
    match item.seats.present {
        Some(present) if case.case.in_charge.is_unknown() => {
            // Nobody yet knows which of them was in charge; one at most was.
            let lacks =
                |seat: &u8| present.contains(*seat) && !spoke(StatementKind::Comparison, *seat);
            let reflected = |seat: &u8| spoke(StatementKind::Reflection, *seat);
            let silent = others().filter(|seat| lacks(seat) && !reflected(seat)).count();
            let one_sided = others().filter(|seat| lacks(seat) && reflected(seat)).count();
            if (silent > 0 || one_sided > 1) && !item.item.statements_incomplete {
                let step = ReviewStep::Comparison;
                outcome = outcome.join(probe.breach(at, Breach::StepMissing { step }));
            }
        }
        Some(present)
            if others().any(|it| !present.contains(it) && spoke(StatementKind::Comparison, it)) =>
        {
            // Who was not there cannot have spoken.
            outcome = outcome
                .join(probe.lack(Missing::Contradiction(item.at().field(field!("present")))));
        }
        Some(present) => {
            let others = others().filter(|seat| present.contains(*seat));
            owed.extend(others.map(|seat| Owed { step: ReviewStep::Comparison, seat }));
        }
        // Where every member compared it does not matter who was there.
        None if !case.case.in_charge.is_unknown()
            && others().all(|seat| spoke(StatementKind::Comparison, seat)) =>
        {
            owed.extend(others().map(|seat| Owed { step: ReviewStep::Comparison, seat }));
        }
        None => {
            let at = item.at().field(field!("present"));
            outcome = outcome.join(probe.lack(if item.item.present.is_absent() {
                Missing::FullRecord(at)
            } else {
                Missing::Fact(at)
            }));
        }
    }
    owed.push(Owed { step: ReviewStep::SummingUp, seat: principal });
    let places: Vec<Option<usize>> = owed.iter().map(|it| place_of(item, it)).collect();
    for (it, place) in owed.iter().zip(&places) {
        if place.is_none() {
            outcome = outcome.join(if item.item.statements_incomplete {
                probe.lack(Missing::FullRecord(at))
            } else {
                probe.breach_with(at, Breach::StepMissing { step: it.step }, |found| {
                    found.who = item.person_id(it.seat).map(Into::into);
                })
            });
        }
    }
    outcome = outcome.join(in_order(item, &owed, &places, probe));
    if item.item.statements_unordered && outcome == Outcome::Compliant && owed.len() > 1 {
        // In whatever order they stand, nobody knows in which the steps were taken.
        outcome = probe.lack(Missing::FullRecord(at));
    }
    Ok(outcome)
}

/// Whether each step comes after every step before it.
fn in_order(
    item: &ItemCase<'_>,
    owed: &[Owed],
    places: &[Option<usize>],
    probe: &mut Probe<'_>,
) -> Outcome {
    let at = item.at().field(field!("statements"));
    let mut outcome = Outcome::Compliant;
    let count = |n: usize| u32::try_from(n + 1).unwrap_or(u32::MAX);
    let mut latest: Option<(ReviewStep, usize)> = None;
    let mut done: Option<usize> = None;
    for (it, place) in owed.iter().zip(places) {
        let Some(place) = *place else { continue };
        if latest.is_some_and(|last| last.0 != it.step) {
            done = done.max(latest.map(|last| last.1));
        }
        if let Some(before) = done.filter(|before| *before > place) {
            // An earlier one may be missing from the record.
            let open = item.item.statements_unordered || item.item.statements_incomplete;
            outcome = outcome.join(if open {
                probe.lack(Missing::FullRecord(at))
            } else {
                let breach =
                    Breach::OutOfOrder { found: count(place), earliest: count(before + 1) };
                probe.breach_with(at.index(place), breach, |found| {
                    found.who = item.person_id(it.seat).map(Into::into);
                })
            });
        }
        let far = latest.filter(|last| last.0 == it.step).map_or(place, |last| last.1.max(place));
        latest = Some((it.step, far));
    }
    outcome
}

/// Where a step stands among the statements: its first, but of the summing-up, which ends the review, its last.
fn place_of(item: &ItemCase<'_>, it: &Owed) -> Option<usize> {
    let kind = match it.step {
        ReviewStep::Report => StatementKind::Report,
        ReviewStep::Reflection => StatementKind::Reflection,
        ReviewStep::Comparison => StatementKind::Comparison,
        ReviewStep::SummingUp => StatementKind::SummingUp,
    };
    let made = item.item.statements.elements().iter().zip(item.speakers()).enumerate();
    let mut made = made
        .filter(|(_, (said, by))| said.kind == kind && by.seat() == Some(it.seat))
        .map(|it| it.0);
    if it.step == ReviewStep::SummingUp { made.last() } else { made.next() }
}
