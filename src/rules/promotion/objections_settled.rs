//! 公示反映的问题查清: objections are concluded before the appointment.

use std::cmp::Ordering;

use super::{BASE, process};
use crate::{
    facts::{Fact, Objection, PublicNotice},
    finding::{Breach, Missing, Why},
    law::{
        cite,
        instruments::{APPOINTMENT_REGULATIONS, MEASURES},
    },
    norm::{Norm, Words, code},
    outcome::{Outcome, Severity},
    path::{Path, field},
    rule::{Answer, Checks, Part, Probe, PromotionCase, Rule},
    time::Moment,
};

/// 公示反映的问题查清: objections are concluded before the appointment.
#[doc(alias = "公示反映的问题在任职前查清")]
pub(super) static RULE: Rule = Rule {
    norm: Norm {
        code: code!("PRM019"),
        slug: "objections-settled",
        title: Words {
            zh: "公示反映的问题在任职前查清", en: "Objections are settled"
        },
        gist: Words {
            zh: "公示期间反映的问题须在任职前有结论。",
            en: "An objection raised in the notice has a conclusion before the appointment.",
        },
        cites: &[cite!(MEASURES, clause "2.6.2"), APPOINTMENT_REGULATIONS.whole()],
        severity: Severity::Serious,
        remedy: Words { zh: "查清并作出结论", en: "look into it and conclude" },
        ..BASE
    },
    checks: Checks { promotion: Some(check), by_own_day: true, ..Checks::NONE },
};

fn check(case: &PromotionCase<'_>, probe: &mut Probe<'_>) -> Answer {
    let at = case.at.field(field!("notice"));
    // Without a notice PRM018 answers.
    let notice = probe.need(&case.promotion.notice, || at)?;
    let Some(notice) = notice.filter(|it| it.from.0 <= case.cx.as_of) else {
        return Ok(probe.not_applicable(Why::OtherRule));
    };
    let at = at.field(field!("objections"));
    let objections = probe.need(&notice.objections, || at)?.map_or(&[][..], Vec::as_slice);
    if objections.is_empty() && notice.from.0 >= case.cx.policy.measures_from() {
        return Ok(Outcome::Compliant);
    }
    let appointed = match process::appointed(case) {
        Fact::Known(on) => Some(on),
        Fact::Absent => None,
        Fact::Unknown => return Ok(probe.unknown(case.at.field(field!("appointed_on")))),
    };
    process::binds(case, appointed.map_or(case.cx.as_of, Moment::day), probe)?;
    // Asked about each that was raised from the first day of the notice on, up to the appointment: which of them were raised after
    // its last day is a fact that may still be filled in, so it decides the outcome and not whether there is a subject.
    let last = appointed.map_or(case.cx.as_of, |on| on.day().min(case.cx.as_of));
    let raised = |it: &&Objection| (notice.from.0..=last).contains(&it.raised_on.0);
    for (n, it) in objections.iter().enumerate().filter(|it| raised(&it.1)) {
        let at = at.index(n);
        probe.subject(Part::at(at).on(it.raised_on.0), |probe| {
            Ok(settled(case, (notice, it), appointed, at.field(field!("concluded_on")), probe))
        });
    }
    // Where none was raised there was nothing to settle.
    Ok(Outcome::Compliant)
}

fn settled(
    case: &PromotionCase<'_>,
    (notice, it): (&PublicNotice, &Objection),
    appointed: Option<Moment>,
    at: Path,
    probe: &mut Probe<'_>,
) -> Outcome {
    if it.concluded_on.known().is_some_and(|on| on.day() < it.raised_on.0) {
        return probe.lack(Missing::Contradiction(at));
    }
    // Raised after the notice had ended: nothing of this rule.
    if notice.until.known().is_some_and(|until| until.0 < it.raised_on.0) {
        return Outcome::Compliant;
    }
    if notice.until.is_unknown() && it.raised_on.0 != notice.from.0 {
        let settled = it.concluded_on.known().is_some_and(|done| {
            appointed.is_none_or(|on| done.order(on) == Some(Ordering::Less))
                && done.day() <= case.cx.as_of
        });
        return if settled {
            Outcome::Compliant
        } else {
            probe.unknown(case.at.field(field!("notice")).field(field!("until")))
        };
    }
    let concluded = process::by_now(case, it.concluded_on);
    let concluded = probe.need(&concluded, || at).map(Option::<&_>::copied);
    match (concluded, appointed) {
        (Err(outcome), _) => outcome,
        (Ok(Some(_)), None) => Outcome::Compliant,
        (Ok(None), None) => probe.pending(at, None),
        (Ok(done), Some(on)) => match done.map(|done| done.order(on)) {
            Some(Some(Ordering::Less | Ordering::Equal)) => Outcome::Compliant,
            Some(None) => probe.lack(Missing::TimeOfDay(at)),
            Some(Some(Ordering::Greater)) | None => {
                let breach = Breach::Late { due: on.day(), done: done.map(Moment::day) };
                probe.breach_with(at, breach, |it| it.day = on.day())
            }
        },
    }
}
