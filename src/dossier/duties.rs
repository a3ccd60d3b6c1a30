//! What recurring duties look up: who did what with whom, by kind and day; life meetings and what is owed there.

use super::build::{Build, Ids};
use crate::{
    error::FaultKind,
    facts::{
        Activity, ActivityKind, Body, Fact, FollowUp, LifeAccount, LifeMeeting, LifeMeetingKind,
        LifeMeetingSession, MemberRole, Membership, PersonId, Records,
    },
    path::{Path, field},
    shape::IdKind,
    time::NaiveDate,
};

/// The people and departments of an activity, by place.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct ActivityIndex {
    pub(crate) by: Option<u32>,
    pub(crate) with: Vec<u32>,
}

/// The people of a life meeting, by place.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct LifeIndex {
    /// Those who took part, in order of place.
    pub(crate) present: Vec<u32>,
    /// Those who criticised themselves, as they spoke.
    pub(crate) self_criticisms: Vec<u32>,
    /// Accounts: who gave them, of which concern; in order.
    pub(crate) accounts: Vec<(u32, Option<u32>, u32)>,
    /// Talks: the lesser place, the greater one, the place of the talk; in order.
    pub(crate) talks: Vec<(u32, u32, u32)>,
    /// Talks with heads of departments: place of the person, of the department, of the talk; in order.
    pub(crate) head_talks: Vec<(u32, u32, u32)>,
    /// Those on whom it is recorded what became of their absence: who, place; in order.
    pub(crate) absentees: Vec<(u32, u32)>,
    /// The day of the yearly democratic meeting before it, where one is on record.
    pub(crate) before: Option<NaiveDate>,
    /// The year that one was for.
    pub(crate) before_year: Option<u32>,
}

/// Places of the one in charge of an important case, and of the meeting and the item in which it was reviewed.
pub(crate) type CaseIndex = (Option<u32>, Option<(u32, u32)>);

/// Activities by kind.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct DutyIndex {
    pub(crate) activities: Vec<ActivityIndex>,
    /// Every one whose day is known: kind, day, place; in order.
    dated: Vec<(ActivityKind, NaiveDate, u32)>,
    /// Those whose day is not: kind, place; in order.
    undated: Vec<(ActivityKind, u32)>,
    /// With each person, or of reports heard each department: kind, person or department, day, place; in order.
    with_person: Vec<(ActivityKind, u32, NaiveDate, u32)>,
    /// Of those of which nobody has said with whom, or, of talks, who held them: kind, day, place; in order.
    loose: Vec<(ActivityKind, NaiveDate, u32)>,
    /// Spells as the principal of the Party group: first day, last day, person.
    principals: Vec<(NaiveDate, NaiveDate, u32)>,
    /// The people of each life meeting.
    pub(crate) lives: Vec<LifeIndex>,
    /// For each concern, the place of its person.
    pub(crate) concern_people: Vec<u32>,
    /// Days of the yearly democratic life meetings, in order.
    yearly: Vec<NaiveDate>,
    /// Accounts of each concern: concern, day, life meeting, account; in order.
    concern_accounts: Vec<(u32, NaiveDate, u32, u32)>,
    /// Democratic life meetings of whose accounts nobody has said anything: day, place; in order.
    untold_lives: Vec<(NaiveDate, u32)>,
    /// Accounts of which nobody has said of what they were: who gave them, day, life meeting, account; in order.
    unnamed_accounts: Vec<(u32, NaiveDate, u32, u32)>,
    /// Accountability reports: year, day, place; in order.
    reports: Vec<(u32, NaiveDate, u32)>,
    /// Plans: year, place; in order.
    plans: Vec<(u32, u32)>,
    /// Requests about each matter: matter, place; in order.
    requests: Vec<(u32, u32)>,
    /// For each special cause, the place of the life meeting that it names.
    pub(crate) sessions: Vec<Option<u32>>,
    /// For each important case.
    pub(crate) cases: Vec<CaseIndex>,
    /// Organisational life meetings of each branch: branch, day, place; in order.
    of_branch: Vec<(u32, NaiveDate, u32)>,
    /// Those of no named branch.
    of_no_branch: Vec<(NaiveDate, u32)>,
    /// Names of the branches: place by identifier, in order of the identifiers.
    branches: Vec<u32>,
    /// For each case filing, shortfall, peer breach and referred problem, the places of its people.
    pub(crate) filings: Vec<u32>,
    pub(crate) shortfalls: Vec<u32>,
    pub(crate) peers: Vec<(u32, u32)>,
    pub(crate) off_hours: Vec<u32>,
}

