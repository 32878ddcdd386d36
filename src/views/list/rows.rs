//! One row of the list: a link with an event or an article in words. Rows listen to nothing; the list
//! does, so that a row costs no more than its elements.

use dateline_model::{ArticleIndex, EventIndex, Span};
use dateline_words as words;
use leptos::prelude::*;
use web_sys::Element;

use super::super::parts;
use crate::dom::{El, el};
use crate::later::later;
use crate::state::{State, Store, address};

/// What a list's rows are.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Events.
    Event,
    /// Articles.
    Article,
}

/// The addresses of rows: the present one, with what is open exchanged.
pub struct Addresses {
    store: Store,
    base: String,
}

impl Addresses {
    /// Addresses from what is shown now.
    pub fn new(store: Store) -> Self {
        let state = store.state.get_untracked();
        let closed = State { event: None, article: None, ..state };
        Self { store, base: address::format(&closed, &store.library.parts) }
    }

    /// What they belong to.
    pub fn store(&self) -> Store {
        self.store
    }

    /// Where an event or an article is open.
    pub fn of(&self, kind: Kind, index: u32) -> String {
        let (event, article) = match kind {
            Kind::Event => (Some(index), None),
            Kind::Article => (None, Some(index)),
        };
        let alone = State { event, article, ..State::default() };
        let alone = address::format(&alone, &self.store.library.parts);
        match self.base.len() {
            // `#/`
            2 => alone,
            _ => [&self.base, "&", &alone[3..]].concat(),
        }
    }
}

/// A link that opens an event or an article whose head is here; what it says comes with `class`.
pub fn link(class: &str, kind: Kind, index: u32, addresses: &Addresses) -> El {
    let store = addresses.store;
    let parts = &store.library.parts;
    let (hook, id) = match kind {
        Kind::Event => ("data-event", parts.event_head(index).map(|it| it.id.clone())),
        Kind::Article => ("data-article", parts.article_head(index).map(|it| it.id.clone())),
    };
    let open = store.state.with_untracked(|state| match kind {
        Kind::Event => state.event == Some(index),
        Kind::Article => state.article == Some(index),
    });
    el("a", class)
        .attr("href", &addresses.of(kind, index))
        // Else a drag over its words would carry it away instead of selecting them.
        .attr("draggable", "false")
        .attr(hook, &id.unwrap_or_default())
        .attr("aria-current", if open { "true" } else { "false" })
}

/// The class of a row whose title is on its way: it is made again when that is here.
pub const COMING: &str = "coming";

/// A title that is on its way.
fn on_its_way() -> El {
    el("span", "title")
        .child(el("span", "unseen").text("The title is on its way"))
        .child(el("span", "").attr("aria-hidden", "true").text("\u{2026}"))
}

/// An event's row; `dated` where the heading does not say its date.
pub fn event(store: Store, index: EventIndex, dated: bool, addresses: &Addresses) -> El {
    let Some(event) = untrack(|| store.library.event_head(index)) else {
        let event = &store.corpus.events[index as usize];
        // No link yet, since the address is not known.
        return el("span", &["row ", COMING].concat())
            .child(parts::event_mark(event))
            .child(on_its_way())
            .child(el("span", "meta").text(&words::tellers(event, store.corpus).told_by()));
    };
    let line = words::event_line(&event, store.corpus);
    let line = match dated {
        true => [&words::days(event.days, event.granularity), " \u{b7} ", &line].concat(),
        false => line,
    };
    link("row", Kind::Event, index, addresses)
        .child(parts::event_mark(&event))
        .child(parts::event_title(store, &event))
        .text(" ")
        .child(el("span", "meta").text(&line))
}

