//! Articles and events as rows of a list.

use dateline_model::{Basis, Event, Status};
use dateline_words as words;

use crate::html::{Html, shorten};
use crate::parts::language;
use crate::site::Site;
use crate::story::{Group, Part};

/// Longer titles are cut in lists.
const TITLE: usize = 300;

/// An event in a list, with its date where no heading says it.
pub(crate) fn event(out: &mut Html, site: &Site<'_>, at: usize, root: &str, dated: bool) {
    out.raw("<li>");
    row(out, site, at, root, dated);
}

/// The same on the page of its day, where addresses from before it had a page of its own lead.
pub(crate) fn event_on_its_day(out: &mut Html, site: &Site<'_>, at: usize, dated: bool) {
    out.raw("<li").attr("id", site.names.anchor(at)).raw(">");
    row(out, site, at, "../", dated);
}

fn row(out: &mut Html, site: &Site<'_>, at: usize, root: &str, dated: bool) {
    let event = &site.corpus.events[at];
    out.raw("<i").attr("class", mark(event)).raw("></i><a dir=\"auto\"");
    out.attr("href", &format!("{root}{}", site.names.events[at]));
    let told = event.tellings.first();
    if let Some(article) = told.and_then(|it| site.corpus.articles.get(it.article as usize)) {
        language(out, article);
    }
    out.raw(">").text(&shorten(&event.title, TITLE)).raw("</a> <span class=\"meta\" dir=\"auto\">");
    if dated {
        out.text(&heading(event)).raw(" \u{b7} ");
    }
    out.text(&words::event_line(event, site.corpus)).raw("</span></li>\n");
}

/// An article in a list, under the heading of its day.
pub(crate) fn article(out: &mut Html, site: &Site<'_>, at: usize) {
    let article = &site.corpus.articles[at];
    out.raw("<li><a dir=\"auto\"").attr("href", &site.names.articles[at]);
    language(out, article);
    out.raw(">").text(&shorten(&article.title, TITLE)).raw("</a> <span class=\"meta\">");
    if let Some(outlet) = &article.outlet {
        out.raw("<bdi>").text(outlet).raw("</bdi> \u{b7} ");
    }
    out.raw("<bdi>");
    out.text(&words::basis_of_date(&article.published)).raw("</bdi></span></li>\n");
}

/// What a part of all that is told is, and which days or how much it holds; `None` where all is one.
pub(crate) fn part(site: &Site<'_>, part: Part) -> Option<(&'static str, String)> {
    let groups: Vec<&Group> = site.story.part(part).collect();
    let (first, last) = (groups.first()?, groups.last()?);
    if groups.len() == site.story.groups.len() {
        return None;
    }
    let count = groups.iter().map(|group| group.key.len() + group.rest.len()).sum();
    let told = words::count(count, "dated event");
    let day = |group: &Group| words::days(group.days, group.granularity);
    Some(match part {
        Part::Story => ("The story", words::range(site.story.told.days?)),
        Part::Before => ("Before the story", [&told, ", from ", &day(first)].concat()),
        Part::After => ("After the story", [&told, ", up to ", &day(last)].concat()),
    })
}

/// The heading of the days an event took.
pub(crate) fn heading(event: &Event) -> String {
    words::days(event.days, event.granularity)
}

/// The event's shape on the timeline; its line says the same in words.
pub(crate) fn mark(event: &Event) -> &'static str {
    match (event.status, event.basis) {
        (Status::Planned | Status::Proposed, _) => "mark planned",
        (Status::CalledOff, _) => "mark off",
        (_, Basis::Inferred) => "mark inferred",
        _ => "mark",
    }
}

/// Articles by day, those without one last, as the app lists them.
pub(crate) fn in_order(site: &Site<'_>) -> Vec<usize> {
    let mut all: Vec<usize> = (0..site.corpus.articles.len()).collect();
    all.sort_by_key(|at| {
        let date = site.corpus.articles[*at].published.date;
        (date.is_none(), date, *at)
    });
    all
}
