//! 禁业: no relative's business meets a ban in force.

use super::{
    BASE,
    ties::{self, Meets, Tie},
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
    rule::{Answer, Checks, InterestCase, Part, Probe, Rule},
};

/// 禁业: no relative's business meets a ban in force.
#[doc(alias = "禁业清单")]
#[doc(alias = "禁业范围")]
pub(super) static RULE: Rule = Rule {
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
    let open = ties::days(case, probe)?;
    let Some(bans) = case.cx().policy.bans() else {
        return Ok(probe.lack(Missing::Policy("bans")));
    };
    let seats = || case.household.seats();
    let scoped = |ban: &Ban| seats().any(|seat| !matches!(ban.reaches(&seat.facts()), Matched::No));
    // Without a ban for such holders BIZ010 answers.
    probe.reach(bans.iter().any(scoped), Why::OtherRule)?;
    let ties = ties::of(case, probe)?;
    for ban in bans {
        let among = ties.clone().filter(|it| ban.relations.contains(&it.relation));
        if !scoped(ban) || among.clone().next().is_none() {
            continue;
        }
        probe.subject(Part::new().word("ban", &ban.id), |probe| {
            let outcome = judged(case, ban, &among, probe);
            Ok(ties::unless_open(outcome, open, probe))
        });
    }
    Ok(probe.unless_opened(Why::NotInSet))
}

/// Whether the interest meets one ban, beside some seat and some tie.
fn judged(
    case: &InterestCase<'_>,
    ban: &Ban,
    among: &(impl Iterator<Item = Tie> + Clone),
    probe: &mut Probe<'_>,
) -> Outcome {
    let (mut whole, mut surely, mut perhaps) = (Meets::No, false, Meets::No);
    for seat in case.household.seats() {
        let scope = ties::scope(case, ban, &seat);
        match &scope {
            Meets::No => continue,
            Meets::Yes(_) => surely = true,
            Meets::Open(_) => perhaps = perhaps.or(scope.clone()),
        }
        let met = among.clone().map(|tie| ties::meets(case, ban, &seat, &tie));
        whole = whole.or(scope.and(met.fold(Meets::No, Meets::or)));
    }
    match (ties::tell(case, ban, whole, probe), perhaps) {
        // Whether the ban reaches the holder at all is open.
        (Outcome::Compliant, Meets::Open(lacks)) if !surely => lacks.tell(probe),
        (outcome, _) => outcome,
    }
}
