//! Cuts marked-up text into tags and text. Written here because the cost must stay linear on hostile
//! pages, which may hold a tag with a million attributes or a million open tags.
//!
//! There are two ways to read, see [`Reading`]; what they take for a tag is all that differs.

use super::entities::decode;

/// A tag or a run of text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Token {
    /// `<name attributes>`; the name in lower case, entities read. Of a fragment's tags the attributes
    /// are not read.
    Open { name: String, attributes: Vec<(String, String)>, closed: bool },
    /// `</name>`.
    Close(String),
    /// Text with its entities read, or a script's source as it stands.
    Text(String),
}

/// What counts as markup.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reading {
    /// A saved page: whatever a browser takes for a tag, but without the states that browsers have for
    /// scripts.
    Page,
    /// A text that may be no markup at all: a `<` that nothing closes stays a character, and an
    /// address in angle brackets may be one. What shows nothing is passed over with its content.
    Fragment,
}

/// Elements whose content is text up to their end tag.
const RAW: [&str; 7] = ["iframe", "noembed", "noframes", "script", "style", "textarea", "title"];

/// Elements of a fragment whose content is nothing to read. Sorted.
const SILENT: [&str; 9] =
    ["canvas", "iframe", "math", "noscript", "object", "script", "style", "svg", "template"];

/// More attributes than this no page writes by hand; the rest is dropped.
const ATTRIBUTES: usize = 64;

/// Hands all tokens of a text to `take`, in order.
pub(crate) fn tokens(text: &str, reading: Reading, mut take: impl FnMut(Token)) {
    let (mut at, mut start) = (0, 0);
    // Raw elements of which no further end tag exists.
    let mut unclosed = [false; RAW.len()];
    while let Some(open) = text[at..].find('<').map(|found| at + found) {
        let mark = match reading {
            Reading::Page => page_mark(text, open),
            Reading::Fragment => fragment_mark(text, open),
        };
        let Some(Mark { token, end }) = mark else {
            at = open + 1;
            continue;
        };
        if start < open {
            take(Token::Text(decode(&text[start..open])));
        }
        at = end;
        let hides = match (&token, reading) {
            (Some(Token::Open { name, .. }), Reading::Page) => {
                RAW.iter().position(|raw| raw == name).map(Hidden::Raw)
            }
            (Some(Token::Open { name, .. }), Reading::Fragment) => {
                let known = SILENT.binary_search(&name.as_str()).ok();
                known.map(|known| Hidden::Silent(SILENT[known]))
            }
            _ => None,
        };
        if let Some(token) = token {
            take(token);
        }
        match hides {
            Some(Hidden::Raw(kind)) => at = raw_text(text, end, kind, &mut unclosed, &mut take),
            Some(Hidden::Silent(name)) => at = silent_end(text, end, name),
            None => {}
        }
        start = at;
    }
    if start < text.len() {
        take(Token::Text(decode(&text[start..])));
    }
}

/// What stands at a `<`: a tag, or a comment or declaration without a token; and where it ends.
pub(crate) struct Mark {
    pub token: Option<Token>,
    end: usize,
}

