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
    let ties = ties::of(case, probe)?;
    let (mut outcome, mut in_scope, mut in_set) = (Outcome::Compliant, false, false);
    for ban in bans {
        let mut whole = Meets::No;
        for seat in case.household.seats() {
            let scope = ties::scope(case, ban, &seat);
            if matches!(scope, Meets::No) {
                continue;
            }
            in_scope = true;
            for tie in ties.clone().filter(|it| ban.relations.contains(&it.relation)) {
                in_set = true;
                whole = whole.or(scope.clone().and(ties::meets(case, ban, &seat, &tie)));
            }
        }
        outcome = outcome.join(ties::tell(case, ban, whole, probe));
    }
    if !in_scope {
        // Without a ban for such holders BIZ010 answers.
        return Ok(probe.not_applicable(Why::OtherRule));
    }
    if !in_set {
        return Ok(probe.not_applicable(Why::NotInSet));
    }
    Ok(outcome)
}
