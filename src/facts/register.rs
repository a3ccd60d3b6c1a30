//! The register: people, and the spells of what they were.

use super::{BranchId, DepartmentId, Fact, PersonId, Text, meeting::Body};
use crate::law::codes::{DivisionCode, IndustryCode};
use crate::{
    part::Part,
    shape::{Blank, choice, record},
    time::{Day, NaiveDate, Spell},
};

record! {
    /// A person of the register: a member of the leading group, a member of the committee, a department head, a
    /// candidate, a relative. The register is taken at its word: who has no spell as a member on a day was none.
    #[doc(alias = "人员")]
    pub struct Person {
        /// Identifier, unique in the dossier. A pseudonym of your choice.
        id: PersonId,
        ..
        /// Name. Carried for you, never printed by this crate.
        name: Option<Text>,
        /// Spells as a member of the Party group or of the procuratorial committee.
        memberships: Vec<Membership>,
        /// Spells in posts.
        posts: Vec<Post>,
        /// Spells of being in charge of a department or field (分工).
        portfolios: Vec<Portfolio>,
        /// Spells in a Party branch.
        branches: Vec<BranchMembership>,
        /// Spells of being suspended or in custody.
        restrictions: Vec<Restriction>,
        /// Spells of leave, or of being seconded elsewhere. `null`: none.
        leaves: Fact<Vec<Leave>>,
        /// Grades of the yearly appraisals (年度考核). `null`: none was ever made.
        appraisals: Fact<Vec<Appraisal>>,
        /// Discipline, sanctions and organisational measures with a running bar (影响期). `null`: none.
        sanctions: Fact<Vec<Sanction>>,
    }
}

record! {
    /// A spell as a member of a collective body.
    #[doc(alias = "成员任期")]
    pub struct Membership {
        /// Which body.
        body: Body,
        /// First day as a member.
        from: Day,
        ..
        /// Last day as a member, itself included. Left out while it lasts.
        until: Option<Day>,
        /// What the person is in it. Left out: an ordinary member.
        role: MemberRole,
        /// Kind of seat in the procuratorial committee; used only where the policy has the order of members checked.
        seat: Fact<CommitteeSeat>,
        /// The day from which the end of the spell was known, a transfer or retirement announced. `null`: it was not known
        /// beforehand.
        end_known_on: Fact<Day>,
    }
    order from <= until;
}

choice! {
    /// What a member is in the body.
    pub enum MemberRole {
        /// 一把手: secretary of the Party group; chief procurator in the committee.
        #[doc(alias = "一把手")]
        #[doc(alias = "党组书记")]
        #[doc(alias = "检察长")]
        Principal => "principal",
        /// Deputy secretary, deputy chief procurator.
        Deputy => "deputy",
        /// Any other member.
        Member => "member",
    }
}

impl Blank for MemberRole {
    fn blank() -> Self {
        Self::Member
    }

    fn is_blank(&self) -> bool {
        *self == Self::Member
    }
}

choice! {
    /// Kind of seat in the procuratorial committee, in the order in which members speak.
    pub enum CommitteeSeat {
        /// 专职委员: a full-time member.
        FullTime => "full_time",
        /// A member who holds no office in the leadership of the procuratorate.
        WithoutOffice => "without_office",
        /// A member who belongs to the leadership of the procuratorate.
        Leadership => "leadership",
    }
}

record! {
    /// A spell in a post.
    #[doc(alias = "职务")]
    pub struct Post {
        /// Title of the post.
        title: Text,
        /// First day in it.
        from: Day,
        ..
        /// Last day in it, itself included. Left out while it lasts.
        until: Option<Day>,
        /// The department it belongs to.
        department: Option<DepartmentId>,
        /// Rank of the post (职务层次). `null`: it is no leading post.
        rank: Fact<Rank>,
        /// The day from which years in it count: of the Party group's decision, or, for a post that the people's congress
        /// fills, of the election or appointment. No later than `from`. `null`: `from` itself.
        counted_from: Fact<Day>,
        /// The office it holds in a procuratorate.
        office: Fact<Office>,
        /// The direct superior (直接上级). `null`: nobody of the register.
        reports_to: Fact<PersonId>,
        /// In which organ. Left out: in this unit.
        organ: Organ,
        /// The area it has charge of (管辖地区). `null`: none.
        areas: Fact<Vec<DivisionCode>>,
        /// The industries that it supervises (业务范围). `null`: none.
        supervises: Fact<Vec<IndustryCode>>,
        /// Words of your own that bans may name it by.
        tags: Vec<Text>,
    }
    order from <= until;
    order counted_from <= from;
}

