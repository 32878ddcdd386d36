//! What a careful reader gets from the five seeds, written from reading them.

use std::path::PathBuf;
use std::sync::LazyLock;

use dateline_ingest::Options;
use dateline_model::{Article, Basis, Corpus, Day, Entity, EntityKind, Event, Status};

static CORPUS: LazyLock<Corpus> = LazyLock::new(|| {
    let seeds = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../seeds"));
    dateline_folder::read(&[seeds], &Options::default()).expect("the seeds can be read")
});

fn article(number: &str) -> &'static Article {
    CORPUS.articles.iter().find(|article| article.id.starts_with(number)).expect("the seed")
}

fn day(text: &str) -> Day {
    Day::parse(text).expect("a day")
}

struct Gold {
    seed: &'static str,
    title: &'static str,
    standfirst: Option<&'static str>,
    outlet: &'static str,
    via: Option<&'static str>,
    agency: Option<&'static str>,
    author: Option<&'static str>,
    paragraphs: usize,
    begins: &'static str,
    ends: &'static str,
    tags: &'static [&'static str],
    captions: &'static [&'static str],
}

const GOLD: [Gold; 5] = [
    Gold {
        seed: "000",
        title: "Lavrov tells Rubio of preparations for new round of Russia-Ukraine talks, foreign ministry says",
        standfirst: None,
        outlet: "Reuters",
        via: None,
        agency: None,
        author: None,
        paragraphs: 5,
        begins: "Russian Foreign Minister Sergei Lavrov spoke to U.S. Secretary of State",
        ends: "The statement gave no further details.",
        tags: &[],
        captions: &[
            "FILE PHOTO: Russian Foreign Minister Sergei Lavrov speaks during a press conference following a meeting with Turkish Foreign Minister Hakan Fidan in Moscow, Russia, May 27, 2025. Pavel Bednyakov/Pool via REUTERS/File Photo",
        ],
    },
    Gold {
        seed: "001",
        title: "Russia proposes next round of talks with Ukraine on 2 June in Istanbul – Russia's foreign minister",
        standfirst: None,
        outlet: "Ukrainska Pravda",
        via: None,
        agency: None,
        author: Some("Tetyana Oliynyk"),
        paragraphs: 9,
        begins: "Russia has proposed that the second round of negotiations with Ukraine",
        ends: "on a ceasefire for a week is a mockery of the entire world.",
        tags: &["negotiations", "Russo-Ukrainian war", "peace", "Russia"],
        captions: &["Lavrov. Photo: Tass"],
    },
    Gold {
        seed: "002",
        title: "Top Russian diplomat says Istanbul possible venue for second round of Ukraine peace talks",
        standfirst: Some(
            "Lavrov says Türkiye, Russia share unified position on Gaza, describes violence in besieged strip, West Bank as 'unacceptable'",
        ),
        outlet: "Yeni Şafak",
        via: None,
        agency: Some("AA"),
        author: None,
        paragraphs: 8,
        begins: "Russian Foreign Minister Sergey Lavrov said on Tuesday",
        ends: "Syria's sovereignty and unity during the briefing.",
        tags: &["Gaza", "Hakan Fidan", "Palestine", "Russia", "Türkiye", "Ukraine"],
        captions: &[
            "Turkish Foreign Minister Hakan Fidan (R) and Russian Foreign Minister Sergey Lavrov (L)",
        ],
    },
    Gold {
        seed: "003",
        title: "Lavrov and Rubio discussed peace in Ukraine",
        standfirst: None,
        outlet: "Zamin.uz",
        via: None,
        agency: None,
        author: None,
        paragraphs: 7,
        begins: "On October 20, Russian Foreign Minister Sergey Lavrov",
        ends: "This conversation indicates an increase in political activity regarding Ukraine.",
        tags: &[],
        captions: &[],
    },
    Gold {
        seed: "004",
        title: "Russia will announce next talks with Ukraine soon",
        standfirst: None,
        outlet: "RT",
        via: Some("Daily8"),
        agency: None,
        author: None,
        paragraphs: 10,
        begins: "Russia will announce the date of the next direct talks with Ukraine in the near future",
        ends: "key demands that must be fulfilled as part of any settlement.'",
        tags: &[],
        captions: &[],
    },
];

