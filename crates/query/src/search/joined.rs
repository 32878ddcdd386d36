//! What several words are when they are written as one.
//!
//! "Covid-19" is also "covid19", "O'Brien" "obrien", "1,000" and "1 000" are
//! "1000". Texts and queries are joined by the same rules, so that each form
//! finds the others.

/// How many words make one. More is a chain that nobody writes in one.
const LONGEST: usize = 8;

/// Takes the words of a text one after the other and tells which of them are
/// also one word.
#[derive(Default)]
pub(crate) struct Joiner {
    /// The words of the run at hand, without anything between them.
    run: String,
    /// Where each of them ends in `run`.
    ends: Vec<usize>,
    kind: Kind,
    /// Where the last word ends in the text.
    at: usize,
    /// How many words were taken.
    taken: u32,
    /// What was found, by the first of the words.
    pub found: Vec<Joined>,
}

/// Words that are one.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Joined {
    /// The first, counted from the start of the text.
    pub first: u32,
    pub count: u32,
    /// Folded.
    pub word: String,
}

#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Kind {
    /// One word so far.
    #[default]
    Single,
    /// Hyphens or apostrophes stand between.
    Words,
    /// The groups of a number.
    Groups,
}

impl Joiner {
    /// The next word of `text`, folded, from byte `start` up to `end`.
    pub fn take(&mut self, text: &str, word: &str, start: usize, end: usize) {
        if !self.ends.is_empty() {
            match self.kind_with(&text[self.at..start], word) {
                Some(kind) => self.kind = kind,
                None => self.close(),
            }
        }
        self.taken += 1;
        if !self.ends.is_empty() || may_go_on(&text.as_bytes()[end..]) {
            self.run.push_str(word);
            self.ends.push(self.run.len());
            self.at = end;
        }
    }

    /// The text is at its end.
    pub fn end(&mut self) {
        self.close();
        (self.at, self.taken) = (0, 0);
    }

    /// What the run is if `word` goes on from it behind `gap`.
    fn kind_with(&self, gap: &str, word: &str) -> Option<Kind> {
        let left = self.word(self.ends.len() - 1);
        let mut gap = gap.chars();
        let (Some(mark), None) = (gap.next(), gap.next()) else { return None };
        let heads = || left.len() <= 3 && !left.starts_with('0');
        if is_number(left) && is_number(word) && word.len() == 3 && parts_groups(mark) {
            let goes_on = match self.kind {
                Kind::Single => heads(),
                Kind::Groups => true,
                Kind::Words => false,
            };
            if goes_on {
                return Some(Kind::Groups);
            }
        }
        let fits = self.kind != Kind::Groups && is_text(left) && is_text(word);
        (fits && matches!(mark, '-' | '\u{2010}' | '\u{2011}' | '\'' | '\u{2019}'))
            .then_some(Kind::Words)
    }

    fn word(&self, at: usize) -> &str {
        let start = if at == 0 { 0 } else { self.ends[at - 1] };
        &self.run[start..self.ends[at]]
    }

    fn close(&mut self) {
        let count = self.ends.len();
        if self.kind != Kind::Single {
            if count <= LONGEST {
                self.push(0, count);
            }
            // "Covid-19-related" has "covid19".
            let pairs = if self.kind == Kind::Words && count > 2 { count - 1 } else { 0 };
            for at in 0..pairs {
                if is_number(self.word(at)) != is_number(self.word(at + 1)) {
                    self.push(at, 2);
                }
            }
        }
        self.run.clear();
        self.ends.clear();
        self.kind = Kind::Single;
    }

    fn push(&mut self, at: usize, count: usize) {
        let start = if at == 0 { 0 } else { self.ends[at - 1] };
        let word = &self.run[start..self.ends[at + count - 1]];
        // "2-1" is a score and no 21; seven digits are a day or a telephone.
        if self.kind == Kind::Words && is_number(word) && word.len() < 7 {
            return;
        }
        let first = self.taken - (self.ends.len() - at) as u32;
        self.found.push(Joined { first, count: count as u32, word: word.into() });
    }
}

/// The two words of one that changes from letters to digits, or back, once:
/// "covid19". Tells whether the second is a number.
pub(crate) fn halves(word: &str) -> Option<(&str, &str, bool)> {
    let bytes = word.as_bytes();
    let begins = bytes.first()?.is_ascii_digit();
    let at = bytes.iter().position(|byte| byte.is_ascii_digit() != begins)?;
    let once = bytes[at..].iter().all(|byte| byte.is_ascii_digit() != begins);
    once.then(|| (&word[..at], &word[at..], !begins))
}

/// Whether what follows a word may join it to the next. By far the most words are parted by a space,
/// or by a mark and a space.
fn may_go_on(rest: &[u8]) -> bool {
    match rest {
        [b' ', next, ..] => next.is_ascii_digit(),
        [b'\n', ..] | [b'.' | b',', b' ', ..] | [] => false,
        _ => true,
    }
}

fn is_number(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether it is no symbol.
fn is_text(word: &str) -> bool {
    word.starts_with(char::is_alphanumeric)
}

/// What stands between the groups of a number.
fn parts_groups(c: char) -> bool {
    matches!(c, ',' | '.' | ' ' | '\'' | '\u{2019}' | '\u{A0}' | '\u{2009}' | '\u{202F}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tokens::Tokens;

    fn check(text: &str, expected: &[&str]) {
        let (mut joiner, mut tokens) = (Joiner::default(), Tokens::of(text));
        while let Some(span) = tokens.next() {
            joiner.take(text, &tokens.word, span.start as usize, span.end as usize);
        }
        joiner.end();
        let found: Vec<String> = joiner
            .found
            .iter()
            .map(|one| format!("{}+{} {}", one.first, one.count, one.word))
            .collect();
        assert_eq!(found, expected, "{text:?}");
    }

    #[test]
    fn hyphens_and_apostrophes_join() {
        check("a Covid-19 test", &["1+2 covid19"]);
        check(
            "O\u{2019}Brien\u{2019}s post-war e\u{2011}mail",
            &["0+2 obrien", "2+2 postwar", "4+2 email"],
        );
        check("Covid-19-related", &["0+3 covid19related", "0+2 covid19", "1+2 19related"]);
        check("well - or not", &[]);
        check("AT&T-led", &["2+2 tled"]);
    }

    #[test]
    fn groups_of_digits_are_one_number() {
        for text in ["1,000", "1.000", "1 000", "1'000", "1\u{A0}000", "1\u{202F}000"] {
            check(text, &["0+2 1000"]);
        }
        check("10,000,000-strong", &["0+3 10000000"]);
        check("0,000 1,0000 1234,000 1, 000 2.5 2-1", &[]);
        check("2025-05-16", &["0+3 20250516"]);
    }

    #[test]
    fn a_word_is_halved_where_its_digits_begin_or_end() {
        assert_eq!(halves("covid19"), Some(("covid", "19", true)));
        assert_eq!(halves("5g"), Some(("5", "g", false)));
        for word in ["covid", "19", "b2b", ""] {
            assert_eq!(halves(word), None);
        }
    }
}
