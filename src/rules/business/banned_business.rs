//! 禁业: no relative's business meets a ban in force.

use super::{
    BASE,
    ties::{self, Meets},
};
use crate::{
    finding::{Missing, Why},
    law::{
        cite,
        instruments::{MEASURES, RELATIVE_BUSINESS_RULES},
    },
    norm::{Norm, Words, code},
    outcome::{Modality, Outcome, Severity},
    policy::{Ban, Matched},
    rule::{Answer, Checks, InterestCase, Probe, Rule},
};

/// 禁业: no relative's business meets a ban in force.
#[doc(alias = "禁业清单")]
#[doc(alias = "禁业范围")]
pub static RULE: Rule = Rule {
    norm: Norm {
        code: code!("BIZ004"),
        slug: "banned-business",
        title: Words { zh: "亲属不得从事禁业", en: "No banned business" },
        gist: Words {
            zh: "亲属的经营活动在其与领导干部职务并存的任何一日不得属于当时有效的禁业范围。",
            en: "On no day on which both lasted does a relative's business meet a ban in force for the holder's post.",
        },
        cites: &[cite!(MEASURES, clause "2.5.3"), RELATIVE_BUSINESS_RULES.whole()],
        modality: Modality::MustNot,
        severity: Severity::Serious,
        remedy: Words {
            zh: "亲属退出经营，或本人调整职务",
            en: "the relative leaves the business, or the holder the post",
        },
        parameters: &["bans"],
        ..BASE
    },
    checks: Checks { interest: Some(check), by_own_day: true, ..Checks::NONE },
};

fn check(case: &InterestCase<'_>, probe: &mut Probe<'_>) -> Answer {
    ties::reached(case, probe, |probe| judged(case, probe))
}

fn judged(case: &InterestCase<'_>, probe: &mut Probe<'_>) -> Answer {
    let Some(bans) = case.cx().policy.bans() else {
        return Ok(probe.lack(Missing::Policy("bans")));
    };
    let seats = || case.household.seats();
    let scoped = |ban: &Ban| seats().any(|seat| !matches!(ban.reaches(&seat.facts()), Matched::No));
    if !bans.iter().any(scoped) {
        // Without a ban for such holders BIZ010 answers.
        return Ok(probe.not_applicable(Why::OtherRule));
    }
    let ties = ties::of(case, probe)?;
    let (mut outcome, mut surely, mut perhaps) = (Outcome::Compliant, false, Meets::No);
    for ban in bans {
        let mut whole = Meets::No;
        for seat in seats() {
            let scope = ties::scope(case, ban, &seat);
            let mut among = ties.clone().filter(|it| ban.relations.contains(&it.relation));
            if matches!(scope, Meets::No) || among.clone().next().is_none() {
                continue;
            }
            if matches!(scope, Meets::Yes(_)) {
                surely = true;
            } else {
                perhaps = perhaps.or(scope.clone());
            }
            let met = |tie| ties::meets(case, ban, &seat, &tie);
            let met = among.by_ref().map(met).fold(Meets::No, Meets::or);
            whole = whole.or(scope.and(met));
        }
        outcome = outcome.join(ties::tell(case, ban, whole, probe));
    }
    match (surely, perhaps) {
        // Whether a ban reaches the holder at all is open.
        (false, Meets::Open(lacks)) if outcome == Outcome::Compliant => Ok(lacks.tell(probe)),
        (false, Meets::No) => Ok(probe.not_applicable(Why::NotInSet)),
        _ => Ok(outcome),
    }
}