#[test]
fn every_seed_gives_its_article_and_nothing_of_the_page_around_it() {
    assert_eq!(CORPUS.articles.len(), GOLD.len());
    for gold in GOLD {
        let article = article(gold.seed);
        assert_eq!(article.title, gold.title);
        assert_eq!(article.standfirst.as_deref(), gold.standfirst, "{}", gold.seed);
        assert_eq!(article.outlet.as_deref(), Some(gold.outlet), "{}", gold.seed);
        assert_eq!(article.via.as_deref(), gold.via, "{}", gold.seed);
        assert_eq!(article.agency.as_deref(), gold.agency, "{}", gold.seed);
        assert_eq!(article.author.as_deref(), gold.author, "{}", gold.seed);
        assert_eq!(article.tags, gold.tags, "{}", gold.seed);
        assert_eq!(article.captions, gold.captions, "{}", gold.seed);
        assert_eq!(article.language, "en", "{}", gold.seed);
        assert!(article.body.starts_with(gold.begins), "{}: {:.80}", gold.seed, article.body);
        assert!(article.body.ends_with(gold.ends), "{}", gold.seed);
        assert_eq!(article.paragraphs().count(), gold.paragraphs, "{}", gold.seed);
    }
}

#[test]
fn printed_dates_are_stated_with_their_time() {
    for (seed, date, time) in [
        ("000", "2025-05-29", None),
        ("001", "2025-05-28", Some("19:20")),
        ("002", "2025-05-27", Some("12:13")),
    ] {
        let published = &article(seed).published;
        assert_eq!(published.date, Some(day(date)), "{seed}");
        assert_eq!(published.time.map(|time| time.to_string()).as_deref(), time, "{seed}");
        assert_eq!(published.basis, Basis::Stated, "{seed}");
        assert!(!published.evidence.is_empty(), "{seed}");
    }
}

#[test]
fn dates_that_are_not_printed_are_inferred_and_say_why() {
    let october = &article("003").published;
    assert_eq!(october.basis, Basis::Inferred);
    assert_eq!(october.date, Some(day("2025-10-20")));
    assert_eq!(october.earliest, Some(day("2025-10-20")));
    assert!(october.latest > october.earliest);
    let year = october.evidence.iter().find(|evidence| evidence.rule == "year-from-corpus");
    assert!(year.expect("the year's reason").why.contains("2025"));

    let monday = &article("004").published;
    assert_eq!(monday.basis, Basis::Inferred);
    assert_eq!(monday.date, Some(day("2025-05-26")));
    assert_eq!(monday.bounds().map(|bounds| bounds.start), Some(day("2025-05-19")));
    for rule in
        ["weekday-told", "after-newest-day-told", "before-date-was-known", "nearest-to-neighbours"]
    {
        assert!(monday.evidence.iter().any(|evidence| evidence.rule == rule), "{rule}");
    }
}

#[test]
fn times_in_the_text_become_calendar_dates() {
    for (seed, text, value) in [
        ("000", "Wednesday", "2025-05-28"),
        ("000", "June 2", "2025-06-02"),
        ("001", "2 June", "2025-06-02"),
        ("001", "16 May", "2025-05-16"),
        ("001", "19 May", "2025-05-19"),
        ("001", "23 May", "2025-05-23"),
        ("002", "Tuesday", "2025-05-27"),
        ("002", "May 16", "2025-05-16"),
        ("003", "October 20", "2025-10-20"),
        ("003", "October 16", "2025-10-16"),
        ("004", "Monday", "2025-05-26"),
        ("004", "May 16", "2025-05-16"),
        ("004", "2022", "2022"),
        ("004", "Sunday", "2025-05-25"),
        ("004", "last week", "2025-W21"),
        ("004", "1991", "1991"),
    ] {
        let article = article(seed);
        let found: Vec<&str> = article
            .timexes
            .iter()
            .filter(|timex| timex.span.of(&article.body) == text)
            .map(|timex| timex.value.as_str())
            .collect();
        assert!(
            !found.is_empty() && found.iter().all(|found| *found == value),
            "{seed} {text}: {found:?}"
        );
    }
    let ago = article("000");
    let week_ago = ago.timexes.iter().find(|timex| timex.span.of(&ago.body) == "a week ago");
    let days = week_ago.expect("a week ago").days.expect("days");
    assert!(days.contains(day("2025-05-21")) || days.contains(day("2025-05-22")), "{days:?}");
}

fn entity(name: &str) -> &'static Entity {
    let spelled = |entity: &&Entity| entity.spellings.iter().any(|spelling| spelling.text == name);
    let found: Vec<&Entity> = CORPUS.entities.iter().filter(spelled).collect();
    assert_eq!(found.len(), 1, "{name}: {:?}", found.iter().map(|e| &e.name).collect::<Vec<_>>());
    found[0]
}

