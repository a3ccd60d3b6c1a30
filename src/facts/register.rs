//! The register: people, and the spells of what they were.

use super::{DepartmentId, Fact, PersonId, Text, meeting::Body};
use crate::{
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
        /// Spells of being suspended or in custody.
        restrictions: Vec<Restriction>,
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
    }
    order from <= until;
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
    /// A department of the unit.
    #[doc(alias = "内设机构")]
    pub struct Department {
        /// Identifier, unique in the dossier.
        id: DepartmentId,
        ..
        /// Name. Carried for you, never printed by this crate.
        name: Option<Text>,
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
spells!(Membership, Post, Portfolio, Restriction);

impl Person {
    /// Whether the person was suspended or in custody on that day.
    #[must_use]
    pub fn restricted_on(&self, day: NaiveDate) -> bool {
        self.restrictions.iter().any(|it| it.spell().covers(day))
    }

    /// Whether the person was in charge of the department on that day.
    #[must_use]
    pub fn in_charge_of(&self, department: &DepartmentId, day: NaiveDate) -> bool {
        self.portfolios.iter().any(|it| it.department == *department && it.spell().covers(day))
    }
}
