//! 法定职权: a local list takes no statutory power from the chief procurator.

use super::{BASE, lists};
use crate::{
    facts::{PowerListKind, StatutoryPower},
    finding::{Breach, Why},
    law::{
        cite,
        instruments::{MEASURES, PROCURATORATE_ORGANIC_LAW},
    },
    norm::{Norm, Words, code},
    outcome::{Modality, Outcome, Severity},
    path::field,
    rule::{Answer, Checks, ListCase, Part, Probe, Rule},
};

/// 法定职权: a local list takes no statutory power from the chief procurator.
#[doc(alias = "检察长法定职权")]
pub(super) static RULE: Rule = Rule {
    norm: Norm {
        code: code!("PWR015"),
        slug: "statutory-powers-kept",
        title: Words { zh: "不得取消法定职权", en: "Statutory powers stay" },
        gist: Words {
            zh: "本院清单不得取消检察长的法定职权。",
            en: "No local list takes a statutory power from the chief procurator.",
        },
        cites: &[
            cite!(MEASURES, clause "1.2.3"),
            cite!(PROCURATORATE_ORGANIC_LAW, article 29),
            cite!(PROCURATORATE_ORGANIC_LAW, article 36),
        ],
        modality: Modality::MustNot,
        severity: Severity::Ordinary,
        remedy: Words { zh: "修订清单", en: "amend the list" },
        ..BASE
    },
    checks: Checks { list: Some(check), by_own_day: true, ..Checks::NONE },
};

fn check(case: &ListCase<'_>, probe: &mut Probe<'_>) -> Answer {
    probe.reach(case.list.kind != PowerListKind::Provincial, Why::OtherKind)?;
    lists::reach(case, probe)?;
    let at = case.at.field(field!("withdraws"));
    for power in StatutoryPower::ALL {
        // Named twice it is withdrawn once.
        let withdrawn = case.list.withdraws.iter().position(|it| it == power);
        probe.subject(Part::new().word("power", power.as_str()), |probe| {
            Ok(withdrawn.map_or(Outcome::Compliant, |n| {
                probe.breach(at.index(n), Breach::Withdrawn { power: *power })
            }))
        });
    }
    Ok(probe.unless_opened(Why::NothingToRecord))
}
