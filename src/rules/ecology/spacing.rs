//! 联席会议间隔: two joint meetings are no nearer than the policy's spacing.

use super::BASE;
use crate::{
    facts::ActivityKind,
    finding::{Breach, Missing, Why},
    law::{cite, instruments::MEASURES},
    norm::{Norm, Words, code},
    outcome::{Outcome, Severity},
    path::{Path, field},
    rule::{ActivityCase, Answer, Checks, Probe, Rule},
};

/// 联席会议间隔: two joint meetings are no nearer than the policy's spacing.
pub(super) static RULE: Rule = Rule {
    norm: Norm {
        code: code!("ECO005"),
        slug: "spacing",
        title: Words { zh: "联席会议间隔", en: "Joint meetings are spaced" },
        gist: Words {
            zh: "两次联席会议的间隔不宜短于政策规定的天数。",
            en: "Two joint meetings are no nearer than the policy's spacing.",
        },
        cites: &[cite!(MEASURES, clause "2.7")],
        severity: Severity::Advisory,
        remedy: Words { zh: "合理安排会议时间", en: "space the meetings" },
        parameters: &["joint_meeting_spacing_days"],
        ..BASE
    },
    checks: Checks { activity: Some(check), ..Checks::NONE },
};

fn check(case: &ActivityCase<'_>, probe: &mut Probe<'_>) -> Answer {
    let cx = &case.cx;
    probe.reach(case.activity.kind == ActivityKind::JointMeeting, Why::OtherKind)?;
    let day = super::dated(case, probe)?;
    let (kind, duties) = (ActivityKind::JointMeeting, &cx.dossier.index().duties);
    let activities = &cx.dossier.records().activities;
    let at = |n: u32| Path::ROOT.field(field!("activities")).index(n as usize);
    let dated = duties.of_kind(kind, cx.policy.measures_from(), day).filter_map(|n| {
        let on = activities.get(n as usize)?.held_on.known()?.0;
        // Of two on one day each is beside the other.
        (n != case.place).then_some((on, n))
    });
    let before = dated.last();
    let undated = duties.undated(kind).find(|n| *n != case.place);
    if before.is_none() && undated.is_none() {
        return Ok(probe.not_applicable(Why::NothingToRecord));
    }
    let setting = &cx.policy.on(day).joint_meeting_spacing_days;
    let required = *probe.setting(setting)?;
    let open = |probe: &mut Probe<'_>, n: u32| {
        let at = at(n).field(field!("held_on"));
        let known = activities.get(n as usize).is_some_and(|it| it.held_on.is_absent());
        probe.lack(if known { Missing::FullRecord(at) } else { Missing::Fact(at) })
    };
    if let Some((on, n)) = before {
        let found = u32::try_from((day - on).num_days()).unwrap_or(u32::MAX);
        if found < required {
            probe.hinge(setting);
            let breach = Breach::TooNear { found, required };
            return Ok(probe.breach_with(case.at().field(field!("held_on")), breach, |it| {
                it.also.push(at(n).field(field!("held_on")));
            }));
        }
    }
    Ok(match undated {
        // It may lie before this one, or too near to it.
        Some(n) if required > 0 || before.is_none() => open(probe, n),
        _ => Outcome::Compliant,
    })
}
