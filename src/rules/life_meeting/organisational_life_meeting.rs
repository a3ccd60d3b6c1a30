//! 组织生活会: in each period every branch holds its organisational life meeting, and each leading cadre takes part in that of his or her branch.

use super::BASE;
use crate::{
    facts::{Body, Fact, RecordFamily, RestrictionKind},
    finding::{Breach, Hinge, Missing, Why},
    law::{
        cite,
        instruments::{MEASURES, PARTY_BRANCH_REGULATIONS},
    },
    norm::{Norm, Words, code},
    outcome::{Outcome, Severity},
    path::{Path, field},
    rule::{Answer, BranchCase, Checks, PersonCase, Probe, Rule, after},
    rules::periodic::{self, Span},
    time::NaiveDate,
};

/// 组织生活会: in each period every branch holds its organisational life meeting, and each leading cadre takes part in that of his or her branch.
#[doc(alias = "组织生活会")]
pub(super) static RULE: Rule = Rule {
    norm: Norm {
        code: code!("DLM015"),
        slug: "organisational-life-meeting",
        title: Words { zh: "组织生活会", en: "Organisational life meetings" },
        gist: Words {
            zh: "各党支部每个周期召开组织生活会，领导干部参加所在支部的组织生活会。",
            en: "In each period every branch holds its organisational life meeting, and each leading cadre takes part in that of his or her branch.",
        },
        cites: &[cite!(MEASURES, clause "2.1.4"), PARTY_BRANCH_REGULATIONS.whole()],
        severity: Severity::Ordinary,
        remedy: Words {
            zh: "召开或者参加组织生活会", en: "hold it, or take part in it"
        },
        parameters: &["organisational_life_period", "member_days_in_period"],
        ..BASE
    },
    checks: Checks { branch: Some(branch), person: Some(person), by_own_day: true, ..Checks::NONE },
};

/// Whether a branch held its meeting in each period through which it was.
fn branch(case: &BranchCase<'_>, probe: &mut Probe<'_>) -> Answer {
    let cx = &case.cx;
    probe.reach(cx.policy.measures_from() <= cx.as_of, Why::NotInForce)?;
    let (from, until) = (case.branch.from, case.branch.until);
    let setting = |day| &cx.policy.on(day).organisational_life_period;
    for stretch in periodic::stretches(*cx, setting) {
        // A branch that came or went within a period owes none for it.
        let there = |first, last| {
            from.is_none_or(|day| day.0 <= first) && until.is_none_or(|day| day.0 >= last)
        };
        let Some(span) = stretch.period(probe, there) else { continue };
        if there(span.from, span.until.min(cx.as_of)) {
            probe.subject(span.part(), |probe| of_branch(case, span, probe));
        }
    }
    Ok(probe.unless_opened(Why::NobodyConcerned))
}

fn of_branch(case: &BranchCase<'_>, span: Span<'_>, probe: &mut Probe<'_>) -> Answer {
    let cx = &case.cx;
    let duties = &cx.dossier.index().duties;
    let shelf = Path::ROOT.field(field!("life_meetings"));
    let last = span.until.min(cx.as_of);
    let held = duties.of_branch(case.place, span.from, last).next();
    let done = held.and_then(|n| {
        let day = cx.dossier.records().life_meetings.get(n as usize)?.held_on.0;
        Some((day, shelf.index(n as usize)))
    });
    probe.falls_due(case.at(), span.until, done);
    if done.is_some() {
        return Ok(Outcome::Compliant);
    }
    if let Some(n) = duties.of_no_branch(span.from, last).next() {
        return Ok(probe.unknown(shelf.index(n as usize).field(field!("branch"))));
    }
    if cx.as_of <= span.until {
        return Ok(probe.pending(case.at(), Some(span.until)));
    }
    let family = RecordFamily::LifeMeetings;
    if !cx.dossier.is_complete(family, span.from, span.until) {
        let (from, until) = (span.from, span.until);
        return Ok(probe.lack(Missing::Completeness { family, from, until }));
    }
    let breach = Breach::Late { due: span.until, done: None };
    Ok(probe.breach_with(case.at(), breach, |it| {
        it.day = after(span.until);
        it.hinges.push(Hinge::of(span.setting));
    }))
}

/// Whether a leading cadre took part in one of his or her branch in each period.
fn person(case: &PersonCase<'_>, probe: &mut Probe<'_>) -> Answer {
    let cx = &case.cx;
    probe.reach(cx.policy.measures_from() <= cx.as_of, Why::NotInForce)?;
    let led = case.person.spells_in(Body::PartyGroup).next().is_some();
    probe.reach(led, Why::NobodyConcerned)?;
    let setting = |day| &cx.policy.on(day).organisational_life_period;
    for stretch in periodic::stretches(*cx, setting) {
        let whose = |_, last| case.person.belongs_to(Body::PartyGroup, last);
        let Some(span) = stretch.period(probe, whose) else { continue };
        if case.person.belongs_to(Body::PartyGroup, span.until.min(cx.as_of)) {
            in_branches(case, span, probe);
        }
    }
    Ok(probe.unless_opened(Why::NobodyConcerned))
}

