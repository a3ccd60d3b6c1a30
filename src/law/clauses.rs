//! The 35 clauses of the measures, in their order.
//!
//! Titles and gists are in our own words. What of a clause no rule can see stands beside it, with the reason, so that
//! the catalogue never claims more than records can show.

use super::{Clause, ClauseNo, Note, Reach, Unchecked, clause_no};

/// Every clause of the measures, in order.
///
/// ```
/// use oversight::law::{CLAUSES, Reach};
///
/// assert_eq!(CLAUSES.len(), 35);
/// let by_record = CLAUSES.iter().filter(|clause| clause.reach == Reach::RecordOnly).count();
/// assert_eq!(by_record, 10);
/// ```
#[doc(alias = "条款")]
#[doc(alias = "内容审计")] // as the text of 1.3 prints 内部审计
pub static CLAUSES: &[Clause] = &[
    Clause {
        no: clause_no!("1.1.1"),
        zh: "政治忠诚的监督",
        en: "Oversight of political loyalty",
        gist_zh: "用自查、提醒、考评等办法，监督主要负责人和班子是否把政治建设放在首位。",
        gist_en: "Self-checks, reminders and appraisals keep the political loyalty of the principal leader and the group under oversight.",
        reach: Reach::RecordOnly,
        unchecked: &[Unchecked {
            zh: "属原则性要求：忠诚、立场和政治能力无法由记录证明，规则只看有没有做过自查、提醒或考评。",
            en: "Principle: records cannot prove loyalty, stance or political ability; the rule sees only that a self-check, reminder or appraisal took place.",
        }],
        note: None,
    },
    Clause {
        no: clause_no!("1.1.2"),
        zh: "重大部署落实情况的监督",
        en: "Oversight of how central decisions are carried out",
        gist_zh: "监督中央指示和部署是否落到实处，主要负责人的考核须包含这一项。",
        gist_en: "How central instructions and decisions are carried out is overseen, and is an item of the principal leader's appraisal.",
        reach: Reach::Checked,
        unchecked: &[Unchecked {
            zh: "属原则性要求：落实得好不好由考核者判断，规则只看考核中有没有这一项。",
            en: "Principle: how well they were carried out is for the appraisers to judge; the rule sees only that the appraisal has the item.",
        }],
        note: None,
    },
    Clause {
        no: clause_no!("1.1.3"),
        zh: "新发展理念的监督",
        en: "Oversight of the development concept",
        gist_zh: "监督主要负责人和班子能否以检察履职服务高质量发展。",
        gist_en: "Whether the principal leader and the group serve high-quality development through procuratorial work is under oversight.",
        reach: Reach::RecordOnly,
        unchecked: &[Unchecked {
            zh: "属原则性要求：发展理念和三个自觉没有可核对的事实，规则只看有没有做过自查或提醒。",
            en: "Principle: the development concept and the three kinds of awareness have no facts to test; the rule sees only that a self-check or reminder took place.",
        }],
        note: None,
    },
    Clause {
        no: clause_no!("1.2.1"),
        zh: "以主要负责人为监督重点",
        en: "The principal leader as the focus of oversight",
        gist_zh: "党组的日常监督和专项监督，都要把主要负责人列为重点对象。",
        gist_en: "Daily and special oversight by the Party group has the principal leader among its chief subjects.",
        reach: Reach::RecordOnly,
        unchecked: &[
            Unchecked {
                zh: "监督是否有力看不出来：规则只看有没有以主要负责人为对象的监督记录、年度计划有没有列入。",
                en: "Whether the oversight had force does not show: the rules see only a record aimed at the principal leader and an item in the yearly plan.",
            },
            Unchecked {
                zh: "条文没有规定次数，周期由政策设定。",
                en: "The clause sets no frequency; the period is a value of the policy.",
            },
        ],
        note: None,
    },
    Clause {
        no: clause_no!("1.2.2"),
        zh: "以身作则与请示报告",
        en: "Leading by example, requests and reports",
        gist_zh: "主要负责人带头接受监督、担责自律，班子既向上级院、也向城区党委请示和报告。",
        gist_en: "The principal leader sets the example in being overseen, and the group asks and reports upward to both the superior procuratorate and the district committee.",
        reach: Reach::Checked,
        unchecked: &[
            Unchecked {
                zh: "属原则性要求：以身作则、勇于担当、反对特权思想，没有可核对的事实。",
                en: "Principle: setting an example, taking responsibility and rejecting privilege have no facts to test.",
            },
            Unchecked {
                zh: "八项规定的执行情况要靠调查认定，卷宗不载，规则不作判断。",
                en: "Keeping the eight-point decision is established by inquiry, not by the records of a dossier; no rule judges it.",
            },
        ],
        note: None,
    },
    Clause {
        no: clause_no!("1.2.3"),
        zh: "权力清单和负面清单",
        en: "Power list and negative list",
        gist_zh: "为主要负责人编制权力清单和负面清单，按决策、执行、监督三类分清权限，党组对执行情况开展自查。",
        gist_en: "The principal leader has a power list and a negative list that part deciding, carrying out and overseeing; the Party group checks for itself how they are kept.",
        reach: Reach::Checked,
        unchecked: &[
            Unchecked {
                zh: "清单划得是否恰当由党组判断，规则只看是否齐全、有效、前后一致。",
                en: "Whether the lists are well drawn is for the Party group to judge; the rules see that they are complete, in force and consistent.",
            },
            Unchecked {
                zh: "没有进入卷宗的用权行为，规则看不到。",
                en: "An act of power that no record holds is not seen.",
            },
        ],
        note: None,
    },
    Clause {
        no: clause_no!("1.3"),
        zh: "民主集中制的执行",
        en: "Carrying out democratic centralism",
        gist_zh: "主要负责人执行民主集中制的情况，要分别在民主生活会上、检务督察中和内部审计里检查；巡视巡察指出的问题要整改并反馈。",
        gist_en: "How the principal leader keeps democratic centralism is taken up in the democratic life meeting, procuratorial inspection and internal audit; what inspection tours find is put right and reported back.",
        reach: Reach::Checked,
        unchecked: &[
            Unchecked {
                zh: "整改是否真正到位要由巡视巡察机关认定，规则只看责任人、期限、佐证和反馈。",
                en: "Whether a problem was truly cured is for the inspecting organ to say; the rules see owner, date, evidence and feedback.",
            },
            Unchecked {
                zh: "整改和反馈的期限条文没有写明，由政策设定。",
                en: "The clause sets no limit for putting right and feedback; both are values of the policy.",
            },
            Unchecked {
                zh: "接受监督是否自觉，没有可核对的事实。",
                en: "Whether oversight was accepted willingly has no facts to test.",
            },
        ],
        note: Some(Note {
            zh: "印发文本作“内容审计”，显系“内部审计”之误；本库按内部审计核查，检索时两词通用。",
            en: "The text prints 内容审计 (content audit), evidently a slip for 内部审计 (internal audit); it is checked as internal audit, and either word finds it.",
        }),
    },
    Clause {
        no: clause_no!("1.4.1"),
        zh: "八小时以外的监督",
        en: "Conduct outside working hours",
        gist_zh: "对主要负责人工作时间以外的行为，发现问题要早提醒、早纠正。",
        gist_en: "Problems in the principal leader's conduct outside working hours meet with early reminder and correction.",
        reach: Reach::RecordOnly,
        unchecked: &[
            Unchecked {
                zh: "本库不监视任何人：只看已经移送的问题有没有及时提醒或纠正。",
                en: "The crate watches nobody: it sees only whether a problem that was referred met with a timely reminder or correction.",
            },
            Unchecked {
                zh: "属原则性要求：净化社交圈靠自觉，没有可核对的事实。",
                en: "Principle: keeping good company is a matter of conscience with no facts to test.",
            },
        ],
        note: None,
    },
    Clause {
        no: clause_no!("1.4.2"),
        zh: "述责述廉",
        en: "Reports on duties and integrity",
        gist_zh: "党组书记述责述廉有两个对象，即上级院党组和城区区委；述后要经评议，报告要公开。",
        gist_en: "The secretary gives an account of duties and integrity to both the superior Party group and the district committee, is assessed, and the report is published in some scope.",
        reach: Reach::Checked,
        unchecked: &[
            Unchecked {
                zh: "报告是否属实、评议是否公允，规则看不出来。",
                en: "Whether the account was true and the assessment fair does not show.",
            },
            Unchecked {
                zh: "公开到什么范围合适，条文未定，规则只看有没有公开。",
                en: "The clause does not say what scope is enough; the rule sees only that there was one.",
            },
            Unchecked {
                zh: "“每年”取自国家层面的一般要求，条文本身没有写周期。",
                en: "That it is yearly comes from the general national requirement; the clause names no period.",
            },
        ],
        note: None,
    },
    Clause {
        no: clause_no!("1.4.3"),
        zh: "违纪违法情况的反馈与报告",
        en: "Feedback and reports on misconduct",
        gist_zh: "与纪检监察、公安等机关建立反馈渠道；主要负责人被立案的，尽快让上级院党组知道。",
        gist_en: "Discipline and police organs give feedback through a standing channel, and a case opened against the principal leader is reported promptly to the superior Party group.",
        reach: Reach::Checked,
        unchecked: &[
            Unchecked {
                zh: "反馈渠道是否管用看不出来，规则只看有没有协调记录。",
                en: "Whether the channel works does not show; the rule sees only a record of coordination.",
            },
            Unchecked {
                zh: "“及时”没有天数，期限由政策设定。",
                en: "“Promptly” has no number of days; the limit is a value of the policy.",
            },
        ],
        note: None,
    },
    Clause {
        no: clause_no!("1.5.1"),
        zh: "家庭家教家风教育",
        en: "Family virtue in training",
        gist_zh: "把家风列入干部作风建设和各类培训，领导干部带头，家属参与助廉。",
        gist_en: "Family conduct is part of conduct-building and training; leading cadres set the example and families help to keep them honest.",
        reach: Reach::RecordOnly,
        unchecked: &[Unchecked {
            zh: "属原则性要求：家风好坏不由本库评判，规则只看年度培训有没有这一主题。",
            en: "Principle: the crate does not judge family virtue; the rule sees only that the year's training has the topic.",
        }],
        note: None,
    },
    Clause {
        no: clause_no!("1.5.2"),
        zh: "家访与家属座谈会",
        en: "Home visits and meetings with families",
        gist_zh: "主要负责人到班子成员家中廉政家访，定期召开家属座谈会，并在考察干部时参考家风情况。",
        gist_en: "The principal leader visits the homes of members, meetings with families are held regularly, and family conduct counts when cadres are appraised.",
        reach: Reach::Checked,
        unchecked: &[
            Unchecked {
                zh: "家访谈了什么、家风如何，本库不收集，规则只看覆盖面和要项是否齐全。",
                en: "What was said and what a family is like is not collected; the rules see coverage and that the set purposes were covered.",
            },
            Unchecked {
                zh: "“定期”没有次数，周期由政策设定。",
                en: "“Regularly” has no number; the period is a value of the policy.",
            },
        ],
        note: None,
    },
    Clause {
        no: clause_no!("1.5.3"),
        zh: "正反典型教育",
        en: "Good and bad examples",
        gist_zh: "既宣传家风好的典型，也用反面案例警示，促使领导干部管好亲属。",
        gist_en: "Good examples are held up and bad ones serve as warnings, so that leading cadres keep their relatives in order.",
        reach: Reach::RecordOnly,
        unchecked: &[Unchecked {
            zh: "属原则性要求：典型选得好不好、教育有没有触动，规则看不出来，只看当年有没有开展。",
            en: "Principle: whether examples were well chosen and struck home does not show; the rule sees only that a session took place in the year.",
        }],
        note: None,
    },
    Clause {
        no: clause_no!("2.1.1"),
        zh: "班子成员相互监督",
        en: "Members oversee each other",
        gist_zh: "发现同事有违反党章党纪的行为，要向主要负责人反映，或者实名向上反映；隐瞒不报的，承担连带责任。",
        gist_en: "A member who learns of a colleague's breach reports it to the principal leader or, by name, upward; who conceals it is jointly liable.",
        reach: Reach::Checked,
        unchecked: &[
            Unchecked {
                zh: "是否知情须由有权机关认定，本库不凭沉默推断任何人知情。",
                en: "Knowledge is for a competent organ to establish; the crate infers it from nobody's silence.",
            },
            Unchecked {
                zh: "反映的期限条文未定，由政策设定。",
                en: "The clause sets no limit for the report; it is a value of the policy.",
            },
        ],
        note: None,
    },
    Clause {
        no: clause_no!("2.1.2"),
        zh: "谈心谈话",
        en: "Heart-to-heart talks",
        gist_zh: "主要负责人带好班子，经常与成员谈心，尽到教育、管理和监督的责任。",
        gist_en: "The principal leader answers for the group and talks with its members often.",
        reach: Reach::Checked,
        unchecked: &[
            Unchecked {
                zh: "谈话是否深入看不出来，规则只看对每名成员的覆盖。",
                en: "Whether talks went deep does not show; the rule sees coverage of each member.",
            },
            Unchecked {
                zh: "“经常”没有次数，周期由政策设定。",
                en: "“Often” has no number; the period is a value of the policy.",
            },
        ],
        note: None,
    },
    Clause {
        no: clause_no!("2.1.3"),
        zh: "相互提醒和情况报告",
        en: "Reminders and exchange among members",
        gist_zh: "班子成员之间建立提醒、监督和通报情况的制度，常交换意见，坦率指出问题。",
        gist_en: "Members remind and oversee each other under a standing practice, exchange views and speak of problems frankly.",
        reach: Reach::RecordOnly,
        unchecked: &[Unchecked {
            zh: "属原则性要求：是否坦诚看不出来，规则只看有没有交换意见的记录。",
            en: "Principle: frankness does not show; the rule sees only a record of exchange.",
        }],
        note: None,
    },
    Clause {
        no: clause_no!("2.1.4"),
        zh: "两种生活会",
        en: "Democratic and organisational life meetings",
        gist_zh: "按期开好两种生活会，主要负责人带头自我批评；成员就个人事项、群众意见、巡视巡察所提问题和函询事项作说明，有问题的作自我批评，被问责的作深刻检查。",
        gist_en: "Both life meetings are held; the principal leader leads in self-criticism; members account for personal matters, complaints, inspection findings and inquiries, criticise themselves for breaches, and examine themselves deeply when held to account.",
        reach: Reach::Checked,
        unchecked: &[Unchecked {
            zh: "说明是否实事求是、检查是否深刻，由到会的人和上级判断。",
            en: "Whether an account was true and an examination deep is for those present and the superior to judge.",
        }],
        note: None,
    },
    Clause {
        no: clause_no!("2.2.1"),
        zh: "三层权力清单",
        en: "Power lists of committee, chief procurator and procurators",
        gist_zh: "编好检委会、检察长、检察官三层清单，合理配置检察权。",
        gist_en: "Power lists of the procuratorial committee, the chief procurator and the procurators divide procuratorial power and set its bounds.",
        reach: Reach::Checked,
        unchecked: &[
            Unchecked {
                zh: "权力配置是否科学由党组和上级判断，规则只看清单是否有效、不重叠、不超出省级清单。",
                en: "Whether power is well divided is for the Party group and its superiors to judge; the rules see lists in force, without overlap, within the provincial list.",
            },
            Unchecked {
                zh: "省级统一清单由使用者提供，本库不附。",
                en: "The uniform provincial list is the user's to supply; the crate ships none.",
            },
        ],
        note: None,
    },
    Clause {
        no: clause_no!("2.2.2"),
        zh: "党组和检委会集体决策",
        en: "Collective decision by Party group and committee",
        gist_zh: "重大事项由党组会议集体决定：会前征求意见并酝酿，会上人人发言、主要负责人最后表态，分歧大的缓议，票数和异议都要记清、归档；检察委员会也要完善议事规则。",
        gist_en: "Major matters go before a Party group meeting: consultation first, everyone heard, the principal leader's view last, no vote while deeply divided, votes and dissent recorded and kept. The procuratorial committee has its rules too.",
        reach: Reach::Checked,
        unchecked: &[
            Unchecked {
                zh: "酝酿和讨论是否充分看不出来，规则只看记录、顺序和人数。",
                en: "Whether consultation and discussion were full does not show; the rules see records, order and numbers.",
            },
            Unchecked {
                zh: "何为大额、何为重大项目，由本单位目录设定，本库没有默认值。",
                en: "What sum is large and what project major is for the local catalogue; the crate has no default.",
            },
            Unchecked {
                zh: "分歧多大算大，条文未定，界线由政策设定。",
                en: "The clause does not say how divided is too divided; the line is a value of the policy.",
            },
            Unchecked {
                zh: "回避的人是否计入应到人数，法规没有写明；两种算法结果不同时不作结论。",
                en: "Whether the recused count among those entitled is not laid down; where the two counts differ no conclusion is drawn.",
            },
        ],
        note: None,
    },
    Clause {
        no: clause_no!("2.2.3"),
        zh: "集体领导制度的监督检查",
        en: "Inspecting how collective leadership is kept",
        gist_zh: "检查集体领导是否落实：不以别的会议顶替党组会，不借集体名义违规，不由个人专断，不把分管领域变成自己的地盘。",
        gist_en: "Inspection sees that no other meeting takes the Party group's place, no breach hides behind a collective decision, no one rules alone, and no portfolio becomes a private domain.",
        reach: Reach::Checked,
        unchecked: &[
            Unchecked {
                zh: "会外打招呼和家长作风，只要没有留下记录，规则就看不到。",
                en: "A word outside the meeting and an overbearing manner leave no record and are not seen.",
            },
            Unchecked {
                zh: "决议内容是否违法，规则只凭负面清单和合法性审查意见判断。",
                en: "Whether a decision is unlawful in content is judged only by the negative list and the legality review.",
            },
        ],
        note: None,
    },
    Clause {
        no: clause_no!("2.3.1"),
        zh: "主体责任年度计划",
        en: "Yearly plan of primary responsibility",
        gist_zh: "党组每年制定从严治党责任计划，把任务分解到人并推动完成。",
        gist_en: "Each year the Party group adopts a plan of its responsibility for strict governance, breaks it into tasks and sees them done.",
        reach: Reach::Checked,
        unchecked: &[Unchecked {
            zh: "任务完成的质量看不出来，规则只看责任人、期限和结果。",
            en: "How well a task was done does not show; the rules see owner, date and result.",
        }],
        note: None,
    },
    Clause {
        no: clause_no!("2.3.2"),
        zh: "听取成员履责汇报与约谈",
        en: "Hearing members and calling them in",
        gist_zh: "主要负责人定期听取其他成员的履责汇报，责任没有落实的及时约谈。",
        gist_en: "The principal leader regularly hears the other members on their responsibility and calls in those who fall short.",
        reach: Reach::Checked,
        unchecked: &[
            Unchecked {
                zh: "是否履责到位由听取汇报的人认定，规则只看汇报覆盖和认定后的约谈。",
                en: "Whether a duty was fulfilled is for the hearer to find; the rules see coverage, and the call-in after such a finding.",
            },
            Unchecked {
                zh: "“定期”“及时”没有数字，均由政策设定。",
                en: "“Regularly” and “promptly” have no numbers; both are values of the policy.",
            },
        ],
        note: None,
    },
    Clause {
        no: clause_no!("2.3.3"),
        zh: "听取分管部门汇报",
        en: "Hearing the departments",
        gist_zh: "其他成员隔一段时间就要听所分管部门的负责人汇报干警守纪、廉洁的情况。",
        gist_en: "Each other member regularly hears the heads of his or her departments on staff discipline and integrity.",
        reach: Reach::Checked,
        unchecked: &[
            Unchecked {
                zh: "汇报是否真实看不出来，规则只看成员与所分管部门是否逐一对应。",
                en: "Whether the reports were true does not show; the rule sees that each department of the portfolio was heard.",
            },
            Unchecked {
                zh: "“定期”没有次数，周期由政策设定。",
                en: "“Regularly” has no number; the period is a value of the policy.",
            },
        ],
        note: None,
    },
    Clause {
        no: clause_no!("2.3.4"),
        zh: "党组会审议重要案件",
        en: "Party group review of important cases",
        gist_zh: "重要违纪违法案件上党组会，依次由书记通报、分管成员反思、其他成员对照、书记点评。",
        gist_en: "An important case of misconduct comes before the Party group in four steps: the secretary reports, the member in charge reflects, the others compare, the secretary sums up.",
        reach: Reach::Checked,
        unchecked: &[
            Unchecked {
                zh: "反思和对照是否触及实质看不出来，规则只看四步是否齐全、依序。",
                en: "Whether reflection went to the root does not show; the rule sees that the four steps are there and in order.",
            },
            Unchecked {
                zh: "何为重要案件由党组认定，规则以卷宗标注为准。",
                en: "Which case is important is for the Party group to say; the rule takes what the dossier says.",
            },
        ],
        note: None,
    },
    Clause {
        no: clause_no!("2.4.1"),
        zh: "过问干预的记录报告",
        en: "Recording and reporting interference",
        gist_zh: "班子成员带头执行三个规定，被请托的人如实记录违规插手的情况，并及时报告书记。",
        gist_en: "Members lead in keeping the three provisions; whoever is approached records it in full and reports to the secretary promptly.",
        reach: Reach::Checked,
        unchecked: &[
            Unchecked {
                zh: "没有任何来源反映的过问，规则看不到。",
                en: "An approach that no source knows of is not seen.",
            },
            Unchecked {
                zh: "个人报告的期限条文未定，由政策设定。",
                en: "The clause sets no limit for the individual report; it is a value of the policy.",
            },
            Unchecked {
                zh: "长期零报告只作提示，不推断有人瞒报。",
                en: "A long run of zero returns is only pointed out; no omission is inferred.",
            },
        ],
        note: None,
    },
    Clause {
        no: clause_no!("2.4.2"),
        zh: "抵制干预与追责",
        en: "Resisting interference and accountability",
        gist_zh: "对违规干预要抵制并报告，不记录不报告的要追责；领导干部执行三个规定的情况要在生活会上说明。",
        gist_en: "Interference is resisted and reported, omission is answered for, and each leading cadre gives an account of keeping the three provisions at a life meeting.",
        reach: Reach::Checked,
        unchecked: &[
            Unchecked {
                zh: "是否属于干预由记录的分类认定，过问本身不构成问题。",
                en: "Whether an approach was interference is as the record classes it; asking as such is no fault.",
            },
            Unchecked {
                zh: "追责轻重是否适当由有权机关判断；规则只看有没有追责、首次与再次是否用了相应的种类。",
                en: "Whether accountability was fit is for the competent organ; the rule sees only that there was some, and of the kind that a first or a repeated omission calls for.",
            },
        ],
        note: None,
    },
    Clause {
        no: clause_no!("2.5.1"),
        zh: "家属经商办企业的报告",
        en: "Declaring relatives' business",
        gist_zh: "领导干部带头遵守亲属经商办企业的规定，如实向组织报告，不如实的要处理。",
        gist_en: "Leading cadres keep the rules on relatives' business and declare it truthfully; untrue declarations are dealt with.",
        reach: Reach::Checked,
        unchecked: &[
            Unchecked {
                zh: "登记机关和卷宗都没有记载的经营活动，规则看不到。",
                en: "Business that neither a register nor the dossier holds is not seen.",
            },
            Unchecked {
                zh: "瞒报还是漏报由人认定，规则只提出建议。",
                en: "Whether something was concealed or merely left out is for a person to confirm; the rule only proposes.",
            },
        ],
        note: None,
    },
    Clause {
        no: clause_no!("2.5.2"),
        zh: "亲清政商关系",
        en: "Clean ties with business",
        gist_zh: "与企业家交往要有分寸，不以权谋私，管住亲友；政治部监督检查政商关系，处理投诉举报。",
        gist_en: "Dealings with entrepreneurs keep their measure, office serves no private gain and relatives are kept in check; the political department inspects such ties and handles complaints.",
        reach: Reach::Checked,
        unchecked: &[
            Unchecked {
                zh: "属原则性要求：交往的分寸没有可核对的事实，规则只看检查、投诉处理和有记载的利益往来。",
                en: "Principle: the measure kept in such dealings has no facts to test; the rules see inspections, complaints handled, and recorded dealings.",
            },
            Unchecked {
                zh: "暗中的利益输送只要没有记录，规则就看不到。",
                en: "A hidden transfer of benefits leaves no record and is not seen.",
            },
        ],
        note: None,
    },
    Clause {
        no: clause_no!("2.5.3"),
        zh: "禁业清单的执行",
        en: "Keeping the prohibited-business list",
        gist_zh: "严格执行亲属禁业清单，整治家属靠领导职务和影响做的生意。",
        gist_en: "The list of business prohibited to relatives is kept strictly, and business that trades on office or influence is put right.",
        reach: Reach::Checked,
        unchecked: &[
            Unchecked {
                zh: "检察系统的禁业清单没有公开，须由使用者提供；本库所附仅为样例。",
                en: "The procuratorial list is not public and is the user's to supply; what the crate ships is a sample.",
            },
            Unchecked {
                zh: "代持和假退出须经查实，规则不凭怀疑下结论。",
                en: "Nominee holding and sham exit have to be established; no rule concludes from suspicion.",
            },
            Unchecked {
                zh: "退出期限没有公开，由政策设定。",
                en: "The limit for exit is not public; it is a value of the policy.",
            },
        ],
        note: None,
    },
    Clause {
        no: clause_no!("2.6.1"),
        zh: "选拔任用全过程监督与考核",
        en: "Whole-process oversight and appraisal",
        gist_zh: "党组监督选人用人的各个环节，并对班子和成员分级分类考核。",
        gist_en: "The Party group oversees every step of selection and appointment, and appraises the group and its members by level and kind.",
        reach: Reach::Checked,
        unchecked: &[Unchecked {
            zh: "用人质量和水平没有可核对的事实，规则只看过程记录和考核是否齐全。",
            en: "The quality of appointments has no facts to test; the rules see the record of process and the appraisals.",
        }],
        note: None,
    },
    Clause {
        no: clause_no!("2.6.2"),
        zh: "任用条例与凡提四必",
        en: "Appointment rules and the four checks",
        gist_zh: "按任用条例选干部，四项必查从动议时就启动，考察要准要实，防止有问题的人被提名或者提拔。",
        gist_en: "Appointments follow the Regulations; the four checks start when the motion opens, appraisal is exact, and nobody with an unresolved problem is nominated or promoted.",
        reach: Reach::Checked,
        unchecked: &[
            Unchecked {
                zh: "考察是否考准考实、好干部标准是否达到，由考察组和党组判断。",
                en: "Whether an appraisal was exact and the standard of a good cadre met is for the inspectors and the Party group to judge.",
            },
            Unchecked {
                zh: "乡科级职务的任职年限由各地规定，须由使用者提供。",
                en: "Years in post for section-level posts are set locally and are the user's to supply.",
            },
        ],
        note: None,
    },
    Clause {
        no: clause_no!("2.7"),
        zh: "政治生态分析研判",
        en: "Assessing the political ecology",
        gist_zh: "党组每半年开一次党风廉政和意识形态联席会议，分析全院政治生态，对问题采取措施，管住关键岗位。",
        gist_en: "Every half-year the Party group holds a joint meeting on integrity and ideology, assesses the political ecology of the whole staff, acts on problems and minds key posts.",
        reach: Reach::Checked,
        unchecked: &[Unchecked {
            zh: "分析是否深入、准确，由党组和上级判断，规则只看会议、议题、范围和措施。",
            en: "Whether the analysis was deep and right is for the Party group and its superiors; the rules see meeting, subjects, scope and measures.",
        }],
        note: None,
    },
    Clause {
        no: clause_no!("3.1"),
        zh: "党组的主体责任",
        en: "The Party group's primary responsibility",
        gist_zh: "党组担起从严治党的主体责任，把对主要负责人和班子的监督摆在突出位置。",
        gist_en: "The Party group carries primary responsibility for strict governance and gives oversight of the principal leader and the group a foremost place.",
        reach: Reach::RecordOnly,
        unchecked: &[Unchecked {
            zh: "属原则性要求：领导是否有力没有可核对的事实，规则只看半年一次的研究和年度计划有没有这一项。",
            en: "Principle: whether leadership was firm has no facts to test; the rules see only the half-yearly study and the item in the yearly plan.",
        }],
        note: None,
    },
    Clause {
        no: clause_no!("3.2"),
        zh: "政治部的职能监督",
        en: "Functional oversight by the political department",
        gist_zh: "支持政治部在职责内开展监督，发挥党组织和党员的监督作用。",
        gist_en: "The political department is supported in its functional oversight, and Party organisations and members in theirs.",
        reach: Reach::RecordOnly,
        unchecked: &[Unchecked {
            zh: "属原则性要求：支持力度和党员民主监督的效果没有可核对的事实，规则只看政治部有没有监督记录。",
            en: "Principle: how strong the support and how effective the members' oversight was has no facts to test; the rule sees only a record of oversight by the department.",
        }],
        note: None,
    },
    Clause {
        no: clause_no!("3.3"),
        zh: "探索与总结",
        en: "Initiative and summing-up",
        gist_zh: "探索加强监督的新办法，及时总结经验。",
        gist_en: "New ways of strengthening oversight are sought, and experience is summed up.",
        reach: Reach::RecordOnly,
        unchecked: &[Unchecked {
            zh: "属原则性要求：首创精神没有可核对的事实，规则只看当年有没有总结。",
            en: "Principle: initiative has no facts to test; the rule sees only a summing-up in the year.",
        }],
        note: None,
    },
];

