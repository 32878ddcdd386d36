//! Every action of the reader as one value, and what each does to the state.
//!
//! Pure: no signal, no browser. [`apply`] is the only place that decides what
//! an action means.

use dateline_model::{ArticleIndex, Corpus, DayRange, EntityIndex, EventIndex, Parts};
use dateline_query::Selection;

/// All that the address holds. Plain data.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct State {
    /// Which articles and events are shown.
    pub selection: Selection,
    /// The event that is open, or that the open article was reached from.
    pub event: Option<EventIndex>,
    /// The article that is open.
    pub article: Option<ArticleIndex>,
    /// Which of the lists is shown.
    pub view: View,
    /// Whether all days are in view where none are chosen, and not the story's only.
    pub all_years: bool,
}

/// The lists under the timeline.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// The events that stand for the story, by day, within the days in view.
    #[default]
    Story,
    /// All events in order of time: the timeline in words.
    Events,
    /// Articles in order of publication.
    Articles,
    /// Events against outlets.
    Compare,
}

impl View {
    /// All of them, in the order of the tabs.
    pub const ALL: [Self; 4] = [Self::Story, Self::Events, Self::Articles, Self::Compare];

    /// The word the address uses.
    pub fn name(self) -> &'static str {
        match self {
            Self::Story => "story",
            Self::Events => "timeline",
            Self::Articles => "list",
            Self::Compare => "compare",
        }
    }
}

/// One action of the reader.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// Search titles and texts for these words; an empty text shows all again.
    Search(String),
    /// Keep only what names this entity; a second time takes the choice back.
    Include(EntityIndex),
    /// Keep only what does not name this entity; a second time takes the choice back.
    Exclude(EntityIndex),
    /// Take back any choice about this entity.
    Drop(EntityIndex),
    /// Choose an outlet (by position among the corpus's outlets), or take the choice back.
    ToggleOutlet(u16),
    /// Keep only these days, or all days again, with the story's in view.
    Brush(Option<DayRange>),
    /// Keep all days and have them all in view.
    AllYears,
    /// Open an event beside the list, or close it.
    OpenEvent(Option<EventIndex>),
    /// Open an article beside the list, or close it and return to the event it came from.
    OpenArticle(Option<ArticleIndex>),
    /// Show another of the lists.
    SetView(View),
    /// Let the timeline look at these days. Selects nothing, so the address stays.
    Focus(DayRange),
    /// Take back every choice; what is open stays open.
    Clear,
    /// Take back every choice and close what is open.
    Home,
    /// Show exactly this, as an address or an embedding page asks.
    Go(State),
}

/// The state after `command`. Positions that the corpus lacks change nothing.
pub fn apply(state: &State, command: Command, parts: &Parts<'_>) -> State {
    let corpus = parts.corpus();
    let mut next = state.clone();
    let selection = &mut next.selection;
    let known = |entity: EntityIndex| (entity as usize) < parts.entities().len();
    match command {
        Command::Search(q) => selection.q = q,
        Command::Include(entity) if known(entity) => {
            selection.without.retain(|one| *one != entity);
            toggle(&mut selection.with, entity);
        }
        Command::Exclude(entity) if known(entity) => {
            selection.with.retain(|one| *one != entity);
            toggle(&mut selection.without, entity);
        }
        Command::Include(_) | Command::Exclude(_) => {}
        Command::Drop(entity) => {
            selection.with.retain(|one| *one != entity);
            selection.without.retain(|one| *one != entity);
        }
        Command::ToggleOutlet(outlet) => {
            if usize::from(outlet) < corpus.outlets().len() {
                toggle(&mut selection.outlets, outlet);
            }
        }
        Command::Brush(days) => {
            selection.from = days.map(|days| days.start);
            selection.to = days.map(|days| days.end);
            next.all_years = false;
        }
        Command::AllYears => {
            (selection.from, selection.to) = (None, None);
            next.all_years = true;
        }
        Command::OpenEvent(None) => (next.event, next.article) = (None, None),
        Command::OpenEvent(Some(event)) => {
            if (event as usize) < corpus.events.len() {
                (next.event, next.article) = (Some(event), None);
            }
        }
        Command::OpenArticle(None) => next.article = None,
        Command::OpenArticle(Some(article)) => {
            if (article as usize) < corpus.articles.len() {
                next.article = Some(article);
                next.event = next.event.filter(|event| tells(corpus, *event, article));
            }
        }
        Command::SetView(view) => next.view = view,
        Command::Focus(_) => {}
        Command::Clear => {
            *selection = Selection::default();
            next.all_years = false;
        }
        Command::Home => next = State { view: state.view, ..State::default() },
        Command::Go(state) => next = state,
    }
    next
}

