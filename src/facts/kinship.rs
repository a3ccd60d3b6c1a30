//! Kin, and the sets of kin that different instruments mean. They must not be merged.

use super::{Fact, PersonId};
use crate::{
    shape::{choice, record},
    time::{Day, NaiveDate},
};

record! {
    /// One tie of kinship: `relative` is the `relation` of `person`.
    #[doc(alias = "亲属关系")]
    pub struct Kinship {
        /// Whose relative.
        person: PersonId,
        /// The relative.
        relative: PersonId,
        /// What the relative is to the person: `child` says that `relative` is the child of `person`.
        relation: Relation,
        ..
        /// First day of the tie; left out for a tie of birth or where it does not matter.
        from: Option<Day>,
        /// Last day of the tie, itself included (divorce, death). Left out while it lasts.
        until: Option<Day>,
        /// Whether a child cannot live on its own: a minor, or an adult who depends on the person (共同生活的子女).
        dependent: Fact<bool>,
    }
    order from <= until;
}

impl Kinship {
    /// Whether the tie lasted on that day.
    #[must_use]
    pub fn lasted_on(&self, day: NaiveDate) -> bool {
        self.lasted_in(day, day)
    }

    /// Whether the tie lasted on some day from one to another, both included.
    #[must_use]
    pub fn lasted_in(&self, from: NaiveDate, until: NaiveDate) -> bool {
        self.from.is_none_or(|it| it.0 <= until) && self.until.is_none_or(|it| from <= it.0)
    }
}

choice! {
    /// What a relative is to a person.
    pub enum Relation {
        /// 配偶.
        Spouse => "spouse",
        /// 前配偶: kept visible, though in no set.
        FormerSpouse => "former_spouse",
        /// 父母, adoptive parents included.
        Parent => "parent",
        /// 子女, also born out of wedlock or adopted.
        Child => "child",
        /// 祖父母, 外祖父母.
        Grandparent => "grandparent",
        /// 孙子女, 外孙子女.
        Grandchild => "grandchild",
        /// 兄弟姐妹.
        Sibling => "sibling",
        /// 伯叔姑舅姨.
        ParentSibling => "parent_sibling",
        /// 侄, 甥: child of a sibling.
        SiblingChild => "sibling_child",
        /// 堂, 表兄弟姐妹.
        Cousin => "cousin",
        /// 配偶的父母.
        SpouseParent => "spouse_parent",
        /// 子女的配偶.
        ChildSpouse => "child_spouse",
        /// 子女配偶的父母.
        ChildSpouseParent => "child_spouse_parent",
        /// 配偶的兄弟姐妹.
        SpouseSibling => "spouse_sibling",
        /// 配偶的兄弟姐妹的配偶.
        SpouseSiblingSpouse => "spouse_sibling_spouse",
        /// 兄弟姐妹的配偶.
        SiblingSpouse => "sibling_spouse",
        /// Spouse of another collateral relative within three generations: 伯叔姑舅姨, 堂表兄弟姐妹, 侄甥的配偶.
        CollateralSpouse => "collateral_spouse",
        /// 特定关系人: a close associate who is no kin.
        CloseAssociate => "close_associate",
        /// A relation outside all sets.
        Other => "other",
    }
}

impl Relation {
    /// What the person is to the relative, where the relative is this to the person.
    ///
    /// ```
    /// use oversight::facts::Relation;
    /// assert_eq!(Relation::Parent.inverse(), Relation::Child);
    /// assert_eq!(Relation::SpouseParent.inverse(), Relation::ChildSpouse);
    /// ```
    #[must_use]
    pub const fn inverse(self) -> Self {
        match self {
            Self::Parent => Self::Child,
            Self::Child => Self::Parent,
            Self::Grandparent => Self::Grandchild,
            Self::Grandchild => Self::Grandparent,
            Self::ParentSibling => Self::SiblingChild,
            Self::SiblingChild => Self::ParentSibling,
            Self::SpouseParent => Self::ChildSpouse,
            Self::ChildSpouse => Self::SpouseParent,
            Self::SpouseSibling => Self::SiblingSpouse,
            Self::SiblingSpouse => Self::SpouseSibling,
            // Collateral by marriage has one word for both sides; the others are their own inverse.
            same => same,
        }
    }
}

