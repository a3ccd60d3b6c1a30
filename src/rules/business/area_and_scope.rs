//! 管辖地区和业务范围: not in the area and the business that the holder supervises.

use super::{
    BASE,
    ties::{self, Meets, Seat},
};
use crate::{
    facts::KinSet,
    finding::Why,
    law::{
        cite,
        instruments::{CIVIL_SERVANTS_LAW, MEASURES, RELATIVE_BUSINESS_RULES_2001},
    },
    norm::{Norm, Words, code},
    outcome::{Modality, Outcome, Severity},
    path::field,
    rule::{Answer, Checks, InterestCase, Probe, Rule},
};

/// 管辖地区和业务范围: not in the area and the business that the holder supervises.
#[doc(alias = "管辖地区和业务范围")]
pub(super) static RULE: Rule = Rule {
    norm: Norm {
        code: code!("BIZ005"),
        slug: "area-and-scope",
        title: Words {
            zh: "不得在管辖地区和业务范围内经商",
            en: "Not in area and business supervised",
        },
        gist: Words {
            zh: "亲属的经营活动不得同时位于领导干部职务的管辖地区和业务范围之内。",
            en: "A relative's business does not lie both in the area and within the business that the holder's post supervises, on any day both lasted.",
        },
        cites: &[
            cite!(MEASURES, clause "2.5.1"),
            RELATIVE_BUSINESS_RULES_2001.whole(),
            cite!(CIVIL_SERVANTS_LAW, article 74),
        ],
        modality: Modality::MustNot,
        severity: Severity::Serious,
        remedy: Words {
            zh: "亲属退出经营，或本人调整职务",
            en: "the relative leaves the business, or the holder the post",
        },
        ..BASE
    },
    checks: Checks { interest: Some(check), by_own_day: true, ..Checks::NONE },
};

fn check(case: &InterestCase<'_>, probe: &mut Probe<'_>) -> Answer {
    ties::reached(case, probe, |probe| judged(case, probe))
}

fn judged(case: &InterestCase<'_>, probe: &mut Probe<'_>) -> Answer {
    let (mut whole, mut related) = (Meets::No, false);
    for tie in ties::of(case, probe)?.filter(|it| KinSet::Business.contains(it.relation)) {
        related = true;
        for seat in case.household.seats() {
            whole = whole.or(against(case, &seat, &tie));
        }
    }
    if !related {
        return Ok(probe.not_applicable(Why::NotInSet));
    }
    Ok(match whole {
        Meets::No => Outcome::Compliant,
        Meets::Open(lacks) => lacks.tell(probe),
        Meets::Yes(day) => ties::stands(case, day, None, probe),
    })
}

/// Whether it lies in the area and within the business of a seat.
pub(crate) fn against(case: &InterestCase<'_>, seat: &Seat<'_>, tie: &ties::Tie) -> Meets {
    ties::lasts(case, seat, tie, None)
        .and(ties::behaves(case, &[]))
        .and(ties::lies_in(case, seat.areas, seat.at.field(field!("areas"))))
        .and(ties::belongs_to(case, seat.supervises, seat.at.field(field!("supervises"))))
}
