//! What every line is put together of: fixed words, colons and stops of the language, text from outside.

use std::fmt::{self, Display, Write as _};

use crate::norm::Lang;

/// A callers' own rule may be undecided without saying what is missing.
pub(in crate::report) const NOTHING_NAMED: Both =
    Both("未指明所缺", "what is missing is not named");
pub(in crate::report) const NO_DAY_SET: Both = Both("未定期限", "no day set");

/// Two fixed texts.
#[derive(Clone, Copy)]
pub(in crate::report) struct Both(&'static str, &'static str);

impl Both {
    pub(in crate::report) const fn of(self, lang: Lang) -> &'static str {
        lang.of(self.0, self.1)
    }
}

/// The colon of the language, with its space.
pub(in crate::report) const fn colon(lang: Lang) -> &'static str {
    lang.of("：", ": ")
}

/// What stands between the entries of a list.
pub(in crate::report) const fn stop(lang: Lang) -> &'static str {
    lang.of("；", "; ")
}

/// What a function prints.
pub(in crate::report) const fn made<F: Fn(&mut fmt::Formatter<'_>) -> fmt::Result>(
    print: F,
) -> Made<F> {
    Made(print)
}

pub(in crate::report) struct Made<F>(F);

impl<F: Fn(&mut fmt::Formatter<'_>) -> fmt::Result> Display for Made<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (self.0)(f)
    }
}

/// Text from outside on one line: characters that would break or turn the line, or drive a terminal, are written out.
pub(in crate::report) struct Clean<'a>(pub(in crate::report) &'a str);

impl Display for Clean<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for c in self.0.chars() {
            match c {
                '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
                    write!(f, "{}", c.escape_unicode())?;
                }
                c if c.is_control() => write!(f, "{}", c.escape_default())?,
                c => f.write_char(c)?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_from_outside_stays_on_its_line() {
        let nasty = "会\n议\u{1b}[31m\u{202e}\u{2028}1";
        assert_eq!(Clean(nasty).to_string(), "会\\n议\\u{1b}[31m\\u{202e}\\u{2028}1");
    }
}
