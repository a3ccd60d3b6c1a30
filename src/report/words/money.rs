//! Sums.

use std::fmt::{self, Display, Write as _};

/// Fen as yuan, with commas and two places: whole numbers only.
pub(super) struct Yuan(pub(super) u64);

impl Display for Yuan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let yuan = (self.0 / 100).to_string();
        for (n, digit) in yuan.chars().enumerate() {
            if n > 0 && (yuan.len() - n) % 3 == 0 {
                f.write_char(',')?;
            }
            f.write_char(digit)?;
        }
        write!(f, ".{:02}", self.0 % 100)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fen_are_told_in_yuan() {
        let table = [
            (0, "0.00"),
            (7, "0.07"),
            (100, "1.00"),
            (99_999, "999.99"),
            (100_000, "1,000.00"),
            (1_234_567, "12,345.67"),
            (100_000_000, "1,000,000.00"),
            (u64::MAX, "184,467,440,737,095,516.15"),
        ];
        for (fen, yuan) in table {
            assert_eq!(Yuan(fen).to_string(), yuan);
        }
    }
}
