//! 任职回避: the post sets no kin beside each other that may not be.

use super::{BASE, process};
use crate::{
    facts::{DepartmentId, Fact, KinSet, Office, Organ, Post, Relation, TargetPost},
    finding::{Breach, Missing, PostsOfKin},
    law::{
        cite,
        instruments::{APPOINTMENT_REGULATIONS, CIVIL_SERVANTS_LAW, MEASURES, PROCURATORS_LAW},
    },
    norm::{Norm, Words, code},
    outcome::{Outcome, Severity},
    path::Path,
    rule::{Answer, Checks, Probe, PromotionCase, Rule},
    time::{Moment, NaiveDate},
};

/// 任职回避: the post sets no kin beside each other that may not be.
#[doc(alias = "任职回避")]
pub static RULE: Rule = Rule {
    norm: Norm {
        code: code!("PRM026"),
        slug: "posting-avoidance",
        title: Words { zh: "任职回避", en: "Avoidance of posts" },
        gist: Words {
            zh: "拟任职务不得使有应当回避亲属关系的人处于法律所禁止的任职关系。",
            en: "The post does not set the candidate beside kin in posts that the law does not allow them to hold together.",
        },
        cites: &[
            cite!(MEASURES, clause "2.6.2"),
            APPOINTMENT_REGULATIONS.whole(),
            cite!(CIVIL_SERVANTS_LAW, article 74),
            cite!(PROCURATORS_LAW, article 24),
        ],
        severity: Severity::Serious,
        remedy: Words {
            zh: "另行安排一方职务，或不予任职",
            en: "give one of the two another post, or do not appoint",
        },
        ..BASE
    },
    checks: Checks { promotion: Some(check), by_own_day: true, ..Checks::NONE },
};

fn check(case: &PromotionCase<'_>, probe: &mut Probe<'_>) -> Answer {
    let settled = process::reach(case, probe)?;
    let at = case.at.field("target_post");
    let Some(target) = probe.need(&case.promotion.target_post, || at)? else {
        return Ok(match settled {
            Some(_) => probe.lack(Missing::FullRecord(at)),
            None => probe.pending(at, None),
        });
    };
    let records = case.cx.dossier.records();
    if records.kinship.is_unknown() {
        return Ok(probe.unknown(Path::ROOT.field("kinship")));
    }
    let day = settled.map_or(case.cx.as_of, Moment::day);
    let candidate = case.index.candidate;
    let (mut outcome, mut last) = (Outcome::Compliant, None);
    for (other, _) in case.cx.dossier.index().kin_of(candidate) {
        // Several ties with one relative stand together.
        if last.replace(other) == Some(other) {
            continue;
        }
        let kin = case.cx.kin(candidate, other, day, day, KinSet::ProcuratorPosting);
        let (Some(relation), Some(person)) = (kin, records.people.get(other as usize)) else {
            continue;
        };
        let at = Path::ROOT.field("people").index(other as usize).field("posts");
        for (n, post) in person.posts.iter().enumerate() {
            if post.spell().covers(day) {
                let kin = Kin { id: person.id.as_str(), relation, post, at: at.index(n), day };
                outcome = outcome.join(beside(case, target, &kin, probe));
            }
        }
    }
    Ok(outcome)
}

/// A relative in a post.
struct Kin<'p> {
    id: &'p str,
    relation: Relation,
    post: &'p Post,
    at: Path,
    day: NaiveDate,
}

/// Whether the target post may stand beside a relative's.
fn beside(
    case: &PromotionCase<'_>,
    target: &TargetPost,
    kin: &Kin<'_>,
    probe: &mut Probe<'_>,
) -> Outcome {
    let (posts, open) = bar(case, target, kin);
    let Some(posts) = posts else {
        return open.map_or(Outcome::Compliant, |at| probe.unknown(at));
    };
    let breach = Breach::PostingAvoidance { relation: kin.relation, posts };
    // The relative may leave the post before the appointment.
    if let Some(until) = kin.post.until {
        match process::appointed(case) {
            Fact::Known(on) if until.0 < on.day() => return Outcome::Compliant,
            Fact::Known(_) => {}
            Fact::Absent => return probe.pending(case.at.field("target_post"), None),
            Fact::Unknown => return probe.unknown(case.at.field("appointed_on")),
        }
    }
    if process::settled(case).is_absent() {
        return probe.pending(case.at.field("target_post"), None);
    }
    probe.breach_with(case.at.field("target_post"), breach, |it| {
        it.day = kin.day;
        it.who = Some(kin.id.into());
        it.also.push(kin.at);
    })
}

