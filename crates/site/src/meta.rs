//! What a page says to machines: JSON-LD, and what a preview shows.

use dateline_model::{Article, EntityIndex, EntityKind, Event, Status, Withheld};
use serde_json::{Value, json};

use crate::html::shorten;
use crate::site::Site;

/// Search engines cut headlines here.
const HEADLINE: usize = 110;

/// So many names are given; a reader's machine does not want thousands.
const NAMED: usize = 40;

/// JSON for a data block: no sequence in it ends the block or opens a comment.
pub(crate) fn data_block(value: &Value) -> String {
    let mut out = String::from("<script type=\"application/ld+json\">");
    for c in value.to_string().chars() {
        match c {
            '<' => out.push_str("\\u003c"),
            '>' => out.push_str("\\u003e"),
            '&' => out.push_str("\\u0026"),
            '\u{2028}' => out.push_str("\\u2028"),
            '\u{2029}' => out.push_str("\\u2029"),
            // Inside JSON these stand in texts only, so an escape is the same text.
            c if u32::from(c) & 0xfffe == 0xfffe || ('\u{7f}'..='\u{9f}').contains(&c) => {
                out.push_str("\\ufffd");
            }
            c => out.push(c),
        }
    }
    out.push_str("</script>\n");
    out
}

/// An article as schema.org describes one.
pub(crate) fn article(site: &Site<'_>, at: usize) -> Value {
    let article = &site.corpus.articles[at];
    let mut named: Vec<EntityIndex> = article.mentions.iter().map(|it| it.entity).collect();
    named.sort_unstable();
    named.dedup();
    let mut value = json!({
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": shorten(&article.title, HEADLINE),
        "inLanguage": article.language,
        "about": about(site, &named),
        "isAccessibleForFree": article.withheld == Withheld::Nothing,
        "subjectOf": site.told[at].iter().take(NAMED).map(|event| {
            event_name(&site.corpus.events[*event])
        }).collect::<Vec<_>>(),
    });
    let mut set = |key: &str, given: Option<Value>| {
        if let Some(given) = given {
            value[key] = given;
        }
    };
    set("datePublished", published(article).map(Value::from));
    set("author", article.author.as_deref().map(|name| thing("Person", name)));
    let publisher = article.outlet.as_deref();
    set("publisher", publisher.map(|name| thing("Organization", name)));
    let source = article.agency.as_deref();
    set("sourceOrganization", source.map(|name| thing("Organization", name)));
    set("articleSection", article.section.as_deref().map(Value::from));
    set("keywords", (!article.tags.is_empty()).then(|| json!(article.tags)));
    set("description", description(article).map(Value::from));
    set("isBasedOn", original(article).map(Value::from));
    set("url", site.full(&site.names.articles[at]).map(Value::from));
    set("image", site.full("timeline.png").map(Value::from));
    value
}

/// An event as schema.org describes one.
pub(crate) fn event(site: &Site<'_>, at: usize) -> Value {
    let event = &site.corpus.events[at];
    let status = match event.status {
        Status::CalledOff => "https://schema.org/EventCancelled",
        _ => "https://schema.org/EventScheduled",
    };
    let mut articles: Vec<usize> = event.tellings.iter().map(|it| it.article as usize).collect();
    articles.dedup();
    let tellers: Vec<Value> = articles
        .iter()
        .take(NAMED)
        .filter_map(|at| {
            let article = site.corpus.articles.get(*at)?;
            let mut told = json!({
                "@type": "NewsArticle",
                "headline": shorten(&article.title, HEADLINE),
            });
            if let Some(url) = site.full(&site.names.articles[*at]) {
                told["url"] = url.into();
            }
            if let Some(name) = article.outlet.as_deref() {
                told["publisher"] = thing("Organization", name);
            }
            Some(told)
        })
        .collect();
    let places: Vec<EntityIndex> = of_kind(site, event, |kind| kind == EntityKind::Place);
    let others: Vec<EntityIndex> = of_kind(site, event, |kind| kind != EntityKind::Place);
    let mut value = json!({
        "@context": "https://schema.org",
        "@type": "Event",
        "name": shorten(&event.title, HEADLINE),
        "startDate": event.days.start.iso(event.granularity),
        "endDate": event.days.end.iso(event.granularity),
        "eventStatus": status,
        "about": about(site, &others),
        "location": about(site, &places),
        "subjectOf": tellers,
    });
    if let Some(url) = site.full(&site.names.events[at]) {
        value["url"] = url.into();
    }
    if let Some(url) = site.full("timeline.png") {
        value["image"] = url.into();
    }
    value
}

/// `2025-05-28T19:20`, as fine as it is known.
pub(crate) fn published(article: &Article) -> Option<String> {
    let date = article.published.date?;
    Some(match article.published.time {
        Some(time) => format!("{date}T{time}"),
        None => date.to_string(),
    })
}

/// The address of the original, where it is one that leads to a page.
pub(crate) fn original(article: &Article) -> Option<&str> {
    let leads = |url: &&str| url.starts_with("https://") || url.starts_with("http://");
    article.url.as_deref().filter(leads)
}

/// What a search result or a preview says of an article: its summary, or its first words.
pub(crate) fn description(article: &Article) -> Option<String> {
    let first = article.paragraphs().map(|(_, words)| words).find(|words| !words.is_empty());
    let words = article.standfirst.as_deref().or(first)?;
    (article.withheld != Withheld::All).then(|| shorten(&words.replace('\n', " "), 200))
}

fn of_kind(site: &Site<'_>, event: &Event, fits: impl Fn(EntityKind) -> bool) -> Vec<EntityIndex> {
    let kind = |index: &EntityIndex| site.corpus.entities.get(*index as usize).map(|it| it.kind);
    event.entities.iter().copied().filter(|index| kind(index).is_some_and(&fits)).collect()
}

fn about(site: &Site<'_>, named: &[EntityIndex]) -> Vec<Value> {
    let entities = named.iter().filter_map(|index| site.corpus.entities.get(*index as usize));
    let described = entities.take(NAMED).map(|entity| {
        let kind = match entity.kind {
            EntityKind::Person => "Person",
            EntityKind::Place => "Place",
            EntityKind::Organisation => "Organization",
        };
        thing(kind, &entity.name)
    });
    described.collect()
}

fn event_name(event: &Event) -> Value {
    json!({ "@type": "Event", "name": shorten(&event.title, HEADLINE), "startDate": event.days.start.iso(event.granularity) })
}

fn thing(kind: &str, name: &str) -> Value {
    json!({ "@type": kind, "name": name })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_ends_a_data_block() {
        let text = "</script><!--<script>\u{2028}]]>&amp;\u{9c}";
        let block = data_block(&json!({ "headline": text }));
        let inside = block.strip_prefix("<script type=\"application/ld+json\">").unwrap();
        let inside = inside.strip_suffix("</script>\n").unwrap();
        assert!(!inside.contains(['<', '>', '&', '\u{2028}', '\u{9c}']), "{inside}");
        let read: Value = serde_json::from_str(inside).expect("JSON");
        assert_eq!(read["headline"], text.replace('\u{9c}', "\u{fffd}"));
    }
}
