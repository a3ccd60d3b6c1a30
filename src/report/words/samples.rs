//! One of every finding that has words, and what all words must keep to.

use crate::{
    facts::{
        AccountabilityKind, AppraisalGrade, Choice, Counterpart, DecisionForm, DirectField,
        Education, FamilyAbroad, MeetingKind, RecordFamily, Relation, SanctionKind, StatutoryPower,
        Topic,
    },
    finding::{
        Bar, Breach, Coverage, Decider, Denominator, Missing, NotEntitled, Obstacle, OpenQuestion,
        Overlap, Overruled, Part, PostsOfKin, ReviewStep,
    },
    path::{Path, field},
    policy::PowerPair,
    time::date,
};

/// One of every shape, and every part of each.
pub(in crate::report) fn breaches() -> Vec<Breach> {
    let (day, later) = (date!(2024, 5, 6), date!(2024, 5, 10));
    let mut all = vec![
        Breach::Missing,
        Breach::Prohibited,
        Breach::OutOfOrder { found: 2, earliest: 5 },
        Breach::Late { due: day, done: Some(later) },
        Breach::Late { due: day, done: None },
        Breach::NotBefore { deadline: day, done: later },
        Breach::TooFew { required: 5, found: 4, of: Denominator::Entitled, total: 7 },
        Breach::TooFew { required: 1, found: 0, of: Denominator::Present, total: 1 },
        Breach::TooMany { allowed: 7, found: 9 },
        Breach::Mismatch { of: None, declared: 5, counted: 4 },
        Breach::Mismatch { of: Some(Choice::Oppose), declared: 5, counted: 4 },
        Breach::ShouldPrecede { found: 4, before: 2 },
        Breach::NotAuthorised,
        Breach::AdoptedOver { what: Obstacle::NegativeReview },
        Breach::AdoptedOver { what: Obstacle::NegativeList },
        Breach::DeclaredRejected { approve: 5, required: 4 },
        Breach::PutTogether { count: 3 },
        Breach::Divided { dissenting: 3, present: 7, by_minutes: false },
        Breach::Divided { dissenting: 1, present: 7, by_minutes: true },
        Breach::Split { count: 3, total_fen: 1_234_567, threshold_fen: 1_000_000 },
        Breach::Even { count: 8 },
        Breach::OutsideWindow { from: date!(2024, 3, 1), until: None, done: date!(2024, 2, 1) },
        Breach::OutsideWindow {
            from: date!(2024, 3, 1),
            until: Some(date!(2024, 3, 9)),
            done: date!(2024, 4, 1),
        },
        Breach::Fewer { required: 2, found: 1 },
        Breach::Undeclared,
        Breach::Understated { declared: 100, found: 300 },
        Breach::Lasted { from: day, until: None },
        Breach::Lasted { from: day, until: Some(later) },
        Breach::Inspector { relation: None },
        Breach::Inspector { relation: Some(Relation::Cousin) },
        Breach::NotOfThisCase,
        Breach::Unresolved,
        Breach::EducationBelow { required: Education::Bachelor, found: Education::College },
        Breach::EducationBelow { required: Education::College, found: Education::BelowCollege },
        Breach::Rush { count: 3, last_day: later },
    ];
    all.extend(of_powers());
    all.extend(
        [Bar::PoliticalBreach, Bar::LowAcceptance, Bar::Canvassing, Bar::Other]
            .map(|by| Breach::Barred { by, until: None }),
    );
    let appraisal = |it: &AppraisalGrade| Bar::Appraisal(*it);
    all.extend(
        (AppraisalGrade::ALL.iter().map(appraisal))
            .chain(FamilyAbroad::ALL.iter().map(|it| Bar::FamilyAbroad(*it)))
            .chain(SanctionKind::ALL.iter().map(|it| Bar::StillAffectsUse(*it)))
            .map(|by| Breach::Barred { by, until: None }),
    );
    all.extend(
        SanctionKind::ALL
            .iter()
            .map(|it| Breach::Barred { by: Bar::Sanction(*it), until: Some(later) }),
    );
    all.extend(
        [
            PostsOfKin::SuperiorAndSubordinate,
            PostsOfKin::SameSuperior,
            PostsOfKin::SensitiveWork,
            PostsOfKin::Offices,
            PostsOfKin::SameDepartment,
            PostsOfKin::AdjacentLevels,
        ]
        .map(|posts| Breach::PostingAvoidance { relation: Relation::Sibling, posts }),
    );
    all.extend(DecisionForm::ALL.iter().map(|it| Breach::WrongBody { by: Decider::Form(*it) }));
    all.extend(MeetingKind::ALL.iter().map(|it| Breach::WrongBody { by: Decider::Meeting(*it) }));
    all.extend(
        [NotEntitled::NotMember, NotEntitled::Absent, NotEntitled::Recused, NotEntitled::Twice]
            .map(|why| Breach::NotEntitled { why }),
    );
    for took in [Part::Present, Part::Spoke, Part::Voted] {
        all.push(Breach::Interest { relation: None, took });
        all.extend(Relation::ALL.iter().map(|it| Breach::Interest { relation: Some(*it), took }));
    }
    all.extend(
        [
            Overruled::Changed,
            Overruled::SetAside,
            Overruled::NotCarriedOut,
            Overruled::DeclaredOtherwise,
            Overruled::CarriedOutAfterRefusal,
        ]
        .map(|what| Breach::OneMan { what }),
    );
    all
}

