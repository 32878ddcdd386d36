//! The timeline as a picture for previews: what happened when, and who tells it.
//!
//! Without words: no typeface comes with the build, and the page that is shared
//! says its title beside the picture. On top stands how many events there were;
//! below, one lane for each outlet has a dot for what it tells and a square for
//! what it published, and a line joins an event's tellers. Empty years are cut out.

mod canvas;
mod png;

use std::collections::BTreeMap;

use dateline_model::{Basis, Corpus, Day, Status};

use canvas::{Canvas, Colour};

/// In pixels, as previews want it.
pub(crate) const WIDTH: usize = 1200;
/// In pixels.
pub(crate) const HEIGHT: usize = 630;

/// What it shows, in words.
pub(crate) const ALT: &str = "A timeline of the events, one row for each outlet";

/// Free ground on every side.
const MARGIN: f32 = 64.0;
/// The line that the columns stand on, and the highest column.
const GROUND: f32 = 210.0;
const COLUMN: f32 = 146.0;
/// The first and the last lane.
const FIRST: f32 = 292.0;
const LAST: f32 = 562.0;
/// More outlets share the last lane.
const LANES: usize = 7;
/// Columns are this far apart.
const STEP: f32 = 12.0;
/// Days without anything count no more than these.
const GAP: i32 = 12;

/// The picture as a PNG. The same corpus gives the same bytes.
pub(crate) fn picture(corpus: &Corpus) -> Vec<u8> {
    let mut canvas = Canvas::new(WIDTH, HEIGHT, token("paper"));
    let scale = Scale::new(corpus);
    columns(&mut canvas, corpus, &scale);
    lanes(&mut canvas, corpus, &scale);
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
    fn new(corpus: &Corpus) -> Self {
        let happened = corpus.events.iter().map(|event| event.days.start);
        let published = corpus.articles.iter().filter_map(|article| article.published.date);
        let mut days: Vec<Day> = happened.chain(published).collect();
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
        Self {
            places: places.into_iter().map(|(day, x)| (day, place(x))).collect(),
            breaks: cuts.into_iter().map(place).collect(),
        }
    }

    fn place(&self, day: Day) -> f32 {
        self.places.get(&day).copied().unwrap_or(MARGIN)
    }
}

/// How many events there were, and the line they stand on.
fn columns(canvas: &mut Canvas, corpus: &Corpus, scale: &Scale) {
    let mut counts = vec![0u32; WIDTH / STEP as usize + 1];
    for event in &corpus.events {
        counts[(scale.place(event.days.start) / STEP) as usize] += 1;
    }
    let most = counts.iter().copied().max().unwrap_or(0).max(1) as f32;
    for (at, count) in counts.iter().enumerate().filter(|(_, count)| **count > 0) {
        // One event beside a thousand is still to be seen.
        let high = (COLUMN * *count as f32 / most).max(8.0);
        let left = at as f32 * STEP + 2.0;
        canvas.bar(left, GROUND - high, STEP - 3.0, high, token("soft"));
    }
    canvas.bar(MARGIN, GROUND, WIDTH as f32 - 2.0 * MARGIN, 2.0, token("edge"));
    for x in &scale.breaks {
        canvas.bar(x - 5.0, GROUND - 1.0, 10.0, 4.0, token("paper"));
        for side in [-5.0, 5.0] {
            canvas.line(
                (x + side - 3.0, GROUND + 8.0),
                (x + side + 3.0, GROUND - 7.0),
                2.0,
                token("soft"),
            );
        }
    }
}

/// Who tells what.
fn lanes(canvas: &mut Canvas, corpus: &Corpus, scale: &Scale) {
    let mut outlets: BTreeMap<Option<&str>, usize> = BTreeMap::new();
    for article in &corpus.articles {
        *outlets.entry(article.outlet.as_deref()).or_default() += 1;
    }
    let mut order: Vec<(Option<&str>, usize)> = outlets.into_iter().collect();
    order.sort_by_key(|(name, count)| (core::cmp::Reverse(*count), *name));
    let count = order.len().clamp(1, LANES);
    let height = |lane: usize| match count {
        1 => (FIRST + LAST) / 2.0,
        _ => FIRST + (LAST - FIRST) * lane as f32 / (count - 1) as f32,
    };
    let lane_of: BTreeMap<Option<&str>, usize> =
        order.iter().enumerate().map(|(at, (name, _))| (*name, at.min(count - 1))).collect();
    for lane in 0..count {
        canvas.bar(MARGIN, height(lane) - 1.0, WIDTH as f32 - 2.0 * MARGIN, 2.0, token("line"));
    }
    let radius = match corpus.events.len() {
        0..=60 => 10.0,
        61..=400 => 7.0,
        _ => 4.5,
    };
    for article in &corpus.articles {
        let Some(day) = article.published.date else { continue };
        let (x, y) = (scale.place(day), height(lane_of[&article.outlet.as_deref()]));
        let half = radius * 0.7;
        canvas.bar(x - half, y + radius + 4.0, 2.0 * half, 2.0 * half, token("accent"));
    }
    for event in &corpus.events {
        let x = scale.place(event.days.start);
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
        let scale = Scale::new(&sample::corpus());
        let places: Vec<f32> = scale.places.values().copied().collect();
        assert!(places.is_sorted() && places.len() > 4);
        assert_eq!(places[0], MARGIN);
        assert_eq!(*places.last().unwrap(), WIDTH as f32 - MARGIN);
        assert!(!scale.breaks.is_empty(), "decades lie between");
    }

    #[test]
    fn a_corpus_of_nothing_is_a_picture_too_and_so_is_one_of_a_single_day() {
        assert!(picture(&Corpus::default()).starts_with(b"\x89PNG"));
        let mut one = sample::corpus();
        one.events.clear();
        one.articles.truncate(1);
        assert!(picture(&one).starts_with(b"\x89PNG"));
    }
}
