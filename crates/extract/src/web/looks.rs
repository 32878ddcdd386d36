//! What a short line of a saved page is, read as a page of its own.

use dateline_lang::page::{BYLINES, LOOSE_BYLINES};

use crate::sheet::Sheet;
use crate::sheet::look::Look;

/// The rule for a short line that is nothing but a date, a byline or tags.
pub(crate) fn looks(text: &str) -> Option<&'static str> {
    // Reading a line as a page is dear, and most lines show at a glance that they
    // are none of these.
    let mut opens = BYLINES.iter().chain(&*LOOSE_BYLINES).map(|words| first_word(words));
    let head: String = text.chars().take(8).collect::<String>().to_lowercase();
    if !(text.contains(|c: char| c.is_ascii_digit() || c == '#')
        || opens.any(|word| head.starts_with(word)))
    {
        return None;
    }
    let sheet = Sheet::read(text);
    Some(match sheet.looks.first().filter(|_| sheet.looks.len() == 1)? {
        Look::Date(_) => "html-date-line/date",
        Look::Time => "html-date-line/time",
        Look::Byline => "read-as-byline",
        Look::Hashtag => "read-as-tags",
        _ => return None,
    })
}

fn first_word(words: &str) -> &str {
    words.split([' ', ':']).next().unwrap_or(words)
}
