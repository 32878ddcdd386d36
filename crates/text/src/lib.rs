//! What every stage needs of a text, and no language: tokens, sentences, one fold, one slug, one
//! stable hash, one quick one, and directions of writing.

mod bidi;
mod digits;
mod fold;
mod hash;
mod ids;
mod key;
mod letters;
mod quick;
mod sentences;
mod slug;
mod tokens;

pub use bidi::{close, isolated};
pub use digits::digit;
pub use fold::{fold, is_mark, push_folded};
pub use hash::{FNV_PRIME, Fnv, fingerprint, hash, hash_seeded};
pub use ids::Ids;
pub use key::{is_invisible, key_of};
pub use letters::{floor, letters, lower, stands_in};
pub use quick::{Quick, QuickMap, QuickSet};
pub use sentences::{Stops, opens_with_dateline, sentences};
pub use slug::slug;
pub use tokens::{Token, TokenKind, tokens};
