//! What could not be done as asked, and what could not be read.

use dateline_words as words;
use leptos::prelude::*;

use super::parts;
use crate::dom::{El, button, el};
use crate::later;
use crate::state::{Store, address};

/// Sentences about what the address asked for and the corpus lacks.
pub fn notices(store: Store) -> El {
    el("div", "").attr("role", "status").live_children(move || {
        // What comes later is said of where it is waited for, and where it does not come.
        if later::is_lost() {
            let again = button("link", "Try again", move || {
                later::retry();
                store.library.retry();
            });
            let lost = el("p", "").text("Filters, search and reader could not be fetched.");
            return vec![el("div", "notices").child(lost).child(again)];
        }
        if store.waits.get() {
            let coming = el("p", "").text("Filters, search and reader are on their way\u{2026}");
            return vec![el("div", "notices").child(coming)];
        }
        let said = store.notices.get();
        if said.is_empty() {
            return Vec::new();
        }
        let lines = said.iter().map(|line| el("p", "").text(line)).collect();
        let dismiss = button("link", "Dismiss", move || store.notices.set(Vec::new()));
        vec![el("div", "notices").child(el("div", "").children(lines)).child(dismiss)]
    })
}

/// The way to the page that reads articles itself.
fn own(class: &str, label: &str) -> El {
    el("a", class).attr("href", "studio.html").text(label)
}

/// A page without articles says so.
pub fn empty_corpus(store: Store) -> El {
    let what = el("p", "")
        .text("Put files into ")
        .child(el("code", "").text("seeds/"))
        .text(" and build again")
        .child(el("span", "embed").child(own("", ", or open them here")))
        .text(".");
    el(store.mount.main(), "nothing").child(el("h1", "").text("No articles yet")).child(what)
}

/// The foot of the page: files that were left out or read with doubt, and the way to embed it.
pub fn footer(store: Store) -> El {
    // Who wants to embed the page begins with what is shown here.
    let embed = el("a", "link embed").text("Embed this page").live("href", move || {
        let hash = store.state.with(|state| address::format(state, &store.library.parts));
        Some(["embed.html", &hash].concat())
    });
    el("footer", "foot")
        .maybe(notes(store))
        .maybe(keeping(store))
        .child(embed)
        .child(own("link embed", "Open your own articles"))
}

/// "Keep all of it offline, 1.2 MB": of a large corpus a visit keeps only what was read.
fn keeping(store: Store) -> Option<El> {
    let bytes = store.library.keepable();
    let size = words::megabytes(bytes as usize);
    let said = RwSignal::new(["Keep all of it offline, ", &size].concat());
    let keep = move || {
        said.set(["Keeping all of it, ", &size].concat());
        store.library.keep(move |kept| {
            let now = if kept {
                "All of it is kept for reading offline"
            } else {
                "It could not be kept: try again"
            };
            said.set(now.to_owned());
        });
    };
    let label = el("span", "").attr("aria-live", "polite").live_text(move || said.get());
    (bytes > 0).then(|| button("link", "", keep).attr("data-keep", "").child(label))
}

fn notes(store: Store) -> Option<El> {
    let warnings = &store.corpus.warnings;
    if warnings.is_empty() {
        return None;
    }
    let mut skipped: Vec<&str> = warnings
        .iter()
        .filter(|warning| warning.kind.skips())
        .map(|warning| warning.file.as_str())
        .collect();
    skipped.dedup();
    let doubts = words::count(warnings.len(), "note");
    let summary = match skipped.len() {
        0 => [&doubts, " on how the files were read"].concat(),
        1 => [&words::count(1, "file"), " was not read; ", &doubts, " in all"].concat(),
        many => [&words::count(many, "file"), " were not read; ", &doubts, " in all"].concat(),
    };
    let lines = move || {
        let lines = warnings
            .iter()
            .map(|warning| {
                el("li", "")
                    .child(el("b", "").attr("dir", "auto").text(&warning.file))
                    .text(": ")
                    .text(&warning.message)
                    .text(" ")
                    .child(el("small", "").text(warning.kind.name()))
            })
            .collect();
        el("ul", "plain").children(lines)
    };
    Some(parts::folded(&summary, lines))
}
