//! 任前公示: at least five working days between decision and appointment.

use super::{BASE, process};
use crate::{
    facts::{Fact, PublicNotice, Step},
    finding::{Breach, Missing, Why},
    law::{
        cite,
        instruments::{APPOINTMENT_REGULATIONS, MEASURES},
    },
    norm::{Norm, Words, code},
    outcome::{Outcome, Severity},
    path::Path,
    rule::{Answer, Checks, Probe, PromotionCase, Rule},
    time::{NaiveDate, NotCovered, NotCoveredReason, Region},
};

/// 任前公示: at least five working days between decision and appointment.
#[doc(alias = "任前公示")]
pub static RULE: Rule = Rule {
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
    let at = case.at.field("notice");
    let appointed = process::appointed(case);
    let Some(notice) = probe.need(&case.promotion.notice, || at)? else {
        return Ok(match appointed {
            Fact::Known(on) => {
                process::binds(case, on.day(), probe)?;
                probe.breach_with(at, Breach::Missing, |it| it.day = on.day())
            }
            Fact::Absent => match process::decided(case) {
                Fact::Known(_) => probe.pending(at, None),
                Fact::Absent => probe.not_applicable(Why::NotDecided),
                Fact::Unknown => probe.unknown(case.at.field("decision")),
            },
            Fact::Unknown => probe.unknown(case.at.field("appointed_on")),
        });
    };
    let from = notice.from.0;
    probe.reach(from <= case.cx.as_of, Why::AfterAsOf)?;
    process::binds(case, from, probe)?;
    let after_decision = match process::decided(case) {
        Fact::Known(on) if from < on.day() => {
            let breach = Breach::OutsideWindow { from: on.day(), until: None, done: from };
            probe.breach_with(at.field("from"), breach, |it| it.day = from)
        }
        Fact::Known(_) => Outcome::Compliant,
        Fact::Absent => probe.breach_with(at.field("from"), Breach::Prohibited, |it| it.day = from),
        Fact::Unknown => probe.unknown(case.at.field("decision")),
    };
    let before_appointment = match (appointed, notice.until) {
        (Fact::Known(on), Fact::Known(until)) if on.day() <= until.0 => {
            let breach = Breach::NotBefore { deadline: on.day(), done: until.0 };
            probe.breach_with(at.field("until"), breach, |it| it.day = on.day())
        }
        (Fact::Known(on), Fact::Absent) => {
            let breach = Breach::Late { due: on.day(), done: None };
            probe.breach_with(at.field("until"), breach, |it| it.day = on.day())
        }
        (Fact::Known(_), Fact::Unknown) => probe.unknown(at.field("until")),
        (Fact::Unknown, _) => probe.unknown(case.at.field("appointed_on")),
        (Fact::Known(_), Fact::Known(_)) | (Fact::Absent, _) => Outcome::Compliant,
    };
    // Last, as what it finds hangs on a setting.
    let length = length(case, notice, at.field("until"), probe).unwrap_or_else(|outcome| outcome);
    Ok(after_decision.join(length).join(before_appointment))
}

/// Whether it lasted long enough; pending while it runs.
fn length(
    case: &PromotionCase<'_>,
    notice: &PublicNotice,
    at: Path,
    probe: &mut Probe<'_>,
) -> Answer {
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
    // A notice that is only about to begin runs on.
    let begins = notice.until.is_unknown() && case.gate == Some(Step::Notice);
    let until = if begins { None } else { probe.need(&notice.until, || at)? };
    let until = match until {
        Some(until) if until.0 <= case.cx.as_of => until.0,
        // It still runs on the as-of day.
        Some(_) | None => return Ok(probe.pending(at, last.ok())),
    };
    let last = match last {
        Ok(last) => last,
        Err(not_covered) => return Ok(bounded(case, days, from, until, not_covered, at, probe)),
    };
    if until >= last {
        return Ok(Outcome::Compliant);
    }
    probe.hinge(&parameters.public_notice_counts_first_day);
    let breach = Breach::OutsideWindow { from: last, until: None, done: until };
    Ok(probe.breach_with(at, breach, |it| it.day = until))
}

/// Where the calendar lacks the holidays of the region: whether they could change the answer. They are two
/// days off; no notice has more working days than days.
fn bounded(
    case: &PromotionCase<'_>,
    days: u32,
    from: NaiveDate,
    until: NaiveDate,
    not_covered: NotCovered,
    at: Path,
    probe: &mut Probe<'_>,
) -> Outcome {
    const REGIONAL: u32 = 2;
    let national = case.cx.policy.calendar(Region::National);
    let before = from.pred_opt().unwrap_or(from);
    let counted = national.count_working_days(before, until);
    if not_covered.reason == NotCoveredReason::OverlayMissing {
        if counted.is_ok_and(|counted| counted >= days.saturating_add(REGIONAL)) {
            return Outcome::Compliant;
        }
        let span = until.signed_duration_since(from).num_days() + 1;
        if span < i64::from(days) {
            let breach = Breach::Fewer { required: days, found: u32::try_from(span).unwrap_or(0) };
            return probe.breach_with(at, breach, |it| it.day = until);
        }
    }
    probe.lack(Missing::calendar(not_covered))
}
