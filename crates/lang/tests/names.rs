//! Names in English: invented texts for every rule, the seeds, and what must not be a name.

use dateline_lang::en::names::ENGLISH;
use dateline_lang::reasons::names as reasons;
use dateline_model::EntityKind;
use dateline_names::{Corrections, Here, Names, Options, Text};
use dateline_workers::Workers;

fn find(bodies: &[&str], corrections: &Corrections<'_>) -> Names {
    let text = |&body| Text { body, language: Some(&ENGLISH), ..Text::default() };
    let texts: Vec<Text> = bodies.iter().map(text).collect();
    let options = Options { weights: None, voice: reasons::spelling };
    dateline_names::find(&texts, corrections, &options, &Workers::alone())
}

/// "Ada Quill = Quill" for every entity: its name, then its other spellings.
fn entities(bodies: &[&str], corrections: &Corrections<'_>) -> Vec<String> {
    let names = find(bodies, corrections);
    names
        .entities
        .iter()
        .map(|entity| {
            let others = entity.spellings.iter().map(|spelling| spelling.text.as_str());
            let others = others.filter(|text| *text != entity.name);
            core::iter::once(entity.name.as_str()).chain(others).collect::<Vec<_>>().join(" = ")
        })
        .collect()
}

fn check(bodies: &[&str], expected: &[&str]) {
    assert_eq!(entities(bodies, &Corrections::default()), expected, "{bodies:?}");
}

#[test]
fn roles_and_demonyms_are_no_part_of_a_name() {
    check(&["Finnish Foreign Minister Ada Quill left."], &["Ada Quill"]);
    check(&["U.S. Secretary of State Ada Quill left."], &["Ada Quill", "United States = U.S."]);
    check(
        &["The First Deputy Prime Minister of Norway met former president Quill."],
        &["Quill", "Norway"],
    );
    check(&["The Russian, Ukrainian and Turkish sides met."], &[]);
}

#[test]
fn a_bare_surname_is_the_full_name_of_its_article_or_of_the_corpus() {
    check(&["Ada Quill came. Later Quill left."], &["Ada Quill = Quill"]);
    check(&["Ada Quill came.", "The crowd saw that Quill left."], &["Ada Quill = Quill"]);
    check(
        &["Ada Quill met Ben Quill.", "Later President Quill left."],
        &["Ada Quill", "Ben Quill", "Quill"],
    );
}

#[test]
fn a_bare_surname_is_who_is_meant_nearly_everywhere() {
    let many = ["Ada Quill came.", "Ada Quill left.", "Ada Quill spoke.", "Ada Quill slept."];
    let one = ["Ben Quill came.", "The crowd saw that Quill left."];
    let all: Vec<&str> = many.iter().chain(&one).copied().collect();
    check(&all, &["Ada Quill = Quill", "Ben Quill"]);
    // In the article of both, it is she where she was named last.
    let both = "Ben Quill met Ada Quill. The crowd saw that Quill left.";
    check(&[&many[..], &[both]].concat(), &["Ada Quill = Quill", "Ben Quill"]);
    let both = "Ada Quill met Ben Quill. The crowd saw that Quill left.";
    check(&[&many[..], &[both]].concat(), &["Ada Quill", "Ben Quill", "Quill"]);
    // Three to one is not enough.
    check(&[&many[1..], &one].concat(), &["Ada Quill", "Ben Quill", "Quill"]);
}

#[test]
fn father_and_son_are_never_one() {
    check(&["Ben Quill came.", "Igor Quill left."], &["Ben Quill", "Igor Quill"]);
}

#[test]
fn a_name_is_of_one_kind_in_a_corpus() {
    let names = find(
        &[
            "They flew to Oslo and stayed in Oslo.",
            "The town of Oslo is cold.",
            "Mayor Ada Oslo left. Later Oslo said that it rained.",
        ],
        &Corrections::default(),
    );
    let kinds: Vec<(&str, EntityKind)> =
        names.entities.iter().map(|one| (one.name.as_str(), one.kind)).collect();
    assert_eq!(kinds, [("Ada Oslo", EntityKind::Person), ("Oslo", EntityKind::Place)]);
    assert_eq!(names.mentions[2].len(), 2);
}

#[test]
fn a_firm_is_one_with_and_without_what_it_does() {
    check(
        &["Ford said that it was late.", "The Ford Motor Company said so too.", "Ford was late."],
        &["Ford = Ford Motor Company"],
    );
    check(
        &["The Norwegian Weather Institute closed. Nobody at the Weather Institute was surprised."],
        &["Norwegian Weather Institute = Weather Institute"],
    );
}

