//! The three rules 三个规定: who was approached, what was recorded and reported, and what followed where it was not.
//!
//! People in these records are the most sensitive of all. Being asked is neutral, and so is asking, until an organ with
//! the power to do so has classed it otherwise.

use super::{ApproachId, DepartmentId, Fact, OmissionId, PersonId, Text};
use crate::{
    shape::{choice, record},
    time::Day,
};

record! {
    /// Somebody was approached about a case, an appointment, a project or the like.
    #[doc(alias = "三个规定")]
    #[doc(alias = "过问或干预、插手重大事项记录")]
    pub struct Approach {
        /// Identifier, unique in the dossier.
        id: ApproachId,
        /// Who was approached (受请托人).
        approached: PersonId,
        ..
        /// The day. `null`: the record does not say.
        asked_on: Fact<Day>,
        /// Who asked. `null`: the record does not say.
        asker: Fact<Asker>,
        /// About what. `null`: the record does not say.
        area: Fact<InterferenceArea>,
        /// In what way. `null`: the record does not say.
        channel: Fact<ApproachChannel>,
        /// What was asked for. Carried for you, never printed by this crate. `null`: the record does not say.
        content: Fact<Text>,
        /// What the one approached did. `null`: the record does not say.
        response: Fact<ApproachResponse>,
        /// What it was found to be. `null`: it was not classed.
        class: Fact<ApproachClass>,
        /// The day on which the one approached recorded it. `null`: there is no such record.
        recorded_on: Fact<Day>,
        /// Whether another source knows of it as well. Where there is no record, one does.
        known_otherwise: Fact<bool>,
        /// To whom it was reported. `null`: to nobody.
        reports: Fact<Vec<ApproachReport>>,
        /// Somebody kept the one approached from recording it, or punished it. `null`: nobody did.
        suppression: Fact<Suppression>,
    }
}

record! {
    /// Who asked.
    #[doc(alias = "请托人")]
    pub struct Asker {
        ..
        /// The person of the register. `null`: somebody else.
        person: Fact<PersonId>,
        /// Name. Carried for you, never printed by this crate.
        name: Option<Text>,
    }
}

choice! {
    /// What an approach was about.
    pub enum InterferenceArea {
        /// 执纪执法司法: the handling of cases.
        Cases => "cases",
        /// 干部选拔任用.
        Personnel => "personnel",
        /// 项目安排、项目招投标.
        Projects => "projects",
        /// 工程建设.
        Construction => "construction",
        /// 监督执纪.
        Discipline => "discipline",
        /// Something else.
        Other => "other",
    }
}

choice! {
    /// In what way somebody was approached.
    pub enum ApproachChannel {
        /// 面谈.
        InPerson => "in_person",
        /// 电话.
        Phone => "phone",
        /// 短信、微信.
        Message => "message",
        /// 书信, also in the name of an organisation.
        Letter => "letter",
        /// 宴请.
        Meal => "meal",
        /// 转递材料.
        MaterialPassedOn => "material_passed_on",
        /// Through staff or family (身边人).
        ThroughOthers => "through_others",
        /// A meeting or document.
        MeetingOrDocument => "meeting_or_document",
        /// Another one.
        Other => "other",
    }
}

choice! {
    /// What the one approached did.
    pub enum ApproachResponse {
        /// 拒绝.
        Refused => "refused",
        /// Told the asker how such things are done, and no more.
        Explained => "explained",
        /// Did what was asked.
        Granted => "granted",
        /// Something else.
        Other => "other",
    }
}

choice! {
    /// What an approach was found to be.
    pub enum ApproachClass {
        /// 过问: an inquiry. Neutral.
        Inquiry => "inquiry",
        /// 干预.
        Intervention => "intervention",
        /// 插手.
        Meddling => "meddling",
    }
}

record! {
    /// An approach was reported.
    pub struct ApproachReport {
        /// To whom.
        to: ReportAddressee,
        /// The day.
        on: Day,
        ..
    }
}

choice! {
    /// To whom an approach was reported.
    pub enum ReportAddressee {
        /// 院党组书记.
        Secretary => "secretary",
        /// 上级检察院.
        Superior => "superior",
        /// 检务督察部门.
        InspectionOffice => "inspection_office",
        /// 纪检监察机关.
        DisciplineOrgan => "discipline_organ",
        /// Somebody else.
        Other => "other",
    }
}

record! {
    /// Somebody stopped or punished a recorder.
    pub struct Suppression {
        ..
        /// Who did. `null`: nobody of the register.
        by: Fact<PersonId>,
        /// The day.
        on: Fact<Day>,
        /// Whether that is established. `null`: it is only suspected.
        established: Fact<bool>,
    }
}

record! {
    /// A monthly return on the three rules, of a department or a person.
    #[doc(alias = "月报告")]
    #[doc(alias = "零报告")]
    pub struct MonthlyReturn {
        /// The year.
        year: u32,
        /// The month, from 1 to 12.
        month: u32,
        /// The day on which it was handed in.
        submitted_on: Day,
        ..
        /// The department whose return it is. Either this or `person` is given.
        department: Option<DepartmentId>,
        /// The person whose return it is.
        person: Option<PersonId>,
        /// How many approaches it reports. 0 or `null`: a zero return.
        approaches: Fact<u32>,
    }
    named year, month, department, person;
}

record! {
    /// It was established that somebody did not record or report an approach.
    #[doc(alias = "不记录不报告")]
    pub struct Omission {
        /// Identifier, unique in the dossier.
        id: OmissionId,
        /// Who.
        person: PersonId,
        /// The day on which it was established.
        established_on: Day,
        ..
        /// What followed. `null`: nothing.
        accountability: Fact<Accountability>,
    }
}

record! {
    /// How somebody was held to account.
    #[doc(alias = "责任追究")]
    pub struct Accountability {
        /// The day.
        on: Day,
        ..
        /// In what way.
        kind: Fact<AccountabilityKind>,
    }
}

choice! {
    /// In what way somebody was held to account, from mild to grave.
    pub enum AccountabilityKind {
        /// 提醒、谈话: less than a warning.
        Reminder => "reminder",
        /// 警告.
        Warning => "warning",
        /// 通报批评.
        PublicCriticism => "public_criticism",
        /// 纪律处分.
        Discipline => "discipline",
    }
}
