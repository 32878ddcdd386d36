//! Cuts a sentence to a label: without what stands before its news and behind it, and where that is long
//! without its later clauses.

use core::ops::Range;

use dateline_lang::events::Labels;

use super::marks::{Marks, close};
use super::opening::before_news;
use super::sentence::{LEAST, Sentence};

/// Longer labels are cut; a label fills three lines of the list at most. Shorter limits cut the
/// predicate off too often.
const MOST: usize = 160;

/// A sentence that has no break where it could be cut may be so long.
const WHOLE: usize = 185;

/// A label cut from one sentence.
#[derive(Debug)]
pub(super) struct Cut {
    /// With an ellipsis where words are missing.
    pub text: String,
    /// What of the sentence stands.
    pub kept: Range<usize>,
    /// How roughly it was cut.
    pub how: How,
}

/// How a sentence became a label, the harmless first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum How {
    /// Nothing of the news is missing.
    Whole,
    /// What stands is a clause of its own.
    Clause,
    /// It may not be one.
    Phrase,
    /// What is told first is missing, or the end of the clause.
    Torn,
}

pub(super) fn cut(words: &Labels, sentence: &Sentence<'_>) -> Cut {
    let start = before_news(words, sentence);
    let whole = trim_end(&sentence.text[start..]);
    let date = sentence.date.clone().filter(|date| date.start >= start);
    let date = date.map(|date| date.start - start..date.end - start);
    if let Some(date) = date
        && let Some((at, standing)) = clause_of(words, whole, date.start)
    {
        let clause = clause_to_its_end(whole, at, date.end.min(whole.len()));
        let how = if standing { How::Clause } else { How::Torn };
        let more = at + clause.len() < whole.len();
        return finished(clause, start + at, how, !standing, more);
    }
    let (news, missing) = without_attribution(words, whole);
    let (text, how) = shorten(words, news);
    let how = how.max(if missing { How::Clause } else { How::Whole });
    finished(text, start, how, false, how > How::Whole)
}

/// A label of the words of `clause`, which begins at `start` of the sentence.
fn finished(clause: &str, start: usize, how: How, before: bool, after: bool) -> Cut {
    let mut text = String::with_capacity(clause.len() + 8);
    for word in clause.split_whitespace() {
        if !text.is_empty() {
            text.push(' ');
        } else if before {
            text.push('…');
        } else {
            let mut letters = word.chars();
            text.extend(letters.next().into_iter().flat_map(char::to_uppercase));
            text.push_str(letters.as_str());
            continue;
        }
        text.push_str(word);
    }
    if after {
        text.truncate(text.trim_end_matches(['.', ',', ' ']).len());
        text.push('…');
    }
    close(&mut text);
    Cut { text, kept: start..start + clause.len(), how }
}

/// Without the full stop; "U.S." keeps its own.
fn trim_end(text: &str) -> &str {
    let text = text.trim_end();
    let Some(bare) = text.strip_suffix('.') else { return text };
    let last = bare.rsplit(' ').next().unwrap_or("");
    let dots = last.ends_with('.');
    if !dots && last.contains('.') && last.chars().all(|c| c.is_uppercase() || c == '.') {
        return text;
    }
    bare.trim_end_matches('.').trim_end()
}

/// Where the clause begins that holds the byte `at`, when the sentence is too
/// long to be its own label or dates something else in its main clause; and whether it stands alone.
fn clause_of(words: &Labels, sentence: &str, at: usize) -> Option<(usize, bool)> {
    let (news, _) = without_attribution(words, sentence);
    let (main, how) = shorten(words, news);
    if how == How::Whole || at < main.len() || at >= sentence.len() {
        return None;
    }
    let opening = |opener: &&str, skipped: usize| Some(sentence[..at].rfind(opener)? + skipped);
    let standing = words.standing.iter().filter_map(|opener| opening(opener, opener.len()));
    let clauses = words.clauses.iter().filter_map(|opener| {
        opening(opener, opener.len() - opener.trim_start_matches([',', ' ']).len())
    });
    standing.map(|at| (at, true)).chain(clauses.map(|at| (at, false))).max()
}

/// The clause that begins at `start`, up to the first break after `date_end`.
fn clause_to_its_end(sentence: &str, start: usize, date_end: usize) -> &str {
    let end = [", ", " \"", " “", " – ", " — ", "; "]
        .iter()
        .filter_map(|mark| sentence[date_end..].find(mark))
        .min()
        .map_or(sentence.len(), |at| date_end + at);
    &sentence[start..end]
}

