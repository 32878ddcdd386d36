//! The engine holds no word of any language: what stands between quotation
//! marks in its sources is a code, a mark or a class of the notation.

use std::path::Path;

use dateline_literals::{Row, breaches, sources};

/// Literals with two letters or more that are no word of a language, and why they may stand there.
const ALLOWED: &[Row<'_>] = &[
    ("asides.rs", ASIDE, &["mark/copyright", "mark/life", "mark/work"]),
    (
        "calendar.rs",
        CODE,
        &[
            "BC{:04}",
            "BC{hundreds:02}",
            "FA",
            "SP",
            "SU",
            "{hundreds:02}",
            "{year:04}",
            "{}-H{half}",
            "{}-Q{quarter}",
            "{}-W{week:02}",
            "{}-W{week:02}-WE",
            "{}-{code}",
            "{}-{month:02}",
        ],
    ),
    ("context.rs", REFERENCE, &["PAST_REF"]),
    (
        "date.rs",
        CODE,
        &["-{day:02}", "XXXX-WXX-{}", "XXXX-XX-XXT{time}", "XXXX-{month:02}{day}", "{}T{time}"],
    ),
    ("earnings.rs", CODE, &["H{half}", "Q{quarter}", "XXXX", "XXXX-QX", "XXXX-{code}"]),
    ("language.rs", DEBUG, &["{word:?}", "{}: {word:?}"]),
    ("lib.rs", REFERENCE, &["FUTURE_REF"]),
    (
        "neutral.rs",
        ROW,
        &[
            "DD ~. ~MM ~. ~YYYY",
            "DD ~. ~MM ~. ~YYYY [,] CLOCK",
            "DD ~/ ~MM ~/ ~YYYY",
            "MM ~/ ~DD ~/ ~YYYY",
            "YEAR > ~)",
            "YEAR > ~DASH ~YEAR ~)",
            "YYYY ~/ ~MM ~/ ~DD",
            "YYYY ~DASH ~MM ~DASH ~DD",
            "YYYY ~DASH ~MM ~DASH ~DD [t] CLOCK",
            "date/dots",
            "date/dots-clock",
            "date/iso",
            "date/iso-clock",
            "date/slashes",
            "date/slashes-month-first",
            "date/year-slashes",
            "year/in-brackets",
            "year/range-in-brackets",
        ],
    ),
    (
        "notation.rs",
        CODE,
        &[
            "-{day:02}",
            "P15D",
            "P1D",
            "P1M",
            "P1Q",
            "P1W",
            "P1Y",
            "P50Y",
            "P5Y",
            "P6M",
            "PT12H",
            "PT30M",
            "PT30S",
            "PT{count}H",
            "PT{count}M",
            "PT{count}S",
            "P{count}CE",
            "P{count}D",
            "P{count}DE",
            "P{count}M",
            "P{count}Q",
            "P{count}W",
            "P{count}WE",
            "P{count}Y",
            "XX",
            "XXX",
            "XXXX",
            "XXXX-QX",
            "XXXX-WXX",
            "XXXX-WXX-WE",
            "XXXX-WXX-{}{part}",
            "T{part}",
            "XXXX-XX",
            "XXXX-XX-XX",
            "XXXX-XX-XXTXX",
            "XXXX-XX-XXT{part}",
            "XXXX-{month:02}{day}",
            "XXXX-{season}",
            "{count}.5",
        ],
    ),
    (
        "parts.rs",
        CLASS,
        &[
            "ABOUT",
            "ANUM",
            "BCHEAD",
            "BCYEAR",
            "CALUNIT",
            "CLOCK",
            "DASH",
            "DATEYEAR",
            "DAY",
            "DD",
            "DECADE",
            "FARYEAR",
            "FULLMONTH",
            "HOLIDAY",
            "LAST",
            "MANYUNITS",
            "MM",
            "MOD",
            "MONTH",
            "NUM",
            "ONEUNIT",
            "ORD",
            "PART",
            "SEASON",
            "UNIT",
            "WDAY",
            "WEEKDAY",
            "WEEKDAYS",
            "WEEKEND",
            "YEAR",
            "YY",
            "YYYY",
        ],
    ),
    ("relative.rs", REFERENCE, &["FUTURE_REF", "PAST_REF", "PRESENT_REF"]),
    ("relative.rs", CODE, &["TXX", "WI", "XXXX-XX-XX", "XXXX-XX-XXT{part}", "XXXX-XX-XXT{p}"]),
    ("value.rs", CODE, &["{day}T{part}", "NI", "XXXX-XX-XXT{part}", "{hour:02}:{minute:02}"]),
    ("value.rs", REFERENCE, &["FUTURE_REF", "PAST_REF"]),
    ("valued.rs", CODE, &["{}T{hour:02}:{minute:02}", "{}T{part}"]),
];

const ASIDE: &str = "names of asides, for tests";
const CLASS: &str = "classes of the notation";
const CODE: &str =
    "TimeML's codes of values, units, seasons and parts of the day, and their places";
const DEBUG: &str = "places of what a list lacks, told to who writes a pack";
const REFERENCE: &str = "TimeML's vague references";
const ROW: &str =
    "rows of numbers: their names, which the output carries, and classes of the notation";

#[test]
fn no_source_of_the_engine_holds_a_word() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let sources = sources(&root);
    assert!(sources.len() > 20, "the engine's files were expected in {}", root.display());
    let wrong = breaches(&sources, ALLOWED, |_, _| false);
    assert!(wrong.is_empty(), "words belong to a pack of crates/lang:\n{}", wrong.join("\n"));
}
