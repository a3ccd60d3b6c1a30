//! 会议由主要负责人召集主持: who may preside.

use super::BASE;
use crate::{
    dossier::{Principal, Speaker},
    facts::{Fact, MeetingKind, PresiderAuthority},
    finding::{Breach, Missing, Why},
    law::{
        Unchecked, cite,
        instruments::{MEASURES, PARTY_GROUP_REGULATIONS},
    },
    norm::{Norm, Words, code},
    outcome::{Outcome, Severity},
    path::{Path, field},
    rule::{Answer, Checks, MeetingCase, Probe, Rule},
};

/// 会议由主要负责人召集主持: who may preside.
#[doc(alias = "会议由主要负责人或其委托成员主持")]
pub(super) static RULE: Rule = Rule {
    norm: Norm {
        code: code!("MTG017"),
        slug: "convened-by-principal",
        title: Words { zh: "会议由主要负责人或其委托成员主持", en: "Who presides" },
        gist: Words {
            zh: "党组会议由主要负责人主持，或由其委托的成员主持；职位空缺时由上级指定的人主持。",
            en: "The principal presides, or a member whom he or she entrusted, or, the post being vacant, one whom the superior named.",
        },
        cites: &[cite!(MEASURES, clause "2.2.2"), PARTY_GROUP_REGULATIONS.whole()],
        severity: Severity::Ordinary,
        remedy: Words {
            zh: "补充委托手续，或由有权主持者重新召集",
            en: "have the mandate recorded, or hold the meeting again under one entitled to preside",
        },
        unchecked: &[Unchecked { zh: "委托的范围", en: "how far a mandate reaches" }],
        ..BASE
    },
    checks: Checks { meeting: Some(check), ..Checks::NONE },
};

fn check(case: &MeetingCase<'_>, probe: &mut Probe<'_>) -> Answer {
    probe.reach(case.meeting.kind == MeetingKind::PartyGroup, Why::OtherKind)?;
    let bench = case.bench();
    if bench.members.is_empty() {
        return Ok(probe.unknown(Path::ROOT.field(field!("people"))));
    }
    let at = case.at.field(field!("presider"));
    let presider = probe.need(&case.meeting.presider, || at)?;
    let Some(presider) = presider else { return Ok(probe.breach(at, Breach::Missing)) };
    let seat = bench.presider.and_then(Speaker::seat);
    let needed = match bench.principal {
        Principal::Several => {
            return Ok(probe.lack(Missing::Contradiction(Path::ROOT.field(field!("people")))));
        }
        Principal::Seat(principal) if seat == Some(principal) => return Ok(Outcome::Compliant),
        Principal::Seat(_) => PresiderAuthority::EntrustedByPrincipal,
        Principal::Vacant => PresiderAuthority::NamedBySuperior,
    };
    let authority = case.at.field(field!("presider_authority"));
    // A mandate of a principal whom the register does not have contradicts it.
    let entrusted = Fact::Known(PresiderAuthority::EntrustedByPrincipal);
    if bench.principal == Principal::Vacant && case.meeting.presider_authority == entrusted {
        return Ok(probe.lack(Missing::Contradiction(Path::ROOT.field(field!("people")))));
    }
    // The principal can only entrust a member; the superior may name anybody.
    let may = seat.is_some() || needed == PresiderAuthority::NamedBySuperior;
    if may {
        let given = probe.need(&case.meeting.presider_authority, || authority)?;
        if given == Some(&needed) {
            return Ok(Outcome::Compliant);
        }
    }
    Ok(probe.breach_with(at, Breach::NotAuthorised, |it| {
        it.who = Some(presider.as_str().into());
        if !case.meeting.presider_authority.is_unknown() {
            it.also.push(authority);
        }
    }))
}
