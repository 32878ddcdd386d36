//! Which characters a file's bytes stand for.
//!
//! In this order: a byte order mark; UTF-8; UTF-16 without its mark; what a page
//! names itself; UTF-8 with a few damaged places; what the frequency of
//! characters tells of older charsets.

use dateline_model::WarningKind;
use encoding_rs::{Encoding, ISO_2022_JP, UTF_16BE, UTF_16LE};

use super::declared::{declared, fits};

type Doubts = Vec<(WarningKind, String)>;

/// The text of some bytes, with doubts about what was assumed or is damaged.
///
/// # Errors
/// Why the bytes are no text.
pub(super) fn decode(bytes: &[u8], doubts: &mut Doubts) -> Result<String, (WarningKind, String)> {
    for (mark, big) in [(&[0xFF, 0xFE, 0, 0], false), (&[0, 0, 0xFE, 0xFF], true)] {
        if let Some(rest) = bytes.strip_prefix(mark) {
            return Ok(utf32(rest, big, doubts));
        }
    }
    if let Some((encoding, length)) = Encoding::for_bom(bytes) {
        return Ok(convert(&bytes[length..], encoding, doubts));
    }
    let declared = declared(bytes);
    if let Ok(text) = core::str::from_utf8(bytes)
        && declared.is_none_or(Encoding::is_ascii_compatible)
        && !text.contains('\0')
    {
        // Japanese mail is ASCII that escape sequences switch over.
        if text.contains("\x1B$") {
            note_guess(ISO_2022_JP, doubts);
            return Ok(convert(bytes, ISO_2022_JP, doubts));
        }
        return Ok(text.to_owned());
    }
    if let Some(encoding) = utf16_without_mark(bytes) {
        note_guess(encoding, doubts);
        return Ok(convert(bytes, encoding, doubts));
    }
    if let Some(at) = binary_at(bytes) {
        return Err((
            WarningKind::Binary,
            format!("is no text: byte {at} is a control character; plain text was expected"),
        ));
    }
    if let Some(encoding) = declared.filter(|encoding| fits(bytes, encoding)) {
        return Ok(convert(bytes, encoding, doubts));
    }
    if let Some(text) = damaged_utf8(bytes, doubts) {
        return Ok(text);
    }
    let encoding = guess(bytes);
    note_guess(encoding, doubts);
    Ok(convert(bytes, encoding, doubts))
}

/// The older charset whose characters occur as often as in texts of its languages.
fn guess(bytes: &[u8]) -> &'static Encoding {
    // What is ASCII alone was read before, so ISO-2022-JP cannot be among the answers.
    let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Deny);
    // A file may be cut inside a character, which must not rule its charset out.
    detector.feed(bytes, false);
    detector.guess(None, chardetng::Utf8Detection::Deny)
}

fn note_guess(encoding: &'static Encoding, doubts: &mut Doubts) {
    let name = encoding.name();
    doubts.push((
        WarningKind::Charset,
        format!("is not UTF-8; it was read as {name}, which its characters suggest"),
    ));
}

fn convert(bytes: &[u8], encoding: &'static Encoding, doubts: &mut Doubts) -> String {
    let (text, damaged) = encoding.decode_without_bom_handling(bytes);
    if damaged {
        note_damage(&text, encoding.name(), doubts);
    }
    text.into_owned()
}

fn note_damage(text: &str, charset: &str, doubts: &mut Doubts) {
    let count = text.matches('\u{FFFD}').count();
    let places = if count == 1 { "place that is" } else { "places that are" };
    let first = text.find('\u{FFFD}').unwrap_or(0);
    let line = 1 + text[..first].matches('\n').count();
    doubts.push((
        WarningKind::Damaged,
        format!("has {count} {places} no {charset}, the first in line {line}; shown as \u{FFFD}"),
    ));
}

/// UTF-8 in which some places are broken: by far the most of what is not ASCII
/// are whole characters, or only the end is cut off.
fn damaged_utf8(bytes: &[u8], doubts: &mut Doubts) -> Option<String> {
    let (mut whole, mut broken, mut cut) = (0usize, 0usize, 0usize);
    for chunk in bytes.utf8_chunks() {
        whole += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
        cut = chunk.invalid().len();
    }
    // An older charset has a whole character of UTF-8 by chance now and then, but
    // not three for each broken place: the texts of the test below hold to it.
    let mostly = whole >= broken * 3;
    // The last chunk's broken bytes end the file. One byte alone may be an "é".
    let cut_off = broken == 1 && cut >= 2;
    if !(mostly || cut_off) {
        return None;
    }
    let text = String::from_utf8_lossy(bytes).into_owned();
    // Whole UTF-8 comes here where the page names a charset that it is not in.
    if broken > 0 {
        note_damage(&text, "UTF-8", doubts);
    }
    Some(text)
}

