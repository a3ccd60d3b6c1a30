//! 防止突击提拔: no run of promotions before the principal leaves.

use super::{BASE, process};
use crate::{
    dossier::Leaving,
    facts::{Approval, Fact, ItemResult, PriorMatter, PriorReport, Promotion, approval},
    finding::{Breach, Hinge, Missing, Why},
    law::{
        cite,
        instruments::{APPOINTMENT_REGULATIONS, MEASURES},
    },
    norm::{Norm, Words, code},
    outcome::{Modality, Outcome, Severity},
    path::{Path, Root, field},
    rule::{Answer, Checks, Context, Due, Part, PersonCase, Probe, PromotionCase, Rule},
    time::{Moment, NaiveDate, NotCovered, Term},
};

/// 防止突击提拔: no run of promotions before the principal leaves.
#[doc(alias = "突击提拔")]
pub(super) static RULE: Rule = Rule {
    norm: Norm {
        code: code!("PRM027"),
        slug: "no-rush",
        title: Words { zh: "防止突击提拔", en: "No rush before a departure" },
        gist: Words {
            zh: "主要负责人已知即将离任的，在本单位设定的期限内未经上级同意不得多次提拔干部。",
            en: "Once it is known that the principal leaves, several promotions within the time that the policy sets need the superior's approval.",
        },
        cites: &[cite!(MEASURES, clause "2.6.2"), APPOINTMENT_REGULATIONS.whole()],
        modality: Modality::MustNot,
        severity: Severity::Advisory,
        remedy: Words {
            zh: "说明理由，报上级同意", en: "state the reason, and ask the superior"
        },
        parameters: &["rush_window", "rush_promotions"],
        ..BASE
    },
    checks: Checks {
        person: Some(of_person),
        promotion: Some(of_case),
        by_own_day: true,
        ..Checks::NONE
    },
};

/// Each departure of a principal is asked about by itself, whatever was promoted before it.
fn of_person(case: &PersonCase<'_>, probe: &mut Probe<'_>) -> Answer {
    let (cx, first) = (&case.cx, case.cx.policy.measures_from());
    probe.reach(first <= cx.as_of, Why::NotInForce)?;
    let own = cx.dossier.index().leavings_of(case.place);
    for leaving in own.filter(|it| it.last_day >= first) {
        let part = Part::at(leaving.spell()).of(Some(case.person.id.as_str()));
        probe.subject(part.on(leaving.last_day), |probe| before(cx, leaving, None, probe));
    }
    Ok(probe.unless_opened(Why::NobodyConcerned))
}

/// A case that is checked alone is asked about together with those on record. In a dossier it is one of those.
fn of_case(case: &PromotionCase<'_>, probe: &mut Probe<'_>) -> Answer {
    if case.at.root() == Root::Dossier {
        return Ok(probe.asked_elsewhere());
    }
    let Some(decided) = carried_out(case) else {
        let settled = case.promotion.decision.known().is_some()
            || case.promotion.decision.is_absent() && !case.promotion.appointed_on.is_unknown();
        probe.reach(!settled, Why::NotDecided)?;
        return Ok(process::unsettled(case, probe));
    };
    process::binds(case, decided, probe)?;
    let leavings = &case.cx.dossier.index().leavings;
    let start = leavings.partition_point(|it| it.last_day < decided);
    let window = case.cx.policy.on(decided).rush_window.value;
    for leaving in leavings.iter().skip(start) {
        // Before a departure that lies beyond the window it is no rush, nor before those after it.
        let reaches = window
            .is_none_or(|term| reaches(&case.cx, decided, term, leaving.last_day) != Ok(false));
        if !reaches {
            break;
        }
        let person = case.cx.dossier.records().people.get(leaving.person as usize);
        let part = Part::at(leaving.spell()).of(person.map(|it| it.id.as_str())).on(decided);
        probe.subject(part, |probe| before(&case.cx, leaving, Some(case), probe));
    }
    Ok(probe.unless_opened(Why::NothingToRecord))
}

/// The day on which it was decided, or carried out without a decision, if that was by the as-of day.
fn carried_out(case: &PromotionCase<'_>) -> Option<NaiveDate> {
    case.promotion.carried_out().map(Moment::day).filter(|day| *day <= case.cx.as_of)
}

/// Whether the window before a last day holds what was decided on a day.
fn reaches(
    cx: &Context<'_>,
    day: NaiveDate,
    term: Term,
    last_day: NaiveDate,
) -> Result<bool, NotCovered> {
    Ok(Due::of(cx, day, term)?.last? >= last_day)
}

