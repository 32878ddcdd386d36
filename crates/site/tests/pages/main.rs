//! The pages as a browser, a feed reader and an editor would take them.

mod feed;
mod hostile;
mod markup;
mod snapshots;
mod ties;
mod withheld;

use std::collections::BTreeMap;

use dateline_model::{Corpus, Granularity, sample};
use dateline_site::{Options, files, front};

/// The app's page as the bundler leaves it.
const INDEX: &str = "<!doctype html><html lang=en><title>Dateline</title><link href=./a.css rel=stylesheet></head>\
                     <body><div data-state=loading id=dateline><p>Unpacking</p></div></body></html>";

fn options() -> Options {
    Options { url: Some("https://example.org/news/".into()), icon: Some("icon.png".into()) }
}

/// Every file, and the front page; pictures are no text.
fn texts(corpus: &Corpus, options: &Options) -> BTreeMap<String, String> {
    let mut all: BTreeMap<String, String> = files(corpus, options)
        .into_iter()
        .filter(|file| !file.path.ends_with(".png"))
        .map(|file| (file.path, String::from_utf8(file.bytes).expect("UTF-8")))
        .collect();
    all.insert("index.html".into(), front(corpus, options, INDEX).expect("a front page"));
    all
}

/// Where a reference leads, as a path from the root.
fn resolve(page: &str, reference: &str) -> String {
    let path = reference.split(['#', '?']).next().unwrap_or_default();
    let mut parts: Vec<&str> = page.split('/').collect();
    parts.pop();
    for part in path.split('/') {
        match part {
            ".." => drop(parts.pop()),
            "." => {}
            part => parts.push(part),
        }
    }
    parts.join("/")
}

#[test]
fn every_link_of_every_page_leads_to_a_file_that_is_there() {
    let mut corpus = sample::tied();
    add_days(&mut corpus);
    check_links(&corpus);
}

/// Every link leads to a file, and where it names a place to one on that page.
fn check_links(corpus: &Corpus) -> BTreeMap<String, String> {
    let options = Options { icon: None, url: None };
    let all = texts(corpus, &options);
    let mut checked = 0;
    for (path, text) in all.iter().filter(|(path, _)| path.ends_with(".html")) {
        for (name, value) in markup::read(text).attributes() {
            if !["href", "src"].contains(&name.as_str()) {
                continue;
            }
            let target = resolve(path, &value);
            if let Some((_, name)) =
                value.split_once('#').filter(|(_, name)| !name.starts_with("/?"))
                && let Some(page) = all.get(if value.starts_with('#') { path } else { &target })
            {
                assert!(page.contains(&format!("id=\"{name}\"")), "{path}: {value}");
            }
            let known = ["", "index.html", "a.css", "icon.png", "timeline.png"]
                .contains(&target.as_str())
                || (value.starts_with('#') && text.contains(&format!("id=\"{}\"", &value[1..])));
            assert!(known || all.contains_key(&target), "{path}: {value} is {target}");
            checked += 1;
        }
    }
    assert!(checked > 100, "{checked}");
    all
}

/// Two articles a day for 150 days, and four events a day, with a background of one event a year.
fn large() -> Corpus {
    let mut corpus = sample::corpus();
    let (article, event) = (corpus.articles[1].clone(), corpus.events[2].clone());
    let first = event.days.start;
    corpus.articles = (0..300)
        .map(|number| {
            let mut article = article.clone();
            article.id = format!("article-{number}");
            article.published.date = Some(first + number / 2);
            article.version_of = None;
            article
        })
        .collect();
    corpus.events = (0..700)
        .map(|number| {
            let mut event = event.clone();
            event.id = format!("event-{number}");
            event.key = number % 3 == 0;
            let day = if number < 600 {
                first + number / 4
            } else {
                dateline_model::Day::new(1300 + number as i16, 5, 16).unwrap()
            };
            event.days = dateline_model::DayRange::single(day);
            let telling = event.tellings[0];
            let article = (number as u32 / 2).min(299);
            event.tellings = vec![dateline_model::Telling { article, ..telling }];
            event.links.clear();
            event
        })
        .collect();
    corpus
}

