//! What Dutch pages say around articles.

use crate::page::Pattern::Is;
use crate::page::Phrases;

/// Dutch on pages.
pub const PHRASES: Phrases =
    Phrases { more: &[("foot-heading", &[Is("lees ook")])], ..Phrases::NONE };
