//! Messages (`.eml`): the head states the facts, the body is read as a page.

use dateline_lang::page::ANSWERS;
use dateline_model::WarningKind;
use mail_parser::{Address, HeaderValue, Message, MessageParser, MimeHeaders as _};

use crate::facts::address::is_url;
use crate::facts::stated::{Fact, Origin, Statement};
use crate::markup::plain;
use crate::page::front;

/// A message, taken apart.
pub(crate) struct Mail {
    pub statements: Vec<Statement>,
    pub text: String,
    /// Whether the text is a page that a browser saved as a message (MHTML).
    pub is_page: bool,
    /// What whoever passed an article on wrote above it.
    pub above: Vec<String>,
    pub doubts: Vec<(WarningKind, String)>,
}

/// Reads a message, or says why there is none.
pub(crate) fn read(bytes: &[u8]) -> Result<Mail, (WarningKind, String)> {
    let message =
        MessageParser::default().parse(bytes).filter(|message| !message.headers().is_empty());
    let Some(message) = message else {
        let expected = "is no message; head lines such as \"Subject: …\" and an empty line below them were expected";
        return Err((WarningKind::Malformed, expected.into()));
    };
    if let Some(mail) = saved(&message) {
        return Ok(mail);
    }
    let mut text = body(&message);
    if text.trim().is_empty() {
        return Err((
            WarningKind::Empty,
            "is a message without a text; a plain or HTML part was expected".into(),
        ));
    }
    let mut doubts = Vec::new();
    let places = text.matches('\u{FFFD}').count();
    if places > 0 {
        doubts.push((
            WarningKind::Damaged,
            format!(
                "has {places} places that its charset does not explain; each is shown as \u{FFFD}"
            ),
        ));
    }
    let teasers = teasers(&text);
    if teasers >= 2 {
        doubts.push((
            WarningKind::NoBody,
            format!(
                "holds {teasers} beginnings of stories that stand elsewhere; one article a message was expected"
            ),
        ));
    }
    let mut statements = statements(&message);
    let mut above = Vec::new();
    if let Some(inner) = forwarded(&text) {
        above = text[..inner.place.start].lines().map(|line| line.trim().to_owned()).collect();
        above.retain(|line| !line.is_empty());
        passed_on(&mut statements);
        statements.retain(|row| !inner.statements.iter().any(|told| told.fact == row.fact));
        statements.extend(inner.statements);
        text.drain(..inner.place.end);
    } else if message.subject().is_some_and(|text| subject(text).len() < text.trim().len()) {
        passed_on(&mut statements);
    }
    Ok(Mail { statements, text, is_page: false, above, doubts })
}

/// What is said of a message that passes an article on: its sender did not write that, and its day is the
/// one on which it was passed on.
fn passed_on(statements: &mut Vec<Statement>) {
    statements.retain(|row| row.fact != Fact::Sender);
    for row in statements.iter_mut().filter(|row| row.fact == Fact::Date) {
        row.fact = Fact::Created;
    }
}

/// A page that a browser saved as a message.
fn saved(message: &Message<'_>) -> Option<Mail> {
    let address = message.header_raw("Snapshot-Content-Location").map(str::trim);
    let from = message.header_raw("From").unwrap_or("");
    if address.is_none() && !from.contains("Saved by ") {
        return None;
    }
    let text = message.body_html(0)?.into_owned();
    let state = |fact, key: &str, value: &str| {
        let (values, key) = (vec![value.trim().to_owned()], key.to_owned());
        Statement { fact, values, key, origin: Origin::Mail }
    };
    let address = address.filter(|address| is_url(address));
    let url = address.map(|address| state(Fact::Url, "Snapshot-Content-Location", address));
    let date = message.header_raw("Date").map(|date| state(Fact::Created, "Date", date));
    let statements = url.into_iter().chain(date).collect();
    Some(Mail { statements, text, is_page: true, above: Vec::new(), doubts: Vec::new() })
}

/// The head of the message that another one passes on, inside its text.
struct Forwarded {
    statements: Vec<Statement>,
    place: core::ops::Range<usize>,
}

/// A note above a forwarded message has so many lines at most.
const NOTE: usize = 60;

fn forwarded(text: &str) -> Option<Forwarded> {
    let mut at = 0;
    let mut found = Forwarded { statements: Vec::new(), place: 0..0 };
    for line in text.split_inclusive('\n').take(NOTE) {
        let bare = line.replace('*', "");
        let bare = bare.trim().trim_start_matches(['>', ' ']);
        match front::statement(bare) {
            Some(row) => {
                if found.place.end != at || found.place.is_empty() {
                    found = Forwarded { statements: Vec::new(), place: at..at };
                }
                found.place.end = at + line.len();
                found.statements.extend(row.filter(|row| !row.values[0].is_empty()));
            }
            None if is_head(&found.statements) => break,
            None => {}
        }
        at += line.len();
    }
    if !is_head(&found.statements) || text[found.place.end..].trim().is_empty() {
        return None;
    }
    for row in &mut found.statements {
        row.origin = Origin::Mail;
        if row.fact == Fact::Title {
            row.values = row.values.iter().map(|value| subject(value)).collect();
        }
    }
    Some(found)
}

