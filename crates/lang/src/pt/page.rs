//! What Portuguese pages say around articles.

use crate::phrases::Pattern::Is;
use crate::phrases::Phrases;

/// Portuguese on pages.
pub const PHRASES: Phrases =
    Phrases { more: &[("foot-heading", &[Is("leia também")])], ..Phrases::NONE };
