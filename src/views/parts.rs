//! The few shapes that the page is made of.

use dateline_model::{
    Article, ArticleIndex, Basis, EntityIndex, EntityKind, Event, EventIndex, Evidence, Span,
    Status, Withheld,
};
use dateline_query::Engine;
use dateline_words as words;
use leptos::prelude::*;

use crate::dom::{El, button, el, link, text};
use crate::later::later;
use crate::state::{Command, State, Store, address, apply};

/// A section that opens in place. What is in it is made when it is first opened.
pub fn folded(summary: &str, content: impl Fn() -> El + 'static) -> El {
    fold(summary, Box::new(content))
}

fn fold(summary: &str, content: Box<dyn Fn() -> El>) -> El {
    let opened = RwSignal::new(false);
    el("details", "fold")
        .on("toggle", move |_| opened.set(true))
        .child(el("summary", "").text(summary))
        .child(
            el("div", "").live_children(move || opened.get().then(&content).into_iter().collect()),
        )
}

/// A button that asks why, and the place where the answer opens.
pub fn asking(class: &str, question: &str, answer: impl Fn() -> Vec<El> + 'static) -> (El, El) {
    let open = RwSignal::new(false);
    let ask = button(class, question, move || open.update(|open| *open = !*open))
        .truth("aria-expanded", move || open.get());
    let place = el("div", "").live_children(move || if open.get() { answer() } else { Vec::new() });
    (ask, place)
}

/// The reasons for a date or a merger, each with the words that were seen.
pub fn evidence(lead: &str, reasons: &[Evidence]) -> El {
    let reasons = reasons
        .iter()
        .map(|reason| {
            let seen = (!reason.text.is_empty()).then(|| {
                el("span", "seen").attr("dir", "auto").text(&words::quoted(&reason.text)).text(" ")
            });
            let rule = el("small", "").text(&reason.rule);
            el("li", "").maybe(seen).text(&reason.why).text(" ").child(rule)
        })
        .collect();
    el("div", "why").child(el("b", "").text(lead)).child(el("ul", "").children(reasons))
}

/// Text of a source: in its language and direction.
pub fn sourced(tag: &str, class: &str, language: Option<&str>) -> El {
    let made = el(tag, class).attr("dir", "auto");
    match language {
        Some(language) => made.attr("lang", language),
        None => made,
    }
}

/// A link to what a command shows by itself. A plain click does the command here, to what is shown now.
pub fn leading(class: &str, label: &str, store: Store, command: Command) -> El {
    let href = alone(store, command.clone());
    link(class, label, &href, move || store.send(command.clone()))
}

/// A name that is a link: alone it leads to what names it, clicked here it is one choice more.
pub fn named(store: Store, index: EntityIndex) -> Option<El> {
    let entity = store.library.entities().get(index as usize)?;
    let chosen = move || store.selection.with(|it| it.with.contains(&index));
    let class = coloured("chip", entity.kind);
    let name = leading(&class, &entity.name, store, Command::Include(index));
    Some(name.attr("dir", "auto").live("aria-current", move || chosen().then(|| "true".to_owned())))
}

/// The address of what a command shows by itself.
fn alone(store: Store, command: Command) -> String {
    let state = apply(&State::default(), command, &store.library.parts);
    let hash = address::format(&state, &store.library.parts);
    // Inside somebody else's page a hash alone would lead into that page.
    match store.mount.host.document() {
        Some(_) => hash,
        None => [&page(store), &*hash].concat(),
    }
}

/// The explorer's own address, without what it shows and how it looks.
fn page(store: Store) -> String {
    let mut page = store.mount.host.location().href().unwrap_or_default();
    page.truncate(page.find(['?', '#']).unwrap_or(page.len()));
    page
}

/// Says of an element whose words it holds, for `src/page/quote.mjs`: who copies them, takes that with them.
fn quotable(made: El, store: Store, source: &str, command: Command) -> El {
    let state = apply(&State::default(), command, &store.library.parts);
    let link = [&page(store), &*address::format(&state, &store.library.parts)].concat();
    made.attr("data-source", source).attr("data-link", &link)
}

/// Says of an element that its words are this article's.
pub fn of_article(made: El, store: Store, index: ArticleIndex) -> El {
    let Some(article) = store.library.parts.article_head(index) else { return made };
    let mut source = words::quoted(&article.title);
    if let Some(outlet) = &article.outlet {
        source = [&words::isolated(outlet), ", ", &source].concat();
    }
    if article.published.date.is_some() {
        source.extend([", ", &words::published(&article.published)]);
    }
    quotable(made, store, &source, Command::OpenArticle(Some(index)))
}

