//! Whose words a quotation is: the subject of the verb of saying beside it.

use std::collections::BTreeMap;

use dateline_model::{Entity, EntityIndex, EntityKind, Mention, Span};

use super::marks::Quoted;
use dateline_lang::quotes::Quotes;
use dateline_text::{Token, tokens};

/// What the sentence of a quotation says about its speaker.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Heard {
    pub(super) speaker: Option<EntityIndex>,
    /// Whether the sentence has a verb of saying or "according to".
    pub(super) said: bool,
}

/// No lead-in is longer, counted in tokens; the bound keeps hostile text cheap.
const REACH: usize = 80;

/// A body made ready for looking around quotations.
pub(super) struct Text<'t> {
    pub(super) words: &'t Quotes,
    body: &'t str,
    pub(super) tokens: Vec<Token>,
    sentences: Vec<Span>,
    /// For each token: its place among the quotations, if it is quoted.
    quoted: Vec<bool>,
    /// For each token: the mention that it is part of.
    pub(super) mention: Vec<Option<usize>>,
    mentions: &'t [Mention],
    entities: &'t [Entity],
    /// Roles that the text gave to one person: "turkish foreign minister".
    pub(super) roles: BTreeMap<String, Option<EntityIndex>>,
}

impl<'t> Text<'t> {
    pub(super) fn new(
        words: &'t Quotes,
        sentences_of: fn(&str) -> Vec<Span>,
        body: &'t str,
        mentions: &'t [Mention],
        entities: &'t [Entity],
        found: &[Quoted],
    ) -> Self {
        let tokens = tokens(body);
        let mut quoted = vec![false; tokens.len()];
        let mut mention = vec![None; tokens.len()];
        let (mut quote, mut name) = (0, 0);
        for (at, token) in tokens.iter().enumerate() {
            while found.get(quote).is_some_and(|one| one.span.end <= token.span.start) {
                quote += 1;
            }
            quoted[at] = found.get(quote).is_some_and(|one| one.span.contains(token.span));
            while mentions.get(name).is_some_and(|one| one.span.end <= token.span.start) {
                name += 1;
            }
            if mentions.get(name).is_some_and(|one| one.span.overlaps(token.span)) {
                mention[at] = Some(name);
            }
        }
        let sentences = sentences_of(body);
        let roles = BTreeMap::new();
        let mut text =
            Self { words, body, tokens, sentences, quoted, mention, mentions, entities, roles };
        text.learn_roles();
        text
    }

