//! Cuts a text into runs of capitalised words: what a name can be made of.

use dateline_model::Span;

use super::fold::fold;
use super::lexicon::{Lexicon, List};
use super::reading::Reading;
use dateline_text::TokenKind;

/// A word of a run; "al-Assad", "G20" and "AT&T" are one each.
#[derive(Clone, Debug)]
pub(super) struct Word {
    pub(super) span: Span,
    /// Its first token, and the one after its last.
    pub(super) first: usize,
    pub(super) last: usize,
    /// Folded.
    pub(super) low: String,
    /// `false` for the small words between capitalised ones.
    pub(super) capital: bool,
    /// Whether it stands where any word would have a capital.
    pub(super) opens: bool,
    /// Whether it is an internet address such as "example.org".
    pub(super) domain: bool,
}

/// The runs of a text, in order.
pub(super) fn runs(lexicon: &Lexicon, reading: &Reading) -> Vec<Vec<Word>> {
    let mut out = Vec::new();
    let mut at = 0;
    while at < reading.tokens.len() {
        let before = at;
        if begins(lexicon, reading, at) {
            let run = run(lexicon, reading, at);
            at = run.last().map_or(at + 1, |word| word.last);
            out.push(run);
        }
        at = at.max(before + 1);
    }
    out
}

/// Whether a name may begin at a token: a capital, or "al-Assad", "bin Laden".
fn begins(lexicon: &Lexicon, reading: &Reading, at: usize) -> bool {
    if reading.capital(at) {
        return true;
    }
    let low = reading.of(at);
    reading.is_word(at)
        && lexicon.has(List::Particles, low)
        && ((reading.hyphen(at + 1) && reading.capital(at + 2))
            || (matches!(low, "al" | "bin" | "ibn" | "von" | "van" | "abu")
                && reading.follows(at + 1)
                && reading.capital(at + 1)))
}

/// The longest run that begins at a token.
fn run(lexicon: &Lexicon, reading: &Reading, at: usize) -> Vec<Word> {
    let mut words = vec![word(lexicon, reading, at)];
    // No name has so many words; the bound keeps hostile text cheap.
    while words.len() < 24 {
        let Some(last) = words.last() else { break };
        let mut next = last.last;
        let short = last.low.chars().count() == 1 || lexicon.has(List::AbbreviatedRoles, &last.low);
        if reading.of(next) == "." && reading.touches(next) {
            if !(short && reading.capital(next + 1)) {
                break;
            }
            next += 1;
        } else if reading.of(next) == ","
            && reading.capital(next + 1)
            && lexicon.has(List::CompanySuffixes, &fold(reading.of(next + 1)))
        {
            words.push(plain_word(reading, next));
            next += 1;
        } else if !reading.follows(next) {
            break;
        }
        let Some(more) = extension(lexicon, reading, &words, next) else { break };
        words.extend(more);
    }
    words
}

/// The words that carry a run on at a token, if any do.
fn extension(
    lexicon: &Lexicon,
    reading: &Reading,
    words: &[Word],
    next: usize,
) -> Option<Vec<Word>> {
    if reading.capital(next) {
        return Some(vec![word(lexicon, reading, next)]);
    }
    let last = words.last()?;
    // "Group of Twenty" goes on; "Inc of Oslo" does not.
    let legal = |low: &str| {
        lexicon.has(List::CompanySuffixes, low) && !matches!(low, "group" | "corporation")
    };
    let head = |low: &str| {
        !legal(low)
            && (lexicon.has(List::OrganisationHeads, low) || lexicon.has(List::OtherHeads, low))
    };
    let place =
        |low: &str| lexicon.has(List::PlaceHeads, low) || lexicon.has(List::PlaceStarts, low);
    let open_place = || {
        last.capital
            && begins(lexicon, reading, next)
            && !lexicon.has(List::FunctionWords, &last.low)
    };
    let low = reading.of(next);
    let mut small = vec![next];
    match low {
        "of" if head(&last.low)
            || place(&last.low)
            || lexicon.has(List::Roles, &last.low)
            || lexicon.has(List::RoleTails, &last.low) =>
        {
            if reading.of(next + 1) == "the" && reading.follows(next + 1) {
                small.push(next + 1);
            }
        }
        "for" | "on" if lexicon.has(List::OrganisationHeads, &last.low) && words.len() < 4 => {}
        "and" if last.capital && joins(lexicon, reading, words, next) => {}
        "&" if last.capital && !lexicon.has(List::FunctionWords, &last.low) => {}
        _ if lexicon.has(List::Particles, low) && open_place() => {
            return Some(vec![word(lexicon, reading, next)]);
        }
        _ if lexicon.has(List::Particles, low)
            && last.capital
            && lexicon.row(reading.slice(last.span)).is_none()
            && !lexicon.has(List::FunctionWords, &last.low) =>
        {
            let more = next + 1;
            if lexicon.has(List::Particles, reading.of(more)) && reading.follows(more) {
                small.push(more);
            }
        }
        _ => return None,
    }
    let after = small.last()? + 1;
    if !reading.follows(after) || !reading.capital(after) {
        return None;
    }
    let mut out: Vec<Word> = small.into_iter().map(|at| plain_word(reading, at)).collect();
    out.push(word(lexicon, reading, after));
    Some(out)
}

