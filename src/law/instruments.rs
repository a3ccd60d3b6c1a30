//! The bookshelf: every instrument this crate cites, once.
//!
//! Days are given as finely as they were seen, and every one says how well. Article numbers are listed only where the
//! article itself was seen; of the others the text can be cited as a whole.
//!
//! ```
//! use oversight::law::{Verified, instruments};
//!
//! let text = instruments::find("procuratorial_business_ban_list_2021").unwrap();
//! assert_eq!(text.verified, Verified::NotPublic);
//! ```

use super::{
    Confidence::{FromMemory, SeenElsewhere, Unsettled, Verified as Seen},
    Instrument, InstrumentKind, Verified, Version,
};
use crate::time::date;

// The measures and what they carry out.

/// The measures that this crate carries out.
#[doc(alias = "工作措施")]
pub static MEASURES: Instrument = Instrument {
    key: "measures",
    zh: "对青秀区人民检察院“一把手”和领导班子监督的工作措施",
    en: "Working Measures on Oversight of the Principal Leader and the Leading Group of the Qingxiu District People's Procuratorate",
    issuer: "南宁市青秀区人民检察院",
    kind: InstrumentKind::Measures,
    versions: &[Version::in_year(
        date!(2023, 1, 1),
        Seen,
        "南青检发〔2023〕5号; the text bears no day of adoption, which a policy may give",
    )],
    articles: &[],
    verified: Verified::InText,
};

/// The central opinions of 2021, parent of the measures.
pub static CENTRAL_OPINION_2021: Instrument = Instrument {
    key: "central_opinion_2021",
    zh: "中共中央关于加强对“一把手”和领导班子监督的意见",
    en: "Opinions of the Central Committee on Strengthening Oversight of Principal Leaders and Leading Groups",
    issuer: "中共中央",
    kind: InstrumentKind::PartyInstrument,
    versions: &[Version::on_day(date!(2021, 3, 27), Seen, "issued")],
    articles: &[],
    verified: Verified::SeenElsewhere,
};

/// The regional opinions that the measures name as their ground; day of issue not known.
pub static GUANGXI_OPINION: Instrument = Instrument {
    key: "guangxi_opinion",
    zh: "中共广西壮族自治区委员会关于加强对“一把手”和领导班子监督的实施意见",
    en: "Implementing Opinions of the Guangxi Party Committee on Strengthening Oversight of Principal Leaders and Leading Groups",
    issuer: "中共广西壮族自治区委员会",
    kind: InstrumentKind::LocalPartyInstrument,
    versions: &[],
    articles: &[],
    verified: Verified::NotPublic,
};

/// The municipal opinions that the measures name as their ground; day of issue not known.
pub static NANNING_OPINION: Instrument = Instrument {
    key: "nanning_opinion",
    zh: "中共南宁市委员会关于加强对“一把手”和领导班子监督的实施意见",
    en: "Implementing Opinions of the Nanning Party Committee on Strengthening Oversight of Principal Leaders and Leading Groups",
    issuer: "中共南宁市委员会",
    kind: InstrumentKind::LocalPartyInstrument,
    versions: &[],
    articles: &[],
    verified: Verified::NotPublic,
};

// State law.

/// 公务员法, as revised in 2018.
#[doc(alias = "公务员法")]
pub static CIVIL_SERVANTS_LAW: Instrument = Instrument {
    key: "civil_servants_law",
    zh: "中华人民共和国公务员法",
    en: "Civil Servants Law",
    issuer: "全国人民代表大会常务委员会",
    kind: InstrumentKind::StateLaw,
    versions: &[Version::on_day(date!(2019, 6, 1), FromMemory, "in force, as revised in 2018")],
    articles: &[18, 19, 38, 46, 64, 74, 75, 76, 107],
    verified: Verified::InText,
};

/// 检察官法, as revised in 2019.
#[doc(alias = "检察官法")]
pub static PROCURATORS_LAW: Instrument = Instrument {
    key: "procurators_law",
    zh: "中华人民共和国检察官法",
    en: "Procurators Law",
    issuer: "全国人民代表大会常务委员会",
    kind: InstrumentKind::StateLaw,
    versions: &[Version::on_day(date!(2019, 10, 1), FromMemory, "in force, as revised in 2019")],
    articles: &[12, 13, 14, 18, 24, 25, 37],
    verified: Verified::InText,
};

/// 人民检察院组织法, as revised in 2018.
#[doc(alias = "人民检察院组织法")]
pub static PROCURATORATE_ORGANIC_LAW: Instrument = Instrument {
    key: "procuratorate_organic_law",
    zh: "中华人民共和国人民检察院组织法",
    en: "Organic Law of the People's Procuratorates",
    issuer: "全国人民代表大会常务委员会",
    kind: InstrumentKind::StateLaw,
    versions: &[Version::on_day(date!(2019, 1, 1), FromMemory, "in force, as revised in 2018")],
    articles: &[29, 30, 32, 33, 36, 38],
    verified: Verified::InText,
};

