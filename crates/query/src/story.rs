//! What a selection tells: its story's days, its bars by day, and its events with their weights. Days that
//! are chosen do not matter here: they are where a reader looks, and the story is what there is to look at.

use dateline_model::{ArticleIndex, Corpus, Day, DayRange, EventIndex, key_events, story_days};
use dateline_sort::{sort_by, sort_keys};

use crate::facets::Filter;

/// The story of what matches a selection, its days apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Story {
    /// The shortest span with most of the tellings of events of single days. `None` where nothing is told.
    pub days: Option<DayRange>,
    /// From the first day that is told of to the last.
    pub whole: Option<DayRange>,
    /// How many matching articles tell of a day, versions of one text once; ascending, days without any left out.
    pub bars: Vec<(Day, u32)>,
    /// What is told, in the order of the corpus.
    pub events: Vec<ToldEvent>,
}

/// An event as the matching articles tell it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ToldEvent {
    /// Which.
    pub event: EventIndex,
    /// How much they make of it: [`TELLER`] for each of their texts that tells it, and where as many do the
    /// event's own weight, up to that. What an editor alone tells has nobody to weigh it by: where it stands for
    /// the story, it weighs what the heaviest does.
    pub weight: u32,
    /// Whether it stands for the story.
    pub key: bool,
}

/// What one text more that tells an event adds to its weight.
pub const TELLER: u32 = 1024;

/// Who tells of which day: what the bars count, sorted once for all selections.
pub(crate) struct Tellers(Vec<Teller>);

/// An article that tells an event of one day. In the order of its fields.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Teller {
    day: Day,
    /// The first version of the article's text.
    text: ArticleIndex,
    event: EventIndex,
    article: ArticleIndex,
}

impl Tellers {
    pub fn new(corpus: &Corpus) -> Self {
        let mut tellers = Vec::new();
        for (at, event) in (0u32..).zip(&corpus.events).filter(|(_, event)| event.is_of_a_day()) {
            for telling in &event.tellings {
                if let Some(article) = corpus.articles.get(telling.article as usize) {
                    tellers.push(Teller {
                        day: event.days.start,
                        text: article.first_version(telling.article),
                        event: at,
                        article: telling.article,
                    });
                }
            }
        }
        sort_by(&mut tellers, &mut |one, other| one < other);
        Self(tellers)
    }
}

/// Tells the story of what `filter` lets through.
pub(crate) fn story(corpus: &Corpus, tellers: &Tellers, filter: &Filter) -> Story {
    let articles: Vec<bool> =
        (0..corpus.articles.len()).map(|at| filter.article_at_any_day(at)).collect();
    let mut story = Story::default();
    let mut shown = vec![false; corpus.events.len()];
    let mut weighed: Vec<(u32, bool)> = Vec::new();
    let mut days_told: Vec<(Day, u32)> = Vec::new();
    // Places of what the editor alone tells, and stands for the story.
    let mut own: Vec<usize> = Vec::new();
    for (at, event) in (0u32..).zip(&corpus.events) {
        if !filter.event_at_any_day(at as usize) {
            continue;
        }
        let mut texts: Vec<u64> = Vec::new();
        for telling in &event.tellings {
            if articles.get(telling.article as usize).copied().unwrap_or_default() {
                let article = &corpus.articles[telling.article as usize];
                texts.push(article.first_version(telling.article).into());
            }
        }
        sort_keys(&mut texts);
        texts.dedup();
        // What no article tells is an editor's own; it is told wherever no teller is asked for.
        if texts.is_empty() && !(event.tellings.is_empty() && filter.any_teller()) {
            continue;
        }
        shown[at as usize] = true;
        if event.is_of_a_day() {
            days_told.push((event.days.start, texts.len() as u32));
        }
        let told = (texts.len() as u32).saturating_mul(TELLER);
        let weight = told.saturating_add(event.weight.min(TELLER - 1));
        if event.key && event.tellings.is_empty() {
            own.push(weighed.len());
        }
        weighed.push((weight, event.key));
        story.events.push(ToldEvent { event: at, weight, key: false });
    }
    if !own.is_empty() {
        let heaviest = weighed.iter().map(|it| it.0).max().unwrap_or_default();
        for at in own {
            (story.events[at].weight, weighed[at].0) = (heaviest, heaviest);
        }
    }
    for (told, key) in story.events.iter_mut().zip(key_events(&weighed)) {
        told.key = key;
    }
    let mut last = None;
    for teller in &tellers.0 {
        let text = Some((teller.day, teller.text));
        if !shown[teller.event as usize] || !articles[teller.article as usize] || last == text {
            continue;
        }
        last = text;
        match story.bars.last_mut() {
            Some((day, count)) if *day == teller.day => *count += 1,
            _ => story.bars.push((teller.day, 1)),
        }
    }
    sort_by(&mut days_told, &mut |one, other| one.0 < other.0);
    story.days = story_days(&days_told);
    let days = |told: &ToldEvent| corpus.events[told.event as usize].days;
    let first = story.events.iter().map(|told| days(told).start).min();
    let end = story.events.iter().map(|told| days(told).end).max();
    story.whole = first.zip(end).map(|(start, end)| DayRange { start, end });
    // A corpus that dates nothing to the day still has a story: all of it.
    story.days = story.days.or(story.whole);
    story
}

