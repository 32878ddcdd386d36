//! Search, filters, facet counts and the mathematics of the time axis.

pub mod axis;
