//! English sentences that name a date and tell nothing of it: comparisons, the beginning of a
//! state, the year that a law or a war is known by.

use std::ops::Range;

use dateline_timex::{Aside, Found, Reading, Tokens, Unit, aside, listed};

/// All of them.
#[rustfmt::skip]
pub static ASIDES: [Aside; 17] = [
    aside("since/record", record, "It was the worst flood since [11 March 2003].", "The largest union has been on strike since [Monday]."),
    aside("since/not", not_since, "No envoy has come since [5 May 1990].", "She has not been seen since [Monday]."),
    aside("since/state", state, "He has ruled since [1981].", "They have been on strike since [Monday]."),
    aside("since/report", since_report, "That is 40 more since the last count on [12 June].", "He has not spoken since the count on [12 June]."),
    aside("than/in", than, "Fewer came than in [2008].", "They must leave no later than [Friday]."),
    aside("compared/with", compared, "That is much compared with 5 percent in [May].", "Compared with him, she was quick on [Monday]."),
    aside("from/figure", from_figure, "Sales rose to 7 percent from 5 percent in [May].", "Sales rose from 5 percent to 7 percent in [May]."),
    aside("from/before", from_before, "Sales were up 5 percent from [a year ago].", "The office was set up from [May] to July."),
    aside("as/in", as_in, "They lost again, as in [2009].", "He served as mayor in [2009]."),
    aside("year/of-a-thing", attribute, "He saw the [2008] film.", "They left the town in [2008]."),
    aside("year/thing-of", thing_of, "He praised the law of [1998].", "He spent the spring days of [1998] abroad."),
    aside("year/label", label, "They were the class of [1975].", "The class met in [1975]."),
    aside("year/copyright", copyright, "Copyright [2011] Novak Media", "The copyright ended in [2011]."),
    aside("page/updated", updated, "Updated [16 May] 10:30", "They updated the list on [16 May]."),
    aside("page/stamp", stamp, "[30 January 2011] 12:47 pm They are all puppets.", "On [30 January 2011], at 12:47 pm, they left."),
    aside("page/wrote", wrote, "At 9:44 pm on [19 May 2009], reader17 wrote: No.", "At 9:44 pm on [19 May 2009], the mayor wrote to them."),
    aside("year/bound", bound, "Houses built before [1989] are cold.", "He died the day before [5 May 1989]."),
];

/// How many tokens back are looked at.
const REACH: usize = 12;

/// How many tokens a line of updating has around its day.
const UPDATED: usize = 8;

/// Words that may stand between a preposition and a time.
const FILLERS: [&str; 12] =
    ["about", "around", "at", "back", "early", "far", "in", "late", "least", "mid", "of", "the"];

const DETERMINERS: [&str; 19] = [
    "'s",
    "a",
    "an",
    "another",
    "any",
    "each",
    "her",
    "his",
    "its",
    "my",
    "no",
    "our",
    "that",
    "the",
    "their",
    "these",
    "this",
    "those",
    "\u{2019}s",
];

/// Verbs and words that no noun phrase goes on over.
const VERBS: [&str; 22] = [
    "am", "are", "be", "been", "can", "could", "did", "do", "does", "had", "has", "have", "he",
    "is", "said", "she", "they", "was", "were", "who", "will", "would",
];

/// What is no noun though it may follow a year.
#[rustfmt::skip]
const NO_NOUN: [&str; 56] = [
    "about", "after", "against", "ago", "also", "although", "amid", "among", "and", "around", "as",
    "at", "because", "before", "between", "but", "by", "despite", "during", "for", "from", "he",
    "her", "his", "if", "in", "into", "it", "its", "near", "of", "on", "onwards", "or", "over",
    "she", "since", "so", "than", "that", "the", "their", "then", "they", "through", "to", "under",
    "until", "when", "where", "which", "while", "who", "with", "within", "without",
];

/// Words that say that a figure has moved or stands otherwise than another.
#[rustfmt::skip]
const CHANGES: [&str; 53] = [
    "better", "climb", "climbed", "decline", "declined", "decrease", "decreased", "dip", "dipped",
    "double", "doubled", "down", "drop", "dropped", "fall", "fallen", "falling", "fell", "fewer",
    "gain", "gained", "grew", "grown", "growth", "higher", "improved", "improvement", "increase",
    "increased", "jump", "jumped", "less", "lower", "more", "plunged", "rise", "risen", "rises",
    "rising", "rose", "shrank", "shrunk", "slid", "slipped", "slowed", "soared", "surge", "surged",
    "tripled", "tumbled", "unchanged", "up", "worse",
];

/// Words beside which "than" bounds a time.
const TIMING: [&str; 3] = ["earlier", "later", "sooner"];

