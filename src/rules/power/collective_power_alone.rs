//! 集体权力: what the list gives to a collective is not exercised by one person.

use std::cmp::Ordering;

use super::{
    BASE,
    grants::{self, Meets},
};
use crate::{
    facts::{Body, Fact, ItemKind, ItemResult, MatterId, PowerHolder},
    finding::{Breach, Missing, Why},
    law::{
        cite,
        instruments::{MEASURES, PARTY_GROUP_REGULATIONS},
    },
    norm::{Norm, Words, code},
    outcome::{Modality, Outcome, Severity},
    path::{Path, field},
    rule::{ActCase, Answer, Checks, Probe, Rule},
    rules::collective,
    time::Moment,
};

/// 集体权力: what the list gives to a collective is not exercised by one person.
#[doc(alias = "个人决定集体事项")]
pub(super) static RULE: Rule = Rule {
    norm: Norm {
        code: code!("PWR008"),
        slug: "collective-power-alone",
        title: Words {
            zh: "集体权力不得个人行使",
            en: "Collective powers are not exercised alone",
        },
        gist: Words {
            zh: "清单规定由集体行使的权力不得由个人行使；检察长依法对案件作出的决定除外。",
            en: "A power that the list gives to a collective is not exercised by one person; the chief procurator's lawful decisions in cases are another matter.",
        },
        cites: &[
            cite!(MEASURES, clause "1.2.3"),
            cite!(MEASURES, clause "2.2.2"),
            PARTY_GROUP_REGULATIONS.whole(),
        ],
        modality: Modality::MustNot,
        severity: Severity::Serious,
        remedy: Words { zh: "提交集体重新决定", en: "put it before the collective" },
        ..BASE
    },
    checks: Checks { act: Some(check), ..Checks::NONE },
};

fn check(case: &ActCase<'_>, probe: &mut Probe<'_>) -> Answer {
    let act = case.act;
    // The chief procurator's lawful decisions in cases are never one-man rule.
    let lawful = match act.capacity {
        Fact::Known(capacity) => grants::is_chiefs_matter(case, capacity),
        Fact::Absent => Meets::No,
        Fact::Unknown => match grants::is_chiefs_matter(case, PowerHolder::ChiefProcurator) {
            Meets::No => Meets::No,
            Meets::Yes(_) | Meets::Open(_) => Meets::open(case.at.field(field!("capacity"))),
        },
    };
    probe.reach(!matches!(lawful, Meets::Yes(_)), Why::OtherKind)?;
    let own_act = act.capacity.known().is_some_and(|it| it.is_collective());
    probe.reach(!own_act, Why::OtherKind)?;
    let power = probe.need(&act.power, || case.at.field(field!("power")))?;
    let Some(power) = power else { return Ok(probe.not_applicable(Why::OtherKind)) };
    let untold = grants::untold(case);
    let (mut party_group, mut committee, mut own) = (untold.clone(), untold.clone(), untold);
    let mut entry = None;
    for it in grants::of(case, power.as_str()) {
        let counts = it.counts_for(case);
        if matches!(counts, Meets::No) {
            continue;
        }
        let held = |by| it.is_held_by(|holder| holder == by).and(counts.clone());
        if matches!(it.is_held_by(PowerHolder::is_collective), Meets::Yes(_)) {
            entry = entry.or(Some(it.at));
        }
        party_group = party_group.or(held(PowerHolder::PartyGroup));
        committee = committee.or(held(PowerHolder::ProcuratorialCommittee));
        own = own.or(match act.capacity {
            Fact::Known(capacity) => it
                .is_held_by(|holder| !holder.is_collective() && holder.is_same(capacity))
                .and(counts),
            Fact::Absent => Meets::No,
            // Somebody's own power it may be.
            Fact::Unknown => match it.is_held_by(|holder| !holder.is_collective()).and(counts) {
                Meets::Yes(_) => Meets::open(case.at.field(field!("capacity"))),
                other => other,
            },
        });
    }
    let collective = party_group.clone().or(committee.clone());
    probe.reach(!matches!(collective, Meets::No), Why::OtherKind)?;
    // A list that gives it to the holder as well is for PWR010.
    probe.reach(!matches!(own, Meets::Yes(_)), Why::OtherRule)?;
    let alone = alone(case, &party_group, &committee, probe);
    // In the capacity of the collective itself it would be its own act.
    let alone_in = if act.capacity.is_unknown() {
        Meets::open(case.at.field(field!("capacity")))
    } else {
        Meets::ALWAYS
    };
    match (alone, collective.and(own.not()).and(lawful.not()).and(alone_in)) {
        (Ok(Outcome::Violated), Meets::Yes(_)) => {}
        (Ok(Outcome::Violated), Meets::Open(lacks)) => return Ok(lacks.tell(probe)),
        (Ok(Outcome::Compliant) | Err(Outcome::Compliant), Meets::Open(lacks)) => {
            // It may be no collective's power at all.
            return Ok(lacks.tell(probe));
        }
        (Ok(outcome) | Err(outcome), _) => return Ok(outcome),
    }
    Ok(probe.breach_with(case.at.field(field!("power")), Breach::Prohibited, |it| {
        it.who = act.by.known().map(|by| by.as_str().into());
        it.also.extend(entry);
        it.also.extend(act.decided_in.known().map(|_| case.at.field(field!("decided_in"))));
    }))
}

