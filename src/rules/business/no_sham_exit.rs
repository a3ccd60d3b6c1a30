//! 不得虚假退出: no exit by nominee, hidden holding or a former spouse.

use super::{BASE, ties};
use crate::{
    facts::{BusinessExit, ExitKind, Fact},
    finding::{Breach, Missing, Why},
    law::{
        cite,
        instruments::{MEASURES, RELATIVE_BUSINESS_RULES},
    },
    norm::{Norm, Words, code},
    outcome::{Modality, Outcome, Severity},
    path::field,
    rule::{Answer, Checks, InterestCase, Probe, Rule},
};

/// 不得虚假退出: no exit by nominee, hidden holding or a former spouse.
#[doc(alias = "委托代持")]
#[doc(alias = "隐名投资")]
pub(super) static RULE: Rule = Rule {
    norm: Norm {
        code: code!("BIZ007"),
        slug: "no-sham-exit",
        title: Words { zh: "不得虚假退出", en: "No sham exit" },
        gist: Words {
            zh: "亲属退出经营不得以委托代持、隐名投资或者由前配偶代替等方式进行；须经认定。",
            en: "A relative leaves in fact: not by a nominee, a hidden holding or a former spouse who stands in; what is only suspected is not decided.",
        },
        cites: &[cite!(MEASURES, clause "2.5.3"), RELATIVE_BUSINESS_RULES.whole()],
        modality: Modality::MustNot,
        severity: Severity::Serious,
        remedy: Words {
            zh: "核实并责令真实退出",
            en: "look into it and have the relative leave in fact",
        },
        ..BASE
    },
    checks: Checks { interest: Some(check), by_own_day: true, ..Checks::NONE },
};

fn check(case: &InterestCase<'_>, probe: &mut Probe<'_>) -> Answer {
    let at = case.at().field(field!("exit"));
    let exit = probe.need(&case.interest.exit, || at)?;
    let Some(exit) = exit.filter(|it| it.on.0 <= case.cx().as_of) else {
        return Ok(probe.not_applicable(Why::NothingToRecord));
    };
    probe.reach(exit.on.0 >= case.cx().policy.measures_from(), Why::NotInForce)?;
    // A business of somebody who was never kin is nothing to the holder.
    let is_kin = ties::of(case, probe)?.next().is_some();
    probe.reach(is_kin, Why::NotInSet)?;
    Ok(match is_sham(exit) {
        Fact::Known(true) => probe.breach_with(at.field(field!("how")), Breach::Prohibited, |it| {
            it.day = exit.on.0;
            it.who = Some(case.household.household.holder.as_str().into());
        }),
        Fact::Known(false) => Outcome::Compliant,
        Fact::Absent => probe.lack(Missing::Suspected(at.field(field!("established")))),
        Fact::Unknown if exit.how.is_unknown() => probe.unknown(at.field(field!("how"))),
        Fact::Unknown => probe.unknown(at.field(field!("established"))),
    })
}

/// Whether an exit was a sham; absent where that is only suspected.
pub(crate) fn is_sham(exit: &BusinessExit) -> Fact<bool> {
    match (exit.how, exit.established) {
        (Fact::Known(ExitKind::Real) | Fact::Absent, _) => Fact::Known(false),
        (Fact::Unknown, _) => Fact::Unknown,
        // Looked into, and so, or not so.
        (Fact::Known(_), established) => established,
    }
}
