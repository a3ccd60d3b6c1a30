//! 清单要素: each entry states kind, basis, holder, procedure and limit.

use super::{BASE, lists};
use crate::{
    facts::{Fact, PowerEntry, PowerLimit, PowerListKind, Text},
    finding::{Breach, Why},
    law::{cite, instruments::MEASURES},
    norm::{Norm, Words, code},
    outcome::{Outcome, Severity},
    path::{Path, field},
    rule::{Answer, Checks, ListCase, Part, Probe, Rule},
};

/// 清单要素: each entry states kind, basis, holder, procedure and limit.
#[doc(alias = "权力清单要素")]
pub(super) static RULE: Rule = Rule {
    norm: Norm {
        code: code!("PWR003"),
        slug: "entry-complete",
        title: Words { zh: "权力事项要素齐全", en: "Entries are complete" },
        gist: Words {
            zh: "每项权力载明类别、依据、主体、程序和权限。",
            en: "Each entry of a power list states its kind, basis, holder, procedure and limit.",
        },
        cites: &[cite!(MEASURES, clause "1.2.3")],
        severity: Severity::Ordinary,
        remedy: Words { zh: "补齐要素", en: "state what lacks" },
        ..BASE
    },
    checks: Checks { list: Some(check), by_own_day: true, ..Checks::NONE },
};

fn check(case: &ListCase<'_>, probe: &mut Probe<'_>) -> Answer {
    let own = matches!(case.list.kind, PowerListKind::Power | PowerListKind::Layers);
    probe.reach(own, Why::OtherKind)?;
    lists::reach(case, probe)?;
    let at = case.at.field(field!("entries"));
    let entries = probe.need(&case.list.entries, || at)?.map_or(&[][..], Vec::as_slice);
    probe.reach(!entries.is_empty(), Why::NothingToRecord)?;
    for (n, it) in entries.iter().enumerate() {
        let at = at.index(n);
        probe.subject(Part::at(at), |probe| Ok(complete(it, at, probe)));
    }
    Ok(probe.unless_opened(Why::NothingToRecord))
}

fn complete(it: &PowerEntry, at: Path, probe: &mut Probe<'_>) -> Outcome {
    let parts = [
        (field!("kind"), it.kind.state()),
        (field!("basis"), stated(&it.basis, |it| !it.as_str().trim().is_empty())),
        (field!("holder"), it.holder.state()),
        (field!("procedure"), stated(&it.procedure, |it: &Vec<Text>| !it.is_empty())),
        (field!("limit"), stated(&it.limit, is_limited)),
    ];
    parts.into_iter().fold(Outcome::Compliant, |all, (key, part)| {
        all.join(match part {
            Fact::Known(()) => Outcome::Compliant,
            Fact::Absent => probe.breach(at.field(key), Breach::Missing),
            Fact::Unknown => probe.unknown(at.field(key)),
        })
    })
}

/// An empty part states nothing.
fn stated<T>(fact: &Fact<T>, says: impl FnOnce(&T) -> bool) -> Fact<()> {
    match fact {
        Fact::Known(it) if says(it) => Fact::Known(()),
        Fact::Known(_) | Fact::Absent => Fact::Absent,
        Fact::Unknown => Fact::Unknown,
    }
}

fn is_limited(it: &PowerLimit) -> bool {
    it.from_fen.is_some() || it.up_to_fen.is_some() || it.fields().is_some()
}