choice! {
    /// 领导职务层次: levels of leading posts, from low to high. 职级 are another axis.
    #[doc(alias = "职务层次")]
    pub enum Rank {
        /// Below 乡科级副职.
        Staff => "staff",
        /// 乡科级副职.
        DeputySection => "deputy_section",
        /// 乡科级正职.
        Section => "section",
        /// 县处级副职.
        DeputyDivision => "deputy_division",
        /// 县处级正职.
        Division => "division",
        /// 厅局级副职.
        DeputyBureau => "deputy_bureau",
        /// 厅局级正职.
        Bureau => "bureau",
        /// 省部级副职.
        DeputyMinister => "deputy_minister",
        /// 省部级正职.
        Minister => "minister",
        /// 国家级副职.
        DeputyNational => "deputy_national",
        /// 国家级正职.
        National => "national",
    }
}

impl Rank {
    /// How many levels higher another rank is; 0 where it is not higher.
    ///
    /// ```
    /// use oversight::facts::Rank;
    /// assert_eq!(Rank::Section.levels_to(Rank::DeputyDivision), 1);
    /// assert_eq!(Rank::Section.levels_to(Rank::Staff), 0);
    /// ```
    #[must_use]
    pub const fn levels_to(self, higher: Self) -> u32 {
        (higher as u32).saturating_sub(self as u32)
    }

    /// Whether it is a deputy post (副职).
    #[must_use]
    pub const fn is_deputy(self) -> bool {
        matches!(
            self,
            Self::DeputySection
                | Self::DeputyDivision
                | Self::DeputyBureau
                | Self::DeputyMinister
                | Self::DeputyNational
        )
    }
}

choice! {
    /// Offices of a procuratorate, as far as the avoidance of posts tells them apart.
    pub enum Office {
        /// 检察长.
        ChiefProcurator => "chief_procurator",
        /// 副检察长.
        DeputyChiefProcurator => "deputy_chief_procurator",
        /// 检察委员会委员 who is neither.
        CommitteeMember => "committee_member",
        /// 检察员: a procurator who is none of these.
        Procurator => "procurator",
        /// Another leading post of the unit (领导班子其他成员).
        OtherLeader => "other_leader",
        /// Any other post.
        Other => "other",
    }
}

choice! {
    /// Where a post is.
    pub enum Organ {
        /// In this unit.
        Own => "own",
        /// In the procuratorate one level higher.
        Superior => "superior",
        /// In a procuratorate one level lower.
        Subordinate => "subordinate",
        /// Elsewhere.
        Elsewhere => "elsewhere",
    }
}

impl Blank for Organ {
    fn blank() -> Self {
        Self::Own
    }

    fn is_blank(&self) -> bool {
        *self == Self::Own
    }
}

record! {
    /// The grade of one yearly appraisal.
    #[doc(alias = "年度考核")]
    pub struct Appraisal {
        /// The year that was appraised.
        year: u32,
        ..
        /// The grade. `null`: none was given (不定等次).
        grade: Fact<AppraisalGrade>,
    }
}

choice! {
    /// Grades of the yearly appraisal, from low to high.
    pub enum AppraisalGrade {
        /// 不称职.
        Incompetent => "incompetent",
        /// 基本称职.
        BasicallyCompetent => "basically_competent",
        /// 称职.
        Competent => "competent",
        /// 优秀.
        Excellent => "excellent",
    }
}

