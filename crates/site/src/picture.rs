//! The timeline as a picture for previews: what happened when, and who tells it.
//!
//! Without words: no typeface comes with the build, and the page that is shared
//! says its title beside the picture. It shows the story's days. On top stands how many
//! articles tell of each; below, one lane for each outlet has a dot for what it tells of
//! the events that stand for the story and a square for what it published, and a line
//! joins an event's tellers. Empty years are cut out, and so is what lies before the story
//! and after it: breaks at the ends say that there is such.

mod canvas;
mod png;

use std::collections::BTreeMap;

use dateline_model::{Basis, Corpus, Day, Event, Status};

use canvas::{Canvas, Colour};

use crate::story::{Part, Story};

/// In pixels, as previews want it.
pub(crate) const WIDTH: usize = 1200;
/// In pixels.
pub(crate) const HEIGHT: usize = 630;

/// What it shows, in words.
pub(crate) const ALT: &str =
    "A timeline of the story: how many articles tell of each day, and which outlet tells what";

/// Free ground on every side.
const MARGIN: f32 = 64.0;
/// Where the columns' line ends, and how far from there it breaks if there is more on that side.
const END: f32 = 18.0;
const BREAK: f32 = 12.0;
/// The last lane, and how far lanes are apart.
const LAST: f32 = 562.0;
const LANE: f32 = 45.0;
/// How far above the first lane the line is that the columns stand on.
const GROUND: f32 = 82.0;
/// More outlets share the last lane.
const LANES: usize = 7;
/// Columns are at least this far apart, and no wider than the other.
const STEP: f32 = 12.0;
const WIDEST: f32 = 44.0;
/// Days without anything count no more than these.
const GAP: i32 = 12;

/// The picture as a PNG. The same corpus gives the same bytes.
pub(crate) fn picture(corpus: &Corpus, story: &Story) -> Vec<u8> {
    let mut canvas = Canvas::new(WIDTH, HEIGHT, token("paper"));
    let (scale, lanes) = (Scale::new(corpus, story), Lanes::new(corpus));
    columns(&mut canvas, story, &scale, lanes.height(0) - GROUND);
    tellers(&mut canvas, corpus, story, &scale, &lanes);
    png::encode(WIDTH, HEIGHT, canvas.bytes())
}

/// The site's icon: one lane, and what was told on it.
pub(crate) fn icon() -> Vec<u8> {
    const SIDE: usize = 64;
    let mut canvas = Canvas::new(SIDE, SIDE, token("paper"));
    let middle = SIDE as f32 / 2.0;
    canvas.bar(4.0, middle - 2.0, SIDE as f32 - 8.0, 4.0, token("edge"));
    canvas.dot(14.0, middle, 9.0, token("ink"));
    canvas.dot(44.0, middle, 13.0, token("accent"));
    png::encode(SIDE, SIDE, canvas.bytes())
}

/// A colour of the page, by day.
fn token(name: &str) -> Colour {
    let tokens = include_str!("../../../style/tokens.css");
    let value = tokens.split_once(&format!("--{name}: light-dark(#")).map_or("", |(_, rest)| rest);
    let digits: Vec<u8> =
        value.chars().map_while(|c| c.to_digit(16)).map(|digit| digit as u8).collect();
    match digits[..] {
        [r, g, b] => [r * 17, g * 17, b * 17],
        [a, b, c, d, e, f, ..] => [a * 16 + b, c * 16 + d, e * 16 + f],
        _ => [0; 3],
    }
}

/// Where a day stands: long stretches without anything are short.
struct Scale {
    places: BTreeMap<Day, f32>,
    breaks: Vec<f32>,
}

