//! The front page before any script has come: the same title, the same list at
//! the same place, so that the app takes over without a jump.
//!
//! Built from the same classes as the app's own list. Every byte is on a first
//! visit: only the beginning of a long list is here.

use dateline_model::{Corpus, DayRange};
use dateline_words as words;

use crate::html::{Html, shorten};
use crate::listed::{listed, outside};
use crate::rows::{heading, in_order, mark};
use crate::site::{Options, Site, site_title};

/// So many events or days, and so many articles.
const ROWS: usize = 50;

/// Longer titles are cut.
const TITLE: usize = 300;

/// What heads the site, no longer than a tab or a list of sites shows.
pub fn title(corpus: &Corpus) -> String {
    shorten(site_title(corpus), TITLE)
}

/// The app's page with title, previews and list in it. An error says what of
/// the page was not found.
pub fn front(corpus: &Corpus, options: &Options, index: &str) -> Result<String, String> {
    let site = Site::new(corpus, options);
    // A page that has its list already is as it should be.
    if index.contains("og:title") {
        return Ok(index.to_owned());
    }
    let lack = |what: &str| format!("index.html has no {what}");
    let (before, rest) = index.split_once("<title>").ok_or_else(|| lack("<title>"))?;
    let (_, rest) = rest.split_once("</title>").ok_or_else(|| lack("</title>"))?;
    let (place, inside) = rest
        .find("id=\"dateline\"")
        .or_else(|| rest.find("id=dateline"))
        .and_then(|at| Some(at + rest[at..].find('>')? + 1))
        .map(|at| rest.split_at(at))
        .ok_or_else(|| lack("element #dateline"))?;
    let end = inside.find("</div>").ok_or_else(|| lack("end of #dateline"))?;
    let mut out = Html::default();
    out.raw(before).raw("<title>").text(&title(corpus)).raw("</title>");
    head(&mut out, &site);
    out.raw(place);
    if corpus.articles.is_empty() {
        out.raw("<main class=nothing><h1>No articles yet</h1></main>");
    } else {
        body(&mut out, &site);
    }
    out.raw(&inside[end..]);
    Ok(out.finish())
}

/// Less than other pages say: every byte is on a first visit.
fn head(out: &mut Html, site: &Site<'_>) {
    let about = site.corpus.site.description.clone().unwrap_or_else(|| inside(site));
    out.raw("<meta name=description").attr("content", &shorten(&about, 200)).raw(">");
    if let Some(url) = &site.options.url {
        out.raw("<link rel=canonical").attr("href", url).raw(">");
        out.raw("<meta property=og:url").attr("content", url).raw(">");
    }
    out.raw("<meta property=og:type content=website>");
    // Open Graph wants a picture's whole address.
    if let Some(picture) = site.full("timeline.png") {
        out.raw("<meta property=og:image").attr("content", &picture).raw(">");
    }
    out.raw("<meta property=og:title").attr("content", &shorten(site.title(), TITLE));
    out.raw("><link rel=alternate type=application/atom+xml href=feed.xml>");
}

/// "5 articles · 14 events · 5 outlets".
fn inside(site: &Site<'_>) -> String {
    words::inside(site.corpus)
}

fn body(out: &mut Html, site: &Site<'_>) {
    let corpus = site.corpus;
    out.raw("<header class=top><h1 dir=auto>").text(site.title()).raw("</h1><p class=inside>");
    out.text(&inside(site));
    if let Some(about) = &corpus.site.description {
        out.raw("<p class=about>").text(about);
    }
    out.raw("<form class=search><input type=search placeholder=\"Search titles and texts\" disabled></form>");
    out.raw("<button class=\"button opener\" disabled>Filters</button><button class=\"button share\" disabled>Share</button></header><div class=timeline><noscript><img src=timeline.png alt=\"\" width=600 height=315></noscript></div>");
    out.raw("<main class=desk><div class=filters></div><div class=list><div class=chips>");
    let (events, articles) = (corpus.events.len(), corpus.articles.len());
    let (all, read) = (words::number(events), words::number(articles));
    out.text(&["Showing ", &all, " of ", &words::count(events, "event"), ", "].concat());
    out.text(&[&read, " of ", &words::count(articles, "article")].concat());
    out.raw("</div>");
    tabs(out, site);
    story(out, site);
    day(out, "Articles", &words::count(articles, "article"));
    in_order(site).into_iter().take(ROWS).for_each(|at| article(out, site, at));
    out.raw("</ol></section>");
    more(out, "articles.html", articles, "article");
    out.raw("</div></div></main>");
}

