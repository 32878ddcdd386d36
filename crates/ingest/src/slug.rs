//! Folding for comparison and for ids.

/// Lower case without diacritics; letters of other scripts stay as they are.
pub(crate) fn fold(text: &str) -> String {
    text.chars().flat_map(char::to_lowercase).flat_map(base).collect()
}

/// `Yeni Şafak!` becomes `yeni-safak`.
pub(crate) fn slug(text: &str) -> String {
    let mut out = String::new();
    for c in fold(text).chars() {
        if c.is_alphanumeric() {
            out.push(c);
        } else if !out.ends_with('-') && !out.is_empty() && !matches!(c, '\'' | '’') {
            out.push('-');
        }
    }
    out.trim_end_matches('-').to_owned()
}

/// The letters that a Latin letter with a diacritic is written with elsewhere.
fn base(c: char) -> impl Iterator<Item = char> {
    let base: &str = match c {
        'à'..='å' | 'ā' | 'ă' | 'ą' | 'ǎ' => "a",
        'æ' => "ae",
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => "c",
        'ð' | 'ď' | 'đ' => "d",
        'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' | 'ə' => "e",
        'ĝ' | 'ğ' | 'ġ' | 'ģ' => "g",
        'ĥ' | 'ħ' => "h",
        'ì'..='ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' => "i",
        'ĵ' => "j",
        'ķ' => "k",
        'ĺ' | 'ļ' | 'ľ' | 'ł' => "l",
        'ñ' | 'ń' | 'ņ' | 'ň' => "n",
        'ò'..='ö' | 'ø' | 'ō' | 'ŏ' | 'ő' => "o",
        'œ' => "oe",
        'ŕ' | 'ŗ' | 'ř' => "r",
        'ś' | 'ŝ' | 'ş' | 'š' | 'ș' => "s",
        'ß' => "ss",
        'ţ' | 'ť' | 'ŧ' | 'ț' => "t",
        'þ' => "th",
        'ù'..='ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' => "u",
        'ŵ' => "w",
        'ý' | 'ÿ' | 'ŷ' => "y",
        'ź' | 'ż' | 'ž' => "z",
        '\u{0300}'..='\u{036F}' => "",
        _ => return [Some(c), None].into_iter().flatten(),
    };
    let mut letters = base.chars();
    [letters.next(), letters.next()].into_iter().flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn diacritics_fold_and_other_scripts_stay() {
        assert_eq!(fold("Türkiye İstanbul Weiß Łódź"), "turkiye istanbul weiss lodz");
        assert_eq!(slug("Yeni Şafak: “It’s off!”"), "yeni-safak-its-off");
        assert_eq!(slug("Укр – правда"), "укр-правда");
    }
}
