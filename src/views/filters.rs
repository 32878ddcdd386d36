//! People, places, organisations and outlets with live counts: a click
//! includes, a second small control excludes.

use dateline_model::{Entity, EntityIndex, EntityKind};
use dateline_query::{Results, Selection, fold};
use leptos::prelude::*;

use super::desk::Desk;
use super::{parts, words};
use crate::state::{Command, Store};

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
pub fn filters(store: Store, desk: Desk) -> AnyView {
    let find = RwSignal::new(String::new());
    let groups: Vec<AnyView> = GROUPS
        .into_iter()
        .map(|(kind, title, noun)| group(store, find, kind, title, noun))
        .collect();
    let done = move || ["Show ", &shown(store)].concat();
    let hidden = move || desk.has_sheet.get() && !desk.sheet.get();
    view! {
        <aside
            id="filters"
            class="filters"
            class:open=move || desk.sheet.get()
            role=move || if desk.has_sheet.get() { "dialog" } else { "complementary" }
            aria-label="Filters"
            tabindex="-1"
            inert=hidden
        >
            <input
                type="search"
                class="find"
                placeholder="Find a name"
                aria-label="Find a name among all people, places and organisations"
                autocomplete="off"
                spellcheck="false"
                prop:value=move || find.get()
                on:input=move |event| find.set(event_target_value(&event))
            />
            {groups}
            {outlets(store)}
            <button type="button" class="done" on:click=move |_| desk.close_sheet()>{done}</button>
        </aside>
        <div class="veil" class:open=move || desk.sheet.get() on:click=move |_| desk.close_sheet()></div>
    }
    .into_any()
}

/// The button that opens the sheet.
pub fn opener(store: Store, desk: Desk) -> AnyView {
    let label = move || ["Filters \u{b7} ", &shown(store)].concat();
    let covered = move || {
        desk.sheet.get()
            || desk.is_phone.get()
                && store.state.with(|state| state.event.is_some() || state.article.is_some())
    };
    view! {
        <button
            type="button"
            class="fab"
            aria-haspopup="dialog"
            hidden=covered
            on:click=move |_| desk.open_sheet()
        >
            {label}
        </button>
    }
    .into_any()
}

/// "14 events", or articles where these are listed.
fn shown(store: Store) -> String {
    let results = store.results.get();
    match store.state.with(|state| state.view) {
        crate::state::View::List => words::count(results.articles.len(), "article"),
        _ => words::count(results.events.len(), "event"),
    }
}

fn group(
    store: Store,
    find: RwSignal<String>,
    kind: EntityKind,
    title: &'static str,
    noun: &'static str,
) -> AnyView {
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
        let mut shown: Vec<AnyView> = rows
            .into_iter()
            .take(limit_now)
            .map(|(index, count)| value(store, index, count, count * 100 / total))
            .collect();
        if left > 0 {
            let label = [&words::number(left), " more ", noun, "\u{2026}"].concat();
            shown.push(parts::button("link more", label, move || limit.set(limit_now + MORE)));
        } else if limit_now > FIRST && shown.len() > FIRST && wanted.is_empty() {
            shown.push(parts::button("link more", "Fewer", move || limit.set(FIRST)));
        }
        vec![view! { <h2>{title}</h2> <div class="facets">{shown}</div> }.into_any()]
    };
    view! { <div role="group" aria-label=title>{content}</div> }.into_any()
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
    rows.sort_by_key(|(index, count)| (!chosen(index), core::cmp::Reverse(*count), *index));
    rows
}

fn is_named(entity: &Entity, wanted: &str) -> bool {
    fold(&entity.name).contains(wanted)
        || entity.spellings.iter().any(|spelling| fold(&spelling.text).contains(wanted))
}

