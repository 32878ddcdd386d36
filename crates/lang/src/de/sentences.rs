//! Sentences of a German text: "am 12. Mai" and "z. B." end none.

use dateline_model::Span;
use dateline_text::Stops;

#[rustfmt::skip]
const STOPS: Stops = Stops {
    abbreviations: &[
        "a", "abb", "abs", "apr", "art", "aug", "b", "bzw", "ca", "d", "dez", "dipl", "dr", "evtl",
        "feb", "frhr", "geb", "gest", "ggf", "h", "hl", "hrsg", "i", "ing", "inkl", "jan", "jul",
        "jun", "jän", "max", "mind", "mio", "mr", "mrd", "mrs", "mär", "nov", "nr", "o", "okt",
        "prof", "s", "sept", "st", "str", "u", "v", "vgl", "z", "zzt",
    ],
    openings: &OPENINGS,
};

/// Words that open a sentence and hardly follow an ordinal or initials.
#[rustfmt::skip]
const OPENINGS: [&str; 24] = [
    "Aber", "Am", "An", "Auch", "Auf", "Bei", "Da", "Damit", "Danach", "Das", "Der", "Die", "Dies",
    "Doch", "Er", "Es", "Für", "Im", "In", "Mit", "Nach", "Sie", "Und", "Wir",
];

/// The sentences, without the white space around them. An empty line always ends one.
///
/// ```
/// # use dateline_lang::de::sentences::sentences;
/// let text = "Am 12. Mai kam Dr. Weiss. Um 14 Uhr ging er.";
/// let cut: Vec<&str> = sentences(text).iter().map(|span| span.of(text)).collect();
/// assert_eq!(cut, ["Am 12. Mai kam Dr. Weiss.", "Um 14 Uhr ging er."]);
/// ```
pub fn sentences(text: &str) -> Vec<Span> {
    let mut out: Vec<Span> = Vec::new();
    for next in dateline_text::sentences(text, &STOPS) {
        if let Some(last) = out.last_mut()
            && is_ordinal(last.of(text), &text[last.end as usize..next.start as usize])
            && !opens(next.of(text))
        {
            last.end = next.end;
        } else {
            out.push(next);
        }
    }
    out
}

/// Whether the full stop at the end belongs to an ordinal, with no empty line behind it.
fn is_ordinal(before: &str, gap: &str) -> bool {
    let Some(head) = before.strip_suffix('.') else { return false };
    let word = head.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
    let number = matches!(word.len(), 1 | 2) && word.bytes().all(|byte| byte.is_ascii_digit());
    number && gap.bytes().filter(|byte| *byte == b'\n').count() < 2
}

fn opens(sentence: &str) -> bool {
    let first = sentence.split(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
    OPENINGS.contains(&first)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let cut: Vec<&str> = sentences(text).iter().map(|span| span.of(text)).collect();
        assert_eq!(cut, expected, "{text}");
    }

    #[test]
    fn ordinals_and_abbreviations_end_no_sentence() {
        assert!(STOPS.abbreviations.is_sorted());
        check("Am 3. Oktober ist frei. Das gilt.", &["Am 3. Oktober ist frei.", "Das gilt."]);
        check("Im 19. Jahrhundert, z. B. Wien.", &["Im 19. Jahrhundert, z. B. Wien."]);
        check("Es kamen 12. Danach war Ruhe.", &["Es kamen 12.", "Danach war Ruhe."]);
        check("Es war Nr. 3\n\nMai", &["Es war Nr. 3", "Mai"]);
        check("Es war der 3.\n\nMai", &["Es war der 3.", "Mai"]);
        check("Das war 2019. Heute nicht.", &["Das war 2019.", "Heute nicht."]);
    }
}
