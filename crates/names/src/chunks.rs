//! Cuts a text into chunks of capitalised words: what a name can be made of.

use dateline_model::Span;
use dateline_text::TokenKind;

use crate::fold::fold;
use crate::lexicon::{Lexicon, List, among};
use crate::tokenized::Tokenized;

/// A word of a chunk; "al-Assad", "G20" and "AT&T" are one each.
#[derive(Clone, Debug)]
pub(crate) struct Word {
    pub(crate) span: Span,
    /// Its first token, and the one after its last.
    pub(crate) first: usize,
    pub(crate) last: usize,
    /// Folded.
    pub(crate) low: String,
    /// `false` for the small words between capitalised ones.
    pub(crate) capital: bool,
    /// Whether it stands where any word would have a capital.
    pub(crate) opens: bool,
    /// Whether it is an internet address such as "example.org".
    pub(crate) domain: bool,
}

/// The chunks of a text, in order.
pub(crate) fn chunks(lexicon: &Lexicon, text: &Tokenized) -> Vec<Vec<Word>> {
    let mut out = Vec::new();
    let mut at = 0;
    while at < text.tokens.len() {
        let before = at;
        if begins(lexicon, text, at) {
            let chunk = chunk(lexicon, text, at);
            at = chunk.last().map_or(at + 1, |word| word.last);
            out.push(chunk);
        }
        at = at.max(before + 1);
    }
    out
}

/// Whether a name may begin at a token: a capital, or "al-Assad", "bin Laden".
fn begins(lexicon: &Lexicon, text: &Tokenized, at: usize) -> bool {
    if text.capital(at) {
        return true;
    }
    let low = text.of(at);
    text.is_word(at)
        && lexicon.has(List::Particles, low)
        && ((text.hyphen(at + 1) && text.capital(at + 2))
            || (among(lexicon.grammar().opening_particles, low)
                && text.follows(at + 1)
                && text.capital(at + 1)))
}

/// The longest chunk that begins at a token.
fn chunk(lexicon: &Lexicon, text: &Tokenized, at: usize) -> Vec<Word> {
    let mut words = vec![word(lexicon, text, at)];
    // No name has so many words; the bound keeps hostile text cheap.
    while words.len() < 24 {
        let Some(last) = words.last() else { break };
        let mut next = last.last;
        let short = last.low.chars().count() == 1 || lexicon.has(List::AbbreviatedRoles, &last.low);
        if text.of(next) == "." && text.touches(next) {
            if !(short && text.capital(next + 1)) {
                break;
            }
            next += 1;
        } else if text.of(next) == ","
            && text.capital(next + 1)
            && lexicon.has(List::CompanySuffixes, &fold(text.of(next + 1)))
        {
            words.push(plain_word(text, next));
            next += 1;
        } else if !text.follows(next) {
            break;
        }
        let Some(more) = extension(lexicon, text, &words, next) else { break };
        words.extend(more);
    }
    words
}

/// The words that carry a chunk on at a token, if any do.
fn extension(
    lexicon: &Lexicon,
    text: &Tokenized,
    words: &[Word],
    next: usize,
) -> Option<Vec<Word>> {
    if text.capital(next) {
        return Some(vec![word(lexicon, text, next)]);
    }
    let last = words.last()?;
    let grammar = lexicon.grammar();
    // "Group of Twenty" goes on; "Inc of Oslo" does not.
    let legal =
        |low: &str| lexicon.has(List::CompanySuffixes, low) && !among(grammar.open_suffixes, low);
    let head = |low: &str| {
        !legal(low)
            && (lexicon.has(List::OrganisationHeads, low) || lexicon.has(List::OtherHeads, low))
    };
    let place =
        |low: &str| lexicon.has(List::PlaceHeads, low) || lexicon.has(List::PlaceStarts, low);
    let open_place = || {
        last.capital && begins(lexicon, text, next) && !lexicon.has(List::FunctionWords, &last.low)
    };
    let low = text.of(next);
    let mut small = vec![next];
    match low {
        _ if among(grammar.genitives, low)
            && (head(&last.low)
                || place(&last.low)
                || lexicon.has(List::Roles, &last.low)
                || lexicon.has(List::RoleTails, &last.low)) =>
        {
            if among(grammar.articles, text.of(next + 1)) && text.follows(next + 1) {
                small.push(next + 1);
            }
        }
        _ if among(grammar.purposes, low)
            && lexicon.has(List::OrganisationHeads, &last.low)
            && words.len() < 4 => {}
        _ if among(grammar.conjunctions, low)
            && last.capital
            && joins(lexicon, text, words, next) => {}
        "&" if last.capital && !lexicon.has(List::FunctionWords, &last.low) => {}
        _ if lexicon.has(List::Particles, low) && open_place() => {
            return Some(vec![word(lexicon, text, next)]);
        }
        _ if lexicon.has(List::Particles, low)
            && last.capital
            && lexicon.row(text.slice(last.span)).is_none()
            && !lexicon.has(List::FunctionWords, &last.low) =>
        {
            let more = next + 1;
            if lexicon.has(List::Particles, text.of(more)) && text.follows(more) {
                small.push(more);
            }
        }
        _ => return None,
    }
    let after = small.last()? + 1;
    if !text.follows(after) || !text.capital(after) {
        return None;
    }
    let mut out: Vec<Word> = small.into_iter().map(|at| plain_word(text, at)).collect();
    out.push(word(lexicon, text, after));
    Some(out)
}

