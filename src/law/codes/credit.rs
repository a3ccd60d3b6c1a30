//! Unified credit codes of organisations: GB 32100.

use std::{error::Error, fmt, str::FromStr};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::{DivisionCode, pad};
use crate::{
    part::Part,
    shape::{CodeShape, Shape, Shaped, sealed::Sealed},
};

reasons! {
    /// Why a text is no [`CreditCode`].
    ///
    /// ```
    /// use oversight::law::codes::{CreditCode, CreditCodeError};
    /// assert_eq!("91110108551385082X".parse::<CreditCode>(), Err(CreditCodeError::Check));
    /// ```
    pub enum CreditCodeError {
        /// Not 18 characters.
        Length => "a unified social credit code has 18 characters",
        /// A character outside the alphabet of the standard.
        Character => "a unified social credit code has ASCII digits and capital letters without I, O, S, V and Z",
        /// The last character does not follow from the others.
        Check => "the last character of the unified social credit code does not follow from the others",
    }
}

/// The characters of a credit code, each standing for its place.
pub(super) const ALPHABET: &[u8; 31] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";

/// What a character of a credit code counts.
pub(super) fn value(byte: u8) -> Result<u32, CreditCodeError> {
    let place = ALPHABET.iter().zip(0..).find(|(it, _)| **it == byte);
    place.map(|(_, value)| value).ok_or(CreditCodeError::Character)
}

/// The unified social credit code of an organisation after GB 32100-2015 (统一社会信用代码).
///
/// 18 digits and capital letters, of which the last follows from the others. Lower case is refused.
///
/// ```
/// use oversight::law::codes::CreditCode;
/// let code: CreditCode = "91110108551385082Q".parse()?;
/// assert_eq!(code.to_string(), "91110108551385082Q");
/// assert!(CreditCode::new("91110108551385082q").is_none());
/// # Ok::<(), oversight::law::codes::CreditCodeError>(())
/// ```
#[doc(alias = "统一社会信用代码")]
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CreditCode([u8; 18]);

impl CreditCode {
    fn read(text: &str) -> Result<Self, CreditCodeError> {
        if text.chars().count() != 18 {
            return Err(CreditCodeError::Length);
        }
        // 18 characters are 18 bytes only where all of them are ASCII.
        let bytes: [u8; 18] = text.as_bytes().try_into().map_err(|_| CreditCodeError::Character)?;
        let [body @ .., last] = &bytes;
        let (mut sum, mut weight) = (0, 1);
        for byte in body {
            sum += value(*byte)? * weight;
            weight = weight * 3 % 31;
        }
        // The check value is what is missing to a multiple of 31; nothing is missing where it is 0.
        let check = (31 - sum % 31) % 31;
        if value(*last)? == check { Ok(Self(bytes)) } else { Err(CreditCodeError::Check) }
    }

    /// Where the authority sits that registered it, as far as its digits 3 to 8 are the code of a place.
    ///
    /// A hint, no proof: it tells neither where the organisation is nor where it works, and the place may have another
    /// code by now. Central authorities have 100000, which is none.
    ///
    /// ```
    /// use oversight::law::codes::{CreditCode, DivisionCode};
    /// let place = CreditCode::new("91110108551385082Q").and_then(CreditCode::registered_in);
    /// assert_eq!(place, DivisionCode::new("110108"));
    /// ```
    #[must_use]
    pub fn registered_in(self) -> Option<DivisionCode> {
        let [_, _, place @ .., _, _, _, _, _, _, _, _, _, _] = &self.0;
        DivisionCode::new(std::str::from_utf8(place).ok()?)
    }
}

impl fmt::Display for CreditCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        pad(&self.0, f)
    }
}

coded! {
    CreditCode CreditCodeError,
    "An organisation after GB 32100-2015 (统一社会信用代码): 18 digits and capital letters without I, O, S, V and Z, of which \
     the last follows from the others.",
    "^[0-9A-HJ-NP-RTUWXY]{18}$",
    &["91110108551385082Q"]
}
