//! 化整为零: a large sum is not split to stay below the threshold.

use super::BASE;
use crate::{
    facts::index::{Decided, PaymentGroups},
    finding::{Breach, Missing, Why},
    law::{Unchecked, instruments::MEASURES},
    norm::{Code, Norm, Words},
    outcome::{Modality, Outcome, Severity},
    path::Path,
    rule::{Answer, Checks, PaymentCase, Probe, Rule},
    time::NaiveDate,
};

#[doc(alias = "化整为零")]
pub(super) static RULE: Rule = Rule {
    norm: Norm {
        code: Code::new("MTG023"),
        slug: "no-splitting",
        title: Words { zh: "不得化整为零规避集体决策", en: "No splitting" },
        gist: Words {
            zh: "同一项目或收款方在规定时段内的多笔付款各低于大额标准而合计达到的，须有党组决定。",
            en: "Payments of one project or payee within the set window, each below the threshold of its day and together at or above that of the last day, have a decision of the Party group.",
        },
        cites: &[MEASURES.clause("2.2.2")],
        modality: Modality::MustNot,
        severity: Severity::Serious,
        remedy: Words {
            zh: "合并提交党组会议研究，核查拆分原因",
            en: "put the sum before the Party group and look into why it was split",
        },
        parameters: &["large_sum_threshold_fen", "splitting_window_days"],
        unchecked: &[Unchecked {
            zh: "通过关联收款方拆分",
            en: "splitting over payees that are linked to one another",
        }],
        ..BASE
    },
    checks: Checks { payment: Some(check), ..Checks::NONE },
};

/// The subject is the last payment of a window: together with those before it, it reaches the threshold or does not.
fn check(case: &PaymentCase<'_>, probe: &mut Probe<'_>) -> Answer {
    let index = case.cx.dossier.index();
    let own = index.decided.get(case.number).copied().unwrap_or(Decided::Unknown);
    if own == Decided::Yes {
        return Ok(Outcome::Compliant);
    }
    let first = case.cx.policy.measures_from();
    let window = case.parameters.splitting_window_days.value;
    // A window of N days holds a difference of N.
    let from = match window {
        Some(days) => back(case.payment.paid_on.0, days).max(first),
        None => first,
    };
    let most = most(case, from);
    let amount = u128::from(case.payment.amount_fen);
    let threshold = case.parameters.large_sum_threshold_fen.value;
    match threshold {
        Some(threshold) if amount >= u128::from(threshold) => {
            return Ok(probe.not_applicable(Why::OtherRule));
        }
        Some(threshold) if most < u128::from(threshold) => return Ok(Outcome::Compliant),
        // A payment that nothing can be added to is not part of a splitting.
        None if most <= amount => return Ok(Outcome::Compliant),
        _ => {}
    }
    let setting = probe.setting(&case.parameters.large_sum_threshold_fen);
    let days = probe.setting(&case.parameters.splitting_window_days);
    let (threshold, _) = (*setting?, days?);
    probe.hinge(&case.parameters.large_sum_threshold_fen);
    probe.hinge(&case.parameters.splitting_window_days);
    for groups in [&index.by_project, &index.by_payee] {
        let sum = Sum::of(case, groups, from, threshold);
        if own == Decided::No && sum.sure >= u128::from(threshold) {
            return Ok(sum.tell(case, groups, from, threshold, probe));
        }
    }
    // Not surely so; where what is not known could make it so, it stays open.
    let mut open = Outcome::Compliant;
    for groups in [&index.by_project, &index.by_payee] {
        let sum = Sum::of(case, groups, from, threshold);
        if sum.possible >= u128::from(threshold) {
            for n in groups.up_to(case.number) {
                if index.decided.get(*n as usize) == Some(&Decided::Unknown)
                    && day(case, *n) >= Some(from)
                {
                    open = open.join(probe.unknown(at(*n).field("decided_by")));
                }
            }
        }
    }
    if index.loose_payments && open == Outcome::Compliant {
        open = loose(case, from, threshold, probe);
    }
    Ok(open)
}

fn at(payment: u32) -> Path {
    Path::ROOT.field("payments").index(payment as usize)
}

