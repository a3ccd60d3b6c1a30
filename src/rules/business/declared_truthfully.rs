//! 如实报告: what registers show stands in the declaration.

use super::{BASE, ties};
use crate::{
    facts::{Declaration, DeclaredInterest, Fact, KinSet},
    finding::{Breach, Missing, Why},
    law::{
        cite,
        instruments::{MEASURES, PERSONAL_MATTERS_VERIFICATION_RULES},
    },
    norm::{Norm, Words, code},
    outcome::{Outcome, Severity},
    path::{Field, Path, field},
    rule::{Answer, Checks, InterestCase, Part, Probe, Rule},
    time::NaiveDate,
};

/// 如实报告: what registers show stands in the declaration.
#[doc(alias = "瞒报")]
#[doc(alias = "漏报")]
pub(super) static RULE: Rule = Rule {
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
    let at = case.household.at.field(field!("declarations"));
    if household.declarations.is_unknown() {
        // Nobody's whose business had to be declared, whatever the declarations say.
        let kin_known = !case.cx().dossier.records().kinship.is_unknown();
        let is_kin = || ties::ever(case.household, case.owner, KinSet::PersonalMatters);
        probe.reach(!kin_known || is_kin(), Why::NotInSet)?;
    }
    // Without a declaration BIZ001 answers.
    let Some(declarations) = probe.need(&household.declarations, || at)? else {
        return Ok(probe.not_applicable(Why::OtherRule));
    };
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
        probe.subject(Part::at(at).on(day), |probe| {
            let due = due_to_be_declared(case, day, probe)?;
            probe.reach(due, Why::NotInSet)?;
            declared(case, (n, it), day, at, probe)
        });
    }
    Ok(probe.unless_opened(Why::NothingToRecord))
}

/// Whether a declaration lists it, once, and as the register shows it.
fn declared(
    case: &InterestCase<'_>,
    (n, it): (usize, &Declaration),
    day: NaiveDate,
    at: Path,
    probe: &mut Probe<'_>,
) -> Answer {
    let entries = at.field(field!("entries"));
    if it.entries.is_unknown() {
        return Ok(probe.unknown(entries));
    }
    let listed = it.entries.elements();
    let mut these = case.entries_in(n).filter_map(|k| Some((k, listed.get(k)?)));
    Ok(match these.next() {
        Some((k, first)) if these.all(|(_, other)| is_alike(first, other)) => {
            stated(case, first, day, entries.index(k), probe)
        }
        // Listed twice, it says two things.
        Some((k, _)) => probe.lack(Missing::Contradiction(entries.index(k))),
        None if it.year.is_some() => probe.breach_with(case.at(), Breach::Undeclared, |it| {
            it.day = day;
            it.also.push(at);
            it.who = Some(case.household.household.holder.as_str().into());
        }),
        // One of a change tells of nothing that it does not list.
        None => probe.not_applicable(Why::NothingToRecord),
    })
}

/// Whether two entries surely say the same.
fn is_alike(one: &DeclaredInterest, other: &DeclaredInterest) -> bool {
    let known = !one.share_permille.is_unknown() && !one.amount_fen.is_unknown();
    known && one.share_permille == other.share_permille && one.amount_fen == other.amount_fen
}

/// Whether it lasted that day, and is a relative's whose business has to be declared.
fn due_to_be_declared(
    case: &InterestCase<'_>,
    day: NaiveDate,
    probe: &mut Probe<'_>,
) -> Result<bool, Outcome> {
    let lasted = ties::lasted(case.interest, case.at(), (day, day));
    if matches!(lasted, ties::Lasted::No) {
        return Ok(false);
    }
    let set = KinSet::PersonalMatters;
    if ties::relation(case.household, Some(case.owner), day, set, probe)?.is_none() {
        return Ok(false);
    }
    match lasted {
        ties::Lasted::Open(at) => Err(probe.unknown(at)),
        _ if ties::is_suspected(case.interest) => {
            Err(probe.lack(Missing::Suspected(case.at().field(field!("held")))))
        }
        _ => Ok(true),
    }
}

/// Listed: understated where the register shows more on that day.
fn stated(
    case: &InterestCase<'_>,
    entry: &DeclaredInterest,
    day: NaiveDate,
    at: Path,
    probe: &mut Probe<'_>,
) -> Outcome {
    probe.set_day(day);
    let it = case.interest;
    let (share, shown) = (widen(entry.share_permille), widen(it.share_permille));
    let share = understated(case, share, shown, field!("share_permille"), at, probe);
    share.join(understated(case, entry.amount_fen, it.amount_fen, field!("amount_fen"), at, probe))
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
    key: Field,
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
