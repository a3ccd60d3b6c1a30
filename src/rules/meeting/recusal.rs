//! 回避: a member with an interest keeps away from the item.

use super::BASE;
use crate::{
    dossier::Speaker,
    facts::{Body, Fact, KinSet, Relation, Statement, StatementKind},
    finding::{Breach, Missing, Part, Why},
    law::{
        Unchecked, cite,
        instruments::{APPOINTMENT_REGULATIONS, CIVIL_SERVANTS_LAW, MEASURES},
    },
    norm::{Norm, Words, code},
    outcome::{Outcome, Severity},
    path::{Path, field},
    rule::{Answer, Checks, ItemCase, Probe, Rule},
    rules::collective,
};

/// 回避: a member with an interest keeps away from the item.
#[doc(alias = "利害关系成员回避")]
pub(super) static RULE: Rule = Rule {
    norm: Norm {
        code: code!("MTG016"),
        slug: "recusal",
        title: Words { zh: "利害关系成员回避", en: "Recusal" },
        gist: Words {
            zh: "议题涉及成员本人或其应当回避的亲属的，该成员不得在场、发言或表决。",
            en: "Where an item concerns a member or a relative of his or hers within the avoidance set, the member is not in the room, does not speak and does not vote.",
        },
        cites: &[
            cite!(MEASURES, clause "2.2.2"),
            cite!(CIVIL_SERVANTS_LAW, article 76),
            APPOINTMENT_REGULATIONS.whole(),
        ],
        severity: Severity::Serious,
        remedy: Words {
            zh: "该成员回避后重新讨论表决",
            en: "discuss and vote again without the member",
        },
        unchecked: &[Unchecked {
            zh: "未记入登记簿的利害关系",
            en: "interests that the register does not hold",
        }],
        ..BASE
    },
    checks: Checks { item: Some(check), ..Checks::NONE },
};

pub(in crate::rules) fn check(case: &ItemCase<'_>, probe: &mut Probe<'_>) -> Answer {
    probe.reach(case.is_before(Body::PartyGroup), Why::OtherKind)?;
    let concerns = probe.need(&case.item.concerns, || case.at().field(field!("concerns")))?;
    if concerns.is_none_or(Vec::is_empty) {
        return Ok(Outcome::Compliant);
    }
    if case.sitting.bench().members.is_empty() {
        return Ok(probe.unknown(Path::ROOT.field(field!("people"))));
    }
    let mut outcome = Outcome::Compliant;
    for (seat, member) in (0u8..).zip(&case.sitting.bench().members) {
        let interest = case.concerns().iter().enumerate().find_map(|(n, person)| {
            let interest = interest(case, member.person, *person)?;
            Some((n, interest.relation()))
        });
        let took = took_part(case, seat);
        let Some((n, relation)) = interest else {
            // Without the register of kin nobody can be cleared who took part.
            if case.sitting.cx.dossier.records().kinship.is_unknown() && took != Fact::Absent {
                outcome = outcome.join(probe.unknown(Path::ROOT.field(field!("kinship"))));
            }
            continue;
        };
        outcome = outcome.join(match took {
            Fact::Known((part, at)) => {
                let breach = Breach::Interest { relation, took: part };
                probe.breach_with(at, breach, |it| {
                    it.who = case.person_id(seat).map(Into::into);
                    // It is the member who took part; which record shows it first says nothing.
                    it.place = "took part".into();
                    it.also.push(case.at().field(field!("concerns")).index(n));
                })
            }
            Fact::Absent => Outcome::Compliant,
            Fact::Unknown => not_known(case, probe),
        });
    }
    Ok(outcome)
}

/// What ties a member to one whom the item concerns.
#[derive(Clone, Copy)]
enum Interest {
    /// It is the member.
    Own,
    /// It is a relative.
    Relative(Relation),
}

impl Interest {
    const fn relation(self) -> Option<Relation> {
        match self {
            Self::Own => None,
            Self::Relative(relation) => Some(relation),
        }
    }
}

fn interest(case: &ItemCase<'_>, member: u32, person: u32) -> Option<Interest> {
    if member == person {
        return Some(Interest::Own);
    }
    case.sitting
        .cx
        .kin(member, person, case.day(), case.day(), KinSet::PostingAvoidance)
        .map(Interest::Relative)
}

/// In what way the member took part; `Unknown` where that is not known, `Absent` where he or she did not.
fn took_part(case: &ItemCase<'_>, seat: u8) -> Fact<(Part, Path)> {
    let (item, at) = (case.item, case.at());
    let is = |speaker: Speaker| speaker == Speaker::Member(seat);
    if case.voters().any(is) {
        let (n, named) = (
            case.voters().position(is).unwrap_or_default(),
            item.vote.known().is_some_and(|it| it.ballots.known().is_some()),
        );
        let at = at.field(field!("vote"));
        let at = if named {
            at.field(field!("ballots")).index(n)
        } else {
            at.field(field!("voters")).index(n)
        };
        return Fact::Known((Part::Voted, at));
    }
    // Who spoke may have left before the vote; a letter is no speech.
    let mut spoken = item.statements.elements().iter().zip(case.speakers());
    let spoke = |(it, who): (&Statement, Speaker)| it.kind != StatementKind::Letter && is(who);
    if let Some(n) = spoken.position(spoke) {
        return Fact::Known((Part::Spoke, at.field(field!("statements")).index(n)));
    }
    match case.seats.present {
        Some(present) if present.contains(seat) => {
            let id = case.person_id(seat);
            let place = item.present.elements().iter().position(|it| Some(it.as_str()) == id);
            let at = at.field(field!("present")).index(place.unwrap_or_default());
            Fact::Known((Part::Present, at))
        }
        Some(_)
            if votes_known(case)
                && !item.statements.is_unknown()
                && !item.statements_incomplete =>
        {
            Fact::Absent
        }
        Some(_) | None => Fact::Unknown,
    }
}

/// Whether all who voted are on record.
fn votes_known(case: &ItemCase<'_>) -> bool {
    match &case.item.vote {
        Fact::Absent => true,
        Fact::Known(vote) => !collective::ballots(vote).is_unknown(),
        Fact::Unknown => false,
    }
}

fn not_known(case: &ItemCase<'_>, probe: &mut Probe<'_>) -> Outcome {
    if case.seats.present.is_none() {
        collective::unattended(case, probe);
    }
    let statements = case.at().field(field!("statements"));
    if case.item.statements.is_unknown() {
        probe.unknown(statements);
    } else if case.item.statements_incomplete {
        probe.lack(Missing::FullRecord(statements));
    }
    if !votes_known(case) {
        let at = case.at().field(field!("vote"));
        let at = if case.item.vote.is_unknown() { at } else { at.field(field!("ballots")) };
        probe.unknown(at);
    }
    Outcome::Undetermined
}
