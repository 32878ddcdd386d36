//! Markup inside other formats: fields of data files, HTML parts of messages and
//! raw HTML in Markdown, made plain lines.
//!
//! Here a text may be no markup at all; see [`Reading::Fragment`].

use super::entities::decode;
use super::token::{Reading, Token, fragment_mark, tokens};

/// Elements that begin and end a line. Sorted.
const BLOCKS: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "br",
    "caption",
    "center",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "html",
    "li",
    "main",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "tbody",
    "tfoot",
    "thead",
    "title",
    "tr",
    "ul",
];

/// Whether a text is marked up rather than plain: it closes an element, or
/// breaks lines and paragraphs by elements.
pub(crate) fn is_markup(text: &str) -> bool {
    let starts = text.match_indices('<').take(2_000);
    let mut tokens = starts.filter_map(|(at, _)| fragment_mark(text, at)?.token);
    tokens.any(|token| match token {
        Token::Open { name, .. } => breaks_lines(&name),
        Token::Close(name) => is_block(&name) || is_inline(&name) || breaks_lines(&name),
        Token::Text(_) => false,
    })
}

fn breaks_lines(name: &str) -> bool {
    matches!(name, "p" | "br" | "img" | "!doctype")
}

fn is_block(name: &str) -> bool {
    BLOCKS.binary_search(&name).is_ok()
}

fn is_inline(name: &str) -> bool {
    INLINE.binary_search(&name).is_ok()
}

/// Elements inside a line, by whose end markup is told. Sorted.
const INLINE: &[&str] = &["a", "b", "em", "i", "q", "small", "span", "strong", "sub", "sup", "u"];

/// The lines of a marked-up text: one for each block, an empty one between.
pub(crate) fn lines(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    tokens(html, Reading::Fragment, |token| match token {
        Token::Text(text) => words(&mut out, &text),
        Token::Close(name) if matches!(name.as_str(), "td" | "th") => out.push_str(" | "),
        Token::Open { name, .. } => {
            block(&mut out, &name);
            if name == "li" {
                out.push_str("• ");
            }
        }
        Token::Close(name) => block(&mut out, &name),
    });
    out
}

/// Ends the line where an element does so.
fn block(out: &mut String, name: &str) {
    if !is_block(name) {
        return;
    }
    out.truncate(out.trim_end_matches([' ', '|', '\u{A0}']).len());
    if !out.is_empty() && !out.ends_with("\n\n") {
        out.push_str("\n\n");
    }
}

/// A piece of markup as one line.
pub(crate) fn inline(text: &str) -> String {
    let plain = if text.contains('<') { lines(text) } else { decode(text) };
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// White space of a markup's text counts as one space.
fn words(out: &mut String, text: &str) {
    for c in text.chars() {
        if c.is_ascii_whitespace() {
            if !out.is_empty() && !out.ends_with([' ', '\n']) {
                out.push(' ');
            }
        } else {
            out.push(c);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_sorted() {
        assert!(BLOCKS.is_sorted() && INLINE.is_sorted());
    }

    fn check(html: &str, expected: &[&str]) {
        let lines = lines(html);
        let lines: Vec<&str> =
            lines.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        assert_eq!(lines, expected, "{html}");
    }

    #[test]
    fn blocks_become_lines_and_the_rest_flows() {
        check("<p>Salt &amp; <b>choir</b></p>\n<p>A\nboat</p>", &["Salt & choir", "A boat"]);
        check("One<br/>two<br>three", &["One", "two", "three"]);
        check("<ul><li>Salt<li>Choir</ul>", &["• Salt", "• Choir"]);
        check(
            "<table><tr><th>Port</th><th>Boats</th></tr><tr><td>Oslo</td><td>3</td></tr></table>",
            &["Port | Boats", "Oslo | 3"],
        );
        check("<style>p{}</style><SCRIPT>a<b</SCRIPT >Salt<!-- <p>no</p> -->", &["Salt"]);
        check("a < b and <3 &unknown; &#8217;&#x2019;", &["a < b and <3 &unknown; ’’"]);
        check("<a title='a > b' href=\"x\">Salt</a>", &["Salt"]);
    }

    #[test]
    fn markup_is_told_from_text_that_speaks_of_it() {
        assert!(is_markup("<p>Salt") && is_markup("a <b>b</b>") && is_markup("one<br />two"));
        assert!(
            !is_markup("a < b, c > d")
                && !is_markup("Ada <ada@example.org>")
                && !is_markup("<3 salt")
        );
    }

    #[test]
    fn hostile_markup_is_read_to_its_end() {
        for html in [
            "<".repeat(50_000),
            "<a ".repeat(20_000),
            "<script>".repeat(3_000),
            "&#".repeat(50_000),
            "<!--".repeat(20_000),
            "&#x110000;&#0;".into(),
        ] {
            assert!(lines(&html).len() <= html.len() * 3);
        }
    }
}