/// 政务处分法 of 2020.
#[doc(alias = "政务处分法")]
pub static GOVERNMENT_SANCTIONS_LAW: Instrument = Instrument {
    key: "government_sanctions_law",
    zh: "中华人民共和国公职人员政务处分法",
    en: "Law on Governmental Sanctions for Public Employees",
    issuer: "全国人民代表大会常务委员会",
    kind: InstrumentKind::StateLaw,
    versions: &[Version::on_day(date!(2020, 7, 1), FromMemory, "in force")],
    articles: &[8, 10, 29, 30, 33],
    verified: Verified::InText,
};

/// 监察官法 of 2021. It does not bind procurators; its kinship set is wider than theirs.
#[doc(alias = "监察官法")]
pub static SUPERVISORS_LAW: Instrument = Instrument {
    key: "supervisors_law",
    zh: "中华人民共和国监察官法",
    en: "Supervision Officials Law",
    issuer: "全国人民代表大会常务委员会",
    kind: InstrumentKind::StateLaw,
    versions: &[Version::on_day(date!(2022, 1, 1), FromMemory, "in force, as adopted in 2021")],
    articles: &[51],
    verified: Verified::InText,
};

/// 民法典: how periods and 以上 are counted, and who is a close relative.
#[doc(alias = "民法典")]
pub static CIVIL_CODE: Instrument = Instrument {
    key: "civil_code",
    zh: "中华人民共和国民法典",
    en: "Civil Code",
    issuer: "全国人民代表大会",
    kind: InstrumentKind::StateLaw,
    versions: &[Version::on_day(date!(2021, 1, 1), FromMemory, "in force, as adopted in 2020")],
    articles: &[201, 202, 203, 1045, 1259],
    verified: Verified::InText,
};

/// 放假办法.
#[doc(alias = "放假办法")]
pub static HOLIDAYS_REGULATION: Instrument = Instrument {
    key: "holidays_regulation",
    zh: "全国年节及纪念日放假办法",
    en: "Regulation on Public Holidays for National Annual Festivals and Memorial Days",
    issuer: "国务院",
    kind: InstrumentKind::AdministrativeRegulation,
    versions: &[
        Version::in_year(date!(2013, 1, 1), Seen, "as revised in 2013"),
        Version::on_day(
            date!(2024, 11, 10),
            Seen,
            "revision issued, for the holidays of 2025 on: one day more at Spring Festival and at Labour Day",
        ),
    ],
    articles: &[],
    verified: Verified::InText,
};

/// The yearly notices that set days off and make-up workdays.
#[doc(alias = "调休")]
pub static HOLIDAY_NOTICES: Instrument = Instrument {
    key: "holiday_notices",
    zh: "国务院办公厅关于部分节假日安排的通知",
    en: "Yearly Notices of the General Office of the State Council on Holiday Arrangements",
    issuer: "国务院办公厅",
    kind: InstrumentKind::Notice,
    versions: &[
        Version::in_year(date!(2023, 1, 1), Seen, "arrangements for 2023"),
        Version::in_year(date!(2024, 1, 1), Seen, "arrangements for 2024"),
        Version::in_year(date!(2025, 1, 1), Seen, "arrangements for 2025"),
        Version::in_year(date!(2026, 1, 1), Seen, "arrangements for 2026"),
    ],
    articles: &[],
    verified: Verified::SeenElsewhere,
};

/// The two days of 壮族三月三.
#[doc(alias = "三月三")]
pub static GUANGXI_FESTIVAL_RULES: Instrument = Instrument {
    key: "guangxi_festival_rules",
    zh: "广西壮族自治区少数民族习惯节日放假办法",
    en: "Guangxi Rules on Holidays for Customary Festivals of Ethnic Minorities",
    issuer: "广西壮族自治区人民政府",
    kind: InstrumentKind::LocalRegulation,
    versions: &[Version::in_year(
        date!(2014, 1, 1),
        Seen,
        "government order 98; the dates of each year are fixed by notice",
    )],
    articles: &[],
    verified: Verified::SeenElsewhere,
};

// Party instruments: how the Party group works.

/// 党组工作条例. Article numbers of the final text were not verified.
#[doc(alias = "党组工作条例")]
pub static PARTY_GROUP_REGULATIONS: Instrument = Instrument {
    key: "party_group_regulations",
    zh: "中国共产党党组工作条例",
    en: "Regulations on the Work of Party Groups",
    issuer: "中共中央",
    kind: InstrumentKind::PartyInstrument,
    versions: &[
        Version::in_month(date!(2015, 6, 1), SeenElsewhere, "trial text 试行"),
        Version::in_month(
            date!(2019, 4, 1),
            FromMemory,
            "final text; adds Party discipline to what needs two thirds present",
        ),
    ],
    articles: &[],
    verified: Verified::SeenElsewhere,
};

