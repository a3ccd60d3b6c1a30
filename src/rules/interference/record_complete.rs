//! 记录要素: a record states who, when, about what area, how, what was asked and what was done.

use super::BASE;
use crate::{
    facts::{Fact, Text},
    finding::{Breach, Why},
    law::{
        cite,
        instruments::{INTERFERENCE_RECORDING_RULES_2019, MEASURES},
    },
    norm::{Norm, Words, code},
    outcome::{Outcome, Severity},
    path::field,
    rule::{Answer, ApproachCase, Checks, Probe, Rule},
};

/// 记录要素: a record states who, when, about what area, how, what was asked and what was done.
#[doc(alias = "过问干预记录要素")]
pub(super) static RULE: Rule = Rule {
    norm: Norm {
        code: code!("ITV002"),
        slug: "record-complete",
        title: Words { zh: "记录要素齐全", en: "Records are complete" },
        gist: Words {
            zh: "记录须载明请托人、时间、事项领域、方式、内容和处理情况。",
            en: "A record states who asked, when, in what area, in what way, what was asked and what was done.",
        },
        cites: &[cite!(MEASURES, clause "2.4.1"), INTERFERENCE_RECORDING_RULES_2019.whole()],
        severity: Severity::Ordinary,
        remedy: Words { zh: "补齐记录", en: "complete the record" },
        ..BASE
    },
    checks: Checks { approach: Some(check), by_own_day: true, ..Checks::NONE },
};

fn check(case: &ApproachCase<'_>, probe: &mut Probe<'_>) -> Answer {
    let (it, at, cx) = (case.approach, case.at, &case.cx);
    let recorded = probe.need(&it.recorded_on, || at.field(field!("recorded_on")))?;
    // Without a record ITV001 answers.
    let Some(on) = recorded.map(|day| day.0) else {
        return Ok(probe.not_applicable(Why::OtherRule));
    };
    probe.reach(on <= cx.as_of, Why::AfterAsOf)?;
    probe.reach(on >= cx.policy.measures_from(), Why::NotInForce)?;
    probe.set_day(on);
    let content = match &it.content {
        Fact::Known(text) if Text::as_str(text).trim().is_empty() => Fact::Absent,
        other => other.state(),
    };
    let asker = match &it.asker {
        Fact::Known(who) if who.person.is_unknown() && who.name.is_none() => Fact::Unknown,
        other => other.state(),
    };
    let parts = [
        (field!("asker"), asker),
        (field!("asked_on"), it.asked_on.state()),
        (field!("area"), it.area.state()),
        (field!("channel"), it.channel.state()),
        (field!("content"), content),
        (field!("response"), it.response.state()),
    ];
    Ok(parts.into_iter().fold(Outcome::Compliant, |all, (key, part)| {
        all.join(match part {
            Fact::Known(()) => Outcome::Compliant,
            Fact::Absent => probe.breach(at.field(key), Breach::Missing),
            Fact::Unknown if key == field!("asker") && !it.asker.is_unknown() => {
                probe.unknown(at.field(field!("asker")).field(field!("person")))
            }
            Fact::Unknown => probe.unknown(at.field(key)),
        })
    }))
}
