//! Whether differing views are on record.

use super::ballots;
use crate::{
    dossier::{Seats, Speaker},
    facts::{Choice, Fact, ItemResult, Stance, StatementKind, Vote, VoteMethod},
    finding::{Breach, Missing},
    outcome::Outcome,
    path::field,
    rule::{ItemCase, Probe},
};

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
pub(super) struct Differing<'c, 'a> {
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
