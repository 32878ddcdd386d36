//! What speaks for a label and against it, as one sum.

use dateline_lang::Language;
use dateline_lang::events::{Events, Labels};
use dateline_model::{Granularity, Span, Status, Timex};
use dateline_text::{QuickMap, Token, TokenKind, tokens};

use super::super::mentions_in;
use super::super::vocabulary::Vocabulary;
use super::Teller;
use super::cut::{Cut, How};
use super::marks::Marks;

/// A sentence's subject begins within so many bytes.
const SUBJECT: u32 = 48;

/// What is known of an event before it has a name: whether it came to pass, and how often its tellings have
/// each word.
pub(super) struct Common<'v> {
    vocabulary: &'v mut Vocabulary,
    status: Status,
    /// By the number of its stem.
    counts: QuickMap<u32, f32>,
    norm: f32,
}

impl<'v> Common<'v> {
    pub(super) fn of<'t>(
        vocabulary: &'v mut Vocabulary,
        status: Status,
        sentences: impl Iterator<Item = (&'static Language, &'t str)>,
    ) -> Self {
        let mut counts: QuickMap<u32, f32> = QuickMap::default();
        // The sum of their squares, which grows by 2n + 1 where a count of n grows by one.
        let mut squares = 0.0;
        for (language, sentence) in sentences {
            for stem in content(vocabulary, language.events, sentence) {
                let count = counts.entry(stem).or_default();
                squares += 2.0 * *count + 1.0;
                *count += 1.0;
            }
        }
        Self { vocabulary, status, counts, norm: f32::sqrt(squares) }
    }

    /// Whether the event happened, and a text tells nothing of what was.
    fn misses_past(&mut self, events: &'static Events, text: &str, tokens: &[Token]) -> bool {
        self.status == Status::Happened
            && !self.vocabulary.words(events, text, tokens).iter().any(|word| word.past)
    }

    /// The cosine of a text's words with the counts of all.
    fn with(&mut self, events: &'static Events, text: &str) -> f32 {
        let words = content(self.vocabulary, events, text);
        let shared: f32 = words.iter().filter_map(|word| self.counts.get(word)).sum();
        shared / ((words.len() as f32).sqrt() * self.norm).max(1.0)
    }
}

/// The stems of a text that say something, and its numbers, each once.
fn content(vocabulary: &mut Vocabulary, events: &'static Events, text: &str) -> Vec<u32> {
    let words = vocabulary.words(events, text, &tokens(text)).into_iter();
    let mut stems: Vec<u32> = words.filter_map(|word| Some(word.meaning?.stem)).collect();
    stems.sort_unstable();
    stems.dedup();
    stems
}

/// Each from 0 to 1.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Merits {
    /// The telling says what all tellings say.
    central: f32,
    /// Its label still does.
    common: f32,
    /// It has the length of a label.
    length: f32,
    /// It names somebody, something or a number.
    names: f32,
    /// It is the article's headline.
    headline: f32,
    /// It stands early in its article.
    early: f32,
    /// It points at a sentence that the label does not show.
    points: f32,
    /// It tells of a long time, and not of what happened in it.
    lasting: f32,
    /// It has no verb.
    verbless: f32,
    /// It is quoted, or a speaker's turn.
    spoken: f32,
    /// The writer or the reader is in it.
    own: f32,
    /// It asks.
    asked: f32,
    /// It weighs or guesses.
    opinion: f32,
    /// The page says it about itself.
    furniture: f32,
    /// Words of it are missing.
    cut: f32,
    /// It tells of a day that the event is not dated to, and the words that date the event are gone.
    elsewhere: f32,
    /// It tells only of what is to come, and the event is over: "The board will meet".
    ahead: f32,
}

impl Merits {
    pub(super) fn of(
        teller: &Teller<'_>,
        common: &mut Common<'_>,
        cut: &Cut,
        headline: bool,
    ) -> Self {
        let events = teller.language.events;
        let words = &events.labels;
        let text = cut.text.as_str();
        let tokens = tokens(text);
        let marks = Marks::of(text);
        let folded: Vec<String> = tokens
            .iter()
            .filter(|token| {
                token.kind == TokenKind::Word && marks.outside(token.span.start as usize)
            })
            .map(|token| token.of(text).to_lowercase())
            .collect();
        let any = |list: &[&str]| folded.iter().any(|word| list.binary_search(&&**word).is_ok());
        Self {
            central: teller.centrality,
            common: common.with(events, text),
            length: length(text.chars().count(), folded.len()),
            names: if headline {
                named_in_title(text, &tokens, teller)
            } else {
                named(text, &tokens, teller, cut)
            },
            headline: f32::from(headline),
            early: if headline { 1.0 } else { 1.0 / (1.0 + teller.place as f32) },
            points: if points(words, text) {
                1.0
            } else if !headline && unnamed(teller) {
                0.6
            } else if any(words.nearby) {
                0.3
            } else {
                0.0
            },
            lasting: f32::from(words.lasting.iter().any(|opening| text.starts_with(opening))),
            verbless: f32::from(!words.has_verb(text)),
            spoken: if text.starts_with(['“', '"', '„', '«']) {
                1.0
            } else if headline {
                turn(text)
            } else {
                turn(text).max(quoted(teller))
            },
            own: f32::from(any(words.own)),
            asked: f32::from(text.trim_end_matches(['"', '”', '’', '…']).ends_with('?')),
            opinion: f32::from(any(words.opinion) || text.contains('!')),
            furniture: furniture(words, text, headline),
            cut: match cut.how {
                How::Whole => 0.0,
                How::Clause => 0.35,
                How::Phrase => 0.55,
                How::Torn => 1.0,
            },
            elsewhere: f32::from(!headline && tells_elsewhere(teller, cut)),
            ahead: f32::from(any(words.ahead) && common.misses_past(events, text, &tokens)),
        }
    }