/// 处分程序规定.
#[doc(alias = "处分程序规定")]
pub static PARTY_DISCIPLINE_DECISION_RULES: Instrument = Instrument {
    key: "party_discipline_decision_rules",
    zh: "党组讨论和决定党员处分事项工作程序规定",
    en: "Provisions on the Procedure by which Party Groups Discuss and Decide Disciplinary Action against Party Members",
    issuer: "中共中央办公厅",
    kind: InstrumentKind::PartyInstrument,
    versions: &[
        Version::on_day(date!(2018, 11, 29), Seen, "trial text 试行"),
        Version::on_day(date!(2025, 5, 26), Seen, "revised text"),
    ],
    articles: &[],
    verified: Verified::SeenElsewhere,
};

/// 请示报告条例.
#[doc(alias = "请示报告条例")]
pub static REQUEST_AND_REPORT_REGULATIONS: Instrument = Instrument {
    key: "request_and_report_regulations",
    zh: "中国共产党重大事项请示报告条例",
    en: "Regulations on Requests and Reports on Major Matters",
    issuer: "中共中央",
    kind: InstrumentKind::PartyInstrument,
    versions: &[Version::in_year(date!(2019, 1, 1), FromMemory, "issued")],
    articles: &[],
    verified: Verified::SeenElsewhere,
};

/// 民主生活会规定.
#[doc(alias = "民主生活会规定")]
pub static DEMOCRATIC_LIFE_MEETING_RULES: Instrument = Instrument {
    key: "democratic_life_meeting_rules",
    zh: "县以上党和国家机关党员领导干部民主生活会若干规定",
    en: "Provisions on Democratic Life Meetings of Leading Cadres of Party and State Organs at and above County Level",
    issuer: "中共中央",
    kind: InstrumentKind::PartyInstrument,
    versions: &[Version::on_day(date!(2016, 12, 23), Seen, "issued")],
    articles: &[],
    verified: Verified::SeenElsewhere,
};

/// 支部工作条例.
#[doc(alias = "支部工作条例")]
pub static PARTY_BRANCH_REGULATIONS: Instrument = Instrument {
    key: "party_branch_regulations",
    zh: "中国共产党支部工作条例（试行）",
    en: "Regulations on the Work of Party Branches (Trial)",
    issuer: "中共中央",
    kind: InstrumentKind::PartyInstrument,
    versions: &[Version::in_year(date!(2018, 1, 1), FromMemory, "issued")],
    articles: &[],
    verified: Verified::FromMemory,
};

/// 全面从严治党主体责任规定.
#[doc(alias = "主体责任规定")]
pub static PRIMARY_RESPONSIBILITY_RULES: Instrument = Instrument {
    key: "primary_responsibility_rules",
    zh: "党委（党组）落实全面从严治党主体责任规定",
    en: "Provisions on the Primary Responsibility of Party Committees and Party Groups for Strict Governance of the Party",
    issuer: "中共中央办公厅",
    kind: InstrumentKind::PartyInstrument,
    versions: &[Version::in_year(date!(2020, 1, 1), SeenElsewhere, "issued")],
    articles: &[],
    verified: Verified::SeenElsewhere,
};

/// 意识形态工作责任制办法; known through local texts.
#[doc(alias = "意识形态责任制")]
pub static IDEOLOGY_RESPONSIBILITY_RULES: Instrument = Instrument {
    key: "ideology_responsibility_rules",
    zh: "党委（党组）意识形态工作责任制实施办法",
    en: "Implementing Rules on Responsibility for Ideological Work of Party Committees and Party Groups",
    issuer: "中共中央办公厅",
    kind: InstrumentKind::PartyInstrument,
    versions: &[],
    articles: &[],
    verified: Verified::NotPublic,
};

/// The 2010 opinions on 三重一大 in enterprises: a model for emergencies, not binding on a procuratorate.
#[doc(alias = "三重一大")]
pub static SOE_COLLECTIVE_DECISION_OPINION_2010: Instrument = Instrument {
    key: "soe_collective_decision_opinion_2010",
    zh: "关于进一步推进国有企业贯彻落实“三重一大”决策制度的意见",
    en: "Opinions on Collective Decision of Major Matters in State-Owned Enterprises",
    issuer: "中共中央办公厅、国务院办公厅",
    kind: InstrumentKind::PartyInstrument,
    versions: &[Version::in_year(date!(2010, 1, 1), FromMemory, "issued")],
    articles: &[],
    verified: Verified::FromMemory,
};

// Party instruments: oversight and discipline.

