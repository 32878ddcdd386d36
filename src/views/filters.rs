//! People, places, organisations and outlets with live counts: a click
//! includes, a second small control excludes.

use dateline_model::{Entity, EntityIndex, EntityKind};
use dateline_query::{Results, Selection};
use dateline_sort::sort_by;
use dateline_text::fold;
use dateline_words as words;
use leptos::prelude::*;

use super::header::{field, show_value};
use super::parts;
use super::screen::Screen;
use crate::dom::{El, button, el};
use crate::state::{Command, Store, View};

/// How many values of a group are shown before "5 more people…".
const FIRST: usize = 6;
/// How many more each further click shows.
const MORE: usize = 60;

const GROUPS: [(EntityKind, &str, &str); 3] = [
    (EntityKind::Person, "People", "people"),
    (EntityKind::Place, "Places", "places"),
    (EntityKind::Organisation, "Organisations", "organisations"),
];

/// The column of filters; on a narrow screen a sheet at its foot.
pub fn filters(store: Store, screen: Screen) -> El {
    let find = RwSignal::new(String::new());
    let input =
        field("find", "Find a name", "Find a name among all people, places and organisations")
            .on("input", move |event| find.set(event_target_value(&event)));
    show_value(&input, move || find.get());
    let groups = GROUPS
        .into_iter()
        .map(|(kind, title, noun)| group(store, find, kind, title, noun))
        .collect();
    let done = button("done", "", move || screen.close_sheet())
        .live_text(move || ["Show ", &shown(store)].concat());
    let role =
        move || Some(if screen.has_sheet.get() { "dialog" } else { "complementary" }.to_owned());
    let values = el("div", "values").child(input).children(groups).child(outlets(store));
    el("div", "filters")
        .attr("id", "filters")
        .attr("aria-label", "Filters")
        .attr("tabindex", "-1")
        .live("role", role)
        .toggle("open", move || screen.sheet.get())
        .flag("inert", move || screen.has_sheet.get() && !screen.sheet.get())
        .child(values)
        .child(done)
}

/// What darkens the page behind the sheet; a tap on it closes the sheet.
pub fn veil(screen: Screen) -> El {
    el("div", "veil").toggle("open", move || screen.sheet.get()).click(move || screen.close_sheet())
}

/// The button that opens the sheet.
pub fn opener(store: Store, screen: Screen) -> El {
    button("fab", "", move || screen.open_sheet())
        .attr("aria-haspopup", "dialog")
        .flag("hidden", move || screen.sheet.get() || screen.reading_over(store))
        .live_text(move || ["Filters \u{b7} ", &shown(store)].concat())
}

/// "14 events", or articles where these are listed.
fn shown(store: Store) -> String {
    let results = store.results.get();
    match store.state.with(|state| state.view) {
        View::Articles => words::count(results.articles.len(), "article"),
        _ => words::count(results.events.len(), "event"),
    }
}

fn group(
    store: Store,
    find: RwSignal<String>,
    kind: EntityKind,
    title: &'static str,
    noun: &'static str,
) -> El {
    let limit = RwSignal::new(FIRST);
    let content = move || {
        let (results, selection) = (store.results.get(), store.selection.get());
        let wanted = fold(&find.get());
        let rows = ranked(&store.corpus.entities, kind, &results, &selection, &wanted);
        if rows.is_empty() {
            return Vec::new();
        }
        // Everything that was typed for is shown as far as one screen goes.
        let limit_now = if wanted.is_empty() { limit.get() } else { limit.get().max(MORE) };
        let left = rows.len().saturating_sub(limit_now);
        let total = results.articles.len().max(1) as u32;
        let mut shown: Vec<El> = rows
            .into_iter()
            .take(limit_now)
            .map(|(index, count)| value(store, index, count, count * 100 / total))
            .collect();
        if left > 0 {
            let label = [&words::number(left), " more ", noun, "\u{2026}"].concat();
            shown.push(button("link more", &label, move || limit.set(limit_now + MORE)));
        } else if limit_now > FIRST && shown.len() > FIRST && wanted.is_empty() {
            shown.push(button("link more", "Fewer", move || limit.set(FIRST)));
        }
        vec![el("h2", "").text(title), el("div", "facets").children(shown)]
    };
    list_of_values(el("div", "").live_children(content), title)
}

/// Values are a toolbar: one Tab stop, arrows inside, "not" beside each.
fn list_of_values(made: El, title: &str) -> El {
    made.attr("role", "toolbar").attr("aria-orientation", "vertical").attr("aria-label", title)
}

/// The values of one kind with their counts: what is chosen first, then by
/// count, then in the corpus's order. With `wanted` (folded), all whose name or
/// one of whose spellings contains it, also those that nothing shown names.
fn ranked(
    entities: &[Entity],
    kind: EntityKind,
    results: &Results,
    selection: &Selection,
    wanted: &str,
) -> Vec<(EntityIndex, u32)> {
    let mut counts = vec![0; entities.len()];
    for (index, count) in &results.facets.entities {
        if let Some(slot) = counts.get_mut(*index as usize) {
            *slot = *count;
        }
    }
    let chosen = |index: &u32| selection.with.contains(index) || selection.without.contains(index);
    let mut rows: Vec<(EntityIndex, u32)> = (0..)
        .zip(entities)
        .filter(|(_, entity)| entity.kind == kind)
        .map(|(index, entity)| (index, entity, counts[index as usize]))
        .filter(|(index, entity, count)| {
            if wanted.is_empty() { *count > 0 || chosen(index) } else { is_named(entity, wanted) }
        })
        .map(|(index, _, count)| (index, count))
        .collect();
    sort_by(&mut rows, &mut |one, other| {
        (!chosen(&one.0), other.1, one.0) < (!chosen(&other.0), one.1, other.0)
    });
    rows
}

