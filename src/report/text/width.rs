//! How wide a text is where every character takes one column or two.

/// How many columns a text takes on a terminal or in a fixed-width font for Chinese.
pub(super) fn width(text: &str) -> usize {
    text.chars().map(columns).sum()
}

/// Wide and full-width characters take two columns (UAX #11), marks that join the one before them none. What is
/// ambiguous there, such as the curved quotes, takes one, as it does on terminals.
const fn columns(c: char) -> usize {
    match c {
        '\0'..='\u{1f}'
        | '\u{7f}'..='\u{9f}'
        | '\u{300}'..='\u{36f}'
        | '\u{200b}'..='\u{200f}'
        | '\u{fe00}'..='\u{fe0f}' => 0,
        '\u{1100}'..='\u{115f}'
        | '\u{2e80}'..='\u{303e}'
        | '\u{3041}'..='\u{a4cf}'
        | '\u{a960}'..='\u{a97f}'
        | '\u{ac00}'..='\u{d7a3}'
        | '\u{f900}'..='\u{faff}'
        | '\u{fe10}'..='\u{fe19}'
        | '\u{fe30}'..='\u{fe6f}'
        | '\u{ff01}'..='\u{ff60}'
        | '\u{ffe0}'..='\u{ffe6}'
        | '\u{1f300}'..='\u{1f64f}'
        | '\u{1f900}'..='\u{1f9ff}'
        | '\u{20000}'..='\u{3fffd}' => 2,
        _ => 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn widths() {
        let table = [
            ("", 0),
            ("MTG009 12", 9),
            ("规则", 4),
            ("（）：；，。", 12),
            ("《办法》", 8),
            ("３%", 3),
            ("e\u{301}", 1),
            ("𠀀", 2),
            ("“三重一大”…", 11),
        ];
        for (text, columns) in table {
            assert_eq!(width(text), columns, "{text}");
        }
    }
}
