//! Duties that return with the calendar, and problems that what was held brought to light.

use crate::{
    facts::{Body, Fact, RecordFamily},
    finding::{Breach, Missing, Why},
    outcome::Outcome,
    path::Path,
    policy::{Period, Setting},
    rule::{Context, PersonCase, Probe, after},
    time::{Day, NaiveDate, Term},
};

/// One period: its first and last day, and the setting that makes it one.
#[derive(Debug, Clone, Copy)]
pub(super) struct Span<'p> {
    pub(super) from: NaiveDate,
    pub(super) until: NaiveDate,
    pub(super) setting: &'p Setting<Period>,
}

/// Each period up to the as-of day, in order, the running one included. A period that began before the measures goes by its
/// last day; how long one is, its first day that is judged decides.
pub(super) fn each<'p>(
    cx: &Context<'_>,
    value: impl Fn(NaiveDate) -> &'p Setting<Period>,
    probe: &mut Probe<'_>,
    mut judge: impl FnMut(Span<'p>, &mut Probe<'_>) -> Outcome,
) -> Outcome {
    let (mut day, mut outcome) = (cx.policy.measures_from(), Outcome::NotApplicable);
    while day <= cx.as_of {
        let setting = value(day);
        let Some(period) = setting.value else {
            outcome = outcome.join(probe.lack(Missing::Policy(setting.field)));
            // On with the day from which the policy says something.
            let mut later = cx.policy.pieces(day, cx.as_of).map(|it| it.0);
            match later.find(|it| value(*it).value.is_some()) {
                Some(next) => day = next,
                None => break,
            }
            continue;
        };
        // A period of the calendar is the whole of it, whatever began in its midst.
        let Some((from, until)) = period.around(day) else { break };
        let span = Span { from, until, setting };
        outcome = outcome.join(judge(span, probe));
        let Some(next) = until.succ_opt() else { break };
        day = next;
    }
    outcome
}

/// Whether something was held in each period; the one that is running is pending.
pub(super) fn held_each<'p>(
    cx: &Context<'_>,
    period: impl Fn(NaiveDate) -> &'p Setting<Period>,
    held: &(impl Iterator<Item = (NaiveDate, Path)> + Clone),
    family: RecordFamily,
    probe: &mut Probe<'_>,
) -> Outcome {
    let as_of = cx.as_of;
    let outcome = each(cx, period, probe, |Span { from, until, .. }, probe| {
        let within = |day: NaiveDate| from <= day && day <= until && day <= as_of;
        let done = held.clone().filter(|it| within(it.0)).min();
        probe.falls_due(Path::ROOT, until, done);
        if done.is_some() {
            Outcome::Compliant
        } else if as_of <= until {
            probe.pending(Path::ROOT, Some(until))
        } else if cx.dossier.is_complete(family, from, until) {
            let breach = Breach::Late { due: until, done: None };
            probe.breach_with(Path::ROOT, breach, |it| it.day = after(until))
        } else {
            probe.lack(Missing::Completeness { family, from, until })
        }
    });
    if outcome == Outcome::NotApplicable {
        return probe.not_applicable(Why::NotInForce);
    }
    outcome
}

/// Whether a member belonged for as many days of a period as the policy asks; where it does not say, its field.
pub(super) fn belongs(
    case: &PersonCase<'_>,
    from: NaiveDate,
    until: NaiveDate,
) -> Result<bool, &'static str> {
    let spells = || case.person.spells_in(Body::PartyGroup);
    if spells().any(|it| it.spell().covers(from) && it.spell().covers(until)) {
        return Ok(true);
    }
    let period = || from.iter_days().take_while(|day| *day <= until);
    let days = period().filter(|day| case.person.belongs_to(Body::PartyGroup, *day)).count();
    if days == period().count() {
        return Ok(true);
    }
    let setting = &case.cx.policy.on(until).member_days_in_period;
    setting.value.map(|asked| days >= asked as usize).ok_or(setting.field)
}

/// Goes on with a member who belonged for as many days of a period as the policy asks.
///
/// # Errors
///
/// `NotApplicable` where not; `Undetermined` where the policy does not say.
pub(super) fn belonged(
    case: &PersonCase<'_>,
    from: NaiveDate,
    until: NaiveDate,
    probe: &mut Probe<'_>,
) -> Result<(), Outcome> {
    let spells = || case.person.spells_in(Body::PartyGroup);
    if spells().any(|it| it.spell().covers(from) && it.spell().covers(until)) {
        return Ok(());
    }
    match belongs(case, from, until) {
        Ok(true) => {
            probe.hinge(&case.cx.policy.on(until).member_days_in_period);
            Ok(())
        }
        Ok(false) => Err(Outcome::NotApplicable),
        Err(field) => Err(probe.lack(Missing::Policy(field))),
    }
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
        probe.falls_due_after(cx, found, limit, at, None);
        return probe.lack(Missing::Contradiction(at));
    }
    probe.within(cx, found, &done, limit, at)
}
