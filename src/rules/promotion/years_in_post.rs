//! 任职年限等资格: the hard minimums of the regulations, and what they generally ask.

use super::{BASE, process};
use crate::{
    facts::{
        Approval, Education, ExceptionKind, Fact, Person, Post, Qualifications, Rank, approval,
    },
    finding::{Breach, Hinge, Missing, OpenQuestion, Why},
    law::{
        Unchecked, cite,
        instruments::{APPOINTMENT_REGULATIONS, MEASURES},
    },
    norm::{Norm, Words, code},
    outcome::{Outcome, Severity},
    path::{Field, Path, field},
    policy::{Parameters, Setting},
    rule::{Answer, Checks, Probe, PromotionCase, Rule},
    time::{Moment, NaiveDate, add_months},
};

/// 任职年限等资格: the hard minimums of the regulations, and what they generally ask.
#[doc(alias = "任职年限")]
#[doc(alias = "基层工作经历")]
pub(super) static RULE: Rule = Rule {
    norm: Norm {
        code: code!("PRM012"),
        slug: "years-in-post",
        title: Words { zh: "任职年限等资格", en: "Years in post" },
        gist: Words {
            zh: "讨论决定之日，须达到工龄、基层工作经历和任职年限的硬性要求，经批准破格的除外；“一般应当”具备的任职经历和学历未达到的，作提示。",
            en: "On the day of the decision the hard minimums of service, grassroots work and years in post are met, unless an exception was approved; where the posts and the education that are generally asked fall short, that is an advisory.",
        },
        cites: &[cite!(MEASURES, clause "2.6.2"), APPOINTMENT_REGULATIONS.whole()],
        severity: Severity::Serious,
        remedy: Words {
            zh: "报批破格，或不予提拔", en: "ask for an exception, or do not promote"
        },
        parameters: &[
            "service_years_for_division",
            "grassroots_years_for_division",
            "years_deputy_to_full",
            "years_full_to_next_deputy",
            "years_deputy_section_to_section",
            "years_staff_to_deputy_section",
            "lower_posts_generally",
        ],
        unchecked: &[Unchecked {
            zh: "职级任职经历折抵、法律职业资格和党龄",
            en: "grades that count towards posts, legal qualifications, years in the Party",
        }],
        ..BASE
    },
    checks: Checks { promotion: Some(check), by_own_day: true, ..Checks::NONE },
};

/// How it stands with one minimum.
enum Minimum<'p> {
    Met,
    Unmet(Path, Breach, &'p Setting<u32>),
    Open(Missing),
}

fn check(case: &PromotionCase<'_>, probe: &mut Probe<'_>) -> Answer {
    let Some(settled) = process::reach(case, probe)? else {
        return Ok(probe.not_applicable(Why::NotDecided));
    };
    let (current, target) = process::ranks(case, probe)?;
    // A transfer on one level is no promotion.
    probe.reach(target > current, Why::OtherKind)?;
    let day = settled.day();
    let parameters = case.cx.policy.on(day);
    let (excused, why) = excused(case, settled);
    let mut outcome = Outcome::Compliant;
    if excused != Approval::Yes {
        for it in [
            service(case, target, day, parameters),
            grassroots(case, target, parameters),
            in_post(case, current, target, day, parameters),
        ] {
            outcome = outcome.join(match (it, excused) {
                (Minimum::Met, _) => Outcome::Compliant,
                (Minimum::Open(missing), _) => probe.lack(missing),
                (Minimum::Unmet(at, breach, setting), Approval::No) => {
                    probe.breach_with(at, breach, |it| {
                        it.day = day;
                        it.hinges = vec![Hinge::of(setting)];
                        it.also.push(process::settled_at(case));
                    })
                }
                (Minimum::Unmet(..), Approval::Unknown | Approval::Yes) => probe.lack(why.clone()),
            });
        }
    }
    Ok(outcome.join(generally(case, target, day, parameters, probe)))
}

/// Whether the superior agreed in time to an exception to the minimums, and what would tell.
fn excused(case: &PromotionCase<'_>, settled: Moment) -> (Approval, Missing) {
    let at = case.at.field(field!("exception"));
    let exception = match &case.promotion.exception {
        Fact::Known(it) if it.kinds.iter().any(|it| *it != ExceptionKind::SkipsLevel) => it,
        Fact::Known(_) | Fact::Absent => return (Approval::No, Missing::Fact(at)),
        Fact::Unknown => return (Approval::Unknown, Missing::Fact(at)),
    };
    let answer = approval(exception.answered_on, exception.agreed, Some(settled));
    (answer, process::open_answer(exception.answered_on, exception.agreed, at))
}

fn of_division(target: Rank) -> bool {
    matches!(target, Rank::DeputyDivision | Rank::Division)
}

/// What the file says of a qualification, and where.
enum Said<T> {
    Is(T, Path),
    Open(Missing),
}

