//! What the band shows of a story, and where: bars, sentences with their places, what is folded away at
//! both ends, and where to go from days without anything. Pure; made anew for each step.

use dateline_axis::{Axis, Bar, Frame, Place, Room, Tick, Wish, bars, place, ticks};
use dateline_model::{Corpus, Day, DayRange, Event, EventIndex, Granularity};
use dateline_query::{Story, ToldEvent};
use dateline_sort::sort_by;

use super::size::Size;

/// A day's own view lists so many rows of sentences at most; the list under it has all.
const DAY_ROWS: usize = 3;

/// What is folded away at each end is told by so many events.
const ANCHORS: usize = 3;

/// What is coarser than an eighth of the days in view has no place among them.
const COARSEST: i32 = 8;

/// What is drawn.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Layout {
    /// The days in view.
    pub days: Option<DayRange>,
    /// The sizes it was made for.
    pub size: Size,
    /// Where days are, from the spine's left end.
    pub frame: Frame,
    /// Where the spine begins.
    pub left: i32,
    /// Articles that tell of the days.
    pub bars: Vec<Bar>,
    /// The highest of them.
    pub most: u32,
    /// What stands under the spine.
    pub ticks: Vec<Tick>,
    /// Sentences in the order of time.
    pub labels: Vec<Label>,
    /// How many events are dated in these days.
    pub inside: usize,
    /// What lies before.
    pub before: Option<Fold>,
    /// What lies after.
    pub after: Option<Fold>,
    /// In a view of one day: what is dated on it, as far as there is room; else empty.
    pub listed: Vec<EventIndex>,
    /// Where nothing is in view: the nearest day with anything.
    pub next: Option<Day>,
}

/// An event's sentence in the band.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Label {
    /// Whose.
    pub event: EventIndex,
    /// Where. Its `wish` is spent.
    pub place: Place,
    /// The middle of its day on the spine.
    pub x: i32,
    /// From where to where on the spine it took, or may have been.
    pub whisker: Option<(i32, i32)>,
    /// Whether it is among the heaviest in view.
    pub heavy: bool,
}

/// Events that are folded away at an end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fold {
    /// How many.
    pub events: usize,
    /// The day farthest away.
    pub farthest: Day,
    /// How fine that is.
    pub granularity: Granularity,
    /// The heaviest of them, in the order of time.
    pub anchors: Vec<EventIndex>,
}

impl Layout {
    /// The layout of `days` of a story.
    pub fn new(corpus: &Corpus, story: &Story, days: Option<DayRange>, size: Size) -> Self {
        let Some(days) = days else { return Self { size, ..Self::default() } };
        let event = |told: &ToldEvent| &corpus.events[told.event as usize];
        let mut layout = Self { days: Some(days), size, ..Self::default() };
        let (mut earlier, mut later, mut inside) = (Vec::new(), Vec::new(), Vec::new());
        for told in &story.events {
            let at = event(told).days;
            if at.end < days.start {
                earlier.push(*told);
            } else if at.start > days.end {
                later.push(*told);
            } else {
                inside.push(*told);
            }
        }
        layout.inside = inside.len();
        layout.before = fold(corpus, &earlier, |event| (event.days.start, false));
        layout.after = fold(corpus, &later, |event| (event.days.end, true));
        if inside.is_empty() {
            let first = later.iter().map(|told| event(told).days.start).min();
            layout.next = first.or(earlier.iter().map(|told| event(told).days.end).max());
        }
        let (left, right) = if size.narrow() {
            (0, 0)
        } else {
            let room =
                |fold: &Option<Fold>| if fold.is_some() { size.fold() + size.gap() } else { 0 };
            (room(&layout.before), room(&layout.after))
        };
        layout.left = left + size.margin();
        let spine = (size.width - left - right - 2 * size.margin()).max(1);
        layout.frame = frame(story, days, spine);
        layout.bars = bars(&layout.frame, size.narrowest_bar(), &story.bars);
        layout.most = layout.bars.iter().map(|bar| bar.count).max().unwrap_or(1).max(1);
        layout.ticks = ticks(&layout.frame, &|text| size.words(text));
        if size.narrow() {
            return layout;
        }
        if days.days() == 1 {
            layout.listed = of_the_day(corpus, inside, size.columns() * DAY_ROWS);
            return layout;
        }
        inside.retain(|told| {
            let one = event(told).days;
            one.days() == 1 || one.days() <= days.days() / COARSEST
        });
        layout.labels = layout.placed(corpus, &inside, (left, right));
        layout
    }

