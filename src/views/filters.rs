//! People, places, organisations and outlets with live counts of articles: a click
//! includes, a second small control excludes. While the pointer or the focus is among
//! them no row leaves its place.

use core::cell::{Cell, RefCell};
use std::rc::Rc;

use dateline_model::{Day, DayRange, Entity, EntityIndex, EntityKind, Spelling, story_days};
use dateline_query::{Results, Selection, Spread};
use dateline_sort::sort_by;
use dateline_text::fold;
use dateline_words as words;
use leptos::prelude::*;
use web_sys::Element;

use super::header::{field, show_value, typed};
use super::parts;
use super::screen::Screen;
use crate::dom::{El, button, el, hear, svg};
use crate::state::{Command, Store, View};

/// How many values of a group are shown before "5 more people…".
const FIRST: usize = 6;
/// How many more each further click shows.
const MORE: usize = 60;
/// So many spellings of a name are shown; the answer to "why one?" has them all.
const SPELLINGS: usize = 3;
/// So many names are offered that occur together with what is chosen.
const TOGETHER: usize = 5;
/// A name's days are drawn in so many columns at most.
const COLUMNS: u8 = 24;
/// Where all days are so many times as long as the story, only the story's are drawn.
const BACKGROUND: i32 = 3;

const GROUPS: [(EntityKind, &str, &str); 3] = [
    (EntityKind::Person, "People", "people"),
    (EntityKind::Place, "Places", "places"),
    (EntityKind::Organisation, "Organisations", "organisations"),
];

/// What all groups of values share.
#[derive(Clone)]
struct Panel {
    store: Store,
    /// What is typed to find a name.
    find: RwSignal<String>,
    /// Whether the pointer or the focus is inside, so that nothing may jump.
    held: Rc<Cell<bool>>,
    /// Whether a group keeps an order that is not the best any more.
    stale: Rc<Cell<bool>>,
    /// Counts how often the groups were put into their best order again.
    sorted: RwSignal<u32>,
    /// The chosen name under which those are offered that go with it, and how many were.
    offered: Rc<Cell<(Option<EntityIndex>, usize)>>,
    /// The days over which names are drawn.
    days: Option<DayRange>,
}

/// The column of filters; on a narrow screen a sheet at its foot.
pub fn filters(store: Store, screen: Screen) -> El {
    let panel = Panel {
        store,
        find: RwSignal::new(String::new()),
        held: Rc::new(Cell::new(false)),
        stale: Rc::new(Cell::new(false)),
        sorted: RwSignal::new(0),
        offered: Rc::new(Cell::new((None, 0))),
        days: drawn_days(store),
    };
    let find = panel.find;
    let input =
        field("find", "Find a name", "Find a name among all people, places and organisations");
    let input = typed(input, move |words| find.set(words));
    show_value(&input, move || find.get());
    // What was typed was for the page as it was.
    hear(&store.mount.host, "popstate", move |_| find.set(String::new()));
    let groups = GROUPS
        .into_iter()
        .map(|(kind, title, noun)| group(panel.clone(), kind, title, noun))
        .collect();
    let done = button("done", "", move || screen.close_sheet())
        .live_text(move || ["Show ", &shown(store)].concat());
    let role =
        move || Some(if screen.has_sheet.get() { "dialog" } else { "complementary" }.to_owned());
    let values = el("div", "values")
        .child(input)
        .child(el("p", "legend").text(&legend(panel.days)))
        .children(groups)
        .child(outlets(panel.clone()));
    let made = el("div", "filters")
        .attr("id", "filters")
        .attr("aria-label", "Filters")
        .attr("tabindex", "-1")
        .live("role", role)
        .toggle("open", move || screen.sheet.get())
        .flag("inert", move || screen.has_sheet.get() && !screen.sheet.get())
        .child(values)
        .child(done);
    hold(panel, made)
}

/// What the numbers and the small bars are.
fn legend(days: Option<DayRange>) -> String {
    let numbers = "Numbers are articles";
    match days {
        Some(days) => [numbers, ", small bars their days: ", &words::range(days), "."].concat(),
        None => [numbers, "."].concat(),
    }
}