#[test]
fn two_people_with_a_name_in_common_stay_two() {
    check(
        &["Vladimir Borsky met Vladimir Marsh and Vladimir Tann."],
        &["Vladimir Borsky", "Vladimir Marsh", "Vladimir Tann"],
    );
    check(&["Igor Marsh met Oleg Marsh."], &["Igor Marsh", "Oleg Marsh"]);
}

#[test]
fn transcriptions_of_a_person_are_one() {
    check(
        &["Sergei Borskyy left. Borskyy is ill.", "Serhii Borsky came."],
        &["Sergei Borskyy = Borskyy = Serhii Borsky"],
    );
}

#[test]
fn spellings_of_a_place_are_one_and_the_more_frequent_names_it() {
    check(&["He left Kiev for Kyiv.", "In Kiev it rained."], &["Kiev = Kyiv"]);
    check(&["Talks in Turkey, in Türkiye and in Turkiye."], &["Türkiye = Turkey = Turkiye"]);
    check(
        &["The U.S. and the US met the UK."],
        &["United States = U.S. = US", "United Kingdom = UK"],
    );
}

#[test]
fn a_hyphen_between_two_names_divides_them() {
    check(&["The Russia-Ukraine talks began."], &["Russia", "Ukraine"]);
    check(&["The Russo-Ukrainian war and U.S.-led talks."], &["United States = U.S."]);
    check(&["Anne-Marie Quill flew to Guinea-Bissau."], &["Anne-Marie Quill", "Guinea-Bissau"]);
    check(&["They followed Hassan al-Marsh."], &["Hassan al-Marsh"]);
}

#[test]
fn names_of_two_syllables_and_small_words_are_whole() {
    check(
        &["The envoy met Ahn Jung-ho and Ludwig van Marsh."],
        &["Ahn Jung-ho", "Ludwig van Marsh"],
    );
    check(&["Soviet-era and Moscow-led talks."], &["Moscow"]);
    check(&["John Q. Marsh Jr left. Marsh slept."], &["John Q. Marsh Jr = Marsh"]);
}

#[test]
fn places_are_told_by_their_head_words() {
    check(&["The road from Quill Oblast to Lake Quill."], &["Lake Quill", "Quill Oblast"]);
    check(&["Benny Hill met Tiger Woods."], &["Benny Hill", "Tiger Woods"]);
}

#[test]
fn a_company_keeps_its_legal_form_and_is_one_without_it() {
    check(
        &["The shares of Quillsoft Software Inc rose. Buyers of Quillsoft Software fell."],
        &["Quillsoft Software Inc = Quillsoft Software"],
    );
    check(&["The owner is Marsh Media, Inc of Oslo."], &["Oslo", "Marsh Media, Inc"]);
    check(&["The Beacon reported it."], &["Beacon"]);
}

#[test]
fn organisations_are_told_by_their_head_words() {
    check(
        &["The Ministry of Health and Social Affairs paid Quill Holdings Inc."],
        &["Ministry of Health and Social Affairs", "Quill Holdings Inc"],
    );
    check(
        &["NATO met TASS. Later Tass met the United Nations, and the UN rose."],
        &["TASS = Tass", "United Nations = UN", "NATO"],
    );
    check(
        &["The Quill Rescue Organisation (QRO) left. Members of QRO stayed."],
        &["Quill Rescue Organisation = QRO"],
    );
}

#[test]
fn a_ministry_in_small_letters_is_the_one_of_its_country() {
    check(
        &[
            "The Finnish foreign ministry spoke. A foreign ministry note followed.",
            "The Finnish Foreign Ministry spoke.",
        ],
        &["Finnish Foreign Ministry = Finnish foreign ministry = foreign ministry"],
    );
    check(&["A foreign ministry is a house."], &[]);
}

#[test]
fn ordinary_words_dates_and_forms_are_no_names() {
    for body in [
        "On Monday, the meeting began. However, it ended in May.",
        "Analysts believe it. Experts doubt it. Background: none.",
        "The President and the Prime Minister met the Secretary of State.",
        "It was a Great Day. CEO and DVD and COVID-19 and GDP.",
        "WE SHOUT ALL DAY AND NOBODY HEARS US",
        "The Declaration of Independence and the Peace Treaty.",
    ] {
        check(&[body], &[]);
    }
}

#[test]
fn the_possessive_is_outside_the_span() {
    let body = "Quill\u{2019}s aide left. Ada Quill's aide stayed. In Kyiv's centre.";
    let names = find(&[body], &Corrections::default());
    let found: Vec<&str> = names.mentions[0].iter().map(|mention| mention.span.of(body)).collect();
    assert_eq!(found, ["Quill", "Ada Quill", "Kyiv"]);
}

