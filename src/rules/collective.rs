//! How a collective sits, speaks and votes: what the rules on the Party group and on the procuratorial committee share.

use std::cmp::Ordering;

use crate::{
    dossier::Occurrence,
    dossier::{Principal, Seats, Speaker},
    facts::{
        Body, Category, Choice, Fact, ItemKind, ItemResult, Stance, Statement, StatementKind,
        Tally, Vote, VoteMethod,
    },
    finding::{Breach, Denominator, Missing, OpenQuestion, Why},
    outcome::Outcome,
    path::{Path, field},
    rule::{Answer, Context, ItemCase, MatterCase, Probe},
    time::{Moment, NaiveDate},
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

    fn iter(&self) -> impl Iterator<Item = Entitled> + '_ {
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
        Some(true) if alike => Ok(Outcome::Compliant),
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

/// Ballots in favour: those that certainly are valid, and those that may be.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Approvals {
    /// By name.
    Named {
        /// Members whose ballot in favour is valid.
        sure: Seats,
        /// These and those whose ballot may be.
        possible: Seats,
    },
    /// Counts only.
    Counted {
        /// Ballots in favour.
        approve: u32,
        /// All ballots.
        cast: u64,
        /// Members who surely had one to cast.
        sure: Seats,
        /// Members who may have had one; `None` for anybody.
        possible: Option<Seats>,
    },
}

impl Approvals {
    /// The ballots in favour of an item, its vote given.
    ///
    /// # Errors
    ///
    /// `Undetermined` where there are neither ballots nor counts.
    pub(crate) fn of(
        case: &ItemCase<'_>,
        vote: &Vote,
        probe: &mut Probe<'_>,
    ) -> Result<Self, Outcome> {
        let at = || case.at().field(field!("vote"));
        match ballots(vote) {
            Fact::Known(list) => {
                let (mut approve, mut other, mut unsure) = (Seats::NONE, Seats::NONE, Seats::NONE);
                for (ballot, voter) in list.iter().zip(case.voters()) {
                    let Speaker::Member(seat) = voter else { continue };
                    if case.seats.recused.contains(seat) {
                        continue;
                    }
                    match case.seats.present {
                        Some(present) if !present.contains(seat) => continue,
                        Some(_) => {}
                        None => {
                            unsure.insert(seat);
                        }
                    }
                    let side =
                        if ballot.choice == Choice::Approve { &mut approve } else { &mut other };
                    side.insert(seat);
                }
                // Of a member who voted both ways at most one ballot counts, and which is not known.
                Ok(Self::Named { sure: approve.without(other).without(unsure), possible: approve })
            }
            Fact::Absent => match probe.need(&vote.tally, || at().field(field!("tally")))? {
                Some(tally) => Ok(Self::counted(case, vote, tally)),
                None => Err(probe.lack(Missing::Contradiction(at()))),
            },
            Fact::Unknown => Err(probe.unknown(at().field(field!("ballots")))),
        }
    }

    /// Of counts without names, only as many can be valid as there were people with a ballot to cast.
    fn counted(case: &ItemCase<'_>, vote: &Vote, tally: &Tally) -> Self {
        let here = case.seats.present.map(|present| present.without(case.seats.recused));
        let named = (!vote.voters.is_empty()).then(|| voters(case).without(case.seats.recused));
        let (sure, possible) = match (here, named) {
            (Some(here), Some(named)) => (named.and(here), Some(named.and(here))),
            (Some(here), None) => (here, Some(here)),
            // Who was in the room is not known, so any of them may be invalid.
            (None, named) => (Seats::NONE, named),
        };
        Self::Counted { approve: tally.approve, cast: tally.total(), sure, possible }
    }