    /// The sentences that have room.
    fn placed(&self, corpus: &Corpus, told: &[ToldEvent], (left, right): (i32, i32)) -> Vec<Label> {
        let size = self.size;
        let x = |day: Day| self.left + self.frame.x(day);
        let wishes: Vec<Wish> = told
            .iter()
            .map(|told| Wish {
                x: x(corpus.events[told.event as usize].days.start),
                weight: told.weight,
                first: told.key,
            })
            .collect();
        let room = Room {
            label: size.label(),
            gap: size.gap(),
            above: (0, size.width),
            below: (left, size.width - right),
            reach: size.label() * 7 / 4,
        };
        let places = place(&wishes, room);
        let mut weights: Vec<u32> = places.iter().map(|place| wishes[place.wish].weight).collect();
        sort_by(&mut weights, &mut |one, other| one > other);
        // A fifth of them are set in bold, none where all are alike.
        let heavy = weights.get(weights.len() / 5).copied().unwrap_or(0);
        let uneven = weights.first() > weights.last();
        places
            .into_iter()
            .map(|place| {
                let index = told[place.wish].event;
                let event = &corpus.events[index as usize];
                let reach = event.bounds.unwrap_or(event.days);
                let whisker = (reach.days() > 1).then(|| (x(reach.start), x(reach.end)));
                let weight = wishes[place.wish].weight;
                Label {
                    event: index,
                    place,
                    x: x(event.days.start),
                    whisker: whisker.filter(|(from, to)| from < to),
                    heavy: uneven && weight > heavy,
                }
            })
            .collect()
    }

    /// How many events are dated on exactly these days.
    pub fn dated_on(corpus: &Corpus, story: &Story, days: DayRange) -> usize {
        let on = |told: &&ToldEvent| {
            let event = &corpus.events[told.event as usize];
            event.is_of_a_day() && days.contains(event.days.start)
        };
        story.events.iter().filter(on).count()
    }
}

/// Where days are: those with anything to tell, and both ends.
fn frame(story: &Story, days: DayRange, width: i32) -> Frame {
    let inside = story.bars.iter().map(|bar| bar.0).filter(|day| days.contains(*day));
    let mut points: Vec<(Day, Granularity)> =
        inside.chain([days.start, days.end]).map(|day| (day, Granularity::Day)).collect();
    sort_by(&mut points, &mut |one, other| one < other);
    points.dedup();
    Axis::new(&points, width).frame()
}

/// The words of an end: `far` gives an event's day at the far side, and whether later ones are farther.
fn fold(corpus: &Corpus, told: &[ToldEvent], far: fn(&Event) -> (Day, bool)) -> Option<Fold> {
    let event = |told: &ToldEvent| &corpus.events[told.event as usize];
    let farthest = told.iter().map(event).max_by_key(|event| {
        let (day, later) = far(event);
        if later { day.number() } else { -day.number() }
    })?;
    let mut heaviest = told.to_vec();
    sort_by(&mut heaviest, &mut |one, other| {
        (!one.key, u32::MAX - one.weight, one.event)
            < (!other.key, u32::MAX - other.weight, other.event)
    });
    heaviest.truncate(ANCHORS);
    let mut anchors: Vec<EventIndex> = heaviest.iter().map(|told| told.event).collect();
    sort_by(&mut anchors, &mut |one, other| one < other);
    Some(Fold {
        events: told.len(),
        farthest: far(farthest).0,
        granularity: farthest.granularity,
        anchors,
    })
}

/// What is dated on the day in view, the heaviest so many: first by the clock where a source gives the
/// hour, then the heaviest first. What is only known to the month is not dated on a day.
fn of_the_day(corpus: &Corpus, mut told: Vec<ToldEvent>, most: usize) -> Vec<EventIndex> {
    told.retain(|told| corpus.events[told.event as usize].is_of_a_day());
    let by_weight = |one: &ToldEvent, other: &ToldEvent| {
        (u32::MAX - one.weight, one.event) < (u32::MAX - other.weight, other.event)
    };
    sort_by(&mut told, &mut |one, other| by_weight(one, other));
    told.truncate(most);
    let clock = |told: &ToldEvent| {
        corpus.events[told.event as usize]
            .clock
            .map_or((1, 0), |clock| (0, u32::from(clock.hour) * 60 + u32::from(clock.minute)))
    };
    sort_by(&mut told, &mut |one, other| {
        let (here, there) = (clock(one), clock(other));
        here < there || (here == there && by_weight(one, other))
    });
    told.iter().map(|told| told.event).collect()
}

