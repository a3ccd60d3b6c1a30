//! The report as text, for people to read from top to bottom.

use std::{cmp::Reverse, fmt};

use super::{Report, TallyRow, WaiverState, words};
use crate::{
    finding::{Undetermined, Violation, Why},
    norm::{Lang, Norm},
    outcome::{Outcome, Severity},
    path::Path,
    policy::{Policy, Waiver},
};
use words::{Address, Clean, NO_DAY_SET, NOTHING_NAMED, made};

/// How a report is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Style {
    /// In which language.
    pub lang: Lang,
    /// Whether with colours of a terminal. Off by default.
    pub colour: bool,
}

impl Style {
    /// Without colours.
    #[must_use]
    pub const fn plain(lang: Lang) -> Self {
        Self { lang, colour: false }
    }
}

/// A report that prints itself: what departs, gravest first; what could not be decided; what falls due; the waivers to
/// look at; the rules left out; and a tally of every rule.
///
/// The same report, style and policy give the same text to the byte. The policy must be the one the report was made
/// with, as the waivers are told from it. The text does not end with a line break.
#[derive(Debug, Clone, Copy)]
pub struct TextOf<'a> {
    report: &'a Report,
    style: Style,
    policy: &'a Policy,
}

impl<'a> TextOf<'a> {
    pub(super) const fn new(report: &'a Report, style: Style, policy: &'a Policy) -> Self {
        Self { report, style, policy }
    }
}

impl fmt::Display for TextOf<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.header(f)?;
        self.violations(f)?;
        self.undetermined(f)?;
        self.pending(f)?;
        self.waivers(f)?;
        self.left_out(f)?;
        self.tally(f)?;
        writeln!(f)?;
        f.write_str(self.say(
            "本报告仅陈述记录所载事实，不作责任认定。",
            "This report states what the records hold; it makes no finding of guilt.",
        ))
    }
}

/// A colour of the terminal.
#[derive(Clone, Copy)]
enum Paint {
    Bold,
    Dim,
    Red,
    Yellow,
    Green,
    Cyan,
    Magenta,
}

impl Paint {
    const fn code(self) -> &'static str {
        match self {
            Self::Bold => "1",
            Self::Dim => "2",
            Self::Red => "1;31",
            Self::Yellow => "33",
            Self::Green => "32",
            Self::Cyan => "36",
            Self::Magenta => "35",
        }
    }

    const fn of_severity(severity: Severity) -> Self {
        match severity {
            Severity::Serious => Self::Red,
            Severity::Ordinary => Self::Yellow,
            Severity::Advisory => Self::Cyan,
        }
    }

    const fn of_outcome(outcome: Outcome) -> Self {
        match outcome {
            Outcome::NotApplicable => Self::Dim,
            Outcome::Compliant => Self::Green,
            Outcome::Pending => Self::Cyan,
            Outcome::Undetermined => Self::Magenta,
            Outcome::Violated => Self::Red,
        }
    }
}

