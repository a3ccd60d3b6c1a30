//! What a record has to take in.

use crate::{
    facts::{Fact, Topic},
    finding::{Breach, Coverage},
    outcome::Outcome,
    path::Path,
    rule::{Answer, Probe},
};

/// Whether the topics of a record take in each of those that are asked for.
pub(super) fn taken_in(
    topics: &Fact<Vec<Topic>>,
    asked: &[Topic],
    at: Path,
    probe: &mut Probe<'_>,
) -> Answer {
    let topics = probe.need(topics, || at)?.map_or(&[][..], Vec::as_slice);
    let lacking = asked.iter().filter(|it| !topics.contains(it));
    Ok(lacking.fold(Outcome::Compliant, |all, topic| {
        let what = Coverage::Topic(*topic);
        all.join(probe.breach(at, Breach::NotCovered { due: None, what }))
    }))
}
