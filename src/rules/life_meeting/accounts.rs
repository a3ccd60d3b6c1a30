//! What members owe an account of at the yearly democratic life meeting.

use chrono::Datelike as _;

use super::LastDay;
use crate::{
    facts::{AccountKind, Body, ConcernKind, Membership, RecordFamily},
    finding::{Breach, Missing, Why},
    outcome::Outcome,
    path::{Path, field},
    rule::{Answer, ConcernCase, Context, LifeMeetingCase, Probe},
    rules::meets::{self, Meets},
    time::{NaiveDate, Spell},
};

/// What a rule asks.
pub(super) struct Asked {
    /// Kinds of concern.
    pub(super) kinds: &'static [ConcernKind],
    /// At least so deep an account.
    pub(super) least: AccountKind,
    /// Whether it is owed of what was closed this year or last, at whatever meeting since; else of what arose since the last
    /// yearly meeting.
    pub(super) also_last_year: bool,
}

/// Whether the account that a concern asks for was given, at the meetings at which it was owed; before the first of them it is
/// awaited.
pub(super) fn owed(case: &ConcernCase<'_>, asked: &Asked, probe: &mut Probe<'_>) -> Answer {
    let (cx, arose) = (case.cx, case.concern.arose_on.0);
    let records = cx.dossier.records();
    let person = cx.dossier.index().duties.concern_people.get(case.place as usize).copied();
    let who = person.and_then(|n| records.people.get(n as usize));
    let mut outcome = None;
    for year in arose.year().saturating_sub(1)..=cx.as_of.year().saturating_add(1) {
        for place in cx.dossier.index().life_meetings_of(u32::try_from(year).unwrap_or(0)) {
            let Some(life_meeting) = records.life_meetings.get(place as usize) else { continue };
            let at = LifeMeetingCase { cx, life_meeting, place };
            let day = at.day();
            let asks = super::is_yearly_meeting(life_meeting)
                && cx.policy.measures_from() <= day
                && day <= cx.as_of
                && first(&at, asked) <= arose
                && arose <= day
                && who.is_some_and(|it| it.belongs_to(Body::PartyGroup, day));
            // What was owed at one meeting and not given is told once.
            if asks && outcome != Some(Outcome::Violated) {
                probe.set_day(day);
                let met = one(&at, asked, (person.unwrap_or(u32::MAX), case.place), probe);
                outcome = Some(outcome.map_or(met, |all: Outcome| all.join(met)));
            }
        }
    }
    awaited(case, asked, outcome, probe)
}

