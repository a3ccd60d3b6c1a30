//! 决策主体: cases are not the Party group's, personnel and money are not the committee's.

use super::BASE;
use crate::{
    facts::{Body, Category, DecisionForm, ItemKind, ItemResult, MeetingKind},
    finding::{Breach, Decider, Why},
    law::{Unchecked, cite, instruments::MEASURES},
    norm::{Norm, Words, code},
    outcome::{Modality, Outcome, Severity},
    path::field,
    rule::{Answer, Checks, DecisionCase, ItemCase, Probe, Rule},
    rules::collective,
};

/// 决策主体: cases are not the Party group's, personnel and money are not the committee's.
#[doc(alias = "党组与检委会各司其职")]
pub(super) static RULE: Rule = Rule {
    norm: Norm {
        code: code!("CMT006"),
        slug: "right-body",
        title: Words { zh: "党组与检委会各司其职", en: "The right body" },
        gist: Words {
            zh: "党组不得决定个案，检委会不得决定人事和经费。",
            en: "The Party group does not decide an individual case; the committee does not decide personnel or money.",
        },
        cites: &[cite!(MEASURES, clause "2.2.2")],
        modality: Modality::MustNot,
        severity: Severity::Serious,
        remedy: Words { zh: "由有权主体重新决定", en: "have the competent body decide" },
        unchecked: &[Unchecked {
            zh: "先由党组研究、后由检委会决定的业务事项",
            en: "business matters that pass the Party group first and the committee later",
        }],
        ..BASE
    },
    checks: Checks { item: Some(check_item), decision: Some(check_decision), ..Checks::NONE },
};

fn check_item(case: &ItemCase<'_>, probe: &mut Probe<'_>) -> Answer {
    probe.reach(case.item.kind == ItemKind::Decide, Why::OtherKind)?;
    let kind = case.sitting.meeting.kind;
    let body = kind.body();
    probe.reach(body.is_some(), Why::OtherKind)?;
    let category = collective::category(case, probe);
    if category.is_ok_and(|category| !wrong(kind, category)) {
        return Ok(Outcome::Compliant);
    }
    // Passed on, put off or without result: nothing was decided by the wrong body.
    let result = probe.need(&case.item.result, || case.at().field(field!("result")))?;
    if !matches!(result, Some(ItemResult::Adopted | ItemResult::Rejected)) {
        return Ok(Outcome::Compliant);
    }
    category?;
    let breach = Breach::WrongBody { by: Decider::Meeting(kind) };
    Ok(probe.breach_with(case.at().field(field!("result")), breach, |it| {
        it.also.push(case.sitting.at.field(field!("kind")));
        it.also.extend(case.matter().map(|matter| matter.at().field(field!("category"))));
    }))
}

fn check_decision(case: &DecisionCase<'_>, probe: &mut Probe<'_>) -> Answer {
    let form = probe.need(&case.decision.form, || case.at.field(field!("form")))?;
    let kind = match form {
        Some(DecisionForm::PartyGroupMeeting) => MeetingKind::PartyGroup,
        Some(DecisionForm::CommitteeMeeting) => MeetingKind::ProcuratorialCommittee,
        _ => return Ok(probe.not_applicable(Why::OtherKind)),
    };
    let category = match case.matter() {
        Some(it) => probe.need(&it.matter.category, || it.at().field(field!("category")))?.copied(),
        None => {
            probe.need(&case.decision.matter, || case.at.field(field!("matter")))?;
            None
        }
    };
    if !wrong(kind, category) {
        return Ok(Outcome::Compliant);
    }
    let form = if kind == MeetingKind::PartyGroup {
        DecisionForm::PartyGroupMeeting
    } else {
        DecisionForm::CommitteeMeeting
    };
    let breach = Breach::WrongBody { by: Decider::Form(form) };
    Ok(probe.breach_with(case.at.field(field!("form")), breach, |it| {
        it.also.extend(case.matter().map(|matter| matter.at().field(field!("category"))));
    }))
}

fn wrong(kind: MeetingKind, category: Option<Category>) -> bool {
    match kind.body() {
        Some(Body::PartyGroup) => category == Some(Category::Case),
        Some(Body::ProcuratorialCommittee) => {
            matches!(category, Some(Category::Personnel | Category::Funds))
        }
        None => false,
    }
}
