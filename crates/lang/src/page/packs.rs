//! The languages whose pages are known.

use crate::phrases::Phrases;
use crate::{de, en, es, fr, it, nl, pl, pt, ru, tr, uk};

/// The packs in the order of their tags, English last: others say less, so theirs is asked first.
pub(super) const PACKS: [&Phrases; 11] = [
    &de::page::PHRASES,
    &es::page::PHRASES,
    &fr::page::PHRASES,
    &it::page::PHRASES,
    &nl::page::PHRASES,
    &pl::page::PHRASES,
    &pt::page::PHRASES,
    &ru::page::PHRASES,
    &tr::page::PHRASES,
    &uk::page::PHRASES,
    &en::page::PHRASES,
];
