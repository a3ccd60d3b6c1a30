//! The register: people, kin, departments, and who belonged to a body on a day.

use super::build::Build;
use super::index::Index;
use crate::{
    error::FaultKind,
    facts::{Body, Fact, MemberRole, Person, Records},
    path::{Path, field},
    shape::IdKind,
    time::NaiveDate,
};

impl Index {
    /// Places of the life meetings of a year.
    pub(crate) fn life_meetings_of(&self, year: u32) -> impl Iterator<Item = u32> + '_ {
        let start = self.life_meetings.partition_point(|it| it.0 < year);
        self.life_meetings.iter().skip(start).take_while(move |it| it.0 == year).map(|it| it.1)
    }

    /// Ties between two people of the register, by place.
    pub(crate) fn kin(&self, a: u32, b: u32) -> impl Iterator<Item = u32> + Clone + '_ {
        let pair = (a.min(b), a.max(b));
        let start = self.kin.partition_point(|it| (it.0, it.1) < pair);
        self.kin.iter().skip(start).take_while(move |it| (it.0, it.1) == pair).map(|it| it.2)
    }

    /// Those with whom a person has ties: place in the register, place of the tie.
    pub(crate) fn kin_of(&self, person: u32) -> impl Iterator<Item = (u32, u32)> + '_ {
        let start = self.ties.partition_point(|it| it.0 < person);
        let these = self.ties.iter().skip(start).take_while(move |it| it.0 == person);
        these.map(|it| (it.1, it.2))
    }

    /// The place of a department.
    pub(crate) fn department(&self, records: &Records, id: &str) -> Option<usize> {
        let named = records.unit.as_ref().map_or(&[][..], |unit| &unit.departments);
        let key = |n: &u32| named.get(*n as usize).map(|it| it.id.as_str());
        let place = self.departments.binary_search_by(|n| key(n).cmp(&Some(id))).ok()?;
        self.departments.get(place).map(|n| *n as usize)
    }

    /// Members of a body on a day: place in the register, and role.
    pub(crate) fn members_on<'r>(
        &'r self,
        records: &'r Records,
        body: Body,
        day: NaiveDate,
    ) -> impl Iterator<Item = (u32, MemberRole)> + 'r {
        self.spells.iter().filter(move |it| it.0 == body).filter_map(move |it| {
            let spell = records.people.get(it.1 as usize)?.memberships.get(it.2 as usize)?;
            spell.spell().covers(day).then_some((it.1, spell.role))
        })
    }

    /// Whether the register knows any member of the body, on whatever day.
    pub(crate) fn has_body(&self, body: Body) -> bool {
        self.spells.iter().any(|it| it.0 == body)
    }
}

impl Build<'_> {
    pub(super) fn register(&mut self) {
        let shelf = Path::ROOT.field(field!("unit")).field(field!("departments"));
        let departments = self.records.unit.as_ref().map_or(&[][..], |unit| &unit.departments);
        for (n, it) in (0u32..).zip(departments) {
            Self::define(
                &mut self.faults,
                &mut self.departments,
                IdKind::Department,
                it.id.as_str(),
                n,
                shelf,
            );
            let at = shelf.index(n as usize);
            self.ordered(at, it.from.map(|day| day.0), it.until.map(|day| day.0));
        }
        let shelf = Path::ROOT.field(field!("people"));
        for (n, person) in (0u32..).zip(&self.records.people) {
            Self::define(
                &mut self.faults,
                &mut self.people,
                IdKind::Person,
                person.id.as_str(),
                n,
                shelf,
            );
            self.person(n, person, shelf.index(n as usize));
        }
        // Superiors may stand later in the register.
        for (n, person) in self.records.people.iter().enumerate() {
            for (k, post) in person.posts.iter().enumerate() {
                if let Fact::Known(superior) = &post.reports_to {
                    let at =
                        shelf.index(n).field(field!("posts")).index(k).field(field!("reports_to"));
                    self.person_at(superior.as_str(), at);
                }
            }
        }
    }

    pub(super) fn person(&mut self, n: u32, person: &Person, at: Path) {
        for (k, it) in (0u32..).zip(&person.memberships) {
            self.spells.push((it.body, n, k));
            let at = at.field(field!("memberships")).index(k as usize);
            self.ordered(at, Some(it.from.0), it.until.map(|day| day.0));
        }
        for (k, it) in person.posts.iter().enumerate() {
            let at = at.field(field!("posts")).index(k);
            self.ordered(at, Some(it.from.0), it.until.map(|day| day.0));
            let counted = it.counted_from.known().map(|day| day.0);
            self.in_order(at, (field!("counted_from"), counted), (field!("from"), Some(it.from.0)));
            if let Some(department) = &it.department {
                self.department(department.as_str(), at.field(field!("department")));
            }
        }
        for (k, it) in person.sanctions.elements().iter().enumerate() {
            let at = at.field(field!("sanctions")).index(k);
            let until = it.bar_until.map(|day| day.0);
            let imposed = Some(it.imposed_on.0);
            self.in_order(at, (field!("imposed_on"), imposed), (field!("bar_until"), until));
            let restored = it.restored_on.known().map(|day| day.0);
            self.in_order(at, (field!("imposed_on"), imposed), (field!("restored_on"), restored));
        }
        for (k, it) in person.portfolios.iter().enumerate() {
            let at = at.field(field!("portfolios")).index(k);
            self.ordered(at, Some(it.from.0), it.until.map(|day| day.0));
            self.department(it.department.as_str(), at.field(field!("department")));
        }
        for (k, it) in person.leaves.elements().iter().enumerate() {
            let at = at.field(field!("leaves")).index(k);
            self.ordered(at, Some(it.from.0), it.until.map(|day| day.0));
        }
        for (k, it) in person.restrictions.iter().enumerate() {
            let at = at.field(field!("restrictions")).index(k);
            self.ordered(at, Some(it.from.0), it.until.map(|day| day.0));
        }
    }

    pub(super) fn kinship(&mut self) -> Vec<(u32, u32, u32)> {
        let records = self.records;
        let mut kin = Vec::new();
        for (n, tie) in (0u32..).zip(records.kinship.elements()) {
            let at = Path::ROOT.field(field!("kinship")).index(n as usize);
            let a = self.person_at(tie.person.as_str(), at.field(field!("person")));
            let b = self.person_at(tie.relative.as_str(), at.field(field!("relative")));
            self.ordered(at, tie.from.map(|day| day.0), tie.until.map(|day| day.0));
            if let (Some(a), Some(b)) = (a, b) {
                if a == b {
                    let words = "nobody is his or her own relative".into();
                    self.fault(at.field(field!("relative")), FaultKind::NotAllowed(words));
                }
                kin.push((a.min(b), a.max(b), n));
            }
        }
        kin.sort_unstable();
        kin
    }

    pub(super) fn matters(&mut self) {
        let shelf = Path::ROOT.field(field!("matters"));
        for (n, it) in (0u32..).zip(&self.records.matters) {
            Self::define(
                &mut self.faults,
                &mut self.matters,
                IdKind::Matter,
                it.id.as_str(),
                n,
                shelf,
            );
            if let Fact::Known(department) = &it.department {
                self.department(
                    department.as_str(),
                    shelf.index(n as usize).field(field!("department")),
                );
            }
        }
    }
}
