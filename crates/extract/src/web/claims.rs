//! Gathers what a page states of its date: in its head, in marked elements and
//! in its address.

use super::blocks::Block;
use super::cues::Dates;
use super::head::Head;
use super::json::Json;
use super::regions::Regions;
use super::stamps::stamp;
use super::state;
use crate::facts::moment::{Moment, in_address};
use crate::markup::node::Id;
use crate::markup::tree::Tree;

/// A statement and how much it is trusted.
#[derive(Clone, Debug)]
pub(crate) struct Claim {
    pub kind: Kind,
    pub stamp: Moment,
    pub trust: i32,
    pub rule: String,
    pub text: String,
    /// The rule that says why.
    pub reason: &'static str,
    /// The element, where one states it.
    pub at: Option<Id>,
}

/// What states a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// JSON-LD of the article, then of the page around it.
    Article,
    Page,
    /// JSON-LD: when something was made or uploaded, and when it was changed.
    Made,
    Changed,
    /// `<meta>`: the usual names for publication, the others, and those of a change.
    Meta,
    OtherMeta,
    ChangedMeta,
    /// An element marked as the day of publication, `<time>`, one of such a class, and one of a change.
    Marked,
    Time,
    Classed,
    ChangedElement,
    /// An element beside the headline in a part that speaks of other things.
    Aside,
    /// The state of scripts: of the object with the headline, and where all are of one day.
    Own,
    Script,
    Address,
}

/// How many kinds there are.
pub(crate) const KINDS: usize = Kind::Address as usize + 1;

/// So many of the names below, from the first, are usual.
const USUAL: usize = 10;

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

/// All statements of the page.
pub(crate) fn claims(
    tree: &Tree,
    head: &Head,
    blocks: &[Block],
    regions: &Regions,
    title: Option<usize>,
) -> Vec<Claim> {
    let mut out = Vec::new();
    let mut claim =
        |kind: Kind, trust: i32, rule: &str, text: &str, reason: &'static str, at: Option<Id>| {
            if let Some(stamp) = stamp(text) {
                let (rule, text) = (rule.into(), text.chars().take(80).collect());
                out.push(Claim { kind, stamp, trust, rule, text, reason, at });
            }
        };
    for (index, object) in head.objects.iter().enumerate() {
        let article = index < head.articles;
        let published = if article { Kind::Article } else { Kind::Page };
        for (key, kind, trust) in [
            ("datePublished", published, 10),
            ("dateCreated", Kind::Made, 6),
            ("uploadDate", Kind::Made, 5),
            ("dateModified", Kind::Changed, 2),
        ] {
            if let Some(text) = object.get(key).and_then(Json::text) {
                let reason = match kind {
                    Kind::Changed => "meta/json-ld/changed",
                    _ => "meta/json-ld/published",
                };
                let trust = trust - if article { 0 } else { 1 };
                claim(kind, trust, &format!("meta/json-ld-{key}"), text, reason, None);
            }
        }
    }
    for (order, name) in METAS.iter().enumerate() {
        for (name, text) in head.all(&[name]) {
            let (kind, trust) = if order < USUAL { (Kind::Meta, 9) } else { (Kind::OtherMeta, 7) };
            claim(kind, trust, &format!("meta/{name}"), text, "meta/published", None);
        }
    }
    // Sites make up names of their own for it.
    let known = |name: &str| METAS.contains(&name) || CHANGES.contains(&name);
    for (name, text) in &head.metas {
        let dated = ["time", "date", "_at", "_on"].iter().any(|word| name.contains(word));
        if !known(name) && (name.contains("publish") && dated || name.contains("pubdate")) {
            claim(Kind::OtherMeta, 7, &format!("meta/{name}"), text, "meta/published", None);
        }
    }
    for (name, text) in head.all(CHANGES) {
        claim(Kind::ChangedMeta, 2, &format!("meta/{name}"), text, "meta/changed", None);
    }
    elements(tree, regions, blocks, title, &mut claim);
    let headline = title.map(|index| blocks[index].text.as_str());
    if let Some((key, text, own)) = state::published(tree, head, headline) {
        let (kind, trust) = if own { (Kind::Own, 6) } else { (Kind::Script, 5) };
        claim(kind, trust, &format!("meta/script-{key}"), &text, "meta/script", None);
    }
    for address in &head.addresses {
        if let Some((day, text)) = in_address(address) {
            out.push(Claim {
                kind: Kind::Address,
                stamp: Moment { day, other: None, clock: None, utc: false },
                trust: 6,
                rule: "meta/address".into(),
                text: text.into(),
                reason: "meta/address",
                at: None,
            });
        }
    }
    out
}

/// Whether a node stands in what the article quotes: a post has a day of its own.
pub(crate) fn quoted(tree: &Tree, id: Id) -> bool {
    let mut around = core::iter::once(id).chain(tree.ancestors(id));
    around.any(|above| &*tree.nodes[above].name == "blockquote")
}

/// Takes a statement: its kind, trust, rule, text, reason and element.
type Claims<'c> = dyn FnMut(Kind, i32, &str, &str, &'static str, Option<Id>) + 'c;

/// `<time>` and elements marked as the date of publication.
fn elements(
    tree: &Tree,
    regions: &Regions,
    blocks: &[Block],
    title: Option<usize>,
    claim: &mut Claims<'_>,
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
            "timestamp",
            "posted-on",
            "publication-date",
            "article__date",
            "post-time",
            "date-time",
        ]
        .iter()
        .any(|word| class.contains(word));
        if !(timed || marked || classed) {
            continue;
        }
        if quoted(tree, id) {
            seen += 1;
            continue;
        }
        let close = title.is_some_and(|at| id.abs_diff(at) < 120);
        let others = regions.cues[id].is_some_and(|cue| cue.of_others) && !marked;
        let near = close && regions.cues[id].is_some_and(|cue| cue.dates == Dates::Close);
        if others && !near || regions.cues[id].is_some_and(|cue| cue.of_readers) {
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
        let (kind, trust) = match (marked, classed, changed && !published) {
            _ if others => (Kind::Aside, 0),
            (true, ..) => (Kind::Marked, 8),
            (_, _, true) => (Kind::ChangedElement, 2),
            (_, true, _) => (Kind::Classed, 6),
            _ => (Kind::Time, 4),
        };
        let trust = trust + i32::from(close && !changed) * 2;
        let rule = if marked {
            "meta/itemprop-datePublished"
        } else if timed {
            "meta/time-element"
        } else {
            "meta/date-element"
        };
        claim(kind, trust, rule, &value, "meta/element", Some(id));
    }
}