/// Of a talk it does not matter which of the two is recorded as having held it.
const fn is_mutual(kind: ActivityKind) -> bool {
    matches!(kind, ActivityKind::HeartToHeartTalk | ActivityKind::ViewsExchanged)
}

impl DutyIndex {
    /// Places of the activities of a kind from one day to another.
    pub(crate) fn of_kind(
        &self,
        kind: ActivityKind,
        from: NaiveDate,
        until: NaiveDate,
    ) -> impl Iterator<Item = u32> + '_ {
        let start = self.dated.partition_point(|it| (it.0, it.1) < (kind, from));
        let these = self.dated.iter().skip(start);
        these.take_while(move |it| it.0 == kind && it.1 <= until).map(|it| it.2)
    }

    /// Places of those of a kind whose day is not known.
    pub(crate) fn undated(&self, kind: ActivityKind) -> impl Iterator<Item = u32> + '_ {
        let start = self.undated.partition_point(|it| it.0 < kind);
        self.undated.iter().skip(start).take_while(move |it| it.0 == kind).map(|it| it.1)
    }

    /// Places of the activities of a kind with a person from one day to another.
    pub(crate) fn with_person(
        &self,
        kind: ActivityKind,
        person: u32,
        from: NaiveDate,
        until: NaiveDate,
    ) -> impl Iterator<Item = u32> + '_ {
        let key = (kind, person, from);
        let start = self.with_person.partition_point(|it| (it.0, it.1, it.2) < key);
        let these = self.with_person.iter().skip(start);
        these.take_while(move |it| (it.0, it.1) == (kind, person) && it.2 <= until).map(|it| it.3)
    }

    /// Places of those of which nobody has said with whom they were, from one day to another.
    pub(crate) fn loose(
        &self,
        kind: ActivityKind,
        from: NaiveDate,
        until: NaiveDate,
    ) -> impl Iterator<Item = u32> + '_ {
        let start = self.loose.partition_point(|it| (it.0, it.1) < (kind, from));
        let these = self.loose.iter().skip(start);
        these.take_while(move |it| it.0 == kind && it.1 <= until).map(|it| it.2)
    }

    /// Whether a person was the principal on a day.
    pub(crate) fn is_principal(&self, person: u32, day: NaiveDate) -> bool {
        self.principals.iter().any(|it| it.2 == person && it.0 <= day && day <= it.1)
    }

    /// Whether a person was the principal on some day from one to another.
    pub(crate) fn leads(&self, person: u32, from: NaiveDate, until: NaiveDate) -> bool {
        self.led(from, until).any(|it| it == person)
    }

    /// Those who were the principal on some day from one to another.
    pub(crate) fn led(&self, from: NaiveDate, until: NaiveDate) -> impl Iterator<Item = u32> + '_ {
        let met = move |it: &&(NaiveDate, NaiveDate, u32)| it.0 <= until && from <= it.1;
        self.principals.iter().filter(met).map(|it| it.2)
    }

    /// Whether there was a principal on some day from one to another.
    pub(crate) fn has_principal(&self, from: NaiveDate, until: NaiveDate) -> bool {
        self.led(from, until).next().is_some()
    }

    /// Those who were the principal on a day.
    pub(crate) fn principals_on(&self, day: NaiveDate) -> impl Iterator<Item = u32> + Clone + '_ {
        self.principals.iter().filter(move |it| it.0 <= day && day <= it.1).map(|it| it.2)
    }

    /// Accounts of a concern from one day to another: place of the life meeting, of the account in it.
    pub(crate) fn accounts_of(
        &self,
        concern: u32,
        from: NaiveDate,
        until: NaiveDate,
    ) -> impl Iterator<Item = (usize, usize)> + '_ {
        let start = self.concern_accounts.partition_point(|it| (it.0, it.1) < (concern, from));
        let these = self.concern_accounts.iter().skip(start);
        these
            .take_while(move |it| it.0 == concern && it.1 <= until)
            .map(|it| (it.2 as usize, it.3 as usize))
    }

    /// Whether a yearly democratic life meeting was held from one day to another, both included.
    pub(crate) fn met_yearly(&self, from: NaiveDate, until: NaiveDate) -> bool {
        let start = self.yearly.partition_point(|day| *day < from);
        self.yearly.get(start).is_some_and(|day| *day <= until)
    }

    /// Democratic life meetings from one day to another of whose accounts nobody has said anything.
    pub(crate) fn untold_lives(
        &self,
        from: NaiveDate,
        until: NaiveDate,
    ) -> impl Iterator<Item = u32> + '_ {
        let start = self.untold_lives.partition_point(|it| it.0 < from);
        self.untold_lives.iter().skip(start).take_while(move |it| it.0 <= until).map(|it| it.1)
    }

    /// Accounts that a person gave from one day to another, of nobody has said what: life meeting, account.
    pub(crate) fn unnamed_accounts(
        &self,
        person: u32,
        from: NaiveDate,
        until: NaiveDate,
    ) -> impl Iterator<Item = (usize, usize)> + '_ {
        let start = self.unnamed_accounts.partition_point(|it| (it.0, it.1) < (person, from));
        let these = self.unnamed_accounts.iter().skip(start);
        these
            .take_while(move |it| it.0 == person && it.1 <= until)
            .map(|it| (it.2 as usize, it.3 as usize))
    }

    /// Reports on duties and integrity on a year, earliest first.
    pub(crate) fn reports_on(&self, year: u32) -> impl Iterator<Item = u32> + '_ {
        let start = self.reports.partition_point(|it| it.0 < year);
        self.reports.iter().skip(start).take_while(move |it| it.0 == year).map(|it| it.2)
    }

    /// Plans for a year.
    pub(crate) fn plans_for(&self, year: u32) -> impl Iterator<Item = u32> + '_ {
        let start = self.plans.partition_point(|it| it.0 < year);
        self.plans.iter().skip(start).take_while(move |it| it.0 == year).map(|it| it.1)
    }

    /// Requests about a matter.
    pub(crate) fn requests_about(&self, matter: u32) -> impl Iterator<Item = u32> + '_ {
        let start = self.requests.partition_point(|it| it.0 < matter);
        self.requests.iter().skip(start).take_while(move |it| it.0 == matter).map(|it| it.1)
    }

    /// Organisational life meetings of a branch from one day to another.
    pub(crate) fn of_branch(
        &self,
        branch: u32,
        from: NaiveDate,
        until: NaiveDate,
    ) -> impl Iterator<Item = u32> + '_ {
        let start = self.of_branch.partition_point(|it| (it.0, it.1) < (branch, from));
        let these = self.of_branch.iter().skip(start);
        these.take_while(move |it| it.0 == branch && it.1 <= until).map(|it| it.2)
    }

    /// Organisational life meetings of which nobody has said whose they were.
    pub(crate) fn of_no_branch(
        &self,
        from: NaiveDate,
        until: NaiveDate,
    ) -> impl Iterator<Item = u32> + '_ {
        let start = self.of_no_branch.partition_point(|it| it.0 < from);
        self.of_no_branch.iter().skip(start).take_while(move |it| it.0 <= until).map(|it| it.1)
    }

    /// The place of a branch.
    pub(crate) fn branch(&self, records: &Records, id: &str) -> Option<u32> {
        let named = records.unit.as_ref().map_or(&[][..], |unit| &unit.branches);
        let key = |n: &u32| named.get(*n as usize).map(|it| it.id.as_str());
        let place = self.branches.binary_search_by(|n| key(n).cmp(&Some(id))).ok()?;
        self.branches.get(place).copied()
    }
}

