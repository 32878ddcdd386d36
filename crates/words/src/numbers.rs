//! Numbers and counts.

use dateline_model::Corpus;

/// "1,204": digits in groups of three.
pub fn number(number: usize) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (at, digit) in digits.char_indices() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// "1 event", "14 events".
pub fn count(how_many: usize, what: &str) -> String {
    let ending = if how_many == 1 { "" } else { "s" };
    [&number(how_many), " ", what, ending].concat()
}

/// "1.2 MB" of so many bytes, never less than there are.
pub fn megabytes(bytes: usize) -> String {
    let tenths = bytes.div_ceil(100_000);
    [&number(tenths / 10), ".", &number(tenths % 10), " MB"].concat()
}

/// What is in a corpus: "5 articles · 14 events · 5 outlets", and no word of outlets where most articles
/// name none: how many there are is not known then.
pub fn inside(corpus: &Corpus) -> String {
    let (articles, events) = (corpus.articles.len(), corpus.events.len());
    let mut out = [&count(articles, "article"), " \u{b7} ", &count(events, "event")].concat();
    let named = corpus.articles.iter().filter(|article| article.outlet.is_some()).count();
    if named > 0 && 2 * named >= articles {
        out.extend([" \u{b7} ", &count(corpus.outlets().len(), "outlet")]);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(said: impl AsRef<str>, expected: &str) {
        assert_eq!(said.as_ref(), expected);
    }

    #[test]
    fn bytes_are_megabytes_rounded_up() {
        check(megabytes(0), "0.0 MB");
        check(megabytes(1), "0.1 MB");
        check(megabytes(1_200_000), "1.2 MB");
        check(megabytes(1_234_567_890), "1,234.6 MB");
    }

    #[test]
    fn one_is_singular_and_thousands_are_parted() {
        check(count(1, "event"), "1 event");
        check(count(0, "event"), "0 events");
        check(count(999, "event"), "999 events");
        check(count(1_234_567, "event"), "1,234,567 events");
    }

    #[test]
    fn outlets_that_most_articles_do_not_name_are_not_counted() {
        let mut corpus = dateline_model::sample::corpus();
        let all = corpus.articles.len();
        assert!(inside(&corpus).ends_with(&count(corpus.outlets().len(), "outlet")));
        let kept = (all - 1) / 2;
        corpus.articles.iter_mut().skip(kept).for_each(|article| article.outlet = None);
        let (articles, events) = (count(all, "article"), count(corpus.events.len(), "event"));
        check(inside(&corpus), &format!("{articles} \u{b7} {events}"));
    }
}
