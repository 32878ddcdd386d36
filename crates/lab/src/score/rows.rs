//! The table's rows. A floor is the figure that was last measured: it may rise, never fall.

use super::sets::{Input, Set};

/// One figure of one set.
pub struct Row {
    /// The set it is taken on.
    pub set: Set,
    /// What it says, as the table shows it.
    pub stage: &'static str,
    /// Which part of the scorer's line holds it.
    pub part: &'static str,
    /// Its key there.
    pub figure: &'static str,
    /// Below this the command fails.
    pub floor: f64,
    /// What was set out to be reached.
    pub goal: Option<f64>,
    /// What other tools reach on the same set.
    pub others: &'static str,
}

impl Row {
    /// Whether the set's or the figure's name has the word in it.
    pub fn names(&self, word: &str) -> bool {
        self.set.name().contains(word) || self.stage.contains(word)
    }
}

const TEXT: Set = Set::Pages { gold: "body_en", input: Input::Text };
const TEXT_DATES: Set = Set::Pages { gold: "dates_en", input: Input::Text };
const HTML: Set = Set::Pages { gold: "body_en", input: Input::Html };
const HTML_DATES: Set = Set::Pages { gold: "dates_en", input: Input::Html };
const GUM_TIMES: Set = Set::Times { gold: "gum_wikinews" };
const WARS: Set = Set::Times { gold: "wikiwars" };

const fn row(
    (set, stage): (Set, &'static str),
    (part, figure): (&'static str, &'static str),
    floor: f64,
    goal: f64,
    others: &'static str,
) -> Row {
    Row { set, stage, part, figure, floor, goal: Some(goal), others }
}

/// All rows; those of one set stand together.
#[rustfmt::skip]
pub const ROWS: &[Row] = &[
    row((TEXT, "body, segment F1"), ("body", "F1"), 0.899, 0.90, "long lines 0.78; trafilatura on the HTML 0.93"),
    row((TEXT, "title, loose"), ("title", "loose"), 0.807, 0.80, "first line 0.35"),
    row((TEXT, "publication day"), ("date", "acc"), 0.906, 0.88, "first full date 0.77"),
    row((TEXT, "author, loose"), ("author", "loose"), 0.683, 0.80, "–"),
    row((TEXT_DATES, "publication day"), ("date", "acc"), 0.758, 0.80, "first full date 0.64"),
    row((HTML, "body, segment F1"), ("body", "F1"), 0.5, 0.94, "trafilatura 0.93, readability-lxml 0.91"),
    row((HTML, "title, loose"), ("title", "loose"), 0.5, 0.92, "trafilatura 0.90"),
    row((HTML, "publication day"), ("date", "acc"), 0.5, 0.96, "htmldate 0.96"),
    row((HTML, "author, loose"), ("author", "loose"), 0.5, 0.80, "trafilatura 0.73"),
    row((HTML_DATES, "publication day"), ("date", "acc"), 0.5, 0.92, "htmldate 0.85"),
    row((GUM_TIMES, "calendar F1"), ("cal", "F1"), 0.855, 0.88, "HeidelTime 0.79, chrono-node 0.46"),
    Row { set: GUM_TIMES, stage: "calendar recall of days", part: "cal", figure: "dayR", floor: 0.867, goal: None, others: "HeidelTime 0.82, chrono-node 0.71" },
    row((WARS, "relaxed F1"), ("all", "relaxed F1"), 0.937, 0.93, "HeidelTime told the genre 0.92, not told 0.92"),
    row((WARS, "value F1"), ("all", "valueF1"), 0.870, 0.85, "HeidelTime told the genre 0.83, not told 0.61"),
    row((WARS, "calendar F1"), ("cal", "F1"), 0.922, 0.90, "HeidelTime told the genre 0.88, not told 0.60"),
];
