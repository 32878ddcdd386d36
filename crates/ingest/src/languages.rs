//! Which language each article is read in: its own, as far as there is a pack for it.

use dateline_lang::{LANGUAGES, Language, NONE};

/// A text of so many words is too short for its function words to show its language; it is read as
/// most of the corpus is.
const UNDECIDED: usize = 60;

/// For each text, given as its BCP 47 tag and its body, what it is read with.
pub(crate) fn of<'t>(texts: impl Iterator<Item = (&'t str, &'t str)>) -> Vec<&'static Language> {
    let mut counts = [0usize; LANGUAGES.len()];
    let known: Vec<Option<&'static Language>> = texts
        .map(|(tag, body)| {
            let language = dateline_lang::of(tag);
            if let Some(at) = LANGUAGES.iter().position(|one| one.tag == language.tag) {
                counts[at] += 1;
            }
            let undecided = tag == NONE.tag && is_short_and_latin(body);
            (!undecided).then_some(language)
        })
        .collect();
    let most = (0..counts.len()).rev().max_by_key(|at| counts[*at]).filter(|at| counts[*at] > 0);
    let main = most.map_or(&NONE, |at| LANGUAGES[at]);
    known.into_iter().map(|language| language.unwrap_or(main)).collect()
}

/// Texts in other letters are in no language that has a pack.
fn is_short_and_latin(body: &str) -> bool {
    let letters = || body.chars().filter(|c| c.is_alphabetic());
    body.split_whitespace().take(UNDECIDED + 1).count() <= UNDECIDED
        && letters().filter(char::is_ascii).count() * 10 >= letters().count() * 9
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(texts: &[(&str, &str)], expected: &[&str]) {
        let tags: Vec<&str> =
            of(texts.iter().copied()).iter().map(|language| language.tag).collect();
        assert_eq!(tags, expected, "{texts:?}");
    }

    #[test]
    fn an_article_is_read_in_its_own_language_or_in_none() {
        let body = "Tekst";
        check(&[("en", body), ("en-GB", body), ("tlh", body)], &["en", "en", "und"]);
    }

    #[test]
    fn a_text_too_short_to_show_its_language_is_read_as_most_of_the_corpus() {
        check(&[("und", "Bridge opens"), ("en", "Bridge")], &["en", "en"]);
        check(&[("und", "Bridge opens")], &["und"]);
        check(&[("und", "Мост открыт"), ("en", "Bridge")], &["und", "en"]);
        check(&[("und", &"Lorem ".repeat(61)), ("en", "Bridge")], &["und", "en"]);
    }
}
