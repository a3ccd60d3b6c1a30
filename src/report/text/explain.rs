//! One outcome as text: what was asked, how it ended, and what it rested on.

use std::fmt;

use super::{
    super::{Report, Trace},
    line, subject, title,
};
use crate::{
    norm::Lang,
    outcome::Outcome,
    report::words::{Clean, NO_DAY_SET},
};

/// How one rule ended for one subject, and what that rested on, as text.
///
/// It does not end with a line break. See [`Report::explain`].
#[derive(Debug, Clone, Copy)]
pub struct Explanation<'a> {
    report: &'a Report,
    trace: &'a Trace,
    lang: Lang,
}

impl Report {
    /// Explains an outcome: what was found, missing or awaited, and, in a report [with evidence](Report::with_evidence), what
    /// the outcome rested on. `key` is the key of the subject, with or without its code.
    ///
    /// `None` where the report kept no such subject, as one that was not made [with a trace](Report::with_trace) keeps none.
    ///
    /// ```
    /// use oversight::{Dossier, Lang, Report, RuleSet, policy::Policy, time::date};
    /// let dossier = Dossier::from_json(r#"{
    ///     "people": [
    ///       { "id": "p1", "memberships": [ { "body": "party_group", "role": "principal", "from": "2021-03-01" } ] },
    ///       { "id": "p2", "memberships": [ { "body": "party_group", "from": "2021-03-01" } ] },
    ///       { "id": "p3", "memberships": [ { "body": "party_group", "from": "2021-03-01" } ] } ],
    ///     "matters": [ { "id": "x1", "category": "project" } ],
    ///     "meetings": [ { "id": "m1", "kind": "party_group", "held_on": "2024-05-06",
    ///       "items": [ { "id": "i1", "matter": "x1", "present": ["p1", "p2"] } ] } ] }"#)?;
    /// let mut report = Report::with_evidence();
    /// RuleSet::stable().evaluate_into(&dossier, &Policy::default(), date!(2024, 6, 30), &mut report);
    /// let told = report.explain("MTG006", "item:i1", Lang::En).expect("kept").to_string();
    /// assert!(told.contains("outcome: compliant"));
    /// assert!(told.contains("found 2 of 3 members entitled to attend; at least 2 are required: met"), "{told}");
    /// # Ok::<(), oversight::Error>(())
    /// ```
    #[must_use]
    pub fn explain(&self, code: &str, key: &str, lang: Lang) -> Option<Explanation<'_>> {
        let trace = self.trace()?.iter().filter(|it| it.code.as_str() == code).find(|it| {
            let own = it.subject.key();
            own.as_str() == key || own.without_code() == key
        })?;
        Some(Explanation { report: self, trace, lang })
    }
}

impl fmt::Display for Explanation<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { report, trace, lang } = *self;
        let own = &trace.subject;
        if let Some(row) = report.tally.rows.iter().find(|it| it.norm.code == trace.code) {
            writeln!(f, "{}", title(row.norm, lang))?;
        }
        line(f, lang, ("对象", "subject"), subject(own, lang))?;
        line(f, lang, ("标识", "key"), Clean(own.key().as_str()))?;
        let outcome = trace.outcome;
        write!(f, "{}", lang.of("结论：", "outcome: "))?;
        write!(f, "{}", lang.of(outcome.zh(), outcome.en()))?;
        if let Some(why) = trace.why {
            write!(f, "{}{}", lang.of("，", ", "), lang.pick(why.words()))?;
        }
        match outcome {
            Outcome::Violated => {
                for it in report.violations.iter().filter(|it| it.subject == *own) {
                    write!(f, "\n- {}", it.breach.say(lang))?;
                }
            }
            Outcome::Undetermined => {
                let of_own = report.undetermined.iter().filter(|it| it.subject == *own);
                for missing in of_own.flat_map(|it| &it.missing) {
                    write!(f, "\n- {}", missing.say(lang))?;
                }
            }
            Outcome::Pending => {
                for it in report.pending.iter().filter(|it| it.subject == *own) {
                    match it.due {
                        Some(due) => write!(f, "\n- {}{due}", lang.of("期限", "due by "))?,
                        None => write!(f, "\n- {}", NO_DAY_SET.of(lang))?,
                    }
                }
            }
            Outcome::Compliant | Outcome::NotApplicable => {}
        }
        if report.evidence.is_some() {
            write!(f, "\n{}", lang.of("判断依据：", "rested on:"))?;
            if trace.evidence.is_empty() {
                f.write_str(lang.of("未另记", " nothing noted"))?;
            }
            for it in &trace.evidence {
                write!(f, "\n- {}", it.say(lang))?;
            }
        }
        Ok(())
    }
}
