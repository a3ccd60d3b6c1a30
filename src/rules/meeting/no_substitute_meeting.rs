//! 不得以专题会议代替党组会议: no other body or form takes the place of the Party group.

use super::BASE;
use crate::{
    facts::{Category, CompetentBody, DecisionForm, Fact, ItemKind, ItemResult, MeetingKind},
    finding::{Breach, Decider, Missing, Why},
    law::{
        Unchecked, cite,
        instruments::{MEASURES, PARTY_GROUP_REGULATIONS},
    },
    norm::{Norm, Words, code},
    outcome::{Modality, Outcome, Severity},
    path::field,
    rule::{Answer, Checks, DecisionCase, ItemCase, MatterCase, Probe, Rule},
    rules::{
        collective,
        major::{Major, major},
    },
};

/// 不得以专题会议代替党组会议: no other body or form takes the place of the Party group.
#[doc(alias = "不得以其他会议或形式代替党组会议")]
pub(super) static RULE: Rule = Rule {
    norm: Norm {
        code: code!("MTG002"),
        slug: "no-substitute-meeting",
        title: Words {
            zh: "不得以其他会议或形式代替党组会议",
            en: "No substitute for a meeting of the Party group",
        },
        gist: Words {
            zh: "“三重一大”事项不得由专题会议、检察长办公会、传阅等其他主体或形式决定；事后追认不改变性质。",
            en: "Major matters are not decided by a special meeting, an executive meeting, circulating papers or another body; a later confirmation does not cure it.",
        },
        cites: &[cite!(MEASURES, clause "2.2.3"), PARTY_GROUP_REGULATIONS.whole()],
        modality: Modality::MustNot,
        severity: Severity::Serious,
        remedy: Words {
            zh: "提交党组会议重新研究决定",
            en: "put the matter before the Party group for decision",
        },
        parameters: &["large_sum_threshold_fen"],
        unchecked: &[Unchecked {
            zh: "会前个别通气形成的事实决定",
            en: "what was settled in advance in private talks",
        }],
        ..BASE
    },
    checks: Checks { item: Some(check_item), decision: Some(check_decision), ..Checks::NONE },
};

fn check_item(case: &ItemCase<'_>, probe: &mut Probe<'_>) -> Answer {
    let decided =
        matches!(case.item.result, Fact::Known(ItemResult::Adopted | ItemResult::Rejected));
    probe.reach(case.item.kind == ItemKind::Decide || decided, Why::OtherKind)?;
    let kind = case.sitting.meeting.kind;
    let at = || case.at().field(field!("matter"));
    let major = major(case.matter(), &case.item.matter, at, case.parameters(), probe)?;
    probe.reach(major == Major::Yes, Why::NotMajor)?;
    collective::decided(case, probe)?;
    if case.item.kind == ItemKind::Inform {
        return Ok(probe.lack(Missing::Contradiction(case.at().field(field!("kind")))));
    }
    match kind {
        MeetingKind::PartyGroup => return Ok(Outcome::Compliant),
        MeetingKind::ProcuratorialCommittee => committee(case.matter(), probe)?,
        _ => {}
    }
    let emergency = probe.need(&case.item.emergency, || case.at().field(field!("emergency")))?;
    probe.reach(emergency.is_none(), Why::OtherRule)?;
    collective::decided_before(
        &case.sitting.cx,
        case.matter(),
        case.sitting.meeting.held_on,
        probe,
    )?;
    Ok(probe.breach_with(
        case.at().field(field!("result")),
        Breach::WrongBody { by: Decider::Meeting(kind) },
        |it| {
            it.also.push(case.sitting.at.field(field!("kind")));
            it.also.extend(case.matter().map(|matter| matter.at()));
        },
    ))
}

fn check_decision(case: &DecisionCase<'_>, probe: &mut Probe<'_>) -> Answer {
    let decision = case.decision;
    let at = || case.at.field(field!("matter"));
    let major = major(case.matter(), &decision.matter, at, case.parameters, probe)?;
    probe.reach(major == Major::Yes, Why::NotMajor)?;
    let Some(form) = probe.need(&decision.form, || case.at.field(field!("form")))? else {
        return Ok(probe.unknown(case.at.field(field!("form"))));
    };
    match form {
        DecisionForm::PartyGroupMeeting => return Ok(Outcome::Compliant),
        // Decided by one person or with no meeting at all: MTG001 names that.
        DecisionForm::OnePerson | DecisionForm::NoMeeting => {
            return Ok(probe.not_applicable(Why::OtherRule));
        }
        DecisionForm::CommitteeMeeting => committee(case.matter(), probe)?,
        _ => {}
    }
    let emergency = probe.need(&decision.emergency, || case.at.field(field!("emergency")))?;
    probe.reach(emergency.is_none(), Why::OtherRule)?;
    collective::decided_before(&case.cx, case.matter(), decision.decided_on, probe)?;
    Ok(probe.breach_with(
        case.at.field(field!("form")),
        Breach::WrongBody { by: Decider::Form(*form) },
        |it| it.also.extend(case.matter().map(|matter| matter.at())),
    ))
}

/// What the procuratorial committee decided: personnel and money are CMT006's; what the catalogue gives to the committee
/// is its own.
fn committee(matter: Option<MatterCase<'_>>, probe: &mut Probe<'_>) -> Result<(), Outcome> {
    let Some(case) = matter else { return Ok(()) };
    if matches!(case.matter.category.known(), Some(Category::Personnel | Category::Funds)) {
        return Err(probe.not_applicable(Why::OtherRule));
    }
    let own = case.matter.category == Fact::Known(Category::Decision)
        && case.matter.competent_body == Some(CompetentBody::ProcuratorialCommittee);
    if own { Err(Outcome::Compliant) } else { Ok(()) }
}
