//! The sentences that tell of a happening: those that date one, and an article's first ones.

use dateline_lang::Language;
use dateline_model::{
    Anchor, Article, Basis, Day, DayRange, Entity, EntityIndex, EntityKind, Granularity, Span,
    Telling, Timex, TimexKind,
};
use dateline_text::{fingerprint, opens_with_dateline, tokens};

use super::reprints::Reprint;
use super::terms::{Kind, Term};
use super::vocabulary::{Vocabulary, terms};
use crate::dates::{Edges, Entry, entries, entry_at};

/// A sentence with one of its dates, or without one: an event, or a part of one.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Candidate {
    pub telling: Telling,
    pub sentence: u32,
    /// The same, counted from the article's [`opening`]; [`OPENING`] for what stands before it.
    pub place: u32,
    /// The article's.
    pub language: &'static Language,
    /// The days it names; for a lead the day of publication.
    pub days: DayRange,
    pub granularity: Granularity,
    pub basis: Basis,
    /// The days that the publication date's own bounds allow.
    pub bounds: DayRange,
    pub anchor: Anchor,
    pub rule: String,
    pub phrase: String,
    /// Whether it names no day itself.
    pub lead: bool,
    /// See [`Sentence::quiet`].
    pub quiet: bool,
    pub published: Option<Day>,
    /// The day of the live report's entry that it stands in.
    pub entry: Option<Day>,
    /// The earlier article that has the sentence word for word.
    pub repeats: Option<u32>,
    /// The cosine with the sum of all that tell the same.
    pub centrality: f32,
}

/// A sentence that names more days than this is a table or a list of dates, and
/// its first ones stand for it. Prose names a handful; the bound keeps a million
/// dates on one line from becoming a million tellings of that line.
const MOST_DAYS: usize = 16;

/// One article's sentences, and which of them may tell of a happening.
#[derive(Clone, PartialEq)]
pub(super) struct Read {
    pub published: Option<Day>,
    /// Whether an earlier article has the same text, so that its words count no more.
    pub again: bool,
    pub title: Vec<(Term, Kind)>,
    /// Which of the sentences is the first of its own words. See [`opening`].
    pub opening: u32,
    pub sentences: Vec<Sentence>,
    pub candidates: Vec<Candidate>,
}

/// What a sentence says beside its dates.
#[derive(Clone, PartialEq)]
pub(super) struct Sentence {
    pub span: Span,
    pub terms: Vec<(Term, Kind)>,
    /// The person that is named first.
    pub actor: Option<EntityIndex>,
    named: bool,
    /// Whether it tells of what was, rather than of what is.
    past: bool,
    /// How many of its words tell of an act or of what was.
    verbs: usize,
    opinion: bool,
    /// Of its letters: the same sentence in another article has the same.
    pub letters: u64,
    /// Asked, said by somebody, or without a word that tells of a happening: it can tell no news.
    pub quiet: bool,
    asked: bool,
    /// Whether it ends in a mark.
    ends: bool,
}

pub(super) fn gather(
    vocabulary: &mut Vocabulary,
    index: u32,
    article: &Article,
    language: &'static Language,
    edges: &Edges,
    entities: &[Entity],
    reprint: Reprint,
) -> Read {
    vocabulary.begin();
    let spans = (language.sentences)(&article.body);
    let mut sentences: Vec<Sentence> = spans
        .iter()
        .map(|span| Sentence::new(vocabulary, article, language, entities, *span))
        .collect();
    if is_transcript(&article.body, &sentences) {
        sentences.iter_mut().for_each(|sentence| sentence.quiet = true);
    }
    let opening = opening(&article.body, &sentences);
    let entries = entries(&article.body, &article.timexes, article.published.date);
    let mut candidates: Vec<Candidate> = Vec::new();
    let mut dated: Vec<Dated> = vec![Dated::default(); sentences.len()];
    let mut place = 0;
    for (number, timex) in (0..).zip(&article.timexes) {
        while sentences.get(place).is_some_and(|one| one.span.end <= timex.span.start) {
            place += 1;
        }
        let Some(sentence) = sentences.get(place) else { break };
        let here = &mut dated[place];
        here.compares |= timex.compared;
        let Some(days) = dates_something(timex, article.published.date) else { continue };
        let known = &candidates[candidates.len() - here.count..];
        if here.count >= MOST_DAYS || known.iter().any(|known| known.days == days) {
            continue;
        }
        // What a dateline ends without a mark is headlines in a row.
        let heads = place as u32 + 1 == opening && !sentence.ends;
        if sentence.tells_something(timex) && !heads {
            here.count += 1;
            here.recent |= is_recent(timex, days, article.published.date);
            let telling = Telling { article: index, span: sentence.span, timex: Some(number) };
            let quiet = sentence.quiet || names_a_thing(article, timex, days);
            let sentence = (place as u32, quiet);
            let told = candidate(article, language, sentence, timex, days, telling, edges);
            candidates.push(told.within(&entries));
        }
    }
    // A year beside a day is where the clause of the day looks back to.
    for candidate in &mut candidates {
        let background = candidate.granularity < Granularity::Week;
        candidate.quiet |= background && dated[candidate.sentence as usize].recent;
    }
    // Where the verbs are not known, nothing undated can be taken for news.
    let verbal = language.events.knows_verbs();
    if let Some(first) = reprint.first.filter(|_| verbal) {
        for (place, (sentence, dated)) in (0..).zip(sentences.iter().zip(&dated)) {
            let Some(news) = u32::checked_sub(place, opening) else { continue };
            if sentence.tells_without_a_day(news) && !dated.says_all(news, sentence) {
                let telling = Telling { article: index, span: sentence.span, timex: None };
                let entry = entry_at(&entries, sentence.span.start).map(|entry| entry.day);
                let days = DayRange::single(entry.unwrap_or(first));
                let told = lead(article, language, place, days, telling);
                candidates.push(told.within(&entries));
            }
        }
    }
    for candidate in &mut candidates {
        candidate.place = candidate.sentence.checked_sub(opening).unwrap_or(OPENING);
    }
    let tokens = tokens(&article.title);
    let words = vocabulary.words(language.events, &article.title, &tokens);
    let title = terms(&tokens, &words, &[], &[]);
    let (published, again) = (article.published.date, reprint.again);
    Read { published, again, title, opening, sentences, candidates }
}

