//! In which order an event was told: before it happened and since, by whom first, and who is quoted.
//!
//! Pure. Only days are compared: a time of day is its outlet's own, in no zone that is known.

use dateline_model::{
    Article, ArticleIndex, Corpus, DayRange, EntityIndex, Event, Granularity, Span, Telling,
};
use dateline_words as words;

/// How many of an event's tellings, of which those printed first come first, were printed before it.
pub fn before(event: &Event, corpus: &Corpus) -> usize {
    // Where its day is not known, nor is what came before.
    if event.granularity < Granularity::Week || event.bounds.is_some() {
        return 0;
    }
    let is_before =
        |article: &Article| printed(article).is_some_and(|it| it.end < event.days.start);
    let known = |article| corpus.articles.get(article as usize);
    event.tellings.iter().take_while(|it| known(it.article).is_some_and(is_before)).count()
}

/// Who printed an event first, and on which day, where several tell it: "First told on Friday 16 May
/// 2025 by RT and Reuters".
pub fn first_told(event: &Event, corpus: &Corpus) -> Option<String> {
    let days = |telling: &Telling| corpus.articles.get(telling.article as usize).and_then(printed);
    let mut first: Option<DayRange> = None;
    for it in event.tellings.iter().filter_map(days).filter(|it| it.days() == 1) {
        first = Some(first.map_or(it, |first| first.min(it)));
    }
    let mut early: Vec<&Telling> = event.tellings.iter().collect();
    early.retain(|it| days(it) == first);
    if first.is_none() || early.len() == event.tellings.len() {
        return None;
    }
    let day = first?.start;
    let tellers = words::tellers_of(&mut early.iter().copied(), corpus);
    let mut said = ["First told on ", &words::full_day(day), " by ", &tellers.said()].concat();
    // What bears no sure day may have been first.
    if event.tellings.iter().any(|it| days(it).is_none_or(|days| days.start < day)) {
        said.push_str(", as far as dates are known");
    }
    Some(said)
}

/// The days on which an article may have been printed.
fn printed(article: &Article) -> Option<DayRange> {
    let when = &article.published;
    when.bounds().or_else(|| when.date.map(DayRange::single))
}

/// Somebody's words in the passages that tell an event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quotation {
    /// Whose article has them.
    pub article: ArticleIndex,
    /// Where, with their marks.
    pub span: Span,
    /// Who said them, as the text itself tells.
    pub speaker: EntityIndex,
}

/// Who is quoted where an event is told, each quotation once: in its sentences or in the paragraphs
/// that they stand in.
/// `articles` gives an article with its text, where that is known.
pub fn quotations<'a>(
    event: &Event,
    articles: &dyn Fn(ArticleIndex) -> Option<&'a Article>,
) -> Vec<Quotation> {
    let mut found: Vec<Quotation> = Vec::new();
    for telling in &event.tellings {
        let Some(article) = articles(telling.article) else { continue };
        let Some(around) = paragraph(article, telling.span) else { continue };
        for quote in article.quotes.iter().filter(|quote| around.contains(quote.span)) {
            let Some(speaker) = quote.speaker else { continue };
            let said = quote.span.of(&article.body);
            let same = |other: &Quotation| {
                other.speaker == speaker
                    && articles(other.article).is_some_and(|it| other.span.of(&it.body) == said)
            };
            if !found.iter().any(same) {
                found.push(Quotation { article: telling.article, span: quote.span, speaker });
            }
        }
    }
    found
}

/// The paragraph that a sentence stands in.
fn paragraph(article: &Article, sentence: Span) -> Option<Span> {
    article
        .paragraphs()
        .map(|(start, text)| Span::new(start, start + text.len()))
        .find(|paragraph| sentence.start < sentence.end && paragraph.contains(sentence))
}

#[cfg(test)]
mod tests {
    use dateline_model::{Day, Status, sample};

    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    /// Who is quoted, with all texts at hand.
    fn quoted(event: &Event, corpus: &Corpus) -> Vec<Quotation> {
        quotations(event, &|at| corpus.articles.get(at as usize))
    }

