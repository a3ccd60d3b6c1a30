//! `SUP`: 对一把手的监督, supervising the principal leader.

use super::{BASE, duty};
use crate::rule::Rule;

mod collective_leadership_inspected;
mod off_hours_followed_up;

/// 以一把手为重点: daily or special supervision is aimed at the principal.
static SUP001: Rule = duty::rule::<{ duty::row("SUP001") }>();
/// 政治监督: there is a self-check or reminder on political loyalty and development.
static SUP002: Rule = duty::rule::<{ duty::row("SUP002") }>();
/// 考核评价: the principal's appraisal has an item on carrying out central decisions.
static SUP003: Rule = duty::rule::<{ duty::row("SUP003") }>();
/// 检务督察: the year's inspection takes in democratic centralism.
#[doc(alias = "检务督察")]
static SUP005: Rule = duty::rule::<{ duty::row("SUP005") }>();
/// 内部审计: so does the internal audit. The measures print 内容审计.
#[doc(alias = "内部审计")]
#[doc(alias = "内容审计")]
static SUP006: Rule = duty::rule::<{ duty::row("SUP006") }>();
/// 分级分类考核: the group and each member are appraised by level and kind.
#[doc(alias = "分级分类考核")]
static SUP007: Rule = duty::rule::<{ duty::row("SUP007") }>();
/// 政治部职能监督: the political department supervises within its functions.
static SUP008: Rule = duty::rule::<{ duty::row("SUP008") }>();
/// 总结经验: practice is summed up.
static SUP009: Rule = duty::rule::<{ duty::row("SUP009") }>();

/// The shelf, in code order.
pub(super) static RULES: &[&Rule] = &[
    &SUP001,
    &SUP002,
    &SUP003,
    &off_hours_followed_up::RULE,
    &SUP005,
    &SUP006,
    &SUP007,
    &SUP008,
    &SUP009,
    &collective_leadership_inspected::RULE,
];
