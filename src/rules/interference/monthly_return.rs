//! 月报告: a return for each month, a zero return where there was nothing.

use super::{BASE, months};
use crate::{
    dossier::ReturnIndex,
    facts::{Fact, Organ, Person, Post, RecordFamily},
    finding::{Breach, Hinge, Missing, Why},
    law::{
        cite,
        instruments::{INTERFERENCE_RECORDING_RULES_2019, MEASURES},
    },
    norm::{Norm, Words, code},
    outcome::{Outcome, Severity},
    path::{Path, field},
    policy::ReturnUnit,
    rule::{Answer, Checks, Context, DepartmentCase, Due, Part, PersonCase, Probe, Rule, after},
    rules::meets::Meets,
    time::{DateRange, NaiveDate},
};

/// 月报告: a return for each month, a zero return where there was nothing.
#[doc(alias = "零报告")]
#[doc(alias = "月报告")]
pub(super) static RULE: Rule = Rule {
    norm: Norm {
        code: code!("ITV005"),
        slug: "monthly-return",
        title: Words { zh: "按月报告和零报告", en: "Monthly returns" },
        gist: Words {
            zh: "每月按期报告过问、干预、插手情况，没有的作零报告。",
            en: "For each month a return is handed in by the policy's day, per person or department as the policy says; a zero return counts, and a late one is late, not missing.",
        },
        cites: &[cite!(MEASURES, clause "2.4.1"), INTERFERENCE_RECORDING_RULES_2019.whole()],
        severity: Severity::Ordinary,
        remedy: Words { zh: "补报", en: "hand the return in" },
        parameters: &[
            "monthly_return_by",
            "monthly_return_limit",
            "monthly_return_leave_excepted",
            "member_days_in_period",
        ],
        ..BASE
    },
    checks: Checks {
        person: Some(check_person),
        department: Some(check_department),
        by_own_day: true,
        ..Checks::NONE
    },
};

fn check_department(case: &DepartmentCase<'_>, probe: &mut Probe<'_>) -> Answer {
    let it = case.department;
    let there = |day: NaiveDate| it.exists_on(day);
    let owed = Owed {
        cx: &case.cx,
        unit: ReturnUnit::Department,
        returns: case.cx.dossier.index().returns_of_department(case.place),
        person: None,
        at: case.at(),
    };
    owed.judge(there, probe)
}

fn check_person(case: &PersonCase<'_>, probe: &mut Probe<'_>) -> Answer {
    let in_unit = |day: NaiveDate| is_in_unit(case.person, day);
    let owed = Owed {
        cx: &case.cx,
        unit: ReturnUnit::Person,
        returns: case.cx.dossier.index().returns_of_person(case.place),
        person: Some(case.person),
        at: case.at(),
    };
    owed.judge(in_unit, probe)
}

/// Whether somebody has a post in the unit, or belongs to one of its bodies.
fn is_in_unit(person: &Person, day: NaiveDate) -> bool {
    let post = |it: &Post| it.organ == Organ::Own && it.spell().covers(day);
    person.posts.iter().any(post) || person.memberships.iter().any(|it| it.spell().covers(day))
}

/// Returns that a person or a department owes.
struct Owed<'a> {
    cx: &'a Context<'a>,
    unit: ReturnUnit,
    returns: &'a [ReturnIndex],
    person: Option<&'a Person>,
    at: Path,
}

