//! 不得列为考察对象: no bar applies on the first day of the inspection.

use std::ops::ControlFlow;

use chrono::Datelike as _;

use super::{BASE, process};
use crate::{
    facts::{
        Appraisal, AppraisalGrade, Bars, Fact, FamilyAbroad, Person, Rank, Sanction, SanctionKind,
    },
    finding::{Bar, Breach, Hinge, Missing, Why},
    law::{
        cite,
        instruments::{
            APPOINTMENT_REGULATIONS, CIVIL_SERVANTS_LAW, GOVERNMENT_SANCTIONS_LAW, MEASURES,
        },
    },
    norm::{Norm, Words, code},
    outcome::{Modality, Outcome, Severity},
    path::{Path, field},
    policy::{Parameters, Setting},
    rule::{Answer, Checks, Probe, PromotionCase, Rule},
    time::{NaiveDate, add_months},
};

/// 不得列为考察对象: no bar applies on the first day of the inspection.
#[doc(alias = "不得列为考察对象")]
#[doc(alias = "影响期")]
pub(super) static RULE: Rule = Rule {
    norm: Norm {
        code: code!("PRM011"),
        slug: "no-bar",
        title: Words { zh: "无不得列为考察对象的情形", en: "No bar" },
        gist: Words {
            zh: "考察首日，候选人无不得列为考察对象的情形：上一年年度考核基本称职以下、处分处理影响期未满、配偶或子女移居国（境）外等。",
            en: "On the first day of the inspection no bar applies to the candidate: a low grade of the last appraisal, a measure whose bar still runs, a family that has emigrated, and the like.",
        },
        cites: &[
            cite!(MEASURES, clause "2.6.2"),
            APPOINTMENT_REGULATIONS.whole(),
            cite!(GOVERNMENT_SANCTIONS_LAW, article 8),
            cite!(CIVIL_SERVANTS_LAW, article 64),
        ],
        modality: Modality::MustNot,
        severity: Severity::Serious,
        remedy: Words {
            zh: "不列为考察对象，已考察的停止程序",
            en: "do not inspect the candidate; stop a case that went on",
        },
        parameters: &[
            "appraisal_bar_years",
            "bar_months_admonition",
            "bar_months_party_warning",
            "bar_months_serious_party_warning",
            "bar_months_removal_from_party_posts",
            "bar_months_after_party_probation",
            "bar_months_official_warning",
            "bar_months_demerit",
            "bar_months_serious_demerit",
            "bar_months_grade_reduction",
            "bar_months_dismissal",
            "bar_months_ordered_resignation",
            "bar_months_ordered_resignation_above",
            "bar_months_demotion",
            "bar_months_disqualification",
        ],
        ..BASE
    },
    checks: Checks { promotion: Some(check), by_own_day: true, ..Checks::NONE },
};

fn check(case: &PromotionCase<'_>, probe: &mut Probe<'_>) -> Answer {
    let at = case.at.field(field!("inspection"));
    // Without an inspection PRM022 answers.
    let Some(inspection) = probe.need(&case.promotion.inspection, || at)? else {
        return Ok(probe.not_applicable(Why::OtherRule));
    };
    let day = inspection.started_on.day();
    probe.reach(day <= case.cx.as_of, Why::AfterAsOf)?;
    process::binds(case, day, probe)?;
    let Some((person, at)) = case.candidate() else { return Ok(probe.unknown(at)) };
    let parameters = case.cx.policy.on(day);
    let graded = appraisals(person, at, day, parameters, probe);
    let sanctioned = sanctions(case, person, at, day, probe);
    let other = other_bars(case, day, probe);
    let plain = |answer: Answer| answer.unwrap_or_else(|outcome| outcome);
    Ok(plain(graded).join(plain(sanctioned)).join(plain(other)))
}

/// The grades of the years that count.
fn appraisals(
    person: &Person,
    at: Path,
    day: NaiveDate,
    parameters: &Parameters,
    probe: &mut Probe<'_>,
) -> Answer {
    let at = at.field(field!("appraisals"));
    let appraisals = match &person.appraisals {
        Fact::Known(appraisals) => appraisals,
        Fact::Absent => return Ok(Outcome::Compliant),
        Fact::Unknown => return Ok(probe.unknown(at)),
    };
    let setting = &parameters.appraisal_bar_years;
    let years = *probe.setting(setting)?;
    let last = u32::try_from(day.year() - 1).unwrap_or(0);
    // No career is longer.
    let first = last.saturating_sub(years.min(100));
    let mut outcome = Outcome::Compliant;
    for year in (first + 1..=last).rev() {
        outcome = outcome.join(appraisal(appraisals, year, at, day, setting, probe));
    }
    Ok(outcome)
}

