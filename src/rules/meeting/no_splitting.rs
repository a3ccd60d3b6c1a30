//! 化整为零: a large sum is not split to stay below the threshold.

use std::collections::BTreeMap;

use chrono::Days;

use super::BASE;
use crate::{
    dossier::{Decided, PaymentGroups, key_of},
    facts::{Fact, Payment, Text},
    finding::{Breach, Missing},
    law::{Unchecked, cite, instruments::MEASURES},
    norm::{Norm, Words, code},
    outcome::{Modality, Outcome, Severity},
    path::{Field, Path, field},
    rule::{Answer, Checks, PaymentCase, Probe, Rule},
    time::NaiveDate,
};

/// 化整为零: a large sum is not split to stay below the threshold.
#[doc(alias = "不得化整为零规避集体决策")]
#[doc(alias = "化整为零")]
pub(super) static RULE: Rule = Rule {
    norm: Norm {
        code: code!("MTG023"),
        slug: "no-splitting",
        title: Words { zh: "不得化整为零规避集体决策", en: "No splitting" },
        gist: Words {
            zh: "同一项目或收款方在规定时段内的多笔付款各低于大额标准而合计达到的，须有党组决定。",
            en: "Payments of one project or payee within the set window, each below the threshold of its day and together at or above that of the last day, have a decision of the Party group.",
        },
        cites: &[cite!(MEASURES, clause "2.2.2")],
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
    let own = decided(case, case.number);
    if own == Decided::Yes {
        return Ok(Outcome::Compliant);
    }
    probe.reads(&case.parameters.splitting_window_days);
    probe.reads(&case.parameters.large_sum_threshold_fen);
    // A window of N days holds a difference of N; acts before the measures do not count.
    let from = match case.parameters.splitting_window_days.value {
        Some(days) => back(case.payment.paid_on.0, days).max(case.cx.policy.measures_from()),
        None => case.cx.policy.measures_from(),
    };
    let most = most(case, from);
    let amount = u128::from(case.payment.amount_fen);
    match case.parameters.large_sum_threshold_fen.value.map(u128::from) {
        // A large sum by itself is no part of a splitting.
        Some(threshold) if amount >= threshold => return Ok(Outcome::Compliant),
        Some(threshold) if most < threshold => return Ok(Outcome::Compliant),
        // A payment that nothing can be added to is none either, whatever the threshold.
        None if most <= amount => return Ok(Outcome::Compliant),
        _ => {}
    }
    let threshold = probe.setting(&case.parameters.large_sum_threshold_fen);
    let window = probe.setting(&case.parameters.splitting_window_days);
    let threshold = u128::from(*threshold?);
    window?;
    probe.hinge(&case.parameters.large_sum_threshold_fen);
    probe.hinge(&case.parameters.splitting_window_days);

    let index = case.cx.dossier.index();
    let groups = [&index.by_project, &index.by_payee];
    let payments = &case.cx.dossier.records().payments;
    let parts = groups.map(|it| {
        // Where even all that are known not to be decided fall short, it cannot be sure.
        let sure = it.most(case.number, payments, from).1 >= threshold;
        Parts::of(case, it.up_to(case.number), from, threshold, sure)
    });
    for parts in &parts {
        if own == Decided::No && parts.sure >= threshold {
            return Ok(parts.tell(case, threshold, probe));
        }
    }
    // Not surely so; where what is not known could make it so, it stays open.
    let mut open = Outcome::Compliant;
    for parts in parts.iter().filter(|it| it.possible >= threshold) {
        open = open.join(parts.lack(case, probe));
    }
    if index.loose_payments && open == Outcome::Compliant {
        open = loose(case, from, threshold, probe);
    }
    Ok(open)
}

fn at(payment: usize) -> Path {
    Path::ROOT.field(field!("payments")).index(payment)
}

fn back(day: NaiveDate, days: u32) -> NaiveDate {
    day.checked_sub_days(Days::new(u64::from(days))).unwrap_or(NaiveDate::MIN)
}

fn decided(case: &PaymentCase<'_>, payment: usize) -> Decided {
    case.cx.dossier.index().decided.get(payment).copied().unwrap_or(Decided::Unknown)
}

/// The most that any group of this payment can come to, whatever is not known.
fn most(case: &PaymentCase<'_>, from: NaiveDate) -> u128 {
    let index = case.cx.dossier.index();
    let payments = &case.cx.dossier.records().payments;
    let most = |groups: &PaymentGroups| groups.most(case.number, payments, from).0;
    if index.loose_payments {
        return most(&index.all_payments);
    }
    most(&index.by_project).max(most(&index.by_payee))
}

/// Payments of a window that were each below the threshold of their day.
#[derive(Default)]
struct Parts {
    /// The sum of those that the Party group did not decide.
    sure: u128,
    /// Those payments, latest first.
    payments: Vec<usize>,
    /// The sum of these and of those of which it is not known whether they count.
    possible: u128,
    /// What is not known of those.
    open: Vec<Missing>,
}

impl Parts {
    /// Goes back in time until enough is found.
    fn of(
        case: &PaymentCase<'_>,
        group: &[u32],
        from: NaiveDate,
        enough: u128,
        may_be_sure: bool,
    ) -> Self {
        let records = &case.cx.dossier.records().payments;
        let mut it = Self::default();
        for n in group.iter().rev().map(|n| *n as usize) {
            let Some(payment) = records.get(n) else { continue };
            let told = !may_be_sure && it.possible >= enough && it.open.len() > NAMED;
            if payment.paid_on.0 < from || it.sure >= enough || told {
                break;
            }
            it.add(case, n, payment);
        }
        it
    }

    fn add(&mut self, case: &PaymentCase<'_>, n: usize, payment: &Payment) {
        let setting = &case.cx.policy.on(payment.paid_on.0).large_sum_threshold_fen;
        let amount = u128::from(payment.amount_fen);
        match (setting.value, decided(case, n)) {
            (Some(threshold), _) if payment.amount_fen >= threshold => {}
            (_, Decided::Yes) => {}
            (Some(_), Decided::No) => {
                self.sure += amount;
                self.possible += amount;
                self.payments.push(n);
            }
            (threshold, decided) => {
                self.possible += amount;
                // Where no threshold held on its day, it may have been below or not.
                if threshold.is_none() {
                    self.open.push(Missing::Policy(setting.field));
                }
                if decided == Decided::Unknown {
                    self.open.push(unknown_decision(case, n));
                }
            }
        }
    }

    fn lack(&self, case: &PaymentCase<'_>, probe: &mut Probe<'_>) -> Outcome {
        if self.open.is_empty() {
            // Enough in sum, but the subject itself is not known to be undecided: it stands among the open.
            return probe.unknown(case.at().field(field!("decided_by")));
        }
        name_all(self.open.iter().cloned(), probe)
    }

    fn tell(&self, case: &PaymentCase<'_>, threshold: u128, probe: &mut Probe<'_>) -> Outcome {
        let breach = Breach::Split {
            count: u32::try_from(self.payments.len()).unwrap_or(u32::MAX),
            total_fen: u64::try_from(self.sure).unwrap_or(u64::MAX),
            threshold_fen: u64::try_from(threshold).unwrap_or(u64::MAX),
        };
        probe.breach_with(case.at().field(field!("amount_fen")), breach, |it| {
            let others = self.payments.iter().filter(|n| **n != case.number);
            it.also.extend(others.take(NAMED).map(|n| at(*n).field(field!("amount_fen"))));
        })
    }
}

/// What is not known of whether a payment was decided: who decided it, or how that item ended.
fn unknown_decision(case: &PaymentCase<'_>, n: usize) -> Missing {
    match case.cx.dossier.index().decided_by.get(n).copied().flatten() {
        Some((meeting, item)) => {
            let meeting = Path::ROOT.field(field!("meetings")).index(meeting as usize);
            Missing::Fact(
                meeting.field(field!("items")).index(item as usize).field(field!("result")),
            )
        }
        None => Missing::Fact(at(n).field(field!("decided_by"))),
    }
}

/// The most addresses that one payment names; of a window of thousands the nearest tell where to begin. How many parts
/// there are the finding says, and how many more facts are missing is said as well.
const NAMED: usize = 20;

fn name_all(missing: impl Iterator<Item = Missing>, probe: &mut Probe<'_>) -> Outcome {
    let mut count = 0_u32;
    let mut named = NAMED;
    for it in missing {
        if named > 0 {
            named -= 1;
            probe.lack(it);
        } else {
            count += 1;
        }
    }
    if count > 0 {
        probe.lack(Missing::More(count));
    }
    if named < NAMED { Outcome::Undetermined } else { Outcome::Compliant }
}

/// What may tie payments together.
type Key = fn(&Payment) -> &Fact<Text>;

/// Payments whose project or payee nobody has said may belong to any group.
fn loose(
    case: &PaymentCase<'_>,
    from: NaiveDate,
    threshold: u128,
    probe: &mut Probe<'_>,
) -> Outcome {
    let records = &case.cx.dossier.records().payments;
    let window: Vec<usize> = case
        .cx
        .dossier
        .index()
        .all_payments
        .up_to(case.number)
        .iter()
        .rev()
        .map(|n| *n as usize)
        .take_while(|n| records.get(*n).is_some_and(|it| it.paid_on.0 >= from))
        .collect();
    let mut open = Outcome::Compliant;
    let keys: [(Field, Key); 2] =
        [(field!("project"), |it| &it.project), (field!("payee"), |it| &it.payee)];
    for (name, key) in keys {
        // The most that one group can come to: its own payments and all those of which nobody has said.
        let (mut known, mut unknown) = (BTreeMap::<&str, u128>::new(), 0);
        let own = key(case.payment);
        for n in &window {
            let Some(payment) = records.get(*n) else { continue };
            let mut part = Parts::default();
            part.add(case, *n, payment);
            match key(payment) {
                Fact::Unknown => unknown += part.possible,
                fact => {
                    if let Some(it) = key_of(fact) {
                        *known.entry(it).or_default() += part.possible;
                    }
                }
            }
        }
        let of_group = match own {
            Fact::Unknown => known.values().copied().max().unwrap_or_default(),
            fact => match key_of(fact) {
                Some(own) => known.get(own).copied().unwrap_or_default(),
                None => continue,
            },
        };
        if of_group + unknown < threshold {
            continue;
        }
        let unknown =
            window.iter().filter(|n| records.get(**n).is_some_and(|it| key(it).is_unknown()));
        open = open.join(name_all(unknown.map(|n| Missing::Fact(at(*n).field(name))), probe));
    }
    open
}
