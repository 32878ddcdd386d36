//! The word lists and the gazetteer, made ready for looking up.

use std::collections::{HashMap, HashSet};

use dateline_model::EntityKind;

use super::fold::{fold, transliterated};
use dateline_lang::en::names as english;
use dateline_lang::shared::gazetteer::{countries, given_names, lands, organisations};

/// One name of the gazetteer.
pub(super) struct Row {
    pub(super) kind: EntityKind,
    /// Every spelling, the usual one first.
    pub(super) spellings: Vec<&'static str>,
    /// For countries: the row of the capital, where that is listed.
    capital: Option<&'static str>,
}

/// Everything that is known before a text is read.
pub(super) struct Lexicon {
    rows: Vec<Row>,
    /// Spellings in capitals only, which must stand exactly so ("US" is not "us").
    exact: HashMap<&'static str, usize>,
    folded: HashMap<String, usize>,
    /// Words for a country's people and things, and the country's row.
    demonyms: HashMap<String, usize>,
    capitals: HashMap<usize, usize>,
    given: HashSet<String>,
    variants: HashMap<&'static str, &'static str>,
    /// By the short form's key.
    short: HashMap<String, &'static str>,
    lists: HashMap<List, HashSet<&'static str>>,
    longest: usize,
}

/// The word lists.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum List {
    AbbreviatedRoles,
    CombiningForms,
    CompanySuffixes,
    DateWords,
    Directions,
    Domains,
    FunctionWords,
    HyphenTails,
    MinistryTopics,
    NotNames,
    OrganisationHeads,
    OtherHeads,
    OtherStarts,
    Particles,
    PlaceHeads,
    PlaceStarts,
    RoleModifiers,
    RoleTails,
    Roles,
    Saying,
    StopWords,
    Topics,
}

/// Every list with its words.
pub(super) const LISTS: [(List, &str); 22] = [
    (List::AbbreviatedRoles, english::ABBREVIATED_ROLES),
    (List::CombiningForms, english::COMBINING_FORMS),
    (List::CompanySuffixes, english::COMPANY_SUFFIXES),
    (List::DateWords, english::DATE_WORDS),
    (List::Directions, english::DIRECTIONS),
    (List::Domains, english::DOMAINS),
    (List::FunctionWords, english::FUNCTION_WORDS),
    (List::HyphenTails, english::HYPHEN_TAILS),
    (List::MinistryTopics, english::MINISTRY_TOPICS),
    (List::NotNames, english::NOT_NAMES),
    (List::OrganisationHeads, english::ORGANISATION_HEADS),
    (List::OtherHeads, english::OTHER_HEADS),
    (List::OtherStarts, english::OTHER_STARTS),
    (List::Particles, english::PARTICLES),
    (List::PlaceHeads, english::PLACE_HEADS),
    (List::PlaceStarts, english::PLACE_STARTS),
    (List::RoleModifiers, english::ROLE_MODIFIERS),
    (List::RoleTails, english::ROLE_TAILS),
    (List::Roles, english::ROLES),
    (List::Saying, english::SAYING),
    (List::StopWords, english::STOP_WORDS),
    (List::Topics, english::TOPICS),
];

impl Lexicon {
    pub(super) fn new() -> Self {
        let mut lexicon = Self {
            rows: Vec::new(),
            exact: HashMap::new(),
            folded: HashMap::new(),
            demonyms: HashMap::new(),
            capitals: HashMap::new(),
            given: english_words(given_names::GIVEN_NAMES).map(fold).collect(),
            variants: HashMap::new(),
            short: HashMap::new(),
            lists: LISTS
                .iter()
                .map(|&(list, words)| (list, english_words(words).collect()))
                .collect(),
            longest: 1,
        };
        for row in countries::COUNTRIES {
            let mut parts = row.split(';').map(str::trim);
            let names = parts.next().unwrap_or("");
            let at = lexicon.add(EntityKind::Place, names);
            for word in parts.next().unwrap_or("").split(',').map(str::trim) {
                if !word.is_empty() {
                    lexicon.demonyms.insert(fold(word), at);
                }
            }
            lexicon.rows[at].capital = parts.next().filter(|capital| !capital.is_empty());
        }
        for row in lands::CITIES.iter().chain(lands::REGIONS) {
            lexicon.add(EntityKind::Place, row);
        }
        for row in organisations::ORGANISATIONS {
            lexicon.add(EntityKind::Organisation, row);
        }
        for at in 0..lexicon.rows.len() {
            if let Some(city) = lexicon.rows[at].capital.and_then(|city| lexicon.row(city)) {
                lexicon.capitals.insert(city, at);
            }
        }
        for group in given_names::GIVEN_NAME_VARIANTS {
            let first = group.split(' ').next().unwrap_or("");
            lexicon.variants.extend(group.split(' ').map(|name| (name, first)));
        }
        for pair in given_names::SHORT_GIVEN_NAMES {
            if let Some((short, long)) = pair.split_once(' ') {
                lexicon.short.insert(transliterated(short), long);
            }
        }
        lexicon
    }

