//! Words of a source inside a line of ours.

/// The sources' words between quotation marks.
pub fn quoted(text: &str) -> String {
    ["\u{201c}", &isolated(text), "\u{201d}"].concat()
}

/// Words of a source inside a line of ours. Where they run from right to left,
/// or say themselves how to run, they stand isolated: what is around them keeps
/// its order.
pub fn isolated(text: &str) -> String {
    let turns = |c| {
        matches!(c, '\u{590}'..='\u{8ff}' | '\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2066}'..='\u{2069}' | '\u{fb1d}'..='\u{feff}' | '\u{10800}'..='\u{1efff}')
    };
    if text.chars().any(turns) { ["\u{2068}", text, "\u{2069}"].concat() } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(said: impl AsRef<str>, expected: &str) {
        assert_eq!(said.as_ref(), expected);
    }

    #[test]
    fn words_that_turn_the_direction_stand_isolated() {
        check(isolated("Yeni \u{15e}afak \u{65b0}\u{534e}"), "Yeni \u{15e}afak \u{65b0}\u{534e}");
        check(
            isolated("\u{5d4}\u{5d0}\u{5e8}\u{5e5}"),
            "\u{2068}\u{5d4}\u{5d0}\u{5e8}\u{5e5}\u{2069}",
        );
        check(isolated("\u{202e}abc"), "\u{2068}\u{202e}abc\u{2069}");
        check(
            quoted("\u{627}\u{645}\u{633}"),
            "\u{201c}\u{2068}\u{627}\u{645}\u{633}\u{2069}\u{201d}",
        );
    }
}
