//! What a careful reader gets from the five seeds.

use dateline_model::{Basis, Day};

use super::separate;
use crate::draft::Draft;
use dateline_text::is_invisible;

const SEEDS: [(&str, &str); 5] = [
    ("000", include_str!("../../../../seeds/000_68eb4494cd56dfd7.txt")),
    ("001", include_str!("../../../../seeds/001_661dcf13a93670cd.txt")),
    ("002", include_str!("../../../../seeds/002_1586734b2f680ffc.txt")),
    ("003", include_str!("../../../../seeds/003_25dc431091cb7084.txt")),
    ("004", include_str!("../../../../seeds/004_2b63a6624e7e042a.txt")),
];

fn read(seed: usize) -> Draft {
    separate(SEEDS[seed].1, SEEDS[seed].0)
}

/// Checks how a body begins and ends, and how many paragraphs it has.
fn check_body(draft: &Draft, paragraphs: usize, first: &str, last: &str) {
    assert_eq!(draft.body.split("\n\n").count(), paragraphs, "{}", draft.body);
    assert!(draft.body.starts_with(first), "{}", draft.body);
    assert!(draft.body.ends_with(last), "{}", draft.body);
    assert!(!draft.unseparated);
    assert_eq!(draft.language, "en");
}

/// Outlet, site, agency, author and section.
fn check_facts(draft: &Draft, expected: [Option<&str>; 5]) {
    let found = [&draft.outlet, &draft.via, &draft.agency, &draft.author, &draft.section];
    assert_eq!(found.map(Option::as_deref), expected);
}

fn check_date(draft: &Draft, day: &str, time: Option<&str>, rule: &str) {
    let published = draft.published.as_ref().expect("the page prints its date");
    assert_eq!(published.date, Day::parse(day));
    assert_eq!((published.earliest, published.latest), (published.date, published.date));
    assert_eq!(published.time.map(|time| time.to_string()).as_deref(), time);
    assert_eq!(published.basis, Basis::Stated);
    assert_eq!(published.evidence[0].rule, rule);
}

fn rule_of(draft: &Draft, text: &str) -> Option<String> {
    draft.furniture.iter().find(|row| row.text.contains(text)).map(|row| row.rule.clone())
}

#[test]
fn the_first_seed_is_a_reuters_story_with_five_paragraphs() {
    let draft = read(0);
    assert_eq!(
        draft.title,
        "Lavrov tells Rubio of preparations for new round of Russia-Ukraine talks, foreign ministry says"
    );
    check_body(
        &draft,
        5,
        "Russian Foreign Minister Sergei Lavrov spoke to",
        "\n\nThe statement gave no further details.",
    );
    check_facts(&draft, [Some("Reuters"), None, None, None, Some("World")]);
    check_date(&draft, "2025-05-29", None, "printed-date/day-month-name-year");
    assert_eq!(draft.captions.len(), 1);
    assert!(
        draft.captions[0].starts_with("FILE PHOTO: ")
            && draft.captions[0].ends_with("REUTERS/File Photo")
    );
    assert_eq!(rule_of(&draft, "(Reuters) -").as_deref(), Some("read-as-dateline"));
    assert_eq!(rule_of(&draft, "Editing by").as_deref(), Some("credit-line"));
    assert_eq!(rule_of(&draft, "WhatsApp").as_deref(), Some("support-line"));
    assert_eq!(rule_of(&draft, "China, Zimbabwe").as_deref(), Some("headline-list"));
}

#[test]
fn the_second_seed_keeps_its_labels_and_bullets_and_splits_its_glued_lines() {
    let draft = read(1);
    assert_eq!(
        draft.title,
        "Russia proposes next round of talks with Ukraine on 2 June in Istanbul – Russia's foreign minister"
    );
    check_body(
        &draft,
        9,
        "Russia has proposed that the second round",
        "is a mockery of the entire world.",
    );
    for label in ["\n\nSource: Kremlin", "\n\nDetails: Lavrov", "\n\nBackground:\n\nOn 16 May"] {
        assert!(draft.body.contains(label), "{label}");
    }
    check_facts(&draft, [Some("Ukrainska Pravda"), None, None, Some("Tetyana Oliynyk"), None]);
    check_date(&draft, "2025-05-28", Some("19:20"), "printed-date/day-month-name-year");
    assert_eq!(draft.published.unwrap().evidence[1].text, "2025-05-28");
    assert_eq!(draft.captions, ["Lavrov. Photo: Tass"]);
    assert_eq!(draft.tags, ["negotiations", "Russo-Ukrainian war", "peace", "Russia"]);
}

