//! Characters that turn the direction of what follows them.
//!
//! A name or a headline is shown beside others' words, often in one line with
//! them. One that opens an embedding, an override or an isolate and never
//! closes it would turn those too; so what it opens is closed at its end, and
//! what closes nothing is left out. Its own words look as they did.

/// Closes what a text leaves open.
pub fn close(text: &mut String) {
    if !text.contains(|c| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')) {
        return;
    }
    let mut out = String::with_capacity(text.len());
    // What closes each of those that are open.
    let mut open = Vec::new();
    for c in text.chars() {
        match c {
            '\u{202a}' | '\u{202b}' | '\u{202d}' | '\u{202e}' => open.push(EMBEDDING),
            '\u{2066}'..='\u{2068}' => open.push(ISOLATE),
            // It does not reach out of the isolate that it is in.
            EMBEDDING if open.last() != Some(&EMBEDDING) => continue,
            EMBEDDING => drop(open.pop()),
            // It closes the embeddings inside the isolate as well.
            ISOLATE => match open.iter().rposition(|&one| one == ISOLATE) {
                Some(at) => open.truncate(at),
                None => continue,
            },
            _ => {}
        }
        out.push(c);
    }
    out.extend(open.into_iter().rev());
    *text = out;
}

/// A text that stands inside a line of other words. Where it runs from right to left, or says
/// itself how to run, it is isolated: what is around it keeps its order.
pub fn isolated(text: &str) -> String {
    let turns = |c| {
        matches!(c, '\u{590}'..='\u{8ff}' | '\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2066}'..='\u{2069}' | '\u{fb1d}'..='\u{feff}' | '\u{10800}'..='\u{1efff}')
    };
    if text.chars().any(turns) { ["\u{2068}", text, "\u{2069}"].concat() } else { text.to_owned() }
}

/// Ends an embedding or an override.
const EMBEDDING: char = '\u{202c}';
/// Ends an isolate.
const ISOLATE: char = '\u{2069}';

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        let mut text = text.to_owned();
        close(&mut text);
        assert_eq!(text, expected);
    }

    #[test]
    fn what_is_open_is_closed_at_the_end_innermost_first() {
        check("\u{202e}eno", "\u{202e}eno\u{202c}");
        check("a \u{2067}b \u{202b}c", "a \u{2067}b \u{202b}c\u{202c}\u{2069}");
    }

    #[test]
    fn what_closes_nothing_is_left_out() {
        check("a\u{202c}b\u{2069}c", "abc");
        check("\u{2068}a\u{202c}\u{2069}", "\u{2068}a\u{2069}");
    }

    #[test]
    fn what_is_whole_stays_as_it_is() {
        check("plain", "plain");
        check("\u{2067}a \u{202b}b\u{2069} c", "\u{2067}a \u{202b}b\u{2069} c");
        check("\u{200f}a\u{200e} \u{200b}", "\u{200f}a\u{200e} \u{200b}");
    }
}
