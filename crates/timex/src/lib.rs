//! Time expressions: finding them, and giving them a calendar value.
//!
//! The engine knows the calendar and no word of any language: a [`Language`]
//! brings its rows and words. `find` knows rows and no calendar; `Context`
//! knows the calendar and the story so far, and sees of the text only what was
//! found.

mod asides;
mod calendar;
mod context;
mod date;
pub mod digits;
mod earnings;
mod eras;
mod find;
mod grammar;
mod language;
mod neutral;
mod notation;
mod parts;
mod pattern;
mod ranges;
mod relative;
mod row;
mod shapes;
mod sharing;
mod story;
mod table;
mod tense;
mod tokens;
mod value;
mod valued;

use dateline_model::{Day, Span, Timex};

pub use asides::{Aside, MARKS, aside};
pub use eras::BUDDHIST;
pub use grammar::Grammar;
pub use language::Language;
pub use neutral::NEUTRAL;
pub use parts::{Amount, Class, Count, Feast, HourMinute, Parts, Said, Unit};
pub use ranges::Ends;
pub use row::{Continues, Found, Guard, Reading, Row, free, row, whole_number};
pub use table::{listed, look};
pub use tense::{Beside, Sign, SignOf, Tense};
pub use tokens::Tokens;

use context::Context;
use eras::Eras;
use ranges::End;
use story::{Story, is_history};
use tense::Tenses;
use valued::Valued;

/// Finds and values the time expressions of a body against its publication
/// day. Without one, what depends on it keeps TimeML's placeholder
/// (`XXXX-05-16`, `XXXX-WXX-1`) and covers no days.
///
/// ```
/// use dateline_timex::{NEUTRAL, tag};
/// let found = tag(&NEUTRAL, "Riga, 16.05.2025", None);
/// assert_eq!(found[0].value, "2025-05-16");
/// ```
pub fn tag(language: &'static Language, body: &str, published: Option<Day>) -> Vec<Timex> {
    Tagged::new(language, body).against(published)
}

/// A body whose time expressions are found and wait for a publication day:
/// finding is most of the work, and an undated body is valued several times.
pub struct Tagged<'t> {
    language: &'static Language,
    tokens: Tokens<'t>,
    found: Vec<Found>,
    ends: Vec<Option<End>>,
    sentences: Vec<Span>,
    tenses: Tenses,
    eras: Eras,
}

impl<'t> Tagged<'t> {
    /// Finds the expressions.
    pub fn new(language: &'static Language, body: &'t str) -> Self {
        let (index, grammar) = (language.index(), language.grammar());
        let tokens = index.tokens(body);
        let found = index.find(&tokens);
        let ends = ranges::ends(grammar.ends, &tokens, &found);
        let sentences = (grammar.sentences)(body);
        let tenses = Tenses::new(&tokens, grammar.sign, grammar.beside);
        let eras = Eras::new(grammar, &tokens, &found);
        Self { language, tokens, found, ends, sentences, tenses, eras }
    }

    /// What was found, in order.
    pub fn found(&self) -> &[Found] {
        &self.found
    }

    /// Where an expression stands in the body.
    pub fn span(&self, found: &Found) -> Span {
        self.tokens.span(found.start, found.end)
    }

    /// Whether its sentence speaks of an expression as past or as to come.
    pub fn tense(&self, found: &Found) -> Tense {
        self.tense_within(found, self.sentence(found))
    }

    /// Whether one aside holds of an expression in its sentence.
    pub fn holds(&self, aside: &Aside, found: &Found) -> bool {
        (aside.holds)(&self.tokens, found, &self.tokens.within(self.sentence(found)))
    }

    fn sentence(&self, found: &Found) -> Span {
        let span = self.span(found);
        let after = self.sentences.partition_point(|sentence| sentence.start <= span.start);
        after.checked_sub(1).map_or(span, |at| self.sentences[at])
    }

    fn is_aside_within(&self, found: &Found, sentence: Span) -> bool {
        let tokens = self.tokens.within(sentence);
        asides::is_aside(self.language.grammar().asides, &self.tokens, found, &tokens)
    }

    fn tense_within(&self, found: &Found, sentence: Span) -> Tense {
        self.tenses.of(&self.tokens, found, sentence)
    }

    /// Values them.
    pub fn against(&self, published: Option<Day>) -> Vec<Timex> {
        self.against_each(published, &[])
    }

