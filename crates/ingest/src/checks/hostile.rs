//! Texts that would cost more than linear time if a stage looked back or ahead
//! without a bound.

/// One kind of hostile text.
#[derive(Clone, Copy, Debug)]
pub struct Hostile {
    /// What it is.
    pub name: &'static str,
    /// What it is made of.
    pub shape: Shape,
}

/// How a hostile text of a wanted size is made.
#[derive(Clone, Copy, Debug)]
pub enum Shape {
    /// The piece again and again.
    Repeat(&'static str),
    /// The same between an article's head and a closing paragraph, so that
    /// separation finds something around it.
    Inside(&'static str),
    /// The first piece half of the time, then the second.
    Nested(&'static str, &'static str),
    /// The piece with a number where it has `#`, so that no two are equal.
    Numbered(&'static str),
    /// The piece with a made-up word, with a capital, where it has `#`.
    Worded(&'static str),
}

use Shape::{Inside, Nested, Numbered, Repeat, Worded};

/// All kinds of text. Add one where a stage learns to look around.
#[rustfmt::skip]
pub const HOSTILE: &[Hostile] = &[
    Hostile { name: "prose on one line", shape: Inside("the old bridge was closed again and nobody knew why ") },
    Hostile { name: "sentences on one line", shape: Inside("The old bridge was closed again. ") },
    Hostile { name: "equal lines", shape: Repeat("The old bridge was closed on Monday for repairs.\n") },
    Hostile { name: "equal paragraphs", shape: Inside("The old bridge was closed on Monday by the harbour board, which said that the repairs would last until June.\n\n") },
    Hostile { name: "short lines", shape: Repeat("a\n") },
    Hostile { name: "newlines", shape: Repeat("\n") },
    Hostile { name: "carriage returns", shape: Repeat("\r") },
    Hostile { name: "blanks", shape: Nested("a ", " ") },
    Hostile { name: "one word", shape: Repeat("a") },
    Hostile { name: "one word with apostrophes", shape: Repeat("a'") },
    Hostile { name: "one word with stops", shape: Repeat("a.") },
    Hostile { name: "one word with hyphens", shape: Repeat("Ada-") },
    Hostile { name: "one number", shape: Repeat("1") },
    Hostile { name: "one grouped number", shape: Repeat("1,000,") },
    Hostile { name: "stops", shape: Repeat(".") },
    Hostile { name: "spaced stops", shape: Repeat(". ") },
    Hostile { name: "question marks", shape: Repeat("?! ") },
    Hostile { name: "dashes", shape: Repeat("- ") },
    Hostile { name: "commas", shape: Repeat(", who said, ") },
    Hostile { name: "nested brackets", shape: Nested("(", ")") },
    Hostile { name: "open brackets", shape: Repeat("[") },
    Hostile { name: "nested quotes", shape: Nested("\u{201C}", "\u{201D}") },
    Hostile { name: "straight quotes", shape: Repeat("\" ") },
    Hostile { name: "open quotes by paragraph", shape: Repeat("\u{201C}We will not wait.\n\n") },
    Hostile { name: "quotations on one line", shape: Inside("\u{201C}We will not wait,\u{201D} said Ada Quill ") },
    Hostile { name: "quotations", shape: Inside("\u{201C}We will not wait any longer,\u{201D} the minister said. ") },
    Hostile { name: "roles", shape: Worded("Minister # Quill said \u{201C}no more waiting for us\u{201D}. ") },
    Hostile { name: "numeric dates", shape: Repeat("1/2/3 ") },
    Hostile { name: "numeric dates on lines", shape: Repeat("1/2/2023\n") },
    Hostile { name: "dates", shape: Repeat("28 May 2025 ") },
    Hostile { name: "dates on lines", shape: Repeat("28 May 2025\n") },
    Hostile { name: "different dates", shape: Numbered("May 5, # ") },
    Hostile { name: "dated sentences", shape: Numbered("On 5 May 2025 the board opened bridge # over the river. ") },
    Hostile { name: "dates without years", shape: Repeat("on May 5 and ") },
    Hostile { name: "months", shape: Repeat("May ") },
    Hostile { name: "weekdays", shape: Repeat("Monday ") },
    Hostile { name: "clocks", shape: Repeat("10:30 ") },
    Hostile { name: "clock digits", shape: Repeat("1:") },
    Hostile { name: "years", shape: Repeat("1914-") },
    Hostile { name: "last", shape: Repeat("last ") },
    Hostile { name: "the last of the", shape: Repeat("the end of the last ") },
    Hostile { name: "numbers in words", shape: Repeat("two hundred and ") },
    Hostile { name: "days ago", shape: Repeat("two days ago ") },
    Hostile { name: "verbs to come", shape: Repeat("will would ") },
    Hostile { name: "capitalised words", shape: Worded("# ") },
    Hostile { name: "one capitalised word", shape: Repeat("Quill ") },
    Hostile { name: "people", shape: Worded("Ada #, ") },
    Hostile { name: "people on one line", shape: Worded("Ada # met ") },
    Hostile { name: "ministers", shape: Repeat("Foreign Minister ") },
    Hostile { name: "countries", shape: Repeat("United States of ") },
    Hostile { name: "adjectives of countries", shape: Repeat("Russian ") },
    Hostile { name: "initials", shape: Repeat("A. B. ") },
    Hostile { name: "acronyms", shape: Repeat("U.S. NATO ") },
    Hostile { name: "shouting", shape: Repeat("THE BRIDGE ") },
    Hostile { name: "companies", shape: Worded("# Ltd and ") },
    Hostile { name: "small connecting words", shape: Repeat("Bank of the ") },
    Hostile { name: "names and ampersands", shape: Repeat("Quill & ") },
    Hostile { name: "head lines", shape: Repeat("Title: a\n") },
    Hostile { name: "front matter", shape: Nested("---\n", "a: b\n") },
    Hostile { name: "furniture", shape: Repeat("Read more\n") },
    Hostile { name: "headings of other stories", shape: Repeat("Related articles\n") },
    Hostile { name: "bylines", shape: Worded("By Ada #\n") },
    Hostile { name: "hashtags", shape: Repeat("#bridge ") },
    Hostile { name: "hashtag lines", shape: Repeat("#bridge\n") },
    Hostile { name: "bullets", shape: Repeat("\u{2022} \n") },
    Hostile { name: "captions", shape: Repeat("Ada Quill, left, at the bridge. Photo: Port Post\n") },
    Hostile { name: "wrapped lines", shape: Inside("the old bridge was closed again on that day and nobody knew why\n") },
    Hostile { name: "addresses", shape: Repeat("https://example.org/a/ ") },
    Hostile { name: "stories", shape: Numbered("Bridge # opens in the harbour town after a year of repairs and debate in the council.\n\n") },
    Hostile { name: "direction marks", shape: Repeat("\u{202E}a\u{2066}") },
    Hostile { name: "zero-width marks", shape: Repeat("\u{200B}") },
    Hostile { name: "zero-width words", shape: Repeat("a\u{200B}b ") },
    Hostile { name: "combining marks", shape: Repeat("\u{0301}") },
    Hostile { name: "one letter with combining marks", shape: Nested("A", "\u{0301}") },
    Hostile { name: "letters that grow", shape: Repeat("\u{0130}\u{1E9E}\u{FB03} ") },
    Hostile { name: "Chinese", shape: Repeat("\u{4E2D}\u{6587}\u{3002}") },
    Hostile { name: "Arabic", shape: Repeat("\u{0627}\u{0644} ") },
    Hostile { name: "joined pictures", shape: Repeat("\u{1F469}\u{200D}\u{1F4BB}") },
    Hostile { name: "zeros", shape: Repeat("\0") },
    Hostile { name: "zeros in text", shape: Repeat("a\0") },
    Hostile { name: "controls", shape: Repeat("\u{1}\u{1B}[0m") },
];

/// Kinds that one format is asked about, with the file's ending.
#[rustfmt::skip]
pub const DOCUMENTS: &[(&str, Hostile)] = &[
    ("md", Hostile { name: "markdown brackets", shape: Nested("[", "]") }),
    ("md", Hostile { name: "markdown quotes", shape: Repeat("> ") }),
    ("md", Hostile { name: "markdown stars", shape: Repeat("*a **") }),
    ("md", Hostile { name: "markdown lists", shape: Repeat("- ") }),
    ("md", Hostile { name: "markdown pictures", shape: Repeat("![") }),
    ("md", Hostile { name: "markdown ticks", shape: Repeat("` `` ") }),
    ("md", Hostile { name: "markdown links", shape: Numbered("[a#]: b\n[a#] ") }),
    ("md", Hostile { name: "yaml lists", shape: Nested("---\n", "[") }),
    ("md", Hostile { name: "toml tables", shape: Nested("+++\n", "[a.a]\n") }),
    ("json", Hostile { name: "json lists", shape: Nested("[", "]") }),
    ("json", Hostile { name: "json objects", shape: Repeat("{\"a\":") }),
    ("json", Hostile { name: "json texts", shape: Repeat("\\u0061\\n") }),
    ("ndjson", Hostile { name: "json lines", shape: Numbered("{\"title\":\"a\",\"body\":\"Bridge # was opened in May.\"}\n") }),
    ("ndjson", Hostile { name: "broken json lines", shape: Repeat("{\n") }),
    ("eml", Hostile { name: "mail heads", shape: Repeat("Subject: a\n") }),
    ("eml", Hostile { name: "mail folds", shape: Nested("Subject: a\n", " b\n") }),
    ("eml", Hostile { name: "mail parts", shape: Repeat("Content-Type: multipart/mixed; boundary=a\n\n--a\n") }),
    ("html", Hostile { name: "html blocks", shape: Nested("<div>", "</div>") }),
    ("html", Hostile { name: "html open tags", shape: Repeat("<b>") }),
    ("html", Hostile { name: "html paragraphs", shape: Repeat("<p>The old bridge was closed on Monday.</p>") }),
    ("html", Hostile { name: "html links", shape: Repeat("<a href=x>a</a> ") }),
    ("html", Hostile { name: "html tables", shape: Repeat("<table><tr><td>") }),
    ("html", Hostile { name: "html comments", shape: Repeat("<!-- ") }),
    ("html", Hostile { name: "html attributes", shape: Repeat("<p a=") }),
    ("html", Hostile { name: "html scripts", shape: Repeat("<script type=\"application/ld+json\">{\"@graph\":[") }),
    ("html", Hostile { name: "html entities", shape: Repeat("&amp;&#x41;") }),
];

impl Hostile {
    /// A text of at least `size` bytes, and few more.
    pub fn text(&self, size: usize) -> String {
        match self.shape {
            Repeat(piece) => piece.repeat(size.div_ceil(piece.len())),
            Inside(piece) => {
                format!("{HEAD}{}{TAIL}", piece.repeat(size.div_ceil(piece.len())))
            }
            Nested(open, close) => {
                open.repeat(size.div_ceil(2 * open.len()))
                    + &close.repeat(size.div_ceil(2 * close.len()))
            }
            Numbered(piece) => filled(piece, size, |number| (number % 9999).to_string()),
            Worded(piece) => filled(piece, size, word),
        }
    }
}

const HEAD: &str = "Bridge closes for repairs\n\nThe Port Post, 5 March 2024\n\nThe old bridge was closed on Monday by the mayor, who thanked the builders for all their work.\n\n";
const TAIL: &str =
    "\n\nThe repairs will last until June, the harbour board said on Tuesday in the town hall.\n";

fn filled(piece: &str, size: usize, fill: impl Fn(usize) -> String) -> String {
    let mut out = String::with_capacity(size + 64);
    for number in 0.. {
        if out.len() >= size {
            break;
        }
        out.push_str(&piece.replace('#', &fill(number)));
    }
    out
}

/// A made-up word with a capital: no two numbers below 160,000 have the same.
fn word(number: usize) -> String {
    const SYLLABLES: [&str; 20] = [
        "ba", "co", "du", "fe", "gi", "ha", "jo", "ku", "le", "mi", "na", "po", "ru", "se", "ti",
        "va", "wo", "zu", "xe", "qui",
    ];
    let (mut number, mut out) = (number, String::from("O"));
    for _ in 0..4 {
        out.push_str(SYLLABLES[number % 20]);
        number /= 20;
    }
    out
}
