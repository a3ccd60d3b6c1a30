//! The index of a dossier: identifiers resolved once, so that rules compare seats and numbers instead of text.

use super::build::Build;
use super::duties::DutyIndex;
use super::households::{HouseholdIndex, contracts, holders, unstated_contracts};
use super::interference::ReturnIndex;
use super::meetings::{DecisionIndex, MeetingIndex, Occurrence, put_to_the_party_group};
use super::payments::{Decided, PaymentGroups};
use super::powers::{ActIndex, PowerIndex};
use super::promotions::{Leaving, Promoted, PromotionIndex, by_person, leavings};
use crate::{
    error::Fault,
    facts::{
        Act, Body, Completeness, Decision, DecisionForm, Fact, Payment, RecordFamily, Records, Text,
    },
    law::codes::CreditCode,
    time::NaiveDate,
};

/// Identifiers resolved.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Index {
    pub(crate) meetings: Vec<MeetingIndex>,
    pub(crate) decisions: Vec<DecisionIndex>,
    pub(crate) decided: Vec<Decided>,
    pub(crate) promotions: Vec<PromotionIndex>,
    pub(crate) households: Vec<HouseholdIndex>,
    /// For each list of powers, the places of the meeting and the item that approved it.
    pub(crate) approvals: Vec<Option<(u32, u32)>>,
    pub(crate) powers: PowerIndex,
    pub(crate) acts: Vec<ActIndex>,
    /// Acts by matter: matter, who acted, act.
    pub(super) acts_on: Vec<(u32, Option<u32>, u32)>,
    /// Acts of which nobody has said on what matter they were: who acted, act; in order.
    pub(crate) loose_acts: Vec<(Option<u32>, u32)>,
    /// For each approach, the places of the one approached and, where known, of the one who asked.
    pub(crate) approaches: Vec<(u32, Option<u32>)>,
    /// For each omission, how many of the same person were established before it, and how many beside it that day.
    pub(crate) omissions: Vec<(u32, u32)>,
    /// What recurring duties look up.
    pub(crate) duties: DutyIndex,
    /// Returns of departments, in order.
    pub(super) department_returns: Vec<ReturnIndex>,
    /// Returns of people, in order.
    pub(super) person_returns: Vec<ReturnIndex>,
    /// Life meetings: year and place, in order.
    pub(super) life_meetings: Vec<(u32, u32)>,
    /// Households by place of the holder.
    pub(super) household_of: Vec<(u32, u32)>,
    /// Contracts by the code of the other side: day and place.
    pub(super) contracts: Vec<(CreditCode, NaiveDate, u32)>,
    /// Contracts of which nobody has said with whom they were: day and place, in order.
    pub(crate) unstated_contracts: Vec<(NaiveDate, u32)>,
    /// For each payment, the places of the meeting and the item that it names.
    pub(crate) decided_by: Vec<Option<(u32, u32)>>,
    pub(crate) by_project: PaymentGroups,
    pub(crate) by_payee: PaymentGroups,
    pub(crate) all_payments: PaymentGroups,
    /// Whether there are payments whose project or payee nobody has said.
    pub(crate) loose_payments: bool,
    /// Ties of kinship: the lesser place, the greater place, the place of the tie.
    pub(super) kin: Vec<(u32, u32, u32)>,
    /// The same seen from each side: a person, the other, the place of the tie.
    pub(super) ties: Vec<(u32, u32, u32)>,
    /// Places of the departments, by identifier.
    pub(super) departments: Vec<u32>,
    /// Ends of spells as the principal of the Party group, earliest first.
    pub(crate) leavings: Vec<Leaving>,
    /// The same by person: the place of the person and the place in `leavings`.
    pub(super) leavings_by_person: Vec<(u32, u32)>,
    /// When promotions were decided.
    pub(crate) promoted: Promoted,
    /// Items put for decision to the Party group, by matter, day and place.
    pub(super) occurrences: Vec<(u32, Occurrence)>,
    /// Those of which nobody has said what matter they are about, by day and place.
    pub(super) unplaced: Vec<Occurrence>,
    /// Decisions that the Party group took, or may have taken, in meetings that are not in the dossier.
    pub(super) party_group_decisions: Vec<u32>,
    /// Spells as members: body, person, place in the person's list.
    pub(super) spells: Vec<(Body, u32, u32)>,
    /// Days for which records are declared complete, by family, joined and in order.
    complete: Vec<(RecordFamily, NaiveDate, NaiveDate)>,
}

/// Declarations of completeness in order, those that touch or overlap joined.
pub(super) fn joined(declarations: &[Completeness]) -> Vec<(RecordFamily, NaiveDate, NaiveDate)> {
    let mut sorted: Vec<_> =
        declarations.iter().map(|it| (it.family, it.from.0, it.until.0)).collect();
    sorted.sort_unstable();
    let mut joined: Vec<(RecordFamily, NaiveDate, NaiveDate)> = Vec::with_capacity(sorted.len());
    for it in sorted {
        match joined.last_mut() {
            Some(last) if last.0 == it.0 && last.2.succ_opt().is_none_or(|next| it.1 <= next) => {
                last.2 = last.2.max(it.2);
            }
            _ => joined.push(it),
        }
    }
    joined
}