/// 党内监督条例 of 2016.
#[doc(alias = "党内监督条例")]
pub static INNER_PARTY_OVERSIGHT_REGULATIONS: Instrument = Instrument {
    key: "inner_party_oversight_regulations",
    zh: "中国共产党党内监督条例",
    en: "Regulations on Inner-Party Oversight",
    issuer: "中共中央",
    kind: InstrumentKind::PartyInstrument,
    versions: &[Version::in_year(date!(2016, 1, 1), Seen, "issued")],
    articles: &[20],
    verified: Verified::SeenElsewhere,
};

/// 监督执纪工作规则 of 2019.
#[doc(alias = "监督执纪工作规则")]
pub static DISCIPLINE_WORK_RULES: Instrument = Instrument {
    key: "discipline_work_rules",
    zh: "中国共产党纪律检查机关监督执纪工作规则",
    en: "Rules on Oversight and Discipline Enforcement by Discipline Inspection Organs",
    issuer: "中共中央办公厅",
    kind: InstrumentKind::PartyInstrument,
    versions: &[Version::in_year(date!(2019, 1, 1), Seen, "in force")],
    articles: &[31],
    verified: Verified::SeenElsewhere,
};

/// 纪律处分条例. Article numbers were not verified.
#[doc(alias = "处分条例")]
pub static DISCIPLINE_REGULATIONS: Instrument = Instrument {
    key: "discipline_regulations",
    zh: "中国共产党纪律处分条例",
    en: "Regulations on Disciplinary Action",
    issuer: "中共中央",
    kind: InstrumentKind::PartyInstrument,
    versions: &[
        Version::in_year(date!(2018, 1, 1), Seen, "revised text of 2018"),
        Version::on_day(date!(2024, 1, 1), Seen, "in force, as revised in 2023"),
    ],
    articles: &[],
    verified: Verified::SeenElsewhere,
};

/// 巡视工作条例. Periods for putting findings right were not verified.
#[doc(alias = "巡视工作条例")]
pub static INSPECTION_TOUR_REGULATIONS: Instrument = Instrument {
    key: "inspection_tour_regulations",
    zh: "中国共产党巡视工作条例",
    en: "Regulations on Inspection Tours",
    issuer: "中共中央",
    kind: InstrumentKind::PartyInstrument,
    versions: &[
        Version::in_year(date!(2017, 1, 1), Seen, "revised text of 2017"),
        Version::on_day(date!(2024, 2, 8), Seen, "revised text"),
    ],
    articles: &[],
    verified: Verified::SeenElsewhere,
};

/// 八项规定, which the measures name. Title as they shorten it.
#[doc(alias = "八项规定")]
pub static EIGHT_POINT_DECISION: Instrument = Instrument {
    key: "eight_point_decision",
    zh: "中央八项规定及其实施细则",
    en: "The Central Eight-Point Decision and its Implementing Rules",
    issuer: "中共中央",
    kind: InstrumentKind::PartyInstrument,
    versions: &[],
    articles: &[],
    verified: Verified::FromMemory,
};

// Party instruments: cadres and their families.

/// 任用条例. Article numbers of the 2019 text were not verified.
#[doc(alias = "任用条例")]
pub static APPOINTMENT_REGULATIONS: Instrument = Instrument {
    key: "appointment_regulations",
    zh: "党政领导干部选拔任用工作条例",
    en: "Regulations on Selecting and Appointing Leading Cadres of the Party and Government",
    issuer: "中共中央",
    kind: InstrumentKind::PartyInstrument,
    versions: &[
        Version::in_month(date!(2014, 1, 1), Seen, "revised text of 2014"),
        Version::in_month(
            date!(2019, 3, 1),
            Seen,
            "revised text of 2019; bars on appraisal grades change from three years to the last year",
        ),
    ],
    articles: &[],
    verified: Verified::SeenElsewhere,
};

/// The 2016 opinions behind the four checks 凡提四必.
#[doc(alias = "带病提拔")]
pub static SOUND_PROMOTION_OPINION_2016: Instrument = Instrument {
    key: "sound_promotion_opinion_2016",
    zh: "关于防止干部“带病提拔”的意见",
    en: "Opinions on Keeping Cadres with Unresolved Problems from Promotion",
    issuer: "中共中央办公厅",
    kind: InstrumentKind::PartyInstrument,
    versions: &[Version::in_year(date!(2016, 1, 1), SeenElsewhere, "issued")],
    articles: &[],
    verified: Verified::SeenElsewhere,
};

/// 个人有关事项规定.
#[doc(alias = "个人有关事项")]
pub static PERSONAL_MATTERS_RULES: Instrument = Instrument {
    key: "personal_matters_rules",
    zh: "领导干部报告个人有关事项规定",
    en: "Provisions on Reports of Personal Matters by Leading Cadres",
    issuer: "中共中央办公厅、国务院办公厅",
    kind: InstrumentKind::PartyInstrument,
    versions: &[
        Version::on_day(date!(2017, 2, 8), Seen, "revised text of 2017"),
        Version::in_month(
            date!(2023, 4, 1),
            Unsettled,
            "a revision is reported; its text is not public",
        ),
    ],
    articles: &[3, 4],
    verified: Verified::SeenElsewhere,
};