impl TextOf<'_> {
    const fn say<'t>(&self, zh: &'t str, en: &'t str) -> &'t str {
        self.style.lang.of(zh, en)
    }

    fn painted(&self, paint: Paint, text: impl fmt::Display) -> impl fmt::Display {
        let colour = self.style.colour;
        made(
            move |f| {
                if colour { write!(f, "\x1b[{}m{text}\x1b[0m", paint.code()) } else { text.fmt(f) }
            },
        )
    }

    /// A line of the header or of an entry: what it tells, and the value.
    fn line(
        &self,
        f: &mut fmt::Formatter<'_>,
        indent: &str,
        label: (&str, &str),
        value: impl fmt::Display,
    ) -> fmt::Result {
        let colon = words::colon(self.style.lang);
        writeln!(f, "{indent}{}{colon}{value}", self.say(label.0, label.1))
    }

    /// The heading of a section with the number of its entries; an empty section says that it is.
    fn section(
        &self,
        f: &mut fmt::Formatter<'_>,
        label: (&str, &str),
        count: usize,
    ) -> fmt::Result {
        let heading = self.count(self.say(label.0, label.1), count);
        writeln!(f, "\n{}", self.painted(Paint::Bold, heading))?;
        if count == 0 { writeln!(f, "  {}", self.say("无", "none")) } else { Ok(()) }
    }

    fn count(&self, label: impl fmt::Display, count: usize) -> impl fmt::Display {
        let lang = self.style.lang;
        made(move |f| match lang {
            Lang::ZhCn => write!(f, "{label}（{count}）"),
            Lang::En => write!(f, "{label} ({count})"),
        })
    }

    /// A list on one line.
    fn joined<T: fmt::Display>(&self, parts: impl Iterator<Item = T> + Clone) -> impl fmt::Display {
        let stop = words::stop(self.style.lang);
        made(move |f| {
            for (n, part) in parts.clone().enumerate() {
                write!(f, "{}{part}", if n == 0 { "" } else { stop })?;
            }
            Ok(())
        })
    }

    /// A subject: its identifier, where it has one, and its address.
    fn subject(&self, id: Option<&str>, at: Path) -> impl fmt::Display {
        let lang = self.style.lang;
        made(move |f| match id {
            Some(id) => write!(f, "{}  {}", Clean(id), Address(at, lang)),
            None => write!(f, "{}", Address(at, lang)),
        })
    }

    fn title(&self, norm: &'static Norm) -> impl fmt::Display {
        let lang = self.style.lang;
        made(move |f| write!(f, "{} {}", norm.code, lang.pick(norm.title)))
    }

    const fn outcome(&self, outcome: Outcome) -> &'static str {
        self.style.lang.of(outcome.zh(), outcome.en())
    }

    const fn severity(&self, severity: Severity) -> &'static str {
        self.style.lang.of(severity.zh(), severity.en())
    }

    fn header(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let report = self.report;
        let title = self.say("监督规则核查报告", "Oversight report");
        writeln!(f, "{}", self.painted(Paint::Bold, title))?;
        self.line(f, "", ("基准日", "as of"), report.as_of)?;
        let version = concat!(env!("CARGO_PKG_NAME"), " ", env!("CARGO_PKG_VERSION"));
        self.line(f, "", ("版本", "version"), version)?;
        let outcome = report.outcome();
        let painted = self.painted(Paint::of_outcome(outcome), self.outcome(outcome));
        self.line(f, "", ("总体结果", "outcome of the whole"), painted)?;
        let checks: u64 = report.tally.rows.iter().map(TallyRow::subjects).sum();
        self.line(
            f,
            "",
            ("核查次数（每次为一条规则对一个对象）", "checks (one rule and one subject each)"),
            checks,
        )?;
        let by_severity = self.joined(Severity::GRAVEST_FIRST.into_iter().map(|severity| {
            let name = self.severity(severity);
            let count = report.violations_of(severity).count();
            made(move |f| write!(f, "{name} {count}"))
        }));
        let waived = report.violations.iter().filter(|it| it.waived_by.is_some()).count();
        let (lang, stop, all) =
            (self.style.lang, words::stop(self.style.lang), report.violations.len());
        let violated = made(|f| {
            let (open, close) = (lang.of("（", " ("), lang.of("）", ")"));
            let mark = lang.of("已豁免", "waived");
            write!(f, "{all}{open}{by_severity}{stop}{mark} {waived}{close}")
        });
        self.line(f, "", (Outcome::Violated.zh(), Outcome::Violated.en()), violated)?;
        let undetermined = report.undetermined.len();
        self.line(f, "", (Outcome::Undetermined.zh(), Outcome::Undetermined.en()), undetermined)?;
        let pending = report.pending.len();
        self.line(f, "", (Outcome::Pending.zh(), Outcome::Pending.en()), pending)
    }

    fn violations(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut sorted: Vec<&Violation> = self.report.violations.iter().collect();
        sorted.sort_by_key(|it| (Reverse(it.severity), it.norm.code, it.subject, it.at, it.day));
        self.section(f, ("不符", "Violated"), sorted.len())?;
        let mut before = 0;
        for group in sorted.chunk_by(|a, b| a.severity == b.severity) {
            let Some(first) = group.first() else { continue };
            let (lang, all) = (self.style.lang, group.len());
            let waived = group.iter().filter(|it| it.waived_by.is_some()).count();
            let name = self.severity(first.severity);
            // The header counts the waived apart, so the two must be seen to agree.
            let heading = made(move |f| match (lang, waived) {
                (Lang::ZhCn, 0) => write!(f, "{name}（{all}）"),
                (Lang::ZhCn, _) => write!(f, "{name}（{all}，其中已豁免 {waived}）"),
                (Lang::En, 0) => write!(f, "{name} ({all})"),
                (Lang::En, _) => write!(f, "{name} ({all}, of them waived {waived})"),
            });
            writeln!(f, "\n  {}", self.painted(Paint::of_severity(first.severity), heading))?;
            for (n, it) in (before + 1..).zip(group) {
                self.violation(f, n, it)?;
            }
            before += group.len();
        }
        Ok(())
    }

    fn violation(&self, f: &mut fmt::Formatter<'_>, n: usize, it: &Violation) -> fmt::Result {
        const INDENT: &str = "     ";
        let lang = self.style.lang;
        let waived =
            it.waived_by.map(|_| self.painted(Paint::Dim, self.say("（已豁免）", " (waived)")));
        write!(f, "\n  {n}. {}", self.painted(Paint::Bold, self.title(it.norm)))?;
        waived.map_or(Ok(()), |mark| write!(f, "{mark}"))?;
        writeln!(f)?;
        let subject = self.subject(it.subject_id.as_deref(), it.subject);
        self.line(f, INDENT, ("对象", "subject"), subject)?;
        self.line(f, INDENT, ("位置", "where"), Address(it.at, lang))?;
        if !it.also.is_empty() {
            let also = self.joined(it.also.iter().map(|at| Address(*at, lang)));
            self.line(f, INDENT, ("另见", "see also"), also)?;
        }
        self.line(f, INDENT, ("记录显示", "records show"), it.breach.say(lang))?;
        self.line(f, INDENT, ("日期", "day"), it.day)?;
        if let Some(who) = &it.who {
            self.line(f, INDENT, ("人员", "person"), Clean(who))?;
        }
        let cites = self.joined(it.norm.cites.iter().map(|cite| {
            made(move |f| match lang {
                Lang::ZhCn => write!(f, "{cite}"),
                Lang::En => write!(f, "{}", cite.render_en()),
            })
        }));
        if !it.norm.cites.is_empty() {
            self.line(f, INDENT, ("条款", "clause"), cites)?;
        }
        let basis = lang.of(it.norm.basis.zh(), it.norm.basis.en());
        self.line(f, INDENT, ("依据层级", "whose word"), basis)?;
        for hinge in &it.hinges {
            self.line(f, INDENT, ("依据", "basis"), hinge.render(lang))?;
        }
        if let Some(place) = it.waived_by {
            self.line(f, INDENT, ("豁免", "waiver"), self.waiver(place))?;
        }
        self.line(f, INDENT, ("处理", "remedy"), lang.pick(it.norm.remedy))
    }

    /// A waiver of the policy: where it stands, who approved it, why, until when.
    fn waiver(&self, place: usize) -> impl fmt::Display {
        let (lang, stop) = (self.style.lang, words::stop(self.style.lang));
        let waiver = self.policy.waivers().get(place);
        made(move |f| {
            write!(f, "{} /waivers/{place}{stop}", lang.of("政策", "policy"))?;
            let Some(Waiver { reason, approved_by, until, .. }) = waiver else {
                return f.write_str(lang.of("政策中没有这一项", "not in this policy"));
            };
            let (colon, by, why) =
                (words::colon(lang), lang.of("批准", "approved by"), lang.of("理由", "reason"));
            write!(f, "{by}{colon}{}{stop}{why}{colon}{}", Clean(approved_by), Clean(reason))?;
            match until {
                Some(day) => write!(f, "{stop}{}{colon}{}", lang.of("有效至", "until"), day.0),
                None => Ok(()),
            }
        })
    }

    fn undetermined(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut sorted: Vec<&Undetermined> = self.report.undetermined.iter().collect();
        sorted.sort_by_key(|it| (it.norm.code, it.subject));
        self.section(f, ("待核", "Undetermined"), sorted.len())?;
        for group in sorted.chunk_by(|a, b| a.norm.code == b.norm.code) {
            let Some(first) = group.first() else { continue };
            let heading = self.count(self.title(first.norm), group.len());
            writeln!(f, "\n  {}", self.painted(Paint::Bold, heading))?;
            for it in group {
                writeln!(f, "  - {}", self.subject(it.subject_id.as_deref(), it.subject))?;
                if it.missing.is_empty() {
                    writeln!(f, "      {}", NOTHING_NAMED.of(self.style.lang))?;
                }
                for missing in &it.missing {
                    writeln!(f, "      {}", missing.say(self.style.lang))?;
                }
            }
        }
        Ok(())
    }

    fn pending(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut sorted: Vec<_> = self.report.pending.iter().collect();
        // What has no day comes last.
        sorted.sort_by_key(|it| (it.due.is_none(), it.due, it.norm.code, it.subject, it.at));
        self.section(f, ("待办", "Pending"), sorted.len())?;
        for group in sorted.chunk_by(|a, b| a.due == b.due) {
            let due = match group.first().map(|it| it.due) {
                Some(Some(due)) => due.to_string(),
                Some(None) | None => NO_DAY_SET.of(self.style.lang).to_owned(),
            };
            writeln!(f, "\n  {}", self.painted(Paint::Bold, due))?;
            for it in group {
                writeln!(f, "  - {}", self.title(it.norm))?;
                let subject = self.subject(it.subject_id.as_deref(), it.subject);
                self.line(f, "      ", ("对象", "subject"), subject)?;
                self.line(f, "      ", ("位置", "where"), Address(it.at, self.style.lang))?;
            }
        }
        Ok(())
    }

    fn waivers(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let idle = || self.report.waivers.iter().filter(|it| it.state != WaiverState::Used);
        self.section(f, ("未适用的豁免", "Waivers not used"), idle().count())?;
        for it in idle() {
            let state = self.style.lang.pick(it.state.words());
            let of = self.policy.waivers().get(it.index).map(|waiver| {
                made(|f| write!(f, "{} {} ", Clean(&waiver.code), Clean(&waiver.subject)))
            });
            write!(f, "  - ")?;
            of.map_or(Ok(()), |of| write!(f, "{of}"))?;
            writeln!(f, "{state}{}{}", words::stop(self.style.lang), self.waiver(it.index))?;
        }
        Ok(())
    }

    fn left_out(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.section(f, ("未运行的规则", "Rules left out"), self.report.left_out.len())?;
        let colon = words::colon(self.style.lang);
        for it in &self.report.left_out {
            writeln!(f, "  - {}{colon}{}", it.code, Clean(&it.reason))?;
        }
        Ok(())
    }

    fn tally(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
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

/// How many columns a text takes on a terminal or in a fixed-width font for Chinese.
fn width(text: &str) -> usize {
    text.chars().map(columns).sum()
}

/// Wide and full-width characters take two columns (UAX #11), marks that join the one before them none. What is
/// ambiguous there, such as the curved quotes, takes one, as it does on terminals.
const fn columns(c: char) -> usize {
    match c {
        '\0'..='\u{1f}'
        | '\u{7f}'..='\u{9f}'
        | '\u{300}'..='\u{36f}'
        | '\u{200b}'..='\u{200f}'
        | '\u{fe00}'..='\u{fe0f}' => 0,
        '\u{1100}'..='\u{115f}'
        | '\u{2e80}'..='\u{303e}'
        | '\u{3041}'..='\u{a4cf}'
        | '\u{a960}'..='\u{a97f}'
        | '\u{ac00}'..='\u{d7a3}'
        | '\u{f900}'..='\u{faff}'
        | '\u{fe10}'..='\u{fe19}'
        | '\u{fe30}'..='\u{fe6f}'
        | '\u{ff01}'..='\u{ff60}'
        | '\u{ffe0}'..='\u{ffe6}'
        | '\u{1f300}'..='\u{1f64f}'
        | '\u{1f900}'..='\u{1f9ff}'
        | '\u{20000}'..='\u{3fffd}' => 2,
        _ => 1,
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]
mod tests {
    use super::*;
    use crate::{
        finding::{Breach, Denominator, Hinge, Missing, Pending},
        law::{Basis, Citation, Reach, cite, instruments},
        norm::{Code, Status, Words, code},
        outcome::Modality,
        policy::PolicyFile,
        report::{LeftOut, WaiverNote, words::samples},
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
            remedy: Words {
                zh: "重新召开会议审议", en: "put the item before a new meeting"
            },
            parameters: &[],
            unchecked: &[],
        }
    }

    static QUORUM: Norm = norm(
        "MTG006",
        Words { zh: "到会人数达到要求", en: "enough members attend" },
        Severity::Serious,
    );
    static DEFER: Norm = norm(
        "MTG010",
        Words { zh: "意见分歧较大时暂缓表决", en: "a divided item is deferred" },
        Severity::Ordinary,
    );
    static FOLLOW_UP: Norm = norm(
        "MTG024",
        Words { zh: "决定有人督办、按期有果", en: "a decision is followed up" },
        Severity::Ordinary,
    );

    fn item(n: usize) -> Path {
        Path::ROOT.field("meetings").index(0).field("items").index(n)
    }

    fn violation(norm: &'static Norm, n: usize, breach: Breach) -> Violation {
        Violation {
            norm,
            subject: item(n),
            subject_id: Some(format!("i{n}").into()),
            at: item(n).field("present"),
            also: Vec::new(),
            breach,
            severity: norm.severity,
            day: date!(2024, 5, 6),
            who: None,
            hinges: Vec::new(),
            waived_by: None,
        }
    }

    fn policy() -> Policy {
        let mut file = PolicyFile::new();
        file.waivers.push(Waiver::new("MTG010", "i2", "紧急事项\n见批示", "上级党组"));
        let mut over = Waiver::new("MTG006", "/meetings/9", "旧批准", "上级党组");
        over.until = Some(date!(2024, 1, 1).into());
        file.waivers.push(over);
        file.waivers.push(Waiver::new("MTG024", "i77", "无", "上级党组"));
        Policy::new(file).unwrap()
    }

    /// Entries in an order that is not the printed one.
    fn report() -> Report {
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
        quorum.also.push(Path::ROOT.field("people"));
        report.violations = vec![late, divided, quorum];

        let unknown = |norm, n: usize, missing| Undetermined {
            norm,
            subject: item(n),
            subject_id: Some(format!("i{n}").into()),
            missing,
        };
        report.undetermined.extend(
            (0..25)
                .rev()
                .map(|n| unknown(&DEFER, n, vec![Missing::Policy("large_sum_threshold_fen")])),
        );
        report.undetermined.push(unknown(&QUORUM, 4, samples::missing()));
        report.undetermined.push(unknown(&QUORUM, 1, Vec::new()));

        let pending = |n: usize, due| Pending {
            norm: &FOLLOW_UP,
            subject: item(n),
            subject_id: None,
            at: item(n).field("follow_up"),
            due,
        };
        report.pending =
            vec![pending(5, None), pending(6, Some(date!(2024, 8, 1))), pending(7, Some(AS_OF))];

        let states = [WaiverState::Used, WaiverState::RanOut, WaiverState::MatchedNothing];
        report.waivers = states
            .into_iter()
            .enumerate()
            .map(|(index, state)| WaiverNote { index, state })
            .collect();
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

    fn plain(lang: Lang) -> String {
        report().text(Style::plain(lang), &policy()).to_string()
    }

    /// Where each of these stands; all must be there.
    fn places(text: &str, parts: &[&str]) -> Vec<usize> {
        parts.iter().map(|it| text.find(it).unwrap_or_else(|| panic!("{it} in\n{text}"))).collect()
    }

    #[test]
    fn gravest_first_then_by_code_and_subject() {
        let zh = plain(Lang::ZhCn);
        let at = places(
            &zh,
            &[
                "总体结果：不符",
                "不符：3（严重 1；一般 1；提示 0；已豁免 1）",
                "1. MTG006",
                "  一般（2，其中已豁免 1）\n",
                "2. MTG010",
                "（已豁免）",
                "3. MTG024",
                "待核（27）",
            ],
        );
        assert!(at.is_sorted(), "{zh}");
        let en = plain(Lang::En);
        let at = places(
            &en,
            &[
                "outcome of the whole: violated",
                "violated: 3 (serious 1; ordinary 1; advisory 0; waived 1)",
                "1. MTG006",
                "  ordinary (2, of them waived 1)\n",
                "2. MTG010",
                "(waived)",
                "3. MTG024",
                "Undetermined (27)",
            ],
        );
        assert!(at.is_sorted(), "{en}");
    }

    #[test]
    fn every_part_of_a_departure_is_told() {
        let zh = plain(Lang::ZhCn);
        places(
            &zh,
            &[
                "对象：i3  /meetings/0/items/3\n",
                "位置：/meetings/0/items/3/present\n",
                "另见：/people\n",
                "记录显示：按应到会7人计，实有4人，至少需5人\n",
                "日期：2024-05-06\n",
                "人员：p3\n",
                "》二（二）2；《中华人民共和国人民检察院组织法》第32条\n",
                "依据层级：工作措施\n",
                "依据：本地政策默认值 divided_threshold\n",
                "依据：本单位政策 deferred_item_limit（院党组议事规则）\n",
                "豁免：政策 /waivers/0；批准：上级党组；理由：紧急事项\\n见批示\n",
                "处理：重新召开会议审议\n",
            ],
        );
        let en = plain(Lang::En);
        places(
            &en,
            &[
                "records show: found 4 of 7 members entitled to attend; at least 5 are required\n",
                "clause 2.2.2; Organic Law of the People's Procuratorates, art. 32\n",
                "basis: local policy default divided_threshold\n",
                "basis: local policy deferred_item_limit (院党组议事规则)\n",
                "remedy: put the item before a new meeting\n",
            ],
        );
    }

    #[test]
    fn nothing_is_dropped() {
        for lang in [Lang::ZhCn, Lang::En] {
            let text = plain(lang);
            let lacking = lang.of("政策参数未设定", "policy field unset");
            assert_eq!(text.matches(lacking).count(), 26, "{text}");
            assert_eq!(
                text.matches(DEFER.title.zh).count() + text.matches(DEFER.title.en).count(),
                2
            );
            for missing in samples::missing() {
                assert!(text.contains(&*missing.say(lang)), "{missing:?}");
            }
            // By due day; what has none comes last.
            let due = ["\n  2024-06-30\n", "\n  2024-08-01\n", NO_DAY_SET.of(lang)];
            assert!(places(&text, &due).is_sorted(), "{text}");
            places(
                &text,
                &["MTG006 /meetings/9 ", "MTG024 i77 ", "2024-01-01", "MTG023", "/waivers/2"],
            );
        }
    }

    #[test]
    fn every_row_of_the_tally_is_equally_wide() {
        for lang in [Lang::ZhCn, Lang::En] {
            let text = plain(lang);
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

    #[test]
    fn colours_change_nothing_but_colour() {
        for lang in [Lang::ZhCn, Lang::En] {
            let (report, policy) = (report(), policy());
            let coloured = report.text(Style { lang, colour: true }, &policy).to_string();
            let mut bare = String::new();
            for (n, part) in coloured.split("\x1b[").enumerate() {
                bare.push_str(if n == 0 { part } else { part.split_once('m').unwrap().1 });
            }
            assert!(coloured.contains("\x1b[1;31m"));
            assert_eq!(bare, plain(lang));
            assert!(!bare.contains('\x1b'));
        }
    }

    #[test]
    fn the_order_of_entries_does_not_show() {
        let mut turned = report();
        turned.violations.reverse();
        turned.undetermined.reverse();
        turned.pending.reverse();
        for lang in [Lang::ZhCn, Lang::En] {
            assert_eq!(turned.text(Style::plain(lang), &policy()).to_string(), plain(lang));
        }
    }

    #[test]
    fn an_empty_report_and_a_foreign_policy_are_printed() {
        let empty = Report::new().text(Style::plain(Lang::En), &Policy::default()).to_string();
        assert_eq!(empty.matches("  none\n").count(), 6, "{empty}");
        let foreign = report().text(Style::plain(Lang::En), &Policy::default()).to_string();
        places(&foreign, &["waiver: policy /waivers/0; not in this policy"]);
    }

    #[test]
    fn single_lines() {
        let report = report();
        let (late, divided) = (&report.violations[0], &report.violations[1]);
        assert_eq!(
            late.render(Lang::ZhCn).to_string(),
            "决定有人督办、按期有果：最后期限2024-05-31，完成于2024-06-03；人员：p3；\
             依据：本单位政策 deferred_item_limit（院党组议事规则）"
        );
        assert_eq!(
            divided.render(Lang::En).to_string(),
            "a divided item is deferred: \
             against, undecided or for deferring: 3 of 7 members present; \
             voted at that sitting; deferral is asked; \
             basis: local policy default divided_threshold; waived"
        );
        assert_eq!(late.code(), FOLLOW_UP.code);
        assert_eq!(late.path(), item(10).field("present"));
        assert_eq!(
            report.undetermined[0].render(Lang::ZhCn).to_string(),
            "意见分歧较大时暂缓表决：政策参数未设定：large_sum_threshold_fen"
        );
        assert_eq!(
            report.undetermined[26].render(Lang::En).to_string(),
            "enough members attend: what is missing is not named"
        );
        assert_eq!(
            report.pending[0].render(Lang::En).to_string(),
            "a decision is followed up: no day set"
        );
        assert_eq!(
            report.pending[1].render(Lang::ZhCn).to_string(),
            "决定有人督办、按期有果：最后期限2024-08-01"
        );
        for breach in samples::breaches() {
            for lang in [Lang::ZhCn, Lang::En] {
                let line = violation(&QUORUM, 0, breach).render(lang).to_string();
                assert!(!line.contains('\n') && !line.ends_with(['.', '。']), "{line}");
            }
        }
    }

    #[test]
    fn widths() {
        let table = [
            ("", 0),
            ("MTG009 12", 9),
            ("规则", 4),
            ("（）：；，。", 12),
            ("《办法》", 8),
            ("３%", 3),
            ("e\u{301}", 1),
            ("𠀀", 2),
            ("“三重一大”…", 11),
        ];
        for (text, columns) in table {
            assert_eq!(width(text), columns, "{text}");
        }
    }
}