record! {
    /// Discipline, a sanction or an organisational measure.
    #[doc(alias = "影响期")]
    pub struct Sanction {
        /// What it is.
        kind: SanctionKind,
        /// The day from which it counts.
        imposed_on: Day,
        ..
        /// The last day of its bar (影响期), where its document states it. Left out: counted from `imposed_on` by the term of
        /// its kind, up to and with the corresponding day.
        bar_until: Option<Day>,
        /// Of 留党察看: the day on which the rights were restored. `null`: they are not.
        restored_on: Fact<Day>,
        /// Of 责令辞职、免职: the rank held before.
        rank_before: Fact<Rank>,
        /// Whether it still affects the use of the person after the bar has run out (期满仍影响使用). `null`: it does not.
        still_affects_use: Fact<bool>,
    }
    order imposed_on <= bar_until;
    order imposed_on <= restored_on;
}

choice! {
    /// Kinds of discipline, sanctions and organisational measures.
    pub enum SanctionKind {
        /// 诫勉.
        #[doc(alias = "诫勉")]
        Admonition => "admonition",
        /// 党内警告.
        PartyWarning => "party_warning",
        /// 党内严重警告.
        SeriousPartyWarning => "serious_party_warning",
        /// 撤销党内职务.
        RemovalFromPartyPosts => "removal_from_party_posts",
        /// 留党察看.
        PartyProbation => "party_probation",
        /// 政务警告.
        OfficialWarning => "official_warning",
        /// 政务记过.
        Demerit => "demerit",
        /// 政务记大过.
        SeriousDemerit => "serious_demerit",
        /// 政务降级.
        GradeReduction => "grade_reduction",
        /// 政务撤职.
        Dismissal => "dismissal",
        /// 责令辞职、免职 as an organisational measure.
        OrderedResignation => "ordered_resignation",
        /// 降职.
        Demotion => "demotion",
        /// 取消考察对象资格 after an untrue report on personal matters (隐瞒不报).
        Disqualification => "disqualification",
        /// Another one, whose bar its document states.
        Other => "other",
    }
}

record! {
    /// A spell of being in charge of a department and its field.
    #[doc(alias = "分工")]
    pub struct Portfolio {
        /// The department.
        department: DepartmentId,
        /// First day in charge.
        from: Day,
        ..
        /// Last day in charge, itself included. Left out while it lasts.
        until: Option<Day>,
    }
    order from <= until;
}

record! {
    /// A spell in a Party branch.
    #[doc(alias = "党支部")]
    pub struct BranchMembership {
        /// The branch.
        branch: BranchId,
        /// First day in it.
        from: Day,
        ..
        /// Last day in it, itself included. Left out while it lasts.
        until: Option<Day>,
    }
    order from <= until;
}

record! {
    /// A Party branch of the unit.
    #[doc(alias = "党支部")]
    pub struct Branch {
        /// Identifier, unique in the dossier.
        id: BranchId,
        ..
        /// First day of its being. Left out: before all records.
        from: Option<Day>,
        /// Last day of it, itself included. Left out while it lasts.
        until: Option<Day>,
    }
    order from <= until;
}

record! {
    /// A spell in which a member could not act.
    pub struct Restriction {
        /// What kept the member from acting.
        kind: RestrictionKind,
        /// First day.
        from: Day,
        ..
        /// Last day, itself included. Left out while it lasts.
        until: Option<Day>,
    }
    order from <= until;
}

choice! {
    /// What keeps a member from acting.
    pub enum RestrictionKind {
        /// 停职: suspended from duty.
        #[doc(alias = "停职")]
        Suspended => "suspended",
        /// 留置 or another form of custody.
        #[doc(alias = "留置")]
        InCustody => "in_custody",
    }
}

record! {
    /// A spell of leave, or of being seconded elsewhere (请假、借调).
    pub struct Leave {
        /// First day.
        from: Day,
        ..
        /// Last day, itself included. Left out while it lasts.
        until: Option<Day>,
    }
    order from <= until;
}

