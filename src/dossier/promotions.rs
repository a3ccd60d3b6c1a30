//! Promotion cases, and promotions shortly before a principal leaves.

use super::build::{Build, Ids};
use super::index::Index;
use crate::{
    error::{Fault, FaultKind},
    facts::{Body, Fact, FourChecks, ItemResult, MemberRole, Promotion, Records},
    path::{Path, Root, field},
    shape::IdKind,
    time::NaiveDate,
};

/// A promotion case with its identifiers resolved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PromotionIndex {
    /// Place of the candidate in the register.
    pub(crate) candidate: u32,
    /// Places of the meeting and the item in which it was decided.
    pub(crate) item: Option<(u32, u32)>,
    /// Places of the inspectors in the register.
    pub(crate) inspectors: Vec<u32>,
}

/// When the principal of the Party group left, and from when on that was known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Leaving {
    pub(crate) last_day: NaiveDate,
    /// Places of the person and of the membership.
    pub(crate) person: u32,
    pub(crate) membership: u32,
}

impl Leaving {
    /// Address of the spell that ended.
    pub(crate) const fn spell(&self) -> Path {
        let person = Path::ROOT.field(field!("people")).index(self.person as usize);
        person.field(field!("memberships")).index(self.membership as usize)
    }
}

/// When promotions were decided, or, without a decision, carried out.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Promoted {
    /// Day and place of the case, in order.
    dated: Vec<(NaiveDate, u32)>,
    /// Cases of which nobody has said whether and when they were decided.
    pub(crate) undated: Vec<u32>,
    /// Days of meetings with an item that is not on record as adopted, in order.
    not_adopted: Vec<NaiveDate>,
}

impl Promoted {
    pub(super) fn of(records: &Records) -> Self {
        let mut it = Self::default();
        for (n, promotion) in (0u32..).zip(&records.promotions) {
            let undecided = promotion.decision.is_absent();
            match promotion.carried_out() {
                Some(on) => it.dated.push((on.day(), n)),
                None if undecided && promotion.appointed_on.is_absent() => {}
                None => it.undated.push(n),
            }
        }
        it.dated.sort_unstable();
        let adopted = Fact::Known(ItemResult::Adopted);
        let days =
            records.meetings.iter().filter(|it| it.items.iter().any(|it| it.result != adopted));
        it.not_adopted = days.map(|it| it.held_on.day()).collect();
        it.not_adopted.sort_unstable();
        it
    }

    /// Whether an item of that day may be one that was not adopted.
    pub(crate) fn may_be_refused(&self, day: NaiveDate) -> bool {
        self.not_adopted.binary_search(&day).is_ok()
    }

    /// Those from one day to another, both included.
    pub(crate) fn between(&self, from: NaiveDate, until: NaiveDate) -> &[(NaiveDate, u32)] {
        let first = self.dated.partition_point(|it| it.0 < from);
        let end = self.dated.partition_point(|it| it.0 <= until);
        self.dated.get(first..end).unwrap_or(&[])
    }
}

/// Ends of spells as the principal of the Party group, earliest first.
pub(super) fn leavings(records: &Records) -> Vec<Leaving> {
    let mut all = Vec::new();
    for (person, it) in (0u32..).zip(&records.people) {
        let mut spells: Vec<_> = (0u32..)
            .zip(&it.memberships)
            .filter(|it| it.1.body == Body::PartyGroup && it.1.role == MemberRole::Principal)
            .collect();
        spells.sort_by_key(|it| it.1.from);
        // The last day of all that began up to and with each.
        let mut reach = NaiveDate::MIN;
        let reaches: Vec<NaiveDate> = (spells.iter())
            .map(|it| {
                reach = reach.max(it.1.until.map_or(NaiveDate::MAX, |until| until.0));
                reach
            })
            .collect();
        for (membership, it) in &spells {
            let Some(last) = it.until else { continue };
            // Who goes on in another spell does not leave.
            let next = last.0.succ_opt().unwrap_or(last.0);
            let begun = spells.partition_point(|it| it.1.from.0 <= next);
            let goes_on =
                begun.checked_sub(1).and_then(|n| reaches.get(n)).is_some_and(|it| *it > last.0);
            if !goes_on {
                all.push(Leaving { last_day: last.0, person, membership: *membership });
            }
        }
    }
    all.sort_unstable();
    all
}

