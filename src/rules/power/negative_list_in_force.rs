//! 负面清单: one is in force for the principal.

use super::{BASE, runs::Required};
use crate::{
    facts::{PowerHolder, PowerList, PowerListKind},
    finding::Why,
    law::{cite, instruments::MEASURES},
    norm::{Norm, Words, code},
    outcome::Severity,
    rule::{Answer, Checks, Probe, Rule, UnitCase},
};

/// 负面清单: one is in force for the principal.
#[doc(alias = "负面清单")]
pub(super) static RULE: Rule = Rule {
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
    let (cx, first) = (case.cx, case.cx.policy.measures_from());
    probe.reach(first <= cx.as_of, Why::NotInForce)?;
    let holder = PowerHolder::Principal;
    let is_one = |it: &PowerList| {
        it.kind == PowerListKind::Negative && it.holder.is_same(PowerHolder::Principal)
    };
    let required = Required { cx, holder, is_one };
    if !required.each_run((first, cx.as_of), probe) {
        required.kept(probe);
    }
    Ok(probe.unless_opened(Why::NobodyNamed))
}
