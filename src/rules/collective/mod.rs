//! How a collective sits, speaks and votes: what the rules on the Party group and on the procuratorial committee share.

mod attendance;
mod decided;
mod majority;
mod order;
mod record;

pub(crate) use attendance::*;
pub(crate) use decided::*;
pub(crate) use majority::*;
pub(crate) use order::*;
pub(crate) use record::*;