/// A set of kin as one instrument draws it (brief, table T7).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum KinSet {
    /// K1: avoidance of posts and of official business (公务员法 74, 76).
    PostingAvoidance,
    /// K1p: avoidance of posts among procurators (检察官法 24); the relations of K1.
    ProcuratorPosting,
    /// K2: procurators' relatives as lawyers (检察官法 25): spouse, parents, children.
    Lawyer,
    /// K3: business of relatives: spouse, children and their spouses.
    Business,
    /// K4: the yearly report on personal matters: spouse, children, children's spouses.
    PersonalMatters,
    /// K5: near relatives of the Civil Code (民法典 1045).
    CivilCode,
    /// K6: near relatives of criminal procedure.
    CriminalProcedure,
    /// K7: 特定关系人, an open set: any relative and close associates.
    CloseAssociates,
    /// K8: the courts' declaration of 2020, an upper bound.
    CourtDeclaration,
}

impl KinSet {
    /// Whether a relative of this kind belongs to the set, seen from the person the instrument binds.
    ///
    /// ```
    /// use oversight::facts::{KinSet, Relation};
    /// assert!(KinSet::Business.contains(Relation::ChildSpouse));
    /// assert!(!KinSet::Lawyer.contains(Relation::ChildSpouse));
    /// ```
    #[must_use]
    pub const fn contains(self, relation: Relation) -> bool {
        use Relation as R;
        match self {
            Self::PostingAvoidance | Self::ProcuratorPosting => {
                !matches!(relation, R::FormerSpouse | R::CloseAssociate | R::Other)
            }
            Self::Lawyer | Self::CriminalProcedure
                if matches!(relation, R::Spouse | R::Parent | R::Child) =>
            {
                true
            }
            Self::Lawyer => false,
            Self::CriminalProcedure => matches!(relation, R::Sibling),
            Self::Business | Self::PersonalMatters => {
                matches!(relation, R::Spouse | R::Child | R::ChildSpouse)
            }
            Self::CivilCode => matches!(
                relation,
                R::Spouse | R::Parent | R::Child | R::Sibling | R::Grandparent | R::Grandchild
            ),
            Self::CloseAssociates => !matches!(relation, R::Other),
            Self::CourtDeclaration => matches!(
                relation,
                R::Spouse
                    | R::Parent
                    | R::Child
                    | R::Sibling
                    | R::SpouseParent
                    | R::SpouseSibling
                    | R::ChildSpouse
                    | R::ChildSpouseParent
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sets_are_not_one() {
        use Relation::{ChildSpouse, CollateralSpouse, Cousin, FormerSpouse, Parent, Sibling};
        let table = [
            (KinSet::PostingAvoidance, [true, true, true, true, true, false]),
            (KinSet::ProcuratorPosting, [true, true, true, true, true, false]),
            (KinSet::Lawyer, [false, false, false, true, false, false]),
            (KinSet::Business, [true, false, false, false, false, false]),
            (KinSet::PersonalMatters, [true, false, false, false, false, false]),
            (KinSet::CivilCode, [false, false, false, true, true, false]),
            (KinSet::CriminalProcedure, [false, false, false, true, true, false]),
            (KinSet::CourtDeclaration, [true, false, false, true, true, false]),
            (KinSet::CloseAssociates, [true, true, true, true, true, true]),
        ];
        let asked = [ChildSpouse, CollateralSpouse, Cousin, Parent, Sibling, FormerSpouse];
        for (set, expected) in table {
            assert_eq!(asked.map(|it| set.contains(it)), expected, "{set:?}");
        }
    }
}
