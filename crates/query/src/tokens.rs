//! Cuts a text into the tokens that a search compares.

use dateline_model::Span;
use dateline_text::{is_mark, push_folded};

/// The tokens of a text, one after the other: its words and its symbols.
///
/// A word is a run of letters and digits. A possessive "'s" belongs to no
/// word; "U.S." is the word "us"; a character of a script that writes no
/// spaces is a word of its own, and so is a symbol: "€", "#", "&", an emoji.
/// Punctuation is none.
pub(crate) struct Tokens<'t> {
    text: &'t str,
    at: usize,
    /// The last word that [`next`](Self::next) found, folded.
    pub word: String,
}

impl<'t> Tokens<'t> {
    pub fn of(text: &'t str) -> Self {
        Self { text, at: 0, word: String::new() }
    }

    /// Where the next word or symbol stands.
    pub fn next(&mut self) -> Option<Span> {
        self.word.clear();
        let mut start = self.at;
        let first = loop {
            let c = self.peek()?;
            if is_word(c) {
                break c;
            }
            self.at += c.len_utf8();
            if is_symbol(c) {
                self.word.push(c);
                while let Some(mark) = self.peek().filter(|&c| is_mark(c)) {
                    self.at += mark.len_utf8();
                }
                return Some(Span::new(start, self.at));
            }
            start = self.at;
        };
        let mut letters = 0;
        while let Some(c) = self.peek() {
            if c.is_ascii_alphanumeric() && !is_lone(first) {
                // By far the most; one pass over the run.
                let rest = &self.text.as_bytes()[self.at..];
                let run = rest.iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
                let from = self.word.len();
                self.word.push_str(&self.text[self.at..self.at + run]);
                self.word[from..].make_ascii_lowercase();
                self.at += run;
                letters += run;
                continue;
            }
            if is_mark(c) {
                // Marks follow the letter they sit on.
            } else if is_word(c) && (letters == 0 || !(is_lone(first) || is_lone(c))) {
                letters += 1;
            } else {
                break;
            }
            push_folded(&mut self.word, c);
            self.at += c.len_utf8();
        }
        if letters == 1 && first.is_alphabetic() && !is_lone(first) {
            self.abbreviation();
        }
        let span = Span::new(start, self.at);
        self.possessive();
        Some(span)
    }

    fn peek(&self) -> Option<char> {
        self.text[self.at..].chars().next()
    }

    /// Takes in ".S" of "U.S" as long as single letters follow.
    fn abbreviation(&mut self) {
        loop {
            let mut after = self.text[self.at..].chars();
            let (Some('.'), Some(letter)) = (after.next(), after.next()) else { return };
            let ends = after.next().is_none_or(|c| !is_word(c) && !is_mark(c));
            if !(letter.is_alphabetic() && !is_lone(letter) && ends) {
                return;
            }
            push_folded(&mut self.word, letter);
            self.at += 1 + letter.len_utf8();
        }
    }

    /// Steps over "'s".
    fn possessive(&mut self) {
        let mut after = self.text[self.at..].chars();
        let (Some(mark), Some('s' | 'S')) = (after.next(), after.next()) else { return };
        if is_apostrophe(mark) && after.next().is_none_or(|c| !is_word(c) && !is_mark(c)) {
            self.at += mark.len_utf8() + 1;
        }
    }
}

fn is_word(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_alphanumeric();
    }
    c.is_alphanumeric() && !is_mark(c) && !is_apostrophe(c)
}

/// What stands for a thing, as against what parts words and sentences.
fn is_symbol(c: char) -> bool {
    matches!(c, '#'..='&' | '*' | '+' | '<'..='>' | '@' | '\\' | '^' | '_' | '|' | '~'
        | '\u{A2}'..='\u{A7}' | '\u{A9}' | '\u{AC}' | '\u{AE}' | '\u{B0}' | '\u{B1}' | '\u{D7}'
        | '\u{F7}' | '\u{2020}' | '\u{2021}' | '\u{2030}' | '\u{2031}' | '\u{20A0}'..='\u{20CF}'
        | '\u{2100}'..='\u{214F}' | '\u{2190}'..='\u{23FF}' | '\u{2500}'..='\u{27BF}'
        | '\u{2900}'..='\u{2BFF}' | '\u{FFE0}'..='\u{FFE6}' | '\u{1F000}'..='\u{1FAFF}')
}

