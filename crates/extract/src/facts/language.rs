//! Which language a text is in, by its function words.

use std::sync::LazyLock;

use dateline_lang::shared::languages::{LANGUAGES, Language};
use dateline_text::{QuickMap, lower};

/// The language of a text, where its function words show one.
pub(crate) fn of(text: &str) -> Option<&'static Language> {
    let mut counts = vec![0usize; LANGUAGES.len()];
    let mut words = 0;
    // A long page says no more about its language than its first words.
    for word in text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).take(4000)
    {
        words += 1;
        if word.len() > LONGEST {
            continue;
        }
        add(speaking(&lower(word)), &mut counts);
    }
    let (best, &count) = counts
        .iter()
        .enumerate()
        .max_by_key(|&(index, &count)| (count, LANGUAGES.len() - index))?;
    // In news prose of these languages a fifth to two fifths of the words are
    // in the table; a tenth leaves room for lists of names.
    (count >= 3 && count * 10 >= words).then(|| &LANGUAGES[best])
}

/// The BCP 47 tag of the language that a text is in; `und` where none shows.
pub(crate) fn tag_of(text: &str) -> &'static str {
    of(text).map_or("und", |language| language.tag)
}

/// Of a hundred words of a text, how many are function words: of `language`,
/// and of the language that has most. `key` is in lower case.
pub(crate) fn shares(language: &Language, key: &str) -> (usize, usize) {
    let mut counts = vec![0usize; LANGUAGES.len()];
    let mut all = 0;
    let words = key.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    for word in words.take(100) {
        all += 1;
        if word.len() <= LONGEST {
            add(speaking(word), &mut counts);
        }
    }
    let share = |count: usize| (count * 100).checked_div(all).unwrap_or(0);
    let own = LANGUAGES.iter().position(|one| one.tag == language.tag);
    let most = counts.iter().copied().max().unwrap_or(0);
    (share(own.map_or(0, |own| counts[own])), share(most))
}

/// No function word is longer, in bytes.
const LONGEST: usize = 24;

/// The languages that have a function word, one bit each, in their order.
fn speaking(word: &str) -> u32 {
    static WORDS: LazyLock<QuickMap<&'static str, u32>> = LazyLock::new(|| {
        let mut words: QuickMap<&str, u32> = QuickMap::default();
        for (number, language) in LANGUAGES.iter().enumerate() {
            for word in language.words {
                *words.entry(word).or_default() |= 1 << number;
            }
        }
        words
    });
    WORDS.get(word).copied().unwrap_or(0)
}

fn add(mut languages: u32, counts: &mut [usize]) {
    while languages != 0 {
        counts[languages.trailing_zeros() as usize] += 1;
        languages &= languages - 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Option<&str>) {
        assert_eq!(of(text).map(|language| language.tag), expected, "{text}");
    }

    #[test]
    fn languages_are_told_by_their_small_words() {
        check("The boat came into the port on Sunday, and the choir was there.", Some("en"));
        check("Das Boot kam am Sonntag in den Hafen, und der Chor war auch da.", Some("de"));
        check("Le bateau est entré dans le port, et la chorale était sur le quai.", Some("fr"));
        check("Корабль вошёл в порт, и на берегу его ждал хор, что не удивило.", Some("ru"));
        check("Gemi limana girdi ve koro çok güzel bir şarkı ile bekliyordu.", Some("tr"));
        check("Ahoy ahoy ahoy", None);
        check("", None);
    }
}
