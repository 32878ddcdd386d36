//! One article as its source wrote it, with why it was read so.

use dateline_model::{Article, ArticleIndex, Basis, DayRange, EntityIndex, EventIndex, Held, Span};
use dateline_words as words;
use leptos::prelude::*;

use super::{parts, prose};
use crate::dom::{El, button, el};
use crate::state::{Command, Store};

/// The article. `told` is the event it was opened from; `suggested` says that
/// the reader did not choose it.
pub fn article(store: Store, index: ArticleIndex, told: Option<EventIndex>, suggested: bool) -> El {
    let Some(article) = store.library.article_head(index) else { return parts::waiting(store) };
    let q = Memo::new(move |_| store.selection.with(|selection| selection.q.clone()));
    let head = article.clone();
    let title = move || parts::marked(&head.title, &parts::hits(store, &q.get(), &head.title));
    let invitation =
        suggested.then(|| el("p", "invitation").text("To begin with: the newest article."));
    let head = article.clone();
    let versions = move || versions(store, index, &head).into_iter().collect();
    let whole = move || match store.library.article(index) {
        Some(article) => whole(store, index, article, q, told),
        None => vec![parts::waiting(store)],
    };
    let read = parts::sourced("article", "read", Some(&article.language));
    parts::of_article(read, store, index)
        .maybe(invitation)
        .child(el("p", "kicker").attr("dir", "auto").text(&words::credit(&article)))
        .child(el("h2", "").attr("tabindex", "-1").attr("dir", "auto").live_children(title))
        .children(byline(store, index, &article))
        .child(el("div", "whole").live_children(versions))
        .child(el("div", "whole").live_children(whole))
}

/// What needs its text.
fn whole(
    store: Store,
    index: ArticleIndex,
    article: Held<'static, Article>,
    q: Memo<String>,
    told: Option<EventIndex>,
) -> Vec<El> {
    let text = article.clone();
    let body = move || paragraphs(store, index, &text, &q.get(), told);
    let mut made = Vec::new();
    made.extend(article.standfirst.as_deref().map(|words| el("p", "standfirst").text(words)));
    made.push(prose::answering(el("div", "body").live_children(body), store, &article));
    made.extend(parts::withheld(&article));
    made.extend(parts::unread(&article));
    made.extend(captions(&article));
    made.extend(tags(&article));
    let folds = el("div", "folds")
        .child(el("div", "whole").live_children(move || events_told(store, index)))
        .maybe(named_here(store, &article))
        .maybe(left_out(article));
    made.push(folds);
    made
}

/// Who wrote it and when, and the reasons for the date where they open.
fn byline(store: Store, index: ArticleIndex, article: &Held<'static, Article>) -> Vec<El> {
    let when = &article.published;
    let lead = match (when.date, when.basis) {
        (None, _) => "No date was found.",
        (_, Basis::Stated) => "Stated on the page.",
        (_, Basis::Inferred) => "Inferred.",
        (_, Basis::Corrected) => "Corrected by the editor.",
    };
    let mut stamp = words::published(when);
    if when.date.is_some() && when.basis != Basis::Stated {
        stamp.extend([", ", when.basis.name()]);
    }
    let head = article.clone();
    let (ask, answer) = parts::asking("link", "why this date?", move || {
        let when = &head.published;
        let mut reasons = vec![parts::evidence(lead, &when.evidence)];
        reasons.extend(when.bounds().filter(|bounds| bounds.days() > 1).map(|bounds| {
            let allowed = ["The evidence allows ", &words::range(bounds), "."].concat();
            el("p", "bounds").text(&allowed)
        }));
        reasons
    });
    let author = article
        .author
        .as_deref()
        .map(|author| el("span", "author").attr("dir", "auto").text(author));
    let by = el("div", "by").maybe(author).child(el("span", "").text(&stamp)).child(ask);
    let original = move || {
        let article = store.library.article(index);
        article.and_then(|article| parts::original(&article)).into_iter().collect()
    };
    vec![by.child(el("span", "whole").live_children(original)), answer]
}

/// The articles that have the same text.
fn versions(store: Store, index: ArticleIndex, article: &Article) -> Option<El> {
    let all = &store.corpus.articles;
    let first = Some(article.first_version(index));
    let later = (0..).zip(all).filter(|(_, it)| it.version_of == first).map(|(at, _)| at);
    let said = words::versions(article, &later.collect::<Vec<ArticleIndex>>())?;
    let mut line = el("p", "meta tied").text(said.lead);
    for (place, at) in said.others.into_iter().enumerate() {
        let other = store.library.article_head(at)?;
        let command = Command::OpenArticle(Some(at));
        let link = parts::leading("link", &other.title, store, command).attr("dir", "auto");
        line = line
            .text(if place > 0 { ", " } else { "" })
            .child(link.attr("data-article", &other.id));
    }
    Some(line.text(&said.end))
}

fn paragraphs(
    store: Store,
    index: ArticleIndex,
    article: &Article,
    q: &str,
    told: Option<EventIndex>,
) -> Vec<El> {
    let told = told.and_then(|event| store.library.event(event));
    let tellings: Vec<Span> = told
        .iter()
        .flat_map(|event| &event.tellings)
        .filter(|telling| telling.article == index)
        .map(|telling| telling.span)
        .collect();
    article
        .paragraphs()
        .map(|(start, words)| {
            let within = Span::new(start, start + words.len());
            let words = prose::prose(store, article, within, q, &tellings);
            el("p", "").attr("dir", "auto").children(words)
        })
        .collect()
}

