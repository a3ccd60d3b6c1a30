//! 会前征求意见: opinions are sought before the meeting.

use std::cmp::Ordering;

use super::BASE;
use crate::{
    facts::{Body, Category, Fact, Text},
    finding::{Breach, Missing, Why},
    law::{Unchecked, cite, instruments::MEASURES},
    norm::{Norm, Words, code},
    outcome::{Outcome, Severity},
    path::field,
    rule::{Answer, Checks, ItemCase, Probe, Rule},
    rules::collective,
};

/// 会前征求意见: opinions are sought before the meeting.
#[doc(alias = "会前征求意见")]
pub static RULE: Rule = Rule {
    norm: Norm {
        code: code!("MTG003"),
        slug: "consult-beforehand",
        title: Words { zh: "会前征求意见", en: "Opinions are sought beforehand" },
        gist: Words {
            zh: "上会前须按规定向政策所列各方征求意见。",
            en: "Before the meeting, the opinion of each of those whom the policy names for the kind of matter is sought.",
        },
        cites: &[cite!(MEASURES, clause "2.2.2")],
        severity: Severity::Ordinary,
        remedy: Words {
            zh: "补充征求意见，必要时重新上会",
            en: "seek the opinions and, where they change the matter, take it up again",
        },
        parameters: &[
            "consult_decision",
            "consult_personnel",
            "consult_project",
            "consult_funds",
            "consult_party_discipline",
            "consult_other",
        ],
        unchecked: &[Unchecked {
            zh: "征求意见是否真正被听取",
            en: "whether the opinions were really heard",
        }],
        ..BASE
    },
    checks: Checks { item: Some(check), ..Checks::NONE },
};

fn check(case: &ItemCase<'_>, probe: &mut Probe<'_>) -> Answer {
    probe.reach(case.is_before(Body::PartyGroup), Why::OtherKind)?;
    let own = case.matter().and_then(|it| it.matter.consult.as_deref());
    let parties: &[Text] = match own {
        Some(parties) => parties,
        None => {
            let parameters = case.parameters();
            let setting = match collective::category(case, probe)? {
                Some(Category::Decision) => &parameters.consult_decision,
                Some(Category::Personnel) => &parameters.consult_personnel,
                Some(Category::Project) => &parameters.consult_project,
                Some(Category::Funds) => &parameters.consult_funds,
                Some(Category::PartyDiscipline) => &parameters.consult_party_discipline,
                // A case is not the Party group's to decide: that is CMT006's.
                Some(Category::Case) => return Ok(probe.not_applicable(Why::OtherRule)),
                Some(Category::Other) | None => &parameters.consult_other,
            };
            let parties = probe.setting(setting)?;
            probe.hinge(setting);
            parties
        }
    };
    probe.reach(!parties.is_empty(), Why::NobodyNamed)?;
    let at = || case.at().field(field!("consulted"));
    let consulted = probe.need(&case.item.consulted, at)?.map_or(&[][..], Vec::as_slice);
    let mut outcome = Outcome::Compliant;
    for party in parties {
        outcome = outcome.join(one(case, party, consulted, probe));
    }
    Ok(outcome)
}

/// Whether one of those named was asked before the meeting.
fn one(
    case: &ItemCase<'_>,
    party: &Text,
    consulted: &[crate::facts::Consultation],
    probe: &mut Probe<'_>,
) -> Outcome {
    let at = case.at().field(field!("consulted"));
    let held = case.sitting.meeting.held_on;
    let (mut open, mut late) = (None, None);
    for (n, it) in consulted.iter().enumerate().filter(|it| it.1.party == *party) {
        let at = at.index(n).field(field!("on"));
        match it.on {
            Fact::Known(on) => match on.order(held) {
                Some(Ordering::Less) => return Outcome::Compliant,
                Some(_) => late = Some((at, on.day())),
                None => open = Some(Missing::TimeOfDay(at)),
            },
            Fact::Unknown | Fact::Absent => open = Some(Missing::Fact(at)),
        }
    }
    match (open, late) {
        (Some(missing), _) => probe.lack(missing),
        (None, Some((at, done))) => {
            probe.breach(at, Breach::NotBefore { deadline: held.day(), done })
        }
        (None, None) => probe.breach(at, Breach::Missing),
    }
}
