//! Each text has its own language, or none.

use dateline_names::{
    Corrections, Data, Gazetteer, Grammar, Language, Lists, Names, Options, Text, find,
};
use dateline_workers::Workers;

static ENGLISH: Language = Language::new(Data {
    lists: Lists { roles: "minister", ..Data::EMPTY.lists },
    grammar: Grammar { prepositions_of_place: &["in"], ..Data::EMPTY.grammar },
    gazetteer: Gazetteer { cities: &["Kyiv, Kiev"], ..Data::EMPTY.gazetteer },
    ..Data::EMPTY
});

static GERMAN: Language = Language::new(Data {
    lists: Lists { roles: "ministerin", ..Data::EMPTY.lists },
    gazetteer: Gazetteer { cities: &["Kyiv, Kiew", "Wien"], ..Data::EMPTY.gazetteer },
    ..Data::EMPTY
});

fn read(texts: &[(&str, Option<&'static Language>)]) -> Names {
    let text = |&(body, language)| Text { body, language, ..Text::default() };
    let texts: Vec<Text> = texts.iter().map(text).collect();
    let options = Options { weights: None, voice: |reason| reason.rule.name().to_owned() };
    find(&texts, &Corrections::default(), &options, &Workers::alone())
}

/// "Kyiv = Kiew" for every entity: its name, then its other spellings.
fn check(texts: &[(&str, Option<&'static Language>)], expected: &[&str]) {
    let names = read(texts);
    assert_eq!(names.mentions.len(), texts.len());
    let entities = names.entities.iter().map(|entity| {
        let others = entity.spellings.iter().map(|spelling| spelling.text.as_str());
        let others = others.filter(|text| *text != entity.name);
        core::iter::once(entity.name.as_str()).chain(others).collect::<Vec<_>>().join(" = ")
    });
    assert_eq!(entities.collect::<Vec<_>>(), expected, "{texts:?}");
}

#[test]
fn a_text_without_a_language_is_not_read() {
    let body = "Minister Ada Quill left Kyiv.";
    check(&[(body, None)], &[]);
    let names = read(&[(body, None), (body, Some(&ENGLISH)), (body, None)]);
    let counts: Vec<usize> = names.mentions.iter().map(Vec::len).collect();
    assert_eq!(counts, [0, 2, 0]);
    assert_eq!(names.entities[0].articles, [1]);
}

#[test]
fn words_count_in_their_own_language_only() {
    let told = ("We sat in Brown.", Some(&ENGLISH));
    let small = "We saw brown bears and brown dogs.";
    check(&[told], &["Brown"]);
    check(&[told, (small, Some(&ENGLISH))], &[]);
    check(&[told, (small, Some(&GERMAN))], &["Brown"]);
    check(&[told, (small, None)], &["Brown"]);
}

#[test]
fn each_text_is_read_with_the_words_of_its_language() {
    check(&[("We left Wien.", Some(&ENGLISH))], &[]);
    check(&[("Wir sind aus Wien.", Some(&GERMAN))], &["Wien"]);
}

#[test]
fn names_of_several_languages_are_one_where_the_rules_can_tell() {
    check(
        &[
            ("We saw Minister Ada Quill in Kiev and in Kyiv.", Some(&ENGLISH)),
            ("Wir sahen Ministerin Ada Quill. Danach war Quill in Kiew.", Some(&GERMAN)),
        ],
        &["Ada Quill = Quill", "Kyiv = Kiev = Kiew"],
    );
}
