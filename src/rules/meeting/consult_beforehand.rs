//! 会前征求意见: opinions are sought before the meeting.

use std::cmp::Ordering;

use super::BASE;
use crate::{
    facts::{Body, Category, Consultation, Fact, Text},
    finding::{Breach, Missing, Why},
    law::{Unchecked, cite, instruments::MEASURES},
    norm::{Norm, Words, code},
    outcome::{Outcome, Severity},
    path::{Path, field},
    rule::{Answer, Checks, ItemCase, Probe, Rule},
    rules::collective,
    time::NaiveDate,
};

/// 会前征求意见: opinions are sought before the meeting.
#[doc(alias = "会前征求意见")]
pub(super) static RULE: Rule = Rule {
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
    let (mut open, mut late, mut never, mut asked) = (Outcome::Compliant, Vec::new(), false, 0);
    for party in parties {
        match one(case, party, consulted) {
            Asked::InTime => asked += 1,
            Asked::Late(at, done) => late.push((at, done)),
            Asked::Never => never = true,
            Asked::Open(missing) => open = probe.lack(missing),
        }
    }
    // One departure, whoever was not asked.
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let breach = match (never, late.iter().map(|it| it.1).max()) {
        (false, None) => return Ok(open),
        (false, Some(done)) => Breach::NotBefore { deadline: case.day(), done },
        (true, _) => {
            let (required, found) = (count(parties.len()), count(asked + late.len()));
            if found == 0 { Breach::Missing } else { Breach::Fewer { required, found } }
        }
    };
    let first = late.first().map(|it| it.0).filter(|_| !never).unwrap_or_else(at);
    Ok(probe.breach_with(first, breach, |it| {
        it.also.extend(late.iter().map(|it| it.0).filter(|at| *at != first));
        // It is one departure whoever comes first on record.
        it.place = "consulted".into();
    }))
}

/// How one of those named was asked.
enum Asked {
    InTime,
    Late(Path, NaiveDate),
    Never,
    Open(Missing),
}

fn one(case: &ItemCase<'_>, party: &Text, consulted: &[Consultation]) -> Asked {
    let at = case.at().field(field!("consulted"));
    let held = case.sitting.meeting.held_on;
    let (mut open, mut late) = (None, None);
    for (n, it) in consulted.iter().enumerate().filter(|it| it.1.party == *party) {
        let at = at.index(n).field(field!("on"));
        match it.on {
            Fact::Known(on) => match on.order(held) {
                Some(Ordering::Less) => return Asked::InTime,
                Some(_) => late = late.max(Some((at, on.day()))),
                None => open = Some(Missing::TimeOfDay(at)),
            },
            Fact::Unknown | Fact::Absent => open = Some(Missing::Fact(at)),
        }
    }
    match (open, late) {
        (Some(missing), _) => Asked::Open(missing),
        (None, Some((at, done))) => Asked::Late(at, done),
        (None, None) => Asked::Never,
    }
}