impl Owed<'_> {
    /// Each month, as assigned on its last day.
    fn judge(&self, there: impl Fn(NaiveDate) -> bool, probe: &mut Probe<'_>) -> Answer {
        let cx = self.cx;
        let first = cx.policy.measures_from();
        probe.reach(first <= cx.as_of, Why::NotInForce)?;
        for (from, until) in months(first, cx.as_of) {
            // As assigned on its last day, or as things stand while it runs.
            if !there(until.min(cx.as_of)) {
                continue;
            }
            let setting = &cx.policy.on(until).monthly_return_by;
            if setting.value.is_some_and(|unit| unit != self.unit) {
                continue;
            }
            probe.subject(Part::of_period(DateRange::between(from, until)), |probe| {
                probe.setting(setting)?;
                self.month(from, until, probe)
            });
        }
        // Somebody who was never there owes nothing, and what others owe is asked of them.
        Ok(probe.unless_opened(Why::NobodyConcerned))
    }

    fn month(&self, from: NaiveDate, until: NaiveDate, probe: &mut Probe<'_>) -> Answer {
        let cx = self.cx;
        let limit = &cx.policy.on(until).monthly_return_limit;
        if cx.as_of <= until && self.returned(until).is_none() {
            // However long the limit is, the month itself still runs.
            probe.falls_due_after(cx, until, limit, self.at, None);
            let due = limit.value.and_then(|term| Due::of(cx, until, term).ok()?.last.ok());
            return Ok(probe.pending(self.at, due));
        }
        let away = self.away(from, until);
        if let Some(it) = self.returned(until) {
            let at = Path::ROOT.field(field!("monthly_returns")).index(it.place as usize);
            if it.submitted_on < from {
                return Ok(probe.lack(Missing::Contradiction(at.field(field!("submitted_on")))));
            }
            let (done, at) = (it.submitted_on, at.field(field!("submitted_on")));
            if !matches!(away, Meets::Yes(_)) {
                probe.falls_due_after(cx, until, limit, self.at, Some((done, at)));
            }
            let outcome = probe.in_time(cx, until, Fact::Known(done), limit, at);
            // A late return of somebody who owed none is none that is late.
            return Ok(match away {
                _ if outcome == Outcome::Compliant => outcome,
                Meets::Yes(_) => Outcome::Compliant,
                Meets::Open(lacks) => lacks.tell(probe),
                Meets::No => outcome,
            });
        }
        if matches!(away, Meets::Yes(_)) {
            return Ok(probe.not_applicable(Why::NobodyConcerned));
        }
        probe.falls_due_after(cx, until, limit, self.at, None);
        let due = probe.due(cx, until, limit)?;
        if cx.as_of <= due.surely {
            return Ok(probe.pending(self.at, due.last.ok()));
        }
        let due = probe.covered(due.last)?;
        if cx.as_of <= due {
            return Ok(probe.pending(self.at, Some(due)));
        }
        let family = RecordFamily::MonthlyReturns;
        if !cx.dossier.is_complete(family, from, due) {
            return Ok(probe.lack(Missing::Completeness { family, from, until: due }));
        }
        if let Meets::Open(lacks) = away {
            return Ok(lacks.tell(probe));
        }
        Ok(probe.breach_with(self.at, Breach::Late { due, done: None }, |it| {
            it.day = after(due);
            it.hinges.push(Hinge::of(limit));
            it.who = self.person.map(|it| it.id.as_str().into());
        }))
    }

    /// The first return for a month that was handed in by now.
    fn returned(&self, until: NaiveDate) -> Option<&ReturnIndex> {
        use chrono::Datelike as _;
        let month = (u32::try_from(until.year()).ok()?, until.month());
        let first = self.returns.partition_point(|it| it.month < month);
        let it = self.returns.get(first).filter(|it| it.month == month)?;
        (it.submitted_on <= self.cx.as_of).then_some(it)
    }

    /// Whether the person owes nothing for the month: away for all of it, or there for too few of its days.
    fn away(&self, from: NaiveDate, until: NaiveDate) -> Meets {
        let Some(person) = self.person else { return Meets::No };
        let days = || from.iter_days().take_while(|day| *day <= until);
        let there = || days().filter(|day| is_in_unit(person, *day));
        let (present, all) = (there().count(), days().count());
        let least = &self.cx.policy.on(until).member_days_in_period;
        let short = match least.value {
            _ if present == all => Meets::No,
            Some(least) => Meets::when(present < least as usize),
            None => Meets::lack(Missing::Policy(least.field)),
        };
        let setting = &self.cx.policy.on(until).monthly_return_leave_excepted;
        let excepted = match setting.value {
            Some(excepted) => Meets::when(excepted),
            None => Meets::lack(Missing::Policy(setting.field)),
        };
        let whole = match &person.leaves {
            Fact::Known(list) => {
                let on_leave = |day: NaiveDate| list.iter().any(|it| it.spell().covers(day));
                Meets::when(there().all(on_leave))
            }
            Fact::Absent => Meets::No,
            Fact::Unknown => Meets::open(self.at.field(field!("leaves"))),
        };
        short.or(excepted.and(whole))
    }
}
