//! Who is entitled, who attended, and whether they were enough.

use crate::{
    dossier::Seats,
    finding::{Breach, Denominator, Missing, OpenQuestion},
    outcome::Outcome,
    path::{Path, field},
    rule::{Answer, ItemCase, Probe},
};

/// A share of a whole number, compared in integers. 半数以上 is [`Share::at_least`], 过半数 is [`Share::more_than`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Share {
    num: u32,
    den: u32,
    or_equal: bool,
}

impl Share {
    /// 以上: the share itself is enough.
    pub(crate) const fn at_least(num: u32, den: u32) -> Self {
        Self { num, den, or_equal: true }
    }

    /// 超过: the share itself is not enough.
    pub(crate) const fn more_than(num: u32, den: u32) -> Self {
        Self { num, den, or_equal: false }
    }

    /// Whether so many of those entitled to attend (应到会) reach it. Of those present no rule asks a share but MTG010, which has
    /// its own type.
    pub(crate) const fn is_met(self, part: u32, of: Entitled) -> bool {
        let (part, whole) = (part as u64 * self.den as u64, of.number as u64 * self.num as u64);
        if self.or_equal { part >= whole } else { part > whole }
    }

    /// The least number of those entitled to attend that reaches it.
    pub(crate) const fn least(self, of: Entitled) -> u32 {
        let whole = of.number as u64 * self.num as u64;
        let den = self.den as u64;
        let least = if self.or_equal { whole.div_ceil(den) } else { whole / den + 1 };
        // At most one more than a number of members.
        #[expect(clippy::cast_possible_truncation, reason = "a share is at most one")]
        let least = least as u32;
        least
    }
}

/// One way to count the members entitled to attend.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Entitled {
    /// The members that count at all.
    pub(crate) members: Seats,
    /// How many make up the denominator.
    pub(crate) number: u32,
}

/// Every way to count that neither the register nor the policy rules out: with and without those who are suspended or
/// in custody, with and without the recused.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Ways {
    all: [Option<Entitled>; 4],
    restricted_open: bool,
    recused_open: bool,
}

impl Ways {
    /// The ways for one item.
    ///
    /// # Errors
    ///
    /// `Undetermined` where the register names no member on that day.
    pub(crate) fn of(case: &ItemCase<'_>, probe: &mut Probe<'_>) -> Result<Self, Outcome> {
        let everyone = case.sitting.bench().all();
        if everyone.is_empty() {
            return Err(probe.unknown(Path::ROOT.field(field!("people"))));
        }
        let restricted = case.sitting.bench().restricted();
        let setting = &case.parameters().suspended_members_count;
        let fewer = everyone.without(restricted);
        let (first, second) = match setting.value {
            _ if restricted.is_empty() => (everyone, None),
            Some(counts) => {
                probe.hinge(setting);
                (if counts { everyone } else { fewer }, None)
            }
            None => (everyone, Some(fewer)),
        };
        let recused = case.seats.recused;
        let whole = |members: Seats| Entitled { members, number: members.len() };
        let without = |members: Seats| {
            let left = members.without(recused);
            (!recused.and(members).is_empty()).then(|| Entitled { members, number: left.len() })
        };
        let reduced = without(first);
        Ok(Self {
            all: [Some(whole(first)), reduced, second.map(whole), second.and_then(without)],
            restricted_open: second.is_some(),
            recused_open: reduced.is_some(),
        })
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = Entitled> + '_ {
        self.all.iter().flatten().copied()
    }

    /// The strictest way: everybody counts.
    pub(crate) fn strict(&self) -> Entitled {
        self.iter().next().unwrap_or(Entitled { members: Seats::NONE, number: 0 })
    }

    /// What every way answers alike, if they do.
    pub(crate) fn agree(&self, mut test: impl FnMut(Entitled) -> Option<bool>) -> Option<bool> {
        let mut answers = self.iter().map(&mut test);
        let first = answers.next()??;
        answers.all(|it| it == Some(first)).then_some(first)
    }

    /// Notes what would make the ways agree.
    pub(crate) fn lack(&self, case: &ItemCase<'_>, probe: &mut Probe<'_>) -> Outcome {
        if self.restricted_open {
            probe.lack(Missing::Policy(case.parameters().suspended_members_count.field));
        }
        if self.recused_open {
            probe.open(OpenQuestion::RecusedInDenominator);
        }
        Outcome::Undetermined
    }
}

