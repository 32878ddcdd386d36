//! Words as a reader types them: without case, without accents, one spelling
//! for letters that keyboards lack.

use dateline_model::Span;

/// A text in the form in which words are compared: lower case, diacritics
/// stripped, letters such as "ß" written out. Everything else stays.
///
/// ```
/// use dateline_query::fold;
/// assert_eq!(fold("Türkiye, Şafak, Łódź, Weiß"), "turkiye, safak, lodz, weiss");
/// ```
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        push(&mut out, c);
    }
    out
}

/// The words of a text, one after the other.
///
/// A word is a run of letters and digits. A possessive "'s" belongs to no
/// word; "U.S." is the word "us"; a character of a script that writes no
/// spaces is a word of its own.
pub(crate) struct Words<'t> {
    text: &'t str,
    at: usize,
    /// The last word that [`next`](Self::next) found, folded.
    pub word: String,
}

impl<'t> Words<'t> {
    pub fn of(text: &'t str) -> Self {
        Self { text, at: 0, word: String::new() }
    }

    /// Where the next word stands.
    pub fn next(&mut self) -> Option<Span> {
        self.word.clear();
        let mut start = self.at;
        let first = loop {
            let c = self.peek()?;
            if is_word(c) {
                break c;
            }
            self.at += c.len_utf8();
            start = self.at;
        };
        let mut letters = 0;
        while let Some(c) = self.peek() {
            if c.is_ascii_alphanumeric() && !is_lone(first) {
                // By far the most; one pass over the run.
                let rest = &self.text.as_bytes()[self.at..];
                let run = rest.iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
                let from = self.word.len();
                self.word.push_str(&self.text[self.at..self.at + run]);
                self.word[from..].make_ascii_lowercase();
                self.at += run;
                letters += run;
                continue;
            }
            if is_mark(c) {
                // Marks follow the letter they sit on.
            } else if is_word(c) && (letters == 0 || !(is_lone(first) || is_lone(c))) {
                letters += 1;
            } else {
                break;
            }
            push(&mut self.word, c);
            self.at += c.len_utf8();
        }
        if letters == 1 && first.is_alphabetic() && !is_lone(first) {
            self.abbreviation();
        }
        let span = Span::new(start, self.at);
        self.possessive();
        Some(span)
    }

    fn peek(&self) -> Option<char> {
        self.text[self.at..].chars().next()
    }

    /// Takes in ".S" of "U.S" as long as single letters follow.
    fn abbreviation(&mut self) {
        loop {
            let mut after = self.text[self.at..].chars();
            let (Some('.'), Some(letter)) = (after.next(), after.next()) else { return };
            let ends = after.next().is_none_or(|c| !is_word(c) && !is_mark(c));
            if !(letter.is_alphabetic() && !is_lone(letter) && ends) {
                return;
            }
            push(&mut self.word, letter);
            self.at += 1 + letter.len_utf8();
        }
    }

    /// Steps over "'s".
    fn possessive(&mut self) {
        let mut after = self.text[self.at..].chars();
        let (Some(mark), Some('s' | 'S')) = (after.next(), after.next()) else { return };
        if is_apostrophe(mark) && after.next().is_none_or(|c| !is_word(c) && !is_mark(c)) {
            self.at += mark.len_utf8() + 1;
        }
    }
}

fn is_word(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_alphanumeric();
    }
    c.is_alphanumeric() && !is_mark(c) && !is_apostrophe(c)
}

fn is_apostrophe(c: char) -> bool {
    matches!(
        c,
        '\'' | '`' | '\u{B4}' | '\u{2B9}'..='\u{2BF}' | '\u{2018}' | '\u{2019}' | '\u{FF07}'
    )
}

/// Characters inside a word that are no letters of it: combining accents, soft
/// hyphens, joiners, vowel points.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{300}'..='\u{36F}' | '\u{591}'..='\u{5BD}' | '\u{5BF}'..='\u{5C7}'
        | '\u{610}'..='\u{61A}' | '\u{640}' | '\u{64B}'..='\u{65F}' | '\u{670}'
        | '\u{1AB0}'..='\u{1AFF}' | '\u{1DC0}'..='\u{1DFF}' | '\u{200C}' | '\u{200D}' | '\u{2060}'
        | '\u{20D0}'..='\u{20FF}' | '\u{FE00}'..='\u{FE0F}' | '\u{FE20}'..='\u{FE2F}' | '\u{FEFF}')
}

/// Characters of scripts that put no space between words.
fn is_lone(c: char) -> bool {
    matches!(c, '\u{E00}'..='\u{EFF}' | '\u{1000}'..='\u{109F}' | '\u{1100}'..='\u{11FF}'
        | '\u{1780}'..='\u{17FF}' | '\u{2E80}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7FF}'
        | '\u{F900}'..='\u{FAFF}' | '\u{FF66}'..='\u{FFDC}' | '\u{20000}'..='\u{3FFFF}')
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

fn push(out: &mut String, c: char) {
    if c.is_ascii() {
        return out.push(c.to_ascii_lowercase());
    }
    for c in c.to_lowercase() {
        push_lower(out, c);
    }
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
    use super::{Words, fold};

    fn check(text: &str, expected: &[&str]) {
        let mut words = Words::of(text);
        let mut found = Vec::new();
        let mut end = 0;
        while let Some(span) = words.next() {
            assert!(span.start >= end && !span.of(text).is_empty(), "{text:?} {span:?}");
            end = span.end;
            found.push(words.word.clone());
        }
        assert_eq!(found, expected, "{text:?}");
    }

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
            assert_eq!(fold(&c.to_lowercase().to_string()), once, "{c:?}");
        }
    }

    #[test]
    fn words_are_runs_of_letters_and_digits() {
        check(
            "Peace-talks in 2025: \u{201c}now\u{201d}!",
            &["peace", "talks", "in", "2025", "now"],
        );
        check("", &[]);
        check(" \u{2026} - \u{301} ' ", &[]);
    }

    #[test]
    fn a_possessive_s_is_no_word_and_no_part_of_one() {
        check("Russia's", &["russia"]);
        check("RUSSIA\u{2019}S army", &["russia", "army"]);
        check("it's 's Hertogenbosch", &["it", "s", "hertogenbosch"]);
        check("O\u{2019}Brien\u{2019}s", &["o", "brien"]);
        check("l'\u{c9}lys\u{e9}e don't", &["l", "elysee", "don", "t"]);
    }

    #[test]
    fn single_letters_with_full_stops_are_one_word() {
        check("the U.S. and U.N.-led", &["the", "us", "and", "un", "led"]);
        check("at 5 p.m.", &["at", "5", "pm"]);
        check("Plan B. Then", &["plan", "b", "then"]);
        check("zamin.uz 2.5", &["zamin", "uz", "2", "5"]);
    }

    #[test]
    fn scripts_without_spaces_are_cut_by_character() {
        check("\u{5317}\u{4eac}2025", &["\u{5317}", "\u{4eac}", "2025"]);
        check("\u{6771}Tokyo\u{6771}", &["\u{6771}", "tokyo", "\u{6771}"]);
        check("\u{c11c}\u{c6b8}", &["\u{c11c}", "\u{c6b8}"]);
    }

    #[test]
    fn every_character_can_stand_in_a_text() {
        for c in '\0'..='\u{1FFFF}' {
            let text: String = ['a', c, '\'', 's', c, '.', c, '.'].iter().collect();
            let mut words = Words::of(&text);
            while let Some(span) = words.next() {
                assert!(text.get(span.range()).is_some() && !words.word.is_empty(), "{c:?}");
            }
        }
    }
}
