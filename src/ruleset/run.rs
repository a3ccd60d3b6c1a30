//! One run: every check on every subject that it is handed.

use super::RuleSet;
use crate::{
    finding::{Missing, Why},
    outcome::Outcome,
    part::Part,
    path::Path,
    report::{Report, TallyRow, Trace, WaiverNote, WaiverState},
    rule::{Answer, Context, Judge, Kind, Probe, Roots, Row, Runner, Shared, SubjectRef, walk},
    time::NaiveDate,
};

/// One run.
pub(super) struct Run<'a, 'r> {
    rules: &'a RuleSet,
    cx: Context<'a>,
    report: &'r mut Report,
    /// Addresses of a step that is only about to be taken: what nobody has said of it is awaited.
    pub(super) awaited: Option<[Path; 3]>,
    /// Room for missing facts, used again for every rule and subject.
    missing: Vec<Missing>,
    /// The record that is checked alone, where it is one.
    alone: Option<&'a dyn Part>,
}

impl<'a, 'r> Run<'a, 'r> {
    pub(super) fn new(rules: &'a RuleSet, cx: Context<'a>, report: &'r mut Report) -> Self {
        report.clear();
        report.as_of = cx.as_of;
        report.tally.rows.extend(rules.rules.iter().map(|it| TallyRow::new(it.norm)));
        report.left_out.extend(rules.left_out.iter().cloned());
        Self { rules, cx, report, awaited: None, missing: Vec::new(), alone: None }
    }

    /// The same of a record alone, at which its addresses begin.
    pub(super) fn alone(
        rules: &'a RuleSet,
        cx: Context<'a>,
        report: &'r mut Report,
        record: &'a dyn Part,
    ) -> Self {
        Self { alone: Some(record), ..Self::new(rules, cx, report) }
    }

    /// Every rule on every subject of the dossier.
    pub(super) fn dossier(mut self) {
        walk(self.cx, &mut self);
        self.finish(true);
    }

    /// One rule and one subject.
    fn one(
        &mut self,
        on: Row,
        subject: SubjectRef<'_>,
        check: impl FnOnce(&mut Probe<'_>) -> Answer,
    ) {
        let Row { place: row, norm, .. } = on;
        let roots = Roots { dossier: self.cx.dossier.records(), alone: self.alone };
        if let Some(why) = self.not_reached(&on, subject.day) {
            if let Some(row) = self.report.tally.rows.get_mut(row) {
                row.count(Outcome::NotApplicable, why, false);
            }
            if let Some(trace) = &mut self.report.trace {
                trace.push(Trace {
                    code: norm.code,
                    subject: subject.told(norm.code, roots),
                    outcome: Outcome::NotApplicable,
                    why: Some(why),
                    evidence: Vec::new(),
                });
            }
            return;
        }
        let shared = Shared { policy: self.cx.policy, roots };
        let mut probe = Probe::new(norm, row, subject, shared, self.report, &mut self.missing);
        probe.awaited = self.awaited.as_ref();
        let answer = check(&mut probe);
        probe.close(answer);
    }

    /// Whether the act lies outside the days on which the norm binds, or after the as-of day.
    fn not_reached(&self, on: &Row, day: NaiveDate) -> Option<Why> {
        let Row { norm, by_own_day, of_measures, .. } = *on;
        // The day of adoption that the policy gives takes the place of the measures' own first day.
        let from = if of_measures { self.cx.policy.measures_from() } else { norm.in_force.from };
        if (day < from && !by_own_day) || norm.in_force.until.is_some_and(|until| day > until) {
            Some(Why::NotInForce)
        } else {
            (day > self.cx.as_of).then_some(Why::AfterAsOf)
        }
    }

    /// Says what became of the waivers.
    pub(super) fn finish(self, whole: bool) {
        for (index, waiver) in self.cx.policy.waivers().iter().enumerate() {
            let used = self.report.violations.iter().any(|it| it.waived_by == Some(index));
            let ran = self.rules.norms().any(|norm| waiver.is_for(norm.code.as_str()));
            let state = if used {
                WaiverState::Used
            } else if !whole {
                // Of one record alone nobody can tell whether a waiver is for another.
                continue;
            } else if !ran {
                WaiverState::NoSuchRule
            } else if waiver.counts_on(self.cx.as_of) {
                WaiverState::MatchedNothing
            } else {
                WaiverState::RanOut
            };
            self.report.waivers.push(WaiverNote { index, state });
        }
    }
}

impl Runner for Run<'_, '_> {
    fn judge(&mut self, case: &impl Kind, subject: SubjectRef<'_>) {
        let rules = self.rules;
        case.each_check(&rules.shelves, &mut OnSubject { run: self, subject });
    }
}

/// A run at one subject.
struct OnSubject<'s, 'a, 'r> {
    run: &'s mut Run<'a, 'r>,
    subject: SubjectRef<'s>,
}

impl Judge for OnSubject<'_, '_, '_> {
    fn one(&mut self, on: Row, check: impl FnOnce(&mut Probe<'_>) -> Answer) {
        self.run.one(on, self.subject, check);
    }
}
