//! Words of a source inside a line of ours.

use dateline_text::isolated;

/// The sources' words between quotation marks.
pub fn quoted(text: &str) -> String {
    ["\u{201c}", &isolated(text), "\u{201d}"].concat()
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