/// One entity: its name, count and bar, and the control that excludes it.
fn value(store: Store, index: EntityIndex, count: u32, share: u32) -> AnyView {
    let entity = &store.corpus.entities[index as usize];
    let included = move || store.selection.with(|it| it.with.contains(&index));
    let excluded = move || store.selection.with(|it| it.without.contains(&index));
    let class = match entity.kind {
        EntityKind::Person => "facet person",
        EntityKind::Place => "facet place",
        EntityKind::Organisation => "facet organisation",
    };
    let choose = move |command: Command| {
        store.send(command);
        // The value may have moved; the focus goes with it.
        let selector = ["[data-entity=\"", &entity.id, "\"]"].concat();
        request_animation_frame(move || super::desk::focus(&selector));
    };
    view! {
        <div class=class class:on=included class:off=excluded>
            <button
                type="button"
                class="pick"
                data-entity=entity.id.as_str()
                aria-pressed=move || if included() { "true" } else { "false" }
                on:click=move |_| choose(Command::Include(index))
            >
                <b dir="auto">{entity.name.as_str()}</b>
                <span class="n">{words::number(count as usize)}</span>
            </button>
            <button
                type="button"
                class="not"
                aria-pressed=move || if excluded() { "true" } else { "false" }
                aria-label=["Exclude ", &entity.name].concat()
                on:click=move |_| choose(Command::Exclude(index))
            >
                "not"
            </button>
            {spellings(entity)}
            {bar(share)}
        </div>
    }
    .into_any()
}

/// "also Sergei Lavrov (2)", and why these are one.
fn spellings(entity: &'static Entity) -> AnyView {
    let others: Vec<String> = entity
        .spellings
        .iter()
        .filter(|spelling| spelling.text != entity.name && spelling.count() > 0)
        .map(|spelling| {
            [&spelling.text, " (", &words::number(spelling.count() as usize), ")"].concat()
        })
        .collect();
    if others.is_empty() {
        return ().into_any();
    }
    let open = RwSignal::new(false);
    let why = (!entity.evidence.is_empty()).then(|| {
        view! {
            <button
                type="button"
                class="link one"
                aria-expanded=move || if open.get() { "true" } else { "false" }
                on:click=move |_| open.update(|open| *open = !*open)
            >
                "why one?"
            </button>
        }
        .into_any()
    });
    view! {
        <small class="also">
            <span dir="auto">{["also ", &others.join(", ")].concat()}</span>
            " "
            {why}
        </small>
        {move || open.get().then(|| parts::evidence("Taken for one.", &entity.evidence))}
    }
    .into_any()
}

fn outlets(store: Store) -> AnyView {
    let content = move || {
        let (results, selection) = (store.results.get(), store.selection.get());
        let most = results.facets.outlets.iter().map(|(_, count)| *count).max().unwrap_or(1).max(1);
        let mut rows = results.facets.outlets.clone();
        for index in &selection.outlets {
            if !rows.iter().any(|(outlet, _)| outlet == index) {
                rows.push((*index, 0));
            }
        }
        rows.sort_by_key(|(index, count)| (core::cmp::Reverse(*count), *index));
        rows.into_iter()
            .map(|(index, count)| outlet(store, index, count, count * 100 / most))
            .collect::<Vec<AnyView>>()
    };
    view! {
        <div role="group" aria-label="Outlets">
            <h2>"Outlets"</h2>
            <div class="facets">{content}</div>
        </div>
    }
    .into_any()
}

fn outlet(store: Store, index: u16, count: u32, share: u32) -> AnyView {
    let name = store.engine.outlets()[usize::from(index)].as_str();
    let chosen = move || store.selection.with(|it| it.outlets.contains(&index));
    view! {
        <div class="facet" class:on=chosen>
            <button
                type="button"
                class="pick"
                data-outlet=name
                aria-pressed=move || if chosen() { "true" } else { "false" }
                on:click=move |_| store.send(Command::ToggleOutlet(index))
            >
                <b dir="auto">{name}</b>
                <span class="n">{words::number(count as usize)}</span>
            </button>
            {bar(share)}
        </div>
    }
    .into_any()
}

/// A thin bar as long as this part, in per cent, of the whole.
fn bar(share: u32) -> AnyView {
    view! {
        <span class="bar" aria-hidden="true">
            <i style:width=[&share.min(100).to_string(), "%"].concat()></i>
        </span>
    }
    .into_any()
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
