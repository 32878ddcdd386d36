//! What each stage needs to know of a language, as values.

pub mod de;
pub mod en;
pub mod es;
pub mod fr;
pub mod it;
pub mod nl;
pub mod page;
pub mod phrases;
pub mod pl;
pub mod pt;
pub mod ru;
pub mod shared;
pub mod tr;
pub mod uk;
