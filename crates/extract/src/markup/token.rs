//! Cuts a page into tags and text, as browsers do but without their states for
//! scripts. Written here because the cost must stay linear on hostile pages,
//! which may hold a tag with a million attributes or a million open tags.

use super::entities::decode;

/// A tag or a run of text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Token {
    /// `<name attributes>`; the name in lower case, entities read.
    Open { name: String, attributes: Vec<(String, String)>, closed: bool },
    /// `</name>`.
    Close(String),
    /// Text with its entities read, or a script's source as it stands.
    Text(String),
}

/// Elements whose content is text up to their end tag.
const RAW: [&str; 7] = ["iframe", "noembed", "noframes", "script", "style", "textarea", "title"];

/// More attributes than this no page writes by hand; the rest is dropped.
const ATTRIBUTES: usize = 64;

/// Hands all tokens of a page to `take`, in order.
pub(crate) fn tokens(page: &str, mut take: impl FnMut(Token)) {
    let bytes = page.as_bytes();
    let (mut at, mut text) = (0, 0);
    // Raw elements of which no further end tag exists.
    let mut unclosed = [false; RAW.len()];
    let flush = |from: usize, to: usize, take: &mut dyn FnMut(Token)| {
        if from < to {
            take(Token::Text(decode(&page[from..to])));
        }
    };
    while let Some(open) = page[at..].find('<').map(|found| at + found) {
        let next = bytes.get(open + 1).copied().unwrap_or(0);
        let end = match next {
            b'!' if page[open..].starts_with("<!--") => {
                flush(text, open, &mut take);
                comment_end(page, open + 4)
            }
            b'!' | b'?' => {
                flush(text, open, &mut take);
                after(page, open, ">")
            }
            b'/' if bytes.get(open + 2).is_some_and(u8::is_ascii_alphabetic) => {
                flush(text, open, &mut take);
                let (name, _, _, end) = tag(page, open + 2);
                take(Token::Close(name));
                end
            }
            b'/' => {
                flush(text, open, &mut take);
                after(page, open, ">")
            }
            next if next.is_ascii_alphabetic() => {
                flush(text, open, &mut take);
                let (name, attributes, closed, end) = tag(page, open + 1);
                let raw = RAW.iter().position(|raw| *raw == name);
                take(Token::Open { name: name.clone(), attributes, closed });
                match raw {
                    Some(kind) => raw_text(page, end, kind, &mut unclosed, &mut take),
                    None => end,
                }
            }
            _ => {
                at = open + 1;
                continue;
            }
        };
        (at, text) = (end, end);
    }
    flush(text, page.len(), &mut take);
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
        tokens(page, |token| {
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
        tokens(&"<title>".repeat(200_000), |_| count += 1);
        tokens(&format!("<a {}>", "b=c ".repeat(500_000)), |_| count += 1);
        tokens(&"<a b='".repeat(200_000), |_| count += 1);
        tokens(&"<".repeat(1_000_000), |_| count += 1);
        assert!(count > 200_000);
    }
}
