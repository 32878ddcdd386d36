//! Which language a text is in, by its function words.

use crate::rules::languages::{LANGUAGES, Language};

/// The language of a text, where its function words show one.
pub(crate) fn of(text: &str) -> Option<&'static Language> {
    let mut counts = vec![0usize; LANGUAGES.len()];
    let mut words = 0;
    // A long page says no more about its language than its first words.
    for word in text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).take(4000)
    {
        words += 1;
        if word.len() > 24 {
            continue;
        }
        let word = word.to_lowercase();
        for (count, language) in counts.iter_mut().zip(LANGUAGES) {
            *count += usize::from(language.words.binary_search(&word.as_str()).is_ok());
        }
    }
    let (best, &count) = counts
        .iter()
        .enumerate()
        .max_by_key(|&(index, &count)| (count, LANGUAGES.len() - index))?;
    // In news prose of these languages a fifth to two fifths of the words are
    // in the table; a tenth leaves room for lists of names.
    (count >= 3 && count * 10 >= words).then(|| &LANGUAGES[best])
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
