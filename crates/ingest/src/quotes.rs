//! Finds quotations and who is said to have said them.

use dateline_model::{Entity, Mention, Quote};

/// The quotations of one body, in order.
pub fn find(body: &str, mentions: &[Mention], entities: &[Entity]) -> Vec<Quote> {
    let _ = (body, mentions, entities);
    Vec::new()
}