/// The days over which names are drawn: all days of publication, or most of them where a few lie far off.
fn drawn_days(store: Store) -> Option<DayRange> {
    let dated = |at: &u32| store.corpus.articles.get(*at as usize)?.published.date;
    // In the order of their days.
    let all = store.results.with_untracked(|results| {
        match *store.selection.read_untracked() == Selection::default() {
            true => results.articles.clone(),
            false => store.engine.run(&Selection::default()).articles,
        }
    });
    let told: Vec<(Day, u32)> = all.iter().filter_map(dated).map(|day| (day, 1)).collect();
    let whole = DayRange { start: told.first()?.0, end: told.last()?.0 };
    let most = story_days(&told)?;
    Some(if whole.days() > most.days() * BACKGROUND { most } else { whole })
}

/// Holds the rows while the pointer or the focus is inside, and sorts them when both have left.
fn hold(panel: Panel, made: El) -> El {
    let element = made.element().clone();
    let (pointer, mount) = (Rc::new(Cell::new(false)), panel.store.mount);
    let left = move |panel: Panel, pointer: Rc<Cell<bool>>, element: Element| {
        // The focus comes to its new place after it has left the old one.
        let settle = move || {
            let focus = mount.active().is_some_and(|active| element.contains(Some(&active)));
            let held = pointer.get() || focus;
            panel.held.set(held);
            if !held && panel.stale.replace(false) {
                panel.find.set(String::new());
                panel.sorted.update(|sorted| *sorted += 1);
            }
        };
        mount.soon(settle);
    };
    let enters = |over: Option<bool>| {
        let (panel, pointer) = (panel.clone(), pointer.clone());
        move |_| {
            panel.held.set(true);
            if let Some(over) = over {
                pointer.set(over);
            }
        }
    };
    let leaves = |over: Option<bool>| {
        let (panel, pointer, element) = (panel.clone(), pointer.clone(), element.clone());
        move |_| {
            if let Some(over) = over {
                pointer.set(over);
            }
            left(panel.clone(), pointer.clone(), element.clone());
        }
    };
    made.on("pointerenter", enters(Some(true)))
        .on("focusin", enters(None))
        .on("pointerleave", leaves(Some(false)))
        .on("focusout", leaves(None))
}

/// What darkens the page behind the sheet; a tap on it closes the sheet.
pub fn veil(screen: Screen) -> El {
    el("div", "veil").toggle("open", move || screen.sheet.get()).click(move || screen.close_sheet())
}

/// The button beside the search that opens the sheet, with the number of choices among the filters.
pub fn opener(store: Store, screen: Screen) -> El {
    let label = move || {
        let chosen = store.selection.with(|it| it.with.len() + it.without.len() + it.outlets.len());
        match chosen {
            0 => "Filters".to_owned(),
            _ => ["Filters \u{b7} ", &words::number(chosen)].concat(),
        }
    };
    button("button opener", "", move || {
        store.mount.when_whole(move || screen.open_sheet());
    })
    .attr("aria-haspopup", "dialog")
    .live_text(label)
}

/// "14 events", or articles where these are listed.
fn shown(store: Store) -> String {
    let results = store.results.get();
    match store.state.with(|state| state.view) {
        View::Articles => words::count(results.articles.len(), "article"),
        _ => words::count(results.events.len(), "event"),
    }
}