/// An article's row.
pub fn article(store: Store, index: ArticleIndex, addresses: &Addresses) -> El {
    let Some(article) = untrack(|| store.library.article_head(index)) else {
        let by = words::by(&store.corpus.articles[index as usize]);
        return el("span", &["row article ", COMING].concat())
            .maybe(kicker(&by))
            .child(on_its_way());
    };
    let language = Some(article.language.as_str());
    let q = store.selection.with_untracked(|it| it.q.clone());
    let title = parts::sourced("span", "title", language)
        .children(parts::marked(&article.title, &parts::hits(store, &q, &article.title)));
    let when = match article.published.time {
        Some(time) => [&time.to_string(), ", ", &words::basis_of_date(&article.published)].concat(),
        None => words::basis_of_date(&article.published),
    };
    let quoted = if q.is_empty() { Some(None) } else { quote(store, index, &q).flatten() };
    let class = if quoted.is_none() { UNQUOTED_ROW } else { "row article" };
    link(class, Kind::Article, index, addresses)
        .maybe(kicker(&words::by(&article)))
        .text(" ")
        .child(title)
        .text(" ")
        .child(el("span", "meta").text(&when))
        .maybe(quoted.flatten())
}

fn kicker(by: &str) -> Option<El> {
    (!by.is_empty()).then(|| el("span", "kicker").attr("dir", "auto").text(by))
}

/// The class of an article's row that has yet to quote its text.
pub const UNQUOTED: &str = "unquoted";
const UNQUOTED_ROW: &str = "row article unquoted";

later! {
    /// Where an article's text has the words searched for. `None` while it is not here.
    "c" quote(store: Store, index: ArticleIndex, q: &str) -> Option<Option<El>> = quote_here;
}

fn quote_here(store: Store, index: ArticleIndex, q: &str) -> Option<Option<El>> {
    let article = store.library.article_in_passing(index)?;
    let hits = parts::hits(store, q, &article.body);
    Some(excerpt(&article.body, &hits).map(|(words, hits)| {
        parts::sourced("span", "excerpt", Some(&article.language))
            .text("\u{2026}")
            .children(parts::marked(words, &hits))
            .text("\u{2026}")
    }))
}

/// Quotes in a row that is there what has come since, and says whether it has.
pub fn quote_in(row: &Element, store: Store, index: ArticleIndex) -> bool {
    let q = store.selection.with_untracked(|it| it.q.clone());
    let Some(quoted) = untrack(|| quote(store, index, &q)).flatten() else { return false };
    let _ = row.class_list().remove_1(UNQUOTED);
    quoted.is_some_and(|quoted| row.append_child(quoted.element()).is_ok())
}

/// The words around the first hit in a body, and the hits in them.
fn excerpt<'t>(body: &'t str, hits: &[Span]) -> Option<(&'t str, Vec<Span>)> {
    let first = hits.first()?.range();
    let line = body[..first.start].rfind('\n').map_or(0, |at| at + 1);
    let end = body[first.end..].find('\n').map_or(body.len(), |at| first.end + at);
    let words = |at: &(usize, char)| at.1 == ' ';
    // About a line of the list: a few words before, more after.
    let start = body[line..first.start].char_indices().rev().filter(words).nth(6);
    let start = start.map_or(line, |(at, _)| line + at + 1);
    let stop = body[first.end..end].char_indices().filter(words).nth(10);
    let stop = stop.map_or(end, |(at, _)| first.end + at);
    let inside = hits
        .iter()
        .filter(|hit| start <= hit.start as usize && hit.end as usize <= stop)
        .map(|hit| Span::new(hit.start as usize - start, hit.end as usize - start));
    Some((&body[start..stop], inside.collect()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(body: &str, word: &str, expected: &str) {
        let hits: Vec<Span> =
            body.match_indices(word).map(|(at, it)| Span::new(at, at + it.len())).collect();
        let (text, inside) = excerpt(body, &hits).unwrap();
        assert_eq!(text, expected);
        assert!(inside.iter().all(|hit| hit.of(text) == word), "{inside:?} in {text}");
    }

    #[test]
    fn an_excerpt_is_the_words_around_the_first_hit() {
        let body = "one two three four five six seven eight toll nine ten eleven twelve \
                    thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty";
        let expected = "three four five six seven eight toll nine ten eleven twelve \
                        thirteen fourteen fifteen sixteen seventeen eighteen";
        check(body, "toll", expected);
    }

    #[test]
    fn an_excerpt_stays_in_its_paragraph() {
        check("one\n\nthe toll rose\n\nthree", "toll", "the toll rose");
        check("toll", "toll", "toll");
        assert_eq!(excerpt("nothing", &[]), None);
    }
}
