//! A scene as SVG text. One text for each redraw: a few hundred marks as
//! reactive nodes would cost more code and more time than the browser's parser.
//!
//! Colours are classes; `style/timeline.css` knows them.

use dateline_axis::{Bin, Frame, StretchKind, Tick, TickKind};
use dateline_model::Corpus;
use dateline_words as words;

use super::scene::{Look, MARGIN, Mark, Scene};

/// Height of the two lower rows, in pixels.
pub const HEIGHT: i32 = 262;

/// Where the axis is.
const AXIS: i32 = 166;
/// Baseline of the topmost label, and from one row to the next.
const FIRST_LABEL: i32 = 16;
const LABEL_ROW: i32 = 27;
/// The middle of the published marks and the first baseline under them.
const PAPERS: i32 = 216;
const NAMES: i32 = 237;
const NAME_ROW: i32 = 15;

/// Height of the overview's columns, and the line they stand on.
pub const COLUMN: i32 = 28;
/// The line under the overview's columns.
pub const BASE: i32 = 36;

/// The two lower rows. `cursor` is the mark that the keys are on.
pub fn draw(corpus: &Corpus, scene: &Scene, cursor: Option<usize>) -> String {
    let mut out = String::with_capacity(24 * 1024);
    out.push_str("<g aria-hidden=\"true\">");
    axis(&mut out, &scene.frame, AXIS);
    ticks(&mut out, &scene.ticks, AXIS, 24);
    for label in &scene.labels {
        let mark = &scene.marks[label.wish];
        let dashed = if mark.look == Look::Dashed { " dashed" } else { "" };
        line(
            &mut out,
            &["leader", dashed, open(mark)],
            (mark.x, row(label.row) + 6),
            (mark.x, AXIS - mark.radius - 1),
        );
    }
    scene.marks.iter().for_each(|mark| whisker(&mut out, mark, AXIS, scene.frame.width));
    out.push_str("</g>");
    for (at, mark) in scene.marks.iter().enumerate() {
        event(&mut out, corpus, mark, at, cursor == Some(at));
    }
    out.push_str("<g aria-hidden=\"true\">");
    for label in &scene.labels {
        let mark = &scene.marks[label.wish];
        out.push_str("<text");
        class(&mut out, &["label", open(mark), if label.flipped { " flipped" } else { "" }]);
        attribute(&mut out, "data-mark", label.wish as i32);
        let x = if label.flipped { label.right } else { label.left };
        text(&mut out, (x, row(label.row)), &label.text);
    }
    for name in scene.names.iter().filter(|name| name.row > 0) {
        line(&mut out, &["leader"], (name.mark, PAPERS + 8), (name.mark, NAMES + NAME_ROW - 11));
    }
    scene.papers.iter().for_each(|mark| whisker(&mut out, mark, PAPERS, scene.frame.width));
    for (at, mark) in scene.papers.iter().enumerate() {
        paper(&mut out, corpus, mark, at);
    }
    for name in &scene.names {
        out.push_str("<text class=\"small\"");
        text(&mut out, (name.x, NAMES + NAME_ROW * name.row as i32), &name.text);
    }
    out.push_str("</g>");
    out
}

/// The overview: all items behind those that match, over the axis.
pub fn draw_strip(frame: &Frame, all: &[Bin], matching: &[Bin], ticks_: &[Tick]) -> String {
    let mut out = String::with_capacity(8 * 1024);
    axis(&mut out, frame, BASE);
    let most = all.iter().map(Bin::count).max().unwrap_or(1).max(1);
    for (bins, name) in [(all, "column all"), (matching, "column")] {
        for bin in bins {
            let high = (COLUMN * bin.count() as i32 / most as i32).max(4);
            out.push_str("<rect");
            class(&mut out, &[name]);
            for (name, value) in [("x", bin.x), ("y", BASE - high), ("width", 5), ("height", high)]
            {
                attribute(&mut out, name, value);
            }
            out.push_str("/>");
        }
    }
    ticks(&mut out, ticks_, BASE, 18);
    out
}

fn row(row: usize) -> i32 {
    FIRST_LABEL + LABEL_ROW * row as i32
}

