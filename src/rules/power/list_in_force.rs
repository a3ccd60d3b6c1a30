//! 权力清单: a list of powers is in force for each required holder.

use super::{BASE, runs::Required};
use crate::{
    facts::{PowerHolder, PowerList, PowerListKind},
    finding::{Missing, Why},
    law::{cite, instruments::MEASURES},
    norm::{Norm, Words, code},
    outcome::Severity,
    policy::Parameters,
    rule::{Answer, Checks, Part, Probe, Rule, UnitCase},
    time::{DateRange, NaiveDate},
};

/// 权力清单: a list of powers is in force for each required holder.
#[doc(alias = "权力清单")]
pub(super) static RULE: Rule = Rule {
    norm: Norm {
        code: code!("PWR001"),
        slug: "list-in-force",
        title: Words { zh: "有现行权力清单", en: "A power list is in force" },
        gist: Words {
            zh: "须制定权力清单的主体始终有现行有效的权力清单。",
            en: "Each holder who must have one has a power list in force, on the as-of day and on every day since the measures.",
        },
        cites: &[cite!(MEASURES, clause "1.2.3"), cite!(MEASURES, clause "2.2.1")],
        severity: Severity::Ordinary,
        remedy: Words {
            zh: "制定并发布权力清单",
            en: "draw up the power list and put it in force",
        },
        parameters: &["power_list_holders"],
        ..BASE
    },
    checks: Checks { unit: Some(check), by_own_day: true, ..Checks::NONE },
};

fn check(case: &UnitCase<'_>, probe: &mut Probe<'_>) -> Answer {
    let cx = &case.cx;
    let first = cx.policy.measures_from();
    probe.reach(first <= cx.as_of, Why::NotInForce)?;
    // Whose lists are asked for is a matter of the day; days of one holder that follow one another are one stretch.
    let pieces = || cx.policy.pieces(first, cx.as_of);
    let mut unset = false;
    for (from, _, parameters) in pieces() {
        let setting = &parameters.power_list_holders;
        if setting.value.is_none() && !unset {
            probe.subject(Part::of_period(DateRange::since(from)), |probe| {
                Err(probe.lack(Missing::Policy(setting.field)))
            });
        }
        unset = setting.value.is_none();
    }
    let asked = |it: &Parameters, holder: PowerHolder| {
        let holders = it.power_list_holders.value.as_deref().unwrap_or(&[]);
        holders.contains(&holder)
    };
    for holder in PowerHolder::ALL.iter().copied() {
        let required = Required { cx: *cx, holder, is_one: |it: &PowerList| is_of(it, holder) };
        let (mut stretch, mut any, mut lacked) = (None::<(NaiveDate, NaiveDate)>, false, false);
        for (from, until, parameters) in pieces() {
            if asked(parameters, holder) {
                any = true;
                stretch = Some((stretch.map_or(from, |it| it.0), until));
            } else if let Some(days) = stretch.take() {
                lacked |= required.each_run(days, probe);
            }
        }
        if let Some(days) = stretch {
            lacked |= required.each_run(days, probe);
        }
        if any && !lacked {
            required.kept(probe);
        }
    }
    Ok(probe.unless_opened(Why::NobodyNamed))
}

/// Whether it is a list that a holder must have: of the three layers, the list of the layers.
fn is_of(list: &PowerList, holder: PowerHolder) -> bool {
    match list.kind {
        PowerListKind::Power => list.holder.is_same(holder),
        PowerListKind::Layers => holder.is_layer(),
        PowerListKind::Negative | PowerListKind::Provincial => false,
    }
}
