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
    /// The same as a browser without scripts has it, which shows what stands there for browsers that can
    /// do less; and a comment that nobody closed ends with its tag.
    Plain,
    /// A text that may be no markup at all: a `<` that nothing closes stays a character, and an
    /// address in angle brackets may be one. What shows nothing is passed over with its content.
    Fragment,
}

/// Elements whose content is text up to their end tag. Sorted.
const RAW: [&str; 9] =
    ["iframe", "noembed", "noframes", "noscript", "script", "style", "textarea", "title", "xmp"];

/// No title is longer; what goes on was never closed.
const TITLE: usize = 4096;

/// Elements of a fragment whose content is nothing to read. Sorted.
const SILENT: [&str; 9] =
    ["canvas", "iframe", "math", "noscript", "object", "script", "style", "svg", "template"];

/// More attributes than this no page writes by hand; the rest is dropped.
const ATTRIBUTES: usize = 64;

/// Hands all tokens of a text to `take`, in order.
pub(crate) fn tokens(text: &str, reading: Reading, mut take: impl FnMut(Token)) {
    let (mut at, mut start) = (0, 0);
    let mut ends = Ends::default();
    let last_comment = (reading == Reading::Plain).then(|| text.rfind("-->").unwrap_or(0));
    while let Some(open) = text[at..].find('<').map(|found| at + found) {
        let mark = match reading {
            Reading::Page | Reading::Plain => {
                page_mark(text, open, last_comment.is_none_or(|last| last > open))
            }
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
        if let Some(token) = token {
            at = match (&token, reading) {
                (Token::Open { name, .. }, Reading::Plain)
                    if matches!(name.as_str(), "noscript" | "noframes") =>
                {
                    end
                }
                (Token::Open { name, .. }, Reading::Page | Reading::Plain) => {
                    match RAW.into_iter().find(|raw| raw == name) {
                        Some(name) => raw(text, end, token, name, &mut ends, &mut take),
                        None => {
                            take(token);
                            end
                        }
                    }
                }
                (Token::Open { name, .. }, Reading::Fragment) => {
                    let silent = SILENT.into_iter().find(|silent| silent == name);
                    take(token);
                    silent.map_or(end, |name| silent_end(text, end, name, &mut ends))
                }
                _ => {
                    take(token);
                    end
                }
            };
        }
        start = at;
    }
    if start < text.len() {
        take(Token::Text(decode(&text[start..])));
    }
}

/// Names of elements that have no further end tag in the text, so that it is not searched again.
#[derive(Default)]
struct Ends {
    missing: Vec<&'static str>,
}

impl Ends {
    /// Where the end tag of that name stands at or after `from`.
    fn find(&mut self, text: &str, from: usize, name: &'static str) -> Option<usize> {
        if self.missing.contains(&name) {
            return None;
        }
        let found = end_tag(text, from, name);
        if found.is_none() {
            self.missing.push(name);
        }
        found
    }
}

/// What stands at a `<`: a tag, or a comment or declaration without a token; and where it ends.
pub(crate) struct Mark {
    pub token: Option<Token>,
    end: usize,
}

fn page_mark(page: &str, open: usize, closing: bool) -> Option<Mark> {
    let bytes = page.as_bytes();
    let nothing = |end| Some(Mark { token: None, end });
    match bytes.get(open + 1).copied().unwrap_or(0) {
        b'!' if page[open..].starts_with("<!--") => nothing(comment_end(page, open + 4, closing)),
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

/// One past the end tag of a silent element. What nobody closed hides nothing, but for code.
fn silent_end(text: &str, from: usize, name: &'static str, ends: &mut Ends) -> usize {
    match ends.find(text, from, name) {
        Some(found) => after(text, found, ">"),
        None if matches!(name, "script" | "style") => text.len(),
        None => from,
    }
}

fn after(page: &str, from: usize, mark: &str) -> usize {
    page[from..].find(mark).map_or(page.len(), |found| from + found + mark.len())
}

/// One past a comment. `closing`: one that nobody closed goes on to the page's end.
fn comment_end(page: &str, from: usize, closing: bool) -> usize {
    // `<!-->` and `<!--->` are whole comments, and `--!>` ends one too.
    let rest = &page[from..];
    if rest.starts_with('>') {
        return from + 1;
    }
    if rest.starts_with("->") {
        return from + 2;
    }
    if !closing {
        return after(page, from, ">");
    }
    let ends = |at: usize| rest[..at].ends_with("--") || rest[..at].ends_with("--!");
    let found = rest.match_indices('>').find(|row| ends(row.0)).map(|row| from + row.0 + 1);
    found.unwrap_or(page.len())
}

/// Hands on an element whose content is text, up to its end tag; returns where it ends. What nobody closed
/// hides as much as in a browser where it is code, else nothing: a page is not lost with a tag.
fn raw(
    page: &str,
    from: usize,
    open: Token,
    name: &'static str,
    ends: &mut Ends,
    take: &mut dyn FnMut(Token),
) -> usize {
    let found = match name {
        "title" => {
            let reach = page.len().min(from + TITLE);
            let reach = (reach..page.len()).find(|&at| page.is_char_boundary(at));
            end_tag(&page[..reach.unwrap_or(page.len())], from, name)
        }
        _ => ends.find(page, from, name),
    };
    let end = match (found, name) {
        (Some(end), _) => end,
        (None, "script" | "style") => page.len(),
        (None, "title" | "textarea") => page[from..].find('<').map_or(page.len(), |at| from + at),
        (None, _) => return from,
    };
    take(open);
    if from < end {
        let text = &page[from..end];
        let read = matches!(name, "title" | "textarea");
        take(Token::Text(if read { decode(text) } else { text.to_owned() }));
    }
    if found.is_none() {
        take(Token::Close(name.into()));
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
        assert!(SILENT.is_sorted() && RAW.is_sorted());
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
        check("a<!-- b --!><p>c<!----><!--- d - -- >--->e", "a|<p>|c|e");
    }

    #[test]
    fn scripts_and_titles_hold_text_alone() {
        check("<script>if (a<b) '</p>'</SCRIPT >x", "<script>|if (a<b) '</p>'|</script>|x");
        check("<title>A &amp; B</title>", "<title>|A & B|</title>");
    }

    #[test]
    fn what_nobody_closed_hides_no_page() {
        check("<title>Open<p>text", "<title>|Open|</title>|<p>|text");
        let long = format!("<title>Open<p>{}<svg><title>Icon</title>", "text ".repeat(1_000));
        let mut first = Vec::new();
        tokens(&long, Reading::Page, |token| first.push(token));
        assert_eq!(first[1..3], [Token::Text("Open".into()), Token::Close("title".into())]);
        check("<textarea>Open<p>text", "<textarea>|Open|</textarea>|<p>|text");
        check("<noscript><p>a", "<p>|a");
        check("<noscript><p>a</noscript>b", "<noscript>|<p>a|</noscript>|b");
        check("<noscript><td>a</noscript>b<noscript>c", "<noscript>|<td>a|</noscript>|b|c");
        check("<iframe src=x>a", "a");
        check("<style>p{}<p>a", "<style>|p{}<p>a|</style>");
    }

    #[test]
    fn without_scripts_what_stands_in_for_them_is_shown() {
        let mut shown = String::new();
        let page = "<noscript><p>a</noscript><!-- open ><p>b";
        tokens(page, Reading::Plain, |token| match token {
            Token::Text(text) => shown.push_str(&text),
            Token::Open { name, .. } => shown.push_str(&format!("<{name}>")),
            Token::Close(name) => shown.push_str(&format!("</{name}>")),
        });
        assert_eq!(shown, "<p>a</noscript><p>b");
    }

    #[test]
    fn hostile_tags_are_cut_in_one_pass() {
        let mut count = 0;
        tokens(&"<title>".repeat(200_000), Reading::Page, |_| count += 1);
        tokens(&format!("<a {}>", "b=c ".repeat(500_000)), Reading::Page, |_| count += 1);
        tokens(&"<a b='".repeat(200_000), Reading::Page, |_| count += 1);
        tokens(&"<".repeat(1_000_000), Reading::Page, |_| count += 1);
        tokens(&"<!-- >".repeat(200_000), Reading::Plain, |_| count += 1);
        assert!(count > 200_000);
    }
}
