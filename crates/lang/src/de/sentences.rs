//! Sentences of a German text: "am 12. Mai" and "z. B." end none.

use dateline_model::Span;
use dateline_text::Stops;

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
    for next in dateline_text::sentences(text, &Stops::NONE) {
        if let Some(last) = out.last_mut()
            && goes_on(last.of(text), &text[last.end as usize..next.start as usize], next.of(text))
        {
            last.end = next.end;
        } else {
            out.push(next);
        }
    }
    out
}

/// Words after which a full stop ends no sentence. Sorted; small letters.
#[rustfmt::skip]
const ABBREVIATIONS: [&str; 56] = [
    "a", "abb", "abs", "apr", "art", "aug", "b", "bzw", "ca", "d", "dez", "di", "dipl", "do", "dr",
    "evtl", "feb", "fr", "frhr", "geb", "gest", "ggf", "h", "hl", "hrsg", "i", "ing", "inkl", "jan",
    "jul", "jun", "jän", "kl", "max", "mi", "mind", "mio", "mo", "mrd", "mär", "nov", "nr", "o",
    "okt", "prof", "s", "sa", "sept", "so", "st", "str", "u", "v", "vgl", "z", "zzt",
];

/// Whether what follows a full stop belongs to the sentence before it.
fn goes_on(before: &str, gap: &str, after: &str) -> bool {
    let Some(head) = before.strip_suffix('.') else { return false };
    if gap.bytes().filter(|byte| *byte == b'\n').count() > 1 {
        return false;
    }
    let word = head.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
    if word.bytes().all(|byte| byte.is_ascii_digit()) {
        return matches!(word.len(), 1 | 2) && !opens(after);
    }
    word.len() <= 5 && ABBREVIATIONS.binary_search(&word.to_lowercase().as_str()).is_ok()
}

/// Whether a sentence begins with a word that hardly follows an ordinal.
fn opens(after: &str) -> bool {
    const OPENERS: [&str; 24] = [
        "Aber", "Am", "An", "Auch", "Auf", "Bei", "Da", "Damit", "Danach", "Das", "Der", "Die",
        "Dies", "Doch", "Er", "Es", "Für", "Im", "In", "Mit", "Nach", "Sie", "Und", "Wir",
    ];
    let first = after.split(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
    OPENERS.contains(&first)
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
        assert!(ABBREVIATIONS.is_sorted());
        check("Am 3. Oktober ist frei. Das gilt.", &["Am 3. Oktober ist frei.", "Das gilt."]);
        check("Im 19. Jahrhundert, z. B. Wien.", &["Im 19. Jahrhundert, z. B. Wien."]);
        check("Es kamen 12. Danach war Ruhe.", &["Es kamen 12.", "Danach war Ruhe."]);
        check("Es war Nr. 3\n\nMai", &["Es war Nr. 3", "Mai"]);
        check("Es war der 3.\n\nMai", &["Es war der 3.", "Mai"]);
        check("Das war 2019. Heute nicht.", &["Das war 2019.", "Heute nicht."]);
    }
}