    /// The least and the most ballots in favour that are valid, of the members so counted. Ballots of people who had none
    /// to cast may be among those in favour or not.
    fn bounds(self, way: Entitled) -> (u32, u32) {
        match self {
            Self::Named { sure, possible } => {
                (sure.and(way.members).len(), possible.and(way.members).len())
            }
            Self::Counted { approve, cast, sure, possible } => {
                let narrow = |n: u64| u32::try_from(n).unwrap_or(u32::MAX);
                let valid = |seats: Seats| u64::from(seats.and(way.members).len()).min(cast);
                let most = possible.map_or(cast, valid);
                (approve.saturating_sub(narrow(cast - valid(sure))), approve.min(narrow(most)))
            }
        }
    }

    /// Whether more than half of the members, so counted, voted for it; `None` where that is not known.
    pub(crate) fn carry(self, way: Entitled) -> Option<bool> {
        let (least, most) = self.bounds(way);
        match (MAJORITY.is_met(least, way), MAJORITY.is_met(most, way)) {
            (true, _) => Some(true),
            (_, false) => Some(false),
            _ => None,
        }
    }

    /// How many, at the most, of the members so counted.
    pub(crate) fn most(self, way: Entitled) -> u32 {
        self.bounds(way).1
    }

    /// How many, at the least, of the members so counted.
    pub(crate) fn least(self, way: Entitled) -> u32 {
        self.bounds(way).0
    }

    /// Whether it is not known which ballots are valid, so counted.
    fn is_unsure(self, way: Entitled) -> bool {
        let (least, most) = self.bounds(way);
        least != most
    }
}

/// Members among those who are recorded as having cast ballots without names.
fn voters(case: &ItemCase<'_>) -> Seats {
    let mut voted = Seats::NONE;
    for seat in case.voters().filter_map(Speaker::seat) {
        voted.insert(seat);
    }
    voted
}

/// More than half of the members entitled to attend.
pub(crate) const MAJORITY: Share = Share::more_than(1, 2);

/// Ballots by name. A secret ballot has none, so that there their absence is known.
pub(crate) fn ballots(vote: &Vote) -> Fact<&[crate::facts::Ballot]> {
    match &vote.ballots {
        Fact::Known(list) => Fact::Known(list),
        Fact::Unknown if vote.method == Fact::Known(VoteMethod::SecretBallot) => Fact::Absent,
        Fact::Unknown => Fact::Unknown,
        Fact::Absent => Fact::Absent,
    }
}

/// Whether the vote carried the item, by every way to count; `None` where that is not known, and the probe then knows
/// what would settle it.
pub(crate) fn carried(
    case: &ItemCase<'_>,
    vote: Option<&Vote>,
    probe: &mut Probe<'_>,
) -> Result<Option<(bool, Approvals, Entitled)>, Outcome> {
    let ways = Ways::of(case, probe)?;
    let approvals = match vote {
        Some(vote) => Approvals::of(case, vote, probe)?,
        // Nothing was voted, so nobody voted for it.
        None => Approvals::Counted { approve: 0, cast: 0, sure: Seats::NONE, possible: None },
    };
    match ways.agree(|way| approvals.carry(way)) {
        Some(carried) => Ok(Some((carried, approvals, ways.strict()))),
        None => {
            if ways.iter().any(|way| approvals.is_unsure(way)) {
                let at = case.at();
                if case.seats.present.is_none() {
                    unattended(case, probe);
                } else {
                    let named = matches!(approvals, Approvals::Named { .. });
                    let name = if named { field!("ballots") } else { field!("tally") };
                    probe.lack(Missing::Contradiction(at.field(field!("vote")).field(name)));
                }
            }
            ways.lack(case, probe);
            Ok(None)
        }
    }
}

