//! Gives every segment of a chunk a kind, as far as the words beside it tell.

use dateline_model::EntityKind;

use crate::candidate::{Candidate, Strength};
use crate::chunks::{Word, chunks};
use crate::fold::fold;
use crate::guess::Context;
use crate::lexicon::{Lexicon, List, among};
use crate::ministries;
use crate::segments::{Segment, joined, known_at, segments};
use crate::tokenized::Tokenized;
use crate::vocabulary::Vocabulary;

/// The candidates of one text, in order, never overlapping.
pub(crate) fn candidates(
    lexicon: &Lexicon,
    vocabulary: &Vocabulary,
    text: &Tokenized,
) -> Vec<Candidate> {
    let context = Context { lexicon, vocabulary, text };
    let mut out = Vec::new();
    for chunk in chunks(lexicon, text) {
        for (at, segment) in segments(lexicon, text, &chunk).into_iter().enumerate() {
            let titled = segment.titled
                || (at == 0 && text.small_role_before(lexicon, segment.words[0].first));
            context.classify(Segment { titled, ..segment }, &mut out);
        }
    }
    out.extend(ministries::small(lexicon, text));
    out.sort_by_key(|candidate| (candidate.span.start, core::cmp::Reverse(candidate.span.end)));
    let mut end = 0;
    out.retain(|candidate| {
        let free = candidate.span.start >= end;
        if free {
            end = candidate.span.end;
        }
        free
    });
    out
}

impl Context<'_, '_> {
    fn push(
        &self,
        words: &[Word],
        kind: Option<EntityKind>,
        strength: Strength,
        row: Option<usize>,
        titled: bool,
        out: &mut Vec<Candidate>,
    ) {
        let span = joined(words);
        let text = self.text.slice(span).split_whitespace().collect::<Vec<_>>().join(" ");
        let key = fold(&text);
        let words = words.len();
        out.push(Candidate {
            span,
            text,
            key,
            kind,
            strength,
            row,
            titled,
            words,
            overruled: false,
            before: None,
            country: None,
        });
    }

    fn classify(&self, segment: Segment, out: &mut Vec<Candidate>) {
        let words = self.without_opening(segment.words);
        let (Some(first), Some(last)) = (words.first(), words.last()) else { return };
        let lexicon = self.lexicon;
        let grammar = lexicon.grammar();
        if let Some(row) = lexicon.row(self.text.slice(joined(words))) {
            let kind = lexicon.at(row).kind;
            if self.too_loud(words) {
                return;
            }
            return if segment.titled && kind == EntityKind::Place && words.len() == 1 {
                self.push(words, Some(EntityKind::Person), Strength::Likely, None, true, out)
            } else {
                self.push(words, Some(kind), Strength::Sure, Some(row), false, out)
            };
        }
        let organisation = words.len() > 1
            && (self.has(List::OrganisationHeads, last)
                || words.windows(2).any(|pair| {
                    !pair[1].capital
                        && [grammar.genitives, grammar.purposes, grammar.conjunctions]
                            .iter()
                            .any(|few| among(few, &pair[1].low))
                        && self.has(List::OrganisationHeads, &pair[0])
                })
                || words.iter().any(|word| word.low == "&"));
        let given = words.len() > 1 && lexicon.given(&first.low);
        let place = words.len() > 1
            && !given
            && (self.has(List::PlaceHeads, last)
                || self.has(List::PlaceStarts, first)
                || words.windows(2).any(|pair| {
                    among(grammar.genitives, &pair[1].low) && self.has(List::PlaceHeads, &pair[0])
                }));
        if first.domain && words.len() == 1 {
            return self.push(
                words,
                Some(EntityKind::Organisation),
                Strength::Likely,
                None,
                false,
                out,
            );
        }
        if organisation && !(segment.titled && given) {
            return self.push(
                words,
                Some(EntityKind::Organisation),
                Strength::Sure,
                None,
                false,
                out,
            );
        }
        if words.len() > 1
            && (self.has(List::OtherHeads, last)
                || words
                    .windows(2)
                    .any(|pair| !pair[1].capital && self.has(List::OtherHeads, &pair[0])))
            && !given
        {
            return;
        }
        if place && !segment.titled {
            return self.push(words, Some(EntityKind::Place), Strength::Sure, None, false, out);
        }
        if let Some((from, to)) = self.demonym(words) {
            let before = Segment { words: &words[..from], titled: segment.titled };
            self.classify(before, out);
            return self.classify(Segment { words: &words[to..], titled: false }, out);
        }
        if segment.titled && words.len() <= 4 && !words.iter().all(|word| self.in_no_person(word)) {
            return self.push(words, Some(EntityKind::Person), Strength::Sure, None, true, out);
        }
        // "Ada Quill Ben Marsh": a list of people without its commas.
        let second = (2..words.len()).find(|&at| {
            lexicon.given(&words[at].low)
                && !lexicon.given(&words[at - 1].low)
                && words[at - 1].capital
                && words[at - 1].low.chars().count() > 1
                && at + 1 < words.len()
        });
        if let Some(at) = second.filter(|_| given) {
            self.classify(Segment { words: &words[..at], titled: false }, out);
            return self.classify(Segment { words: &words[at..], titled: false }, out);
        }
        if given && words.len() <= 5 {
            return self.push(words, Some(EntityKind::Person), Strength::Sure, None, false, out);
        }
        if self.at_known_name(segment.titled, words, out) {
            return;
        }
        if let Some((kind, strength)) = self.guess(words, segment.titled) {
            self.push(words, kind, strength, None, false, out);
        }
    }