    fn add(&mut self, kind: EntityKind, names: &'static str) -> usize {
        let at = self.rows.len();
        let spellings: Vec<&'static str> = names.split(',').map(str::trim).collect();
        for &spelling in &spellings {
            self.longest = self.longest.max(spelling.split(' ').count());
            if spelling.chars().any(char::is_lowercase) {
                self.folded.entry(fold(spelling)).or_insert(at);
            } else {
                self.exact.entry(spelling).or_insert(at);
            }
        }
        self.rows.push(Row { kind, spellings, capital: None });
        at
    }

    /// The gazetteer's row for a spelling as it stands in the text.
    pub(super) fn row(&self, spelling: &str) -> Option<usize> {
        self.exact.get(spelling).or_else(|| self.folded.get(&fold(spelling))).copied()
    }

    pub(super) fn at(&self, row: usize) -> &Row {
        &self.rows[row]
    }

    /// How many words the longest spelling has.
    pub(super) fn longest(&self) -> usize {
        self.longest
    }

    /// The country whose people or things a folded word names.
    pub(super) fn demonym(&self, folded: &str) -> Option<usize> {
        self.demonyms.get(folded).copied()
    }

    /// The country of a capital's row.
    pub(super) fn country_of(&self, city: usize) -> Option<usize> {
        self.capitals.get(&city).copied()
    }

    /// Whether a folded word is a given name.
    pub(super) fn given(&self, folded: &str) -> bool {
        self.given.contains(folded)
            || folded.split_once('-').is_some_and(|(first, _)| self.given.contains(first))
    }

    /// Whether a folded word is in a list.
    pub(super) fn has(&self, list: List, folded: &str) -> bool {
        self.lists.get(&list).is_some_and(|words| words.contains(folded))
    }

    /// A folded given name without its language and transcription.
    pub(super) fn given_key(&self, folded: &str) -> String {
        let base = self.variants.get(folded).copied().unwrap_or(folded);
        transliterated(base)
    }

    /// The full given name for which a short one stands, by the short one's key.
    pub(super) fn long_form(&self, key: &str) -> Option<&'static str> {
        self.short.get(key).copied()
    }
}

fn english_words(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.split_whitespace()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn word_lists_are_sorted_and_without_doubles() {
        for (_, words) in LISTS.iter().chain(&[(List::Topics, given_names::GIVEN_NAMES)]) {
            let words: Vec<&str> = words.split_whitespace().collect();
            let wrong = words.windows(2).find(|pair| pair[0] >= pair[1]);
            assert_eq!(wrong, None);
        }
        for rows in [
            countries::COUNTRIES,
            lands::CITIES,
            lands::REGIONS,
            organisations::ORGANISATIONS,
            given_names::GIVEN_NAME_VARIANTS,
            given_names::SHORT_GIVEN_NAMES,
        ] {
            assert_eq!(rows.windows(2).find(|pair| pair[0] >= pair[1]), None);
        }
    }

    #[test]
    fn a_spelling_stands_in_one_row() {
        let lexicon = Lexicon::new();
        for (at, row) in lexicon.rows.iter().enumerate() {
            for spelling in &row.spellings {
                assert_eq!(lexicon.row(spelling), Some(at), "{spelling}");
            }
        }
    }

    #[test]
    fn capitals_are_found_with_their_country() {
        let lexicon = Lexicon::new();
        for row in countries::COUNTRIES {
            let capital = row.split("; ").nth(2).unwrap_or("").trim();
            if let Some(city) = lexicon.row(capital) {
                assert!(lexicon.country_of(city).is_some(), "{row}");
            }
        }
        assert_eq!(lexicon.row("Us"), None);
        assert_eq!(lexicon.row("US"), lexicon.row("United States"));
    }
}