/// Words in "-est" that are no superlative.
#[rustfmt::skip]
const NO_SUPERLATIVE: [&str; 16] = [
    "arrest", "chest", "conquest", "contest", "forest", "guest", "harvest", "honest", "interest",
    "invest", "modest", "priest", "protest", "quest", "request", "unrest",
];
const SUPERLATIVES: [&str; 10] =
    ["best", "first", "high", "last", "least", "low", "most", "only", "record", "worst"];

const NEGATIONS: [&str; 14] = [
    "hardly",
    "hasn't",
    "haven't",
    "never",
    "no",
    "nobody",
    "none",
    "nor",
    "not",
    "nothing",
    "unheard",
    "unmatched",
    "unseen",
    "without",
];

/// Nouns of stretches: "the rest of 2008" is a part of it.
#[rustfmt::skip]
const STRETCHES: [&str; 24] = [
    "autumn", "beginning", "bulk", "close", "course", "days", "end", "fall", "half", "majority",
    "middle", "months", "most", "part", "quarter", "quarters", "remainder", "rest", "spring",
    "start", "summer", "weeks", "whole", "winter",
];

/// Nouns that a year behind them names.
const LABELLED: [&str; 7] = ["edition", "issue", "model", "season", "series", "vintage", "volume"];

/// The tokens before `at` in its clause, nearest first.
fn back(tokens: &Tokens<'_>, at: usize, sentence: &Range<usize>) -> impl Iterator<Item = usize> {
    let first = at.saturating_sub(REACH).max(sentence.start);
    let clause = |at: &usize| !matches!(tokens.get(*at), "," | ";" | ":" | "(" | ")" | "\u{2014}");
    (first..at).rev().take_while(clause)
}

/// Where a word stands that introduces an expression, past fillers.
fn introduced(
    tokens: &Tokens<'_>,
    found: &Found,
    sentence: &Range<usize>,
    word: &str,
) -> Option<usize> {
    let mut before = back(tokens, found.start, sentence);
    before.find(|at| !listed(&FILLERS, tokens.get(*at))).filter(|at| tokens.is(*at, word))
}

/// "The lowest since 2003": a superlative whose noun phrase the date goes on.
fn record(tokens: &Tokens<'_>, found: &Found, sentence: &Range<usize>) -> bool {
    introduced(tokens, found, sentence, "since").is_some_and(|since| {
        back(tokens, since, sentence)
            .take_while(|at| !listed(&VERBS, tokens.get(*at)))
            .any(|at| superlative(tokens.get(at)))
    })
}

fn superlative(word: &str) -> bool {
    listed(&SUPERLATIVES, word)
        || word.len() > 5 && word.ends_with("est") && !listed(&NO_SUPERLATIVE, word)
}

/// "Not seen since 1945", where the date is no near day: who is "not seen since Monday" vanished.
fn not_since(tokens: &Tokens<'_>, found: &Found, sentence: &Range<usize>) -> bool {
    let far = found.is_coarse() || found.parts.year.is_some();
    far && introduced(tokens, found, sentence, "since").is_some_and(|since| {
        back(tokens, since, sentence).any(|at| {
            let word = tokens.get(at);
            listed(&NEGATIONS, word) || word.ends_with("n\u{2019}t")
        })
    })
}

/// "In power since 1981", "Since May prices have risen": the beginning of what lasts.
fn state(tokens: &Tokens<'_>, found: &Found, sentence: &Range<usize>) -> bool {
    found.is_coarse()
        && (introduced(tokens, found, sentence, "since").is_some()
            || introduced(tokens, found, sentence, "to").is_some_and(|to| {
                (to.saturating_sub(2)..to).any(|at| tokens.is_any(at, &["dates", "dating"]))
            }))
}

/// "A rise of 40 since the last report on 12 June": what is counted from.
fn since_report(tokens: &Tokens<'_>, found: &Found, sentence: &Range<usize>) -> bool {
    let since = back(tokens, found.start, sentence).take(7).find(|at| tokens.is(*at, "since"));
    since.is_some_and(|since| {
        let determined = listed(&DETERMINERS, tokens.get(since + 1));
        let counted = tokens.is_any(since + 2, &["last", "latest", "previous"]);
        determined && counted && tokens.is_any(found.start - 1, &["of", "on", "in"])
    })
}

/// "Than in 2008", "than they were a year ago"; not "no later than Friday".
fn than(tokens: &Tokens<'_>, found: &Found, sentence: &Range<usize>) -> bool {
    back(tokens, found.start, sentence).take(5).find(|at| tokens.is(*at, "than")).is_some_and(
        |at| {
            let number = (at + 1..found.start).any(|at| tokens.is_number(at));
            !number && !listed(&TIMING, tokens.before(at))
        },
    )
}

