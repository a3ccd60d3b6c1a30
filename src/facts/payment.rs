//! Payments, for the splitting of large sums.

use super::{Fact, ItemId, PaymentId, Text};
use crate::{shape::record, time::Day};

record! {
    /// A payment out of the unit's money.
    #[doc(alias = "支付")]
    pub struct Payment {
        /// Identifier, unique in the dossier.
        id: PaymentId,
        /// The day it was approved or paid.
        paid_on: Day,
        /// The sum in fen (分).
        amount_fen: u64,
        ..
        /// Key of the project it belongs to. `null`: it belongs to none.
        project: Fact<Text>,
        /// Key of the payee. `null`: it has none of its own.
        payee: Fact<Text>,
        /// The item of a Party-group meeting that decided it; it counts where it was adopted on the day of the payment at the
        /// latest. `null`: none did.
        decided_by: Fact<ItemId>,
    }
}
