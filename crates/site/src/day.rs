//! The page of a day, or of the days of a month, of a year or of more that share one: what is dated on them
//! and has no page of its own, each with every article's own sentences, and the way to what has one.

use dateline_model::Granularity;
use dateline_words as words;
use serde_json::json;

use crate::event::{self, Heading};
use crate::gathered::{Level, Page};
use crate::html::{Html, shorten};
use crate::page::{self, Head};
use crate::site::Site;
use crate::story::Group;
use crate::{meta, rows};

/// So many events are described to machines.
const DESCRIBED: usize = 40;

/// The page at this place among those that days share.
pub(crate) fn page(site: &Site<'_>, at: usize) -> String {
    let page = &site.story.pages[at];
    let groups: Vec<&Group> = page.groups.iter().map(|at| &site.story.groups[*at]).collect();
    let events = || groups.iter().flat_map(|group| group.events());
    let title = title(page);
    let mut tellings = events().flat_map(|at| &site.corpus.events[at].tellings);
    let tellers = words::tellers_of(&mut tellings, site.corpus).told_by();
    let said = [&words::count(events().count(), "dated event"), " \u{b7} ", &tellers].concat();
    let mut out = Html::default();
    out.element("h1", "", &title).element("p", " class=\"by\"", &said);
    let open = format!("../#/?from={}&to={}", page.days.start, page.days.end);
    out.raw("<p><a").attr("href", &open).raw(">Open in the explorer</a></p>\n");
    let ways = ways(site, page, &groups);
    links(&mut out, "Days on this page", &ways);
    for group in &groups {
        dated(&mut out, site, group, (groups.len() > 1).then_some(&*title));
    }
    let beside = |at: Option<usize>| at.and_then(|at| site.story.pages.get(at));
    let beside: Vec<(String, String)> =
        [("Earlier", beside(at.checked_sub(1))), ("Later", beside(Some(at + 1)))]
            .into_iter()
            .filter_map(|(word, page)| Some((word, page?)))
            .map(|(word, page)| {
                (format!("../{}", page.path), format!("{word}: {}", self::title(page)))
            })
            .collect();
    links(&mut out, "Days", &beside);
    let described = events().filter(|at| !site.story.own[*at]).take(DESCRIBED);
    let described: Vec<_> = described.map(|at| meta::event(site, at)).collect();
    let head = Head {
        path: &page.path,
        title: &title,
        description: &shorten(&[&title, ": ", &said].concat(), 200),
        kind: "website",
        data: meta::data_block(&json!({ "@graph": described })),
    };
    page::page(site, head, out)
}

/// "1930 to 1939", "2011", "February 2011", "Friday 11 February 2011".
fn title(page: &Page) -> String {
    words::days(
        page.days,
        match page.level {
            Level::Century | Level::Decade | Level::Year => Granularity::Year,
            Level::Month => Granularity::Month,
            Level::Day => Granularity::Day,
        },
    )
}

/// Where the days of this page stand on it, and what of it has a page of its own.
fn ways(site: &Site<'_>, page: &Page, groups: &[&Group]) -> Vec<(String, String)> {
    if page.level == Level::Day {
        return Vec::new();
    }
    let within = |other: &&Page| {
        let (all, days) = (page.days, other.days);
        other.path != page.path && all.start <= days.start && days.end <= all.end
    };
    let here = (groups.iter()).filter(|_| groups.len() > 1).map(|group| {
        let start = group.days.start;
        // Where all is of one year, its number would be read again and again.
        let days = match group.granularity < Granularity::Day || page.level < Level::Year {
            true => words::days(group.days, group.granularity),
            false => words::day_and_month(start),
        };
        (start, format!("#{}", group.date()), days)
    });
    let apart = site.story.pages.iter().filter(within);
    let apart = apart.map(|page| (page.days.start, format!("../{}", page.path), title(page)));
    let mut all: Vec<_> = here.chain(apart).collect();
    all.sort_by_key(|(start, _, _)| *start);
    all.into_iter().map(|(_, href, said)| (href, said)).collect()
}

fn links(out: &mut Html, label: &str, ways: &[(String, String)]) {
    if ways.is_empty() {
        return;
    }
    out.raw("<nav").attr("aria-label", label).raw(">\n<ul>\n");
    for (href, said) in ways {
        out.raw("<li>").link(href, said).raw("</li>\n");
    }
    out.raw("</ul>\n</nav>\n");
}

/// What is dated to one day, month or year; under a heading of its own, where the page has several.
fn dated(out: &mut Html, site: &Site<'_>, group: &Group, page: Option<&str>) {
    let days = words::days(group.days, group.granularity);
    let date = group.date();
    // A name is given once: an event may be called as its day is.
    let is_free = group.events().all(|at| site.names.anchor(at) != date);
    out.raw("<section");
    if is_free {
        out.attr("id", &date);
    }
    out.raw(">\n");
    let mut level = Heading { own: "h2", below: "h3" };
    if let Some(title) = page {
        let said =
            if days == title { ["Dated to ", title, " only"].concat() } else { days.clone() };
        out.element("h2", " class=\"part\"", &said);
        level = Heading { own: "h3", below: "h4" };
    }
    let (own, shared): (Vec<usize>, Vec<usize>) =
        group.events().partition(|at| site.story.own[*at]);
    if !own.is_empty() {
        out.raw("<ol class=\"rows\">\n");
        for at in own {
            let dated = rows::heading(&site.corpus.events[at]) != days;
            rows::event_on_its_day(out, site, at, dated);
        }
        out.raw("</ol>\n");
    }
    for at in shared {
        event::on_its_day(out, site, at, &days, level);
    }
    out.raw("</section>\n");
}
