//! 检察长不同意多数意见: the chief procurator refers it upward instead of departing from it.

use std::cmp::Ordering;

use super::BASE;
use crate::{
    facts::{
        Authority, Body, Category, Departure, DepartureKind, Fact, ItemResult, MemberRole,
        ReferredTo,
    },
    finding::{Breach, Missing, Overruled, Why},
    law::{
        Basis, cite,
        instruments::{MEASURES, PROCURATORATE_ORGANIC_LAW},
    },
    norm::{Norm, Words, code},
    outcome::{Outcome, Severity},
    path::{Path, field},
    rule::{Answer, Checks, ItemCase, Probe, Rule},
    rules::collective,
    time::Moment,
};

/// 检察长不同意多数意见: the chief procurator refers it upward instead of departing from it.
#[doc(alias = "检察长不同意多数意见须报请")]
pub(super) static RULE: Rule = Rule {
    norm: Norm {
        code: code!("CMT005"),
        slug: "disagreement-referred",
        title: Words {
            zh: "检察长不同意多数意见须报请", en: "Disagreement is referred upward"
        },
        gist: Words {
            zh: "检察长不同意多数委员意见的，属办理案件可报请上一级检察院决定，属重大事项可报请上级或同级人大常委会决定，不得自行改变。",
            en: "A chief procurator who disagrees with the majority refers a case to the superior procuratorate, a major matter to it or to the standing committee of the congress, and does not depart from the decision on his or her own.",
        },
        cites: &[cite!(MEASURES, clause "2.2.2"), cite!(PROCURATORATE_ORGANIC_LAW, article 32)],
        basis: Basis::StateLaw,
        severity: Severity::Serious,
        remedy: Words {
            zh: "恢复执行检委会决定，或依法报请",
            en: "carry out the decision, or refer it as the law provides",
        },
        ..BASE
    },
    checks: Checks { item: Some(check), by_own_day: true, ..Checks::NONE },
};

fn check(case: &ItemCase<'_>, probe: &mut Probe<'_>) -> Answer {
    probe.reach(case.is_before(Body::ProcuratorialCommittee), Why::OtherKind)?;
    let at = case.at();
    let as_of = case.sitting.cx.as_of;
    // A decision is one only once there is a result; a referral may follow any.
    let result = probe.need(&case.item.result, || at.field(field!("result")))?;
    let decided =
        result.is_some_and(|it| !matches!(it, ItemResult::Forwarded | ItemResult::Deferred));
    probe.reach(decided, Why::NotDecided)?;

    // The act is the departure: its day decides, whenever the meeting was.
    let first = case.sitting.cx.policy.measures_from();
    if case.day() < first {
        let departures = probe.need(&case.item.departures, || at.field(field!("departures")))?;
        let later = departures.is_some_and(|it| it.iter().any(|it| it.on.day() >= first));
        probe.reach(later, Why::NotInForce)?;
    }
    let referral = match &case.item.referral {
        Fact::Known(it) if it.referred_on.day() > as_of => Fact::Absent,
        other => other.as_ref(),
    };
    let lawful = match referral {
        Fact::Known(it) => match it.to {
            // Cases go to the superior procuratorate alone.
            Fact::Known(ReferredTo::CongressCommittee) => {
                match collective::category(case, probe)? {
                    Some(Category::Case) => None,
                    _ => Some(it.referred_on),
                }
            }
            Fact::Known(ReferredTo::SuperiorProcuratorate) => Some(it.referred_on),
            Fact::Unknown | Fact::Absent => {
                return Ok(probe.unknown(at.field(field!("referral")).field(field!("to"))));
            }
        },
        _ => None,
    };
    let departed = departed(case, lawful, referral.is_unknown(), probe);
    if departed == Outcome::Violated {
        return Ok(departed);
    }
    let waiting = match referral {
        Fact::Known(it) if lawful.is_some() => match it.answered_on {
            Fact::Known(day) if day.0 <= as_of => Outcome::Compliant,
            Fact::Known(_) | Fact::Absent => {
                probe.pending(at.field(field!("referral")).field(field!("answered_on")), None)
            }
            Fact::Unknown => {
                probe.unknown(at.field(field!("referral")).field(field!("answered_on")))
            }
        },
        Fact::Unknown => probe.unknown(at.field(field!("referral"))),
        _ => Outcome::Compliant,
    };
    Ok(departed.join(waiting))
}