/// What is on record before one departure.
fn before(
    cx: &Context<'_>,
    leaving: &Leaving,
    own: Option<&PromotionCase<'_>>,
    probe: &mut Probe<'_>,
) -> Answer {
    let at = leaving.spell();
    let spell = (cx.dossier.records().people.get(leaving.person as usize))
        .and_then(|person| person.memberships.get(leaving.membership as usize));
    let known = spell.map_or(Fact::Unknown, |it| it.end_known_on);
    let known_at = at.field(field!("end_known_on"));
    let first = match probe.need(&known, || known_at) {
        Ok(Some(day)) => day.0.max(cx.policy.measures_from()),
        // Nobody knew it beforehand.
        Ok(None) => return Ok(Outcome::Compliant),
        Err(_) => cx.policy.measures_from(),
    };
    let until = leaving.last_day.min(cx.as_of);
    // Of a case that is checked alone: one that does not count is no part of a rush, whatever others are.
    let mut own_open = Vec::new();
    if let Some(case) = own {
        let day = carried_out(case).filter(|day| first <= *day && *day <= until);
        let Some(day) = day.filter(|_| Counted::of(case).may_count(cx, &mut own_open)) else {
            return Ok(Outcome::Compliant);
        };
        let window = &cx.policy.on(day).rush_window;
        match window.value.map(|term| reaches(cx, day, term, leaving.last_day)) {
            Some(Ok(true)) => {}
            Some(Ok(false)) => return Ok(Outcome::Compliant),
            Some(Err(not_covered)) => own_open.push(Missing::calendar(not_covered)),
            None => own_open.push(Missing::Policy(window.field)),
        }
    }
    let rush = Rush::between((first, until), leaving.last_day, cx, own, probe);
    if !rush.possible {
        return Ok(Outcome::Compliant);
    }
    if known.is_unknown() || !rush.sure() || !own_open.is_empty() {
        for it in own_open.into_iter().chain(rush.open) {
            probe.lack(it);
        }
        return Ok(Outcome::Undetermined);
    }
    let count = u32::try_from(rush.surely.len()).unwrap_or(u32::MAX);
    let (at, also) = match own {
        None => (at.field(field!("until")), None),
        Some(case) => (process::settled_at(case), Some(at.field(field!("until")))),
    };
    let breach = Breach::Rush { count, last_day: leaving.last_day };
    Ok(probe.breach_with(at, breach, |it| {
        it.day = rush.since.unwrap_or(until);
        it.also = also
            .into_iter()
            .chain(rush.surely.into_iter().filter(|it| it.root() == Root::Dossier))
            .collect();
        it.hinges = rush.hinges;
    }))
}

/// Promotions before a departure, each judged by the parameters of its own day.
#[derive(Default)]
struct Rush {
    /// Those that were surely decided in the window without approval.
    surely: Vec<Path>,
    /// From what day on they surely were several.
    since: Option<NaiveDate>,
    /// Whether they may have been several.
    possible: bool,
    /// What would tell of the others.
    open: Vec<Missing>,
    /// What it hangs on that they were several.
    hinges: Vec<Hinge>,
}

impl Rush {
    fn sure(&self) -> bool {
        self.since.is_some()
    }

    fn between(
        (first, until): (NaiveDate, NaiveDate),
        last_day: NaiveDate,
        cx: &Context<'_>,
        own: Option<&PromotionCase<'_>>,
        probe: &mut Probe<'_>,
    ) -> Self {
        let mut rush = Self::default();
        if first > until {
            return rush;
        }
        let (index, records) = (cx.dossier.index(), cx.dossier.records());
        let shelf = Path::ROOT.field(field!("promotions"));
        // A case that is checked alone stands for the one on record.
        let replaced = own.and_then(|it| it.place);
        let stored = |place: u32| {
            let promotion = records.promotions.get(place as usize)?;
            let item = index.promotions.get(place as usize)?.item;
            let at = shelf.index(place as usize);
            (replaced != Some(place)).then_some(Counted { promotion, at, item, gated: false })
        };
        let undated: Vec<_> = index.promoted.undated.iter().copied().filter_map(stored).collect();
        let mut at_most = undated.len();
        let own = own.and_then(|it| Some((carried_out(it)?, Counted::of(it))));
        for (from, to, parameters) in cx.policy.pieces(first, until) {
            probe.reads(&parameters.rush_window);
            probe.reads(&parameters.rush_promotions);
            let days = index.promoted.between(from, to);
            let stored = days.iter().filter_map(|it| Some((it.0, stored(it.1)?)));
            let own = own.into_iter().filter(|it| from <= it.0 && it.0 <= to);
            // Of one day and the days after it, in order.
            let mut all: Vec<_> = stored.chain(own).collect();
            all.sort_by_key(|it| it.0);
            let several = parameters.rush_promotions.value.and_then(|it| usize::try_from(it).ok());
            let mut any = !undated.is_empty();
            for (day, it) in all {
                let within = match parameters.rush_window.value {
                    Some(term) => match reaches(cx, day, term, last_day) {
                        Ok(true) => None,
                        Ok(false) => continue,
                        Err(not_covered) => Some(Missing::calendar(not_covered)),
                    },
                    None => Some(Missing::Policy(parameters.rush_window.field)),
                };
                let mut open = Vec::new();
                if !it.may_count(cx, &mut open) {
                    continue;
                }
                open.extend(within);
                any = true;
                at_most += 1;
                if !open.is_empty() {
                    rush.open.extend(open);
                    continue;
                }
                rush.surely.push(it.at);
                let count = rush.surely.len();
                if rush.since.is_none() && several.is_some_and(|several| several <= count) {
                    rush.since = Some(day);
                    rush.hinges = vec![
                        Hinge::of(&parameters.rush_window),
                        Hinge::of(&parameters.rush_promotions),
                    ];
                }
            }
            rush.possible |= any && several.is_none_or(|several| at_most >= several);
            if any && several.is_none() {
                rush.open.push(Missing::Policy(parameters.rush_promotions.field));
            }
            if !undated.is_empty() && parameters.rush_window.value.is_none() {
                rush.open.push(Missing::Policy(parameters.rush_window.field));
            }
        }
        let decision = |it: Counted<'_>| {
            let unknown = it.promotion.decision.is_unknown();
            let name = if unknown { field!("decision") } else { field!("appointed_on") };
            Missing::Fact(it.at.field(name))
        };
        rush.open.extend(undated.into_iter().map(decision));
        rush
    }
}