#[test]
fn every_other_spelling_has_its_reason() {
    let bodies = ["Ada Quill left Kyiv. Quill saw Kiev and TASS and Tass and Kyiv."];
    let names = find(&bodies, &Corrections::default());
    let reasons: Vec<(&str, &str)> = names
        .entities
        .iter()
        .flat_map(|entity| &entity.evidence)
        .map(|evidence| (evidence.text.as_str(), evidence.rule.as_str()))
        .collect();
    assert_eq!(
        reasons,
        [
            ("Quill", "surname-of-full-name"),
            ("Kiev", "alternative-name-list"),
            ("Tass", "case-only")
        ]
    );
}

#[test]
fn a_reason_is_told_as_a_sentence() {
    let names = find(&["Ada Quill left. Quill slept."], &Corrections::default());
    assert_eq!(
        names.entities[0].evidence[0].why,
        "Ada Quill is the only person of the article with the name \u{201C}Quill\u{201D}."
    );
}

#[test]
fn the_editor_merges_splits_and_leaves_out() {
    let bodies = ["Ada Quill met Adele Quillson. Kyiv and Kiev. The Vatican."];
    let corrections = Corrections {
        merge: &[("Ada Quill".into(), vec!["Adele Quillson".into()])],
        split: &["Kiev".into()],
        ignore: &["Vatican".into()],
        ..Corrections::default()
    };
    assert_eq!(entities(&bodies, &corrections), ["Ada Quill = Adele Quillson", "Kiev", "Kyiv"]);
    let names = find(&bodies, &corrections);
    assert_eq!(names.entities[0].evidence[0].rule, "overlay");
}

#[test]
fn the_editor_says_what_a_name_names_and_its_short_forms_follow() {
    let bodies = [
        "The Ada Quill Institute spoke. Florence Paris said on Monday that she would go. Paris left.",
    ];
    let kinds = |corrections: &Corrections<'_>| -> Vec<(String, EntityKind, usize)> {
        let entities = find(&bodies, corrections).entities;
        entities.into_iter().map(|it| (it.name, it.kind, it.spellings.len())).collect()
    };
    let before = kinds(&Corrections::default());
    for (name, now) in [
        ("Ada Quill Institute", EntityKind::Person),
        ("ada quill institute", EntityKind::Place),
        ("Florence Paris", EntityKind::Organisation),
    ] {
        let rows = [(name.to_owned(), now)];
        let corrections = Corrections { kinds: &rows, ..Corrections::default() };
        let after = kinds(&corrections);
        let called = |it: &&(String, EntityKind, usize)| it.0.eq_ignore_ascii_case(name);
        let was = before.iter().find(called).expect("it is read");
        let is = after.iter().find(called).expect("it stays");
        assert!(was.1 != now && is.1 == now, "{before:?} {after:?}");
        let names = find(&bodies, &corrections);
        let entity = names.entities.iter().find(|it| it.name == is.0).expect("it");
        assert_eq!(entity.evidence[0].rule, "overlay");
        assert!(entity.evidence[0].why.contains("it was read as a"), "{entity:?}");
    }
    let rows = [("Florence Paris".to_owned(), EntityKind::Person)];
    let same = Corrections { kinds: &rows, ..Corrections::default() };
    assert_eq!(kinds(&same), before, "what is right already");
}

#[test]
fn the_editor_says_whom_a_spelling_names_in_one_text() {
    let bodies = [
        "Ada Quill left. Quill slept.",
        "Quill was late. Ada Quill said so.",
        "Jonas Reith spoke.",
    ];
    let called = |name: &str| {
        let rows = [Here { text: 1, spelling: "Quill", name }];
        let names = find(&bodies, &Corrections { here: &rows, ..Corrections::default() });
        let of = |text: usize| -> Vec<String> {
            let mentions = names.mentions[text].iter();
            mentions.map(|it| names.entities[it.entity as usize].name.clone()).collect()
        };
        assert_eq!(of(0), ["Ada Quill", "Ada Quill"]);
        let reasons = names.entities.iter().flat_map(|it| &it.evidence);
        let said: Vec<String> =
            reasons.filter(|it| it.rule == "overlay").map(|it| it.why.clone()).collect();
        (of(1), said)
    };
    let by = |name: &str| vec![format!("The editor says that \u{201C}Quill\u{201D} is {name}.")];
    assert_eq!(
        called("Jonas Reith"),
        (vec!["Jonas Reith".into(), "Ada Quill".into()], by("Jonas Reith"))
    );
    assert_eq!(
        called("Otto Quill"),
        (vec!["Otto Quill".into(), "Ada Quill".into()], by("Otto Quill"))
    );
    assert_eq!(called(""), (vec!["Ada Quill".into()], Vec::new()));
}

