//! 不得利用职权: no act of the holder favours a relative's business.

use super::{BASE, ties};
use crate::{
    facts::{Fact, Favour, KinSet},
    finding::{Breach, Missing, Why},
    law::{cite, instruments::MEASURES},
    norm::{Norm, Words, code},
    outcome::{Modality, Outcome, Severity},
    path::field,
    rule::{Answer, Checks, HouseholdCase, Part, Probe, Rule},
};

/// 不得利用职权: no act of the holder favours a relative's business.
#[doc(alias = "利用职权谋利")]
pub(super) static RULE: Rule = Rule {
    norm: Norm {
        code: code!("BIZ013"),
        slug: "no-use-of-office",
        title: Words { zh: "不得利用职权为亲属经营谋利", en: "No use of office" },
        gist: Words {
            zh: "领导干部不得利用职权或者影响力为亲属的经营活动谋利；须经认定。",
            en: "No act of the holder favours a relative's business; what is only suspected is not decided.",
        },
        cites: &[cite!(MEASURES, clause "2.5.2"), cite!(MEASURES, clause "2.5.3")],
        modality: Modality::MustNot,
        severity: Severity::Serious,
        remedy: Words { zh: "依规核查处理", en: "have it looked into as the rules provide" },
        ..BASE
    },
    checks: Checks { household: Some(check), by_own_day: true, ..Checks::NONE },
};

fn check(case: &HouseholdCase<'_>, probe: &mut Probe<'_>) -> Answer {
    let at = case.at.field(field!("favours"));
    let favours = probe.need(&case.household.favours, || at)?.map_or(&[][..], Vec::as_slice);
    let (first, as_of) = (case.cx.policy.measures_from(), case.cx.as_of);
    for (n, it) in favours.iter().enumerate().filter(|it| (first..=as_of).contains(&it.1.on.0)) {
        let at = at.index(n);
        probe.subject(Part::at(at).on(it.on.0), |probe| {
            Ok(match it.established {
                Fact::Known(true) => {
                    let is_kin = is_relatives(case, it, probe)?;
                    probe.reach(is_kin, Why::NotInSet)?;
                    probe.breach_with(at, Breach::Prohibited, |violation| {
                        violation.who = Some(case.household.holder.as_str().into());
                    })
                }
                // Looked into, and not so.
                Fact::Known(false) => Outcome::Compliant,
                Fact::Absent => probe.lack(Missing::Suspected(at.field(field!("established")))),
                Fact::Unknown => probe.unknown(at.field(field!("established"))),
            })
        });
    }
    Ok(probe.unless_opened(Why::NothingToRecord))
}

/// Whether the interest that was favoured is a relative's on the day of the act.
///
/// # Errors
///
/// `Undetermined` where kinship is not on record, and where it is only suspected that the interest is the relative's.
fn is_relatives(
    case: &HouseholdCase<'_>,
    favour: &Favour,
    probe: &mut Probe<'_>,
) -> Result<bool, Outcome> {
    let own = case.household.interests.elements();
    let Some(n) = own.iter().position(|it| it.id == favour.interest) else {
        // Of another household of the dossier.
        return Ok(true);
    };
    let (set, day) = (KinSet::PostingAvoidance, favour.on.0);
    if ties::relation(case, case.owner(n), day, set, probe)?.is_none() {
        return Ok(false);
    }
    if own.get(n).is_some_and(ties::is_suspected) {
        let at = case.at.field(field!("interests")).index(n).field(field!("held"));
        return Err(probe.lack(Missing::Suspected(at)));
    }
    Ok(true)
}
