//! What a careful reader gets from three saved pages, written for this test: a
//! news site with all its furniture and broken JSON-LD, a blog laid out in a
//! table without any metadata, and a page whose metadata are wrong.

use std::path::PathBuf;
use std::sync::LazyLock;

use dateline_ingest::Options;
use dateline_model::{Article, Corpus};

static CORPUS: LazyLock<Corpus> = LazyLock::new(|| {
    let pages = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/html"));
    dateline_folder::read(&[pages], &Options::default()).expect("the pages can be read")
});

fn article(id: &str) -> &'static Article {
    CORPUS.articles.iter().find(|article| article.id == id).expect("the page")
}

struct Gold {
    page: &'static str,
    title: &'static str,
    standfirst: Option<&'static str>,
    outlet: Option<&'static str>,
    author: Option<&'static str>,
    day: &'static str,
    evidence: &'static str,
    /// How each paragraph begins.
    body: &'static [&'static str],
    captions: &'static [&'static str],
    /// How lines that are left out begin, with their rule.
    out: &'static [(&'static str, &'static str)],
}

const GOLD: [Gold; 3] = [
    Gold {
        page: "messy",
        title: "Ferry strike ends after night of talks in Lindholm",
        standfirst: Some("Crews go back to work at noon, and the islands get their bread again"),
        outlet: Some("Sound Courier"),
        author: Some("Maja Holm, Per Dahl"),
        day: "2023-11-17",
        evidence: "meta/json-ld-datePublished",
        body: &[
            "The strike that had kept",
            "“Nobody slept, and nobody shouted,”",
            "Under the contract wages rise by 4.2 percent",
            "Noon departure",
            "The first boat leaves",
            "Day tickets stay",
            "Night boats return in December.",
            "The company's head, Nils Ek,",
        ],
        captions: &["Ferries at anchor off Lindholm. Photo: A. Moe"],
        out: &[
            ("We use cookies", "html-consent"),
            ("News", "html-navigation"),
            ("Advertisement", "html-advert"),
            ("Islanders run short", "html-links"),
            ("Get the Courier's letter", "html-sidebar"),
            ("Follow the Sound Courier", "aside-follow"),
            ("A whale was seen", "html-sidebar"),
            ("Drivers will pay more", "html-related"),
            ("I waited six days", "html-comments"),
            ("© 2023 Sound Courier", "html-footer"),
        ],
    },
    Gold {
        page: "blog",
        title: "A clamp that holds",
        standfirst: None,
        outlet: None,
        author: Some("Oskar Wenn"),
        day: "2011-05-09",
        evidence: "printed-date/day-month-name-year",
        body: &[
            "For years I had no clamp",
            "So last week I cut",
            "What you need",
            "Beech of four centimetres",
            "A file helps too",
            "It holds.",
        ],
        captions: &[],
        out: &[("May", "html-outside"), ("Mail", "html-outside")],
    },
    Gold {
        page: "shifted",
        title: "Orchard County votes to keep its last drive-in",
        standfirst: None,
        outlet: Some("orchardledger"),
        author: Some("Lena Marsh"),
        day: "2022-08-03",
        evidence: "printed-date/near-stated",
        body: &[
            "The county board voted",
            "More than a hundred people",
            "“My mother met my father there,”",
            "The price is $310,000",
        ],
        captions: &[],
        out: &[("Tuesday, August 9", "html-navigation"), ("Ten cars", "html-related")],
    },
];

#[test]
fn saved_pages_are_read_as_a_careful_reader_reads_them() {
    for gold in &GOLD {
        let article = article(gold.page);
        let page = gold.page;
        assert_eq!(article.title, gold.title, "{page}");
        assert_eq!(article.standfirst.as_deref(), gold.standfirst, "{page}");
        assert_eq!(article.outlet.as_deref(), gold.outlet, "{page}");
        assert_eq!(article.author.as_deref(), gold.author, "{page}");
        assert_eq!(article.captions, gold.captions, "{page}");
        assert_eq!(article.published.date.expect("a day").to_string(), gold.day, "{page}");
        assert_eq!(article.published.evidence[0].rule, gold.evidence, "{page}");
        let body: Vec<&str> = article.paragraphs().map(|row| row.1).collect();
        assert_eq!(body.len(), gold.body.len(), "{page}: {body:#?}");
        for (paragraph, begins) in body.iter().zip(gold.body) {
            assert!(paragraph.starts_with(begins), "{page}: {paragraph}");
        }
        for (line, rule) in gold.out {
            let found = article.furniture.iter().find(|row| row.text.starts_with(line));
            let found = found.unwrap_or_else(|| panic!("{page}: {line} is in no field"));
            assert_eq!(found.rule, *rule, "{page}: {line}");
            assert!(found.why.ends_with('.'), "{page}: {line}");
        }
    }
}

#[test]
fn a_page_states_its_address_section_tags_and_language() {
    let messy = article("messy");
    assert_eq!(
        messy.url.as_deref(),
        Some("https://soundcourier.example/news/2023/11/17/ferry-strike-ends")
    );
    assert_eq!(messy.section.as_deref(), Some("Transport"));
    assert_eq!(messy.tags, ["Ferries", "Unions"]);
    assert_eq!(messy.language, "en");
}