    /// The same, where parts of the body have a day of their own: from each byte on, in order, the
    /// day that stands with it takes publication's place, and nothing told before is in mind.
    pub fn against_each(&self, published: Option<Day>, turns: &[(u32, Day)]) -> Vec<Timex> {
        let Self { language, tokens, found, sentences, .. } = self;
        let grammar = language.grammar();
        let history = is_history(found, published);
        let mut context = Context { published, history, story: Story::new(history) };
        let mut out: Vec<Timex> = Vec::with_capacity(found.len());
        // The last end of the stretch at hand, valued with its first.
        let mut last_end = None;
        let (mut sentence, mut turns_taken) = (0, 0);
        for (at, one) in found.iter().enumerate() {
            let one = self.with_year_behind(at).unwrap_or(*one);
            let Some(one) = &self.eras.in_common(one, published) else { continue };
            let span = self.span(one);
            let turned = turns.partition_point(|turn| turn.0 <= span.start);
            if turned > turns_taken {
                context.published = Some(turns[turned - 1].1);
                context.story = Story::new(history);
                turns_taken = turned;
            }
            while sentence + 1 < sentences.len() && sentences[sentence + 1].start <= span.start {
                sentence += 1;
            }
            let bounds = sentences.get(sentence).copied().unwrap_or(span);
            let tense = self.tense_within(one, bounds);
            let aside = self.is_aside_within(one, bounds);
            context.story.enter(bounds.start, one.start);
            // "At 3 p.m. on Monday": the day stands behind the hour.
            let behind = found.get(at + 1).filter(|next| {
                let beside = (one.end..=next.start).all(|at| !tokens.begins_paragraph(at));
                one.is_time_alone() && next.start <= one.end + 2 && beside && !next.is_time_alone()
            });
            let day =
                behind.and_then(|next| context.value(next, tense)).and_then(|next| next.day());
            if day.is_some() {
                context.story.day = day;
                context.story.in_sentence = true;
            }
            context.story.recurs |= one.is_time_alone() && self.opens_hours(at);
            if self.ends[at] == Some(End::First)
                && let Some([first, last]) =
                    context.value_ends(tokens, [one, &found[at + 1]], tense)
            {
                context.story.note(grammar, tokens, one, &first);
                let compared = aside && first.days.is_some();
                out.push(Timex { compared, ..timex(one, span, first, tense, context.published) });
                last_end = Some(last);
                continue;
            }
            let valued = (last_end.take())
                .or_else(|| {
                    let before = out.last().filter(|_| self.is_listed(at))?;
                    context.value_listed(one, before, tense)
                })
                .or_else(|| context.value(one, tense));
            let Some(valued) = valued else { continue };
            let compared = aside && valued.days.is_some();
            context.story.note(grammar, tokens, one, &valued);
            if compared && !history {
                context.story.forget_year(one.end);
            }
            out.push(Timex { compared, ..timex(one, span, valued, tense, context.published) });
            if self.ends[at] == Some(End::Last) {
                close(&mut out, self.span(&found[at - 1]));
            }
        }
        out
    }

    /// A day without a year whose noun phrase names it: "the 6 January riot at the town hall in
    /// 2021".
    fn with_year_behind(&self, at: usize) -> Option<Found> {
        let (one, year) = (self.found[at], self.found.get(at + 1)?);
        let day = one.parts.month.and(one.parts.day);
        let bare =
            year.length() == 1 && year.parts.month.is_none() && year.reading() == one.reading();
        let between = one.end..year.start;
        let near = (2..=YEAR_BEHIND).contains(&between.len());
        let fits = one.reading() == Reading::Date && one.parts.year.is_none() && day.is_some();
        let joined = self.tokens.is_any(year.start - 1, self.language.grammar().in_year);
        let noun =
            |at| self.tokens.get(at).starts_with(char::is_alphabetic) || self.tokens.dash(at);
        (fits && bare && near && joined && self.tenses.quiet(between.clone()))
            .then_some(between)
            .filter(|between| between.clone().all(noun))
            .map(|_| Found { parts: Parts { year: year.parts.year, ..one.parts }, ..one })
    }

    /// Whether an expression goes on a list that the one before it is of.
    fn is_listed(&self, at: usize) -> bool {
        at > 0 && ranges::are_listed(&self.tokens, &self.found[at - 1], &self.found[at])
    }

    /// Whether an hour opens a stretch of hours, "from 6 a.m. to midnight": such
    /// hours are those of any day, unless the sentence names one.
    fn opens_hours(&self, at: usize) -> bool {
        let (one, tokens, grammar) = (&self.found[at], &self.tokens, self.language.grammar());
        let closes = |next: &Found| {
            next.is_time_alone()
                && next.start == one.end + 1
                && (tokens.is_any(one.end, grammar.hours_until)
                    || matches!(tokens.get(one.end), "-" | "\u{2013}"))
        };
        tokens.is_any(one.start.wrapping_sub(1), grammar.hours_from)
            && self.found.get(at + 1).is_some_and(closes)
    }
}

/// Gives the last two expressions the stretch that they are the ends of, where both have days and
/// `first`, where the first stands, is among what was valued.
fn close(out: &mut [Timex], first: Span) {
    let [.., begin, end] = out else { return };
    let days = begin.days.zip(end.days).filter(|_| begin.span == first);
    let stretch = days.and_then(|(first, last)| ranges::stretch(first, last));
    (begin.stretch, end.stretch) = (stretch, stretch);
    // What only the one end shows holds of both: "the 2010-11 season".
    let compared = stretch.is_some() && (begin.compared || end.compared);
    (begin.compared, end.compared) = (begin.compared || compared, end.compared || compared);
}

/// How many tokens may stand between a day and the year of its noun phrase.
const YEAR_BEHIND: usize = 8;

fn timex(found: &Found, span: Span, valued: Valued, tense: Tense, published: Option<Day>) -> Timex {
    let vague =
        matches!(found.reading(), Reading::Reference(_) | Reading::Set(_) | Reading::Duration);
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
        rule: found.row.name.to_owned(),
        stretch: None,
        compared: false,
    }
}
