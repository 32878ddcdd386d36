//! The band's lines and bars, and the overview, as SVG text. One text for each redraw: a few hundred shapes
//! as reactive nodes would cost more code and more time than the browser's parser.
//!
//! Colours are classes; `style/timeline.css` knows them.

use dateline_axis::{Bar, Frame, StretchKind, Tick, TickKind};
use dateline_model::DayRange;

use super::layout::{Label, Layout};

/// Height of the overview's columns, and the line they stand on.
pub const COLUMN: i32 = 22;
/// The line under the overview's columns.
pub const BASE: i32 = 26;

/// How far lines reach beyond the first and the last day.
const MARGIN: i32 = 16;

/// The spine with its bars, and the leaders from it to the sentences. `open` is the event that is read, and
/// its day.
pub fn draw(layout: &Layout, open: Option<(u32, DayRange)>) -> String {
    let (size, left) = (layout.size, layout.left);
    let spine = size.spine();
    let mut out = String::with_capacity(12 * 1024);
    // Under everything: what a bar would hide is not seen.
    for label in &layout.labels {
        leader(&mut out, layout, label, open.is_some_and(|open| open.0 == label.event));
    }
    out.push_str("<g transform=\"translate(");
    pair(&mut out, (left, 0));
    out.push_str(")\">");
    for bar in &layout.bars {
        let of_open = open.is_some_and(|(_, days)| days.overlaps(bar.days));
        let high = (i64::from(size.bar()) * i64::from(bar.count) / i64::from(layout.most)) as i32;
        // Bars of wide days are no blocks: they stand apart, and are of a bearable width.
        let wide = (bar.right - bar.left).min(size.px(44));
        let inner = (wide * 5 / 8).max(wide.min(size.narrowest_bar() - 1));
        let x = (bar.left + bar.right - inner) / 2;
        column(
            &mut out,
            if of_open { "tally open" } else { "tally" },
            x,
            spine,
            inner,
            high.max(2),
        );
    }
    axis(&mut out, &layout.frame, spine);
    words(&mut out, &layout.ticks, spine, size.px(15));
    out.push_str("</g>");
    out
}

/// The overview: everything behind what matches, over the axis. Each is counts by day as columns.
pub fn draw_strip(frame: &Frame, all: &[Bar], matching: &[Bar], ticks: &[Tick]) -> String {
    let mut out = String::with_capacity(8 * 1024);
    axis(&mut out, frame, BASE);
    let most = all.iter().map(|bar| bar.count).max().unwrap_or(1).max(1);
    for (bars, name) in [(all, "column all"), (matching, "column")] {
        for bar in bars {
            let high = (i64::from(COLUMN) * i64::from(bar.count) / i64::from(most)) as i32;
            let wide = (bar.right - bar.left - 1).clamp(1, 14);
            let x = i32::midpoint(bar.left, bar.right - wide);
            column(&mut out, name, x, BASE, wide, high.max(3));
        }
    }
    words(&mut out, ticks, BASE, 15);
    out
}

/// From a sentence to its bar: down, across, down. Each row's across is at one height, so that leaders
/// whose ends have one order do not cross.
fn leader(out: &mut String, layout: &Layout, label: &Label, open: bool) {
    let (size, place) = (layout.size, label.place);
    let spine = size.spine();
    let look = if open { " open" } else { "" };
    out.push_str("<path");
    class(out, &["leader", look]);
    out.push_str(" d=\"M");
    if place.above {
        let foot = size.sentence();
        let top =
            layout.bars.iter().find(|bar| (bar.left..bar.right).contains(&(label.x - layout.left)));
        let high = top.map_or(0, |bar| size.bar() * bar.count as i32 / layout.most as i32);
        pair(out, (place.lead, foot + size.px(2)));
        down(out, foot + size.px(6));
        across(out, (label.x, foot + size.px(13)));
        down(out, spine - high - 2);
    } else {
        pair(out, (label.x, spine + size.px(20)));
        down(out, spine + size.px(26));
        across(out, (place.lead, spine + size.px(36)));
        down(out, size.below() - size.px(3));
    }
    out.push_str("\"/>");
    if let Some((from, to)) = label.whisker {
        let y = spine + 3;
        out.push_str("<path");
        class(out, &["whisker", look]);
        out.push_str(" d=\"M");
        pair(out, (from, y));
        out.push('H');
        out.push_str(&to.to_string());
        out.push_str("\"/>");
    }
}

