//! `FAM`: 家庭家教家风, family conduct.

use super::{BASE, duty};
use crate::rule::Rule;

mod visit_complete;

/// 入户廉政家访: the principal visits the home of each member.
#[doc(alias = "家访")]
static FAM001: Rule = duty::rule::<{ duty::row("FAM001") }>();
/// 家属座谈会: there is a meeting with families.
#[doc(alias = "家属座谈会")]
static FAM003: Rule = duty::rule::<{ duty::row("FAM003") }>();
/// 家风纳入培训: family conduct is part of the year's training.
static FAM004: Rule = duty::rule::<{ duty::row("FAM004") }>();
/// 正反典型教育: good and bad examples are held up.
#[doc(alias = "警示教育")]
static FAM005: Rule = duty::rule::<{ duty::row("FAM005") }>();

/// The shelf, in code order.
pub(super) static RULES: &[&Rule] = &[&FAM001, &visit_complete::RULE, &FAM003, &FAM004, &FAM005];
