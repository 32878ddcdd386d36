//! Whole pages of the sample, for a person to read in the diff.

use dateline_model::sample;

use crate::{options, texts};

fn check(name: &str, start: &str) {
    let all = texts(&sample::corpus(), &options());
    let path = all.keys().find(|path| path.starts_with(start)).expect("a page");
    insta::assert_snapshot!(name, all[path]);
}

#[test]
fn an_article() {
    check("article", "articles/b-strike.html");
}

#[test]
fn an_event_that_was_called_off() {
    check("event", "events/2024-03-15");
}

#[test]
fn the_list_of_articles() {
    check("articles", "articles.html");
}

#[test]
fn the_list_of_events() {
    check("events", "events.html");
}

#[test]
fn the_front_page() {
    check("index", "index.html");
}

#[test]
fn the_feed() {
    check("feed", "feed.xml");
}

#[test]
fn the_site_map() {
    check("sitemap", "sitemap.xml");
}
