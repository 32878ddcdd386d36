//! The list in the middle: the timeline in reading order, in words.

use dateline_model::{ArticleIndex, EventIndex, Span};
use dateline_words as words;
use leptos::prelude::*;

use super::screen::Screen;
use super::{chips, compare, parts};
use crate::dom::{El, button, el, follow};
use crate::state::{Command, Store, View};

/// How many rows are drawn at first, and with every "more".
const ROWS: usize = 120;

/// Chips, tabs, and the list that the tab shows.
pub fn list(store: Store, screen: Screen) -> El {
    let view = Memo::new(move |_| store.state.with(|state| state.view));
    let limit = RwSignal::new(ROWS);
    // Another selection begins at its top.
    follow(move || {
        store.results.track();
        view.track();
        limit.set(ROWS);
    });
    let content = move || match view.get() {
        View::Story | View::Events => events(store, limit),
        View::Articles => articles(store, limit),
        View::Compare => vec![compare::compare(store)],
    };
    let tabs = View::ALL.into_iter().map(|tab| self::tab(store, view, tab)).collect();
    el("section", "list")
        .attr("id", "list")
        .attr("aria-label", "List")
        .attr("tabindex", "-1")
        .toggle("wide", move || view.get() == View::Compare)
        .flag("inert", move || screen.sheet_over() || screen.reading_over(store))
        .child(chips::chips(store))
        .child(el("nav", "tabs").attr("aria-label", "Lists").children(tabs))
        .child(el("div", "days").live_children(content))
}

fn tab(store: Store, view: Memo<View>, tab: View) -> El {
    let label = match tab {
        View::Story => "Story",
        View::Events => "All events",
        View::Articles => "Articles",
        View::Compare => "Compare",
    };
    let count = move || {
        let results = store.results.get();
        words::number(match tab {
            View::Articles => results.articles.len(),
            _ => results.events.len(),
        })
    };
    let count = (tab != View::Compare).then(|| el("span", "").live_text(count));
    button("", label, move || store.send(Command::SetView(tab)))
        .attr("data-view", tab.name())
        .truth("aria-current", move || view.get() == tab)
        .text(" ")
        .maybe(count)
}

fn events(store: Store, limit: RwSignal<usize>) -> Vec<El> {
    let results = store.results.get();
    if results.events.is_empty() {
        let mut instead = vec![chips::nothing_left(store)];
        // Articles without a dated happening are still something to read.
        if !results.articles.is_empty() {
            instead.extend(articles(store, limit));
        }
        return instead;
    }
    let corpus = store.corpus;
    let shown: Vec<EventIndex> = results.events.iter().copied().take(limit.get()).collect();
    let mut days: Vec<El> = shown
        .chunk_by(|one, other| heading(store, *one) == heading(store, *other))
        .map(|group| {
            let mut tellings =
                group.iter().flat_map(|index| &corpus.events[*index as usize].tellings);
            let tellers = words::tellers_of(&mut tellings, corpus);
            let rows = group.iter().map(|index| event_row(store, *index)).collect();
            day(&heading(store, group[0]), &tellers.counted(), rows)
        })
        .collect();
    days.extend(more(results.events.len(), limit));
    days
}

fn heading(store: Store, index: EventIndex) -> String {
    let event = &store.corpus.events[index as usize];
    words::days(event.days, event.granularity)
}

fn articles(store: Store, limit: RwSignal<usize>) -> Vec<El> {
    let results = store.results.get();
    if results.articles.is_empty() {
        return vec![chips::nothing_left(store)];
    }
    let published = |index: &ArticleIndex| &store.corpus.articles[*index as usize].published;
    let shown: Vec<ArticleIndex> = results.articles.iter().copied().take(limit.get()).collect();
    let mut days: Vec<El> = shown
        .chunk_by(|one, other| published(one).date == published(other).date)
        .map(|group| {
            let title = words::day_of_publication(published(&group[0]));
            let rows = group.iter().map(|index| article_row(store, *index)).collect();
            day(&title, &words::count(group.len(), "article"), rows)
        })
        .collect();
    days.extend(more(results.articles.len(), limit));
    days
}

/// One day with its rows.
fn day(title: &str, aside: &str, rows: Vec<El>) -> El {
    let heading =
        el("h2", "").child(el("span", "").text(title)).child(el("span", "aside").text(aside));
    el("section", "day").child(heading).child(el("ol", "").children(rows))
}

fn more(all: usize, limit: RwSignal<usize>) -> Option<El> {
    let left = all.saturating_sub(limit.get());
    (left > 0).then(|| {
        let label = ["Show ", &words::number(left.min(ROWS)), " more of ", &words::number(left)];
        button("button", &label.concat(), move || limit.update(|limit| *limit += ROWS))
    })
}

fn event_row(store: Store, index: EventIndex) -> El {
    let event = &store.corpus.events[index as usize];
    let hits = store.selection.with_untracked(|it| parts::hits(store, &it.q, &event.title));
    let language = event
        .tellings
        .first()
        .and_then(|telling| store.corpus.articles.get(telling.article as usize))
        .map(|article| article.language.as_str());
    let title =
        parts::sourced("span", "title", language).children(parts::marked(&event.title, &hits));
    let row = button("row", "", move || store.send(Command::OpenEvent(Some(index))))
        .attr("data-event", &event.id)
        .truth("aria-current", move || store.state.with(|state| state.event == Some(index)))
        .child(parts::event_mark(event))
        .child(title)
        .child(el("span", "meta").text(&words::event_line(event, store.corpus)));
    el("li", "").child(row)
}

fn article_row(store: Store, index: ArticleIndex) -> El {
    let article = &store.corpus.articles[index as usize];
    let language = Some(article.language.as_str());
    let q = store.selection.with_untracked(|it| it.q.clone());
    let title = parts::sourced("span", "title", language)
        .children(parts::marked(&article.title, &parts::hits(store, &q, &article.title)));
    let by = match &article.agency {
        Some(agency) => {
            let outlet = words::isolated(words::outlet(article));
            [&outlet, ", from ", &words::isolated(agency)].concat()
        }
        None => words::outlet(article).to_owned(),
    };
    let when = match article.published.time {
        Some(time) => [&time.to_string(), ", ", &words::basis(&article.published)].concat(),
        None => words::basis(&article.published),
    };
    let hits = parts::hits(store, &q, &article.body);
    let found = excerpt(&article.body, &hits).map(|(words, hits)| {
        parts::sourced("span", "excerpt", language)
            .text("\u{2026}")
            .children(parts::marked(words, &hits))
            .text("\u{2026}")
    });
    let row = button("row article", "", move || store.send(Command::OpenArticle(Some(index))))
        .attr("data-article", &article.id)
        .truth("aria-current", move || store.state.with(|state| state.article == Some(index)))
        .child(el("span", "kicker").attr("dir", "auto").text(&by))
        .child(title)
        .child(el("span", "meta").text(&when))
        .maybe(found);
    el("li", "").child(row)
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
