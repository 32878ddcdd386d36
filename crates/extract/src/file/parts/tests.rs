//! Five invented articles in every layout in, five out; and texts that are one article.

use dateline_model::WarningKind;

use super::super::{Opened, articles, decode};
use crate::page::separate;

/// Headline, outlet, author, section, day as ISO, as in "March 5, 2024 Tuesday" and as in "5 March 2024".
type Facts = [&'static str; 7];

const FACTS: [Facts; 5] = [
    [
        "Old harbour opens again after nine years",
        "Oakdale Courier",
        "Ada Lind",
        "News",
        "2024-03-05",
        "March 5, 2024 Tuesday",
        "5 March 2024",
    ],
    [
        "Salt prices double as mine stays shut",
        "Port Post",
        "Tom Ek",
        "Business",
        "2024-03-19",
        "March 19, 2024 Tuesday",
        "19 March 2024",
    ],
    [
        "Choir of thirty sings for the lighthouse",
        "Norhaven Gazette",
        "Ida Moor",
        "Culture",
        "2023-12-24",
        "December 24, 2023 Sunday",
        "24 December 2023",
    ],
    [
        "Council votes to keep two schools open",
        "Sandsund Herald",
        "Ben Marsh",
        "Local",
        "2024-04-02",
        "April 2, 2024 Tuesday",
        "2 April 2024",
    ],
    [
        "Snow closes the pass for a third day",
        "Alder Times",
        "Eva Roth",
        "Weather",
        "2024-01-15",
        "January 15, 2024 Monday",
        "15 January 2024",
    ],
];

const BODIES: [[&str; 2]; 5] = [
    [
        "The old harbour of the small town opened again on Sunday after nine years of quiet work, and the first boat that came into port carried salt and a choir.",
        "The mayor said on Monday that the work had cost far less than the town had feared when it began in 2015.",
    ],
    [
        "A sack of salt costs twice what it did in January, because the mine at Norhaven has been under water since a pump failed on the third of February.",
        "Bakers in the valley have begun to share what they have, said the head of their guild, who asked for help from the region on Friday.",
    ],
    [
        "Thirty voices filled the lighthouse of Norhaven on Saturday evening, when the choir sang for the keeper who had lit its lamp for forty years.",
        "The keeper listened from the gallery and said afterwards that he had never heard the stairs so quiet.",
    ],
    [
        "Two schools that were to close in the summer stay open, the council of Sandsund decided late on Monday after a debate of six hours.",
        "The roofs of both buildings let in the rain, and nobody knows yet where the money for the repairs is to come from.",
    ],
    [
        "The pass above Alder stayed closed for a third day on Monday, and forty lorries wait on either side of the ridge for the ploughs.",
        "The road office hopes to open one lane by Wednesday noon, unless the wind turns to the north again during the night.",
    ],
];

/// A text of all five, each as `layout` prints it: number, facts and body.
fn five(layout: impl Fn(usize, &Facts, &str) -> String) -> String {
    let rows = (1..).zip(FACTS.iter().zip(BODIES));
    rows.map(|(number, (facts, body))| layout(number, facts, &body.join("\n\n"))).collect()
}

/// Broken into lines of 72 characters, as an old export is.
fn wrapped(text: &str) -> String {
    let mut out = String::new();
    for paragraph in text.split("\n\n") {
        let mut width = 0;
        for word in paragraph.split(' ') {
            if width > 0 && width + 1 + word.len() > 72 {
                out.push('\n');
                width = 0;
            } else if width > 0 {
                out.push(' ');
                width += 1;
            }
            out.push_str(word);
            width += word.len();
        }
        out.push_str("\n\n");
    }
    out
}

fn centred(text: &str) -> String {
    format!("{}{text}\n", " ".repeat(30))
}

fn opened(path: &str, text: &str) -> Opened {
    let file = decode(path, text.as_bytes(), false).expect("a text");
    articles(path, file, false).expect("articles")
}

/// The five articles with their facts; of those that a layout lacks the place is empty.
fn check(path: &str, text: &str, lacks: &[usize]) -> Opened {
    let opened = opened(path, text);
    assert_eq!(opened.articles.len(), 5, "{path}: {opened:#?}\n{text}");
    assert_eq!(opened.doubts, [], "{path}");
    for (at, article) in opened.articles.iter().enumerate() {
        let draft = &article.draft;
        let day = draft.published.as_ref().and_then(|when| when.date).map(|day| day.to_string());
        let found = [
            draft.title.as_str(),
            draft.outlet.as_deref().unwrap_or(""),
            draft.author.as_deref().unwrap_or(""),
            draft.section.as_deref().unwrap_or(""),
            day.as_deref().unwrap_or(""),
        ];
        let mut expected = [0, 1, 2, 3, 4].map(|fact| FACTS[at][fact]);
        lacks.iter().for_each(|fact| expected[*fact] = "");
        assert_eq!(found, expected, "{path}: {draft:#?}\n{text}");
        assert_eq!(draft.body, BODIES[at].join("\n\n"), "{path}: {draft:#?}");
        assert_eq!(article.number, at + 1);
    }
    opened
}

/// The text as a page has it: each line a paragraph of its own.
fn page(text: &str) -> String {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let lines: String = lines.map(|line| format!("<p><span>{line}</span></p>\n")).collect();
    format!(
        "<!DOCTYPE html><html><head><title>5 results</title></head><body>\n{lines}</body></html>"
    )
}

fn nexis(wrap: bool) -> String {
    let cover = "\n\nDownload Request: Selected Items: 1-5\nTime Of Request: Monday, May 6, 2024  16:51:31\n\nTerms: (harbour or salt)\n\nSource: All English Language News\nProject ID: None\n\n\n";
    let rest = if wrap { "\n  by nobody in particular" } else { "" };
    let body = |text: &str| if wrap { wrapped(text) } else { format!("{text}\n\n") };
    let articles = five(|number, facts, text| {
        [
            centred(&format!("{number} of 5 DOCUMENTS")),
            "\n\n".into(),
            centred(facts[1]),
            "\n".into(),
            centred(facts[5]),
            centred("Late Edition"),
            format!("\n{}\n\n", facts[0]),
            format!(
                "BYLINE: By {}\n\nSECTION: {}; Pg. 4\n\nLENGTH: 128 words\n\n",
                facts[2], facts[3]
            ),
            "DATELINE: PORT ALDER\n\n\n".into(),
            body(text),
            format!("GRAPHIC: Photo, the town seen from the sea,{rest}\n\n"),
            "LOAD-DATE: May 1, 2024\n\nLANGUAGE: ENGLISH\n\nPUBLICATION-TYPE: Newspaper\n\n\n"
                .into(),
            centred("Copyright 2024 Harbour Papers Ltd"),
            centred("All Rights Reserved"),
            "\n".into(),
        ]
        .concat()
    });
    format!("{cover}{articles}")
}

fn nexis_uni() -> String {
    five(|_, facts, text| {
        format!(
            "{}\n{}\n{}\nNational Edition\n\nCopyright 2024 Harbour Papers Ltd All Rights Reserved\nSection: {}; Pg. 4\nLength: 128 words\nByline: {}\nBody\n\n\n{text}\n\nClassification\nLanguage: ENGLISH\nPublication-Type: Newspaper\nGeographic: NORHAVEN (79%);\nPORT ALDER (50%)\nLoad-Date: May 1, 2024\nEnd of Document\n\n\n",
            facts[0], facts[1], facts[5], facts[3], facts[2]
        )
    })
}

fn factiva() -> String {
    five(|number, facts, text| {
        format!(
            "{}\n{}\nBy {}\n1,128 words\n{}\n08:30\n{}\nPAPER\n{number}\nEnglish\nCopyright 2024. Harbour Papers Ltd.\n\n{text}\n\nDocument PAPER0002024030{number}ef790001{number}\n\n",
            facts[3], facts[0], facts[2], facts[6], facts[1]
        )
    })
}

fn factiva_codes() -> String {
    five(|number, facts, text| {
        let (first, rest) = text.split_once("\n\n").expect("two paragraphs");
        format!(
            "SE {}\nHD {}\nBY By {}\nWC 128 words\nPD {}\nSN {}\nSC PAPER\nLA English\nCY Copyright 2024. Harbour Papers Ltd.\n\nLP\n{first}\n\nTD\n{rest}\n\nIN i1 : Salt\nPUB Harbour Papers Ltd.\nAN\nDocument PAPER0002024030{number}ef790001{number}\n\n",
            facts[3], facts[0], facts[2], facts[6], facts[1]
        )
    })
}

fn proquest() -> String {
    let rule = "_".repeat(60);
    let articles = five(|number, facts, text| {
        let (first, last) = facts[2].split_once(' ').expect("two names");
        format!(
            "{rule}\n\nDocument {number} of 5\n\n{}\n\nAuthor: {last}, {first}\n\nPublication info: {} ; Alder [Alder] {}: A.4.\n\nhttps://search.example.com/docview/10000000{number}\n\nAbstract: A sentence that the archive wrote.\n\nFull text: {text}\n\nSubject: Harbours; Salt\n\nTitle: {}\n\nPublication title: {}; Alder\n\nPublication date: {}\n\nSection: {}\n\nPublisher: Harbour Papers Ltd\n\nLanguage of publication: English\n\nLast updated: 2024-05-01\n\n",
            facts[0], facts[1], facts[6], facts[0], facts[1], facts[6], facts[3]
        )
    });
    format!(
        "{articles}{rule}\n\nContact us at: http://www.example.com/support\nCopyright 2024 Example LLC. All rights reserved.\n"
    )
}

#[test]
fn five_articles_of_every_archive_are_five_with_their_facts() {
    for (layout, text) in [
        ("nexis", nexis(true)),
        ("nexis, unbroken", nexis(false)),
        ("uni", nexis_uni()),
        ("factiva", factiva()),
        ("codes", factiva_codes()),
        ("proquest", proquest()),
    ] {
        println!("{layout}");
        let opened = check("export.txt", &text, &[]);
        for article in &opened.articles {
            let line = text.lines().nth(article.line.expect("a line") - 1).unwrap_or("");
            assert!(!line.trim().is_empty(), "{layout}: {:?}", article.line);
            let when = article.draft.published.as_ref().expect("a day");
            assert_eq!(when.evidence[0].rule, "stated-date/export");
        }
    }
}

#[test]
fn five_articles_of_every_archive_are_five_as_a_page_too() {
    for text in [nexis(false), nexis_uni(), factiva(), proquest()] {
        check("export.html", &page(&text), &[]);
    }
}

#[test]
fn no_line_of_an_export_is_lost() {
    for text in [nexis(false), nexis_uni(), factiva(), factiva_codes(), proquest()] {
        let opened = opened("a.txt", &text);
        let kept: usize = opened
            .articles
            .iter()
            .map(|it| {
                let out: usize = it.draft.furniture.iter().map(|row| row.text.len()).sum();
                out + it.draft.body.len()
            })
            .sum();
        let marks = ["Document ", "End of ", "DOCUMENTS"];
        let is_mark = |line: &&str| marks.iter().any(|mark| line.contains(mark));
        let printed: usize =
            text.lines().map(str::trim).filter(|line| !is_mark(line)).map(str::len).sum();
        assert!(kept + 60 >= printed, "{kept} of {printed}: {text}");
    }
}

#[test]
fn five_articles_that_somebody_put_in_one_text_are_five() {
    let head =
        |facts: &Facts| format!("{}\nBy {}\n{}, {}\n", facts[0], facts[2], facts[1], facts[6]);
    for rule in ["-----", "==========", "* * *", "___", "### 3 ###", "\u{C}"] {
        let text = five(|_, facts, text| format!("{}\n{text}\n\n{rule}\n\n", head(facts)));
        check("a.txt", &text, &[3]);
    }
    let block = |facts: &Facts| {
        format!(
            "Title: {}\nOutlet: {}\nAuthor: {}\nSection: {}\nDate: {}\n",
            facts[0], facts[1], facts[2], facts[3], facts[4]
        )
    };
    check("a.txt", &five(|_, facts, text| format!("{}\n{text}\n\n", block(facts))), &[]);
    check("a.txt", &five(|_, facts, text| format!("{}\n{text}\n\n=====\n", block(facts))), &[]);
    check(
        "a.txt",
        &five(|number, facts, text| {
            format!("Document {number} of 5\n{}\n{text}\n\n", block(facts))
        }),
        &[],
    );
    for path in ["a.md", "a.txt"] {
        check(
            path,
            &five(|_, facts, text| {
                format!("---\n{}---\n\n{text}\n\n", block(facts).to_lowercase_keys())
            }),
            &[],
        );
    }
}

trait Keys {
    fn to_lowercase_keys(&self) -> String;
}

impl Keys for String {
    /// As front matter has them.
    fn to_lowercase_keys(&self) -> String {
        self.lines()
            .map(|line| {
                let (key, value) = line.split_once(':').expect("a key");
                format!("{}: \"{}\"\n", key.to_lowercase(), value.trim())
            })
            .collect()
    }
}

/// One article, read as any text is.
fn check_one(text: &str) {
    let opened = opened("a.txt", text);
    let [article] = &opened.articles[..] else { panic!("{opened:#?}") };
    assert_eq!((&article.draft, &opened.doubts[..]), (&separate(text, "a.txt"), &[][..]), "{text}");
}

#[test]
fn a_line_across_a_single_article_does_not_part_it() {
    let [one, two] = BODIES[0];
    let head =
        "Old harbour opens again after nine years\nBy Ada Lind\nOakdale Courier, 5 March 2024\n";
    for text in [
        format!("{head}\n{one}\n\n* * *\n\n{two}\n"),
        format!("{head}\n{one}\n\n-----\n\nWhat comes next for the town\n\n{two}\n"),
        format!("{head}\n{one}\n\u{C}{two}\n"),
        format!("{head}\n{one}\n\n\u{C}Oakdale Courier, 5 March 2024\nPage 2 of 2\n\n{two}\n"),
        format!(
            "{head}\n{one}\n\n{two}\n\n-----\n\nRelated articles\nSalt prices double as mine stays shut\n19 March 2024\nChoir of thirty sings for the lighthouse\n24 December 2023\n"
        ),
        format!(
            "{head}\n{one}\n\n{two}\n\n-----\n\nAda Lind writes about harbours. She lives in Oakdale.\n"
        ),
        format!("{head}\n{one}\n\nDocument 2 of 3\n\n{two}\n"),
        format!("{head}\n{one}\n\nEnd of document\n\n{two}\n"),
        format!("{head}\n{one}\n\nSource: the town of Oakdale\n\n{two}\n"),
        format!("Title: Old harbour opens again\nDate: 2024-03-05\n\n{one}\n\n---\n\n{two}\n"),
    ] {
        check_one(&text);
    }
}

#[test]
fn entries_of_a_page_that_was_written_all_day_are_one_article() {
    let [one, two] = BODIES[0];
    let text = format!(
        "Harbour opens again: what happens today\n5 March 2024, 07:30\n\n{one}\n\n-----\n\nThe first boat is in sight\n5 March 2024, 09:10\n\n{two} Hundreds stand on the quay and wait for it to come nearer.\n\n-----\n\nThe choir begins to sing\n5 March 2024, 10:45\n\n{} They sing of salt, and the crew joins in.\n",
        BODIES[2][0]
    );
    check_one(&text);
}

#[test]
fn what_looks_like_a_further_article_and_cannot_be_parted_is_named_and_dates_nothing() {
    let text = format!(
        "Old harbour opens again after nine years\n\n{}\n\n-----\n\n{}\nBy Tom Ek\n19 March 2024\n\n{}\n",
        BODIES[0].join("\n\n"),
        FACTS[1][0],
        BODIES[1].join("\n\n")
    );
    let opened = opened("a.txt", &text);
    let [article] = &opened.articles[..] else { panic!("{opened:#?}") };
    assert_eq!(article.draft.body, BODIES[0].join("\n\n"));
    assert_eq!(article.draft.published, None);
    let (kind, words) = &opened.doubts[0];
    assert!(*kind == WarningKind::Malformed && words.starts_with("line 9: "), "{words}");
}

#[test]
fn an_export_that_counts_more_than_it_holds_says_so() {
    let text = nexis_uni();
    let text = text.replace("End of Document\n\n\n", "End of Document\n\n");
    assert_eq!(opened("a.txt", &text).doubts, []);
    let cut = proquest();
    let cut = &cut[..cut.find("Document 4 of 5").expect("the fourth")];
    let opened = opened("a.txt", cut);
    assert_eq!(opened.articles.len(), 3);
    assert!(opened.doubts[0].1.contains("counts 5 articles and holds 3"), "{:?}", opened.doubts);
}

#[test]
fn an_export_of_one_article_is_read_by_its_layout_too() {
    let one =
        |text: String, end: &str| text[..text.find(end).expect("an end") + end.len()].to_owned();
    for text in [
        one(nexis(true), "Reserved\n").replace("1 of 5", "1 of 1"),
        one(nexis_uni(), "End of Document"),
        one(factiva(), "ef7900011"),
        one(factiva_codes(), "ef7900011"),
    ] {
        let opened = opened("a.txt", &text);
        assert_eq!(opened.articles.len(), 1, "{opened:#?}");
        assert_eq!(opened.articles[0].draft.title, FACTS[0][0], "{text}");
        assert_eq!(opened.articles[0].draft.body, BODIES[0].join("\n\n"));
    }
}

#[test]
fn hostile_texts_are_read_in_one_pass() {
    const MANY: usize = 30_000;
    for line in [
        "-----\n",
        "-----\nA b c\n",
        "---\na: b\nc: d\n",
        "Document 1 of 9\n",
        "1 of 999999 DOCUMENTS\nLENGTH: 9 words\n",
        "End of Document\n",
        "LENGTH: 9 words\n\nText.\n\nLOAD-DATE: 1\n",
        "Title: a\nDate: 2024-03-05\n",
        "9 words\n",
        "HD a\nPD b\nSN c\nLP d\n",
        "\u{C}\nA b c\n",
        "\u{C}Old harbour opens again\n5 March 2024\n",
        "SUBJECT: a\n",
    ] {
        let text = format!("Text.\n{}", line.repeat(MANY / line.len()));
        for path in ["a.txt", "a.md"] {
            let opened = opened(path, &text);
            assert!(opened.doubts.len() <= 60, "{line}");
        }
    }
}
