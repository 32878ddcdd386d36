//! Time expressions: finding them, and giving them a calendar value.
//!
//! `find` knows rules and words but no calendar; `Reader` knows the calendar
//! and the story so far, and sees of the text only what was found.

mod calendar;
mod earnings;
mod find;
mod guard;
mod lexicon;
mod notation;
mod pattern;
mod relative;
mod shapes;
mod story;
mod tense;
mod value;
mod words;
mod year;

use dateline_model::{Day, Span, Timex};

use dateline_lang::en::time::{RULES, Reading};
use dateline_text::sentences;
use find::{Found, find};
use story::{Story, is_history};
use tense::{Tense, Tenses};
use value::{Reader, Valued};
use words::Words;

/// Finds and values the time expressions of a body against its publication
/// day. Without one, what depends on it keeps TimeML's placeholder
/// (`XXXX-05-16`, `XXXX-WXX-1`) and covers no days.
///
/// ```
/// use dateline_timex::tag;
/// use dateline_model::Day;
/// let found = tag("The talks are set for June 2.", Day::new(2025, 5, 29));
/// assert_eq!(found[0].value, "2025-06-02");
/// assert!(found[0].future);
/// ```
pub fn tag(body: &str, published: Option<Day>) -> Vec<Timex> {
    Tagged::new(body).against(published)
}

/// A body whose time expressions are found and wait for a publication day:
/// finding is most of the work, and an undated body is valued several times.
pub struct Tagged<'t> {
    words: Words<'t>,
    found: Vec<Found>,
    sentences: Vec<Span>,
    tenses: Tenses,
}

impl<'t> Tagged<'t> {
    /// Finds the expressions.
    pub fn new(body: &'t str) -> Self {
        let words = Words::new(body);
        let found = find(&words);
        let (sentences, tenses) = (sentences(body), Tenses::new(&words));
        Self { words, found, sentences, tenses }
    }

    /// Values them.
    pub fn against(&self, published: Option<Day>) -> Vec<Timex> {
        value(self, published)
    }
}

fn value(tagged: &Tagged<'_>, published: Option<Day>) -> Vec<Timex> {
    let Tagged { words, found, sentences, tenses } = tagged;
    let history = is_history(words, found, published);
    let mut reader = Reader { published, history, story: Story::new(history) };
    let mut out = Vec::with_capacity(found.len());
    let mut sentence = 0;
    for (at, one) in found.iter().enumerate() {
        let span = span(words, one);
        while sentence + 1 < sentences.len() && sentences[sentence + 1].start <= span.start {
            sentence += 1;
        }
        let bounds = sentences.get(sentence).copied().unwrap_or(span);
        let tense = tenses.of(words, one, bounds);
        reader.story.enter(bounds.start, one.start);
        // "At 3 p.m. on Monday": the day stands behind the hour.
        let behind = found.get(at + 1).filter(|next| {
            let beside = (one.end..=next.start).all(|at| !words.begins_paragraph(at));
            one.is_time_alone() && next.start <= one.end + 2 && beside && !next.is_time_alone()
        });
        let day = behind.and_then(|next| reader.value(next, tense)).and_then(|next| next.day());
        if day.is_some() {
            reader.story.day = day;
            reader.story.in_sentence = true;
        }
        reader.story.recurs |= one.is_time_alone() && opens_hours(words, found, at);
        let Some(valued) = reader.value(one, tense) else { continue };
        reader.story.note(words, one, &valued);
        out.push(timex(one, span, valued, tense, published));
    }
    out
}

/// Whether an hour opens a stretch of hours, "from 6 a.m. to midnight": such
/// hours are those of any day, unless the sentence names one.
fn opens_hours(words: &Words<'_>, found: &[Found], at: usize) -> bool {
    let one = &found[at];
    let closes = |next: &Found| {
        next.is_time_alone()
            && next.start == one.end + 1
            && words.is_any(one.end, &["to", "until", "-", "\u{2013}"])
    };
    words.is(one.start.wrapping_sub(1), "from") && found.get(at + 1).is_some_and(closes)
}

fn span(words: &Words<'_>, found: &Found) -> Span {
    let (first, last) = (words.tokens[found.start].span, words.tokens[found.end - 1].span);
    Span { start: first.start, end: last.end }
}

fn timex(found: &Found, span: Span, valued: Valued, tense: Tense, published: Option<Day>) -> Timex {
    let rule = &RULES[found.rule];
    let vague = matches!(rule.reading, Reading::Reference(_) | Reading::Set(_) | Reading::Duration);
    let future = match (valued.days, published) {
        (Some(days), Some(published)) if days.end < published => false,
        (Some(days), Some(published)) if days.start > published => true,
        _ => !vague && tense == Tense::Future || valued.value == "FUTURE_REF",
    };
    Timex {
        span,
        kind: valued.kind,
        value: valued.value,
        days: valued.days,
        granularity: valued.granularity,
        anchor: valued.anchor,
        future,
        rule: rule.name.to_owned(),
    }
}

#[cfg(test)]
mod tests;
