//! `feed.xml`: the newest articles, what each tells, and the editor's own events that no article tells, as an Atom
//! feed (RFC 4287).
//!
//! An entry's id must never change, and no two texts may share one. So an entry is
//! an article: an event is a reading of several, which one more article may join to
//! another, date anew or name anew. The id is made of the article's text as it was
//! read, and of nothing that an editor may change later: not the site's title or
//! address, not what the overlay corrects, not how much is published, not the file's
//! name or its place among others. The same text on two sites has one id, as the
//! format wants it of what is republished. An editor's own event is known by the name
//! of its row in the overlay, which stays when its words or its day are put right.
//!
//! A site has nothing of its own that stays, so the feed is known by its oldest
//! article: news is added at the other end.
//!
//! `updated` is the day of publication, and the feed's is its newest article's; the
//! build has no clock. An event of one's own is of its day, and what is to come stands
//! with the newest article.

use dateline_model::{Article, Day};
use dateline_text::hash_seeded;
use dateline_words as words;

use crate::Site;
use crate::html::{Html, escape, shorten};
use crate::meta;

/// So many entries; readers ask for the feed again and again.
const ENTRIES: usize = 50;

/// So many events of one article are told.
const EVENTS: usize = 20;

/// Longer titles are cut.
const TITLE: usize = 300;

/// The feed.
pub(crate) fn feed(site: &Site<'_>) -> String {
    let articles = &site.corpus.articles;
    let mut all: Vec<usize> = (0..articles.len()).collect();
    // Those without a date come last, though the format wants one of them too.
    all.sort_by_key(|at| (core::cmp::Reverse(articles[*at].published.date), *at));
    let newest = all.first().map_or(no_day(), |at| day(&articles[*at]));
    let dated = |at: usize| (articles[at].published.date, Entry::Article(at));
    let mut all: Vec<(Option<Day>, Entry)> = all.into_iter().map(dated).collect();
    let own = site.corpus.events.iter().enumerate().filter(|(_, it)| it.tellings.is_empty());
    all.extend(own.map(|(at, event)| (Some(event.days.start.min(newest)), Entry::Own(at))));
    all.sort_by_key(|entry| core::cmp::Reverse(entry.0));
    all.truncate(ENTRIES);
    let mut out = Html::default();
    out.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"en\"");
    if let Some(url) = &site.options.url {
        out.attr("xml:base", url);
    }
    out.raw(">\n").element("title", "", &shorten(site.title(), TITLE));
    if let Some(about) = &site.corpus.site.description {
        out.element("subtitle", "", &shorten(about, TITLE));
    }
    out.element("id", "", &feed_id(articles)).element("updated", "", &time(newest));
    author(&mut out, site.title());
    // The other links lead from where the feed is (RFC 3986, 5.1); where that is, only an address says.
    if let Some(own) = site.full("feed.xml") {
        out.raw("<link rel=\"self\" type=\"application/atom+xml\"").attr("href", &own).raw("/>\n");
    }
    out.raw("<link rel=\"alternate\" type=\"text/html\" href=\"articles.html\"/>\n");
    out.raw("<generator>Dateline</generator>\n");
    for (day, entry) in all {
        match entry {
            Entry::Article(at) => article(&mut out, site, at),
            Entry::Own(at) => own_event(&mut out, site, at, day.unwrap_or(newest)),
        }
    }
    out.raw("</feed>\n");
    out.finish()
}

/// What an entry is of, by its place.
enum Entry {
    Article(usize),
    /// An event that the editor alone tells.
    Own(usize),
}

fn own_event(out: &mut Html, site: &Site<'_>, at: usize, day: Day) {
    let event = &site.corpus.events[at];
    out.raw("<entry>\n").element("title", "", &shorten(&event.title, TITLE));
    out.element("id", "", &urn(EVENT, hash_seeded(&event.id, 0)));
    out.element("updated", "", &time(day));
    out.raw("<link rel=\"alternate\" type=\"text/html\"").attr("href", &site.names.events[at]);
    out.raw("/>\n");
    let days = words::days(event.days, event.granularity);
    let line = [&days, " \u{b7} ", &*words::event_line(event, site.corpus)].concat();
    out.element("summary", "", &line).raw("</entry>\n");
}

fn article(out: &mut Html, site: &Site<'_>, at: usize) {
    let article = &site.corpus.articles[at];
    out.raw("<entry>\n").element("title", "", &shorten(&article.title, TITLE));
    out.element("id", "", &urn(ENTRY, article.fingerprint));
    out.element("updated", "", &time(day(article)));
    if let Some(name) = article.author.as_ref().or(article.outlet.as_ref()) {
        author(out, name);
    }
    out.raw("<link rel=\"alternate\" type=\"text/html\"").attr("href", &site.names.articles[at]);
    out.raw("/>\n");
    let mut line = words::printed(article);
    if !site.told[at].is_empty() {
        line.extend([" \u{b7} tells ", &words::count(site.told[at].len(), "event")]);
    }
    out.element("summary", "", &line);
    let told = told(site, at);
    if !told.is_empty() {
        // Markup as text: escaped once more.
        let mut escaped = String::new();
        escape(&mut escaped, &told);
        out.raw("<content type=\"html\">").raw(&escaped).raw("</content>\n");
    }
    out.raw("</entry>\n");
}