fn down(out: &mut String, y: i32) {
    out.push('V');
    out.push_str(&y.to_string());
}

fn across(out: &mut String, to: (i32, i32)) {
    out.push('L');
    pair(out, to);
}

/// The line, with its breaks.
fn axis(out: &mut String, frame: &Frame, y: i32) {
    let (least, most) = (-MARGIN, frame.width + MARGIN);
    let mut from = least;
    for stretch in frame.stretches.iter().filter(|stretch| stretch.kind == StretchKind::Break) {
        let middle = stretch.left + (stretch.right - stretch.left) / 2;
        line(out, (from, y), (middle - 14, y));
        out.push_str("<path class=\"break\" d=\"");
        for at in [-10, -3, 4] {
            out.push('M');
            pair(out, (middle + at, y + 5));
            out.push_str("l6-10");
        }
        out.push_str("\"/>");
        from = middle + 14;
    }
    line(out, (from, y), (most, y));
}

fn line(out: &mut String, from: (i32, i32), to: (i32, i32)) {
    out.push_str("<path class=\"axis\" d=\"M");
    pair(out, from);
    across(out, to);
    out.push_str("\"/>");
}

/// Ticks and what stands under them.
fn words(out: &mut String, ticks: &[Tick], y: i32, below: i32) {
    out.push_str("<path class=\"axis\" d=\"");
    for tick in ticks.iter().filter(|tick| tick.kind == TickKind::Day) {
        out.push('M');
        pair(out, (tick.x, y));
        out.push_str(if tick.label.is_some() { "v4" } else { "v3" });
    }
    out.push_str("\"/>");
    for tick in ticks {
        let Some(label) = &tick.label else { continue };
        out.push_str("<text");
        class(out, &["small", if tick.kind == TickKind::Break { " gap" } else { "" }]);
        attribute(out, "x", tick.x);
        attribute(out, "y", y + below);
        out.push('>');
        // Words of ours alone; still, text is never markup.
        for c in label.chars() {
            match c {
                '&' => out.push_str("&amp;"),
                '<' => out.push_str("&lt;"),
                _ => out.push(c),
            }
        }
        out.push_str("</text>");
    }
}

fn column(out: &mut String, name: &str, x: i32, base: i32, wide: i32, high: i32) {
    out.push_str("<rect");
    class(out, &[name]);
    for (name, value) in [("x", x), ("y", base - high), ("width", wide), ("height", high)] {
        attribute(out, name, value);
    }
    out.push_str("/>");
}

fn class(out: &mut String, names: &[&str]) {
    out.push_str(" class=\"");
    names.iter().for_each(|name| out.push_str(name));
    out.push('"');
}

fn attribute(out: &mut String, name: &str, value: i32) {
    out.push(' ');
    out.push_str(name);
    out.push_str("=\"");
    out.push_str(&value.to_string());
    out.push('"');
}

fn pair(out: &mut String, (x, y): (i32, i32)) {
    out.push_str(&x.to_string());
    out.push(' ');
    out.push_str(&y.to_string());
}

#[cfg(test)]
mod tests {
    use dateline_model::sample;
    use dateline_query::{EngineOn, Selection};

    use super::*;
    use crate::views::timeline::size::Size;

    #[test]
    fn every_sentence_has_its_leader_and_every_day_its_bar() {
        let corpus = sample::corpus();
        let story = EngineOn::new(&corpus).story(&Selection::default());
        let layout = Layout::new(&corpus, &story, story.whole, Size { width: 1392, rem: 16 });
        // The first label may be a year that no bar stands for.
        let of_a_day = |label: &&Label| corpus.events[label.event as usize].days.days() == 1;
        let open = layout.labels.iter().find(of_a_day).unwrap().event;
        let out = draw(&layout, Some((open, corpus.events[open as usize].days)));
        assert_eq!(out.matches("class=\"leader").count(), layout.labels.len());
        assert_eq!(out.matches("class=\"leader open").count(), 1);
        assert_eq!(out.matches("<rect").count(), layout.bars.len());
        assert!(out.contains("class=\"tally open\""));
        assert_eq!(out.matches("<g").count(), out.matches("</g>").count());
    }
}
