//! Records that can be checked before they are in a dossier.

use super::{RuleSet, run::Run};
use crate::{
    dossier::Index,
    error::Error,
    facts::{Household, Meeting, PowerList},
    path::{Path, Root},
    report::Report,
    rule::{Context, HouseholdCase, ListCase, MeetingCase},
};

/// A record that can be checked before it is in a dossier.
pub trait Record: sealed::Sealed {
    #[doc(hidden)]
    fn check_alone(
        &self,
        rules: &RuleSet,
        cx: Context<'_>,
        report: &mut Report,
    ) -> Result<(), Error>;
}

pub(super) mod sealed {
    pub trait Sealed {}
    impl Sealed for crate::facts::Meeting {}
}

impl Record for Meeting {
    fn check_alone(
        &self,
        rules: &RuleSet,
        cx: Context<'_>,
        report: &mut Report,
    ) -> Result<(), Error> {
        let index = Index::of_meeting(cx.dossier.records(), self).map_err(Error::from_faults)?;
        let mut run = Run::alone(rules, cx, report, self);
        MeetingCase::of(cx, self, &index, Path::of(Root::Meeting)).judge(&mut run, None);
        run.finish(false);
        Ok(())
    }
}

impl sealed::Sealed for Household {}

impl Record for Household {
    fn check_alone(
        &self,
        rules: &RuleSet,
        cx: Context<'_>,
        report: &mut Report,
    ) -> Result<(), Error> {
        let index = Index::of_household(cx.dossier.records(), self).map_err(Error::from_faults)?;
        let case =
            HouseholdCase { cx, household: self, at: Path::of(Root::Household), index: &index };
        let mut run = Run::alone(rules, cx, report, self);
        case.judge(&mut run);
        run.finish(false);
        Ok(())
    }
}

impl sealed::Sealed for PowerList {}

impl Record for PowerList {
    fn check_alone(
        &self,
        rules: &RuleSet,
        cx: Context<'_>,
        report: &mut Report,
    ) -> Result<(), Error> {
        let item = Index::of_list(cx.dossier.records(), self).map_err(Error::from_faults)?;
        let mut run = Run::alone(rules, cx, report, self);
        let mut lists = (0u32..).zip(&cx.dossier.records().power_lists);
        let place = lists.find(|it| it.1.id == self.id).map(|it| it.0);
        let at = Path::of(Root::PowerList);
        ListCase { cx, list: self, at, place, alone: true, item }.judge(&mut run);
        run.finish(false);
        Ok(())
    }
}