#[test]
fn the_third_seed_has_a_standfirst_an_agency_and_one_caption() {
    let draft = read(2);
    assert_eq!(
        draft.title,
        "Top Russian diplomat says Istanbul possible venue for second round of Ukraine peace talks"
    );
    let standfirst = draft.standfirst.clone().unwrap();
    assert!(
        standfirst.starts_with("Lavrov says Türkiye") && standfirst.ends_with("'unacceptable'")
    );
    check_body(
        &draft,
        8,
        "Russian Foreign Minister Sergey Lavrov said on Tuesday that",
        "sovereignty and unity during the briefing.",
    );
    check_facts(&draft, [Some("Yeni Şafak"), None, Some("AA"), None, None]);
    check_date(&draft, "2025-05-27", Some("12:13"), "printed-date/day-month-year");
    assert_eq!(
        draft.captions,
        ["Turkish Foreign Minister Hakan Fidan (R) and Russian Foreign Minister Sergey Lavrov (L)"]
    );
    assert_eq!(rule_of(&draft, "Fidan (R)").as_deref(), Some("repeated-caption"));
    assert_eq!(draft.tags, ["Gaza", "Hakan Fidan", "Palestine", "Russia", "Türkiye", "Ukraine"]);
}

#[test]
fn the_fourth_seed_prints_no_date_and_ends_before_the_similar_news() {
    let draft = read(3);
    assert_eq!(draft.title, "Lavrov and Rubio discussed peace in Ukraine");
    check_body(
        &draft,
        7,
        "On October 20, Russian Foreign Minister",
        "an increase in political activity regarding Ukraine.",
    );
    check_facts(&draft, [Some("Zamin.uz"), None, None, None, Some("World")]);
    assert_eq!((draft.published.clone(), draft.tags.len(), draft.captions.len()), (None, 0, 0));
    assert_eq!(rule_of(&draft, "An armed attack during").as_deref(), Some("related-story"));
}

#[test]
fn the_fifth_seed_is_carried_by_another_site_and_ends_before_the_related_stories() {
    let draft = read(4);
    assert_eq!(draft.title, "Russia will announce next talks with Ukraine soon");
    check_body(
        &draft,
        10,
        "Russia will announce the date of the next direct talks",
        "must be fulfilled as part of any settlement.'",
    );
    check_facts(&draft, [Some("RT"), Some("Daily8"), None, None, None]);
    assert_eq!(draft.published, None);
    assert_eq!(rule_of(&draft, "French President").as_deref(), Some("related-story"));
}

#[test]
fn every_line_of_every_seed_is_in_exactly_one_place_or_named_as_read() {
    for (name, text) in SEEDS {
        let draft = separate(text, name);
        let mut pool: Vec<String> = vec![draft.title.clone()];
        pool.extend(draft.standfirst.clone());
        pool.extend(draft.captions.clone());
        let dateline = draft.furniture.iter().find(|row| row.rule == "read-as-dateline");
        for (index, paragraph) in draft.body.split("\n\n").enumerate() {
            match dateline {
                Some(row) if index == 0 => pool.push(format!("{} {paragraph}", row.text)),
                _ => pool.push(paragraph.to_owned()),
            }
        }
        let left_out = draft.furniture.iter().filter(|row| row.rule != "read-as-dateline");
        pool.extend(left_out.map(|row| row.text.clone()));
        for line in text.lines() {
            let line = line.replace('\u{A0}', " ");
            let line = line.trim_matches(|c: char| c.is_whitespace() || is_invisible(c));
            let line = line.trim_start_matches(['•', '-']).trim_start();
            if line.is_empty() {
                continue;
            }
            let found = pool.iter().position(|kept| kept == line);
            pool.swap_remove(found.unwrap_or_else(|| panic!("{name} lost {line:?}")));
        }
        assert_eq!(pool, Vec::<String>::new(), "{name} made lines up");
    }
}

#[test]
fn every_furniture_row_has_a_rule_and_a_sentence() {
    for seed in 0..SEEDS.len() {
        for row in read(seed).furniture {
            assert!(row.rule.chars().all(|c| c.is_ascii_lowercase() || c == '-'), "{row:?}");
            assert!(row.why.ends_with('.') && row.why.contains(' '), "{row:?}");
        }
    }
}