/// Whether no collective decided it. The answer is `Violated` where none did; the departure itself is not yet told.
fn alone(
    case: &ActCase<'_>,
    party_group: &Meets,
    committee: &Meets,
    probe: &mut Probe<'_>,
) -> Answer {
    let (act, at) = (case.act, case.at.field(field!("decided_in")));
    match (&act.decided_in, case.index.item) {
        (Fact::Known(_), Some(item)) => decided(case, item, party_group, committee, probe),
        (Fact::Known(_), None) => Ok(probe.unknown(at)),
        (Fact::Absent | Fact::Unknown, _) => {
            covered(case, party_group, committee, probe)?;
            if act.decided_in.is_unknown() { Ok(probe.unknown(at)) } else { Ok(Outcome::Violated) }
        }
    }
}

/// Whether the collective had adopted the matter before: one predicate with MTG001 and MTG020 of what the Party group had
/// decided, and the like of the committee.
///
/// # Errors
///
/// `Compliant` where it had, `Undetermined` where it may have.
fn covered(
    case: &ActCase<'_>,
    party_group: &Meets,
    committee: &Meets,
    probe: &mut Probe<'_>,
) -> Result<(), Outcome> {
    let act = case.act;
    if !matches!(party_group, Meets::No) {
        if act.matter.is_unknown() && grants::may_be_covered(case) {
            return Err(probe.unknown(case.at.field(field!("matter"))));
        }
        collective::decided_before(&case.cx, case.matter(), act.done_on, probe)?;
    }
    if !matches!(committee, Meets::No) {
        by_the_committee(case, probe)?;
    }
    Ok(())
}

/// What the committee did with the matter last before the act.
fn by_the_committee(case: &ActCase<'_>, probe: &mut Probe<'_>) -> Result<(), Outcome> {
    let mut last: Option<(Moment, bool)> = None;
    for (m, meeting) in case.cx.dossier.records().meetings.iter().enumerate() {
        if meeting.kind.body() != Some(Body::ProcuratorialCommittee) {
            continue;
        }
        for (i, item) in meeting.items.iter().enumerate() {
            let at = Path::ROOT.field(field!("meetings")).index(m).field(field!("items")).index(i);
            let order = meeting.held_on.order(case.act.done_on);
            let later = matches!(order, Some(Ordering::Greater));
            match (&item.matter, item.result) {
                _ if later || meeting.held_on.day() > case.day() => {}
                (Fact::Absent, _) | (_, Fact::Absent) => {}
                _ if case.act.matter.is_absent() => {}
                (Fact::Known(id), _) if !may_be(&case.act.matter, id) => {}
                _ if case.act.matter.is_unknown() => {
                    return Err(probe.unknown(case.at.field(field!("matter"))));
                }
                (Fact::Unknown, _) => return Err(probe.unknown(at.field(field!("matter")))),
                (_, Fact::Unknown) => return Err(probe.unknown(at.field(field!("result")))),
                (Fact::Known(_), Fact::Known(_)) if order.is_none() => {
                    return Err(probe.lack(Missing::TimeOfDay(case.at.field(field!("done_on")))));
                }
                (Fact::Known(_), Fact::Known(result)) => {
                    if last.is_none_or(|it| it.0.day() <= meeting.held_on.day()) {
                        last = Some((meeting.held_on, result == ItemResult::Adopted));
                    }
                }
            }
        }
    }
    if last.is_some_and(|it| it.1) { Err(Outcome::Compliant) } else { Ok(()) }
}

fn may_be(matter: &Fact<MatterId>, id: &MatterId) -> bool {
    match matter {
        Fact::Known(matter) => matter == id,
        Fact::Absent => false,
        Fact::Unknown => true,
    }
}

/// Whether the meeting adopted it, and before the act.
fn decided(
    case: &ActCase<'_>,
    (m, i): (u32, u32),
    party_group: &Meets,
    committee: &Meets,
    probe: &mut Probe<'_>,
) -> Answer {
    let Some((meeting, item)) = case.cx.dossier.item_at(m, i) else {
        return Ok(probe.unknown(case.at.field(field!("decided_in"))));
    };
    let at = Path::ROOT
        .field(field!("meetings"))
        .index(m as usize)
        .field(field!("items"))
        .index(i as usize);
    let asked = match meeting.kind.body() {
        Some(Body::PartyGroup) => party_group,
        Some(Body::ProcuratorialCommittee) => committee,
        None => &Meets::No,
    };
    let adopted = match item.result {
        Fact::Known(result) => result == ItemResult::Adopted,
        Fact::Absent => false,
        // Of what is only reported no result is none.
        Fact::Unknown if item.kind == ItemKind::Inform => false,
        Fact::Unknown => return Ok(probe.unknown(at.field(field!("result")))),
    };
    if adopted {
        match asked {
            // Another body or form is no one person; MTG002 and CMT006 answer for it.
            Meets::No => return Ok(probe.not_applicable(Why::OtherRule)),
            Meets::Open(lacks) => return Ok(lacks.clone().tell(probe)),
            Meets::Yes(_) => {}
        }
        match meeting.held_on.order(case.act.done_on) {
            Some(Ordering::Less | Ordering::Equal) => return Ok(Outcome::Compliant),
            // A later confirmation gives no cover of its own.
            Some(Ordering::Greater) => {}
            None => return Ok(probe.lack(Missing::TimeOfDay(case.at.field(field!("done_on"))))),
        }
    }
    covered(case, party_group, committee, probe)?;
    Ok(Outcome::Violated)
}
