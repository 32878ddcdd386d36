//! Letters as a reader types them: without case, without accents, one spelling
//! for those that keyboards lack.

/// A text in the form in which words are compared: lower case, diacritics
/// stripped, letters such as "ß" written out. Everything else stays.
///
/// ```
/// use dateline_text::fold;
/// assert_eq!(fold("Türkiye, Şafak, Łódź, Weiß"), "turkiye, safak, lodz, weiss");
/// ```
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        push_folded(&mut out, c);
    }
    out
}

/// Characters inside a word that are no letters of it: combining accents, soft
/// hyphens, joiners, vowel points.
pub fn is_mark(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{300}'..='\u{36F}' | '\u{591}'..='\u{5BD}' | '\u{5BF}'..='\u{5C7}'
        | '\u{610}'..='\u{61A}' | '\u{640}' | '\u{64B}'..='\u{65F}' | '\u{670}'
        | '\u{1AB0}'..='\u{1AFF}' | '\u{1DC0}'..='\u{1DFF}' | '\u{200C}' | '\u{200D}' | '\u{2060}'
        | '\u{20D0}'..='\u{20FF}' | '\u{FE00}'..='\u{FE0F}' | '\u{FE20}'..='\u{FE2F}' | '\u{FEFF}')
}

/// Letters that become one letter, by code point. A full stop leaves the
/// character to what follows in [`push_lower`].
const LATIN: &[u8; 400] = b"aaaaaa.ceeeeiiiidnooooo.ouuuuy..aaaaaa.ceeeeiiiidnooooo.ouuuuy.y\
aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii..jjkkkllllll.\
.llnnnnnn.nnoooooo..rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs\
bb.....ccdddd.ee.ffg...ikkl..nnooo..pp.....ttttuu.vyyzz.........\
.............aaiioouuuuuuuuuueaaaa..ggggkkoooo..j...gg..nnaa....\
aaaaeeeeiiiioooorrrruuuusstt..hh.d..zzaaeeooooooooyylntj..acclts\
z..bu.eejjqqrryy";

/// The same for U+1E00 to U+1EFF.
const LATIN_ADDITIONAL: &[u8; 256] =
    b"aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm\
mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv\
wwwwwwwwwwxxxxyyzzzzzzhtwy......aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee\
eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy......";

/// Adds a character as [`fold`] gives it.
pub fn push_folded(out: &mut String, c: char) {
    if c.is_ascii() {
        return out.push(c.to_ascii_lowercase());
    }
    push_lower(out, lower(c));
}

/// The small letter of a capital, in the scripts that newspapers are printed
/// in. The standard library's tables for all of Unicode are 11 KB of the first
/// load; the Latin letters that [`LATIN`] holds need none.
fn lower(c: char) -> char {
    let code = c as u32;
    let shift = match code {
        // Greek, with and without accent.
        0x391..=0x3A1 | 0x3A3..=0x3AB => 32,
        0x386 => 38,
        0x388..=0x38A => 37,
        0x38C => 64,
        0x38E | 0x38F => 63,
        // Cyrillic.
        0x410..=0x42F => 32,
        0x400..=0x40F => 80,
        0x4C0 => 15,
        0x4C1..=0x4CE => code & 1,
        0x460..=0x481 | 0x48A..=0x4BF | 0x4D0..=0x52F => 1 - (code & 1),
        // Armenian, Georgian, full-width Latin.
        0x531..=0x556 => 48,
        0x1C90..=0x1CBA | 0x1CBD..=0x1CBF => 0u32.wrapping_sub(3008),
        0xFF21..=0xFF3A => 32,
        // Latin capitals that become two letters, or lie outside the tables.
        0xC6 | 0xDE => 32,
        0x132 | 0x13F | 0x152 | 0x1E2 | 0x1FC | 0x1FE => 1,
        0x18F => 202,
        // West African letters.
        0x186 => 206,
        0x190 => 203,
        0x194 => 207,
        0x196 => 211,
        0x1B2 => 217,
        0x1E9E => 0u32.wrapping_sub(0x1E9E - 0xDF),
        _ => 0,
    };
    char::from_u32(code.wrapping_add(shift)).unwrap_or(c)
}

