//! What a feed reader remembers an entry by never changes.

use std::collections::{BTreeMap, BTreeSet};

use dateline_ingest::overlay::{ArticleOverlay, Body, EventOverlay, Overlay, OwnEvent, Publish};
use dateline_ingest::{Options as Reading, Source, ingest, publish};
use dateline_model::{Corpus, Day};
use dateline_site::Options;

use crate::texts;

/// Files of a folder: articles that tell the same day, one without a date, one file of two.
const FILES: [(&str, &str); 6] = [
    (
        "m/bridge.txt",
        "Bridge opens at last\n\nThe Port Post, 5 March 2024\n\nThe new bridge over the harbour was opened on 4 March 2024 by mayor Marta Quell, who thanked the builders for twenty years of patient work.\n",
    ),
    (
        "m/band.txt",
        "Brass band plays on bridge\n\nThe Alder Gazette, 5 March 2024\n\nMayor Marta Quell opened the new bridge over the harbour on 4 March 2024 with a brass band, while the union of the ferrymen stayed at home.\n",
    ),
    (
        "strike.txt",
        "Union threatens a strike\n\nThe Alder Gazette, 8 March 2024\n\nThe bridge union said on Thursday that its crews would stop work on 15 March 2024 unless the tolls are dropped by then, Anton Weiss told a crowd in Port Alder.\n",
    ),
    (
        "undated.txt",
        "A letter about the ferry\n\nThe ferry of Port Alder has crossed the harbour since anyone can remember, and Anton Weiss has never asked it to go any faster than that.\n",
    ),
    (
        "rows.ndjson",
        "{\"title\": \"Salt\", \"date\": \"2024-03-09\", \"text\": \"A boat with salt came into the port on 7 March 2024.\"}\n{\"title\": \"Song\", \"date\": \"2024-03-09\", \"text\": \"A choir came into the port on 7 March 2024 and sang.\"}\n",
    ),
    (
        "old.txt",
        "Bridge is promised\n\nThe Port Post, 2 March 2004\n\nMayor Jonas Quell promised on 1 March 2004 that a new bridge over the harbour would be opened within three years.\n",
    ),
];

/// What may come later: before all others by name and by date, on the same day, with a taken
/// name, and in the middle of a file.
const LATER: [(&str, &str); 3] = [
    (
        "a.txt",
        "Mayor opens bridge\n\nNorhaven Post, 4 March 2024\n\nMayor Marta Quell opened the new bridge over the harbour on 4 March 2024.\n",
    ),
    (
        "m/bridge.md",
        "---\ntitle: Bridge opened\ndate: 2024-03-05\n---\n\nThe new bridge over the harbour was opened on 4 March 2024, and Marta Quell was there.\n",
    ),
    (
        "0.txt",
        "A plan for a bridge\n\nNorhaven Post, 2 May 1994\n\nThe council of Port Alder said on 1 May 1994 that it would like to have a bridge over the harbour one day.\n",
    ),
];

fn read(files: &[(&str, &str)], overlay: &Overlay) -> Corpus {
    let sources: Vec<Source<'_>> = files
        .iter()
        .map(|(path, text)| Source { path, bytes: text.as_bytes(), meta: None })
        .collect();
    let corpus = ingest(&sources, overlay, &Reading::default());
    publish::apply(corpus, &overlay.publish)
}

/// The id of the feed, and each entry's by the page that it leads to.
fn ids(corpus: &Corpus, options: &Options) -> (String, BTreeMap<String, String>) {
    let feed = &texts(corpus, options)["feed.xml"];
    let between = |text: &str, start: &str, end: &str| {
        let (_, rest) = text.split_once(start).expect(start);
        rest.split_once(end).expect(end).0.to_owned()
    };
    let mut parts = feed.split("<entry>");
    let own = between(parts.next().expect("a head"), "<id>", "</id>");
    let entry = |part: &str| (between(part, "href=\"", "\""), between(part, "<id>", "</id>"));
    let entries: BTreeMap<String, String> = parts.map(entry).collect();
    let all: BTreeSet<&String> = entries.values().chain([&own]).collect();
    assert_eq!(all.len(), corpus.articles.len() + 1, "ids are unique: {entries:?}");
    (own, entries)
}

