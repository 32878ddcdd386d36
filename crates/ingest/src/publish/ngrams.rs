//! Which n-grams of words are withheld: a text that repeats five words in a row
//! of them would show what it must not.

use dateline_text::Fnv;

/// So many words in a row are somebody's wording and no mere phrase.
pub(super) const N: usize = 5;

/// N-grams of words that occur in withheld texts and in no published one.
pub(super) struct Ngrams(Vec<u64>);

impl Ngrams {
    /// From what is withheld and what is published.
    pub(super) fn new<'t>(
        withheld: impl Iterator<Item = &'t str>,
        published: impl Iterator<Item = &'t str>,
    ) -> Self {
        let sorted = |texts: &mut dyn Iterator<Item = &'t str>| {
            let mut all = Vec::new();
            texts.for_each(|text| all.extend(ngrams(text)));
            all.sort_unstable();
            all.dedup();
            all
        };
        let (mut withheld, mut published) = (withheld, published);
        let open = sorted(&mut published);
        let mut shut = sorted(&mut withheld);
        shut.retain(|ngram| open.binary_search(ngram).is_err());
        Self(shut)
    }

    /// Whether `text` repeats one.
    pub(super) fn are_in(&self, text: &str) -> bool {
        ngrams(text).any(|ngram| self.0.binary_search(&ngram).is_ok())
    }
}

/// The hashes of all n-grams of a text, whatever stands between the words.
fn ngrams(text: &str) -> impl Iterator<Item = u64> {
    let mut last = [0u64; N];
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.enumerate().filter_map(move |(at, word)| {
        last.rotate_left(1);
        last[N - 1] = hash(word.chars().flat_map(char::to_lowercase).map(u64::from));
        (at + 1 >= N).then(|| hash(last.iter().copied()))
    })
}

fn hash(parts: impl Iterator<Item = u64>) -> u64 {
    let mut hash = Fnv::default();
    hash.extend(parts);
    hash.value()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: bool) {
        let withheld = ["The old ferry left the harbour at noon", "the mayor of Port Alder said"];
        let published = ["and the mayor of Port Alder said nothing"];
        let ngrams = Ngrams::new(withheld.into_iter(), published.into_iter());
        assert_eq!(ngrams.are_in(text), expected, "{text}");
    }

    #[test]
    fn five_words_in_a_row_are_found_whatever_stands_between_them() {
        check("He saw: “Ferry – left the HARBOUR at” …", true);
        check("old ferry left\n\nthe harbour", true);
    }

    #[test]
    fn fewer_words_other_words_and_published_words_are_not() {
        check("ferry left the harbour", false);
        check("the old ferry will leave the harbour at noon", false);
        check("the mayor of Port Alder said", false);
        check("", false);
    }
}