fn is_apostrophe(c: char) -> bool {
    matches!(
        c,
        '\'' | '`' | '\u{B4}' | '\u{2B9}'..='\u{2BF}' | '\u{2018}' | '\u{2019}' | '\u{FF07}'
    )
}

/// Characters of scripts that put no space between words.
fn is_lone(c: char) -> bool {
    matches!(c, '\u{E00}'..='\u{EFF}' | '\u{1000}'..='\u{109F}' | '\u{1100}'..='\u{11FF}'
        | '\u{1780}'..='\u{17FF}' | '\u{2E80}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7FF}'
        | '\u{F900}'..='\u{FAFF}' | '\u{FF66}'..='\u{FFDC}' | '\u{20000}'..='\u{3FFFF}')
}

#[cfg(test)]
mod tests {
    use super::Tokens;

    fn check(text: &str, expected: &[&str]) {
        let mut tokens = Tokens::of(text);
        let mut found = Vec::new();
        let mut end = 0;
        while let Some(span) = tokens.next() {
            assert!(span.start >= end && !span.of(text).is_empty(), "{text:?} {span:?}");
            end = span.end;
            found.push(tokens.word.clone());
        }
        assert_eq!(found, expected, "{text:?}");
    }

    #[test]
    fn words_are_runs_of_letters_and_digits() {
        check(
            "Peace-talks in 2025: \u{201c}now\u{201d}!",
            &["peace", "talks", "in", "2025", "now"],
        );
        check("", &[]);
        check(" \u{2026} - \u{301} ' ", &[]);
    }

    #[test]
    fn a_possessive_s_is_no_word_and_no_part_of_one() {
        check("Russia's", &["russia"]);
        check("RUSSIA\u{2019}S army", &["russia", "army"]);
        check("it's 's Hertogenbosch", &["it", "s", "hertogenbosch"]);
        check("O\u{2019}Brien\u{2019}s", &["o", "brien"]);
        check("l'\u{c9}lys\u{e9}e don't", &["l", "elysee", "don", "t"]);
    }

    #[test]
    fn single_letters_with_full_stops_are_one_word() {
        check("the U.S. and U.N.-led", &["the", "us", "and", "un", "led"]);
        check("at 5 p.m.", &["at", "5", "pm"]);
        check("Plan B. Then", &["plan", "b", "then"]);
        check("zamin.uz 2.5", &["zamin", "uz", "2", "5"]);
    }

    #[test]
    fn scripts_without_spaces_are_cut_by_character() {
        check("\u{5317}\u{4eac}2025", &["\u{5317}", "\u{4eac}", "2025"]);
        check("\u{6771}Tokyo\u{6771}", &["\u{6771}", "tokyo", "\u{6771}"]);
        check("\u{c11c}\u{c6b8}", &["\u{c11c}", "\u{c6b8}"]);
    }

    #[test]
    fn a_symbol_is_a_word_of_its_own_and_punctuation_is_none() {
        check("AT&T paid \u{20ac}5.", &["at", "&", "t", "paid", "\u{20ac}", "5"]);
        check("C++ #MeToo 100%", &["c", "+", "+", "#", "metoo", "100", "%"]);
        check("\u{2764}\u{fe0f}\u{1f1fa}\u{1f1e6}", &["\u{2764}", "\u{1f1fa}", "\u{1f1e6}"]);
        check("(a/b) \u{2013} [\u{2026}]; \u{bf}no? \u{3002}", &["a", "b", "no"]);
    }

    #[test]
    fn every_character_can_stand_in_a_text() {
        for c in '\0'..='\u{1FFFF}' {
            let text: String = ['a', c, '\'', 's', c, '.', c, '.'].iter().collect();
            let mut tokens = Tokens::of(&text);
            while let Some(span) = tokens.next() {
                assert!(text.get(span.range()).is_some() && !tokens.word.is_empty(), "{c:?}");
            }
        }
    }
}