fn open(mark: &Mark) -> &'static str {
    if mark.open { " open" } else { "" }
}

fn axis(out: &mut String, frame: &Frame, y: i32) {
    let (least, most) = (-MARGIN, frame.width + MARGIN);
    let mut from = frame.stretches.first().map_or(most, |stretch| stretch.left - MARGIN).max(least);
    for stretch in frame.stretches.iter().filter(|stretch| stretch.kind == StretchKind::Break) {
        let middle = stretch.left + (stretch.right - stretch.left) / 2;
        if middle < least || middle > most {
            continue;
        }
        line(out, &["axis"], (from, y), (middle - 14, y));
        out.push_str("<path class=\"break\" d=\"");
        for at in [-10, -3, 4] {
            out.push('M');
            pair(out, (middle + at, y + 5));
            out.push_str("l6-10");
        }
        out.push_str("\"/>");
        from = middle + 14;
    }
    let end = frame.stretches.last().map_or(least, |stretch| stretch.right + MARGIN).min(most);
    line(out, &["axis"], (from, y), (end, y));
}

fn ticks(out: &mut String, ticks: &[Tick], y: i32, below: i32) {
    out.push_str("<path class=\"axis\" d=\"");
    for tick in ticks.iter().filter(|tick| tick.kind == TickKind::Day) {
        out.push('M');
        pair(out, (tick.x, y));
        out.push_str(if tick.label.is_some() { "v8" } else { "v4" });
    }
    out.push_str("\"/>");
    for tick in ticks {
        let Some(label) = &tick.label else { continue };
        out.push_str("<text");
        class(out, &["small", if tick.kind == TickKind::Break { " gap" } else { "" }]);
        text(out, (tick.x, y + below), label);
    }
}

fn event(out: &mut String, corpus: &Corpus, mark: &Mark, at: usize, cursor: bool) {
    let several = mark.look == Look::Several;
    let id = (!several).then(|| ("event", &*corpus.events[mark.index as usize].id));
    begin(out, mark, id);
    attribute(out, "data-mark", at as i32);
    out.push_str(" role=\"option\" id=\"timeline-mark-");
    out.push_str(&at.to_string());
    out.push_str(if mark.open {
        "\" aria-selected=\"true\""
    } else {
        "\" aria-selected=\"false\""
    });
    out.push_str(" aria-label=\"");
    escape(out, &mark.words);
    out.push_str("\">");
    if cursor {
        circle(out, "cursor", mark.x, mark.radius + 4);
    }
    if several {
        circle(out, "ring", mark.x, mark.radius);
        circle(out, "dot", mark.x, mark.radius - 3);
    } else {
        circle(out, "dot", mark.x, mark.radius);
    }
    if mark.look == Look::Crossed {
        let half = mark.radius + 2;
        line(out, &["dot"], (mark.x - half, AXIS + half), (mark.x + half, AXIS - half));
    }
    number(out, mark, AXIS);
    circle(out, "target", mark.x, 12.max(mark.radius));
    out.push_str("</g>");
}

fn paper(out: &mut String, corpus: &Corpus, mark: &Mark, at: usize) {
    let alone = mark.look != Look::Several;
    let id = alone.then(|| ("article", &*corpus.articles[mark.index as usize].id));
    begin(out, mark, id);
    attribute(out, "data-paper", at as i32);
    out.push('>');
    square(out, "dot", mark.x, if alone { mark.radius } else { mark.radius - 3 });
    if !alone {
        square(out, "ring", mark.x, mark.radius);
    }
    number(out, mark, PAPERS);
    square(out, "target", mark.x, 12);
    out.push_str("</g>");
}

fn begin(out: &mut String, mark: &Mark, id: Option<(&str, &str)>) {
    out.push_str("<g");
    let look = match mark.look {
        Look::Solid => " solid",
        Look::Hollow => " hollow",
        Look::Dashed => " hollow dashed",
        Look::Crossed => " hollow crossed",
        Look::Several => " solid several",
    };
    class(out, &["spot", look, open(mark)]);
    if let Some((what, id)) = id {
        out.push_str(" data-");
        out.push_str(what);
        out.push_str("=\"");
        escape(out, id);
        out.push('"');
    }
}

