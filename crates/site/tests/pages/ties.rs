//! Events that a sentence ties, versions of one text, and who tells an event where no outlet is named.

use dateline_model::{Corpus, sample};
use dateline_site::Options;

use crate::texts;

/// The one page whose path begins so.
fn page(corpus: &Corpus, start: &str) -> String {
    let all = texts(corpus, &Options::default());
    let mut found = all.iter().filter(|(path, _)| path.starts_with(start));
    let page = found.next().expect("a page").1.clone();
    assert!(found.next().is_none(), "{start}");
    page
}

fn check(corpus: &Corpus, start: &str, expected: &str) {
    let page = page(corpus, start);
    assert!(page.contains(expected), "{expected}\n{page}");
}

#[test]
fn tied_events_lead_to_each_other() {
    let corpus = sample::tied();
    let call = "<p class=\"meta\">Called off on 13 March 2024: \
                <a dir=\"auto\" href=\"../events/2024-03-13-the-strike-planned.html\">\
                The strike planned for 15 March is off</a></p>";
    check(&corpus, "events/2024-03-15", call);
    let strike = "<p class=\"meta\">Calls off, 2 days ahead: \
                  <a dir=\"auto\" href=\"../events/2024-03-15-the-strike-is-5eb587cd66540e8a.html\">\
                  The strike\u{2026} is off</a></p>";
    check(&corpus, "events/2024-03-13", strike);
}

#[test]
fn a_tie_to_an_event_that_is_not_there_is_left_out() {
    let mut corpus = sample::tied();
    corpus.events[sample::STRIKE as usize].links[0].event = 99;
    assert!(!page(&corpus, "events/2024-03-15").contains("Called off on"));
}

#[test]
fn versions_of_one_text_lead_to_each_other() {
    let mut corpus = sample::tied();
    let line = |id: &str, title: &str, end: &str| {
        format!(
            "<p class=\"meta\">A version of the same text: \
             <a dir=\"auto\" href=\"../articles/{id}.html\">{title}</a>{end}</p>"
        )
    };
    let end = ", 87 % shared";
    check(&corpus, "articles/c-", &line("e-strike-off", "The strike is off", end));
    check(&corpus, "articles/e-", &line("c-strike-off", "Strike is called off", end));
    assert!(!page(&corpus, "articles/a-").contains("of the same text"));
    for number in 0..6 {
        let mut version = corpus.articles[sample::VERSION as usize].clone();
        version.id = format!("f-{number}");
        corpus.articles.push(version);
    }
    let end = ", up to 87 % shared";
    check(&corpus, "articles/f-0", &line("c-strike-off", "Strike is called off", end));
    let first = page(&corpus, "articles/c-");
    assert!(first.contains("Versions of the same text: "), "{first}");
    assert!(first.contains("</a> and 2 more, up to 87 % shared</p>"), "{first}");
    assert_eq!(first.matches("href=\"../articles/").count(), 5, "{first}");
}

#[test]
fn where_no_outlet_is_named_none_is_counted() {
    let mut corpus = sample::tied();
    corpus.articles.iter_mut().for_each(|article| article.outlet = None);
    let all = texts(&corpus, &Options::default());
    for (path, text) in all.iter().filter(|(path, _)| path.ends_with(".html")) {
        for claim in ["1 outlet", "2 outlets", "0 outlets"] {
            assert!(!text.contains(claim), "{path}: {claim}");
        }
    }
    check(&corpus, "events/2024-03-04", "</bdi> \u{b7} told by 2 articles</p>");
    check(&corpus, "events/2024-03-13", "</bdi> \u{b7} told by 1 article</p>");
    let front = &all["index.html"];
    assert!(front.contains("<p class=inside>5 articles \u{b7} 7 events<form"), "{front}");
    assert!(front.contains("</span><span class=meta>told by 2 articles</span>"), "{front}");
}
