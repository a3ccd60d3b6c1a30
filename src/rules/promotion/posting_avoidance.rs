//! 任职回避: the post sets no kin beside each other that may not be.

use super::{BASE, process};
use crate::{
    facts::{
        DepartmentId, DepartmentWork, Fact, KinSet, Office, Organ, Person, Post, Relation,
        TargetPost,
    },
    finding::{Breach, Missing, PostsOfKin},
    law::{
        cite,
        instruments::{APPOINTMENT_REGULATIONS, CIVIL_SERVANTS_LAW, MEASURES, PROCURATORS_LAW},
    },
    norm::{Norm, Words, code},
    outcome::{Outcome, Severity},
    path::{Path, field},
    rule::{Answer, Checks, Part, Probe, PromotionCase, Rule},
    time::{Moment, NaiveDate},
};

/// 任职回避: the post sets no kin beside each other that may not be.
#[doc(alias = "任职回避")]
pub(super) static RULE: Rule = Rule {
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
    let at = case.at.field(field!("target_post"));
    let Some(target) = probe.need(&case.promotion.target_post, || at)? else {
        return Ok(match settled {
            Some(_) => probe.lack(Missing::FullRecord(at)),
            None => probe.pending(at, None),
        });
    };
    let records = case.cx.dossier.records();
    if records.kinship.is_unknown() {
        return Ok(probe.unknown(Path::ROOT.field(field!("kinship"))));
    }
    let appointed = process::appointed(case);
    // The post is taken up with the appointment; until then what stands in its way may still go.
    let day = appointed.known().or(settled.as_ref()).map_or(case.cx.as_of, |on| on.day());
    let ties = records.kinship.elements();
    let mut found: Option<Kin<'_>> = None;
    for (other, n) in case.cx.dossier.index().kin_of(case.index.candidate) {
        let (Some(tie), Some(person)) = (ties.get(n as usize), records.people.get(other as usize))
        else {
            continue;
        };
        if !KinSet::ProcuratorPosting.contains(tie.relation) {
            continue;
        }
        let own = tie.person == case.promotion.candidate;
        let kin = Kin {
            person,
            at: Path::ROOT.field(field!("people")).index(other as usize),
            relation: if own { tie.relation } else { tie.relation.inverse() },
            until: tie.until.map(|day| day.0),
            day,
            lasted: tie.lasted_on(day),
        };
        // Several ties with one relative stand together: the one that lasted that day, and of these the one that lasts longest.
        found = match found.take() {
            Some(it) if it.at == kin.at => Some(if it.order() < kin.order() { kin } else { it }),
            it => {
                if let Some(it) = it {
                    of_relative(case, target, &it, appointed, probe);
                }
                Some(kin)
            }
        };
    }
    if let Some(it) = found {
        of_relative(case, target, &it, appointed, probe);
    }
    // Whoever has no kin in the set is under no such bar.
    Ok(Outcome::Compliant)
}

/// Opens a relative. One whose tie did not last on the day that counts stands in nobody's way.
fn of_relative(
    case: &PromotionCase<'_>,
    target: &TargetPost,
    kin: &Kin<'_>,
    appointed: Fact<Moment>,
    probe: &mut Probe<'_>,
) {
    let part = Part::new().person(kin.person.id.as_str()).standing_at(kin.at);
    probe.subject(part, |probe| {
        Ok(if kin.lasted {
            beside(case, target, kin, appointed, probe)
        } else if appointed.is_unknown() {
            // It may have lasted on the day of the appointment.
            probe.unknown(case.at.field(field!("appointed_on")))
        } else {
            Outcome::Compliant
        })
    });
}

/// A relative on the day that counts.
struct Kin<'p> {
    person: &'p Person,
    at: Path,
    relation: Relation,
    /// The last day of the tie.
    until: Option<NaiveDate>,
    day: NaiveDate,
    /// Whether the tie lasted on that day.
    lasted: bool,
}

impl Kin<'_> {
    /// Whether the tie lasted, and how long it lasts.
    fn order(&self) -> (bool, NaiveDate, Relation) {
        (self.lasted, self.until.unwrap_or(NaiveDate::MAX), self.relation)
    }
}

/// Whether the target post may stand beside the posts of a relative.
fn beside(
    case: &PromotionCase<'_>,
    target: &TargetPost,
    kin: &Kin<'_>,
    appointed: Fact<Moment>,
    probe: &mut Probe<'_>,
) -> Outcome {
    let id = &kin.person.id;
    let commanded = target.reports_to.known() == Some(id) || target.direct_reports.contains(id);
    let mut outcome = Outcome::Compliant;
    if commanded && kin.person.posts.is_empty() {
        let posts = PostsOfKin::SuperiorAndSubordinate;
        outcome = stands(case, kin, posts, (kin.at, kin.until), appointed, probe);
    } else if !commanded && target.reports_to.is_unknown() {
        outcome = probe.unknown(case.at.field(field!("target_post")).field(field!("reports_to")));
    }
    for (n, post) in kin.person.posts.iter().enumerate() {
        let at = kin.at.field(field!("posts")).index(n);
        let covers = post.spell().covers(kin.day);
        // Nobody has said whether and when the candidate was appointed: another post may count.
        let perhaps = appointed.is_unknown();
        if !covers && !perhaps {
            continue;
        }
        // One who has left the last post on record commands nobody.
        let (found, open) = if commanded {
            (Some(PostsOfKin::SuperiorAndSubordinate), [None; 6])
        } else {
            bar(case, target, post, at)
        };
        outcome = outcome.join(match found {
            Some(posts) if covers => {
                let ends = [kin.until, post.until.map(|day| day.0)].into_iter().flatten().min();
                stands(case, kin, posts, (at, ends), appointed, probe)
            }
            Some(_) => probe.unknown(case.at.field(field!("appointed_on"))),
            None => open
                .into_iter()
                .flatten()
                .fold(Outcome::Compliant, |all, at| all.join(probe.unknown(at))),
        });
    }
    outcome
}

