//! What must hold for a saved page: nothing that a browser shows is lost without a word.

use dateline_extract::{Article, articles, decode};

use super::corpus;

/// Any bytes make a sound corpus. A page has a body, or there is a reason why it has none; and whatever a
/// page leaves open, the sentence after it is somewhere.
pub fn html(bytes: &[u8]) {
    corpus::file("a.html", bytes);
    for article in read(bytes) {
        assert!(!article.draft.body.is_empty(), "a page without a body, and no reason for it");
    }
    let damaged = damaged(bytes);
    let found = read(damaged.as_bytes());
    let shown = found.iter().any(|article| holds(article, SENTENCE));
    assert!(shown, "a sentence was lost behind {damaged:?}");
}

fn read(bytes: &[u8]) -> Vec<Article> {
    let file = decode("a.html", bytes, false).and_then(|file| articles("a.html", file, false));
    match file {
        Ok(opened) => opened.articles,
        Err((kind, why)) => {
            assert!(kind.skips() && !why.is_empty(), "refused without a reason");
            Vec::new()
        }
    }
}

fn holds(article: &Article, sentence: &str) -> bool {
    let draft = &article.draft;
    let mut left_out = draft.furniture.iter().map(|line| &line.text).chain(&draft.captions);
    draft.title.contains(sentence)
        || draft.body.contains(sentence)
        || draft.standfirst.as_ref().is_some_and(|line| line.contains(sentence))
        || left_out.any(|line| line.contains(sentence))
}

const SENTENCE: &str = "The old harbour opened again on Sunday after nine years of quiet work.";

/// Tags that the input's bytes choose, and a sentence behind them. What hides text in every browser up to
/// the page's end (an open script, style or comment) is not among them.
fn damaged(bytes: &[u8]) -> String {
    let tags = bytes.iter().take(64).map(|byte| TAGS[usize::from(*byte) % TAGS.len()]);
    format!("{}<p>{SENTENCE}</p>", tags.collect::<String>())
}

const TAGS: &[&str] = &[
    "<html>",
    "</html>",
    "<head>",
    "</head>",
    "<body>",
    "</body>",
    "<title>",
    "</title>",
    "<meta>",
    "<link>",
    "<script></script>",
    "<style></style>",
    "<noscript>",
    "</noscript>",
    "<template>",
    "</template>",
    "<svg>",
    "</svg>",
    "<math>",
    "<g>",
    "<foreignObject>",
    "<textarea>",
    "</textarea>",
    "<select>",
    "<option>",
    "</select>",
    "<iframe>",
    "</iframe>",
    "<object>",
    "<video>",
    "<audio>",
    "<canvas>",
    "<noframes>",
    "<map>",
    "<datalist>",
    "<!-- a -->",
    "<!-->",
    "<!doctype html>",
    "<table>",
    "<tr>",
    "<td>",
    "</td>",
    "</table>",
    "<div>",
    "</div>",
    "<p>",
    "</p>",
    "<a href=x>",
    "</a>",
    "<h1>",
    "</h2>",
    "<li>",
    "<ul>",
    "</ul>",
    "<form>",
    "<button>",
    "salt",
    " ",
    "<b>",
    "</b>",
    "<xmp>",
    "<br>",
];
