//! 负面清单: one is in force for the principal.

use super::{
    BASE,
    lists::{self, Meets},
};
use crate::{
    facts::{PowerHolder, PowerListKind, RecordFamily},
    finding::{Breach, Missing, Why},
    law::{cite, instruments::MEASURES},
    norm::{Norm, Words, code},
    outcome::{Outcome, Severity},
    path::Path,
    rule::{Answer, Checks, Probe, Rule, UnitCase},
};

/// 负面清单: one is in force for the principal.
#[doc(alias = "负面清单")]
pub static RULE: Rule = Rule {
    norm: Norm {
        code: code!("PWR004"),
        slug: "negative-list-in-force",
        title: Words { zh: "有现行负面清单", en: "A negative list is in force" },
        gist: Words {
            zh: "“一把手”须有现行有效的负面清单。",
            en: "A negative list is in force for the principal.",
        },
        cites: &[cite!(MEASURES, clause "1.2.3")],
        severity: Severity::Ordinary,
        remedy: Words {
            zh: "制定并发布负面清单",
            en: "draw up the negative list and put it in force",
        },
        ..BASE
    },
    checks: Checks { unit: Some(check), by_own_day: true, ..Checks::NONE },
};

fn check(case: &UnitCase<'_>, probe: &mut Probe<'_>) -> Answer {
    let cx = &case.cx;
    probe.reach(cx.policy.measures_from() <= cx.as_of, Why::NotInForce)?;
    let lists = cx.dossier.records().power_lists.iter().enumerate();
    let own = lists.filter(|(_, it)| {
        it.kind == PowerListKind::Negative && it.holder.is_same(PowerHolder::Principal)
    });
    let now = own.map(|(n, it)| lists::in_force(it, lists::at(n), cx.as_of));
    Ok(match now.fold(Meets::No, Meets::or) {
        Meets::Yes(_) => Outcome::Compliant,
        Meets::Open(lacks) => lacks.tell(probe),
        Meets::No => {
            let (family, day) = (RecordFamily::PowerLists, cx.as_of);
            if cx.dossier.is_complete(family, day, day) {
                probe.breach(Path::ROOT, Breach::Missing)
            } else {
                probe.lack(Missing::Completeness { family, from: day, until: day })
            }
        }
    })
}
