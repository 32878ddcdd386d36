//! Takes out of a finished corpus what may not be republished.
//!
//! Facts stay: title, outlet, dates, who is named, which events are told. The
//! outlet's own words go: the body or its rest, captions, furniture, the
//! summary, and every label or reason that was cut from them. What is shown,
//! searched, indexed and exported is made from what comes out of here.

mod ngrams;
mod scrub;

use std::collections::BTreeSet;

use dateline_lang::Language;
use dateline_model::{Article, Corpus, EntityIndex, Event, Mention, Span, Telling, Withheld};
use dateline_words::withheld_title;

use crate::events::{self, Teller};
use crate::languages;
use crate::nearest::nearest;
use crate::overlay::{Body, Overlay, Publish};
use crate::unmatched::Unmatched;

/// An excerpt has at most this many characters, at most half of the body, and
/// ends with a sentence where one ends before that.
pub const EXCERPT: usize = 300;

/// Longer titles of withheld articles are cut: a headline is a fact, a
/// paragraph that was taken for one is text.
const TITLE: usize = 200;

/// So many names and outlets stand in for a title that may not be shown.
const NAMED: usize = 3;

/// The corpus as it may be published.
///
/// ```
/// use dateline_ingest::{overlay::{Body, Publish}, publish};
/// let corpus = dateline_model::Corpus::default();
/// let rules = Publish { body: Body::None, ..Publish::default() };
/// assert!(publish::apply(corpus, &rules).articles.is_empty());
/// ```
pub fn apply(mut corpus: Corpus, rules: &Publish) -> Corpus {
    let allowed: Vec<Body> = corpus.articles.iter().map(|article| of(rules, article)).collect();
    if allowed.iter().all(|body| *body == Body::Full) {
        return corpus;
    }
    let languages: Vec<&Language> = languages::of(
        corpus.articles.iter().map(|article| (article.language.as_str(), article.body.as_str())),
    );
    let mut before: Vec<Option<Article>> = Vec::with_capacity(allowed.len());
    for ((article, language), body) in corpus.articles.iter_mut().zip(&languages).zip(allowed) {
        before.push((body != Body::Full).then(|| article.clone()));
        match body {
            Body::Full => {}
            Body::Excerpt => {
                withhold(article, excerpt_end(language, &article.body), Withheld::Rest)
            }
            Body::None => withhold(article, 0, Withheld::All),
        }
    }
    events(&mut corpus, &languages);
    scrub::scrub(&mut corpus, &before);
    corpus
}

/// The rules that fit no article. Each may be a slip, and what it should hold back
/// would be published: whatever publishes stops at one.
///
/// Where there are no articles nothing is published, and rules may wait for the first.
pub fn unmatched(corpus: &Corpus, overlay: &Overlay) -> Vec<Unmatched> {
    let (articles, rules) = (&corpus.articles, &overlay.publish);
    if articles.is_empty() {
        return Vec::new();
    }
    let known: BTreeSet<&str> = articles.iter().flat_map(names).collect();
    let mut out = Vec::new();
    for (name, _) in &rules.outlets {
        if known.iter().any(|known| same(known, name)) {
            continue;
        }
        let shown = overlay.outlets.iter().find(|(found, _)| same(found, name));
        let meant = match shown {
            Some((_, shown)) if known.contains(shown.as_str()) => Some(shown.as_str()),
            _ => nearest(name, known.iter().copied()),
        };
        out.push(Unmatched::new("publish.outlets", name, match meant {
            Some(meant) => format!("is the outlet, agency or carrier of no article; {meant:?} was expected, or another name as the page shows it"),
            None => "is the outlet, agency or carrier of no article; a name as the page shows it was expected".into(),
        }));
    }
    let ids: BTreeSet<&str> = articles.iter().map(|article| article.id.as_str()).collect();
    // What is left out altogether is held back too.
    let out_of_it = |id: &str| overlay.articles.iter().any(|row| row.leave_out && row.id == *id);
    let missing = |id: &str| !ids.contains(id) && !out_of_it(id);
    for (id, _) in rules.articles.iter().filter(|(id, _)| missing(id)) {
        out.push(Unmatched::new("publish.articles", id, match nearest(id, ids.iter().copied()) {
            Some(meant) => format!("names no article of the folder; {meant:?} was expected, or another id as `dateline check` lists them"),
            None => "names no article of the folder; an id as `dateline check` lists them was expected".into(),
        }));
    }
    out
}

/// Under which an article may be published or withheld.
fn names(article: &Article) -> impl Iterator<Item = &str> {
    [&article.outlet, &article.agency, &article.via].into_iter().flatten().map(String::as_str)
}

/// What the editor allows for one article.
fn of(rules: &Publish, article: &Article) -> Body {
    if let Some((_, body)) = rules.articles.iter().find(|(id, _)| *id == article.id) {
        return *body;
    }
    let by_name =
        rules.outlets.iter().filter(|(name, _)| names(article).any(|known| same(known, name)));
    by_name.map(|(_, body)| *body).max().unwrap_or(rules.body)
}

fn same(one: &str, other: &str) -> bool {
    one.trim().to_lowercase() == other.trim().to_lowercase()
}

/// Where an excerpt ends.
fn excerpt_end(language: &Language, body: &str) -> usize {
    let most = EXCERPT.min(body.chars().count() / 2);
    let limit = body.char_indices().nth(most).map_or(body.len(), |(at, _)| at);
    let ends = (language.sentences)(body).into_iter().map(|sentence| sentence.end as usize);
    let last = ends.take_while(|end| *end <= limit).last();
    last.unwrap_or_else(|| {
        let words = body[..limit].rfind(char::is_whitespace).unwrap_or(limit);
        body[..words].trim_end().len()
    })
}