#[test]
fn a_large_site_has_few_files_besides_its_articles_and_all_links_hold() {
    let corpus = large();
    let all = check_links(&corpus);
    let count = |start: &str| all.keys().filter(|path| path.starts_with(start)).count();
    assert_eq!((count("articles/"), count("events/")), (300, 15));
    // The century of the background, and the months of the story.
    assert_eq!(count("days/"), 6);
    assert!(all.len() < 390, "{}", all.len());
    // 300 articles are more than one page takes: each has whole months.
    let lists: Vec<&String> = all.keys().filter(|path| path.starts_with("articles")).collect();
    let lists: Vec<&&String> = lists.iter().filter(|path| !path.contains('/')).collect();
    assert_eq!(lists.len(), 2, "{lists:?}");
    let days = |path: &str, month: &str| all[path].matches(month).count();
    for month in ["<h2>Friday 5 April 2024", "<h2>Tuesday 30 April 2024"] {
        assert_eq!(days("articles.html", month) + days(lists[0], month), 1, "{month}");
    }
}

#[test]
fn articles_and_events_lead_to_each_other_and_into_the_explorer() {
    let all = texts(&sample::corpus(), &Options::default());
    let strike = &all["articles/b-strike.html"];
    assert!(strike.contains("href=\"../#/?article=b-strike\""));
    let events: Vec<&String> = all
        .iter()
        .filter(|(path, text)| path.starts_with("events/") && text.contains("b-strike.html"))
        .map(|(path, _)| path)
        .collect();
    assert!(events.len() > 1);
    for path in events {
        assert!(strike.contains(&format!("href=\"../{path}\"")), "{path}");
        assert!(all["events.html"].contains(&format!("href=\"{path}\"")), "{path}");
        assert!(all["index.html"].contains(&format!("href={path}>")), "{path}");
    }
}

#[test]
fn every_page_has_one_heading_a_language_a_title_landmarks_and_a_strict_policy() {
    for (path, text) in texts(&sample::corpus(), &options()) {
        if !path.ends_with(".html") || path == "index.html" {
            continue;
        }
        let page = markup::read(&text);
        for (tag, count) in [("h1", 1), ("main", 1), ("title", 1), ("header", 1), ("footer", 1)] {
            assert_eq!(page.count(tag), count, "{path}: {tag}");
        }
        assert!(text.contains("<html lang=\"en\">"), "{path}");
        assert!(text.contains("default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'"));
        assert!(
            text.contains(&format!("rel=\"canonical\" href=\"https://example.org/news/{path}\""))
        );
        let levels = page.headings();
        assert!(levels.windows(2).all(|two| two[1] <= two[0] + 1), "{path}: {levels:?}");
    }
}

#[test]
fn without_an_address_nothing_claims_one() {
    let all = texts(&sample::corpus(), &Options::default());
    assert!(!all.contains_key("sitemap.xml"));
    assert!(all.values().all(|text| !text.contains("canonical") && !text.contains("example.org")));
    // What asks for a whole address is left out; a feed's links lead from where it is.
    for (path, text) in &all {
        assert!(!text.contains("og:image") && !text.contains("rel=\"self\""), "{path}");
        assert!(!text.contains("summary_large_image"), "{path}");
    }
    let all = texts(&sample::corpus(), &options());
    assert!(all.contains_key("sitemap.xml"));
    for (path, text) in all.iter().filter(|(path, _)| path.ends_with(".html")) {
        let page = markup::read(text);
        let whole = "https://example.org/news/timeline.png";
        let named = page.attributes().any(|(name, value)| name == "content" && value == whole);
        assert!(named, "{path}");
    }
    let own =
        "rel=\"self\" type=\"application/atom+xml\" href=\"https://example.org/news/feed.xml\"";
    assert!(all["feed.xml"].contains(own));
}

/// Twenty light events on one day, with one known to the month and one to the year.
fn add_days(corpus: &mut Corpus) {
    let event = corpus.events[2].clone();
    for number in 0..20 {
        let mut event = dateline_model::Event { key: false, weight: 0, ..event.clone() };
        event.tellings.truncate(1);
        event.id = format!("2024-03-04-Light {number}");
        event.title = format!("Light number {number}");
        event.granularity = match number {
            18 => Granularity::Month,
            19 => Granularity::Year,
            _ => event.granularity,
        };
        corpus.events.push(event);
    }
}

