//! What is 三重一大: the one predicate of what must be decided collectively.

use crate::{
    facts::{Category, CompetentBody, Fact, MatterId},
    finding::Missing,
    outcome::Outcome,
    path::{Path, field},
    policy::Parameters,
    rule::{MatterCase, Probe},
};

/// Whether a matter is one of the 三重一大.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Major {
    /// It is.
    Yes,
    /// It is not.
    No,
}

/// Whether a matter is the chief procurator's own to decide: cases, and what a catalogue names. The law gives some decisions
/// to the chief procurator alone.
pub(crate) fn is_chiefs_own(category: Category, competent: Option<CompetentBody>) -> bool {
    let named = competent == Some(CompetentBody::ChiefProcurator);
    category == Category::Case || (category == Category::Decision && named)
}

/// Whether a matter is one of the 三重一大 on a day: the one predicate of what must be decided collectively.
///
/// # Errors
///
/// `Undetermined`, naming what is missing.
pub fn major(
    matter: Option<MatterCase<'_>>,
    reference: &Fact<MatterId>,
    at: impl FnOnce() -> Path,
    parameters: &Parameters,
    probe: &mut Probe<'_>,
) -> Result<Major, Outcome> {
    let Some(case) = matter else {
        return match probe.need(reference, at)? {
            // A matter outside the catalogue is none of its categories.
            None | Some(_) => Ok(Major::No),
        };
    };
    let category = probe.need(&case.matter.category, || case.at().field(field!("category")))?;
    match category {
        None | Some(Category::Other | Category::Case | Category::PartyDiscipline) => Ok(Major::No),
        Some(category) if is_chiefs_own(*category, case.matter.competent_body) => Ok(Major::No),
        Some(Category::Decision | Category::Personnel | Category::Project) => Ok(Major::Yes),
        Some(Category::Funds) => {
            let amount =
                probe.need(&case.matter.amount_fen, || case.at().field(field!("amount_fen")));
            let threshold = match case.matter.threshold_fen {
                Some(threshold) => Ok(threshold),
                None => probe.setting(&parameters.large_sum_threshold_fen).copied(),
            };
            let (amount, threshold) = (amount?, threshold?);
            if case.matter.threshold_fen.is_none() {
                probe.hinge(&parameters.large_sum_threshold_fen);
            }
            let Some(amount) = amount else {
                // Money without a sum is no record to judge by.
                let at = case.at().field(field!("amount_fen"));
                return Err(probe.lack(Missing::Contradiction(at)));
            };
            // 以上 includes the number itself.
            Ok(if *amount >= threshold { Major::Yes } else { Major::No })
        }
    }
}
