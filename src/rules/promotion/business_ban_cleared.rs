//! 经商办企业禁业: nothing that stands against the new post is uncleared.

use std::cmp::Ordering;

use super::{BASE, process};
use crate::{
    facts::{BusinessMatch, Fact, KinSet, TargetPost},
    finding::{Breach, Missing},
    law::{
        cite,
        instruments::{MEASURES, RELATIVE_BUSINESS_RULES},
    },
    norm::{Norm, Words, code},
    outcome::{Outcome, Severity},
    path::{Path, field},
    rule::{Answer, Checks, HouseholdCase, InterestCase, Probe, PromotionCase, Rule},
    rules::business::{
        area_and_scope, lawyer_relative, no_sham_exit,
        ties::{self, Meets, Seat},
    },
    time::{Moment, NaiveDate},
};

/// 经商办企业禁业: nothing that stands against the new post is uncleared.
#[doc(alias = "禁业清单")]
#[doc(alias = "经商办企业")]
pub(super) static RULE: Rule = Rule {
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
        parameters: &["bans"],
        ..BASE
    },
    checks: Checks { promotion: Some(check), by_own_day: true, ..Checks::NONE },
};

fn check(case: &PromotionCase<'_>, probe: &mut Probe<'_>) -> Answer {
    let settled = process::reach(case, probe)?;
    let index = case.cx.dossier.index();
    if index.households_of(case.index.candidate).next().is_some() {
        return by_the_household(case, settled, probe);
    }
    // Without records of the family, what another system found.
    let at = case.at.field(field!("business_clearing"));
    let Some(clearing) = probe.need(&case.promotion.business_clearing, || at)? else {
        return Ok(match settled {
            // What nobody looked at is not clear, nor is it a business.
            Some(_) => probe.lack(Missing::FullRecord(at)),
            None => probe.pending(at, None),
        });
    };
    let at = at.field(field!("matches"));
    let matches = probe.need(&clearing.matches, || at)?.map_or(&[][..], Vec::as_slice);
    let known = matches.iter().enumerate().filter(|it| it.1.found_on.0 <= case.cx.as_of);
    Ok(known.fold(Outcome::Compliant, |all, (n, it)| {
        all.join(one(case, it, settled, at.index(n), probe))
    }))
}

/// The candidate's household is on record: the rules on business are asked about the new post.
fn by_the_household(
    case: &PromotionCase<'_>,
    settled: Option<Moment>,
    probe: &mut Probe<'_>,
) -> Answer {
    // Without an interest there is nothing that could stand against any post.
    let index = case.cx.dossier.index();
    let kin_known = !case.cx.dossier.records().kinship.is_unknown();
    let may_stand = |n: u32| {
        HouseholdCase::of(case.cx, n).is_some_and(|it| {
            let count = it.household.interests.elements().len();
            let mut interests = (0..count).filter_map(|n| it.interest(n));
            it.household.interests.is_unknown()
                || interests.any(|it| !kin_known || ties::all(&it).next().is_some())
        })
    };
    if !index.households_of(case.index.candidate).any(may_stand) {
        return Ok(Outcome::Compliant);
    }
    let at = case.at.field(field!("target_post"));
    let Some(target) = probe.need(&case.promotion.target_post, || at)? else {
        return Ok(match settled {
            Some(_) => probe.lack(Missing::FullRecord(at)),
            None => probe.pending(at, None),
        });
    };
    // On the day of the decision, and on that of the appointment.
    let day = settled.map_or(case.cx.as_of, Moment::day);
    let mut outcome = Outcome::Compliant;
    for n in case.cx.dossier.index().households_of(case.index.candidate) {
        let Some(household) = HouseholdCase::of(case.cx, n) else { continue };
        let at = household.at.field(field!("interests"));
        let count = probe.need(&household.household.interests, || at)?.map_or(0, Vec::len);
        for interest in (0..count).filter_map(|n| household.interest(n)) {
            outcome = outcome.join(one_interest(case, &interest, target, day, probe));
        }
    }
    Ok(outcome)
}

