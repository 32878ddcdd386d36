//! What texts of any language share: names of the world, outlets, function words that show a language.

pub mod gazetteer;
pub mod languages;
pub mod names;
pub mod outlets;
