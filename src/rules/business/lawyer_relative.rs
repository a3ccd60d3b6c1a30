//! 律师亲属: no spouse, parent or child of a procurator as lawyer in the area.

use super::{
    BASE,
    ties::{self, Meets, Seat},
};
use crate::{
    facts::{Behaviour, Fact, KinSet, Office, Organ},
    finding::Why,
    law::{
        cite,
        instruments::{MEASURES, PROCURATORS_LAW},
    },
    norm::{Norm, Words, code},
    outcome::{Modality, Outcome, Severity},
    path::{Path, field},
    rule::{Answer, Checks, InterestCase, Probe, Rule},
};

/// 律师亲属: no spouse, parent or child of a procurator as lawyer in the area.
#[doc(alias = "检察官近亲属律师")]
pub(super) static RULE: Rule = Rule {
    norm: Norm {
        code: code!("BIZ008"),
        slug: "lawyer-relative",
        title: Words {
            zh: "检察官亲属不得在辖区从事律师等职业", en: "No lawyer in the family"
        },
        gist: Words {
            zh: "检察官的配偶、父母、子女不得担任该检察院辖区内律师事务所的合伙人或者设立人，不得在辖区内以律师身份担任诉讼代理人、辩护人，或者为诉讼案件当事人提供其他有偿法律服务。",
            en: "A procurator's spouse, parent or child is no partner or founder of a law firm in the area of the procuratorate, and there neither acts as lawyer for a party, paid or not, nor gives a party other paid legal service.",
        },
        cites: &[cite!(MEASURES, clause "2.5.3"), cite!(PROCURATORS_LAW, article 25)],
        modality: Modality::MustNot,
        severity: Severity::Serious,
        remedy: Words {
            zh: "亲属退出，或本人任职回避",
            en: "the relative leaves, or the procurator the post",
        },
        ..BASE
    },
    checks: Checks { interest: Some(check), by_own_day: true, ..Checks::NONE },
};

const LAWYERS: &[Behaviour] = &[
    Behaviour::LawFirmPartner,
    Behaviour::LawFirmFounder,
    Behaviour::LawyerForParty,
    Behaviour::PaidLegalService,
];

fn check(case: &InterestCase<'_>, probe: &mut Probe<'_>) -> Answer {
    ties::reached(case, probe, |probe| judged(case, probe))
}

fn judged(case: &InterestCase<'_>, probe: &mut Probe<'_>) -> Answer {
    let (mut whole, mut related) = (Meets::No, false);
    for tie in ties::of(case, probe)?.filter(|it| KinSet::Lawyer.contains(it.relation)) {
        related = true;
        // Members of the committee are procurators.
        for seat in case.household.seats().chain(case.household.committee_seats()) {
            whole = whole.or(against(case, &seat, &tie));
        }
    }
    if !related {
        return Ok(probe.not_applicable(Why::NotInSet));
    }
    Ok(match whole {
        Meets::No => Outcome::Compliant,
        Meets::Open(lacks) => lacks.tell(probe),
        Meets::Yes(day) => ties::stands(case, day, None, probe),
    })
}

/// Whether it stands against a procurator's seat.
pub(crate) fn against(case: &InterestCase<'_>, seat: &Seat<'_>, tie: &ties::Tie) -> Meets {
    if seat.organ != Organ::Own {
        return Meets::No;
    }
    let procurator = ties::fact(&seat.office, seat.at.field(field!("office")), |it| {
        !matches!(it, Office::OtherLeader | Office::Other)
    });
    let unit = Path::ROOT.field(field!("unit"));
    let division = case.cx().dossier.records().unit.as_ref().and_then(|it| it.division);
    let area = match division {
        Some(division) => Fact::Known(vec![division]),
        None => Fact::Unknown,
    };
    let has_unit = case.cx().dossier.records().unit.is_some();
    let at = if has_unit { unit.field(field!("division")) } else { unit };
    ties::lasts(case, seat, tie, None)
        .and(procurator)
        .and(ties::behaves(case, LAWYERS))
        .and(ties::lies_in(case, &area, at))
}
