//! A text as a part of an address.

use crate::fold::fold;

/// Folded, letters and digits of any script joined by hyphens; apostrophes vanish.
///
/// ```
/// use dateline_text::slug;
/// assert_eq!(slug("Yeni Şafak: “It’s off!”"), "yeni-safak-its-off");
/// assert_eq!(slug("Укр – правда"), "укр-правда");
/// ```
pub fn slug(text: &str) -> String {
    let mut out = String::new();
    // Beyond the scripts of newspapers the fold knows no capitals.
    for c in fold(&text.to_lowercase()).chars() {
        if c.is_alphanumeric() {
            out.push(c);
        } else if !out.ends_with('-')
            && !out.is_empty()
            && !matches!(c, '\'' | '\u{2019}' | '\u{02BC}')
        {
            out.push('-');
        }
    }
    out.truncate(out.trim_end_matches('-').len());
    out
}
