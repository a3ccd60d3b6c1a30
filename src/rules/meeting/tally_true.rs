//! 计票真实: counts and declared result agree with the ballots.

use super::BASE;
use crate::{
    facts::{Ballot, Body, Choice, Fact, ItemResult, Tally, Vote},
    finding::{Breach, Why},
    law::{cite, instruments::MEASURES},
    norm::{Norm, Words, code},
    outcome::{Outcome, Severity},
    path::{Path, field},
    rule::{Answer, Checks, ItemCase, Probe, Rule},
    rules::collective::{self, MAJORITY},
};

/// 计票真实: counts and declared result agree with the ballots.
#[doc(alias = "计票与宣布结果真实")]
pub(super) static RULE: Rule = Rule {
    norm: Norm {
        code: code!("MTG013"),
        slug: "tally-true",
        title: Words { zh: "计票与宣布结果真实", en: "True counts" },
        gist: Words {
            zh: "宣布票数须与实际票一致且不超过到会人数；已获通过的不得宣布为未通过。",
            en: "The declared counts agree with the ballots and do not exceed those present; what carried is not declared rejected.",
        },
        cites: &[cite!(MEASURES, clause "2.2.2")],
        severity: Severity::Serious,
        remedy: Words {
            zh: "核对原始票并更正记录",
            en: "compare the ballots and correct the record",
        },
        parameters: &["suspended_members_count"],
        ..BASE
    },
    checks: Checks { item: Some(check), ..Checks::NONE },
};

fn check(case: &ItemCase<'_>, probe: &mut Probe<'_>) -> Answer {
    collective::votable(case, Body::PartyGroup, probe)?;
    let vote = probe.need(&case.item.vote, || case.at().field(field!("vote")))?;
    let Some(vote) = vote else { return Ok(probe.not_applicable(Why::NothingVoted)) };
    let counts = counts(case, vote, probe);
    let result = result(case, vote, probe).unwrap_or_else(|outcome| outcome);
    Ok(counts.join(result))
}

/// The counts against the ballots, and against those present.
fn counts(case: &ItemCase<'_>, vote: &Vote, probe: &mut Probe<'_>) -> Outcome {
    let at = case.at().field(field!("vote"));
    let tally = &vote.tally;
    match collective::ballots(vote) {
        // Whose ballots they are is known, so one too many is a ballot that MTG007 names.
        Fact::Known(list) => match tally {
            Fact::Known(tally) => compare(list, tally, at.field(field!("tally")), probe),
            Fact::Absent => Outcome::Compliant,
            Fact::Unknown => probe.unknown(at.field(field!("tally"))),
        },
        Fact::Unknown => probe.unknown(at.field(field!("ballots"))),
        Fact::Absent => match tally {
            // So it is where those who voted are named.
            Fact::Known(tally) if !vote.voters.is_empty() => {
                let counted = u32::try_from(vote.voters.len()).unwrap_or(u32::MAX);
                let declared = u32::try_from(tally.total()).unwrap_or(u32::MAX);
                if declared == counted {
                    Outcome::Compliant
                } else {
                    probe.breach_with(
                        at.field(field!("tally")),
                        Breach::Mismatch { of: None, declared, counted },
                        |it| {
                            it.also.push(at.field(field!("voters")));
                        },
                    )
                }
            }
            Fact::Known(tally) => exceed(case, tally.total(), at.field(field!("tally")), probe),
            Fact::Absent | Fact::Unknown => probe.unknown(at.field(field!("tally"))),
        },
    }
}

fn compare(list: &[Ballot], tally: &Tally, at: Path, probe: &mut Probe<'_>) -> Outcome {
    let mut outcome = Outcome::Compliant;
    for choice in Choice::ALL {
        let counted = list.iter().filter(|it| it.choice == *choice).count();
        let counted = u32::try_from(counted).unwrap_or(u32::MAX);
        let declared = tally.of(*choice);
        if declared != counted {
            outcome = outcome
                .join(probe.breach(at, Breach::Mismatch { of: Some(*choice), declared, counted }));
        }
    }
    outcome
}

fn exceed(case: &ItemCase<'_>, cast: u64, at: Path, probe: &mut Probe<'_>) -> Outcome {
    let room = match collective::attendance(case, probe) {
        Ok(here) => here.len(),
        Err(outcome) => return outcome,
    };
    if cast <= u64::from(room) {
        return Outcome::Compliant;
    }
    let found = u32::try_from(cast).unwrap_or(u32::MAX);
    probe.breach_with(at, Breach::TooMany { allowed: room, found }, |it| {
        it.also.push(case.at().field(field!("present")));
    })
}

/// What carried but was declared rejected. A false adoption is MTG012's.
fn result(case: &ItemCase<'_>, vote: &Vote, probe: &mut Probe<'_>) -> Answer {
    let at = case.at().field(field!("result"));
    if !matches!(case.item.result, Fact::Known(ItemResult::Rejected) | Fact::Unknown) {
        return Ok(Outcome::Compliant);
    }
    match collective::carried(case, Some(vote), probe)? {
        // What did not carry may be declared rejected.
        Some((true, ..)) if case.item.result.is_unknown() => Ok(probe.unknown(at)),
        Some((true, approvals, way)) => {
            let approve = approvals.least(way);
            let required = MAJORITY.least(way);
            Ok(probe.breach_with(at, Breach::DeclaredRejected { approve, required }, |it| {
                it.also.push(case.at().field(field!("vote")));
            }))
        }
        Some((false, ..)) => Ok(Outcome::Compliant),
        None => Ok(Outcome::Undetermined),
    }
}
