//! 试用期: a year, and an assessment at its end.

use super::{BASE, process};
use crate::{
    facts::{Fact, Probation},
    finding::{Breach, Hinge, Missing, Why},
    law::{
        cite,
        instruments::{APPOINTMENT_REGULATIONS, MEASURES},
    },
    norm::{Norm, Words, code},
    outcome::{Outcome, Severity},
    path::{Path, field},
    rule::{Answer, Checks, Probe, PromotionCase, Rule},
    time::{Moment, NaiveDate, add_months},
};

/// 试用期: a year, and an assessment at its end.
#[doc(alias = "任职试用期")]
pub(super) static RULE: Rule = Rule {
    norm: Norm {
        code: code!("PRM020"),
        slug: "probation",
        title: Words { zh: "任职试用期", en: "Probation" },
        gist: Words {
            zh: "实行试用期的职务，试用期一年，期满考核合格后正式任职。",
            en: "A post that has a probation is held on it for a year, and the candidate is confirmed after an assessment.",
        },
        cites: &[cite!(MEASURES, clause "2.6.2"), APPOINTMENT_REGULATIONS.whole()],
        severity: Severity::Ordinary,
        remedy: Words {
            zh: "补足试用期或补作考核", en: "complete the probation, or assess"
        },
        parameters: &["probation_years"],
        ..BASE
    },
    checks: Checks { promotion: Some(check), by_own_day: true, ..Checks::NONE },
};

fn check(case: &PromotionCase<'_>, probe: &mut Probe<'_>) -> Answer {
    let appointed = match process::appointed(case) {
        Fact::Known(on) => on.day(),
        Fact::Absent => return Ok(probe.not_applicable(Why::NotDecided)),
        Fact::Unknown => return Ok(probe.unknown(case.at.field(field!("appointed_on")))),
    };
    process::binds(case, appointed, probe)?;
    let at = case.at.field(field!("target_post"));
    let has_one = match &case.promotion.target_post {
        Fact::Known(post) => {
            probe.need(&post.has_probation, || at.field(field!("has_probation")))?
        }
        Fact::Absent => return Ok(probe.lack(Missing::FullRecord(at))),
        Fact::Unknown => return Ok(probe.unknown(at)),
    };
    probe.reach(has_one == Some(&true), Why::OtherKind)?;
    let at = case.at.field(field!("probation"));
    Ok(match probe.need(&case.promotion.probation, || at)? {
        None => probe.breach_with(at, Breach::Missing, |it| it.day = appointed),
        Some(probation) => confirmed(case, probation, at, probe)?,
    })
}

/// A year, and the assessment; pending until the candidate is confirmed.
fn confirmed(
    case: &PromotionCase<'_>,
    probation: &Probation,
    at: Path,
    probe: &mut Probe<'_>,
) -> Answer {
    let confirmed_at = at.field(field!("confirmed_on"));
    let confirmed = process::by_now(case, probation.confirmed_on);
    let Some(confirmed) = probe.need(&confirmed, || confirmed_at)?.copied().map(Moment::day) else {
        return Ok(probe.pending(confirmed_at, None));
    };
    let from = probation.from.0;
    if confirmed < from {
        return Ok(probe.lack(Missing::Contradiction(confirmed_at)));
    }
    let setting = &case.cx.policy.on(from).probation_years;
    let long_enough = probe.setting(setting).copied().map_or_else(
        |outcome| outcome,
        |years| match years.checked_mul(12).and_then(|months| add_months(from, months)) {
            Some(full) if full <= confirmed => Outcome::Compliant,
            full => {
                let from = full.unwrap_or(NaiveDate::MAX);
                let breach = Breach::OutsideWindow { from, until: None, done: confirmed };
                probe.breach_with(confirmed_at, breach, |it| {
                    it.day = confirmed;
                    it.hinges = vec![Hinge::of(setting)];
                })
            }
        },
    );
    let at = at.field(field!("assessed_on"));
    let assessed = match probation.assessed_on {
        Fact::Known(assessed) if assessed.0 < from => probe.lack(Missing::Contradiction(at)),
        Fact::Known(assessed) if assessed.0 <= confirmed => Outcome::Compliant,
        Fact::Known(assessed) => {
            let breach = Breach::NotBefore { deadline: confirmed, done: assessed.0 };
            probe.breach_with(at, breach, |it| it.day = confirmed)
        }
        Fact::Absent => probe.breach_with(at, Breach::Missing, |it| it.day = confirmed),
        Fact::Unknown => probe.unknown(at),
    };
    Ok(long_enough.join(assessed))
}