/// Departures by the place of the person, and their places among all.
pub(super) fn by_person(leavings: &[Leaving]) -> Vec<(u32, u32)> {
    let mut all: Vec<_> = (0u32..).zip(leavings).map(|(n, it)| (it.person, n)).collect();
    all.sort_unstable();
    all
}

impl Index {
    /// Departures of one person, by his or her place.
    pub(crate) fn leavings_of(&self, person: u32) -> impl Iterator<Item = &Leaving> {
        let own = self.leavings_by_person.partition_point(|it| it.0 < person);
        let own = self.leavings_by_person.iter().skip(own).take_while(move |it| it.0 == person);
        own.filter_map(|it| self.leavings.get(it.1 as usize))
    }

    /// The index of one promotion case that is checked against a dossier without being in it.
    pub(crate) fn of_promotion(
        records: &Records,
        promotion: &Promotion,
    ) -> Result<PromotionIndex, Vec<Fault>> {
        let mut build = Build::new(records);
        build.register();
        // The dossier itself is sound; what is found from here on is the case's.
        build.faults.clear();
        if promotion.decision.known().is_some_and(|it| it.item.known().is_some()) {
            for (m, meeting) in (0u32..).zip(&records.meetings) {
                for (n, item) in (0u32..).zip(&meeting.items) {
                    build.items.insert(item.id.as_str(), (m, n));
                }
            }
        }
        if promotion.id.as_str().trim().is_empty() {
            build.fault(Path::of(Root::Promotion).field(field!("id")), FaultKind::EmptyId);
        }
        let index = build.promotion(promotion, Path::of(Root::Promotion));
        if build.faults.is_empty() { Ok(index) } else { Err(build.faults) }
    }
}

impl Build<'_> {
    pub(super) fn promotions(&mut self) -> Vec<PromotionIndex> {
        let records = self.records;
        let shelf = Path::ROOT.field(field!("promotions"));
        let mut ids = Ids::with_capacity(records.promotions.len());
        let mut done = Vec::with_capacity(records.promotions.len());
        for (n, it) in (0u32..).zip(&records.promotions) {
            let id = it.id.as_str();
            Self::define(&mut self.faults, &mut ids, IdKind::Promotion, id, n, shelf);
            done.push(self.promotion(it, shelf.index(n as usize)));
        }
        done
    }

    pub(super) fn promotion(&mut self, it: &Promotion, at: Path) -> PromotionIndex {
        let candidate = self.person_at(it.candidate.as_str(), at.field(field!("candidate")));
        let item = match it.decision.known().map(|it| &it.item) {
            Some(Fact::Known(id)) => {
                self.item_ref(id.as_str(), at.field(field!("decision")).field(field!("item")))
            }
            _ => None,
        };
        let mut inspectors = Vec::new();
        let named = it.inspection.known().map_or(&[][..], |it| it.inspectors.elements());
        for (k, person) in named.iter().enumerate() {
            let at = at.field(field!("inspection")).field(field!("inspectors")).index(k);
            inspectors.extend(self.person_at(person.as_str(), at));
        }
        let checks = it.checks.known();
        for (name, check) in checks.into_iter().flat_map(FourChecks::each) {
            if let Some(of) = check.known().and_then(|it| it.of.as_ref()) {
                self.person_at(
                    of.as_str(),
                    at.field(field!("checks")).field(name).field(field!("of")),
                );
            }
        }
        if let Fact::Known(post) = &it.target_post {
            let at = at.field(field!("target_post"));
            if let Fact::Known(superior) = &post.reports_to {
                self.person_at(superior.as_str(), at.field(field!("reports_to")));
            }
            for (k, person) in post.direct_reports.iter().enumerate() {
                self.person_at(person.as_str(), at.field(field!("direct_reports")).index(k));
            }
            if let Fact::Known(department) = &post.department {
                self.department(department.as_str(), at.field(field!("department")));
            }
        }
        let candidate = candidate.unwrap_or(u32::MAX);
        PromotionIndex { candidate, item, inspectors }
    }
}