/// Whether "and" at a token stands inside an organisation's name, as in
/// "Department of Health and Human Services" or "Food and Drug Administration".
fn joins(lexicon: &Lexicon, text: &Tokenized, words: &[Word], and: usize) -> bool {
    let topic = |at: usize| lexicon.has(List::Topics, &fold(text.of(at)));
    let Some(last) = words.last() else { return false };
    if !text.follows(and + 1)
        || !text.capital(and + 1)
        || !topic(and + 1)
        || !lexicon.has(List::Topics, &last.low)
    {
        return false;
    }
    let headed = words.iter().any(|word| lexicon.has(List::OrganisationHeads, &word.low));
    headed
        || (and + 2..and + 5)
            .take_while(|&at| text.follows(at) && text.capital(at))
            .any(|at| lexicon.has(List::OrganisationHeads, &fold(text.of(at))))
}

fn plain_word(text: &Tokenized, at: usize) -> Word {
    Word {
        span: text.tokens[at].span,
        first: at,
        last: at + 1,
        low: fold(text.of(at)),
        capital: false,
        opens: false,
        domain: false,
    }
}

/// The word that begins at a token, with what is joined to it.
fn word(lexicon: &Lexicon, text: &Tokenized, at: usize) -> Word {
    let mut word = Word { capital: true, opens: text.opens(at), ..plain_word(text, at) };
    // No name joins more; the bound keeps hostile text cheap.
    for _ in 0..4 {
        let next = word.last;
        let number = text.tokens.get(next).is_some_and(|token| token.kind == TokenKind::Number);
        let take = if number && text.touches(next) {
            1
        } else if text.of(next) == "&"
            && text.touches(next)
            && text.touches(next + 1)
            && text.is_word(next + 1)
        {
            2
        } else if text.of(next) == "."
            && text.touches(next)
            && text.touches(next + 1)
            && lexicon.has(List::Domains, text.of(next + 1))
        {
            word.domain = true;
            2
        } else if text.hyphen(next) {
            hyphenated(lexicon, text, &word)
        } else {
            0
        };
        if take == 0 {
            break;
        }
        word.last += take;
        word.span.end = text.tokens[word.last - 1].span.end;
    }
    word.low = fold(text.slice(word.span));
    word
}

/// How many tokens a hyphen after a word joins to it: none where two names
/// stand beside each other ("Russia-Ukraine") or a phrase is made ("U.S.-led").
fn hyphenated(lexicon: &Lexicon, text: &Tokenized, word: &Word) -> usize {
    let right = word.last + 1;
    let upto = |last: usize| {
        let end = text.tokens.get(last).map_or(word.span.end, |token| token.span.end);
        text.slice(Span { start: word.span.start, end })
    };
    for length in [2, 4] {
        let last = word.last + length - 1;
        if text.is_word(last) && lexicon.row(upto(last)).is_some() {
            return length;
        }
    }
    let number = text.tokens.get(right).is_some_and(|token| token.kind == TokenKind::Number);
    if number {
        return 2;
    }
    if !text.capital(right) {
        // "Ahn Jung-ho": a given name in two syllables after a surname.
        let after_name = word
            .first
            .checked_sub(1)
            .is_some_and(|before| text.capital(before) && text.follows(word.first));
        let syllable = text.is_word(right)
            && text.of(right).chars().count() <= 5
            && text.of(right).chars().all(char::is_lowercase)
            && !lexicon.has(List::HyphenTails, text.of(right))
            && !lexicon.has(List::StopWords, text.of(right));
        let unknown = lexicon.row(text.slice(word.span)).is_none();
        return if after_name && syllable && unknown { 2 } else { 0 };
    }
    let known = |text: &str| {
        lexicon.row(text).is_some()
            || lexicon.demonym(&fold(text)).is_some()
            || lexicon.has(List::CombiningForms, &fold(text))
            || lexicon.has(List::FunctionWords, &fold(text))
            || lexicon.has(List::StopWords, &fold(text))
    };
    if known(text.slice(word.span)) || known(text.of(right)) { 0 } else { 2 }
}
