//! The report as text, for people to read from top to bottom.

mod explain;
mod paint;
mod table;
mod width;

use std::{cmp::Reverse, fmt};

use super::{
    Report, TallyRow, WaiverState,
    words::{self, Address, Clean, NO_DAY_SET, NOTHING_NAMED, made},
};
use crate::{
    finding::{Subject, SubjectName, Undetermined, Violation},
    norm::{Lang, Norm},
    outcome::{Outcome, Severity},
    policy::{Policy, Waiver},
};
pub use explain::Explanation;
use paint::Paint;

/// A line of what is told of an entry.
fn line(
    f: &mut fmt::Formatter<'_>,
    lang: Lang,
    label: (&str, &str),
    value: impl fmt::Display,
) -> fmt::Result {
    writeln!(f, "{}{}{value}", lang.of(label.0, label.1), words::colon(lang))
}

fn title(norm: &'static Norm, lang: Lang) -> impl fmt::Display {
    made(move |f| write!(f, "{} {}", norm.code, lang.pick(norm.title)))
}

/// A subject: its identifier, where it has one, its address, what of it, and the period.
fn subject(it: &Subject, lang: Lang) -> impl fmt::Display + '_ {
    made(move |f| {
        if let Some(id) = &it.id {
            write!(f, "{}  ", Clean(id))?;
        }
        write!(f, "{}", Address(it.at, lang))?;
        for name in &it.names {
            match name {
                SubjectName::Id(_, id) => write!(f, "  {}", Clean(id))?,
                SubjectName::Word(what, word) => match words::named(what, word) {
                    Some(words) => write!(f, "  {}", lang.pick(words))?,
                    None => write!(f, "  {}", Clean(word))?,
                },
                // Its address has said it.
                SubjectName::Part(_) => {}
            }
        }
        it.period.map_or(Ok(()), |period| write!(f, "  {period}"))
    })
}

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
        f.write_str(indent)?;
        line(f, self.style.lang, label, value)
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
        sorted.sort_by_key(|it| {
            (
                Reverse(it.severity),
                it.norm.code,
                it.subject.at,
                it.subject.period.map(|it| it.from),
                it.at,
                it.day,
            )
        });
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
        write!(f, "\n  {n}. {}", self.painted(Paint::Bold, title(it.norm, self.style.lang)))?;
        waived.map_or(Ok(()), |mark| write!(f, "{mark}"))?;
        writeln!(f)?;
        let subject = subject(&it.subject, self.style.lang);
        self.line(f, INDENT, ("对象", "subject"), subject)?;
        // What a waiver of it has to name.
        self.line(f, INDENT, ("标识", "key"), Clean(it.key().as_str()))?;
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
        sorted.sort_by_key(|it| (it.norm.code, it.subject.at, it.subject.period.map(|it| it.from)));
        self.section(f, ("待核", "Undetermined"), sorted.len())?;
        for group in sorted.chunk_by(|a, b| a.norm.code == b.norm.code) {
            let Some(first) = group.first() else { continue };
            let heading = self.count(title(first.norm, self.style.lang), group.len());
            writeln!(f, "\n  {}", self.painted(Paint::Bold, heading))?;
            for it in group {
                writeln!(f, "  - {}", subject(&it.subject, self.style.lang))?;
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
        sorted.sort_by_key(|it| (it.due.is_none(), it.due, it.norm.code, it.subject.at, it.at));
        self.section(f, ("待办", "Pending"), sorted.len())?;
        for group in sorted.chunk_by(|a, b| a.due == b.due) {
            let due = match group.first().map(|it| it.due) {
                Some(Some(due)) => due.to_string(),
                Some(None) | None => NO_DAY_SET.of(self.style.lang).to_owned(),
            };
            writeln!(f, "\n  {}", self.painted(Paint::Bold, due))?;
            for it in group {
                writeln!(f, "  - {}", title(it.norm, self.style.lang))?;
                let subject = subject(&it.subject, self.style.lang);
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
                made(|f| write!(f, "{} {} ", Clean(&waiver.code), Clean(&waiver.named())))
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
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]
mod tests {
    use super::{
        super::{
            sample::{DEFER, plain, policy, report},
            words::samples,
        },
        *,
    };

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
                &["MTG006 item:i9 ", "MTG024 i77 ", "2024-01-01", "MTG023", "/waivers/2"],
            );
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
}