    /// Without a first word that only the sentence gave its capital.
    fn without_opening<'w>(&self, words: &'w [Word]) -> &'w [Word] {
        let Some(first) = words.first() else { return words };
        let ordinary = words.len() > 1
            && first.opens
            && words[1].capital
            && self.vocabulary.ordinary(&first.low)
            && !self.lexicon.given(&first.low)
            && !words.last().is_some_and(|last| self.has(List::OrganisationHeads, last))
            && known_at(self.lexicon, self.text, words, 0) == 0;
        if ordinary { &words[1..] } else { words }
    }

    /// The first word or two of words that name a country's people or things.
    fn demonym(&self, words: &[Word]) -> Option<(usize, usize)> {
        (0..words.len()).find_map(|at| {
            let two = words.get(at + 1).is_some_and(|next| {
                self.lexicon.demonym(&format!("{} {}", words[at].low, next.low)).is_some()
            });
            let one = self.lexicon.demonym(&words[at].low).is_some();
            (two || one).then_some((at, at + 1 + usize::from(two)))
        })
    }

    /// Cuts at a name of the gazetteer inside the words.
    fn at_known_name(&self, titled: bool, words: &[Word], out: &mut Vec<Candidate>) -> bool {
        for at in 0..words.len() {
            let length = known_at(self.lexicon, self.text, words, at);
            if length == 0 || length == words.len() {
                continue;
            }
            let known = &words[at..at + length];
            let rest = &words[at + length..];
            let Some(row) = self.lexicon.row(self.text.slice(joined(known))) else { continue };
            let kind = self.lexicon.at(row).kind;
            // "Ruritania Rovers": a place and one plural word is a club.
            if at == 0
                && kind == EntityKind::Place
                && rest.len() == 1
                && !known[0].opens
                && self.plural(&rest[0])
            {
                self.push(
                    words,
                    Some(EntityKind::Organisation),
                    Strength::Likely,
                    None,
                    false,
                    out,
                );
                return true;
            }
            let direction = at == 1 && self.has(List::Directions, &words[0]);
            if direction && kind == EntityKind::Place {
                self.push(&words[..at + length], Some(kind), Strength::Likely, None, false, out);
            } else {
                self.classify(Segment { words: &words[..at], titled }, out);
                if !self.too_loud(known) {
                    self.push(known, Some(kind), Strength::Sure, Some(row), false, out);
                }
            }
            self.classify(Segment { words: rest, titled: false }, out);
            return true;
        }
        false
    }

    /// Whether a short acronym stands in a line of capitals, where "US" may be "us".
    fn too_loud(&self, words: &[Word]) -> bool {
        words.len() == 1 && words[0].low.chars().count() < 4 && self.text.shouted(words[0].first)
    }
}