/// "Compared with a loss of 3 million euros in 2009".
fn compared(tokens: &Tokens<'_>, found: &Found, sentence: &Range<usize>) -> bool {
    // In small letters: "Quality Versus Quantity" is a title.
    let words = ["compared", "compares", "contrast", "versus", "vs"];
    let at = back(tokens, found.start, sentence)
        .take_while(|at| !listed(&VERBS, tokens.get(*at)))
        .find(|at| words.contains(&tokens.get(*at)));
    at.is_some_and(|at| {
        tokens.is_any(at, &["versus", "vs"])
            || (at + 1..found.start).any(|at| tokens.is_any(at, &["with", "to"]))
    })
}

/// "From 5 percent in May", behind what has changed; "from 5 to 7 percent in May" is told of May.
fn from_figure(tokens: &Tokens<'_>, found: &Found, sentence: &Range<usize>) -> bool {
    let from = back(tokens, found.start, sentence)
        .take_while(|at| !tokens.is(*at, "to"))
        .find(|at| tokens.is(*at, "from"));
    from.is_some_and(|from| {
        let range = tokens.dash(found.start - 1);
        let figure = !range && (from + 1..from + 3).any(|at| tokens.is_number(at));
        figure && from + 1 < found.start && changes(tokens, from, sentence)
    })
}

/// "Up from a year ago", "5 percent down from 2008"; not "up from May to July".
fn from_before(tokens: &Tokens<'_>, found: &Found, sentence: &Range<usize>) -> bool {
    let coarse = found.is_coarse() || found.parts.unit == Some(Unit::Week);
    let goes_on =
        tokens.is_any(found.end, &["to", "until", "through", "till"]) || tokens.dash(found.end);
    coarse
        && !goes_on
        && introduced(tokens, found, sentence, "from")
            .is_some_and(|from| changes(tokens, from, sentence))
}

fn changes(tokens: &Tokens<'_>, from: usize, sentence: &Range<usize>) -> bool {
    let first = from.saturating_sub(REACH).max(sentence.start);
    (first..from).any(|at| listed(&CHANGES, tokens.get(at)) || tokens.get(at) == "%")
}

/// "As in 2009", "unlike last year".
fn as_in(tokens: &Tokens<'_>, found: &Found, sentence: &Range<usize>) -> bool {
    let at = back(tokens, found.start, sentence)
        .take(3)
        .find(|at| !tokens.is_any(*at, &["during", "in", "the"]));
    at.is_some_and(|at| {
        let gap = at + 1 < found.start;
        tokens.is(at, "as") && gap && !tokens.is_any(at.wrapping_sub(1), &["such", "well"])
            || tokens.is_any(at, &["like", "unlike"])
    })
}

/// Where the years of an expression begin and end, if it is a bare year or part of "2010-11".
fn years(tokens: &Tokens<'_>, found: &Found) -> Option<Range<usize>> {
    if !found.is_bare_year() {
        return None;
    }
    let start = if found.reading() == Reading::YearTail { found.start - 2 } else { found.start };
    let joined = tokens.touches(found.end)
        && (tokens.dash(found.end) || tokens.is(found.end, "/"))
        && tokens.is_number(found.end + 1);
    Some(start..found.end + if joined { 2 } else { 0 })
}

/// "The 2008 film", "the disputed 2009 election", "the 2010-11 season".
fn attribute(tokens: &Tokens<'_>, found: &Found, _: &Range<usize>) -> bool {
    let Some(Range { start, end }) = years(tokens, found) else { return false };
    let before = tokens.before(start);
    let adjective =
        before.starts_with(|c: char| c.is_ascii_lowercase()) && !listed(&NO_NOUN, before);
    let determined = listed(&DETERMINERS, before)
        || adjective && listed(&DETERMINERS, tokens.get(start.wrapping_sub(2)));
    determined && noun(tokens, end)
}

fn noun(tokens: &Tokens<'_>, at: usize) -> bool {
    let word = tokens.get(at);
    word.starts_with(char::is_alphabetic) && !listed(&NO_NOUN, word) && !listed(&VERBS, word)
}

/// "The law of 1998", "the Budapest protests of 2006".
fn thing_of(tokens: &Tokens<'_>, found: &Found, sentence: &Range<usize>) -> bool {
    if years(tokens, found).is_none() || !tokens.is(found.start.wrapping_sub(1), "of") {
        return false;
    }
    let thing = found.start.wrapping_sub(2);
    let of = found.start - 1;
    let determined = back(tokens, of, sentence)
        .take(4)
        .find(|at| listed(&NO_NOUN, tokens.get(*at)) || listed(&DETERMINERS, tokens.get(*at)))
        .is_some_and(|at| listed(&DETERMINERS, tokens.get(at)));
    determined && noun(tokens, thing) && !listed(&STRETCHES, tokens.get(thing))
}