fn appraisal(
    appraisals: &[Appraisal],
    year: u32,
    at: Path,
    day: NaiveDate,
    setting: &Setting<u32>,
    probe: &mut Probe<'_>,
) -> Outcome {
    let of_year = || appraisals.iter().enumerate().filter(|it| it.1.year == year);
    let is_low = |grade: &Fact<AppraisalGrade>| {
        grade.known().is_some_and(|it| *it <= AppraisalGrade::BasicallyCompetent)
    };
    let low = of_year().find(|it| is_low(&it.1.grade));
    let open = of_year().find(|it| it.1.grade.is_unknown());
    let fine = of_year().any(|it| !is_low(&it.1.grade) && !it.1.grade.is_unknown());
    match (low, open, fine) {
        (Some((n, _)), _, true) => probe.lack(Missing::Contradiction(at.index(n))),
        (Some((n, it)), None, false) => {
            let grade = it.grade.known().copied().unwrap_or(AppraisalGrade::BasicallyCompetent);
            let breach = Breach::Barred { by: Bar::Appraisal(grade), until: None };
            probe.breach_with(at.index(n).field(field!("grade")), breach, |it| {
                it.day = day;
                it.hinges = vec![Hinge::of(setting)];
            })
        }
        (_, Some((n, _)), _) => probe.unknown(at.index(n).field(field!("grade"))),
        (None, None, true) => Outcome::Compliant,
        // Nobody has said how the year was appraised.
        (None, None, false) => probe.lack(Missing::FullRecord(at)),
    }
}

/// Measures whose bar runs on the day.
fn sanctions(
    case: &PromotionCase<'_>,
    person: &Person,
    at: Path,
    day: NaiveDate,
    probe: &mut Probe<'_>,
) -> Answer {
    let at = at.field(field!("sanctions"));
    let sanctions = probe.need(&person.sanctions, || at)?.map_or(&[][..], Vec::as_slice);
    let mut outcome = Outcome::Compliant;
    for (n, it) in sanctions.iter().enumerate().filter(|it| it.1.imposed_on.0 <= day) {
        let at = at.index(n);
        let still = at.field(field!("still_affects_use"));
        let answer = match (runs(case, it, at, day, probe), it.still_affects_use) {
            (ControlFlow::Break(Outcome::Violated), _) => Outcome::Violated,
            // Whether it still runs may be open: it bars either way.
            (_, Fact::Known(true)) => {
                let breach = Breach::Barred { by: Bar::StillAffectsUse(it.kind), until: None };
                probe.breach_with(still, breach, |it| it.day = day)
            }
            (ControlFlow::Break(outcome), _) => outcome,
            // Run out.
            (ControlFlow::Continue(()), Fact::Known(false) | Fact::Absent) => Outcome::Compliant,
            (ControlFlow::Continue(()), Fact::Unknown) => probe.unknown(still),
        };
        outcome = outcome.join(answer);
    }
    Ok(outcome)
}

/// Whether the bar of a measure runs on a day; goes on where it has run out.
fn runs(
    case: &PromotionCase<'_>,
    sanction: &Sanction,
    at: Path,
    day: NaiveDate,
    probe: &mut Probe<'_>,
) -> ControlFlow<Outcome> {
    let imposed = sanction.imposed_on.0;
    let barred = |until, hinge: Option<Hinge>, probe: &mut Probe<'_>| {
        let breach = Breach::Barred { by: Bar::Sanction(sanction.kind), until };
        ControlFlow::Break(probe.breach_with(at, breach, |it| {
            it.day = day;
            it.hinges.extend(hinge);
        }))
    };
    if let Some(until) = sanction.bar_until {
        return if day <= until.0 { barred(Some(until.0), None, probe) } else { CONTINUE };
    }
    let set = case.cx.policy.on(imposed);
    let by_term = |from, setting: &Setting<u32>, probe: &mut Probe<'_>| {
        let Some(months) = setting.value else {
            return ControlFlow::Break(probe.lack(Missing::Policy(setting.field)));
        };
        // A term that ends beyond all days runs on.
        match add_months(from, months) {
            Some(last) if last < day => CONTINUE,
            last => barred(last, Some(Hinge::of(setting)), probe),
        }
    };
    let setting = match sanction.kind {
        SanctionKind::Admonition => &set.bar_months_admonition,
        SanctionKind::PartyWarning => &set.bar_months_party_warning,
        SanctionKind::SeriousPartyWarning => &set.bar_months_serious_party_warning,
        SanctionKind::RemovalFromPartyPosts => &set.bar_months_removal_from_party_posts,
        SanctionKind::OfficialWarning => &set.bar_months_official_warning,
        SanctionKind::Demerit => &set.bar_months_demerit,
        SanctionKind::SeriousDemerit => &set.bar_months_serious_demerit,
        SanctionKind::GradeReduction => &set.bar_months_grade_reduction,
        SanctionKind::Dismissal => &set.bar_months_dismissal,
        SanctionKind::Demotion => &set.bar_months_demotion,
        SanctionKind::Disqualification => &set.bar_months_disqualification,
        SanctionKind::Other => {
            return ControlFlow::Break(probe.lack(Missing::FullRecord(at)));
        }
        SanctionKind::PartyProbation => {
            let term = &set.bar_months_after_party_probation;
            let surely = term.value.and_then(|months| add_months(imposed, months));
            return match sanction.restored_on {
                Fact::Known(restored) if restored.0 >= day => barred(None, None, probe),
                Fact::Known(restored) => by_term(restored.0, term, probe),
                Fact::Absent => barred(None, None, probe),
                // Restored on the very day it was imposed, the bar would still run.
                Fact::Unknown if surely.is_some_and(|last| day <= last) => {
                    barred(None, Some(Hinge::of(term)), probe)
                }
                Fact::Unknown => ControlFlow::Break(probe.unknown(at.field(field!("restored_on")))),
            };
        }
        SanctionKind::OrderedResignation => {
            return ordered_resignation(case, sanction, at, day, set, probe, by_term);
        }
    };
    by_term(imposed, setting, probe)
}

