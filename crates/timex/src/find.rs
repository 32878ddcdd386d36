//! Finding: where the expressions stand and which row each follows.

use dateline_text::{QuickMap, QuickSet, TokenKind};

use crate::grammar::Grammar;
use crate::parts::{Class, Parts};
use crate::pattern::{Pattern, Test};
use crate::row::{Continues, Found};
use crate::shapes;
use crate::table::{LONGEST, small};
use crate::tokens::Tokens;

/// The rows of a language by what their first token may be.
pub(crate) struct Index {
    grammar: &'static Grammar,
    patterns: Vec<Pattern>,
    by_word: QuickMap<&'static str, Vec<usize>>,
    by_class: Vec<(Class, Vec<usize>)>,
    continuing: Vec<(usize, Continues)>,
    /// All words that some row names.
    literals: QuickSet<&'static str>,
    /// All words at which a class may begin, each with a bit for every class whose table has it.
    openers: QuickMap<&'static str, u32>,
    /// The bits of the classes that have no table.
    open: u32,
}

impl Index {
    pub(crate) fn new(grammar: &'static Grammar) -> Self {
        let patterns: Vec<Pattern> =
            grammar.rows.iter().map(|row| Pattern::new(row.pattern, grammar)).collect();
        let mut by_word: QuickMap<&'static str, Vec<usize>> = QuickMap::default();
        let mut by_class: Vec<(Class, Vec<usize>)> =
            Class::ALL.iter().map(|class| (*class, Vec::new())).collect();
        let mut continuing = Vec::new();
        for (row, pattern) in patterns.iter().enumerate() {
            if let Some(continues) = grammar.rows[row].continues {
                continuing.push((row, continues));
                continue;
            }
            for test in pattern.first() {
                match test {
                    Test::Literal(word) => by_word.entry(word).or_default().push(row),
                    Test::Class(class) => by_class[class as usize].1.push(row),
                }
            }
        }
        by_class.retain(|(_, rows)| !rows.is_empty());
        let literals = patterns.iter().flat_map(Pattern::literals).collect();
        let mut openers: QuickMap<&'static str, u32> =
            grammar.opening_words().map(|word| (word, 0)).collect();
        let mut open = u32::MAX;
        for (classes, words) in grammar.tables() {
            let bits = classes.iter().fold(0, |bits, class| bits | 1 << *class as u32);
            open &= !bits;
            words.into_iter().for_each(|word| *openers.entry(word).or_default() |= bits);
        }
        Self { grammar, patterns, by_word, by_class, continuing, literals, openers, open }
    }

    /// The tokens of a text, each with the classes that it begins.
    pub(crate) fn tokens<'t>(&self, text: &'t str) -> Tokens<'t> {
        let mut tokens = Tokens::cut(text);
        let classes = (0..tokens.count()).map(|at| self.classes(&tokens, at)).collect();
        tokens.set_classes(classes);
        tokens
    }

    fn classes(&self, tokens: &Tokens<'_>, at: usize) -> u32 {
        let word = tokens.get(at);
        let listed = match tokens.kind(at) {
            Some(TokenKind::Word) if word.len() > LONGEST => None,
            Some(TokenKind::Word) => small(word, |word| self.openers.get(word).copied()),
            Some(TokenKind::Number) => Some(0),
            Some(TokenKind::Mark) => (tokens.dash(at) || tokens.apostrophe(at)).then_some(0),
            None => None,
        };
        let Some(listed) = listed else { return 0 };
        let may = listed | self.open;
        let begun = |class: &&Class| {
            may & (1 << **class as u32) != 0
                && shapes::read(self.grammar, **class, tokens, at).is_some()
        };
        Class::ALL.iter().filter(begun).fold(0, |bits, class| bits | 1 << *class as u32)
    }

    /// All expressions of a text, in order, without overlaps: at each token the
    /// longest, of equally long ones the row that stands first.
    pub(crate) fn find(&self, tokens: &Tokens<'_>) -> Vec<Found> {
        let (mut out, mut at) = (Vec::new(), 0);
        while at < tokens.count() {
            let Some(found) = self.longest(tokens, at) else {
                at += 1;
                continue;
            };
            out.push(found);
            let mut last = found;
            while let Some(next) = self.continued(tokens, &last) {
                out.push(next);
                last = next;
            }
            at = last.end;
        }
        out
    }

    fn longest(&self, tokens: &Tokens<'_>, at: usize) -> Option<Found> {
        let word = tokens.get(at);
        if tokens.is_stamp(at) {
            return None;
        }
        if tokens.is_any(at, self.grammar.articles) && self.bare(tokens, at) {
            return None;
        }
        let mut rows = Vec::new();
        if word.len() <= LONGEST
            && let Some(named) = small(word, |word| self.by_word.get(word))
        {
            rows.extend_from_slice(named);
        }
        if tokens.begins_any(at) {
            for (class, named) in &self.by_class {
                if tokens.begins(at, *class) {
                    rows.extend_from_slice(named);
                }
            }
        }
        if rows.is_empty() {
            return None;
        }
        rows.sort_unstable();
        rows.dedup();
        let mut best: Option<Found> = None;
        for row in rows {
            let Some(found) = self.matched(row, tokens, at, Parts::default()) else { continue };
            let longer = best.is_none_or(|best| best.end < found.end);
            // No expression goes on in the next paragraph.
            let whole = || (at + 1..found.end).all(|inner| !tokens.begins_paragraph(inner));
            if longer && found.end > at && whole() && (found.row.guard)(tokens, &found) {
                best = Some(found);
            }
        }
        best
    }

    fn matched(&self, row: usize, tokens: &Tokens<'_>, at: usize, known: Parts) -> Option<Found> {
        let matched = self.patterns[row].at(self.grammar, tokens, at, known)?;
        let row = &self.grammar.rows[row];
        Some(Found { row, start: at, end: matched.end, parts: matched.parts })
    }

    /// Whether what follows an article begins nothing that any row knows: no
    /// row is an article alone, and most articles of a text end here.
    fn bare(&self, tokens: &Tokens<'_>, at: usize) -> bool {
        let next = tokens.get(at + 1);
        let named =
            || small(next, |word| self.literals.contains(word) || self.openers.contains_key(word));
        !(tokens.begins_any(at + 1) || next.len() <= LONGEST && named())
    }

    /// What goes on from `last` without a preposition of its own: the "18" of
    /// "1914–18", the "14" of "May 12 to 14". The word between stays outside.
    fn continued(&self, tokens: &Tokens<'_>, last: &Found) -> Option<Found> {
        self.continuing.iter().find_map(|&(row, continues)| {
            let known = continues.inherited(last)?;
            let matched = self.matched(row, tokens, last.end, known)?;
            let found = Found { start: last.end + 1, ..matched };
            (found.end > found.start && (found.row.guard)(tokens, &found)).then_some(found)
        })
    }
}
