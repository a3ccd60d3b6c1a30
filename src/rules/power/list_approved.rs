//! 清单审定: a list has a version, a first day and the approval of the Party group.

use super::{
    BASE,
    lists::{self, Meets},
};
use crate::{
    facts::{Fact, ItemResult, ListApprover, MeetingKind, PowerListKind},
    finding::{Breach, Overlap, Why},
    law::{cite, instruments::MEASURES},
    norm::{Norm, Words, code},
    outcome::{Outcome, Severity},
    path::{Path, field},
    rule::{Answer, Checks, ListCase, Probe, Rule},
};

/// 清单审定: a list has a version, a first day and the approval of the Party group.
#[doc(alias = "清单审定")]
pub(super) static RULE: Rule = Rule {
    norm: Norm {
        code: code!("PWR002"),
        slug: "list-approved",
        title: Words {
            zh: "清单经党组会议审定", en: "Approved, versioned, one at a time"
        },
        gist: Words {
            zh: "本院清单须经党组会议审定，载明版本和起始日，同一清单同时只有一个版本有效。",
            en: "A local list is approved by a meeting of the Party group and states its version and first day; one version is in force at a time.",
        },
        cites: &[cite!(MEASURES, clause "1.2.3")],
        severity: Severity::Ordinary,
        remedy: Words {
            zh: "提交党组会议审定，补齐版本和起止日",
            en: "put it before the Party group; state version and days",
        },
        ..BASE
    },
    checks: Checks { list: Some(check), by_own_day: true, ..Checks::NONE },
};

fn check(case: &ListCase<'_>, probe: &mut Probe<'_>) -> Answer {
    probe.reach(case.list.kind != PowerListKind::Provincial, Why::OtherKind)?;
    lists::reach(case, probe)?;
    let (list, at) = (case.list, case.at);
    let mut outcome = approved(case, probe).unwrap_or_else(|outcome| outcome);
    for (stated, key) in
        [(list.version.state(), field!("version")), (list.from.state(), field!("from"))]
    {
        outcome = outcome.join(match stated {
            Fact::Known(()) => Outcome::Compliant,
            Fact::Absent => probe.breach(at.field(key), Breach::Missing),
            Fact::Unknown => probe.unknown(at.field(key)),
        });
    }
    Ok(outcome.join(alone(case, probe)))
}

fn approved(case: &ListCase<'_>, probe: &mut Probe<'_>) -> Answer {
    let at = case.at.field(field!("approval"));
    let Some(approval) = probe.need(&case.list.approval, || at)? else {
        return Ok(probe.breach(at, Breach::Missing));
    };
    if approval.item.is_some() {
        return in_the_dossier(case, at.field(field!("item")), probe);
    }
    Ok(match probe.need(&approval.by, || at.field(field!("by")))? {
        Some(ListApprover::PartyGroupMeeting) => Outcome::Compliant,
        Some(ListApprover::OtherMeeting | ListApprover::OnePerson) | None => {
            probe.breach(at.field(field!("by")), Breach::Missing)
        }
    })
}

/// The item that is said to have approved it is one that the Party group adopted.
fn in_the_dossier(case: &ListCase<'_>, at: Path, probe: &mut Probe<'_>) -> Answer {
    let item = case.item.and_then(|(meeting, item)| case.cx.dossier.item_at(meeting, item));
    let Some(((meeting, item), place)) = item.zip(case.item) else {
        return Ok(probe.unknown(at));
    };
    let shelf = Path::ROOT.field(field!("meetings")).index(place.0 as usize);
    let there = shelf.field(field!("items")).index(place.1 as usize);
    // What is approved after it came into force was in force without approval.
    let first = case.cx.policy.measures_from();
    let latest = case.cx.as_of.min(lists::last_day(case.list));
    let by = case.list.from.known().map_or(latest, |from| from.0.max(first));
    let counts = meeting.kind == MeetingKind::PartyGroup && meeting.held_on.day() <= by;
    let adopted = match item.result {
        _ if !counts => false,
        Fact::Known(result) => result == ItemResult::Adopted,
        Fact::Absent => false,
        Fact::Unknown => return Ok(probe.unknown(there.field(field!("result")))),
    };
    if adopted {
        return Ok(Outcome::Compliant);
    }
    Ok(probe.breach_with(at, Breach::Missing, |it| it.also.push(there)))
}

/// No other version of the list is in force beside it, not even for a day.
fn alone(case: &ListCase<'_>, probe: &mut Probe<'_>) -> Outcome {
    let cx = &case.cx;
    let records = cx.dossier.records();
    let first = cx.policy.measures_from();
    // Without a first day there is nothing to compare.
    let Some(from) = case.list.from.known().map(|day| day.0.max(first)) else {
        return Outcome::Compliant;
    };
    let until = lists::last_day(case.list).min(cx.as_of);
    let mut open = Meets::No;
    let versions = cx.dossier.index().powers.versions(records, case.list);
    for (n, other) in versions.filter(|it| Some(it.0) != case.place) {
        let last = lists::last_day(other).min(until);
        let there = lists::at(n as usize);
        match other.from {
            Fact::Known(start) if from.max(start.0) <= last => {
                let breach = Breach::Overlap { of: Overlap::Versions };
                return probe.breach_with(case.at.field(field!("from")), breach, |it| {
                    it.day = from.max(start.0);
                    it.also.push(there);
                });
            }
            Fact::Unknown if from <= last => {
                open = open.or(Meets::open(there.field(field!("from"))));
            }
            Fact::Known(_) | Fact::Absent | Fact::Unknown => {}
        }
    }
    match open {
        Meets::Open(lacks) => lacks.tell(probe),
        Meets::Yes(_) | Meets::No => Outcome::Compliant,
    }
}
