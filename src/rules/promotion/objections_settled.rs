//! 公示反映的问题查清: objections are concluded before the appointment.

use super::{BASE, process};
use crate::{
    facts::Fact,
    finding::{Breach, Why},
    law::instruments::{APPOINTMENT_REGULATIONS, MEASURES},
    norm::{Code, Norm, Words},
    outcome::{Outcome, Severity},
    rule::{Answer, Checks, Probe, PromotionCase, Rule},
};

pub(super) static RULE: Rule = Rule {
    norm: Norm {
        code: Code::new("PRM019"),
        slug: "objections-settled",
        title: Words {
            zh: "公示反映的问题在任职前查清", en: "Objections are settled"
        },
        gist: Words {
            zh: "公示期间反映的问题须在任职前有结论。",
            en: "An objection raised in the notice has a conclusion before the appointment.",
        },
        cites: &[MEASURES.clause("2.6.2"), APPOINTMENT_REGULATIONS.whole()],
        severity: Severity::Serious,
        remedy: Words { zh: "查清并作出结论", en: "look into it and conclude" },
        ..BASE
    },
    checks: Checks { promotion: Some(check), by_own_day: true, ..Checks::NONE },
};

fn check(case: &PromotionCase<'_>, probe: &mut Probe<'_>) -> Answer {
    let at = case.at.field("notice");
    // Without a notice PRM018 answers.
    let Some(notice) = probe.need(&case.promotion.notice, || at)? else {
        return Ok(probe.not_applicable(Why::OtherRule));
    };
    let at = at.field("objections");
    let objections = probe.need(&notice.objections, || at)?.map_or(&[][..], Vec::as_slice);
    let appointed = process::appointed(case);
    let mut outcome = Outcome::Compliant;
    for (n, it) in objections.iter().enumerate().filter(|it| it.1.raised_on.0 <= case.cx.as_of) {
        let at = at.index(n).field("concluded_on");
        let concluded = match it.concluded_on {
            Fact::Known(day) if day.0 > case.cx.as_of => Fact::Absent,
            other => other,
        };
        outcome = outcome.join(match (concluded, appointed) {
            (Fact::Unknown, _) => probe.unknown(at),
            (Fact::Known(day), Fact::Known(on)) if day.0 <= on.day() => Outcome::Compliant,
            (Fact::Known(_), Fact::Absent) => Outcome::Compliant,
            (Fact::Absent, Fact::Absent) => probe.pending(at, None),
            (_, Fact::Unknown) => probe.unknown(case.at.field("appointed_on")),
            (_, Fact::Known(on)) if on.day() < case.cx.policy.measures_from() => {
                probe.not_applicable(Why::NotInForce)
            }
            (done, Fact::Known(on)) => {
                let done = done.known().map(|day| day.0);
                probe.breach_with(at, Breach::Late { due: on.day(), done }, |it| it.day = on.day())
            }
        });
    }
    Ok(outcome)
}
