//! Side by side what is told of the same: by several outlets where there are such, with what differs
//! marked; else the versions of one text.

use dateline_model::{Article, ArticleIndex, EventIndex, Held, Span, Telling};
use dateline_sort::distinct;
use dateline_text::fold;
use dateline_words::{self as words, Difference, Differs, Told};
use leptos::prelude::*;

use super::list::rows::{self, Addresses, Kind};
use super::{chips, parts};
use crate::dom::{El, el, text};
use crate::state::Store;

/// How many events or texts are compared at once; more cannot be read.
const ROWS: usize = 60;
/// So many tellings of an event are compared: each is held against each.
const TELLINGS: usize = 16;
/// So many paragraphs are shown that only one version has.
const PARAGRAPHS: usize = 3;

/// The comparison of what matches.
pub fn compare(store: Store) -> El {
    if !store.library.has_heads() {
        return parts::waiting(store);
    }
    match has_several_outlets(store) {
        true => told(store),
        false => versions(store),
    }
}

/// Whether what matches comes from more than one outlet that is named.
pub fn has_several_outlets(store: Store) -> bool {
    store.results.with(|results| {
        let mut named = results
            .articles
            .iter()
            .filter_map(|at| store.corpus.articles[*at as usize].outlet.as_deref());
        let first = named.next();
        named.any(|name| Some(name) != first)
    })
}

fn told(store: Store) -> El {
    let results = store.results.get();
    if results.events.is_empty() {
        return chips::nothing_left(store);
    }
    let corpus = store.corpus;
    let outlets =
        |index: &EventIndex| words::tellers(&corpus.events[*index as usize], corpus).outlets;
    let several: Vec<EventIndex> =
        results.events.iter().copied().filter(|index| outlets(index).len() > 1).collect();
    if several.is_empty() {
        let none = "None of these events is told by two outlets that are named, so there is nothing to compare.";
        return el("p", "nothing-left").text(none);
    }
    let addresses = Addresses::new(store);
    let mut made: Vec<El> =
        several.iter().take(ROWS).map(|index| event(store, *index, &addresses)).collect();
    made.extend(rest(several.len()));
    el("div", "compare").children(made)
}

/// An event: who tells it and how, with a line that says what differs.
fn event(store: Store, index: EventIndex, addresses: &Addresses) -> El {
    let Some(event) = store.library.parts.event_head(index) else {
        return el("section", "compared");
    };
    let line = match words::status(event.status) {
        Some(status) => [&words::days(event.days, event.granularity), " \u{b7} ", status].concat(),
        None => words::days(event.days, event.granularity),
    };
    let open = rows::link("row", Kind::Event, index, addresses)
        .child(el("span", "meta").text(&line))
        .text(" ")
        .child(el("span", "title").attr("dir", "auto").text(&event.title));
    let whole = move || tellings(store, index).unwrap_or_else(|| vec![parts::waiting(store)]);
    el("section", "compared")
        .child(el("h3", "").child(open))
        .child(el("div", "whole").live_children(whole))
}

