//! A vote: ballots by name, or counts.

use super::{Fact, ItemId, PersonId};
use crate::shape::{choice, record};

record! {
    /// The vote on one item.
    #[doc(alias = "表决")]
    pub struct Vote {
        ..
        /// How it was taken.
        method: Fact<VoteMethod>,
        /// Every ballot cast, by name, those of people who had none included. `null`: only counts were kept.
        /// In a secret ballot leave it out.
        ballots: Fact<Vec<Ballot>>,
        /// Who cast a ballot, where ballots have no names. Left out: only members who were present and not recused.
        voters: Vec<PersonId>,
        /// The counts as declared. `null`: none were declared.
        tally: Fact<Tally>,
        /// Other items that were put to this same vote. Left out: none.
        with_items: Vec<ItemId>,
        /// Where the item has several candidates: whether each was put to the vote separately.
        one_by_one: Fact<bool>,
    }
}

impl Vote {
    /// Whether the vote may have ballots by name that nobody has given. A secret ballot has none.
    #[must_use]
    pub fn names_unknown(&self) -> bool {
        self.ballots.is_unknown() && self.method != Fact::Known(VoteMethod::SecretBallot)
    }
}

choice! {
    /// How a vote is taken.
    pub enum VoteMethod {
        /// 口头: orally, one by one.
        Oral => "oral",
        /// 举手: by show of hands.
        ShowOfHands => "show_of_hands",
        /// 记名: by signed ballot.
        SignedBallot => "signed_ballot",
        /// 无记名: by secret ballot; there are counts but no names.
        #[doc(alias = "无记名投票")]
        SecretBallot => "secret_ballot",
    }
}

record! {
    /// One ballot.
    pub struct Ballot {
        /// Who cast it.
        by: PersonId,
        /// What it says.
        choice: Choice,
        ..
    }
}

choice! {
    /// What a ballot says.
    pub enum Choice {
        /// 赞成, 同意.
        Approve => "approve",
        /// 反对, 不同意.
        Oppose => "oppose",
        /// 弃权.
        Abstain => "abstain",
        /// 缓议: to put it off.
        Defer => "defer",
    }
}

record! {
    /// Counts of a vote.
    #[doc(alias = "计票")]
    pub struct Tally {
        /// Ballots in favour.
        approve: u32,
        ..
        /// Ballots against. Left out: none.
        oppose: u32,
        /// Abstentions. Left out: none.
        abstain: u32,
        /// Ballots for putting it off. Left out: none.
        defer: u32,
    }
}

impl Tally {
    /// The count of one kind of ballot.
    #[must_use]
    pub const fn of(&self, choice: Choice) -> u32 {
        match choice {
            Choice::Approve => self.approve,
            Choice::Oppose => self.oppose,
            Choice::Abstain => self.abstain,
            Choice::Defer => self.defer,
        }
    }

    /// All ballots together.
    #[must_use]
    pub fn total(&self) -> u64 {
        Choice::ALL.iter().map(|choice| u64::from(self.of(*choice))).sum()
    }
}