fn day(case: &PaymentCase<'_>, payment: u32) -> Option<NaiveDate> {
    case.cx.dossier.records().payments.get(payment as usize).map(|it| it.paid_on.0)
}

fn back(day: NaiveDate, days: u32) -> NaiveDate {
    let days = chrono::Days::new(u64::from(days));
    day.checked_sub_days(days).unwrap_or(NaiveDate::MIN)
}

/// The most that any group of this payment can come to, whatever is not known.
fn most(case: &PaymentCase<'_>, from: NaiveDate) -> u128 {
    let index = case.cx.dossier.index();
    let payments = &case.cx.dossier.records().payments;
    if index.loose_payments {
        return index.all_payments.most(case.number, payments, from);
    }
    let by_project = index.by_project.most(case.number, payments, from);
    by_project.max(index.by_payee.most(case.number, payments, from))
}

/// Payments of a group in the window that were each below the threshold of their day.
#[derive(Default)]
struct Sum {
    /// Of those that the Party group did not decide.
    sure: u128,
    count: u32,
    /// Of these and those of which that is not known.
    possible: u128,
}

impl Sum {
    fn of(case: &PaymentCase<'_>, groups: &PaymentGroups, from: NaiveDate, enough: u64) -> Self {
        let index = case.cx.dossier.index();
        let mut it = Self::default();
        for n in groups.up_to(case.number).iter().rev() {
            let Some(payment) = case.cx.dossier.records().payments.get(*n as usize) else {
                continue;
            };
            if payment.paid_on.0 < from || it.sure >= u128::from(enough) {
                break;
            }
            let threshold = case.cx.policy.on(payment.paid_on.0).large_sum_threshold_fen.value;
            // Where no threshold held on its day it may have been below or not.
            let below = threshold.map(|threshold| payment.amount_fen < threshold);
            let amount = u128::from(payment.amount_fen);
            match (below, index.decided.get(*n as usize)) {
                (Some(false), _) | (_, Some(Decided::Yes)) => {}
                (Some(true), Some(Decided::No)) => {
                    it.sure += amount;
                    it.possible += amount;
                    it.count += 1;
                }
                _ => it.possible += amount,
            }
        }
        it
    }

    fn tell(
        &self,
        case: &PaymentCase<'_>,
        groups: &PaymentGroups,
        from: NaiveDate,
        threshold: u64,
        probe: &mut Probe<'_>,
    ) -> Outcome {
        let breach = Breach::Split {
            count: self.count,
            total_fen: u64::try_from(self.sure).unwrap_or(u64::MAX),
            threshold_fen: threshold,
        };
        let earlier = groups.up_to(case.number);
        probe.breach_with(case.at().field("amount_fen"), breach, |it| {
            let index = case.cx.dossier.index();
            it.also.extend(
                earlier
                    .iter()
                    .rev()
                    .skip(1)
                    .take_while(|n| day(case, **n) >= Some(from))
                    .filter(|n| index.decided.get(**n as usize) == Some(&Decided::No))
                    .take(self.count.saturating_sub(1) as usize)
                    .map(|n| at(*n).field("amount_fen")),
            );
        })
    }
}

/// Payments whose project or payee nobody has said may belong to any group.
fn loose(
    case: &PaymentCase<'_>,
    from: NaiveDate,
    threshold: u64,
    probe: &mut Probe<'_>,
) -> Outcome {
    let index = case.cx.dossier.index();
    let sum = Sum::of(case, &index.all_payments, from, u64::MAX);
    if sum.possible < u128::from(threshold) {
        return Outcome::Compliant;
    }
    let payments = &case.cx.dossier.records().payments;
    let mut open = Outcome::Compliant;
    for n in index.all_payments.up_to(case.number).iter().rev() {
        let Some(payment) = payments.get(*n as usize) else { continue };
        if payment.paid_on.0 < from {
            break;
        }
        for (fact, name) in [(&payment.project, "project"), (&payment.payee, "payee")] {
            if fact.is_unknown() {
                let missing = Missing::Fact(at(*n).field(name));
                open = open.join(probe.lack(missing));
            }
        }
    }
    open
}
