//! Payments.

use super::Walk;
use crate::{
    facts::Payment,
    path::{Path, field},
    policy::Parameters,
    rule::{Context, Runner, SubjectRef},
    shape::IdKind,
};

/// A payment under check.
#[derive(Debug, Clone, Copy)]
pub struct PaymentCase<'a> {
    /// What else there is.
    pub cx: Context<'a>,
    /// The payment.
    pub payment: &'a Payment,
    /// Its place among the payments.
    pub number: usize,
    /// The parameters of its day.
    pub parameters: &'a Parameters,
}

impl PaymentCase<'_> {
    /// Its address.
    #[must_use]
    pub fn at(&self) -> Path {
        Path::ROOT.field(field!("payments")).index(self.number)
    }
}

impl<'a> Walk<'a> for PaymentCase<'a> {
    fn walk(cx: Context<'a>, run: &mut impl Runner) {
        for (number, payment) in cx.dossier.records().payments.iter().enumerate() {
            let day = payment.paid_on.0;
            let case = Self { cx, payment, number, parameters: cx.policy.on(day) };
            let id = payment.id.as_str();
            run.judge(&case, SubjectRef::of(IdKind::Payment, id, case.at(), day));
        }
    }
}
