//! Households: what the relatives of a post-holder do for business, what was declared of it, and what became of it.

use super::{
    ContractId, Fact, HouseholdId, InterestId, PersonId, Text, TiesComplaintId, TiesInspectionId,
};
use crate::law::codes::{CreditCode, DivisionCode, IndustryCode};
use crate::{
    shape::{Blank, choice, record},
    time::Day,
};

record! {
    /// The household around one post-holder. Who the relatives are stands in `kinship`, with its days.
    #[doc(alias = "领导干部家庭")]
    pub struct Household {
        /// Identifier, unique in the dossier.
        id: HouseholdId,
        /// The post-holder.
        holder: PersonId,
        /// First day on which the holder is bound to declare.
        from: Day,
        ..
        /// Last such day, itself included. Left out while it lasts.
        until: Option<Day>,
        /// Declarations on the family's business. `null`: none was ever made.
        declarations: Fact<Vec<Declaration>>,
        /// What registers and other sources show of the relatives' business. `null`: none.
        interests: Fact<Vec<Interest>>,
        /// Changes among the eight family matters. `null`: none.
        family_changes: Fact<Vec<FamilyChange>>,
        /// Acts of the holder said to have favoured a relative's business. `null`: none.
        favours: Fact<Vec<Favour>>,
    }
    order from <= until;
}

record! {
    /// One declaration.
    #[doc(alias = "报告个人有关事项")]
    pub struct Declaration {
        /// The day on which it was made.
        declared_on: Day,
        ..
        /// The year that a yearly declaration is for. Left out: a declaration of a change.
        year: Option<u32>,
        /// What it lists. `null`: nothing.
        entries: Fact<Vec<DeclaredInterest>>,
    }
}

record! {
    /// What a declaration says of one interest.
    pub struct DeclaredInterest {
        /// The interest that it is about.
        interest: InterestId,
        ..
        /// Share as declared, in thousandths. `null`: none was stated.
        share_permille: Fact<u32>,
        /// Money put in as declared, in fen. `null`: none was stated.
        amount_fen: Fact<u64>,
    }
}

record! {
    /// One business interest of a relative, as a register or another source shows it. Where its share, industry or place
    /// changes, one ends and another begins.
    #[doc(alias = "经商办企业")]
    pub struct Interest {
        /// Identifier, unique in the dossier.
        id: InterestId,
        /// Whose it is: the relative, also where it is held in another's name.
        owner: PersonId,
        ..
        /// In what way. `null`: it is not known to be any of these.
        behaviour: Fact<Behaviour>,
        /// In whose name it is held. Left out: in the relative's own.
        held: Holding,
        /// Industries of the business (GB/T 4754). `null`: none is recorded.
        industries: Fact<Vec<IndustryCode>>,
        /// Where the business is (GB/T 2260). `null`: nowhere that is recorded.
        places: Fact<Vec<DivisionCode>>,
        /// Credit code of the business.
        credit_code: Option<CreditCode>,
        /// Business scope in words. Carried for you, never printed by this crate.
        scope: Option<Text>,
        /// Whether it deals with the holder's institution.
        deals_with_institution: Fact<bool>,
        /// State of the business by its register.
        state: Fact<BusinessState>,
        /// First day of the interest. `null`: it began before all records.
        from: Fact<Day>,
        /// Last day of it, itself included. `null`: it lasts.
        until: Fact<Day>,
        /// Share, in thousandths. `null`: it has none.
        share_permille: Fact<u32>,
        /// Money put in, in fen. `null`: none.
        amount_fen: Fact<u64>,
        /// The day on which the institution found that a ban applies. `null`: it was not found.
        found_on: Fact<Day>,
        /// How the relative left the business. `null`: he or she has not.
        exit: Fact<BusinessExit>,
    }
    order from <= until;
}

choice! {
    /// In what way a relative does business.
    pub enum Behaviour {
        /// 注册个体工商户.
        IndividualBusiness => "individual_business",
        /// 个人独资企业.
        SoleProprietorship => "sole_proprietorship",
        /// 合伙企业.
        Partnership => "partnership",
        /// 投资非上市公司、企业.
        UnlistedInvestment => "unlisted_investment",
        /// 在国（境）外注册公司后回境内经营.
        OverseasCompany => "overseas_company",
        /// 受聘任私营企业高级职务.
        SeniorPostPrivate => "senior_post_private",
        /// 在外商投资企业任由外方委派、聘任的高级职务.
        SeniorPostForeign => "senior_post_foreign",
        /// 外国企业驻华代表机构首席代表、代表.
        ForeignRepresentative => "foreign_representative",
        /// 农民专业合作社.
        FarmersCooperative => "farmers_cooperative",
        /// 私募股权投资基金投资及从业.
        PrivateEquity => "private_equity",
        /// 有偿社会中介服务.
        PaidIntermediary => "paid_intermediary",
        /// 律师事务所合伙人.
        LawFirmPartner => "law_firm_partner",
        /// 律师事务所设立人.
        LawFirmFounder => "law_firm_founder",
        /// 担任诉讼代理人、辩护人, paid or not.
        LawyerForParty => "lawyer_for_party",
        /// 为当事人提供其他有偿法律服务.
        PaidLegalService => "paid_legal_service",
        /// Shares of a listed company: to be declared, and no business.
        ListedShares => "listed_shares",
        /// Employment without investment or a senior post: no business.
        Employment => "employment",
        /// Any other business.
        OtherBusiness => "other_business",
    }
}

