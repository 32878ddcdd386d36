//! One event: every article's own sentences, on a page of its own or on its day's.

use dateline_model::Event;
use dateline_words as words;

use crate::html::{Html, query, shorten};
use crate::meta;
use crate::page::{self, Head};
use crate::parts::{evidence, language, names, withheld};
use crate::site::Site;

/// The page of the event at this place in the corpus.
pub(crate) fn page(site: &Site<'_>, at: usize) -> String {
    let event = &site.corpus.events[at];
    let days = words::days(event.days, event.granularity);
    let mut out = Html::default();
    out.raw("<article>\n").element("p", " class=\"kicker\"", &days);
    out.element("h1", " dir=\"auto\"", &event.title);
    told(&mut out, site, event, "h2");
    names(&mut out, site, &event.entities, "Named in these sentences");
    out.raw("</article>\n");
    let head = Head {
        path: &site.names.events[at],
        title: &event.title,
        description: &shorten(&[&days, ": ", &words::event_line(event, site.corpus)].concat(), 200),
        kind: "article",
        data: meta::data_block(&meta::event(site, at)),
    };
    page::page(site, head, out)
}

/// The same on its day's page, where a heading says `day` already.
pub(crate) fn on_its_day(out: &mut Html, site: &Site<'_>, at: usize, day: &str, level: Heading) {
    let event = &site.corpus.events[at];
    out.raw("<article class=\"event\"").attr("id", site.names.anchor(at)).raw(">\n");
    let days = words::days(event.days, event.granularity);
    if days != day {
        out.element("p", " class=\"kicker\"", &days);
    }
    out.element(level.own, " dir=\"auto\"", &event.title);
    told(out, site, event, level.below);
    out.raw("</article>\n");
}

/// The level of an event's heading, and of those below it.
#[derive(Clone, Copy)]
pub(crate) struct Heading {
    pub(crate) own: &'static str,
    pub(crate) below: &'static str,
}

/// Who tells it and how its date is known, and every telling under a heading of that level.
fn told(out: &mut Html, site: &Site<'_>, event: &Event, level: &str) {
    out.raw("<p class=\"by\">")
        .text(words::status(event.status).unwrap_or("Told as past"))
        .raw(" \u{b7} ");
    out.text(&words::known_to(event));
    out.raw(" \u{b7} <bdi>").text(&words::event_basis(event)).raw("</bdi> \u{b7} ");
    out.text(&words::tellers(event, site.corpus).told_by()).raw("</p>\n");
    if let Some(said) = words::worded(event) {
        out.raw("<p>").text(said).raw("</p>\n");
    }
    links(out, site, event);
    let open = format!("../#/?event={}", query(&event.id));
    out.raw("<p><a").attr("href", &open).raw(">Open in the explorer</a></p>\n");
    if !event.evidence.is_empty() {
        out.raw("<details>\n<summary>Why this date?</summary>\n");
        evidence(out, &event.evidence);
        out.raw("</details>\n");
    }
    for tellings in event.tellings.chunk_by(|one, other| one.article == other.article) {
        let at = tellings[0].article as usize;
        let Some(article) = site.corpus.articles.get(at) else { continue };
        out.raw("<section class=\"told\">\n");
        out.element(level, " dir=\"auto\"", words::source(article));
        out.element("p", " class=\"meta\"", &words::published(&article.published));
        for telling in tellings {
            let sentence = telling.span.of(&article.body);
            if sentence.is_empty() {
                withheld(out, article);
                continue;
            }
            out.raw("<blockquote dir=\"auto\"");
            language(out, article);
            out.raw("><p>").text(sentence).raw("</p></blockquote>\n");
        }
        out.raw("<p>");
        let href = format!("../{}", site.names.articles[at]);
        out.link(&href, &shorten(&article.title, 200)).raw("</p>\n</section>\n");
    }
}

/// Events that a sentence ties to this one.
fn links(out: &mut Html, site: &Site<'_>, event: &Event) {
    for link in &event.links {
        let Some((lead, other)) = words::linked(event, link, site.corpus) else { continue };
        out.raw("<p class=\"meta\">").text(&lead);
        let href = format!("../{}", site.names.events[link.event as usize]);
        out.link(&href, &shorten(&other.title, 200)).raw("</p>\n");
    }
}
