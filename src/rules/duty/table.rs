//! The table: a row a duty.

use crate::{
    facts::{ActivityKind, Counterpart, Topic},
    finding::Coverage,
    law::{
        Reach, cite,
        instruments::{
            CENTRAL_OPINION_2021, FAMILY_CONDUCT_OPINION_2021, IDEOLOGY_RESPONSIBILITY_RULES,
            MEASURES, PRIMARY_RESPONSIBILITY_RULES, REQUEST_AND_REPORT_REGULATIONS,
        },
    },
    norm::{Norm, Words, code},
    outcome::Severity,
    policy::{Parameters, Period, Setting},
    rules::BASE,
};

/// A duty that returns with the calendar.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Duty {
    /// What is asked.
    pub(crate) norm: Norm,
    /// Whose cells there are.
    pub(crate) owed: Owed,
    /// How often it returns.
    pub(crate) every: Every,
    /// Kinds of activity of which one shows that it was met.
    pub(crate) kinds: &'static [ActivityKind],
    /// By or with whom it must have been.
    pub(crate) by: By,
    /// What the activities of a period must take in, each in one or another.
    pub(crate) takes_in: &'static [Coverage],
    /// Whether it is only asked of what was held, as another rule answers for what was not.
    pub(crate) only_if_held: bool,
}

/// Whose cells there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Owed {
    /// One of the unit.
    Unit,
    /// One of each member of the Party group but the principal: those who are members on the period's last day.
    Members,
    /// One of the group, with the contents, and one of each member, the principal included.
    GroupAndMembers,
    /// One of each department in the charge of each other member on the period's last day.
    Portfolios,
}

/// How often a duty returns.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Every {
    /// As the measures or the contract fix it.
    Fixed(&'static Setting<Period>),
    /// As the policy sets it.
    Set(fn(&Parameters) -> &Setting<Period>),
}

static YEAR: Setting<Period> = Setting::fixed("", Period::Year);
static HALF_YEAR: Setting<Period> = Setting::fixed("", Period::HalfYear);

impl Every {
    /// Each calendar year.
    pub(crate) const YEAR: Self = Self::Fixed(&YEAR);
    /// Each calendar half-year.
    pub(crate) const HALF_YEAR: Self = Self::Fixed(&HALF_YEAR);
}

/// By or with whom an activity must have been.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum By {
    /// Whoever it was.
    Anyone,
    /// Held by whoever was the principal that day, with the member: the duty lies on the office.
    Principal,
    /// A talk between the member and whoever was the principal that day, whichever of the two held it.
    WithPrincipal,
    /// Held by the member whose cell it is, of the department.
    Holder,
    /// Between two members.
    TwoMembers,
    /// Aimed at or about whoever was the principal that day.
    AtPrincipal,
}

impl Duty {
    /// The period that is in force with these parameters.
    #[must_use]
    pub(crate) fn setting<'p>(&self, parameters: &'p Parameters) -> &'p Setting<Period> {
        match self.every {
            Every::Fixed(setting) => setting,
            Every::Set(of) => of(parameters),
        }
    }
}

/// That a duty was met is shown by a record of activity, and by nothing else.
const NORM: Norm = Norm { reach: Reach::RecordOnly, ..BASE };

/// What most rows have in common; each states the rest itself.
const ROW: Duty = Duty {
    norm: NORM,
    owed: Owed::Unit,
    every: Every::YEAR,
    kinds: &[],
    by: By::Anyone,
    takes_in: &[],
    only_if_held: false,
};

