//! 如实报告: what registers show stands in the declaration.

use super::{BASE, ties};
use crate::{
    facts::{DeclaredInterest, Fact, KinSet},
    finding::{Breach, Missing, Why},
    law::{
        cite,
        instruments::{MEASURES, PERSONAL_MATTERS_VERIFICATION_RULES},
    },
    norm::{Norm, Words, code},
    outcome::{Outcome, Severity},
    path::Path,
    rule::{Answer, Checks, InterestCase, Probe, Rule},
    time::NaiveDate,
};

/// 如实报告: what registers show stands in the declaration.
#[doc(alias = "瞒报")]
#[doc(alias = "漏报")]
pub static RULE: Rule = Rule {
    norm: Norm {
        code: code!("BIZ003"),
        slug: "declared-truthfully",
        title: Words { zh: "如实报告", en: "Declared truthfully" },
        gist: Words {
            zh: "登记所示的亲属经商办企业情况须如实列入当时有效的报告；未列入的拟认定瞒报，少列的拟认定漏报，由人工确认。",
            en: "What registers show of a relative's business stands in the declaration of the year, and no smaller; what is omitted or understated is proposed for a person to confirm.",
        },
        cites: &[cite!(MEASURES, clause "2.5.1"), PERSONAL_MATTERS_VERIFICATION_RULES.whole()],
        severity: Severity::Serious,
        remedy: Words { zh: "核实并由人工认定", en: "have a person look into it" },
        ..BASE
    },
    checks: Checks { interest: Some(check), by_own_day: true, ..Checks::NONE },
};

fn check(case: &InterestCase<'_>, probe: &mut Probe<'_>) -> Answer {
    let household = case.household.household;
    let at = case.household.at.field("declarations");
    // Without a declaration BIZ001 answers.
    let Some(declarations) = probe.need(&household.declarations, || at)? else {
        return Ok(probe.not_applicable(Why::OtherRule));
    };
    let mut outcome = Outcome::NotApplicable;
    for (n, it) in declarations.iter().enumerate() {
        let at = at.index(n);
        if it.declared_on.0 < case.cx().policy.measures_from() || it.declared_on.0 > case.cx().as_of
        {
            continue;
        }
        // A yearly declaration tells how things stood on the last day of its year; one of a change, what it lists.
        let day = match it.year.and_then(|year| i32::try_from(year).ok()) {
            Some(year) => match NaiveDate::from_ymd_opt(year, 12, 31) {
                Some(end) => end.min(it.declared_on.0),
                None => continue,
            },
            None => it.declared_on.0,
        };
        outcome = outcome.join(match &it.entries {
            Fact::Unknown => probe.unknown(at.field("entries")),
            Fact::Known(_) | Fact::Absent => {
                let entries = at.field("entries");
                let entry = case
                    .entry_in(n)
                    .and_then(|(k, alone)| Some((k, it.entries.elements().get(k)?, alone)));
                match entry {
                    Some((k, entry, true)) => stated(case, entry, day, entries.index(k), probe),
                    // Listed twice, it says two things.
                    Some((k, _, false)) => probe.lack(Missing::Contradiction(entries.index(k))),
                    None if it.year.is_some() => {
                        listed(case, day, at, probe).unwrap_or_else(|it| it)
                    }
                    None => Outcome::NotApplicable,
                }
            }
        });
    }
    if outcome == Outcome::NotApplicable {
        return Ok(probe.not_applicable(Why::NothingToRecord));
    }
    Ok(outcome)
}

/// Not listed: omitted where it lasted that day and is a relative's that has to be declared.
fn listed(case: &InterestCase<'_>, day: NaiveDate, at: Path, probe: &mut Probe<'_>) -> Answer {
    if ties::relation(case.household, Some(case.owner), day, KinSet::PersonalMatters, probe)?
        .is_none()
    {
        return Ok(Outcome::NotApplicable);
    }
    let at_interest = case.at();
    Ok(match ties::lasted(case.interest, at_interest, (day, day)) {
        ties::Lasted::No => Outcome::NotApplicable,
        ties::Lasted::Open(at) => probe.unknown(at),
        ties::Lasted::Yes(_) if ties::is_suspected(case.interest) => {
            probe.lack(Missing::Suspected(at_interest.field("held")))
        }
        ties::Lasted::Yes(_) => probe.breach_with(at_interest, Breach::Undeclared, |it| {
            it.day = day;
            it.also.push(at);
            it.who = Some(case.household.household.holder.as_str().into());
        }),
    })
}

/// Listed: understated where the register shows more on that day.
fn stated(
    case: &InterestCase<'_>,
    entry: &DeclaredInterest,
    day: NaiveDate,
    at: Path,
    probe: &mut Probe<'_>,
) -> Outcome {
    match ties::lasted(case.interest, case.at(), (day, day)) {
        ties::Lasted::No => return Outcome::NotApplicable,
        ties::Lasted::Open(at) => return probe.unknown(at),
        ties::Lasted::Yes(_) => {}
    }
    probe.set_day(day);
    let it = case.interest;
    let (share, shown) = (widen(entry.share_permille), widen(it.share_permille));
    let share = understated(case, share, shown, "share_permille", at, probe);
    share.join(understated(case, entry.amount_fen, it.amount_fen, "amount_fen", at, probe))
}

fn widen(fact: Fact<u32>) -> Fact<u64> {
    match fact {
        Fact::Known(it) => Fact::Known(u64::from(it)),
        Fact::Absent => Fact::Absent,
        Fact::Unknown => Fact::Unknown,
    }
}

fn understated(
    case: &InterestCase<'_>,
    declared: Fact<u64>,
    found: Fact<u64>,
    key: &'static str,
    at: Path,
    probe: &mut Probe<'_>,
) -> Outcome {
    let found = match found {
        Fact::Known(found) => found,
        // The register states none.
        Fact::Absent => return Outcome::Compliant,
        Fact::Unknown => return probe.unknown(case.at().field(key)),
    };
    let declared = match declared {
        Fact::Known(declared) => declared,
        Fact::Absent => 0,
        Fact::Unknown => return probe.unknown(at.field(key)),
    };
    if declared >= found {
        return Outcome::Compliant;
    }
    probe.breach_with(at.field(key), Breach::Understated { declared, found }, |it| {
        it.also.push(case.at().field(key));
        it.who = Some(case.household.household.holder.as_str().into());
    })
}