fn group(panel: Panel, kind: EntityKind, title: &'static str, noun: &'static str) -> El {
    let limit = RwSignal::new(FIRST);
    let order = Order::default();
    let store = panel.store;
    let content = move || {
        panel.sorted.track();
        let (results, selection) = (store.results.get(), store.selection.get());
        let typed = panel.find.get();
        let wanted = fold(typed.trim());
        let rows = ranked(store.library.entities(), kind, &results, &selection, &wanted);
        let rows = order.keep(&panel, &wanted, rows);
        let heading = heading(title);
        if rows.is_empty() && wanted.is_empty() {
            return Vec::new();
        }
        if rows.is_empty() {
            let none =
                ["None of the ", noun, " has ", &words::quoted(typed.trim()), " in its name."];
            return vec![heading, el("p", "meta none-named").text(&none.concat())];
        }
        // Everything that was typed for is shown as far as one screen goes.
        let limit_now = if wanted.is_empty() { limit.get() } else { limit.get().max(MORE) };
        let left = rows.len().saturating_sub(limit_now);
        let most = rows.iter().map(|(_, count)| *count).max().unwrap_or(0).max(1);
        let spread = panel.days.map(|days| store.engine.spread(&results.articles, days, COLUMNS));
        let together = together(&panel, &results, &selection);
        let mut shown: Vec<El> = rows
            .into_iter()
            .take(limit_now)
            .map(|(index, count)| {
                let with = together.as_ref().filter(|(under, _)| *under == index);
                let often = with.map(|(_, names)| often(&panel, &selection, names));
                value(store, index, count, most, spread.as_ref()).maybe(often)
            })
            .collect();
        if left > 0 {
            let label = [&words::number(left), " more ", noun, "\u{2026}"].concat();
            shown.push(button("link more", &label, move || limit.set(limit_now + MORE)));
        } else if limit_now > FIRST && shown.len() > FIRST && wanted.is_empty() {
            shown.push(button("link more", "Fewer", move || limit.set(FIRST)));
        }
        vec![heading, el("div", "facets").children(shown)]
    };
    list_of_values(el("div", "").live_children_by_frame(content), title)
}

/// A group's title; over the counts stands what they count.
fn heading(title: &str) -> El {
    el("h2", "").text(title).text(" ").child(el("span", "").text("articles"))
}

/// The order in which a group shows its values.
#[derive(Clone, Default)]
struct Order(Rc<RefCell<(String, Vec<u32>)>>);

impl Order {
    /// `rows` as they come; where the panel is held and the same is looked for, in their places.
    fn keep(&self, panel: &Panel, wanted: &str, rows: Vec<(u32, u32)>) -> Vec<(u32, u32)> {
        let mut last = self.0.borrow_mut();
        let rows = if panel.held.get() && last.0 == wanted {
            let kept = steady(&last.1, &rows);
            if kept != rows {
                panel.stale.set(true);
            }
            kept
        } else {
            rows
        };
        *last = (wanted.to_owned(), rows.iter().map(|(index, _)| *index).collect());
        rows
    }
}

/// `now` in the order of `before`; what is gone stays with a count of none, what is new comes last.
fn steady(before: &[u32], now: &[(u32, u32)]) -> Vec<(u32, u32)> {
    let most = before.iter().chain(now.iter().map(|(index, _)| index)).max();
    let mut counts = vec![None; most.map_or(0, |most| *most as usize + 1)];
    for &(index, count) in now {
        counts[index as usize] = Some(count);
    }
    let mut rows: Vec<(u32, u32)> = before
        .iter()
        .map(|&index| (index, counts[index as usize].take().unwrap_or_default()))
        .collect();
    rows.extend(now.iter().filter(|(index, _)| counts[*index as usize].is_some()));
    rows
}

/// Values are a toolbar: one Tab stop, arrows inside, "not" beside each.
fn list_of_values(made: El, title: &str) -> El {
    made.attr("role", "toolbar").attr("aria-orientation", "vertical").attr("aria-label", title)
}

/// The chosen name under which others are offered, and those that go with all that is chosen. It stays
/// the same one while further names are chosen, so that these do not move.
fn together(
    panel: &Panel,
    results: &Results,
    selection: &Selection,
) -> Option<(EntityIndex, Vec<(EntityIndex, u32)>)> {
    let last = panel.offered.get().0.filter(|last| selection.with.contains(last));
    let under = last.or(selection.with.first().copied());
    panel.offered.set((under, panel.offered.get().1));
    Some((under?, panel.store.engine.together(results, selection, TOGETHER)))
}

