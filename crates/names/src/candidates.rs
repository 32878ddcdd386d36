//! Gives every segment of a chunk a kind, as far as the words beside it tell.

use dateline_model::EntityKind;

use crate::candidate::{Candidate, Strength};
use crate::chunks::{Word, chunks};
use crate::fold::fold;
use crate::lexicon::{Lexicon, List, among, opened};
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
    let finder = Finder { lexicon, vocabulary, text };
    let mut out = Vec::new();
    for chunk in chunks(lexicon, text) {
        for (at, segment) in segments(lexicon, text, &chunk).into_iter().enumerate() {
            let titled = segment.titled
                || (at == 0 && text.small_role_before(lexicon, segment.words[0].first));
            finder.classify(Segment { titled, ..segment }, &mut out);
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

/// Lists whose words are in no person's name.
const ORDINARY: [List; 8] = [
    List::Directions,
    List::NotNames,
    List::OrganisationHeads,
    List::OtherHeads,
    List::PlaceHeads,
    List::RoleModifiers,
    List::StopWords,
    List::Topics,
];

struct Finder<'a, 't> {
    lexicon: &'a Lexicon,
    vocabulary: &'a Vocabulary,
    text: &'a Tokenized<'t>,
}

impl Finder<'_, '_> {
    fn has(&self, list: List, word: &Word) -> bool {
        self.lexicon.has(list, &word.low)
    }

    fn plural(&self, word: &Word) -> bool {
        ends_in(self.lexicon.grammar().plurals, &word.low)
    }

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
        out.push(Candidate { span, text, key, kind, strength, row, titled, words, country: None });
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
        let ordinary = |word: &Word| ORDINARY.iter().any(|&list| self.has(list, word));
        if segment.titled && words.len() <= 4 && !words.iter().all(ordinary) {
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
        if words.len() == 1 {
            self.single(first, segment.titled, out)
        } else {
            self.several(words, out)
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

    fn several(&self, words: &[Word], out: &mut Vec<Candidate>) {
        let (first, last) = (&words[0], &words[words.len() - 1]);
        if words.len() == 2
            && self.has(List::Directions, first)
            && !first.opens
            && !self.vocabulary.ordinary(&last.low)
            && !ORDINARY.iter().any(|&list| self.has(list, last))
        {
            return self.push(words, Some(EntityKind::Place), Strength::Likely, None, false, out);
        }
        let initial = words.iter().any(|word| {
            word.capital && word.low.chars().count() == 1 && self.text.of(word.last) == "."
        });
        let ordinary = words.iter().any(|word| {
            ORDINARY.iter().any(|&list| self.has(list, word))
                || is_acronym(self.text.slice(word.span))
                || (!initial && self.vocabulary.ordinary(&word.low))
        });
        let other = self.has(List::OtherStarts, first) || last.low.chars().count() == 1;
        if words.len() > 4 || ordinary || other || self.text.shouted(first.first) {
            return;
        }
        let strength = if initial
            || self.text.speaks(self.lexicon, first.first, last.last)
            || self.text.person_follows(self.lexicon, last.last)
        {
            Strength::Likely
        } else {
            Strength::Bare
        };
        let kind = if strength == Strength::Bare
            && self.text.located(self.lexicon, first.first)
            && words.len() == 2
        {
            EntityKind::Place
        } else {
            EntityKind::Person
        };
        self.push(words, Some(kind), strength, None, false, out);
    }

    fn single(&self, word: &Word, titled: bool, out: &mut Vec<Candidate>) {
        let one = std::slice::from_ref(word);
        if self.has(List::StopWords, word)
            || self.lexicon.has(List::NotNames, without_number(&word.low))
            || self.has(List::OtherHeads, word)
            || self.has(List::OrganisationHeads, word)
            || self.has(List::PlaceHeads, word)
            || self.has(List::RoleModifiers, word)
            || self.has(List::Directions, word)
            || self.has(List::DateWords, word)
            || word.low.chars().count() == 1
            || ends_in(self.lexicon.grammar().abstract_endings, &word.low)
            || self.text.shouted(word.first) && !titled
        {
            return;
        }
        let text = self.text.slice(word.span);
        if is_acronym(text) {
            let letters = text.chars().filter(|c| c.is_alphabetic()).count();
            // Two letters are as often a thing or a state as an organisation.
            let strength = if letters > 2 { Strength::Likely } else { Strength::Unsupported };
            return self.push(one, Some(EntityKind::Organisation), strength, None, false, out);
        }
        let seen_small = self.vocabulary.ordinary(&word.low);
        let speaks = self.text.speaks(self.lexicon, word.first, word.last);
        let (kind, strength) = if word.opens && seen_small {
            (None, Strength::Unsupported)
        } else if self.lexicon.given(&word.low)
            || (!seen_small && speaks && !(word.opens && self.plural(word)))
        {
            // "The Beacon reported": a paper or a company, not a person.
            let article = word.first.checked_sub(1).is_some_and(|before| {
                opened(self.lexicon.grammar().articles, self.text.of(before))
            });
            let kind = if article { EntityKind::Organisation } else { EntityKind::Person };
            (Some(kind), Strength::Likely)
        } else if word.opens {
            (None, Strength::Unsupported)
        } else if self.text.located(self.lexicon, word.first) && !seen_small {
            (Some(EntityKind::Place), Strength::Likely)
        } else {
            (None, Strength::Bare)
        };
        self.push(one, kind, strength, None, false, out);
    }
}

fn ends_in(endings: &[&str], low: &str) -> bool {
    endings.iter().any(|ending| low.ends_with(ending))
}

/// "covid" for "covid-19".
fn without_number(low: &str) -> &str {
    low.trim_end_matches(|c: char| c.is_ascii_digit()).trim_end_matches('-')
}

fn is_acronym(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    text.chars().all(|c| !c.is_lowercase()) && (2..=6).contains(&letters)
}