#[test]
fn all_spellings_of_a_name_are_one_entity() {
    for (kind, spellings, articles) in [
        (EntityKind::Person, &["Sergei Lavrov", "Sergey Lavrov", "Lavrov"][..], 5),
        (EntityKind::Person, &["Volodymyr Zelenskyy", "Zelenskyy", "Vladimir Zelensky"], 2),
        (EntityKind::Person, &["Marco Rubio", "Rubio"], 2),
        (EntityKind::Person, &["Vladimir Putin", "Putin"], 3),
        (EntityKind::Person, &["Donald Trump", "Trump"], 1),
        (EntityKind::Person, &["Hakan Fidan", "Fidan"], 3),
        (EntityKind::Person, &["Vladimir Medinsky", "Medinsky"], 2),
        (EntityKind::Place, &["Kyiv", "Kiev"], 3),
        (EntityKind::Place, &["Türkiye"], 2),
        (EntityKind::Place, &["Istanbul"], 4),
        (EntityKind::Place, &["Ukraine"], 5),
        (EntityKind::Organisation, &["NATO"], 1),
        (EntityKind::Organisation, &["TASS"], 1),
    ] {
        let first = entity(spellings[0]);
        for spelling in spellings {
            assert_eq!(entity(spelling).id, first.id, "{spelling}");
        }
        assert_eq!(first.kind, kind, "{}", first.name);
        assert_eq!(first.articles.len(), articles, "{}", first.name);
    }
    assert_eq!(entity("Sergey Lavrov").id, "sergey-lavrov");
    assert!(entity("Vladimir Putin").id != entity("Vladimir Medinsky").id);
}

#[test]
fn what_is_no_name_is_not_listed() {
    for word in [
        "Russian",
        "Ukrainian",
        "Turkish",
        "Monday",
        "May",
        "Background",
        "Details",
        "Source",
        "He",
        "No",
    ] {
        let listed = CORPUS.entities.iter().any(|entity| entity.name == word);
        assert!(!listed, "{word}");
    }
}

fn events_on(date: &str) -> Vec<&'static Event> {
    CORPUS
        .events
        .iter()
        .filter(|event| event.days.start == day(date) && event.days.days() == 1)
        .collect()
}

fn outlets(event: &Event) -> Vec<&'static str> {
    let mut outlets: Vec<&str> = event
        .tellings
        .iter()
        .filter_map(|telling| CORPUS.articles[telling.article as usize].outlet.as_deref())
        .collect();
    outlets.sort_unstable();
    outlets.dedup();
    outlets
}

#[test]
fn the_first_talks_are_one_event_told_by_three_outlets() {
    let [talks] = events_on("2025-05-16")[..] else { panic!("one event on 16 May") };
    assert_eq!(outlets(talks), ["RT", "Ukrainska Pravda", "Yeni Şafak"]);
    assert_eq!((talks.status, talks.basis), (Status::Happened, Basis::Stated));
}

#[test]
fn the_second_round_is_a_proposal_told_by_two_outlets() {
    let [round] = events_on("2025-06-02")[..] else { panic!("one event on 2 June") };
    assert_eq!(outlets(round), ["Reuters", "Ukrainska Pravda"]);
    assert_eq!(round.status, Status::Proposed);
}

#[test]
fn two_statements_of_one_day_stay_two_events() {
    assert_eq!(events_on("2025-05-19").len(), 2);
}

#[test]
fn the_calls_of_october_are_two_events_with_an_inferred_year() {
    for date in ["2025-10-16", "2025-10-20"] {
        let [call] = events_on(date)[..] else { panic!("one event on {date}") };
        assert_eq!((call.status, call.basis), (Status::Happened, Basis::Inferred), "{date}");
    }
}

#[test]
fn quotations_are_found_with_their_speaker() {
    for (seed, words, speaker) in [
        ("000", "concrete proposals", None),
        (
            "001",
            "If Russia proposes a memorandum, we will be able to formulate our vision,",
            Some("Zelenskyy"),
        ),
        ("002", "I would again turn to our Turkish friends", Some("Lavrov")),
        ("002", "genocide in Gaza must stop at once", Some("Fidan")),
        ("004", "in the very near future", Some("Lavrov")),
    ] {
        let article = article(seed);
        let quote =
            article.quotes.iter().find(|quote| quote.span.of(&article.body).contains(words));
        let quote = quote.unwrap_or_else(|| panic!("{seed}: {words}"));
        if let Some(speaker) = speaker {
            let named = quote.speaker.map(|speaker| CORPUS.entities[speaker as usize].id.as_str());
            assert_eq!(named, Some(entity(speaker).id.as_str()), "{seed}: {words}");
        }
    }
}
