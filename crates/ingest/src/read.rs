//! Bytes to text: which charset, and whether it is text at all.

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
    if bytes.len() > SIZE_LIMIT {
        let megabytes = bytes.len() / (1024 * 1024);
        return Err((
            WarningKind::TooLarge,
            format!("has {megabytes} MB; an article of at most 16 MB was expected"),
        ));
    }
    let mut doubts = Vec::new();
    let text = decode(bytes, &mut doubts)?;
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    if text.trim().is_empty() {
        return Err((WarningKind::Empty, "is empty; an article's text was expected".into()));
    }
    Ok(Read { text, doubts })
}

type Doubts = Vec<(WarningKind, String)>;

fn decode(bytes: &[u8], doubts: &mut Doubts) -> Result<String, (WarningKind, String)> {
    if let Some((encoding, length)) = encoding_rs::Encoding::for_bom(bytes) {
        return Ok(convert(&bytes[length..], encoding, doubts));
    }
    let declared = crate::html::declared(bytes);
    if let Ok(text) = core::str::from_utf8(bytes)
        && declared.is_none_or(encoding_rs::Encoding::is_ascii_compatible)
        && !text.contains('\0')
    {
        return Ok(text.to_owned());
    }
    if let Some(encoding) = utf16_without_mark(bytes) {
        note_charset(encoding, doubts);
        return Ok(convert(bytes, encoding, doubts));
    }
    if let Some(at) = binary_at(bytes) {
        return Err((
            WarningKind::Binary,
            format!("is no text: byte {at} is a control character; plain text was expected"),
        ));
    }
    if let Some(encoding) = declared.filter(|encoding| crate::html::fits(bytes, encoding)) {
        return Ok(convert(bytes, encoding, doubts));
    }
    let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Allow);
    detector.feed(bytes, true);
    let encoding = detector.guess(None, chardetng::Utf8Detection::Allow);
    note_charset(encoding, doubts);
    Ok(convert(bytes, encoding, doubts))
}

fn note_charset(encoding: &'static encoding_rs::Encoding, doubts: &mut Doubts) {
    doubts
        .push((WarningKind::Charset, format!("is not UTF-8; it was read as {}", encoding.name())));
}

fn convert(bytes: &[u8], encoding: &'static encoding_rs::Encoding, doubts: &mut Doubts) -> String {
    let (text, damaged) = encoding.decode_without_bom_handling(bytes);
    if damaged {
        let count = text.matches('\u{FFFD}').count();
        doubts.push((
            WarningKind::Damaged,
            format!(
                "has {count} places that are no {}; each is shown as \u{FFFD}",
                encoding.name()
            ),
        ));
    }
    text.into_owned()
}

/// UTF-16 shows itself by zero bytes on one side only: Latin text has them in
/// nearly every second place.
fn utf16_without_mark(bytes: &[u8]) -> Option<&'static encoding_rs::Encoding> {
    let head = &bytes[..bytes.len().min(4096) & !1];
    let zeros = |side: usize| head.iter().skip(side).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd, half) = (zeros(0), zeros(1), head.len() / 2);
    if half < 2 {
        None
    } else if odd * 10 > half * 4 && even == 0 {
        Some(encoding_rs::UTF_16LE)
    } else if even * 10 > half * 4 && odd == 0 {
        Some(encoding_rs::UTF_16BE)
    } else {
        None
    }
}

/// The first byte that no text has: control characters other than white space
/// and escape. Legacy charsets use 0x80 to 0x9F, so only those below 0x20 count.
fn binary_at(bytes: &[u8]) -> Option<usize> {
    bytes.iter().position(|byte| matches!(byte, 0..=8 | 14..=26 | 28..=31))
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
    fn utf16_is_read_with_and_without_its_mark() {
        let little: Vec<u8> =
            "Talks in Istanbul".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = "Talks in Istanbul".encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(text_of(&little), "Talks in Istanbul");
        assert_eq!(text_of(&big), "Talks in Istanbul");
        let marked: Vec<u8> = [0xFF, 0xFE].into_iter().chain(little).collect();
        assert_eq!(text_of(&marked), "Talks in Istanbul");
    }

    #[test]
    fn a_legacy_charset_is_detected_and_named() {
        let bytes =
            b"Le pr\xE9sident a d\xE9clar\xE9 \xE0 Gen\xE8ve que l'\xE9t\xE9 serait d\xE9cisif.";
        let read = read(bytes).expect("text");
        assert!(read.text.starts_with("Le président a déclaré à Genève"));
        assert_eq!(read.doubts[0].0, WarningKind::Charset);
        assert!(read.doubts[0].1.contains("windows-1252"), "{}", read.doubts[0].1);
        let (russian, _, _) = encoding_rs::WINDOWS_1251
            .encode("Министр иностранных дел заявил, что переговоры пройдут второго июня.");
        assert!(text_of(&russian).starts_with("Министр иностранных дел"));
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