/// Where no yearly meeting was held since a concern arose: it is owed at the next one, until that has to be held.
fn awaited(
    case: &ConcernCase<'_>,
    asked: &Asked,
    at_meetings: Option<Outcome>,
    probe: &mut Probe<'_>,
) -> Answer {
    let (it, cx) = (case.concern, &case.cx);
    let (arose, at) = (it.arose_on.0, case.at());
    probe.reach(cx.policy.measures_from() <= cx.as_of, Why::NotInForce)?;
    let kind = probe.need(&it.kind, || at.field(field!("kind")))?;
    let asked_of = kind.is_some_and(|kind| asked.kinds.contains(kind));
    probe.reach(asked_of, Why::OtherKind)?;
    let (index, records) = (cx.dossier.index(), cx.dossier.records());
    let place = index.duties.concern_people.get(case.place as usize);
    let person = place.and_then(|n| records.people.get(*n as usize));
    let held_before = |year: u32| {
        index.life_meetings_of(year).any(|n| {
            let meeting = records.life_meetings.get(n as usize);
            meeting.is_some_and(|it| super::is_yearly_meeting(it) && it.held_on.0 < arose)
        })
    };
    let last_of = |year: u32| {
        let end = NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, 12, 31)?;
        Some(super::last_day(cx, year, end, cx.as_of))
    };
    let own = u32::try_from(arose.year()).unwrap_or(0);
    // The meeting of the year before may have been put off and still be to come.
    let before = own.saturating_sub(1);
    let put_off = last_of(before).filter(|it| it.day().is_none_or(|day| arose <= day));
    let last = match put_off {
        Some(last) if !held_before(before) => Some(last),
        _ if held_before(own) => last_of(own.saturating_add(1)),
        _ => last_of(own),
    };
    let unset = matches!(last, Some(LastDay::Unset));
    let open = match last {
        Some(LastDay::Open(day, at)) if day < cx.as_of => Some((day, at)),
        _ => None,
    };
    let due = last.and_then(|it| it.day());
    // Whoever is a member when it is owed.
    let last = due.map_or(cx.as_of, |due| due.min(cx.as_of));
    let belongs = person.is_some_and(|it| it.belongs_to(Body::PartyGroup, last));
    if let Some(due) = due.filter(|_| belongs && probe.notes_dues()) {
        probe.falls_due(at, due, given(case, asked));
    }
    if let Some(outcome) = at_meetings {
        return Ok(outcome);
    }
    // The meeting may have been put off to a day on which the person is a member.
    let may_belong = open.is_some_and(|(day, _)| {
        let spells = person.into_iter().flat_map(|it| it.spells_in(Body::PartyGroup));
        let put_off = Spell { from: day, until: Some(cx.as_of) };
        spells.map(Membership::spell).any(|it| it.overlaps(&put_off))
    });
    probe.reach(belongs || may_belong, Why::NobodyConcerned)?;
    // Where a yearly meeting was held since at which nothing was owed of it, nothing is.
    probe.reach(!index.duties.met_yearly(arose, cx.as_of), Why::OtherRule)?;
    let person = place.copied().unwrap_or(u32::MAX);
    match accounted(cx, asked, (person, case.place), cx.as_of) {
        // At a special session it counts as well.
        Meets::Yes(_) => return Ok(Outcome::Compliant),
        Meets::Open(lacks) => return Ok(lacks.tell(probe)),
        Meets::No => {}
    }
    if unset {
        // The superior agreed to a later day and named none.
        return Ok(probe.pending(at, None));
    }
    if let Some((_, at)) = open {
        return Ok(probe.unknown(at));
    }
    // Where none was held by then DLM001 answers.
    let Some(due) = due.filter(|due| cx.as_of <= *due) else {
        return Ok(probe.not_applicable(Why::OtherRule));
    };
    Ok(probe.pending(at, Some(due)))
}

/// When and where an account of it was first given that is as deep as is asked.
fn given(case: &ConcernCase<'_>, asked: &Asked) -> Option<(NaiveDate, Path)> {
    let (cx, records) = (&case.cx, case.cx.dossier.records());
    let all = cx.dossier.index().duties.accounts_of(case.place, case.concern.arose_on.0, cx.as_of);
    let deep = all.filter_map(|(life, k)| {
        let meeting = records.life_meetings.get(life)?;
        let kind = meeting.accounts.elements().get(k)?.kind.known().copied();
        let enough =
            asked.least == AccountKind::Explanation || kind.is_some_and(|it| it >= asked.least);
        let at = Path::ROOT
            .field(field!("life_meetings"))
            .index(life)
            .field(field!("accounts"))
            .index(k);
        enough.then_some((meeting.held_on.0, at))
    });
    deep.min_by_key(|it| it.0)
}

/// The first day of what is looked at.
fn first(case: &LifeMeetingCase<'_>, asked: &Asked) -> NaiveDate {
    let year = i32::try_from(case.life_meeting.year).unwrap_or(i32::MAX);
    let start = |year| NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or(NaiveDate::MIN);
    if asked.also_last_year {
        return start(year.saturating_sub(1));
    }
    case.index().and_then(|it| it.before).unwrap_or(NaiveDate::MIN)
}

