//! 充分发表意见: everyone present states a view before the vote.

use super::BASE;
use crate::{
    facts::Body,
    finding::{Breach, Missing, Why},
    law::{Unchecked, cite, instruments::MEASURES},
    norm::{Norm, Words, code},
    outcome::{Outcome, Severity},
    path::field,
    rule::{Answer, Checks, ItemCase, Probe, Rule},
    rules::collective,
};

/// 充分发表意见: everyone present states a view before the vote.
#[doc(alias = "到会成员均充分发表意见")]
pub(super) static RULE: Rule = Rule {
    norm: Norm {
        code: code!("MTG008"),
        slug: "everyone-speaks",
        title: Words { zh: "到会成员均充分发表意见", en: "Everyone speaks" },
        gist: Words {
            zh: "表决前，每名到会且未回避的成员均须有发言表态记录。",
            en: "Before the vote the view of every present, not recused member is on record.",
        },
        cites: &[cite!(MEASURES, clause "2.2.2")],
        severity: Severity::Ordinary,
        remedy: Words {
            zh: "补充核实发言记录；确未发言的，说明原因",
            en: "complete the record, or record why the member did not speak",
        },
        unchecked: &[Unchecked {
            zh: "发言是否充分、真实",
            en: "whether the views were full and frank",
        }],
        ..BASE
    },
    checks: Checks { item: Some(check), ..Checks::NONE },
};

fn check(case: &ItemCase<'_>, probe: &mut Probe<'_>) -> Answer {
    probe.reach(case.is_before(Body::PartyGroup), Why::OtherKind)?;
    let vote = probe.need(&case.item.vote, || case.at().field(field!("vote")))?;
    probe.reach(vote.is_some(), Why::NothingVoted)?;
    let statements = probe.need(&case.item.statements, || case.at().field(field!("statements")))?;
    let statements = statements.map_or(&[][..], Vec::as_slice);
    let everyone = case.sitting.bench().all().without(case.seats.recused);
    let here = match case.seats.present {
        Some(present) => present.without(case.seats.recused),
        // Where every member spoke, so did whoever of them was there.
        None if collective::spoke(case, statements, everyone) == everyone
            && !everyone.is_empty() =>
        {
            return Ok(Outcome::Compliant);
        }
        None => return Ok(collective::unattended(case, probe)),
    };
    let silent = here.without(collective::spoke(case, statements, here));
    let at = case.at().field(field!("statements"));
    if !silent.is_empty() && case.item.statements_incomplete {
        return Ok(probe.lack(Missing::FullRecord(at)));
    }
    let mut outcome = Outcome::Compliant;
    for seat in silent.iter() {
        outcome = outcome.join(probe.breach_with(at, Breach::Missing, |it| {
            it.who = case.person_id(seat).map(Into::into);
        }));
    }
    Ok(outcome)
}