impl LifeIndex {
    /// Whether a person took part.
    pub(crate) fn attended(&self, person: u32) -> bool {
        self.present.binary_search(&person).is_ok()
    }

    /// Places of the talks between two people.
    pub(crate) fn talks_between(&self, a: u32, b: u32) -> impl Iterator<Item = usize> + '_ {
        Self::pairs(&self.talks, (a.min(b), a.max(b)))
    }

    /// Places of the talks between a person and the head of a department.
    pub(crate) fn head_talks(
        &self,
        person: u32,
        department: u32,
    ) -> impl Iterator<Item = usize> + '_ {
        Self::pairs(&self.head_talks, (person, department))
    }

    fn pairs(all: &[(u32, u32, u32)], key: (u32, u32)) -> impl Iterator<Item = usize> + '_ {
        let start = all.partition_point(|it| (it.0, it.1) < key);
        all.iter().skip(start).take_while(move |it| (it.0, it.1) == key).map(|it| it.2 as usize)
    }

    /// Places of what is recorded about somebody's absence.
    pub(crate) fn absentee(&self, person: u32) -> impl Iterator<Item = usize> + '_ {
        let start = self.absentees.partition_point(|it| it.0 < person);
        let these = self.absentees.iter().skip(start).take_while(move |it| it.0 == person);
        these.map(|it| it.1 as usize)
    }
}