    /// The event of the sample with these days of print, by telling.
    fn printed_on(days: &[&str]) -> (Corpus, Event) {
        let mut corpus = sample::corpus();
        let mut event = corpus.events[2].clone();
        let (article, telling) = (corpus.articles[0].clone(), event.tellings[0]);
        (corpus.articles, event.tellings) = (Vec::new(), Vec::new());
        for (at, on) in (0..).zip(days) {
            let mut article = article.clone();
            article.outlet = Some(["A", "B", "C"][at as usize % 3].into());
            article.version_of = None;
            article.published.date = Day::parse(on);
            article.published.earliest = article.published.date;
            article.published.latest = article.published.date;
            corpus.articles.push(article);
            event.tellings.push(Telling { article: at, ..telling });
        }
        (corpus, event)
    }

    #[test]
    fn what_was_printed_before_an_event_is_told_apart() {
        let (corpus, mut event) = printed_on(&["2024-03-01", "2024-03-04", "2024-03-06"]);
        event.days = DayRange::single(day("2024-03-04"));
        event.granularity = Granularity::Day;
        event.bounds = None;
        assert_eq!(before(&event, &corpus), 1);
        event.status = Status::Planned;
        event.days = DayRange::single(day("2024-03-09"));
        assert_eq!(before(&event, &corpus), 3);
        event.bounds = Some(event.days);
        assert_eq!(before(&event, &corpus), 0, "its day is not sure");
        event.bounds = None;
        event.granularity = Granularity::Month;
        assert_eq!(before(&event, &corpus), 0, "its day is not known");
    }

    #[test]
    fn who_told_it_first_is_said_by_the_day() {
        let check = |days: &[&str], expected: Option<&str>| {
            let (corpus, event) = printed_on(days);
            assert_eq!(first_told(&event, &corpus).as_deref(), expected, "{days:?}");
        };
        let said = "First told on Monday 4 March 2024 by A";
        check(&["2024-03-04", "2024-03-06"], Some(said));
        check(&["2024-03-04", "2024-03-04", "2024-03-06"], Some(&[said, ", B"].concat()));
        check(&["2024-03-04", ""], Some(&[said, ", as far as dates are known"].concat()));
        check(&["2024-03-04", "2024-03-04"], None);
        check(&["2024-03-04"], None);
        check(&["", ""], None);
    }

    #[test]
    fn who_is_quoted_is_known_and_quoted_once() {
        let corpus = sample::corpus();
        let quoted: Vec<(&str, &str)> = corpus
            .events
            .iter()
            .flat_map(|event| quoted(event, &corpus))
            .map(|it| {
                let article = &corpus.articles[it.article as usize];
                (it.span.of(&article.body), &*corpus.entities[it.speaker as usize].name)
            })
            .collect();
        assert!(!quoted.is_empty(), "somebody is quoted");
        for (said, speaker) in quoted {
            assert!(said.len() > 2 && !speaker.is_empty(), "{said} {speaker}");
        }
    }

    #[test]
    fn a_quotation_that_two_have_word_for_word_is_one() {
        let mut corpus = sample::corpus();
        let at = corpus.events.iter().position(|it| !quoted(it, &corpus).is_empty()).unwrap();
        let one = quoted(&corpus.events[at], &corpus).len();
        let telling = corpus.events[at].tellings.clone();
        let copies: Vec<Article> =
            telling.iter().map(|it| corpus.articles[it.article as usize].clone()).collect();
        let first = corpus.articles.len() as u32;
        corpus.articles.extend(copies);
        let more = (first..).zip(telling).map(|(article, it)| Telling { article, ..it });
        corpus.events[at].tellings.extend(more);
        assert_eq!(quoted(&corpus.events[at], &corpus).len(), one);
    }

    #[test]
    fn of_what_is_withheld_nothing_is_quoted() {
        let mut corpus = sample::corpus();
        for event in &mut corpus.events {
            event.tellings.iter_mut().for_each(|it| it.span = Span::new(0, 0));
            assert_eq!(quoted(event, &sample::corpus()), []);
        }
    }
}
