//! `feed.xml`: the newest events as an Atom feed (RFC 4287).
//!
//! "Newest" is when an event was last told, as the articles' dates say; the
//! build has no clock.

use dateline_model::{Day, Event};
use dateline_text::hash_seeded as hash;
use dateline_words as words;

use crate::Site;
use crate::html::{Html, escape, shorten};

/// So many entries; readers ask for the feed again and again.
const ENTRIES: usize = 50;

/// Longer titles are cut.
const TITLE: usize = 300;

/// The feed.
pub(crate) fn feed(site: &Site<'_>) -> String {
    let mut all: Vec<(Day, usize)> =
        site.corpus.events.iter().enumerate().map(|(at, event)| (told(site, event), at)).collect();
    all.sort_by_key(|(day, at)| (core::cmp::Reverse(*day), *at));
    all.truncate(ENTRIES);
    let newest = all.first().map_or(no_day(), |(day, _)| *day);
    let mut out = Html::default();
    out.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"en\"");
    if let Some(url) = &site.options.url {
        out.attr("xml:base", url);
    }
    out.raw(">\n").element("title", "", &shorten(site.title(), TITLE));
    if let Some(about) = &site.corpus.site.description {
        out.element("subtitle", "", &shorten(about, TITLE));
    }
    out.element("id", "", &urn(site.title(), "")).element("updated", "", &time(newest));
    out.raw("<author><name>").text(&shorten(site.title(), TITLE)).raw("</name></author>\n");
    out.raw("<link rel=\"self\" type=\"application/atom+xml\" href=\"feed.xml\"/>\n");
    out.raw("<link rel=\"alternate\" type=\"text/html\" href=\"events.html\"/>\n");
    out.raw("<generator>Dateline</generator>\n");
    for (day, at) in all {
        entry(&mut out, site, at, day);
    }
    out.raw("</feed>\n");
    out.finish()
}

fn entry(out: &mut Html, site: &Site<'_>, at: usize, day: Day) {
    let event = &site.corpus.events[at];
    out.raw("<entry>\n").element("title", "", &shorten(&event.title, TITLE));
    out.element("id", "", &urn(site.title(), &event.id)).element("updated", "", &time(day));
    out.raw("<link rel=\"alternate\" type=\"text/html\"").attr("href", &site.names.events[at]);
    out.raw("/>\n");
    let days = words::days(event.days, event.granularity);
    let line = [&days, " \u{b7} ", &words::event_line(event, site.corpus)].concat();
    out.element("summary", "", &line);
    let mut told = Html::default();
    for telling in &event.tellings {
        let Some(article) = site.corpus.articles.get(telling.article as usize) else { continue };
        let sentence = telling.span.of(&article.body);
        if !sentence.is_empty() {
            told.element("p", " dir=\"auto\"", words::outlet(article));
            told.raw("<blockquote dir=\"auto\">").text(sentence).raw("</blockquote>\n");
        }
    }
    let told = told.finish();
    if !told.is_empty() {
        // Markup as text: escaped once more.
        let mut escaped = String::new();
        escape(&mut escaped, &told);
        out.raw("<content type=\"html\">").raw(&escaped).raw("</content>\n");
    }
    out.raw("</entry>\n");
}

/// The day of the newest article that tells it; else its own.
fn told(site: &Site<'_>, event: &Event) -> Day {
    let dates = event
        .tellings
        .iter()
        .filter_map(|telling| site.corpus.articles.get(telling.article as usize)?.published.date);
    dates.max().unwrap_or(event.days.start)
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

/// An id that stays the same wherever the site stands: a UUID of the eighth
/// version, which is a hash of one's own choice.
fn urn(title: &str, id: &str) -> String {
    let name = [title, "\n", id].concat();
    let (high, low) = (hash(&name, 0), hash(&name, 0x9e37_79b9_7f4a_7c15));
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
    fn an_id_is_a_uuid_and_another_event_s_is_another() {
        let id = urn("Title", "2025-06-02-talks");
        assert_eq!(id.len(), "urn:uuid:".len() + 36);
        assert_eq!(&id[23..24], "8", "{id}");
        assert!("89ab".contains(&id[28..29]), "{id}");
        assert_eq!(id, urn("Title", "2025-06-02-talks"));
        assert_ne!(id, urn("Title", "2025-06-02-talk"));
        assert_ne!(id, urn("Other", "2025-06-02-talks"));
    }

    #[test]
    fn a_time_is_one_that_the_format_knows() {
        assert_eq!(time(Day::new(2025, 6, 2).unwrap()), "2025-06-02T00:00:00Z");
        assert_eq!(time(Day::new(-44, 3, 15).unwrap()), "1970-01-01T00:00:00Z");
    }
}