/// Takes off a closing attribution, and says whether news went with it. What somebody thinks, or said in
/// these words, is not told without who it was.
fn without_attribution<'t>(words: &Labels, text: &'t str) -> (&'t str, bool) {
    let marks = Marks::of(text);
    let fits = |at: &usize| {
        let told = &text[..*at];
        told.chars().count() >= LEAST
            && marks.outside(*at)
            && words.has_verb(told)
            && !is_ones_own(words, told)
    };
    let named = words.attributions.iter().filter_map(|mark| {
        let at = text.find(mark)?;
        let tail = &text[at + mark.len()..];
        // Where verbs are not known, the sentence may go on behind a comma.
        let news = if words.verbs.is_empty() { tail.contains(',') } else { words.has_verb(tail) };
        (!news).then_some(at)
    });
    if let Some(at) = named.filter(fits).min() {
        let tail = &text[at + 1..];
        let more = words.breaks.iter().any(|mark| tail.contains(mark));
        return (without_speaker(words, &text[..at]), more || tail.split(' ').count() > 18);
    }
    match closing_attribution(words, text).filter(fits) {
        Some(at) => (without_speaker(words, &text[..at]), false),
        None => (text, false),
    }
}

/// Whether a text weighs, or has somebody's own words in it.
fn is_ones_own(words: &Labels, text: &str) -> bool {
    let weighs = |word: &str| words.opinion.binary_search(&&*word.to_lowercase()).is_ok();
    text.contains(['“', '"', '„', '«'])
        || words.judging.iter().any(|start| text.starts_with(start))
        || text.split(|c: char| !c.is_alphabetic()).any(weighs)
}

/// ", the ministry said on Tuesday" at the end of a sentence.
fn closing_attribution(words: &Labels, text: &str) -> Option<usize> {
    let at = text.rfind(", ")?;
    let tail: Vec<&str> = text[at + 2..].split(' ').take(12).collect();
    let relative = words.relatives.contains(&tail[0]);
    let says = tail.iter().take(8).position(|word| words.saying.contains(word))?;
    // "There are some reports of looting" tells on.
    let of_others = words.verb(&tail[..says].join(" ")).is_some();
    let news = of_others || words.verb(&tail[says + 1..].join(" ")).is_some();
    (!news && !relative && tail.len() <= 11).then_some(at)
}

/// Without ", Oda Berg, head of the board" before what she said was taken off.
fn without_speaker<'t>(words: &Labels, text: &'t str) -> &'t str {
    let mut parts = text.rsplitn(3, ", ");
    let (Some(office), Some(name), Some(news)) = (parts.next(), parts.next(), parts.next()) else {
        return text;
    };
    let bare = |part: &str| words.verb(part).is_none() && part.split(' ').count() <= 12;
    let named = name.split(' ').filter(|word| word.starts_with(char::is_uppercase)).count() > 1;
    let office = office.starts_with(char::is_lowercase) && bare(office);
    let speaker = !words.verbs.is_empty() && office && named && bare(name) && words.has_verb(news);
    if speaker && news.chars().count() >= LEAST { news } else { text }
}

/// Cuts a sentence to its main clause where it is too long for a label.
fn shorten<'t>(words: &Labels, text: &'t str) -> (&'t str, How) {
    let Some((limit, _)) = text.char_indices().nth(MOST) else { return (text, How::Whole) };
    let marks = Marks::of(&text[..limit]);
    let last = |breaks: &[&str], others: &[&str]| {
        let found = breaks.iter().chain(others).flat_map(|mark| text[..limit].match_indices(mark));
        let stands = |at: &usize| {
            text[..*at].chars().count() >= 2 * LEAST
                && marks.outside(*at)
                && words.has_verb(&text[..*at])
        };
        let at = found.map(|(at, _)| at).filter(stands).max()?;
        Some(without_dangling_words(words, &text[..at]))
    };
    if let Some(clause) = last(words.breaks, &[" – ", " — ", " -- ", "; "]) {
        return (clause, How::Clause);
    }
    if text.chars().nth(WHOLE).is_none() {
        return (text, How::Whole);
    }
    if let Some(phrase) = last(words.weak_breaks, &[]).or_else(|| last(&[], &[", "])) {
        return (phrase, How::Phrase);
    }
    let end = text[..limit].rfind(' ').unwrap_or(limit);
    (without_dangling_words(words, &text[..end]), How::Torn)
}

/// A cut must not end on a word that points at what is gone.
fn without_dangling_words<'t>(words: &Labels, text: &'t str) -> &'t str {
    let mut text = text.trim_end_matches([',', ';', ' ', '–', '—']);
    while let Some((head, last)) = text.rsplit_once(' ') {
        if !words.dangling.contains(&last) {
            break;
        }
        text = head.trim_end_matches([',', ' ']);
    }
    text
}

#[cfg(test)]
mod tests;
