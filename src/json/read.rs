//! The one pass: text, bytes or a reader straight into the records.

use std::io;

use serde::de::DeserializeOwned;

use super::{
    places::{Places, starts_char},
    walk::faults,
};
use crate::{
    error::{Error, Fault, FaultKind},
    shape::Shaped,
};

/// Reads a text.
///
/// # Errors
///
/// Every fault of the text, in its order.
pub(crate) fn read<T: DeserializeOwned + Shaped>(text: &str) -> Result<T, Error> {
    if text.starts_with('\u{feff}') {
        return Err(Error::whole(FaultKind::ByteOrderMark, Some((1, 1))));
    }
    serde_json::from_str(text).map_err(|refusal| {
        let mut found = faults(text, &T::SHAPE);
        if found.is_empty() {
            // The type asks for more than its shape tells; better the reader's own words than none.
            found.push(refused(text, &refusal));
        }
        Error::from_faults(found)
    })
}

/// Bytes as text.
///
/// # Errors
///
/// The first byte that is not UTF-8.
pub(crate) fn utf8(bytes: &[u8]) -> Result<&str, Error> {
    std::str::from_utf8(bytes).map_err(|refusal| {
        let valid = refusal.valid_up_to();
        let place = Places::new(bytes).at(valid);
        Error::whole(FaultKind::NotUtf8(valid), Some(place))
    })
}

/// All that a reader gives.
///
/// # Errors
///
/// The reader's own error, in its words.
pub(crate) fn all_of(mut reader: impl io::Read) -> Result<Vec<u8>, Error> {
    let mut bytes = Vec::new();
    match reader.read_to_end(&mut bytes) {
        Ok(_) => Ok(bytes),
        Err(refusal) => Err(Error::whole(FaultKind::Unreadable(refusal.to_string()), None)),
    }
}

/// A refusal of the JSON reader as a fault; its columns are in bytes, ours in characters.
pub(super) fn refused(text: &str, refusal: &serde_json::Error) -> Fault {
    let place = refusal.line().checked_sub(1).map(|before| {
        let line = text.split('\n').nth(before).unwrap_or_default();
        let read = line.bytes().take(refusal.column()).filter(|byte| starts_char(*byte)).count();
        (refusal.line(), read.max(1))
    });
    let words = words_of(refusal);
    let kind =
        if refusal.is_data() { FaultKind::NotAllowed(words) } else { FaultKind::Syntax(words) };
    Fault { pointer: String::new(), place, kind }
}

/// The words of a refusal without its place.
pub(super) fn words_of(refusal: &serde_json::Error) -> String {
    let words = refusal.to_string();
    let place = format!(" at line {} column {}", refusal.line(), refusal.column());
    words.strip_suffix(&place).unwrap_or(&words).to_owned()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::too_many_lines)]
mod tests {
    use serde::{Deserialize, Deserializer, de::IgnoredAny};

    use super::{
        super::samples::{All, told},
        *,
    };
    use crate::shape::{Shape, sealed::Sealed};

    #[test]
    fn sound_text() {
        let text = r#" {"people": [{"id": "a", "name": "\ud83d\ude00", "from": "2024-01-01", "until": "2024-01-01",
            "limit": {"months": 3}, "count": 4294967295, "amount_fen": 18446744073709551615, "known": true,
            "before": null, "kin": {"child": 7, "parent": 0}}, {"before": "a", "id": "\u0062"}]} "#;
        assert_eq!(told::<All>(text), Vec::<String>::new());
        assert!(read::<All>(text).is_ok());
    }

    #[test]
    fn text_that_is_no_json() {
        for (text, message) in [
            ("", "(whole document) (line 1, column 1): not valid JSON: EOF while parsing a value"),
            (
                "{\"people\": [\n  {\"id\": \"甲",
                "(whole document) (line 2, column 11): not valid JSON: EOF while parsing a string",
            ),
            (
                "{\"people\": [\n  {\"id\": \"甲\"},\n]}",
                "(whole document) (line 3, column 1): not valid JSON: expected value",
            ),
            ("{\"甲\" 1}", "(whole document) (line 1, column 6): not valid JSON: expected `:`"),
            ("{} {}", "(whole document) (line 1, column 4): not valid JSON: trailing characters"),
            (
                "{\"people\": [01]}",
                "(whole document) (line 1, column 14): not valid JSON: invalid number",
            ),
            (
                "\u{feff}{}",
                "(whole document) (line 1, column 1): begins with a byte-order mark; save it without one",
            ),
            ("[]", "(whole document) (line 1, column 1): expected an object, found a list"),
            ("null", "(whole document) (line 1, column 1): expected an object, found null"),
            ("1e400", "(whole document) (line 1, column 1): expected an object, found a number"),
        ] {
            assert_eq!(told::<All>(text), [message], "{text}");
        }
    }

    struct Broken;

    impl io::Read for Broken {
        fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
            Err(io::Error::other("the disk is gone"))
        }
    }

    #[test]
    fn bytes_and_readers() {
        let told =
            |bytes: &[u8]| utf8(bytes).and_then(read::<All>).unwrap_err().faults()[0].to_string();
        assert_eq!(
            told(b"{\n\"\xe7\x94\xb2\xff\": 1}"),
            "(whole document) (line 2, column 3): not UTF-8 from byte 6 on"
        );
        assert_eq!(
            told(b"\xff\xfe{\0}\0"),
            "(whole document) (line 1, column 1): not UTF-8 from byte 0 on"
        );
        assert!(told(b"\xef\xbb\xbf{}").contains("byte-order mark"));
        assert_eq!(all_of(&b"{}"[..]), Ok(b"{}".to_vec()));

        let error = all_of(Broken).unwrap_err();
        assert_eq!(
            error.faults()[0].to_string(),
            "(whole document): cannot be read: the disk is gone"
        );
    }

    #[test]
    fn disagreement_loses_nothing() {
        #[derive(Debug)]
        struct Refuses;
        impl Sealed for Refuses {}

        impl Shaped for Refuses {
            const SHAPE: Shape = Shape::Text;
        }
        impl<'de> Deserialize<'de> for Refuses {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                IgnoredAny::deserialize(deserializer)?;
                Err(serde::de::Error::custom("not today"))
            }
        }
        assert_eq!(told::<Refuses>("\n \"x\""), ["(whole document): not today"]);
    }
}