impl Behaviour {
    /// Whether it is doing business (经商办企业) at all.
    #[must_use]
    pub const fn is_business(self) -> bool {
        !matches!(self, Self::ListedShares | Self::Employment)
    }
}

choice! {
    /// In whose name an interest is held.
    pub enum Holding {
        /// In the relative's own.
        OwnName => "own_name",
        /// In another's, as a nominee (代持), which is established.
        NomineeEstablished => "nominee_established",
        /// In another's, and it is only suspected that the interest is the relative's.
        NomineeSuspected => "nominee_suspected",
    }
}

impl Blank for Holding {
    fn blank() -> Self {
        Self::OwnName
    }

    fn is_blank(&self) -> bool {
        *self == Self::OwnName
    }
}

choice! {
    /// State of a business by its register.
    pub enum BusinessState {
        /// 存续.
        Active => "active",
        /// 停业: counts like one that is active.
        Dormant => "dormant",
        /// 注销中: counts until it is deregistered.
        Deregistering => "deregistering",
        /// 注销: it has a last day.
        Deregistered => "deregistered",
    }
}

record! {
    /// How a relative left a business.
    #[doc(alias = "退出经营")]
    pub struct BusinessExit {
        /// The day.
        on: Day,
        ..
        /// How it is said to have been.
        how: Fact<ExitKind>,
        /// Whether that is established. `null`: it is only suspected.
        established: Fact<bool>,
    }
}

choice! {
    /// How an exit is said to have been.
    pub enum ExitKind {
        /// A real one.
        Real => "real",
        /// 委托代持: a nominee holds the interest now.
        Nominee => "nominee",
        /// 隐名投资: the relative stays in, hidden.
        HiddenHolding => "hidden_holding",
        /// A former spouse stands in.
        FormerSpouse => "former_spouse",
    }
}

record! {
    /// A change among the eight family matters (家事).
    pub struct FamilyChange {
        /// Which.
        matter: FamilyMatter,
        /// The day on which it happened.
        on: Day,
        ..
        /// The day on which it was declared. `null`: it was not.
        declared_on: Fact<Day>,
    }
}

choice! {
    /// The eight family matters of the rules on personal matters.
    pub enum FamilyMatter {
        /// 婚姻情况.
        Marriage => "marriage",
        /// 因私出国（境）证件和因私出国情况.
        PrivateTravel => "private_travel",
        /// 港澳台证件和往来.
        TravelToHongKongMacaoTaiwan => "travel_to_hong_kong_macao_taiwan",
        /// 子女与外国人通婚.
        ChildMarriesForeigner => "child_marries_foreigner",
        /// 子女与港澳台居民通婚.
        ChildMarriesHongKongMacaoTaiwan => "child_marries_hong_kong_macao_taiwan",
        /// 配偶、子女移居国（境）外.
        FamilyAbroad => "family_abroad",
        /// 配偶、子女及其配偶从业情况.
        Employment => "employment",
        /// 配偶、子女及其配偶被追究刑事责任.
        CriminalLiability => "criminal_liability",
    }
}

record! {
    /// An act of the holder said to have favoured a relative's business.
    pub struct Favour {
        /// The day.
        on: Day,
        /// The interest that it favoured.
        interest: InterestId,
        ..
        /// Whether that is established. `null`: it is only suspected.
        established: Fact<bool>,
    }
}

record! {
    /// A contract of the institution.
    pub struct Contract {
        /// Identifier, unique in the dossier.
        id: ContractId,
        /// The day on which it was signed.
        signed_on: Day,
        ..
        /// Credit code of the other side. `null`: it has none.
        counterparty: Fact<CreditCode>,
    }
}

record! {
    /// A complaint to the political department about ties with businesses (亲清政商关系投诉举报).
    pub struct TiesComplaint {
        /// Identifier, unique in the dossier.
        id: TiesComplaintId,
        /// The day on which it came in.
        received_on: Day,
        ..
        /// The day of the answer. `null`: there is none.
        answered_on: Fact<Day>,
        /// Whether it was dealt with to a result. `null`: it was not.
        with_result: Fact<bool>,
    }
}

record! {
    /// An inspection of ties with businesses by the political department (亲清政商关系监督检查).
    #[doc(alias = "亲清政商关系")]
    pub struct TiesInspection {
        /// Identifier, unique in the dossier.
        id: TiesInspectionId,
        /// The day on which it was held.
        held_on: Day,
        ..
        /// Problems that it found. `null`: none.
        problems: Fact<Vec<TiesProblem>>,
    }
}

record! {
    /// A problem that an inspection found.
    pub struct TiesProblem {
        ..
        /// The day on which it was handled. `null`: it was not.
        handled_on: Fact<Day>,
    }
}