    /// Whether a headline has so little of what the sentence below it says that it tells something else.
    pub(super) fn tells_another(&self, sentence: &Self) -> bool {
        2.0 * self.common <= sentence.common
    }

    /// Whether it says by itself what happened.
    pub(super) fn stand(&self) -> bool {
        let worst = self.points.max(self.spoken).max(self.elsewhere).max(self.cut);
        worst < 1.0 && self.own + self.asked + self.furniture + self.verbless + self.ahead == 0.0
    }

    /// What speaks for it less what speaks against it.
    ///
    /// The weights were sought on the `work` half of the timelines: word F1 of a day's first label with
    /// the journalists' sentence, the share of ellipses, and of labels that have one of the faults. The
    /// sum is flat around them; `common` tells more than `central`, whose vectors lean on the titles.
    /// Change one only together with what the sixty biggest events of a corpus are then called.
    pub(super) fn worth(&self) -> f32 {
        let merits = 0.3 * self.central
            + 1.4 * self.common
            + 0.5 * self.length
            + 0.8 * self.names
            + 0.3 * self.headline
            + 0.2 * self.early;
        let faults = self.points
            + 0.6 * self.lasting
            + 0.8 * self.verbless
            + 1.2 * self.spoken
            + 1.1 * self.own
            + 0.9 * self.asked
            + 0.4 * self.opinion
            + 1.4 * self.furniture
            + 2.2 * self.cut
            + self.elsewhere
            + 0.8 * self.ahead;
        merits - faults
    }
}

/// Fifty to 140 characters say who did what.
fn length(chars: usize, words: usize) -> f32 {
    let chars = chars as f32;
    match words {
        0..4 => 0.0,
        _ if chars < 50.0 => ((chars - 20.0) / 30.0).max(0.0),
        _ if chars <= 140.0 => 1.0,
        _ => (1.0 - (chars - 140.0) / 80.0).max(0.0),
    }
}

/// Half for a name where the sentence has its subject, half for three names and numbers in all.
fn named(text: &str, tokens: &[Token], teller: &Teller<'_>, cut: &Cut) -> f32 {
    let kept = kept(teller, cut);
    let mentions = &teller.article.mentions;
    let from = mentions.partition_point(|mention| mention.span.start < kept.start);
    let names = mentions[from..].iter().take_while(|mention| kept.contains(mention.span)).count();
    let early = names > 0 && mentions[from].span.start < kept.start + SUBJECT;
    of_names(early, names + numbers(text, tokens))
}

/// Names are not looked for in titles; those of the sentence below stand for them.
fn named_in_title(text: &str, tokens: &[Token], teller: &Teller<'_>) -> f32 {
    let names = mentions_in(teller.article, teller.telling.span).count().min(2);
    of_names(names > 0, names + numbers(text, tokens))
}

fn of_names(early: bool, count: usize) -> f32 {
    0.5 * f32::from(early) + 0.5 * (count as f32 / 3.0).min(1.0)
}

/// Numbers that stand for themselves: not those of "H1N1".
fn numbers(text: &str, tokens: &[Token]) -> usize {
    let alone = |token: &&Token| {
        let (start, end) = (token.span.start as usize, token.span.end as usize);
        !text[..start].ends_with(char::is_alphabetic)
            && !text[end..].starts_with(char::is_alphabetic)
    };
    tokens.iter().filter(|token| token.kind == TokenKind::Number).filter(alone).count()
}

fn points(words: &Labels, text: &str) -> bool {
    let text = text.trim_start_matches(['"', '“', '„', '«', '…', ' ']);
    let begins = |word: &&str| {
        text.strip_prefix(*word).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    };
    words.pointing.iter().any(begins)
}