/// "Model 2010", "season 2010-11", "class of 1975".
fn label(tokens: &Tokens<'_>, found: &Found, _: &Range<usize>) -> bool {
    let Some(Range { start, .. }) = years(tokens, found) else { return false };
    let class = tokens.is(start.wrapping_sub(1), "of") && tokens.is(start.wrapping_sub(2), "class");
    listed(&LABELLED, tokens.before(start)) || class
}

/// "Updated 16 May 10:30", "Last update: Friday": a line that says when the page was made.
fn updated(tokens: &Tokens<'_>, found: &Found, _: &Range<usize>) -> bool {
    let opened = (found.start.saturating_sub(UPDATED)..found.start)
        .rev()
        .find(|at| tokens.begins_line(*at) || tokens.is_any(at.wrapping_sub(1), &["(", "[", "|"]));
    let says = |at: usize| tokens.is_any(at, &["posted", "published", "update", "updated"]);
    let Some(label) =
        opened.map(|at| at + usize::from(tokens.is(at, "last"))).filter(|at| says(*at))
    else {
        return false;
    };
    let stamp = |at: usize| {
        tokens.is_any(at, &["am", "at", "on", "pm"])
            || !tokens.get(at).contains(char::is_lowercase)
            || tokens.begins_any(at)
    };
    let fine = found.parts.day.or(found.parts.weekday).is_some() || found.parts.clock.is_some();
    let closed = (found.end..=found.end + UPDATED)
        .any(|at| tokens.begins_line(at) || matches!(tokens.get(at), ")" | "]" | "|" | ""));
    fine && closed && (label + 1..found.start).all(stamp)
}

/// Whether an expression is a day with its year.
fn is_full(found: &Found) -> bool {
    found.parts.year.is_some() && found.parts.day.is_some()
}

/// Whether a clock's hour and minute begin at a token.
fn clock(tokens: &Tokens<'_>, at: usize) -> bool {
    tokens.is_number(at) && tokens.get(at + 1) == ":" && tokens.is_number(at + 2)
}

/// "30 January 2011 12:47 pm": a day with its year and a clock's time with nothing between them is a stamp.
fn stamp(tokens: &Tokens<'_>, found: &Found, _: &Range<usize>) -> bool {
    let behind = is_full(found) && clock(tokens, found.end);
    let before = found.parts.clock.is_some()
        && clock(tokens, found.start)
        && tokens.number(found.start.wrapping_sub(1), 4).is_some_and(|year| year >= 1900);
    behind || before
}

/// "At 9:44 pm on 19 May 2009, reader17 wrote:": a comment's head.
fn wrote(tokens: &Tokens<'_>, found: &Found, sentence: &Range<usize>) -> bool {
    let reach = found.start.saturating_sub(UPDATED).max(sentence.start)..found.end + UPDATED;
    let verb = |at: usize| {
        tokens.is_any(at, &["commented", "posted", "replied", "writes", "wrote"])
            && tokens.get(at + 1) == ":"
    };
    let timed = found.parts.clock.is_some() || is_full(found);
    timed && reach.clone().any(|at| clock(tokens, at)) && (found.end..found.end + 12).any(verb)
}

/// "Copyright 2011", "Copyright (c) 2011".
fn copyright(tokens: &Tokens<'_>, found: &Found, _: &Range<usize>) -> bool {
    let Some(Range { start, .. }) = years(tokens, found) else { return false };
    let marked = start >= 3
        && tokens.is(start - 1, ")")
        && tokens.is(start - 2, "c")
        && tokens.is(start - 3, "(");
    marked || tokens.is(start.wrapping_sub(1), "copyright")
}

/// "Built before 1989", "after 2001": a bound, and no day within it.
fn bound(tokens: &Tokens<'_>, found: &Found, _: &Range<usize>) -> bool {
    found.is_bare_year()
        && (tokens.is_any(found.start.wrapping_sub(1), &["after", "before", "pre", "post"])
            || tokens.dash(found.start.wrapping_sub(1))
                && tokens.is_any(found.start.wrapping_sub(2), &["pre", "post"]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_list_is_sorted() {
        for list in [
            &CHANGES[..],
            &DETERMINERS[..],
            &FILLERS[..],
            &LABELLED[..],
            &NEGATIONS[..],
            &NO_NOUN[..],
            &NO_SUPERLATIVE[..],
            &STRETCHES[..],
            &SUPERLATIVES[..],
            &TIMING[..],
            &VERBS[..],
        ] {
            assert!(list.is_sorted(), "{list:?}");
        }
    }
}