/// The clause of that number.
///
/// ```
/// use oversight::law::clause;
///
/// assert_eq!(clause("1.3").unwrap().en, "Carrying out democratic centralism");
/// assert!(clause("1.3.1").is_none());
/// ```
#[must_use]
pub fn clause(no: &str) -> Option<&'static Clause> {
    no.parse::<ClauseNo>().ok()?.clause()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
mod tests {
    use super::*;

    #[test]
    fn all_clauses_stand_in_order() {
        let numbers: Vec<_> = CLAUSES.iter().map(|c| c.no.to_string()).collect();
        assert_eq!(
            numbers.join(" "),
            "1.1.1 1.1.2 1.1.3 1.2.1 1.2.2 1.2.3 1.3 1.4.1 1.4.2 1.4.3 1.5.1 1.5.2 1.5.3 \
             2.1.1 2.1.2 2.1.3 2.1.4 2.2.1 2.2.2 2.2.3 2.3.1 2.3.2 2.3.3 2.3.4 2.4.1 2.4.2 \
             2.5.1 2.5.2 2.5.3 2.6.1 2.6.2 2.7 3.1 3.2 3.3"
        );
        assert!(CLAUSES.is_sorted_by(|a, b| a.no < b.no));
    }

    #[test]
    fn every_number_that_reads_is_in_the_catalogue() {
        let mut read = 0;
        for a in 0..=9 {
            for b in 0..=9 {
                let texts = (0..=9).map(|c| format!("{a}.{b}.{c}")).chain([format!("{a}.{b}")]);
                for no in texts.filter_map(|text| text.parse::<ClauseNo>().ok()) {
                    read += 1;
                    assert!(no.clause().is_some(), "{no}");
                }
            }
        }
        assert_eq!(read, CLAUSES.len());
    }

