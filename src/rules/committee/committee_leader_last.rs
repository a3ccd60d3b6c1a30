//! 检委会末位表态: the chief procurator states a view last.

use super::BASE;
use crate::{
    dossier::{Principal, Seats, Speaker},
    facts::{Body, CommitteeSeat, Statement},
    finding::{Breach, Missing, OpenQuestion, Why},
    law::{
        Unchecked, cite,
        instruments::{MEASURES, PROCURATORIAL_COMMITTEE_RULES},
    },
    norm::{Norm, Words, code},
    outcome::{Outcome, Severity},
    path::{Path, field},
    rule::{Answer, Checks, ItemCase, Probe, Rule},
    rules::collective::{self, Order},
};

/// 检委会末位表态: the chief procurator states a view last.
#[doc(alias = "检察长在检委会末位表态")]
pub(super) static RULE: Rule = Rule {
    norm: Norm {
        code: code!("CMT003"),
        slug: "committee-leader-last",
        title: Words {
            zh: "检察长在检委会末位表态", en: "The chief procurator speaks last"
        },
        gist: Words {
            zh: "检委会讨论时，检察长的表态须在其他委员之后；委员发言次序是否核查由参数决定。",
            en: "In the committee the chief procurator's view comes after the other members'; whether the order of the members among themselves is checked is a parameter.",
        },
        cites: &[cite!(MEASURES, clause "2.2.2"), PROCURATORIAL_COMMITTEE_RULES.whole()],
        severity: Severity::Serious,
        remedy: Words {
            zh: "重新讨论该议题，检察长最后表态",
            en: "discuss the item again, with the chief procurator speaking last",
        },
        parameters: &["committee_order_checked"],
        unchecked: &[Unchecked {
            zh: "会前或主持时的暗示",
            en: "a view let slip before the meeting or while presiding",
        }],
        ..BASE
    },
    checks: Checks { item: Some(check), ..Checks::NONE },
};

fn check(case: &ItemCase<'_>, probe: &mut Probe<'_>) -> Answer {
    probe.reach(case.is_before(Body::ProcuratorialCommittee), Why::OtherKind)?;
    let (statements, here) = collective::floor(case, probe)?;
    let chief = match case.sitting.bench().principal {
        Principal::Seat(seat) if here.contains(seat) => Some(seat),
        _ => None,
    };
    let setting = &case.parameters().committee_order_checked;
    let ordered = setting.value == Some(true);
    probe.reach(chief.is_some() || ordered, Why::NobodyConcerned)?;
    let at = case.at().field(field!("statements"));
    if case.item.statements_incomplete {
        return Ok(probe.lack(Missing::FullRecord(at)));
    }
    let spoke = collective::spoke(case, statements, here);
    probe.reach(!spoke.is_empty(), Why::NothingToRecord)?;
    let matters = ordered || chief.is_some_and(|seat| spoke.contains(seat));
    if spoke.len() > 1 && matters && case.item.statements_unordered {
        return Ok(probe.lack(Missing::FullRecord(at)));
    }
    let last = match chief {
        Some(chief) => last(case, statements, chief, here, probe),
        None => Outcome::Compliant,
    };
    if !ordered {
        return Ok(last);
    }
    probe.hinge(setting);
    Ok(last.join(order_of_members(case, statements, chief, probe)))
}

fn last(
    case: &ItemCase<'_>,
    statements: &[Statement],
    chief: u8,
    here: Seats,
    probe: &mut Probe<'_>,
) -> Outcome {
    let order = Order::of(case, statements, chief);
    if order.leader.is_none() {
        return Outcome::Compliant;
    }
    let Some(_) = order.first_after else {
        return if order.second_after {
            probe.open(OpenQuestion::SecondView)
        } else {
            Outcome::Compliant
        };
    };
    // A deputy who presides sums up last of all; only where nobody else follows is that no departure of the chief's.
    let only_one_after = after_leader(case, statements, chief).len() == 1;
    if only_one_after {
        let presider = match probe
            .need(&case.sitting.meeting.presider, || case.sitting.at.field(field!("presider")))
        {
            Ok(_) => case.sitting.bench().presider.and_then(Speaker::seat),
            Err(outcome) => return outcome,
        };
        let follows = after_leader(case, statements, chief);
        if presider.is_some_and(|it| it != chief && here.contains(it) && follows.contains(it)) {
            return probe.open(OpenQuestion::LastBesidePresider);
        }
    }
    collective::spoke_early(case, chief, &order, probe)
}

/// Members whose first view follows the chief's.
fn after_leader(case: &ItemCase<'_>, statements: &[Statement], chief: u8) -> Seats {
    let (mut before, mut after, mut passed) = (Seats::NONE, Seats::NONE, false);
    for (_, seat, _) in collective::views(case, statements) {
        if seat == chief {
            passed = true;
        } else if !passed {
            before.insert(seat);
        } else if !before.contains(seat) {
            after.insert(seat);
        }
    }
    after
}

/// 专职委员, then members without office, then the leadership.
fn order_of_members(
    case: &ItemCase<'_>,
    statements: &[Statement],
    chief: Option<u8>,
    probe: &mut Probe<'_>,
) -> Outcome {
    let mut outcome = Outcome::Compliant;
    let (mut spoke, mut turn) = (Seats::NONE, 0);
    let mut first: [Option<(CommitteeSeat, u32, Path)>; 3] = [None; 3];
    for (n, seat, _) in collective::views(case, statements) {
        if !spoke.insert(seat) {
            continue;
        }
        turn += 1;
        if Some(seat) == chief {
            continue;
        }
        let Some(member) = case.sitting.bench().member(seat) else { continue };
        let Some(kind) = member.seat else {
            let register = Path::ROOT.field(field!("people")).index(member.person as usize);
            outcome = outcome.join(probe.unknown(register.field(field!("memberships"))));
            continue;
        };
        // The first of a kind that had to wait for this one.
        if let Some((_, place, at)) = first.iter().flatten().find(|it| kind < it.0) {
            let breach = Breach::ShouldPrecede { found: turn, before: *place };
            let here = case.at().field(field!("statements")).index(n);
            outcome = outcome.join(probe.breach_with(here, breach, |it| {
                it.who = case.person_id(seat).map(Into::into);
                it.also.push(*at);
            }));
        }
        if let Some(slot) = first.get_mut(kind as usize).filter(|it| it.is_none()) {
            *slot = Some((kind, turn, case.at().field(field!("statements")).index(n)));
        }
    }
    outcome
}