/// UTF-16 shows itself by zero bytes on one side only, since white space and
/// Latin letters have one, and by being a text when it is read so.
fn utf16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(8192) & !1];
    let zeros = |side: usize| head.iter().skip(side).step_by(2).filter(|byte| **byte == 0).count();
    let encoding = match (zeros(0), zeros(1)) {
        (0, 1..) => UTF_16LE,
        (1.., 0) => UTF_16BE,
        _ => return None,
    };
    let (text, _) = encoding.decode_without_bom_handling(head);
    let readable = |c: &char| {
        c.is_alphanumeric()
            || c.is_whitespace()
            || c.is_ascii_punctuation()
            || matches!(c, '\u{A0}'..='\u{BF}' | '\u{2000}'..='\u{20CF}' | '\u{3000}'..='\u{303F}')
    };
    let (all, good) = (text.chars().count(), text.chars().filter(readable).count());
    (all >= 2 && good * 10 >= all * 9).then_some(encoding)
}

fn utf32(bytes: &[u8], big: bool, doubts: &mut Doubts) -> String {
    let (mut text, mut damaged) = (String::new(), false);
    for unit in bytes.chunks(4) {
        let code = <[u8; 4]>::try_from(unit)
            .ok()
            .map(|unit| if big { u32::from_be_bytes(unit) } else { u32::from_le_bytes(unit) });
        let character = code.and_then(char::from_u32);
        damaged |= character.is_none();
        text.push(character.unwrap_or('\u{FFFD}'));
    }
    if damaged {
        note_damage(&text, "UTF-32", doubts);
    }
    text
}