/// Whether what was declared adopted had more than half of the members.
pub(crate) fn majority(case: &ItemCase<'_>, probe: &mut Probe<'_>) -> Answer {
    let at = case.at();
    match probe.need(&case.item.result, || case.at().field(field!("result")))? {
        Some(ItemResult::Adopted) => {}
        _ => return Ok(probe.not_applicable(Why::NotDecided)),
    }
    let vote = probe.need(&case.item.vote, || case.at().field(field!("vote")))?;
    match carried(case, vote, probe)? {
        Some((true, ..)) => Ok(Outcome::Compliant),
        Some((false, approvals, way)) => Ok(probe.breach_with(
            at.field(field!("result")),
            Breach::TooFew {
                required: MAJORITY.least(way),
                found: approvals.most(way),
                of: Denominator::Entitled,
                total: way.number,
            },
            |it| it.also.push(at.field(field!("vote"))),
        )),
        None => Ok(Outcome::Undetermined),
    }
}

/// What the order of views shows beside one leader.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Order {
    /// How many members stated a view.
    pub(crate) views: u32,
    /// Place of the leader's first view among the statements, and among first views, from one.
    pub(crate) leader: Option<(usize, u32)>,
    /// Place of the first first view of another after it.
    pub(crate) first_after: Option<usize>,
    /// Whether another's second view follows it.
    pub(crate) second_after: bool,
    /// Who was last to state a first view.
    pub(crate) last: Option<u8>,
    /// Who of the others was.
    pub(crate) last_of_rest: Option<u8>,
    /// Those who stated a view.
    pub(crate) spoke: Seats,
}

impl Order {
    /// Only views of members in the room who were not recused count: an absent member's letter is none, and neither is
    /// a report or a procedural remark.
    pub(crate) fn of(case: &ItemCase<'_>, statements: &[Statement], leader: u8) -> Self {
        let mut it = Self::default();
        for (n, seat, _) in views(case, statements) {
            let fresh = it.spoke.insert(seat);
            if fresh {
                it.views += 1;
                it.last = Some(seat);
            }
            if seat == leader {
                if fresh {
                    it.leader = Some((n, it.views));
                }
            } else if fresh {
                it.last_of_rest = Some(seat);
                if it.leader.is_some() && it.first_after.is_none() {
                    it.first_after = Some(n);
                }
            } else if it.leader.is_some() {
                it.second_after = true;
            }
        }
        it
    }
}

/// Views on the substance before the vote, by members in the room who were not recused: place, seat, statement.
pub(crate) fn views<'s>(
    case: &ItemCase<'s>,
    statements: &'s [Statement],
) -> impl Iterator<Item = (usize, u8, &'s Statement)> {
    let here = case.seats.present.unwrap_or_default().without(case.seats.recused);
    views_of(case, statements, here)
}

/// The same by any of these members.
pub(crate) fn views_of<'s>(
    case: &ItemCase<'s>,
    statements: &'s [Statement],
    members: Seats,
) -> impl Iterator<Item = (usize, u8, &'s Statement)> {
    statements.iter().zip(case.speakers()).enumerate().filter_map(move |(n, (it, speaker))| {
        let seat = speaker.seat()?;
        let counts = it.kind == StatementKind::View && !it.after_vote && members.contains(seat);
        counts.then_some((n, seat, it))
    })
}

/// Those of the members who stated a view before the vote.
pub(crate) fn spoke(case: &ItemCase<'_>, statements: &[Statement], members: Seats) -> Seats {
    let mut spoke = Seats::NONE;
    for (_, seat, _) in views_of(case, statements, members) {
        spoke.insert(seat);
    }
    spoke
}

/// What an item's statements and attendance are, for rules that need both.
///
/// # Errors
///
/// `Undetermined` where one is not known, or the principal of the day is not.
pub(crate) fn floor<'a>(
    case: &ItemCase<'a>,
    probe: &mut Probe<'_>,
) -> Result<(&'a [Statement], Seats), Outcome> {
    let statements = probe.need(&case.item.statements, || case.at().field(field!("statements")));
    let present = attendance(case, probe);
    let statements = statements?.map_or(&[][..], Vec::as_slice);
    let present = present?;
    if case.sitting.bench().principal == Principal::Several {
        return Err(probe.lack(Missing::Contradiction(Path::ROOT.field(field!("people")))));
    }
    Ok((statements, present))
}

