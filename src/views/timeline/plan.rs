//! What the timeline shows before any zoom: events and articles on their days,
//! and the axis they span. Made once for each result and width.

use dateline_axis::{Axis, Window};
use dateline_model::{
    Article, ArticleIndex, Basis, Corpus, Day, DayRange, Event, EventIndex, Granularity, story_days,
};
use dateline_sort::sort_by;
use dateline_words as words;

/// Bounds farther than this from their date do not stretch the axis, in days;
/// their whisker ends at its edge.
const FAR: i32 = 14;

/// Sorted by day, as is everything drawn from it.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// Events in the corpus's order, which is by first day.
    pub events: Vec<Item>,
    /// Dated articles by day of publication.
    pub articles: Vec<Item>,
    /// The axis over both.
    pub axis: Axis,
}

/// An event or an article on its day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Item {
    /// Position in the corpus.
    pub index: u32,
    /// Where its mark stands.
    pub day: Day,
    /// How fine that is.
    pub granularity: Granularity,
    /// What its whisker covers: the days it may have been, or took.
    pub extent: Option<DayRange>,
    /// Whether these are bounds of something inferred.
    pub bounded: bool,
    /// How many tell it as far as is known, at least 1.
    pub tellers: u16,
    /// Sentences that tell it.
    pub tellings: u16,
}

impl Plan {
    /// A plan of these events and articles on `width` pixels.
    pub fn new(
        corpus: &Corpus,
        events: &[EventIndex],
        articles: &[ArticleIndex],
        width: i32,
    ) -> Self {
        let mut events: Vec<Item> = events
            .iter()
            .filter_map(|&index| Some(of_event(corpus, index, corpus.events.get(index as usize)?)))
            .collect();
        let mut articles: Vec<Item> = articles
            .iter()
            .filter_map(|&index| of_article(index, corpus.articles.get(index as usize)?))
            .collect();
        for items in [&mut events, &mut articles] {
            sort_by(items, &mut |one, other| (one.day, one.index) < (other.day, other.index));
        }
        let axis = Axis::new(&points(&events, &articles), width);
        Self { events, articles, axis }
    }

    /// What is in view at first: the story, or everything where the story leaves nothing out.
    pub fn opening(&self) -> Window {
        let told: Vec<(Day, u32)> = self
            .events
            .iter()
            .filter(|item| item.granularity >= Granularity::Day)
            .map(|item| (item.day, u32::from(item.tellers)))
            .collect();
        let ends = self.axis.segments().first().zip(self.axis.segments().last());
        story_days(&told)
            .filter(|days| {
                ends.is_some_and(|(first, last)| days.start > first.start || days.end < last.end)
            })
            .map_or(self.axis.fit(), |days| self.axis.show(days))
    }

    /// The days of its events.
    pub fn event_days(&self) -> Vec<Day> {
        self.events.iter().map(|item| item.day).collect()
    }

    /// The days of its articles.
    pub fn article_days(&self) -> Vec<Day> {
        self.articles.iter().map(|item| item.day).collect()
    }

    /// Where an event of the corpus stands among its events.
    pub fn position(&self, event: EventIndex) -> Option<usize> {
        self.events.iter().position(|item| item.index == event)
    }
}

fn of_event(corpus: &Corpus, index: EventIndex, event: &Event) -> Item {
    let extent = event.bounds.unwrap_or(event.days);
    Item {
        index,
        day: event.days.start,
        granularity: event.granularity,
        extent: (extent.days() > 1).then_some(extent),
        bounded: event.bounds.is_some(),
        tellers: words::tellers(event, corpus).how_many().max(1) as u16,
        tellings: event.tellings.len() as u16,
    }
}

fn of_article(index: ArticleIndex, article: &Article) -> Option<Item> {
    let published = &article.published;
    Some(Item {
        index,
        day: published.date?,
        granularity: published.granularity,
        extent: published
            .bounds()
            .filter(|bounds| published.basis == Basis::Inferred && bounds.days() > 1),
        bounded: true,
        tellers: 1,
        tellings: 1,
    })
}

/// The days that the axis must have: those of the marks and, where near, the
/// ends of their whiskers.
fn points(events: &[Item], articles: &[Item]) -> Vec<(Day, Granularity)> {
    let mut points = Vec::with_capacity(2 * (events.len() + articles.len()));
    for item in events.iter().chain(articles) {
        points.push((item.day, item.granularity));
        let Some(extent) = item.extent else { continue };
        points.extend(
            [extent.start, extent.end]
                .into_iter()
                .filter(|end| (*end - item.day).abs() <= FAR)
                .map(|end| (end, item.granularity)),
        );
    }
    points
}

#[cfg(test)]
mod tests {
    use dateline_model::sample;

    use super::*;

    #[test]
    fn the_sample_is_planned_by_day_with_its_tellers_counted() {
        let corpus = sample::corpus();
        let plan = Plan::new(&corpus, &[5, 0, 2], &[0, 2, 3], 1000);
        let events: Vec<u32> = plan.events.iter().map(|item| item.index).collect();
        assert_eq!(events, [0, 2, 5]);
        assert_eq!(plan.events[1].tellers, 2);
        // The fourth article has no date at all.
        assert_eq!(plan.articles.len(), 2);
        assert_eq!(plan.articles[1].extent.map(DayRange::days), Some(3));
        assert_eq!(plan.position(2), Some(1));
    }

    #[test]
    fn positions_that_the_corpus_lacks_are_left_out() {
        let plan = Plan::new(&sample::corpus(), &[99], &[99], 1000);
        assert!(plan.events.is_empty() && plan.articles.is_empty() && plan.axis.is_empty());
    }
}