impl Scale {
    fn new(corpus: &Corpus, story: &Story) -> Self {
        let shown = |day: &Day| story.told.days.is_none_or(|days| days.contains(*day));
        let happened = corpus.events.iter().map(|event| event.days.start);
        let published = corpus.articles.iter().filter_map(|article| article.published.date);
        let mut days: Vec<Day> = happened.chain(published).filter(shown).collect();
        days.sort_unstable();
        days.dedup();
        let mut at = 0;
        let (mut places, mut cuts) = (Vec::new(), Vec::new());
        for (number, day) in days.iter().enumerate() {
            if number > 0 {
                let gap = *day - days[number - 1];
                if gap > GAP {
                    cuts.push(at + GAP / 2);
                }
                at += gap.min(GAP);
            }
            places.push((*day, at));
        }
        let free = WIDTH as f32 - 2.0 * MARGIN;
        // A single day stands in the middle.
        let place = |x: i32| match at {
            0 => MARGIN + free / 2.0,
            _ => MARGIN + free * x as f32 / at as f32,
        };
        let ends = [(Part::Before, END + BREAK), (Part::After, WIDTH as f32 - END - BREAK)];
        let ends = ends.into_iter().filter(|(part, _)| story.part(*part).next().is_some());
        Self {
            places: places.into_iter().map(|(day, x)| (day, place(x))).collect(),
            breaks: cuts.into_iter().map(place).chain(ends.map(|(_, x)| x)).collect(),
        }
    }

    /// How far the closest two days are apart.
    fn apart(&self) -> f32 {
        let places: Vec<f32> = self.places.values().copied().collect();
        places.windows(2).map(|two| two[1] - two[0]).fold(WIDTH as f32, f32::min)
    }

    /// Where a day stands, if it is shown.
    fn place(&self, day: Day) -> Option<f32> {
        self.places.get(&day).copied()
    }
}

/// How many articles tell of a day, and the line that their columns stand on.
fn columns(canvas: &mut Canvas, story: &Story, scale: &Scale, ground: f32) {
    let apart = scale.apart();
    let mut counts: BTreeMap<i32, u32> = BTreeMap::new();
    for (day, count) in &story.told.bars {
        if let Some(x) = scale.place(*day) {
            // Days that are too close share a column.
            let x = if apart < STEP { (x / STEP).floor() * STEP + STEP / 2.0 } else { x };
            *counts.entry(x as i32).or_default() += count;
        }
    }
    let most = counts.values().copied().max().unwrap_or(0).max(1) as f32;
    let wide = (apart * 0.7).clamp(STEP - 3.0, WIDEST);
    for (x, count) in counts {
        // One article beside a thousand is still to be seen.
        let high = ((ground - MARGIN) * count as f32 / most).max(8.0);
        canvas.bar(x as f32 - wide / 2.0, ground - high, wide, high, token("soft"));
    }
    canvas.bar(END, ground, WIDTH as f32 - 2.0 * END, 2.0, token("edge"));
    for x in &scale.breaks {
        canvas.bar(x - 5.0, ground - 1.0, 10.0, 4.0, token("paper"));
        for side in [-5.0, 5.0] {
            canvas.line(
                (x + side - 3.0, ground + 8.0),
                (x + side + 3.0, ground - 7.0),
                2.0,
                token("soft"),
            );
        }
    }
}

/// A lane for each outlet, those with most articles first.
struct Lanes<'c> {
    of: BTreeMap<Option<&'c str>, usize>,
    count: usize,
}

impl<'c> Lanes<'c> {
    fn new(corpus: &'c Corpus) -> Self {
        let mut outlets: BTreeMap<Option<&str>, usize> = BTreeMap::new();
        for article in &corpus.articles {
            *outlets.entry(article.outlet.as_deref()).or_default() += 1;
        }
        let mut order: Vec<(Option<&str>, usize)> = outlets.into_iter().collect();
        order.sort_by_key(|(name, count)| (core::cmp::Reverse(*count), *name));
        let count = order.len().clamp(1, LANES);
        let of = order.iter().enumerate().map(|(at, (name, _))| (*name, at.min(count - 1)));
        Self { of: of.collect(), count }
    }

    fn height(&self, lane: usize) -> f32 {
        LAST - (self.count - 1 - lane) as f32 * LANE
    }
}

