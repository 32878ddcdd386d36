//! Names that any news corpus knows: countries, cities, lands, organisations,
//! given names.

pub(crate) mod countries;
pub(crate) mod given_names;
pub(crate) mod lands;
pub(crate) mod organisations;
