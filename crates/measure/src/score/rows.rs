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

const EWT: Set = Set::Names { gold: "ewt_dev", genre: None };
const GUM: Set = Set::Names { gold: "gum", genre: None };
const GUM_NEWS: Set = Set::Names { gold: "gum", genre: Some("news") };

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
    row((TEXT, "body, segment F1"), ("body", "F1"), 0.925, 0.90, "long lines 0.78; trafilatura on the HTML 0.93"),
    row((TEXT, "title, loose"), ("title", "loose"), 0.877, 0.80, "first line 0.35"),
    row((TEXT, "publication day"), ("date", "acc"), 0.962, 0.88, "first full date 0.77"),
    row((TEXT, "author, loose"), ("author", "loose"), 0.878, 0.80, "–"),
    row((TEXT_DATES, "publication day"), ("date", "acc"), 0.788, 0.80, "first full date 0.64"),
    row((HTML, "body, segment F1"), ("body", "F1"), 0.974, 0.94, "trafilatura 0.93, readability-lxml 0.91"),
    row((HTML, "title, loose"), ("title", "loose"), 0.982, 0.92, "trafilatura 0.90"),
    row((HTML, "publication day"), ("date", "acc"), 0.981, 0.96, "htmldate 0.96"),
    row((HTML, "author, loose"), ("author", "loose"), 0.878, 0.80, "trafilatura 0.73"),
    row((HTML_DATES, "publication day"), ("date", "acc"), 0.909, 0.92, "htmldate 0.85"),
    row((GUM_TIMES, "calendar F1"), ("cal", "F1"), 0.867, 0.88, "HeidelTime 0.79, chrono-node 0.46"),
    Row { set: GUM_TIMES, stage: "calendar recall of days", part: "cal", figure: "dayR", floor: 0.867, goal: None, others: "HeidelTime 0.82, chrono-node 0.71" },
    row((WARS, "relaxed F1"), ("all", "relaxed F1"), 0.953, 0.93, "HeidelTime told the genre 0.92, not told 0.92"),
    row((WARS, "value F1"), ("all", "valueF1"), 0.884, 0.85, "HeidelTime told the genre 0.83, not told 0.61"),
    row((WARS, "calendar F1"), ("cal", "F1"), 0.925, 0.90, "HeidelTime told the genre 0.88, not told 0.60"),
    row((EWT, "names, exact F1"), ("micro", "F1"), 0.701, 0.70, "spaCy small 0.57, compromise 0.47"),
    row((GUM, "names, exact F1"), ("micro", "F1"), 0.723, 0.70, "spaCy small 0.59, compromise 0.49"),
    Row { set: GUM_NEWS, stage: "names, exact F1", part: "micro", figure: "F1", floor: 0.659, goal: None, others: "spaCy small 0.57" },
    row((GUM_NEWS, "spellings, F1"), ("alias", "F1"), 0.848, 0.65, "rule on spaCy's names 0.56"),
    row((GUM_NEWS, "spellings, precision"), ("alias", "P"), 0.973, 0.93, "rule on spaCy's names 0.94"),
];