/// Whether one interest stands against the new post: by a ban, by area and scope, as a lawyer's, or by a sham exit.
fn one_interest(
    case: &PromotionCase<'_>,
    interest: &InterestCase<'_>,
    target: &TargetPost,
    day: NaiveDate,
    probe: &mut Probe<'_>,
) -> Outcome {
    let over = interest.interest.until.known().is_some_and(|until| until.0 < day);
    let ties = match ties::of(interest, probe) {
        Ok(ties) => ties,
        // Ended, and no sham: whoever it was.
        Err(_) if over && interest.interest.exit.is_absent() => return Outcome::Compliant,
        Err(outcome) => return outcome,
    };
    let bans = case.cx.policy.bans();
    let (rank, rank_at) = (case.promotion.target_rank, case.at.field(field!("target_rank")));
    let appointed = process::appointed(case);
    let days = [Some(day), appointed.known().map(|on| on.day()).filter(|on| *on != day)];
    let mut meets = Meets::No;
    for day in days.into_iter().flatten() {
        let seat =
            Seat::of_target(target, rank, rank_at, day, case.at.field(field!("target_post")));
        for tie in ties.clone() {
            if KinSet::Business.contains(tie.relation) {
                meets = meets.or(area_and_scope::against(interest, &seat, &tie));
            }
            if KinSet::Lawyer.contains(tie.relation) {
                meets = meets.or(lawyer_relative::against(interest, &seat, &tie));
            }
            for ban in bans.unwrap_or_default() {
                if ban.relations.contains(&tie.relation) {
                    let met = ties::meets(interest, ban, &seat, &tie);
                    meets = meets.or(ties::scope(interest, ban, &seat).and(met));
                }
            }
        }
    }
    let mut outcome = match meets {
        Meets::No => Outcome::Compliant,
        Meets::Open(lacks) => lacks.tell(probe),
        Meets::Yes(_) => process::standing(case, interest.at(), Breach::Prohibited, probe),
    };
    let related = ties.clone().next().is_some();
    if bans.is_none() && related && !over {
        outcome = outcome.join(probe.lack(Missing::Policy("bans")));
    }
    // What or whom a ban reaches only after the decision may count on a day of appointment that nobody has said.
    let later = interest.interest.from.known().is_some_and(|from| from.0 > day)
        || bans.unwrap_or_default().iter().any(|it| it.days().0 > day);
    if appointed.is_unknown() && later && related && outcome == Outcome::Compliant {
        outcome = probe.unknown(case.at.field(field!("appointed_on")));
    }
    if related { outcome.join(sham(case, interest, day, probe)) } else { outcome }
}

/// A sham exit that is established stands, unless the interest ended in fact since.
fn sham(
    case: &PromotionCase<'_>,
    interest: &InterestCase<'_>,
    day: NaiveDate,
    probe: &mut Probe<'_>,
) -> Outcome {
    let (it, at) = (interest.interest, interest.at().field(field!("exit")));
    let exit = match &it.exit {
        Fact::Known(exit) => exit,
        Fact::Absent => return Outcome::Compliant,
        Fact::Unknown => return probe.unknown(at),
    };
    let judged = exit.on.0 >= case.cx.policy.measures_from() && exit.on.0 <= case.cx.as_of;
    let ended = it.until.known().is_some_and(|until| until.0 > exit.on.0 && until.0 < day);
    if !judged || ended || exit.on.0 > day {
        return Outcome::Compliant;
    }
    match no_sham_exit::is_sham(exit) {
        // It may have ended in fact on a day between.
        Fact::Known(true)
            if it.until.is_unknown() && exit.on.0.succ_opt().is_some_and(|next| next < day) =>
        {
            probe.unknown(interest.at().field(field!("until")))
        }
        Fact::Known(true) => {
            process::standing(case, at.field(field!("how")), Breach::Prohibited, probe)
        }
        Fact::Known(false) => Outcome::Compliant,
        Fact::Absent => probe.lack(Missing::Suspected(at.field(field!("established")))),
        Fact::Unknown => probe.unknown(at.field(if exit.how.is_unknown() {
            field!("how")
        } else {
            field!("established")
        })),
    }
}

/// What was found by the decision is cleared by then; what was found after it, before the appointment.
fn one(
    case: &PromotionCase<'_>,
    found: &BusinessMatch,
    settled: Option<Moment>,
    at: Path,
    probe: &mut Probe<'_>,
) -> Outcome {
    let (on, cleared_at) = (found.found_on.0, at.field(field!("cleared_on")));
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
            Fact::Unknown => probe.unknown(case.at.field(field!("appointed_on"))),
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
                Outcome::Compliant => probe.lack(Missing::TimeOfDay(at.field(field!("found_on")))),
                outcome => outcome,
            },
            Fact::Absent => probe.lack(Missing::TimeOfDay(at.field(field!("found_on")))),
            Fact::Unknown => probe.unknown(case.at.field(field!("appointed_on"))),
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
