//! Brings spellings to a common form, so that they can be looked up.

use dateline_text::push_folded;

/// Folded, without full stops, with single blanks, straight apostrophes and plain hyphens.
pub(crate) fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    fold_into(text, &mut out);
    out
}

/// [`fold`], in place of what `out` holds.
pub(crate) fn fold_into(text: &str, out: &mut String) {
    out.clear();
    for c in text.chars() {
        match c {
            '.' => {}
            c if c.is_whitespace() => {
                if !out.is_empty() && !out.ends_with(' ') {
                    out.push(' ');
                }
            }
            c => push(out, c),
        }
    }
    if out.ends_with(' ') {
        out.pop();
    }
}

/// Adds a folded character; apostrophes are straight and hyphens plain.
pub(crate) fn push(out: &mut String, c: char) {
    match c {
        '\0'..='\u{7F}' => out.push(c.to_ascii_lowercase()),
        '\u{200B}'..='\u{200F}' => {}
        '\u{2018}' | '\u{2019}' | '\u{02BC}' => out.push('\''),
        '\u{2010}' | '\u{2011}' => out.push('-'),
        // Beyond the scripts of newspapers the fold knows no capitals.
        c => c.to_lowercase().for_each(|c| push_folded(out, c)),
    }
}

/// A name as part of an address: the dots of "U.S." vanish; the one of "example.org" divides.
pub(crate) fn slug(name: &str) -> String {
    let parts: Vec<&str> = name.split('.').collect();
    let dotted = parts.len() == 2 && parts.iter().all(|part| part.chars().count() > 1);
    let slug = dateline_text::slug(&parts.join(if dotted { " " } else { "" }));
    if slug.is_empty() { "name".into() } else { slug }
}

/// A surname or given name without what transcriptions from other alphabets
/// spell in several ways: -y, -yy, -iy and -i are one, doubled letters are single,
/// and so are q and k.
pub(crate) fn transliterated(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    for c in name.chars() {
        let c = match c {
            'y' | 'j' => 'i',
            'q' => 'k',
            c => c,
        };
        if c.is_alphanumeric() && !out.ends_with(c) {
            out.push(c);
        }
    }
    out
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
