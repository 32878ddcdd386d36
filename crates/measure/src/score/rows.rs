//! The table's rows. A floor is the figure that was last measured: it may rise, never fall.

use super::events::{Gold, Groups};
use super::halves::Half;
use super::pages::Saved;
use super::sets::{Input, Set, Tools};
use crate::Failure;

/// What is judged as one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// A set of documents, each by itself.
    Documents(Set),
    /// Groups of articles.
    Groups(Groups),
    /// Saved pages, in halves.
    Saved(Saved),
}

impl Source {
    /// As the table shows it.
    pub fn name(self) -> String {
        match self {
            Source::Documents(set) => set.name(),
            Source::Groups(groups) => groups.name(),
            Source::Saved(pages) => pages.name(),
        }
    }

    /// Reads it with `inspect` and gives its scorer's last line.
    pub fn judge(self, tools: &Tools) -> Result<String, Failure> {
        match self {
            Source::Documents(set) => set.judge(tools),
            Source::Groups(groups) => groups.judge(tools),
            Source::Saved(pages) => pages.judge(tools),
        }
    }
}

/// One figure of one set.
pub struct Row {
    /// The set it is taken on.
    pub set: Source,
    /// What it says, as the table shows it.
    pub stage: &'static str,
    /// Which part of the scorer's line holds it; empty where the line has no parts.
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
    let set = Source::Documents(set);
    Row { set, stage, part, figure, floor, goal: Some(goal), others }
}

const fn events(folder: &'static str, half: Half) -> Source {
    Source::Groups(Groups { folder, gold: Gold::Events, half })
}

const fn shared_names(folder: &'static str, half: Half) -> Source {
    Source::Groups(Groups { folder, gold: Gold::Names, half })
}

const ECB: Source = events("ecb", Half::Work);
const ECB_CHECK: Source = events("ecb", Half::Check);
const WIKINEWS: Source = events("wikinews", Half::Work);
const WIKINEWS_CHECK: Source = events("wikinews", Half::Check);
const TIMELINES: Source = events("t17", Half::Work);
const TIMELINES_CHECK: Source = events("t17", Half::Check);
const SHARED: Source = shared_names("wikinews", Half::Work);
const SHARED_CHECK: Source = shared_names("wikinews", Half::Check);

const fn saved(input: Input, english: bool, half: Half) -> Source {
    Source::Saved(Saved { input, english, half })
}

