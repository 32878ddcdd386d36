//! Decides when a page was published, from what it states in its marks, prints
//! and has in its address, and says why.

use dateline_model::{Basis, Day, Evidence, Granularity, When};

use super::blocks::Block;
use super::body::Verdict;
use super::head::Head;
use super::json::Json;
use super::regions::Regions;
use super::stamps::{Stamp, in_address, stamp};
use super::tree::Tree;
use crate::separate::lines::key_of;
use crate::separate::page::{Look, Page};
use crate::separate::published;

/// A statement and how much it is trusted.
#[derive(Clone, Debug)]
struct Claim {
    stamp: Stamp,
    trust: i32,
    rule: String,
    text: String,
    why: &'static str,
}

/// Names of `<meta>` that state the time of publication, most trusted first.
const METAS: &[&str] = &[
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "article:published",
    "datepublished",
    "rnews:datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "bt:pubdate",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date.published",
    "dc.date.created",
    "dcterms.created",
    "dcterms.date",
    "dc.date",
    "citation_publication_date",
    "citation_date",
    "citation_online_date",
    "publication_date",
    "publication-date",
    "publicationdate",
    "publish_date",
    "publish-date",
    "publishdate",
    "publisheddate",
    "published_date",
    "published-date",
    "published_time",
    "published",
    "pubdate",
    "originalpublicationdate",
    "displaydate",
    "article_date_original",
    "article.published",
    "article.created",
    "og:pubdate",
    "mediator_published_time",
    "pdate",
    "ptime",
    "date.created",
    "datecreated",
    "datepublish",
    "created",
    "date",
];

/// Names of `<meta>` that state a later change. They count where nothing else is.
const CHANGES: &[&str] = &[
    "article:modified_time",
    "datemodified",
    "og:updated_time",
    "dcterms.modified",
    "dc.date.modified",
    "last-modified",
    "lastmod",
    "modified",
    "revision_date",
    "updated",
];

/// From this trust on a statement outranks what the page prints elsewhere.
const SURE: i32 = 5;

/// The publication date of a page.
pub(crate) fn find(
    tree: &Tree,
    head: &Head,
    blocks: &[Block],
    regions: &Regions,
    verdicts: &[Verdict],
    title: Option<usize>,
) -> Option<When> {
    if let Some(when) = edited(head, blocks) {
        return Some(when);
    }
    let mut claims = claims(tree, head, blocks, regions, title);
    let printed = printed(blocks, regions, verdicts, title);
    let page = printed_best(blocks, regions, verdicts, title);
    // Stable: of equal trust the first wins.
    claims.sort_by_key(|claim| -claim.trust);
    let best = claims.first().filter(|claim| claim.trust >= SURE || page.is_none());
    let Some(best) = best else { return page };
    let mut evidence = vec![Evidence::new(best.rule.clone(), best.text.clone(), best.why)];
    // A time with the outlet's own distance from Greenwich has the outlet's day.
    let local = claims.iter().any(|claim| {
        claim.trust >= SURE
            && claim.stamp.time.is_some()
            && !claim.stamp.universal
            && claim.stamp.day == best.stamp.day
    });
    let near = |day: Day| (day - best.stamp.day).abs() <= 1;
    let said: Vec<Day> = printed.iter().map(|row| row.0).collect();
    let (mut day, mut time) = (best.stamp.day, best.stamp.time);
    let same = said.contains(&day);
    let beside = printed.iter().find(|row| near(row.0));
    if let Some((other, text)) = beside
        && !same
        && !local
    {
        let why = "The page prints the day before or after the one it states: the printed one is the outlet's own.";
        evidence.insert(0, Evidence::new("printed-date/near-stated", text.clone(), why));
        (day, time) = (*other, None);
    } else if same {
        let text = beside.map(|row| row.1.clone()).unwrap_or_default();
        evidence.push(Evidence::new("printed-date/agrees", text, "The page prints the same day."));
    } else if best.stamp.universal
        && let Some(other) = claims.iter().find(|claim| {
            !claim.stamp.universal
                && claim.trust >= SURE
                && claim.stamp.day != day
                && near(claim.stamp.day)
        })
    {
        let why =
            "The stated time is Greenwich's; this statement has the day at the outlet's place.";
        evidence.insert(0, Evidence::new(other.rule.clone(), other.text.clone(), why));
        (day, time) = (other.stamp.day, None);
    }
    for other in claims.iter().skip(1).filter(|claim| claim.trust >= SURE).take(3) {
        let (rule, why) = if other.stamp.day == day {
            (other.rule.clone(), "The page states the same day here too.")
        } else {
            (format!("{}/passed-over", other.rule), "Another statement of the page, trusted less.")
        };
        evidence.push(Evidence::new(rule, other.text.clone(), why));
    }
    let mut when = When::on(day, Basis::Stated, evidence);
    if time.is_some() && !best.stamp.universal {
        (when.time, when.granularity) = (time, Granularity::Minute);
    }
    Some(when)
}

