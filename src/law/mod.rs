//! What is cited: instruments, the 35 clauses of the measures, citations, and whose word a requirement is.
//!
//! Plain static data that knows nothing of checks. A citation compiles only if its place exists: a clause must be one of
//! the 35, and an article number must be among those whose text was seen when this crate was written.
//!
//! ```
//! use oversight::law::{Citation, cite, instruments};
//!
//! const CITES: &[Citation] =
//!     &[cite!(instruments::MEASURES, clause "2.2.2"), cite!(instruments::PROCURATORATE_ORGANIC_LAW, article 32)];
//! assert!(CITES[0].to_string().ends_with("》二（二）2"));
//! assert_eq!(CITES[1].to_string(), "《中华人民共和国人民检察院组织法》第32条");
//! ```

mod basis;
mod citation;
mod clause;
mod clauses;
pub mod codes;
mod instrument;
pub mod instruments;

pub use crate::{cite, clause_no};

pub use self::{
    basis::{Basis, Confidence},
    citation::{Citation, Place},
    clause::{Clause, ClauseNo, Note, Outline, ParseClauseNoError, Reach, Unchecked},
    clauses::{CLAUSES, clause},
    instrument::{Instrument, InstrumentKind, Precision, Verified, Version},
};