/// 查核结果处理办法.
#[doc(alias = "查核结果处理办法")]
pub static PERSONAL_MATTERS_VERIFICATION_RULES: Instrument = Instrument {
    key: "personal_matters_verification_rules",
    zh: "领导干部个人有关事项报告查核结果处理办法",
    en: "Rules on Handling the Results of Verifying Reports of Personal Matters",
    issuer: "中共中央办公厅、国务院办公厅",
    kind: InstrumentKind::PartyInstrument,
    versions: &[
        Version::on_day(date!(2017, 2, 8), Seen, "issued"),
        Version::in_month(
            date!(2023, 4, 1),
            Unsettled,
            "a revision is reported; its text is not public",
        ),
    ],
    articles: &[],
    verified: Verified::SeenElsewhere,
};

/// The 2001 provisions for provincial and prefectural leaders; they do not reach a district.
pub static RELATIVE_BUSINESS_RULES_2001: Instrument = Instrument {
    key: "relative_business_rules_2001",
    zh: "关于省、地两级党委、政府主要领导干部配偶、子女个人经商办企业的具体规定（试行）",
    en: "Provisions on Business of Spouses and Children of Principal Leading Cadres of Provinces and Prefectures (Trial)",
    issuer: "中共中央纪律检查委员会",
    kind: InstrumentKind::PartyInstrument,
    versions: &[Version::in_year(date!(2001, 1, 1), SeenElsewhere, "issued")],
    articles: &[],
    verified: Verified::SeenElsewhere,
};

/// The Shanghai pilot of 2015: a model of ban rows. Working title.
pub static SHANGHAI_RELATIVE_BUSINESS_RULES: Instrument = Instrument {
    key: "shanghai_relative_business_rules",
    zh: "上海市关于规范领导干部配偶、子女及其配偶经商办企业行为的规定（2015）",
    en: "Shanghai Provisions on Business of Spouses, Children and Children's Spouses of Leading Cadres (2015)",
    issuer: "中共上海市委员会",
    kind: InstrumentKind::LocalPartyInstrument,
    versions: &[Version::in_year(date!(2015, 1, 1), Seen, "pilot text")],
    articles: &[],
    verified: Verified::SeenElsewhere,
};

/// 经商办企业规定 of 2022, known by an official summary. It reaches deputy bureau-director level 厅局级副职 and above, so nobody in a district procuratorate.
#[doc(alias = "经商办企业规定")]
pub static RELATIVE_BUSINESS_RULES: Instrument = Instrument {
    key: "relative_business_rules",
    zh: "领导干部配偶、子女及其配偶经商办企业管理规定",
    en: "Provisions on Business of Spouses, Children and Children's Spouses of Leading Cadres",
    issuer: "中共中央办公厅",
    kind: InstrumentKind::PartyInstrument,
    versions: &[Version::in_month(date!(2022, 6, 1), Seen, "issued")],
    articles: &[],
    verified: Verified::NotPublic,
};

/// The opinions of seven departments that clause 1.5.1 names.
#[doc(alias = "家风")]
pub static FAMILY_CONDUCT_OPINION_2021: Instrument = Instrument {
    key: "family_conduct_opinion_2021",
    zh: "关于进一步加强家庭家教家风建设的实施意见",
    en: "Implementing Opinions on Family Virtue, Family Education and Family Conduct",
    issuer: "中央宣传部、中央文明办、中央纪委机关、中央组织部、国家监委、教育部、全国妇联",
    kind: InstrumentKind::PartyInstrument,
    versions: &[Version::in_year(date!(2021, 1, 1), FromMemory, "issued")],
    articles: &[],
    verified: Verified::FromMemory,
};

/// 公务员回避规定.
#[doc(alias = "公务员回避规定")]
pub static CIVIL_SERVANT_AVOIDANCE_RULES: Instrument = Instrument {
    key: "civil_servant_avoidance_rules",
    zh: "公务员回避规定",
    en: "Provisions on Avoidance for Civil Servants",
    issuer: "中共中央组织部",
    kind: InstrumentKind::PartyInstrument,
    versions: &[
        Version::in_year(date!(2011, 1, 1), FromMemory, "trial text 试行"),
        Version::in_month(date!(2020, 12, 1), FromMemory, "revised text"),
    ],
    articles: &[],
    verified: Verified::FromMemory,
};

// Rules of the procuratorates and the courts.