/// The leader stated a view before another did.
pub(crate) fn spoke_early(
    case: &ItemCase<'_>,
    leader: u8,
    order: &Order,
    probe: &mut Probe<'_>,
) -> Outcome {
    let at = case.at().field(field!("statements"));
    let (place, found) = order.leader.unwrap_or_default();
    probe.breach_with(at.index(place), Breach::OutOfOrder { found, earliest: order.views }, |it| {
        it.also.extend(order.first_after.map(|n| at.index(n)));
        it.who = case.person_id(leader).map(Into::into);
    })
}

/// Which dissent must be on record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Dissenting {
    /// Whoever voted against, abstained, asked to defer or spoke against.
    All,
    /// Whoever held the view that did not prevail, given what was declared.
    Minority(ItemResult),
}

impl Dissenting {
    fn ballot(self, choice: Choice) -> bool {
        match self {
            Self::All => choice != Choice::Approve,
            Self::Minority(ItemResult::Rejected) => choice == Choice::Approve,
            Self::Minority(_) => matches!(choice, Choice::Oppose | Choice::Defer),
        }
    }

    fn stance(self, stance: Stance) -> bool {
        match self {
            Self::Minority(ItemResult::Rejected) => stance == Stance::Approve,
            Self::All | Self::Minority(_) => matches!(stance, Stance::Oppose | Stance::Defer),
        }
    }
}

/// Whether every different view is on record with whose it is and what it was.
pub(crate) fn dissent(case: &ItemCase<'_>, which: Dissenting, probe: &mut Probe<'_>) -> Outcome {
    let mut it = Differing::none(case, which);
    let outcome = it.of_vote(probe).join(it.of_statements(probe)).join(it.on_record(probe));
    // Where all agreed there is nothing to record, and nothing is missing.
    outcome.join(Outcome::Compliant)
}

/// Who held a different view, as far as the records tell.
struct Differing<'c, 'a> {
    case: &'c ItemCase<'a>,
    which: Dissenting,
    /// Members who did.
    members: Seats,
    /// Members of whom it is not known.
    unsure: Seats,
    /// Different ballots without names.
    nameless: u32,
    /// Whether those were secret.
    secret: Fact<bool>,
}

impl<'c, 'a> Differing<'c, 'a> {
    const fn none(case: &'c ItemCase<'a>, which: Dissenting) -> Self {
        Self {
            case,
            which,
            members: Seats::NONE,
            unsure: Seats::NONE,
            nameless: 0,
            secret: Fact::Known(false),
        }
    }

    fn of_vote(&mut self, probe: &mut Probe<'_>) -> Outcome {
        let at = self.case.at().field(field!("vote"));
        let vote = match probe.need(&self.case.item.vote, || at) {
            Ok(Some(vote)) => vote,
            Ok(None) => return Outcome::NotApplicable,
            Err(outcome) => return outcome,
        };
        match ballots(vote) {
            Fact::Known(list) => {
                for (ballot, voter) in list.iter().zip(self.case.voters()) {
                    if let (Speaker::Member(seat), true) = (voter, self.which.ballot(ballot.choice))
                    {
                        self.members.insert(seat);
                    }
                }
                Outcome::NotApplicable
            }
            Fact::Unknown => probe.unknown(at.field(field!("ballots"))),
            Fact::Absent => self.of_counts(vote, probe),
        }
    }

    /// Of counts without names: a secret ballot can give no more; of an open vote names must be on record.
    fn of_counts(&mut self, vote: &Vote, probe: &mut Probe<'_>) -> Outcome {
        let at = self.case.at().field(field!("vote"));
        self.secret = match vote.method {
            Fact::Known(method) => Fact::Known(method == VoteMethod::SecretBallot),
            Fact::Unknown | Fact::Absent => Fact::Unknown,
        };
        match &vote.tally {
            Fact::Known(tally) => {
                self.nameless = Choice::ALL
                    .iter()
                    .filter(|choice| self.which.ballot(**choice))
                    .map(|choice| tally.of(*choice))
                    .fold(0, u32::saturating_add);
                if self.nameless > 0 { Outcome::Compliant } else { Outcome::NotApplicable }
            }
            // Whether anybody differed is then not known.
            Fact::Absent | Fact::Unknown => probe.unknown(at.field(field!("tally"))),
        }
    }