fn said<T: Copy>(
    case: &PromotionCase<'_>,
    name: Field,
    of: impl FnOnce(&Qualifications) -> Fact<T>,
) -> Said<T> {
    let at = case.at.field(field!("qualifications"));
    let (fact, at) = match &case.promotion.qualifications {
        Fact::Known(it) => (of(it), at.field(name)),
        Fact::Absent => (Fact::Absent, at),
        Fact::Unknown => (Fact::Unknown, at),
    };
    match fact {
        Fact::Known(value) => Said::Is(value, at),
        // Nobody looked.
        Fact::Absent => Said::Open(Missing::FullRecord(at)),
        Fact::Unknown => Said::Open(Missing::Fact(at)),
    }
}

/// 工龄.
fn service<'p>(
    case: &PromotionCase<'_>,
    target: Rank,
    day: NaiveDate,
    parameters: &'p Parameters,
) -> Minimum<'p> {
    if !of_division(target) {
        return Minimum::Met;
    }
    let setting = &parameters.service_years_for_division;
    let Some(years) = setting.value else {
        return Minimum::Open(Missing::Policy(setting.field));
    };
    match said(case, field!("work_started_on"), |it| it.work_started_on) {
        Said::Is(since, at) => match anniversary(since.0, years) {
            Some(from) if from <= day => Minimum::Met,
            from => Minimum::Unmet(at, too_early(from, day), setting),
        },
        Said::Open(missing) => Minimum::Open(missing),
    }
}

/// 基层工作经历.
fn grassroots<'p>(
    case: &PromotionCase<'_>,
    target: Rank,
    parameters: &'p Parameters,
) -> Minimum<'p> {
    if !of_division(target) {
        return Minimum::Met;
    }
    let setting = &parameters.grassroots_years_for_division;
    let Some(required) = setting.value else {
        return Minimum::Open(Missing::Policy(setting.field));
    };
    match said(case, field!("grassroots_years"), |it| it.grassroots_years) {
        Said::Is(found, _) if found >= required => Minimum::Met,
        Said::Is(found, at) => Minimum::Unmet(at, Breach::Fewer { required, found }, setting),
        Said::Open(missing) => Minimum::Open(missing),
    }
}

/// By the calendar: of 29 February the last of the month.
fn anniversary(from: NaiveDate, years: u32) -> Option<NaiveDate> {
    add_months(from, years.checked_mul(12)?)
}

/// A day on which the years were not yet full. Years that end beyond all days never are.
fn too_early(from: Option<NaiveDate>, done: NaiveDate) -> Breach {
    Breach::OutsideWindow { from: from.unwrap_or(NaiveDate::MAX), until: None, done }
}

/// 任职年限: years in posts of the present rank.
fn in_post<'p>(
    case: &PromotionCase<'p>,
    current: Rank,
    target: Rank,
    day: NaiveDate,
    parameters: &'p Parameters,
) -> Minimum<'p> {
    // Where a level is skipped, PRM013 answers.
    if current.levels_to(target) != 1 {
        return Minimum::Met;
    }
    let setting = match target {
        Rank::DeputySection => &parameters.years_staff_to_deputy_section,
        Rank::Section => &parameters.years_deputy_section_to_section,
        it if it.is_deputy() => &parameters.years_full_to_next_deputy,
        _ => &parameters.years_deputy_to_full,
    };
    let Some(years) = setting.value else {
        return Minimum::Open(Missing::Policy(setting.field));
    };
    let Some((person, person_at)) = case.candidate() else {
        return Minimum::Open(Missing::Fact(case.at.field(field!("candidate"))));
    };
    let at = person_at.field(field!("posts"));
    let enough = |since: NaiveDate| anniversary(since, years).is_some_and(|from| from <= day);
    // First by the posts that are known to be of the rank, then with those of which nobody has said.
    let surely = unbroken(person, day, |it| is_of(it, current) == Some(true));
    if surely.is_some_and(|it| enough(it.1)) {
        return Minimum::Met;
    }
    let Some((n, since)) = unbroken(person, day, |it| is_of(it, current) != Some(false)) else {
        // No post of the rank that the case gives.
        let at = if person.posts.is_empty() { person_at } else { at };
        return Minimum::Open(Missing::FullRecord(at));
    };
    if surely.is_none() || enough(since) {
        let unstated = |it: &(usize, &Post)| {
            let until = it.1.until.map_or(day, |until| until.0);
            counts_from(it.1) <= day && it.1.rank.is_unknown() && since <= until
        };
        let n = person.posts.iter().enumerate().find(unstated).map_or(n, |it| it.0);
        return Minimum::Open(Missing::Fact(at.index(n).field(field!("rank"))));
    }
    // From when a post of theirs counts may be earlier than what is on record.
    let uncounted = person.posts.iter().position(|it| {
        let until = it.until.map_or(day, |until| until.0);
        let ours = is_of(it, current) != Some(false) && it.from.0 <= day && since <= until;
        ours && it.counted_from.is_unknown()
    });
    if let Some(n) = uncounted {
        return Minimum::Open(Missing::Fact(at.index(n).field(field!("counted_from"))));
    }
    if let Some(missing) = broken_years(person, current, since, day, years, at) {
        return Minimum::Open(missing);
    }
    let counted = person.posts.get(n).is_some_and(|it| it.counted_from.known().is_some());
    let at = at.index(n).field(if counted { field!("counted_from") } else { field!("from") });
    Minimum::Unmet(at, too_early(anniversary(since, years), day), setting)
}