/// Whether something holds; where it is open, which fact would tell.
#[derive(Clone, Copy)]
enum Holds {
    Yes,
    No,
    Open(Path),
}

impl Holds {
    /// Of a fact; not of one that is absent.
    fn of<T>(fact: &Fact<T>, at: Path, test: impl FnOnce(&T) -> bool) -> Self {
        match fact {
            Fact::Known(it) if test(it) => Self::Yes,
            Fact::Known(_) | Fact::Absent => Self::No,
            Fact::Unknown => Self::Open(at),
        }
    }

    /// Both: one that does not hold settles it.
    const fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::No, _) | (_, Self::No) => Self::No,
            (Self::Yes, other) => other,
            (open, _) => open,
        }
    }
}

/// A bar between two posts; else what would tell whether there is one.
fn bar(
    case: &PromotionCase<'_>,
    target: &TargetPost,
    kin: &Kin<'_>,
) -> (Option<PostsOfKin>, Option<Path>) {
    let at = case.at.field("target_post");
    let post = kin.post;
    let (mut found, mut open) = (None, None);
    let mut weigh = |holds, posts| match holds {
        Holds::Yes => found = found.or(Some(posts)),
        Holds::No => {}
        Holds::Open(at) => open = open.or(Some(at)),
    };
    // Who is whose direct superior.
    let (ours_at, theirs_at) = (at.field("reports_to"), kin.at.field("reports_to"));
    weigh(
        Holds::of(&target.reports_to, ours_at, |it| it.as_str() == kin.id),
        PostsOfKin::SuperiorAndSubordinate,
    );
    if target.direct_reports.iter().any(|it| it.as_str() == kin.id) {
        weigh(Holds::Yes, PostsOfKin::SuperiorAndSubordinate);
    }
    let same = Holds::of(&post.reports_to, theirs_at, |it| {
        target.reports_to.known().is_none_or(|ours| ours == it)
    });
    weigh(Holds::of(&target.reports_to, ours_at, |_| true).and(same), PostsOfKin::SameSuperior);
    let chief = |it: &Office| matches!(it, Office::ChiefProcurator | Office::DeputyChiefProcurator);
    let ours = |test: &dyn Fn(&Office) -> bool| Holds::of(&target.office, at.field("office"), test);
    let theirs =
        |test: &dyn Fn(&Office) -> bool| Holds::of(&post.office, kin.at.field("office"), test);
    match post.organ {
        Organ::Own => {}
        Organ::Superior | Organ::Subordinate => {
            weigh(ours(&chief).and(theirs(&chief)), PostsOfKin::AdjacentLevels);
            return (found, open);
        }
        _ => return (found, open),
    }
    // Leading the unit beside its sensitive work, either way round.
    let leads = |it: &Office| chief(it) || *it == Office::OtherLeader;
    let our_work = match &target.department {
        Fact::Known(department) => sensitive(case, department),
        Fact::Absent => Holds::No,
        Fact::Unknown => Holds::Open(at.field("department")),
    };
    let their_work = post.department.as_ref().map_or(Holds::No, |it| sensitive(case, it));
    weigh(our_work.and(theirs(&leads)), PostsOfKin::SensitiveWork);
    weigh(their_work.and(ours(&leads)), PostsOfKin::SensitiveWork);
    // Offices that kin may not hold in one procuratorate.
    let high = |it: &Office| chief(it) || *it == Office::CommitteeMember;
    let procurator = |it: &Office| *it == Office::Procurator;
    weigh(ours(&high).and(theirs(&high)), PostsOfKin::Offices);
    weigh(ours(&chief).and(theirs(&procurator)), PostsOfKin::Offices);
    weigh(ours(&procurator).and(theirs(&chief)), PostsOfKin::Offices);
    if let Some(department) = &post.department {
        let same = Holds::of(&target.department, at.field("department"), |it| it == department);
        let both = ours(&procurator).and(theirs(&procurator));
        weigh(same.and(both), PostsOfKin::SameDepartment);
    }
    (found, open)
}

/// Whether a department does personnel, discipline, audit or finance work.
fn sensitive(case: &PromotionCase<'_>, id: &DepartmentId) -> Holds {
    let records = case.cx.dossier.records();
    let named = records.unit.as_ref().map_or(&[][..], |unit| &unit.departments);
    let place = case.cx.dossier.index().department(records, id.as_str());
    let Some((n, department)) = place.and_then(|n| Some((n, named.get(n)?))) else {
        return Holds::No;
    };
    let at = Path::ROOT.field("unit").field("departments").index(n).field("work");
    Holds::of(&department.work, at, |it| it.is_sensitive())
}
