//! 三重一大: a major matter goes to the Party group.

use super::BASE;
use crate::{
    facts::{Body, DecisionForm, Fact},
    finding::{Breach, Decider, Why},
    law::{
        Unchecked, cite,
        instruments::{GOVERNMENT_SANCTIONS_LAW, MEASURES, PARTY_GROUP_REGULATIONS},
    },
    norm::{Norm, Words, code},
    outcome::{Outcome, Severity},
    path::field,
    rule::{Answer, Checks, DecisionCase, ItemCase, Probe, Rule},
    rules::{
        collective,
        major::{Major, major},
    },
};

/// 三重一大: a major matter goes to the Party group.
#[doc(alias = "“三重一大”事项须提交党组会议")]
pub(super) static RULE: Rule = Rule {
    norm: Norm {
        code: code!("MTG001"),
        slug: "submit-to-party-group",
        title: Words {
            zh: "“三重一大”事项须提交党组会议",
            en: "Major matters go to the Party group",
        },
        gist: Words {
            zh: "重大决策、重要干部任免、重大项目和大额资金须由党组会议决定，不得由个人决定，也不得不开会就决定。",
            en: "Major decisions, personnel, projects and large sums are decided by a meeting of the Party group, never by one person or without any meeting.",
        },
        cites: &[
            cite!(MEASURES, clause "2.2.2"),
            PARTY_GROUP_REGULATIONS.whole(),
            cite!(GOVERNMENT_SANCTIONS_LAW, article 30),
        ],
        severity: Severity::Serious,
        remedy: Words {
            zh: "提交党组会议重新研究决定，并说明未上会原因",
            en: "put the matter before the Party group and record why it was not",
        },
        parameters: &["large_sum_threshold_fen"],
        unchecked: &[Unchecked {
            zh: "记录之外未留痕的个人决定",
            en: "decisions by one person that left no record",
        }],
        ..BASE
    },
    checks: Checks { item: Some(check_item), decision: Some(check_decision), ..Checks::NONE },
};

/// A matter that a meeting of the Party group decided was submitted to it.
fn check_item(case: &ItemCase<'_>, probe: &mut Probe<'_>) -> Answer {
    probe.reach(case.is_before(Body::PartyGroup), Why::OtherKind)?;
    let at = || case.at().field(field!("matter"));
    let major = major(case.matter(), &case.item.matter, at, case.parameters(), probe)?;
    probe.reach(major == Major::Yes, Why::NotMajor)?;
    collective::decided(case, probe)?;
    Ok(Outcome::Compliant)
}

fn check_decision(case: &DecisionCase<'_>, probe: &mut Probe<'_>) -> Answer {
    let decision = case.decision;
    let at = || case.at.field(field!("matter"));
    let major = major(case.matter(), &decision.matter, at, case.parameters, probe);
    probe.reach(major != Ok(Major::No), Why::NotMajor)?;
    let form = probe.need(&decision.form, || case.at.field(field!("form")))?;
    let alone = matches!(form, Some(DecisionForm::OnePerson | DecisionForm::NoMeeting));
    // Whatever the matter is: in an emergency MTG021 answers, for another body or form MTG002 and CMT006.
    let elsewhere = (alone && matches!(decision.emergency, Fact::Known(_)))
        || form.is_some_and(|it| !alone && *it != DecisionForm::PartyGroupMeeting);
    probe.reach(!elsewhere, Why::OtherRule)?;
    major?;
    match form {
        Some(form @ (DecisionForm::OnePerson | DecisionForm::NoMeeting)) => {
            let emergency =
                probe.need(&decision.emergency, || case.at.field(field!("emergency")))?;
            probe.reach(emergency.is_none(), Why::OtherRule)?;
            collective::decided_before(&case.cx, case.matter(), decision.decided_on, probe)?;
            let breach = Breach::WrongBody { by: Decider::Form(*form) };
            Ok(probe.breach_with(case.at.field(field!("form")), breach, |it| {
                it.also.extend(case.matter().map(|matter| matter.at()));
                if let Fact::Known(decider) = &decision.decider {
                    it.who = Some(decider.as_str().into());
                }
            }))
        }
        Some(DecisionForm::PartyGroupMeeting) => Ok(Outcome::Compliant),
        // Decided by another body or form: that is for MTG002 and CMT006.
        Some(_) => Ok(probe.not_applicable(Why::OtherRule)),
        None => Ok(probe.unknown(case.at.field(field!("form")))),
    }
}
