//! Names that any news corpus knows: countries, cities, lands, organisations,
//! given names.

pub mod countries;
pub mod given_names;
pub mod lands;
pub mod organisations;