fn set(entries: &BTreeMap<String, String>) -> BTreeSet<&String> {
    entries.values().collect()
}

#[test]
fn one_article_more_changes_no_entry_s_id() {
    let plain = Options::default();
    let (own, entries) = ids(&read(&FILES, &Overlay::default()), &plain);
    assert_eq!(entries.len(), 7);
    for more in LATER {
        let mut files = FILES.to_vec();
        files.push(more);
        files.sort();
        let corpus = read(&files, &Overlay::default());
        let (own_then, then) = ids(&corpus, &plain);
        assert_eq!(then.len(), 8, "{}", more.0);
        assert!(set(&entries).is_subset(&set(&then)), "{}", more.0);
        // The feed's own is the oldest article's.
        assert_eq!(own == own_then, more.0 != "0.txt");
    }
    // Without any one of them the others have the same ids.
    for (at, gone) in FILES.iter().enumerate() {
        let mut files = FILES.to_vec();
        files.remove(at);
        let (_, then) = ids(&read(&files, &Overlay::default()), &plain);
        assert!(set(&then).is_subset(&set(&entries)), "{}", gone.0);
    }
    let (head, rest) = FILES[4].1.split_once('\n').expect("two rows");
    let third = "{\"title\": \"Tar\", \"text\": \"A cart with tar came into the port.\"}";
    let longer = format!("{third}\n{head}\n{third}\n{rest}");
    let mut files = FILES.to_vec();
    files[4].1 = &longer;
    let (_, then) = ids(&read(&files, &Overlay::default()), &plain);
    assert!(set(&entries).is_subset(&set(&then)), "a row before and between others");
}

#[test]
fn order_and_names_of_files_change_no_id() {
    let plain = Options::default();
    let (own, entries) = ids(&read(&FILES, &Overlay::default()), &plain);
    let mut files = FILES.to_vec();
    for _ in 0..FILES.len() {
        files.rotate_left(1);
        assert_eq!(ids(&read(&files, &Overlay::default()), &plain), (own.clone(), entries.clone()));
    }
    let renamed: Vec<(String, &str)> = FILES
        .iter()
        .map(|(path, text)| (format!("other/{}", path.replace("m/", "n-")), *text))
        .collect();
    let renamed: Vec<(&str, &str)> =
        renamed.iter().map(|(path, text)| (path.as_str(), *text)).collect();
    let (own_then, then) = ids(&read(&renamed, &Overlay::default()), &plain);
    assert_eq!((own_then, set(&then)), (own, set(&entries)));
}

#[test]
fn what_an_editor_says_later_changes_no_id() {
    let (own, entries) = ids(&read(&FILES, &Overlay::default()), &Options::default());
    let article = ArticleOverlay {
        id: "m/bridge".into(),
        title: Some("Another title".into()),
        outlet: Some("Another outlet".into()),
        author: Some("Ada Quill".into()),
        date: Day::parse("2024-03-06"),
        url: Some("https://example.com/bridge".into()),
        ..ArticleOverlay::default()
    };
    let publish = |body| Publish { body, ..Publish::default() };
    for overlay in [
        Overlay { title: Some("Another site".into()), ..Overlay::default() },
        Overlay { description: Some("About.".into()), ..Overlay::default() },
        Overlay {
            outlets: vec![("The Alder Gazette".into(), "Gazette".into())],
            ..Overlay::default()
        },
        Overlay { articles: vec![article], ..Overlay::default() },
        Overlay { publish: publish(Body::None), ..Overlay::default() },
        Overlay { publish: publish(Body::Excerpt), ..Overlay::default() },
    ] {
        let corpus = read(&FILES, &overlay);
        assert_eq!(
            ids(&corpus, &Options::default()),
            (own.clone(), entries.clone()),
            "{overlay:?}"
        );
    }
    let address = Options { url: Some("https://example.org/".into()), ..Options::default() };
    assert_eq!(ids(&read(&FILES, &Overlay::default()), &address), (own, entries));
}

