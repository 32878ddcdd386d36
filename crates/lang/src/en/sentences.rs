//! Sentences of English.

use dateline_model::Span;
use dateline_text::Stops;

const STOPS: Stops = Stops {
    abbreviations: &[
        "adm", "apr", "art", "aug", "ave", "brig", "capt", "cf", "co", "col", "corp", "dec",
        "dept", "dr", "eg", "etc", "feb", "fig", "gen", "gov", "hon", "ie", "inc", "jan", "jr",
        "jul", "jun", "lt", "ltd", "maj", "mar", "messrs", "mr", "mrs", "ms", "mt", "no", "nov",
        "oct", "prof", "rep", "rev", "sen", "sept", "sgt", "sr", "st", "vs",
    ],
    openings: &[
        "The", "A", "An", "He", "She", "It", "They", "In", "On", "But", "And", "This", "That",
        "We", "I", "His", "Her", "Their", "At", "After", "Before", "For",
    ],
};

/// The sentences of a text, without the white space around them.
///
/// ```
/// # use dateline_lang::en::sentences::sentences;
/// let text = "The U.S. envoy met Mr. Weiss. \u{201c}Good.\u{201d} They parted.";
/// let cut: Vec<&str> = sentences(text).iter().map(|span| span.of(text)).collect();
/// assert_eq!(cut, ["The U.S. envoy met Mr. Weiss.", "\u{201c}Good.\u{201d}", "They parted."]);
/// ```
pub fn sentences(text: &str) -> Vec<Span> {
    dateline_text::sentences(text, &STOPS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn abbreviations_are_sorted() {
        assert!(STOPS.abbreviations.is_sorted());
    }
}
