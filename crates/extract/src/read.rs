//! Bytes to text: which charset, and whether it is text at all.

mod charset;
mod declared;

use dateline_model::WarningKind;

/// A seed's text and what had to be assumed to read it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Read {
    /// The text, with `\n` line ends and no byte order mark.
    pub text: String,
    /// Doubts, each a kind and a sentence.
    pub doubts: Vec<(WarningKind, String)>,
}

/// Files over this many bytes are not articles. The longest real article that
/// we know of has under 300 KB; saved pages reach a few MB.
pub const SIZE_LIMIT: usize = 16 * 1024 * 1024;

/// Reads a seed's bytes as text.
///
/// # Errors
/// The reason why the bytes cannot be an article.
pub fn read(bytes: &[u8]) -> Result<Read, (WarningKind, String)> {
    read_up_to(bytes, SIZE_LIMIT)
}

/// Refuses more bytes than `limit`.
pub(crate) fn within(bytes: &[u8], limit: usize) -> Result<(), (WarningKind, String)> {
    if bytes.len() <= limit {
        return Ok(());
    }
    let (has, most) = (bytes.len() / (1024 * 1024), limit / (1024 * 1024));
    Err((WarningKind::TooLarge, format!("has {has} MB; at most {most} MB were expected")))
}

/// Reads bytes as text, of files that may be larger than one article.
pub(crate) fn read_up_to(bytes: &[u8], limit: usize) -> Result<Read, (WarningKind, String)> {
    within(bytes, limit)?;
    let mut doubts = Vec::new();
    let text = charset::decode(bytes, &mut doubts)?;
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    if text.trim().is_empty() {
        return Err((WarningKind::Empty, "is empty; an article's text was expected".into()));
    }
    Ok(Read { text, doubts })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text_of(bytes: &[u8]) -> String {
        read(bytes).expect("text").text
    }

    #[test]
    fn utf8_is_read_as_it_is_and_a_mark_is_dropped() {
        assert_eq!(text_of("Şafak – Укр".as_bytes()), "Şafak – Укр");
        assert_eq!(text_of("\u{FEFF}Title".as_bytes()), "Title");
        assert_eq!(text_of(b"a\r\nb\rc"), "a\nb\nc");
    }

    #[test]
    fn a_page_names_its_own_charset_where_its_bytes_fit() {
        assert!(text_of(b"<meta charset=iso-8859-2><p>\xB1\xE6\xEA").ends_with("ąćę"));
        assert!(text_of(b"<meta charset=iso-2022-jp><p>\x1B$B%P\x1B(B").ends_with('バ'));
        assert!(text_of("<meta charset=latin1><p>ąćę".as_bytes()).ends_with("ąćę"));
        let wrong =
            b"<meta charset=utf-8><p>Le pr\xE9sident a d\xE9clar\xE9 que l'\xE9t\xE9 est l\xE0.";
        assert!(text_of(wrong).ends_with("l'été est là."));
    }

    #[test]
    fn what_is_no_text_is_refused_with_its_reason() {
        for (bytes, kind) in [
            (&b""[..], WarningKind::Empty),
            (b" \n\t ", WarningKind::Empty),
            (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\x01\x02\0\0", WarningKind::Binary),
            (b"ELF\x01\x02\xFF\xFE\x03", WarningKind::Binary),
        ] {
            assert_eq!(read(bytes).expect_err("refused").0, kind, "{bytes:?}");
        }
        let huge = vec![b'a'; SIZE_LIMIT + 1];
        assert_eq!(read(&huge).expect_err("refused").0, WarningKind::TooLarge);
    }
}