/// Whether "and" at a token stands inside an organisation's name, as in
/// "Department of Health and Human Services" or "Food and Drug Administration".
fn joins(lexicon: &Lexicon, reading: &Reading, words: &[Word], and: usize) -> bool {
    let topic = |at: usize| lexicon.has(List::Topics, &fold(reading.of(at)));
    let Some(last) = words.last() else { return false };
    if !reading.follows(and + 1)
        || !reading.capital(and + 1)
        || !topic(and + 1)
        || !lexicon.has(List::Topics, &last.low)
    {
        return false;
    }
    let headed = words.iter().any(|word| lexicon.has(List::OrganisationHeads, &word.low));
    headed
        || (and + 2..and + 5)
            .take_while(|&at| reading.follows(at) && reading.capital(at))
            .any(|at| lexicon.has(List::OrganisationHeads, &fold(reading.of(at))))
}

fn plain_word(reading: &Reading, at: usize) -> Word {
    Word {
        span: reading.tokens[at].span,
        first: at,
        last: at + 1,
        low: fold(reading.of(at)),
        capital: false,
        opens: false,
        domain: false,
    }
}

/// The word that begins at a token, with what is joined to it.
fn word(lexicon: &Lexicon, reading: &Reading, at: usize) -> Word {
    let mut word = Word { capital: true, opens: reading.opens(at), ..plain_word(reading, at) };
    // No name joins more; the bound keeps hostile text cheap.
    for _ in 0..4 {
        let next = word.last;
        let number = reading.tokens.get(next).is_some_and(|token| token.kind == TokenKind::Number);
        let take = if number && reading.touches(next) {
            1
        } else if reading.of(next) == "&"
            && reading.touches(next)
            && reading.touches(next + 1)
            && reading.is_word(next + 1)
        {
            2
        } else if reading.of(next) == "."
            && reading.touches(next)
            && reading.touches(next + 1)
            && lexicon.has(List::Domains, reading.of(next + 1))
        {
            word.domain = true;
            2
        } else if reading.hyphen(next) {
            hyphenated(lexicon, reading, &word)
        } else {
            0
        };
        if take == 0 {
            break;
        }
        word.last += take;
        word.span.end = reading.tokens[word.last - 1].span.end;
    }
    word.low = fold(reading.slice(word.span));
    word
}

/// How many tokens a hyphen after a word joins to it: none where two names
/// stand beside each other ("Russia-Ukraine") or a phrase is made ("U.S.-led").
fn hyphenated(lexicon: &Lexicon, reading: &Reading, word: &Word) -> usize {
    let right = word.last + 1;
    let upto = |last: usize| {
        let end = reading.tokens.get(last).map_or(word.span.end, |token| token.span.end);
        reading.slice(Span { start: word.span.start, end })
    };
    for length in [2, 4] {
        let last = word.last + length - 1;
        if reading.is_word(last) && lexicon.row(upto(last)).is_some() {
            return length;
        }
    }
    let number = reading.tokens.get(right).is_some_and(|token| token.kind == TokenKind::Number);
    if number {
        return 2;
    }
    if !reading.capital(right) {
        // "Ahn Jung-ho": a given name in two syllables after a surname.
        let after_name = word
            .first
            .checked_sub(1)
            .is_some_and(|before| reading.capital(before) && reading.follows(word.first));
        let syllable = reading.is_word(right)
            && reading.of(right).chars().count() <= 5
            && reading.of(right).chars().all(char::is_lowercase)
            && !lexicon.has(List::HyphenTails, reading.of(right))
            && !lexicon.has(List::StopWords, reading.of(right));
        let unknown = lexicon.row(reading.slice(word.span)).is_none();
        return if after_name && syllable && unknown { 2 } else { 0 };
    }
    let known = |text: &str| {
        lexicon.row(text).is_some()
            || lexicon.demonym(&fold(text)).is_some()
            || lexicon.has(List::CombiningForms, &fold(text))
            || lexicon.has(List::FunctionWords, &fold(text))
            || lexicon.has(List::StopWords, &fold(text))
    };
    if known(reading.slice(word.span)) || known(reading.of(right)) { 0 } else { 2 }
}