fn whisker(out: &mut String, mark: &Mark, y: i32, width: i32) {
    let Some((left, right)) = mark.whisker else { return };
    let paper = y == PAPERS;
    out.push_str("<path");
    let bar = if mark.bounded { "" } else { " bar" };
    class(out, &["whisker", bar, if paper { " paper" } else { "" }, open(mark)]);
    out.push_str(" d=\"");
    out.push('M');
    pair(out, (left, y));
    out.push('H');
    out.push_str(&right.to_string());
    // An end is marked where it is in view, and only of something inferred.
    let ends = |x: &i32| mark.bounded && *x != mark.x && (1 - MARGIN..width + MARGIN).contains(x);
    for x in [left, right].into_iter().filter(ends) {
        out.push('M');
        pair(out, (x, y - 4));
        out.push_str("v8");
    }
    out.push_str("\"/>");
}

fn number(out: &mut String, mark: &Mark, y: i32) {
    let Some(number) = mark.number else { return };
    out.push_str("<text");
    class(out, &["number", if number > 99 { " long" } else { "" }]);
    let said = if number > 999 { String::from("1k+") } else { words::number(number as usize) };
    text(out, (mark.x, y + 4), &said);
}

fn circle(out: &mut String, name: &str, x: i32, radius: i32) {
    out.push_str("<circle");
    class(out, &[name]);
    for (name, value) in [("cx", x), ("cy", AXIS), ("r", radius)] {
        attribute(out, name, value);
    }
    out.push_str("/>");
}

fn square(out: &mut String, name: &str, x: i32, half: i32) {
    out.push_str("<rect rx=\"1.5\"");
    class(out, &[name]);
    for (name, value) in
        [("x", x - half), ("y", PAPERS - half), ("width", 2 * half), ("height", 2 * half)]
    {
        attribute(out, name, value);
    }
    out.push_str("/>");
}

fn line(out: &mut String, names: &[&str], from: (i32, i32), to: (i32, i32)) {
    out.push_str("<path");
    class(out, names);
    out.push_str(" d=\"M");
    pair(out, from);
    out.push('L');
    pair(out, to);
    out.push_str("\"/>");
}

/// Ends the open tag of a text.
fn text(out: &mut String, (x, y): (i32, i32), said: &str) {
    attribute(out, "x", x);
    attribute(out, "y", y);
    out.push('>');
    escape(out, said);
    out.push_str("</text>");
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

/// Text of the sources is never markup.
fn escape(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            _ => out.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use dateline_model::sample;

    use super::*;
    use crate::views::timeline::plan::Plan;
    use crate::views::timeline::scene::{Measures, Open};

    fn drawn(corpus: &Corpus) -> String {
        let measure = |text: &str| 7 * text.chars().count() as i32;
        let events: Vec<u32> = (0..corpus.events.len() as u32).collect();
        let articles: Vec<u32> = (0..corpus.articles.len() as u32).collect();
        let plan = Plan::new(corpus, &events, &articles, 1000);
        let text = Measures { label: &measure, small: &measure };
        let scene = Scene::new(corpus, &plan, plan.axis.fit(), Open::default(), &text);
        draw(corpus, &scene, Some(0))
    }

    #[test]
    fn every_event_of_the_sample_has_its_mark_and_its_sentence() {
        let corpus = sample::corpus();
        let out = drawn(&corpus);
        for event in &corpus.events {
            assert!(out.contains(&["data-event=\"", &event.id, "\""].concat()), "{}", event.id);
        }
        assert!(out.contains("Monday 4 March 2024: The new bridge was opened"));
        assert_eq!(out.matches("class=\"cursor\"").count(), 1);
        assert_eq!(out.matches("<g").count(), out.matches("</g>").count());
    }

    #[test]
    fn the_words_of_a_source_are_never_markup() {
        let mut corpus = sample::corpus();
        corpus.events[0].title = "<script>\"a\" & b</script>".into();
        let out = drawn(&corpus);
        assert!(!out.contains("<script"));
        assert!(out.contains("&lt;script&gt;&quot;a&quot; &amp; b"));
    }
}
