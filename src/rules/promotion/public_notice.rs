//! 任前公示: at least five working days between decision and appointment.

use super::{BASE, process};
use crate::{
    facts::{Fact, PublicNotice, Step},
    finding::{Breach, Hinge, Missing, Why},
    law::{
        cite,
        instruments::{APPOINTMENT_REGULATIONS, MEASURES},
    },
    norm::{Norm, Words, code},
    outcome::{Outcome, Severity},
    path::{Path, field},
    rule::{Answer, Checks, Probe, PromotionCase, Rule},
    time::{NaiveDate, NotCovered, NotCoveredReason, Region},
};

/// 任前公示: at least five working days between decision and appointment.
#[doc(alias = "任前公示")]
pub(super) static RULE: Rule = Rule {
    norm: Norm {
        code: code!("PRM018"),
        slug: "public-notice",
        title: Words { zh: "任前公示", en: "The public notice" },
        gist: Words {
            zh: "任职前公示不少于五个工作日（按地区日历），且在讨论决定之后、任职之前。",
            en: "The notice lasts at least five working days by the calendar of the region, and lies between the decision and the appointment.",
        },
        cites: &[cite!(MEASURES, clause "2.6.2"), APPOINTMENT_REGULATIONS.whole()],
        severity: Severity::Serious,
        remedy: Words { zh: "补足公示期", en: "extend or repeat the notice" },
        parameters: &["public_notice_working_days", "public_notice_counts_first_day"],
        ..BASE
    },
    checks: Checks { promotion: Some(check), by_own_day: true, ..Checks::NONE },
};

fn check(case: &PromotionCase<'_>, probe: &mut Probe<'_>) -> Answer {
    let at = case.at.field(field!("notice"));
    let appointed = process::appointed(case);
    let notice = probe.need(&case.promotion.notice, || at)?;
    // One that begins after the as-of day is none yet.
    let Some(notice) = notice.filter(|it| it.from.0 <= case.cx.as_of) else {
        return Ok(match appointed {
            Fact::Known(on) => {
                process::binds(case, on.day(), probe)?;
                probe.breach_with(at, Breach::Missing, |it| it.day = on.day())
            }
            Fact::Absent => match process::decided(case) {
                Fact::Known(_) => probe.pending(at, None),
                Fact::Absent => probe.not_applicable(Why::NotDecided),
                Fact::Unknown => probe.unknown(case.at.field(field!("decision"))),
            },
            Fact::Unknown => probe.unknown(case.at.field(field!("appointed_on"))),
        });
    };
    let from = notice.from.0;
    // It straddles the first day of the measures: what it had to precede is what tells.
    let first = case.cx.policy.measures_from();
    if from < first {
        let appointed = match appointed {
            Fact::Known(on) => on.day(),
            Fact::Absent => case.cx.as_of,
            Fact::Unknown => return Ok(probe.unknown(case.at.field(field!("appointed_on")))),
        };
        process::binds(case, appointed, probe)?;
    }
    let after_decision = match process::decided(case) {
        _ if from < first => Outcome::Compliant,
        Fact::Known(on) if from < on.day() => {
            let breach = Breach::OutsideWindow { from: on.day(), until: None, done: from };
            probe.breach_with(at.field(field!("from")), breach, |it| it.day = from)
        }
        Fact::Known(_) => Outcome::Compliant,
        Fact::Absent => {
            probe.breach_with(at.field(field!("from")), Breach::Prohibited, |it| it.day = from)
        }
        Fact::Unknown => probe.unknown(case.at.field(field!("decision"))),
    };
    let before_appointment = match (appointed, notice.until) {
        // It began too late, whenever it ends.
        (Fact::Known(on), _) if on.day() <= from => {
            let breach = Breach::NotBefore { deadline: on.day(), done: from };
            probe.breach_with(at.field(field!("from")), breach, |it| it.day = on.day())
        }
        (Fact::Known(on), Fact::Known(until)) if on.day() <= until.0 => {
            let breach = Breach::NotBefore { deadline: on.day(), done: until.0 };
            probe.breach_with(at.field(field!("until")), breach, |it| it.day = on.day())
        }
        (Fact::Known(on), Fact::Absent) => {
            let breach = Breach::Late { due: on.day(), done: None };
            probe.breach_with(at.field(field!("until")), breach, |it| it.day = on.day())
        }
        // Over too early or not over: whenever it ended.
        (Fact::Known(on), Fact::Unknown) => match last_day(case, notice, probe) {
            Ok((Ok(last), _)) if on.day() <= last => {
                let breach = Breach::NotBefore { deadline: on.day(), done: last };
                probe.breach_with(at.field(field!("from")), breach, |it| it.day = on.day())
            }
            _ => probe.unknown(at.field(field!("until"))),
        },
        (Fact::Unknown, _) => probe.unknown(case.at.field(field!("appointed_on"))),
        (Fact::Known(_), Fact::Known(_)) | (Fact::Absent, _) => Outcome::Compliant,
    };
    // Last, as what it finds hangs on a setting.
    let length =
        length(case, notice, at.field(field!("until")), probe).unwrap_or_else(|outcome| outcome);
    Ok(after_decision.join(length).join(before_appointment))
}