/// Leaves the first `keep` bytes of the body and what lies in them.
fn withhold(article: &mut Article, keep: usize, withheld: Withheld) {
    let inside = |span: Span| span.end as usize <= keep;
    article.body.truncate(keep);
    article.body.shrink_to_fit();
    article.timexes.retain(|timex| inside(timex.span));
    article.quotes.retain(|quote| inside(quote.span));
    let (kept, gone): (Vec<Mention>, Vec<Mention>) =
        article.mentions.iter().partition(|mention| inside(mention.span));
    let known: BTreeSet<EntityIndex> = kept.iter().map(|mention| mention.entity).collect();
    let named: BTreeSet<EntityIndex> = gone.iter().map(|mention| mention.entity).collect();
    // Whom the rest names is a fact; where it does is not there any more.
    article.mentions = named
        .difference(&known)
        .map(|entity| Mention { span: Span::new(0, 0), entity: *entity })
        .chain(kept)
        .collect();
    article.captions.clear();
    article.furniture.clear();
    if withheld == Withheld::All {
        article.standfirst = None;
    }
    if let Some((end, _)) = article.title.char_indices().nth(TITLE) {
        let end = article.title[..end].rfind(char::is_whitespace).unwrap_or(end);
        article.title.truncate(end);
        article.title.push('\u{2026}');
    }
    article.withheld = withheld;
}

/// Tellings that are withheld point nowhere, and no label is cut from them.
fn events(corpus: &mut Corpus, languages: &[&'static Language]) {
    let mut ids: BTreeSet<String> = BTreeSet::new();
    let mut renamed = Vec::new();
    let headlines = events::headlines(&corpus.articles);
    let mut all = core::mem::take(&mut corpus.events);
    for (at, event) in all.iter_mut().enumerate() {
        // The editor's own words were cut from no text.
        if empty(&corpus.articles, event) && dateline_words::worded(event).is_none() {
            let shown = event.tellings.iter().filter(|telling| !is_withheld(telling));
            let tellers: Vec<Teller<'_>> = shown
                .map(|telling| {
                    let at = telling.article as usize;
                    Teller::alone(&corpus.articles[at], languages[at], *telling, headlines[at])
                })
                .collect();
            let title = events::label(event.status, &tellers);
            if title.is_empty() {
                let (names, outlets) = named_and_tellers(corpus, event);
                let who = dateline_words::named_and_tellers(&names, &outlets);
                event.id = events::id(event.days, event.granularity, &who);
                event.title = withheld_title(event.days, event.granularity, &names, &outlets);
                renamed.push(at);
                continue;
            }
            if title != event.title {
                event.id = events::id(event.days, event.granularity, &title);
                event.title = title;
                renamed.push(at);
                continue;
            }
        }
        ids.insert(event.id.clone());
    }
    for at in renamed {
        let id = all[at].id.clone();
        let mut count = 1;
        while !ids.insert(all[at].id.clone()) {
            count += 1;
            all[at].id = format!("{id}-{count}");
        }
    }
    corpus.events = sorted(all);
}

/// Events in their order, which other ids may change. Links follow.
fn sorted(events: Vec<Event>) -> Vec<Event> {
    let mut rows: Vec<(usize, Event)> = events.into_iter().enumerate().collect();
    let order = |event: &Event| (event.days.start, event.granularity);
    rows.sort_by(|(_, a), (_, b)| order(a).cmp(&order(b)).then_with(|| a.id.cmp(&b.id)));
    let mut places = vec![0; rows.len()];
    for (place, (before, _)) in rows.iter().enumerate() {
        places[*before] = place as u32;
    }
    let link = |mut event: Event| {
        for link in &mut event.links {
            link.event = places[link.event as usize];
        }
        event
    };
    rows.into_iter().map(|(_, event)| link(event)).collect()
}

/// Whether a telling's sentence is not in the corpus.
pub fn is_withheld(telling: &Telling) -> bool {
    telling.span.start == telling.span.end
}

/// Empties the tellings whose sentence is not all there; whether there was one.
fn empty(articles: &[Article], event: &mut Event) -> bool {
    let mut any = false;
    let ties = event.links.iter_mut().map(|link| &mut link.telling);
    for telling in event.tellings.iter_mut().chain(ties) {
        let article = &articles[telling.article as usize];
        let gone = telling.span.end as usize > article.body.len();
        if article.withheld != Withheld::Nothing && gone {
            (telling.span, telling.timex) = (Span::new(0, 0), None);
            any = true;
        }
    }
    event.clock = event.clock_told(articles);
    // An article that told it in two sentences says one time that both are withheld.
    let mut seen = BTreeSet::new();
    event.tellings.retain(|telling| !is_withheld(telling) || seen.insert(telling.article));
    any
}

/// Whom an event names and which outlets tell it, the first few of each.
fn named_and_tellers<'c>(corpus: &'c Corpus, event: &Event) -> (Vec<&'c str>, Vec<&'c str>) {
    let names = event.entities.iter().filter_map(|entity| corpus.entities.get(*entity as usize));
    let names: Vec<&str> = names.take(NAMED).map(|entity| entity.name.as_str()).collect();
    let mut outlets: Vec<&str> = Vec::new();
    for telling in &event.tellings {
        let outlet = corpus.articles[telling.article as usize].outlet.as_deref();
        outlets.extend(outlet.filter(|name| !outlets.contains(name)));
    }
    outlets.truncate(NAMED);
    (names, outlets)
}

#[cfg(test)]
mod tests;
