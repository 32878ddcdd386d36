//! Messages (`.eml`): the head states the facts, the body is read as a page.

use dateline_lang::page::ANSWERS;
use dateline_model::WarningKind;
use mail_parser::{Address, HeaderValue, Message, MessageParser, MimeHeaders as _};

use crate::facts::address::is_url;
use crate::facts::stated::{Fact, Origin, Statement};
use crate::markup::plain;

/// A message, taken apart.
pub(crate) struct Mail {
    pub statements: Vec<Statement>,
    pub text: String,
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
    let text = body(&message);
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
    Ok(Mail { statements: statements(&message), text, doubts })
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
                (Fact::Sender, "Ada Línd <ada@example.org>"),
                (Fact::Date, "Tue, 5 Mar 2024 08:15:00 +0100"),
            ]
        );
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
