//! Reads character references such as `&amp;` and `&#8217;`.

/// Longer names than this no reference has.
const LONGEST: usize = 34;

/// Signs that show nothing and part words and dates for programs alone: where a line may break, where none
/// may, and a mark of byte order.
const INVISIBLE: [char; 4] = ['\u{AD}', '\u{200B}', '\u{2060}', '\u{FEFF}'];

/// A text with its references read; what is none stays as it is, but for signs that nobody sees.
pub(crate) fn decode(text: &str) -> String {
    let mut out = references(text);
    if !out.is_ascii() {
        out.retain(|c| !INVISIBLE.contains(&c));
    }
    out
}

fn references(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        match reference(rest) {
            Some((read, length)) => {
                out.push_str(&read);
                rest = &rest[length..];
            }
            None => {
                out.push('&');
                rest = &rest[1..];
            }
        }
    }
    out.push_str(rest);
    out
}

/// Reads references until none is left, for values that were escaped twice.
pub(crate) fn decode_fully(text: &str) -> String {
    let once = decode(text);
    if once.contains('&') && once.contains(';') { decode(&once) } else { once }
}

/// The reference at the start of a text: what it stands for, and its length.
fn reference(text: &str) -> Option<(String, usize)> {
    let bytes = text.as_bytes();
    if bytes.get(1) == Some(&b'#') {
        let hex = matches!(bytes.get(2), Some(b'x' | b'X'));
        let start = if hex { 3 } else { 2 };
        let digits = bytes[start..]
            .iter()
            .take(8)
            .take_while(|byte| if hex { byte.is_ascii_hexdigit() } else { byte.is_ascii_digit() })
            .count();
        let number = u32::from_str_radix(&text[start..start + digits], if hex { 16 } else { 10 });
        let length = start + digits + usize::from(bytes.get(start + digits) == Some(&b';'));
        return Some((character(number.ok()?).to_string(), length));
    }
    let name = bytes[1..].iter().take(LONGEST).take_while(|b| b.is_ascii_alphanumeric()).count();
    if name == 0 {
        return None;
    }
    let closed = bytes.get(name + 1) == Some(&b';');
    if closed && let Some(read) = named(&text[..name + 2]) {
        return Some((read, name + 2));
    }
    // The oldest names may lack the semicolon.
    let old = OLD.iter().find(|old| text[1..=name] == ***old)?;
    Some((named(&format!("&{old};"))?, 1 + old.len()))
}

/// Names that pages write without a semicolon.
const OLD: [&str; 6] = ["amp", "copy", "gt", "lt", "nbsp", "quot"];

/// What a reference with its `&` and `;` stands for.
fn named(reference: &str) -> Option<String> {
    let read = html_escape::decode_html_entities(reference);
    (read != reference).then(|| read.into_owned())
}

/// Numbers from 128 to 159 mean the characters of Windows, as browsers read them.
fn character(number: u32) -> char {
    const WINDOWS: [u16; 32] = [
        0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
        0x2039, 0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013,
        0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
    ];
    let number = match number {
        128..=159 => u32::from(WINDOWS[number as usize - 128]),
        0 => 0xFFFD,
        _ => number,
    };
    char::from_u32(number).unwrap_or('\u{FFFD}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        assert_eq!(decode(text), expected, "{text}");
    }

    #[test]
    fn names_and_numbers_are_read() {
        check("salt &amp; rope &#8217;n&#x27; tar&nbsp;&hellip;", "salt & rope ’n' tar\u{A0}…");
        check("&#146;&ldquo;&Eacute;", "’“É");
        check("Har&shy;bour 5\u{200B} March\u{AD}", "Harbour 5 March");
        check("a &amp b &copy 2024", "a & b © 2024");
    }

    #[test]
    fn what_is_no_reference_stays() {
        check(
            "AT&T & R&D; &; &#; &#xZ; &nosuchname; x&",
            "AT&T & R&D; &; &#; &#xZ; &nosuchname; x&",
        );
        check("?a=1&copyright=2", "?a=1&copyright=2");
        check("&#99999999;&#0;", "\u{FFFD}\u{FFFD}");
    }

    #[test]
    fn text_escaped_twice_is_read_twice() {
        assert_eq!(decode_fully("salt &amp;#8211; rope"), "salt – rope");
        assert_eq!(decode_fully("salt &amp; rope"), "salt & rope");
    }
}