/// The first byte that no text has: control characters other than white space
/// and escape. Legacy charsets use 0x80 to 0x9F, so only those below 0x20 count.
fn binary_at(bytes: &[u8]) -> Option<usize> {
    bytes.iter().position(|byte| matches!(byte, 0..=8 | 14..=26 | 28..=31))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(bytes: &[u8], expected: &str, kinds: &[WarningKind]) {
        let mut doubts = Vec::new();
        let text = decode(bytes, &mut doubts).expect("text");
        assert_eq!(text, expected, "{doubts:?}");
        assert_eq!(doubts.iter().map(|doubt| doubt.0).collect::<Vec<_>>(), kinds, "{doubts:?}");
    }

    /// Charset, and a text in a language that was written in it.
    const OLDER: &[(&str, &str)] = &[
        (
            "windows-1250",
            "Starý přístav malého města byl v neděli po devíti letech znovu otevřen, řekl starosta.",
        ),
        (
            "windows-1251",
            "Старый порт маленького города снова открылся в воскресенье после девяти лет работы.",
        ),
        (
            "windows-1252",
            "Le vieux port de la petite ville a été rouvert dimanche après neuf années de travaux, a déclaré le maire.",
        ),
        (
            "windows-1253",
            "Το παλιό λιμάνι της μικρής πόλης άνοιξε ξανά την Κυριακή μετά από εννέα χρόνια.",
        ),
        (
            "windows-1254",
            "Küçük şehrin eski limanı dokuz yıl süren çalışmanın ardından pazar günü yeniden açıldı, dedi başkan.",
        ),
        ("windows-1255", "הנמל הישן של העיירה הקטנה נפתח שוב ביום ראשון לאחר תשע שנים של עבודה."),
        (
            "windows-1256",
            "أعيد فتح الميناء القديم للمدينة الصغيرة يوم الأحد بعد تسع سنوات من العمل.",
        ),
        (
            "windows-1257",
            "Mazās pilsētas vecā osta svētdien pēc deviņu gadu darba atkal tika atvērta, sacīja mērs.",
        ),
        (
            "iso-8859-2",
            "Stary port małego miasta został w niedzielę ponownie otwarty po dziewięciu latach, powiedział burmistrz. Świeża sól.",
        ),
        (
            "iso-8859-7",
            "Το παλιό λιμάνι της μικρής πόλης άνοιξε ξανά την Κυριακή μετά από εννέα χρόνια.",
        ),
        (
            "koi8-r",
            "Старый порт маленького города снова открылся в воскресенье после девяти лет работы.",
        ),
        (
            "koi8-u",
            "Старий порт маленького міста знову відкрився в неділю після дев'яти років роботи, її було видно.",
        ),
        ("shift_jis", "小さな町の古い港が日曜日に九年ぶりに再び開かれたと市長が語った。"),
        ("euc-jp", "小さな町の古い港が日曜日に九年ぶりに再び開かれたと市長が語った。"),
        ("gbk", "这座小城的旧港口经过九年的工程于星期日重新开放，市长说第一艘船运来了盐。"),
        ("big5", "這座小城的舊港口經過九年的工程於星期日重新開放，市長說第一艘船運來了鹽。"),
        (
            "euc-kr",
            "작은 도시의 오래된 항구가 구 년의 공사 끝에 일요일에 다시 열렸다고 시장이 말했다.",
        ),
        ("iso-2022-jp", "小さな町の古い港が日曜日に九年ぶりに再び開かれたと市長が語った。"),
    ];

    #[test]
    fn every_usual_older_charset_is_told_by_its_text() {
        for (label, text) in OLDER {
            let encoding = Encoding::for_label(label.as_bytes()).expect("a charset");
            let (bytes, _, lossy) = encoding.encode(text);
            assert!(!lossy, "{label}");
            check(&bytes, text, &[WarningKind::Charset]);
            // Cut in the middle of its last character, it is still the same charset.
            if matches!(*label, "gbk" | "big5" | "euc-kr" | "euc-jp" | "shift_jis") {
                let mut doubts = Vec::new();
                let whole = bytes.trim_ascii_end().strip_suffix(b".").unwrap_or(&bytes);
                let cut = decode(&whole[..whole.len() - 1], &mut doubts).expect("text");
                assert_eq!(cut.chars().next(), text.chars().next(), "{label}: {doubts:?}");
                assert!(doubts.iter().any(|doubt| doubt.0 == WarningKind::Damaged), "{label}");
            }
        }
    }

    #[test]
    fn wide_charsets_are_read_with_their_marks_and_utf16_without() {
        for text in ["Talks in Istanbul", "Порт снова открыт, сказал мэр", "港は 再び\n開かれた。"]
        {
            let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
            let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
            check(&[&[0xFF, 0xFE], &little[..]].concat(), text, &[]);
            check(&[&[0xFE, 0xFF], &big[..]].concat(), text, &[]);
            let little32: Vec<u8> = text.chars().flat_map(|c| u32::from(c).to_le_bytes()).collect();
            let big32: Vec<u8> = text.chars().flat_map(|c| u32::from(c).to_be_bytes()).collect();
            check(&[&[0xFF, 0xFE, 0, 0], &little32[..]].concat(), text, &[]);
            check(&[&[0, 0, 0xFE, 0xFF], &big32[..]].concat(), text, &[]);
            check(&[&[0xEF, 0xBB, 0xBF], text.as_bytes()].concat(), text, &[]);
            check(text.as_bytes(), text, &[]);
            if text.contains(' ') {
                check(&little, text, &[WarningKind::Charset]);
                check(&big, text, &[WarningKind::Charset]);
            }
        }
    }

    #[test]
    fn utf8_stays_utf8_where_it_is_damaged_or_cut_off() {
        let damaged = [WarningKind::Damaged];
        check(
            b"\xE2\x80\x9CThe \xC5\x9Fafak\xE2\x80\x9D said\n\x92tis",
            "“The şafak” said\n\u{FFFD}tis",
            &damaged,
        );
        check(
            b"Caf\xC3\xA9 and t\xC3\xA9 and l\xC3\xA9 \xC3",
            "Café and té and lé \u{FFFD}",
            &damaged,
        );
        check(b"The boat came\xE2\x80", "The boat came\u{FFFD}", &damaged);
        // One high byte at the end is a letter of an older charset.
        check(
            b"The boat came to the caf\xE9",
            "The boat came to the café",
            &[WarningKind::Charset],
        );
        check(&[&[0xFF, 0xFE], &b"a\0b\0c"[..]].concat(), "ab\u{FFFD}", &damaged);
        check(&[0xFF, 0xFE, 0, 0, b'a', 0, 0, 0, 1, 2], "a\u{FFFD}", &damaged);
    }

    #[test]
    fn utf8_that_names_itself_otherwise_is_not_called_damaged() {
        let page = "<meta charset=iso-2022-jp><p>L'été est là";
        check(page.as_bytes(), page, &[]);
    }

    #[test]
    fn damage_is_named_with_its_line() {
        let mut doubts = Vec::new();
        decode(b"caf\xC3\xA9 caf\xC3\xA9 caf\xC3\xA9\ncaf\xC3 x", &mut doubts).expect("text");
        assert!(doubts[0].1.contains("1 place") && doubts[0].1.contains("line 2"), "{doubts:?}");
    }
}
