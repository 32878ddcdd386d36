//! What a line is by itself, and how far its words are those of the article.

use dateline_lang::page::Effect;
use dateline_text::QuickMap;

use super::{capped, centred, log, share};
use crate::lines::Line;
use crate::page::body::weight;
use crate::page::places::Page;
use crate::page::words::Vocabulary;
use crate::sheet::listing::{is_code, is_measured};
use crate::sheet::look::Look;

/// How many numbers there are of each line.
pub(crate) const WIDTH: usize = 24;

/// Numbers of one line.
pub(crate) type Own = [u8; WIDTH];

/// Places of those numbers that neighbours look at.
pub(crate) const CHARS: usize = 0;
pub(crate) const WORDS: usize = 1;
pub(crate) const ENDING: usize = 2;
pub(crate) const SMALL: usize = 3;
pub(crate) const WEIGHT: usize = 4;
pub(crate) const OPENING: usize = 9;
pub(crate) const COPIES: usize = 11;
pub(crate) const LOOK: usize = 12;
pub(crate) const KIN: usize = 15;
pub(crate) const STRANGE: usize = 16;
pub(crate) const RULED: usize = 22;

/// The words of some lines, each counted once a line.
pub(crate) fn vocabulary(page: &Page, lines: impl Iterator<Item = usize>) -> Vocabulary {
    Vocabulary::of(page.words(), lines.take(400))
}

/// The numbers of every line. `ruled` says which are the article's as the rules see it.
pub(crate) fn own(page: &Page, ruled: impl Fn(usize) -> bool) -> Vec<Own> {
    let all = 0..page.lines.len();
    let inside = vocabulary(page, all.clone().filter(|&index| ruled(index)));
    let outside = vocabulary(page, all.filter(|&index| !ruled(index)));
    let mut firsts: QuickMap<&str, usize> = QuickMap::default();
    for line in &page.lines {
        *firsts.entry(first_word(line)).or_default() += 1;
    }
    (0..page.lines.len())
        .map(|index| {
            let line = &page.lines[index];
            let of = Counts::of(&line.text);
            let within = ruled(index);
            // A line's own words do not speak for it.
            let known = kin(&inside, page, index, usize::from(within));
            let strange = kin(&outside, page, index, usize::from(!within));
            [
                log(line.chars),
                log(line.words),
                ending(line),
                capped(page.function_words(index)),
                centred(weight(page, index)),
                share(of.capitalised, line.words, 100),
                share(of.digits, line.chars, 100),
                log(of.commas),
                capped(of.separators),
                of.opening,
                u8::from(line.bullet) + 2 * u8::from(line.gap),
                capped(line.copies),
                look(&page.looks[index]),
                share(of.shouted, line.words, 100),
                log(of.sentences),
                known,
                strange,
                capped(of.quotes),
                of.address,
                u8::from(is_code(line)) + 2 * u8::from(is_measured(line)),
                share(of.letters, line.words, 10),
                capped(firsts[first_word(line)]),
                u8::from(line.rule.is_some()) + u8::from(line.loose),
                u8::from(page.free(index)),
            ]
        })
        .collect()
}

/// Of a hundred content words how many the vocabulary has in more than `own` lines; 255 without words.
pub(crate) fn kin(vocabulary: &Vocabulary, page: &Page, index: usize, own: usize) -> u8 {
    let (all, known) = vocabulary.known(page.words(), index, own);
    if all == 0 { 255 } else { share(known, all, 100) }
}

fn first_word(line: &Line) -> &str {
    line.key.split(' ').next().unwrap_or("")
}

/// How a line ends; what prose does has the greatest numbers.
fn ending(line: &Line) -> u8 {
    if line.ends {
        return match line.text.chars().next_back() {
            Some('.' | '。') => 12,
            Some('!' | '！') => 9,
            Some('?' | '？') => 10,
            Some('…') => 8,
            _ => 11,
        };
    }
    match line.text.chars().next_back() {
        Some(':' | '：') => 7,
        Some(',' | ';' | '、') => 6,
        Some('-' | '–' | '—') => 5,
        Some('"' | '”' | '»' | '’') => 4,
        Some(')' | ']') => 3,
        Some(c) if c.is_alphabetic() => 2,
        Some(c) if c.is_numeric() => 1,
        _ => 0,
    }
}

/// What a line looks like; what prose never does has the greatest numbers.
pub(crate) fn look(look: &Look) -> u8 {
    match look {
        Look::Plain => 0,
        Look::Byline => 1,
        Look::Date(_) => 2,
        Look::Time => 3,
        Look::Section => 4,
        Look::Hashtag => 5,
        Look::Counter => 6,
        Look::Caption => 7,
        Look::Rule(Effect::Caption) => 8,
        Look::Rule(Effect::Label) => 9,
        Look::Rule(Effect::Notice) => 10,
        Look::Rule(Effect::Foot) => 11,
    }
}

/// What is counted in a line.
#[derive(Default)]
struct Counts {
    capitalised: usize,
    shouted: usize,
    digits: usize,
    letters: usize,
    commas: usize,
    separators: usize,
    sentences: usize,
    quotes: usize,
    opening: u8,
    address: u8,
}

impl Counts {
    fn of(text: &str) -> Counts {
        let mut out = Counts::default();
        let mut stopped = false;
        for c in text.chars() {
            match c {
                ',' | '、' | ';' => out.commas += 1,
                '|' | '/' | '›' | '>' | '•' | '·' | '→' | '»' | '\\' => out.separators += 1,
                '"' | '“' | '”' | '„' | '«' => out.quotes += 1,
                '@' => out.address = 2,
                c if c.is_numeric() => out.digits += 1,
                c if c.is_alphabetic() => out.letters += 1,
                _ => {}
            }
            out.sentences += usize::from(stopped && c == ' ' || matches!(c, '。' | '！' | '？'));
            stopped = matches!(c, '.' | '!' | '?');
        }
        out.sentences += usize::from(stopped);
        for word in text.split_whitespace() {
            let bare = word.trim_start_matches(|c: char| !c.is_alphanumeric());
            let capital = bare.starts_with(char::is_uppercase);
            out.capitalised += usize::from(capital);
            out.shouted += usize::from(
                capital && bare.chars().nth(1).is_some() && !bare.contains(char::is_lowercase),
            );
            if bare.contains("://") || bare.starts_with("www.") {
                out.address = 3;
            } else if out.address == 0 && crate::facts::names::is_domain(bare) {
                out.address = 1;
            }
        }
        out.opening = match text.chars().next() {
            Some(c) if c.is_uppercase() => 4,
            Some('"' | '“' | '„' | '«' | '‘' | '\'') => 3,
            Some(c) if c.is_lowercase() => 2,
            Some(c) if c.is_alphabetic() => 5,
            Some(c) if c.is_numeric() => 1,
            _ => 0,
        };
        out
    }
}
