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
        // What nobody looked at is not clear, nor is it a business.
        return Ok(probe.lack(Missing::FullRecord(at)));
    };
    let at = at.field("matches");
    let matches = probe.need(&clearing.matches, || at)?.map_or(&[][..], Vec::as_slice);
    let known_by = settled.map_or(case.cx.as_of, Moment::day);
    let known = matches.iter().enumerate().filter(|it| it.1.found_on.0 <= known_by);
    Ok(known.fold(Outcome::Compliant, |all, (n, it)| {
        all.join(cleared(case, it, settled, at.index(n), probe))
    }))
}

fn cleared(
    case: &PromotionCase<'_>,
    found: &BusinessMatch,
    settled: Option<Moment>,
    at: Path,
    probe: &mut Probe<'_>,
) -> Outcome {
    let at = at.field("cleared_on");
    let Some(settled) = settled else {
        return match process::by_now(case, found.cleared_on) {
            Fact::Known(_) => Outcome::Compliant,
            Fact::Absent => probe.pending(at, None),
            Fact::Unknown => probe.unknown(at),
        };
    };
    let done = match found.cleared_on {
        Fact::Known(done) => match done.order(settled) {
            Some(Ordering::Less | Ordering::Equal) => return Outcome::Compliant,
            Some(Ordering::Greater) => Some(done.day()).filter(|day| *day <= case.cx.as_of),
            None => return probe.lack(Missing::TimeOfDay(at)),
        },
        Fact::Absent => None,
        Fact::Unknown => return probe.unknown(at),
    };
    probe.breach_with(at, Breach::Late { due: settled.day(), done }, |it| {
        it.day = settled.day();
        it.also.push(process::settled_at(case));
    })
}