#[test]
fn what_does_not_stand_for_the_story_stands_on_its_day_s_page() {
    let mut corpus = sample::corpus();
    // No event of the sample belongs to the story by itself; the heaviest twelve stand for it.
    add_days(&mut corpus);
    let all = texts(&corpus, &options());
    let count = |folder: &str| all.keys().filter(|path| path.starts_with(folder)).count();
    assert_eq!((count("events/"), count("days/")), (12, 1));
    let page = &all["days/2024.html"];
    assert_eq!(page.matches("<article class=\"event\"").count(), 14);
    assert!(page.contains("href=\"../#/?from=2024-01-01&amp;to=2024-12-31\""));
    assert!(page.contains("<a dir=\"auto\" href=\"#2024-03-04\">4 March</a>"));
    let (_, day) = page.split_once("<section id=\"2024-03-04\">").expect("the day");
    // The event of that day that has a page is linked before all others.
    let first = |text: &str| day.find(text).unwrap_or(usize::MAX);
    assert!(first("href=\"../events/2024-03-04-") < first("<article class=\"event\""));
    for title in ["Light number 18", "Light number 19"] {
        assert!(page.contains(&format!("<h3 dir=\"auto\">{title}</h3>")));
    }
    assert!(page.contains("<h2 class=\"part\">Dated to 2024 only</h2>"));
    let place = "days/2024.html#2024-03-04";
    let told = format!("<a class=\"link behind\" href={place}>12 more dated events</a>");
    assert!(all["index.html"].contains(&told));
    assert!(all["events.html"].contains(&format!("href=\"{place}\">12 more dated events")));
    assert!(all["sitemap.xml"].contains("/days/2024.html</loc>"));
    assert!(!all["sitemap.xml"].contains('#'));
    // An article leads to the place of each event that it tells.
    let anchor = day.split("<article class=\"event\" id=\"").nth(1).unwrap();
    let anchor = anchor.split('"').next().unwrap();
    let place = format!("href=\"../days/2024.html#{anchor}\"");
    assert!(all.iter().any(|(path, text)| path.starts_with("articles/") && text.contains(&place)));
}

#[test]
fn the_story_comes_before_its_background() {
    let corpus = sample::corpus();
    let all = texts(&corpus, &options());
    let at = |title: &str| all["events.html"].find(title).unwrap_or_else(|| panic!("{title}"));
    let (old, new) = (&corpus.events[0], &corpus.events[3]);
    assert!(old.days.end < new.days.start);
    assert!(at(&new.title) < at("Before the story") && at("Before the story") < at(&old.title));
}

#[test]
fn the_same_corpus_gives_the_same_bytes() {
    let corpus = sample::corpus();
    assert_eq!(files(&corpus, &options()), files(&corpus, &options()));
}

#[test]
fn the_front_page_has_the_list_in_the_app_s_place_and_keeps_the_rest() {
    let corpus = sample::corpus();
    let page = front(&corpus, &Options::default(), INDEX).unwrap();
    assert!(page.contains("<title>The Port Alder bridge</title>"));
    assert!(page.contains("<link href=./a.css rel=stylesheet></head>"));
    assert!(!page.contains("Unpacking"));
    // What lies before the story is folded into words.
    let (before, story) = corpus.events.split_at(2);
    for event in story {
        assert!(page.contains(&event.title), "{}", event.title);
    }
    let fold = "<a class=\"link fold-line\" href=events.html>2 events before, from 1931</a>";
    assert!(page.contains(fold) && before.iter().all(|event| !page.contains(&event.title)));
    assert_eq!(front(&corpus, &Options::default(), &page).unwrap(), page, "once is enough");
    let message = front(&corpus, &Options::default(), "<title></title>").unwrap_err();
    assert!(message.contains("#dateline"), "{message}");
}

#[test]
fn a_long_list_is_several_pages_and_the_front_page_has_its_beginning() {
    let mut corpus = sample::corpus();
    let event = dateline_model::Event { key: true, ..corpus.events[3].clone() };
    corpus.events = (0..1_000)
        .map(|number| {
            let mut event = event.clone();
            event.id = format!("2024-03-07-{number}");
            event
        })
        .collect();
    let all = texts(&corpus, &Options::default());
    let rows = |path: &str| all[path].matches("<li><i class=").count();
    let pages = ["events.html", "events-2024-03.html", "events-2024-03-2.html"];
    assert_eq!(pages.map(rows), [250, 250, 250]);
    let way = "href=\"events-2024-03-2.html\">March 2024 (3)</a>";
    assert!(all["events-2024-03.html"].contains(way));
    assert_eq!(all["index.html"].matches("<a class=row ").count(), 50);
    assert!(all["index.html"].contains("<a class=button href=events.html>All 1,000 events</a>"));
}

#[test]
fn a_corpus_of_nothing_is_a_site_too() {
    let all = texts(&Corpus::default(), &options());
    assert!(all["index.html"].contains("No articles yet"));
    assert!(all["feed.xml"].contains("<updated>1970-01-01T00:00:00Z</updated>"));
    assert!(all.contains_key("events.html") && all.contains_key("articles.html"));
}
