//! The list in the middle: the timeline in reading order, in words.

use dateline_model::{ArticleIndex, DayRange, EventIndex, Span};
use leptos::prelude::*;

use super::desk::Desk;
use super::{chips, compare, parts, words};
use crate::state::{Command, Store, View};

/// How many rows are drawn at first, and with every "more".
const ROWS: usize = 120;

/// Chips, tabs, and the list that the tab shows.
pub fn list(store: Store, desk: Desk) -> AnyView {
    let view = Memo::new(move |_| store.state.with(|state| state.view));
    let limit = RwSignal::new(ROWS);
    // Another selection begins at its top.
    Effect::new(move |_| {
        store.results.track();
        view.track();
        limit.set(ROWS);
    });
    let content = move || match view.get() {
        View::Timeline => events(store, limit),
        View::List => articles(store, limit),
        View::Compare => compare::compare(store),
    };
    let class = move || if view.get() == View::Compare { "list wide" } else { "list" };
    let covered = move || {
        (desk.has_sheet.get() && desk.sheet.get())
            || desk.is_phone.get()
                && store.state.with(|state| state.event.is_some() || state.article.is_some())
    };
    view! {
        <section id="list" class=class aria-label="List" tabindex="-1" inert=covered>
            {chips::chips(store)}
            <nav class="tabs" aria-label="Lists">
                {View::ALL.into_iter().map(|tab| self::tab(store, view, tab)).collect::<Vec<_>>()}
            </nav>
            {content}
        </section>
    }
    .into_any()
}

fn tab(store: Store, view: Memo<View>, tab: View) -> AnyView {
    let (label, counted) = match tab {
        View::Timeline => ("Events", true),
        View::List => ("Articles", true),
        View::Compare => ("Compare", false),
    };
    let count = move || {
        let results = store.results.get();
        let shown = if tab == View::List { results.articles.len() } else { results.events.len() };
        [" ", &words::number(shown)].concat()
    };
    view! {
        <button
            type="button"
            data-view=tab.name()
            aria-current=move || if view.get() == tab { "true" } else { "false" }
            on:click=move |_| store.send(Command::SetView(tab))
        >
            {label}
            {counted.then_some(count)}
        </button>
    }
    .into_any()
}

fn events(store: Store, limit: RwSignal<usize>) -> AnyView {
    let results = store.results.get();
    if results.events.is_empty() && !results.articles.is_empty() {
        // Articles without a dated happening are still something to read.
        return view! { {chips::nothing_left(store)} {articles(store, limit)} }.into_any();
    }
    if results.events.is_empty() {
        return chips::nothing_left(store);
    }
    let corpus = store.corpus;
    let shown: Vec<EventIndex> = results.events.iter().copied().take(limit.get()).collect();
    let days: Vec<AnyView> = shown
        .chunk_by(|one, other| heading(store, *one) == heading(store, *other))
        .map(|group| {
            let mut outlets: Vec<&str> = group
                .iter()
                .flat_map(|index| words::tellers(&corpus.events[*index as usize], corpus))
                .collect();
            outlets.sort_unstable();
            outlets.dedup();
            let rows = group.iter().map(|index| event_row(store, *index)).collect();
            day(heading(store, group[0]), words::count(outlets.len(), "outlet"), rows)
        })
        .collect();
    view! { <div class="days">{days} {more(results.events.len(), limit)}</div> }.into_any()
}

fn heading(store: Store, index: EventIndex) -> String {
    let event = &store.corpus.events[index as usize];
    words::days(event.days, event.granularity)
}

fn articles(store: Store, limit: RwSignal<usize>) -> AnyView {
    let results = store.results.get();
    if results.articles.is_empty() {
        return chips::nothing_left(store);
    }
    let published = |index: &ArticleIndex| &store.corpus.articles[*index as usize].published;
    let shown: Vec<ArticleIndex> = results.articles.iter().copied().take(limit.get()).collect();
    let days: Vec<AnyView> = shown
        .chunk_by(|one, other| published(one).date == published(other).date)
        .map(|group| {
            let when = published(&group[0]);
            let title = match when.date {
                Some(day) => words::days(DayRange::single(day), when.granularity),
                None => "Date not found".to_owned(),
            };
            let rows = group.iter().map(|index| article_row(store, *index)).collect();
            day(title, words::count(group.len(), "article"), rows)
        })
        .collect();
    view! { <div class="days">{days} {more(results.articles.len(), limit)}</div> }.into_any()
}

/// One day with its rows.
fn day(title: String, aside: String, rows: Vec<AnyView>) -> AnyView {
    view! {
        <section class="day">
            <h2><span>{title}</span><span class="aside">{aside}</span></h2>
            <ol>{rows}</ol>
        </section>
    }
    .into_any()
}

fn more(all: usize, limit: RwSignal<usize>) -> Option<AnyView> {
    let left = all.saturating_sub(limit.get());
    (left > 0).then(|| {
        let label = ["Show ", &words::number(left.min(ROWS)), " more of ", &words::number(left)];
        parts::button("button", label.concat(), move || limit.update(|limit| *limit += ROWS))
    })
}

fn event_row(store: Store, index: EventIndex) -> AnyView {
    let event = &store.corpus.events[index as usize];
    let open = move || store.state.with(|state| state.event == Some(index));
    let hits = store.selection.with_untracked(|it| parts::hits(store, &it.q, &event.title));
    let language = event
        .tellings
        .first()
        .and_then(|telling| store.corpus.articles.get(telling.article as usize))
        .map(|article| article.language.as_str());
    view! {
        <li>
            <button
                type="button"
                class="row"
                data-event=event.id.as_str()
                aria-current=move || if open() { "true" } else { "false" }
                on:click=move |_| store.send(Command::OpenEvent(Some(index)))
            >
                <span class=parts::mark_class(event) aria-hidden="true"></span>
                <span class="title" dir="auto" lang=language>{parts::marked(&event.title, &hits)}</span>
                <span class="meta">{words::event_line(event, store.corpus)}</span>
            </button>
        </li>
    }
    .into_any()
}

fn article_row(store: Store, index: ArticleIndex) -> AnyView {
    let article = &store.corpus.articles[index as usize];
    let open = move || store.state.with(|state| state.article == Some(index));
    let q = store.selection.with_untracked(|it| it.q.clone());
    let hits = parts::hits(store, &q, &article.title);
    let found = excerpt(&article.body, &parts::hits(store, &q, &article.body));
    let by = match &article.agency {
        Some(agency) => [words::outlet(article), ", from ", agency].concat(),
        None => words::outlet(article).to_owned(),
    };
    let when = match article.published.time {
        Some(time) => [&time.to_string(), ", ", &words::basis(&article.published)].concat(),
        None => words::basis(&article.published),
    };
    view! {
        <li>
            <button
                type="button"
                class="row article"
                data-article=article.id.as_str()
                aria-current=move || if open() { "true" } else { "false" }
                on:click=move |_| store.send(Command::OpenArticle(Some(index)))
            >
                <span class="kicker" dir="auto">{by}</span>
                <span class="title" dir="auto" lang=article.language.as_str()>
                    {parts::marked(&article.title, &hits)}
                </span>
                <span class="meta">{when}</span>
                {found.map(|(text, hits)| {
                    view! {
                        <span class="excerpt" dir="auto" lang=article.language.as_str()>
                            "\u{2026}"
                            {parts::marked(text, &hits)}
                            "\u{2026}"
                        </span>
                    }
                        .into_any()
                })}
            </button>
        </li>
    }
    .into_any()
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
