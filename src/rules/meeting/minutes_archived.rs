//! 会议记录存档备查: minutes are signed, hold the results and are archived in time.

use super::BASE;
use crate::{
    facts::{Fact, ItemKind, MeetingKind},
    finding::{Breach, Missing, Why},
    law::{Unchecked, cite, instruments::MEASURES},
    norm::{Norm, Words, code},
    outcome::{Outcome, Severity},
    path::{Path, field},
    rule::{Answer, Checks, Due, MeetingCase, Probe, Rule},
    time::{Day, NaiveDate},
};

/// 会议记录存档备查: minutes are signed, hold the results and are archived in time.
#[doc(alias = "会议记录签字并按期存档")]
pub(super) static RULE: Rule = Rule {
    norm: Norm {
        code: code!("MTG015"),
        slug: "minutes-archived",
        title: Words { zh: "会议记录签字并按期存档", en: "Minutes are archived" },
        gist: Words {
            zh: "会议须有记录，载明结果，经签字，并在规定期限内存档。",
            en: "A meeting has minutes that hold each result, are signed, and are archived within the set time.",
        },
        cites: &[cite!(MEASURES, clause "2.2.2")],
        severity: Severity::Ordinary,
        remedy: Words {
            zh: "补签、补录并归档", en: "complete, sign and archive the minutes"
        },
        parameters: &["minutes_archive_limit"],
        unchecked: &[Unchecked {
            zh: "记录内容是否完整真实",
            en: "whether the minutes are full and true",
        }],
        ..BASE
    },
    checks: Checks { meeting: Some(check), by_own_day: true, ..Checks::NONE },
};

fn check(case: &MeetingCase<'_>, probe: &mut Probe<'_>) -> Answer {
    probe.reach(case.meeting.kind == MeetingKind::PartyGroup, Why::OtherKind)?;
    let limit = &case.parameters.minutes_archive_limit;
    probe.straddles(&case.cx, case.day(), limit)?;
    // Until the last day for archiving, what is lacking may still be done.
    let due = limit.value.and_then(|term| Due::of(&case.cx, case.day(), term).ok());
    let at = case.at.field(field!("minutes"));
    let minutes = match &case.meeting.minutes {
        Fact::Known(minutes) => minutes,
        Fact::Absent | Fact::Unknown => {
            probe.falls_due_after(&case.cx, case.day(), limit, at, None);
            return Ok(if case.meeting.minutes.is_absent() {
                lacking(case, at, due, probe)
            } else {
                probe.unknown(at)
            });
        }
    };
    let mut outcome = Outcome::Compliant;
    let signed = done(minutes.signed_on, case.cx.as_of);
    outcome = outcome.join(match signed {
        // Signed late is late, where a limit says what late is.
        Fact::Known(_) if limit.value.is_none() => Outcome::Compliant,
        Fact::Absent => lacking(case, at.field(field!("signed_on")), due, probe),
        Fact::Known(_) | Fact::Unknown => {
            // What falls due is that they are archived.
            probe.in_time(&case.cx, case.day(), signed, limit, at.field(field!("signed_on")))
        }
    });
    for (n, item) in
        case.meeting.items.iter().enumerate().filter(|it| it.1.kind == ItemKind::Decide)
    {
        let at = case.at.field(field!("items")).index(n).field(field!("result"));
        outcome = outcome.join(match item.result {
            Fact::Known(_) => Outcome::Compliant,
            Fact::Absent => lacking(case, at, due, probe),
            Fact::Unknown => probe.unknown(at),
        });
    }
    for (name, day) in
        [(field!("signed_on"), minutes.signed_on), (field!("archived_on"), minutes.archived_on)]
    {
        if day.known().is_some_and(|day| day.0 < case.day()) {
            outcome = outcome.join(probe.lack(Missing::Contradiction(at.field(name))));
        }
    }
    let archived = done(minutes.archived_on, case.cx.as_of);
    let noted = archived.known().filter(|day| case.day() <= **day);
    let noted = noted.map(|day| (*day, at.field(field!("archived_on"))));
    probe.falls_due_after(&case.cx, case.day(), limit, at.field(field!("archived_on")), noted);
    let at = at.field(field!("archived_on"));
    Ok(outcome.join(probe.in_time(&case.cx, case.day(), archived, limit, at)))
}

fn done(fact: Fact<Day>, as_of: NaiveDate) -> Fact<NaiveDate> {
    match fact {
        Fact::Known(day) if day.0 <= as_of => Fact::Known(day.0),
        Fact::Known(_) | Fact::Absent => Fact::Absent,
        Fact::Unknown => Fact::Unknown,
    }
}

/// Something is known not to be there: awaited as long as the minutes may be archived, a departure afterwards.
fn lacking(case: &MeetingCase<'_>, at: Path, due: Option<Due>, probe: &mut Probe<'_>) -> Outcome {
    let as_of = case.cx.as_of;
    match due {
        Some(due) if as_of <= due.surely => probe.pending(at, due.last.ok()),
        Some(due) => match probe.covered(due.last) {
            Ok(last) if as_of <= last => probe.pending(at, Some(last)),
            Ok(_) => probe.breach(at, Breach::Missing),
            Err(outcome) => outcome,
        },
        // Without a limit nobody can tell until when it may still be done.
        None => probe.lack(Missing::Policy(case.parameters.minutes_archive_limit.field)),
    }
}