/// A wiki's page is as old as its last edit: what it states besides is the day
/// that somebody began it.
fn edited(head: &Head, blocks: &[Block]) -> Option<When> {
    let wiki = head.first(&["generator"]).is_some_and(|name| name.to_lowercase().contains("wiki"));
    let line = blocks.iter().rev().take(60).find_map(|block| {
        let at = block.text.find("last edited").or_else(|| block.text.find("last modified"))?;
        let stamp = stamp(&block.text[at..])?;
        (block.chars <= 200).then_some((stamp, block.text.clone()))
    });
    let (stamp, text) = line.filter(|_| wiki)?;
    let why = "The page is one of a wiki, which prints when it was last edited.";
    Some(When::on(
        stamp.day,
        Basis::Stated,
        vec![Evidence::new("printed-date/last-edited", text, why)],
    ))
}

/// All statements of the page.
fn claims(
    tree: &Tree,
    head: &Head,
    blocks: &[Block],
    regions: &Regions,
    title: Option<usize>,
) -> Vec<Claim> {
    let mut out = Vec::new();
    let mut claim = |trust: i32, rule: &str, text: &str, why: &'static str| {
        if let Some(stamp) = stamp(text) {
            out.push(Claim {
                stamp,
                trust,
                rule: rule.into(),
                text: text.chars().take(80).collect(),
                why,
            });
        }
    };
    for (index, object) in head.objects.iter().enumerate() {
        let article = index < head.articles;
        for (key, trust) in
            [("datePublished", 10), ("dateCreated", 6), ("uploadDate", 5), ("dateModified", 2)]
        {
            if let Some(text) = object.get(key).and_then(Json::text) {
                let why = if trust == 2 {
                    "The page's JSON-LD states when it was last changed."
                } else {
                    "The page's JSON-LD states when it was published."
                };
                claim(
                    trust - if article { 0 } else { 1 },
                    &format!("meta/json-ld-{key}"),
                    text,
                    why,
                );
            }
        }
    }
    for (order, name) in METAS.iter().enumerate() {
        for (name, text) in head.all(&[name]) {
            let trust = if order < 10 { 9 } else { 7 };
            claim(
                trust,
                &format!("meta/{name}"),
                text,
                "The page's meta data state when it was published.",
            );
        }
    }
    for (name, text) in head.all(CHANGES) {
        claim(
            2,
            &format!("meta/{name}"),
            text,
            "The page's meta data state when it was last changed.",
        );
    }
    elements(tree, regions, blocks, title, &mut claim);
    for address in &head.addresses {
        if let Some((day, text)) = in_address(address) {
            claim(6, "meta/address", &day.to_string(), "The page's address names the day.");
            let _ = text;
        }
    }
    out
}