    fn of_statements(&mut self, probe: &mut Probe<'_>) -> Outcome {
        let (item, at) = (self.case.item, self.case.at().field(field!("statements")));
        let list = match &item.statements {
            Fact::Known(list) => list,
            Fact::Absent => return Outcome::NotApplicable,
            Fact::Unknown => return probe.unknown(at),
        };
        for (statement, speaker) in list.iter().zip(self.case.speakers()) {
            let view = statement.kind == StatementKind::View;
            let Some(seat) = speaker.seat().filter(|_| view) else { continue };
            match statement.stance {
                Fact::Known(stance) if self.which.stance(stance) => {
                    self.members.insert(seat);
                }
                Fact::Unknown => {
                    self.unsure.insert(seat);
                }
                Fact::Known(_) | Fact::Absent => {}
            }
        }
        if item.statements_incomplete {
            probe.lack(Missing::FullRecord(at))
        } else {
            Outcome::NotApplicable
        }
    }

    /// What the minutes hold of it.
    fn on_record(&self, probe: &mut Probe<'_>) -> Outcome {
        let (case, at) = (self.case, self.case.at().field(field!("dissents")));
        let (mut held, mut open, mut empty) = (Seats::NONE, Seats::NONE, Seats::NONE);
        let mut outcome = Outcome::NotApplicable;
        let entries = case.item.dissents.elements();
        let seat_of = |by: &str| (0u8..128).find(|seat| case.person_id(*seat) == Some(by));
        for it in entries {
            let Some(seat) = seat_of(it.by.as_str()) else { continue };
            match it.content {
                Fact::Known(_) => held.insert(seat),
                Fact::Unknown => open.insert(seat),
                Fact::Absent => empty.insert(seat),
            };
        }
        for (n, it) in entries.iter().enumerate() {
            let by = it.by.as_str();
            // One entry with content is enough.
            let Some(seat) = seat_of(by).filter(|seat| !held.contains(*seat)) else { continue };
            match it.content {
                Fact::Known(_) => {}
                Fact::Unknown => {
                    if self.members.contains(seat) {
                        outcome = outcome.join(probe.unknown(at.index(n).field(field!("content"))));
                    }
                }
                Fact::Absent => {
                    if self.members.contains(seat) && !open.contains(seat) {
                        let at = at.index(n).field(field!("content"));
                        outcome = outcome.join(probe.breach_with(at, Breach::Missing, |it| {
                            it.who = Some(by.into());
                        }));
                    }
                }
            }
        }
        if !self.members.is_empty() {
            outcome = outcome.join(Outcome::Compliant);
        }
        for seat in self.members.without(held).without(empty).without(open).iter() {
            outcome = outcome.join(if case.item.dissents.is_unknown() {
                probe.unknown(at)
            } else {
                probe.breach_with(at, Breach::Missing, |it| {
                    it.who = case.person_id(seat).map(Into::into);
                })
            });
        }
        if self.nameless > held.len() && self.secret != Fact::Known(true) {
            outcome = outcome.join(if case.item.dissents.is_unknown() || !open.is_empty() {
                probe.unknown(at)
            } else if self.secret.is_unknown() {
                probe.unknown(case.at().field(field!("vote")).field(field!("method")))
            } else {
                let breach =
                    Breach::Mismatch { of: None, declared: self.nameless, counted: held.len() };
                probe.breach(at, breach)
            });
        }
        for seat in self.unsure.without(self.members).without(held).iter() {
            let list = case.item.statements.elements();
            let place = list.iter().zip(case.speakers()).position(|(it, who)| {
                let view = it.kind == StatementKind::View;
                view && who == Speaker::Member(seat) && it.stance.is_unknown()
            });
            let at = case.at().field(field!("statements")).index(place.unwrap_or_default());
            outcome = outcome.join(probe.unknown(at.field(field!("stance"))));
        }
        outcome
    }
}