/// Whether years before a break would make them enough, and what would tell.
fn broken_years(
    person: &Person,
    current: Rank,
    begin: NaiveDate,
    day: NaiveDate,
    years: u32,
    at: Path,
) -> Option<Missing> {
    let kept = || {
        let posts = person.posts.iter().enumerate();
        posts.filter(|it| is_of(it.1, current) != Some(false) && it.1.from.0 <= day)
    };
    let earlier = || kept().filter(|it| counts_from(it.1) < begin);
    earlier().next()?;
    if let Some((n, _)) = earlier().find(|it| it.1.counted_from.is_unknown()) {
        return Some(Missing::Fact(at.index(n).field(field!("counted_from"))));
    }
    // Posts held at one time count once.
    let mut spells: Vec<_> = kept()
        .map(|it| (counts_from(it.1), it.1.until.map_or(day, |until| until.0.min(day))))
        .collect();
    spells.sort_unstable();
    let (mut days, mut reached) = (0, NaiveDate::MIN);
    for (from, until) in spells {
        let from = from.max(reached.succ_opt().unwrap_or(reached));
        days += (until.signed_duration_since(from).num_days() + 1).max(0);
        reached = reached.max(until);
    }
    // Less than any reading asks.
    (days >= i64::from(years) * 365).then_some(Missing::OpenLaw(OpenQuestion::BrokenYears))
}

/// Whether a post is of a rank; `None` where nobody has said.
fn is_of(post: &Post, rank: Rank) -> Option<bool> {
    match post.rank {
        Fact::Known(it) => Some(it == rank),
        // No leading post.
        Fact::Absent => Some(rank == Rank::Staff),
        Fact::Unknown => None,
    }
}

/// The day from which the years in a post count, as far as is known: it may have been earlier.
fn counts_from(post: &Post) -> NaiveDate {
    post.counted_from.known().map_or(post.from.0, |day| day.0)
}

/// Of the posts that follow one another without a break up to and with a day, the one whose years count from the
/// earliest, and from when.
fn unbroken(
    person: &Person,
    day: NaiveDate,
    keep: impl Fn(&Post) -> bool,
) -> Option<(usize, NaiveDate)> {
    let kept = || {
        let posts = person.posts.iter().enumerate();
        posts.filter(|it| keep(it.1) && it.1.from.0 <= day)
    };
    let held = kept().filter(|it| it.1.spell().covers(day));
    let mut first = held.map(|it| (it.0, counts_from(it.1))).min_by_key(|it| it.1)?;
    let mut join = |(n, it): (usize, &Post)| {
        let next = it.until.and_then(|until| until.0.succ_opt());
        let joins = next.is_none_or(|next| first.1 <= next);
        if joins && counts_from(it) < first.1 {
            first = (n, counts_from(it));
            return true;
        }
        false
    };
    // Posts stand in order, one way or the other, so that the first round finds all of them. No career has more breaks of
    // the order than this.
    for _ in 0..32 {
        let mut found = false;
        for it in kept() {
            found |= join(it);
        }
        for (n, it) in person.posts.iter().enumerate().rev().filter(|it| keep(it.1)) {
            found |= it.from.0 <= day && join((n, it));
        }
        if !found {
            break;
        }
    }
    Some(first)
}

/// What the regulations generally ask (一般应当): posts at the next lower level, and education.
fn generally(
    case: &PromotionCase<'_>,
    target: Rank,
    day: NaiveDate,
    parameters: &Parameters,
    probe: &mut Probe<'_>,
) -> Outcome {
    if target < Rank::DeputyDivision {
        return Outcome::Compliant;
    }
    let setting = &parameters.lower_posts_generally;
    let posts = match (setting.value, said(case, field!("lower_posts"), |it| it.lower_posts)) {
        (None, _) => probe.lack(Missing::Policy(setting.field)),
        (Some(_), Said::Open(missing)) => probe.lack(missing),
        (Some(required), Said::Is(found, _)) if found >= required => Outcome::Compliant,
        (Some(required), Said::Is(found, at)) => {
            probe.breach_with(at, Breach::Fewer { required, found }, |it| {
                it.day = day;
                it.severity = Severity::Advisory;
                it.hinges = vec![Hinge::of(setting)];
            })
        }
    };
    let required =
        if target >= Rank::DeputyBureau { Education::Bachelor } else { Education::College };
    let education = match said(case, field!("education"), |it| it.education) {
        Said::Open(missing) => probe.lack(missing),
        Said::Is(found, _) if found >= required => Outcome::Compliant,
        Said::Is(found, at) => {
            probe.breach_with(at, Breach::EducationBelow { required, found }, |it| {
                it.day = day;
                it.severity = Severity::Advisory;
            })
        }
    };
    posts.join(education)
}
