//! The word lists and the gazetteer, made ready for looking up.

use dateline_model::EntityKind;
use dateline_text::{QuickMap, QuickSet};

use crate::data::{Data, Few, Grammar, LISTS};
use crate::fold::{fold, transliterated};

/// One name of a gazetteer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// What it names.
    pub kind: EntityKind,
    /// Every spelling, the usual one first.
    pub spellings: Vec<&'static str>,
}

impl Row {
    /// What the row is known by in every language.
    pub(crate) fn usual(&self) -> &'static str {
        self.spellings.first().copied().unwrap_or("")
    }
}

/// Everything that is known of a language before a text is read.
pub(crate) struct Lexicon {
    grammar: Grammar,
    rows: Vec<Row>,
    /// Spellings in capitals only, which must stand exactly so ("US" is not "us").
    exact: QuickMap<&'static str, usize>,
    folded: QuickMap<String, usize>,
    /// Words for a country's people and things, and the country's row.
    demonyms: QuickMap<String, usize>,
    /// Folded names of countries, in capitals too.
    countries: QuickSet<String>,
    /// The country's row, by the capital's.
    capitals: QuickMap<usize, usize>,
    given: QuickSet<String>,
    variants: QuickMap<&'static str, &'static str>,
    /// The full given names, by the short form's key.
    short: QuickMap<String, Vec<&'static str>>,
    lists: [QuickSet<&'static str>; LISTS],
    longest: usize,
}

/// The word lists, in the order of [`crate::Lists::in_order`].
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum List {
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

impl Lexicon {
    pub(crate) fn new(data: &Data) -> Self {
        let gazetteer = &data.gazetteer;
        let mut lexicon = Self {
            grammar: data.grammar,
            rows: Vec::new(),
            exact: QuickMap::default(),
            folded: QuickMap::default(),
            demonyms: QuickMap::default(),
            countries: QuickSet::default(),
            capitals: QuickMap::default(),
            given: gazetteer.given_names.split_whitespace().map(fold).collect(),
            variants: QuickMap::default(),
            short: QuickMap::default(),
            lists: data.lists.in_order().map(|words| words.split_whitespace().collect()),
            longest: 1,
        };
        let mut capitals = Vec::new();
        for row in gazetteer.countries {
            let (names, capital) = parts(row);
            lexicon.countries.extend(names.split(',').map(fold));
            capitals.push((lexicon.add(EntityKind::Place, names), capital));
        }
        for row in gazetteer.demonyms {
            let (country, words) = parts(row);
            let Some(at) = lexicon.row(country) else { continue };
            for word in words.split(',').map(str::trim) {
                lexicon.demonyms.insert(fold(word), at);
            }
        }
        for row in gazetteer.cities.iter().chain(gazetteer.regions) {
            lexicon.add(EntityKind::Place, row);
        }
        for row in gazetteer.organisations {
            lexicon.add(EntityKind::Organisation, row);
        }
        for (country, capital) in capitals {
            if let Some(city) = lexicon.row(capital) {
                lexicon.capitals.insert(city, country);
            }
        }
        for group in gazetteer.given_name_variants {
            let first = group.split(' ').next().unwrap_or("");
            lexicon.variants.extend(group.split(' ').map(|name| (name, first)));
        }
        for pair in gazetteer.short_given_names {
            if let Some((short, long)) = pair.split_once(' ') {
                let longs = lexicon.short.entry(transliterated(short)).or_default();
                longs.extend(long.split(' '));
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
        self.rows.push(Row { kind, spellings });
        at
    }

    /// The gazetteer's row for a spelling as it stands in the text.
    pub(crate) fn row(&self, spelling: &str) -> Option<usize> {
        let row = self.exact.get(spelling).or_else(|| self.folded.get(&fold(spelling)));
        // "U.S" at the end of a line is "US".
        let short = |text: &str| text.len() > 2 && text.contains('.') && text.len() < 8;
        let bare = || self.exact.get(spelling.replace('.', "").as_str());
        row.or_else(|| bare().filter(|_| short(spelling))).copied()
    }

    /// The row of a spelling, or of the acronym that it spells like a word: "Nasa".
    pub(crate) fn listed(&self, spelling: &str) -> Option<usize> {
        let word = || spelling.chars().count() > 3 && !spelling.contains(' ');
        let acronym = || self.exact.get(spelling.to_uppercase().as_str()).copied();
        self.row(spelling).or_else(|| acronym().filter(|_| word()))
    }

    pub(crate) fn at(&self, row: usize) -> &Row {
        &self.rows[row]
    }

    /// How many words the longest spelling has.
    pub(crate) fn longest(&self) -> usize {
        self.longest
    }

    /// The country whose people or things a folded word names.
    pub(crate) fn demonym(&self, folded: &str) -> Option<usize> {
        self.demonyms.get(folded).copied()
    }

    /// The country of a capital's row.
    pub(crate) fn country_of(&self, city: usize) -> Option<usize> {
        self.capitals.get(&city).copied()
    }

    /// Whether folded words are a country's name, or name its people and things.
    pub(crate) fn is_country(&self, folded: &str) -> bool {
        self.countries.contains(folded) || self.demonyms.contains_key(folded)
    }

    /// Whether a folded word is a given name.
    pub(crate) fn given(&self, folded: &str) -> bool {
        self.given.contains(folded)
            || folded.split_once('-').is_some_and(|(first, _)| self.given.contains(first))
    }

    /// Whether a folded word is in a list.
    pub(crate) fn has(&self, list: List, folded: &str) -> bool {
        self.lists[list as usize].contains(folded)
    }

    /// The words with a task in the grammar of names.
    pub(crate) fn grammar(&self) -> &Grammar {
        &self.grammar
    }

    /// Whether a folded name is a ministry's: its topic, and the head.
    pub(crate) fn is_ministry(&self, key: &str) -> bool {
        let head = self.grammar.ministry;
        !head.is_empty() && key.strip_suffix(head).is_some_and(|topic| topic.ends_with(' '))
    }

    /// Whether a spelling ends in the small word for a ministry.
    pub(crate) fn ends_in_ministry(&self, text: &str) -> bool {
        let head = self.grammar.ministry;
        !head.is_empty() && text.ends_with(head)
    }

    /// A folded given name without its language and transcription.
    pub(crate) fn given_key(&self, folded: &str) -> String {
        let base = self.variants.get(folded).copied().unwrap_or(folded);
        transliterated(base)
    }

    /// The full given names for which a short one stands, by the short one's key.
    pub(crate) fn long_forms(&self, key: &str) -> &[&'static str] {
        self.short.get(key).map_or(&[], Vec::as_slice)
    }
}

/// The two parts of a row that a semicolon divides.
fn parts(row: &'static str) -> (&'static str, &'static str) {
    row.split_once(';').map_or((row, ""), |(one, other)| (one.trim(), other.trim()))
}

/// Whether a word is one of a few, as it stands.
pub(crate) fn among(few: Few, word: &str) -> bool {
    few.contains(&word)
}

/// Whether a word is one of a few in small letters, or with a capital as the
/// start of a sentence has it.
pub(crate) fn opened(few: Few, word: &str) -> bool {
    few.iter().any(|one| *one == word || capitalised(one, word))
}

/// Whether a word is another in small letters with a capital.
pub(crate) fn capitalised(small: &str, word: &str) -> bool {
    let (mut small, mut word) = (small.chars(), word.chars());
    let (Some(low), Some(high)) = (small.next(), word.next()) else { return false };
    high != low && low.to_uppercase().eq([high]) && small.as_str() == word.as_str()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::SAMPLE;

    #[test]
    fn capitals_match_capitals_only() {
        let lexicon = SAMPLE.lexicon();
        assert_eq!(lexicon.row("Us"), None);
        assert!(lexicon.row("US").is_some());
        assert_eq!(lexicon.row("US"), lexicon.row("United States"));
    }

    #[test]
    fn a_capital_leads_to_its_country_and_so_do_its_people() {
        let lexicon = SAMPLE.lexicon();
        let norway = lexicon.row("Norway");
        assert!(norway.is_some());
        assert_eq!(lexicon.row("Oslo").and_then(|city| lexicon.country_of(city)), norway);
        assert_eq!(lexicon.demonym("norwegians"), norway);
    }

    #[test]
    fn a_word_may_have_the_capital_of_a_sentence() {
        let few: Few = &["the"];
        assert!(opened(few, "the") && opened(few, "The"));
        assert!(!opened(few, "THE") && !opened(few, "Then") && !opened(few, ""));
        assert!(!among(few, "The"));
    }
}