    #[test]
    fn every_clause_says_what_no_rule_sees() {
        for c in CLAUSES {
            for text in [c.zh, c.en, c.gist_zh, c.gist_en] {
                assert!(!text.is_empty(), "{}", c.no);
            }
            assert!(!c.unchecked.is_empty(), "{}", c.no);
            assert!(c.unchecked.iter().all(|u| !u.zh.is_empty() && !u.en.is_empty()), "{}", c.no);
        }
    }

    #[test]
    fn what_is_principle_is_called_so() {
        let with_principle = [
            "1.1.1", "1.1.2", "1.1.3", "1.2.2", "1.5.1", "1.5.3", "2.1.3", "2.5.2", "3.1", "3.2",
            "3.3",
        ];
        for no in with_principle {
            let unchecked = clause(no).unwrap().unchecked;
            assert!(
                unchecked
                    .iter()
                    .any(|u| u.zh.starts_with("属原则性要求") && u.en.starts_with("Principle")),
                "{no}"
            );
        }
        assert!(CLAUSES.iter().all(|c| c.reach != Reach::Principle));
    }

    #[test]
    fn the_slip_of_the_text_is_noted() {
        let note = clause("1.3").unwrap().note.unwrap();
        assert!(note.zh.contains("内容审计") && note.zh.contains("内部审计"));
    }

    #[test]
    fn a_clause_is_data() {
        let json = serde_json::to_value(clause("2.2.2").unwrap()).unwrap();
        assert_eq!(json["no"], "2.2.2");
        assert_eq!(json["reach"], "checked");
    }
}