/// Every recurring duty that is only who, with whom, how often and with what.
pub(crate) static TABLE: [Duty; 21] = [
    Duty {
        norm: Norm {
            code: code!("RPT005"),
            slug: "reported-to-both",
            title: Words {
                zh: "向两个上级报告工作", en: "Work is reported to both superiors"
            },
            gist: Words {
                zh: "党组每年向上级检察院党组和城区党委报告工作，两处都要报告。",
                en: "Each year the work is reported to the superior procuratorate's Party group and to the district committee, to each of the two.",
            },
            cites: &[cite!(MEASURES, clause "1.2.2"), REQUEST_AND_REPORT_REGULATIONS.whole()],
            severity: Severity::Ordinary,
            remedy: Words {
                zh: "向未报告的一方报告工作",
                en: "report to the one that was left out",
            },
            ..NORM
        },
        kinds: &[ActivityKind::WorkReport],
        takes_in: &[
            Coverage::To(Counterpart::SuperiorProcuratorate),
            Coverage::To(Counterpart::DistrictCommittee),
        ],
        ..ROW
    },
    Duty {
        norm: Norm {
            code: code!("RPT008"),
            slug: "feedback-mechanism",
            title: Words {
                zh: "与纪检监察、公安机关沟通协调", en: "Coordination on feedback"
            },
            gist: Words {
                zh: "每个周期与纪检监察机关、公安机关沟通协调，及早掌握检察人员违纪违法问题。",
                en: "In each period there is coordination with the discipline organ and with the police, so that misconduct of staff is known early.",
            },
            cites: &[cite!(MEASURES, clause "1.4.3")],
            severity: Severity::Advisory,
            remedy: Words {
                zh: "开展沟通协调并留存记录",
                en: "coordinate, and keep a record of it",
            },
            parameters: &["coordination_period"],
            ..NORM
        },
        every: Every::Set(|it| &it.coordination_period),
        kinds: &[ActivityKind::Coordination],
        takes_in: &[Coverage::To(Counterpart::DisciplineOrgan), Coverage::To(Counterpart::Police)],
        ..ROW
    },
    Duty {
        norm: Norm {
            code: code!("RSP003"),
            slug: "members-heard",
            title: Words { zh: "听取班子成员履责汇报", en: "Members are heard" },
            gist: Words {
                zh: "一把手每个周期听取班子每名其他成员履行管党治党责任情况的汇报。",
                en: "In each period the principal leader hears every other member on how the responsibility for strict governance is carried out.",
            },
            cites: &[cite!(MEASURES, clause "2.3.2")],
            severity: Severity::Ordinary,
            remedy: Words { zh: "听取其汇报", en: "hear the member" },
            parameters: &["member_report_period", "member_days_in_period"],
            ..NORM
        },
        owed: Owed::Members,
        every: Every::Set(|it| &it.member_report_period),
        kinds: &[ActivityKind::MemberHeard],
        by: By::Principal,
        ..ROW
    },
    Duty {
        norm: Norm {
            code: code!("RSP005"),
            slug: "departments-heard",
            title: Words { zh: "听取分管部门汇报", en: "Departments are heard" },
            gist: Words {
                zh: "班子其他成员每个周期听取每个分管部门负责人关于干警遵规守纪、廉洁自律情况的汇报，分管以周期末日的分工为准。",
                en: "In each period every other member hears the head of each department in his or her charge, as assigned on the period's last day, on the staff's discipline and integrity.",
            },
            cites: &[cite!(MEASURES, clause "2.3.3")],
            severity: Severity::Ordinary,
            remedy: Words { zh: "听取该部门汇报", en: "hear the department" },
            parameters: &["department_report_period", "member_days_in_period"],
            ..NORM
        },
        owed: Owed::Portfolios,
        every: Every::Set(|it| &it.department_report_period),
        kinds: &[ActivityKind::DepartmentHeard],
        by: By::Holder,
        ..ROW
    },
    Duty {
        norm: Norm {
            code: code!("RSP007"),
            slug: "half-yearly-study",
            title: Words {
                zh: "每半年研究全面从严治党",
                en: "Strict governance is studied each half-year",
            },
            gist: Words {
                zh: "党组每半年至少研究一次全面从严治党工作。",
                en: "At least once each half-year the Party group studies strict governance.",
            },
            cites: &[
                cite!(MEASURES, clause "2.3.1"),
                cite!(MEASURES, clause "3.1"),
                PRIMARY_RESPONSIBILITY_RULES.whole(),
            ],
            severity: Severity::Ordinary,
            remedy: Words { zh: "召开党组会研究", en: "study it in a Party group meeting" },
            ..NORM
        },
        every: Every::HALF_YEAR,
        kinds: &[ActivityKind::GovernanceStudy],
        ..ROW
    },
    Duty {
        norm: Norm {
            code: code!("MUT004"),
            slug: "heart-to-heart-talks",
            title: Words { zh: "谈心谈话", en: "Heart-to-heart talks" },
            gist: Words {
                zh: "一把手每个周期与班子每名其他成员谈心谈话。",
                en: "In each period the principal leader talks with every other member.",
            },
            cites: &[cite!(MEASURES, clause "2.1.2")],
            severity: Severity::Ordinary,
            remedy: Words { zh: "开展谈心谈话", en: "hold the talk" },
            parameters: &["talk_period", "member_days_in_period"],
            ..NORM
        },
        owed: Owed::Members,
        every: Every::Set(|it| &it.talk_period),
        kinds: &[ActivityKind::HeartToHeartTalk],
        by: By::WithPrincipal,
        ..ROW
    },
    Duty {
        norm: Norm {
            code: code!("MUT005"),
            slug: "views-exchanged",
            title: Words { zh: "班子成员交换意见", en: "Views are exchanged" },
            gist: Words {
                zh: "班子成员之间每个周期交换意见、相互提醒。",
                en: "In each period members exchange views and remind each other.",
            },
            cites: &[cite!(MEASURES, clause "2.1.3")],
            severity: Severity::Advisory,
            remedy: Words {
                zh: "交换意见并留存记录",
                en: "exchange views, and keep a record of it",
            },
            parameters: &["views_exchange_period"],
            ..NORM
        },
        every: Every::Set(|it| &it.views_exchange_period),
        kinds: &[ActivityKind::ViewsExchanged],
        by: By::TwoMembers,
        ..ROW
    },
    Duty {
        norm: Norm {
            code: code!("FAM001"),
            slug: "home-visits",
            title: Words { zh: "入户廉政家访", en: "Home visits" },
            gist: Words {
                zh: "一把手每个周期对班子每名其他成员入户家访。",
                en: "In each period the principal leader visits the home of every other member.",
            },
            cites: &[cite!(MEASURES, clause "1.5.2"), FAMILY_CONDUCT_OPINION_2021.whole()],
            severity: Severity::Ordinary,
            remedy: Words { zh: "开展家访", en: "make the visit" },
            parameters: &["home_visit_period", "member_days_in_period"],
            ..NORM
        },
        owed: Owed::Members,
        every: Every::Set(|it| &it.home_visit_period),
        kinds: &[ActivityKind::HomeVisit],
        by: By::Principal,
        ..ROW
    },
    Duty {
        norm: Norm {
            code: code!("FAM003"),
            slug: "family-symposium",
            title: Words { zh: "家属座谈会", en: "Meetings with families" },
            gist: Words {
                zh: "每个周期举办干部家属座谈会等活动。",
                en: "In each period there is a meeting with families.",
            },
            cites: &[cite!(MEASURES, clause "1.5.2"), FAMILY_CONDUCT_OPINION_2021.whole()],
            severity: Severity::Ordinary,
            remedy: Words { zh: "举办家属座谈会", en: "hold a meeting with families" },
            parameters: &["family_symposium_period"],
            ..NORM
        },
        every: Every::Set(|it| &it.family_symposium_period),
        kinds: &[ActivityKind::FamilySymposium],
        ..ROW
    },
    Duty {
        norm: Norm {
            code: code!("FAM004"),
            slug: "family-in-training",
            title: Words { zh: "家风纳入学习培训", en: "Family conduct in training" },
            gist: Words {
                zh: "家庭家教家风纳入当年的学习培训。",
                en: "Family conduct is part of the year's training.",
            },
            cites: &[cite!(MEASURES, clause "1.5.1"), FAMILY_CONDUCT_OPINION_2021.whole()],
            severity: Severity::Ordinary,
            remedy: Words {
                zh: "将家庭家教家风纳入培训",
                en: "take family conduct into the training",
            },
            ..NORM
        },
        kinds: &[ActivityKind::Training],
        takes_in: &[Coverage::Topic(Topic::FamilyConduct)],
        ..ROW
    },
    Duty {
        norm: Norm {
            code: code!("FAM005"),
            slug: "warning-education",
            title: Words { zh: "正反典型教育", en: "Good and bad examples" },
            gist: Words {
                zh: "每年开展典型教育，既有先进典型，也有反面案例警示。",
                en: "Each year there is a session, or several, with good examples and with bad ones.",
            },
            cites: &[cite!(MEASURES, clause "1.5.3"), FAMILY_CONDUCT_OPINION_2021.whole()],
            severity: Severity::Ordinary,
            remedy: Words {
                zh: "补充开展典型教育", en: "hold a session with what was left out"
            },
            ..NORM
        },
        kinds: &[ActivityKind::WarningEducation],
        takes_in: &[Coverage::Topic(Topic::GoodExamples), Coverage::Topic(Topic::BadExamples)],
        ..ROW
    },
    Duty {
        norm: Norm {
            code: code!("SUP001"),
            slug: "principal-supervised",
            title: Words {
                zh: "以一把手为监督重点", en: "The principal leader is supervised"
            },
            gist: Words {
                zh: "每个周期有以一把手为对象的日常监督或者专项监督。",
                en: "In each period daily or special supervision is aimed at the principal leader.",
            },
            cites: &[cite!(MEASURES, clause "1.2.1"), CENTRAL_OPINION_2021.whole()],
            severity: Severity::Ordinary,
            remedy: Words {
                zh: "开展以一把手为对象的监督",
                en: "aim supervision at the principal leader",
            },
            parameters: &["principal_supervision_period"],
            ..NORM
        },
        every: Every::Set(|it| &it.principal_supervision_period),
        kinds: &[ActivityKind::DailySupervision, ActivityKind::SpecialSupervision],
        by: By::AtPrincipal,
        ..ROW
    },
    Duty {
        norm: Norm {
            code: code!("SUP002"),
            slug: "political-self-check",
            title: Words { zh: "政治监督自查提醒", en: "Political self-checks" },
            gist: Words {
                zh: "每年对政治忠诚和贯彻新发展理念情况开展自查、提醒或者考评。",
                en: "Each year there is a self-check, reminder or appraisal on political loyalty and on the development concept.",
            },
            cites: &[cite!(MEASURES, clause "1.1.1"), cite!(MEASURES, clause "1.1.3")],
            severity: Severity::Ordinary,
            remedy: Words {
                zh: "开展自查或者提醒",
                en: "hold the self-check or give the reminder",
            },
            ..NORM
        },
        kinds: &[ActivityKind::PoliticalCheck],
        takes_in: &[Coverage::Topic(Topic::PoliticalLoyalty), Coverage::Topic(Topic::Development)],
        ..ROW
    },
    Duty {
        norm: Norm {
            code: code!("SUP003"),
            slug: "implementation-appraised",
            title: Words {
                zh: "落实情况纳入考核评价", en: "Implementation is appraised"
            },
            gist: Words {
                zh: "一把手的考核评价包含落实党中央重大决策部署的内容；当年未考核的，由SUP007回答。",
                en: "The appraisal of the principal leader has an item on carrying out central decisions; where there was none in the year, SUP007 answers.",
            },
            cites: &[cite!(MEASURES, clause "1.1.2")],
            severity: Severity::Ordinary,
            remedy: Words {
                zh: "在考核评价中补充该项内容", en: "add the item to the appraisal"
            },
            ..NORM
        },
        kinds: &[ActivityKind::GradedAppraisal],
        by: By::AtPrincipal,
        takes_in: &[Coverage::Topic(Topic::CentralDecisions)],
        only_if_held: true,
        ..ROW
    },
    Duty {
        norm: Norm {
            code: code!("SUP005"),
            slug: "centralism-inspected",
            title: Words {
                zh: "民主集中制纳入检务督察", en: "Democratic centralism is inspected"
            },
            gist: Words {
                zh: "一把手执行民主集中制的情况纳入当年的检务督察。",
                en: "The year's inspection of procuratorial affairs takes in how democratic centralism is kept.",
            },
            cites: &[cite!(MEASURES, clause "1.3")],
            severity: Severity::Ordinary,
            remedy: Words { zh: "纳入检务督察", en: "take it into the inspection" },
            ..NORM
        },
        kinds: &[ActivityKind::AffairsInspection],
        takes_in: &[Coverage::Topic(Topic::DemocraticCentralism)],
        ..ROW
    },
    Duty {
        norm: Norm {
            code: code!("SUP006"),
            slug: "centralism-audited",
            title: Words {
                zh: "民主集中制纳入内部审计", en: "Democratic centralism is audited"
            },
            gist: Words {
                zh: "一把手执行民主集中制的情况纳入当年的内部审计（办法原文作“内容审计”）。",
                en: "The year's internal audit takes in how democratic centralism is kept; the measures print 内容审计.",
            },
            cites: &[cite!(MEASURES, clause "1.3")],
            severity: Severity::Ordinary,
            remedy: Words { zh: "纳入内部审计", en: "take it into the audit" },
            ..NORM
        },
        kinds: &[ActivityKind::InternalAudit],
        takes_in: &[Coverage::Topic(Topic::DemocraticCentralism)],
        ..ROW
    },
    Duty {
        norm: Norm {
            code: code!("SUP007"),
            slug: "graded-appraisal",
            title: Words { zh: "分级分类考核", en: "Graded appraisal" },
            gist: Words {
                zh: "每年对领导班子和每名成员实行分级分类考核。",
                en: "Each year the leading group and every member are appraised by level and kind.",
            },
            cites: &[cite!(MEASURES, clause "2.6.1")],
            severity: Severity::Ordinary,
            remedy: Words { zh: "补作考核", en: "make the appraisal" },
            parameters: &["member_days_in_period"],
            ..NORM
        },
        owed: Owed::GroupAndMembers,
        kinds: &[ActivityKind::GradedAppraisal],
        takes_in: &[Coverage::Topic(Topic::LeadingGroup)],
        ..ROW
    },
    Duty {
        norm: Norm {
            code: code!("SUP008"),
            slug: "department-supports",
            title: Words { zh: "政治部职能监督", en: "Functional supervision" },
            gist: Words {
                zh: "每个周期有政治部职责范围内的职能监督。",
                en: "In each period the political department supervises within its functions.",
            },
            cites: &[cite!(MEASURES, clause "3.2")],
            severity: Severity::Advisory,
            remedy: Words {
                zh: "开展职能监督并留存记录",
                en: "supervise, and keep a record of it",
            },
            parameters: &["functional_supervision_period"],
            ..NORM
        },
        every: Every::Set(|it| &it.functional_supervision_period),
        kinds: &[ActivityKind::FunctionalSupervision],
        ..ROW
    },
    Duty {
        norm: Norm {
            code: code!("SUP009"),
            slug: "practice-summed-up",
            title: Words { zh: "总结监督经验", en: "Practice is summed up" },
            gist: Words {
                zh: "每年总结加强监督的办法和举措。",
                en: "Each year the practice of oversight is summed up.",
            },
            cites: &[cite!(MEASURES, clause "3.3")],
            severity: Severity::Advisory,
            remedy: Words { zh: "总结经验", en: "sum it up" },
            ..NORM
        },
        kinds: &[ActivityKind::PracticeSummary],
        ..ROW
    },
    Duty {
        norm: Norm {
            code: code!("SUP010"),
            slug: "collective-leadership-inspected",
            title: Words {
                zh: "集体领导制度监督检查", en: "Collective leadership is inspected"
            },
            gist: Words {
                zh: "每个周期对集体领导制度执行情况开展监督检查，发现的问题在规定时间内处理。",
                en: "In each period the keeping of collective leadership is inspected, and a problem found is acted on within the limit.",
            },
            cites: &[cite!(MEASURES, clause "2.2.3")],
            severity: Severity::Ordinary,
            remedy: Words {
                zh: "开展监督检查，处理发现的问题",
                en: "inspect, and act on what is found",
            },
            parameters: &[
                "collective_leadership_inspection_period",
                "collective_leadership_problem_limit",
            ],
            ..NORM
        },
        every: Every::Set(|it| &it.collective_leadership_inspection_period),
        kinds: &[ActivityKind::CollectiveLeadershipInspection],
        ..ROW
    },
    Duty {
        norm: Norm {
            code: code!("ECO001"),
            slug: "half-yearly-joint-meeting",
            title: Words {
                zh: "每半年召开联席会议", en: "A joint meeting each half-year"
            },
            gist: Words {
                zh: "党组在每个半年（1月至6月、7月至12月）召开一次党风廉政、意识形态工作联席会议。",
                en: "In each calendar half-year the Party group holds a joint meeting on integrity and ideology.",
            },
            cites: &[cite!(MEASURES, clause "2.7"), IDEOLOGY_RESPONSIBILITY_RULES.whole()],
            severity: Severity::Ordinary,
            remedy: Words { zh: "召开联席会议", en: "hold the joint meeting" },
            ..NORM
        },
        every: Every::HALF_YEAR,
        kinds: &[ActivityKind::JointMeeting],
        ..ROW
    },
];