/// A promotion as it is counted.
#[derive(Clone, Copy)]
struct Counted<'p> {
    promotion: &'p Promotion,
    at: Path,
    /// Places of the meeting and the item in which it was decided.
    item: Option<(u32, u32)>,
    /// It is only about to be decided.
    gated: bool,
}

impl<'p> Counted<'p> {
    fn of(case: &PromotionCase<'p>) -> Self {
        let gated = case.gate.is_some();
        Self { promotion: case.promotion, at: case.at, item: case.index.item, gated }
    }

    /// Whether it may count; what would tell whether it does.
    fn may_count(&self, cx: &Context<'_>, open: &mut Vec<Missing>) -> bool {
        let approval = self.promotion.departure_approved();
        approval != Approval::Yes && self.was_carried(cx, open) && {
            if approval == Approval::Unknown {
                open.push(self.approval_missing());
            }
            true
        }
    }

    /// Whether it may have been carried: what was voted down or put off was not, unless the candidate was appointed all the same.
    fn was_carried(&self, cx: &Context<'_>, open: &mut Vec<Missing>) -> bool {
        let Fact::Known(decision) = &self.promotion.decision else { return true };
        let appointed = self.promotion.appointed_on;
        if self.gated || appointed.known().is_some_and(|on| on.day() <= cx.as_of) {
            return true;
        }
        let on = decision.decided_on.day();
        let Some((meeting, number)) = self.item else {
            // Nobody has said which item it was: it may be one of that day that was not adopted.
            let promoted = &cx.dossier.index().promoted;
            if decision.item.is_unknown() && promoted.may_be_refused(on) {
                let at = self.at.field(field!("decision"));
                open.push(Missing::Fact(at.field(field!("item"))));
            }
            return true;
        };
        let Some(meeting_of) = cx.dossier.records().meetings.get(meeting as usize) else {
            return true;
        };
        // An item of another day tells nothing about the decision of this one.
        let item = meeting_of.items.get(number as usize).filter(|_| meeting_of.held_on.day() == on);
        match (item.map(|it| it.result), appointed) {
            (None | Some(Fact::Known(ItemResult::Adopted)), _) => true,
            (Some(Fact::Unknown), _) => {
                let at = Path::ROOT.field(field!("meetings")).index(meeting as usize);
                let at = at.field(field!("items")).index(number as usize);
                open.push(Missing::Fact(at.field(field!("result"))));
                true
            }
            (Some(_), Fact::Unknown) => {
                open.push(Missing::Fact(self.at.field(field!("appointed_on"))));
                true
            }
            (Some(_), Fact::Known(_) | Fact::Absent) => false,
        }
    }

    /// What would tell whether the superior agreed beforehand.
    fn approval_missing(&self) -> Missing {
        let at = self.at.field(field!("prior_reports"));
        let Fact::Known(reports) = &self.promotion.prior_reports else { return Missing::Fact(at) };
        let open = |it: &PriorReport| {
            let departure = it.matter == PriorMatter::BeforeDeparture;
            departure
                && approval(it.answered_on, it.agreed, self.promotion.carried_out())
                    == Approval::Unknown
        };
        let open = reports.iter().enumerate().find(|it| open(it.1));
        open.map_or(Missing::Fact(at), |(n, it)| {
            process::open_answer(it.answered_on, it.agreed, at.index(n))
        })
    }
}
