//! A rule of the caller's own beside those of the crate: `cargo run --example own_rule`

use std::error::Error;

use oversight::{
    Lang, RuleSet,
    dossier::Dossier,
    facts::MeetingKind,
    finding::{Breach, Why},
    law::{Basis, Instrument, InstrumentKind, Reach},
    norm::{Norm, Status, Words, code},
    outcome::{Modality, Outcome, Severity},
    path::field,
    policy::Policy,
    rule::Check,
    time::{Spell, date},
};

/// The body's own rules of procedure.
static HOUSE_RULES: Instrument = Instrument::new(
    "house_rules",
    "本院党组议事规则",
    "House rules",
    "本院党组",
    InstrumentKind::LocalPartyInstrument,
);

static NORM: Norm = Norm {
    code: code!("XHR001"),
    slug: "agenda-not-overlong",
    title: Words { zh: "一次会议议题不宜过多", en: "A short agenda" },
    gist: Words {
        zh: "一次党组会议的议题不超过规定数目。",
        en: "One meeting takes no more items than the body allows.",
    },
    cites: &[HOUSE_RULES.whole()],
    basis: Basis::LocalPolicy,
    reach: Reach::Checked,
    modality: Modality::Should,
    severity: Severity::Advisory,
    in_force: Spell::since(date!(2022, 1, 1)),
    status: Status::Stable,
    since: "0.1.0",
    remedy: Words {
        zh: "部分议题移至下次会议", en: "move some items to the next meeting"
    },
    parameters: &[],
    unchecked: &[],
};

fn main() -> Result<(), Box<dyn Error>> {
    // Known only when the program runs, which is why a check may be a closure.
    let most = std::env::args().nth(1).and_then(|it| it.parse().ok()).unwrap_or(2);
    let rules = RuleSet::none().and("MTG017")?.with(
        &NORM,
        Check::meeting(move |case, probe| {
            probe.reach(case.meeting.kind == MeetingKind::PartyGroup, Why::OtherKind)?;
            let found = case.meeting.items.len();
            if found <= most {
                return Ok(Outcome::Compliant);
            }
            let count = |n| u32::try_from(n).unwrap_or(u32::MAX);
            let breach = Breach::TooMany { allowed: count(most), found: count(found) };
            Ok(probe.breach(case.at.field(field!("items")), breach))
        }),
    )?;
    let dossier = Dossier::from_json(
        r#"{ "meetings": [ { "id": "m1", "kind": "party_group", "held_on": "2024-05-06",
             "items": [ { "id": "i1" }, { "id": "i2" }, { "id": "i3" } ] } ] }"#,
    )?;
    let report = rules.evaluate(&dossier, &Policy::default(), date!(2024, 6, 30));
    for violation in report.violations() {
        println!("{} {} {}", violation.code(), violation.path(), violation.render(Lang::En));
    }
    for open in report.undetermined() {
        println!("{} {} {}", open.norm.code, open.subject.at, open.render(Lang::En));
    }
    Ok(())
}