impl Candidate {
    /// The same, told on the day of the entry that it stands in.
    fn within(self, entries: &[Entry]) -> Self {
        let Some(entry) = entry_at(entries, self.telling.span.start) else { return self };
        let bounds = if self.lead { self.days } else { self.bounds };
        Self { bounds, published: Some(entry.day), entry: Some(entry.day), ..self }
    }
}

/// "Last week's quake", "this summer": names what it was, and tells it to nobody.
fn names_a_thing(article: &Article, timex: &Timex, days: DayRange) -> bool {
    let after = &article.body[timex.span.end as usize..];
    let possessive = after.starts_with(['\'', '’']);
    timex.granularity < Granularity::Day
        && (possessive || timex.granularity == Granularity::Month && days.days() > 31)
}

/// A date that belongs on the calendar: of a range all its days. Ranges over a year and more are
/// background, and what a sentence only compares with ("the worst since 2003") dates nothing in it.
///
/// An hour of a day that was named long before it is the day's only in a story of that time: in news it is an
/// hour of the news.
fn dates_something(timex: &Timex, published: Option<Day>) -> Option<DayRange> {
    let days = timex.stretch.or(timex.days).filter(|_| !timex.compared)?;
    let hour = timex.kind == TimexKind::Time && timex.anchor == Anchor::Text;
    if hour && published.is_some_and(|published| published - days.end > NEWS) {
        return None;
    }
    let kind = matches!(timex.kind, TimexKind::Date | TimexKind::Time);
    (kind && days.days() <= 366).then_some(days)
}

/// What was found of a sentence's dates.
#[derive(Clone, Copy, Default)]
struct Dated {
    /// How many candidates.
    count: usize,
    /// Whether one of them may be the news.
    recent: bool,
    /// Whether one is only compared with.
    compares: bool,
}

impl Dated {
    /// Whether the sentence tells nothing beside what it dates. What dates lie long ago in an article's
    /// opening tells of something beside the news: "A jury convicted the man who robbed a bank in 1998".
    fn says_all(self, place: u32, sentence: &Sentence) -> bool {
        let beside = place <= 1 && sentence.verbs > 1;
        self.recent || (!beside && (self.count > 0 || self.compares))
    }
}

/// Where an article's own words begin: with its dateline, where headlines and highlights stand before it.
fn opening(body: &str, sentences: &[Sentence]) -> u32 {
    let head = sentences.iter().take(HIGHLIGHTS);
    let at = head.map(|sentence| sentence.span.of(body)).position(opens_with_dateline);
    at.unwrap_or(0) as u32
}

/// So many sentences may stand before a dateline.
const HIGHLIGHTS: usize = 12;

/// So many sentences of an article may tell its news without naming a day.
pub(super) const OPENING: u32 = 5;

/// Days; what lies further back than this is no news.
const NEWS: i32 = 30;

fn is_recent(timex: &Timex, days: DayRange, published: Option<Day>) -> bool {
    timex.granularity >= Granularity::Week
        && published.is_none_or(|published| published - days.end <= NEWS)
}

/// Who acts stands so near a sentence's beginning, in bytes.
const SUBJECT: u32 = 54;

