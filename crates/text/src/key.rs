//! A line in the form in which lines of pages are compared.

/// Lower case, straight quotes, single spaces, no invisible marks, no bullet.
pub fn key_of(text: &str) -> String {
    let mut key = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\u{2018}' | '\u{2019}' | '\u{02BC}' => key.push('\''),
            '\u{201C}' | '\u{201D}' | '\u{201E}' => key.push('"'),
            '!'..='~' => key.push(c.to_ascii_lowercase()),
            c if is_invisible(c) => {}
            c if c.is_whitespace() => {
                if !key.is_empty() && !key.ends_with(' ') {
                    key.push(' ');
                }
            }
            c => key.extend(c.to_lowercase()),
        }
    }
    key.truncate(key.trim_end().len());
    key
}

/// Marks that steer direction or breaking and show nothing.
pub fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}' | '\u{00AD}')
        || (c.is_control() && c != '\t')
}
