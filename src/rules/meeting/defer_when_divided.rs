//! 意见分歧大时暂缓表决: a divided item is put off.

use super::BASE;
use crate::{
    dossier::Seats,
    facts::{Body, Fact, ItemResult, Stance},
    finding::{Breach, Missing, Why},
    law::{
        Unchecked, cite,
        instruments::{APPOINTMENT_REGULATIONS, MEASURES},
    },
    norm::{Norm, Words, code},
    outcome::{Outcome, Severity},
    path::field,
    rule::{Answer, Checks, ItemCase, Probe, Rule},
    rules::collective,
};

/// 意见分歧大时暂缓表决: a divided item is put off.
#[doc(alias = "意见分歧较大时暂缓表决")]
#[doc(alias = "暂缓表决")]
pub(super) static RULE: Rule = Rule {
    norm: Norm {
        code: code!("MTG010"),
        slug: "defer-when-divided",
        title: Words { zh: "意见分歧较大时暂缓表决", en: "A divided item is put off" },
        gist: Words {
            zh: "发言意见分歧达到规定比例，或记录载明分歧较大的，当次会议不得表决。",
            en: "Where the views on record are divided at or over the set share, or the minutes call them divided, the item is not voted at that sitting.",
        },
        cites: &[cite!(MEASURES, clause "2.2.2"), APPOINTMENT_REGULATIONS.whole()],
        severity: Severity::Ordinary,
        remedy: Words {
            zh: "复核表决，必要时重新研究",
            en: "review the vote and, if need be, take the item up again",
        },
        parameters: &["divided_threshold"],
        unchecked: &[Unchecked {
            zh: "未说出口的不同意见", en: "doubts that nobody voiced"
        }],
        ..BASE
    },
    checks: Checks { item: Some(check), ..Checks::NONE },
};

fn check(case: &ItemCase<'_>, probe: &mut Probe<'_>) -> Answer {
    probe.reach(case.is_before(Body::PartyGroup), Why::OtherKind)?;
    let at = case.at();
    // What was not voted, or put off by the vote, keeps the rule however divided the views were.
    let voted = probe.need(&case.item.vote, || at.field(field!("vote")))?.is_some();
    let put_off = case.item.result == Fact::Known(ItemResult::Deferred);
    if !voted || put_off {
        return Ok(Outcome::Compliant);
    }
    let here = case.seats.present.unwrap_or_default().without(case.seats.recused);
    let views = Views::of(case, here);
    let said = |dissenting: u32, by_minutes| Breach::Divided {
        dissenting,
        present: here.len(),
        by_minutes,
    };
    if case.item.called_divided {
        probe.need(&case.item.result, || at.field(field!("result")))?;
        return Ok(probe.breach_with(
            at.field(field!("vote")),
            said(views.divided.len(), true),
            |it| {
                it.also.push(at.field(field!("called_divided")));
            },
        ));
    }
    let statements = probe.need(&case.item.statements, || at.field(field!("statements")));
    let present = collective::attendance(case, probe);
    statements?;
    present?;
    let threshold = probe.setting(&case.parameters().divided_threshold)?;
    probe.hinge(&case.parameters().divided_threshold);
    let least = views.divided.len();
    let most = if case.item.statements_incomplete {
        here.len()
    } else {
        views.divided.len() + views.unsure.without(views.divided).len()
    };
    let (surely, possibly) =
        (threshold.is_reached(least, here.len()), threshold.is_reached(most, here.len()));
    if surely != possibly {
        return Ok(if case.item.statements_incomplete || case.item.statements_unordered {
            probe.lack(Missing::FullRecord(at.field(field!("statements"))))
        } else {
            views.lack(case, probe)
        });
    }
    if !surely {
        return Ok(Outcome::Compliant);
    }
    probe.need(&case.item.result, || at.field(field!("result")))?;
    Ok(probe.breach_with(at.field(field!("vote")), said(least, false), |it| {
        it.also.push(at.field(field!("statements")));
    }))
}

/// Which side each member was on when the vote came: the last view counts.
struct Views {
    divided: Seats,
    /// Members whose side is not known.
    unsure: Seats,
}

impl Views {
    fn of(case: &ItemCase<'_>, here: Seats) -> Self {
        let (mut divided, mut unsure, mut other) = (Seats::NONE, Seats::NONE, Seats::NONE);
        let statements = case.item.statements.elements();
        for (_, seat, statement) in collective::views(case, statements) {
            let mut one = Seats::NONE;
            one.insert(seat);
            if !case.item.statements_unordered {
                (divided, unsure, other) =
                    (divided.without(one), unsure.without(one), other.without(one));
            }
            match statement.stance {
                Fact::Known(Stance::Oppose | Stance::Undecided | Stance::Defer) => {
                    divided.insert(seat)
                }
                Fact::Unknown => unsure.insert(seat),
                Fact::Known(Stance::Approve) | Fact::Absent => other.insert(seat),
            };
        }
        // Without their order, views of both kinds by one member leave open which was the last.
        let both = divided.and(other);
        for seat in both.iter() {
            unsure.insert(seat);
        }
        Self { divided: divided.without(both).without(unsure).and(here), unsure: unsure.and(here) }
    }

    fn lack(&self, case: &ItemCase<'_>, probe: &mut Probe<'_>) -> Outcome {
        let statements = case.item.statements.elements();
        for (n, seat, statement) in collective::views(case, statements) {
            if self.unsure.contains(seat) && statement.stance.is_unknown() {
                probe.unknown(
                    case.at().field(field!("statements")).index(n).field(field!("stance")),
                );
            }
        }
        Outcome::Undetermined
    }
}
