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
