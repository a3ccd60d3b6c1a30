//! Duties that return with the calendar, and problems that what was held brought to light.

use crate::{
    facts::{Fact, RecordFamily},
    finding::{Breach, Missing, Why},
    outcome::Outcome,
    path::Path,
    policy::{Period, Setting},
    rule::{Context, Probe, after},
    time::{Day, NaiveDate, Term},
};

/// Whether something was held in each period up to the as-of day; the one that is running is pending. A period that began
/// before the measures goes by its last day; how long one is, its first day that is judged decides.
pub(super) fn held_each<'p>(
    cx: &Context<'_>,
    period: impl Fn(NaiveDate) -> &'p Setting<Period>,
    held: &(impl Iterator<Item = NaiveDate> + Clone),
    family: RecordFamily,
    probe: &mut Probe<'_>,
) -> Outcome {
    let as_of = cx.as_of;
    let (mut day, mut outcome) = (cx.policy.measures_from(), Outcome::NotApplicable);
    while day <= as_of {
        let setting = period(day);
        let Some(period) = setting.value else {
            return outcome.join(probe.lack(Missing::Policy(setting.field)));
        };
        let Some((start, until)) = period.around(day) else { break };
        // What an earlier period of another length covered is not asked again.
        let from = if day == cx.policy.measures_from() { start } else { day };
        let within = |day: NaiveDate| from <= day && day <= until && day <= as_of;
        outcome = outcome.join(if held.clone().any(within) {
            Outcome::Compliant
        } else if as_of <= until {
            probe.pending(Path::ROOT, Some(until))
        } else if cx.dossier.is_complete(family, from, until) {
            let breach = Breach::Late { due: until, done: None };
            probe.breach_with(Path::ROOT, breach, |it| it.day = after(until))
        } else {
            probe.lack(Missing::Completeness { family, from, until })
        });
        let Some(next) = until.succ_opt() else { break };
        day = next;
    }
    if outcome == Outcome::NotApplicable {
        return probe.not_applicable(Why::NotInForce);
    }
    outcome
}

/// Whether a problem that was found on a day was dealt with within its limit.
pub(super) fn dealt_with(
    cx: &Context<'_>,
    found: NaiveDate,
    done: Fact<Day>,
    limit: &Setting<Term>,
    at: Path,
    probe: &mut Probe<'_>,
) -> Outcome {
    let done = done.map(|day| day.0);
    if done.known().is_some_and(|day| *day < found) {
        return probe.lack(Missing::Contradiction(at));
    }
    probe.within(cx, found, &done, limit, at)
}
