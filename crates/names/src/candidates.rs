//! Gives every piece of a run a kind, as far as the words beside it tell.

use dateline_model::{EntityKind, Span};

use super::fold::fold;
use super::lexicon::{Lexicon, List};
use super::pieces::{Piece, joined, known_at, pieces};
use super::reading::{Reading, Vocabulary};
use super::runs::{Word, runs};

/// How much speaks for a candidate. Later is more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Strength {
    /// A capital where every word has one: needs to be known from elsewhere.
    Unsupported,
    /// A capital in the middle of a sentence and nothing else.
    Bare,
    /// The form or one word beside it.
    Likely,
    /// A title, a head word, the gazetteer.
    Sure,
}

/// Something that may be a name.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    pub(super) span: Span,
    /// As it stands, with single blanks.
    pub(super) text: String,
    /// `text`, folded.
    pub(super) key: String,
    pub(super) kind: Option<EntityKind>,
    pub(super) strength: Strength,
    /// The gazetteer's row.
    pub(super) row: Option<usize>,
    /// Whether a role stands before it.
    pub(super) titled: bool,
    /// How many words it has, small ones included.
    pub(super) words: usize,
    /// Whether it is a ministry spelled in small letters, and of which country.
    pub(super) country: Option<usize>,
}

/// The candidates of one text, in order, never overlapping.
pub(super) fn candidates(
    lexicon: &Lexicon,
    vocabulary: &Vocabulary,
    reading: &Reading,
) -> Vec<Candidate> {
    let finder = Finder { lexicon, vocabulary, reading };
    let mut out = Vec::new();
    for run in runs(lexicon, reading) {
        for (at, piece) in pieces(lexicon, reading, &run).into_iter().enumerate() {
            let titled = piece.titled
                || (at == 0 && reading.small_role_before(lexicon, piece.words[0].first));
            finder.classify(Piece { titled, ..piece }, &mut out);
        }
    }
    out.extend(super::ministries::small(lexicon, reading));
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
    reading: &'a Reading<'t>,
}

impl Finder<'_, '_> {
    fn has(&self, list: List, word: &Word) -> bool {
        self.lexicon.has(list, &word.low)
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
        let text = self.reading.slice(span).split_whitespace().collect::<Vec<_>>().join(" ");
        let key = fold(&text);
        let words = words.len();
        out.push(Candidate { span, text, key, kind, strength, row, titled, words, country: None });
    }

    fn classify(&self, piece: Piece, out: &mut Vec<Candidate>) {
        let words = self.without_opening(piece.words);
        let (Some(first), Some(last)) = (words.first(), words.last()) else { return };
        let lexicon = self.lexicon;
        if let Some(row) = lexicon.row(self.reading.slice(joined(words))) {
            let kind = lexicon.at(row).kind;
            if self.too_loud(words) {
                return;
            }
            return if piece.titled && kind == EntityKind::Place && words.len() == 1 {
                self.push(words, Some(EntityKind::Person), Strength::Likely, None, true, out)
            } else {
                self.push(words, Some(kind), Strength::Sure, Some(row), false, out)
            };
        }
        let organisation = words.len() > 1
            && (self.has(List::OrganisationHeads, last)
                || words.windows(2).any(|pair| {
                    !pair[1].capital
                        && matches!(pair[1].low.as_str(), "of" | "for" | "on" | "and")
                        && self.has(List::OrganisationHeads, &pair[0])
                })
                || words.iter().any(|word| word.low == "&"));
        let given = words.len() > 1 && lexicon.given(&first.low);
        let place = words.len() > 1
            && !given
            && (self.has(List::PlaceHeads, last)
                || self.has(List::PlaceStarts, first)
                || words
                    .windows(2)
                    .any(|pair| pair[1].low == "of" && self.has(List::PlaceHeads, &pair[0])));
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
        if organisation && !(piece.titled && given) {
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
        if place && !piece.titled {
            return self.push(words, Some(EntityKind::Place), Strength::Sure, None, false, out);
        }
        if let Some((from, to)) = self.demonym(words) {
            let before = Piece { words: &words[..from], titled: piece.titled };
            self.classify(before, out);
            return self.classify(Piece { words: &words[to..], titled: false }, out);
        }
        let ordinary = |word: &Word| ORDINARY.iter().any(|&list| self.has(list, word));
        if piece.titled && words.len() <= 4 && !words.iter().all(ordinary) {
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
            self.classify(Piece { words: &words[..at], titled: false }, out);
            return self.classify(Piece { words: &words[at..], titled: false }, out);
        }
        if given && words.len() <= 5 {
            return self.push(words, Some(EntityKind::Person), Strength::Sure, None, false, out);
        }
        if self.at_known_name(piece.titled, words, out) {
            return;
        }
        if words.len() == 1 {
            self.single(first, piece.titled, out)
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
            && known_at(self.lexicon, self.reading, words, 0) == 0;
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
            let length = known_at(self.lexicon, self.reading, words, at);
            if length == 0 || length == words.len() {
                continue;
            }
            let known = &words[at..at + length];
            let rest = &words[at + length..];
            let Some(row) = self.lexicon.row(self.reading.slice(joined(known))) else { continue };
            let kind = self.lexicon.at(row).kind;
            // "Ruritania Rovers": a place and one plural word is a club.
            if at == 0
                && kind == EntityKind::Place
                && rest.len() == 1
                && !known[0].opens
                && rest[0].low.ends_with('s')
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
                self.classify(Piece { words: &words[..at], titled }, out);
                if !self.too_loud(known) {
                    self.push(known, Some(kind), Strength::Sure, Some(row), false, out);
                }
            }
            self.classify(Piece { words: rest, titled: false }, out);
            return true;
        }
        false
    }

