#![doc = include_str!("../README.md")]
#![cfg_attr(docsrs, feature(doc_cfg))]
#![cfg_attr(
    test,
    allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)
)]

pub mod dossier;
pub mod error;
pub mod facts;
mod fields;
pub mod finding;
#[cfg(feature = "json")]
mod json;
pub mod law;
pub mod norm;
pub mod outcome;
mod part;
pub mod path;
pub mod policy;
pub mod report;
pub mod rule;
pub mod rules;
pub mod ruleset;
#[cfg(feature = "json")]
pub mod schema;
pub mod screen;
pub mod shape;
pub mod time;

pub use dossier::Dossier;
pub use error::Error;
pub use norm::Lang;
pub use report::{Report, Style};
pub use ruleset::{ChoiceError, RuleSet};

/// The Chinese README is compiled and run as well.
#[cfg(doctest)]
#[doc = include_str!("../README.zh-CN.md")]
#[derive(Debug)]
pub struct ChineseReadme;