/// Who tells what.
fn tellers(canvas: &mut Canvas, corpus: &Corpus, story: &Story, scale: &Scale, lanes: &Lanes<'_>) {
    let height = |lane: usize| lanes.height(lane);
    let lane_of = &lanes.of;
    for lane in 0..lanes.count {
        canvas.bar(MARGIN, height(lane) - 1.0, WIDTH as f32 - 2.0 * MARGIN, 2.0, token("line"));
    }
    // What is known to the week or coarser has no place on a day.
    let shown: Vec<(f32, &Event)> = (corpus.events.iter().zip(&story.key))
        .filter(|(event, key)| **key && event.is_of_a_day())
        .filter_map(|(event, _)| Some((scale.place(event.days.start)?, event)))
        .collect();
    let radius = match shown.len() {
        0..=60 => 10.0,
        61..=400 => 7.0,
        _ => 4.5,
    };
    for article in &corpus.articles {
        let Some(day) = article.published.date else { continue };
        let Some(x) = scale.place(day) else { continue };
        let y = height(lane_of[&article.outlet.as_deref()]);
        let half = radius * 0.7;
        canvas.bar(x - half, y + radius + 4.0, 2.0 * half, 2.0 * half, token("accent"));
    }
    for (x, event) in shown {
        let mut told: Vec<usize> = event
            .tellings
            .iter()
            .filter_map(|telling| corpus.articles.get(telling.article as usize))
            .map(|article| lane_of[&article.outlet.as_deref()])
            .collect();
        told.sort_unstable();
        told.dedup();
        if let [first, .., last] = told[..] {
            canvas.bar(x - 1.5, height(first), 3.0, height(last) - height(first), token("soft"));
        }
        let hollow = event.basis == Basis::Inferred || event.status != Status::Happened;
        for lane in told {
            canvas.dot(x, height(lane), radius, token("ink"));
            if hollow {
                canvas.dot(x, height(lane), radius - 2.5, token("paper"));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use dateline_model::sample;

    use super::*;

    #[test]
    fn colours_are_the_page_s_own() {
        for name in ["ink", "line", "edge", "accent", "soft"] {
            assert_ne!(token(name), [0; 3], "{name}");
        }
        assert_eq!(token("paper"), [0xfb, 0xfa, 0xf6]);
        assert_eq!(token("card"), [0xff; 3]);
    }

    #[test]
    fn days_stand_in_their_order_inside_the_margins() {
        let corpus = sample::corpus();
        let mut story = Story::new(&corpus);
        story.told.days = None;
        let scale = Scale::new(&corpus, &story);
        let places: Vec<f32> = scale.places.values().copied().collect();
        assert!(places.is_sorted() && places.len() > 4);
        assert_eq!(places[0], MARGIN);
        assert_eq!(*places.last().unwrap(), WIDTH as f32 - MARGIN);
        assert!(!scale.breaks.is_empty(), "decades lie between");
    }

    #[test]
    fn only_the_story_s_days_are_shown_and_breaks_say_that_there_are_others() {
        let corpus = sample::corpus();
        let story = Story::new(&corpus);
        let days = story.told.days.unwrap();
        let scale = Scale::new(&corpus, &story);
        assert!(scale.places.keys().all(|day| days.contains(*day)), "{days:?}");
        let outside = corpus.events.iter().any(|event| event.days.end < days.start);
        assert!(outside && scale.breaks.contains(&(END + BREAK)), "{:?}", scale.breaks);
    }

    #[test]
    fn a_corpus_of_nothing_is_a_picture_too_and_so_is_one_of_a_single_day() {
        let picture = |corpus: &Corpus| super::picture(corpus, &Story::new(corpus));
        assert!(picture(&Corpus::default()).starts_with(b"\x89PNG"));
        let mut one = sample::corpus();
        one.events.clear();
        one.articles.truncate(1);
        one.entities.iter_mut().for_each(|entity| entity.articles.retain(|at| *at == 0));
        assert!(picture(&one).starts_with(b"\x89PNG"));
    }
}