/// 刑诉规则 of 2019.
#[doc(alias = "刑诉规则")]
pub static CRIMINAL_PROCEDURE_RULES: Instrument = Instrument {
    key: "criminal_procedure_rules",
    zh: "人民检察院刑事诉讼规则",
    en: "Criminal Procedure Rules of the People's Procuratorates",
    issuer: "最高人民检察院",
    kind: InstrumentKind::ProcuratorialRule,
    versions: &[Version::on_day(date!(2019, 12, 30), FromMemory, "in force")],
    articles: &[29],
    verified: Verified::InText,
};

/// The older rules on the committee, replaced by those of 2020.
pub static PROCURATORIAL_COMMITTEE_ORGANISATION_2008: Instrument = Instrument {
    key: "procuratorial_committee_organisation_2008",
    zh: "人民检察院检察委员会组织条例",
    en: "Organisation Rules of Procuratorial Committees (2008)",
    issuer: "最高人民检察院",
    kind: InstrumentKind::ProcuratorialRule,
    versions: &[Version::in_year(date!(2008, 1, 1), SeenElsewhere, "replaced in 2020")],
    articles: &[],
    verified: Verified::SeenElsewhere,
};

/// 检委会工作规则 of 2020.
#[doc(alias = "检委会工作规则")]
pub static PROCURATORIAL_COMMITTEE_RULES: Instrument = Instrument {
    key: "procuratorial_committee_rules",
    zh: "人民检察院检察委员会工作规则",
    en: "Working Rules of Procuratorial Committees",
    issuer: "最高人民检察院",
    kind: InstrumentKind::ProcuratorialRule,
    versions: &[Version::on_day(date!(2020, 7, 31), Seen, "merges the rules of 2008 and 2009")],
    articles: &[31, 32],
    verified: Verified::SeenElsewhere,
};

/// 检察官权力清单 guidance of 2017: one list for a whole province.
#[doc(alias = "检察官权力清单")]
pub static POWER_LIST_GUIDANCE_2017: Instrument = Instrument {
    key: "power_list_guidance_2017",
    zh: "关于完善检察官权力清单的指导意见",
    en: "Guiding Opinions on Power Lists of Procurators",
    issuer: "最高人民检察院",
    kind: InstrumentKind::ProcuratorialRule,
    versions: &[Version::in_month(
        date!(2017, 3, 1),
        Seen,
        "issued; updated by the opinions of 2024",
    )],
    articles: &[],
    verified: Verified::SeenElsewhere,
};

/// 司法责任制意见 of 2024.
#[doc(alias = "司法责任制意见")]
pub static JUDICIAL_RESPONSIBILITY_OPINION_2024: Instrument = Instrument {
    key: "judicial_responsibility_opinion_2024",
    zh: "关于人民检察院全面准确落实司法责任制的若干意见",
    en: "Opinions on Carrying Out Judicial Responsibility in People's Procuratorates",
    issuer: "最高人民检察院",
    kind: InstrumentKind::ProcuratorialRule,
    versions: &[Version::on_day(date!(2024, 7, 4), Seen, "issued; only its existence was seen")],
    articles: &[],
    verified: Verified::SeenElsewhere,
};

/// The 最高检 list of 2021, which reaches basic-level staff. Working title; the list in force is the user's to supply.
#[doc(alias = "禁业清单")]
pub static PROCURATORIAL_BUSINESS_BAN_LIST_2021: Instrument = Instrument {
    key: "procuratorial_business_ban_list_2021",
    zh: "检察人员配偶、子女及其配偶禁业清单",
    en: "List of Business Prohibited to Spouses, Children and Children's Spouses of Procuratorial Staff",
    issuer: "最高人民检察院",
    kind: InstrumentKind::ProcuratorialRule,
    versions: &[Version::in_year(date!(2021, 1, 1), Seen, "its existence was seen")],
    articles: &[],
    verified: Verified::NotPublic,
};

/// First of the three provisions 三个规定: leading cadres.
#[doc(alias = "三个规定")]
pub static INTERFERENCE_RULES_LEADERS_2015: Instrument = Instrument {
    key: "interference_rules_leaders_2015",
    zh: "领导干部干预司法活动、插手具体案件处理的记录、通报和责任追究规定",
    en: "Provisions on Recording, Reporting and Accountability for Interference of Leading Cadres in Judicial Activity and Cases",
    issuer: "中共中央办公厅、国务院办公厅",
    kind: InstrumentKind::PartyInstrument,
    versions: &[Version::in_year(date!(2015, 1, 1), Seen, "issued")],
    articles: &[],
    verified: Verified::SeenElsewhere,
};

/// Second of the three provisions 三个规定: insiders.
pub static INTERFERENCE_RULES_INSIDERS_2015: Instrument = Instrument {
    key: "interference_rules_insiders_2015",
    zh: "司法机关内部人员过问案件的记录和责任追究规定",
    en: "Provisions on Recording and Accountability for Inquiries into Cases by Insiders of Judicial Organs",
    issuer: "中央政法委员会",
    kind: InstrumentKind::PartyInstrument,
    versions: &[Version::in_year(date!(2015, 1, 1), Seen, "issued")],
    articles: &[],
    verified: Verified::SeenElsewhere,
};

