//! 临机处置及时报告: what was decided in an emergency is reported and put before the body.

use super::BASE;
use crate::{
    facts::{DecisionForm, Emergency, Fact, MeetingKind},
    finding::Why,
    law::{
        Unchecked, cite,
        instruments::{MEASURES, PARTY_GROUP_REGULATIONS},
    },
    norm::{Norm, Words, code},
    outcome::{Outcome, Severity},
    path::{Path, field},
    policy::Parameters,
    rule::{Answer, Checks, Context, DecisionCase, ItemCase, Probe, Rule},
    rules::{
        collective,
        major::{Major, major},
    },
    time::{Moment, NaiveDate},
};

/// 临机处置及时报告: what was decided in an emergency is reported and put before the body.
#[doc(alias = "紧急处置及时报告并提交会议")]
pub(super) static RULE: Rule = Rule {
    norm: Norm {
        code: code!("MTG021"),
        slug: "emergency-reported",
        title: Words {
            zh: "紧急处置及时报告并提交会议", en: "An emergency decision is reported"
        },
        gist: Words {
            zh: "紧急情况下单独作出的决定，须在规定期限内报告，并在规定期限内提交有权会议；会议答复无论同意与否均视为履行。",
            en: "A decision taken alone in an emergency is reported within the set time and put before the competent body within its own; whatever that body answers, the duty is then kept.",
        },
        cites: &[cite!(MEASURES, clause "2.2.2"), PARTY_GROUP_REGULATIONS.whole()],
        severity: Severity::Serious,
        remedy: Words {
            zh: "立即报告并提交会议",
            en: "report it and put it before the body at once",
        },
        parameters: &[
            "emergency_report_limit",
            "emergency_submit_limit",
            "large_sum_threshold_fen",
        ],
        unchecked: &[Unchecked {
            zh: "是否确属紧急", en: "whether it really was an emergency"
        }],
        ..BASE
    },
    checks: Checks {
        item: Some(check_item),
        decision: Some(check_decision),
        by_own_day: true,
        ..Checks::NONE
    },
};

fn check_item(case: &ItemCase<'_>, probe: &mut Probe<'_>) -> Answer {
    let kind = case.sitting.meeting.kind;
    probe.reach(kind != MeetingKind::PartyGroup, Why::OtherKind)?;
    begun(&case.sitting.cx, case.day(), case.parameters(), probe)?;
    probe.reach(!case.item.emergency.is_absent(), Why::NothingToRecord)?;
    let at = || case.at().field(field!("matter"));
    let major = major(case.matter(), &case.item.matter, at, case.parameters(), probe)?;
    probe.reach(major == Major::Yes, Why::NotMajor)?;
    collective::decided(case, probe)?;
    let emergency = probe.need(&case.item.emergency, || case.at().field(field!("emergency")))?;
    let Some(emergency) = emergency else {
        return Ok(probe.not_applicable(Why::NothingToRecord));
    };
    Ok(judge(&case.sitting.cx, case.day(), emergency, case.at(), case.parameters(), probe))
}

fn check_decision(case: &DecisionCase<'_>, probe: &mut Probe<'_>) -> Answer {
    begun(&case.cx, case.day(), case.parameters, probe)?;
    let decision = case.decision;
    let form = probe.need(&decision.form, || case.at.field(field!("form")))?;
    probe.reach(form != Some(&DecisionForm::PartyGroupMeeting), Why::OtherKind)?;
    let emergency = probe.need(&decision.emergency, || case.at.field(field!("emergency")))?;
    let Some(emergency) = emergency else {
        return Ok(probe.not_applicable(Why::NothingToRecord));
    };
    let at = || case.at.field(field!("matter"));
    let major = major(case.matter(), &decision.matter, at, case.parameters, probe)?;
    probe.reach(major == Major::Yes, Why::NotMajor)?;
    Ok(judge(&case.cx, case.day(), emergency, case.at, case.parameters, probe))
}

fn judge(
    cx: &Context<'_>,
    decided: NaiveDate,
    emergency: &Emergency,
    at: Path,
    parameters: &Parameters,
    probe: &mut Probe<'_>,
) -> Outcome {
    let at = at.field(field!("emergency"));
    let mut within = |done: &Fact<Moment>, limit, name| {
        probe.straddles(cx, decided, limit)?;
        let done = match done {
            Fact::Known(on) => Fact::Known(on.day()),
            Fact::Absent => Fact::Absent,
            Fact::Unknown => Fact::Unknown,
        };
        Ok(probe.within(cx, decided, &done, limit, at.field(name)))
    };
    let reported =
        within(&emergency.reported_on, &parameters.emergency_report_limit, field!("reported_on"));
    let submitted =
        within(&emergency.submitted_on, &parameters.emergency_submit_limit, field!("submitted_on"));
    reported.unwrap_or_else(|it: Outcome| it).join(submitted.unwrap_or_else(|it| it))
}

/// Whether at least one of the two duties was still running when the measures began to bind.
fn begun(
    cx: &Context<'_>,
    decided: NaiveDate,
    parameters: &Parameters,
    probe: &mut Probe<'_>,
) -> Result<(), Outcome> {
    probe
        .straddles(cx, decided, &parameters.emergency_report_limit)
        .or_else(|_| probe.straddles(cx, decided, &parameters.emergency_submit_limit))
}
