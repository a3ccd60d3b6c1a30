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
    path::Path,
    rule::{Answer, BranchCase, Checks, PersonCase, Probe, Rule, after},
    rules::periodic::{self, Span},
};

/// 组织生活会: in each period every branch holds its organisational life meeting, and each leading cadre takes part in that of his or her branch.
#[doc(alias = "组织生活会")]
pub static RULE: Rule = Rule {
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
    let duties = &cx.dossier.index().duties;
    let (from, until) = (case.branch.from, case.branch.until);
    let shelf = Path::ROOT.field("life_meetings");
    let setting = |day| &cx.policy.on(day).organisational_life_period;
    let outcome = periodic::each(cx, setting, probe, |span, probe| {
        let last = span.until.min(cx.as_of);
        // A branch that came or went within a period owes none for it.
        if from.is_some_and(|day| day.0 > span.from) || until.is_some_and(|day| day.0 < last) {
            return Outcome::NotApplicable;
        }
        let held = duties.of_branch(case.place, span.from, last).next();
        let done = held.and_then(|n| {
            let day = cx.dossier.records().life_meetings.get(n as usize)?.held_on.0;
            Some((day, shelf.index(n as usize)))
        });
        probe.falls_due(case.at(), span.until, done);
        if done.is_some() {
            return Outcome::Compliant;
        }
        if let Some(n) = duties.of_no_branch(span.from, last).next() {
            return probe.unknown(shelf.index(n as usize).field("branch"));
        }
        if cx.as_of <= span.until {
            return probe.pending(case.at(), Some(span.until));
        }
        let family = RecordFamily::LifeMeetings;
        if !cx.dossier.is_complete(family, span.from, span.until) {
            return probe.lack(Missing::Completeness {
                family,
                from: span.from,
                until: span.until,
            });
        }
        let breach = Breach::Late { due: span.until, done: None };
        probe.breach_with(case.at(), breach, |it| {
            it.day = after(span.until);
            it.hinges.push(Hinge::of(span.setting));
        })
    });
    if outcome == Outcome::NotApplicable {
        return Ok(probe.not_applicable(Why::NobodyConcerned));
    }
    Ok(outcome)
}

/// Whether a leading cadre took part in one of his or her branch in each period.
fn person(case: &PersonCase<'_>, probe: &mut Probe<'_>) -> Answer {
    let cx = &case.cx;
    probe.reach(cx.policy.measures_from() <= cx.as_of, Why::NotInForce)?;
    let led = case.person.spells_in(Body::PartyGroup).next().is_some();
    probe.reach(led, Why::NobodyConcerned)?;
    let setting = |day| &cx.policy.on(day).organisational_life_period;
    let outcome = periodic::each(cx, setting, probe, |span, probe| {
        let last = span.until.min(cx.as_of);
        if !case.person.belongs_to(Body::PartyGroup, last) {
            return Outcome::NotApplicable;
        }
        in_branches(case, span, probe)
    });
    if outcome == Outcome::NotApplicable {
        // No meeting of a branch to which a leading cadre belonged.
        return Ok(probe.not_applicable(Why::OtherRule));
    }
    Ok(outcome)
}

fn in_branches(case: &PersonCase<'_>, span: Span<'_>, probe: &mut Probe<'_>) -> Outcome {
    let (cx, records) = (&case.cx, case.cx.dossier.records());
    let duties = &cx.dossier.index().duties;
    let last = span.until.min(cx.as_of);
    let shelf = Path::ROOT.field("life_meetings");
    let (mut held, mut open) = (None::<(Path, Path)>, None);
    for (k, own) in case.person.branches.iter().enumerate() {
        let Some(branch) = duties.branch(records, own.branch.as_str()) else { continue };
        let at = case.at().field("branches").index(k);
        for n in duties.of_branch(branch, span.from, last) {
            let Some(it) = records.life_meetings.get(n as usize) else { continue };
            if !own.spell().covers(it.held_on.0) {
                continue;
            }
            let there = shelf.index(n as usize).field("present");
            match &it.present {
                Fact::Known(_) => {
                    let life = duties.lives.get(n as usize);
                    if life.is_some_and(|it| it.attended(case.place)) {
                        probe.falls_due(at, span.until, Some((it.held_on.0, there)));
                        return Outcome::Compliant;
                    }
                }
                Fact::Unknown => open = open.or(Some(Missing::Fact(there))),
                Fact::Absent => open = open.or(Some(Missing::FullRecord(there))),
            }
            // It is owed in the branch of the period's last day, and by nobody in custody.
            let held_on = it.held_on.0;
            let mut kept = case.person.restrictions.iter();
            let in_custody =
                kept.any(|it| it.kind == RestrictionKind::InCustody && it.spell().covers(held_on));
            if own.spell().covers(last) && !in_custody {
                let this = (at, shelf.index(n as usize));
                held = Some(held.unwrap_or(this));
            }
        }
    }
    let Some((at, meeting)) = held else { return Outcome::NotApplicable };
    if periodic::belongs(case, span.from, span.until) != Ok(false) {
        probe.falls_due(at, span.until, None);
    }
    if let Some(missing) = open {
        return probe.lack(missing);
    }
    if cx.as_of <= span.until {
        return probe.pending(at, Some(span.until));
    }
    if let Err(outcome) = periodic::belonged(case, span.from, span.until, probe) {
        return outcome;
    }
    // One of no named branch may have been of this one.
    if let Some(n) = duties.of_no_branch(span.from, last).next() {
        return probe.unknown(shelf.index(n as usize).field("branch"));
    }
    // The branch may have met another time.
    let family = RecordFamily::LifeMeetings;
    if !cx.dossier.is_complete(family, span.from, span.until) {
        return probe.lack(Missing::Completeness { family, from: span.from, until: span.until });
    }
    probe.breach_with(at, Breach::Missing, |it| {
        it.day = after(span.until);
        it.who = Some(case.person.id.as_str().into());
        it.also.push(meeting);
        it.hinges.push(Hinge::of(span.setting));
    })
}