/// Says of an element that its words are those of several who tell this event.
pub fn of_event(made: El, store: Store, index: EventIndex) -> El {
    let Some(event) = store.library.parts.event_head(index) else { return made };
    let day = words::days(event.days, event.granularity);
    let told = words::tellers(&event, store.corpus).told_by();
    let source = [&words::quoted(&event.title), ", ", &day, ", ", &told].concat();
    quotable(made, store, &source, Command::OpenEvent(Some(index)))
}

/// An event's title in the language of who tells it, with the search hits marked.
pub fn event_title(store: Store, event: &Event) -> El {
    let hits = store.selection.with_untracked(|it| hits(store, &it.q, &event.title));
    let language = event
        .tellings
        .first()
        .and_then(|telling| store.corpus.articles.get(telling.article as usize))
        .map(|article| article.language.as_str());
    sourced("span", "title", language).children(marked(&event.title, &hits))
}

/// Text with its search hits marked.
pub fn marked(words: &str, hits: &[Span]) -> Vec<El> {
    let mut views = Vec::new();
    let mut at = 0;
    for hit in hits {
        let (start, end) = (hit.start as usize, hit.end as usize);
        views.extend(words.get(at..start).map(text));
        views.extend(words.get(start..end).map(mark));
        at = end;
    }
    views.extend(words.get(at..).map(text));
    views
}

/// What to mark in `text` for the words `q`. Without words the index of words,
/// which is built at the first question, is not asked.
pub fn hits(store: Store, q: &str, text: &str) -> Vec<Span> {
    if q.is_empty() {
        return Vec::new();
    }
    // What a word stands for is known better once all texts are here.
    store.library.is_whole();
    highlights(store.engine, q, text).unwrap_or_default()
}

later! {
    /// What to mark for these words.
    "9" highlights(engine: &'static Engine, q: &str, text: &str) -> Vec<Span> = Engine::highlights;
}

/// What stands where a text will be, until it is here.
pub fn waiting(store: Store) -> El {
    el("div", "waiting").live_children(move || match store.library.has_lost() {
        false => vec![el("p", "meta").text("The text is on its way\u{2026}")],
        true => vec![lost(store)],
    })
}

/// Says that texts could not be had, and offers to try again; and, since a newer version of the page has other
/// parts, to load that, which the address leads to the same place.
pub fn lost(store: Store) -> El {
    let again = button("button", "Try again", move || store.library.retry());
    let host = &store.mount.host;
    // Inside somebody else's page there is nothing of ours to load.
    let anew = host
        .document()
        .map(|_| button("button", "Load the page anew", move || drop(host.location().reload())));
    el("p", "")
        .attr("role", "alert")
        .text("The text could not be fetched; the page may be of an older version than what is published now. ")
        .child(again)
        .text(" ")
        .maybe(anew)
}

/// A search hit.
pub fn mark(words: &str) -> El {
    el("mark", "").text(words)
}

/// A class with the one that carries a kind's colour.
pub fn coloured(class: &str, kind: EntityKind) -> String {
    [class, " ", kind.name()].concat()
}

/// An event's mark: solid, hollow or dashed. Its line says the same in words.
pub fn event_mark(event: &Event) -> El {
    let class = match (event.status, event.basis) {
        (Status::Planned | Status::Proposed, _) => "mark planned",
        (Status::CalledOff, _) => "mark off",
        (_, Basis::Inferred) => "mark inferred",
        _ => "mark",
    };
    el("span", class).attr("aria-hidden", "true")
}

/// The link to where the article was published.
pub fn original(article: &Article) -> Option<El> {
    // An address from a file is data: only one that leads to a page becomes a link.
    let leads = |url: &&str| url.starts_with("https://") || url.starts_with("http://");
    article.url.as_deref().filter(leads).map(|url| {
        el("a", "link").attr("href", url).attr("rel", "noopener noreferrer").text("the original")
    })
}

/// What was not looked for, since the article's language is not known here.
pub fn unread(article: &Article) -> Option<El> {
    words::unread(article).map(|what| {
        let sentence = ["This article was ", &what, "."].concat();
        el("p", "meta").attr("data-unread", "").text(&sentence)
    })
}

/// What is not here because the editor may not republish it, and whose it is.
pub fn withheld(article: &Article) -> Option<El> {
    let what = match article.withheld {
        Withheld::Nothing => return None,
        Withheld::Rest => "The rest of this text is not republished here: ",
        Withheld::All => "This text is not republished here: ",
    };
    let whose = [what, "see "].concat();
    let place = original(article).unwrap_or_else(|| text(words::outlet(article)));
    Some(el("p", "meta").attr("dir", "auto").text(&whose).child(place).text("."))
}