/// "Often with Sergey Lavrov": names to add, with the articles that would be left.
fn often(panel: &Panel, selection: &Selection, names: &[(EntityIndex, u32)]) -> El {
    let store = panel.store;
    let name = |index: &EntityIndex| store.library.entities()[*index as usize].name.as_str();
    let (under, before) = panel.offered.get();
    // Rows beneath keep their place while the panel is held.
    let spare = if panel.held.get() && selection.with.len() > 1 { before } else { 0 };
    panel.offered.set((under, spare.max(names.len())));
    if names.is_empty() && spare == 0 {
        return el("span", "");
    }
    let chosen: Vec<&str> = selection.with.iter().map(name).collect();
    let lead = ["Often with ", &words::all_of(&chosen), ":"].concat();
    let mut rows: Vec<El> = names
        .iter()
        .map(|&(index, count)| {
            let entity = &store.library.entities()[index as usize];
            button(&parts::coloured("with", entity.kind), "", move || {
                store.send(Command::Include(index));
            })
            .attr("data-often", &entity.id)
            .child(el("span", "").attr("dir", "auto").text(&entity.name))
            .text(" ")
            .child(el("span", "n").text(&words::number(count as usize)))
        })
        .collect();
    rows.resize_with(rows.len().max(spare), || el("span", "with"));
    el("div", "often").child(el("small", "").attr("dir", "auto").text(&lead)).children(rows)
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

/// One entity: its name, count, days and bar, and the control that excludes it.
fn value(store: Store, index: EntityIndex, count: u32, most: u32, spread: Option<&Spread>) -> El {
    let entity = &store.library.entities()[index as usize];
    let included = move || store.selection.with(|it| it.with.contains(&index));
    let excluded = move || store.selection.with(|it| it.without.contains(&index));
    // What an excluded name counts are the articles that it takes away.
    let out = store.selection.with_untracked(|it| it.without.contains(&index));
    let include = pick(&entity.name, if out { "\u{2212}" } else { "" }, count)
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
        .children(spellings(store, index))
        .maybe(spread.filter(|_| !out).map(|spread| sparkline(&spread.of(entity))))
        .child(bar(count * 100 / most))
}

/// A value's button, with its name and count.
fn pick(name: &str, sign: &str, count: u32) -> El {
    el("button", "pick")
        .attr("type", "button")
        .child(el("b", "").attr("dir", "auto").text(name))
        .child(el("span", "n").text(&[sign, &words::number(count as usize)].concat()))
}

/// "also Sergei Lavrov (2), Lavrov (1) and 2 more", and why these are one.
fn spellings(store: Store, index: EntityIndex) -> Vec<El> {
    let entity = &store.library.entities()[index as usize];
    let said = |spelling: &Spelling| {
        [&words::isolated(&spelling.text), " (", &words::number(spelling.count() as usize), ")"]
            .concat()
    };
    let others = || {
        let all = entity.spellings.iter();
        all.filter(|spelling| spelling.text != entity.name && spelling.count() > 0)
    };
    let all: Vec<String> = others().map(said).collect();
    // "OBAMA" beside "Obama" tells how a heading is set, and not what somebody is called.
    let shouted = |text: &str| {
        if text.chars().any(char::is_lowercase) {
            return false;
        }
        let folded = fold(text);
        let mut spelled = entity.spellings.iter().map(|spelling| &*spelling.text);
        spelled.any(|other| other != text && fold(other) == folded)
    };
    let calm: Vec<String> =
        others().filter(|spelling| !shouted(&spelling.text)).map(said).collect();
    if calm.is_empty() {
        return Vec::new();
    }
    let also = ["also ", &named(&calm), " "].concat();
    let also = el("small", "also").child(el("span", "").attr("dir", "auto").text(&also));
    let because = move || {
        let all = (all.len() > calm.len().min(SPELLINGS)).then(|| {
            el("p", "").attr("dir", "auto").text(&["Also ", &all.join(", "), "."].concat())
        });
        let why = match store.library.entity(index) {
            Some(entity) => parts::evidence("Taken for one.", &entity.evidence),
            None => parts::waiting(store),
        };
        all.into_iter().chain([why]).collect()
    };
    let (ask, answer) = parts::asking("link one", "why one?", because);
    vec![also.child(ask), answer]
}

/// The first few, and how many more there are.
fn named(all: &[String]) -> String {
    let shown = &all[..all.len().min(SPELLINGS)];
    match all.len() - shown.len() {
        0 => shown.join(", "),
        more => [&shown.join(", "), " and ", &words::number(more), " more"].concat(),
    }
}

fn outlets(panel: Panel) -> El {
    let order = Order::default();
    let store = panel.store;
    let content = move || {
        panel.sorted.track();
        let (results, selection) = (store.results.get(), store.selection.get());
        let mut rows: Vec<(u32, u32)> = results
            .facets
            .outlets
            .iter()
            .map(|(outlet, count)| ((*outlet).into(), *count))
            .collect();
        for index in &selection.outlets {
            if !rows.iter().any(|(outlet, _)| *outlet == u32::from(*index)) {
                rows.push(((*index).into(), 0));
            }
        }
        sort_by(&mut rows, &mut |one, other| (other.1, one.0) < (one.1, other.0));
        let rows = order.keep(&panel, "", rows);
        if rows.is_empty() {
            return Vec::new();
        }
        let most = rows.iter().map(|(_, count)| *count).max().unwrap_or(0).max(1);
        let made = rows
            .into_iter()
            .map(|(index, count)| outlet(store, index as u16, count, count * 100 / most))
            .collect();
        vec![heading("Outlets"), el("div", "facets").children(made)]
    };
    list_of_values(el("div", "").live_children_by_frame(content), "Outlets")
}

fn outlet(store: Store, index: u16, count: u32, share: u32) -> El {
    let name = store.engine.outlets()[usize::from(index)].as_str();
    let chosen = move || store.selection.with(|it| it.outlets.contains(&index));
    let choose = pick(name, "", count)
        .attr("data-outlet", name)
        .truth("aria-pressed", chosen)
        .click(move || store.send(Command::ToggleOutlet(index)));
    el("div", "facet").toggle("on", chosen).child(choose).child(bar(share))
}

/// A thin bar as long as this part, in per cent, of the longest in its group.
fn bar(share: u32) -> El {
    let width = [&share.min(100).to_string(), "%"].concat();
    let filled = el("i", "").style("width", &width);
    el("span", "bar").attr("aria-hidden", "true").child(filled)
}

/// Articles day by day as a line of bars, the highest as high as the line.
fn sparkline(counts: &[u32]) -> El {
    let view_box = ["0 0 ", &(counts.len() * 10).to_string(), " 16"].concat();
    svg("svg", "days-of-name")
        .attr("viewBox", &view_box)
        .attr("preserveAspectRatio", "none")
        .attr("aria-hidden", "true")
        .child(svg("path", "").attr("d", &bars(counts)))
}

/// The outline of such bars, ten units apart; what is there at all is seen.
fn bars(counts: &[u32]) -> String {
    let most = counts.iter().copied().max().unwrap_or(0).max(1);
    let mut path = String::new();
    for (at, count) in counts.iter().enumerate().filter(|(_, count)| **count > 0) {
        let high = (count * 16).div_ceil(most).max(2).to_string();
        path.extend(["M", &(at * 10).to_string(), " 16v-", &high, "h8v", &high, "z"]);
    }
    path
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

    #[test]
    fn rows_keep_their_places_and_what_is_new_comes_last() {
        assert_eq!(steady(&[3, 0, 5], &[(5, 9), (7, 4), (3, 2)]), [(3, 2), (0, 0), (5, 9), (7, 4)]);
        assert_eq!(steady(&[], &[(5, 9), (7, 4)]), [(5, 9), (7, 4)]);
        assert_eq!(steady(&[1], &[]), [(1, 0)]);
    }

    #[test]
    fn three_spellings_are_named_and_the_rest_is_counted() {
        let all = ["a", "b", "c", "d", "e"].map(String::from);
        assert_eq!(named(&all[..3]), "a, b, c");
        assert_eq!(named(&all), "a, b, c and 2 more");
    }

    #[test]
    fn the_highest_bar_is_as_high_as_the_line_and_the_lowest_is_seen() {
        assert_eq!(bars(&[100, 0, 1]), "M0 16v-16h8v16zM20 16v-2h8v2z");
        assert_eq!(bars(&[0, 0]), "");
    }
}
