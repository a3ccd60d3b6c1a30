//! 照单用权: an act falls under a power of its holder.

use super::{
    BASE,
    grants::{self, Meets},
};
use crate::{
    facts::Text,
    finding::{Breach, Missing, Why},
    law::{Unchecked, cite, instruments::MEASURES},
    norm::{Norm, Words, code},
    outcome::{Modality, Outcome, Severity},
    path::{Path, field},
    rule::{ActCase, Answer, Checks, Probe, Rule},
};

/// 照单用权: an act falls under a power of its holder.
#[doc(alias = "权力清单外用权")]
pub(super) static RULE: Rule = Rule {
    norm: Norm {
        code: code!("PWR005"),
        slug: "act-within-list",
        title: Words { zh: "在权力清单内用权", en: "Acts within the list" },
        gist: Words {
            zh: "用权行为须属该主体当日权力清单所列权力；检察长在办案中的其余职权视为列入。",
            en: "An act falls under one of its holder's powers in force that day; what remains to the chief procurator in cases counts as listed.",
        },
        cites: &[cite!(MEASURES, clause "1.2.3")],
        modality: Modality::MustNot,
        severity: Severity::Serious,
        remedy: Words {
            zh: "停止并重新决定，或者修订清单",
            en: "stop and decide anew, or amend the list",
        },
        unchecked: &[Unchecked {
            zh: "未记入卷宗的用权行为",
            en: "acts of power that no record holds",
        }],
        ..BASE
    },
    checks: Checks { act: Some(check), ..Checks::NONE },
};

fn check(case: &ActCase<'_>, probe: &mut Probe<'_>) -> Answer {
    let act = case.act;
    let capacity = probe.need(&act.capacity, || case.at.field(field!("capacity")))?;
    let Some(capacity) = capacity.copied() else {
        return Ok(probe.not_applicable(Why::OtherKind));
    };
    // A collective's own act is no holder's.
    probe.reach(!capacity.is_collective(), Why::OtherKind)?;
    let residual = grants::is_chiefs_case(case, capacity);
    if matches!(residual, Meets::Yes(_)) {
        return Ok(Outcome::Compliant);
    }
    let power = probe.need(&act.power, || case.at.field(field!("power")))?.map(Text::as_str);
    let untold = if power.is_some() { grants::untold(case) } else { Meets::No };
    let (mut own, mut collective) = (untold.clone(), untold);
    for it in power.into_iter().flat_map(|power| grants::of(case, power)) {
        own = own.or(it.is_held_by(|holder| holder.is_same(capacity)).and(it.in_force.clone()));
        collective = collective.or(it.is_collective_for(case));
    }
    let given = matches!(collective, Meets::Yes(_));
    match (own, collective) {
        (Meets::Yes(_), _) => return Ok(Outcome::Compliant),
        (Meets::Open(lacks), _) | (Meets::No, Meets::Open(lacks)) => return Ok(lacks.tell(probe)),
        (Meets::No, Meets::Yes(_) | Meets::No) => {}
    }
    if let Meets::Open(lacks) = residual {
        return Ok(lacks.tell(probe));
    }
    // PWR008 answers.
    probe.reach(!given, Why::OtherRule)?;
    let at = case.at.field(field!("delegation"));
    if let Some(delegation) = probe.need(&act.delegation, || at)? {
        let giver = probe.need(&delegation.by, || at.field(field!("by")))?;
        // On the delegation of one who has the power PWR012 answers.
        let Some(giver) = giver.copied() else { return Ok(probe.not_applicable(Why::OtherRule)) };
        let theirs = power.into_iter().flat_map(|power| grants::of(case, power));
        let theirs =
            theirs.map(|it| it.is_held_by(|holder| holder.is_same(giver)).and(it.in_force));
        match theirs.fold(grants::is_chiefs_case(case, giver), Meets::or) {
            Meets::Yes(_) => return Ok(probe.not_applicable(Why::OtherRule)),
            Meets::Open(lacks) => return Ok(lacks.tell(probe)),
            Meets::No => {}
        }
        // What one could not give is not delegated; without a list of the giver nobody can tell.
        match grants::has_list(case, giver) {
            Meets::Yes(_) => return Ok(unlisted(case, probe)),
            Meets::Open(lacks) => return Ok(lacks.tell(probe)),
            Meets::No => return Ok(probe.not_applicable(Why::OtherRule)),
        }
    }
    Ok(match grants::has_list(case, capacity) {
        Meets::Yes(_) => unlisted(case, probe),
        Meets::Open(lacks) => lacks.tell(probe),
        Meets::No => probe.lack(Missing::Fact(Path::ROOT.field(field!("power_lists")))),
    })
}

fn unlisted(case: &ActCase<'_>, probe: &mut Probe<'_>) -> Outcome {
    probe.breach_with(case.at.field(field!("power")), Breach::Unlisted, |it| {
        it.who = case.act.by.known().map(|by| by.as_str().into());
    })
}
