//! Languages as values: what each stage needs to know of the language that an article is in.
//!
//! A pack is one folder. The engines say what they want as types and know no word; a test of each scans its
//! literals for that.

pub mod calendar;
pub mod de;
pub mod en;
pub mod es;
pub mod events;
pub mod exports;
pub mod fr;
pub mod it;
pub mod nl;
pub mod page;
pub mod phrases;
pub mod pl;
pub mod pt;
pub mod quotes;
pub mod reasons;
pub mod ru;
pub mod shared;
pub mod tr;
pub mod uk;

use core::fmt;
use std::sync::LazyLock;

use dateline_model::{Span, Unread};
use dateline_text::Stops;

use self::events::Events;
use self::quotes::Quotes;

/// A language, as far as it can be read. What is `None` is not read, and the article says so.
pub struct Language {
    /// BCP 47.
    pub tag: &'static str,
    /// What else programs call it, in small letters: ISO 639-2, its name.
    pub also: &'static [&'static str],
    /// Cuts a text into sentences.
    pub sentences: fn(&str) -> Vec<Span>,
    /// Its time expressions.
    pub time: Option<&'static dateline_timex::Language>,
    /// Its names.
    pub names: Option<&'static dateline_names::Language>,
    /// Whose words quotations are.
    pub quotes: Option<&'static LazyLock<Quotes>>,
    /// How events are told.
    pub events: &'static Events,
}

impl PartialEq for Language {
    fn eq(&self, other: &Self) -> bool {
        core::ptr::eq(self, other)
    }
}

impl Eq for Language {}

impl fmt::Debug for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.tag)
    }
}

impl Language {
    /// Its time expressions, or those that need no language.
    pub fn times(&self) -> &'static dateline_timex::Language {
        self.time.unwrap_or(&dateline_timex::NEUTRAL)
    }

    /// What of an article in it is not looked for.
    pub fn unread(&self) -> Unread {
        match (self.names, self.time) {
            (Some(_), Some(_)) => Unread::Nothing,
            (None, Some(_)) => Unread::Names,
            (Some(_), None) => Unread::Times,
            (None, None) => Unread::NamesAndTimes,
        }
    }
}

/// What needs no language.
pub static NONE: Language = Language {
    tag: "und",
    also: &[],
    sentences: |text| dateline_text::sentences(text, &Stops::NONE),
    time: None,
    names: None,
    quotes: None,
    events: &Events::NONE,
};

/// English.
pub static ENGLISH: Language = Language {
    tag: "en",
    also: &["eng", "english"],
    sentences: en::sentences::sentences,
    time: Some(&en::time::ENGLISH),
    names: Some(&en::names::ENGLISH),
    quotes: Some(&en::quotes::QUOTES),
    events: &en::events::EVENTS,
};

/// German: its time expressions and the words of labels.
pub static GERMAN: Language = Language {
    tag: "de",
    also: &["deu", "ger", "german", "deutsch"],
    sentences: de::sentences::sentences,
    time: Some(&de::time::GERMAN),
    names: None,
    quotes: None,
    events: &de::events::EVENTS,
};

/// All packs.
pub static LANGUAGES: [&Language; 2] = [&ENGLISH, &GERMAN];

/// The pack for a language, whatever its region or script: "en-GB". [`NONE`] where there is none.
///
/// ```
/// assert_eq!(dateline_lang::of("en-GB").tag, "en");
/// assert!(dateline_lang::of("de-AT").names.is_none());
/// assert_eq!(dateline_lang::of("eng").tag, "en");
/// assert_eq!(dateline_lang::of("tlh").tag, "und");
/// ```
pub fn of(tag: &str) -> &'static Language {
    let main = tag.split(['-', '_']).next().unwrap_or(tag);
    let known = LANGUAGES.iter().find(|language| {
        let mut names = language.also.iter().chain([&language.tag]);
        names.any(|name| main.eq_ignore_ascii_case(name))
    });
    known.copied().unwrap_or(&NONE)
}
