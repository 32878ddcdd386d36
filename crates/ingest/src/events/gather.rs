//! The sentences that date something.

use dateline_model::{
    Anchor, Article, Basis, Day, DayRange, Entity, EntityIndex, EntityKind, Evidence, Granularity,
    Span, Telling, Timex, TimexKind,
};

use super::words::content_stems;
use crate::text::sentences;
use crate::timex;

/// A sentence with one of its dates: an event, or a part of one.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    pub telling: Telling,
    pub days: DayRange,
    pub granularity: Granularity,
    pub basis: Basis,
    /// The days that the publication date's own bounds allow.
    pub bounds: DayRange,
    pub anchor: Anchor,
    pub rule: String,
    pub phrase: String,
    /// Folded words that carry meaning, sorted.
    pub stems: Vec<String>,
    /// Who acts: the first person that the sentence names.
    pub actor: Option<EntityIndex>,
    /// Why it was taken for the same happening as the one before it.
    pub joined: Option<Evidence>,
}

/// Every dated sentence of every article, in order.
pub(super) fn gather(articles: &[Article], entities: &[Entity]) -> Vec<Candidate> {
    let mut out = Vec::new();
    for (index, article) in articles.iter().enumerate() {
        let edges = edges(article);
        let spans = sentences(&article.body);
        let mut sentence = 0;
        for (number, timex) in article.timexes.iter().enumerate() {
            while spans.get(sentence).is_some_and(|span| span.end <= timex.span.start) {
                sentence += 1;
            }
            let Some(span) = spans.get(sentence) else { break };
            let Some(days) = dates_something(timex) else { continue };
            let known_here = out.iter().rev().take_while(|c: &&Candidate| {
                c.telling.article == index as u32 && c.telling.span == *span
            });
            if known_here.into_iter().any(|known| known.days == days) {
                continue;
            }
            let telling =
                Telling { article: index as u32, span: *span, timex: Some(number as u32) };
            let candidate = candidate(article, entities, timex, days, telling, &edges);
            if tells_something(&candidate, article) {
                out.push(candidate);
            }
        }
    }
    out
}

/// A date that belongs on the calendar. Ranges over a year and more are
/// background, and quarters and seasons are reporting periods rather than
/// happenings.
fn dates_something(timex: &Timex) -> Option<DayRange> {
    let days = timex.days?;
    let kind = matches!(timex.kind, TimexKind::Date | TimexKind::Time);
    (kind && days.days() <= 366).then_some(days)
}

/// Not every sentence with a date tells what happened on it: a line that is
/// nothing but the date does not, a question does not, and "this year we were
/// not sure" names neither a happening nor anybody that a reader could look for.
fn tells_something(candidate: &Candidate, article: &Article) -> bool {
    let span = candidate.telling.span;
    let asked = span.of(&article.body).trim_end_matches(['"', '”', '’', '\'']).ends_with('?');
    let vague = candidate.granularity == Granularity::Year && candidate.anchor != Anchor::Itself;
    let named = || super::mentions_in(article, span).next().is_some();
    !candidate.stems.is_empty() && !asked && (!vague || named())
}

fn candidate(
    article: &Article,
    entities: &[Entity],
    timex: &Timex,
    days: DayRange,
    telling: Telling,
    edges: &Edges,
) -> Candidate {
    let inferred = article.published.basis == Basis::Inferred;
    let depends = inferred && timex.anchor != Anchor::Itself;
    let sentence = telling.span.of(&article.body);
    Candidate {
        telling,
        days,
        granularity: match timex.granularity {
            Granularity::Minute => Granularity::Day,
            other => other,
        },
        basis: if depends { Basis::Inferred } else { Basis::Stated },
        bounds: if depends { edges.widen(timex.span, days) } else { days },
        anchor: timex.anchor,
        rule: timex.rule.clone(),
        phrase: timex.span.of(&article.body).into(),
        stems: content_stems(sentence, &dates_in(article, telling.span)),
        actor: actor(article, entities, telling.span),
        joined: None,
    }
}

/// The time expressions inside `span`, as places in it.
fn dates_in(article: &Article, span: Span) -> Vec<Span> {
    let from = article.timexes.partition_point(|timex| timex.span.end <= span.start);
    article.timexes[from..]
        .iter()
        .take_while(|timex| timex.span.end <= span.end)
        .filter(|timex| timex.days.is_some())
        .map(|timex| Span {
            start: timex.span.start - span.start,
            end: timex.span.end - span.start,
        })
        .collect()
}

/// The person named first: who acts in nearly every news sentence.
fn actor(article: &Article, entities: &[Entity], span: Span) -> Option<EntityIndex> {
    super::mentions_in(article, span)
        .find(|entity| entities[*entity as usize].kind == EntityKind::Person)
}

/// The same expressions read at both ends of an inferred publication date.
struct Edges {
    earliest: Vec<(Span, DayRange)>,
    latest: Vec<(Span, DayRange)>,
}

fn edges(article: &Article) -> Edges {
    let read = |day: Option<Day>| -> Vec<(Span, DayRange)> {
        timex::tag(&article.body, day)
            .into_iter()
            .filter_map(|timex| Some((timex.span, timex.days?)))
            .collect()
    };
    let published = &article.published;
    if published.basis != Basis::Inferred || published.date.is_none() {
        return Edges { earliest: Vec::new(), latest: Vec::new() };
    }
    Edges { earliest: read(published.earliest), latest: read(published.latest) }
}

impl Edges {
    fn widen(&self, span: Span, days: DayRange) -> DayRange {
        let at = |side: &[(Span, DayRange)]| {
            side.binary_search_by_key(&span, |(span, _)| *span).ok().map(|found| side[found].1)
        };
        let first = at(&self.earliest).map_or(days.start, |range| range.start);
        let last = at(&self.latest).map_or(days.end, |range| range.end);
        DayRange { start: first.min(days.start), end: last.max(days.end) }
    }
}

#[cfg(test)]
mod tests {
    use crate::{Meta, Options, Source, ingest, overlay::Overlay};

    /// How many events the body of an article published on 6 March 2024 gives.
    fn check(body: &str, expected: usize) {
        let meta = Some(Meta { date: Some("2024-03-06".into()), ..Meta::default() });
        let source = Source { path: "a.txt", bytes: body.as_bytes(), meta };
        let options = Options { plain: true, ..Options::default() };
        let corpus = ingest(&[source], &Overlay::default(), &options);
        assert_eq!(corpus.events.len(), expected, "{body:?} {:?}", corpus.events);
    }

    #[test]
    fn a_sentence_that_tells_what_happened_is_an_event() {
        check("The harbour bridge was opened on 4 March.", 1);
        check("The harbour bridge was built in 1968.", 1);
        check("Last year the Red Cross opened a second office in Geneva.", 1);
    }

    #[test]
    fn a_line_that_is_nothing_but_its_date_is_none() {
        check("Wednesday, March 6, 2024", 0);
    }

    #[test]
    fn a_question_is_none() {
        check("Was the harbour bridge built in 1968?", 0);
        check("\"Was the harbour bridge built in 1968?\" she asked.", 1);
    }

    #[test]
    fn this_year_without_anybody_named_is_none() {
        check("This year we were not sure whether it would work.", 0);
        check("Sales fell last year.", 0);
    }
}
