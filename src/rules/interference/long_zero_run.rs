//! 长期零报告: a signal, no more.

use super::BASE;
use crate::{
    dossier::ReturnIndex,
    finding::{Breach, Missing, Why},
    law::{
        cite,
        instruments::{INTERFERENCE_RECORDING_RULES_2019, MEASURES},
    },
    norm::{Norm, Words, code},
    outcome::{Modality, Outcome, Severity},
    path::{Path, field},
    rule::{Answer, Checks, Context, DepartmentCase, Part, Probe, Rule},
    time::{DateRange, NaiveDate},
};

/// 长期零报告: a signal, no more.
#[doc(alias = "长期零报告")]
pub(super) static RULE: Rule = Rule {
    norm: Norm {
        code: code!("ITV009"),
        slug: "long-zero-run",
        title: Words { zh: "长期零报告提示", en: "A long run of zero returns" },
        gist: Words {
            zh: "部门连续多月零报告的，提示了解情况；仅为提示，不表明存在问题。",
            en: "Zero returns of one department for months running are a signal to ask, and no more.",
        },
        cites: &[cite!(MEASURES, clause "2.4.1"), INTERFERENCE_RECORDING_RULES_2019.whole()],
        modality: Modality::Should,
        severity: Severity::Advisory,
        remedy: Words { zh: "了解情况", en: "ask how that comes" },
        parameters: &["long_zero_run_months"],
        ..BASE
    },
    checks: Checks { department: Some(check), by_own_day: true, ..Checks::NONE },
};

fn check(case: &DepartmentCase<'_>, probe: &mut Probe<'_>) -> Answer {
    let cx = &case.cx;
    let (first, records) = (cx.policy.measures_from(), &cx.dossier.records().monthly_returns);
    let all = cx.dossier.index().returns_of_department(case.place);
    let judged = |it: &&ReturnIndex| first <= it.submitted_on && it.submitted_on <= cx.as_of;
    let (mut run, mut reported) = (None::<Run>, false);
    for of_month in all.chunk_by(|a, b| a.month == b.month) {
        let Some(filed) = of_month.iter().find(judged) else { continue };
        // What was corrected later counts as well.
        let filings = of_month.iter().filter(judged);
        let counts =
            filings.filter_map(|it| Some((it, records.get(it.place as usize)?.approaches)));
        reported = true;
        // A missing month breaks the run.
        if run.as_ref().is_some_and(|it| it.last != previous(filed.month)) {
            tell(run.take(), cx, probe);
        }
        if counts.clone().any(|it| it.1.known().is_some_and(|n| *n > 0)) {
            tell(run.take(), cx, probe);
            continue;
        }
        let it = run.get_or_insert_with(|| Run::from(filed.month));
        it.last = filed.month;
        it.months += 1;
        it.surely += 1;
        for (filing, _) in counts.filter(|it| it.1.is_unknown()) {
            it.surely = 0;
            let at = Path::ROOT.field(field!("monthly_returns")).index(filing.place as usize);
            it.open.push(at.field(field!("approaches")));
        }
        let setting = &cx.policy.on(filed.submitted_on).long_zero_run_months;
        let Some(asked) = setting.value else {
            it.unset = Some(setting.field);
            continue;
        };
        if it.surely >= asked.max(1) {
            it.longest = it.longest.max(Some((it.surely, filed.submitted_on, filed.place)));
        }
        it.reached |= it.months >= asked.max(1);
    }
    tell(run, cx, probe);
    probe.reach(reported, Why::NothingToRecord)?;
    Ok(Outcome::Compliant)
}

/// Months running of which no return tells of an approach.
struct Run {
    first: (u32, u32),
    last: (u32, u32),
    months: u32,
    /// So many of the last of them surely told of none.
    surely: u32,
    longest: Option<(u32, NaiveDate, u32)>,
    /// Whether they may be as many as are asked.
    reached: bool,
    open: Vec<Path>,
    unset: Option<&'static str>,
}

impl Run {
    const fn from(first: (u32, u32)) -> Self {
        Self {
            first,
            last: first,
            months: 0,
            surely: 0,
            longest: None,
            reached: false,
            open: Vec::new(),
            unset: None,
        }
    }

    /// Its first day, by which it is told apart: it may still grow.
    fn since(&self) -> Option<DateRange> {
        let (year, month) = self.first;
        Some(DateRange::since(NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, 1)?))
    }
}

/// Opens a run that is long enough, or may be.
fn tell(run: Option<Run>, cx: &Context<'_>, probe: &mut Probe<'_>) {
    let Some(it) = run else { return };
    let Some(since) = it.since() else { return };
    if it.longest.is_none() && it.unset.is_none() && !it.reached {
        return;
    }
    probe.subject(Part::of_period(since), |probe| {
        if let Some((months, day, place)) = it.longest {
            probe.hinge(&cx.policy.on(day).long_zero_run_months);
            let at = Path::ROOT.field(field!("monthly_returns")).index(place as usize);
            return Ok(probe.breach_with(at, Breach::ZeroRun { months }, |it| it.day = day));
        }
        if let Some(field) = it.unset {
            return Err(probe.lack(Missing::Policy(field)));
        }
        let open = it.open.into_iter();
        Ok(open.fold(Outcome::Undetermined, |all, at| all.join(probe.unknown(at))))
    });
}

/// The month before.
const fn previous((year, month): (u32, u32)) -> (u32, u32) {
    if month <= 1 { (year.saturating_sub(1), 12) } else { (year, month - 1) }
}
