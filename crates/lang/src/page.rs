//! What pages say around articles, and how they print names and dates.
//!
//! Which language a page is in is known only when its furniture has been told from its article. So a
//! reader of pages asks the phrases of all languages at once: the lists below join those of all packs.

mod furniture;
mod packs;

use std::sync::LazyLock;

pub use self::furniture::{aside_of, kinds, rule_of};
use self::packs::PACKS;
pub use crate::phrases::{Aside, Effect, Fact, Pattern, Phrases, Rule, find, has};
pub use crate::reasons::pages::{why, why_of};
pub use dateline_words::{all_of, one_of};

/// A list of all languages.
pub type Joined<T> = LazyLock<Vec<T>>;

/// The rows of all packs, in the order of the packs.
fn joined<T: Copy>(of: fn(&'static Phrases) -> &'static [T]) -> Vec<T> {
    PACKS.iter().flat_map(|pack| of(pack)).copied().collect()
}

/// The same, sorted for [`has`] and [`find`].
fn sorted<T: Copy + Ord>(of: fn(&'static Phrases) -> &'static [T]) -> Vec<T> {
    let mut rows = joined(of);
    rows.sort_unstable();
    rows
}

macro_rules! lists {
    ($($how:ident $name:ident: $row:ty = $field:ident;)*) => {
        $(
            #[doc = concat!("[`Phrases::", stringify!($field), "`] of all languages.")]
            pub static $name: Joined<$row> = LazyLock::new(|| $how(|pack| pack.$field));
        )*
    };
}

lists! {
    sorted BARE_LINKS: &'static str = bare_links;
    sorted SECTIONS: &'static str = sections;
    sorted TOPICS: &'static str = topics;
    joined TAG_LABELS: &'static str = tag_labels;
    sorted TAG_HEADINGS: &'static str = tag_headings;
    joined POSITIONS: &'static str = positions;
    sorted UNITS: &'static str = units;
    joined DATE_LABELS: (&'static str, i32) = date_labels;
    joined DATE_OPENINGS: (&'static str, bool) = date_openings;
    joined AFTER_DATES: &'static str = after_dates;
    joined CHANGE_WORDS: &'static str = change_words;
    joined EDIT_WORDS: &'static str = edit_words;
    joined AGOS: &'static str = agos;
    joined NEAR_DAYS: &'static str = near_days;
    sorted ORDINALS: &'static str = ordinals;
    sorted BEFORE_MONTHS: &'static str = before_months;
    sorted BEFORE_YEARS: &'static str = before_years;
    sorted AFTER_WEEKDAYS: &'static str = after_weekdays;
    sorted BEFORE_TIMES: &'static str = before_times;
    sorted AFTER_TIMES: &'static str = after_times;
    sorted HALVES: (&'static str, bool) = halves;
    joined BY: &'static str = by;
    joined BY_TITLES: &'static str = by_titles;
    joined BY_PREFIXES: &'static str = by_prefixes;
    joined AUTHOR_PREFIXES: &'static str = author_prefixes;
    joined AUTHOR_WORDS: &'static str = author_words;
    joined AUTHOR_LABELS: &'static str = author_labels;
    sorted AUTHOR_HEADINGS: &'static str = author_headings;
    joined BYLINES: &'static str = bylines;
    joined LOOSE_BYLINES: &'static str = loose_bylines;
    joined NAME_SUFFIXES: &'static str = name_suffixes;
    sorted ANDS: &'static str = ands;
    sorted NO_NAMES: &'static str = no_names;
    joined NAME_ENDS: &'static str = name_ends;
    sorted OTHER_CREDITS: &'static str = other_credits;
    sorted DESKS: &'static str = desks;
    sorted NOBODIES: &'static str = nobodies;
    joined AUTHOR_VERBS: &'static str = author_verbs;
    joined MORE_AUTHOR_VERBS: &'static str = more_author_verbs;
    joined IS: &'static str = is;
    joined ARTICLES: &'static str = articles;
    sorted TRADES: &'static str = trades;
    sorted OFFICES: &'static str = offices;
    joined POSSESSIVES: &'static str = possessives;
    sorted OWN_SITES: &'static str = own_sites;
    sorted OUTLET_JOINTS: &'static str = outlet_joints;
    joined OUTLET_ARTICLES: &'static str = outlet_articles;
    joined SENDER_JOINTS: &'static str = sender_joints;
    joined REPORTERS: &'static str = reporters;
    joined PLEAS: &'static str = pleas;
    joined MORE_FROM: &'static str = more_from;
    joined BEFORE_SITES: &'static str = before_sites;
    joined AFTER_SITES: &'static str = after_sites;
    joined CHANNELS: &'static str = channels;
    sorted US: &'static str = us;
    joined OWNER_MARKS: &'static str = owner_marks;
    joined OWNER_ENDS: &'static str = owner_ends;
    joined PRAISES: (&'static str, &'static str, &'static str) = praises;
    sorted HEAD_KEYS: (&'static str, Fact) = head_keys;
    sorted LANGUAGE_NAMES: (&'static str, &'static str) = languages;
    joined ANSWERS: &'static str = answers;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_list_says_a_word_twice_in_one_language() {
        for pack in PACKS {
            for list in [
                pack.sections,
                pack.topics,
                pack.no_names,
                pack.other_credits,
                pack.desks,
                pack.nobodies,
            ] {
                assert!(list.is_sorted() && list.windows(2).all(|pair| pair[0] != pair[1]));
            }
            assert!(pack.head_keys.is_sorted_by_key(|row| row.0));
            assert!(pack.languages.is_sorted_by_key(|row| row.0));
        }
    }

    #[test]
    fn words_are_found_whatever_their_language() {
        assert!(has(&ANDS, "und") && has(&ANDS, "and") && !has(&ANDS, "or"));
        assert_eq!(find(&HEAD_KEYS, "headline"), Some(Fact::Title));
        assert_eq!(find(&LANGUAGE_NAMES, "german"), Some("de"));
    }
}