/// Third of the three provisions 三个规定: contacts.
pub static INTERFERENCE_RULES_CONTACTS_2015: Instrument = Instrument {
    key: "interference_rules_contacts_2015",
    zh: "关于进一步规范司法人员与当事人、律师、特殊关系人、中介组织接触交往行为的若干规定",
    en: "Provisions on Contacts of Judicial Staff with Parties, Lawyers, Persons of Special Relation and Intermediaries",
    issuer: "最高人民法院、最高人民检察院、公安部、国家安全部、司法部",
    kind: InstrumentKind::JointJudicialRule,
    versions: &[Version::in_year(date!(2015, 1, 1), Seen, "issued")],
    articles: &[],
    verified: Verified::SeenElsewhere,
};

/// 最高检实施办法 of 2019, which clause 2.4.1 names.
#[doc(alias = "重大事项记录报告")]
pub static INTERFERENCE_RECORDING_RULES_2019: Instrument = Instrument {
    key: "interference_recording_rules_2019",
    zh: "关于建立过问或干预插手检察办案等重大事项记录报告制度的实施办法",
    en: "Implementing Rules on Recording and Reporting Inquiries into and Interference in Procuratorial Cases and Other Major Matters",
    issuer: "最高人民检察院",
    kind: InstrumentKind::ProcuratorialRule,
    versions: &[Version::on_day(date!(2019, 8, 23), Seen, "issued")],
    articles: &[],
    verified: Verified::SeenElsewhere,
};

/// 最高检工作细则 of 2020. Working title.
pub static INTERFERENCE_RECORDING_DETAILS_2020: Instrument = Instrument {
    key: "interference_recording_details_2020",
    zh: "过问或干预插手检察办案等重大事项记录报告工作细则",
    en: "Detailed Rules on Recording and Reporting Inquiries and Interference",
    issuer: "最高人民检察院",
    kind: InstrumentKind::ProcuratorialRule,
    versions: &[Version::on_day(date!(2020, 4, 9), Seen, "issued")],
    articles: &[],
    verified: Verified::SeenElsewhere,
};

/// The 2021 opinions on contact with lawyers; they keep the monthly report.
pub static LAWYER_CONTACT_OPINION_2021: Instrument = Instrument {
    key: "lawyer_contact_opinion_2021",
    zh: "关于建立健全禁止法官、检察官与律师不正当接触交往制度机制的意见",
    en: "Opinions on Forbidding Improper Contact of Judges and Procurators with Lawyers",
    issuer: "最高人民法院、最高人民检察院、司法部",
    kind: InstrumentKind::JointJudicialRule,
    versions: &[Version::in_year(date!(2021, 1, 1), Seen, "issued")],
    articles: &[],
    verified: Verified::SeenElsewhere,
};

/// The rule of the courts of 2011: a model, not binding on a procuratorate.
pub static COURT_LAWYER_AVOIDANCE_RULES_2011: Instrument = Instrument {
    key: "court_lawyer_avoidance_rules_2011",
    zh: "关于对配偶子女从事律师职业的法院领导干部和审判执行岗位法官实行任职回避的规定（试行）",
    en: "Provisions on Avoidance for Court Leaders and Judges whose Spouses or Children Practise Law (Trial)",
    issuer: "最高人民法院",
    kind: InstrumentKind::CourtRule,
    versions: &[Version::in_year(date!(2011, 1, 1), Seen, "trial text 试行")],
    articles: &[],
    verified: Verified::SeenElsewhere,
};

/// The rule of the courts of 2020: a model, not binding on a procuratorate.
pub static COURT_LAWYER_AVOIDANCE_RULES_2020: Instrument = Instrument {
    key: "court_lawyer_avoidance_rules_2020",
    zh: "关于对配偶父母子女从事律师职业的法院领导干部和审判执行人员实行任职回避的规定",
    en: "Provisions on Avoidance for Court Leaders and Judicial Staff whose Spouses, Parents or Children Practise Law",
    issuer: "最高人民法院",
    kind: InstrumentKind::CourtRule,
    versions: &[Version::in_year(date!(2020, 1, 1), Seen, "adds parents")],
    articles: &[],
    verified: Verified::SeenElsewhere,
};

