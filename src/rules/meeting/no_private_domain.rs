//! “私人领地”: a portfolio is no private domain.

use super::BASE;
use crate::{
    facts::{Body, DecisionForm, Portfolio},
    finding::{Breach, Decider, Why},
    law::{Unchecked, cite, instruments::MEASURES},
    norm::{Norm, Words, code},
    outcome::{Modality, Outcome, Severity},
    path::{Path, field},
    rule::{Answer, Checks, DecisionCase, Probe, Rule},
    rules::{
        collective,
        major::{Major, major},
    },
};

/// “私人领地”: a portfolio is no private domain.
#[doc(alias = "不得将分管领域变成“私人领地”")]
#[doc(alias = "私人领地")]
pub(super) static RULE: Rule = Rule {
    norm: Norm {
        code: code!("MTG020"),
        slug: "no-private-domain",
        title: Words {
            zh: "不得将分管领域变成“私人领地”", en: "No private domain"
        },
        gist: Words {
            zh: "“三重一大”事项不得由当日分管该领域的成员单独决定。",
            en: "A major matter is not decided alone by the member who is in charge of its portfolio that day.",
        },
        cites: &[cite!(MEASURES, clause "2.2.3")],
        modality: Modality::MustNot,
        severity: Severity::Serious,
        remedy: Words {
            zh: "提交党组会议决定，并核查该领域同类决定",
            en: "put the matter before the Party group and look at like decisions of the field",
        },
        parameters: &["large_sum_threshold_fen"],
        unchecked: &[Unchecked {
            zh: "长期不接受监督的状态",
            en: "a field long kept from oversight without any single decision",
        }],
        ..BASE
    },
    checks: Checks { decision: Some(check), ..Checks::NONE },
};

fn check(case: &DecisionCase<'_>, probe: &mut Probe<'_>) -> Answer {
    let decision = case.decision;
    let form = probe.need(&decision.form, || case.at.field(field!("form")))?;
    probe.reach(form == Some(&DecisionForm::OnePerson), Why::OtherKind)?;
    let at = || case.at.field(field!("matter"));
    let major = major(case.matter(), &decision.matter, at, case.parameters, probe)?;
    probe.reach(major == Major::Yes, Why::NotMajor)?;
    let emergency = probe.need(&decision.emergency, || case.at.field(field!("emergency")))?;
    probe.reach(emergency.is_none(), Why::OtherRule)?;
    let Some(matter) = case.matter() else { return Ok(probe.not_applicable(Why::NotMajor)) };
    let department =
        probe.need(&matter.matter.department, || matter.at().field(field!("department")));
    let decider = probe.need(&decision.decider, || case.at.field(field!("decider")));
    let (department, decider) = (department?, decider?);
    // A matter of no department lies in nobody's portfolio.
    let Some(department) = department else { return Ok(Outcome::Compliant) };
    let Some(decider) = decider else { return Ok(probe.unknown(case.at.field(field!("decider")))) };
    let place = case.decider().unwrap_or(u32::MAX);
    let person = case.cx.dossier.records().people.get(place as usize);
    let portfolio = person.and_then(|it| {
        let covers = |it: &Portfolio| it.department == *department && it.spell().covers(case.day());
        it.portfolios.iter().position(covers)
    });
    let Some(portfolio) = portfolio else { return Ok(Outcome::Compliant) };
    // The domain is a member's: by the register of that day.
    let (records, body) = (case.cx.dossier.records(), Body::PartyGroup);
    let mut members = case.cx.dossier.index().members_on(records, body, case.day()).peekable();
    if members.peek().is_none() {
        return Ok(probe.unknown(Path::ROOT.field(field!("people"))));
    }
    if !members.any(|it| it.0 == place) {
        return Ok(Outcome::Compliant);
    }
    collective::decided_before(&case.cx, Some(matter), decision.decided_on, probe)?;
    let breach = Breach::WrongBody { by: Decider::Form(DecisionForm::OnePerson) };
    Ok(probe.breach_with(case.at.field(field!("decider")), breach, |it| {
        it.who = Some(decider.as_str().into());
        it.also.push(matter.at());
        let register = Path::ROOT.field(field!("people")).index(place as usize);
        it.also.push(register.field(field!("portfolios")).index(portfolio));
    }))
}