    pub(super) fn of(&self, token: usize) -> &'t str {
        self.tokens.get(token).map_or("", |token| token.of(self.body))
    }

    pub(super) fn low(&self, token: usize) -> String {
        self.of(token).to_lowercase()
    }

    pub(super) fn kind(&self, mention: usize) -> EntityKind {
        self.entity(mention).map_or(EntityKind::Place, |index| self.entities[index as usize].kind)
    }

    pub(super) fn entity(&self, mention: usize) -> Option<EntityIndex> {
        let index = self.mentions.get(mention)?.entity;
        ((index as usize) < self.entities.len()).then_some(index)
    }

    /// The first token of a mention's.
    pub(super) fn begin(&self, token: usize) -> usize {
        let own = self.mention[token];
        (0..token).rev().take_while(|&at| self.mention[at] == own).last().unwrap_or(token)
    }

    /// The tokens that a byte range touches.
    fn range(&self, span: Span) -> core::ops::Range<usize> {
        let start = self.tokens.partition_point(|token| token.span.end <= span.start);
        let end = self.tokens.partition_point(|token| token.span.start < span.end);
        start..end.max(start)
    }

    /// From the start of the sentence that a span begins in to the end of the
    /// one that it ends in, in tokens, but no further than [`REACH`] from it.
    fn frame(&self, span: Span) -> core::ops::Range<usize> {
        let first = self.sentences.partition_point(|sentence| sentence.end <= span.start);
        let last = self.sentences.partition_point(|sentence| sentence.start < span.end);
        let start = self.sentences.get(first).map_or(span.start, |one| one.start.min(span.start));
        let end = last
            .checked_sub(1)
            .and_then(|last| self.sentences.get(last))
            .map_or(span.end, |one| one.end.max(span.end));
        let own = self.range(span);
        let wide = self.range(Span { start, end });
        wide.start.max(own.start.saturating_sub(REACH))..wide.end.min(own.end + REACH)
    }

    /// Whether only white space stands between two spans of one paragraph.
    pub(super) fn follows_directly(&self, before: Span, after: Span) -> bool {
        if before.end > after.start {
            return false;
        }
        let ends = self.frame(before).end;
        let between = self.body.get(before.end as usize..after.start as usize).unwrap_or("\n\n");
        !between.contains("\n\n") && self.range(after).start == ends
    }

    /// Who speaks a quotation, and whether anybody does.
    pub(super) fn attribution(&self, span: Span) -> Heard {
        let frame = self.frame(span);
        let own = self.range(span);
        let alone = (frame.start..own.start)
            .chain(own.end..frame.end)
            .all(|at| self.quoted[at] || !self.of(at).chars().any(char::is_alphanumeric));
        if alone {
            return self.beside(span, frame);
        }
        let verbs: Vec<usize> = frame.clone().filter(|&at| self.says(at)).collect();
        // "…," X said: the verb after the quotation, close by, is the one meant.
        let after = verbs.iter().copied().find(|&verb| verb >= own.end);
        let before = verbs.iter().copied().rev().find(|&verb| verb < own.start);
        let closing = after.filter(|&verb| {
            let comma = (own.end.saturating_sub(2)..own.end + 1)
                .any(|at| matches!(self.of(at), "," | "?" | "!" | "\u{2014}" | "\u{2013}"));
            comma && verb < own.end + 12
        });
        let order = [closing, before, after];
        let mut heard = Heard::default();
        for verb in order.into_iter().flatten() {
            heard.said = true;
            if heard.speaker.is_none() {
                heard.speaker = self.subject(verb, &frame);
            }
        }
        heard
    }

    /// For a quotation that is a whole sentence: who spoke in the sentence before
    /// it in its paragraph, or in one that ends with a colon, or who is named
    /// after its question mark.
    fn beside(&self, span: Span, frame: core::ops::Range<usize>) -> Heard {
        let Some(last) = frame.start.checked_sub(1) else { return Heard::default() };
        let Some(token) = self.tokens.get(last) else { return Heard::default() };
        let between = self.body.get(token.span.end as usize..span.start as usize).unwrap_or("\n\n");
        if between.contains("\n\n") && self.of(last) != ":" {
            return Heard::default();
        }
        let before = self.frame(token.span);
        let verb = before.clone().rev().find(|&at| self.says(at));
        verb.map_or(Heard::default(), |verb| Heard {
            speaker: self.subject(verb, &before),
            said: true,
        })
    }

    /// Whether a token outside quotations is a verb of saying.
    fn says(&self, at: usize) -> bool {
        let word = self.of(at);
        !self.quoted[at]
            && self.mention[at].is_none()
            && (self.words.saying.contains(word)
                || (word.eq_ignore_ascii_case(self.words.according.0)
                    && self.of(at + 1) == self.words.according.1))
    }

    /// The subject of a verb of saying.
    fn subject(&self, verb: usize, frame: &core::ops::Range<usize>) -> Option<EntityIndex> {
        if self.of(verb).eq_ignore_ascii_case(self.words.according.0) {
            return self.named_after(verb + 2, frame);
        }
        let mut left = verb;
        while left > frame.start && self.words.between.contains(self.low(left - 1).as_str()) {
            left -= 1;
        }
        if left > frame.start && !self.quoted[left - 1] {
            let before = left - 1;
            if let Some(mention) = self.mention[before] {
                // "with Quill calling it": the preposition governs the whole clause.
                let clause = self.of(verb).ends_with(self.words.participle);
                if clause || !self.prepositional(self.begin(before)) {
                    return self.entity(mention);
                }
            } else if self.words.pronouns.contains(self.low(before).as_str()) {
                return self.person_before(before);
            } else if let Some(phrase) = self.role_before(left) {
                return self.role(&phrase);
            }
        }
        if let Some(entity) = self.apposed(left, frame) {
            return Some(entity);
        }
        let turned = left == frame.start
            || self.quoted[left - 1]
            || !self.of(left - 1).chars().any(char::is_alphanumeric);
        let inverted = self.named_after(verb + 1, frame).filter(|_| turned);
        if inverted.is_some() {
            return inverted;
        }
        self.first_free(frame.start..verb, EntityKind::Person)
            .or_else(|| self.first_free(frame.start..verb, EntityKind::Organisation))
    }

    /// The person between two commas before a token: "Marsh's lawyer, Ada Quill, said".
    fn apposed(&self, left: usize, frame: &core::ops::Range<usize>) -> Option<EntityIndex> {
        let last = left.checked_sub(2).filter(|&last| last >= frame.start)?;
        let mention =
            self.mention[last].filter(|_| self.of(left - 1) == "," && !self.quoted[last])?;
        let before = self.begin(last).checked_sub(1)?;
        let person = self.kind(mention) == EntityKind::Person;
        (person && self.of(before) == ",").then(|| self.entity(mention)).flatten()
    }

    /// Whether the name at a token owns what follows: "Quill's lawyer".
    fn owns(&self, at: usize) -> bool {
        let own = self.mention[at];
        let next = (at..self.tokens.len()).find(|&next| self.mention[next] != own);
        next.is_some_and(|next| {
            let after = self.tokens.get(next + 1).map_or(u32::MAX, |token| token.span.start);
            let possessive = self.words.possessives.contains(&self.of(next));
            // A lone apostrophe may end a quotation as well.
            possessive && (self.of(next).chars().count() > 1 || after > self.tokens[next].span.end)
        })
    }

    /// The person who is named after what a possessor has: "Quill's deputy, Ben Marsh".
    fn owned(&self, at: usize, end: usize) -> Option<EntityIndex> {
        let own = self.mention[at];
        let from = (at..end).find(|&next| self.mention[next] != own)?;
        for next in from..end.min(from + 7) {
            if let Some(mention) = self.mention[next].filter(|_| !self.quoted[next]) {
                let person = self.kind(mention) == EntityKind::Person && !self.owns(next);
                return person.then(|| self.entity(mention)).flatten();
            }
            let word = self.of(next);
            let inside = word == ","
                || self.words.possessives.contains(&word)
                || word.chars().next().is_some_and(char::is_alphabetic)
                    && !self.words.prepositions.contains(word);
            if self.quoted[next] || !inside {
                return None;
            }
        }
        None
    }

    /// The name that follows with nothing but roles before it: "said Foreign
    /// Minister Quill". A pronoun stands for whoever was named last.
    fn named_after(&self, from: usize, frame: &core::ops::Range<usize>) -> Option<EntityIndex> {
        for at in from..frame.end.min(from + 8) {
            if self.quoted[at] {
                return None;
            }
            if let Some(mention) = self.mention[at] {
                // "U.S. Secretary of State X": the country is part of the role.
                let next = (at..frame.end).find(|&next| self.mention[next] != Some(mention));
                let role = next.is_some_and(|next| {
                    let low = self.low(next);
                    self.words.roles.contains(low.as_str())
                        || self.words.modifiers.contains(low.as_str())
                });
                if role && self.kind(mention) == EntityKind::Place {
                    continue;
                }
                if self.owns(at) {
                    return self.owned(at, frame.end);
                }
                return self.entity(mention);
            }
            let low = self.low(at);
            // "said of Quill": the name is whom the words are about.
            if at == from && self.words.prepositions.contains(low.as_str()) {
                return None;
            }
            if at == from && self.words.pronouns.contains(low.as_str()) {
                return self.person_before(at);
            }
            let capital = self.of(at).chars().next().is_some_and(char::is_uppercase);
            let part = capital
                || self.words.roles.contains(low.as_str())
                || self.words.modifiers.contains(low.as_str())
                || self.words.inside_roles.contains(&low.as_str());
            if !part {
                return None;
            }
        }
        None
    }

    /// The first mention of a kind in a range that no preposition governs.
    fn first_free(&self, range: core::ops::Range<usize>, kind: EntityKind) -> Option<EntityIndex> {
        range.into_iter().filter(|&at| !self.quoted[at]).find_map(|at| {
            let mention = self.mention[at]?;
            let fits =
                self.kind(mention) == kind && !self.owns(at) && !self.prepositional(self.begin(at));
            fits.then(|| self.entity(mention)).flatten()
        })
    }

    /// Whether a preposition, with roles between, stands before a token.
    fn prepositional(&self, begin: usize) -> bool {
        let mut at = begin;
        while let Some(before) = at.checked_sub(1).filter(|before| begin - before <= 6) {
            let low = self.low(before);
            if self.words.prepositions.contains(low.as_str()) {
                return true;
            }
            let capital = self.of(before).chars().next().is_some_and(char::is_uppercase);
            if !(capital
                || self.words.articles.first().is_some_and(|article| low == *article)
                || self.words.roles.contains(low.as_str())
                || self.words.modifiers.contains(low.as_str()))
            {
                return false;
            }
            at = before;
        }
        false
    }

    /// The person whom "he" or "she" at a token means: the first free one of the
    /// sentence before it, going back three sentences at most.
    fn person_before(&self, token: usize) -> Option<EntityIndex> {
        let start = self.tokens.get(token)?.span.start;
        let own = self.sentences.partition_point(|sentence| sentence.start <= start);
        (own.saturating_sub(4)..own).rev().find_map(|at| {
            let mut range = self.range(self.sentences[at]);
            range.end = range.end.min(token);
            let any = |at: usize| {
                let mention = self.mention[at].filter(|_| !self.quoted[at])?;
                let person = self.kind(mention) == EntityKind::Person;
                person.then(|| self.entity(mention)).flatten()
            };
            self.first_free(range.clone(), EntityKind::Person).or_else(|| range.rev().find_map(any))
        })
    }
}