/// Who, when and on what: two of them are no head.
fn is_head(statements: &[Statement]) -> bool {
    [Fact::Sender, Fact::Date, Fact::Title]
        .iter()
        .all(|fact| statements.iter().any(|row| row.fact == *fact))
}

/// How many times a beginning that breaks off leads to the rest of it elsewhere.
fn teasers(text: &str) -> usize {
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let leads = |line: &str| is_url(line.trim_matches(['<', '>', '(', ')', '[', ']']));
    lines
        .windows(2)
        .filter(|pair| leads(pair[1]) && (pair[0].ends_with("...") || pair[0].ends_with('…')))
        .count()
}

/// The plain part, unless it is much shorter than the HTML part: newsletters
/// put "open this in a browser" there.
fn body(message: &Message<'_>) -> String {
    let plain: Vec<String> = (0..message.text_body_count())
        .filter(|&at| {
            message.text_part(at as u32).is_some_and(|part| !part.is_content_type("text", "html"))
        })
        .filter_map(|at| Some(message.body_text(at)?.into_owned()))
        .collect();
    let html: Vec<String> = (0..message.html_body_count())
        .filter(|&at| {
            message.html_part(at as u32).is_some_and(|part| part.is_content_type("text", "html"))
        })
        .filter_map(|at| Some(plain::lines(&message.body_html(at)?)))
        .collect();
    let (plain, html) = (plain.join("\n\n"), html.join("\n\n"));
    if plain.trim().len() * 3 >= html.trim().len() { plain } else { html }
}

fn statements(message: &Message<'_>) -> Vec<Statement> {
    let mut out = Vec::new();
    let mut state = |fact: Fact, key: &str, value: Option<String>| {
        if let Some(value) =
            value.map(|value| value.trim().to_owned()).filter(|value| !value.is_empty())
        {
            out.push(Statement {
                fact,
                values: vec![value],
                key: key.into(),
                origin: Origin::Mail,
            });
        }
    };
    state(Fact::Title, "Subject", message.subject().map(subject));
    state(Fact::Sender, "From", message.from().and_then(sender));
    let date = message.header_raw("Date").map(str::to_owned);
    state(Fact::Date, "Date", date);
    let text = |name: &'static str| match message.header(name) {
        Some(HeaderValue::Text(text)) => Some(text.to_string()),
        Some(HeaderValue::TextList(texts)) => Some(texts.join(", ")),
        _ => None,
    };
    state(Fact::Tags, "Keywords", text("Keywords"));
    let link = message.header_raw("X-Original-URL").or(message.header_raw("Content-Base"));
    state(Fact::Url, "X-Original-URL", link.map(str::to_owned).filter(|link| is_url(link.trim())));
    let language = message.header_raw("Content-Language").map(|text| text.trim().to_owned());
    state(
        Fact::Language,
        "Content-Language",
        language.filter(|text| (2..=10).contains(&text.len())),
    );
    out
}