/// The files with an event that the editor alone tells.
fn with_own(label: &str, day: &str) -> Corpus {
    let own = EventOverlay {
        id: "vote".into(),
        label: Some(label.into()),
        date: Day::parse(day),
        own: Some(OwnEvent { from: None, told: Vec::new() }),
        ..EventOverlay::default()
    };
    read(&FILES, &Overlay { events: vec![own], ..Overlay::default() })
}

#[test]
fn an_event_of_the_editor_s_own_is_on_every_page_that_tells_the_story_and_says_whose_it_is() {
    let all = texts(&with_own("The council votes on the tolls", "2024-03-06"), &Options::default());
    for page in ["index.html", "events.html", "feed.xml"] {
        let text = &all[page];
        let at = text.find("The council votes on the tolls").expect(page);
        let said = text[at..].find("told by the editor").expect(page);
        let other = ["<li>", "<entry>"].iter().filter_map(|tag| text[at..].find(tag)).min();
        assert!(other.is_none_or(|other| said < other), "{page} says it of that one");
    }
    let own = all.iter().find(|(path, text)| {
        path.starts_with("events/") && text.contains("<h1 dir=\"auto\">The council votes")
    });
    assert!(own.is_some_and(|(_, text)| text.contains("told by the editor")), "its own page");
}

#[test]
fn the_feed_has_an_event_of_the_editor_s_own_by_its_day_and_knows_it_again() {
    let entry = |label: &str, day: &str| {
        let feed = texts(&with_own(label, day), &Options::default())["feed.xml"].clone();
        let entries: Vec<&str> = feed.split("<entry>").skip(1).collect();
        let at = entries.iter().position(|entry| entry.contains(label)).expect("an entry");
        let field = |name: &str| {
            let (_, rest) = entries[at].split_once(&format!("<{name}>")).expect(name);
            rest.split("</").next().unwrap_or_default().to_owned()
        };
        assert_eq!(entries.len(), 8);
        (at, field("id"), field("updated"), field("summary"))
    };
    let (place, id, day, said) = entry("The council votes", "2024-03-06");
    assert_eq!(day, "2024-03-06T00:00:00Z");
    assert_eq!(said, "Wednesday 6 March 2024 \u{b7} told by the editor \u{b7} date by the editor");
    // What is to come stands with the newest article.
    let (first, same, then, _) = entry("The council of the port votes", "2031-01-01");
    assert_eq!((same, then.as_str()), (id, "2024-03-09T00:00:00Z"));
    assert!(first < place, "{first} before {place}");
}

#[test]
fn an_entry_has_what_the_format_wants_and_tells_the_article_s_events() {
    let feed = texts(&read(&FILES, &Overlay::default()), &Options::default())["feed.xml"].clone();
    let (head, rest) = feed.split_once("<entry>").expect("entries");
    // The newest article's day.
    assert!(head.contains("<updated>2024-03-09T00:00:00Z</updated>"), "{head}");
    let entries: Vec<&str> = rest.split("<entry>").collect();
    let bridge = entries.iter().find(|entry| entry.contains("m-bridge-")).expect("the bridge");
    for part in [
        "<title>Bridge opens at last</title>",
        "<updated>2024-03-05T00:00:00Z</updated>",
        "<author><name>The Port Post</name></author>",
        "tells 1 event</summary>",
        "&lt;p dir=&quot;auto&quot;&gt;Monday 4 March 2024 \u{b7} ",
        "&lt;blockquote dir=&quot;auto&quot;&gt;The new bridge over the harbour was opened",
    ] {
        assert!(bridge.contains(part), "{part}: {bridge}");
    }
    let days: Vec<&str> = entries
        .iter()
        .map(|entry| &entry[entry.find("<updated>").expect("a time") + 9..][..10])
        .collect();
    assert!(days.windows(2).all(|two| two[0] >= two[1]), "the newest first: {days:?}");
}
