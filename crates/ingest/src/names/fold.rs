//! Brings spellings to a common form, so that they can be looked up.

/// Lower case, without accents and full stops, with single blanks. Letters of
/// other scripts stay.
pub(super) fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_ascii() {
            match c {
                '.' => {}
                c if c.is_ascii_whitespace() => {
                    if !out.is_empty() && !out.ends_with(' ') {
                        out.push(' ');
                    }
                }
                c => out.push(c.to_ascii_lowercase()),
            }
            continue;
        }
        if c.is_whitespace() {
            if !out.is_empty() && !out.ends_with(' ') {
                out.push(' ');
            }
            continue;
        }
        for lower in c.to_lowercase() {
            match plain(lower) {
                Some(plain) => out.push_str(plain),
                None => out.push(lower),
            }
        }
    }
    if out.ends_with(' ') {
        out.pop();
    }
    out
}

/// A name as part of an address: folded, letters and digits joined by hyphens.
pub(super) fn slug(name: &str) -> String {
    let mut out = String::new();
    // The dots of "U.S." vanish; the one of "example.org" divides.
    let pieces: Vec<&str> = name.split('.').collect();
    let dotted = pieces.len() == 2 && pieces.iter().all(|piece| piece.chars().count() > 1);
    let name = if dotted { pieces.join(" ") } else { name.to_owned() };
    for c in fold(&name).chars() {
        if c.is_alphanumeric() {
            out.push(c);
        } else if c != '\'' && !out.is_empty() && !out.ends_with('-') {
            out.push('-');
        }
    }
    let out = out.trim_end_matches('-');
    if out.is_empty() { "name".into() } else { out.into() }
}

/// A surname or given name without what transcriptions from other alphabets
/// spell in several ways: -y, -yy, -iy and -i are one, doubled letters are single.
pub(super) fn transliterated(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    for c in name.chars() {
        let c = if matches!(c, 'y' | 'j') { 'i' } else { c };
        if c.is_alphanumeric() && !out.ends_with(c) {
            out.push(c);
        }
    }
    out
}

/// The unaccented letters for an accented one; `Some("")` for what vanishes.
pub(super) fn plain(c: char) -> Option<&'static str> {
    Some(match c {
        'à'..='å'
        | 'ā'
        | 'ă'
        | 'ą'
        | 'ǎ'
        | 'ạ'
        | 'ả'
        | 'ấ'
        | 'ầ'
        | 'ẩ'
        | 'ẫ'
        | 'ậ'
        | 'ắ'
        | 'ằ'
        | 'ẳ'
        | 'ẵ'
        | 'ặ' => "a",
        'æ' => "ae",
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => "c",
        'ď' | 'đ' | 'ð' => "d",
        'è'..='ë'
        | 'ē'
        | 'ĕ'
        | 'ė'
        | 'ę'
        | 'ě'
        | 'ẹ'
        | 'ẻ'
        | 'ẽ'
        | 'ế'
        | 'ề'
        | 'ể'
        | 'ễ'
        | 'ệ'
        | 'ə' => "e",
        'ĝ' | 'ğ' | 'ġ' | 'ģ' | 'ǧ' => "g",
        'ĥ' | 'ħ' | 'ḥ' => "h",
        'ì'..='ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' | 'ỉ' | 'ị' => "i",
        'ĵ' => "j",
        'ķ' => "k",
        'ĺ' | 'ļ' | 'ľ' | 'ł' => "l",
        'ñ' | 'ń' | 'ņ' | 'ň' => "n",
        'ò'..='ö'
        | 'ø'
        | 'ō'
        | 'ŏ'
        | 'ő'
        | 'ơ'
        | 'ọ'
        | 'ỏ'
        | 'ố'
        | 'ồ'
        | 'ổ'
        | 'ỗ'
        | 'ộ'
        | 'ớ'
        | 'ờ'
        | 'ở'
        | 'ỡ'
        | 'ợ' => "o",
        'œ' => "oe",
        'ŕ' | 'ŗ' | 'ř' => "r",
        'ś' | 'ŝ' | 'ş' | 'š' | 'ș' | 'ṣ' => "s",
        'ß' => "ss",
        'ţ' | 'ť' | 'ŧ' | 'ț' | 'ṭ' => "t",
        'þ' => "th",
        'ù'..='ü'
        | 'ũ'
        | 'ū'
        | 'ŭ'
        | 'ů'
        | 'ű'
        | 'ų'
        | 'ư'
        | 'ụ'
        | 'ủ'
        | 'ứ'
        | 'ừ'
        | 'ử'
        | 'ữ'
        | 'ự' => "u",
        'ŵ' => "w",
        'ý' | 'ÿ' | 'ŷ' | 'ỳ' | 'ỵ' | 'ỷ' | 'ỹ' => "y",
        'ź' | 'ż' | 'ž' => "z",
        '\u{2018}' | '\u{2019}' | '\u{02BC}' => "'",
        '\u{2010}' | '\u{2011}' => "-",
        '\u{0300}'..='\u{036F}' | '\u{00AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}' => "",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_plain_letters_and_hyphens() {
        for (name, expected) in [
            ("Türkiye", "turkiye"),
            ("Yeni Şafak", "yeni-safak"),
            ("U.S. State  Department", "us-state-department"),
            ("example.org", "example-org"),
            ("O\u{2019}Brien", "obrien"),
            ("İzmir", "izmir"),
            ("…", "name"),
        ] {
            assert_eq!(slug(name), expected);
        }
    }

    #[test]
    fn endings_of_transcriptions_are_one() {
        for (one, other) in
            [("zelenskyy", "zelensky"), ("zelenskiy", "zelensky"), ("kyslytsya", "kyslytsia")]
        {
            assert_eq!(transliterated(one), transliterated(other));
        }
        assert_ne!(transliterated("ivanov"), transliterated("ivanova"));
    }
}