fn place(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

impl<'r> Build<'r> {
    /// Activities, life meetings, reports, plans and what follows from events.
    pub(super) fn duties(&mut self) -> DutyIndex {
        let records = self.records;
        let mut done = DutyIndex { principals: principals(records), ..DutyIndex::default() };
        let branches = self.branches(&mut done);
        self.activities(&mut done);
        let concerns = self.concerns(&mut done);
        let lives = self.lives(&branches, &concerns, &mut done);
        self.causes(&lives, &mut done);
        self.reports(&mut done);
        self.events(&mut done);
        done
    }

    fn branches(&mut self, done: &mut DutyIndex) -> Ids<'r> {
        let records = self.records;
        let named = records.unit.as_ref().map_or(&[][..], |unit| &unit.branches);
        let shelf = Path::ROOT.field(field!("unit")).field(field!("branches"));
        let mut ids = Ids::with_capacity(named.len());
        for (n, it) in (0u32..).zip(named) {
            Self::define(&mut self.faults, &mut ids, IdKind::Branch, it.id.as_str(), n, shelf);
            let at = shelf.index(n as usize);
            self.ordered(at, it.from.map(|day| day.0), it.until.map(|day| day.0));
        }
        for (n, person) in records.people.iter().enumerate() {
            for (k, it) in person.branches.iter().enumerate() {
                let at =
                    Path::ROOT.field(field!("people")).index(n).field(field!("branches")).index(k);
                self.ordered(at, Some(it.from.0), it.until.map(|day| day.0));
                self.known(&ids, IdKind::Branch, it.branch.as_str(), at.field(field!("branch")));
            }
        }
        let mut all: Vec<u32> = (0u32..).zip(named).map(|it| it.0).collect();
        all.sort_unstable_by_key(|n| named.get(*n as usize).map(|it| it.id.as_str()));
        done.branches = all;
        ids
    }

    /// The place of what an identifier names.
    fn known(&mut self, ids: &Ids<'r>, kind: IdKind, id: &str, at: Path) -> Option<u32> {
        let found = ids.get(id).copied();
        if found.is_none() {
            self.fault(at, FaultKind::DanglingId { kind, id: id.into() });
        }
        found
    }

    fn people_at<'i>(&mut self, people: impl Iterator<Item = &'i str>, at: Path) -> Vec<u32> {
        people.enumerate().filter_map(|(k, id)| self.person_at(id, at.index(k))).collect()
    }

    fn tasks(&mut self, tasks: &[FollowUp], at: Path) {
        for (k, it) in tasks.iter().enumerate() {
            if let Fact::Known(owner) = &it.owner {
                self.owner(owner.as_str(), at.index(k).field(field!("owner")));
            }
        }
    }

    fn activities(&mut self, done: &mut DutyIndex) {
        let records = self.records;
        let shelf = Path::ROOT.field(field!("activities"));
        let mut ids = Ids::with_capacity(records.activities.len());
        done.activities.reserve(records.activities.len());
        for (n, it) in (0u32..).zip(&records.activities) {
            Self::define(&mut self.faults, &mut ids, IdKind::Activity, it.id.as_str(), n, shelf);
            let at = shelf.index(n as usize);
            let (index, departments) = self.activity(it, at);
            let kind = it.kind;
            let mutual = is_mutual(kind);
            match it.held_on {
                Fact::Known(day) => {
                    done.dated.push((kind, day.0, n));
                    // Of a department's report it is the department with which it was.
                    let heard = kind == ActivityKind::DepartmentHeard;
                    let with = if heard { &departments } else { &index.with };
                    let both = index.by.filter(|_| mutual);
                    for it in with.iter().copied().chain(both) {
                        done.with_person.push((kind, it, day.0, n));
                    }
                    let open =
                        if heard { it.departments.is_unknown() } else { it.with.is_unknown() };
                    if open || (mutual && it.by.is_unknown()) {
                        done.loose.push((kind, day.0, n));
                    }
                }
                Fact::Absent | Fact::Unknown => done.undated.push((kind, n)),
            }
            done.activities.push(index);
        }
        // Of one day by identifier, so that the order of the records says nothing.
        let id = |n: u32| records.activities.get(n as usize).map(|it| it.id.as_str());
        done.dated.sort_unstable_by_key(|it| (it.0, it.1, id(it.2)));
        done.undated.sort_unstable();
        done.with_person.sort_unstable_by_key(|it| (it.0, it.1, it.2, id(it.3)));
        done.with_person.dedup();
        done.loose.sort_unstable();
    }

    /// Its people and its departments, by place.
    fn activity(&mut self, it: &Activity, at: Path) -> (ActivityIndex, Vec<u32>) {
        let by = it.by.known().and_then(|id| self.person_at(id.as_str(), at.field(field!("by"))));
        let people = it.with.elements().iter().map(PersonId::as_str);
        let with = self.people_at(people, at.field(field!("with")));
        let mut departments = Vec::with_capacity(it.departments.elements().len());
        for (k, id) in it.departments.elements().iter().enumerate() {
            self.department(id.as_str(), at.field(field!("departments")).index(k));
            departments.extend(self.departments.get(id.as_str()).copied());
        }
        self.tasks(it.problems.elements(), at.field(field!("problems")));
        (ActivityIndex { by, with }, departments)
    }

    fn concerns(&mut self, done: &mut DutyIndex) -> Ids<'r> {
        let records = self.records;
        let shelf = Path::ROOT.field(field!("concerns"));
        let mut ids = Ids::with_capacity(records.concerns.len());
        for (n, it) in (0u32..).zip(&records.concerns) {
            Self::define(&mut self.faults, &mut ids, IdKind::Concern, it.id.as_str(), n, shelf);
            let at = shelf.index(n as usize).field(field!("person"));
            let person = self.person_at(it.person.as_str(), at).unwrap_or(u32::MAX);
            done.concern_people.push(person);
        }
        ids
    }

    fn lives(&mut self, branches: &Ids<'r>, concerns: &Ids<'r>, done: &mut DutyIndex) -> Ids<'r> {
        let records = self.records;
        let shelf = Path::ROOT.field(field!("life_meetings"));
        let mut ids = Ids::with_capacity(records.life_meetings.len());
        for (n, it) in (0u32..).zip(&records.life_meetings) {
            Self::define(&mut self.faults, &mut ids, IdKind::LifeMeeting, it.id.as_str(), n, shelf);
            let at = shelf.index(n as usize);
            let stated = it.stated_three_rules.elements().iter();
            self.people_at(stated.map(PersonId::as_str), at.field(field!("stated_three_rules")));
            if let Some(consent) = it.consent.known() {
                let until = consent.until.known().map(|day| day.0);
                let given = Some(consent.given_on.0);
                self.in_order(
                    at.field(field!("consent")),
                    (field!("given_on"), given),
                    (field!("until"), until),
                );
            }
            let branch = it.branch.as_ref();
            let branch = branch.map(|id| {
                self.known(branches, IdKind::Branch, id.as_str(), at.field(field!("branch")))
            });
            if it.kind == LifeMeetingKind::Organisational {
                match branch {
                    Some(branch) => {
                        let branch = branch.unwrap_or(u32::MAX);
                        done.of_branch.push((branch, it.held_on.0, n));
                    }
                    None => done.of_no_branch.push((it.held_on.0, n)),
                }
            }
            let life = self.life(it, concerns, at);
            if it.kind == LifeMeetingKind::Democratic {
                // Nobody gives an account for another.
                let own = |it: &&(u32, Option<u32>, u32)| {
                    let concern = it.1.and_then(|n| done.concern_people.get(n as usize));
                    concern.is_some_and(|person| *person == it.0)
                };
                let named = life.accounts.iter().filter(own).filter_map(|it| Some((it.1?, it.2)));
                let all = named.map(|(concern, k)| (concern, it.held_on.0, n, k));
                done.concern_accounts.extend(all);
                if it.accounts.is_unknown() {
                    done.untold_lives.push((it.held_on.0, n));
                }
                let unnamed = |k: u32| {
                    let account: Option<&LifeAccount> = it.accounts.elements().get(k as usize);
                    account.is_some_and(|it| it.concern.is_unknown())
                };
                let all = life.accounts.iter().filter(|it| it.1.is_none() && unnamed(it.2));
                done.unnamed_accounts.extend(all.map(|(by, _, k)| (*by, it.held_on.0, n, *k)));
            }
            done.lives.push(life);
        }
        done.concern_accounts.sort_unstable();
        done.untold_lives.sort_unstable();
        done.unnamed_accounts.sort_unstable();
        done.of_branch.sort_unstable();
        done.of_no_branch.sort_unstable();
        let yearly = |it: &LifeMeeting| {
            it.kind == LifeMeetingKind::Democratic && it.session == LifeMeetingSession::Yearly
        };
        let meetings = records.life_meetings.iter().filter(|it| yearly(it));
        let mut days: Vec<(NaiveDate, u32)> = meetings.map(|it| (it.held_on.0, it.year)).collect();
        days.sort_unstable();
        done.yearly = days.iter().map(|it| it.0).collect();
        for (it, life) in records.life_meetings.iter().zip(&mut done.lives) {
            let earlier = days.partition_point(|day| day.0 < it.held_on.0);
            let before = earlier.checked_sub(1).and_then(|n| days.get(n).copied());
            (life.before, life.before_year) = before.unzip();
        }
        ids
    }

    fn life(&mut self, it: &LifeMeeting, concerns: &Ids<'r>, at: Path) -> LifeIndex {
        let id = PersonId::as_str;
        let mut life = LifeIndex {
            present: self
                .people_at(it.present.elements().iter().map(id), at.field(field!("present"))),
            ..LifeIndex::default()
        };
        life.present.sort_unstable();
        let spoke = it.self_criticisms.elements().iter().map(id);
        life.self_criticisms = self.people_at(spoke, at.field(field!("self_criticisms")));
        for (k, account) in it.accounts.elements().iter().enumerate() {
            let at = at.field(field!("accounts")).index(k);
            let by = self.person_at(account.by.as_str(), at.field(field!("by")));
            let concern = account.concern.known().and_then(|id| {
                self.known(concerns, IdKind::Concern, id.as_str(), at.field(field!("concern")))
            });
            life.accounts.extend(by.map(|by| (by, concern, place(k))));
        }
        life.accounts.sort_unstable();
        for (k, talk) in it.talks.elements().iter().enumerate() {
            let at = at.field(field!("talks")).index(k);
            if talk.other.is_some() == talk.department.is_some() {
                let words = "a talk is with either a person or the head of a department".into();
                self.fault(at, FaultKind::NotAllowed(words));
            }
            let one = self.person_at(talk.one.as_str(), at.field(field!("one")));
            if let Some(other) = &talk.other {
                let other = self.person_at(other.as_str(), at.field(field!("other")));
                let pair = one.zip(other);
                life.talks.extend(pair.map(|(a, b)| (a.min(b), a.max(b), place(k))));
            }
            if let Some(id) = &talk.department {
                self.department(id.as_str(), at.field(field!("department")));
                let department = self.departments.get(id.as_str()).copied();
                life.head_talks.extend(one.zip(department).map(|(a, b)| (a, b, place(k))));
            }
        }
        life.talks.sort_unstable();
        life.head_talks.sort_unstable();
        for (k, it) in it.absentees.elements().iter().enumerate() {
            let at = at.field(field!("absentees")).index(k).field(field!("person"));
            let person = self.person_at(it.person.as_str(), at);
            life.absentees.extend(person.map(|person| (person, place(k))));
        }
        life.absentees.sort_unstable();
        self.tasks(it.actions.elements(), at.field(field!("actions")));
        life
    }

    fn causes(&mut self, lives: &Ids<'r>, done: &mut DutyIndex) {
        let records = self.records;
        for (n, it) in records.life_meeting_postponements.iter().enumerate() {
            let at = Path::ROOT.field(field!("life_meeting_postponements")).index(n);
            let (given, until) = (Some(it.given_on.0), Some(it.until.0));
            self.in_order(at, (field!("given_on"), given), (field!("until"), until));
        }
        let shelf = Path::ROOT.field(field!("special_causes"));
        let mut ids = Ids::new();
        for (n, it) in (0u32..).zip(&records.special_causes) {
            Self::define(
                &mut self.faults,
                &mut ids,
                IdKind::SpecialCause,
                it.id.as_str(),
                n,
                shelf,
            );
            let at = shelf.index(n as usize).field(field!("session"));
            let session = it.session.known();
            let session =
                session.and_then(|id| self.known(lives, IdKind::LifeMeeting, id.as_str(), at));
            done.sessions.push(session);
        }
    }

    fn reports(&mut self, done: &mut DutyIndex) {
        let records = self.records;
        let shelf = Path::ROOT.field(field!("accountability_reports"));
        let mut ids = Ids::new();
        for (n, it) in (0u32..).zip(&records.accountability_reports) {
            let (kind, id) = (IdKind::AccountabilityReport, it.id.as_str());
            Self::define(&mut self.faults, &mut ids, kind, id, n, shelf);
            done.reports.push((it.year, it.held_on.0, n));
        }
        // Of one day by identifier, so that the order of the records says nothing.
        let id = |n: u32| records.accountability_reports.get(n as usize).map(|it| it.id.as_str());
        done.reports.sort_unstable_by_key(|it| (it.0, it.1, id(it.2)));
        let shelf = Path::ROOT.field(field!("requests"));
        let mut ids = Ids::with_capacity(records.requests.len());
        for (n, it) in (0u32..).zip(&records.requests) {
            Self::define(&mut self.faults, &mut ids, IdKind::Request, it.id.as_str(), n, shelf);
            for (k, id) in it.matters.iter().enumerate() {
                let at = shelf.index(n as usize).field(field!("matters")).index(k);
                let matter = self.matter(id.as_str(), at);
                done.requests.extend(matter.map(|matter| (matter, n)));
            }
        }
        done.requests.sort_unstable();
        done.requests.dedup();
        let shelf = Path::ROOT.field(field!("plans"));
        let mut ids = Ids::new();
        for (n, it) in (0u32..).zip(&records.plans) {
            Self::define(&mut self.faults, &mut ids, IdKind::Plan, it.id.as_str(), n, shelf);
            done.plans.push((it.year, n));
            for (k, task) in it.tasks.elements().iter().enumerate() {
                if let Fact::Known(owner) = &task.owner {
                    let at = shelf
                        .index(n as usize)
                        .field(field!("tasks"))
                        .index(k)
                        .field(field!("owner"));
                    self.owner(owner.as_str(), at);
                }
            }
        }
        done.plans.sort_unstable();
    }

    fn events(&mut self, done: &mut DutyIndex) {
        let records = self.records;
        let nobody = |place: Option<u32>| place.unwrap_or(u32::MAX);
        let shelf = Path::ROOT.field(field!("case_filings"));
        let mut ids = Ids::new();
        for (n, it) in (0u32..).zip(&records.case_filings) {
            Self::define(&mut self.faults, &mut ids, IdKind::CaseFiling, it.id.as_str(), n, shelf);
            let at = shelf.index(n as usize).field(field!("person"));
            done.filings.push(nobody(self.person_at(it.person.as_str(), at)));
        }
        let shelf = Path::ROOT.field(field!("important_cases"));
        let mut ids = Ids::new();
        for (n, it) in (0u32..).zip(&records.important_cases) {
            let (kind, id) = (IdKind::ImportantCase, it.id.as_str());
            Self::define(&mut self.faults, &mut ids, kind, id, n, shelf);
            let at = shelf.index(n as usize);
            let person = it.in_charge.known();
            let person =
                person.and_then(|id| self.person_at(id.as_str(), at.field(field!("in_charge"))));
            let item = it.reviewed_in.known();
            let item =
                item.and_then(|id| self.item_ref(id.as_str(), at.field(field!("reviewed_in"))));
            done.cases.push((person, item));
        }
        let shelf = Path::ROOT.field(field!("shortfalls"));
        let mut ids = Ids::new();
        for (n, it) in (0u32..).zip(&records.shortfalls) {
            Self::define(&mut self.faults, &mut ids, IdKind::Shortfall, it.id.as_str(), n, shelf);
            let at = shelf.index(n as usize).field(field!("person"));
            done.shortfalls.push(nobody(self.person_at(it.person.as_str(), at)));
        }
        let shelf = Path::ROOT.field(field!("peer_breaches"));
        let mut ids = Ids::new();
        for (n, it) in (0u32..).zip(&records.peer_breaches) {
            Self::define(&mut self.faults, &mut ids, IdKind::PeerBreach, it.id.as_str(), n, shelf);
            let at = shelf.index(n as usize);
            let of = self.person_at(it.of.as_str(), at.field(field!("of")));
            let by = self.person_at(it.known_by.as_str(), at.field(field!("known_by")));
            if of.is_some() && of == by {
                let words = "it is another member's breach".into();
                self.fault(at.field(field!("of")), FaultKind::NotAllowed(words));
            }
            done.peers.push((nobody(of), nobody(by)));
        }
        let shelf = Path::ROOT.field(field!("off_hours_problems"));
        let mut ids = Ids::new();
        for (n, it) in (0u32..).zip(&records.off_hours_problems) {
            let (kind, id) = (IdKind::OffHoursProblem, it.id.as_str());
            Self::define(&mut self.faults, &mut ids, kind, id, n, shelf);
            let at = shelf.index(n as usize).field(field!("person"));
            done.off_hours.push(nobody(self.person_at(it.person.as_str(), at)));
        }
    }
}

/// Spells as the principal of the Party group.
fn principals(records: &Records) -> Vec<(NaiveDate, NaiveDate, u32)> {
    let mut all = Vec::new();
    for (n, person) in (0u32..).zip(&records.people) {
        let of_group = |it: &&Membership| it.body == Body::PartyGroup;
        let led = person.memberships.iter().filter(of_group);
        for it in led.filter(|it| it.role == MemberRole::Principal) {
            let spell = it.spell();
            all.push((spell.from, spell.until.unwrap_or(NaiveDate::MAX), n));
        }
    }
    all.sort_unstable();
    all
}
