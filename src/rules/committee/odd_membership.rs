//! 检委会组成人数为单数: an odd number of members.

use super::BASE;
use crate::{
    facts::Body,
    finding::{Breach, Why},
    law::{
        Basis, Unchecked, cite,
        instruments::{MEASURES, PROCURATORATE_ORGANIC_LAW},
    },
    norm::{Norm, Words, code},
    outcome::{Outcome, Severity},
    path::{Path, field},
    rule::{Answer, Checks, MeetingCase, Probe, Rule, UnitCase},
};

/// 检委会组成人数为单数: an odd number of members.
#[doc(alias = "检委会组成人数为单数")]
pub(super) static RULE: Rule = Rule {
    norm: Norm {
        code: code!("CMT007"),
        slug: "odd-membership",
        title: Words { zh: "检委会组成人数为单数", en: "An odd number of members" },
        gist: Words {
            zh: "检委会委员人数须为单数。",
            en: "The committee has an odd number of members.",
        },
        cites: &[cite!(MEASURES, clause "2.2.2"), cite!(PROCURATORATE_ORGANIC_LAW, article 30)],
        basis: Basis::StateLaw,
        severity: Severity::Advisory,
        remedy: Words {
            zh: "按程序增补或调整委员",
            en: "have a member appointed or removed as the law provides",
        },
        unchecked: &[Unchecked {
            zh: "会议日、截止日以外各日的组成",
            en: "the membership on days other than those of sittings and the as-of day",
        }],
        ..BASE
    },
    checks: Checks { meeting: Some(sitting), unit: Some(check), ..Checks::NONE },
};

/// On the day of each sitting of the committee.
fn sitting(case: &MeetingCase<'_>, probe: &mut Probe<'_>) -> Answer {
    let of_committee = case.meeting.kind.body() == Some(Body::ProcuratorialCommittee);
    probe.reach(of_committee, Why::OtherKind)?;
    Ok(odd(case.bench().all().len(), probe))
}

/// As of the as-of day.
fn check(case: &UnitCase<'_>, probe: &mut Probe<'_>) -> Answer {
    let dossier = case.cx.dossier;
    let body = Body::ProcuratorialCommittee;
    // A committee of which neither register nor meetings know anything is not in these records.
    let met = dossier.records().meetings.iter().any(|it| it.kind.body() == Some(body));
    probe.reach(met || dossier.index().has_body(body), Why::NobodyConcerned)?;
    // Spells of one person stand next to each other and are one member.
    let mut count = 0;
    let mut last = None;
    for (person, _) in dossier.index().members_on(dossier.records(), body, case.cx.as_of) {
        if last != Some(person) {
            count += 1;
            last = Some(person);
        }
    }
    Ok(odd(count, probe))
}

/// Of a committee without members the register does not say who they were.
fn odd(count: u32, probe: &mut Probe<'_>) -> Outcome {
    let at = Path::ROOT.field(field!("people"));
    match count {
        0 => probe.unknown(at),
        n if n % 2 == 0 => probe.breach(at, Breach::Even { count: n }),
        _ => Outcome::Compliant,
    }
}