/// A figure of the large set of pages; the other tools' are of both halves.
const fn paged(
    (set, stage): (Source, &'static str),
    (part, figure): (&'static str, &'static str),
    floor: f64,
    goal: Option<f64>,
    others: &'static str,
) -> Row {
    Row { set, stage, part, figure, floor, goal, others }
}

/// A figure of a line without parts.
const fn worded(
    (set, stage): (Source, &'static str),
    figure: &'static str,
    floor: f64,
    goal: Option<f64>,
    others: &'static str,
) -> Row {
    Row { set, stage, part: "", figure, floor, goal, others }
}

/// All rows; those of one set stand together.
#[rustfmt::skip]
pub const ROWS: &[Row] = &[
    row((TEXT, "body, segment F1"), ("body", "F1"), 0.896, 0.90, "long lines 0.78; trafilatura on the HTML 0.93"),
    row((TEXT, "title, loose"), ("title", "loose"), 0.877, 0.80, "first line 0.35"),
    row((TEXT, "publication day"), ("date", "acc"), 0.962, 0.88, "first full date 0.77"),
    row((TEXT, "author, loose"), ("author", "loose"), 0.634, 0.80, "–"),
    row((TEXT_DATES, "publication day"), ("date", "acc"), 0.788, 0.80, "first full date 0.64"),
    row((HTML, "body, segment F1"), ("body", "F1"), 0.967, 0.94, "trafilatura 0.93, readability-lxml 0.91"),
    row((HTML, "title, loose"), ("title", "loose"), 0.982, 0.92, "trafilatura 0.90"),
    row((HTML, "publication day"), ("date", "acc"), 0.981, 0.96, "htmldate 0.96"),
    row((HTML, "author, loose"), ("author", "loose"), 0.805, 0.80, "trafilatura 0.73"),
    row((HTML_DATES, "publication day"), ("date", "acc"), 0.909, 0.92, "htmldate 0.85"),
    paged((saved(Input::Text, true, Half::Work), "body, F1"), ("body", "F1"), 0.932, Some(0.945), "–"),
    paged((saved(Input::Text, true, Half::Work), "pages of body F1 0.9"), ("body", "good"), 0.805, Some(0.82), "–"),
    paged((saved(Input::Text, true, Half::Work), "title, loose"), ("title", "loose"), 0.875, Some(0.82), "–"),
    paged((saved(Input::Text, true, Half::Work), "publication day"), ("date", "acc"), 0.907, Some(0.95), "–"),
    paged((saved(Input::Text, true, Half::Work), "authors, F1"), ("authors", "F1"), 0.793, Some(0.83), "–"),
    paged((saved(Input::Text, true, Half::Work), "outlet"), ("outlet", "loose"), 0.393, Some(0.50), "–"),
    paged((saved(Input::Text, true, Half::Check), "body, F1"), ("body", "F1"), 0.933, Some(0.945), "–"),
    paged((saved(Input::Text, true, Half::Check), "pages of body F1 0.9"), ("body", "good"), 0.821, Some(0.82), "–"),
    paged((saved(Input::Text, true, Half::Check), "title, loose"), ("title", "loose"), 0.876, Some(0.82), "–"),
    paged((saved(Input::Text, true, Half::Check), "publication day"), ("date", "acc"), 0.922, Some(0.95), "–"),
    paged((saved(Input::Text, true, Half::Check), "authors, F1"), ("authors", "F1"), 0.775, Some(0.83), "–"),
    paged((saved(Input::Text, true, Half::Check), "outlet"), ("outlet", "loose"), 0.545, Some(0.50), "–"),
    paged((saved(Input::Text, false, Half::Work), "body, F1"), ("body", "F1"), 0.884, Some(0.90), "–"),
    paged((saved(Input::Text, false, Half::Work), "title, loose"), ("title", "loose"), 0.801, None, "–"),
    paged((saved(Input::Text, false, Half::Work), "publication day"), ("date", "acc"), 0.934, None, "–"),
    paged((saved(Input::Text, false, Half::Work), "authors, F1"), ("authors", "F1"), 0.667, None, "–"),
    paged((saved(Input::Text, false, Half::Check), "body, F1"), ("body", "F1"), 0.883, Some(0.90), "–"),
    paged((saved(Input::Text, false, Half::Check), "title, loose"), ("title", "loose"), 0.782, None, "–"),
    paged((saved(Input::Text, false, Half::Check), "publication day"), ("date", "acc"), 0.879, None, "–"),
    paged((saved(Input::Text, false, Half::Check), "authors, F1"), ("authors", "F1"), 0.618, None, "–"),
    paged((saved(Input::Html, true, Half::Work), "body, F1"), ("body", "F1"), 0.956, Some(0.975), "–"),
    paged((saved(Input::Html, true, Half::Work), "pages of body F1 0.9"), ("body", "good"), 0.879, Some(0.94), "–"),
    paged((saved(Input::Html, true, Half::Work), "title, loose"), ("title", "loose"), 0.968, Some(0.94), "–"),
    paged((saved(Input::Html, true, Half::Work), "publication day"), ("date", "acc"), 0.943, Some(0.98), "–"),
    paged((saved(Input::Html, true, Half::Work), "authors, F1"), ("authors", "F1"), 0.868, Some(0.92), "–"),
    paged((saved(Input::Html, true, Half::Work), "outlet"), ("outlet", "loose"), 0.839, Some(0.88), "–"),
    paged((saved(Input::Html, true, Half::Check), "body, F1"), ("body", "F1"), 0.956, Some(0.975), "both halves: trafilatura 0.94"),
    paged((saved(Input::Html, true, Half::Check), "pages of body F1 0.9"), ("body", "good"), 0.884, Some(0.94), "both halves: trafilatura 0.80"),
    paged((saved(Input::Html, true, Half::Check), "title, loose"), ("title", "loose"), 0.963, Some(0.94), "both halves: trafilatura 0.82"),
    paged((saved(Input::Html, true, Half::Check), "publication day"), ("date", "acc"), 0.918, Some(0.98), "both halves: htmldate 0.90"),
    paged((saved(Input::Html, true, Half::Check), "authors, F1"), ("authors", "F1"), 0.871, Some(0.92), "both halves: trafilatura 0.75"),
    paged((saved(Input::Html, true, Half::Check), "outlet"), ("outlet", "loose"), 0.855, Some(0.88), "both halves: trafilatura 0.78"),
    paged((saved(Input::Html, false, Half::Work), "body, F1"), ("body", "F1"), 0.958, Some(0.955), "–"),
    paged((saved(Input::Html, false, Half::Work), "title, loose"), ("title", "loose"), 0.966, None, "–"),
    paged((saved(Input::Html, false, Half::Work), "publication day"), ("date", "acc"), 0.955, None, "–"),
    paged((saved(Input::Html, false, Half::Work), "authors, F1"), ("authors", "F1"), 0.812, None, "–"),
    paged((saved(Input::Html, false, Half::Check), "body, F1"), ("body", "F1"), 0.940, Some(0.955), "–"),
    paged((saved(Input::Html, false, Half::Check), "title, loose"), ("title", "loose"), 0.954, None, "–"),
    paged((saved(Input::Html, false, Half::Check), "publication day"), ("date", "acc"), 0.953, None, "–"),
    paged((saved(Input::Html, false, Half::Check), "authors, F1"), ("authors", "F1"), 0.850, None, "–"),
    row((GUM_TIMES, "calendar F1"), ("cal", "F1"), 0.870, 0.88, "HeidelTime 0.79, chrono-node 0.46"),
    Row { set: Source::Documents(GUM_TIMES), stage: "calendar recall of days", part: "cal", figure: "dayR", floor: 0.867, goal: None, others: "HeidelTime 0.82, chrono-node 0.71" },
    row((WARS, "relaxed F1"), ("all", "relaxed F1"), 0.953, 0.93, "HeidelTime told the genre 0.92, not told 0.92"),
    row((WARS, "value F1"), ("all", "valueF1"), 0.885, 0.85, "HeidelTime told the genre 0.83, not told 0.61"),
    row((WARS, "calendar F1"), ("cal", "F1"), 0.925, 0.90, "HeidelTime told the genre 0.88, not told 0.60"),
    row((EWT, "names, exact F1"), ("micro", "F1"), 0.706, 0.70, "spaCy small 0.57, compromise 0.47"),
    row((GUM, "names, exact F1"), ("micro", "F1"), 0.725, 0.70, "spaCy small 0.59, compromise 0.49"),
    Row { set: Source::Documents(GUM_NEWS), stage: "names, exact F1", part: "micro", figure: "F1", floor: 0.657, goal: None, others: "spaCy small 0.57" },
    row((GUM_NEWS, "spellings, F1"), ("alias", "F1"), 0.848, 0.65, "rule on spaCy's names 0.56"),
    row((GUM_NEWS, "spellings, precision"), ("alias", "P"), 0.973, 0.93, "rule on spaCy's names 0.94"),
    worded((ECB, "pairs of tellings, F1"), "F1", 0.646, Some(0.65), "both halves: same day and like words 0.17, with undated leads 0.35"),
    worded((ECB, "pairs of tellings, precision"), "pair P", 0.846, Some(0.93), "both halves: 0.88, 0.84"),
    worded((ECB, "gathered"), "gathered", 0.813, Some(0.80), "both halves: 0.43, 0.60"),
    worded((ECB_CHECK, "pairs of tellings, F1"), "F1", 0.679, Some(0.65), "–"),
    worded((ECB_CHECK, "pairs of tellings, precision"), "pair P", 0.764, Some(0.93), "–"),
    worded((ECB_CHECK, "gathered"), "gathered", 0.828, Some(0.80), "–"),
    worded((WIKINEWS, "told with the right date"), "right", 0.703, Some(0.65), "both halves: 0.16, 0.28"),
    worded((WIKINEWS, "dates of tellings, right"), "dateP", 0.714, Some(0.62), "both halves: 0.86, 0.58"),
    worded((WIKINEWS_CHECK, "told with the right date"), "right", 0.571, Some(0.65), "–"),
    worded((WIKINEWS_CHECK, "dates of tellings, right"), "dateP", 0.870, Some(0.62), "–"),
    worded((TIMELINES, "days, F1"), "date@k", 0.871, Some(0.42), "both halves: 0.86, 0.85"),
    worded((TIMELINES, "days of the best events, F1"), "evdate@k", 0.835, Some(0.42), "both halves: 0.86, 0.86"),
    worded((TIMELINES, "top label, word F1"), "lab1", 0.210, Some(0.30), "both halves: 0.18, 0.20"),
    worded((TIMELINES_CHECK, "days, F1"), "date@k", 0.909, Some(0.42), "–"),
    worded((TIMELINES_CHECK, "days of the best events, F1"), "evdate@k", 0.909, Some(0.42), "–"),
    worded((TIMELINES_CHECK, "top label, word F1"), "lab1", 0.315, Some(0.30), "–"),
    worded((SHARED, "names of several, found"), "found", 0.927, None, "–"),
    worded((SHARED, "one entity, B-cubed F1"), "F1", 0.976, None, "–"),
    worded((SHARED_CHECK, "names of several, found"), "found", 0.980, None, "–"),
    worded((SHARED_CHECK, "one entity, B-cubed F1"), "F1", 0.966, None, "–"),
];