/// Category of the item's matter; `None` where the matter is none of the catalogue or has none.
///
/// # Errors
///
/// `Undetermined` where it is not known.
pub(crate) fn category(
    case: &ItemCase<'_>,
    probe: &mut Probe<'_>,
) -> Result<Option<Category>, Outcome> {
    match case.matter() {
        Some(it) => {
            Ok(probe.need(&it.matter.category, || it.at().field(field!("category")))?.copied())
        }
        None => {
            probe.need(&case.item.matter, || case.at().field(field!("matter")))?;
            Ok(None)
        }
    }
}

/// The same without asking: `None` where it is not known either.
pub(crate) fn known_category(case: &ItemCase<'_>) -> Option<Category> {
    case.matter().and_then(|it| it.matter.category.known().copied())
}

/// Goes on where something was put to the vote of a meeting of this body. A review of a case is no vote, unless one
/// followed; an item that was only reported can have had none.
///
/// # Errors
///
/// `NotApplicable` for other meetings and items, `Undetermined` where a report is said to have been decided.
pub(crate) fn votable(
    case: &ItemCase<'_>,
    body: Body,
    probe: &mut Probe<'_>,
) -> Result<(), Outcome> {
    probe.reach(case.sitting.meeting.kind.body() == Some(body), Why::OtherKind)?;
    let decided =
        matches!(case.item.result, Fact::Known(ItemResult::Adopted | ItemResult::Rejected));
    let voted = decided || matches!(case.item.vote, Fact::Known(_));
    match case.item.kind {
        ItemKind::Decide => Ok(()),
        ItemKind::Inform if voted => {
            Err(probe.lack(Missing::Contradiction(case.at().field(field!("kind")))))
        }
        ItemKind::CaseReview if voted => Ok(()),
        ItemKind::Inform | ItemKind::CaseReview => Err(probe.not_applicable(Why::OtherKind)),
    }
}

/// Whether something was decided on the item.
///
/// # Errors
///
/// `NotApplicable` where nothing was, `Undetermined` where that is not known.
pub(crate) fn decided(case: &ItemCase<'_>, probe: &mut Probe<'_>) -> Result<(), Outcome> {
    let result = probe.need(&case.item.result, || case.at().field(field!("result")))?;
    let decided = matches!(result, Some(ItemResult::Adopted | ItemResult::Rejected));
    probe.reach(decided, Why::NotDecided)
}