/// The key of a project or payee; an empty one ties nothing together.
pub(crate) fn key_of(fact: &Fact<Text>) -> Option<&str> {
    fact.known().map(Text::as_str).filter(|it| !it.is_empty())
}

impl Index {
    pub(crate) fn of(records: &Records) -> Result<Self, Vec<Fault>> {
        let mut build = Build::new(records);
        build.register();
        let kin = build.kinship();
        build.matters();
        let meetings = build.meetings();
        let decisions = build.decisions();
        let (decided, decided_by) = build.payments();
        let promotions = build.promotions();
        let households = build.households();
        build.ties();
        let approvals = build.power_lists();
        let acts = build.acts();
        let approaches = build.approaches();
        let omissions = build.omissions();
        let (department_returns, person_returns) = build.returns();
        build.oversight();
        let duties = build.duties();
        build.declarations();
        if !build.faults.is_empty() {
            return Err(build.faults);
        }
        let (occurrences, unplaced) = put_to_the_party_group(records, &meetings);
        let may_be = |it: &Decision| {
            matches!(it.form, Fact::Unknown | Fact::Known(DecisionForm::PartyGroupMeeting))
        };
        let party_group_decisions: Vec<u32> =
            (0u32..).zip(&records.decisions).filter(|it| may_be(it.1)).map(|it| it.0).collect();
        let leavings = leavings(records);
        let payments = &records.payments;
        let by_project = PaymentGroups::of(payments, &decided, |it| key_of(&it.project));
        let by_payee = PaymentGroups::of(payments, &decided, |it| key_of(&it.payee));
        let all_payments = PaymentGroups::of(payments, &decided, |_| Some(""));
        let loose = |it: &Payment| it.project.is_unknown() || it.payee.is_unknown();
        let loose_payments = payments.iter().any(loose);
        let mut ties: Vec<_> =
            kin.iter().flat_map(|it| [(it.0, it.1, it.2), (it.1, it.0, it.2)]).collect();
        ties.sort_unstable();
        let named = records.unit.as_ref().map_or(&[][..], |unit| &unit.departments);
        let mut departments: Vec<u32> = (0u32..).zip(named).map(|it| it.0).collect();
        departments.sort_unstable_by_key(|n| named.get(*n as usize).map(|it| it.id.as_str()));
        Ok(Self {
            meetings,
            decisions,
            decided,
            promotions,
            approvals,
            powers: PowerIndex::of(records),
            acts_on: {
                let known = |(n, it): (u32, &ActIndex)| Some((it.matter?, it.by, n));
                let mut all: Vec<_> = (0u32..).zip(&acts).filter_map(known).collect();
                all.sort_unstable();
                all
            },
            loose_acts: {
                let loose = |it: &(u32, (&Act, &ActIndex))| it.1.0.matter.is_unknown();
                let all = (0u32..).zip(records.acts.iter().zip(&acts)).filter(loose);
                let mut all: Vec<_> = all.map(|(n, it)| (it.1.by, n)).collect();
                all.sort_unstable();
                all
            },
            acts,
            approaches,
            omissions,
            duties,
            department_returns,
            person_returns,
            life_meetings: {
                let all = (0u32..).zip(&records.life_meetings);
                let mut all: Vec<_> = all.map(|(n, it)| (it.year, n)).collect();
                all.sort_unstable();
                all
            },
            household_of: holders(&households),
            households,
            contracts: contracts(records),
            unstated_contracts: unstated_contracts(records),
            decided_by,
            by_project,
            by_payee,
            all_payments,
            loose_payments,
            kin,
            ties,
            departments,
            leavings_by_person: by_person(&leavings),
            leavings,
            promoted: Promoted::of(records),
            occurrences,
            unplaced,
            party_group_decisions,
            spells: build.spells,
            complete: joined(&records.complete),
        })
    }

    /// The first day in a period for which records of a family are declared complete.
    pub(crate) fn first_complete_day(
        &self,
        family: RecordFamily,
        from: NaiveDate,
        until: NaiveDate,
    ) -> Option<NaiveDate> {
        let of_family = self.complete.iter().filter(|it| it.0 == family);
        let mut meeting = of_family.filter(|it| it.1 <= until && from <= it.2);
        meeting.next().map(|it| it.1.max(from))
    }

    /// Whether records of the family are declared complete from one day to another, both included.
    pub(crate) fn is_complete(
        &self,
        family: RecordFamily,
        from: NaiveDate,
        until: NaiveDate,
    ) -> bool {
        let after = self.complete.partition_point(|it| (it.0, it.1) <= (family, from));
        let last = after.checked_sub(1).and_then(|n| self.complete.get(n));
        last.is_some_and(|it| it.0 == family && until <= it.2)
    }
}
