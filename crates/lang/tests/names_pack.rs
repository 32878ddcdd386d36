//! The data of the English pack for names are in order, and the engine finds its way in them.

use dateline_lang::en::names::ENGLISH;
use dateline_lang::shared::gazetteer::{countries, given_names, lands, organisations};
use dateline_model::EntityKind::{self, Organisation, Place};
use dateline_names::{Few, Weights};

#[test]
fn word_lists_are_sorted_and_without_doubles() {
    let data = ENGLISH.data();
    let given = [data.gazetteer.given_names];
    for words in data.lists.in_order().iter().chain(&given) {
        let words: Vec<&str> = words.split_whitespace().collect();
        assert_eq!(words.windows(2).find(|pair| pair[0] >= pair[1]), None);
        assert!(!words.is_empty());
    }
    let (grammar, gazetteer) = (data.grammar, data.gazetteer);
    let few: [Few; 32] = [
        grammar.articles,
        grammar.indefinite,
        grammar.letter_pronouns,
        grammar.genitives,
        grammar.purposes,
        grammar.conjunctions,
        grammar.possessives,
        grammar.opening_particles,
        grammar.role_prefixes,
        grammar.role_suffixes,
        grammar.genitive_tails,
        grammar.generations,
        grammar.open_suffixes,
        grammar.weak_suffixes,
        grammar.trades,
        grammar.before_saying,
        grammar.inverted_saying,
        grammar.personal_relatives,
        grammar.prepositions_of_place,
        grammar.abstract_endings,
        grammar.plurals,
        grammar.kept_titles,
        grammar.after_bare_title,
        gazetteer.countries,
        gazetteer.demonyms,
        gazetteer.cities,
        gazetteer.regions,
        gazetteer.organisations,
        gazetteer.given_name_variants,
        gazetteer.short_given_names,
        data.tagger.selves,
        data.tagger.possessives,
    ];
    for rows in few {
        assert_eq!(rows.windows(2).find(|pair| pair[0] >= pair[1]), None);
        assert!(!rows.is_empty());
    }
    for lines in [data.tagger.given_names, data.tagger.surnames, data.tagger.cities] {
        assert!(lines.lines().is_sorted());
    }
}

#[test]
fn a_spelling_stands_in_one_row() {
    let check = |kind: EntityKind, names: &str| {
        let spellings: Vec<&str> = names.split(',').map(str::trim).collect();
        for spelling in &spellings {
            let row = ENGLISH.listed(spelling).expect("a listed name");
            assert_eq!((row.kind, &row.spellings), (kind, &spellings), "{spelling}");
        }
    };
    for row in countries::COUNTRIES {
        check(Place, row.split(';').next().unwrap_or(""));
    }
    for row in lands::CITIES.iter().chain(lands::REGIONS) {
        check(Place, row);
    }
    for row in organisations::ORGANISATIONS {
        check(Organisation, row);
    }
}

#[test]
fn capitals_are_found_with_their_country() {
    for row in countries::COUNTRIES {
        let (names, capital) = row.split_once("; ").unwrap_or((row, ""));
        let country = names.split(',').next();
        if ENGLISH.listed(capital).is_some() {
            let found = ENGLISH.country_of(capital).and_then(|row| row.spellings.first());
            assert_eq!(found.copied(), country, "{row}");
        }
    }
    assert_eq!(ENGLISH.listed("Us"), None);
    assert!(ENGLISH.listed("US").is_some());
    assert_eq!(ENGLISH.listed("US"), ENGLISH.listed("United States"));
}

#[test]
fn every_country_of_the_demonyms_is_listed() {
    for row in ENGLISH.data().gazetteer.demonyms {
        let (country, words) = row.split_once("; ").expect("a country and its words");
        let listed = ENGLISH.listed(country).expect("a listed country");
        assert_eq!(listed.spellings[0], country);
        assert!(words.split(", ").all(|word| word.starts_with(char::is_uppercase)), "{row}");
    }
}

#[test]
fn short_and_foreign_given_names_are_rows_of_several() {
    for row in given_names::GIVEN_NAME_VARIANTS.iter().chain(given_names::SHORT_GIVEN_NAMES) {
        assert!(row.split(' ').count() > 1, "{row}");
    }
}

#[test]
fn titles_are_no_part_of_a_name() {
    fn check(name: &str, expected: Option<&str>) {
        assert_eq!(ENGLISH.after_title(name).map(|at| &name[at..]), expected, "{name}");
    }
    check("Finnish President Ada Quill", Some("Ada Quill"));
    check("U.S. Secretary of State Ben Marsh", Some("Ben Marsh"));
    check("Mr. Quill", Some("Quill"));
    check("Lt. Gen. Ada Quill", Some("Ada Quill"));
    check("Pope Clement", Some("Pope Clement"));
    check("Quill", Some("Quill"));
    check("Prime Minister", None);
    check("President of the Board", None);
}

#[test]
fn the_weights_of_the_pack_are_whole() {
    let weights = Weights::decode(ENGLISH.data().tagger.weights);
    assert!(weights.is_ok_and(|weights| weights.features() > 1000));
}