/// `<time>` and elements marked as the date of publication.
fn elements(
    tree: &Tree,
    regions: &Regions,
    blocks: &[Block],
    title: Option<usize>,
    claim: &mut dyn FnMut(i32, &str, &str, &'static str),
) {
    /// So many are read; a page of hundreds is a list of stories.
    const MOST: usize = 60;
    let title = title.map(|index| blocks[index].at);
    let mut seen = 0;
    for (id, node) in tree.nodes.iter().enumerate() {
        if node.name.is_empty() || &*node.name == "meta" || seen >= MOST {
            continue;
        }
        let prop = tree.attribute(id, "itemprop").unwrap_or("");
        let timed = &*node.name == "time";
        let class = tree.attribute(id, "class").unwrap_or("").to_ascii_lowercase();
        let marked = prop.contains("datePublished") || tree.attribute(id, "pubdate").is_some();
        let classed = [
            "published",
            "entry-date",
            "post-date",
            "pubdate",
            "dtposted",
            "publish-date",
            "article-date",
            "date-published",
        ]
        .iter()
        .any(|word| class.contains(word));
        if !(timed || marked || classed) {
            continue;
        }
        let others = regions.cues[id].is_some_and(|cue| {
            matches!(
                cue.name,
                "html-comments"
                    | "html-related"
                    | "html-sidebar"
                    | "html-footer"
                    | "html-navigation"
            )
        });
        if others && !marked || regions.cues[id].is_some_and(|cue| cue.name == "html-comments") {
            continue;
        }
        seen += 1;
        let value =
            ["datetime", "content", "data-datetime", "data-timestamp", "data-time", "title"]
                .iter()
                .find_map(|key| tree.attribute(id, key).filter(|value| stamp(value).is_some()))
                .map_or_else(|| tree.text(id, 120), str::to_owned);
        let changed = prop.contains("dateModified")
            || class.contains("updated")
            || class.contains("modified");
        let published = class.contains("published");
        let close = title.is_some_and(|at| id.abs_diff(at) < 120);
        let trust = match (marked, classed, changed && !published) {
            (true, ..) => 8,
            (_, _, true) => 2,
            (_, true, _) => 6,
            _ => 4,
        } + i32::from(close && !changed) * 2;
        let rule = if marked {
            "meta/itemprop-datePublished"
        } else if timed {
            "meta/time-element"
        } else {
            "meta/date-element"
        };
        claim(trust, rule, &value, "An element of the page is marked as the time of publication.");
    }
}

/// Whether a line may print the article's date: it is the article's, stands in
/// no part that speaks of other stories, or stands close to the headline.
fn may_date(index: usize, block: &Block, regions: &Regions, title: Option<usize>) -> bool {
    /// Bars of buttons below a headline hold the date too.
    const CLOSE: usize = 8;
    let close = title.is_some_and(|title| (title..title + CLOSE).contains(&index));
    regions.cues[block.owner].is_none_or(|cue| match cue.name {
        "html-comments" | "html-related" => false,
        "html-sidebar" | "html-navigation" | "html-newsletter" | "html-consent" => close,
        _ => true,
    })
}

/// The lines that may print a date as a page of their own, with the headline's
/// line and the article's.
fn lines(
    blocks: &[Block],
    regions: &Regions,
    verdicts: &[Verdict],
    title: Option<usize>,
) -> (Page, Option<usize>, core::ops::Range<usize>) {
    let mut text = String::new();
    let (mut first, mut last) = (None, None);
    for (index, block) in blocks.iter().enumerate() {
        let body = verdicts[index] == Verdict::Body;
        if !(body || may_date(index, block, regions, title) || title == Some(index)) {
            continue;
        }
        if body {
            first.get_or_insert(index);
            last = Some(index);
        }
        text.push_str(&block.text.replace('\n', " "));
        text.push_str("\n\n");
    }
    let page = Page::read(&text);
    let place = |index: Option<usize>| {
        let key = key_of(&blocks[index?].text);
        page.lines.iter().position(|line| line.key == key)
    };
    let title = place(title);
    let start = place(first).unwrap_or(0);
    let end = last.map(|index| key_of(&blocks[index].text));
    let end = page
        .lines
        .iter()
        .rposition(|line| Some(&line.key) == end.as_ref())
        .map_or(page.lines.len(), |at| at + 1);
    let run = start..end.max(start);
    (page, title, run)
}

/// The date that the lines alone would give.
fn printed_best(
    blocks: &[Block],
    regions: &Regions,
    verdicts: &[Verdict],
    title: Option<usize>,
) -> Option<When> {
    let (page, title, run) = lines(blocks, regions, verdicts, title);
    published::find(&page, title, &run).map(|row| row.0)
}

/// The days that lines near the headline or the article print, nearest first.
fn printed(
    blocks: &[Block],
    regions: &Regions,
    verdicts: &[Verdict],
    title: Option<usize>,
) -> Vec<(Day, String)> {
    /// Between headline and article stand few lines.
    const REACH: usize = 14;
    let (page, title, run) = lines(blocks, regions, verdicts, title);
    let middle = title.unwrap_or(run.start);
    let mut near: Vec<usize> = (middle.saturating_sub(REACH)..run.start.max(middle) + 3)
        .chain(run.end..run.end + REACH)
        .filter(|&index| index < page.lines.len())
        // A day inside the article is one that it tells of.
        .filter(|index| !run.contains(index) || *index < run.start + 2)
        .collect();
    near.sort_by_key(|&index| index.abs_diff(middle));
    near.dedup();
    let mut out = Vec::new();
    for index in near {
        let Look::Date(dates) = &page.looks[index] else { continue };
        let text = &page.lines[index].text;
        for date in dates {
            let before = text[..date.start].to_lowercase();
            if ["updated", "modified", "edited", "©", "copyright"]
                .iter()
                .any(|word| before.contains(word))
            {
                continue;
            }
            let shown = text[date.start..date.end].to_owned();
            out.push((date.day, shown.clone()));
            out.extend(date.other.map(|day| (day, shown)));
        }
    }
    out
}
