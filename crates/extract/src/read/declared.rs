//! The charset that a page names in its own head.

use encoding_rs::{Encoding, REPLACEMENT, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252, X_USER_DEFINED};

use crate::markup::token::{Reading, Token, tokens};

/// As far as browsers look for it.
const REACH: usize = 1024;

/// The charset named by `<meta charset>` or a `Content-Type` in `<meta
/// http-equiv>`, where it is one that exists. A page whose `<meta>` could be
/// read byte by byte is not UTF-16, whatever it says.
pub(super) fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(REACH)];
    if !head.contains(&b'<') {
        return None;
    }
    // Every byte becomes one character, so no charset is assumed.
    let (head, _) = WINDOWS_1252.decode_without_bom_handling(head);
    let mut found = None;
    tokens(&head, Reading::Page, |token| {
        let Token::Open { name, attributes, .. } = token else { return };
        if found.is_some() || name != "meta" {
            return;
        }
        let value =
            |key: &str| attributes.iter().find(|row| row.0 == key).map(|row| row.1.as_str());
        let typed = value("http-equiv").is_some_and(|v| v.eq_ignore_ascii_case("content-type"));
        let label = value("charset")
            .map(str::to_owned)
            .or_else(|| value("content").filter(|_| typed).and_then(named_in_content));
        found = label.and_then(|label| Encoding::for_label(label.trim().as_bytes()));
    });
    Some(match found.filter(|named| *named != REPLACEMENT)? {
        named if named == UTF_16LE || named == UTF_16BE => UTF_8,
        named if named == X_USER_DEFINED => WINDOWS_1252,
        named => named,
    })
}

/// Whether bytes can be read in the charset that they name. Of fifty characters
/// beyond ASCII one may be damaged: a page that was cut in the middle or that
/// quotes another has a few.
pub(super) fn fits(bytes: &[u8], encoding: &'static Encoding) -> bool {
    let (text, damaged) = encoding.decode_without_bom_handling(bytes);
    let broken = || text.matches('\u{FFFD}').count();
    !damaged || broken() * 50 <= text.chars().filter(|c| !c.is_ascii()).count()
}

/// `text/html; charset=windows-1251` names what follows the sign.
fn named_in_content(content: &str) -> Option<String> {
    let lower = content.to_ascii_lowercase();
    let rest = lower.split_once("charset")?.1.trim_start().strip_prefix('=')?.trim_start();
    let bare = rest.trim_start_matches(['"', '\'']);
    Some(bare.split(['"', '\'', ';', ' ']).next().unwrap_or("").to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(page: &str, expected: Option<&str>) {
        assert_eq!(declared(page.as_bytes()).map(Encoding::name), expected, "{page}");
    }

    #[test]
    fn a_page_names_its_charset_in_either_form() {
        check("<html><head><meta charset='windows-1251'>", Some("windows-1251"));
        check(
            "<META http-equiv=Content-Type content='text/html; charset=Shift_JIS'>",
            Some("Shift_JIS"),
        );
        check("<meta charset=latin1>", Some("windows-1252"));
        check("<meta charset=utf-16>", Some("UTF-8"));
    }

    #[test]
    fn other_words_name_none() {
        check("<meta charset=nonsense>", None);
        check("<!-- <meta charset=koi8-r> --><p>text", None);
        check("<meta name=description content='the charset=koi8-r of old'>", None);
        check(&format!("<p>{}<meta charset=koi8-r>", " ".repeat(1024)), None);
        check("plain text", None);
    }
}