fn is_named(entity: &Entity, wanted: &str) -> bool {
    // Bytes: folded texts are short, and the library's search in texts is not.
    let has = |text: &str| {
        fold(text).as_bytes().windows(wanted.len()).any(|part| part == wanted.as_bytes())
    };
    has(&entity.name) || entity.spellings.iter().any(|spelling| has(&spelling.text))
}

/// One entity: its name, count and bar, and the control that excludes it.
fn value(store: Store, index: EntityIndex, count: u32, share: u32) -> El {
    let entity = &store.corpus.entities[index as usize];
    let included = move || store.selection.with(|it| it.with.contains(&index));
    let excluded = move || store.selection.with(|it| it.without.contains(&index));
    let include = pick(&entity.name, count)
        .attr("data-entity", &entity.id)
        .truth("aria-pressed", included)
        .click(move || store.send(Command::Include(index)));
    let exclude = button("not", "not", move || store.send(Command::Exclude(index)))
        .attr("aria-label", &["not ", &entity.name].concat())
        .truth("aria-pressed", excluded);
    el("div", &parts::coloured("facet", entity.kind))
        .toggle("on", included)
        .toggle("off", excluded)
        .child(include)
        .child(exclude)
        .children(spellings(entity))
        .child(bar(share))
}

/// A value's button, with its name and count.
fn pick(name: &str, count: u32) -> El {
    el("button", "pick")
        .attr("type", "button")
        .child(el("b", "").attr("dir", "auto").text(name))
        .child(el("span", "n").text(&words::number(count as usize)))
}

/// "also Sergei Lavrov (2)", and why these are one.
fn spellings(entity: &'static Entity) -> Vec<El> {
    let others: Vec<String> = entity
        .spellings
        .iter()
        .filter(|spelling| spelling.text != entity.name && spelling.count() > 0)
        .map(|spelling| {
            [&words::isolated(&spelling.text), " (", &words::number(spelling.count() as usize), ")"]
                .concat()
        })
        .collect();
    if others.is_empty() {
        return Vec::new();
    }
    let also = ["also ", &others.join(", "), " "].concat();
    let also = el("small", "also").child(el("span", "").attr("dir", "auto").text(&also));
    if entity.evidence.is_empty() {
        return vec![also];
    }
    let because = || vec![parts::evidence("Taken for one.", &entity.evidence)];
    let (ask, answer) = parts::asking("link one", "why one?", because);
    vec![also.child(ask), answer]
}

fn outlets(store: Store) -> El {
    let content = move || {
        let (results, selection) = (store.results.get(), store.selection.get());
        let most = results.facets.outlets.iter().map(|(_, count)| *count).max().unwrap_or(1).max(1);
        let mut rows = results.facets.outlets.clone();
        for index in &selection.outlets {
            if !rows.iter().any(|(outlet, _)| outlet == index) {
                rows.push((*index, 0));
            }
        }
        sort_by(&mut rows, &mut |one, other| (other.1, one.0) < (one.1, other.0));
        rows.into_iter()
            .map(|(index, count)| outlet(store, index, count, count * 100 / most))
            .collect()
    };
    let title = "Outlets";
    let values = list_of_values(el("div", "facets").live_children(content), title);
    el("div", "").child(el("h2", "").text(title)).child(values)
}

fn outlet(store: Store, index: u16, count: u32, share: u32) -> El {
    let name = store.engine.outlets()[usize::from(index)].as_str();
    let chosen = move || store.selection.with(|it| it.outlets.contains(&index));
    let choose = pick(name, count)
        .attr("data-outlet", name)
        .truth("aria-pressed", chosen)
        .click(move || store.send(Command::ToggleOutlet(index)));
    el("div", "facet").toggle("on", chosen).child(choose).child(bar(share))
}

/// A thin bar as long as this part, in per cent, of the whole.
fn bar(share: u32) -> El {
    let width = [&share.min(100).to_string(), "%"].concat();
    let filled = el("i", "").style("width", &width);
    el("span", "bar").attr("aria-hidden", "true").child(filled)
}

#[cfg(test)]
mod tests {
    use dateline_model::sample;
    use dateline_query::EngineOn;

    use super::*;

    fn check(selection: Selection, wanted: &str, expected: &[(u32, u32)]) {
        let corpus = sample::corpus();
        let results = EngineOn::new(&corpus).run(&selection);
        let rows = ranked(&corpus.entities, EntityKind::Person, &results, &selection, wanted);
        assert_eq!(rows, expected);
    }

    #[test]
    fn values_come_by_count_and_only_where_something_shown_names_them() {
        check(Selection::default(), "", &[(0, 2), (1, 2)]);
        check(Selection { q: "ferry".into(), ..Selection::default() }, "", &[]);
    }

    #[test]
    fn what_is_chosen_comes_first_and_stays() {
        check(Selection { with: vec![1], ..Selection::default() }, "", &[(1, 2), (0, 1)]);
        let impossible = Selection { q: "ferry".into(), with: vec![1], ..Selection::default() };
        check(impossible, "", &[(1, 0)]);
    }

    #[test]
    fn a_name_is_found_by_any_spelling_even_where_nothing_shown_has_it() {
        check(Selection::default(), "weiss", &[(1, 2)]);
        check(Selection { q: "ferry".into(), ..Selection::default() }, "quell", &[(0, 0)]);
    }
}
