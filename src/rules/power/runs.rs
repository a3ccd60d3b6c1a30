//! Days without a list in force, run by run.

use super::lists::{self, Meets};
use crate::{
    facts::{PowerHolder, PowerList, RecordFamily},
    finding::{Breach, Missing},
    outcome::Outcome,
    path::Path,
    rule::{Context, Part, Probe},
    time::{DateRange, NaiveDate},
};

/// Whose list is looked for, and which lists are such.
pub(super) struct Required<'a, F> {
    pub(super) cx: Context<'a>,
    pub(super) holder: PowerHolder,
    pub(super) is_one: F,
}

impl<F: Fn(&PowerList) -> bool> Required<'_, F> {
    /// Opens every unbroken run of days of a stretch on which no list is known to be in force; the answer says whether there was
    /// any.
    pub(super) fn each_run(
        &self,
        (from, until): (NaiveDate, NaiveDate),
        probe: &mut Probe<'_>,
    ) -> bool {
        let (mut day, mut any) = (from, false);
        while day <= until {
            let known = || {
                let own = self.own();
                own.filter_map(|(_, it)| Some((it.from.known()?.0, lists::last_day(it))))
            };
            if let Some(last) = known().filter(|it| it.0 <= day && day <= it.1).map(|it| it.1).max()
            {
                let Some(next) = last.succ_opt() else { break };
                day = next;
                continue;
            }
            // Nothing is known to be in force from here to the day before the next list.
            let next = known().map(|it| it.0).filter(|from| *from > day).min();
            let end = next.and_then(|it| it.pred_opt()).map_or(until, |it| it.min(until));
            any |= self.gap((day, end), probe);
            let Some(next) = next else { break };
            day = next;
        }
        any
    }

    /// A holder who lacked no list, once.
    pub(super) fn kept(&self, probe: &mut Probe<'_>) {
        let part = Part::new().word("holder", self.holder.as_str());
        probe.subject(part, |_| Ok(Outcome::Compliant));
    }

    fn own(&self) -> impl Iterator<Item = (usize, &PowerList)> {
        let lists = &self.cx.dossier.records().power_lists;
        lists.iter().enumerate().filter(|it| (self.is_one)(it.1))
    }

    /// Days of a run on which a list may be in force of which nobody has said since when are a run of their own.
    fn gap(&self, (from, until): (NaiveDate, NaiveDate), probe: &mut Probe<'_>) -> bool {
        let open = || {
            let own = self.own();
            own.filter(|(_, it)| it.from.known().is_none() && from <= lists::last_day(it))
        };
        let covered = open().map(|(_, it)| lists::last_day(it).min(until)).max();
        let mut any = false;
        if covered.is_some() {
            let (mut outcome, mut lacking) = (Outcome::Compliant, Vec::new());
            for (n, it) in open() {
                let last = lists::last_day(it).min(until);
                if let Meets::Open(lacks) = lists::in_force(it, lists::at(n), last) {
                    outcome = Outcome::Undetermined;
                    lacking.push(lacks);
                }
            }
            if outcome == Outcome::Undetermined {
                any = true;
                probe.subject(self.run(from), |probe| {
                    let all = lacking.into_iter();
                    Ok(all.fold(Outcome::Undetermined, |all, it| all.join(it.tell(probe))))
                });
            }
        }
        let from = match covered {
            Some(last) => match last.succ_opt().filter(|next| *next <= until) {
                Some(next) => next,
                None => return any,
            },
            None => from,
        };
        let family = RecordFamily::PowerLists;
        probe.subject(self.run(from), |probe| {
            Ok(match self.cx.dossier.index().first_complete_day(family, from, until) {
                Some(day) => probe.breach_with(Path::ROOT, Breach::Missing, |it| it.day = day),
                None => probe.lack(Missing::Completeness { family, from, until }),
            })
        });
        true
    }

    /// A run is told apart by its first day: it may still go on.
    fn run(&self, from: NaiveDate) -> Part<'static> {
        Part::of_period(DateRange::since(from)).word("holder", self.holder.as_str())
    }
}
