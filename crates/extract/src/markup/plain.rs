//! Markup inside other formats: fields of data files, HTML parts of messages and
//! raw HTML in Markdown, made plain lines.
//!
//! The reader of saved pages ([`crate::html`]) knows that it has a page, and takes as a tag whatever a
//! browser would. Here a text may be no markup at all, so a `<` that nothing closes stays a character.

use core::ops::Range;

use crate::markup::entities::decode;

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

/// Elements whose content is nothing to read. Sorted.
const SILENT: &[&str] =
    &["canvas", "iframe", "math", "noscript", "object", "script", "style", "svg", "template"];

/// Whether a text is marked up rather than plain: it closes an element, or
/// breaks lines and paragraphs by elements.
pub(crate) fn is_markup(text: &str) -> bool {
    text.match_indices('<').take(2_000).any(|(at, _)| {
        tag(text, at).is_some_and(|(name, close, _)| {
            (close
                && (BLOCKS.binary_search(&name.as_str()).is_ok()
                    || INLINE.binary_search(&name.as_str()).is_ok()))
                || matches!(name.as_str(), "p" | "br" | "img" | "!doctype")
        })
    })
}

/// Elements inside a line, by whose end markup is told. Sorted.
const INLINE: &[&str] = &["a", "b", "em", "i", "q", "small", "span", "strong", "sub", "sup", "u"];

/// The lines of a marked-up text: one for each block, an empty one between.
pub(crate) fn lines(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut at = 0;
    while at < html.len() {
        let next = html[at..].find('<').map_or(html.len(), |next| at + next);
        words(&mut out, &html[at..next]);
        at = next;
        if at == html.len() {
            break;
        }
        match tag(html, at) {
            Some((name, close, end)) => {
                at = end;
                if SILENT.binary_search(&name.as_str()).is_ok() && !close {
                    at = end_of(html, at, &name);
                } else if matches!(name.as_str(), "td" | "th") && close {
                    out.push_str(" | ");
                } else if BLOCKS.binary_search(&name.as_str()).is_ok() {
                    out.truncate(out.trim_end_matches([' ', '|', '\u{A0}']).len());
                    if !out.is_empty() && !out.ends_with("\n\n") {
                        out.push_str("\n\n");
                    }
                    if name == "li" && !close {
                        out.push_str("• ");
                    }
                }
            }
            None => {
                out.push('<');
                at += 1;
            }
        }
    }
    out
}

/// A piece of markup as one line.
pub(crate) fn inline(text: &str) -> String {
    let plain = if text.contains('<') { lines(text) } else { decode(text) };
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// White space of a markup's text counts as one space.
fn words(out: &mut String, text: &str) {
    for c in decode(text).chars() {
        if c.is_ascii_whitespace() {
            if !out.is_empty() && !out.ends_with([' ', '\n']) {
                out.push(' ');
            }
        } else {
            out.push(c);
        }
    }
}

/// A tag at a `<`: its name, whether it closes, and its end. Comments are tags
/// with the name `!--`.
fn tag(html: &str, at: usize) -> Option<(String, bool, usize)> {
    let rest = &html[at + 1..];
    if let Some(inner) = rest.strip_prefix("!--") {
        let end = inner.find("-->").map_or(html.len(), |end| at + 4 + end + 3);
        return Some(("!--".into(), false, end));
    }
    let (close, rest) = match rest.strip_prefix('/') {
        Some(rest) => (true, rest),
        None => (false, rest),
    };
    let named = |c: char| c.is_ascii_alphanumeric() || matches!(c, '!' | '-' | ':' | '?');
    let length = rest.find(|c| !named(c)).unwrap_or(rest.len());
    if length == 0 || length > 24 || rest.starts_with(|c: char| c.is_ascii_digit() || c == '-') {
        return None;
    }
    let name = rest[..length].to_ascii_lowercase();
    let start = html.len() - rest.len() + length;
    let range = attributes(html, start)?;
    Some((name, close, range.end))
}

/// The attributes of a tag, up to its `>`; quotes may hide one. A tag is not
/// longer than 20,000 bytes, else it is no tag.
fn attributes(html: &str, start: usize) -> Option<Range<usize>> {
    let mut quote = None;
    for (index, byte) in html.as_bytes()[start..].iter().enumerate().take(20_000) {
        match (quote, byte) {
            (None, b'>') => return Some(start..start + index + 1),
            (None, b'<') => return None,
            (None, b'"' | b'\'') => quote = Some(*byte),
            (Some(open), byte) if open == *byte => quote = None,
            _ => {}
        }
    }
    None
}

/// One past the end tag of `name`, or the end where there is none.
fn end_of(html: &str, from: usize, name: &str) -> usize {
    let bytes = html.as_bytes();
    let found = bytes[from..].windows(name.len() + 2).position(|window| {
        window.starts_with(b"</") && window[2..].eq_ignore_ascii_case(name.as_bytes())
    });
    let Some(start) = found.map(|found| from + found) else { return html.len() };
    html[start..].find('>').map_or(html.len(), |end| start + end + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_sorted() {
        assert!(BLOCKS.is_sorted() && SILENT.is_sorted() && INLINE.is_sorted());
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
