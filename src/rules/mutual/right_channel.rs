//! 反映渠道正确: a breach of another member is reported to the principal leader, or by name to the superior procuratorate or the district discipline organ; one of the principal leader upward.

use super::BASE;
use crate::{
    facts::{PeerReport, PeerReportAddressee},
    finding::{Breach, Why},
    law::{cite, instruments::MEASURES},
    norm::{Norm, Words, code},
    outcome::{Outcome, Severity},
    path::field,
    rule::{Answer, Checks, PeerBreachCase, Probe, Rule},
    rules::meets::{self, Meets},
};

/// 反映渠道正确: a breach of another member is reported to the principal leader, or by name to the superior procuratorate or the district discipline organ; one of the principal leader upward.
pub(super) static RULE: Rule = Rule {
    norm: Norm {
        code: code!("MUT002"),
        slug: "right-channel",
        title: Words { zh: "反映渠道正确", en: "Reported through the right channel" },
        gist: Words {
            zh: "反映其他成员违纪行为，应当向一把手或者实名向上级检察院、城区纪检监察机关反映；涉及一把手的，应当向上反映。",
            en: "A breach of another member is reported to the principal leader, or by name to the superior procuratorate or the district discipline organ; one of the principal leader upward.",
        },
        cites: &[cite!(MEASURES, clause "2.1.1")],
        severity: Severity::Ordinary,
        remedy: Words {
            zh: "按规定渠道反映",
            en: "report it through one of the channels that count",
        },
        ..BASE
    },
    checks: Checks { peer_breach: Some(check), by_own_day: true, ..Checks::NONE },
};

fn check(case: &PeerBreachCase<'_>, probe: &mut Probe<'_>) -> Answer {
    let (it, cx) = (case.peer, &case.cx);
    probe.reach(super::both_are_members(case), Why::NobodyConcerned)?;
    let at = case.at().field(field!("reports"));
    let list = probe.need(&it.reports, || at)?.map_or(&[][..], Vec::as_slice);
    let made = |it: &&(usize, &PeerReport)| it.1.on.0 <= cx.as_of;
    let made: Vec<(usize, &PeerReport)> =
        list.iter().enumerate().collect::<Vec<_>>().iter().filter(made).copied().collect();
    // Where nothing was reported MUT001 answers.
    let Some(last) = made.iter().map(|it| it.1.on.0).max() else {
        return Ok(probe.not_applicable(Why::OtherRule));
    };
    probe.reach(last >= cx.policy.measures_from(), Why::NotInForce)?;
    let counts = |(n, report): &(usize, &PeerReport)| {
        let upward = matches!(
            report.to,
            PeerReportAddressee::SuperiorProcuratorate | PeerReportAddressee::DisciplineOrgan
        );
        if upward {
            meets::fact(&report.by_name, at.index(*n).field(field!("by_name")), |named| *named)
        } else {
            let to_principal = report.to == PeerReportAddressee::Principal;
            // Nobody reports to himself or herself.
            let own = super::knower_leads(case, report.on.0);
            Meets::when(to_principal && !own && !super::is_principal(case, report.on.0))
        }
    };
    Ok(match made.iter().map(counts).fold(Meets::No, Meets::or) {
        Meets::Yes(_) => Outcome::Compliant,
        Meets::Open(lacks) => lacks.tell(probe),
        Meets::No => {
            let principal = !made.iter().all(|it| super::is_principal(case, it.1.on.0));
            probe.breach_with(at, Breach::WrongChannel { principal }, |it| it.day = last)
        }
    })
}