#[cfg(test)]
mod tests {
    use dateline_model::{ArticleIndex, Basis, Evidence, Status, Telling, sample};
    use dateline_query::{EngineOn, Selection};

    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    /// The sample's articles with events told on these days, by so many articles each.
    fn corpus(events: &[(&str, u32)]) -> Corpus {
        let mut corpus = sample::corpus();
        let sentence = corpus.events[0].tellings[0];
        corpus.events = events
            .iter()
            .map(|(text, tellers)| Event {
                id: (*text).into(),
                days: DayRange::single(day(text)),
                granularity: Granularity::Day,
                basis: Basis::Stated,
                bounds: None,
                clock: None,
                status: Status::Happened,
                title: (*text).into(),
                tellings: (0..*tellers)
                    .map(|article| Telling { article: article as ArticleIndex, ..sentence })
                    .collect(),
                entities: Vec::new(),
                weight: *tellers,
                key: false,
                links: Vec::new(),
                evidence: vec![Evidence {
                    rule: "r".into(),
                    text: String::new(),
                    why: String::new(),
                }],
            })
            .collect();
        corpus
    }

    fn layout(corpus: &Corpus, days: Option<DayRange>, width: i32) -> Layout {
        let story = EngineOn::new(corpus).story(&Selection::default());
        Layout::new(corpus, &story, days.or(story.days), Size { width, rem: 16 })
    }

    const TALKS: [(&str, u32); 7] = [
        ("1991-12-26", 1),
        ("2025-05-16", 4),
        ("2025-05-19", 3),
        ("2025-05-23", 4),
        ("2025-05-26", 4),
        ("2025-06-02", 4),
        ("2026-01-01", 1),
    ];

    #[test]
    fn background_and_outlook_are_folded_with_their_anchors() {
        let corpus = corpus(&TALKS);
        let found = layout(&corpus, None, 1392);
        let (before, after) = (found.before.unwrap(), found.after.unwrap());
        assert_eq!((before.events, before.farthest), (1, day("1991-12-26")));
        assert_eq!((after.events, after.anchors), (1, vec![6]));
        assert_eq!(found.labels.len(), 5);
        assert_eq!(found.bars.iter().map(|bar| bar.count).sum::<u32>(), 19);
    }

    #[test]
    fn where_nothing_is_the_next_day_is_offered() {
        let corpus = corpus(&TALKS);
        let empty = |from: &str, to: &str| {
            let days = DayRange { start: day(from), end: day(to) };
            let found = layout(&corpus, Some(days), 1392);
            assert_eq!((found.inside, found.labels.len()), (0, 0));
            found.next
        };
        assert_eq!(empty("2025-06-05", "2025-06-20"), Some(day("2026-01-01")));
        assert_eq!(empty("2027-01-01", "2027-02-01"), Some(day("2026-01-01")));
    }

    #[test]
    fn a_day_lists_what_is_dated_on_it_the_heaviest_first() {
        let corpus =
            corpus(&[("2025-05-16", 1), ("2025-05-16", 3), ("2025-05-16", 2), ("2025-05-17", 4)]);
        let found = layout(&corpus, Some(DayRange::single(day("2025-05-16"))), 1392);
        assert_eq!(found.listed, [1, 2, 0]);
        assert_eq!(found.labels, []);
    }

    #[test]
    fn a_year_is_no_day_of_a_story_and_a_point_of_a_century() {
        let mut corpus = corpus(&TALKS);
        let year = DayRange { start: day("2025-01-01"), end: day("2025-12-31") };
        corpus.events[1].days = year;
        corpus.events[1].granularity = Granularity::Year;
        let shown = |days| layout(&corpus, days, 1392).labels.iter().any(|label| label.event == 1);
        assert!(!shown(None));
        assert!(shown(Some(DayRange { start: day("1991-12-26"), end: day("2026-01-01") })));
    }

    #[test]
    fn a_phone_has_bars_and_no_sentences() {
        let found = layout(&corpus(&TALKS), None, 358);
        assert_eq!(found.labels, []);
        assert!(found.bars.len() == 5 && !found.ticks.is_empty());
    }
}
