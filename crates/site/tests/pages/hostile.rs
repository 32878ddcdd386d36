//! A corpus that means harm: nothing of it is ever more than text.

use dateline_model::{Corpus, sample};
use serde_json::Value;

use crate::markup::{read, xml_faults};
use crate::{options, texts};

/// Texts that would be something else if they stood in the wrong place.
const TEXTS: [&str; 10] = [
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "\" onmouseover=\"alert(1)\" x=\"",
    "' autofocus onfocus=alert(1) '",
    "]]><svg onload=alert(1)>",
    "<!--<script>",
    "{{constructor.constructor('alert(1)')()}} ${alert(1)} <%= 1 %>",
    "\u{202e}evil\u{2066}\u{200b}\u{feff}",
    "\0\u{1}\u{b}\u{7f}\u{85}\u{fffe}\u{1ffff}\u{fdd0}",
    "&lt;b&gt; &amp;amp; &#x3c;script&#x3e; \r\n\u{2028}",
];

/// The sample with such a text in every field that can hold any.
fn corpus(text: &str) -> Corpus {
    let mut corpus = sample::tied();
    let spoil = |place: &mut String| place.push_str(text);
    let spoil_some = |place: &mut Option<String>| *place = Some(format!("x{text}"));
    spoil(&mut corpus.site.title);
    spoil_some(&mut corpus.site.description);
    for article in &mut corpus.articles {
        spoil(&mut article.id);
        spoil(&mut article.title);
        spoil(&mut article.body);
        spoil(&mut article.language);
        for place in [
            &mut article.standfirst,
            &mut article.outlet,
            &mut article.via,
            &mut article.agency,
            &mut article.author,
            &mut article.section,
        ] {
            spoil_some(place);
        }
        article.url = Some(format!("javascript:alert(1)//{text}"));
        article.tags = vec![text.into()];
        article.captions.push(text.into());
        for reason in &mut article.published.evidence {
            spoil(&mut reason.rule);
            spoil(&mut reason.text);
            spoil(&mut reason.why);
        }
        for line in &mut article.furniture {
            spoil(&mut line.rule);
            spoil(&mut line.text);
            spoil(&mut line.why);
        }
    }
    for entity in &mut corpus.entities {
        spoil(&mut entity.id);
        spoil(&mut entity.name);
    }
    for event in &mut corpus.events {
        spoil(&mut event.id);
        spoil(&mut event.title);
        for reason in &mut event.evidence {
            spoil(&mut reason.rule);
            spoil(&mut reason.text);
            spoil(&mut reason.why);
        }
    }
    corpus
}

/// What the sample's pages are made of, with every optional part there.
fn harmless() -> Corpus {
    let mut corpus = corpus("a");
    corpus.articles.iter_mut().for_each(|it| it.language = "en".into());
    corpus
}

#[test]
fn no_text_becomes_an_element_an_attribute_or_the_end_of_a_data_block() {
    let known: std::collections::BTreeSet<String> = texts(&harmless(), &options())
        .iter()
        .filter(|(path, _)| path.ends_with(".html"))
        .flat_map(|(_, text)| read(text).shapes())
        .collect();
    assert!(known.contains("script type") && !known.contains("script src"));
    for hostile in TEXTS {
        for (path, text) in texts(&corpus(hostile), &options()) {
            if path.ends_with(".xml") {
                assert_eq!(xml_faults(&text), [] as [&str; 0], "{hostile:?} in {path}");
            } else if path.ends_with(".html") {
                let page = read(&text);
                assert_eq!(page.faults(), [] as [&str; 0], "{hostile:?} in {path}");
                let strange: Vec<String> = page.shapes().difference(&known).cloned().collect();
                assert_eq!(strange, [] as [&str; 0], "{hostile:?} in {path}");
                for (name, value) in page.attributes() {
                    let script = value.trim_start().starts_with("javascript:");
                    assert!(!(name == "href" && script), "{hostile:?} in {path}");
                }
            }
        }
    }
}

#[test]
fn a_text_is_shown_as_it_is() {
    for hostile in &TEXTS[..8] {
        let corpus = corpus(hostile);
        let all = texts(&corpus, &options());
        let pages = all.iter().filter(|(path, _)| path.starts_with("articles/"));
        for (page, article) in pages.map(|(_, text)| read(text)).zip(&corpus.articles) {
            assert!(page.text.contains(&article.title), "{hostile:?}");
            assert!(page.text.contains(article.outlet.as_deref().unwrap()), "{hostile:?}");
        }
    }
}

#[test]
fn a_data_block_is_json_whatever_it_says() {
    for hostile in TEXTS {
        for (path, text) in texts(&corpus(hostile), &options()) {
            let Some((_, rest)) = text.split_once("<script type=\"application/ld+json\">") else {
                continue;
            };
            let (block, _) = rest.split_once("</script>").expect("an end");
            let value: Value = serde_json::from_str(block).expect("JSON");
            assert_eq!(value["@context"], "https://schema.org", "{path}");
        }
    }
}

#[test]
fn file_names_are_plain_and_differ_in_more_than_case() {
    for hostile in ["__proto__", "../x", "/etc", "CON", "É", "\0", "%2e%2e", " "] {
        let mut spoiled = sample::corpus();
        for (at, article) in spoiled.articles.iter_mut().enumerate() {
            article.id = if at % 2 == 0 { hostile.into() } else { hostile.to_uppercase() };
        }
        spoiled.events.iter_mut().for_each(|event| event.id = hostile.into());
        let files = dateline_site::files(&spoiled, &options());
        let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "-_./".contains(c);
        let mut seen = std::collections::BTreeSet::new();
        for file in &files {
            assert!(file.path.chars().all(plain) && !file.path.contains(".."), "{}", file.path);
            assert!(
                file.path.len() < 120 && seen.insert(file.path.to_lowercase()),
                "{}",
                file.path
            );
        }
        assert_eq!(files.iter().filter(|file| file.path.contains('/')).count(), 4 + 6);
    }
}

#[test]
fn a_title_of_a_megabyte_stands_whole_on_its_own_page_alone() {
    let mut corpus = sample::corpus();
    corpus.articles[0].title = "long ".repeat(200_000);
    corpus.events[0].title = "x".repeat(1_000_000);
    for (path, text) in texts(&corpus, &options()) {
        let own = path == "articles/a-opening.html" || path.starts_with("events/1931");
        assert_eq!(text.len() > 900_000, own, "{path}: {}", text.len());
        assert!(text.len() < 1_100_000, "{path}: {}", text.len());
    }
}