/// How several tell an event; none while their texts are not all here.
fn tellings(store: Store, index: EventIndex) -> Option<Vec<El>> {
    let corpus = store.corpus;
    let event = store.library.event(index)?;
    let tellings: Vec<&Telling> = event.tellings.iter().take(TELLINGS).collect();
    // All are asked for before the first one that lacks ends it.
    let articles: Vec<Option<Held<Article>>> =
        tellings.iter().map(|it| store.library.article(it.article)).collect();
    let articles: Vec<Held<Article>> = articles.into_iter().collect::<Option<_>>()?;
    let sentences: Vec<Told> =
        articles.iter().zip(&tellings).map(|(article, it)| sentence(article, it)).collect();
    let differences = words::differing(&sentences);
    // A sentence that several have word for word stands once, and an outlet's sentences together.
    let mut told: Vec<(usize, Vec<&'static str>)> = Vec::new();
    for (at, telling) in tellings.iter().enumerate() {
        let outlet = words::outlet(&corpus.articles[telling.article as usize]);
        match told.iter_mut().find(|(first, _)| sentences[*first].text == sentences[at].text) {
            Some((_, outlets)) if !sentences[at].text.is_empty() => outlets.push(outlet),
            _ => told.push((at, vec![outlet])),
        }
    }
    let mut cells: Vec<(Vec<&'static str>, Vec<usize>)> = Vec::new();
    for (at, outlets) in told {
        let outlets = distinct(outlets);
        match cells.iter_mut().find(|(names, _)| *names == outlets) {
            Some((_, all)) => all.push(at),
            None => cells.push((outlets, vec![at])),
        }
    }
    let said = |at: &usize| {
        let article = &articles[*at];
        match parts::withheld(article).filter(|_| sentences[*at].text.is_empty()) {
            Some(withheld) => withheld,
            None => parts::of_article(
                parts::sourced("blockquote", "sentence", Some(&article.language)),
                store,
                tellings[*at].article,
            )
            .child(el("p", "").children(differing(sentences[*at].text, &differences[*at]))),
        }
    };
    let made = cells.iter().map(|(outlets, all)| {
        let names: Vec<String> = outlets.iter().map(|name| words::isolated(name)).collect();
        el("li", "")
            .child(el("p", "kicker").text(&words::all_of(&names)))
            .children(all.iter().map(said).collect())
    });
    let made = el("ul", "tellings").children(made.collect());
    Some(summary(&sentences, &differences).into_iter().chain([made]).collect())
}

/// A telling's sentence with the days that it names.
fn sentence<'a>(article: &'a Article, telling: &Telling) -> Told<'a> {
    let inside = |span: Span| telling.span.contains(span);
    let dates = article
        .timexes
        .iter()
        .filter(|timex| inside(timex.span))
        .filter_map(|timex| {
            let start = timex.span.start - telling.span.start;
            let end = timex.span.end - telling.span.start;
            Some((Span { start, end }, timex.days?))
        })
        .collect();
    Told { text: telling.span.of(&article.body), dates }
}

/// "Numbers differ: 102, 1,000 · Dates differ: 4 March, 5 March".
fn summary(sentences: &[Told], differences: &[Vec<Difference>]) -> Option<El> {
    let mut said = Vec::new();
    for (what, lead) in [
        (Differs::Number, "Numbers differ: "),
        (Differs::Date, "Dates differ: "),
        (Differs::Word, "Words differ: "),
    ] {
        let mut found: Vec<&str> = Vec::new();
        for (sentence, differences) in sentences.iter().zip(differences) {
            for it in differences.iter().filter(|it| it.what == what) {
                let words = it.span.of(sentence.text);
                if !found.contains(&words) {
                    found.push(words);
                }
            }
        }
        if !found.is_empty() {
            said.push([lead, &found.join(", ")].concat());
        }
    }
    let all = said.join(" \u{b7} ");
    (!said.is_empty()).then(|| el("p", "meta differ").attr("dir", "auto").text(&all))
}

/// A sentence with what differs marked.
fn differing(sentence: &str, differences: &[Difference]) -> Vec<El> {
    let (mut made, mut at) = (Vec::new(), 0);
    for it in differences {
        let class = match it.what {
            Differs::Number => "differs number",
            Differs::Date => "differs date",
            Differs::Word => "differs",
        };
        let range = it.span.range();
        made.extend(sentence.get(at..range.start).map(text));
        made.extend(sentence.get(range.clone()).map(|words| el("mark", class).text(words)));
        at = range.end;
    }
    made.extend(sentence.get(at..).map(text));
    made
}