fn captions(article: &Article) -> Vec<El> {
    if article.captions.is_empty() {
        return Vec::new();
    }
    let line = |caption: &String| el("li", "").attr("dir", "auto").text(caption);
    let lines = article.captions.iter().map(line).collect();
    vec![el("h3", "").text("Captions of its pictures"), el("ul", "captions").children(lines)]
}

fn tags(article: &Article) -> Option<El> {
    (!article.tags.is_empty()).then(|| {
        let tags = ["Tagged ", &article.tags.join(", ")].concat();
        el("p", "tags").attr("dir", "auto").text(&tags)
    })
}

/// The events that an article tells, and how many of them others tell too.
fn events_told(store: Store, index: ArticleIndex) -> Vec<El> {
    let corpus = store.corpus;
    // Versions of the same text are not others.
    let text = |index: ArticleIndex| {
        corpus.articles.get(index as usize).map_or(index, |it| it.first_version(index))
    };
    let events: Vec<(EventIndex, words::Tellers)> = (0..)
        .zip(&corpus.events)
        .filter(|(_, event)| event.tellings.iter().any(|telling| telling.article == index))
        .map(|(at, event)| {
            let mut others =
                event.tellings.iter().filter(|telling| text(telling.article) != text(index));
            (at, words::tellers_of(&mut others, corpus))
        })
        .collect();
    if events.is_empty() {
        return Vec::new();
    }
    let shared = events.iter().filter(|(_, others)| others.how_many() > 0).count();
    let mut title = ["Events told here: ", &words::number(events.len())].concat();
    if shared > 0 {
        title.extend([", ", &words::number(shared), " of them by others too"]);
    }
    let rows = events.into_iter().filter_map(|(at, others)| told_row(store, at, &others)).collect();
    vec![el("h3", "").text(&title), el("ol", "told-here").children(rows)]
}

fn told_row(store: Store, at: EventIndex, others: &words::Tellers) -> Option<El> {
    let event = store.library.event_head(at)?;
    let mut line = words::days(event.days, event.granularity);
    if let Some(status) = words::status(event.status) {
        line.extend([" \u{b7} ", status]);
    }
    if others.how_many() > 0 {
        line.extend([" \u{b7} also told by ", &others.said()]);
    }
    let row = parts::leading("row", "", store, Command::OpenEvent(Some(at)))
        .attr("data-event", &event.id)
        .child(parts::event_mark(&event))
        .child(el("span", "title").attr("dir", "auto").text(&event.title))
        .child(el("span", "meta").text(&line));
    Some(el("li", "").child(row))
}

/// The names and dates that are marked in the text, for those who do not click on them there: names are
/// links, dates are looked at on the timeline.
fn named_here(store: Store, article: &Article) -> Option<El> {
    let mut names: Vec<EntityIndex> = Vec::new();
    for mention in &article.mentions {
        if !names.contains(&mention.entity) {
            names.push(mention.entity);
        }
    }
    let mut dates: Vec<(DayRange, String)> = Vec::new();
    for timex in &article.timexes {
        let said = words::as_written(timex, article);
        if let Some(days) = timex.days
            && !dates.iter().any(|(_, other)| *other == said)
        {
            dates.push((days, said));
        }
    }
    let counts = [(names.len(), "name"), (dates.len(), "date")];
    let counts = counts.into_iter().filter(|(count, _)| *count > 0);
    let counts: Vec<String> = counts.map(|(count, what)| words::count(count, what)).collect();
    let content = move || {
        let names = names.iter().filter_map(|index| parts::named(store, *index)).collect();
        let dates = dates.iter().map(|(days, said)| {
            let days = *days;
            let look = button("link", said, move || store.send(Command::Focus(days)));
            el("li", "").child(look.attr("dir", "auto"))
        });
        el("div", "")
            .child(el("div", "names").children(names))
            .child(el("ul", "dates").children(dates.collect()))
    };
    (!counts.is_empty())
        .then(|| parts::folded(&["Marked in this text: ", &counts.join(", ")].concat(), content))
}

fn left_out(article: Held<'static, Article>) -> Option<El> {
    let lines = article.furniture.len();
    (lines > 0).then(|| {
        let summary = ["What was left out: ", &words::count(lines, "line"), " of the page"];
        parts::folded(&summary.concat(), move || furniture(&article))
    })
}

/// The lines of the page that are not the article; neighbours that one rule
/// left out share its reason.
fn furniture(article: &Article) -> El {
    let mut groups = Vec::new();
    for group in
        article.furniture.chunk_by(|one, other| one.rule == other.rule && one.why == other.why)
    {
        let lines =
            group.iter().map(|line| el("li", "").attr("dir", "auto").text(&line.text)).collect();
        let rule = el("small", "").text(&group[0].rule);
        groups.push(el("p", "").text(&group[0].why).text(" ").child(rule));
        groups.push(el("ul", "left-out").children(lines));
    }
    el("div", "").children(groups)
}