fn day(out: &mut Html, title: &str, aside: &str) {
    out.raw("<section class=day><h3><span>").text(title).raw("</span> <span class=aside>");
    out.text(aside).raw("</span></h3><ol>");
}

/// The app's tabs; what only a script can show leads nowhere.
fn tabs(out: &mut Html, site: &Site<'_>) {
    let (corpus, days) = (site.corpus, site.story.told.days);
    let inside = |at: &usize| days.is_some_and(|days| corpus.events[*at].days.overlaps(days));
    let key = (0..corpus.events.len()).filter(|at| site.story.key[*at]).filter(inside).count();
    out.raw("<nav class=tabs><a href=events.html aria-current=true><b>Story</b> <span>");
    out.text(&words::number(key)).raw("</span></a><a href=events.html><b>All events</b> <span>");
    out.text(&words::number(corpus.events.len()));
    out.raw("</span></a><a href=articles.html><b>Articles</b> <span>");
    out.text(&words::number(corpus.articles.len())).raw("</span></a><span aria-hidden=true><b>");
    let mut outlets = corpus.articles.iter().filter_map(|article| article.outlet.as_deref());
    let first = outlets.next();
    out.raw(if outlets.any(|outlet| Some(outlet) != first) { "Compare" } else { "Versions" });
    out.raw("</b></span></nav><h2 class=unseen>Story</h2><div class=days>");
}

/// The app's first list: what lies before, the days in view, what lies after.
fn story(out: &mut Html, site: &Site<'_>) {
    let (before, after) = outside(site);
    let fold = |out: &mut Html, said: Option<String>| {
        if let Some(said) = said {
            out.raw("<a class=\"link fold-line\" href=events.html>").text(&said).raw("</a>");
        }
    };
    let groups = listed(site);
    out.raw("<div class=list-head>");
    fold(out, before);
    if groups.iter().filter(|group| group.days.is_some()).count() > 1 {
        out.raw("<label class=jump>Go to <input type=date disabled></label>");
    }
    out.raw("</div>");
    let mut rows = 0;
    for group in &groups {
        if rows >= ROWS {
            break;
        }
        day(out, &group.title, &group.aside);
        for &at in group.key.iter().take(ROWS - rows) {
            event(out, site, at, group.days.is_none());
        }
        if !group.rest.is_empty() {
            out.raw("<li><a class=\"link behind\" href=").raw(&group.path(site)).raw(">");
            out.text(&words::more_events(group.key.len(), group.rest.len())).raw("</a>");
        }
        out.raw("</ol></section>");
        // A day without an event of the story is a row too.
        rows += group.key.len().max(1);
    }
    fold(out, after);
    out.raw("<a class=button href=events.html>All ");
    out.text(&words::count(site.corpus.events.len(), "event")).raw("</a>");
}

fn event(out: &mut Html, site: &Site<'_>, at: usize, dated: bool) {
    let event = &site.corpus.events[at];
    out.raw("<li><a class=row href=").raw(&site.names.events[at]).raw(">");
    out.raw("<span").attr("class", mark(event)).raw("></span><span class=title dir=auto>");
    out.text(&shorten(&event.title, TITLE));
    out.raw("</span><span class=meta>");
    if dated {
        out.text(&heading(event)).raw(" \u{b7} ");
    }
    out.text(&words::event_line(event, site.corpus));
    out.raw("</span></a>");
}

fn article(out: &mut Html, site: &Site<'_>, at: usize) {
    let article = &site.corpus.articles[at];
    out.raw("<li><a class=\"row article\" href=").raw(&site.names.articles[at]);
    out.raw(">");
    let day = article.published.date.map(|day| words::range(DayRange::single(day)));
    let known: Vec<&str> = article.outlet.as_deref().into_iter().chain(day.as_deref()).collect();
    if !known.is_empty() {
        out.raw("<span class=kicker dir=auto>").text(&known.join(", ")).raw("</span>");
    }
    out.raw("<span class=title dir=auto>").text(&shorten(&article.title, TITLE));
    out.raw("</span></a>");
}

/// The way to the rest of a long list.
fn more(out: &mut Html, href: &str, all: usize, what: &str) {
    if all > ROWS {
        out.raw("<a class=button href=").raw(href).raw(">All ");
        out.text(&words::count(all, what)).raw("</a>");
    }
}
