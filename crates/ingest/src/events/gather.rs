//! The sentences that date something.

use dateline_model::{
    Anchor, Article, Basis, DayRange, Entity, EntityIndex, EntityKind, Evidence, Granularity, Span,
    Telling, Timex, TimexKind,
};

use dateline_lang::Language;

use super::stems::content_stems;
use crate::dates::Edges;

/// A sentence with one of its dates: an event, or a part of one.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    pub telling: Telling,
    /// The article's.
    pub language: &'static Language,
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

/// A sentence that names more days than this is a table or a list of dates, and
/// its first ones stand for it. Prose names a handful; the bound keeps a million
/// dates on one line from becoming a million tellings of that line.
const MOST_DAYS: usize = 16;

/// Every dated sentence of one article, in order.
pub(super) fn gather(
    index: u32,
    article: &Article,
    language: &'static Language,
    edges: &Edges,
    entities: &[Entity],
) -> Vec<Candidate> {
    let mut out: Vec<Candidate> = Vec::new();
    let spans = (language.sentences)(&article.body);
    let mut place = 0;
    // The sentence at hand, and where its candidates begin.
    let mut told: Option<(Sentence, usize)> = None;
    for (number, timex) in (0..).zip(&article.timexes) {
        while spans.get(place).is_some_and(|span| span.end <= timex.span.start) {
            place += 1;
        }
        let Some(&span) = spans.get(place) else { break };
        let Some(days) = dates_something(timex) else { continue };
        let (sentence, first) = match &mut told {
            Some(known) if known.0.span == span => known,
            known => known.insert((Sentence::new(article, language, entities, span), out.len())),
        };
        let here = &out[*first..];
        if here.len() >= MOST_DAYS || here.iter().any(|known| known.days == days) {
            continue;
        }
        let telling = Telling { article: index, span, timex: Some(number) };
        if sentence.tells_something(timex) {
            out.push(candidate(article, sentence, timex, days, telling, edges));
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

/// What a sentence says beside its dates.
struct Sentence {
    span: Span,
    language: &'static Language,
    stems: Vec<String>,
    actor: Option<EntityIndex>,
    asked: bool,
    named: bool,
}

impl Sentence {
    fn new(
        article: &Article,
        language: &'static Language,
        entities: &[Entity],
        span: Span,
    ) -> Self {
        let text = span.of(&article.body);
        Self {
            span,
            language,
            stems: content_stems(language.events, text, &dates_in(article, span)),
            actor: actor(article, entities, span),
            asked: text.trim_end_matches(['"', '”', '’', '\'']).ends_with('?'),
            named: super::mentions_in(article, span).next().is_some(),
        }
    }

    /// Not every sentence with a date tells what happened on it: a line that is
    /// nothing but the date does not, a question does not, and "this year we were
    /// not sure" names neither a happening nor anybody that a reader could look for.
    fn tells_something(&self, timex: &Timex) -> bool {
        let vague = timex.granularity == Granularity::Year && timex.anchor != Anchor::Itself;
        !self.stems.is_empty() && !self.asked && (!vague || self.named)
    }
}

fn candidate(
    article: &Article,
    sentence: &Sentence,
    timex: &Timex,
    days: DayRange,
    telling: Telling,
    edges: &Edges,
) -> Candidate {
    let inferred = article.published.basis == Basis::Inferred;
    let depends = inferred && timex.anchor != Anchor::Itself;
    Candidate {
        telling,
        language: sentence.language,
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
        stems: sentence.stems.clone(),
        actor: sentence.actor,
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