impl Sentence {
    fn new(
        vocabulary: &mut Vocabulary,
        article: &Article,
        language: &'static Language,
        entities: &[Entity],
        span: Span,
    ) -> Self {
        let text = span.of(&article.body);
        let tokens = tokens(text);
        let names: Vec<EntityIndex> = super::mentions_in(article, span).collect();
        let is_person = |name: EntityIndex| entities[name as usize].kind == EntityKind::Person;
        let subject = Span { end: span.end.min(span.start + SUBJECT), ..span };
        let actor = super::mentions_in(article, subject).find(|name| is_person(*name));
        let from = article.quotes.partition_point(|quote| quote.span.end <= span.start);
        let quotes: Vec<Span> = article.quotes[from..]
            .iter()
            .map(|quote| quote.span)
            .take_while(|quote| quote.start < span.end)
            .collect();
        let quoted: u32 =
            quotes.iter().map(|quote| quote.end.min(span.end) - quote.start.max(span.start)).sum();
        let events = language.events;
        let words = vocabulary.words(events, text, &tokens);
        let terms = terms(&tokens, &words, &dates_in(article, span), &names);
        let own = tokens.iter().zip(words).filter(|(token, _)| {
            let at = token.span.start + span.start;
            let next = quotes.partition_point(|quote| quote.end <= at);
            quotes.get(next).is_none_or(|quote| at < quote.start)
        });
        let mut verbs = 0;
        let (mut past, mut told, mut personal, mut opinion) = (false, false, false, false);
        for (_, word) in own {
            past |= word.past;
            verbs += usize::from(word.past);
            told |= word.told;
            personal |= word.personal;
            opinion |= word.opinion;
        }
        let kinds = terms.iter().filter(|term| term.1 == Kind::Act).count();
        let acts = kinds > 0;
        // "Source: the ministry's site"; a sentence ends in a mark.
        let ends = !text.ends_with(char::is_alphanumeric);
        let heads = tokens.len() < 16 && !ends;
        let asked = text.trim_end_matches(['"', '”', '’', '\'']).ends_with('?');
        let opens = quotes.first().is_some_and(|quote| {
            quote.start <= span.start
                && text[..(quote.end.min(span.end) - span.start) as usize]
                    .split_whitespace()
                    .count()
                    > 3
        });
        let spoken = opens || quoted * 2 > span.end - span.start;
        Self {
            span,
            letters: fingerprint(text),
            quiet: asked
                || spoken
                || personal
                || heads
                || text.contains('|')
                || (events.knows_verbs() && !(acts || past || told))
                || terms.len() < 3
                || events.is_furniture(text),
            opinion,
            verbs: verbs.max(kinds),
            terms,
            actor,
            named: !names.is_empty(),
            past,
            asked,
            ends,
        }
    }

    /// An article's first sentences tell its news; those further down tell on what happened where they tell
    /// of what was.
    fn tells_without_a_day(&self, place: u32) -> bool {
        !self.quiet && (place < OPENING || (self.past && !self.opinion))
    }

    /// Not every sentence with a date tells what happened on it: a line that is
    /// nothing but the date does not, a question does not, and "this year we were
    /// not sure" names neither a happening nor anybody that a reader could look for.
    fn tells_something(&self, timex: &Timex) -> bool {
        let vague = timex.granularity == Granularity::Year && timex.anchor != Anchor::Itself;
        !self.terms.is_empty() && !self.asked && (!vague || self.named)
    }
}

fn candidate(
    article: &Article,
    language: &'static Language,
    (sentence, quiet): (u32, bool),
    timex: &Timex,
    days: DayRange,
    telling: Telling,
    edges: &Edges,
) -> Candidate {
    let inferred = article.published.basis == Basis::Inferred;
    let depends = inferred && timex.anchor != Anchor::Itself;
    Candidate {
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
        lead: false,
        quiet,
        ..lead(article, language, sentence, days, telling)
    }
}

/// A sentence that names no day, published on `days`.
fn lead(
    article: &Article,
    language: &'static Language,
    sentence: u32,
    days: DayRange,
    telling: Telling,
) -> Candidate {
    Candidate {
        telling,
        sentence,
        place: sentence,
        language,
        days,
        granularity: Granularity::Day,
        basis: Basis::Inferred,
        bounds: article.published.bounds().unwrap_or(days),
        anchor: Anchor::Published,
        rule: String::new(),
        phrase: String::new(),
        lead: true,
        quiet: false,
        published: article.published.date,
        entry: None,
        repeats: None,
        centrality: 0.0,
    }
}

/// What is said on the air is written down by speaker: all of it is speech.
fn is_transcript(body: &str, sentences: &[Sentence]) -> bool {
    let labels = sentences.iter().filter(|sentence| names_a_speaker(sentence.span.of(body)));
    labels.take(3).count() == 3
}

/// "BLITZER: Thank you very much." A transcript names who speaks in capitals.
fn names_a_speaker(text: &str) -> bool {
    let Some((name, _)) = text.split_once(':') else { return false };
    let letters = name.chars().filter(|c| c.is_alphabetic()).count();
    letters > 2
        && name.split_whitespace().count() <= 5
        && !name.chars().any(|c| c.is_lowercase() || c.is_ascii_digit())
}

/// The time expressions inside `span`, as places in it.
fn dates_in(article: &Article, span: Span) -> Vec<Span> {
    let from = article.timexes.partition_point(|timex| timex.span.end <= span.start);
    article.timexes[from..]
        .iter()
        .take_while(|timex| timex.span.end <= span.end)
        // "Last Monday (Nordwire) -- The board" may be cut inside an expression.
        .filter(|timex| timex.days.is_some() && timex.span.start >= span.start)
        .map(|timex| Span {
            start: timex.span.start - span.start,
            end: timex.span.end - span.start,
        })
        .collect()
}