fn versions(store: Store) -> El {
    let results = store.results.get();
    if results.articles.is_empty() {
        return chips::nothing_left(store);
    }
    let corpus = store.corpus;
    let article = |at: ArticleIndex| &corpus.articles[at as usize];
    let mut texts: Vec<(ArticleIndex, Vec<ArticleIndex>)> = Vec::new();
    let mut place = vec![usize::MAX; corpus.articles.len()];
    for &at in &results.articles {
        let first = article(at).first_version(at);
        let slot = &mut place[first as usize];
        if *slot == usize::MAX {
            *slot = texts.len();
            texts.push((first, Vec::new()));
        }
        if at != first {
            texts[*slot].1.push(at);
        }
    }
    texts.retain(|(_, later)| !later.is_empty());
    if texts.is_empty() {
        let none = "No two of these articles are versions of one text, and no two outlets are named, so there is nothing to compare.";
        return el("p", "nothing-left").text(none);
    }
    let addresses = Addresses::new(store);
    let mut made: Vec<El> = texts
        .iter()
        .take(ROWS)
        .map(|(first, later)| {
            let rows = later.iter().map(|at| version(store, *first, *at, &addresses));
            el("section", "compared")
                .child(el("h3", "").child(line(store, *first, "first", &addresses)))
                .child(el("ul", "tellings").children(rows.collect()))
        })
        .collect();
    made.extend(rest(texts.len()));
    el("div", "compare").children(made)
}

/// A later version: how much it shares, and what only it has.
fn version(store: Store, first: ArticleIndex, at: ArticleIndex, addresses: &Addresses) -> El {
    let later = &store.corpus.articles[at as usize];
    let shared = [&later.version_shared.to_string(), " % shared"].concat();
    let whole = move || match (store.library.article(first), store.library.article(at)) {
        (Some(first), Some(later)) => changed(&first, &later),
        _ => vec![parts::waiting(store)],
    };
    el("li", "")
        .child(line(store, at, &shared, addresses))
        .child(el("div", "whole").live_children(whole))
}

/// What only one of two versions has.
fn changed(first: &Article, later: &Article) -> Vec<El> {
    let own = only_here(later, first);
    let gone = only_here(first, later).len();
    let said = match (own.len(), gone) {
        (0, 0) => return vec![el("p", "meta").text("Paragraph for paragraph the same.")],
        (0, gone) => [&words::count(gone, "paragraph"), " of the first left out"].concat(),
        (own, 0) => [&words::count(own, "paragraph"), " only here"].concat(),
        (own, gone) => {
            let own = [&words::count(own, "paragraph"), " only here"].concat();
            [&own, ", ", &words::number(gone), " of the first left out"].concat()
        }
    };
    let shown = own.iter().take(PARAGRAPHS).map(|words| {
        parts::sourced("blockquote", "sentence", Some(&later.language))
            .child(el("p", "").text(words))
    });
    [el("p", "meta").text(&said)].into_iter().chain(shown).collect()
}

/// The paragraphs of `one` that `other` has not, whatever their letters' case.
fn only_here<'a>(one: &'a Article, other: &Article) -> Vec<&'a str> {
    let theirs: Vec<String> = other.paragraphs().map(|(_, words)| fold(words)).collect();
    let own = |words: &&str| !theirs.contains(&fold(words));
    one.paragraphs().map(|(_, words)| words).filter(own).collect()
}

/// An article's row: its title, and when it came out.
fn line(store: Store, at: ArticleIndex, what: &str, addresses: &Addresses) -> El {
    let parts = &store.library.parts;
    let head = parts.article_head(at);
    let title = head.as_ref().map_or("", |article| article.title.as_str());
    let article = &store.corpus.articles[at as usize];
    let when = [&words::printed(article), " \u{b7} ", what].concat();
    rows::link("row", Kind::Article, at, addresses)
        .child(el("span", "meta").text(&when))
        .text(" ")
        .child(parts::sourced("span", "title", Some(&article.language)).text(title))
}

/// What is not compared, since there is too much.
fn rest(all: usize) -> Option<El> {
    let left = all.saturating_sub(ROWS);
    let said = ["and ", &words::number(left), " more: choose fewer to see them"].concat();
    (left > 0).then(|| el("p", "nothing-left").text(&said))
}
