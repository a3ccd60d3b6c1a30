//! 表决资格: only members who are present and not recused vote.

use super::BASE;
use crate::{
    dossier::{Seats, Speaker},
    facts::{Body, Fact, PersonId},
    finding::{Breach, Missing, NotEntitled, Why},
    law::{
        Unchecked, cite,
        instruments::{MEASURES, PARTY_GROUP_REGULATIONS},
    },
    norm::{Norm, Words, code},
    outcome::{Modality, Outcome, Severity},
    path::{Path, field},
    rule::{Answer, Checks, ItemCase, Probe, Rule},
    rules::collective,
};

/// 表决资格: only members who are present and not recused vote.
#[doc(alias = "仅到会且未回避的党组成员表决")]
pub(super) static RULE: Rule = Rule {
    norm: Norm {
        code: code!("MTG007"),
        slug: "only-members-vote",
        title: Words { zh: "仅到会且未回避的党组成员表决", en: "Only members vote" },
        gist: Words {
            zh: "列席人员、缺席成员（含书面意见）、回避成员和非成员的票无效，一人一票。",
            en: "Observers, absent members (written opinions included), recused members and non-members have no ballot; each member has one.",
        },
        cites: &[cite!(MEASURES, clause "2.2.2"), PARTY_GROUP_REGULATIONS.whole()],
        modality: Modality::MustNot,
        severity: Severity::Serious,
        remedy: Words {
            zh: "剔除无效票，重新核定表决结果",
            en: "leave the ballot out and settle the result anew",
        },
        unchecked: &[Unchecked {
            zh: "无记名投票中谁投了哪张票",
            en: "who cast which ballot of a secret vote",
        }],
        ..BASE
    },
    checks: Checks { item: Some(check), ..Checks::NONE },
};

pub(in crate::rules) fn check(case: &ItemCase<'_>, probe: &mut Probe<'_>) -> Answer {
    collective::votable(case, Body::PartyGroup, probe)?;
    let at = || case.at().field(field!("vote"));
    let vote = probe.need(&case.item.vote, at)?;
    let Some(vote) = vote else { return Ok(probe.not_applicable(Why::NothingVoted)) };
    if case.sitting.bench().members.is_empty() {
        return Ok(probe.unknown(Path::ROOT.field(field!("people"))));
    }
    match collective::ballots(vote) {
        Fact::Known(list) => {
            let who = |n: usize| list.get(n).map(|it| it.by.as_str());
            Ok(each(
                case,
                |n| at().field(field!("ballots")).index(n).field(field!("by")),
                who,
                probe,
            ))
        }
        Fact::Unknown => Ok(probe.unknown(at().field(field!("ballots")))),
        Fact::Absent if !vote.voters.is_empty() => {
            let who = |n: usize| vote.voters.get(n).map(PersonId::as_str);
            Ok(each(case, |n| at().field(field!("voters")).index(n), who, probe))
        }
        // Counts only: everybody in the room who was entitled is taken to have voted, if the counts allow it.
        Fact::Absent => {
            let tally = probe.need(&vote.tally, || at().field(field!("tally")))?;
            let entitled = collective::attendance(case, probe)?;
            match tally {
                Some(tally) if tally.total() <= u64::from(entitled.len()) => Ok(Outcome::Compliant),
                // The counts exceed those entitled, which MTG013 names; whose ballots they are is not known.
                Some(_) => Ok(probe.lack(Missing::Fact(at().field(field!("ballots"))))),
                None => Ok(probe.lack(Missing::Fact(at().field(field!("tally"))))),
            }
        }
    }
}

fn each<'i>(
    case: &ItemCase<'_>,
    at: impl Fn(usize) -> Path,
    who: impl Fn(usize) -> Option<&'i str>,
    probe: &mut Probe<'_>,
) -> Outcome {
    let mut outcome = Outcome::Compliant;
    let (mut voted, mut twice) = (Seats::NONE, Seats::NONE);
    for (n, voter) in case.voters().enumerate() {
        let why = match voter {
            Speaker::Outsider => Some(NotEntitled::NotMember),
            Speaker::Member(seat) if case.seats.recused.contains(seat) => {
                Some(NotEntitled::Recused)
            }
            Speaker::Member(seat) => match case.seats.present {
                Some(present) if !present.contains(seat) => Some(NotEntitled::Absent),
                // However many there are, it is one member who had only one.
                _ if !voted.insert(seat) => twice.insert(seat).then_some(NotEntitled::Twice),
                Some(_) => None,
                None => {
                    outcome = outcome.join(collective::unattended(case, probe));
                    None
                }
            },
        };
        if let Some(why) = why {
            outcome = outcome.join(probe.breach_with(at(n), Breach::NotEntitled { why }, |it| {
                it.who = who(n).map(Into::into);
                if why == NotEntitled::Twice {
                    // Which of the ballots is the second hangs on the order of the record.
                    it.place = "twice".into();
                }
            }));
        }
    }
    outcome
}
