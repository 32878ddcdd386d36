//! One article as its source wrote it, with why it was read so.

use dateline_model::{Article, ArticleIndex, EventIndex, Span};
use leptos::prelude::*;

use super::parts::Folded;
use super::{parts, prose, words};
use crate::state::{Command, Store};

/// The article. `told` is the event it was opened from; `suggested` says that
/// the reader did not choose it.
pub fn article(
    store: Store,
    index: ArticleIndex,
    told: Option<EventIndex>,
    suggested: bool,
) -> AnyView {
    let article = &store.corpus.articles[index as usize];
    let q = Memo::new(move |_| store.selection.with(|selection| selection.q.clone()));
    let title =
        move || parts::marked(&article.title, &parts::hits(store, &q.get(), &article.title));
    let body = move || paragraphs(store, index, article, &q.get(), told);
    let invitation = suggested.then(|| {
        parts::span(
            "invitation",
            "To begin with: the article that tells most of what others tell too.",
        )
    });
    view! {
        <article class="read" lang=article.language.as_str() dir="auto">
            {invitation}
            <p class="kicker" dir="auto">{kicker(article)}</p>
            <h2 tabindex="-1" dir="auto">{title}</h2>
            {byline(article)}
            {article.standfirst.as_deref().map(|text| parts::span("standfirst", text))}
            <div class="body">{body}</div>
            {captions(article)}
            {tags(article)}
            <div class="folds">{events_told(store, index)} {left_out(store, index, article)}</div>
        </article>
    }
    .into_any()
}

/// "Yeni Şafak, from AA, by way of Daily8".
fn kicker(article: &Article) -> String {
    let mut out = words::outlet(article).to_owned();
    if let Some(agency) = &article.agency {
        out.extend([", from ", agency]);
    }
    if let Some(via) = &article.via {
        out.extend([", by way of ", via]);
    }
    if let Some(section) = &article.section {
        out.extend([" \u{b7} ", section]);
    }
    out
}

fn byline(article: &'static Article) -> AnyView {
    let open = RwSignal::new(false);
    let when = &article.published;
    let lead = match when.date {
        None => "No date was found.",
        Some(_) => match when.basis {
            dateline_model::Basis::Stated => "Stated on the page.",
            dateline_model::Basis::Inferred => "Inferred.",
            dateline_model::Basis::Corrected => "Corrected by the editor.",
        },
    };
    let stamp = match when.date {
        Some(_) if when.basis != dateline_model::Basis::Stated => {
            [&words::published(when), ", ", when.basis.name()].concat()
        }
        _ => words::published(when),
    };
    let original = article.url.as_deref().map(|url| {
        view! { <a class="link" href=url rel="noopener noreferrer">"the original"</a> }.into_any()
    });
    view! {
        <div class="by">
            {article.author.as_deref().map(|author| parts::span("author", author))}
            <span>{stamp}</span>
            <button
                type="button"
                class="link"
                aria-expanded=move || if open.get() { "true" } else { "false" }
                on:click=move |_| open.update(|open| *open = !*open)
            >
                "why this date?"
            </button>
            {original}
        </div>
        {move || {
            open.get()
                .then(|| {
                    view! {
                        {parts::evidence(lead, &when.evidence)}
                        {when
                            .bounds()
                            .filter(|bounds| bounds.days() > 1)
                            .map(|bounds| {
                                let allowed = words::range(bounds);
                                let words = ["The evidence allows ", &allowed, "."].concat();
                                parts::span("bounds", words)
                            })}
                    }
                        .into_any()
                })
        }}
    }
    .into_any()
}

fn paragraphs(
    store: Store,
    index: ArticleIndex,
    article: &'static Article,
    q: &str,
    told: Option<EventIndex>,
) -> Vec<AnyView> {
    let tellings: Vec<Span> = told
        .and_then(|event| store.corpus.events.get(event as usize))
        .into_iter()
        .flat_map(|event| &event.tellings)
        .filter(|telling| telling.article == index)
        .map(|telling| telling.span)
        .collect();
    article
        .paragraphs()
        .map(|(start, text)| {
            let within = Span::new(start, start + text.len());
            view! { <p dir="auto">{prose::prose(store, article, within, q, &tellings)}</p> }
                .into_any()
        })
        .collect()
}