/// An element whose content is no markup.
enum Hidden {
    /// Its place in [`RAW`].
    Raw(usize),
    Silent(&'static str),
}

fn page_mark(page: &str, open: usize) -> Option<Mark> {
    let bytes = page.as_bytes();
    let nothing = |end| Some(Mark { token: None, end });
    match bytes.get(open + 1).copied().unwrap_or(0) {
        b'!' if page[open..].starts_with("<!--") => nothing(comment_end(page, open + 4)),
        b'!' | b'?' => nothing(after(page, open, ">")),
        b'/' if bytes.get(open + 2).is_some_and(u8::is_ascii_alphabetic) => {
            let (name, _, _, end) = tag(page, open + 2);
            Some(Mark { token: Some(Token::Close(name)), end })
        }
        b'/' => nothing(after(page, open, ">")),
        next if next.is_ascii_alphabetic() => {
            let (name, attributes, closed, end) = tag(page, open + 1);
            Some(Mark { token: Some(Token::Open { name, attributes, closed }), end })
        }
        _ => None,
    }
}

/// A name of at most 24 characters, and a `>` that closes it.
pub(crate) fn fragment_mark(text: &str, open: usize) -> Option<Mark> {
    let rest = &text[open + 1..];
    if rest.starts_with("!--") {
        return Some(Mark { token: None, end: after(text, open + 4, "-->") });
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
    let end = fragment_tag_end(text, text.len() - rest.len() + length)?;
    let open = |name| Token::Open { name, attributes: Vec::new(), closed: false };
    Some(Mark { token: Some(if close { Token::Close(name) } else { open(name) }), end })
}

/// One past the `>` of a fragment's tag; quotes may hide one. A tag is not longer than 20,000 bytes,
/// else it is no tag.
fn fragment_tag_end(text: &str, start: usize) -> Option<usize> {
    let mut quote = None;
    for (index, byte) in text.as_bytes()[start..].iter().enumerate().take(20_000) {
        match (quote, byte) {
            (None, b'>') => return Some(start + index + 1),
            (None, b'<') => return None,
            (None, b'"' | b'\'') => quote = Some(*byte),
            (Some(open), byte) if open == *byte => quote = None,
            _ => {}
        }
    }
    None
}

/// One past the end tag of a silent element, or the end where there is none.
fn silent_end(text: &str, from: usize, name: &str) -> usize {
    let found = text.as_bytes()[from..].windows(name.len() + 2).position(|window| {
        window.starts_with(b"</") && window[2..].eq_ignore_ascii_case(name.as_bytes())
    });
    found.map_or(text.len(), |found| after(text, from + found, ">"))
}

fn after(page: &str, from: usize, mark: &str) -> usize {
    page[from..].find(mark).map_or(page.len(), |found| from + found + mark.len())
}

fn comment_end(page: &str, from: usize) -> usize {
    // `<!-->` and `<!--->` are whole comments.
    let rest = &page[from..];
    match (rest.starts_with('>'), rest.starts_with("->")) {
        (true, _) => from + 1,
        (_, true) => from + 2,
        _ => after(page, from, "-->"),
    }
}

/// The content of a raw element up to its end tag; returns where it ends.
fn raw_text(
    page: &str,
    from: usize,
    kind: usize,
    unclosed: &mut [bool; RAW.len()],
    take: &mut dyn FnMut(Token),
) -> usize {
    let name = RAW[kind];
    let end = if unclosed[kind] { None } else { end_tag(page, from, name) };
    unclosed[kind] |= end.is_none();
    // A title that nobody closed ends at the next tag, or it would hide the page.
    let end = end.unwrap_or_else(|| match name {
        "title" | "textarea" => page[from..].find('<').map_or(page.len(), |found| from + found),
        _ => page.len(),
    });
    if from < end {
        let text = &page[from..end];
        let read = matches!(name, "title" | "textarea");
        take(Token::Text(if read { decode(text) } else { text.to_owned() }));
    }
    end
}

/// Where `</name` stands at or after `from`, in any case.
fn end_tag(page: &str, from: usize, name: &str) -> Option<usize> {
    page[from..].match_indices("</").map(|row| from + row.0).find(|&at| {
        let rest = &page.as_bytes()[at + 2..];
        rest.len() >= name.len()
            && rest[..name.len()].eq_ignore_ascii_case(name.as_bytes())
            && rest.get(name.len()).is_none_or(|byte| !byte.is_ascii_alphanumeric())
    })
}

type Tag = (String, Vec<(String, String)>, bool, usize);

/// Reads a tag whose name begins at `from`: name, attributes, whether it closes
/// itself, and where it ends.
fn tag(page: &str, from: usize) -> Tag {
    let bytes = page.as_bytes();
    let stop = |at: usize, stops: &[u8]| {
        bytes[at..]
            .iter()
            .position(|byte| byte.is_ascii_whitespace() || stops.contains(byte))
            .map_or(bytes.len(), |found| at + found)
    };
    let mut at = stop(from, b"/>");
    let name = page[from..at].to_ascii_lowercase();
    let (mut attributes, mut closed) = (Vec::new(), false);
    loop {
        while bytes.get(at).is_some_and(|byte| byte.is_ascii_whitespace()) {
            at += 1;
        }
        match bytes.get(at) {
            None => return (name, attributes, closed, bytes.len()),
            Some(b'>') => return (name, attributes, closed, at + 1),
            Some(b'/') => {
                closed = bytes.get(at + 1) == Some(&b'>');
                at += 1;
                continue;
            }
            Some(_) => {}
        }
        let start = at;
        at = stop(at + 1, b"=/>");
        while at < bytes.len() && !page.is_char_boundary(at) {
            at += 1;
        }
        let key = page.get(start..at).unwrap_or("").to_ascii_lowercase();
        let mut equals = at;
        while bytes.get(equals).is_some_and(|byte| byte.is_ascii_whitespace()) {
            equals += 1;
        }
        let mut value = String::new();
        if bytes.get(equals) == Some(&b'=') {
            at = equals + 1;
            while bytes.get(at).is_some_and(|byte| byte.is_ascii_whitespace()) {
                at += 1;
            }
            let (low, high, end) = match bytes.get(at) {
                Some(quote @ (b'"' | b'\'')) => {
                    let close = bytes[at + 1..]
                        .iter()
                        .position(|byte| byte == quote)
                        .map_or(bytes.len(), |found| at + 1 + found);
                    (at + 1, close, (close + 1).min(bytes.len()))
                }
                _ => {
                    let end = stop(at, b">");
                    (at, end, end)
                }
            };
            value = decode(page.get(low..high).unwrap_or(""));
            at = end;
        }
        if attributes.len() < ATTRIBUTES {
            attributes.push((key, value));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(page: &str, expected: &str) {
        let mut shown = Vec::new();
        tokens(page, Reading::Page, |token| {
            shown.push(match token {
                Token::Open { name, attributes, closed } => {
                    let list: Vec<String> =
                        attributes.iter().map(|(key, value)| format!(" {key}={value}")).collect();
                    format!("<{name}{}{}>", list.concat(), if closed { "/" } else { "" })
                }
                Token::Close(name) => format!("</{name}>"),
                Token::Text(text) => text,
            });
        });
        assert_eq!(shown.join("|"), expected, "{page}");
    }

    #[test]
    fn silent_elements_are_sorted() {
        assert!(SILENT.is_sorted());
    }

    /// The tokens of one text read in both ways.
    #[test]
    fn a_fragment_takes_less_for_a_tag_than_a_page() {
        let count = |text: &str, reading| {
            let mut tags = 0;
            tokens(text, reading, |token| tags += usize::from(!matches!(token, Token::Text(_))));
            tags
        };
        for (text, page, fragment) in [
            ("a <b>b</b>", 2, 2),
            ("salt <a href=x", 1, 0),
            ("a <b <i>c</i>", 2, 2),
            ("<svg><p>x</p></svg>y", 4, 1),
            ("<title><p>x</p></title>", 2, 4),
        ] {
            let found = (count(text, Reading::Page), count(text, Reading::Fragment));
            assert_eq!(found, (page, fragment), "{text}");
        }
    }

    #[test]
    fn tags_attributes_and_text_come_apart() {
        check(
            "<P CLASS=lead id='a b'>Salt &amp; rope</P>",
            "<p class=lead id=a b>|Salt & rope|</p>",
        );
        check("a < b <br/> c", "a < b |<br/>| c");
        check("<a href = \"x?a=1&amp;b=2\" hidden>y", "<a href=x?a=1&b=2 hidden=>|y");
        check("<img alt=\"3 > 2\">z", "<img alt=3 > 2>|z");
    }

    #[test]
    fn comments_and_declarations_are_passed_over() {
        check("<!doctype html>a<!-- <p> -->b<!-->c<?php x ?>d</>e", "a|b|c|d|e");
        check("a<!-- never closed <p>b", "a");
    }

    #[test]
    fn scripts_and_titles_hold_text_alone() {
        check("<script>if (a<b) '</p>'</SCRIPT >x", "<script>|if (a<b) '</p>'|</script>|x");
        check("<title>A &amp; B</title>", "<title>|A & B|</title>");
        check("<title>Open<p>text", "<title>|Open|<p>|text");
    }

    #[test]
    fn hostile_tags_are_cut_in_one_pass() {
        let mut count = 0;
        tokens(&"<title>".repeat(200_000), Reading::Page, |_| count += 1);
        tokens(&format!("<a {}>", "b=c ".repeat(500_000)), Reading::Page, |_| count += 1);
        tokens(&"<a b='".repeat(200_000), Reading::Page, |_| count += 1);
        tokens(&"<".repeat(1_000_000), Reading::Page, |_| count += 1);
        assert!(count > 200_000);
    }
}
