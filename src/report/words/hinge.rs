//! A parameter that an outcome hinged on: whose word it is, the field, where it is set.

use std::fmt::Display;

use super::{
    line::{Clean, made},
    words,
};
use crate::{
    finding::Hinge,
    law::Basis,
    norm::{Lang, Words},
};

/// Whose word a parameter is.
const fn basis_of_hinge(basis: Basis) -> Words {
    match basis {
        Basis::LocalDefault => words("本地政策默认值", "local policy default"),
        Basis::LocalPolicy => words("本单位政策", "local policy"),
        Basis::Measures | Basis::StateLaw | Basis::PartyInstrument => words(basis.zh(), basis.en()),
    }
}

impl Hinge {
    /// Whose word it is, the field, and where the policy says it is set.
    pub(in crate::report) fn render(&self, lang: Lang) -> impl Display {
        made(move |f| {
            write!(f, "{} {}", lang.pick(basis_of_hinge(self.basis)), self.field)?;
            match (&self.cite, lang) {
                (None, _) => Ok(()),
                (Some(cite), Lang::ZhCn) => write!(f, "（{}）", Clean(cite)),
                (Some(cite), Lang::En) => write!(f, " ({})", Clean(cite)),
            }
        })
    }
}
