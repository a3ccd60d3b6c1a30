//! Duties that return with the calendar, and problems that what was held brought to light.

use crate::{
    facts::{Body, Fact, RecordFamily},
    finding::{Breach, Missing},
    outcome::Outcome,
    path::{Field, Path, field},
    policy::{Period, Setting},
    rule::{Context, Part, PersonCase, Probe, after},
    time::{DateRange, Day, NaiveDate, Term},
};

/// One period: its first and last day, and the setting that makes it one.
#[derive(Debug, Clone, Copy)]
pub(super) struct Span<'p> {
    pub(super) from: NaiveDate,
    pub(super) until: NaiveDate,
    pub(super) setting: &'p Setting<Period>,
}

impl Span<'_> {
    /// Its days, by which a duty of it is told apart.
    pub(super) const fn days(&self) -> DateRange {
        DateRange::between(self.from, self.until)
    }

    /// A duty of it.
    pub(super) fn part<'s>(&self) -> Part<'s> {
        Part::of_period(self.days())
    }
}

/// Days that belong to one period, or of which the policy does not say how long a period is.
pub(super) enum Stretch<'p> {
    Period(Span<'p>),
    Unset { field: &'static str, from: NaiveDate, last: NaiveDate },
}

impl<'p> Stretch<'p> {
    /// The period; where none is set a subject that says so is opened, if there is anybody whose duty it would be.
    pub(super) fn period(
        self,
        probe: &mut Probe<'_>,
        whose: impl FnOnce(NaiveDate, NaiveDate) -> bool,
    ) -> Option<Span<'p>> {
        match self {
            Self::Period(span) => Some(span),
            Self::Unset { field, from, last } => {
                if whose(from, last) {
                    let part = Part::of_period(DateRange::since(from));
                    probe.subject(part, |probe| Err(probe.lack(Missing::Policy(field))));
                }
                None
            }
        }
    }
}

/// Each period up to the as-of day, in order, the running one included. A period that began before the measures goes by its
/// last day; how long one is, its first day that is judged decides.
pub(super) fn stretches<'p>(
    cx: Context<'p>,
    value: impl Fn(NaiveDate) -> &'p Setting<Period>,
) -> impl Iterator<Item = Stretch<'p>> {
    let mut next = Some(cx.policy.measures_from()).filter(|day| *day <= cx.as_of);
    std::iter::from_fn(move || {
        let day = next?;
        let setting = value(day);
        let up_to = |last: NaiveDate| last.succ_opt().filter(|day| *day <= cx.as_of);
        let Some(period) = setting.value else {
            // On with the day from which the policy says something.
            let mut later = cx.policy.pieces(day, cx.as_of).map(|it| it.0);
            next = later.find(|it| value(*it).value.is_some());
            let last = next.and_then(|it| it.pred_opt()).unwrap_or(cx.as_of);
            return Some(Stretch::Unset { field: setting.field, from: day, last });
        };
        // A period of the calendar is the whole of it, whatever began in its midst.
        let (from, until) = period.around(day)?;
        next = up_to(until);
        Some(Stretch::Period(Span { from, until, setting }))
    })
}

/// Whether something was held in each period; the one that is running is pending.
pub(super) fn held_each<'p>(
    cx: Context<'p>,
    period: impl Fn(NaiveDate) -> &'p Setting<Period>,
    held: &(impl Iterator<Item = (NaiveDate, Path)> + Clone),
    family: RecordFamily,
    probe: &mut Probe<'_>,
) {
    for stretch in stretches(cx, period) {
        let Some(span) = stretch.period(probe, |_, _| true) else { continue };
        probe.subject(span.part(), |probe| Ok(held_in(&cx, span, held.clone(), family, probe)));
    }
}

fn held_in(
    cx: &Context<'_>,
    Span { from, until, .. }: Span<'_>,
    held: impl Iterator<Item = (NaiveDate, Path)>,
    family: RecordFamily,
    probe: &mut Probe<'_>,
) -> Outcome {
    let within = |day: NaiveDate| from <= day && day <= until && day <= cx.as_of;
    let done = held.filter(|it| within(it.0)).min();
    probe.falls_due(Path::ROOT, until, done);
    if done.is_some() {
        Outcome::Compliant
    } else if cx.as_of <= until {
        probe.pending(Path::ROOT, Some(until))
    } else if cx.dossier.is_complete(family, from, until) {
        let breach = Breach::Late { due: until, done: None };
        probe.breach_with(Path::ROOT, breach, |it| it.day = after(until))
    } else {
        probe.lack(Missing::Completeness { family, from, until })
    }
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

/// What was held on a day and found problems, each to be dealt with within a limit.
pub(super) struct Found<'c> {
    pub(super) cx: &'c Context<'c>,
    pub(super) held: NaiveDate,
    pub(super) limit: &'c Setting<Term>,
}

impl Found<'_> {
    /// Each problem as a subject of its own; where nobody has said which there are, what found them.
    pub(super) fn each<P>(
        &self,
        problems: &Fact<Vec<P>>,
        at: Path,
        (key, done): (Field, impl Fn(&P) -> Fact<Day>),
        probe: &mut Probe<'_>,
    ) {
        let Self { cx, held, limit } = *self;
        if held > cx.as_of || probe.straddles(cx, held, limit).is_err() {
            return;
        }
        let within = at.field(field!("problems"));
        if problems.is_unknown() {
            probe.subject(Part::at(at).on(held), |probe| Err(probe.unknown(within)));
        }
        for (k, it) in problems.elements().iter().enumerate() {
            let at = within.index(k);
            probe.subject(Part::at(at).on(held), |probe| {
                Ok(dealt_with(cx, held, done(it), limit, at.field(key), probe))
            });
        }
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
