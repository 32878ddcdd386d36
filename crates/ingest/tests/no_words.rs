//! No stage holds a word of any language, nor a sentence for readers: what articles say and why something
//! was read as it was comes from `lang`, what the page says in its own voice from `words`.

use std::path::Path;

use dateline_literals::{Row, breaches, sources};

/// Literals with two letters or more that are no word of a language, and why they may stand there.
const ALLOWED: &[Row<'_>] = &[
    ("dates/infer.rs", PLACES, &["{office} {name}"]),
    (
        "dates/infer.rs",
        RULE,
        &[
            "after-newest-day-told",
            "before-date-was-known",
            "nearest-to-neighbours",
            "newest-day-told",
            "no-date",
            "no-printed-date",
            "same-office",
            "weekday-told",
            "year-from-corpus",
        ],
    ),
    ("dates/infer/phrases.rs", TIMEML, &["XXXX-", "XXXX-WXX-"]),
    ("edited.rs", FORMAT, &["dateline.toml"]),
    ("edited.rs", MESSAGE, &["dateline.toml: [{table}.{id:?}] {what}"]),
    ("edited/articles.rs", FORMAT, &["articles", "und"]),
    (
        "edited/articles.rs",
        MESSAGE,
        &[
            "an id as `dateline check` lists them was expected",
            "names no article of the folder; {expected}",
            "{near:?} was expected, or another id as `dateline check` lists them",
        ],
    ),
    ("edited/events.rs", FORMAT, &["events"]),
    (
        "edited/events.rs",
        MESSAGE,
        &[
            "is left out and told with {into:?}; one of them was expected",
            "names no event of the folder; an id as `dateline inspect` lists them was expected",
            "takes {other:?} for this one, which is told with {into:?}; one of them was expected",
        ],
    ),
    (
        "edited/lines.rs",
        MESSAGE,
        &[
            "takes {line:?} out and in; one of them was expected",
            "takes in {line:?}, which is no line of the page; a line that was left out was expected",
            "takes in {line:?} behind {after:?}, which is no paragraph; it stands at the end",
            "takes out {line:?}, which is no line of the page; a paragraph of the text was expected",
        ],
    ),
    ("edited/names.rs", FORMAT, &["articles"]),
    (
        "edited/names.rs",
        MESSAGE,
        &["says whom {:?} names, which is no name in it; a spelling of its text was expected"],
    ),
    ("edited/own.rs", FORMAT, &["events"]),
    (
        "edited/own.rs",
        MESSAGE,
        &[
            "has no date or no label that it could be told with; both were expected",
            "is told apart from {id:?}, which tells nothing of it; an event of the folder and its sentences were expected",
            "is told by {id:?} with {text:?}, which is not there; words of a sentence were expected",
            "is told by {id:?}, which is no article of the folder; an id as `dateline check` lists them was expected",
        ],
    ),
    ("events.rs", ID, &["{date}-{slug}"]),
    (
        "given.rs",
        MESSAGE,
        &[r#"a day as \"2025-05-28\", or with its time as \"2025-05-28T19:20\","#],
    ),
    ("ids.rs", ID, &["{file}-{number}", "{file}-{own}"]),
    ("lib.rs", FEATURE, &["checks"]),
    (
        "overlay.rs",
        MESSAGE,
        &["has a note or a day of {key:?}, which is not put right; a correction was expected"],
    ),
    ("pipeline.rs", FORMAT, &["meta.json"]),
    (
        "pipeline.rs",
        MESSAGE,
        &[
            "article {} (line {line}): ",
            "article {}: ",
            "date is {date:?}; {expected} was expected",
            "{place}no article could be told from the page, so every line was kept",
            "{place}tells the same text as {known}, which is kept",
            "{}: has no publication date, printed or inferred; a date on the page, in {}.meta.json or in dateline.toml was expected",
        ],
    ),
    ("pipeline.rs", PLACES, &["{beside}: {message}", "{file} {there}", "{path}: {message}"]),
    ("pipeline.rs", RULE, &["given-date", "meta-file"]),
    ("publish.rs", FORMAT, &["publish.articles", "publish.outlets"]),
    ("publish.rs", ID, &["{id}-{count}"]),
    (
        "publish.rs",
        MESSAGE,
        &[
            "is the outlet, agency or carrier of no article; a name as the page shows it was expected",
            "is the outlet, agency or carrier of no article; {meant:?} was expected, or another name as the page shows it",
            "names no article of the folder; an id as `dateline check` lists them was expected",
            "names no article of the folder; {meant:?} was expected, or another id as `dateline check` lists them",
        ],
    ),
    ("publish/scrub.rs", PLACES, &[r#"\u{201c}{words}\u{201d}"#]),
    (
        "stage.rs",
        STAGE,
        &["copies", "dates", "events", "names", "quotes", "read", "separate", "times"],
    ),
    (
        "unmatched.rs",
        FORMAT,
        &[
            "[entities.split]",
            "entities.ignore",
            "entities.merge",
            "entities.split",
            "names",
            "outlets",
        ],
    ),
    ("unmatched.rs", PLACES, &["[entities.merge] {other:?}"]),
    (
        "unmatched.rs",
        MESSAGE,
        &[
            "a name as it was found was expected",
            "a spelling of a text was expected",
            "is said with another meaning in {other}; one of them was expected",
            "is the outlet of no article; {expected}",
            "stands in no article; {expected}",
            "{meant:?} was expected, or another name as it was found",
            "{meant:?} was expected, or another spelling of a text",
        ],
    ),
];

const FEATURE: &str = "a feature of the crate";
const FORMAT: &str = "names of files, of the fields in them and codes of a standard";
const ID: &str = "places of an id";
const MESSAGE: &str = "what is wrong with a file, told to who gave it";
const PLACES: &str = "places of a form";
const RULE: &str = "names of rules that the output carries";
const STAGE: &str = "names of stages, told to developers";
const TIMEML: &str = "TimeML's codes of values";

#[test]
fn no_literal_is_a_word() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut sources = sources(&root);
    assert!(sources.len() > 30, "the stages' files were expected in {}", root.display());
    // What must hold for any input, and the stages' own tests: no program is built from them.
    sources.retain(|(name, _)| {
        name != "checks.rs" && !name.starts_with("checks/") && !name.ends_with("/tests.rs")
    });
    let wrong = breaches(&sources, ALLOWED, |_, _| false);
    assert!(wrong.is_empty(), "words belong to a pack of crates/lang:\n{}", wrong.join("\n"));
}
