//! What is known of one spelling of an entity.

use std::collections::BTreeMap;

use crate::rule::Rule;

/// Where and how a spelling is used.
#[derive(Default)]
pub(crate) struct Usage {
    /// In which order it was first seen.
    pub(crate) first: usize,
    /// How often, by article.
    pub(crate) by_article: BTreeMap<u32, u32>,
    pub(crate) words: usize,
    /// Whether it ends in the small word for a ministry.
    pub(crate) small_ministry: bool,
    /// The identity, and the rule that led the first mention to the entity.
    pub(crate) node: usize,
    pub(crate) rule: Option<Rule>,
    /// Whether the corpus takes it for another kind than some text does.
    pub(crate) overruled: bool,
}

impl Usage {
    pub(crate) fn count(&self) -> u32 {
        self.by_article.values().sum()
    }
}