/// Whether the Party group had decided the matter before: then another who deals with it afterwards takes nothing from
/// it. What it decided last counts: a later refusal or deferral ends the cover, a later confirmation gives none.
///
/// # Errors
///
/// `Compliant` where it had, `Undetermined` where it may have.
pub(crate) fn decided_before(
    cx: &Context<'_>,
    matter: Option<MatterCase<'_>>,
    when: Moment,
    probe: &mut Probe<'_>,
) -> Result<(), Outcome> {
    let Some(matter) = matter else { return Ok(()) };
    let (index, records) = (cx.dossier.index(), cx.dossier.records());
    let mut settled = Settled::default();
    let mut open: Option<Missing> = None;
    let items = index.items_about(matter.place, NaiveDate::MIN).map(|it| (it, true));
    let unplaced = index.unplaced_items(NaiveDate::MIN).map(|it| (it, false));
    let before = |it: &(Occurrence, bool)| it.0.day <= when.day();
    for (it, surely) in items.take_while(before).chain(unplaced.take_while(before)) {
        let Some((meeting, item)) = cx.dossier.item_at(it.meeting, it.item) else { continue };
        let order = meeting.held_on.order(when);
        if matches!(order, Some(Ordering::Equal | Ordering::Greater)) {
            continue;
        }
        let sitting = Path::ROOT.field(field!("meetings")).index(it.meeting as usize);
        let at = sitting.field(field!("items")).index(it.item as usize);
        match item.result {
            Fact::Unknown => open = open.or(Some(Missing::Fact(at.field(field!("result"))))),
            Fact::Known(ItemResult::Forwarded) | Fact::Absent => {}
            Fact::Known(_) if !surely => {
                open = open.or(Some(Missing::Fact(at.field(field!("matter")))));
            }
            Fact::Known(_) if order.is_none() => open = open.or(Some(Missing::TimeOfDay(at))),
            Fact::Known(result) => {
                settled.push(Settling {
                    when: meeting.held_on,
                    meeting: Some(it.meeting),
                    adopted: result == ItemResult::Adopted,
                    at: sitting.field(field!("held_on")),
                });
            }
        }
    }
    for n in index.party_group_decisions() {
        let Some(decision) = records.decisions.get(*n as usize) else { continue };
        let at = Path::ROOT.field(field!("decisions")).index(*n as usize);
        match (&decision.matter, decision.form, decision.decided_on.order(when)) {
            (_, _, Some(Ordering::Equal | Ordering::Greater)) | (Fact::Absent, ..) => {}
            (Fact::Known(id), ..) if *id != matter.matter.id => {}
            (Fact::Known(_), Fact::Known(_), Some(Ordering::Less)) => {
                settled.push(Settling {
                    when: decision.decided_on,
                    meeting: None,
                    adopted: true,
                    at: at.field(field!("decided_on")),
                });
            }
            (Fact::Unknown, ..) => open = open.or(Some(Missing::Fact(at.field(field!("matter"))))),
            (_, Fact::Unknown | Fact::Absent, _) => {
                open = open.or(Some(Missing::Fact(at.field(field!("form")))));
            }
            (_, _, None) => {
                open = open.or(Some(Missing::TimeOfDay(at.field(field!("decided_on")))));
            }
        }
    }
    if let Some(missing) = open {
        return Err(probe.lack(missing));
    }
    settled.reach(probe)
}

/// The Party group adopted a matter, or refused or deferred it.
#[derive(Clone, Copy)]
struct Settling {
    when: Moment,
    /// Items of one meeting follow one another.
    meeting: Option<u32>,
    adopted: bool,
    at: Path,
}

/// What the Party group did with a matter on the last day on which it did anything.
#[derive(Default)]
struct Settled(Vec<Settling>);

impl Settled {
    fn push(&mut self, it: Settling) {
        let day = |it: &Settling| it.when.day();
        match self.0.last_mut() {
            Some(last) if day(&it) < day(last) => {}
            // Items of one meeting come one after the other, and the later one counts.
            Some(last) if it.meeting.is_some() && last.meeting == it.meeting => *last = it,
            Some(last) if day(&it) > day(last) => {
                self.0.clear();
                self.0.push(it);
            }
            _ => self.0.push(it),
        }
    }

    /// Goes on where it was not adopted last.
    ///
    /// # Errors
    ///
    /// `Compliant` where it was, `Undetermined` where nobody knows what came last and it makes a difference.
    fn reach(&self, probe: &mut Probe<'_>) -> Result<(), Outcome> {
        // Of one day: what has an earlier time than another is not the last.
        let latest = self.0.iter().filter_map(|it| it.when.time()).max();
        let mut last =
            self.0.iter().filter(|it| it.when.time().is_none() || it.when.time() == latest);
        let Some(first) = last.next() else { return Ok(()) };
        let Some(other) = last.find(|it| it.adopted != first.adopted) else {
            return if first.adopted { Err(Outcome::Compliant) } else { Ok(()) };
        };
        let timed = first.when.time().is_some() && other.when.time().is_some();
        let missing = if timed { Missing::Contradiction } else { Missing::TimeOfDay };
        Err(probe.lack(missing(other.at)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