/// Members in the room for the item who were not recused.
///
/// # Errors
///
/// `Undetermined` where nobody has said who was there, or no attendance was recorded.
pub(crate) fn attendance(case: &ItemCase<'_>, probe: &mut Probe<'_>) -> Result<Seats, Outcome> {
    match case.seats.present {
        Some(present) => Ok(present.without(case.seats.recused)),
        None => Err(unattended(case, probe)),
    }
}

/// Who was there is not known.
pub(crate) fn unattended(case: &ItemCase<'_>, probe: &mut Probe<'_>) -> Outcome {
    let at = case.at().field(field!("present"));
    probe.lack(if case.item.present.is_absent() {
        Missing::FullRecord(at)
    } else {
        Missing::Fact(at)
    })
}

/// Whether enough members were present for the item.
pub(crate) fn quorum(
    case: &ItemCase<'_>,
    probe: &mut Probe<'_>,
    shares: &[Share],
    undecided_share: impl FnOnce(&mut Probe<'_>) -> Outcome,
) -> Answer {
    let at = || case.at().field(field!("present"));
    let here = attendance(case, probe)?;
    let ways = Ways::of(case, probe)?;
    let met = |share: Share, way: Entitled| share.is_met(here.and(way.members).len(), way);
    let mut answers = shares.iter().map(|share| ways.agree(|way| Some(met(*share, way))));
    let first = answers.next().flatten();
    let alike = answers.all(|it| it == first);
    match first {
        Some(true) if alike => {
            // The hardest of the shares is met, also of the most who may be entitled.
            let way = ways.strict();
            let hardest = shares.iter().map(|it| it.least(way)).max().unwrap_or(0);
            probe.counts(here.and(way.members).len(), hardest, Denominator::Entitled, way.number);
            Ok(Outcome::Compliant)
        }
        Some(false) if alike => {
            let way = ways.strict();
            // The easiest of the shares: not even that one is met.
            let share = shares.iter().min_by_key(|it| it.least(way));
            Ok(probe.breach(
                at(),
                Breach::TooFew {
                    required: share.map_or(0, |it| it.least(way)),
                    found: here.and(way.members).len(),
                    of: Denominator::Entitled,
                    total: way.number,
                },
            ))
        }
        _ => {
            if shares.iter().any(|it| ways.agree(|way| Some(met(*it, way))).is_none()) {
                ways.lack(case, probe);
            }
            if !alike {
                undecided_share(probe);
            }
            Ok(Outcome::Undetermined)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{super::MAJORITY, *};

    fn of(number: u32) -> Entitled {
        Entitled { members: Seats::NONE, number }
    }

    /// Brief, table T2: members entitled, at least half, at least two thirds, more than half.
    #[test]
    fn thresholds_for_one_to_twenty_five_members() {
        let table = [
            (3, 2, 2, 2),
            (4, 2, 3, 3),
            (5, 3, 4, 3),
            (6, 3, 4, 4),
            (7, 4, 5, 4),
            (8, 4, 6, 5),
            (9, 5, 6, 5),
            (10, 5, 7, 6),
            (11, 6, 8, 6),
            (12, 6, 8, 7),
            (13, 7, 9, 7),
            (15, 8, 10, 8),
        ];
        for (n, half, thirds, over) in table {
            assert_eq!(Share::at_least(1, 2).least(of(n)), half, "half of {n}");
            assert_eq!(Share::at_least(2, 3).least(of(n)), thirds, "two thirds of {n}");
            assert_eq!(MAJORITY.least(of(n)), over, "more than half of {n}");
        }
        for n in 1..=25 {
            for a in 0..=n {
                assert_eq!(Share::at_least(1, 2).is_met(a, of(n)), 2 * a >= n);
                assert_eq!(Share::at_least(2, 3).is_met(a, of(n)), 3 * a >= 2 * n);
                assert_eq!(MAJORITY.is_met(a, of(n)), 2 * a > n);
            }
            for share in [Share::at_least(1, 2), Share::at_least(2, 3), MAJORITY] {
                let least = share.least(of(n));
                assert!(
                    share.is_met(least, of(n)) && (least == 0 || !share.is_met(least - 1, of(n)))
                );
            }
        }
    }
}