/// Whether a pronoun stands in the sentence before any name and any verb: "On April 29 it rose".
fn unnamed(teller: &Teller<'_>) -> bool {
    let words = &teller.language.events.labels;
    let sentence = teller.sentence();
    let start = teller.telling.span.start;
    let mentions = &teller.article.mentions;
    let from = mentions.partition_point(|mention| mention.span.start < start);
    let name = mentions.get(from).map_or(u32::MAX, |mention| mention.span.start - start) as usize;
    let until = name.min(words.verb(sentence).unwrap_or(sentence.len())).min(sentence.len());
    let before = sentence.get(..until).unwrap_or(sentence);
    tokens(before)
        .iter()
        .any(|token| words.pronouns.binary_search(&&*token.of(before).to_lowercase()).is_ok())
}

/// Where what was kept of a sentence stands in its article.
fn kept(teller: &Teller<'_>, cut: &Cut) -> Span {
    let start = teller.telling.span.start;
    Span { start: start + cut.kept.start as u32, end: start + cut.kept.end as u32 }
}

/// Bytes between a day that opens a sentence and what goes on.
const OPENED: u32 = 4;

/// Whether what was kept names a day, and not the one that dates the event: "The ferry sank on Friday…"
/// of a sentence that goes on to the strike of January.
fn tells_elsewhere(teller: &Teller<'_>, cut: &Cut) -> bool {
    let Some(own) = teller.telling.timex else { return false };
    let kept = kept(teller, cut);
    let timexes = &teller.article.timexes;
    let own = &timexes[own as usize];
    let from = timexes.partition_point(|timex| timex.span.start < kept.start);
    let inside = timexes[from..].iter().take_while(|timex| kept.contains(timex.span));
    let is_other = |timex: &Timex| {
        let days = timex.days.zip(own.days);
        timex.granularity >= Granularity::Day && days.is_some_and(|(one, own)| !one.overlaps(own))
    };
    // "On Friday the ferry sank" loses its day, which stands in the heading.
    let opened = own.span.end <= kept.start && kept.start - own.span.end <= OPENED;
    !opened && !kept.contains(own.span) && inside.into_iter().any(is_other)
}

/// A line that names its writer: the word of a byline and two capitalised ones.
fn byline(words: &Labels, text: &str) -> bool {
    let mut parts = text.split(' ');
    let opens = parts.next().is_some_and(|first| words.bylines.contains(&first));
    opens && parts.take(2).filter(|word| word.starts_with(char::is_uppercase)).count() == 2
}

/// A transcript's "MAYOR: The bridge stays closed".
fn turn(text: &str) -> f32 {
    let head = &text[..dateline_text::floor(text, 70)];
    let speaker = head.split_once(':').map(|(speaker, _)| speaker);
    let shouted = |speaker: &str| {
        speaker.chars().filter(|c| c.is_alphabetic()).count() > 2
            && !speaker.chars().any(char::is_lowercase)
    };
    f32::from(speaker.is_some_and(shouted))
}

/// How much of the sentence is quoted; all where a quotation ends in it that began before.
fn quoted(teller: &Teller<'_>) -> f32 {
    let (article, span) = (teller.article, teller.telling.span);
    let sentence = teller.sentence();
    let stray = sentence.find('”').is_some_and(|end| !sentence[..end].contains(['“', '"', '„']));
    if stray {
        return 1.0;
    }
    let from = article.quotes.partition_point(|quote| quote.span.end <= span.start);
    let quoted: u32 = article.quotes[from..]
        .iter()
        .take_while(|quote| quote.span.start < span.end)
        .map(|quote| quote.span.end.min(span.end) - quote.span.start.max(span.start))
        .sum();
    quoted as f32 / (span.end - span.start).max(1) as f32
}

/// Whether a heading ran into the sentence: a word that begins one stands inside it, behind a word that
/// leads to no name.
fn runs_in(words: &Labels, text: &str) -> bool {
    let mut before = "";
    text.split(' ').any(|word| {
        let ends = before.ends_with(char::is_alphanumeric) && !words.leads_on(before);
        let found = ends && words.run_in.contains(&word);
        before = word;
        found
    })
}

/// All where a page says it about itself, half where a heading ran into it.
fn furniture(words: &Labels, text: &str, headline: bool) -> f32 {
    let lower = text.to_lowercase();
    let said = words.furniture.iter().any(|phrase| lower.contains(phrase));
    let marked = text.contains(['|', '@', '_', '#']) || text.contains("://");
    let updated = words.updates.iter().any(|word| {
        word.ends_with(": ") && lower.match_indices(word).any(|(at, _)| lower[..at].ends_with(' '))
    });
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let capitals = text.chars().filter(|c| c.is_uppercase()).count();
    if said || marked || updated || byline(words, text) || 2 * capitals > letters {
        1.0
    } else if !headline && runs_in(words, text) {
        0.5
    } else {
        0.0
    }
}