/// Those of powers and of the three rules.
fn of_powers() -> Vec<Breach> {
    let mut all = vec![
        Breach::Unlisted,
        Breach::OverLimit { limit_fen: 5_000_000, found_fen: 5_000_001 },
        Breach::OutOfScope,
        Breach::SameHand { pair: None },
        Breach::BeyondHigherList,
        Breach::DirectCharge { field: None },
        Breach::NotDelegated,
        Breach::NotInForce,
        Breach::WrongAddressee,
        Breach::TooMild {
            required: AccountabilityKind::Discipline,
            found: AccountabilityKind::Warning,
        },
        Breach::ZeroRun { months: 12 },
        Breach::WrongChannel { principal: true },
        Breach::WrongChannel { principal: false },
        Breach::TooNear { found: 1, required: 30 },
        Breach::Bundled { count: 2 },
    ];
    let due = date!(2024, 6, 30);
    let topics = Topic::ALL.iter().map(|it| Coverage::Topic(*it));
    let all_of = topics.chain(Counterpart::ALL.iter().map(|it| Coverage::To(*it)));
    all.extend(all_of.map(|what| Breach::NotCovered { due: Some(due), what }));
    all.extend(
        Topic::ALL.iter().map(|it| Breach::NotCovered { due: None, what: Coverage::Topic(*it) }),
    );
    all.extend(
        [ReviewStep::Report, ReviewStep::Reflection, ReviewStep::Comparison, ReviewStep::SummingUp]
            .map(|step| Breach::StepMissing { step }),
    );
    all.extend(PowerPair::ALL.iter().map(|it| Breach::SameHand { pair: Some(*it) }));
    all.extend(StatutoryPower::ALL.iter().map(|it| Breach::Withdrawn { power: *it }));
    all.extend(DirectField::ALL.iter().map(|it| Breach::DirectCharge { field: Some(*it) }));
    let mild = |it: &AccountabilityKind| Breach::TooMild {
        required: AccountabilityKind::Warning,
        found: *it,
    };
    all.extend(AccountabilityKind::ALL.iter().map(mild));
    all.extend(
        [Overlap::Versions, Overlap::BothLists, Overlap::Layers, Overlap::Ranges]
            .map(|of| Breach::Overlap { of }),
    );
    all
}

/// One of everything that may be missing.
pub(in crate::report) fn missing() -> Vec<Missing> {
    let (from, until) = (date!(2024, 1, 1), date!(2024, 12, 31));
    let at = Path::ROOT.field(field!("meetings")).index(0).field(field!("held_on"));
    let mut all = vec![
        Missing::Fact(at),
        Missing::Fact(Path::ROOT),
        Missing::Contradiction(at),
        Missing::Suspected(at),
        Missing::TimeOfDay(at),
        Missing::FullRecord(at),
        Missing::Policy("large_sum_threshold_fen"),
        Missing::Calendar { day: until, overlay: false },
        Missing::Calendar { day: until, overlay: true },
        Missing::OpenLaw(OpenQuestion::RecusedInDenominator),
        Missing::OpenLaw(OpenQuestion::LastBesidePresider),
        Missing::OpenLaw(OpenQuestion::SecondView),
        Missing::OpenLaw(OpenQuestion::BrokenYears),
        Missing::More(3),
    ];
    all.extend(RecordFamily::ALL.iter().map(|it| Missing::Completeness {
        family: *it,
        from,
        until,
    }));
    all
}

/// Words that accuse or judge.
const FORBIDDEN: &[&str] = &[
    "guilt",
    "illegal",
    "unlawful",
    "offen",
    "crime",
    "criminal",
    "culprit",
    "wrongdo",
    "corrupt",
    "abuse",
    "fault",
    "违法",
    "有罪",
    "罪",
    "违纪",
    "违规",
    "嫌疑",
    "滥用",
    "责任人",
    "擅自",
    "腐败",
];

fn han(text: &str) -> bool {
    text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c))
}

/// Both texts are there, each in its language, on one line, and accuse nobody.
pub(super) fn sound(zh: &str, en: &str) {
    assert!(han(zh), "{zh}");
    assert!(!zh.ends_with(['。', '.']) && !zh.contains('\n'), "{zh}");
    assert!(!en.is_empty() && !han(en) && !en.ends_with('.') && !en.contains('\n'), "{en}");
    assert!(!en.starts_with(|c: char| c.is_uppercase()), "{en}");
    for word in FORBIDDEN {
        assert!(!zh.contains(word) && !en.to_lowercase().contains(word), "{word}: {zh} / {en}");
    }
}
