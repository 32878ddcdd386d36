//! A small language for tests: the engine needs no pack.

use crate::data::{Data, Gazetteer, Grammar, Lists};
use crate::language::Language;

pub(crate) static SAMPLE: Language = Language::new(Data {
    lists: Lists {
        function_words: "and at in that the they we",
        organisation_heads: "bank",
        place_heads: "square",
        role_modifiers: "prime",
        roles: "mayor minister president",
        stop_words: "and at in that the they today we",
        ..Data::EMPTY.lists
    },
    grammar: Grammar {
        articles: &["the"],
        conjunctions: &["and"],
        generations: &["iii", "jr"],
        prepositions_of_place: &["in"],
        ..Data::EMPTY.grammar
    },
    gazetteer: Gazetteer {
        countries: &["Norway; Oslo", "Russia", "Ukraine", "United States, US, U.S."],
        demonyms: &["Norway; Norwegian, Norwegians"],
        cities: &["Oslo"],
        given_names: "Ada Anna",
        given_name_variants: &["sergei serhii", "vladimir volodymyr"],
        short_given_names: &["joe joseph"],
        ..Data::EMPTY.gazetteer
    },
    ..Data::EMPTY
});