/// A subject without the marks of answers and forwards.
fn subject(text: &str) -> String {
    let mut rest = text.trim();
    while let Some(cut) = ANSWERS
        .iter()
        .find(|mark| rest.get(..mark.len()).is_some_and(|head| head.eq_ignore_ascii_case(mark)))
    {
        rest = rest[cut.len()..].trim_start();
    }
    rest.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn sender(from: &Address<'_>) -> Option<String> {
    let one = from.first()?;
    let address = one.address.as_deref().unwrap_or("");
    Some(match one.name.as_deref() {
        Some(name) => format!("{name} <{address}>"),
        None => address.to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str = "From: =?utf-8?Q?Ada_L=C3=ADnd?= <ada@example.org>\r\nSubject: Fwd: =?utf-8?B?U2FsdCDigJMgYW5k?=\r\n a choir\r\nDate: Tue, 5 Mar 2024 08:15:00 +0100\r\nMIME-Version: 1.0\r\n";

    fn check(rest: &str, expected: &str) -> Mail {
        let mail =
            read(format!("{HEAD}{rest}").as_bytes()).unwrap_or_else(|error| panic!("{error:?}"));
        assert_eq!(mail.text.trim(), expected);
        mail
    }

    #[test]
    fn the_head_states_title_sender_and_date() {
        let mail = check("\r\nThe boat came.\r\n", "The boat came.");
        let found: Vec<(Fact, &str)> =
            mail.statements.iter().map(|row| (row.fact, row.values[0].as_str())).collect();
        assert_eq!(
            found,
            [
                (Fact::Title, "Salt – and a choir"),
                // It passes on what somebody else wrote on some earlier day.
                (Fact::Created, "Tue, 5 Mar 2024 08:15:00 +0100"),
            ]
        );
        let own = HEAD.replace("Fwd: ", "");
        let mail = read(format!("{own}\r\nThe boat came.\r\n").as_bytes()).expect("a message");
        let found: Vec<Fact> = mail.statements.iter().map(|row| row.fact).collect();
        assert_eq!(found, [Fact::Title, Fact::Sender, Fact::Date]);
    }

    #[test]
    fn what_is_passed_on_has_the_facts_of_its_own_head() {
        let mail = read(
            format!("{HEAD}\r\nLook at this.\r\n\r\n---------- Forwarded message ---------\r\nFrom: Port Post <news@example.org>\r\nDate: Mon, Mar 4, 2024 at 8:30 AM\r\nSubject: Re: Harbour opens\r\nTo: <ada@example.org>\r\n\r\nThe boat came.\r\n").as_bytes(),
        )
        .expect("a message");
        let mut found: Vec<(Fact, &str)> =
            mail.statements.iter().map(|row| (row.fact, row.values[0].as_str())).collect();
        found.sort_unstable();
        assert_eq!(
            found,
            [
                (Fact::Title, "Harbour opens"),
                (Fact::Sender, "Port Post <news@example.org>"),
                (Fact::Date, "Mon, Mar 4, 2024 at 8:30 AM"),
                (Fact::Created, "Tue, 5 Mar 2024 08:15:00 +0100"),
            ]
        );
        assert_eq!(mail.text.trim(), "The boat came.");
        assert_eq!(mail.above[0], "Look at this.");
    }

    #[test]
    fn a_list_of_beginnings_is_no_article_without_a_word() {
        let item = "Salt is dear\nThe boat came into the ...\n<https://example.org/a>\n\n";
        let doubts = |text: &str| {
            read(format!("{HEAD}\r\n{text}").as_bytes()).expect("a message").doubts.len()
        };
        assert_eq!(doubts(&item.repeat(2)), 1);
        assert_eq!(doubts(item), 0);
        assert_eq!(
            doubts("The boat came.\nhttps://example.org/a\nIt left.\nhttps://example.org/b"),
            0
        );
    }

    #[test]
    fn a_page_that_was_saved_as_a_message_is_a_page() {
        let mail = read(b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.org/a\r\nSubject: Salt\r\nDate: Thu, 7 Mar 2024 09:00:00 -0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type=\"text/html\"; boundary=\"x\"\r\n\r\n--x\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<html lang=3D\"en\"><body><p>The boat =\r\ncame.</p></body></html>\r\n--x--\r\n").expect("a message");
        assert!(mail.is_page && mail.text.contains("<p>The boat came.</p>"), "{}", mail.text);
        let found: Vec<Fact> = mail.statements.iter().map(|row| row.fact).collect();
        assert_eq!(found, [Fact::Url, Fact::Created]);
    }

    #[test]
    fn every_transfer_encoding_and_charset_is_read() {
        check(
            "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nSalt =E2=80=93 and=\r\n a choir",
            "Salt – and a choir",
        );
        check(
            "Content-Type: text/plain; charset=windows-1252\r\nContent-Transfer-Encoding: base64\r\n\r\nU2FsdCCWIGNob2ly",
            "Salt – choir",
        );
        check(
            "Content-Type: text/html; charset=utf-8\r\n\r\n<p>Salt &ndash; <b>choir</b></p>",
            "Salt – choir",
        );
    }

    #[test]
    fn of_two_parts_the_plain_one_is_read_unless_it_is_a_stub() {
        let parts = |plain: &str, html: &str| {
            format!(
                "Content-Type: multipart/alternative; boundary=\"x\"\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\n{plain}\r\n--x\r\nContent-Type: text/html\r\n\r\n<p>{html}</p>\r\n--x--\r\n"
            )
        };
        check(&parts("The boat came.", "The <b>boat</b> came!"), "The boat came.");
        let long = "The boat came into the port. ".repeat(6);
        check(&parts("Open in a browser.", &long), long.trim());
    }

    #[test]
    fn what_is_no_message_is_refused() {
        for (bytes, kind) in
            [(&b""[..], WarningKind::Malformed), (b"From: a@b.example\r\n\r\n", WarningKind::Empty)]
        {
            assert_eq!(read(bytes).err().map(|error| error.0), Some(kind), "{bytes:?}");
        }
    }
}