fn one(
    case: &LifeMeetingCase<'_>,
    asked: &Asked,
    (person, n): (u32, u32),
    probe: &mut Probe<'_>,
) -> Outcome {
    let records = case.cx.dossier.records();
    let Some(concern) = records.concerns.get(n as usize) else { return Outcome::NotApplicable };
    let at = Path::ROOT.field(field!("concerns")).index(n as usize);
    let kind = meets::fact(&concern.kind, at.field(field!("kind")), |it| asked.kinds.contains(it));
    match kind {
        Meets::No => return Outcome::NotApplicable,
        Meets::Open(lacks) => return lacks.tell(probe),
        Meets::Yes(_) => {}
    }
    let lacking = match accounted(&case.cx, asked, (person, n), case.day()) {
        Meets::Yes(_) => return Outcome::Compliant,
        open @ Meets::Open(_) => open,
        Meets::No => Meets::ALWAYS,
    };
    // What was said at meetings that are not on record nobody knows.
    let unseen = match unseen(case, asked, concern.arose_on.0, at) {
        None => Meets::ALWAYS,
        Some(missing) => Meets::lack(missing),
    };
    match lacking.and(unseen) {
        Meets::Open(lacks) => lacks.tell(probe),
        Meets::No => Outcome::NotApplicable,
        Meets::Yes(_) => probe.breach_with(at, Breach::Missing, |it| {
            it.who = case.cx.person_id(person).map(Into::into);
            it.also.push(case.at());
        }),
    }
}

/// So many facts that would tell are named, and no more.
const NAMED: usize = 8;

/// Whether an account of it was given up to a day, at whatever democratic life meeting since it arose.
fn accounted(cx: &Context<'_>, asked: &Asked, (person, n): (u32, u32), until: NaiveDate) -> Meets {
    let (index, records) = (&cx.dossier.index().duties, cx.dossier.records());
    let shelf = Path::ROOT.field(field!("life_meetings"));
    let deep = |life: usize, k: usize| {
        let account = records.life_meetings.get(life).and_then(|it| it.accounts.elements().get(k));
        let at = shelf.index(life).field(field!("accounts")).index(k).field(field!("kind"));
        match account.map(|it| &it.kind) {
            Some(_) if asked.least == AccountKind::Explanation => Meets::ALWAYS,
            Some(kind) => meets::fact(kind, at, |it| *it >= asked.least),
            None => Meets::No,
        }
    };
    let arose = records.concerns.get(n as usize).map_or(NaiveDate::MIN, |it| it.arose_on.0);
    let given = index.accounts_of(n, arose, until).map(|(life, k)| deep(life, k));
    // Of what nobody has said anything may have been an account of this.
    let untold = index.untold_lives(arose, until).take(NAMED);
    let untold =
        untold.map(|life| Meets::open(shelf.index(life as usize).field(field!("accounts"))));
    let unnamed = index.unnamed_accounts(person, arose, until).take(NAMED).map(|(life, k)| {
        let at = shelf.index(life).field(field!("accounts")).index(k);
        Meets::open(at.field(field!("concern"))).and(deep(life, k))
    });
    given.chain(untold).chain(unnamed).fold(Meets::No, Meets::or)
}

/// Why it is not certain that nothing was said of it elsewhere, or that it is owed at this meeting.
fn unseen(
    case: &LifeMeetingCase<'_>,
    asked: &Asked,
    arose: NaiveDate,
    at: Path,
) -> Option<Missing> {
    let (cx, day) = (&case.cx, case.day());
    let before = case.index().and_then(|it| it.before);
    let at = at.field(field!("arose_on"));
    if arose == day {
        return Some(Missing::TimeOfDay(at));
    }
    if before == Some(arose) && !asked.also_last_year {
        return Some(Missing::TimeOfDay(at));
    }
    let year = i32::try_from(case.life_meeting.year).unwrap_or(i32::MAX);
    let this_year = NaiveDate::from_ymd_opt(year, 1, 1).is_some_and(|start| arose >= start);
    // Between it and the meeting of the year before there was none.
    let follows = case
        .index()
        .and_then(|it| it.before_year)
        .is_some_and(|before| before.saturating_add(1) >= case.life_meeting.year);
    let family = RecordFamily::LifeMeetings;
    let seen = this_year
        || (follows && before.is_some_and(|before| before >= arose))
        || (!asked.also_last_year && follows)
        || cx.dossier.is_complete(family, arose, day);
    (!seen).then_some(Missing::Completeness { family, from: arose, until: day })
}
