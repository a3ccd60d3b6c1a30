//! 长期零报告: a signal, no more.

use super::BASE;
use crate::{
    facts::index::ReturnIndex,
    finding::{Breach, Missing, Why},
    law::{
        cite,
        instruments::{INTERFERENCE_RECORDING_RULES_2019, MEASURES},
    },
    norm::{Norm, Words, code},
    outcome::{Modality, Outcome, Severity},
    path::Path,
    rule::{Answer, Checks, DepartmentCase, Probe, Rule},
    time::NaiveDate,
};

/// 长期零报告: a signal, no more.
#[doc(alias = "长期零报告")]
pub static RULE: Rule = Rule {
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
    let (mut run, mut surely, mut before) = (0u32, 0u32, None);
    let (mut reported, mut reached) = (false, false);
    let (mut open, mut unset) = (Vec::new(), None);
    let mut longest: Option<(u32, NaiveDate, u32)> = None;
    for of_month in all.chunk_by(|a, b| a.month == b.month) {
        let Some(filed) = of_month.iter().find(judged) else { continue };
        // What was corrected later counts as well.
        let filings = of_month.iter().filter(judged);
        let counts =
            filings.filter_map(|it| Some((it, records.get(it.place as usize)?.approaches)));
        reported = true;
        // A missing month breaks the run.
        if before != Some(previous(filed.month)) {
            (run, surely) = (0, 0);
        }
        before = Some(filed.month);
        if counts.clone().any(|it| it.1.known().is_some_and(|n| *n > 0)) {
            (run, surely) = (0, 0);
            continue;
        }
        run += 1;
        surely += 1;
        for (it, _) in counts.filter(|it| it.1.is_unknown()) {
            surely = 0;
            let at = Path::ROOT.field("monthly_returns").index(it.place as usize);
            open.push(at.field("approaches"));
        }
        let setting = &cx.policy.on(filed.submitted_on).long_zero_run_months;
        let Some(asked) = setting.value else {
            unset = Some(setting.field);
            continue;
        };
        if surely >= asked.max(1) {
            longest = longest.max(Some((surely, filed.submitted_on, filed.place)));
        }
        reached |= run >= asked.max(1);
    }
    probe.reach(reported, Why::NothingToRecord)?;
    if let Some((months, day, place)) = longest {
        probe.hinge(&cx.policy.on(day).long_zero_run_months);
        let at = Path::ROOT.field("monthly_returns").index(place as usize);
        return Ok(probe.breach_with(at, Breach::ZeroRun { months }, |it| it.day = day));
    }
    if let Some(field) = unset {
        return Ok(probe.lack(Missing::Policy(field)));
    }
    if reached {
        return Ok(open
            .into_iter()
            .fold(Outcome::Undetermined, |all, at| all.join(probe.unknown(at))));
    }
    Ok(Outcome::Compliant)
}

/// The month before.
const fn previous((year, month): (u32, u32)) -> (u32, u32) {
    if month <= 1 { (year.saturating_sub(1), 12) } else { (year, month - 1) }
}
