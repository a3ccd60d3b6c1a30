//! 经商办企业禁业: nothing that stands against the new post is uncleared.

use std::cmp::Ordering;

use super::{BASE, process};
use crate::{
    facts::{BusinessMatch, Fact},
    finding::{Breach, Missing},
    law::{
        cite,
        instruments::{MEASURES, RELATIVE_BUSINESS_RULES},
    },
    norm::{Norm, Words, code},
    outcome::{Outcome, Severity},
    path::Path,
    rule::{Answer, Checks, Probe, PromotionCase, Rule},
    time::Moment,
};

/// 经商办企业禁业: nothing that stands against the new post is uncleared.
#[doc(alias = "禁业清单")]
#[doc(alias = "经商办企业")]
pub static RULE: Rule = Rule {
    norm: Norm {
        code: code!("PRM024"),
        slug: "business-ban-cleared",
        title: Words {
            zh: "亲属经商办企业禁业事项已清理", en: "The family's business is cleared"
        },
        gist: Words {
            zh: "候选人亲属经商办企业不符合拟任职务禁业要求的，须先行清理。",
            en: "A business of the family that may not stand beside the new post is cleared first.",
        },
        cites: &[
            cite!(MEASURES, clause "2.5.3"),
            cite!(MEASURES, clause "2.6.2"),
            RELATIVE_BUSINESS_RULES.whole(),
        ],
        severity: Severity::Serious,
        remedy: Words {
            zh: "亲属退出经营，或不予任职",
            en: "the relative leaves the business, or the post is not given",
        },
        ..BASE
    },
    checks: Checks { promotion: Some(check), by_own_day: true, ..Checks::NONE },
};

fn check(case: &PromotionCase<'_>, probe: &mut Probe<'_>) -> Answer {
    let settled = process::reach(case, probe)?;
    let at = case.at.field("business_clearing");
    let Some(clearing) = probe.need(&case.promotion.business_clearing, || at)? else {
        return Ok(match settled {
            // What nobody looked at is not clear, nor is it a business.
            Some(_) => probe.lack(Missing::FullRecord(at)),
            None => probe.pending(at, None),
        });
    };
    let at = at.field("matches");
    let matches = probe.need(&clearing.matches, || at)?.map_or(&[][..], Vec::as_slice);
    let known = matches.iter().enumerate().filter(|it| it.1.found_on.0 <= case.cx.as_of);
    Ok(known.fold(Outcome::Compliant, |all, (n, it)| {
        all.join(one(case, it, settled, at.index(n), probe))
    }))
}

/// What was found by the decision is cleared by then; what was found after it, before the appointment.
fn one(
    case: &PromotionCase<'_>,
    found: &BusinessMatch,
    settled: Option<Moment>,
    at: Path,
    probe: &mut Probe<'_>,
) -> Outcome {
    let (on, cleared_at) = (found.found_on.0, at.field("cleared_on"));
    let is_before = |it: Fact<Moment>| it.known().is_some_and(|it| it.day() < on);
    let after_decision = settled.is_none_or(|it| it.day() < on);
    if after_decision && is_before(process::appointed(case)) {
        // Found after the post was given.
        return Outcome::Compliant;
    }
    if is_before(found.cleared_on) {
        return probe.lack(Missing::Contradiction(cleared_at));
    }
    let Some(settled) = settled.filter(|it| on <= it.day()) else {
        return match process::appointed(case) {
            Fact::Known(by) => cleared(case, found, by, cleared_at, probe),
            Fact::Absent => match process::by_now(case, found.cleared_on) {
                Fact::Known(_) => Outcome::Compliant,
                Fact::Absent => probe.pending(cleared_at, None),
                Fact::Unknown => probe.unknown(cleared_at),
            },
            Fact::Unknown => probe.unknown(case.at.field("appointed_on")),
        };
    };
    let in_time = matches!(
        found.cleared_on.known().and_then(|it| it.order(settled)),
        Some(Ordering::Less | Ordering::Equal)
    );
    if on == settled.day() && !in_time {
        // Whether it was found before the decision that day, days alone do not tell; nor need they, where it stood at the
        // appointment.
        return match process::appointed(case) {
            Fact::Known(by) => match cleared(case, found, by, cleared_at, probe) {
                Outcome::Compliant => probe.lack(Missing::TimeOfDay(at.field("found_on"))),
                outcome => outcome,
            },
            Fact::Absent => probe.lack(Missing::TimeOfDay(at.field("found_on"))),
            Fact::Unknown => probe.unknown(case.at.field("appointed_on")),
        };
    }
    cleared(case, found, settled, cleared_at, probe)
}

fn cleared(
    case: &PromotionCase<'_>,
    found: &BusinessMatch,
    by: Moment,
    at: Path,
    probe: &mut Probe<'_>,
) -> Outcome {
    let done = match found.cleared_on {
        Fact::Known(done) => match done.order(by) {
            Some(Ordering::Less | Ordering::Equal) => return Outcome::Compliant,
            Some(Ordering::Greater) => Some(done.day()).filter(|day| *day <= case.cx.as_of),
            None => return probe.lack(Missing::TimeOfDay(at)),
        },
        Fact::Absent => None,
        Fact::Unknown => return probe.unknown(at),
    };
    let breach = Breach::Late { due: by.day(), done };
    probe.breach_with(at, breach, |it| it.day = by.day())
}