/// The earliest last day of the notice, and whether its first day counts.
fn last_day(
    case: &PromotionCase<'_>,
    notice: &PublicNotice,
    probe: &mut Probe<'_>,
) -> Result<(Result<NaiveDate, NotCovered>, bool), Outcome> {
    let from = notice.from.0;
    let parameters = case.cx.policy.on(from);
    let days = *probe.setting(&parameters.public_notice_working_days)?;
    let first_counts = *probe.setting(&parameters.public_notice_counts_first_day)?;
    let calendar = case.cx.calendar();
    let last = if first_counts {
        calendar.nth_working_day_counting(from, days)
    } else {
        calendar.add_working_days(from, days)
    };
    Ok((last, first_counts))
}

/// Whether it lasted long enough; pending while it runs.
fn length(
    case: &PromotionCase<'_>,
    notice: &PublicNotice,
    at: Path,
    probe: &mut Probe<'_>,
) -> Answer {
    let from = notice.from.0;
    let (last, first_counts) = last_day(case, notice, probe)?;
    let parameters = case.cx.policy.on(from);
    let days = *probe.setting(&parameters.public_notice_working_days)?;
    if let Ok(due) = last {
        let until = notice.until.known().map(|day| (day.0, at));
        let over = until.filter(|it| due <= it.0 && it.0 <= case.cx.as_of);
        probe.falls_due(at, due, over);
    }
    // A notice that is only about to begin runs on.
    let begins = notice.until.is_unknown() && case.gate == Some(Step::Notice);
    let until = if begins { None } else { probe.need(&notice.until, || at)? };
    let until = match until {
        Some(until) if until.0 <= case.cx.as_of => until.0,
        // Planned too short, it may not begin.
        Some(until) if case.gate == Some(Step::Notice) && last.is_ok_and(|it| until.0 < it) => {
            until.0
        }
        // It still runs on the as-of day, and has lasted long enough.
        Some(_) | None if last.is_ok_and(|last| last < case.cx.as_of) => {
            return Ok(Outcome::Compliant);
        }
        Some(_) | None => return Ok(probe.pending(at, last.ok())),
    };
    if until < from {
        return Ok(probe.lack(Missing::Contradiction(at)));
    }
    let last = match last {
        Ok(last) => last,
        Err(not_covered) => {
            let before = if first_counts { from.pred_opt().unwrap_or(from) } else { from };
            return Ok(bounded(case, days, (before, until), not_covered, at, probe));
        }
    };
    if until >= last {
        return Ok(Outcome::Compliant);
    }
    // Counted from its first day, would it have been enough?
    let counted = case.cx.calendar().nth_working_day_counting(from, days);
    let hangs = !first_counts && counted.is_ok_and(|last| last <= until);
    let breach = Breach::OutsideWindow { from: last, until: None, done: until };
    Ok(probe.breach_with(at, breach, |it| {
        it.day = until;
        it.hinges.push(Hinge::of(&parameters.public_notice_working_days));
        if hangs {
            it.hinges.push(Hinge::of(&parameters.public_notice_counts_first_day));
        }
    }))
}

/// Where the calendar does not tell the last day: whether the days that it tells are enough, or all the others too few. The
/// holidays that a region has of its own are two days off.
fn bounded(
    case: &PromotionCase<'_>,
    days: u32,
    (before, until): (NaiveDate, NaiveDate),
    not_covered: NotCovered,
    at: Path,
    probe: &mut Probe<'_>,
) -> Outcome {
    const REGIONAL: u32 = 2;
    let calendar = case.cx.calendar();
    let needed = usize::try_from(days).unwrap_or(usize::MAX);
    let count = |untold: bool| {
        let span = before.iter_days().skip(1).take_while(|day| *day <= until);
        let worked = span.filter(|day| calendar.is_working_day(*day).unwrap_or(untold));
        worked.take(needed).count()
    };
    let national = case.cx.policy.calendar(Region::National).count_working_days(before, until);
    let to_spare = not_covered.reason == NotCoveredReason::OverlayMissing
        && national.is_ok_and(|counted| counted >= days.saturating_add(REGIONAL));
    if to_spare || count(false) >= needed {
        return Outcome::Compliant;
    }
    let found = count(true);
    if found < needed {
        let found = u32::try_from(found).unwrap_or(u32::MAX);
        let breach = Breach::Fewer { required: days, found };
        return probe.breach_with(at, breach, |it| it.day = until);
    }
    probe.lack(Missing::calendar(not_covered))
}