fn push_lower(out: &mut String, c: char) {
    let single = match c {
        '\u{C0}'..='\u{24F}' => LATIN[c as usize - 0xC0],
        '\u{1E00}'..='\u{1EFF}' => LATIN_ADDITIONAL[c as usize - 0x1E00],
        '\u{FF10}'..='\u{FF19}' | '\u{FF41}'..='\u{FF5A}' => (c as u32 - 0xFEE0) as u8,
        _ => b'.',
    };
    if single != b'.' {
        return out.push(single as char);
    }
    let several = match c {
        'ß' => "ss",
        'æ' | 'ǽ' | 'ǣ' => "ae",
        'œ' => "oe",
        'þ' => "th",
        'ĳ' => "ij",
        'ŉ' => "n",
        'ŀ' => "l",
        'ǿ' => "o",
        'ﬀ' => "ff",
        'ﬁ' => "fi",
        'ﬂ' => "fl",
        'ﬃ' => "ffi",
        'ﬄ' => "ffl",
        'ﬅ' | 'ﬆ' => "st",
        _ => "",
    };
    if !several.is_empty() {
        return out.push_str(several);
    }
    if !is_mark(c) {
        return out.push(bare(c));
    }
    // A letter of its own in Cyrillic, where NFD takes it apart.
    let whole = match (c, out.chars().next_back()) {
        ('\u{306}', Some('и')) => 'й',
        ('\u{306}', Some('у')) => 'ў',
        ('\u{308}', Some('і')) => 'ї',
        _ => return,
    };
    out.pop();
    out.push(whole);
}

/// The letter below an accent, outside the tables.
fn bare(c: char) -> char {
    match c {
        'ə' => 'e',
        'ɓ' => 'b',
        'ɖ' | 'ɗ' => 'd',
        'ɠ' => 'g',
        'ɨ' => 'i',
        'ɲ' => 'n',
        'ё' | 'ѐ' => 'е',
        'ѝ' => 'и',
        'ά' => 'α',
        'έ' => 'ε',
        'ή' => 'η',
        'ί' | 'ϊ' | 'ΐ' => 'ι',
        'ό' => 'ο',
        'ύ' | 'ϋ' | 'ΰ' => 'υ',
        'ώ' => 'ω',
        'ς' => 'σ',
        'أ' | 'إ' | 'آ' | 'ٱ' => 'ا',
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn case_and_accents_are_folded() {
        for (text, expected) in [
            ("\u{130}stanbul Diyarbak\u{131}r", "istanbul diyarbakir"),
            ("\u{15e}afak \u{c7}i\u{11f}dem", "safak cigdem"),
            ("\u{141}\u{f3}d\u{17a} \u{110}or\u{111}evi\u{107}", "lodz dordevic"),
            ("Stra\u{df}e STRA\u{1e9e}E", "strasse strasse"),
            ("\u{c6}r\u{f8} \u{152}uvre \u{de}\u{f3}r Gu\u{f0}r\u{fa}n", "aero oeuvre thor gudrun"),
            ("Nguy\u{1ec5}n", "nguyen"),
            ("e\u{301}te\u{301}", "ete"),
            (
                "\u{401}\u{43b}\u{43a}\u{430} \u{419}\u{43e}\u{433}\u{443}\u{440}\u{442}",
                "\u{435}\u{43b}\u{43a}\u{430} \u{439}\u{43e}\u{433}\u{443}\u{440}\u{442}",
            ),
            ("\u{438}\u{306}\u{456}\u{308}", "\u{439}\u{457}"),
            (
                "\u{39c}\u{3ac}\u{3c1}\u{3b9}\u{3bf}\u{3c2}",
                "\u{3bc}\u{3b1}\u{3c1}\u{3b9}\u{3bf}\u{3c3}",
            ),
            ("\u{ff34}\u{ff21}\u{ff33}\u{ff33} \u{fb01}nal", "tass final"),
            ("Rus\u{ad}sia", "russia"),
        ] {
            assert_eq!(fold(text), expected);
        }
    }

    #[test]
    fn folding_twice_changes_nothing_and_every_character_folds() {
        for c in '\0'..='\u{1FFFF}' {
            let once = fold(c.encode_utf8(&mut [0; 4]));
            assert_eq!(fold(&once), once, "{c:?}");
        }
    }

    #[test]
    fn capitals_fold_as_their_small_letters_in_the_scripts_of_newspapers() {
        // Phonetic and historic letters, and digraphs that are typed as two.
        let others = "ƂƄƔƖƜƟƢƦƧƩƮƱƷƸƼǄǅǇǈǊǋǮǱǲǶǷȜȠȢȺȾɁɄɅͰͲͶͿϏỺỼỾ";
        for c in ('\0'..='\u{24F}')
            .chain('\u{370}'..='\u{3CF}')
            .chain('\u{400}'..='\u{58F}')
            .chain('\u{10D0}'..='\u{10FF}')
            .chain('\u{1C90}'..='\u{1CBF}')
            .chain('\u{1E00}'..='\u{1EFF}')
            .chain('\u{FF00}'..='\u{FFEF}')
        {
            let once = fold(c.encode_utf8(&mut [0; 4]));
            let small = fold(&c.to_lowercase().to_string());
            assert!(small == once || others.contains(c), "{c:?}");
        }
    }
}
