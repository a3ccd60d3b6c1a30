//! An entry of the report on one line.

use std::fmt::Display;

use super::line::{Clean, NO_DAY_SET, NOTHING_NAMED, colon, made, stop};
use crate::{
    finding::{Pending, Undetermined, Violation},
    norm::Lang,
};

impl Violation {
    /// One line: what was found and what is asked, the person concerned, and the parameters it hinged on.
    ///
    /// It names people by identifier only, and holds no text of a record.
    #[must_use]
    pub fn render(&self, lang: Lang) -> impl Display {
        made(move |f| {
            let (colon, stop) = (colon(lang), stop(lang));
            write!(f, "{}{colon}{}", lang.pick(self.norm.title), self.breach.say(lang))?;
            if let Some(who) = &self.who {
                write!(f, "{stop}{}{colon}{}", lang.of("人员", "person"), Clean(who))?;
            }
            for hinge in &self.hinges {
                write!(f, "{stop}{}{colon}{}", lang.of("依据", "basis"), hinge.render(lang))?;
            }
            if self.waived_by.is_some() {
                write!(f, "{stop}{}", lang.of("已豁免", "waived"))?;
            }
            Ok(())
        })
    }
}

impl Undetermined {
    /// One line: what would settle it, one entry a missing fact.
    #[must_use]
    pub fn render(&self, lang: Lang) -> impl Display {
        made(move |f| {
            write!(f, "{}{}", lang.pick(self.norm.title), colon(lang))?;
            if self.missing.is_empty() {
                f.write_str(NOTHING_NAMED.of(lang))?;
            }
            for (n, missing) in self.missing.iter().enumerate() {
                write!(f, "{}{}", if n == 0 { "" } else { stop(lang) }, missing.say(lang))?;
            }
            Ok(())
        })
    }
}

impl Pending {
    /// One line: the day due, or that no day is set.
    #[must_use]
    pub fn render(&self, lang: Lang) -> impl Display {
        made(move |f| {
            write!(f, "{}{}", lang.pick(self.norm.title), colon(lang))?;
            match (self.due, lang) {
                (Some(due), Lang::ZhCn) => write!(f, "最后期限{due}"),
                (Some(due), Lang::En) => write!(f, "due by {due}"),
                (None, _) => f.write_str(NO_DAY_SET.of(lang)),
            }
        })
    }
}

#[cfg(test)]
#[allow(clippy::indexing_slicing)]
mod tests {
    use super::{super::samples, *};
    use crate::path::field;
    use crate::report::sample::{FOLLOW_UP, QUORUM, item, report, violation};

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
        assert_eq!(late.path(), item(10).field(field!("present")));
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
}
