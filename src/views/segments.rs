//! Cuts a stretch of an article into what the reader sees: names, dates,
//! quotations, search hits.
//!
//! Pure. Layers may cross each other; what comes out is nested properly:
//! a [`Passage`] holds [`Phrase`]s, a phrase holds [`TextRun`]s, and all runs
//! together are the text again.

use dateline_model::{Article, EntityIndex, Mention, Quote, Span, Timex};
use dateline_sort::sort_by;

/// Neighbouring text with the same voice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// Whether it belongs to the sentence that tells the open event.
    pub told: bool,
    /// Which of the article's quotations it belongs to, by position.
    pub quote: Option<usize>,
    /// What it consists of.
    pub phrases: Vec<Phrase>,
}

/// A name, a date, or the plain text between.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrase {
    /// What it names, if anything.
    pub thing: Option<Thing>,
    /// Its text.
    pub runs: Vec<TextRun>,
}

/// Neighbouring text that is a search hit as a whole, or is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TextRun {
    /// Where it stands in the article's body.
    pub span: Span,
    /// Whether it is a search hit.
    pub hit: bool,
}

/// What a phrase of text names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Thing {
    /// Somebody or something.
    Entity(EntityIndex),
    /// Days of the calendar: one of the article's time expressions, by position.
    Time(usize),
}

/// Cuts `within` of the article's body. `hits` and `told` are spans of the body.
pub fn cut(article: &Article, within: Span, hits: &[Span], told: &[Span]) -> Vec<Passage> {
    let layers = Layers::new(article, within, hits, told);
    let mut passages: Vec<Passage> = Vec::new();
    for edge in layers.edges(&article.body).windows(2) {
        let span = Span::new(edge[0], edge[1]);
        let (told, quote, thing) = (layers.told(span), layers.quote(span), layers.thing(span));
        let run = TextRun { span, hit: layers.hit(span) };
        if passages.last().is_none_or(|last| (last.told, last.quote) != (told, quote)) {
            passages.push(Passage { told, quote, phrases: Vec::new() });
        }
        let Some(passage) = passages.last_mut() else { continue };
        match passage.phrases.last_mut() {
            Some(phrase) if phrase.thing == thing && !layers.begins(span) => phrase.runs.push(run),
            _ => passage.phrases.push(Phrase { thing, runs: vec![run] }),
        }
    }
    passages
}

/// What lies over one stretch of text.
struct Layers<'a> {
    within: Span,
    mentions: &'a [Mention],
    /// Position of the first of `timexes` in the article.
    first_timex: usize,
    timexes: &'a [Timex],
    quotes: &'a [Quote],
    hits: &'a [Span],
    told: &'a [Span],
}

impl<'a> Layers<'a> {
    fn new(article: &'a Article, within: Span, hits: &'a [Span], told: &'a [Span]) -> Self {
        let timexes = window(&article.timexes, within, |timex| timex.span);
        let first_timex = article.timexes.partition_point(|timex| timex.span.end <= within.start);
        Self {
            within,
            mentions: window(&article.mentions, within, |mention| mention.span),
            first_timex,
            timexes,
            // Few, and one may lie in another: no window.
            quotes: &article.quotes,
            hits: window(hits, within, |hit| *hit),
            told,
        }
    }

    /// Where any layer begins or ends, with both ends of the stretch.
    fn edges(&self, body: &str) -> Vec<usize> {
        let quotes = self.quotes.iter().map(|quote| quote.span);
        let things = self.mentions.iter().map(|mention| mention.span);
        let times = self.timexes.iter().map(|timex| timex.span);
        let mut edges: Vec<usize> = things
            .chain(times)
            .chain(quotes)
            .chain(self.hits.iter().copied())
            .chain(self.told.iter().copied())
            .chain([self.within])
            .flat_map(|span| [span.start, span.end])
            .filter(|edge| (self.within.start..=self.within.end).contains(edge))
            .map(|edge| edge as usize)
            .filter(|edge| body.is_char_boundary(*edge))
            .collect();
        sort_by(&mut edges, &mut |one, other| one < other);
        edges.dedup();
        edges
    }

    fn thing(&self, run: Span) -> Option<Thing> {
        let mention = self.mentions.iter().find(|mention| mention.span.contains(run));
        let mention = mention.map(|mention| Thing::Entity(mention.entity));
        // A name inside a date phrase stays a name.
        mention.or_else(|| {
            let at = self
                .timexes
                .iter()
                .position(|timex| timex.days.is_some() && timex.span.contains(run))?;
            Some(Thing::Time(self.first_timex + at))
        })
    }

    /// Whether a name or a date begins with this run: two that touch stay two.
    fn begins(&self, run: Span) -> bool {
        self.mentions.iter().any(|mention| mention.span.start == run.start)
            || self.timexes.iter().any(|timex| timex.span.start == run.start)
    }

    /// The innermost quotation.
    fn quote(&self, run: Span) -> Option<usize> {
        self.quotes.iter().rposition(|quote| quote.span.contains(run))
    }

