//! `MUT`: 互相监督, members of the leading group oversee each other.

use super::{BASE, duty};
use crate::{
    facts::Body,
    rule::{PeerBreachCase, Rule},
    time::NaiveDate,
};

mod joint_liability;
mod peer_breach_reported;
mod right_channel;

/// 谈心谈话: the principal talks with each member.
#[doc(alias = "谈心谈话")]
static MUT004: Rule = duty::rule::<{ duty::row("MUT004") }>();
/// 交换意见: members exchange views.
#[doc(alias = "相互提醒")]
static MUT005: Rule = duty::rule::<{ duty::row("MUT005") }>();

/// The shelf, in code order.
pub(super) static RULES: &[&Rule] =
    &[&peer_breach_reported::RULE, &right_channel::RULE, &joint_liability::RULE, &MUT004, &MUT005];

/// Whether the one who knew and the one whose breach it was both belonged to the Party group that day.
fn both_are_members(case: &PeerBreachCase<'_>) -> bool {
    let places = case.cx.dossier.index().duties.peers.get(case.place as usize);
    let day = case.peer.known_on.0;
    let belongs = |n: u32| {
        let person = case.cx.dossier.records().people.get(n as usize);
        person.is_some_and(|it| it.belongs_to(Body::PartyGroup, day))
    };
    places.is_some_and(|it| belongs(it.0) && belongs(it.1))
}

/// Whether the one whose breach it was led the Party group on a day.
fn is_principal(case: &PeerBreachCase<'_>, day: NaiveDate) -> bool {
    let duties = &case.cx.dossier.index().duties;
    duties.peers.get(case.place as usize).is_some_and(|it| duties.is_principal(it.0, day))
}

/// Whether the one who knew led the Party group on a day.
fn knower_leads(case: &PeerBreachCase<'_>, day: NaiveDate) -> bool {
    let duties = &case.cx.dossier.index().duties;
    duties.peers.get(case.place as usize).is_some_and(|it| duties.is_principal(it.1, day))
}
