//! The tally as a table.

use std::fmt;

use super::{super::words::made, TextOf, width::width};
use crate::{finding::Why, outcome::Outcome};

impl TextOf<'_> {
    /// A row a rule; below it, for what reasons it did not reach subjects.
    pub(super) fn tally(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let rows = &self.report.tally.rows;
        self.section(f, ("统计", "Tally"), rows.len())?;
        if rows.is_empty() {
            return Ok(());
        }
        let table = Table::of(self);
        table.row(f, &table.head)?;
        table.rule(f)?;
        for (row, cells) in rows.iter().zip(&table.body) {
            table.row(f, cells)?;
            let reasons =
                || Why::ALL.into_iter().zip(row.not_applicable).filter(|(_, count)| *count > 0);
            if reasons().next().is_some() {
                let lang = self.style.lang;
                let list = self.joined(reasons().map(|(why, count)| {
                    made(move |f| write!(f, "{} {count}", lang.pick(why.words())))
                }));
                let label = (Outcome::NotApplicable.zh(), Outcome::NotApplicable.en());
                self.line(f, "      ", label, list)?;
            }
        }
        table.rule(f)?;
        table.row(f, &table.foot)
    }
}

/// Columns of the tally.
const COLUMNS: usize = 8;

/// The tally in columns: the first to the left, the others to the right.
struct Table {
    head: [String; COLUMNS],
    body: Vec<[String; COLUMNS]>,
    foot: [String; COLUMNS],
    widths: [usize; COLUMNS],
}

impl Table {
    fn of(text: &TextOf<'_>) -> Self {
        let tally = &text.report.tally;
        let head = [
            text.say("规则", "rule"),
            text.outcome(Outcome::Compliant),
            text.outcome(Outcome::Violated),
            text.say("其中已豁免", "of them waived"),
            text.outcome(Outcome::Undetermined),
            text.outcome(Outcome::Pending),
            text.outcome(Outcome::NotApplicable),
            text.say("合计", "all"),
        ]
        .map(str::to_owned);
        let cells = |name: &str, of: &dyn Fn(Outcome) -> u64, waived: u64| {
            [
                name.to_owned(),
                of(Outcome::Compliant).to_string(),
                of(Outcome::Violated).to_string(),
                waived.to_string(),
                of(Outcome::Undetermined).to_string(),
                of(Outcome::Pending).to_string(),
                of(Outcome::NotApplicable).to_string(),
                Outcome::ALL.into_iter().map(of).sum::<u64>().to_string(),
            ]
        };
        let body: Vec<_> = tally
            .rows
            .iter()
            .map(|it| cells(it.norm.code.as_str(), &|outcome| it.of(outcome), it.waived))
            .collect();
        let waived = tally.rows.iter().map(|it| it.waived).sum();
        let foot = cells(text.say("合计", "all"), &|outcome| tally.total(outcome), waived);
        let mut widths = [0; COLUMNS];
        for row in body.iter().chain([&head, &foot]) {
            for (widest, cell) in widths.iter_mut().zip(row) {
                *widest = width(cell).max(*widest);
            }
        }
        Self { head, body, foot, widths }
    }

    fn row(&self, f: &mut fmt::Formatter<'_>, cells: &[String]) -> fmt::Result {
        for (n, (cell, widest)) in cells.iter().zip(&self.widths).enumerate() {
            let room = widest.saturating_sub(width(cell));
            if n == 0 {
                write!(f, "  {cell}{:room$}", "")?;
            } else {
                write!(f, "  {:room$}{cell}", "")?;
            }
        }
        writeln!(f)
    }

    fn rule(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let dashes = (self.widths.iter().sum::<usize>() + 2 * self.widths.len()).saturating_sub(2);
        writeln!(f, "  {:-<dashes$}", "")
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
mod tests {
    use super::*;
    use crate::{norm::Lang, report::sample};

    #[test]
    fn every_row_of_the_tally_is_equally_wide() {
        for lang in [Lang::ZhCn, Lang::En] {
            let text = sample::plain(lang);
            let heading = lang.of("\n统计（3）\n", "\nTally (3)\n");
            let (_, tally) = text.split_once(heading).unwrap();
            let (tally, closing) = tally.split_once("\n\n").unwrap();
            assert!(!closing.contains('\n'));
            let reasons = lang.of("      不适用：", "      not applicable: ");
            let rows: Vec<_> = tally.lines().filter(|it| !it.starts_with("      ")).collect();
            assert_eq!(rows.len(), 7, "head, rule, three rows, rule, foot\n{tally}");
            for row in &rows {
                assert_eq!(width(row), width(rows[0]), "{row}\n{tally}");
            }
            let reasons: Vec<_> = tally.lines().filter_map(|it| it.strip_prefix(reasons)).collect();
            let expected = lang.of(
                "属其他种类的会议、议题或决定 7；未付表决 12",
                "another kind of meeting, item or decision 7; nothing was voted 12",
            );
            assert_eq!(reasons, [expected]);
        }
    }
}