fn captions(article: &'static Article) -> Option<AnyView> {
    let lines: Vec<AnyView> = article
        .captions
        .iter()
        .map(|caption| view! { <li dir="auto">{caption.as_str()}</li> }.into_any())
        .collect();
    (!lines.is_empty()).then(|| {
        view! { <h3>"Captions of its pictures"</h3> <ul class="captions">{lines}</ul> }.into_any()
    })
}

fn tags(article: &Article) -> Option<AnyView> {
    (!article.tags.is_empty()).then(|| {
        view! { <p class="tags" dir="auto">"Tagged " {article.tags.join(", ")}</p> }.into_any()
    })
}

/// The events that an article tells, and how many of them others tell too.
fn events_told(store: Store, index: ArticleIndex) -> Option<AnyView> {
    let events: Vec<(EventIndex, Vec<&'static str>)> = (0..)
        .zip(&store.corpus.events)
        .filter(|(_, event)| event.tellings.iter().any(|telling| telling.article == index))
        .map(|(at, event)| {
            let mut others: Vec<&str> = Vec::new();
            for telling in event.tellings.iter().filter(|telling| telling.article != index) {
                let name = words::outlet(&store.corpus.articles[telling.article as usize]);
                if !others.contains(&name) {
                    others.push(name);
                }
            }
            (at, others)
        })
        .collect();
    if events.is_empty() {
        return None;
    }
    let shared = events.iter().filter(|(_, others)| !others.is_empty()).count();
    let title = match shared {
        0 => ["Events told here: ", &words::number(events.len())].concat(),
        _ => [
            "Events told here: ",
            &words::number(events.len()),
            ", ",
            &words::number(shared),
            " of them by others too",
        ]
        .concat(),
    };
    let rows: Vec<AnyView> =
        events.into_iter().map(|(at, others)| told_row(store, at, &others)).collect();
    Some(view! { <h3>{title}</h3> <ol class="told-here">{rows}</ol> }.into_any())
}

fn told_row(store: Store, at: EventIndex, others: &[&str]) -> AnyView {
    let event = &store.corpus.events[at as usize];
    let mut line = words::days(event.days, event.granularity);
    if let Some(status) = words::status(event.status) {
        line.extend([" \u{b7} ", status]);
    }
    if !others.is_empty() {
        line.extend([" \u{b7} also told by ", &others.join(", ")]);
    }
    view! {
        <li>
            <button type="button" class="row" data-event=event.id.as_str() on:click=move |_| store.send(Command::OpenEvent(Some(at)))>
                <span class=parts::mark_class(event) aria-hidden="true"></span>
                <span class="title" dir="auto">{event.title.as_str()}</span>
                <span class="meta">{line}</span>
            </button>
        </li>
    }
    .into_any()
}

fn left_out(store: Store, index: ArticleIndex, article: &Article) -> Option<AnyView> {
    let lines = article.furniture.len();
    (lines > 0).then(|| {
        let summary = ["What was left out: ", &words::count(lines, "line"), " of the page"];
        parts::folded(summary.concat(), furniture, Folded { store, article: index })
    })
}

/// The lines of the page that are not the article; neighbours that one rule
/// left out share its reason.
fn furniture(of: Folded) -> AnyView {
    let article = &of.store.corpus.articles[of.article as usize];
    let groups: Vec<AnyView> = article
        .furniture
        .chunk_by(|one, other| one.rule == other.rule && one.why == other.why)
        .map(|group| {
            let lines: Vec<AnyView> = group
                .iter()
                .map(|line| view! { <li dir="auto">{line.text.as_str()}</li> }.into_any())
                .collect();
            view! {
                <p>{group[0].why.as_str()} " " <small>{group[0].rule.as_str()}</small></p>
                <ul class="left-out">{lines}</ul>
            }
            .into_any()
        })
        .collect();
    view! { <div>{groups}</div> }.into_any()
}