    fn hit(&self, run: Span) -> bool {
        self.hits.iter().any(|hit| hit.contains(run))
    }

    fn told(&self, run: Span) -> bool {
        self.told.iter().any(|told| told.contains(run))
    }
}

/// Those of `all`, which are in order and never overlap, that share a byte with `within`.
fn window<T>(all: &[T], within: Span, span: impl Fn(&T) -> Span) -> &[T] {
    let from = all.partition_point(|one| span(one).end <= within.start);
    let to = all.partition_point(|one| span(one).start < within.end);
    all.get(from..to).unwrap_or(&[])
}

#[cfg(test)]
mod tests {
    use dateline_model::sample;

    use super::*;

    /// The body's first paragraph as one string: `{quote}`, `[name]`, `<date>`,
    /// `*hit*`, `_told_`.
    fn drawn(article: &Article, within: Span, hits: &[Span], told: &[Span]) -> String {
        let mut out = String::new();
        for passage in cut(article, within, hits, told) {
            let (open, close) = match (passage.told, passage.quote) {
                (true, _) => ("_", "_"),
                (_, Some(_)) => ("{", "}"),
                _ => ("", ""),
            };
            out.push_str(open);
            for phrase in passage.phrases {
                let marks = match phrase.thing {
                    Some(Thing::Entity(_)) => ("[", "]"),
                    Some(Thing::Time(_)) => ("<", ">"),
                    None => ("", ""),
                };
                out.push_str(marks.0);
                for run in phrase.runs {
                    let mark = if run.hit { "*" } else { "" };
                    out.extend([mark, run.span.of(&article.body), mark]);
                }
                out.push_str(marks.1);
            }
            out.push_str(close);
        }
        out
    }

    fn spans(body: &str, phrases: &[&str]) -> Vec<Span> {
        phrases
            .iter()
            .map(|phrase| {
                let start = body.find(phrase).unwrap();
                Span::new(start, start + phrase.len())
            })
            .collect()
    }

    fn check(article: usize, paragraph: usize, hits: &[&str], told: &[&str], expected: &str) {
        let article = &sample::corpus().articles[article];
        let (start, text) = article.paragraphs().nth(paragraph).unwrap();
        let within = Span::new(start, start + text.len());
        let (hits, told) = (spans(&article.body, hits), spans(&article.body, told));
        assert_eq!(drawn(article, within, &hits, &told), expected);
    }

    #[test]
    fn names_and_dates_become_phrases() {
        let expected = "[Port Alder] opened its new bridge <on Monday>, mayor [Marta Quell] said.";
        check(0, 0, &[], &[], expected);
    }

    #[test]
    fn a_hit_may_cover_part_of_a_name_and_run_over_its_end() {
        let expected =
            "[Port *Alder*]* opened* its new bridge <on Monday>, mayor [Marta Quell] said.";
        check(0, 0, &["Alder opened"], &[], expected);
    }

    #[test]
    fn a_quotation_is_a_passage_of_its_own() {
        let expected = "{\u{201c}We *waited* twenty years,\u{201d}} [Quell] said. The old bridge was closed <in 1998>.";
        check(0, 1, &["waited"], &[], expected);
    }

    #[test]
    fn the_telling_sentence_is_marked_and_its_names_stay() {
        let expected = "\u{201c}We waited twenty years,\u{201d} [Quell] said. _The old bridge was closed <in 1998>._";
        let told = "The old bridge was closed in 1998.";
        let article = &mut sample::corpus().articles[0];
        article.quotes.clear();
        let (start, text) = article.paragraphs().nth(1).unwrap();
        let within = Span::new(start, start + text.len());
        let told = spans(&article.body, &[told]);
        assert_eq!(drawn(article, within, &[], &told), expected);
    }

    #[test]
    fn the_runs_together_are_the_text_whatever_the_layers() {
        let mut seed = 1u32;
        let mut next = |below: usize| {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (seed >> 8) as usize % below
        };
        for _ in 0..500 {
            let mut article = sample::corpus().articles[2].clone();
            let length = article.body.len();
            let mut span = || {
                let (one, other) = (next(length + 1), next(length + 1));
                Span::new(one.min(other), one.max(other))
            };
            article.quotes = vec![Quote { span: span(), speaker: None }];
            let (hits, told) = ([span()], [span()]);
            let whole = Span::new(0, length);
            let passages = cut(&article, whole, &hits, &told);
            let again: String = passages
                .iter()
                .flat_map(|passage| &passage.phrases)
                .flat_map(|phrase| &phrase.runs)
                .map(|run| run.span.of(&article.body))
                .collect();
            assert_eq!(again, article.body);
        }
    }

    #[test]
    fn a_length_of_time_is_no_date() {
        let mut article = sample::corpus().articles[0].clone();
        for timex in &mut article.timexes {
            timex.days = None;
        }
        let whole = Span::new(0, article.body.len());
        assert!(!drawn(&article, whole, &[], &[]).contains('<'));
    }
}
