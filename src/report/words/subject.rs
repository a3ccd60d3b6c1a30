//! What tells a subject apart from others of its record: a holder, an office, a step, an organ.

use super::words;
use crate::{
    facts::{Counterpart, Office, PowerHolder, StatutoryPower, Step},
    norm::Words,
};

/// What a word of a subject is called; `None` for a word of the user, such as the identifier of a ban.
pub(in crate::report) fn named(what: &str, word: &str) -> Option<Words> {
    match what {
        "holder" => PowerHolder::ALL.iter().find(|it| it.as_str() == word).map(|it| it.words()),
        "office" => match word {
            "none" => Some(words("无上列职务", "in none of these offices")),
            "not_stated" => Some(words("职务未注明", "in an office that nobody has stated")),
            _ => Office::ALL.iter().find(|it| it.as_str() == word).map(|it| it.words()),
        },
        "power" => StatutoryPower::ALL.iter().find(|it| it.as_str() == word).map(|it| it.words()),
        "step" => Step::ALL.iter().find(|it| it.as_str() == word).map(|it| it.words()),
        "to" => Counterpart::ALL.iter().find(|it| it.as_str() == word).map(|it| it.words()),
        _ => None,
    }
}

impl PowerHolder {
    const fn words(self) -> Words {
        match self {
            Self::Principal => words("主要负责人", "the principal leader"),
            Self::LeadingGroupMember => {
                words("领导班子其他成员", "another member of the leading group")
            }
            Self::DepartmentHead => words("部门负责人", "a head of a department"),
            Self::PartyGroup => words("党组", "the Party group"),
            Self::ProcuratorialCommittee => words("检察委员会", "the procuratorial committee"),
            Self::ChiefProcurator => words("检察长", "the chief procurator"),
            Self::DeputyChiefProcurator => words("副检察长", "a deputy chief procurator"),
            Self::Procurator => words("检察官", "a procurator"),
            Self::Other => words("其他人员", "another holder"),
        }
    }
}

impl Office {
    const fn words(self) -> Words {
        match self {
            Self::ChiefProcurator => words("检察长", "chief procurator"),
            Self::DeputyChiefProcurator => words("副检察长", "deputy chief procurators"),
            Self::CommitteeMember => {
                words("检察委员会委员", "members of the procuratorial committee")
            }
            Self::Procurator => words("检察员", "procurators"),
            Self::OtherLeader => words("领导班子其他成员", "other leading posts"),
            Self::Other => words("其他职务", "other posts"),
        }
    }
}

impl Step {
    const fn words(self) -> Words {
        match self {
            Self::Motion => words("动议", "the motion"),
            Self::Recommendation => words("民主推荐", "the recommendation"),
            Self::Inspection => words("考察", "the inspection"),
            Self::Decision => words("讨论决定", "the decision"),
            Self::Notice => words("任前公示", "the public notice"),
            Self::Appointment => words("任职", "the appointment"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_that_a_rule_uses_is_named() {
        let all = (PowerHolder::ALL.iter().map(|it| ("holder", it.as_str())))
            .chain(Office::ALL.iter().map(|it| ("office", it.as_str())))
            .chain([("office", "none"), ("office", "not_stated")])
            .chain(StatutoryPower::ALL.iter().map(|it| ("power", it.as_str())))
            .chain(Step::ALL.iter().map(|it| ("step", it.as_str())))
            .chain(Counterpart::ALL.iter().map(|it| ("to", it.as_str())));
        for (what, word) in all {
            assert!(named(what, word).is_some(), "{what} {word}");
        }
        assert!(named("ban", "a ban of the user").is_none());
    }
}
