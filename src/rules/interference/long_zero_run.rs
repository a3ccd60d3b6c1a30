//! 长期零报告: a signal, no more.

use super::BASE;
use crate::{
    facts::Fact,
    finding::{Breach, Why},
    law::{
        cite,
        instruments::{INTERFERENCE_RECORDING_RULES_2019, MEASURES},
    },
    norm::{Norm, Words, code},
    outcome::{Modality, Outcome, Severity},
    path::Path,
    rule::{Answer, Checks, DepartmentCase, Probe, Rule},
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
    let all = cx.dossier.index().returns_of_department(case.place).iter();
    let judged = all.filter(|it| first <= it.submitted_on && it.submitted_on <= cx.as_of);
    let (mut run, mut surely, mut before) = (0u32, 0u32, None);
    let (mut reported, mut most, mut most_surely) = (false, None, None);
    let mut open = Vec::new();
    for it in judged {
        let Some(filed) = records.get(it.place as usize) else { continue };
        if before == Some(it.month) {
            continue;
        }
        reported = true;
        let at = Path::ROOT.field("monthly_returns").index(it.place as usize);
        // A missing month breaks the run.
        if before != Some(previous(it.month)) {
            (run, surely) = (0, 0);
        }
        before = Some(it.month);
        (run, surely) = match filed.approaches {
            Fact::Known(0) | Fact::Absent => (run + 1, surely + 1),
            Fact::Known(_) => (0, 0),
            Fact::Unknown => {
                open.push(at.field("approaches"));
                (run + 1, 0)
            }
        };
        most = most.max(Some((run, it.submitted_on)));
        if surely > 0 {
            most_surely = most_surely.max(Some((surely, it.submitted_on, it.place)));
        }
    }
    probe.reach(reported, Why::NothingToRecord)?;
    let asked = *probe.setting(&cx.policy.on(cx.as_of).long_zero_run_months)?;
    probe.hinge(&cx.policy.on(cx.as_of).long_zero_run_months);
    if let Some((months, day, place)) = most_surely.filter(|it| it.0 >= asked.max(1)) {
        let at = Path::ROOT.field("monthly_returns").index(place as usize);
        return Ok(probe.breach_with(at, Breach::ZeroRun { months }, |it| it.day = day));
    }
    if most.is_some_and(|it| it.0 >= asked.max(1)) {
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