record! {
    /// A department of the unit.
    #[doc(alias = "内设机构")]
    pub struct Department {
        /// Identifier, unique in the dossier.
        id: DepartmentId,
        ..
        /// Name. Carried for you, never printed by this crate.
        name: Option<Text>,
        /// The work it does, as far as the avoidance of posts tells it apart.
        work: Fact<DepartmentWork>,
        /// First day of its being. Left out: before all records.
        from: Option<Day>,
        /// Last day of it, itself included. Left out while it lasts.
        until: Option<Day>,
        /// Which of the five fields it runs that a principal is advised not to have direct charge of. `null`: none.
        direct_fields: Fact<Vec<DirectField>>,
    }
    order from <= until;
}

choice! {
    /// 五个不直接分管: the five fields.
    #[doc(alias = "五个不直接分管")]
    pub enum DirectField {
        /// 财务.
        Finance => "finance",
        /// 人事.
        Personnel => "personnel",
        /// 工程建设.
        Construction => "construction",
        /// 物资采购.
        Procurement => "procurement",
        /// 行政审批.
        Approvals => "approvals",
    }
}

choice! {
    /// The work of a department.
    pub enum DepartmentWork {
        /// 组织人事.
        Personnel => "personnel",
        /// 纪检监察.
        Discipline => "discipline",
        /// 审计.
        Audit => "audit",
        /// 财务.
        Finance => "finance",
        /// 检察业务.
        Procuratorial => "procuratorial",
        /// Other work.
        Other => "other",
    }
}

impl DepartmentWork {
    /// Whether kin of a leader of the unit may not do this work.
    #[must_use]
    pub const fn is_sensitive(self) -> bool {
        matches!(self, Self::Personnel | Self::Discipline | Self::Audit | Self::Finance)
    }
}

macro_rules! spells {
    ($($name:ident),+) => {$(
        impl $name {
            /// The days it lasted.
            #[must_use]
            pub fn spell(&self) -> Spell {
                Spell { from: self.from.0, until: self.until.map(|day| day.0) }
            }
        }
    )+};
}
spells!(Membership, Post, Portfolio, BranchMembership, Restriction, Leave);

impl Person {
    /// Whether the person was suspended or in custody on that day.
    #[must_use]
    pub fn restricted_on(&self, day: NaiveDate) -> bool {
        self.restrictions.iter().any(|it| it.spell().covers(day))
    }

    /// Spells as a member of a body.
    pub fn spells_in(&self, body: Body) -> impl Iterator<Item = &Membership> + Clone {
        self.memberships.iter().filter(move |it| it.body == body)
    }

    /// Whether the person was a member of a body on that day.
    #[must_use]
    pub fn belongs_to(&self, body: Body, day: NaiveDate) -> bool {
        self.spells_in(body).any(|it| it.spell().covers(day))
    }

    /// The place of the spell by which the person was a member of a body on that day; of several the one that began first, whatever
    /// their order on record.
    pub(crate) fn spell_on(&self, body: Body, day: NaiveDate) -> Option<usize> {
        let spells = self.memberships.iter().enumerate();
        let covering = spells.filter(|it| it.1.body == body && it.1.spell().covers(day));
        let stated = |it: &Membership| (it.from.0, it.until.map(|day| day.0), it.role);
        let whole = |it: &Membership| {
            let mut text = String::new();
            it.write(&mut text);
            text
        };
        let first = covering.min_by(|(_, a), (_, b)| {
            stated(a).cmp(&stated(b)).then_with(|| whole(a).cmp(&whole(b)))
        });
        first.map(|it| it.0)
    }

    /// Whether the person led a body on that day.
    #[must_use]
    pub fn leads(&self, body: Body, day: NaiveDate) -> bool {
        let mut spells = self.spells_in(body).filter(|it| it.role == MemberRole::Principal);
        spells.any(|it| it.spell().covers(day))
    }

    /// Whether the person was in charge of the department on that day.
    #[must_use]
    pub fn in_charge_of(&self, department: &DepartmentId, day: NaiveDate) -> bool {
        self.portfolios.iter().any(|it| it.department == *department && it.spell().covers(day))
    }
}

impl Department {
    /// Whether there was such a department on that day.
    #[must_use]
    pub fn exists_on(&self, day: NaiveDate) -> bool {
        self.from.is_none_or(|from| from.0 <= day) && self.until.is_none_or(|until| day <= until.0)
    }
}
