//! A report with something in every part, for the tests of what is printed.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use super::{LeftOut, Report, Style, TallyRow, WaiverNote, WaiverState, words::samples};
use crate::{
    finding::{
        Breach, Denominator, Hinge, Missing, Pending, Subject, Undetermined, Violation, Why,
    },
    law::{Basis, Citation, Reach, cite, instruments},
    norm::{Code, Lang, Norm, Status, Words, code},
    outcome::{Modality, Severity},
    path::{Path, field},
    policy::{Policy, PolicyFile, Waiver},
    shape::IdKind,
    time::{NaiveDate, Spell, date},
};

const AS_OF: NaiveDate = date!(2024, 6, 30);
const CITES: &[Citation] = &[
    cite!(instruments::MEASURES, clause "2.2.2"),
    cite!(instruments::PROCURATORATE_ORGANIC_LAW, article 32),
];

const fn norm(code: &'static str, title: Words, severity: Severity) -> Norm {
    Norm {
        code: Code::new(code).unwrap(),
        slug: "sample",
        title,
        gist: Words { zh: "样例", en: "a sample" },
        cites: CITES,
        basis: Basis::Measures,
        reach: Reach::Checked,
        modality: Modality::Must,
        severity,
        in_force: Spell::since(date!(2023, 1, 1)),
        status: Status::Stable,
        since: "0.1.0",
        remedy: Words { zh: "重新召开会议审议", en: "put the item before a new meeting" },
        parameters: &[],
        unchecked: &[],
    }
}

pub(super) static QUORUM: Norm = norm(
    "MTG006",
    Words { zh: "到会人数达到要求", en: "enough members attend" },
    Severity::Serious,
);
pub(super) static DEFER: Norm = norm(
    "MTG010",
    Words { zh: "意见分歧较大时暂缓表决", en: "a divided item is deferred" },
    Severity::Ordinary,
);
pub(super) static FOLLOW_UP: Norm = norm(
    "MTG024",
    Words { zh: "决定有人督办、按期有果", en: "a decision is followed up" },
    Severity::Ordinary,
);

pub(super) fn item(n: usize) -> Path {
    Path::ROOT.field(field!("meetings")).index(0).field(field!("items")).index(n)
}

pub(super) fn subject(code: Code, n: usize, id: Option<String>) -> Subject {
    Subject {
        code,
        kind: Some(IdKind::Item),
        id: id.map(Into::into),
        names: Vec::new(),
        period: None,
        at: item(n),
        record: item(n),
    }
}

pub(super) fn violation(norm: &'static Norm, n: usize, breach: Breach) -> Violation {
    Violation {
        norm,
        subject: subject(norm.code, n, Some(format!("i{n}"))),
        at: item(n).field(field!("present")),
        also: Vec::new(),
        breach,
        severity: norm.severity,
        day: date!(2024, 5, 6),
        who: None,
        hinges: Vec::new(),
        waived_by: None,
        place: "present".into(),
        apart_by_also: false,
    }
}

pub(super) fn policy() -> Policy {
    let mut file = PolicyFile::new();
    let waiver = |code: &str, subject: &str, reason: &str| {
        let mut waiver = Waiver::new(code, reason, "上级党组");
        waiver.subject = Some(subject.into());
        waiver
    };
    file.waivers.push(waiver("MTG010", "i2", "紧急事项\n见批示"));
    let mut over = waiver("MTG006", "item:i9", "旧批准");
    over.until = Some(date!(2024, 1, 1).into());
    file.waivers.push(over);
    file.waivers.push(waiver("MTG024", "i77", "无"));
    Policy::new(file).unwrap()
}

/// Entries in an order that is not the printed one.
pub(super) fn report() -> Report {
    let mut report = Report { as_of: AS_OF, ..Report::new() };
    let mut divided =
        violation(&DEFER, 2, Breach::Divided { dissenting: 3, present: 7, by_minutes: false });
    divided.waived_by = Some(0);
    divided.hinges.push(Hinge {
        field: "divided_threshold",
        basis: Basis::LocalDefault,
        cite: None,
    });
    let late = Breach::Late { due: date!(2024, 5, 31), done: Some(date!(2024, 6, 3)) };
    let mut late = violation(&FOLLOW_UP, 10, late);
    late.who = Some("p3".into());
    late.hinges.push(Hinge {
        field: "deferred_item_limit",
        basis: Basis::LocalPolicy,
        cite: Some("院党组议事规则".into()),
    });
    let few = Breach::TooFew { required: 5, found: 4, of: Denominator::Entitled, total: 7 };
    let mut quorum = violation(&QUORUM, 3, few);
    quorum.also.push(Path::ROOT.field(field!("people")));
    report.violations = vec![late, divided, quorum];

    let unknown = |norm: &'static Norm, n: usize, missing| Undetermined {
        norm,
        subject: subject(norm.code, n, Some(format!("i{n}"))),
        missing,
    };
    report.undetermined.extend(
        (0..25).rev().map(|n| unknown(&DEFER, n, vec![Missing::Policy("large_sum_threshold_fen")])),
    );
    report.undetermined.push(unknown(&QUORUM, 4, samples::missing()));
    report.undetermined.push(unknown(&QUORUM, 1, Vec::new()));

    let pending = |n: usize, due| Pending {
        norm: &FOLLOW_UP,
        subject: subject(FOLLOW_UP.code, n, None),
        at: item(n).field(field!("follow_up")),
        due,
    };
    report.pending =
        vec![pending(5, None), pending(6, Some(date!(2024, 8, 1))), pending(7, Some(AS_OF))];

    let states = [WaiverState::Used, WaiverState::RanOut, WaiverState::MatchedNothing];
    report.waivers =
        states.into_iter().enumerate().map(|(index, state)| WaiverNote { index, state }).collect();
    report.left_out.push(LeftOut { code: code!("MTG023"), reason: "另行核查".into() });

    let mut rows = [&QUORUM, &DEFER, &FOLLOW_UP].map(TallyRow::new);
    rows[0].compliant = 123_456;
    rows[0].violated = 1;
    rows[0].undetermined = 2;
    rows[1].violated = 1;
    rows[1].waived = 1;
    rows[1].undetermined = 25;
    rows[1].not_applicable[Why::NothingVoted as usize] = 12;
    rows[1].not_applicable[Why::OtherKind as usize] = 7;
    rows[2].violated = 1;
    rows[2].pending = 3;
    report.tally.rows = rows.into();
    report
}

pub(super) fn plain(lang: Lang) -> String {
    report().text(Style::plain(lang), &policy()).to_string()
}