#[cfg(test)]
mod tests {
    use dateline_model::sample;

    use super::*;
    use crate::{EngineOn, Selection};

    fn bars(story: &Story) -> Vec<(String, u32)> {
        story.bars.iter().map(|(day, count)| (day.to_string(), *count)).collect()
    }

    #[test]
    fn the_bars_count_each_text_once_a_day() {
        let corpus = sample::corpus();
        let story = EngineOn::new(&corpus).story(&Selection::default());
        for (day, count) in &story.bars {
            let mut texts: Vec<u32> = corpus
                .events
                .iter()
                .filter(|event| event.is_of_a_day() && event.days.start == *day)
                .flat_map(|event| &event.tellings)
                .map(|telling| {
                    corpus.articles[telling.article as usize].first_version(telling.article)
                })
                .collect();
            texts.sort_unstable();
            texts.dedup();
            assert_eq!(texts.len() as u32, *count, "{day}");
        }
        let days = corpus.events.iter().filter(|event| event.is_of_a_day());
        let mut days: Vec<Day> = days.map(|event| event.days.start).collect();
        days.sort_unstable();
        days.dedup();
        assert_eq!(story.bars.iter().map(|bar| bar.0).collect::<Vec<_>>(), days);
        assert_eq!(story.events.len(), corpus.events.len());
    }

    #[test]
    fn what_no_article_tells_is_told_where_no_article_is_asked_for() {
        let mut corpus = sample::corpus();
        corpus.events[1].tellings.clear();
        let engine = EngineOn::new(&corpus);
        let told = |selection: &Selection| {
            engine.story(selection).events.iter().any(|told| told.event == 1)
        };
        assert!(told(&Selection::default()));
        assert!(!told(&Selection { outlets: vec![0], ..Selection::default() }));
    }

    #[test]
    fn what_the_editor_alone_tells_weighs_what_the_heaviest_does_where_it_stands_for_the_story() {
        let mut corpus = sample::corpus();
        corpus.events[1].tellings.clear();
        for key in [true, false] {
            corpus.events[1].key = key;
            let story = EngineOn::new(&corpus).story(&Selection::default());
            let weight = |event: u32| story.events.iter().find(|it| it.event == event);
            let own = weight(1).map(|it| it.weight).unwrap_or_default();
            let heaviest = story.events.iter().filter(|it| it.event != 1).map(|it| it.weight).max();
            assert_eq!(Some(own) == heaviest, key);
            assert_eq!(own < TELLER, !key);
        }
    }

    #[test]
    fn chosen_days_change_nothing() {
        let corpus = sample::corpus();
        let engine = EngineOn::new(&corpus);
        let day = Day::new(2024, 3, 4);
        let some = Selection { from: day, to: day, with: vec![2], ..Selection::default() };
        let all = Selection { from: None, to: None, ..some.clone() };
        assert_eq!(engine.story(&some), engine.story(&all));
    }

    #[test]
    fn what_only_excluded_articles_tell_is_not_told() {
        let corpus = sample::corpus();
        let engine = EngineOn::new(&corpus);
        let all = engine.story(&Selection::default());
        for entity in 0..corpus.entities.len() as u32 {
            let story = engine.story(&Selection { without: vec![entity], ..Selection::default() });
            assert!(story.events.len() < all.events.len() || bars(&story) == bars(&all));
            for told in &story.events {
                let event = &corpus.events[told.event as usize];
                let left = event.tellings.iter().any(|telling| {
                    let article = &corpus.articles[telling.article as usize];
                    article.mentions.iter().all(|mention| mention.entity != entity)
                });
                assert!(left, "{} without {entity}", event.id);
            }
        }
    }

    #[test]
    fn an_event_weighs_what_the_matching_texts_give_it() {
        let mut corpus = sample::corpus();
        let engine = EngineOn::new(&corpus);
        let all = engine.story(&Selection::default());
        let outlet = engine.story(&Selection { outlets: vec![0], ..Selection::default() });
        for told in &outlet.events {
            let whole = all.events.iter().find(|other| other.event == told.event).unwrap();
            assert!(told.weight <= whole.weight);
        }
        drop(engine);
        // Another telling by the same text adds nothing, an own weight without end no teller.
        corpus.events[0].weight = u32::MAX;
        let again = corpus.events[0].tellings[0];
        corpus.events[0].tellings.push(again);
        let weight = EngineOn::new(&corpus).story(&Selection::default()).events[0].weight;
        let texts = all.events[0].weight / TELLER;
        assert_eq!(weight, texts * TELLER + TELLER - 1);
    }

    #[test]
    fn a_selection_that_finds_nothing_has_no_story() {
        let corpus = sample::corpus();
        let engine = EngineOn::new(&corpus);
        let story = engine.story(&Selection { with: vec![99], ..Selection::default() });
        assert_eq!(story, Story::default());
    }
}