const SEEDS: [(&str, &str, &str); 5] = [
    (
        include_str!("../../../seeds/000_68eb4494cd56dfd7.txt"),
        "Russian Foreign Minister Sergei Lavrov spoke",
        "gave no further details.",
    ),
    (
        include_str!("../../../seeds/001_661dcf13a93670cd.txt"),
        "Russia has proposed that",
        "mockery of the entire world.",
    ),
    (
        include_str!("../../../seeds/002_1586734b2f680ffc.txt"),
        "Russian Foreign Minister Sergey Lavrov said on",
        "during the briefing.",
    ),
    (
        include_str!("../../../seeds/003_25dc431091cb7084.txt"),
        "On October 20",
        "political activity regarding Ukraine.",
    ),
    (
        include_str!("../../../seeds/004_2b63a6624e7e042a.txt"),
        "Russia will announce the date",
        "part of any settlement.'",
    ),
];

#[test]
fn the_seeds_have_one_entity_for_all_its_spellings() {
    let bodies: Vec<&str> = SEEDS
        .iter()
        .map(|(seed, from, to)| {
            let start = seed.find(from).expect("the seed has the phrase");
            let end = start + seed[start..].find(to).expect("the seed has the phrase");
            &seed[start..end + to.len()]
        })
        .collect();
    check(
        &bodies,
        &[
            "Sergey Lavrov = Lavrov = Sergei Lavrov",
            "Hakan Fidan = Fidan",
            "Vladimir Putin = Putin",
            "Marco Rubio = Rubio",
            "Vladimir Medinsky = Medinsky",
            "Volodymyr Zelenskyy = Zelenskyy = Vladimir Zelensky",
            "Donald Trump = Trump",
            "Recep Tayyip Erdogan",
            "Serhii Kyslytsia",
            "Yuri Ushakov",
            "Ukraine",
            "Russia",
            "Istanbul",
            "Moscow",
            "Kyiv = Kiev",
            "United States = U.S.",
            "Türkiye",
            "Ankara",
            "Gaza",
            "Budapest",
            "Washington",
            "Hungary",
            "Israel",
            "Syria",
            "Vatican",
            "West Bank",
            "Russian Foreign Ministry = Russian foreign ministry = foreign ministry",
            "Kremlin",
            "NATO",
            "TASS",
            "Telegram",
            "U.S. State Department",
            "Zamin.uz",
        ],
    );
}

#[test]
fn mentions_are_in_order_and_on_characters() {
    let hostile = [
        "A".repeat(1_000_000),
        "Aa ".repeat(20_000),
        "Ab-".repeat(20_000),
        "Bank of ".repeat(10_000),
        "J. K. ".repeat(10_000),
        "\u{202E}Kyiv\u{202C} \u{200F}É\u{301}É\u{301} ".repeat(1_000),
        "Ada Quill (AQ) foreign ministry, President's U.S. ".repeat(1_000),
        "'s 's al- bin Of & and . - - The".to_owned(),
    ];
    for body in hostile {
        let names = find(&[&body], &Corrections::default());
        let mentions = &names.mentions[0];
        assert!(mentions.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start));
        for mention in mentions {
            assert!(!mention.span.of(&body).is_empty());
            let entity = &names.entities[mention.entity as usize];
            assert!(entity.spellings.iter().any(|one| one.count() > 0));
        }
    }
}

#[test]
fn entities_are_in_order_with_ids_of_their_own() {
    let bodies =
        ["Ada Quill and Ádá Quill met in Kyiv and Oslo.", "Oslo. In Georgia, Georgia Marsh slept."];
    let names = find(&bodies, &Corrections::default());
    let kinds: Vec<EntityKind> = names.entities.iter().map(|entity| entity.kind).collect();
    assert!(kinds.is_sorted());
    let mut ids: Vec<&str> = names.entities.iter().map(|entity| entity.id.as_str()).collect();
    ids.sort_unstable();
    assert!(ids.windows(2).all(|pair| pair[0] != pair[1]));
    assert_eq!(names, find(&bodies, &Corrections::default()));
}

#[test]
fn an_organisation_of_one_word_is_the_longer_one_that_begins_with_it() {
    let told = "Shares of Tarnwell Bank fell on Monday. Analysts at Tarnwell Bank said that Tarnwell would be late.";
    check(&[told], &["Tarnwell Bank = Tarnwell"]);
    let two = "Shares of Tarnwell Bank and of Tarnwell Motors Corp. fell on Monday. Analysts said that Tarnwell would be late.";
    assert!(
        !entities(&[two], &Corrections::default()).iter().any(|one| one.ends_with("= Tarnwell"))
    );
}