/// Whether the chief procurator departed from the decision on his or her own word.
fn departed(
    case: &ItemCase<'_>,
    lawful: Option<Moment>,
    referral_unknown: bool,
    probe: &mut Probe<'_>,
) -> Outcome {
    let at = case.at().field(field!("departures"));
    let departures = match probe.need(&case.item.departures, || at) {
        Ok(list) => list.map_or(&[][..], Vec::as_slice),
        Err(outcome) => return outcome,
    };
    let mut outcome = Outcome::Compliant;
    for (n, it) in departures.iter().enumerate() {
        // The act is the departure: its day decides, whenever the meeting was.
        let days = case.sitting.cx.policy.measures_from()..=case.sitting.cx.as_of;
        if !days.contains(&it.on.day()) {
            continue;
        }
        let at = at.index(n);
        if it.on.order(case.sitting.meeting.held_on) == Some(Ordering::Less) {
            // Nothing can depart from what was not yet decided.
            outcome = outcome.join(probe.lack(Missing::Contradiction(at.field(field!("on")))));
            continue;
        }
        match by_chief(case, it) {
            Some(false) => continue,
            Some(true) => {}
            None => {
                let one_person = it.authority == Fact::Known(Authority::OnePerson);
                let name = if one_person { field!("person") } else { field!("authority") };
                let known =
                    if one_person { it.person.is_absent() } else { it.authority.is_absent() };
                // One person's word without a person, or on nobody's authority at all, is no record to judge by.
                let missing: fn(Path) -> Missing =
                    if known { Missing::Contradiction } else { Missing::Fact };
                outcome = outcome.join(probe.lack(missing(at.field(name))));
                continue;
            }
        }
        // Referred before: what was done meanwhile waits for the answer.
        match lawful.map(|on| on.order(it.on)) {
            Some(Some(Ordering::Less | Ordering::Equal)) => continue,
            Some(None) => {
                outcome = outcome.join(probe.lack(Missing::TimeOfDay(at.field(field!("on")))));
                continue;
            }
            Some(Some(Ordering::Greater)) | None => {}
        }
        if referral_unknown {
            outcome = outcome.join(probe.unknown(case.at().field(field!("referral"))));
            continue;
        }
        let what = match it.kind {
            DepartureKind::Changed => Overruled::Changed,
            DepartureKind::SetAside => Overruled::SetAside,
            DepartureKind::NotCarriedOut => Overruled::NotCarriedOut,
            DepartureKind::DeclaredOtherwise => Overruled::DeclaredOtherwise,
        };
        outcome = outcome.join(probe.breach_with(at, Breach::OneMan { what }, |violation| {
            violation.day = it.on.day();
            violation.also.push(case.at().field(field!("result")));
            if let Fact::Known(person) = &it.person {
                violation.who = Some(person.as_str().into());
            }
        }));
    }
    outcome
}

/// Whether the departure was on the word of the chief procurator of that day; `None` where that is not known.
fn by_chief(case: &ItemCase<'_>, departure: &Departure) -> Option<bool> {
    match departure.authority {
        Fact::Known(Authority::OnePerson) => {}
        Fact::Known(_) => return Some(false),
        Fact::Unknown | Fact::Absent => return None,
    }
    let person = departure.person.known()?;
    let cx = &case.sitting.cx;
    let records = cx.dossier.records();
    let day = departure.on.day();
    Some(
        cx.dossier.index().members_on(records, Body::ProcuratorialCommittee, day).any(
            |(n, role)| role == MemberRole::Principal && cx.person_id(n) == Some(person.as_str()),
        ),
    )
}