/// Whether `article` tells `event`.
fn tells(corpus: &Corpus, event: EventIndex, article: ArticleIndex) -> bool {
    corpus
        .events
        .get(event as usize)
        .is_some_and(|event| event.tellings.iter().any(|telling| telling.article == article))
}

/// Adds what is absent, takes out what is present. Sorted, so that one choice
/// has one address whatever the order of the clicks.
fn toggle<T: Ord>(chosen: &mut Vec<T>, value: T) {
    match chosen.binary_search(&value) {
        Ok(at) => drop(chosen.remove(at)),
        Err(at) => chosen.insert(at, value),
    }
}

#[cfg(test)]
mod tests {
    use dateline_model::{Day, sample};

    use super::*;

    /// The state after `commands`, from nothing.
    fn after(commands: Vec<Command>) -> State {
        let corpus = sample::corpus();
        let parts = Parts::new(&corpus, Vec::new());
        commands.into_iter().fold(State::default(), |state, command| apply(&state, command, &parts))
    }

    fn check(commands: Vec<Command>, expected: State) {
        assert_eq!(after(commands), expected);
    }

    fn selecting(selection: Selection) -> State {
        State { selection, ..State::default() }
    }

    #[test]
    fn a_second_click_takes_a_choice_back() {
        let with = |with| selecting(Selection { with, ..Selection::default() });
        check(vec![Command::Include(2)], with(vec![2]));
        check(vec![Command::Include(2), Command::Include(2)], with(vec![]));
        check(vec![Command::Exclude(2), Command::Exclude(2)], with(vec![]));
        check(vec![Command::ToggleOutlet(1), Command::ToggleOutlet(1)], with(vec![]));
    }

    #[test]
    fn an_entity_is_included_or_excluded_but_never_both() {
        let state = after(vec![Command::Include(2), Command::Exclude(2)]);
        assert_eq!((state.selection.with, state.selection.without), (vec![], vec![2]));
        let state = after(vec![Command::Exclude(2), Command::Include(2)]);
        assert_eq!((state.selection.with, state.selection.without), (vec![2], vec![]));
        check(vec![Command::Exclude(2), Command::Drop(2)], State::default());
    }

    #[test]
    fn the_order_of_the_clicks_does_not_matter() {
        let one = after(vec![Command::Include(3), Command::Include(1)]);
        assert_eq!(one, after(vec![Command::Include(1), Command::Include(3)]));
    }

    #[test]
    fn positions_that_the_corpus_lacks_change_nothing() {
        for command in [
            Command::Include(99),
            Command::Exclude(99),
            Command::ToggleOutlet(99),
            Command::OpenEvent(Some(99)),
            Command::OpenArticle(Some(99)),
        ] {
            check(vec![command], State::default());
        }
    }

    #[test]
    fn an_article_keeps_the_event_it_was_reached_from_only_if_it_tells_it() {
        let open = |event, article| State { event, article, ..State::default() };
        let from_event = vec![Command::OpenEvent(Some(2)), Command::OpenArticle(Some(1))];
        check(from_event, open(Some(2), Some(1)));
        let elsewhere = vec![Command::OpenEvent(Some(2)), Command::OpenArticle(Some(3))];
        check(elsewhere, open(None, Some(3)));
    }

    #[test]
    fn closing_an_article_returns_to_its_event() {
        let mut steps = vec![Command::OpenEvent(Some(2)), Command::OpenArticle(Some(1))];
        steps.push(Command::OpenArticle(None));
        assert_eq!(after(steps.clone()).event, Some(2));
        steps.push(Command::OpenEvent(None));
        check(steps, State::default());
    }

    #[test]
    fn a_brush_sets_both_ends_and_lifts_both() {
        let day = Day::new(2024, 3, 4);
        let days = DayRange::single(day.unwrap());
        let brushed = Selection { from: day, to: day, ..Selection::default() };
        check(vec![Command::Brush(Some(days))], selecting(brushed));
        check(vec![Command::Brush(Some(days)), Command::Brush(None)], State::default());
    }

    #[test]
    fn all_years_and_chosen_days_take_each_other_back() {
        let days = DayRange::single(Day::new(2024, 3, 4).unwrap());
        let all = State { all_years: true, ..State::default() };
        check(vec![Command::Brush(Some(days)), Command::AllYears], all);
        let brushed = after(vec![Command::AllYears, Command::Brush(Some(days))]);
        assert!(!brushed.all_years && brushed.selection.from == Some(days.start));
        check(vec![Command::AllYears, Command::Brush(None)], State::default());
    }

    #[test]
    fn clearing_keeps_what_is_being_read() {
        let steps = vec![
            Command::Search("toll".into()),
            Command::Include(1),
            Command::OpenArticle(Some(0)),
            Command::Clear,
        ];
        check(steps, State { article: Some(0), ..State::default() });
    }
}