/// Opens what a leading cadre owes in a period, where he or she belongs to a branch on its last day, or took part in one.
fn in_branches(case: &PersonCase<'_>, span: Span<'_>, probe: &mut Probe<'_>) {
    let (cx, records) = (&case.cx, case.cx.dossier.records());
    let duties = &cx.dossier.index().duties;
    let last = span.until.min(cx.as_of);
    let own = || {
        let branches = case.person.branches.iter().enumerate();
        branches.filter_map(|(k, own)| Some((k, own, duties.branch(records, own.branch.as_str())?)))
    };
    let there_last = own().find(|it| it.1.spell().covers(last)).map(|it| it.0);
    let attended = own().any(|(_, own, branch)| {
        let mut held = duties.of_branch(branch, span.from, last);
        held.any(|n| {
            let day = records.life_meetings.get(n as usize).map(|it| it.held_on.0);
            day.is_some_and(|day| own.spell().covers(day))
                && duties.lives.get(n as usize).is_some_and(|it| it.attended(case.place))
        })
    });
    // Who cannot have been a member for as many days as the policy asks is none of those in the period.
    let enough = periodic::belongs(case, span.from, span.until) != Ok(false);
    if attended || there_last.is_some() {
        probe.subject(span.part(), |probe| {
            probe.reach(attended || enough, Why::NobodyConcerned)?;
            took_part(case, span, there_last, probe)
        });
    }
}

fn took_part(
    case: &PersonCase<'_>,
    span: Span<'_>,
    there_last: Option<usize>,
    probe: &mut Probe<'_>,
) -> Answer {
    let (cx, records) = (&case.cx, case.cx.dossier.records());
    let duties = &cx.dossier.index().duties;
    let last = span.until.min(cx.as_of);
    let shelf = Path::ROOT.field(field!("life_meetings"));
    let in_custody = |day: NaiveDate| {
        let mut kept = case.person.restrictions.iter();
        kept.any(|it| it.kind == RestrictionKind::InCustody && it.spell().covers(day))
    };
    let (mut held, mut open) = (None::<(Path, Path)>, None);
    for (k, own) in case.person.branches.iter().enumerate() {
        let Some(branch) = duties.branch(records, own.branch.as_str()) else { continue };
        let at = case.at().field(field!("branches")).index(k);
        for n in duties.of_branch(branch, span.from, last) {
            let Some(it) = records.life_meetings.get(n as usize) else { continue };
            if !own.spell().covers(it.held_on.0) {
                continue;
            }
            let there = shelf.index(n as usize).field(field!("present"));
            match &it.present {
                Fact::Known(_) => {
                    let life = duties.lives.get(n as usize);
                    if life.is_some_and(|it| it.attended(case.place)) {
                        probe.falls_due(at, span.until, Some((it.held_on.0, there)));
                        return Ok(Outcome::Compliant);
                    }
                }
                Fact::Unknown => open = open.or(Some(Missing::Fact(there))),
                Fact::Absent => open = open.or(Some(Missing::FullRecord(there))),
            }
            // It is owed in the branch of the period's last day, and by nobody in custody.
            if own.spell().covers(last) && !in_custody(it.held_on.0) {
                let this = (at, shelf.index(n as usize));
                held = Some(held.unwrap_or(this));
            }
        }
    }
    let own = there_last.map_or(case.at(), |k| case.at().field(field!("branches")).index(k));
    let Some((at, meeting)) = held else {
        // The branch may still meet.
        if cx.as_of <= span.until && !in_custody(last) {
            probe.falls_due(own, span.until, None);
            return Ok(probe.pending(own, Some(span.until)));
        }
        // Where the branch held none, or while in custody, nothing is owed.
        return Ok(probe.not_applicable(Why::OtherRule));
    };
    probe.falls_due(at, span.until, None);
    if let Some(missing) = open {
        return Ok(probe.lack(missing));
    }
    if cx.as_of <= span.until {
        return Ok(probe.pending(at, Some(span.until)));
    }
    periodic::belonged(case, span.from, span.until, probe)?;
    // One of no named branch may have been of this one.
    if let Some(n) = duties.of_no_branch(span.from, last).next() {
        return Ok(probe.unknown(shelf.index(n as usize).field(field!("branch"))));
    }
    // The branch may have met another time.
    let family = RecordFamily::LifeMeetings;
    if !cx.dossier.is_complete(family, span.from, span.until) {
        let (from, until) = (span.from, span.until);
        return Ok(probe.lack(Missing::Completeness { family, from, until }));
    }
    Ok(probe.breach_with(at, Breach::Missing, |it| {
        it.day = after(span.until);
        it.who = Some(case.person.id.as_str().into());
        it.also.push(meeting);
        it.hinges.push(Hinge::of(span.setting));
    }))
}