    /// Whether a short acronym stands in a line of capitals, where "US" may be "us".
    fn too_loud(&self, words: &[Word]) -> bool {
        words.len() == 1 && words[0].low.chars().count() < 4 && self.reading.shouted(words[0].first)
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
            word.capital && word.low.chars().count() == 1 && self.reading.of(word.last) == "."
        });
        let ordinary = words.iter().any(|word| {
            ORDINARY.iter().any(|&list| self.has(list, word))
                || is_acronym(self.reading.slice(word.span))
                || (!initial && self.vocabulary.ordinary(&word.low))
        });
        let other = self.has(List::OtherStarts, first) || last.low.chars().count() == 1;
        if words.len() > 4 || ordinary || other || self.reading.shouted(first.first) {
            return;
        }
        let strength = if initial
            || self.reading.speaks(self.lexicon, first.first, last.last)
            || self.reading.person_follows(last.last)
        {
            Strength::Likely
        } else {
            Strength::Bare
        };
        let kind = if strength == Strength::Bare
            && self.reading.located(first.first)
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
            || ["ics", "ism", "ology"].iter().any(|ending| word.low.ends_with(ending))
            || self.reading.shouted(word.first) && !titled
        {
            return;
        }
        let text = self.reading.slice(word.span);
        if is_acronym(text) {
            let letters = text.chars().filter(|c| c.is_alphabetic()).count();
            // Two letters are as often a thing or a state as an organisation.
            let strength = if letters > 2 { Strength::Likely } else { Strength::Unsupported };
            return self.push(one, Some(EntityKind::Organisation), strength, None, false, out);
        }
        let seen_small = self.vocabulary.ordinary(&word.low);
        let speaks = self.reading.speaks(self.lexicon, word.first, word.last);
        let (kind, strength) = if word.opens && seen_small {
            (None, Strength::Unsupported)
        } else if self.lexicon.given(&word.low)
            || (!seen_small && speaks && !(word.opens && word.low.ends_with('s')))
        {
            // "The Beacon reported": a paper or a company, not a person.
            let article = word
                .first
                .checked_sub(1)
                .is_some_and(|before| matches!(self.reading.of(before), "the" | "The"));
            let kind = if article { EntityKind::Organisation } else { EntityKind::Person };
            (Some(kind), Strength::Likely)
        } else if word.opens {
            (None, Strength::Unsupported)
        } else if self.reading.located(word.first) && !seen_small {
            (Some(EntityKind::Place), Strength::Likely)
        } else {
            (None, Strength::Bare)
        };
        self.push(one, kind, strength, None, false, out);
    }
}

/// "covid" for "covid-19".
fn without_number(low: &str) -> &str {
    low.trim_end_matches(|c: char| c.is_ascii_digit()).trim_end_matches('-')
}

fn is_acronym(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    text.chars().all(|c| !c.is_lowercase()) && (2..=6).contains(&letters)
}