fn author(out: &mut Html, name: &str) {
    out.raw("<author><name>").text(&shorten(name, TITLE)).raw("</name></author>\n");
}

/// How the article begins, and the events it tells in its own sentences.
fn told(site: &Site<'_>, at: usize) -> String {
    let article = &site.corpus.articles[at];
    let mut out = Html::default();
    if let Some(words) = meta::description(article) {
        out.element("p", " dir=\"auto\"", &words);
    }
    // What stands for the story first, the weightiest of it before all.
    let mut events = site.told[at].clone();
    events.sort_by_key(|event| match site.story.key[*event] {
        true => (false, core::cmp::Reverse(site.corpus.events[*event].weight)),
        false => (true, core::cmp::Reverse(0)),
    });
    for event in events.iter().take(EVENTS).map(|event| &site.corpus.events[*event]) {
        let mut line = words::days(event.days, event.granularity);
        for part in words::status(event.status).into_iter().chain([event.title.as_str()]) {
            line.extend([" \u{b7} ", part]);
        }
        out.element("p", " dir=\"auto\"", &shorten(&line, TITLE));
        let own = event.tellings.iter().filter(|telling| telling.article as usize == at);
        let sentences = own.map(|telling| telling.span.of(&article.body));
        for sentence in sentences.filter(|sentence| !sentence.is_empty()) {
            out.raw("<blockquote dir=\"auto\">").text(sentence).raw("</blockquote>\n");
        }
    }
    let more = site.told[at].len().saturating_sub(EVENTS);
    if more > 0 {
        out.element("p", "", &words::count(more, "more event"));
    }
    out.finish()
}

/// The day of publication, or the last that the evidence allows.
fn day(article: &Article) -> Day {
    let when = &article.published;
    when.date.or(when.latest).unwrap_or(no_day())
}

/// RFC 3339; it knows no year before 0.
fn time(day: Day) -> String {
    let day = if (0..=9999).contains(&day.year()) { day } else { no_day() };
    format!("{day}T00:00:00Z")
}

/// What nothing dated is of: the format wants a time.
fn no_day() -> Day {
    Day::from_number(0)
}

const ENTRY: &str = "entry";
const EVENT: &str = "event";
const FEED: &str = "feed";

/// The oldest article's, those without a date last; of several the one that the
/// fingerprints say, since files may be renamed.
fn feed_id(articles: &[Article]) -> String {
    let oldest = articles.iter().min_by_key(|article| {
        let date = article.published.date;
        (date.is_none(), date, article.fingerprint)
    });
    urn(FEED, oldest.map_or(0, |article| article.fingerprint))
}

/// A UUID of the eighth version (RFC 9562), which is a hash of one's own choice.
fn urn(kind: &str, fingerprint: u64) -> String {
    let name = format!("dateline {kind} {fingerprint:016x}");
    let (high, low) = (hash_seeded(&name, 0), hash_seeded(&name, 0x9e37_79b9_7f4a_7c15));
    let high = high & !0xf000 | 0x8000;
    let low = low & !(0b11 << 62) | 0b10 << 62;
    format!(
        "urn:uuid:{:08x}-{:04x}-{:04x}-{:04x}-{:012x}",
        high >> 32,
        high >> 16 & 0xffff,
        high & 0xffff,
        low >> 48,
        low & 0xffff_ffff_ffff
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_a_uuid_and_another_text_s_is_another() {
        let id = urn(ENTRY, 7);
        assert_eq!(id.len(), "urn:uuid:".len() + 36);
        assert_eq!(&id[23..24], "8", "{id}");
        assert!("89ab".contains(&id[28..29]), "{id}");
        assert_eq!(id, urn(ENTRY, 7));
        assert_ne!(id, urn(ENTRY, 8));
        assert_ne!(id, urn(FEED, 7));
    }

    #[test]
    fn ids_are_promised_so_these_stay() {
        assert_eq!(
            urn(ENTRY, 0x0123_4567_89ab_cdef),
            "urn:uuid:6506f288-5631-810d-9c06-255509c5ef36"
        );
        assert_eq!(urn(FEED, 0), "urn:uuid:42bbe69c-1556-841b-9dd2-2cb2097e0a5e");
    }

    #[test]
    fn a_time_is_one_that_the_format_knows() {
        assert_eq!(time(Day::new(2025, 6, 2).unwrap()), "2025-06-02T00:00:00Z");
        assert_eq!(time(Day::new(-44, 3, 15).unwrap()), "1970-01-01T00:00:00Z");
    }
}
