//! Languages as values: what each stage needs to know of the language that an article is in.
//!
//! A pack is one folder. The engines say what they want as types and know no word; a test greps for that.

pub mod en;
pub mod events;
pub mod quotes;
pub mod shared;

use std::sync::LazyLock;

use self::events::Events;
use self::quotes::Quotes;

/// A language, as far as it can be read. What is `None` is not read, and the article says so.
#[derive(Debug)]
pub struct Language {
    /// BCP 47.
    pub tag: &'static str,
    /// Whose words quotations are.
    pub quotes: Option<&'static LazyLock<Quotes>>,
    /// How events are told.
    pub events: &'static Events,
}

/// What needs no language.
pub static NONE: Language = Language { tag: "und", quotes: None, events: &Events::NONE };

/// English.
pub static ENGLISH: Language =
    Language { tag: "en", quotes: Some(&en::quotes::QUOTES), events: &en::events::EVENTS };

/// All packs.
pub static LANGUAGES: [&Language; 1] = [&ENGLISH];

/// The pack for a language, whatever its region or script: "en-GB". [`NONE`] where there is none.
///
/// ```
/// assert_eq!(dateline_lang::of("en-GB").tag, "en");
/// assert_eq!(dateline_lang::of("tlh").tag, "und");
/// ```
pub fn of(tag: &str) -> &'static Language {
    let main = tag.split(['-', '_']).next().unwrap_or(tag);
    let known = LANGUAGES.iter().find(|language| main.eq_ignore_ascii_case(language.tag));
    known.copied().unwrap_or(&NONE)
}
