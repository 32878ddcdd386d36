//! What Portuguese pages say around articles.

use crate::page::Pattern::Is;
use crate::page::Phrases;

/// Portuguese on pages.
pub const PHRASES: Phrases =
    Phrases { more: &[("foot-heading", &[Is("leia também")])], ..Phrases::NONE };
