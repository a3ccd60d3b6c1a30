//! Families of records.

use super::words;
use crate::{facts::RecordFamily, norm::Words};

impl RecordFamily {
    pub(super) const fn words(self) -> Words {
        match self {
            Self::Meetings => words("会议记录", "records of meetings"),
            Self::Decisions => words("会外决定记录", "records of decisions outside meetings"),
            Self::Declarations => words("家庭经商办企业报告", "declarations on family business"),
            Self::Contracts => words("本单位合同", "contracts of the institution"),
            Self::TiesInspections => {
                words("亲清政商关系监督检查", "inspections of ties with businesses")
            }
            Self::Payments => words("付款记录", "records of payments"),
            Self::PowerLists => words("权力清单和负面清单", "lists of powers"),
            Self::ListChecks => words("清单自查自纠", "self-checks of the lists of powers"),
            Self::MonthlyReturns => words("三个规定月报告", "monthly returns on the three rules"),
            Self::LifeMeetings => words("生活会记录", "records of life meetings"),
            Self::Activities => words("工作记录", "records of activities"),
            Self::AccountabilityReports => words("述责述廉记录", "reports on duties and integrity"),
            Self::Requests => words("请示记录", "requests to superior bodies"),
            Self::Plans => words("年度计划", "yearly plans"),
        }
    }
}
