//! What every check may look at.

use crate::{
    dossier::Dossier,
    facts::{KinSet, Matter, Relation},
    policy::Policy,
    time::{Calendar, NaiveDate},
};

/// What every check may look at.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// All records.
    pub dossier: &'a Dossier,
    /// All parameters.
    pub policy: &'a Policy,
    /// The day as of which is judged.
    pub as_of: NaiveDate,
}

impl<'a> Context<'a> {
    /// The calendar of the unit's region.
    #[must_use]
    pub fn calendar(&self) -> &'a Calendar {
        self.policy.calendar(self.dossier.region())
    }

    /// A matter by its place in the catalogue.
    pub(super) fn matter(&self, place: Option<u32>) -> Option<(u32, &'a Matter)> {
        let place = place?;
        Some((place, self.dossier.records().matters.get(place as usize)?))
    }

    /// What a person is to another on some day from one to another, both included, within a set of kin, whichever side
    /// the tie is recorded from.
    #[must_use]
    pub fn kin(
        &self,
        of: u32,
        person: u32,
        from: NaiveDate,
        until: NaiveDate,
        set: KinSet,
    ) -> Option<Relation> {
        let ties = self.dossier.records().kinship.elements();
        let id = self.person_id(of)?;
        self.dossier.index().kin(of, person).find_map(|n| {
            let tie = ties.get(n as usize)?;
            let counts = tie.lasted_in(from, until) && set.contains(tie.relation);
            let own = tie.person.as_str() == id;
            counts.then_some(if own { tie.relation } else { tie.relation.inverse() })
        })
    }

    /// Identifier of a person by place in the register.
    #[must_use]
    pub fn person_id(&self, place: u32) -> Option<&'a str> {
        self.dossier.records().people.get(place as usize).map(|it| it.id.as_str())
    }
}
