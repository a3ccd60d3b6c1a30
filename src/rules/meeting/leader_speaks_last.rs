//! 末位表态: the principal states a view last.

use super::BASE;
use crate::{
    dossier::{Principal, Speaker},
    facts::{Body, Statement},
    finding::{Missing, OpenQuestion, Why},
    law::{
        Unchecked, cite,
        instruments::{MEASURES, PARTY_GROUP_REGULATIONS},
    },
    norm::{Norm, Words, code},
    outcome::{Outcome, Severity},
    path::field,
    rule::{Answer, Checks, ItemCase, Probe, Rule},
    rules::collective::{self, Order},
};

/// 末位表态: the principal states a view last.
#[doc(alias = "“一把手”末位表态")]
#[doc(alias = "末位表态")]
pub(super) static RULE: Rule = Rule {
    norm: Norm {
        code: code!("MTG009"),
        slug: "leader-speaks-last",
        title: Words { zh: "“一把手”末位表态", en: "The principal speaks last" },
        gist: Words {
            zh: "每一议题，主要负责人的实质性表态须在其他到会成员之后；主要负责人缺席或回避时由主持人末位表态。",
            en: "On each item the principal's substantive view comes after those of the other members present; where the principal is absent or recused, the presider's does.",
        },
        cites: &[cite!(MEASURES, clause "2.2.2"), PARTY_GROUP_REGULATIONS.whole()],
        severity: Severity::Serious,
        remedy: Words {
            zh: "重新讨论该议题，主要负责人最后表态",
            en: "discuss the item again, with the principal speaking last",
        },
        unchecked: &[Unchecked {
            zh: "会前或主持时的暗示",
            en: "a view let slip before the meeting or while presiding",
        }],
        ..BASE
    },
    checks: Checks { item: Some(check), ..Checks::NONE },
};

fn check(case: &ItemCase<'_>, probe: &mut Probe<'_>) -> Answer {
    probe.reach(case.is_before(Body::PartyGroup), Why::OtherKind)?;
    let everyone = case.sitting.bench().all();
    let one_principal = case.sitting.bench().principal != Principal::Several;
    let all = !case.item.statements.is_unknown() && !case.item.statements_incomplete;
    let list = case.item.statements.elements();
    let silent =
        one_principal && all && collective::views_of(case, list, everyone).next().is_none();
    // Where no member stated a view nobody can have stated it too early, whoever was there.
    probe.reach(!silent, Why::NothingToRecord)?;
    let (statements, here) = collective::floor(case, probe)?;
    if case.item.statements_incomplete {
        return Ok(probe.lack(Missing::FullRecord(case.at().field(field!("statements")))));
    }
    let spoke = collective::spoke(case, statements, here);
    probe.reach(!spoke.is_empty(), Why::NothingToRecord)?;
    let principal = match case.sitting.bench().principal {
        Principal::Seat(seat) if here.contains(seat) => Some(seat),
        _ => None,
    };
    if spoke.len() == 1 {
        // Nobody else's view could have come later.
        return Ok(Outcome::Compliant);
    }
    let known =
        case.sitting.bench().presider.and_then(Speaker::seat).filter(|it| here.contains(*it));
    let leaders = [principal, known];
    if known.is_some() && !leaders.iter().flatten().any(|seat| spoke.contains(*seat)) {
        // Who has to speak last stated no view, so not too early either.
        return Ok(Outcome::Compliant);
    }
    if case.item.statements_unordered {
        return Ok(probe.lack(Missing::FullRecord(case.at().field(field!("statements")))));
    }
    probe.need(&case.sitting.meeting.presider, || presider_at(case))?;
    let presider = case.sitting.bench().presider.and_then(Speaker::seat);
    let presider = presider.filter(|seat| here.contains(*seat));
    match (principal, presider) {
        (Some(principal), Some(presider)) if principal != presider => {
            Ok(apart(case, statements, principal, presider, probe))
        }
        (_, Some(leader)) => Ok(last(case, statements, leader, probe)),
        // Somebody presided who was not in the room as a member: the record contradicts itself.
        (_, None) => Ok(probe.lack(Missing::Contradiction(presider_at(case)))),
    }
}

fn presider_at(case: &ItemCase<'_>) -> crate::path::Path {
    case.sitting.at.field(field!("presider"))
}

/// The leader presided: his or her first view comes after everyone's first.
fn last(
    case: &ItemCase<'_>,
    statements: &[Statement],
    leader: u8,
    probe: &mut Probe<'_>,
) -> Outcome {
    let order = Order::of(case, statements, leader);
    if order.first_after.is_some() {
        collective::spoke_early(case, leader, &order, probe)
    } else if order.second_after {
        probe.open(OpenQuestion::SecondView)
    } else {
        Outcome::Compliant
    }
}

/// The principal sat and another presided. The measures put the principal last, the Party group's own rules the presider:
/// kept where the principal is last and the presider last of the rest, broken where neither is last, open in between.
fn apart(
    case: &ItemCase<'_>,
    statements: &[Statement],
    principal: u8,
    presider: u8,
    probe: &mut Probe<'_>,
) -> Outcome {
    let order = Order::of(case, statements, principal);
    let spoke = |seat| order.spoke.contains(seat);
    if !spoke(principal) && !spoke(presider) {
        // Neither stated a view, so neither stated it too early.
        return Outcome::Compliant;
    }
    let principal_last = order.last == Some(principal);
    if !principal_last && order.last != Some(presider) {
        let early = if spoke(principal) { principal } else { presider };
        return collective::spoke_early(case, early, &Order::of(case, statements, early), probe);
    }
    if !principal_last || order.last_of_rest != Some(presider) {
        return probe.open(OpenQuestion::LastBesidePresider);
    }
    if order.second_after { probe.open(OpenQuestion::SecondView) } else { Outcome::Compliant }
}