/// A bar on the day that counts: a departure once the candidate was appointed, or where nothing on record would end it
/// before.
fn stands(
    case: &PromotionCase<'_>,
    kin: &Kin<'_>,
    posts: PostsOfKin,
    (at, ends): (Path, Option<NaiveDate>),
    appointed: Fact<Moment>,
    probe: &mut Probe<'_>,
) -> Outcome {
    let target = case.at.field(field!("target_post"));
    let breach = Breach::PostingAvoidance { relation: kin.relation, posts };
    match (appointed, ends) {
        (Fact::Absent, Some(end)) if end < case.cx.as_of => return Outcome::Compliant,
        (Fact::Absent, Some(_)) => return probe.pending(target, None),
        (Fact::Unknown, _) => return probe.unknown(case.at.field(field!("appointed_on"))),
        (Fact::Absent, None) if process::settled(case).is_absent() => {
            return probe.pending(target, None);
        }
        _ => {}
    }
    probe.breach_with(target, breach, |it| {
        it.day = kin.day;
        it.who = Some(kin.person.id.as_str().into());
        it.also.push(at);
        // Each of the relative's posts stands in the way by itself.
        it.apart_by_also = true;
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
}

/// Facts that are open between two posts.
type Open = [Option<Path>; 6];

/// A bar between two posts; else which facts would tell whether there is one.
fn bar(
    case: &PromotionCase<'_>,
    target: &TargetPost,
    post: &Post,
    post_at: Path,
) -> (Option<PostsOfKin>, Open) {
    let at = case.at.field(field!("target_post"));
    let (mut found, mut open) = (None, [None; 6]);
    let mut weigh = |holds: &[Holds], posts| {
        if holds.iter().any(|it| matches!(it, Holds::No)) {
            return;
        }
        let mut yes = true;
        for it in holds {
            let Holds::Open(at) = *it else { continue };
            yes = false;
            let noted = |it: &&mut Option<Path>| it.is_none_or(|it| it == at);
            if let Some(slot) = open.iter_mut().find(noted) {
                *slot = Some(at);
            }
        }
        if yes {
            found = found.or(Some(posts));
        }
    };
    let ours_at = at.field(field!("reports_to"));
    let same = Holds::of(&post.reports_to, post_at.field(field!("reports_to")), |it| {
        target.reports_to.known().is_none_or(|ours| ours == it)
    });
    weigh(&[Holds::of(&target.reports_to, ours_at, |_| true), same], PostsOfKin::SameSuperior);
    let chief = |it: &Office| matches!(it, Office::ChiefProcurator | Office::DeputyChiefProcurator);
    let ours = |test: &dyn Fn(&Office) -> bool| {
        Holds::of(&target.office, at.field(field!("office")), test)
    };
    let theirs = |test: &dyn Fn(&Office) -> bool| {
        Holds::of(&post.office, post_at.field(field!("office")), test)
    };
    match post.organ {
        Organ::Own => {}
        Organ::Superior | Organ::Subordinate => {
            weigh(&[ours(&chief), theirs(&chief)], PostsOfKin::AdjacentLevels);
            return (found, open);
        }
        _ => return (found, open),
    }
    // Leading the unit beside its sensitive work, either way round.
    let leads = |it: &Office| chief(it) || *it == Office::OtherLeader;
    let sensitive = |it: &DepartmentWork| it.is_sensitive();
    let our_work = match &target.department {
        Fact::Known(department) => work(case, department, sensitive),
        Fact::Absent => Holds::No,
        Fact::Unknown => Holds::Open(at.field(field!("department"))),
    };
    let their_work = post.department.as_ref().map_or(Holds::No, |it| work(case, it, sensitive));
    weigh(&[our_work, theirs(&leads)], PostsOfKin::SensitiveWork);
    weigh(&[their_work, ours(&leads)], PostsOfKin::SensitiveWork);
    // Offices that kin may not hold in one procuratorate.
    let high = |it: &Office| chief(it) || *it == Office::CommitteeMember;
    let procurator = |it: &Office| *it == Office::Procurator;
    weigh(&[ours(&high), theirs(&high)], PostsOfKin::Offices);
    weigh(&[ours(&chief), theirs(&procurator)], PostsOfKin::Offices);
    weigh(&[ours(&procurator), theirs(&chief)], PostsOfKin::Offices);
    if let Some(department) = &post.department {
        // Of one 业务部门.
        let same =
            Holds::of(&target.department, at.field(field!("department")), |it| it == department);
        let business = work(case, department, |it| *it == DepartmentWork::Procuratorial);
        let both = [same, business, ours(&procurator), theirs(&procurator)];
        weigh(&both, PostsOfKin::SameDepartment);
    }
    (found, open)
}

/// Whether a department does some work.
fn work(
    case: &PromotionCase<'_>,
    id: &DepartmentId,
    test: impl FnOnce(&DepartmentWork) -> bool,
) -> Holds {
    let records = case.cx.dossier.records();
    let named = records.unit.as_ref().map_or(&[][..], |unit| &unit.departments);
    let place = case.cx.dossier.index().department(records, id.as_str());
    let Some((n, department)) = place.and_then(|n| Some((n, named.get(n)?))) else {
        return Holds::No;
    };
    let at = Path::ROOT
        .field(field!("unit"))
        .field(field!("departments"))
        .index(n)
        .field(field!("work"));
    Holds::of(&department.work, at, test)
}
