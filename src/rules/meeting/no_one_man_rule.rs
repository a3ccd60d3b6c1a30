//! 防止“一言堂”: no one person sets a decision of the meeting aside.

use std::cmp::Ordering;

use super::BASE;
use crate::{
    facts::{
        Answer as Reply, Authority, Body, DecisionForm, Departure, DepartureKind, Emergency, Fact,
        ItemKind, ItemResult, MeetingKind, MemberRole,
    },
    finding::{Breach, Missing, Overruled, Why},
    law::{
        Unchecked, cite,
        instruments::{GOVERNMENT_SANCTIONS_LAW, MEASURES, PARTY_GROUP_REGULATIONS},
    },
    norm::{Norm, Words, code},
    outcome::{Modality, Outcome, Severity},
    path::{Path, field},
    rule::{Answer, Checks, Context, DecisionCase, ItemCase, Probe, Rule},
    rules::{
        collective,
        major::{Major, major},
    },
    time::NaiveDate,
};

/// 防止“一言堂”: no one person sets a decision of the meeting aside.
#[doc(alias = "一言堂")]
#[doc(alias = "不得以个人意见改变集体决定")]
#[doc(alias = "家长制")]
pub(super) static RULE: Rule = Rule {
    norm: Norm {
        code: code!("MTG018"),
        slug: "no-one-man-rule",
        title: Words { zh: "不得以个人意见改变集体决定", en: "No one-man rule" },
        gist: Words {
            zh: "不得凭个人意见改变、搁置或不执行会议决定，不得凭主要负责人意见作出与表决不符的宣布，紧急处置被否决后不得仍然执行。",
            en: "A decision of the meeting is not changed, set aside or left undone on one person's word, nor is a result declared against the vote on the principal's word, nor a refused emergency decision carried out.",
        },
        cites: &[
            cite!(MEASURES, clause "2.2.3"),
            cite!(GOVERNMENT_SANCTIONS_LAW, article 30),
            PARTY_GROUP_REGULATIONS.whole(),
        ],
        modality: Modality::MustNot,
        severity: Severity::Serious,
        remedy: Words {
            zh: "恢复执行会议决定，如需变更应重新上会",
            en: "carry out the decision, or put its change before the meeting",
        },
        unchecked: &[Unchecked {
            zh: "会议之前形成的个人主导",
            en: "a meeting that was dominated without leaving a record",
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
    probe.reach(case.item.kind == ItemKind::Decide, Why::OtherKind)?;
    let departed = match case.sitting.meeting.kind.body() {
        Some(body) => departed(case, body, probe).unwrap_or_else(|it| it),
        None => probe.not_applicable(Why::OtherKind),
    };
    if case.sitting.meeting.kind == MeetingKind::PartyGroup {
        return Ok(departed);
    }
    let at = || case.at().field(field!("matter"));
    let major = || major(case.matter(), &case.item.matter, at, case.parameters(), probe);
    let needed = needed(&case.item.emergency, case.day(), &case.sitting.cx, major);
    let refused = match needed {
        Ok(true) => refused(case.at(), &case.item.emergency, probe).unwrap_or_else(|it| it),
        Ok(false) => Outcome::NotApplicable,
        Err(outcome) => outcome,
    };
    Ok(departed.join(refused))
}

fn departed(case: &ItemCase<'_>, body: Body, probe: &mut Probe<'_>) -> Answer {
    let result = probe.need(&case.item.result, || case.at().field(field!("result")))?;
    let decided = result.is_some_and(|it| *it != ItemResult::Forwarded);
    probe.reach(decided, Why::NotDecided)?;
    let at = case.at().field(field!("departures"));
    let departures = probe.need(&case.item.departures, || at)?.map_or(&[][..], Vec::as_slice);
    // The act is the departure: its day decides, whenever the meeting was.
    let (first, as_of) = (case.sitting.cx.policy.measures_from(), case.sitting.cx.as_of);
    let counts = |it: &Departure| first <= it.on.day() && it.on.day() <= as_of;
    probe.reach(case.day() >= first || departures.iter().any(counts), Why::NotInForce)?;
    let mut outcome = Outcome::Compliant;
    for (n, it) in departures.iter().enumerate() {
        if counts(it) {
            outcome = outcome.join(one(case, body, it, at.index(n), probe).unwrap_or_else(|it| it));
        }
    }
    Ok(outcome)
}

fn one(
    case: &ItemCase<'_>,
    body: Body,
    departure: &Departure,
    at: Path,
    probe: &mut Probe<'_>,
) -> Answer {
    if departure.on.order(case.sitting.meeting.held_on) == Some(Ordering::Less) {
        // Nothing can depart from what was not yet decided.
        return Ok(probe.lack(Missing::Contradiction(at.field(field!("on")))));
    }
    let authority = probe.need(&departure.authority, || at.field(field!("authority")))?;
    match authority {
        Some(Authority::OnePerson) => {}
        // A new decision of the body, a superior's decision, the answer to a referral.
        Some(_) => return Ok(Outcome::Compliant),
        None => return Ok(probe.unknown(at.field(field!("authority")))),
    }
    let what = match departure.kind {
        DepartureKind::Changed => Overruled::Changed,
        DepartureKind::SetAside => Overruled::SetAside,
        DepartureKind::NotCarriedOut => Overruled::NotCarriedOut,
        DepartureKind::DeclaredOtherwise => Overruled::DeclaredOtherwise,
    };
    // In the committee the chief procurator's departure is CMT005's; a false result counts here only on the
    // principal's word.
    if body == Body::ProcuratorialCommittee || what == Overruled::DeclaredOtherwise {
        let person = probe.need(&departure.person, || at.field(field!("person")))?;
        let Some(person) = person else { return Ok(probe.unknown(at.field(field!("person")))) };
        let cx = &case.sitting.cx;
        let records = cx.dossier.records();
        let principal =
            cx.dossier.index().members_on(records, body, departure.on.day()).any(|(n, role)| {
                role == MemberRole::Principal && cx.person_id(n) == Some(person.as_str())
            });
        let counts = if body == Body::ProcuratorialCommittee { !principal } else { principal };
        if !counts {
            return Ok(Outcome::Compliant);
        }
    }
    if what == Overruled::DeclaredOtherwise {
        let vote = probe.need(&case.item.vote, || case.at().field(field!("vote")))?;
        let Some((carried, ..)) = collective::carried(case, vote, probe)? else {
            return Ok(Outcome::Undetermined);
        };
        let adopted = case.item.result == Fact::Known(ItemResult::Adopted);
        if carried == adopted {
            return Ok(probe.lack(Missing::Contradiction(at.field(field!("kind")))));
        }
    }
    Ok(probe.breach_with(at, Breach::OneMan { what }, |it| {
        it.day = departure.on.day();
        it.also.push(case.at().field(field!("result")));
        if let Fact::Known(person) = &departure.person {
            it.who = Some(person.as_str().into());
        }
    }))
}

fn check_decision(case: &DecisionCase<'_>, probe: &mut Probe<'_>) -> Answer {
    let decision = case.decision;
    let alone = decision.form != Fact::Known(DecisionForm::PartyGroupMeeting);
    probe.reach(alone, Why::OtherKind)?;
    let at = || case.at.field(field!("matter"));
    let major = || major(case.matter(), &decision.matter, at, case.parameters, probe);
    let needed = needed(&decision.emergency, case.day(), &case.cx, major)?;
    probe.reach(needed, Why::OtherKind)?;
    probe.need(&decision.form, || case.at.field(field!("form")))?;
    refused(case.at, &decision.emergency, probe)
}

/// Whether there may have been an emergency decision that needed the competent body's answer.
fn needed(
    emergency: &Fact<Emergency>,
    decided: NaiveDate,
    cx: &Context<'_>,
    major: impl FnOnce() -> Result<Major, Outcome>,
) -> Result<bool, Outcome> {
    if emergency.is_absent() || decided < cx.policy.measures_from() {
        return Ok(false);
    }
    Ok(major()? == Major::Yes)
}

/// An emergency decision that the competent body refused and that was carried out all the same.
fn refused(at: Path, emergency: &Fact<Emergency>, probe: &mut Probe<'_>) -> Answer {
    let at = at.field(field!("emergency"));
    let Some(it) = probe.need(emergency, || at)? else {
        return Ok(probe.not_applicable(Why::OtherKind));
    };
    match probe.need(&it.answer, || at.field(field!("answer")))? {
        Some(Reply::Refused) => {}
        Some(Reply::Approved) => return Ok(Outcome::Compliant),
        None => return Ok(probe.not_applicable(Why::NotDecided)),
    }
    let done = at.field(field!("carried_out_after_refusal"));
    Ok(match probe.need(&it.carried_out_after_refusal, || done)? {
        Some(true) => {
            let breach = Breach::OneMan { what: Overruled::CarriedOutAfterRefusal };
            probe.breach_with(done, breach, |it| it.also.push(at.field(field!("answer"))))
        }
        Some(false) | None => Outcome::Compliant,
    })
}
