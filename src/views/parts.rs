//! The few shapes that the page is made of.

use dateline_model::{Article, Basis, EntityKind, Event, Evidence, Span, Status, Withheld};
use dateline_words as words;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::MouseEvent;

use crate::dom::{El, button, el, text};
use crate::state::{Command, Store, address, apply};

/// A section that opens in place. What is in it is made when it is first opened.
pub fn folded(summary: &str, content: impl Fn() -> El + 'static) -> El {
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

/// A link to what a command would show, followed here by a plain click, and by the browser as any link in
/// a tab or a window of its own.
pub fn link(store: Store, class: &str, command: Command) -> El {
    let shown = store.state.with_untracked(|state| apply(state, command.clone(), store.corpus));
    let hash = address::format(&shown, store.corpus);
    let page = store.mount.host.location().href().unwrap_or_default();
    let page = page.split('#').next().unwrap_or_default();
    el("a", class).attr("href", &[page, &hash].concat()).on("click", move |event| {
        let mouse: &MouseEvent = event.unchecked_ref();
        if !mouse.ctrl_key() && !mouse.meta_key() && !mouse.shift_key() && !mouse.alt_key() {
            event.prevent_default();
            store.send(command.clone());
        }
    })
}

/// Text of a source: in its language and direction.
pub fn sourced(tag: &str, class: &str, language: Option<&str>) -> El {
    let made = el(tag, class).attr("dir", "auto");
    match language {
        Some(language) => made.attr("lang", language),
        None => made,
    }
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
    if q.is_empty() { Vec::new() } else { store.engine.highlights(q, text) }
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