const CONTINUE: ControlFlow<Outcome> = ControlFlow::Continue(());

/// 责令辞职、免职: a year without any leading post, longer above the former level.
fn ordered_resignation<'p>(
    case: &PromotionCase<'_>,
    sanction: &Sanction,
    at: Path,
    day: NaiveDate,
    set: &Parameters,
    probe: &mut Probe<'p>,
    by_term: impl Fn(NaiveDate, &Setting<u32>, &mut Probe<'p>) -> ControlFlow<Outcome>,
) -> ControlFlow<Outcome> {
    let imposed = sanction.imposed_on.0;
    let rank = |fact: &Fact<Rank>| match fact {
        Fact::Known(rank) => Some(*rank),
        Fact::Absent => Some(Rank::Staff),
        Fact::Unknown => None,
    };
    let target = rank(&case.promotion.target_rank);
    // Who had to resign held a leading post.
    let former = rank(&sanction.rank_before).map(|it| it.max(Rank::DeputySection));
    let above = match (former, target) {
        (_, Some(target)) if target <= Rank::DeputySection => Some(false),
        (Some(former), Some(target)) => Some(target > former),
        _ => None,
    };
    let longer = &set.bar_months_ordered_resignation_above;
    if above == Some(true) {
        if let barred @ ControlFlow::Break(Outcome::Violated) = by_term(imposed, longer, probe) {
            return barred;
        }
    }
    if let ControlFlow::Break(outcome) =
        by_term(imposed, &set.bar_months_ordered_resignation, probe)
    {
        return ControlFlow::Break(outcome);
    }
    let last = longer.value.and_then(|months| add_months(imposed, months));
    match above {
        Some(false) => CONTINUE,
        _ if last.is_some_and(|last| last < day) => CONTINUE,
        Some(true) => by_term(imposed, longer, probe),
        None => ControlFlow::Break(probe.unknown(if former.is_none() {
            at.field(field!("rank_before"))
        } else {
            case.at.field(field!("target_rank"))
        })),
    }
}

/// The bars that the case itself records.
fn other_bars(case: &PromotionCase<'_>, day: NaiveDate, probe: &mut Probe<'_>) -> Answer {
    let at = case.at.field(field!("bars"));
    let Some(bars) = probe.need(&case.promotion.bars, || at)? else {
        return Ok(Outcome::Compliant);
    };
    let named = [
        (field!("political_breach"), &bars.political_breach, Bar::PoliticalBreach),
        (field!("low_acceptance"), &bars.low_acceptance, Bar::LowAcceptance),
        (field!("canvassing"), &bars.canvassing, Bar::Canvassing),
        (field!("other"), &bars.other, Bar::Other),
    ];
    let mut outcome = family(bars, at, day, probe);
    for (name, fact, by) in named {
        outcome = outcome.join(match fact {
            Fact::Known(true) => {
                let breach = Breach::Barred { by, until: None };
                probe.breach_with(at.field(name), breach, |it| it.day = day)
            }
            Fact::Known(false) | Fact::Absent => Outcome::Compliant,
            Fact::Unknown => probe.unknown(at.field(name)),
        });
    }
    Ok(outcome)
}

/// A family that has emigrated, unless the post is a special one.
fn family(bars: &Bars, at: Path, day: NaiveDate, probe: &mut Probe<'_>) -> Outcome {
    if bars.special_post == Fact::Known(true) {
        return Outcome::Compliant;
    }
    let family = match bars.family {
        Fact::Known(it @ (FamilyAbroad::Spouse | FamilyAbroad::AllChildrenNoSpouse)) => it,
        Fact::Known(_) | Fact::Absent => return Outcome::Compliant,
        Fact::Unknown => return probe.unknown(at.field(field!("family"))),
    };
    if bars.special_post.is_unknown() {
        return probe.unknown(at.field(field!("special_post")));
    }
    let breach = Breach::Barred { by: Bar::FamilyAbroad(family), until: None };
    probe.breach_with(at.field(field!("family")), breach, |it| it.day = day)
}
