//! Names in English: what the engine of names needs to know of the language.

pub mod demonyms;
pub mod words;

use dateline_names::{Data, Gazetteer, Grammar, Language, Lists, Tagger};

use crate::shared::gazetteer::{countries, given_names, lands, organisations};

/// English, as the engine of names wants it.
pub static ENGLISH: Language = Language::new(Data {
    sentences: super::sentences::sentences,
    lists: Lists {
        abbreviated_roles: words::ABBREVIATED_ROLES,
        combining_forms: words::COMBINING_FORMS,
        company_suffixes: words::COMPANY_SUFFIXES,
        date_words: words::DATE_WORDS,
        directions: words::DIRECTIONS,
        domains: words::DOMAINS,
        function_words: words::FUNCTION_WORDS,
        hyphen_tails: words::HYPHEN_TAILS,
        ministry_topics: words::MINISTRY_TOPICS,
        not_names: words::NOT_NAMES,
        organisation_heads: words::ORGANISATION_HEADS,
        other_heads: words::OTHER_HEADS,
        other_starts: words::OTHER_STARTS,
        particles: words::PARTICLES,
        place_heads: words::PLACE_HEADS,
        place_starts: words::PLACE_STARTS,
        role_modifiers: words::ROLE_MODIFIERS,
        role_tails: words::ROLE_TAILS,
        roles: words::ROLES,
        saying: words::SAYING,
        stop_words: words::STOP_WORDS,
        topics: words::TOPICS,
    },
    grammar: Grammar {
        articles: &["the"],
        indefinite: &["a"],
        letter_pronouns: &["i"],
        genitives: &["of"],
        purposes: &["for", "on"],
        conjunctions: &["and"],
        possessives: &["'", "'s", "\u{2019}", "\u{2019}s"],
        opening_particles: &["abu", "al", "bin", "ibn", "van", "von"],
        role_prefixes: &["ex", "vice"],
        role_suffixes: &["elect"],
        genitive_tails: &["staff", "state"],
        generations: &["ii", "iii", "iv", "jr", "sr"],
        open_suffixes: &["corporation", "group"],
        weak_suffixes: &["group"],
        ministry: "ministry",
        before_saying: &["also", "earlier", "had", "has", "later"],
        inverted_saying: &["added", "asked", "said", "says"],
        personal_relatives: &["who", "whose"],
        prepositions_of_place: &["In", "Near", "across", "in", "near", "outside", "throughout"],
        abstract_endings: &["ics", "ism", "ology"],
        plurals: &["s"],
        kept_titles: &[
            "count", "countess", "emperor", "empress", "king", "lady", "lord", "pope", "prince",
            "princess", "queen", "saint", "st", "tsar",
        ],
        after_bare_title: &["and", "at", "for", "in", "of", "to"],
    },
    gazetteer: Gazetteer {
        countries: countries::COUNTRIES,
        demonyms: demonyms::DEMONYMS,
        cities: lands::CITIES,
        regions: lands::REGIONS,
        organisations: organisations::ORGANISATIONS,
        given_names: given_names::GIVEN_NAMES,
        given_name_variants: given_names::GIVEN_NAME_VARIANTS,
        short_given_names: given_names::SHORT_GIVEN_NAMES,
    },
    tagger: Tagger {
        weights: include_bytes!("../../weights/names.bin"),
        // The United States' census of 1990. Sorted.
        given_names: include_str!("../../weights/given.txt"),
        // The 30,000 most frequent ones of the same census. Sorted.
        surnames: include_str!("../../weights/surnames.txt"),
        // Of 30,000 people and more, of 15,000 where English is spoken. Sorted.
        cities: include_str!("../../weights/cities.txt"),
        common: include_str!("../../weights/common.txt"),
        selves: &["i", "me", "my", "our", "us", "we"],
        article: "the",
        inside: "in",
        relative: "who",
        agent: "by",
        recipient: "for",
        possessives: &["'s", "\u{2019}s"],
    },
});
