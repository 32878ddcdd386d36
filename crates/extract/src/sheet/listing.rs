//! Lines of programs and of lists that measure: neither prose nor headlines.

use dateline_lang::page::{UNITS, has};

use crate::lines::Line;

/// Marks that prose hardly uses, those that it never does first.
const MARKS: [char; 16] =
    ['{', '}', ';', '=', '_', '$', '\\', '<', '>', '#', '~', '`', '(', ')', '/', '+'];
const STRICT: usize = 9;

/// Pairs of marks and first words that programs have. Words of programming languages, not of ours.
const SIGNS: [&str; 13] =
    ["()", " = ", "==", "->", "=>", "{}", "::", "/*", "//", "</", "#!", " | ", "--"];
const OPENINGS: [&str; 10] =
    ["@", "class ", "def ", "return ", "$ ", "# ", "sudo ", "let ", "var ", "const "];

/// Whether a line is program text: marks that prose has not, and many of them.
pub(crate) fn is_code(line: &Line) -> bool {
    let marks = line.text.chars().filter(|c| MARKS.contains(c)).count();
    // A wiki's brackets and an aside in parentheses are not enough.
    let strict = line.text.contains(&MARKS[..STRICT]);
    line.chars <= 160
        && (strict && marks >= 3 && marks * 12 >= line.chars
            || marks >= 2 && SIGNS.iter().any(|sign| line.text.contains(sign))
            || marks >= 1 && OPENINGS.iter().any(|word| line.text.starts_with(word))
            || line.text.starts_with("import ") && line.words <= 2
            || line.text.starts_with("from ") && line.text.contains(" import "))
}

/// "120g rice noodles", "1½ cups water": a line of a list that measures.
pub(crate) fn is_measured(line: &Line) -> bool {
    let amount = |c: char| {
        c.is_ascii_digit() || matches!(c, '¼' | '½' | '¾' | '⅓' | '⅔' | '/' | '.' | '-' | '–')
    };
    let rest = line.key.trim_start_matches(amount);
    let unit = rest.trim_start().split(|c: char| !c.is_alphabetic()).next().unwrap_or("");
    rest.len() < line.key.len() && line.words <= 14 && has(&UNITS, unit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn program_text_and_ingredients_are_told_from_headlines() {
        let of = |text: &str| {
            let lines = crate::lines::read(text);
            (is_code(&lines[0]), is_measured(&lines[0]))
        };
        for text in [
            "let port = harbour();",
            "from harbour import port",
            "import harbour",
            "cls.harbour.open()",
            "if (a == b) {",
            "$ sudo mount /dev/salt",
            "<b>salt = 'choir'</b>",
        ] {
            assert!(of(text).0, "{text}");
        }
        for text in
            ["120g rice noodles", "1½ cups or 300 ml of water", "2 tbsp oil", "1 large onion"]
        {
            assert!(of(text).1, "{text}");
        }
        for text in [
            "Harbour opens after 9 years",
            "5 things to know about salt",
            "“It's over” (Ada Lind)",
            "Mayor, 61, resigns",
            "Salt = dear, mayor says",
        ] {
            assert_eq!(of(text), (false, false), "{text}");
        }
    }
}