/// Every instrument above, in order.
pub static ALL: &[&Instrument] = &[
    &MEASURES,
    &CENTRAL_OPINION_2021,
    &GUANGXI_OPINION,
    &NANNING_OPINION,
    &CIVIL_SERVANTS_LAW,
    &PROCURATORS_LAW,
    &PROCURATORATE_ORGANIC_LAW,
    &GOVERNMENT_SANCTIONS_LAW,
    &SUPERVISORS_LAW,
    &CIVIL_CODE,
    &HOLIDAYS_REGULATION,
    &HOLIDAY_NOTICES,
    &GUANGXI_FESTIVAL_RULES,
    &PARTY_GROUP_REGULATIONS,
    &PARTY_DISCIPLINE_DECISION_RULES,
    &REQUEST_AND_REPORT_REGULATIONS,
    &DEMOCRATIC_LIFE_MEETING_RULES,
    &PARTY_BRANCH_REGULATIONS,
    &PRIMARY_RESPONSIBILITY_RULES,
    &IDEOLOGY_RESPONSIBILITY_RULES,
    &SOE_COLLECTIVE_DECISION_OPINION_2010,
    &INNER_PARTY_OVERSIGHT_REGULATIONS,
    &DISCIPLINE_WORK_RULES,
    &DISCIPLINE_REGULATIONS,
    &INSPECTION_TOUR_REGULATIONS,
    &EIGHT_POINT_DECISION,
    &APPOINTMENT_REGULATIONS,
    &SOUND_PROMOTION_OPINION_2016,
    &PERSONAL_MATTERS_RULES,
    &PERSONAL_MATTERS_VERIFICATION_RULES,
    &RELATIVE_BUSINESS_RULES_2001,
    &SHANGHAI_RELATIVE_BUSINESS_RULES,
    &RELATIVE_BUSINESS_RULES,
    &FAMILY_CONDUCT_OPINION_2021,
    &CIVIL_SERVANT_AVOIDANCE_RULES,
    &CRIMINAL_PROCEDURE_RULES,
    &PROCURATORIAL_COMMITTEE_ORGANISATION_2008,
    &PROCURATORIAL_COMMITTEE_RULES,
    &POWER_LIST_GUIDANCE_2017,
    &JUDICIAL_RESPONSIBILITY_OPINION_2024,
    &PROCURATORIAL_BUSINESS_BAN_LIST_2021,
    &INTERFERENCE_RULES_LEADERS_2015,
    &INTERFERENCE_RULES_INSIDERS_2015,
    &INTERFERENCE_RULES_CONTACTS_2015,
    &INTERFERENCE_RECORDING_RULES_2019,
    &INTERFERENCE_RECORDING_DETAILS_2020,
    &LAWYER_CONTACT_OPINION_2021,
    &COURT_LAWYER_AVOIDANCE_RULES_2011,
    &COURT_LAWYER_AVOIDANCE_RULES_2020,
];

/// The instrument of that key.
#[must_use]
pub fn find(key: &str) -> Option<&'static Instrument> {
    ALL.iter().copied().find(|instrument| instrument.key == key)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::law::{Basis, Precision};

    #[test]
    fn keys_and_titles_are_unique_and_well_formed() {
        let keys: BTreeSet<_> = ALL.iter().map(|i| i.key).collect();
        let titles: BTreeSet<_> = ALL.iter().map(|i| i.zh).collect();
        assert_eq!((keys.len(), titles.len()), (ALL.len(), ALL.len()));
        for i in ALL {
            assert!(
                i.key.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
            );
            assert!(!i.zh.contains('《') && !i.en.is_empty() && !i.issuer.is_empty(), "{}", i.key);
            assert_eq!(find(i.key), Some(*i));
        }
        assert_eq!(find("no_such_text"), None);
    }

    #[test]
    fn versions_and_articles_ascend() {
        for i in ALL {
            assert!(i.versions.is_sorted_by(|a, b| a.from < b.from), "{}", i.key);
            assert!(i.articles.is_sorted_by(|a, b| a < b), "{}", i.key);
            for v in i.versions {
                let day = v.from.to_string();
                let fits = match v.precision {
                    Precision::Day => true,
                    Precision::Month => day.ends_with("-01"),
                    Precision::Year => day.ends_with("-01-01"),
                };
                assert!(fits && !v.note.is_empty(), "{} {day}", i.key);
            }
        }
    }

    #[test]
    fn no_article_of_an_unseen_text_can_be_cited() {
        for i in ALL {
            let seen = matches!(i.verified, Verified::InText | Verified::SeenElsewhere);
            assert!(seen || i.articles.is_empty(), "{}", i.key);
        }
    }

    #[test]
    fn only_the_measures_speak_as_measures() {
        for i in ALL {
            assert_eq!(i.basis() == Basis::Measures, i.key == MEASURES.key, "{}", i.key);
        }
    }

    #[test]
    fn an_instrument_is_data() {
        let json = serde_json::to_value(&CENTRAL_OPINION_2021).unwrap();
        assert_eq!(json["kind"], "party_instrument");
        assert_eq!(json["versions"][0]["from"], "2021-03-27");
        assert_eq!(json["verified"], "seen_elsewhere");
    }
}
