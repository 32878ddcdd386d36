//! What texts of any language share: names of the world, outlets, how pages write days.

pub mod calendar;
pub mod gazetteer;
pub mod languages;
pub mod names;
pub mod outlets;
