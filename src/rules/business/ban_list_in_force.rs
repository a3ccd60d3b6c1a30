//! 禁业清单: a list of bans is in force for holders of that kind.

use super::{BASE, ties};
use crate::{
    finding::{Breach, Missing, Why},
    law::{cite, instruments::MEASURES},
    norm::{Norm, Words, code},
    outcome::{Outcome, Severity},
    path::field,
    policy::{BanFields, Matched},
    rule::{Answer, Checks, HouseholdCase, Probe, Rule},
};

/// 禁业清单: a list of bans is in force for holders of that kind.
#[doc(alias = "禁业清单")]
pub(super) static RULE: Rule = Rule {
    norm: Norm {
        code: code!("BIZ010"),
        slug: "ban-list-in-force",
        title: Words { zh: "有现行禁业清单", en: "A ban list is in force" },
        gist: Words {
            zh: "对该类职务须有现行有效的禁业清单。",
            en: "For holders of that kind a list of bans is in force.",
        },
        cites: &[cite!(MEASURES, clause "2.5.3")],
        severity: Severity::Ordinary,
        remedy: Words { zh: "制定或载入禁业清单", en: "draw up the list, or load it" },
        parameters: &["bans"],
        ..BASE
    },
    checks: Checks { household: Some(check), by_own_day: true, ..Checks::NONE },
};

fn check(case: &HouseholdCase<'_>, probe: &mut Probe<'_>) -> Answer {
    let day = case.cx.as_of;
    probe.reach(day >= case.cx.policy.measures_from(), Why::NotInForce)?;
    let now = |it: &ties::Seat<'_>| it.from <= day && day <= it.until;
    probe.reach(case.seats().any(|it| now(&it)), Why::NobodyConcerned)?;
    let Some(bans) = case.cx.policy.bans() else {
        return Ok(probe.lack(Missing::Policy("bans")));
    };
    let mut lacks = Vec::new();
    for seat in case.seats().filter(now) {
        for ban in bans {
            let (from, until) = ban.days();
            if from <= day && day <= until {
                let open = |fields: BanFields| {
                    let office =
                        fields.has(BanFields::OFFICE).then(|| seat.at.field(field!("office")));
                    let rank = fields.has(BanFields::RANK).then_some(seat.rank_at);
                    office.into_iter().chain(rank)
                };
                match ban.reaches(&seat.facts()) {
                    Matched::Yes => return Ok(Outcome::Compliant),
                    Matched::No => {}
                    Matched::Open(fields) => lacks.extend(open(fields)),
                }
            }
        }
    }
    if lacks.is_empty() {
        return Ok(probe.breach(case.at, Breach::Missing));
    }
    Ok(lacks.into_iter().fold(Outcome::Undetermined, |all, at| all.join(probe.unknown(at))))
}
